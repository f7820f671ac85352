//! From a finished workbook to its trace. Reads the book and the settlement; computes nothing.

use super::{
    Document, Figure, Head, Held, Meaning, Origin, Purpose, ReadingUsed, SHAPE, Trace, TraceCell, TraceSheet,
    readings,
};
use crate::calc::print::Layout;
use crate::calc::{self, Model, NodeId};
use crate::correction::Previous;
use crate::grid::{Book, Cell, Content, Holds, Resolved, Sheet};
use crate::output::as_written;
use crate::programme::{Origin as RulesOrigin, Programme};
use crate::records::Submission;
use crate::settlement::{AssistantFigures, ComponentFigures, Line, Settled, Step, Totals};
use crate::source::{CellRef, Sources};
use crate::units::{Day, DayRange};

/// Sheets whose rows say how sure a given figure is and where it comes from, in the columns beside it.
const PARAMETERS: [&str; 2] = ["Parametry", crate::forms::working::BEFORE];
/// Columns of that sheet: figure, mark, source, reading.
const PARAMETER_COLUMNS: [u32; 4] = [2, 3, 4, 5];

/// What the trace tells beside the cells.
#[derive(Clone, Copy, Debug)]
pub struct TraceFacts<'a> {
    /// What was handed in.
    pub submission: &'a Submission,
    /// The edition's rules, readings in force.
    pub programme: &'a Programme,
    /// Id of the form.
    pub form: &'a str,
    /// Is the form the official one?
    pub form_official: bool,
    /// Day the settlement speaks of.
    pub as_of: Day,
    /// Days settled.
    pub period: DayRange,
    /// Not to be signed.
    pub draft: bool,
    /// Readings and open figures given with the command, as typed.
    pub given: &'a [String],
    /// The settlement before this one.
    pub previous: Option<&'a Previous>,
}

/// Returns the trace of a workbook, laid out so, to which nothing will be added but the trace itself.
pub fn trace(book: &Book, layout: &Layout, settled: &Settled, facts: &TraceFacts<'_>) -> Trace {
    let steps = steps(settled);
    let (programme, sources) = (facts.programme, &facts.submission.sources);
    let maker = Maker { book, model: &settled.model, layout, steps, programme, sources };
    let sheets = (0..book.sheets.len()).map(|index| maker.sheet(index)).collect();
    Trace { shape: SHAPE, head: head(facts), sheets, figures: figures(settled, layout) }
}

/// The step that each node belongs to, by the number of the node.
fn steps(settled: &Settled) -> Vec<Option<&Step>> {
    let mut steps = vec![None; settled.model.len()];
    for table in &settled.tables {
        for (id, step) in table.rows.iter().flat_map(|row| row.iter().zip(&table.steps)) {
            if let Some(place) = id.and_then(|id| steps.get_mut(id.0 as usize)) {
                *place = Some(step);
            }
        }
    }
    steps
}

struct Maker<'a> {
    book: &'a Book,
    model: &'a Model,
    layout: &'a Layout,
    steps: Vec<Option<&'a Step>>,
    programme: &'a Programme,
    sources: &'a Sources,
}

impl Maker<'_> {
    fn sheet(&self, index: usize) -> TraceSheet {
        let sheet = &self.book.sheets[index];
        // Blank cells are few: a list that grew by doubling would be the largest thing in memory.
        let mut cells = Vec::with_capacity(sheet.cells.len());
        cells.extend(sheet.cells.iter().filter_map(|(at, cell)| {
            let resolved = as_written(self.book.resolve(self.model, self.layout, index, *at, cell));
            let holds = match resolved {
                Resolved::Blank => return None,
                Resolved::Text(text) if text.is_empty() => return None,
                Resolved::Text(text) => Held::Text(text),
                Resolved::Number(n) => Held::Number(n),
                Resolved::Formula(formula, value) => Held::Formula(formula, value),
            };
            let meaning = self.meaning(index, *at, cell).map(Box::new);
            Some(TraceCell { row: at.0, column: at.1, holds, meaning })
        }));
        TraceSheet { name: sheet.name.clone(), purpose: purpose(sheet), cells }
    }

    /// Only the home of a figure says what it is; links to it need not.
    fn meaning(&self, sheet: usize, at: (u32, u32), cell: &Cell) -> Option<Meaning> {
        let Content::Node(id) = cell.content else { return None };
        let home = self.layout.homes.get(id)?;
        if (home.sheet, home.row, home.column) != (sheet, at.0, at.1) {
            return None;
        }
        let node = self.model.node(id);
        let origin = match &node.origin {
            calc::Origin::Input(cell) => self.input(*cell),
            calc::Origin::Parameter => self.parameter(sheet, at),
            calc::Origin::Formula(_) => {
                Origin::Step(self.step(id).map_or_else(String::new, |step| step.basis.clone()))
            }
        };
        let readings = match node.origin {
            calc::Origin::Formula(_) => self.readings(id),
            calc::Origin::Input(_) | calc::Origin::Parameter => Vec::new(),
        };
        Some(Meaning { label: node.label.to_string(), format: node.format, origin, readings })
    }

    fn step(&self, id: NodeId) -> Option<&Step> {
        self.steps.get(id.0 as usize).copied().flatten()
    }

    /// The readings of a step that the edition has.
    fn readings(&self, id: NodeId) -> Vec<String> {
        let names = self.step(id).map_or(&[][..], |step| readings::of_step(step.key));
        let known = |name: &&&str| self.programme.readings.iter().any(|reading| reading.name == **name);
        names.iter().filter(known).map(|name| (*name).to_owned()).collect()
    }

    fn input(&self, cell: CellRef) -> Origin {
        let (file, sheet) = self.sources.names(cell.sheet);
        Origin::Input(file.to_owned(), sheet.to_owned(), cell.row, cell.column)
    }

    fn parameter(&self, sheet: usize, at: (u32, u32)) -> Origin {
        let sheet = &self.book.sheets[sheet];
        let beside = |column: u32| match sheet.cells.get(&(at.0, column)).map(|cell| &cell.content) {
            Some(Content::Text(text))
                if PARAMETERS.contains(&sheet.name.as_str()) && at.1 == PARAMETER_COLUMNS[0] =>
            {
                text.clone()
            }
            _ => String::new(),
        };
        let [_, mark, source, reading] = PARAMETER_COLUMNS;
        Origin::Parameter(beside(mark), beside(source), beside(reading))
    }
}

fn purpose(sheet: &Sheet) -> Purpose {
    match (sheet.official, sheet.holds) {
        (true, _) => Purpose::Official,
        (false, Holds::Inputs) => Purpose::Inputs,
        (false, Holds::Steps) => Purpose::Steps,
        (false, Holds::Views) => Purpose::Views,
    }
}

fn head(facts: &TraceFacts<'_>) -> Head {
    let agreement = &facts.submission.agreement;
    let programme = facts.programme;
    let readings = programme.readings.iter().map(|reading| {
        let (sure, basis) = reading.basis();
        ReadingUsed {
            name: reading.name.to_owned(),
            way: reading.in_force.to_owned(),
            question: reading.question.clone(),
            meaning: reading.used().to_owned(),
            basis: format!("{sure}: {basis}"),
        }
    });
    Head {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        edition: programme.id.clone(),
        title: programme.title.clone(),
        act: programme.act.clone(),
        rules_sha256: programme.digest.clone(),
        rules_built_in: programme.origin == RulesOrigin::BuiltIn,
        form: facts.form.to_owned(),
        form_official: facts.form_official,
        as_of: facts.as_of.to_string(),
        period: (facts.period.first.to_string(), facts.period.last.to_string()),
        draft: facts.draft,
        teryt: agreement.teryt.as_ref().map(|t| t.value.clone()),
        municipality: agreement.municipality.as_ref().map(|t| t.value.clone()),
        readings: readings.collect(),
        given: facts.given.to_vec(),
        documents: facts.submission.sources.files.iter().map(Document::of).collect(),
        previous: facts.previous.cloned(),
    }
}

/// Collects figures with one key after another.
struct Figures<'a> {
    model: &'a Model,
    layout: &'a Layout,
    all: Vec<Figure>,
}

impl Figures<'_> {
    fn add_all(&mut self, key: &Figure, all: &[(&str, NodeId)]) {
        for (what, id) in all {
            self.add(key, what, *id);
        }
    }

    fn add(&mut self, key: &Figure, what: &str, id: NodeId) {
        let node = self.model.node(id);
        let at = self.layout.homes.get(id).map(|home| (home.sheet, home.row, home.column));
        let figure = Figure {
            what: what.to_owned(),
            format: node.format,
            value: node.value.clone(),
            at,
            ..key.clone()
        };
        self.all.push(figure);
    }
}

fn key() -> Figure {
    Figure {
        what: String::new(),
        round: None,
        component: None,
        assistant: None,
        month: None,
        form: None,
        format: calc::Format::Money,
        value: calc::Value::Blank,
        at: None,
    }
}

/// Returns the figures of a settlement by business key, without their cells: to compare with those of a trace.
pub fn figures_of(settled: &Settled) -> Vec<Figure> {
    figures(settled, &Layout::default())
}

fn figures(settled: &Settled, layout: &Layout) -> Vec<Figure> {
    let mut figures = Figures { model: &settled.model, layout, all: Vec::new() };
    totals(&mut figures, &key(), &settled.totals);
    for round in &settled.rounds {
        let key = Figure { round: round.half_year.map(|half| half.word().to_owned()), ..key() };
        if settled.rounds.len() > 1 {
            totals(&mut figures, &key, &round.totals);
        }
        for component in round.supplement.iter().chain(&round.employment) {
            component_figures(&mut figures, &key, component);
        }
    }
    for assistant in &settled.assistants {
        assistant_figures(&mut figures, assistant);
    }
    for line in &settled.lines {
        line_figures(&mut figures, settled, line);
    }
    figures.all
}

fn totals(figures: &mut Figures<'_>, key: &Figure, totals: &Totals) {
    let all = [
        ("task_cost", totals.task_cost),
        ("supplement_cost", totals.supplement_cost),
        ("employment_cost", totals.employment_cost),
        ("supplement_co_financing", totals.supplement_co_financing),
        ("employment_co_financing", totals.employment_co_financing),
        ("co_financing", totals.co_financing),
        ("own_contribution", totals.own_contribution),
        ("transferred", totals.transferred),
        ("to_return", totals.to_return),
        ("left_to_return", totals.left_to_return),
        ("due_not_transferred", totals.due_not_transferred),
    ];
    figures.add_all(key, &all);
}

fn component_figures(figures: &mut Figures<'_>, key: &Figure, component: &ComponentFigures) {
    let key = Figure { component: Some(component.component.word().to_owned()), ..key.clone() };
    let all = [
        ("cost", component.cost),
        ("limit", component.limit),
        ("awarded", component.awarded),
        ("transferred", component.transferred),
        ("co_financing", component.co_financing),
        ("own_contribution", component.own_contribution),
        ("due_not_transferred", component.due_not_transferred),
        ("unused", component.unused),
        ("returned", component.returned),
        ("misused", component.misused),
        ("interest", component.interest),
        ("return_total", component.return_total),
    ];
    figures.add_all(&key, &all);
    let parts = [
        ("state_budget_part", component.state_budget_part),
        ("labour_fund_part", component.labour_fund_part),
    ];
    for (what, id) in parts {
        if let Some(id) = id {
            figures.add(&key, what, id);
        }
    }
}

fn assistant_figures(figures: &mut Figures<'_>, assistant: &AssistantFigures) {
    let key = Figure { assistant: Some(assistant.id.clone()), ..key() };
    let all = [
        ("supplement_cost", assistant.total.supplement_cost),
        ("supplement_co_financing", assistant.total.supplement_co_financing),
        ("supplement_own", assistant.total.supplement_own),
        ("employment_cost", assistant.total.employment_cost),
        ("employment_co_financing", assistant.total.employment_co_financing),
        ("own_contribution", assistant.own_contribution),
    ];
    figures.add_all(&key, &all);
}

fn line_figures(figures: &mut Figures<'_>, settled: &Settled, line: &Line) {
    let round = settled.rounds.get(line.round).and_then(|round| round.half_year);
    let key = Figure {
        round: round.map(|half| half.word().to_owned()),
        assistant: settled.assistants.get(line.assistant).map(|assistant| assistant.id.clone()),
        month: Some(line.month.to_string()),
        form: Some(line.form.word().to_owned()),
        ..key()
    };
    let all = [
        ("fte", line.fte),
        ("share_of_month", line.share_of_month),
        ("eligible_pay", line.eligible_pay),
        ("eligible_contributions", line.eligible_contributions),
        ("wage_cost", line.wage_cost),
        ("supplement_paid", line.supplement_paid),
        ("supplement_cost", line.supplement_cost),
        ("supplement_co_financing", line.supplement_co_financing),
        ("supplement_own", line.supplement_own),
        ("employment_co_financing", line.employment_co_financing),
        ("employment_own", line.employment_own),
    ];
    figures.add_all(&key, &all);
    for (what, id) in [("hours_counted", line.hours_counted), ("qualifies", line.qualifies)] {
        if let Some(id) = id {
            figures.add(&key, what, id);
        }
    }
}
