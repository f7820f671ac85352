//! What the programme pays for the generated year, by plain integers: the second opinion that the benchmark, the test and
//! the comparison in Python hold against the program. From it come awards, most of them above it and some below.

use super::money::{Grosze, cut, share};
use super::people::{Assistant, Form, Pay};
use super::random::Random;
use super::register::Agreement;
use super::year::Edition;

/// Money of one component and round, in grosze.
#[derive(Clone, Debug)]
pub struct Fund {
    /// The supplement, or else employment cost.
    pub supplement: bool,
    /// Round, by position.
    pub round: usize,
    /// What the rules give without an award.
    pub limit: Grosze,
    /// Awarded and received.
    pub awarded: Grosze,
    /// Co-financing due: the lesser of the two.
    pub due: Grosze,
    /// Given back in January.
    pub returned: Grosze,
}

/// Works out the limits and makes up awards.
pub fn funds(
    r: &mut Random,
    edition: &Edition,
    agreement: &Agreement,
    assistants: &[Assistant],
) -> Vec<Fund> {
    let mut funds = Vec::new();
    for round in 0..edition.rounds.len() {
        let limits = [
            supplements(edition, agreement, assistants, round),
            employment(edition, agreement, assistants, round),
        ];
        for (supplement, limit) in [true, false].into_iter().zip(limits) {
            let hundred = 10_000;
            let awarded = if agreement.binds {
                (limit * 9 / 10 / hundred * hundred).max(hundred)
            } else {
                (limit / hundred + 1 + r.between(0, 2)) * hundred
            };
            let due = limit.min(awarded);
            let returned = if agreement.returns { awarded - due } else { 0 };
            funds.push(Fund { supplement, round, limit, awarded, due, returned });
        }
    }
    funds
}

fn supplements(edition: &Edition, agreement: &Agreement, assistants: &[Assistant], round: usize) -> Grosze {
    let request = agreement.request[round];
    let mut sum = 0;
    for assistant in assistants {
        let cost_of = |month: u32| -> Grosze {
            let rows = assistant.pays.iter().filter(|pay| pay.month == month);
            rows.map(|pay| pay.supplement + on(pay, pay.supplement)).sum()
        };
        if edition.one_off() {
            let (n, d) = assistant.fte(edition, 11);
            if assistant.terms.iter().any(|t| t.covers(request)) {
                let cost: Grosze = edition.months().map(cost_of).sum();
                sum += cut(200_000, n, d).min(cut(cost, 80, 100));
            }
            continue;
        }
        for month in edition.months().filter(|month| edition.round(*month) == round) {
            if assistant.qualifies(edition, request, month) {
                let (n, d) = assistant.fte(edition, month);
                sum += cut(20_000, n, d).min(cut(cost_of(month), 80, 100));
            }
        }
    }
    sum
}

fn employment(edition: &Edition, agreement: &Agreement, assistants: &[Assistant], round: usize) -> Grosze {
    let of_round = |pay: &&Pay| edition.round(pay.month) == round;
    let wage = |assistant: &Assistant| -> Grosze {
        assistant.pays.iter().filter(of_round).map(|pay| wage_cost(pay, assistant.form)).sum()
    };
    let cost: Grosze = assistants.iter().map(wage).sum();
    cut(cost, agreement.level.unwrap_or(edition.level), 100)
}

/// Base salary, seniority allowance and the contributions on them.
fn wage_cost(pay: &Pay, form: Form) -> Grosze {
    let contributions: Grosze = pay.contributions.iter().sum();
    let other = if form == Form::Employment { on(pay, pay.other) } else { 0 };
    pay.base + pay.seniority + contributions - other - on(pay, pay.supplement) - on(pay, pay.motivation)
}

/// Contributions on one part of a payment, each column by itself.
fn on(pay: &Pay, part: Grosze) -> Grosze {
    pay.contributions.iter().map(|column| share(*column, part, pay.contributory())).sum()
}
