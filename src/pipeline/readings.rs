//! Puts the ways in force that were chosen: those of `Odczytania`, then those of the command line, which win.
//!
//! A wrong row of `Odczytania` is the office's slip and becomes a finding of the checks; a wrong word on the command
//! line ends the run before anything is computed. Whether a choice rests on a letter is judged by the checks.

use super::CannotRun;
use crate::checks;
use crate::programme::Programme;
use crate::programme::readings::Choice;
use crate::programme::same_value;
use crate::records::Submission;

/// Returns the edition as this submission is to be settled.
///
/// `asked` holds the words of the command line, each `NAME=VALUE`.
pub fn in_force(
    programme: &Programme,
    submission: &Submission,
    asked: &[String],
) -> Result<Programme, CannotRun> {
    let mut chosen = checks::readings::choose(programme, submission);
    let mut given: Vec<(&'static str, &'static str)> = Vec::new();
    for typed in asked {
        let (name, word) = asked_for(programme, typed)?;
        if given.iter().any(|(other, way)| *other == name && *way != word) {
            return Err(CannotRun::new("reading-asked-twice").with("name", name));
        }
        given.push((name, word));
        // The letter stays that of the table where the command line says the same.
        let same = chosen.reading_typed(name).is_some_and(|r| r.choice.is_some() && r.in_force == word);
        if !same && let Some(other) = chosen.with_reading(name, word, Some(Choice::default())) {
            chosen = other;
        }
    }
    Ok(chosen)
}

/// Refuses a figure given on the command line that the edition does not leave open: dropped in silence it would seem
/// to count. A figure given twice differently is refused as a reading is.
pub fn figures_known(programme: &Programme, figures: &[(String, String)]) -> Result<(), CannotRun> {
    let unknown = figures.iter().find(|(name, _)| programme.open.iter().all(|figure| figure.name != *name));
    if let Some((name, _)) = unknown {
        return Err(unknown_name(programme, name));
    }
    let twice = figures.iter().enumerate().find(|(index, (name, value))| {
        figures[..*index].iter().any(|(other, first)| other == name && !same_value(first, value))
    });
    twice.map_or(Ok(()), |(_, (name, _))| Err(CannotRun::new("figure-asked-twice").with("name", name)))
}

fn unknown_name(programme: &Programme, name: &str) -> CannotRun {
    CannotRun::new("reading-asked-unknown")
        .with("seen", name.trim())
        .with("programme", &programme.id)
        .with("nearest", programme.nearest_reading(name).unwrap_or_default())
        .with("accepted", checks::readings::names(programme).join(", "))
}

/// Reads `NAME=VALUE`; the refusal lists what is accepted.
fn asked_for(programme: &Programme, typed: &str) -> Result<(&'static str, &'static str), CannotRun> {
    let Some((name, way)) = typed.split_once('=') else {
        let names = checks::readings::names(programme).join(", ");
        return Err(CannotRun::new("reading-asked-badly").with("seen", typed).with("accepted", names));
    };
    let Some(reading) = programme.reading_typed(name) else {
        return Err(unknown_name(programme, name));
    };
    let Some(way) = reading.way_typed(way) else {
        return Err(CannotRun::new("reading-asked-way")
            .with("seen", way.trim())
            .with("name", reading.name)
            .with("nearest", reading.nearest_way(way).unwrap_or_default())
            .with("accepted", reading.accepted()));
    };
    Ok((reading.name, way.word))
}
