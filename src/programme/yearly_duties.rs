//! What the statute asks for every year, whatever the edition: the half-year report in CAS, the report to the council.
//!
//! From `programmes/national/yearly-duties.csv`. Days only; nobody is told here whether they were kept.

use std::sync::OnceLock;

use super::refusal::Refusal;
use super::series::{
    SeriesFile, checked_up_to, data_lines, fault, field_count, read_mark, unknown_word, unreadable,
};
use super::when::When;
use super::{Mark, National};
use crate::units::Day;

/// Who has a duty.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Who {
    /// The municipality.
    Municipality,
    /// The voivode.
    Voivode,
}

impl Who {
    const WORDS: [(&'static str, Self); 2] =
        [("municipality", Self::Municipality), ("voivode", Self::Voivode)];

    /// The word of JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Voivode => "voivode",
        }
    }
}

/// A duty of every year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct YearlyDuty {
    /// Whose.
    pub who: Who,
    /// What must be done, in Polish words.
    pub event: String,
    /// How sure.
    pub mark: Mark,
    /// Source in Polish words.
    pub source: String,
    due: (bool, u32, u32),
    valid_from: Day,
}

impl YearlyDuty {
    /// Returns the last day of the duty that concerns a year; nothing before the duty was there.
    pub fn due(&self, year: i32) -> Option<Day> {
        let (next, month, day) = self.due;
        Day::new(year + i32::from(next), month, day).filter(|day| *day >= self.valid_from)
    }
}

/// All duties, compiled in.
#[derive(Debug)]
pub struct YearlyDuties {
    /// The last day for which somebody looked them through.
    pub checked_up_to: Option<Day>,
    /// The duties in the order of the file.
    pub duties: Vec<YearlyDuty>,
    faults: Vec<Refusal>,
}

const FILE: SeriesFile = SeriesFile {
    name: "yearly-duties.csv",
    text: include_str!("../../programmes/national/yearly-duties.csv"),
    keys: &[],
    example: "07-31, next 01-31",
};

impl National {
    /// Returns the duties of every year.
    pub fn yearly_duties(&self) -> &'static YearlyDuties {
        static DUTIES: OnceLock<YearlyDuties> = OnceLock::new();
        DUTIES.get_or_init(|| YearlyDuties::read(&FILE))
    }
}

impl YearlyDuties {
    fn read(file: &SeriesFile) -> Self {
        let mut all = Self { checked_up_to: None, duties: Vec::new(), faults: Vec::new() };
        match checked_up_to(file) {
            Ok(day) => all.checked_up_to = Some(day),
            Err(fault) => all.faults.push(fault),
        }
        for (line, text) in data_lines(file.text) {
            match read_row(file, line, text) {
                Ok(duty) => all.duties.push(duty),
                Err(fault) => all.faults.push(fault),
            }
        }
        all
    }

    /// Returns what is wrong with the file, line by line.
    pub fn faults(&self) -> &[Refusal] {
        &self.faults
    }
}

fn read_row(file: &SeriesFile, line: usize, text: &str) -> Result<YearlyDuty, Refusal> {
    let fields: Vec<&str> = text.split(';').collect();
    let [who, due, from, event, mark, source] = fields.as_slice() else {
        return Err(field_count(file, line, fields.len(), 6));
    };
    let known = Who::WORDS.iter().find(|(word, _)| word == who).map(|(_, who)| *who);
    let who = known.ok_or_else(|| unknown_word(file, line, "who", who, "municipality, voivode"))?;
    let term = match due.strip_prefix("next ") {
        Some(_) => When::parse(due),
        None => When::parse(&format!("next {due}")),
    };
    let Some(When::NextYear(month, day)) = term else {
        return Err(unreadable(file, line, "due", due, file.example));
    };
    let valid_from =
        Day::parse_iso(from).ok_or_else(|| unreadable(file, line, "valid_from", from, "2026-01-01"))?;
    let mark = read_mark(mark)
        .ok_or_else(|| unknown_word(file, line, "mark", mark, "confirmed, inferred, assumed"))?;
    let empty = [("event", event), ("source", source)].into_iter().find(|(_, text)| text.trim().is_empty());
    if let Some((key, _)) = empty {
        return Err(fault(file, line, key, "rules-empty", &[]));
    }
    let (event, source) = ((*event).to_owned(), (*source).to_owned());
    Ok(YearlyDuty { who, event, mark, source, due: (due.starts_with("next "), month, day), valid_from })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_half_year_reports_are_due_on_the_days_of_the_statute() {
        let all = National::built_in().yearly_duties();
        assert!(all.faults().is_empty(), "{:?}", all.faults());
        let days: Vec<String> =
            all.duties.iter().filter_map(|d| d.due(2025)).map(|day| day.to_string()).collect();
        assert_eq!(days, ["2025-07-31", "2025-08-20", "2026-01-31", "2026-02-20", "2026-03-31"]);
        assert!(all.duties.iter().all(|duty| duty.due(2010).is_none()), "no such duty before 2012");
    }

    #[test]
    fn a_row_that_cannot_be_read_is_told_with_its_line() {
        for (row, told) in [
            ("gmina;07-31;2012-03-20;X;confirmed;s", "4 who rules-unknown-word"),
            ("municipality;31 lipca;2012-03-20;X;confirmed;s", "4 due rules-not-readable"),
            ("municipality;07-31;2012-03-20; ;confirmed;s", "4 event rules-empty"),
            ("municipality;07-31;2012-03-20;X;confirmed", "4 row rules-series-fields"),
        ] {
            let text =
                format!("# X\n# checked-up-to: 2026-01-01\nwho;due;valid_from;event;mark;source\n{row}\n");
            let file = SeriesFile { name: "x.csv", text: Box::leak(text.into_boxed_str()), ..FILE };
            let faults = YearlyDuties::read(&file).faults;
            let seen: Vec<String> =
                faults.iter().map(|f| format!("{} {} {}", f.line, f.key, f.problem)).collect();
            assert_eq!(seen, [told]);
        }
    }
}
