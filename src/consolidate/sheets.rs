//! The collective workbook: from entries to sheets over one model. Reads no file and judges none.
//!
//! A figure of a municipality is one typed node, at home in the official form's cell, or in `Dane gmin` where the form
//! has no cell for it. Every other sheet rests on these cells by formula, so a figure mended in the form moves every
//! total. A rejected file has a row with a name and no figures.

mod by;
mod data;
mod derived;
mod distribution;
mod files;
mod overview;
mod powiat;
mod remarks;
mod rows;
mod sources;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use super::{Entry, FigureKey, Remark};
use crate::calc::Model;
use crate::forms::working;
use crate::grid::{Book, Sheet};
use crate::units::Day;

pub use by::By;
pub use rows::{Row, Rows};

/// Names of sheets that others point at.
pub mod names {
    /// Key figures and charts.
    pub const OVERVIEW: &str = "Przegląd";
    /// A verdict a file.
    pub const FILES: &str = "Pliki";
    /// Every remark.
    pub const REMARKS: &str = "Uwagi";
    /// Figures for which the official form has no cell.
    pub const DATA: &str = "Dane gmin";
    /// Cities that are a powiat each.
    pub const CITIES: &str = "Miasta na prawach powiatu";
}

/// A municipality of the register that handed nothing in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Missing {
    /// TERYT code.
    pub teryt: String,
    /// Name.
    pub municipality: String,
}

/// What the workbook shows.
#[derive(Clone, Debug)]
pub struct BookFacts<'a> {
    /// What was handed in, in order.
    pub entries: &'a [Entry],
    /// Municipalities of the register without a report; none without a register.
    pub missing: Option<&'a [Missing]>,
    /// Findings of the comparison of files with each other and with the register.
    pub findings: &'a [Remark],
    /// Names of powiats by their code of four digits, as far as they are known.
    pub powiats: BTreeMap<String, String>,
    /// Digests of the run before by path; none when there was none.
    pub earlier: Option<&'a BTreeMap<String, String>>,
    /// Further tables asked for.
    pub by: &'a [By],
    /// What the workbook rests on beside the files: label and value.
    pub sources: Vec<(String, String)>,
    /// The day the report speaks of.
    pub as_of: Day,
}

impl<'a> BookFacts<'a> {
    /// Returns the facts of entries alone.
    pub fn of(entries: &'a [Entry], as_of: Day) -> Self {
        Self {
            entries,
            missing: None,
            findings: &[],
            powiats: BTreeMap::new(),
            earlier: None,
            by: &[],
            sources: Vec::new(),
            as_of,
        }
    }
}

/// Builds the workbook. `official` makes the official form's sheets from the rows; it is handed the model that all
/// sheets share, and takes every figure it shows from [`Rows::node`].
pub fn book<'a>(
    facts: &BookFacts<'a>,
    model: &mut Model,
    official: impl FnOnce(&mut Rows<'a>, &mut Model) -> Vec<Sheet>,
) -> Book {
    let mut rows = Rows::of(facts.entries);
    let mut sheets = official(&mut rows, model);
    rows.official(&sheets);
    let tables = powiat::tables(&mut rows, facts, model);
    sheets.push(overview::sheet(&mut rows, &tables, facts, model));
    sheets.extend(by::sheets(&mut rows, &tables, facts, model));
    sheets.extend(tables.into_iter().map(|table| table.sheet));
    sheets.push(files::sheet(facts));
    sheets.push(remarks::sheet(facts));
    sheets.extend(data::sheet(&rows, model));
    sheets.push(sources::sheet(facts));
    for sheet in sheets.iter_mut().filter(|sheet| !sheet.official) {
        working::fit(sheet);
        sheet.footer =
            format!("Stan na dzień {} · rozlicz {}", facts.as_of.polish(), env!("CARGO_PKG_VERSION"));
    }
    Book { title: "Sprawozdanie zbiorcze".to_owned(), created: facts.as_of, sheets }
}

/// Returns the keys of the figures that entries know, for a form of ours.
pub fn keys(entries: &[Entry]) -> BTreeSet<FigureKey> {
    entries.iter().filter(|e| e.counts()).flat_map(|e| e.figures.iter().map(|(key, _)| key)).collect()
}
