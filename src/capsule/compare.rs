//! Readings and findings of two runs, side by side.
//!
//! Names and order are those of the result just computed; what the capsule says is only looked up, since a stranger
//! wrote it.

use serde_json::Value;

use crate::finding::code::replay as code;
use crate::finding::{Fact, Finding};
use crate::units::Money;

/// Differences of a kind that are listed; the others are counted.
pub const LISTED: usize = 20;
/// Findings of a recorded result that are counted.
const COUNTED: usize = 10_000;
/// Bytes of a recorded result that is taken apart.
const MAX_BYTES: usize = 4 * 1024 * 1024;

/// Says which readings and findings of two runs differ.
pub fn findings(then: &[u8], now: &[u8], told: &mut Vec<Finding>) {
    if then == now {
        return;
    }
    let read = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).ok();
    let then = Some(then).filter(|bytes| bytes.len() <= MAX_BYTES).and_then(read);
    let mut differ = Vec::new();
    match (read(now), &then) {
        (Some(now), Some(then)) => results(&now, then, &mut differ),
        // Nothing to compare with.
        _ => differ.push(difference("findings.json", None, None)),
    }
    if differ.is_empty() {
        // The same figures, and something beside them or in another spelling.
        differ.push(difference("findings.json", None, None));
    }
    let all = differ.len();
    told.extend(differ.into_iter().take(LISTED));
    told.extend(more(all));
}

/// Says how many differences are not listed.
pub fn more(all: usize) -> Option<Finding> {
    let hidden = all.checked_sub(LISTED).filter(|hidden| *hidden > 0)?;
    let hidden = Fact::Count(i64::try_from(hidden).unwrap_or(i64::MAX));
    Some(Finding::new(&code::REPLAY_MORE).with("hidden", hidden))
}

fn difference(name: &str, then: Option<&Value>, now: Option<&Value>) -> Finding {
    let mut finding = Finding::new(&code::REPLAY_FIGURE_DIFFERS).with("figure", Fact::Text(name.to_owned()));
    finding.seen = now.and_then(fact);
    finding.expected = then.and_then(fact);
    if let (Some(Fact::Amount(now)), Some(Fact::Amount(then))) = (&finding.seen, &finding.expected) {
        finding.difference = Money::from_exact(&(now.to_exact() - then.to_exact()));
    }
    finding
}

/// A value as a fact: amounts are text with two decimals.
fn fact(value: &Value) -> Option<Fact> {
    Some(match value {
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
        Value::String(text) => match amount(text) {
            Some(amount) => Fact::Amount(amount),
            None => Fact::Text(text.chars().take(400).collect()),
        },
        other => Fact::Text(other.to_string()),
    })
}

fn amount(text: &str) -> Option<Money> {
    let (zlote, grosze) = text.split_once('.')?;
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let plain = digits(zlote.strip_prefix('-').unwrap_or(zlote)) && digits(grosze) && grosze.len() == 2;
    plain.then(|| format!("{zlote}{grosze}").parse().ok().map(Money::from_grosze)).flatten()
}

/// Findings are compared as a set: one more of them moves all that follow.
fn results(now: &Value, then: &Value, differ: &mut Vec<Finding>) {
    for (name, field) in now.as_object().into_iter().flatten().filter(|(name, _)| *name != "findings") {
        walk(name, field, then.get(name), differ);
    }
    let of = |result: &Value| result.get("findings").and_then(Value::as_array).cloned().unwrap_or_default();
    let (now, then) = (of(now), of(then));
    differ.extend(now.iter().filter(|one| !then.contains(one)).map(|one| finding("new", one)));
    differ.extend(then.iter().filter(|one| !now.contains(one)).take(COUNTED).map(|one| finding("gone", one)));
}

/// A finding that only one of the two results has.
fn finding(side: &str, one: &Value) -> Finding {
    let message = one.get("message").and_then(Value::as_str).unwrap_or_default();
    let message = message.chars().take(400).collect();
    Finding::new(&code::REPLAY_FINDING_DIFFERS)
        .with("side", Fact::Text(side.to_owned()))
        .with("message", Fact::Text(message))
}

/// Walks the result computed now; `path` names the value.
fn walk(path: &str, now: &Value, then: Option<&Value>, differ: &mut Vec<Finding>) {
    match now {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                walk(&path, inner, then.and_then(|then| then.get(name)), differ);
            }
        }
        Value::Array(entries) => {
            let others = then.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            for (index, inner) in entries.iter().enumerate() {
                let (name, other) = entry(index, inner, others);
                walk(&format!("{path}[{name}]"), inner, other, differ);
            }
            if others.len() > entries.len() {
                let counts = [others.len(), entries.len()].map(Value::from);
                differ.push(difference(path, Some(&counts[0]), Some(&counts[1])));
            }
        }
        _ if then != Some(now) => differ.push(difference(path, then, Some(now))),
        _ => {}
    }
}

/// What has an identifier is named and found by it, all else by its position.
fn entry<'a>(index: usize, now: &Value, others: &'a [Value]) -> (String, Option<&'a Value>) {
    let key = ["id", "round", "name"].into_iter().find(|key| now.get(*key).is_some_and(Value::is_string));
    match key.and_then(|key| Some((key, now.get(key)?.as_str()?))) {
        Some((key, id)) => {
            let same = |other: &&Value| other.get(key).and_then(Value::as_str) == Some(id);
            (id.to_owned(), others.iter().find(same))
        }
        None => ((index + 1).to_string(), others.get(index)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(then: &str, now: &str) -> Vec<String> {
        let mut all = Vec::new();
        findings(then.as_bytes(), now.as_bytes(), &mut all);
        let said = |f: &Finding| {
            let name = f.facts.first().map(|(_, fact)| format!("{fact:?}")).unwrap_or_default();
            let money = f.difference.map(|d| d.to_string()).unwrap_or_default();
            format!("{} {name} {money}", f.code.name)
        };
        all.iter().map(said).collect()
    }

    #[test]
    fn an_amount_that_differs_is_named_by_who_it_belongs_to_with_the_difference() {
        let then = r#"{"readings":[{"id":"A1","own":"10.00"},{"id":"A2","own":"7.50"}]}"#;
        let now = r#"{"readings":[{"id":"A2","own":"7.49"},{"id":"A1","own":"10.00"}]}"#;
        assert_eq!(told(then, now), ["replay-figure-differs Text(\"readings[A2].own\") -0.01"]);
        assert_eq!(told(then, then), Vec::<String>::new());
    }

    #[test]
    fn what_is_no_result_differs_as_a_whole_and_long_lists_are_counted() {
        assert_eq!(told("no json", "{}"), ["replay-figure-differs Text(\"findings.json\") "]);
        let many = |value: &str| format!("{{\"readings\":[{}]}}", vec![value; 50].join(","));
        let all = told(&many("1"), &many("2"));
        assert_eq!(all.len(), LISTED + 1);
        assert_eq!(all[LISTED], "replay-more Count(30) ");
    }

    #[test]
    fn a_finding_more_is_one_difference_and_not_one_for_each_that_it_moves() {
        let then = r#"{"findings":[{"message":"a"},{"message":"b"}]}"#;
        let now = r#"{"findings":[{"message":"c"},{"message":"a"},{"message":"b"}]}"#;
        assert_eq!(told(then, now), ["replay-finding-differs Text(\"new\") "]);
        assert_eq!(told(now, then), ["replay-finding-differs Text(\"gone\") "]);
    }
}
