//! Total rows of the form and spending by paragraph, before and after. Both stand on papers only, so they are added
//! when the papers are made.

use std::collections::BTreeMap;

use super::before::{Before, number};
use super::build::{Was, name, row};
use super::{Correction, Item};
use crate::calc::{Format, NodeId};
use crate::grid::{Content, Role, Sheet};
use crate::programme::Programme;
use crate::records::Submission;
use crate::settlement::Settled;
use crate::settlement::paragraph_steps::{Shares, Spending};
use crate::source::a1;
use crate::trace::Trace;

/// A figure of a total row of the form, or of a table that has one row only.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormRow {
    /// Position of its sheet among the form's.
    pub sheet: usize,
    /// Row and column from zero.
    pub at: (u32, u32),
    /// What the row and column are called: `ogółem, kol. 5: Koszt dodatku`.
    pub name: String,
    /// The figure.
    pub node: NodeId,
    /// How it is shown.
    pub format: Format,
}

/// A heading longer than this is cut: it only helps to find the column.
const LONGEST: usize = 90;

/// Returns the figures of total rows, sheet by sheet, row by row. A table without a total row gives its only row.
pub fn form_rows(sheets: &[Sheet]) -> Vec<FormRow> {
    let mut all: Vec<FormRow> = Vec::new();
    for (index, sheet) in sheets.iter().enumerate().filter(|(_, sheet)| sheet.official) {
        let mut columns = Columns::default();
        let mut body: Vec<u32> = Vec::new();
        let mut rows: BTreeMap<u32, Role> = BTreeMap::new();
        for ((row, _), cell) in &sheet.cells {
            rows.entry(*row).or_insert(cell.role);
        }
        let last = rows.keys().next_back().map_or(0, |row| row + 1);
        for row in 0..=last {
            let role = rows.get(&row).copied();
            match role {
                Some(Role::Body) => body.push(row),
                Some(Role::Total) => {
                    all.extend(columns.figures(index, sheet, row));
                    body.clear();
                }
                _ => {
                    if let [only] = body.as_slice() {
                        all.extend(columns.figures(index, sheet, *only));
                    }
                    body.clear();
                    columns.see(sheet, row, role);
                }
            }
        }
    }
    all
}

/// Headings of the table being read.
#[derive(Default)]
struct Columns {
    headings: BTreeMap<u32, String>,
    numbers: BTreeMap<u32, String>,
    /// The row above ended a table, so that headings start anew.
    done: bool,
}

impl Columns {
    fn see(&mut self, sheet: &Sheet, row: u32, role: Option<Role>) {
        match role {
            Some(Role::Heading | Role::GroupHeading) => {
                if self.done {
                    *self = Self::default();
                }
                for ((_, column), cell) in sheet.cells.range((row, 0)..(row + 1, 0)) {
                    if let Content::Text(text) = &cell.content {
                        self.headings.insert(*column, text.clone());
                    }
                }
            }
            Some(Role::ColumnNumber) => {
                for ((_, column), cell) in sheet.cells.range((row, 0)..(row + 1, 0)) {
                    let number = match &cell.content {
                        Content::Text(text) => text.clone(),
                        Content::Number(n) => n.to_short(0),
                        Content::Blank | Content::Node(_) => continue,
                    };
                    self.numbers.insert(*column, number);
                }
                self.done = true;
            }
            _ => {}
        }
    }

    fn figures(&self, index: usize, sheet: &Sheet, row: u32) -> Vec<FormRow> {
        let cells = || sheet.cells.range((row, 0)..(row + 1, 0));
        let label = cells().find_map(|(_, cell)| match &cell.content {
            Content::Text(text) if cell.role == Role::Total => Some(text.clone()),
            _ => None,
        });
        let mut all = Vec::new();
        for ((_, column), cell) in cells() {
            let Content::Node(node) = cell.content else { continue };
            if matches!(cell.format, Format::Text | Format::General | Format::Day | Format::Month) {
                continue;
            }
            let heading = self.headings.get(column).map(|text| cut(text)).unwrap_or_default();
            let number = self.numbers.get(column).map(|n| format!("kol. {n}")).unwrap_or_default();
            let parts: Vec<String> =
                label.iter().cloned().chain([number, heading]).filter(|part| !part.is_empty()).collect();
            all.push(FormRow {
                sheet: index,
                at: (row, *column),
                name: parts.join(", "),
                node,
                format: cell.format,
            });
        }
        all
    }
}

fn cut(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// The key of a row: sheet and name, with its number where one sheet has several of that name.
fn keys(rows: &[FormRow], sheets: &[Sheet]) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    rows.iter()
        .map(|row| {
            let sheet = sheets.get(row.sheet).map_or("", |s| s.name.as_str());
            let key = format!("{sheet} › {}", row.name);
            let times = seen.entry(key.clone()).or_default();
            *times += 1;
            if *times > 1 { format!("{key} ({times})") } else { key }
        })
        .collect()
}

/// Returns what the form of the settlement before showed, from its trace; `sheets` are its papers made again.
pub fn before_of_form(sheets: &[Sheet], trace: &Trace, file: &str) -> Vec<Before> {
    let rows = form_rows(sheets);
    let keys = keys(&rows, sheets);
    let one = |(row, key): (&FormRow, String)| {
        let name = &sheets.get(row.sheet)?.name;
        let value = trace.sheet(name)?.cell(row.at.0, row.at.1).map(|cell| cell.holds.value());
        Some(Before {
            what: "form".to_owned(),
            round: None,
            component: None,
            source: None,
            assistant: None,
            row: Some(key),
            format: row.format,
            value: value.as_ref().and_then(number),
            place: format!("{file} › {name} › {}", a1(row.at.0, row.at.1)),
        })
    };
    rows.iter().zip(keys).filter_map(one).collect()
}

/// Sets the form's total rows against those of the settlement before.
pub fn add_form(settled: &mut Settled, sheets: &[Sheet]) {
    let Some(mut correction) = settled.correction.take() else { return };
    correction.form.clear();
    if correction.previous.whole {
        let rows = form_rows(sheets);
        let keys = keys(&rows, sheets);
        for (form_row, key) in rows.iter().zip(keys) {
            let was = of_row(&correction, "form", &key);
            let node = Some(form_row.node);
            let (before, after, difference) = row(&mut settled.model, &key, form_row.format, was, node);
            let sheet = sheets.get(form_row.sheet).map(|s| s.name.clone());
            correction.form.push(item("form", form_row.name.clone(), sheet, (before, after, difference)));
        }
    }
    settled.correction = Some(correction);
}

type Measure = (&'static str, fn(&Spending) -> NodeId);

const PARAGRAPH: [Measure; 4] = [
    ("paragraph_employment_cost", |s| s.employment_cost),
    ("paragraph_employment_grant", |s| s.employment_grant),
    ("paragraph_supplement_cost", |s| s.supplement_cost),
    ("paragraph_supplement_grant", |s| s.supplement_grant),
];

/// Returns what the settlement before spent by paragraph. Its own settlement made again; nothing is changed in it.
pub fn before_of_paragraphs(
    settled: &Settled,
    submission: &Submission,
    programme: &Programme,
    file: &str,
) -> Vec<Before> {
    let mut copy = settled.clone();
    let shares = Shares::of(&mut copy, submission, programme);
    let mut all = Vec::new();
    for spending in &shares.spending {
        for (what, pick) in PARAGRAPH {
            all.push(Before {
                what: what.to_owned(),
                round: None,
                component: None,
                source: None,
                assistant: None,
                row: Some(spending.paragraph.code().to_owned()),
                format: Format::Money,
                value: number(copy.model.value(pick(spending))),
                place: format!("{file} › Paragrafy"),
            });
        }
    }
    all
}

/// Sets spending by paragraph against that of the settlement before.
pub(crate) fn add_paragraphs(settled: &mut Settled, shares: &Shares) {
    let Some(mut correction) = settled.correction.take() else { return };
    correction.paragraphs.clear();
    let known = correction.previous.figures.iter().any(|f| f.what.starts_with("paragraph_"));
    if correction.previous.whole && known {
        let now: BTreeMap<String, &Spending> =
            shares.spending.iter().map(|s| (s.paragraph.code().to_owned(), s)).collect();
        let figures = correction.previous.figures.iter().filter(|f| f.what.starts_with("paragraph_"));
        let mut paragraphs: Vec<String> =
            figures.filter_map(|f| f.row.clone()).chain(now.keys().cloned()).collect();
        paragraphs.sort();
        paragraphs.dedup();
        for paragraph in paragraphs {
            for (what, pick) in PARAGRAPH {
                let was = of_row(&correction, what, &paragraph);
                let after = now.get(&paragraph).map(|spending| pick(spending));
                let words = format!("{} (§ {paragraph})", name(what));
                let triple = row(&mut settled.model, &words, Format::Money, was, after);
                let label = name(what).to_owned();
                correction.paragraphs.push(item(what, label, Some(paragraph.clone()), triple));
            }
        }
    }
    settled.correction = Some(correction);
}

fn of_row(correction: &Correction, what: &str, key: &str) -> Was {
    let of = |f: &Before| f.what == what && f.row.as_deref() == Some(key);
    match correction.previous.figures.iter().position(of) {
        Some(index) => correction.before[index].map_or(Was::Unknown, Was::Known),
        None => Was::Nothing,
    }
}

fn item(
    what: &'static str,
    label: String,
    row: Option<String>,
    (before, after, difference): (Option<NodeId>, Option<NodeId>, NodeId),
) -> Item {
    Item {
        what,
        label,
        round: None,
        component: None,
        source: None,
        assistant: None,
        row,
        before,
        after,
        difference,
        meaning: None,
        note: "",
    }
}
