//! The readings that an explanation names beside a step are those that change it: settled in every way of every
//! reading, the formulas compared by step.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rozlicz::calc::{Origin, words};
use rozlicz::pipeline::{self, Job, Run};
use rozlicz::trace::readings::of_step;

/// The shapes of each step's formulas.
fn shapes(run: &Run) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let Some(settled) = &run.settled else { return all };
    for table in &settled.tables {
        for row in &table.rows {
            for (id, step) in row.iter().zip(&table.steps) {
                if let Some(id) = id
                    && let Origin::Formula(expr) = &settled.model.node(*id).origin
                {
                    let key = format!("{} / {}", table.sheet, step.key);
                    all.entry(key).or_default().insert(words::with_labels(&settled.model, expr));
                }
            }
        }
    }
    all
}

#[test]
fn a_step_whose_formula_a_reading_changes_names_the_reading() {
    let mut changes = 0;
    for sample in ["gmina-2025", "gmina-2024", "redziny-2019", "wrzesnia-2021"] {
        let inputs = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data").join(sample)];
        let run = |readings: Vec<String>| {
            pipeline::run(&Job { inputs: inputs.clone(), readings, ..Job::default() })
        };
        let now = run(Vec::new()).expect("read");
        let base = shapes(&now);
        for reading in &now.programme.as_ref().expect("a programme").readings {
            for way in reading.ways.iter().filter(|way| way.word != reading.in_force) {
                let Ok(other) = run(vec![format!("{}={}", reading.name, way.word)]) else { continue };
                let other = shapes(&other);
                for key in base.keys().chain(other.keys()).collect::<BTreeSet<_>>() {
                    if base.get(key) != other.get(key) {
                        let step = key.rsplit_once(" / ").expect("a sheet and a step").1;
                        assert!(of_step(step).contains(&reading.name), "{} changes {key}", reading.name);
                        changes += 1;
                    }
                }
            }
        }
    }
    assert!(changes > 30, "{changes}");
}
