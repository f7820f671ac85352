//! Agreements and the register that the voivode's office keeps of them.

use std::path::Path;

use super::money::{Grosze, zloty};
use super::places::Place;
use super::random::Random;
use super::year::{Date, Edition, day};
use super::{Municipality, Trouble};

/// Facts and habits of one municipality.
// The habits have nothing to do with each other: an enum of their sixteen mixtures would say less.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Debug)]
pub struct Agreement {
    /// Number of the contract.
    pub number: String,
    /// Its day.
    pub day: Date,
    /// Number and day of an amendment.
    pub amendment: Option<(String, Date)>,
    /// Days on which the requests were filed, by round.
    pub request: [Date; 2],
    /// Level of the contract, in per cent, where it is written into the tables.
    pub level: Option<i64>,
    /// Accident insurance, in hundredths of a per cent.
    pub accident: i64,
    /// Full supplement of a month, gross.
    pub supplement: Grosze,
    /// Last month whose supplement was paid with the others at the end of December.
    pub arrears_until: u32,
    /// Employees keep no register of hours but one of absences.
    pub tasks: bool,
    /// Pays the motivation supplement of the sibling programme.
    pub motivation: bool,
    /// The award is below what the rules give.
    pub binds: bool,
    /// Gives back what it does not use.
    pub returns: bool,
    /// Day the report came in.
    pub reported: Date,
}

impl Agreement {
    /// Makes up an agreement.
    pub fn new(r: &mut Random, place: &Place, edition: &Edition) -> Self {
        let year = edition.year;
        let to_day = |n: i64| u32::try_from(n).unwrap_or(1);
        let number =
            format!("{}/{}/AR/{year}", place.voivodeship_code, r.between(1, 9) * 1000 + r.between(1, 999));
        let request = match year {
            2023 => [(2023, 11, 22); 2],
            2024 => [(2024, 6, to_day(r.between(14, 28))), (2024, 10, to_day(r.between(14, 30)))],
            _ => [(year, 10, to_day(r.between(15, 31))); 2],
        };
        let day = match year {
            2024 => (2024, 10, to_day(r.between(1, 9))),
            _ => (year, 12, to_day(r.between(1, 12))),
        };
        let amendment =
            (year == 2024 || r.percent(20)).then(|| ("1".to_owned(), (year, 12, to_day(r.between(13, 18)))));
        Self {
            number,
            day,
            amendment,
            request,
            level: r.percent(60).then_some(edition.level - if r.percent(10) { 5 } else { 0 }),
            accident: r.pick(&[167, 167, 167, 93, 120]),
            supplement: r.pick(&[20_900, 20_900, 20_900, 20_000, 25_000, 31_250]),
            arrears_until: r.pick(&[12, 12, 9]),
            tasks: r.percent(30),
            motivation: r.percent(60),
            binds: r.percent(12),
            returns: r.percent(95),
            reported: (
                year + 1,
                1,
                if r.percent(4) { to_day(r.between(16, 22)) } else { to_day(r.between(5, 15)) },
            ),
        }
    }
}

/// A row of the register.
#[derive(Clone, Debug)]
pub struct Row {
    cells: Vec<String>,
}

impl Row {
    /// What the office knows of a municipality.
    pub fn of(made: &Municipality) -> Self {
        let agreement = &made.agreement;
        let (amendment, amended) =
            agreement.amendment.clone().map_or_else(Default::default, |(n, d)| (n, day(d)));
        let mut cells = vec![
            made.place.teryt.clone(),
            made.place.name.clone(),
            agreement.number.clone(),
            day(agreement.day),
            amendment,
            amended,
        ];
        // What was awarded was transferred.
        for _ in ["awarded", "transferred"] {
            cells.extend(made.funds.iter().map(|fund| zloty(fund.awarded)));
        }
        cells.push(zloty(made.funds.iter().map(|fund| fund.returned).sum()));
        cells.push(day(agreement.reported));
        Self { cells }
    }
}

/// The columns of an edition: amounts by component and, where there are two, by round, in the order of the funds.
fn header(edition: &Edition) -> Vec<String> {
    let first = ["Kod TERYT", "Gmina", "Numer umowy", "Data umowy", "Numer aneksu", "Data aneksu"];
    let mut header: Vec<String> = first.map(str::to_owned).to_vec();
    for done in ["Przyznano", "Przekazano"] {
        for (_, _, round) in edition.rounds {
            for component in ["dodatki", "koszty zatrudnienia"] {
                let column = format!("{done} - {component} {round}");
                header.push(format!("{} (zł)", column.trim_end()));
            }
        }
    }
    header.extend(["Zwrócono (zł)", "Data wpływu sprawozdania"].map(str::to_owned));
    header
}

/// Writes the register as semicolon separated UTF-8.
pub fn write(path: &Path, edition: &Edition, rows: &[Row]) -> Result<(), Trouble> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_path(path)?;
    writer.write_record(header(edition))?;
    for row in rows {
        writer.write_record(&row.cells)?;
    }
    writer.flush()?;
    Ok(())
}
