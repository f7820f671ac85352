//! The walk from amounts down to what was handed in, and its order: every step once, each before what it rests on.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::ground::{At, Ground};
use super::words::{self, PutIn};
use super::{
    About, Asked, Because, Cell, Data, Datum, Explanation, Mark, Parameter, Reading, Row, Step, Use, Written,
    numbers,
};
use crate::calc::{Expr, Format, NodeId, Value};
use crate::source::{a1, column_letters};
use crate::trace::{Held, Origin as Recorded};

/// How far an explanation goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Steps below the amount.
    pub depth: usize,
    /// Cells followed in all.
    pub cells: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { depth: usize::MAX, cells: 20_000 }
    }
}

/// Steps of one column and one formula are one step of the explanation.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Kind {
    sheet: usize,
    column: u32,
    formula: String,
}

/// Columns of what was handed in: file, sheet, column, heading.
type Column = (String, String, u32, String);

/// Explains the cells asked about; `what` names a figure that was asked for by name.
pub fn explain(ground: &Ground<'_>, asked: &[(At, Option<String>)], limits: Limits) -> Explanation {
    let roots: Vec<NodeId> =
        asked.iter().filter_map(|(at, _)| ground.node(*at)).map(|id| ground.repeated(id)).collect();
    let mut walk = Walk::over(ground, limits);
    walk.run(&roots);
    let order = walk.order(&roots);
    let marks = walk.marks(&order);
    let asked = asked.iter().filter_map(|(at, what)| walk.asked(*at, what.clone(), &marks)).collect();
    let steps: Vec<Step> = (1..).zip(&order).map(|(n, kind)| walk.step(n, kind, &marks)).collect();
    let (inputs, parameters) = (walk.inputs(), walk.parameters());
    let readings = readings(ground, &steps, &parameters);
    Explanation {
        settlement: about(ground),
        asked,
        changed: Vec::new(),
        steps,
        inputs,
        parameters,
        readings,
        not_followed: walk.left.len(),
    }
}

struct Walk<'g, 'a> {
    ground: &'g Ground<'a>,
    limits: Limits,
    put: BTreeMap<NodeId, PutIn>,
    kinds: BTreeMap<Kind, Vec<NodeId>>,
    kind_of: BTreeMap<NodeId, Kind>,
    data: BTreeMap<Column, BTreeMap<(u32, NodeId), Datum>>,
    constants: BTreeSet<(At, NodeId)>,
    left: BTreeSet<NodeId>,
}

impl<'g, 'a> Walk<'g, 'a> {
    fn over(ground: &'g Ground<'a>, limits: Limits) -> Self {
        Self {
            ground,
            limits,
            put: BTreeMap::new(),
            kinds: BTreeMap::new(),
            kind_of: BTreeMap::new(),
            data: BTreeMap::new(),
            constants: BTreeSet::new(),
            left: BTreeSet::new(),
        }
    }

    /// Breadth first, so that depth is the shortest way down from an amount.
    fn run(&mut self, roots: &[NodeId]) {
        let mut queue: VecDeque<(NodeId, usize)> = roots.iter().map(|id| (*id, 1)).collect();
        let mut seen: BTreeSet<NodeId> = roots.iter().copied().collect();
        while let Some((id, depth)) = queue.pop_front() {
            let Some(expr) = self.ground.formula(id) else {
                self.leaf(id);
                continue;
            };
            if depth > self.limits.depth || self.put.len() >= self.limits.cells {
                self.left.insert(id);
                continue;
            }
            let format = self.ground.format(id);
            let put = words::with_numbers(self.ground, expr, format);
            for used in &put.uses {
                if seen.insert(*used) {
                    queue.push_back((*used, depth + 1));
                }
            }
            self.put.insert(id, put);
            let formula = words::sentence(self.ground, expr, format, &|_| String::new());
            let (sheet, _, column) = self.ground.at(id).unwrap_or((usize::MAX, 0, id.0));
            let kind = Kind { sheet, column, formula };
            self.kinds.entry(kind.clone()).or_default().push(id);
            self.kind_of.insert(id, kind);
        }
        let ground = self.ground;
        self.kinds.values_mut().for_each(|ids| ids.sort_by_key(|id| (ground.at(*id), *id)));
    }

    fn leaf(&mut self, id: NodeId) {
        let Some(at) = self.ground.at(id) else { return };
        if let Some(handed) = self.ground.handed_in(id) {
            let datum = Datum {
                cell: handed.cell,
                of: Some(self.ground.row_name(at))
                    .filter(|of| of != self.ground.label(id))
                    .unwrap_or_default(),
                value: written(self.ground, id),
                copy: cell(self.ground, at),
            };
            let label = self.ground.label(id).to_owned();
            let key = (handed.file, handed.sheet, handed.order.0, label);
            self.data.entry(key).or_default().insert((handed.order.1, id), datum);
        } else {
            self.constants.insert((at, id));
        }
    }

    /// Each kind of step before those it rests on. Where rows of two kinds rest on each other in turn, the one met
    /// first comes first.
    fn order(&self, roots: &[NodeId]) -> Vec<Kind> {
        let mut done = BTreeSet::new();
        let mut order = Vec::new();
        for root in roots.iter().rev() {
            if let Some(kind) = self.kind_of.get(root) {
                self.below(kind, &mut done, &mut order);
            }
        }
        order.reverse();
        order
    }

    /// There are as many kinds as columns of the workbook, so the depth of calls is small.
    fn below(&self, kind: &Kind, done: &mut BTreeSet<Kind>, order: &mut Vec<Kind>) {
        if !done.insert(kind.clone()) {
            return;
        }
        let mut next: Vec<&Kind> = Vec::new();
        for used in self.rows(kind).iter().filter_map(|id| self.put.get(id)).flat_map(|put| &put.uses) {
            if let Some(other) = self.kind_of.get(used)
                && !next.contains(&other)
            {
                next.push(other);
            }
        }
        for other in next.into_iter().rev() {
            self.below(other, done, order);
        }
        order.push(kind.clone());
    }

    fn rows(&self, kind: &Kind) -> &[NodeId] {
        self.kinds.get(kind).map_or(&[], Vec::as_slice)
    }

    fn marks(&self, order: &[Kind]) -> BTreeMap<NodeId, Mark> {
        let mut marks = BTreeMap::new();
        for (number, kind) in (1..).zip(order) {
            marks.extend(self.rows(kind).iter().map(|id| (*id, Mark::Step(number))));
        }
        for (number, cells) in (1..).zip(self.data.values()) {
            marks.extend(cells.keys().map(|(_, id)| (*id, Mark::Data(number))));
        }
        for (number, (_, id)) in (1..).zip(&self.constants) {
            marks.insert(*id, Mark::Parameter(number));
        }
        marks
    }

    fn asked(&self, at: At, what: Option<String>, marks: &BTreeMap<NodeId, Mark>) -> Option<Asked> {
        let ground = self.ground;
        let id = ground.node(at)?;
        let shown = ground.repeated(id);
        let labelled = if ground.meaning(id).is_some() { id } else { shown };
        Some(Asked {
            cell: cell(ground, at),
            of: ground.row_name(at),
            label: ground.label(labelled).to_owned(),
            what,
            value: written(ground, labelled),
            repeats: ground.at(shown).filter(|home| *home != at).map(|home| cell(ground, home)),
            is: marks.get(&shown).copied().unwrap_or(Mark::Left),
        })
    }

    fn step(&self, number: usize, kind: &Kind, marks: &BTreeMap<NodeId, Mark>) -> Step {
        let ground = self.ground;
        let ids = self.rows(kind);
        let first = ids.first().copied();
        let expr = first.and_then(|id| ground.formula(id));
        let format = first.map_or(Format::General, |id| ground.format(id));
        let mark = |id: NodeId| {
            // A way that was not taken was not followed either: it is named without a number.
            let known = marks.get(&id).map(Mark::to_string);
            let left = self.left.contains(&id).then(|| Mark::Left.to_string());
            let mark = known.or(left).unwrap_or_default();
            match first.filter(|of| self.is_ambiguous(*of, id)).and_then(|of| self.apart(of, id)) {
                Some(place) => format!(" ({place}){mark}"),
                None => mark,
            }
        };
        let basis = first.and_then(|id| match ground.recorded(id) {
            Some(Recorded::Step(basis)) => Some(basis.clone()),
            _ => None,
        });
        Step {
            number,
            label: first.map_or_else(String::new, |id| ground.label(id).to_owned()),
            sheet: ground.sheet_name(kind.sheet).to_owned(),
            formula: expr.map(|expr| words::sentence(ground, expr, format, &mark)).unwrap_or_default(),
            rounding: expr.and_then(|expr| rounding(expr, format)),
            readings: first
                .map_or_else(Vec::new, |id| self.readings(id, basis.as_deref().unwrap_or_default())),
            basis: basis.unwrap_or_default(),
            rows: ids.iter().map(|id| self.row(*id, marks)).collect(),
        }
    }

    /// The readings that a step rests on: those recorded, and those that its basis names.
    fn readings(&self, id: NodeId, basis: &str) -> Vec<String> {
        let mut names = self.ground.meaning(id).map(|meaning| meaning.readings.clone()).unwrap_or_default();
        for name in named(self.ground, basis) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Does the formula of a node use another node of the same name? In a long sum one name stands for all.
    fn is_ambiguous(&self, of: NodeId, id: NodeId) -> bool {
        let label = self.ground.label(id);
        let uses = self.put.get(&of).map_or(&[][..], |put| &put.uses);
        (2..=3).contains(&uses.iter().filter(|other| self.ground.label(**other) == label).count())
    }

    /// Tells two nodes of one name apart: by the row, as seen from the step, or by the address.
    fn apart(&self, of: NodeId, id: NodeId) -> Option<String> {
        let (own, at) = (self.ground.at(of)?, self.ground.at(id)?);
        Some(match (own.0 == at.0, own.1.checked_sub(at.1)) {
            (true, Some(0)) => "ten wiersz".to_owned(),
            (true, Some(1)) => "wiersz wyżej".to_owned(),
            (true, _) => a1(at.1, at.2),
            (false, _) => self.ground.place(at),
        })
    }

    fn row(&self, id: NodeId, marks: &BTreeMap<NodeId, Mark>) -> Row {
        let ground = self.ground;
        let nothing = PutIn::default();
        let put = self.put.get(&id).unwrap_or(&nothing);
        let at = ground.at(id);
        let uses = put.uses.iter().filter_map(|used| {
            let is = marks.get(used).copied().unwrap_or(Mark::Left);
            Some(Use { cell: cell(ground, ground.at(*used)?), is })
        });
        let format = ground.format(id);
        Row {
            cell: at.map_or_else(String::new, |at| a1(at.1, at.2)),
            of: at.map_or_else(String::new, |at| ground.row_name(at)),
            numbers: put.text.clone(),
            because: put
                .because
                .iter()
                .map(|(condition, holds)| Because { condition: condition.clone(), holds: *holds })
                .collect(),
            before_rounding: put
                .before_rounding
                .as_ref()
                .map(|n| Written { value: numbers::number(n, format).text, exact: Some(n.clone()) }),
            result: written(ground, id),
            spreadsheet: at.map_or_else(String::new, |at| spreadsheet(ground, at)),
            uses: uses.collect(),
        }
    }

    fn inputs(&self) -> Vec<Data> {
        let groups = (1..).zip(&self.data).map(|(number, ((file, sheet, column, label), cells))| Data {
            number,
            label: if label.is_empty() { column_letters(*column) } else { label.clone() },
            file: file.clone(),
            sheet: sheet.clone(),
            cells: cells.values().cloned().collect(),
        });
        groups.collect()
    }

    fn parameters(&self) -> Vec<Parameter> {
        let ground = self.ground;
        let all = (1..).zip(&self.constants).map(|(number, (at, id))| {
            let (mark, source, reading) = match ground.recorded(*id) {
                Some(Recorded::Parameter(mark, source, reading)) => {
                    (mark.clone(), source.clone(), reading.clone())
                }
                _ => Default::default(),
            };
            Parameter {
                number,
                label: ground.label(*id).to_owned(),
                value: written(ground, *id),
                at: cell(ground, *at),
                mark,
                source,
                reading,
            }
        });
        all.collect()
    }
}

fn spreadsheet(ground: &Ground<'_>, at: At) -> String {
    match ground.sheet(at.0).and_then(|sheet| sheet.cell(at.1, at.2)).map(|cell| &cell.holds) {
        Some(Held::Formula(formula, _)) => format!("={formula}"),
        _ => String::new(),
    }
}

/// The outermost rounding of the way taken, in words.
fn rounding(expr: &Expr, format: Format) -> Option<String> {
    let to = |places: u32| match (places, format) {
        (2, Format::Money | Format::Unrounded) => "do grosza".to_owned(),
        (0, _) => "do całości".to_owned(),
        _ => format!("do {places} miejsc po przecinku"),
    };
    match expr {
        Expr::RoundHalfUp(_, places) => Some(format!("{}, połówki w górę", to(*places))),
        Expr::CutDown(_, places) => Some(format!("{}, reszta obcięta", to(*places))),
        Expr::If(_, yes, no) => rounding(yes, format).or_else(|| rounding(no, format)),
        _ => None,
    }
}

fn about(ground: &Ground<'_>) -> About {
    let head = &ground.trace.head;
    About {
        program: head.program.clone(),
        programme: head.edition.clone(),
        title: head.title.clone(),
        act: head.act.clone(),
        municipality: head.municipality.clone(),
        teryt: head.teryt.clone(),
        as_of: head.as_of.clone(),
        draft: head.draft,
    }
}

/// Names of readings that a text mentions.
fn named(ground: &Ground<'_>, text: &str) -> Vec<String> {
    let all = ground.trace.head.readings.iter();
    all.filter(|reading| text.contains(&reading.name)).map(|reading| reading.name.clone()).collect()
}

fn readings(ground: &Ground<'_>, steps: &[Step], parameters: &[Parameter]) -> Vec<Reading> {
    let by_steps = steps.iter().flat_map(|step| step.readings.iter().cloned());
    let by_parameters = parameters.iter().flat_map(|parameter| named(ground, &parameter.reading));
    let used: BTreeSet<String> = by_steps.chain(by_parameters).collect();
    let all = ground.trace.head.readings.iter().filter(|reading| used.contains(&reading.name));
    all.map(|reading| Reading {
        name: reading.name.clone(),
        way: reading.way.clone(),
        question: reading.question.clone(),
        meaning: reading.meaning.clone(),
        basis: reading.basis.clone(),
    })
    .collect()
}

fn written(ground: &Ground<'_>, id: NodeId) -> Written {
    let value = ground.value(id);
    let exact = match value {
        Value::Number(n) => Some(n.clone()),
        Value::Blank | Value::Text(_) => None,
    };
    Written { value: numbers::with_unit(value, ground.format(id)), exact }
}

fn cell(ground: &Ground<'_>, at: At) -> Cell {
    Cell { sheet: ground.sheet_name(at.0).to_owned(), cell: a1(at.1, at.2) }
}

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Step(n) => write!(f, " [{n}]"),
            Self::Data(n) => write!(f, " [d{n}]"),
            Self::Parameter(n) => write!(f, " [p{n}]"),
            Self::Left => f.write_str(" […]"),
        }
    }
}
