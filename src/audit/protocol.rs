//! The audit protocol: what was audited, what was recomputed, what differs, what could not be verified, and who signs.
//!
//! Always Polish, like every workbook; no clock: the day is the one given, or a line to write it on. It repeats what
//! the report says and judges nothing itself.

mod labels;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::{Report, Subject};
use crate::calc::Format;
use crate::finding::render::{RenderedFinding, rendered};
use crate::finding::{Fact, Severity};
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Book, Content, Role};
use crate::locale::{Language, Locale};
use crate::units::{Day, Exact, Money};

/// Name of the sheet.
pub const SHEET: &str = "Protokół";
/// Differences printed; a paper of a thousand pages is read by nobody.
pub const MOST: usize = 400;
/// Letters of a text printed in a cell: some ten lines.
const LONGEST: usize = 600;
/// Widths of the columns of the table of differences.
const WIDTHS: [u32; 8] = [5, 24, 17, 17, 13, 38, 20, 32];

/// What the protocol says beside the report.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The verdict in one line, in Polish.
    pub verdict: String,
    /// Day of the protocol; none: a line to write it on.
    pub as_of: Option<Day>,
    /// Amounts side by side, where two settlements were compared.
    pub amounts: Option<Amounts>,
}

/// Amounts of two settlements side by side.
#[derive(Clone, Debug, Default)]
pub struct Amounts {
    /// The amounts, in the order printed.
    pub rows: Vec<Amount>,
    /// Amounts not among them.
    pub more: usize,
}

/// An amount of two settlements; none where it is not known.
#[derive(Clone, Debug)]
pub struct Amount {
    /// What it is of.
    pub label: String,
    /// Before.
    pub older: Option<Exact>,
    /// Now.
    pub newer: Option<Exact>,
    /// Newer less older.
    pub difference: Option<Exact>,
    /// Of which by rules, by data, by the program.
    pub parts: [Option<Exact>; 3],
}

/// Returns the protocol.
pub fn book(report: &Report, facts: &Facts) -> Book {
    let mut protocol = Protocol {
        report,
        facts,
        locale: Locale::of(Language::Polish),
        page: Page::new(SHEET, &WIDTHS),
        part: 0,
    };
    protocol.head();
    protocol.scope();
    protocol.documents();
    protocol.recomputed();
    protocol.verdict();
    protocol.amounts();
    protocol.unverified();
    protocol.differences();
    protocol.signatures();
    let mut sheet = protocol.page.sheet;
    let file = report.documents.first().map_or("", |document| document.name.as_str());
    sheet.footer = cut(&format!("Protokół audytu: {file}"), 120);
    let created = facts.as_of.unwrap_or_else(no_day);
    Book { title: "Protokół audytu".to_owned(), created, sheets: vec![sheet] }
}

/// The day of a file that speaks of no day: a fixed one, since there is no clock.
fn no_day() -> Day {
    Day::new(2000, 1, 1).expect("the first of January is a day")
}

/// The text cut to a length, with a sign that it was.
fn cut(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(longest).collect();
    short.push('…');
    short
}

struct Protocol<'a> {
    report: &'a Report,
    facts: &'a Facts,
    locale: &'static Locale,
    page: Page,
    part: i64,
}

impl Protocol<'_> {
    fn section(&mut self, title: &str) {
        self.part += 1;
        self.page.space();
        self.page.line(Role::Section, &format!("{}. {title}", self.part));
    }

    /// A row of which each text may run over several columns: `(first, last, look, what)`.
    fn row(&mut self, cells: Vec<(u32, u32, Role, Shown)>) {
        let row = self.page.row;
        for (first, last, role, shown) in cells {
            let shown = match shown {
                Shown::Text(text) => Shown::Text(cut(&text, LONGEST)),
                other => other,
            };
            self.page.cell(row, first, role, shown, None);
            self.page.sheet.merge((row, first, row, last));
        }
        self.page.row += 1;
    }

    fn pair(&mut self, label: &str, value: &str) {
        let value = if value.trim().is_empty() { "nie podano" } else { value };
        self.row(vec![(0, 1, Role::Body, label.into()), (2, 7, Role::Body, value.into())]);
    }

    fn head(&mut self) {
        self.page.line(Role::Title, "Protokół audytu rozliczenia");
        let program = env!("CARGO_PKG_VERSION");
        self.page.line(
            Role::Subtitle,
            &format!(
                "Sporządzono programem rozlicz {program}. Program przeliczył wymienione niżej pliki i niczego w nich nie zmienił."
            ),
        );
    }

    fn scope(&mut self) {
        self.section("Zakres");
        let (report, head) = (self.report, &self.report.head);
        let what = match report.subject {
            Subject::Own if self.facts.amounts.is_some() => {
                "porównanie dwóch rozliczeń sporządzonych programem rozlicz (według zapisów „Ślad”)"
            }
            Subject::Own => "skoroszyt sporządzony programem rozlicz, z zapisem „Ślad”",
            Subject::OwnWithoutTrace => {
                "skoroszyt sporządzony programem rozlicz, bez czytelnego zapisu „Ślad”"
            }
            Subject::Foreign => {
                "formularz, którego nie sporządził program rozlicz (albo plik do wysłania, bez zapisu)"
            }
        };
        let file = report.documents.first().map_or("", |document| document.name.as_str());
        self.pair("Badany plik", file);
        self.pair("Co zbadano", what);
        let joined = |parts: &[&str]| {
            parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
        };
        self.pair("Program (edycja)", &joined(&[&head.title, &head.edition, &head.act]));
        let day = |iso: &str| Day::parse_iso(iso).map_or_else(|| iso.to_owned(), Day::polish);
        let (from, to) = (day(&head.period.0), day(&head.period.1));
        self.pair("Okres", &if from.is_empty() { String::new() } else { format!("{from} - {to}") });
        let teryt = head.teryt.as_ref().map(|code| format!("TERYT {code}")).unwrap_or_default();
        self.pair("Gmina", &joined(&[head.municipality.as_deref().unwrap_or_default(), &teryt]));
        self.pair("Stan rozliczenia na dzień", &day(&head.as_of));
        let by = if head.program.is_empty() { String::new() } else { format!("rozlicz {}", head.program) };
        self.pair("Rozliczenie sporządził program", &by);
        self.pair("SHA-256 pliku zasad", &head.rules_sha256);
    }

    fn documents(&mut self) {
        self.section("Dokumenty");
        let heads =
            [(0, 0, "Lp."), (1, 1, "Rola"), (2, 3, "Plik"), (4, 6, "SHA-256"), (7, 7, "Wielkość (B)")];
        self.row(heads.map(|(a, b, text)| (a, b, Role::Heading, text.into())).to_vec());
        for (number, document) in (1i64..).zip(&self.report.documents) {
            let bytes = i64::try_from(document.bytes).unwrap_or(i64::MAX);
            self.row(vec![
                (0, 0, Role::Body, Shown::Number(number, Format::Count)),
                (1, 1, Role::Body, self.document_role(number).into()),
                (2, 3, Role::Body, document.name.as_str().into()),
                (4, 6, Role::Body, document.sha256.as_str().into()),
                (7, 7, Role::Body, Shown::Number(bytes, Format::Count)),
            ]);
        }
    }

    fn document_role(&self, number: i64) -> &'static str {
        match number {
            1 => "badany skoroszyt",
            _ if self.facts.amounts.is_some() => "starsze rozliczenie",
            _ => "dane",
        }
    }

    /// What no audit of a file can see, by what it rests on.
    fn never_seen(&self) -> &'static str {
        match self.report.subject {
            Subject::Own if self.facts.amounts.is_some() => {
                "Nie widziano list płac, umowy ani wyciągów bankowych: porównano to, co zapisano w obu skoroszytach („Ślad”)."
            }
            Subject::Own if self.report.documents.len() > 1 => {
                "Nie widziano list płac, umowy ani wyciągów bankowych: przeliczono podane tabele, a nie dokumenty, z których powstały."
            }
            Subject::Own => {
                "Nie widziano list płac, umowy ani wyciągów bankowych ani tabel gminy: wszystko opiera się na zapisie „Ślad” tego skoroszytu. Z tabelami: rozlicz audyt PLIK --data TABELE."
            }
            Subject::OwnWithoutTrace | Subject::Foreign => {
                "Nie widziano list płac, umowy ani wyciągów bankowych: przeliczono liczby z badanego pliku i podanych tabel, a nie ich źródła."
            }
        }
    }

    fn recomputed(&mut self) {
        self.section("Co przeliczono");
        if self.report.recomputed.is_empty() {
            self.page.line(Role::Note, "Niczego nie dało się przeliczyć.");
        }
        for done in &self.report.recomputed {
            let count = Fact::Count(i64::try_from(done.count).unwrap_or(i64::MAX));
            let text = self.locale.text(done.key, &[("count", count)]);
            self.row(vec![(0, 7, Role::Body, text.into())]);
        }
    }

    fn verdict(&mut self) {
        self.section("Wynik");
        let verdict = self.facts.verdict.clone();
        let role = match self.report.verdict() {
            super::Verdict::Clean => Role::Body,
            super::Verdict::Differs => Role::Warning,
        };
        self.row(vec![(0, 7, role, verdict.into())]);
    }

    /// Amounts side by side; totals first, then assistants.
    fn amounts(&mut self) {
        let Some(amounts) = &self.facts.amounts else { return };
        if amounts.rows.is_empty() {
            return;
        }
        self.section("Kwoty (zł)");
        let heads = ["Kwota", "Było", "Jest", "Różnica", "Z tego: zasady, dane, program"];
        let places = [(0, 1), (2, 2), (3, 3), (4, 4), (5, 7)];
        let heads = places.iter().zip(heads).map(|((a, b), text)| (*a, *b, Role::Heading, text.into()));
        self.row(heads.collect());
        for amount in &amounts.rows {
            let parts = match &amount.parts {
                [Some(rules), Some(data), Some(program)] => {
                    let shown = |n: &Exact| {
                        Money::from_exact(n).map_or_else(String::new, |m| self.locale.fact(&Fact::Amount(m)))
                    };
                    format!("zasady {}, dane {}, program {}", shown(rules), shown(data), shown(program))
                }
                _ => "nie rozdzielono".to_owned(),
            };
            self.row(vec![
                (0, 1, Role::Body, amount.label.as_str().into()),
                (2, 2, Role::Body, money(amount.older.as_ref())),
                (3, 3, Role::Body, money(amount.newer.as_ref())),
                (4, 4, Role::Body, money(amount.difference.as_ref())),
                (5, 7, Role::Body, parts.into()),
            ]);
        }
        if amounts.more > 0 {
            let more = format!("Pozostałe zmienione kwoty ({}) wypisuje --json.", amounts.more);
            self.page.line(Role::Note, &more);
        }
    }

    fn differences(&mut self) {
        self.section("Różnice");
        if self.report.findings.is_empty() {
            self.page.line(Role::Note, "Nie znaleziono różnic.");
            return;
        }
        let beside = self.facts.amounts.is_some();
        let (should, effect) =
            if beside { ("Było", "Wpływ (zł)") } else { ("Powinno być", "Różnica (zł)") };
        self.by_cause();
        self.page.space();
        let top = self.page.row;
        self.page.headings(&["Lp.", "Miejsce", "Jest", should, effect, "Przyczyna", "Podstawa", "Co zrobić"]);
        // Even a short table may begin at the foot of a page.
        self.page.keep(top, 0);
        self.page.sheet.freeze = None;
        let findings = &self.report.findings;
        for (number, finding) in (1i64..).zip(findings.iter().take(MOST)) {
            let words = rendered(finding, &self.report.sources, self.locale);
            self.difference(number, &words, finding.difference, finding.severity);
        }
        if findings.len() > MOST {
            let more = findings.len() - MOST;
            let text = format!(
                "Wydrukowano {MOST} z {} pozycji; pozostałe ({more}) wypisuje: rozlicz audyt PLIK --json.",
                findings.len()
            );
            self.page.line(Role::Note, &text);
        }
    }

    fn difference(
        &mut self,
        number: i64,
        words: &RenderedFinding,
        amount: Option<Money>,
        severity: Severity,
    ) {
        let mut place = match (words.sheet.is_empty(), words.cell.is_empty()) {
            (false, false) => format!("{} › {}", words.sheet, words.cell),
            _ => String::new(),
        };
        if place.is_empty() {
            "skoroszyt jako całość".clone_into(&mut place);
        }
        let role = match severity {
            Severity::Error => Role::Error,
            Severity::Warning => Role::Warning,
            Severity::Note => Role::Body,
        };
        let texts = [&place, &words.seen, &words.expected];
        let mut cells = vec![(0, 0, role, Shown::Number(number, Format::Count))];
        cells.extend((1u32..).zip(texts).map(|(at, text)| (at, at, Role::Body, text.as_str().into())));
        cells.push((4, 4, Role::Body, amount.map_or(Shown::Nothing, Shown::Amount)));
        let texts = [&words.message, &words.basis, &words.hint];
        cells.extend((5u32..).zip(texts).map(|(at, text)| (at, at, Role::Body, text.as_str().into())));
        self.row(cells);
    }

    /// Differences by cause: how many, and what they come to.
    fn by_cause(&mut self) {
        let mut causes: BTreeMap<&str, (i64, Exact, bool)> = BTreeMap::new();
        for finding in &self.report.findings {
            let cause = causes.entry(finding.code.name).or_insert_with(|| (0, Exact::zero(), false));
            cause.0 += 1;
            if let Some(amount) = finding.difference {
                cause.1 = &cause.1 + &amount.to_exact();
                cause.2 = true;
            }
        }
        let heads = [(0, 3, "Przyczyna"), (4, 4, "Suma (zł)"), (5, 5, "Liczba")];
        self.row(heads.map(|(a, b, text)| (a, b, Role::Heading, text.into())).to_vec());
        for (code, (count, sum, told)) in causes {
            let sum = if told { money(Some(&sum)) } else { Shown::Nothing };
            self.row(vec![
                (0, 3, Role::Body, labels::cause(code).into()),
                (4, 4, Role::Body, sum),
                (5, 5, Role::Body, Shown::Number(count, Format::Count)),
            ]);
        }
        self.page.line(
            Role::Note,
            "Sumy są ze znakiem. Jedna zmiana może przenosić się na kilka kwot, więc sum z różnych przyczyn nie dodaje się do siebie.",
        );
    }

    fn unverified(&mut self) {
        self.section("Czego nie można było sprawdzić");
        self.row(vec![(0, 7, Role::Body, self.never_seen().into())]);
        for not in &self.report.unverified {
            let text = self.locale.text(not.key, &not.facts);
            self.row(vec![(0, 7, Role::Body, text.into())]);
        }
    }

    fn signatures(&mut self) {
        self.page.space();
        self.page.space();
        self.page.space();
        let day = self.facts.as_of.map_or_else(|| "data".to_owned(), |day| format!("data: {}", day.polish()));
        let rows = [
            ["Sporządził: imię i nazwisko", "Sprawdził: imię i nazwisko", day.as_str()],
            ["stanowisko", "stanowisko", ""],
            ["podpis", "podpis", ""],
        ];
        for texts in rows {
            let row = self.page.row;
            for ((first, last), text) in [(0, 1), (3, 4), (6, 7)].into_iter().zip(texts) {
                if !text.is_empty() {
                    self.page.sheet.text(row, first, Role::Signature, text);
                    self.page.sheet.merge((row, first, row, last));
                }
            }
            // Room to write by hand above the next line.
            self.page.row += 3;
        }
    }
}

/// An amount as a number, so that it can be added up; nothing where it is not known.
fn money(amount: Option<&Exact>) -> Shown {
    amount.and_then(Money::from_exact).map_or(Shown::Nothing, Shown::Amount)
}

/// What a cell holds, for tests and other readers of the book.
pub fn shown(content: &Content) -> String {
    match content {
        Content::Text(text) => text.clone(),
        Content::Number(n) => n.to_fixed(2),
        Content::Blank | Content::Node(_) => String::new(),
    }
}
