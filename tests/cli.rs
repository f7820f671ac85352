//! The program as a user meets it: exit codes, what is written and what is not, and the keys of the JSON result.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder with the tables of an invented municipality as CSV files, and room for outputs.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let source = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples/samples/gmina-2025");
        let data = folder.path().join("dane");
        fs::create_dir(&data).expect("a folder for the tables");
        for entry in fs::read_dir(source).expect("the sample's tables") {
            let path = entry.expect("an entry").path();
            fs::copy(&path, data.join(path.file_name().expect("a name"))).expect("a copy");
        }
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Replaces the first occurrence of a text in one of the tables.
    fn spoil(&self, table: &str, old: &str, new: &str) {
        let path = self.path("dane").join(table);
        let text = fs::read_to_string(&path).expect("a table");
        assert!(text.contains(old), "{table} holds {old}");
        fs::write(path, text.replacen(old, new, 1)).expect("a spoilt table");
    }

    fn run(&self, line: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rozlicz"));
        command.args(line.split_whitespace()).current_dir(self.folder.path());
        command.output().expect("the program starts")
    }

    /// Returns the names of everything on the desk but the data.
    fn written(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("the desk");
        let mut names: Vec<String> =
            entries.map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.retain(|name| name != "dane");
        names.sort();
        names
    }
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).expect("one JSON object on standard output")
}

fn sheet_names(path: &Path) -> Vec<String> {
    use calamine::Reader as _;
    let book: calamine::Xlsx<_> = calamine::open_workbook(path).expect("a workbook");
    book.sheet_names()
}

/// All text of a sheet.
fn sheet_text(path: &Path, sheet: &str) -> Vec<String> {
    use calamine::Reader as _;
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).expect("a workbook");
    let range = book.worksheet_range(sheet).expect("a sheet");
    range.used_cells().map(|(_, _, cell)| cell.to_string().trim().to_owned()).collect()
}

#[test]
fn a_sound_submission_is_settled_and_sent_without_working_sheets() {
    let desk = Desk::new();
    let run = desk.run("settle dane --out r.xlsx --do-wysylki w.xlsx --as-of 2026-01-10 --table u.csv");
    assert_eq!(code(&run), Some(0), "{}", text(&run));
    assert_eq!(desk.written(), ["r.xlsx", "u.csv", "w.xlsx"]);
    let (whole, sent) = (sheet_names(&desk.path("r.xlsx")), sheet_names(&desk.path("w.xlsx")));
    assert!(whole.contains(&"Kontrole".to_owned()));
    assert!(!sent.is_empty());
    assert_eq!(whole[..sent.len()], sent, "the official sheets come first, and they alone are sent");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let desk = Desk::new();
    for name in ["a.xlsx", "b.xlsx"] {
        let run = desk.run(&format!("policz dane --out {name} --as-of 2026-01-10"));
        assert_eq!(code(&run), Some(0), "{}", text(&run));
    }
    let bytes = |name| fs::read(desk.path(name)).expect("a workbook");
    assert!(bytes("a.xlsx") == bytes("b.xlsx"));
}

#[test]
fn an_error_in_the_data_ends_with_one_and_nothing_is_written_unless_a_draft_is_asked_for() {
    let desk = Desk::new();
    desk.spoil("place.csv", ";6200,00;", ";brak danych;");
    let run = desk.run("settle dane --out r.xlsx --as-of 2026-01-10");
    assert_eq!(code(&run), Some(1), "{}", text(&run));
    assert!(text(&run).contains("place.csv"), "the finding names the file: {}", text(&run));
    assert!(desk.written().is_empty());
    let draft = desk.run("settle dane --out r.xlsx --as-of 2026-01-10 --draft");
    assert_eq!(code(&draft), Some(1));
    assert!(text(&draft).contains("PROJEKT"));
    assert_eq!(desk.written(), ["r.xlsx"]);
}

#[test]
fn json_gives_what_can_be_computed_even_with_errors() {
    let desk = Desk::new();
    let sound = json(&desk.run("settle dane --json"));
    for key in ["task_cost", "co_financing", "own_contribution", "transferred", "to_return", "left_to_return"]
    {
        assert!(sound["totals"][key].is_string(), "{key}");
    }
    assert_eq!(sound["programme"], "asystent-rodziny-2025");
    assert_eq!(sound["assistants"][0]["id"], "A01");
    assert!(sound.get("rounds").is_none(), "a year of one round has no rounds");

    desk.spoil("place.csv", ";6200,00;", ";brak danych;");
    let run = desk.run("settle dane --json");
    assert_eq!(code(&run), Some(1));
    let spoilt = json(&run);
    assert!(spoilt["totals"]["task_cost"].is_string());
    assert_ne!(spoilt["totals"]["task_cost"], sound["totals"]["task_cost"]);
    assert_eq!(spoilt["findings"][0]["severity"], "error");
    assert!(desk.written().is_empty());
}

#[test]
fn a_programme_that_does_not_exist_is_named_at_its_cell() {
    let desk = Desk::new();
    desk.spoil("umowa.csv", "asystent-rodziny-2025", "asystent-rodziny-2052");
    let run = desk.run("check dane --json");
    assert_eq!(code(&run), Some(1));
    let found = &json(&run)["findings"][0];
    assert_eq!(found["code"], "programme-year-unknown");
    assert_eq!(found["cell"], "B6");
    let other = desk.run("check dane --programme asystent-rodziny-2025");
    assert_eq!(code(&other), Some(0), "{}", text(&other));
    let asked = desk.run("settle dane --programme asystent-rodziny-2026 --json");
    assert_eq!(code(&asked), Some(2));
    for told in ["nie ma edycji", "Nie bierz kwot", "asystent-rodziny-2025", "--programmes FOLDER"] {
        assert!(text(&asked).contains(told), "{told}: {}", text(&asked));
    }
}

#[test]
fn inputs_and_earlier_settlements_are_never_lost() {
    let desk = Desk::new();
    fs::write(desk.path("r.xlsx"), "older").expect("an older file");
    for line in [
        "settle dane --out r.xlsx --as-of 2026-01-10",
        "settle dane --out dane/place.csv --as-of 2026-01-10 --force",
        "settle dane --out dane/nowy.xlsx --as-of 2026-01-10",
        "settle dane --out x.xlsx --to-send x.xlsx --as-of 2026-01-10",
        "settle dane --out nie/ma/x.xlsx --as-of 2026-01-10",
        "settle dane --out x.xlsx",
        "settle brak --out x.xlsx --as-of 2026-01-10",
        "init asystent-rodziny-2026 --out x.xlsx",
        "init asystent-rodziny-2025 --out x.csv",
        "settle dane --out x --as-of 2026-01-10",
        "settle dane --out x.xlsx --table uwagi.doc --as-of 2026-01-10",
        "check dane --table uwagi",
        "settle dane --to-send x.ods --as-of 2026-01-10",
        "settle dane --out /dev/null --as-of 2026-01-10 --force",
    ] {
        let run = desk.run(line);
        assert_eq!(code(&run), Some(2), "{line}: {}", text(&run));
        assert_eq!(desk.written(), ["r.xlsx"], "{line}");
    }
    assert_eq!(fs::read_to_string(desk.path("r.xlsx")).expect("the older file"), "older");
    assert!(fs::read_to_string(desk.path("dane/place.csv")).expect("the pay").contains("Miesiąc"));
    assert_eq!(code(&desk.run("settle dane --out r.xlsx --as-of 2026-01-10 --force")), Some(0));
}

#[test]
fn a_refusal_speaks_polish_and_names_the_way_out() {
    let desk = Desk::new();
    fs::write(desk.path("r.xlsx"), "older").expect("an older file");
    let told = text(&desk.run("settle dane --out r.xlsx --as-of 2026-01-10"));
    assert!(told.contains("--force"), "{told}");
    let told = text(&desk.run("settle brak"));
    assert!(told.contains("nie ma takiego pliku"), "{told}");
    assert!(!told.contains("os error"), "{told}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_result_that_cannot_be_printed_is_no_success() {
    let desk = Desk::new();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("the device");
    let mut command = Command::new(env!("CARGO_BIN_EXE_rozlicz"));
    command.args(["settle", "dane", "--json"]).current_dir(desk.folder.path()).stdout(full);
    let run = command.output().expect("the program starts");
    assert_eq!(code(&run), Some(2));
    assert!(text(&run).contains("nie ma miejsca"), "{}", text(&run));
}

#[test]
fn check_writes_nothing() {
    let desk = Desk::new();
    let run = desk.run("sprawdz dane");
    assert_eq!(code(&run), Some(0), "{}", text(&run));
    assert!(desk.written().is_empty());
}

#[cfg(feature = "analytics")]
#[test]
fn frames_are_written_as_tables_that_add_up() {
    let desk = Desk::new();
    fs::create_dir(desk.path("tabele")).expect("a folder");
    let run = desk.run("settle dane --frames tabele");
    assert_eq!(code(&run), Some(0), "{}", text(&run));
    let rows = fs::read_to_string(desk.path("tabele/asystento-miesiace.csv")).expect("the rows");
    assert!(rows.lines().count() > 12, "{rows}");
    assert!(rows.lines().next().is_some_and(|head| head.contains("co_financing")));
}

#[test]
fn a_reading_on_the_command_line_changes_the_figures_by_the_price_that_was_told() {
    let desk = Desk::new();
    let told = json(&desk.run("programmes readings asystent-rodziny-2025 --data dane --json"));
    let reading = |name: &str| {
        let all = told["readings"].as_array().expect("readings");
        all.iter().find(|reading| reading["name"] == name).expect("a reading of the edition").clone()
    };
    let price = &reading("supplement-cost")["prices"][0];
    assert_eq!(price["way"], "gross");
    let grosze = |value: &serde_json::Value| -> i64 {
        value.as_str().expect("an amount").replace('.', "").parse().expect("grosze")
    };
    let co_financing = |line: &str| grosze(&json(&desk.run(line))["totals"]["co_financing"]);
    let other = co_financing("settle dane --json --reading supplement-cost=gross");
    let difference = other - co_financing("settle dane --json");
    assert_ne!(difference, 0);
    assert_eq!(difference, grosze(&price["co_financing"]));
}

#[test]
fn the_command_line_wins_over_the_table_and_says_so() {
    let desk = Desk::new();
    let table = "Nazwa;Wartość;Podstawa;Kto przyjął\nhours-worked;with-holiday-leave;pismo PS-VI.1;Nowa\n";
    fs::write(desk.path("dane").join("odczytania.csv"), table).expect("a table");
    let of = |run: &Output| {
        let result = json(run);
        let all = result["readings"].as_array().expect("readings");
        all.iter().find(|reading| reading["name"] == "hours-worked").expect("the reading").clone()
    };
    let chosen = of(&desk.run("settle dane --json"));
    assert_eq!(chosen["in_force"], "with-holiday-leave");
    assert_eq!(chosen["basis"]["chosen"], "submission");
    assert_eq!(chosen["basis"]["letter"], "pismo PS-VI.1");
    let line = "settle dane --reading hours-worked=every-paid-absence";
    let overruled = of(&desk.run(&format!("{line} --json")));
    assert_eq!(overruled["in_force"], "every-paid-absence");
    assert_eq!(overruled["basis"]["chosen"], "command-line");
    let run = desk.run(line);
    assert_eq!(code(&run), Some(0), "{}", text(&run));
    assert!(text(&run).contains("reading-overruled"), "{}", text(&run));
}

#[test]
fn a_wrong_reading_on_the_command_line_ends_with_two_and_lists_what_is_accepted() {
    let desk = Desk::new();
    for (line, word) in [
        ("settle dane --reading hours", "NAZWA=WARTOŚĆ"),
        ("check dane --reading hour=work-only", "hours-worked"),
        ("settle dane --reading hours-worked=holiday --lang en", "with-holiday-leave"),
        ("settle dane --reading supplement.amunt=5", "supplement.amunt"),
        ("settle dane --reading post-cap=one --reading post-cap=none", "post-cap"),
        (
            "programmes readings asystent-rodziny-2020 --reading supplement.amount=1700 --reading supplement.amount=1701",
            "dwa razy różnie",
        ),
    ] {
        let run = desk.run(line);
        assert_eq!(code(&run), Some(2), "{line}: {}", text(&run));
        assert!(text(&run).contains(word), "{line}: {}", text(&run));
    }
}

#[test]
fn a_figure_on_the_command_line_alone_names_nobody_and_one_that_differs_says_so_in_parametry() {
    let desk = Desk::new();
    let case =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/findings/figure-overruled/input");
    fs::create_dir(desk.path("rok")).expect("a folder");
    for file in fs::read_dir(case).expect("a case") {
        let path = file.expect("a file").path();
        fs::copy(&path, desk.path("rok").join(path.file_name().expect("a name"))).expect("a copy");
    }
    let run = desk.run("settle rok --out p.xlsx --as-of 2021-01-20 --reading supplement.share=90%");
    assert_eq!(code(&run), Some(0), "{}", text(&run));
    let cells = sheet_text(&desk.path("p.xlsx"), "Parametry");
    assert!(cells.iter().any(|cell| cell.contains("w arkuszu Odczytania jest inna: 80%")), "{cells:?}");
    fs::remove_file(desk.path("rok").join("odczytania.csv")).expect("removed");
    let alone = "settle rok --reading supplement.share=90% --reading supplement.amount=1700";
    let run = desk.run(alone);
    assert_eq!(text(&run).matches("[figure-without-basis]").count(), 2, "{}", text(&run));
}

#[test]
fn readings_name_open_figures_and_stop_at_data_of_another_edition() {
    let desk = Desk::new();
    let listed = desk.run("programmes readings asystent-rodziny-2015");
    assert!(text(&listed).lines().filter(|line| line.starts_with("  ! ")).count() == 6, "{}", text(&listed));
    let other = desk.run("programmes readings asystent-rodziny-2023 --data dane");
    assert_eq!(code(&other), Some(2), "{}", text(&other));
    assert!(text(&other).contains("Dane są do edycji „asystent-rodziny-2025”"), "{}", text(&other));
}

#[test]
fn readings_are_printed_for_a_page_of_ninety_letters_and_the_workbook_lists_their_prices() {
    let desk = Desk::new();
    for line in [
        "programmes readings asystent-rodziny-2025",
        "programy odczytania asystent-rodziny-2025 --data dane",
        "programmes readings asystent-rodziny-2025 --data dane --lang en",
    ] {
        let run = desk.run(line);
        assert_eq!(code(&run), Some(0), "{}", text(&run));
        for printed in text(&run).lines() {
            assert!(printed.chars().count() <= 90, "{line}: {printed}");
        }
        assert!(text(&run).contains("supplement-cost"), "{}", text(&run));
    }
    let run = desk.run("settle dane --out r.xlsx --as-of 2026-01-10");
    assert!(text(&run).contains("Odczytania bez pisma: "), "{}", text(&run));
    let cells = sheet_text(&desk.path("r.xlsx"), "Parametry");
    assert!(cells.iter().any(|cell| cell == "supplement-cost = gross"), "{cells:?}");
    assert!(cells.iter().any(|cell| cell.starts_with("Kwoty stałe")), "{cells:?}");
}
