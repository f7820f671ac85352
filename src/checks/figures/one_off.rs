//! What the one-off supplement of shapes B and C loses: to the day, to readiness, to the amount, to the share.

use super::Judge;
use super::losses::{Loss, OverAmount};
use crate::checks::scope::{Scope, contract_days, money, smaller};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding};
use crate::programme::readings::{PostCap, PostRounding};
use crate::programme::{Component, OwnShareScope};
use crate::records::{ContractForm, Employment};
use crate::settlement::Line;
use crate::source::CellRef;
use crate::units::{Day, Exact};

/// Why an assistant earns nothing.
enum Failed {
    Absent(Day),
    NotReady(CellRef),
}

/// An assistant who was paid and earns nothing.
struct Nothing<'a> {
    id: &'a str,
    why: Failed,
    /// The amount for the post; nothing where the post cannot be told.
    by_amount: Option<Exact>,
    paid: Exact,
    line: &'a Line,
}

/// What those who earn a supplement have together.
struct Together {
    amounts: Exact,
    costs: Exact,
    gross: Exact,
}

impl Judge<'_> {
    /// Shapes B and C: the supplement by the post on one day.
    pub(super) fn one_off(&mut self, scope: &Scope, round: usize, component: &Component) {
        let Component::OneOffSupplement {
            amount,
            reference_day,
            still_employed,
            share_of_cost,
            own_share_scope,
            readiness,
            ..
        } = component
        else {
            return;
        };
        let day = reference_day.value;
        let whole = own_share_scope.value == OwnShareScope::Municipality;
        let share = |cost: &Exact| (&share_of_cost.value * cost).cut_down(2);
        let zero = Exact::zero;
        let mut together = Together { amounts: zero(), costs: zero(), gross: zero() };
        let (mut over_amount, mut over_share) = (OverAmount::none(), Loss::none());
        let mut nothing: Vec<Nothing> = Vec::new();
        for (index, assistant) in self.settled.assistants.iter().enumerate() {
            let lines: Vec<&Line> = self.lines(round).filter(|l| l.assistant == index).collect();
            let paid: Exact = lines.iter().map(|l| self.number(l.supplement_paid)).sum();
            let Some(first) = lines.first().copied().filter(|_| paid > Exact::zero()) else { continue };
            let by_post = |posts: Exact| (&amount.value.to_exact() * &posts).cut_down(2);
            let posts = [assistant.reference_fte_employment, assistant.reference_fte_service];
            let posts: Exact = posts.into_iter().flatten().map(|n| self.number(n)).sum();
            let still = still_employed.iter().flat_map(|days| [days.value.first, days.value.last]);
            let absent = still.into_iter().find(|day| self.contract_on(&assistant.id, *day).is_none());
            let (why, by_amount) = match (self.contract_on(&assistant.id, day), absent) {
                (None, _) => {
                    (Some(Failed::Absent(day)), self.post_nearest(scope, component, &assistant.id, day))
                }
                (Some(_), Some(absent)) => (Some(Failed::Absent(absent)), Some(posts)),
                // One NIE among the contracts of the day refuses the supplement.
                (Some(_), None) => {
                    let refused = self.refused_on(&assistant.id, day).filter(|_| *readiness);
                    (refused.map(|ready| Failed::NotReady(ready.at)), Some(posts))
                }
            };
            let by_amount = by_amount.map(by_post);
            let Some(by_amount) = by_amount.clone().filter(|_| why.is_none()) else {
                let Some(why) = why else { continue };
                nothing.push(Nothing { id: &assistant.id, why, by_amount, paid, line: first });
                continue;
            };
            let by_share = share(&paid);
            let gross = lines.iter().map(|l| self.paid(l, |p| &p.supplement)).sum();
            if by_share > by_amount {
                let gross = &share_of_cost.value * &gross;
                over_amount.add(by_share - by_amount.clone(), (&gross, &by_amount), Some(first));
            } else {
                over_share.add(by_amount.clone() - by_share, Some(first));
            }
            together.amounts = together.amounts + smaller(by_amount, paid.clone());
            together.costs = together.costs + paid;
            together.gross = together.gross + gross;
        }
        if whole {
            let difference = share(&together.costs) - together.amounts.clone();
            (over_amount, over_share) = (OverAmount::none(), Loss::none());
            if difference.is_negative() {
                over_share.sum = -difference;
            } else {
                let gross = &share_of_cost.value * &together.gross;
                over_amount.add(difference, (&gross, &together.amounts), None);
            }
        }
        for one in nothing {
            // What the assistant would add: measured over the municipality, the others' own share may cover theirs.
            let lost = one.by_amount.as_ref().map(|by_amount| {
                if !whole {
                    return smaller(by_amount.clone(), share(&one.paid));
                }
                let amounts = together.amounts.clone() + smaller(by_amount.clone(), one.paid.clone());
                let costs = together.costs.clone() + one.paid.clone();
                smaller(amounts, share(&costs)) - smaller(together.amounts.clone(), share(&together.costs))
            });
            self.earns_nothing(&one, lost.as_ref());
        }
        self.over_amount(round, &over_amount);
        self.own_share(round, &over_share, &share_of_cost.value);
    }

    fn earns_nothing(&mut self, one: &Nothing, lost: Option<&Exact>) {
        match one.why {
            Failed::Absent(day) => self.not_employed(one.id, Some(day), lost, one.line),
            Failed::NotReady(at) => {
                let mut finding = Finding::at(&code::NOT_READY, at)
                    .with_assistant(one.id)
                    .with_seen(Fact::Text("NIE".to_owned()));
                finding.difference = lost.map(money);
                self.found.push(finding);
            }
        }
    }

    /// The post of somebody not employed on the day, as if the contract nearest to it had lasted on it: the one that
    /// ended last before, else the one that begins first after. Nothing where hours decide the post.
    fn post_nearest(&self, scope: &Scope, component: &Component, id: &str, day: Day) -> Option<Exact> {
        let Component::OneOffSupplement { fte_decimals, .. } = component else { return None };
        let own = || self.facts.employments.iter().filter(|e| !e.rejected && e.assistant.value == id);
        let ended = |e: &Employment| e.to.as_ref().map(|to| to.value).filter(|to| *to < day);
        let nearest: Vec<&Employment> = if let Some(last) = own().filter_map(ended).max() {
            own().filter(|e| ended(e) == Some(last)).collect()
        } else {
            let first = own().map(|e| e.from.value).filter(|from| *from > day).min()?;
            own().filter(|e| e.from.value == first && contract_days(e).is_some()).collect()
        };
        let mut posts = Exact::zero();
        for contract in nearest {
            if contract.form.value == ContractForm::Service && scope.service_fte_from_hours() {
                return None;
            }
            posts = posts + contract.fte.as_ref()?.value.clone();
        }
        if scope.programme.reads::<PostCap>() == PostCap::One {
            posts = smaller(Exact::one(), posts);
        }
        let two = scope.programme.reads::<PostRounding>() == PostRounding::TwoDecimals;
        let decimals = fte_decimals.as_ref().map(|f| f.value).or(two.then_some(2));
        Some(decimals.map_or(posts.clone(), |places| posts.round_half_up(places)))
    }
}
