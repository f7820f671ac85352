//! From the files of many municipalities to one workbook: walk, take each, compare, build, have it computed again.
//!
//! The only place of the roll-up that sees files and settlements together. Prints nothing; decides nothing about money.

mod between;
pub mod cards;
#[cfg(feature = "analytics")]
pub mod export;
mod exports;
mod names;
pub mod office;
pub mod take;
mod working;

use std::path::{Path, PathBuf};

pub use working::{Control, Progress, Worked, program};

use super::{CannotRun, Witnessed};
use crate::calc::Model;
use crate::consolidate::change::Before;
use crate::consolidate::sheets::by::{self, ByTable};
use crate::consolidate::sheets::{self, BookFacts, By};
use crate::consolidate::{Entry, walk};
use crate::forms::definition::Status;
use crate::forms::{FormDefinition, Forms};
use crate::grid::Book;
use crate::programme::{Catalogue, Programme};
use crate::units::Day;

/// What is asked for, as typed.
#[derive(Clone, Debug, Default)]
pub struct ConsolidateJob {
    /// Files and folders.
    pub inputs: Vec<PathBuf>,
    /// Edition to take; none: the one that all files name.
    pub programme: Option<String>,
    /// Folder of rules to use beside those built in.
    pub programmes: Option<PathBuf>,
    /// Folder of forms to use instead of those built in.
    pub forms: Option<PathBuf>,
    /// Day the report speaks of.
    pub as_of: Option<Day>,
    /// The office's voivodeship: its name or two digits; none: not checked.
    pub voivodeship: Option<String>,
    /// The office's register, or the minister's award list.
    pub register: Option<PathBuf>,
    /// Folder for the settlement workbooks of municipalities that sent tables.
    pub settlements: Option<PathBuf>,
    /// Replace files of the folder `settlements` that another run left there.
    pub force: bool,
    /// What this run writes, files and folders: none of it is read as input.
    pub outputs: Vec<PathBuf>,
    /// Further tables of the workbook.
    pub by: Vec<By>,
    /// Leave the second engine out, to measure what it costs. No command offers this: what it wrote would not be
    /// witnessed.
    pub unwitnessed: bool,
}

/// What all tasks share.
#[derive(Debug)]
pub struct Context {
    /// Editions.
    pub catalogue: Catalogue,
    /// Forms.
    pub forms: Forms,
    /// The job.
    pub job: ConsolidateJob,
    /// Id of the edition asked for; none: whichever the files name.
    pub asked: Option<String>,
    /// Names of the settlement workbooks written.
    names: names::Names,
}

impl Context {
    /// Prepares what all tasks share; refuses an edition that is not known.
    pub fn new(job: &ConsolidateJob) -> Result<Self, CannotRun> {
        let catalogue = super::catalogue(job.programmes.as_deref())?;
        let asked = job.programme.as_deref().map(|id| catalogue.get(id)).transpose()?;
        Ok(Self {
            forms: super::forms(job.forms.as_deref())?,
            asked: asked.map(|programme| programme.id),
            names: names::Names::default(),
            job: job.clone(),
            catalogue,
        })
    }
}

/// Everything taken, in order.
#[derive(Debug)]
pub struct Consolidated {
    /// Entries in the order of TERYT, name and path.
    pub entries: Vec<Entry>,
    /// Day of the papers.
    pub as_of: Option<Day>,
    /// The one edition of all that count; none where nothing counts.
    pub edition: Option<String>,
    /// Its rules.
    pub programme: Option<Programme>,
    /// What was done and what was taken from the store.
    pub worked: Worked,
    /// The files of the run before.
    pub before: Before,
    /// Forms.
    pub forms: Forms,
    /// What the office knows beside the files, and what was found by comparing.
    pub office: office::Office,
    /// Further tables asked for.
    pub by: Vec<By>,
}

/// As [`consolidate_with`], on all cores, without a store.
pub fn consolidate(job: &ConsolidateJob) -> Result<Consolidated, CannotRun> {
    consolidate_with(job, Control::default())
}

/// Takes and compares; writes nothing but the settlements asked for and the store. When it was stopped
/// ([`Worked::stopped`]), only some of the entries are there, and nothing was compared.
pub fn consolidate_with(job: &ConsolidateJob, control: Control<'_>) -> Result<Consolidated, CannotRun> {
    let context = Context::new(job)?;
    let mut office = office::Office::read(job)?;
    let outputs: Vec<PathBuf> =
        job.outputs.iter().chain(&job.settlements).chain(&job.register).cloned().collect();
    let found = walk::walk(&job.inputs, &outputs).map_err(|m| CannotRun::missing(m.path, m.reason))?;
    let store = control.store;
    let (mut entries, worked, before) = working::entries(&found, &context, control);
    let (mut edition, mut programme) = (None, None);
    if !worked.stopped {
        between::same_files(&mut entries);
        edition = match between::one_edition(&entries, &context) {
            Ok(edition) => edition,
            Err(error) => {
                taken_back(store, &before);
                return Err(error);
            }
        };
        programme = edition.as_deref().and_then(|id| context.catalogue.edition(id).ok()).map(|found| found.0);
        office.compare(&mut entries, programme.as_ref(), job.as_of);
    }
    let forms = context.forms;
    let by = job.by.clone();
    Ok(Consolidated { entries, as_of: job.as_of, edition, programme, worked, before, forms, office, by })
}

/// Tells the store that no report came of a run: the next one is compared with the run before it. The store only saves
/// time: one that cannot be written now is no fault of the report that is not there.
pub fn without_report(done: &Consolidated, store: Option<&Path>) {
    taken_back(store, &done.before);
}

fn taken_back(store: Option<&Path>, before: &Before) {
    if let Some(store) = store {
        let _told_by_the_run_itself = crate::consolidate::store::take_back(store, before);
    }
}

impl Consolidated {
    /// Returns the day that the papers bear, a day of nothing where none was given.
    pub fn day(&self) -> Day {
        self.as_of.unwrap_or_else(super::papers::no_day)
    }
}

/// Builds the collective workbook and has it computed by the second engine.
pub fn workbook(done: &Consolidated) -> Result<Witnessed, CannotRun> {
    let (book, model) = book(done)?;
    super::witnessed(&book, &model)
}

/// Returns the figures of the further tables asked for, as the workbook shows them.
pub fn tables(done: &Consolidated) -> Vec<ByTable> {
    let mut facts = BookFacts::of(&done.entries, done.day());
    (facts.by, facts.powiats) = (&done.by, done.office.counties());
    by::figures(&facts)
}

/// Builds the collective workbook, with the tables asked for.
pub fn book(done: &Consolidated) -> Result<(Book, Model), CannotRun> {
    let forms = match &done.edition {
        Some(edition) => done.forms.collective_for(edition)?,
        None => Vec::new(),
    };
    let (missing, findings) = (done.office.missing(), done.office.remarks());
    let mut facts = BookFacts::of(&done.entries, done.day());
    (facts.forms, facts.by, facts.earlier) = (&forms, &done.by, done.before.0.as_ref());
    facts.missing = missing.as_deref();
    (facts.findings, facts.powiats) = (&findings, done.office.counties());
    (facts.register, facts.sources) = (done.office.register.as_ref(), rests_on(done, &forms));
    facts.title = done.programme.as_ref().map(|programme| programme.title.clone()).unwrap_or_default();
    let mut model = Model::default();
    let mut book = sheets::book(&facts, &mut model);
    let layout = book.layout(&model);
    super::papers::record_witness(&mut book, &model, &layout);
    Ok((book, model))
}

/// What the workbook rests on beside the files.
fn rests_on(done: &Consolidated, forms: &[FormDefinition]) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    let mut line = |label: &str, value: String| lines.push((label.to_owned(), value));
    if let Some(programme) = &done.programme {
        line("Program", programme.title.clone());
        line("Akt", programme.act.clone());
        line("Skąd są zasady", programme.origin.polish().to_owned());
    }
    for form in forms {
        let kind = match form.status {
            Status::Official => "wzór urzędowy",
            Status::Reconstructed => "układ odtworzony: dla tej edycji nie ogłoszono wzoru",
        };
        line("Sprawozdanie", format!("{} ({kind}; {})", form.title, form.act));
    }
    for file in done.office.register.iter().flat_map(|register| &register.sources.files) {
        line("Rejestr urzędu", format!("{}, SHA-256 {}", file.name, file.sha256));
    }
    lines
}
