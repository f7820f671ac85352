//! Files of many municipalities: what each is taken for, what is said of those that are not taken, and that one bad file
//! never stops the others.

mod support;

use rozlicz::audit::foreign;
use rozlicz::consolidate::walk::Task;
use rozlicz::consolidate::{Entry, FigureKey, Kind, Verdict};
use rozlicz::forms::Forms;
use rozlicz::intake::book;
use rozlicz::locale::{Language, Locale};
use rozlicz::pipeline::CannotRun;
use rozlicz::pipeline::consolidate::{self, ConsolidateJob, Consolidated, Context, take};
use rozlicz::programme::Catalogue;
use rozlicz::records::HalfYear;
use rozlicz::units::Day;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use support::program::{Outcome, settle, settle_after, settle_reading, write_to_send, write_workbook};
use support::tamper::{Book, Stored};
use support::workbook::{Table, read_tables, write_csv, write_xlsx};
use tempfile::TempDir;

/// One municipality's files, each made once.
struct Made {
    outcome: Outcome,
    workbook: Vec<u8>,
    draft: Vec<u8>,
    to_send: Vec<u8>,
}

fn made() -> &'static Made {
    static MADE: OnceLock<Made> = OnceLock::new();
    MADE.get_or_init(|| {
        let outcome =
            settle(&[sample("gmina-2025")], None, Some("2026-01-20")).expect("the sample is settled");
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("x.xlsx");
        write_workbook(&outcome.run, false, &path).expect("written");
        let workbook = fs::read(&path).expect("read");
        write_workbook(&outcome.run, true, &path).expect("written");
        let draft = fs::read(&path).expect("read");
        write_to_send(&outcome.run, &path).expect("written");
        let to_send = fs::read(&path).expect("read");
        Made { outcome, workbook, draft, to_send }
    })
}

fn sample(name: &str) -> PathBuf {
    support::root().join("sample-data").join(name).join(format!("{name}.xlsx"))
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(&path, bytes).expect("written");
    path
}

fn job(inputs: &[&Path]) -> ConsolidateJob {
    ConsolidateJob {
        inputs: inputs.iter().map(|path| path.to_path_buf()).collect(),
        as_of: Day::new(2026, 1, 20),
        ..ConsolidateJob::default()
    }
}

fn run(job: &ConsolidateJob) -> Consolidated {
    consolidate::consolidate(job)
        .map_err(|e| e.text(Locale::of(Language::Polish)))
        .expect("the run takes place")
}

fn of<'a>(done: &'a Consolidated, path: &str) -> &'a Entry {
    let found = done.entries.iter().find(|entry| entry.files.iter().any(|file| file.path == path));
    assert!(found.is_some(), "{path}: {:?}", paths(done));
    found.expect("found just now")
}

fn paths(done: &Consolidated) -> Vec<&str> {
    let mut all: Vec<&str> = done.entries.iter().map(Entry::path).collect();
    all.sort_unstable();
    all
}

/// A file taken by itself, compared with nothing.
fn alone(name: &str, bytes: &[u8]) -> Entry {
    let folder = folder();
    let path = put(folder.path(), name, bytes);
    let context = Context::new(&job(&[])).expect("a context");
    take::take(&Task::of(vec![(path, name.to_owned())]), &context)
}

/// `verdict code cell` of the worst remark.
fn said(entry: &Entry) -> String {
    let first = entry.remarks.first();
    let (code, cell) = first.map_or(("-", String::new()), |r| {
        (r.code.as_str(), if r.cell.is_empty() { String::new() } else { format!(" {}!{}", r.sheet, r.cell) })
    });
    format!("{:?} {code}{cell}", entry.verdict)
}

fn figure(entry: &Entry, name: &str, round: Option<HalfYear>) -> Option<String> {
    let key = FigureKey::named(name, round).expect("a figure of a form");
    entry.figures.get(key).map(|value| value.to_short(2))
}

/// The sheets of a hand-filled annex as one workbook.
fn annex(case: &str) -> Vec<u8> {
    let tables: Vec<Table> = read_tables(&support::root().join("tests/annex").join(case)).expect("sheets");
    let folder = folder();
    let path = folder.path().join("annex.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    for table in tables {
        let sheet = book.add_worksheet();
        sheet
            .set_name(table.name.split_once(' ').map_or(table.name.as_str(), |(_, name)| name))
            .expect("a name");
        for (r, row) in (0_u32..).zip(&table.rows) {
            for (c, text) in (0_u16..).zip(row).filter(|(_, text)| !text.is_empty()) {
                let number = text.replace(' ', "").replace(',', ".").parse::<f64>();
                match (text.strip_prefix('\''), number) {
                    (Some(text), _) => sheet.write_string(r, c, text).expect("written"),
                    (None, Ok(number)) => sheet.write_number(r, c, number).expect("written"),
                    (None, Err(_)) => sheet.write_string(r, c, text).expect("written"),
                };
            }
        }
    }
    book.save(&path).expect("saved");
    fs::read(&path).expect("read")
}

#[test]
fn tables_a_settlement_and_the_form_of_one_municipality_give_the_same_figures() {
    let tables = &alone("tabele.xlsx", &fs::read(sample("gmina-2025")).expect("the sample"));
    let (ours, form) =
        (&alone("rozliczenie.xlsx", &made().workbook), &alone("wysylka.xlsx", &made().to_send));
    assert_eq!((tables.kind, ours.kind, form.kind), (Kind::Tables, Kind::Settlement, Kind::Form));
    for entry in [tables, ours, form] {
        assert!(entry.counts(), "{}: {:?}", entry.path(), entry.remarks);
        assert_eq!(entry.edition.as_deref(), Some("asystent-rodziny-2025"));
        assert!(entry.municipality.is_some());
    }
    assert_eq!(tables.figures, ours.figures, "settled from tables or again from the trace");
    assert_eq!((&tables.months, &tables.assistants), (&ours.months, &ours.assistants));
    assert_eq!(
        (&tables.teryt, &tables.voivodeship, &tables.agreement),
        (&ours.teryt, &ours.voivodeship, &ours.agreement)
    );
    assert_eq!(tables.verdict, ours.verdict);
    let mut compared = 0;
    for (key, value) in form.figures.iter() {
        assert_eq!(tables.figures.get(key), Some(value), "{} on the form", key.text());
        compared += 1;
    }
    assert!(compared > 10, "only {compared} figures of the form");
    let total = &made().outcome.json["totals"];
    for (name, key) in [
        ("supplement.cost", "supplement_cost"),
        ("supplement.co_financing", "supplement_co_financing"),
        ("employment.co_financing", "employment_co_financing"),
    ] {
        let told = total[key].as_str().expect("an amount");
        assert_eq!(tables.figures.money(name).map(|m| m.to_string()).as_deref(), Some(told), "{name}");
    }
    assert!(form.months.is_empty() && form.assistants.is_empty(), "a form tells no months");
}

#[test]
fn tables_and_the_file_to_send_beside_the_settlement_count_once() {
    let folder = folder();
    put(folder.path(), "tabele.xlsx", &fs::read(sample("gmina-2025")).expect("the sample"));
    put(folder.path(), "rozliczenie.xlsx", &made().workbook);
    put(folder.path(), "wysylka.xlsx", &made().to_send);
    let done = run(&job(&[folder.path()]));
    assert!(of(&done, "rozliczenie.xlsx").counts());
    let tables = of(&done, "tabele.xlsx");
    assert_eq!(tables.verdict, Verdict::Skipped, "{:?}", tables.remarks);
    // The form has no code: the same name and amounts may be another municipality's, so nobody guesses.
    let form = of(&done, "wysylka.xlsx");
    if form.teryt.is_none() {
        assert_eq!(said(form), "Rejected rollup-maybe-twice");
    }
    assert_eq!(done.entries.iter().filter(|entry| entry.counts()).count(), 1);
}

#[test]
fn a_form_filled_by_hand_is_taken_or_rejected_with_its_cell() {
    let folder = folder();
    put(folder.path(), "zle.xlsx", &annex("hand-filled-2025"));
    put(folder.path(), "dobre.xlsx", &annex("base/2025"));
    let done = run(&job(&[folder.path()]));
    let (bad, good) = (of(&done, "zle.xlsx"), of(&done, "dobre.xlsx"));
    assert_eq!((bad.kind, good.kind), (Kind::Form, Kind::Form));
    assert_eq!(said(bad), "Rejected annex-total Arkusz1!E13");
    assert!(good.counts(), "{:?}", good.remarks);
    assert_eq!(bad.municipality.as_deref(), Some("Przykładowo"));
    // What the form itself prints.
    assert_eq!(figure(bad, "supplement.co_financing", None).as_deref(), Some("3600"));
    let read = book::read("x.xlsx", &annex("base/2025")).expect("a workbook");
    let audited = foreign::audit_with_figures(&read, None, &Catalogue::built_in(), &Forms::built_in())
        .expect("the annex is known");
    assert!(!audited.figures.is_empty());
    assert_eq!(good.edition.as_deref(), Some(audited.report.head.edition.as_str()));
}

/// An official form filled by hand, with some cells otherwise.
fn changed(bytes: &[u8], change: impl FnOnce(&mut Book)) -> Vec<u8> {
    let mut book = Book::read(bytes).expect("a package");
    change(&mut book);
    book.write().expect("written")
}

#[test]
fn one_absurd_amount_is_rejected_with_its_cell_and_the_rest_is_written() {
    let folder = folder();
    let absurd = changed(&annex("base/2025"), |book| {
        let at = (book.sheet("Część 3"), 8, 3);
        book.put(at, Stored::Number("267474490000000".to_owned()));
    });
    put(folder.path(), "zle.xlsx", &absurd);
    put(folder.path(), "dobre.xlsx", &made().workbook);
    let done = run(&job(&[folder.path()]));
    assert_eq!(said(of(&done, "zle.xlsx")), "Rejected annex-beyond-belief Część 3!D9");
    assert!(of(&done, "dobre.xlsx").counts());
    consolidate::workbook(&done).map_err(|e| e.text(Locale::of(Language::Polish))).expect("it agrees");
}

#[test]
fn an_amount_typed_in_words_comes_before_the_sums_that_miss_it() {
    let words = changed(&annex("base/2025"), |book| {
        let at = (book.sheet("Część 3"), 8, 3);
        book.put(at, Stored::Text("dwa tysiące".to_owned()));
    });
    let entry = alone("slownie.xlsx", &words);
    assert_eq!(said(&entry), "Rejected annex-unreadable Część 3!D9");
    let computed = changed(&annex("base/2025"), |book| {
        let at = (book.sheet("Część 3"), 8, 3);
        book.put_formula(at, "1+1");
        book.store(at, Stored::Blank);
    });
    let entry = alone("bez-wynikow.xlsx", &computed);
    assert_eq!(said(&entry), "Rejected annex-no-result Część 3!D9");
    assert!(entry.remarks[0].hint.contains("zapisz go i prześlij ponownie"), "{}", entry.remarks[0].hint);
}

#[test]
fn changed_data_of_a_settlement_come_before_the_results_that_follow() {
    for (sheet, row, column) in [("Dane - Środki", 5, 2), ("Dane - Płace", 4, 4)] {
        let mut book = Book::read(&made().workbook).expect("a package");
        let at = (book.sheet(sheet), row, column);
        assert!(matches!(book.cell(at).map(|c| &c.value), Some(Stored::Number(_))), "{sheet}");
        book.put(at, Stored::Number("1234.5".to_owned()));
        let entry = alone("zmieniony.xlsx", &book.write().expect("written"));
        let cell = rozlicz::source::a1(row, column);
        assert_eq!(said(&entry), format!("Rejected audit-input-changed {sheet}!{cell}"));
        assert!(entry.remarks.iter().any(|r| r.code == "audit-stored-result"), "{:?}", entry.remarks);
    }
}

#[test]
fn a_missing_part_is_a_warning_and_comes_first() {
    let short = changed(&annex("base/2025"), |book| {
        let at = book.sheet("Część 3");
        book.delete_sheet(at);
    });
    let entry = alone("bez-czesci.xlsx", &short);
    assert_eq!(entry.verdict, Verdict::Remarks);
    let first = &entry.remarks[0];
    assert_eq!((first.code.as_str(), first.severity.as_str()), ("annex-part-missing", "warning"));
    assert!(first.message.contains("Część 3"), "{}", first.message);
}

#[test]
fn a_tampered_workbook_is_rejected_with_its_cell_and_enters_no_total() {
    let folder = folder();
    let mut book = Book::read(&made().workbook).expect("a package");
    let sheet = book.sheet("Obliczenia");
    let at = book
        .filled()
        .into_iter()
        .find(|at| at.0 == sheet && book.cell(*at).is_some_and(|cell| cell.formula.is_some()))
        .expect("a formula");
    book.put(at, Stored::Number("999999".to_owned()));
    put(folder.path(), "zmieniony.xlsx", &book.write().expect("written"));
    put(folder.path(), "dobry.xlsx", &made().workbook);
    let done = run(&job(&[folder.path()]));
    let entry = of(&done, "zmieniony.xlsx");
    let cell = rozlicz::source::a1(at.1, at.2);
    assert_eq!(said(entry), format!("Rejected audit-typed-over Obliczenia!{cell}"));
    assert!(!entry.counts() && of(&done, "dobry.xlsx").counts());
}

#[test]
fn a_draft_and_a_workbook_without_its_trace_are_rejected() {
    let folder = folder();
    put(folder.path(), "projekt.xlsx", &made().draft);
    let mut book = Book::read(&made().workbook).expect("a package");
    book.delete_sheet(book.sheet("Ślad"));
    put(folder.path(), "bez-sladu.xlsx", &book.write().expect("written"));
    let mut book = Book::read(&made().workbook).expect("a package");
    book.put((book.sheet("Ślad"), 9, 1), Stored::Text("abc".to_owned()));
    put(folder.path(), "slad.xlsx", &book.write().expect("written"));
    let done = run(&job(&[folder.path()]));
    let draft = of(&done, "projekt.xlsx");
    assert!(draft.remarks.iter().any(|r| r.code == "rollup-draft"), "{:?}", draft.remarks);
    assert_eq!(draft.verdict, Verdict::Rejected);
    assert_eq!(said(of(&done, "bez-sladu.xlsx")), "Rejected audit-trace-missing");
    assert_eq!(said(of(&done, "slad.xlsx")), "Rejected audit-trace-damaged");
    // Whose they are is still told, so that they are rejected and not missing.
    let whole = alone("rozliczenie.xlsx", &made().workbook);
    for path in ["slad.xlsx", "bez-sladu.xlsx"] {
        let entry = of(&done, path);
        assert!(entry.teryt.is_some() && entry.municipality.is_some(), "{path}");
        assert_eq!((&entry.teryt, &entry.municipality), (&whole.teryt, &whole.municipality), "{path}");
        assert!(entry.figures.is_empty(), "no figure is taken from its sheets");
    }
}

#[test]
fn a_draft_of_the_file_to_send_is_rejected_as_a_draft() {
    let mut book = Book::read(&made().to_send).expect("a package");
    let sheet = book.filled().first().expect("a cell").0;
    assert!(alone("wysylka.xlsx", &made().to_send).counts(), "without the mark it is taken");
    let sheets: std::collections::BTreeSet<usize> = book.filled().into_iter().map(|at| at.0).collect();
    book.put((sheet, 0, 20), Stored::Text("PROJEKT".to_owned()));
    let typed = alone("wysylka.xlsx", &book.write().expect("written"));
    // One mark was typed by somebody: the words of this program's own draft are not for a form filled by hand.
    let (first, hint) = (&typed.remarks[0], typed.remarks[0].hint.clone());
    assert_eq!((first.code.as_str(), first.cell.as_str()), ("rollup-form-draft", "U1"), "{first:?}");
    assert!(!first.sheet.is_empty() && !hint.contains("--draft") && !typed.counts(), "{first:?}");
    for sheet in sheets {
        book.put((sheet, 0, 20), Stored::Text("PROJEKT".to_owned()));
    }
    let draft = alone("wysylka.xlsx", &book.write().expect("written"));
    assert_eq!(said(&draft), "Rejected rollup-draft");
}

#[test]
fn a_form_of_another_format_is_told_how_the_office_can_take_it() {
    let entry = alone("zalacznik.xls", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    assert!(!entry.counts());
    let locale = Locale::of(Language::Polish);
    assert!(locale.text("rollup-other-format-hint", &[]).contains("zapisz kopię jako .xlsx"));
}

#[test]
fn a_settlement_under_another_reading_is_named_to_the_office() {
    let readings = ["hours-worked=with-holiday-leave".to_owned()];
    let outcome =
        settle_reading(&[sample("gmina-2025")], None, Some("2026-01-20"), &readings).expect("settled");
    let folder = folder();
    let path = folder.path().join("x.xlsx");
    write_workbook(&outcome.run, false, &path).expect("written");
    let entry = alone("rozliczenie.xlsx", &fs::read(&path).expect("read"));
    let note = entry.remarks.iter().find(|r| r.code == "rollup-other-reading").expect("a note");
    assert_eq!(note.severity, "note");
    assert!(note.message.contains("hours-worked=with-holiday-leave"), "{}", note.message);
    let usual = alone("rozliczenie.xlsx", &made().workbook);
    assert!(usual.remarks.iter().all(|r| r.code != "rollup-other-reading"));
    assert_eq!(entry.verdict, usual.verdict, "a note rejects nothing");
}

#[test]
fn workbooks_read_as_one_submission_are_named_and_the_reason_stands_where_the_others_point() {
    let folder = folder();
    let tables = tables_of("gmina-2024");
    let (one, rest) = tables.split_at(2);
    write_xlsx(&folder.path().join("gmina/a.xlsx"), one).unwrap_or_else(|_| {
        fs::create_dir_all(folder.path().join("gmina")).expect("made");
        write_xlsx(&folder.path().join("gmina/a.xlsx"), one).expect("written");
    });
    write_xlsx(&folder.path().join("gmina/b.xlsx"), rest).expect("written");
    let mut done = run(&job(&[folder.path()]));
    let entry = of(&done, "gmina/a.xlsx");
    assert_eq!(entry.files.len(), 2, "{:?}", paths(&done));
    let note = entry.remarks.iter().find(|r| r.code == "rollup-together").expect("a note");
    assert!(note.message.contains("gmina/a.xlsx; gmina/b.xlsx"), "{}", note.message);
    // Only the second file has a remark of its own.
    let worst = rozlicz::consolidate::Remark {
        code: "returned-too-much".to_owned(),
        severity: "warning".to_owned(),
        file: "b.xlsx".to_owned(),
        message: "Uwaga do drugiego pliku.".to_owned(),
        ..rozlicz::consolidate::Remark::default()
    };
    let at = done.entries.iter().position(|e| e.files.len() == 2).expect("the submission");
    done.entries[at].remarks = vec![worst];
    done.entries[at].judge();
    let (book, _) = consolidate::book(&done).expect("a book");
    let files = book.sheets.iter().find(|sheet| sheet.name == "Pliki").expect("Pliki");
    let reason = |row: u32| match files.cells.get(&(row, 6)).map(|cell| &cell.content) {
        Some(rozlicz::grid::Content::Text(text)) => text.clone(),
        _ => String::new(),
    };
    assert_eq!([reason(1), reason(2)], ["jak plik gmina/b.xlsx", "Uwaga do drugiego pliku."]);
}

/// A hand-filled annex with a text at the top of the pages of its first sheet.
fn headed(header: &str) -> Entry {
    let bytes = annex("base/2025");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).expect("a package");
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut text = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut text).expect("read");
        if name == "xl/worksheets/sheet1.xml" {
            let mark = format!("<headerFooter><oddHeader>{header}</oddHeader></headerFooter></worksheet>");
            text = String::from_utf8(text).expect("text").replace("</worksheet>", &mark).into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).expect("begun");
        std::io::Write::write_all(&mut out, &text).expect("written");
    }
    alone("zalacznik.xlsx", &out.finish().expect("finished").into_inner())
}

#[test]
fn a_form_marked_as_a_draft_at_the_top_of_its_pages_is_no_report() {
    for mark in ["PROJEKT", "- Szkic -", "P R O J E K T", "projekt sprawozdania"] {
        let draft = headed(&format!("&amp;C&amp;\"Arial,Bold\"&amp;20{mark}&amp;R&amp;P"));
        assert_eq!(said(&draft), "Rejected rollup-form-draft", "{mark}");
    }
    // The official form prints `WZÓR` itself, and a programme may be called a project.
    for header in ["&amp;CWZÓR", "&amp;CProjekt socjalny „Razem”", "&amp;RStrona &amp;P z &amp;N"] {
        let taken = headed(header);
        assert!(taken.counts(), "{header}: {:?}", taken.remarks);
    }
}

#[test]
fn a_label_beside_a_blank_name_is_not_the_name() {
    let mut book = Book::read(&made().to_send).expect("a package");
    let name = alone("wysylka.xlsx", &made().to_send).municipality.expect("a name");
    let named: Vec<_> = book.filled().into_iter().filter(|at| book.shown(*at) == name).collect();
    assert!(!named.is_empty(), "the form names the municipality");
    for at in named {
        book.put(at, Stored::Blank);
    }
    let entry = alone("wysylka.xlsx", &book.write().expect("written"));
    assert_eq!(entry.municipality, None, "{:?}", entry.remarks);
    assert!(entry.remarks.iter().any(|r| r.code == "annex-municipality-missing" && !r.cell.is_empty()));
}

#[test]
fn a_folder_of_tables_is_one_submission_and_a_folder_of_workbooks_is_many() {
    let folder = folder();
    let csv = tables_of("gmina-2024");
    write_csv(&folder.path().join("gmina-csv"), &csv).expect("written");
    let (one, rest) = csv.split_at(2);
    let parts = folder.path().join("gmina-w-czesciach");
    fs::create_dir_all(&parts).expect("made");
    write_xlsx(&parts.join("a.xlsx"), one).expect("written");
    write_xlsx(&parts.join("b.xlsx"), rest).expect("written");
    put(&parts, "pismo.pdf", b"%PDF-1.7");
    for name in ["gminy/x.xlsx", "gminy/y.xlsx"] {
        let mut book = Book::read(&fs::read(sample("gmina-2024")).expect("read")).expect("a package");
        book.add_sheet("Notatki", name);
        put(folder.path(), name, &book.write().expect("written"));
    }
    let done = run(&job(&[folder.path()]));
    let whole = of(&done, "gmina-csv/umowa.csv");
    assert_eq!((whole.files.len(), whole.verdict), (csv.len(), Verdict::Remarks), "{:?}", whole.remarks);
    // All are of one municipality and say the same: one of them counts.
    for (path, files) in [("gmina-w-czesciach/a.xlsx", 2), ("gminy/x.xlsx", 1), ("gminy/y.xlsx", 1)] {
        let entry = of(&done, path);
        assert_eq!((entry.files.len(), &entry.figures), (files, &whole.figures), "{path}");
        assert_eq!(entry.verdict, Verdict::Skipped, "{path}: {:?}", entry.remarks);
        assert!(entry.remarks.iter().any(|r| r.code == "rollup-same-figures"), "{path}");
    }
    assert_eq!(said(of(&done, "gmina-w-czesciach/pismo.pdf")), "Skipped rollup-other-file");
}

#[test]
fn a_sound_submission_in_its_term_is_plainly_accepted_though_rules_took_something() {
    let folder = folder();
    let mut tables = tables_of("gmina-2025");
    let families = tables.iter_mut().find(|table| table.name == "rodziny").expect("families");
    // The sixteenth family of A01, above what the law allows.
    families.rows.remove(16);
    write_csv(&folder.path().join("gmina"), &tables).expect("written");
    let on = |day: u32| {
        let done = run(&ConsolidateJob { as_of: Day::new(2026, 1, day), ..job(&[folder.path()]) });
        let entry = done.entries.into_iter().next().expect("an entry");
        let told: Vec<(String, String)> =
            entry.remarks.iter().map(|r| (r.severity.clone(), r.code.clone())).collect();
        (entry.verdict, told)
    };
    let (verdict, told) = on(12);
    assert_eq!(verdict, Verdict::Accepted, "{told:?}");
    for code in ["award-binds", "hours-below-threshold", "received-above-rule"] {
        assert!(told.contains(&("note".to_owned(), code.to_owned())), "{code}: {told:?}");
    }
    // What was not given back by 15 January somebody has to ask for.
    let (verdict, told) = on(20);
    let warned: Vec<&str> = told.iter().filter(|(s, _)| s == "warning").map(|(_, c)| c.as_str()).collect();
    assert_eq!((verdict, warned), (Verdict::Remarks, vec!["return-overdue"]));
}

/// The settlement workbook of the sample without its sixteenth family of A01, settled on 10 January; what was returned and
/// when is put in.
fn settled_early(returned: Option<&str>) -> Vec<u8> {
    let folder = folder();
    let mut tables = tables_of("gmina-2025");
    tables.iter_mut().find(|table| table.name == "rodziny").expect("families").rows.remove(16);
    tables.retain(|table| table.name != "zwroty");
    if let Some(day) = returned {
        let row = ["dodatki", day, "765,90", "3,18"].map(str::to_owned).to_vec();
        let head =
            ["Składnik", "Data", "Kwota główna (zł)", "Odsetki bankowe (zł)"].map(str::to_owned).to_vec();
        tables.push(Table { name: "zwroty".to_owned(), rows: vec![head, row] });
    }
    write_csv(&folder.path().join("gmina"), &tables).expect("written");
    let outcome = settle(&[folder.path().join("gmina")], None, Some("2026-01-10")).expect("settled");
    let path = folder.path().join("x.xlsx");
    write_workbook(&outcome.run, false, &path).expect("written");
    fs::read(&path).expect("read")
}

/// Verdict and warnings of a workbook handed in alone, on a day of January.
fn warned(bytes: &[u8], day: u32) -> (Verdict, Vec<String>) {
    let folder = folder();
    put(folder.path(), "gmina.xlsx", bytes);
    let done = run(&ConsolidateJob { as_of: Day::new(2026, 1, day), ..job(&[folder.path()]) });
    let entry = &done.entries[0];
    let warned = entry.remarks.iter().filter(|r| r.severity != "note").map(|r| r.code.clone()).collect();
    (entry.verdict, warned)
}

#[test]
fn the_day_of_the_roll_up_decides_what_is_overdue_and_what_is_still_to_come() {
    let open = settled_early(None);
    assert_eq!(warned(&open, 12), (Verdict::Accepted, Vec::new()), "its term is 15 January");
    assert_eq!(warned(&open, 30), (Verdict::Remarks, vec!["return-overdue".to_owned()]));
    let back = settled_early(Some("2026-01-12"));
    assert_eq!(warned(&back, 30), (Verdict::Accepted, Vec::new()), "it came back in its term");
    assert_eq!(warned(&back, 11), (Verdict::Remarks, vec!["return-in-future".to_owned()]));
}

#[test]
fn a_remark_on_a_settlement_workbook_names_the_sheet_and_cell_that_it_has() {
    let workbook = alone("gminy/rozliczenie.xlsx", &made().workbook);
    let tables = alone("gmina-2025.xlsx", &fs::read(sample("gmina-2025")).expect("read"));
    let cell = |entry: &Entry, bytes: &[u8]| {
        let remark = entry.remarks.iter().find(|r| r.code == "caseload-above-limit").expect("told").clone();
        let book = book::read("x.xlsx", bytes).expect("a workbook");
        let sheet = book.sheet(&remark.sheet).unwrap_or_else(|| panic!("no sheet {}", remark.sheet));
        let (at, _) = rozlicz::source::leading_address(&remark.cell).expect("an address");
        let text = sheet.cells.get(&(at.row, at.column)).map(|cell| format!("{:?}", cell.value));
        (remark.file, remark.sheet, text)
    };
    let (file, sheet, typed) = cell(&tables, &fs::read(sample("gmina-2025")).expect("read"));
    assert_eq!((file.as_str(), sheet.as_str()), ("gmina-2025.xlsx", "Rodziny"));
    assert!(typed.is_some(), "the cell is filled");
    let (file, sheet, copied) = cell(&workbook, &made().workbook);
    assert_eq!((file.as_str(), sheet.as_str()), ("rozliczenie.xlsx", "Dane - Rodziny"));
    assert_eq!(copied, typed, "the copy of that cell");
    let own: Vec<String> =
        book::read("x.xlsx", &made().workbook).expect("read").sheets.into_iter().map(|s| s.name).collect();
    let placed = workbook.remarks.iter().filter(|r| !r.sheet.is_empty());
    for remark in placed {
        assert!(own.contains(&remark.sheet), "{}: {}", remark.code, remark.sheet);
    }
}

#[test]
fn two_incomplete_workbooks_of_two_municipalities_are_never_put_together() {
    let folder = folder();
    let tables = tables_of("gmina-2024");
    let without = |name: &str| -> Vec<Table> { tables.iter().filter(|t| t.name != name).cloned().collect() };
    write_xlsx(&folder.path().join("a.xlsx"), &without("umowa")).expect("written");
    write_xlsx(&folder.path().join("b.xlsx"), &without("place")).expect("written");
    let done = run(&job(&[folder.path()]));
    for path in ["a.xlsx", "b.xlsx"] {
        let entry = of(&done, path);
        assert_eq!((entry.files.len(), entry.verdict), (1, Verdict::Rejected), "{:?}", entry.remarks);
    }
}

/// The tables of a sample, each a CSV file.
fn tables_of(name: &str) -> Vec<Table> {
    let source = support::root().join("examples/samples").join(name);
    read_tables(&source).expect("the sample's tables")
}

#[test]
fn what_is_no_report_is_left_out_with_a_word_and_without_error() {
    let folder = folder();
    put(folder.path(), "dobry.xlsx", &made().workbook);
    put(folder.path(), "~$dobry.xlsx", b"lock");
    put(folder.path(), ".~lock.dobry.xlsx#", b"lock");
    put(folder.path(), ".ukryty.xlsx", b"x");
    put(folder.path(), "Thumbs.db", b"x");
    put(folder.path(), "desktop.ini", b"x");
    put(folder.path(), ".git/config", b"x");
    put(folder.path(), "pismo.docx", b"PK\x03\x04");
    put(folder.path(), "bez-rozszerzenia", b"x");
    fs::create_dir(folder.path().join("pusty")).expect("made");
    fs::create_dir(folder.path().join("folder.xlsx")).expect("made");
    let mut other = rust_xlsxwriter::Workbook::new();
    other.add_worksheet().write_string(0, 0, "Lista obecności na szkoleniu").expect("written");
    other.save(folder.path().join("lista.xlsx")).expect("saved");
    put(folder.path(), "notatki.csv", "Data;Kto dzwonił\n2026-01-02;gmina\n".as_bytes());
    let done = run(&job(&[folder.path()]));
    let expected = [
        ("~$dobry.xlsx", "rollup-lock-file"),
        (".~lock.dobry.xlsx#", "rollup-lock-file"),
        (".ukryty.xlsx", "rollup-hidden-file"),
        ("Thumbs.db", "rollup-hidden-file"),
        ("desktop.ini", "rollup-hidden-file"),
        (".git", "rollup-hidden-file"),
        ("pismo.docx", "rollup-other-file"),
        ("bez-rozszerzenia", "rollup-other-file"),
        ("lista.xlsx", "rollup-no-report"),
        ("notatki.csv", "rollup-no-report"),
    ];
    for (path, code) in expected {
        assert_eq!(said(of(&done, path)), format!("Skipped {code}"), "{path}");
    }
    assert_eq!(done.entries.len(), expected.len() + 1);
    assert!(of(&done, "dobry.xlsx").counts());
}

#[test]
fn papers_that_are_no_settlement_are_left_out() {
    let folder = folder();
    put(folder.path(), "dobry.xlsx", &made().workbook);
    let sheets = |name: &str, of: &[&str]| {
        let mut book = rust_xlsxwriter::Workbook::new();
        for sheet in of {
            let sheet = book.add_worksheet().set_name(*sheet).expect("a name");
            sheet
                .write_string(0, 0, "Program wspierania rodziny „Asystent rodziny w 2025 r.”")
                .expect("written");
        }
        book.save(folder.path().join(name)).expect("saved");
    };
    sheets("protokol.xlsx", &["Protokół"]);
    sheets("uwagi.xlsx", &["Uwagi"]);
    sheets("wniosek.xlsx", &["Warianty", "Parametry", "Obliczenia"]);
    sheets("odsetki.xlsx", &["Odsetki", "Źródła odsetek"]);
    sheets("zbiorcze.xlsx", &["Część 1", "Przegląd", "Pliki"]);
    let mut voivode = rust_xlsxwriter::Workbook::new();
    let sheet = voivode.add_worksheet();
    sheet
        .write_string(0, 0, "Wojewódzkie sprawozdanie z realizacji Programu „Asystent rodziny w 2025 r.”")
        .expect("w");
    voivode.save(folder.path().join("zalacznik-3.xlsx")).expect("saved");
    let done = run(&job(&[folder.path()]));
    for path in ["protokol.xlsx", "uwagi.xlsx", "wniosek.xlsx", "odsetki.xlsx"] {
        assert_eq!(said(of(&done, path)), "Skipped rollup-own-paper", "{path}");
    }
    for path in ["zbiorcze.xlsx", "zalacznik-3.xlsx"] {
        assert_eq!(said(of(&done, path)), "Skipped rollup-collective", "{path}");
    }
}

#[test]
fn a_correction_stands_in_place_of_what_it_corrects() {
    let folder = folder();
    let first = put(folder.path(), "pierwsze.xlsx", &made().workbook);
    let mut book = Book::read(&fs::read(sample("gmina-2025")).expect("read")).expect("a package");
    let pay = book.sheet("Płace");
    let at = book
        .filled()
        .into_iter()
        .find(|at| {
            at.0 == pay
                && at.1 > 0
                && book.shown(*at).parse::<f64>().is_ok_and(|n| n > 3_000.0 && n < 20_000.0)
        })
        .expect("an amount of pay");
    let more = book.shown(at).parse::<f64>().expect("an amount") + 100.0;
    book.put(at, Stored::Number(more.to_string()));
    let elsewhere = tempfile::tempdir().expect("a folder");
    let changed = put(elsewhere.path(), "gmina-2025.xlsx", &book.write().expect("written"));
    let later = settle_after(&[changed], None, Some("2026-01-31"), &[], Some(&first)).expect("settled");
    write_workbook(&later.run, false, &folder.path().join("korekta.xlsx")).expect("written");
    let done = run(&job(&[folder.path()]));
    let (was, now) = (of(&done, "pierwsze.xlsx"), of(&done, "korekta.xlsx"));
    assert!(now.counts(), "{:?}", now.remarks);
    assert_eq!(now.corrects.as_deref(), Some(rozlicz::digest::sha256_hex(&made().workbook).as_str()));
    assert_eq!(was.verdict, Verdict::Skipped, "{:?}", was.remarks);
}

#[test]
fn a_workbook_of_a_newer_program_is_rejected_by_name() {
    let mut trace = {
        let read = book::read("x.xlsx", &made().workbook).expect("a workbook");
        rozlicz::trace::sheet::found(&read).expect("a trace").expect("sound")
    };
    trace.shape = rozlicz::trace::SHAPE + 1;
    let packed = rozlicz::trace::pack::packed(&trace);
    let mut book = Book::read(&made().workbook).expect("a package");
    let sheet = book.sheet("Ślad");
    book.put((sheet, rozlicz::trace::sheet::DIGEST_ROW, 1), Stored::Text(packed.sha256.clone()));
    for (row, part) in (rozlicz::trace::sheet::FIRST_PART..).zip(&packed.parts) {
        book.put((sheet, row, 1), Stored::Text(part.clone()));
    }
    let folder = folder();
    put(folder.path(), "nowszy.xlsx", &book.write().expect("written"));
    let done = run(&job(&[folder.path()]));
    let entry = of(&done, "nowszy.xlsx");
    assert_eq!(said(entry), "Rejected rollup-not-taken");
    assert!(entry.remarks[0].message.contains("nowsz"), "{}", entry.remarks[0].message);
}

#[test]
fn a_note_that_speaks_of_the_programme_is_no_report() {
    let folder = folder();
    let text = "Sprawozdanie gminy z realizacji Programu wspierania rodziny „Asystent rodziny w 2025 r.”;\n"
        .repeat(3);
    put(folder.path(), "notatka.csv", text.as_bytes());
    let done = run(&job(&[folder.path()]));
    assert_eq!(said(of(&done, "notatka.csv")), "Skipped rollup-no-report");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let folder = folder();
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("rura.xlsx")).status();
    if !made.is_ok_and(|status| status.success()) {
        eprintln!("consolidate: no mkfifo here, so pipes are not tested");
        return;
    }
    let done = run(&job(&[folder.path()]));
    assert_eq!(said(of(&done, "rura.xlsx")), "Skipped rollup-not-a-file");
    let named = run(&job(&[&folder.path().join("rura.xlsx")]));
    assert_eq!(said(of(&named, "rura.xlsx")), "Skipped rollup-not-a-file");
}

#[test]
fn the_same_file_under_two_names_counts_once() {
    let folder = folder();
    put(folder.path(), "a.xlsx", &made().workbook);
    put(folder.path(), "z/b.xlsx", &made().workbook);
    let done = run(&job(&[folder.path()]));
    assert!(of(&done, "a.xlsx").counts());
    let second = of(&done, "z/b.xlsx");
    assert_eq!(said(second), "Skipped rollup-same-file");
    assert!(second.remarks[0].message.contains("a.xlsx"), "{}", second.remarks[0].message);
    let whose = |entry: &Entry| (entry.teryt.clone(), entry.municipality.clone());
    assert_eq!(whose(second), whose(of(&done, "a.xlsx")), "a copy is told as its municipality's");
}

#[test]
fn a_path_given_twice_or_inside_another_is_read_once() {
    let folder = folder();
    let file = put(folder.path(), "gmina/a.xlsx", &made().workbook);
    let inner = folder.path().join("gmina");
    let done = run(&job(&[&file, folder.path(), &inner, &file]));
    assert_eq!(paths(&done), ["a.xlsx"]);
}

#[test]
fn a_path_that_is_not_there_ends_the_run_before_any_work() {
    let folder = folder();
    let missing = folder.path().join("brak");
    let Err(CannotRun::Said { key, .. }) = consolidate::consolidate(&job(&[&missing])) else {
        panic!("a typing slip went unnoticed")
    };
    assert_eq!(key, "intake-path-unreadable");
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_a_loop_is_told_once() {
    use std::os::unix::fs::symlink;
    let (folder, outside) = (folder(), folder());
    put(folder.path(), "a/dobry.xlsx", &made().workbook);
    put(outside.path(), "inny.xlsx", &annex("hand-filled-2025"));
    symlink(folder.path(), folder.path().join("a/petla")).expect("a link");
    symlink(outside.path(), folder.path().join("b-dowiazany")).expect("a link");
    symlink(folder.path().join("a/dobry.xlsx"), folder.path().join("0-drugi.xlsx")).expect("a link");
    symlink(folder.path().join("nie-ma"), folder.path().join("zerwany.xlsx")).expect("a link");
    let own = folder.path().join("sam.xlsx");
    symlink(&own, &own).expect("a link");
    let done = run(&job(&[folder.path()]));
    assert_eq!(said(of(&done, "a/petla")), "Skipped rollup-link-back");
    assert_eq!(said(of(&done, "0-drugi.xlsx")), "Skipped rollup-link-back");
    assert_eq!(said(of(&done, "zerwany.xlsx")), "Rejected rollup-file-unreadable");
    assert_eq!(said(of(&done, "sam.xlsx")), "Rejected rollup-file-unreadable");
    let looped = &of(&done, "sam.xlsx").remarks[0].message;
    assert!(looped.contains("dowiązanie prowadzi w kółko"), "not in the system's English: {looped}");
    assert!(of(&done, "a/dobry.xlsx").counts());
    assert_eq!(of(&done, "b-dowiazany/inny.xlsx").kind, Kind::Form);
    assert_eq!(done.entries.len(), 6);
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_rejected_and_the_rest_is_done() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    put(folder.path(), "dobry.xlsx", &made().workbook);
    let locked = put(folder.path(), "zamkniety.xlsx", &made().to_send);
    put(folder.path(), "zamkniety-folder/x.xlsx", b"x");
    let closed = folder.path().join("zamkniety-folder");
    let rights =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("set");
    rights(&locked, 0o000);
    rights(&closed, 0o000);
    let is_root = fs::read(&locked).is_ok();
    let done = run(&job(&[folder.path()]));
    rights(&closed, 0o755);
    assert!(of(&done, "dobry.xlsx").counts());
    if is_root {
        eprintln!("consolidate: this user may read everything, so rights are not tested here");
        return;
    }
    assert_eq!(said(of(&done, "zamkniety.xlsx")), "Rejected rollup-file-unreadable");
    assert_eq!(said(of(&done, "zamkniety-folder")), "Rejected rollup-folder-unreadable");
}

#[test]
fn outputs_among_the_inputs_are_neither_read_nor_replaced() {
    let folder = folder();
    put(folder.path(), "dobry.xlsx", &made().workbook);
    let out = put(folder.path(), "zbiorcze.xlsx", &made().to_send);
    let settlements = folder.path().join("rozliczenia");
    put(&settlements, "stare.xlsx", &made().to_send);
    let mut asked = job(&[folder.path()]);
    asked.outputs = vec![out];
    asked.settlements = Some(settlements);
    assert_eq!(paths(&run(&asked)), ["dobry.xlsx"]);
}

#[test]
fn several_editions_need_the_office_to_say_which() {
    let folder = folder();
    put(folder.path(), "a.xlsx", &made().workbook);
    put(folder.path(), "b.xlsx", &fs::read(sample("gmina-2024")).expect("the sample"));
    put(folder.path(), "c.xlsx", &annex("base/2024"));
    let mut asked = job(&[folder.path()]);
    let Err(refused) = consolidate::consolidate(&asked) else { panic!("editions were added up") };
    let told = refused.text(Locale::of(Language::Polish));
    assert!(told.contains("asystent-rodziny-2024 (2), asystent-rodziny-2025 (1)"), "{told}");
    asked.programme = Some("asystent-rodziny-2025".to_owned());
    let done = run(&asked);
    assert_eq!(done.edition.as_deref(), Some("asystent-rodziny-2025"));
    assert!(of(&done, "a.xlsx").counts());
    for path in ["b.xlsx", "c.xlsx"] {
        assert_eq!(said(of(&done, path)), "Rejected rollup-other-edition", "{path}");
    }
    asked.programme = Some("asystent-rodziny-2024".to_owned());
    assert_eq!(said(of(&run(&asked), "a.xlsx")), "Rejected rollup-other-edition");
}

#[test]
fn tables_are_settled_into_the_folder_asked_for_and_nothing_there_is_lost() {
    let (folder, out) = (folder(), folder());
    put(folder.path(), "gmina.xlsx", &fs::read(sample("gmina-2025")).expect("the sample"));
    let mut asked = job(&[folder.path()]);
    asked.settlements = Some(out.path().to_owned());
    let done = run(&asked);
    let written = of(&done, "gmina.xlsx").settlement.clone().expect("a settlement");
    let bytes = fs::read(out.path().join(&written.path)).expect("the file told");
    assert_eq!(rozlicz::digest::sha256_hex(&bytes), written.sha256);
    assert_eq!(fs::read_dir(out.path()).expect("a folder").count(), 1);
    // The workbook is a settlement as any other, and gives the same figures.
    let again = run(&job(&[out.path()]));
    let taken = of(&again, &written.path);
    assert_eq!((taken.kind, &taken.figures), (Kind::Settlement, &of(&done, "gmina.xlsx").figures));
    assert!(taken.counts(), "{:?}", taken.remarks);
    // A second run finds its own file; somebody else's it leaves alone.
    assert!(of(&run(&asked), "gmina.xlsx").counts());
    put(out.path(), &written.path, b"somebody else's");
    let unwritten = |done: &Consolidated| {
        let entry = of(done, "gmina.xlsx");
        assert_eq!(entry.verdict, Verdict::Remarks, "its figures are sound: {:?}", entry.remarks);
        let told = entry.unwritten().expect("a word about the missing copy");
        assert_eq!(told.code, "rollup-not-written");
        told.message.clone()
    };
    let refused = run(&asked);
    assert!(unwritten(&refused).contains("już istnieje"), "{}", unwritten(&refused));
    assert_eq!(of(&refused, "gmina.xlsx").figures, of(&done, "gmina.xlsx").figures);
    assert_eq!(fs::read(out.path().join(&written.path)).expect("read"), b"somebody else's");
    asked.settlements = Some(out.path().join("nie-ma"));
    assert!(unwritten(&run(&asked)).contains("Nie ma folderu"), "{}", unwritten(&run(&asked)));
}

#[test]
fn damaged_and_random_bytes_are_a_verdict_and_never_a_panic() {
    let context = Context::new(&job(&[])).expect("a context");
    let folder = folder();
    let mut taken = 0;
    let mut try_one = |name: &str, bytes: &[u8]| {
        let path = put(folder.path(), name, bytes);
        let task = Task::of(vec![(path, name.to_owned())]);
        let entry = take::take(&task, &context);
        assert_eq!(entry.path(), name);
        taken += 1;
        entry
    };
    for (source, ending) in [
        (made().workbook.clone(), "xlsx"),
        (made().to_send.clone(), "xlsx"),
        (fs::read(support::root().join("sample-data/awkward/zatrudnienie.xls")).expect("read"), "xls"),
        (fs::read(support::root().join("sample-data/awkward/umowa-i-srodki.ods")).expect("read"), "ods"),
        (fs::read(support::root().join("sample-data/awkward/rodziny.csv")).expect("read"), "csv"),
    ] {
        for eighths in [0, 1, 4, 7] {
            let cut = &source[..source.len() * eighths / 8];
            let entry = try_one(&format!("uciety.{ending}"), cut);
            assert!(!entry.counts(), "{eighths}/8 of {ending}: {:?}", entry.remarks);
        }
        let mut broken = source.clone();
        let mut random = support::random::Random::new(7);
        for _ in 0..40 {
            let at = usize::try_from(random.between(0, i64::try_from(broken.len()).expect("a size") - 1))
                .expect("a place");
            broken[at] ^= 0x55;
        }
        try_one(&format!("popsuty.{ending}"), &broken);
    }
    for ending in ["xlsx", "xls", "xlsb", "ods", "csv", "txt"] {
        let mut random = support::random::Random::new(11);
        let noise: Vec<u8> =
            (0..3_000).map(|_| u8::try_from(random.between(0, 255)).expect("a byte")).collect();
        let entry = try_one(&format!("szum.{ending}"), &noise);
        assert!(!entry.counts(), "{ending}");
    }
    assert!(taken > 25, "{taken}");
}

#[test]
fn every_awkward_sample_is_taken_alone_and_together() {
    let awkward = support::root().join("sample-data/awkward");
    let done = run(&job(&[&awkward]));
    let together = of(&done, "lista-plac.xlsx");
    assert_eq!(together.files.len(), 4, "{:?}", paths(&done));
    assert!(together.counts(), "{:?}", together.remarks);
}

#[test]
fn a_thousand_unrelated_files_are_counted_quickly() {
    let folder = folder();
    for n in 0..1_000 {
        put(folder.path(), &format!("{:02}/skan-{n}.pdf", n % 10), b"%PDF");
    }
    put(folder.path(), "a.xlsx", &made().workbook);
    let done = run(&job(&[folder.path()]));
    assert_eq!(done.entries.iter().filter(|e| e.verdict == Verdict::Skipped).count(), 1_000);
    assert_eq!(done.entries.iter().filter(|e| e.counts()).count(), 1);
}

#[test]
fn a_context_may_be_shared_by_threads() {
    fn shared<T: Sync + Send>() {}
    shared::<Context>();
    let empty = folder();
    assert!(run(&job(&[empty.path()])).entries.is_empty(), "an empty folder has no entry");
}
