use std::path::PathBuf;
use std::sync::OnceLock;

use super::manifest::Digest;
use super::write::{Made, capsule};
use super::*;
use crate::finding::Severity;
use crate::intake;
use crate::pipeline::{self, Job};

fn sample(year: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples/samples").join(year)
}

fn documents() -> Documents {
    intake::documents(&[sample("gmina-2025")]).expect("a folder").expect("readable files")
}

/// A change to a capsule.
type Fault = fn(&mut Capsule);

/// The capsule of the sample, with what its files hold or without.
fn sample_capsule(with_data: bool) -> Capsule {
    static MADE: [OnceLock<Capsule>; 2] = [OnceLock::new(), OnceLock::new()];
    MADE[usize::from(with_data)].get_or_init(|| read(&made(with_data, &[], false))).clone()
}

fn made(with_data: bool, readings: &[&str], draft: bool) -> Vec<u8> {
    let job = Job {
        as_of: Day::new(2026, 1, 10),
        readings: readings.iter().map(|typed| (*typed).to_owned()).collect(),
        ..Job::default()
    };
    let (catalogue, forms) =
        (pipeline::catalogue(None).expect("rules"), pipeline::forms(None).expect("forms"));
    let documents = documents();
    let mut run = pipeline::run_documents(&job, &documents, &catalogue).expect("a run");
    run.price();
    let papers = pipeline::papers(&mut run, &forms, draft).expect("a form").expect("figures");
    let papers = papers.bytes().expect("workbooks");
    let (job, documents, catalogue, forms, run, papers) =
        (&job, &documents, &catalogue, &forms, &run, &papers);
    let made = Made { job, draft, documents, catalogue, forms, run, papers, with_data };
    capsule(&made).expect("a capsule").expect("a settlement")
}

fn read(bytes: &[u8]) -> Capsule {
    Capsule::read(bytes).expect("a sound capsule")
}

fn replayed(capsule: &Capsule, data: Option<Documents>) -> (Verdict, Vec<&'static str>) {
    let replay = replay::replay(capsule, data).expect("a repetition");
    (replay.verdict, replay.findings.iter().map(|f| f.code.name).collect())
}

fn refusal(result: &Result<Replay, CannotRun>) -> &'static str {
    match result {
        Err(CannotRun::Said { key, .. }) => key,
        Err(CannotRun::Programme(_)) => "programme",
        Ok(_) => "none",
    }
}

/// Puts another text in the place of a part and records its digest: a forgery that agrees with itself.
fn forged(capsule: &Capsule, name: &str, old: &str, new: &str) -> Capsule {
    let mut other = capsule.clone();
    let text = capsule.text(name).expect("a text");
    assert!(text.contains(old), "{name} holds {old}");
    let text = text.replacen(old, new, 1).into_bytes();
    let recorded = other.manifest.parts.iter_mut().find(|part| part.name == name).expect("recorded");
    recorded.sha256 = sha256_hex(&text);
    other.parts.insert(name.to_owned(), text);
    read(&packed(&other))
}

fn packed(capsule: &Capsule) -> Vec<u8> {
    let mut parts = capsule.parts.clone();
    parts.insert(pack::HEAD.to_owned(), capsule.manifest.to_bytes());
    pack::write(&parts).expect("packed")
}

#[test]
fn a_run_is_repeated_to_the_byte_from_its_capsule_alone_or_with_the_tables() {
    let with = read(&made(true, &["hours-worked=with-holiday-leave"], true));
    assert!(with.has_data());
    assert_eq!(replayed(&with, None), (Verdict::Reproduced, vec![]));
    let without = sample_capsule(false);
    assert!(!without.has_data());
    assert_eq!(replayed(&without, Some(documents())), (Verdict::Reproduced, vec![]));
    assert_eq!(made(false, &[], false), packed(&without), "the same run gives the same capsule");
}

#[test]
fn a_capsule_without_tables_cannot_be_repeated_without_them() {
    let capsule = sample_capsule(false);
    assert_eq!(refusal(&replay::replay(&capsule, None)), "capsule-needs-data");
    let mut data = documents();
    data.files.retain(|file| file.name != "place.csv");
    assert_eq!(refusal(&replay::replay(&capsule, Some(data))), "capsule-data-missing");
}

#[test]
fn tables_are_matched_by_what_they_hold_whatever_their_order_and_names() {
    let capsule = sample_capsule(false);
    let mut data = documents();
    data.files.reverse();
    data.files[0].name = "inna nazwa.csv".to_owned();
    let letter = intake::Document { name: "pismo.csv".to_owned(), found: true, bytes: b"x".to_vec() };
    data.files.push(letter);
    let (verdict, codes) = replayed(&capsule, Some(data));
    assert_eq!((verdict, codes), (Verdict::Reproduced, vec!["replay-input-renamed", "replay-input-unused"]));
}

#[test]
fn another_table_is_told_before_the_figures_that_follow_from_it() {
    let capsule = sample_capsule(true);
    let mut data = documents();
    let pay = data.files.iter_mut().find(|file| file.name == "place.csv").expect("the pay");
    let text = String::from_utf8(pay.bytes.clone()).expect("text");
    pay.bytes = text.replacen("6200,00", "6100,00", 1).into_bytes();
    let replay = replay::replay(&capsule, Some(data)).expect("a repetition");
    assert_eq!(replay.verdict, Verdict::Differs);
    let codes: Vec<&str> = replay.findings.iter().map(|f| f.code.name).collect();
    assert_eq!(codes[0], "replay-input-differs");
    assert!(codes.contains(&"replay-figure-differs"), "{codes:?}");

    assert_eq!(codes.last(), Some(&"replay-workbook-differs"));
    let cost = replay
        .findings
        .iter()
        .find(|f| f.facts.iter().any(|(_, fact)| *fact == Fact::Text("task_cost".to_owned())));
    assert!(cost.is_some_and(|f| f.difference.is_some()), "{:?}", replay.findings);
}

#[test]
fn a_table_saved_anew_leaves_the_figures_and_is_not_called_reproduced() {
    let capsule = sample_capsule(false);
    let mut data = documents();
    let pay = data.files.iter_mut().find(|file| file.name == "place.csv").expect("the pay");
    pay.bytes.extend(b"\r\n");
    let (verdict, codes) = replayed(&capsule, Some(data));
    assert_eq!(verdict, Verdict::FiguresSame, "{codes:?}");
    assert_eq!(codes.first(), Some(&"replay-input-differs"));
}

#[test]
fn a_table_that_can_no_longer_be_settled_is_said() {
    let capsule = sample_capsule(false);
    let mut data = documents();
    let pay = data.files.iter_mut().find(|file| file.name == "place.csv").expect("the pay");
    pay.bytes = b"to nie jest tabela".to_vec();
    let (verdict, codes) = replayed(&capsule, Some(data));
    assert_eq!((verdict, codes), (Verdict::Differs, vec!["replay-input-differs", "replay-not-settled"]));
}

#[test]
fn the_run_uses_the_rules_and_the_form_of_the_capsule_and_says_that_they_are_not_the_built_in_ones() {
    let capsule = sample_capsule(true);
    let other = forged(&capsule, part::RULES, "title", "# nothing of weight\ntitle");
    let (verdict, codes) = replayed(&other, None);
    assert_eq!(codes[0], "replay-rules-other");
    assert_eq!(verdict, Verdict::FiguresSame, "the digest of the rules stands in the workbook: {codes:?}");
    let other = forged(&capsule, part::LAW, "\n", "\n\n");
    assert_eq!(replayed(&other, None), (Verdict::Reproduced, vec!["replay-rules-other"]));
    let other = forged(&capsule, part::FORM, "\n", "\n# nothing of weight\n");
    assert_eq!(replayed(&other, None), (Verdict::Reproduced, vec!["replay-form-other"]));
}

#[test]
fn national_figures_other_than_the_built_in_ones_are_named() {
    let capsule = sample_capsule(true);
    let other = forged(&capsule, "rules/national/minimum-wage.csv", "\n", "\n# x\n");
    assert_eq!(replayed(&other, None), (Verdict::Reproduced, vec!["replay-common-other"]));
    let mut fewer = capsule.clone();
    fewer.parts.remove("rules/readings.toml");
    fewer.manifest.parts.retain(|part| part.name != "rules/readings.toml");
    assert_eq!(replayed(&read(&packed(&fewer)), None), (Verdict::Reproduced, vec!["replay-common-other"]));
}

#[test]
fn another_version_repeats_the_run_all_the_same_and_says_whether_the_figures_hold() {
    let mut capsule = sample_capsule(true);
    capsule.manifest.program_version = "0.0.9".to_owned();
    assert_eq!(replayed(&capsule, None), (Verdict::Reproduced, vec!["replay-program-other"]));
    // As it is when the version stands in the workbook.
    capsule.manifest.workbook = Digest::of(b"another version");
    let (verdict, codes) = replayed(&capsule, None);
    assert_eq!(verdict, Verdict::FiguresSame);
    assert_eq!(codes, ["replay-program-other", "replay-workbook-differs"]);
}

#[test]
fn a_forged_figure_a_forged_cell_and_a_forged_argument_are_told() {
    let capsule = sample_capsule(true);
    let trace = crate::trace::pack::from_json(&capsule.parts[part::TRACE]).expect("a trace");
    let put = |trace: &crate::trace::Trace| {
        let old = capsule.text(part::TRACE).expect("the trace");
        let new = String::from_utf8(crate::trace::pack::json(trace)).expect("text");
        forged(&capsule, part::TRACE, old, &new)
    };
    let mut figure = trace.clone();
    figure.figures[5].value = crate::calc::Value::Number(crate::units::Exact::whole(1));
    let replay = replay::replay(&put(&figure), None).expect("a repetition");
    assert_eq!(replay.verdict, Verdict::Differs);
    let [finding] = &replay.findings[..] else { panic!("{:?}", replay.findings) };
    assert_eq!(finding.code.name, "replay-figure-differs");
    assert_eq!(finding.expected, Some(Fact::Amount(crate::units::Money::from_grosze(100))));
    assert!(finding.difference.is_some());

    let mut cell = trace.clone();
    let last = cell.sheets.len() - 1;
    cell.sheets[last].cells[3].holds = crate::trace::Held::Text("dopisane".to_owned());
    let at = (cell.sheets[last].cells[3].row, cell.sheets[last].cells[3].column);
    let replay = replay::replay(&put(&cell), None).expect("a repetition");
    assert_eq!(replay.verdict, Verdict::FiguresSame);
    let [finding] = &replay.findings[..] else { panic!("{:?}", replay.findings) };
    assert_eq!(finding.code.name, "replay-cells-differ");
    let place = replay.sources.place(finding.at.expect("a cell"));
    assert_eq!(place, format!("--out › {} › {}", cell.sheets[last].name, crate::source::a1(at.0, at.1)));

    let mut sheet = trace;
    sheet.sheets[last].name = "Dopisany".to_owned();
    let (verdict, codes) = replayed(&put(&sheet), None);
    assert_eq!((verdict, codes), (Verdict::FiguresSame, vec!["replay-cells-differ"; 2]));

    let other = forged(&capsule, part::TRACE, "{", "not json {");
    assert_eq!(replayed(&other, None), (Verdict::Differs, vec!["replay-trace-unreadable"]));
    let other = forged(&capsule, part::FINDINGS, "\"severity\": \"", "\"severity\": \"x");
    let codes = replayed(&other, None).1;
    assert_eq!(codes, vec!["replay-finding-differs"; 2]);
    let mut other = capsule.clone();
    other.manifest.arguments.draft = true;
    assert_eq!(replayed(&other, None).0, Verdict::FiguresSame);
    let mut other = capsule.clone();
    other.manifest.arguments.rules = super::manifest::RulesFrom::Folder;
    assert_eq!(replayed(&other, None).0, Verdict::FiguresSame);
}

#[test]
fn more_differences_than_anybody_reads_are_counted() {
    let capsule = sample_capsule(true);
    let mut other = capsule.clone();
    other.manifest.arguments.readings = vec!["service-pay=out".to_owned()];
    let (_, codes) = replayed(&other, None);
    assert!(codes.contains(&"replay-cells-differ"), "{codes:?}");
    assert!(codes.contains(&"replay-more"), "{codes:?}");
}

#[test]
fn a_newer_format_is_named_and_nothing_else_of_it_is_read() {
    let mut parts = pack::Parts::new();
    let head =
        r#"{"what":"rozlicz-capsule","format":7,"program_version":"9.1","shape":{"of":["another","kind"]}}"#;
    parts.insert(pack::HEAD.to_owned(), head.as_bytes().to_vec());
    let bytes = pack::write(&parts).expect("packed");
    let newer = CapsuleError::Newer { format: 7, program: "9.1".to_owned() };
    assert_eq!(Capsule::read(&bytes), Err(newer));
}

#[test]
fn a_capsule_that_does_not_agree_with_itself_is_damaged() {
    let sound = sample_capsule(true);
    let faults: [(&str, Fault); 9] = [
        ("a part changed", |c| drop(c.parts.insert(part::LAW.to_owned(), b"x".to_vec()))),
        ("a part missing", |c| drop(c.parts.remove(part::FORM))),
        ("a part not recorded", |c| drop(c.parts.insert("rules/x".to_owned(), b"x".to_vec()))),
        ("rules that are no text", |c| {
            c.parts.insert(part::RULES.to_owned(), vec![0xff]);
            c.manifest.parts.iter_mut().filter(|p| p.name == part::RULES).for_each(|p| {
                p.sha256 = sha256_hex(&[0xff]);
            });
        }),
        ("no documents", |c| c.manifest.documents.clear()),
        ("a table in the place of another", |c| {
            let other = c.manifest.documents[1].part.clone();
            c.manifest.documents[0].part = other;
        }),
        ("a table that is not there", |c| {
            c.manifest.documents[0].part = Some("inputs/999.csv".to_owned());
        }),
        ("a day that is none", |c| c.manifest.arguments.as_of = "jutro".to_owned()),
        ("another size", |c| c.manifest.documents[0].bytes += 1),
    ];
    for (what, fault) in faults {
        let mut other = sound.clone();
        fault(&mut other);
        assert_eq!(Capsule::read(&packed(&other)), Err(CapsuleError::Damaged), "{what}");
    }
    let mut parts = pack::Parts::new();
    for (head, expected) in [
        ("not json", CapsuleError::Damaged),
        ("{}", CapsuleError::NotACapsule),
        (r#"{"what":"rozlicz-capsule","format":"1"}"#, CapsuleError::Damaged),
        (r#"{"what":"rozlicz-capsule","format":1}"#, CapsuleError::Damaged),
        (r#"{"what":"rozlicz-capsule","format":0}"#, CapsuleError::Damaged),
    ] {
        parts.insert(pack::HEAD.to_owned(), head.as_bytes().to_vec());
        assert_eq!(Capsule::read(&pack::write(&parts).expect("packed")), Err(expected), "{head}");
    }
    let deep = "[".repeat(100_000);
    parts.insert(pack::HEAD.to_owned(), deep.into_bytes());
    assert_eq!(Capsule::read(&pack::write(&parts).expect("packed")), Err(CapsuleError::Damaged));
}

#[test]
fn no_mutated_byte_ends_in_a_panic_or_is_called_reproduced() {
    let bytes = packed(&sample_capsule(true));
    let mut looked_at = 0;
    for at in (0..bytes.len()).step_by(97) {
        let mut other = bytes.clone();
        other[at] ^= 1 << (at % 8);
        assert!(Capsule::read(&other).is_err(), "byte {at}");
        looked_at += 1;
    }
    assert!(looked_at > 500, "{looked_at}");
}

#[test]
fn no_byte_mutated_by_somebody_who_seals_it_anew_ends_in_a_panic() {
    let bytes = packed(&sample_capsule(true));
    let mut sound = 0;
    for at in (0..bytes.len() - 64).step_by(397) {
        let mut other = bytes.clone();
        other[at] ^= 1 << (at % 8);
        pack::seal(&mut other);
        sound += usize::from(Capsule::read(&other).is_ok());
    }
    // Only bytes of the archive around the parts can change without a word: days, rights.
    assert!(sound < 20, "{sound}");
}

#[test]
fn every_refusal_of_a_capsule_has_words_and_a_remedy_in_both_languages() {
    use crate::locale::{Language, Locale};
    let all = [
        CapsuleError::Unreadable(std::io::ErrorKind::NotFound),
        CapsuleError::NotACapsule,
        CapsuleError::Damaged,
        CapsuleError::TooLarge,
        CapsuleError::Newer { format: 7, program: "9.1".to_owned() },
    ];
    for language in [Language::Polish, Language::English] {
        let locale = Locale::of(language);
        for error in &all {
            let text = error.clone().at(Path::new("k.capsule")).text(locale);
            assert!(text.contains("k.capsule") && !text.contains('{'), "{text}");
        }
        for key in [
            "capsule-needs-data",
            "capsule-data-missing",
            "capsule-input-too-large",
            "capsule-data-too-large",
        ] {
            let text = CannotRun::new(key).with("files", "a").with("file", "a").with("limit", 1).text(locale);
            assert!(locale.has(&format!("{key}-hint")) && !text.contains('{'), "{text}");
        }
    }
}

#[test]
fn each_code_of_a_repetition_is_fired_by_a_test_here() {
    let source = include_str!("tests.rs");
    for code in crate::finding::code::replay::CODES {
        assert!(source.contains(&format!("\"{}\"", code.name)), "{}", code.name);
        assert_ne!(code.name.len(), 0);
    }
    assert_eq!(crate::finding::code::replay::REPLAY_FIGURE_DIFFERS.severity, Severity::Error);
}
