//! Findings as text, as JSON and as table rows. The wording comes from the catalogue of the chosen language.

use serde_json::{Value, json};

use super::{Explained, Fact, Finding};
use crate::locale::Locale;
use crate::source::Sources;

/// A finding in words, ready for any output.
#[derive(Clone, Debug)]
pub struct RenderedFinding {
    /// Code name.
    pub code: &'static str,
    /// `error`, `warning` or `note`, as in the JSON result.
    pub severity: &'static str,
    /// The same in the chosen language.
    pub severity_word: String,
    /// File name, or empty.
    pub file: String,
    /// Sheet name, or empty.
    pub sheet: String,
    /// A1 address, or empty.
    pub cell: String,
    /// `file › sheet › A1`, or empty.
    pub place: String,
    /// Further places.
    pub related: Vec<String>,
    /// One sentence with the actual values.
    pub message: String,
    /// Value seen.
    pub seen: String,
    /// Value expected.
    pub expected: String,
    /// Money at stake.
    pub difference: String,
    /// Legal basis or source.
    pub basis: String,
    /// What to do.
    pub hint: String,
    /// The code as `Wyjaśnienia` takes it: with the paragraph, where the finding is about one.
    pub explaining_code: String,
    /// Assistant concerned, or empty.
    pub assistant: String,
    /// Month concerned as `2025-03`, or empty.
    pub month: String,
    /// Who answers for it; none for what is open.
    pub explained: Option<RenderedExplained>,
}

/// An explanation in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RenderedExplained {
    /// What was said.
    pub text: String,
    /// Who said it.
    pub who: String,
    /// The day, as people read it.
    pub when: String,
    /// All three in one line.
    pub line: String,
}

/// Puts a finding into words.
pub fn rendered(finding: &Finding, sources: &Sources, locale: &Locale) -> RenderedFinding {
    use super::Severity;
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let mut facts: Vec<(&str, Fact)> = finding.facts.clone();
    let named = [
        ("seen", finding.seen.clone()),
        ("expected", finding.expected.clone()),
        ("difference", finding.difference.map(Fact::Amount)),
        ("assistant", finding.assistant.clone().map(Fact::Text)),
        ("month", finding.month.map(Fact::Month)),
    ];
    if let Some(periods) = periods(finding, locale) {
        facts.push((PERIODS, Fact::Text(periods)));
    }
    facts.retain(|(name, _)| *name != MONTHS && !PERIOD.contains(name));
    if let Some(months) = months(finding, locale) {
        facts.push((MONTHS, Fact::Text(months)));
    }
    facts.extend(named.into_iter().filter_map(|(name, fact)| fact.map(|f| (name, f))));
    let shown = |fact: &Option<Fact>| fact.as_ref().map_or_else(String::new, |f| locale.fact(f));
    let (file, sheet) = finding.at.map_or(("", ""), |at| sources.names(at.sheet));
    RenderedFinding {
        code: finding.code.name,
        severity,
        severity_word: severity_word(finding, severity, locale),
        file: file.to_owned(),
        sheet: sheet.to_owned(),
        cell: finding.at.map_or_else(String::new, |at| at.to_string()),
        place: finding.at.map_or_else(String::new, |at| sources.place(at)),
        related: finding.related.iter().map(|at| sources.place(*at)).collect(),
        message: locale.text(finding.code.name, &facts),
        seen: shown(&finding.seen),
        expected: shown(&finding.expected),
        difference: shown(&finding.difference.map(Fact::Amount)),
        basis: basis(finding, &facts, locale),
        hint: hint(finding, &facts, locale),
        explaining_code: explaining_code(finding),
        assistant: finding.assistant.clone().unwrap_or_default(),
        month: finding.month.map_or_else(String::new, |m| m.to_string()),
        explained: finding.explained.as_ref().map(|e| explained(e, locale)),
    }
}

fn explaining_code(finding: &Finding) -> String {
    let paragraph = finding.facts.iter().find_map(|(name, fact)| match fact {
        Fact::Text(text) if *name == "paragraph" => Some(text),
        _ => None,
    });
    match paragraph {
        Some(text) if text.chars().any(|c| c.is_ascii_digit()) => format!("{} § {text}", finding.code.name),
        _ => finding.code.name.to_owned(),
    }
}

fn severity_word(finding: &Finding, severity: &str, locale: &Locale) -> String {
    let word = locale.text(&format!("severity-{severity}"), &[]);
    if finding.explained.is_none() {
        return word;
    }
    format!("{word} {}", locale.text("findings-explained-word", &[]))
}

fn explained(given: &Explained, locale: &Locale) -> RenderedExplained {
    let when = locale.fact(&Fact::Day(given.when));
    let facts = [
        ("text", Fact::Text(given.text.clone())),
        ("who", Fact::Text(given.who.clone())),
        ("when", Fact::Text(when.clone())),
    ];
    let line = locale.text("findings-explained-by", &facts);
    RenderedExplained { text: given.text.clone(), who: given.who.clone(), when, line }
}

/// The name of the fact that may be given several times, once for each month.
const MONTHS: &str = "months";

/// The names of facts that may be given several times, once for each rate of interest, in this order.
pub const PERIOD: [&str; 4] = ["period_first", "period_last", "period_days", "period_rate"];

/// The name of all those periods in one text.
const PERIODS: &str = "periods";

/// All periods of interest of a finding, each worded by the catalogue.
fn periods(finding: &Finding, locale: &Locale) -> Option<String> {
    let given: Vec<_> = finding.facts.iter().filter(|(name, _)| PERIOD.contains(name)).cloned().collect();
    let shown: Vec<String> =
        given.chunks(PERIOD.len()).map(|period| locale.text("interest-period", period)).collect();
    (!shown.is_empty()).then(|| shown.join("; "))
}

/// All months of a finding in one text, runs of three and more as `from - to`.
fn months(finding: &Finding, locale: &Locale) -> Option<String> {
    let given = finding.facts.iter().filter_map(|(name, fact)| match fact {
        Fact::Month(month) if *name == MONTHS => Some(*month),
        _ => None,
    });
    let months: std::collections::BTreeSet<crate::units::Month> = given.collect();
    let mut runs: Vec<Vec<crate::units::Month>> = Vec::new();
    for month in months {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| last.next() == month) => run.push(month),
            _ => runs.push(vec![month]),
        }
    }
    let word = |month: &crate::units::Month| locale.fact(&Fact::Month(*month));
    let shown = runs.iter().map(|run| match &run[..] {
        [first, _, .., last] => format!("{} - {}", word(first), word(last)),
        few => few.iter().map(word).collect::<Vec<_>>().join(", "),
    });
    let shown: Vec<String> = shown.collect();
    (!shown.is_empty()).then(|| shown.join(", "))
}

/// The remedy. An amount computed while rows are left out is provisional: nobody should send money back over it.
fn hint(finding: &Finding, facts: &[(&str, Fact)], locale: &Locale) -> String {
    let own = locale.text(&format!("{}-hint", finding.code.name), facts);
    if finding.provisional { format!("{} {own}", locale.text("findings-provisional", &[])) } else { own }
}

/// The finding's own basis (the source of a figure of the edition), else the one that goes with its code.
fn basis(finding: &Finding, facts: &[(&str, Fact)], locale: &Locale) -> String {
    let key = format!("{}-basis", finding.code.name);
    match &finding.basis {
        Some(own) => own.clone(),
        None if locale.has(&key) => locale.text(&key, facts),
        None => String::new(),
    }
}

/// Puts all findings into words.
pub fn rendered_all(findings: &[Finding], sources: &Sources, locale: &Locale) -> Vec<RenderedFinding> {
    findings.iter().map(|f| rendered(f, sources, locale)).collect()
}

/// Writes findings for the terminal, each with its place, values, basis and remedy, and a closing line of counts.
///
/// Worst first is the caller's order; clear without colour.
pub fn text(findings: &[RenderedFinding], locale: &Locale) -> String {
    let label = |name: &str| locale.text(&format!("findings-label-{name}"), &[]);
    let labels =
        ["place", "related", "seen", "expected", "difference", "basis", "hint", "explained"].map(label);
    let width = labels.iter().map(|l| l.chars().count()).max().unwrap_or(0);
    let mut out = String::new();
    for f in findings {
        out.extend([&f.severity_word, "[", f.code, "] ", &f.message, "\n"]);
        let related = f.related.join("; ");
        let by = f.explained.as_ref().map(|e| e.line.clone()).unwrap_or_default();
        // What a person answers for needs no remedy.
        let hint = if f.explained.is_some() { String::new() } else { f.hint.clone() };
        let values = [&f.place, &related, &f.seen, &f.expected, &f.difference, &f.basis, &hint, &by];
        for (label, value) in labels.iter().zip(values).filter(|(_, value)| !value.is_empty()) {
            out.extend(["  ", &format!("{label:<width$}"), "  ", value, "\n"]);
        }
        out.push('\n');
    }
    out.push_str(&closing(findings, locale));
    out.push('\n');
    out
}

/// Writes `Razem: 1 błąd, 2 ostrzeżenia, 5 uwag.`
pub fn closing(findings: &[RenderedFinding], locale: &Locale) -> String {
    if findings.is_empty() {
        return locale.text("findings-none", &[]);
    }
    let count = |severity: &str, key: &str| {
        let open = |f: &&RenderedFinding| f.severity == severity && f.explained.is_none();
        let n = findings.iter().filter(open).count();
        let n = Fact::Count(i64::try_from(n).unwrap_or(i64::MAX));
        Fact::Text(locale.text(key, &[("count", n)]))
    };
    let facts = [
        ("errors", count("error", "findings-errors")),
        ("warnings", count("warning", "findings-warnings")),
        ("notes", count("note", "findings-notes")),
    ];
    let counted = locale.text("findings-count", &facts);
    let explained = findings.iter().filter(|f| f.severity == "warning" && f.explained.is_some()).count();
    if explained == 0 {
        return counted;
    }
    let explained = Fact::Text(explained.to_string());
    locale.text("findings-count-explained", &[("count", Fact::Text(counted)), ("explained", explained)])
}

/// Returns the findings as in the JSON result. What is not known is null; amounts are strings with two decimals and a
/// point, days and months are ISO, whatever the language.
pub fn json(findings: &[Finding], sources: &Sources, locale: &Locale) -> Value {
    let one = |finding: &Finding| {
        let words = rendered(finding, sources, locale);
        let text = |s: &str| if s.is_empty() { Value::Null } else { Value::from(s) };
        json!({
            "code": words.code,
            "severity": words.severity,
            "file": text(&words.file),
            "sheet": text(&words.sheet),
            "cell": text(&words.cell),
            "message": words.message,
            "seen": finding.seen.as_ref().map(plain),
            "expected": finding.expected.as_ref().map(plain),
            "difference": finding.difference.map(|d| d.to_string()),
            "basis": text(&words.basis),
            "hint": text(&words.hint),
            "assistant": finding.assistant,
            "month": finding.month.map(|m| m.to_string()),
            "check": finding.code.check,
            "explained": finding.explained.as_ref().map(|e| json!({
                "text": e.text,
                "who": e.who,
                "when": e.when.to_string(),
            })),
        })
    };
    Value::Array(findings.iter().map(one).collect())
}

/// A fact for machines.
fn plain(fact: &Fact) -> String {
    match fact {
        Fact::Text(text) => text.clone(),
        Fact::Count(n) => n.to_string(),
        Fact::Amount(amount) => amount.to_string(),
        Fact::Number(n) | Fact::Percent(n) => n.to_short(6),
        Fact::Day(day) => day.to_string(),
        Fact::Month(month) => month.to_string(),
        Fact::System(kind) => kind.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::code::{all, checks};
    use crate::finding::{Code, Severity};
    use crate::locale::Language;
    use crate::source::{CellRef, SheetId, SourceFile};
    use crate::units::Money;

    fn place() -> (Sources, CellRef) {
        let mut sources = Sources::default();
        let file = SourceFile { name: "dane.xlsx".to_owned(), sha256: String::new(), bytes: 0 };
        let file = sources.add_file(file);
        let sheet: SheetId = sources.add_sheet(file, "Środki");
        (sources, CellRef { sheet, row: 2, column: 4 })
    }

    fn received_above_award(at: CellRef) -> Finding {
        Finding::at(&checks::RECEIVED_ABOVE_AWARD, at)
            .with("component", Fact::Text("dodatki".to_owned()))
            .with_seen(Fact::Amount(Money::from_grosze(40_100)))
            .with_expected(Fact::Amount(Money::from_grosze(40_000)))
            .with_difference(Money::from_grosze(100))
    }

    #[test]
    fn every_code_has_message_and_hint_in_both_languages() {
        let (polish, english) = (Locale::new(Language::Polish), Locale::new(Language::English));
        let mut missing = Vec::new();
        for code in all() {
            for key in [code.name.to_owned(), format!("{}-hint", code.name)] {
                if !polish.has(&key) || !english.has(&key) {
                    missing.push(key);
                }
            }
            let basis = format!("{}-basis", code.name);
            assert_eq!(polish.has(&basis), english.has(&basis), "{basis}");
        }
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn code_names_are_unique_and_kebab_case() {
        let names: Vec<&str> = all().map(|c| c.name).collect();
        let unique: std::collections::BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(unique.len(), names.len());
        let kebab = |n: &&str| n.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        assert!(names.iter().all(kebab));
    }

    #[test]
    fn the_terminal_shows_place_values_basis_and_remedy() {
        let (sources, at) = place();
        let locale = Locale::new(Language::Polish);
        let words = rendered_all(&[received_above_award(at)], &sources, &locale);
        let text = text(&words, &locale).replace('\u{a0}', " ");
        for part in [
            "[received-above-award] Składnik „dodatki”: otrzymano 401,00 zł, a przyznano 400,00 zł, czyli o 1,00 zł za dużo.",
            "gdzie      dane.xlsx › Środki › E3",
            "jest       401,00 zł",
            "ma być     400,00 zł",
            "różnica    1,00 zł",
            "podstawa   umowa z wojewodą; ustawa o finansach publicznych, art. 150 i 168",
            "co zrobić  Sprawdź",
            "Razem: 1 błąd, 0 ostrzeżeń, 0 uwag.",
        ] {
            assert!(text.contains(part), "{part}\nnot in\n{text}");
        }
    }

    #[test]
    fn the_closing_line_has_polish_plurals() {
        let (sources, at) = place();
        let locale = Locale::new(Language::Polish);
        let count = |errors: usize, warnings: usize, notes: usize| {
            let of = |n, severity| vec![received_above_award(at).with_severity(severity); n];
            let all =
                [of(errors, Severity::Error), of(warnings, Severity::Warning), of(notes, Severity::Note)];
            closing(&rendered_all(&all.concat(), &sources, &locale), &locale)
        };
        assert_eq!(count(1, 2, 5), "Razem: 1 błąd, 2 ostrzeżenia, 5 uwag.");
        assert_eq!(count(22, 12, 1), "Razem: 22 błędy, 12 ostrzeżeń, 1 uwaga.");
        assert_eq!(count(0, 0, 0), "Nie znaleziono błędów ani ostrzeżeń.");
    }

    #[test]
    fn the_json_has_plain_amounts_and_the_basis_of_a_figure_wins() {
        let (sources, at) = place();
        let locale = Locale::new(Language::Polish);
        let found = json(&[received_above_award(at).with_basis("umowa PS-1, § 3")], &sources, &locale);
        let one = &found[0];
        assert_eq!(one["code"], "received-above-award");
        assert_eq!(one["severity"], "error");
        assert_eq!(one["file"], "dane.xlsx");
        assert_eq!(one["cell"], "E3");
        assert_eq!(one["seen"], "401.00");
        assert_eq!(one["difference"], "1.00");
        assert_eq!(one["basis"], "umowa PS-1, § 3");
        assert_eq!(one["assistant"], Value::Null);
    }

    #[test]
    fn every_check_made_says_what_it_means_to_pass() {
        for language in [Language::Polish, Language::English] {
            let locale = Locale::new(language);
            let silent: Vec<&str> = crate::checks::MADE
                .into_iter()
                .filter(|n| !locale.has(&format!("passed-{}", n.to_lowercase())))
                .collect();
            assert_eq!(silent, Vec::<&str>::new());
        }
    }

    #[test]
    fn check_numbers_are_among_those_made() {
        let made = |c: &&Code| c.check.is_none_or(|n| crate::checks::MADE.contains(&n));
        let others: Vec<&str> = checks::CODES.iter().filter(|c| !made(c)).map(|c| c.name).collect();
        assert_eq!(others, Vec::<&str>::new());
    }
}
