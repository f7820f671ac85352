//! Projections checked by hand: the tables they are made of, what holds for all of them, and by topic the rest.

mod faults;
mod pay;
mod staff;
mod thirteenth;

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

/// The thirteenth of an assistant for the year before, in the base scenario.
fn thirteenth(p: &Projection, who: &str) -> Option<String> {
    let found = p.scenarios[1].thirteenth.iter().find(|t| t.assistant == who)?;
    found.paid.map(|node| p.model.money(node).to_string())
}

fn small_with(name: &'static str, change: impl Fn(&str) -> String) -> Projection {
    let tables = SMALL.map(|(n, text)| (n, if n == name { change(text) } else { text.to_owned() }));
    let tables: Vec<(&str, &str)> = tables.iter().map(|(n, text)| (*n, text.as_str())).collect();
    projection(&tables, &[], 2026)
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
