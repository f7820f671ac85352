//! The figures of every edition against expectations written by hand from the gazette and the notices.
//!
//! A figure that changes here changes what municipalities are told to return: never adjust an expectation to make a
//! test pass without the text of the programme at hand.

use rozlicz::programme::{
    Catalogue, Component, Figure, Mark,
    Mark::{Assumed, Confirmed, Inferred},
    OwnShareScope, Programme, WageBase,
};
use rozlicz::records::{ContractForm, HalfYear, Position};
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

/// Share and ceiling of a position and form, each with its mark.
fn share_of(programme: &Programme, position: Position, form: ContractForm) -> ((Exact, Mark), (Money, Mark)) {
    let [Component::WageShareUnderCeiling { by_contract, .. }] = &programme.components[..] else {
        unreachable!("shape A has one component: {:?}", programme.components)
    };
    let rule = by_contract.iter().find(|rule| (rule.position, rule.form) == (position, form));
    let rule = rule.expect("every edition of shape A has both forms");
    let (share, ceiling) = (&rule.share, &rule.ceiling);
    ((share.value.clone(), share.mark), (ceiling.value, ceiling.mark))
}

const UNKNOWN: ((i64, Mark), (i64, Mark)) = ((0, Mark::Unknown), (0, Mark::Unknown));

/// The notices and the press, year by year (domain file, section 3): percent and grosze. Zero stands for unknown.
#[test]
fn editions_of_shape_a_pay_what_notices_and_press_say() {
    use ContractForm::{Employment, Service};
    use Position::{Assistant, Coordinator};
    let full = |ceiling| ((100, Inferred), ceiling);
    let expected = [
        ("2012-1", Assistant, [((70, Confirmed), (126_840, Confirmed)); 2]),
        ("2012-2", Assistant, [((100, Confirmed), (250_000, Confirmed)); 2]),
        ("2013", Assistant, [((100, Confirmed), (250_000, Confirmed)); 2]),
        ("2013", Coordinator, [full((175_000, Confirmed)); 2]),
        ("2014", Assistant, [((100, Confirmed), (250_000, Confirmed)); 2]),
        ("2014", Coordinator, [full((125_000, Confirmed)); 2]),
        ("2015", Assistant, [((0, Mark::Unknown), (250_000, Inferred)); 2]),
        ("2015", Coordinator, [UNKNOWN; 2]),
        ("2016", Assistant, [full((250_000, Confirmed)), full((250_000, Inferred))]),
        ("2016", Coordinator, [full((185_000, Confirmed)), full((185_000, Inferred))]),
        (
            "2017",
            Assistant,
            [((67, Confirmed), (210_000, Confirmed)), ((50, Confirmed), (150_000, Confirmed))],
        ),
        (
            "2017",
            Coordinator,
            [((0, Mark::Unknown), (200_000, Confirmed)), ((0, Mark::Unknown), (140_000, Confirmed))],
        ),
        (
            "2018",
            Assistant,
            [((67, Confirmed), (210_000, Confirmed)), ((33, Confirmed), (100_000, Confirmed))],
        ),
        ("2018", Coordinator, [UNKNOWN; 2]),
        (
            "2019",
            Assistant,
            [((60, Confirmed), (190_000, Confirmed)), ((27, Confirmed), (80_000, Confirmed))],
        ),
        (
            "2019",
            Coordinator,
            [((60, Confirmed), (190_000, Confirmed)), ((27, Confirmed), (80_000, Confirmed))],
        ),
    ];
    for (year, position, forms) in expected {
        let programme = edition(&format!("asystent-rodziny-{year}"));
        for (form, ((share, share_mark), (ceiling, ceiling_mark))) in
            [Employment, Service].into_iter().zip(forms)
        {
            let seen = share_of(&programme, position, form);
            let wanted = ((percent(share), share_mark), (Money::from_grosze(ceiling), ceiling_mark));
            assert_eq!(seen, wanted, "{year} {position:?} {form:?}");
        }
    }
    for year in ["2012-1", "2012-2"] {
        assert!(!edition(&format!("asystent-rodziny-{year}")).pays_for(Coordinator), "{year}");
    }
}

#[test]
fn the_cost_holds_contributions_to_2016_and_is_gross_pay_to_2019() {
    let with = WageBase::GrossWithContributions;
    for (year, base, mark) in [
        ("2012-1", with, Confirmed),
        ("2012-2", with, Confirmed),
        ("2013", with, Confirmed),
        ("2014", with, Inferred),
        ("2015", with, Inferred),
        ("2016", with, Confirmed),
        ("2017", WageBase::Gross, Inferred),
        ("2018", WageBase::Gross, Inferred),
        ("2019", WageBase::Gross, Inferred),
    ] {
        let programme = edition(&format!("asystent-rodziny-{year}"));
        let [Component::WageShareUnderCeiling { base: of, .. }] = &programme.components[..] else {
            unreachable!("shape A has one component: {:?}", programme.components)
        };
        is(of, &base, mark, "");
    }
}

/// The first edition of 2012 began on the day of its announcement and paid only for people hired from then on; the
/// second went back to 1 January and made the first up.
#[test]
fn the_editions_of_2012_differ_in_days_and_in_whom_they_pay() {
    let (one, two) = (edition("asystent-rodziny-2012-1"), edition("asystent-rodziny-2012-2"));
    is(&one.period, &range("2012-03-22", "2012-12-31"), Confirmed, "rp.pl");
    is(&two.period, &range("2012-01-01", "2012-12-31"), Confirmed, "alebank.pl");
    let hired_from = |programme: &Programme| match &programme.components[..] {
        [Component::WageShareUnderCeiling { hired_from, .. }] => hired_from.clone(),
        other => unreachable!("shape A has one component: {other:?}"),
    };
    let day_of_hiring = hired_from(&one).expect("the first edition has the condition");
    is(&day_of_hiring, &day("2012-03-22"), Inferred, "635193");
    assert_eq!(hired_from(&two), None);
    assert_eq!(one.tops_up, None);
    is(two.tops_up.as_ref().expect("said by the notice"), &one.id, Confirmed, "alebank.pl");
}

/// What nobody published has a name for whoever gives it; nothing else has.
#[test]
fn figures_that_were_not_found_are_open_by_name() {
    let names = |id: &str| edition(id).open.into_iter().map(|figure| figure.name).collect::<Vec<_>>();
    assert_eq!(names("asystent-rodziny-2020"), ["supplement.amount", "supplement.share"]);
    let coordinators = ["wages.coordinator.employment.share", "wages.coordinator.service.share"];
    assert_eq!(names("asystent-rodziny-2017"), coordinators);
    assert_eq!(
        names("asystent-rodziny-2015"),
        [
            "wages.assistant.employment.share",
            "wages.assistant.service.share",
            "wages.coordinator.employment.share",
            "wages.coordinator.employment.ceiling",
            "wages.coordinator.service.share",
            "wages.coordinator.service.ceiling",
        ]
    );
    assert_eq!(names("asystent-rodziny-2018").len(), 4);
    for id in Catalogue::built_in().ids() {
        let year = id.trim_start_matches("asystent-rodziny-");
        assert_eq!(names(id).is_empty(), !["2015", "2017", "2018", "2020"].contains(&year), "{id}");
    }
}

#[test]
fn edition_2020_asks_for_a_post_on_19_june_that_is_still_held_in_july() {
    let programme = edition("asystent-rodziny-2020");
    let [Component::OneOffSupplement { amount, reference_day, still_employed, own_share_scope, .. }] =
        &programme.components[..]
    else {
        unreachable!("shape B has one component: {:?}", programme.components)
    };
    assert_eq!((amount.value, amount.mark), (Money::ZERO, Mark::Unknown), "zero until somebody gives it");
    is(reference_day, &day("2020-06-19"), Confirmed, "katowice.uw.gov.pl");
    let still = still_employed.as_ref().expect("a condition of 2020");
    is(still, &range("2020-07-14", "2020-07-20"), Assumed, "katowice.uw.gov.pl");
    assert_eq!((own_share_scope.value, own_share_scope.mark), (OwnShareScope::Municipality, Assumed));
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
        Component::MonthlySupplement { amount, hours, yearly, share_of_cost, own_share_scope },
        Component::WageShare { base, ceiling, months, .. },
    ] = &programme.components[..]
    else {
        unreachable!("shape D has two components: {:?}", programme.components)
    };
    is(amount, &zlote(200), Confirmed, &format!("{act}, rozdziały 2 i 7.1"));
    let yearly = yearly.as_ref().expect("chapter 2 names a sum for the year");
    is(yearly, &zlote(2400), Confirmed, &format!("{act}, rozdziały 2 i 7.1"));
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
        let year = programme.period.value.first.month().year;
        // § 2690 has its meaning since 2018; division 855 was first used for the budgets of 2017.
        let paragraph = if programme.sibling || year < 2018 { "2030" } else { "2690" };
        assert_eq!(programme.revenue_paragraph.value, paragraph, "{id}");
        let (division, chapter) = if year < 2017 { ("852", "85206") } else { ("855", "85504") };
        is(&programme.division, &division.to_owned(), Confirmed, "Dz.U. 2016 poz. 1121");
        is(&programme.chapter, &chapter.to_owned(), Confirmed, "Dz.U. 2016 poz. 1121");
    }
}

#[test]
fn every_edition_names_its_form() {
    for (id, form) in [
        ("asystent-rodziny-2012-1", "f6-rozliczenie-koncowe"),
        ("asystent-rodziny-2012-2", "f6-rozliczenie-koncowe"),
        ("asystent-rodziny-2013", "f6-rozliczenie-koncowe"),
        ("asystent-rodziny-2014", "f6-rozliczenie-koncowe"),
        ("asystent-rodziny-2015", "f6-rozliczenie-koncowe"),
        ("asystent-rodziny-2016", "f6-rozliczenie-koncowe"),
        ("asystent-rodziny-2017", "f6-rozliczenie-koncowe"),
        ("asystent-rodziny-2018", "f6-rozliczenie-koncowe"),
        ("asystent-rodziny-2019", "f6-rozliczenie-koncowe"),
        ("asystent-rodziny-2020", "f6-rozliczenie-koncowe"),
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
