//! Formulas of an explanation: as a sentence of labels, and with the numbers put in.
//!
//! Unlike the sentences under a heading (`calc::words`), these are to be repeated with a calculator: signs bind as in
//! school, what is not a bare number stands in brackets, and of two ways only the one taken is worked out, with the
//! conditions that decided. Repeating every printed line is a test.

use super::ground::Ground;
use super::numbers;
use crate::calc::{Cond, Expr, Format, NodeId, Test, Value};
use crate::units::Exact;

/// How firmly the parts of a piece of text hold together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Holds {
    /// A sentence: never inside another sign without brackets.
    Sentence,
    /// Terms of a sum.
    Sum,
    /// Factors.
    Product,
    /// One word, number or bracket.
    Whole,
}

struct Piece {
    text: String,
    holds: Holds,
}

/// A formula with its numbers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PutIn {
    /// The way taken, in numbers.
    pub text: String,
    /// The conditions that decided, each with its answer.
    pub because: Vec<(String, bool)>,
    /// What it rests on, in the order written, each once.
    pub uses: Vec<NodeId>,
    /// The value before the outermost rounding, where rounding changed it.
    pub before_rounding: Option<Exact>,
}

/// Writes a formula as a sentence; `mark` is written behind each label.
pub fn sentence(ground: &Ground<'_>, expr: &Expr, format: Format, mark: &dyn Fn(NodeId) -> String) -> String {
    let mut writer = Writer { ground, format, mark: Some(mark), put: PutIn::default() };
    writer.expr(expr).text
}

/// Writes a formula with the numbers put in.
pub fn with_numbers(ground: &Ground<'_>, expr: &Expr, format: Format) -> PutIn {
    let mut writer = Writer { ground, format, mark: None, put: PutIn::default() };
    let text = writer.expr(expr).text;
    let mut put = writer.put;
    put.text = text;
    put.before_rounding = unrounded(ground, expr);
    put
}

struct Writer<'g, 'a> {
    ground: &'g Ground<'a>,
    /// Of the figure: tells grosze from decimals.
    format: Format,
    /// Labels with marks; none: numbers.
    mark: Option<&'g dyn Fn(NodeId) -> String>,
    put: PutIn,
}

fn piece(text: impl Into<String>, holds: Holds) -> Piece {
    Piece { text: text.into(), holds }
}

impl Piece {
    fn within(self, at_least: Holds) -> String {
        if self.holds >= at_least { self.text } else { format!("({})", self.text) }
    }

    /// Behind a sign: a sign of its own would run into it.
    fn behind(self, at_least: Holds) -> String {
        let negative = self.text.starts_with('−');
        let text = self.within(at_least);
        if negative && !text.starts_with('(') { format!("({text})") } else { text }
    }
}

impl Writer<'_, '_> {
    fn expr(&mut self, expr: &Expr) -> Piece {
        match expr {
            Expr::Number(n) => number(n, Format::General),
            Expr::Ref(id) => self.node(*id),
            Expr::Blank => piece("puste", Holds::Whole),
            Expr::Add(parts) => self.joined(parts, " + ", Holds::Sum, "0"),
            Expr::Mul(parts) => self.joined(parts, " × ", Holds::Product, "1"),
            Expr::Sub(a, b) => {
                let (a, b) = (self.expr(a).within(Holds::Sum), self.expr(b).behind(Holds::Product));
                piece(format!("{a} − {b}"), Holds::Sum)
            }
            Expr::DivOrZero(a, b) | Expr::Div(a, b) => self.quotient(a, b),
            Expr::Min(parts) => self.one_of("mniejsza z", "najmniejsza z", parts),
            Expr::Max(parts) => self.one_of("większa z", "największa z", parts),
            Expr::Sum(ids) => self.sum(ids),
            Expr::SumWhere(values, tests) => self.chosen("suma", values, tests),
            Expr::MaxWhere(values, tests) => self.chosen("największa z", values, tests),
            Expr::RoundHalfUp(inner, places) => self.rounded("zaokrąglone", expr, inner, *places),
            Expr::CutDown(inner, places) => self.rounded("obcięte", expr, inner, *places),
            Expr::If(cond, yes, no) => self.choice(cond, yes, no),
        }
    }

    fn node(&mut self, id: NodeId) -> Piece {
        let id = self.ground.resolved(id);
        if self.ground.at(id).is_none() {
            // Written out in place: it has no cell of its own.
            return match self.ground.formula(id) {
                Some(expr) => self.expr(expr),
                None => shown(self.ground.value(id), self.ground.format(id)),
            };
        }
        if let Some(mark) = self.mark {
            return piece(format!("{}{}", self.ground.label(id), mark(id)), Holds::Whole);
        }
        self.used(id);
        shown(self.ground.value(id), self.ground.format(id))
    }

    fn used(&mut self, id: NodeId) {
        let id = self.ground.resolved(id);
        if self.ground.at(id).is_some() && !self.put.uses.contains(&id) {
            self.put.uses.push(id);
        }
    }

    fn joined(&mut self, parts: &[Expr], sign: &str, holds: Holds, empty: &str) -> Piece {
        match parts {
            [] => piece(empty, Holds::Whole),
            [one] => self.expr(one),
            many => {
                let mut text = String::new();
                for (i, part) in many.iter().enumerate() {
                    let part = self.expr(part);
                    if i == 0 {
                        text.push_str(&part.within(holds));
                    } else {
                        text.push_str(sign);
                        text.push_str(&part.behind(if holds == Holds::Product {
                            Holds::Whole
                        } else {
                            holds
                        }));
                    }
                }
                piece(text, holds)
            }
        }
    }

    fn quotient(&mut self, a: &Expr, b: &Expr) -> Piece {
        let nothing = self.mark.is_none() && b.number(self.ground.model).is_zero();
        let (a, b) = (self.expr(a).within(Holds::Product), self.expr(b).behind(Holds::Whole));
        if nothing {
            self.put.because.push((format!("dzielnik jest zerem: {a} ÷ {b}"), true));
            return piece("0", Holds::Whole);
        }
        piece(format!("{a} ÷ {b}"), Holds::Product)
    }

    fn one_of(&mut self, of_two: &str, of_many: &str, parts: &[Expr]) -> Piece {
        if let [one] = parts {
            return self.expr(one);
        }
        let word = if parts.len() == 2 { of_two } else { of_many };
        let parts: Vec<String> = parts.iter().map(|part| self.expr(part).text).collect();
        piece(format!("{word} ({})", parts.join("; ")), Holds::Whole)
    }

    fn sum(&mut self, ids: &[NodeId]) -> Piece {
        if self.mark.is_some() {
            let names = self.names(ids);
            return match (names.as_slice(), ids) {
                ([one], [_]) => piece(one.clone(), Holds::Whole),
                ([], _) => piece("0", Holds::Whole),
                (all, _) => piece(format!("suma ({})", all.join("; ")), Holds::Whole),
            };
        }
        self.terms(ids)
    }

    /// Each name once, however many rows have it.
    fn names(&mut self, ids: &[NodeId]) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for id in ids {
            let name = self.node(*id).text;
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Blanks and texts add nothing: they are not written, but they are what the sum rests on.
    fn terms(&mut self, ids: &[NodeId]) -> Piece {
        let mut text = String::new();
        let mut count = 0;
        for id in ids {
            if !matches!(self.ground.value(*id), Value::Number(_)) {
                self.used(*id);
                continue;
            }
            let term = self.node(*id);
            if count == 0 {
                text = term.within(Holds::Sum);
            } else {
                text.push_str(" + ");
                text.push_str(&term.behind(Holds::Sum));
            }
            count += 1;
        }
        match count {
            0 => piece("0", Holds::Whole),
            1 => piece(text, Holds::Product),
            _ => piece(text, Holds::Sum),
        }
    }

    /// A sum or the largest over the rows that pass the tests.
    fn chosen(&mut self, word: &str, values: &[NodeId], tests: &[(Vec<NodeId>, Test)]) -> Piece {
        if self.mark.is_some() {
            let names = self.names(values).join("; ");
            let tests: Vec<String> = tests.iter().map(|(column, test)| self.test(column, *test)).collect();
            let text = format!("{word} ({names}) z wierszy, w których {}", tests.join(" oraz "));
            return piece(text, Holds::Sentence);
        }
        let model = self.ground.model;
        let passes = |i: usize| {
            tests.iter().all(|(column, test)| column.get(i).is_some_and(|id| test.holds(model, *id)))
        };
        let passing: Vec<usize> = (0..values.len()).filter(|i| passes(*i)).collect();
        for (column, test) in tests {
            passing.iter().filter_map(|i| column.get(*i)).for_each(|id| self.used(*id));
            if let Test::AtMost(bound) | Test::AtLeast(bound) | Test::Same(bound) = test {
                self.used(*bound);
            }
        }
        let told = format!("warunki spełnia {} z {} wierszy", passing.len(), values.len());
        self.put.because.push((told, true));
        let chosen: Vec<NodeId> = passing.iter().filter_map(|i| values.get(*i)).copied().collect();
        if word == "suma" {
            return self.terms(&chosen);
        }
        let parts: Vec<String> = chosen.iter().map(|id| self.node(*id).text).collect();
        match parts.as_slice() {
            [] => piece("0", Holds::Whole),
            [one] => piece(one.clone(), Holds::Product),
            all => piece(format!("{word} ({})", all.join("; ")), Holds::Whole),
        }
    }

    fn test(&mut self, column: &[NodeId], test: Test) -> String {
        let column = column.first().map_or_else(String::new, |id| self.node(*id).text);
        match test {
            Test::TextIs(word) => format!("{column} = „{word}”"),
            Test::Same(other) => format!("{column} = {}", self.node(other).text),
            Test::AtMost(bound) => format!("{column} ≤ {}", self.node(bound).text),
            Test::AtLeast(bound) => format!("{column} ≥ {}", self.node(bound).text),
        }
    }

    /// Rounding inside rounding is written only where it matters.
    fn rounded(&mut self, word: &str, whole: &Expr, inner: &Expr, places: u32) -> Piece {
        let model = self.ground.model;
        let bare = match inner {
            Expr::RoundHalfUp(deeper, _) => match whole {
                Expr::CutDown(..) => Expr::CutDown(deeper.clone(), places),
                _ => Expr::RoundHalfUp(deeper.clone(), places),
            },
            _ => whole.clone(),
        };
        let inner = match &bare {
            Expr::RoundHalfUp(deeper, _) | Expr::CutDown(deeper, _)
                if bare.number(model) == whole.number(model) =>
            {
                deeper
            }
            _ => inner,
        };
        let to = self.places(places);
        let inner = self.expr(inner).text;
        piece(format!("{word} {to} ({inner})"), Holds::Whole)
    }

    fn places(&self, places: u32) -> String {
        match (places, self.format) {
            (2, Format::Money | Format::Unrounded) => "do grosza".to_owned(),
            (0, _) => "do całości".to_owned(),
            (places, _) => format!("do {places} miejsc"),
        }
    }

    fn choice(&mut self, cond: &Cond, yes: &Expr, no: &Expr) -> Piece {
        if self.mark.is_some() {
            let cond = self.cond(cond);
            let (yes, no) = (self.expr(yes), self.expr(no));
            let text = format!(
                "jeżeli {cond}, to {}, w przeciwnym razie {}",
                yes.within(Holds::Sum),
                no.within(Holds::Sum)
            );
            return piece(text, Holds::Sentence);
        }
        let holds = cond.eval(self.ground.model);
        self.decide(cond, holds);
        self.expr(if holds { yes } else { no })
    }

    /// Tells what decided: all parts where all had to hold, else the first that settled it.
    fn decide(&mut self, cond: &Cond, holds: bool) {
        let model = self.ground.model;
        match cond {
            Cond::All(parts) if !holds => {
                if let Some(part) = parts.iter().find(|part| !part.eval(model)) {
                    self.decide(part, false);
                }
            }
            Cond::Any(parts) if holds => {
                if let Some(part) = parts.iter().find(|part| part.eval(model)) {
                    self.decide(part, true);
                }
            }
            Cond::All(parts) | Cond::Any(parts) => {
                for part in parts {
                    self.decide(part, holds);
                }
            }
            Cond::Not(inner) if !matches!(inner.as_ref(), Cond::Blank(_)) => {
                let inside = !holds;
                self.decide(inner, inside);
            }
            Cond::Blank(_) if !holds => self.decide(&Cond::Not(Box::new(cond.clone())), true),
            other => {
                let before = self.put.because.len();
                let told = self.cond(other);
                // A condition worked out by conditions of its own (1 = 1) is told by them.
                if self.put.because.len() > before {
                    return;
                }
                let entry = (told, holds);
                if !self.put.because.contains(&entry) {
                    self.put.because.push(entry);
                }
            }
        }
    }

    fn cond(&mut self, cond: &Cond) -> String {
        match cond {
            Cond::Equal(a, b) | Cond::Same(a, b) => format!("{} = {}", self.side(a), self.side(b)),
            Cond::AtLeast(a, b) => format!("{} ≥ {}", self.side(a), self.side(b)),
            Cond::Greater(a, b) => format!("{} > {}", self.side(a), self.side(b)),
            Cond::Blank(id) => format!("nie podano: {}", self.asked(*id)),
            Cond::TextIs(id, text) => format!("{} = „{text}”", self.side(&Expr::Ref(*id))),
            Cond::All(parts) => self.conds(parts, " oraz "),
            Cond::Any(parts) => format!("({})", self.conds(parts, " lub ")),
            Cond::Not(inner) => match inner.as_ref() {
                Cond::Blank(id) => format!("podano: {}", self.asked(*id)),
                other => format!("nieprawda, że {}", self.cond(other)),
            },
        }
    }

    fn conds(&mut self, parts: &[Cond], joint: &str) -> String {
        parts.iter().map(|part| self.cond(part)).collect::<Vec<_>>().join(joint)
    }

    fn asked(&mut self, id: NodeId) -> String {
        let text = self.node(id).text;
        match self.mark {
            Some(_) => text,
            None => self.ground.label(self.ground.resolved(id)).to_owned(),
        }
    }

    /// One side of a comparison: with numbers, a figure keeps its name, or `1 = 1` would say nothing.
    fn side(&mut self, expr: &Expr) -> String {
        let alone = match expr {
            Expr::Ref(id) => Some(id),
            Expr::Sum(ids) => ids.first().filter(|_| ids.len() == 1),
            _ => None,
        };
        match (alone, self.mark) {
            (Some(id), None) => {
                let number = self.node(*id).text;
                let id = self.ground.resolved(*id);
                if self.ground.at(id).is_some() {
                    return format!("{} [{number}]", self.ground.label(id));
                }
                number
            }
            _ => {
                // What decides inside a comparison is part of the same reason.
                self.expr(expr).within(Holds::Sum)
            }
        }
    }
}

fn number(n: &Exact, format: Format) -> Piece {
    shown(&Value::Number(n.clone()), format)
}

fn shown(value: &Value, format: Format) -> Piece {
    let shown = numbers::shown(value, format);
    piece(shown.text, if shown.compound { Holds::Product } else { Holds::Whole })
}

/// The value that the outermost rounding of the way taken changed.
fn unrounded(ground: &Ground<'_>, expr: &Expr) -> Option<Exact> {
    let model = ground.model;
    match expr {
        Expr::If(cond, yes, no) => unrounded(ground, if cond.eval(model) { yes } else { no }),
        Expr::RoundHalfUp(inner, _) | Expr::CutDown(inner, _) => {
            let mut inner = inner.as_ref();
            while let Expr::RoundHalfUp(deeper, _) | Expr::CutDown(deeper, _) = inner {
                inner = deeper;
            }
            let before = inner.number(model);
            (before != expr.number(model)).then_some(before)
        }
        _ => None,
    }
}
