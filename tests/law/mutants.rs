//! Rules files with one change each.
//!
//! What may stand at a key is asked of the loader: nonsense is put there, and its refusal names the accepted words, or
//! shows that a figure is wanted; what takes nonsense is text for people. So a new key is changed here without code.

use rozlicz::finding::Fact;
use rozlicz::programme::refusal::Refusal;
use rozlicz::programme::{Catalogue, Programme, ProgrammeError, build};
use rozlicz::units::{Day, Exact, Money};
use toml::{Table, Value};

/// A changed rules file.
pub struct Mutant {
    /// Key with its tables, as `component.wage-share.base.value`; an entry of a list by what tells it from the others.
    pub key: String,
    /// The change in words.
    pub change: String,
    /// The file.
    pub text: String,
}

type Path = Vec<String>;

/// Citations and words for people: nothing is computed from them.
const TEXTS: &[&str] = &[
    "id", "title", "act", "form", "who", "deadline", "law", "source", "mark", "name", "question", "used",
    "of", "readings",
];

/// Makes every mutant of a rules file.
pub fn all(text: &str, law: &str) -> Result<Vec<Mutant>, String> {
    let root: Table = toml::from_str(text).map_err(|e| e.to_string())?;
    let root = Value::Table(root);
    let mut made = Vec::new();
    for path in leaves(&root) {
        if path.iter().any(|part| TEXTS.contains(&part.as_str())) {
            continue;
        }
        let Some(Value::String(old)) = at(&root, &path) else { continue };
        for new in others(&root, &path, old, law) {
            made.push(changed(&root, std::slice::from_ref(&path), &path, old, &new));
            // A day of the period is also a day of a round, and the loader would refuse one without the other.
            let together = same_day(&root, &path, old);
            if together.len() > 1 {
                let mut mutant = changed(&root, &together, &path, old, &new);
                mutant.change.push_str(" wherever it stands");
                made.push(mutant);
            }
        }
    }
    made.extend(dropped(&root));
    Ok(made)
}

fn changed(root: &Value, paths: &[Path], key: &Path, old: &str, new: &str) -> Mutant {
    let mut tree = root.clone();
    for path in paths {
        if let Some(place) = at_mut(&mut tree, path) {
            *place = Value::String(new.to_owned());
        }
    }
    Mutant { key: named(root, key), change: format!("{old} → {new}"), text: written(&tree) }
}

/// The key in words: an entry of a list by its kind, name, form or half-year, else by its place.
fn named(root: &Value, path: &[String]) -> String {
    let word = |at: usize| {
        let entry = self::at(root, &path[..=at])?.as_table().filter(|_| path[at].parse::<usize>().is_ok())?;
        ["kind", "name", "form", "half_year"]
            .iter()
            .find_map(|key| entry.get(*key)?.as_str().map(str::to_owned))
    };
    let parts: Vec<String> = (0..path.len()).map(|at| word(at).unwrap_or_else(|| path[at].clone())).collect();
    parts.join(".")
}

fn same_day(root: &Value, path: &Path, old: &str) -> Vec<Path> {
    let end = path.last().map_or("", String::as_str);
    if Day::parse_iso(old).is_none() || !["first", "last"].contains(&end) || path[0] != "period" {
        return Vec::new();
    }
    let same = |p: &Path| {
        p.last().is_some_and(|last| last == end)
            && matches!(at(root, p), Some(Value::String(text)) if text == old)
    };
    leaves(root).into_iter().filter(same).collect()
}

/// Other values for a key: neighbours of a figure, the other words of a closed list, the other readings.
fn others(root: &Value, path: &Path, old: &str, law: &str) -> Vec<String> {
    if path.last().is_some_and(|last| last == "default") {
        let mut beside = path.clone();
        beside.pop();
        beside.push("readings".to_owned());
        if let Some(Value::Array(readings)) = at(root, &beside) {
            let words = readings.iter().filter_map(Value::as_str);
            return words.filter(|word| *word != old).map(str::to_owned).collect();
        }
    }
    let mut tree = root.clone();
    if let Some(place) = at_mut(&mut tree, path) {
        *place = Value::String("?!".to_owned());
    }
    let Err(ProgrammeError::Refused(refusals)) = build::edition("x", &written(&tree), law) else {
        return Vec::new();
    };
    match refusals.iter().find(|r| r.problem == "rules-unknown-word").and_then(accepted) {
        Some(words) => words.into_iter().filter(|word| word != old).collect(),
        None => neighbours(old),
    }
}

fn accepted(refusal: &Refusal) -> Option<Vec<String>> {
    refusal.facts.iter().find_map(|(name, fact)| match fact {
        Fact::Text(words) if *name == "accepted" => Some(words.split(", ").map(str::to_owned).collect()),
        _ => None,
    })
}

/// One unit more and one less.
fn neighbours(old: &str) -> Vec<String> {
    if let Some(day) = Day::parse_iso(old) {
        return vec![day.plus_days(-1).to_string(), day.plus_days(1).to_string()];
    }
    let units = [(" PLN", "0.01"), ("%", "1"), (" h", "1"), (" days", "1"), (" decimals", "1"), ("", "1")];
    let Some((unit, step)) = units.into_iter().find(|(unit, _)| old.ends_with(unit)) else {
        return Vec::new();
    };
    let number = |text: &str| Exact::parse_decimal(text);
    let (Some(value), Some(step)) = (number(old.trim_end_matches(unit)), number(step)) else {
        return Vec::new();
    };
    let shown = |value: Exact| match unit {
        " PLN" => Money::from_exact(&value).map(|m| format!("{m} PLN")),
        _ => Some(format!("{value}{unit}")),
    };
    [value.clone() - step.clone(), value + step].into_iter().filter_map(shown).collect()
}

/// Every key and every entry of a list left out, where the file is then still sound.
fn dropped(root: &Value) -> Vec<Mutant> {
    let mut made = Vec::new();
    for path in branches(root) {
        if path.iter().any(|part| TEXTS.contains(&part.as_str()) || part == "reading") {
            continue;
        }
        let mut tree = root.clone();
        remove(&mut tree, &path);
        made.push(Mutant { key: named(root, &path), change: "left out".to_owned(), text: written(&tree) });
    }
    made
}

/// Puts a mutant into the catalogue; nothing when the loader refuses it.
pub fn load(mutant: &Mutant, id: &str, law: &str) -> Option<(Catalogue, Programme)> {
    let catalogue = Catalogue::built_in().with_texts(id, &mutant.text, law);
    let programme = catalogue.get(id).ok()?;
    Some((catalogue, programme))
}

fn leaves(value: &Value) -> Vec<Path> {
    branches(value).into_iter().filter(|p| matches!(at(value, p), Some(Value::String(_)))).collect()
}

/// Every path below the root.
fn branches(value: &Value) -> Vec<Path> {
    let children: Vec<(String, &Value)> = match value {
        Value::Table(table) => table.iter().map(|(key, v)| (key.clone(), v)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(i, v)| (i.to_string(), v)).collect(),
        _ => Vec::new(),
    };
    let mut found = Vec::new();
    for (key, child) in children {
        found.push(vec![key.clone()]);
        found.extend(branches(child).into_iter().map(|rest| [vec![key.clone()], rest].concat()));
    }
    found
}

fn at<'a>(value: &'a Value, path: &[String]) -> Option<&'a Value> {
    let Some((key, rest)) = path.split_first() else { return Some(value) };
    match value {
        Value::Table(table) => at(table.get(key)?, rest),
        Value::Array(items) => at(items.get(key.parse::<usize>().ok()?)?, rest),
        _ => None,
    }
}

fn at_mut<'a>(value: &'a mut Value, path: &[String]) -> Option<&'a mut Value> {
    let Some((key, rest)) = path.split_first() else { return Some(value) };
    match value {
        Value::Table(table) => at_mut(table.get_mut(key)?, rest),
        Value::Array(items) => at_mut(items.get_mut(key.parse::<usize>().ok()?)?, rest),
        _ => None,
    }
}

fn remove(value: &mut Value, path: &[String]) {
    let Some((last, before)) = path.split_last() else { return };
    match at_mut(value, before) {
        Some(Value::Table(table)) => {
            table.remove(last);
        }
        Some(Value::Array(items)) => {
            if let Some(index) = last.parse().ok().filter(|i| *i < items.len()) {
                items.remove(index);
            }
        }
        _ => {}
    }
}

/// Writes the tree as TOML: everything in quotes, tables in one line.
fn written(root: &Value) -> String {
    let Value::Table(table) = root else { return String::new() };
    let lines: Vec<String> = table.iter().map(|(key, value)| format!("{key} = {}", inline(value))).collect();
    lines.join("\n")
}

fn inline(value: &Value) -> String {
    match value {
        Value::Table(table) => {
            let all: Vec<String> = table.iter().map(|(k, v)| format!("{k} = {}", inline(v))).collect();
            format!("{{ {} }}", all.join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::String(text) => format!("{text:?}"),
        other => format!("{other:?}"),
    }
}
