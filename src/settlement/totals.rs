//! Sums: of assistants, rounds and everything, and the averages of the municipality.

use super::figures::{
    AssistantRound, ComponentFigures, Line, MonthFigures, MunicipalityFigures, StepTable, Totals,
};
use super::table::TableBuilder;
use super::work::Work;
use crate::calc::model::{day_value, month_value};
use crate::calc::{Cond, Expr, Format, NodeId, Value};
use crate::records::{ContractForm, HalfYear};

/// Returns the empty table of totals.
pub fn table() -> TableBuilder {
    use Format::Money;
    TableBuilder::new(
        "Obliczenia - razem",
        "Razem: okresy i całe rozliczenie",
        &[
            ("round", "Okres", "", Format::Text),
            ("supplement_cost", "Koszt dodatków", "", Money),
            ("employment_cost", "Koszt zatrudnienia", "", Money),
            ("task_cost", "Koszt zadania", "", Money),
            ("supplement_co_financing", "Dofinansowanie dodatków", "", Money),
            ("employment_co_financing", "Dofinansowanie kosztów zatrudnienia", "", Money),
            ("co_financing", "Dofinansowanie razem", "", Money),
            ("own_contribution", "Wkład własny", "", Money),
            ("transferred", "Otrzymano", "", Money),
            ("to_return", "Do zwrotu", "", Money),
            ("left_to_return", "Pozostało do zwrotu", "", Money),
            ("due_not_transferred", "Należne, lecz nieprzekazane", "", Money),
        ],
    )
}

/// Adds up components: of one round, or of all.
pub fn totals(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    name: &str,
    supplements: &[&ComponentFigures],
    wages: &[&ComponentFigures],
) -> Totals {
    let row = table.row();
    table.value(&mut work.model, row, "round", Value::Text(name.to_owned()));
    let all: Vec<&ComponentFigures> = supplements.iter().chain(wages).copied().collect();
    let sum = |list: &[&ComponentFigures], pick: fn(&ComponentFigures) -> NodeId| {
        Expr::Sum(list.iter().map(|c| pick(c)).collect())
    };
    // One unknown transfer makes the sum unknown: half a refund would be a false figure.
    let known = |list: &[&ComponentFigures], expr: Expr| {
        if list.is_empty() {
            return Expr::whole(0);
        }
        let unknown = list.iter().map(|c| Cond::Blank(c.transferred)).collect();
        Expr::when(Cond::Any(unknown), Expr::Blank, expr)
    };
    let mut put = |key, expr| table.formula(&mut work.model, row, key, expr);
    let supplement_cost = put("supplement_cost", sum(supplements, |c| c.cost));
    let employment_cost = put("employment_cost", sum(wages, |c| c.cost));
    let task_cost = put("task_cost", Expr::add([supplement_cost, employment_cost]));
    let supplement_co_financing = put("supplement_co_financing", sum(supplements, |c| c.co_financing));
    let employment_co_financing = put("employment_co_financing", sum(wages, |c| c.co_financing));
    let co_financing = put("co_financing", Expr::add([supplement_co_financing, employment_co_financing]));
    let own_contribution = put("own_contribution", Expr::sub(task_cost, co_financing));
    let transferred = put("transferred", known(&all, sum(&all, |c| c.transferred)));
    let to_return = put("to_return", known(&all, sum(&all, |c| c.unused)));
    let left = Expr::sub(sum(&all, |c| c.unused), sum(&all, |c| c.returned));
    let left_to_return = put("left_to_return", known(&all, left));
    let due_not_transferred = put("due_not_transferred", known(&all, sum(&all, |c| c.due_not_transferred)));
    Totals {
        task_cost,
        supplement_cost,
        employment_cost,
        supplement_co_financing,
        employment_co_financing,
        co_financing,
        own_contribution,
        transferred,
        to_return,
        left_to_return,
        due_not_transferred,
    }
}

/// Returns the empty table of assistants.
pub fn assistant_table() -> TableBuilder {
    use Format::{Count, Money, Text};
    TableBuilder::new(
        "Obliczenia - asystenci",
        "Razem: asystenci",
        &[
            ("number", "Numer asystenta", "", Count),
            ("assistant", "Identyfikator asystenta", "", Text),
            ("round", "Okres", "", Text),
            ("supplement_cost", "Koszt dodatku", "", Money),
            ("supplement_co_financing", "Dofinansowanie dodatku", "", Money),
            ("supplement_own", "Wkład własny do dodatku", "", Money),
            ("employment_cost", "Koszt zatrudnienia", "", Money),
            ("employment_co_financing", "Dofinansowanie kosztów zatrudnienia", "", Money),
            ("own_contribution", "Wkład własny razem", "", Money),
            ("has_employment", "Umowa o pracę (1 - tak, 0 - nie)", "", Count),
            ("has_service", "Umowa zlecenie (1 - tak, 0 - nie)", "", Count),
        ],
    )
}

/// Adds up lines of one assistant into a row.
pub fn assistant_round(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    row: usize,
    lines: &[&Line],
) -> AssistantRound {
    let sum = |pick: fn(&Line) -> NodeId| Expr::Sum(lines.iter().map(|l| pick(l)).collect());
    let mut put = |key, expr| table.formula(&mut work.model, row, key, expr);
    AssistantRound {
        supplement_cost: put("supplement_cost", sum(|l| l.supplement_cost)),
        supplement_co_financing: put("supplement_co_financing", sum(|l| l.supplement_co_financing)),
        supplement_own: put("supplement_own", sum(|l| l.supplement_own)),
        employment_cost: put("employment_cost", sum(|l| l.wage_cost)),
        employment_co_financing: put("employment_co_financing", sum(|l| l.employment_co_financing)),
    }
}

/// Returns the name of a round for a row.
pub fn round_name(work: &Work<'_>, round: usize) -> &'static str {
    work.rounds[round].half_year.map_or("cały okres", HalfYear::word)
}

/// Averages over the months of the settlement period.
pub fn averages(work: &mut Work<'_>, lines: &[Line]) -> (MunicipalityFigures, StepTable) {
    let mut table = TableBuilder::new(
        "Obliczenia - miesiące",
        "Asystenci i etaty w miesiącach",
        &[
            ("month", "Miesiąc", "", Format::Month),
            ("month_end", "Ostatni dzień miesiąca", "", Format::Day),
            ("settled", "W okresie rozliczeniowym (1 - tak, 0 - nie)", "", Format::Count),
            ("heads", "Liczba asystentów", "", Format::Count),
            ("posts_employment", "Etaty: umowa o pracę", "", Format::Factor),
            ("posts_service", "Etaty: umowa zlecenie", "", Format::Factor),
        ],
    );
    let mut months = Vec::new();
    for month in work.period.months() {
        let row = table.row();
        let first = table.value(&mut work.model, row, "month", month_value(month));
        let last = table.value(&mut work.model, row, "month_end", day_value(month.last()));
        let (from, to) = work.period_nodes;
        let inside = vec![Cond::AtLeast(to.into(), first.into()), Cond::AtLeast(last.into(), from.into())];
        let flag = Expr::when(Cond::All(inside), Expr::whole(1), Expr::whole(0));
        table.formula(&mut work.model, row, "settled", flag);
        let pick = |form: Option<ContractForm>, node: fn(&Line) -> NodeId| {
            let of = lines.iter().filter(|l| l.month == month && form.is_none_or(|f| l.form == f));
            Expr::Sum(of.map(node).collect())
        };
        let heads = table.formula(&mut work.model, row, "heads", pick(None, |l| l.head));
        let employment = pick(Some(ContractForm::Employment), |l| l.average_posts);
        let posts_employment = table.formula(&mut work.model, row, "posts_employment", employment);
        let service = pick(Some(ContractForm::Service), |l| l.average_posts);
        let posts_service = table.formula(&mut work.model, row, "posts_service", service);
        months.push(MonthFigures { month, heads, posts_employment, posts_service });
    }
    let count = Expr::Sum(table.column("settled"));
    let row = table.row();
    table.value(&mut work.model, row, "month", Value::Text("średnio".to_owned()));
    let mut mean = |key: &'static str, label: &str| {
        let expr = Expr::div(Expr::Sum(table.column(key)), count.clone()).round2();
        let node = work.model.formula(label, Format::Posts, expr);
        table.put(row, key, node);
        node
    };
    let figures = MunicipalityFigures {
        average_heads: mean("heads", "Średnia liczba asystentów"),
        average_posts_employment: mean("posts_employment", "Średnia etatów: umowa o pracę"),
        average_posts_service: mean("posts_service", "Średnia etatów: umowa zlecenie"),
        months,
        families: None,
    };
    (figures, table.finish())
}
