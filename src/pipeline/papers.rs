//! The papers of a settlement: the form with the working sheets behind it, the list of findings, the empty input.

use std::path::Path;

use super::{CannotRun, Run};
use crate::calc::Model;
use crate::finding::render::RenderedFinding;
use crate::forms::working::{self, PassedCheck, WorkbookFacts};
use crate::forms::{self, FormDefinition, FormFacts, Forms};
use crate::grid::Book;
use crate::locale::{Language, Locale};
use crate::output;
use crate::programme::Programme;
use crate::settlement::Settled;
use crate::units::Day;

/// A workbook ready to be written.
#[derive(Debug)]
pub struct Papers {
    book: Book,
    model: Model,
}

impl Papers {
    /// Writes the whole workbook.
    pub fn write(&self, path: &Path, overwrite: bool) -> Result<(), CannotRun> {
        output::write(&self.book, &self.model, path, overwrite)?;
        Ok(())
    }

    /// Writes the official sheets alone.
    pub fn write_to_send(&self, path: &Path, overwrite: bool) -> Result<(), CannotRun> {
        output::write_to_send(&self.book, &self.model, path, overwrite)?;
        Ok(())
    }
}

/// Fills the edition's form and builds the working sheets. Workbooks are Polish whatever language messages have.
pub fn papers(run: &Run, forms: &Forms, draft: bool) -> Result<Option<Papers>, CannotRun> {
    let (Some(programme), Some(settled), Some(as_of)) = (&run.programme, &run.settled, run.as_of) else {
        return Ok(None);
    };
    let form = forms.get(&programme.form).map_err(|e| CannotRun::new("form-unusable").with("reason", e))?;
    let mut settled = settled.clone();
    let form_facts = FormFacts::new(&run.submission, programme);
    let mut sheets = forms::fill(&form, &mut settled, &form_facts);
    let notes = forms::notes::notes(&form, &mut settled, &form_facts);
    sheets.extend(working_sheets(run, programme, &form, &notes, &mut settled, as_of, draft));
    if draft {
        sheets.iter_mut().for_each(forms::draft::mark);
    }
    let book = Book { title: programme.title.clone(), created: as_of, sheets };
    Ok(Some(Papers { book, model: settled.model }))
}

fn working_sheets(
    run: &Run,
    programme: &Programme,
    form: &FormDefinition,
    notes: &[String],
    settled: &mut Settled,
    as_of: Day,
    draft: bool,
) -> Vec<crate::grid::Sheet> {
    let locale = Locale::new(Language::Polish);
    let findings = run.rendered(&locale);
    let passed: Vec<PassedCheck> = run
        .passed
        .iter()
        .map(|code| PassedCheck {
            code: (*code).to_owned(),
            text: locale.text(&format!("passed-{}", code.to_lowercase()), &[]),
        })
        .collect();
    let facts = WorkbookFacts {
        submission: &run.submission,
        programme,
        national: &run.national,
        findings: &findings,
        checks_passed: &passed,
        form_notes: notes,
        draft,
        as_of,
        program_version: env!("CARGO_PKG_VERSION"),
        form_id: &form.id,
        form_official: form.status == forms::definition::Status::Official,
        rules_digest: &programme.digest,
    };
    working::sheets(settled, &facts)
}

/// Writes the findings as a table to tick off; its words are Polish, like every workbook's.
pub fn write_findings(run: &Run, path: &Path, overwrite: bool) -> Result<(), CannotRun> {
    let findings: Vec<RenderedFinding> = run.rendered(&Locale::new(Language::Polish));
    let created = run.as_of.unwrap_or_else(no_day);
    output::table::write(&findings, created, path, overwrite)?;
    Ok(())
}

/// The day of a file that speaks of no day: a fixed one, since there is no clock.
fn no_day() -> Day {
    Day::new(2000, 1, 1).expect("the first of January is a day")
}

/// Writes the empty input workbook of an edition.
pub fn write_blank_input(programme: &Programme, path: &Path, overwrite: bool) -> Result<(), CannotRun> {
    let book = forms::blank_input::book(programme, None);
    output::write(&book, &Model::default(), path, overwrite)?;
    Ok(())
}
