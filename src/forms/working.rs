//! The working sheets behind the official form: who, how computed, by paragraph, scope, findings, inputs, sources.
//!
//! Every computed cell is a node of the settlement's model. A figure stands once, on the sheet that explains it
//! (`Obliczenia`, `Dane - …`, `Parametry`); all other sheets link to it through nodes of their own, so that the order
//! of the sheets does not decide where a figure may be changed. No file format is known here, and no law: figures
//! come in through [`Settled`] and [`WorkbookFacts`].

mod caseload;
mod cells;
mod input;
mod page;
mod paragraph_steps;
mod paragraphs;
mod persons;
mod report;
mod scope;
mod steps;
#[cfg(test)]
mod testing;

use crate::finding::render::RenderedFinding;
use crate::grid::Sheet;
use crate::programme::{Mark, Programme};
use crate::records::Submission;
use crate::settlement::Settled;
use crate::units::Day;

/// A check that found nothing wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PassedCheck {
    /// Number or name of the check.
    pub code: String,
    /// What holds, in Polish.
    pub text: String,
}

/// How many families one assistant may have at one time in the settlement period.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseloadLimit {
    /// Families at one time.
    pub families: u32,
    /// How sure.
    pub mark: Mark,
    /// Source in words.
    pub source: String,
}

/// What the working sheets show beside the settlement itself.
#[derive(Clone, Copy, Debug)]
pub struct WorkbookFacts<'a> {
    /// What was handed in.
    pub submission: &'a Submission,
    /// The edition's rules.
    pub programme: &'a Programme,
    /// Limit of families in the settlement period, if the national data know it.
    pub caseload_limit: Option<&'a CaseloadLimit>,
    /// Findings in words, worst first.
    pub findings: &'a [RenderedFinding],
    /// Checks without a finding.
    pub checks_passed: &'a [PassedCheck],
    /// Explanations of the official form's own slips and of differences from printed products.
    pub form_notes: &'a [String],
    /// Marked `PROJEKT`.
    pub draft: bool,
    /// The day the workbook speaks of.
    pub as_of: Day,
    /// Version of the program.
    pub program_version: &'a str,
    /// Id of the form.
    pub form_id: &'a str,
    /// Is the form the edition's official one, or a reconstruction?
    pub form_official: bool,
    /// SHA-256 of the rules file.
    pub rules_digest: &'a str,
}

/// Builds the working sheets in the order of the workbook. Adds linking and summing formulas to the model; the
/// settlement's own nodes are not changed.
pub fn sheets(settled: &mut Settled, facts: &WorkbookFacts<'_>) -> Vec<Sheet> {
    let data = input::sheets(settled, facts);
    let families = caseload::Caseload::build(settled, facts);
    let shares = paragraph_steps::Shares::build(settled, facts);
    let parameters = report::parameters(settled, facts, &families);

    let mut all = vec![persons::sheet(settled, facts, &families)];
    all.extend(steps::sheets(settled));
    all.push(paragraphs::sheet(settled, facts, &shares));
    all.push(paragraph_steps::sheet(&mut settled.model, &shares));
    all.push(scope::sheet(settled, facts, &families));
    all.extend(families.sheet(&mut settled.model));
    all.push(report::findings(facts));
    all.extend(data);
    all.push(parameters);
    all.push(report::sources(facts));
    for sheet in &mut all {
        sheet.draft = facts.draft;
        sheet.official = false;
        sheet.footer = format!(
            "{} · arkusz roboczy, nie należy do wzoru sprawozdania · rozlicz {}",
            facts.programme.id, facts.program_version
        );
    }
    all
}
