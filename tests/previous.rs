//! A settlement set against the one before it, from files to files: two rounds, a correction and its correction back, an
//! annex, a part refund, two sources of money; and every settlement before that must be refused, by its code.
//!
//! Expected amounts are worked out by hand beside the tests, from the rules and the sample tables.

mod support;

use rozlicz::audit::Verdict;
use rozlicz::correction::{Item, Kind};
use rozlicz::finding::Severity;
use rozlicz::pipeline::audit::{AuditJob, audit};
use rozlicz::pipeline::{self, Job, Run};
use rozlicz::trace::sheet;
use rozlicz::units::Day;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use support::program::polish;
use support::tamper::{Book, Stored};
use support::workbook::{Table, read_tables, write_csv};

/// The readable tables of a sample.
fn sample(name: &str) -> Vec<Table> {
    read_tables(&support::root().join("examples/samples").join(name)).expect("the sample's tables")
}

fn day(iso: &str) -> Day {
    Day::parse_iso(iso).expect("a day")
}

/// Settles tables as of a day against a workbook.
fn settle(tables: &[Table], as_of: &str, previous: Option<&Path>) -> Run {
    let folder = tempfile::tempdir().expect("a folder");
    write_csv(folder.path(), tables).expect("written");
    let inputs = vec![folder.path().to_owned()];
    let previous = previous.map(Path::to_owned);
    let job = Job { inputs, as_of: Some(day(as_of)), previous, ..Job::default() };
    pipeline::run(&job).map_err(|e| e.text(polish())).expect("it runs")
}

/// Writes the workbook of a run, which the second engine computes on the way.
fn write(run: &mut Run, path: &Path, draft: bool) {
    let forms = pipeline::forms(None).expect("forms");
    let papers = pipeline::papers(run, &forms, draft).expect("the form is sound").expect("figures");
    papers.write(path, true).map_err(|e| e.text(polish())).expect("written");
}

/// Settles and writes a workbook that nobody may correct by accident.
fn workbook(tables: &[Table], as_of: &str, previous: Option<&Path>, path: &Path) -> Run {
    let mut run = settle(tables, as_of, previous);
    assert_eq!(errors(&run), [""; 0]);
    write(&mut run, path, false);
    run
}

fn errors(run: &Run) -> Vec<&'static str> {
    run.findings.iter().filter(|f| f.severity == Severity::Error).map(|f| f.code.name).collect()
}

/// What a run printed as JSON says.
fn json(run: &Run) -> Value {
    serde_json::to_value(run.result_object(false, polish())).expect("JSON")
}

/// What is to be settled, part by part: `dodatki I-VI Fundusz Pracy 1750.00 1750.00 0.00 none`.
fn due(run: &Run) -> Vec<String> {
    let all = json(run);
    let parts = all["difference"]["due_by_component"].as_array().expect("parts");
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    parts
        .iter()
        .map(|part| {
            let keys = ["component", "round", "source", "settled_before", "entitled_now", "due", "way"];
            keys.map(|key| word(&part[key])).join(" ")
        })
        .collect()
}

fn total(run: &Run, what: &str) -> [String; 3] {
    let all = json(run);
    let figure = &all["difference"]["totals"][what];
    ["before", "after", "difference"].map(|key| figure[key].as_str().unwrap_or("-").to_owned())
}

fn kinds(run: &Run) -> Vec<Kind> {
    run.settled.as_ref().and_then(|s| s.correction.as_ref()).map(|c| c.previous.kinds.clone()).expect("set")
}

/// Audits a workbook as the command does: against its trace and the law.
fn audited(path: &Path) -> Vec<String> {
    let job = AuditJob { workbook: path.to_owned(), ..AuditJob::default() };
    let report = audit(&job).expect("audited");
    let said: Vec<String> = report.findings.iter().map(|f| f.code.name.to_owned()).collect();
    assert_eq!(report.verdict() == Verdict::Clean, said.is_empty(), "{said:?}");
    said
}

/// Changes the cell of a table's row that holds all these values, in the column of a heading.
fn change(tables: &mut [Table], table: &str, row: &[&str], column: &str, value: &str) {
    let table = tables.iter_mut().find(|t| t.name == table).expect("the table");
    let at = table.rows[0].iter().position(|h| h == column).expect("the column");
    let holds = |cells: &&mut Vec<String>| row.iter().all(|value| cells.iter().any(|cell| cell == value));
    let cells = table.rows.iter_mut().find(holds).expect("the row");
    value.clone_into(&mut cells[at]);
}

fn field(tables: &mut [Table], name: &str, value: &str) {
    let umowa = tables.iter_mut().find(|t| t.name == "umowa").expect("the table");
    umowa.rows.retain(|row| row[0] != name);
    if !value.is_empty() {
        umowa.rows.push(vec![name.to_owned(), value.to_owned()]);
    }
}

/// July of A01 with 128 hours in place of 96.
fn with_july() -> Vec<Table> {
    let mut tables = sample("gmina-2025");
    change(&mut tables, "place", &["A01", "2025-07", "96"], "Godziny przepracowane (h)", "128");
    tables
}

/// 10,000.00 less pay of A03, who has no pay but base pay, so that the contributions stay as they are: 30 % is 3,000.00
/// less limit, 80,242.34 - 3,000.00 = 77,242.34, which is below the award of 78,500.00.
fn less_pay(tables: &mut [Table]) {
    for (month, was, now) in [("2025-01", "5952,00", "952,00"), ("2025-02", "6448,00", "1448,00")] {
        change(tables, "place", &["A03", month, was], "Wynagrodzenie zasadnicze (zł)", now);
    }
}

/// The first half-year of the sample of 2024, or its second.
fn half(second: bool) -> Vec<Table> {
    let mut tables = sample("gmina-2024");
    let (from, to) = if second { ("2024-07-01", "2024-12-31") } else { ("2024-01-01", "2024-06-30") };
    field(&mut tables, "Okres od", from);
    field(&mut tables, "Okres do", to);
    if !second {
        for name in ["Data złożenia wniosku VII-XII", "Numer aneksu", "Data aneksu"] {
            field(&mut tables, name, "");
        }
    }
    for table in &mut tables {
        match table.name.as_str() {
            "place" => {
                table.rows.retain(|row| row[1] == "Miesiąc" || (row[1].as_str() > "2024-06") == second);
            }
            "srodki" => {
                table.rows.retain(|row| row[1] == "Okres" || (row[1] == "VII-XII") == second);
            }
            _ => {}
        }
    }
    tables
}

/// A workbook of the sample of 2025, with its folder.
fn first_of_2025() -> &'static Path {
    static ONE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = ONE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("pierwsze.xlsx");
        workbook(&sample("gmina-2025"), "2026-01-10", None, &path);
        (folder, path)
    });
    path
}

/// A workbook of the first half-year of 2024.
fn first_half() -> &'static Path {
    static ONE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = ONE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("tura-1.xlsx");
        workbook(&half(false), "2024-11-05", None, &path);
        (folder, path)
    });
    path
}

/// A month that qualifies after all: the supplement costs 209.00 + 20.40 + 13.59 + 3.49 + 5.12 = 251.60 and earns 200.00,
/// so 51.60 is own. Corrected back, the difference is the same with the other sign; each is a correction of its own.
#[test]
fn a_correction_of_a_correction_leads_back_to_the_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, two) = (folder.path().join("korekta-1.xlsx"), folder.path().join("korekta-2.xlsx"));
    let there = workbook(&with_july(), "2026-01-12", Some(first_of_2025()), &one);
    assert_eq!(
        due(&there),
        [
            "dodatki - Fundusz Pracy 5534.10 5734.10 200.00 claim",
            "koszty zatrudnienia - Fundusz Pracy 78500.00 78500.00 0.00 none",
        ]
    );
    assert_eq!(kinds(&there), [Kind::Correction]);
    assert_eq!(total(&there, "task_cost"), ["274436.41", "274688.01", "251.60"]);
    assert_eq!(total(&there, "own_contribution")[2], "51.60");
    assert_eq!(total(&there, "left_to_return"), ["765.90", "565.90", "-200.00"]);
    let said = json(&there);
    assert_eq!(said["previous"]["file"], "pierwsze.xlsx");
    assert_eq!(said["previous"]["correction_number"], 1);
    assert_eq!(said["previous"]["programme"], "asystent-rodziny-2025");
    assert_eq!(said["difference"]["due"]["meaning"], "należne gminie");
    let a01 = &said["difference"]["assistants"][0];
    assert_eq!(a01["id"], "A01");
    assert_eq!(a01["figures"]["supplement_co_financing"]["difference"], "200.00");
    assert_eq!(audited(&one), [""; 0]);

    let back = workbook(&sample("gmina-2025"), "2026-01-20", Some(&one), &two);
    assert_eq!(due(&back)[0], "dodatki - Fundusz Pracy 5734.10 5534.10 -200.00 refund");
    assert_eq!(json(&back)["difference"]["due"]["meaning"], "do zwrotu przez gminę");
    assert_eq!(json(&back)["previous"]["previous_number"], 1);
    assert_eq!(json(&back)["previous"]["correction_number"], 2);
    for what in ["task_cost", "co_financing", "own_contribution", "to_return", "left_to_return"] {
        let (a, b) = (total(&there, what), total(&back, what));
        assert_eq!((&a[0], &a[1]), (&b[1], &b[0]), "{what}: it ends where it began");
        let opposite = |x: &str, y: &str| x.trim_start_matches('-') == y.trim_start_matches('-') && x != y;
        assert!(opposite(&a[2], &b[2]), "{what}: {} and {} cancel", a[2], b[2]);
    }
    assert_eq!(audited(&two), [""; 0]);
    // Every figure before is what the other workbook shows after, down to the total rows of the form.
    let items = |run: &Run| -> Vec<Item> {
        let c = run.settled.as_ref().and_then(|s| s.correction.clone()).expect("set");
        [c.components, c.assistants, c.paragraphs, c.form].concat()
    };
    let value = |run: &Run, id| run.settled.as_ref().map(|s| s.model.number(id)).expect("figures");
    let (a, b) = (items(&there), items(&back));
    assert!(a.len() > 100 && a.len() == b.len(), "{} and {}", a.len(), b.len());
    let mut moved = 0;
    for (a, b) in a.iter().zip(&b) {
        let sum = value(&there, a.difference) + value(&back, b.difference);
        assert!(sum.is_zero(), "{} {:?}", a.label, a.assistant);
        moved += usize::from(!value(&there, a.difference).is_zero());
    }
    assert!(moved > 10, "the supplement moves the component, A01, paragraphs and the form: {moved}");
}

/// Three corrections, one after another: what they add up to is the last settlement less the first.
#[test]
fn differences_of_a_chain_add_up_to_the_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut cut = with_july();
    less_pay(&mut cut);
    let chain = [with_july(), cut, with_july(), sample("gmina-2025")];
    let mut previous = first_of_2025().to_owned();
    let mut differences = Vec::new();
    for (number, tables) in chain.iter().enumerate() {
        let path = folder.path().join(format!("{number}.xlsx"));
        let mut run = settle(tables, "2026-01-20", Some(&previous));
        write(&mut run, &path, false);
        assert_eq!(json(&run)["previous"]["correction_number"], number + 1);
        differences.push(total(&run, "co_financing")[2].clone());
        previous = path;
    }
    // 78,500.00 - 77,242.34 = 1,257.66.
    assert_eq!(differences, ["200.00", "-1257.66", "1257.66", "-200.00"]);
    assert_eq!(audited(&previous), [""; 0]);
}

/// The second half-year earns 1,492.61 and 22,496.11; the first was settled with 1,750.00 and 20,000.00 and stays.
#[test]
fn the_second_round_settles_what_the_first_did_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let (whole, alone) = (folder.path().join("rok.xlsx"), folder.path().join("tura-2.xlsx"));
    let expected = [
        "dodatki I-VI Fundusz Pracy 1750.00 1750.00 0.00 none",
        "koszty zatrudnienia I-VI Fundusz Pracy 20000.00 20000.00 0.00 none",
        "dodatki VII-XII Fundusz Pracy - 1492.61 1492.61 claim",
        "koszty zatrudnienia VII-XII Fundusz Pracy - 22496.11 22496.11 claim",
    ];
    // The whole year again, and the second half-year alone: the first is then taken over as it was settled.
    for (tables, path) in [(sample("gmina-2024"), &whole), (half(true), &alone)] {
        let run = workbook(&tables, "2025-01-10", Some(first_half()), path);
        assert_eq!(due(&run), expected);
        assert_eq!(kinds(&run), [Kind::SecondRound, Kind::Amendment], "the annex came with it");
        assert_eq!(total(&run, "co_financing"), ["21750.00", "45738.72", "23988.72"]);
        assert_eq!(total(&run, "transferred"), ["21850.00", "47550.00", "25700.00"]);
        assert_eq!(total(&run, "left_to_return"), ["100.00", "1811.28", "1711.28"]);
        assert_eq!(audited(path), [""; 0]);
    }
    // A third settlement of the year goes on from the second half-year, which remembers the first.
    let third = settle(&sample("gmina-2024"), "2025-01-20", Some(&alone));
    assert_eq!(total(&third, "co_financing"), ["45738.72", "45738.72", "0.00"]);
    assert_eq!(kinds(&third), [Kind::Same]);
    let place = |run: &Run, round: &str| {
        let correction = run.settled.as_ref().and_then(|s| s.correction.clone()).expect("set");
        let of =
            |f: &&rozlicz::correction::Before| f.what == "co_financing" && f.round.as_deref() == Some(round);
        correction.previous.figures.iter().find(of).map(|f| f.place.clone()).expect("the figure")
    };
    assert!(place(&third, "VII-XII").starts_with("tura-2.xlsx › Obliczenia - sumy › "));
    assert!(place(&third, "I-VI").starts_with("tura-1.xlsx › Obliczenia - sumy › "));
}

/// In the second round the first turns out too high: a month of the first half-year is short of hours.
#[test]
fn the_second_round_takes_back_what_was_wrong_in_the_first() {
    let mut tables = sample("gmina-2024");
    change(&mut tables, "place", &["A01", "2024-01", "168"], "Godziny przepracowane (h)", "100");
    let run = settle(&tables, "2025-01-10", Some(first_half()));
    assert_eq!(due(&run)[0], "dodatki I-VI Fundusz Pracy 1750.00 1550.00 -200.00 refund");
    assert_eq!(due(&run)[2], "dodatki VII-XII Fundusz Pracy - 1492.61 1492.61 claim");
    assert_eq!(kinds(&run), [Kind::SecondRound, Kind::Amendment, Kind::Correction]);
}

/// An annex raises the award to 81,000.00: by the rules 80,242.34 is due. Until the money comes it is due and not
/// transferred; when it came, it is settled, and it is not claimed again: 80,242.34 was due before and is due now.
#[test]
fn an_annex_is_due_before_its_money_comes_and_settled_after() {
    let folder = tempfile::tempdir().expect("a folder");
    let waiting = folder.path().join("aneks.xlsx");
    let mut tables = sample("gmina-2025");
    field(&mut tables, "Numer aneksu", "1");
    field(&mut tables, "Data aneksu", "2025-12-22");
    change(&mut tables, "srodki", &["koszty zatrudnienia"], "Wnioskowano (zł)", "81200,00");
    change(&mut tables, "srodki", &["koszty zatrudnienia"], "Przyznano (zł)", "81000,00");
    let run = workbook(&tables, "2026-01-12", Some(first_of_2025()), &waiting);
    assert_eq!(due(&run)[1], "koszty zatrudnienia - Fundusz Pracy 78500.00 80242.34 1742.34 claim");
    assert_eq!(kinds(&run), [Kind::Amendment]);
    assert_eq!(total(&run, "co_financing")[2], "0.00");
    assert_eq!(total(&run, "due_not_transferred"), ["0.00", "1742.34", "1742.34"]);
    assert_eq!(audited(&waiting), [""; 0]);
    change(&mut tables, "srodki", &["koszty zatrudnienia"], "Otrzymano (zł)", "80242,34");
    let run = settle(&tables, "2026-01-15", Some(&waiting));
    assert_eq!(due(&run)[1], "koszty zatrudnienia - Fundusz Pracy 80242.34 80242.34 0.00 none");
    assert_eq!(total(&run, "transferred")[2], "1742.34");
    assert_eq!(total(&run, "co_financing")[2], "1742.34");
    assert_eq!(total(&run, "due_not_transferred"), ["1742.34", "0.00", "-1742.34"]);
}

/// The first half-year of 2024 is awarded 23,500.00 by annex and 20,000.00 came: by the rules 23,164.59 is due. It is
/// claimed once: the same tables again, the money, and a settlement after that add nothing. Undone before the money came,
/// the claim is gone with 3,164.59 and nothing goes back. There and back comes to nothing.
#[test]
fn a_claim_not_yet_paid_is_claimed_once_and_the_chain_leads_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = folder.path().join("0.xlsx");
    let start = sample("gmina-2024");
    workbook(&start, "2025-01-10", None, &first);
    let mut raised = start.clone();
    let row = ["koszty zatrudnienia", "I-VI"];
    change(&mut raised, "srodki", &row, "Wnioskowano (zł)", "23500,00");
    change(&mut raised, "srodki", &row, "Przyznano (zł)", "23500,00");
    let mut paid = raised.clone();
    change(&mut paid, "srodki", &row, "Otrzymano (zł)", "23500,00");
    let one = folder.path().join("1.xlsx");
    let wages = |run: &Run| {
        let all = due(run);
        all.into_iter().find(|d| d.starts_with("koszty zatrudnienia I-VI")).expect("the part")
    };
    let told = |figures: &str| format!("koszty zatrudnienia I-VI Fundusz Pracy {figures}");
    let run = workbook(&raised, "2025-01-11", Some(&first), &one);
    assert_eq!(wages(&run), told("20000.00 23164.59 3164.59 claim"));
    for same in [&raised, &paid] {
        let run = settle(same, "2025-01-12", Some(&one));
        assert_eq!(wages(&run), told("23164.59 23164.59 0.00 none"));
    }
    let run = workbook(&start, "2025-01-13", Some(&one), &folder.path().join("2.xlsx"));
    assert_eq!(wages(&run), told("23164.59 20000.00 -3164.59 nothing_back"));
    assert_eq!(json(&run)["difference"]["due"]["meaning"], "mniej należne, bez zwrotu");
    assert_eq!(audited(&folder.path().join("2.xlsx")), [""; 0]);
    let run = settle(&start, "2025-01-14", Some(&folder.path().join("2.xlsx")));
    assert_eq!(wages(&run), told("20000.00 20000.00 0.00 none"));
}

/// The second half-year was settled with 22,496.11 out of 24,000.00. An annex cuts the award to 21,000.00: 3,000.00 is
/// unused, and against the settlement before 21,000.00 - 22,496.11 = -1,496.11 goes back.
#[test]
fn an_award_cut_after_the_transfer_is_settled_when_an_annex_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = folder.path().join("0.xlsx");
    let mut tables = sample("gmina-2024");
    workbook(&tables, "2025-01-10", None, &first);
    change(&mut tables, "srodki", &["koszty zatrudnienia", "VII-XII"], "Przyznano (zł)", "21000,00");
    let run = settle(&tables, "2025-01-11", Some(&first));
    assert_eq!(errors(&run), [""; 0]);
    assert!(run.findings.iter().any(|f| f.code.name == "received-above-award"), "it is said all the same");
    let all = due(&run);
    let part = "koszty zatrudnienia VII-XII Fundusz Pracy 22496.11 21000.00 -1496.11 refund";
    assert!(all.iter().any(|d| d == part), "{all:?}");
    assert_eq!(total(&run, "to_return")[2], "1496.11");
    for name in ["Numer aneksu", "Data aneksu"] {
        field(&mut tables, name, "");
    }
    let run = settle(&tables, "2025-01-11", None);
    assert!(errors(&run).contains(&"received-above-award"), "without an annex it is a mistake");
}

/// The award is cut to 77,000.00 and the received money stays: 1,500.00 is to be returned. Of that 1,000.00 goes back.
#[test]
fn a_cut_award_is_returned_and_what_went_back_is_shown() {
    let mut tables = sample("gmina-2025");
    field(&mut tables, "Numer aneksu", "1");
    field(&mut tables, "Data aneksu", "2025-12-29");
    change(&mut tables, "srodki", &["koszty zatrudnienia"], "Przyznano (zł)", "77000,00");
    tables.push(Table {
        name: "zwroty".to_owned(),
        rows: ["Data;Składnik;Kwota główna (zł)", "2026-01-08;koszty zatrudnienia;1000,00"]
            .map(|line| line.split(';').map(str::to_owned).collect())
            .to_vec(),
    });
    let run = settle(&tables, "2026-01-12", Some(first_of_2025()));
    assert_eq!(due(&run)[1], "koszty zatrudnienia - Fundusz Pracy 78500.00 77000.00 -1500.00 refund");
    assert_eq!(total(&run, "returned"), ["0.00", "1000.00", "1000.00"]);
    // 765.90 of the supplements as before, and 1,500.00 - 1,000.00.
    assert_eq!(total(&run, "left_to_return"), ["765.90", "1265.90", "500.00"]);
    assert!(kinds(&run).contains(&Kind::Amendment));
}

/// An annex pays a part from the state budget: 78,500.00 go over 60,000.00 and 18,500.00 awarded, in proportion.
#[test]
fn two_sources_are_settled_each_by_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("dwa-zrodla.xlsx");
    let mut tables = sample("gmina-2025");
    let funds = tables.iter_mut().find(|t| t.name == "srodki").expect("the table");
    funds.rows = [
        "Składnik;Źródło;Wnioskowano (zł);Przyznano (zł);Otrzymano (zł);Data otrzymania",
        "dodatki;Fundusz Pracy;6320,00;6300,00;6300,00;2025-12-23",
        "koszty zatrudnienia;Fundusz Pracy;61200,00;60000,00;60000,00;2025-12-23",
        "koszty zatrudnienia;budżet państwa;20000,00;18500,00;18500,00;2025-12-23",
    ]
    .map(|line| line.split(';').map(str::to_owned).collect())
    .to_vec();
    let run = workbook(&tables, "2026-01-12", Some(first_of_2025()), &path);
    assert_eq!(
        due(&run)[1..],
        [
            "koszty zatrudnienia - Fundusz Pracy 78500.00 60000.00 -18500.00 refund",
            "koszty zatrudnienia - budżet państwa - 18500.00 18500.00 claim",
            "koszty zatrudnienia - - 0.00 0.00 0.00 none",
        ]
    );
    assert_eq!(json(&run)["difference"]["due"]["due"], "0.00");
    assert_eq!(audited(&path), [""; 0]);
    // Against that, each source by itself: 10,000.00 less pay leave 77,242.34; 77,242.34 x 18,500 / 78,500 = 18,203.6088….
    let mut less = tables.clone();
    less_pay(&mut less);
    let run = settle(&less, "2026-01-15", Some(&path));
    assert_eq!(
        due(&run)[1..3],
        [
            "koszty zatrudnienia - Fundusz Pracy 60000.00 59038.73 -961.27 refund",
            "koszty zatrudnienia - budżet państwa 18500.00 18203.61 -296.39 refund",
        ]
    );
}

/// A person is left out, and one comes in: both are named, with all that they cost before or cost now.
#[test]
fn assistants_who_left_the_tables_and_who_came_are_named() {
    let mut tables = sample("gmina-2025");
    for table in &mut tables {
        for row in &mut table.rows {
            row.iter_mut().filter(|cell| *cell == "A02").for_each(|cell| *cell = "A09".to_owned());
        }
    }
    let run = settle(&tables, "2026-01-12", Some(first_of_2025()));
    let settled = run.settled.as_ref().expect("figures");
    let correction = settled.correction.as_ref().expect("set");
    let told = |id: &str| {
        let of = |i: &&Item| i.assistant.as_deref() == Some(id) && i.what == "supplement_co_financing";
        let item = correction.assistants.iter().find(of).expect("the assistant");
        (settled.model.money(item.difference).to_string(), item.note)
    };
    assert_eq!(told("A02"), ("-1800.00".to_owned(), "nie ma w tym rozliczeniu"));
    assert_eq!(told("A09"), ("1800.00".to_owned(), "nowy w tym rozliczeniu"));
    assert_eq!(told("A01"), ("0.00".to_owned(), ""));
}

#[test]
fn what_changed_in_the_tables_is_told_by_row_and_value() {
    let run = settle(&with_july(), "2026-01-12", Some(first_of_2025()));
    let changes = run.settled.and_then(|s| s.correction).expect("set").previous.changes;
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert_eq!((changes[0].table.as_str(), changes[0].row.as_str()), ("Płace", "A01, lipiec 2025"));
    assert_eq!(changes[0].change, "Godziny przepracowane (h): było 96, jest 128");
}

/// Refuses: this code at the head of the errors, no figures, nothing to write even as a draft.
fn refused(run: &mut Run, code: &str) {
    assert_eq!(errors(run).first().copied(), Some(code));
    assert!(!run.may_be_written(true) && !run.may_be_written(false), "{code} cannot be overridden");
    let papers = pipeline::papers(run, &pipeline::forms(None).expect("forms"), true).expect("no fault");
    assert!(papers.is_none(), "{code}: no paper is made");
    let words = run.rendered(polish());
    let told = words.iter().find(|f| f.code == code).expect("told");
    assert!(!told.message.is_empty() && !told.hint.is_empty() && !told.message.contains('{'), "{told:?}");
}

fn place_of(run: &Run, code: &str) -> String {
    run.rendered(polish()).into_iter().find(|f| f.code == code).map(|f| f.place).unwrap_or_default()
}

/// The first settlement of 2025, changed.
fn tampered(change: impl FnOnce(&mut Book), folder: &Path) -> PathBuf {
    let bytes = std::fs::read(first_of_2025()).expect("read");
    let mut book = Book::read(&bytes).expect("a package");
    change(&mut book);
    let path = folder.join("zmienione.xlsx");
    std::fs::write(&path, book.write().expect("written")).expect("written");
    path
}

#[test]
fn a_workbook_changed_by_hand_is_refused_and_its_cell_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let bytes = std::fs::read(first_of_2025()).expect("read");
    let book = rozlicz::intake::book::read("a.xlsx", &bytes).expect("a workbook");
    let trace = sheet::found(&book).expect("a trace").expect("sound");
    let figure = trace.figures.iter().find(|f| f.what == "co_financing" && f.component.is_some());
    let at = figure.and_then(|f| f.at).expect("its cell");
    let path = tampered(|book| book.put(at, Stored::Number("9999".to_owned())), folder.path());
    let mut run = settle(&with_july(), "2026-01-12", Some(&path));
    let place = place_of(&run, "previous-changed");
    assert!(place.starts_with("zmienione.xlsx › Obliczenia - sumy › "), "{place}");
    let details: Vec<&str> = run.findings.iter().map(|f| f.code.name).collect();
    assert!(details.contains(&"audit-typed-over"), "{details:?}");
    refused(&mut run, "previous-changed");
}

#[test]
fn a_workbook_without_a_trace_or_with_a_broken_one_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let sent = folder.path().join("do-wyslania.xlsx");
    support::program::write_to_send(&settle(&sample("gmina-2025"), "2026-01-10", None), &sent).expect("sent");
    let mut run = settle(&with_july(), "2026-01-12", Some(&sent));
    refused(&mut run, "previous-no-trace");
    let broken = tampered(
        |book| book.put((book.sheet("Ślad"), sheet::DIGEST_ROW, 1), Stored::Text("0".repeat(64))),
        folder.path(),
    );
    let mut run = settle(&with_july(), "2026-01-12", Some(&broken));
    refused(&mut run, "previous-trace-damaged");
}

#[test]
fn a_draft_is_no_settlement_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("projekt.xlsx");
    write(&mut settle(&sample("gmina-2025"), "2026-01-10", None), &path, true);
    refused(&mut settle(&with_july(), "2026-01-12", Some(&path)), "previous-draft");
}

#[test]
fn another_municipality_or_programme_is_refused_at_its_cell() {
    let mut other = with_july();
    change(&mut other, "umowa", &["Kod TERYT gminy"], "Wartość", "1465011");
    let mut run = settle(&other, "2026-01-12", Some(first_of_2025()));
    assert_eq!(place_of(&run, "previous-other-municipality"), "umowa.csv › umowa › B3");
    refused(&mut run, "previous-other-municipality");
    let mut run = settle(&sample("gmina-2025"), "2026-01-12", Some(first_half()));
    assert_eq!(place_of(&run, "previous-other-programme"), "umowa.csv › umowa › B6");
    refused(&mut run, "previous-other-programme");
}

#[test]
fn without_codes_the_names_decide() {
    let mut other = with_july();
    field(&mut other, "Kod TERYT gminy", "");
    field(&mut other, "Nazwa gminy", "Olszynki Górne");
    let run = settle(&other, "2026-01-12", Some(first_of_2025()));
    assert!(errors(&run).contains(&"previous-other-municipality"), "{:?}", errors(&run));
    // With the same code another spelling of the name is no other municipality.
    let mut same = with_july();
    change(&mut same, "umowa", &["Nazwa gminy"], "Wartość", "OLSZYNKI DOLNE (gmina)");
    assert_eq!(errors(&settle(&same, "2026-01-12", Some(first_of_2025()))), [""; 0]);
}

#[test]
fn a_settlement_before_is_neither_newer_nor_of_other_days_nor_the_data() {
    let mut run = settle(&with_july(), "2026-01-09", Some(first_of_2025()));
    refused(&mut run, "previous-newer");
    let folder = tempfile::tempdir().expect("a folder");
    let second = folder.path().join("tura-2.xlsx");
    workbook(&half(true), "2025-01-10", None, &second);
    let mut run = settle(&half(false), "2025-01-20", Some(&second));
    assert!(place_of(&run, "previous-period").starts_with("umowa.csv › umowa › B"));
    refused(&mut run, "previous-period");
    let inputs = vec![support::root().join("examples/samples/gmina-2025"), first_of_2025().to_owned()];
    let previous = Some(first_of_2025().to_owned());
    let job = Job { inputs, as_of: Some(day("2026-01-12")), previous, ..Job::default() };
    let run = pipeline::run(&job).map_err(|e| e.text(polish())).expect("it runs");
    assert!(errors(&run).contains(&"previous-is-input"), "{:?}", errors(&run));
    assert!(!run.may_be_written(true));
}

/// Both the amounts before and the formulas over them are watched by the audit of the new workbook.
#[test]
fn what_was_settled_before_cannot_be_changed_in_the_new_workbook_unnoticed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("korekta.xlsx");
    workbook(&with_july(), "2026-01-12", Some(first_of_2025()), &path);
    let bytes = std::fs::read(&path).expect("read");
    let whole = Book::read(&bytes).expect("a package");
    for (sheet, column, code) in
        [("Korekta - poprzednio", 2, "audit-parameter-changed"), ("Korekta", 6, "audit-typed-over")]
    {
        let mut book = whole.clone();
        let index = book.sheet(sheet);
        let amount = |at: &(usize, u32, u32)| {
            at.0 == index && at.2 == column && whole.shown(*at).parse::<f64>().is_ok_and(|n| n > 100.0)
        };
        let at = whole.filled().into_iter().find(amount).expect("an amount");
        book.put(at, Stored::Number("1".to_owned()));
        let changed = folder.path().join("zmieniona.xlsx");
        std::fs::write(&changed, book.write().expect("written")).expect("written");
        let said = audited(&changed);
        assert!(said.iter().any(|name| name == code), "{sheet}: {said:?}");
        let mut run = settle(&sample("gmina-2025"), "2026-01-20", Some(&changed));
        refused(&mut run, "previous-changed");
    }
}

/// With the tables at hand the audit settles them again, against what the trace recorded of the settlement before.
#[test]
fn a_correction_is_audited_against_its_tables_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, data) = (folder.path().join("korekta.xlsx"), folder.path().join("dane"));
    std::fs::create_dir(&data).expect("a folder");
    write_csv(&data, &with_july()).expect("written");
    let inputs = vec![data.clone()];
    let previous = Some(first_of_2025().to_owned());
    let job = Job { inputs, as_of: Some(day("2026-01-12")), previous, ..Job::default() };
    let mut run = pipeline::run(&job).map_err(|e| e.text(polish())).expect("it runs");
    run.price();
    write(&mut run, &path, false);
    let job = AuditJob { workbook: path, data: vec![data], ..AuditJob::default() };
    let report = audit(&job).expect("audited");
    let said: Vec<&str> = report.findings.iter().map(|f| f.code.name).collect();
    assert_eq!(said, [""; 0]);
}

#[test]
fn a_difference_is_explained_down_to_the_cell_of_the_settlement_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("korekta.xlsx");
    workbook(&with_july(), "2026-01-12", Some(first_of_2025()), &path);
    let limits = rozlicz::explain::Limits::default();
    let told = rozlicz::pipeline::explaining::cell(&path, "Korekta!G8", limits)
        .map_err(|e| e.text(polish()))
        .expect("explained");
    let text = rozlicz::explain::text::text(&told, false, polish());
    let text = text.replace(['\u{a0}', '\u{202f}'], " ");
    for part in ["200,00", "5 534,10", "pierwsze.xlsx › Obliczenia - sumy › "] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn no_row_of_the_terminal_is_longer_than_a_hundred_columns() {
    let folder = tempfile::tempdir().expect("a folder");
    write_csv(folder.path(), &sample("gmina-2024")).expect("written");
    let program = env!("CARGO_BIN_EXE_rozlicz");
    for lang in ["pl", "en"] {
        let done = std::process::Command::new(program)
            .args(["settle", "--as-of", "2025-01-10", "--lang", lang, "--previous"])
            .args([first_half(), folder.path()])
            .output()
            .expect("it runs");
        assert_eq!(done.status.code(), Some(0));
        let out = String::from_utf8(done.stdout).expect("text");
        let from = out.find("tura-1.xlsx").expect("the title");
        let table = &out[from..];
        let end = table.find("[hours-below-threshold]").expect("the findings after it");
        let rows: Vec<&str> = table[..end].lines().filter(|line| line.starts_with("  ")).collect();
        assert!(rows.len() > 12, "{table}");
        assert!(rows.iter().all(|row| row.chars().count() <= 100), "{rows:#?}");
    }
}
