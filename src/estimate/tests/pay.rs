//! Pay carried on from this year: which month is taken, what of it goes on, raises and the minimum wage.

use super::*;

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
fn base_pay_that_moved_in_the_month_taken_is_named_with_both_amounts() {
    let p = small_with("place.csv", |t| t.replace("A1;2025-12;4666,00", "A1;2025-12;5226,00"));
    let found = p.findings.iter().find(|f| f.code.name == "plan-pay-moved").expect("said");
    let amounts = [&found.seen, &found.expected].map(|f| format!("{f:?}"));
    assert_ne!(amounts[0], amounts[1]);
    assert_eq!(found.at.map(|at| at.to_string()), Some("C4".to_owned()));
    assert_eq!(found.related.iter().map(ToString::to_string).collect::<Vec<_>>(), ["C3"]);
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
