//! A workbook alone settles again: from the trace's own sheets `Dane - …` every case comes out as it did from its files.

mod support;

use libtest_mimic::{Arguments, Failed, Trial};
use rozlicz::audit::from_trace;
use rozlicz::programme::Catalogue;
use rozlicz::trace::build::figures_of;
use rozlicz::trace::{Figure, Trace};
use rozlicz::units::Day;
use rozlicz::{pipeline, trace};
use std::path::{Path, PathBuf};

fn main() {
    let arguments = Arguments::from_args();
    let samples = ["wrzesnia-2021", "redziny-2019", "gmina-2024", "gmina-2025"];
    let mut trials: Vec<Trial> = samples
        .into_iter()
        .map(|name| {
            let folder = support::root().join("sample-data").join(name);
            Trial::test(format!("sample-data/{name}"), move || again(&folder, None, None, &[]))
        })
        .collect();
    for (name, folder) in support::case_folders() {
        trials.push(Trial::test(name, move || case(&folder)));
    }
    assert!(trials.len() > 50, "the cases are not where they should be");
    libtest_mimic::run(&arguments, trials).exit();
}

fn case(folder: &Path) -> Result<(), Failed> {
    let case: toml::Table = toml::from_str(&std::fs::read_to_string(folder.join("case.toml"))?)?;
    let text = |key: &str| case.get(key).and_then(toml::Value::as_str);
    let readings = case.get("readings").and_then(toml::Value::as_array);
    let readings: Vec<String> =
        readings.into_iter().flatten().filter_map(|way| Some(way.as_str()?.to_owned())).collect();
    let programmes = text("programmes").map(|p| support::root().join(p));
    again(&folder.join("input"), text("as_of"), programmes, &readings)
}

/// Settles, takes the trace that the workbook carries, settles from it, and compares figure by figure.
fn again(
    input: &Path,
    as_of: Option<&str>,
    programmes: Option<PathBuf>,
    readings: &[String],
) -> Result<(), Failed> {
    let job = pipeline::Job {
        inputs: vec![input.to_owned()],
        programmes: programmes.clone(),
        as_of: as_of.and_then(Day::parse_iso),
        readings: readings.to_vec(),
        ..pipeline::Job::default()
    };
    let words = |error: pipeline::CannotRun| error.text(support::program::polish());
    let mut run = pipeline::run(&job).map_err(words)?;
    if run.settled.is_none() {
        // Nothing was settled, so there is no workbook.
        return Ok(());
    }
    let forms = pipeline::forms(None).map_err(words)?;
    let papers = pipeline::papers(&mut run, &forms, true).map_err(words)?.ok_or("no papers")?;
    let trace = papers.trace().clone();
    let catalogue = programmes.map_or_else(|| Ok(Catalogue::built_in()), |p| Catalogue::with_dir(&p))?;
    let other = from_trace::settle(&trace, &catalogue).map_err(words)?;
    let other = other.settled.ok_or("nothing was settled from the trace")?;
    same(&trace, &figures_of(&other))
}

fn same(trace: &Trace, again: &[Figure]) -> Result<(), Failed> {
    let recorded: Vec<Figure> =
        trace.figures.iter().cloned().map(|f| trace::Figure { at: None, ..f }).collect();
    assert!(recorded.len() > 10, "a settlement has figures");
    let wrong: Vec<String> = recorded
        .iter()
        .zip(again)
        .filter(|(a, b)| a != b)
        .map(|(a, b)| format!("{a:?}\n  again {b:?}"))
        .take(5)
        .collect();
    if wrong.is_empty() && recorded.len() == again.len() {
        return Ok(());
    }
    Err(format!("{} figures, again {}:\n{}", recorded.len(), again.len(), wrong.join("\n")).into())
}
