//! One run from files to figures and findings. Nothing is written here.

use std::path::PathBuf;

use super::prices::Prices;
use super::{CannotRun, open_figures, previous, readings, result};
use crate::checks::{self, Checked, CheckedSubmission};
use crate::finding::code::intake::{REQUIRED_BLANK, TOO_MANY_ROWS};
use crate::finding::code::program::{PROGRAMME_MISSING, PROGRAMME_UNKNOWN, PROGRAMME_YEAR_UNKNOWN};
use crate::finding::render::{RenderedFinding, json, rendered_all};
use crate::finding::{self, Fact, Finding};
use crate::intake::{self, Documents, Intake, MemoryFile};
use crate::locale::Locale;
use crate::pipeline;
use crate::programme::national::National;
use crate::programme::{Catalogue, Given, Programme, ProgrammeError};
use crate::records::{Submission, TableId};
use crate::settlement::{self, Settled};
use crate::units::{Day, DayRange};

/// What is asked for, as typed.
#[derive(Clone, Debug, Default)]
pub struct Job {
    /// Files and folders of one submission.
    pub inputs: Vec<PathBuf>,
    /// Programme to use in place of the one `Umowa` names.
    pub programme: Option<String>,
    /// Folder of rules to use beside those built in.
    pub programmes: Option<PathBuf>,
    /// Day the settlement speaks of; none: the last day settled.
    pub as_of: Option<Day>,
    /// Ways of readings to use in place of those of the edition and of `Odczytania`: `NAME=VALUE`.
    pub readings: Vec<String>,
    /// Workbook of the settlement before, which this one corrects or goes on with.
    pub previous: Option<PathBuf>,
}

/// A file that was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileRead {
    /// Name without folders.
    pub name: String,
    /// Data rows of the tables recognised in it.
    pub rows: i64,
}

/// What a run yields. Without a programme there are findings only.
#[derive(Clone, Debug)]
pub struct Run {
    /// Files in the order read.
    pub files: Vec<FileRead>,
    /// The edition's rules.
    pub programme: Option<Programme>,
    /// National figures, for the working sheets.
    pub national: National,
    /// Days settled.
    pub period: Option<DayRange>,
    /// Day the settlement speaks of.
    pub as_of: Option<Day>,
    /// The facts, rejected rows marked.
    pub submission: Submission,
    /// The same facts as the settlement takes them, to settle them in another way.
    pub checked: Option<CheckedSubmission>,
    /// The figures.
    pub settled: Option<Settled>,
    /// Readings and open figures chosen with the command, as typed.
    pub given: Vec<String>,
    /// What other readings would change; none until [`Run::price`].
    pub prices: Option<Prices>,
    /// Numbers of the checks that found nothing.
    pub passed: Vec<&'static str>,
    /// Findings, worst first.
    pub findings: Vec<Finding>,
}

/// Reads, checks and settles.
pub fn run(job: &Job) -> Result<Run, CannotRun> {
    let catalogue = pipeline::catalogue(job.programmes.as_deref())?;
    let asked = job.programme.as_deref().map(|id| catalogue.get(id)).transpose()?;
    let mut run = run_read(intake::read(&job.inputs)?, &catalogue, asked, job.as_of, &job.readings)?;
    if let Some(path) = &job.previous {
        previous::attach(&mut run, path, job.programmes.as_deref())?;
    }
    Ok(run)
}

/// As [`run`], of files taken up before; the job's inputs are not looked at.
pub fn run_documents(job: &Job, documents: &Documents, catalogue: &Catalogue) -> Result<Run, CannotRun> {
    let asked = job.programme.as_deref().map(|id| catalogue.get(id)).transpose()?;
    run_read(intake::read_documents(documents), catalogue, asked, job.as_of, &job.readings)
}

/// Checks and settles files that are in memory.
pub fn run_memory(
    inputs: &[MemoryFile],
    catalogue: &Catalogue,
    as_of: Option<Day>,
) -> Result<Run, CannotRun> {
    run_read(intake::read_memory(inputs), catalogue, None, as_of, &[])
}

/// Checks and settles what was read, under the rules asked for or else those that `Umowa` names. For those who settle
/// one submission several times. `chosen` holds readings and open figures, each `NAME=VALUE`, that win over `Odczytania`.
pub fn run_read(
    read: Intake,
    catalogue: &Catalogue,
    asked: Option<Programme>,
    as_of: Option<Day>,
    chosen: &[String],
) -> Result<Run, CannotRun> {
    let run = run_given(read, catalogue, asked, as_of, chosen)?;
    Ok(Run { given: chosen.to_vec(), ..run })
}

fn run_given(
    read: Intake,
    catalogue: &Catalogue,
    asked: Option<Programme>,
    as_of: Option<Day>,
    chosen: &[String],
) -> Result<Run, CannotRun> {
    let national = National::built_in();
    let files = files(&read.submission);
    let mut findings = read.findings;
    // With tables cut off at the limit every comparison of them would be false, and every figure.
    let cut_off = findings.iter().any(|f| f.code.name == TOO_MANY_ROWS.name);
    let (figures, chosen) = open_figures::apart(chosen);
    let given = open_figures::given(&read.submission, &figures);
    let programme = match asked {
        _ if cut_off => None,
        Some(programme) => Some(programme.with_given(&given)),
        None => named_programme(&read.submission, catalogue, &given, &mut findings)?,
    };
    if let Some(programme) = &programme {
        readings::figures_known(programme, &figures)?;
    }
    let programme =
        programme.and_then(|p| open_figures::complete(p, &read.submission, &figures, &mut findings));
    let Some(programme) = programme else {
        finding::sort(&mut findings);
        return Ok(Run {
            files,
            programme: None,
            national,
            period: None,
            as_of,
            submission: read.submission,
            checked: None,
            settled: None,
            given: Vec::new(),
            prices: None,
            passed: Vec::new(),
            findings,
        });
    };
    let programme = readings::in_force(&programme, &read.submission, &chosen)?;
    let as_of = as_of.unwrap_or_else(|| last_day(&read.submission, &programme));
    let checked = checks::run(read.submission, &programme, &national, as_of);
    Ok(settled(files, programme, national, as_of, findings, checked))
}

fn settled(
    files: Vec<FileRead>,
    programme: Programme,
    national: National,
    as_of: Day,
    mut findings: Vec<Finding>,
    checked: Checked,
) -> Run {
    let mut figures = settlement::settle(&checked.submission, &programme);
    settlement::books::build(&mut figures, checked.submission.submission(), &programme);
    findings.extend(checked.findings);
    let provisional = finding::has_errors(&findings);
    let after = checks::after(&figures, checked.submission.submission(), &programme, &national, as_of);
    findings.extend(after.into_iter().map(|f| Finding { provisional, ..f }));
    checks::explanations::apply(&mut findings, checked.submission.submission());
    finding::sort(&mut findings);
    let passed = checks::passed(&findings, &programme, &checked.submission, Some(&figures));
    Run {
        files,
        period: Some(checked.submission.period()),
        submission: checked.submission.submission().clone(),
        programme: Some(programme),
        national,
        as_of: Some(as_of),
        checked: Some(checked.submission),
        settled: Some(figures),
        given: Vec::new(),
        prices: None,
        passed,
        findings,
    }
}

/// Returns the programme that `Umowa` names. A wrong name is the office's slip and becomes a finding at its cell;
/// unsound rules end the run.
fn named_programme(
    submission: &Submission,
    catalogue: &Catalogue,
    given: &Given,
    findings: &mut Vec<Finding>,
) -> Result<Option<Programme>, CannotRun> {
    let known = Fact::Text(catalogue.ids().join(", "));
    let Some(named) = &submission.agreement.programme else {
        let missing = programme_missing(submission, findings);
        findings.extend(missing.map(|f| f.with("known", known)));
        return Ok(None);
    };
    match catalogue.edition_with(&named.value, given) {
        Ok((programme, _)) => Ok(Some(programme)),
        Err(ProgrammeError::Unknown { neighbours, nearest, .. }) => {
            let seen = Fact::Text(named.value.clone());
            let finding = if neighbours.is_empty() {
                let near = Fact::Text(if nearest.is_some() { "yes" } else { "no" }.to_owned());
                let nearest = Fact::Text(nearest.unwrap_or_default());
                Finding::at(&PROGRAMME_UNKNOWN, named.at).with("near", near).with("nearest", nearest)
            } else {
                let neighbours = Fact::Text(neighbours.join(", "));
                Finding::at(&PROGRAMME_YEAR_UNKNOWN, named.at).with("neighbours", neighbours)
            };
            findings.push(finding.with_seen(seen).with("known", known));
            Ok(None)
        }
        Err(other) => Err(other.into()),
    }
}

/// Says that `Umowa` names no programme, unless that was said: the field is missing or unreadable, or the table is.
/// A blank field is said here instead, since this finding lists the editions.
fn programme_missing(submission: &Submission, findings: &mut Vec<Finding>) -> Option<Finding> {
    let Some(agreement) = submission.table(TableId::Agreement) else {
        return (!finding::has_errors(findings)).then(|| Finding::new(&PROGRAMME_MISSING));
    };
    let field = agreement.rows.iter().find_map(|row| row.fields.get("programme"));
    let Some(field) = field else {
        return (!finding::has_errors(findings))
            .then(|| Finding::at(&PROGRAMME_MISSING, agreement.header_at));
    };
    findings.retain(|f| f.code.name != REQUIRED_BLANK.name || f.at != Some(field.at));
    (!findings.iter().any(|f| f.at == Some(field.at))).then(|| Finding::at(&PROGRAMME_MISSING, field.at))
}

fn last_day(submission: &Submission, programme: &Programme) -> Day {
    submission.agreement.period_to.as_ref().map_or(programme.period.value.last, |d| d.value)
}

fn files(submission: &Submission) -> Vec<FileRead> {
    let sources = &submission.sources;
    let rows_of = |index: usize| {
        let here = |sheet: crate::source::SheetId| {
            sources.sheets.get(usize::from(sheet.0)).is_some_and(|s| usize::from(s.file.0) == index)
        };
        submission.tables.iter().filter(|t| here(t.header_at.sheet)).map(|t| t.rows.len()).sum::<usize>()
    };
    sources
        .files
        .iter()
        .enumerate()
        .map(|(index, file)| FileRead {
            name: file.name.clone(),
            rows: i64::try_from(rows_of(index)).unwrap_or(i64::MAX),
        })
        .collect()
}

impl Run {
    /// Settles the municipality once for each other way to read a clause, and keeps what each would change.
    ///
    /// Forty settlements where one was asked for: a command does it that shows them.
    pub fn price(&mut self) {
        self.price_by(Prices::of);
    }

    /// As [`Self::price`], on this thread alone, for runs that are made side by side.
    pub fn price_alone(&mut self) {
        self.price_by(Prices::alone);
    }

    fn price_by(&mut self, prices: fn(&CheckedSubmission, &Programme, &Settled) -> Prices) {
        if let (Some(facts), Some(programme), Some(now)) = (&self.checked, &self.programme, &self.settled) {
            self.prices = Some(prices(facts, programme, now));
        }
    }

    /// Is there a finding of severity error?
    pub fn has_errors(&self) -> bool {
        finding::has_errors(&self.findings)
    }

    /// May a workbook be written? Not with errors in the data, unless it is a draft; never without figures.
    pub fn may_be_written(&self, draft: bool) -> bool {
        self.settled.is_some() && (draft || !self.has_errors())
    }

    /// Returns the findings in words.
    pub fn rendered(&self, locale: &Locale) -> Vec<RenderedFinding> {
        rendered_all(&self.findings, &self.submission.sources, locale)
    }

    /// Returns the result with its figures.
    pub fn result_object(&self, draft: bool, locale: &Locale) -> result::ResultObject {
        let settled = self.settled.as_ref();
        result::ResultObject {
            draft: draft || self.has_errors(),
            totals: settled.map(|s| result::totals(&s.model, &s.totals)),
            rounds: settled.map(result::rounds).unwrap_or_default(),
            assistants: settled.map(result::assistants).unwrap_or_default(),
            previous: settled.and_then(result::previous),
            difference: settled.and_then(result::difference),
            head: self.head(),
            readings: self.readings(),
            // Papers are made after the run: whoever writes them says so.
            second_engine: None,
            findings: json(&self.findings, &self.submission.sources, locale),
        }
    }

    /// Returns the readings with their prices, where they were asked for.
    pub fn readings_object(&self) -> result::ReadingsObject {
        result::ReadingsObject { head: self.head(), readings: self.readings() }
    }

    fn readings(&self) -> Vec<result::ReadingObject> {
        match (&self.prices, &self.programme) {
            (Some(prices), _) => result::priced(prices),
            (None, Some(programme)) => result::readings_of(programme),
            (None, None) => Vec::new(),
        }
    }

    /// Returns the findings without figures.
    pub fn checked_object(&self, locale: &Locale) -> result::CheckedObject {
        result::CheckedObject {
            head: self.head(),
            findings: json(&self.findings, &self.submission.sources, locale),
        }
    }

    /// Returns what every result begins with.
    pub fn head(&self) -> result::HeadObject {
        let agreement = &self.submission.agreement;
        let text =
            |given: &crate::records::submission::Given<String>| given.as_ref().map(|t| t.value.clone());
        result::HeadObject {
            programme: self.programme.as_ref().map(|p| p.id.clone()).or_else(|| text(&agreement.programme)),
            municipality: result::MunicipalityObject {
                teryt: text(&agreement.teryt),
                name: text(&agreement.municipality),
            },
            period: self
                .period
                .map(|p| result::PeriodObject { from: p.first.to_string(), to: p.last.to_string() }),
            as_of: self.as_of.map(|day| day.to_string()),
        }
    }
}
