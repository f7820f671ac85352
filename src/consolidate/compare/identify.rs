//! Which row of the register a report belongs to: by its code, by the code in the name of its file, by its name where
//! only one municipality can be meant. A repeated name is never guessed.

use super::super::Entry;
use super::super::names::{self, Meant, PlaceName, Places};
use super::super::register::{Register, RegisterRow, place};
use super::{called, is_report, not_there, owes, remark, text, voivodeship_named};
use crate::finding::code::register as code;
use crate::finding::{Fact, Finding};
use crate::intake::register::Column;
use crate::source::Sources;
use crate::units::TerytCode;

/// Finds the row of each entry, by position; gives a code to entries without one where the register tells it.
pub fn identify(
    entries: &mut [Entry],
    register: Option<&Register>,
    prefix: Option<&str>,
    run: &mut Vec<Finding>,
) -> Vec<Option<usize>> {
    codes(entries, register);
    let nothing = Register::default();
    let register = register.unwrap_or(&nothing);
    let mut rows: Vec<Option<usize>> =
        entries.iter().map(|entry| register.position(entry.teryt.as_deref()?)).collect();
    by_list(entries, (register, prefix), &mut rows, run);
    rows
}

/// Gives a code to entries without one where the register tells it, and says of the others why not.
pub fn codes(entries: &mut [Entry], register: Option<&Register>) {
    let nothing = Register::default();
    let register = register.unwrap_or(&nothing);
    // Rows without a code are found by `by_list`, from the other side.
    let coded = |row: &RegisterRow| if row.teryt.is_some() { place(row) } else { names::parse("") };
    let places = Places::of(register.rows.iter().map(|row| (coded(row), row.teryt.clone())));
    for entry in entries.iter_mut().filter(|entry| is_report(entry)) {
        code_of(entry, register, &places);
    }
}

/// Judges the code of an entry and looks for one where there is none.
fn code_of(entry: &mut Entry, register: &Register, places: &Places) {
    let findings = match entry.teryt.clone() {
        Some(typed) if TerytCode::parse(&typed).is_some() => return,
        Some(typed) => vec![Finding::new(&code::REPORT_CODE_FORM).with_seen(text(typed))],
        None => looked_for(entry, register, places),
    };
    for finding in &findings {
        remark(entry, finding, &Sources::default());
    }
}

/// Looks for the code of an entry without one; says what came of it.
fn looked_for(entry: &mut Entry, register: &Register, places: &Places) -> Vec<Finding> {
    let name = own_name(entry);
    let named = called(entry);
    let own = |at: usize| register.rows[at].teryt.clone();
    // The office itself puts the code into the name of a file: that is said, not guessed, where the name agrees.
    let in_path = codes_in(entry.path()).into_iter().find_map(|code| {
        let at = register.position(code)?;
        against(code, at, &name, (register, places)).is_none().then_some(at)
    });
    let doubt = if in_path.is_some() { None } else { doubted(entry, &name, (register, places)) };
    let meant = in_path.map_or_else(|| places.meant(&name), Meant::One);
    let found = match meant {
        Meant::One(at) => {
            entry.teryt = own(at);
            Finding::new(&code::REPORT_CODE_FOUND)
                .with("municipality", text(named))
                .with("code", text(own(at).unwrap_or_default()))
                .with("by", text(if in_path.is_some() { "file" } else { "name" }))
        }
        Meant::Several(all) => {
            let candidates: Vec<String> = all.iter().map(|at| shown(&register.rows[*at])).collect();
            Finding::new(&code::REPORT_NAME_REPEATED)
                .with_seen(text(named))
                .with("candidates", text(candidates.join("; ")))
        }
        // Who put a code into the name of the file must not be told to put one there.
        Meant::Nobody if doubt.is_some() => return doubt.into_iter().collect(),
        // Of a file that cannot be read it is known why it is rejected; a code in its name would not help.
        Meant::Nobody if !entry.counts() && entry.municipality.is_none() => return Vec::new(),
        Meant::Nobody => Finding::new(&code::REPORT_CODE_MISSING).with("municipality", text(named)),
    };
    doubt.into_iter().chain([found]).collect()
}

/// Why a code in the name of a file is not taken, though the register has it: another kind, or another name; none where
/// they agree, or where the report or the register gives no name.
fn against(
    typed: &str,
    at: usize,
    name: &PlaceName,
    (register, places): (&Register, &Places),
) -> Option<(&'static str, String)> {
    let row = &register.rows[at];
    let place = places.name(at);
    let own = row.teryt.as_deref().unwrap_or_default();
    let unlike = !place.place.is_empty() && !name.place.is_empty() && !names::same_place(place, name);
    if unlike {
        return Some(("name", shown(row)));
    }
    names::other_kind(typed, own).then(|| ("kind", own.to_owned()))
}

/// Says of the code in the name of a file why it is not taken. Six digits may be a month, unless the register has them.
fn doubted(entry: &Entry, name: &PlaceName, (register, places): (&Register, &Places)) -> Option<Finding> {
    let file = entry.path().rsplit('/').next().unwrap_or_default();
    let known = |typed: &&str| typed.len() == 7 || register.position(typed).is_some();
    let typed = codes_in(file).into_iter().find(known)?;
    let (why, expected) = match register.position(typed) {
        Some(at) => against(typed, at, name, (register, places))?,
        None if register.rows.is_empty() => ("unproved", String::new()),
        None => ("unknown", String::new()),
    };
    Some(
        Finding::new(&code::REPORT_FILE_CODE)
            .with("why", text(why))
            .with("municipality", text(called(entry)))
            .with_seen(text(typed))
            .with_expected(text(expected)),
    )
}

/// Returns the name of an entry taken apart: the municipality's, else the unit's.
pub fn own_name(entry: &Entry) -> PlaceName {
    let first = names::parse(entry.municipality.as_deref().unwrap_or_default());
    if first.place.is_empty() { names::parse(entry.unit.as_deref().unwrap_or_default()) } else { first }
}

/// Codes that stand by themselves in a path.
fn codes_in(path: &str) -> Vec<&str> {
    let parts = path.split(|c: char| !c.is_ascii_alphanumeric());
    parts.filter(|part| part.len() >= 6 && TerytCode::parse(part).is_some()).collect()
}

/// `Osiek (1213062, oświęcimski)`.
fn shown(row: &RegisterRow) -> String {
    let told = [row.teryt.as_deref(), row.county()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    format!("{} ({told})", row.name().unwrap_or_default())
}

/// Names of a list told one by one; of a whole country's list only that most of it is not for this office.
const FEW: usize = 10;

/// Rows of the register without a code, as in the minister's list: they belong to the entry of their name where both
/// stand alone. Rows that name another voivodeship belong to nobody here.
fn by_list(
    entries: &[Entry],
    (register, prefix): (&Register, Option<&str>),
    rows: &mut [Option<usize>],
    run: &mut Vec<Finding>,
) {
    let here = |row: &RegisterRow| {
        let named = row.voivodeship().and_then(voivodeship_named);
        row.teryt.is_none() && (named.is_none() || prefix.is_none() || named.as_deref() == prefix)
    };
    let nobody = || names::parse("");
    let list =
        Places::of(register.rows.iter().map(|row| (if here(row) { place(row) } else { nobody() }, None)));
    let named = |entry: &Entry| if is_report(entry) { own_name(entry) } else { nobody() };
    let own = Places::of(entries.iter().map(|entry| (named(entry), entry.teryt.clone())));
    let mut unknown: Vec<usize> = Vec::new();
    for (at, row) in register.rows.iter().enumerate().filter(|(_, row)| here(row)) {
        let twins = list.twins(at);
        match distinct(own.meant(list.name(at)), entries) {
            Meant::One(entry) if twins.is_empty() && rows[entry].is_none() => give(at, entry, entries, rows),
            // What has a row already is told by that row.
            Meant::One(_) if twins.is_empty() => {}
            Meant::Nobody => unknown.push(at),
            Meant::One(entry) => run.push(repeated(row, &[entry], &twins, (register, entries))),
            Meant::Several(all) => run.push(repeated(row, &all, &twins, (register, entries))),
        }
    }
    // Rows that name this voivodeship are this office's, however long the list is.
    let ours = |at: &usize| register.rows[*at].voivodeship().is_some() && prefix.is_some();
    let (mut loud, unknown): (Vec<usize>, Vec<usize>) = unknown.into_iter().partition(ours);
    if unknown.len() > FEW {
        let some: Vec<&str> = unknown.iter().take(FEW).filter_map(|at| register.rows[*at].name()).collect();
        run.push(
            Finding::at(&code::REGISTER_NAMES_UNKNOWN, register.rows[unknown[0]].at)
                .with("count", Fact::Count(i64::try_from(unknown.len()).unwrap_or(i64::MAX)))
                .with_seen(text(some.join("; "))),
        );
    } else {
        loud.extend(unknown);
    }
    loud.sort_unstable();
    let near: Vec<Option<String>> =
        loud.iter().map(|at| nearest(list.name(*at), &own, entries, rows)).collect();
    for (at, likely) in loud.into_iter().zip(&near) {
        // One report cannot be that of several rows.
        let near = likely.clone().filter(|_| near.iter().filter(|other| *other == likely).count() == 1);
        let row = &register.rows[at];
        if near.is_none() {
            run.extend(owes(row).then(|| not_there(row, "list")));
            continue;
        }
        run.push(
            Finding::at(&code::REGISTER_NAME_UNKNOWN, row.at)
                .with_seen(text(row.name().unwrap_or_default()))
                .with("near", Fact::Count(i64::from(near.is_some())))
                .with("candidate", text(near.unwrap_or_default())),
        );
    }
}

/// Gives a row to an entry, and to other files of its municipality.
fn give(row: usize, entry: usize, entries: &[Entry], rows: &mut [Option<usize>]) {
    let number = entries[entry].teryt.as_deref().and_then(names::number_of);
    for (slot, other) in rows.iter_mut().zip(entries) {
        let same = number.is_some() && other.teryt.as_deref().and_then(names::number_of) == number;
        if same && slot.is_none() {
            *slot = Some(row);
        }
    }
    rows[entry] = Some(row);
}

fn repeated(
    row: &RegisterRow,
    found: &[usize],
    twins: &[usize],
    (register, entries): (&Register, &[Entry]),
) -> Finding {
    let mut candidates: Vec<String> = found.iter().map(|at| called(&entries[*at])).collect();
    candidates.dedup();
    let mut finding = Finding::at(&code::REGISTER_NAME_REPEATED, row.at)
        .with_seen(text(row.name().unwrap_or_default()))
        .with("rows", Fact::Count(i64::from(!twins.is_empty())))
        .with("candidates", text(candidates.join("; ")));
    finding.related = twins.iter().map(|other| register.rows[*other].at).collect();
    finding
}

/// Several files of one municipality are one municipality.
fn distinct(meant: Meant, entries: &[Entry]) -> Meant {
    let Meant::Several(all) = meant else { return meant };
    let first = entries[all[0]].teryt.as_deref();
    let same = first.is_some_and(|first| {
        all.iter().all(|at| entries[*at].teryt.as_deref().is_some_and(|code| names::same_code(first, code)))
    });
    if same { Meant::One(all[0]) } else { Meant::Several(all) }
}

/// Returns the entry whose name is most like the one sought, to be offered and never taken. A report that has its own row
/// is not the one that is sought.
fn nearest(sought: &PlaceName, own: &Places, entries: &[Entry], rows: &[Option<usize>]) -> Option<String> {
    let open = || own.places().filter(|(_, at)| rows[*at].is_none());
    let known: Vec<&str> = open().map(|(place, _)| place).collect();
    let near = crate::intake::nearest_word(&sought.place, &known)?;
    let (_, at) = open().find(|(place, _)| *place == near)?;
    Some(called(&entries[at]))
}

/// Compares what report and register say of one municipality in words.
pub fn words(entry: &mut Entry, row: &RegisterRow, register: &Register) {
    let mut found: Vec<Finding> = Vec::new();
    if let (Some(own), Some(code)) = (&entry.teryt, &row.teryt)
        && names::other_kind(own, code)
    {
        found.push(
            Finding::at(&code::REPORT_KIND_DIFFERS, row.cell(Column::Teryt))
                .with_seen(text(own.clone()))
                .with_expected(text(code.clone())),
        );
    }
    let own = own_name(entry);
    if let Some(name) = row.name()
        && row.teryt.is_some()
        && !own.place.is_empty()
        && !names::same_place(&own, &place(row))
    {
        found.push(
            Finding::at(&code::REPORT_NAME_DIFFERS, row.cell(Column::Municipality))
                .with_seen(text(
                    entry.municipality.clone().or_else(|| entry.unit.clone()).unwrap_or_default(),
                ))
                .with_expected(text(name)),
        );
    }
    if let (Some(own), Some(number)) = (&entry.agreement, row.agreement())
        && number_key(own) != number_key(number)
    {
        found.push(
            Finding::at(&code::REGISTER_AGREEMENT_DIFFERS, row.cell(Column::Agreement))
                .with_seen(text(own.clone()))
                .with_expected(text(number)),
        );
    }
    let own_day = entry.agreement_day.as_deref().and_then(super::day);
    if let (Some(own), Some(day)) = (own_day, row.agreement_day())
        && own != day
    {
        found.push(
            Finding::at(&code::REGISTER_AGREEMENT_DAY_DIFFERS, row.cell(Column::AgreementDay))
                .with_seen(Fact::Day(own))
                .with_expected(Fact::Day(day)),
        );
    }
    if row.accepted() == Some(false) {
        found.push(
            Finding::at(&code::REPORT_AFTER_REFUSAL, row.cell(Column::Accepted))
                .with("municipality", text(called(entry))),
        );
    }
    for finding in &found {
        remark(entry, finding, &register.sources);
    }
}

/// A number of an agreement as compared: spaces and the case of letters make no other agreement.
fn number_key(number: &str) -> String {
    let key: String = number.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    key.trim_start_matches("nr").trim_start_matches('.').to_owned()
}
