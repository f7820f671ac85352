//! An ordinary municipality for the tests of checks, and ways to spoil it. Not part of the program.

use std::collections::BTreeMap;

use super::{Checked, after, readings, run};
use crate::finding::render::rendered;
use crate::finding::{Finding, sort};
use crate::locale::{Language, Locale};
use crate::programme::national::National;
use crate::programme::readings::Choice;
use crate::programme::{Catalogue, Programme};
use crate::records::{CaseloadMonth, FamilyTotals, ReadingChoice, Submission, TableId};
use crate::settlement::testing::submission;
use crate::settlement::{ComponentFigures, Settled, settle};
use crate::source::{CellRef, SheetId, Sourced};
use crate::units::{Day, Exact, Month};

/// A submission in text tables.
#[derive(Clone)]
pub struct Case {
    programme: &'static str,
    tables: BTreeMap<TableId, String>,
    totals: Vec<(&'static str, [i64; 6])>,
    peaks: Vec<(Month, i64)>,
    readings: Vec<[&'static str; 3]>,
    asked: Option<(&'static str, &'static str)>,
    as_of: &'static str,
    tampered: bool,
}

const AGREEMENT: &str = "voivodeship teryt municipality unit programme period_from period_to agreement_number \
                         agreement_day accident_rate chief_accountant";

/// The ordinary municipality of an edition: one assistant, two months, one family, nothing to find.
pub fn ordinary(year: u32) -> Case {
    let (programme, from, months, more, funds, pay_more) = match year {
        2019 => (
            "asystent-rodziny-2019",
            "2019-01-01",
            ["2019-05", "2019-06"],
            "",
            "koszty_zatrudnienia 3696 3696",
            "",
        ),
        2021 => (
            "asystent-rodziny-2021",
            "2021-10-22",
            ["2021-11", "2021-12"],
            "",
            "dodatki 2000 2000",
            "1250.00",
        ),
        2023 => (
            "asystent-rodziny-2023",
            "2023-11-01",
            ["2023-11", "2023-12"],
            "0.8",
            "dodatki 2000 2000\nkoszty_zatrudnienia 11001.05 11001.05",
            "1250.00",
        ),
        _ => (
            "asystent-rodziny-2025",
            "2025-01-01",
            ["2025-05", "2025-06"],
            "",
            "dodatki 400 400\nkoszty_zatrudnienia 4003.11 4003.11",
            "250.00",
        ),
    };
    let to = format!("{year}-12-31");
    let mut agreement = AGREEMENT.to_owned();
    // In 2025 the agreement came after the request; in the others there is no day of a request.
    let signed = if year == 2025 { "2025-12-18" } else { from };
    let mut values =
        format!("wielkopolskie 3030052 Września OPS {programme} {from} {to} PS-1 {signed} 0.0167 Nowa");
    if year == 2025 {
        agreement.push_str(" request_day");
        values.push_str(" 2025-10-28");
    }
    if !more.is_empty() {
        agreement.push_str(" level");
        values.extend([" ", more]);
    }
    // No contributions fall on the supplement (on_supplement 0.00): its cost is the round amount.
    let mut pay = String::from(
        "assistant month nominal_hours hours base seniority supplement pension disability accident labour_fund \
         paid_on on_supplement",
    );
    let (base, seniority) = if year == 2019 { (2800, 280) } else { (5000, 500) };
    let supplement: i64 = pay_more.replace(".00", "").parse().unwrap_or(0);
    for month in months {
        let part = |rate: i64| {
            let exact = Exact::ratio((base + seniority + supplement) * rate, 10_000).expect("not zero");
            exact.round_half_up(2).to_fixed(2)
        };
        let paid = if supplement == 0 { "- " } else { pay_more };
        let (pension, disability, accident, fund) = (part(976), part(650), part(167), part(245));
        // A full post works all the hours of its month.
        let hours = match month {
            "2019-05" => 168,
            "2021-12" => 176,
            "2019-06" | "2023-12" => 152,
            _ => 160,
        };
        let row = format!(
            "\nA1 {month} {hours} {hours} {base}.00 {seniority}.00 {paid} {pension} {disability} {accident} {fund} {month}-28 0.00",
        );
        pay.push_str(&row);
    }
    let tables = [
        (TableId::Agreement, format!("{agreement}\n{values}")),
        (TableId::Funds, format!("component awarded received\n{funds}")),
        (
            TableId::Employment,
            "assistant form fte from qualification\nA1 umowa_o_pracę 1 2018-01-01 art._12_ust._1_pkt_1_lit._a"
                .to_owned(),
        ),
        (TableId::Pay, pay),
        (TableId::Families, format!("family assistant from children\nR1 A1 {from} 2")),
    ];
    // The other months of a full year are on leave: an assistant under contract is paid or away.
    let away = match year {
        2019 | 2025 => vec![(
            TableId::Absences,
            format!(
                "assistant from to kind\nA1 {year}-01-01 {year}-04-30 urlop_bezpłatny\n\
                 A1 {year}-07-01 {year}-12-31 urlop_bezpłatny"
            ),
        )],
        _ => Vec::new(),
    };
    let as_of = match year {
        2019 => "2020-01-10",
        2021 => "2022-01-10",
        2023 => "2024-01-10",
        _ => "2026-01-10",
    };
    let tables = tables.into_iter().chain(away).collect();
    let (totals, peaks, readings) = (Vec::new(), Vec::new(), Vec::new());
    Case { programme, tables, totals, peaks, readings, asked: None, as_of, tampered: false }
}

impl Case {
    /// Replaces text in a table; the text must be there.
    pub fn edit(mut self, table: TableId, old: &str, new: &str) -> Self {
        let text = self.tables.get_mut(&table).expect("the ordinary case has the table");
        assert!(text.contains(old), "nothing to replace: {old} in {text}");
        *text = text.replacen(old, new, 1);
        self
    }

    /// Adds a row.
    pub fn row(mut self, table: TableId, row: &str) -> Self {
        self.tables.get_mut(&table).expect("the ordinary case has the table").extend(["\n", row]);
        self
    }

    /// Puts a whole table in place of the ordinary one.
    pub fn table(mut self, table: TableId, text: &str) -> Self {
        self.tables.insert(table, text.to_owned());
        self
    }

    /// Adds a column: a value for the first row, blank in the others.
    pub fn column(mut self, table: TableId, key: &str, first: &str) -> Self {
        let text = self.tables.get_mut(&table).expect("the ordinary case has the table");
        let lines: Vec<String> = text
            .lines()
            .enumerate()
            .map(|(i, line)| {
                format!(
                    "{line} {}",
                    if i == 0 {
                        key
                    } else if i == 1 {
                        first
                    } else {
                        "-"
                    }
                )
            })
            .collect();
        *text = lines.join("\n");
        self
    }

    /// Leaves a table out.
    pub fn without(mut self, table: TableId) -> Self {
        self.tables.remove(&table);
        self
    }

    /// Adds a row of counts to the summary of families.
    pub fn totals(mut self, who: &'static str, counts: [i64; 6]) -> Self {
        self.totals.push((who, counts));
        self
    }

    /// Adds a month to the monthly caseload.
    pub fn peak(mut self, year: i32, month: u32, families: i64) -> Self {
        self.peaks.push((Month::new(year, month).expect("a month"), families));
        self
    }

    /// Adds a row of `Odczytania`: name, value, letter.
    pub fn reading(mut self, row: [&'static str; 3]) -> Self {
        self.readings.push(row);
        self
    }

    /// Chooses a way on the command line.
    pub fn asked(mut self, name: &'static str, word: &'static str) -> Self {
        self.asked = Some((name, word));
        self
    }

    /// Settles under another edition.
    pub fn programme(mut self, id: &'static str) -> Self {
        self.programme = id;
        self
    }

    /// Puts a wrong figure into the settlement.
    pub fn tampered(mut self) -> Self {
        self.tampered = true;
        self
    }

    /// Settles on another day.
    pub fn on(mut self, day: &'static str) -> Self {
        self.as_of = day;
        self
    }

    fn facts(&self) -> Submission {
        let tables: Vec<(TableId, &str)> = self.tables.iter().map(|(id, t)| (*id, t.as_str())).collect();
        let mut facts = submission(&tables);
        let cell = |row| CellRef { sheet: SheetId(0), row, column: 90 };
        for (who, counts) in &self.totals {
            let counts = counts.map(|n| Some(Sourced::new(Exact::whole(n), cell(1))));
            let assistant = Sourced::new((*who).to_owned(), cell(1));
            facts.family_totals.push(FamilyTotals { at: cell(1), rejected: false, assistant, counts });
        }
        for (month, peak) in &self.peaks {
            facts.caseload_months.push(CaseloadMonth {
                at: cell(2),
                assistant: Sourced::new("A1".to_owned(), cell(2)),
                month: Sourced::new(*month, cell(2)),
                peak: Sourced::new(Exact::whole(*peak), cell(2)),
            });
        }
        for (row, [name, value, basis]) in (3..).zip(&self.readings) {
            let text = |text: &str| Sourced::new(text.to_owned(), cell(row));
            let basis = (!basis.is_empty()).then(|| text(basis));
            facts.readings.push(ReadingChoice { name: text(name), value: text(value), basis, by: None });
        }
        facts
    }

    /// The edition with the ways chosen in force.
    fn rules(&self) -> Programme {
        let rules = Catalogue::built_in().get(self.programme).expect("a built-in edition");
        let rules = readings::choose(&rules, &self.facts());
        let Some((name, word)) = self.asked else { return rules };
        rules.with_reading(name, word, Some(Choice::default())).expect("a way of the edition")
    }

    /// Checks and settles; returns the figures with what they are made from, and the day they speak of.
    pub fn settled(&self) -> (Settled, Submission, Programme, Day) {
        let rules = self.rules();
        let checked = self.checked();
        let settled = settle(&checked.submission, &rules);
        let as_of = Day::parse_iso(self.as_of).expect("a day");
        (settled, checked.submission.submission().clone(), rules, as_of)
    }

    /// Checks alone, without figures.
    pub fn checked(&self) -> Checked {
        let rules = self.rules();
        run(self.facts(), &rules, &National::built_in(), Day::parse_iso(self.as_of).expect("a day"))
    }

    /// Checks, settles and judges the figures; returns all findings. Every one must come out in words, in both
    /// languages, with all its facts.
    pub fn findings(&self) -> Vec<Finding> {
        let rules = self.rules();
        let checked = self.checked();
        let mut settled = settle(&checked.submission, &rules);
        crate::settlement::books::build(&mut settled, checked.submission.submission(), &rules);
        if self.tampered {
            for round in &mut settled.rounds {
                round.supplement = round.supplement.take().map(|s| ComponentFigures { cost: s.limit, ..s });
            }
        }
        let mut all = checked.findings;
        let as_of = Day::parse_iso(self.as_of).expect("a day");
        let facts = checked.submission.submission();
        all.extend(after(&settled, facts, &rules, &National::built_in(), as_of));
        super::explanations::apply(&mut all, facts);
        sort(&mut all);
        for language in [Language::Polish, Language::English] {
            let locale = Locale::new(language);
            for finding in &all {
                let words = rendered(finding, &checked.submission.submission().sources, &locale);
                for text in [&words.message, &words.hint, &words.basis] {
                    assert!(!text.contains("{$"), "a fact is missing: {text}");
                    assert!(!text.contains("{ $"), "a fact is missing: {text}");
                }
                assert_ne!(words.message, finding.code.name, "no message");
                assert!(!words.hint.ends_with("-hint"), "no hint: {}", finding.code.name);
            }
        }
        all
    }

    /// Returns the names of all findings.
    pub fn names(&self) -> Vec<&'static str> {
        self.findings().iter().map(|f| f.code.name).collect()
    }
}
