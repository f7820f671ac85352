//! Tables whose rows have names.

use super::Pen;
use super::figures::{Figures, Shown, any_blank, may_be_blank};
use super::measure;
use super::split::Placed;
use crate::calc::expr::{Cond, Expr};
use crate::calc::{Format, NodeId};
use crate::forms::definition::{FieldRef, List, ListRow, ListValue, When};
use crate::grid::{Content, Role};

/// Writes a list at the pen and moves below it.
pub fn write(pen: &mut Pen, list: &List, figures: &mut Figures<'_>) {
    pen.row += 1;
    let places = places(list);
    for ((first, last), heading) in places.iter().zip(&list.headings) {
        put(pen, (*first, *last), Role::Heading, Format::Text, Content::Text(heading.clone()));
    }
    pen.tables.push(Placed { first: pen.row, last_heading: pen.row, grows: false });
    pen.row += 1;
    for row in &list.rows {
        let shown = match row.when {
            None => true,
            Some(When::Sibling) => figures.facts.sibling,
            Some(When::NotSibling) => !figures.facts.sibling,
        };
        if shown {
            write_row(pen, row, &places, figures);
        }
    }
}

/// First and last column of the sheet under each heading.
fn places(list: &List) -> Vec<(u32, u32)> {
    let mut next = 0;
    list.spans
        .iter()
        .map(|span| {
            let first = next;
            next += span;
            (first, next - 1)
        })
        .collect()
}

fn put(pen: &mut Pen, (first, last): (u32, u32), role: Role, format: Format, content: Content) {
    if let Content::Text(text) = &content {
        let height = measure::height(text, pen.width(first, last));
        pen.at_least_high(pen.row, height);
    }
    pen.sheet.put(pen.row, first, role, format, content);
    pen.sheet.merge((pen.row, first, pen.row, last));
}

fn write_row(pen: &mut Pen, row: &ListRow, places: &[(u32, u32)], figures: &mut Figures<'_>) {
    let mut nodes: Vec<Option<NodeId>> = Vec::new();
    for (place, text) in places.iter().zip([&row.number, &row.label]) {
        put(pen, *place, Role::Body, Format::Text, Content::Text(text.clone()));
    }
    for (place, value) in places.iter().skip(2).zip(&row.values) {
        let (shown, format) = match value {
            ListValue::Empty => (Shown::Nothing, Format::General),
            ListValue::Field(field) => (own_cell(row, *field, figures), field.field.format()),
            ListValue::Difference => (difference(row, &nodes, figures), Format::Money),
        };
        nodes.push(match shown {
            Shown::Node(id) => Some(id),
            Shown::Unused | Shown::Nothing | Shown::Text(_) => None,
        });
        put(pen, *place, Role::Body, format, shown.content());
    }
    pen.row += 1;
}

/// Gives the figure a node of its own where the row subtracts it.
fn own_cell(row: &ListRow, field: FieldRef, figures: &mut Figures<'_>) -> Shown {
    let shown = figures.find(field, None);
    let (Shown::Node(id), true) = (&shown, row.values.contains(&ListValue::Difference)) else { return shown };
    let model = figures.model_mut();
    let link = if may_be_blank(model, *id) {
        Expr::when(Cond::Blank(*id), Expr::Blank, *id)
    } else {
        Expr::Ref(*id)
    };
    Shown::Node(model.formula(&row.label, field.field.format(), link))
}

/// First value minus second; nothing when one of them is not known.
fn difference(row: &ListRow, nodes: &[Option<NodeId>], figures: &mut Figures<'_>) -> Shown {
    let (Some(Some(a)), Some(Some(b))) = (nodes.first(), nodes.get(1)) else { return Shown::Nothing };
    let model = figures.model_mut();
    let blanks: Vec<NodeId> = [*a, *b].into_iter().filter(|id| may_be_blank(model, *id)).collect();
    let difference = Expr::sub(*a, *b);
    let expr =
        if blanks.is_empty() { difference } else { Expr::when(any_blank(&blanks), Expr::Blank, difference) };
    Shown::Node(model.formula(&row.label, Format::Money, expr))
}
