//! The municipalities of the workbook, a row each, and the typed nodes of their figures.
//!
//! A figure is asked for by key and made once. One that is not known is a blank node: blank is not zero, and a column
//! without gaps stays one range in every sum.

use std::collections::{BTreeMap, BTreeSet};

use super::words;
use crate::calc::{Expr, Model, NodeId, Value};
use crate::consolidate::compare::half_missed;
use crate::consolidate::register::Register;
use crate::consolidate::{Entry, FigureKey};
use crate::forms::fields::Field;
use crate::grid::{Content, Sheet};
use crate::intake::register::Measure;
use crate::units::{Exact, Money};

/// From this number of a powiat on it is a city with the rights of one (rule of the territorial register).
const FIRST_CITY: &str = "61";

/// Principal returned, both components.
const RETURNED: &str = "all.returned";

/// A municipality.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// What was handed in for it; of several the one that counts.
    pub entry: &'a Entry,
    /// Name.
    pub name: String,
    nodes: BTreeMap<FigureKey, NodeId>,
    /// Principal returned as the office booked it, where the report does not tell it.
    returned: Option<Exact>,
}

/// All municipalities in order, with their figures' nodes.
#[derive(Clone, Debug, Default)]
pub struct Rows<'a> {
    list: Vec<Row<'a>>,
    /// Nodes that the official form shows.
    shown: BTreeSet<NodeId>,
    /// The cells of the form's column for a figure, from the first that is known to the last, blank ones too.
    columns: BTreeMap<FigureKey, Vec<NodeId>>,
    /// What the typed nodes are, when the official form was filled.
    keys: BTreeMap<NodeId, FigureKey>,
}

/// A column of the official form: sheet, column, first and last row.
type Stretch = (usize, u32, u32, u32);

impl Row<'_> {
    /// Do its figures enter totals?
    pub fn counts(&self) -> bool {
        self.entry.counts()
    }

    /// Does it count with one half-year only, though the year is over?
    pub fn lacks_half(&self) -> bool {
        self.counts() && half_missed(self.entry)
    }

    /// Returns its code, six or seven digits; empty when it is not known.
    pub fn teryt(&self) -> &str {
        code(self.entry)
    }

    /// Returns the two digits of its voivodeship.
    pub fn voivodeship(&self) -> &str {
        self.teryt().get(..2).unwrap_or("")
    }

    /// Returns the four digits of its powiat.
    pub fn powiat(&self) -> &str {
        self.teryt().get(..4).unwrap_or("")
    }

    /// Is it a city with the rights of a powiat?
    pub fn is_city(&self) -> bool {
        is_city(self.powiat())
    }

    /// Returns a figure that counts; none of a rejected file.
    pub fn figure(&self, key: FigureKey) -> Option<&Exact> {
        let own = self.entry.figures.get(key);
        let booked = || self.returned.as_ref().filter(|_| key.name == RETURNED && key.round.is_none());
        own.or_else(booked).filter(|_| self.counts())
    }
}

/// Are these four digits those of a city with the rights of a powiat?
pub fn is_city(powiat: &str) -> bool {
    powiat.get(2..).is_some_and(|number| number >= FIRST_CITY)
}

/// Returns the code of an entry, where it is one.
pub fn code(entry: &Entry) -> &str {
    let code = entry.teryt.as_deref().unwrap_or("").trim();
    let is_code = matches!(code.len(), 6 | 7) && code.bytes().all(|b| b.is_ascii_digit());
    if is_code { code } else { "" }
}

impl<'a> Rows<'a> {
    /// Returns a row for every entry that counts, and for every rejected one whose municipality has none that counts.
    pub fn of(entries: &'a [Entry]) -> Self {
        let six = |entry: &Entry| code(entry).get(..6).map(str::to_owned);
        let counted: BTreeSet<String> = entries.iter().filter(|e| e.counts()).filter_map(six).collect();
        let mut rejected = BTreeSet::new();
        let has_row = |entry: &&Entry| {
            if entry.counts() {
                return true;
            }
            let named = entry.municipality.is_some() || !code(entry).is_empty();
            let known = six(entry).is_some_and(|six| counted.contains(&six) || !rejected.insert(six));
            entry.verdict == crate::consolidate::Verdict::Rejected && named && !known
        };
        let row =
            |entry| Row { entry, name: words::municipality(entry), nodes: BTreeMap::new(), returned: None };
        Self { list: entries.iter().filter(has_row).map(row).collect(), ..Self::default() }
    }

    /// Takes what the office booked as returned for reports that tell nothing of it.
    #[must_use]
    pub fn returned(mut self, register: Option<&Register>) -> Self {
        const TOLD: [&str; 3] = [RETURNED, "supplement.returned", "employment.returned"];
        let Some(register) = register else { return self };
        for row in &mut self.list {
            let tells = row.entry.figures.iter().any(|(key, _)| TOLD.contains(&key.name));
            let booked = register.row_of(row.entry).and_then(|of| of.money(Measure::Returned, None, None));
            row.returned = booked.map(Money::to_exact).filter(|_| !tells);
        }
        self
    }

    /// Returns the rows.
    pub fn all(&self) -> &[Row<'a>] {
        &self.list
    }

    /// Returns the typed node of a figure, blank where the figure is not known.
    pub fn node(&mut self, model: &mut Model, row: usize, key: FigureKey) -> NodeId {
        let row = &mut self.list[row];
        if let Some(known) = row.nodes.get(&key) {
            return *known;
        }
        let value = row.figure(key).map_or(Value::Blank, |n| Value::Number(n.clone()));
        let format = Field::by_name(key.name).map(Field::format).unwrap_or_default();
        let id = model.parameter(&words::figure(key), format, value);
        row.nodes.insert(key, id);
        id
    }

    /// Returns a figure of every row.
    pub fn column(&mut self, model: &mut Model, key: FigureKey) -> Vec<NodeId> {
        (0..self.list.len()).map(|row| self.node(model, row, key)).collect()
    }

    /// Notes what the official form shows.
    pub fn official(&mut self, sheets: &[Sheet]) {
        let own = self.list.iter().flat_map(|row| row.nodes.iter().map(|(key, id)| (*id, *key)));
        let own: BTreeMap<NodeId, FigureKey> = own.collect();
        let mut stretches: BTreeMap<FigureKey, Stretch> = BTreeMap::new();
        for (index, sheet) in sheets.iter().enumerate() {
            for ((row, column), cell) in &sheet.cells {
                let Content::Node(id) = cell.content else { continue };
                self.shown.insert(id);
                let Some(key) = own.get(&id) else { continue };
                let (at, of, _, last) = stretches.entry(*key).or_insert((index, *column, *row, *row));
                if (*at, *of) == (index, *column) {
                    *last = *row;
                }
            }
        }
        let cells = |(sheet, column, first, last): Stretch| {
            let of = |row: u32| sheets.get(sheet)?.cells.get(&(row, column)).map(|cell| &cell.content);
            let nodes = (first..=last).filter_map(of).filter_map(|content| match content {
                Content::Node(id) => Some(*id),
                _ => None,
            });
            nodes.collect::<Vec<NodeId>>()
        };
        self.keys = own;
        self.columns = stretches.into_iter().map(|(key, stretch)| (key, cells(stretch))).collect();
    }

    /// Returns the official form's cells for a figure, the blank ones between others too; none where it has no column.
    pub fn on_form(&self, key: FigureKey) -> Option<&Vec<NodeId>> {
        self.columns.get(&key)
    }

    /// Returns the figure that a typed node of the official form is.
    pub fn key(&self, id: NodeId) -> Option<FigureKey> {
        self.keys.get(&id).copied()
    }

    /// Does the official form show the figure of the row?
    pub fn is_shown(&self, row: usize, key: FigureKey) -> bool {
        self.list[row].nodes.get(&key).is_some_and(|id| self.shown.contains(id))
    }

    /// Returns the keys of nodes made that the official form does not show.
    pub fn beside_official(&self) -> BTreeSet<FigureKey> {
        let made = self.list.iter().flat_map(|row| &row.nodes);
        made.filter(|(_, id)| !self.shown.contains(id)).map(|(key, _)| *key).collect()
    }

    /// Returns the node of a figure, if it was made, for a sheet beside the official form: a link where the form shows it.
    pub fn beside(&self, model: &mut Model, row: usize, key: FigureKey) -> Option<NodeId> {
        let id = self.list[row].nodes.get(&key).copied()?;
        if !self.shown.contains(&id) || model.value(id).is_blank() {
            return Some(id);
        }
        Some(model.formula(&words::figure(key), model.node(id).format, Expr::Ref(id)))
    }
}
