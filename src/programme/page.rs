//! The page of an edition for a manager: who, what, how much, which share of what, by when, how sure, with sources.
//!
//! Every figure stands with its mark and source; what is not confirmed has a sign before it, what is unknown is said
//! at the top as well, and the page ends with a count of its marks. The wording lives in `locales/*/programmes.ftl`.

mod components;

use std::collections::BTreeMap;

use super::readings::{ServicePost, Switch};
use super::{About, Figure, Mark, OpenState, Origin, Programme};
use crate::finding::Fact;
use crate::locale::Locale;
use crate::locale::wrap;
use crate::units::{Day, DayRange, Month};

/// Characters in a line.
const WIDTH: usize = 90;

/// A page and what it rests on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Page {
    /// The text.
    pub text: String,
    /// How many figures and readings on it have each mark.
    pub marks: BTreeMap<Mark, usize>,
    /// What is unknown, in words.
    pub unknown: Vec<String>,
}

/// Returns the page of an edition.
pub fn page(programme: &Programme, about: &About, locale: &Locale) -> Page {
    let mut body = Writer::new(locale, programme);
    body.who_and_what(programme, about);
    body.dates(programme, about);
    body.budget(programme);
    body.readings(programme);
    let mut page = Writer::new(locale, programme);
    page.head(programme);
    page.unknown_first(&body.asked);
    page.text.push_str(&body.text);
    page.certainty(&body.marks);
    page.foot(programme);
    Page { text: page.text, marks: body.marks, unknown: body.unknown }
}

/// The text as it grows.
struct Writer<'a> {
    locale: &'a Locale,
    text: String,
    marks: BTreeMap<Mark, usize>,
    unknown: Vec<String>,
    /// Those of them that somebody must tell: a term of the past that was not found is not asked of anybody.
    asked: Vec<String>,
    /// Names of the edition's readings.
    readings: Vec<&'static str>,
    /// Names of the figures that nobody gave, each with an example of how it is typed.
    open: Vec<(String, String)>,
}

impl<'a> Writer<'a> {
    fn new(locale: &'a Locale, programme: &Programme) -> Self {
        let readings = programme.readings.iter().map(|reading| reading.name).collect();
        let missing = programme.open.iter().filter(|figure| figure.state != OpenState::Given);
        let open = missing.map(|figure| (figure.name.clone(), figure.example.to_owned())).collect();
        Self {
            locale,
            readings,
            open,
            text: String::new(),
            marks: BTreeMap::new(),
            unknown: Vec::new(),
            asked: Vec::new(),
        }
    }

    fn say(&self, key: &str) -> String {
        self.locale.text(key, &[])
    }

    /// Adds a line that rests on nothing that could be doubtful.
    fn plain(&mut self, text: &str) {
        self.text.push_str(&wrap::hanging("  ", text, WIDTH));
    }

    fn heading(&mut self, key: &str) {
        self.text.push('\n');
        self.text.push_str(&self.say(key));
        self.text.push('\n');
    }

    /// Adds words with their mark and source.
    fn marked(&mut self, mark: Mark, source: &str, words: &str) {
        *self.marks.entry(mark).or_default() += 1;
        if mark == Mark::Unknown {
            self.unknown.push(words.to_owned());
            self.asked.push(words.to_owned());
        }
        // A date ends in a full stop of its own.
        let words = &words.replace(" r..", " r.");
        self.text.push_str(&wrap::hanging(sign(mark), words, WIDTH));
        self.source(mark, source);
    }

    fn source(&mut self, mark: Mark, source: &str) {
        let facts =
            [("mark", Fact::Text(self.say(mark_key(mark)))), ("source", Fact::Text(source.to_owned()))];
        let told = self.locale.text("show-source", &facts);
        self.text.push_str(&wrap::hanging("      ", &told, WIDTH));
    }

    fn figure<T>(&mut self, figure: &Figure<T>, words: &str) {
        self.marked(figure.mark, &figure.source, words);
    }

    /// Adds a figure that the texts may not tell, which has a name of its own then; `words` are those of a known one.
    fn known_or_open<T>(&mut self, figure: &Figure<T>, name: &str, unknown: &str, words: &str) {
        let Some((_, example)) = self.open.iter().find(|(open, _)| open == name).cloned() else {
            return self.figure(figure, words);
        };
        let facts = [("name", Fact::Text(name.to_owned())), ("example", Fact::Text(example))];
        let words = format!("{unknown} {}", self.locale.text("show-open", &facts));
        self.figure(figure, &words);
    }

    /// Adds a figure that the edition may leave to a reading: then it is told and counted there, with its other ways.
    fn figure_or_reading<S: Switch>(&mut self, figure: &Figure<S>, words: &str) {
        if self.readings.contains(&S::NAME) {
            let name = Fact::Text(S::NAME.to_owned());
            let told = format!("{words} {}", self.locale.text("show-by-reading", &[("name", name)]));
            self.text.push_str(&wrap::hanging(sign(figure.mark), &told, WIDTH));
        } else {
            self.figure(figure, words);
        }
    }

    /// Adds a figure worded by a message with one fact.
    fn told<T>(&mut self, figure: &Figure<T>, key: &str, name: &str, fact: Fact) {
        let words = self.locale.text(key, &[(name, fact)]);
        self.figure(figure, &words);
    }

    /// Returns a day with its month in words.
    fn day(&self, day: Day) -> String {
        let number = |n: i64| Fact::Text(n.to_string());
        let month = day.month();
        let facts = [
            ("day", number(day.of_month().into())),
            ("month", Fact::Count(month.number.into())),
            ("year", number(month.year.into())),
        ];
        self.locale.text("show-day", &facts)
    }

    fn month(&self, month: Month) -> String {
        let year = Fact::Text(month.year.to_string());
        self.locale.text("show-month", &[("month", Fact::Count(month.number.into())), ("year", year)])
    }

    fn range(&self, range: DayRange) -> String {
        let (first, last) = (self.day(range.first), self.day(range.last));
        self.locale.text("show-range", &[("first", Fact::Text(first)), ("last", Fact::Text(last))])
    }

    fn head(&mut self, programme: &Programme) {
        self.text.push_str(&wrap::hanging("", &programme.title, WIDTH));
        let id = Fact::Text(programme.id.clone());
        self.text.push_str(&self.locale.text("show-id", &[("id", id)]));
        self.text.push('\n');
        self.text.push_str(&wrap::hanging("", &programme.act, WIDTH));
        let signs = self.say("show-signs");
        self.text.push_str(&wrap::hanging("", &signs, WIDTH));
        let origin = match programme.origin {
            Origin::BuiltIn => return,
            Origin::Folder => "cli-rules-of-folder",
            Origin::FolderOverBuiltIn => "cli-rules-of-folder-over-built-in",
        };
        let told = self.say(origin);
        self.text.push_str(&wrap::hanging("", &told, WIDTH));
    }

    /// Says at once what nobody knows: whoever reads no further must have read this.
    fn unknown_first(&mut self, unknown: &[String]) {
        if unknown.is_empty() {
            return;
        }
        self.heading("show-unknown");
        for words in unknown {
            self.text.push_str(&wrap::hanging(sign(Mark::Unknown), words, WIDTH));
        }
    }

    fn who_and_what(&mut self, programme: &Programme, about: &About) {
        self.heading("show-who");
        self.figure(&about.who, &about.who.value);
        for component in &programme.components {
            self.component(component);
        }
        if let Some(earlier) = &programme.tops_up {
            self.told(earlier, "show-tops-up", "earlier", Fact::Text(earlier.value.clone()));
        }
        if let Some(from_hours) = &programme.service_fte_from_hours {
            let key = if from_hours.value { "show-service-post-hours" } else { "show-service-post-contract" };
            self.heading("show-posts");
            let words = self.say(key);
            let post = Figure {
                value: if from_hours.value { ServicePost::HoursOfMonth } else { ServicePost::Contract },
                mark: from_hours.mark,
                source: from_hours.source.clone(),
                law: from_hours.law.clone(),
            };
            self.figure_or_reading(&post, &words);
        }
    }

    fn dates(&mut self, programme: &Programme, about: &About) {
        self.heading("show-when");
        let period = Fact::Text(self.range(programme.period.value));
        self.told(&programme.period, "show-period", "period", period);
        for deadline in &about.deadlines {
            self.figure(&deadline.term, &format!("{}: {}", deadline.event, deadline.term.value));
            if deadline.term.mark == Mark::Unknown {
                self.asked.pop();
            }
        }
        let last = Fact::Text(self.day(programme.payment_deadline.value));
        let key = if programme.settled_yearly() { "show-payment-yearly" } else { "show-payment" };
        self.told(&programme.payment_deadline, key, "last", last);
        for (key, days) in [("show-report", &programme.report_days), ("show-return", &programme.return_days)]
        {
            let what = self.say(key);
            match days {
                Some(days) => {
                    let term =
                        self.locale.text("show-days-after", &[("days", Fact::Count(days.value.into()))]);
                    self.figure(days, &format!("{what}: {term}"));
                }
                // An edition settled by calendar year names its yearly days among the deadlines.
                None if programme.settled_yearly() => {}
                None => {
                    let words = format!("{what}: {}", self.say("show-by-contract"));
                    self.plain(&words);
                }
            }
        }
        if let [_, _, ..] = programme.rounds.as_slice() {
            let rounds: Vec<String> = programme.rounds.iter().map(|round| self.range(round.period)).collect();
            let words = self.locale.text("show-rounds", &[("rounds", Fact::Text(rounds.join("; ")))]);
            self.plain(&words);
        }
    }

    fn budget(&mut self, programme: &Programme) {
        let text = |figure: &Figure<String>| Fact::Text(figure.value.clone());
        self.heading("show-budget");
        self.told(
            &programme.revenue_paragraph,
            "show-revenue",
            "paragraph",
            text(&programme.revenue_paragraph),
        );
        self.told(&programme.division, "show-division", "division", text(&programme.division));
        self.told(&programme.chapter, "show-chapter", "chapter", text(&programme.chapter));
    }

    fn readings(&mut self, programme: &Programme) {
        if programme.readings.is_empty() {
            return;
        }
        self.heading("show-readings");
        let intro = self.locale.text("show-readings-intro", &[("id", Fact::Text(programme.id.clone()))]);
        self.plain(&intro);
        for reading in &programme.readings {
            self.text.push('\n');
            let question = format!("{} ({})", reading.question, reading.name);
            self.text.push_str(&wrap::hanging(sign(reading.mark), &question, WIDTH));
            // The way taken comes first, wherever it stands in the list.
            let (taken, others): (Vec<_>, Vec<_>) =
                reading.ways.iter().partition(|way| way.word == reading.default);
            for (key, ways) in [("show-way-taken", taken), ("show-way-other", others)] {
                let lead = format!("    {} ", self.say(key));
                for way in ways {
                    let told = format!("{} ({})", way.meaning, way.word);
                    self.text.push_str(&wrap::hanging(&lead, &told, WIDTH));
                }
            }
            self.source(reading.mark, &reading.source);
            *self.marks.entry(reading.mark).or_default() += 1;
            if reading.mark == Mark::Unknown {
                self.unknown.push(reading.question.clone());
                self.asked.push(reading.question.clone());
            }
        }
    }

    fn certainty(&mut self, marks: &BTreeMap<Mark, usize>) {
        self.heading("show-certainty");
        for mark in Mark::ALL {
            let count = marks.get(&mark).copied().unwrap_or(0);
            let fact = [("count", Fact::Count(i64::try_from(count).unwrap_or(i64::MAX)))];
            let words = self.locale.text(count_key(mark), &fact);
            self.text.push_str(&wrap::hanging(sign(mark), &words, WIDTH));
        }
        let warning = self.say("show-not-reviewed");
        self.plain(&warning);
    }

    fn foot(&mut self, programme: &Programme) {
        self.text.push('\n');
        let facts =
            [("form", Fact::Text(programme.form.clone())), ("digest", Fact::Text(programme.digest.clone()))];
        self.text.push_str(&self.locale.text("show-form", &facts));
        self.text.push('\n');
        self.text.push_str(&self.locale.text("show-digest", &facts));
        self.text.push('\n');
    }
}

/// The sign before a line: nothing where it is confirmed, so that a doubt is seen at a glance.
pub fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::Confirmed => "  ",
        Mark::Inferred => "~ ",
        Mark::Assumed => "? ",
        Mark::Unknown => "! ",
    }
}

fn count_key(mark: Mark) -> &'static str {
    match mark {
        Mark::Confirmed => "show-count-confirmed",
        Mark::Inferred => "show-count-inferred",
        Mark::Assumed => "show-count-assumed",
        Mark::Unknown => "show-count-unknown",
    }
}

fn mark_key(mark: Mark) -> &'static str {
    match mark {
        Mark::Confirmed => "mark-confirmed",
        Mark::Inferred => "mark-inferred",
        Mark::Assumed => "mark-assumed",
        Mark::Unknown => "mark-unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;
    use crate::programme::Catalogue;

    fn page_of(id: &str, language: Language) -> Page {
        let (programme, about) = Catalogue::built_in().edition(id).expect("an edition compiled in");
        page(&programme, &about, &Locale::new(language))
    }

    #[test]
    fn the_page_tells_who_what_how_much_by_when_and_how_sure() {
        let page = page_of("asystent-rodziny-2025", Language::Polish).text;
        let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
        for told in [
            "M.P. 2025 poz. 1093",
            "Do 200,00 zł za każdy przepracowany miesiąc",
            "najwyżej 80%",
            "co najmniej 20%",
            "najwyżej 30%",
            "31 grudnia 2025 r.",
            "w ciągu 15 dni",
            "założenie: ",
            "Jak pewna jest ta strona",
        ] {
            assert!(page.contains(told), "{told} is missing from\n{page}");
        }
        let of_2019 = page_of("asystent-rodziny-2019", Language::Polish).text;
        assert!(of_2019.contains("program nie mówi; decyduje umowa"), "{of_2019}");
    }

    #[test]
    fn every_page_is_worded_in_both_languages_and_fits_the_screen() {
        for id in Catalogue::built_in().ids() {
            for language in [Language::Polish, Language::English] {
                let page = page_of(id, language).text;
                assert!(!page.contains("show-"), "a message is missing:\n{page}");
                assert!(!page.contains("mark-"), "a message is missing:\n{page}");
                for line in page.lines() {
                    assert!(line.chars().count() <= WIDTH, "{id}: {line}");
                }
            }
        }
    }

    #[test]
    fn what_is_unknown_is_said_first_and_counted_last() {
        let page = page_of("asystent-rodziny-2025", Language::Polish);
        assert_eq!(page.unknown.len(), page.marks[&Mark::Unknown]);
        let (first, who) = (page.text.find("Czego nie wiadomo"), page.text.find("Dla kogo"));
        assert!(first.is_some() && first < who, "{}", page.text);
    }
}
