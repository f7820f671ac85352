//! The generated country: the same seed gives the same bytes, every municipality settles, and what the program finds is
//! what the generator worked out by arithmetic of its own.

// The generator is a program of its own and brings the random numbers that the tests share.
#![allow(clippy::duplicate_mod)]

#[path = "../examples/country/mod.rs"]
#[allow(dead_code)]
mod country;
mod support;

use std::collections::{BTreeMap, BTreeSet};

use country::{Country, places, year};
use rozlicz::finding::Severity;
use rozlicz::intake::{Document, Documents};
use rozlicz::pipeline::{self, Job};
use rozlicz::units::{Day, Money, TerytCode};
use support::files_below as files;
use support::workbook;

const EDITIONS: [&str; 3] = ["asystent-rodziny-2023", "asystent-rodziny-2024", "asystent-rodziny-2025"];

fn planned(municipalities: usize, seed: u64, edition: &str) -> Country {
    let edition = year::edition(edition).expect("an edition that can be generated");
    Country::new(municipalities, seed, edition).expect("a number of municipalities that has codes")
}

#[test]
fn the_same_seed_gives_the_same_bytes_on_one_thread_and_on_eight() {
    let folder = tempfile::tempdir().expect("a folder");
    let [one, eight, other] = ["one", "eight", "other"].map(|name| folder.path().join(name));
    planned(12, 7, EDITIONS[2]).write_all(&one, 1).expect("written");
    planned(12, 7, EDITIONS[2]).write_all(&eight, 8).expect("written");
    planned(12, 8, EDITIONS[2]).write_all(&other, 1).expect("written");
    let (one, eight, other) = (files(&one), files(&eight), files(&other));
    assert_eq!(one.len(), 13, "twelve workbooks and the register");
    assert!(one == eight, "the number of threads changes nothing");
    assert!(one.values().ne(other.values()), "another seed is another country");
}

#[test]
fn every_municipality_settles_and_the_program_finds_what_the_generator_worked_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let catalogue = pipeline::catalogue(None).expect("rules");
    for edition in EDITIONS {
        let country = planned(12, 3, edition);
        for index in 0..country.places.len() {
            country.write(index, folder.path()).expect("written");
            let made = country.municipality(index).expect("planned");
            let path = folder.path().join(country.path(index).expect("planned"));
            let name = path.display().to_string();
            let as_of = Day::new(made.agreement.reported.0, 1, 15);
            let bytes = std::fs::read(&path).expect("a file");
            let files = vec![Document { name: name.clone(), found: true, bytes }];
            let documents = Documents { files, ..Documents::default() };
            let job = Job { as_of, ..Job::default() };
            let run = pipeline::run_documents(&job, &documents, &catalogue).expect("it runs");
            let errors: Vec<_> = run.findings.iter().filter(|f| f.severity == Severity::Error).collect();
            assert!(errors.is_empty(), "{name}: {errors:?}");
            let settled = run.settled.expect("figures");
            for (supplement, node) in [
                (true, settled.totals.supplement_co_financing),
                (false, settled.totals.employment_co_financing),
            ] {
                let due: i64 = made.funds.iter().filter(|f| f.supplement == supplement).map(|f| f.due).sum();
                assert_eq!(settled.model.money(node), Money::from_grosze(due), "{name}, {supplement}");
            }
        }
    }
}

#[test]
fn the_register_holds_the_awards_and_returns_of_every_municipality() {
    let folder = tempfile::tempdir().expect("a folder");
    let country = planned(30, 5, EDITIONS[1]);
    country.write_all(folder.path(), 2).expect("written");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_path(folder.path().join("rejestr.csv"))
        .expect("a register");
    let header = reader.headers().expect("a header").clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 30);
    let sum = |names: &str| -> i64 {
        let columns: Vec<usize> = (0..header.len()).filter(|i| header[*i].starts_with(names)).collect();
        assert!(!columns.is_empty(), "{names}: {header:?}");
        let grosze = |cell: &str| cell.replace(',', "").parse::<i64>().expect("grosze");
        rows.iter().flat_map(|row| columns.iter().map(|i| grosze(&row[*i]))).sum()
    };
    let made: Vec<_> = (0..30).map(|index| country.municipality(index).expect("planned")).collect();
    let funds = || made.iter().flat_map(|m| &m.funds);
    let awarded = |supplement: bool, round: usize| -> i64 {
        let of = |f: &&country::due::Fund| f.supplement == supplement && f.round == round;
        funds().filter(of).map(|f| f.awarded).sum()
    };
    for (name, expected) in [
        ("Przyznano - dodatki I-VI (zł)", awarded(true, 0)),
        ("Przyznano - dodatki VII-XII (zł)", awarded(true, 1)),
        ("Przyznano - koszty zatrudnienia I-VI (zł)", awarded(false, 0)),
        ("Przekazano - koszty zatrudnienia VII-XII (zł)", awarded(false, 1)),
        ("Przyznano", funds().map(|f| f.awarded).sum()),
        ("Zwrócono (zł)", funds().map(|f| f.returned).sum()),
    ] {
        assert_eq!(sum(name), expected, "{name}");
    }
    for (row, made) in rows.iter().zip(&made) {
        assert_eq!(&row[0], made.place.teryt, "rows stand in the order of codes");
    }
}

#[test]
fn the_country_has_the_real_structure_and_every_size_has_codes_of_its_own() {
    for size in [1, 100, 500, places::COUNTRY, 10_000] {
        let country = planned(size, 1, EDITIONS[2]);
        let codes: BTreeSet<&str> = country.places.iter().map(|p| p.teryt.as_str()).collect();
        assert_eq!(codes.len(), size, "no code twice");
        assert!(codes.iter().all(|code| TerytCode::parse(code).is_some()));
        let paths: BTreeSet<_> = (0..size).filter_map(|index| country.path(index)).collect();
        assert_eq!(paths.len(), size, "no file twice");
    }
    let country = planned(places::COUNTRY, 1, EDITIONS[2]);
    let mut by_voivodeship: BTreeMap<&str, usize> = BTreeMap::new();
    for place in &country.places {
        *by_voivodeship.entry(place.voivodeship).or_default() += 1;
    }
    assert_eq!(by_voivodeship.len(), 16);
    assert_eq!(by_voivodeship.values().min(), Some(&71), "opolskie");
    assert_eq!(by_voivodeship.values().max(), Some(&314), "mazowieckie");
    let assistants: usize = country.places.iter().map(|p| p.assistants).sum();
    assert!((3_750..=4_050).contains(&assistants), "about 3,900 assistants: {assistants}");
    let alone = country.places.iter().filter(|p| p.assistants == 1).count();
    assert!(2 * alone > places::COUNTRY, "most have one");
    let of = |code: &str| country.places.iter().find(|p| p.teryt == code).map(|p| p.assistants);
    assert_eq!(of("1465011"), Some(200), "the capital");
    assert_eq!(of("1061011"), Some(85));
    assert_eq!(country.places.iter().map(|p| p.assistants).max(), Some(200));
}
