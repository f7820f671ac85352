//! The workbook of an estimate: variants side by side, cash by month, assumptions, and the steps behind them.
//!
//! The steps are those of the settlement, the three variants under one another with a first column that names the
//! variant, so that every node has its home and the book stays short. Every sheet says in its first row on what rules
//! it rests. No file format is known here.

mod assumptions;
mod cas;
mod cash;
mod inputs;
mod loud;
mod steps;
mod variants;
mod years;

use super::expect::SHARE_PLACES;
use super::scenarios::Estimate;
use crate::calc::{Expr, Format, Model, NodeId, Origin};
use crate::forms::working;
use crate::forms::working::page::Page;
use crate::grid::{Book, Holds, Role, Sheet};
use crate::units::Day;

pub use self::years::EarlierYear;

/// Names of sheets that others point at.
pub mod names {
    /// The variants.
    pub const VARIANTS: &str = "Warianty";
    /// Cash by month.
    pub const CASH: &str = "Gotówka";
    /// What is typed into CAS.
    pub const CAS: &str = "Do wpisania w CAS";
    /// The assumptions.
    pub const ASSUMPTIONS: &str = "Założenia";
    /// Requests and awards by year.
    pub const YEARS: &str = "Wnioski i lata";
}

/// What the workbook shows beside the estimate.
#[derive(Clone, Debug, Default)]
pub struct BookFacts {
    /// The request's form, filled.
    pub request: Vec<Sheet>,
    /// Sheets made elsewhere over the same model, such as the sensitivity and the radar.
    pub further: Vec<Sheet>,
    /// This year and earlier ones, by year.
    pub years: Vec<EarlierYear>,
    /// What the estimate rests on: label and value.
    pub sources: Vec<(String, String)>,
    /// Findings in words: severity, place, message, remedy.
    pub findings: Vec<[String; 4]>,
}

/// Builds the book. Formulas that only show and add up are added to the model.
pub fn book(estimate: &mut Estimate, facts: BookFacts, as_of: Day) -> Book {
    let BookFacts { request, further, years, sources, findings } = facts;
    let mut sheets = request;
    sheets.push(cas::sheet(estimate));
    sheets.push(variants::sheet(estimate));
    sheets.push(cash::sheet(estimate));
    sheets.extend(years::sheet(estimate, &years));
    sheets.extend(further);
    sheets.push(assumptions::sheet(estimate));
    sheets.push(inputs::basis(estimate));
    sheets.extend(inputs::sheets(estimate));
    sheets.extend(steps::sheets(&mut estimate.model, &estimate.scenarios));
    sheets.push(inputs::parameters(estimate));
    sheets.push(steps::findings(&findings));
    sheets.push(steps::sources(&sources));
    let said = loud::words(estimate);
    for sheet in &mut sheets {
        working::fit(sheet);
        loud::say(sheet, &said);
        sheet.official = false;
        if sheet.footer.is_empty() {
            sheet.footer = format!("{said} · rozlicz {}", env!("CARGO_PKG_VERSION"));
        }
    }
    Book { title: format!("Szacunek na {} r.", estimate.year), created: as_of, sheets }
}

/// What every sheet says in its first row.
pub fn warning(estimate: &Estimate) -> String {
    loud::words(estimate)
}

/// Marks where a sheet's figures have their home.
fn holding(mut sheet: Sheet, holds: Holds) -> Sheet {
    sheet.holds = holds;
    sheet
}

/// Gives a cell the look of an input where its figure is one that a person may type over.
fn mark_typed(page: &mut Page, at: (u32, u32), model: &Model, id: Option<NodeId>) {
    let typed = id.is_some_and(|id| !matches!(model.node(id).origin, Origin::Formula(_)));
    if let Some(cell) = page.sheet.cells.get_mut(&at).filter(|_| typed) {
        cell.role = Role::Input;
    }
}

/// The share of a request that was granted.
fn granted(model: &mut Model, asked: NodeId, given: NodeId) -> NodeId {
    let share = Expr::RoundHalfUp(Box::new(Expr::div(given, asked)), SHARE_PLACES);
    model.formula("Przyznana część", Format::Percent, share)
}
