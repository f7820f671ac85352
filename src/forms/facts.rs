//! What a form says that is not a figure of the settlement: names, agreement, refunds by day.

use crate::programme::Programme;
use crate::records::Agreement;
use crate::records::{Family, Refund, Submission};
use crate::units::Day;

/// Texts and dates of the agreement with their cells, and the programme's name.
#[derive(Clone, Debug, Default)]
pub struct FormFacts {
    /// `Umowa` as read.
    pub agreement: Agreement,
    /// Refunds that were not rejected.
    pub refunds: Vec<Refund>,
    /// Families that were not rejected.
    pub families: Vec<Family>,
    /// Title of the programme.
    pub programme: String,
    /// Day the settlement speaks of.
    pub as_of: Option<Day>,
    /// Sibling programme: rows of lists differ.
    pub sibling: bool,
}

impl FormFacts {
    /// Takes from a submission what forms print.
    pub fn new(submission: &Submission, programme: &Programme, as_of: Day) -> Self {
        Self {
            agreement: submission.agreement.clone(),
            refunds: submission.refunds.iter().filter(|r| !r.rejected).cloned().collect(),
            families: submission.families.iter().filter(|f| !f.rejected).cloned().collect(),
            programme: programme.title.clone(),
            as_of: Some(as_of),
            sibling: programme.sibling,
        }
    }
}
