//! `programmes conformance` from outside: the public record comes out, a wrong figure is seen, a case needs no code.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the command, with the cases of a folder where one is given.
fn conformance(cases: Option<&Path>, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rozlicz"));
    command.args(["programmes", "conformance"]).args(more).current_dir(std::env::temp_dir());
    if let Some(folder) = cases {
        command.arg("--cases").arg(folder);
    }
    command.output().expect("the program starts")
}

fn json(output: &Output) -> serde_json::Value {
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(!output.stdout.is_empty(), "{told}");
    serde_json::from_slice(&output.stdout).expect("one JSON object on standard output")
}

/// The record compiled in, as JSON; settled once for all tests.
fn built_in() -> &'static serde_json::Value {
    static RECORD: LazyLock<serde_json::Value> = LazyLock::new(|| json(&conformance(None, &["--json"])));
    &RECORD
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

const HEADING: &str =
    "year;municipality;voivodeship;programme;posts;supplement_cost;supplement_grant;kind;inferred;source";

/// A folder with one row: 0.38 posts in 2022, with a grant of the caller's choice.
fn one_row(grant: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let row = format!("2022;Grudusk;mazowieckie;asystent-rodziny-2022;0,38;;{grant};consistent;koszt;test");
    fs::write(folder.path().join("rows.csv"), format!("{HEADING}\n{row}\n")).expect("a table");
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a new folder");
    for entry in fs::read_dir(from).expect("a folder to copy") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

#[test]
fn the_public_record_comes_out_as_recorded_from_any_folder() {
    let run = conformance(None, &[]);
    assert_eq!(run.status.code(), Some(0), "{}", text(&run));
    let told = text(&run).replace('\u{a0}', " ");
    for words in [
        "Co przyjęto, żeby policzyć",
        "Zabierzów 2021, dofinansowanie razem: ogłoszono 2 320,00 zł, prawidłowo 2 227,20 zł, różnica -92,80 zł.",
        "Jordanów (miasto) 2023, wkład własny: ogłoszono 3 415,33 zł, prawidłowo 3 414,63 zł, różnica -0,70 zł.",
        "do zwrotu 92,80 zł",
        "razem 14 863,03 zł, a ogłoszono 14 862,33 zł",
        "Nie do odtworzenia:",
        "wyszły tak, jak je zapisano",
    ] {
        assert!(told.contains(words), "{words}\n{told}");
    }
    assert!(!told.contains(&root().display().to_string()), "no path of a machine");
}

#[test]
fn the_three_kinds_are_counted_apart_and_add_up() {
    let told = built_in();
    let cases = told["cases"].as_array().expect("cases");
    assert_eq!(told["as_recorded"], true);
    for kind in ["reproduced", "consistent", "contradicting"] {
        let count = cases.iter().filter(|c| c["kind"] == kind).count();
        assert_eq!(told["counts"][kind], count, "{kind}");
        assert!(count > 0, "{kind}");
    }
    let silent = |c: &&serde_json::Value| c["kind"] == "consistent" && c["inferred"] == "";
    assert_eq!(cases.iter().find(silent), None, "what was inferred is said");
}

#[test]
fn every_published_figure_is_computed_or_said_to_be_beyond_it() {
    let told = built_in();
    let list = |key: &str| told[key].as_array().cloned().unwrap_or_default();
    let (cases, rest) = (list("cases"), list("not_recomputed"));
    let record = fs::read_to_string(root().join("tests/expected/public-record.csv")).expect("the record");
    for line in record.lines().skip(1) {
        let fields: Vec<&str> = line.split(';').collect();
        let [year, municipality, grant] = fields[..] else { panic!("{line}") };
        let same = |one: &&serde_json::Value| one["year"] == year && one["municipality"] == municipality;
        if rest.iter().any(|one| same(&one)) {
            continue;
        }
        let case = cases.iter().find(same).unwrap_or_else(|| panic!("{line}: neither computed nor listed"));
        let grosze = |v: &serde_json::Value| -> i64 {
            v.as_str().map_or(0, |t| t.replace('.', "").parse().expect("an amount"))
        };
        let figures = case["figures"].as_array().expect("figures");
        let of = |key: &str| figures.iter().find(|f| f["figure"] == key).map(|f| grosze(&f["published"]));
        let parts =
            || of("supplement_co_financing").unwrap_or(0) + of("employment_co_financing").unwrap_or(0);
        assert_eq!(of("co_financing").unwrap_or_else(parts), grosze(&grant.into()), "{line}");
    }
}

#[test]
fn a_wrong_published_figure_is_reported_with_its_difference() {
    for (grant, difference) in [("1150,00", "-10,00"), ("1139,99", "0,01")] {
        let folder = one_row(grant);
        let run = conformance(Some(folder.path()), &[]);
        assert_eq!(run.status.code(), Some(1), "{grant}: {}", text(&run));
        let told = text(&run).replace('\u{a0}', " ");
        assert!(told.contains(difference), "{told}");
        assert!(told.contains("obliczono 1 140,00 zł"), "{told}");
    }
}

#[test]
fn a_wrong_figure_of_a_folder_is_reported_and_so_is_a_finding_that_stays_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = folder.path().join("2021-zabierzow");
    copy(&root().join("programmes/published/2021-zabierzow"), &case);
    let file = case.join("case.toml");
    let sound = fs::read_to_string(&file).expect("a case");
    assert_eq!(conformance(Some(folder.path()), &[]).status.code(), Some(0));
    for (old, new, words) in [
        ("\"2227.20\"", "\"2227.21\"", "powinno wyjść 2 227,21 zł, obliczono 2 227,20 zł"),
        ("own-share-binds", "level-not-given", "nie pojawiła się uwaga level-not-given"),
    ] {
        assert!(sound.contains(old), "{old}");
        fs::write(&file, sound.replace(old, new)).expect("a spoilt case");
        let run = conformance(Some(folder.path()), &[]);
        assert_eq!(run.status.code(), Some(1), "{}", text(&run));
        assert!(text(&run).replace('\u{a0}', " ").contains(words), "{}", text(&run));
    }
}

#[test]
fn a_new_folder_and_a_new_row_are_cases_without_code() {
    let folder = one_row("1140,00");
    copy(&root().join("programmes/published/2022-slomniki"), &folder.path().join("nowy"));
    let table = "year;municipality;published;reason;source\n2030;Gdzieś;100 zł;nie podano etatów;test\n";
    fs::write(folder.path().join("not-recomputed.csv"), table).expect("a table");
    let run = conformance(Some(folder.path()), &["--json"]);
    let told = json(&run);
    assert_eq!(run.status.code(), Some(0), "{told:#}");
    assert_eq!(told["cases"][0]["municipality"], "Grudusk");
    assert_eq!(told["cases"][0]["figures"][0]["computed"], "1140.00");
    assert_eq!(told["cases"][1]["place"], "nowy");
    assert_eq!(told["counts"]["not_recomputed"], 1);
}

/// What each kind of edition pays for a row, worked out by hand, and what a wrong figure a grosz away gives.
#[test]
fn a_row_serves_every_edition_that_pays_by_posts_or_a_share_of_wages() {
    let heading = "year;municipality;programme;half_year;contract;posts;supplement_cost;employment_cost;level;\
        supplement_grant;employment_grant;own_contribution;kind;inferred;source";
    let rows = [
        // 80 % of 1,500.00; 30 % of 36,000.00; own share the rest.
        "2024;A;asystent-rodziny-2024;I-VI;;1;1500,00;36000,00;;1200,00;10800,00;25500,00;reproduced;;t",
        // 6 months of 200.00 for each of 1.5 posts; 30 %.
        "2024;B;asystent-rodziny-2024;VII-XII;umowa zlecenie;1 + 0,5;;36000,00;;1800,00;10800,00;;consistent;x;t",
        "2025;C;asystent-rodziny-2025;;;1 + 0,5;;36000,00;;3600,00;10800,00;;consistent;x;t",
        // 76.5 % of 9,094.92 cut to the grosz; 2,000.00 a post.
        "2023;D;asystent-rodziny-2023;;;1;;9094,92;76,5%;2000,00;6957,61;;consistent;x;t",
        // 12 months of 800.00 a post under a service contract.
        "2019;E;asystent-rodziny-2019;;umowa zlecenie;1;;;;;9600,00;;consistent;x;t",
    ];
    let folder = tempfile::tempdir().expect("a folder");
    let write = |rows: &str| fs::write(folder.path().join("rows.csv"), rows).expect("a table");
    write(&format!("{heading}\n{}\n", rows.join("\n")));
    let run = conformance(Some(folder.path()), &["--json"]);
    assert_eq!(run.status.code(), Some(0), "{:#}", json(&run));
    write(&format!(
        "{heading}\n{}\n",
        rows.join("\n").replace("00;10800,00", "00;10799,99").replace(",61;", ",62;")
    ));
    let told = json(&conformance(Some(folder.path()), &["--json"]));
    let wrong: Vec<_> =
        told["cases"].as_array().expect("cases").iter().filter(|c| c["as_recorded"] == false).collect();
    assert_eq!(wrong.len(), 4, "{told:#}");
    assert!(wrong.iter().all(|c| !c["troubles"].as_array().expect("troubles").is_empty()));
    // Without a ceiling in złoty and without the cost, any grant would be borne out.
    write(&format!("{heading}\n2023;D;asystent-rodziny-2023;;;1;;;;2000,00;6957,61;;consistent;x;t\n"));
    assert_eq!(conformance(Some(folder.path()), &[]).status.code(), Some(1));
}

#[test]
fn a_grant_below_the_rules_is_not_borne_out_by_the_award_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let row = |award: &str| {
        let heading = "year;municipality;programme;posts;employment_grant;award;kind;inferred;source";
        let row = format!("2019;X;asystent-rodziny-2019;1;15309,00;{award};consistent;płaca;test");
        fs::write(folder.path().join("rows.csv"), format!("{heading}\n{row}\n")).expect("a table");
        conformance(Some(folder.path()), &["--json"])
    };
    assert_eq!(row("binds").status.code(), Some(0), "the row says that the award binds");
    let by_rules = row("");
    assert_eq!(by_rules.status.code(), Some(1));
    // 12 months of 1,900.00 a post.
    assert_eq!(json(&by_rules)["cases"][0]["figures"][0]["computed"], "22800.00");
}

#[test]
fn a_case_that_cannot_be_understood_is_refused_with_its_place() {
    let folder = one_row("dużo");
    let run = conformance(Some(folder.path()), &[]);
    assert_eq!(run.status.code(), Some(2));
    let told = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(told.contains("rows.csv:2: supplement_grant") && told.contains("1140.00"), "{told}");
    let empty = tempfile::tempdir().expect("a folder");
    assert_eq!(conformance(Some(empty.path()), &[]).status.code(), Some(2));
    let case = folder.path().join("x");
    fs::create_dir(&case).expect("a folder");
    fs::write(case.join("case.toml"), "title = \"X\"\ncolour = \"red\"\n").expect("a file");
    let run = conformance(Some(folder.path()), &[]);
    let told = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(run.status.code(), Some(2));
    assert!(told.contains("x/case.toml:2: colour"), "{told}");
    assert!(!told.contains(&folder.path().display().to_string()), "{told}");
}
