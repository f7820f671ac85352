//! One random change of each kind in a random place of a random settlement: the audit names that place and that kind,
//! and nothing else. Untouched workbooks, and those that LibreOffice only opened and saved, come out clean.
//!
//! `ROZLICZ_TAMPERINGS` sets how many are planted (ten thousand take a quarter of an hour), `ROZLICZ_TAMPERING_SEED` where
//! the random numbers begin. Each failure prints the seed of its one tampering; `ROZLICZ_TAMPERING_ONE=seed` repeats
//! it alone. The kinds and what counts as an equally right answer stand in tests/tampering/kinds.rs.

mod support;

#[path = "tampering/kinds.rs"]
mod kinds;
#[path = "tampering/site.rs"]
mod site;
#[path = "tampering/steps.rs"]
mod steps;

use kinds::{Expected, KINDS, Planted};
use rozlicz::audit::{Report, own};
use rozlicz::intake::book;
use rozlicz::trace::sheet;
use site::{Counts, Settled};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::OnceLock;
use support::generator;
use support::random::Random;
use support::tamper::{Book, Stored};
use support::{program, soffice};

/// Tamperings planted where nobody asks for more.
const FEW: u64 = 600;
/// Random settlements that they are planted in.
const SETTLEMENTS: u64 = 28;
/// Of how many tamperings one goes through a file.
const THROUGH_FILE: u64 = 40;

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|n| n.parse().ok())
}

fn workers() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(4)
}

/// Does the same to every item on every core; results in order.
fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let share = items.len().div_ceil(workers()).max(1);
    let each = &|some: &[T]| some.iter().map(&work).collect::<Vec<R>>();
    std::thread::scope(|scope| {
        let running: Vec<_> = items.chunks(share).map(|some| scope.spawn(move || each(some))).collect();
        running.into_iter().flat_map(|one| one.join().expect("a worker ends")).collect()
    })
}

/// The workbook of a random submission.
fn random(seed: u64) -> Vec<u8> {
    let tables = generator::case(seed).tables();
    let outcome = program::settle_tables(&tables, None).expect("random tables are settled");
    let bytes = written(&outcome);
    assert!(
        bytes.is_ok(),
        "random {seed}: {}",
        bytes.as_ref().err().map(ToString::to_string).unwrap_or_default()
    );
    bytes.unwrap_or_default()
}

fn written(outcome: &program::Outcome) -> Result<Vec<u8>, String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("rozliczenie.xlsx");
    program::write_workbook(&outcome.run, outcome.run.has_errors(), &file)?;
    std::fs::read(&file).map_err(|e| e.to_string())
}

/// The workbook of a folder of tables.
fn of_folder(folder: &str) -> Vec<u8> {
    let outcome = program::settle(&[support::root().join(folder)], None, None).expect("settled");
    written(&outcome).expect("written")
}

fn opened(name: String, bytes: &[u8]) -> Settled {
    let read = book::read("rozliczenie.xlsx", bytes).expect("a workbook");
    let trace = sheet::found(&read).expect("a trace").expect("sound");
    let fractions = steps::fractions(&trace);
    Settled { name, trace, fractions, file: Book::read(bytes).expect("a package"), read }
}

/// The settlements of the tamperings: random ones of every edition, and the smaller samples.
fn settlements() -> &'static [Settled] {
    static ALL: OnceLock<Vec<Settled>> = OnceLock::new();
    ALL.get_or_init(|| {
        let seeds: Vec<u64> = (0..SETTLEMENTS).collect();
        let mut all = in_parallel(&seeds, |seed| opened(format!("random {seed}"), &random(*seed)));
        for folder in ["sample-data/wrzesnia-2021", "sample-data/gmina-2024"] {
            all.push(opened(folder.to_owned(), &of_folder(folder)));
        }
        all
    })
}

/// `code sheet!cell` of every finding.
fn said(report: &Report) -> Vec<String> {
    let one = |f: &rozlicz::finding::Finding| match f.at {
        Some(at) => format!("{} {}!{at}", f.code.name, report.sources.names(at.sheet).1),
        None => f.code.name.to_owned(),
    };
    report.findings.iter().map(one).collect()
}

fn is_said(report: &Report, expected: &Expected) -> bool {
    let [finding] = &report.findings[..] else { return false };
    let within = |(first, last): (u32, u32), line: u32| (first..=last).contains(&line);
    finding.code.name == expected.code
        && match (&expected.sheet, finding.at) {
            (None, at) => at.is_none(),
            (Some(name), Some(at)) => {
                report.sources.names(at.sheet).1 == name
                    && within(expected.rows, at.row)
                    && expected.columns.is_none_or(|columns| within(columns, at.column))
            }
            (Some(_), None) => false,
        }
}

/// How one tampering ended.
enum End {
    Named,
    Missed(String),
    /// No place for it here.
    NoPlace,
}

/// Plants the tampering of a seed: the seed tells the kind, the settlement and the place.
fn one(seed: u64) -> (&'static str, End) {
    let all = settlements();
    let mut r = Random::new(seed);
    let kinds = KINDS.len() as u64;
    let (kind, plant) = KINDS[usize::try_from(seed % kinds).expect("few kinds")];
    // Some settlements have no place for some kinds, and some places none for some changes.
    for _ in 0..200 {
        let turn = r.between(0, i64::try_from(all.len()).expect("few") - 1);
        let settled = &all[usize::try_from(turn).expect("not negative")];
        let Some(planted) = plant(settled, &mut r) else { continue };
        let mut read = steps::done(&planted.steps, &settled.file, &settled.read);
        if planted.recalculated {
            let Some(now) = steps::recalculated(read, &settled.fractions) else { continue };
            read = now;
        }
        let report = own::audit(&read, &settled.trace);
        let through_file = (seed / kinds).is_multiple_of(THROUGH_FILE);
        let end = if !is_said(&report, &planted.expected) {
            End::Missed(told(seed, kind, settled, &planted, &said(&report), "in memory"))
        } else if let Some(wrong) = through_file.then(|| through(settled, &planted, &read)).flatten() {
            End::Missed(told(seed, kind, settled, &planted, &wrong, "through the file"))
        } else {
            End::Named
        };
        return (kind, end);
    }
    (kind, End::NoPlace)
}

/// The same through a real file, so that its reader is in the loop; says what is wrong.
fn through(settled: &Settled, planted: &Planted, read: &book::ReadBook) -> Option<Vec<String>> {
    let mut file = settled.file.clone();
    planted.steps.iter().for_each(|step| step.to_file(&mut file));
    if planted.recalculated {
        let results = steps::results_to_store(read);
        file.recalculated(&|at| results.get(&at).cloned());
    }
    let bytes = file.write().expect("written");
    let again = book::read("rozliczenie.xlsx", &bytes).expect("a workbook");
    if let Some(difference) = steps::first_difference(read, &again) {
        return Some(vec![format!("the file holds something else: {difference}")]);
    }
    let trace = sheet::found(&again).expect("a trace").expect("sound");
    let report = own::audit(&again, &trace);
    (!is_said(&report, &planted.expected)).then(|| said(&report))
}

fn told(seed: u64, kind: &str, settled: &Settled, planted: &Planted, said: &[String], how: &str) -> String {
    let expected = &planted.expected;
    let cell = expected.columns.filter(|_| expected.rows.0 == expected.rows.1);
    let place = cell.map(|(column, _)| rozlicz::source::a1(expected.rows.0, column));
    let steps: String = format!("{:?}", planted.steps).chars().take(400).collect();
    format!(
        "ROZLICZ_TAMPERING_ONE={seed} ({kind}, {}, {how})\n  expected {} {}!{} rows {:?} columns {:?}\n  said {}: {:?}\n  did {steps}",
        settled.name,
        expected.code,
        expected.sheet.as_deref().unwrap_or("-"),
        place.unwrap_or_default(),
        expected.rows,
        expected.columns,
        said.len(),
        &said[..said.len().min(5)],
    )
}

#[test]
fn every_planted_tampering_is_named_at_its_place_and_nothing_else_is() {
    let from = setting("ROZLICZ_TAMPERING_SEED").unwrap_or(0);
    let many = setting("ROZLICZ_TAMPERINGS").unwrap_or(FEW);
    let alone = setting("ROZLICZ_TAMPERING_ONE").map(|seed| vec![seed]);
    let seeds: Vec<u64> = alone.unwrap_or_else(|| (from..from + many).collect());
    let ends = in_parallel(&seeds, |seed| one(*seed));
    let (mut named, mut missed, mut without) = (Counts::new(), Counts::new(), Counts::new());
    let mut shown: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (kind, end) in ends {
        match end {
            End::Named => *named.entry(kind).or_default() += 1,
            End::NoPlace => *without.entry(kind).or_default() += 1,
            End::Missed(told) => {
                *missed.entry(kind).or_default() += 1;
                let told_of = shown.entry(kind).or_default();
                if told_of.len() < 3 {
                    told_of.push(told);
                }
            }
        }
    }
    let planted: usize = named.values().sum();
    println!("{planted} tamperings named, {} missed; by kind: {named:?}", missed.values().sum::<usize>());
    println!("no place found: {without:?}");
    let shown: Vec<String> = shown.into_values().flatten().collect();
    assert!(missed.is_empty(), "missed {missed:?}\n{}", shown.join("\n"));
    assert!(without.is_empty(), "kinds without a place: {without:?}");
    assert_eq!(planted, seeds.len());
}

/// Audits a changed file as the command does.
fn whole(settled: &Settled, change: impl FnOnce(&mut Book)) -> Report {
    let mut book = settled.file.clone();
    change(&mut book);
    let folder = tempfile::tempdir().expect("a folder");
    let workbook = folder.path().join("rozliczenie.xlsx");
    std::fs::write(&workbook, book.write().expect("written")).expect("written");
    let job = rozlicz::pipeline::audit::AuditJob { workbook, ..Default::default() };
    rozlicz::pipeline::audit::audit(&job).expect("audited")
}

#[test]
fn a_tampered_trace_is_named_and_what_stands_beside_it() {
    for (seed, settled) in (0..).zip(settlements().iter().step_by(4)) {
        let mut r = Random::new(seed);
        let ours = settled.file.sheet(sheet::NAME);
        let untouched = whole(settled, |_| {});
        assert!(untouched.findings.is_empty(), "{}: {:?}", settled.name, said(&untouched));
        let part = sheet::FIRST_PART;
        let digest = (ours, sheet::DIGEST_ROW, 1);
        let long = settled.file.shown((ours, part, 1));
        let letter = usize::try_from(r.between(0, 200)).expect("not negative");
        let turned = if long[letter..].starts_with('A') { "B" } else { "A" };
        let cut = format!("{}{turned}{}", &long[..letter], &long[letter + 1..]);
        let damage = [
            (digest, Stored::Text("0".repeat(64))),
            (digest, Stored::Blank),
            ((ours, part, 1), Stored::Text(cut)),
            ((ours, part, 1), Stored::Blank),
        ];
        for (at, value) in damage {
            let report = whole(settled, |book| book.put(at, value.clone()));
            let said = said(&report);
            assert!(
                said.iter().filter(|s| s.starts_with("audit-trace-damaged Ślad!B6")).count() == 1
                    && report.subject == rozlicz::audit::Subject::OwnWithoutTrace,
                "{} {at:?}: {said:?}",
                settled.name
            );
        }
        let gone = whole(settled, |book| book.delete_sheet(ours));
        assert!(said(&gone).contains(&"audit-trace-missing".to_owned()), "{:?}", said(&gone));
        let (row, column) = r.pick(&[(0, 0), (2, 0), (3, 1), (4, 1), (6, 0), (6, 1), (7, 1)]);
        let place = rozlicz::source::a1(row, column);
        let beside = whole(settled, |book| book.put((ours, row, column), Stored::Text("inne".to_owned())));
        assert_eq!(said(&beside), [format!("audit-text-changed Ślad!{place}")], "{}", settled.name);
        let removed = whole(settled, |book| book.put((ours, row, column), Stored::Blank));
        assert_eq!(said(&removed), [format!("audit-text-removed Ślad!{place}")], "{}", settled.name);
    }
}

#[test]
fn untouched_random_workbooks_are_clean() {
    let count = setting("ROZLICZ_TAMPERINGS").map_or(70, |many| many.min(210));
    let seeds: Vec<u64> = (0..count).map(|n| n + 5_000).collect();
    let wrong: Vec<String> = in_parallel(&seeds, |seed| {
        let settled = opened(format!("random {seed}"), &random(*seed));
        let report = own::audit(&settled.read, &settled.trace);
        let clean = report.findings.is_empty() && report.unverified.is_empty();
        (!clean).then(|| format!("seed {seed}: {:?} {:?}", said(&report), report.unverified))
    })
    .into_iter()
    .flatten()
    .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), seeds.len(), wrong.join("\n"));
}

#[test]
fn random_workbooks_saved_by_libreoffice_are_clean() {
    if !soffice::present() {
        let required = std::env::var_os("ROZLICZ_WITNESS").is_some_and(|v| v == "required");
        assert!(!required, "LibreOffice (soffice) is not installed");
        eprintln!("tampering: LibreOffice is not installed, so nothing is saved by it here");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let seeds: Vec<u64> = (9_000..9_014).collect();
    let files: Vec<PathBuf> = in_parallel(&seeds, |seed| {
        let file = folder.path().join(format!("r{seed}.xlsx"));
        std::fs::write(&file, random(*seed)).expect("written");
        file
    });
    let out = folder.path().join("out");
    soffice::recalculate(&files, &out, 1).expect("saved");
    for file in files {
        let bytes = std::fs::read(soffice::recalculated(&file, &out)).expect("read");
        let saved = opened(file.display().to_string(), &bytes);
        let report = own::audit(&saved.read, &saved.trace);
        assert!(report.findings.is_empty(), "{}: {:?}", saved.name, said(&report));
    }
}
