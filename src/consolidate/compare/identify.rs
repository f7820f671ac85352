//! Which row of the register a report belongs to: by its code, by the code in the name of its file, by its name where
//! only one municipality can be meant. A repeated name is never guessed.

use super::super::names::{self, Meant, PlaceName};
use super::super::register::{Register, RegisterRow, place};
use super::super::{Entry, Kind};
use super::{called, is_report, remark, text};
use crate::finding::Finding;
use crate::finding::code::register as code;
use crate::source::Sources;
use crate::units::TerytCode;

/// Finds the row of each entry, by position; gives a code to entries without one where the register tells it.
pub fn identify(
    entries: &mut [Entry],
    register: Option<&Register>,
    run: &mut Vec<Finding>,
) -> Vec<Option<usize>> {
    let nothing = Register::default();
    let register = register.unwrap_or(&nothing);
    let places: Vec<PlaceName> = register.rows.iter().map(place).collect();
    for entry in entries.iter_mut().filter(|entry| is_report(entry)) {
        code_of(entry, register, &places);
    }
    let mut rows: Vec<Option<usize>> = entries
        .iter()
        .map(|entry| {
            let code = entry.teryt.as_deref().filter(|code| TerytCode::parse(code).is_some())?;
            let of = |row: &RegisterRow| row.teryt.as_deref().is_some_and(|c| names::same_code(c, code));
            register.rows.iter().position(of)
        })
        .collect();
    by_list(entries, register, &places, &mut rows, run);
    rows
}

/// Judges the code of an entry and looks for one where there is none.
fn code_of(entry: &mut Entry, register: &Register, places: &[PlaceName]) {
    if let Some(typed) = entry.teryt.clone() {
        if TerytCode::parse(&typed).is_none() {
            let finding = Finding::new(&code::REPORT_CODE_FORM).with_seen(text(typed));
            remark(entry, &finding, &Sources::default());
        }
        return;
    }
    let name = own_name(entry);
    let codes = || register.rows.iter().map(|row| row.teryt.as_deref());
    let among = || places.iter().zip(codes()).filter(|(_, code)| code.is_some());
    // The office itself puts the code into the name of a file: that is said, not guessed, where the name agrees.
    let in_path = codes_in(entry.path());
    let by_path = among().find(|(place, code)| {
        let said = code.is_some_and(|code| in_path.iter().any(|seen| names::same_code(seen, code)));
        said && (name.place.is_empty() || names::same_place(place, &name))
    });
    let found = match by_path {
        Some((_, code)) => code.map(|code| (code.to_owned(), "file")),
        None => match names::meant(&name, among()) {
            Meant::One(at) => {
                among().nth(at).and_then(|(_, code)| code).map(|code| (code.to_owned(), "name"))
            }
            Meant::Several(all) => {
                let candidates: Vec<String> = all
                    .iter()
                    .filter_map(|at| among().nth(*at)?.1.and_then(|c| shown(register, c)))
                    .collect();
                let finding = Finding::new(&code::REPORT_NAME_REPEATED)
                    .with_seen(text(called(entry)))
                    .with("candidates", text(candidates.join("; ")));
                remark(entry, &finding, &Sources::default());
                return;
            }
            Meant::Nobody => None,
        },
    };
    match found {
        Some((found, by)) => {
            let finding = Finding::new(&code::REPORT_CODE_FOUND)
                .with("municipality", text(called(entry)))
                .with("code", text(found.clone()))
                .with("by", text(by));
            remark(entry, &finding, &Sources::default());
            entry.teryt = Some(found);
        }
        None => {
            let finding = Finding::new(&code::REPORT_CODE_MISSING).with("municipality", text(called(entry)));
            remark(entry, &finding, &Sources::default());
        }
    }
}

/// Returns the name of an entry taken apart: the municipality's, else the unit's.
fn own_name(entry: &Entry) -> PlaceName {
    let first = names::parse(entry.municipality.as_deref().unwrap_or_default());
    if first.place.is_empty() { names::parse(entry.unit.as_deref().unwrap_or_default()) } else { first }
}

/// Codes that stand by themselves in a path.
fn codes_in(path: &str) -> Vec<&str> {
    let parts = path.split(|c: char| !c.is_ascii_alphanumeric());
    parts.filter(|part| part.len() >= 6 && TerytCode::parse(part).is_some()).collect()
}

/// `Osiek (1213062, oświęcimski)`.
fn shown(register: &Register, code: &str) -> Option<String> {
    let row = register.row_of_code(code)?;
    let county = row.county().map(|county| format!(", {county}")).unwrap_or_default();
    Some(format!("{} ({code}{county})", row.name().unwrap_or_default()))
}

/// Rows of the register without a code, as in the minister's list: they belong to the entry of their name where both
/// stand alone.
fn by_list(
    entries: &[Entry],
    register: &Register,
    places: &[PlaceName],
    rows: &mut [Option<usize>],
    run: &mut Vec<Finding>,
) {
    let own: Vec<PlaceName> = entries
        .iter()
        .map(|entry| if entry.kind == Kind::Unrelated { names::parse("") } else { own_name(entry) })
        .collect();
    let among = || own.iter().zip(entries).map(|(name, entry)| (name, entry.teryt.as_deref()));
    for (at, row) in register.rows.iter().enumerate().filter(|(_, row)| row.teryt.is_none()) {
        let twins: Vec<usize> = register
            .rows
            .iter()
            .enumerate()
            .filter(|(other, row)| {
                let may = names::meant(&places[at], std::iter::once((&places[*other], row.teryt.as_deref())));
                *other != at && may != Meant::Nobody
            })
            .map(|(other, _)| other)
            .collect();
        let meant = distinct(names::meant(&places[at], among()), entries);
        let name = text(row.name().unwrap_or_default());
        match (twins.is_empty(), meant) {
            (true, Meant::One(entry)) if rows[entry].is_none() => {
                for (slot, other) in rows.iter_mut().zip(entries) {
                    let same = other.teryt.is_some() && other.teryt == entries[entry].teryt;
                    if slot.is_none() && same {
                        *slot = Some(at);
                    }
                }
                rows[entry] = Some(at);
            }
            (true, Meant::One(_) | Meant::Nobody) => {
                let near = nearest(&places[at], &own, entries);
                let mut finding = Finding::at(&code::REGISTER_NAME_UNKNOWN, row.at)
                    .with_seen(name)
                    .with("near", crate::finding::Fact::Count(i64::from(near.is_some())));
                if let Some(near) = near {
                    finding = finding.with("candidate", text(near));
                }
                run.push(finding);
            }
            (alone, meant) => {
                let found = match meant {
                    Meant::One(at) => vec![at],
                    Meant::Several(all) => all,
                    Meant::Nobody => Vec::new(),
                };
                let mut candidates: Vec<String> = found.into_iter().map(|at| called(&entries[at])).collect();
                candidates.dedup();
                let mut finding = Finding::at(&code::REGISTER_NAME_REPEATED, row.at)
                    .with_seen(name)
                    .with("rows", crate::finding::Fact::Count(i64::from(!alone)))
                    .with(
                        "candidates",
                        text(if candidates.is_empty() { "-".to_owned() } else { candidates.join("; ") }),
                    );
                finding.related = twins.iter().map(|other| register.rows[*other].at).collect();
                run.push(finding);
            }
        }
    }
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

/// Returns the entry whose name is most like the one sought, to be offered and never taken.
fn nearest(sought: &PlaceName, own: &[PlaceName], entries: &[Entry]) -> Option<String> {
    let known: Vec<&str> =
        own.iter().map(|name| name.place.as_str()).filter(|place| !place.is_empty()).collect();
    let near = crate::intake::nearest_word(&sought.place, &known)?;
    let at = own.iter().position(|name| name.place == near)?;
    Some(called(&entries[at]))
}

/// Compares what report and register say of one municipality in words.
pub fn words(entry: &mut Entry, row: &RegisterRow, register: &Register) {
    use crate::intake::register::Column;
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
                .with_seen(crate::finding::Fact::Day(own))
                .with_expected(crate::finding::Fact::Day(day)),
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
