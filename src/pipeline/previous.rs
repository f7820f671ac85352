//! The settlement before: from its workbook on the disk to a correction of a run. Looks at the workbook as an audit does
//! first; a run whose settlement before cannot be trusted, or is not its own, has findings and no figures. Computes
//! nothing itself.
//!
//! [`super::Job::previous`] does all of it for a run. A run that was made by other means goes through [`attach`]; one
//! that repeats a recorded settlement through [`attach_recorded`].

use std::path::Path;

use super::audit::{AuditJob, of_trace};
use super::{CannotRun, Run};
use crate::audit::against::since;
use crate::audit::from_trace;
use crate::correction::{self, Before, Change, Previous};
use crate::finding::code::audit as audit_codes;
use crate::finding::code::intake::OWN_OUTPUT;
use crate::finding::code::previous as codes;
use crate::finding::{self, Code, Fact, Finding, Severity};
use crate::forms::Forms;
use crate::intake::book::{self, ReadBook};
use crate::locale::{Language, Locale};
use crate::records::submission::Given;
use crate::records::{HalfYear, Submission};
use crate::source::{CellRef, Sources};
use crate::trace::pack::PackError;
use crate::trace::{Trace, sheet};
use crate::units::{Day, DayRange};

/// Sets a run against the settlement before it. Refused with findings, the run has no figures: nothing is written of it,
/// not even as a draft.
pub fn attach(run: &mut Run, path: &Path, programmes: Option<&Path>) -> Result<(), CannotRun> {
    let book = book::open(path)?;
    let trace = match sheet::found(&book) {
        Some(Ok(trace)) => trace,
        Some(Err(PackError::Newer { shape })) => return Err(CannotRun::newer(&book.name, shape)),
        Some(Err(_)) => {
            refused(run, vec![of_file(&codes::PREVIOUS_TRACE_DAMAGED, &book)]);
            return Ok(());
        }
        None => {
            refused(run, vec![of_file(&codes::PREVIOUS_NO_TRACE, &book)]);
            return Ok(());
        }
    };
    let before = Was::of(&book, &trace, programmes);
    let mut findings = before.foreign(run);
    if findings.is_empty() {
        findings.extend(before.changed(run, path)?);
    }
    if findings.is_empty() {
        findings.extend(before.unfit(run));
    }
    if !findings.is_empty() {
        refused(run, findings);
        return Ok(());
    }
    let Some(previous) = before.previous(run) else { return Ok(()) };
    build(run, previous);
    Ok(())
}

/// Sets a repeated run against the settlement before as the trace recorded it.
pub fn attach_recorded(run: &mut Run, trace: &Trace) {
    if let Some(previous) = &trace.head.previous {
        build(run, previous.clone());
    }
}

fn build(run: &mut Run, previous: Previous) {
    if let Some(settled) = &mut run.settled {
        correction::build(settled, &run.submission, previous);
    }
}

/// Takes the figures away and says why.
fn refused(run: &mut Run, findings: Vec<Finding>) {
    run.settled = None;
    run.checked = None;
    run.findings.extend(findings);
    finding::sort(&mut run.findings);
}

fn of_file(code: &'static Code, book: &ReadBook) -> Finding {
    Finding::new(code).with("file", Fact::Text(book.name.clone()))
}

/// The settlement before, read back.
struct Was<'a> {
    book: &'a ReadBook,
    trace: &'a Trace,
    /// Its tables.
    submission: Submission,
    /// Cells of its workbook that hold its municipality and programme.
    kept: from_trace::Kept,
    /// Folder of rules to use beside those built in.
    programmes: Option<&'a Path>,
}

impl<'a> Was<'a> {
    fn of(book: &'a ReadBook, trace: &'a Trace, programmes: Option<&'a Path>) -> Self {
        let kept = from_trace::kept(trace, Sources::default());
        let submission = from_trace::of_tables(kept.sources.clone(), kept.tables.clone()).submission;
        Self { book, trace, submission, kept, programmes }
    }

    /// Another municipality, another programme, or the very file that was handed in as data.
    fn foreign(&self, run: &mut Run) -> Vec<Finding> {
        let head = &self.trace.head;
        let mut findings = Vec::new();
        if self.is_input(run) {
            findings.push(of_file(&codes::PREVIOUS_IS_INPUT, self.book));
        }
        let mut of_field =
            |code: &'static Code, at: Option<CellRef>, was: Option<CellRef>, now: &str, then: &str| {
                let mut finding = of_file(code, self.book)
                    .with_seen(Fact::Text(then.to_owned()))
                    .with_expected(Fact::Text(now.to_owned()));
                finding.at = at;
                finding.related.extend(was.and_then(|at| self.place(at, &mut run.submission.sources)));
                findings.push(finding);
            };
        let (now, then) = (run.submission.agreement.clone(), &self.submission.agreement);
        let trimmed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let differ = |a: &str, b: &str| !a.is_empty() && !b.is_empty() && trimmed(a) != trimmed(b);
        let typed =
            |given: &Given<String>| given.as_ref().map(|t| t.value.trim().to_owned()).unwrap_or_default();
        let (teryt, was) = (typed(&now.teryt), head.teryt.clone().unwrap_or_default());
        let (name, named) = (typed(&now.municipality), head.municipality.clone().unwrap_or_default());
        if differ(&teryt, &was) {
            let (at, then) = (now.teryt.as_ref().map(|t| t.at), then.teryt.as_ref().map(|t| t.at));
            of_field(&codes::PREVIOUS_OTHER_MUNICIPALITY, at, then, &teryt, &was);
        } else if (teryt.is_empty() || was.is_empty()) && differ(&name, &named) {
            // A name alone may be spelled anew; where both codes are given they decide.
            let at = now.municipality.as_ref().map(|t| t.at);
            let then = then.municipality.as_ref().map(|t| t.at);
            of_field(&codes::PREVIOUS_OTHER_MUNICIPALITY, at, then, &name, &named);
        }
        if let Some(programme) = run.programme.as_ref().map(|p| p.id.clone())
            && programme != head.edition
        {
            let (at, then) = (now.programme.as_ref().map(|t| t.at), then.programme.as_ref().map(|t| t.at));
            of_field(&codes::PREVIOUS_OTHER_PROGRAMME, at, then, &programme, &head.edition);
        }
        findings
    }

    /// Was the file handed in as data too? A settlement is not read as such: the intake says so by its name.
    fn is_input(&self, run: &Run) -> bool {
        let name = ("file", Fact::Text(self.book.name.clone()));
        let named =
            |f: &Finding| f.code == &OWN_OUTPUT && f.severity == Severity::Error && f.facts.contains(&name);
        let files = &run.submission.sources.files;
        files.iter().any(|file| file.sha256 == self.book.sha256) || run.findings.iter().any(named)
    }

    /// The cell of the workbook that a cell of its tables was copied to.
    fn place(&self, at: CellRef, sources: &mut Sources) -> Option<CellRef> {
        let (sheet, row, column) = *self.kept.copies.get(&at)?;
        let name = &self.trace.sheets.get(sheet)?.name;
        let file = sources.add_file(self.book.file());
        Some(CellRef { sheet: sources.add_sheet(file, name), row, column })
    }

    /// What an audit of the workbook finds: it was changed by hand, or is not what its data give under the law.
    fn changed(&self, run: &mut Run, path: &Path) -> Result<Vec<Finding>, CannotRun> {
        let job = AuditJob {
            workbook: path.to_owned(),
            programmes: self.programmes.map(Path::to_owned),
            ..AuditJob::default()
        };
        let report = of_trace(self.book, self.trace, &job)?;
        // Rules corrected since by another version change no figure that was settled; what was typed over does.
        let same_version = self.trace.head.program == env!("CARGO_PKG_VERSION");
        let by_law = [
            &audit_codes::AUDIT_RULES_OTHER,
            &audit_codes::AUDIT_LAW_PARAMETER,
            &audit_codes::AUDIT_LAW_FIGURE,
            &audit_codes::AUDIT_LAW_CELL,
            &audit_codes::AUDIT_LAW_UNKNOWN,
        ];
        let counts =
            |f: &&Finding| f.severity != Severity::Note && (same_version || !by_law.contains(&f.code));
        let mut changed: Vec<&Finding> = report.findings.iter().filter(counts).collect();
        if changed.is_empty() {
            return Ok(Vec::new());
        }
        // The reader is to find the place: cells first, in the order of the workbook; results that only follow from
        // another cell last, wherever their sheet stands.
        let follows = |f: &Finding| f.code == &audit_codes::AUDIT_STORED_RESULT;
        changed.sort_by_key(|f| (f.at.is_none(), f.severity, follows(f), f.at));
        let sources = &mut run.submission.sources;
        let mut told = since::told(&codes::PREVIOUS_CHANGED, &report, &changed, self.book.file(), sources);
        let first = told.get(1).and_then(|f| f.at);
        let cell = first.map_or_else(|| self.book.name.clone(), |at| sources.place(at));
        if let Some(head) = told.first_mut() {
            head.at = first;
            head.facts.push(("cell", Fact::Text(cell)));
        }
        // Details of the one error, and so listed after it.
        told.iter_mut().skip(1).for_each(|f| f.severity = Severity::Warning);
        Ok(told)
    }

    /// A draft, a settlement newer than this one, days that this one neither holds nor goes on from.
    fn unfit(&self, run: &Run) -> Vec<Finding> {
        let head = &self.trace.head;
        if head.draft {
            return vec![of_file(&codes::PREVIOUS_DRAFT, self.book)];
        }
        let mut findings = Vec::new();
        if let (Some(now), Some(then)) = (run.as_of, Day::parse_iso(&head.as_of))
            && then > now
        {
            let finding = of_file(&codes::PREVIOUS_NEWER, self.book);
            findings.push(finding.with_seen(Fact::Day(then)).with_expected(Fact::Day(now)));
        }
        if let (Some(now), Some(then)) = (run.period, period(self.trace))
            && !Self::goes_on(run, now, then)
        {
            let agreement = &run.submission.agreement;
            let at = agreement.period_from.as_ref().or(agreement.period_to.as_ref()).map(|day| day.at);
            let mut finding = of_file(&codes::PREVIOUS_PERIOD, self.book)
                .with("from", Fact::Day(then.first))
                .with("to", Fact::Day(then.last))
                .with("from_now", Fact::Day(now.first))
                .with("to_now", Fact::Day(now.last));
            finding.at = at;
            findings.push(finding);
        }
        findings
    }

    /// This settlement holds all days of the one before; or, where the year has two rounds, it settles the half-year
    /// that follows.
    fn goes_on(run: &Run, now: DayRange, then: DayRange) -> bool {
        let holds = now.contains(then.first) && now.contains(then.last);
        let rounds = run.settled.as_ref().is_some_and(|s| s.rounds.iter().all(|r| r.half_year.is_some()));
        holds || (rounds && now.first == then.last.plus_days(1))
    }

    /// Clauses read in another way than before, and other rules, in words.
    fn rules(&self, run: &Run) -> Vec<Change> {
        let Some(programme) = &run.programme else { return Vec::new() };
        let head = &self.trace.head;
        let locale = Locale::of(Language::Polish);
        let change = |row: &str, was: &str, now: &str| {
            let facts = [("before", Fact::Text(was.to_owned())), ("now", Fact::Text(now.to_owned()))];
            let change = locale.text("previous-way", &facts);
            Change { table: locale.text("previous-rules", &[]), row: row.to_owned(), change }
        };
        let mut changes = Vec::new();
        for reading in &programme.readings {
            let was = head.readings.iter().find(|r| r.name == reading.name);
            if let Some(was) = was.filter(|was| was.way != reading.in_force) {
                changes.push(change(reading.name, &was.meaning, reading.used()));
            }
        }
        if head.rules_sha256 != programme.digest {
            changes.push(change("SHA-256", &head.rules_sha256, &programme.digest));
        }
        changes
    }

    fn previous(&self, run: &Run) -> Option<Previous> {
        let head = &self.trace.head;
        let settled = run.settled.as_ref()?;
        let then = period(self.trace)?;
        let mut figures = correction::figures_of(self.trace, &self.book.name, &self.submission);
        let known = |round: Option<&str>| {
            figures.iter().any(|f| f.component.is_some() && f.round.as_deref() == round)
        };
        let now =
            |round: Option<&str>| settled.rounds.iter().any(|r| r.half_year.map(HalfYear::word) == round);
        let second = settled.rounds.iter().any(|r| !known(r.half_year.map(HalfYear::word)));
        let rules = self.rules(run);
        // Of a half-year that was taken over the tables say nothing, so nothing of it can be another.
        let told = |round: Option<&str>| {
            self.trace.figures.iter().any(|f| f.component.is_some() && f.round.as_deref() == round)
        };
        // Half-years told as none are of the whole period.
        let both = |round: Option<&str>| round.is_none() || (told(round) && now(round));
        let days = correction::Days {
            before: then,
            now: settled.period,
            second,
            rules: !rules.is_empty(),
            both: &both,
        };
        let (older, newer) = (&self.submission.tables, &run.submission.tables);
        let locale = Locale::of(Language::Polish);
        let kinds = correction::kinds(older, newer, days);
        figures.extend(self.papers());
        Some(Previous {
            file: self.book.name.clone(),
            sha256: self.book.sha256.clone(),
            bytes: self.book.bytes,
            edition: head.edition.clone(),
            program: head.program.clone(),
            as_of: head.as_of.clone(),
            period: head.period.clone(),
            number: head.number(),
            kinds,
            changes: [correction::changes(older, newer, locale), rules].concat(),
            figures,
            // The correction tells.
            whole: true,
        })
    }

    /// Totals of the form and spending by paragraph, which the settlement before has on its papers only: they are made
    /// again, and what they show is taken from its trace. Not where another version of the program wrote it: its papers
    /// may be others.
    fn papers(&self) -> Vec<Before> {
        if self.trace.head.program != env!("CARGO_PKG_VERSION") {
            return Vec::new();
        }
        let catalogue = super::catalogue(self.programmes).ok();
        let run = catalogue.and_then(|catalogue| from_trace::settle(self.trace, &catalogue).ok());
        let Some(mut run) = run else { return Vec::new() };
        let file = &self.book.name;
        let mut figures = match (&mut run.settled, &run.programme) {
            (Some(settled), Some(programme)) => {
                correction::before_of_paragraphs(settled, &run.submission, programme, file)
            }
            _ => Vec::new(),
        };
        let papers = super::papers(&mut run, &Forms::built_in(), false);
        if let Ok(Some(papers)) = papers {
            figures.extend(correction::before_of_form(&papers.book().sheets, self.trace, file));
        }
        figures
    }
}

fn period(trace: &Trace) -> Option<DayRange> {
    let (first, last) = &trace.head.period;
    DayRange::new(Day::parse_iso(first)?, Day::parse_iso(last)?)
}
