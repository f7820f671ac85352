//! `cannot-matter.csv`: changes that no case can notice, each with the reason. `not-caught.csv`: changes that matter and
//! that no case notices yet; it may only shrink, and is written anew with `ROZLICZ_BLESS=1`.

use crate::support;
use std::collections::BTreeSet;
use std::sync::Mutex;

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
                excuses.push(Excuse { of, place, change });
            }
            _ => return Err(format!("cannot-matter.csv: no change or no reason: {record:?}")),
        }
    }
    Ok(excuses)
}

/// What became of the changes that no case noticed.
pub struct Judged {
    /// They cannot matter.
    pub excused: usize,
    /// They matter, and are listed as not caught yet.
    pub listed: usize,
    /// They stand in no list.
    pub open: Vec<String>,
    /// Excuses that excuse nothing.
    pub stale: Vec<String>,
}

/// Everything that was not caught, to write the list anew.
static NOT_CAUGHT: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

const LIST: &str = "tests/law/not-caught.csv";

/// Is the list to be written anew?
pub fn blesses() -> bool {
    std::env::var_os("ROZLICZ_BLESS").is_some_and(|v| v == "1") && std::env::var_os("CI").is_none()
}

/// Sorts survivors by the two lists. A star in the change of an excuse stands for anything.
pub fn judge(
    of: &str,
    places: &dyn Fn(&str) -> bool,
    survivors: &[(String, String)],
) -> Result<Judged, String> {
    let excuses: Vec<Excuse> = all()?.into_iter().filter(|e| e.of == of && places(&e.place)).collect();
    let excuses_it = |e: &Excuse, s: &(String, String)| e.place == s.0 && like(&e.change, &s.1);
    let path = support::root().join(LIST);
    let known = std::fs::read_to_string(&path).map_err(|e| format!("{LIST}: {e}"))?;
    let known: BTreeSet<&str> = known.lines().collect();
    let stale = excuses.iter().filter(|e| !survivors.iter().any(|s| excuses_it(e, s)));
    let stale = stale.map(|e| format!("{}: {}", e.place, e.change)).collect();
    let mut judged = Judged { excused: 0, listed: 0, open: Vec::new(), stale };
    for survivor in survivors {
        let line = format!("{of};{};{}", survivor.0, survivor.1);
        if excuses.iter().any(|e| excuses_it(e, survivor)) {
            judged.excused += 1;
            continue;
        }
        if known.contains(line.as_str()) || blesses() {
            judged.listed += 1;
        } else {
            judged.open.push(format!("{}: {}", survivor.0, survivor.1));
        }
        if let Ok(mut all) = NOT_CAUGHT.lock() {
            all.insert(line);
        }
    }
    Ok(judged)
}

/// Writes the list of what is not caught yet.
pub fn bless() -> std::io::Result<()> {
    let head = "# Changes that matter and that no case notices yet: cases are wanted. Written by ROZLICZ_BLESS=1; it may only shrink.\n";
    let lines = NOT_CAUGHT.lock().map(|all| all.iter().fold(String::new(), |text, line| text + line + "\n"));
    std::fs::write(
        support::root().join(LIST),
        format!("{head}of;place;change\n{}", lines.unwrap_or_default()),
    )
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
