//! Does the form tie to the books? Judges the walk of `settlement::books`: each paragraph's rest must be nothing.
//!
//! A rest is told with the walk's figures and with the likeliest cause: an amount of the payroll that is exactly as
//! large. Nothing is computed here but such comparisons.

use std::collections::BTreeMap;

use super::scope::{Scope, amount, money};
use crate::calc::{Model, NodeId};
use crate::finding::code::reconciliation as code;
use crate::finding::{Fact, Finding};
use crate::records::LedgerLine;
use crate::settlement::Settled;
use crate::settlement::books::{Books, Kind, Walk};
use crate::units::{Exact, Month};

/// Judges the walk, paragraph by paragraph.
pub fn judge(scope: &Scope, settled: &Settled, found: &mut Vec<Finding>) {
    let Some(books) = &settled.books else { return };
    for column in 0..books.walk.columns.len() {
        tie(scope, settled, books, column, found);
    }
    missing(scope, settled, &books.walk, found);
    if books.columns.combined {
        let rows = books.walk.columns.iter().filter(|c| c.name.contains("łącznie"));
        let first = rows.flat_map(|c| &c.rows).find_map(|i| scope.facts.ledger.get(*i));
        found.extend(first.map(|line| Finding::at(&code::LEDGER_PARAGRAPHS_TOGETHER, line.paragraph.at)));
    }
    programme_split(scope, settled, &books.walk, found);
}

fn tie(scope: &Scope, settled: &Settled, books: &Books, column: usize, found: &mut Vec<Finding>) {
    let walk = &books.walk;
    let of = &walk.columns[column];
    let lines: Vec<&LedgerLine> = of.rows.iter().filter_map(|i| scope.facts.ledger.get(*i)).collect();
    let Some(first) = lines.first() else { return };
    let number = |kind| step(&settled.model, walk, kind, column);
    let rest = number(Kind::Rest);
    // Parts above the turnover have a finding of their own, and no walk can start from them.
    if rest.is_zero() || lines.iter().any(|line| parts_above(line)) {
        return;
    }
    let shown = |kind| Fact::Amount(money(&number(kind)));
    let left_out: Exact = walk
        .steps
        .iter()
        .filter(|s| {
            let timing =
                matches!(s.kind, Kind::Outside | Kind::NoContract | Kind::NotCounted | Kind::Rounding);
            timing || matches!(s.kind, Kind::Item(_))
        })
        .map(|s| step(&settled.model, walk, s.kind, column))
        .sum();
    let finding = Finding::at(&code::LEDGER_DOES_NOT_TIE, first.turnover.at)
        .with_seen(shown(Kind::Expected))
        .with_expected(shown(Kind::Form))
        .with_difference(money(&rest.abs()))
        .with("paragraph", Fact::Text(of.name.trim_start_matches("§ ").to_owned()))
        .with("short", word(rest.is_negative()))
        .with("turnover", shown(Kind::Turnover));
    // What is nothing is not told: the sentence is long enough.
    let told = [
        ("others", "others_given", number(Kind::Others).abs()),
        ("previous", "previous_given", number(Kind::Previous).abs()),
        ("unpaid", "unpaid_given", number(Kind::Unpaid)),
        ("left_out", "left_out_given", left_out.abs()),
    ];
    let finding = told.into_iter().fold(finding, |finding, (name, given, sum)| {
        finding.with(name, Fact::Amount(money(&sum))).with(given, word(!sum.is_zero()))
    });
    let finding = cause(settled, books, column, &rest).add(finding);
    let others = lines.iter().filter_map(|line| line.others.as_ref());
    found.push(others.fold(finding, |finding, given| finding.with_related(given.at)));
}

fn word(yes: bool) -> Fact {
    Fact::Text(if yes { "yes" } else { "no" }.to_owned())
}

fn parts_above(line: &LedgerLine) -> bool {
    let parts: Exact = [&line.programme, &line.others].into_iter().map(amount).sum();
    let turnover = line.turnover.value.to_exact();
    parts > turnover && !turnover.is_negative()
}

fn step(model: &Model, walk: &Walk, kind: Kind, column: usize) -> Exact {
    let node = walk.step(kind).and_then(|s| s.amounts.get(column).copied().flatten());
    node.map_or_else(Exact::zero, |id| model.number(id))
}

/// What is exactly as large as the rest.
enum Cause {
    None,
    /// The same amount with the other sign in another paragraph.
    OtherParagraph(&'static str),
    /// A step of the walk.
    Step(&'static str),
    /// All pay, or all contributions, of one person for one month.
    Payment(String, Month),
    /// Everything of one month.
    Month(Month),
    /// Everything of one person.
    Person(String),
    /// Twice a step: it was booked with the wrong sign.
    Sign(&'static str),
}

impl Cause {
    fn add(self, finding: Finding) -> Finding {
        let text = |text: &str| Fact::Text(text.to_owned());
        let (kind, name, who, month) = match self {
            Self::None => ("none", "", String::new(), None),
            Self::OtherParagraph(name) => ("other-paragraph", name, String::new(), None),
            Self::Step(name) => ("step", name, String::new(), None),
            Self::Payment(who, month) => ("payment", "", who, Some(month)),
            Self::Month(month) => ("month", "", String::new(), Some(month)),
            Self::Person(who) => ("person", "", who, None),
            Self::Sign(name) => ("sign", name, String::new(), None),
        };
        let finding =
            finding.with("cause", text(kind)).with("cause_name", text(name)).with("cause_who", text(&who));
        month.into_iter().fold(finding, |finding, month| finding.with("cause_month", Fact::Month(month)))
    }
}

/// The likeliest cause: what an accountant would look at first.
fn cause(settled: &Settled, books: &Books, column: usize, rest: &Exact) -> Cause {
    let (model, walk) = (&settled.model, &books.walk);
    let opposite = (0..walk.columns.len())
        .filter(|other| *other != column)
        .find(|other| (step(model, walk, Kind::Rest, *other) + rest.clone()).is_zero());
    if let Some(other) = opposite {
        return Cause::OtherParagraph(walk.columns[other].name);
    }
    let steps = || {
        walk.steps.iter().filter_map(|s| match s.kind {
            Kind::Previous | Kind::Outside | Kind::NoContract | Kind::Unpaid | Kind::NotCounted => {
                Some((s.kind, model.node(s.total).label.as_ref()))
            }
            Kind::Item(name) => Some((s.kind, name)),
            _ => None,
        })
    };
    let size = rest.abs();
    let as_large = |kind: Kind, times: i64| {
        let amount = step(model, walk, kind, column).abs();
        !amount.is_zero() && amount * Exact::whole(times) == size
    };
    let named = |kind: Kind| crate::settlement::books::name(kind);
    if let Some((kind, _)) = steps().find(|(kind, _)| as_large(*kind, 1)) {
        return Cause::Step(named(kind));
    }
    let mut sums = Sums::default();
    for row in books.payments.iter().filter(|row| row.column == walk.columns[column].name) {
        sums.add(model, row);
    }
    if let Some(cause) = sums.as_large(&size) {
        return cause;
    }
    match steps().find(|(kind, _)| as_large(*kind, 2)) {
        Some((kind, _)) => Cause::Sign(named(kind)),
        None => Cause::None,
    }
}

/// Amounts of one paragraph by person and month.
#[derive(Default)]
struct Sums {
    payments: BTreeMap<(Month, String), Exact>,
    months: BTreeMap<Month, Exact>,
    people: BTreeMap<String, Exact>,
}

impl Sums {
    fn add(&mut self, model: &Model, row: &crate::settlement::books::PaidAmount) {
        let amount = model.number(row.amount);
        let add = |sum: &mut Exact| *sum = sum.clone() + amount.clone();
        add(self.payments.entry((row.month, row.assistant.clone())).or_insert_with(Exact::zero));
        add(self.months.entry(row.month).or_insert_with(Exact::zero));
        add(self.people.entry(row.assistant.clone()).or_insert_with(Exact::zero));
    }

    fn as_large(&self, size: &Exact) -> Option<Cause> {
        if let Some(((month, who), _)) = self.payments.iter().rev().find(|(_, sum)| *sum == size) {
            return Some(Cause::Payment(who.clone(), *month));
        }
        if let Some((month, _)) = self.months.iter().rev().find(|(_, sum)| *sum == size) {
            return Some(Cause::Month(*month));
        }
        self.people.iter().find(|(_, sum)| *sum == size).map(|(who, _)| Cause::Person(who.clone()))
    }
}

/// Paragraphs with a cost on the form and without a row of `Księgi`, told once.
fn missing(scope: &Scope, settled: &Settled, walk: &Walk, found: &mut Vec<Finding>) {
    if walk.missing.is_empty() {
        return;
    }
    let names: Vec<&str> = walk.missing.iter().map(|(name, _)| *name).collect();
    let cost: Exact = walk.missing.iter().map(|(_, id): &(_, NodeId)| settled.model.number(*id)).sum();
    let table = scope.facts.table(crate::records::TableId::Ledger);
    let finding = Finding {
        at: table.map(|t| t.header_at),
        ..Finding::new(&code::LEDGER_PARAGRAPH_MISSING)
            .with("paragraphs", Fact::Text(names.join(", ")))
            .with("count", Fact::Count(i64::try_from(names.len()).unwrap_or(i64::MAX)))
            .with_seen(Fact::Amount(money(&cost)))
    };
    found.push(finding);
}

/// The programme's money agrees in all, but not by paragraph: how it is shared out is an assumption of this program.
fn programme_split(scope: &Scope, settled: &Settled, walk: &Walk, found: &mut Vec<Finding>) {
    // Money in a paragraph that cannot hold it, or above the turnover, has a finding of its own.
    let elsewhere = |line: &LedgerLine| {
        let walked =
            |i: &usize| scope.facts.ledger.get(*i).is_some_and(|l| l.paragraph.at == line.paragraph.at);
        line.programme.is_some() && !walk.columns.iter().flat_map(|c| &c.rows).any(walked)
    };
    if scope.facts.ledger.iter().any(|line| elsewhere(line) || parts_above(line)) {
        return;
    }
    let booked: Exact = scope.facts.ledger.iter().map(|l| amount(&l.programme)).sum();
    if booked != settled.model.number(settled.totals.co_financing) {
        return;
    }
    let rests = walk.step(Kind::ProgrammeRest).map(|s| s.amounts.clone()).unwrap_or_default();
    let other = |id: &NodeId| !settled.model.number(*id).is_zero();
    let rests = walk.columns.iter().zip(rests).filter_map(|(c, id)| Some((c, id.filter(other)?)));
    let rests: Vec<_> = rests.collect();
    let Some((first, _)) = rests.first() else { return };
    let at = first.rows.iter().filter_map(|i| scope.facts.ledger.get(*i)).find_map(|l| l.programme.as_ref());
    let Some(at) = at else { return };
    let names: Vec<&str> = rests.iter().map(|(c, _)| c.name).collect();
    let moved: Exact =
        rests.iter().map(|(_, id)| settled.model.number(*id)).filter(|n| !n.is_negative()).sum();
    found.push(
        Finding::at(&code::LEDGER_PROGRAMME_SPLIT, at.at)
            .with("paragraphs", Fact::Text(names.join(", ")))
            .with_difference(money(&moved)),
    );
}
