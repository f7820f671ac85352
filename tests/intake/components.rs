//! Columns of components of pay, by the names that payrolls give them.

use rozlicz::programme::pay_components::{self, PayClass};
use rozlicz::units::Money;

use crate::make::{codes, find, folder, read_one, workbook};

const FIRST: [&str; 3] = ["Identyfikator asystenta", "Miesiąc", "Data zapłaty"];

/// Reads one row of `Płace` with these further columns.
fn pay(columns: &[(&str, &str)]) -> rozlicz::intake::Intake {
    let dir = folder();
    let headers: Vec<&str> = FIRST.into_iter().chain(columns.iter().map(|c| c.0)).collect();
    let values: Vec<&str> =
        ["A1", "2025-03", "2025-03-31"].into_iter().chain(columns.iter().map(|c| c.1)).collect();
    read_one(&workbook(&dir, "dane.xlsx", "Lista płac", &[&headers, &values]))
}

#[test]
fn every_name_is_read_with_and_without_its_unit_in_any_dress() {
    for component in pay_components::built_in() {
        for name in &component.names {
            for header in [(*name).to_owned(), format!("{} (zł)", name.to_uppercase()), format!("{name}:")] {
                let mut columns = vec![(header.as_str(), "123,45")];
                if component.key != "base" {
                    columns.push(("Wynagrodzenie zasadnicze (zł)", "1,00"));
                }
                let intake = pay(&columns);
                let payment = &intake.submission.payments[0];
                let own = payment.components.iter().find(|(c, _)| c.key == component.key).map(|(_, m)| m);
                let canonical = match component.key {
                    "base" => payment.base.as_ref(),
                    "seniority" => payment.seniority.as_ref(),
                    _ => None,
                };
                let read = own.or(canonical).map(|m| (m.value, m.at.column));
                assert_eq!(read, Some((Money::from_grosze(12_345), 3)), "{header}");
            }
        }
    }
}

#[test]
fn columns_of_one_component_keep_their_cells() {
    let intake = pay(&[
        ("Płaca zasadnicza", "5000,00"),
        ("Premia", "100,00"),
        ("Premia kwartalna", "250,50"),
        ("Zasiłek opiekuńczy", ""),
    ]);
    let payment = &intake.submission.payments[0];
    let read: Vec<(PayClass, i64, u32)> =
        payment.components.iter().map(|(c, m)| (c.class, m.value.grosze(), m.at.column)).collect();
    assert_eq!(
        read,
        [(PayClass::OtherContributory, 10_000, 4), (PayClass::OtherContributory, 25_050, 5)],
        "a blank benefit is no amount"
    );
}

#[test]
fn one_header_twice_is_named() {
    let intake = pay(&[("Nagroda", "1,00"), ("NAGRODA (zł)", "2,00"), ("Wynagrodzenie zasadnicze", "5,00")]);
    assert_eq!(find(&intake, "duplicate-header").at.map(|at| at.to_string()).as_deref(), Some("E1"));
    let two = pay(&[("Wynagrodzenie zasadnicze", "5000,00"), ("Płaca zasadnicza", "4500,00")]);
    assert!(codes(&two).contains(&"duplicate-header"), "which of the two was paid nobody can tell");
}

/// Which component the header names, or what was said of it.
fn named(header: &str) -> String {
    let intake = pay(&[(header, "123,45"), ("Wynagrodzenie zasadnicze (zł)", "5000,00")]);
    let own = intake.submission.payments[0].components.first().map(|(c, _)| c.key.to_owned());
    own.unwrap_or_else(|| codes(&intake).into_iter().filter(|c| *c != "missing-table").collect())
}

#[test]
fn names_with_figures_and_shortened_words_are_read_as_offices_write_them() {
    for (header, key) in [
        ("13-tka", "thirteenth"),
        ("13 pensja", "thirteenth"),
        ("13. wynagrodzenie (zł)", "thirteenth"),
        ("Dodatkowe wynagrodzenie roczne (13)", "thirteenth"),
        ("Dodatkowe wynagrodzenie roczne za 2024", "thirteenth"),
        ("Dodatkowe wynagrodzenie roczne za 2024 r. (zł)", "thirteenth"),
        ("50% nadgodziny", "overtime"),
        ("2. Nagroda", "award"),
        ("Wynagr. za urlop", "holiday_pay"),
        ("Nagr. jubileuszowa", "jubilee"),
        ("Nagroda jubileuszowa 25 lat", "jubilee"),
        ("Jubileuszowa", "jubilee"),
        ("Zas. chorobowy", "sickness_benefit"),
        ("Zasiłek chor. ZUS", "sickness_benefit"),
        ("Świadczenie rehab.", "rehabilitation_benefit"),
        ("Świadczenie rehab. (zł)", "rehabilitation_benefit"),
    ] {
        assert_eq!(named(header), key, "{header}");
    }
}

#[test]
fn an_unknown_column_of_amounts_is_warned_of_with_its_sum() {
    assert_eq!(named("13 dodatkowa nagroda"), "unread-amounts");
    // May be sick pay or the employee's contribution: nobody can tell from the name.
    assert_eq!(named("Chorobowe"), "unread-amounts");
    assert_eq!(named("Do wypłaty"), "unknown-columns");
    let intake = pay(&[("Nieznany składnik", "1123,45"), ("Wynagrodzenie zasadnicze (zł)", "5000,00")]);
    let seen = format!("{:?}", find(&intake, "unread-amounts").seen)
        .replace(['\u{a0}', '\u{202f}'], " ")
        .replace("\\u{a0}", " ");
    assert!(seen.contains("Nieznany składnik (1 123,45 zł)"), "{seen}");
}

/// What else a payroll holds is carried past with one note and is never taken for a slip of the pen.
#[test]
fn the_other_columns_of_a_payroll_are_no_slips() {
    let others = [
        "Składka chorobowa",
        "Składka zdrowotna",
        "Zaliczka PIT",
        "Do wypłaty",
        "Wynagrodzenie netto",
        "Potrącenia",
        "Zasiłek rodzinny",
        "Zasiłek pielęgnacyjny",
        "Dieta",
        "Delegacje",
        "Ryczałt samochodowy",
        "Liczba dni urlopu",
        "Liczba godzin nadliczbowych",
        "ZFŚS",
        "Pożyczka",
        "Podstawa wymiaru składek",
        "Stawka zaszeregowania",
        "Wynagrodzenie ze stosunku pracy",
        "Chorobowe",
        "Urlop",
    ];
    let mut columns: Vec<(&str, &str)> = others.into_iter().map(|name| (name, "1,00")).collect();
    columns.push(("Wynagrodzenie zasadnicze", "5000,00"));
    let intake = pay(&columns);
    let found: Vec<&str> = codes(&intake).into_iter().filter(|c| *c != "missing-table").collect();
    assert_eq!(found, ["unknown-columns"]);
    assert!(intake.submission.payments[0].components.is_empty());
}
