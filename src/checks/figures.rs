//! What only the figures show: money lost by the rule, money to give back, money still due.

use crate::finding::Finding;
use crate::programme::Programme;
use crate::records::Submission;
use crate::settlement::Settled;

/// Judges the figures: money lost by the rule, money that must go back, money still due.
pub fn after(_settled: &Settled, _submission: &Submission, _programme: &Programme) -> Vec<Finding> {
    Vec::new()
}
