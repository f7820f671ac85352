//! The same input gives the same bytes: on any day, in any folder, locale and time zone, with any number of threads,
//! whoever runs the program. Told from outside, with the program as built; a difference is told by the part of the
//! archive and its first byte.
//!
//! Line endings and the names of folders of another system than the one that runs this are not tested here.

#[path = "same_bytes/difference.rs"]
mod difference;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use difference::{difference, differences};

/// What a run left, by the name of the output.
type Outputs = BTreeMap<String, Vec<u8>>;

/// A place where the program is run.
struct Place {
    folder: tempfile::TempDir,
    /// Where in it.
    desk: PathBuf,
    /// Program and arguments before the program: `taskset -c 0`.
    before: Vec<String>,
    environment: Vec<(&'static str, String)>,
}

/// The tables of an invented municipality.
fn tables() -> Vec<(String, Vec<u8>)> {
    let source = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples/samples/gmina-2025");
    let entries = fs::read_dir(source).expect("the sample's tables");
    let mut all: Vec<(String, Vec<u8>)> = entries
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, fs::read(&path).expect("a table"))
        })
        .collect();
    all.sort();
    assert!(all.len() >= 5, "a sample of several files");
    all
}

fn write_tables(folder: &Path, tables: &[(String, Vec<u8>)]) {
    fs::create_dir_all(folder).expect("a folder for the tables");
    for (name, bytes) in tables {
        fs::write(folder.join(name), bytes).expect("a table");
    }
}

impl Place {
    /// A folder within a fresh one, with the tables in `dane`.
    fn named(name: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let desk = folder.path().join(name);
        write_tables(&desk.join("dane"), &tables());
        Self { folder, desk, before: Vec::new(), environment: Vec::new() }
    }

    fn plain() -> Self {
        Self::named("biurko")
    }

    fn with(mut self, name: &'static str, value: &str) -> Self {
        self.environment.push((name, value.to_owned()));
        self
    }

    fn after(mut self, command: &[&str]) -> Self {
        self.before = command.iter().map(|word| (*word).to_owned()).collect();
        self
    }

    /// Runs the program; nothing of this process's surroundings reaches it but the path of programs.
    fn run(&self, arguments: &[&str]) -> std::process::Output {
        let program = env!("CARGO_BIN_EXE_rozlicz");
        let mut words =
            self.before.iter().map(String::as_str).chain([program]).chain(arguments.iter().copied());
        let mut command = Command::new(words.next().expect("a program"));
        command.args(words).current_dir(&self.desk).env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command.output().expect("the program starts")
    }

    /// Settles the inputs and returns everything the program wrote and printed.
    fn outputs(&self, inputs: &[&str]) -> Outputs {
        let papers = ["--as-of", "2026-01-10", "--out", "r.xlsx", "--to-send", "w.xlsx", "--with-data"];
        let mut all = vec!["settle"];
        all.extend(inputs);
        all.extend(papers);
        all.extend(["--capsule", "k.capsule", "--table", "u.xlsx", "--json"]);
        #[cfg(feature = "analytics")]
        {
            fs::create_dir_all(self.desk.join("tabele")).expect("a folder for tables");
            all.extend(["--frames", "tabele"]);
        }
        let run = self.run(&all);
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        assert_eq!(run.status.code(), Some(0), "{said}");
        let mut check = vec!["check"];
        check.extend(inputs);
        check.extend(["--as-of", "2026-01-10", "--table", "u.csv", "--json"]);
        let checked = self.run(&check);
        let mut outputs = Outputs::new();
        outputs.insert("--json of settle".to_owned(), run.stdout);
        outputs.insert("--json of check".to_owned(), checked.stdout);
        for name in ["r.xlsx", "w.xlsx", "k.capsule", "u.xlsx", "u.csv"] {
            outputs.insert(name.to_owned(), fs::read(self.desk.join(name)).expect("an output"));
        }
        #[cfg(feature = "analytics")]
        for name in ["asystento-miesiace.csv", "asystenci.csv", "miesiace.csv"] {
            let path = self.desk.join("tabele").join(name);
            outputs.insert(name.to_owned(), fs::read(path).expect("a table"));
        }
        outputs
    }

    /// Expects what an undisturbed run gave.
    fn gives_the_same(&self, inputs: &[&str]) {
        same(usual(), &self.outputs(inputs));
    }
}

/// What an undisturbed run gives.
fn usual() -> &'static Outputs {
    static USUAL: OnceLock<Outputs> = OnceLock::new();
    USUAL.get_or_init(|| Place::plain().outputs(&["dane"]))
}

fn same(expected: &Outputs, found: &Outputs) {
    let told = differences(expected, found);
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn two_runs_one_after_the_other_give_the_same_bytes() {
    let place = Place::plain();
    place.gives_the_same(&["dane"]);
    assert!(usual().values().all(|bytes| bytes.len() > 100), "every output holds something");
}

#[test]
fn the_name_of_the_folder_does_not_matter() {
    for name in ["Rozliczenie 2025 (ostateczne)", "zażółć gęślą jaźń", "a'b\u{a0}&$c", ".ukryty"] {
        Place::named(name).gives_the_same(&["dane"]);
    }
}

#[test]
fn the_way_in_which_the_inputs_are_named_does_not_matter() {
    let place = Place::named("głęboko/jeszcze głębiej");
    place.gives_the_same(&["./dane/"]);
    fs::remove_file(place.desk.join("r.xlsx")).expect("an output");
    for name in ["w.xlsx", "k.capsule", "u.xlsx", "u.csv"] {
        fs::remove_file(place.desk.join(name)).expect("an output");
    }
    #[cfg(feature = "analytics")]
    fs::remove_dir_all(place.desk.join("tabele")).expect("the tables");
    let absolute = place.desk.join("dane").display().to_string();
    place_with_absolute(&absolute);
    place.gives_the_same(&["../jeszcze głębiej/dane"]);
}

fn place_with_absolute(inputs: &str) {
    Place::plain().gives_the_same(&[inputs]);
}

#[cfg(unix)]
#[test]
fn a_folder_reached_through_a_link_does_not_matter() {
    let place = Place::plain();
    std::os::unix::fs::symlink("dane", place.desk.join("skrót do danych")).expect("a link");
    place.gives_the_same(&["skrót do danych"]);
    let mut other = Place::plain();
    let link = other.folder.path().join("inne biurko");
    std::os::unix::fs::symlink(&other.desk, &link).expect("a link");
    other.desk = link;
    other.gives_the_same(&["dane"]);
}

#[test]
fn the_order_in_which_files_came_into_the_folder_does_not_matter() {
    let place = Place::plain();
    fs::remove_dir_all(place.desk.join("dane")).expect("the folder");
    let mut tables = tables();
    tables.reverse();
    write_tables(&place.desk.join("dane"), &tables);
    place.gives_the_same(&["dane"]);
}

#[test]
fn locale_and_time_zone_do_not_matter() {
    for (locale, zone) in [
        ("pl_PL.UTF-8", "Europe/Warsaw"),
        ("tr_TR.UTF-8", "Asia/Kathmandu"),
        ("C", "America/St_Johns"),
        ("de_DE@euro", "Pacific/Kiritimati"),
        ("ar_EG.UTF-8", "UTC-14"),
    ] {
        let place = Place::plain().with("LANG", locale).with("LC_ALL", locale).with("TZ", zone);
        place.with("LANGUAGE", locale).with("LC_NUMERIC", locale).gives_the_same(&["dane"]);
    }
}

#[test]
fn the_number_of_threads_does_not_matter() {
    for threads in ["1", "2", "16"] {
        let place = Place::plain().with("RAYON_NUM_THREADS", threads);
        place.with("POLARS_MAX_THREADS", threads).gives_the_same(&["dane"]);
    }
    if Command::new("taskset").arg("--version").output().is_ok_and(|run| run.status.success()) {
        Place::plain().after(&["taskset", "-c", "0"]).gives_the_same(&["dane"]);
    }
}

#[cfg(unix)]
#[test]
fn whose_computer_it_is_does_not_matter() {
    let home = tempfile::tempdir().expect("a home");
    let home = home.path().display().to_string();
    let place = Place::plain().with("HOME", &home).with("TMPDIR", &home).with("USER", "ktoś inny");
    let place = place.with("LOGNAME", "x").with("HOSTNAME", "y").with("COLUMNS", "20").with("NO_COLOR", "1");
    place.after(&["sh", "-c", "umask 077; exec \"$0\" \"$@\""]).gives_the_same(&["dane"]);
    Place::plain().with("TMPDIR", "/nie/ma").after(&["nice"]).gives_the_same(&["dane"]);
}

#[test]
fn the_age_of_the_files_does_not_matter() {
    let place = Place::plain();
    let days = [0, 86_400 * 365 * 10, 86_400 * 365 * 80];
    for (index, (name, _)) in tables().iter().enumerate() {
        let file = fs::File::options().write(true).open(place.desk.join("dane").join(name)).expect("a table");
        let age = std::time::Duration::from_secs(days[index % days.len()]);
        file.set_modified(std::time::UNIX_EPOCH + age).expect("another age");
    }
    place.gives_the_same(&["dane"]);
}

/// A library that answers every question for the time with one day; loaded before the system's own.
#[cfg(target_os = "linux")]
const FAKE_CLOCK: &str = r"
    #include <stdlib.h>
    #include <time.h>
    #include <sys/time.h>
    static time_t day(void) { return (time_t)atoll(getenv(FAKE)); }
    int clock_gettime(clockid_t clock, struct timespec *t) { t->tv_sec = day(); t->tv_nsec = 7; return 0; }
    int gettimeofday(struct timeval *t, void *zone) { t->tv_sec = day(); t->tv_usec = 7; return 0; }
    time_t time(time_t *t) { if (t) *t = day(); return day(); }
";

#[cfg(target_os = "linux")]
#[test]
fn the_day_does_not_matter() {
    let folder = tempfile::tempdir().expect("a folder");
    let (source, library) = (folder.path().join("clock.c"), folder.path().join("clock.so"));
    fs::write(&source, FAKE_CLOCK.replace("FAKE", "\"FAKE_SECONDS\"")).expect("written");
    let made = Command::new("cc").args(["-shared", "-fPIC", "-o"]).arg(&library).arg(&source).output();
    let made = made.expect("whoever links Rust has a C compiler");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    // 1970, the last second of a year in Warsaw, a leap day, the day after 32 bits.
    for (seconds, year) in
        [("3600", "1970"), ("1767221999", "2025"), ("1709164800", "2024"), ("2147483648", "2038")]
    {
        let place = Place::plain().with("LD_PRELOAD", &library.display().to_string());
        let place = place.with("FAKE_SECONDS", seconds);
        let mut date = Command::new("date");
        date.arg("+%Y").env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        date.envs(place.environment.iter().map(|(name, value)| (name, value)));
        let told = String::from_utf8(date.output().expect("a calendar").stdout).expect("text");
        assert_eq!(told.trim(), year, "the clock is faked");
        place.gives_the_same(&["dane"]);
    }
}

#[test]
fn the_names_of_outputs_the_order_of_options_and_the_language_of_messages_do_not_matter() {
    let place = Place::plain();
    let line = "settle --lang en --capsule inna.kapsula --with-data --table lista.xlsx --as-of 10.01.2026 --to-send \
                do.xlsx --out Rozliczenie.XLSX dane";
    let run = place.run(&line.split_whitespace().collect::<Vec<_>>());
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    for (name, usual_name) in [
        ("Rozliczenie.XLSX", "r.xlsx"),
        ("do.xlsx", "w.xlsx"),
        ("lista.xlsx", "u.xlsx"),
        ("inna.kapsula", "k.capsule"),
    ] {
        let found = fs::read(place.desk.join(name)).expect("an output");
        assert_eq!(difference(usual_name, &usual()[usual_name], &found), None);
    }
}

/// The order in which files are named is the user's, as the capsule records it: it tells in which order `Źródła` and
/// the copies of the input list them. The figures are the same. Named in the order of their names they are a folder.
#[test]
fn files_named_in_another_order_give_the_same_figures_and_in_the_order_of_a_folder_the_same_workbook() {
    let names: Vec<String> = tables().into_iter().map(|(name, _)| format!("dane/{name}")).collect();
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    let ordered = Place::plain().outputs(&names);
    for name in ["r.xlsx", "w.xlsx", "--json of settle"] {
        assert_eq!(difference(name, &usual()[name], &ordered[name]), None);
    }
    names.reverse();
    let reversed = Place::plain().outputs(&names);
    assert_eq!(difference("w.xlsx", &usual()["w.xlsx"], &reversed["w.xlsx"]), None);
    let figures = |outputs: &Outputs| {
        let json: serde_json::Value =
            serde_json::from_slice(&outputs["--json of settle"]).expect("an object");
        (json["totals"].clone(), json["assistants"].clone())
    };
    assert!(figures(usual()).0.is_object());
    assert_eq!(figures(usual()), figures(&reversed));
}

#[test]
fn a_capsule_written_anywhere_is_repeated_anywhere() {
    let written = Place::named("tam, gdzie liczono").with("TZ", "Asia/Kathmandu");
    let _written = written.outputs(&["dane"]);
    let elsewhere = Place::plain().with("LC_ALL", "tr_TR.UTF-8").with("TZ", "America/Caracas");
    let capsule = written.desk.join("k.capsule").display().to_string();
    let run = elsewhere.run(&["audit", "--replay", &capsule]);
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    assert_eq!(run.status.code(), Some(0), "{said}");
    assert!(said.contains("odtworzono co do bajtu"), "{said}");
}

/// The rules of a folder go into the capsule: whoever repeats the run does not have that folder.
#[test]
fn a_run_with_rules_of_a_folder_is_repeated_without_that_folder_and_this_is_said() {
    let place = Place::plain();
    let built_in = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("programmes/asystent-rodziny-2025");
    let own = place.desk.join("zasady").join("asystent-rodziny-2025");
    fs::create_dir_all(&own).expect("a folder of rules");
    fs::copy(built_in.join("law.md"), own.join("law.md")).expect("the texts");
    let rules = fs::read_to_string(built_in.join("programme.toml")).expect("the rules");
    fs::write(own.join("programme.toml"), format!("# nasze\n{rules}")).expect("rules of our own");
    let line = "settle dane --programmes zasady --capsule k.capsule --with-data --as-of 2026-01-10";
    let run = place.run(&line.split(' ').collect::<Vec<_>>());
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    fs::remove_dir_all(place.desk.join("zasady")).expect("the folder is gone");
    let repeated = place.run(&["audyt", "--replay", "k.capsule", "--json"]);
    let told: serde_json::Value = serde_json::from_slice(&repeated.stdout).expect("an object");
    assert_eq!(told["verdict"], "reproduced", "{told}");
    assert_eq!(told["findings"][0]["code"], "replay-rules-other");
    assert_eq!(told["arguments"]["rules"], "folder-over-program");
    assert_eq!(repeated.status.code(), Some(0));
}
