//! Figures that the texts of an edition do not tell: what the municipality gives in `Odczytania`, what is missing.
//!
//! Nothing is computed while a figure is missing that somebody in the data needs; other open figures are left out.

use std::collections::BTreeSet;

use crate::finding::code::editions as code;
use crate::finding::{Fact, Finding};
use crate::programme::{Given, GivenFigure, OpenFigure, OpenState, Programme, same_value};
use crate::records::{ReadingChoice, Submission};

/// Returns the rows of `Odczytania` by name, each with who gave it; of two rows of one name the first.
///
/// Readings stand in the same table: whoever takes these looks up the names they know.
///
/// `asked` holds the figures of the command line, which win.
pub fn given(submission: &Submission, asked: &[(String, String)]) -> Given {
    let mut all = Given::new();
    for (name, value) in asked {
        let row = submission.readings.iter().find(|row| row.name.value.trim() == name);
        let source = match row {
            // The letter stays that of the table where the command line says the same.
            Some(row) if same_value(&row.value.value, value) => source(row),
            Some(row) => format!(
                "wartość podana w poleceniu (--reading), bez podstawy; w arkuszu Odczytania jest inna: {}",
                row.value.value.trim()
            ),
            None => "wartość podana w poleceniu (--reading), bez wiersza w Odczytaniach".to_owned(),
        };
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
    asked: &[(String, String)],
    findings: &mut Vec<Finding>,
) -> Option<Programme> {
    for figure in &programme.open {
        let typed = asked.iter().find(|(name, _)| *name == figure.name).map(|(_, value)| value.as_str());
        about_rows(figure, submission, typed, findings);
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
        let row = rows(figure, submission).find(|row| row.value.value == *seen);
        finding.at = row.map(|row| row.value.at);
        return finding.with("name", name()).with("example", example);
    }
    Finding::new(&code::FIGURE_UNKNOWN)
        .with("programme", Fact::Text(programme.id.clone()))
        .with("name", name())
        .with("reason", Fact::Text(figure.known.clone()))
        // Not what is expected: nobody knows that.
        .with("example", example)
}

/// Two values for one figure, another on the command line, and a value that rests on nothing.
///
/// `asked` is what the command line says of this figure.
fn about_rows(
    figure: &OpenFigure,
    submission: &Submission,
    asked: Option<&str>,
    findings: &mut Vec<Finding>,
) {
    let mut rows = rows(figure, submission);
    let name = || Fact::Text(figure.name.clone());
    let Some(first) = rows.next() else {
        // The command line has no place for who accepted it, nor for a letter.
        if let Some(value) = asked.filter(|_| figure.state == OpenState::Given) {
            let finding = Finding::new(&code::FIGURE_WITHOUT_BASIS);
            findings.push(finding.with_seen(Fact::Text(value.to_owned())).with("name", name()));
        }
        return;
    };
    let text = |row: &ReadingChoice| Fact::Text(row.value.value.clone());
    for other in rows.filter(|row| !same_value(&row.value.value, &first.value.value)) {
        findings.push(
            Finding::at(&code::FIGURE_GIVEN_TWICE, other.value.at)
                .with_related(first.value.at)
                .with_seen(text(other))
                .with_expected(text(first))
                .with("name", name()),
        );
    }
    if let Some(value) = asked.filter(|value| !same_value(value, &first.value.value)) {
        findings.push(
            Finding::at(&code::FIGURE_OVERRULED, first.value.at)
                .with_seen(text(first))
                .with_expected(Fact::Text(value.to_owned()))
                .with("name", name()),
        );
        return;
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
