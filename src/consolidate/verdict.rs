//! From findings to the remarks of an entry and its verdict. Reads nothing; finds nothing by itself.

use std::collections::BTreeSet;

use super::sheets::words;
use super::{Entry, EntryFile, Kind, Remark, for_office};
use crate::finding::code::{annex, audit, checks, consolidate as codes};
use crate::finding::{Code, Fact, Finding};
use crate::source::Sources;
use crate::units::Money;

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

/// Adds what findings of a municipality's data say, as the office reads them ([`for_office`]). That the term of the report has
/// passed is nothing to tell the office that holds the report: the day on which it came in, which its register knows,
/// tells whether it was late.
pub fn tell(entry: &mut Entry, findings: &[Finding], sources: &Sources) {
    let told = findings.iter().filter(|found| found.code.name != checks::REPORT_OVERDUE.name);
    entry.remarks.extend(told.map(|found| {
        let found = found.clone().with_severity(for_office::severity(found));
        for_office::remark(&found, sources)
    }));
}

/// Adds one finding about the files as such.
#[expect(clippy::needless_pass_by_value, reason = "a finding is made where it is said, and used once")]
pub fn say(entry: &mut Entry, finding: Finding) {
    let mut remark = for_office::remark(&finding, &Sources::default());
    entry.path().rsplit('/').next().unwrap_or_default().clone_into(&mut remark.file);
    entry.remarks.push(remark);
}

/// Takes out figures that no spreadsheet could add up to the grosz, and rejects the report that has one: it must not stop
/// the roll-up of all the others.
pub fn believable(entry: &mut Entry) {
    let most = Money::BEYOND_BELIEF.to_exact();
    let beyond: Vec<_> = entry.figures.iter().filter(|(_, value)| value.abs() >= most).collect();
    let beyond: Vec<_> = beyond.into_iter().map(|(key, value)| (key, value.clone())).collect();
    for (key, value) in &beyond {
        entry.figures.remove(*key);
        let seen = Money::from_exact(value).map_or_else(|| Fact::Number(value.clone()), Fact::Amount);
        let finding = Finding::new(&codes::ROLLUP_BEYOND_BELIEF)
            .with("file", Fact::Text(entry.path().to_owned()))
            .with("figure", Fact::Text(words::figure(*key)))
            .with_seen(seen);
        say(entry, finding);
    }
    if !beyond.is_empty() {
        entry.judge();
    }
}

/// How far a remark is from the cell to mend: what was typed or cannot be read comes first, then changed formulas and the
/// shape of the sheets, last results that only follow. Of equals the order of the audit stays, the largest difference first.
fn follows(code: &str) -> u8 {
    let typed: [&Code; 8] = [
        &audit::AUDIT_INPUT_CHANGED,
        &audit::AUDIT_PARAMETER_CHANGED,
        &annex::ANNEX_PART_MISSING,
        &annex::ANNEX_PART_OTHER_YEAR,
        &annex::ANNEX_TITLE_DIFFERS,
        &annex::ANNEX_UNREADABLE,
        &annex::ANNEX_NO_RESULT,
        &annex::ANNEX_BEYOND_BELIEF,
    ];
    let only_follow: [&Code; 3] =
        [&audit::AUDIT_STORED_RESULT, &audit::AUDIT_LAW_FIGURE, &audit::AUDIT_LAW_CELL];
    let is = |codes: &[&Code]| codes.iter().any(|known| known.name == code);
    match (is(&typed), is(&only_follow)) {
        // The office's own disk says nothing of the report.
        _ if code == codes::ROLLUP_NOT_WRITTEN.name => 3,
        (true, _) => 0,
        (_, false) => 1,
        (_, true) => 2,
    }
}

/// Puts the remarks in order, keeps the worst of them and judges.
pub fn done(entry: &mut Entry) {
    believable(entry);
    entry.remarks.sort_by_key(|remark| (remark.rank(), follows(&remark.code)));
    // One submission settled again tells the same of the same cell.
    let mut told = BTreeSet::new();
    let mut kept = std::mem::take(&mut entry.remarks);
    kept.retain(|remark| {
        let Remark { code, file, sheet, cell, message, .. } = remark;
        told.insert([code, file, sheet, cell, message].map(String::clone))
    });
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
    fn that_a_report_is_overdue_is_not_told_to_the_office_that_holds_it() {
        let mut one = entry();
        let day = |n| Fact::Day(crate::units::Day::new(2026, 1, n).expect("a day"));
        let overdue = Finding::new(&checks::REPORT_OVERDUE).with("round", Fact::Text(String::new()));
        let overdue = overdue.with_seen(day(20)).with_expected(day(9));
        let other = Finding::new(&codes::ROLLUP_DRAFT);
        tell(&mut one, &[overdue, other], &Sources::default());
        let codes: Vec<&str> = one.remarks.iter().map(|remark| remark.code.as_str()).collect();
        assert_eq!(codes, ["rollup-draft"]);
    }

    #[test]
    fn a_figure_that_no_spreadsheet_adds_up_is_taken_out_and_its_report_rejected() {
        use crate::consolidate::FigureKey;
        let key = |name: &str| FigureKey::named(name, None).expect("a figure of a form");
        let mut one = entry();
        let most = Money::BEYOND_BELIEF;
        let below = most.checked_add(Money::from_grosze(-1)).expect("a grosz less");
        one.figures.set(key("all.cost"), most.to_exact());
        one.figures.set(key("employment.cost"), below.to_exact());
        done(&mut one);
        assert_eq!((one.verdict, one.remarks.len()), (Verdict::Rejected, 1));
        assert_eq!(one.remarks[0].code, "rollup-beyond-belief");
        assert_eq!(one.figures.get(key("all.cost")), None);
        assert_eq!(
            one.figures.get(key("employment.cost")),
            Some(&below.to_exact()),
            "a grosz below is believed"
        );
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
        assert_eq!(one.remarks[MOST].code, "rollup-more-remarks");
        assert!(one.remarks[MOST].message.contains("801"), "{}", one.remarks[MOST].message);
    }
}
