//! Editions of one programme in time: which year an id names, which editions are neighbours, which pay a month twice.
//!
//! Two editions of the same name may pay the same month only where the later one says that it makes up the earlier.
//! A second programme on the same person and month (the sibling) has another name and is no double payment here.

use super::load::{self, Node, Value};
use super::refusal::Refusal;
use crate::finding::Fact;
use crate::units::{Day, DayRange};

/// What an id says: the programme's name, the year, and the number of the edition within the year.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// `asystent-rodziny`.
    pub name: String,
    /// 2012.
    pub year: u32,
    /// 2 for `…-2012-2`, 0 where the year has one edition.
    pub number: u32,
}

/// Reads `name-2025`, `name-2012-2`, `name-2024-2027`.
pub fn place(id: &str) -> Option<Place> {
    let is_year = |year: &u32| (2000..2100).contains(year);
    let split = |text: &str| -> Option<(String, u32)> {
        let (name, last) = text.rsplit_once('-')?;
        Some((name.to_owned(), last.parse().ok()?))
    };
    let (before, last) = split(id)?;
    match split(&before).filter(|(_, year)| is_year(year)) {
        Some((name, year)) => Some(Place { name, year, number: if is_year(&last) { 0 } else { last } }),
        None => is_year(&last).then_some(Place { name: before, year: last, number: 0 }),
    }
}

/// Returns the editions just before and just after the year asked for, of the same name, and those of the year itself.
pub fn neighbours(asked: &str, known: &[String]) -> Vec<String> {
    let Some(asked) = place(asked) else { return Vec::new() };
    let mut same: Vec<(Place, &String)> = known
        .iter()
        .filter_map(|id| Some((place(id).filter(|place| place.name == asked.name)?, id)))
        .collect();
    same.sort();
    let before = same.iter().rev().find(|(other, _)| other.year < asked.year);
    let within = same.iter().filter(|(other, _)| other.year == asked.year);
    let after = same.iter().find(|(other, _)| other.year > asked.year);
    before.into_iter().chain(within).chain(after).map(|(_, id)| (*id).clone()).collect()
}

/// The days that an edition pays for, and the edition it makes up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Span {
    /// Id of the edition.
    pub id: String,
    days: DayRange,
    line: usize,
    tops_up: Option<(String, usize)>,
}

/// Reads the span alone; nothing where the file is unsound, which is told when that edition is loaded.
pub fn span(id: &str, rules: &str) -> Option<Span> {
    let root = load::parse(rules).ok()?;
    let period = child(&root, "period")?;
    let day = |key| Some((text(child(period, key)?)?, child(period, key)?.line));
    let (first, line) = day("first")?;
    let (last, _) = day("last")?;
    let days = DayRange::new(Day::parse_iso(first)?, Day::parse_iso(last)?)?;
    let tops_up = child(&root, "tops_up").and_then(|table| child(table, "value"));
    let tops_up = tops_up.and_then(|node| Some((text(node)?.to_owned(), node.line)));
    Some(Span { id: id.to_owned(), days, line, tops_up })
}

fn child<'a>(node: &'a Node, key: &str) -> Option<&'a Node> {
    match &node.value {
        Value::Table(table) => table.get(key),
        _ => None,
    }
}

fn text(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// Returns what is wrong with an edition beside the others: a month paid twice, a topped-up edition that is not there.
///
/// The later of two editions is the one that is refused: it should have named the earlier.
pub fn refusals(file: &str, own: &Span, all: &[Span]) -> Vec<Refusal> {
    let Some(own_place) = place(&own.id) else { return Vec::new() };
    let fact = |text: &str| Fact::Text(text.to_owned());
    let refusal = |line, key: &str, problem, facts| Refusal {
        file: file.to_owned(),
        line,
        key: key.to_owned(),
        problem,
        facts,
    };
    let earlier: Vec<&Span> = all
        .iter()
        .filter(|other| place(&other.id).is_some_and(|p| p.name == own_place.name && p < own_place))
        .filter(|other| months(own.days).overlap(&months(other.days)).is_some())
        .collect();
    let named = |other: &&&Span| own.tops_up.as_ref().is_some_and(|(id, _)| *id == other.id);
    let mut found = Vec::new();
    for other in earlier.iter().filter(|other| !named(other)) {
        let days = format!("{}..{}", other.days.first, other.days.last);
        let facts = vec![("other", fact(&other.id)), ("days", fact(&days))];
        found.push(refusal(own.line, "period.first", "rules-month-paid-twice", facts));
    }
    if let Some((id, line)) = &own.tops_up
        && !earlier.iter().any(|other| other.id == *id)
    {
        let accepted = earlier.iter().map(|other| other.id.as_str()).collect::<Vec<_>>().join(", ");
        let facts = vec![("seen", fact(id)), ("accepted", fact(&accepted))];
        let nobody = accepted.is_empty();
        let problem = if nobody { "rules-tops-up-nobody" } else { "rules-tops-up-nothing" };
        found.push(refusal(*line, "tops_up.value", problem, facts));
    }
    found
}

/// The whole months that the days touch: cost is settled by the month.
fn months(days: DayRange) -> DayRange {
    DayRange::new(days.first.month().first(), days.last.month().last()).unwrap_or(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_names_a_programme_a_year_and_an_edition_of_the_year() {
        let read = |id| place(id).map(|p| (p.name, p.year, p.number));
        assert_eq!(read("asystent-rodziny-2025"), Some(("asystent-rodziny".to_owned(), 2025, 0)));
        assert_eq!(read("asystent-rodziny-2012-2"), Some(("asystent-rodziny".to_owned(), 2012, 2)));
        assert_eq!(read("dodatek-motywacyjny-2024-2027"), Some(("dodatek-motywacyjny".to_owned(), 2024, 0)));
        assert_eq!((read("asystent-rodziny"), read("rok-12"), read("")), (None, None, None));
    }

    fn of(id: &str, first: &str, last: &str, tops_up: &str) -> Span {
        let mut rules = format!("id = \"{id}\"\n[period]\nfirst = \"{first}\"\nlast = \"{last}\"\n");
        if !tops_up.is_empty() {
            rules = format!("{rules}[tops_up]\nvalue = \"{tops_up}\"\n");
        }
        span(id, &rules).expect("a span written in this test")
    }

    fn problems(own: &Span, other: &Span) -> Vec<&'static str> {
        refusals("x", own, &[own.clone(), other.clone()]).iter().map(|r| r.problem).collect()
    }

    #[test]
    fn the_later_of_two_editions_must_name_the_earlier_whose_month_it_pays() {
        let first = of("x-2012-1", "2012-03-22", "2012-12-31", "");
        let silent = of("x-2012-2", "2012-12-31", "2012-12-31", "");
        let named = of("x-2012-2", "2012-01-01", "2012-12-31", "x-2012-1");
        assert_eq!(problems(&silent, &first), ["rules-month-paid-twice"]);
        assert_eq!(problems(&first, &silent), [""; 0]);
        assert_eq!(problems(&named, &first), [""; 0]);
        let next = of("x-2013", "2013-01-01", "2013-12-31", "");
        assert_eq!(problems(&next, &first), [""; 0]);
        let idle = of("x-2013", "2013-01-01", "2013-12-31", "x-2012-1");
        assert_eq!(problems(&idle, &first), ["rules-tops-up-nobody"]);
        let sibling = of("y-2012-3", "2012-01-01", "2012-12-31", "");
        assert_eq!(problems(&sibling, &first), [""; 0]);
    }
}
