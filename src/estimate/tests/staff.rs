//! Who is there and on which terms: changes of the plan, contracts that end, absences that go on.

use super::*;

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
fn a_motivation_supplement_follows_the_post() {
    let p = projection(&SAMPLE, &[staff("A01;zmiana warunków;2026-02-01;;1/2;;;;;")], 2026);
    let motivation = |month| paid(&p, 1, "A01", month).motivation.as_ref().map(|m| m.value.to_string());
    assert_eq!(motivation(1).as_deref(), Some("1000.00"));
    assert_eq!(motivation(2).as_deref(), Some("500.00"));
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
