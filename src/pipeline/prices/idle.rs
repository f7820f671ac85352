//! Ways that need no settlement to be priced: those that cannot matter to this municipality, and those that cannot be
//! settled from what it handed in. Only what is certain stands here; where in doubt, settle and compare.

use crate::programme::{Component, Programme};
use crate::records::{ContractForm, FundComponent, Submission, TableId};

/// Returns why no way of the reading can change an amount or the form here.
pub fn idle(reading: &str, facts: &Submission, programme: &Programme) -> Option<&'static str> {
    let uses = |component| facts.funds.iter().any(|f| !f.rejected && f.component.value == component);
    let supplement = uses(FundComponent::Supplement);
    let employment = uses(FundComponent::EmploymentCost);
    let service = facts.employments.iter().any(|e| !e.rejected && e.form.value == ContractForm::Service);
    match reading {
        "own-share-measured"
        | "supplement-cost"
        | "supplement-rounding"
        | "hours-worked"
        | "posts-shown"
        | "post-cap"
        | "readiness"
        | "blank-readiness"
        | "funded-contributions"
            if !supplement =>
        {
            Some("reading-idle-no-supplement")
        }
        "employment-rounding"
        | "holiday-pay"
        | "contributions-on-excluded-pay"
        | "wage-base"
        | "level-not-given"
        | "early-pay"
            if !employment =>
        {
            Some("reading-idle-no-employment")
        }
        "service-hours" | "service-post" | "service-pay" if !service => Some("reading-idle-no-service"),
        "parallel-contracts" if !several_contracts(facts) => Some("reading-idle-one-contract"),
        "two-sources" if !two_sources(facts) => Some("reading-idle-one-source"),
        "level-not-given" if facts.agreement.level.is_some() => Some("reading-idle-level-given"),
        "caseload-money" if facts.families.is_empty() && facts.caseload_months.is_empty() => {
            Some("reading-idle-no-families")
        }
        "own-share-measured" if !shares_cost(programme) => Some("reading-idle-whole-cost"),
        _ => None,
    }
}

/// Does the reading speak of returns and interest alone, which no figure of the settlement holds?
pub fn is_beyond_amounts(reading: &str) -> bool {
    matches!(reading, "return-regime" | "interest-first-day" | "days-counted")
}

/// Returns why a way cannot be settled.
pub fn impossible(reading: &str, word: &str, facts: &Submission) -> Option<&'static str> {
    let pay = facts.table(TableId::Pay);
    let booked = pay.is_some_and(|table| table.columns.iter().any(|c| c.starts_with("booked_")));
    (reading == "binding-award" && word == "as-booked" && !booked).then_some("reading-needs-booked")
}

/// Is one component paid by both the Labour Fund and the state budget?
fn two_sources(facts: &Submission) -> bool {
    use crate::records::FundingSource::{LabourFund, StateBudget};
    let rows = || facts.funds.iter().filter(|f| !f.rejected);
    let pays = |component, source| {
        rows().any(|f| {
            f.component.value == component && f.source.as_ref().map_or(LabourFund, |s| s.value) == source
        })
    };
    rows().any(|f| pays(f.component.value, LabourFund) && pays(f.component.value, StateBudget))
}

/// Does a supplement of the edition leave a part of its cost to the municipality?
fn shares_cost(programme: &Programme) -> bool {
    programme
        .components
        .iter()
        .any(|c| matches!(c, Component::OneOffSupplement { .. } | Component::MonthlySupplement { .. }))
}

/// Has anybody two contracts?
fn several_contracts(facts: &Submission) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    facts.employments.iter().filter(|e| !e.rejected).any(|e| !seen.insert(&e.assistant.value))
}
