//! Names of municipalities as offices write them: `UMiG Osiek`, `Gmina Osiek`, `MGOPS w Osieku`.
//!
//! A name is taken apart into the words of the office and the place. Declined forms are not undone, and of several
//! municipalities that a name may mean none is chosen: that is the office's to say.

use std::collections::BTreeMap;

use crate::intake::words::parted;
use crate::units::TerytCode;

/// A name taken apart.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct PlaceName {
    /// The place, as compared.
    pub place: String,
    /// Last digits of TERYT that the words of the office allow; all where it is empty.
    pub kinds: &'static str,
}

/// Words of offices, longest first, with the kinds of municipality that have such an office: 1 urban, 2 rural, 3 mixed.
/// A mixed municipality may have an office of any name.
const OFFICES: &[(&[&str], &str)] = &[
    (&["miejsko", "gminny", "osrodek", "pomocy", "spolecznej"], "3"),
    (&["gminno", "miejski", "osrodek", "pomocy", "spolecznej"], "3"),
    (&["miejski", "gminny", "osrodek", "pomocy", "spolecznej"], "3"),
    (&["gminny", "osrodek", "pomocy", "spolecznej"], "23"),
    (&["miejski", "osrodek", "pomocy", "spolecznej"], "13"),
    (&["miejski", "osrodek", "pomocy", "rodzinie"], "13"),
    (&["urzad", "miasta", "i", "gminy"], "3"),
    (&["urzad", "gminy", "i", "miasta"], "3"),
    (&["urzad", "miasta", "stolecznego"], "1"),
    (&["urzad", "m", "st"], "1"),
    (&["osrodek", "pomocy", "spolecznej"], ""),
    (&["centrum", "uslug", "spolecznych"], ""),
    (&["gmina", "miejsko", "wiejska"], "3"),
    (&["miasto", "i", "gmina"], "3"),
    (&["gmina", "i", "miasto"], "3"),
    (&["miasto", "stoleczne"], "1"),
    (&["gmina", "miejska"], "1"),
    (&["gmina", "wiejska"], "2"),
    (&["gmina", "miasta"], "13"),
    (&["gmina", "miasto"], "13"),
    (&["urzad", "miejski"], "13"),
    (&["urzad", "miasta"], "13"),
    (&["urzad", "gminy"], "23"),
    (&["m", "gops"], "3"),
    (&["m", "st"], "1"),
    (&["migops"], "3"),
    (&["mgops"], "3"),
    (&["gmops"], "3"),
    (&["umig"], "3"),
    (&["ugim"], "3"),
    (&["mops"], "13"),
    (&["mopr"], "13"),
    (&["mcus"], "13"),
    (&["um"], "13"),
    (&["gops"], "23"),
    (&["gcus"], "23"),
    (&["ug"], "23"),
    (&["ops"], ""),
    (&["cus"], ""),
    (&["miasto"], "13"),
    (&["gmina"], ""),
    (&["gm"], ""),
];

/// Words in brackets or behind a dash that tell the kind.
const ENDINGS: &[(&[&str], &str)] = &[
    (&["gmina", "miejsko", "wiejska"], "3"),
    (&["miejsko", "wiejska"], "3"),
    (&["miasto", "i", "gmina"], "3"),
    (&["gmina", "miejska"], "1"),
    (&["gmina", "wiejska"], "2"),
    (&["gm", "wiejska"], "2"),
    (&["gm", "miejska"], "1"),
    (&["miejska"], "1"),
    (&["wiejska"], "2"),
    (&["miasto"], "13"),
    (&["gmina"], "23"),
    (&["m", "w"], "3"),
    (&["mw"], "3"),
    (&["m"], "1"),
    (&["w"], "2"),
];

/// Takes a name apart. Nothing is left of a name that is all office.
pub fn parse(text: &str) -> PlaceName {
    let (text, ending) = split_ending(text);
    let mut words: Vec<String> = parted(text).collect();
    let mut kinds = "";
    while let Some((office, of)) = OFFICES.iter().find(|(office, _)| begins(&words, office)) {
        words.drain(..office.len());
        // The innermost word is the municipality's own: `GOPS Gmina Miejska …` is a town.
        kinds = if of.is_empty() { kinds } else { of };
    }
    PlaceName { place: words.join(" "), kinds: ending.unwrap_or(kinds) }
}

fn begins(words: &[String], office: &[&str]) -> bool {
    words.len() >= office.len() && words.iter().zip(office).all(|(a, b)| a == b)
}

/// `Nowy Targ (gmina wiejska)`, `Nowy Targ - miasto`: text before, and the kinds. Other words stay part of the name.
fn split_ending(text: &str) -> (&str, Option<&'static str>) {
    let bracket = text.trim_end().strip_suffix(')').and_then(|t| t.rsplit_once('('));
    let dash = || text.rsplit_once(" - ").or_else(|| text.rsplit_once(" \u{2013} "));
    let Some((before, after)) = bracket.or_else(dash) else { return (text, None) };
    let after: Vec<String> = parted(after).collect();
    let known = ENDINGS.iter().find(|(ending, _)| after.len() == ending.len() && begins(&after, ending));
    known.map_or((text, None), |(_, kinds)| (before, Some(kinds)))
}

/// May the name mean a municipality of this name and code, by the kind that its office tells?
fn fits(name: &PlaceName, other: &PlaceName, teryt: Option<&str>) -> bool {
    let kind = teryt.filter(|code| code.len() == 7).and_then(|code| code.chars().last());
    let of_code = kind.is_none_or(|kind| name.kinds.is_empty() || name.kinds.contains(kind));
    of_code && may_be_one(name.kinds, other.kinds)
}

/// May two words of offices be of one municipality? `UM` and `UG` are those of a town and of what lies around it, though
/// a mixed municipality may call its office either way.
fn may_be_one(a: &str, b: &str) -> bool {
    let common = |but: char| a.chars().any(|c| c != but && b.contains(c));
    let mixed = a == "3" || b == "3";
    a.is_empty() || b.is_empty() || common('3') || (mixed && common(' '))
}

/// Do the names speak of one place?
pub fn same_place(a: &PlaceName, b: &PlaceName) -> bool {
    !a.place.is_empty() && a.place == b.place
}

/// What a name may mean among others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Meant {
    /// Exactly one, by position.
    One(usize),
    /// None of them.
    Nobody,
    /// Several, by position.
    Several(Vec<usize>),
}

/// Names to look others up among, each with its code where it has one.
#[derive(Clone, Debug, Default)]
pub struct Places {
    all: Vec<(PlaceName, Option<String>)>,
    by_place: BTreeMap<String, Vec<usize>>,
}

impl Places {
    /// Takes names in their order; one without a place is never found.
    pub fn of(all: impl Iterator<Item = (PlaceName, Option<String>)>) -> Self {
        let all: Vec<(PlaceName, Option<String>)> = all.collect();
        let mut by_place: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, (name, _)) in all.iter().enumerate().filter(|(_, (name, _))| !name.place.is_empty()) {
            by_place.entry(name.place.clone()).or_default().push(at);
        }
        Self { all, by_place }
    }

    /// Returns the name at a position.
    pub fn name(&self, at: usize) -> &PlaceName {
        &self.all[at].0
    }

    /// Returns all places, each once.
    pub fn places(&self) -> impl Iterator<Item = (&str, usize)> {
        self.by_place.iter().filter_map(|(place, at)| Some((place.as_str(), *at.first()?)))
    }

    /// Returns the others that may be meant by the name at a position.
    pub fn twins(&self, at: usize) -> Vec<usize> {
        let (name, _) = &self.all[at];
        let same = self.by_place.get(&name.place).into_iter().flatten().copied();
        same.filter(|other| *other != at && self.fits(name, *other)).collect()
    }

    fn fits(&self, name: &PlaceName, at: usize) -> bool {
        let (other, teryt) = &self.all[at];
        fits(name, other, teryt.as_deref())
    }

    /// Looks a name up.
    ///
    /// Of several places of one name the word of the office decides only between a town and the rural municipality
    /// around it, which lie in one powiat: `UM` is the town's. Anywhere else it would be a guess.
    pub fn meant(&self, name: &PlaceName) -> Meant {
        let named = self.by_place.get(&name.place).map(Vec::as_slice).unwrap_or_default();
        let fit: Vec<usize> = named.iter().copied().filter(|at| self.fits(name, *at)).collect();
        let county = |at: usize| self.all[at].1.as_deref().and_then(|code| code.get(..4));
        let first = named.first().and_then(|at| county(*at));
        let neighbours = first.is_some() && named.iter().all(|at| county(*at) == first);
        match fit.as_slice() {
            [] => Meant::Nobody,
            [one] if named.len() == 1 || neighbours => Meant::One(*one),
            _ => Meant::Several(named.to_vec()),
        }
    }
}

/// Returns the part of a code that tells the municipality: the first six digits; none of another text.
pub fn number_of(code: &str) -> Option<&str> {
    TerytCode::parse(code).and_then(|_| code.get(..6))
}

/// Are two codes of one municipality? The first six digits are its number; the seventh tells its kind, which changes.
pub fn same_code(a: &str, b: &str) -> bool {
    a.len() >= 6 && b.len() >= 6 && a.as_bytes()[..6] == b.as_bytes()[..6]
}

/// Do two codes of one municipality tell different kinds?
pub fn other_kind(a: &str, b: &str) -> bool {
    same_code(a, b) && a.len() == 7 && b.len() == 7 && a != b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_office_are_taken_off_the_place() {
        for (name, place, kinds) in [
            ("Gmina Osiek", "osiek", ""),
            ("UMiG Osiek", "osiek", "3"),
            ("Urząd Miasta i Gminy Osiek", "osiek", "3"),
            ("M-GOPS Osiek", "osiek", "3"),
            ("Miejsko-Gminny Ośrodek Pomocy Społecznej Osiek", "osiek", "3"),
            ("GOPS w Osieku", "w osieku", "23"),
            ("Miasto i Gmina Miechów", "miechow", "3"),
            ("m.st. Warszawa", "warszawa", "1"),
            ("Nowy Targ (gmina wiejska)", "nowy targ", "2"),
            ("Nowy Targ - miasto", "nowy targ", "13"),
            ("Bielsko-Biała", "bielsko biala", ""),
            ("Gmina Miejska Kraków", "krakow", "1"),
            ("Urząd Gminy", "", "23"),
        ] {
            assert_eq!(parse(name), PlaceName { place: place.to_owned(), kinds }, "{name}");
        }
    }

    #[test]
    fn a_repeated_name_means_nobody_alone() {
        let codes = ["1213062", "2213022", "2604073", "1413042"];
        let osieks = Places::of(codes.iter().map(|code| (parse("Gmina Osiek"), Some((*code).to_owned()))));
        assert_eq!(osieks.meant(&parse("OPS Osiek")), Meant::Several(vec![0, 1, 2, 3]));
        assert_eq!(osieks.meant(&parse("GOPS Osiek")), Meant::Several(vec![0, 1, 2, 3]));
        let mixed = osieks.meant(&parse("UMiG Osiek"));
        assert_eq!(mixed, Meant::Several(vec![0, 1, 2, 3]), "one of them is mixed, and still nobody said so");
        assert_eq!(osieks.meant(&parse("GOPS w Osieku")), Meant::Nobody, "forms are not undone");
    }

    #[test]
    fn a_town_is_no_rural_municipality_of_its_name() {
        let of = |codes: &[&str]| {
            Places::of(codes.iter().map(|code| (parse("Nowy Targ"), Some((*code).to_owned()))))
        };
        let both = of(&["1211011", "1211112"]);
        assert_eq!(both.meant(&parse("UM Nowy Targ")), Meant::One(0));
        assert_eq!(both.meant(&parse("GOPS Nowy Targ")), Meant::One(1));
        assert_eq!(both.meant(&parse("OPS Nowy Targ")), Meant::Several(vec![0, 1]));
        assert_eq!(of(&["1211112"]).meant(&parse("UM Nowy Targ")), Meant::Nobody);
        assert!(other_kind("1211012", "1211013") && !other_kind("121101", "1211013"));
    }
}
