//! Is a formula as found the one that was written? References are followed through rows and columns that moved:
//! spreadsheets shift them by themselves, and that is nobody's change.

use std::collections::BTreeSet;

use super::align::Lines;
use super::sheets::Maps;
use super::tokens::{Ref, Token, tokens};
use crate::source::a1;

/// The most lines walked to find where a range begins, and the most cells of a total.
const MOST: u32 = 20_000;

/// What became of a formula.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// Nothing.
    None,
    /// It is a total that leaves out these cells: sheet as written, row, column.
    Short(Vec<At>),
    /// It is another formula.
    Other,
}

/// A cell as written: sheet, row, column.
pub type At = (usize, u32, u32);

/// Compares a formula of a sheet as written with one as found.
pub fn change(maps: &Maps<'_>, own: usize, written: &str, found: &str, shifted: bool) -> Change {
    if !shifted && written == found {
        return Change::None;
    }
    let (a, b) = (tokens(written), tokens(found));
    if a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| same(maps, own, a, b)) {
        return Change::None;
    }
    match (summed(&a, own, maps, Maps::sheet_written), found_summed(&b, own, maps)) {
        (Some(a), Some(b)) if b.is_subset(&a) && !b.is_empty() => {
            let left_out: Vec<At> =
                a.difference(&b).filter(|at| maps.found_at(**at).is_some()).copied().collect();
            if left_out.is_empty() { Change::None } else { Change::Short(left_out) }
        }
        _ => narrowed(maps, own, &a, &b),
    }
}

fn same(maps: &Maps<'_>, own: usize, a: &Token, b: &Token) -> bool {
    match (a, b) {
        (Token::Ref(a), Token::Ref(b)) => same_reference(maps, own, a, b),
        (Token::Ref(a), Token::Gone) => is_gone(maps, own, a),
        (a, b) => a == b,
    }
}

/// Were all cells of a reference deleted?
fn is_gone(maps: &Maps<'_>, own: usize, a: &Ref) -> bool {
    let Some(sheet) = maps.sheet_written(own, a) else { return false };
    let Some(pair) = maps.pair(sheet) else { return true };
    kept(pair.rows(), a.top, a.bottom).is_none() || kept(pair.columns(), a.left, a.right).is_none()
}

fn same_reference(maps: &Maps<'_>, own: usize, a: &Ref, b: &Ref) -> bool {
    let sheets = (maps.sheet_written(own, a), maps.sheet_found(own, b));
    let (Some(sheet), Some(other)) = sheets else { return false };
    let Some(pair) = maps.pair(sheet).filter(|_| sheet == other) else { return false };
    same_span(pair.rows(), (a.top, a.bottom), (b.top, b.bottom))
        && same_span(pair.columns(), (a.left, a.right), (b.left, b.right))
}

/// Is a span of lines the same but for lines that were added, deleted or moved?
fn same_span(lines: &Lines, a: (u32, u32), b: (u32, u32)) -> bool {
    if a.0 == a.1 {
        let moved = lines.moved().binary_search(&a.0).is_ok();
        return b.0 == b.1 && (lines.found(a.0) == Some(b.0) || (moved && a == b));
    }
    // A moved line takes the end of a range with it, or does not: both are the program's doing.
    a == b && !lines.moved().is_empty() || kept(lines, a.0, a.1) == kept_found(lines, b.0, b.1)
}

/// The first and last line as written that is still there, moved ones aside.
fn kept(lines: &Lines, from: u32, to: u32) -> Option<(u32, u32)> {
    let stays = |n: &u32| lines.found(*n).is_some() && lines.moved().binary_search(n).is_err();
    ends(from, to, |n| Some(n).filter(stays))
}

/// The same of a span as found.
fn kept_found(lines: &Lines, from: u32, to: u32) -> Option<(u32, u32)> {
    let stays = |n: &u32| lines.moved().binary_search(n).is_err();
    ends(from, to, |n| lines.written(n).filter(stays))
}

fn ends(from: u32, to: u32, line: impl Fn(u32) -> Option<u32>) -> Option<(u32, u32)> {
    let first = (from..=to).take(MOST as usize).find_map(&line)?;
    let last = (from..=to).rev().take(MOST as usize).find_map(&line)?;
    Some((first, last))
}

/// The cells that a plain total adds up, once each; nothing for any other formula.
fn summed<'a, 'b>(
    all: &[Token],
    own: usize,
    maps: &'a Maps<'b>,
    sheet: impl Fn(&'a Maps<'b>, usize, &Ref) -> Option<usize>,
) -> Option<BTreeSet<At>> {
    let mut cells = BTreeSet::new();
    let mut sum = false;
    for token in all {
        match token {
            Token::Name(name) if name == "SUM" => sum = true,
            Token::Sign("(" | ")" | ",") => {}
            Token::Sign("+") => sum = true,
            Token::Number(n) if n.is_zero() => {}
            Token::Ref(r) => {
                let index = sheet(maps, own, r)?;
                let size = u64::from(r.bottom - r.top + 1) * u64::from(r.right - r.left + 1);
                if size + cells.len() as u64 > u64::from(MOST) {
                    return None;
                }
                for row in r.top..=r.bottom {
                    for column in r.left..=r.right {
                        // A cell added twice is no plain total.
                        if !cells.insert((index, row, column)) {
                            return None;
                        }
                    }
                }
            }
            _ => return None,
        }
    }
    sum.then_some(cells)
}

/// The same of a formula as found, cells as they were written; added ones are left aside.
fn found_summed(all: &[Token], own: usize, maps: &Maps<'_>) -> Option<BTreeSet<At>> {
    let alone = |all: &[Token]| matches!(all, [Token::Ref(_)]);
    let cells = match all {
        // A total of one cell may be written without its function.
        [Token::Ref(r)] if alone(all) => {
            let index = maps.sheet_found(own, r)?;
            if !r.single() {
                return None;
            }
            BTreeSet::from([(index, r.top, r.left)])
        }
        _ => summed(all, own, maps, Maps::sheet_found)?,
    };
    let written = |(sheet, row, column): At| {
        let pair = maps.pair(sheet)?;
        Some((sheet, pair.rows().written(row)?, pair.columns().written(column)?))
    };
    Some(cells.into_iter().filter_map(written).collect())
}

/// A formula whose only change is ranges that became shorter leaves out what they no longer cover.
fn narrowed(maps: &Maps<'_>, own: usize, a: &[Token], b: &[Token]) -> Change {
    if a.len() != b.len() {
        return Change::Other;
    }
    let mut left_out = Vec::new();
    for (a, b) in a.iter().zip(b) {
        if same(maps, own, a, b) {
            continue;
        }
        let (Token::Ref(a), Token::Ref(b)) = (a, b) else { return Change::Other };
        match outside(maps, own, a, b) {
            Some(cells) => left_out.extend(cells),
            None => return Change::Other,
        }
    }
    left_out.dedup();
    if left_out.is_empty() { Change::Other } else { Change::Short(left_out) }
}

/// The cells of a range of one column that a shorter one does not cover.
fn outside(maps: &Maps<'_>, own: usize, a: &Ref, b: &Ref) -> Option<Vec<At>> {
    let sheet = maps.sheet_written(own, a).filter(|s| maps.sheet_found(own, b) == Some(*s))?;
    let pair = maps.pair(sheet)?;
    let same_column = same_span(pair.columns(), (a.left, a.right), (b.left, b.right));
    let (first, last) = kept_found(pair.rows(), b.top, b.bottom)?;
    let shorter = first >= a.top && last <= a.bottom && (first, last) != (a.top, a.bottom);
    if !same_column || !shorter || a.single() || a.bottom - a.top > MOST {
        return None;
    }
    let rows = (a.top..first).chain(last + 1..=a.bottom).filter(|row| pair.rows().found(*row).is_some());
    Some(rows.map(|row| (sheet, row, a.left)).collect())
}

/// A formula as written, with its references where those cells are found; nothing when one is gone.
pub fn as_found(maps: &Maps<'_>, own: usize, formula: &str) -> Option<String> {
    if maps.in_place() {
        return Some(formula.to_owned());
    }
    let mut out = String::new();
    for token in tokens(formula) {
        match token {
            Token::Ref(r) => {
                let sheet = maps.sheet_written(own, &r)?;
                let pair = maps.pair(sheet)?;
                let (top, bottom) = kept(pair.rows(), r.top, r.bottom).or_else(|| {
                    // A cell in a row that was moved.
                    r.single().then_some((r.top, r.top))
                })?;
                let (left, right) = kept(pair.columns(), r.left, r.right)?;
                let first = (pair.rows().found(top)?, pair.columns().found(left)?);
                let last = (pair.rows().found(bottom)?, pair.columns().found(right)?);
                if sheet != own {
                    let name = &maps.book.sheets.get(pair.found)?.name;
                    out.extend(["'", &name.replace('\'', "''"), "'!"]);
                }
                out.push_str(&a1(first.0, first.1));
                if first != last {
                    out.push(':');
                    out.push_str(&a1(last.0, last.1));
                }
            }
            Token::Gone => return None,
            Token::Number(n) => out.push_str(&n.to_short(15)),
            Token::Text(text) => out.extend(["\"", &text.replace('"', "\"\""), "\""]),
            Token::Name(name) => out.push_str(&name),
            Token::Sign(sign) => out.push_str(sign),
            Token::Other(other) => out.push(other),
        }
    }
    Some(out)
}
