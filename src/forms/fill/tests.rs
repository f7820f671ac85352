use std::collections::BTreeMap;

use super::*;
use crate::calc::words::value_words;
use crate::forms::Forms;
use crate::forms::sample::{Wanted, facts, settled};
use crate::grid::{Book, Cell, Resolved, Span};
use crate::source::a1;
use crate::units::Day;

/// A filled form as text: by sheet and address, `=formula` or the value.
struct Filled {
    cells: BTreeMap<(String, String), String>,
    values: BTreeMap<(String, String), String>,
    sheets: Vec<Sheet>,
}

impl Filled {
    fn at(&self, sheet: &str, address: &str) -> &str {
        self.cells.get(&(sheet.into(), address.into())).map_or("(no cell)", String::as_str)
    }

    fn value(&self, sheet: &str, address: &str) -> &str {
        self.values.get(&(sheet.into(), address.into())).map_or("(no cell)", String::as_str)
    }

    fn sheet(&self, name: &str) -> &Sheet {
        self.sheets.iter().find(|s| s.name == name).expect("the form has the sheet")
    }

    fn merged(&self, sheet: &str, span: Span) -> bool {
        self.sheet(sheet).merges.contains(&span)
    }
}

fn fill_form(id: &str, wanted: Wanted) -> Filled {
    let form = Forms::built_in().get(id).expect("loads");
    let mut settled = settled(wanted);
    let mut sheets = fill(&form, &mut settled, &facts());
    // A working sheet, as stands behind the form: what it shows has its home there.
    let mut working = Sheet::named("Obliczenia");
    for (row, line) in (0..).zip(&settled.lines) {
        working.node(&settled.model, row, 0, Role::Body, line.supplement_co_financing);
    }
    for (row, assistant) in (0..).zip(&settled.assistants) {
        working.node(&settled.model, row, 1, Role::Body, assistant.number);
        working.node(&settled.model, row, 2, Role::Body, assistant.total.supplement_co_financing);
        working.node(&settled.model, row, 3, Role::Body, assistant.total.supplement_own);
    }
    for (row, round) in (0..).zip(&settled.rounds) {
        for (column, part) in (4..).step_by(3).zip([&round.supplement, &round.employment]) {
            if let Some(part) = part {
                working.node(&settled.model, row, column, Role::Body, part.unused);
                working.node(&settled.model, row, column + 1, Role::Body, part.misused);
                working.node(&settled.model, row, column + 2, Role::Body, part.cost);
            }
        }
    }
    sheets.push(working);
    let book = Book { title: String::new(), created: Day::new(2026, 1, 31).expect("a day"), sheets };
    let layout = book.layout(&settled.model);
    let (mut cells, mut values) = (BTreeMap::new(), BTreeMap::new());
    for (index, sheet) in book.sheets.iter().enumerate() {
        for (at, cell) in &sheet.cells {
            let key = (sheet.name.clone(), a1(at.0, at.1));
            let (text, value) = shown(&book, &settled.model, &layout, index, *at, cell);
            cells.insert(key.clone(), text);
            values.insert(key, value);
        }
    }
    Filled { cells, values, sheets: book.sheets }
}

fn shown(
    book: &Book,
    model: &crate::calc::Model,
    layout: &crate::calc::print::Layout,
    sheet: usize,
    at: (u32, u32),
    cell: &Cell,
) -> (String, String) {
    match book.resolve(model, layout, sheet, at, cell) {
        Resolved::Blank => (String::new(), String::new()),
        Resolved::Text(text) => (text.clone(), text),
        Resolved::Number(n) => (n.to_short(6), n.to_short(6)),
        Resolved::Formula(formula, value) => (format!("={formula}"), value_words(&value, cell.format)),
    }
}

#[test]
fn part_1_of_2025_stands_as_printed() {
    let f = fill_form("asystent-rodziny-2025", Wanted::year(2025));
    let s = "Część 1";
    assert_eq!(
        f.at(s, "A1"),
        "Sprawozdanie gminy z realizacji Programu wspierania rodziny „Asystent rodziny w 2025 r.”"
    );
    assert_eq!(
        f.at(s, "A2"),
        "Część 1 - sprawozdanie z realizacji dodatków do wynagrodzeń w ramach Programu"
    );
    assert!(f.merged(s, (0, 0, 0, 9)));
    assert_eq!(f.at(s, "A4"), "Nazwa Gminy:");
    assert_eq!(f.at(s, "C4"), "Gmina Przykładowa");
    // Headings: columns without a group take both rows, groups lie over their columns.
    assert_eq!(f.at(s, "A6"), "Numer kolejnego asystenta");
    assert!(f.merged(s, (5, 0, 6, 0)));
    assert!(f.at(s, "B6").ends_with("dofinansowania dodatków do wynagrodzenia** Programu"));
    assert!(f.at(s, "D6").starts_with("Dofinansowanie dodatków do wynagrodzenia przysługujących"));
    assert!(f.merged(s, (5, 3, 5, 5)));
    assert!(f.merged(s, (5, 6, 5, 9)));
    assert_eq!(f.at(s, "G7"), "środki niewykorzystane (kol 3 minus kol 4)");
    let numbers: Vec<&str> =
        ["A8", "B8", "C8", "D8", "E8", "F8", "G8", "H8", "I8", "J8"].map(|a| f.at(s, a)).to_vec();
    assert_eq!(numbers, ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    assert_eq!(f.sheet(s).repeat_rows, Some((5, 7)));
    assert!(f.sheet(s).official);
    assert_eq!(f.sheet(s).footer, "");
}

#[test]
fn part_1_of_2025_adds_up_its_own_cells() {
    let f = fill_form("asystent-rodziny-2025", Wanted::year(2025));
    let s = "Część 1";
    assert_eq!(f.value(s, "A9"), "1");
    assert_eq!(f.at(s, "D9"), "='Obliczenia'!C1");
    assert_eq!(f.at(s, "F9"), "=(D9+E9)");
    assert_eq!(f.value(s, "F9"), "3 000,00".replace(' ', "\u{a0}"));
    assert_eq!(f.at(s, "A11"), "ogółem");
    assert_eq!(f.at(s, "D11"), "=SUM(D9:D10)");
    assert_eq!(f.at(s, "F11"), "=SUM(F9:F10)");
    assert_eq!(f.at(s, "G11"), "='Obliczenia'!E1");
    assert_eq!(f.at(s, "J11"), "=(G11+H11+I11)");
    assert_eq!(f.value(s, "J11"), "111,00");
    // What the municipality leaves blank, and money that is not an assistant's, stays empty.
    for empty in ["B9", "C9", "B11", "C11", "G9", "H9", "I9", "J9", "G10", "J10"] {
        assert_eq!(f.at(s, empty), "", "{empty}");
    }
    assert!(f.cells.values().any(|t| t == "podpisy osób upoważnionych"));
    assert!(
        f.cells.values().any(|t| t == "** kolumny 2,3 pozostawia się niewypełnione w sprawozdaniu gminy")
    );
}

#[test]
fn part_1_2_of_2025_has_two_tables_on_one_sheet() {
    let f = fill_form("asystent-rodziny-2025", Wanted::year(2025));
    let s = "Część 1.2";
    assert_eq!(f.at(s, "B6"), "Dodatki do wynagrodzenia w kolejnych miesiącach");
    assert!(f.merged(s, (5, 1, 5, 24)));
    assert_eq!((f.at(s, "B7"), f.at(s, "F7"), f.at(s, "V7")), ("Styczeń", "Luty", "Czerwiec"));
    assert!(f.merged(s, (6, 1, 6, 4)));
    assert_eq!(f.at(s, "E8"), "Umowa zlecenie (wymiar etatu przeliczenie)*");
    assert_eq!((f.at(s, "A9"), f.at(s, "B9"), f.at(s, "Y9")), ("1", "19", "42"));
    assert_eq!(f.at(s, "B10"), "='Obliczenia'!A1");
    assert_eq!(f.value(s, "B10"), "200,00");
    // The second assistant begins in July.
    assert_eq!(f.at(s, "B11"), "");
    assert_eq!(f.at(s, "A12"), "ogółem");
    assert_eq!(f.at(s, "B12"), "=SUM(B10)");
    // The second table.
    assert_eq!((f.at(s, "B15"), f.at(s, "V15")), ("Lipiec", "Grudzień"));
    assert_eq!((f.at(s, "A17"), f.at(s, "B17"), f.at(s, "X17"), f.at(s, "Y17")), ("1", "43", "65", "62"));
    assert_eq!(f.value(s, "B19"), "100,00");
    assert_eq!(f.at(s, "D19"), "");
    assert_eq!(f.value(s, "E19"), "0,5");
    assert_eq!(f.at(s, "B20"), "=SUM(B18:B19)");
    assert_eq!(f.sheet(s).repeat_rows, None);
}

#[test]
fn parts_2_to_4_of_2025_hold_the_figures() {
    let f = fill_form("asystent-rodziny-2025", Wanted::year(2025));
    assert_eq!(f.at("Część 2", "A4"), "Nazwa Gminy: :");
    assert_eq!(f.value("Część 2", "B8"), "14");
    assert_eq!(f.at("Część 2", "B10"), "=SUM(B8:B9)");
    let s = "Część 3";
    assert!(f.cells.iter().any(|((sheet, _), t)| sheet == s && t == "Ustalony poziom dofinansowania"));
    assert_eq!(f.value(s, "A9"), "Gmina Przykładowa");
    assert_eq!(f.at(s, "B9"), "");
    assert_eq!(f.value(s, "C9"), "4000.5");
    assert_eq!(f.value(s, "F9"), "111");
    assert!(!f.cells.iter().any(|((sheet, _), t)| sheet == s && t == "ogółem" && t.starts_with("podpisy")));
    let level = f.sheet(s).cells.values().find(|c| c.role == Role::FieldValue && c.format == Format::Percent);
    assert!(level.is_some_and(|c| c.content != Content::Blank));
    let s = "Część 4";
    assert_eq!(f.at(s, "D9"), "=(B9+C9)");
    assert_eq!(f.value(s, "D9"), "1,25");
    assert_eq!(f.value(s, "E9"), "26");
}

#[test]
fn an_unknown_transfer_leaves_the_return_blank_and_not_zero() {
    let f = fill_form("asystent-rodziny-2025", Wanted { transferred: false, ..Wanted::year(2025) });
    let s = "Część 1";
    assert_eq!(f.at(s, "G11"), "=IF('Obliczenia'!E1=\"\",\"\",'Obliczenia'!E1)");
    assert_eq!(f.value(s, "G11"), "(puste)");
    assert_eq!(f.at(s, "J11"), "=IF(G11=\"\",\"\",SUM(G11,H11,I11))");
    assert_eq!(f.value(s, "J11"), "(puste)");
}

#[test]
fn parts_of_a_component_that_is_not_used_stay_out() {
    let names = |f: &Filled| -> Vec<String> {
        f.sheets.iter().filter(|s| s.official).map(|s| s.name.clone()).collect()
    };
    let f = fill_form("asystent-rodziny-2025", Wanted { supplement: false, ..Wanted::year(2025) });
    assert_eq!(names(&f), ["Część 3", "Część 4"]);
    assert_eq!(f.value("Część 3", "E9"), "2100");
    let g = fill_form("asystent-rodziny-2025", Wanted { employment: false, ..Wanted::year(2025) });
    assert_eq!(names(&g), ["Część 1", "Część 1.2", "Część 2"]);
    assert_eq!(g.value("Część 1", "F9"), "3\u{a0}000,00");
    let neither = Wanted { supplement: false, employment: false, ..Wanted::year(2025) };
    assert_eq!(names(&fill_form("asystent-rodziny-2025", neither)).len(), 5);
}

#[test]
fn family_cells_stay_empty_without_family_data() {
    let f = fill_form("asystent-rodziny-2025", Wanted { families: false, ..Wanted::year(2025) });
    for address in ["B8", "B9", "B10", "G10"] {
        assert_eq!(f.at("Część 2", address), "", "{address}");
    }
    assert_eq!(f.at("Część 4", "E9"), "");
    assert_eq!(f.value("Część 4", "D9"), "1,25");
}

#[test]
fn halves_of_2024_stand_apart_on_one_form() {
    let f = fill_form("asystent-rodziny-2024", Wanted { halves: true, ..Wanted::year(2024) });
    let s = "Część 1.1";
    assert_eq!(f.at(s, "A4"), "Nazwa Gminy");
    assert_eq!(f.value(s, "E9"), "1\u{a0}200,00");
    assert_eq!(f.at(s, "G9"), "=(E9+F9)");
    assert_eq!(f.at(s, "N9"), "=(L9+M9)");
    assert_eq!(f.value(s, "L10"), "600,00");
    assert_eq!((f.at(s, "H11"), f.at(s, "O11")), ("='Obliczenia'!E1", "='Obliczenia'!E2"));
    assert_eq!((f.at(s, "K11"), f.at(s, "R11")), ("=(H11+I11+J11)", "=(O11+P11+Q11)"));
    let s = "Część 3";
    assert_eq!(f.at(s, "F9"), "=(H9+L9)");
    assert_eq!(f.at(s, "G9"), "=(I9+M9)");
    assert_eq!(f.value(s, "G9"), "4\u{a0}200,00");
    assert_eq!(f.value(s, "E9"), "8\u{a0}001,00");
    assert_eq!((f.at(s, "B9"), f.at(s, "C9"), f.at(s, "D9")), ("", "", ""));
    assert_eq!(f.at("Część 1.2 (VII-XII)", "Y9"), "62");
}

#[test]
fn the_first_report_of_2024_fills_its_columns_only() {
    let f = fill_form("asystent-rodziny-2024", Wanted { halves: true, second: false, ..Wanted::year(2024) });
    assert_eq!(f.value("Część 1.1", "E9"), "1\u{a0}200,00");
    for address in ["L9", "M9", "N9", "L11", "N11", "O11", "R11"] {
        assert_eq!(f.at("Część 1.1", address), "", "{address}");
    }
    assert_eq!(f.at("Część 1.2 (VII-XII)", "B12"), "");
    assert_eq!(f.at("Część 3", "F9"), "=H9");
    assert_eq!(f.at("Część 3", "L9"), "");
}

#[test]
fn the_form_of_2023_is_one_table() {
    let f = fill_form("asystent-rodziny-2023", Wanted::year(2023));
    let s = "Sprawozdanie 2023";
    assert_eq!(f.at(s, "A3"), "Nazwa Gminy");
    assert_eq!(f.at(s, "T7"), "20");
    assert_eq!((f.at(s, "B8"), f.at(s, "C8"), f.at(s, "I8"), f.at(s, "J8")), ("", "", "", ""));
    assert_eq!(f.at(s, "F8"), "=(D8+E8)");
    assert_eq!((f.value(s, "K8"), f.at(s, "L8")), ("1", ""));
    assert_eq!((f.at(s, "K9"), f.value(s, "L9")), ("", "0,5"));
    assert_eq!(f.value(s, "C10"), "8\u{a0}001,00");
    assert_eq!(f.value(s, "I10"), "222,00");
    assert_eq!(f.value(s, "J10"), "2,00");
    assert_eq!(f.at(s, "S10"), "=SUM(S8:S9)");
    assert_eq!(f.value(s, "H10"), "4\u{a0}200,00");
}

#[test]
fn the_reconstruction_says_so_and_keeps_to_known_figures() {
    let f = fill_form("f6-rozliczenie-koncowe", Wanted::year(2021));
    let s = "Rozliczenie";
    assert!(f.sheet(s).footer.contains("nie jest to wzór urzędowy"));
    let row = |label: &str| {
        let ((_, address), _) =
            f.cells.iter().find(|((sheet, _), t)| sheet == s && *t == label).expect("the row is there");
        address.trim_start_matches('B').to_owned()
    };
    let programme = row("środki Programu");
    assert_eq!(f.at(s, &format!("F{programme}")), format!("=(D{programme}-E{programme})"));
    assert_eq!(f.value(s, &format!("F{programme}")), "3\u{a0}999,50");
    let others = row("inne źródła");
    assert_eq!(f.at(s, &format!("E{others}")), "");
    assert!(!f.cells.values().any(|t| t == "dodatki motywacyjne wraz z pochodnymi"));
    // The names of those who sign stay in the office; there is room to sign.
    let signed = f.sheet(s).private.iter().map(|at| at.0).collect::<std::collections::BTreeSet<_>>();
    assert_eq!(f.sheet(s).private.len(), 4);
    assert!(signed.iter().all(|row| f.sheet(s).heights.get(row).is_some_and(|h| *h >= 40)));
    assert!(f.cells.values().any(|t| t == "Wersja (pierwotna / korekta nr)"));
    assert_eq!(f.value(s, &format!("D{}", row("Liczba asystentów rodziny"))), "2");
}

#[test]
fn no_heading_is_cut_off() {
    for id in ["asystent-rodziny-2023", "asystent-rodziny-2024", "asystent-rodziny-2025"] {
        let f = fill_form(id, Wanted { halves: id.ends_with('4'), ..Wanted::year(2024) });
        for sheet in f.sheets.iter().filter(|s| s.official) {
            for ((row, column), cell) in &sheet.cells {
                let (Role::Heading | Role::GroupHeading, Content::Text(text)) = (cell.role, &cell.content)
                else {
                    continue;
                };
                let (_, _, last_row, last_column) = sheet
                    .merges
                    .iter()
                    .find(|m| (m.0, m.1) == (*row, *column))
                    .copied()
                    .unwrap_or((*row, *column, *row, *column));
                let width: u32 = (*column..=last_column).filter_map(|c| sheet.widths.get(&c)).sum();
                let height: u32 = (*row..=last_row)
                    .map(|r| sheet.heights.get(&r).copied().unwrap_or(measure::ONE_LINE))
                    .sum();
                let needed = measure::height(text, width);
                assert!(height >= needed, "{id} {}: {text}: {height} of {needed}", sheet.name);
                assert!(needed < 300, "{id} {}: {text} is too narrow", sheet.name);
            }
        }
    }
}
