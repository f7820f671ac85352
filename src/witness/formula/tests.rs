use ironcalc::base::expressions::parser::new_parser_english;
use ironcalc::base::expressions::parser::stringify::to_rc_format;
use proptest::prelude::*;

use super::*;
use crate::source::column_letters;

const SHEETS: [&str; 3] = ["Kroki", "Dane – Płace", "Ludka's A1"];

fn parser() -> Parser<'static> {
    new_parser_english(SHEETS.map(str::to_owned).to_vec(), Vec::new(), [].into())
}

/// As the engine's own import reads a formula.
fn imported(text: &str, at: At) -> String {
    let context = CellReferenceRC { sheet: SHEETS[0].to_owned(), row: at.0, column: at.1 };
    let mut node = parser().parse(text, &context);
    add_implicit_intersection(&mut node, true);
    to_rc_format(&node)
}

/// As this module reads formulas of one sheet, one after another.
fn read(formulas: &[(String, At)]) -> Vec<Result<String, String>> {
    let mut parser = parser();
    let mut all = Formulas::of(&mut parser, SHEETS[0]);
    let numbers: Vec<_> = formulas.iter().map(|(text, at)| all.add(text, *at)).collect();
    let parsed = all.parsed();
    let printed = |number: i32| to_rc_format(&parsed[usize::try_from(number).expect("a number")].0);
    numbers.into_iter().map(|number| number.map(printed)).collect()
}

#[test]
fn formulas_of_one_shape_are_parsed_once_and_each_gets_its_own_cells() {
    let formulas = [
        ("ROUND(B2*'Dane – Płace'!$C$3,2)", (5, 1), 0),
        ("ROUND(B9*'Dane – Płace'!$D$4,2)", (7, 3), 1),
        ("B2+1", (1, 1), 2),
        ("ROUND(D4*'Dane – Płace'!$C$3,2)", (7, 3), 0),
        ("B2+$A$1", (1, 1), 3),
        ("B2+A1", (1, 1), 4),
        ("B2+A$1", (1, 1), 5),
    ];
    let mut parser = parser();
    let mut all = Formulas::of(&mut parser, SHEETS[0]);
    for (text, at, number) in formulas {
        assert_eq!(all.add(text, at), Ok(number), "{text}");
        let node = &all.parsed[usize::try_from(number).expect("small")].0;
        assert_eq!(to_rc_format(node), imported(text, at), "{text}");
    }
    assert_eq!((all.shapes.len(), all.parsed.len()), (5, 6));
}

#[test]
fn a_range_of_one_cell_is_not_read_as_one_of_many() {
    let all = ["SIN(A1:A1)", "SIN(A1:A2)", "ROW(A1:A1)", "ROW(A1:B1)", "A1:A1+B1:B9", "SUM(A1:A1,A1:A9)"];
    for first in all {
        for second in all {
            let both = [first, second].map(|text| (text.to_owned(), (3, 3)));
            let expected = both.clone().map(|(text, at)| Ok(imported(&text, at)));
            assert_eq!(read(&both), expected, "{first} {second}");
        }
    }
}

#[test]
fn what_looks_like_a_cell_and_is_none_is_left_alone() {
    for text in [
        "LOG10(A1)",
        "\"A1 \"\"B2\"\" A1\"&A1",
        "'Ludka''s A1'!A1+A1",
        "IF(A1=TRUE,1.5E3,2E5)",
        "_xlfn.CONCAT(A1,\"–\",B1)",
        "NIEZNANA(A1)",
        "SUM(A1:B2,$A$1:$A2)*-A1%^2",
        "SIN(A1:A3)+ROW(A1:B1)+ROW(A1:A2)",
        "SUM()",
        "IF(A1,,B1)",
        "#N/A",
        "0.1234567890123",
    ] {
        let at = [(1, 1), (40, 7)];
        // The second time it is a copy that is read.
        let found = read(&[(text.to_owned(), at[0]), (text.to_owned(), at[1])]);
        assert_eq!(found, at.map(|at| Ok(imported(text, at))), "{text}");
    }
}

#[test]
fn what_the_program_never_writes_is_refused() {
    for text in [
        "",
        "A1+",
        "nazwa+A1",
        "A:A",
        "SUM(A:A)",
        "SUM(1:3)",
        "SUM(B2:A1)",
        "SUM({1,2})",
        "'Nie ma'!A1",
        "Tabela[kwota]",
        "LET(x,A1,x)",
        "1+1 A1",
        "#REF!A1",
        "\"bez końca",
        "'bez końca!A1",
        "A1\u{1}",
        "A01",
    ] {
        assert!(read(&[(text.to_owned(), (9, 9))])[0].is_err(), "{text}");
    }
    let turned = [("SUM(A1:A3)".to_owned(), (9, 9)), ("SUM(A3:A1)".to_owned(), (9, 9))];
    assert!(matches!(read(&turned)[..], [Ok(_), Err(_)]));
}

fn cell() -> impl Strategy<Value = String> {
    let dollar = || prop_oneof![4 => Just(""), 1 => Just("$")];
    let column =
        prop_oneof!["[A-Z]", "[A-W][A-Z]", Just("R".to_owned()), Just("C".to_owned()), Just("RC".to_owned())];
    (dollar(), column, dollar(), 1..2000).prop_map(|(a, column, b, row)| format!("{a}{column}{b}{row}"))
}

fn reference() -> impl Strategy<Value = String> {
    let sheet = prop_oneof![3 => Just(""), 1 => Just("'Dane – Płace'!"), 1 => Just("'Ludka''s A1'!")];
    let range = ("[A-M]", 1..50, "[N-Z]", 50..99).prop_map(|(a, b, c, d)| format!("SUM({a}{b}:{c}{d})"));
    prop_oneof![4 => (sheet, cell()).prop_map(|(s, c)| format!("{s}{c}")), 1 => range]
}

fn formula() -> impl Strategy<Value = String> {
    let text = prop_oneof!["\"[a-zA-Z0-9 ął'–<&]{0,6}\"", Just("\"A1 \"\"B2\"\"\"".to_owned())];
    let number = prop_oneof![
        (0_u32..99_999).prop_map(|n| n.to_string()),
        Just("12.5".to_owned()),
        Just("1E5".to_owned())
    ];
    let leaf = prop_oneof![6 => reference(), 1 => text, 2 => number, 1 => Just("TRUE".to_owned())];
    leaf.prop_recursive(4, 24, 3, |inner| {
        let pair = (
            inner.clone(),
            prop::sample::select(vec!["+", "-", "*", "/", "^", "&", "=", "<>", ">=", "<"]),
            inner.clone(),
        );
        let name = prop::sample::select(vec![
            "ROUND",
            "IF",
            "MAX",
            "LOG10",
            "AND",
            "SUMPRODUCT",
            "NIEZNANA",
            "_xlfn.IFS",
        ]);
        prop_oneof![
            pair.prop_map(|(a, op, b)| format!("({a}{op}{b})")),
            (name, prop::collection::vec(inner.clone(), 1..4))
                .prop_map(|(f, parts)| format!("{f}({})", parts.join(","))),
            inner.prop_map(|a| format!("-{a}")),
        ]
    })
}

/// The same formula with its cells so many rows lower.
fn lower(text: &str, by: u32) -> String {
    let (mut shape, mut cells, mut out) = (String::new(), Vec::new(), String::new());
    split(text, &mut shape, &mut cells).expect("every text is closed");
    let (mut letters, mut cells) = (shape.chars(), cells.into_iter());
    while let Some(c) = letters.next() {
        let Some(cell) = Some(c).filter(|c| *c == CELL).and_then(|_| cells.next()) else {
            out.push(c);
            continue;
        };
        out.push_str(&column_letters(cell.column));
        if cell.fixed_row {
            out.extend(letters.next());
        }
        out.push_str(&(cell.row + 1 + by).to_string());
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn any_formula_and_its_copies_are_read_as_the_engines_import_reads_them(
        text in formula(), row in 1..3000, column in 1..200, by in 0_u32..500
    ) {
        let all = [(lower(&text, by), (9, 9)), (lower(&text, 3), (row, column)), (text, (column, row))];
        for ((text, at), found) in all.iter().zip(read(&all)) {
            prop_assert_eq!(found, Ok(imported(text, *at)), "{}", text);
        }
    }
}
