//! How figures spread: municipalities by co-financing of a post, assistants by number of families. Counts only.

use super::powiat::Group;
use crate::calc::Model;
use crate::consolidate::Entry;
use crate::units::Exact;

/// Classes at most, so that a chart can be read.
const MOST: i64 = 12;

/// A class and how many fall into it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Class {
    /// What it is called.
    pub label: String,
    /// How many, first those within the limit, then those beyond it.
    pub counts: [i64; 2],
}

/// Municipalities by co-financing of a post, in classes of one width.
pub fn per_post(groups: &[Group], model: &Model) -> Vec<Class> {
    let values: Vec<Exact> =
        groups.iter().flat_map(|group| &group.spread).map(|id| model.number(*id)).collect();
    let Some(most) = values.iter().max().and_then(|n| n.cut_down(0).to_i64()) else { return Vec::new() };
    let step = step(most);
    let class = |value: &Exact| value.cut_down(0).to_i64().map_or(0, |n| n.max(0) / step);
    (0..=most / step)
        .map(|at| Class {
            label: format!("{}–{}", thousands(at * step), thousands((at + 1) * step)),
            counts: [count(values.iter().filter(|value| class(value) == at).count()), 0],
        })
        .collect()
}

/// The smallest round width that needs few classes.
fn step(most: i64) -> i64 {
    let mut width = 100;
    for factor in [5, 2].into_iter().cycle() {
        if most / width < MOST || width > i64::MAX / 10 {
            break;
        }
        width *= factor;
    }
    width
}

fn thousands(n: i64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    out
}

/// Assistants by number of families. The limit parts two classes.
pub fn caseload(entries: &[Entry], limit: u32) -> Vec<Class> {
    let all = entries.iter().filter(|entry| entry.counts()).flat_map(|entry| &entry.assistants);
    let families: Vec<u32> = all.filter_map(|assistant| assistant.families).collect();
    if families.is_empty() {
        return Vec::new();
    }
    let mut bounds: Vec<(u32, u32)> = vec![(0, 0)];
    while let Some((_, last)) = bounds.last().copied().filter(|(_, last)| last + 3 <= limit) {
        bounds.push((last + 1, last + 3));
    }
    let within = bounds.last().map_or(0, |(_, last)| *last);
    if within < limit {
        bounds.push((within + 1, limit));
    }
    bounds.extend([(limit + 1, limit + 5), (limit + 6, limit + 10), (limit + 11, u32::MAX)]);
    let class = |(first, last): (u32, u32)| {
        let number = count(families.iter().filter(|n| (first..=last).contains(*n)).count());
        let label = match (first, last) {
            (0, 0) => "0".to_owned(),
            (_, u32::MAX) => format!("{first} i więcej"),
            _ if first == last => first.to_string(),
            _ => format!("{first}–{last}"),
        };
        Class { label, counts: if first > limit { [0, number] } else { [number, 0] } }
    };
    bounds.into_iter().map(class).collect()
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consolidate::{AssistantRow, Kind};

    #[test]
    fn the_limit_of_families_parts_two_classes_and_nobody_is_lost() {
        let mut entry = Entry::of(Vec::new(), Kind::Tables);
        entry.assistants =
            [0, 3, 15, 16, 20, 40].map(|n| AssistantRow { id: n.to_string(), families: Some(n) }).to_vec();
        entry.assistants.push(AssistantRow { id: "x".to_owned(), families: None });
        let classes = caseload(&[entry], 15);
        let told: Vec<(&str, [i64; 2])> =
            classes.iter().filter(|c| c.counts != [0, 0]).map(|c| (c.label.as_str(), c.counts)).collect();
        assert_eq!(
            told,
            [("0", [1, 0]), ("1–3", [1, 0]), ("13–15", [1, 0]), ("16–20", [0, 2]), ("26 i więcej", [0, 1])]
        );
    }

    #[test]
    fn classes_of_money_are_few_and_round() {
        assert_eq!((step(90), step(9_000), step(120_000)), (100, 1_000, 50_000));
        assert_eq!(thousands(1_250_000), "1\u{a0}250\u{a0}000");
    }
}
