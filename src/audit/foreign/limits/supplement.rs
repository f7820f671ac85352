//! The supplement: by the post, within the share of its cost.

use super::{Tests, grosz};
use crate::audit::foreign::ledger::{Cell, Whose};
use crate::calc::Expr;
use crate::finding::code::annex as codes;
use crate::finding::{Fact, Finding, Severity};
use crate::forms::definition::{FieldRef, PartOf};
use crate::forms::fields::{AssistantField, ComponentField, Field, MonthField};
use crate::programme::{Component, Figure, OwnShareScope};
use crate::records::HalfYear;
use crate::settlement::formulas;
use crate::settlement::rounding::Rounding;
use crate::units::{Exact, Money};

/// What is asked of one amount.
struct Claim {
    co_financing: usize,
    own: Option<usize>,
    /// Cells of the posts that can be read.
    posts: Vec<usize>,
    /// Those that are blank or cannot be read.
    unknown: Vec<usize>,
}

/// Returns an assistant's cells of posts: those that read, and those that do not.
fn posts(tests: &Tests<'_>, fields: [FieldRef; 2], assistant: usize) -> (Vec<usize>, Vec<usize>) {
    let own = |field: FieldRef| {
        let is = move |c: &Cell| c.field == Some(field) && c.whose == Whose::Assistant(assistant);
        tests.ledger.cells.iter().position(is)
    };
    fields.into_iter().filter_map(own).partition(|i| tests.number(*i).is_some())
}

/// Rules of the supplement.
struct Rules {
    amount: Figure<Money>,
    share: Figure<Exact>,
    scope: OwnShareScope,
    monthly: bool,
}

/// Tests the supplement of every assistant.
pub fn test(tests: &mut Tests<'_>) {
    let rules = tests.programme.components.iter().find_map(|component| match component {
        Component::MonthlySupplement { amount, share_of_cost, own_share_scope, .. } => Some(Rules {
            amount: amount.clone(),
            share: share_of_cost.clone(),
            scope: own_share_scope.value,
            monthly: true,
        }),
        Component::OneOffSupplement { amount, share_of_cost, own_share_scope, .. } => Some(Rules {
            amount: amount.clone(),
            share: share_of_cost.clone(),
            scope: own_share_scope.value,
            monthly: false,
        }),
        _ => None,
    });
    let Some(rules) = rules else { return };
    let mut claims = Vec::new();
    for assistant in 0..tests.ledger.assistants {
        claims.extend(if rules.monthly { by_month(tests, assistant) } else { once(tests, assistant) });
    }
    for claim in &claims {
        post(tests, claim, &rules);
        one(tests, claim);
    }
    match rules.scope {
        OwnShareScope::AssistantMonth if rules.monthly => {
            for claim in &claims {
                let own: Vec<usize> = claim.own.into_iter().collect();
                own_share(tests, claim.co_financing, &[claim.co_financing], &own, &rules);
            }
        }
        OwnShareScope::AssistantMonth | OwnShareScope::Assistant => {
            for assistant in 0..tests.ledger.assistants {
                let year = |tests: &Tests<'_>, field| {
                    let rounds = [None, Some(HalfYear::First), Some(HalfYear::Second)];
                    let of = |round| FieldRef { field: Field::Assistant(field), round, month: None };
                    rounds.map(|r| tests.of_assistant(of(r), assistant))
                };
                let co = year(tests, AssistantField::SupplementCoFinancing);
                let own = year(tests, AssistantField::SupplementOwn);
                // A round of which one amount is blank or cannot be read is not compared.
                let (co, own): (Vec<usize>, Vec<usize>) =
                    co.into_iter().zip(own).filter_map(|(co, own)| Some((co?, own?))).unzip();
                if let Some(first) = co.first().copied() {
                    own_share(tests, first, &co, &own, &rules);
                }
            }
        }
        OwnShareScope::Municipality => {}
    }
    for round in [None, Some(HalfYear::First), Some(HalfYear::Second)] {
        let whole = |tests: &Tests<'_>, field| {
            tests.whole(FieldRef { field: Field::Component(PartOf::Supplement, field), round, month: None })
        };
        if let Some(co) = whole(tests, ComponentField::CoFinancing) {
            let own: Vec<usize> = whole(tests, ComponentField::OwnContribution).into_iter().collect();
            // The sum of rounded lines is never above the rounded sum.
            own_share(tests, co, &[co], &own, &rules);
        }
    }
}

fn by_month(tests: &Tests<'_>, assistant: usize) -> Vec<Claim> {
    let cell = |field, month| {
        let wanted = FieldRef { field: Field::Month(field), round: None, month: Some(month) };
        tests.of_assistant(wanted, assistant)
    };
    let of_month = |month| {
        let fields = [MonthField::PostsEmployment, MonthField::PostsService].map(|field| FieldRef {
            field: Field::Month(field),
            round: None,
            month: Some(month),
        });
        let (posts, unknown) = posts(tests, fields, assistant);
        Some(Claim {
            co_financing: cell(MonthField::SupplementCoFinancing, month)?,
            own: cell(MonthField::SupplementOwn, month),
            posts,
            unknown,
        })
    };
    (1..=12).filter_map(of_month).collect()
}

fn once(tests: &Tests<'_>, assistant: usize) -> Vec<Claim> {
    let cell = |field| {
        tests.of_assistant(FieldRef { field: Field::Assistant(field), round: None, month: None }, assistant)
    };
    let fields = [AssistantField::ReferencePostsEmployment, AssistantField::ReferencePostsService]
        .map(|field| FieldRef { field: Field::Assistant(field), round: None, month: None });
    let (posts, unknown) = posts(tests, fields, assistant);
    let claim = cell(AssistantField::SupplementCoFinancing).map(|co_financing| Claim {
        co_financing,
        own: cell(AssistantField::SupplementOwn),
        posts,
        unknown,
    });
    claim.into_iter().collect()
}

/// The amount for a full post, in proportion. Posts are shown to two decimals, which may hide half a hundredth of each.
fn post(tests: &mut Tests<'_>, claim: &Claim, rules: &Rules) {
    let Some(seen) = tests.number(claim.co_financing).filter(|n| !n.is_zero()) else { return };
    // A post that nobody can read is told once, where it stands, and bounds nothing.
    if claim.unknown.iter().any(|i| !tests.ledger.cells[*i].readable) {
        return;
    }
    if claim.posts.is_empty() && claim.unknown.is_empty() {
        return;
    }
    tests.told.tested += 1;
    let nodes: Vec<_> = claim.posts.iter().map(|i| tests.nodes[*i]).collect();
    let amount = tests.money("Kwota dodatku na pełny etat", &rules.amount);
    let rounding = Rounding::of_supplement(tests.programme);
    let posts = if nodes.len() == 1 { Expr::Ref(nodes[0]) } else { Expr::Sum(nodes) };
    let bound = tests.value(&rounding.sum(formulas::by_post(amount, posts)));
    let count = i64::try_from(claim.posts.len()).unwrap_or(1);
    let hidden = Exact::ratio(count, 200).unwrap_or_else(Exact::zero) * rules.amount.value.to_exact();
    let two_decimals = claim.posts.iter().all(|i| {
        let shown = tests.number(*i).unwrap_or_else(Exact::zero);
        shown == shown.round_half_up(2)
    });
    // A whole or a half post is a post, not a rounded one.
    let exact = claim.posts.iter().all(|i| {
        let shown = tests.number(*i).unwrap_or_else(Exact::zero) * Exact::whole(20);
        shown.is_whole()
    });
    let slack = if two_decimals && !exact { hidden } else { grosz() };
    if seen > &bound + &slack {
        // Blank is not zero, and may hold the rest of the post; more than a whole one nobody has.
        let whole = rules.amount.value.to_exact();
        let blank = claim.unknown.first().copied();
        if let Some(blank) = blank.filter(|_| seen <= whole) {
            let cell = &tests.ledger.cells[blank];
            let finding =
                Finding::at(&codes::ANNEX_BLANK, cell.at).with("what", Fact::Text(cell.label.clone()));
            tests.tell(finding, &[claim.co_financing]);
            return;
        }
        let bound = if blank.is_some() { whole } else { bound };
        let finding =
            tests.broken(&codes::ANNEX_ABOVE_POST, claim.co_financing, &bound, &rules.amount.source);
        let of_posts: Exact = claim.posts.iter().filter_map(|i| tests.number(*i)).sum();
        let of_posts = if blank.is_some() { Exact::one() } else { of_posts };
        let finding =
            finding.with("posts", Fact::Number(of_posts)).with("amount", Fact::Amount(rules.amount.value));
        tests.tell(finding, &claim.posts);
    }
}

/// Nobody holds more than one post.
fn one(tests: &mut Tests<'_>, claim: &Claim) {
    let posts: Exact = claim.posts.iter().filter_map(|i| tests.number(*i)).sum();
    let slack = Exact::ratio(1, 100).unwrap_or_else(Exact::zero);
    tests.told.tested += 1;
    if posts > Exact::one() + slack
        && let Some(cell) = claim.posts.iter().copied().max_by_key(|i| tests.number(*i))
    {
        let basis = tests.act.to_owned();
        let finding = tests.broken(&codes::ANNEX_POST_ABOVE_ONE, cell, &Exact::one(), &basis);
        let finding = finding.with("posts", Fact::Number(posts));
        tests.tell(finding, &claim.posts);
    }
}

/// The highest share of the supplement's cost, measured over some cells together.
fn own_share(tests: &mut Tests<'_>, at: usize, co: &[usize], own: &[usize], rules: &Rules) {
    let sum =
        |tests: &Tests<'_>, cells: &[usize]| -> Exact { cells.iter().filter_map(|i| tests.number(*i)).sum() };
    let claimed = sum(tests, co);
    if claimed.is_zero() || own.is_empty() {
        return;
    }
    tests.told.tested += 1;
    let share = tests.share("Najwyższy udział w koszcie dodatku", &rules.share);
    let nodes = co.iter().chain(own).map(|i| tests.nodes[*i]).collect();
    let bound = tests
        .value(&Rounding::of_supplement(tests.programme).sum(formulas::of_cost(share, Expr::Sum(nodes))));
    if claimed <= &bound + &grosz() {
        return;
    }
    let cost = &claimed + &sum(tests, own);
    let mut finding = tests.broken(&codes::ANNEX_OWN_SHARE, at, &bound, &rules.share.source);
    finding.seen = Money::from_exact(&claimed).map(Fact::Amount);
    finding.difference = Money::from_exact(&(&claimed - &bound));
    let missing = &cost - &bound - sum(tests, own);
    finding = finding
        .with("share", Fact::Percent(rules.share.value.clone()))
        .with("cost", Money::from_exact(&cost).map_or(Fact::Number(cost), Fact::Amount))
        .with("missing", Money::from_exact(&missing).map_or(Fact::Number(missing), Fact::Amount));
    if rules.scope == OwnShareScope::AssistantMonth && rules.monthly && co.len() == 1 {
        finding = finding.with_severity(Severity::Error);
    }
    tests.tell(finding, own);
}
