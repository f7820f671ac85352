//! The papers beside the settlement as one workbook: their sheets first, the working sheets of the settlement behind.

use super::papers::{record_witness, working_sheets};
use super::{CannotRun, Run, Witnessed, witnessed};
use crate::calc::Model;
use crate::documents::half_year::{self, Report};
use crate::documents::list::DocumentList;
use crate::documents::statement::{self, Wish};
use crate::documents::{Asked, Kind, list_sheets};
use crate::finding;
use crate::forms::definition::Paper;
use crate::forms::{self, FormFacts, Forms};
use crate::grid::{Book, Sheet};
use crate::programme::Programme;
use crate::programme::rules::About;
use crate::records::Submission;
use crate::settlement::Settled;
use crate::units::{Day, Money};

/// Id of the form of the statement.
const STATEMENT: &str = "f2-oswiadczenie";
/// Id of the form of the list of documents.
const LIST: &str = "f5-zestawienie-dokumentow";

/// The papers, not yet rendered.
#[derive(Debug)]
pub struct DocumentPapers<'a> {
    book: Book,
    model: &'a Model,
    /// What was made.
    pub told: Told,
}

/// What was made, for the screen and the JSON result.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// Papers in the workbook.
    pub kinds: Vec<Kind>,
    /// Rows of the list of documents, and the programme's money in them.
    pub list: Option<(usize, Money)>,
    /// Last day for the statement, in words.
    pub statement_term: Option<String>,
    /// The same as a day, where it can be computed.
    pub statement_due: Option<Day>,
    /// The half-year report.
    pub report: Option<Report>,
}

impl DocumentPapers<'_> {
    /// Renders the workbook and has it computed by the second engine.
    pub fn witnessed(&self) -> Result<Witnessed, CannotRun> {
        witnessed(&self.book, self.model)
    }
}

/// What all papers are made from.
struct Sources<'a> {
    submission: &'a Submission,
    programme: &'a Programme,
    about: &'a About,
    forms: &'a Forms,
    as_of: Day,
}

/// Makes the papers asked for. What was found of them is added to the run's findings; none when nothing may be written.
pub fn documents<'a>(
    run: &'a mut Run,
    forms: &Forms,
    about: &About,
    asked: &Asked,
    draft: bool,
) -> Result<Option<DocumentPapers<'a>>, CannotRun> {
    if !run.may_be_written(draft) {
        return Ok(None);
    }
    let (Some(programme), Some(as_of)) = (&run.programme, run.as_of) else { return Ok(None) };
    let Some(mut settled) = run.settled.take() else { return Ok(None) };
    let sources = Sources { submission: &run.submission, programme, about, forms, as_of };
    let made = front(&sources, asked, &mut settled);
    let (mut sheets, told, findings) = made?;
    let before = run.findings.len();
    run.findings.extend(findings);
    if told.kinds.is_empty() || (finding::has_errors(&run.findings[before..]) && !draft) {
        finding::sort(&mut run.findings);
        run.settled = Some(settled);
        return Ok(None);
    }
    finding::sort(&mut run.findings);
    let form = forms.get(&programme.form)?;
    let notes = forms::notes::notes(&form, &mut settled, &FormFacts::new(&run.submission, programme, as_of));
    sheets.extend(working_sheets(run, programme, &form, &notes, &mut settled, as_of, draft));
    let title = format!("Dokumenty: {}", programme.title);
    let mut book = Book { title, created: as_of, sheets };
    let layout = book.layout(&settled.model);
    record_witness(&mut book, &settled.model, &layout);
    if draft {
        book.sheets.iter_mut().for_each(forms::draft::mark);
    }
    let model = &run.settled.insert(settled).model;
    Ok(Some(DocumentPapers { book, model, told }))
}

type Front = (Vec<Sheet>, Told, Vec<finding::Finding>);

/// The papers' own sheets, forms first.
fn front(sources: &Sources<'_>, asked: &Asked, settled: &mut Settled) -> Result<Front, CannotRun> {
    let Sources { submission, programme, forms, as_of, .. } = *sources;
    let facts = FormFacts::new(submission, programme, as_of);
    let (mut sheets, mut behind) = (Vec::new(), Vec::new());
    let (mut told, mut findings) = (Told::default(), Vec::new());
    if asked.wants(Kind::Statement) {
        let wish = Wish {
            refuse: asked.refuse,
            half: asked.half,
            correction: asked.correction,
            by_name: asked.refuse || asked.kinds.contains(&Kind::Statement),
        };
        let (made, found) = statement::build(settled, submission, sources.about, (wish, as_of));
        findings.extend(found);
        if let Some(made) = made {
            let form = forms.paper(STATEMENT, Paper::Statement)?;
            sheets.extend(forms::fill_listed(&form, &mut settled.model, &facts, &made.listed));
            let title = "Liczba asystentów i etatów w oświadczeniu: kroki";
            behind.push(made.staff.sheet("Oświadczenie - kroki", title, &settled.model));
            told.statement_term = made.term;
            told.statement_due = made.due;
            told.kinds.push(Kind::Statement);
        }
    }
    let list = (asked.wants(Kind::List) || asked.wants(Kind::HalfYear))
        .then(|| DocumentList::build(settled, submission, programme));
    if let Some(list) = list.as_ref().filter(|_| asked.wants(Kind::List)) {
        let form = forms.paper(LIST, Paper::Documents)?;
        let listed = list_sheets::listed(list, settled, (submission, programme), asked.correction);
        sheets.extend(forms::fill_listed(&form, &mut settled.model, &facts, &listed));
        behind.extend(list_sheets::controls(list, settled));
        findings.extend(list_sheets::findings(list, submission));
        told.list = Some((list.rows.len(), list.programme(&settled.model)));
        told.kinds.push(Kind::List);
    }
    if let Some(list) = list.as_ref().filter(|_| asked.wants(Kind::HalfYear)) {
        let year = settled.period.last.month().year;
        let report = match asked.half {
            Some(half) => Report::of(half, year),
            None => Report::last_of(settled.period),
        };
        if let Some(report) = report {
            let (made, found) = half_year::build(settled, list, (submission, programme), report, as_of);
            findings.extend(found);
            if !made.is_empty() {
                told.report = Some(report);
                told.kinds.push(Kind::HalfYear);
            }
            let mut made = made.into_iter();
            sheets.extend(made.next());
            behind.extend(made);
        }
    }
    if let Some(list) = list.as_ref().filter(|_| !told.kinds.is_empty()) {
        behind.push(list_sheets::steps(list, settled, submission));
    }
    for sheet in &mut behind {
        sheet.footer = format!("{} · arkusz roboczy · rozlicz {}", programme.id, env!("CARGO_PKG_VERSION"));
    }
    sheets.extend(behind);
    Ok((sheets, told, findings))
}
