//! Formulas with one change each, named by their place in the formula and the change.
//!
//! The name holds no node, so that the same change of a step is found in every row and case.

use rozlicz::calc::{Cond, Expr, Test};
use rozlicz::units::Exact;

/// A changed formula with the name of its change.
pub type Changed = (String, Expr);

/// Lists longer than this are changed at their ends only: they are as long as the data.
const WHOLE: usize = 4;

/// Returns every change of a formula.
pub fn all(expr: &Expr) -> Vec<Changed> {
    let mut made = Vec::new();
    expr_changes(expr, "", &mut |name, changed| made.push((name, changed)));
    made
}

type Put<'a, T> = &'a mut dyn FnMut(String, T);

fn expr_changes(expr: &Expr, at: &str, put: Put<'_, Expr>) {
    let here = |name: &str| format!("{at}{name}");
    match expr {
        Expr::Blank | Expr::Ref(_) => {}
        Expr::Number(n) => {
            put(here(&format!("{n} → {n} + 1")), Expr::Number(n.clone() + Exact::one()));
            put(here(&format!("{n} → {n} − 1")), Expr::Number(n.clone() - Exact::one()));
        }
        Expr::Add(parts) => {
            list(parts, &here("Add"), &Expr::Add, put);
            if let [before @ .., last] = parts.as_slice()
                && !before.is_empty()
            {
                let rest = Box::new(Expr::Add(before.to_vec()));
                put(here("Add → Sub"), Expr::Sub(rest, Box::new(last.clone())));
            }
        }
        Expr::Mul(parts) => {
            list(parts, &here("Mul"), &Expr::Mul, put);
            if let [before @ .., last] = parts.as_slice() {
                let rest = Box::new(Expr::Mul(before.to_vec()));
                put(here("Mul → Div"), Expr::DivOrZero(rest, Box::new(last.clone())));
            }
        }
        Expr::Min(parts) => {
            put(here("Min → Max"), Expr::Max(parts.clone()));
            list(parts, &here("Min"), &Expr::Min, put);
        }
        Expr::Max(parts) => {
            put(here("Max → Min"), Expr::Min(parts.clone()));
            list(parts, &here("Max"), &Expr::Max, put);
        }
        Expr::Sub(a, b) => {
            put(here("Sub → Add"), Expr::Add(vec![(**a).clone(), (**b).clone()]));
            two(a, b, &here("Sub"), &Expr::Sub, put);
        }
        Expr::DivOrZero(a, b) | Expr::Div(a, b) => {
            put(here("Div → Mul"), Expr::Mul(vec![(**a).clone(), (**b).clone()]));
            two(a, b, &here("Div"), &Expr::DivOrZero, put);
        }
        Expr::Sum(ids) => {
            if let [_, rest @ ..] = ids.as_slice() {
                put(here("Sum without its first"), Expr::Sum(rest.to_vec()));
            }
            if let [rest @ .., _] = ids.as_slice() {
                put(here("Sum without its last"), Expr::Sum(rest.to_vec()));
            }
        }
        Expr::SumWhere(ids, tests) => {
            put(here("SumWhere → MaxWhere"), Expr::MaxWhere(ids.clone(), tests.clone()));
            where_tests(tests, &here("SumWhere"), &|tests| Expr::SumWhere(ids.clone(), tests), put);
        }
        Expr::MaxWhere(ids, tests) => {
            put(here("MaxWhere → SumWhere"), Expr::SumWhere(ids.clone(), tests.clone()));
            where_tests(tests, &here("MaxWhere"), &|tests| Expr::MaxWhere(ids.clone(), tests), put);
        }
        Expr::RoundHalfUp(inner, places) => {
            put(here("Round → Cut"), Expr::CutDown(inner.clone(), *places));
            put(here("Round → nothing"), (**inner).clone());
            expr_changes(inner, &here("Round > "), &mut |name, new| {
                put(name, Expr::RoundHalfUp(Box::new(new), *places));
            });
        }
        Expr::CutDown(inner, places) => {
            put(here("Cut → Round"), Expr::RoundHalfUp(inner.clone(), *places));
            put(here("Cut → nothing"), (**inner).clone());
            expr_changes(inner, &here("Cut > "), &mut |name, new| {
                put(name, Expr::CutDown(Box::new(new), *places));
            });
        }
        Expr::If(cond, yes, no) => {
            put(here("If turned round"), Expr::If(cond.clone(), no.clone(), yes.clone()));
            let (c, y, n) = (cond, yes, no);
            cond_changes(c, &here("If > "), &mut |name, new| {
                put(name, Expr::If(Box::new(new), y.clone(), n.clone()));
            });
            expr_changes(y, &here("Then > "), &mut |name, new| {
                put(name, Expr::If(c.clone(), Box::new(new), n.clone()));
            });
            expr_changes(n, &here("Else > "), &mut |name, new| {
                put(name, Expr::If(c.clone(), y.clone(), Box::new(new)));
            });
        }
    }
}

fn two(a: &Expr, b: &Expr, at: &str, make: &dyn Fn(Box<Expr>, Box<Expr>) -> Expr, put: Put<'_, Expr>) {
    expr_changes(a, &format!("{at}[0] > "), &mut |name, new| {
        put(name, make(Box::new(new), Box::new(b.clone())));
    });
    expr_changes(b, &format!("{at}[1] > "), &mut |name, new| {
        put(name, make(Box::new(a.clone()), Box::new(new)));
    });
}

/// Positions of a list that are changed, with their names.
fn positions(len: usize) -> Vec<(usize, String)> {
    (0..len)
        .filter(|i| len <= WHOLE || *i == 0 || i + 1 == len)
        .map(|i| (i, if len > WHOLE && i > 0 { "last".to_owned() } else { i.to_string() }))
        .collect()
}

/// Are the parts one operation repeated, over contracts, rows or columns? Then a change is made in all of them: it is
/// the operation that is changed, and one contract has the same names as two.
fn repeated<T>(parts: &[Vec<(String, T)>]) -> bool {
    let names = |part: &Vec<(String, T)>| part.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    parts.split_first().is_some_and(|(first, rest)| rest.iter().all(|part| names(part) == names(first)))
}

/// Each part left out, where others remain, and each part changed.
fn list(parts: &[Expr], at: &str, make: &dyn Fn(Vec<Expr>) -> Expr, put: Put<'_, Expr>) {
    let changes: Vec<Vec<Changed>> = parts.iter().map(all).collect();
    each(parts, &changes, at, &|parts| make(parts), parts.len() > 1, put);
}

fn each<T: Clone, M>(
    parts: &[T],
    changes: &[Vec<(String, T)>],
    at: &str,
    make: &dyn Fn(Vec<T>) -> M,
    may_be_left_out: bool,
    put: Put<'_, M>,
) {
    for (i, name) in positions(parts.len()).into_iter().filter(|_| may_be_left_out) {
        put(format!("{at} without [{name}]"), make(without(parts, i)));
    }
    if repeated(changes) {
        for change in 0..changes.first().map_or(0, Vec::len) {
            let name = format!("{at}[each] > {}", changes[0][change].0);
            put(name, make(changes.iter().map(|part| part[change].1.clone()).collect()));
        }
        return;
    }
    for (i, name) in positions(parts.len()) {
        for (change, new) in &changes[i] {
            put(format!("{at}[{name}] > {change}"), make(with(parts, i, new.clone())));
        }
    }
}

fn without<T: Clone>(parts: &[T], i: usize) -> Vec<T> {
    parts.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, p)| p.clone()).collect()
}

fn with<T: Clone>(parts: &[T], i: usize, new: T) -> Vec<T> {
    let mut all = parts.to_vec();
    all[i] = new;
    all
}

type Tested = (Vec<rozlicz::calc::NodeId>, Test);

fn where_tests(tests: &[Tested], at: &str, make: &dyn Fn(Vec<Tested>) -> Expr, put: Put<'_, Expr>) {
    for i in 0..tests.len() {
        put(format!("{at} without test {i}"), make(without(tests, i)));
        let turned = match tests[i].1 {
            Test::AtMost(bound) => Test::AtLeast(bound),
            Test::AtLeast(bound) => Test::AtMost(bound),
            Test::TextIs(_) | Test::Same(_) => continue,
        };
        put(format!("{at} test {i} turned round"), make(with(tests, i, (tests[i].0.clone(), turned))));
    }
}

fn cond_changes(cond: &Cond, at: &str, put: Put<'_, Cond>) {
    let here = |name: &str| format!("{at}{name}");
    match cond {
        Cond::Equal(a, b) => {
            put(here("= → ≥"), Cond::AtLeast(a.clone(), b.clone()));
            put(here("= → ≤"), Cond::AtLeast(b.clone(), a.clone()));
            sides(a, b, &here("="), &Cond::Equal, put);
        }
        Cond::AtLeast(a, b) => {
            put(here("≥ → >"), Cond::Greater(a.clone(), b.clone()));
            put(here("≥ → ≤"), Cond::AtLeast(b.clone(), a.clone()));
            sides(a, b, &here("≥"), &Cond::AtLeast, put);
        }
        Cond::Greater(a, b) => {
            put(here("> → ≥"), Cond::AtLeast(a.clone(), b.clone()));
            put(here("> → <"), Cond::Greater(b.clone(), a.clone()));
            sides(a, b, &here(">"), &Cond::Greater, put);
        }
        Cond::Blank(_) | Cond::TextIs(..) | Cond::Same(..) => {
            put(here("condition turned round"), Cond::Not(Box::new(cond.clone())));
        }
        Cond::Not(inner) => put(here("Not left out"), (**inner).clone()),
        Cond::All(parts) => {
            if parts.len() > 1 {
                put(here("All → Any"), Cond::Any(parts.clone()));
            }
            conditions(parts, &here("All"), &Cond::All, put);
        }
        Cond::Any(parts) => {
            if parts.len() > 1 {
                put(here("Any → All"), Cond::All(parts.clone()));
            }
            conditions(parts, &here("Any"), &Cond::Any, put);
        }
    }
}

fn sides(a: &Expr, b: &Expr, at: &str, make: &dyn Fn(Expr, Expr) -> Cond, put: Put<'_, Cond>) {
    expr_changes(a, &format!("{at}[0] > "), &mut |name, new| put(name, make(new, b.clone())));
    expr_changes(b, &format!("{at}[1] > "), &mut |name, new| put(name, make(a.clone(), new)));
}

fn conditions(parts: &[Cond], at: &str, make: &dyn Fn(Vec<Cond>) -> Cond, put: Put<'_, Cond>) {
    let changes: Vec<Vec<(String, Cond)>> = parts
        .iter()
        .map(|part| {
            let mut all = Vec::new();
            cond_changes(part, "", &mut |name, new| all.push((name, new)));
            all
        })
        .collect();
    each(parts, &changes, at, &|parts| make(parts), true, put);
}
