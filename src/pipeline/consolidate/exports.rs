//! Exports among what is handed in: their entries, or the word that this program cannot read them.

use std::path::PathBuf;

use super::Context;
use crate::consolidate::Entry;

/// Returns the entries of exports, of the edition asked for where one is.
#[cfg(feature = "analytics")]
pub fn entries(found: &[(PathBuf, String)], context: &Context) -> Vec<Entry> {
    let asked = context.asked.as_deref();
    found.iter().flat_map(|(folder, shown)| crate::frames::import::import(folder, shown, asked)).collect()
}

/// Says of each export that this program was built without what reads it.
#[cfg(not(feature = "analytics"))]
pub fn entries(found: &[(PathBuf, String)], _: &Context) -> Vec<Entry> {
    use crate::consolidate::{EntryFile, Kind, Remark, exported};
    use crate::finding::{Finding, code, render::rendered};
    use crate::locale::{Language, Locale};
    use crate::source::Sources;
    let refused = |(_, shown): &(PathBuf, String)| {
        let path = if shown.is_empty() {
            exported::SCHEMA.to_owned()
        } else {
            format!("{shown}/{}", exported::SCHEMA)
        };
        let file = EntryFile { path, sha256: String::new(), bytes: 0 };
        let mut entry = Entry::of(vec![file], Kind::Export);
        let finding = Finding::new(&code::consolidate::EXPORT_UNSUPPORTED);
        entry.remarks.push(Remark::from(&rendered(
            &finding,
            &Sources::default(),
            Locale::of(Language::Polish),
        )));
        entry.judge();
        entry
    };
    found.iter().map(refused).collect()
}
