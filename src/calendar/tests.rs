use super::*;
use crate::checks::scope::Scope;
use crate::programme::readings::Choice;
use crate::programme::{Catalogue, National};
use crate::records::{Fund, FundComponent, Submission};
use crate::source::{CellRef, SheetId, Sourced};

const AT: CellRef = CellRef { sheet: SheetId(0), row: 0, column: 0 };

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect("a day written in a test")
}

fn sourced<T>(value: T) -> Sourced<T> {
    Sourced { value, at: AT }
}

fn of(id: &str, facts: &Submission, events: &Events, as_of: Option<&str>) -> Calendar {
    let (programme, about) = Catalogue::built_in().edition(id).expect("an edition compiled in");
    let national = National::built_in();
    let scope = Scope::new(facts, &programme, &national, programme.period.value.last);
    calendar(&Asked { scope: &scope, about: &about, events, as_of: as_of.map(day) })
}

fn alone(id: &str) -> Calendar {
    of(id, &Submission::default(), &Events::new(), None)
}

/// The one entry about something, of a half-year or of none.
fn entry(calendar: &Calendar, what: What, half_year: Option<HalfYear>) -> Entry {
    let mut found = calendar.entries.iter().filter(|e| e.what == what && e.half_year == half_year);
    let first = found.next().unwrap_or_else(|| panic!("{}: no {what:?} {half_year:?}", calendar.id));
    assert!(found.next().is_none(), "{}: {what:?} stands twice", calendar.id);
    first.clone()
}

fn counted(event: Event, days: u32) -> impl Fn(&Rule) -> bool {
    move |rule| matches!(rule, Rule::Counted { event: e, days: d, working: false, .. } if *e == event && *d == days)
}

#[test]
fn every_line_of_the_table_of_deadlines_comes_out() {
    let (first, second) = (Some(HalfYear::First), Some(HalfYear::Second));
    let lines = [
        ("asystent-rodziny-2023", What::ReferenceDay, None, Some("2023-11-22")),
        ("asystent-rodziny-2023", What::Request, None, Some("2023-11-29")),
        ("asystent-rodziny-2023", What::Payment, None, Some("2023-12-31")),
        ("asystent-rodziny-2023", What::Return, None, Some("2024-01-15")),
        ("asystent-rodziny-2023", What::Report, None, Some("2024-01-30")),
        ("asystent-rodziny-2024", What::Request, first, Some("2024-06-30")),
        ("asystent-rodziny-2024", What::ReferenceDay, first, None),
        ("asystent-rodziny-2024", What::Report, first, None),
        ("asystent-rodziny-2024", What::Request, second, Some("2024-10-31")),
        ("asystent-rodziny-2024", What::Acceptance, first, None),
        ("asystent-rodziny-2024", What::Acceptance, second, None),
        ("asystent-rodziny-2024", What::Payment, None, Some("2024-12-31")),
        ("asystent-rodziny-2024", What::Return, None, Some("2025-01-15")),
        ("asystent-rodziny-2024", What::Report, None, Some("2025-01-30")),
        ("asystent-rodziny-2025", What::Request, None, Some("2025-10-31")),
        ("asystent-rodziny-2025", What::VoivodeRequest, None, Some("2025-11-10")),
        ("asystent-rodziny-2025", What::Contract, None, Some("2025-12-31")),
        ("asystent-rodziny-2025", What::Payment, None, Some("2025-12-31")),
        ("asystent-rodziny-2025", What::Return, None, Some("2026-01-15")),
        ("asystent-rodziny-2025", What::Report, None, Some("2026-01-15")),
        ("asystent-rodziny-2025", What::VoivodeReport, None, Some("2026-01-30")),
    ];
    for (id, what, half_year, expected) in lines {
        let found = entry(&alone(id), what, half_year);
        assert_eq!(found.binding, expected.map(day), "{id} {what:?} {half_year:?}");
    }
    let rules = [
        ("asystent-rodziny-2023", What::Request, None, Event::Announcement, 7),
        ("asystent-rodziny-2023", What::Acceptance, None, Event::Award, 5),
        ("asystent-rodziny-2023", What::Return, None, Event::Completion, 15),
        ("asystent-rodziny-2023", What::Report, None, Event::Completion, 30),
        ("asystent-rodziny-2024", What::Report, first, Event::Money, 30),
        ("asystent-rodziny-2024", What::Acceptance, first, Event::Award, 5),
        ("asystent-rodziny-2024", What::Report, None, Event::Completion, 30),
        ("asystent-rodziny-2025", What::VoivodeRequest, None, Event::RequestUntil, 10),
        ("asystent-rodziny-2025", What::Return, None, Event::Completion, 15),
        ("asystent-rodziny-2025", What::Report, None, Event::Completion, 15),
    ];
    for (id, what, half_year, event, days) in rules {
        let found = entry(&alone(id), what, half_year);
        assert!(counted(event, days)(&found.rule), "{id} {what:?}: {:?}", found.rule);
    }
    let sibling = alone("dodatek-motywacyjny-2024-2027");
    let information = sibling.entries.iter().filter(|e| e.what == What::FinalInformation);
    let days: Vec<String> = information.filter_map(|e| e.binding).map(|day| day.to_string()).collect();
    assert_eq!(days, ["2025-01-31", "2026-01-31", "2027-01-31", "2028-01-31"]);
}

#[test]
fn the_statutory_reports_of_the_half_years_stand_in_every_edition() {
    for id in Catalogue::built_in().ids() {
        let calendar = alone(id);
        let year = calendar.entries.iter().filter_map(|e| e.year).min().expect("a year settled");
        let statute: Vec<String> = calendar
            .entries
            .iter()
            .filter(|e| e.what == What::Statute && e.year == Some(year) && e.who == Who::Municipality)
            .filter_map(|e| e.binding)
            .map(|day| day.to_string())
            .collect();
        let next = year + 1;
        assert_eq!(
            statute,
            [format!("{year}-07-31"), format!("{next}-01-31"), format!("{next}-03-31")],
            "{id}"
        );
    }
}

#[test]
fn a_day_that_nobody_told_stays_open_and_names_the_event_that_is_missing() {
    let calendar = alone("asystent-rodziny-2024");
    let acceptance = entry(&calendar, What::Acceptance, Some(HalfYear::First));
    assert_eq!((acceptance.binding, acceptance.missing), (None, Some(Event::Award)));
    let report = entry(&calendar, What::Report, Some(HalfYear::First));
    assert_eq!((report.binding, report.missing), (None, Some(Event::Money)));
    // The event given for one half-year says nothing about the other.
    let events = Events::from([((Event::Award, Some(HalfYear::First)), day("2024-09-10"))]);
    let calendar = of("asystent-rodziny-2024", &Submission::default(), &events, Some("2024-09-12"));
    let acceptance = entry(&calendar, What::Acceptance, Some(HalfYear::First));
    assert_eq!((acceptance.binding, acceptance.left), (Some(day("2024-09-15")), Some(3)));
    assert_eq!(entry(&calendar, What::Acceptance, Some(HalfYear::Second)).binding, None);
}

#[test]
fn completion_that_the_contract_does_not_name_is_the_last_day_of_payment_and_marked_an_assumption() {
    let found = entry(&alone("asystent-rodziny-2025"), What::Return, None);
    assert!(matches!(found.rule, Rule::Counted { latest: true, .. }), "{:?}", found.rule);
    assert_eq!(found.mark, Mark::Assumed);
}

#[test]
fn the_municipalitys_own_days_fill_the_events_and_its_earlier_terms_bind() {
    let mut facts = Submission::default();
    facts.agreement.request_day_1 = Some(sourced(day("2024-06-20")));
    facts.agreement.request_day_2 = Some(sourced(day("2024-11-04")));
    facts.agreement.completion_day = Some(sourced(day("2024-12-20")));
    facts.agreement.return_deadline = Some(sourced(day("2024-12-30")));
    facts.agreement.report_deadline = Some(sourced(day("2025-02-10")));
    let fund = |half, received: &str| Fund {
        at: AT,
        rejected: false,
        component: sourced(FundComponent::EmploymentCost),
        half_year: Some(sourced(half)),
        source: None,
        requested: None,
        awarded: None,
        received: None,
        received_on: Some(sourced(day(received))),
    };
    facts.funds = vec![
        fund(HalfYear::First, "2024-10-11"),
        fund(HalfYear::First, "2024-10-09"),
        fund(HalfYear::Second, "2024-12-12"),
    ];
    let calendar = of("asystent-rodziny-2024", &facts, &Events::new(), Some("2024-12-21"));
    let binding = |what, half| entry(&calendar, what, half).binding;
    let (first, second) = (Some(HalfYear::First), Some(HalfYear::Second));
    assert_eq!(binding(What::ReferenceDay, first), Some(day("2024-06-20")));
    // 9 October, the first money, and 30 days.
    assert_eq!(binding(What::Report, first), Some(day("2024-11-08")));
    // The contract's 30 December comes before 20 December and 15 days.
    assert_eq!(binding(What::Return, None), Some(day("2024-12-30")));
    // 20 December and 30 days come before the contract's 10 February.
    assert_eq!(binding(What::Report, None), Some(day("2025-01-19")));
    let request = entry(&calendar, What::Request, second);
    assert_eq!((request.done, request.left), (Some(day("2024-11-04")), None));
    assert_eq!(entry(&calendar, What::Return, None).left, Some(9));
}

#[test]
fn a_day_free_of_work_is_told_and_moved_only_by_the_reading() {
    // 30 June 2024 was a Sunday.
    let request = entry(&alone("asystent-rodziny-2024"), What::Request, Some(HalfYear::First));
    assert_eq!(request.binding, Some(day("2024-06-30")));
    assert_eq!(request.free.map(|free| free.next_working), Some(day("2024-07-01")));
    let (programme, about) = Catalogue::built_in().edition("asystent-rodziny-2024").expect("an edition");
    let choice: Option<Choice> = None;
    let moved = programme.with_reading("days-counted", "next-working-day", choice).expect("a way of it");
    let (national, facts, events) = (National::built_in(), Submission::default(), Events::new());
    let scope = Scope::new(&facts, &moved, &national, day("2024-12-31"));
    let calendar = calendar(&Asked { scope: &scope, about: &about, events: &events, as_of: None });
    let request = entry(&calendar, What::Request, Some(HalfYear::First));
    assert_eq!((request.day, request.binding), (Some(day("2024-06-30")), Some(day("2024-07-01"))));
    assert_eq!(calendar.moves, Some(true));
}

#[test]
fn the_calendar_and_the_checks_agree_on_the_report_of_the_year() {
    use crate::checks::terms;
    for id in ["asystent-rodziny-2023", "asystent-rodziny-2024", "asystent-rodziny-2025"] {
        let programme = Catalogue::built_in().get(id).expect("an edition");
        let (facts, national) = (Submission::default(), National::built_in());
        let scope = Scope::new(&facts, &programme, &national, programme.period.value.last);
        let report = terms::from_completion(&scope, programme.report_days.as_ref());
        let back = terms::from_completion(&scope, programme.return_days.as_ref());
        let calendar = alone(id);
        assert_eq!(entry(&calendar, What::Report, None).binding, report, "{id}");
        assert_eq!(entry(&calendar, What::Return, None).binding, back, "{id}");
    }
}
