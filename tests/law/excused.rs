//! `cannot-matter.csv`: changes that no case can notice, each with the reason.

use crate::support;

/// A change that cannot matter.
#[derive(Clone, Debug)]
pub struct Excuse {
    /// `rules` or `steps`.
    pub of: String,
    /// Edition, or table and step.
    pub place: String,
    /// Key of the rules, or place in the formula; then the change.
    pub change: String,
}

/// Reads the list; a line without a reason is a fault of it.
pub fn all() -> Result<Vec<Excuse>, String> {
    let path = support::root().join("tests/law/cannot-matter.csv");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .comment(Some(b'#'))
        .from_path(&path)
        .map_err(|e| e.to_string())?;
    let mut excuses = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| e.to_string())?;
        let fields: Vec<String> = record.iter().map(str::to_owned).collect();
        match <[String; 4]>::try_from(fields) {
            Ok([of, place, change, reason]) if reason.len() > 20 => {
                excuses.push(Excuse { of, place, change })
            }
            _ => return Err(format!("cannot-matter.csv: no change or no reason: {record:?}")),
        }
    }
    Ok(excuses)
}

/// Splits survivors into those without an excuse, and finds excuses of the places that excuse nothing. A star in the
/// change of an excuse stands for anything.
pub fn judge(
    of: &str,
    places: &dyn Fn(&str) -> bool,
    survivors: &[(String, String)],
) -> Result<(Vec<String>, Vec<String>), String> {
    let excuses: Vec<Excuse> = all()?.into_iter().filter(|e| e.of == of && places(&e.place)).collect();
    let excuses_it = |e: &Excuse, s: &(String, String)| e.place == s.0 && like(&e.change, &s.1);
    let open = survivors.iter().filter(|s| !excuses.iter().any(|e| excuses_it(e, s)));
    let open = open.map(|(place, change)| format!("{place}: {change}")).collect();
    let stale = excuses.iter().filter(|e| !survivors.iter().any(|s| excuses_it(e, s)));
    let stale = stale.map(|e| format!("{}: {}", e.place, e.change)).collect();
    Ok((open, stale))
}

/// Does the text match the pattern, in which `*` stands for anything?
fn like(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((before, after)) => text.strip_prefix(before).is_some_and(|rest| {
            let ends = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
            ends.into_iter().any(|at| like(after, &rest[at..]))
        }),
    }
}
