//! What a settlement changes against the one before it: *due = entitled now − already settled*.
//!
//! The settlement before is a workbook of this program; what it settled comes in as plain figures ([`Previous`]), each
//! with the cell it stood in, and becomes a parameter of the model. Everything else is formulas over those and over the
//! figures of the settlement now: before, after, difference, by half-year, component and source of money, by assistant,
//! and in all. So the second half-year, an annex and a correction are one thing, and a correction of a correction
//! leads back: differences are always taken from the settlement before, and add up along the chain.
//!
//! No figure of the settlement itself is changed here, and no file is read (`pipeline::previous` does). Tests and other
//! commands come in through [`crate::pipeline::Job::previous`], or through [`crate::pipeline::previous::attach`] for a
//! run that was made already; the result is [`crate::settlement::Settled::correction`].

mod before;
mod build;
mod changes;
mod compare;
mod form;
mod measures;
mod paragraphs;
mod sources;

pub use before::{Before, Previous, figures_of};
pub use build::build;
pub use changes::{Change, Days, Kind, changes, kinds};
pub use form::{FormRow, add_form, before_of_form, form_rows};
pub(crate) use paragraphs::add_paragraphs;
pub use paragraphs::before_of_paragraphs;

use crate::calc::{Model, NodeId, Value};
use crate::units::Exact;

/// The word of a difference below zero by which nothing goes back.
const NOTHING_BACK: &str = "mniej należne, bez zwrotu";

/// What a difference is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// Below zero: the municipality returns it.
    Refund,
    /// Below zero, but it was never transferred: nothing goes back.
    NothingBack,
    /// Above zero: it is due to the municipality.
    Claim,
    /// Nothing.
    None,
}

impl Way {
    /// Returns the word of a difference for the JSON result.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Refund => "refund",
            Self::NothingBack => "nothing_back",
            Self::Claim => "claim",
            Self::None => "none",
        }
    }
}

/// One figure before and after.
#[derive(Clone, Debug)]
pub struct Item {
    /// Stable name, such as `co_financing`; `due` for what is to be settled.
    pub what: &'static str,
    /// What it is called, in Polish.
    pub label: String,
    /// Half-year, where the year has two rounds.
    pub round: Option<String>,
    /// Component of the programme.
    pub component: Option<String>,
    /// Source of the money.
    pub source: Option<String>,
    /// Assistant, by identifier.
    pub assistant: Option<String>,
    /// Budget paragraph, or sheet of the form.
    pub row: Option<String>,
    /// As settled before; none where nothing was settled, or where it was not known.
    pub before: Option<NodeId>,
    /// As settled now; none where nothing is.
    pub after: Option<NodeId>,
    /// After minus before; blank when either is not known.
    pub difference: NodeId,
    /// The difference in a word, where it is money to be settled.
    pub meaning: Option<NodeId>,
    /// What else is to be said of the row, in Polish; empty for most.
    pub note: &'static str,
}

impl Item {
    /// A row of no round, component, source, assistant or sheet, without a word or a note.
    fn new(
        what: &'static str,
        label: impl Into<String>,
        (before, after, difference): compare::Sides,
    ) -> Self {
        let label = label.into();
        Self {
            what,
            label,
            round: None,
            component: None,
            source: None,
            assistant: None,
            row: None,
            before,
            after,
            difference,
            meaning: None,
            note: "",
        }
    }

    /// Returns what the difference is; none where it is not known.
    pub fn way(&self, model: &Model) -> Option<Way> {
        let Value::Number(n) = model.value(self.difference) else { return None };
        Some(match n.cmp(&Exact::zero()) {
            std::cmp::Ordering::Less if self.says(model, NOTHING_BACK) => Way::NothingBack,
            std::cmp::Ordering::Less => Way::Refund,
            std::cmp::Ordering::Greater => Way::Claim,
            std::cmp::Ordering::Equal => Way::None,
        })
    }

    fn says(&self, model: &Model, word: &str) -> bool {
        self.meaning.is_some_and(|id| matches!(model.value(id), Value::Text(text) if text == word))
    }
}

/// A correction: a settlement set against the one before it.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The settlement before.
    pub previous: Previous,
    /// The words of differences: return, claim, none, and less due without a return.
    pub words: [NodeId; 4],
    /// What is to be settled: by half-year, component and source.
    pub due: Vec<Item>,
    /// All of it.
    pub due_total: Item,
    /// Figures of the components.
    pub components: Vec<Item>,
    /// Their sums.
    pub totals: Vec<Item>,
    /// Figures of the assistants.
    pub assistants: Vec<Item>,
    /// Spending by budget paragraph; added with the working sheets, which share it out.
    pub paragraphs: Vec<Item>,
    /// Total rows of the form; added when the form is filled.
    pub form: Vec<Item>,
    /// Figures of the settlement before, in the order of [`Previous::figures`]; none where not known.
    pub before: Vec<Option<NodeId>>,
}

impl Correction {
    /// Returns how often the settlement was corrected, this time included.
    pub fn number(&self) -> u32 {
        self.previous.number.saturating_add(1)
    }
}
