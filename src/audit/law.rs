//! The trace against the law: what the workbook's own data give under the rules built in. Finds a workbook whose
//! trace was forged with it, and one whose rules were not the official ones.
//!
//! Figures are compared by business key and parameters by name; where they stand may differ from version to version.

use std::collections::BTreeMap;

use super::Report;
use crate::calc::{Format, Value};
use crate::finding::code::audit as code;
use crate::finding::{Fact, Finding};
use crate::source::CellRef;
use crate::trace::{Figure, Head, Held, Origin, Purpose, Trace, TraceCell, TraceSheet};
use crate::units::{Exact, Money};

/// Figures that one finding names beside the first.
const MOST_NAMED: usize = 12;

/// What the law gives for the data of a workbook.
#[derive(Clone, Copy, Debug)]
pub struct Law<'a> {
    /// The trace of the settlement made again.
    pub trace: &'a Trace,
    /// SHA-256 of the edition's rules that were applied.
    pub rules_sha256: &'a str,
}

/// Compares a trace with what the law gives; `place` says where a cell of the trace stands in the audited workbook.
/// Returns the findings and the number of figures compared.
pub fn compared(
    written: &Trace,
    law: &Law<'_>,
    place: &dyn Fn((usize, u32, u32)) -> Option<CellRef>,
) -> (Vec<Finding>, usize) {
    let mut findings = Vec::new();
    findings.extend(rules(&written.head, law));
    findings.extend(parameters(written, law.trace, place));
    let (differing, count) = figures(written, law.trace);
    findings.extend(first(&differing, place));
    if is_comparable(&written.head, law) {
        let told: Vec<_> = findings.iter().filter_map(|f| f.at).collect();
        let mut all = cells(written, law.trace, place);
        all.retain(|f| f.at.is_none_or(|at| !told.contains(&at)));
        findings.extend(all);
    }
    (findings, count)
}

/// Does a settlement made again by this program and these rules write the very same cells?
pub fn is_comparable(head: &Head, law: &Law<'_>) -> bool {
    head.program == env!("CARGO_PKG_VERSION") && head.rules_sha256 == law.rules_sha256
}

/// Every recorded cell against the one that is written now. Results that follow from another cell are not told twice:
/// of formulas the text counts, and the result only where no other cell differs.
fn cells(written: &Trace, law: &Trace, place: &dyn Fn((usize, u32, u32)) -> Option<CellRef>) -> Vec<Finding> {
    let (mut causes, mut results) = (Vec::new(), Vec::new());
    // Findings speak of the files as they were typed, and views repeat them: the recorded tables are canonical.
    // A table without a row leaves a sheet of headings, of which nothing comes.
    let follows = |sheet: &TraceSheet| matches!(sheet.purpose, Purpose::Official | Purpose::Steps);
    for (index, should) in law.sheets.iter().enumerate().filter(|(_, sheet)| follows(sheet)) {
        let found = written.sheets.iter().position(|sheet| sheet.name == should.name);
        let is = found.map(|found| &written.sheets[found].cells[..]).unwrap_or_default();
        let at = found.unwrap_or(index);
        let mut all: BTreeMap<(u32, u32), [Option<&TraceCell>; 2]> = BTreeMap::new();
        for cell in is {
            all.entry((cell.row, cell.column)).or_default()[0] = Some(cell);
        }
        for cell in &should.cells {
            all.entry((cell.row, cell.column)).or_default()[1] = Some(cell);
        }
        for ((row, column), [is, should]) in all {
            if is == should {
                continue;
            }
            let same_formula = match (is.map(|c| &c.holds), should.map(|c| &c.holds)) {
                (Some(Held::Formula(a, _)), Some(Held::Formula(b, _))) => a == b,
                _ => false,
            };
            let mut finding = cell_finding(is, should);
            finding.at = place((at, row, column));
            if same_formula { results.push(finding) } else { causes.push(finding) }
        }
    }
    let new = written.sheets.iter().filter(|sheet| follows(sheet) && law.sheet(&sheet.name).is_none());
    causes.extend(new.map(|sheet| {
        let text = |text: &str| Fact::Text(text.to_owned());
        cell_finding(None, None).with("is", text(&sheet.name)).with("should", text(""))
    }));
    if causes.is_empty() { results } else { causes }
}

fn cell_finding(is: Option<&TraceCell>, should: Option<&TraceCell>) -> Finding {
    let meant = should.or(is).and_then(|cell| cell.meaning.as_deref());
    let format = meant.map_or(Format::General, |meaning| meaning.format);
    let words = |cell: Option<&TraceCell>| match cell.map(|cell| &cell.holds) {
        Some(Held::Formula(formula, _)) => format!("={formula}"),
        Some(Held::Text(text)) => text.clone(),
        Some(Held::Number(n)) => n.to_short(6).replace('.', ","),
        None => String::new(),
    };
    let label = meant.map_or("", |meaning| meaning.label.as_str());
    let mut finding = Finding::new(&code::AUDIT_LAW_CELL)
        .with("what", Fact::Text(label.to_owned()))
        .with("named", super::own::yes(!label.is_empty()))
        .with("is", Fact::Text(words(is)))
        .with("should", Fact::Text(words(should)));
    let value = |cell: Option<&TraceCell>| cell.map(|cell| cell.holds.value());
    let (seen, expected) = (value(is), value(should));
    finding.seen = seen.as_ref().and_then(|value| super::own::fact(value, format));
    finding.expected = expected.as_ref().and_then(|value| super::own::fact(value, format));
    if let (Some(Value::Number(a)), Some(Value::Number(b))) = (&seen, &expected)
        && (format == Format::Money || matches!(should.map(|c| &c.holds), Some(Held::Formula(..))))
    {
        finding.difference = Money::from_exact(&(a - b).round_half_up(2)).filter(|d| *d != Money::ZERO);
    }
    finding.basis = meant.map(super::own::basis).filter(|basis| !basis.is_empty());
    finding
}

/// The rules applied then, against those applied now.
fn rules(head: &Head, law: &Law<'_>) -> Option<Finding> {
    let same = head.rules_sha256 == law.rules_sha256;
    if same {
        return None;
    }
    let text = |text: &str| Fact::Text(text.to_owned());
    let finding = Finding::new(&code::AUDIT_RULES_OTHER)
        .with("edition", text(&head.edition))
        .with("built_in", text(if head.rules_built_in { "yes" } else { "no" }))
        .with_seen(text(&head.rules_sha256))
        .with_expected(text(law.rules_sha256));
    // Rules are corrected from version to version; what that changes is told figure by figure.
    let newer = head.rules_built_in && head.program != env!("CARGO_PKG_VERSION");
    Some(if newer { finding.with_severity(crate::finding::Severity::Note) } else { finding })
}

type Parameters<'a> = BTreeMap<&'a str, Vec<((usize, u32, u32), &'a TraceCell)>>;

fn parameters_of(trace: &Trace) -> Parameters<'_> {
    let mut all = Parameters::new();
    for (index, sheet) in trace.sheets.iter().enumerate() {
        for cell in &sheet.cells {
            if let Some(meaning) = &cell.meaning
                && matches!(meaning.origin, Origin::Parameter(..))
            {
                all.entry(&meaning.label).or_default().push(((index, cell.row, cell.column), cell));
            }
        }
    }
    all
}

fn parameters(
    written: &Trace,
    law: &Trace,
    place: &dyn Fn((usize, u32, u32)) -> Option<CellRef>,
) -> Vec<Finding> {
    let lawful = parameters_of(law);
    let mut findings = Vec::new();
    for (label, cells) in parameters_of(written) {
        for (n, (at, cell)) in cells.iter().enumerate() {
            let expected = lawful.get(label).and_then(|all| all.get(n)).map(|(_, cell)| *cell);
            let (is, should) = (cell.holds.value(), expected.map(|cell| cell.holds.value()));
            if should.as_ref() == Some(&is) {
                continue;
            }
            let format = cell.meaning.as_deref().map_or(Format::General, |m| m.format);
            let mut finding =
                Finding::new(&code::AUDIT_LAW_PARAMETER).with("what", Fact::Text(label.to_owned()));
            finding.at = place(*at);
            finding.seen = super::own::fact(&is, format);
            finding.expected = should.as_ref().and_then(|value| super::own::fact(value, format));
            let meant = expected.and_then(|cell| cell.meaning.as_deref());
            finding.basis = meant.map(super::own::basis).filter(|basis| !basis.is_empty());
            findings.push(finding);
        }
    }
    findings
}

type Key<'a> = (Option<&'a str>, Option<&'a str>, Option<&'a str>, Option<&'a str>, Option<&'a str>, &'a str);

fn key(figure: &Figure) -> Key<'_> {
    (
        figure.assistant.as_deref(),
        figure.month.as_deref(),
        figure.form.as_deref(),
        figure.round.as_deref(),
        figure.component.as_deref(),
        &figure.what,
    )
}

/// A figure of the trace and what the law gives; either may be missing.
type Pair<'a> = (Option<&'a Figure>, Option<&'a Figure>);

fn figures<'a>(written: &'a Trace, law: &'a Trace) -> (Vec<Pair<'a>>, usize) {
    let mut all: BTreeMap<Key<'a>, (Vec<&'a Figure>, Vec<&'a Figure>)> = BTreeMap::new();
    written.figures.iter().for_each(|f| all.entry(key(f)).or_default().0.push(f));
    law.figures.iter().for_each(|f| all.entry(key(f)).or_default().1.push(f));
    let mut differing = Vec::new();
    for (is, should) in all.into_values() {
        for n in 0..is.len().max(should.len()) {
            let pair = (is.get(n).copied(), should.get(n).copied());
            if pair.0.map(|f| &f.value) != pair.1.map(|f| &f.value) {
                differing.push(pair);
            }
        }
    }
    (differing, written.figures.len())
}

/// One finding for all: the co-financing or else the largest, and where the others stand.
fn first(differing: &[Pair<'_>], place: &dyn Fn((usize, u32, u32)) -> Option<CellRef>) -> Option<Finding> {
    let whole = |f: &Figure| {
        f.what == "co_financing" && f.assistant.is_none() && f.component.is_none() && f.round.is_none()
    };
    let rank = |pair: &&Pair<'_>| {
        let figure = pair.0.or(pair.1);
        let size = excess(pair).map_or_else(Exact::zero, |d| d.to_exact().abs());
        (figure.is_some_and(whole), figure.is_some_and(|f| f.format == Format::Money), size)
    };
    let largest = differing.iter().max_by_key(rank)?;
    let figure = largest.0.or(largest.1)?;
    let names = [&figure.assistant, &figure.month, &figure.component, &figure.round];
    let of: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
    let mut finding = Finding::new(&code::AUDIT_LAW_FIGURE)
        .with("what", Fact::Text(figure.what.clone()))
        .with("of", Fact::Text(of.join(", ")))
        .with("whole", super::own::yes(of.is_empty()))
        .with("count", Fact::Count(i64::try_from(differing.len()).unwrap_or(i64::MAX)));
    let shown = |f: &Figure| super::own::fact(&f.value, f.format);
    finding.seen = largest.0.and_then(shown);
    finding.expected = largest.1.and_then(shown);
    finding.difference = excess(largest);
    finding.at = largest.0.and_then(|f| f.at).and_then(place);
    let others = differing.iter().filter_map(|pair| place(pair.0?.at?));
    finding.related = others.filter(|at| Some(*at) != finding.at).take(MOST_NAMED).collect();
    Some(finding)
}

fn excess(pair: &Pair<'_>) -> Option<Money> {
    let figure = pair.0.or(pair.1)?;
    let number = |f: Option<&Figure>| match f.map(|f| &f.value) {
        Some(Value::Number(n)) => n.clone(),
        _ => Exact::zero(),
    };
    let difference = number(pair.0) - number(pair.1);
    (figure.format == Format::Money).then(|| Money::from_exact(&difference.round_half_up(2))).flatten()
}

/// Says in the report what was compared.
pub fn noted(report: &mut Report, findings: Vec<Finding>, figures: usize) {
    report.recomputed.push(super::Recomputed { key: "audit-recomputed-figures", count: figures });
    report.findings.extend(findings);
    report.sort();
}
