//! What past years tell about awards: how much of a request was granted, and in which month the money came.
//!
//! Two plain files of `programmes/national`, as all national series: every row with mark and source, an unknown word
//! refused with its line. Experience, not law: an estimate offers it as an assumption that the municipality may change.

use std::sync::LazyLock;

use super::Figure;
use super::refusal::Refusal;
use super::series::{
    SeriesFile, checked_up_to, data_lines, fault, field_count, read_mark, unknown_word, unreadable,
};
use crate::records::{FundComponent, HalfYear};
use crate::units::Exact;

const CUTS: SeriesFile = SeriesFile {
    name: "award-cuts.csv",
    text: include_str!("../../programmes/national/award-cuts.csv"),
    keys: &["dodatki", "koszty zatrudnienia"],
    example: "59010032.05",
};

const ARRIVALS: SeriesFile = SeriesFile {
    name: "award-arrivals.csv",
    text: include_str!("../../programmes/national/award-arrivals.csv"),
    keys: &["cały", "I-VI", "VII-XII"],
    example: "12",
};

/// What was granted of what was asked for: amounts in złoty, or the shares of the cost asked for and granted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cut {
    /// The year the money was for.
    pub year: i32,
    /// Which component.
    pub component: FundComponent,
    /// Asked for; above zero.
    pub asked: Exact,
    /// Granted, in the same unit; from zero to what was asked for.
    pub given: Figure<Exact>,
}

impl Cut {
    /// Returns the share of the request that was granted, from zero to one.
    pub fn share(&self) -> Exact {
        self.given.value.checked_div(&self.asked).unwrap_or_else(Exact::one)
    }
}

/// When the money of a year came.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Arrival {
    /// The year the money was for.
    pub year: i32,
    /// Which part; none where the edition has one.
    pub round: Option<HalfYear>,
    /// Month of that year, 1 to 12.
    pub month: Figure<u32>,
}

struct Read<T> {
    rows: Vec<T>,
    faults: Vec<Refusal>,
}

/// Returns the cuts known, by year and component.
pub fn cuts() -> &'static [Cut] {
    &read_cuts().rows
}

/// Returns the months in which money came, by year and part.
pub fn arrivals() -> &'static [Arrival] {
    &read_arrivals().rows
}

/// Returns what is wrong with the two files, line by line. A row that cannot be read gives nothing.
pub fn faults() -> Vec<Refusal> {
    [read_cuts().faults.as_slice(), read_arrivals().faults.as_slice()].concat()
}

fn read_cuts() -> &'static Read<Cut> {
    static READ: LazyLock<Read<Cut>> = LazyLock::new(|| read(&CUTS, cut, |c| (c.year, c.component as u8)));
    &READ
}

fn read_arrivals() -> &'static Read<Arrival> {
    static READ: LazyLock<Read<Arrival>> =
        LazyLock::new(|| read(&ARRIVALS, arrival, |a| (a.year, a.round.map_or(0, |half| 1 + half as u8))));
    &READ
}

fn read<T>(
    file: &SeriesFile,
    row: fn(&SeriesFile, usize, &[&str]) -> Result<T, Refusal>,
    order: fn(&T) -> (i32, u8),
) -> Read<T> {
    let mut read = Read { rows: Vec::new(), faults: checked_up_to(file).err().into_iter().collect() };
    for (line, text) in data_lines(file.text) {
        let fields: Vec<&str> = text.split(';').collect();
        match row(file, line, &fields) {
            Ok(new) if read.rows.last().is_some_and(|last| order(last) >= order(&new)) => {
                read.faults.push(fault(file, line, "year", "rules-series-order", &[]));
            }
            Ok(new) => read.rows.push(new),
            Err(fault) => read.faults.push(fault),
        }
    }
    read
}

fn cut(file: &SeriesFile, line: usize, fields: &[&str]) -> Result<Cut, Refusal> {
    let [year, component, asked, given, mark, source] = fields else {
        return Err(field_count(file, line, fields.len(), 6));
    };
    let component = [FundComponent::Supplement, FundComponent::EmploymentCost]
        .into_iter()
        .find(|c| c.word() == *component)
        .ok_or_else(|| unknown_word(file, line, "component", component, &file.keys.join(", ")))?;
    let amount = |key: &str, text: &str| {
        Exact::parse_decimal(text)
            .filter(|n| !n.is_negative())
            .ok_or_else(|| unreadable(file, line, key, text, file.example))
    };
    let (asked_for, granted) = (amount("asked", asked)?, amount("given", given)?);
    if asked_for.is_zero() {
        return Err(unreadable(file, line, "asked", asked, file.example));
    }
    if granted > asked_for {
        return Err(unreadable(file, line, "given", given, asked));
    }
    let given = figure(file, line, granted, mark, source)?;
    Ok(Cut { year: read_year(file, line, year)?, component, asked: asked_for, given })
}

fn arrival(file: &SeriesFile, line: usize, fields: &[&str]) -> Result<Arrival, Refusal> {
    let [year, round, month, mark, source] = fields else {
        return Err(field_count(file, line, fields.len(), 5));
    };
    let round = match *round {
        "cały" => None,
        "I-VI" => Some(HalfYear::First),
        "VII-XII" => Some(HalfYear::Second),
        other => return Err(unknown_word(file, line, "round", other, &file.keys.join(", "))),
    };
    let number: u32 = month
        .parse()
        .ok()
        .filter(|n| (1..=12).contains(n))
        .ok_or_else(|| unreadable(file, line, "month", month, file.example))?;
    let month = figure(file, line, number, mark, source)?;
    Ok(Arrival { year: read_year(file, line, year)?, round, month })
}

fn read_year(file: &SeriesFile, line: usize, text: &str) -> Result<i32, Refusal> {
    let year = text.parse().ok().filter(|year| (2012..2100).contains(year));
    year.ok_or_else(|| unreadable(file, line, "year", text, "2025"))
}

fn figure<T>(
    file: &SeriesFile,
    line: usize,
    value: T,
    mark: &str,
    source: &str,
) -> Result<Figure<T>, Refusal> {
    let mark = read_mark(mark)
        .ok_or_else(|| unknown_word(file, line, "mark", mark, "confirmed, inferred, assumed"))?;
    if source.trim().is_empty() {
        return Err(fault(file, line, "source", "rules-empty", &[]));
    }
    Ok(Figure { value, mark, source: source.to_owned(), law: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_compiled_in_are_read_whole() {
        assert_eq!(faults(), []);
        assert_eq!(cuts().len(), data_lines(CUTS.text).count());
        assert_eq!(arrivals().len(), data_lines(ARRIVALS.text).count());
    }

    #[test]
    fn the_cuts_are_those_that_were_published() {
        let share = |year, component| {
            let cut = cuts().iter().find(|c| c.year == year && c.component == component).expect("a cut");
            cut.share().to_fixed(5)
        };
        assert_eq!(share(2017, FundComponent::EmploymentCost), "1.00000");
        assert_eq!(share(2019, FundComponent::EmploymentCost), "0.83496");
        assert_eq!(share(2022, FundComponent::Supplement), "1.00000");
        assert_eq!(share(2023, FundComponent::EmploymentCost), "0.95625");
        let months: Vec<(i32, u32)> =
            arrivals().iter().filter(|a| a.year >= 2024).map(|a| (a.year, a.month.value)).collect();
        assert_eq!(months, [(2024, 10), (2024, 12), (2025, 12)]);
    }

    #[test]
    fn a_bad_row_is_refused_with_its_line_and_field() {
        const HEAD: &str = "# checked-up-to: 2026-10-10\na;b\n";
        let told = |faults: Vec<Refusal>| -> Vec<String> {
            faults.iter().map(|f| format!("{} {} {}", f.line, f.key, f.problem)).collect()
        };
        let of_cut = |row: &str| {
            let text: &'static str = format!("{HEAD}{row}\n").leak();
            told(read(&SeriesFile { text, ..CUTS }, cut, |c| (c.year, c.component as u8)).faults)
        };
        for (row, what) in [
            ("2019;dodatki;1;1;confirmed", "3 row rules-series-fields"),
            ("2019;premie;1;1;confirmed;s", "3 component rules-unknown-word"),
            ("2019;dodatki;0;0;confirmed;s", "3 asked rules-not-readable"),
            ("2019;dodatki;x;0;confirmed;s", "3 asked rules-not-readable"),
            ("2019;dodatki;10;11;confirmed;s", "3 given rules-not-readable"),
            ("2019;dodatki;10;10;sure;s", "3 mark rules-unknown-word"),
            ("2019;dodatki;10;10;confirmed; ", "3 source rules-empty"),
            ("rok;dodatki;10;10;confirmed;s", "3 year rules-not-readable"),
            ("2019;dodatki;10;10;confirmed;s\n2019;dodatki;10;9;confirmed;s", "4 year rules-series-order"),
        ] {
            assert_eq!(of_cut(row), [what], "{row}");
        }
        let of_arrival = |row: &str| {
            let text: &'static str = format!("{HEAD}{row}\n").leak();
            told(read(&SeriesFile { text, ..ARRIVALS }, arrival, |a| (a.year, 0)).faults)
        };
        for (row, what) in [
            ("2025;cały;13;inferred;s", "3 month rules-not-readable"),
            ("2025;pół;12;inferred;s", "3 round rules-unknown-word"),
            ("2025;cały;12;inferred", "3 row rules-series-fields"),
        ] {
            assert_eq!(of_arrival(row), [what], "{row}");
        }
    }
}
