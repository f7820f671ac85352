//! An edition's rules carried to another year: an assumption, and marked as one everywhere.
//!
//! For estimates alone. A settlement never takes another year's figures; this is the only place that carries them over,
//! and what it returns says so in its title, in every source and in every mark.

use super::{Component, Figure, Mark, Programme};
use crate::units::{Day, DayRange};

impl Programme {
    /// Is the edition that of the year? Then an estimate assumes nothing about the rules. Some editions began in
    /// the middle of their year and are no less its own.
    pub fn covers_year(&self, year: i32) -> bool {
        DayRange::of_year(year).is_some_and(|days| self.period.value.overlap(&days).is_some())
    }

    /// Returns the edition as it would be in another year: every day moved by whole years, every figure marked
    /// assumed. Returns itself where it is the year's own.
    #[must_use]
    pub fn for_year(&self, year: i32) -> Self {
        if self.covers_year(year) {
            return self.clone();
        }
        let from = self.period.value.last.month().year;
        let years = year - from;
        let mut other = self.clone();
        other.title = format!("{} – ZAŁOŻENIE na {year} r.: zasady jak w {from} r.", self.title);
        let note = format!("założenie: jak w edycji {}", self.id);
        let by = |day: Day| moved(day, years);
        let range = |days: DayRange| moved_range(days, years);
        assume(&mut other.period, &note, |p| *p = range(*p));
        assume(&mut other.payment_deadline, &note, |d| *d = by(*d));
        other.report_days.iter_mut().for_each(|f| assume(f, &note, |_| ()));
        other.return_days.iter_mut().for_each(|f| assume(f, &note, |_| ()));
        for round in &mut other.rounds {
            round.period = range(round.period);
            round.request_until.iter_mut().for_each(|f| assume(f, &note, |d| *d = by(*d)));
            round.report_days.iter_mut().for_each(|f| assume(f, &note, |_| ()));
        }
        other.service_fte_from_hours.iter_mut().for_each(|f| assume(f, &note, |_| ()));
        other.components.iter_mut().for_each(|c| carry(c, &note, years));
        other
    }
}

fn carry(component: &mut Component, note: &str, years: i32) {
    let by = |day: &mut Day| *day = moved(*day, years);
    let range = |days: &mut DayRange| *days = moved_range(*days, years);
    match component {
        Component::WageShareUnderCeiling { base, by_contract, hired_from } => {
            assume(base, note, |_| ());
            for rule in by_contract {
                assume(&mut rule.share, note, |_| ());
                assume(&mut rule.ceiling, note, |_| ());
            }
            if let Some(f) = hired_from {
                assume(f, note, by);
            }
        }
        Component::WageShare { base, ceiling, seen, months } => {
            assume(base, note, |_| ());
            assume(ceiling, note, |_| ());
            if let Some(f) = seen {
                assume(f, note, |_| ());
            }
            months.iter_mut().for_each(range);
        }
        Component::OneOffSupplement { amount, reference_day, still_employed, share_of_cost, .. } => {
            assume(amount, note, |_| ());
            assume(reference_day, note, by);
            if let Some(f) = still_employed {
                assume(f, note, range);
            }
            assume(share_of_cost, note, |_| ());
        }
        Component::MonthlySupplement { amount, hours, yearly, share_of_cost, .. } => {
            assume(amount, note, |_| ());
            assume(hours, note, |_| ());
            if let Some(f) = yearly {
                assume(f, note, |_| ());
            }
            assume(share_of_cost, note, |_| ());
        }
        Component::FundedSupplement { amount } => assume(amount, note, |_| ()),
    }
}

fn assume<T>(figure: &mut Figure<T>, note: &str, change: impl FnOnce(&mut T)) {
    change(&mut figure.value);
    figure.mark = figure.mark.max(Mark::Assumed);
    figure.source = format!("{note} ({})", figure.source);
}

/// The same day of another year; 29 February becomes the last day of February.
fn moved(day: Day, years: i32) -> Day {
    let month = day.month();
    Day::new(month.year + years, month.number, day.of_month())
        .or_else(|| Day::new(month.year + years, month.number, 28))
        .unwrap_or(day)
}

fn moved_range(days: DayRange, years: i32) -> DayRange {
    DayRange { first: moved(days.first, years), last: moved(days.last, years) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::Catalogue;

    #[test]
    fn an_edition_carried_over_moves_every_day_and_calls_every_figure_an_assumption() {
        let known = Catalogue::built_in().get("asystent-rodziny-2024").expect("an edition");
        let carried = known.for_year(2027);
        assert_eq!(carried.period.value.first.to_string(), "2027-01-01");
        assert_eq!(carried.payment_deadline.value.to_string(), "2027-12-31");
        let requests: Vec<String> = carried
            .rounds
            .iter()
            .filter_map(|r| r.request_until.as_ref().map(|f| f.value.to_string()))
            .collect();
        assert_eq!(requests, ["2027-06-30", "2027-10-31"]);
        assert!(carried.title.contains("ZAŁOŻENIE na 2027 r.: zasady jak w 2024 r."));
        for component in &carried.components {
            let (Component::MonthlySupplement { amount, .. }
            | Component::OneOffSupplement { amount, .. }
            | Component::FundedSupplement { amount }) = component
            else {
                continue;
            };
            assert_eq!(amount.mark, Mark::Assumed);
            assert!(amount.source.starts_with("założenie: jak w edycji asystent-rodziny-2024"));
        }
    }

    #[test]
    fn an_edition_that_covers_the_year_stays_as_it_is() {
        let sibling = Catalogue::built_in().get("dodatek-motywacyjny-2024-2027").expect("an edition");
        assert_eq!(sibling.for_year(2026), sibling);
        assert!(!sibling.covers_year(2028));
    }
}
