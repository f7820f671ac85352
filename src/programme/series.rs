//! One national series: values by day from a plain file, each with mark and source.
//!
//! Lines with `#` are comments, one heading, fields divided by semicolons, no quotes; so no CSV library is needed here.
//! A value holds until the next row of its key, never past the day in `# checked-up-to:`. What a value means is told
//! by whoever reads it ([`super::national`]).

use super::refusal::Refusal;
use super::{Figure, Mark};
use crate::finding::Fact;
use crate::units::Day;

/// A file of `programmes/national`, compiled in.
#[derive(Clone, Copy, Debug)]
pub struct SeriesFile {
    /// Its name under `national/`.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
    /// The keys that tell the series of one file apart; none: a single series without a column for it.
    pub keys: &'static [&'static str],
    /// A value as it must be written, for the refusal of another.
    pub example: &'static str,
}

/// Values in order of days.
pub struct Series<T> {
    checked_up_to: Option<Day>,
    rows: Vec<Row<T>>,
    faults: Vec<Refusal>,
}

/// A value with the first day on which it holds; `key` tells series of one file apart.
struct Row<T> {
    key: String,
    valid_from: Day,
    figure: Figure<T>,
}

impl<T: Clone> Series<T> {
    /// Reads a file whose rows are `[key;]valid_from;value;mark;source`. A row that cannot be read gives no value; it
    /// is told in [`Self::faults`], and `programmes check` refuses it.
    pub fn read(file: &SeriesFile, value: fn(&str) -> Option<T>) -> Self {
        let mut series = Self { checked_up_to: None, rows: Vec::new(), faults: Vec::new() };
        match checked_up_to(file) {
            Ok(day) => series.checked_up_to = Some(day),
            Err(fault) => series.faults.push(fault),
        }
        for (line, text) in data_lines(file.text) {
            match read_row(file, line, text, value) {
                Ok(row) => {
                    if series.rows.iter().any(|r| r.key == row.key && r.valid_from >= row.valid_from) {
                        series.faults.push(fault(file, line, "valid_from", "rules-series-order", &[]));
                    } else {
                        series.rows.push(row);
                    }
                }
                Err(fault) => series.faults.push(fault),
            }
        }
        series
    }

    /// Returns the value of a key that holds on a day; nothing before the first row, nor past the checked day.
    pub fn on(&self, key: &str, day: Day) -> Option<Figure<T>> {
        let covered = self.checked_up_to.is_some_and(|checked| day <= checked);
        let current = self.rows.iter().rev().find(|row| row.key == key && row.valid_from <= day);
        current.filter(|_| covered).map(|row| row.figure.clone())
    }

    /// Returns the first day after `day` on which another value begins.
    pub fn next_change(&self, key: &str, day: Day) -> Option<Day> {
        self.rows.iter().find(|row| row.key == key && row.valid_from > day).map(|row| row.valid_from)
    }

    /// Returns the last day for which somebody checked the values.
    pub fn checked_up_to(&self) -> Option<Day> {
        self.checked_up_to
    }

    /// Returns what is wrong with the file, line by line.
    pub fn faults(&self) -> &[Refusal] {
        &self.faults
    }
}

const CHECKED: &str = "# checked-up-to: ";

/// Returns the day in `# checked-up-to:`.
pub fn checked_up_to(file: &SeriesFile) -> Result<Day, Refusal> {
    let told = file.text.lines().enumerate().find_map(|(i, line)| Some((i + 1, line.strip_prefix(CHECKED)?)));
    let Some((line, text)) = told else {
        return Err(fault(file, 1, "checked-up-to", "rules-series-not-checked", &[]));
    };
    Day::parse_iso(text).ok_or_else(|| unreadable(file, line, "checked-up-to", text, "2026-12-31"))
}

fn read_row<T>(
    file: &SeriesFile,
    line: usize,
    text: &str,
    read: fn(&str) -> Option<T>,
) -> Result<Row<T>, Refusal> {
    let fields: Vec<&str> = text.split(';').collect();
    let keyed = usize::from(!file.keys.is_empty());
    if fields.len() != 4 + keyed {
        return Err(field_count(file, line, fields.len(), 4 + keyed));
    }
    let key = if keyed == 1 { fields[0] } else { "" };
    if keyed == 1 && !file.keys.contains(&key) {
        return Err(unknown_word(file, line, "key", key, &file.keys.join(", ")));
    }
    let [day, value, mark, source] = [0, 1, 2, 3].map(|i| fields[keyed + i]);
    let valid_from =
        Day::parse_iso(day).ok_or_else(|| unreadable(file, line, "valid_from", day, "2026-01-01"))?;
    let value = read(value).ok_or_else(|| unreadable(file, line, "value", value, file.example))?;
    let mark = read_mark(mark)
        .ok_or_else(|| unknown_word(file, line, "mark", mark, "confirmed, inferred, assumed"))?;
    if source.trim().is_empty() {
        return Err(fault(file, line, "source", "rules-empty", &[]));
    }
    let figure = Figure { value, mark, source: source.to_owned(), law: None };
    Ok(Row { key: key.to_owned(), valid_from, figure })
}

/// Reads a mark; a national figure that nobody knows has no row.
pub fn read_mark(text: &str) -> Option<Mark> {
    match text {
        "confirmed" => Some(Mark::Confirmed),
        "inferred" => Some(Mark::Inferred),
        "assumed" => Some(Mark::Assumed),
        _ => None,
    }
}

/// Returns the lines below the heading with their numbers, from 1.
pub fn data_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(i, line)| (i + 1, line)).filter(|(_, line)| !line.starts_with('#')).skip(1)
}

/// A refusal of a line of a national file.
pub fn fault(
    file: &SeriesFile,
    line: usize,
    key: &str,
    problem: &'static str,
    facts: &[(&'static str, Fact)],
) -> Refusal {
    let facts = facts.to_vec();
    Refusal { file: format!("national/{}", file.name), line, key: key.to_owned(), problem, facts }
}

/// A refusal of a row with too few or too many fields.
pub fn field_count(file: &SeriesFile, line: usize, seen: usize, expected: usize) -> Refusal {
    let count = |n: usize| Fact::Count(i64::try_from(n).unwrap_or(i64::MAX));
    fault(file, line, "row", "rules-series-fields", &[("seen", count(seen)), ("expected", count(expected))])
}

/// A refusal of what cannot be read, with an example of what can.
pub fn unreadable(file: &SeriesFile, line: usize, key: &str, seen: &str, example: &str) -> Refusal {
    let text = |t: &str| Fact::Text(t.to_owned());
    fault(file, line, key, "rules-not-readable", &[("seen", text(seen)), ("example", text(example))])
}

/// A refusal of a word outside a closed list, with the list.
pub fn unknown_word(file: &SeriesFile, line: usize, key: &str, seen: &str, accepted: &str) -> Refusal {
    let text = |t: &str| Fact::Text(t.to_owned());
    fault(file, line, key, "rules-unknown-word", &[("seen", text(seen)), ("accepted", text(accepted))])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads rows below a sound head; `text` must live as long as the program, as compiled-in files do.
    fn read(text: &'static str) -> Series<u32> {
        let file = SeriesFile { name: "x.csv", text, keys: &["a", "b"], example: "15" };
        Series::read(&file, |t| t.parse().ok())
    }

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect("a day written in a test")
    }

    macro_rules! with_head {
        ($rows:literal) => {
            concat!("# Coś\n# checked-up-to: 2026-12-31\nkey;valid_from;value;mark;source\n", $rows)
        };
    }

    #[test]
    fn a_value_holds_until_the_next_row_of_its_key() {
        let series = read(with_head!(
            "a;2012-01-01;20;confirmed;s\nb;2013-01-01;7;assumed;s\na;2015-01-01;15;inferred;s\n"
        ));
        assert!(series.faults().is_empty());
        let value = |key: &str, on: &str| series.on(key, day(on)).map(|f| f.value);
        assert_eq!(value("a", "2011-12-31"), None);
        assert_eq!(value("a", "2014-12-31"), Some(20));
        assert_eq!(value("a", "2015-01-01"), Some(15));
        assert_eq!(value("b", "2026-12-31"), Some(7));
        assert_eq!(value("b", "2027-01-01"), None, "nobody checked that day");
        assert_eq!(series.next_change("a", day("2014-12-31")), Some(day("2015-01-01")));
        assert_eq!(series.next_change("a", day("2015-01-01")), None);
    }

    #[test]
    fn every_fault_of_a_file_is_told_with_its_line_and_key() {
        let told = |text: &'static str| {
            let all = read(text);
            all.faults()
                .iter()
                .map(|f| format!("{}:{} {} {}", f.file, f.line, f.key, f.problem))
                .collect::<Vec<_>>()
        };
        for (text, expected) in [
            (with_head!("a;2012-01-01;20;confirmed\n"), "national/x.csv:4 row rules-series-fields"),
            (with_head!("a;2012-01-01;20;confirmed;s;t\n"), "national/x.csv:4 row rules-series-fields"),
            (with_head!("\n"), "national/x.csv:4 row rules-series-fields"),
            (with_head!("c;2012-01-01;20;confirmed;s\n"), "national/x.csv:4 key rules-unknown-word"),
            (with_head!("a;2012-02-30;20;confirmed;s\n"), "national/x.csv:4 valid_from rules-not-readable"),
            (with_head!("a;2012-01-01;-20;confirmed;s\n"), "national/x.csv:4 value rules-not-readable"),
            (with_head!("a;2012-01-01;20;unknown;s\n"), "national/x.csv:4 mark rules-unknown-word"),
            (with_head!("a;2012-01-01;20;confirmed; \n"), "national/x.csv:4 source rules-empty"),
            (
                with_head!("a;2012-01-01;20;confirmed;s\na;2012-01-01;15;confirmed;s\n"),
                "national/x.csv:5 valid_from rules-series-order",
            ),
            (
                with_head!("a;2013-01-01;20;confirmed;s\na;2012-01-01;15;confirmed;s\n"),
                "national/x.csv:5 valid_from rules-series-order",
            ),
            ("key;valid_from;value;mark;source\n", "national/x.csv:1 checked-up-to rules-series-not-checked"),
            (
                "# checked-up-to: jutro\nkey;valid_from;value;mark;source\n",
                "national/x.csv:1 checked-up-to rules-not-readable",
            ),
        ] {
            assert_eq!(told(text), [expected], "{text}");
        }
    }
}
