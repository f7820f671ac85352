//! Families by assistant: who is open when, how many at one time, which work ended, which assessments are due.
//!
//! Every family row gets flags over its own dates, so that a changed date moves the counts. A family handed over ends
//! with one assistant on the day it starts with the other; the day belongs to the new one. Which row stands for its
//! family in the municipality is the settlement's own step (`Obliczenia - rodziny`), in the same order of rows.

use std::collections::BTreeMap;

use super::cells::{Inputs, flag, total_of};
use crate::calc::model::day_value;
use crate::calc::{Cond, Expr, Format, Model, NodeId, Test, Value};
use crate::programme::{Mark, National};
use crate::records::{Family, Submission};
use crate::settlement::{ParameterUsed, Settled};
use crate::source::CellRef;
use crate::units::{DayRange, Exact, Month};

/// From here on the number at one time stands without a formula: the formulas' lists grow with the square.
const ROWS_OF_ONE: usize = 300;
/// From here on no months are shown, for the same reason.
const ROWS_OF_MONTH: usize = 300;
/// So many other assistants of one family are asked whether they took it over: one term each.
const HOLDERS: usize = 40;
/// More rows than this and the steps are left out: nobody reads them, and they cost memory.
const ROWS_OF_ALL: usize = 4000;
/// The longest half-year in days: July to December.
const HALF_YEAR_DAYS: i64 = 184;

/// A row of `Rodziny` with its flags.
#[derive(Debug)]
pub struct FamilyRow {
    assistant: String,
    family: String,
    /// The row lies in the period, if only for a day.
    in_period: bool,
    /// Ground, category and reason of ending.
    pub words: [NodeId; 3],
    /// Assistant, family, first and last day as typed.
    pub cells: [Option<NodeId>; 4],
    /// The days it counts for its assistant.
    pub spans: Spans,
    /// Families of its assistant on the first of those days.
    pub peak: NodeId,
    /// 1 where the row stands for its family in the municipality.
    pub counted: NodeId,
    /// Children, where the row stands for its family.
    pub children: NodeId,
    /// 1 where the family's work ended in the period.
    pub finished: NodeId,
    /// 1 where an assessment is due.
    pub assessment_due: NodeId,
    /// 1 where it was made in time.
    pub assessment_made: NodeId,
}

/// The days a row counts for its assistant.
#[derive(Clone, Copy, Debug)]
pub struct Spans {
    from: NodeId,
    to: Option<NodeId>,
    /// 1 where another assistant took the family over on the last day.
    pub handed_over: NodeId,
    /// First day.
    pub first: NodeId,
    /// Last day.
    pub last: NodeId,
    /// 1 where there is such a day.
    pub open: NodeId,
}

/// One assistant's families in one month.
#[derive(Debug)]
pub struct MonthCount {
    /// First day of the month in the period.
    pub first_day: NodeId,
    /// Last day of the month in the period.
    pub last_day: NodeId,
    /// Families on the first day.
    pub on_first: NodeId,
    /// Families on the month's last day.
    pub on_last: NodeId,
    /// Most families at one time.
    pub peak: NodeId,
}

/// All family rows of a submission with their flags.
#[derive(Default, Debug)]
pub struct Caseload {
    /// Rows in the order of assistant, family, first day.
    pub rows: Vec<FamilyRow>,
    /// Counts by assistant and month.
    pub months: BTreeMap<(String, Month), MonthCount>,
    /// Most families at one time in the period, by assistant.
    pub peaks: BTreeMap<String, NodeId>,
    /// The limit of families at one time.
    pub limit: Option<NodeId>,
    parameters: Vec<ParameterUsed>,
}

impl Caseload {
    /// Adds the flags to the model.
    pub fn build(settled: &mut Settled, submission: &Submission, national: &National) -> Self {
        let mut all = Self::default();
        all.add_limit(settled, *national);
        let mut families: Vec<&Family> = submission.families.iter().filter(|f| !f.rejected).collect();
        // The order of the settlement's own table of families, so that their rows answer each other.
        families.sort_by_key(|f| (f.assistant.value.trim(), f.family.value.trim(), f.from.value));
        let counted = step_column(settled, "all");
        let children = step_column(settled, "all_children");
        let open = step_column(settled, "open");
        let fits = [&counted, &children, &open].iter().all(|c| c.len() == families.len());
        if families.is_empty() || families.len() > ROWS_OF_ALL || !fits {
            all.peaks_as_given(&mut settled.model, submission);
            return all;
        }
        let ends = all.ends(settled);
        let model = &mut settled.model;
        let inputs = Inputs::of(submission);
        let spans = all_spans(model, &inputs, &families, ends);
        let peaks = peaks(model, &families, &spans);
        for (index, family) in families.iter().enumerate() {
            let counts = (counted[index], children[index]);
            let mut row = family_row(model, &inputs, family, spans[index], peaks[index], counts, ends);
            row.in_period = !model.number(open[index]).is_zero();
            all.rows.push(row);
        }
        all.month_counts(model, settled.period);
        all
    }

    /// Figures for `Parametry`.
    pub fn parameters(&self) -> impl Iterator<Item = &ParameterUsed> {
        self.parameters.iter()
    }

    /// Returns one assistant's count in one month.
    pub fn month(&self, assistant: &str, month: Month) -> Option<&MonthCount> {
        self.months.get(&(assistant.to_owned(), month))
    }

    /// The limit fell from 20 to 15 at a year's end, so one day of the period speaks for all of it.
    fn add_limit(&mut self, settled: &mut Settled, national: National) {
        let Some(limit) = national.caseload_limit(settled.period.last) else { return };
        let value = Value::Number(Exact::whole(i64::from(limit.value)));
        let label = "Najwyższa liczba rodzin jednego asystenta w tym samym czasie";
        let node = settled.model.parameter(label, Format::Count, value);
        self.add_parameter(node, limit.mark, &limit.source, "");
        self.limit = Some(node);
    }

    fn add_parameter(&mut self, node: NodeId, mark: Mark, source: &str, reading: &str) {
        let (source, reading) = (source.to_owned(), reading.to_owned());
        self.parameters.push(ParameterUsed { node, mark, source, reading });
    }

    /// Without single families the office's own list of peaks speaks.
    fn peaks_as_given(&mut self, model: &mut Model, submission: &Submission) {
        let mut given: BTreeMap<String, Vec<NodeId>> = BTreeMap::new();
        for row in &submission.caseload_months {
            let ids = given.entry(row.assistant.value.trim().to_owned()).or_default();
            ids.extend(model.input_at(row.peak.at));
        }
        for (assistant, ids) in given {
            let id = model.formula("Najwięcej rodzin jednocześnie", Format::Count, largest(&ids));
            self.peaks.insert(assistant, id);
        }
    }

    /// First and last day of the period and the half-year in days.
    fn ends(&mut self, settled: &mut Settled) -> [NodeId; 3] {
        let value = Value::Number(Exact::whole(HALF_YEAR_DAYS));
        let half = settled.model.parameter("Półrocze do oceny sytuacji rodziny (dni)", Format::Count, value);
        self.add_parameter(
            half,
            Mark::Assumed,
            "ustawa o wspieraniu rodziny i systemie pieczy zastępczej, art. 15 ust. 1: ocena nie rzadziej niż co pół roku",
            "pół roku liczone jako najdłuższe półrocze, 184 dni",
        );
        [settled.period_nodes.0, settled.period_nodes.1, half]
    }

    fn month_counts(&mut self, model: &mut Model, period: DayRange) {
        let mut by_assistant: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, row) in self.rows.iter().enumerate() {
            by_assistant.entry(row.assistant.clone()).or_default().push(index);
        }
        for (assistant, indices) in by_assistant {
            let rows: Vec<&FamilyRow> = indices.iter().map(|i| &self.rows[*i]).collect();
            let ids: Vec<NodeId> = rows.iter().map(|r| r.peak).collect();
            let peak = model.formula("Najwięcej rodzin jednocześnie", Format::Count, largest(&ids));
            self.peaks.insert(assistant.clone(), peak);
            if rows.len() > ROWS_OF_MONTH {
                continue;
            }
            for month in period.months() {
                let Some(days) = month.days().overlap(&period) else { continue };
                let count = month_count(model, &rows, days);
                self.months.insert((assistant.clone(), month), count);
            }
        }
    }

    /// Counts one assistant's families on a day of the period; nothing where single families are not known.
    pub fn on(&self, model: &mut Model, assistant: &str, day: NodeId) -> Option<NodeId> {
        let rows = self.rows.iter().filter(|row| row.assistant == assistant);
        let spans: Vec<Spans> = rows.map(|row| row.spans).collect();
        if self.rows.is_empty() {
            return None;
        }
        let count = if spans.len() > ROWS_OF_ONE { open_on(model, day, &spans) } else { on_day(day, &spans) };
        Some(model.formula("Rodzin w dniu", Format::Count, count))
    }

    /// Adds up what `pick` takes from every row.
    pub fn total(&self, model: &mut Model, label: &str, pick: impl Fn(&FamilyRow) -> NodeId) -> NodeId {
        let ids: Vec<NodeId> = self.rows.iter().map(pick).collect();
        total_of(model, label, Format::Count, &ids)
    }

    /// Adds up what `pick` takes from the rows with a word in the column `which` of `FamilyRow::words`.
    pub fn total_of_word(
        &self,
        model: &mut Model,
        which: usize,
        word: &'static str,
        pick: impl Fn(&FamilyRow) -> NodeId,
    ) -> NodeId {
        let values = self.rows.iter().map(pick).collect();
        let words = self.rows.iter().map(|r| r.words[which]).collect();
        model.formula(word, Format::Count, Expr::SumWhere(values, vec![(words, Test::TextIs(word))]))
    }

    /// Families that several assistants had in the period.
    pub fn taken_over(&self) -> Vec<&str> {
        let mut holders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for row in self.rows.iter().filter(|r| r.in_period) {
            let known = holders.entry(&row.family).or_default();
            if !known.contains(&row.assistant.as_str()) {
                known.push(&row.assistant);
            }
        }
        holders.into_iter().filter(|(_, a)| a.len() > 1).map(|(family, _)| family).collect()
    }
}

/// Returns a step of the settlement's table of families, row by row.
fn step_column(settled: &Settled, key: &str) -> Vec<NodeId> {
    let found = settled.tables.iter().find_map(|table| {
        let column = table.steps.iter().position(|s| s.key == key)?;
        Some(table.rows.iter().filter_map(|r| r.get(column).copied().flatten()).collect())
    });
    found.unwrap_or_default()
}

fn all_spans(model: &mut Model, inputs: &Inputs<'_>, families: &[&Family], ends: [NodeId; 3]) -> Vec<Spans> {
    let mut starts: BTreeMap<&str, Vec<(&str, NodeId)>> = BTreeMap::new();
    for family in families {
        let from = model.input_at(family.from.at);
        let list = starts.entry(family.family.value.trim()).or_default();
        list.extend(from.map(|from| (family.assistant.value.trim(), from)));
    }
    families
        .iter()
        .map(|family| {
            let own = family.assistant.value.trim();
            let others: Vec<NodeId> = starts
                .get(family.family.value.trim())
                .into_iter()
                .flatten()
                .filter(|(assistant, _)| *assistant != own)
                .map(|(_, from)| *from)
                .take(HOLDERS)
                .collect();
            let to = inputs.cell(model, family.at, "to");
            spans(model, (family, to), &others, ends)
        })
        .collect()
}

fn spans(
    model: &mut Model,
    (family, to): (&Family, Option<NodeId>),
    others: &[NodeId],
    [start, end, _]: [NodeId; 3],
) -> Spans {
    // A row that has no cell for its first day cannot come from intake; the period's first day stands in.
    let from = model.input_at(family.from.at).unwrap_or(start);
    let same_day = |to: NodeId| {
        let days = others.iter().map(|other| Cond::Equal(Expr::Ref(*other), Expr::Ref(to)));
        flag(Cond::All(vec![Cond::given(to), Cond::Any(days.collect())]))
    };
    let handed = to.filter(|_| !others.is_empty()).map(same_day);
    let handed_over = flag_or_nothing(model, "Przekazana innemu asystentowi", handed);
    let first = model.formula("Liczona od dnia", Format::Day, Expr::max(from, start));
    let until = to.map_or(Expr::Ref(end), |to| {
        Expr::when(Cond::Blank(to), end, Expr::min(Expr::sub(to, handed_over), end))
    });
    let last = model.formula("Liczona do dnia", Format::Day, until);
    let holds = Cond::AtLeast(Expr::Ref(last), Expr::Ref(first));
    let open = model.formula("Liczona w okresie", Format::Count, flag(holds));
    Spans { from, to, handed_over, first, last, open }
}

/// How many families the assistant of each row has on the first day the row counts; 0 for a row that does not.
fn peaks(model: &mut Model, families: &[&Family], spans: &[Spans]) -> Vec<NodeId> {
    let mut groups: BTreeMap<&str, Vec<Spans>> = BTreeMap::new();
    for (family, own) in families.iter().zip(spans) {
        groups.entry(family.assistant.value.trim()).or_default().push(*own);
    }
    let label = "Rodzin asystenta w dniu";
    let mut result = Vec::new();
    for (family, own) in families.iter().zip(spans) {
        let same = groups.get(family.assistant.value.trim()).map_or(&[][..], Vec::as_slice);
        let open = Cond::Equal(Expr::Ref(own.open), Expr::whole(1));
        let count =
            if same.len() > ROWS_OF_ONE { open_on(model, own.first, same) } else { on_day(own.first, same) };
        result.push(model.formula(label, Format::Count, Expr::when(open, count, Expr::whole(0))));
    }
    result
}

/// Counts the rows whose days hold the day.
fn on_day(day: NodeId, spans: &[Spans]) -> Expr {
    let column = |pick: fn(&Spans) -> NodeId| spans.iter().map(pick).collect::<Vec<NodeId>>();
    let tests = vec![(column(|s| s.first), Test::AtMost(day)), (column(|s| s.last), Test::AtLeast(day))];
    Expr::SumWhere(column(|s| s.open), tests)
}

/// The same as a number.
fn open_on(model: &Model, day: NodeId, spans: &[Spans]) -> Expr {
    let day = model.number(day);
    let holds = |s: &&Spans| model.number(s.first) <= day && day <= model.number(s.last);
    Expr::whole(i64::try_from(spans.iter().filter(holds).count()).unwrap_or(i64::MAX))
}

fn family_row(
    model: &mut Model,
    inputs: &Inputs<'_>,
    family: &Family,
    spans: Spans,
    peak: NodeId,
    (counted, children): (NodeId, NodeId),
    [_, end, half]: [NodeId; 3],
) -> FamilyRow {
    let is_counted = Cond::Equal(Expr::Ref(counted), Expr::whole(1));
    let children = if model.is_constant(children) { nothing(model, "Dzieci") } else { children };
    let ended = spans.to.map(|to| {
        let in_period = Cond::AtLeast(Expr::Ref(end), Expr::Ref(to));
        flag(Cond::All(vec![is_counted.clone(), Cond::given(to), in_period]))
    });
    let finished = flag_or_nothing(model, "Praca zakończona w okresie", ended);
    let due = Cond::All(vec![is_counted, Cond::Greater(Expr::sub(spans.last, spans.from), Expr::Ref(half))]);
    let assessment_due = model.formula("Ocena wymagana", Format::Count, flag(due));
    let assessed = inputs.cell(model, family.at, "assessment_day");
    let made = assessed.map(|day| {
        flag(Cond::All(vec![
            Cond::Equal(Expr::Ref(assessment_due), Expr::whole(1)),
            Cond::given(day),
            Cond::AtLeast(Expr::Ref(half), Expr::sub(spans.last, day)),
        ]))
    });
    let assessment_made = flag_or_nothing(model, "Ocena nie starsza niż pół roku", made);
    let mut word = |label: &str, key: &str| match inputs.cell(model, family.at, key) {
        Some(id) => model.formula(label, Format::Text, Expr::when(Cond::Blank(id), Expr::Blank, id)),
        None => model.parameter(label, Format::Text, Value::Blank),
    };
    let words = [
        word("Podstawa przydzielenia", "ground"),
        word("Kategoria", "category"),
        word("Przyczyna zakończenia", "end_reason"),
    ];
    let cell = |at: CellRef| model.input_at(at);
    FamilyRow {
        assistant: family.assistant.value.trim().to_owned(),
        family: family.family.value.trim().to_owned(),
        in_period: true,
        words,
        cells: [cell(family.assistant.at), cell(family.family.at), Some(spans.from), spans.to],
        spans,
        peak,
        counted,
        children,
        finished,
        assessment_due,
        assessment_made,
    }
}

fn month_count(model: &mut Model, rows: &[&FamilyRow], days: DayRange) -> MonthCount {
    let first_day = model.parameter("Pierwszy dzień", Format::Day, day_value(days.first));
    let last_day = model.parameter("Ostatni dzień", Format::Day, day_value(days.last));
    let spans: Vec<Spans> = rows.iter().map(|r| r.spans).collect();
    let on_first = model.formula("Rodzin w pierwszym dniu", Format::Count, on_day(first_day, &spans));
    let on_last = model.formula("Rodzin w ostatnim dniu", Format::Count, on_day(last_day, &spans));
    // The number at one time can only rise on a day on which a row begins.
    let begins = || spans.iter().map(|s| s.first).collect::<Vec<NodeId>>();
    let tests = vec![(begins(), Test::AtLeast(first_day)), (begins(), Test::AtMost(last_day))];
    let risen = Expr::MaxWhere(rows.iter().map(|r| r.peak).collect(), tests);
    let peak = model.formula("Najwięcej jednocześnie", Format::Count, Expr::max(on_first, risen));
    MonthCount { first_day, last_day, on_first, on_last, peak }
}

/// The largest of cells that stand under one another, in parts: a function takes at most 255 arguments.
fn largest(ids: &[NodeId]) -> Expr {
    let part = |part: &[NodeId]| Expr::Max(part.iter().map(|id| Expr::Ref(*id)).collect());
    match ids {
        few if few.len() <= 200 => part(few),
        many => Expr::Max(many.chunks(200).map(part).collect()),
    }
}

fn flag_or_nothing(model: &mut Model, label: &str, flag: Option<Expr>) -> NodeId {
    match flag {
        Some(expr) => model.formula(label, Format::Count, expr),
        None => nothing(model, label),
    }
}

/// A cell of its own for what is nothing by its nature, so that its column has no gap: a sum over a column with gaps
/// has one term a row, and no cell holds the formula of some hundred families.
fn nothing(model: &mut Model, label: &str) -> NodeId {
    model.parameter(label, Format::Count, Value::Number(Exact::zero()))
}
