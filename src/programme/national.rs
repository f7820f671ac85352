//! National series by day, from `programmes/national/*.csv`: minimum wages, contribution rates, the caseload limit.
//!
//! A value holds until the next row, never past the day up to which the series was checked. A series is read when it
//! is first asked for. The files are plain: comment lines with `#`, one heading, fields divided by semicolons, no
//! quotes; so they need no CSV library here.

use std::sync::OnceLock;

use super::reader::{money, percentage};
use super::{Figure, Mark};
use crate::records::Contribution;
use crate::units::{Day, Exact, Money, Month};

/// The national series compiled in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct National(());

/// Values of a series in order of days.
struct Series<T> {
    checked_up_to: Option<Day>,
    rows: Vec<Row<T>>,
}

/// A value with the first day on which it holds; `key` tells series of one file apart.
struct Row<T> {
    key: String,
    valid_from: Day,
    figure: Figure<T>,
}

impl<T: Clone> Series<T> {
    /// Reads the rows `[key;]valid_from;value;mark;source`. A row that cannot be read is left out; a test forbids it.
    fn parse(text: &str, keyed: bool, read: fn(&str) -> Option<T>) -> Self {
        let checked_up_to = text.lines().find_map(|line| line.strip_prefix("# checked-up-to: "));
        let row = |line: &str| {
            let mut fields = line.split(';');
            let key = if keyed { fields.next()? } else { "" };
            let valid_from = Day::parse_iso(fields.next()?)?;
            let value = read(fields.next()?)?;
            Some(Row { key: key.to_owned(), valid_from, figure: cited(value, fields)? })
        };
        let rows = data_lines(text).filter_map(row).collect();
        Self { checked_up_to: checked_up_to.and_then(Day::parse_iso), rows }
    }

    fn on(&self, key: &str, day: Day) -> Option<Figure<T>> {
        let covered = self.checked_up_to.is_some_and(|checked| day <= checked);
        let current = self.rows.iter().rev().find(|row| row.key == key && row.valid_from <= day);
        current.filter(|_| covered).map(|row| row.figure.clone())
    }
}

/// Returns the lines below the heading.
fn data_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#')).skip(1)
}

fn cited<'a, T>(value: T, mut fields: impl Iterator<Item = &'a str>) -> Option<Figure<T>> {
    let mark = match fields.next()? {
        "confirmed" => Mark::Confirmed,
        "inferred" => Mark::Inferred,
        "assumed" => Mark::Assumed,
        _ => return None,
    };
    Some(Figure { value, mark, source: fields.next()?.to_owned(), law: None })
}

const CASELOAD: &str = include_str!("../../programmes/national/caseload-limit.csv");
const MONTHLY: &str = include_str!("../../programmes/national/minimum-wage.csv");
const HOURLY: &str = include_str!("../../programmes/national/hourly-minimum.csv");
const CONTRIBUTIONS: &str = include_str!("../../programmes/national/employer-contributions.csv");
const VOIVODESHIPS: &str = include_str!("../../programmes/national/voivodeships.csv");
const BUDGET_NAMES: &str = include_str!("../../programmes/national/budget-names.csv");

fn families(text: &str) -> Option<u32> {
    text.parse().ok()
}

/// Reads `4666.00`: the unit is the file's.
fn amount(text: &str) -> Option<Money> {
    money(&format!("{text} PLN"))
}

impl National {
    /// Returns the series compiled in; none is read yet.
    pub fn built_in() -> Self {
        Self(())
    }

    /// Returns how many families one assistant may work with at one time (art. 15 (4) of the family support act).
    pub fn caseload_limit(&self, on: Day) -> Option<Figure<u32>> {
        static SERIES: OnceLock<Series<u32>> = OnceLock::new();
        SERIES.get_or_init(|| Series::parse(CASELOAD, false, families)).on("", on)
    }

    /// Returns the minimum wage of a full post in a month.
    pub fn minimum_wage(&self, month: Month) -> Option<Figure<Money>> {
        static SERIES: OnceLock<Series<Money>> = OnceLock::new();
        SERIES.get_or_init(|| Series::parse(MONTHLY, false, amount)).on("", month.first())
    }

    /// Returns the lowest pay for an hour under a service contract.
    pub fn hourly_minimum(&self, on: Day) -> Option<Figure<Money>> {
        static SERIES: OnceLock<Series<Money>> = OnceLock::new();
        SERIES.get_or_init(|| Series::parse(HOURLY, false, amount)).on("", on)
    }

    /// Returns the employer's rate of a contribution as a fraction of its base.
    ///
    /// Nothing for what the payer sets (accident, PPK) and for sums of several contributions.
    pub fn contribution_rate(&self, which: Contribution, on: Day) -> Option<Figure<Exact>> {
        let key = match which {
            Contribution::Pension => "emerytalna",
            Contribution::Disability => "rentowa",
            Contribution::LabourFund => "fp_fs",
            Contribution::Fgsp => "fgsp",
            _ => return None,
        };
        contributions().on(key, on)
    }

    /// Returns the accident rate of a payer with at most nine insured; a greater payer has a rate of its own.
    pub fn accident_rate_of_small_payers(&self, on: Day) -> Option<Figure<Exact>> {
        contributions().on("wypadkowa_do_9", on)
    }

    /// Returns the employer's basic rate to PPK; nothing is due where nobody takes part.
    pub fn ppk_basic_rate(&self, on: Day) -> Option<Figure<Exact>> {
        contributions().on("ppk", on)
    }

    /// Returns the name of the voivodeship whose codes begin with the two digits.
    pub fn voivodeship(&self, prefix: &str) -> Option<&'static str> {
        data_lines(VOIVODESHIPS)
            .find_map(|line| line.split_once(';').filter(|(code, _)| *code == prefix))
            .map(|v| v.1)
    }

    /// Returns the name of a budget paragraph, division or chapter.
    pub fn paragraph_name(&self, code: &str) -> Option<&'static str> {
        budget_row(code)?.next()
    }

    /// Returns the same name with its mark and source.
    pub fn paragraph(&self, code: &str) -> Option<Figure<String>> {
        let mut fields = budget_row(code)?;
        cited(fields.next()?.to_owned(), fields)
    }
}

/// Returns name, mark and source of a code.
fn budget_row(code: &str) -> Option<impl Iterator<Item = &'static str>> {
    data_lines(BUDGET_NAMES).find_map(|line| {
        let mut fields = line.split(';').skip(1);
        (fields.next()? == code).then_some(fields)
    })
}

fn contributions() -> &'static Series<Exact> {
    static SERIES: OnceLock<Series<Exact>> = OnceLock::new();
    // A rate of nothing is a rate: PPK before 2021.
    let rate = |text: &str| if text == "0.00%" { Some(Exact::zero()) } else { percentage(text) };
    SERIES.get_or_init(|| Series::parse(CONTRIBUTIONS, true, rate))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERIES: National = National(());

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect("a day written in a test")
    }

    #[test]
    fn the_caseload_limit_falls_from_twenty_to_fifteen_on_new_year_2015() {
        let limit = |on: &str| SERIES.caseload_limit(day(on)).map(|figure| figure.value);
        assert_eq!(limit("2014-12-31"), Some(20));
        assert_eq!(limit("2015-01-01"), Some(15));
        assert_eq!(limit("2011-12-31"), None);
    }

    #[test]
    fn no_value_holds_past_the_day_it_was_checked_for() {
        assert_eq!(SERIES.caseload_limit(day("2026-07-15")).map(|f| f.value), Some(15));
        assert_eq!(SERIES.caseload_limit(day("2026-07-16")), None);
        assert_eq!(SERIES.hourly_minimum(day("2028-01-01")), None);
    }

    #[test]
    fn minimum_wages_are_those_of_the_regulations() {
        let wage = |year, month| {
            SERIES.minimum_wage(Month::new(year, month).expect("a month")).map(|f| (f.value.grosze(), f.mark))
        };
        assert_eq!(wage(2023, 6), Some((349_000, Mark::Confirmed)));
        assert_eq!(wage(2023, 7), Some((360_000, Mark::Confirmed)));
        assert_eq!(wage(2022, 1), Some((301_000, Mark::Inferred)));
        assert_eq!(wage(2025, 12), Some((466_600, Mark::Confirmed)));
        assert_eq!(wage(2027, 12), Some((495_000, Mark::Confirmed)));
        assert_eq!(SERIES.hourly_minimum(day("2024-07-01")).map(|f| f.value), Some(Money::from_grosze(2810)));
        assert_eq!(SERIES.hourly_minimum(day("2016-12-31")), None);
    }

    #[test]
    fn contribution_rates_are_fractions_of_the_base() {
        let rate = |which, on: &str| SERIES.contribution_rate(which, day(on)).map(|f| f.value.to_short(6));
        assert_eq!(rate(Contribution::Pension, "2025-05-01").as_deref(), Some("0.0976"));
        assert_eq!(rate(Contribution::Disability, "2012-01-31").as_deref(), Some("0.045"));
        assert_eq!(rate(Contribution::Disability, "2012-02-01").as_deref(), Some("0.065"));
        assert_eq!(rate(Contribution::LabourFund, "2026-12-31").as_deref(), Some("0.0245"));
        assert_eq!(rate(Contribution::LabourFund, "2027-01-01"), None);
        assert_eq!(rate(Contribution::Accident, "2025-05-01"), None);
        let small = SERIES.accident_rate_of_small_payers(day("2018-03-31")).map(|f| f.value.to_short(6));
        assert_eq!(small.as_deref(), Some("0.018"));
        assert_eq!(SERIES.ppk_basic_rate(day("2020-12-31")).map(|f| f.value), Some(Exact::zero()));
    }

    #[test]
    fn the_cost_of_the_minimum_wage_comes_out_as_published() {
        for (year, gross, cost) in [(2025, 466_600, 562_160), (2026, 480_600, 579_028)] {
            let on = Day::new(year, 1, 1).expect("New Year");
            let kinds = [
                Contribution::Pension,
                Contribution::Disability,
                Contribution::LabourFund,
                Contribution::Fgsp,
            ];
            let rates = kinds.into_iter().filter_map(|which| SERIES.contribution_rate(which, on));
            let base = Money::from_grosze(gross).to_exact();
            let each = rates
                .chain(SERIES.accident_rate_of_small_payers(on))
                .map(|f| (&base * &f.value).round_half_up(2));
            let total = each.sum::<Exact>() + base.clone();
            assert_eq!(Money::from_exact(&total), Some(Money::from_grosze(cost)), "{year}");
        }
    }

    #[test]
    fn every_row_of_every_series_is_read() {
        let lines = |text: &'static str| data_lines(text).count();
        assert_eq!(Series::parse(CASELOAD, false, families).rows.len(), lines(CASELOAD));
        assert_eq!(Series::parse(MONTHLY, false, amount).rows.len(), lines(MONTHLY));
        assert_eq!(Series::parse(HOURLY, false, amount).rows.len(), lines(HOURLY));
        assert_eq!(contributions().rows.len(), lines(CONTRIBUTIONS));
        for series in [CASELOAD, MONTHLY, HOURLY, CONTRIBUTIONS] {
            assert!(series.contains("# checked-up-to: 20"), "{}", &series[..40]);
        }
        for line in data_lines(BUDGET_NAMES) {
            let code = line.split(';').nth(1).expect("a code");
            assert!(SERIES.paragraph(code).is_some(), "{code}");
        }
    }

    #[test]
    fn codes_have_their_names() {
        assert_eq!(SERIES.voivodeship("12"), Some("małopolskie"));
        assert_eq!(SERIES.voivodeship("13"), None);
        assert_eq!(data_lines(VOIVODESHIPS).count(), 16);
        assert_eq!(SERIES.paragraph_name("4010"), Some("Wynagrodzenia osobowe pracowników"));
        assert_eq!(SERIES.paragraph("4710").map(|f| f.mark), Some(Mark::Assumed));
        assert_eq!(SERIES.paragraph_name("9999"), None);
    }
}
