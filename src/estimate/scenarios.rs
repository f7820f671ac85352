//! Three scenarios over one model: each projection settled, then request, expected award, own contribution and cash.
//!
//! The request is what the settlement of the projected year gives when no award binds yet. All that follows is
//! formulas over it and over the assumptions; nothing is a second way to compute a figure of the settlement.

use std::collections::BTreeMap;

use super::expect::{self, Assumed};
use super::full_cost::{self, LineCost};
use super::months::{self, CashMonth, Coming, RequestMonth};
use super::{AssumptionRow, BasisRow, Projected, Projection, Scenario, Thirteenth};
use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::finding::Finding;
use crate::finding::code::plan as code;
use crate::programme::{Mark, Programme};
use crate::records::Submission;
use crate::settlement::{self, ComponentFigures, Settled, StepTable};
use crate::units::{Day, DayRange, Exact};

/// An estimate: the model and what each scenario yields.
#[derive(Clone, Debug)]
pub struct Estimate {
    /// The year asked about.
    pub year: i32,
    /// Its rules.
    pub programme: Programme,
    /// Are those rules another year's?
    pub assumed: bool,
    /// Days of the year.
    pub period: DayRange,
    /// All nodes.
    pub model: Model,
    /// Rows of the assumptions sheet.
    pub assumptions: Vec<AssumptionRow>,
    /// Values of this year and of the plan, on which the assumptions are laid.
    pub basis: Vec<BasisRow>,
    /// As [`Scenario::ALL`].
    pub scenarios: Vec<Figures>,
    /// What is wrong with the plan.
    pub findings: Vec<Finding>,
}

impl Estimate {
    /// Does the edition pay for some months of the year only? Sums of own money are then of those months.
    pub fn is_part_of_year(&self) -> bool {
        self.findings.iter().any(|f| f.code.name == code::PLAN_PART_OF_YEAR.name)
    }
}

/// What one scenario yields.
#[derive(Clone, Debug)]
pub struct Figures {
    /// Which.
    pub scenario: Scenario,
    /// The year's tables.
    pub submission: Submission,
    /// The settlement of the projected year; its model is [`Estimate::model`].
    pub settled: Settled,
    /// Steps from the assumptions to `Płace`.
    pub pay_steps: StepTable,
    /// Steps of the full cost.
    pub cost_steps: StepTable,
    /// Thirteenth salaries, in the order of assistants.
    pub thirteenth: Vec<Thirteenth>,
    /// Months of the request.
    pub months: Vec<RequestMonth>,
    /// Months of cash.
    pub cash: Vec<CashMonth>,
    /// The sums.
    pub sums: Sums,
    /// Assistants in the order of the settlement.
    pub persons: Vec<Person>,
}

/// Sums of a scenario, in the order in which they are shown.
#[derive(Clone, Copy, Debug)]
pub struct Sums {
    /// Cost of supplements.
    pub supplement_cost: NodeId,
    /// Employment cost.
    pub employment_cost: NodeId,
    /// Both.
    pub task_cost: NodeId,
    /// Requested supplements.
    pub asked_supplement: NodeId,
    /// Requested towards employment cost.
    pub asked_employment: NodeId,
    /// Both.
    pub asked: NodeId,
    /// Expected award, supplements.
    pub award_supplement: NodeId,
    /// Expected award, employment cost.
    pub award_employment: NodeId,
    /// Both.
    pub award: NodeId,
    /// Own contribution to the task.
    pub own: NodeId,
    /// Own money outside the programme, without the thirteenth salary.
    pub outside: NodeId,
    /// The thirteenth salary with contributions.
    pub thirteenth: NodeId,
    /// What the council must vote: the three above.
    pub to_vote: NodeId,
    /// What other programmes pay for the same persons, such as the motivation supplement.
    pub others: NodeId,
    /// The most own money laid out at the end of a month.
    pub most_laid_out: NodeId,
    /// Families at the end of this year; blank when nothing is known.
    pub families: NodeId,
    /// Whole cost over those families; blank when nothing is known.
    pub per_family: NodeId,
}

/// One assistant of a scenario.
#[derive(Clone, Debug)]
pub struct Person {
    /// Identifier.
    pub id: String,
    /// Identifier as a node.
    pub id_node: NodeId,
    /// Whole cost without what other programmes pay.
    pub cost: NodeId,
    /// Families at the end of this year; blank when nothing is known or the assistant has none.
    pub families: NodeId,
    /// The cost over the families; blank without families.
    pub per_family: NodeId,
}

/// Settles the projections and adds what follows. `this_year` tells families; its figures are not read.
pub fn estimate(projection: Projection, this_year: &Submission) -> Estimate {
    let Projection {
        year,
        programme,
        assumed,
        period,
        mut model,
        mut assumptions,
        mut basis,
        scenarios,
        findings,
    } = projection;
    let assumed_here = expect::assume(&mut model, &programme, &assumptions);
    assumptions.extend(assumed_here.rows.iter().cloned());
    let mut families = Families::of(&mut model, this_year);
    assumptions.push(families.row());
    let mut all = Vec::new();
    for projected in scenarios {
        let mut settled =
            settlement::settle_over(std::mem::take(&mut model), &projected.submission, &programme, period);
        model = std::mem::take(&mut settled.model);
        all.push(figures(&mut model, projected, settled, &programme, &assumed_here, &mut families));
    }
    basis.extend(families.homes);
    Estimate { year, programme, assumed, period, model, assumptions, basis, scenarios: all, findings }
}

fn figures(
    model: &mut Model,
    projected: Projected,
    settled: Settled,
    programme: &Programme,
    assumed: &Assumed,
    families: &mut Families,
) -> Figures {
    let Projected { scenario, submission, steps: pay_steps, thirteenth: salaries } = projected;
    let paid = salaries.iter().flat_map(|t| [t.paid, t.paid_contributions]).flatten().collect();
    let thirteenth = model.formula("Trzynastka z pochodnymi (zł)", Format::Money, Expr::Sum(paid));
    let (costs, cost_steps) = full_cost::build(model, &submission, programme, &settled);
    let months = months::request(model, &settled);
    let awards = awards(model, &settled, scenario, assumed);
    let totals = &settled.totals;
    let (asked, award) = (totals.co_financing, awards.all);
    let cash = months::cash(model, &settled, &costs, &months, (asked, award), &awards.coming, thirteenth);
    let persons = persons(model, &settled, &costs, &salaries, families);
    let mut put = |label: &str, expr| model.formula(label, Format::Money, expr);
    let sum = |pick: fn(&LineCost) -> NodeId| Expr::Sum(costs.iter().map(pick).collect());
    let own = put("Wkład własny do zadania (zł)", Expr::sub(totals.task_cost, award));
    let outside = put("Koszt poza programem bez trzynastki (zł)", sum(|c| c.outside));
    let to_vote = put("Razem środki własne do uchwalenia (zł)", Expr::Sum(vec![own, outside, thirteenth]));
    let others = put("Z innych środków publicznych (zł)", sum(|c| c.others));
    let most = Expr::Max(cash.iter().map(|m| Expr::Ref(m.laid_out)).collect());
    let most_laid_out = put("Najwięcej wyłożone ze środków własnych (zł)", most);
    let whole = Expr::Sum(vec![totals.task_cost, outside, thirteenth]);
    let per_family = put("Koszt na rodzinę (zł)", over(whole, families.all));
    let sums = Sums {
        supplement_cost: totals.supplement_cost,
        employment_cost: totals.employment_cost,
        task_cost: totals.task_cost,
        asked_supplement: totals.supplement_co_financing,
        asked_employment: totals.employment_co_financing,
        asked,
        award_supplement: awards.supplement,
        award_employment: awards.employment,
        award,
        own,
        outside,
        thirteenth,
        to_vote,
        others,
        most_laid_out,
        families: families.all,
        per_family,
    };
    Figures {
        scenario,
        submission,
        settled,
        pay_steps,
        cost_steps,
        thirteenth: salaries,
        months,
        cash,
        sums,
        persons,
    }
}

/// A cost over a number of families, to the grosz; blank when the number is, or when it is nought.
fn over(cost: Expr, families: NodeId) -> Expr {
    let none = Cond::Equal(families.into(), Expr::whole(0));
    let each = Expr::when(none, Expr::Blank, Expr::div(cost, families).round2());
    Expr::when(Cond::Blank(families), Expr::Blank, each)
}

/// The expected award of a scenario.
struct Awards {
    supplement: NodeId,
    employment: NodeId,
    all: NodeId,
    coming: Vec<Coming>,
}

/// Every round and component by itself, cut to the grosz; each round's money comes in its own month.
fn awards(model: &mut Model, settled: &Settled, scenario: Scenario, assumed: &Assumed) -> Awards {
    let column = scenario.column();
    let (mut supplements, mut wages, mut coming) = (Vec::new(), Vec::new(), Vec::new());
    for (index, round) in settled.rounds.iter().enumerate() {
        let mut part = |component: &ComponentFigures, share: NodeId, label: &str| {
            let expr = Expr::mul(component.co_financing, share).floor2();
            model.formula(label, Format::Money, expr)
        };
        let supplement = round.supplement.as_ref();
        let supplement = supplement.map(|c| part(c, assumed.supplement[column], "Oczekiwane dodatki (zł)"));
        let wage = round.employment.as_ref();
        let label = "Oczekiwane dofinansowanie kosztów (zł)";
        let wage = wage.map(|c| part(c, assumed.employment[column], label));
        supplements.extend(supplement);
        wages.extend(wage);
        let both = supplement.into_iter().chain(wage).collect();
        let award = model.formula("Oczekiwana kwota za okres (zł)", Format::Money, Expr::Sum(both));
        if let Some(months) = assumed.arrival.get(index) {
            coming.push(Coming { award, month: months[column] });
        }
    }
    let mut put = |label: &str, nodes| model.formula(label, Format::Money, Expr::Sum(nodes));
    let supplement = put("Oczekiwane dodatki razem (zł)", supplements);
    let employment = put("Oczekiwane dofinansowanie kosztów razem (zł)", wages);
    let all = put("Oczekiwana kwota razem (zł)", vec![supplement, employment]);
    Awards { supplement, employment, all, coming }
}

fn persons(
    model: &mut Model,
    settled: &Settled,
    costs: &[LineCost],
    thirteenth: &[Thirteenth],
    families: &mut Families,
) -> Vec<Person> {
    let mut persons = Vec::new();
    for (index, assistant) in settled.assistants.iter().enumerate() {
        let of = settled.lines.iter().zip(costs).filter(|(line, _)| line.assistant == index);
        let mut parts: Vec<NodeId> = of.flat_map(|(_, c)| [c.task, c.outside]).collect();
        let own = thirteenth.iter().filter(|t| t.assistant.trim() == assistant.id);
        parts.extend(own.flat_map(|t| [t.paid, t.paid_contributions]).flatten());
        let cost = model.formula("Koszt asystenta (zł)", Format::Money, Expr::Sum(parts));
        let own = families.of_assistant(model, &assistant.id);
        let per_family = model.formula("Koszt na rodzinę (zł)", Format::Money, over(cost.into(), own));
        let (id, id_node) = (assistant.id.clone(), assistant.id_node);
        persons.push(Person { id, id_node, cost, families: own, per_family });
    }
    persons
}

/// Families at the end of this year.
struct Families {
    all: NodeId,
    on: Option<Day>,
    counts: BTreeMap<String, usize>,
    by_assistant: BTreeMap<String, NodeId>,
    /// The number of each assistant: a formula that asks whether it is blank needs a cell to ask.
    homes: Vec<BasisRow>,
}

const FAMILIES: &str = "Rodziny na koniec roku bieżącego";

impl Families {
    fn of(model: &mut Model, submission: &Submission) -> Self {
        let known: Vec<_> = submission.families.iter().filter(|f| !f.rejected).collect();
        let last = submission.agreement.period_to.as_ref().map(|day| day.value);
        let latest = || {
            known.iter().flat_map(|f| [Some(f.from.value), f.to.as_ref().map(|d| d.value)]).flatten().max()
        };
        let on = last.or_else(latest).filter(|_| !known.is_empty());
        let mut own: BTreeMap<String, std::collections::BTreeSet<String>> = BTreeMap::new();
        let mut whole = std::collections::BTreeSet::new();
        let open = |f: &&&crate::records::Family| {
            on.is_some_and(|on| f.from.value <= on && f.to.as_ref().is_none_or(|to| to.value >= on))
        };
        for family in known.iter().filter(open) {
            let name = family.family.value.trim().to_owned();
            whole.insert(name.clone());
            own.entry(family.assistant.value.trim().to_owned()).or_default().insert(name);
        }
        let all = on.map_or(Value::Blank, |_| number(whole.len()));
        let all = model.parameter(FAMILIES, Format::Count, all);
        let counts = own.into_iter().map(|(id, families)| (id, families.len())).collect();
        Self { all, on, counts, by_assistant: BTreeMap::new(), homes: Vec::new() }
    }

    fn of_assistant(&mut self, model: &mut Model, id: &str) -> NodeId {
        let id = id.trim();
        if let Some(known) = self.by_assistant.get(id) {
            return *known;
        }
        let count = self.counts.get(id).copied();
        let node = model.parameter(FAMILIES, Format::Count, count.map_or(Value::Blank, number));
        self.by_assistant.insert(id.to_owned(), node);
        let place = if count.is_some() { self.source() } else { "nie podano".to_owned() };
        let (assistant, label) = (id.to_owned(), FAMILIES.to_owned());
        self.homes.push(BasisRow { assistant, label, month: None, node, at: None, place });
        node
    }

    fn source(&self) -> String {
        let known = |on: Day| format!("tabela Rodziny, stan na {}", on.polish());
        self.on.map_or_else(|| "nie podano: nie ma tabeli Rodziny".to_owned(), known)
    }

    fn row(&self) -> AssumptionRow {
        AssumptionRow {
            key: "families",
            label: FAMILIES.to_owned(),
            format: Format::Count,
            values: [self.all; 3],
            mark: if self.on.is_some() { Mark::Confirmed } else { Mark::Unknown },
            source: self.source(),
        }
    }
}

fn number(count: usize) -> Value {
    Value::Number(Exact::whole(i64::try_from(count).unwrap_or(i64::MAX)))
}
