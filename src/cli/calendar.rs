//! `programmes show ID --calendar`: every date of an edition, as text or JSON. Days are computed in
//! [`crate::calendar`].

use clap::{Arg, ArgAction, ArgMatches};

use super::calendar_object::CalendarObject;
use super::terminal::Report;
use super::{arguments, summary};
use crate::calendar::{Calendar, Entry, Rule};
use crate::finding::Fact;
use crate::locale::{Locale, wrap};
use crate::pipeline::calendar::{Made, calendar, event};
use crate::pipeline::{CannotRun, Job};
use crate::programme::page::sign;
use crate::programme::when::{Event, What};
use crate::records::HalfYear;
use crate::units::Day;

/// Characters in a line.
const WIDTH: usize = 96;
/// Where the lines below the first begin.
const INDENT: &str = "      ";

/// The options of `programmes show` that speak of the calendar.
pub fn options(locale: &Locale) -> [Arg; 6] {
    let only = |arg: Arg| arg.requires("calendar");
    [
        arguments::switch("calendar", "cli-show-calendar", locale).alias("kalendarz"),
        only(arguments::as_of(locale)),
        only(
            arguments::path_option("data", "inputs", "cli-show-data", locale)
                .alias("dane")
                .num_args(1..)
                .action(ArgAction::Append),
        ),
        only(
            arguments::option("event", "event", "cli-show-event", locale)
                .alias("zdarzenie")
                .action(ArgAction::Append),
        ),
        only(arguments::reading(locale)),
        only(arguments::switch("json", "cli-json", locale)),
    ]
}

/// Prints the calendar of the edition.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let typed = matches.get_many::<String>("event").into_iter().flatten();
    let events: Vec<_> =
        typed.map(|text| event(text, |day| arguments::day(day).ok())).collect::<Result<_, _>>()?;
    let job = Job {
        inputs: matches.get_many("data").map(|all| all.cloned().collect()).unwrap_or_default(),
        programme: matches.get_one::<String>("programme").cloned(),
        programmes: arguments::path(matches, "programmes"),
        as_of: matches.get_one::<Day>("as-of").copied(),
        readings: matches.get_many("reading").map(|all| all.cloned().collect()).unwrap_or_default(),
        ..Job::default()
    };
    let made = calendar(&job, &events)?;
    let mut report = Report::default();
    if matches.get_flag("json") {
        report.line(&summary::json(&CalendarObject::of(&made, locale)));
    } else {
        report.line(text(&made, locale).trim_end());
    }
    Ok(report)
}

fn text(made: &Made, locale: &Locale) -> String {
    let calendar = &made.calendar;
    let t = |key: &str| locale.text(key, &[]);
    let mut out = wrap::hanging("", &calendar.title, WIDTH);
    out.push_str(&locale.text("show-id", &[("id", Fact::Text(calendar.id.clone()))]));
    out.push('\n');
    if let Some(as_of) = calendar.as_of {
        out.push_str(&locale.text("calendar-as-of", &[("day", Fact::Day(as_of))]));
        out.push('\n');
    }
    out.push_str(&wrap::hanging("", &t("show-signs"), WIDTH));
    if made.errors > 0 {
        let count = Fact::Count(i64::try_from(made.errors).unwrap_or(i64::MAX));
        out.push_str(&wrap::hanging("", &locale.text("calendar-errors", &[("count", count)]), WIDTH));
    }
    let (known, unknown): (Vec<_>, Vec<_>) = calendar.entries.iter().partition(|e| e.binding.is_some());
    heading(&mut out, &t("calendar-known"));
    for entry in known {
        out.push_str(&told(entry, calendar, locale));
    }
    if !unknown.is_empty() {
        heading(&mut out, &t("calendar-unknown"));
        for entry in unknown {
            out.push_str(&told(entry, calendar, locale));
        }
    }
    out
}

fn heading(out: &mut String, words: &str) {
    out.push('\n');
    out.push_str(words);
    out.push('\n');
}

/// The lines of an entry: day, days left and what it is; then how it follows and who says so.
fn told(entry: &Entry, calendar: &Calendar, locale: &Locale) -> String {
    let when = match entry.binding {
        Some(day) => format!("{} {:<5} ", locale.fact(&Fact::Day(day)), weekday(day, locale)),
        None => "—  ".to_owned(),
    };
    let left = match (calendar.as_of, entry.binding) {
        (Some(_), Some(_)) => format!("{:<18} ", left(entry, locale)),
        _ => String::new(),
    };
    let head = [sign(entry.mark), &when, &left].concat();
    let mut out = wrap::hanging(&head, &title(entry, locale), WIDTH);
    for line in details(entry, calendar, locale) {
        out.push_str(&wrap::hanging(INDENT, &line, WIDTH));
    }
    out
}

/// Returns the words of an entry, with its year or half-year where the words do not tell it.
pub fn title(entry: &Entry, locale: &Locale) -> String {
    let key = format!("calendar-what-{}", entry.what.word());
    let words = entry.event.clone().unwrap_or_else(|| locale.text(&key, &[]));
    let whose = match entry.half_year {
        Some(half) if entry.event.is_none() => Some(half.word().to_owned()),
        _ => entry.year.map(|year| year.to_string()),
    };
    match whose {
        Some(whose) => format!("{words} ({whose})"),
        None => words,
    }
}

fn left(entry: &Entry, locale: &Locale) -> String {
    if entry.done.is_some() {
        return locale.text("calendar-done", &[]);
    }
    let Some(left) = entry.left else { return String::new() };
    let key = match left {
        0 => "calendar-today",
        1.. => "calendar-left",
        _ => "calendar-past",
    };
    locale.text(key, &[("days", Fact::Count(left.abs()))])
}

fn details(entry: &Entry, calendar: &Calendar, locale: &Locale) -> Vec<String> {
    let day = |name, day| (name, Fact::Day(day));
    let mut lines = Vec::new();
    if let Some(done) = entry.done {
        let late = entry.binding.is_some_and(|due| done > due);
        let key = if late { "calendar-done-late" } else { "calendar-done-on" };
        lines.push(locale.text(key, &[day("day", done)]));
    }
    lines.extend(rule(entry, locale));
    if let Some(own) = entry.own {
        let key = match (entry.day, entry.what) {
            (None, _) => "calendar-own-alone",
            (Some(_), What::Payment) => "calendar-own-wins",
            (Some(text), _) if own <= text => "calendar-own-earlier",
            (Some(_), _) => "calendar-own-later",
        };
        lines.push(locale.text(key, &[day("own", own), day("text", entry.day.unwrap_or(own))]));
    }
    if let Some(free) = &entry.free {
        let shown = if entry.own.is_some() { entry.binding.or(entry.day) } else { entry.day };
        let shown = shown.unwrap_or(free.next_working);
        let name = match &free.holiday {
            Some(holiday) => locale.text("calendar-holiday", &[("name", Fact::Text(holiday.clone()))]),
            None => locale.text(&format!("calendar-weekday-name-{}", shown.of_week()), &[]),
        };
        let facts = [day("day", shown), ("name", Fact::Text(name)), day("working", free.next_working)];
        let key = match (entry.what, calendar.moves) {
            (What::Payment, _) => "calendar-free-payment",
            (_, Some(true)) => "calendar-free-moved",
            (_, Some(false)) => "calendar-free-not-moved",
            (_, None) => "calendar-free-silent",
        };
        lines.push(locale.text(key, &facts));
    }
    lines.push(source(entry, locale));
    lines
}

/// Says how the day follows, or what is missing.
fn rule(entry: &Entry, locale: &Locale) -> Option<String> {
    match &entry.rule {
        Rule::Counted { event, days, working, from, latest } => {
            let count = ("days", Fact::Count((*days).into()));
            let term =
                locale.text(if *working { "calendar-working-days" } else { "calendar-days" }, &[count]);
            let event_words = locale.text(&format!("calendar-event-{}", event.word()), &[]);
            let mut facts = vec![("term", Fact::Text(term)), ("event", Fact::Text(event_words))];
            let Some(from) = from else {
                facts.push(("option", Fact::Text(option(*event, entry.half_year, locale))));
                return Some(locale.text(&format!("calendar-missing-{}", event.word()), &facts));
            };
            facts.push(("from", Fact::Day(*from)));
            let key = if *latest { "calendar-counted-latest" } else { "calendar-counted" };
            Some(locale.text(key, &facts))
        }
        Rule::Words(words) => {
            let key = match entry.what {
                What::Award | What::Announcement => "calendar-words-event",
                _ => "calendar-words",
            };
            let event = if entry.what == What::Announcement { Event::Announcement } else { Event::Award };
            let option = Fact::Text(option(event, entry.half_year, locale));
            Some(locale.text(key, &[("term", Fact::Text(words.clone())), ("option", option)]))
        }
        Rule::OwnDay if entry.what == What::ReferenceDay => {
            let key = if entry.day.is_some() { "calendar-own-request" } else { "calendar-no-request" };
            Some(locale.text(key, &[]))
        }
        Rule::Contract if entry.own.is_none() => Some(locale.text("calendar-contract", &[])),
        Rule::Fixed | Rule::Yearly | Rule::OwnDay | Rule::Contract => None,
    }
}

/// How the missing day is given: `--event award.I-VI=RRRR-MM-DD`.
fn option(event: Event, half_year: Option<HalfYear>, locale: &Locale) -> String {
    let half = half_year.map(|half| format!(".{}", half.word())).unwrap_or_default();
    format!("--event {}{half}={}", event.word(), locale.text("calendar-day-shape", &[]))
}

fn source(entry: &Entry, locale: &Locale) -> String {
    let mark = locale.text(&format!("mark-{}", entry.mark.word()), &[]);
    let source = match entry.source.as_str() {
        "" => locale.text("calendar-source-contract", &[]),
        source => source.to_owned(),
    };
    locale.text("show-source", &[("mark", Fact::Text(mark)), ("source", Fact::Text(source))])
}

fn weekday(day: Day, locale: &Locale) -> String {
    locale.text(&format!("calendar-weekday-{}", day.of_week()), &[])
}

#[cfg(test)]
mod tests {
    use crate::programme::Catalogue;

    fn ran(line: &str) -> super::Report {
        let args: Vec<std::ffi::OsString> = line.split(' ').map(Into::into).collect();
        crate::cli::run(&args)
    }

    #[test]
    fn every_calendar_is_worded_in_both_languages_and_fits_a_hundred_columns() {
        for id in Catalogue::built_in().ids() {
            for language in ["pl", "en"] {
                let line =
                    format!("rozlicz --lang {language} programmes show {id} --calendar --as-of 2025-01-15");
                let report = ran(&line);
                assert_eq!(report.code, 0, "{}", report.err);
                assert!(!report.out.contains("calendar-"), "a message is missing:\n{}", report.out);
                let widest = report.out.lines().map(|line| line.chars().count()).max();
                assert!(widest.is_some_and(|width| width <= 100), "{id}:\n{}", report.out);
            }
        }
    }

    #[test]
    fn days_given_by_hand_are_counted_from_and_a_wrong_one_is_told() {
        let base = "rozlicz programmes show asystent-rodziny-2024 --kalendarz --as-of 2024-09-12";
        let report = ran(&format!("{base} --zdarzenie lista.I-VI=10.09.2024"));
        assert!(report.out.contains("15.09.2024 nd    za 3 dni           Oświadczenie"), "{}", report.out);
        for wrong in ["lista=10.13.2024", "koniec=2024-01-01", "lista", "lista.III=2024-09-10"] {
            let report = ran(&format!("{base} --event {wrong}"));
            assert_eq!(report.code, 2, "{wrong}: {}", report.out);
            assert!(report.err.contains(wrong) && report.err.contains("award"), "{}", report.err);
        }
        // Without the calendar these options would be passed over.
        assert_eq!(ran("rozlicz programmes show asystent-rodziny-2024 --as-of 2024-09-12").code, 2);
    }

    #[test]
    fn the_object_carries_every_entry_with_its_mark_and_source() {
        let report =
            ran("rozlicz programmes show asystent-rodziny-2025 --calendar --as-of 2026-01-10 --json");
        let object: serde_json::Value = serde_json::from_str(&report.out).expect("JSON");
        let entries = object["entries"].as_array().expect("a list");
        let back = entries.iter().find(|entry| entry["what"] == "return").expect("the return");
        assert_eq!((&back["binding"], &back["days_left"]), (&"2026-01-15".into(), &5.into()));
        assert_eq!((&back["rule"]["from_event"], &back["rule"]["days"]), (&"completion".into(), &15.into()));
        assert!(entries.iter().all(|e| e["mark"].is_string() && e["source"].is_string()));
    }
}
