//! Two files of one municipality in an edition reported on by half-year (2024): the report of I-VI beside the one of the
//! whole year, and two forms of one half-year each.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use rozlicz::consolidate::compare::{Office, compare, settle_halves};
use rozlicz::consolidate::{Entry, EntryFile, FigureKey, Kind, Verdict};
use rozlicz::locale::{Language, Locale};
use rozlicz::pipeline::consolidate::{self, ConsolidateJob, Consolidated};
use rozlicz::programme::Catalogue;
use rozlicz::units::{Day, Money};
use support::program::{settle_after, settle_tables, write_to_send, write_workbook};
use support::workbook::{Table, read_tables, write_csv};

fn entry(path: &str, figures: &[(&str, i64)]) -> Entry {
    let file = EntryFile { path: path.to_owned(), sha256: format!("digest of {path}"), bytes: 1 };
    let mut entry = Entry::of(vec![file], Kind::Form);
    entry.teryt = Some("1420992".to_owned());
    entry.municipality = Some("Olszynki Dolne".to_owned());
    entry.edition = Some("asystent-rodziny-2024".to_owned());
    for (name, grosze) in figures {
        entry.figures.set(key(name), Money::from_grosze(*grosze).to_exact());
    }
    entry.figures.complete();
    entry
}

fn key(name: &str) -> FigureKey {
    FigureKey::parse(name).expect("a figure of a form")
}

fn figure(entry: &Entry, name: &str) -> Option<String> {
    entry.figures.get(key(name)).map(|value| value.to_short(2))
}

fn codes(entry: &Entry) -> Vec<&str> {
    entry.remarks.iter().map(|r| r.code.as_str()).collect()
}

fn compared(entries: impl Into<Vec<Entry>>) -> Vec<Entry> {
    compared_on(None, entries)
}

fn compared_on(as_of: Option<Day>, entries: impl Into<Vec<Entry>>) -> Vec<Entry> {
    let programme = Catalogue::built_in().edition("asystent-rodziny-2024").expect("a programme built in").0;
    let office = Office { programme: Some(&programme), as_of, ..Office::default() };
    let mut entries = entries.into();
    settle_halves(&mut entries, &office);
    compare(&mut entries, &office);
    entries
}

const FIRST: &[(&str, i64)] = &[
    ("supplement.co_financing@I-VI", 100_000),
    ("supplement.own_contribution@I-VI", 25_000),
    ("supplement.co_financing@VII-XII", 0),
    ("employment.cost@I-VI", 900_000),
    ("employment.co_financing@I-VI", 270_000),
    ("employment.cost", 900_000),
    ("municipality.families", 1_500),
];

const SECOND: &[(&str, i64)] = &[
    ("supplement.co_financing@VII-XII", 60_000),
    ("supplement.own_contribution@VII-XII", 15_000),
    ("employment.cost@VII-XII", 600_000),
    ("employment.co_financing@VII-XII", 180_000),
    ("employment.cost", 600_000),
    ("municipality.families", 1_700),
];

fn whole() -> Vec<(&'static str, i64)> {
    let once = |name: &str| name.contains('@');
    let halves = FIRST.iter().chain(SECOND).copied().filter(|(name, amount)| once(name) && *amount != 0);
    halves.chain([("employment.cost", 1_500_000), ("municipality.families", 1_700)]).collect()
}

#[test]
fn two_forms_of_one_half_year_each_are_one_report() {
    let done = compared([entry("a.xlsx", FIRST), entry("b.xlsx", SECOND)]);
    let [one] = done.as_slice() else { panic!("{} entries", done.len()) };
    assert_eq!(one.files.iter().map(|f| f.path.as_str()).collect::<Vec<_>>(), ["a.xlsx", "b.xlsx"]);
    assert_eq!(one.files[1].sha256, "digest of b.xlsx", "both digests are kept");
    for (name, sum) in [
        ("supplement.co_financing@I-VI", "1000"),
        ("supplement.co_financing@VII-XII", "600"),
        ("supplement.co_financing", "1600"),
        ("employment.cost", "15000"),
        ("all.cost", "17000"),
        ("municipality.families", "17"),
    ] {
        assert_eq!(figure(one, name).as_deref(), Some(sum), "{name}");
    }
    assert_eq!((codes(one), one.verdict), (vec!["reports-put-together"], Verdict::Remarks));
    let told = &one.remarks[0].message;
    assert!(told.contains("za I-VI z „a.xlsx”, za VII-XII z „b.xlsx”"), "{told}");
    assert!(told.ends_with("inne (Rodziny: 15 i 17). Wzięto je z drugiego pliku."), "{told}");
}

#[test]
fn what_both_halves_say_alike_of_the_year_is_no_doubt_and_only_a_note() {
    let with = |mut form: Vec<(&'static str, i64)>, more: &[(&'static str, i64)]| {
        form.retain(|(name, _)| *name != "municipality.families");
        form.extend(more);
        form
    };
    let same = [("municipality.families", 1_700), ("supplement.awarded", 200_000)];
    let first = entry("a.xlsx", &with(FIRST.to_vec(), &same));
    let second = entry("b.xlsx", &with(SECOND.to_vec(), &same));
    let done = compared([first, second]);
    assert_eq!((codes(&done[0]), done[0].verdict), (vec!["reports-put-together"], Verdict::Accepted));
    assert_eq!(done[0].remarks[0].severity, "note");
    assert_eq!(figure(&done[0], "supplement.awarded").as_deref(), Some("2000"));
    // An amount awarded for a half-year each is nobody's for the year.
    let first = entry("a.xlsx", &with(FIRST.to_vec(), &[("supplement.awarded", 120_000)]));
    let second = entry("b.xlsx", &with(SECOND.to_vec(), &[("supplement.awarded", 80_000)]));
    let done = compared([first, second]);
    assert_eq!(figure(&done[0], "supplement.awarded"), None);
    assert_eq!(done[0].verdict, Verdict::Remarks);
    let told = &done[0].remarks[0].message;
    assert!(told.ends_with("(Przyznano (zł) – dodatki: 1200 i 800). Kwoty przyznanej nie wzięto z żadnego, reszta jest z drugiego pliku."), "{told}");
}

#[test]
fn the_report_of_the_first_half_year_is_set_aside_beside_that_of_the_year() {
    let done = compared([entry("cały.xlsx", &whole()), entry("pierwsze.xlsx", FIRST)]);
    assert_eq!(done.iter().map(|e| e.verdict).collect::<Vec<_>>(), [Verdict::Accepted, Verdict::Skipped]);
    assert_eq!((codes(&done[0]), codes(&done[1])), (vec![], vec!["report-of-half"]));
    assert!(done[1].remarks[0].message.contains("cały.xlsx"), "{}", done[1].remarks[0].message);
    assert_eq!(figure(&done[0], "supplement.co_financing").as_deref(), Some("1600"));
}

#[test]
fn a_first_half_year_told_otherwise_at_the_end_is_a_remark_with_both_amounts() {
    let mut early = FIRST.to_vec();
    early[0].1 += 1;
    early[4].1 -= 500;
    let done = compared([entry("cały.xlsx", &whole()), entry("pierwsze.xlsx", &early)]);
    assert_eq!(done.iter().map(|e| e.verdict).collect::<Vec<_>>(), [Verdict::Remarks, Verdict::Skipped]);
    assert_eq!(codes(&done[0]), ["report-half-changed"]);
    let told = done[0].remarks[0].message.replace('\u{a0}', " ");
    assert!(told.contains("było 2 695,00 zł, jest 2 700,00 zł"), "{told}");
    let mut gone = whole();
    gone.retain(|(name, _)| *name != "supplement.own_contribution@I-VI");
    let done = compared([entry("cały.xlsx", &gone), entry("pierwsze.xlsx", FIRST)]);
    assert!(done[0].remarks[0].message.contains("jest puste pole"), "{}", done[0].remarks[0].message);
}

#[test]
fn reports_that_overlap_in_another_way_are_left_to_the_office() {
    let mut other = FIRST.to_vec();
    other[0].1 += 1;
    let twice = compared([entry("a.xlsx", FIRST), entry("b.xlsx", &other)]);
    assert!(twice.iter().all(|e| codes(e) == ["reports-of-one"]), "two of one half-year");
    let mut second = SECOND.to_vec();
    second[0].1 += 1;
    let late = compared([entry("a.xlsx", &second), entry("b.xlsx", &whole())]);
    assert!(
        late.iter().all(|e| codes(e) == ["reports-of-one"]),
        "the second half-year is not filed by itself"
    );
    let three = compared([entry("a.xlsx", FIRST), entry("b.xlsx", SECOND), entry("c.xlsx", &other)]);
    assert_eq!(three.iter().filter(|e| e.counts()).count(), 0, "which first half holds?");
    let mut foreign = entry("b.xlsx", SECOND);
    foreign.teryt = Some("1420982".to_owned());
    let apart = compared([entry("a.xlsx", FIRST), foreign]);
    assert_eq!(apart.iter().filter(|e| e.counts()).count(), 2, "two municipalities");
    let mut tables = entry("b.xlsx", SECOND);
    tables.kind = Kind::Tables;
    let mixed = compared([entry("a.xlsx", FIRST), tables]);
    assert!(mixed.iter().all(|e| codes(e) == ["reports-of-one"]), "only forms are put together");
}

#[test]
fn a_rejected_half_is_not_put_into_a_sum() {
    let mut bad = entry("a.xlsx", FIRST);
    let mut told = compared([entry("x.xlsx", FIRST), entry("y.xlsx", SECOND)])[0].remarks[0].clone();
    "error".clone_into(&mut told.severity);
    bad.remarks.push(told);
    bad.judge();
    let done = compared([bad, entry("b.xlsx", SECOND)]);
    assert_eq!(done.iter().map(|e| e.verdict).collect::<Vec<_>>(), [Verdict::Rejected, Verdict::Remarks]);
    assert_eq!(codes(&done[1]), ["report-half-missing"], "nobody is told to delete one of two halves");
    let told = &done[1].remarks[0];
    assert!(
        told.message.ends_with("Sprawozdanie, w którym jest I-VI, odrzucono: a.xlsx."),
        "{}",
        told.message
    );
    assert!(told.hint.contains("Tego pliku nie usuwaj"), "{}", told.hint);
}

#[test]
fn a_half_year_beside_a_rejected_report_of_the_year_is_not_told_to_be_all_that_counts() {
    let mut bad = entry("c.xlsx", &whole());
    let mut told = compared([entry("x.xlsx", FIRST), entry("y.xlsx", SECOND)])[0].remarks[0].clone();
    "error".clone_into(&mut told.severity);
    bad.remarks.push(told);
    bad.judge();
    let done = compared([entry("a.xlsx", FIRST), bad]);
    assert_eq!(codes(&done[0]), ["report-half-missing"]);
    let told = &done[0].remarks[0].message;
    assert!(told.contains("brak sprawozdania za VII-XII") && told.contains("odrzucono: c.xlsx"), "{told}");
}

#[test]
fn a_half_year_alone_is_missed_once_the_year_is_over() {
    let day = |year, month, day| Day::new(year, month, day);
    let done = compared_on(day(2024, 12, 31), [entry("a.xlsx", FIRST)]);
    assert_eq!((codes(&done[0]), done[0].verdict), (vec![], Verdict::Accepted), "the year is not over");
    for (form, told) in [
        (FIRST, "brak sprawozdania za VII-XII. W tym pliku są tylko kwoty za I-VI"),
        (SECOND, "brak sprawozdania za I-VI. W tym pliku są tylko kwoty za VII-XII"),
    ] {
        let done = compared_on(day(2025, 1, 1), [entry("a.xlsx", form)]);
        assert_eq!((codes(&done[0]), done[0].verdict), (vec!["report-half-missing"], Verdict::Remarks));
        assert!(done[0].remarks[0].message.contains(told), "{}", done[0].remarks[0].message);
    }
    let nothing_used = [("supplement.co_financing@VII-XII", 0), ("employment.co_financing@VII-XII", 0)];
    let all: Vec<(&str, i64)> = FIRST.iter().copied().chain(nothing_used).collect();
    let done = compared_on(day(2025, 1, 30), [entry("a.xlsx", &all)]);
    assert_eq!(codes(&done[0]), Vec::<&str>::new(), "zeros are a report, blanks are none");
    let done = compared_on(day(2025, 1, 30), [entry("a.xlsx", FIRST), entry("b.xlsx", SECOND)]);
    assert_eq!(codes(&done[0]), ["reports-put-together"], "both halves are there");
}

#[test]
fn a_copy_of_one_half_year_does_not_keep_the_halves_apart() {
    let mut more = FIRST.to_vec();
    more.push(("supplement.returned", 0));
    let done = compared([entry("a.xlsx", &more), entry("a2.xlsx", FIRST), entry("b.xlsx", SECOND)]);
    let verdicts: Vec<_> = done.iter().map(|e| (e.path(), e.verdict)).collect();
    assert_eq!(verdicts, [("a2.xlsx", Verdict::Skipped), ("a.xlsx", Verdict::Remarks)]);
    assert_eq!(done[1].files.iter().map(|f| f.path.as_str()).collect::<Vec<_>>(), ["a.xlsx", "b.xlsx"]);
    assert_eq!(codes(&done[1]), ["reports-put-together"]);
    assert_eq!(codes(&done[0]), ["rollup-same-figures"]);
}

#[test]
fn both_halves_beside_the_report_of_the_year_are_set_aside_where_it_says_the_same() {
    let all = [entry("a.xlsx", FIRST), entry("b.xlsx", SECOND), entry("c.xlsx", &whole())];
    let done = compared(all.clone());
    assert_eq!(
        done.iter().map(|e| e.verdict).collect::<Vec<_>>(),
        [Verdict::Skipped, Verdict::Skipped, Verdict::Accepted]
    );
    let told = &done[1].remarks[0].message;
    assert!(told.starts_with("To sprawozdanie za VII-XII.") && told.contains("c.xlsx"), "{told}");
    let [first, _, year] = all;
    let mut other = SECOND.to_vec();
    other[0].1 += 1;
    let done = compared([first, entry("b.xlsx", &other), year]);
    assert_eq!(codes(&done[1]), ["reports-of-one"]);
    assert!(codes(&done[2]).contains(&"reports-of-one"), "which second half-year holds?");
    assert!(!done[0].remarks[0].message.contains("policzono"), "{}", done[0].remarks[0].message);
}

#[test]
fn a_half_year_alone_is_compared_with_the_half_year_of_the_register_and_marks_the_sums() {
    let folder = tempfile::tempdir().expect("a folder");
    put(folder.path(), "pierwsze.xlsx", (1, 6), true);
    let done = consolidated(folder.path());
    let [one] = done.entries.as_slice() else { panic!("{} entries", done.entries.len()) };
    let told = codes(one);
    assert!(told.contains(&"report-half-missing"), "{told:?}");
    assert!(!told.contains(&"register-amount-differs"), "{:?}", one.remarks);
    assert!(!told.contains(&"report-unused-differs"), "{:?}", one.remarks);
    assert_eq!(
        figure(one, "supplement.transferred@VII-XII"),
        None,
        "money of no report is not money not used"
    );
    let (book, _) = consolidate::book(&done).expect("a workbook");
    let footers: Vec<&str> = book.sheets.iter().filter(|s| s.official).map(|s| s.footer.as_str()).collect();
    assert!(
        !footers.is_empty()
            && footers.iter().all(|f| f.contains("gmin bez sprawozdania za jedno półrocze: 1")),
        "{footers:?}"
    );
    let overview = book.sheets.iter().find(|sheet| sheet.name == "Przegląd").expect("the sheet");
    let named = overview.cells.values().any(|cell| {
        matches!(&cell.content, rozlicz::grid::Content::Text(t) if t.contains("brakującego półrocza gmin: ") && t.contains("1420992"))
    });
    assert!(named, "the municipality is named");
}

#[test]
fn a_year_s_column_of_a_half_year_s_report_is_held_against_the_half_year() {
    let register = |text: &str| {
        rozlicz::consolidate::register::Register::of(rozlicz::intake::register::read(
            "r.csv",
            text.as_bytes(),
        ))
    };
    let known = register(
        "Kod TERYT;Gmina;Przekazano - koszty zatrudnienia I-VI (zł);Przekazano - koszty zatrudnienia VII-XII (zł)\n\
         1420992;Olszynki Dolne;20000,00;24000,00\n",
    );
    let of = |grosze: i64| {
        let mut form = FIRST.to_vec();
        form.push(("employment.transferred", grosze));
        let mut entries = vec![entry("a.xlsx", &form)];
        compare(&mut entries, &Office { register: Some(&known), ..Office::default() });
        let told = entries[0].remarks.iter().find(|r| r.code == "register-amount-differs");
        told.map(|remark| remark.message.replace('\u{a0}', " "))
    };
    assert_eq!((of(2_000_000), of(4_400_000)), (None, None), "the half-year's amount, and the year's");
    let told = of(1_900_000).expect("told");
    assert!(told.contains("za I-VI") && told.contains("20 000,00"), "{told}");
}

/// The sample of 2024 of some months only.
fn sample(first_month: u32, last_month: u32) -> Vec<Table> {
    let mut tables = read_tables(&support::root().join("examples/samples/gmina-2024")).expect("the sample");
    let rounds = [(1, "I-VI"), (7, "VII-XII")];
    let rounds: Vec<&str> =
        rounds.iter().filter(|(month, _)| (first_month..=last_month).contains(month)).map(|r| r.1).collect();
    for table in &mut tables {
        match table.name.as_str() {
            "place" => table.rows.retain(|row| {
                let month = row[1].get(5..7).and_then(|month| month.parse::<u32>().ok());
                month.is_none_or(|month| (first_month..=last_month).contains(&month))
            }),
            "srodki" => table.rows.retain(|row| row[0] == "Składnik" || rounds.contains(&row[1].as_str())),
            "umowa" => {
                for row in &mut table.rows {
                    match row[0].as_str() {
                        "Okres od" => row[1] = format!("2024-{first_month:02}-01"),
                        "Okres do" => {
                            row[1] =
                                format!("2024-{last_month:02}-{}", if last_month == 6 { 30 } else { 31 });
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    tables
}

fn put(folder: &Path, name: &str, months: (u32, u32), form: bool) {
    let outcome = settle_tables(&sample(months.0, months.1), Some("2025-01-20")).expect("settled");
    let path: PathBuf = folder.join(name);
    if form {
        write_to_send(&outcome.run, &path).expect("written");
    } else {
        write_workbook(&outcome.run, false, &path).expect("written");
    }
    assert!(fs::metadata(&path).is_ok());
}

/// Consolidates a folder against a register that gives its forms their code, as the office's does.
fn consolidated(folder: &Path) -> Consolidated {
    let office = tempfile::tempdir().expect("a folder");
    let register = office.path().join("rejestr.csv");
    let text = "Kod TERYT;Gmina;Przyznano - dodatki (zł);Przekazano - dodatki I-VI (zł);Przekazano - dodatki VII-XII (zł)\n\
                1420992;Olszynki Dolne;3 550,00;1 850,00;1 700,00\n";
    fs::write(&register, text).expect("a register");
    let job = ConsolidateJob {
        inputs: vec![folder.to_path_buf()],
        as_of: Day::new(2025, 1, 20),
        register: Some(register),
        ..ConsolidateJob::default()
    };
    consolidate::consolidate(&job)
        .map_err(|e| e.text(Locale::of(Language::Polish)))
        .expect("the run takes place")
}

#[test]
fn forms_of_both_half_years_give_what_the_form_of_the_year_gives() {
    let (halves, year) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    put(halves.path(), "pierwsze.xlsx", (1, 6), true);
    put(halves.path(), "drugie.xlsx", (7, 12), true);
    put(year.path(), "rok.xlsx", (1, 12), true);
    let (halves, year) = (consolidated(halves.path()), consolidated(year.path()));
    let ([halves], [year]) = (halves.entries.as_slice(), year.entries.as_slice()) else {
        panic!("{} and {} entries", halves.entries.len(), year.entries.len())
    };
    assert_eq!(halves.verdict, Verdict::Remarks, "{:?}", halves.remarks);
    let mut compared = 0;
    for (key, value) in year.figures.iter() {
        // Families and means of the second half-year are not those of the year, which the remark says.
        if !key.name.starts_with("municipality.") && !key.name.starts_with("assistant.") {
            let known = halves.figures.get(key);
            // Each form prints what it received in all; the register knows only of supplements.
            let open = ["employment.transferred", "all.transferred"].contains(&key.name);
            assert_eq!(known.or(open.then_some(value)), Some(value), "{}", key.text());
            compared += 1;
        }
    }
    assert!(compared > 40, "{compared}");
    assert_eq!(
        figure(halves, "supplement.awarded").as_deref(),
        Some("3550"),
        "the register's, as of any form"
    );
    assert_eq!(figure(halves, "employment.transferred"), None, "one half's amount is not the year's");
    let together = halves.remarks.iter().find(|r| r.code == "reports-put-together").expect("told");
    assert!(
        together.message.contains("Dzieci w rodzinach: 44 i 53")
            && together.message.contains("; i jeszcze 7)"),
        "{}",
        together.message
    );
    let told = codes(halves);
    assert!(told.contains(&"reports-put-together") && told.contains(&"register-amounts-taken"), "{told:?}");
}

#[test]
fn the_settlement_of_the_year_counts_beside_the_form_of_the_first_half() {
    let folder = tempfile::tempdir().expect("a folder");
    put(folder.path(), "a I-VI.xlsx", (1, 6), true);
    put(folder.path(), "b rok.xlsx", (1, 12), false);
    let done = consolidated(folder.path());
    let told = |path: &str| {
        let entry = done.entries.iter().find(|entry| entry.path() == path).expect("an entry");
        (entry.verdict, codes(entry).first().map(|code| (*code).to_owned()), entry.kind)
    };
    let set_aside = (Verdict::Skipped, Some("report-of-half".to_owned()), Kind::Form);
    assert_eq!(told("a I-VI.xlsx"), set_aside);
    let year = told("b rok.xlsx");
    assert_eq!((year.0 == Verdict::Accepted || year.0 == Verdict::Remarks, year.2), (true, Kind::Settlement));
    assert_eq!(done.entries.iter().filter(|entry| entry.counts()).count(), 1, "nothing counts twice");
}

#[test]
fn settlements_of_a_half_year_each_are_told_and_not_put_together() {
    let (folder, tables) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    put(folder.path(), "a I-VI.xlsx", (1, 6), false);
    write_csv(tables.path(), &sample(7, 12)).expect("written");
    let first = folder.path().join("a I-VI.xlsx");
    let later = settle_after(&[tables.path().to_owned()], None, Some("2025-01-20"), &[], Some(&first));
    write_workbook(&later.expect("settled").run, false, &folder.path().join("b.xlsx")).expect("written");
    let done = consolidated(folder.path());
    let of = |path: &str| done.entries.iter().find(|entry| entry.path() == path).expect("an entry");
    assert!(codes(of("b.xlsx")).contains(&"rollup-part-of-period"), "{:?}", of("b.xlsx").remarks);
    for entry in &done.entries {
        assert!(!entry.counts() && codes(entry).contains(&"reports-of-one"), "{:?}", codes(entry));
    }
}
