//! Random texts never bring the reader down, and random formulas mean the same printed and read back.

use proptest::prelude::*;

use super::*;
use crate::calc::print::{Layout, Printer};
use crate::calc::{Cond, Expr, Format, Model, NodeId, Test, Value};
use crate::intake::book::{ReadBook, ReadCell, ReadSheet, ReadValue};

/// Rows of numbers in column A, of numbers not below zero in B, of words in C; C is blank in the last row.
const ROWS: u32 = 6;

fn model() -> (Model, Layout) {
    let mut model = Model::default();
    let mut layout = Layout { sheets: vec!["A".into(), "Dane 'x'".into()], ..Layout::default() };
    for row in 0..ROWS {
        let n = i64::from(row);
        let signed = Exact::ratio(n * 7 - 15, 4).expect("not zero");
        let plain = Exact::ratio(n * n, 8).expect("not zero");
        let word = match row {
            5 => Value::Blank,
            even if even % 2 == 0 => Value::Text("umowa".to_owned()),
            _ => Value::Text("inna".to_owned()),
        };
        for (column, value) in [(0, Value::Number(signed)), (1, Value::Number(plain)), (2, word)] {
            let id = model.parameter("x", Format::General, value);
            // The second sheet needs its name in quotes.
            layout.homes.claim(id, Place { sheet: 1, row, column });
        }
    }
    (model, layout)
}

fn id(row: u32, column: u32) -> NodeId {
    NodeId(row * 3 + column)
}

fn number() -> impl Strategy<Value = Expr> {
    prop_oneof![
        (-500_i64..500, 1_i64..40).prop_map(|(n, d)| Expr::Number(Exact::ratio(n, d).expect("not zero"))),
        (0..ROWS, 0_u32..2).prop_map(|(row, column)| Expr::Ref(id(row, column))),
        (0..ROWS, 0..ROWS)
            .prop_map(|(a, b)| Expr::Sum((a.min(b)..=a.max(b)).map(|row| id(row, 0)).collect())),
        Just(Expr::Sum(vec![id(0, 0), id(2, 0), id(3, 1)])),
        (0..ROWS, any::<bool>()).prop_map(|(row, most)| {
            let bound = id(row, 1);
            let test = if most { Test::AtMost(bound) } else { Test::AtLeast(bound) };
            let column = |column| (0..ROWS).map(|row| id(row, column)).collect::<Vec<_>>();
            if row % 2 == 0 {
                Expr::MaxWhere(column(1), vec![(column(0), test)])
            } else {
                Expr::SumWhere(column(0), vec![(column(1), test), (column(2), Test::TextIs("umowa"))])
            }
        }),
    ]
}

fn cond(inner: impl Strategy<Value = Expr> + Clone + 'static) -> impl Strategy<Value = Cond> {
    let pair = (inner.clone(), inner);
    let simple = prop_oneof![
        pair.clone().prop_map(|(a, b)| Cond::Equal(a, b)),
        pair.clone().prop_map(|(a, b)| Cond::AtLeast(a, b)),
        pair.prop_map(|(a, b)| Cond::Greater(a, b)),
        (0..ROWS).prop_map(|row| Cond::Blank(id(row, 2))),
        (0..ROWS).prop_map(|row| Cond::TextIs(id(row, 2), "umowa")),
        (0..ROWS).prop_map(|row| Cond::given(id(row, 2))),
    ];
    simple.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..3).prop_map(Cond::All),
            prop::collection::vec(inner.clone(), 1..3).prop_map(Cond::Any),
            inner.prop_map(|c| Cond::Not(Box::new(c))),
        ]
    })
}

fn expr() -> impl Strategy<Value = Expr> {
    number().prop_recursive(4, 40, 3, |inner| {
        let many = prop::collection::vec(inner.clone(), 1..4);
        let pair = (inner.clone(), inner.clone());
        prop_oneof![
            many.clone().prop_map(Expr::Add),
            many.clone().prop_map(Expr::Mul),
            many.clone().prop_map(Expr::Min),
            many.prop_map(Expr::Max),
            pair.clone().prop_map(|(a, b)| Expr::sub(a, b)),
            pair.clone().prop_map(|(a, b)| Expr::div(a, b)),
            (inner.clone(), 0_u32..7).prop_map(|(a, p)| Expr::RoundHalfUp(Box::new(a), p)),
            (inner.clone(), 0_u32..9).prop_map(|(a, p)| Expr::CutDown(Box::new(a), p)),
            (cond(inner), pair).prop_map(|(c, (a, b))| Expr::when(c, a, b)),
        ]
    })
}

/// The sheet with the numbers, and one with the formula in its first cell.
fn book(model: &Model, formula: String) -> ReadBook {
    let mut data = ReadSheet { name: "Dane 'x'".to_owned(), ..ReadSheet::default() };
    for row in 0..ROWS {
        for column in 0..3 {
            let value = match model.value(id(row, column)) {
                Value::Number(n) => ReadValue::Number(n.clone()),
                Value::Text(text) => ReadValue::Text(text.clone()),
                Value::Blank => continue,
            };
            data.cells.insert((row, column), ReadCell { formula: None, value });
        }
    }
    let mut first = ReadSheet { name: "A".to_owned(), ..ReadSheet::default() };
    first.cells.insert((0, 0), ReadCell { formula: Some(formula), value: ReadValue::Blank });
    ReadBook { sheets: vec![first, data], ..ReadBook::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn a_formula_printed_and_read_back_gives_the_same_number(expr in expr()) {
        let (model, layout) = model();
        let printed = Printer { model: &model, layout: &layout, sheet: 0 }.formula(&expr);
        let computed = crate::recalc::of_book(&book(&model, printed.clone()));
        prop_assert_eq!(&computed.faults, &[], "{}", &printed);
        let node = computed.node(0, 0, 0).expect("filled");
        prop_assert_eq!(computed.model.value(node), &expr.eval(&model), "{}", printed);
    }

    #[test]
    fn no_text_brings_the_reader_down(text in "\\PC{0,60}") {
        let computed = crate::recalc::of_book(&book(&model().0, text));
        prop_assert_eq!(computed.formulas, 1);
    }

    #[test]
    fn no_string_of_formula_pieces_brings_the_reader_down(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "SUM(", "IF(", "SUMIFS(", "SUMPRODUCT(MAX(", "ROUND(", "(", ")", ",", "A1", "'Dane ''x'''!A1:A6", "B1:B6",
            "1", "2.5", "%", "\"\"", "\"x\"", "=", "<=", "&", "+", "-", "*", "/", "TRUE", "#REF!", ":", "!", "'", "\"",
        ]), 0..30)
    ) {
        let text: String = pieces.concat();
        let computed = crate::recalc::of_book(&book(&model().0, text));
        prop_assert_eq!(computed.formulas, 1);
    }
}
