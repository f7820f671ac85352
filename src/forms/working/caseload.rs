//! Families by assistant: who is open when, how many at one time, which assessments are due.
//!
//! Every family row gets flags over its own dates, so that a changed date moves the counts. A family handed over ends
//! with one assistant on the day it starts with the other; the day belongs to the new one. In the municipality a
//! family counts once, by the latest of its rows in the period. Grounds, categories and reasons are words, and choose
//! which flags are added when the workbook is made.

use std::collections::BTreeMap;

use super::WorkbookFacts;
use super::cells::{flag, link, total_of};
use super::page::{Page, Shown};
use crate::calc::model::day_value;
use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::grid::{Role, Sheet};
use crate::programme::Mark;
use crate::records::Family;
use crate::settlement::{ParameterUsed, Settled};
use crate::source::Sourced;
use crate::units::{Day, DayRange, Exact, Month};

/// More rows of one assistant than this would make a formula longer than a spreadsheet takes (8,192 characters).
const ROWS_OF_ONE: usize = 150;
/// More rows than this and the steps are left out: nobody reads them, and they cost memory.
const ROWS_OF_ALL: usize = 4000;
/// The longest half-year in days: July to December.
const HALF_YEAR_DAYS: i64 = 184;

/// A row of `Rodziny` with its flags.
pub struct FamilyRow {
    assistant: String,
    family: String,
    /// Ground, category and reason of ending, as words.
    pub words: [Option<&'static str>; 3],
    links: [Option<NodeId>; 4],
    handed_over: NodeId,
    first: NodeId,
    last: NodeId,
    open: NodeId,
    peak: NodeId,
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

/// One assistant's families in one month.
pub struct MonthCount {
    first_day: NodeId,
    last_day: NodeId,
    on_first: NodeId,
    /// Families on the month's last day.
    pub on_last: NodeId,
    /// Most families at one time.
    pub peak: NodeId,
}

/// All family rows of a submission with their flags.
#[derive(Default)]
pub struct Caseload {
    /// Rows in the order of assistant, first day, family.
    pub rows: Vec<FamilyRow>,
    months: BTreeMap<(String, Month), MonthCount>,
    /// Most families at one time in the period, by assistant.
    pub peaks: BTreeMap<String, NodeId>,
    /// The limit of families at one time.
    pub limit: Option<NodeId>,
    parameters: Vec<ParameterUsed>,
}

/// The dates of a row, as nodes and as days.
struct Dates {
    from: NodeId,
    to: Option<NodeId>,
    from_day: Day,
}

impl Caseload {
    /// Adds the flags to the model.
    pub fn build(settled: &mut Settled, facts: &WorkbookFacts<'_>) -> Self {
        let mut all = Self::default();
        let period = settled.period;
        let model = &mut settled.model;
        if let Some(limit) = facts.caseload_limit {
            let value = Value::Number(Exact::whole(i64::from(limit.families)));
            let node = model.parameter(
                "Najwyższa liczba rodzin jednego asystenta w tym samym czasie",
                Format::Count,
                value,
            );
            let (mark, source) = (limit.mark, limit.source.clone());
            all.parameters.push(ParameterUsed { node, mark, source, reading: String::new() });
            all.limit = Some(node);
        }
        let mut families: Vec<&Family> = facts.submission.families.iter().filter(|f| !f.rejected).collect();
        if families.is_empty() || families.len() > ROWS_OF_ALL {
            all.peaks_as_given(model, facts);
            return all;
        }
        families.sort_by_key(|f| (&f.assistant.value, f.from.value, &f.family.value, f.at));
        let ends = all.ends(model, facts, period);
        all.family_rows(model, &families, ends);
        all.month_counts(model, period);
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

    /// Without single families the office's own list of peaks speaks.
    fn peaks_as_given(&mut self, model: &mut Model, facts: &WorkbookFacts<'_>) {
        let mut given: BTreeMap<String, Vec<NodeId>> = BTreeMap::new();
        for row in &facts.submission.caseload_months {
            let ids = given.entry(row.assistant.value.clone()).or_default();
            ids.extend(model.input_at(row.peak.at));
        }
        for (assistant, ids) in given {
            let id = model.formula("Najwięcej rodzin jednocześnie", Format::Count, largest(&ids));
            self.peaks.insert(assistant, id);
        }
    }

    /// First and last day of the period and the half-year in days, as nodes.
    fn ends(&mut self, model: &mut Model, facts: &WorkbookFacts<'_>, period: DayRange) -> [NodeId; 3] {
        let agreement = &facts.submission.agreement;
        let mut day = |label: &str, given: &Option<Sourced<Day>>, used: Day| {
            let typed = given.as_ref().filter(|g| g.value == used).and_then(|g| model.input_at(g.at));
            typed.unwrap_or_else(|| {
                let node = model.parameter(label, Format::Day, day_value(used));
                let source = "okres z umowy, przycięty do edycji".to_owned();
                self.parameters.push(ParameterUsed {
                    node,
                    mark: Mark::Confirmed,
                    source,
                    reading: String::new(),
                });
                node
            })
        };
        let first = day("Pierwszy dzień okresu rozliczenia", &agreement.period_from, period.first);
        let last = day("Ostatni dzień okresu rozliczenia", &agreement.period_to, period.last);
        let value = Value::Number(Exact::whole(HALF_YEAR_DAYS));
        let half = model.parameter("Półrocze do oceny sytuacji rodziny (dni)", Format::Count, value);
        self.parameters.push(ParameterUsed {
            node: half,
            mark: Mark::Assumed,
            source: "ustawa o wspieraniu rodziny i systemie pieczy zastępczej, art. 15 ust. 1: ocena nie rzadziej niż co pół roku".to_owned(),
            reading: "pół roku liczone jako najdłuższe półrocze, 184 dni".to_owned(),
        });
        [first, last, half]
    }

    fn family_rows(&mut self, model: &mut Model, families: &[&Family], ends: [NodeId; 3]) {
        let dates: Vec<Option<Dates>> = families
            .iter()
            .map(|f| {
                let from = model.input_at(f.from.at)?;
                let to = f.to.as_ref().and_then(|t| model.input_at(t.at));
                Some(Dates { from, to, from_day: f.from.value })
            })
            .collect();
        let mut by_family: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, family) in families.iter().enumerate() {
            by_family.entry(&family.family.value).or_default().push(index);
        }
        let mut partial = Vec::new();
        for (index, family) in families.iter().enumerate() {
            let Some(own) = &dates[index] else { continue };
            let others: Vec<NodeId> = by_family
                .get(family.family.value.as_str())
                .into_iter()
                .flatten()
                .filter(|i| families[**i].assistant.value != family.assistant.value)
                .filter_map(|i| dates[*i].as_ref().map(|d| d.from))
                .take(ROWS_OF_ONE)
                .collect();
            partial.push((index, spans(model, own, &others, ends)));
        }
        let all: BTreeMap<usize, Spans> = partial.into_iter().collect();
        for (index, own) in &all {
            let family = families[*index];
            let same: Vec<&Spans> = all
                .iter()
                .filter(|(i, _)| families[**i].assistant.value == family.assistant.value)
                .map(|(_, s)| s)
                .collect();
            let later: Vec<NodeId> = by_family
                .get(family.family.value.as_str())
                .into_iter()
                .flatten()
                .filter(|i| order(families, &dates, **i) > order(families, &dates, *index))
                .filter_map(|i| all.get(i).map(|s| s.open))
                .collect();
            let row = family_row(model, family, own, &same, &later, ends);
            self.rows.push(row);
        }
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
            if rows.len() > ROWS_OF_ONE {
                continue;
            }
            for month in period.months() {
                let Some(days) = month.days().overlap(&period) else { continue };
                let count = month_count(model, &rows, days);
                self.months.insert((assistant.clone(), month), count);
            }
        }
    }

    /// Returns `Rodziny - kroki`, if there are single families.
    pub fn sheet(&self, model: &mut Model) -> Option<Sheet> {
        if self.rows.is_empty() {
            return None;
        }
        let widths = [18, 18, 12, 12, 14, 14, 14, 12, 14, 14, 12, 14, 14, 14];
        let mut page = Page::new("Rodziny - kroki", &widths);
        page.line(Role::Title, "Rodziny: kroki obliczenia liczebności");
        page.line(
            Role::Subtitle,
            "1 oznacza tak, 0 nie. Rodzina przekazana innemu asystentowi w dniu przekazania liczy się tylko nowemu. W gminie rodzina liczy się raz, według ostatniego wiersza w okresie.",
        );
        let top = page.row;
        page.headings(&[
            "Identyfikator asystenta",
            "Identyfikator rodziny",
            "Od",
            "Do",
            "Przekazana innemu asystentowi",
            "Liczona od dnia",
            "Liczona do dnia",
            "W okresie",
            "Rodzin tego asystenta w dniu „liczona od”",
            "Liczona w gminie",
            "Dzieci",
            "Praca zakończona w okresie",
            "Ocena wymagana",
            "Ocena nie starsza niż pół roku",
        ]);
        page.keep(top, 2);
        for row in &self.rows {
            let mut cells: Vec<Shown> = row.links.iter().map(|id| Shown::from(*id)).collect();
            let nodes = [
                row.handed_over,
                row.first,
                row.last,
                row.open,
                row.peak,
                row.counted,
                row.children,
                row.finished,
                row.assessment_due,
                row.assessment_made,
            ];
            cells.extend(nodes.map(Shown::from));
            page.cells(Role::Body, cells, Some(model));
        }
        self.month_table(&mut page, model);
        Some(page.sheet)
    }

    fn month_table(&self, page: &mut Page, model: &Model) {
        page.space();
        page.line(Role::Section, "Liczba rodzin asystenta w miesiącach");
        page.cells(
            Role::Heading,
            [
                "Identyfikator asystenta",
                "Miesiąc",
                "Pierwszy dzień",
                "Ostatni dzień",
                "Rodzin w pierwszym dniu",
                "Rodzin w ostatnim dniu",
                "Najwięcej jednocześnie",
            ]
            .into_iter()
            .map(Shown::from)
            .collect(),
            None,
        );
        for ((assistant, month), count) in &self.months {
            let mut cells =
                vec![Shown::from(assistant.as_str()), Shown::Number(month.first().serial(), Format::Month)];
            let nodes = [count.first_day, count.last_day, count.on_first, count.on_last, count.peak];
            cells.extend(nodes.map(Shown::from));
            page.cells(Role::Body, cells, Some(model));
        }
    }
}

/// Rows of a family in the order of their first day.
fn order(
    families: &[&Family],
    dates: &[Option<Dates>],
    index: usize,
) -> (Option<Day>, crate::source::CellRef) {
    (dates[index].as_ref().map(|d| d.from_day), families[index].at)
}

/// When a row counts.
struct Spans {
    handed_over: NodeId,
    from: NodeId,
    to: Option<NodeId>,
    first: NodeId,
    last: NodeId,
    open: NodeId,
}

fn spans(model: &mut Model, own: &Dates, others: &[NodeId], [start, end, _]: [NodeId; 3]) -> Spans {
    let handed = own.to.map_or_else(
        || Expr::whole(0),
        |to| {
            let same_day = |other: &NodeId| Cond::Equal(Expr::Ref(*other), Expr::Ref(to));
            match others {
                [] => Expr::whole(0),
                some => {
                    flag(Cond::All(vec![Cond::given(to), Cond::Any(some.iter().map(same_day).collect())]))
                }
            }
        },
    );
    let handed_over = model.formula("Przekazana innemu asystentowi", Format::Count, handed);
    let first = model.formula("Liczona od dnia", Format::Day, Expr::max(own.from, start));
    let until = own.to.map_or(Expr::Ref(end), |to| {
        Expr::when(Cond::Blank(to), end, Expr::min(Expr::sub(to, handed_over), end))
    });
    let last = model.formula("Liczona do dnia", Format::Day, until);
    let open =
        model.formula("W okresie", Format::Count, flag(Cond::AtLeast(Expr::Ref(last), Expr::Ref(first))));
    Spans { handed_over, from: own.from, to: own.to, first, last, open }
}

fn family_row(
    model: &mut Model,
    family: &Family,
    own: &Spans,
    same: &[&Spans],
    later: &[NodeId],
    [_, end, half]: [NodeId; 3],
) -> FamilyRow {
    let peak = if same.len() > ROWS_OF_ONE {
        // Too many for one formula; the number stands without one.
        let number = open_on(model, own.first, same);
        let shown = Value::Number(if model.number(own.open).is_zero() { Exact::zero() } else { number });
        model.parameter("Rodzin w dniu „liczona od”", Format::Count, shown)
    } else {
        let open = Cond::Equal(Expr::Ref(own.open), Expr::whole(1));
        let count =
            Expr::when(open, on_day(own.first, same.iter().map(|s| (s.first, s.last))), Expr::whole(0));
        model.formula("Rodzin w dniu „liczona od”", Format::Count, count)
    };
    let mut holds = vec![Cond::Equal(Expr::Ref(own.open), Expr::whole(1))];
    if !later.is_empty() {
        holds.push(Cond::Equal(Expr::Sum(later.to_vec()), Expr::whole(0)));
    }
    let counted = model.formula("Liczona w gminie", Format::Count, flag(Cond::All(holds)));
    let children = family.children.as_ref().and_then(|c| model.input_at(c.at));
    let children = children.map_or(Expr::whole(0), |id| Expr::mul(counted, id));
    let children = model.formula("Dzieci", Format::Count, children);
    let ended = own.to.map_or(Expr::whole(0), |to| {
        flag(Cond::All(vec![
            Cond::Equal(Expr::Ref(counted), Expr::whole(1)),
            Cond::given(to),
            Cond::AtLeast(Expr::Ref(end), Expr::Ref(to)),
        ]))
    });
    let finished = model.formula("Praca zakończona w okresie", Format::Count, ended);
    let due = Cond::All(vec![
        Cond::Equal(Expr::Ref(counted), Expr::whole(1)),
        Cond::Greater(Expr::sub(own.last, own.from), Expr::Ref(half)),
    ]);
    let assessment_due = model.formula("Ocena wymagana", Format::Count, flag(due));
    let made =
        family.assessment_day.as_ref().and_then(|a| model.input_at(a.at)).map_or(Expr::whole(0), |day| {
            flag(Cond::All(vec![
                Cond::Equal(Expr::Ref(assessment_due), Expr::whole(1)),
                Cond::given(day),
                Cond::AtLeast(Expr::Ref(half), Expr::sub(own.last, day)),
            ]))
        });
    let assessment_made = model.formula("Ocena nie starsza niż pół roku", Format::Count, made);
    let shown = |model: &mut Model, at| model.input_at(at).map(|id| link(model, id));
    let links = [
        shown(model, family.assistant.at),
        shown(model, family.family.at),
        Some(link(model, own.from)),
        own.to.map(|to| link(model, to)),
    ];
    let word = |given: &Option<Sourced<&'static str>>| given.as_ref().map(|g| g.value);
    FamilyRow {
        assistant: family.assistant.value.clone(),
        family: family.family.value.clone(),
        words: [word(&family.ground), word(&family.category), word(&family.end_reason)],
        links,
        handed_over: own.handed_over,
        first: own.first,
        last: own.last,
        open: own.open,
        peak,
        counted,
        children,
        finished,
        assessment_due,
        assessment_made,
    }
}

/// Counts the spans that hold a day.
fn on_day(day: NodeId, spans: impl Iterator<Item = (NodeId, NodeId)>) -> Expr {
    Expr::Add(
        spans
            .map(|(first, last)| {
                flag(Cond::All(vec![
                    Cond::AtLeast(Expr::Ref(day), Expr::Ref(first)),
                    Cond::AtLeast(Expr::Ref(last), Expr::Ref(day)),
                ]))
            })
            .collect(),
    )
}

fn open_on(model: &Model, day: NodeId, spans: &[&Spans]) -> Exact {
    let day = model.number(day);
    let holds = |s: &&&Spans| model.number(s.first) <= day && day <= model.number(s.last);
    Exact::whole(i64::try_from(spans.iter().filter(holds).count()).unwrap_or(i64::MAX))
}

fn month_count(model: &mut Model, rows: &[&FamilyRow], days: DayRange) -> MonthCount {
    let first_day = model.parameter("Pierwszy dzień", Format::Day, day_value(days.first));
    let last_day = model.parameter("Ostatni dzień", Format::Day, day_value(days.last));
    let spans = || rows.iter().map(|r| (r.first, r.last));
    let on_first = model.formula("Rodzin w pierwszym dniu", Format::Count, on_day(first_day, spans()));
    let on_last = model.formula("Rodzin w ostatnim dniu", Format::Count, on_day(last_day, spans()));
    let mut peaks = vec![Expr::Ref(on_first)];
    peaks.extend(rows.iter().map(|r| {
        let within = Cond::All(vec![
            Cond::AtLeast(Expr::Ref(r.first), Expr::Ref(first_day)),
            Cond::AtLeast(Expr::Ref(last_day), Expr::Ref(r.first)),
        ]);
        Expr::when(within, r.peak, Expr::whole(0))
    }));
    let peak = model.formula("Najwięcej jednocześnie", Format::Count, Expr::Max(peaks));
    MonthCount { first_day, last_day, on_first, on_last, peak }
}

/// The largest of many: a function takes at most 255 arguments.
fn largest(ids: &[NodeId]) -> Expr {
    Expr::Max(ids.chunks(200).map(|part| Expr::Max(part.iter().map(|id| Expr::Ref(*id)).collect())).collect())
}

impl Caseload {
    /// Adds the flags that `pick` takes from the rows where `word` stands at `which`.
    pub fn count(
        &self,
        model: &mut Model,
        label: &str,
        chosen: impl Fn(&FamilyRow) -> bool,
        pick: impl Fn(&FamilyRow) -> NodeId,
    ) -> NodeId {
        let ids: Vec<NodeId> = self.rows.iter().filter(|r| chosen(r)).map(pick).collect();
        total_of(model, label, Format::Count, &ids)
    }

    /// Families that two assistants had in the period: taken over.
    pub fn taken_over(&self) -> Vec<&str> {
        let mut holders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for row in &self.rows {
            let known = holders.entry(&row.family).or_default();
            if !known.contains(&row.assistant.as_str()) {
                known.push(&row.assistant);
            }
        }
        holders.into_iter().filter(|(_, a)| a.len() > 1).map(|(family, _)| family).collect()
    }
}
