//! The figures of every edition against expectations written by hand from the gazette and the notices.
//!
//! A figure that changes here changes what municipalities are told to return: never adjust an expectation to make a
//! test pass without the text of the programme at hand.

use rozlicz::programme::{
    Catalogue, Component, Figure, Mark,
    Mark::{Assumed, Confirmed, Inferred},
    OwnShareScope, Programme, WageBase,
};
use rozlicz::records::{ContractForm, HalfYear};
use rozlicz::units::{Day, DayRange, Exact, Money};

fn edition(id: &str) -> Programme {
    Catalogue::built_in().get(id).expect("an edition compiled in")
}

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect("a day written in a test")
}

fn range(first: &str, last: &str) -> DayRange {
    DayRange::new(day(first), day(last)).expect("a range written in a test")
}

fn zlote(amount: i64) -> Money {
    Money::from_grosze(amount * 100)
}

fn percent(number: i64) -> Exact {
    Exact::ratio(number, 100).expect("a hundred is not zero")
}

/// Value and mark; the source must be there and name what it is expected to name.
fn is<T: PartialEq + std::fmt::Debug>(figure: &Figure<T>, value: &T, mark: Mark, source: &str) {
    assert_eq!((&figure.value, figure.mark), (value, mark), "{}", figure.source);
    assert!(figure.source.contains(source), "{} does not name {source}", figure.source);
}

#[test]
fn edition_2019_pays_a_share_of_gross_pay_under_a_ceiling() {
    let programme = edition("asystent-rodziny-2019");
    let [Component::WageShareUnderCeiling { base, by_contract, .. }] = &programme.components[..] else {
        unreachable!("shape A has one component: {:?}", programme.components)
    };
    let source = "ogłoszenie programu z 17 lipca 2019 r.";
    is(base, &WageBase::Gross, Inferred, "ogłoszenia 2017-2019 mówią „wynagrodzenie brutto”");
    let [employment, service] = &by_contract[..] else { unreachable!("two forms of contract") };
    assert_eq!((employment.form, service.form), (ContractForm::Employment, ContractForm::Service));
    is(&employment.share, &percent(60), Confirmed, source);
    is(&employment.ceiling, &zlote(1900), Confirmed, source);
    is(&service.share, &percent(27), Confirmed, source);
    is(&service.ceiling, &zlote(800), Confirmed, source);
    is(&programme.period, &range("2019-01-01", "2019-12-31"), Confirmed, source);
    assert_eq!(programme.payment_deadline.mark, Inferred);
    assert_eq!(programme.revenue_paragraph.mark, Inferred, "the split of sources in 2019 is not known");
}

fn one_off(programme: &Programme, amount: i64, on: &str, scope: (OwnShareScope, Mark)) {
    let Component::OneOffSupplement { amount: of, reference_day, share_of_cost, own_share_scope, .. } =
        &programme.components[0]
    else {
        unreachable!("the supplement stands first: {:?}", programme.components)
    };
    is(of, &zlote(amount), Confirmed, "");
    is(reference_day, &day(on), Confirmed, "");
    is(share_of_cost, &percent(80), Confirmed, "");
    assert_eq!((own_share_scope.value, own_share_scope.mark), scope);
}

/// Decimals of the post with their mark, and whether readiness is asked for.
fn post_and_readiness(programme: &Programme) -> (Option<(u32, Mark)>, bool) {
    let Component::OneOffSupplement { fte_decimals, readiness, .. } = &programme.components[0] else {
        unreachable!("the supplement stands first: {:?}", programme.components)
    };
    (fte_decimals.as_ref().map(|figure| (figure.value, figure.mark)), *readiness)
}

#[test]
fn edition_2021_pays_two_thousand_by_the_post_on_22_october() {
    let programme = edition("asystent-rodziny-2021");
    assert_eq!(programme.components.len(), 1);
    one_off(&programme, 2000, "2021-10-22", (OwnShareScope::Municipality, Confirmed));
    assert_eq!(post_and_readiness(&programme), (Some((2, Inferred)), true));
    is(&programme.period, &range("2021-10-22", "2021-12-31"), Confirmed, "Tokarnia");
    is(&programme.payment_deadline, &day("2021-12-31"), Confirmed, "Tokarnia");
}

#[test]
fn edition_2022_pays_three_thousand_by_the_post_on_18_november() {
    let programme = edition("asystent-rodziny-2022");
    assert_eq!(programme.components.len(), 1);
    one_off(&programme, 3000, "2022-11-18", (OwnShareScope::Municipality, Confirmed));
    assert_eq!(post_and_readiness(&programme), (Some((2, Confirmed)), true));
    is(&programme.period, &range("2022-11-18", "2022-12-31"), Assumed, "dni nie znaleziono");
    is(&programme.payment_deadline, &day("2022-12-31"), Assumed, "dnia nie znaleziono");
}

#[test]
fn edition_2023_adds_a_share_of_november_and_december() {
    let programme = edition("asystent-rodziny-2023");
    one_off(&programme, 2000, "2023-11-22", (OwnShareScope::Assistant, Assumed));
    assert_eq!(post_and_readiness(&programme), (None, false));
    let [_, Component::WageShare { base, ceiling, months, .. }] = &programme.components[..] else {
        unreachable!("shape C has two components: {:?}", programme.components)
    };
    let source = "M.P. 2023 poz. 1275, rozdział";
    is(base, &WageBase::BaseAndSeniorityWithContributions, Confirmed, source);
    is(ceiling, &percent(80), Confirmed, source);
    assert_eq!(*months, Some(range("2023-11-01", "2023-12-31")));
    is(&programme.period, &range("2023-11-01", "2023-12-31"), Confirmed, "wytyczne do umowy, pkt 3");
    is(&programme.payment_deadline, &day("2023-12-31"), Confirmed, "wytyczne do umowy, pkt 8");
    terms(&programme, 30, 15);
}

fn terms(programme: &Programme, report: u32, back: u32) {
    let days = |figure: &Option<Figure<u32>>| figure.as_ref().map(|f| (f.value, f.mark));
    assert_eq!(days(&programme.report_days), Some((report, Confirmed)));
    assert_eq!(days(&programme.return_days), Some((back, Confirmed)));
}

fn monthly(programme: &Programme, act: &str) {
    let [
        Component::MonthlySupplement { amount, hours, share_of_cost, own_share_scope },
        Component::WageShare { base, ceiling, months, .. },
    ] = &programme.components[..]
    else {
        unreachable!("shape D has two components: {:?}", programme.components)
    };
    is(amount, &zlote(200), Confirmed, &format!("{act}, rozdziały 2 i 7.1"));
    is(hours, &Exact::whole(120), Confirmed, &format!("{act}, rozdziały 4 i 7.1"));
    is(share_of_cost, &percent(80), Confirmed, &format!("{act}, rozdział 7.1"));
    is(own_share_scope, &OwnShareScope::AssistantMonth, Assumed, "poziomu nie określono");
    is(base, &WageBase::BaseAndSeniorityWithContributions, Confirmed, &format!("{act}, rozdział 7"));
    is(ceiling, &percent(30), Confirmed, &format!("{act}, rozdziały 4 i 7.2"));
    assert_eq!(*months, None);
    let hours_of_month = programme.service_fte_from_hours.as_ref().expect("said in note 1");
    is(hours_of_month, &true, Confirmed, &format!("{act}, przypis 1 do rozdziału 2"));
}

#[test]
fn edition_2024_has_two_rounds_and_a_month_to_report() {
    let programme = edition("asystent-rodziny-2024");
    monthly(&programme, "M.P. 2023 poz. 1462");
    let rounds: Vec<_> = programme.rounds.iter().map(|round| (round.half_year, round.period)).collect();
    assert_eq!(
        rounds,
        [
            (Some(HalfYear::First), range("2024-01-01", "2024-06-30")),
            (Some(HalfYear::Second), range("2024-07-01", "2024-12-31")),
        ]
    );
    is(&programme.payment_deadline, &day("2024-12-31"), Confirmed, "wytyczne do umowy");
    terms(&programme, 30, 15);
}

#[test]
fn edition_2025_has_one_round_and_fifteen_days_to_report() {
    let programme = edition("asystent-rodziny-2025");
    monthly(&programme, "M.P. 2025 poz. 1093");
    let rounds: Vec<_> = programme.rounds.iter().map(|round| (round.half_year, round.period)).collect();
    assert_eq!(rounds, [(None, range("2025-01-01", "2025-12-31"))]);
    is(&programme.payment_deadline, &day("2025-12-31"), Confirmed, "wytyczne do umowy");
    terms(&programme, 15, 15);
}

#[test]
fn the_sibling_is_wholly_funded_and_settled_by_calendar_year() {
    let programme = edition("dodatek-motywacyjny-2024-2027");
    let [Component::FundedSupplement { amount }] = &programme.components[..] else {
        unreachable!("shape E has one component: {:?}", programme.components)
    };
    is(amount, &zlote(1000), Confirmed, "M.P. 2024 poz. 504, część V pkt 1");
    is(&programme.period, &range("2024-07-01", "2027-12-31"), Confirmed, "część IV pkt 6");
    assert!(programme.sibling && programme.settled_yearly());
    let of_year = |first, last| programme.payment_deadline_for(range(first, last)).value;
    assert_eq!(of_year("2024-07-01", "2024-12-31"), day("2024-12-31"));
    assert_eq!(of_year("2026-01-01", "2026-06-30"), day("2026-12-31"));
    assert_eq!(of_year("2027-01-01", "2027-12-31"), day("2027-12-31"));
    assert_eq!(programme.service_fte_from_hours, None, "employment contracts only");
}

#[test]
fn an_edition_of_one_year_has_its_own_last_payment_day_whatever_is_settled() {
    let programme = edition("asystent-rodziny-2024");
    let first_half = programme.payment_deadline_for(range("2024-01-01", "2024-06-30"));
    assert_eq!(first_half, programme.payment_deadline);
}

#[test]
fn labour_fund_money_is_revenue_in_2690_and_the_grant_in_2030() {
    for id in Catalogue::built_in().ids() {
        let programme = edition(id);
        let paragraph = if programme.sibling { "2030" } else { "2690" };
        assert_eq!(programme.revenue_paragraph.value, paragraph, "{id}");
        is(&programme.division, &"855".to_owned(), Confirmed, "Dz.U. 2016 poz. 1121");
        is(&programme.chapter, &"85504".to_owned(), Confirmed, "Dz.U. 2016 poz. 1121");
    }
}

#[test]
fn every_edition_names_its_form() {
    for (id, form) in [
        ("asystent-rodziny-2019", "f6-rozliczenie-koncowe"),
        ("asystent-rodziny-2021", "f6-rozliczenie-koncowe"),
        ("asystent-rodziny-2022", "f6-rozliczenie-koncowe"),
        ("asystent-rodziny-2023", "asystent-rodziny-2023"),
        ("asystent-rodziny-2024", "asystent-rodziny-2024"),
        ("asystent-rodziny-2025", "asystent-rodziny-2025"),
        ("dodatek-motywacyjny-2024-2027", "f6-rozliczenie-koncowe"),
    ] {
        assert_eq!(edition(id).form, form);
    }
}

#[test]
fn open_clauses_are_readings_with_a_name_and_none_is_confirmed() {
    for (id, name, mark) in [
        ("asystent-rodziny-2019", "wage-base", Inferred),
        ("asystent-rodziny-2023", "service-pay", Assumed),
        ("asystent-rodziny-2024", "request-days", Inferred),
        ("asystent-rodziny-2024", "hours-worked", Assumed),
        ("asystent-rodziny-2025", "supplement-cost", Inferred),
        ("asystent-rodziny-2025", "days-counted", Mark::Unknown),
        ("dodatek-motywacyjny-2024-2027", "binding-award", Assumed),
    ] {
        let programme = edition(id);
        let reading = programme.readings.iter().find(|reading| reading.name == name);
        assert_eq!(reading.map(|reading| reading.mark), Some(mark), "{id}: {name}");
        assert!(programme.readings.iter().all(|reading| reading.mark != Confirmed), "{id}");
    }
}
