//! Families of the assistants: eight to sixteen each in the course of the year. Codes only, no people.

use super::people::Assistant;
use super::random::Random;
use super::year::{Date, Edition, last_day, later};

/// A family with one assistant.
#[derive(Clone, Debug)]
pub struct Family {
    /// Code.
    pub id: String,
    /// Its assistant.
    pub assistant: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Option<Date>,
    /// Why it has an assistant.
    pub basis: &'static str,
    /// Category.
    pub category: &'static str,
    /// Children.
    pub children: i64,
    /// Of them in foster care.
    pub in_care: Option<i64>,
    /// Advice under "Za życiem".
    pub advice: bool,
    /// Plan of work.
    pub plan: Date,
    /// Last assessment.
    pub assessed: Option<Date>,
    /// Why it ended.
    pub reason: &'static str,
    /// Watched until.
    pub watched: Option<Date>,
}

/// Makes up the families of all assistants.
pub fn all(r: &mut Random, edition: &Edition, assistants: &[Assistant]) -> Vec<Family> {
    let mut families = Vec::new();
    for assistant in assistants {
        let (Some(first), Some(last)) = (assistant.terms.first(), assistant.terms.last()) else { continue };
        for _ in 0..r.between(8, 16) {
            let id = format!("R{:04}", families.len() + 1);
            let mut family = family(r, edition, first.from, last.to);
            family.id = id;
            family.assistant.clone_from(&assistant.id);
            families.push(family);
        }
    }
    families
}

fn family(r: &mut Random, edition: &Edition, hired: Date, left: Option<Date>) -> Family {
    let year = edition.year;
    let days = |r: &mut Random, last| u32::try_from(r.between(2, last)).unwrap_or(2);
    let from = if hired < (year - 1, 1, 1) {
        later((year - 1, 1, 1), days(r, 350))
    } else {
        later(hired, days(r, 25))
    };
    let mut to = left;
    let mut reason = if left.is_some() { "zmiana metody" } else { "" };
    let month = u32::try_from(r.between(5, 11)).unwrap_or(11);
    let end = (year, month, last_day(year, month));
    if r.percent(18) && later(from, 90) < end && left.is_none_or(|left| end < left) {
        to = Some(end);
        reason = r.pick(&["cel osiągnięty", "cel osiągnięty", "rezygnacja rodziny", "przeprowadzka"]);
    }
    let (basis, category, advice) = match r.between(1, 100) {
        1..=6 => ("Za życiem", "zaświadczenie \"Za życiem\"", true),
        7..=35 => ("postanowienie sądu", "trudności opiekuńczo-wychowawcze", false),
        36..=60 => ("wniosek rodzica", "trudności opiekuńczo-wychowawcze", false),
        61..=66 => ("wniosek rodzica", "dziecko w pieczy zastępczej", false),
        _ => ("wniosek pracownika socjalnego", "trudności opiekuńczo-wychowawcze", false),
    };
    let children = r.between(1, 5);
    let plan = later(from, 21);
    // At least every half-year.
    let last_of_period = to.unwrap_or((year, 12, 31));
    let autumn = (year, 11, 3 + days(r, 20));
    let assessed = match to {
        Some(end) if later(from, 120) < end => Some((end.0, end.1, end.2 - 10)),
        None if later(from, 60) < autumn && autumn < last_of_period => Some(autumn),
        _ => None,
    };
    Family {
        id: String::new(),
        assistant: String::new(),
        from,
        to,
        basis,
        category,
        children,
        in_care: (category == "dziecko w pieczy zastępczej").then_some(children.min(2)),
        advice,
        plan: to.map_or(plan, |to| plan.min(to)),
        assessed,
        reason,
        watched: to.filter(|_| reason == "cel osiągnięty").map(|to| later(to, 180)),
    }
}
