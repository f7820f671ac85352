//! The settlement from end to end: contracts, payments, lines, components, sums.

use super::component;
use super::contracts::{Contracts, assistants, contracts};
use super::families::families;
use super::figures::{AssistantFigures, ComponentFigures, Line, RoundFigures, Settled, StepTable};
use super::hours::Hours;
use super::lines::{Draft, lines, table as line_table};
use super::one_off::{ReferencePosts, one_off};
use super::payments::Payments;
use super::supplement::{SupplementLine, monthly};
use super::table::TableBuilder;
use super::totals;
use super::wages::{WageLine, level, wages};
use super::work::{Inputs, Work};
use crate::calc::{Cond, Expr, Model, NodeId, Value};
use crate::checks::CheckedSubmission;
use crate::programme::Programme;
use crate::programme::readings::PostsShown;
use crate::records::{ContractForm, FundComponent, Submission};
use crate::units::DayRange;

/// Settles a checked submission under an edition's rules.
pub fn settle(checked: &CheckedSubmission, programme: &Programme) -> Settled {
    settle_period(checked.submission(), programme, checked.period())
}

/// Settles the days of a period. For tests of the arithmetic; the program passes through the checks.
pub(crate) fn settle_period(submission: &Submission, programme: &Programme, period: DayRange) -> Settled {
    settle_over(Model::default(), submission, programme, period)
}

/// Settles a forecast: facts whose cells stand in the model already, as formulas over assumptions
/// ([`Model::stand_for`]). What the formulas yield must be what the submission holds, since who counts when is decided
/// by its values.
pub fn settle_over(
    model: Model,
    submission: &Submission,
    programme: &Programme,
    period: DayRange,
) -> Settled {
    let mut work = Work::over(Inputs::over(model, submission), submission, programme, period);
    let contracted = contracted(&mut work);
    let payments = Payments::new(&work);
    let UpToLines { mut work, mut table, lined } = up_to_lines(work, &contracted, payments);
    let earned = components(&mut work, &mut table, &contracted, &lined);
    finish(work, table, contracted, lined, earned)
}

/// Who is employed when: the first stage of a settlement.
pub(super) struct Contracted {
    pub people: Vec<(String, Vec<usize>)>,
    pub days: Contracts,
    table: StepTable,
}

/// A settlement up to its lines: contracts, payments, hours and posts, before any component earns anything.
pub(super) struct UpToLines<'a> {
    pub work: Work<'a>,
    pub table: TableBuilder,
    pub lined: Lined,
}

/// What was made on the way from contracts to lines.
pub(super) struct Lined {
    payments: Payments,
    hours: Hours,
    drafts: Vec<Draft>,
    pub level: Option<NodeId>,
}

/// What the components earn.
pub(super) struct Earned {
    sums: TableBuilder,
    extra: Vec<StepTable>,
    posts: Vec<ReferencePosts>,
    rounds: Vec<(usize, Option<ComponentFigures>, Option<ComponentFigures>)>,
    pub done: Vec<Line>,
}

/// Settles the contracts.
pub(super) fn contracted(work: &mut Work<'_>) -> Contracted {
    let people = assistants(work);
    let (days, table) = contracts(work, &people);
    Contracted { people, days, table }
}

/// Settles from the contracts up to the lines.
pub(super) fn up_to_lines<'a>(
    mut work: Work<'a>,
    contracted: &Contracted,
    mut payments: Payments,
) -> UpToLines<'a> {
    let Contracted { people, days, .. } = contracted;
    let mut table = line_table();
    let mut hours = Hours::new(&work);
    let drafts = lines(&mut work, people, days, &mut table, &mut payments, &mut hours);
    let level = level(&mut work);
    UpToLines { work, table, lined: Lined { payments, hours, drafts, level } }
}

/// Lets the components earn what the lines give them.
pub(super) fn components(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    contracted: &Contracted,
    lined: &Lined,
) -> Earned {
    let Contracted { people, days, .. } = contracted;
    let Lined { drafts, level, .. } = lined;
    let mut sums = component::table();
    let mut rounds = Vec::new();
    let mut done: Vec<Line> = Vec::new();
    let mut extra: Vec<StepTable> = Vec::new();
    let mut posts: Vec<ReferencePosts> = Vec::new();
    for round in 0..work.rounds.len() {
        let own: Vec<&Draft> = drafts.iter().filter(|d| d.round == round).collect();
        let supplement = if work.uses(FundComponent::Supplement, &work.rounds[round].clone()) {
            match one_off(work, table, &mut sums, round, &own, people) {
                Some(result) => {
                    posts.clone_from(&result.posts);
                    extra.push(result.table);
                    Some((result.figures, result.lines))
                }
                None => monthly(work, table, &mut sums, round, &own, people, days),
            }
        } else {
            None
        };
        let employment = if work.uses(FundComponent::EmploymentCost, &work.rounds[round].clone()) {
            wages(work, table, &mut sums, round, &own, *level)
        } else {
            None
        };
        for (i, draft) in own.iter().enumerate() {
            let s = supplement.as_ref().and_then(|(_, lines)| lines.get(i));
            let w = employment.as_ref().and_then(|(_, lines)| lines.get(i));
            done.push(finish_line(work, table, draft, s, w));
        }
        rounds.push((round, supplement.map(|s| s.0), employment.map(|w| w.0)));
    }
    Earned { sums, extra, posts, rounds, done }
}

/// Ends a settlement of which nothing but amounts and posts is asked: no tables, no persons, no families.
pub(super) fn amounts_alone(mut work: Work<'_>, level: Option<NodeId>, earned: Earned) -> Settled {
    let (rounds, totals) = round_figures(&mut work, &mut totals::table(), earned.rounds);
    let (municipality, _) = totals::averages(&mut work, &earned.done);
    Settled {
        period: work.period,
        period_nodes: work.period_nodes,
        tables: Vec::new(),
        lines: earned.done,
        assistants: Vec::new(),
        rounds,
        totals,
        municipality,
        level,
        parameters: work.parameters,
        books: None,
        correction: None,
        division: None,
        model: work.model,
    }
}

fn finish(
    mut work: Work<'_>,
    table: TableBuilder,
    contracted: Contracted,
    lined: Lined,
    earned: Earned,
) -> Settled {
    let mut totals_table = totals::table();
    let (rounds, all) = round_figures(&mut work, &mut totals_table, earned.rounds);
    let (mut municipality, month_table) = totals::averages(&mut work, &earned.done);
    let families = families(&mut work);
    municipality.families = families.as_ref().map(|f| f.municipality);
    let mut assistant_table = totals::assistant_table();
    let mut assistants = Vec::new();
    for (index, (id, contracts)) in contracted.people.iter().enumerate() {
        let own: Vec<&Line> = earned.done.iter().filter(|l| l.assistant == index).collect();
        let counts = families.as_ref().map(|f| f.by_assistant.get(id).copied());
        let mut figures = assistant(
            &mut work,
            &mut assistant_table,
            index,
            id,
            contracts,
            &own,
            earned.posts.get(index).copied(),
        );
        // An assistant without a family has none; a municipality without family data has not said.
        figures.families = counts.map(|c| c.unwrap_or([work.zero; 6]));
        assistants.push(figures);
    }
    let mut tables =
        vec![table.finish(), totals_table.finish(), earned.sums.finish(), assistant_table.finish()];
    tables.extend(earned.extra);
    tables.extend([month_table, contracted.table, lined.hours.finish(), lined.payments.finish()]);
    tables.extend(families.and_then(|f| f.table));
    tables.retain(|t| !t.rows.is_empty());
    Settled {
        period: work.period,
        period_nodes: work.period_nodes,
        tables,
        lines: earned.done,
        assistants,
        rounds,
        totals: all,
        municipality,
        level: lined.level,
        parameters: work.parameters,
        books: None,
        correction: None,
        division: None,
        model: work.model,
    }
}

fn finish_line(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    draft: &Draft,
    supplement: Option<&SupplementLine>,
    wage: Option<&WageLine>,
) -> Line {
    let mut line = draft.line.clone();
    if let Some(given) = supplement {
        line.qualifies = given.qualifies;
        line.supplement_cost = given.cost;
        line.supplement_co_financing = given.co_financing;
        line.supplement_own = given.own;
    }
    if let Some(given) = wage {
        line.employment_co_financing = given.co_financing;
        line.employment_own = given.own;
    }
    let granted = Cond::Greater(line.supplement_co_financing.into(), Expr::whole(0));
    let shown = match work.programme.reads::<PostsShown>() {
        PostsShown::GrantedMonths => Expr::when(granted, line.fte, Expr::Blank),
        PostsShown::ContractMonths => line.fte.into(),
    };
    line.fte_shown = table.formula(&mut work.model, draft.row, "fte_shown", shown);
    line
}

fn round_figures(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    rounds: Vec<(usize, Option<ComponentFigures>, Option<ComponentFigures>)>,
) -> (Vec<RoundFigures>, super::figures::Totals) {
    let mut result = Vec::new();
    for (round, supplement, employment) in rounds {
        let s: Vec<&ComponentFigures> = supplement.iter().collect();
        let w: Vec<&ComponentFigures> = employment.iter().collect();
        let name = totals::round_name(work, round);
        let totals = totals::totals(work, table, name, &s, &w);
        let round = work.rounds[round];
        result.push(RoundFigures {
            half_year: round.half_year,
            period: round.period,
            supplement,
            employment,
            totals,
        });
    }
    if let [only] = result.as_slice() {
        let all = only.totals.clone();
        return (result, all);
    }
    let s: Vec<&ComponentFigures> = result.iter().filter_map(|r| r.supplement.as_ref()).collect();
    let w: Vec<&ComponentFigures> = result.iter().filter_map(|r| r.employment.as_ref()).collect();
    let all = totals::totals(work, table, "razem", &s, &w);
    (result, all)
}

fn assistant(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    index: usize,
    id: &str,
    contracts: &[usize],
    lines: &[&Line],
    posts: Option<ReferencePosts>,
) -> AssistantFigures {
    let number = Value::Number(crate::units::Exact::whole(i64::try_from(index + 1).unwrap_or(i64::MAX)));
    let cell = contracts.first().and_then(|i| work.cell(work.submission.employments[*i].at, "assistant"));
    let mut rounds = Vec::new();
    if work.rounds.len() > 1 {
        for round in 0..work.rounds.len() {
            let row = table.row();
            let name = totals::round_name(work, round);
            table.value(&mut work.model, row, "round", Value::Text(name.to_owned()));
            if let Some(cell) = cell {
                table.put(row, "assistant", cell);
            }
            let own: Vec<&Line> = lines.iter().copied().filter(|l| l.round == round).collect();
            rounds.push(totals::assistant_round(work, table, row, &own));
        }
    }
    let row = table.row();
    let number = table.value(&mut work.model, row, "number", number);
    let id_node = match cell {
        Some(cell) => {
            table.put(row, "assistant", cell);
            cell
        }
        None => table.value(&mut work.model, row, "assistant", Value::Text(id.to_owned())),
    };
    table.value(&mut work.model, row, "round", Value::Text("razem".to_owned()));
    let total = totals::assistant_round(work, table, row, lines);
    if rounds.is_empty() {
        rounds.push(total.clone());
    }
    let cost = Expr::add([total.supplement_cost, total.employment_cost]);
    let paid = Expr::add([total.supplement_co_financing, total.employment_co_financing]);
    let own = table.formula(&mut work.model, row, "own_contribution", Expr::sub(cost, paid));
    let mut flag = |key, form| {
        // M.P. 2024 poz. 504, III and V.2: a service contract is outside the sibling programme.
        let outside = work.programme.sibling && form == ContractForm::Service;
        let any = !outside && lines.iter().any(|l| l.form == form);
        table.value(&mut work.model, row, key, Value::Number(crate::units::Exact::whole(i64::from(any))))
    };
    AssistantFigures {
        number,
        id: id.to_owned(),
        id_node,
        rounds,
        total,
        own_contribution: own,
        reference_fte_employment: posts.map(|p| p.employment),
        reference_fte_service: posts.map(|p| p.service),
        has_employment: flag("has_employment", ContractForm::Employment),
        has_service: flag("has_service", ContractForm::Service),
        families: None,
    }
}
