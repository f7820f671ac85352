//! The law that is tested: does some case fail when a figure, a condition or a step is changed?
//!
//! Rules and steps are changed one at a time and the cases settled again; what no case notices is a fault of the tests,
//! unless `law/cannot-matter.csv` says why it cannot matter. Nothing is generated that a person would have to read:
//! a survivor is named by its key and its change (tests/README.md).

#[path = "law/boundaries.rs"]
mod boundaries;
#[path = "law/case.rs"]
mod case;
#[path = "law/excused.rs"]
mod excused;
#[path = "law/mutants.rs"]
mod mutants;
#[path = "law/printed.rs"]
mod printed;
#[path = "law/rules.rs"]
mod rules;
#[path = "law/step_mutants.rs"]
mod step_mutants;
#[path = "law/steps.rs"]
mod steps;
mod support;
#[path = "law/time.rs"]
mod time;

use libtest_mimic::{Arguments, Failed, Trial};
use std::sync::{Mutex, OnceLock};

/// What the trials have to say, printed in the end.
static REPORT: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn main() {
    let arguments = Arguments::from_args();
    let some = arguments.filter.is_some() || !arguments.skip.is_empty();
    let mut trials = vec![Trial::test("excuses name what exists", || {
        told(excused::all().and_then(|all| rules::known(&all)))
    })];
    for id in rules::editions() {
        trials.push(Trial::test(format!("rules/{id}"), move || told(rules::check(&id))).with_kind("rules"));
    }
    trials.push(Trial::test("every threshold has a case on each side", || told(boundaries::check())));
    for id in rules::editions() {
        trials.push(Trial::test(format!("time/{id}"), move || told(time::check(&id))).with_kind("time"));
    }
    for part in 0..steps::PARTS {
        trials
            .push(Trial::test(format!("steps/{part}"), move || told(steps::check(part))).with_kind("steps"));
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    if excused::blesses() && !some {
        excused::bless().expect("the list of the tests can be written");
    }
    let mut report = REPORT.lock().map(|r| r.clone()).unwrap_or_default();
    report.sort();
    println!("{}", report.join("\n"));
    conclusion.exit();
}

fn told(result: Result<(), String>) -> Result<(), Failed> {
    result.map_err(Failed::from)
}

/// Adds a line to what is printed in the end.
pub fn report(line: String) {
    if let Ok(mut lines) = REPORT.lock() {
        lines.push(line);
    }
}

/// The cases, read once.
pub fn cases() -> Result<&'static [case::Case], String> {
    static CASES: OnceLock<Result<Vec<case::Case>, String>> = OnceLock::new();
    CASES.get_or_init(case::all).as_ref().map(Vec::as_slice).map_err(Clone::clone)
}
