//! The voivode's official forms filled from settled municipalities: what they add up is what the municipalities' own
//! reports say, and the workbook is computed again by the second engine.

use std::path::{Path, PathBuf};

use rozlicz::calc::Model;
use rozlicz::forms::collected::{Collected, Row, figures_of, named};
use rozlicz::forms::{self, FormFacts, Forms};
use rozlicz::grid::Book;
use rozlicz::intake::book::{self, ReadSheet, ReadValue};
use rozlicz::pipeline::{self, Job};
use rozlicz::units::{Day, Exact};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// A municipality's own report as sheets read back, and its row of the collective form.
fn municipality(input: &str, model: &mut Model) -> (Vec<ReadSheet>, Row) {
    let job = Job { inputs: vec![root().join(input)], as_of: Day::new(2026, 1, 20), ..Job::default() };
    let mut run = pipeline::run(&job).expect("the tables are read");
    let programme = run.programme.clone().expect("an edition");
    let facts = FormFacts::new(&run.submission, &programme, job.as_of.expect("a day"));
    let papers = pipeline::papers(&mut run, &Forms::built_in(), false).expect("the form is sound");
    let bytes = papers.expect("figures").bytes().expect("a workbook").to_send;
    let own = book::read("sprawozdanie.xlsx", &bytes).expect("is read back").sheets;
    let figures = figures_of(run.settled.as_mut().expect("settled"), &facts);
    let mut row = Row::of_figures(model, figures.iter().map(|(field, value)| (field, value)));
    let name = run.submission.agreement.municipality.as_ref().map_or("", |name| name.value.as_str());
    row.text(named("agreement.municipality").expect("a field"), name);
    row.derive(model);
    (own, row)
}

/// Fills the edition's forms, has them computed by the second engine, and reads the file back.
fn collective(edition: &str, rows: Vec<Row>, model: &mut Model) -> Vec<ReadSheet> {
    let collected = Collected { rows, ..Collected::default() };
    let built_in = Forms::built_in();
    let mut sheets = Vec::new();
    for form in built_in.collective_for(edition).expect("the forms are sound") {
        sheets.extend(forms::fill_collective(&form, model, &FormFacts::default(), &collected));
    }
    let book = Book { title: "Zbiorcze".into(), created: Day::new(2026, 1, 31).expect("a day"), sheets };
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("zbiorcze.xlsx");
    pipeline::witnessed(&book, model).expect("computed twice alike").put(&file, false).expect("is written");
    book::read("zbiorcze.xlsx", &std::fs::read(&file).expect("read")).expect("a workbook").sheets
}

fn sheet<'s>(sheets: &'s [ReadSheet], name: &str) -> Option<&'s ReadSheet> {
    sheets.iter().find(|s| s.name == name)
}

/// The row that bears the label in its first column.
fn labelled(sheet: &ReadSheet, label: &str) -> u32 {
    let is = |value: &ReadValue| matches!(value, ReadValue::Text(text) if text == label);
    let found = sheet.cells.iter().find(|((_, column), cell)| *column == 0 && is(&cell.value));
    found.map(|((row, _), _)| *row).expect("a row with the label")
}

fn number(sheet: &ReadSheet, row: u32, column: u32) -> Option<Exact> {
    match &sheet.cells.get(&(row, column))?.value {
        ReadValue::Number(n) => Some(n.clone()),
        _ => None,
    }
}

fn is_formula(sheet: &ReadSheet, row: u32, column: u32) -> bool {
    sheet.cells.get(&(row, column)).is_some_and(|cell| cell.formula.is_some())
}

/// Row of a table with one row: the one under the column numbers.
fn under_numbers(sheet: &ReadSheet, columns: u32) -> u32 {
    let numbered =
        |row: u32| (1..columns).all(|c| number(sheet, row, c) == Some(Exact::whole(i64::from(c) + 1)));
    (0..40).find(|row| numbered(*row)).expect("a row of column numbers") + 1
}

/// The sum over municipalities of a figure of their reports, to the grosz; reports without the sheet have none.
fn sum(reports: &[Vec<ReadSheet>], name: &str, row: impl Fn(&ReadSheet) -> u32, column: u32) -> Exact {
    let found = reports.iter().filter_map(|sheets| sheet(sheets, name));
    found.filter_map(|s| number(s, row(s), column)).sum::<Exact>().round_half_up(4)
}

fn total(sheet: &ReadSheet, column: u32) -> Exact {
    number(sheet, labelled(sheet, "ogółem"), column).expect("a total").round_half_up(4)
}

#[test]
fn the_totals_of_2025_are_the_sums_of_the_municipalities_reports() {
    let mut model = Model::default();
    let inputs = [
        "sample-data/gmina-2025",
        "tests/cases/d-2025/determinations/input",
        "tests/cases/d-2025/supplement-alone/input",
    ];
    let (reports, rows): (Vec<_>, Vec<_>) = inputs.iter().map(|i| municipality(i, &mut model)).unzip();
    let done = collective("asystent-rodziny-2025", rows, &mut model);
    let part = |name: &str| sheet(&done, name).expect("a part");
    let own_total = |s: &ReadSheet| labelled(s, "ogółem");
    // Part 1: columns 4 to 10; 2 and 3 are blank in the municipalities' reports.
    for column in 3..10 {
        assert_eq!(total(part("Część 1"), column), sum(&reports, "Część 1", own_total, column), "1.{column}");
    }
    for column in 1..7 {
        assert_eq!(total(part("Część 2"), column), sum(&reports, "Część 2", own_total, column), "2.{column}");
    }
    let only = |s: &ReadSheet| under_numbers(s, 7);
    for column in 2..7 {
        assert_eq!(total(part("Część 3"), column), sum(&reports, "Część 3", only, column), "3.{column}");
    }
    // Part 4 has the name in a column without a number, so all stand one further right.
    let only = |s: &ReadSheet| under_numbers(s, 10);
    for column in 1..10 {
        let found = total(part("Część 4"), column + 1);
        assert_eq!(found, sum(&reports, "Część 4", only, column), "4.{column}");
    }
    assert!(!total(part("Część 1"), 3).is_zero() && !total(part("Część 3"), 4).is_zero());
    let one = part("Część 1");
    let first = under_numbers(one, 10);
    for column in [5, 6, 9] {
        assert!(is_formula(one, first, column), "column {} is live", column + 1);
    }
    assert!((1..10).all(|column| is_formula(one, labelled(one, "ogółem"), column)));
    // Supplements alone: nothing in parts 3 and 4 but the name.
    let three = part("Część 3");
    let last = labelled(three, "ogółem") - 1;
    assert!((1..7).all(|column| number(three, last, column).is_none()));
    assert_eq!(number(part("Część 4"), labelled(part("Część 4"), "ogółem"), 1), None, "no sum of averages");
}

#[test]
fn the_totals_of_2024_are_the_sums_of_both_rounds() {
    let mut model = Model::default();
    let inputs = ["sample-data/gmina-2024", "tests/cases/d-2024/two-rounds/input"];
    let (reports, rows): (Vec<_>, Vec<_>) = inputs.iter().map(|i| municipality(i, &mut model)).unzip();
    let done = collective("asystent-rodziny-2024", rows, &mut model);
    let part = |name: &str| sheet(&done, name).expect("a part");
    let own_total = |s: &ReadSheet| labelled(s, "ogółem");
    for column in 4..18 {
        let own = sum(&reports, "Część 1.1", own_total, column);
        assert_eq!(total(part("Część 1"), column), own, "1.{column}");
    }
    // Annex 2 has the whole year in columns 6 and 7, which annex 3 leaves out.
    let only = |s: &ReadSheet| under_numbers(s, 15);
    for column in 5..13 {
        let own = sum(&reports, "Część 3", only, column + 2);
        assert_eq!(total(part("Część 3"), column), own, "3.{column}");
    }
    for (round, column) in [("I-VI", 5), ("VII-XII", 9)] {
        assert!(!total(part("Część 3"), column).is_zero(), "{round}");
    }
}

#[test]
fn the_totals_of_2023_are_the_sums_of_the_municipalities_total_rows() {
    let mut model = Model::default();
    let inputs = [
        "tests/cases/c-2023/service-by-hours/input",
        "tests/cases/c-2023/ochotnica-dolna-level-not-given/input",
    ];
    let (reports, rows): (Vec<_>, Vec<_>) = inputs.iter().map(|i| municipality(i, &mut model)).unzip();
    let done = collective("asystent-rodziny-2023", rows, &mut model);
    let name = "Sprawozdanie 2023";
    let table = sheet(&done, name).expect("the table");
    let own_total = |s: &ReadSheet| labelled(s, "ogółem");
    for column in 1..10 {
        assert_eq!(total(table, column), sum(&reports, name, own_total, column), "{column}");
    }
    // Posts stand in columns 11 and 12 of annex 2, in 12 and 13 of annex 3; assistants are counted in 19 and 20.
    for column in [10, 11] {
        assert_eq!(total(table, column + 1), sum(&reports, name, own_total, column), "{column}");
    }
    let forms = sum(&reports, name, own_total, 18) + sum(&reports, name, own_total, 19);
    assert_eq!(total(table, 10), forms, "each works under one form of contract");
}

/// Texts and numbers of the row that bears the code.
fn row_of(sheet: &ReadSheet, code: &str) -> Vec<String> {
    let is = |value: &ReadValue| matches!(value, ReadValue::Text(text) if text == code);
    let found = sheet.cells.iter().find(|(_, cell)| is(&cell.value)).map(|((row, _), _)| *row);
    let row = found.expect("a row with the code");
    (0..24)
        .map(|column| match sheet.cells.get(&(row, column)).map(|cell| &cell.value) {
            Some(ReadValue::Text(text)) => text.clone(),
            Some(ReadValue::Number(n)) => n.to_short(4),
            _ => String::new(),
        })
        .collect()
}

#[test]
fn the_list_of_an_edition_without_a_form_shows_what_the_register_knows() {
    use rozlicz::consolidate::sheets::By;
    use rozlicz::pipeline::consolidate::{self, ConsolidateJob};
    let folder = tempfile::tempdir().expect("a folder");
    let register = folder.path().join("rejestr.csv");
    let text = "Kod TERYT;Powiat;Gmina;Wnioskowano (zł);Oświadczenie (TAK/NIE);Data zwrotu;Data wpływu rozliczenia\n\
                2404152;częstochowski;Rędziny;30 000,00;TAK;2020-01-20;2020-01-10\n";
    std::fs::write(&register, text).expect("a register");
    let day = Day::new(2020, 1, 31).expect("a day");
    let job = ConsolidateJob {
        inputs: vec![root().join("sample-data/redziny-2019")],
        as_of: Some(day),
        register: Some(register),
        by: By::ALL.to_vec(),
        ..ConsolidateJob::default()
    };
    let done = consolidate::consolidate(&job).expect("consolidated");
    let (book, model) = consolidate::book(&done).expect("a book");
    let file = folder.path().join("zbiorcze.xlsx");
    pipeline::witnessed(&book, &model).expect("computed twice alike").put(&file, false).expect("is written");
    let sheets =
        book::read("zbiorcze.xlsx", &std::fs::read(&file).expect("read")).expect("a workbook").sheets;
    let list = sheet(&sheets, "Zestawienie").expect("F7");
    let row = row_of(list, "2404152");
    assert_eq!(row[..4], ["1", "2404152", "częstochowski", "Rędziny"]);
    assert_eq!([row[7].as_str(), row[11].as_str()], ["30000", "przyjęto"]);
    let days = [&row[18], &row[21]].map(|serial| serial.parse::<i64>().ok().and_then(Day::from_serial));
    assert_eq!(days, [Day::new(2020, 1, 20), Day::new(2020, 1, 10)]);
    assert_eq!(row[16], total_of(&done, "all.co_financing"));
}

fn total_of(done: &rozlicz::pipeline::consolidate::Consolidated, name: &str) -> String {
    let values = done.entries.iter().filter_map(|entry| entry.figures.whole(name).cloned());
    values.sum::<Exact>().to_short(4)
}

/// A register that knows everything that a collective form may ask of it.
const REGISTER: &str = "\
Kod TERYT;Powiat;Gmina;Numer umowy;Data umowy;Numer aneksu;Data aneksu;Wnioskowano (zł);Oświadczenie (TAK/NIE);\
Przyznano - dodatki (zł);Przyznano - koszty zatrudnienia (zł);Przekazano - dodatki I-VI (zł);\
Przekazano - dodatki VII-XII (zł);Przekazano - koszty zatrudnienia I-VI (zł);\
Przekazano - koszty zatrudnienia VII-XII (zł);Zwrócono (zł);Data zwrotu;Data wpływu sprawozdania;Liczba etatów
1206042;krakowski;Przykładowa;6/2025;18.12.2025;;;30 000,00;TAK;1 000,00;20 000,00;600,00;400,00;9 000,00;10 500,00;150,25;12.01.2026;10.01.2026;2,5
1206042;krakowski;Przykładowa;6/2025;18.12.2025;1;22.12.2025;;;1 100,00;;;;;;;;;
";

/// What stands in the municipality's row of the collective form, under the first heading that begins so.
fn under(book: &Book, model: &Model, (part, heading): (&str, &str)) -> String {
    use rozlicz::grid::Content;
    let sheet =
        book.sheets.iter().filter(|s| s.official).find(|s| s.name.starts_with(part)).expect("the part");
    let text = |wanted: &dyn Fn(&str) -> bool| {
        let is = |content: &Content| matches!(content, Content::Text(text) if wanted(text));
        sheet.cells.iter().find(|(_, cell)| is(&cell.content)).map(|(at, _)| *at)
    };
    let (row, _) = text(&|text| text == "Przykładowa").expect("the municipality's row");
    let (_, column) = text(&|text| text.starts_with(heading)).expect(heading);
    match sheet.cells.get(&(row, column)).map(|cell| &cell.content) {
        Some(Content::Text(text)) => text.clone(),
        Some(Content::Node(id)) if !model.value(*id).is_blank() => model.number(*id).to_short(2),
        _ => String::new(),
    }
}

/// The collective workbook of a hand-filled form that leaves blank what municipalities leave blank.
fn from_register(edition: &str, text: &str, teryt: &str) -> (Book, Model, rozlicz::consolidate::Entry) {
    use rozlicz::consolidate::compare::{Office, compare, rows_by_name};
    use rozlicz::consolidate::sheets::{self, BookFacts};
    use rozlicz::consolidate::{Entry, EntryFile, FigureKey, Kind, Register};
    let mut register =
        Register::of(rozlicz::intake::register::read("rejestr.csv", text.replace("\\\n", "").as_bytes()));
    let file = EntryFile { path: "a.xlsx".to_owned(), sha256: "1".repeat(64), bytes: 1 };
    let mut entry = Entry::of(vec![file], Kind::Form);
    entry.teryt = Some(teryt.to_owned());
    (entry.municipality, entry.edition) = (Some("Przykładowa".to_owned()), Some(edition.to_owned()));
    for name in ["supplement.co_financing", "employment.cost", "employment.co_financing"] {
        entry.figures.set(FigureKey::named(name, None).expect("a figure of a form"), Exact::whole(1));
    }
    let mut entries = [entry];
    let office = Office { register: Some(&register), ..Office::default() };
    compare(&mut entries, &office);
    let by_name = rows_by_name(&mut entries, &office);
    register.learn(by_name);
    let forms = Forms::built_in().collective_for(edition).expect("the forms are sound");
    let mut facts = BookFacts::of(&entries, Day::new(2026, 1, 31).expect("a day"));
    (facts.register, facts.forms) = (Some(&register), &forms);
    let mut model = Model::default();
    let book = sheets::book(&facts, &mut model);
    let [entry] = entries;
    (book, model, entry)
}

/// Part, how its heading begins, what stands under it.
type Column<'a> = (&'a str, &'a str, &'a str);

#[test]
fn every_column_that_the_register_knows_is_filled_on_every_collective_form() {
    let day = |text: &str| Day::parse_iso(text).expect("a day").serial().to_string();
    let (agreed, returned, came) = (day("2025-12-18"), day("2026-01-12"), day("2026-01-10"));
    let forms: [(&str, Vec<Column<'_>>); 5] = [
        (
            "asystent-rodziny-2023",
            vec![("", "Kwota środków z umowy", "21100"), ("", "Przekazana przez UW kwota", "20500")],
        ),
        (
            "asystent-rodziny-2024",
            vec![
                ("Część 1", "Maksymalna kwota środków z umowy", "1100"),
                (
                    "Część 1",
                    "Przekazana przez UW kwota środków na dofinansowanie dodatków do wynagrodzeń za okres 1 stycznia",
                    "600",
                ),
                (
                    "Część 1",
                    "Przekazana przez UW kwota środków na dofinansowanie dodatków do wynagrodzeń za okres 1 lipca",
                    "400",
                ),
                ("Część 3", "Maksymalna kwota środków z umowy", "20000"),
                (
                    "Część 3",
                    "Przekazana przez UW kwota środków na dofinansowanie kosztów zatrudnienia za okres 1 stycznia",
                    "9000",
                ),
                (
                    "Część 3",
                    "Przekazana przez UW kwota środków na dofinansowanie kosztów zatrudnienia za okres 1 lipca",
                    "10500",
                ),
                (
                    "Część 3",
                    "Przekazana przez UW kwota środków na dofinansowanie kosztów zatrudnienia łącznie",
                    "19500",
                ),
            ],
        ),
        (
            "asystent-rodziny-2025",
            vec![
                ("Część 1", "Maksymalna kwota środków z umowy", "1100"),
                ("Część 1", "Przekazana przez Wojewodę kwota", "1000"),
                ("Część 3", "Maksymalna kwota środków z umowy", "20000"),
                ("Część 3", "Przekazana przez Wojewodę kwota", "19500"),
            ],
        ),
        (
            "asystent-rodziny-2019",
            vec![
                ("Zestawienie", "Wnioskowano", "30000"),
                ("Zestawienie", "Przyznano dodatki", "1100"),
                ("Zestawienie", "Przyznano koszty", "20000"),
                ("Zestawienie", "Przyznano razem", "21100"),
                ("Zestawienie", "Oświadczenie", "przyjęto"),
                ("Zestawienie", "Data umowy", &agreed),
                ("Zestawienie", "Przekazano", "20500"),
                ("Zestawienie", "Zwrócono", "150.25"),
                ("Zestawienie", "Data zwrotu", &returned),
                ("Zestawienie", "Data wpływu", &came),
            ],
        ),
        (
            "dodatek-motywacyjny-2024-2027",
            vec![("", "Czy jednostka samorządu", "NIE"), ("", "wg podziału dotacji", "2.5")],
        ),
    ];
    for (edition, columns) in forms {
        let (book, model, entry) = from_register(edition, REGISTER, "1206042");
        for (part, heading, wanted) in columns {
            assert_eq!(under(&book, &model, (part, heading)), wanted, "{edition} {part} {heading}");
        }
        let told = entry.remarks.iter().find(|r| r.code == "register-amounts-taken").expect("the mark");
        for part in ["Przyznano – dodatki", "Przekazano – koszty zatrudnienia, VII-XII", "Zwrócono – razem"]
        {
            assert!(told.message.contains(part), "{}", told.message);
        }
        assert!(told.file == "rejestr.csv" && !told.cell.is_empty(), "its first cell in the register");
    }
}

#[test]
fn what_the_ministers_list_knows_of_a_name_stands_on_the_form() {
    let list = "Nazwa;Liczba asystentów;Liczba etatów;Kwota\nUG Przykładowa;3;2,5;7 500,00\n";
    let (book, model, _) = from_register("dodatek-motywacyjny-2024-2027", list, "1206042");
    assert_eq!(under(&book, &model, ("", "wg podziału dotacji")), "2.5", "the row has no code");
}
