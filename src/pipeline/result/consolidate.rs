//! The result of `consolidate` as JSON. Keys are a promise; amounts are text with two decimals, null where not known.

use std::collections::BTreeMap;

use serde::Serialize;

use super::SecondEngineObject;
use crate::consolidate::change::{Change, Changes};
use crate::consolidate::sheets::by::{ByTable, KEYS};
use crate::consolidate::totals::total;
use crate::consolidate::{Entry, EntryFile, Kind, Remark, Verdict};
use crate::pipeline::consolidate::{Consolidated, tables};
use crate::units::Exact;

/// The result of `consolidate`.
#[derive(Serialize, Debug)]
pub struct ConsolidateObject<'a> {
    /// Day the report speaks of.
    pub as_of: Option<String>,
    /// How much was done now and how much taken from the store.
    pub work: WorkObject,
    /// Reports by verdict.
    pub verdicts: VerdictsObject,
    /// Sums over the accepted reports.
    pub totals: Vec<TotalObject>,
    /// The further tables asked for with `--by`, as the workbook shows them.
    pub by: Vec<ByObject>,
    /// What changed since the run before; null when none is known.
    pub changes: Option<ChangesObject>,
    /// What concerns no single report: missing ones, faults of the register.
    pub findings: Vec<Remark>,
    /// What was handed in, in the order of TERYT, name and path.
    pub entries: Vec<EntryObject<'a>>,
    /// The second engine; null when no workbook was written.
    pub second_engine: Option<SecondEngineObject>,
}

/// Tasks: a file, or the files of one submission.
#[derive(Serialize, Debug)]
#[expect(missing_docs, reason = "the fields of `Worked`")]
pub struct WorkObject {
    pub tasks: usize,
    pub made: usize,
    pub kept: usize,
}

/// Reports by verdict.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the verdicts themselves")]
pub struct VerdictsObject {
    pub accepted: usize,
    pub remarks: usize,
    pub rejected: usize,
    pub skipped: usize,
}

/// A sum.
#[derive(Serialize, Debug)]
pub struct TotalObject {
    /// Name of the figure, as forms know it.
    pub name: &'static str,
    /// Sum of what is known.
    pub sum: Option<String>,
    /// Accepted reports that do not give it.
    pub unknown: usize,
}

/// A table by powiat, kind of municipality, form of contract or month.
#[derive(Serialize, Debug)]
pub struct ByObject {
    /// The word typed after `--by`.
    pub by: &'static str,
    /// Its groups, in order.
    pub groups: Vec<GroupObject>,
}

/// A group of such a table.
#[derive(Serialize, Debug)]
pub struct GroupObject {
    /// What it is called in the workbook.
    pub group: String,
    /// Figures by name; null where no report of the group gives it.
    pub figures: BTreeMap<&'static str, Option<String>>,
}

/// Paths by what happened to them.
#[derive(Serialize, Debug)]
#[expect(missing_docs, reason = "the fields of `Changes`")]
pub struct ChangesObject {
    pub new: Vec<String>,
    pub changed: Vec<String>,
    pub gone: Vec<String>,
}

/// What was handed in for one municipality.
#[derive(Serialize, Debug)]
#[expect(missing_docs, reason = "the fields of `Entry`")]
pub struct EntryObject<'a> {
    pub files: &'a [EntryFile],
    pub kind: Kind,
    pub verdict: Verdict,
    /// Since the run before; null when none is known.
    pub change: Option<&'static str>,
    pub edition: Option<&'a str>,
    pub teryt: Option<&'a str>,
    pub municipality: Option<&'a str>,
    pub voivodeship: Option<&'a str>,
    pub remarks: &'a [Remark],
}

/// The figures whose sums are told: cost, awarded, transferred, used, not used and to return, by component. What is to
/// return is what the workbook calls so, misused money and interest included.
pub const TOTALS: [[&str; 6]; 3] = [
    [
        "supplement.cost",
        "supplement.awarded",
        "supplement.transferred",
        "supplement.co_financing",
        "supplement.unused",
        "supplement.return_total",
    ],
    [
        "employment.cost",
        "employment.awarded",
        "employment.transferred",
        "employment.co_financing",
        "employment.unused",
        "employment.return_total",
    ],
    ["all.cost", "all.awarded", "all.transferred", "all.co_financing", "all.unused", "all.return_total"],
];

impl VerdictsObject {
    /// Counts.
    pub fn of(entries: &[Entry]) -> Self {
        let count = |verdict| entries.iter().filter(|entry| entry.verdict == verdict).count();
        Self {
            accepted: count(Verdict::Accepted),
            remarks: count(Verdict::Remarks),
            rejected: count(Verdict::Rejected),
            skipped: count(Verdict::Skipped),
        }
    }
}

/// Returns the result.
pub fn object(done: &Consolidated, second_engine: Option<SecondEngineObject>) -> ConsolidateObject<'_> {
    let worked = &done.worked;
    ConsolidateObject {
        as_of: done.as_of.map(|day| day.to_string()),
        work: WorkObject { tasks: worked.tasks, made: worked.made, kept: worked.kept },
        verdicts: VerdictsObject::of(&done.entries),
        totals: TOTALS.as_flattened().iter().map(|name| sum(&done.entries, name)).collect(),
        by: tables(done).into_iter().map(by_object).collect(),
        changes: done.before.changes(&done.entries).map(|Changes { new, changed, gone }| ChangesObject {
            new,
            changed,
            gone,
        }),
        findings: done.office.remarks(),
        entries: done.entries.iter().map(|entry| one(entry, done)).collect(),
        second_engine,
    }
}

fn by_object(table: ByTable) -> ByObject {
    let group = |(group, figures): (String, Vec<Option<Exact>>)| {
        let told = |value: Option<Exact>| value.map(|value| value.to_fixed(2));
        let figures = KEYS.into_iter().zip(figures.into_iter().map(told)).collect();
        GroupObject { group, figures }
    };
    ByObject { by: table.by.word(), groups: table.groups.into_iter().map(group).collect() }
}

fn sum(entries: &[Entry], name: &'static str) -> TotalObject {
    let total = total(entries, name);
    TotalObject { name, sum: total.sum.map(|sum| sum.to_fixed(2)), unknown: total.unknown }
}

fn one<'a>(entry: &'a Entry, done: &Consolidated) -> EntryObject<'a> {
    EntryObject {
        files: &entry.files,
        kind: entry.kind,
        verdict: entry.verdict,
        change: done.before.change(entry).map(|change| match change {
            Change::New => "new",
            Change::Changed => "changed",
            Change::Same => "same",
        }),
        edition: entry.edition.as_deref(),
        teryt: entry.teryt.as_deref(),
        municipality: entry.municipality.as_deref(),
        voivodeship: entry.voivodeship.as_deref(),
        remarks: &entry.remarks,
    }
}
