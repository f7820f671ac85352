//! Changes of the rules files, one at a time: does a case of the edition fail?

use crate::case::Case;
use crate::excused::{self, Excuse};
use crate::mutants::{self, Mutant};
use crate::{cases, printed, report, support};
use rozlicz::programme::Catalogue;
use std::fs;

/// The editions in `programmes/`, as they stand there now.
pub fn editions() -> Vec<String> {
    let folders = support::folders_with(&support::root().join("programmes"), "programme.toml");
    folders.iter().filter_map(|f| f.file_name()).map(|name| name.to_string_lossy().into_owned()).collect()
}

/// An excuse names an edition that exists, or a step.
pub fn known(excuses: &[Excuse]) -> Result<(), String> {
    let editions = editions();
    let lost: Vec<String> = excuses
        .iter()
        .filter(|e| e.of != "steps" && !(e.of == "rules" && editions.contains(&e.place)))
        .map(|e| format!("{e:?}"))
        .collect();
    if lost.is_empty() { Ok(()) } else { Err(lost.join("\n")) }
}

/// Changes every figure and condition of an edition, one at a time.
pub fn check(id: &str) -> Result<(), String> {
    let folder = support::root().join("programmes").join(id);
    let rules = fs::read_to_string(folder.join("programme.toml")).map_err(|e| e.to_string())?;
    let law = fs::read_to_string(folder.join("law.md")).unwrap_or_default();
    let mut own: Vec<&Case> = cases()?.iter().filter(|c| c.programme == id && !c.own_rules).collect();
    for case in &own {
        if let Some(wrong) = case.fails(&case.run(None)?) {
            return Err(format!("{} fails without any change: {wrong}", case.name));
        }
    }
    let mutants = mutants::all(&rules, &law)?;
    let (mut refused, mut by_case, mut by_table) = (0_usize, 0_usize, 0_usize);
    let mut survivors: Vec<(String, String)> = Vec::new();
    for mutant in &mutants {
        let Some((catalogue, programme)) = mutants::load(mutant, id, &law) else {
            refused += 1;
            continue;
        };
        let only_printed = printed::KEYS.iter().any(|key| mutant.key.split('.').any(|part| part == *key));
        if only_printed && printed::wrong(&programme, id)?.is_some() {
            by_table += 1;
        } else if let Some(at) = killer(&own, &catalogue)? {
            // What noticed one change notices its neighbour.
            let case = own.remove(at);
            own.insert(0, case);
            by_case += 1;
        } else {
            survivors.push((id.to_owned(), told(mutant)));
        }
    }
    let judged = excused::judge("rules", &|place| place == id, &survivors)?;
    let caught = refused + by_case + by_table;
    report(format!(
        "rules {id:<34} {:>4} changes: {by_case:>3} caught by a case, {refused:>3} refused, {by_table:>2} by figures.csv, \
         {:>2} cannot matter, {:>2} not caught; {} % with {} cases",
        mutants.len(),
        judged.excused,
        judged.listed + judged.open.len(),
        share(caught + judged.excused, mutants.len()),
        own.len(),
    ));
    verdict(&judged)
}

/// Fails where a change stands in no list, or a list says too much.
pub fn verdict(judged: &excused::Judged) -> Result<(), String> {
    if judged.open.is_empty() && judged.stale.is_empty() {
        return Ok(());
    }
    Err(format!(
        "no case notices:\n{}\nexcused without need:\n{}",
        judged.open.join("\n"),
        judged.stale.join("\n")
    ))
}

fn told(mutant: &Mutant) -> String {
    format!("{} {}", mutant.key, mutant.change)
}

fn killer(cases: &[&Case], rules: &Catalogue) -> Result<Option<usize>, String> {
    for (at, case) in cases.iter().enumerate() {
        let run = case.run(Some(rules))?;
        if case.fails(&run).is_some() {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

/// Percentage, for people.
pub fn share(part: usize, of: usize) -> String {
    let tenths = (part * 1000).checked_div(of).unwrap_or(1000);
    format!("{}.{}", tenths / 10, tenths % 10)
}
