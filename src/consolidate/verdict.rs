//! From findings to the remarks of an entry and its verdict. Reads nothing; finds nothing by itself.

use super::{Entry, EntryFile, Kind, Remark};
use crate::finding::code::consolidate as codes;
use crate::finding::render::{rendered, rendered_all};
use crate::finding::{Fact, Finding};
use crate::locale::{Language, Locale};
use crate::source::Sources;

/// Remarks of an entry that are kept: more than anybody mends before sending the file again.
const MOST: usize = 200;

/// Returns the entry of files that are not taken, with the reason.
pub fn left(files: Vec<EntryFile>, finding: Finding) -> Entry {
    let name = files.first().map(|file| file.path.clone()).unwrap_or_default();
    let mut entry = Entry::of(files, Kind::Unrelated);
    say(&mut entry, finding.with("file", Fact::Text(name)));
    done(&mut entry);
    entry
}

/// Adds what findings say, in words.
pub fn tell(entry: &mut Entry, findings: &[Finding], sources: &Sources) {
    let locale = Locale::of(Language::Polish);
    entry.remarks.extend(rendered_all(findings, sources, locale).iter().map(Remark::from));
}

/// Adds one finding about the files as such.
pub fn say(entry: &mut Entry, finding: Finding) {
    let locale = Locale::of(Language::Polish);
    let mut remark = Remark::from(&rendered(&finding, &Sources::default(), locale));
    remark.file = entry.path().rsplit('/').next().unwrap_or_default().to_owned();
    entry.remarks.push(remark);
}

/// Puts the remarks in order, keeps the worst of them and judges.
pub fn done(entry: &mut Entry) {
    let rank = |remark: &Remark| match remark.severity.as_str() {
        "error" => 0,
        "warning" => 1,
        _ => 2,
    };
    entry.remarks.sort_by_key(rank);
    // One submission settled again tells the same of the same cell.
    let mut kept: Vec<Remark> = Vec::new();
    for remark in std::mem::take(&mut entry.remarks) {
        if !kept.contains(&remark) {
            kept.push(remark);
        }
    }
    let more = kept.len().saturating_sub(MOST);
    kept.truncate(MOST);
    entry.remarks = kept;
    if more > 0 {
        let count = Fact::Count(i64::try_from(more).unwrap_or(i64::MAX));
        say(entry, Finding::new(&codes::ROLLUP_MORE_REMARKS).with("count", count));
    }
    entry.judge();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consolidate::Verdict;
    use crate::finding::Severity;

    fn entry() -> Entry {
        Entry::of(
            vec![EntryFile { path: "a/b.xlsx".to_owned(), sha256: String::new(), bytes: 1 }],
            Kind::Tables,
        )
    }

    #[test]
    fn the_worst_remark_comes_first_and_decides() {
        let mut one = entry();
        say(&mut one, Finding::new(&codes::ROLLUP_DRAFT).with_severity(Severity::Note));
        done(&mut one);
        assert_eq!(one.verdict, Verdict::Accepted, "a note is no remark");
        say(&mut one, Finding::new(&codes::ROLLUP_DRAFT).with_severity(Severity::Warning));
        done(&mut one);
        assert_eq!(one.verdict, Verdict::Remarks);
        say(&mut one, Finding::new(&codes::ROLLUP_DRAFT));
        done(&mut one);
        assert_eq!((one.verdict, one.remarks[0].code.as_str()), (Verdict::Rejected, "rollup-draft"));
        assert_eq!(one.remarks[0].file, "b.xlsx");
    }

    #[test]
    fn of_very_many_remarks_the_worst_are_kept_and_the_rest_is_counted() {
        let mut one = entry();
        for n in 0..1_000 {
            let finding = Finding::new(&codes::ROLLUP_MORE_REMARKS).with("count", Fact::Count(n));
            say(&mut one, finding);
        }
        say(&mut one, Finding::new(&codes::ROLLUP_DRAFT));
        done(&mut one);
        assert_eq!((one.remarks.len(), one.verdict), (MOST + 1, Verdict::Rejected));
        assert_eq!(one.remarks[0].code, "rollup-draft");
        assert!(one.remarks[MOST].message.contains("801"), "{}", one.remarks[MOST].message);
    }
}
