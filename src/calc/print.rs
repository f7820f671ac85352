//! Formulas as a spreadsheet writes them, in the file format's English names with commas.
//!
//! Only functions that the common engines compute alike are used. A node that has no cell is written out in place.

use std::fmt::Write as _;

use super::expr::{Cond, Expr, Test};
use super::model::{Model, NodeId, Origin, Value};
use crate::source::{a1, push_a1};
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

/// Home cells by node. Nodes are numbered without gaps, so a list answers at once where a map would search.
#[derive(Clone, Debug, Default)]
pub struct Homes(Vec<Option<Place>>);

impl Homes {
    /// Returns the home of a node, if it has one.
    pub fn get(&self, id: NodeId) -> Option<Place> {
        self.0.get(id.0 as usize).copied().flatten()
    }

    /// Gives a node its home, unless it has one.
    pub fn claim(&mut self, id: NodeId, place: Place) {
        let index = id.0 as usize;
        if index >= self.0.len() {
            self.0.resize(index + 1, None);
        }
        self.0[index].get_or_insert(place);
    }

    /// Takes a node's home away.
    pub fn remove(&mut self, id: NodeId) {
        if let Some(home) = self.0.get_mut(id.0 as usize) {
            *home = None;
        }
    }
}

/// Where nodes stand.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Sheet names by position.
    pub sheets: Vec<String>,
    /// Home cells.
    pub homes: Homes,
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

/// Decimals to which a quotient is settled before it is rounded to grosze.
///
/// A quotient that is exactly half a grosz comes out of binary arithmetic a little below it when a long running sum went
/// into it: 67 653.165 became 67 653.164 999 999 94, which is 67 653.16 to one engine and 67 653.17 to another. Nine decimals
/// take that away. A true value nearer than 0.000 000 000 5 below half a grosz would be rounded up by them; the second engine
/// would then stop the run, as it does for every difference.
pub(crate) const SETTLED: u32 = 9;

/// Is a rounding printed as the pair that settles its quotient first?
pub(crate) fn settles_first(inner: &Expr, places: u32) -> bool {
    places <= 2 && matches!(inner, Expr::Div(..) | Expr::DivOrZero(..))
}

impl Printer<'_> {
    /// Prints the formula of an expression, without the equals sign.
    pub fn formula(&self, expr: &Expr) -> String {
        let mut out = String::with_capacity(64);
        self.expr(&mut out, expr);
        out
    }

    /// Prints a link to a node's home cell, if it has one.
    pub fn link(&self, id: NodeId) -> Option<String> {
        self.layout.homes.get(id).map(|home| {
            let mut out = String::new();
            self.address(&mut out, home);
            out
        })
    }

    fn address(&self, out: &mut String, place: Place) {
        self.prefix(out, place.sheet);
        push_a1(out, place.row, place.column);
    }

    /// Names the sheet where it is not the formula's own.
    fn prefix(&self, out: &mut String, sheet: usize) {
        if sheet == self.sheet {
            return;
        }
        let name = self.layout.sheets.get(sheet).map_or("", String::as_str);
        out.push('\'');
        for (i, part) in name.split('\'').enumerate() {
            if i > 0 {
                out.push_str("''");
            }
            out.push_str(part);
        }
        out.push_str("'!");
    }

    fn node(&self, out: &mut String, id: NodeId) {
        if let Some(home) = self.layout.homes.get(id) {
            return self.address(out, home);
        }
        match &self.model.node(id).origin {
            Origin::Formula(expr) => {
                out.push('(');
                self.expr(out, expr);
                out.push(')');
            }
            Origin::Input(_) | Origin::Parameter => match self.model.value(id) {
                Value::Number(n) => number(out, n),
                Value::Blank => out.push('0'),
                Value::Text(text) => quoted(out, text),
            },
        }
    }

    fn expr(&self, out: &mut String, expr: &Expr) {
        match expr {
            Expr::Number(n) => number(out, n),
            Expr::Ref(id) => self.node(out, *id),
            Expr::Blank => out.push_str("\"\""),
            Expr::Add(terms) => self.joined(out, terms, "+", "0"),
            Expr::Mul(factors) => self.joined(out, factors, "*", "1"),
            Expr::Sub(a, b) => self.between(out, "(", &[a, b], "-", ")"),
            Expr::DivOrZero(a, b) => {
                self.between(out, "IF(", &[b], "", "=0,0,");
                self.between(out, "", &[a, b], "/", ")");
            }
            Expr::Div(a, b) => self.between(out, "(", &[a, b], "/", ")"),
            Expr::Min(parts) => self.extreme(out, "MIN(", parts),
            Expr::Max(parts) => self.extreme(out, "MAX(", parts),
            Expr::Sum(ids) => self.sum(out, ids),
            Expr::SumWhere(values, tests) => out.push_str(&self.sum_where(values, tests)),
            Expr::MaxWhere(values, tests) => out.push_str(&self.max_where(values, tests)),
            Expr::RoundHalfUp(inner, places) if settles_first(inner, *places) => {
                self.between(out, "ROUND(ROUND(", &[inner], "", ",");
                let _writing_to_a_string_cannot_fail = write!(out, "{SETTLED}),{places})");
            }
            Expr::RoundHalfUp(inner, places) => {
                self.between(out, "ROUND(", &[inner], "", ",");
                let _writing_to_a_string_cannot_fail = write!(out, "{places})");
            }
            Expr::CutDown(inner, places) => {
                self.between(out, "ROUNDDOWN(ROUND(", &[inner], "", ",");
                let _writing_to_a_string_cannot_fail = write!(out, "{}),{places})", 6.max(*places));
            }
            Expr::If(cond, yes, no) => {
                out.push_str("IF(");
                self.cond(out, cond);
                self.between(out, ",", &[yes, no], ",", ")");
            }
        }
    }

    fn joined(&self, out: &mut String, parts: &[Expr], operator: &str, empty: &str) {
        match parts {
            [] => out.push_str(empty),
            [one] => self.expr(out, one),
            many => self.listed(out, "(", many, operator, ")"),
        }
    }

    /// Writes parts with something before, between and after them.
    fn between(&self, out: &mut String, before: &str, parts: &[&Expr], joint: &str, after: &str) {
        self.listed(out, before, parts.iter().copied(), joint, after);
    }

    fn listed<'e>(
        &self,
        out: &mut String,
        before: &str,
        parts: impl IntoIterator<Item = &'e Expr>,
        joint: &str,
        after: &str,
    ) {
        out.push_str(before);
        for (i, part) in parts.into_iter().enumerate() {
            if i > 0 {
                out.push_str(joint);
            }
            self.expr(out, part);
        }
        out.push_str(after);
    }

    /// `MIN` or `MAX`, as one range where its nodes stand under one another.
    fn extreme(&self, out: &mut String, name: &str, parts: &[Expr]) {
        let ids: Option<Vec<NodeId>> = parts
            .iter()
            .map(|p| match p {
                Expr::Ref(id) => Some(*id),
                _ => None,
            })
            .collect();
        if let Some(range) = ids.filter(|ids| ids.len() > 2).and_then(|ids| self.unbroken(&ids)) {
            out.push_str(name);
            out.push_str(&range);
            out.push(')');
            return;
        }
        self.listed(out, name, parts, ",", ")");
    }

    fn cond(&self, out: &mut String, cond: &Cond) {
        match cond {
            Cond::Equal(a, b) | Cond::Same(a, b) => self.between(out, "", &[a, b], "=", ""),
            Cond::AtLeast(a, b) => self.between(out, "", &[a, b], ">=", ""),
            Cond::Greater(a, b) => self.between(out, "", &[a, b], ">", ""),
            Cond::Blank(id) => {
                self.node(out, *id);
                out.push_str("=\"\"");
            }
            Cond::TextIs(id, text) => {
                self.node(out, *id);
                out.push('=');
                quoted(out, text);
            }
            Cond::All(parts) => self.conds(out, "AND(", parts),
            Cond::Any(parts) => self.conds(out, "OR(", parts),
            Cond::Not(inner) => match inner.as_ref() {
                Cond::Blank(id) => {
                    self.node(out, *id);
                    out.push_str("<>\"\"");
                }
                other => self.conds(out, "NOT(", std::slice::from_ref(other)),
            },
        }
    }

    fn conds(&self, out: &mut String, name: &str, parts: &[Cond]) {
        out.push_str(name);
        for (i, part) in parts.iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            self.cond(out, part);
        }
        out.push(')');
    }

    fn printed(&self, id: NodeId) -> String {
        let mut out = String::new();
        self.node(&mut out, id);
        out
    }

    /// Prints a sum with neighbouring cells of one column joined into ranges. A function takes at most 255 arguments,
    /// so long lists are nested.
    fn sum(&self, out: &mut String, ids: &[NodeId]) {
        let mut ranges: Vec<(Place, Place)> = Vec::new();
        let mut run: Option<(Place, Place)> = None;
        let mut loose = String::new();
        for id in ids {
            let Some(home) = self.layout.homes.get(*id) else {
                loose.push('+');
                self.node(&mut loose, *id);
                continue;
            };
            run = match run {
                Some((first, last))
                    if last.sheet == home.sheet && last.column == home.column && last.row + 1 == home.row =>
                {
                    Some((first, home))
                }
                Some(done) => {
                    ranges.push(done);
                    Some((home, home))
                }
                None => Some((home, home)),
            };
        }
        ranges.extend(run);
        match (ranges.is_empty(), loose.is_empty()) {
            (true, true) => out.push('0'),
            (true, false) => {
                out.push('(');
                out.push_str(loose.trim_start_matches('+'));
                out.push(')');
            }
            (false, true) => self.sum_of(out, &ranges),
            // In brackets: the sum may be a part of a product or a quotient.
            (false, false) => {
                out.push('(');
                self.sum_of(out, &ranges);
                out.push_str(&loose);
                out.push(')');
            }
        }
    }

    fn sum_of(&self, out: &mut String, ranges: &[(Place, Place)]) {
        const MOST: usize = 200;
        out.push_str("SUM(");
        if ranges.len() > MOST {
            let parts = ranges.chunks(ranges.len().div_ceil(MOST).max(MOST));
            apart(out, parts, |out, part| self.sum_of(out, part));
        } else {
            apart(out, ranges, |out, range| self.range(out, *range));
        }
        out.push(')');
    }

    /// Columns that stand as unbroken ranges of one height make a `SUMIFS`; else every row is asked by itself.
    fn sum_where(&self, values: &[NodeId], tests: &[(Vec<NodeId>, Test)]) -> String {
        let columns = tests.iter().map(|(column, test)| {
            let criterion = match test {
                Test::TextIs(text) => format!("\"{}\"", text.replace('"', "\"\"")),
                Test::Same(other) => self.printed(*other),
                Test::AtMost(bound) => format!("\"<=\"&{}", self.printed(*bound)),
                Test::AtLeast(bound) => format!("\">=\"&{}", self.printed(*bound)),
            };
            let same = column.len() == values.len();
            self.area(column).filter(|_| same).map(|range| format!("{range},{criterion}"))
        });
        let ranges: Option<Vec<String>> = std::iter::once(self.area(values)).chain(columns).collect();
        if let Some(ranges) = ranges {
            return format!("SUMIFS({})", ranges.join(","));
        }
        let rows = values.iter().enumerate().map(|(i, value)| {
            let conds = tests.iter().filter_map(|(c, t)| c.get(i).map(|id| t.cond(*id))).collect();
            Expr::when(Cond::All(conds), *value, Expr::whole(0))
        });
        self.formula(&Expr::Add(rows.collect()))
    }

    /// The largest as one `SUMPRODUCT`, which reads ranges value by value in every engine (`MAXIFS` is younger than
    /// many an office's program); columns with gaps are asked row by row.
    fn max_where(&self, values: &[NodeId], tests: &[(Vec<NodeId>, Test)]) -> String {
        let columns = tests.iter().map(|(column, test)| {
            let range = self.unbroken(column).filter(|_| column.len() == values.len())?;
            Some(match test {
                Test::TextIs(text) => format!("({range}=\"{}\")", text.replace('"', "\"\"")),
                Test::Same(other) => format!("({range}={})", self.printed(*other)),
                Test::AtMost(bound) => format!("({range}<={})", self.printed(*bound)),
                Test::AtLeast(bound) => format!("({range}>={})", self.printed(*bound)),
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
        self.formula(&Expr::Max(rows.collect()))
    }

    /// The range of nodes that stand under one another, with both ends even where they are one cell: some engines take
    /// no single cell where a function asks for a range.
    fn area(&self, ids: &[NodeId]) -> Option<String> {
        let range = self.unbroken(ids)?;
        let only = ids.first().filter(|_| ids.len() == 1).and_then(|id| self.layout.homes.get(*id));
        Some(only.map_or_else(|| range.clone(), |home| format!("{range}:{}", a1(home.row, home.column))))
    }

    /// The range of nodes that stand under one another without a gap.
    fn unbroken(&self, ids: &[NodeId]) -> Option<String> {
        let places: Option<Vec<Place>> = ids.iter().map(|id| self.layout.homes.get(*id)).collect();
        let places = places?;
        let next =
            |(a, b): (&Place, &Place)| a.sheet == b.sheet && a.column == b.column && a.row + 1 == b.row;
        let close = places.iter().zip(places.iter().skip(1)).all(next);
        let ends = (*places.first()?, *places.last()?);
        close.then(|| {
            let mut out = String::new();
            self.range(&mut out, ends);
            out
        })
    }

    fn range(&self, out: &mut String, (first, last): (Place, Place)) {
        self.address(out, first);
        if first != last {
            out.push(':');
            push_a1(out, last.row, last.column);
        }
    }
}

/// Writes arguments with commas between them.
fn apart<T>(out: &mut String, parts: impl IntoIterator<Item = T>, write: impl Fn(&mut String, T)) {
    for (i, part) in parts.into_iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        write(out, part);
    }
}

/// Writes a number for a formula: a decimal when it is one, else a quotient.
fn number(out: &mut String, n: &Exact) {
    if let Some(whole) = n.to_i64() {
        let _writing_to_a_string_cannot_fail = write!(out, "{whole}");
    } else if n.to_exact_decimal(12).is_some() {
        out.push_str(&n.to_short(12));
    } else {
        let (numerator, denominator) = n.parts();
        let _writing_to_a_string_cannot_fail = write!(out, "({numerator}/{denominator})");
    }
}

fn quoted(out: &mut String, text: &str) {
    out.push('"');
    out.push_str(&text.replace('"', "\"\""));
    out.push('"');
}

#[cfg(test)]
mod tests;
