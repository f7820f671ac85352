//! The sheets of the closing paper: what to do, the supplements, the list for the order, the transfers, what comes back and
//! what the municipality bears, the re-booking.
//!
//! Figures are nodes of the planned settlement, whose own sheets follow as homes. What comes of a second settlement
//! (nothing more paid, a transfer late) stands as an amount, since that settlement is not in the workbook.

pub mod booking;
pub mod lists;
pub mod money;
pub mod supplements;

use super::{Closing, Plan, Way, Year};
use crate::finding::render::RenderedFinding;
use crate::forms::working::page::Page;
use crate::grid::{Role, Sheet};

/// What the sheets show beside the plan.
#[derive(Clone, Copy)]
pub struct Paper<'a> {
    /// What was asked about.
    pub year: &'a Year<'a>,
    /// The plan's days and findings.
    pub closing: &'a Closing,
    /// Findings in Polish words.
    pub findings: &'a [RenderedFinding],
}

/// Builds the sheets in the order of the workbook. Adds sums and links to the plan's model.
pub fn sheets(paper: &Paper<'_>, plan: &mut Plan) -> Vec<Sheet> {
    let mut all = vec![money::summary(paper, plan)];
    if !plan.grants.is_empty() {
        all.extend(lists::order(paper, plan));
    }
    all.push(lists::transfers(paper, plan));
    all.push(money::paragraphs(paper, plan));
    all.push(booking::order(paper, plan));
    if matches!(paper.closing.way, Way::Monthly | Way::OneOff) {
        all.extend(supplements::sheets(paper, plan));
    }
    all.extend(booking::steps(plan));
    for sheet in &mut all {
        sheet.footer = format!(
            "{} · plan na {} · rozlicz {}",
            paper.year.programme.id,
            paper.closing.days.as_of.polish(),
            env!("CARGO_PKG_VERSION")
        );
    }
    all
}

/// Starts a sheet: title, whose it is and which days decide.
fn page(paper: &Paper<'_>, name: &str, title: &str, widths: &[u32]) -> Page {
    let mut page = Page::new(name, widths);
    let agreement = &paper.year.facts.agreement;
    let text = |given: &crate::records::submission::Given<String>| {
        given.as_ref().map_or_else(String::new, |t| t.value.clone())
    };
    let unit = [text(&agreement.municipality), text(&agreement.unit)];
    let unit: Vec<String> = unit.into_iter().filter(|t| !t.is_empty()).collect();
    page.line(Role::Title, title);
    page.line(Role::Subtitle, &format!("{} · {}", unit.join(", "), paper.year.programme.title));
    page.line(Role::Subtitle, &days_words(paper.closing));
    page
}

/// Says which days decide.
fn days_words(closing: &Closing) -> String {
    let whose = if closing.own_deadline { "z umowy" } else { "według edycji" };
    let days = &closing.days;
    let banks = if days.last_working == days.deadline {
        String::new()
    } else {
        format!("; ostatni dzień roboczy, w którym przelew może wyjść: {}", days.last_working.polish())
    };
    format!(
        "Stan na {}. Ostatni dzień zapłaty ({whose}): {}{banks}.",
        days.as_of.polish(),
        days.deadline.polish()
    )
}

/// Places to be signed, side by side: each over as many columns as are given.
fn signatures(page: &mut Page, who: &[(&str, u32)]) {
    page.row += 4;
    let mut column = 0;
    for (name, wide) in who {
        page.sheet.text(page.row, column, Role::Signature, &format!("{name} (data i podpis)"));
        page.sheet.merge((page.row, column, page.row, column + wide - 1));
        column += wide + 1;
    }
    page.row += 1;
}
