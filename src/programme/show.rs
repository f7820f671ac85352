//! What `programmes list` and `check` tell, as data. Nothing is printed here.
//!
//! The page of one edition is the business of [`super::page`].

use std::collections::BTreeMap;

use super::page::page;
use super::{Catalogue, Mark, Origin, ProgrammeError};
use crate::locale::Locale;
use crate::units::DayRange;

/// A line of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    /// Id to give on the command line.
    pub id: String,
    /// Where the rules were found.
    pub origin: Origin,
    /// What the rules say, when they load.
    pub edition: Option<Summary>,
}

/// An edition in short.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Summary {
    /// Title.
    pub title: String,
    /// Days covered.
    pub period: DayRange,
    /// How many figures and readings have each mark.
    pub marks: BTreeMap<Mark, usize>,
    /// What is unknown, in the words of the locale.
    pub unknown: Vec<String>,
}

/// Returns every edition in short; one that is refused has its id alone.
pub fn list(catalogue: &Catalogue, locale: &Locale) -> Vec<Listed> {
    let listed = |id: &str| {
        let edition = catalogue.edition(id).ok().map(|(programme, about)| {
            let page = page(&programme, &about, locale);
            let (title, period) = (programme.title, programme.period.value);
            Summary { title, period, marks: page.marks, unknown: page.unknown }
        });
        Listed { id: id.to_owned(), origin: catalogue.origin(id).unwrap_or_default(), edition }
    };
    catalogue.ids().into_iter().map(listed).collect()
}

/// What a check of the rules found for one edition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Checked {
    /// The edition.
    pub id: String,
    /// Why it was refused; nothing when it loads.
    pub refused: Option<ProgrammeError>,
    /// How many figures and readings have each mark.
    pub marks: BTreeMap<Mark, usize>,
}

/// Loads every edition and counts its marks.
pub fn check(catalogue: &Catalogue, locale: &Locale) -> Vec<Checked> {
    let checked = |id: &str| {
        let (marks, refused) = match catalogue.edition(id) {
            Ok((programme, about)) => (page(&programme, &about, locale).marks, None),
            Err(error) => (BTreeMap::new(), Some(error)),
        };
        Checked { id: id.to_owned(), refused, marks }
    };
    catalogue.ids().into_iter().map(checked).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn the_list_and_the_check_name_every_edition() {
        let (catalogue, locale) = (Catalogue::built_in(), Locale::of(Language::Polish));
        let listed = list(&catalogue, locale);
        assert_eq!(listed.len(), catalogue.ids().len());
        let checked = check(&catalogue, locale);
        assert_eq!(checked.len(), listed.len());
        assert!(checked.iter().all(|edition| edition.refused.is_none()));
        for (listed, checked) in listed.iter().zip(&checked) {
            let edition = listed.edition.as_ref().expect("the rules load");
            assert_eq!(edition.marks, checked.marks, "{}", listed.id);
            assert_eq!(edition.unknown.len(), edition.marks.get(&Mark::Unknown).copied().unwrap_or(0));
        }
    }
}
