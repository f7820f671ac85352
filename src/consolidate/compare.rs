//! Compares what municipalities sent with each other and with the office's register.
//!
//! What concerns one report becomes a remark of its entry and may change its verdict; what concerns none of them, such
//! as a report that never came, is returned. Figures that a report leaves blank are filled here; none is overwritten.

mod alike;
mod amounts;
mod halves;
mod identify;
mod returns;
mod terms;

pub use amounts::figure as figure_of;
pub use halves::settle as settle_halves;
pub use terms::{DueDay, due};

use std::collections::{BTreeMap, BTreeSet};

use super::names;
use super::register::{Register, RegisterRow};
use super::{Entry, Kind, Remark, Verdict};
use crate::finding::code::consolidate as codes;
use crate::finding::code::halves::REPORT_HALF_MISSING;
use crate::finding::code::register as code;
use crate::finding::{Fact, Finding};
use crate::intake::register::Measure;
use crate::programme::{National, Programme};
use crate::source::Sources;
use crate::units::{Day, TerytCode};

/// What the office knows beside the reports.
#[derive(Clone, Copy, Debug, Default)]
pub struct Office<'a> {
    /// Its register.
    pub register: Option<&'a Register>,
    /// Two digits of its voivodeship; none: the register's, where all its rows lie in one.
    pub voivodeship: Option<&'a str>,
    /// The edition reported on, for the days by which reports and money are due.
    pub programme: Option<&'a Programme>,
    /// The day of the roll-up: what should be back by then is asked for, and after the year's end a half-year alone is no
    /// report of the year.
    pub as_of: Option<Day>,
}

/// Compares the entries, which stand in their order; adds remarks, fills blanks and judges again. Returns what concerns
/// no entry.
pub fn compare(entries: &mut [Entry], office: &Office<'_>) -> Vec<Finding> {
    let mut run = Vec::new();
    let prefix = office.voivodeship.or_else(|| office.register.and_then(Register::voivodeship));
    let rows = identify::identify(entries, office.register, prefix, &mut run);
    for (entry, row) in entries.iter_mut().zip(&rows).filter(|(entry, _)| is_report(entry)) {
        if let Some(prefix) = prefix {
            voivodeship(entry, prefix);
        }
        let of = office.register.and_then(|register| Some((register.rows.get((*row)?)?, register)));
        match (of, office.register) {
            (Some((row, register)), _) => {
                identify::words(entry, row, register);
                let sound = returns::leave_to_register(entry, row);
                amounts::compare(entry, row, register);
                returns::put_back(entry, sound);
                terms::late(entry, row, register, office.programme);
            }
            (None, Some(register)) => not_in_register(entry, register),
            (None, None) => {}
        }
        returns::judge(entry, of, office);
    }
    for entry in entries.iter_mut().filter(|entry| is_report(entry)) {
        entry.judge();
    }
    alike::tell(entries);
    alike::namesakes(entries);
    several(entries);
    if let Some(register) = office.register {
        run.extend(missing(entries, &rows, register, prefix));
    }
    run
}

/// Returns rows of the register without a code, as in the minister's list, by the number of the municipality whose report
/// they belong to: found as [`compare`] finds them.
pub fn rows_by_name(entries: &mut [Entry], office: &Office<'_>) -> Vec<(String, usize)> {
    let Some(register) = office.register.filter(|r| r.rows.iter().any(|row| row.teryt.is_none())) else {
        return Vec::new();
    };
    let prefix = office.voivodeship.or_else(|| register.voivodeship());
    let rows = identify::identify(entries, Some(register), prefix, &mut Vec::new());
    let bare = |at: &usize| register.rows.get(*at).is_some_and(|row| row.teryt.is_none());
    let number = |entry: &Entry| names::number_of(entry.teryt.as_deref()?).map(str::to_owned);
    entries.iter().zip(rows).filter_map(|(entry, row)| Some((number(entry)?, row.filter(bare)?))).collect()
}

/// Is it a report of this edition that was not set aside? The row of an export about the export itself is none, and what
/// was set aside before must not be judged into the totals again.
fn is_report(entry: &Entry) -> bool {
    let another = || entry.remarks.iter().any(|remark| remark.code == codes::ROLLUP_OTHER_EDITION.name);
    !matches!(entry.kind, Kind::Unrelated | Kind::Export) && entry.verdict != Verdict::Skipped && !another()
}

/// Adds a remark in the words of the workbook, worst first, unless it is there already.
fn remark(entry: &mut Entry, finding: &Finding, sources: &Sources) {
    let new = Remark::of(finding, sources);
    // An export brings back what was told when it was made.
    if entry.remarks.iter().any(|known| known.code == new.code && known.message == new.message) {
        return;
    }
    let at = entry.remarks.partition_point(|known| known.rank() <= new.rank());
    entry.remarks.insert(at, new);
}

/// Returns how an entry is called in messages: `Osiek (1213062)`.
fn called(entry: &Entry) -> String {
    let name = entry.municipality.as_deref().or(entry.unit.as_deref()).unwrap_or_else(|| entry.path());
    entry.teryt.as_ref().map_or_else(|| name.to_owned(), |code| format!("{name} ({code})"))
}

fn text(text: impl Into<String>) -> Fact {
    Fact::Text(text.into())
}

fn day(text: &str) -> Option<Day> {
    Day::parse_iso(text)
}

fn voivodeship(entry: &mut Entry, prefix: &str) {
    let Some(code) = entry.teryt.as_deref().and_then(TerytCode::parse) else { return };
    if code.voivodeship() == prefix {
        return;
    }
    let national = National::built_in();
    let name = |digits: &str| national.voivodeship(digits).unwrap_or(digits).to_owned();
    let finding = Finding::new(&code::REPORT_OTHER_VOIVODESHIP)
        .with("code", text(code.as_str()))
        .with_seen(text(name(code.voivodeship())))
        .with_expected(text(name(prefix)));
    remark(entry, &finding, &Sources::default());
}

fn not_in_register(entry: &mut Entry, register: &Register) {
    // A report without a code is told as such: whether the register has it is not known.
    if entry.teryt.as_deref().is_some_and(|code| TerytCode::parse(code).is_some()) {
        let finding = Finding::new(&code::REPORT_NOT_IN_REGISTER).with("municipality", text(called(entry)));
        remark(entry, &finding, &register.sources);
    }
}

/// Reads the register's or an option's voivodeship: two digits or its name.
pub fn voivodeship_named(text: &str) -> Option<String> {
    let plain = National::plain_voivodeship(text);
    let found =
        National::built_in().voivodeships().find(|(code, name)| [*code, *name].contains(&plain.as_str()));
    found.map(|(code, _)| code.to_owned())
}

/// Several files of one municipality: a correction counts in place of what it corrects; of anything else the office must
/// choose, and none counts. (The same bytes twice were told before.)
fn several(entries: &mut [Entry]) {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| is_report(entry)) {
        if let Some(number) = entry.teryt.as_deref().and_then(names::number_of) {
            groups.entry(number.to_owned()).or_default().push(at);
        }
    }
    for same in groups.values().filter(|same| same.len() > 1) {
        judge_several(entries, same);
    }
}

fn judge_several(entries: &mut [Entry], same: &[usize]) {
    let mut open: Vec<usize> = same.to_vec();
    let replaced = |at: usize| {
        let digest = entries[at].files.first().map(|f| f.sha256.clone()).filter(|d| !d.is_empty())?;
        let by = open.iter().find(|other| entries[**other].corrects.as_ref() == Some(&digest))?;
        // A correction that cannot be taken replaces nothing.
        entries[*by].counts().then(|| entries[*by].path().to_owned())
    };
    let corrected: Vec<(usize, String)> = open.iter().filter_map(|at| Some((*at, replaced(*at)?))).collect();
    for (at, by) in &corrected {
        set_aside(&mut entries[*at], &code::REPORT_CORRECTED, by);
    }
    open.retain(|at| corrected.iter().all(|(gone, _)| gone != at));
    let counting: Vec<usize> = open.iter().copied().filter(|at| entries[*at].counts()).collect();
    let paths = |entries: &[Entry], of: &[usize], but: usize| {
        let others = of.iter().filter(|at| **at != but).map(|at| entries[*at].path().to_owned());
        others.collect::<Vec<_>>().join("; ")
    };
    let which = if counting.len() > 1 { &code::REPORTS_OF_ONE } else { &code::REPORT_BESIDE_REJECTED };
    for at in counting {
        // A rejected report of the half-year that this one lacks is told as such: both are needed, none is to be deleted.
        let missing = halves::lacks(&entries[at]).filter(|_| half_missed(&entries[at]));
        let needed =
            |by: usize| missing.is_some_and(|half| halves::rejected_with(&entries[by], &entries[at], half));
        let doubtful: Vec<usize> = open.iter().copied().filter(|by| !needed(*by)).collect();
        let others = paths(entries, &doubtful, at);
        if !others.is_empty() {
            let finding = Finding::new(which)
                .with("municipality", text(called(&entries[at])))
                .with("files", text(others));
            remark(&mut entries[at], &finding, &Sources::default());
            entries[at].judge();
        }
    }
}

/// Was it told that a half-year of the report is missing?
pub fn half_missed(entry: &Entry) -> bool {
    entry.remarks.iter().any(|remark| remark.code == REPORT_HALF_MISSING.name)
}

/// Leaves an entry out of the totals without a fault of its own. Why comes first, whatever else is said of it: that is
/// the reason shown.
fn set_aside(entry: &mut Entry, why: &'static crate::finding::Code, other: &str) {
    set_aside_with(entry, &Finding::new(why).with("other", text(other)));
}

fn set_aside_with(entry: &mut Entry, why: &Finding) {
    entry.remarks.insert(0, Remark::of(why, &Sources::default()));
    entry.verdict = Verdict::Skipped;
}

/// Municipalities of the register that sent nothing. One that refused owes nothing, nor one without an award.
fn missing(
    entries: &[Entry],
    rows: &[Option<usize>],
    register: &Register,
    prefix: Option<&str>,
) -> Vec<Finding> {
    let reports = rows.iter().zip(entries).filter(|(_, entry)| is_report(entry));
    let sent: BTreeSet<usize> = reports.filter_map(|(row, _)| *row).collect();
    let here = |row: &RegisterRow| {
        row.teryt.as_ref().is_some_and(|code| prefix.is_none_or(|prefix| code.starts_with(prefix)))
    };
    let all = register.rows.iter().enumerate();
    all.filter(|(at, row)| !sent.contains(at) && here(row) && owes(row))
        .map(|(_, row)| not_there(row, if row.agreement().is_some() { "yes" } else { "no" }))
        .collect()
}

/// Does a municipality of the register owe a report? One that refused owes nothing, nor one without an award.
fn owes(row: &RegisterRow) -> bool {
    let awarded = row.money(Measure::Awarded, None, None);
    row.accepted() != Some(false) && awarded.is_none_or(|amount| !amount.to_exact().is_zero())
}

/// Says that a report is not there: with the number of the agreement (`yes`), without (`no`), or by a name of a list.
fn not_there(row: &RegisterRow, numbered: &str) -> Finding {
    let name = row.name().unwrap_or_default();
    let code =
        row.teryt.as_deref().map(|code| if name.is_empty() { code.to_owned() } else { format!(" ({code})") });
    Finding::at(&code::REPORT_MISSING, row.at)
        .with("municipality", text(format!("{name}{}", code.unwrap_or_default())))
        .with("numbered", text(numbered))
        .with("agreement", text(row.agreement().unwrap_or_default()))
}
