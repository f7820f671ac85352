//! Which readings a step of the computation rests on, by the step's stable name. An explanation names them; nothing is
//! computed from this table. A test settles the samples in every way of every reading and finds here each step whose
//! formula changed.

/// Names of readings by step.
const STEPS: &[(&str, &[&str])] = &[
    ("amount", &["contributions-on-excluded-pay"]),
    ("as_work", &["hours-worked"]),
    ("average_posts", &["mid-month-change", "parallel-contracts", "unpaid-month"]),
    ("contributions", &["contributions-on-excluded-pay"]),
    ("contributions_counted", &["early-pay"]),
    ("counted", &["early-pay"]),
    ("eligible_contributions", &["contributions-on-excluded-pay", "service-pay", "wage-base"]),
    ("eligible_pay", &["holiday-pay", "service-pay", "sick-pay", "wage-base"]),
    ("employment_running", &["binding-award", "employment-rounding"]),
    ("employment_shared", &["binding-award"]),
    ("fte", &["mid-month-change", "parallel-contracts", "post-cap", "post-rounding"]),
    ("fte_days", &["mid-month-change"]),
    ("fte_employment", &["post-cap", "post-rounding"]),
    ("fte_service", &["post-cap", "post-rounding"]),
    ("fte_shown", &["posts-shown"]),
    ("head", &["unpaid-month"]),
    ("hours_needed", &["service-hours"]),
    ("limit", &["employment-rounding", "own-share-measured", "supplement-rounding"]),
    ("motivation_contributions", &["funded-contributions"]),
    ("peak", &["caseload-money"]),
    ("qualifies", &["blank-readiness", "caseload-money", "request-days", "service-hours"]),
    ("share_of_month", &["mid-month-change"]),
    ("shared", &["binding-award"]),
    ("sum_of_limits", &["employment-rounding"]),
    ("supplement", &["supplement-cost"]),
    ("supplement_bound", &["own-share-measured"]),
    ("supplement_by_post", &["own-share-measured"]),
    ("supplement_limit", &["own-share-measured", "supplement-rounding"]),
    ("supplement_shared", &["binding-award"]),
    ("wage_cost", &["caseload-money"]),
    ("wage_limit", &["binding-award", "employment-rounding", "level-not-given"]),
];

/// Returns the names of the readings that a step rests on; which of them an edition has, the edition says.
pub fn of_step(key: &str) -> &'static [&'static str] {
    let known = STEPS.binary_search_by(|(step, _)| (*step).cmp(key)).ok();
    known.and_then(|at| STEPS.get(at)).map_or(&[], |(_, names)| names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::readings::SWITCHES;

    #[test]
    fn steps_are_in_order_and_their_readings_exist() {
        assert!(STEPS.is_sorted_by(|a, b| a.0 < b.0));
        for name in STEPS.iter().flat_map(|(_, names)| *names) {
            assert!(SWITCHES.iter().any(|(known, _)| known == name), "{name}");
        }
    }
}
