//! The thirteenth salary: a share of the year's pay, paid in the first months of the next one.
//!
//! Employment contracts only, after six months of work in the year. Whether the programme refunds it was found nowhere,
//! and its base is base pay with the seniority allowance, so it is a cost of the municipality and shown apart.

use super::Thirteenth;
use super::pay::Earned;
use super::project::Build;
use super::today::{Dues, LabourFund, Stream};
use crate::calc::{Expr, Format, NodeId};
use crate::records::ContractForm;

/// Months of work that give a right to it.
const MONTHS: usize = 6;

/// Returns everybody's in a scenario, by identifier.
pub fn of(build: &mut Build<'_>, streams: &[Stream], earned: &Earned, scenario: usize) -> Vec<Thirteenth> {
    let Some(share) = build.assumed.get("thirteenth_share", scenario) else { return Vec::new() };
    let today = |s: &&Stream| s.form == ContractForm::Employment;
    let mut who: Vec<&str> = streams.iter().filter(today).map(|s| s.assistant.as_str()).collect();
    who.extend(earned.keys().map(String::as_str));
    who.sort_unstable();
    who.dedup();
    let mut all = Vec::new();
    for assistant in who {
        let stream = streams.iter().filter(today).find(|s| s.assistant == assistant);
        let year = stream.and_then(|s| s.year).filter(|(_, months)| *months >= MONTHS);
        let paid = year.map(|(sum, _)| {
            let label = "Dodatkowe wynagrodzenie roczne za rok poprzedni";
            build.model.formula(label, Format::Money, Expr::mul(sum, share).round2())
        });
        let paid_contributions =
            paid.zip(stream).map(|(paid, s)| contributions(build, paid, s.dues, scenario));
        let months = earned.get(assistant).filter(|months| months.len() >= MONTHS);
        let earned = months.map(|months| {
            let sum = Expr::Sum(months.iter().flatten().copied().collect());
            let label = "Dodatkowe wynagrodzenie roczne za rok prognozy";
            build.model.formula(label, Format::Money, Expr::mul(sum, share).round2())
        });
        if paid.is_some() || earned.is_some() {
            all.push(Thirteenth { assistant: assistant.to_owned(), paid, paid_contributions, earned });
        }
    }
    all
}

/// Contributions on it, each rounded to the grosz. It comes with a month's pay, so the minimum wage is reached.
fn contributions(build: &mut Build<'_>, paid: NodeId, dues: Dues, scenario: usize) -> NodeId {
    let rates = [
        ("pension", dues.social),
        ("disability", dues.social),
        ("accident_rate", dues.accident),
        ("labour_fund", dues.labour_fund != LabourFund::Exempt),
        ("fgsp", dues.fgsp),
        ("ppk", dues.ppk),
    ];
    let rates = rates.into_iter().filter(|(_, due)| *due);
    let rates = rates.filter_map(|(key, _)| build.assumed.get(key, scenario));
    let each: Vec<Expr> = rates.map(|rate| Expr::mul(rate, paid).round2()).collect();
    build.model.formula("Pochodne od dodatkowego wynagrodzenia rocznego", Format::Money, Expr::Add(each))
}
