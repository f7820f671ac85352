//! The list of documents as sheets: what the form shows, the steps behind it, and the controls.

use std::collections::BTreeMap;

use super::list::{DocumentList, DocumentRow};
use crate::calc::expr::Test;
use crate::calc::{Expr, Format, Model, NodeId, Value};
use crate::finding::Finding;
use crate::finding::code::documents::DOCUMENT_WITHOUT_NUMBER;
use crate::forms::listed::{Listed, Value as Shows};
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Holds, Role, Sheet};
use crate::programme::Programme;
use crate::records::{ContractForm, Submission};
use crate::settlement::Settled;
use crate::settlement::cells::Inputs;
use crate::settlement::paragraph::{Paragraph, round_words};
use crate::settlement::paragraph_steps::Part;
use crate::units::Exact;

/// What a document is called in the list of kinds of the form.
fn kind(row: &DocumentRow) -> &'static str {
    match row.paragraph {
        Paragraph::Social4110 | Paragraph::LabourFund4120 | Paragraph::Fgsp | Paragraph::Combined => {
            "ZUS DRA"
        }
        _ if row.form == ContractForm::Service => "rachunek",
        _ => "lista płac",
    }
}

/// What was paid, short enough for one line.
fn name(paragraph: Paragraph) -> &'static str {
    match paragraph {
        Paragraph::Pay4010 => "wynagrodzenie",
        Paragraph::Annual4040 => "wynagrodzenie roczne",
        Paragraph::Social4110 => "składki społeczne",
        Paragraph::Combined => "pochodne razem",
        Paragraph::LabourFund4120 => "Fundusz Pracy i FS",
        Paragraph::Pay4170 => "umowa zlecenia",
        Paragraph::Ppk4710 => "wpłata na PPK",
        Paragraph::Fgsp => "składka na FGŚP",
    }
}

/// Is the number of the payroll or bill the document's own number? A declaration to ZUS has another.
fn numbered(row: &DocumentRow) -> bool {
    kind(row) != "ZUS DRA"
}

/// Returns what the form shows.
pub fn listed(
    list: &DocumentList,
    settled: &mut Settled,
    (submission, programme): (&Submission, &Programme),
    correction: Option<u32>,
) -> Listed {
    let inputs = Inputs::of(submission);
    let Settled { model, assistants, .. } = settled;
    let mut listed = Listed::default();
    let division = format!("dział {}, rozdział {}", programme.division.value, programme.chapter.value);
    listed.once.insert("documents.division", Shows::Text(division));
    listed.once.extend(correction.map(|number| ("documents.version", Shows::Text(super::version(number)))));
    for (number, row) in (1i64..).zip(&list.rows) {
        let payment = submission.payments.get(row.payment);
        let cell = |model: &Model, key: &str| payment.and_then(|p| inputs.cell(model, p.at, key));
        let mut shown: BTreeMap<&'static str, Shows> = BTreeMap::new();
        let count = model.parameter("Lp.", Format::Count, Value::Number(Exact::whole(number)));
        shown.insert("document.number", Shows::Node(count));
        if payment.is_some_and(|p| p.payroll.is_some()) && numbered(row) {
            let own = cell(model, "payroll");
            shown.extend(own.map(|id| ("document.document_number", Shows::Node(id))));
        }
        shown.insert("document.kind", Shows::Text(kind(row).to_owned()));
        shown.extend(row.paid_on.map(|id| ("document.paid_on", Shows::Node(id))));
        shown.insert("document.name", Shows::Text(name(row.paragraph).to_owned()));
        shown.extend(cell(model, "month").map(|id| ("document.month", Shows::Node(id))));
        shown.insert("document.paragraph", Shows::Text(row.paragraph.code().to_owned()));
        let money = [
            ("document.amount", row.amount),
            ("document.eligible", row.eligible),
            ("document.programme", row.programme),
            ("document.own", row.own),
            ("document.other_public", row.other_public),
        ];
        shown.extend(money.map(|(name, id)| (name, Shows::Node(id))));
        let who = assistants.get(row.assistant).map(|a| ("document.assistant", Shows::Node(a.id_node)));
        shown.extend(who);
        shown.insert("document.remarks", Shows::Text(remark(row, model).to_owned()));
        listed.rows.push(shown);
    }
    listed
}

/// Which component the programme pays of the document.
fn remark(row: &DocumentRow, model: &Model) -> &'static str {
    let some = |id: Option<NodeId>| id.is_some_and(|id| !model.number(id).is_zero());
    match (some(row.of_supplement), some(row.of_employment)) {
        (true, true) => "dodatek i koszty",
        (true, false) => "dodatek",
        (false, true) => "koszty",
        (false, false) => "bez Programu",
    }
}

/// Says how many documents have no number yet.
pub fn findings(list: &DocumentList, submission: &Submission) -> Vec<Finding> {
    let without = |row: &&DocumentRow| {
        numbered(row) && submission.payments.get(row.payment).is_some_and(|p| p.payroll.is_none())
    };
    let mut rows = list.rows.iter().filter(without).peekable();
    let Some(first) = rows.peek().and_then(|row| submission.payments.get(row.payment)) else {
        return Vec::new();
    };
    let at = first.at;
    let count = i64::try_from(rows.count()).unwrap_or(i64::MAX);
    vec![Finding::at(&DOCUMENT_WITHOUT_NUMBER, at).with("count", crate::finding::Fact::Count(count))]
}

/// Returns the steps of the division.
pub fn steps(list: &DocumentList, settled: &Settled, submission: &Submission) -> Sheet {
    let model = &settled.model;
    let inputs = Inputs::of(submission);
    let widths = [10, 20, 12, 7, 16, 12, 18, 18, 14, 14, 18, 18, 14, 14];
    let mut page = Page::new("Dokumenty - kroki", &widths);
    page.line(Role::Title, "Podział kosztu i dofinansowania na dokumenty: kroki");
    page.line(
        Role::Subtitle,
        "Sumy paragrafów są sumami arkusza „Paragrafy”. Zaokrąglanie narastające, ostatni dokument przejmuje resztę.",
    );
    let top = page.row;
    page.headings(&[
        "Okres",
        "Część",
        "Lp. w zestawieniu",
        "§",
        "Identyfikator asystenta",
        "Miesiąc",
        "Koszt bez zaokrąglenia",
        "Narastająco",
        "Narastająco (zł)",
        "Koszt (zł)",
        "Dofinansowanie miesiąca przypadające na dokument",
        "Narastająco",
        "Narastająco (zł)",
        "Dofinansowanie (zł)",
    ]);
    page.keep(top, 0);
    for division in &list.divisions {
        let round = round_words(list.shares.rounds.get(division.round).copied().flatten());
        for step in &division.steps {
            let Some(row) = list.rows.get(step.row) else { continue };
            let number = i64::try_from(step.row + 1).unwrap_or(i64::MAX);
            let payment = submission.payments.get(row.payment);
            let month = payment.and_then(|p| inputs.cell(model, p.at, "month"));
            let who = settled.assistants.get(row.assistant).map(|a| a.id_node);
            let mut cells: Vec<Shown> = vec![
                round.into(),
                division.part.words().into(),
                Shown::Number(number, Format::Count),
                division.paragraph.code().into(),
                who.into(),
                month.into(),
            ];
            cells.extend(step.exact.map(Shown::from));
            cells.extend(step.cost.map(Shown::from));
            for pair in [step.weight, step.grant] {
                cells.extend(pair.map_or([Shown::Nothing, Shown::Nothing], |ids| ids.map(Shown::from)));
            }
            page.cells(Role::Body, cells, Some(model));
        }
    }
    page.sheet.holds = Holds::Steps;
    page.sheet
}

/// Returns the rows' amounts, as plain columns, and the controls: their sums by paragraph beside those of `Paragrafy`,
/// and the differences.
pub fn controls(list: &DocumentList, settled: &mut Settled) -> Vec<Sheet> {
    let Settled { model, totals, .. } = settled;
    let paragraphs: Vec<NodeId> = list
        .rows
        .iter()
        .map(|row| {
            let code = Value::Text(row.paragraph.code().to_owned());
            model.parameter("Paragraf", Format::Text, code)
        })
        .collect();
    let rows = rows(list, &paragraphs, model);
    let mut page = Page::new("Dokumenty - kontrole", &[22, 16, 16, 16, 16, 16, 16, 16, 16, 16]);
    page.line(Role::Title, "Zestawienie dokumentów a rozliczenie");
    page.line(Role::Subtitle, "Każda różnica musi wynosić 0,00.");
    let top = page.row;
    page.headings(&[
        "§",
        "Kwalifikowane wg dokumentów (zł)",
        "wg arkusza Paragrafy (zł)",
        "Różnica (zł)",
        "Program wg dokumentów (zł)",
        "wg arkusza Paragrafy (zł)",
        "Różnica (zł)",
        "Inne środki wg dokumentów (zł)",
        "wg arkusza Paragrafy (zł)",
        "Różnica (zł)",
    ]);
    page.keep(top, 1);
    let all = |pick: fn(&DocumentRow) -> NodeId| list.rows.iter().map(pick).collect::<Vec<_>>();
    let columns = [all(|r| r.eligible), all(|r| r.programme), all(|r| r.other_public)];
    for spending in &list.shares.spending {
        let costs = [spending.employment_cost, spending.supplement_cost, spending.other_public];
        let grants = [spending.employment_grant, spending.supplement_grant];
        let expected = [Expr::add(costs), Expr::add(grants), Expr::Ref(spending.other_public)];
        let mut cells: Vec<Shown> = vec![spending.paragraph.code().into()];
        for (column, expected) in columns.iter().zip(expected) {
            let own = vec![(paragraphs.clone(), Test::TextIs(spending.paragraph.code()))];
            let sum = if column.is_empty() { Expr::whole(0) } else { Expr::SumWhere(column.clone(), own) };
            cells.extend(compared(model, sum, expected).map(Shown::from));
        }
        page.cells(Role::Body, cells, Some(model));
    }
    let other: Vec<NodeId> = list.shares.spending.iter().map(|s| s.other_public).collect();
    let task = Expr::add([Expr::Ref(totals.task_cost), Expr::Sum(other.clone())]);
    let expected = [task, Expr::Ref(totals.co_financing), Expr::Sum(other)];
    let mut cells: Vec<Shown> = vec!["RAZEM wg rozliczenia".into()];
    for (column, expected) in columns.into_iter().zip(expected) {
        cells.extend(compared(model, Expr::Sum(column), expected).map(Shown::from));
    }
    page.cells(Role::Total, cells, Some(model));
    for (part, whole) in [
        (Part::Supplement, totals.supplement_co_financing),
        (Part::Employment, totals.employment_co_financing),
    ] {
        let of_part = list.divisions.iter().filter(|d| d.part == part);
        let ids = of_part.flat_map(|d| &d.steps).filter_map(|s| Some(s.grant?[1])).collect();
        let mut cells: Vec<Shown> = vec![format!("w tym {}", part.words()).into()];
        cells.extend([Shown::Nothing, Shown::Nothing, Shown::Nothing]);
        cells.extend(compared(model, Expr::Sum(ids), Expr::Ref(whole)).map(Shown::from));
        page.cells(Role::Body, cells, Some(model));
    }
    vec![page.sheet, rows]
}

/// Returns the amounts of the rows as plain columns: the home of what the form shows.
fn rows(list: &DocumentList, paragraphs: &[NodeId], model: &Model) -> Sheet {
    let mut page = Page::new("Dokumenty - kwoty", &[10, 18, 14, 14, 14, 14, 14, 16, 16]);
    page.line(Role::Title, "Kwoty wierszy zestawienia dokumentów");
    let top = page.row;
    page.headings(&[
        "Lp. w zestawieniu",
        "§",
        "Kwota dokumentu (zł)",
        "Kwalifikowana (zł)",
        "Program (zł)",
        "Środki własne (zł)",
        "Inne środki publiczne (zł)",
        "w tym Program - dodatki (zł)",
        "w tym Program - koszty zatrudnienia (zł)",
    ]);
    page.keep(top, 0);
    for ((number, row), paragraph) in (1i64..).zip(&list.rows).zip(paragraphs) {
        let mut cells = vec![Shown::Number(number, Format::Count), Shown::from(*paragraph)];
        let money = [row.amount, row.eligible, row.programme, row.own, row.other_public];
        cells.extend(money.map(Shown::from));
        cells.extend([row.of_supplement, row.of_employment].map(Shown::from));
        page.cells(Role::Body, cells, Some(model));
    }
    page.sheet.holds = Holds::Steps;
    page.sheet
}

/// The list's sum, what it must be, and the difference.
fn compared(model: &mut Model, sum: Expr, expected: Expr) -> [NodeId; 3] {
    let sum = model.formula("Wg zestawienia dokumentów", Format::Money, sum);
    let expected = model.formula("Wg rozliczenia", Format::Money, expected);
    let difference = Expr::sub(sum, expected).round2();
    [sum, expected, model.formula("Różnica", Format::Money, difference)]
}
