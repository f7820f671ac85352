//! Findings as the voivode's office reads them: how bad each is for a report that was handed in, and who has to act.
//!
//! The checks speak to the accountant who still works on the tables. The office holds what came out of them: a loss that
//! the rule makes is settled, and a cell of the municipality's sheet is not the clerk's to mend. Finds nothing by itself.

use super::Remark;
use crate::finding::code::{annex, audit, checks, editions, intake, program, reconciliation};
use crate::finding::render::rendered;
use crate::finding::{Code, Fact, Finding, Severity};
use crate::locale::{Language, Locale};
use crate::source::Sources;

/// Who has to act on a remark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Acts {
    /// The municipality: its remedy is to be passed on.
    Municipality,
    /// The office itself.
    Office,
    /// Nobody: a note.
    Nobody,
}

/// What the rule takes or leaves over and the report shows: the municipality bears it or gives it back in its term, and
/// nobody has to look again. Before the report was sent the same is a warning, since the tables may have been wrong.
/// (Money not given back in its term is `return-overdue`, which stays a warning; figures against the register, too.)
static SETTLED: [&Code; 9] = [
    &checks::AMOUNT_CEILING_BINDS,
    &checks::OWN_SHARE_BINDS,
    &checks::AWARD_BINDS,
    &checks::AWARD_ABOVE_RULE,
    &checks::RECEIVED_ABOVE_RULE,
    &checks::HOURS_BELOW_THRESHOLD,
    &checks::NOT_EMPLOYED_ON_REFERENCE_DAY,
    &checks::NOT_READY,
    &checks::MOTIVATION_SERVICE,
];

/// Codes of what a municipality hands in.
static THEIRS: [&[&Code]; 7] = [
    intake::CODES,
    checks::CODES,
    program::CODES,
    editions::CODES,
    reconciliation::CODES,
    audit::CODES,
    annex::CODES,
];

/// Returns how bad a finding is for the office. Only a warning may become less: what rejects a report rejects it.
pub fn severity(finding: &Finding) -> Severity {
    let settled = SETTLED.iter().any(|code| code.name == finding.code.name);
    if finding.severity == Severity::Warning && settled { Severity::Note } else { finding.severity }
}

/// Puts a finding of a municipality's data into the words of the workbook: what the municipality explained stands with
/// it, and the remedy is the office's own where that of the finding would send the clerk to the municipality's tables.
pub fn remark(finding: &Finding, sources: &Sources) -> Remark {
    let locale = Locale::of(Language::Polish);
    let words = rendered(finding, sources, locale);
    let mut remark = Remark::from(&words);
    if let Some(explained) = &words.explained {
        let said = locale.text("office-explained", &[("said", Fact::Text(explained.line.clone()))]);
        remark.message = format!("{} {said}", remark.message);
        remark.hint = locale.text(EXPLAINED, &[]);
    } else if let Some(own) = hint(finding.code.name, locale) {
        remark.hint = own;
    }
    remark
}

/// The key of what to do about a warning that the municipality has explained.
const EXPLAINED: &str = "office-explained-hint";

/// The remedy in words of the office's own, where those of the finding are not for it.
fn hint(code: &str, locale: &Locale) -> Option<String> {
    let key = format!("office-{code}-hint");
    locale.has(&key).then(|| locale.text(&key, &[]))
}

/// Tells who has to act. What is found in a municipality's tables, settlement or form is the municipality's, unless the
/// remedy has words of the office's own; what is found between files, and against the register, is the office's.
pub fn acts(remark: &Remark) -> Acts {
    let locale = Locale::of(Language::Polish);
    let theirs = || THEIRS.iter().any(|codes| codes.iter().any(|code| code.name == remark.code));
    let explained = || remark.hint == locale.text(EXPLAINED, &[]);
    if remark.severity == "note" {
        Acts::Nobody
    } else if theirs() && hint(&remark.code, locale).is_none() && !explained() {
        Acts::Municipality
    } else {
        Acts::Office
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Explained;
    use crate::finding::code::{consolidate, register};
    use crate::units::Day;

    fn warned(code: &'static Code) -> Remark {
        Remark { code: code.name.to_owned(), severity: "warning".to_owned(), ..Remark::default() }
    }

    #[test]
    fn a_loss_by_the_rule_is_a_note_for_the_office_and_an_error_stays_one() {
        let binds = Finding::new(&checks::AWARD_BINDS);
        assert_eq!((binds.severity, severity(&binds)), (Severity::Warning, Severity::Note));
        assert_eq!(severity(&binds.with_severity(Severity::Error)), Severity::Error);
        assert_eq!(severity(&Finding::new(&checks::RETURN_OVERDUE)), Severity::Warning);
        for code in SETTLED {
            let own = hint(code.name, Locale::of(Language::Polish)).unwrap_or_default();
            assert!(own.starts_with("Nic nie trzeba robić"), "{}: a note asks for nothing", code.name);
        }
    }

    #[test]
    fn remedies_of_the_tables_are_the_municipality_s_and_those_of_the_roll_up_the_office_s() {
        assert_eq!(acts(&warned(&checks::CASELOAD_ABOVE_LIMIT)), Acts::Municipality);
        assert_eq!(acts(&warned(&register::REPORT_LATE)), Acts::Office);
        assert_eq!(acts(&warned(&consolidate::ROLLUP_DRAFT)), Acts::Office);
        assert_eq!(acts(&warned(&checks::DUE_NOT_TRANSFERRED)), Acts::Office, "words of the office's own");
        let note = Remark { severity: "note".to_owned(), ..warned(&consolidate::ROLLUP_DRAFT) };
        assert_eq!(acts(&note), Acts::Nobody);
    }

    #[test]
    fn what_the_municipality_explained_stands_with_the_warning_and_the_office_judges_it() {
        let explained = Explained {
            text: "Zastępstwo do 30 czerwca.".to_owned(),
            who: "Kierownik jednostki".to_owned(),
            when: Day::new(2026, 1, 9).expect("a day"),
        };
        let mut finding = Finding::new(&checks::CASELOAD_ABOVE_LIMIT)
            .with_seen(Fact::Count(16))
            .with_expected(Fact::Count(15))
            .with("day", Fact::Text("12.05.2025".to_owned()));
        finding.assistant = Some("A01".to_owned());
        assert_eq!(acts(&remark(&finding, &Sources::default())), Acts::Municipality);
        finding.explained = Some(explained);
        let told = remark(&finding, &Sources::default());
        assert!(told.message.contains("Zastępstwo do 30 czerwca."), "{}", told.message);
        assert_eq!((acts(&told), told.severity.as_str()), (Acts::Office, "warning"));
    }

    #[test]
    fn what_is_for_the_municipality_to_know_asks_nothing_of_the_office_in_the_municipality_s_words() {
        let told = [
            &checks::INFORMATION_DUTY,
            &checks::BANK_INTEREST_UNKNOWN,
            &reconciliation::LEDGER_PROGRAMME_SPLIT,
        ];
        for code in told {
            let own = hint(code.name, Locale::of(Language::Polish)).unwrap_or_default();
            assert!(own.starts_with("Nic nie trzeba robić"), "{}", code.name);
        }
    }

    #[test]
    fn every_remedy_in_the_office_s_words_is_of_a_code_that_there_is() {
        let catalogue = crate::locale::CATALOGUES.iter().find(|(name, ..)| *name == "office");
        let (_, polish, _) = catalogue.expect("the office has a catalogue");
        let keys = polish.lines().filter_map(|line| line.split_once(" =")?.0.strip_prefix("office-"));
        let mut seen = 0;
        for code in keys.filter_map(|key| key.strip_suffix("-hint")).filter(|code| *code != "explained") {
            assert!(crate::finding::code::all().any(|known| known.name == code), "{code}");
            seen += 1;
        }
        assert!(seen > 5, "{seen}");
    }
}
