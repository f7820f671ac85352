//! Papers of small municipalities made by hand: what ties, what is counted, and what each finding needs to fire.

use super::half_year::{self, Report};
use super::list::{DocumentList, DocumentRow};
use super::statement::{self, Statement, Wish};
use super::{Kind, list_sheets};
use crate::calc::{Model, NodeId};
use crate::checks::testing::{Case, ordinary};
use crate::finding::render::rendered;
use crate::finding::{Finding, Severity};
use crate::grid::{Content, Sheet};
use crate::locale::{Language, Locale};
use crate::programme::Catalogue;
use crate::records::{HalfYear, TableId};
use crate::settlement::Settled;
use crate::units::Exact;

const YEARS: [u32; 4] = [2019, 2021, 2023, 2025];

fn exact(text: &str) -> Exact {
    Exact::parse_decimal(text).expect("a decimal")
}

fn sum(model: &Model, ids: impl Iterator<Item = NodeId>) -> Exact {
    ids.fold(Exact::zero(), |sum, id| sum + model.number(id))
}

/// Every finding must come out in words in both languages.
fn names(findings: &[Finding], case: &Case) -> Vec<&'static str> {
    let (_, submission, ..) = case.settled();
    for language in [Language::Polish, Language::English] {
        let locale = Locale::new(language);
        for finding in findings {
            let words = rendered(finding, &submission.sources, &locale);
            for text in [&words.message, &words.hint] {
                assert!(!text.contains("{$") && !text.contains("{ $"), "a fact is missing: {text}");
            }
            assert_ne!(words.message, finding.code.name, "no message");
            assert!(!words.hint.ends_with("-hint"), "no hint: {}", finding.code.name);
        }
    }
    findings.iter().map(|f| f.code.name).collect()
}

fn listed(case: &Case) -> (Settled, DocumentList, Vec<Finding>) {
    let (mut settled, submission, programme, _) = case.settled();
    let list = DocumentList::build(&mut settled, &submission, &programme);
    let findings = list_sheets::findings(&list, &submission);
    (settled, list, findings)
}

fn stated(case: &Case, wish: Wish) -> (Option<(Statement, Settled)>, Vec<Finding>) {
    let (mut settled, submission, programme, as_of) = case.settled();
    let (_, about) = Catalogue::built_in().edition(&programme.id).expect("a built-in edition");
    let (made, findings) = statement::build(&mut settled, &submission, &about, (wish, as_of));
    (made.map(|made| (made, settled)), findings)
}

const ACCEPT: Wish = Wish { refuse: false, half: None, correction: None, by_name: true };
const REFUSE: Wish = Wish { refuse: true, ..ACCEPT };

fn half(case: &Case, half: HalfYear, year: i32) -> (Vec<Sheet>, Settled, Vec<Finding>) {
    let (mut settled, submission, programme, as_of) = case.settled();
    let list = DocumentList::build(&mut settled, &submission, &programme);
    let report = Report::of(half, year).expect("days of a year");
    let (sheets, findings) = half_year::build(&mut settled, &list, (&submission, &programme), report, as_of);
    (sheets, settled, findings)
}

/// The value beside a row's number on the data sheet.
fn at(sheets: &[Sheet], settled: &Settled, number: &str) -> Option<Exact> {
    let sheet = sheets.first().expect("the data sheet");
    let row = sheet.cells.iter().find_map(|((row, column), cell)| {
        (*column == 0 && cell.content == Content::Text(number.to_owned())).then_some(*row)
    })?;
    match sheet.cells.get(&(row, 2)).map(|c| &c.content) {
        Some(Content::Node(id)) => Some(settled.model.number(*id)),
        _ => None,
    }
}

fn controls(sheets: &[Sheet], settled: &Settled) -> Vec<String> {
    let cells = sheets[0].cells.iter().filter(|((_, column), _)| *column == 3);
    let nodes = cells.filter_map(|(_, cell)| match &cell.content {
        Content::Node(id) => Some(*id),
        _ => None,
    });
    nodes.map(|id| format!("{:?}", settled.model.value(id))).collect()
}

#[test]
fn the_list_adds_up_to_the_settlement_in_every_edition_and_paragraph() {
    for year in YEARS {
        let (settled, list, _) = listed(&ordinary(year));
        let model = &settled.model;
        assert!(!list.rows.is_empty(), "{year}");
        let programme = sum(model, list.rows.iter().map(|r| r.programme));
        assert_eq!(programme, model.number(settled.totals.co_financing), "{year}");
        assert!(!programme.is_zero(), "{year}");
        let eligible = sum(model, list.rows.iter().map(|r| r.eligible));
        assert_eq!(eligible, model.number(settled.totals.task_cost), "{year}");
        for spending in &list.shares.spending {
            let own = |pick: fn(&DocumentRow) -> NodeId| {
                sum(model, list.rows.iter().filter(|r| r.paragraph == spending.paragraph).map(pick))
            };
            let grant = sum(model, [spending.employment_grant, spending.supplement_grant].into_iter());
            assert_eq!(own(|r| r.programme), grant, "{year}, {:?}", spending.paragraph);
        }
        for row in &list.rows {
            let [eligible, programme, own, other] =
                [row.eligible, row.programme, row.own, row.other_public].map(|id| model.number(id));
            assert_eq!(programme.clone() + own + other, eligible, "{year}");
            assert!(programme <= eligible, "{year}: {programme} of {eligible}");
        }
    }
}

#[test]
fn contributions_stand_by_themselves_on_their_own_day() {
    let case = ordinary(2025).column(TableId::Pay, "contributions_paid_on", "2025-06-05");
    let (settled, list, _) = listed(&case);
    let days = |paragraph: &str| -> Vec<String> {
        let rows = list.rows.iter().filter(|r| r.paragraph.code() == paragraph);
        rows.map(|r| settled.model.number(r.paid_on.expect("a day")).to_string()).collect()
    };
    let serial =
        |year, month, day| crate::units::Day::new(year, month, day).expect("a day").serial().to_string();
    assert_eq!(days("4010"), [serial(2025, 5, 28), serial(2025, 6, 28)]);
    assert!(days("4110").contains(&serial(2025, 6, 5)), "{:?}", days("4110"));
}

#[test]
fn a_month_without_a_supplement_gets_nothing_of_it() {
    // 100 of 160 hours: May earns no supplement.
    let case = ordinary(2025).edit(TableId::Pay, "2025-05 160 160", "2025-05 160 100");
    let (settled, list, _) = listed(&case);
    let of_may = list.rows.iter().filter(|r| r.payment == 0).filter_map(|r| r.of_supplement);
    assert!(sum(&settled.model, of_may).is_zero());
    let of_june = list.rows.iter().filter(|r| r.payment == 1).filter_map(|r| r.of_supplement);
    assert!(!sum(&settled.model, of_june).is_zero());
}

#[test]
fn a_payment_without_a_payroll_number_is_told_and_one_with_it_is_not() {
    let (_, _, findings) = listed(&ordinary(2025));
    assert_eq!(names(&findings, &ordinary(2025)), ["document-without-number"]);
    let numbered = ordinary(2025).column(TableId::Pay, "payroll", "LP/5");
    let (_, list, findings) = listed(&numbered);
    let missing = findings.first().map(|f| f.facts.clone());
    assert!(!list.rows.is_empty());
    // The second month still has none.
    assert_eq!(names(&findings, &numbered), ["document-without-number"]);
    assert!(format!("{missing:?}").contains("Count(1)"), "{missing:?}");
}

#[test]
fn an_award_is_taken_whole_or_refused_whole() {
    let (made, findings) = stated(&ordinary(2021), ACCEPT);
    assert!(findings.is_empty(), "{findings:?}");
    let (made, settled) = made.expect("a statement");
    let value = |made: &Statement, settled: &Settled, name: &str| match made.listed.once.get(name) {
        Some(crate::forms::listed::Value::Node(id)) => settled.model.number(*id),
        other => panic!("{name}: {other:?}"),
    };
    assert_eq!(value(&made, &settled, "statement.accepted_amount"), exact("2000"));
    assert_eq!(value(&made, &settled, "statement.assistants"), exact("1"));
    assert_eq!(value(&made, &settled, "statement.posts"), exact("1"));
    assert!(made.term.as_deref().is_some_and(|t| t.contains("18 listopada 2021")), "{:?}", made.term);
    let (made, _) = stated(&ordinary(2021), REFUSE);
    let (made, settled) = made.expect("a refusal");
    assert_eq!(value(&made, &settled, "statement.accepted_amount"), exact("0"));
    assert_eq!(value(&made, &settled, "statement.awarded"), exact("2000"));
}

#[test]
fn an_edition_without_a_statement_says_so() {
    let (made, findings) = stated(&ordinary(2025), ACCEPT);
    assert!(made.is_none());
    assert_eq!(names(&findings, &ordinary(2025)), ["no-statement"]);
    assert_eq!(findings[0].severity, Severity::Error);
    // Nobody asked for it by name: no blame.
    let (_, findings) = stated(&ordinary(2025), Wish { by_name: false, ..ACCEPT });
    assert_eq!(findings[0].severity, Severity::Note);
    for year in [2019, 2021, 2023] {
        assert!(stated(&ordinary(year), ACCEPT).0.is_some(), "{year}");
    }
}

#[test]
fn in_2025_a_refusal_is_taken_before_the_contract_only() {
    let (made, findings) = stated(&ordinary(2025), REFUSE);
    assert!(made.is_none());
    assert_eq!(names(&findings, &ordinary(2025)), ["statement-after-contract"]);
    let unsigned = ordinary(2025).edit(TableId::Agreement, "PS-1 2025-12-18", "- -");
    let (made, findings) = stated(&unsigned, REFUSE);
    assert!(made.is_some() && findings.is_empty(), "{findings:?}");
}

#[test]
fn a_statement_needs_an_award() {
    let case = ordinary(2021).edit(TableId::Funds, "dodatki 2000 2000", "dodatki - 2000");
    let (made, findings) = stated(&case, ACCEPT);
    assert!(made.is_none());
    assert_eq!(names(&findings, &case), ["statement-without-award"]);
}

/// Money came on 20 December.
fn received() -> Case {
    ordinary(2025)
        .edit(TableId::Funds, "component awarded received", "component awarded received received_on")
        .edit(TableId::Funds, "dodatki 400 400", "dodatki 400 400 2025-12-20")
        .edit(TableId::Funds, "4003.11 4003.11", "4003.11 4003.11 2025-12-20")
}

#[test]
fn until_the_money_came_the_municipality_paid_itself() {
    let (sheets, settled, findings) = half(&received(), HalfYear::First, 2025);
    assert!(findings.is_empty(), "{findings:?}");
    let value = |number: &str| at(&sheets, &settled, number).expect(number);
    // Two months of 5,750.00 with 20.38 % of contributions, each rounded by itself.
    assert_eq!(value("7.1"), exact("11500"));
    assert_eq!(value("7"), value("7.1") + value("7.2"));
    assert_eq!(value("8.1"), exact("0"));
    assert_eq!(value("8.5"), value("7"));
    assert_eq!(value("9"), exact("0"));
    let (sheets, settled, _) = half(&received(), HalfYear::Second, 2025);
    let value = |number: &str| at(&sheets, &settled, number).expect(number);
    assert_eq!([value("7"), value("8.1")], [exact("0"), exact("0")]);
    assert_eq!(value("9"), settled.model.number(settled.totals.co_financing));
}

#[test]
fn the_state_is_that_of_the_last_day_and_families_count_once() {
    let case = received().edit(
        TableId::Families,
        "family assistant from children\nR1 A1 2025-01-01 2",
        "family assistant from to children ground end_reason\n\
         R1 A1 2025-01-01 - 2 postanowienie_sądu -\n\
         R2 A1 2025-01-01 2025-03-31 3 - -\n\
         R2 A1 2025-04-01 2025-06-15 3 - cel_osiągnięty\n\
         R3 A1 2024-01-01 2024-12-31 4 - inna\n\
         R4 A1 2025-07-01 - 5 - -",
    );
    let (sheets, settled, _) = half(&case, HalfYear::First, 2025);
    let value = |number: &str| at(&sheets, &settled, number).expect(number);
    assert_eq!([value("1"), value("1.1"), value("1.2")].map(|n| n.to_string()), ["1", "1", "0"]);
    // R1 and R2 were served, R2 in two rows; R1 alone on 30 June.
    assert_eq!([value("3"), value("3.1"), value("4")].map(|n| n.to_string()), ["2", "1", "1"]);
    assert_eq!([value("5"), value("5.1")].map(|n| n.to_string()), ["5", "2"]);
    // The first row of R2 ended nothing.
    assert_eq!([value("6"), value("6.1"), value("6.10")].map(|n| n.to_string()), ["1", "1", "0"]);
    let controls = controls(&sheets, &settled);
    assert!(controls.len() >= 8 && controls.iter().all(|c| c.contains("zgodne")), "{controls:?}");
}

#[test]
fn without_the_day_of_the_money_nobody_knows_whose_it_was() {
    let (sheets, settled, findings) = half(&ordinary(2025), HalfYear::First, 2025);
    assert_eq!(names(&findings, &ordinary(2025)), ["half-year-no-day"]);
    assert_eq!(at(&sheets, &settled, "8"), None);
    assert!(at(&sheets, &settled, "7").is_some());
}

#[test]
fn a_half_year_outside_in_part_or_not_over_is_told() {
    let (sheets, _, findings) = half(&ordinary(2021), HalfYear::First, 2021);
    assert!(sheets.is_empty());
    assert_eq!(names(&findings, &ordinary(2021)), ["half-year-outside"]);
    let (_, _, findings) = half(&ordinary(2021), HalfYear::Second, 2021);
    assert!(names(&findings, &ordinary(2021)).contains(&"half-year-partial"));
    let early = received().on("2025-11-10");
    let (_, _, findings) = half(&early, HalfYear::Second, 2025);
    assert_eq!(names(&findings, &early), ["half-year-not-over"]);
}

#[test]
fn without_families_their_fields_stay_empty() {
    let case = received().without(TableId::Families);
    let (sheets, settled, findings) = half(&case, HalfYear::First, 2025);
    assert_eq!(names(&findings, &case), ["half-year-no-families"]);
    assert_eq!(at(&sheets, &settled, "3"), None);
    assert!(at(&sheets, &settled, "1").is_some());
}

#[test]
fn the_report_is_due_a_month_after_the_half_year() {
    let due = |half, year| Report::of(half, year).expect("a half-year").due.to_string();
    assert_eq!(due(HalfYear::First, 2025), "2025-07-31");
    assert_eq!(due(HalfYear::Second, 2025), "2026-01-31");
}

#[test]
fn every_paper_has_a_word_of_its_own() {
    let words: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
    assert_eq!(words, ["statement", "documents", "half-year"]);
}

#[test]
fn a_plan_contribution_of_one_payroll_pays_no_supplement_of_another() {
    // Only the first payroll has the plan's contribution; the second pays a supplement of its own, 20.38 % of it.
    let own = "\nA1 2025-05 - - - - 100.00 9.76 6.50 1.67 2.45 2025-05-30 - -\nA1 2025-06";
    let case = ordinary(2025).column(TableId::Pay, "ppk", "82.50").edit(TableId::Pay, "\nA1 2025-06", own);
    let (settled, list, _) = listed(&case);
    let model = &settled.model;
    let plan: Vec<_> = list.rows.iter().filter(|r| r.paragraph.code() == "4710").collect();
    let [plan] = plan.as_slice() else { panic!("{plan:?}") };
    assert_eq!([plan.amount, plan.eligible].map(|id| model.number(id)), [exact("82.5"), exact("82.5")]);
    assert!(plan.of_supplement.is_none_or(|id| model.number(id).is_zero()));
    let social = list.rows.iter().find(|r| r.payment == 1 && r.paragraph.code() == "4110");
    let social = social.expect("contributions of the second payroll");
    assert_eq!(model.number(social.eligible), exact("17.93"));
    for row in &list.rows {
        assert!(model.number(row.eligible) <= model.number(row.amount), "{row:?}");
    }
}

#[test]
fn a_refusal_after_the_contract_is_told() {
    let (made, findings) = stated(&ordinary(2021), REFUSE);
    assert!(made.is_some());
    assert_eq!(names(&findings, &ordinary(2021)), ["statement-after-contract"]);
    assert_eq!(findings[0].severity, Severity::Warning);
}

#[test]
fn a_statement_has_its_last_day_and_no_version_that_nobody_gave() {
    // The list came on 10 November 2021; five working days after, one of them a holiday.
    let (made, _) = stated(&ordinary(2021), ACCEPT);
    let (made, _) = made.expect("a statement");
    assert_eq!(made.due.map(|day| day.to_string()).as_deref(), Some("2021-11-18"));
    assert!(!made.listed.once.contains_key("statement.version"));
    let (made, _) = stated(&ordinary(2021), Wish { correction: Some(2), ..ACCEPT });
    let version = made.expect("a statement").0.listed.once.remove("statement.version");
    assert!(format!("{version:?}").contains("korekta nr 2"), "{version:?}");
}
