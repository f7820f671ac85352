//! The roll-up as a run over many files: threads, work kept between runs, interruption, exit codes.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

use rozlicz::consolidate::change::Change;
use rozlicz::consolidate::store::Found;
use rozlicz::pipeline::consolidate::{
    ConsolidateJob, Consolidated, Control, consolidate_with, without_report, workbook,
};
use rozlicz::units::Day;

/// A folder with a folder `gminy` of reports, and room for outputs.
struct Desk(tempfile::TempDir);

impl Desk {
    /// Every report is of a municipality of its own.
    fn new(files: usize) -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"));
        fs::create_dir(desk.path("gminy")).expect("a folder for reports");
        for number in 0..files {
            desk.hand_in(number, "");
        }
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Hands in the sample's tables as a folder of their own, of a municipality of its own.
    fn hand_in(&self, number: usize, mark: &str) {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/samples/gmina-2025");
        let folder = self.path("gminy").join(format!("g{number:03}"));
        fs::create_dir_all(&folder).expect("a folder");
        for entry in fs::read_dir(source).expect("the sample's tables") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            let mut text = fs::read_to_string(&path).expect("a table");
            if name == "umowa.csv" {
                text = named(&text, number, mark);
            }
            fs::write(folder.join(name), text).expect("a copy");
        }
    }

    fn job(&self) -> ConsolidateJob {
        ConsolidateJob {
            inputs: vec![self.path("gminy")],
            as_of: Day::new(2026, 1, 20),
            ..ConsolidateJob::default()
        }
    }

    /// Runs with the store, as a program of this name.
    fn run(&self, program: &str) -> Consolidated {
        self.run_of(&self.job(), program)
    }

    fn run_of(&self, job: &ConsolidateJob, program: &str) -> Consolidated {
        let store = self.path("zbiorcze.pamiec");
        let control =
            Control { store: Some(&store), program: program.to_owned(), threads: 2, ..Control::default() };
        consolidate_with(job, control).expect("the run takes place")
    }

    fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rozlicz"));
        command.args(line.split_whitespace()).current_dir(self.0.path());
        command
    }

    fn say(&self, line: &str) -> Output {
        self.command(line).output().expect("the program starts")
    }

    /// Names of everything on the desk but the reports.
    fn written(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.0.path())
            .expect("the desk")
            .map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned())
            .filter(|name| name != "gminy")
            .collect();
        names.sort();
        names
    }
}

/// Gives the agreement another municipality.
fn named(text: &str, number: usize, mark: &str) -> String {
    let line = |line: &str| match line.split_once(';') {
        Some(("Nazwa gminy", _)) => format!("Nazwa gminy;Gmina {number}{mark}"),
        Some(("Kod TERYT gminy", _)) => format!("Kod TERYT gminy;14{:02}992", 20 + number),
        _ => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n") + "\n"
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn counts(done: &Consolidated) -> (usize, usize) {
    (done.worked.made, done.worked.kept)
}

#[test]
fn a_second_run_takes_everything_from_the_store_and_after_a_change_does_only_that_file() {
    let desk = Desk::new(3);
    let first = desk.run("p");
    assert_eq!(counts(&first), (3, 0));
    assert_eq!(first.worked.found, Some(Found::Nothing));
    assert_eq!(first.before.changes(&first.entries), None, "no run before: nothing is called new");
    let second = desk.run("p");
    assert_eq!(counts(&second), (0, 3));
    assert_eq!(second.entries, first.entries);

    desk.hand_in(1, " po korekcie");
    fs::remove_dir_all(desk.path("gminy/g000")).expect("a report is withdrawn");
    desk.hand_in(7, "");
    let third = desk.run("p");
    assert_eq!(counts(&third), (2, 1));
    let changes = third.before.changes(&third.entries).expect("a run before");
    assert_eq!(changes.changed, ["g001/umowa.csv"]);
    assert!(changes.new.iter().all(|path| path.starts_with("g007/")) && !changes.new.is_empty());
    assert!(changes.gone.iter().all(|path| path.starts_with("g000/")) && !changes.gone.is_empty());
    let change = |folder: &str| {
        let entry = third.entries.iter().find(|entry| entry.path().starts_with(folder)).expect("an entry");
        third.before.change(entry)
    };
    assert_eq!(
        ["g001", "g002", "g007"].map(change),
        [Some(Change::Changed), Some(Change::Same), Some(Change::New)]
    );
}

#[test]
fn another_program_day_or_edition_and_a_damaged_store_use_nothing_that_was_kept() {
    let desk = Desk::new(2);
    let first = desk.run("p");
    assert_eq!(counts(&desk.run("another program")), (2, 0));
    let later = ConsolidateJob { as_of: Day::new(2026, 1, 21), ..desk.job() };
    let other = desk.run_of(&later, "another program");
    assert_eq!((counts(&other), other.worked.found), ((2, 0), Some(Found::OtherConditions)));
    let store = desk.path("zbiorcze.pamiec");
    let whole = fs::read(&store).expect("the store");
    fs::write(&store, &whole[..whole.len() - 9]).expect("cut off");
    let again = desk.run("p");
    assert_eq!((counts(&again), again.worked.found), ((2, 0), Some(Found::Damaged)));
    assert_eq!(again.entries, first.entries);
    fs::write(&store, b"").expect("emptied");
    let again = desk.run("p");
    assert_eq!((counts(&again), again.worked.found), ((2, 0), Some(Found::Damaged)), "told and made anew");
    assert_eq!(counts(&desk.run("p")), (0, 2), "the new one serves");
    fs::write(&store, "notatki urzędu\n").expect("another file");
    let beside = desk.run("p");
    assert_eq!((counts(&beside), beside.worked.found), ((2, 0), Some(Found::Foreign)));
    assert_eq!(fs::read_to_string(&store).expect("the file"), "notatki urzędu\n", "left as it is");
}

#[test]
fn one_two_and_eight_threads_give_the_same_bytes() {
    let desk = Desk::new(5);
    let bytes = |threads: usize| {
        let store = desk.path(&format!("{threads}.pamiec"));
        let control = Control { threads, store: Some(&store), program: "p".to_owned(), ..Control::default() };
        let done = consolidate_with(&desk.job(), control).expect("the run takes place");
        let out = desk.path(&format!("{threads}.xlsx"));
        workbook(&done).expect("a workbook").put(&out, false).expect("written");
        [fs::read(out).expect("the workbook"), fs::read(store).expect("the store")]
    };
    let one = bytes(1);
    assert!(one == bytes(2), "two threads");
    assert!(one == bytes(8), "eight threads");
}

#[test]
fn a_stopped_run_keeps_what_was_done_and_the_next_goes_on() {
    let desk = Desk::new(5);
    let cancel = AtomicBool::new(false);
    let mut stop = |at: rozlicz::pipeline::consolidate::Progress| {
        cancel.store(at.done >= 2, Ordering::SeqCst);
    };
    let store = desk.path("zbiorcze.pamiec");
    let control = Control {
        threads: 1,
        store: Some(&store),
        program: "p".to_owned(),
        cancel: Some(&cancel),
        progress: Some(&mut stop),
    };
    let stopped = consolidate_with(&desk.job(), control).expect("the run takes place");
    assert!(stopped.worked.stopped);
    let done = stopped.worked.made;
    assert!((2..5).contains(&done), "{done}");
    let whole = desk.run("p");
    assert_eq!(counts(&whole), (5 - done, done));
    assert_eq!(whole.before.changes(&whole.entries), None, "a stopped run is no run to compare with");
    let elsewhere = Desk::new(5);
    assert_eq!(elsewhere.run("p").entries, whole.entries, "as if it had never been stopped");
}

#[test]
fn a_settlement_workbook_that_stands_is_left_and_a_missing_or_changed_one_is_made_again() {
    let desk = Desk::new(2);
    let folder = desk.path("rozliczenia");
    fs::create_dir(&folder).expect("a folder");
    let job = ConsolidateJob { settlements: Some(folder.clone()), force: true, ..desk.job() };
    let first = desk.run_of(&job, "p");
    let files: Vec<PathBuf> =
        first.entries.iter().filter_map(|e| Some(folder.join(&e.settlement.as_ref()?.path))).collect();
    assert_eq!((files.len(), counts(&first)), (2, (2, 0)));
    assert_eq!(counts(&desk.run_of(&job, "p")), (0, 2));
    let whole = fs::read(&files[0]).expect("a workbook");
    fs::remove_file(&files[0]).expect("removed");
    assert_eq!(counts(&desk.run_of(&job, "p")), (1, 1));
    assert!(fs::read(&files[0]).expect("made again") == whole);
    fs::write(&files[1], b"zapisane w innym programie").expect("changed");
    assert_eq!(counts(&desk.run_of(&job, "p")), (1, 1));
    assert_eq!(counts(&desk.run_of(&job, "p")), (0, 2));
}

#[test]
fn a_settlement_that_the_disk_refuses_counts_and_is_told_apart_until_it_can_be_written() {
    let desk = Desk::new(2);
    let line =
        "consolidate gminy --as-of 2026-01-20 --out zbiorcze.xlsx --settlements rozliczenia --force --json";
    let object = |output: &Output| -> serde_json::Value {
        serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {}", text(output)))
    };
    let sum = |object: &serde_json::Value| object["totals"].clone();
    let whole = desk.say(line);
    let folder = desk.path("rozliczenia");
    let name = fs::read_dir(&folder).expect("a folder").next().expect("a file").expect("an entry").path();
    fs::remove_file(&name).expect("removed");
    // A folder stands where the workbook should be: no force replaces it.
    fs::create_dir(&name).expect("a folder in its place");
    let told = desk.say(line);
    assert_eq!((whole.status.code(), told.status.code()), (Some(0), Some(1)), "{}", text(&told));
    assert_eq!(sum(&object(&told)), sum(&object(&whole)), "both municipalities count");
    assert!(text(&told).contains("\"rollup-not-written\""), "{}", text(&told));
    let shown = text(&desk.say(&line.replace(" --json", "")));
    let plain = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(plain.contains("Nie zapisano skoroszytów rozliczeń: 1. Kwoty tych gmin są w sumach"), "{shown}");
    assert!(plain.contains("to folder, a nie plik"), "why: {shown}");
    assert!(plain.contains("inny folder w --settlements"), "what to do: {shown}");
    let files = sheet(&desk.path("zbiorcze.xlsx"), "Pliki");
    assert!(
        files.iter().any(|cell| cell.contains("ale jej skoroszytu rozliczenia nie zapisano")),
        "{files:?}"
    );
    fs::remove_dir(&name).expect("room again");
    let again = desk.say(line);
    assert_eq!(again.status.code(), Some(0), "{}", text(&again));
    assert_eq!(object(&again)["work"], serde_json::json!({"tasks": 2, "made": 1, "kept": 1}));
    assert!(name.is_file());
}

#[cfg(unix)]
#[test]
fn a_folder_for_settlements_that_the_disk_does_not_take_costs_no_report() {
    let desk = Desk::new(1);
    // A name longer than any disk takes: as a folder without rights, but for root as well.
    let folder = "r".repeat(300);
    let line = format!("consolidate gminy --as-of 2026-01-20 --out a.xlsx --no-store --settlements {folder}");
    let told = desk.say(&line);
    assert_eq!((told.status.code(), desk.written()), (Some(1), vec!["a.xlsx".to_owned()]), "{}", text(&told));
    let plain = text(&told).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(plain.contains("Nie zapisano skoroszytów rozliczeń: 1. Kwoty tych gmin są w sumach"), "{plain}");
}

#[cfg(unix)]
#[test]
fn cards_that_the_disk_does_not_take_cost_no_report_and_a_file_in_their_place_is_told_first() {
    let desk = Desk::new(1);
    let folder = "k".repeat(300);
    let line = format!("consolidate gminy --as-of 2026-01-20 --out a.xlsx --cards {folder}");
    let told = desk.say(&line);
    assert_eq!(told.status.code(), Some(1), "{}", text(&told));
    assert_eq!(desk.written(), ["a.pamiec", "a.xlsx"]);
    let plain = text(&told).split_whitespace().collect::<Vec<_>>().join(" ");
    for words in
        ["Zapisano sprawozdanie", "Kart weryfikacji nie zapisano", "jest gotowe", "inny folder w --cards"]
    {
        assert!(plain.contains(words), "{words}: {plain}");
    }
    fs::write(desk.path("plik"), b"x").expect("a file");
    let refused = desk.say("consolidate gminy --as-of 2026-01-20 --out b.xlsx --no-store --cards plik");
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused).contains("plik nie jest folderem"), "{}", text(&refused));
    assert!(!desk.path("b.xlsx").exists(), "said before the work");
}

#[test]
fn a_run_that_made_no_report_is_not_the_run_before() {
    let desk = Desk::new(1);
    let job = desk.job();
    let store = desk.path("gminy.pamiec");
    let run = || {
        let control = Control { store: Some(&store), program: "p".to_owned(), ..Control::default() };
        consolidate_with(&job, control).expect("a run")
    };
    let first = run();
    assert_eq!(first.before.change(&first.entries[0]), None, "the first run");
    without_report(&first, Some(&store));
    let second = run();
    assert_eq!(second.worked.kept, 1, "what was verified stays");
    assert_eq!(second.before.change(&second.entries[0]), None, "nobody saw a report of the first");
    let third = run();
    assert_eq!(third.before.change(&third.entries[0]), Some(Change::Same));
    desk.hand_in(1, "");
    without_report(&run(), Some(&store));
    let after = run();
    let changes = after.before.changes(&after.entries).expect("the third run");
    assert!(!changes.new.is_empty() && changes.gone.is_empty(), "{changes:?}");
}

#[test]
fn remarks_say_who_acts_and_what_to_pass_on_to_the_municipality() {
    let desk = Desk::new(1);
    let register = "Kod TERYT;Gmina;Numer umowy;Data umowy\n1499992;Nieobecna;1;32.13.2025\n";
    fs::write(desk.path("rejestr.csv"), register).expect("written");
    let line = "consolidate gminy --as-of 2026-01-20 --out a.xlsx --no-store --register rejestr.csv";
    desk.say(line);
    let files = sheet(&desk.path("a.xlsx"), "Pliki");
    assert!(files.iter().any(|cell| cell.starts_with("Przekaż gminie: ")), "{files:?}");
    let remarks = sheet(&desk.path("a.xlsx"), "Uwagi");
    let day =
        remarks.iter().position(|cell| cell.contains("32.13.2025")).expect("a remark about the register");
    assert_eq!(remarks[day + 1], "urząd", "the register is the office's own");
    for who in ["Kto działa", "gmina", "urząd"] {
        assert!(remarks.iter().any(|cell| cell == who), "{who}: {remarks:?}");
    }
}

#[test]
fn a_folder_of_a_thousand_files_that_nothing_opens_is_told_in_a_few_lines() {
    let desk = Desk::new(1);
    for n in 0..1_000 {
        fs::write(desk.path(&format!("gminy/skan-{n:04}.xlsx")), format!("skan {n}")).expect("a file");
    }
    let line = "consolidate gminy --as-of 2026-01-20 --out a.xlsx --no-store --quiet";
    let output = desk.say(line);
    let told = text(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.lines().count() < 30, "{told}");
    assert!(told.contains("odrzucone: 1000"), "{told}");
    let plain = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(plain.contains("z tego samego powodu co skan-0000.xlsx: jeszcze 997."), "{told}");
    let files = sheet(&desk.path("a.xlsx"), "Pliki");
    assert_eq!(files.iter().filter(|cell| cell.as_str() == "odrzucone").count(), 1_000);
    let remarks = sheet(&desk.path("a.xlsx"), "Uwagi");
    assert_eq!(remarks.iter().filter(|cell| cell.as_str() == "report-code-missing").count(), 0);
    let overview = sheet(&desk.path("a.xlsx"), "Przegląd");
    assert!(overview.iter().any(|cell| cell.contains("nie wiadomo, czyje są")), "{overview:?}");

    fs::remove_dir_all(desk.path("gminy/g000")).expect("the one report is withdrawn");
    let none = text(&desk.say(&format!("{line} --force")));
    assert!(none.contains("Żadne sprawozdanie nie weszło do sum"), "{none}");
}

/// The texts of a sheet.
fn sheet(path: &Path, name: &str) -> Vec<String> {
    let read = rozlicz::intake::book::read("x.xlsx", &fs::read(path).expect("written")).expect("a workbook");
    let sheet = read.sheets.iter().find(|sheet| sheet.name == name).expect("the sheet");
    let texts = sheet.cells.values().filter_map(|cell| match &cell.value {
        rozlicz::intake::book::ReadValue::Text(text) => Some(text.clone()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn the_program_tells_what_it_did_and_on_the_second_run_what_changed() {
    let desk = Desk::new(2);
    let line = "consolidate gminy --as-of 2026-01-20 --out zbiorcze.xlsx";
    let first = desk.say(line);
    assert!(text(&first).contains("sprawdzone teraz: 2"), "{}", text(&first));
    assert_eq!(desk.written(), ["zbiorcze.pamiec", "zbiorcze.xlsx"]);
    let refused = desk.say(line);
    assert_eq!(refused.status.code(), Some(2), "nothing is overwritten unasked: {}", text(&refused));
    desk.hand_in(1, " po korekcie");
    let second = desk.say(&format!("{line} --force"));
    let told = text(&second);
    assert!(told.contains("sprawdzone teraz: 1") && told.contains("g001/umowa.csv"), "{told}");
    let json = desk.say(&format!("{line} --force --json"));
    let object: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(object["work"], serde_json::json!({"tasks": 2, "made": 0, "kept": 2}));
    assert_eq!(object["entries"][0]["change"], "same");
    assert!(json.stderr.is_empty(), "{}", text(&json));
}

#[test]
fn what_the_office_has_to_clear_up_is_told_once_with_the_file() {
    let desk = Desk::new(1);
    fs::write(desk.path("rejestr.csv"), "Kod TERYT;Gmina;Numer umowy\n1499992;Nieobecna;1\n")
        .expect("written");
    let line =
        "consolidate gminy --as-of 2026-01-20 --out a.xlsx --no-store --register rejestr.csv --settlements r";
    let told = text(&desk.say(line));
    let plain = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(plain.matches("Nieobecna (1499992)").count(), 1, "{told}");
    assert!(plain.contains("sprawozdania nie ma. (rejestr.csv)"), "{told}");
}

#[test]
fn papers_of_this_program_beside_a_settlement_are_left_out_and_its_verdict_stays() {
    let desk = Desk::new(1);
    for folder in ["przyszlo", "obok"] {
        fs::create_dir(desk.path(folder)).expect("a folder");
    }
    desk.say("settle gminy/g000 --as-of 2026-01-10 --out przyszlo/rozliczenie.xlsx");
    let alone = desk.say("consolidate przyszlo --as-of 2026-01-20 --out a.xlsx --no-store --json");
    let papers = [
        "documents gminy/g000 --as-of 2026-01-10 --out przyszlo/dokumenty.xlsx",
        "close gminy/g000 --as-of 2025-12-19 --out przyszlo/zamkniecie.xlsx",
        "radar gminy/g000 --as-of 2025-10-15 --out przyszlo/radar.xlsx",
        "interest gminy/g000 --as-of 2026-02-14 --out przyszlo/odsetki.xlsx",
        "consolidate przyszlo/rozliczenie.xlsx --as-of 2026-01-20 --out b.xlsx --no-store --cards przyszlo/karty",
    ];
    for line in papers {
        let made = desk.say(&line.replace("przyszlo/", "obok/").replace("obok/rozl", "przyszlo/rozl"));
        assert!(made.status.code() < Some(2), "{line}: {}", text(&made));
    }
    let mut files = 0;
    for folder in ["obok", "obok/karty"] {
        for entry in fs::read_dir(desk.path(folder)).expect("papers") {
            let path = entry.expect("an entry").path();
            let of_office = path.file_name().is_some_and(|name| name == "karty-wykaz.xlsx");
            if path.is_file() && !of_office {
                fs::copy(&path, desk.path("przyszlo").join(path.file_name().expect("a name")))
                    .expect("a copy");
                files += 1;
            }
        }
    }
    let beside = desk.say("consolidate przyszlo --as-of 2026-01-20 --out a.xlsx --no-store --force --json");
    let object = |output: &Output| -> serde_json::Value {
        serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {}", text(output)))
    };
    let verdicts = |output: &Output, verdict: &str| object(output)["verdicts"][verdict].clone();
    assert!(files >= 5, "only {files} papers");
    assert_eq!(verdicts(&beside, "skipped"), files, "{}", text(&beside));
    assert_eq!(object(&beside)["totals"], object(&alone)["totals"]);
    for verdict in ["accepted", "remarks", "rejected"] {
        assert_eq!(verdicts(&beside, verdict), verdicts(&alone, verdict), "{verdict}");
    }
    assert_eq!(beside.status.code(), alone.status.code());
}

#[test]
fn an_output_among_the_reports_is_refused_and_without_a_store_none_is_left() {
    let desk = Desk::new(1);
    let within = desk.say("consolidate gminy --as-of 2026-01-20 --out gminy/g000/zbiorcze.xlsx");
    assert_eq!(within.status.code(), Some(2), "{}", text(&within));
    let store = desk.say("consolidate gminy --as-of 2026-01-20 --out a.xlsx --store gminy/a.pamiec");
    assert_eq!(store.status.code(), Some(2), "{}", text(&store));
    desk.say("consolidate gminy --as-of 2026-01-20 --out a.xlsx --no-store --settlements rozliczenia");
    assert_eq!(desk.written(), ["a.xlsx", "rozliczenia"]);
    assert_eq!(fs::read_dir(desk.path("rozliczenia")).expect("a folder made").count(), 1);
}

#[test]
fn an_empty_folder_and_one_without_reports_end_with_one_and_write_no_report() {
    let desk = Desk::new(0);
    let line = "consolidate gminy --as-of 2026-01-20 --out zbiorcze.xlsx --no-store";
    let empty = desk.say(line);
    assert_eq!(empty.status.code(), Some(1), "{}", text(&empty));
    assert!(text(&empty).contains("nie ma żadnego pliku"), "{}", text(&empty));
    let with_store = desk.say(&line.replace(" --no-store", ""));
    assert_eq!((with_store.status.code(), desk.written()), (Some(1), Vec::new()), "nothing to remember");
    fs::write(desk.path("gminy/pismo.docx"), b"pismo").expect("a letter");
    fs::write(desk.path("zbiorcze.xlsx"), b"an older report").expect("a file");
    let letter = desk.say(&format!("{line} --force"));
    assert_eq!(letter.status.code(), Some(1), "{}", text(&letter));
    assert_eq!(fs::read(desk.path("zbiorcze.xlsx")).expect("the file"), b"an older report");
}

#[cfg(unix)]
#[test]
fn ctrl_c_leaves_no_half_file_and_the_same_command_goes_on() {
    let desk = Desk::new(30);
    let line = "consolidate gminy --as-of 2026-01-20 --out zbiorcze.xlsx --threads 1";
    let mut child = desk.command(line).stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut told = BufReader::new(child.stderr.take().expect("a pipe"));
    let mut first = String::new();
    told.read_line(&mut first).expect("a line of progress");
    assert!(first.contains('3') && first.contains("30"), "{first}");
    let kill = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(kill.expect("kill is there").success());
    let mut rest = String::new();
    std::io::Read::read_to_string(&mut told, &mut rest).expect("text");
    let ended = child.wait().expect("the program ends");
    assert_eq!(ended.code(), Some(130), "{rest}");
    assert!(rest.contains("Przerwano po") && rest.contains("Ctrl-C"), "{rest}");
    assert_eq!(desk.written(), ["zbiorcze.pamiec"], "no report, no half file");
    let whole = desk.say(&format!("{line} --json"));
    let object: serde_json::Value = serde_json::from_slice(&whole.stdout).expect("JSON");
    let (made, kept) = (object["work"]["made"].as_u64(), object["work"]["kept"].as_u64());
    assert!(kept >= Some(3) && made >= Some(1), "{}", object["work"]);
    assert_eq!(made.zip(kept).map(|(made, kept)| made + kept), Some(30));
    assert_eq!(desk.written(), ["zbiorcze.pamiec", "zbiorcze.xlsx"]);
}
