//! `Paragrafy`: revenue and spending by budget paragraph (layout F4, a reconstruction).

use super::WorkbookFacts;
use super::cells::{Inputs, total_of};
use super::page::{Page, Shown};
use super::paragraph::round_words;
use super::paragraph_steps::Shares;
use crate::calc::{Expr, Format, Model, NodeId};
use crate::grid::{Role, Sheet};
use crate::programme::readings::ParagraphShares;
use crate::records::{FundComponent, FundingSource};
use crate::settlement::Settled;

/// The state budget's own paragraph for grants to municipalities' own tasks.
const STATE_BUDGET: &str = "2030";

/// Money columns of a spending row, in order, as nodes.
const COLUMNS: usize = 7;

/// Returns `Paragrafy`.
pub fn sheet(settled: &mut Settled, facts: &WorkbookFacts<'_>, shares: &Shares) -> Sheet {
    let mut page = Page::new("Paragrafy", &[5, 7, 9, 12, 36, 13, 13, 13, 13, 14, 13, 16, 10, 16]);
    page.line(Role::Title, "Rozliczenie finansowe według paragrafów");
    let how = match facts.programme.reads::<ParagraphShares>() {
        ParagraphShares::ByCost => "według kosztu kwalifikowanego",
        ParagraphShares::InOrder => "po kolei, aż się wyczerpie",
    };
    page.line(
        Role::Subtitle,
        &format!(
            "Dofinansowanie każdej części rozłożono na paragrafy {how}. Kroki podziału: arkusz „Paragrafy - kroki”."
        ),
    );
    let top = page.row;
    page.headings(&[
        "Lp.",
        "Dział",
        "Rozdział",
        "§",
        "Nazwa paragrafu",
        "Plan wg umowy (zł)",
        "Środki otrzymane (zł)",
        "Wydatki ogółem (zł)",
        "z tego: Program - dodatki (zł)",
        "z tego: Program - koszty zatrudnienia (zł)",
        "z tego: środki własne gminy (zł)",
        "z tego: inne środki publiczne (zł)",
        "Udział Programu (%)",
        "Niewykorzystane - do zwrotu (zł)",
    ]);
    page.keep(top, 0);
    let revenue = revenue(&mut page, settled, facts);
    spending(&mut page, settled, facts, shares, revenue);
    rounds(&mut page, settled);
    page.sheet
}

/// The revenue lines, one a source of money; returns their sums (plan, received).
fn revenue(page: &mut Page, settled: &mut Settled, facts: &WorkbookFacts<'_>) -> [NodeId; 2] {
    page.line(Role::Section, "Dochody");
    let model = &mut settled.model;
    let funds: Vec<_> = facts.submission.funds.iter().filter(|f| !f.rejected).collect();
    let inputs = Inputs::of(facts.submission);
    let mut number = 0;
    let mut sums: [Vec<NodeId>; 2] = [Vec::new(), Vec::new()];
    for source in [FundingSource::LabourFund, FundingSource::StateBudget] {
        let of_source = |f: &crate::records::Fund| {
            f.source.as_ref().map_or(FundingSource::LabourFund, |s| s.value) == source
        };
        let rows: Vec<_> = funds.iter().filter(|f| of_source(f)).collect();
        if rows.is_empty() {
            continue;
        }
        number += 1;
        let mut sum = |label: &str, key: &str| {
            let ids: Vec<NodeId> = rows.iter().filter_map(|f| inputs.cell(model, f.at, key)).collect();
            super::cells::sum_of(model, label, Format::Money, &ids)
        };
        let plan = sum("Plan wg umowy", "awarded");
        let received = sum("Środki otrzymane", "received");
        sums[0].extend(plan);
        sums[1].extend(received);
        let (code, name) = revenue_paragraph(facts, source);
        let mut cells = vec![
            Shown::Number(number, Format::Count),
            facts.programme.division.value.clone().into(),
            facts.programme.chapter.value.clone().into(),
            code.into(),
            name.into(),
            plan.into(),
            received.into(),
        ];
        cells.resize(14, Shown::Nothing);
        page.cells(Role::Body, cells, Some(model));
    }
    let [plan, received] = sums;
    [
        total_of(model, "Plan wg umowy razem", Format::Money, &plan),
        total_of(model, "Środki otrzymane razem", Format::Money, &received),
    ]
}

fn revenue_paragraph(facts: &WorkbookFacts<'_>, source: FundingSource) -> (String, &'static str) {
    let code = match source {
        FundingSource::StateBudget => STATE_BUDGET.to_owned(),
        FundingSource::LabourFund => facts.programme.revenue_paragraph.value.clone(),
    };
    let name = facts.national.paragraph_name(&code).unwrap_or("Środki otrzymane na realizację Programu");
    (code, name)
}

fn spending(
    page: &mut Page,
    settled: &mut Settled,
    facts: &WorkbookFacts<'_>,
    shares: &Shares,
    [plan, received]: [NodeId; 2],
) {
    page.line(Role::Section, "Wydatki");
    let mut columns: [Vec<NodeId>; COLUMNS - 2] = Default::default();
    let Settled { model, totals, .. } = settled;
    for (number, row) in (1i64..).zip(&shares.spending) {
        let total = model.formula(
            "Wydatki ogółem",
            Format::Money,
            Expr::add([row.employment_cost, row.supplement_cost, row.other_public]),
        );
        let own = model.formula(
            "Środki własne gminy",
            Format::Money,
            Expr::Sub(
                Box::new(total.into()),
                Box::new(Expr::add([row.employment_grant, row.supplement_grant, row.other_public])),
            ),
        );
        let money = [total, row.supplement_grant, row.employment_grant, own, row.other_public];
        for (column, id) in columns.iter_mut().zip(money) {
            column.push(id);
        }
        let mut cells = vec![
            Shown::Number(number, Format::Count),
            facts.programme.division.value.clone().into(),
            facts.programme.chapter.value.clone().into(),
            row.paragraph.code().into(),
            row.paragraph.name(*facts.national).into(),
            Shown::Nothing,
            Shown::Nothing,
        ];
        cells.extend(money.map(Shown::from));
        cells.extend([share(model, money).into(), Shown::Nothing]);
        page.cells(Role::Body, cells, Some(model));
    }
    let sums = columns.map(|ids| total_of(model, "Razem", Format::Money, &ids));
    let unused = totals.to_return;
    let mut cells: Vec<Shown> = vec!["".into(), "".into(), "".into(), "".into(), "RAZEM".into()];
    cells.extend([plan, received].map(Shown::from));
    cells.extend(sums.map(Shown::from));
    cells.extend([share(model, sums).into(), unused.into()]);
    page.cells(Role::Total, cells, Some(model));
    control(page, model, totals, sums);
}

/// Programme's money over all spending.
fn share(model: &mut Model, [total, supplement, employment, _, _]: [NodeId; 5]) -> NodeId {
    // Settled to the grosz first: amounts that cancel out leave a binary engine a trillionth to divide by.
    let both = Expr::add([supplement, employment]).round2();
    model.formula("Udział Programu", Format::Percent, Expr::div(both, Expr::Ref(total).round2()))
}

/// The settlement's own totals under the sums, and the difference, which must be nothing.
fn control(page: &mut Page, model: &mut Model, totals: &crate::settlement::Totals, sums: [NodeId; 5]) {
    let [total, supplement, employment, own, other] = sums;
    let task = totals.task_cost;
    let with_other =
        model.formula("Koszt zadania i inne środki publiczne", Format::Money, Expr::add([task, other]));
    let expected = [
        Some(with_other),
        Some(totals.supplement_co_financing),
        Some(totals.employment_co_financing),
        Some(totals.own_contribution),
        None,
    ];
    let mut cells = vec![Shown::Nothing; 4];
    cells.extend([Shown::from("Wg rozliczenia"), Shown::Nothing, Shown::Nothing]);
    cells.extend(expected.map(Shown::from));
    page.cells(Role::Body, cells, Some(model));
    let mut cells = vec![Shown::Nothing; 4];
    cells.extend([Shown::from("Różnica (musi wynosić 0,00)"), Shown::Nothing, Shown::Nothing]);
    for (sum, expected) in
        [total, supplement, employment, own].into_iter().zip(expected.into_iter().flatten())
    {
        cells.push(model.formula("Różnica", Format::Money, Expr::sub(sum, expected)).into());
    }
    page.cells(Role::Body, cells, Some(model));
}

/// What was planned, received, used and left, by round and component.
fn rounds(page: &mut Page, settled: &mut Settled) {
    page.space();
    page.line(Role::Section, "Środki według części i okresów");
    let headings = [
        "Lp.",
        "Okres",
        "",
        "Część",
        "",
        "Plan wg umowy (zł)",
        "Środki otrzymane (zł)",
        "Koszt kwalifikowany (zł)",
        "Dofinansowanie (zł)",
        "Środki własne gminy (zł)",
        "Należne, nieprzekazane (zł)",
        "Niewykorzystane (zł)",
    ];
    let heading = |text: &str| if text.is_empty() { Shown::Nothing } else { Shown::from(text) };
    page.cells(Role::Heading, headings.into_iter().map(heading).collect(), None);
    merge_names(page);
    let Settled { model, rounds, .. } = settled;
    let mut number = 0;
    for round in rounds.iter() {
        for figures in [&round.supplement, &round.employment].into_iter().flatten() {
            number += 1;
            let nodes = [
                figures.awarded,
                figures.transferred,
                figures.cost,
                figures.co_financing,
                figures.own_contribution,
                figures.due_not_transferred,
                figures.unused,
            ];
            let component: FundComponent = figures.component;
            let mut cells: Vec<Shown> = vec![
                Shown::Number(number, Format::Count),
                round_words(round.half_year).into(),
                Shown::Nothing,
                component.word().into(),
                Shown::Nothing,
            ];
            for id in nodes {
                cells.push(id.into());
            }
            page.cells(Role::Body, cells, Some(model));
            merge_names(page);
        }
    }
}

/// Round and component stand over two columns of the table above each.
fn merge_names(page: &mut Page) {
    page.merge_last(1, 2);
    page.merge_last(3, 4);
}
