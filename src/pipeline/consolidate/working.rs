//! All tasks of a roll-up: on several threads, and none that was done before on the same bytes.
//!
//! Decides nothing about an entry; [`super::take`] makes it, the store gives back what it made.

use std::fs::File;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;

use super::{ConsolidateJob, Context, between, exports, take};
use crate::consolidate::change::Before;
use crate::consolidate::store::{self, Conditions, Found, Run, Store};
use crate::consolidate::walk::{Task, Walk};
use crate::consolidate::work::{self, Ways};
use crate::consolidate::{Entry, EntryFile, Kind, verdict};
use crate::digest::sha256_of;
use crate::finding::Finding;
use crate::finding::code::consolidate as codes;
use crate::output::OutputError;

/// How far the work is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress {
    /// Tasks done.
    pub done: usize,
    /// Tasks in all.
    pub of: usize,
}

/// How a roll-up is run: nothing here changes what it gives.
#[derive(Default)]
pub struct Control<'a> {
    /// Threads; zero: as many as the machine has cores.
    pub threads: usize,
    /// Where work done before is kept; none: everything is done.
    pub store: Option<&'a Path>,
    /// The program, so that another one does not use what this one made; see [`program`].
    pub program: String,
    /// Set to stop after the tasks under way.
    pub cancel: Option<&'a AtomicBool>,
    /// Told of every task done.
    pub progress: Option<&'a mut dyn FnMut(Progress)>,
}

/// What was worked and what was not.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Worked {
    /// Tasks found: files, or submissions of several files, that are to be read.
    pub tasks: usize,
    /// Tasks done in this run.
    pub made: usize,
    /// Tasks taken from the store.
    pub kept: usize,
    /// Was the work stopped before its end? Then some entries are missing.
    pub stopped: bool,
    /// What was found where the store should be; none without a store.
    pub found: Option<Found>,
    /// Why the store could not be written.
    pub unwritten: Option<OutputError>,
}

/// Returns the version and digest of the running program; none where the system does not let it be read. The file is
/// read once a process: several voivodeships settled by one process would read tens of megabytes each time.
pub fn program() -> Option<String> {
    static PROGRAM: OnceLock<Option<String>> = OnceLock::new();
    let read = || {
        let mut file = File::open(std::env::current_exe().ok()?).ok()?;
        let (sha256, _) = sha256_of(&mut file).ok()?;
        Some(format!("{} {sha256}", env!("CARGO_PKG_VERSION")))
    };
    PROGRAM.get_or_init(read).clone()
}

/// Makes the entries of all tasks, in the order of the tasks, and keeps them for the next run.
pub fn entries(found: &Walk, context: &Context, control: Control<'_>) -> (Vec<Entry>, Worked, Before) {
    let tasks = found.tasks.as_slice();
    let conditions = conditions(context, &control.program);
    let store = match control.store {
        Some(path) => Store::open(path, &conditions),
        None => Store::empty(Found::Nothing),
    };
    // A lock file or a letter is told by its name alone: no work, and nothing to keep.
    let readable = |at: usize| tasks[at].told.is_none();
    let of = (0..tasks.len()).filter(|at| readable(*at)).count();
    let mut worked = Worked { tasks: of, ..Worked::default() };
    worked.found = control.store.map(|_| store.found());
    let mut progress = control.progress;
    let taken = work::run(
        tasks.len(),
        Ways { threads: control.threads, cancel: control.cancel },
        |at| one(&tasks[at], context, &store, &conditions),
        |at| (lost(&tasks[at]), false),
        |at, (_, kept)| {
            if !readable(at) {
                return;
            }
            worked.made += usize::from(!*kept);
            worked.kept += usize::from(*kept);
            if let Some(progress) = &mut progress {
                progress(Progress { done: worked.made + worked.kept, of });
            }
        },
    );
    worked.stopped = taken.iter().any(Option::is_none);
    let mut entries: Vec<Entry> = taken.into_iter().flatten().map(|(entry, _)| entry).collect();
    between::final_names(&mut entries, context);
    let before = store.before().clone();
    // An export is read whole or not at all, in a moment: no step of its own for the progress.
    let mut imported = if worked.stopped { Vec::new() } else { exports::entries(&found.exports, context) };
    for entry in &mut imported {
        // What the disk of another run refused is nothing of this one's.
        entry.remarks.retain(|remark| !PASSING.contains(&remark.code.as_str()));
        if entry.counts() {
            entry.judge();
        }
        verdict::believable(entry);
    }
    // Nothing was worked: there is nothing to remember, and what an earlier run remembered stays.
    if let Some(path) = control.store.filter(|_| !(found.tasks.is_empty() && found.exports.is_empty())) {
        let run = Run {
            conditions: &conditions,
            entries: &entries,
            passing: &PASSING,
            made: worked.made,
            whole: !worked.stopped,
        };
        worked.unwritten = store::write_beside(path, &store, run, &imported).err();
    }
    worked.tasks += found.exports.len();
    worked.made += if worked.stopped { 0 } else { found.exports.len() };
    entries.extend(imported);
    (entries, worked, before)
}

/// Remarks about this machine at this moment, which say nothing of the files: with one of them an entry is made again.
const PASSING: [&str; 1] = [codes::ROLLUP_NOT_WRITTEN.name];

/// All that decides what an entry says, but for the bytes of its files.
fn conditions(context: &Context, program: &str) -> Conditions {
    let ConsolidateJob { programme, as_of, voivodeship, settlements, unwitnessed, .. } = &context.job;
    let asked = format!("{programme:?} {as_of:?} {voivodeship:?} {} {unwitnessed}", settlements.is_some());
    Conditions::of([program, &context.catalogue.digest(), &context.forms.digest(), &asked])
}

/// Makes an entry, or returns the one that was made of the same bytes. The files are read once, whichever it is.
fn one(task: &Task, context: &Context, store: &Store, conditions: &Conditions) -> (Entry, bool) {
    let held = match take::read(task) {
        Ok(held) => held,
        Err(entry) => return (*entry, false),
    };
    match store.get(conditions, &held.files) {
        Some(entry) if take::tables::stands(&entry, context) => (entry, true),
        _ => (take::take_read(held, context), false),
    }
}

/// What is said of files over which this program broke down. Without digests, so that no store keeps it.
fn lost(task: &Task) -> Entry {
    let file = |(_, shown): &(_, String)| EntryFile { path: shown.clone(), sha256: String::new(), bytes: 0 };
    let mut entry = Entry::of(task.files.iter().map(file).collect(), Kind::Tables);
    verdict::say(&mut entry, Finding::new(&codes::ROLLUP_BROKE_DOWN));
    verdict::done(&mut entry);
    entry
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consolidate::Verdict;

    #[test]
    fn files_over_which_the_program_broke_down_are_rejected_by_name_and_kept_by_no_store() {
        let task = Task::of(vec![("/x/a.csv".into(), "gmina/a.csv".to_owned())]);
        let entry = lost(&task);
        assert_eq!((entry.verdict, entry.remarks[0].code.as_str()), (Verdict::Rejected, "rollup-broke-down"));
        assert_eq!(entry.path(), "gmina/a.csv");
        assert_eq!(Conditions::of(["x"]).key(&entry.files), None, "the next run tries again");
    }
}
