//! The outcome as JSON. Keys are a promise to other programs: more may be added, these stay.
//!
//! Amounts are text with two decimals, or null where nothing could be computed.

use serde::Serialize;

use super::case::{Kind, PublicRecord};
use super::compare::{Outcome, counts};
use crate::locale::Locale;

/// The result of `programmes conformance`.
#[derive(Serialize, Debug)]
pub struct ConformanceObject<'a> {
    /// Did every case come out as recorded?
    pub as_recorded: bool,
    /// Cases by kind.
    pub counts: CountsObject,
    /// Cases by year, then municipality.
    pub cases: Vec<CaseObject<'a>>,
    /// What was published and cannot be computed again.
    pub not_recomputed: Vec<NotRecomputedObject<'a>>,
}

/// Cases by kind.
#[derive(Serialize, Debug)]
pub struct CountsObject {
    /// Everything needed was published.
    pub reproduced: usize,
    /// Something had to be inferred.
    pub consistent: usize,
    /// The published figures break the rules.
    pub contradicting: usize,
    /// Not computed again.
    pub not_recomputed: usize,
}

/// One case.
#[derive(Serialize, Debug)]
pub struct CaseObject<'a> {
    /// Folder, or file and line.
    pub place: &'a str,
    /// Who published.
    pub municipality: &'a str,
    /// Year.
    pub year: &'a str,
    /// Edition.
    pub programme: &'a str,
    /// `reproduced`, `consistent` or `contradicting`.
    pub kind: &'static str,
    /// Did it come out as recorded?
    pub as_recorded: bool,
    /// Figures.
    pub figures: Vec<FigureObject>,
    /// What was inferred, in Polish.
    pub inferred: &'a str,
    /// Where it was published.
    pub source: &'a str,
    /// Findings that the case names.
    pub findings: Vec<FindingObject<'a>>,
    /// Why it did not come out as recorded, in words.
    pub troubles: Vec<String>,
}

/// One figure.
#[derive(Serialize, Debug)]
pub struct FigureObject {
    /// Key of the figure, as in the result of `settle`.
    pub figure: &'static str,
    /// As published.
    pub published: String,
    /// As computed.
    pub computed: Option<String>,
    /// Computed less published.
    pub difference: Option<String>,
}

/// A finding of a case.
#[derive(Serialize, Debug)]
pub struct FindingObject<'a> {
    /// Code.
    pub code: &'static str,
    /// In words.
    pub message: &'a str,
}

/// A published figure that is not computed again.
#[derive(Serialize, Debug)]
pub struct NotRecomputedObject<'a> {
    /// Who published.
    pub municipality: &'a str,
    /// Year.
    pub year: &'a str,
    /// What was published, in Polish.
    pub published: &'a str,
    /// Why it is not computed, in Polish.
    pub reason: &'a str,
    /// Where it was published.
    pub source: &'a str,
}

/// Returns the outcome as an object.
pub fn object<'a>(
    record: &'a PublicRecord,
    outcomes: &'a [Outcome<'a>],
    locale: &Locale,
) -> ConformanceObject<'a> {
    let count = |kind| counts(outcomes, kind).all;
    let rest = record.not_recomputed.iter().map(|one| NotRecomputedObject {
        municipality: &one.municipality,
        year: &one.year,
        published: &one.published,
        reason: &one.reason,
        source: &one.source,
    });
    ConformanceObject {
        as_recorded: outcomes.iter().all(Outcome::as_recorded),
        counts: CountsObject {
            reproduced: count(Kind::Reproduced),
            consistent: count(Kind::Consistent),
            contradicting: count(Kind::Contradicting),
            not_recomputed: record.not_recomputed.len(),
        },
        cases: outcomes.iter().map(|outcome| case(outcome, locale)).collect(),
        not_recomputed: rest.collect(),
    }
}

fn case<'a>(outcome: &'a Outcome<'a>, locale: &Locale) -> CaseObject<'a> {
    let figures = outcome.figures.iter().map(|f| FigureObject {
        figure: f.quantity.key(),
        published: f.published.to_string(),
        computed: f.computed.map(|amount| amount.to_string()),
        difference: f.difference.map(|amount| amount.to_string()),
    });
    let findings = outcome.findings.iter().map(|f| FindingObject { code: f.code, message: &f.message });
    CaseObject {
        place: &outcome.case.place,
        municipality: &outcome.case.municipality,
        year: &outcome.case.year,
        programme: &outcome.case.programme,
        kind: outcome.case.kind.word(),
        as_recorded: outcome.as_recorded(),
        figures: figures.collect(),
        inferred: &outcome.case.inferred,
        source: &outcome.case.source,
        findings: findings.collect(),
        troubles: outcome.troubles.iter().map(|trouble| trouble.text(locale)).collect(),
    }
}
