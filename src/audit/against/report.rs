//! A comparison as an audit report: each change a finding at its cell of the newer workbook, the older's cell beside it.
//!
//! Lists of changed cells are worded here, since one finding tells a whole row; everything else is worded where all
//! findings are.

use super::figures::{Key, Level, Part};
use super::look::SheetLook;
use super::records::{self, FieldChange, RecordChange};
use super::rules::{RuleChange, RuleKind, RuleValue};
use super::since;
use super::{Comparison, Effect, Inseparable, ONE_BY_ONE, Side};
use crate::audit::{Recomputed, Report, Subject, Unverified, cell};
use crate::calc::{Format, Value};
use crate::finding::code::against as codes;
use crate::finding::{Code, Fact, Finding};
use crate::locale::Locale;
use crate::source::{CellRef, SourceFile, Sources};
use crate::trace::Document;
use crate::units::{Day, Exact, Money};

/// The amount by which effects are told: what the municipality gets.
const MAIN: &str = "co_financing";

/// Returns the report: changes of data in the order of the tables, then of rules, then of the look.
pub fn report(compared: &Comparison, newer: &Side, older: &Side, locale: &Locale) -> Report {
    let mut making = Making { compared, newer, older, locale, findings: Vec::new() };
    let mut sources = making.sources();
    making.findings.extend(since::findings(newer, &newer.file.name, &mut sources));
    making.findings.extend(since::findings(older, &making.older_name(), &mut sources));
    making.data();
    making.rules();
    making.program();
    making.look();
    let document = |side: &Side| Document {
        name: side.file.name.clone(),
        sha256: side.file.sha256.clone(),
        bytes: side.file.bytes,
    };
    Report {
        subject: Subject::Own,
        sources,
        head: newer.trace.head.clone(),
        recomputed: recomputed(compared, newer),
        unverified: unverified(compared, newer, older),
        documents: vec![document(newer), document(older)],
        findings: making.findings,
    }
}

/// Returns the effect on the co-financing of the whole settlement, in złoty.
pub fn main_amount(effect: &Effect) -> Money {
    let total = |key: &&Key| key.level == Level::Total && key.what == MAIN;
    let found = effect.iter().find(|(key, _)| total(key)).map(|(_, amount)| amount);
    found.and_then(Money::from_exact).unwrap_or(Money::ZERO)
}

/// A count as a fact.
pub fn count(n: usize) -> Fact {
    Fact::Count(i64::try_from(n).unwrap_or(i64::MAX))
}

/// Returns a recorded value as a fact; none where nothing was given.
pub fn fact(value: &Value, format: Format) -> Option<Fact> {
    let Value::Number(n) = value else {
        return match value {
            Value::Text(text) => Some(Fact::Text(text.clone())),
            Value::Blank | Value::Number(_) => None,
        };
    };
    Some(match (format, Money::from_exact(n)) {
        (Format::Money, Some(money)) => Fact::Amount(money),
        (Format::Percent, _) => Fact::Percent(n.clone()),
        (Format::Day, _) => day(n).map_or_else(|| Fact::Number(n.clone()), Fact::Day),
        (Format::Month, _) => day(n).map_or_else(|| Fact::Number(n.clone()), |day| Fact::Month(day.month())),
        _ => Fact::Number(n.clone()),
    })
}

fn day(n: &Exact) -> Option<Day> {
    if n.is_whole() { n.to_i64().and_then(Day::from_serial) } else { None }
}

fn recomputed(compared: &Comparison, newer: &Side) -> Vec<Recomputed> {
    let mut all = vec![
        Recomputed { key: "against-recomputed-rows", count: compared.rows.0 + compared.rows.1 },
        Recomputed { key: "against-recomputed-figures", count: compared.figures_compared.1 },
    ];
    if compared.look.formulas_compared {
        all.push(Recomputed { key: "against-recomputed-formulas", count: newer.trace.formulas() });
    }
    all
}

fn unverified(compared: &Comparison, newer: &Side, older: &Side) -> Vec<Unverified> {
    let said = |key| Unverified { key, facts: Vec::new() };
    let mut all = vec![said("against-unverified-traces")];
    all.extend(compared.inseparable.map(|why| {
        said(match why {
            Inseparable::OtherEdition => "against-unverified-edition",
            Inseparable::RulesUnknown => "against-unverified-rules",
            Inseparable::NotSettled => "against-unverified-settled",
        })
    }));
    if compared.inseparable.is_none() && newer.trace.head.program != older.trace.head.program {
        match compared.rules_known {
            (false, _) => all.push(said("against-unverified-older-rules")),
            (_, false) => all.push(said("against-unverified-newer-rules")),
            (true, true) => {}
        }
    }
    if !compared.look.formulas_compared && !compared.other_edition {
        all.push(said(if compared.look.texts_compared {
            "against-unverified-formulas"
        } else {
            "against-unverified-look"
        }));
    }
    all.extend(compared.tables.iter().map(|(table, before, now)| Unverified {
        key: "against-unverified-data-rows",
        facts: vec![
            ("table", Fact::Text((*table).to_owned())),
            ("older", count(*before)),
            ("newer", count(*now)),
        ],
    }));
    all
}

struct Making<'a> {
    compared: &'a Comparison,
    newer: &'a Side,
    older: &'a Side,
    locale: &'a Locale,
    findings: Vec<Finding>,
}

impl Making<'_> {
    fn text(&self, key: &str) -> String {
        self.locale.text(key, &[])
    }

    fn older_name(&self) -> String {
        let name = self.older.file.name.clone();
        if name != self.newer.file.name {
            return name;
        }
        self.locale.text("against-older-name", &[("name", Fact::Text(name))])
    }

    /// Both workbooks with their sheets; two of one name are told apart.
    fn sources(&self) -> Sources {
        let mut sources = Sources::default();
        let older = SourceFile { name: self.older_name(), ..self.older.file.clone() };
        for (file, side) in [(self.newer.file.clone(), self.newer), (older, self.older)] {
            let file = sources.add_file(file);
            for sheet in &side.trace.sheets {
                sources.add_sheet(file, &sheet.name);
            }
        }
        sources
    }

    fn older_cell(&self, at: (usize, u32, u32)) -> CellRef {
        cell(self.newer.trace.sheets.len() + at.0, at.1, at.2)
    }

    /// Rows one by one, then what is left.
    fn data(&mut self) {
        let effects = &self.compared.data_effects;
        for (index, change) in self.compared.data.iter().enumerate() {
            let finding = self.row(change);
            let own = effects.own.get(index).and_then(Option::as_ref);
            self.findings.push(with_effect(finding, own));
        }
        if let Some(rest) = &effects.rest {
            let together = effects.own.iter().filter(|own| own.is_none()).count();
            let finding = Finding::new(&codes::AGAINST_ROWS_TOGETHER)
                .with("count", count(together))
                .with("limit", count(ONE_BY_ONE));
            self.findings.push(with_effect(finding, Some(rest)));
        }
        if !effects.interaction.is_empty() {
            let finding = Finding::new(&codes::AGAINST_ROWS_INTERACTION);
            self.findings.push(with_effect(finding, Some(&effects.interaction)));
        }
    }

    fn row(&self, change: &RecordChange) -> Finding {
        let copies = &self.compared.copies;
        let newer = change.cells(true).into_iter().filter_map(|at| copies.newer.get(&at));
        let older = change.cells(false).into_iter().filter_map(|at| copies.older.get(&at));
        let newer = newer.map(|at| newer_cell(*at)).collect();
        let older = older.map(|at| self.older_cell(*at)).collect();
        let code = match (&change.older, &change.newer) {
            (None, _) => &codes::AGAINST_ROW_ADDED,
            (_, None) => &codes::AGAINST_ROW_REMOVED,
            _ => &codes::AGAINST_ROW_CHANGED,
        };
        let mut finding = placed(code, newer, older)
            .with("table", Fact::Text(change.table.sheet.to_owned()))
            .with("row", Fact::Text(row_words(change, self.locale)))
            .with("changes", Fact::Text(changed_fields(change, self.locale)));
        if let [only] = change.fields.as_slice()
            && !records::personal(only.column)
        {
            finding.seen = datum(only, true);
            finding.expected = datum(only, false);
        }
        finding.assistant = change.assistant().map(str::to_owned);
        finding.month = change.month();
        finding
    }

    fn rules(&mut self) {
        let effects = &self.compared.rule_effects;
        for (index, change) in self.compared.rules.iter().enumerate() {
            let finding = self.rule(change);
            let own = effects.own.get(index).and_then(Option::as_ref);
            // Another text of the rules cannot be taken apart: it stands for all of their changes.
            let whole = (change.kind == RuleKind::Text).then_some(&effects.whole);
            self.findings.push(with_effect(finding, own.or(whole)));
        }
        if !effects.interaction.is_empty() {
            let finding = Finding::new(&codes::AGAINST_RULES_INTERACTION);
            self.findings.push(with_effect(finding, Some(&effects.interaction)));
        }
    }

    fn rule(&self, change: &RuleChange) -> Finding {
        let code = match change.kind {
            RuleKind::Edition => &codes::AGAINST_EDITION,
            RuleKind::Text => &codes::AGAINST_RULES_TEXT,
            RuleKind::Reading => &codes::AGAINST_READING,
            RuleKind::Basis => &codes::AGAINST_READING_GROUNDS,
            RuleKind::Given => &codes::AGAINST_GIVEN,
            RuleKind::Parameter => &codes::AGAINST_PARAMETER,
        };
        let at = |value: &Option<RuleValue>| value.as_ref().and_then(|value| value.at);
        let newer = at(&change.newer).map(newer_cell);
        let older = at(&change.older).map(|at| self.older_cell(at));
        let shown = |value: &Option<RuleValue>| match value {
            None => Fact::Text(self.text("against-no-row")),
            Some(v) => fact(&v.value, v.format).unwrap_or_else(|| Fact::Text(self.text("against-none"))),
        };
        let basis = |value: &Option<RuleValue>| {
            Fact::Text(
                value
                    .as_ref()
                    .map(|v| v.basis.clone())
                    .filter(|b| !b.is_empty())
                    .unwrap_or_else(|| "-".to_owned()),
            )
        };
        placed(code, newer.into_iter().collect(), older.into_iter().collect())
            .with("name", Fact::Text(change.name.clone()))
            .with("before", basis(&change.older))
            .with("now", basis(&change.newer))
            .with_seen(shown(&change.newer))
            .with_expected(shown(&change.older))
    }

    /// What another version of the program does by itself, or figures that nothing recorded explains.
    fn program(&mut self) {
        let parts = |figure: &&super::FigureChange| {
            figure.is_money()
                && figure.parts.as_ref().is_some_and(|p| p.get(&Part::Program).is_some_and(|a| !a.is_zero()))
        };
        let compared = self.compared;
        let by_program: Effect = compared
            .figures
            .iter()
            .filter(parts)
            .filter_map(|f| Some((f.key.clone(), f.parts.as_ref()?.get(&Part::Program)?.clone())))
            .collect();
        if !by_program.is_empty() {
            let finding = Finding::new(&codes::AGAINST_PROGRAM)
                .with_seen(Fact::Text(self.newer.trace.head.program.clone()))
                .with_expected(Fact::Text(self.older.trace.head.program.clone()));
            self.findings.push(with_effect(finding, Some(&by_program)));
        } else if compared.data.is_empty() && compared.rules.is_empty() && !compared.figures.is_empty() {
            let figures = count(compared.figures.len());
            self.findings.push(Finding::new(&codes::AGAINST_FIGURES_ALONE).with("count", figures));
        }
    }

    fn look(&mut self) {
        let look = &self.compared.look;
        let mut found = Vec::new();
        let pairs = [(&look.program, &codes::AGAINST_VERSION), (&look.form, &codes::AGAINST_FORM)];
        for (pair, code) in pairs {
            found.extend(pair.as_ref().map(|(before, now)| {
                Finding::new(code)
                    .with_seen(Fact::Text(now.clone()))
                    .with_expected(Fact::Text(before.clone()))
            }));
        }
        for (side, sheets) in [("newer", &look.sheets_added), ("older", &look.sheets_removed)] {
            found.extend(sheets.iter().map(|sheet| {
                Finding::new(&codes::AGAINST_SHEET)
                    .with("sheet", Fact::Text(sheet.clone()))
                    .with("side", Fact::Text(side.to_owned()))
            }));
        }
        found.extend(look.texts.iter().map(|sheet| self.sheet(&codes::AGAINST_TEXTS, sheet)));
        found.extend(look.formulas.iter().map(|sheet| self.sheet(&codes::AGAINST_FORMULAS, sheet)));
        self.findings.extend(found);
    }

    fn sheet(&self, code: &'static Code, look: &SheetLook) -> Finding {
        let all: Vec<String> =
            look.examples.0.iter().chain(&look.examples.1).map(|text| format!("„{text}”")).collect();
        let list = ("list", Fact::Text(all.join(", ")));
        Finding::new(code)
            .with("sheet", Fact::Text(look.sheet.clone()))
            .with("added", count(look.added))
            .with("removed", count(look.removed))
            .with("examples", Fact::Text(self.locale.text("against-examples", &[list])))
            .with(
                "version",
                Fact::Text(if self.compared.look.program.is_some() { "other" } else { "same" }.to_owned()),
            )
    }
}

/// What the row is about: `A1, marzec 2025`. Of `Umowa`, the field.
pub fn row_words(change: &RecordChange, locale: &Locale) -> String {
    let words: Vec<String> =
        change.key.iter().map(|(column, datum)| locale.fact(&records::fact(column.kind, datum))).collect();
    if !words.is_empty() {
        return words.join(", ");
    }
    let row = change.newer.as_ref().or(change.older.as_ref());
    let fields = row.into_iter().flat_map(|row| row.fields.keys());
    let names: Vec<&str> = fields.filter_map(|key| change.table.column(key)).map(|c| c.header).collect();
    names.join(", ")
}

/// What changed in a row, cell by cell; what names a person is not repeated.
pub fn changed_fields(change: &RecordChange, locale: &Locale) -> String {
    let mut all: Vec<String> = change.fields.iter().map(|field| changed_field(field, locale)).collect();
    all.extend(change.counting().map(|counted| {
        locale.text(if counted { "against-now-counted" } else { "against-now-rejected" }, &[])
    }));
    all.join("; ")
}

fn changed_field(change: &FieldChange, locale: &Locale) -> String {
    let column = ("column", Fact::Text(change.column.header.to_owned()));
    if records::personal(change.column) {
        let hidden = ("change", Fact::Text(locale.text("against-hidden", &[])));
        return locale.text("against-field-hidden", &[column, hidden]);
    }
    let shown = |newer| {
        let fact = datum(change, newer);
        fact.map_or_else(|| locale.text("against-none", &[]), |fact| locale.fact(&fact))
    };
    let facts = [column, ("before", Fact::Text(shown(false))), ("now", Fact::Text(shown(true)))];
    locale.text("against-field", &facts)
}

/// Every change of rules or data says what it does to the co-financing, be it nothing; none where it was not computed.
fn with_effect(finding: Finding, effect: Option<&Effect>) -> Finding {
    match effect {
        Some(effect) => {
            finding.with_difference(main_amount(effect)).with("told", Fact::Text("yes".to_owned()))
        }
        None => finding.with("told", Fact::Text("no".to_owned())),
    }
}

fn newer_cell(at: (usize, u32, u32)) -> CellRef {
    cell(at.0, at.1, at.2)
}

fn placed(code: &'static Code, newer: Vec<CellRef>, older: Vec<CellRef>) -> Finding {
    let mut cells = newer.into_iter().chain(older);
    let mut finding = Finding { at: cells.next(), ..Finding::new(code) };
    finding.related = cells.collect();
    finding
}

fn datum(change: &FieldChange, newer: bool) -> Option<Fact> {
    let datum = if newer { &change.newer } else { &change.older };
    datum.as_ref().map(|datum| records::fact(change.column.kind, datum))
}
