//! Money that goes back: the day it is late, the interest by the rates, and what is entered against it.

use super::testing::{Case, ordinary};
use crate::finding::Code;
use crate::finding::code::checks as code;
use crate::finding::{Fact, Severity};
use crate::records::TableId::{Agreement, Determinations, Funds, Refunds};
use crate::units::{Exact, Money};

/// 10,000.00 unused: 400.00 earned of 10,400.00. The last day is 15 January 2026.
fn unused() -> Case {
    ordinary(2025).edit(Funds, "400 400", "10400 10400").on("2026-02-14")
}

fn returned(rows: &str) -> Case {
    unused().table(Refunds, &format!("date component principal interest bank_interest\n{rows}"))
}

fn determined(kind: &str) -> Case {
    let head = "date by component kind amount";
    ordinary(2025)
        .on("2026-03-20")
        .table(
            Funds,
            "component awarded received received_on\ndodatki 400 400 2025-12-23\n\
             koszty_zatrudnienia 4003.11 4003.11 2025-12-23",
        )
        .table(Determinations, &format!("{head}\n2026-02-10 wojewoda koszty_zatrudnienia {kind} 3000"))
}

/// The fault that calls forth each finding of these checks.
pub(super) fn faults() -> Vec<(&'static Code, Case)> {
    vec![
        (&code::RETURN_OVERDUE, unused()),
        (&code::RETURN_IN_FUTURE, returned("2026-02-15 dodatki 10000 - 0")),
        (&code::RETURNED_LATE, returned("2026-02-14 dodatki 10000 - 0")),
        (&code::BANK_INTEREST_UNKNOWN, returned("2026-01-15 dodatki 10000 - -")),
        (
            &code::BANK_INTEREST_NOT_RETURNED,
            returned("2026-01-15 dodatki 10000 - 3.17").column(Agreement, "bank_interest", "3.18"),
        ),
        (&code::DETERMINATION_OVERDUE, determined("nienależnie")),
        (
            &code::DETERMINATION_RETURNED_LATE,
            determined("nienależnie").column(Determinations, "refunded_on", "2026-02-26"),
        ),
        (&code::INTEREST_DIFFERS, returned("2026-02-14 dodatki 10000 89 0")),
        (&code::INTEREST_NOT_COMPUTED, returned("2026-11-01 dodatki 10000 - 0").on("2026-11-02")),
        (&code::INFORMATION_DUTY, ordinary(2025).edit(Funds, "4003.11 4003.11", "49600.01 4003.11")),
    ]
}

/// Interest of the finding, in grosze.
fn interest(case: &Case, which: &'static Code) -> Option<i64> {
    let finding = case.findings().into_iter().find(|f| f.code == which)?;
    finding.facts.iter().find_map(|(name, fact)| match fact {
        Fact::Amount(amount) if *name == "interest" => Some(amount.grosze()),
        _ => None,
    })
}

#[test]
fn unused_money_is_late_the_day_after_its_last_day() {
    let names = |day| unused().on(day).names();
    assert!(!names("2026-01-15").contains(&"return-overdue"));
    assert!(names("2026-01-16").contains(&"return-overdue"));
    let returned = |day: &str| returned(&format!("{day} dodatki 10000 - 0")).names();
    assert!(!returned("2026-01-15").contains(&"returned-late"));
    assert!(returned("2026-01-16").contains(&"returned-late"));
}

#[test]
fn the_earliest_day_binds() {
    // The contract's own day comes before 15 days from completion, and the other way round.
    let own = |day| unused().column(Agreement, "return_deadline", day);
    assert!(own("2026-01-05").on("2026-01-06").names().contains(&"return-overdue"));
    assert!(own("2026-02-13").names().contains(&"return-overdue"));
    let completed = unused().column(Agreement, "completion_day", "2025-12-20");
    assert!(!completed.clone().on("2026-01-04").names().contains(&"return-overdue"));
    assert!(completed.on("2026-01-05").names().contains(&"return-overdue"));
}

#[test]
fn interest_counts_the_days_from_the_day_after_the_term_to_the_day_of_payment() {
    // 10,000 × 11 % × 30 / 365 = 90.41 for 16 January to 14 February.
    let exact = |interest: &str| returned(&format!("2026-02-14 dodatki 10000 {interest} 0"));
    assert_eq!(interest(&exact("-"), &code::RETURNED_LATE), Some(9_000));
    assert!(!exact("90").names().contains(&"interest-differs"));
    for wrong in ["-", "0", "89.99", "90.01", "91"] {
        assert!(exact(wrong).names().contains(&"interest-differs"), "{wrong}");
    }
    let severity =
        |case: Case| case.findings().into_iter().find(|f| f.code == &code::RETURNED_LATE).map(|f| f.severity);
    assert_eq!(severity(exact("90")), Some(Severity::Note));
    assert_eq!(severity(exact("-")), Some(Severity::Warning));
}

#[test]
fn each_rate_has_its_days_and_the_sum_is_rounded_once() {
    // 48 days at 11 % to 4 March, 10 at 10.5 % to 14 March: 144.66 + 28.77 = 173.42, 173.
    let case = returned("2026-03-14 dodatki 10000 - 0").on("2026-03-20");
    assert_eq!(interest(&case, &code::RETURNED_LATE), Some(17_300));
    let finding = case.findings().into_iter().find(|f| f.code == &code::RETURNED_LATE).expect("it is late");
    let of = |wanted: &str| {
        let all = finding.facts.iter().filter(move |(name, _)| *name == wanted).map(|(_, fact)| fact.clone());
        all.collect::<Vec<_>>()
    };
    assert_eq!(of("period_days"), [Fact::Count(48), Fact::Count(10)]);
    let percent = |n| Fact::Percent(Exact::ratio(n, 1_000).expect("not a division by zero"));
    assert_eq!(of("period_rate"), [percent(110), percent(105)]);
}

#[test]
fn interest_up_to_three_registered_letters_is_not_due() {
    // 10,000 × 11 % × 2 / 365 = 6.03 is not above 8.70; 3 days are 9.04.
    let days = |day: &str| interest(&returned(&format!("{day} dodatki 10000 - 0")), &code::RETURNED_LATE);
    assert_eq!(days("2026-01-17"), Some(0));
    assert_eq!(days("2026-01-18"), Some(900));
}

#[test]
fn two_payments_bear_their_own_days() {
    // 4,000 in time; 6,000 × 11 % × 30 / 365 = 54.25.
    let case = returned("2026-01-15 dodatki 4000 - 0\n2026-02-14 dodatki 6000 - 0");
    assert_eq!(interest(&case, &code::RETURNED_LATE), Some(5_400));
    let short = returned("2026-01-15 dodatki 4000 - 0");
    assert_eq!(interest(&short, &code::RETURN_OVERDUE), Some(5_400));
}

#[test]
fn misused_money_bears_interest_from_the_transfer_and_undue_from_the_finding() {
    // Found on 10 February, due 25 February; settled on 20 March.
    // From 23 December: 3,000 × (72 × 11 % + 16 × 10.5 %) / 365 = 65.10 + 13.81 = 78.90.
    let misused = determined("niezgodnie_z_przeznaczeniem");
    assert_eq!(interest(&misused, &code::DETERMINATION_OVERDUE), Some(7_900));
    // From 10 February: 3,000 × (23 × 11 % + 16 × 10.5 %) / 365 = 20.79 + 13.81 = 34.60.
    assert_eq!(interest(&determined("nienależnie"), &code::DETERMINATION_OVERDUE), Some(3_500));
    assert_eq!(interest(&determined("w_nadmiernej_wysokości"), &code::DETERMINATION_OVERDUE), Some(3_500));
    let names = |day| determined("nienależnie").on(day).names();
    assert!(!names("2026-02-25").contains(&"determination-overdue"));
    assert!(names("2026-02-26").contains(&"determination-overdue"));
}

#[test]
fn misused_money_bears_interest_even_when_it_comes_back_in_time() {
    let back = |interest: &str| {
        determined("niezgodnie_z_przeznaczeniem")
            .column(Determinations, "refunded_on", "2026-02-25")
            .table(
                Refunds,
                &format!("date component principal interest\n2026-02-25 koszty_zatrudnienia 3000 {interest}"),
            )
            .names()
    };
    // From 23 December: 65 days, 3,000 × 11 % × 65 / 365 = 58.77.
    assert!(!back("59").contains(&"interest-differs"), "{:?}", back("59"));
    assert!(back("58").contains(&"interest-differs"));
    assert!(!back("59").contains(&"determination-returned-late"));
}

#[test]
fn without_the_day_of_transfer_the_interest_of_misused_money_is_not_known() {
    let case = ordinary(2025).on("2026-03-20").table(
        Determinations,
        "date by component kind amount refunded_on\n\
             2026-02-10 wojewoda koszty_zatrudnienia niezgodnie_z_przeznaczeniem 3000 2026-02-20",
    );
    assert!(case.names().contains(&"interest-not-computed"));
}

#[test]
fn the_duty_to_inform_begins_above_its_threshold() {
    let case = |award: &str| ordinary(2025).edit(Funds, "4003.11 4003.11", award).names();
    assert!(!case("49600.00 4003.11").contains(&"information-duty"));
    assert!(case("49600.01 4003.11").contains(&"information-duty"));
}

#[test]
fn an_edition_without_a_term_and_a_statute_says_nothing_of_late_returns() {
    let case = ordinary(2021).edit(Funds, "2000 2000", "3000 3000").on("2022-06-30");
    assert!(!case.names().contains(&"return-overdue"));
    assert!(!case.checked().passed.contains(&"C17"));
    let own = case.column(Agreement, "return_deadline", "2022-01-15");
    assert!(own.names().contains(&"return-overdue"));
}

#[test]
fn money_of_the_state_budget_comes_back_by_the_end_of_january() {
    let case = |day| {
        ordinary(2025)
            .programme("dodatek-motywacyjny-2024-2027")
            .table(Funds, "component awarded received\ndodatki 20000 20000")
            .on(day)
            .names()
    };
    assert!(!case("2026-01-31").contains(&"return-overdue"));
    assert!(case("2026-02-01").contains(&"return-overdue"));
}

#[test]
fn amounts_at_the_end_of_what_fits_bear_interest_without_a_panic() {
    let huge = Money::from_grosze(i64::MAX).to_string();
    let case = unused().edit(Funds, "10400 10400", &format!("{huge} {huge}"));
    assert!(case.names().contains(&"return-overdue"));
}

#[test]
fn a_return_still_to_come_gives_nothing_back() {
    let to_come = returned("2026-02-15 dodatki 10000 - 0");
    assert!(to_come.names().contains(&"return-overdue"));
    let came = to_come.on("2026-02-15").names();
    assert!(!came.contains(&"return-in-future") && !came.contains(&"return-overdue"));
}

fn words(case: &Case, which: &'static Code, name: &str) -> Option<String> {
    let finding = case.findings().into_iter().find(|f| f.code == which)?;
    finding.facts.into_iter().find_map(|(key, fact)| match fact {
        Fact::Text(text) if key == name => Some(text),
        _ => None,
    })
}

#[test]
fn interest_that_is_not_due_is_not_called_paid() {
    // 89 days of 10.00 are below the threshold of three registered letters.
    let small = ordinary(2025)
        .edit(Funds, "400 400", "410 410")
        .on("2026-04-14")
        .table(Refunds, "date component principal interest bank_interest\n2026-02-14 dodatki 10 - 0");
    assert_eq!(words(&small, &code::RETURNED_LATE, "settled").as_deref(), Some("none"));
    let open = returned("2026-02-14 dodatki 10000 - 0");
    assert_eq!(words(&open, &code::RETURNED_LATE, "settled").as_deref(), Some("no"));
}

#[test]
fn a_term_on_a_sunday_is_named_where_the_monday_would_have_been_in_time() {
    // 18 January 2026 is a Sunday; a contract may set an earlier day than the edition, so 11 January here.
    let on = |day: &str| {
        returned(&format!("{day} dodatki 10000 - 0")).column(Agreement, "return_deadline", "2026-01-11")
    };
    assert_eq!(words(&on("2026-01-12"), &code::RETURNED_LATE, "weekday").as_deref(), Some("sunday"));
    assert_eq!(words(&on("2026-01-13"), &code::RETURNED_LATE, "weekday").as_deref(), Some("working"));
    let moved = on("2026-01-12").reading(["days-counted", "next-working-day", "pismo"]);
    assert!(!moved.names().contains(&"returned-late"), "a typed term moves as well");
}

#[test]
fn a_clause_without_interest_is_said_in_words_and_no_fact_is_missing() {
    use crate::finding::render::rendered_all;
    use crate::locale::{Language, Locale};
    for clause in ["brak", "bankowe"] {
        let open = unused().column(Agreement, "interest_clause", clause);
        let late = returned("2026-02-14 dodatki 10000 7 0").column(Agreement, "interest_clause", clause);
        let undue = determined("nienależnie").column(Agreement, "interest_clause", clause);
        for case in [open, late, undue] {
            for language in [Language::Polish, Language::English] {
                for f in
                    rendered_all(&case.findings(), &crate::source::Sources::default(), Locale::of(language))
                {
                    assert!(!f.message.contains("{$"), "{}: {}", f.code, f.message);
                    let told = ["nie przewiduje tych odsetek", "asks for no such interest"];
                    let mine =
                        ["return-overdue", "returned-late", "determination-overdue", "interest-differs"]
                            .contains(&f.code);
                    assert!(!mine || told.iter().any(|t| f.message.contains(t)), "{}: {}", f.code, f.message);
                }
            }
        }
    }
}

#[test]
fn misused_money_takes_the_transfers_in_order() {
    let case = |rows: &str| {
        ordinary(2025)
            .on("2026-03-10")
            .table(
                Funds,
                "component awarded received received_on\ndodatki 400 400 2025-12-23\n\
                 koszty_zatrudnienia 12000 12000 2025-11-20\nkoszty_zatrudnienia 12000 12000 2025-12-16",
            )
            .table(Determinations, &format!("date by component kind amount refunded_on\n{rows}"))
    };
    let row = |amount: &str| {
        format!("2026-01-20 wojewoda koszty_zatrudnienia niezgodnie_z_przeznaczeniem {amount} 2026-03-01\n")
    };
    // 12 000 from 20 November: 14 days at 11.5 % and 88 at 11 % are 52.93 + 318.25; 1 000 from 16 December: 76 days
    // at 11 % are 22.90. Together 394.08; all of it from November would be 402.12.
    assert_eq!(interest(&case(&row("13000")), &code::DETERMINATION_RETURNED_LATE), Some(39_400));
    // The second row goes on where the first one left off: 2 000 of it are 1 000 of each transfer.
    let both = case(&(row("11000") + &row("2000")));
    let all: Vec<i64> = both
        .findings()
        .iter()
        .filter(|f| f.code == &code::DETERMINATION_RETURNED_LATE)
        .flat_map(|f| f.facts.iter())
        .filter_map(|(name, fact)| match fact {
            Fact::Amount(amount) if *name == "interest" => Some(amount.grosze()),
            _ => None,
        })
        .collect();
    // 11 000: 340.25; 1 000 from November 30.93 and 1 000 from December 22.90.
    assert_eq!(all, [34_000, 5_400]);
}
