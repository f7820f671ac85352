//! What the headers of the office's register mean. Knows words; where on a sheet they stand is not its business.
//!
//! Offices word the same column in many ways, so an amount is told by its parts: what was done, for what, for which
//! half-year. Every word must be known: `Przekazano - numer przelewu` is no amount, and a guess would become money.

mod known;

use known::{AWARDS, FILLERS, NAMED, ROUNDS};

use crate::intake::words;
use crate::records::{FundComponent, HalfYear, Kind, schema};

/// What was done with an amount.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Measure {
    /// Asked for by the municipality.
    Requested,
    /// Of the agreement as amended.
    Awarded,
    /// Sent to the municipality.
    Transferred,
    /// Sent back by it, principal.
    Returned,
}

/// An amount of the register.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct AmountKey {
    /// What was done.
    pub measure: Measure,
    /// For what; none: all together.
    pub component: Option<FundComponent>,
    /// For which half-year; none: the whole period.
    pub round: Option<HalfYear>,
}

/// A column of the register.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Column {
    /// TERYT code of the municipality.
    Teryt,
    /// Voivodeship.
    Voivodeship,
    /// Powiat.
    County,
    /// Name of the municipality.
    Municipality,
    /// Name of an office or unit, as in the minister's list.
    Office,
    /// Number of the agreement.
    Agreement,
    /// Its day.
    AgreementDay,
    /// Number of an amendment.
    Amendment,
    /// Its day.
    AmendmentDay,
    /// An amount.
    Amount(AmountKey),
    /// Was the award accepted?
    Accepted,
    /// Day of the return.
    ReturnedOn,
    /// Day on which the report came in.
    Arrived(Option<HalfYear>),
    /// Day by which the report is due.
    Due(Option<HalfYear>),
    /// Day on which the money was sent.
    MoneyOn(Option<HalfYear>),
    /// Number of assistants.
    Assistants,
    /// Posts.
    Posts,
    /// Half-year of the row's amounts.
    Round,
    /// Component of the row's amounts.
    Component,
    /// Known and not needed: running numbers, remarks.
    Passed,
}

impl Column {
    /// Returns how the cells of the column are read; nothing for a column that is passed over.
    pub fn kind(self) -> Option<Kind> {
        Some(match self {
            Self::Voivodeship | Self::County | Self::Municipality | Self::Office => Kind::Text,
            Self::Teryt | Self::Agreement | Self::Amendment => Kind::Code,
            Self::AgreementDay
            | Self::AmendmentDay
            | Self::ReturnedOn
            | Self::Arrived(_)
            | Self::Due(_)
            | Self::MoneyOn(_) => Kind::Day,
            Self::Amount(_) => Kind::Amount,
            Self::Accepted => Kind::YesNo,
            Self::Assistants => Kind::Count,
            Self::Posts => Kind::Fte,
            Self::Round => Kind::Choice(schema::HALF_YEARS),
            Self::Component => Kind::Choice(schema::COMPONENTS),
            Self::Passed => return None,
        })
    }
}

/// Returns the words of a header as compared, without its unit.
fn tokens(text: &str) -> Vec<String> {
    words::parted(text).filter(|word| !matches!(word.as_str(), "zl" | "pln")).collect()
}

/// Takes the half-year out of the words; days and years of its dates go with it.
fn take_round(words: &mut Vec<String>) -> Option<HalfYear> {
    let number = |word: &String| word.bytes().all(|b| b.is_ascii_digit());
    let dated = words.iter().any(|w| ["stycznia", "lipca", "styczen", "lipiec"].contains(&w.as_str()));
    if dated {
        words.retain(|word| !number(word) && word != "r");
    }
    let (at, length, round) = ROUNDS.iter().find_map(|(pattern, round)| {
        let found =
            words.windows(pattern.len()).position(|seen| seen.iter().zip(*pattern).all(|(a, b)| a == b));
        found.map(|at| (at, pattern.len(), *round))
    })?;
    words.drain(at..at + length);
    Some(round)
}

/// Returns the column that a header names; nothing for a text that is none.
pub fn column(header: &str) -> Option<Column> {
    let mut words = tokens(header);
    let whole = words.join(" ");
    let named = |text: &str| NAMED.iter().find(|(name, _)| *name == text).map(|(_, column)| *column);
    if let Some(column) = named(&whole) {
        return Some(column);
    }
    let round = take_round(&mut words);
    let rest = words.join(" ");
    match (named(&rest), round) {
        (Some(Column::Arrived(_)), round) => return Some(Column::Arrived(round)),
        (Some(Column::Due(_)), round) => return Some(Column::Due(round)),
        (Some(Column::MoneyOn(_)), round) => return Some(Column::MoneyOn(round)),
        _ => {}
    }
    if AWARDS.contains(&rest.as_str()) {
        return Some(Column::Amount(AmountKey { measure: Measure::Awarded, component: None, round }));
    }
    amount(&words).map(|(measure, component)| Column::Amount(AmountKey { measure, component, round }))
}

/// Reads what was done and for what. `nie wyłączając zwrotów` tells of a transfer that nothing was taken off.
fn amount(words: &[String]) -> Option<(Measure, Option<FundComponent>)> {
    let mut measure: Option<Measure> = None;
    let (mut supplement, mut employment) = (false, false);
    let gross = words.iter().any(|w| w == "wylaczajac");
    for word in words {
        let starts = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
        let said = if starts(&["przyzna"]) {
            Some(Measure::Awarded)
        } else if starts(&["przekaza", "wyplacon"]) {
            Some(Measure::Transferred)
        } else if starts(&["zwroc", "zwrot"]) {
            (!gross).then_some(Measure::Returned)
        } else if starts(&["wnioskowa", "zapotrzebowan"]) {
            Some(Measure::Requested)
        } else {
            None
        };
        match (said, measure) {
            (Some(said), None) => measure = Some(said),
            (Some(said), Some(known)) if said != known => return None,
            (Some(_), Some(_)) => {}
            (None, _) if starts(&["dodat"]) => supplement = true,
            (None, _) if starts(&["koszt", "zatrudn", "wynagrodz"]) => employment = true,
            (None, _) if gross && (word == "nie" || word == "wylaczajac" || starts(&["zwrot"])) => {}
            (None, _) if FILLERS.contains(&word.as_str()) || is_year(word) => {}
            (None, _) => return None,
        }
    }
    // `dodatki do wynagrodzeń` are supplements; both kinds of cost named are the whole.
    let costs = words.iter().any(|w| w.starts_with("koszt") || w.starts_with("zatrudn"));
    let component = match (supplement, employment) {
        (true, _) if costs => None,
        (true, _) => Some(FundComponent::Supplement),
        (false, true) => Some(FundComponent::EmploymentCost),
        (false, false) => None,
    };
    Some((measure?, component))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(measure: Measure, component: Option<FundComponent>, round: Option<HalfYear>) -> Column {
        Column::Amount(AmountKey { measure, component, round })
    }

    #[test]
    fn amounts_are_told_by_their_parts() {
        use FundComponent::{EmploymentCost, Supplement};
        for (header, wanted) in [
            ("Przyznano - dodatki (zł)", Some(key(Measure::Awarded, Some(Supplement), None))),
            (
                "Kwota przyznana na dodatki do wynagrodzeń [zł]",
                Some(key(Measure::Awarded, Some(Supplement), None)),
            ),
            (
                "PRZEKAZANO – koszty zatrudnienia I-VI (zł)",
                Some(key(Measure::Transferred, Some(EmploymentCost), Some(HalfYear::First))),
            ),
            (
                "Przekazano na dodatki za okres 1 lipca 2024 - 31 grudnia 2024 (nie wyłączając zwrotów)",
                Some(key(Measure::Transferred, Some(Supplement), Some(HalfYear::Second))),
            ),
            ("Zwrócono (zł)", Some(key(Measure::Returned, None, None))),
            (
                "Kwota zwrotu - dodatki, II półrocze",
                Some(key(Measure::Returned, Some(Supplement), Some(HalfYear::Second))),
            ),
            ("Wnioskowano (zł)", Some(key(Measure::Requested, None, None))),
            ("Przyznano dodatki i koszty zatrudnienia razem", Some(key(Measure::Awarded, None, None))),
            ("Kwota (zł)", Some(key(Measure::Awarded, None, None))),
            ("Przekazano - numer przelewu", None),
            ("Przyznano po zwrocie", None),
            ("dodatki", None),
        ] {
            assert_eq!(column(header), wanted, "{header}");
        }
    }

    #[test]
    fn other_columns_are_known_by_their_names() {
        for (header, wanted) in [
            ("KOD  TERYT", Some(Column::Teryt)),
            ("Nr umowy:", Some(Column::Agreement)),
            ("Data wpływu sprawozdania VII-XII", Some(Column::Arrived(Some(HalfYear::Second)))),
            ("Data wpływu\nrozliczenia", Some(Column::Arrived(None))),
            ("Oświadczenie (TAK/NIE)", Some(Column::Accepted)),
            ("Lp.", Some(Column::Passed)),
            ("Opiekun sprawy", None),
        ] {
            assert_eq!(column(header), wanted, "{header}");
        }
    }
}
