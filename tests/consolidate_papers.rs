//! The papers of a roll-up as the office signs them: what was returned, sums that are not whole, cards, the sibling's list.

use std::collections::BTreeMap;

use rozlicz::calc::Model;
use rozlicz::consolidate::cards::{Facts, card};
use rozlicz::consolidate::sheets::by::{self, KEYS};
use rozlicz::consolidate::sheets::{self, BookFacts, By, names};
use rozlicz::consolidate::{Entry, EntryFile, FigureKey, Kind, MonthRow, Register, Verdict};
use rozlicz::forms::{FormDefinition, Forms};
use rozlicz::grid::{Book, Content, Sheet};
use rozlicz::intake::register::read;
use rozlicz::pipeline::witnessed;
use rozlicz::units::{Day, Exact, Money};

fn day() -> Day {
    Day::new(2026, 1, 30).expect("a day")
}

fn register(text: &str) -> Register {
    Register::of(read("rejestr.csv", text.as_bytes()))
}

fn forms(edition: &str) -> Vec<FormDefinition> {
    Forms::built_in().collective_for(edition).expect("collective forms of the edition")
}

/// A report with amounts in whole złoty.
fn entry(teryt: &str, name: &str, figures: &[(&str, i64)]) -> Entry {
    let file = EntryFile { path: format!("{teryt}.xlsx"), sha256: format!("digest of {teryt}"), bytes: 1 };
    let mut entry = Entry::of(vec![file], Kind::Form);
    (entry.teryt, entry.municipality) = (Some(teryt.to_owned()), Some(name.to_owned()));
    for (name, amount) in figures {
        let key = FigureKey::parse(name).expect("a figure of a form");
        entry.figures.set(key, Exact::whole(*amount));
    }
    entry
}

/// Figures of a municipality that used 900 of the 1000 that it got.
const USED: [(&str, i64); 4] = [
    ("supplement.transferred", 1_000),
    ("supplement.co_financing", 900),
    ("supplement.own_contribution", 300),
    ("supplement.interest", 5),
];

fn sheet<'a>(book: &'a Book, name: &str) -> &'a Sheet {
    book.sheets.iter().find(|sheet| sheet.name == name).expect("the sheet asked for")
}

/// What the cells of a row show, by the heading of their column: amounts with two decimals, texts as they are.
fn line(sheet: &Sheet, model: &Model, label: &str) -> BTreeMap<String, String> {
    let text = |at: (u32, u32)| match &sheet.cells.get(&at)?.content {
        Content::Text(text) => Some(text.clone()),
        Content::Number(n) => Some(n.to_fixed(2)),
        Content::Node(id) if !model.value(*id).is_blank() => Some(model.number(*id).to_fixed(2)),
        Content::Node(_) | Content::Blank => None,
    };
    let at =
        sheet.cells.keys().rfind(|at| text(**at).as_deref() == Some(label)).expect("a row with the label");
    let heading = |column: u32| {
        let above = (0..at.0).rev().filter_map(|row| sheet.cells.get(&(row, column)).map(|cell| (row, cell)));
        let mut headings = above.filter(|(_, cell)| cell.role == rozlicz::grid::Role::Heading);
        headings.find_map(|(row, _)| text((row, column))).unwrap_or_default()
    };
    let cells = sheet.cells.range((at.0, 0)..(at.0 + 1, 0));
    cells.filter_map(|((_, column), _)| Some((heading(*column), text((at.0, *column))?))).collect()
}

fn texts(sheet: &Sheet) -> Vec<&str> {
    let text = |cell: &'_ rozlicz::grid::Cell| matches!(cell.content, Content::Text(_));
    sheet
        .cells
        .values()
        .filter(|cell| text(cell))
        .map(|cell| match &cell.content {
            Content::Text(text) => text.as_str(),
            _ => "",
        })
        .collect()
}

const DUE: &str = "Do zwrotu z odsetkami (zł)";
const RETURNED: &str = "Zwrócono bez odsetek (zł)";
const LEFT: &str = "Pozostało do zwrotu bez odsetek (zł)";

#[test]
fn what_was_returned_and_what_is_left_stand_beside_what_is_due_and_blank_where_nobody_knows() {
    let mut own = entry("1206022", "Dolna", &USED);
    own.figures.set(FigureKey::parse("all.returned").expect("a figure"), Exact::whole(60));
    let entries = [own, entry("1206032", "Górna", &USED), entry("1206042", "Leśna", &USED)];
    let register = register("Kod TERYT;Gmina;Zwrócono (zł)\n1206022;Dolna;99\n1206042;Leśna;130\n");
    let forms = forms("asystent-rodziny-2025");
    let mut facts = BookFacts::of(&entries, day());
    (facts.forms, facts.register) = (&forms, Some(&register));
    let mut model = Model::default();
    let book = sheets::book(&facts, &mut model);
    let powiat = sheet(&book, "Powiat 1206");
    let of = |label: &str| {
        let line = line(powiat, &model, label);
        [DUE, RETURNED, LEFT].map(|heading| line.get(heading).cloned().unwrap_or_default())
    };
    // 100 not used and 5 of interest; the principal is 100.
    assert_eq!(of("Dolna"), ["105.00", "60.00", "40.00"], "the report's own word, not the register's");
    assert_eq!(of("Górna"), ["105.00", "", ""], "nobody tells: blank, not zero");
    assert_eq!(
        of("Leśna"),
        ["105.00", "130.00", "0.00"],
        "the register's; paid too much is not owed by others"
    );
    assert_eq!(of("Razem"), ["315.00", "190.00", "40.00"]);
    assert!(texts(powiat).iter().any(|text| text.starts_with("Suma niepełna") && text.ends_with("Górna.")));
    let overview = sheet(&book, names::OVERVIEW);
    assert_eq!(overview.pages_wide, None, "charts lie over all of its columns");
    let told = line(overview, &model, "Pozostało do zwrotu, bez odsetek (zł)");
    assert_eq!(told["Wartość"], "40.00");
    assert!(told["Wyjaśnienie"].ends_with("znane dla 2 z 3 gmin"), "{told:?}");
    assert!(witnessed(&book, &model).is_ok());
}

#[test]
fn a_total_that_lacks_an_amount_is_told_on_every_page_and_by_name() {
    let full = [&USED[..], &[("supplement.awarded", 2_000)]].concat();
    let mut rejected = entry("1206052", "Zła", &full);
    rejected.verdict = Verdict::Rejected;
    let employment =
        [("employment.awarded", 7), ("employment.transferred", 7), ("employment.co_financing", 7)];
    let entries = [
        entry("1206022", "Dolna", &full),
        entry("1206032", "Górna", &USED),
        rejected,
        entry("1206062", "Jedna", &employment),
    ];
    let forms = forms("asystent-rodziny-2025");
    let mut facts = BookFacts::of(&entries, day());
    facts.forms = &forms;
    let book = sheets::book(&facts, &mut Model::default());
    let foot = |name: &str| sheet(&book, name).footer.clone();
    assert_eq!(
        foot("Część 1"),
        "Sumy niepełne; gmin odrzuconych: 1, gmin bez kwoty w kol. 2: 1. Nazwy: arkusz Przegląd.",
        "Jedna does not use the component, so it lacks nothing"
    );
    assert_eq!(foot("Część 3"), "Sumy niepełne; gmin odrzuconych: 1. Nazwy: arkusz Przegląd.");
    let overview = texts(sheet(&book, names::OVERVIEW));
    assert!(overview.contains(&"Część 1, kolumna 2"), "{overview:?}");
    assert!(overview.contains(&"Gmina nie podała kwoty: Górna (1206032)."), "{overview:?}");
}

#[test]
fn an_amount_of_one_component_alone_is_told_where_the_sum_of_both_lacks_it() {
    let part = [
        ("supplement.co_financing", 900),
        ("supplement.own_contribution", 300),
        ("employment.transferred", 17_200),
        ("employment.co_financing", 17_200),
    ];
    let entries = [entry("1206022", "Dolna", &USED), entry("1206032", "Górna", &part)];
    let forms = forms("asystent-rodziny-2025");
    let mut facts = BookFacts::of(&entries, day());
    facts.forms = &forms;
    let book = sheets::book(&facts, &mut Model::default());
    let overview = texts(sheet(&book, names::OVERVIEW));
    let told = overview.iter().find(|text| text.starts_with("przez wojewodę")).expect("the note");
    assert_eq!(
        *told,
        "przez wojewodę, bez odejmowania zwrotów; znane dla 1 z 2 gmin; gmin z kwotą tylko jednego składnika: 1 (ta kwota jest w sprawozdaniu, tutaj nie)"
    );
}

#[test]
fn what_the_form_shows_once_for_all_stands_beside_every_municipality_that_told_it() {
    let level = [
        ("employment.co_financing", 30),
        ("employment.own_contribution", 70),
        ("employment.cost", 100),
        ("employment.awarded", 30),
        ("employment.transferred", 30),
        ("municipality.level", 1),
    ];
    let entries = [entry("1206022", "Dolna", &level), entry("1206032", "Górna", &level)];
    let forms = forms("asystent-rodziny-2025");
    let mut facts = BookFacts::of(&entries, day());
    facts.forms = &forms;
    let mut model = Model::default();
    let book = sheets::book(&facts, &mut model);
    let of = |name: &str| line(sheet(&book, names::DATA), &model, name).get("Poziom dofinansowania").cloned();
    assert_eq!((of("Dolna").as_deref(), of("Górna").as_deref()), (Some("1.00"), Some("1.00")));
    assert!(witnessed(&book, &model).is_ok());
}

#[test]
fn whole_totals_have_nothing_at_the_foot() {
    let full = [&USED[..], &[("supplement.awarded", 2_000)]].concat();
    let entries = [entry("1206022", "Dolna", &full)];
    let forms = forms("asystent-rodziny-2025");
    let mut facts = BookFacts::of(&entries, day());
    facts.forms = &forms;
    let book = sheets::book(&facts, &mut Model::default());
    assert_eq!(sheet(&book, "Część 1").footer, "");
    assert!(!texts(sheet(&book, names::OVERVIEW)).contains(&"Sumy niepełne w sprawozdaniu"));
}

#[test]
fn a_card_tells_the_powiat_by_its_code_and_by_its_name_where_a_neighbour_is_known() {
    let told = |text: Option<&str>, teryt: &str| {
        let register = text.map(register);
        let facts = Facts { programme: None, register: register.as_ref(), as_of: day() };
        let made = card(&entry(teryt, "Dolna", &USED), "karta.xlsx", &facts);
        let sheet = &made.book.sheets[0];
        let at = sheet.cells.iter().find(|(_, cell)| cell.content == Content::Text("Powiat".to_owned()));
        let row = at.expect("the label").0.0;
        match &sheet.cells[&(row, 1)].content {
            Content::Text(text) => text.clone(),
            other => format!("{other:?}"),
        }
    };
    assert_eq!(told(None, "0412022"), "0412 (kod powiatu z kodu TERYT)");
    assert_eq!(told(None, "0461011"), "0461 (miasto na prawach powiatu)");
    let neighbour = "Kod TERYT;Powiat;Gmina;Numer umowy\n0412032;rypiński;Inna;7\n";
    assert_eq!(told(Some(neighbour), "0412022"), "0412 rypiński");
}

#[test]
fn a_card_adds_both_components_and_shows_what_is_left_to_return() {
    let both = [&USED[..], &[("employment.co_financing", 50), ("employment.own_contribution", 10)]].concat();
    let mut own = entry("1206022", "Dolna", &both);
    own.figures.complete();
    own.figures.set(FigureKey::parse("all.return_total").expect("a figure"), Exact::whole(105));
    let register = register("Kod TERYT;Gmina;Zwrócono (zł)\n1206022;Dolna;70\n");
    let facts = Facts { programme: None, register: Some(&register), as_of: day() };
    let made = card(&own, "karta.xlsx", &facts);
    let sheet = &made.book.sheets[0];
    let of = |label: &str| line(sheet, &made.model, label).get("Razem").cloned();
    assert!(sheet.portrait && sheet.close_up, "one upright page where what it says allows it");
    assert_eq!(of("Wykorzystano").as_deref(), Some("950.00"));
    assert_eq!(of("Zwrócono (należność główna)").as_deref(), Some("70.00"));
    assert_eq!(of("Pozostało do zwrotu (bez odsetek)").as_deref(), Some("35.00"));
    assert!(witnessed(&made.book, &made.model).is_ok());
}

#[test]
fn the_list_of_all_who_asked_names_who_gave_up_and_who_owes_a_settlement() {
    let settled = [
        ("supplement.transferred", 1_000),
        ("supplement.co_financing", 900),
        ("all.transferred", 1_000),
        ("all.co_financing", 900),
        ("all.unused", 100),
    ];
    let mut rejected = entry("1206032", "Górna", &settled);
    rejected.verdict = Verdict::Rejected;
    let entries = [entry("1206022", "Dolna", &settled), rejected];
    let register = register(
        "Kod TERYT;Gmina;Oświadczenie (TAK/NIE);Liczba asystentów;Przyznano (zł);Przekazano (zł)\n\
         1206022;Dolna;TAK;1;1000;1000\n1206032;Górna;TAK;2;2000;2000\n\
         1206042;Cicha;TAK;3;3000;3000\n1206052;Wolna;NIE;4;4000;\n",
    );
    let forms = forms("dodatek-motywacyjny-2024-2027");
    let mut facts = BookFacts::of(&entries, day());
    (facts.forms, facts.register) = (&forms, Some(&register));
    let mut model = Model::default();
    let book = sheets::book(&facts, &mut model);
    let list = sheet(&book, "Informacja końcowa");
    let of = |label: &str| {
        let line = line(list, &model, label);
        let cell = |heading: &str| line.get(heading).cloned().unwrap_or_default();
        [
            cell("Czy jednostka samorządu terytorialnego zrezygnowała z przyznanej dotacji?"),
            cell("Nierozliczona kwota dotacji (w zł)"),
            cell("Liczba osób, których dotyczy nierozliczona kwota dotacji"),
        ]
    };
    assert_eq!(of("Dolna"), ["NIE", "0.00", "0.00"], "used and to return: all is settled");
    assert_eq!(of("Górna"), ["NIE", "2000.00", "2.00"], "a rejected settlement settles nothing");
    assert_eq!(of("Cicha"), ["NIE", "3000.00", "3.00"]);
    assert_eq!(of("Wolna"), ["TAK", "", ""], "who got nothing owes nothing");
    assert_eq!(of("RAZEM dla województwa")[1], "5000.00");
    assert!(witnessed(&book, &model).is_ok());
}

#[test]
fn tables_for_programs_have_the_figures_of_the_workbook() {
    let mut first = entry("1206022", "Dolna", &USED);
    let zloty = |amount: i64| Money::from_grosze(amount * 100);
    first.months.push(MonthRow {
        assistant: "A1".to_owned(),
        month: "2025-03".to_owned(),
        form: "service".to_owned(),
        posts: Exact::whole(1),
        wage_cost: None,
        supplement_cost: zloty(1_200),
        supplement_co_financing: zloty(900),
        employment_co_financing: zloty(0),
        own_contribution: zloty(300),
    });
    let entries = [first, entry("1207022", "Górna", &USED)];
    let mut facts = BookFacts::of(&entries, day());
    facts.by = &[By::Month, By::Powiat];
    let tables = by::figures(&facts);
    let used = KEYS.iter().position(|key| *key == "supplement.co_financing").expect("a column");
    let told = tables.iter().map(|table| {
        let groups = table.groups.iter();
        let groups =
            groups.map(|(label, sums)| (label.as_str(), sums[used].as_ref().map(|sum| sum.to_fixed(2))));
        (table.by, groups.collect::<Vec<_>>())
    });
    let told: Vec<_> = told.collect();
    let amount = || Some("900.00".to_owned());
    assert_eq!(
        told,
        [
            (By::Powiat, vec![("1206 (małopolskie)", amount()), ("1207 (małopolskie)", amount())]),
            (By::Month, vec![("03.2025", amount()), ("tylko formularz (bez miesięcy)", amount())]),
        ]
    );
}

const PER_POST: &str = "Dofinansowanie na etat (zł)";

#[test]
fn co_financing_of_a_post_takes_money_and_posts_of_the_same_municipalities() {
    let given = [("employment.co_financing", 30_000), ("employment.own_contribution", 1)];
    let posts = [&given[..], &[("municipality.average_posts", 2)]].concat();
    let entries = [entry("1206022", "Dolna", &posts), entry("1206032", "Górna", &given)];
    let forms = forms("asystent-rodziny-2025");
    let mut facts = BookFacts::of(&entries, day());
    facts.forms = &forms;
    let mut model = Model::default();
    let book = sheets::book(&facts, &mut model);
    let powiat = sheet(&book, "Powiat 1206");
    assert_eq!(line(powiat, &model, "Dolna")[PER_POST], "15000.00");
    assert_eq!(line(powiat, &model, "Razem")[PER_POST], "15000.00", "not 60 000 over the posts of one");
    let said = texts(powiat);
    assert!(
        said.iter().any(|text| text.starts_with("Dofinansowanie na etat w wierszu Razem nie obejmuje")
            && text.ends_with("Górna.")),
        "{said:?}"
    );
    let overview = sheet(&book, names::OVERVIEW);
    let first =
        |at: &&(u32, u32)| at.1 == 0 && overview.cells[*at].content == Content::Text(PER_POST.to_owned());
    let row = overview.cells.keys().find(first).expect("a key figure").0;
    let Content::Node(mean) = overview.cells[&(row, 1)].content else { unreachable!("a figure") };
    assert_eq!(model.number(mean).to_fixed(2), "15000.00");
    let note = format!("{:?}", overview.cells[&(row, 2)].content);
    assert!(note.contains("znane dla 1 z 2 gmin"), "{note}");
    let posts = line(overview, &model, "Etaty (suma średnich gmin)");
    assert!(posts["Wyjaśnienie"].ends_with("znane dla 1 z 2 gmin"), "{posts:?}");
    assert!(witnessed(&book, &model).is_ok());
}

#[test]
fn a_component_that_nobody_tells_has_no_line_of_zero() {
    let entries = [entry("1206022", "Dolna", &USED)];
    let mut model = Model::default();
    let book = sheets::book(&BookFacts::of(&entries, day()), &mut model);
    let overview = sheet(&book, names::OVERVIEW);
    assert!(!texts(overview).contains(&"Wykorzystano na koszty zatrudnienia (zł)"));
    assert_eq!(line(overview, &model, "Wykorzystano na dodatki (zł)")["Wartość"], "900.00");
    assert_eq!(line(overview, &model, "Kontrola: arkusze powiatów − sprawozdanie (zł)")["Wartość"], "0.00");
    assert!(witnessed(&book, &model).is_ok());
}

#[test]
fn the_cost_by_months_is_tied_to_the_cells_of_the_official_form() {
    let full = [&USED[..], &[("supplement.cost", 1_200)]].concat();
    let entries = [entry("1206022", "Dolna", &full)];
    let forms = forms("asystent-rodziny-2025");
    let mut facts = BookFacts::of(&entries, day());
    (facts.forms, facts.by) = (&forms, &[By::Month]);
    let mut model = Model::default();
    let book = sheets::book(&facts, &mut model);
    let told = line(sheet(&book, "Wg miesięcy"), &model, "Według sprawozdania wojewódzkiego");
    assert_eq!(told["Koszt dodatków (zł)"], "1200.00");
    let typed = book.sheets.iter().find(|sheet| sheet.name == names::DATA);
    let typed = typed.map(texts).unwrap_or_default();
    assert!(!typed.contains(&"Koszt (zł) – dodatki"), "the cost is typed nowhere: it follows from part 1");
    assert!(witnessed(&book, &model).is_ok());
}

#[test]
fn a_card_of_a_rejected_report_does_not_say_that_its_amounts_are_in_the_sums() {
    let mut rejected = entry("1206022", "Dolna", &USED);
    rejected.verdict = Verdict::Rejected;
    rejected.filled.push("supplement.transferred".to_owned());
    let register = register("Kod TERYT;Gmina;Zwrócono (zł)\n1206022;Dolna;70\n");
    let facts = Facts { programme: None, register: Some(&register), as_of: day() };
    let made = card(&rejected, "karta.xlsx", &facts);
    let said = texts(&made.book.sheets[0]).join("\n");
    assert!(!said.contains("do sum wzięto"), "{said}");
    assert!(said.contains("zna ją tylko rejestr"), "{said}");
}

#[test]
fn families_of_a_form_without_its_part_on_money_stand_in_the_official_table_too() {
    let part_4 = [("municipality.average_posts_employment", 1), ("municipality.families", 10)];
    let given = [&USED[..], &part_4].concat();
    let other = [&given[..], &[("employment.co_financing", 50)]].concat();
    let entries = [entry("1206022", "Dolna", &given), entry("1206032", "Górna", &other)];
    let forms = forms("asystent-rodziny-2025");
    let mut facts = BookFacts::of(&entries, day());
    facts.forms = &forms;
    let mut model = Model::default();
    let book = sheets::book(&facts, &mut model);
    let families = |label: &str| {
        let line = line(sheet(&book, "Część 4"), &model, label);
        line.into_values().find(|shown| shown.ends_with("0.00"))
    };
    assert_eq!(families("Dolna").as_deref(), Some("10.00"), "Część 3 is missing, Część 4 is not");
    assert_eq!(families("ogółem").as_deref(), Some("20.00"));
    let overview = line(sheet(&book, names::OVERVIEW), &model, "Rodziny pod opieką");
    assert_eq!(overview["Wartość"], "20.00");
    assert!(witnessed(&book, &model).is_ok());
}

#[test]
fn what_stands_above_the_reconstructed_list_is_cut_by_no_page_and_tells_the_period() {
    let mut own = entry("1206022", "Dolna", &USED);
    own.period = Some(("2019-01-01".to_owned(), "2019-12-31".to_owned()));
    let entries = [own];
    let forms = forms("asystent-rodziny-2019");
    let mut facts = BookFacts::of(&entries, day());
    facts.forms = &forms;
    let mut model = Model::default();
    let book = sheets::book(&facts, &mut model);
    let list = sheet(&book, "Zestawienie");
    let (_, repeated) = list.repeat_columns.expect("two pages wide");
    let cut: Vec<_> = list.merges.iter().filter(|m| m.1 <= repeated && m.3 > repeated).collect();
    assert!(cut.is_empty(), "the second page would cut {cut:?}");
    let value = |label: &str| {
        let mut cells =
            list.cells.iter().skip_while(|(_, cell)| cell.content != Content::Text(label.to_owned()));
        let ((row, column), _) = cells.next().expect("the label");
        assert!(*column > repeated, "{label}");
        // The cells of a merged label are blank.
        cells.take_while(|(at, _)| at.0 == *row).find_map(|(_, cell)| match &cell.content {
            Content::Node(id) => Some(model.value(*id).clone()),
            _ => None,
        })
    };
    let date = |text: &str| Some(rozlicz::calc::model::day_value(Day::parse_iso(text).expect("a day")));
    assert_eq!(value("Okres rozliczeniowy od"), date("2019-01-01"));
    assert_eq!(value("do"), date("2019-12-31"));
    assert!(witnessed(&book, &model).is_ok());
}
