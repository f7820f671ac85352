//! Rows of those whom the office's register knows and who handed nothing in: a list of all who asked for money names
//! them too, who gave it up and who owes a settlement. They come last; nothing but the register speaks of them.

use super::super::BookFacts;
use super::super::rows::Rows;
use super::from_register;
use crate::calc::{Format, Model, Value as Number};
use crate::consolidate::register::RegisterRow;
use crate::forms::collected::{Row, named};
use crate::forms::definition::FieldRef;
use crate::forms::fields::Field;
use crate::forms::listed::Value;
use crate::intake::register::Measure;
use crate::units::Exact;

/// Returns a row for each of them.
pub fn rows(fields: &[FieldRef], facts: &BookFacts<'_>, known: &Rows<'_>, model: &mut Model) -> Vec<Row> {
    let Some(register) = facts.register else { return Vec::new() };
    let here = |row: &RegisterRow| {
        known.all().iter().any(|own| register.row_of(own.entry).is_some_and(|of| of.at == row.at))
    };
    let silent = register.rows.iter().filter(|row| row.name().is_some() && !here(row));
    let mut made = Vec::new();
    for (number, row) in (known.all().len()..).zip(silent) {
        let mut values = Row::default();
        for field in fields {
            if let Some(value) = value(*field, number, row, model) {
                values.values.insert(*field, value);
            }
        }
        made.push(values);
    }
    made
}

fn value(field: FieldRef, at: usize, row: &RegisterRow, model: &mut Model) -> Option<Value> {
    let digits = |from: usize, to: usize| {
        let part = row.teryt.as_deref()?.get(from..to)?;
        (!part.is_empty()).then(|| Value::Text(part.to_owned()))
    };
    let is = |name: &str| named(name) == Some(field);
    if is("agreement.municipality") {
        return row.name().map(|name| Value::Text(name.to_owned()));
    }
    if is("all.awarded") {
        // Who refused signed no agreement.
        let money = row.money(Measure::Awarded, None, None).filter(|_| row.accepted() != Some(false))?;
        let amount = Number::Number(money.to_exact());
        return Some(Value::Node(model.parameter("Przyznano (zł)", Format::Money, amount)));
    }
    let Field::Listed(listed) = field.field else { return None };
    match listed.name {
        "collective.number" => {
            let number = Exact::whole(i64::try_from(at).unwrap_or(i64::MAX).saturating_add(1));
            Some(Value::Node(model.parameter("Lp.", Format::Count, Number::Number(number))))
        }
        "collective.wk" => digits(0, 2),
        "collective.pk" => digits(2, 4),
        "collective.gk" => digits(4, 6),
        "collective.kind_code" => digits(6, 7),
        name => from_register(name, row, model),
    }
}
