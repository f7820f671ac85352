//! What a person typed → a reading of an edition and one of its ways, in force.
//!
//! Words are taken as `programmes show` prints them: the stable name or the whole question, the word of a way or its
//! whole sentence. Nothing is guessed: what is only near is offered, not taken. Who may choose is not judged here.

use super::Programme;
use super::readings::{Choice, Reading, Way};

impl Programme {
    /// Returns the reading that was typed, by its name or its question.
    pub fn reading_typed(&self, typed: &str) -> Option<&Reading> {
        let typed = plain(typed);
        self.readings.iter().find(|r| plain(r.name) == typed || plain(&r.question) == typed)
    }

    /// Returns the names of the edition's readings, sorted.
    pub fn reading_names(&self) -> Vec<&'static str> {
        let mut names: Vec<&'static str> = self.readings.iter().map(|reading| reading.name).collect();
        names.sort_unstable();
        names
    }

    /// Returns the name that comes nearest to what was typed.
    pub fn nearest_reading(&self, typed: &str) -> Option<&'static str> {
        nearest(typed, self.reading_names())
    }

    /// Returns the edition with the way in force that was typed; nothing when the edition has no such reading or way.
    pub fn with_typed(&self, name: &str, way: &str, choice: Choice) -> Option<Self> {
        let reading = self.reading_typed(name)?;
        self.with_reading(reading.name, reading.way_typed(way)?.word, Some(choice))
    }
}

impl Reading {
    /// Returns the way that was typed, by its word or its sentence.
    pub fn way_typed(&self, typed: &str) -> Option<&Way> {
        let typed = plain(typed);
        self.ways.iter().find(|way| plain(way.word) == typed || plain(&way.meaning) == typed)
    }

    /// Returns the word of a way that comes nearest to what was typed.
    pub fn nearest_way(&self, typed: &str) -> Option<&'static str> {
        nearest(typed, self.ways.iter().map(|way| way.word).collect())
    }

    /// Lists the ways with what they mean: `word – sentence; word – sentence`.
    pub fn accepted(&self) -> String {
        let one = |way: &Way| format!("{} – {}", way.word, way.meaning.trim_end_matches('.'));
        self.ways.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    /// Is the way in force another than the edition starts from?
    pub fn is_changed(&self) -> bool {
        self.in_force != self.default
    }
}

/// Drops what two spellings of one text may differ in: case, spaces, dashes, the full stop.
fn plain(text: &str) -> String {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    let one_space: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || matches!(c, '_' | '-' | '–' | '—')).collect();
    one_space.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Returns the name most like what was typed, however little.
pub fn nearest(typed: &str, names: Vec<&'static str>) -> Option<&'static str> {
    let typed = plain(typed);
    // A part of a name is nearer than a name of as many letters.
    let far = |name: &str| (!name.contains(&typed), strsim::damerau_levenshtein(&typed, name));
    names.into_iter().min_by_key(|name| far(&plain(name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::Catalogue;
    use crate::programme::readings::HoursWorked;

    fn edition() -> Programme {
        Catalogue::built_in().get("asystent-rodziny-2025").expect("a built-in edition")
    }

    #[test]
    fn a_reading_and_its_way_may_be_typed_as_words_or_as_the_sentences_printed() {
        let edition = edition();
        for (name, way) in [
            ("hours-worked", "with-holiday-leave"),
            (" Hours_Worked ", "With holiday leave"),
            (
                "Które godziny są przepracowane (warunek godzin w miesiącu)?",
                "Godziny pracy i urlopu wypoczynkowego",
            ),
        ] {
            let other = edition.with_typed(name, way, Choice::default()).expect("a way of the edition");
            assert_eq!(other.reads::<HoursWorked>(), HoursWorked::WithHolidayLeave, "{name}={way}");
        }
    }

    #[test]
    fn what_is_only_near_is_offered_and_not_taken() {
        let edition = edition();
        assert!(edition.reading_typed("hours-work").is_none());
        assert_eq!(edition.nearest_reading("hours-work"), Some("hours-worked"));
        assert_eq!(edition.nearest_reading("hour"), Some("hours-worked"));
        let reading = edition.reading_typed("hours-worked").expect("a reading of the edition");
        assert!(reading.way_typed("holiday-leave").is_none());
        assert_eq!(reading.nearest_way("with-holiday"), Some("with-holiday-leave"));
        assert!(edition.with_typed("hours-worked", "nie wiem", Choice::default()).is_none());
    }
}
