//! Does the form tie to the books, and which warnings has a person answered for?

use super::testing::{Case, ordinary};
use crate::finding::code::{checks, reconciliation as code};
use crate::finding::{Fact, Finding};
use crate::records::TableId::{Explanations, Ledger, Pay};
use crate::units::Money;

/// The ordinary municipality paid 11,500.00 (4010), 2,061.96 (4110) and 281.76 (4120).
fn booked(pay: &str, social: &str, fund: &str) -> Case {
    let rows = format!("paragraph turnover\n4010 {pay}\n4110 {social}\n4120 {fund}");
    ordinary(2025).table(Ledger, &rows)
}

fn rests(case: &Case) -> Vec<Finding> {
    case.findings().into_iter().filter(|f| f.code == &code::LEDGER_DOES_NOT_TIE).collect()
}

fn text(finding: &Finding, name: &str) -> String {
    let fact = finding.facts.iter().find(|(n, _)| *n == name).map(|(_, fact)| fact);
    match fact {
        Some(Fact::Text(text)) => text.clone(),
        Some(Fact::Month(month)) => month.to_string(),
        other => format!("{other:?}"),
    }
}

/// The cause told of the only paragraph that does not tie.
fn cause(case: &Case) -> [String; 4] {
    let found = rests(case);
    assert_eq!(found.len(), 1, "{found:?}");
    ["cause", "cause_name", "cause_who", "cause_month"].map(|name| text(&found[0], name))
}

#[test]
fn a_ledger_of_just_what_was_paid_ties() {
    assert_eq!(rests(&booked("11500.00", "2061.96", "281.76")), Vec::new());
}

#[test]
fn a_grosz_too_much_is_told_with_the_paragraph_and_without_a_cause() {
    let case = booked("11500.01", "2061.96", "281.76");
    assert_eq!(cause(&case)[0], "none");
    let found = rests(&case);
    assert_eq!(text(&found[0], "paragraph"), "4010");
    assert_eq!(text(&found[0], "short"), "no");
    assert_eq!(found[0].difference, Some(Money::from_grosze(1)));
}

#[test]
fn the_contributions_of_one_month_are_recognised() {
    let [cause, _, who, month] = cause(&booked("11500.00", "1030.98", "281.76"));
    assert_eq!((cause.as_str(), who.as_str(), month.as_str()), ("payment", "A1", "2025-06"));
}

#[test]
fn everything_of_one_person_is_recognised() {
    let [cause, _, who, _] = cause(&booked("11500.00", "0.00", "281.76"));
    assert_eq!((cause.as_str(), who.as_str()), ("person", "A1"));
}

#[test]
fn an_amount_booked_in_the_wrong_paragraph_is_recognised_from_both_sides() {
    let found = rests(&booked("11600.00", "1961.96", "281.76"));
    let told: Vec<String> = found.iter().map(|f| text(f, "cause_name")).collect();
    assert_eq!(told, ["§ 4110", "§ 4010"]);
}

#[test]
fn a_component_that_the_ledger_lacks_or_has_with_the_wrong_sign_is_recognised() {
    let with_sick_pay = |pay: &str| {
        booked(pay, "2061.96", "281.76")
            .edit(Pay, "paid_on on_supplement", "paid_on on_supplement other_exempt")
            .edit(Pay, "2025-05-28 0.00", "2025-05-28 0.00 300.00")
            .edit(Pay, "2025-06-28 0.00", "2025-06-28 0.00 -")
    };
    assert_eq!(rests(&with_sick_pay("11800.00")), Vec::new());
    let [lacking, name, ..] = cause(&with_sick_pay("11500.00"));
    assert_eq!((lacking.as_str(), name.as_str()), ("step", "Inne składniki nieoskładkowane"));
    assert_eq!(cause(&with_sick_pay("11200.00"))[0], "sign");
}

#[test]
fn a_paragraph_of_no_pay_is_left_aside_and_one_with_cost_is_missed() {
    let case = ordinary(2025).table(Ledger, "paragraph turnover\n4010 11500.00\n4120 281.76\n4440 900.00");
    assert_eq!(rests(&case), Vec::new());
    let missing = case.findings().into_iter().find(|f| f.code == &code::LEDGER_PARAGRAPH_MISSING);
    let missing = missing.expect("4110 has a cost");
    assert_eq!(text(&missing, "paragraphs"), "§ 4110");
    assert_eq!(missing.seen, Some(Fact::Amount(Money::from_grosze(206_196))));
}

fn explained(rows: &str) -> Vec<Finding> {
    let rows = format!("code assistant month text by date\n{rows}");
    booked("11500.01", "2061.97", "281.76").table(Explanations, &rows).findings()
}

fn open(found: &[Finding]) -> usize {
    found.iter().filter(|f| f.code == &code::LEDGER_DOES_NOT_TIE && f.explained.is_none()).count()
}

#[test]
fn an_explanation_of_a_code_is_of_all_its_findings_and_one_of_a_paragraph_of_that_alone() {
    assert_eq!(open(&explained("ledger-does-not-tie - - Grosz Nowa 2026-01-09")), 0);
    let one = explained("ledger-does-not-tie§4110 - - Grosz Nowa 2026-01-09");
    assert_eq!(open(&one), 1);
    let given = one.iter().find_map(|f| f.explained.as_ref()).expect("explained");
    assert_eq!((given.text.as_str(), given.who.as_str()), ("Grosz", "Nowa"));
    assert_eq!(given.when.to_string(), "2026-01-09");
}

#[test]
fn a_code_may_be_typed_with_small_slips_and_a_wrong_one_is_answered_with_the_nearest() {
    assert_eq!(open(&explained("Ledger_does_not_tie - - Grosz Nowa 2026-01-09")), 0);
    let found = explained("ledger-does-not-tye - - Grosz Nowa 2026-01-09");
    let wrong = found.iter().find(|f| f.code == &code::EXPLANATION_MATCHES_NOTHING).expect("said");
    assert_eq!(text(wrong, "reason"), "no-such-code");
    assert_eq!(text(wrong, "near"), "ledger-does-not-tie");
    assert_eq!(open(&found), 2);
}

#[test]
fn an_explanation_of_another_month_or_assistant_explains_nothing() {
    for row in [
        "ledger-does-not-tie A1 - Grosz Nowa 2026-01-09",
        "ledger-does-not-tie - 2025-05 Grosz Nowa 2026-01-09",
    ] {
        let found = explained(row);
        assert_eq!(open(&found), 2, "{row}");
        let wrong = found.iter().find(|f| f.code == &code::EXPLANATION_MATCHES_NOTHING).expect("said");
        assert_eq!(text(wrong, "reason"), "other-place");
    }
    let gone = explained("award-binds - - Grosz Nowa 2026-01-09");
    let wrong = gone.iter().find(|f| f.code == &code::EXPLANATION_MATCHES_NOTHING).expect("said");
    assert_eq!(text(wrong, "reason"), "not-found");
}

#[test]
fn a_finding_over_two_months_needs_an_answer_for_each_or_one_for_all() {
    // Below the minimum wage in May and June: told once, with both months.
    let low = |rows: &str| {
        let rows = format!("code assistant month text by date\n{rows}");
        let found = ordinary(2025)
            .edit(Pay, "160 160 5000.00 500.00", "160 160 3000.00 500.00")
            .edit(Pay, "160 160 5000.00 500.00", "160 160 3000.00 500.00")
            .table(Explanations, &rows)
            .findings();
        let low: Vec<bool> = found
            .iter()
            .filter(|f| f.code == &checks::BELOW_MINIMUM_WAGE)
            .map(|f| f.explained.is_some())
            .collect();
        let unused = found.iter().filter(|f| f.code == &code::EXPLANATION_MATCHES_NOTHING).count();
        (low, unused)
    };
    let may = "below-minimum-wage A1 2025-05 Urlop Nowa 2026-01-09";
    let june = "below-minimum-wage A1 2025-06 Urlop Nowa 2026-01-09";
    assert_eq!(low(may), (vec![false], 0));
    assert_eq!(low(&format!("{may}\n{june}")), (vec![true], 0));
    assert_eq!(low("below-minimum-wage A1 - Urlop Nowa 2026-01-09"), (vec![true], 0));
    assert_eq!(low("below-minimum-wage A2 - Urlop Nowa 2026-01-09"), (vec![false], 1));
}
