//! Tables with numbered columns: headings, rows, total row.

use super::Pen;
use super::figures::{Figures, Shown, Shows, any_blank, may_be_blank};
use super::measure;
use super::split::Placed;
use crate::calc::expr::{Cond, Expr};
use crate::calc::{Format, NodeId, Value};
use crate::forms::collected;
use crate::forms::definition::{Column, ColumnCell, FieldRef, RowFormula, RowUnit, Table, TotalCell};
use crate::grid::{Content, Role};
use crate::units::Exact;

/// A cell worked out but not yet written.
#[derive(Clone, Debug)]
struct Slot {
    shown: Shown,
    format: Format,
    /// A blank here means that sums with it are not known.
    unknown: bool,
}

const EMPTY: Slot = Slot { shown: Shown::Unused, format: Format::General, unknown: false };

impl Slot {
    fn node(&self) -> Option<NodeId> {
        match self.shown {
            Shown::Node(id) => Some(id),
            Shown::Unused | Shown::Nothing | Shown::Text(_) => None,
        }
    }
}

/// Writes a table at the pen and moves below it.
pub fn write(pen: &mut Pen, table: &Table, figures: &mut Figures<'_>) {
    pen.row += 1;
    let first_row = pen.row;
    headings(pen, &table.columns);
    pen.tables.push(Placed {
        first: first_row,
        last_heading: pen.row - 1,
        grows: table.rows != RowUnit::Municipality,
    });
    let used = table.part_of.is_none_or(|part| figures.uses(part, None));
    let units = figures.rows_of(table.rows);
    let mut rows: Vec<Vec<Slot>> = Vec::new();
    if used {
        rows = units.into_iter().map(|unit| data_row(table, unit, figures)).collect();
    }
    if rows.is_empty() {
        put_row(pen, &vec![EMPTY; table.columns.len()], Role::Body, figures);
    }
    let halves = table.half_totals.iter().flatten();
    let mut halves = halves.zip([6, 12]).peekable();
    for (n, row) in (1..).zip(&rows) {
        put_row(pen, row, Role::Body, figures);
        if let Some((label, last)) = halves.next_if(|(_, last)| *last == n) {
            put_total(pen, table, label, &rows[last - 6..last], used, figures);
        }
    }
    if let Some(label) = &table.total {
        put_total(pen, table, label, &rows, used, figures);
    }
}

/// Writes a row that adds up some rows. The label of a paper's row has the room of the columns that have no total; on a
/// published form it stands in the first column, as printed.
fn put_total(
    pen: &mut Pen,
    table: &Table,
    label: &str,
    rows: &[Vec<Slot>],
    used: bool,
    figures: &mut Figures<'_>,
) {
    let slots = total_row(table, rows, used, figures);
    put_row(pen, &slots, Role::Total, figures);
    let row = pen.row - 1;
    pen.sheet.text(row, 0, Role::Total, label);
    let mut last_of_label = 0;
    if matches!(table.rows, RowUnit::Listed(_)) && !pen.as_published {
        // Over the last of the columns that every page repeats the second page would cut it.
        let most = pen.sheet.repeat_columns.map_or(u32::MAX, |(_, last)| last);
        let free = (0..).zip(&table.columns).skip(1);
        let free = free.take_while(|(at, c)| c.total == TotalCell::Empty && *at <= most);
        if let Some((last, _)) = free.last() {
            pen.sheet.cells.retain(|(r, c), _| *r != row || *c == 0 || *c > last);
            pen.sheet.merge((row, 0, row, last));
            last_of_label = last;
        }
    }
    let height = measure::height(label, pen.width(0, last_of_label));
    pen.at_least_high(row, height);
}

fn data_row(table: &Table, unit: Option<usize>, figures: &mut Figures<'_>) -> Vec<Slot> {
    let used = table.part_of.is_none_or(|part| figures.row_uses(part, unit));
    let mut slots: Vec<Slot> = table
        .columns
        .iter()
        .enumerate()
        .map(|(i, column)| match &column.cell {
            ColumnCell::Field(field) if !used && field.field.of_settlement() => EMPTY,
            ColumnCell::Field(field) => {
                let slot = field_slot(*field, unit, figures);
                if computed_with(table, i) { own_cell(slot, column, figures) } else { slot }
            }
            ColumnCell::Formula(_) | ColumnCell::Empty => EMPTY,
        })
        .collect();
    for (i, column) in table.columns.iter().enumerate() {
        if let ColumnCell::Formula(formula) = &column.cell {
            slots[i] = match figures.shows {
                Shows::Collective(..) if used && !computable(table, formula, &slots) => {
                    stated_slot(table, formula, unit, column, figures)
                }
                _ => formula_slot(formula, &slots, column, figures),
            };
        }
    }
    if matches!(figures.shows, Shows::Collective(..)) {
        close_gaps(table, &mut slots, figures);
    }
    slots
}

/// Can a cell of a collective form be computed? A difference needs both its parts. A sum may lack a figure, such as that
/// of a half-year not settled yet, but not all, and no cell that could not be computed itself.
fn computable(table: &Table, formula: &RowFormula, slots: &[Slot]) -> bool {
    let columns = formula.columns();
    let known = |at: &usize| slots[*at].node().is_some();
    match formula {
        RowFormula::Difference(..) => columns.iter().all(known),
        RowFormula::Sum(_) => {
            let field = |at: &usize| matches!(table.columns[*at].cell, ColumnCell::Field(_));
            columns.iter().any(known) && columns.iter().all(|at| known(at) || field(at))
        }
    }
}

/// The figure that the municipality states itself, where the cell cannot be computed.
fn stated_slot(
    table: &Table,
    formula: &RowFormula,
    unit: Option<usize>,
    column: &Column,
    figures: &mut Figures<'_>,
) -> Slot {
    let Some(field) = collected::stated_by(table, formula) else { return EMPTY };
    let slot = field_slot(field, unit, figures);
    if slot.node().is_some() { own_cell(slot, column, figures) } else { EMPTY }
}

/// Gives empty cells of a column that is added up a blank node. Without gaps the sum is one range; with a range for
/// each run of rows the formula of a country would be longer than a cell takes.
fn close_gaps(table: &Table, slots: &mut [Slot], figures: &mut Figures<'_>) {
    for (slot, column) in slots.iter_mut().zip(&table.columns).skip(1) {
        if column.total != TotalCell::Sum || slot.node().is_some() {
            continue;
        }
        let format = match &column.cell {
            ColumnCell::Field(field) => field.field.format(),
            ColumnCell::Formula(_) | ColumnCell::Empty => slot.format,
        };
        let blank = figures.model_mut().parameter(&label(column), format, Value::Blank);
        *slot = Slot { shown: Shown::Node(blank), format, ..*slot };
    }
}

fn total_row(table: &Table, rows: &[Vec<Slot>], used: bool, figures: &mut Figures<'_>) -> Vec<Slot> {
    let mut slots = vec![EMPTY; table.columns.len()];
    if !used {
        return slots;
    }
    for (i, column) in table.columns.iter().enumerate().skip(1) {
        slots[i] = match &column.total {
            TotalCell::Sum => column_sum(rows, i, column, figures),
            TotalCell::Mean => column_mean(rows, i, column, figures),
            TotalCell::Field(field) => own_cell(field_slot(*field, None, figures), column, figures),
            TotalCell::Text(text) => Slot { shown: Shown::Text(text.clone()), ..EMPTY },
            TotalCell::Formula(_) | TotalCell::Empty => EMPTY,
        };
    }
    for (i, column) in table.columns.iter().enumerate().skip(1) {
        if let TotalCell::Formula(formula) = &column.total {
            slots[i] = formula_slot(formula, &slots, column, figures);
        }
    }
    slots
}

fn field_slot(field: FieldRef, unit: Option<usize>, figures: &mut Figures<'_>) -> Slot {
    Slot {
        shown: figures.find(field, unit),
        format: field.field.format(),
        unknown: field.field.blank_is_unknown(),
    }
}

/// Does another cell of the form compute with this column's cells?
fn computed_with(table: &Table, position: usize) -> bool {
    let reads = |formula: &RowFormula| formula.columns().contains(&position);
    let added = matches!(table.columns[position].total, TotalCell::Sum | TotalCell::Mean);
    let summed = position > 0 && (table.total.is_some() || table.half_totals.is_some()) && added;
    summed || table.columns.iter().any(|c| matches!(&c.cell, ColumnCell::Formula(f) if reads(f)))
}

/// Gives a figure a node of the form's own. A formula refers to a node's home cell, which for a figure is on a working
/// sheet; only a node of its own makes the form's sums point at the form's cells.
fn own_cell(slot: Slot, column: &Column, figures: &mut Figures<'_>) -> Slot {
    let Some(id) = slot.node() else { return slot };
    if matches!(figures.shows, Shows::Collective(_, collected) if !collected.elsewhere) {
        return slot;
    }
    let model = figures.model_mut();
    let link =
        if may_be_blank(model, id) { Expr::when(Cond::Blank(id), Expr::Blank, id) } else { Expr::Ref(id) };
    let own = model.formula(&label(column), slot.format, link);
    Slot { shown: Shown::Node(own), ..slot }
}

fn formula_slot(formula: &RowFormula, slots: &[Slot], column: &Column, figures: &mut Figures<'_>) -> Slot {
    let operands: Vec<(NodeId, &Slot)> =
        formula.columns().into_iter().filter_map(|p| slots[p].node().map(|id| (id, &slots[p]))).collect();
    let ids: Vec<NodeId> = operands.iter().map(|(id, _)| *id).collect();
    let Some((_, first)) = operands.first() else { return EMPTY };
    let model = figures.model_mut();
    let blank: Vec<NodeId> = ids.iter().copied().filter(|id| may_be_blank(model, *id)).collect();
    let (expr, stop): (Expr, Vec<NodeId>) = match (formula, ids.as_slice()) {
        (RowFormula::Difference(..), [a, b]) => (Expr::sub(*a, *b), blank),
        (RowFormula::Difference(..), _) => return EMPTY,
        (RowFormula::Sum(_), _) if blank.is_empty() => (Expr::add(ids.iter().copied()), Vec::new()),
        (RowFormula::Sum(_), _) => {
            let unknown = operands.iter().filter(|(id, s)| s.unknown && blank.contains(id));
            (Expr::Sum(ids.clone()), unknown.map(|(id, _)| *id).collect())
        }
    };
    let expr = if stop.is_empty() { expr } else { Expr::when(any_blank(&stop), Expr::Blank, expr) };
    let (format, unknown) = (first.format, !stop.is_empty());
    let id = model.formula(&label(column), format, expr);
    Slot { shown: Shown::Node(id), format, unknown }
}

fn column_sum(rows: &[Vec<Slot>], position: usize, column: &Column, figures: &mut Figures<'_>) -> Slot {
    let in_use: Vec<&Slot> =
        rows.iter().filter_map(|r| r.get(position)).filter(|s| s.shown != Shown::Unused).collect();
    let format = match (&column.cell, in_use.first()) {
        (_, None) => return EMPTY,
        (ColumnCell::Field(field), _) => field.field.format(),
        (_, Some(first)) => first.format,
    };
    let ids: Vec<NodeId> = in_use.iter().filter_map(|s| s.node()).collect();
    // Nothing known in any row adds up to nothing, not to zero.
    let known = ids.iter().any(|id| !figures.model().value(*id).is_blank());
    let of_rows = match figures.shows {
        Shows::Settlement(_) => true,
        Shows::Paper(..) => !ids.is_empty(),
        Shows::Collective(..) => known,
    };
    if !of_rows {
        return EMPTY;
    }
    let id = figures.model_mut().formula(&label(column), format, Expr::Sum(ids));
    Slot { shown: Shown::Node(id), format, unknown: false }
}

/// Mean over the rows that have a figure, to two decimals.
fn column_mean(rows: &[Vec<Slot>], position: usize, column: &Column, figures: &mut Figures<'_>) -> Slot {
    let ids: Vec<NodeId> = rows.iter().filter_map(|r| r.get(position)?.node()).collect();
    let Ok(count @ 1..) = i64::try_from(ids.len()) else { return EMPTY };
    let mean = Expr::div(Expr::Sum(ids), Expr::whole(count)).round2();
    let id = figures.model_mut().formula(&label(column), Format::Posts, mean);
    Slot { shown: Shown::Node(id), format: Format::Posts, unknown: false }
}

fn label(column: &Column) -> String {
    match &column.month {
        Some(month) => format!("{month}: {}", column.heading),
        None => column.heading.clone(),
    }
}

fn put_row(pen: &mut Pen, slots: &[Slot], role: Role, figures: &Figures<'_>) {
    let row = pen.row;
    for (column, slot) in (0..).zip(slots) {
        let content = slot.shown.clone().content();
        if let Some(text) = figures.text_of(&content) {
            pen.at_least_high(row, measure::height(&text, pen.width(column, column)));
        }
        pen.sheet.put(row, column, role, slot.format, content);
    }
    pen.row += 1;
}

/// Writes group headings merged over their columns, months, headings and numbers. A column without a group takes all
/// rows above its number.
fn headings(pen: &mut Pen, columns: &[Column]) {
    let top = pen.row;
    let has_groups = columns.iter().any(|c| c.group.is_some());
    let has_months = columns.iter().any(|c| c.month.is_some());
    let month_row = top + u32::from(has_groups);
    let heading_row = month_row + u32::from(has_months);
    let numbered: Vec<(u32, &Column)> = (0..).zip(columns).collect();
    let groups = runs(&numbered, |c| c.group.as_deref());
    let months = runs(&numbered, |c| c.month.as_deref());
    for (runs, row, role) in [(&groups, top, Role::GroupHeading), (&months, month_row, Role::GroupHeading)] {
        for (first, last, text) in runs {
            pen.sheet.text(row, *first, role, text);
            pen.sheet.merge((row, *first, row, *last));
            let height = measure::height(text, pen.width(*first, *last));
            pen.at_least_high(row, height);
        }
    }
    let mut tallest_whole = measure::ONE_LINE;
    for (at, column) in &numbered {
        let height = measure::height(&column.heading, column.width);
        let from = match (&column.group, &column.month) {
            (_, Some(_)) => heading_row,
            (Some(_), None) => top + 1,
            (None, None) => top,
        };
        pen.sheet.text(from, *at, Role::Heading, &column.heading);
        pen.sheet.merge((from, *at, heading_row, *at));
        if from == heading_row {
            pen.at_least_high(heading_row, height);
        } else {
            tallest_whole = tallest_whole.max(height);
        }
    }
    let above: u32 = (top..heading_row).map(|r| height_of(pen, r)).sum();
    let rest = tallest_whole.saturating_sub(above).max(height_of(pen, heading_row));
    pen.at_least_high(heading_row, rest);
    for (at, column) in &numbered {
        let content = column
            .number
            .parse::<i64>()
            .map_or_else(|_| Content::Text(column.number.clone()), |n| Content::Number(Exact::whole(n)));
        let content = if column.number.is_empty() { Content::Blank } else { content };
        pen.sheet.put(heading_row + 1, *at, Role::ColumnNumber, Format::Count, content);
    }
    pen.row = heading_row + 2;
}

fn height_of(pen: &Pen, row: u32) -> u32 {
    pen.sheet.heights.get(&row).copied().unwrap_or(measure::ONE_LINE)
}

/// Returns runs of neighbouring columns with the same words: first, last, words.
fn runs<'a>(
    columns: &[(u32, &'a Column)],
    words: impl Fn(&'a Column) -> Option<&'a str>,
) -> Vec<(u32, u32, &'a str)> {
    let mut found: Vec<(u32, u32, &str)> = Vec::new();
    for (at, column) in columns {
        let Some(text) = words(column) else { continue };
        match found.last_mut() {
            Some((_, last, known)) if *last + 1 == *at && *known == text => *last = *at,
            _ => found.push((*at, *at, text)),
        }
    }
    found
}
