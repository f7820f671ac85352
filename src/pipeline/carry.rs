//! The next year's input workbook from this year's tables.

use std::path::Path;

use super::{CannotRun, Job, Run};
use crate::calc::Model;
use crate::forms::blank_input::carried::{self, Carried, Years};
use crate::grid::Book;
use crate::output;
use crate::programme::{Catalogue, Programme};
use crate::units::Day;

/// A workbook of the next year that waits to be written.
#[derive(Clone, Debug)]
pub struct NextYear {
    /// The workbook.
    pub book: Book,
    /// What it took over.
    pub carried: Carried,
    /// The year it is for.
    pub year: i32,
    /// Its edition; none: not known yet.
    pub coming: Option<String>,
}

/// What became of the wish.
#[derive(Clone, Debug)]
pub enum Made {
    /// The workbook.
    Workbook(Box<NextYear>),
    /// Nobody knows which edition this year's tables are of: the findings say why.
    NotKnown(Box<Run>),
}

/// Starts the next year from the job's inputs. `coming` names its edition; without it the edition of the same name and
/// the next year is taken where there is one.
///
/// Errors in this year's pay hinder nothing, since no payment is carried; rows with errors of their own are left out.
pub fn next_year(job: &Job, coming: Option<&str>) -> Result<Made, CannotRun> {
    let catalogue = super::catalogue(job.programmes.as_deref())?;
    let asked = coming.map(|id| catalogue.get(id)).transpose()?;
    let run = super::run(job)?;
    let (Some(from), Some(period)) = (&run.programme, run.period) else {
        return Ok(Made::NotKnown(Box::new(run)));
    };
    let year = period.last.month().year;
    let Some(end) = Day::new(year, 12, 31) else { return Ok(Made::NotKnown(Box::new(run))) };
    let to = asked.or_else(|| following(&catalogue, from, year + 1));
    if let Some(to) = to.as_ref().filter(|to| !touches(to, year + 1)) {
        let other = CannotRun::new("carry-other-year").with("id", &to.id).with("year", year + 1);
        return Err(other);
    }
    let years = Years { facts: &run.submission, from, to: to.as_ref(), end };
    let (book, carried) = carried::book(&years);
    let coming = to.map(|edition| edition.id);
    Ok(Made::Workbook(Box::new(NextYear { book, carried, year: year + 1, coming })))
}

/// Writes the workbook.
pub fn write(made: &NextYear, path: &Path, overwrite: bool) -> Result<(), CannotRun> {
    output::write(&made.book, &Model::default(), path, overwrite)?;
    Ok(())
}

/// The edition of the next year: the same one where it goes on, else that of the same name.
fn following(catalogue: &Catalogue, from: &Programme, year: i32) -> Option<Programme> {
    if touches(from, year) {
        return Some(from.clone());
    }
    let (name, _) = from.id.rsplit_once('-').filter(|(_, tail)| tail.len() == 4)?;
    catalogue.get(&format!("{name}-{year}")).ok()
}

/// Does the edition pay for days of the year?
fn touches(edition: &Programme, year: i32) -> bool {
    let days = edition.period.value;
    days.first.month().year <= year && year <= days.last.month().year
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::intake::{self, Intake};
    use crate::records::{Headings, TableId};
    use std::path::PathBuf;

    /// What the new workbook of the inputs holds, read as any input is.
    fn carried(inputs: &[PathBuf], coming: Option<&str>) -> (NextYear, Intake) {
        let job = Job { inputs: inputs.to_vec(), ..Job::default() };
        let Ok(Made::Workbook(made)) = next_year(&job, coming) else {
            panic!("the edition of these tables is known")
        };
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("nowy.xlsx");
        write(&made, &path, false).expect("written");
        (*made, intake::read(&[path]).expect("read again"))
    }

    fn errors(intake: &Intake) -> Vec<(&str, Option<String>)> {
        let errors = intake.findings.iter().filter(|f| f.severity == Severity::Error);
        errors.map(|f| (f.code.name, f.at.map(|at| intake.submission.sources.place(at)))).collect()
    }

    fn sample(name: &str) -> Vec<PathBuf> {
        vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data").join(name)]
    }

    /// A small municipality with headings of its own.
    fn office() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in [
            (
                "umowa.csv",
                "Pole;Wartość\nNazwa gminy;Olszynki\nProgram;asystent-rodziny-2025\nOkres od;2025-01-01\n\
                 Okres do;2025-12-31\nData złożenia wniosku;2025-10-20\nStopa wypadkowa (%);1,67%\n",
            ),
            (
                "zatrudnienie.csv",
                "Etat;Identyfikator asystenta;Umowa od;Umowa do;Rodzaj umowy;Dodatek stażowy (%)\n\
                 1;A1;2020-01-01;2025-04-30;umowa o pracę;5%\n1/2;A1;2025-05-01;;umowa o pracę;6%\n\
                 1;A2;2021-01-01;2025-12-31;umowa o pracę;\n3/4;A3;2022-01-01;2026-03-15;umowa o pracę;\n",
            ),
            (
                "place.csv",
                "Za miesiąc;Netto;Identyfikator asystenta;Wynagrodzenie zasadnicze (zł);Data wypłaty\n\
                 2025-01;3000,00;A1;5000,00;2025-01-31\n2025-02;3000,00;A1;5000,00;2025-02-28\n",
            ),
            (
                "rodziny.csv",
                "Identyfikator rodziny;Identyfikator asystenta;Od;Do\n\
                 R1;A1;2024-01-01;\nR2;A2;2025-01-01;\nR3;A1;2024-01-01;2025-06-30\n",
            ),
            (
                "odczytania.csv",
                "Nazwa;Wartość;Podstawa;Kto\nhours-worked;with-holiday-leave;pismo PS.1 z 3.03.2025;wojewoda\n",
            ),
        ] {
            std::fs::write(folder.path().join(name), text).expect("a table");
        }
        folder
    }

    #[test]
    fn the_new_workbook_is_read_without_an_error_where_the_edition_is_known() {
        let (made, read) = carried(&sample("gmina-2024"), None);
        assert_eq!(made.coming.as_deref(), Some("asystent-rodziny-2025"));
        assert_eq!(errors(&read), []);
        let facts = &read.submission;
        assert_eq!(facts.employments.len(), made.carried.contracts);
        assert_eq!(facts.families.len(), made.carried.families);
        assert!(facts.employments.iter().all(|e| e.to.is_none()), "ended contracts stay behind");
        assert_eq!(
            facts.agreement.programme.as_ref().map(|p| p.value.as_str()),
            Some("asystent-rodziny-2025")
        );
        // No day and no amount of the year before.
        assert!(facts.agreement.request_day_1.is_none() && facts.agreement.agreement_day.is_none());
        assert!(facts.funds.iter().all(|f| f.awarded.is_none() && f.received.is_none()));
        assert!(facts.payments.iter().all(|p| p.base.is_none() && p.paid_on.is_none()));
        assert_eq!(facts.payments.len(), 12 * made.carried.contracts);
    }

    #[test]
    fn without_an_edition_only_the_programme_and_its_days_are_missing() {
        let (made, read) = carried(&sample("gmina-2025"), None);
        assert_eq!((made.coming, made.year), (None, 2026));
        let errors = errors(&read);
        assert!(errors.iter().all(|(code, _)| *code == "required-blank"), "{errors:?}");
        assert_eq!(errors.len(), 3, "{errors:?}");
        assert!(read.submission.agreement.programme.is_none());
    }

    #[test]
    fn terms_rates_families_and_readings_go_on_and_what_ended_does_not() {
        let folder = office();
        let (made, read) = carried(&[folder.path().to_owned()], None);
        let facts = &read.submission;
        let terms: Vec<(&str, String)> = facts
            .employments
            .iter()
            .map(|e| {
                (e.assistant.value.as_str(), e.fte.as_ref().map_or_else(String::new, |f| f.value.to_short(2)))
            })
            .collect();
        assert_eq!(terms, [("A1", "0.5".to_owned()), ("A3", "0.75".to_owned())]);
        assert_eq!(
            facts.employments[0].seniority_rate.as_ref().map(|r| r.value.to_short(2)),
            Some("0.06".to_owned())
        );
        assert_eq!(
            facts.agreement.accident_rate.as_ref().map(|r| r.value.to_short(4)),
            Some("0.0167".to_owned())
        );
        assert_eq!(made.carried.ended, [("A2".to_owned(), Day::new(2025, 12, 31).expect("a day"))]);
        let families: Vec<&str> = facts.families.iter().map(|f| f.family.value.as_str()).collect();
        assert_eq!((families, made.carried.orphaned), (vec!["R1", "R2"], vec!["R2".to_owned()]));
        let basis = facts.readings[0].basis.as_ref().map(|b| b.value.as_str());
        assert_eq!(basis, Some("do potwierdzenia; w 2025 r.: pismo PS.1 z 3.03.2025"));
        // A1 the whole year, A3 until March, a person's months one under the other as the office has them.
        let months: Vec<String> =
            facts.payments.iter().map(|p| format!("{} {}", p.assistant.value, p.month.value)).collect();
        assert_eq!((months.len(), months[0].as_str(), months[14].as_str()), (15, "A1 2026-01", "A3 2026-03"));
    }

    #[test]
    fn headings_stay_as_the_office_writes_them_and_in_its_order() {
        let folder = office();
        let before = intake::read(&[folder.path().to_owned()]).expect("read").submission.headings;
        let (_, read) = carried(&[folder.path().to_owned()], None);
        let of = |all: &[Headings], id| all.iter().find(|h| h.table == id).map(|h| h.columns.clone());
        for id in [TableId::Employment, TableId::Pay, TableId::Families] {
            assert_eq!(of(&read.submission.headings, id), of(&before, id), "{id:?}");
        }
        let pay = of(&read.submission.headings, TableId::Pay).expect("pay");
        assert_eq!((pay[0].1.as_str(), pay[1].1.as_str(), pay[1].0), ("Za miesiąc", "Netto", None));
    }
}
