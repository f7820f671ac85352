//! `[[reading]]` of a rules file → [`Reading`]s, and the figures that an edition leaves to a reading.
//!
//! A clause is settled by a figure of the rules or left open by a reading, never both and never neither: an open
//! question must not pass in silence. Words for people are not read here; they stand in `programmes/readings.toml`.

use super::super::reader::{ALL_MARKS, Fields};
use super::super::readings::{self, Reading, SWITCHES, Switch, Way};
use super::super::{Component, Figure, WageBase};

/// Reads the readings of an edition. One that is wrong is refused and left out.
pub fn readings(root: &Fields<'_>) -> Option<Vec<Reading>> {
    let tables = root.tables("reading");
    let mut all: Vec<Reading> = Vec::new();
    for table in &tables {
        let read = reading(table);
        table.done();
        let Some(reading) = read else {
            root.doubt_readings();
            continue;
        };
        if all.iter().any(|other| other.name == reading.name) {
            table.refuse("name", "rules-reading-twice", &[("seen", reading.name)]);
        }
        all.push(reading);
    }
    (all.len() == tables.len()).then_some(all)
}

fn reading(table: &Fields<'_>) -> Option<Reading> {
    let known: Vec<(&str, &'static str)> = SWITCHES.iter().map(|(name, _)| (*name, *name)).collect();
    let name = table.word("name", &known);
    let (seen, default) = (table.texts("readings"), table.text("default"));
    let (mark, source) = (table.word("mark", ALL_MARKS), table.text("source"));
    let name = name?;
    let (_, words) = readings::switch(name)?;
    let (question, meanings) = readings::words(name)?;
    let mut ways: Vec<Way> = Vec::new();
    for word in seen? {
        let Some((word, meaning)) = meanings.iter().find(|(known, _)| *known == word) else {
            let accepted = words.join(", ");
            table.refuse("readings", "rules-unknown-word", &[("seen", word), ("accepted", &accepted)]);
            continue;
        };
        if ways.iter().all(|way| way.word != *word) {
            ways.push(Way { word, meaning: (*meaning).to_owned() });
        }
    }
    if ways.len() < 2 {
        table.refuse("readings", "rules-reading-of-one", &[("accepted", &words.join(", "))]);
        return None;
    }
    let default = default?;
    let Some(default) = ways.iter().map(|way| way.word).find(|word| *word == default) else {
        let accepted = ways.iter().map(|way| way.word).collect::<Vec<_>>().join(", ");
        table.refuse("default", "rules-unknown-word", &[("seen", default), ("accepted", &accepted)]);
        return None;
    };
    Some(Reading {
        name,
        question: question.to_owned(),
        ways,
        default,
        in_force: default,
        mark: mark?,
        source: source?.to_owned(),
        choice: None,
    })
}

/// Returns a figure that the edition either states under `key` or leaves open as a reading.
///
/// Refused when it does both or neither.
pub fn figure_or_reading<S: Switch>(
    table: &Fields<'_>,
    key: &'static str,
    readings: &[Reading],
) -> Option<Figure<S>> {
    let open = readings.iter().find(|reading| reading.name == S::NAME);
    match (table.optional(key), open) {
        (Some(_), None) => table.word_figure(key, S::WORDS),
        (None, Some(reading)) => in_force(reading),
        (Some(_), Some(_)) => {
            table.refuse(key, "rules-figure-and-reading", &[("seen", key), ("reading", S::NAME)]);
            None
        }
        (None, None) if table.doubts_readings() => None,
        (None, None) => {
            table.refuse(key, "rules-figure-or-reading", &[("missing", key), ("reading", S::NAME)]);
            None
        }
    }
}

/// Returns the way in force.
pub fn way_in_force<S: Switch>(reading: &Reading) -> Option<S> {
    S::WORDS.iter().find(|(word, _)| *word == reading.in_force).map(|(_, value)| *value)
}

/// Returns the way in force as a figure with the reading's mark and ground.
pub fn in_force<S: Switch>(reading: &Reading) -> Option<Figure<S>> {
    let value = way_in_force(reading)?;
    Some(Figure { value, mark: reading.mark, source: reading.source.clone(), law: None })
}

/// Refuses an edition that leaves out a reading its components need, or has one that could not change anything.
pub fn fitting(root: &Fields<'_>, components: &[Component], rounds: usize, readings: &[Reading]) {
    let (needed, admitted) = of_components(components, rounds);
    for name in needed.iter().filter(|name| readings.iter().all(|r| r.name != **name)) {
        let accepted = readings::switch(name).map_or_else(String::new, |(_, words)| words.join(", "));
        root.refuse("reading", "rules-reading-missing", &[("missing", name), ("accepted", &accepted)]);
    }
    let tables = root.tables("reading");
    for (table, reading) in tables.iter().zip(readings) {
        if !needed.contains(&reading.name) && !admitted.contains(&reading.name) {
            let mut accepted = [needed.as_slice(), admitted.as_slice()].concat();
            accepted.sort_unstable();
            accepted.dedup();
            let accepted = accepted.join(", ");
            let facts = [("seen", reading.name), ("accepted", accepted.as_str())];
            table.refuse("name", "rules-reading-without-effect", &facts);
        }
    }
}

/// Readings that the components need, and those that they admit.
fn of_components(components: &[Component], rounds: usize) -> (Vec<&'static str>, Vec<&'static str>) {
    let mut needed = vec!["binding-award", "paragraph-shares"];
    let mut admitted =
        vec!["return-regime", "interest-first-day", "days-counted", "two-sources", "service-post"];
    if rounds > 1 {
        needed.push("request-days");
    }
    for component in components {
        match component {
            Component::WageShareUnderCeiling { .. } => {
                needed.extend(["post-rounding", "mid-month-change", "parallel-contracts"]);
                needed.push("employment-rounding");
                admitted.extend(["wage-base", "caseload-money"]);
            }
            Component::WageShare { base, .. } => {
                needed.push("employment-rounding");
                if base.value == WageBase::BaseAndSeniorityWithContributions {
                    needed.extend([
                        "service-pay",
                        "sick-pay",
                        "holiday-pay",
                        "contributions-on-excluded-pay",
                    ]);
                }
                admitted.extend([
                    "wage-base",
                    "caseload-money",
                    "level-not-given",
                    "early-pay",
                    "unpaid-month",
                ]);
            }
            Component::OneOffSupplement { .. } => {
                needed.extend(["supplement-cost", "supplement-rounding", "post-cap"]);
                admitted.extend(["own-share-measured", "readiness", "blank-readiness", "post-rounding"]);
                admitted.extend(["caseload-money", "parallel-contracts", "unpaid-month"]);
            }
            Component::MonthlySupplement { .. } => {
                needed.extend(["supplement-cost", "supplement-rounding", "post-cap", "post-rounding"]);
                needed.extend(["hours-worked", "service-hours", "posts-shown", "mid-month-change"]);
                needed.extend(["parallel-contracts", "unpaid-month"]);
                admitted.extend(["own-share-measured", "caseload-money"]);
            }
            Component::FundedSupplement { .. } => {
                needed.extend(["mid-month-change", "parallel-contracts", "funded-contributions"]);
            }
        }
    }
    needed.sort_unstable();
    needed.dedup();
    (needed, admitted)
}
