//! Exports among what is handed in: their entries, or the word that this program cannot read them.

use std::path::PathBuf;

use super::Context;
use crate::consolidate::Entry;

/// Returns the entries of exports, of the edition asked for where one is.
#[cfg(feature = "analytics")]
pub fn entries(found: &[(PathBuf, String)], context: &Context) -> Vec<Entry> {
    let read = |(folder, shown): &(PathBuf, String)| crate::frames::import::import(folder, shown, None);
    let mut entries: Vec<Entry> = found.iter().flat_map(read).collect();
    other_editions(&mut entries, context.asked.as_deref());
    entries
}

/// Rejects what is of another edition than the one asked for, as of a single file: it must not vanish without a word.
#[cfg(any(feature = "analytics", test))]
fn other_editions(entries: &mut [Entry], asked: Option<&str>) {
    use crate::consolidate::verdict;
    let Some(asked) = asked else { return };
    for entry in entries {
        if let Some(seen) = entry.edition.clone().filter(|seen| seen != asked) {
            verdict::say(entry, super::take::other_edition(&seen, asked));
            verdict::done(entry);
        }
    }
}

/// Says of each export that this program was built without what reads it.
#[cfg(not(feature = "analytics"))]
pub fn entries(found: &[(PathBuf, String)], _: &Context) -> Vec<Entry> {
    use crate::consolidate::{EntryFile, Kind, Remark, exported};
    use crate::finding::{Finding, code};
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
        entry.remarks.push(Remark::of(&finding, &Sources::default()));
        entry.judge();
        entry
    };
    found.iter().map(refused).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consolidate::{EntryFile, Kind, Verdict};

    #[cfg(not(feature = "analytics"))]
    #[test]
    fn an_export_is_rejected_by_name_where_nothing_reads_it() {
        let job = crate::pipeline::consolidate::ConsolidateJob::default();
        let context = Context::new(&job).expect("a context");
        let found =
            [(PathBuf::from("/x/eksport"), "eksport".to_owned()), (PathBuf::from("/x"), String::new())];
        let entries = entries(&found, &context);
        let told = |entry: &Entry| (entry.verdict, entry.remarks[0].code.clone(), entry.path().to_owned());
        let unsupported = "export-unsupported".to_owned();
        assert_eq!(
            entries.iter().map(told).collect::<Vec<_>>(),
            [
                (Verdict::Rejected, unsupported.clone(), "eksport/schemat.json".to_owned()),
                (Verdict::Rejected, unsupported, "schemat.json".to_owned()),
            ]
        );
    }

    #[test]
    fn of_an_export_of_two_years_the_other_year_is_rejected_and_not_forgotten() {
        let entry = |edition: &str| {
            let file = EntryFile { path: edition.to_owned(), sha256: String::new(), bytes: 1 };
            let mut entry = Entry::of(vec![file], Kind::Tables);
            entry.edition = Some(edition.to_owned());
            entry
        };
        let mut entries = [entry("asystent-rodziny-2024"), entry("asystent-rodziny-2025")];
        other_editions(&mut entries, Some("asystent-rodziny-2025"));
        assert_eq!(entries.each_ref().map(|e| e.verdict), [Verdict::Rejected, Verdict::Accepted]);
        assert_eq!(entries[0].remarks[0].code, "rollup-other-edition");
        let mut both = [entry("asystent-rodziny-2024"), entry("asystent-rodziny-2025")];
        other_editions(&mut both, None);
        assert!(both.iter().all(|e| e.verdict == Verdict::Accepted), "without --programme nobody asked");
    }
}
