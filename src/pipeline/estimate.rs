//! Strings the stages of an estimate together: this year's tables → projection → three settlements → workbook.
//!
//! This year is read, checked and settled as `settle` does it. With an error in it, or in the plan, nothing is
//! estimated: a row left out would be a person without money in the request. Nothing is worded here.

use std::path::PathBuf;

use super::{CannotRun, Job, Run, Witnessed, open_figures};
use crate::calc::Model;
use crate::estimate::scenarios::{self, Estimate};
use crate::estimate::sheets::{self, BookFacts, EarlierYear};
use crate::estimate::{self, Scenario, request, sensitivity};
use crate::finding::code::plan::{PLAN_EDITION_OF_YEAR, PLAN_NOT_SETTLED};
use crate::finding::render::{RenderedFinding, rendered_all};
use crate::finding::{self, Fact, Finding};
use crate::forms::Forms;
use crate::forms::definition::Paper;
use crate::grid::Sheet;
use crate::intake;
use crate::locale::{Language, Locale};
use crate::pipeline;
use crate::programme::Programme;
use crate::records::{Fund, Submission};
use crate::settlement;
use crate::source::Sources;
use crate::units::{Day, Money};

/// Id of the form of the request.
const REQUEST_FORM: &str = "f1-zapotrzebowanie";

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// This year's tables; its programme is that of the estimated year.
    pub job: Job,
    /// The estimated year.
    pub year: i32,
    /// Id of the edition whose rules are used.
    pub programme: String,
    /// The plan.
    pub plan: Option<PathBuf>,
    /// Earlier years' tables, each a file or folder.
    pub earlier: Vec<PathBuf>,
}

/// An estimate with what it rests on.
#[derive(Debug)]
pub struct Estimated {
    /// This year, settled by its own rules.
    pub run: Run,
    /// The estimate; none with errors.
    pub estimate: Option<Estimate>,
    /// This year and earlier ones, by year.
    pub years: Vec<EarlierYear>,
    /// Findings of this year's data and of the plan, worst first.
    pub findings: Vec<Finding>,
    /// The day the estimate is of.
    pub as_of: Option<Day>,
}

/// Reads, checks, projects and settles.
pub fn run(asked: &Asked) -> Result<Estimated, CannotRun> {
    plan_has_tables(asked)?;
    let mut edition =
        pipeline::edition(&Job { programme: Some(asked.programme.clone()), ..asked.job.clone() })?;
    let mut inputs = asked.job.inputs.clone();
    inputs.extend(asked.plan.clone());
    // Readings chosen are of the estimated edition; this year's own are those of its tables.
    let this_year = Job { inputs, programme: None, readings: Vec::new(), ..asked.job.clone() };
    let run = pipeline::run(&this_year)?;
    let mut findings = run.findings.clone();
    // Said to whoever settles with a plan lying by; here the plan is used.
    findings.retain(|f| f.code.name != PLAN_NOT_SETTLED.name);
    let as_of = run.as_of;
    if run.settled.is_none() || finding::has_errors(&findings) {
        return Ok(Estimated { run, estimate: None, years: Vec::new(), findings, as_of });
    }
    // The ways of reading that this year's tables accept hold for the same edition, unless the command says otherwise.
    if let Some(own) = run.programme.as_ref().filter(|p| p.id == edition.id && asked.job.readings.is_empty())
    {
        edition = own.clone();
    }
    let figures = open_figures::apart(&asked.job.readings).0;
    let edition = edition.with_given(&open_figures::given(&run.submission, &figures));
    // Who needs an open figure is asked of the estimated year: an old edition's own days tell of nobody.
    let moved = edition.for_year(asked.year);
    if open_figures::complete(moved, &run.submission, &figures, &mut findings).is_none() {
        finding::sort(&mut findings);
        return Ok(Estimated { run, estimate: None, years: Vec::new(), findings, as_of });
    }
    let edition = edition.without_open_shares();
    findings.extend(edition_of_year(asked, &edition)?);
    let projection = estimate::project(&run.submission, &edition, asked.year);
    findings.extend(projection.findings.iter().cloned());
    finding::sort(&mut findings);
    if finding::has_errors(&findings) {
        return Ok(Estimated { run, estimate: None, years: Vec::new(), findings, as_of });
    }
    let estimate = Some(scenarios::estimate(projection, &run.submission));
    let mut years: Vec<EarlierYear> = Vec::new();
    for input in &asked.earlier {
        let job =
            Job { inputs: vec![input.clone()], programmes: asked.job.programmes.clone(), ..Job::default() };
        years.extend(year_of(&pipeline::run(&job)?));
    }
    if !years.is_empty() {
        // This year given as an earlier one too is the same year.
        let own = year_of(&run);
        years.retain(|y| own.as_ref().is_none_or(|own| (y.year, &y.programme) != (own.year, &own.programme)));
        years.extend(own);
    }
    years.sort_by_key(|y| y.year);
    Ok(Estimated { run, estimate, years, findings, as_of })
}

/// A file without a single table of a plan would change nothing, and nobody would know.
fn plan_has_tables(asked: &Asked) -> Result<(), CannotRun> {
    let Some(plan) = &asked.plan else { return Ok(()) };
    let read = intake::read(std::slice::from_ref(plan))?;
    if read.submission.tables.iter().any(|t| t.id.is_plan()) {
        return Ok(());
    }
    Err(CannotRun::new("estimate-plan-without-tables").with("path", plan.display()))
}

/// Another edition of the programme is that of the year, while the one asked for is not.
fn edition_of_year(asked: &Asked, edition: &Programme) -> Result<Option<Finding>, CannotRun> {
    if edition.covers_year(asked.year) {
        return Ok(None);
    }
    let series = |id: &str| id.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-').to_owned();
    let catalogue = pipeline::catalogue(asked.job.programmes.as_deref())?;
    let same = catalogue.ids().into_iter().filter(|id| series(id) == series(&edition.id));
    let own = same.filter(|id| catalogue.get(id).is_ok_and(|p| p.covers_year(asked.year)));
    let own: Vec<&str> = own.collect();
    Ok((!own.is_empty()).then(|| {
        Finding::new(&PLAN_EDITION_OF_YEAR)
            .with_seen(Fact::Text(edition.id.clone()))
            .with_expected(Fact::Text(own.join(", ")))
            .with("year", Fact::Text(asked.year.to_string()))
    }))
}

/// What a year's tables say of request, award and use.
fn year_of(run: &Run) -> Option<EarlierYear> {
    let (settled, programme, period) = (run.settled.as_ref()?, run.programme.as_ref()?, run.period?);
    let used = |node| Some(settled.model.money(node));
    Some(EarlierYear {
        year: period.last.month().year,
        programme: programme.id.clone(),
        asked: all(&run.submission, |f| f.requested.as_ref().map(|m| m.value)),
        awarded: all(&run.submission, |f| f.awarded.as_ref().map(|m| m.value)),
        used: used(settled.totals.co_financing),
        cost: used(settled.totals.task_cost),
    })
}

/// The sum over the rows of `Środki`, where every row says it.
fn all(submission: &Submission, amount: impl Fn(&Fund) -> Option<Money>) -> Option<Money> {
    let rows: Vec<&Fund> = submission.funds.iter().filter(|f| !f.rejected).collect();
    if rows.is_empty() {
        return None;
    }
    rows.into_iter().try_fold(Money::ZERO, |sum, fund| sum.checked_add(amount(fund)?))
}

impl Estimated {
    /// Is there a finding of severity error?
    pub fn has_errors(&self) -> bool {
        finding::has_errors(&self.findings)
    }

    /// Returns the findings in words.
    pub fn rendered(&self, locale: &Locale) -> Vec<RenderedFinding> {
        rendered_all(&self.findings, self.sources(), locale)
    }

    /// The files that findings point at.
    pub fn sources(&self) -> &Sources {
        &self.run.submission.sources
    }

    /// Builds the workbook and has it computed by the second engine; nothing without an estimate.
    pub fn workbook(&mut self, forms: &Forms) -> Result<Option<Witnessed>, CannotRun> {
        let form = forms.paper(REQUEST_FORM, Paper::Request)?;
        let findings = self.rendered(Locale::of(Language::Polish)).iter().map(told).collect();
        let sources = self.told_sources();
        let (Some(estimate), Some(as_of)) = (self.estimate.as_mut(), self.as_of) else { return Ok(None) };
        let further = sensitivity_of_base(estimate);
        let words = sheets::warning(estimate);
        let request = request::sheets(estimate, &form, as_of, &words);
        let facts = BookFacts { request, further, years: self.years.clone(), sources, findings };
        let book = sheets::book(estimate, facts, as_of);
        pipeline::witnessed(&book, &estimate.model).map(Some)
    }

    fn told_sources(&self) -> Vec<(String, String)> {
        let mut rows: Vec<(String, String)> = self
            .sources()
            .files
            .iter()
            .map(|file| (format!("Plik wejściowy: {}", file.name), format!("SHA-256 {}", file.sha256)))
            .collect();
        let mut put = |label: &str, value: String| rows.push((label.to_owned(), value));
        put("Program komputerowy", format!("rozlicz {}", env!("CARGO_PKG_VERSION")));
        if let Some(estimate) = &self.estimate {
            put("Edycja (plik zasad)", estimate.programme.id.clone());
            put("Akt", estimate.programme.act.clone());
            put("SHA-256 pliku zasad", estimate.programme.digest.clone());
        }
        if let Some(as_of) = self.as_of {
            put("Stan na dzień", as_of.polish());
        }
        rows
    }
}

/// What single changes bring in the base scenario.
fn sensitivity_of_base(estimate: &mut Estimate) -> Vec<Sheet> {
    let Some(base) = estimate.scenarios.iter().find(|s| s.scenario == Scenario::Base) else {
        return Vec::new();
    };
    // Over a model of its own: the estimate's holds all scenarios.
    let (facts, programme, period) = (&base.submission, &estimate.programme, estimate.period);
    let now = settlement::settle_over(Model::default(), facts, programme, period);
    let found = super::radar::sensitivity(facts, programme, period, &now);
    vec![sensitivity::sheet::sheet(&found, &mut estimate.model)]
}

fn told(finding: &RenderedFinding) -> [String; 4] {
    let severity = finding.severity_word.clone();
    [severity, finding.place.clone(), finding.message.clone(), finding.hint.clone()]
}
