//! Where an entry belongs: edition, voivodeship, powiat and kind of municipality, from its TERYT code; and its number.

use std::collections::BTreeMap;

use crate::consolidate::Entry;
use crate::units::TerytCode;

/// What a partition of an export holds: an edition in a voivodeship. What a file does not tell is taken from the others
/// where they agree, so that a letter or a broken workbook lies with the reports it was sent with.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Place {
    /// Id of the edition; none where neither the file nor the others tell it.
    pub programme: Option<String>,
    /// Two digits; none where neither the code nor the others tell it.
    pub voivodeship: Option<String>,
}

/// What stands in the path for a value that is not known: the name that Hive gives it, which engines read as null.
const UNKNOWN: &str = "__HIVE_DEFAULT_PARTITION__";

impl Place {
    /// Returns the place that an entry itself tells.
    pub fn of(entry: &Entry) -> Self {
        Self {
            programme: entry.edition.clone(),
            voivodeship: code(entry).map(|c| c.voivodeship().to_owned()),
        }
    }

    /// Writes `programme=asystent-rodziny-2025/voivodeship=12`.
    pub fn path(&self) -> String {
        let part = |value: &Option<String>| value.as_deref().map_or_else(|| UNKNOWN.to_owned(), escaped);
        format!("programme={}/voivodeship={}", part(&self.programme), part(&self.voivodeship))
    }
}

/// Escapes as Hive does, so that no id leaves its folder.
fn escaped(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

fn code(entry: &Entry) -> Option<TerytCode> {
    entry.teryt.as_deref().and_then(TerytCode::parse)
}

/// Returns the four digits of the powiat.
pub fn powiat(entry: &Entry) -> Option<String> {
    code(entry).map(|c| c.as_str()[..4].to_owned())
}

/// Returns `urban`, `rural` or `mixed` by the seventh digit; none for a code of six digits.
pub fn gmina_type(entry: &Entry) -> Option<&'static str> {
    match code(entry)?.as_str().as_bytes().get(6)? {
        b'1' => Some("urban"),
        b'2' => Some("rural"),
        _ => Some("mixed"),
    }
}

/// An entry with its number in its partition: what the rows of one entry share in every table.
#[derive(Clone, Debug)]
pub struct Numbered<'e> {
    /// The entry.
    pub entry: &'e Entry,
    /// Its partition.
    pub place: Place,
    /// From one, in the order of entries.
    pub number: i64,
}

/// Numbers the entries of each partition.
pub fn numbered(entries: &[Entry]) -> Vec<Numbered<'_>> {
    let told: Vec<Place> = entries.iter().map(Place::of).collect();
    let programme = only(told.iter().filter_map(|p| p.programme.as_ref()));
    let voivodeship = only(told.iter().filter_map(|p| p.voivodeship.as_ref()));
    let mut last: BTreeMap<Place, i64> = BTreeMap::new();
    entries
        .iter()
        .zip(told)
        .map(|(entry, told)| {
            let place = Place {
                programme: told.programme.or_else(|| programme.clone()),
                voivodeship: told.voivodeship.or_else(|| voivodeship.clone()),
            };
            let number = last.entry(place.clone()).or_insert(0);
            *number += 1;
            Numbered { entry, number: *number, place }
        })
        .collect()
}

/// Returns the value that all have; none when there is none or they differ.
fn only<'t>(mut values: impl Iterator<Item = &'t String>) -> Option<String> {
    let first = values.next()?;
    values.all(|other| other == first).then(|| first.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consolidate::Kind;

    #[test]
    fn a_place_is_a_path_and_what_is_unknown_is_hives_null() {
        let mut entry = Entry::of(Vec::new(), Kind::Form);
        assert_eq!(
            Place::of(&entry).path(),
            "programme=__HIVE_DEFAULT_PARTITION__/voivodeship=__HIVE_DEFAULT_PARTITION__"
        );
        entry.edition = Some("../x y".to_owned());
        entry.teryt = Some("0206032".to_owned());
        assert_eq!(Place::of(&entry).path(), "programme=%2E%2E%2Fx%20y/voivodeship=02");
        assert_eq!((powiat(&entry).as_deref(), gmina_type(&entry)), (Some("0206"), Some("rural")));
        entry.teryt = Some("020603".to_owned());
        assert_eq!(gmina_type(&entry), None, "six digits do not tell the kind");
        let mut letter = Entry::of(Vec::new(), Kind::Unrelated);
        let numbers = |entries: &[Entry]| numbered(entries).iter().map(|n| n.number).collect::<Vec<_>>();
        assert_eq!(
            numbers(&[entry.clone(), letter.clone(), entry.clone()]),
            [1, 2, 3],
            "a letter lies with the others"
        );
        letter.edition = Some("asystent-rodziny-2024".to_owned());
        assert_eq!(numbers(&[entry.clone(), letter, entry]), [1, 1, 2]);
    }
}
