//! What changed in the look between two settlements: sheets, texts, the shape of formulas. Never mixed with money.
//!
//! Sheets that copy input or list parameters and findings follow the data and the rules; their texts are not look.
//! Where data or rules differ and program and form do not, nothing is look: the same program writes the same texts,
//! formulas and sheets from the same input, so whatever differs follows from the input. With another program or form
//! too, sheets and texts are compared and formulas, which follow every row, are not.
//! Digits count as one sign: a text that tells another number is no other text.

use std::collections::BTreeSet;

use crate::trace::{Held, Purpose, Trace, TraceSheet};

/// Examples kept of each kind.
const EXAMPLES: usize = 3;

/// Changes of the look.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Look {
    /// Sheets that only the newer has.
    pub sheets_added: Vec<String>,
    /// Sheets that only the older has.
    pub sheets_removed: Vec<String>,
    /// Texts by sheet.
    pub texts: Vec<SheetLook>,
    /// Formulas by sheet; not compared where data or rules changed, since formulas follow both.
    pub formulas: Vec<SheetLook>,
    /// Were formulas compared?
    pub formulas_compared: bool,
    /// Were texts and sheets compared?
    pub texts_compared: bool,
    /// Other forms: older and newer id.
    pub form: Option<(String, String)>,
    /// Other versions of the program.
    pub program: Option<(String, String)>,
}

/// What of one kind changed on one sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetLook {
    /// The sheet.
    pub sheet: String,
    /// How many only the newer has.
    pub added: usize,
    /// How many only the older has.
    pub removed: usize,
    /// A few of the newer, then a few of the older.
    pub examples: (Vec<String>, Vec<String>),
}

impl Look {
    /// Is the look the same?
    pub fn is_same(&self) -> bool {
        let nothing = self.sheets_added.is_empty() && self.sheets_removed.is_empty();
        let same_text = self.texts.is_empty() && self.formulas.is_empty();
        nothing && same_text && self.form.is_none() && self.program.is_none()
    }
}

/// Sheets whose texts follow data, rules or findings.
fn follows(sheet: &str) -> bool {
    sheet.starts_with("Dane - ")
        || sheet.starts_with("Uzgodnienie")
        || matches!(sheet, "Parametry" | "Kontrole" | "Źródła" | "Wyjaśnienia")
}

/// Compares the look. `same_input`: data and rules are the same, so that everything else should be as well.
pub fn compare(older: &Trace, newer: &Trace, same_input: bool) -> Look {
    let (form, program) = (&newer.head.form, &newer.head.program);
    let differ = |a: &str, b: &str| (a != b).then(|| (a.to_owned(), b.to_owned()));
    let (form, program) = (differ(&older.head.form, form), differ(&older.head.program, program));
    if !same_input && form.is_none() && program.is_none() {
        return Look::default();
    }
    let names = |trace: &Trace| -> Vec<String> { trace.sheets.iter().map(|s| s.name.clone()).collect() };
    let (before, now) = (names(older), names(newer));
    let only = |a: &[String], b: &[String]| a.iter().filter(|name| !b.contains(name)).cloned().collect();
    let data = [data_texts(older), data_texts(newer)].concat().into_iter().collect();
    let (before_edition, now_edition) = (&older.head.edition, &newer.head.edition);
    Look {
        sheets_added: only(&now, &before),
        sheets_removed: only(&before, &now),
        texts: by_sheet(older, newer, &|sheet| {
            // The working sheets of another edition follow its rules.
            let other = before_edition != now_edition && sheet.purpose != Purpose::Official;
            if other { BTreeSet::new() } else { texts(sheet, &data) }
        }),
        formulas: if same_input { by_sheet(older, newer, &shapes) } else { Vec::new() },
        formulas_compared: same_input,
        texts_compared: true,
        form,
        program,
    }
}

fn by_sheet(older: &Trace, newer: &Trace, of: &dyn Fn(&TraceSheet) -> BTreeSet<String>) -> Vec<SheetLook> {
    let both = newer.sheets.iter().filter_map(|sheet| Some((older.sheet(&sheet.name)?, sheet)));
    let one = |(before, now): (&TraceSheet, &TraceSheet)| {
        let (a, b) = (of(before), of(now));
        let few = |x: &BTreeSet<String>, y: &BTreeSet<String>| {
            x.difference(y).take(EXAMPLES).map(|text| cut(text)).collect::<Vec<_>>()
        };
        SheetLook {
            sheet: now.name.clone(),
            added: b.difference(&a).count(),
            removed: a.difference(&b).count(),
            examples: (few(&b, &a), few(&a, &b)),
        }
    };
    both.map(one).filter(|look| look.added + look.removed > 0).collect()
}

/// Texts that came from the tables, wherever they stand.
fn data_texts(trace: &Trace) -> Vec<String> {
    let sheets = trace.sheets.iter().filter(|sheet| sheet.name.starts_with("Dane - "));
    let cells = sheets.flat_map(|sheet| &sheet.cells).filter(|cell| cell.meaning.is_some());
    cells.filter_map(|cell| shown(&cell.holds)).map(plain).collect()
}

fn texts(sheet: &TraceSheet, data: &BTreeSet<String>) -> BTreeSet<String> {
    if follows(&sheet.name) {
        return BTreeSet::new();
    }
    let all = sheet.cells.iter().filter_map(|cell| match &cell.holds {
        Held::Text(text) => Some(plain(text)),
        Held::Number(_) | Held::Formula(..) => None,
    });
    all.filter(|text| !data.contains(text)).collect()
}

fn shapes(sheet: &TraceSheet) -> BTreeSet<String> {
    if follows(&sheet.name) {
        return BTreeSet::new();
    }
    let all = sheet.cells.iter().filter_map(|cell| match &cell.holds {
        Held::Formula(formula, _) => Some(plain(formula)),
        Held::Number(_) | Held::Text(_) => None,
    });
    all.collect()
}

fn shown(held: &Held) -> Option<&str> {
    match held {
        Held::Text(text) => Some(text),
        Held::Number(_) | Held::Formula(..) => None,
    }
}

/// The text with every run of digits as one sign.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_ascii_digit() {
            out.push(c);
        } else if !out.ends_with('#') {
            out.push('#');
        }
    }
    out
}

fn cut(text: &str) -> String {
    const LONGEST: usize = 80;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(LONGEST).collect();
    short.push('…');
    short
}
