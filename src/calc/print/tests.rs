use super::*;
use crate::calc::model::Format;

#[test]
fn a_sum_with_tests_is_one_function_over_unbroken_ranges() {
    let mut model = Model::default();
    let mut one = |n: i64| model.parameter("a", Format::General, Value::Number(Exact::whole(n)));
    let (values, days) = (vec![one(1), one(2)], vec![one(10), one(20)]);
    let bound = one(15);
    let expr = Expr::SumWhere(values.clone(), vec![(days.clone(), Test::AtMost(bound))]);
    let mut layout = Layout { sheets: vec!["A".into()], ..Layout::default() };
    for (column, ids) in [(0, &values), (1, &days)] {
        for (row, id) in (0..).zip(ids) {
            layout.homes.claim(*id, Place { sheet: 0, row, column });
        }
    }
    assert_eq!(expr.number(&model), Exact::whole(1));
    let printed = |layout: &Layout| Printer { model: &model, layout, sheet: 0 }.formula(&expr);
    assert_eq!(printed(&layout), "SUMIFS(A1:A2,B1:B2,\"<=\"&15)");
    let single = Expr::SumWhere(values[..1].to_vec(), vec![(days[..1].to_vec(), Test::AtMost(bound))]);
    let one_row = Printer { model: &model, layout: &layout, sheet: 0 };
    assert_eq!(one_row.formula(&single), "SUMIFS(A1:A1,B1:B1,\"<=\"&15)");
    layout.homes.remove(days[1]);
    assert_eq!(printed(&layout), "(IF(AND(15>=B1),A1,0)+IF(AND(15>=20),A2,0))");
}

#[test]
fn a_largest_with_tests_is_one_function_over_unbroken_ranges() {
    let mut model = Model::default();
    let mut one = |n: i64| model.parameter("a", Format::General, Value::Number(Exact::whole(n)));
    let (values, days) = (vec![one(4), one(9), one(3)], vec![one(10), one(20), one(12)]);
    let bound = one(15);
    let expr = Expr::MaxWhere(values.clone(), vec![(days.clone(), Test::AtMost(bound))]);
    let mut layout = Layout { sheets: vec!["A".into()], ..Layout::default() };
    for (column, ids) in [(0, &values), (1, &days)] {
        for (row, id) in (0..).zip(ids) {
            layout.homes.claim(*id, Place { sheet: 0, row, column });
        }
    }
    assert_eq!(expr.number(&model), Exact::whole(4));
    let printer = Printer { model: &model, layout: &layout, sheet: 0 };
    assert_eq!(printer.formula(&expr), "SUMPRODUCT(MAX((B1:B3<=15)*A1:A3))");
    let largest = Expr::Max(values.iter().map(|id| Expr::Ref(*id)).collect());
    assert_eq!(printer.formula(&largest), "MAX(A1:A3)");
}

#[test]
fn neighbours_become_a_range_and_foreign_sheets_are_quoted() {
    let mut model = Model::default();
    let ids: Vec<NodeId> =
        (1..=4).map(|n| model.parameter("a", Format::General, Value::Number(Exact::whole(n)))).collect();
    let mut layout = Layout { sheets: vec!["Formularz".into(), "Dane - Płace".into()], ..Layout::default() };
    for (row, id) in [(4, ids[0]), (5, ids[1]), (9, ids[2])] {
        layout.homes.claim(id, Place { sheet: 1, row, column: 2 });
    }
    let printer = Printer { model: &model, layout: &layout, sheet: 0 };
    assert_eq!(printer.formula(&Expr::Sum(ids)), "(SUM('Dane - Płace'!C5:C6,'Dane - Płace'!C10)+4)");
}
