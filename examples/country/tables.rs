//! The tables of a municipality as an office would type them: headers of the canonical layout, text cells.

use super::Municipality;
use super::due::Fund;
use super::families::Family;
use super::money::{Grosze, zloty};
use super::people::{Absence, Assistant, Form, Pay, Terms};
use super::places::Kind;
use super::year::{Edition, day};
use crate::workbook::{Table, build, col};

/// Returns all tables.
pub fn all(edition: &Edition, made: &Municipality) -> Vec<Table> {
    let mut tables =
        vec![agreement(edition, made), funds(edition, made), employment(made), pay(edition, made)];
    let absences: Vec<(&Assistant, &Absence)> = if made.agreement.tasks {
        made.assistants.iter().flat_map(|a| a.absences.iter().map(move |absence| (a, absence))).collect()
    } else {
        // The hours typed lack them already.
        Vec::new()
    };
    if !absences.is_empty() {
        tables.push(build(
            "nieobecnosci",
            &absences,
            &[
                col("Identyfikator asystenta", true, |(a, _): &(&Assistant, &Absence)| a.id.clone()),
                col("Od", true, |(_, absence): &(&Assistant, &Absence)| day(absence.from)),
                col("Do", true, |(_, absence): &(&Assistant, &Absence)| day(absence.to)),
                col("Rodzaj", true, |(_, absence): &(&Assistant, &Absence)| absence.kind.to_owned()),
                col("Godziny", true, |(_, absence): &(&Assistant, &Absence)| absence.hours.to_string()),
            ],
        ));
    }
    tables.push(families(&made.families));
    let returned: Vec<&Fund> = made.funds.iter().filter(|f| f.returned > 0).collect();
    if !returned.is_empty() {
        let on = day((edition.year + 1, 1, 12));
        tables.push(build(
            "zwroty",
            &returned,
            &[
                col("Data", true, |_: &&Fund| on.clone()),
                col("Składnik", true, |f: &&Fund| component(f.supplement)),
                col("Okres", false, |f: &&Fund| round(edition, f.round)),
                col("Kwota główna (zł)", true, |f: &&Fund| zloty(f.returned)),
            ],
        ));
    }
    tables
}

fn agreement(edition: &Edition, made: &Municipality) -> Table {
    let (place, agreement) = (&made.place, &made.agreement);
    let unit = match place.kind {
        Kind::Urban => "Miejski Ośrodek Pomocy Społecznej",
        Kind::Rural => "Gminny Ośrodek Pomocy Społecznej",
        Kind::Mixed => "Miejsko-Gminny Ośrodek Pomocy Społecznej",
    };
    let mut rows: Vec<(&str, String)> = vec![
        ("Pole", "Wartość".to_owned()),
        ("Województwo", place.voivodeship.to_owned()),
        ("Kod TERYT gminy", place.teryt.clone()),
        ("Nazwa gminy", place.name.clone()),
        ("Nazwa jednostki realizującej", format!("{unit} {}", place.name)),
        ("Program", edition.id.to_owned()),
        ("Okres od", day((edition.year, edition.first_month, 1))),
        ("Okres do", day((edition.year, 12, 31))),
    ];
    match edition.year {
        2023 => {}
        2024 => {
            rows.push(("Data złożenia wniosku I-VI", day(agreement.request[0])));
            rows.push(("Data złożenia wniosku VII-XII", day(agreement.request[1])));
        }
        _ => rows.push(("Data złożenia wniosku", day(agreement.request[0]))),
    }
    rows.push(("Numer umowy", agreement.number.clone()));
    rows.push(("Data umowy", day(agreement.day)));
    if let Some((number, on)) = &agreement.amendment {
        rows.push(("Numer aneksu", number.clone()));
        rows.push(("Data aneksu", day(*on)));
    }
    if let Some(level) = agreement.level {
        rows.push(("Poziom dofinansowania kosztów zatrudnienia (%)", format!("{level}%")));
    }
    rows.push(("Stopa wypadkowa (%)", format!("{}%", zloty(agreement.accident))));
    for (field, name) in [
        ("Sporządził", "Malwina Przykładna"),
        ("Główny księgowy", "Żaneta Wymyślona"),
        ("Kierownik jednostki", "Gracjan Zmyślony"),
        ("Wójt/Burmistrz/Prezydent", "Teofil Umowny"),
    ] {
        rows.push((field, name.to_owned()));
    }
    Table { name: "umowa".to_owned(), rows: rows.into_iter().map(|(a, b)| vec![a.to_owned(), b]).collect() }
}

fn funds(edition: &Edition, made: &Municipality) -> Table {
    build(
        "srodki",
        &made.funds,
        &[
            col("Składnik", true, |f: &Fund| component(f.supplement)),
            col("Okres", false, |f: &Fund| round(edition, f.round)),
            col("Przyznano (zł)", true, |f: &Fund| zloty(f.awarded)),
            col("Otrzymano (zł)", true, |f: &Fund| zloty(f.awarded)),
            col("Data otrzymania", true, |_: &Fund| day((edition.year, 12, 19))),
        ],
    )
}

fn employment(made: &Municipality) -> Table {
    type Row<'a> = (&'a Assistant, &'a Terms);
    let rows: Vec<Row> =
        made.assistants.iter().flat_map(|a| a.terms.iter().map(move |terms| (a, terms))).collect();
    build(
        "zatrudnienie",
        &rows,
        &[
            col("Identyfikator asystenta", true, |(a, _): &Row| a.id.clone()),
            col("Imię i nazwisko", true, |(a, _): &Row| a.name.clone()),
            col("Forma zatrudnienia", true, |(a, _): &Row| form(a.form)),
            col("Wymiar etatu", true, |(_, t): &Row| post(t.fte)),
            col("Zatrudniony od", true, |(_, t): &Row| day(t.from)),
            col("Zatrudniony do", true, |(_, t): &Row| t.to.map_or_else(String::new, day)),
            col("Podstawa kwalifikacji", true, |(a, _): &Row| {
                format!("art. 12 ust. 1 pkt 1 lit. {}", a.qualification)
            }),
            col("Dodatek stażowy (%)", false, |(a, _): &Row| {
                if a.seniority > 0 { format!("{}%", a.seniority) } else { String::new() }
            }),
        ],
    )
}

fn pay(edition: &Edition, made: &Municipality) -> Table {
    type Row<'a> = (&'a Assistant, &'a Pay);
    // By payroll and then by assistant, as a year's payrolls follow one another.
    let mut rows: Vec<Row> =
        made.assistants.iter().flat_map(|a| a.pays.iter().map(move |pay| (a, pay))).collect();
    rows.sort_by_key(|(_, pay)| (pay.nominal == 0, pay.month));
    let amount = |grosze: Grosze| if grosze == 0 { String::new() } else { zloty(grosze) };
    let contribution = |i: usize| move |(_, pay): &Row| zloty(pay.contributions[i]);
    build(
        "place",
        &rows,
        &[
            col("Identyfikator asystenta", true, |(a, _): &Row| a.id.clone()),
            col("Miesiąc", true, |(_, p): &Row| format!("{}-{:02}", edition.year, p.month)),
            col("Nominalny czas pracy (h)", true, |(_, p): &Row| {
                if p.nominal == 0 { String::new() } else { p.nominal.to_string() }
            }),
            col("Godziny przepracowane (h)", true, |(_, p): &Row| {
                p.hours.map_or_else(String::new, |h| h.to_string())
            }),
            col("Wynagrodzenie zasadnicze (zł)", true, move |(_, p): &Row| amount(p.base)),
            col("Dodatek za wieloletnią pracę (zł)", true, move |(_, p): &Row| amount(p.seniority)),
            col("Inne składniki oskładkowane (zł)", false, move |(_, p): &Row| amount(p.other)),
            col("Inne składniki nieoskładkowane (zł)", false, move |(_, p): &Row| amount(p.exempt)),
            col("Dodatek z Programu - pełna kwota brutto (zł)", true, move |(_, p): &Row| {
                amount(p.supplement)
            }),
            col("Dodatek motywacyjny (zł)", false, move |(_, p): &Row| amount(p.motivation)),
            col("Składka emerytalna pracodawcy (zł)", true, contribution(0)),
            col("Składka rentowa pracodawcy (zł)", true, contribution(1)),
            col("Składka wypadkowa (zł)", true, contribution(2)),
            col("Składka na FP i FS (zł)", true, contribution(3)),
            col("Numer listy płac", true, |(_, p): &Row| p.list.clone()),
            col("Data zapłaty", true, |(_, p): &Row| day(p.paid)),
        ],
    )
}

fn families(families: &[Family]) -> Table {
    let yes = |yes: bool| if yes { "TAK" } else { "NIE" }.to_owned();
    build(
        "rodziny",
        families,
        &[
            col("Identyfikator rodziny", true, |f: &Family| f.id.clone()),
            col("Identyfikator asystenta", true, |f: &Family| f.assistant.clone()),
            col("Od", true, |f: &Family| day(f.from)),
            col("Do", true, |f: &Family| f.to.map_or_else(String::new, day)),
            col("Podstawa przydzielenia", true, |f: &Family| f.basis.to_owned()),
            col("Kategoria", true, |f: &Family| f.category.to_owned()),
            col("Liczba dzieci", true, |f: &Family| f.children.to_string()),
            col("Dzieci w pieczy", false, |f: &Family| f.in_care.map_or_else(String::new, |n| n.to_string())),
            col("Porady \"Za życiem\"", true, move |f: &Family| yes(f.advice)),
            col("Dzieci objęte poradami \"Za życiem\"", false, |f: &Family| {
                if f.advice { "1".to_owned() } else { String::new() }
            }),
            col("Kobieta w zagrożonej ciąży", true, move |_: &Family| yes(false)),
            col("Koordynacja wsparcia \"Za życiem\"", true, move |_: &Family| yes(false)),
            col("Data planu pracy", true, |f: &Family| day(f.plan)),
            col("Data ostatniej oceny", true, |f: &Family| f.assessed.map_or_else(String::new, day)),
            col("Przyczyna zakończenia", false, |f: &Family| f.reason.to_owned()),
            col("Monitorowanie do", false, |f: &Family| f.watched.map_or_else(String::new, day)),
        ],
    )
}

fn component(supplement: bool) -> String {
    if supplement { "dodatki" } else { "koszty zatrudnienia" }.to_owned()
}

fn round(edition: &Edition, round: usize) -> String {
    edition.rounds.get(round).map_or_else(String::new, |(_, _, name)| (*name).to_owned())
}

fn form(form: Form) -> String {
    match form {
        Form::Employment => "umowa o pracę",
        Form::Mandate => "umowa zlecenie",
        Form::Services => "umowa o świadczenie usług",
    }
    .to_owned()
}

fn post((n, d): (i64, i64)) -> String {
    if d == 1 { n.to_string() } else { format!("{n}/{d}") }
}
