//! Settles a case and compares what came out with what was published.
//!
//! A case is *as recorded* when its figures come out to the grosz (in a contradicting case: the right amounts, and the
//! findings it names) and no error was found that it does not name.

use super::case::{Case, Data, Kind, PublicRecord, Quantity};
use super::submission;
use crate::finding::code::checks::AWARD_BINDS;
use crate::finding::code::program::PUBLISHED_SUMS_DIFFER;
use crate::finding::render::{RenderedFinding, rendered_all};
use crate::finding::{Fact, Finding};
use crate::locale::Locale;
use crate::pipeline::{self, CannotRun, Run};
use crate::programme::{Catalogue, GivenFigure};
use crate::source::Sources;
use crate::units::Money;

/// A published figure beside the computed one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FigureOutcome {
    /// Which.
    pub quantity: Quantity,
    /// As published.
    pub published: Money,
    /// As computed; nothing when it could not be.
    pub computed: Option<Money>,
    /// Computed less published.
    pub difference: Option<Money>,
}

/// Why a case did not come out as recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// The computed figure is not the one recorded (the published one; in a contradicting case the right one).
    Differs {
        /// Which.
        quantity: Quantity,
        /// What should come out.
        recorded: Money,
        /// What did.
        computed: Option<Money>,
    },
    /// A finding that the case names was not found.
    FindingMissing(String),
    /// The award is below what the rules give, so that nothing was compared but the award; the case does not say so.
    AwardBinds(String),
    /// An error was found that the case does not name.
    ErrorFound(String),
    /// The row speaks of money that the edition does not pay.
    NoSuchComponent,
    /// The settlement could not be made: no such edition, unsound rules.
    CannotRun(String),
}

impl Trouble {
    /// Returns the reason in words.
    pub fn text(&self, locale: &Locale) -> String {
        let text = |key: &str, name: &'static str, value: &str| {
            locale.text(key, &[(name, Fact::Text(value.to_owned()))])
        };
        match self {
            Self::Differs { quantity, recorded, computed } => {
                let facts = [
                    ("figure", Fact::Text(quantity.text(locale))),
                    ("recorded", Fact::Amount(*recorded)),
                    ("computed", computed.map_or(Fact::Text("—".to_owned()), Fact::Amount)),
                ];
                locale.text("conformance-differs", &facts)
            }
            Self::FindingMissing(code) => text("conformance-finding-missing", "code", code),
            Self::AwardBinds(message) => text("conformance-award-binds", "message", message),
            Self::ErrorFound(message) => text("conformance-error-found", "message", message),
            Self::NoSuchComponent => locale.text("conformance-no-such-component", &[]),
            Self::CannotRun(reason) => text("conformance-cannot-run", "reason", reason),
        }
    }
}

/// What became of a case.
#[derive(Clone, Debug)]
pub struct Outcome<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its figures.
    pub figures: Vec<FigureOutcome>,
    /// The findings that the case names, in words.
    pub findings: Vec<RenderedFinding>,
    /// Why it did not come out as recorded; empty when it did.
    pub troubles: Vec<Trouble>,
}

impl Outcome<'_> {
    /// Did the case come out as recorded?
    pub fn as_recorded(&self) -> bool {
        self.troubles.is_empty()
    }
}

/// Cases of one kind: how many there are, and how many came out as recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// All.
    pub all: usize,
    /// Those that came out.
    pub as_recorded: usize,
}

/// Settles and compares every case.
pub fn check_all<'a>(record: &'a PublicRecord, catalogue: &Catalogue, locale: &Locale) -> Vec<Outcome<'a>> {
    record.cases.iter().map(|case| check(case, catalogue, locale)).collect()
}

/// Counts the cases of a kind.
pub fn counts(outcomes: &[Outcome<'_>], kind: Kind) -> Counts {
    let of_kind = || outcomes.iter().filter(|o| o.case.kind == kind);
    Counts { all: of_kind().count(), as_recorded: of_kind().filter(|o| o.as_recorded()).count() }
}

/// Settles a case; nothing when its edition pays no such component.
pub fn run(case: &Case, catalogue: &Catalogue) -> Result<Option<Run>, CannotRun> {
    match &case.data {
        Data::Tables { files, as_of } => pipeline::run_memory(files, catalogue, Some(*as_of)).map(Some),
        Data::Row(row) => {
            let figure = |(name, value): &(String, String)| {
                (name.clone(), GivenFigure { value: value.clone(), source: case.source.clone() })
            };
            let given = row.given.iter().map(figure).collect();
            let (programme, _) = catalogue.edition_with(&row.programme, &given)?;
            let Some(files) = submission::tables(row, &programme) else { return Ok(None) };
            pipeline::run_memory(&files, catalogue, None).map(Some)
        }
    }
}

/// Settles a case and compares.
pub fn check<'a>(case: &'a Case, catalogue: &Catalogue, locale: &Locale) -> Outcome<'a> {
    match run(case, catalogue) {
        Ok(Some(run)) => compared(case, &run, locale),
        Ok(None) => failed(case, Trouble::NoSuchComponent),
        Err(error) => failed(case, Trouble::CannotRun(error.text(locale))),
    }
}

fn failed(case: &Case, trouble: Trouble) -> Outcome<'_> {
    let figure = |f: &super::PublishedFigure| FigureOutcome {
        quantity: f.quantity,
        published: f.published,
        computed: None,
        difference: None,
    };
    let figures = case.figures.iter().map(figure).collect();
    Outcome { case, figures, findings: Vec::new(), troubles: vec![trouble] }
}

fn compared<'a>(case: &'a Case, run: &Run, locale: &Locale) -> Outcome<'a> {
    let (mut figures, mut troubles) = (Vec::new(), Vec::new());
    for figure in &case.figures {
        let computed = run.settled.as_ref().and_then(|settled| figure.quantity.of(settled));
        let less = |c: Money| Money::from_grosze(c.grosze().saturating_sub(figure.published.grosze()));
        let outcome = FigureOutcome {
            quantity: figure.quantity,
            published: figure.published,
            computed,
            difference: computed.map(less),
        };
        let recorded = figure.right.unwrap_or(figure.published);
        if computed != Some(recorded) {
            troubles.push(Trouble::Differs { quantity: figure.quantity, recorded, computed });
        }
        figures.push(outcome);
    }
    let mut all = run.rendered(locale);
    all.extend(rendered_all(&sums(case), &Sources::default(), locale));
    let named = |f: &RenderedFinding| case.findings.iter().any(|code| code == f.code);
    for code in &case.findings {
        if !all.iter().any(|f| f.code == code) {
            troubles.push(Trouble::FindingMissing(code.clone()));
        }
    }
    let unforeseen = all.iter().filter(|f| f.severity == "error" && !named(f));
    troubles.extend(unforeseen.map(|f| Trouble::ErrorFound(f.message.clone())));
    let binding = all.iter().filter(|f| f.code == AWARD_BINDS.name && !named(f));
    troubles.extend(binding.map(|f| Trouble::AwardBinds(f.message.clone())));
    let findings = all.into_iter().filter(named).collect();
    Outcome { case, figures, findings, troubles }
}

/// Published figures must add up among themselves, before anything is computed.
fn sums(case: &Case) -> Vec<Finding> {
    use Quantity::{
        CoFinancing, EmploymentCoFinancing, LabourFund, OwnContribution, StateBudget, SupplementCoFinancing,
        TaskCost,
    };
    let published = |q: Quantity| case.figures.iter().find(|f| f.quantity == q).map(|f| f.published);
    let sums = [
        (SupplementCoFinancing, EmploymentCoFinancing, CoFinancing),
        (StateBudget, LabourFund, EmploymentCoFinancing),
        (CoFinancing, OwnContribution, TaskCost),
    ];
    let wrong = |(a, b, whole): (Quantity, Quantity, Quantity)| {
        let (first, second, whole) = (published(a)?, published(b)?, published(whole)?);
        let sum = first.checked_add(second)?;
        let difference = Money::from_grosze(sum.grosze().saturating_sub(whole.grosze()));
        let finding = Finding::new(&PUBLISHED_SUMS_DIFFER)
            .with("first", Fact::Amount(first))
            .with("second", Fact::Amount(second))
            .with_seen(Fact::Amount(whole))
            .with_expected(Fact::Amount(sum))
            .with_difference(difference)
            .with_basis(&case.source);
        (sum != whole).then_some(finding)
    };
    sums.into_iter().filter_map(wrong).collect()
}
