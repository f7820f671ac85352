//! National figures of a coming year: as announced, or what the newest known are. Nothing is carried over here.

use super::{Figure, National};
use crate::records::Contribution;
use crate::units::{Day, Exact, Money};

/// What is known of a figure of a year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Coming {
    /// It is announced.
    Announced(Figure<Exact>),
    /// It is not. The newest known, with the last day for which somebody checked it.
    NotYet(Option<(Figure<Exact>, Day)>),
}

impl National {
    /// Returns what is known of a figure of a plan (`records::plan::PLAN_FIGURES`) in a year; nothing for figures that
    /// nobody announces, such as raises.
    pub fn coming(&self, key: &str, year: i32) -> Option<Coming> {
        let month = if key.ends_with("_july") { 7 } else { 1 };
        let day = Day::new(year, month, 1)?;
        let rate = |which| look(day, |d| self.contribution_rate(which, d), |r| r);
        Some(match key {
            "minimum_wage" | "minimum_wage_july" => {
                look(day, |d| self.minimum_wage(d.month()), Money::to_exact)
            }
            "hourly_minimum" | "hourly_minimum_july" => {
                look(day, |d| self.hourly_minimum(d), Money::to_exact)
            }
            "pension" => rate(Contribution::Pension),
            "disability" => rate(Contribution::Disability),
            "labour_fund" => rate(Contribution::LabourFund),
            "fgsp" => rate(Contribution::Fgsp),
            "ppk" => look(day, |d| self.ppk_basic_rate(d), |r| r),
            // The payer's own rate is in no series; this is that of small payers.
            "accident_rate" => look(day, |d| self.accident_rate_of_small_payers(d), |r| r),
            _ => return None,
        })
    }
}

fn look<T>(day: Day, on: impl Fn(Day) -> Option<Figure<T>>, value: impl Fn(T) -> Exact) -> Coming {
    let exact = |f: Figure<T>| Figure { value: value(f.value), mark: f.mark, source: f.source, law: f.law };
    if let Some(figure) = on(day) {
        return Coming::Announced(exact(figure));
    }
    // Series are checked to the end of a year; ten years back there is always one.
    let year = day.month().year;
    let mut ends = (1..=10).filter_map(|back| Day::new(year - back, 12, 31));
    Coming::NotYet(ends.find_map(|end| Some((on(end)?, end))).map(|(f, end)| (exact(f), end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_announced_is_told_from_the_newest_known() {
        let national = National::built_in();
        let wage = national.coming("minimum_wage", 2027);
        let Some(Coming::Announced(wage)) = wage else { panic!("announced: {wage:?}") };
        assert_eq!(wage.value, Exact::whole(4_950));
        let rate = national.coming("pension", 2027);
        let Some(Coming::NotYet(Some((newest, day)))) = rate else { panic!("not announced: {rate:?}") };
        assert_eq!(
            (newest.value, Some(day)),
            (Exact::ratio(976, 10_000).expect("a rate"), Day::new(2026, 12, 31))
        );
        assert_eq!(national.coming("raise_percent", 2027), None);
    }
}
