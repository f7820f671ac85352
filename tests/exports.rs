//! Exports: what is written is what was handed in, comes back as it was, and any engine adds it up to the same grosz.
#![cfg(feature = "analytics")]

#[path = "exports/country.rs"]
mod country;
#[path = "exports/queries.rs"]
mod queries;
#[path = "exports/roll_up.rs"]
mod roll_up;
mod support;

use std::fs;
use std::path::Path;

use country::{Seed, country, year};
use rozlicz::consolidate::{Entry, FigureKey, Kind, Verdict};
use rozlicz::frames::by::{Grouping, Totals};
use rozlicz::frames::export::{DIGESTS, Exported, export, rendered};
use rozlicz::frames::import::import;
use rozlicz::frames::{FrameError, Frames, MONEY, numbered};
use rozlicz::output::OutputError;
use rozlicz::units::{Exact, Money};
use support::files_below as files;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn write(entries: &[Entry], folder: &Path) -> Exported {
    export(entries, &Grouping::ALL, folder, false).expect("an export")
}

fn codes(entries: &[Entry]) -> Vec<&str> {
    let remarks = entries.iter().filter(|e| e.kind == Kind::Export).flat_map(|e| &e.remarks);
    remarks.map(|r| r.code.as_str()).collect()
}

#[test]
fn entries_come_back_from_an_export_as_they_were() {
    let root = folder();
    let entries = year(2025, &mut Seed::of(1));
    assert!(entries.iter().any(|e| e.kind == Kind::Form), "forms without months are among them");
    assert!(entries.iter().any(|e| e.verdict == Verdict::Rejected), "and a rejected report");
    let written = write(&entries, root.path());
    assert!(written.outside.is_empty());
    let mut back = import(root.path(), "", None);
    back.sort_by(|a, b| a.order().cmp(&b.order()));
    assert_eq!(back, entries);
}

/// `ROZLICZ_BLESS=1` writes the tables anew.
#[test]
fn the_document_lists_the_columns_as_they_are() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/exports.md");
    let document = fs::read_to_string(&path).expect("the document");
    let (words, _) = document.split_once("\n## `gminy`").expect("the tables begin with gminy");
    let expected = format!("{words}\n{}", rozlicz::frames::schema::page().trim_end().to_owned() + "\n");
    if std::env::var_os("ROZLICZ_BLESS").is_some() {
        fs::write(&path, &expected).expect("written");
    }
    let document = fs::read_to_string(&path).expect("the document");
    assert!(document == expected, "docs/exports.md is not what the code writes: run with ROZLICZ_BLESS=1");
}

#[test]
fn sixteen_exports_are_the_country() {
    let mut entries = country(2025);
    let mut back = Vec::new();
    for voivodeship in 1..=16 {
        let code = format!("{:02}", 2 * voivodeship);
        let root = folder();
        let of_one: Vec<Entry> = entries
            .iter()
            .filter(|e| e.teryt.as_deref().is_some_and(|t| t.starts_with(&code)))
            .cloned()
            .collect();
        write(&of_one, root.path());
        back.extend(import(root.path(), &code, Some("asystent-rodziny-2025")));
    }
    for file in entries.iter_mut().flat_map(|e| {
        let code = e.teryt.as_deref().map(|t| t[..2].to_owned()).unwrap_or_default();
        e.files.iter_mut().map(move |f| (code.clone(), f))
    }) {
        file.1.path = format!("{}/{}", file.0, file.1.path);
    }
    back.sort_by(|a, b| a.order().cmp(&b.order()));
    entries.sort_by(|a, b| a.order().cmp(&b.order()));
    assert_eq!(back, entries);
}

#[test]
fn the_same_entries_give_the_same_bytes_at_any_time_and_place() {
    let entries = year(2025, &mut Seed::of(1));
    let (one, two) = (folder(), folder());
    write(&entries, one.path());
    write(&entries, &two.path().join("inny folder"));
    assert_eq!(files(one.path()), files(&two.path().join("inny folder")));
    for bytes in files(one.path()).values() {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(&*one.path().to_string_lossy()), "no path of the machine in a file");
    }
}

#[test]
fn years_and_voivodeships_are_partitions_that_add_up_in_one_folder() {
    let root = folder();
    write(&year(2024, &mut Seed::of(1)), root.path());
    let before = files(root.path());
    write(&year(2025, &mut Seed::of(1)), root.path());
    let after = files(root.path());
    assert!(after.contains_key("gminy/programme=asystent-rodziny-2024/voivodeship=12/dane.parquet"));
    assert!(after.contains_key("asystento-miesiace/programme=asystent-rodziny-2025/voivodeship=12/dane.csv"));
    assert!(after.contains_key("uwagi/programme=asystent-rodziny-2025/voivodeship=12/dane.parquet"));
    assert!(after.contains_key("zestawienia/powiat/programme=asystent-rodziny-2025/voivodeship=12/dane.csv"));
    for (path, bytes) in before.iter().filter(|(path, _)| *path != DIGESTS) {
        assert_eq!(after.get(path), Some(bytes), "{path}");
    }
    let editions: std::collections::BTreeSet<_> =
        import(root.path(), "", None).into_iter().filter_map(|e| e.edition).collect();
    assert_eq!(editions.len(), 2);
    let one = import(root.path(), "", Some("asystent-rodziny-2024"));
    assert!(one.iter().all(|e| e.edition.as_deref() != Some("asystent-rodziny-2025")) && !one.is_empty());
}

#[test]
fn what_is_there_is_replaced_only_when_asked_and_then_wholly() {
    let root = folder();
    let entries = year(2025, &mut Seed::of(1));
    write(&entries, root.path());
    let before = files(root.path());
    let again = export(&entries, &[], root.path(), false);
    assert!(matches!(again, Err(FrameError::Output(OutputError::Exists { .. }))), "{again:?}");
    assert_eq!(files(root.path()), before);
    export(&entries, &[], root.path(), true).expect("replaced");
    let after = files(root.path());
    assert!(
        after.keys().all(|path| !path.starts_with("zestawienia/")),
        "totals that nobody asked for now are gone"
    );
    let empty = import(root.path(), "", None);
    assert_eq!(codes(&empty), Vec::<&str>::new());
}

#[cfg(unix)]
#[test]
fn a_failure_changes_nothing() {
    let root = folder();
    write(&year(2024, &mut Seed::of(1)), root.path());
    // A file where a folder must stand: known only when the partition is put in place.
    fs::remove_dir_all(root.path().join("uwagi")).expect("removed");
    fs::write(root.path().join("uwagi"), b"x").expect("a file");
    let before = files(root.path());
    let failed = export(&year(2025, &mut Seed::of(1)), &[], root.path(), false);
    assert!(matches!(failed, Err(FrameError::Output(_))), "{failed:?}");
    assert_eq!(files(root.path()), before, "neither a new file nor a folder beside");
}

#[test]
fn a_changed_parquet_file_refuses_the_export_and_a_changed_csv_does_not() {
    let root = folder();
    let entries = year(2025, &mut Seed::of(1));
    write(&entries, root.path());
    let place = "programme=asystent-rodziny-2025/voivodeship=12";
    let csv = root.path().join(format!("gminy/{place}/dane.csv"));
    fs::write(&csv, b"teryt\n").expect("changed");
    let taken = import(root.path(), "", None);
    assert_eq!(codes(&taken), ["export-copy-changed"]);
    assert_eq!(taken.len(), entries.len() + 1);
    assert!(taken.iter().all(|e| e.kind != Kind::Export || !e.counts()), "the remark is in no total");
    let parquet = root.path().join(format!("gminy/{place}/dane.parquet"));
    let mut bytes = fs::read(&parquet).expect("a file");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&parquet, &bytes).expect("changed");
    let refused = import(root.path(), "małopolskie", None);
    assert_eq!(refused.len(), 1, "nothing of it is taken");
    assert_eq!(refused[0].verdict, Verdict::Rejected);
    assert!(codes(&refused).contains(&"export-file-changed"));
    assert_eq!(refused[0].path(), "małopolskie/PLIKI.sha256");
    assert!(refused[0].remarks[0].message.contains("dane.parquet"), "{}", refused[0].remarks[0].message);
    fs::remove_file(&parquet).expect("removed");
    assert!(codes(&import(root.path(), "", None)).contains(&"export-file-changed"));
}

#[test]
fn a_file_copied_in_by_hand_and_another_schema_are_refused() {
    let (one, two) = (folder(), folder());
    write(&year(2025, &mut Seed::of(1)), one.path());
    write(&year(2024, &mut Seed::of(1)), two.path());
    let stranger = "gminy/programme=asystent-rodziny-2024";
    fs::create_dir_all(one.path().join(stranger).join("voivodeship=12")).expect("a folder");
    let file = format!("{stranger}/voivodeship=12/dane.parquet");
    fs::copy(two.path().join(&file), one.path().join(&file)).expect("copied");
    let refused = import(one.path(), "", None);
    assert_eq!(codes(&refused), ["export-file-unlisted"]);
    assert_eq!(refused.len(), 1);
    let schema = two.path().join("schemat.json");
    let newer = fs::read_to_string(&schema).expect("text").replace("\"schema\": 1", "\"schema\": 99");
    fs::write(&schema, newer).expect("changed");
    assert_eq!(codes(&import(two.path(), "", None)), ["export-schema"]);
    fs::write(two.path().join(DIGESTS), "0  ../../poza\n").expect("changed");
    fs::write(&schema, rozlicz::frames::schema::json()).expect("as it was");
    assert_eq!(codes(&import(two.path(), "", None)), ["export-file-changed"]);
    assert_eq!(codes(&import(&two.path().join("nie ma"), "", None)), ["export-schema"]);
}

#[test]
fn bytes_that_are_no_table_are_a_finding_even_where_the_list_vouches_for_them() {
    let root = folder();
    write(&year(2025, &mut Seed::of(1)), root.path());
    let path = "pliki/programme=asystent-rodziny-2025/voivodeship=12/dane.parquet";
    let good = fs::read(root.path().join(path)).expect("a file");
    let list = fs::read_to_string(root.path().join(DIGESTS)).expect("a list");
    let digest = rozlicz::digest::sha256_hex(&good);
    let mut refused = 0;
    let step = good.len() / 20 + 1;
    for at in (0..good.len()).step_by(step) {
        for bytes in [good[..at].to_vec(), {
            let mut changed = good.clone();
            changed[at] = !changed[at];
            changed
        }] {
            fs::write(root.path().join(path), &bytes).expect("changed");
            let vouched = list.replace(&digest, &rozlicz::digest::sha256_hex(&bytes));
            fs::write(root.path().join(DIGESTS), vouched).expect("changed");
            refused += usize::from(codes(&import(root.path(), "", None)).contains(&"export-unreadable"));
        }
    }
    assert!(refused > 20, "{refused}");
}

#[test]
fn csv_keeps_the_zero_of_a_code_and_runs_no_formula() {
    let mut entries = year(2025, &mut Seed::of(1));
    entries[0].municipality = Some("=HYPERLINK(\"http://x\")".to_owned());
    let files = rendered(&entries, &[]).expect("files");
    let csv = &files["gminy/programme=asystent-rodziny-2025/voivodeship=12/dane.csv"];
    let text = String::from_utf8_lossy(csv);
    assert!(
        text.starts_with("\u{feff}programme;voivodeship;entry;teryt;year;edition;municipality;"),
        "{text}"
    );
    assert!(text.contains("'=HYPERLINK"), "guarded");
    assert!(!text.contains(";=HYPERLINK") && !text.contains("\"=HYPERLINK"));
    let root = folder();
    write(&entries, root.path());
    let back = import(root.path(), "", None);
    assert!(back.iter().any(|e| e.municipality == entries[0].municipality), "in Parquet it stands as it was");
}

#[test]
fn an_amount_with_a_fraction_of_a_grosz_is_kept_in_words_and_told() {
    let mut entries = year(2025, &mut Seed::of(1));
    let key = FigureKey::parse("supplement.cost").expect("a figure");
    entries[0].figures.set(key, Exact::ratio(12_345, 1_000).expect("an amount"));
    let root = folder();
    let written = write(&entries, root.path());
    assert_eq!(written.outside, [entries[0].path().to_owned()]);
    let mut back = import(root.path(), "", None);
    back.sort_by(|a, b| a.order().cmp(&b.order()));
    assert_eq!(back, entries);
}

#[test]
fn a_sum_that_does_not_fit_is_refused_and_a_rejected_report_cannot_make_it_so() {
    let mut entries = year(2025, &mut Seed::of(1));
    let key = FigureKey::parse("supplement.cost").expect("a figure");
    let absurd = Money::from_grosze(i64::MAX - 1).to_exact();
    let rejected = entries.iter().position(|e| e.verdict == Verdict::Rejected).expect("a rejected report");
    entries[rejected].figures.set(key, absurd.clone());
    assert!(rendered(&entries, &Grouping::ALL).is_ok());
    entries[0].figures.set(key, absurd);
    assert!(matches!(rendered(&entries, &[]), Err(FrameError::TooLarge { .. })));
}

#[test]
fn totals_are_those_of_the_reports_that_count_to_the_grosz() {
    let entries = country(2025);
    let numbered = numbered(&entries);
    let frames = Frames::of(&numbered).expect("frames");
    let said = |figure: &str| -> Money {
        let amounts = entries.iter().filter(|e| e.counts()).filter_map(|e| e.figures.money(figure));
        amounts.fold(Money::ZERO, |sum, m| sum.checked_add(m).expect("small"))
    };
    for by in [Grouping::Powiat, Grouping::MunicipalityType] {
        let totals = Totals::of(by, &frames, &numbered).expect("totals");
        for (column, figure) in [
            ("supplement_co_financing_gr", "supplement.co_financing"),
            ("employment_co_financing_gr", "employment.co_financing"),
            ("supplement_cost_gr", "supplement.cost"),
        ] {
            assert_eq!(totals.frame.sum(column).expect("a sum"), said(figure), "{by:?} {column}");
        }
    }
    for by in [Grouping::Contract, Grouping::Month] {
        let totals = Totals::of(by, &frames, &numbered).expect("totals");
        for (column, figure) in [
            ("supplement_co_financing_gr", "supplement.co_financing"),
            ("employment_co_financing_gr", "employment.co_financing"),
            ("supplement_cost_gr", "supplement.cost"),
            ("wage_cost_gr", "employment.cost"),
        ] {
            assert_eq!(totals.frame.sum(column).expect("a sum"), said(figure), "{by:?} {column}");
        }
    }
    let months = Totals::of(Grouping::Month, &frames, &numbered).expect("totals").frame;
    let read = months.read().expect("values");
    assert!(
        (0..read.len).any(|row| read.text(row, "month").is_none()),
        "bare forms stand in a row of their own"
    );
    assert!(MONEY.contains(&"co_financing"));
}
