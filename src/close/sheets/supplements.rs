//! `Dodatki` and `Miesiące`: how each gross comes about, and what is the matter with every month.

use std::collections::BTreeSet;

use super::{Paper, page};
use crate::calc::{Format, NodeId};
use crate::close::findings::months_numbers;
use crate::close::grants::State;
use crate::close::rates::{Rate, word};
use crate::close::units::Reason;
use crate::close::{Plan, Way};
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Holds, Role, Sheet};
use crate::records::Contribution;
use crate::units::{Money, Month};

/// Returns both sheets; without anything to grant the second alone.
pub fn sheets(paper: &Paper<'_>, plan: &Plan) -> Vec<Sheet> {
    let mut all = Vec::new();
    if !plan.grants.is_empty() {
        all.push(grants(paper, plan));
    }
    all.push(states(paper, plan));
    all
}

fn grants(paper: &Paper<'_>, plan: &Plan) -> Sheet {
    let kinds: BTreeSet<Contribution> =
        plan.figures.iter().flat_map(|f| f.contributions.keys().copied()).collect();
    let mut widths = vec![5, 14, 16, 9, 13, 13, 13];
    widths.resize(7 + kinds.len(), 12);
    widths.resize(widths.len() + 8, 14);
    let mut page =
        page(paper, "Dodatki", "Dodatki: najmniejsza kwota brutto, która daje całą dotację", &widths);
    page.line(
        Role::Note,
        "Kwotę brutto znaleziono, sprawdzając grosz po groszu tymi samymi wzorami, które rozliczają; o grosz mniejsza daje mniej (kolumna „o 1 gr mniej”). Kwotę brutto i stopy można zmienić: wszystkie dalsze kolumny przeliczą się.",
    );
    page.space();
    let top = page.row;
    let mut headings: Vec<String> = [
        "Lp.",
        "Asystent",
        "Miesiąc",
        "Etat",
        "Dotacja według etatu (zł)",
        "W tabelach: koszt (zł)",
        "Dodatek brutto (zł)",
    ]
    .map(str::to_owned)
    .to_vec();
    headings.extend(kinds.iter().map(|k| format!("{} (zł)", word(*k))));
    headings.extend(
        [
            "Koszt dodatku (zł)",
            "Udział w koszcie (zł)",
            "Udział przy brutto o 1 gr mniej (zł)",
            "Gdyby brutto równało się dotacji: da (zł)",
            "i straci (zł)",
            "z Programu (zł)",
            "środki własne (zł)",
        ]
        .map(str::to_owned),
    );
    page.headings(&headings.iter().map(String::as_str).collect::<Vec<_>>());
    page.keep(top, 3);
    let model = &plan.all.model;
    for (number, (grant, f)) in (1i64..).zip(plan.grants.iter().zip(&plan.figures)) {
        let month: Shown = match paper.closing.way {
            Way::OneOff => "jednorazowo".into(),
            _ => grant.month.polish().into(),
        };
        let at = page.row;
        let mut cells: Vec<Shown> = vec![
            Shown::Number(number, Format::Count),
            grant.id.clone().into(),
            month,
            Shown::NodeAs(f.posts, Format::Factor),
            f.whole.into(),
            f.already.into(),
            f.gross.into(),
        ];
        cells.extend(kinds.iter().map(|k| Shown::from(f.contributions.get(k).copied())));
        cells.extend([f.cost, f.of_cost, f.of_less].map(Shown::from));
        // Beside a supplement that is made up the question has no sense.
        if grant.tops_up {
            cells.extend([Shown::Nothing, Shown::Nothing]);
        } else {
            cells.extend(f.plain.map(Shown::from));
        }
        cells.extend([f.from_programme, f.own].map(Shown::from));
        page.cells(Role::Body, cells, Some(model));
        if let Some(cell) = page.sheet.cells.get_mut(&(at, 6)) {
            cell.role = Role::Input;
        }
    }
    rates(&mut page, plan);
    page.sheet.holds = Holds::Inputs;
    page.sheet
}

/// Whose rates come from where. A rate has one cell, at the first person who bears it.
fn rates(page: &mut Page, plan: &Plan) {
    page.space();
    page.line(Role::Section, "Stopy składek i skąd są");
    let headings = ["Lp.", "Asystent", "Składka", "Stopa", "Pewność", "Źródło"];
    page.cells(Role::Heading, headings.into_iter().map(Shown::from).collect(), None);
    let mut told: BTreeSet<(&str, Contribution)> = BTreeSet::new();
    let mut seen: BTreeSet<NodeId> = BTreeSet::new();
    let mut number = 0i64;
    for (grant, nodes) in plan.grants.iter().zip(&plan.nodes) {
        for (rate, (node, _)) in grant.rates.iter().zip(&nodes.contributions) {
            if !told.insert((&grant.id, rate.which)) {
                continue;
            }
            number += 1;
            let at = page.row;
            let Rate { which, mark, source, .. } = rate;
            let cells = vec![
                Shown::Number(number, Format::Count),
                grant.id.clone().into(),
                word(*which).into(),
                (*node).into(),
                mark.polish().into(),
                source.clone().into(),
            ];
            page.cells(Role::Body, cells, Some(&plan.all.model));
            page.merge_last(5, 12);
            if seen.insert(*node)
                && let Some(cell) = page.sheet.cells.get_mut(&(at, 3))
            {
                cell.role = Role::Input;
            }
        }
        if grant.rates.is_empty() && told.insert((&grant.id, Contribution::Total)) {
            number += 1;
            let text = "bez składek: w tabeli „Płace” umowa ich nie ma";
            let cells: Vec<Shown> =
                vec![Shown::Number(number, Format::Count), grant.id.clone().into(), text.into()];
            page.cells(Role::Body, cells, None);
            page.merge_last(2, 12);
        }
    }
}

fn states(paper: &Paper<'_>, plan: &Plan) -> Sheet {
    let mut page = page(
        paper,
        "Miesiące",
        "Miesiące, które dają prawo do dodatku, i stan dodatku",
        &[16, 24, 10, 22, 58],
    );
    page.space();
    let top = page.row;
    page.headings(&["Asystent", "Miesiące", "Liczba", "Brutto w tabelach (zł)", "Stan"]);
    page.keep(top, 0);
    for row in gathered(plan) {
        let months = match paper.closing.way {
            Way::OneOff => "jednorazowo".to_owned(),
            _ => months_numbers(&row.months),
        };
        let count = i64::try_from(row.months.len()).unwrap_or(i64::MAX);
        page.cells(
            Role::Body,
            vec![
                row.assistant.into(),
                months.into(),
                Shown::Number(count, Format::Count),
                Shown::Amount(row.gross),
                row.words.into(),
            ],
            None,
        );
    }
    page.sheet
}

/// Months of an assistant in one state.
pub struct StateRow {
    /// Identifier.
    pub assistant: String,
    /// Months.
    pub months: Vec<Month>,
    /// Gross in the tables.
    pub gross: Money,
    /// The state in Polish words.
    pub words: String,
}

/// Gathers the months of an assistant that are in the same state, in order.
pub fn gathered(plan: &Plan) -> Vec<StateRow> {
    let mut rows: Vec<StateRow> = Vec::new();
    for state in &plan.states {
        let assistant = plan.all.assistants.get(state.assistant).map_or("", |a| a.id.as_str());
        let words = state_words(&state.state);
        match rows.iter_mut().find(|r| r.assistant == assistant && r.words == words) {
            Some(row) => {
                row.months.push(state.month);
                row.gross = row.gross.checked_add(state.gross).unwrap_or(row.gross);
            }
            None => rows.push(StateRow {
                assistant: assistant.to_owned(),
                months: vec![state.month],
                gross: state.gross,
                words,
            }),
        }
    }
    rows
}

fn state_words(state: &State) -> String {
    match state {
        State::InTables => "dodatek jest w tabelach i daje całą dotację".to_owned(),
        State::ToGrant => "ma prawo do dodatku: do przyznania".to_owned(),
        State::TooSmall { lost } => format!(
            "dodatek jest w tabelach, ale za mały: strata {} zł na miesiąc, dopłata na liście",
            crate::units::money::polish_amount(&lost.to_exact(), 2)
        ),
        State::NotMet(Reason::HoursUnknown) => "nie wiadomo: w tabelach nie ma godzin".to_owned(),
        State::NotMet(Reason::HoursShort { worked, needed }) => format!(
            "bez prawa: {} godzin z {} wymaganych",
            worked.to_short(2).replace('.', ","),
            needed.to_short(2).replace('.', ",")
        ),
        State::NotMet(Reason::TooManyFamilies) => {
            "bez prawa: w miesiącu było więcej rodzin, niż wynosi limit (odczytanie „caseload-money”)"
                .to_owned()
        }
        State::NotMet(Reason::NotOnTheDay) => {
            "bez prawa: nie pracował(a) w dniu wniosku (w dniu odniesienia) albo bez etatu".to_owned()
        }
    }
}
