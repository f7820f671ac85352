//! The collective workbook: from entries to sheets over one model. Reads no file and judges none.
//!
//! A figure of a municipality is one typed node, at home in the official form's cell, or in `Dane gmin` where the form
//! has no cell for it. Every other sheet rests on these cells by formula, so a figure mended in the form moves every
//! total. A rejected file has a row with a name and no figures.

pub mod by;
mod data;
mod derived;
mod distribution;
mod files;
mod notes;
mod official;
mod overview;
mod partial;
mod powiat;
mod remarks;
mod rows;
mod sources;
pub(super) mod words;

use std::collections::BTreeMap;

use super::register::Register;
use super::{Entry, Remark};
use crate::calc::Model;
use crate::forms::FormDefinition;
use crate::forms::working;
use crate::grid::Book;
use crate::units::Day;

pub use by::By;
use powiat::several_voivodeships;
pub(super) use rows::is_city;
pub use rows::{Row, Rows};

/// Names of sheets that others point at.
pub mod names {
    /// Key figures and charts.
    pub const OVERVIEW: &str = "Przegląd";
    /// A verdict a file.
    pub const FILES: &str = "Pliki";
    /// Every remark.
    pub const REMARKS: &str = "Uwagi";
    /// What is to be known about the official form.
    pub const NOTES: &str = "Uwagi do wzoru";
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
    /// The office's register.
    pub register: Option<&'a Register>,
    /// Names of powiats by their code of four digits, as far as they are known.
    pub powiats: BTreeMap<String, String>,
    /// Digests of the run before by path; none when there was none.
    pub earlier: Option<&'a BTreeMap<String, String>>,
    /// The voivode's forms of the edition.
    pub forms: &'a [FormDefinition],
    /// Title of the programme.
    pub title: String,
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
            register: None,
            powiats: BTreeMap::new(),
            earlier: None,
            forms: &[],
            title: String::new(),
            by: &[],
            sources: Vec::new(),
            as_of,
        }
    }

    /// Returns the last day settled of what counts.
    fn last_day(&self) -> Option<Day> {
        let ends =
            self.entries.iter().filter(|entry| entry.counts()).filter_map(|entry| entry.period.as_ref());
        ends.filter_map(|(_, last)| Day::parse_iso(last)).max()
    }
}

/// Builds the workbook over a model.
pub fn book(facts: &BookFacts<'_>, model: &mut Model) -> Book {
    let mut rows = Rows::of(facts.entries).returned(facts.register);
    let (mut sheets, form_notes) = official::fill(facts.forms, facts, &mut rows, model);
    rows.official(&sheets);
    let partial = partial::of_form(&sheets, &rows, model);
    partial::mark(&mut sheets, &partial, facts, &rows);
    let tables = powiat::tables(&mut rows, facts, model);
    sheets.push(overview::sheet(&mut rows, (&tables, &partial), facts, model));
    sheets.extend(by::sheets(&mut rows, &tables, facts, model));
    sheets.extend(tables.into_iter().map(|table| table.sheet));
    sheets.push(files::sheet(facts));
    sheets.push(remarks::sheet(facts));
    sheets.extend(data::sheet(&rows, model));
    sheets.extend(notes::sheet(&form_notes));
    sheets.push(sources::sheet(facts));
    for sheet in &mut sheets {
        sheet.close_up = true;
        if sheet.official {
            continue;
        }
        working::fit(sheet);
        sheet.footer =
            format!("Stan na dzień {} · rozlicz {}", facts.as_of.polish(), env!("CARGO_PKG_VERSION"));
    }
    Book { title: "Sprawozdanie zbiorcze".to_owned(), created: facts.as_of, sheets }
}
