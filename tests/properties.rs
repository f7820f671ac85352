//! What must hold for every submission, tried on random ones.
//!
//! The proptest seed picks a generated submission; a failure names the seed, and `generator::case(seed)` is the case.

mod support;

use proptest::prelude::*;
use serde_json::Value;
use support::generator;
use support::program::{Outcome, differences, settle_tables};
use support::reference;
use support::submission::{Case, Shape};

fn settled(case: &Case) -> Outcome {
    settle_tables(&case.tables(), None).expect("generated tables can be read")
}

/// Amount of a key as grosze; zero for null.
fn grosze(value: &Value) -> i64 {
    let text = value.as_str().unwrap_or("0.00");
    text.replace('.', "").parse().expect("an amount with two decimals")
}

#[test]
fn a_thousand_random_submissions_agree_with_a_second_computation() {
    let mut wrong = Vec::new();
    for seed in 0..1050 {
        let case = generator::case(seed);
        let outcome = settled(&case);
        if outcome.run.has_errors() {
            wrong.push(format!("seed {seed}: {}", outcome.findings.join("; ")));
            continue;
        }
        let found = differences(&reference::settle(&case), &outcome.json);
        if !found.is_empty() {
            wrong.push(format!("seed {seed} {}: {}", case.programme, found.join("; ")));
        }
    }
    let shown = wrong.iter().take(25).cloned().collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{} of 1050 differ\n{shown}", wrong.len());
}

#[test]
fn the_generator_reaches_every_shape_and_every_binding_bound() {
    let cases: Vec<Case> = (0..700).map(generator::case).collect();
    for shape in [Shape::A, Shape::B, Shape::C, Shape::D, Shape::E] {
        assert!(cases.iter().filter(|c| c.shape == shape).count() >= 100, "{shape:?}");
    }
    assert!(cases.iter().any(|c| c.funds.iter().any(|f| f.awarded == Some(0))));
    assert!(cases.iter().any(|c| c.funds.iter().any(|f| f.awarded.is_none())));
    assert!(
        cases.iter().any(|c| c.pays.iter().any(|p| p.employment.is_some())),
        "two contract forms in one month"
    );
    assert!(cases.iter().any(|c| c.pays.iter().any(|p| p.base.is_some_and(|b| b < 0))), "corrections");
    assert!(cases.iter().any(|c| c.absences.iter().any(|a| a.sick)));
    for (i, (header, _)) in support::components::COLUMNS.iter().enumerate() {
        assert!(cases.iter().any(|c| c.pays.iter().any(|p| p.components[i].is_some())), "{header}");
    }
    assert!(cases.iter().any(|c| !c.refunds.is_empty()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parts_add_up_to_totals(seed in 0_u64..1_000_000) {
        let outcome = settled(&generator::case(seed));
        let totals = &outcome.json["totals"];
        let people = outcome.json["assistants"].as_array().expect("a list");
        let sum = |key: &str| people.iter().map(|p| grosze(&p[key])).sum::<i64>();
        for key in ["supplement_co_financing", "employment_co_financing", "own_contribution"] {
            prop_assert_eq!(sum(key), grosze(&totals[key]), "{} of seed {}", key, seed);
        }
        let t = |key: &str| grosze(&totals[key]);
        prop_assert_eq!(t("supplement_cost") + t("employment_cost"), t("task_cost"));
        prop_assert_eq!(t("supplement_co_financing") + t("employment_co_financing"), t("co_financing"));
        prop_assert_eq!(t("co_financing") + t("own_contribution"), t("task_cost"));
        let settled = outcome.run.settled.as_ref().expect("figures");
        let money = |id| settled.model.number(id);
        let lines: rozlicz::units::Exact = settled
            .lines
            .iter()
            .fold(rozlicz::units::Exact::zero(), |s, l| &(&s + &money(l.supplement_co_financing)) + &money(l.employment_co_financing));
        prop_assert_eq!(lines, money(settled.totals.co_financing), "lines of seed {}", seed);
    }

    #[test]
    fn co_financing_keeps_below_limit_award_and_transfer(seed in 0_u64..1_000_000) {
        let case = generator::case(seed);
        let outcome = settled(&case);
        let settled = outcome.run.settled.as_ref().expect("figures");
        for round in &settled.rounds {
            for figures in [&round.supplement, &round.employment].into_iter().flatten() {
                let paid = settled.model.number(figures.co_financing);
                prop_assert!(!paid.is_negative(), "seed {}", seed);
                prop_assert!(paid <= settled.model.number(figures.limit), "limit, seed {}", seed);
                prop_assert!(paid <= settled.model.number(figures.cost), "cost, seed {}", seed);
                for bound in [figures.awarded, figures.transferred] {
                    if !settled.model.value(bound).is_blank() {
                        prop_assert!(paid <= settled.model.number(bound), "seed {}", seed);
                    }
                }
            }
        }
    }

    #[test]
    fn more_hours_never_reduce_a_supplement(seed in 0_u64..1_000_000, row in any::<prop::sample::Index>(), more in 1_i64..5_000) {
        // Seeds of the two editions of shape D.
        let mut case = generator::case(seed * 7 + 4 + seed % 2);
        prop_assume!(case.shape == Shape::D && !case.pays.is_empty());
        // A bound on the total would hide what a line earns.
        case.funds.retain(|f| f.supplement);
        prop_assume!(!case.funds.is_empty());
        for fund in &mut case.funds {
            (fund.awarded, fund.received) = (None, None);
        }
        let before = grosze(&settled(&case).json["totals"]["supplement_co_financing"]);
        let pay = row.index(case.pays.len());
        prop_assume!(case.pays[pay].hours.is_some());
        case.pays[pay].hours = case.pays[pay].hours.map(|h| h + more);
        let after = grosze(&settled(&case).json["totals"]["supplement_co_financing"]);
        prop_assert!(after >= before, "seed {}: {} hours more: {} to {}", case.seed, more, before, after);
    }

    #[test]
    fn the_order_of_rows_does_not_matter(seed in 0_u64..1_000_000) {
        let mut case = generator::case(seed);
        let before = settled(&case);
        case.pays.reverse();
        case.contracts.reverse();
        case.funds.reverse();
        let after = settled(&case);
        prop_assert_eq!(&before.json["totals"], &after.json["totals"]);
        prop_assert_eq!(&before.json["assistants"], &after.json["assistants"]);
    }
}

#[test]
fn columns_of_components_settle_as_their_sums_do() {
    let apart = (0..120)
        .map(generator::case)
        .filter(|c| c.pays.iter().any(|p| p.components[..7].iter().any(Option::is_some)));
    let mut tried = 0;
    for case in apart {
        let mut together = case.clone();
        support::components::put_together(&mut together);
        assert_eq!(settled(&case).json["totals"], settled(&together).json["totals"], "seed {}", case.seed);
        tried += 1;
    }
    assert!(tried >= 20, "{tried} submissions with columns of components");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for seed in 0..14 {
        let tables = generator::case(seed).tables();
        let folder = tempfile::tempdir().expect("a folder");
        let input = folder.path().join("dane");
        support::workbook::write_csv(&input, &tables).expect("tables are written");
        let bytes = |name: &str| {
            let outcome =
                support::program::settle(std::slice::from_ref(&input), None, None).expect("settled");
            let path = folder.path().join(name);
            support::program::write_workbook(&outcome.run, false, &path).expect("written");
            std::fs::read(path).expect("read back")
        };
        assert!(bytes("a.xlsx") == bytes("b.xlsx"), "seed {seed}");
    }
}
