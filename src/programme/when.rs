//! Terms in a form that can be computed: a day, so many days after an event, or a day of the following year.
//!
//! The rules file writes a term as a municipality would say it, `award + 5 working days`; the words beside it stay what
//! people read. Nothing is moved off a day free of work here: the texts do not say so.

use super::calendar::Calendar;
use crate::units::{Day, DayRange};

/// What a deadline is about. A closed list, so that one deadline has one definition.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum What {
    /// The edition is announced.
    Announcement,
    /// The day on which an assistant must be employed.
    ReferenceDay,
    /// A single report in CAS.
    OneOffReport,
    /// The municipality's request.
    Request,
    /// The voivode passes the requests on to the ministry.
    VoivodeRequest,
    /// The list of municipalities with their awards.
    Award,
    /// The municipality accepts or refuses.
    Acceptance,
    /// The contract with the voivode.
    Contract,
    /// The last day of payment.
    Payment,
    /// The task is completed: the contract's own day.
    Completion,
    /// What was not used goes back.
    Return,
    /// The municipality's settlement.
    Report,
    /// The yearly final information of the sibling programme.
    FinalInformation,
    /// The voivode's settlement.
    VoivodeReport,
    /// A duty of the statute, whatever the edition.
    Statute,
    /// Anything else; told in words.
    Other,
}

impl What {
    /// The words of rules files and of JSON.
    pub const WORDS: [(&str, Self); 14] = [
        ("announcement", Self::Announcement),
        ("one-off-report", Self::OneOffReport),
        ("request", Self::Request),
        ("voivode-request", Self::VoivodeRequest),
        ("award", Self::Award),
        ("acceptance", Self::Acceptance),
        ("contract", Self::Contract),
        ("return", Self::Return),
        ("report", Self::Report),
        ("final-information", Self::FinalInformation),
        ("voivode-report", Self::VoivodeReport),
        ("reference-day", Self::ReferenceDay),
        ("payment", Self::Payment),
        ("completion", Self::Completion),
    ];

    /// The word of JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Statute => "statute",
            Self::Other => "other",
            _ => Self::WORDS.iter().find(|(_, what)| *what == self).map_or("other", |(word, _)| word),
        }
    }
}

/// An event from which days are counted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Event {
    /// The edition was announced.
    Announcement,
    /// The last day of the request.
    RequestUntil,
    /// The list of awards came out.
    Award,
    /// The money came to the municipality.
    Money,
    /// The contract's day of completion.
    Completion,
}

impl Event {
    /// The words of rules files, of `--event` and of JSON, and the Polish words that `--event` takes as well.
    pub const WORDS: [(&str, &str, Self); 5] = [
        ("announcement", "ogloszenie", Self::Announcement),
        ("request-until", "koniec-wnioskow", Self::RequestUntil),
        ("award", "lista", Self::Award),
        ("money", "wplyw", Self::Money),
        ("completion", "wykonanie", Self::Completion),
    ];

    /// The word of rules files and of JSON.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, _, event)| *event == self).map_or("", |(word, _, _)| word)
    }

    /// Reads an event as typed, in either language.
    pub fn typed(text: &str) -> Option<Self> {
        let of = |(english, polish, _): &&(&str, &str, Self)| *english == text || *polish == text;
        Self::WORDS.iter().find(of).map(|(_, _, event)| *event)
    }
}

/// A term that can be computed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    /// A day that the text names.
    On(Day),
    /// So many days after an event.
    After {
        /// The event.
        event: Event,
        /// How many days.
        days: u32,
        /// Working days only.
        working: bool,
    },
    /// A day of the year after the one settled: month, day of the month.
    NextYear(u32, u32),
}

impl When {
    /// Examples for the refusal of a term that cannot be read.
    pub const EXAMPLE: &'static str =
        "2025-10-31\", \"award + 5 days\", \"award + 5 working days\", \"next 01-31";

    /// Reads the spelling of rules files.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(day) = Day::parse_iso(text) {
            return Some(Self::On(day));
        }
        if let Some(day) = text.strip_prefix("next ") {
            // A leap year has every day that a term may name.
            let day = Day::parse_iso(&format!("2024-{day}"))?;
            return Some(Self::NextYear(day.month().number, day.of_month()));
        }
        let (event, term) = text.split_once(" + ")?;
        let (_, _, event) = Event::WORDS.iter().find(|(word, _, _)| *word == event)?;
        let term = term.strip_suffix(" days")?;
        let (number, working) = match term.strip_suffix(" working") {
            Some(number) => (number, true),
            None => (term, false),
        };
        let days = number.parse().ok().filter(|days| *days > 0)?;
        Some(Self::After { event: *event, days, working })
    }

    /// Returns the last day of so many days after a day; of working days nothing where the holidays were not checked.
    pub fn last_day(calendar: &Calendar, from: Day, days: u32, working: bool) -> Option<Day> {
        if working {
            Self::working_days_after(calendar, from, days)
        } else {
            Some(from.plus_days(i64::from(days)))
        }
    }

    fn working_days_after(calendar: &Calendar, from: Day, days: u32) -> Option<Day> {
        let mut day = from;
        for _ in 0..days {
            day = day.plus_days(1);
            // No run of free days is longer than a week.
            for _ in 0..8 {
                if calendar.working_days(DayRange { first: day, last: day })? == 1 {
                    break;
                }
                day = day.plus_days(1);
            }
        }
        Some(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::National;

    #[test]
    fn a_term_is_read_as_it_is_written_and_nothing_else_is() {
        let after = |event, days, working| Some(When::After { event, days, working });
        assert_eq!(When::parse("2025-10-31"), Day::new(2025, 10, 31).map(When::On));
        assert_eq!(When::parse("award + 5 days"), after(Event::Award, 5, false));
        assert_eq!(When::parse("award + 5 working days"), after(Event::Award, 5, true));
        assert_eq!(When::parse("money + 30 days"), after(Event::Money, 30, false));
        assert_eq!(When::parse("next 01-31"), Some(When::NextYear(1, 31)));
        for bad in
            ["award + 0 days", "award + 5", "list + 5 days", "award+5 days", "31.10.2025", "next 02-30", ""]
        {
            assert_eq!(When::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn working_days_skip_weekends_and_holidays() {
        let national = National::built_in();
        let calendar = national.calendar();
        // 10 November 2021 was a Wednesday and the 11th a holiday: five working days end on the 18th, as announced.
        let from = Day::new(2021, 11, 10).expect("a day");
        assert_eq!(When::working_days_after(calendar, from, 5), Day::new(2021, 11, 18));
        // 14 August 2020 was a Friday, the 15th a Saturday and holiday: to the 21st, as announced.
        let from = Day::new(2020, 8, 14).expect("a day");
        assert_eq!(When::working_days_after(calendar, from, 5), Day::new(2020, 8, 21));
        // 29 August 2019 was a Thursday: to 5 September, as announced.
        let from = Day::new(2019, 8, 29).expect("a day");
        assert_eq!(When::working_days_after(calendar, from, 5), Day::new(2019, 9, 5));
    }
}
