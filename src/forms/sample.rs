//! A small hand-made settlement for tests of forms: two assistants, one under an employment contract all year, one
//! under a service contract from July.

use super::facts::FormFacts;
use crate::calc::model::day_value;
use crate::calc::{Expr, Format, Model, NodeId, Value};
use crate::records::{ContractForm, FundComponent, HalfYear};
use crate::settlement::figures::{
    AssistantFigures, AssistantRound, ComponentFigures, Line, MunicipalityFigures, RoundFigures, Settled,
    Totals,
};
use crate::source::{CellRef, SheetId, Sourced};
use crate::units::{Day, DayRange, Exact, Month};

/// What to make.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a case of the tests by itself")]
pub struct Wanted {
    pub year: i32,
    pub halves: bool,
    /// With `halves`: is the second half settled?
    pub second: bool,
    pub supplement: bool,
    pub employment: bool,
    pub families: bool,
    /// Is it known what was transferred?
    pub transferred: bool,
}

impl Wanted {
    pub fn year(year: i32) -> Self {
        Self {
            year,
            halves: false,
            second: true,
            supplement: true,
            employment: true,
            families: true,
            transferred: true,
        }
    }
}

fn amount(model: &mut Model, text: &str) -> NodeId {
    let value = if text.is_empty() {
        Value::Blank
    } else {
        Value::Number(Exact::parse_decimal(text).expect("a decimal"))
    };
    model.parameter("amount", Format::Money, value)
}

fn sum(model: &mut Model, ids: &[NodeId]) -> NodeId {
    model.formula("sum", Format::Money, Expr::Sum(ids.to_vec()))
}

fn component(
    model: &mut Model,
    component: FundComponent,
    w: Wanted,
    used: &str,
    unused: &str,
) -> ComponentFigures {
    let known = |text| if w.transferred { text } else { "" };
    ComponentFigures {
        component,
        cost: amount(model, "9000"),
        limit: amount(model, used),
        awarded: amount(model, "5000"),
        transferred: amount(model, known("4000.50")),
        co_financing: amount(model, used),
        own_contribution: amount(model, "1000"),
        due_not_transferred: amount(model, known("0")),
        unused: amount(model, known(unused)),
        returned: amount(model, "0"),
        misused: amount(model, "10"),
        interest: amount(model, "1"),
        return_total: amount(model, known("111")),
        state_budget_part: None,
        labour_fund_part: None,
    }
}

fn totals(model: &mut Model) -> Totals {
    let zero = amount(model, "0");
    Totals {
        task_cost: zero,
        supplement_cost: zero,
        employment_cost: zero,
        supplement_co_financing: zero,
        employment_co_financing: zero,
        co_financing: zero,
        own_contribution: zero,
        transferred: zero,
        to_return: zero,
        left_to_return: zero,
        due_not_transferred: zero,
    }
}

fn line(model: &mut Model, w: Wanted, assistant: usize, number: u32) -> Line {
    let form = [ContractForm::Employment, ContractForm::Service][assistant];
    let posts = amount(model, ["1", "0.5"][assistant]);
    let co_financing = amount(model, ["200", "100"][assistant]);
    let own = amount(model, ["50", "25"][assistant]);
    Line {
        round: usize::from(w.halves && number > 6),
        assistant,
        month: Month::new(w.year, number).expect("a month"),
        form,
        position: crate::records::Position::Assistant,
        share_of_month: posts,
        fte: posts,
        nominal_hours: None,
        hours_counted: None,
        work_time: None,
        hours: None,
        qualifies: None,
        eligible_pay: posts,
        eligible_contributions: posts,
        wage_cost: posts,
        supplement_paid: own,
        supplement_cost: own,
        supplement_co_financing: co_financing,
        supplement_own: own,
        employment_co_financing: posts,
        employment_own: posts,
        fte_shown: posts,
        head: posts,
        average_posts: posts,
        payments: Vec::new(),
        counted: Vec::new(),
        paid: Vec::new(),
    }
}

fn assistant_round(model: &mut Model, lines: &[&Line]) -> AssistantRound {
    let co: Vec<NodeId> = lines.iter().map(|l| l.supplement_co_financing).collect();
    let own: Vec<NodeId> = lines.iter().map(|l| l.supplement_own).collect();
    AssistantRound {
        supplement_cost: amount(model, "0"),
        supplement_co_financing: sum(model, &co),
        supplement_own: sum(model, &own),
        employment_cost: amount(model, "7000"),
        employment_co_financing: amount(model, "2100"),
    }
}

fn assistant(model: &mut Model, w: Wanted, index: usize, lines: &[Line]) -> AssistantFigures {
    let own: Vec<&Line> = lines.iter().filter(|l| l.assistant == index).collect();
    let count =
        |model: &mut Model, n: i64| model.parameter("count", Format::Count, Value::Number(Exact::whole(n)));
    let rounds = if w.halves { 0..=usize::from(w.second) } else { 0..=0 };
    let rounds = rounds
        .map(|r| {
            let of_round: Vec<&Line> = own.iter().copied().filter(|l| l.round == r).collect();
            assistant_round(model, &of_round)
        })
        .collect();
    let number = count(model, i64::try_from(index + 1).expect("small"));
    let families = w.families.then(|| [14, 30, 2, 3, 1, 0].map(|n| count(model, n)));
    AssistantFigures {
        number,
        id: format!("A{}", index + 1),
        id_node: number,
        rounds,
        total: assistant_round(model, &own),
        own_contribution: number,
        reference_fte_employment: (index == 0).then(|| amount(model, "1")),
        reference_fte_service: (index == 1).then(|| amount(model, "0.5")),
        has_employment: count(model, i64::from(index == 0)),
        has_service: count(model, i64::from(index == 1)),
        families,
    }
}

/// Makes a settlement.
pub fn settled(w: Wanted) -> Settled {
    let mut model = Model::default();
    let last = if w.halves && !w.second { 6 } else { 12 };
    let mut lines: Vec<Line> = (1..=last).map(|n| line(&mut model, w, 0, n)).collect();
    lines.extend((7..=last).map(|n| line(&mut model, w, 1, n)));
    let assistants = (0..2).map(|i| assistant(&mut model, w, i, &lines)).collect();
    let day = |month, day| Day::new(w.year, month, day).expect("a day");
    let halves = if w.halves {
        let first = (Some(HalfYear::First), day(1, 1), day(6, 30));
        let second = (Some(HalfYear::Second), day(7, 1), day(12, 31));
        if w.second { vec![first, second] } else { vec![first] }
    } else {
        vec![(None, day(1, 1), day(12, 31))]
    };
    let rounds = halves
        .into_iter()
        .map(|(half_year, first, last)| RoundFigures {
            half_year,
            period: DayRange::new(first, last).expect("in order"),
            supplement: w
                .supplement
                .then(|| component(&mut model, FundComponent::Supplement, w, "3900.50", "100")),
            employment: w
                .employment
                .then(|| component(&mut model, FundComponent::EmploymentCost, w, "2100", "1900.50")),
            totals: totals(&mut model),
        })
        .collect();
    let municipality = MunicipalityFigures {
        months: Vec::new(),
        average_heads: amount(&mut model, "1.5"),
        average_posts_employment: amount(&mut model, "1"),
        average_posts_service: amount(&mut model, "0.25"),
        families: w.families.then(|| [26, 55, 4, 6, 2, 0].map(|n| amount(&mut model, &n.to_string()))),
    };
    let level =
        model.parameter("level", Format::Percent, Value::Number(Exact::ratio(3, 10).expect("not by zero")));
    let totals = totals(&mut model);
    let period = DayRange::new(day(1, 1), day(last, 30)).expect("in order");
    let ends = [period.first, period.last].map(|d| model.parameter("day", Format::Day, day_value(d)));
    Settled {
        model,
        period,
        period_nodes: (ends[0], ends[1]),
        tables: Vec::new(),
        lines,
        assistants,
        rounds,
        totals,
        municipality,
        level: w.employment.then_some(level),
        parameters: Vec::new(),
        books: None,
        correction: None,
        division: None,
    }
}

/// Makes the texts.
pub fn facts() -> FormFacts {
    let at = CellRef { sheet: SheetId(0), row: 3, column: 1 };
    let mut facts = FormFacts { programme: "Program".to_owned(), ..FormFacts::default() };
    facts.agreement.municipality = Some(Sourced::new("Gmina Przykładowa".to_owned(), at));
    facts
}
