//! An explanation as text, for a window of 90 letters and for print: the amount, the steps from it downwards, what was
//! handed in, the figures of the rules, the readings.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::numbers::BLANK;
use super::{Because, Changed, Data, Datum, Explanation, Mark, Parameter, Reading, Row, Step, Use};
use crate::finding::Fact;
use crate::locale::{Locale, wrap};

/// Letters of a line.
const WIDTH: usize = 90;
/// Rows of a step, and cells of a column, written unless all are asked for.
const ROWS: usize = 12;
/// A step with more rows than this tells no cell addresses behind each of them.
const FEW: usize = 4;

/// Writes an explanation; `all` leaves no row out.
pub fn text(explanation: &Explanation, all: bool, locale: &Locale) -> String {
    let writer = Writer { locale, rows: if all { usize::MAX } else { ROWS } };
    let mut out = String::new();
    writer.head(&mut out, explanation);
    writer.changed(&mut out, &explanation.changed);
    writer.asked(&mut out, explanation);
    if !explanation.steps.is_empty() {
        writer.title(&mut out, "explain-steps");
    }
    for step in &explanation.steps {
        writer.step(&mut out, step);
    }
    writer.data(&mut out, &explanation.inputs);
    writer.parameters(&mut out, &explanation.parameters);
    writer.readings(&mut out, &explanation.readings);
    if explanation.not_followed > 0 {
        let count = [("count", fact(explanation.not_followed))];
        out.push('\n');
        line(&mut out, "", &locale.text("explain-not-followed", &count));
    }
    out
}

struct Writer<'a> {
    locale: &'a Locale,
    rows: usize,
}

fn line(out: &mut String, first: &str, text: &str) {
    out.push_str(&wrap::hanging(first, text, WIDTH));
}

fn fact(count: usize) -> Fact {
    Fact::Count(i64::try_from(count).unwrap_or(i64::MAX))
}

fn said(text: &str) -> Fact {
    Fact::Text(text.to_owned())
}

impl Writer<'_> {
    fn t(&self, key: &str) -> String {
        self.locale.text(key, &[])
    }

    fn labelled(&self, out: &mut String, indent: &str, key: &str, text: &str) {
        if !text.is_empty() {
            line(out, &format!("{indent}{} ", self.t(key)), text);
        }
    }

    fn title(&self, out: &mut String, key: &str) {
        let _infallible = writeln!(out, "\n{}", self.t(key));
    }

    fn head(&self, out: &mut String, explanation: &Explanation) {
        let about = &explanation.settlement;
        line(out, "", &about.title);
        let whose = match (&about.municipality, &about.teryt) {
            (Some(name), Some(teryt)) => format!("{name} ({teryt})"),
            (Some(one), None) | (None, Some(one)) => one.clone(),
            (None, None) => String::new(),
        };
        let facts = [
            ("municipality", said(&whose)),
            ("day", said(&day(&about.as_of))),
            ("version", said(&about.program)),
        ];
        line(out, "", self.locale.text("explain-settlement", &facts).trim_start_matches([' ', '·']));
        if about.draft {
            line(out, "", &self.t("explain-draft"));
        }
    }

    fn changed(&self, out: &mut String, changed: &[Changed]) {
        if changed.is_empty() {
            return;
        }
        out.push('\n');
        line(out, "!! ", &self.locale.text("explain-changed", &[("count", fact(changed.len()))]));
        for one in changed.iter().take(self.rows) {
            let facts = [
                ("cell", said(&place(&one.cell.sheet, &one.cell.cell))),
                ("recorded", said(&one.recorded)),
                ("now", said(&one.now)),
            ];
            line(out, "!! ", &self.locale.text("explain-changed-cell", &facts));
        }
        self.more(out, "!! ", changed.len());
        line(out, "!! ", &self.t("explain-changed-audit"));
    }

    fn asked(&self, out: &mut String, explanation: &Explanation) {
        for asked in &explanation.asked {
            let at = place(&asked.cell.sheet, &asked.cell.cell);
            let of = if asked.of.is_empty() { String::new() } else { format!(" ({})", asked.of) };
            let _infallible = writeln!(out, "\n{at}{of} = {}", asked.value.value);
            line(out, "    ", &asked.label);
            if let Some(home) = &asked.repeats {
                let facts = [("cell", said(&place(&home.sheet, &home.cell)))];
                line(out, "    ", &self.locale.text("explain-repeats", &facts));
            }
            let key = match asked.is {
                Mark::Step(_) => "explain-is-step",
                Mark::Data(_) => "explain-is-data",
                Mark::Parameter(_) => "explain-is-parameter",
                Mark::Left => "explain-is-left",
            };
            let mark = asked.is.to_string();
            line(out, "    ", &self.locale.text(key, &[("mark", said(mark.trim()))]));
        }
    }

    fn step(&self, out: &mut String, step: &Step) {
        out.push('\n');
        let first = format!("[{}] ", step.number);
        line(out, &first, &format!("{} · {}", step.label, step.sheet));
        let indent = " ".repeat(4);
        self.labelled(out, &indent, "explain-formula", &step.formula);
        self.labelled(out, &indent, "explain-rounding", step.rounding.as_deref().unwrap_or_default());
        self.labelled(out, &indent, "explain-basis", &step.basis);
        self.labelled(out, &indent, "explain-reading", &step.readings.join(", "));
        let told = self.alike(&step.rows);
        for rows in told.iter().take(self.rows) {
            self.row(out, rows, step);
        }
        let left = told.iter().skip(self.rows).map(Vec::len).sum();
        self.left(out, &indent, left);
    }

    /// Rows that say the same, together; each by itself where all is asked for.
    fn alike<'r>(&self, rows: &'r [Row]) -> Vec<Vec<&'r Row>> {
        let mut told: Vec<Vec<&Row>> = Vec::new();
        let mut known = BTreeMap::new();
        for row in rows {
            let key = (row.numbers.as_str(), row.result.value.as_str(), answers(row));
            let at = *known.entry(key).or_insert(told.len());
            match told.get_mut(at) {
                Some(same) if self.rows < usize::MAX => same.push(row),
                _ => told.push(vec![row]),
            }
        }
        told
    }

    fn row(&self, out: &mut String, rows: &[&Row], step: &Step) {
        let Some(row) = rows.first() else { return };
        let cells: Vec<(&str, &str)> = rows.iter().map(|row| ("", row.cell.as_str())).collect();
        let others = rows.len() - 1;
        let name = match (row.of.is_empty(), others) {
            (true, 0) => String::new(),
            (false, 0) => format!(" ({})", row.of),
            (_, _) => {
                let facts = [("of", said(&row.of)), ("count", fact(others))];
                format!(" ({})", self.locale.text("explain-and-others", &facts))
            }
        };
        let mut told = format!("{}{name}:", ranges(&cells, ""));
        if row.numbers == row.result.value || row.numbers == bare(&row.result.value) {
            told = format!("{told} {}", row.result.value);
        } else {
            told = format!("{told} {} = {}", row.numbers, row.result.value);
        }
        if let Some(before) = &row.before_rounding {
            let facts = [("value", said(&before.value))];
            told = format!("{told} {}", self.locale.text("explain-before-rounding", &facts));
        }
        line(out, "    • ", &told);
        for because in &row.because {
            let key = if because.holds { "explain-holds" } else { "explain-holds-not" };
            let facts = [("condition", said(&because.condition))];
            line(out, "      ", &self.locale.text(key, &facts));
        }
        if others == 0 && step.rows.len() <= FEW && !row.uses.is_empty() {
            self.labelled(out, "      ", "explain-uses", &used(&row.uses, &step.sheet));
        }
    }

    fn data(&self, out: &mut String, groups: &[Data]) {
        if groups.is_empty() {
            return;
        }
        self.title(out, "explain-data");
        for group in groups {
            let first = format!("[d{}] ", group.number);
            let title = format!("{} · {} › {}", group.label, group.file, group.sheet);
            line(out, &first, &title);
            let copies: BTreeSet<&str> = group.cells.iter().map(|datum| datum.copy.sheet.as_str()).collect();
            let copies = copies.into_iter().collect::<Vec<_>>().join(", ");
            line(out, "    ", &self.locale.text("explain-copies", &[("sheet", said(&copies))]));
            let (blank, given): (Vec<&Datum>, Vec<&Datum>) =
                group.cells.iter().partition(|datum| datum.value.value == BLANK);
            for datum in given.iter().take(self.rows) {
                let name = if datum.of.is_empty() { String::new() } else { format!(" ({})", datum.of) };
                let facts = [
                    ("cell", said(&format!("{}{name}", datum.cell))),
                    ("value", said(&datum.value.value)),
                    ("copy", said(&datum.copy.cell)),
                ];
                line(out, "    • ", &self.locale.text("explain-datum", &facts));
            }
            self.more(out, "    ", given.len());
            let blank: Vec<(&str, &str)> = blank.iter().map(|datum| ("", datum.cell.as_str())).collect();
            self.labelled(out, "    ", "explain-blank", &ranges(&blank, ""));
        }
    }

    fn parameters(&self, out: &mut String, parameters: &[Parameter]) {
        if parameters.is_empty() {
            return;
        }
        self.title(out, "explain-parameters");
        for parameter in parameters {
            let first = format!("[p{}] ", parameter.number);
            let at = place(&parameter.at.sheet, &parameter.at.cell);
            line(out, &first, &format!("{}: {} · {at}", parameter.label, parameter.value.value));
            if parameter.mark.is_empty() {
                line(out, "    ", &self.t("explain-no-mark"));
            } else {
                self.labelled(out, "    ", "explain-mark", &parameter.mark);
            }
            self.labelled(out, "    ", "explain-source", &parameter.source);
            self.labelled(out, "    ", "explain-read-as", &parameter.reading);
        }
    }

    fn readings(&self, out: &mut String, readings: &[Reading]) {
        if readings.is_empty() {
            return;
        }
        self.title(out, "explain-readings");
        for reading in readings {
            line(out, "  - ", &format!("{} ({} = {})", reading.question, reading.name, reading.way));
            line(out, "    ", &reading.meaning);
            self.labelled(out, "    ", "explain-reading-basis", &reading.basis);
        }
    }

    fn more(&self, out: &mut String, indent: &str, count: usize) {
        self.left(out, indent, count.saturating_sub(self.rows));
    }

    fn left(&self, out: &mut String, indent: &str, count: usize) {
        if count > 0 {
            line(out, indent, &self.locale.text("explain-more", &[("count", fact(count))]));
        }
    }
}

fn place(sheet: &str, cell: &str) -> String {
    format!("{sheet} › {cell}")
}

/// An amount without its unit.
fn bare(value: &str) -> &str {
    value.trim_end_matches("zł").trim_end()
}

/// The answers that decided a row, whatever the numbers in them.
fn answers(row: &Row) -> Vec<(String, bool)> {
    let name = |because: &Because| {
        let mut name = String::new();
        let mut depth = 0;
        for c in because.condition.chars() {
            depth += i32::from(c == '[');
            if depth == 0 && !c.is_ascii_digit() {
                name.push(c);
            }
            depth -= i32::from(c == ']');
        }
        (name, because.holds)
    };
    row.because.iter().map(name).collect()
}

fn used(uses: &[Use], own: &str) -> String {
    let cells: Vec<(&str, &str)> =
        uses.iter().map(|used| (used.cell.sheet.as_str(), used.cell.cell.as_str())).collect();
    ranges(&cells, own)
}

/// Cells by sheet and address, neighbours below one another joined; those of the own sheet without its name.
fn ranges(cells: &[(&str, &str)], own: &str) -> String {
    let mut runs: Vec<(&str, &str, &str)> = Vec::new();
    for (sheet, cell) in cells.iter().copied() {
        match runs.last_mut() {
            Some((same, _, last)) if *same == sheet && below(last, cell) => *last = cell,
            _ => runs.push((sheet, cell, cell)),
        }
    }
    let mut before = own;
    let told = runs.iter().map(|(sheet, first, last)| {
        let range = if first == last { (*first).to_owned() } else { format!("{first}:{last}") };
        let named = if *sheet == before { range } else { place(sheet, &range) };
        before = sheet;
        named
    });
    told.collect::<Vec<_>>().join(", ")
}

fn below(above: &str, cell: &str) -> bool {
    let apart = |text: &str| {
        let at = text.find(|c: char| c.is_ascii_digit())?;
        Some((text[..at].to_owned(), text[at..].parse::<u32>().ok()?))
    };
    match (apart(above), apart(cell)) {
        (Some((a, m)), Some((b, n))) => a == b && m + 1 == n,
        _ => false,
    }
}

/// An ISO day as Poles write it.
fn day(iso: &str) -> String {
    crate::units::Day::parse_iso(iso).map_or_else(|| iso.to_owned(), crate::units::Day::polish)
}
