//! The year by months: what the request says of each, what each costs, and how much own money is out at its end.

use super::full_cost::LineCost;
use crate::calc::model::month_value;
use crate::calc::{Cond, Expr, Format, Model, NodeId};
use crate::settlement::{Line, Settled};
use crate::units::Month;

/// A month of the request.
#[derive(Clone, Copy, Debug)]
pub struct RequestMonth {
    /// Which.
    pub month: Month,
    /// The month as a node.
    pub name: NodeId,
    /// Assistants, persons.
    pub heads: NodeId,
    /// Posts under employment contracts.
    pub posts_employment: NodeId,
    /// Posts under service contracts.
    pub posts_service: NodeId,
    /// All posts.
    pub posts: NodeId,
    /// Posts of those whose month meets the conditions of the supplement: the first figure that offices collect.
    pub posts_entitled: NodeId,
    /// Gross pay in the base.
    pub gross: NodeId,
    /// Contributions in the base.
    pub contributions: NodeId,
    /// Both: wages due, the second figure that offices collect.
    pub cost: NodeId,
    /// Requested towards the employment cost.
    pub asked_employment: NodeId,
    /// Requested towards supplements.
    pub asked_supplement: NodeId,
    /// Requested in all.
    pub asked: NodeId,
    /// Own money of the municipality in the task.
    pub own: NodeId,
}

/// The months of a settled scenario. A component that the edition lacks gives zeros.
pub fn request(model: &mut Model, settled: &Settled) -> Vec<RequestMonth> {
    let mut months = Vec::new();
    for month in &settled.municipality.months {
        let lines: Vec<&Line> = settled.lines.iter().filter(|l| l.month == month.month).collect();
        let mut sum = |label: &str, pick: fn(&Line) -> NodeId| {
            let nodes = lines.iter().map(|l| pick(l)).collect();
            model.formula(label, Format::Money, Expr::Sum(nodes))
        };
        let gross = sum("Wynagrodzenia brutto (zł)", |l| l.eligible_pay);
        let contributions = sum("Pochodne od wynagrodzeń (zł)", |l| l.eligible_contributions);
        let cost = sum("Koszt zatrudnienia razem (zł)", |l| l.wage_cost);
        let asked_employment =
            sum("Wnioskowane dofinansowanie kosztów (zł)", |l| l.employment_co_financing);
        let asked_supplement = sum("Wnioskowane dodatki (zł)", |l| l.supplement_co_financing);
        let of_supplement = sum("Własne do dodatków (zł)", |l| l.supplement_own);
        let of_employment = sum("Własne do kosztów zatrudnienia (zł)", |l| l.employment_own);
        let mut both =
            |label: &str, format, a: NodeId, b: NodeId| model.formula(label, format, Expr::Sum(vec![a, b]));
        let (employment, service) = (month.posts_employment, month.posts_service);
        let posts = both("Etaty ogółem", Format::Posts, employment, service);
        let asked = both("Razem wnioskowana kwota (zł)", Format::Money, asked_employment, asked_supplement);
        let own = both("Środki własne gminy (zł)", Format::Money, of_supplement, of_employment);
        let entitled = lines.iter().filter_map(|l| Some(Expr::mul(l.qualifies?, l.fte)));
        let entitled = Expr::Add(entitled.collect());
        months.push(RequestMonth {
            month: month.month,
            name: model.parameter("Miesiąc", Format::Month, month_value(month.month)),
            heads: month.heads,
            posts_employment: month.posts_employment,
            posts_service: month.posts_service,
            posts,
            posts_entitled: model.formula("Etaty uprawnione do dodatku", Format::Posts, entitled),
            gross,
            contributions,
            cost,
            asked_employment,
            asked_supplement,
            asked,
            own,
        });
    }
    months
}

/// Money of a month, and own money that is out at its end.
#[derive(Clone, Copy, Debug)]
pub struct CashMonth {
    /// Which.
    pub month: Month,
    /// Pay and contributions, in the programme and outside, less what other programmes pay.
    pub cost: NodeId,
    /// Of which to be paid by the award.
    pub by_award: NodeId,
    /// Of which own money for good.
    pub own: NodeId,
    /// The award that comes in the month.
    pub received: NodeId,
    /// Own money laid out since January for costs, less what came.
    pub laid_out: NodeId,
}

/// The thirteenth salary is paid in the first quarter; the last month of it is taken.
const THIRTEENTH_MONTH: u32 = 3;

/// An award with the month in which it is assumed to come (1 to 12).
#[derive(Clone, Copy, Debug)]
pub struct Coming {
    /// How much.
    pub award: NodeId,
    /// The month of the year.
    pub month: NodeId,
}

/// The cash of the year. Costs are taken in the month they are due for. The expected award is laid over the months
/// in proportion to what each asks for; the last month takes the rest.
pub fn cash(
    model: &mut Model,
    settled: &Settled,
    costs: &[LineCost],
    request: &[RequestMonth],
    (asked, award): (NodeId, NodeId),
    coming: &[Coming],
    thirteenth: NodeId,
) -> Vec<CashMonth> {
    let mut months: Vec<CashMonth> = Vec::new();
    let zero = Expr::whole(0);
    for (index, month) in request.iter().enumerate() {
        let of = settled.lines.iter().zip(costs).filter(|(line, _)| line.month == month.month);
        let mut parts: Vec<NodeId> = of.flat_map(|(_, c)| [c.task, c.outside]).collect();
        if month.month.number == THIRTEENTH_MONTH {
            parts.push(thirteenth);
        }
        let cost = model.formula("Koszt miesiąca (zł)", Format::Money, Expr::Sum(parts));
        let part = if index + 1 == request.len() {
            let before = months.iter().map(|m| m.by_award).collect();
            Expr::sub(award, Expr::Sum(before))
        } else {
            Expr::div(Expr::mul(award, month.asked), asked).round2()
        };
        let by_award = model.formula("z tego z Funduszu Pracy (zł)", Format::Money, part);
        let own = model.formula("z tego środki własne (zł)", Format::Money, Expr::sub(cost, by_award));
        let number = Expr::whole(i64::from(month.month.number));
        let comes = |c: &Coming| {
            let now = Cond::Equal(Expr::Ref(c.month), number.clone());
            Expr::when(now, c.award, zero.clone())
        };
        let received = Expr::Add(coming.iter().map(comes).collect());
        let received = model.formula("Wpływ z Programu (zł)", Format::Money, received);
        let carried = months.last().map_or(zero.clone(), |m| Expr::Ref(m.laid_out));
        let laid_out = Expr::sub(Expr::add([carried, Expr::Ref(cost)]), received);
        let laid_out =
            model.formula("Wyłożone ze środków własnych od stycznia (zł)", Format::Money, laid_out);
        months.push(CashMonth { month: month.month, cost, by_award, own, received, laid_out });
    }
    months
}
