//! `consolidate --export` and `--by`: the tables of the roll-up. Arguments and text only.

use std::path::PathBuf;

use clap::{ArgAction, ArgMatches, Command};

use super::terminal::{self, Report};
use super::{arguments, summary};
use crate::finding::Fact;
use crate::frames::Read;
use crate::frames::by::{Grouping, Totals};
use crate::locale::Locale;
use crate::pipeline::CannotRun;
use crate::pipeline::consolidate::{Consolidated, export};

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    folder: Option<PathBuf>,
    by: Vec<Grouping>,
    force: bool,
}

/// Adds the options.
pub fn options(command: Command, locale: &Locale) -> Command {
    let by = arguments::option("by", "by", "cli-consolidate-by", locale)
        .value_parser(Grouping::ALL.map(Grouping::word))
        .action(ArgAction::Append);
    command.arg(arguments::path_option("export", "folder", "cli-consolidate-export", locale)).arg(by)
}

impl Asked {
    /// Reads the options; the same table twice is asked for once.
    pub fn of(matches: &ArgMatches) -> Self {
        let typed = matches.get_many::<String>("by").into_iter().flatten();
        let mut by: Vec<Grouping> = typed.filter_map(|word| Grouping::typed(word)).collect();
        by.sort_unstable();
        by.dedup();
        Self { folder: arguments::path(matches, "export"), by, force: matches.get_flag("force") }
    }

    /// Checks, before the work, that the tables can be written.
    pub fn check(&self, inputs: &[PathBuf]) -> Result<(), CannotRun> {
        self.folder.as_ref().map_or(Ok(()), |folder| export::check(folder, inputs))
    }

    /// Writes the tables and says so, or shows the totals.
    pub fn run(&self, done: &Consolidated, report: &mut Report, locale: &Locale) -> Result<(), CannotRun> {
        let Some(folder) = &self.folder else {
            for totals in export::totals(done, &self.by)? {
                let title = format!("cli-by-{}", totals.by.word());
                report.line(&format!("\n{}", locale.text(&title, &[])));
                report.out.push_str(&shown(&totals, locale)?);
            }
            return Ok(());
        };
        let written = export::write(done, &self.by, folder, self.force)?;
        report.line(&summary::written("cli-consolidate-exported", folder, locale));
        for path in &written.outside {
            report.line(&locale.text("cli-consolidate-outside", &[("file", Fact::Text(path.clone()))]));
        }
        Ok(())
    }
}

/// Lays out totals: the key, the number of rows, amounts.
fn shown(totals: &Totals, locale: &Locale) -> Result<String, CannotRun> {
    const WHOLE: [&str; 6] =
        ["awarded_gr", "transferred_gr", "cost_gr", "co_financing_gr", "own_contribution_gr", "unused_gr"];
    let months = crate::frames::assistant_months::MONEY;
    let amounts: &[&str] = if totals.by.of_months() { &months } else { &WHOLE };
    let read = totals.frame.read()?;
    let count = if totals.by.of_months() { "assistant_months" } else { "reports" };
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
    match (by, read.text(row, by.key())) {
        (Grouping::GminaType | Grouping::Contract, Some(word)) => {
            locale.text(&format!("cli-by-key-{word}"), &[])
        }
        (_, Some(text)) => text,
        (by, None) if by.of_months() => locale.text("cli-by-key-beyond", &[]),
        (_, None) => locale.text("cli-by-key-unknown", &[]),
    }
}
