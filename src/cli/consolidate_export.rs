//! `consolidate --export` and `--by`: the tables of the roll-up. Arguments and text only.

use std::path::Path;

use super::summary;
use super::terminal::{self, Report};
use crate::finding::Fact;
use crate::frames::Read;
use crate::frames::by::{Grouping, Totals, of_months};
use crate::locale::Locale;
use crate::pipeline::CannotRun;
use crate::pipeline::consolidate::{Consolidated, export};

/// What is asked for.
pub struct Tables<'a> {
    /// Where the tables go; none: totals are shown.
    pub folder: Option<&'a Path>,
    /// May partitions that are there be replaced?
    pub force: bool,
    /// Is standard output a JSON result? Then nothing is added to it.
    pub json: bool,
}

/// Writes the tables and says so, or shows the totals.
pub fn run(
    done: &Consolidated,
    tables: &Tables<'_>,
    report: &mut Report,
    locale: &Locale,
) -> Result<(), CannotRun> {
    let Some(folder) = tables.folder else {
        if tables.json || done.by.is_empty() {
            return Ok(());
        }
        for totals in export::totals(done)? {
            let title = format!("cli-by-{}", totals.by.word());
            report.line(&format!("\n{}", locale.text(&title, &[])));
            report.out.push_str(&shown(&totals, locale)?);
        }
        return Ok(());
    };
    let written = export::write(done, folder, tables.force)?;
    if !tables.json {
        report.line(&summary::written("cli-consolidate-exported", folder, locale));
    }
    for path in &written.outside {
        report.err.push_str(&locale.text("cli-consolidate-outside", &[("file", Fact::Text(path.clone()))]));
        report.err.push('\n');
    }
    Ok(())
}

/// Lays out totals: the key, the number of rows, amounts.
fn shown(totals: &Totals, locale: &Locale) -> Result<String, CannotRun> {
    const WHOLE: [&str; 6] =
        ["awarded_gr", "transferred_gr", "cost_gr", "co_financing_gr", "own_contribution_gr", "unused_gr"];
    let months = crate::frames::assistant_months::MONEY;
    let amounts: &[&str] = if of_months(totals.by) { &months } else { &WHOLE };
    let read = totals.frame.read()?;
    let count = if of_months(totals.by) { "assistant_months" } else { "reports" };
    let heading = |name: &str| locale.text(&format!("cli-by-column-{}", name.replace('_', "-")), &[]);
    let mut rows = vec![
        [heading("programme"), heading("voivodeship"), heading("key"), heading(count)]
            .into_iter()
            .chain(amounts.iter().map(|name| heading(name)))
            .collect::<Vec<_>>(),
    ];
    for row in 0..read.len {
        let text = |name| read.text(row, name).unwrap_or_default();
        let mut cells = vec![text("programme"), text("voivodeship"), key(totals.by, &read, row, locale)];
        cells.push(read.whole(row, count).unwrap_or_default().to_string());
        cells.extend(amounts.iter().map(|name| {
            read.money(row, name).map_or_else(String::new, |amount| locale.fact(&Fact::Amount(amount)))
        }));
        rows.push(cells);
    }
    Ok(terminal::table(&rows, &(3..4 + amounts.len()).collect::<Vec<_>>()))
}

fn key(by: Grouping, read: &Read, row: usize, locale: &Locale) -> String {
    match (by, read.text(row, crate::frames::by::key(by))) {
        (Grouping::MunicipalityType | Grouping::Contract, Some(word)) => {
            locale.text(&format!("cli-by-key-{word}"), &[])
        }
        (_, Some(text)) => text,
        (by, None) if of_months(by) => locale.text("cli-by-key-beyond", &[]),
        (_, None) => locale.text("cli-by-key-unknown", &[]),
    }
}
