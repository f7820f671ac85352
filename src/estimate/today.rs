//! What each assistant is paid today: the last whole month of unchanged terms, cell by cell.
//!
//! The month taken is the latest that a contract covers from the first day to the last, without sickness, unpaid leave
//! or a benefit, and in which base pay is not below that of both whole months before it: a month cut by an absence that
//! nobody entered must not become the pay of a year. Where no month is whole, the latest one is taken and scaled up by
//! working days.

use std::collections::BTreeSet;

use super::build::Build;
use crate::calc::{Expr, Format, NodeId, Value};
use crate::checks::scope::contract_days;
use crate::finding::code::plan::PLAN_PAY_MOVED;
use crate::finding::{Fact, Finding};
use crate::programme::pay_components::{InBase, PayClass};
use crate::records::submission::Given;
use crate::records::{ContractForm, Contribution, Employment, Payment, Submission, TableId};
use crate::source::CellRef;
use crate::units::{DayRange, Exact, Money, Month};

/// A person under one form of contract.
#[derive(Clone, Debug)]
pub struct Stream {
    /// Identifier.
    pub assistant: String,
    /// Form of contract.
    pub form: ContractForm,
    /// Rows of `Zatrudnienie`, by first day.
    pub rows: Vec<usize>,
    /// Pay today; none where nothing was paid this year.
    pub pay: Option<Today>,
    /// What is due on pay.
    pub dues: Dues,
    /// Pay of this whole year that bears contributions, with the number of months paid.
    pub year: Option<(NodeId, usize)>,
}

/// Pay of a month of today, as nodes.
#[derive(Clone, Debug)]
pub struct Today {
    /// Base pay of the whole month; of a service contract without hours, its pay.
    pub base: NodeId,
    /// Posts under which it was paid; none where they are not given.
    pub posts: Option<Exact>,
    /// The rows of `Zatrudnienie` that covered it.
    pub rows: Vec<usize>,
    /// Seniority allowance as a share of base, where the row of employment does not tell its rate.
    pub seniority: Option<NodeId>,
    /// Other components that stand in more than one month.
    pub other_contributory: Option<NodeId>,
    /// See `other_contributory`.
    pub other_exempt: Option<NodeId>,
    /// Motivation supplement.
    pub motivation: Option<NodeId>,
    /// The programme's supplement, where it is paid in more than one month.
    pub supplement: Option<NodeId>,
    /// What other public money pays towards it each month.
    pub other_public: Option<NodeId>,
    /// Pay for an hour, under a service contract with hours.
    pub hourly: Option<NodeId>,
    /// Hours a month, under a service contract with hours.
    pub hours: Option<NodeId>,
}

/// Which contributions an assistant bears.
#[allow(clippy::struct_excessive_bools)] // Independent facts of one person.
#[derive(Clone, Copy, Debug)]
pub struct Dues {
    /// Pension and disability and accident.
    pub social: bool,
    /// Accident, which may be due alone.
    pub accident: bool,
    /// The Labour Fund.
    pub labour_fund: LabourFund,
    /// FGŚP: budget units pay none.
    pub fgsp: bool,
    /// Takes part in PPK.
    pub ppk: bool,
}

/// Whether contributions to the Labour Fund are due.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LabourFund {
    /// From the minimum wage up.
    FromMinimum,
    /// Whatever the pay: it was paid below the minimum too.
    Always,
    /// Never.
    Exempt,
}

impl Dues {
    /// What is due on the pay of somebody new.
    pub const NEW: Self =
        Self { social: true, accident: true, labour_fund: LabourFund::FromMinimum, fgsp: false, ppk: false };

    /// Every contribution in the order of the columns of `Płace`, and whether it is due.
    pub const fn each(self) -> [(Contribution, bool); 6] {
        [
            (Contribution::Pension, self.social),
            (Contribution::Disability, self.social),
            (Contribution::Accident, self.accident),
            (Contribution::LabourFund, !matches!(self.labour_fund, LabourFund::Exempt)),
            (Contribution::Fgsp, self.fgsp),
            (Contribution::Ppk, self.ppk),
        ]
    }
}

/// Returns everybody by identifier and form, with today's pay. Rows with errors are left out.
pub fn streams(build: &mut Build<'_>) -> Vec<Stream> {
    let now = build.now;
    let mut keys: BTreeSet<(String, ContractForm)> = BTreeSet::new();
    for row in now.employments.iter().filter(|e| !e.rejected && build.programme.pays_for(e.employed_as())) {
        keys.insert((row.assistant.value.trim().to_owned(), row.form.value));
    }
    let last = build.year_days();
    let mut all = Vec::new();
    for (assistant, form) in keys {
        let mine =
            |e: &Employment| !e.rejected && e.assistant.value.trim() == assistant && e.form.value == form;
        let mut rows: Vec<usize> =
            now.employments.iter().enumerate().filter(|(_, e)| mine(e)).map(|(i, _)| i).collect();
        rows.sort_by_key(|i| now.employments[*i].from.value);
        // Whoever left before the year, or comes after it, is nobody's cost.
        let reaches = |i: &&usize| {
            let row = &now.employments[**i];
            last.is_some_and(|days| {
                row.to.as_ref().is_none_or(|to| to.value >= days.first) && row.from.value <= days.last
            })
        };
        // Somebody who left is still owed a thirteenth salary for this year.
        let owed = form == ContractForm::Employment && !payments(now, &assistant, form).is_empty();
        if owed || rows.iter().any(|i| reaches(&i)) {
            let (pay, dues) = todays(build, &assistant, form, &rows);
            let year = year_pay(build, &assistant, form);
            all.push(Stream { assistant, form, rows, pay, dues, year });
        }
    }
    all
}

/// Payments of a person under a form by month.
fn payments<'a>(now: &'a Submission, assistant: &str, form: ContractForm) -> Vec<&'a Payment> {
    let forms: BTreeSet<ContractForm> = now
        .employments
        .iter()
        .filter(|e| !e.rejected && e.assistant.value.trim() == assistant)
        .map(|e| e.form.value)
        .collect();
    let sole = if forms.len() == 1 { forms.first().copied() } else { Some(ContractForm::Employment) };
    let of_form = |p: &&Payment| p.form.as_ref().map(|f| f.value).or(sole) == Some(form);
    now.payments
        .iter()
        .filter(|p| !p.rejected && p.assistant.value.trim() == assistant)
        .filter(of_form)
        .collect()
}

fn todays(
    build: &mut Build<'_>,
    assistant: &str,
    form: ContractForm,
    rows: &[usize],
) -> (Option<Today>, Dues) {
    let paid = payments(build.now, assistant, form);
    let months = months_with_pay(&paid);
    let of_month =
        |m: Month| -> Vec<&Payment> { paid.iter().copied().filter(|p| p.month.value == m).collect() };
    let whole: Vec<(Month, Exact, Vec<usize>)> = months
        .iter()
        .filter_map(|m| {
            let covering = covering(build, rows, m.days())?;
            let payments = of_month(*m);
            let full = !away(build, assistant, m.days()) && !payments.iter().any(|p| sick(p));
            full.then(|| (*m, payments.iter().map(|p| base_of(p)).sum(), covering))
        })
        .collect();
    let chosen = choose(&whole);
    let Some(month) = chosen.map(|i| whole[i].0).or_else(|| months.last().copied()) else {
        return (None, Dues::NEW);
    };
    if let Some(i) = chosen.filter(|_| form == ContractForm::Employment) {
        say_moved(build, assistant, &whole[..=i], &of_month);
    }
    let payments = of_month(month);
    let dues = dues(build, rows, &payments);
    let (covering, covered) = if let Some(i) = chosen {
        (whole[i].2.clone(), None)
    } else {
        let parts = parts(build, rows, month.days());
        let days = parts.iter().map(|(_, days)| build.working_days(*days)).sum();
        (parts.into_iter().map(|(row, _)| row).collect(), Some(days))
    };
    let today = pay_of(build, (assistant, form), &paid, &payments, month, covering, covered);
    (Some(today), dues)
}

/// Arrears in the month taken look like a raise: only whoever pays knows, so both amounts are named.
fn say_moved<'p>(
    build: &mut Build<'_>,
    assistant: &str,
    whole: &[(Month, Exact, Vec<usize>)],
    of_month: &dyn Fn(Month) -> Vec<&'p Payment>,
) {
    let [.., (earlier, was, terms), (month, is, terms_now)] = whole else { return };
    if was == is || terms != terms_now {
        return;
    }
    let cells = |month| of_month(month).into_iter().flat_map(base_cells).map(|(_, at)| at).next_back();
    let amount = |n: &Exact| Fact::Amount(Money::from_exact(n).unwrap_or_default());
    let mut finding = Finding::new(&PLAN_PAY_MOVED)
        .with_assistant(assistant)
        .with_month(*month)
        .with_seen(amount(is))
        .with_expected(amount(was));
    finding.at = cells(*month);
    if let Some(at) = cells(*earlier) {
        finding = finding.with_related(at);
    }
    build.say(finding);
}

/// Pay of the months given, one sum: its cells are many, so the first of them stands for the place.
fn year_pay(build: &mut Build<'_>, assistant: &str, form: ContractForm) -> Option<(NodeId, usize)> {
    let paid = payments(build.now, assistant, form);
    let months = months_with_pay(&paid);
    let at = paid.first()?.at;
    let sum: Exact = paid.iter().map(|p| contributory(p)).sum();
    let node = build.sum_of_year(assistant, form, sum, at, months.len());
    Some((node, months.len()))
}

/// The latest whole month whose base pay is not below that of both whole months before it.
fn choose(whole: &[(Month, Exact, Vec<usize>)]) -> Option<usize> {
    let low = |i: &usize| {
        let before: Vec<&Exact> = whole[..*i].iter().rev().take(2).map(|(_, base, _)| base).collect();
        !before.is_empty() && before.iter().all(|b| **b > whole[*i].1)
    };
    (0..whole.len()).rev().find(|i| !low(i)).or_else(|| whole.len().checked_sub(1))
}

/// The rows that cover all days of the month from first to last; nothing where one begins or ends inside it.
fn covering(build: &Build<'_>, rows: &[usize], days: DayRange) -> Option<Vec<usize>> {
    let parts = parts(build, rows, days);
    let all = !parts.is_empty() && parts.iter().all(|(_, part)| *part == days);
    all.then(|| parts.into_iter().map(|(row, _)| row).collect())
}

/// The rows in force on some of the days, each with those of them on which it is.
fn parts(build: &Build<'_>, rows: &[usize], days: DayRange) -> Vec<(usize, DayRange)> {
    let part = |row: usize| contract_days(&build.now.employments[row])?.overlap(&days);
    rows.iter().filter_map(|row| Some((*row, part(*row)?))).collect()
}

/// Was there an absence that lowers pay?
fn away(build: &Build<'_>, assistant: &str, month: DayRange) -> bool {
    build.now.absences.iter().filter(|a| !a.rejected && a.assistant.value.trim() == assistant).any(|a| {
        let touches = DayRange::new(a.from.value, a.to.value).and_then(|d| d.overlap(&month)).is_some();
        touches && build.lowers_pay(a)
    })
}

/// Is there sick pay or a benefit in the payment?
fn sick(payment: &Payment) -> bool {
    let sick = |c: &crate::programme::pay_components::PayComponent| {
        c.class == PayClass::Benefit || c.in_base.value == InBase::SickPay
    };
    payment.components.iter().any(|(c, amount)| sick(c) && amount.value != Money::ZERO)
}

/// The months in which there is base pay.
fn months_with_pay(paid: &[&Payment]) -> BTreeSet<Month> {
    paid.iter().filter(|p| base_of(p) > Exact::zero()).map(|p| p.month.value).collect()
}

/// Base pay, with what continues it on days of leave.
fn base_of(payment: &Payment) -> Exact {
    base_cells(payment).into_iter().map(|(amount, _)| amount.to_exact()).sum()
}

fn base_cells(payment: &Payment) -> Vec<(Money, CellRef)> {
    let own = payment.base.as_ref().or(payment.gross.as_ref()).map(|m| (m.value, m.at));
    let continued = payment
        .components
        .iter()
        .filter(|(c, _)| c.class == PayClass::Base && c.in_base.value != InBase::SickPay)
        .map(|(_, m)| (m.value, m.at));
    own.into_iter().chain(continued).collect()
}

fn pay_of(
    build: &mut Build<'_>,
    (assistant, form): (&str, ContractForm),
    all: &[&Payment],
    payments: &[&Payment],
    month: Month,
    rows: Vec<usize>,
    covered: Option<i64>,
) -> Today {
    let cells: Vec<(Money, CellRef)> = payments.iter().flat_map(|p| base_cells(p)).collect();
    let paid = sum(build, assistant, "Wynagrodzenie zasadnicze w tym roku", month, &cells);
    let base = match covered {
        Some(days) if days > 0 => {
            let whole = Expr::Number(Exact::whole(build.working_days(month.days())));
            let scaled = Expr::div(Expr::mul(paid, whole), Expr::Number(Exact::whole(days))).round2();
            build.between(
                assistant,
                "Wynagrodzenie zasadnicze za pełny miesiąc",
                month,
                Format::Money,
                scaled,
            )
        }
        _ => paid,
    };
    let given = |pick: fn(&Payment) -> &Given<Money>| -> Vec<(Money, CellRef)> {
        payments.iter().filter_map(|p| pick(p).as_ref()).map(|m| (m.value, m.at)).collect()
    };
    let seniority = given(|p| &p.seniority);
    let seniority = positive(&seniority).then(|| {
        let paid_seniority =
            sum(build, assistant, "Dodatek za wieloletnią pracę w tym roku", month, &seniority);
        let share = Expr::div(paid_seniority, paid);
        build.between(assistant, "Udział dodatku za wieloletnią pracę", month, Format::Factor, share)
    });
    let other = |class: PayClass, pick: fn(&Payment) -> &Given<Money>, build: &mut Build<'_>, label: &str| {
        let mut cells = given(pick);
        let own = payments.iter().flat_map(|p| &p.components).filter(|(c, _)| c.class == class);
        cells.extend(own.map(|(_, m)| (m.value, m.at)));
        let amount: i64 = cells.iter().map(|(m, _)| m.grosze()).sum();
        let same = |m: Month| other_in(all, m, class, pick) == amount;
        // A reward of one month is not next year's pay.
        let months: BTreeSet<Month> = all.iter().map(|p| p.month.value).filter(|m| *m != month).collect();
        if amount > 0 && months.into_iter().any(same) {
            return Some(sum(build, assistant, label, month, &cells));
        }
        mean(build, (assistant, label), all, month, class, pick)
    };
    let other_contributory = other(
        PayClass::OtherContributory,
        |p| &p.other_contributory,
        build,
        "Inne składniki oskładkowane w tym roku",
    );
    let other_exempt =
        other(PayClass::OtherExempt, |p| &p.other_exempt, build, "Inne składniki nieoskładkowane w tym roku");
    let motivation = given(|p| &p.motivation);
    let motivation = positive(&motivation)
        .then(|| sum(build, assistant, "Dodatek motywacyjny w tym roku", month, &motivation));
    let supplement = given(|p| &p.supplement);
    let amount: i64 = supplement.iter().map(|(m, _)| m.grosze()).sum();
    // One paid once a year is no monthly pay.
    let monthly = all
        .iter()
        .any(|p| p.month.value != month && p.supplement.as_ref().is_some_and(|m| m.value.grosze() == amount));
    let supplement = (amount > 0 && monthly)
        .then(|| sum(build, assistant, "Dodatek z Programu w tym roku", month, &supplement));
    let other_public = given(|p| &p.other_public);
    let other_public = positive(&other_public)
        .then(|| sum(build, assistant, "Inne środki publiczne w tym roku", month, &other_public));
    let (hourly, hours) = if form == ContractForm::Service {
        hourly(build, assistant, all, payments, month, paid)
    } else {
        (None, None)
    };
    let posts = rows.iter().map(|i| build.now.employments[*i].fte.as_ref().map(|f| f.value.clone()));
    let posts: Option<Exact> = posts.collect::<Option<Vec<Exact>>>().map(|p| p.into_iter().sum());
    Today {
        base,
        posts,
        rows,
        seniority,
        other_contributory,
        other_exempt,
        motivation,
        supplement,
        other_public,
        hourly,
        hours,
    }
}

fn positive(cells: &[(Money, CellRef)]) -> bool {
    cells.iter().map(|(m, _)| m.grosze()).sum::<i64>() > 0
}

fn other_in(all: &[&Payment], month: Month, class: PayClass, pick: fn(&Payment) -> &Given<Money>) -> i64 {
    let mine = all.iter().filter(|p| p.month.value == month);
    mine.map(|p| {
        let own = p.components.iter().filter(|(c, _)| c.class == class).map(|(_, m)| m.value.grosze());
        pick(p).as_ref().map_or(0, |m| m.value.grosze()) + own.sum::<i64>()
    })
    .sum()
}

/// Pay for an hour of the month taken, and the mean hours of the months of this year, in whole hours.
fn hourly(
    build: &mut Build<'_>,
    assistant: &str,
    all: &[&Payment],
    payments: &[&Payment],
    month: Month,
    paid: NodeId,
) -> (Option<NodeId>, Option<NodeId>) {
    let worked = |p: &&&Payment| p.hours.as_ref().is_some_and(|h| !h.value.is_zero());
    let with_pay = all.iter().filter(|p| base_of(p) > Exact::zero()).filter(worked);
    let hours: Vec<(Month, Exact, CellRef)> =
        with_pay.filter_map(|p| p.hours.as_ref().map(|h| (p.month.value, h.value.clone(), h.at))).collect();
    let of_month: Vec<CellRef> = payments.iter().filter_map(|p| p.hours.as_ref()).map(|h| h.at).collect();
    if !hours.iter().any(|(m, _, at)| *m == month && of_month.contains(at)) {
        return (None, None);
    }
    let months: BTreeSet<Month> = hours.iter().map(|(m, _, _)| *m).collect();
    let nodes: Vec<(Month, NodeId)> = hours
        .iter()
        .map(|(m, h, at)| {
            let value = Value::Number(h.clone());
            (
                *m,
                build.basis(
                    assistant,
                    "Godziny przepracowane w tym roku",
                    Some(*m),
                    Format::Hours,
                    value,
                    *at,
                ),
            )
        })
        .collect();
    let then = nodes.iter().filter(|(m, _)| *m == month).map(|(_, n)| *n).collect();
    let rate = Expr::div(paid, Expr::Sum(then)).round2();
    let rate = build.between(assistant, "Stawka godzinowa w tym roku", month, Format::Money, rate);
    let count = Exact::whole(i64::try_from(months.len()).unwrap_or(1));
    let all_hours = Expr::Sum(nodes.iter().map(|(_, n)| *n).collect());
    let mean = Expr::RoundHalfUp(Box::new(Expr::div(all_hours, Expr::Number(count))), 0);
    let mean = build.between(assistant, "Średnie godziny miesiąca w tym roku", month, Format::Hours, mean);
    (Some(rate), Some(mean))
}

/// A sum of cells of this year: the parameter itself where there is one.
fn sum(build: &mut Build<'_>, who: &str, label: &str, month: Month, cells: &[(Money, CellRef)]) -> NodeId {
    let nodes: Vec<NodeId> = cells
        .iter()
        .map(|(m, at)| build.basis(who, label, Some(month), Format::Money, Value::Number(m.to_exact()), *at))
        .collect();
    match nodes.as_slice() {
        [one] => *one,
        many => build.between(who, label, month, Format::Money, Expr::Sum(many.to_vec())),
    }
}

/// A component of changing height that every month had, three of them at least: its mean. What some month lacks is a
/// reward, and rewards are not carried on.
fn mean(
    build: &mut Build<'_>,
    (who, label): (&str, &str),
    all: &[&Payment],
    month: Month,
    class: PayClass,
    pick: fn(&Payment) -> &Given<Money>,
) -> Option<NodeId> {
    let months = months_with_pay(all);
    if months.len() < 3 || months.iter().any(|m| other_in(all, *m, class, pick) <= 0) {
        return None;
    }
    let mut nodes = Vec::new();
    for payment in all {
        let own = payment.components.iter().filter(|(c, _)| c.class == class).map(|(_, m)| m);
        for amount in pick(payment).iter().chain(own) {
            let value = Value::Number(amount.value.to_exact());
            nodes.push(build.basis(who, label, Some(payment.month.value), Format::Money, value, amount.at));
        }
    }
    let count = Exact::whole(i64::try_from(months.len()).unwrap_or(1));
    let mean = Expr::div(Expr::Sum(nodes), Expr::Number(count)).round2();
    Some(build.between(who, &format!("{label}, średnia miesięcy"), month, Format::Money, mean))
}

/// What was paid on today's pay is due next year.
fn dues(build: &Build<'_>, rows: &[usize], payments: &[&Payment]) -> Dues {
    let columns = build.now.tables.iter().filter(|t| t.id == TableId::Pay).flat_map(|t| &t.columns);
    let columns: BTreeSet<&str> = columns.copied().collect();
    let paid = |which: Contribution| {
        payments.iter().flat_map(|p| &p.contributions).any(|(c, m)| *c == which && m.value.grosze() > 0)
    };
    let asked = |which: Contribution| columns.contains(which.key());
    let total = paid(Contribution::Total);
    let social = if asked(Contribution::Pension) {
        paid(Contribution::Pension)
    } else {
        total || paid(Contribution::Paragraph4110)
    };
    let accident = if asked(Contribution::Accident) { paid(Contribution::Accident) } else { social };
    let fund = if asked(Contribution::LabourFund) {
        paid(Contribution::LabourFund)
    } else {
        total || paid(Contribution::Paragraph4120)
    };
    // No column tells it: as everybody else.
    let untold = !Contribution::ALL.iter().any(|c| asked(*c));
    let minimum = payments.first().and_then(|p| build.national.minimum_wage(p.month.value));
    let pay: Exact = payments.iter().map(|p| contributory(p)).sum();
    let reaches = minimum.is_some_and(|m| pay >= m.value.to_exact());
    let exempt = rows.iter().any(|i| build.now.employments[*i].fp_exempt.as_ref().is_some_and(|e| e.value));
    let labour_fund = match (exempt, fund, reaches) {
        (true, _, _) => LabourFund::Exempt,
        _ if untold => LabourFund::FromMinimum,
        (_, false, true) => LabourFund::Exempt,
        (_, true, false) => LabourFund::Always,
        _ => LabourFund::FromMinimum,
    };
    Dues {
        social: social || untold,
        accident: accident || untold,
        labour_fund,
        fgsp: paid(Contribution::Fgsp),
        ppk: paid(Contribution::Ppk) || paid(Contribution::Paragraph4710),
    }
}

fn contributory(payment: &Payment) -> Exact {
    let parts = [&payment.seniority, &payment.other_contributory, &payment.supplement, &payment.motivation];
    let parts = parts.into_iter().flatten().map(|m| m.value.to_exact());
    base_of(payment) + parts.sum::<Exact>()
}
