//! From the tree of a formula to an [`Expr`] over nodes, with the meaning that spreadsheets give it: what `MIN` and
//! `SUM` skip, what a comparison of texts says, and what would be an error in the cell.
//!
//! An error in a branch of an `IF` that is not taken does not matter, as in a spreadsheet; all nodes that a formula
//! refers to must therefore have their values when it is lowered.

mod ranges;

use super::{Area, Comparison, Function, Kind, Tree};
use crate::calc::print::{Place, SETTLED, settles_first};
use crate::calc::{Cond, Expr, Model, NodeId, Value};

/// The cells that formulas refer to.
pub trait Cells {
    /// The values so far.
    fn model(&self) -> &Model;
    /// Returns the node of a cell; makes a blank one where nothing stands.
    fn node(&mut self, cell: Place) -> NodeId;
    /// Returns the node of a filled cell.
    fn found(&self, cell: Place) -> Option<NodeId>;
    /// Returns the filled cells of an area, column by column.
    fn filled(&mut self, area: Area) -> Result<Vec<(Place, NodeId)>, Kind>;
    /// Returns a node for a number or a text written in a formula.
    fn constant(&mut self, value: Value) -> NodeId;
    /// Returns a node for a part of a formula.
    fn step(&mut self, expr: Expr) -> NodeId;
}

/// A formula as an expression.
#[derive(Clone, Debug)]
pub struct Lowered {
    /// The expression.
    pub expr: Expr,
    /// The error that a spreadsheet would show, if it would show one.
    pub fault: Option<Kind>,
}

/// Lowers a formula.
pub fn lower(tree: &Tree, cells: &mut impl Cells) -> Result<Lowered, Kind> {
    let mut work = Work { cells, fault: None };
    let expr = work.value(tree)?;
    Ok(Lowered { expr, fault: work.fault })
}

struct Work<'a, C: Cells> {
    cells: &'a mut C,
    fault: Option<Kind>,
}

/// What a comparison meets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Number,
    Text,
    /// A cell in which nothing stands: zero to a number, nothing to a text.
    Empty,
}

impl<C: Cells> Work<'_, C> {
    fn fault(&mut self, kind: Kind) {
        self.fault.get_or_insert(kind);
    }

    /// The result of a formula or of a branch: a number, a text or nothing.
    fn value(&mut self, tree: &Tree) -> Result<Expr, Kind> {
        Ok(match tree {
            Tree::Text(text) if text.is_empty() => Expr::Blank,
            Tree::Text(text) => Expr::Ref(self.cells.constant(Value::Text(text.clone()))),
            Tree::Cell(cell) => {
                let empty = self.cells.found(*cell).is_none();
                let node = Expr::Ref(self.cells.node(*cell));
                // A cell that shows an empty cell shows zero.
                if empty { Expr::Add(vec![node]) } else { node }
            }
            Tree::Truth(_)
            | Tree::Compare(..)
            | Tree::Call(Function::And | Function::Or | Function::Not, _) => {
                self.fault(Kind::TruthValue);
                self.number(tree)?
            }
            Tree::Call(Function::If, parts) => self.choice(parts)?,
            Tree::Number(_) | Tree::Sum(..) | Tree::Product(..) | Tree::Call(..) => self.number(tree)?,
            Tree::Range(area) => return Err(Kind::Array(area.a1())),
            Tree::Join(_) => return Err(Kind::UnknownFunction("&".to_owned())),
        })
    }

    fn numbers(&mut self, trees: &[Tree]) -> Result<Vec<Expr>, Kind> {
        trees.iter().map(|tree| self.number(tree)).collect()
    }

    /// A number: a blank cell counts as zero, a text is an error.
    fn number(&mut self, tree: &Tree) -> Result<Expr, Kind> {
        Ok(match tree {
            Tree::Number(n) => Expr::Number(n.clone()),
            Tree::Truth(truth) => Expr::whole(i64::from(*truth)),
            Tree::Text(_) => {
                self.fault(Kind::NotANumber(None));
                self.value(tree)?
            }
            Tree::Cell(cell) => {
                let id = self.cells.node(*cell);
                if self.holds(*cell, id) == Holds::Text {
                    self.fault(Kind::NotANumber(Some(*cell)));
                }
                Expr::Ref(id)
            }
            Tree::Sum(plus, minus) => {
                let plus = self.numbers(plus)?;
                if minus.is_empty() {
                    return Ok(Expr::Add(plus));
                }
                let minus = self.numbers(minus)?;
                Expr::sub(together(plus, Expr::Add), together(minus, Expr::Add))
            }
            Tree::Product(factors, divisors) => {
                let top = together(self.numbers(factors)?, Expr::Mul);
                if divisors.is_empty() {
                    return Ok(top);
                }
                let divisors = self.numbers(divisors)?;
                if divisors.iter().any(|divisor| divisor.number(self.cells.model()).is_zero()) {
                    self.fault(Kind::DivisionByZero);
                }
                Expr::Div(Box::new(top), Box::new(together(divisors, Expr::Mul)))
            }
            Tree::Compare(..) | Tree::Call(Function::And | Function::Or | Function::Not, _) => {
                Expr::when(self.cond(tree)?, Expr::whole(1), Expr::whole(0))
            }
            Tree::Call(Function::If, parts) => {
                let chosen = self.choice(parts)?;
                if !matches!(chosen.eval(self.cells.model()), Value::Number(_)) {
                    self.fault(Kind::NotANumber(None));
                }
                chosen
            }
            Tree::Call(function, parts) => self.call(*function, parts)?,
            Tree::Range(_) | Tree::Join(_) => self.value(tree)?,
        })
    }

    fn call(&mut self, function: Function, parts: &[Tree]) -> Result<Expr, Kind> {
        match (function, parts) {
            (Function::Sum, parts) if !parts.is_empty() => self.sum(parts),
            (Function::Min, parts) if !parts.is_empty() => Ok(Expr::Min(self.items(parts)?)),
            (Function::Max, parts) if !parts.is_empty() => Ok(Expr::Max(self.items(parts)?)),
            (Function::Round, [inner, places]) => {
                let (inner, places) = (self.number(inner)?, decimals(places, "ROUND")?);
                Ok(match inner {
                    // The pair that stands for one rounding of a quotient (docs/rounding.md).
                    Expr::RoundHalfUp(quotient, SETTLED) if settles_first(&quotient, places) => {
                        Expr::RoundHalfUp(quotient, places)
                    }
                    inner => Expr::RoundHalfUp(Box::new(inner), places),
                })
            }
            (Function::RoundDown, [Tree::Call(Function::Round, round), places]) => match round.as_slice() {
                // The pair that stands for one cut (docs/rounding.md).
                [inner, settled] if decimals(settled, "ROUND")? == 6.max(decimals(places, "ROUNDDOWN")?) => {
                    Ok(Expr::CutDown(Box::new(self.number(inner)?), decimals(places, "ROUNDDOWN")?))
                }
                _ => Err(Kind::UnknownFunction("ROUNDDOWN".to_owned())),
            },
            (Function::RoundDown, [_, _]) => Err(Kind::UnknownFunction("ROUNDDOWN".to_owned())),
            (Function::SumIfs, [values, tests @ ..]) => self.sum_ifs(values, tests),
            (Function::SumProduct, [Tree::Call(Function::Max, product)]) => self.max_where(product),
            (Function::SumProduct, _) => Err(Kind::UnknownFunction("SUMPRODUCT".to_owned())),
            _ => Err(Kind::Unreadable(format!("{function:?}()").to_uppercase())),
        }
    }

    /// What a cell holds. A formula that shows nothing holds an empty text; an empty cell holds nothing.
    fn holds(&self, cell: Place, id: NodeId) -> Holds {
        match self.cells.model().value(id) {
            Value::Number(_) => Holds::Number,
            Value::Blank if self.cells.found(cell).is_none() => Holds::Empty,
            Value::Blank | Value::Text(_) => Holds::Text,
        }
    }

    /// `SUM` skips what is not a number in cells; sums inside sums are one sum.
    fn sum(&mut self, parts: &[Tree]) -> Result<Expr, Kind> {
        let (mut ids, mut others) = (Vec::new(), Vec::new());
        self.addends(parts, &mut ids, &mut others)?;
        if others.is_empty() {
            return Ok(Expr::Sum(ids));
        }
        others.insert(0, Expr::Sum(ids));
        Ok(Expr::Add(others))
    }

    fn addends(&mut self, parts: &[Tree], ids: &mut Vec<NodeId>, others: &mut Vec<Expr>) -> Result<(), Kind> {
        for part in parts {
            match part {
                Tree::Cell(cell) => ids.push(self.cells.node(*cell)),
                Tree::Range(area) => ids.extend(self.cells.filled(*area)?.into_iter().map(|(_, id)| id)),
                Tree::Call(Function::Sum, inner) => self.addends(inner, ids, others)?,
                other => others.push(self.number(other)?),
            }
        }
        Ok(())
    }

    /// The arguments of `MIN` and `MAX`, which skip cells without a number.
    fn items(&mut self, parts: &[Tree]) -> Result<Vec<Expr>, Kind> {
        let mut all = Vec::new();
        for part in parts {
            let cells = match part {
                Tree::Cell(cell) => vec![self.cells.node(*cell)],
                Tree::Range(area) => self.cells.filled(*area)?.into_iter().map(|(_, id)| id).collect(),
                other => {
                    all.push(self.number(other)?);
                    continue;
                }
            };
            let model = self.cells.model();
            let numbers = cells.into_iter().filter(|id| matches!(model.value(*id), Value::Number(_)));
            all.extend(numbers.map(Expr::Ref));
        }
        Ok(all)
    }

    fn choice(&mut self, parts: &[Tree]) -> Result<Expr, Kind> {
        match parts {
            // `IF(b=0,0,a/b)` is one step to whoever reads it.
            [Tree::Compare(Comparison::Equal, asked, zero), none, Tree::Product(top, bottom)]
                if is_zero(zero) && is_zero(none) && bottom.as_slice() == [(**asked).clone()] =>
            {
                let bottom = self.number(asked)?;
                let before = self.fault.clone();
                let top = together(self.numbers(top)?, Expr::Mul);
                if bottom.number(self.cells.model()).is_zero() {
                    self.fault = before;
                }
                Ok(Expr::div(top, bottom))
            }
            // `IF(A1="","",A1)` shows a cell.
            [Tree::Compare(Comparison::Equal, asked, nothing), none, Tree::Cell(shown)]
                if **asked == Tree::Cell(*shown) && is_nothing(nothing) && is_nothing(none) =>
            {
                Ok(Expr::Ref(self.cells.node(*shown)))
            }
            [cond, yes, rest @ ..] if rest.len() < 2 => {
                let cond = self.cond(cond)?;
                let holds = cond.eval(self.cells.model());
                let before = self.fault.clone();
                let yes = self.value(yes)?;
                let after_yes = std::mem::replace(&mut self.fault, before);
                let before = self.fault.clone();
                let no = self.value(rest.first().unwrap_or(&Tree::Truth(false)))?;
                if holds {
                    self.fault = before.or(after_yes);
                }
                Ok(Expr::when(cond, yes, no))
            }
            _ => Err(Kind::Unreadable("IF".to_owned())),
        }
    }

    fn cond(&mut self, tree: &Tree) -> Result<Cond, Kind> {
        Ok(match tree {
            Tree::Truth(truth) => {
                if *truth {
                    Cond::All(Vec::new())
                } else {
                    Cond::Any(Vec::new())
                }
            }
            Tree::Compare(how, a, b) => self.compare(*how, a, b)?,
            Tree::Call(Function::And, parts) => Cond::All(self.conds(parts)?),
            Tree::Call(Function::Or, parts) => Cond::Any(self.conds(parts)?),
            Tree::Call(Function::Not, parts) => match parts.as_slice() {
                [one] => Cond::Not(Box::new(self.cond(one)?)),
                _ => return Err(Kind::Unreadable("NOT".to_owned())),
            },
            other => Cond::Not(Box::new(Cond::Equal(self.number(other)?, Expr::whole(0)))),
        })
    }

    fn conds(&mut self, parts: &[Tree]) -> Result<Vec<Cond>, Kind> {
        if parts.is_empty() {
            return Err(Kind::Unreadable("AND()".to_owned()));
        }
        parts.iter().map(|part| self.cond(part)).collect()
    }

    fn compare(&mut self, how: Comparison, a: &Tree, b: &Tree) -> Result<Cond, Kind> {
        let negated = |cond: Cond| if how == Comparison::Differs { Cond::Not(Box::new(cond)) } else { cond };
        if matches!(how, Comparison::Equal | Comparison::Differs) {
            if let (Tree::Cell(cell), nothing) | (nothing, Tree::Cell(cell)) = (a, b)
                && is_nothing(nothing)
            {
                return Ok(negated(Cond::Blank(self.cells.node(*cell))));
            }
            let ((a, left), (b, right)) = (self.compared(a)?, self.compared(b)?);
            let numbers = left != Holds::Text && right != Holds::Text;
            return Ok(negated(if numbers { Cond::Equal(a, b) } else { Cond::Same(a, b) }));
        }
        let (a, b) = (self.number(a)?, self.number(b)?);
        Ok(match how {
            Comparison::Less => Cond::Greater(b, a),
            Comparison::AtMost => Cond::AtLeast(b, a),
            Comparison::Greater => Cond::Greater(a, b),
            _ => Cond::AtLeast(a, b),
        })
    }

    fn compared(&mut self, tree: &Tree) -> Result<(Expr, Holds), Kind> {
        if let Tree::Cell(cell) = tree {
            let id = self.cells.node(*cell);
            return Ok((Expr::Ref(id), self.holds(*cell, id)));
        }
        if matches!(tree, Tree::Truth(_)) {
            return Err(Kind::TruthValue);
        }
        let expr = self.value(tree)?;
        let number = matches!(expr.eval(self.cells.model()), Value::Number(_));
        Ok((expr, if number { Holds::Number } else { Holds::Text }))
    }
}

/// One part stands for itself.
fn together(mut parts: Vec<Expr>, many: fn(Vec<Expr>) -> Expr) -> Expr {
    if parts.len() == 1 { parts.remove(0) } else { many(parts) }
}

fn is_zero(tree: &Tree) -> bool {
    matches!(tree, Tree::Number(n) if n.is_zero())
}

fn is_nothing(tree: &Tree) -> bool {
    matches!(tree, Tree::Text(text) if text.is_empty())
}

/// A written-out number of decimals.
fn decimals(tree: &Tree, name: &str) -> Result<u32, Kind> {
    let places = match tree {
        Tree::Number(n) => n.to_i64().and_then(|n| u32::try_from(n).ok()),
        _ => None,
    };
    places.filter(|places| *places <= 15).ok_or_else(|| Kind::UnknownFunction(name.to_owned()))
}
