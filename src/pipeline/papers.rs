//! The papers of a settlement: the form with the working sheets behind it, the list of findings, the empty input.

use std::path::Path;

use super::prices::{PricedWay, Prices, words};
use super::{CannotRun, Run};
use crate::calc::Model;
use crate::finding::render::RenderedFinding;
use crate::forms::working::{self, OtherWay, PassedCheck, ReadingPrices, WorkbookFacts};
use crate::forms::{self, FormDefinition, FormFacts, Forms};
use crate::grid::Book;
use crate::locale::{Language, Locale};
use crate::output;
use crate::programme::Programme;
use crate::settlement::Settled;
use crate::trace;
use crate::trace::build::TraceFacts;
use crate::units::Day;

/// A workbook ready to be written.
#[derive(Debug)]
pub struct Papers<'a> {
    book: Book,
    trace: trace::Trace,
    model: &'a Model,
}

impl Papers<'_> {
    /// Returns the trace that the workbook carries.
    pub fn trace(&self) -> &trace::Trace {
        &self.trace
    }

    /// Writes the whole workbook.
    pub fn write(&self, path: &Path, overwrite: bool) -> Result<(), CannotRun> {
        output::write(&self.book, self.model, path, overwrite)?;
        Ok(())
    }

    /// Writes the official sheets alone.
    pub fn write_to_send(&self, path: &Path, overwrite: bool) -> Result<(), CannotRun> {
        output::write_to_send(&self.book, self.model, path, overwrite)?;
        Ok(())
    }
}

/// Fills the edition's form and builds the working sheets. Workbooks are Polish whatever language messages have.
///
/// The papers' own sums are added to the run's model; its figures stay as they are. (Copying the model, the largest
/// thing of a run, for the papers alone was rejected.)
pub fn papers<'a>(run: &'a mut Run, forms: &Forms, draft: bool) -> Result<Option<Papers<'a>>, CannotRun> {
    let (Some(programme), Some(as_of)) = (&run.programme, run.as_of) else { return Ok(None) };
    let form = forms.get(&programme.form)?;
    let Some(mut settled) = run.settled.take() else { return Ok(None) };
    let (book, trace) = book(run, programme, &form, &mut settled, as_of, draft);
    let model = &run.settled.insert(settled).model;
    Ok(Some(Papers { book, trace, model }))
}

fn book(
    run: &Run,
    programme: &Programme,
    form: &FormDefinition,
    settled: &mut Settled,
    as_of: Day,
    draft: bool,
) -> (Book, trace::Trace) {
    let form_facts = FormFacts::new(&run.submission, programme, as_of);
    let period = settled.period;
    let mut sheets = forms::fill(form, settled, &form_facts);
    let notes = forms::notes::notes(form, settled, &form_facts);
    sheets.extend(working_sheets(run, programme, form, &notes, settled, as_of, draft));
    if draft {
        sheets.iter_mut().for_each(forms::draft::mark);
    }
    let mut book = Book { title: programme.title.clone(), created: as_of, sheets };
    let facts = TraceFacts {
        submission: &run.submission,
        programme,
        form: &form.id,
        form_official: form.status == forms::definition::Status::Official,
        as_of,
        period,
        draft,
        given: &run.given,
    };
    let trace = trace::build::trace(&book, settled, &facts);
    book.sheets.push(trace::sheet::sheet(&trace));
    (book, trace)
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
    let locale = Locale::of(Language::Polish);
    let findings = run.rendered(locale);
    let passed: Vec<PassedCheck> = run
        .passed
        .iter()
        .map(|code| PassedCheck {
            code: (*code).to_owned(),
            text: locale.text(&format!("passed-{}", code.to_lowercase()), &[]),
        })
        .collect();
    let prices = run.prices.as_ref().map(|prices| reading_prices(prices, locale));
    let facts = WorkbookFacts {
        submission: &run.submission,
        programme,
        national: &run.national,
        findings: &findings,
        checks_passed: &passed,
        reading_prices: prices.as_ref(),
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

/// Words the prices of readings without a letter.
fn reading_prices(prices: &Prices, locale: &Locale) -> ReadingPrices {
    let mut shown = ReadingPrices::default();
    for priced in prices.by_size().into_iter().filter(|priced| !priced.reading.has_letter()) {
        let mut ways: Vec<&PricedWay> = priced.ways.iter().filter(|way| way.price.changes()).collect();
        ways.sort_by_key(|way| std::cmp::Reverse(way.price.size()));
        if ways.is_empty() {
            let beyond = words::beyond_amounts(&priced.reading, locale);
            let beyond = beyond.map(|text| format!(" ({text})")).unwrap_or_default();
            shown.without_effect.push(format!("{}{beyond}", priced.reading.name));
        }
        shown.others.extend(ways.into_iter().map(|way| OtherWay {
            name: priced.reading.name,
            question: priced.reading.question.clone(),
            word: way.word,
            meaning: way.meaning.clone(),
            co_financing: way.price.difference().and_then(|difference| difference.co_financing),
            told: words::price(&way.price, locale),
        }));
    }
    shown
}

/// Writes the findings as a table to tick off; its words are Polish, like every workbook's.
pub fn write_findings(run: &Run, path: &Path, overwrite: bool) -> Result<(), CannotRun> {
    let findings: Vec<RenderedFinding> = run.rendered(Locale::of(Language::Polish));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::{Job, run};

    #[test]
    fn making_papers_changes_no_figure_of_the_run() {
        let inputs = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/gmina-2025")];
        let mut run = run(&Job { inputs, ..Job::default() }).expect("the sample is read");
        let locale = Locale::of(Language::Polish);
        let told = |run: &Run| serde_json::to_value(run.result_object(false, locale)).expect("an object");
        let before = told(&run);
        let made = papers(&mut run, &Forms::built_in(), false).expect("the form is sound");
        assert!(made.is_some_and(|papers| papers.book.sheets.len() > 5));
        assert!(before["totals"]["co_financing"].is_string());
        assert_eq!(told(&run), before);
        let again = papers(&mut run, &Forms::built_in(), false).expect("the form is sound");
        assert!(again.is_some(), "the figures are still there");
    }

    #[test]
    fn other_public_money_has_its_row_and_is_part_of_the_total_cost_as_on_paragrafy() {
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/samples/redziny-2019");
        let folder = tempfile::tempdir().expect("a folder");
        for entry in std::fs::read_dir(sample).expect("the sample") {
            let path = entry.expect("an entry").path();
            let mut text = std::fs::read_to_string(&path).expect("a table");
            if path.ends_with("place.csv") {
                text = text.replacen(";Numer listy płac", ";Inne środki publiczne (zł);Numer listy płac", 1);
                text = text.replace(";LP/", ";0,00;LP/").replacen(";0,00;LP/", ";123,45;LP/", 1);
            }
            std::fs::write(folder.path().join(path.file_name().expect("a name")), text).expect("a copy");
        }
        let mut run = run(&Job { inputs: vec![folder.path().to_owned()], ..Job::default() }).expect("read");
        let cost = run.settled.as_ref().map(|s| s.model.money(s.totals.task_cost)).expect("settled");
        let made = papers(&mut run, &Forms::built_in(), true).expect("the form is sound").expect("figures");
        let form = &made.book.sheets[0];
        let of = |label: &str| {
            let is = |c: &crate::grid::Cell| c.content == crate::grid::Content::Text(label.into());
            let row = form.cells.iter().find(|(_, c)| is(c)).map(|((row, _), _)| *row).expect("a row");
            let shown = form.cells.range((row, 2)..(row + 1, 0)).find_map(|(_, c)| match c.content {
                crate::grid::Content::Node(id) => Some(made.model.money(id)),
                _ => None,
            });
            shown.expect("a figure")
        };
        assert_eq!(of("inne źródła").to_string(), "123.45");
        assert_eq!(of("Całkowity koszt zadania").to_exact(), cost.to_exact() + of("inne źródła").to_exact());
        let paragraphs = made.book.sheets.iter().find(|s| s.name == "Paragrafy").expect("the sheet");
        let total = of("Całkowity koszt zadania");
        let shown = |c: &crate::grid::Cell| match c.content {
            crate::grid::Content::Node(id) => {
                *made.model.value(id) == crate::calc::Value::Number(total.to_exact())
            }
            _ => false,
        };
        assert!(paragraphs.cells.values().any(shown), "{total} stands on Paragrafy");
    }
}
