//! `audit` on workbooks of the sample data: untouched ones are clean, and every kind of change is found at its cell
//! and under its name, and nothing else is.

mod support;

use rozlicz::audit::{Report, Subject, own};
use rozlicz::calc::{Format, Value};
use rozlicz::intake::book;
use rozlicz::pipeline::{self, Job};
use rozlicz::trace::{Held, Trace, sheet};
use rozlicz::units::Day;
use std::path::PathBuf;
use std::sync::OnceLock;
use support::tamper::{Area, Book, Stored, rewritten};

const SAMPLES: [&str; 4] = ["wrzesnia-2021", "redziny-2019", "gmina-2024", "gmina-2025"];

/// The workbook of a sample.
fn settled(sample: &str) -> Vec<u8> {
    let inputs = vec![support::root().join("sample-data").join(sample)];
    let job = Job { inputs, as_of: Day::new(2026, 1, 31), ..Job::default() };
    let mut run = pipeline::run(&job).expect("the sample is read");
    // As the command does: `Parametry` then tells what other readings would change.
    run.price();
    let forms = rozlicz::forms::Forms::built_in();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("rozliczenie.xlsx");
    let papers = pipeline::papers(&mut run, &forms, true).expect("the form is sound").expect("figures");
    papers.write(&file, false).expect("written");
    std::fs::read(&file).expect("read")
}

fn one() -> &'static (Vec<u8>, Trace) {
    static ONE: OnceLock<(Vec<u8>, Trace)> = OnceLock::new();
    ONE.get_or_init(|| {
        let bytes = settled("gmina-2024");
        let trace = traced(&bytes);
        (bytes, trace)
    })
}

fn traced(bytes: &[u8]) -> Trace {
    let book = book::read("rozliczenie.xlsx", bytes).expect("a workbook");
    sheet::found(&book).expect("a trace").expect("sound")
}

fn audited(bytes: &[u8], trace: &Trace) -> Report {
    own::audit(&book::read("rozliczenie.xlsx", bytes).expect("a workbook"), trace)
}

/// `code sheet!cell` of every finding.
fn said(report: &Report) -> Vec<String> {
    let one = |f: &rozlicz::finding::Finding| match f.at {
        Some(at) => format!("{} {}!{at}", f.code.name, report.sources.names(at.sheet).1),
        None => f.code.name.to_owned(),
    };
    report.findings.iter().map(one).collect()
}

/// Changes the sample and expects these findings and no others.
fn found(change: impl FnOnce(&mut Book), expected: &[&str]) -> Report {
    let (bytes, trace) = one();
    let mut book = Book::read(bytes).expect("a package");
    change(&mut book);
    let report = audited(&book.write().expect("written"), trace);
    let told: Vec<String> = report.findings.iter().take(3).map(|f| format!("{f:?}")).collect();
    let said = said(&report);
    assert!(
        said == expected,
        "{} findings, expected {expected:?}: {:?}\n{}",
        said.len(),
        &said[..said.len().min(12)],
        told.join("\n")
    );
    report
}

fn number(text: &str) -> Stored {
    Stored::Number(text.to_owned())
}

fn text(text: &str) -> Stored {
    Stored::Text(text.to_owned())
}

#[test]
fn an_untouched_workbook_is_clean_in_every_sample() {
    for sample in SAMPLES {
        let bytes = settled(sample);
        let report = audited(&bytes, &traced(&bytes));
        assert!(report.findings.is_empty(), "{sample}: {:?}", said(&report));
        let rewritten = Book::read(&bytes).and_then(|book| book.write()).expect("written");
        let report = audited(&rewritten, &traced(&rewritten));
        assert!(report.findings.is_empty(), "{sample} rewritten: {:?}", said(&report));
        assert!(report.recomputed.iter().all(|done| done.count > 0));
    }
}

#[test]
fn a_workbook_saved_by_libreoffice_is_clean_in_every_sample() {
    if !support::soffice::present() {
        eprintln!("audit: LibreOffice is not installed, so nothing is saved by it here");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let files: Vec<PathBuf> = SAMPLES
        .map(|sample| {
            let file = folder.path().join(format!("{sample}.xlsx"));
            std::fs::write(&file, settled(sample)).expect("written");
            file
        })
        .to_vec();
    let out = folder.path().join("out");
    support::soffice::recalculate(&files, &out, 1).expect("saved");
    for file in files {
        let bytes = std::fs::read(support::soffice::recalculated(&file, &out)).expect("read");
        let report = audited(&bytes, &traced(&bytes));
        assert!(report.findings.is_empty(), "{}: {:?}", file.display(), said(&report));
    }
}

/// A cell of the sample by what it holds.
fn cell(sheet: &str, holds: impl Fn(&Held) -> bool) -> (usize, u32, u32) {
    let trace = &one().1;
    let index = trace.sheets.iter().position(|s| s.name == sheet).expect("the sheet");
    let cell = trace.sheets[index].cells.iter().find(|c| holds(&c.holds)).expect("the cell");
    (index, cell.row, cell.column)
}

fn place(at: (usize, u32, u32)) -> String {
    format!("{}!{}", one().1.sheets[at.0].name, rozlicz::source::a1(at.1, at.2))
}

fn is_sum(held: &Held) -> bool {
    matches!(held, Held::Formula(f, _) if f.starts_with("SUM(") && f.contains(':') && !f.contains('\'') && f.matches('(').count() == 1)
}

/// Stores what every formula gives now, as a spreadsheet does after a change.
fn recalculate(book: &mut Book) {
    let read = book::read("rozliczenie.xlsx", &book.write().expect("written")).expect("a workbook");
    let now = rozlicz::recalc::of_book(&read);
    book.recalculated(&|(sheet, row, column)| {
        if let Some(fault) = now.fault(sheet, row, column) {
            return fault.kind.piece().is_none().then(|| Stored::Error("#REF!".to_owned()));
        }
        Some(match now.model.value(now.node(sheet, row, column)?) {
            Value::Blank => Stored::Text(String::new()),
            Value::Text(text) => Stored::Text(text.clone()),
            Value::Number(n) => Stored::Number(n.to_short(14)),
        })
    });
}

/// The first amount of a column of input.
fn input_amount() -> (usize, u32, u32) {
    let trace = &one().1;
    let sheet = trace.sheet("Dane - Płace").expect("the sheet");
    let money = |c: &&rozlicz::trace::TraceCell| {
        c.meaning.as_deref().is_some_and(|m| m.format == Format::Money)
            && matches!(&c.holds, Held::Number(n) if !n.is_zero())
    };
    let cell = sheet.cells.iter().find(money).expect("an amount");
    (trace.sheets.iter().position(|s| s.name == sheet.name).expect("its place"), cell.row, cell.column)
}

fn amount_of_steps() -> (usize, u32, u32) {
    cell("Obliczenia - asystenci", |held| matches!(held, Held::Formula(_, Value::Number(n)) if !n.is_zero()))
}

#[test]
fn a_result_typed_over_a_formula_is_found_with_its_worth() {
    let at = amount_of_steps();
    let report = found(
        |book| {
            book.put(at, number("1000000"));
            recalculate(book);
        },
        &[&format!("audit-typed-over {}", place(at))],
    );
    let finding = &report.findings[0];
    assert!(
        finding.difference.is_some_and(|d| d.to_exact() > rozlicz::units::Exact::whole(100_000)),
        "{finding:?}"
    );
    assert!(finding.expected.is_some() && finding.seen.is_some());
}

#[test]
fn an_edited_formula_and_one_in_the_place_of_a_value_are_found() {
    let at = amount_of_steps();
    let edit = |book: &mut Book| {
        let now = book.cell(at).and_then(|c| c.formula.clone()).expect("a formula");
        book.put_formula(at, &format!("{now}+100"));
        recalculate(book);
    };
    let report = found(edit, &[&format!("audit-formula-edited {}", place(at))]);
    assert_eq!(report.findings[0].difference.map(|d| d.to_string()).as_deref(), Some("100.00"));
    let at = input_amount();
    let report = found(
        |book| {
            book.put_formula(at, "1+1");
            recalculate(book);
        },
        &[&format!("audit-formula-added {}", place(at))],
    );
    assert!(report.findings[0].difference.is_some());
}

/// A total over a range of its own sheet.
fn total() -> ((usize, u32, u32), String) {
    let sheets = one().1.sheets.iter().enumerate();
    let cells = sheets.flat_map(|(index, sheet)| sheet.cells.iter().map(move |cell| (index, cell)));
    let mut totals = cells.filter_map(|(index, cell)| match &cell.holds {
        Held::Formula(formula, Value::Number(n))
            if is_sum(&cell.holds) && !formula.contains(',') && !n.is_zero() =>
        {
            Some(((index, cell.row, cell.column), formula.clone()))
        }
        _ => None,
    });
    totals.next().expect("a total")
}

#[test]
fn a_total_that_leaves_a_line_out_names_the_line() {
    let (at, formula) = total();
    let shorter = rewritten(&formula, &|named, area| {
        Some((named.map(str::to_owned), Area { bottom: area.bottom - 1, ..area }))
    });
    let mut left_out = String::new();
    if let Some((_, last)) = formula.trim_end_matches(')').split_once(':') {
        left_out.push_str(last);
    }
    let report = found(
        |book| {
            book.put_formula(at, &shorter);
            recalculate(book);
        },
        &[&format!("audit-total-short {}", place(at))],
    );
    assert_eq!(report.findings[0].related.first().map(ToString::to_string), Some(left_out));
}

#[test]
fn a_changed_parameter_or_input_is_one_difference_and_not_its_consequences() {
    let trace = &one().1;
    let index = trace.sheets.iter().position(|s| s.name == "Parametry").expect("the sheet");
    let is = |c: &&rozlicz::trace::TraceCell| {
        c.meaning.is_some() && matches!(&c.holds, Held::Number(n) if !n.is_zero())
    };
    let cell = trace.sheets[index].cells.iter().find(is).expect("a parameter");
    let parameter = (index, cell.row, cell.column);
    let change = |at| {
        move |book: &mut Book| {
            let now: f64 = book.shown(at).parse().expect("a number");
            book.put(at, number(&(now * 2.0).to_string()));
            recalculate(book);
        }
    };
    found(change(parameter), &[&format!("audit-parameter-changed {}", place(parameter))]);
    let input = input_amount();
    let report = found(change(input), &[&format!("audit-input-changed {}", place(input))]);
    assert!(report.findings[0].difference.is_some() && report.findings[0].basis.is_some());
}

#[test]
fn changed_and_removed_texts_and_digests_are_found() {
    let title = cell("Kontrole", |held| matches!(held, Held::Text(_)));
    found(|book| book.put(title, text("inny tytuł")), &[&format!("audit-text-changed {}", place(title))]);
    found(|book| book.put(title, Stored::Blank), &[&format!("audit-text-removed {}", place(title))]);
    let digest = cell("Źródła", |held| matches!(held, Held::Text(t) if t.len() == 64));
    let other = "0".repeat(64);
    found(|book| book.put(digest, text(&other)), &[&format!("audit-digest-changed {}", place(digest))]);
    found(|book| book.put(digest, Stored::Blank), &[&format!("audit-digest-changed {}", place(digest))]);
    let beside = (title.0, title.1, 40);
    found(|book| book.put(beside, text("dopisek")), &[&format!("audit-cell-added {}", place(beside))]);
}

#[test]
fn a_row_added_deleted_or_moved_is_one_difference_whatever_shifts() {
    for name in ["Dane - Płace", "Obliczenia", "Obliczenia - asystenci", "Wykaz imienny"] {
        let sheet = one().1.sheets.iter().position(|s| s.name == name).expect("the sheet");
        let rows: Vec<u32> = one().1.sheets[sheet].cells.iter().map(|c| c.row).collect();
        let middle = rows[rows.len() / 2];
        let at = |row: u32| format!("{name}!A{}", row + 1);
        found(
            |book| {
                book.insert_row(sheet, middle);
                recalculate(book);
            },
            &[&format!("audit-row-added {}", at(middle))],
        );
        found(
            |book| {
                book.delete_row(sheet, middle);
                recalculate(book);
            },
            &[&format!("audit-row-deleted {}", at(middle))],
        );
        found(
            |book| {
                book.move_row(sheet, middle, middle + 3);
                recalculate(book);
            },
            &[&format!("audit-row-moved {}", at(middle + 3))],
        );
    }
}

#[test]
fn a_copied_row_in_a_total_tells_what_it_adds() {
    let at = input_amount();
    let copy = |book: &mut Book| {
        book.insert_row(at.0, at.1 + 1);
        let row = book.sheets[at.0].rows[&at.1].clone();
        book.sheets[at.0].rows.insert(at.1 + 1, row);
        recalculate(book);
    };
    let report = found(copy, &[&format!("audit-row-added Dane - Płace!A{}", at.1 + 2)]);
    assert!(report.findings[0].seen.is_some());
}

#[test]
fn a_column_added_or_deleted_is_one_difference() {
    let sheet = input_amount().0;
    found(
        |book| {
            book.insert_column(sheet, 2);
            recalculate(book);
        },
        &["audit-column-added Dane - Płace!C1"],
    );
    found(
        |book| {
            book.delete_column(sheet, 2);
            recalculate(book);
        },
        &["audit-column-deleted Dane - Płace!C1"],
    );
}

#[test]
fn hidden_and_changed_sheets_rows_and_columns_are_found() {
    let at = input_amount();
    found(|book| book.hide_row(at.0, at.1), &[&format!("audit-row-hidden Dane - Płace!A{}", at.1 + 1)]);
    found(|book| book.hide_column(at.0, 3), &["audit-column-hidden Dane - Płace!D1"]);
    found(|book| book.sheets[at.0].hidden = true, &["audit-sheet-hidden Dane - Płace!A1"]);
    found(|book| book.add_sheet("Brudnopis", "notatka"), &["audit-sheet-added Brudnopis!A1"]);
    found(|book| book.rename_sheet(at.0, "Wypłaty gminy"), &["audit-sheet-renamed Wypłaty gminy!A1"]);
    let second = &one().1.sheets[2].name;
    found(|book| book.sheets.swap(1, 2), &[&format!("audit-sheet-order {second}!A1")]);
    let views = one().1.sheets.iter().position(|s| s.name == "Kontrole").expect("the sheet");
    found(|book| book.delete_sheet(views), &["audit-sheet-deleted"]);
}

#[test]
fn a_stored_result_changed_behind_its_formula_and_an_error_are_found() {
    let at = amount_of_steps();
    let report = found(|book| book.store(at, number("5")), &[&format!("audit-stored-result {}", place(at))]);
    assert!(report.findings[0].difference.is_some_and(|d| d.to_exact().is_negative()));
    found(
        |book| book.store(at, Stored::Error("#VALUE!".to_owned())),
        &[&format!("audit-error-cell {}", place(at))],
    );
}

#[test]
fn links_to_other_files_and_macros_are_said() {
    found(|book| book.add_part("xl/vbaProject.bin", b"macros"), &["audit-macros"]);
    let link = "<?xml version=\"1.0\"?><externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>";
    found(
        |book| book.add_part("xl/externalLinks/externalLink1.xml", link.as_bytes()),
        &["audit-external-links"],
    );
}

/// Audits a changed sample through the whole pipeline.
fn whole(change: impl FnOnce(&mut Book), data: &[&str]) -> Result<Report, String> {
    let mut book = Book::read(&one().0).expect("a package");
    change(&mut book);
    let folder = tempfile::tempdir().expect("a folder");
    let workbook = folder.path().join("rozliczenie.xlsx");
    std::fs::write(&workbook, book.write().expect("written")).expect("written");
    let data = data.iter().map(|d| support::root().join("sample-data").join(d)).collect();
    let job = rozlicz::pipeline::audit::AuditJob { workbook, data, ..Default::default() };
    rozlicz::pipeline::audit::audit(&job).map_err(|e| format!("{e:?}"))
}

#[test]
fn a_trace_that_is_gone_or_damaged_is_said_and_the_tables_take_its_place() {
    let gone = |book: &mut Book| book.delete_sheet(book.sheet("Ślad"));
    let report = whole(gone, &[]).expect("audited");
    assert_eq!(report.subject, Subject::OwnWithoutTrace);
    assert!(said(&report).contains(&"audit-trace-missing".to_owned()), "{:?}", said(&report));
    let damage = |book: &mut Book| {
        let at = (book.sheet("Ślad"), sheet::DIGEST_ROW, 1);
        book.put(at, text(&"0".repeat(64)));
    };
    let report = whole(damage, &["gmina-2024"]).expect("audited");
    let said = said(&report);
    assert!(said.iter().any(|s| s.starts_with("audit-trace-damaged Ślad!")), "{said:?}");
    assert!(!said.iter().any(|s| s.starts_with("audit-typed-over")), "{said:?}");
}

#[test]
fn an_untouched_workbook_agrees_with_the_law_and_with_its_tables() {
    let alone = whole(|_| {}, &[]).expect("audited");
    assert!(
        alone.findings.is_empty() && alone.unverified.is_empty(),
        "{:?} {:?}",
        said(&alone),
        alone.unverified
    );
    let with = whole(|_| {}, &["gmina-2024"]).expect("audited");
    assert!(
        with.findings.is_empty() && with.unverified.is_empty(),
        "{:?} {:?}",
        said(&with),
        with.unverified
    );
    assert!(with.documents.len() > 1);
    let at = input_amount();
    let change = |book: &mut Book| {
        book.put(at, number("1"));
        recalculate(book);
    };
    let with = whole(change, &["gmina-2024"]).expect("audited");
    assert_eq!(said(&with), [format!("audit-input-changed {}", place(at))]);
}

#[test]
fn a_forged_trace_and_rules_of_a_folder_are_found_against_the_law() {
    let lawful = &one().1;
    let law = rozlicz::audit::law::Law { trace: lawful, rules_sha256: &lawful.head.rules_sha256 };
    let mut forged = lawful.clone();
    let raised = Value::Number(rozlicz::units::Exact::whole(999_999));
    let figure = forged.figures.iter_mut().find(|f| f.what == "co_financing").expect("a figure");
    figure.value = raised;
    for cell in forged.sheets.iter_mut().flat_map(|s| &mut s.cells) {
        let parameter = cell
            .meaning
            .as_deref()
            .is_some_and(|m| matches!(m.origin, rozlicz::trace::Origin::Parameter(..)));
        if let Held::Number(n) = &mut cell.holds
            && parameter
        {
            *n = &*n + &rozlicz::units::Exact::one();
            break;
        }
    }
    forged.head.rules_sha256 = "0".repeat(64);
    forged.head.rules_built_in = false;
    let (findings, count) = rozlicz::audit::law::compared(&forged, &law, &|_| None);
    let names: Vec<&str> = findings.iter().map(|f| f.code.name).collect();
    assert_eq!(names, ["audit-rules-other", "audit-law-parameter", "audit-law-figure"]);
    assert!(findings[2].difference.is_some() && count > 100);
    assert!(rozlicz::audit::law::compared(lawful, &law, &|_| None).0.is_empty());
}

#[test]
fn tables_changed_since_left_out_or_of_another_settlement_are_said() {
    let recorded = &one().1.head.documents;
    let mut given: Vec<rozlicz::source::SourceFile> = recorded
        .iter()
        .map(|d| rozlicz::source::SourceFile {
            name: d.name.clone(),
            sha256: d.sha256.clone(),
            bytes: d.bytes,
        })
        .collect();
    assert!(rozlicz::audit::data::compared(recorded, &given).is_empty());
    given[0].sha256 = "0".repeat(64);
    let names = |given: &[_]| -> Vec<&str> {
        rozlicz::audit::data::compared(recorded, given).iter().map(|f| f.code.name).collect()
    };
    assert_eq!(names(&given), ["audit-data-changed"]);
    given[0].name = "inny.xlsx".to_owned();
    assert_eq!(names(&given), ["audit-data-other", "audit-data-missing"]);
}

/// Replaces the trace of a workbook by one forged with a right digest.
fn forged(change: impl FnOnce(&mut Trace)) -> impl FnOnce(&mut Book) {
    move |book: &mut Book| {
        let mut trace = one().1.clone();
        change(&mut trace);
        let packed = rozlicz::trace::pack::packed(&trace);
        let index = book.sheet("Ślad");
        for row in sheet::FIRST_PART..sheet::FIRST_PART + 200 {
            let part = packed.parts.get((row - sheet::FIRST_PART) as usize);
            book.put((index, row, 1), part.map_or(Stored::Blank, |part| text(part)));
        }
        book.put((index, sheet::DIGEST_ROW, 1), text(&packed.sha256));
        // A careful forger corrects the readable counts too.
        book.put((index, 6, 1), text(&trace.formulas().to_string()));
        book.put((index, 7, 1), text(&packed.parts.len().to_string()));
    }
}

#[test]
fn a_forged_trace_of_impossible_places_or_days_is_damaged_and_no_panic() {
    let place = |row, column| {
        forged(move |t: &mut Trace| {
            let last = t.sheets[0].cells.last_mut().expect("a cell");
            (last.row, last.column) = (row, column);
        })
    };
    for (row, column) in [(1_048_575, 0), (u32::MAX, u32::MAX), (0, 20_000)] {
        let report = whole(place(row, column), &[]).expect("audited");
        assert!(said(&report).iter().any(|s| s.starts_with("audit-trace-damaged")), "{:?}", said(&report));
    }
    let day = forged(|t: &mut Trace| t.head.as_of = "2026-13-45".to_owned());
    let report = whole(day, &[]).expect("audited");
    assert!(said(&report).iter().any(|s| s.starts_with("audit-trace-damaged")), "{:?}", said(&report));
}

#[test]
fn a_lone_value_far_below_or_beside_a_table_is_that_cell() {
    let sheet = one().1.sheets.iter().position(|s| s.name == "Kontrole").expect("the sheet");
    found(|book| book.put((sheet, 1_048_575, 1), text("x")), &["audit-cell-added Kontrole!B1048576"]);
    found(|book| book.put((sheet, 899, 701), text("x")), &["audit-cell-added Kontrole!ZZ900"]);
}

#[test]
fn a_form_forged_together_with_its_trace_is_found_against_the_law() {
    let trace = &one().1;
    let official = trace.sheets.iter().position(|s| s.purpose == rozlicz::trace::Purpose::Official);
    let index = official.expect("a form");
    let is = |c: &&rozlicz::trace::TraceCell| matches!(&c.holds, Held::Formula(_, Value::Number(n)) if !n.is_zero());
    let cell = trace.sheets[index].cells.iter().find(is).expect("a figure");
    let at = (index, cell.row, cell.column);
    let lie = |held: Held| {
        forged(move |t: &mut Trace| {
            let cells = &mut t.sheets[at.0].cells;
            cells.iter_mut().find(|c| (c.row, c.column) == (at.1, at.2)).expect("the cell").holds = held;
        })
    };
    let typed = |book: &mut Book| {
        book.put(at, number("45000"));
        lie(Held::Number(rozlicz::units::Exact::whole(45_000)))(book);
    };
    let report = whole(typed, &[]).expect("audited");
    assert_eq!(said(&report), [format!("audit-law-cell {}", place(at))]);
    let label = trace.sheets[index].cells.iter().find(|c| matches!(c.holds, Held::Text(_))).expect("a label");
    let at = (index, label.row, label.column);
    let named = |book: &mut Book| {
        book.put(at, text("inny napis"));
        forged(|t: &mut Trace| {
            let cells = &mut t.sheets[at.0].cells;
            let cell = cells.iter_mut().find(|c| (c.row, c.column) == (at.1, at.2)).expect("the cell");
            cell.holds = Held::Text("inny napis".to_owned());
        })(book);
    };
    let report = whole(named, &[]).expect("audited");
    assert_eq!(said(&report), [format!("audit-law-cell {}", place(at))]);
}

#[test]
fn an_unknown_edition_in_a_trace_is_never_clean() {
    let report = whole(forged(|t: &mut Trace| t.head.edition = "../../x".to_owned()), &[]).expect("audited");
    assert_eq!(said(&report), ["audit-law-unknown"]);
    assert_eq!(report.verdict(), rozlicz::audit::Verdict::Differs);
}

#[test]
fn every_sample_agrees_with_the_law_cell_by_cell() {
    let folder = tempfile::tempdir().expect("a folder");
    for sample in SAMPLES {
        let workbook = folder.path().join(format!("{sample}.xlsx"));
        std::fs::write(&workbook, settled(sample)).expect("written");
        let job = rozlicz::pipeline::audit::AuditJob { workbook, ..Default::default() };
        let report = rozlicz::pipeline::audit::audit(&job).expect("audited");
        assert!(report.findings.is_empty() && report.unverified.is_empty(), "{sample}: {:?}", said(&report));
    }
}

/// `init` writes sheets of headings that many an office leaves empty.
#[test]
fn an_untouched_workbook_over_tables_of_headings_alone_is_clean() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("dane");
    std::fs::create_dir(&data).expect("a folder");
    let case = support::root().join("tests/cases/reconciliation/paragraphs-make-up-for-each-other/input");
    for entry in std::fs::read_dir(case).expect("the case") {
        let path = entry.expect("a file").path();
        std::fs::copy(&path, data.join(path.file_name().expect("a name"))).expect("copied");
    }
    for (name, headings) in [
        ("nieobecnosci.csv", "Identyfikator asystenta;Od;Do;Rodzaj;Godziny\n"),
        ("odczytania.csv", "Nazwa;Wartość;Podstawa;Kto przyjął\n"),
    ] {
        std::fs::write(data.join(name), headings).expect("written");
    }
    let workbook = folder.path().join("r.xlsx");
    let mut run = pipeline::run(&Job { inputs: vec![data], ..Job::default() }).expect("read");
    run.price();
    let forms = rozlicz::forms::Forms::built_in();
    let papers = pipeline::papers(&mut run, &forms, true).expect("the form is sound").expect("figures");
    papers.write(&workbook, false).expect("written");
    assert!(papers.trace().sheet("Dane - Nieobecności").is_some(), "the sheet of headings is there");
    let job = rozlicz::pipeline::audit::AuditJob { workbook, ..Default::default() };
    let report = rozlicz::pipeline::audit::audit(&job).expect("audited");
    assert!(report.findings.is_empty(), "{:?}", said(&report));
}

#[test]
fn the_same_tables_under_another_name_are_the_same_and_another_municipality_is_one_finding() {
    let source = support::root().join("sample-data/redziny-2019");
    let folder = tempfile::tempdir().expect("a folder");
    let copies = folder.path().join("kopia");
    std::fs::create_dir(&copies).expect("a folder");
    for entry in std::fs::read_dir(source).expect("the sample") {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name").to_string_lossy().replace('.', " (1).");
        if path.is_file() {
            std::fs::copy(&path, copies.join(name)).expect("copied");
        }
    }
    let workbook = folder.path().join("rozliczenie.xlsx");
    std::fs::write(&workbook, settled("redziny-2019")).expect("written");
    let job = rozlicz::pipeline::audit::AuditJob { workbook, data: vec![copies], ..Default::default() };
    let report = rozlicz::pipeline::audit::audit(&job).expect("audited");
    assert!(report.findings.is_empty(), "{:?}", said(&report));
    let other = whole(|_| {}, &["redziny-2019"]).expect("audited");
    assert_eq!(said(&other), ["audit-data-foreign"]);
}
#[test]
fn a_workbook_changed_since_it_was_written_is_never_the_same_as_another() {
    use rozlicz::pipeline::against::{AgainstJob, compare};
    let at = cell("Obliczenia", |held| matches!(held, Held::Formula(_, Value::Number(_))));
    let (bytes, _) = one();
    let mut book = Book::read(bytes).expect("a package");
    book.put(at, number("123456"));
    let folder = tempfile::tempdir().expect("a folder");
    let (sound, changed) = (folder.path().join("a.xlsx"), folder.path().join("b.xlsx"));
    std::fs::write(&sound, bytes).expect("written");
    std::fs::write(&changed, book.write().expect("written")).expect("written");
    let locale = rozlicz::locale::Locale::of(rozlicz::locale::Language::Polish);
    let told = |newer: &PathBuf, older: &PathBuf| {
        let job = AgainstJob { workbook: newer.clone(), older: older.clone(), programmes: None };
        let (compared, newer, older) = compare(&job).expect("compared");
        rozlicz::audit::against::report::report(&compared, &newer, &older, locale)
    };
    assert_eq!(told(&sound, &sound).verdict(), rozlicz::audit::Verdict::Clean);
    for (newer, older) in [(&changed, &sound), (&sound, &changed)] {
        let report = told(newer, older);
        assert_eq!(report.verdict(), rozlicz::audit::Verdict::Differs);
        let codes: Vec<_> = report.findings.iter().map(|f| f.code.name).collect();
        assert_eq!(codes, ["against-tampered", "audit-typed-over"]);
        let named = report.findings[1].at.map(|at| report.sources.place(at)).expect("a cell");
        assert!(named.starts_with("b.xlsx › Obliczenia › "), "{named}");
        let largest = report.findings[1].difference.filter(|d| *d != rozlicz::units::Money::ZERO);
        assert_eq!(report.findings[0].difference, largest);
    }
}
