//! `close` from outside: what it plans is what `settle` then computes, a late transfer costs what `settle` shows, and
//! nothing is written where nothing can be done.

mod support;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

/// The sample municipality of 2025 as it stands on 19 December: no supplement granted, December not yet paid.
struct Desk {
    folder: tempfile::TempDir,
}

const CSV: &str = "place.csv";

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("dane");
        fs::create_dir(&data).expect("a folder for the tables");
        for entry in fs::read_dir(support::root().join("examples/samples/gmina-2025")).expect("the sample") {
            let path = entry.expect("an entry").path();
            fs::copy(&path, data.join(path.file_name().expect("a name"))).expect("a copy");
        }
        let desk = Self { folder };
        // The ledger of the whole year is not closed in December.
        fs::remove_file(desk.path("dane/ksiegi.csv")).expect("the ledger");
        desk.rewrite(|lines| {
            lines.retain(|line| !line.contains("LP/12D/2025"));
            for line in lines.iter_mut() {
                *line = line.replace("/12/2025;2025-12-22", "/12/2025;");
            }
        });
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Changes the rows of `Płace`; a column is added at the end of each: the day on which contributions were paid.
    fn rewrite(&self, change: impl FnOnce(&mut Vec<String>)) {
        let path = self.path("dane").join(CSV);
        let text = fs::read_to_string(&path).expect("the table");
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        change(&mut lines);
        fs::write(path, lines.join("\n") + "\n").expect("the changed table");
    }

    fn run(&self, line: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rozlicz"));
        command.args(line.split_whitespace()).current_dir(self.folder.path());
        command.output().expect("the program starts")
    }

    fn json(&self, line: &str) -> Value {
        serde_json::from_slice(&self.run(line).stdout).expect("one JSON object on standard output")
    }

    fn co_financing(&self) -> i64 {
        let settled = self.json("settle dane --as-of 2026-01-10 --json");
        grosze(&settled["totals"]["co_financing"])
    }
}

fn grosze(amount: &Value) -> i64 {
    amount.as_str().expect("an amount").replace('.', "").parse().expect("grosze")
}

fn list<'a>(object: &'a Value, key: &str) -> &'a [Value] {
    object[key].as_array().expect("a list")
}

/// The rows of `Płace` that the supplements to be granted will be, paid on a day.
fn rows_of(closed: &Value, day: &str) -> Vec<String> {
    let comma = |v: &Value| v.as_str().unwrap_or("").replace('.', ",");
    let row = |g: &Value| {
        let on = |key: &str| comma(&g["contributions"][key]);
        format!(
            "{};{};;;;;;{};;{};{};{};{};LP/D;{day}",
            g["assistant"].as_str().expect("an identifier"),
            g["month"].as_str().expect("a month"),
            comma(&g["gross"]),
            on("pension"),
            on("disability"),
            on("accident"),
            on("labour_fund"),
        )
    };
    list(closed, "grants").iter().map(row).collect()
}

#[test]
fn a_full_post_is_told_207_67_for_250_00_and_200_00() {
    let desk = Desk::new();
    let closed = desk.json("zamkniecie dane --as-of 2025-12-19 --json");
    let grant = list(&closed, "grants").iter().find(|g| g["assistant"] == "A01").expect("a full post");
    for (key, amount) in [
        ("gross", "207.67"),
        ("cost", "250.00"),
        ("earned", "200.00"),
        ("earned_with_one_grosz_less", "199.99"),
        ("lost_if_gross_equals_grant", "7.40"),
        ("own", "50.00"),
    ] {
        assert_eq!(grant[key], amount, "{key}");
    }
    assert_eq!(closed["last_working_day"], "2025-12-31");
    assert!(list(&closed, "findings").is_empty(), "{}", closed["findings"]);
}

#[test]
fn what_is_planned_is_what_settle_computes_once_it_is_paid() {
    let desk = Desk::new();
    let closed = desk.json("close dane --as-of 2025-12-19 --json");
    desk.rewrite(|lines| {
        for line in lines.iter_mut().filter(|line| line.ends_with("/12/2025;")) {
            line.push_str("2025-12-31");
        }
        lines.extend(rows_of(&closed, "2025-12-31"));
    });
    let settled = desk.json("settle dane --as-of 2026-01-10 --json");
    for key in [
        "task_cost",
        "supplement_co_financing",
        "employment_co_financing",
        "co_financing",
        "own_contribution",
    ] {
        assert_eq!(settled["totals"][key], closed["all_paid"][key], "{key}");
    }
    assert_eq!(settled["totals"]["to_return"], closed["all_paid"]["expected_return"]);
    let after = desk.json("close dane --as-of 2025-12-31 --json");
    assert!(list(&after, "grants").is_empty(), "nothing more to grant: {}", after["grants"]);
}

#[test]
fn a_late_transfer_costs_what_settle_shows_without_it() {
    let desk = Desk::new();
    let closed = desk.json("close dane --as-of 2025-12-19 --json");
    let whole = grosze(&closed["all_paid"]["co_financing"]);
    let lost = |kind: &str, payroll: &str, granted: bool| {
        let of = |t: &&Value| {
            t["kind"] == kind
                && t["payroll"] == payroll
                && t["to_be_granted"] == granted
                && t["assistants"] == serde_json::json!(["A01"])
        };
        grosze(&list(&closed, "transfers").iter().find(of).expect("the transfer")["lost_if_late"])
    };
    let rows = rows_of(&closed, "2025-12-31");
    // The supplement of A01, then the pay of A01 for December, a day late.
    for (late, expected) in
        [("LP/D", lost("pay", "", true)), ("LP/12/2025", lost("pay", "LP/12/2025", false))]
    {
        let desk = Desk::new();
        desk.rewrite(|lines| {
            lines.extend(rows.iter().cloned());
            for line in lines.iter_mut() {
                let paid = line.trim_end_matches("2025-12-31").to_owned();
                if line.ends_with("/12/2025;") || paid != *line {
                    let mine = line.starts_with("A01;") && line.contains(&format!(";{late};"));
                    *line = format!("{paid}{}", if mine { "2026-01-01" } else { "2025-12-31" });
                }
            }
        });
        assert_eq!(whole - desk.co_financing(), expected, "{late}");
    }
    // Contributions on the supplement, in the column for their day.
    let desk = Desk::new();
    desk.rewrite(|lines| {
        for line in lines.iter_mut().filter(|line| line.ends_with("/12/2025;")) {
            line.push_str("2025-12-31");
        }
        lines.extend(rows.iter().cloned());
        for (index, line) in lines.iter_mut().enumerate() {
            let mine = line.starts_with("A01;") && line.contains(";LP/D;");
            line.push_str(if index == 0 {
                ";Data zapłaty składek"
            } else if mine {
                ";2026-01-05"
            } else {
                ";"
            });
        }
    });
    assert_eq!(whole - desk.co_financing(), lost("contributions", "", true));
}

#[test]
fn the_re_booking_sums_to_the_co_financing_and_to_each_paragraph() {
    let closed = Desk::new().json("close dane --as-of 2025-12-19 --json");
    let booked = list(&closed, "booking");
    let sum = |of: &dyn Fn(&Value) -> bool| -> i64 {
        booked.iter().filter(|b| of(b)).map(|b| grosze(&b["amount"])).sum()
    };
    assert_eq!(sum(&|_| true), grosze(&closed["all_paid"]["co_financing"]));
    for row in list(&closed["all_paid"], "paragraphs") {
        let programme = grosze(&row["programme_supplement"]) + grosze(&row["programme_employment"]);
        assert_eq!(sum(&|b| b["paragraph"] == row["paragraph"]), programme, "{row}");
    }
}

#[test]
fn the_workbook_is_written_once_and_never_over_another() {
    let desk = Desk::new();
    let line = "close dane --as-of 2025-12-19 --out zamkniecie.xlsx";
    let first = desk.run(line);
    assert_eq!(first.status.code(), Some(0), "{}", String::from_utf8_lossy(&first.stderr));
    let out = String::from_utf8_lossy(&first.stdout).into_owned();
    assert!(out.contains("207,67") && out.contains("wszystkie wyniki zgodne"), "{out}");
    let tables = out.lines().filter(|line| line.starts_with("  "));
    assert!(tables.clone().count() > 30 && tables.into_iter().all(|l| l.chars().count() <= 100), "{out}");
    let bytes = fs::read(desk.path("zamkniecie.xlsx")).expect("the workbook");
    assert_eq!(desk.run(line).status.code(), Some(2), "an older plan is kept");
    assert_eq!(desk.run(&format!("{line} --force")).status.code(), Some(0));
    assert_eq!(
        fs::read(desk.path("zamkniecie.xlsx")).expect("the workbook"),
        bytes,
        "same input, same bytes"
    );
    let wrong = desk.run("close dane --as-of 2025-12-19 --out zamkniecie.csv");
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn where_nothing_can_be_done_nothing_is_written() {
    let desk = Desk::new();
    for (day, code) in [("2026-01-02", "close-after-deadline"), ("2024-12-19", "close-before-period")] {
        let done = desk.run(&format!("close dane --as-of {day} --out zamkniecie.xlsx"));
        assert_eq!(done.status.code(), Some(1), "{day}");
        assert!(String::from_utf8_lossy(&done.stdout).contains(code), "{day}");
    }
    let umowa = desk.path("dane/umowa.csv");
    let text = fs::read_to_string(&umowa).expect("the table");
    fs::write(&umowa, text.replace("Stopa wypadkowa (%);1,67%", "Stopa wypadkowa (%);")).expect("a change");
    let done = desk.run("close dane --as-of 2025-12-19 --out zamkniecie.xlsx");
    assert_eq!(done.status.code(), Some(1));
    let out = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(out.contains("close-accident-rate-missing") && out.contains("1,67%"), "{out}");
    assert!(!desk.path("zamkniecie.xlsx").exists());
    assert_eq!(desk.run("close dane").status.code(), Some(2), "the day must be given");
}
