//! One plan for each thing that can be wrong with a plan, and values at the bounds.

use super::*;

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
