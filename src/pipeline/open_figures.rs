//! Figures that the texts of an edition do not tell: what the municipality gives in `Odczytania`, what is missing.
//!
//! Nothing is computed while a figure is missing that somebody in the data needs; other open figures are left out.

use std::collections::BTreeSet;

use crate::finding::code::editions as code;
use crate::finding::{Fact, Finding};
use crate::programme::{Given, GivenFigure, OpenFigure, OpenState, Programme};
use crate::records::{ReadingChoice, Submission};

/// Returns the rows of `Odczytania` by name, each with who gave it; of two rows of one name the first.
///
/// Readings stand in the same table: whoever takes these looks up the names they know.
///
/// `asked` holds the figures of the command line, which win.
pub fn given(submission: &Submission, asked: &[(String, String)]) -> Given {
    let mut all = Given::new();
    for (name, value) in asked {
        let source = "wartość podana w poleceniu (--reading), bez wiersza w Odczytaniach".to_owned();
        all.insert(name.clone(), GivenFigure { value: value.clone(), source });
    }
    for choice in &submission.readings {
        let figure = GivenFigure { value: choice.value.value.clone(), source: source(choice) };
        all.entry(choice.name.value.trim().to_owned()).or_insert(figure);
    }
    all
}

/// Parts what was typed on the command line into open figures, whose names have a full stop, and readings.
pub fn apart(chosen: &[String]) -> (Vec<(String, String)>, Vec<String>) {
    let figure = |typed: &str| {
        let (name, value) = typed.split_once('=').filter(|(name, _)| name.contains('.'))?;
        Some((name.trim().to_owned(), value.trim().to_owned()))
    };
    let readings = chosen.iter().filter(|typed| figure(typed).is_none()).cloned().collect();
    (chosen.iter().filter_map(|typed| figure(typed)).collect(), readings)
}

/// Who gave the value, and on what letter, in the words that `Parametry` prints.
fn source(choice: &ReadingChoice) -> String {
    let by = choice.by.as_ref().map_or("nie podano", |by| by.value.as_str());
    let basis = choice.basis.as_ref().map_or("nie podano", |basis| basis.value.as_str());
    format!("wartość podana w arkuszu Odczytania; przyjął: {by}; podstawa: {basis}")
}

/// Returns the edition fit to compute with, or nothing where a figure is missing; says what is wrong with the figures.
pub fn complete(
    programme: Programme,
    submission: &Submission,
    findings: &mut Vec<Finding>,
) -> Option<Programme> {
    for figure in &programme.open {
        about_rows(figure, submission, findings);
    }
    let days = programme.period.value;
    let counted = submission.employments.iter().filter(|row| {
        let ended = row.to.as_ref().is_some_and(|to| to.value < days.first);
        !ended && row.from.value <= days.last
    });
    let who: BTreeSet<_> = counted.map(|row| (row.employed_as(), row.form.value)).collect();
    let missing: Vec<Finding> =
        programme.missing_for(&who).into_iter().map(|f| missing_figure(&programme, f, submission)).collect();
    let ready = missing.is_empty();
    findings.extend(missing);
    ready.then(|| programme.without_open_shares())
}

fn missing_figure(programme: &Programme, figure: &OpenFigure, submission: &Submission) -> Finding {
    let name = || Fact::Text(figure.name.clone());
    let example = Fact::Text(figure.example.to_owned());
    if let OpenState::Unreadable(seen) = &figure.state {
        let mut finding = Finding::new(&code::FIGURE_UNREADABLE).with_seen(Fact::Text(seen.clone()));
        finding.at = rows(figure, submission).next().map(|row| row.value.at);
        return finding.with("name", name()).with("example", example);
    }
    Finding::new(&code::FIGURE_UNKNOWN)
        .with("programme", Fact::Text(programme.id.clone()))
        .with("name", name())
        .with("reason", Fact::Text(figure.known.clone()))
        // Not what is expected: nobody knows that.
        .with("example", example)
}

/// Two values for one figure, and a value that rests on nothing.
fn about_rows(figure: &OpenFigure, submission: &Submission, findings: &mut Vec<Finding>) {
    let mut rows = rows(figure, submission);
    let Some(first) = rows.next() else { return };
    let text = |row: &ReadingChoice| Fact::Text(row.value.value.clone());
    let name = || Fact::Text(figure.name.clone());
    for other in rows.filter(|row| row.value.value.trim() != first.value.value.trim()) {
        findings.push(
            Finding::at(&code::FIGURE_GIVEN_TWICE, other.value.at)
                .with_related(first.value.at)
                .with_seen(text(other))
                .with_expected(text(first))
                .with("name", name()),
        );
    }
    if figure.state == OpenState::Given && (first.basis.is_none() || first.by.is_none()) {
        findings.push(
            Finding::at(&code::FIGURE_WITHOUT_BASIS, first.value.at)
                .with_seen(text(first))
                .with("name", name()),
        );
    }
}

fn rows<'a>(figure: &'a OpenFigure, submission: &'a Submission) -> impl Iterator<Item = &'a ReadingChoice> {
    submission.readings.iter().filter(|row| row.name.value.trim() == figure.name)
}
