//! All tasks of a roll-up: on several threads, and none that was done before on the same bytes.
//!
//! Decides nothing about an entry; [`super::take`] makes it, the store gives back what it made.

use std::fs::File;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use super::{ConsolidateJob, Context, exports, take};
use crate::consolidate::change::Before;
use crate::consolidate::store::{self, Conditions, Found, Run, Store};
use crate::consolidate::walk::{Task, Walk};
use crate::consolidate::work::{self, Ways};
use crate::consolidate::{Entry, EntryFile, Kind, Remark};
use crate::digest::sha256_of;
use crate::locale::{Language, Locale};
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
    /// Tasks found.
    pub tasks: usize,
    /// Tasks done in this run.
    pub made: usize,
    /// Tasks taken from the store.
    pub kept: usize,
    /// What was found where the store should be; none without a store.
    pub found: Option<Found>,
    /// Why the store could not be written.
    pub unwritten: Option<OutputError>,
}

impl Worked {
    /// Was the work stopped before its end?
    pub fn interrupted(&self) -> bool {
        self.made + self.kept < self.tasks
    }
}

/// Returns the version and digest of the running program; none where the system does not let it be read.
pub fn program() -> Option<String> {
    let mut file = File::open(std::env::current_exe().ok()?).ok()?;
    let (sha256, _) = sha256_of(&mut file).ok()?;
    Some(format!("{} {sha256}", env!("CARGO_PKG_VERSION")))
}

/// Makes the entries of all tasks, in the order of the tasks, and keeps them for the next run.
pub fn entries(found: &Walk, context: &Context, control: Control<'_>) -> (Vec<Entry>, Worked, Before) {
    let tasks = found.tasks.as_slice();
    let conditions = conditions(context, &control.program);
    let store = match control.store {
        Some(path) => Store::open(path, &conditions),
        None => Store::empty(Found::Nothing),
    };
    let mut worked = Worked { tasks: tasks.len(), ..Worked::default() };
    worked.found = control.store.map(|_| store.found());
    let mut progress = control.progress;
    let taken = work::run(
        tasks.len(),
        Ways { threads: control.threads, cancel: control.cancel },
        |at| one(&tasks[at], context, &store, &conditions),
        |at| (lost(&tasks[at]), false),
        |_, (_, kept)| {
            if *kept {
                worked.kept += 1;
            } else {
                worked.made += 1;
            }
            if let Some(progress) = &mut progress {
                progress(Progress { done: worked.made + worked.kept, of: tasks.len() });
            }
        },
    );
    let mut entries: Vec<Entry> = taken.into_iter().flatten().map(|(entry, _)| entry).collect();
    let before = store.before().clone();
    // An export is read whole or not at all, in a moment: no step of its own for the progress.
    let imported = if worked.interrupted() { Vec::new() } else { exports::entries(&found.exports, context) };
    worked.tasks += found.exports.len();
    worked.made += if worked.made + worked.kept == tasks.len() { found.exports.len() } else { 0 };
    if let Some(path) = control.store {
        let run = Run { conditions: &conditions, entries: &entries, whole: !worked.interrupted() };
        worked.unwritten = store::write_beside(path, &store, run, &imported).err();
    }
    entries.extend(imported);
    (entries, worked, before)
}

/// All that decides what an entry says, but for the bytes of its files.
fn conditions(context: &Context, program: &str) -> Conditions {
    let ConsolidateJob { programme, as_of, voivodeship, settlements, unwitnessed, .. } = &context.job;
    let asked = format!("{programme:?} {as_of:?} {voivodeship:?} {} {unwitnessed}", settlements.is_some());
    Conditions::of([program, &context.catalogue.digest(), &context.forms.digest(), &asked])
}

/// Makes an entry, or returns the one that was made of the same bytes.
fn one(task: &Task, context: &Context, store: &Store, conditions: &Conditions) -> (Entry, bool) {
    // A first run has nothing to look for, and reads every file once.
    if !store.is_empty()
        && let Some(files) = files(task)
        && let Some(entry) = store.get(conditions, &files)
    {
        return (entry, true);
    }
    (take::take(task, context), false)
}

/// Returns the files of a task with their digests; none when one cannot be read.
fn files(task: &Task) -> Option<Vec<EntryFile>> {
    let digested = |(path, shown): &(std::path::PathBuf, String)| {
        let (sha256, bytes) = sha256_of(&mut File::open(path).ok()?).ok()?;
        Some(EntryFile { path: shown.clone(), sha256, bytes })
    };
    task.files.iter().map(digested).collect()
}

/// What is said of files over which this program broke down. Without digests, so that no store keeps it.
fn lost(task: &Task) -> Entry {
    let file = |(_, shown): &(_, String)| EntryFile { path: shown.clone(), sha256: String::new(), bytes: 0 };
    let mut entry = Entry::of(task.files.iter().map(file).collect(), Kind::Tables);
    let polish = Locale::of(Language::Polish);
    entry.remarks.push(Remark {
        code: "consolidate-broke-down".to_owned(),
        severity: "error".to_owned(),
        file: entry.path().to_owned(),
        sheet: String::new(),
        cell: String::new(),
        message: polish.text("consolidate-broke-down", &[]),
        hint: polish.text("consolidate-broke-down-hint", &[]),
        difference: String::new(),
    });
    entry.judge();
    entry
}
