//! Figures for the half-year report in CAS, as a data sheet.
//!
//! The report's own form has been in no journal since 2023 and the table on assistants of none before was readable, so
//! nothing here imitates it: a sheet of figures to copy from, which says so. Its rules are known and kept: state on the
//! last day, cash method, 0 where there is nothing, `z tego` adds up to the whole and `w tym` need not. What the tables
//! cannot tell is left empty and named.

mod families;
mod payments;
mod sheet;

use self::families::Families;
use self::payments::Payments;
use super::list::DocumentList;
use super::staff::Staff;
use crate::calc::model::day_value;
use crate::calc::{Cond, Expr, Format, NodeId};
use crate::finding::code::documents::{
    HALF_YEAR_NO_DAY, HALF_YEAR_NO_FAMILIES, HALF_YEAR_NOT_OVER, HALF_YEAR_OUTSIDE, HALF_YEAR_PARTIAL,
};
use crate::finding::{Fact, Finding};
use crate::grid::Sheet;
use crate::programme::Programme;
use crate::records::{Fund, FundComponent, FundingSource, HalfYear, Submission};
use crate::settlement::cells::{Inputs, flag};
use crate::settlement::{ComponentFigures, RoundFigures, Settled};
use crate::units::{Day, DayRange};

/// The half-year that a report is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Report {
    /// Which half.
    pub half: HalfYear,
    /// Its days.
    pub days: DayRange,
    /// Last day for the report.
    pub due: Day,
}

impl Report {
    /// Returns the report of a half of the year settled; none where the year has no such days.
    pub fn of(half: HalfYear, year: i32) -> Option<Self> {
        let (first, last, due) = match half {
            HalfYear::First => (Day::new(year, 1, 1)?, Day::new(year, 6, 30)?, Day::new(year, 7, 31)?),
            HalfYear::Second => (Day::new(year, 7, 1)?, Day::new(year, 12, 31)?, Day::new(year + 1, 1, 31)?),
        };
        Some(Self { half, days: DayRange::new(first, last)?, due })
    }

    /// Returns the days left until the report is due; below nothing once they are over.
    pub fn days_left(self, as_of: Day) -> i64 {
        self.due.serial() - as_of.serial()
    }

    /// Returns the report of the half in which the last day settled lies.
    pub fn last_of(period: DayRange) -> Option<Self> {
        let month = period.last.month();
        Self::of(HalfYear::of(month), month.year)
    }
}

/// Is the day given, and does it lie between the two?
fn within(day: NodeId, [first, last]: [NodeId; 2]) -> Cond {
    Cond::All(vec![
        Cond::given(day),
        Cond::AtLeast(day.into(), first.into()),
        Cond::AtLeast(last.into(), day.into()),
    ])
}

/// The figures.
struct Figures {
    report: Report,
    as_of: Day,
    staff: Staff,
    /// None without a table of families.
    families: Option<Families>,
    payments: Payments,
    money: Money,
}

/// Whose money was spent.
struct Money {
    /// Labour Fund, state budget, motivation supplements, other public money, own: none where a day is missing.
    sources: Option<[NodeId; 5]>,
    /// Put on the programme's account in the half-year, of what was paid earlier.
    rebooked: Option<NodeId>,
}

/// Makes the sheets, the data sheet first, or says why there are none.
pub fn build(
    settled: &mut Settled,
    list: &DocumentList,
    (submission, programme): (&Submission, &Programme),
    report: Report,
    as_of: Day,
) -> (Vec<Sheet>, Vec<Finding>) {
    let findings = findings(submission, settled.period, report, as_of);
    if findings.iter().any(|f| f.code == &HALF_YEAR_OUTSIDE) {
        return (Vec::new(), findings);
    }
    let model = &mut settled.model;
    let days = [("Pierwszy dzień półrocza", report.days.first), ("Ostatni dzień półrocza", report.days.last)]
        .map(|(label, day)| model.parameter(label, Format::Day, day_value(day)));
    let staff = Staff::on(model, submission, days[1]);
    let families = (!submission.families.is_empty()).then(|| Families::between(model, submission, days));
    let payments = Payments::between(settled, list, submission, programme, days);
    let known = !findings.iter().any(|f| f.code == &HALF_YEAR_NO_DAY);
    let money = money(settled, submission, &payments, days, known);
    let figures = Figures { report, as_of, staff, families, payments, money };
    let mut sheets = vec![sheet::data(&figures, settled, submission, days)];
    let model = &settled.model;
    let title = "Asystenci w ostatnim dniu półrocza: kroki";
    sheets.push(figures.staff.sheet("Półrocze - zatrudnienie", title, model));
    sheets.extend(figures.families.as_ref().map(|f| f.sheet(model)));
    sheets.push(figures.payments.sheet(model));
    (sheets, findings)
}

fn findings(submission: &Submission, period: DayRange, report: Report, as_of: Day) -> Vec<Finding> {
    let range = |f: Finding, days: DayRange| {
        f.with("first", Fact::Day(days.first)).with("last", Fact::Day(days.last))
    };
    let half = |f: Finding| f.with("half", Fact::Text(report.half.word().to_owned()));
    let Some(inside) = report.days.overlap(&period) else {
        return vec![range(half(Finding::new(&HALF_YEAR_OUTSIDE)), period)];
    };
    let mut found = Vec::new();
    if inside != report.days {
        found.push(range(half(Finding::new(&HALF_YEAR_PARTIAL)), inside));
    }
    if as_of < report.days.last {
        let finding = Finding::new(&HALF_YEAR_NOT_OVER).with_seen(Fact::Day(as_of));
        found.push(half(finding.with_expected(Fact::Day(report.days.last))));
    }
    if submission.families.is_empty() {
        found.push(Finding::new(&HALF_YEAR_NO_FAMILIES));
    }
    let came = |f: &&Fund| f.received.as_ref().is_some_and(|m| m.value.grosze() > 0);
    let without_day = |f: &&Fund| !f.rejected && f.received_on.is_none() && came(f);
    if let Some(fund) = submission.funds.iter().find(without_day) {
        found.push(Finding::at(&HALF_YEAR_NO_DAY, fund.at));
    }
    found
}

/// Divides what was paid by source. Programme's money counts from the half-year in which it came: until then the
/// municipality paid with its own.
fn money(
    settled: &mut Settled,
    submission: &Submission,
    payments: &Payments,
    [first, last]: [NodeId; 2],
    known: bool,
) -> Money {
    if !known {
        return Money { sources: None, rebooked: None };
    }
    let Settled { model, rounds, .. } = settled;
    let inputs = Inputs::of(submission);
    let (mut labour_fund, mut state, mut rebooked) = (Vec::new(), Vec::new(), Vec::new());
    let components = [FundComponent::Supplement, FundComponent::EmploymentCost];
    for (which, component) in components.into_iter().enumerate() {
        let funds: Vec<&Fund> =
            submission.funds.iter().filter(|f| !f.rejected && f.component.value == component).collect();
        let days: Vec<NodeId> = funds
            .iter()
            .filter(|f| f.received_on.is_some())
            .filter_map(|f| inputs.cell(model, f.at, "received_on"))
            .collect();
        let any = |test: &dyn Fn(NodeId) -> Vec<Cond>| {
            let each = days.iter().map(|day| {
                let mut all = vec![Cond::given(*day)];
                all.extend(test(*day));
                Cond::All(all)
            });
            if days.is_empty() { Expr::whole(0) } else { flag(Cond::Any(each.collect())) }
        };
        let by_then = any(&|day| vec![Cond::AtLeast(last.into(), day.into())]);
        let in_half =
            any(&|day| vec![Cond::AtLeast(last.into(), day.into()), Cond::AtLeast(day.into(), first.into())]);
        let name = component.word();
        let label = format!("Program - {name}, opłacone z pieniędzy, które wpłynęły");
        let spent = model.formula(&label, Format::Money, Expr::mul(by_then, payments.programme[which]));
        let of_state = state_share(rounds, component, &funds);
        let from_state = match of_state {
            StateShare::None => Expr::whole(0),
            StateShare::Whole => spent.into(),
            StateShare::Parts(part, whole) => {
                Expr::div(Expr::mul(spent, Expr::Sum(part)), Expr::Sum(whole)).round2()
            }
        };
        let from_state = model.formula("Z budżetu państwa", Format::Money, from_state);
        labour_fund.push(model.formula("Z Funduszu Pracy", Format::Money, Expr::sub(spent, from_state)));
        state.push(from_state);
        rebooked.push(Expr::mul(in_half, payments.earlier[which]));
    }
    let fund = model.formula("Fundusz Pracy", Format::Money, Expr::add(labour_fund));
    let state = model.formula("Budżet państwa", Format::Money, Expr::add(state));
    let own = Expr::sub(
        Expr::add(payments.paid),
        Expr::add([fund, state, payments.motivation, payments.other_public]),
    );
    let own = model.formula("Środki własne gminy", Format::Money, own);
    let rebooked = model.formula("Przeksięgowane na Program", Format::Money, Expr::Add(rebooked));
    Money {
        sources: Some([fund, state, payments.motivation, payments.other_public, own]),
        rebooked: Some(rebooked),
    }
}

/// How much of a component the state budget pays.
enum StateShare {
    None,
    Whole,
    /// These parts of these co-financings.
    Parts(Vec<NodeId>, Vec<NodeId>),
}

fn state_share(rounds: &[RoundFigures], component: FundComponent, funds: &[&Fund]) -> StateShare {
    let figures: Vec<&ComponentFigures> = rounds
        .iter()
        .filter_map(|r| match component {
            FundComponent::Supplement => r.supplement.as_ref(),
            FundComponent::EmploymentCost => r.employment.as_ref(),
        })
        .collect();
    let parts: Vec<NodeId> = figures.iter().filter_map(|c| c.state_budget_part).collect();
    if !parts.is_empty() {
        return StateShare::Parts(parts, figures.iter().map(|c| c.co_financing).collect());
    }
    let of_state = |f: &&Fund| f.source.as_ref().is_some_and(|s| s.value == FundingSource::StateBudget);
    if !funds.is_empty() && funds.iter().all(of_state) { StateShare::Whole } else { StateShare::None }
}
