//! What is wrong, doubtful or worth knowing in the municipality's data, as values.
//!
//! A finding carries facts and places; its wording lives in `locales/` and is made when it is printed. Findings name
//! cells and identifiers, never people.

pub mod code;
pub mod render;

pub use code::Code;

use crate::source::CellRef;
use crate::units::{Day, Exact, Money, Month};

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// A figure cannot be computed, or the paper would be false.
    Error,
    /// Money is lost by the rule, or a person must answer for something no amount depends on.
    Warning,
    /// Something was skipped or tidied.
    Note,
}

/// A fact shown in a message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fact {
    /// Text as seen.
    Text(String),
    /// A whole number, for plural forms.
    Count(i64),
    /// An amount in złoty.
    Amount(Money),
    /// A number that is not money: a post, hours.
    Number(Exact),
    /// A share, shown as a percentage.
    Percent(Exact),
    /// A day.
    Day(Day),
    /// A month.
    Month(Month),
    /// What the system said of a file or folder, put in words with the message.
    System(std::io::ErrorKind),
}

/// An explanation of a warning, as a person gave it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explained {
    /// What was said.
    pub text: String,
    /// Who said it.
    pub who: String,
    /// When.
    pub when: Day,
}

/// One finding. Built with [`Finding::new`] and the `with_…` methods.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// Which, with its name and usual severity.
    pub code: &'static Code,
    /// How bad, here.
    pub severity: Severity,
    /// The cell to look at first; none when something is missing altogether.
    pub at: Option<CellRef>,
    /// Other cells that explain it.
    pub related: Vec<CellRef>,
    /// The value seen.
    pub seen: Option<Fact>,
    /// The value expected.
    pub expected: Option<Fact>,
    /// The money at stake, in złoty.
    pub difference: Option<Money>,
    /// The provision or source, already in words.
    pub basis: Option<String>,
    /// Assistant concerned, by identifier.
    pub assistant: Option<String>,
    /// Month concerned.
    pub month: Option<Month>,
    /// Rests on figures from which rows with errors are left out.
    pub provisional: bool,
    /// Who answers for it, where `Wyjaśnienia` says so. It stays in every list and is counted apart.
    pub explained: Option<Explained>,
    /// Further facts by name, for the wording.
    pub facts: Vec<(&'static str, Fact)>,
}

impl Finding {
    /// Returns a finding without a place.
    pub fn new(code: &'static Code) -> Self {
        Self {
            code,
            severity: code.severity,
            at: None,
            related: Vec::new(),
            seen: None,
            expected: None,
            difference: None,
            basis: None,
            assistant: None,
            month: None,
            provisional: false,
            explained: None,
            facts: Vec::new(),
        }
    }

    /// Returns a finding at a cell.
    pub fn at(code: &'static Code, cell: CellRef) -> Self {
        Self { at: Some(cell), ..Self::new(code) }
    }

    /// Changes the severity where the same fault is better or worse than usual.
    #[must_use]
    pub fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Adds another cell to look at.
    #[must_use]
    pub fn with_related(mut self, cell: CellRef) -> Self {
        self.related.push(cell);
        self
    }

    /// Says what was seen.
    #[must_use]
    pub fn with_seen(mut self, fact: Fact) -> Self {
        self.seen = Some(fact);
        self
    }

    /// Says what was expected.
    #[must_use]
    pub fn with_expected(mut self, fact: Fact) -> Self {
        self.expected = Some(fact);
        self
    }

    /// Says how much money it is about.
    #[must_use]
    pub fn with_difference(mut self, amount: Money) -> Self {
        self.difference = Some(amount);
        self
    }

    /// Names the provision or source.
    #[must_use]
    pub fn with_basis(mut self, basis: &str) -> Self {
        self.basis = Some(basis.to_owned());
        self
    }

    /// Names the assistant.
    #[must_use]
    pub fn with_assistant(mut self, assistant: &str) -> Self {
        self.assistant = Some(assistant.to_owned());
        self
    }

    /// Names the month.
    #[must_use]
    pub fn with_month(mut self, month: Month) -> Self {
        self.month = Some(month);
        self
    }

    /// Adds a fact for the wording.
    #[must_use]
    pub fn with(mut self, name: &'static str, fact: Fact) -> Self {
        self.facts.push((name, fact));
        self
    }
}

/// Is there a finding that stops a settlement?
pub fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|f| f.severity == Severity::Error)
}

/// Sorts findings worst first, explained ones after the others of their severity, then by place; equal ones keep their
/// order.
pub fn sort(findings: &mut [Finding]) {
    for finding in findings.iter_mut() {
        // The finding's own place is told beside it already.
        let at = finding.at;
        finding.related.retain(|related| Some(*related) != at);
    }
    findings.sort_by(|a, b| {
        let key = |f: &Finding| (f.severity, f.explained.is_some(), f.at.is_none(), f.at);
        key(a).cmp(&key(b)).then_with(|| a.code.name.cmp(b.code.name))
    });
}
