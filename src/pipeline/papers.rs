//! The papers of a settlement: the form with the working sheets behind it, the list of findings, the empty input.

use std::path::Path;

use super::prices::{PricedWay, Prices, words};
use super::{CannotRun, Run};
use crate::calc::Model;
use crate::calc::print::Layout;
use crate::correction;
use crate::finding::render::RenderedFinding;
use crate::forms::working::{self, OtherWay, PassedCheck, ReadingPrices, WorkbookFacts};
use crate::forms::{self, FormDefinition, FormFacts, Forms};
use crate::grid::{Book, Cell, Content, Resolved};
use crate::locale::{Language, Locale};
use crate::output::{self, Prepared};
use crate::programme::Programme;
use crate::settlement::Settled;
use crate::trace;
use crate::trace::build::TraceFacts;
use crate::units::Day;
use crate::witness::{self, Agreement, Refusal};

/// The papers, not yet rendered.
#[derive(Debug)]
pub struct Papers<'a> {
    book: Book,
    /// Where the book's figures have their homes.
    layout: Layout,
    trace: trace::Trace,
    model: &'a Model,
    /// Number of formulas that `Źródła` tells.
    formulas: usize,
}

/// A workbook that the second engine has computed and found right. No other workbook is put in place.
#[derive(Debug)]
pub struct Witnessed {
    prepared: Prepared,
    agreement: Agreement,
}

/// What the papers are on the disk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PaperBytes {
    /// The whole workbook.
    pub workbook: Vec<u8>,
    /// The official sheets alone.
    pub to_send: Vec<u8>,
    /// The trace as JSON.
    pub trace: Vec<u8>,
}

impl Papers<'_> {
    /// Renders the whole workbook and has it computed by the second engine.
    pub fn whole(&self) -> Result<Witnessed, CannotRun> {
        Witnessed::counted(self.rendered()?, self.formulas)
    }

    /// Renders the whole workbook.
    fn rendered(&self) -> Result<Prepared, CannotRun> {
        let (book, layout, model) = (&self.book, &self.layout, self.model);
        // The trace holds every cell but the empty ones as it is written, row by row: no formula is printed twice. Cells
        // are asked for in the same order, so the one wanted is nearly always the one after the last.
        let next = std::cell::Cell::new(0);
        let traced = |sheet: usize, at: (u32, u32)| {
            let cells = &self.trace.sheets.get(sheet)?.cells;
            let place = match cells.get(next.get()) {
                Some(cell) if (cell.row, cell.column) == at => next.get(),
                _ => cells.binary_search_by_key(&at, |cell| (cell.row, cell.column)).ok()?,
            };
            next.set(place + 1);
            Some(&cells[place])
        };
        let resolve = |sheet: usize, at: (u32, u32), cell: &Cell| {
            if cell.content == Content::Blank {
                return Resolved::Blank;
            }
            traced(sheet, at).map_or_else(
                || book.resolve(model, layout, sheet, at, cell),
                |traced| traced.holds.resolved(),
            )
        };
        Ok(output::prepare_resolved(book, model, layout, &resolve)?)
    }

    /// Renders the official sheets alone and has them computed by the second engine.
    pub fn to_send(&self) -> Result<Witnessed, CannotRun> {
        Witnessed::new(output::prepare_to_send(&self.book, self.model)?)
    }

    /// Returns the sheets, not yet rendered.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// Returns the trace that the workbook will carry.
    pub fn trace(&self) -> &trace::Trace {
        &self.trace
    }

    /// Renders the whole workbook for those who need its bytes alone; only to measure what the second engine costs
    /// is it left out, and no command does that. What the trace tells of each figure stands packed on its sheet already
    /// and is let go first: of a large municipality it is a third of the memory.
    pub(super) fn into_bytes(mut self, witness: bool) -> Result<Vec<u8>, CannotRun> {
        for cell in self.trace.sheets.iter_mut().flat_map(|sheet| &mut sheet.cells) {
            cell.meaning = None;
        }
        let (prepared, formulas) = (self.rendered()?, self.formulas);
        // Before the second engine takes memory of its own.
        drop(self);
        Ok(if witness { Witnessed::counted(prepared, formulas)?.prepared.bytes } else { prepared.bytes })
    }

    /// Writes the whole workbook.
    pub fn write(&self, path: &Path, overwrite: bool) -> Result<(), CannotRun> {
        self.whole()?.put(path, overwrite)
    }

    /// Returns both workbooks as the second engine computed them, and the trace.
    pub fn witnessed_bytes(&self, whole: &Witnessed, to_send: &Witnessed) -> PaperBytes {
        PaperBytes {
            workbook: whole.prepared.bytes.clone(),
            to_send: to_send.prepared.bytes.clone(),
            trace: trace::pack::json(&self.trace),
        }
    }

    /// Returns both workbooks as they would be written, and the trace.
    pub fn bytes(&self) -> Result<PaperBytes, CannotRun> {
        let (book, model) = (&self.book, self.model);
        Ok(PaperBytes {
            workbook: self.rendered()?.bytes,
            to_send: output::prepare_to_send(book, model)?.bytes,
            trace: trace::pack::json(&self.trace),
        })
    }

    /// Writes the official sheets alone.
    pub fn write_to_send(&self, path: &Path, overwrite: bool) -> Result<(), CannotRun> {
        self.to_send()?.put(path, overwrite)
    }
}

impl Witnessed {
    fn new(prepared: Prepared) -> Result<Self, CannotRun> {
        let agreement = witness::compare(&prepared)?;
        Ok(Self { prepared, agreement })
    }

    /// Holds the number of formulas against the one that the workbook's `Źródła` tells.
    fn counted(prepared: Prepared, written: usize) -> Result<Self, CannotRun> {
        let witnessed = Self::new(prepared)?;
        let found = witnessed.agreement.formulas;
        if found == written { Ok(witnessed) } else { Err(Refusal::Count { written, found }.into()) }
    }

    /// What the second engine found.
    pub fn agreement(&self) -> Agreement {
        self.agreement
    }

    /// The workbook that was computed and will be put in place.
    pub fn prepared(&self) -> &Prepared {
        &self.prepared
    }

    /// Puts the workbook in place, whole or not at all.
    pub fn put(&self, path: &Path, overwrite: bool) -> Result<(), CannotRun> {
        self.prepared.put(path, overwrite)?;
        Ok(())
    }
}

/// Renders a book of formulas and has it computed by the second engine. Every workbook with figures of ours passes here.
pub fn witnessed(book: &Book, model: &Model) -> Result<Witnessed, CannotRun> {
    Witnessed::new(output::prepare(book, model)?)
}

/// Fills the edition's form and builds the working sheets. Workbooks are Polish whatever language messages have.
///
/// The papers' own sums are added to the run's model; its figures stay as they are. (Copying the model, the largest
/// thing of a run, for the papers alone was rejected.)
pub fn papers<'a>(run: &'a mut Run, forms: &Forms, draft: bool) -> Result<Option<Papers<'a>>, CannotRun> {
    let mut made = untraced(run, forms, draft)?;
    if let Some(papers) = &mut made {
        papers.book.sheets.push(trace::sheet::sheet(&papers.trace));
    }
    Ok(made)
}

/// Returns the trace of a settlement for those who write no workbook: nothing is packed into a sheet.
pub(super) fn trace_alone(
    run: &mut Run,
    forms: &Forms,
    draft: bool,
) -> Result<Option<trace::Trace>, CannotRun> {
    Ok(untraced(run, forms, draft)?.map(|papers| papers.trace))
}

/// The papers, without the sheet that carries the trace.
fn untraced<'a>(run: &'a mut Run, forms: &Forms, draft: bool) -> Result<Option<Papers<'a>>, CannotRun> {
    let (Some(programme), Some(as_of)) = (&run.programme, run.as_of) else { return Ok(None) };
    let form = forms.get(&programme.form)?;
    let Some(mut settled) = run.settled.take() else { return Ok(None) };
    let (book, layout, trace, formulas) = book(run, programme, &form, &mut settled, as_of, draft);
    let model = &run.settled.insert(settled).model;
    Ok(Some(Papers { book, layout, trace, model, formulas }))
}

/// Builds the book but for the sheet of its trace, and counts the formulas that its `Źródła` tells.
fn book(
    run: &Run,
    programme: &Programme,
    form: &FormDefinition,
    settled: &mut Settled,
    as_of: Day,
    draft: bool,
) -> (Book, Layout, trace::Trace, usize) {
    let form_facts = FormFacts::new(&run.submission, programme, as_of);
    let period = settled.period;
    let mut sheets = forms::fill(form, settled, &form_facts);
    correction::add_form(settled, &sheets);
    let notes = forms::notes::notes(form, settled, &form_facts);
    sheets.extend(working_sheets(run, programme, form, &notes, settled, as_of, draft));
    let mut book = Book { title: programme.title.clone(), created: as_of, sheets };
    // What is added below is text, so the homes stay where they are.
    let layout = book.layout(&settled.model);
    let formulas = record_witness(&mut book, &settled.model, &layout);
    if draft {
        book.sheets.iter_mut().for_each(forms::draft::mark);
    }
    // Last, because it repeats every other sheet as it is written.
    let facts = TraceFacts {
        submission: &run.submission,
        programme,
        form: &form.id,
        form_official: form.status == forms::definition::Status::Official,
        as_of,
        period,
        draft,
        given: &run.given,
        previous: settled.correction.as_ref().map(|correction| &correction.previous),
    };
    let trace = trace::build::trace(&book, &layout, settled, &facts);
    (book, layout, trace, formulas)
}

/// Writes into `Źródła` what the second engine will have done. It is written before it is true: a workbook in which
/// one result differs, or whose number of formulas is another, is never put in place.
pub(super) fn record_witness(book: &mut Book, model: &Model, layout: &Layout) -> usize {
    let formulas = output::live_formulas(book, model, layout);
    if let Some(sheet) = book.sheets.iter_mut().find(|s| s.name == working::SOURCES) {
        working::record_witness(sheet, witness::ENGINE, witness::ENGINE_VERSION, formulas);
    }
    formulas
}

pub(super) fn working_sheets(
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
pub(super) fn no_day() -> Day {
    Day::new(2000, 1, 1).expect("the first of January is a day")
}

/// Writes an audit protocol: text and amounts, nothing computed.
pub fn write_protocol(book: &Book, path: &Path, overwrite: bool) -> Result<(), CannotRun> {
    output::write(book, &Model::default(), path, overwrite)?;
    Ok(())
}

/// Writes the empty input workbook of an edition.
pub fn write_blank_input(programme: &Programme, path: &Path, overwrite: bool) -> Result<(), CannotRun> {
    let book = forms::blank_input::book(programme, None);
    output::write(&book, &Model::default(), path, overwrite)?;
    Ok(())
}

/// Writes the workbook of a plan for a year, the one after the edition's where none is given.
pub fn write_blank_plan(
    programme: &Programme,
    year: Option<i32>,
    path: &Path,
    overwrite: bool,
) -> Result<(), CannotRun> {
    let next = programme.period.value.last.month().year + 1;
    // Years are those that the command takes: four digits.
    let Some(book) = forms::blank_input::plan_book(programme, year.unwrap_or(next)) else { return Ok(()) };
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
    fn zrodla_tells_the_number_of_formulas_that_the_second_engine_computed() {
        let inputs = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/gmina-2025")];
        let mut run = run(&Job { inputs, ..Job::default() }).expect("the sample is read");
        for draft in [false, true] {
            let made =
                papers(&mut run, &Forms::built_in(), draft).expect("the form is sound").expect("figures");
            let sources = made.book.sheets.iter().find(|s| s.name == working::SOURCES).expect("the sheet");
            let texts: Vec<String> = sources
                .cells
                .values()
                .filter_map(|c| match &c.content {
                    crate::grid::Content::Text(text) => Some(text.clone()),
                    _ => None,
                })
                .collect();
            let after = |label: &str| {
                let at = texts.iter().position(|t| t == label).expect("a label");
                texts[at + 1].clone()
            };
            let witnessed = made.whole().expect("agreed");
            assert_eq!(
                after("Wzory przeliczone drugim programem"),
                witnessed.agreement().formulas.to_string()
            );
            let engine = format!("{} {}", witness::ENGINE, witness::ENGINE_VERSION);
            assert!(after("Drugi program obliczeniowy").starts_with(&engine));
        }
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
