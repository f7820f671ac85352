//! One row for each assistant, month and form of contract: posts, hours, wage cost, supplement paid.
//!
//! What a line earns is decided by the components, which add their steps to the same table.

mod time;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::caseload::within_limit;
use super::contracts::{Contracts, MonthContracts};
use super::figures::Line;
use super::hours::Hours;
use super::pay_columns::{PayColumn, PayColumns};
use super::payments::{KnownPayment, PaymentNodes, Payments};
use super::posts::{
    average_posts, days_share, employment_posts, from_hours, on_reference_day, service_posts, typed_posts,
};
use super::table::TableBuilder;
use super::work::{SettledRound, Work};
use crate::calc::model::month_value;
use crate::calc::{Cond, Expr, Format, NodeId, Value};
use crate::programme::Component;
use crate::programme::readings::{PostRounding, ServiceHours, UnpaidMonth};
use crate::records::{ContractForm, FundComponent, Position};
use crate::units::Month;
use time::{LineTime, line_time};

/// A line while the settlement is built: what the components need beside the figures that everybody sees.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Row of the table `Obliczenia`.
    pub row: usize,
    /// The posts are hours worked over nominal hours.
    pub posts_from_hours: bool,
    /// Post typed in service contracts, by days, where one is typed and the reading asks for it.
    pub typed_posts: Option<NodeId>,
    /// The condition that the month's caseload takes nothing away, where a reading asks for it.
    pub caseload: Option<Cond>,
    /// Motivation supplement paid, and contributions on it.
    pub motivation: (NodeId, NodeId),
    /// Received from the edition that this one makes up, where it makes up one.
    pub topped_up: Option<NodeId>,
    /// The figures; what the components give is zero until they have given it.
    pub line: Line,
}

impl std::ops::Deref for Draft {
    type Target = Line;

    fn deref(&self) -> &Line {
        &self.line
    }
}

/// Returns the empty table of lines with every step any component may add.
pub fn table() -> TableBuilder {
    use Format::{Count, Factor, Money, Posts, Text, Unrounded};
    TableBuilder::new(
        "Obliczenia",
        "Obliczenie dofinansowania: asystent, miesiąc, forma zatrudnienia",
        &[
            ("assistant", "Identyfikator asystenta", "", Text),
            ("month", "Miesiąc", "", Format::Month),
            ("position", "Stanowisko", "", Text),
            ("form", "Forma zatrudnienia", "", Text),
            (
                "share_of_month",
                "Część miesiąca w zatrudnieniu",
                "dni umowy ÷ dni miesiąca (założenie)",
                Factor,
            ),
            ("nominal_hours", "Nominalny czas pracy (h)", "", Format::Hours),
            ("hours_given", "Godziny przepracowane podane (h)", "", Format::Hours),
            ("hours_due", "Godziny etatu w miesiącu", "Kodeks pracy, art. 130; dni pod umową", Format::Hours),
            ("hours_away", "Godziny nieobecności", "arkusz „Obliczenia - czas pracy”", Format::Hours),
            ("hours", "Godziny przepracowane (h)", "", Format::Hours),
            (
                "hours_counted",
                "Godziny liczone do warunku",
                "praca i płatne nieobecności (odczytanie)",
                Format::Hours,
            ),
            ("fte", "Etat w miesiącu", "", Factor),
            ("eligible_pay", "Wynagrodzenie uwzględniane", "", Money),
            ("eligible_contributions", "Pochodne uwzględniane", "", Money),
            ("hired", "Zatrudniony od", "", Format::Day),
            ("peak", "Najwyższa liczba rodzin w miesiącu", "odczytanie caseload-money", Count),
            ("wage_cost", "Koszt zatrudnienia", "", Money),
            ("topped_up", "Otrzymano z uzupełnianej edycji", "", Money),
            ("wage_limit", "Limit dofinansowania wynagrodzenia", "", Unrounded),
            ("incapacity_days", "Dni niezdolności do pracy", "M.P. 2024 poz. 504, część V", Count),
            (
                "share_due",
                "Część miesiąca, za którą przysługuje dodatek",
                "M.P. 2024 poz. 504, część V",
                Factor,
            ),
            ("supplement_paid", "Dodatek zapłacony z pochodnymi", "", Money),
            ("motivation_limit", "Dodatek do pełnej kwoty na etat", "", Money),
            ("motivation_contributions", "Pochodne od tej części dodatku", "", Money),
            ("hours_needed", "Wymagane godziny", "", Format::Hours),
            ("qualifies", "Miesiąc uprawnia do dodatku (1 - tak, 0 - nie)", "", Count),
            ("supplement_cost", "Koszt dodatku w zadaniu", "", Money),
            ("supplement_by_post", "Kwota dodatku według etatu, najwyżej koszt", "", Money),
            ("supplement_bound", "Granica dla asystenta", "", Money),
            ("supplement_limit", "Limit dofinansowania dodatku", "", Unrounded),
            ("supplement_booked", "Zaksięgowano ze środków dodatku", "Płace (odczytanie)", Money),
            ("supplement_running", "Limit dodatku narastająco", "", Money),
            (
                "supplement_shared",
                "Dofinansowanie dodatku narastająco",
                "podział na wiersze (odczytanie)",
                Money,
            ),
            ("supplement_co_financing", "Dofinansowanie dodatku", "", Money),
            ("supplement_own", "Wkład własny do dodatku", "", Money),
            ("employment_booked", "Zaksięgowano ze środków na zatrudnienie", "Płace (odczytanie)", Money),
            ("employment_running", "Podstawa podziału narastająco", "", Unrounded),
            (
                "employment_shared",
                "Dofinansowanie kosztów narastająco",
                "podział na wiersze (odczytanie)",
                Money,
            ),
            ("employment_co_financing", "Dofinansowanie kosztów zatrudnienia", "", Money),
            ("employment_own", "Wkład własny do kosztów zatrudnienia", "", Money),
            ("fte_shown", "Etat wykazywany w sprawozdaniu", "odczytanie posts-shown", Posts),
            ("head", "Liczony do średniej (1 - tak, 0 - nie)", "", Count),
            ("average_posts", "Etaty do średniej", "", Factor),
        ],
    )
}

/// Adds a line for every assistant, month and form of contract of every round.
pub fn lines(
    work: &mut Work<'_>,
    people: &[(String, Vec<usize>)],
    contracts: &Contracts,
    table: &mut TableBuilder,
    payments: &mut Payments,
    hours: &mut Hours,
) -> Vec<Draft> {
    let assigned = assign(work, people, contracts);
    let mut all: Vec<Draft> = Vec::new();
    for ((round, assistant, month), days) in contracts {
        let mut employed: Option<(NodeId, NodeId)> = None;
        for form in days.forms.keys().copied() {
            let rows = assigned.get(&(*round, *assistant, *month, form)).cloned().unwrap_or_default();
            let key = Key { round: *round, assistant: *assistant, month: *month, form };
            let draft = line(work, (table, payments, hours), &key, people, days, rows, employed);
            employed = Some((draft.fte, draft.head));
            all.push(draft);
        }
    }
    all
}

/// Works out the payments of all lines before any line, in the order in which [`lines`] adds them.
pub fn payments_alone(
    work: &mut Work<'_>,
    people: &[(String, Vec<usize>)],
    contracts: &Contracts,
) -> Vec<KnownPayment> {
    let assigned = assign(work, people, contracts);
    let mut payments = Payments::new(work);
    let mut all = Vec::new();
    for ((round, assistant, month), days) in contracts {
        for form in days.forms.keys().copied() {
            let in_force = days.in_force(form);
            for i in assigned.get(&(*round, *assistant, *month, form)).into_iter().flatten() {
                all.push((*i, form, payments.add(work, *i, form, &in_force)));
            }
        }
    }
    all
}

struct Key {
    round: usize,
    assistant: usize,
    month: Month,
    form: ContractForm,
}

/// Gives each payment to its line. A payment in a month without a contract, or of a form the month does not have,
/// belongs to none; the checks say so.
fn assign(
    work: &Work<'_>,
    people: &[(String, Vec<usize>)],
    contracts: &Contracts,
) -> BTreeMap<(usize, usize, Month, ContractForm), Vec<usize>> {
    let index: BTreeMap<&str, usize> = people.iter().enumerate().map(|(i, p)| (p.0.as_str(), i)).collect();
    let mut all: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (i, payment) in work.submission.payments.iter().enumerate().filter(|(_, p)| !p.rejected) {
        let Some(assistant) = index.get(payment.assistant.value.trim()).copied() else { continue };
        for round in 0..work.rounds.len() {
            let Some(days) = contracts.get(&(round, assistant, payment.month.value)) else { continue };
            let form = match (&payment.form, days.forms.len()) {
                (Some(given), _) => Some(given.value).filter(|f| days.forms.contains_key(f)),
                (None, 1) => days.forms.keys().next().copied(),
                (None, _) => None,
            };
            if let Some(form) = form {
                all.entry((round, assistant, payment.month.value, form)).or_default().push(i);
            }
        }
    }
    all
}

#[allow(clippy::too_many_arguments)]
fn line(
    work: &mut Work<'_>,
    (table, payments, times): (&mut TableBuilder, &mut Payments, &mut Hours),
    key: &Key,
    people: &[(String, Vec<usize>)],
    days: &MonthContracts,
    rows: Vec<usize>,
    employed: Option<(NodeId, NodeId)>,
) -> Draft {
    let row = table.row();
    let position = days.forms.get(&key.form).and_then(|f| f.position).unwrap_or(Position::Assistant);
    identify(work, table, row, key, people);
    if work.programme.pays_for(Position::Coordinator) && !work.programme.sibling {
        table.value(&mut work.model, row, "position", Value::Text(position.word().to_owned()));
    }
    let posts_from_hours = from_hours(work, key.form, days);
    let LineTime { nominal_hours, hours, hours_counted, work_time } =
        line_time(work, (table, times), row, key, &people[key.assistant], &rows, posts_from_hours);
    let share = days_share(work, days);
    let share_of_month = table.formula(&mut work.model, row, "share_of_month", share);
    let posts = match key.form {
        ContractForm::Employment => employment_posts(work, days),
        ContractForm::Service => {
            service_posts(work, days, hours, nominal_hours, employed.map(|e| e.0), posts_from_hours)
        }
    };
    let posts = if posts_from_hours {
        posts
    } else {
        on_reference_day(work, (key.round, key.form), &people[key.assistant].1, days, posts)
    };
    let posts = match work.programme.reads::<PostRounding>() {
        PostRounding::Exact => posts,
        PostRounding::TwoDecimals => posts.round2(),
    };
    let fte = table.formula(&mut work.model, row, "fte", posts);
    let in_force = days.in_force(key.form);
    let nodes: Vec<Arc<PaymentNodes>> =
        rows.iter().map(|i| payments.add(work, *i, key.form, &in_force)).collect();
    let sum = |pick: fn(&PaymentNodes) -> NodeId| Expr::Sum(nodes.iter().map(|n| pick(n)).collect());
    let eligible_pay = table.formula(&mut work.model, row, "eligible_pay", sum(|n| n.eligible_pay));
    let eligible_contributions =
        table.formula(&mut work.model, row, "eligible_contributions", sum(|n| n.eligible_contributions));
    let wage =
        if counts_wages(work, key) { Expr::max(Expr::whole(0), sum(|n| n.wage)) } else { Expr::whole(0) };
    let wage = if_hired_in_time(work, table, row, key, days, wage);
    let allowed = within_limit(work, (table, row), &people[key.assistant].0, key.month, position);
    let wage = match &allowed {
        Some(allowed) => Expr::when(allowed.clone(), wage, Expr::whole(0)),
        None => wage,
    };
    let wage_cost = table.formula(&mut work.model, row, "wage_cost", wage);
    let topped_up = work
        .programme
        .tops_up
        .is_some()
        .then(|| table.formula(&mut work.model, row, "topped_up", sum(|n| n.other_public)));
    let supplement_paid = if pays_supplement(work) {
        let paid = Expr::max(Expr::whole(0), sum(|n| n.supplement));
        table.formula(&mut work.model, row, "supplement_paid", paid)
    } else {
        work.zero
    };
    let motivation = (
        work.model.formula("Dodatek motywacyjny zapłacony", Format::Money, sum(|n| n.motivation)),
        work.model.formula("Pochodne od dodatku motywacyjnego", Format::Money, sum(|n| n.on_motivation)),
    );
    let outside = work.programme.sibling && key.form == ContractForm::Service;
    let cells = if outside { Vec::new() } else { pay_cells(work, payments.columns(), &rows) };
    let paid = match work.programme.reads::<UnpaidMonth>() {
        UnpaidMonth::NotCounted => {
            Cond::All(vec![Cond::Greater(Expr::Sum(cells).round2(), Expr::whole(0)), in_force])
        }
        UnpaidMonth::Counted => in_force,
    };
    let head = head(work, table, row, paid.clone(), employed.map(|e| e.1));
    let average = Expr::when(paid, average_posts(work, days, fte, posts_from_hours), Expr::whole(0));
    let average_posts = table.formula(&mut work.model, row, "average_posts", average);
    let zero = work.zero;
    let line = Line {
        round: key.round,
        assistant: key.assistant,
        month: key.month,
        form: key.form,
        position,
        share_of_month,
        fte,
        nominal_hours,
        hours,
        hours_counted,
        work_time,
        qualifies: None,
        eligible_pay,
        eligible_contributions,
        wage_cost,
        supplement_paid,
        supplement_cost: zero,
        supplement_co_financing: zero,
        supplement_own: zero,
        employment_co_financing: zero,
        employment_own: zero,
        fte_shown: zero,
        head,
        average_posts,
        payments: rows,
        counted: nodes.iter().map(|n| n.counted).collect(),
        paid: nodes,
    };
    let asked = key.form == ContractForm::Service
        && work.programme.reads::<ServiceHours>() == ServiceHours::ScaledByPost;
    let typed_posts = if asked { typed_posts(work, key.form, days) } else { None };
    Draft { row, posts_from_hours, typed_posts, caseload: allowed, motivation, topped_up, line }
}

fn identify(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    row: usize,
    key: &Key,
    people: &[(String, Vec<usize>)],
) {
    let (id, contracts) = &people[key.assistant];
    let first = contracts.first().and_then(|i| work.cell(work.submission.employments[*i].at, "assistant"));
    match first {
        Some(node) => table.put(row, "assistant", node),
        None => {
            table.value(&mut work.model, row, "assistant", Value::Text(id.clone()));
        }
    }
    table.value(&mut work.model, row, "month", month_value(key.month));
    table.value(&mut work.model, row, "form", Value::Text(key.form.word().to_owned()));
}

/// Does the edition pay a supplement of its own? Then a line shows what was paid, used or not. The funded one has
/// columns of its own.
fn pays_supplement(work: &Work<'_>) -> bool {
    matches!(
        work.supplement_rule(),
        Some(Component::OneOffSupplement { .. } | Component::MonthlySupplement { .. })
    )
}

/// Does the wage cost of the month belong to the task?
fn counts_wages(work: &Work<'_>, key: &Key) -> bool {
    let round: &SettledRound = &work.rounds[key.round];
    let in_months = match work.wage_rule() {
        Some(Component::WageShare { months: Some(months), .. }) => {
            months.overlap(&key.month.days()).is_some()
        }
        _ => true,
    };
    in_months && work.uses(FundComponent::EmploymentCost, round)
}

/// The cost of a line, zero where the edition pays only for people hired later.
fn if_hired_in_time(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    row: usize,
    key: &Key,
    days: &MonthContracts,
    cost: Expr,
) -> Expr {
    let Some(hired_from) = work.hired_from else { return cost };
    let hired = days.forms.get(&key.form).map(|f| f.hired.clone()).unwrap_or_default();
    if hired.is_empty() {
        return Expr::whole(0);
    }
    let first = Expr::Min(hired.into_iter().map(Expr::Ref).collect());
    let first = table.formula(&mut work.model, row, "hired", first);
    Expr::when(Cond::AtLeast(first.into(), hired_from.into()), cost, Expr::whole(0))
}

/// 1 in the first line of an assistant's month that has any pay: months wholly without pay count neither head nor
/// post (reading).
fn head(
    work: &mut Work<'_>,
    table: &mut TableBuilder,
    row: usize,
    paid: Cond,
    before: Option<NodeId>,
) -> NodeId {
    let mut conditions = vec![paid];
    conditions.extend(before.map(|b| Cond::Equal(b.into(), Expr::whole(0))));
    table.formula(
        &mut work.model,
        row,
        "head",
        Expr::when(Cond::All(conditions), Expr::whole(1), Expr::whole(0)),
    )
}

fn pay_cells(work: &Work<'_>, columns: &PayColumns, rows: &[usize]) -> Vec<NodeId> {
    let mut keys = vec!["gross", "base", "seniority"];
    keys.extend(columns.keys(PayColumn::is_pay));
    rows.iter()
        .flat_map(|i| keys.iter().filter_map(|k| work.cell(work.submission.payments[*i].at, k)))
        .collect()
}

/// Rows of `Zwroty`, `Ustalenia` and `Środki` that belong to a component and round, as cells of a column.
pub fn component_cells(
    work: &Work<'_>,
    component: FundComponent,
    round: &SettledRound,
    rows: impl Iterator<Item = (crate::source::CellRef, bool, FundComponent, Option<crate::records::HalfYear>)>,
    key: &'static str,
) -> Vec<NodeId> {
    rows.filter(|(_, rejected, of, half)| !rejected && *of == component && work.in_round(*half, round))
        .filter_map(|(at, ..)| work.cell(at, key))
        .collect()
}
