//! Formulas as a spreadsheet writes them, in the file format's English names with commas.
//!
//! Only functions that the common engines compute alike are used. A node that has no cell is written out in place.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::expr::{Cond, Expr, Test};
use super::model::{Model, NodeId, Origin, Value};
use crate::source::{a1, column_letters};
use crate::units::Exact;

/// The home cell of a node: sheet by number, row and column from zero.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// Sheet, by position in the book.
    pub sheet: usize,
    /// Row from zero.
    pub row: u32,
    /// Column from zero.
    pub column: u32,
}

/// Where nodes stand.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Sheet names by position.
    pub sheets: Vec<String>,
    /// Home cells.
    pub homes: BTreeMap<NodeId, Place>,
}

/// Prints formulas that stand on one sheet.
pub struct Printer<'a> {
    /// The values and formulas.
    pub model: &'a Model,
    /// Where nodes stand.
    pub layout: &'a Layout,
    /// The sheet the formula stands on.
    pub sheet: usize,
}

impl Printer<'_> {
    /// Prints the formula of an expression, without the equals sign.
    pub fn formula(&self, expr: &Expr) -> String {
        self.expr(expr)
    }

    /// Prints a link to a node's home cell, if it has one.
    pub fn link(&self, id: NodeId) -> Option<String> {
        self.layout.homes.get(&id).map(|home| self.address(*home))
    }

    fn address(&self, place: Place) -> String {
        let cell = a1(place.row, place.column);
        if place.sheet == self.sheet { cell } else { format!("{}{cell}", self.sheet_prefix(place.sheet)) }
    }

    fn sheet_prefix(&self, sheet: usize) -> String {
        let name = self.layout.sheets.get(sheet).map_or("", String::as_str);
        format!("'{}'!", name.replace('\'', "''"))
    }

    fn node(&self, id: NodeId) -> String {
        if let Some(home) = self.layout.homes.get(&id) {
            return self.address(*home);
        }
        match &self.model.node(id).origin {
            Origin::Formula(expr) => format!("({})", self.expr(expr)),
            Origin::Input(_) | Origin::Parameter => match self.model.value(id) {
                Value::Number(n) => number(n),
                Value::Blank => "0".to_owned(),
                Value::Text(text) => format!("\"{}\"", text.replace('"', "\"\"")),
            },
        }
    }

    fn expr(&self, expr: &Expr) -> String {
        match expr {
            Expr::Number(n) => number(n),
            Expr::Ref(id) => self.node(*id),
            Expr::Blank => "\"\"".to_owned(),
            Expr::Add(terms) => self.joined(terms, "+", "0"),
            Expr::Mul(factors) => self.joined(factors, "*", "1"),
            Expr::Sub(a, b) => format!("({}-{})", self.expr(a), self.expr(b)),
            Expr::DivOrZero(a, b) => {
                let divisor = self.expr(b);
                format!("IF({divisor}=0,0,{}/{divisor})", self.expr(a))
            }
            Expr::Min(parts) => self.call("MIN", parts),
            Expr::Max(parts) => self.call("MAX", parts),
            Expr::Sum(ids) => self.sum(ids),
            Expr::SumWhere(values, tests) => self.sum_where(values, tests),
            Expr::MaxWhere(values, tests) => self.max_where(values, tests),
            Expr::RoundHalfUp(inner, places) => format!("ROUND({},{places})", self.expr(inner)),
            Expr::CutDown(inner, places) => {
                format!("ROUNDDOWN(ROUND({},{}),{places})", self.expr(inner), 6.max(*places))
            }
            Expr::If(cond, yes, no) => {
                format!("IF({},{},{})", self.cond(cond), self.expr(yes), self.expr(no))
            }
        }
    }

    fn joined(&self, parts: &[Expr], operator: &str, empty: &str) -> String {
        match parts {
            [] => empty.to_owned(),
            [one] => self.expr(one),
            many => {
                let texts: Vec<String> = many.iter().map(|p| self.expr(p)).collect();
                format!("({})", texts.join(operator))
            }
        }
    }

    /// Prints a smallest or largest; cells under one another become a range, which such functions read alike.
    fn call(&self, name: &str, parts: &[Expr]) -> String {
        let ids: Option<Vec<NodeId>> = parts
            .iter()
            .map(|p| match p {
                Expr::Ref(id) => Some(*id),
                _ => None,
            })
            .collect();
        if let Some(range) = ids.filter(|ids| ids.len() > 2).and_then(|ids| self.unbroken(&ids)) {
            return format!("{name}({range})");
        }
        let texts: Vec<String> = parts.iter().map(|p| self.expr(p)).collect();
        format!("{name}({})", texts.join(","))
    }

    fn cond(&self, cond: &Cond) -> String {
        let all = |name: &str, parts: &[Cond]| {
            let texts: Vec<String> = parts.iter().map(|p| self.cond(p)).collect();
            format!("{name}({})", texts.join(","))
        };
        match cond {
            Cond::Equal(a, b) => format!("{}={}", self.expr(a), self.expr(b)),
            Cond::AtLeast(a, b) => format!("{}>={}", self.expr(a), self.expr(b)),
            Cond::Greater(a, b) => format!("{}>{}", self.expr(a), self.expr(b)),
            Cond::Blank(id) => format!("{}=\"\"", self.node(*id)),
            Cond::TextIs(id, text) => format!("{}=\"{}\"", self.node(*id), text.replace('"', "\"\"")),
            Cond::All(parts) => all("AND", parts),
            Cond::Any(parts) => all("OR", parts),
            Cond::Not(inner) => match inner.as_ref() {
                Cond::Blank(id) => format!("{}<>\"\"", self.node(*id)),
                other => format!("NOT({})", self.cond(other)),
            },
        }
    }

    /// Prints a sum with neighbouring cells of one column joined into ranges. A function takes at most 255 arguments,
    /// so long lists are nested.
    fn sum(&self, ids: &[NodeId]) -> String {
        let mut arguments: Vec<String> = Vec::new();
        let mut run: Option<(Place, Place)> = None;
        let mut loose = String::new();
        for id in ids {
            let Some(home) = self.layout.homes.get(id).copied() else {
                let _writing_to_a_string_cannot_fail = write!(loose, "+{}", self.node(*id));
                continue;
            };
            run = match run {
                Some((first, last))
                    if last.sheet == home.sheet && last.column == home.column && last.row + 1 == home.row =>
                {
                    Some((first, home))
                }
                Some(done) => {
                    arguments.push(self.range(done));
                    Some((home, home))
                }
                None => Some((home, home)),
            };
        }
        arguments.extend(run.map(|done| self.range(done)));
        while arguments.len() > 200 {
            arguments = arguments.chunks(200).map(|part| format!("SUM({})", part.join(","))).collect();
        }
        match (arguments.is_empty(), loose.is_empty()) {
            (true, true) => "0".to_owned(),
            (true, false) => format!("({})", loose.trim_start_matches('+')),
            (false, true) => format!("SUM({})", arguments.join(",")),
            // In brackets: the sum may be a part of a product or a quotient.
            (false, false) => format!("(SUM({}){loose})", arguments.join(",")),
        }
    }

    /// Columns that stand as unbroken ranges of one height make a `SUMIFS`; else every row is asked by itself.
    fn sum_where(&self, values: &[NodeId], tests: &[(Vec<NodeId>, Test)]) -> String {
        let columns = tests.iter().map(|(column, test)| {
            let criterion = match test {
                Test::TextIs(text) => format!("\"{}\"", text.replace('"', "\"\"")),
                Test::AtMost(bound) => format!("\"<=\"&{}", self.node(*bound)),
                Test::AtLeast(bound) => format!("\">=\"&{}", self.node(*bound)),
            };
            let same = column.len() == values.len();
            self.unbroken(column).filter(|_| same).map(|range| format!("{range},{criterion}"))
        });
        let ranges: Option<Vec<String>> = std::iter::once(self.unbroken(values)).chain(columns).collect();
        if let Some(ranges) = ranges {
            return format!("SUMIFS({})", ranges.join(","));
        }
        let rows = values.iter().enumerate().map(|(i, value)| {
            let conds = tests.iter().filter_map(|(c, t)| c.get(i).map(|id| t.cond(*id))).collect();
            Expr::when(Cond::All(conds), *value, Expr::whole(0))
        });
        self.expr(&Expr::Add(rows.collect()))
    }

    /// The largest as one `SUMPRODUCT`, which reads ranges value by value in every engine (`MAXIFS` is younger than
    /// many an office's program); columns with gaps are asked row by row.
    fn max_where(&self, values: &[NodeId], tests: &[(Vec<NodeId>, Test)]) -> String {
        let columns = tests.iter().map(|(column, test)| {
            let range = self.unbroken(column).filter(|_| column.len() == values.len())?;
            Some(match test {
                Test::TextIs(text) => format!("({range}=\"{}\")", text.replace('"', "\"\"")),
                Test::AtMost(bound) => format!("({range}<={})", self.node(*bound)),
                Test::AtLeast(bound) => format!("({range}>={})", self.node(*bound)),
            })
        });
        let factors: Option<Vec<String>> = columns.chain(std::iter::once(self.unbroken(values))).collect();
        if let Some(factors) = factors {
            return format!("SUMPRODUCT(MAX({}))", factors.join("*"));
        }
        let rows = values.iter().enumerate().map(|(i, value)| {
            let conds = tests.iter().filter_map(|(c, t)| c.get(i).map(|id| t.cond(*id))).collect();
            Expr::when(Cond::All(conds), *value, Expr::whole(0))
        });
        self.expr(&Expr::Max(rows.collect()))
    }

    /// The range of nodes that stand under one another without a gap.
    fn unbroken(&self, ids: &[NodeId]) -> Option<String> {
        let places: Option<Vec<Place>> = ids.iter().map(|id| self.layout.homes.get(id).copied()).collect();
        let places = places?;
        let next =
            |(a, b): (&Place, &Place)| a.sheet == b.sheet && a.column == b.column && a.row + 1 == b.row;
        let close = places.iter().zip(places.iter().skip(1)).all(next);
        let ends = (*places.first()?, *places.last()?);
        close.then(|| self.range(ends))
    }

    fn range(&self, (first, last): (Place, Place)) -> String {
        if first == last {
            return self.address(first);
        }
        let prefix = if first.sheet == self.sheet { String::new() } else { self.sheet_prefix(first.sheet) };
        let letters = column_letters(first.column);
        format!("{prefix}{letters}{}:{letters}{}", first.row + 1, last.row + 1)
    }
}

/// Writes a number for a formula: a decimal when it is one, else a quotient.
fn number(n: &Exact) -> String {
    n.to_exact_decimal(12).map_or_else(
        || {
            let (numerator, denominator) = n.parts();
            format!("({numerator}/{denominator})")
        },
        |_| n.to_short(12),
    )
}

#[cfg(test)]
mod tests {
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
                layout.homes.insert(*id, Place { sheet: 0, row, column });
            }
        }
        assert_eq!(expr.number(&model), Exact::whole(1));
        let printed = |layout: &Layout| Printer { model: &model, layout, sheet: 0 }.formula(&expr);
        assert_eq!(printed(&layout), "SUMIFS(A1:A2,B1:B2,\"<=\"&15)");
        layout.homes.remove(&days[1]);
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
                layout.homes.insert(*id, Place { sheet: 0, row, column });
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
        let mut layout =
            Layout { sheets: vec!["Formularz".into(), "Dane - Płace".into()], ..Layout::default() };
        for (row, id) in [(4, ids[0]), (5, ids[1]), (9, ids[2])] {
            layout.homes.insert(id, Place { sheet: 1, row, column: 2 });
        }
        let printer = Printer { model: &model, layout: &layout, sheet: 0 };
        assert_eq!(printer.formula(&Expr::Sum(ids)), "(SUM('Dane - Płace'!C5:C6,'Dane - Płace'!C10)+4)");
    }
}
