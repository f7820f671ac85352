//! Files of one municipality that say nothing that another of them does not: the tables beside the settlement made of them,
//! the file to send beside the whole workbook. They are how a careful office sends its report, and no fault.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::identify::own_name;
use super::{called, is_report, remark, set_aside, text};
use crate::consolidate::names::Places;
use crate::consolidate::{Entry, Kind, names, verdict};
use crate::finding::Finding;
use crate::finding::code::consolidate as code;
use crate::finding::code::register as register_code;
use crate::source::Sources;

/// Files of one name that are told by their paths.
const NAMED: usize = 5;

/// Sets aside what another file of the municipality says whole. Of a form without a code it is only said: a name and equal
/// amounts may be another municipality's, so nothing is left out, and nothing counts twice.
pub fn tell(entries: &mut [Entry]) {
    let mut by_code: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut unknown: Vec<usize> = Vec::new();
    for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.counts()) {
        if let Some(number) = entry.teryt.as_deref().and_then(names::number_of) {
            by_code.entry(number.to_owned()).or_default().push(at);
            by_name.entry(name_key(entry)).or_default().push(at);
        } else if entry.kind == Kind::Form {
            unknown.push(at);
        }
    }
    for same in by_code.values_mut().filter(|same| same.len() > 1) {
        same.sort_by_key(|at| fullness(entries, *at));
        let mut kept: Vec<usize> = Vec::new();
        for at in same.iter().copied() {
            match kept.iter().copied().find(|by| says_all(&entries[*by], &entries[at])) {
                Some(by) => {
                    let other = entries[by].path().to_owned();
                    set_aside(&mut entries[at], &code::ROLLUP_SAME_FIGURES, &other);
                }
                None => kept.push(at),
            }
        }
    }
    for at in unknown {
        let named = by_name.get(&name_key(&entries[at])).into_iter().flatten().copied();
        let by = named.into_iter().find(|by| says_all(&entries[*by], &entries[at]));
        if let Some(other) = by.map(|by| entries[by].path().to_owned()) {
            let finding = Finding::new(&code::ROLLUP_MAYBE_TWICE).with("other", text(other));
            verdict::say(&mut entries[at], finding);
            verdict::done(&mut entries[at]);
            continue;
        }
        // A name may be declined or an office's: the same amounts under another name are told, though both count.
        let mut coded = by_code.values().flatten().copied();
        let by = coded.find(|by| entries[*by].counts() && says_all(&entries[*by], &entries[at]));
        if let Some(by) = by {
            let finding = Finding::new(&code::ROLLUP_SAME_AMOUNTS)
                .with("other", text(entries[by].path()))
                .with("municipality", text(called(&entries[by])));
            remark(&mut entries[at], &finding, &Sources::default());
            entries[at].judge();
        }
    }
}

/// Leaves out what has no code and the name of another report that counts, with whatever figures: of two forms of one
/// municipality both would be added up. What has a code stays: the register may have several of that name.
pub fn namesakes(entries: &mut [Entry]) {
    let coded = |entry: &Entry| {
        entry.teryt.as_deref().filter(|code| names::number_of(code).is_some()).map(str::to_owned)
    };
    let open = |entry: &Entry| is_report(entry) && entry.counts();
    let named = |entry: &Entry| if open(entry) { own_name(entry) } else { names::parse("") };
    let places = Places::of(entries.iter().map(|entry| (named(entry), coded(entry))));
    let of = |at: usize| {
        let twins =
            if open(&entries[at]) && coded(&entries[at]).is_none() { places.twins(at) } else { Vec::new() };
        let paths: Vec<&str> = twins.iter().take(NAMED).map(|twin| entries[*twin].path()).collect();
        (!paths.is_empty()).then(|| (at, paths.join("; ")))
    };
    let found: Vec<(usize, String)> = (0..entries.len()).filter_map(of).collect();
    for (at, files) in found {
        let finding = Finding::new(&register_code::REPORT_NAMESAKE)
            .with("municipality", text(called(&entries[at])))
            .with("files", text(files));
        remark(&mut entries[at], &finding, &Sources::default());
        entries[at].judge();
    }
}

/// The name as compared; `Gmina` before it makes no difference.
fn name_key(entry: &Entry) -> String {
    let name = entry.municipality.as_deref().unwrap_or_default().to_lowercase();
    let words: Vec<&str> = name.split_whitespace().filter(|word| *word != "gmina").collect();
    words.join(" ")
}

/// What holds most comes first; the names of files decide only between those that hold as much.
pub fn fullness(entries: &[Entry], at: usize) -> (u8, Reverse<usize>, usize) {
    let rank = match entries[at].kind {
        Kind::Settlement => 0,
        Kind::Tables => 1,
        _ => 2,
    };
    (rank, Reverse(entries[at].figures.iter().count()), at)
}

/// Does one file say all that the other does? A correction is told by the settlement it names, not by its amounts.
pub fn says_all(whole: &Entry, part: &Entry) -> bool {
    let first = whole.corrects.is_none() && part.corrects.is_none();
    let known = !part.figures.is_empty() && whole.edition == part.edition;
    let stated = || part.figures.iter().all(|(key, value)| whole.figures.get(key) == Some(value));
    let alike = || {
        whole.figures == part.figures && whole.months == part.months && whole.assistants == part.assistants
    };
    let says = match part.kind {
        Kind::Form => stated(),
        Kind::Tables | Kind::Settlement => alike(),
        Kind::Export | Kind::Unrelated => false,
    };
    first && known && says
}
