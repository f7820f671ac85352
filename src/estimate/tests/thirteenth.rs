//! The thirteenth salary: of whole years, of months still to come, of people who left.

use super::*;

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

/// The sample with pay of the first nine months only.
fn to_september() -> Projection {
    let late = |line: &&str| !["2025-10;", "2025-11;", "2025-12;"].iter().any(|m| line.contains(m));
    let pay = SAMPLE[3].1.lines().filter(late).collect::<Vec<_>>().join("\n");
    projection(&[SAMPLE[0], SAMPLE[1], SAMPLE[2], (SAMPLE[3].0, pay.as_str())], &[], 2026)
}

#[test]
fn months_that_are_not_over_are_taken_at_todays_pay_for_the_thirteenth() {
    let p = to_september();
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
