//! `programmes`: what editions there are, what one says, whether a folder of rules is sound.

use clap::{ArgMatches, Command};

use super::terminal::{Report, words};
use super::{arguments, calendar, conformance, summary};
use crate::finding::Fact;
use crate::forms::Forms;
use crate::locale::{Locale, wrap};
use crate::pipeline::{self, CannotRun};
use crate::programme::{Catalogue, Mark, National, Origin, page, show};

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    let folder = || arguments::path_option("programmes", "folder", "cli-programmes-dir", locale);
    let list = arguments::command("list", &["programmes", "list"], locale).alias("lista").arg(folder());
    let show = arguments::command("show", &["programmes", "show"], locale)
        .alias("pokaz")
        .arg(arguments::word("programme", "programme", "cli-show-programme", locale).required(true))
        .args(calendar::options(locale))
        .arg(folder());
    let check = arguments::command("check", &["programmes", "check"], locale)
        .alias("sprawdz")
        .arg(arguments::folder_word(locale));
    arguments::command("programmes", &["programmes"], locale)
        .alias("programy")
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(locale.text("cli-heading-commands", &[]))
        .subcommands([list, show, super::readings::command(locale), check, conformance::command(locale)])
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    match matches.subcommand() {
        Some(("list", m)) => Ok(list(&of(m, "programmes")?, locale)),
        Some(("show", m)) if m.get_flag("calendar") => calendar::run(m, locale),
        Some(("show", m)) => {
            let id = m.get_one::<String>("programme").map_or("", String::as_str);
            page(&of(m, "programmes")?, id, locale)
        }
        Some(("conformance", m)) => conformance::run(m, locale),
        Some(("readings", m)) => super::readings::run(m, locale),
        Some((_, m)) => Ok(check(&of(m, "folder")?, m.contains_id("folder"), locale)),
        None => Ok(Report::default()),
    }
}

fn of(matches: &ArgMatches, folder: &str) -> Result<Catalogue, CannotRun> {
    pipeline::catalogue(arguments::path(matches, folder).as_deref())
}

/// Widths of the columns of the list: title, period, and one for each mark. With the ids before them less than 120, the
/// width of a window as the system opens it.
const LIST: [usize; 6] = [38, 13, 0, 0, 0, 0];

/// Marks of which the list has columns, and the keys of their short headings.
const COLUMNS: [(Mark, &str); 4] = [
    (Mark::Confirmed, "cli-column-confirmed"),
    (Mark::Inferred, "cli-column-inferred"),
    (Mark::Assumed, "cli-column-assumed"),
    (Mark::Unknown, "cli-column-unknown"),
];

fn list(catalogue: &Catalogue, locale: &Locale) -> Report {
    let t = |key: &str| locale.text(key, &[]);
    let mut heading = vec![t("cli-column-edition"), t("cli-column-title"), t("cli-column-period")];
    heading.extend(COLUMNS.map(|(_, key)| t(key)));
    let (mut rows, mut unknown) = (vec![heading], Unknown::default());
    for listed in show::list(catalogue, locale) {
        let own = summary::origin_key(listed.origin).map(|key| format!(" {}", t(&format!("{key}-short"))));
        let id = format!("{}{}", listed.id, own.unwrap_or_default());
        let Some(edition) = listed.edition else {
            rows.push(vec![id, t("cli-rules-refused")]);
            continue;
        };
        let day = |day| ("day", Fact::Day(day));
        let period = [
            locale.text("cli-list-from", &[day(edition.period.first)]),
            locale.text("cli-list-to", &[day(edition.period.last)]),
        ];
        let count = |mark: Mark| edition.marks.get(&mark).copied().unwrap_or(0);
        let mut row = vec![id, edition.title, period.join(" ")];
        row.extend(COLUMNS.map(|(mark, _)| match count(mark) {
            0 => "-".to_owned(),
            some if mark == Mark::Unknown => format!("{some} !"),
            some => some.to_string(),
        }));
        rows.push(row);
        unknown.add(&listed.id, edition.unknown);
    }
    let ids = catalogue.ids().iter().map(|id| id.chars().count()).max().unwrap_or(0);
    let widths = [&[ids], LIST.as_slice()].concat();
    let mut report = Report { out: wrap::table(&rows, &widths), ..Report::default() };
    if !unknown.0.is_empty() {
        report.line(&format!("\n{}", t("cli-list-unknown")));
        for (words, ids) in &unknown.0 {
            report.out.push_str(&wrap::hanging("! ", words, 90));
            report.out.push_str(&wrap::hanging("    ", &ids.join(", "), 90));
        }
    }
    report.line(&format!("\n{}", t("cli-list-after")));
    report
}

/// What is unknown, each with the editions that do not know it: many years share a question.
#[derive(Default)]
struct Unknown(Vec<(String, Vec<String>)>);

impl Unknown {
    fn add(&mut self, id: &str, unknown: Vec<String>) {
        for words in unknown {
            match self.0.iter_mut().find(|(other, _)| *other == words) {
                Some((_, ids)) => ids.push(id.to_owned()),
                None => self.0.push((words, vec![id.to_owned()])),
            }
        }
    }
}

fn page(catalogue: &Catalogue, id: &str, locale: &Locale) -> Result<Report, CannotRun> {
    let (programme, about) = catalogue.edition(id)?;
    let out = page::page(&programme, &about, locale).text;
    Ok(Report { out, ..Report::default() })
}

/// Names every fault of every edition and of the national series, not the first alone; of a folder's editions only,
/// when one is given.
fn check(catalogue: &Catalogue, folder: bool, locale: &Locale) -> Report {
    let mut checked = show::check(catalogue, locale);
    checked.retain(|c| !folder || catalogue.origin(&c.id) != Some(Origin::BuiltIn));
    let forms = Forms::built_in();
    let known: Vec<&str> = forms.ids().collect();
    for one in checked.iter_mut().filter(|one| one.refused.is_none()) {
        one.refused = catalogue.refuse_unknown_form(&one.id, &known).err();
    }
    let editions = checked.iter().filter_map(|c| c.refused.as_ref()).map(|error| error.text(locale));
    let national = National::built_in().faults();
    let faults: Vec<String> = editions.chain(national.iter().map(|fault| fault.text(locale))).collect();
    if !faults.is_empty() {
        return Report::failed(&format!("\n{}", faults.join("\n")), locale);
    }
    let rows: Vec<Vec<String>> = checked.iter().map(|c| vec![c.id.clone(), marks(c, locale)]).collect();
    let mut report = Report { out: words(&rows), ..Report::default() };
    let count = i64::try_from(checked.len()).unwrap_or(i64::MAX);
    report.line(&locale.text("cli-programmes-sound", &[("count", Fact::Count(count))]));
    report
}

/// Writes how many figures have which mark.
fn marks(checked: &show::Checked, locale: &Locale) -> String {
    let one = |(mark, count): (&Mark, &usize)| {
        let key = match mark {
            Mark::Confirmed => "cli-mark-confirmed",
            Mark::Inferred => "cli-mark-inferred",
            Mark::Assumed => "cli-mark-assumed",
            Mark::Unknown => "cli-mark-unknown",
        };
        format!("{} {count}", locale.text(key, &[]))
    };
    checked.marks.iter().map(one).collect::<Vec<_>>().join(", ")
}
