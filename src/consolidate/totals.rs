//! Sums over municipalities for the screen and for other programs: whole-period figures of accepted reports.
//!
//! The report's own totals are live cells; these are the same sums of the same figures, for those who do not open it.

use super::Entry;
use crate::units::Exact;

/// A sum.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Total {
    /// Sum of what is known; none when no accepted report gives the figure.
    pub sum: Option<Exact>,
    /// Accepted reports that do not give it. Blank is not zero: where there are any, the sum is not whole.
    pub unknown: usize,
}

/// Adds up a figure of the whole period over the accepted reports. A report that does not use a component lacks nothing
/// of it.
pub fn total(entries: &[Entry], name: &str) -> Total {
    let mut total = Total::default();
    let component = name.split_once('.').map(|(part, _)| part).filter(|part| *part != "all");
    let speaks = |entry: &&Entry| {
        entry.counts() && component.is_none_or(|part| entry.figures.is_empty() || entry.figures.uses(part))
    };
    for entry in entries.iter().filter(speaks) {
        match entry.figures.whole(name) {
            Some(value) => {
                let known = total.sum.take().into_iter().chain([value.clone()]);
                total.sum = Some(known.sum());
            }
            None => total.unknown += 1,
        }
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consolidate::{FigureKey, Kind, Verdict};

    #[test]
    fn rejected_reports_enter_no_total_and_a_missing_figure_is_counted() {
        let entry = |cost: Option<i64>, verdict| {
            let mut entry = Entry::of(Vec::new(), Kind::Tables);
            let key = FigureKey::named("all.cost", None).expect("a figure of a form");
            if let Some(cost) = cost {
                entry.figures.set(key, Exact::whole(cost));
            }
            entry.verdict = verdict;
            entry
        };
        let entries = [
            entry(Some(100), Verdict::Accepted),
            entry(Some(20), Verdict::Remarks),
            entry(Some(7), Verdict::Rejected),
            entry(None, Verdict::Accepted),
        ];
        assert_eq!(total(&entries, "all.cost"), Total { sum: Some(Exact::whole(120)), unknown: 1 });
        assert_eq!(total(&entries, "all.returned"), Total { sum: None, unknown: 3 });
    }

    #[test]
    fn a_report_without_a_component_makes_no_sum_of_it_partly_known() {
        let of = |names: &[&str]| {
            let mut entry = Entry::of(Vec::new(), Kind::Form);
            for name in names {
                entry.figures.set(FigureKey::named(name, None).expect("a figure"), Exact::whole(1));
            }
            entry
        };
        let entries = [of(&["supplement.cost", "employment.cost"]), of(&["employment.cost"])];
        assert_eq!(total(&entries, "supplement.cost"), Total { sum: Some(Exact::whole(1)), unknown: 0 });
        assert_eq!(total(&entries, "employment.awarded"), Total { sum: None, unknown: 2 });
    }
}
