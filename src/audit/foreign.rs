//! Audits a report that this program did not write, or the file to send, which bears no trace: the official annex of a
//! municipality, filled by hand.
//!
//! Columns are told by the form's headings, and everything that follows from the report's own lines is computed again:
//! lines, totals, parts against parts, shares, caps, own contribution, what goes back. What a report alone cannot prove
//! is listed, column by column. Nothing is taken from anywhere but the workbook, the forms and the rules.

mod cause;
mod choose;
mod culprit;
mod differences;
mod equations;
mod findings;
mod headings;
mod labels;
mod ledger;
mod limits;
mod list;
mod locate;
mod page;
mod read;
mod shape;
mod unverified;

use super::{Recomputed, Report, Subject};
use crate::finding::code::annex as codes;
use crate::finding::{Fact, Finding};
use crate::forms::Forms;
use crate::forms::definition::{FieldRef, Status};
use crate::forms::fields::AgreementField;
use crate::intake::book::ReadBook;
use crate::pipeline::CannotRun;
use crate::programme::{Catalogue, Origin};
use crate::source::SheetId;
use crate::trace::Head;
use crate::units::Exact;
use findings::Told;
use headings::Likeness;
use ledger::Ledger;
use page::Page;

/// A report that was audited, with what it says.
#[derive(Clone, Debug)]
pub struct Audited {
    /// The report of the audit.
    pub report: Report,
    /// Figures of the municipality as the form has them, each once: from a cell of its own, else from a total row.
    pub figures: Vec<(FieldRef, Exact)>,
    /// Texts beside labels: what the form says of the municipality.
    pub texts: Vec<(AgreementField, String)>,
    /// How many assistants it says to have had a contract; none where it does not say.
    pub assistants: Option<usize>,
}

/// Audits a report. `programme` is the edition, where the auditor names it.
pub fn audit(
    book: &ReadBook,
    programme: Option<&str>,
    catalogue: &Catalogue,
    forms: &Forms,
) -> Result<Report, CannotRun> {
    audit_with_figures(book, programme, catalogue, forms).map(|audited| audited.report)
}

/// As [`audit`], with the figures that the report states, for those who add them up.
pub fn audit_with_figures(
    book: &ReadBook,
    programme: Option<&str>,
    catalogue: &Catalogue,
    forms: &Forms,
) -> Result<Audited, CannotRun> {
    let pages: Vec<Page> =
        (0_u16..).zip(&book.sheets).map(|(i, sheet)| Page::of(SheetId(i), sheet)).collect();
    let mut likeness = Likeness::default();
    let chosen = choose::choose(&pages, programme, catalogue, forms, &mut likeness)?;
    let (form, programme) = (&chosen.form, &chosen.programme);
    let found = locate::find(form, &pages, &mut likeness);
    let mut told = Told::default();
    let mut ledger = Ledger::default();
    let starts: Vec<(usize, u32)> = found.iter().map(|f| (f.page, f.first_row)).collect();
    for table in found {
        let own = (table.page, table.first_row);
        let next = starts.iter().filter(|s| s.0 == own.0 && s.1 > own.1).map(|s| s.1).min();
        let page = &pages[table.page];
        read::read(table, page, next.unwrap_or(u32::MAX), &mut ledger, &mut told);
    }
    let lists = list::read_all(form, programme.sibling, &pages, &mut likeness, &mut ledger, &mut told);
    if ledger.tables.is_empty() && lists == 0 {
        return Err(choose::unknown_form(&pages, form, &mut likeness));
    }
    let all: Vec<&Page> = pages.iter().collect();
    let labels = labels::read(form, &all, &mut likeness, &mut ledger);
    let equations = equations::all(&ledger, programme);
    let judged = culprit::judge(&ledger.cells, &equations);
    let (model, nodes) = limits::model(&ledger, None);
    differences::tell(&ledger, &equations, &judged, (&model, &nodes), &form.act, &mut told);
    told.recomputed += equations.len();
    limits::test(&ledger, programme, &form.act, &judged, &mut told);
    if let Some(titled) = &chosen.titled {
        let finding = Finding::new(&codes::ANNEX_TITLE_DIFFERS)
            .with_seen(Fact::Text(titled.clone()))
            .with_expected(Fact::Text(programme.title.clone()))
            .with_basis(&form.act);
        told.finding(finding);
    }
    if chosen.titled.is_none() {
        shape::other_years(programme, &ledger, &pages, &mut told);
    }
    shape::tell(form, &ledger, &pages, &labels, &mut told);
    let mut report = Report::on(book, Subject::Foreign);
    report.head = Head {
        edition: programme.id.clone(),
        title: programme.title.clone(),
        act: programme.act.clone(),
        rules_sha256: programme.digest.clone(),
        rules_built_in: programme.origin == Origin::BuiltIn,
        form: form.id.clone(),
        form_official: form.status == Status::Official,
        municipality: labels.municipality.iter().map(|t| t.text.clone()).find(|t| !t.is_empty()),
        teryt: labels.teryt.first().map(|t| t.text.clone()),
        ..Head::default()
    };
    report.recomputed = vec![
        Recomputed { key: "annex-recomputed-tables", count: ledger.tables.len() + lists },
        Recomputed { key: "annex-recomputed-lines", count: told.lines },
        Recomputed {
            key: "annex-recomputed-cells",
            count: ledger.cells.iter().filter(|c| c.value.is_some()).count(),
        },
        Recomputed { key: "annex-recomputed-sums", count: told.recomputed },
        Recomputed { key: "annex-recomputed-limits", count: told.tested },
    ];
    report.unverified = unverified::of_tables(&ledger.tables);
    report.unverified.extend(unverified::of_rows(&ledger));
    if !labels.days.is_empty() {
        report.unverified.push(unverified::said("annex-unverified-dates", &labels.days));
    }
    report.unverified.push(unverified::said("annex-unverified-always", &[]));
    let how = crate::audit::Unverified {
        key: chosen.how,
        facts: vec![
            ("edition", Fact::Text(programme.title.clone())),
            ("form", Fact::Text(form.title.clone())),
        ],
    };
    report.unverified.insert(0, how);
    report.findings = told.sorted();
    let assistants = ledger.under_contract();
    Ok(Audited { report, figures: ledger.stated(), texts: labels.texts, assistants })
}
