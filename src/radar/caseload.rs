//! Families of each assistant, on the day and at most, against the statutory limit.

use super::{CaseloadRow, Facts, Load};
use crate::calc::{Model, NodeId, Value};
use crate::forms::working::Caseload;
use crate::records::Position;
use crate::settlement::Settled;
use crate::units::Exact;

/// Returns a row for each assistant. Art. 15 (4) of the family support act limits assistants, not coordinators.
pub fn rows(settled: &mut Settled, facts: &Facts<'_>, families: &Caseload, day: NodeId) -> Vec<CaseloadRow> {
    let ids: Vec<(usize, String)> = settled.assistants.iter().map(|a| a.id.clone()).enumerate().collect();
    let assistant = |index: usize, settled: &Settled| {
        let mut own = settled.lines.iter().filter(|line| line.assistant == index).peekable();
        own.peek().is_none() || own.any(|line| line.position == Position::Assistant)
    };
    let mut rows = Vec::new();
    for (index, id) in ids {
        if !assistant(index, settled) {
            continue;
        }
        let listed = given_now(settled, facts, &id);
        let now = families.on(&mut settled.model, &id, day).or(listed);
        let peak = families.peaks.get(&id).copied();
        let load = load(&settled.model, now, peak, families.limit);
        rows.push(CaseloadRow { assistant: id, now, peak, limit: families.limit, load });
    }
    rows
}

/// The office's own list by month, where single families are not known.
fn given_now(settled: &Settled, facts: &Facts<'_>, id: &str) -> Option<NodeId> {
    let month = facts.as_of.month();
    let own =
        |row: &&crate::records::CaseloadMonth| row.assistant.value.trim() == id && row.month.value == month;
    let row = facts.submission.caseload_months.iter().find(own)?;
    settled.model.input_at(row.peak.at)
}

fn load(model: &Model, now: Option<NodeId>, peak: Option<NodeId>, limit: Option<NodeId>) -> Load {
    let number = |id: Option<NodeId>| match model.value(id?) {
        Value::Number(n) => Some(n.clone()),
        Value::Blank | Value::Text(_) => None,
    };
    let (now, peak) = (number(now), number(peak));
    let (Some(limit), Some(seen)) = (number(limit), now.as_ref().or(peak.as_ref())) else {
        return Load::Unknown;
    };
    let room = &limit - seen;
    if now.is_some() && room.is_negative() {
        Load::Over
    } else if peak.as_ref().is_some_and(|peak| *peak > limit) {
        Load::WasOver
    } else if room.is_zero() {
        Load::AtLimit
    } else if room <= Exact::one() {
        Load::Near
    } else {
        Load::Below
    }
}
