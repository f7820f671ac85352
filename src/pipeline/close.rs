//! The last days of a year from the tables to the paper: run → plan → sheets → a workbook that the second engine agrees with.

pub mod result;

use super::{CannotRun, Job, Run, Witnessed, witnessed};
use crate::close::sheets::{Paper, sheets};
use crate::close::{self, Closing, Year};
use crate::finding::code::checks::{PAID_IN_FUTURE, PAYMENT_DAY_MISSING};
use crate::finding::render::{RenderedFinding, rendered_all};
use crate::finding::{Finding, Severity};
use crate::forms::working::{self, WorkbookFacts};
use crate::grid::Book;
use crate::locale::{Language, Locale};
use crate::records::TableId;
use crate::units::Day;

/// A run of the tables and the plan that was made of it.
#[derive(Debug)]
pub struct ClosingRun {
    /// The run.
    pub run: Run,
    /// The plan; none where the tables name no edition or hold errors.
    pub closing: Option<Closing>,
    /// What must be put right first, then what the plan found.
    pub findings: Vec<Finding>,
    /// Warnings of the tables that are not told here: another command shows them.
    pub untold: usize,
}

/// Reads, checks, and plans the last days.
pub fn close(job: &Job, as_of: Day) -> Result<ClosingRun, CannotRun> {
    let run = super::run(job)?;
    // A day that is still missing is what this command is about.
    let expected = |f: &&Finding| [PAYMENT_DAY_MISSING.name, PAID_IN_FUTURE.name].contains(&f.code.name);
    let mut findings: Vec<Finding> =
        run.findings.iter().filter(|f| f.severity == Severity::Error && !expected(f)).cloned().collect();
    let untold = run.findings.iter().filter(|f| f.severity == Severity::Warning && !expected(f)).count();
    let closing = match (&run.programme, run.period, findings.is_empty()) {
        (Some(programme), Some(period), true) => Some(close::close(&Year {
            facts: &run.submission,
            programme,
            national: &run.national,
            period,
            as_of,
        })),
        _ => None,
    };
    findings.extend(closing.iter().flat_map(|c| c.findings.iter().cloned()));
    crate::finding::sort(&mut findings);
    Ok(ClosingRun { run, closing, findings, untold })
}

impl ClosingRun {
    /// Is there something that must be put right or given first?
    pub fn has_errors(&self) -> bool {
        crate::finding::has_errors(&self.findings)
    }

    /// Returns the findings in words.
    pub fn rendered(&self, locale: &Locale) -> Vec<RenderedFinding> {
        rendered_all(&self.findings, &self.run.submission.sources, locale)
    }

    /// Builds the workbook and has it computed by the second engine; nothing without a plan.
    pub fn workbook(&mut self, as_of: Day) -> Result<Option<Witnessed>, CannotRun> {
        let findings = self.rendered(Locale::of(Language::Polish));
        let (Some(programme), Some(period)) = (&self.run.programme, self.run.period) else { return Ok(None) };
        let Some(mut plan) = self.closing.as_mut().and_then(|c| c.plan.take()) else { return Ok(None) };
        let Some(closing) = &self.closing else { return Ok(None) };
        let national = &self.run.national;
        let year = Year { facts: &self.run.submission, programme, national, period, as_of };
        let paper = Paper { year: &year, closing, findings: &findings };
        let mut all = sheets(&paper, &mut plan);
        // Neither ledger nor explanations take part in a settlement.
        let mut facts = plan.facts.submission.clone();
        facts.tables.retain(|t| ![TableId::Ledger, TableId::Explanations].contains(&t.id));
        let of_homes = WorkbookFacts {
            findings: &findings,
            ..WorkbookFacts::of_paper(&facts, programme, national, as_of)
        };
        all.extend(working::homes(&mut plan.all, &of_homes, &plan.booking.shares));
        let title = format!("Zamknięcie roku: {}", programme.title);
        let book = Book { title, created: as_of, sheets: all };
        let done = witnessed(&book, &plan.all.model);
        if let Some(closing) = &mut self.closing {
            closing.plan = Some(plan);
        }
        done.map(Some)
    }
}
