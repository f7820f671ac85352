//! Pay of the coming year, month by month: every step from today's pay to what a contract adds to a row of `Płace`.

mod row;

pub use row::Earned;

use std::collections::BTreeMap;

use super::assume::minimum_of;
use super::build::Build;
use super::dues::Dues;
use super::plan;
use super::staff::{Contract, Piece, Start, post};
use super::today::{Stream, Today};
use crate::calc::model::{day_value, month_value};
use crate::calc::{Cond, Expr, Format, NodeId, Value};
use crate::finding::code::plan as code;
use crate::finding::{Fact, Finding};
use crate::programme::Component;
use crate::records::ContractForm;
use crate::settlement::TableBuilder;
use crate::units::{DayRange, Exact, Money, Month};

/// Steps of one scenario in the making.
pub struct Pay<'b, 'a> {
    build: &'b mut Build<'a>,
    scenario: usize,
    table: TableBuilder,
    /// What each person is paid in each month under each form.
    months: BTreeMap<(String, ContractForm, Month), Vec<Part>>,
}

/// What a piece of a contract adds to a month.
#[derive(Clone, Debug, Default)]
struct Part {
    base: Option<NodeId>,
    seniority: Option<NodeId>,
    other_contributory: Option<NodeId>,
    other_exempt: Option<NodeId>,
    supplement: Option<NodeId>,
    motivation: Option<NodeId>,
    other_public: Option<NodeId>,
    hours: Option<NodeId>,
    nominal: Option<NodeId>,
    dues: Option<Dues>,
}

/// Where a piece stands in a month.
struct Spot<'c> {
    contract: &'c Contract,
    piece: &'c Piece,
    today: Option<&'c Today>,
    month: Month,
    row: usize,
    /// Is the piece in force in the whole month?
    whole: bool,
}

const SHEETS: [&str; 3] = ["Prognoza - ostrożny", "Prognoza - bazowy", "Prognoza - ambitny"];

impl<'b, 'a> Pay<'b, 'a> {
    /// Starts the steps of a scenario.
    pub fn new(build: &'b mut Build<'a>, scenario: usize) -> Self {
        let table = TableBuilder::new(
            SHEETS[scenario],
            "Wynagrodzenia następnego roku: od dzisiejszych do zaplanowanych",
            &[
                ("assistant", "Identyfikator asystenta", "", Format::Text),
                ("month", "Miesiąc", "", Format::Month),
                ("form", "Forma zatrudnienia", "", Format::Text),
                ("first", "Pierwszy dzień", "", Format::Day),
                ("last", "Ostatni dzień", "", Format::Day),
                (
                    "days",
                    "Dni robocze w zatrudnieniu",
                    "kalendarz: bez sobót, niedziel i świąt",
                    Format::Count,
                ),
                ("month_days", "Dni robocze miesiąca", "", Format::Count),
                ("nominal", "Nominalny czas pracy (h)", "Kodeks pracy, art. 130", Format::Hours),
                ("before", "Wynagrodzenie albo stawka przed podwyżką", "", Format::Money),
                ("raise_percent", "Podwyżka w procentach", "plan", Format::Percent),
                ("raise_amount", "Podwyżka kwotowa", "plan", Format::Money),
                ("minimum", "Najniższe wynagrodzenie albo stawka", "", Format::Money),
                ("full", "Wynagrodzenie albo stawka za pełny miesiąc", "", Format::Money),
                ("base", "Wynagrodzenie zasadnicze", "", Format::Money),
                ("seniority", "Dodatek za wieloletnią pracę", "", Format::Money),
                ("other_contributory", "Inne składniki oskładkowane", "", Format::Money),
                ("other_exempt", "Inne składniki nieoskładkowane", "", Format::Money),
                ("hours", "Godziny", "", Format::Hours),
                ("supplement", "Dodatek z Programu brutto", "", Format::Money),
                ("motivation", "Dodatek motywacyjny", "", Format::Money),
                ("other_public", "Inne środki publiczne", "jak w tym roku", Format::Money),
            ],
        );
        Self { build, scenario, table, months: BTreeMap::new() }
    }

    /// Adds a contract through the year. Without any pay known it adds nothing.
    pub fn contract(&mut self, contract: &Contract, streams: &[Stream]) {
        let Some(year) = self.build.year_days() else { return };
        let today = contract.stream.and_then(|i| streams.get(i)).and_then(|s| s.pay.as_ref());
        // Base pay of the whole month, or pay for an hour, with the piece it was for.
        let mut level: Option<(NodeId, usize)> = None;
        for month in year.months() {
            let mut raised = false;
            for (index, piece) in contract.pieces.iter().enumerate() {
                let Some(days) = within(piece, month) else { continue };
                let Some(before) = Self::before(contract, index, today, level) else { continue };
                let given = matches!(piece.start, Start::Given(_)) && level.is_none_or(|(_, i)| i != index);
                let row = self.start(contract, month, days);
                let spot = Spot { contract, piece, today, month, row, whole: days == month.days() };
                let full = self.full(&spot, before, !raised && !given);
                raised = true;
                level = Some((full, index));
                let part = self.part(&spot, full);
                let key = (contract.assistant.clone(), contract.form, month);
                self.months.entry(key).or_default().push(part);
            }
        }
    }

    fn start(&mut self, contract: &Contract, month: Month, days: DayRange) -> usize {
        let row = self.table.row();
        let nominal = self.build.nominal_hours(month);
        let count = |n: i64| Value::Number(Exact::whole(n));
        let (own, all) = (self.build.working_days(days), self.build.working_days(month.days()));
        let model = &mut self.build.model;
        self.table.value(model, row, "assistant", Value::Text(contract.assistant.clone()));
        self.table.value(model, row, "month", month_value(month));
        self.table.value(model, row, "form", Value::Text(contract.form.word().to_owned()));
        self.table.value(model, row, "first", day_value(days.first));
        self.table.value(model, row, "last", day_value(days.last));
        self.table.value(model, row, "days", count(own));
        self.table.value(model, row, "month_days", count(all));
        self.table.value(model, row, "nominal", Value::Number(nominal));
        row
    }

    fn at(&self, spot: &Spot<'_>, key: &str) -> Expr {
        self.table.at(spot.row, key).map_or(Expr::whole(0), Expr::Ref)
    }

    /// An amount, or hours, of a whole month for the days of the piece.
    fn of_days(&self, spot: &Spot<'_>, amount: Expr) -> Expr {
        if spot.whole {
            return amount;
        }
        Expr::div(Expr::mul(amount, self.at(spot, "days")), self.at(spot, "month_days")).round2()
    }

    /// Pay before this month's raise: of the month before, of today, or as the plan gives it.
    fn before(
        contract: &Contract,
        index: usize,
        today: Option<&Today>,
        level: Option<(NodeId, usize)>,
    ) -> Option<Expr> {
        let piece = &contract.pieces[index];
        if let Some((node, was)) = level {
            if was == index {
                return Some(Expr::Ref(node));
            }
            if let Start::Given(given) = piece.start {
                return Some(Expr::Ref(given));
            }
            return Some(in_proportion(node.into(), &contract.pieces[was], piece));
        }
        if let Start::Given(given) = piece.start {
            return Some(Expr::Ref(given));
        }
        let today = today?;
        if let (Some(rate), Some(_)) = (today.hourly, piece.hours) {
            return Some(Expr::Ref(rate));
        }
        let same = today.rows.len() == 1 && piece.source.is_some_and(|row| today.rows.contains(&row));
        let untouched = same && piece.fte.as_ref().map(|f| &f.0) == today.posts.as_ref();
        match (&today.posts, &piece.fte) {
            (Some(posts), Some((_, node))) if !untouched && !posts.is_zero() => {
                Some(of_post(today.base, *node, Expr::Number(posts.clone())))
            }
            _ => Some(Expr::Ref(today.base)),
        }
    }

    /// Pay of the whole month, or for an hour, after raises and never below the minimum.
    fn full(&mut self, spot: &Spot<'_>, before: Expr, may_rise: bool) -> NodeId {
        let hourly = spot.piece.hours.is_some();
        let lump = spot.contract.form == ContractForm::Service && !hourly;
        let (percent, amount) =
            if may_rise { self.raises(spot, hourly || lump) } else { (Expr::whole(0), Expr::whole(0)) };
        let minimum = self.build.assumed.get(minimum_of(spot.month, hourly), self.scenario);
        let minimum = match minimum {
            Some(node) if hourly => Some(Expr::Ref(node)),
            Some(node) if !lump => Some(Expr::mul(node, post(spot.piece)).round2()),
            _ => None,
        };
        let before = self.table.formula(&mut self.build.model, spot.row, "before", before);
        let percent = self.table.formula(&mut self.build.model, spot.row, "raise_percent", percent);
        let amount = self.table.formula(&mut self.build.model, spot.row, "raise_amount", amount);
        let share = Expr::Add(vec![Expr::whole(1), percent.into()]);
        let raised = Expr::Add(vec![Expr::mul(before, share), amount.into()]).round2();
        let full = match minimum {
            Some(minimum) => {
                let minimum = self.table.formula(&mut self.build.model, spot.row, "minimum", minimum);
                let seen = raised.number(&self.build.model);
                self.say_lifted(spot, &seen, minimum);
                Expr::max(raised, minimum)
            }
            None => raised,
        };
        self.table.formula(&mut self.build.model, spot.row, "full", full)
    }

    /// Pay below the minimum is lifted, which somebody should know.
    fn say_lifted(&mut self, spot: &Spot<'_>, raised: &Exact, minimum: NodeId) {
        let lowest = self.build.model.number(minimum);
        if *raised >= lowest {
            return;
        }
        let amount = |n: &Exact| Fact::Amount(Money::from_exact(&n.round_half_up(2)).unwrap_or_default());
        let mut finding = Finding::new(&code::PLAN_LIFTED)
            .with_assistant(&spot.contract.assistant)
            .with_month(spot.month)
            .with_seen(amount(raised))
            .with_expected(amount(&lowest));
        let paid = spot.today.map(|t| t.base);
        finding.at = self.build.basis.iter().find(|b| Some(b.node) == paid).and_then(|b| b.at);
        self.build.say(finding);
    }

    /// Percent and złoty that the month adds. Złoty are for a full post, and so for nobody paid otherwise.
    fn raises(&mut self, spot: &Spot<'_>, percent_only: bool) -> (Expr, Expr) {
        let month = self.at(spot, "month");
        let assumed = |key| self.build.assumed.get(key, self.scenario);
        let general = |key| -> Option<Expr> {
            let now = Cond::Equal(month.clone(), assumed("raise_from")?.into());
            Some(Expr::when(now, assumed(key)?, Expr::whole(0)))
        };
        let mut percents: Vec<Expr> = general("raise_percent").into_iter().collect();
        let mut amounts: Vec<Expr> = general("raise_amount").into_iter().collect();
        let rows = &self.build.plan.raises;
        for raise in rows.iter().filter(|r| !r.rejected && r.scenarios[self.scenario]) {
            let whose = raise.assistant.as_ref().is_none_or(|a| a.value.trim() == spot.contract.assistant);
            if !whose || raise.from.value != spot.month {
                continue;
            }
            let who = raise.assistant.as_ref().map_or("", |a| a.value.trim());
            if let Some(percent) = &raise.percent {
                let value = Value::Number(percent.value.clone());
                let node =
                    self.build.planned(who, "Podwyżka w procentach", Format::Percent, value, percent.at);
                percents.push(node.into());
            }
            if let Some(amount) = raise.amount.as_ref().filter(|_| percent_only && !who.is_empty()) {
                self.build.say(plan::nothing(amount.at, who, "amount"));
            }
            if let Some(amount) = &raise.amount {
                let value = Value::Number(amount.value.to_exact());
                let label = "Podwyżka na pełny etat";
                amounts.push(self.build.planned(who, label, Format::Money, value, amount.at).into());
            }
        }
        let amount = if percent_only || amounts.is_empty() {
            Expr::whole(0)
        } else {
            Expr::mul(Expr::Add(amounts), post(spot.piece))
        };
        (Expr::Add(percents), amount)
    }

    fn part(&mut self, spot: &Spot<'_>, full: NodeId) -> Part {
        let hours = self.hours(spot);
        let base = match (spot.piece.hours, hours) {
            (Some(_), Some(hours)) => Expr::mul(full, hours).round2(),
            _ => self.of_days(spot, full.into()),
        };
        let base = self.table.formula(&mut self.build.model, spot.row, "base", base);
        let seniority = spot.piece.seniority.map(|share| {
            let expr = Expr::mul(base, share).round2();
            self.table.formula(&mut self.build.model, spot.row, "seniority", expr)
        });
        let other = |pay: &mut Self, key: &'static str, today: Option<NodeId>| {
            today.map(|node| {
                let expr = pay.of_days(spot, node.into());
                pay.table.formula(&mut pay.build.model, spot.row, key, expr)
            })
        };
        let today = spot.today;
        Part {
            base: Some(base),
            seniority,
            other_contributory: other(self, "other_contributory", today.and_then(|t| t.other_contributory)),
            other_exempt: other(self, "other_exempt", today.and_then(|t| t.other_exempt)),
            supplement: self.supplement(spot, hours),
            motivation: self.motivation(spot),
            other_public: other(self, "other_public", today.and_then(|t| t.other_public)),
            hours,
            nominal: self.table.at(spot.row, "nominal"),
            dues: Some(spot.contract.dues),
        }
    }

    /// The sibling programme grants by the post (`dodatek-motywacyjny-2024-2027`), so another post has its part.
    fn motivation(&mut self, spot: &Spot<'_>) -> Option<NodeId> {
        let today = spot.today?;
        let paid = Expr::Ref(today.motivation?);
        let posts = today.posts.as_ref().filter(|posts| !posts.is_zero());
        let amount = match (posts, &spot.piece.fte) {
            (Some(posts), Some((is, node))) if is != posts => {
                of_post(paid, *node, Expr::Number(posts.clone()))
            }
            _ => paid,
        };
        let expr = self.of_days(spot, amount);
        Some(self.table.formula(&mut self.build.model, spot.row, "motivation", expr))
    }

    /// Expected hours, or those of the calendar, in proportion to the post and the days of the piece.
    fn hours(&mut self, spot: &Spot<'_>) -> Option<NodeId> {
        let whole = if let Some(hours) = spot.piece.hours {
            Expr::from(hours)
        } else if spot.contract.form == ContractForm::Employment {
            let nominal = self.at(spot, "nominal");
            let full = match self.build.assumed.get("expected_hours", self.scenario) {
                Some(expected) => Expr::when(Cond::Blank(expected), nominal, expected),
                None => nominal,
            };
            Expr::mul(full, post(spot.piece)).round2()
        } else {
            Expr::from(spot.piece.worked?)
        };
        let expr = self.of_days(spot, whole);
        Some(self.table.formula(&mut self.build.model, spot.row, "hours", expr))
    }

    /// The planned gross supplement: monthly, or in the month of the reference day.
    fn supplement(&mut self, spot: &Spot<'_>, hours: Option<NodeId>) -> Option<NodeId> {
        let whole = self.build.assumed.get("supplement", self.scenario)?;
        let rule = self.build.programme.components.iter().find(|c| c.is_supplement())?;
        let expr = match rule {
            Component::MonthlySupplement { .. } => {
                let by_hours = self.build.programme.service_fte_from_hours.as_ref().is_some_and(|f| f.value);
                match hours.filter(|_| by_hours && spot.contract.form == ContractForm::Service) {
                    Some(hours) => Expr::div(Expr::mul(whole, hours), self.at(spot, "nominal")).round2(),
                    None => self.of_days(spot, Expr::mul(whole, post(spot.piece)).round2()),
                }
            }
            Component::OneOffSupplement { reference_day, .. } => {
                let day = reference_day.value;
                if day.month() != spot.month || !spot.piece.on(day) {
                    return None;
                }
                Expr::mul(whole, post(spot.piece)).round2()
            }
            _ => return None,
        };
        Some(self.table.formula(&mut self.build.model, spot.row, "supplement", expr))
    }
}

/// The days of a piece in a month.
fn within(piece: &Piece, month: Month) -> Option<DayRange> {
    let last = piece.to.map_or(month.last(), |to| to.min(month.last()));
    DayRange::new(piece.from, last)?.overlap(&month.days())
}

/// Pay of one post carried to another.
fn in_proportion(before: Expr, old: &Piece, new: &Piece) -> Expr {
    match (&old.fte, &new.fte) {
        (Some((was, old)), Some((is, new))) if was != is => of_post(before, *new, *old),
        _ => before,
    }
}

/// Pay of the old post as that of the new one, to the grosz.
fn of_post(pay: impl Into<Expr>, new: NodeId, old: impl Into<Expr>) -> Expr {
    Expr::div(Expr::mul(pay, new), old).round2()
}
