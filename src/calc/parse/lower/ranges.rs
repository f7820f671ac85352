//! The functions that go through the rows of ranges: `SUMIFS`, and the largest of the rows that pass.

use super::{Cells, Holds, Work};
use crate::calc::parse::{Area, Comparison, Kind, Tree};
use crate::calc::print::Place;
use crate::calc::{Expr, NodeId, Test, Value};
use crate::units::Exact;

impl<C: Cells> Work<'_, C> {
    pub(super) fn sum_ifs(&mut self, values: &Tree, tests: &[Tree]) -> Result<Expr, Kind> {
        let area = area(values).ok_or_else(|| Kind::Unreadable("SUMIFS".to_owned()))?;
        if tests.is_empty() || !tests.len().is_multiple_of(2) {
            return Err(Kind::Unreadable("SUMIFS".to_owned()));
        }
        let mut read = Vec::new();
        for pair in tests.chunks(2) {
            let [column, criterion] = pair else { continue };
            let column = matching(column, area, "SUMIFS")?;
            read.push((column, self.criterion(criterion)?));
        }
        let (values, tests) = self.rows(area, &read)?;
        Ok(Expr::SumWhere(values, tests))
    }

    /// Rows in which the value and all that is tested are filled; others add nothing.
    #[allow(clippy::type_complexity)]
    fn rows(
        &mut self,
        area: Area,
        tests: &[(Area, Test)],
    ) -> Result<(Vec<NodeId>, Vec<(Vec<NodeId>, Test)>), Kind> {
        let mut values = Vec::new();
        let mut columns: Vec<(Vec<NodeId>, Test)> =
            tests.iter().map(|(_, test)| (Vec::new(), *test)).collect();
        for (cell, id) in self.cells.filled(area)? {
            let beside = |column: &Area| {
                self.cells.found(Place {
                    sheet: column.sheet,
                    row: column.first.0 + (cell.row - area.first.0),
                    column: column.first.1 + (cell.column - area.first.1),
                })
            };
            let row: Option<Vec<NodeId>> = tests.iter().map(|(column, _)| beside(column)).collect();
            let Some(row) = row else { continue };
            values.push(id);
            columns.iter_mut().zip(row).for_each(|((column, _), id)| column.push(id));
        }
        Ok((values, columns))
    }

    /// `"word"`, `"<="&A1`, `"<=5"` or a cell.
    fn criterion(&mut self, tree: &Tree) -> Result<Test, Kind> {
        let unknown = |text: &str| Kind::UnknownFunction(format!("SUMIFS \"{text}\""));
        match tree {
            Tree::Text(text) => {
                let sign = text.strip_prefix("<=").map(|n| (true, n));
                let sign = sign.or_else(|| text.strip_prefix(">=").map(|n| (false, n)));
                if let Some((most, n)) = sign {
                    let n = Exact::parse_decimal(n).ok_or_else(|| unknown(text))?;
                    let bound = self.cells.constant(Value::Number(n));
                    return Ok(if most { Test::AtMost(bound) } else { Test::AtLeast(bound) });
                }
                let plain = !text.is_empty()
                    && !text.contains(['*', '?', '~'])
                    && !text.starts_with(['<', '>', '='])
                    && Exact::parse_decimal(text).is_none();
                if !plain {
                    return Err(unknown(text));
                }
                Ok(Test::Same(self.cells.constant(Value::Text(text.clone()))))
            }
            Tree::Join(parts) => match parts.as_slice() {
                [Tree::Text(sign), bound] if sign == "<=" => Ok(Test::AtMost(self.bound(bound)?)),
                [Tree::Text(sign), bound] if sign == ">=" => Ok(Test::AtLeast(self.bound(bound)?)),
                _ => Err(unknown("&")),
            },
            Tree::Number(n) => Ok(Test::Same(self.cells.constant(Value::Number(n.clone())))),
            Tree::Cell(cell) => {
                let id = self.cells.node(*cell);
                match self.cells.model().value(id) {
                    Value::Number(_) => Ok(Test::Same(id)),
                    Value::Text(text)
                        if Exact::parse_decimal(text).is_none()
                            && !text.contains(['*', '?', '~', '<', '>', '=']) =>
                    {
                        Ok(Test::Same(id))
                    }
                    _ => Err(unknown(&crate::source::a1(cell.row, cell.column))),
                }
            }
            _ => Err(unknown("…")),
        }
    }

    /// The node of a number that others are compared with. An empty one compares as no number does.
    fn bound(&mut self, tree: &Tree) -> Result<NodeId, Kind> {
        if let Tree::Cell(cell) = tree {
            let id = self.cells.node(*cell);
            if self.holds(*cell, id) != Holds::Number {
                self.fault(Kind::NotANumber(Some(*cell)));
            }
            return Ok(id);
        }
        Ok(match self.number(tree)? {
            Expr::Ref(id) => id,
            Expr::Number(n) => self.cells.constant(Value::Number(n)),
            other => self.cells.step(other),
        })
    }

    /// `SUMPRODUCT(MAX((column<=x)*…*values))`.
    pub(super) fn max_where(&mut self, product: &[Tree]) -> Result<Expr, Kind> {
        let unknown = || Kind::UnknownFunction("SUMPRODUCT".to_owned());
        let factors = match product {
            [Tree::Product(factors, divisors)] if divisors.is_empty() => factors.as_slice(),
            [one] => std::slice::from_ref(one),
            _ => return Err(unknown()),
        };
        let Some((last, tests)) = factors.split_last() else { return Err(unknown()) };
        let area = area(last).ok_or_else(unknown)?;
        let mut read = Vec::new();
        for test in tests {
            let Tree::Compare(how, column, bound) = test else { return Err(unknown()) };
            let column = matching(column, area, "SUMPRODUCT")?;
            let test = match (how, &**bound) {
                (Comparison::AtMost, bound) => Test::AtMost(self.bound(bound)?),
                (Comparison::AtLeast, bound) => Test::AtLeast(self.bound(bound)?),
                (Comparison::Equal, Tree::Text(text)) if !text.is_empty() => {
                    Test::Same(self.cells.constant(Value::Text(text.clone())))
                }
                _ => return Err(unknown()),
            };
            read.push((column, test));
        }
        let filled = self.cells.filled(area)?.len();
        let (values, tests) = self.rows(area, &read)?;
        let model = self.cells.model();
        let negative = |id: &NodeId| !matches!(model.value(*id), Value::Number(n) if !n.is_negative());
        let untested = |(ids, test): &(Vec<NodeId>, Test)| {
            let numbers = !matches!(test, Test::Same(_) | Test::TextIs(_));
            numbers && ids.iter().any(|id| !matches!(model.value(*id), Value::Number(_)))
        };
        // What a spreadsheet makes of texts, gaps and numbers below zero here is not what the step means.
        if values.len() != filled || values.iter().any(negative) || tests.iter().any(untested) {
            self.fault(Kind::NotANumber(None));
        }
        Ok(Expr::MaxWhere(values, tests))
    }
}

/// A range, or one cell where a range of one row is meant.
fn area(tree: &Tree) -> Option<Area> {
    match tree {
        Tree::Cell(cell) => Some(Area::of(*cell)),
        Tree::Range(area) => Some(*area),
        _ => None,
    }
}

fn matching(tree: &Tree, values: Area, name: &str) -> Result<Area, Kind> {
    match area(tree) {
        Some(area) if area.shape() == values.shape() => Ok(area),
        _ => Err(Kind::Array(name.to_owned())),
    }
}
