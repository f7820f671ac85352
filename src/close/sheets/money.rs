//! What comes of it: totals, by component and by paragraph, if everything on the list is paid and if nothing more is.

use super::{Paper, page};
use crate::calc::{Expr, Format, NodeId, Value};
use crate::close::Plan;
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Role, Sheet};
use crate::programme::National;
use crate::records::HalfYear;
use crate::settlement::cells::total_of;
use crate::settlement::paragraph::Paragraph;
use crate::settlement::paragraph_steps::Spending;
use crate::settlement::{ComponentFigures, Settled};
use crate::units::Money;

/// Returns the first sheet: the days, the money, what was found, what to do.
pub fn summary(paper: &Paper<'_>, plan: &mut Plan) -> Sheet {
    let mut page = page(
        paper,
        "Zamknięcie roku",
        "Zamknięcie roku: co trzeba jeszcze zapłacić i co z tego wyniknie",
        &[58, 22, 22, 22, 20],
    );
    page.space();
    page.line(Role::Section, "Pieniądze");
    let top = page.row;
    page.headings(&["", "Wszystko z listy zapłacone (zł)", "Nic więcej nie zapłacone (zł)", "Różnica (zł)"]);
    page.keep(top, 0);
    for row in rows(&mut plan.all, &plan.nothing) {
        let model = &mut plan.all.model;
        let none = row.nothing.map_or(Value::Blank, |m| Value::Number(m.to_exact()));
        let none = model.parameter(&row.label, Format::Money, none);
        let more = model.formula("Różnica", Format::Money, Expr::sub(row.all, none));
        page.cells(
            if row.total { Role::Total } else { Role::Body },
            vec![row.label.into(), row.all.into(), none.into(), more.into()],
            Some(model),
        );
    }
    page.line(
        Role::Note,
        "Kwoty „nic więcej nie zapłacone” policzono osobno, tymi samymi krokami. Gdzie nie podano kwoty otrzymanej, zwrot liczy się od kwoty przyznanej.",
    );
    findings(&mut page, paper);
    page.space();
    page.line(Role::Section, "Kolejność");
    for step in [
        "1. Zarządzenie albo pismo o przyznaniu dodatków: arkusz „Lista do zarządzenia”. Kwoty brutto i ich obliczenie: arkusz „Dodatki”.",
        "2. Przelewy w kolejności kosztu spóźnienia: arkusz „Przelewy”. Po zapłacie wpisz daty do tabeli „Płace”.",
        "3. Przeksięgowanie kosztów ze środków własnych na Program: arkusz „PK”. Podpisuje się je, gdy wszystko z listy jest zapłacone; inaczej trzeba je sporządzić od nowa.",
        "4. Po ostatnim dniu zapłaty: „rozlicz settle” na tych samych tabelach, uzupełnionych o daty i dodatki.",
    ] {
        page.line(Role::Note, step);
    }
    page.sheet
}

fn findings(page: &mut Page, paper: &Paper<'_>) {
    page.space();
    page.line(Role::Section, "Uwagi");
    if paper.findings.is_empty() {
        page.line(Role::Note, "Nie ma uwag.");
    }
    for finding in paper.findings {
        let role = if finding.severity == "warning" { Role::Warning } else { Role::Note };
        page.line(role, &format!("{}: {}", finding.severity_word, finding.message));
        page.line(Role::Note, &format!("Co zrobić: {}", finding.hint));
    }
}

/// A row of the summary: the node where everything is paid, the amount where nothing more is.
pub struct MoneyRow {
    /// Stable name.
    pub key: &'static str,
    /// Name, in Polish.
    pub label: String,
    /// Which half-year, where there are two.
    pub half: Option<HalfYear>,
    /// Everything paid.
    pub all: NodeId,
    /// Nothing more paid; none where it is not known.
    pub nothing: Option<Money>,
    /// Is it a sum?
    pub total: bool,
}

/// The rows of the summary; adds the expected return to both models' order, so the first model is changed.
pub fn rows(all: &mut Settled, nothing: &Settled) -> Vec<MoneyRow> {
    let known =
        |id: NodeId| matches!(nothing.model.value(id), Value::Number(_)).then(|| nothing.model.money(id));
    let mut rows = Vec::new();
    let mut push = |key, label: &str, all: NodeId, nothing: Option<Money>, total: bool| {
        rows.push(MoneyRow { key, label: label.to_owned(), half: None, all, nothing, total });
    };
    let (a, n) = (all.totals.clone(), &nothing.totals);
    push("cost", "Koszt zadania", a.task_cost, known(n.task_cost), false);
    push(
        "supplement",
        "Dofinansowanie dodatków",
        a.supplement_co_financing,
        known(n.supplement_co_financing),
        false,
    );
    push(
        "employment",
        "Dofinansowanie kosztów zatrudnienia",
        a.employment_co_financing,
        known(n.employment_co_financing),
        false,
    );
    push("co-financing", "Dofinansowanie razem", a.co_financing, known(n.co_financing), true);
    push("own", "Wkład własny", a.own_contribution, known(n.own_contribution), true);
    let (mut all_returns, mut nothing_returns) = (Vec::new(), Vec::new());
    for (index, round) in all.rounds.iter().enumerate() {
        let other = nothing.rounds.get(index);
        let pairs = [
            (&round.supplement, other.and_then(|r| r.supplement.as_ref()), "return-supplement", "dodatki"),
            (
                &round.employment,
                other.and_then(|r| r.employment.as_ref()),
                "return-employment",
                "koszty zatrudnienia",
            ),
        ];
        for (mine, other, key, name) in pairs {
            let (Some(mine), Some(other)) = (mine, other) else { continue };
            let half = round.half_year.map_or_else(String::new, |h| format!(", {}", h.word()));
            let label = format!("Spodziewany zwrot: {name}{half}");
            let back = all.model.formula(&label, Format::Money, returned(mine));
            let other = returned(other).number(&nothing.model);
            let other = Money::from_exact(&other.round_half_up(2)).unwrap_or_default();
            all_returns.push(back);
            nothing_returns.push(other);
            rows.push(MoneyRow {
                key,
                label,
                half: round.half_year,
                all: back,
                nothing: Some(other),
                total: false,
            });
        }
    }
    let back = total_of(&mut all.model, "Spodziewany zwrot razem", Format::Money, &all_returns);
    let other = nothing_returns.iter().fold(Money::ZERO, |sum, m| sum.checked_add(*m).unwrap_or(sum));
    let label = "Spodziewany zwrot razem".to_owned();
    rows.push(MoneyRow { key: "return", label, half: None, all: back, nothing: Some(other), total: true });
    rows
}

/// Money that came, or that was awarded where it has not come yet, less what is earned.
fn returned(component: &ComponentFigures) -> Expr {
    use crate::calc::Cond;
    let came = Expr::when(Cond::Blank(component.transferred), component.awarded, component.transferred);
    Expr::max(Expr::whole(0), Expr::sub(came, component.co_financing))
}

/// Returns the cost, the programme's part and the own part of each paragraph, in both cases.
pub fn paragraphs(paper: &Paper<'_>, plan: &mut Plan) -> Sheet {
    let title = "Program i środki własne według paragrafów";
    let mut page = page(paper, "Zwrot i wkład własny", title, &[20, 54, 18, 18, 18, 18]);
    page.space();
    page.line(Role::Section, "Jeżeli wszystko z listy zostanie zapłacone");
    let all: Vec<(Paragraph, [NodeId; 4])> = plan
        .booking
        .shares
        .spending
        .iter()
        .map(|row| (row.paragraph, of_paragraph(&mut plan.all.model, row)))
        .collect();
    table(&mut page, &mut plan.all, all, *paper.year.national);
    page.space();
    page.line(Role::Section, "Jeżeli nic więcej nie zostanie zapłacone (policzone osobno)");
    let nothing: Vec<(Paragraph, [NodeId; 4])> = plan
        .nothing_shares
        .spending
        .iter()
        .map(|row| {
            let amounts = of_paragraph(&mut plan.nothing.model, row).map(|id| plan.nothing.model.money(id));
            let label =
                ["Koszt", "Program - dodatki", "Program - koszty zatrudnienia", "Środki własne gminy"];
            let mut index = 0;
            let nodes = amounts.map(|amount| {
                index += 1;
                let value = Value::Number(amount.to_exact());
                plan.all.model.parameter(label[index - 1], Format::Money, value)
            });
            (row.paragraph, nodes)
        })
        .collect();
    table(&mut page, &mut plan.all, nothing, *paper.year.national);
    page.line(
        Role::Note,
        "Zwrot dotyczy składnika (dodatki, koszty zatrudnienia), a nie paragrafu: jest w arkuszu „Zamknięcie roku”.",
    );
    page.sheet
}

/// Cost, both parts of the programme, own part.
pub fn of_paragraph(model: &mut crate::calc::Model, row: &Spending) -> [NodeId; 4] {
    let cost = total_of(model, "Koszt", Format::Money, &[row.employment_cost, row.supplement_cost]);
    let both = Expr::add([row.employment_grant, row.supplement_grant]);
    let own = model.formula("Środki własne gminy", Format::Money, Expr::sub(cost, both));
    [cost, row.supplement_grant, row.employment_grant, own]
}

fn table(page: &mut Page, settled: &mut Settled, rows: Vec<(Paragraph, [NodeId; 4])>, national: National) {
    let headings = [
        "§",
        "Nazwa paragrafu",
        "Koszt (zł)",
        "Program - dodatki (zł)",
        "Program - koszty zatrudnienia (zł)",
        "Środki własne gminy (zł)",
    ];
    page.cells(Role::Heading, headings.into_iter().map(Shown::from).collect(), None);
    let mut columns: [Vec<NodeId>; 4] = Default::default();
    for (paragraph, nodes) in rows {
        for (column, id) in columns.iter_mut().zip(nodes) {
            column.push(id);
        }
        let mut cells: Vec<Shown> = vec![paragraph.code().into(), paragraph.name(national).into()];
        cells.extend(nodes.map(Shown::from));
        page.cells(Role::Body, cells, Some(&settled.model));
    }
    let sums = columns.map(|ids| total_of(&mut settled.model, "Razem", Format::Money, &ids));
    let mut cells: Vec<Shown> = vec!["RAZEM".into(), "".into()];
    cells.extend(sums.map(Shown::from));
    page.cells(Role::Total, cells, Some(&settled.model));
}
