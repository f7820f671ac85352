//! Projections checked by hand, and one plan for each thing that can be wrong with a plan.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::*;
use crate::calc::{Origin, Value};
use crate::finding::Fact;
use crate::intake::{self, MemoryFile};
use crate::programme::Catalogue;
use crate::records::{Datum, Payment};
use crate::settlement::{Settled, settle_over};
use crate::units::{Day, Exact, Money};

macro_rules! sample_file {
    ($name:literal) => {
        ($name, include_str!(concat!("../../examples/samples/gmina-2025/", $name)))
    };
}

const SAMPLE: [(&str, &str); 4] = [
    sample_file!("umowa.csv"),
    sample_file!("srodki.csv"),
    sample_file!("zatrudnienie.csv"),
    sample_file!("place.csv"),
];

/// One assistant on a full post at the minimum wage of 2025, FGŚP paid; another on a half post.
const SMALL: [(&str, &str); 3] = [
    (
        "umowa.csv",
        "Pole;Wartość\nNazwa gminy;Próba\nProgram;asystent-rodziny-2025\nOkres od;2025-01-01\nOkres do;2025-12-31\nStopa wypadkowa (%);1,67%\n",
    ),
    (
        "zatrudnienie.csv",
        "Identyfikator asystenta;Forma zatrudnienia;Wymiar etatu;Zatrudniony od;Zatrudniony do\n\
         A1;umowa o pracę;1;2020-01-01;\n\
         A2;umowa o pracę;1/2;2020-01-01;\n",
    ),
    (
        "place.csv",
        "Identyfikator asystenta;Miesiąc;Wynagrodzenie zasadnicze (zł);Składka emerytalna pracodawcy (zł);Składka rentowa pracodawcy (zł);Składka wypadkowa (zł);Składka na FP i FS (zł);FGŚP (zł);Data zapłaty\n\
         A1;2025-10;4666,00;455,40;303,29;77,92;114,32;4,67;2025-10-30\n\
         A1;2025-11;4666,00;455,40;303,29;77,92;114,32;4,67;2025-11-28\n\
         A1;2025-12;4666,00;455,40;303,29;77,92;114,32;4,67;2025-12-30\n\
         A2;2025-11;2800,00;273,28;182,00;46,76;0,00;2,80;2025-11-28\n\
         A2;2025-12;2800,00;273,28;182,00;46,76;0,00;2,80;2025-12-30\n",
    ),
];

const STAFF: &str = "Identyfikator asystenta;Zdarzenie;Od dnia;Forma zatrudnienia;Wymiar etatu;Wynagrodzenie zasadnicze (zł);Dodatek stażowy (%);Stawka godzinowa (zł);Godziny miesięcznie (h);Scenariusze\n";
const RAISES: &str = "Identyfikator asystenta;Podwyżka od miesiąca;Podwyżka w procentach (%);Podwyżka na pełny etat (zł);Scenariusze\n";
const FIGURES: &str = "Założenie;Ostrożny;Bazowy;Ambitny\n";

fn read(tables: &[(&str, &str)], plan: &[(&str, String)]) -> intake::Intake {
    let own = tables.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    let plan = plan.iter().map(|(name, text)| ((*name).to_owned(), text.clone()));
    let files: Vec<MemoryFile> = own
        .chain(plan)
        .map(|(name, text)| MemoryFile { name, bytes: Cow::Owned(text.into_bytes()) })
        .collect();
    intake::read_memory(&files)
}

fn projection(tables: &[(&str, &str)], plan: &[(&str, String)], year: i32) -> Projection {
    let edition = Catalogue::built_in().get("asystent-rodziny-2025").expect("an edition");
    project(&read(tables, plan).submission, &edition, year)
}

fn staff(rows: &str) -> (&'static str, String) {
    ("zmiany.csv", format!("{STAFF}{rows}\n"))
}

fn raises(rows: &str) -> (&'static str, String) {
    ("podwyzki.csv", format!("{RAISES}{rows}\n"))
}

fn figures(rows: &str) -> (&'static str, String) {
    ("zalozenia.csv", format!("{FIGURES}{rows}\n"))
}

fn codes(p: &Projection) -> Vec<&'static str> {
    p.findings.iter().map(|f| f.code.name).collect()
}

/// Pay of an assistant in a month of a scenario.
fn paid<'a>(p: &'a Projection, scenario: usize, who: &str, month: u32) -> &'a Payment {
    let of = |x: &&Payment| x.assistant.value == who && x.month.value.number == month;
    p.scenarios[scenario].submission.payments.iter().find(of).expect("the month is paid")
}

fn base(p: &Projection, scenario: usize, who: &str, month: u32) -> String {
    paid(p, scenario, who, month).base.as_ref().expect("base pay").value.to_string()
}

fn dues(payment: &Payment) -> Vec<String> {
    payment.contributions.iter().map(|(_, m)| m.value.to_string()).collect()
}

fn settled(p: &Projection, scenario: usize) -> Settled {
    settle_over(p.model.clone(), &p.scenarios[scenario].submission, &p.programme, p.period)
}

#[test]
fn today_s_staff_unchanged_is_carried_to_the_grosz() {
    let p = projection(&SAMPLE, &[], 2026);
    assert_eq!(codes(&p), [""; 0]);
    assert!(p.assumed && p.programme.title.contains("ZAŁOŻENIE na 2026 r."));
    // A01: December 2025 is whole. 6 200.00 and 12 %: 744.00; the sibling's 1 000.00; 209.00 from the programme.
    let december = paid(&p, 1, "A01", 12);
    let amounts = [&december.base, &december.seniority, &december.motivation, &december.supplement];
    let amounts = amounts.map(|a| a.as_ref().map(|m| m.value.to_string()).unwrap_or_default());
    assert_eq!(amounts, ["6200.00", "744.00", "1000.00", "209.00"]);
    // Of 8 153.00: 9.76 % = 795.7328; 6.5 % = 529.945; 1.67 % = 136.1551; 2.45 % = 199.7485; no FGŚP, no PPK.
    assert_eq!(dues(december), ["795.73", "529.95", "136.16", "199.75", "0.00", "0.00"]);
    assert_eq!(december.hours.as_ref().map(|h| h.value.clone()), Some(Exact::whole(160)));
    assert_eq!(december.contributions_paid_on.as_ref().map(|d| d.value), Day::new(2026, 12, 31));
    // Contributions 1 661.59, of which on the supplement 20.40 + 13.59 + 3.49 + 5.12 = 42.60 and on the motivation
    // supplement 97.60 + 65.00 + 16.70 + 24.50 = 203.80; so the cost is 6 944.00 + 1 415.19, twelve times.
    let settled = settled(&p, 1);
    let a01 = settled.assistants.iter().find(|a| a.id == "A01").expect("settled");
    assert_eq!(settled.model.money(a01.total.employment_cost).to_string(), "100310.28");
    // Every month has its hours, and 209.00 with 42.60 is above 250.00: the whole grant.
    assert_eq!(settled.model.money(a01.total.supplement_co_financing).to_string(), "2400.00");
    // A03 by the hour: 62.00, and on the mean 1 270 ÷ 12 = 105.8, so 106 hours; 209.00 × 106 ÷ 160 = 138.4625.
    let service = paid(&p, 1, "A03", 1);
    assert_eq!(service.base.as_ref().map(|m| m.value.to_string()), Some("6572.00".to_owned()));
    assert_eq!(service.supplement.as_ref().map(|m| m.value.to_string()), Some("138.46".to_owned()));
}

#[test]
fn pay_below_the_minimum_wage_is_lifted_and_somebody_told() {
    let p = projection(&SMALL, &[], 2026);
    // 4 806.00 from January 2026 with 9.76, 6.50, 1.67, 2.45 and 0.10 % costs 5 790.28.
    let january = paid(&p, 1, "A1", 1);
    assert_eq!(base(&p, 1, "A1", 1), "4806.00");
    assert_eq!(january.supplement.as_ref().map(|m| m.value.to_string()), Some("207.67".to_owned()));
    let lifted = p.findings.iter().find(|f| f.code.name == "plan-lifted-to-minimum").expect("told");
    assert_eq!((lifted.assistant.as_deref(), lifted.month), (Some("A1"), Month::new(2026, 1)));
    assert!(lifted.at.is_some(), "at the pay of this year");
    // Without the supplement the very figures of the table.
    let none = figures("Dodatek z Programu brutto na pełny etat (zł);0,00;0,00;0,00");
    let p = projection(&SMALL, &[none], 2026);
    let january = paid(&p, 1, "A1", 1);
    assert_eq!(dues(january), ["469.07", "312.39", "80.26", "117.75", "4.81", "0.00"]);
    let cost: i64 = 480_600 + january.contributions.iter().map(|(_, m)| m.value.grosze()).sum::<i64>();
    assert_eq!(Money::from_grosze(cost).to_string(), "5790.28");
    // Half a post at 2 800.00 is above 2 403.00, and below the whole minimum wage: no Labour Fund.
    let half = paid(&p, 1, "A2", 1);
    assert_eq!((base(&p, 1, "A2", 1).as_str(), dues(half)[3].as_str()), ("2800.00", "0.00"));
    assert_eq!(codes(&p), ["plan-lifted-to-minimum"], "told once, not for every month and scenario");
}

#[test]
fn a_raise_in_the_middle_of_the_year_begins_with_its_month() {
    let plan = raises("A01;2026-07;5%;;\n;2026-09;;100,00;bazowy i ambitny");
    let p = projection(&SAMPLE, &[plan], 2026);
    assert_eq!(codes(&p), [""; 0]);
    assert_eq!((base(&p, 1, "A01", 6), base(&p, 1, "A01", 7)), ("6200.00".into(), "6510.00".into()));
    assert_eq!((base(&p, 0, "A01", 12), base(&p, 1, "A01", 12)), ("6510.00".into(), "6610.00".into()));
    assert_eq!((base(&p, 0, "A02", 12), base(&p, 2, "A02", 12)), ("5900.00".into(), "6000.00".into()));
    // Seniority follows its share: 12 % of 6 610.00.
    let seniority = paid(&p, 1, "A01", 12).seniority.as_ref().map(|m| m.value.to_string());
    assert_eq!(seniority, Some("793.20".to_owned()));
    // Złoty on a full post raise nobody who is paid by the hour.
    assert_eq!(base(&p, 2, "A03", 12), "6572.00");
}

#[test]
fn scenarios_differ_by_their_own_figures_and_a_blank_takes_the_base_one() {
    let plan = figures(
        "Podwyżka ogólna (%);;3%;6%\nPodwyżka ogólna od miesiąca;;2026-03;\nGodziny pracy w miesiącu na pełny etat (h);100;;",
    );
    let p = projection(&SAMPLE, &[plan], 2026);
    assert_eq!(codes(&p), [""; 0]);
    let march: Vec<String> = (0..3).map(|s| base(&p, s, "A01", 3)).collect();
    assert_eq!(march, ["6386.00", "6386.00", "6572.00"]);
    assert_eq!(base(&p, 2, "A01", 2), "6200.00");
    let hours: Vec<Option<Exact>> =
        (0..3).map(|s| paid(&p, s, "A01", 1).hours.as_ref().map(|h| h.value.clone())).collect();
    let nominal = Some(Exact::whole(160));
    assert_eq!(hours, [Some(Exact::whole(100)), nominal.clone(), nominal], "blank elsewhere: nominal");
    // A hundred hours are too few: the careful scenario earns A01 no supplement.
    let careful = settled(&p, 0);
    let a01 = careful.assistants.iter().find(|a| a.id == "A01").expect("settled");
    assert_eq!(careful.model.money(a01.total.supplement_co_financing), Money::ZERO);
}

#[test]
fn a_change_of_post_carries_pay_in_proportion_and_counts_days_of_its_month() {
    let p = projection(&SAMPLE, &[staff("A01;zmiana warunków;2026-05-16;;1/2;;;;;")], 2026);
    assert_eq!(codes(&p), [""; 0]);
    // May 2026 has 20 working days, ten of them to the 15th (1 May is off): 3 100.00 and half of 3 100.00.
    assert_eq!(base(&p, 1, "A01", 5), "4650.00");
    assert_eq!(base(&p, 1, "A01", 6), "3100.00");
    let rows: Vec<_> =
        p.scenarios[1].submission.employments.iter().filter(|e| e.assistant.value == "A01").collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].to.as_ref().map(|d| d.value), Day::new(2026, 5, 15));
    assert_eq!(rows[1].fte.as_ref().map(|f| f.value.clone()), Exact::ratio(1, 2));
    assert_eq!(rows[1].qualification.as_ref().map(|q| q.value.as_str()), Some("art. 12 ust. 1 pkt 1 lit. a"));
}

#[test]
fn a_vacancy_and_a_departure_change_the_staff_of_their_scenarios_only() {
    let plan = staff(
        "WAKAT1;zatrudnienie;2026-04-01;umowa o pracę;1;5600,00;5%;;;bazowy i ambitny\n\
         A02;odejście;2026-03-31;;;;;;;ostrożny",
    );
    let p = projection(&SAMPLE, &[plan], 2026);
    assert_eq!(codes(&p), [""; 0]);
    let who = |s: usize| -> BTreeSet<&str> {
        p.scenarios[s].submission.payments.iter().map(|x| x.assistant.value.as_str()).collect()
    };
    assert_eq!(who(0), BTreeSet::from(["A01", "A02", "A03"]));
    assert_eq!(who(2), BTreeSet::from(["A01", "A02", "A03", "WAKAT1"]));
    let months = |s: usize, id: &str| {
        p.scenarios[s].submission.payments.iter().filter(|x| x.assistant.value == id).count()
    };
    assert_eq!((months(0, "A02"), months(1, "A02"), months(1, "WAKAT1")), (3, 12, 9));
    // 5 % of 5 600.00; contributions of 5 880.00 with the supplement of 209.00: 6 089.00.
    let april = paid(&p, 1, "WAKAT1", 4);
    assert_eq!(april.seniority.as_ref().map(|m| m.value.to_string()), Some("280.00".to_owned()));
    assert_eq!(dues(april), ["594.29", "395.79", "101.69", "149.18", "0.00", "0.00"]);
}

#[test]
fn a_month_cut_by_absence_is_not_taken_for_normal_pay() {
    let cut = SMALL[2].1.replace("A2;2025-12;2800,00", "A2;2025-12;1400,00");
    let tables = [SMALL[0], SMALL[1], ("place.csv", cut.as_str())];
    assert_eq!(base(&projection(&tables, &[], 2026), 1, "A2", 1), "2800.00", "lower than the month before");
    let sick = "Identyfikator asystenta;Od;Do;Rodzaj\nA2;2025-12-01;2025-12-05;choroba\n".to_owned();
    let raised = SMALL[2].1.replace("A2;2025-12;2800,00", "A2;2025-12;2900,00");
    let tables = [SMALL[0], SMALL[1], ("place.csv", raised.as_str())];
    assert_eq!(base(&projection(&tables, &[], 2026), 1, "A2", 1), "2900.00", "a raise in the last month");
    let p = projection(&tables, &[("nieobecnosci.csv", sick)], 2026);
    assert_eq!(base(&p, 1, "A2", 1), "2800.00", "a month of sickness is passed over");
}

#[test]
fn a_part_of_a_month_is_scaled_up_where_no_month_is_whole() {
    let hired = SMALL[1].1.replace("A2;umowa o pracę;1/2;2020-01-01;", "A2;umowa o pracę;1/2;2025-12-15;");
    let paid = SMALL[2].1.replace("A2;2025-11;2800,00;273,28;182,00;46,76;0,00;2,80;2025-11-28\n", "");
    let paid = paid.replace("A2;2025-12;2800,00", "A2;2025-12;1500,00");
    let tables = [SMALL[0], ("zatrudnienie.csv", hired.as_str()), ("place.csv", paid.as_str())];
    // December 2025 has 20 working days (24 to 26 December are off), ten of them from the 15th.
    assert_eq!(base(&projection(&tables, &[], 2026), 1, "A2", 1), "3000.00");
}

#[test]
fn the_thirteenth_stands_apart_and_in_no_table() {
    let p = projection(&SAMPLE, &[], 2026);
    let who: Vec<&str> = p.scenarios[1].thirteenth.iter().map(|t| t.assistant.as_str()).collect();
    assert_eq!(who, ["A01", "A02"], "employment contracts only");
    let a01 = &p.scenarios[1].thirteenth[0];
    // 12 × (6 200.00 + 744.00 + 1 000.00 + 209.00) and 850.00 in May: 98 686.00; 8.5 % of it is 8 388.31.
    assert_eq!(p.model.money(a01.paid.expect("paid")).to_string(), "8388.31");
    // 818.70 + 545.24 + 140.08 + 205.51
    assert_eq!(p.model.money(a01.paid_contributions.expect("paid")).to_string(), "1709.53");
    // 12 × 8 153.00 = 97 836.00
    assert_eq!(p.model.money(a01.earned.expect("earned")).to_string(), "8316.06");
}

/// The thirteenth of an assistant for the year before, in the base scenario.
fn thirteenth(p: &Projection, who: &str) -> Option<String> {
    let found = p.scenarios[1].thirteenth.iter().find(|t| t.assistant == who)?;
    found.paid.map(|node| p.model.money(node).to_string())
}

/// The sample with pay of the first nine months only, and its rows of employment changed.
fn to_september(from: &str, to: &str) -> [(&'static str, String); 4] {
    let late = |line: &&str| !["2025-10;", "2025-11;", "2025-12;"].iter().any(|m| line.contains(m));
    let pay: Vec<&str> = SAMPLE[3].1.lines().filter(late).collect();
    assert!(from.is_empty() || SAMPLE[2].1.contains(from));
    let staff = SAMPLE[2].1.replace(from, to);
    [
        (SAMPLE[0].0, SAMPLE[0].1.to_owned()),
        (SAMPLE[1].0, SAMPLE[1].1.to_owned()),
        (SAMPLE[2].0, if from.is_empty() { SAMPLE[2].1.to_owned() } else { staff }),
        (SAMPLE[3].0, pay.join("\n")),
    ]
}

fn of_tables(tables: &[(&'static str, String)], plan: &[(&str, String)], year: i32) -> Projection {
    let tables: Vec<(&str, &str)> = tables.iter().map(|(name, text)| (*name, text.as_str())).collect();
    projection(&tables, plan, year)
}

#[test]
fn months_that_are_not_over_are_taken_at_todays_pay_for_the_thirteenth() {
    let p = of_tables(&to_september("", ""), &[], 2026);
    // Nothing changes from September to December, so the very sum of the whole year.
    assert_eq!(thirteenth(&p, "A01").as_deref(), Some("8388.31"));
    let row = p.assumptions.iter().find(|a| a.key == "thirteenth_share").expect("a row");
    assert!(row.source.contains("przyjęto z dzisiejszą płacą"), "{}", row.source);
    let whole = projection(&SAMPLE, &[], 2026);
    let row = whole.assumptions.iter().find(|a| a.key == "thirteenth_share").expect("a row");
    assert!(!row.source.contains("przyjęto"), "nothing is assumed of a year that is over: {}", row.source);
    // Hired in May and paid to September: five months and three to come.
    let late = SMALL[1].1.replace("A1;umowa o pracę;1;2020-01-01", "A1;umowa o pracę;1;2025-05-01");
    let rows =
        (5..=9).map(|m| format!("A1;2025-0{m};5000,00;488,00;325,00;83,50;122,50;5,00;2025-0{m}-28\n"));
    let head = SMALL[2].1.lines().next().expect("a heading");
    let pay = format!("{head}\n{}", rows.collect::<String>());
    let tables = [SMALL[0], ("zatrudnienie.csv", late.as_str()), ("place.csv", pay.as_str())];
    // 8 × 5 000.00 × 8.5 %
    assert_eq!(thirteenth(&projection(&tables, &[], 2026), "A1").as_deref(), Some("3400.00"));
    // Leaving at the end of October: six months.
    let left = staff("A1;odejście;2025-10-31;;;;;;;");
    assert_eq!(thirteenth(&projection(&tables, &[left], 2026), "A1").as_deref(), Some("2550.00"));
}

#[test]
fn whoever_left_after_six_months_is_still_owed_the_thirteenth() {
    for (last, owed) in [("2025-12-31", true), ("2025-05-31", false)] {
        let ended = SAMPLE[2].1.lines().map(|line| {
            let mut cells: Vec<&str> = line.split(';').collect();
            let to =
                SAMPLE[2].1.lines().next().and_then(|h| h.split(';').position(|c| c == "Zatrudniony do"));
            if cells[0] == "A02" {
                cells[to.expect("a column")] = last;
            }
            cells.join(";")
        });
        let staff = ended.collect::<Vec<_>>().join("\n");
        let after =
            |line: &&str| last != "2025-05-31" || !line.starts_with("A02;2025-") || line[9..11] < *"06";
        let pay: Vec<&str> = SAMPLE[3].1.lines().filter(after).collect();
        let pay = pay.join("\n");
        let tables =
            [SAMPLE[0], SAMPLE[1], ("zatrudnienie.csv", staff.as_str()), ("place.csv", pay.as_str())];
        let p = projection(&tables, &[], 2026);
        assert_eq!(thirteenth(&p, "A02").is_some(), owed, "{last}");
        assert!(p.scenarios[1].submission.payments.iter().all(|x| x.assistant.value != "A02"));
    }
}

#[test]
fn every_cell_holds_what_its_formula_yields() {
    let plan = [
        staff(
            "WAKAT1;zatrudnienie;2026-04-13;umowa o pracę;3/4;4600,00;;;;\nA01;zmiana warunków;2026-05-16;;1/3;;;;;\nB1;zatrudnienie;2026-02-10;umowa zlecenie;;;;33,33;41;ambitny",
        ),
        raises("A03;2026-02;3,3%;;\n;2026-07;1,7%;77,77;"),
        figures("Podwyżka ogólna (%);1%;2,2%;4%\nGodziny pracy w miesiącu na pełny etat (h);121,5;133;"),
    ];
    let p = projection(&SAMPLE, &plan, 2026);
    assert!(!crate::finding::has_errors(&p.findings), "{:?}", p.findings);
    let mut formulas = 0;
    for projected in &p.scenarios {
        for field in projected.submission.tables.iter().flat_map(|t| &t.rows).flat_map(|r| r.fields.values())
        {
            let Some(node) = p.model.input_at(field.at) else { continue };
            formulas += 1;
            let expected = match &field.datum {
                None => Value::Blank,
                Some(Datum::Amount(m)) => Value::Number(m.to_exact()),
                Some(Datum::Number(n)) => Value::Number(n.clone()),
                Some(Datum::Day(d)) => crate::calc::model::day_value(*d),
                Some(other) => panic!("no formula yields {other:?}"),
            };
            assert_eq!(*p.model.value(node), expected, "{}", projected.submission.sources.place(field.at));
            if let Origin::Formula(expr) = &p.model.node(node).origin {
                assert_eq!(expr.eval(&p.model), expected);
            }
        }
        let rows = projected.submission.tables.iter().map(|t| t.rows.len()).sum::<usize>();
        assert!(rows > 40 && projected.submission.payments.len() > 36);
    }
    assert!(formulas > 1_000, "{formulas}");
}

#[test]
fn cells_of_the_three_scenarios_and_of_this_year_never_meet() {
    let p = projection(&SAMPLE, &[], 2026);
    let mut seen = BTreeSet::new();
    for projected in &p.scenarios {
        for field in projected.submission.tables.iter().flat_map(|t| &t.rows).flat_map(|r| r.fields.values())
        {
            assert!(seen.insert(field.at), "{}", projected.submission.sources.place(field.at));
            assert!(projected.submission.sources.place(field.at).starts_with("prognoza-2026 › "));
        }
    }
}

#[test]
fn a_year_without_rates_names_them_and_the_plan_heals_it() {
    let p = projection(&SAMPLE, &[], 2027);
    let finding = p.findings.iter().find(|f| f.code.name == "plan-year-without-rates").expect("told");
    let text = format!("{:?}", finding.facts);
    assert!(text.contains("Składka emerytalna pracodawcy (%): 9,76% (31.12.2026)"), "{text}");
    assert!(!text.contains("Minimalne wynagrodzenie (zł)"), "announced for 2027: {text}");
    let own = figures(
        "Składka emerytalna pracodawcy (%);;9,76%;\nSkładka rentowa pracodawcy (%);;6,5%;\nSkładka na FP i FS (%);;2,45%;\nSkładka na FGŚP (%);;0,1%;\nWpłata pracodawcy na PPK (%);;1,5%;",
    );
    let p = projection(&SAMPLE, &[own], 2027);
    // The tables are of 2025: 2026 is passed over, and the thirteenth of 2026 is twelve months of today's pay.
    assert_eq!(codes(&p), ["plan-year-skipped"]);
    assert_eq!(thirteenth(&p, "A01").as_deref(), Some("8316.06"));
    let row = p.assumptions.iter().find(|a| a.key == "pension").expect("a row");
    assert_eq!((row.mark, row.source.as_str()), (Mark::Assumed, "plan: zalozenia.csv › zalozenia › C2"));
}

#[test]
fn every_fault_of_a_plan_is_named_at_its_cell() {
    let cases: Vec<(&str, (&str, String), &str)> = vec![
        ("plan-hire-before-year", staff("W1;zatrudnienie;2025-11-01;umowa o pracę;1;5000,00;;;;"), "C2"),
        ("plan-day-after-year", staff("W1;zatrudnienie;2027-01-01;umowa o pracę;1;5000,00;;;;"), "C2"),
        ("plan-post-impossible", staff("W1;zatrudnienie;2026-02-01;umowa o pracę;0;5000,00;;;;"), "E2"),
        ("plan-post-impossible", staff("W1;zatrudnienie;2026-02-01;umowa o pracę;5;5000,00;;;;"), "E2"),
        ("plan-post-impossible", staff("W1;zatrudnienie;2026-02-01;umowa o pracę;1,5;5000,00;;;;"), "E2"),
        ("plan-assistant-unknown", staff("A9;odejście;2026-03-31;;;;;;;"), "A2"),
        ("plan-assistant-unknown", raises("A9;2026-03;5%;;"), "A2"),
        (
            "plan-not-employed",
            staff("A01;odejście;2026-03-31;;;;;;;\nA01;zmiana warunków;2026-05-01;;1/2;;;;;"),
            "C3",
        ),
        ("plan-hire-employed", staff("A01;zatrudnienie;2026-03-01;umowa o pracę;1;5000,00;;;;"), "A2"),
        ("plan-hire-incomplete", staff("W1;zatrudnienie;2026-03-01;umowa o pracę;1;;;;;"), "F2"),
        ("plan-hire-incomplete", staff("W1;zatrudnienie;2026-03-01;umowa zlecenie;;;;40,00;;"), "I2"),
        ("plan-pay-contradicts", staff("A01;zmiana warunków;2026-03-01;;;;;;160;"), "I2"),
        (
            "plan-pay-contradicts",
            staff("W1;zatrudnienie;2026-03-01;umowa o pracę;1;5000,00;;40,00;160;"),
            "H2",
        ),
        (
            "plan-pay-contradicts",
            staff("W1;zatrudnienie;2026-03-01;umowa zlecenie;;5000,00;;40,00;160;"),
            "H2",
        ),
        ("plan-raise-outside-year", raises("A01;2025-07;5%;;"), "B2"),
        ("plan-raise-outside-year", figures("Podwyżka ogólna od miesiąca;;2025-07;"), "C2"),
        ("plan-raise-empty", raises("A01;2026-07;;;bazowy"), "A2"),
        ("plan-rows-contradict", raises("A01;2026-07;5%;;\nA01;2026-07;6%;;ambitny"), "A3"),
        (
            "plan-rows-contradict",
            figures("Stopa wypadkowa płatnika (%);;1,67%;\nStopa wypadkowa płatnika (%);;0,93%;"),
            "A3",
        ),
        ("plan-value-impossible", staff("W1;zatrudnienie;2026-02-01;umowa o pracę;1;-5000,00;;;;"), "F2"),
        ("plan-value-impossible", staff("W1;zatrudnienie;2026-02-01;umowa o pracę;1;0,00;;;;"), "F2"),
        ("plan-value-impossible", staff("A01;zmiana warunków;2026-02-01;;;;50%;;;"), "G2"),
        ("plan-value-impossible", staff("A03;zmiana warunków;2026-02-01;;;;;;300;"), "I2"),
        ("plan-value-impossible", figures("Minimalne wynagrodzenie (zł);;-5,00;"), "C2"),
        ("plan-value-impossible", figures("Minimalna stawka godzinowa (zł);;0,00;"), "C2"),
        ("plan-value-impossible", figures("Składka emerytalna pracodawcy (%);0%;;"), "B2"),
        ("plan-value-impossible", figures("Stopa wypadkowa płatnika (%);;30%;"), "C2"),
        (
            "plan-value-impossible",
            figures("Poziom dofinansowania kosztów zatrudnienia w planie (%);;;50%"),
            "D2",
        ),
        ("plan-value-impossible", figures("Godziny pracy w miesiącu na pełny etat (h);;300;"), "C2"),
        ("plan-changes-nothing", raises("A03;2026-03;;500,00;"), "D2"),
        ("plan-changes-nothing", staff("A01;zmiana warunków;2026-02-01;;;;;;;"), "B2"),
        ("plan-changes-nothing", staff("A03;zmiana warunków;2026-02-01;;1/2;;;;;"), "E2"),
        (
            "plan-not-employed",
            staff("W1;odejście;2026-02-01;;;;;;;\nW1;zatrudnienie;2026-03-01;umowa o pracę;1;5000,00;;;;"),
            "C2",
        ),
        ("plan-figure-unknown", figures("Podwyzka ogulna;;5%;"), "A2"),
        (
            "plan-nobody",
            staff(
                "A01;odejście;2025-12-31;;;;;;;\nA02;odejście;2025-12-31;;;;;;;\nA03;odejście;2025-12-31;;;;;;;",
            ),
            "",
        ),
    ];
    for (code, plan, cell) in cases {
        let what = format!("{code}: {}", plan.1);
        let p = projection(&SAMPLE, &[plan], 2026);
        let found = p.findings.iter().find(|f| f.code.name == code);
        let found = found.unwrap_or_else(|| panic!("{what} gives {:?}", codes(&p)));
        assert_eq!(found.at.map(|at| at.to_string()).unwrap_or_default(), cell, "{what}");
    }
}

#[test]
fn the_bounds_of_values_are_values_themselves() {
    let plan = [
        figures(
            "Stopa wypadkowa płatnika (%);0,33%;1,67%;5,8%\nPoziom dofinansowania kosztów zatrudnienia w planie (%);0%;30%;30%",
        ),
        staff("A01;zmiana warunków;2026-02-01;;;;20%;;;"),
    ];
    assert_eq!(codes(&projection(&SAMPLE, &plan, 2026)), [""; 0]);
}

#[test]
fn a_service_contract_paid_by_the_month_keeps_its_hours_and_so_its_supplement() {
    let p = projection(&SAMPLE, &[staff("A03;zmiana warunków;2026-02-01;;;7000,00;;;;")], 2026);
    assert_eq!(codes(&p), [""; 0]);
    let march = paid(&p, 1, "A03", 3);
    assert_eq!(march.base.as_ref().map(|m| m.value.to_string()), Some("7000.00".to_owned()));
    // The mean hours of this year as before; March 2026 has 176 hours: 209.00 × 106 ÷ 176 = 125.875.
    assert_eq!(march.hours.as_ref().map(|h| h.value.clone()), Some(Exact::whole(106)));
    assert_eq!(march.supplement.as_ref().map(|m| m.value.to_string()), Some("125.88".to_owned()));
}

#[test]
fn a_motivation_supplement_follows_the_post() {
    let p = projection(&SAMPLE, &[staff("A01;zmiana warunków;2026-02-01;;1/2;;;;;")], 2026);
    let motivation = |month| paid(&p, 1, "A01", month).motivation.as_ref().map(|m| m.value.to_string());
    assert_eq!(motivation(1).as_deref(), Some("1000.00"));
    assert_eq!(motivation(2).as_deref(), Some("500.00"));
}

#[test]
fn a_scenario_without_a_value_of_its_own_repeats_the_base_one() {
    let p = projection(&SAMPLE, &[figures("Podwyżka ogólna (%);;3%;6%")], 2026);
    let row = p.assumptions.iter().find(|a| a.key == "raise_percent").expect("a row");
    let formula = row.values.map(|id| matches!(p.model.node(id).origin, Origin::Formula(_)));
    assert_eq!(formula, [true, false, false]);
    let row = p.assumptions.iter().find(|a| a.key == "minimum_wage").expect("a row");
    let formula = row.values.map(|id| matches!(p.model.node(id).origin, Origin::Formula(_)));
    assert_eq!(formula, [true, false, true]);
}

#[test]
fn an_edition_of_some_months_says_so_and_a_one_off_supplement_becomes_no_monthly_one() {
    let of = |id: &str| Catalogue::built_in().get(id).expect("an edition");
    let intake = read(&SAMPLE, &[]);
    let p = project(&intake.submission, &of("asystent-rodziny-2023"), 2026);
    let said = p.findings.iter().find(|f| f.code.name == "plan-part-of-year").expect("told");
    let fact = |name: &str| said.facts.iter().find(|(n, _)| *n == name).map(|(_, fact)| fact.clone());
    let months = [11, 12].map(|number| Month::new(2026, number).map(Fact::Month));
    assert_eq!([fact("first"), fact("last")], months);
    // Tables of 2023 with its supplement of 2 090.00 paid once; the coming edition pays 250.00 a month.
    let agreement = SMALL[0].1.replace("asystent-rodziny-2025", "asystent-rodziny-2023");
    let pay = SMALL[2].1.replacen(
        "Składka emerytalna",
        "Dodatek z Programu - pełna kwota brutto (zł);Składka emerytalna",
        1,
    );
    let pay: Vec<String> = pay
        .lines()
        .enumerate()
        .map(|(i, line)| match (i, line.match_indices(';').nth(2)) {
            (1.., Some((at, _))) => {
                let gross = if line.starts_with("A1;2025-12") { "2090,00" } else { "" };
                format!("{};{gross}{}", &line[..at], &line[at..])
            }
            _ => line.to_owned(),
        })
        .collect();
    let pay = pay.join("\n");
    let tables = [("umowa.csv", agreement.as_str()), SMALL[1], ("place.csv", pay.as_str())];
    let p = projection(&tables, &[], 2026);
    let row = p.assumptions.iter().find(|a| a.key == "supplement").expect("a row");
    assert_eq!(p.model.money(row.values[1]).to_string(), "207.67");
    assert!(row.source.contains("jednorazow"), "{}", row.source);
}

#[test]
fn a_component_of_every_month_is_carried_at_its_mean_and_a_reward_is_not() {
    let with = |amounts: [&str; 3]| {
        let mut amounts = amounts.into_iter();
        let lines = SMALL[2].1.lines().map(|line| {
            let more = match line {
                _ if line.starts_with("Ident") => "Inne składniki oskładkowane (zł)",
                _ if line.starts_with("A1;") => amounts.next().unwrap_or_default(),
                _ => "",
            };
            format!("{line};{more}")
        });
        let pay = lines.collect::<Vec<_>>().join("\n");
        let p = projection(&[SMALL[0], SMALL[1], ("place.csv", pay.as_str())], &[], 2026);
        paid(&p, 1, "A1", 1).other_contributory.as_ref().map(|m| m.value.to_string())
    };
    assert_eq!(with(["100,00", "200,00", "310,00"]).as_deref(), Some("203.33"));
    assert_eq!(with(["", "200,00", "310,00"]), None, "not of every month");
    assert_eq!(with(["150,00", "150,00", "150,00"]).as_deref(), Some("150.00"));
}

#[test]
fn rows_without_fault_may_stand_in_different_scenarios() {
    let plan = [
        raises("A01;2026-07;5%;;ostrożny\nA01;2026-07;6%;;ambitny"),
        staff(
            "A01;odejście;2026-08-31;;;;;;;ostrożny\nA01;zatrudnienie;2026-09-01;umowa o pracę;1;6000,00;;;;ostrożny",
        ),
    ];
    let p = projection(&SAMPLE, &plan, 2026);
    assert_eq!(codes(&p), [""; 0]);
    assert_eq!(base(&p, 0, "A01", 9), "6000.00");
}

#[test]
fn a_contract_that_ends_with_the_year_is_asked_about_and_stays_ended() {
    let tables = [
        SMALL[0],
        (
            "zatrudnienie.csv",
            "Identyfikator asystenta;Forma zatrudnienia;Wymiar etatu;Zatrudniony od;Zatrudniony do\nA1;umowa o pracę;1;2020-01-01;\nA2;umowa o pracę;1/2;2025-01-01;2025-12-31\n",
        ),
        SMALL[2],
    ];
    let p = projection(&tables, &[], 2026);
    assert!(codes(&p).contains(&"plan-contract-ends"), "{:?}", codes(&p));
    assert!(p.scenarios[1].submission.payments.iter().all(|x| x.assistant.value == "A1"));
    let again = staff("A2;zatrudnienie;2026-01-01;umowa o pracę;1/2;2900,00;;;;");
    assert!(!codes(&projection(&tables, &[again], 2026)).contains(&"plan-contract-ends"));
}

#[test]
fn what_is_not_known_of_pay_or_year_is_an_error() {
    let tables = [SMALL[0], SMALL[1], ("place.csv", &SMALL[2].1.replace(";2800,00;", ";;"))];
    assert!(codes(&projection(&tables, &[], 2026)).contains(&"plan-no-pay"));
    assert!(codes(&projection(&SMALL, &[], 2024)).contains(&"plan-year-over"));
}

#[test]
fn an_unreadable_percentage_and_a_negative_post_are_named_by_intake_at_their_cells() {
    let plan =
        [raises("A01;2026-07;pięć;;"), staff("W1;zatrudnienie;2026-02-01;umowa o pracę;-1/2;5000,00;;;;")];
    let read = read(&SAMPLE, &plan);
    let at = |code: &str| {
        let found = read.findings.iter().find(|f| f.code.name == code);
        found.and_then(|f| f.at).map(|at| read.submission.sources.place(at)).unwrap_or_default()
    };
    assert_eq!(at("unreadable-percent"), "podwyzki.csv › podwyzki › C2");
    assert_eq!(at("unreadable-fte"), "zmiany.csv › zmiany › E2");
    let notes = read.findings.iter().filter(|f| f.code.name == "plan-not-settled").count();
    assert_eq!(notes, 2);
}

fn small_with(name: &'static str, change: impl Fn(&str) -> String) -> Projection {
    let tables = SMALL.map(|(n, text)| (n, if n == name { change(text) } else { text.to_owned() }));
    let tables: Vec<(&str, &str)> = tables.iter().map(|(n, text)| (*n, text.as_str())).collect();
    projection(&tables, &[], 2026)
}

#[test]
fn an_absence_that_goes_on_into_the_year_is_named_until_the_plan_lets_the_person_go() {
    let mut tables = SMALL.to_vec();
    tables.push((
        "nieobecnosci.csv",
        "Identyfikator asystenta;Od;Do;Rodzaj nieobecności\nA2;2025-12-15;2026-06-30;rodzicielski\n",
    ));
    let p = projection(&tables, &[], 2026);
    let found = p.findings.iter().find(|f| f.code.name == "plan-absence-goes-on").expect("said");
    assert_eq!(found.at.map(|at| at.to_string()), Some("C2".to_owned()));
    let plan =
        staff("A2;odejście;2025-12-31;;;;;;;\nA2;zatrudnienie;2026-07-01;umowa o pracę;1/2;2800,00;;;;");
    // Those tables pay A1 below the minimum of 2026, which is all that is left to say.
    assert_eq!(codes(&projection(&tables, &[plan], 2026)), ["plan-lifted-to-minimum"]);
}

#[test]
fn base_pay_that_moved_in_the_month_taken_is_named_with_both_amounts() {
    let p = small_with("place.csv", |t| t.replace("A1;2025-12;4666,00", "A1;2025-12;5226,00"));
    let found = p.findings.iter().find(|f| f.code.name == "plan-pay-moved").expect("said");
    let amounts = [&found.seen, &found.expected].map(|f| format!("{f:?}"));
    assert_ne!(amounts[0], amounts[1]);
    assert_eq!(found.at.map(|at| at.to_string()), Some("C4".to_owned()));
    assert_eq!(found.related.iter().map(ToString::to_string).collect::<Vec<_>>(), ["C3"]);
}

/// Money that another public purse pays towards the same pay lowers the cost next year as it does this year.
#[test]
fn other_public_money_goes_on_every_month_and_bears_no_contributions() {
    let p = small_with("place.csv", |t| {
        let rows = t.lines().map(|row| match row.split(';').next() {
            Some("A1") => format!("{row};1000,00\n"),
            Some("A2") => format!("{row};\n"),
            _ => format!("{row};Inne środki publiczne (zł)\n"),
        });
        rows.collect()
    });
    let public = |month| paid(&p, 1, "A1", month).other_public.as_ref().map(|m| m.value.to_string());
    assert_eq!([public(1), public(12)], [Some("1000.00".to_owned()), Some("1000.00".to_owned())]);
    let plain = projection(&SMALL, &[], 2026);
    assert_eq!(dues(paid(&p, 1, "A1", 1)), dues(paid(&plain, 1, "A1", 1)));
    let cost = |p: &Projection| {
        let settled = settled(p, 1);
        settled.model.money(settled.totals.employment_cost).grosze()
    };
    assert_eq!(cost(&plain) - cost(&p), 12 * 100_000);
}
