//! Coverage in time: an ordinary municipality settles in every month of every edition, and is told off outside.
//!
//! Made here, not written: an edition added to `programmes/` is tried by itself.

use crate::support::program::{Outcome, settle_tables};
use crate::support::workbook::Table;
use rozlicz::programme::{Catalogue, Component, Programme};
use rozlicz::units::{DayRange, Month};

/// Settles every month of an edition, and the months next to it.
pub fn check(id: &str) -> Result<(), String> {
    let programme = Catalogue::built_in().get(id).map_err(|e| e.to_string())?;
    let period = programme.period.value;
    let mut wrong = Vec::new();
    let months = period.months();
    for month in &months {
        let days = month.days().overlap(&period).ok_or("a month of the period lies in it")?;
        let outcome = settled(&programme, *month, days)?;
        wrong.extend(inside(&programme, &outcome).map(|why| format!("{month:?}: {why}")));
    }
    let before = period.first.month().first().plus_days(-1).month();
    let after = period.last.month().next();
    for month in [before, after] {
        let outcome = settled(&programme, month, month.days())?;
        wrong.extend(outside(&outcome).map(|why| format!("{month:?}, outside: {why}")));
    }
    crate::report(format!(
        "time {id:<34} {:>2} months settle, the month before and the month after do not",
        months.len()
    ));
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// Money for each component, and no error.
fn inside(programme: &Programme, outcome: &Outcome) -> Option<String> {
    let errors: Vec<&String> = outcome.findings.iter().filter(|f| f.starts_with("error ")).collect();
    if !errors.is_empty() {
        return Some(format!("{errors:?}"));
    }
    let paid = |key: &str| outcome.json["totals"][key].as_str().is_some_and(|t| t != "0.00");
    let key = |supplement| if supplement { "supplement_co_financing" } else { "employment_co_financing" };
    let unpaid = programme.components.iter().map(|c| key(c.is_supplement())).find(|key| !paid(key));
    unpaid.map(|key| format!("nothing for {key}: {}", outcome.json["totals"]))
}

/// An error that names the period, and no money.
fn outside(outcome: &Outcome) -> Option<String> {
    let said = outcome.findings.iter().any(|f| f.starts_with("error period-outside-edition "));
    let paid = outcome.json["totals"]["co_financing"].as_str().is_some_and(|t| t != "0.00");
    (!said || paid).then(|| format!("{:?} {}", outcome.findings, outcome.json["totals"]))
}

/// One assistant with a whole post, paid for the month on its last day.
fn settled(programme: &Programme, month: Month, days: DayRange) -> Result<Outcome, String> {
    let supplement = programme.components.iter().any(Component::is_supplement);
    let wages = programme.components.iter().any(|c| !c.is_supplement());
    let funded = programme.components.iter().any(|c| matches!(c, Component::FundedSupplement { .. }));
    let (first, last) = (days.first.to_string(), days.last.to_string());
    let hired = programme.period.value.first.to_string();
    let in_month = first.chars().take(7).collect::<String>();
    let mut agreement = vec![
        row(&["Pole", "Wartość"]),
        row(&["Województwo", "mazowieckie"]),
        row(&["Kod TERYT gminy", "1420992"]),
        row(&["Nazwa gminy", "Olszynki Dolne"]),
        row(&["Nazwa jednostki realizującej", "Gminny Ośrodek Pomocy Społecznej"]),
        row(&["Program", &programme.id]),
        row(&["Okres od", &first]),
        row(&["Okres do", &last]),
        row(&["Numer umowy", "1/AR"]),
        row(&["Data umowy", &last]),
    ];
    if matches!(programme.components.first(), Some(Component::MonthlySupplement { .. })) {
        agreement.push(row(&["Data złożenia wniosku", &last]));
    }
    let half = if programme.rounds.len() < 2 {
        ""
    } else if month.number <= 6 {
        "I-VI"
    } else {
        "VII-XII"
    };
    let mut funds = vec![row(&["Składnik", "Okres", "Przyznano (zł)", "Otrzymano (zł)", "Data otrzymania"])];
    for (_, name) in
        [(supplement, "dodatki"), (wages, "koszty zatrudnienia")].iter().filter(|(uses, _)| *uses)
    {
        funds.push(row(&[name, half, "99999,00", "99999,00", &last]));
    }
    let employment = vec![
        row(&["Identyfikator asystenta", "Forma zatrudnienia", "Wymiar etatu", "Zatrudniony od"]),
        row(&["A1", "umowa o pracę", "1", &hired]),
    ];
    let name =
        if funded { "Dodatek motywacyjny (zł)" } else { "Dodatek z Programu - pełna kwota brutto (zł)" };
    let amount = if supplement { "1000,00" } else { "" };
    let pay = vec![
        row(&[
            "Identyfikator asystenta",
            "Miesiąc",
            "Nominalny czas pracy (h)",
            "Godziny przepracowane (h)",
            "Wynagrodzenie zasadnicze (zł)",
            name,
            "Pochodne razem (zł)",
            "Data zapłaty",
        ]),
        row(&["A1", &in_month, "160", "160", "5000,00", amount, "1200,00", &last]),
    ];
    let mut tables =
        vec![("umowa", agreement), ("srodki", funds), ("zatrudnienie", employment), ("place", pay)];
    if !programme.open.is_empty() {
        // What nobody knows is given, as the program itself says it may be typed.
        let mut given = vec![row(&["Nazwa", "Wartość", "Podstawa", "Kto przyjął"])];
        given.extend(programme.open.iter().map(|f| row(&[&f.name, f.example, "pismo wojewody", "wojewoda"])));
        tables.push(("odczytania", given));
    }
    let tables: Vec<Table> =
        tables.into_iter().map(|(name, rows)| Table { name: name.to_owned(), rows }).collect();
    settle_tables(&tables, None)
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|c| (*c).to_owned()).collect()
}
