//! `Odczytania`: the ways chosen by the municipality, and what is wrong with its choices.
//!
//! Interpretation is the voivode's task: a choice is never refused for what it says, only for what cannot be
//! understood. Rows that give a figure the edition does not tell, such as `supplement.amount`, are judged elsewhere.

use super::scope::{Scope, Verdict};
use crate::finding::code::checks as code;
use crate::finding::{Fact, Finding, Severity};
use crate::programme::Programme;
use crate::programme::readings::{Choice, switch};
use crate::records::{ReadingChoice, Submission};

/// Returns the edition with the ways of `Odczytania` in force: of two rows of one reading the first, of what is not
/// understood nothing.
pub fn choose(programme: &Programme, submission: &Submission) -> Programme {
    let mut chosen = programme.clone();
    for row in &submission.readings {
        let taken = chosen.reading_typed(&row.name.value).is_some_and(|reading| reading.choice.is_some());
        if taken {
            continue;
        }
        if let Some(other) = chosen.with_typed(&row.name.value, &row.value.value, choice(row)) {
            chosen = other;
        }
    }
    chosen
}

fn choice(row: &ReadingChoice) -> Choice {
    let text = |given: &crate::records::submission::Given<String>| {
        given.as_ref().map(|text| text.value.trim().to_owned()).unwrap_or_default()
    };
    Choice { basis: text(&row.basis), by: text(&row.by), at: Some(row.value.at) }
}

/// Judges the choices.
pub fn check(scope: &Scope, verdict: &mut Verdict) {
    for (index, row) in scope.facts.readings.iter().enumerate() {
        // A figure that the texts do not tell is given in the same table.
        if scope.programme.open.iter().all(|figure| figure.name != row.name.value.trim()) {
            judge(scope, verdict, index, row);
        }
    }
}

/// What may stand in `Nazwa`: readings, and figures that the texts do not tell.
pub fn names(programme: &Programme) -> Vec<&str> {
    programme.reading_names().into_iter().chain(programme.open.iter().map(|f| f.name.as_str())).collect()
}

fn judge(scope: &Scope, verdict: &mut Verdict, index: usize, row: &ReadingChoice) {
    let typed = &row.name.value;
    let Some(reading) = scope.programme.reading_typed(typed) else {
        let near = scope.programme.nearest_reading(typed).unwrap_or_default();
        // Left over from another year it asks for nothing; misspelt it asks for what will not happen.
        let elsewhere = switch(typed.trim()).is_some();
        let severity = if elsewhere { Severity::Warning } else { code::READING_UNKNOWN.severity };
        verdict.add(
            Finding::at(&code::READING_UNKNOWN, row.name.at)
                .with_severity(severity)
                .with("elsewhere", Fact::Text(if elsewhere { "yes" } else { "no" }.to_owned()))
                .with_seen(Fact::Text(typed.clone()))
                .with_expected(Fact::Text(names(scope.programme).join(", ")))
                .with("nearest", Fact::Text(near.to_owned())),
        );
        return;
    };
    let name = || Fact::Text(reading.name.to_owned());
    let question = || Fact::Text(reading.question.clone());
    let Some(way) = reading.way_typed(&row.value.value) else {
        verdict.add(
            Finding::at(&code::READING_WAY_UNKNOWN, row.value.at)
                .with_seen(Fact::Text(row.value.value.clone()))
                .with_expected(Fact::Text(reading.accepted()))
                .with("name", name())
                .with("question", question())
                .with(
                    "nearest",
                    Fact::Text(reading.nearest_way(&row.value.value).unwrap_or_default().into()),
                ),
        );
        return;
    };
    let earlier = scope.facts.readings[..index].iter().find_map(|other| {
        let same = scope.programme.reading_typed(&other.name.value).is_some_and(|r| r.name == reading.name);
        reading.way_typed(&other.value.value).filter(|_| same).map(|first| (other, first))
    });
    if let Some((other, first)) = earlier {
        if first.word != way.word {
            verdict.add(
                Finding::at(&code::READING_TWICE, row.value.at)
                    .with_related(other.value.at)
                    .with_seen(Fact::Text(way.word.to_owned()))
                    .with_expected(Fact::Text(first.word.to_owned()))
                    .with("name", name()),
            );
        }
        return;
    }
    if reading.in_force != way.word {
        verdict.add(
            Finding::at(&code::READING_OVERRULED, row.value.at)
                .with_seen(Fact::Text(way.word.to_owned()))
                .with_expected(Fact::Text(reading.in_force.to_owned()))
                .with("name", name())
                .with("meaning", Fact::Text(reading.used().to_owned())),
        );
        return;
    }
    let letter = row.basis.as_ref().is_some_and(|basis| !basis.value.trim().is_empty());
    if way.word != reading.default && !letter {
        verdict.add(
            Finding::at(&code::READING_WITHOUT_LETTER, row.value.at)
                .with_seen(Fact::Text(way.word.to_owned()))
                .with_expected(Fact::Text(reading.default.to_owned()))
                .with("name", name())
                .with("question", question())
                .with("meaning", Fact::Text(way.meaning.clone()))
                .with_basis(&reading.source),
        );
    }
}
