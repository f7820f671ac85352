//! Tables and lists: every column named exists, every cell says one thing.

use toml::Spanned;

use super::{Outcome, Place, field_ref, part_of, plain_field, row_unit, trouble, word};
use crate::forms::definition::{
    Column, ColumnCell, FieldRef, List, ListRow, ListValue, Paper, RowFormula, RowUnit, Table, TotalCell,
    When,
};
use crate::forms::fields::Scope;
use crate::forms::load::raw;

pub fn table(at: usize, raw: raw::Block, paper: Option<Paper>) -> Outcome<Table> {
    let Some(rows) = &raw.rows else { return trouble(at, "a table needs `rows`".into()) };
    let rows = row_unit(rows, paper)?;
    let of_settlement = matches!(paper, None | Some(Paper::Collective));
    if let (false, Some(component)) = (of_settlement, &raw.component) {
        return trouble(component.span().start, "`component` is not for papers".into());
    }
    let half_totals = raw.half_totals.as_ref().map(|labels| half_totals(labels, rows)).transpose()?;
    let part_of = raw.component.as_ref().map(part_of).transpose()?;
    let written = raw.column.as_deref().unwrap_or_default();
    let numbers: Vec<&str> = written.iter().map(|c| c.number.get_ref().as_str()).collect();
    let mut columns = written
        .iter()
        .map(|c| column(c, Place::row(rows, paper), &numbers))
        .collect::<Outcome<Vec<Column>>>()?;
    let computed = |c: &Column| matches!(c.cell, ColumnCell::Formula(_));
    for (i, (c, place)) in columns.iter().zip(written).enumerate() {
        let ColumnCell::Formula(formula) = &c.cell else { continue };
        // Cells are computed from left to right.
        if formula.columns().iter().any(|p| *p >= i && columns.get(*p).is_some_and(computed)) {
            let problem =
                format!("column {}: adds up a column that is computed itself and not left of it", c.number);
            return trouble(place.number.span().start, problem);
        }
    }
    columns.extend(month_columns(at, &raw, rows)?);
    Ok(Table { rows, part_of, total: raw.total, half_totals, columns })
}

fn half_totals(labels: &Spanned<Vec<String>>, rows: RowUnit) -> Outcome<[String; 2]> {
    match (rows, labels.get_ref().as_slice()) {
        (RowUnit::Listed(Paper::Request), [first, second]) => Ok([first.clone(), second.clone()]),
        _ => trouble(labels.span().start, "`half_totals` takes two labels, with rows = \"month\"".into()),
    }
}

fn column(raw: &raw::Column, place: Place, numbers: &[&str]) -> Outcome<Column> {
    let at = raw.number.span().start;
    let blank = raw.left_blank == Some(true);
    let field = raw.field.as_ref().map(|f| field_ref(f, raw.round.as_ref(), place)).transpose()?;
    let own = formula(raw.sum.as_ref(), raw.difference.as_ref(), numbers)?;
    let in_total_field =
        raw.total_field.as_ref().map(|f| field_ref(f, raw.round.as_ref(), Place::once(place.paper)));
    let in_total_field = in_total_field.transpose()?;
    let in_total = formula(raw.total_sum.as_ref(), raw.total_difference.as_ref(), numbers)?;
    if raw.round.is_some() && field.is_none() && in_total_field.is_none() {
        return trouble(
            at,
            format!("column {}: `round` needs `field` or `total_field`", raw.number.get_ref()),
        );
    }
    let asked: Vec<TotalCell> = [
        in_total_field.map(TotalCell::Field),
        in_total.map(TotalCell::Formula),
        (raw.total_mean == Some(true)).then_some(TotalCell::Mean),
        (raw.no_total == Some(true)).then_some(TotalCell::Empty),
        raw.total_text.clone().map(TotalCell::Text),
    ]
    .into_iter()
    .flatten()
    .collect();
    let for_total = match asked.as_slice() {
        [] => Some(None),
        [one] => Some(Some(one.clone())),
        _ => None,
    };
    let (cell, total) = match (field, own, for_total, blank) {
        (Some(field), None, Some(total), false) => {
            (ColumnCell::Field(field), total.unwrap_or(TotalCell::Sum))
        }
        (None, Some(own), Some(total), false) => (ColumnCell::Formula(own), total.unwrap_or(TotalCell::Sum)),
        (None, None, Some(Some(total @ (TotalCell::Field(_) | TotalCell::Formula(_)))), false) => {
            (ColumnCell::Empty, total)
        }
        (None, None, Some(None), true) => (ColumnCell::Empty, TotalCell::Empty),
        _ => {
            return trouble(
                at,
                format!(
                    "column {}: one of `field`, `sum`, `difference`, `left_blank = true`, and at most one of \
                     `total_field`, `total_sum`, `total_difference`, `total_mean`, `total_text`, `no_total`",
                    raw.number.get_ref()
                ),
            );
        }
    };
    Ok(Column {
        number: raw.number.get_ref().clone(),
        group: raw.group.clone(),
        month: None,
        heading: raw.heading.clone(),
        width: width(&raw.width)?,
        cell,
        total,
    })
}

pub fn width(raw: &Spanned<u32>) -> Outcome<u32> {
    match *raw.get_ref() {
        width @ 3..=120 => Ok(width),
        other => trouble(raw.span().start, format!("`width` is {other}; accepted: 3 to 120 characters")),
    }
}

type Names<'a> = Option<&'a Spanned<Vec<String>>>;

fn formula(sum: Names<'_>, difference: Names<'_>, numbers: &[&str]) -> Outcome<Option<RowFormula>> {
    match (sum, difference) {
        (None, None) => Ok(None),
        (Some(sum), None) => Ok(Some(RowFormula::Sum(positions(sum, numbers)?))),
        (None, Some(difference)) => match positions(difference, numbers)?.as_slice() {
            [a, b] => Ok(Some(RowFormula::Difference(*a, *b))),
            _ => trouble(difference.span().start, "`difference` takes two columns".into()),
        },
        (Some(_), Some(difference)) => {
            trouble(difference.span().start, "`sum` or `difference`, not both".into())
        }
    }
}

fn positions(written: &Spanned<Vec<String>>, numbers: &[&str]) -> Outcome<Vec<usize>> {
    written
        .get_ref()
        .iter()
        .map(|name| match numbers.iter().position(|n| n == name) {
            Some(position) => Ok(position),
            None => trouble(
                written.span().start,
                format!("no column \"{name}\" in this table; there are: {}", numbers.join(", ")),
            ),
        })
        .collect()
}

fn month_columns(at: usize, raw: &raw::Block, rows: RowUnit) -> Outcome<Vec<Column>> {
    let (Some(months), Some(names), Some(numbers), Some(written)) =
        (&raw.months, &raw.month_names, &raw.month_numbers, &raw.month_column)
    else {
        let any = raw.months.is_some() || raw.month_names.is_some() || raw.month_numbers.is_some();
        if any || raw.month_column.is_some() || raw.month_group.is_some() {
            return trouble(
                at,
                "months need `months`, `month_names`, `month_numbers` and `month_column`".into(),
            );
        }
        return Ok(Vec::new());
    };
    let place = months.span().start;
    if rows != RowUnit::Assistant {
        return trouble(place, "`months` need rows of assistants".into());
    }
    if names.len() != months.get_ref().len() || numbers.len() != names.len() * written.len() {
        return trouble(place, "one name a month, and one number a month and column".into());
    }
    if let Some(odd) = months.get_ref().iter().find(|m| !(1..=12).contains(*m)) {
        return trouble(place, format!("month {odd}; accepted: 1 to 12"));
    }
    let mut columns = Vec::new();
    let mut printed = numbers.iter();
    for (month, name) in months.get_ref().iter().zip(names) {
        for c in written {
            let place = Place { scope: Scope::AssistantMonth, paper: None };
            let field = plain_field(&c.field, place)?;
            columns.push(Column {
                number: printed.next().cloned().unwrap_or_default(),
                group: raw.month_group.clone(),
                month: Some(name.clone()),
                heading: c.heading.clone(),
                width: width(&c.width)?,
                cell: ColumnCell::Field(FieldRef { field, round: None, month: Some(*month) }),
                total: TotalCell::Sum,
            });
        }
    }
    Ok(columns)
}

pub fn list(at: usize, raw: raw::Block, paper: Option<Paper>) -> Outcome<List> {
    let (headings, widths) = (raw.headings.unwrap_or_default(), raw.widths.unwrap_or_default());
    let spans = raw.spans.unwrap_or_else(|| vec![1; headings.len()]);
    let whole =
        spans.iter().all(|s| (1..=20).contains(s)) && spans.iter().sum::<u32>() as usize == widths.len();
    if headings.len() < 3 || spans.len() != headings.len() || !whole {
        return trouble(
            at,
            "a list needs at least three `headings`, a `width` for each column of the sheet and, where a heading \
             lies over several columns, `spans`, which add up to the number of `widths`"
                .into(),
        );
    }
    let rows = raw
        .row
        .unwrap_or_default()
        .into_iter()
        .map(|row| list_row(row, headings.len() - 2, paper))
        .collect::<Outcome<Vec<ListRow>>>()?;
    Ok(List { headings, widths, spans, rows })
}

fn list_row(raw: raw::ListRow, places: usize, paper: Option<Paper>) -> Outcome<ListRow> {
    let when = raw
        .when
        .map(|w| word("when", &w, &[("sibling", When::Sibling), ("not-sibling", When::NotSibling)]))
        .transpose()?;
    let at = raw.values.span().start;
    let written = raw.values.into_inner();
    if written.len() != places {
        return trouble(
            at,
            format!("row {} has {} values; the list has room for {places}", raw.number, written.len()),
        );
    }
    let values = written
        .iter()
        .enumerate()
        .map(|(i, v)| match v.get_ref().as_str() {
            "" => Ok(ListValue::Empty),
            "difference" if i >= 2 => Ok(ListValue::Difference),
            _ => field_ref(v, None, Place::once(paper)).map(ListValue::Field),
        })
        .collect::<Outcome<Vec<ListValue>>>()?;
    Ok(ListRow { number: raw.number, label: raw.label, when, values })
}
