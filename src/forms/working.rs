//! The working sheets behind the official form: who, how computed, by paragraph, scope, findings, inputs, sources.
//!
//! Every computed cell is a node of the settlement's model. A figure stands once, on the sheet that explains it
//! ([`Holds`] says which); all other sheets link to it. No file format is known here, and no law: figures come in
//! through [`Settled`] and [`WorkbookFacts`].

mod caseload;
mod caseload_sheets;
mod correction;
pub(crate) mod input;
pub(crate) mod page;
mod paragraph_sheets;
mod paragraphs;
mod persons;
mod readings;
mod reconciliation;
mod report;
mod scope;
pub(crate) mod steps;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_pay;
mod work_time;

pub use self::caseload::Caseload;
pub use self::correction::{BEFORE, CORRECTION, version};
pub use self::readings::{OtherWay, ReadingPrices};
pub use self::report::{SOURCES, record_witness};
use crate::finding::render::RenderedFinding;
use crate::grid::{Holds, Sheet};
use crate::programme::Programme;
use crate::programme::national::National;
use crate::records::Submission;
use crate::settlement::{Settled, cells, paragraph, paragraph_parts, paragraph_steps};
use crate::units::Day;

/// A check that found nothing wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PassedCheck {
    /// Number or name of the check.
    pub code: String,
    /// What holds, in Polish.
    pub text: String,
}

/// What the working sheets show beside the settlement itself.
#[derive(Clone, Copy, Debug)]
pub struct WorkbookFacts<'a> {
    /// What was handed in.
    pub submission: &'a Submission,
    /// The edition's rules.
    pub programme: &'a Programme,
    /// National series: the limit of families at one time, names of budget paragraphs.
    pub national: &'a National,
    /// Findings in words, worst first.
    pub findings: &'a [RenderedFinding],
    /// Checks without a finding.
    pub checks_passed: &'a [PassedCheck],
    /// What other readings would change; none where it was not computed.
    pub reading_prices: Option<&'a ReadingPrices>,
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

impl<'a> WorkbookFacts<'a> {
    /// The facts for the sheets behind a paper that is not the edition's form: nothing of that form's checks and notes.
    pub fn of_paper(
        submission: &'a Submission,
        programme: &'a Programme,
        national: &'a National,
        as_of: Day,
    ) -> Self {
        Self {
            submission,
            programme,
            national,
            findings: &[],
            checks_passed: &[],
            reading_prices: None,
            form_notes: &[],
            draft: false,
            as_of,
            program_version: env!("CARGO_PKG_VERSION"),
            form_id: &programme.form,
            form_official: false,
            rules_digest: &programme.digest,
        }
    }
}

/// Builds the working sheets in the order of the workbook. Adds linking and summing formulas to the model; the
/// settlement's own nodes are not changed.
pub fn sheets(settled: &mut Settled, facts: &WorkbookFacts<'_>) -> Vec<Sheet> {
    let data = input::sheets(settled, facts);
    let families = Caseload::build(settled, facts.submission, facts.national);
    let shares = paragraph_steps::Shares::of(settled, facts.submission, facts.programme);
    let parameters = report::parameters(settled, facts, &families);

    crate::correction::add_paragraphs(settled, &shares);
    let mut all = correction::sheets(settled, facts);
    all.push(persons::sheet(settled, facts, &families));
    all.extend(work_time::sheet(settled, facts));
    let (of_books, steps): (Vec<_>, Vec<_>) =
        steps::sheets(settled).into_iter().partition(|s| s.name.starts_with("Uzgodnienie"));
    all.extend(steps);
    all.push(paragraphs::sheet(settled, facts, &shares));
    all.extend(paragraph_sheets::sheets(&settled.model, &shares));
    all.extend(reconciliation::sheet(settled, facts));
    all.extend(of_books);
    all.push(scope::sheet(settled, facts, &families));
    all.extend(caseload_sheets::sheets(&families, &settled.model));
    all.push(report::findings(facts, &families));
    all.extend(data);
    all.push(parameters);
    all.push(report::sources(facts));
    finish(&mut all, facts);
    all
}

/// Returns the sheets on which the figures of a settlement have their homes, for another paper over it: steps, the given
/// division over paragraphs, inputs, parameters, sources.
pub fn homes(
    settled: &mut Settled,
    facts: &WorkbookFacts<'_>,
    shares: &paragraph_steps::Shares,
) -> Vec<Sheet> {
    let families = Caseload::build(settled, facts.submission, facts.national);
    let mut all = rests_on(settled, facts, Some(shares), &families, Vec::new());
    all.push(report::sources(facts));
    finish(&mut all, facts);
    all
}

/// The same for figures drawn from a settlement and from families by assistant, which are shown too: `families` are those
/// built over the same settlement.
pub fn behind(settled: &mut Settled, facts: &WorkbookFacts<'_>, families: &Caseload) -> Vec<Sheet> {
    // The reconciliation's steps stand on the division over paragraphs: without homes its formulas grow too long.
    let shares = settled.books.as_ref().map(|books| books.shares.clone());
    let of_families = caseload_sheets::sheets(families, &settled.model);
    let mut all = rests_on(settled, facts, shares.as_ref(), families, of_families);
    finish(&mut all, facts);
    all
}

/// What every figure of a settlement rests on: steps, division, what else has steps, the input copied, the figures of the
/// law.
fn rests_on(
    settled: &mut Settled,
    facts: &WorkbookFacts<'_>,
    shares: Option<&paragraph_steps::Shares>,
    families: &Caseload,
    further: Vec<Sheet>,
) -> Vec<Sheet> {
    let data = input::sheets(settled, facts);
    let mut all = steps::sheets(settled);
    all.extend(shares.into_iter().flat_map(|shares| paragraph_sheets::sheets(&settled.model, shares)));
    all.extend(further);
    all.extend(data);
    all.push(report::parameters(settled, facts, families));
    all
}

/// What all working sheets have in common.
fn finish(all: &mut [Sheet], facts: &WorkbookFacts<'_>) {
    for sheet in all {
        sheet.holds = holds(&sheet.name);
        fit(sheet);
        sheet.draft = facts.draft;
        sheet.official = false;
        sheet.footer = format!(
            "{} · arkusz roboczy, nie należy do wzoru sprawozdania · rozlicz {}",
            facts.programme.id, facts.program_version
        );
    }
}

/// Where figures have their home: what may be changed, then what is computed, then what only shows.
fn holds(name: &str) -> Holds {
    if name.starts_with("Dane - ") || name == "Parametry" || name == BEFORE {
        Holds::Inputs
    } else if name == CORRECTION
        || name.starts_with("Obliczenia")
        || name.ends_with(" - kroki")
        || name.ends_with(" - podział")
    {
        Holds::Steps
    } else {
        Holds::Views
    }
}

/// Lets a wide sheet go over several pages, each with the columns that name the row.
pub(crate) fn fit(sheet: &mut Sheet) {
    sheet.pages_wide = pages_wide(sheet);
    if sheet.pages_wide.is_some() {
        clear_repeated(sheet);
    }
}

/// Characters that fit one page of landscape A4 and can still be read.
const READABLE: u32 = 210;

/// Characters that a title may take beside the repeated columns without running into the next page.
const MOVED: u32 = 100;

/// Wide tables go over several pages, each with the columns that name the row.
fn pages_wide(sheet: &Sheet) -> Option<u16> {
    let width: u32 = sheet.widths.values().sum();
    u16::try_from(width.div_ceil(READABLE)).ok().filter(|pages| *pages > 1)
}

/// Moves what runs over several columns off the columns that every page repeats: there it would be cut off.
fn clear_repeated(sheet: &mut Sheet) {
    let Some((_, last_repeated)) = sheet.repeat_columns else { return };
    let rows: Vec<(u32, u32)> =
        sheet.merges.iter().filter(|m| m.1 == 0 && m.3 > last_repeated).map(|m| (m.0, m.3)).collect();
    sheet.merges.retain(|m| m.1 != 0 || m.3 <= last_repeated);
    for (row, mut last) in rows {
        let Some(text) = sheet.cells.remove(&(row, 0)) else { continue };
        sheet.cells.retain(|(r, c), _| *r != row || *c > last);
        let width = |last: u32| sheet.widths.range(last_repeated + 1..=last).map(|(_, w)| *w).sum::<u32>();
        while last > last_repeated + 1 && width(last) > MOVED {
            last -= 1;
        }
        sheet.cells.insert((row, last_repeated + 1), text);
        sheet.merge((row, last_repeated + 1, row, last));
    }
}
