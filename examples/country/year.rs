//! The editions that a country can be generated for, and the calendar of their years.

/// Year, month, day; compared in that order.
pub type Date = (i32, u32, u32);

/// An edition of the programme.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edition {
    /// Identifier of its rules.
    pub id: &'static str,
    /// Year settled.
    pub year: i32,
    /// First month settled; the last is December.
    pub first_month: u32,
    /// Highest share of employment cost, in per cent.
    pub level: i64,
    /// Nominal hours of a full post by month.
    pub nominal: [i64; 12],
    /// Part of a round: its first and last month, how its rows of `Środki` are named.
    pub rounds: &'static [(u32, u32, &'static str)],
}

const WHOLE: &[(u32, u32, &str)] = &[(1, 12, "")];

/// Returns an edition by its identifier.
pub fn edition(id: &str) -> Option<Edition> {
    let all = [
        Edition {
            id: "asystent-rodziny-2023",
            year: 2023,
            first_month: 11,
            level: 80,
            nominal: [176, 160, 184, 152, 168, 168, 168, 176, 168, 176, 160, 152],
            rounds: WHOLE,
        },
        Edition {
            id: "asystent-rodziny-2024",
            year: 2024,
            first_month: 1,
            level: 30,
            nominal: [168, 168, 168, 168, 160, 160, 184, 168, 168, 184, 152, 160],
            rounds: &[(1, 6, "I-VI"), (7, 12, "VII-XII")],
        },
        Edition {
            id: "asystent-rodziny-2025",
            year: 2025,
            first_month: 1,
            level: 30,
            nominal: [168, 160, 168, 168, 160, 160, 184, 160, 176, 184, 144, 160],
            rounds: WHOLE,
        },
    ];
    all.into_iter().find(|edition| edition.id == id)
}

impl Edition {
    /// Months settled.
    pub fn months(&self) -> std::ops::RangeInclusive<u32> {
        self.first_month..=12
    }

    /// Is the supplement paid once and not by month?
    pub fn one_off(&self) -> bool {
        self.year == 2023
    }

    /// Nominal hours of a full post in a month.
    pub fn nominal(&self, month: u32) -> i64 {
        self.nominal.get(month as usize - 1).copied().unwrap_or(160)
    }

    /// Round of a month, by position.
    pub fn round(&self, month: u32) -> usize {
        self.rounds.iter().position(|(first, last, _)| (*first..=*last).contains(&month)).unwrap_or(0)
    }
}

/// Last day of a month; the years here are of our time.
pub fn last_day(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Moves a day on by a number of days.
pub fn later(date: Date, days: u32) -> Date {
    let (mut year, mut month, mut day) = (date.0, date.1, date.2 + days);
    while day > last_day(year, month) {
        day -= last_day(year, month);
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
    (year, month, day)
}

/// Writes a day as `2025-03-01`.
pub fn day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.0, date.1, date.2)
}
