//! A voivode's collective form: rows of municipalities with the fields of their own forms, live sums.

use super::*;
use crate::calc::words::value_words;
use crate::forms::collected::{self, Row, figures_of, named, needed};
use crate::forms::definition::FieldRef;
use crate::forms::sample::{Wanted, facts, settled};
use crate::forms::{Forms, listed};
use crate::grid::{Book, Resolved};
use crate::records::HalfYear;
use crate::source::a1;
use crate::units::{Day, Exact};

const NBSP: &str = "\u{a0}";

struct Filled {
    book: Book,
    model: Model,
}

impl Filled {
    fn cell(&self, sheet: &str, address: &str) -> (String, String) {
        let layout = self.book.layout(&self.model);
        let index = self.book.sheets.iter().position(|s| s.name == sheet).expect("the form has the sheet");
        let cells = &self.book.sheets[index].cells;
        let Some((at, cell)) = cells.iter().find(|(at, _)| a1(at.0, at.1) == address) else {
            return ("(no cell)".into(), String::new());
        };
        match self.book.resolve(&self.model, &layout, index, *at, cell) {
            Resolved::Blank => (String::new(), String::new()),
            Resolved::Text(text) => (text.clone(), text),
            Resolved::Number(n) => (n.to_short(6), n.to_short(6)),
            Resolved::Formula(formula, value) => {
                (format!("={formula}"), value_words(&value, cell.format).replace(NBSP, " "))
            }
        }
    }

    fn at(&self, sheet: &str, address: &str) -> String {
        self.cell(sheet, address).0
    }

    fn value(&self, sheet: &str, address: &str) -> String {
        self.cell(sheet, address).1
    }
}

fn row(model: &mut Model, name: &str, wanted: Wanted) -> Row {
    let figures = figures_of(&mut settled(wanted), &facts());
    let mut row = Row::of_figures(model, figures.iter().map(|(field, value)| (field, value)));
    row.text(named("agreement.municipality").expect("a field"), name);
    row
}

fn filled(edition: &str, rows: &[(&str, Wanted)], elsewhere: bool) -> Filled {
    let mut model = Model::default();
    let mut collected = Collected { elsewhere, ..Collected::default() };
    collected.rows = rows.iter().map(|(name, wanted)| row(&mut model, name, *wanted)).collect();
    shown(edition, model, collected)
}

/// The form of one municipality that states these figures by hand.
fn of_hand(edition: &str, figures: &[(&str, i64)]) -> Filled {
    let mut model = Model::default();
    let mut row = Row::default();
    row.text(named("agreement.municipality").expect("a field"), "Osiek");
    for (name, value) in figures {
        let (name, round) = match name.split_once('@') {
            Some((name, round)) => (name, HalfYear::typed(round)),
            None => (*name, None),
        };
        let field = FieldRef { round, ..named(name).expect("a field") };
        row.number(&mut model, field, Exact::whole(*value));
    }
    shown(edition, model, Collected { rows: vec![row], ..Collected::default() })
}

fn shown(edition: &str, mut model: Model, mut collected: Collected) -> Filled {
    let voivodeship = listed::Value::Text("przykładowe".into());
    collected.once.insert(named("agreement.voivodeship").expect("a field"), voivodeship);
    let forms = Forms::built_in().collective_for(edition).expect("loads");
    let mut sheets: Vec<Sheet> = forms
        .iter()
        .flat_map(|form| fill_collective(form, &mut model, &FormFacts::default(), &collected))
        .collect();
    if collected.elsewhere {
        let mut data = Sheet::named("Dane gmin");
        for (r, row) in (0..).zip(&collected.rows) {
            for (c, value) in (0..).zip(row.values.values()) {
                if let listed::Value::Node(id) = value {
                    data.node(&model, r, c, Role::Body, *id);
                }
            }
        }
        sheets.push(data);
    }
    Filled {
        book: Book { title: String::new(), created: Day::new(2026, 1, 31).expect("a day"), sheets },
        model,
    }
}

fn two() -> [(&'static str, Wanted); 2] {
    [("Osiek", Wanted::year(2025)), ("Nowa", Wanted { employment: false, ..Wanted::year(2025) })]
}

#[test]
fn part_1_of_2025_has_a_row_a_municipality_with_the_printed_formulas() {
    let f = filled("asystent-rodziny-2025", &two(), false);
    let s = "Część 1";
    assert!(f.at(s, "A1").starts_with("Wojewódzkie sprawozdanie z realizacji Programu"));
    assert_eq!(f.at(s, "A4"), "Nazwa Województwa:");
    assert_eq!(f.at(s, "B4"), "przykładowe");
    // Headings in rows 6 and 7, numbers in row 8, municipalities in rows 9 and 10, the total in row 11.
    assert_eq!([f.at(s, "A9"), f.at(s, "A10"), f.at(s, "A11")], ["Osiek", "Nowa", "ogółem"]);
    assert_eq!([f.at(s, "C9"), f.at(s, "D9")], ["4000.5", "3900.5"]);
    assert_eq!([f.at(s, "F9"), f.at(s, "G9"), f.at(s, "J9")], ["=(D9+E9)", "=(C9-D9)", "=(G9+H9+I9)"]);
    assert_eq!([f.value(s, "G9"), f.value(s, "J9")], ["100,00", "111,00"]);
    assert_eq!([f.at(s, "D11"), f.value(s, "D11")], ["=SUM(D9:D10)", "7 801,00"]);
    assert_eq!([f.at(s, "J11"), f.value(s, "J11")], ["=SUM(J9:J10)", "222,00"]);
}

#[test]
fn what_a_form_states_stands_where_the_form_cannot_compute_it() {
    let used = [("supplement.co_financing", 5_534), ("supplement.misused", 0), ("supplement.interest", 1)];
    let f = of_hand("asystent-rodziny-2025", &[used.as_slice(), &[("supplement.unused", 766)]].concat());
    let s = "Część 1";
    assert_eq!([f.at(s, "C9"), f.at(s, "G9"), f.at(s, "J9")], ["", "766", "=(G9+H9+I9)"]);
    assert_eq!([f.value(s, "J9"), f.value(s, "G10"), f.value(s, "J10")], ["767,00", "766,00", "767,00"]);
    // Nobody knows what goes back: no zero.
    let f = of_hand("asystent-rodziny-2025", &used);
    assert_eq!(["G9", "J9", "G10", "J10"].map(|at| f.at(s, at)), ["", "", "", ""]);
    // With the amount transferred the cell is computed, whatever is stated.
    let more = [("supplement.transferred", 6_300), ("supplement.unused", 700)];
    let f = of_hand("asystent-rodziny-2025", &[used.as_slice(), &more].concat());
    assert_eq!([f.at(s, "G9"), f.value(s, "G9")], ["=(C9-D9)".to_owned(), "766,00".to_owned()]);
}

#[test]
fn half_years_not_told_leave_the_whole_as_stated() {
    let figures = [
        ("supplement.co_financing@I-VI", 30),
        ("supplement.unused@I-VI", 7),
        ("employment.transferred", 44_000),
        ("employment.cost@I-VI", 100),
    ];
    let f = of_hand("asystent-rodziny-2024", &figures);
    let sheets: Vec<&str> = f.book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let row = |sheet: &str| {
        let rows = (1..20).find(|row| f.at(sheet, &format!("A{row}")) == "Osiek");
        rows.expect("the municipality's row")
    };
    let (first, third) = (row(sheets[0]), row(sheets[2]));
    let at = |sheet: usize, row: i32, column: &str| f.value(sheets[sheet], &format!("{column}{row}"));
    assert_eq!(
        [at(0, first, "H"), at(0, first, "K"), at(0, first, "O"), at(0, first, "R")],
        ["7", "7,00", "", ""]
    );
    assert_eq!([at(2, third, "C"), at(2, third, "D"), at(2, third, "E")], ["", "", "44000"]);
}

#[test]
fn cells_link_to_the_sheet_that_has_the_figures_and_sums_stay_on_the_form() {
    let f = filled("asystent-rodziny-2025", &two(), true);
    let linked = f.at("Część 1", "D9");
    assert!(linked.starts_with("='Dane gmin'!"), "{linked}");
    assert_eq!(f.at("Część 1", "D11"), "=SUM(D9:D10)");
    assert_eq!(f.value("Część 1", "D11"), "7 801,00");
}

#[test]
fn a_municipality_without_a_component_leaves_its_cells_empty() {
    let f = filled("asystent-rodziny-2025", &two(), false);
    assert_eq!([f.at("Część 3", "A10"), f.at("Część 3", "D10"), f.at("Część 4", "B10")], ["Nowa", "", ""]);
    assert_eq!([f.value("Część 3", "D11"), f.value("Część 4", "F11")], ["9 000,00", "26"]);
    // Part 2 adds up what each assistant has, part 4 has each family once.
    assert_eq!([f.at("Część 2", "B9"), f.at("Część 4", "F9")], ["28", "26"]);
    // An average is not added up.
    assert_eq!([f.at("Część 4", "B9"), f.at("Część 4", "B11")], ["1.5", ""]);
    assert_eq!(f.at("Część 4", "E9"), "=(C9+D9)");
    assert_eq!(f.value("Część 4", "A8"), "");
}

#[test]
fn a_total_is_what_the_municipality_s_own_total_row_shows() {
    let form = Forms::built_in().get("asystent-rodziny-2025").expect("loads");
    let mut settled = settled(Wanted::year(2025));
    let sheets = fill(&form, &mut settled, &facts());
    let part_2 = sheets.iter().find(|s| s.name == "Część 2").expect("the form has the sheet");
    let total = part_2.cells.values().filter(|c| c.role == Role::Total);
    let own: Vec<Exact> = total
        .filter_map(|c| match c.content {
            Content::Node(id) => Some(settled.model.number(id)),
            _ => None,
        })
        .collect();
    let found = figures_of(&mut settled, &facts());
    let names = ["families", "children", "families_advised", "children_advised", "endangered_pregnancy"];
    for (i, name) in names.into_iter().enumerate() {
        let field = named(&format!("assistant.{name}")).expect("a field");
        let figure = found.iter().find(|(f, _)| *f == field).map(|(_, value)| value.clone());
        assert_eq!(figure, own.get(i).cloned(), "{name}");
    }
    assert_eq!(own.len(), 6);
}

#[test]
fn the_two_halves_of_2024_stand_side_by_side() {
    let halves = Wanted { halves: true, ..Wanted::year(2024) };
    let first_only = Wanted { second: false, ..halves };
    let f = filled("asystent-rodziny-2024", &[("Osiek", halves), ("Nowa", first_only)], false);
    let s = "Część 1";
    assert_eq!([f.at(s, "C9"), f.at(s, "D9"), f.at(s, "D10")], ["4000.5", "4000.5", ""]);
    assert_eq!([f.at(s, "H9"), f.at(s, "O9"), f.at(s, "O10")], ["=(C9-E9)", "=(D9-L9)", ""]);
    assert_eq!([f.value(s, "E11"), f.value(s, "L11")], ["7 801,00", "3 900,50"]);
    // Awarded is one figure for both halves: 5,000.00 each.
    assert_eq!([f.at(s, "B9"), f.value(s, "B11")], ["10000", "15 000,00"]);
    let s = "Część 3";
    assert_eq!([f.at(s, "E9"), f.value(s, "E10")], ["=(C9+D9)", "4 000,50"]);
    // The level stands to the right of the voivodeship, as a number.
    let texts: Vec<String> = ["A", "F", "H"].map(|c| f.at(s, &format!("{c}4"))).to_vec();
    assert_eq!(texts, ["Nazwa Województwa:", "Ustalony poziom dofinansowania", "0.3"]);
}

#[test]
fn the_table_of_2023_adds_up_assistants_posts_and_families() {
    let f = filled(
        "asystent-rodziny-2023",
        &[("Osiek", Wanted::year(2023)), ("Nowa", Wanted::year(2023))],
        false,
    );
    let s = "Sprawozdanie 2023";
    // One title line: headings in rows 5 and 6, numbers in row 7, municipalities in rows 8 and 9.
    let of = |row: &str| ["K", "L", "M", "N", "O"].map(|c| f.cell(s, &format!("{c}{row}")));
    assert_eq!(of("8").map(|c| c.0), ["2", "1", "0.5", "=(L8+M8)", "28"]);
    assert_eq!(of("10").map(|c| c.1), ["4", "2", "1", "3", "56"]);
    assert_eq!([f.at(s, "A3"), f.at(s, "B3")], ["Nazwa Gminy", "przykładowe"]);
}

#[test]
fn the_total_of_the_sibling_s_request_has_its_crosses() {
    let mut model = Model::default();
    let mut one = Row::default();
    one.teryt("1412053");
    one.text(named("agreement.municipality").expect("a field"), "Osiek");
    one.number(&mut model, named("collective.requested").expect("a field"), Exact::whole(1200));
    let collected = Collected { rows: vec![one.clone(), one], ..Collected::default() };
    let form = Forms::built_in()
        .paper("dodatek-motywacyjny-2024-2027-zapotrzebowanie", crate::forms::definition::Paper::Collective);
    let sheets = fill_collective(&form.expect("loads"), &mut model, &FormFacts::default(), &collected);
    let book = Book { title: String::new(), created: Day::new(2026, 1, 31).expect("a day"), sheets };
    let f = Filled { book, model };
    let row = |n: u32| ["A", "B", "C", "D", "E", "F"].map(|c| f.at("Zapotrzebowanie", &format!("{c}{n}")));
    assert_eq!(row(7), ["1", "Osiek", "14", "12", "05", "3"]);
    assert_eq!(row(9), ["RAZEM dla województwa", "x", "x", "x", "x", "x"]);
    assert_eq!(f.value("Zapotrzebowanie", "I9"), "2 400,00");
    // Nobody said how many people: no zero is made up.
    assert_eq!(f.at("Zapotrzebowanie", "G9"), "");
}

#[test]
fn an_edition_without_an_official_form_has_the_list_of_ours() {
    let mut model = Model::default();
    let mut rows = vec![row(&mut model, "Osiek", Wanted { supplement: false, ..Wanted::year(2016) })];
    rows.push(row(&mut model, "Nowa", Wanted { transferred: false, ..Wanted::year(2016) }));
    for row in &mut rows {
        row.derive(&mut model);
    }
    let collected = Collected { rows, ..Collected::default() };
    let forms = Forms::built_in().collective_for("asystent-rodziny-2016").expect("loads");
    let [form] = forms.as_slice() else { unreachable!("one form") };
    let sheets = fill_collective(form, &mut model, &FormFacts::default(), &collected);
    assert!(sheets[0].footer.contains("Rekonstrukcja"));
    let (top, _) = sheets[0].repeat_rows.expect("headings are repeated");
    let book = Book { title: String::new(), created: Day::new(2026, 1, 31).expect("a day"), sheets };
    let f = Filled { book, model };
    let at = |column: &str, row: u32| f.cell("Zestawienie", &format!("{column}{}", top + 2 + row));
    assert_eq!([at("A", 1).0, at("A", 2).0, at("A", 3).0], ["1", "2", "RAZEM"]);
    // 2,100 of 9,000 of one component; 3,900.50 + 2,100 of 18,000 of both.
    assert_eq!([at("U", 1).1, at("U", 2).1], ["23,3333%", "33,3361%"]);
    assert_eq!([at("I", 1).0, at("I", 3).1], [String::new(), "5 000,00".to_owned()]);
    assert_eq!([at("N", 2).0, at("N", 3).1], [String::new(), "4 000,50".to_owned()], "not known is no zero");
}

#[test]
fn a_product_that_is_not_the_figure_is_told_by_municipality_and_levels_that_differ_leave_the_field_empty() {
    let mut model = Model::default();
    let mut rows =
        vec![row(&mut model, "Osiek", Wanted::year(2025)), row(&mut model, "Nowa", Wanted::year(2025))];
    let form = &Forms::built_in().collective_for("asystent-rodziny-2025").expect("loads")[0];
    let told = |rows: &[Row], model: &mut Model| {
        let collected = Collected { rows: rows.to_vec(), ..Collected::default() };
        crate::forms::notes::collective_notes(form, model, &FormFacts::default(), &collected)
    };
    let notes = told(&rows, &mut model);
    let of_products: Vec<&String> = notes.iter().filter(|n| n.contains("2\u{a0}700,00")).collect();
    assert_eq!(of_products.len(), 2, "{notes:?}");
    assert!(of_products[0].contains("Osiek") && of_products[0].contains("2\u{a0}100,00"), "{of_products:?}");
    assert!(!notes.iter().any(|n| n.contains("różne poziomy")), "{notes:?}");
    let level = named("municipality.level").expect("a field");
    rows[1].number(&mut model, level, Exact::ratio(1, 5).expect("a fifth"));
    assert!(told(&rows, &mut model).iter().any(|n| n.contains("różne poziomy")));
    let collected = Collected { rows, ..Collected::default() };
    assert_eq!(collected.common(&model, level), None);
}

#[test]
fn every_field_that_a_collective_form_needs_can_be_had() {
    let forms = Forms::built_in();
    let of_municipality = collected::fields_of_municipality();
    let editions = crate::programme::Catalogue::built_in();
    for edition in editions.ids() {
        for form in forms.collective_for(edition).expect("loads") {
            let unknown: Vec<_> = needed(&form)
                .into_iter()
                .filter(|f| f.field.of_settlement() && !of_municipality.contains(f))
                .collect();
            assert_eq!(unknown, [], "{}", form.id);
        }
    }
}
