//! From the figures of the settlement before to before, after and difference, all formulas.

use std::collections::BTreeMap;

use super::before::{ASSISTANT, Before, COMPONENT, Previous};
use super::{Correction, Item};
use crate::calc::{Cond, Expr, Format, Model, NodeId, Value};
use crate::records::{FundComponent, FundingSource, HalfYear, Submission};
use crate::settlement::{AssistantFigures, ComponentFigures, Settled};

/// The words of differences: return, claim, none, and less due where nothing that came goes back.
const WORDS: [&str; 4] = ["do zwrotu przez gminę", "należne gminie", "bez różnicy", super::NOTHING_BACK];
/// Notes on rows.
const TAKEN_OVER: &str = "rozliczone poprzednio, teraz nierozliczane ponownie";
const FIRST_TIME: &str = "rozliczane po raz pierwszy";
const GONE: &str = "nie ma w tym rozliczeniu";
const NEW: &str = "nowy w tym rozliczeniu";
const WAITING: &str = "należne, lecz jeszcze nieprzekazane";

/// Sets a settlement against the one before it. Adds nodes to the model and changes none.
pub fn build(settled: &mut Settled, submission: &Submission, previous: Previous) {
    let mut model = std::mem::take(&mut settled.model);
    let correction = Building::new(&mut model, settled, submission, previous).finish();
    settled.model = model;
    settled.correction = Some(correction);
}

/// Polish name of a figure.
pub(super) fn name(what: &str) -> &'static str {
    match what {
        "cost" => "Koszt w zadaniu",
        "limit" => "Limit według zasad edycji",
        "awarded" => "Przyznano",
        "transferred" => "Otrzymano",
        "co_financing" => "Dofinansowanie",
        "state_budget_part" => "z tego budżet państwa",
        "labour_fund_part" => "z tego Fundusz Pracy",
        "own_contribution" => "Wkład własny",
        "due_not_transferred" => "Należne, lecz nieprzekazane",
        "unused" => "Środki niewykorzystane (do zwrotu)",
        "returned" => "Zwrócono (kwota główna)",
        "left_to_return" => "Pozostało do zwrotu",
        "supplement_cost" => "Koszt dodatków",
        "supplement_co_financing" => "Dofinansowanie dodatków",
        "employment_cost" | "paragraph_employment_cost" => "Koszt zatrudnienia",
        "employment_co_financing" => "Dofinansowanie kosztów zatrudnienia",
        "due" => "Do rozliczenia",
        "form" => "Wiersz razem formularza",
        "paragraph_employment_grant" => "z tego Program: koszty zatrudnienia",
        "paragraph_supplement_cost" => "Dodatki",
        "paragraph_supplement_grant" => "z tego Program: dodatki",
        _ => "Kwota",
    }
}

/// Half-year and component.
type Part = (Option<String>, String);

/// The figure before, as far as it is known.
#[derive(Clone, Copy)]
pub(super) enum Was {
    /// Nothing was settled.
    Nothing,
    /// It was settled, but the figure was not known.
    Unknown,
    /// The figure.
    Known(NodeId),
}

/// With which difference of co-financing money goes back.
#[derive(Clone, Copy)]
enum Fallen {
    /// It was never transferred.
    Never,
    /// With this one; with the difference itself where there is none.
    With(Option<NodeId>),
}

struct Building<'a> {
    model: &'a mut Model,
    settled: &'a Settled,
    submission: &'a Submission,
    previous: Previous,
    before: Vec<Option<NodeId>>,
    words: [NodeId; 4],
}

impl<'a> Building<'a> {
    fn new(
        model: &'a mut Model,
        settled: &'a Settled,
        submission: &'a Submission,
        previous: Previous,
    ) -> Self {
        let word = |model: &mut Model, text: &str| {
            model.parameter("Nazwa różnicy", Format::Text, Value::Text(text.to_owned()))
        };
        let words = WORDS.map(|text| word(model, text));
        let before = previous.figures.iter().map(|figure| {
            let value = figure.value.clone()?;
            Some(model.parameter(&before_label(figure), figure.format, Value::Number(value)))
        });
        let before = before.collect();
        Self { model, settled, submission, previous, before, words }
    }

    fn finish(mut self) -> Correction {
        let parts = self.parts();
        let mut components = Vec::new();
        let mut due = Vec::new();
        for part in &parts {
            let rows = self.component(part);
            due.extend(self.due(part, &rows));
            components.extend(rows);
        }
        let totals = self.totals(&components);
        let co_financing = totals.iter().find(|i| i.what == "co_financing").map(|i| i.difference);
        let due_total = self.due_total(&due, co_financing);
        let assistants = self.assistants();
        Correction {
            previous: self.previous,
            words: self.words,
            due,
            due_total,
            components,
            totals,
            assistants,
            paragraphs: Vec::new(),
            form: Vec::new(),
            before: self.before,
        }
    }

    /// Half-years and components of either settlement, those of before first where they are not settled again.
    fn parts(&self) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let mut add = |part: Part| {
            if !parts.contains(&part) {
                parts.push(part);
            }
        };
        for figure in &self.previous.figures {
            if let Some(component) = &figure.component {
                add((figure.round.clone(), component.clone()));
            }
        }
        for round in &self.settled.rounds {
            for component in round.supplement.iter().chain(&round.employment) {
                add((round.half_year.map(|h| h.word().to_owned()), component.component.word().to_owned()));
            }
        }
        parts.sort_by_key(|(round, _)| round.clone());
        parts
    }

    fn now(&self, part: &Part) -> Option<&'a ComponentFigures> {
        let rounds =
            self.settled.rounds.iter().filter(|r| r.half_year.map(HalfYear::word) == part.0.as_deref());
        let mut all = rounds.flat_map(|r| r.supplement.iter().chain(&r.employment));
        all.find(|c| c.component.word() == part.1)
    }

    /// Was the half-year settled before and is it not now?
    fn taken_over(&self, part: &Part) -> bool {
        !self.settled.rounds.iter().any(|r| r.half_year.map(HalfYear::word) == part.0.as_deref())
    }

    fn was(&self, part: &Part, what: &str) -> Was {
        let of = |f: &Before| f.component.as_deref() == Some(&part.1) && f.round == part.0;
        let index = self.previous.figures.iter().position(|f| of(f) && f.what == what);
        match index {
            Some(index) => self.before[index].map_or(Was::Unknown, Was::Known),
            None if what.ends_with("_part") => Was::Nothing,
            None if self.previous.figures.iter().any(of) => Was::Unknown,
            None => Was::Nothing,
        }
    }

    fn component(&mut self, part: &Part) -> Vec<Item> {
        let now = self.now(part);
        let taken_over = self.taken_over(part);
        let mut items = Vec::new();
        for what in COMPONENT {
            let was = self.was(part, what);
            let after = match (now, was) {
                (Some(figures), _) => node_of(figures, what),
                (None, Was::Known(node)) if taken_over => Some(node),
                _ => None,
            };
            if what.ends_with("_part") && after.is_none() && matches!(was, Was::Nothing) {
                continue;
            }
            let note = match (taken_over, now, was) {
                (true, ..) => TAKEN_OVER,
                (false, None, _) => GONE,
                (false, Some(_), Was::Nothing) => FIRST_TIME,
                _ => "",
            };
            let words = format!("{} ({})", name(what), part_words(part));
            let (before, after, difference) = row(self.model, &words, Format::Money, was, after);
            items.push(Item {
                what,
                label: name(what).to_owned(),
                round: part.0.clone(),
                component: Some(part.1.clone()),
                source: None,
                assistant: None,
                row: None,
                before,
                after,
                difference,
                meaning: None,
                note,
            });
        }
        items
    }

    /// What is to be settled of a part: entitled now less entitled before, by source where there are two. Both sides are
    /// the same quantity, co-financing and what is due and not transferred, so that a claim is made once only.
    fn due(&mut self, part: &Part, rows: &[Item]) -> Vec<Item> {
        let settled = rows.iter().find(|r| r.what == "co_financing").cloned();
        let waiting = rows.iter().find(|r| r.what == "due_not_transferred").cloned();
        let (Some(settled), Some(waiting)) = (settled, waiting) else { return Vec::new() };
        let (before, now) = (self.sources_before(part), self.sources_now(part));
        let mut sources = before.clone();
        sources.extend(now.iter().filter(|s| !before.contains(s)).cloned());
        if sources.len() < 2 {
            let words = part_words(part);
            let after = settled.after.map(|co_financing| {
                let label = format!("Należne według zasad ({words})");
                self.entitled(&label, co_financing, waiting.after)
            });
            let was = match (self.was(part, "co_financing"), waiting.before) {
                (Was::Known(co_financing), waited) => {
                    let label = format!("Należne według poprzedniego rozliczenia ({words})");
                    Was::Known(self.entitled(&label, co_financing, waited))
                }
                (was, _) => was,
            };
            let source = sources.into_iter().next();
            return vec![self.due_item(part, source, was, after, settled.note, Some(settled.difference))];
        }
        sources.sort();
        let mut items = Vec::new();
        for source in sources {
            let key = if source == FundingSource::StateBudget.word() {
                "state_budget_part"
            } else {
                "labour_fund_part"
            };
            let share = rows.iter().find(|r| r.what == key);
            let alone = |sources: &[String]| *sources == [source.clone()];
            let was = match share.and_then(|r| r.before) {
                Some(node) => Was::Known(node),
                None if alone(&before) => self.was(part, "co_financing"),
                None => Was::Nothing,
            };
            let own = share.and_then(|r| r.after);
            let after = if alone(&now) { settled.after } else { own };
            items.push(self.due_item(part, Some(source), was, after, settled.note, None));
        }
        let was = match (self.was(part, "due_not_transferred"), &settled.before) {
            // Where the transfer was not known nothing waited; the difference of the sources still is.
            (Was::Unknown, Some(_)) => Was::Nothing,
            (was, _) => was,
        };
        items.push(self.due_item(part, None, was, waiting.after, WAITING, None));
        items
    }

    /// The smaller of limit and award: co-financing and what is due and not transferred, which is blank where the
    /// transfer is not known and the co-financing is all there is.
    fn entitled(&mut self, label: &str, co_financing: NodeId, waiting: Option<NodeId>) -> NodeId {
        let Some(waiting) = waiting else { return co_financing };
        let both = Expr::add([co_financing, waiting]);
        let expr = if may_be_blank(self.model, waiting) {
            Expr::when(Cond::Blank(waiting), co_financing, both)
        } else {
            both
        };
        self.model.formula(label, Format::Money, expr)
    }

    fn due_item(
        &mut self,
        part: &Part,
        source: Option<String>,
        was: Was,
        after: Option<NodeId>,
        note: &'static str,
        co_financing: Option<NodeId>,
    ) -> Item {
        let of = source.as_ref().map(|s| format!(", {s}")).unwrap_or_default();
        let words = format!("Do rozliczenia ({}{of})", part_words(part));
        let (before, after, difference) = row(self.model, &words, Format::Money, was, after);
        let fallen = if note == WAITING { Fallen::Never } else { Fallen::With(co_financing) };
        let meaning = self.meaning(&words, difference, fallen);
        Item {
            what: "due",
            label: name("due").to_owned(),
            round: part.0.clone(),
            component: Some(part.1.clone()),
            source,
            assistant: None,
            row: None,
            before,
            after,
            difference,
            meaning: Some(meaning),
            note,
        }
    }

    /// The word of a difference. Below zero it goes back only as far as co-financing, which never exceeds what came, has
    /// fallen: a claim that is gone takes nothing from anybody.
    fn meaning(&mut self, words: &str, difference: NodeId, fallen: Fallen) -> NodeId {
        let [refund, claim, none, nothing_back] = self.words;
        let zero = || Expr::whole(0);
        let refund = match fallen {
            Fallen::Never => Expr::Ref(nothing_back),
            Fallen::With(None) => Expr::Ref(refund),
            Fallen::With(Some(paid)) => Expr::when(Cond::Greater(zero(), paid.into()), refund, nothing_back),
        };
        let below = Cond::Greater(zero(), difference.into());
        let above = Cond::Greater(difference.into(), zero());
        let expr = Expr::when(below, refund, Expr::when(above, claim, none));
        let expr = if may_be_blank(self.model, difference) {
            Expr::when(Cond::Blank(difference), Expr::Blank, expr)
        } else {
            expr
        };
        self.model.formula(&format!("{words}: co to znaczy"), Format::Text, expr)
    }

    /// Sources by the award: of two, each has a part of the co-financing; one pays all of it.
    fn sources_now(&self, part: &Part) -> Vec<String> {
        let mut sources = Vec::new();
        for source in [FundingSource::StateBudget, FundingSource::LabourFund] {
            let mine = self.submission.funds.iter().filter(|f| !f.rejected).any(|f| {
                let half = f.half_year.as_ref().map(|h| h.value.word());
                f.source.as_ref().map_or(FundingSource::LabourFund, |s| s.value) == source
                    && f.component.value.word() == part.1
                    && (half.is_none() || half == part.0.as_deref())
            });
            if mine && self.now(part).is_some() {
                sources.push(source.word().to_owned());
            }
        }
        sources
    }

    fn sources_before(&self, part: &Part) -> Vec<String> {
        let own = |f: &&Before| f.component.as_deref() == Some(&part.1) && f.round == part.0;
        let parts = self.previous.figures.iter().filter(own);
        let mut sources: Vec<String> = parts
            .filter_map(|f| match f.what.as_str() {
                "state_budget_part" => Some(FundingSource::StateBudget.word().to_owned()),
                "labour_fund_part" => Some(FundingSource::LabourFund.word().to_owned()),
                "co_financing" => f.source.clone(),
                _ => None,
            })
            .collect();
        sources.dedup();
        sources
    }

    fn due_total(&mut self, due: &[Item], co_financing: Option<NodeId>) -> Item {
        let words = "Do rozliczenia razem";
        let before =
            self.sum(&format!("{words}: rozliczone poprzednio"), due.iter().filter_map(|i| i.before));
        let after = self.sum(&format!("{words}: należne teraz"), due.iter().filter_map(|i| i.after));
        let difference = self.sum(&format!("{words}: różnica"), due.iter().map(|i| i.difference));
        let meaning = self.meaning(words, difference, Fallen::With(co_financing));
        Item {
            what: "due",
            label: "Razem".to_owned(),
            round: None,
            component: None,
            source: None,
            assistant: None,
            row: None,
            before: Some(before),
            after: Some(after),
            difference,
            meaning: Some(meaning),
            note: "",
        }
    }

    /// A sum that is not known where one of its terms is not.
    fn sum(&mut self, label: &str, ids: impl Iterator<Item = NodeId>) -> NodeId {
        let ids: Vec<NodeId> = ids.collect();
        let model = &mut *self.model;
        let unknown: Vec<Cond> =
            ids.iter().filter(|id| may_be_blank(model, **id)).map(|id| Cond::Blank(*id)).collect();
        let sum = if ids.is_empty() { Expr::whole(0) } else { Expr::Sum(ids) };
        let expr = if unknown.is_empty() { sum } else { Expr::when(Cond::Any(unknown), Expr::Blank, sum) };
        model.formula(label, Format::Money, expr)
    }

    /// Sums over the components, those taken over included: so a settlement of the second half-year alone still speaks
    /// of the whole year.
    fn totals(&mut self, components: &[Item]) -> Vec<Item> {
        let [supplement, employment] =
            [FundComponent::Supplement, FundComponent::EmploymentCost].map(FundComponent::word);
        let rows: [(&'static str, &str, Option<&str>); 10] = [
            ("task_cost", "cost", None),
            ("supplement_co_financing", "co_financing", Some(supplement)),
            ("employment_co_financing", "co_financing", Some(employment)),
            ("co_financing", "co_financing", None),
            ("own_contribution", "own_contribution", None),
            ("transferred", "transferred", None),
            ("due_not_transferred", "due_not_transferred", None),
            ("to_return", "unused", None),
            ("returned", "returned", None),
            ("left_to_return", "", None),
        ];
        let mut totals: Vec<Item> = Vec::new();
        for (what, measure, component) in rows {
            let label = match what {
                "task_cost" => "Koszt zadania",
                "co_financing" => "Dofinansowanie razem",
                "to_return" => name("unused"),
                other => name(other),
            };
            let mine: Vec<&Item> = components
                .iter()
                .filter(|i| i.what == measure && component.is_none_or(|c| i.component.as_deref() == Some(c)))
                .collect();
            if measure.is_empty() {
                let left = self.left_to_return(&totals, label);
                totals.push(left);
                continue;
            }
            if mine.is_empty() {
                continue;
            }
            // A figure that was settled but not known makes the sum unknown, as does its difference.
            let lost = mine.iter().any(|i| i.before.is_none() && i.note.is_empty());
            let before = self.sum(&format!("{label}: przed"), mine.iter().filter_map(|i| i.before));
            let after = self.sum(&format!("{label}: po"), mine.iter().filter_map(|i| i.after));
            let difference = self.sum(&format!("{label}: różnica"), mine.iter().map(|i| i.difference));
            totals.push(total(what, label, (!lost).then_some(before), Some(after), difference));
        }
        totals
    }

    fn left_to_return(&mut self, totals: &[Item], label: &str) -> Item {
        let of = |what: &str| totals.iter().find(|i| i.what == what);
        let (unused, returned) = (of("to_return"), of("returned"));
        let mut less = |which: &str, pick: &dyn Fn(&Item) -> Option<NodeId>| {
            let (a, b) = (unused.and_then(pick)?, returned.and_then(pick)?);
            let expr = Expr::sub(a, b);
            let expr = if may_be_blank(self.model, a) {
                Expr::when(Cond::Blank(a), Expr::Blank, expr)
            } else {
                expr
            };
            Some(self.model.formula(&format!("{label}: {which}"), Format::Money, expr))
        };
        let before = less("przed", &|i| i.before);
        let after = less("po", &|i| i.after);
        let difference = less("różnica", &|i| Some(i.difference));
        let difference = difference
            .unwrap_or_else(|| self.model.formula(&format!("{label}: różnica"), Format::Money, Expr::Blank));
        total("left_to_return", label, before, after, difference)
    }

    /// Assistants of either settlement. Not where a half-year was taken over: the settlement now then knows nothing of
    /// the months before.
    fn assistants(&mut self) -> Vec<Item> {
        let taken_over =
            self.previous.figures.iter().any(|f| {
                f.component.as_ref().is_some_and(|c| self.taken_over(&(f.round.clone(), c.clone())))
            });
        // The settlement before was of other months alone: only half-years can be set against each other.
        if taken_over {
            self.previous.whole = false;
        }
        let known: Vec<String> = self.previous.figures.iter().filter_map(|f| f.assistant.clone()).collect();
        if taken_over || known.is_empty() {
            return Vec::new();
        }
        let now: BTreeMap<&str, &AssistantFigures> =
            self.settled.assistants.iter().map(|a| (a.id.as_str(), a)).collect();
        let mut ids: Vec<&str> = known.iter().map(String::as_str).chain(now.keys().copied()).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut items = Vec::new();
        for id in ids {
            let was_here = known.iter().any(|k| k == id);
            let note = match (was_here, now.contains_key(id)) {
                (true, false) => GONE,
                (false, true) => NEW,
                _ => "",
            };
            for what in ASSISTANT {
                let of = |f: &Before| f.assistant.as_deref() == Some(id) && f.what == what;
                let was = match self.previous.figures.iter().position(of) {
                    Some(index) => self.before[index].map_or(Was::Unknown, Was::Known),
                    None => Was::Nothing,
                };
                let after = now.get(id).map(|a| assistant_node(a, what));
                let words = format!("{} ({id})", name(what));
                let (before, after, difference) = row(self.model, &words, Format::Money, was, after);
                items.push(Item {
                    what,
                    label: name(what).to_owned(),
                    round: None,
                    component: None,
                    source: None,
                    assistant: Some(id.to_owned()),
                    row: None,
                    before,
                    after,
                    difference,
                    meaning: None,
                    note,
                });
            }
        }
        items
    }
}

/// Adds the figure now as a node of its own, and the difference. A node of its own, because a figure's home is the
/// sheet that explains it, which is not this one.
pub(super) fn row(
    model: &mut Model,
    words: &str,
    format: Format,
    was: Was,
    now: Option<NodeId>,
) -> (Option<NodeId>, Option<NodeId>, NodeId) {
    let after = now.map(|id| {
        let link = if may_be_blank(model, id) {
            Expr::when(Cond::Blank(id), Expr::Blank, id)
        } else {
            Expr::Ref(id)
        };
        model.formula(&format!("{words}: po"), format, link)
    });
    let known = |model: &Model, id: NodeId, expr: Expr| {
        if may_be_blank(model, id) { Expr::when(Cond::Blank(id), Expr::Blank, expr) } else { expr }
    };
    let (before, expr) = match (was, after) {
        (Was::Nothing, None) => (None, Expr::whole(0)),
        (Was::Nothing, Some(after)) => (None, known(model, after, Expr::Ref(after))),
        (Was::Unknown, _) => (None, Expr::Blank),
        (Was::Known(before), None) => (Some(before), Expr::sub(Expr::whole(0), before)),
        (Was::Known(before), Some(after)) => (Some(before), known(model, after, Expr::sub(after, before))),
    };
    let difference = model.formula(&format!("{words}: różnica"), format, expr);
    (before, after, difference)
}

fn total(
    what: &'static str,
    label: &str,
    before: Option<NodeId>,
    after: Option<NodeId>,
    difference: NodeId,
) -> Item {
    Item {
        what,
        label: label.to_owned(),
        round: None,
        component: None,
        source: None,
        assistant: None,
        row: None,
        before,
        after,
        difference,
        meaning: None,
        note: "",
    }
}

/// Can a node be blank? A figure of the settlement is where its formula says so.
fn may_be_blank(model: &Model, id: NodeId) -> bool {
    match &model.node(id).origin {
        crate::calc::Origin::Formula(expr) => matches!(expr.as_ref(), Expr::If(..) | Expr::Blank),
        crate::calc::Origin::Input(_) | crate::calc::Origin::Parameter => model.value(id).is_blank(),
    }
}

fn before_label(figure: &Before) -> String {
    let whose = [&figure.component, &figure.round, &figure.assistant, &figure.row];
    let whose: Vec<&str> = whose.into_iter().flatten().map(String::as_str).collect();
    format!("Poprzednio: {} ({})", name(&figure.what), whose.join(", "))
}

fn part_words((round, component): &Part) -> String {
    round.as_ref().map_or_else(|| component.clone(), |round| format!("{component}, {round}"))
}

fn node_of(figures: &ComponentFigures, what: &str) -> Option<NodeId> {
    Some(match what {
        "cost" => figures.cost,
        "limit" => figures.limit,
        "awarded" => figures.awarded,
        "transferred" => figures.transferred,
        "co_financing" => figures.co_financing,
        "state_budget_part" => figures.state_budget_part?,
        "labour_fund_part" => figures.labour_fund_part?,
        "own_contribution" => figures.own_contribution,
        "due_not_transferred" => figures.due_not_transferred,
        "unused" => figures.unused,
        "returned" => figures.returned,
        _ => return None,
    })
}

fn assistant_node(figures: &AssistantFigures, what: &str) -> NodeId {
    match what {
        "supplement_cost" => figures.total.supplement_cost,
        "supplement_co_financing" => figures.total.supplement_co_financing,
        "employment_cost" => figures.total.employment_cost,
        "employment_co_financing" => figures.total.employment_co_financing,
        _ => figures.own_contribution,
    }
}
