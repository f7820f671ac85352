//! The office's register: one row a municipality, with what the office knows of it that reports do not tell.
//!
//! Rows of one municipality are joined: the latest amendment holds, and what it leaves blank comes from the rows before
//! it. Nothing here compares a row with a report.

use std::collections::BTreeMap;

use super::Entry;
use super::names::{self, Meant, PlaceName, Places};
use crate::finding::code::register as code;
use crate::finding::{Fact, Finding, Severity};
use crate::intake::register::{AmountKey, Column, Line, Measure, RegisterFile};
use crate::records::{Datum, FundComponent, HalfYear};
use crate::source::{CellRef, Sources};
use crate::units::{Day, Exact, Money, TerytCode};

/// The register.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// Its file and sheets: findings name their cells.
    pub sources: Sources,
    /// Rows in the order of the file, joined rows at the place of their first.
    pub rows: Vec<RegisterRow>,
    /// What is wrong with the register itself.
    pub findings: Vec<Finding>,
    by_number: BTreeMap<String, usize>,
}

/// What the register knows of a municipality.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RegisterRow {
    /// The row's first cell.
    pub at: CellRef,
    /// TERYT code, six or seven digits; none in the minister's list.
    pub teryt: Option<String>,
    /// Amendments in the order of their days: number, day.
    pub amendments: Vec<(Option<String>, Option<Day>)>,
    cells: BTreeMap<Column, (CellRef, Datum)>,
}

/// Both components.
pub const COMPONENTS: [FundComponent; 2] = [FundComponent::Supplement, FundComponent::EmploymentCost];

impl RegisterRow {
    fn of(line: &Line) -> Self {
        Self { at: line.at, teryt: None, amendments: Vec::new(), cells: line.cells.clone() }
    }

    /// Returns the cell of a column; the row's first where it has none.
    pub fn cell(&self, column: Column) -> CellRef {
        self.cells.get(&column).map_or(self.at, |(at, _)| *at)
    }

    fn text(&self, column: Column) -> Option<&str> {
        match self.cells.get(&column) {
            Some((_, Datum::Text(text))) => Some(text.trim()),
            _ => None,
        }
    }

    /// Returns a day.
    pub fn day(&self, column: Column) -> Option<Day> {
        match self.cells.get(&column) {
            Some((_, Datum::Day(day))) => Some(*day),
            _ => None,
        }
    }

    fn number(&self, column: Column) -> Option<&Exact> {
        match self.cells.get(&column) {
            Some((_, Datum::Number(number))) => Some(number),
            _ => None,
        }
    }

    /// Name of the municipality, else of the office.
    pub fn name(&self) -> Option<&str> {
        self.text(Column::Municipality).or_else(|| self.text(Column::Office))
    }

    /// Name of the powiat.
    pub fn county(&self) -> Option<&str> {
        self.text(Column::County)
    }

    /// Name of the voivodeship.
    pub fn voivodeship(&self) -> Option<&str> {
        self.text(Column::Voivodeship)
    }

    /// Number of the agreement.
    pub fn agreement(&self) -> Option<&str> {
        self.text(Column::Agreement)
    }

    /// Day of the agreement.
    pub fn agreement_day(&self) -> Option<Day> {
        self.day(Column::AgreementDay)
    }

    /// Was the award accepted? None: the register does not say.
    pub fn accepted(&self) -> Option<bool> {
        match self.cells.get(&Column::Accepted) {
            Some((_, Datum::Yes(yes))) => Some(*yes),
            _ => None,
        }
    }

    /// Day of the return.
    pub fn returned_on(&self) -> Option<Day> {
        self.day(Column::ReturnedOn)
    }

    /// Day on which the report came in; the whole period's is the second half-year's too.
    pub fn arrived(&self, round: Option<HalfYear>) -> Option<Day> {
        let other = match round {
            None => Some(Some(HalfYear::Second)),
            Some(HalfYear::Second) => Some(None),
            Some(HalfYear::First) => None,
        };
        let mut days = std::iter::once(round).chain(other);
        days.find_map(|round| self.day(Column::Arrived(round)))
    }

    /// Number of assistants.
    pub fn assistants(&self) -> Option<&Exact> {
        self.number(Column::Assistants)
    }

    /// Posts.
    pub fn posts(&self) -> Option<&Exact> {
        self.number(Column::Posts)
    }

    /// Returns an amount as it stands in the register, with its cell.
    pub fn typed(&self, key: AmountKey) -> Option<(Money, CellRef)> {
        match self.cells.get(&Column::Amount(key)) {
            Some((at, Datum::Amount(amount))) => Some((*amount, *at)),
            _ => None,
        }
    }

    /// Returns an amount, added up where the register gives its parts: both half-years, else both components. A part
    /// that is blank is not nothing, so its sum is not known.
    pub fn amount(
        &self,
        measure: Measure,
        component: Option<FundComponent>,
        round: Option<HalfYear>,
    ) -> Option<(Money, CellRef)> {
        if let Some(typed) = self.typed(AmountKey { measure, component, round }) {
            return Some(typed);
        }
        let both = |parts: [Option<(Money, CellRef)>; 2]| match parts {
            [Some((a, at)), Some((b, _))] => Some((a.checked_add(b)?, at)),
            _ => None,
        };
        let rounds = || both(HalfYear::ALL.map(|half| self.amount(measure, component, Some(half))));
        let components = || both(COMPONENTS.map(|part| self.amount(measure, Some(part), round)));
        let by_rounds = if round.is_none() { rounds() } else { None };
        by_rounds.or_else(|| if component.is_none() { components() } else { None })
    }

    /// Returns an amount without its cell.
    pub fn money(
        &self,
        measure: Measure,
        component: Option<FundComponent>,
        round: Option<HalfYear>,
    ) -> Option<Money> {
        self.amount(measure, component, round).map(|(amount, _)| amount)
    }
}

impl Register {
    /// Joins the rows of each municipality.
    pub fn of(file: RegisterFile) -> Self {
        let mut register = Self { sources: file.sources, findings: file.findings, ..Self::default() };
        let mut groups: Vec<(Option<String>, Vec<&Line>)> = Vec::new();
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        for line in &file.lines {
            let Some(typed) = line.text(Column::Teryt) else {
                groups.push((None, vec![line]));
                continue;
            };
            let Some(number) = names::number_of(typed) else {
                let at = line.cells.get(&Column::Teryt).map_or(line.at, |(at, _)| *at);
                let seen = Fact::Text(typed.to_owned());
                register.findings.push(Finding::at(&code::REGISTER_TERYT_FORM, at).with_seen(seen));
                continue;
            };
            let at = *known.entry(number).or_insert(groups.len());
            if at == groups.len() {
                groups.push((Some(typed.to_owned()), Vec::new()));
            }
            let (code, lines) = &mut groups[at];
            lines.push(line);
            if code.as_ref().is_some_and(|code| code.len() < typed.len()) {
                *code = Some(typed.to_owned());
            }
        }
        for (teryt, lines) in groups {
            let row = joined(&lines, &mut register.findings);
            register.rows.push(RegisterRow { teryt, ..row });
        }
        register.join_lists();
        register.index();
        register
    }

    /// Joins rows without a code, such as those of the minister's list on a second sheet, to rows with one.
    fn join_lists(&mut self) {
        let all = std::mem::take(&mut self.rows);
        let (mut coded, bare): (Vec<_>, Vec<_>) = all.into_iter().partition(|row| row.teryt.is_some());
        let places = Places::of(coded.iter().map(|row| (place(row), row.teryt.clone())));
        let meant: Vec<Option<usize>> = bare.iter().map(|row| one(&places.meant(&place(row)))).collect();
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for at in meant.iter().flatten() {
            *counts.entry(*at).or_default() += 1;
        }
        for (row, to) in bare.into_iter().zip(meant) {
            // Two rows of a list that mean one municipality are two that nobody told apart.
            match to.filter(|at| counts.get(at) == Some(&1)) {
                Some(at) => {
                    for (column, cell) in row.cells {
                        coded[at].cells.entry(column).or_insert(cell);
                    }
                }
                None => coded.push(row),
            }
        }
        coded.sort_by_key(|row| row.at);
        self.rows = coded;
    }

    fn index(&mut self) {
        let numbered = |(at, row): (usize, &RegisterRow)| {
            Some((names::number_of(row.teryt.as_deref()?)?.to_owned(), at))
        };
        self.by_number = self.rows.iter().enumerate().filter_map(numbered).collect();
    }

    /// Lets rows without a code be found by the number of the municipality that they were found to belong to.
    pub fn learn(&mut self, rows: impl IntoIterator<Item = (String, usize)>) {
        for (number, at) in rows {
            self.by_number.entry(number).or_insert(at);
        }
    }

    /// Returns the position of a municipality's row by its code.
    pub fn position(&self, teryt: &str) -> Option<usize> {
        self.by_number.get(names::number_of(teryt)?).copied()
    }

    /// Returns the row of a municipality by its code.
    pub fn row_of_code(&self, teryt: &str) -> Option<&RegisterRow> {
        self.rows.get(self.position(teryt)?)
    }

    /// Returns the row of what a municipality sent.
    pub fn row_of(&self, entry: &Entry) -> Option<&RegisterRow> {
        self.row_of_code(entry.teryt.as_deref()?)
    }

    /// Puts back zeros that a spreadsheet took from codes: `0201011` typed as a number is six digits that look like a
    /// code of another voivodeship. Only the office's own voivodeship tells which it is.
    #[must_use]
    pub fn in_voivodeship(mut self, prefix: &str) -> Self {
        for row in &mut self.rows {
            let Some(code) = row.teryt.as_deref().filter(|c| c.len() == 6 && !c.starts_with(prefix)) else {
                continue;
            };
            let whole = format!("0{code}");
            if whole.starts_with(prefix) && TerytCode::parse(&whole).is_some() {
                row.teryt = Some(whole);
            }
        }
        self.index();
        self
    }

    /// Returns the two digits of the voivodeship that all rows lie in.
    pub fn voivodeship(&self) -> Option<&str> {
        let mut prefixes = self.rows.iter().filter_map(|row| row.teryt.as_deref()?.get(..2));
        let first = prefixes.next()?;
        prefixes.all(|other| other == first).then_some(first)
    }
}

/// Returns the name of a row taken apart.
pub fn place(row: &RegisterRow) -> PlaceName {
    names::parse(row.name().unwrap_or_default())
}

fn one(meant: &Meant) -> Option<usize> {
    match meant {
        Meant::One(at) => Some(*at),
        Meant::Nobody | Meant::Several(_) => None,
    }
}

/// Joins rows of one municipality: in the order of their amendments, the later cell holds.
fn joined(lines: &[&Line], findings: &mut Vec<Finding>) -> RegisterRow {
    let mut rows: Vec<RegisterRow> = lines.iter().map(|line| in_its_part(line)).collect();
    rows.sort_by_key(|row| row.day(Column::AmendmentDay));
    let mut differing: Vec<(CellRef, CellRef)> = Vec::new();
    let mut all: Option<RegisterRow> = None;
    for row in rows {
        let amendment = (row.text(Column::Amendment).map(str::to_owned), row.day(Column::AmendmentDay));
        let into = all.get_or_insert_with(|| RegisterRow { cells: BTreeMap::new(), ..row.clone() });
        into.at = into.at.min(row.at);
        if amendment != (None, None) && !into.amendments.contains(&amendment) {
            into.amendments.push(amendment);
        }
        for (column, cell) in row.cells {
            if let Some(before) = into.cells.insert(column, cell.clone())
                && before.1 != cell.1
                && !amended(column)
            {
                differing.push((before.0, cell.0));
            }
        }
    }
    let row = all.unwrap_or_else(|| RegisterRow::of(lines[0]));
    if lines.len() > 1 {
        findings.push(said(&row, lines, &differing));
    }
    row
}

/// What an amendment is there to change.
fn amended(column: Column) -> bool {
    let amounts =
        matches!(column, Column::Amount(AmountKey { measure: Measure::Awarded | Measure::Requested, .. }));
    amounts || matches!(column, Column::Amendment | Column::AmendmentDay | Column::Round | Column::Component)
}

/// A row whose own cells say for which half-year or component its amounts are.
fn in_its_part(line: &Line) -> RegisterRow {
    let round = line.text(Column::Round).and_then(HalfYear::typed);
    let word = line.text(Column::Component);
    let component = word.and_then(|word| COMPONENTS.into_iter().find(|c| c.word() == word));
    let mut row = RegisterRow::of(line);
    row.cells = line
        .cells
        .iter()
        .map(|(column, cell)| {
            let column = match *column {
                Column::Amount(key) => Column::Amount(AmountKey {
                    component: key.component.or(component),
                    round: key.round.or(round),
                    ..key
                }),
                Column::Arrived(None) => Column::Arrived(round),
                Column::Due(None) => Column::Due(round),
                Column::MoneyOn(None) => Column::MoneyOn(round),
                other => other,
            };
            (column, cell.clone())
        })
        .collect();
    row
}

fn said(row: &RegisterRow, lines: &[&Line], differing: &[(CellRef, CellRef)]) -> Finding {
    let count = Fact::Count(i64::try_from(lines.len()).unwrap_or(i64::MAX));
    let mut finding = Finding::at(&code::REGISTER_ROWS_JOINED, row.at)
        .with("municipality", Fact::Text(row.name().unwrap_or_default().to_owned()))
        .with("count", count)
        .with("differing", Fact::Count(i64::try_from(differing.len()).unwrap_or(i64::MAX)));
    finding.related = lines.iter().skip(1).map(|line| line.at).collect();
    if let Some((before, after)) = differing.first() {
        finding = finding.with_severity(Severity::Warning);
        finding.related = differing.iter().flat_map(|(a, b)| [*a, *b]).take(12).collect();
        finding = finding
            .with("before", Fact::Text(before.to_string()))
            .with("after", Fact::Text(after.to_string()));
    }
    finding
}
