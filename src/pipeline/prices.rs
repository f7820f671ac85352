//! What another way to read each clause would change, in złoty: the same checked submission is settled once more for
//! every way that is not in force, all other readings staying as they are ([`Ways`]).
//!
//! A price is the other settlement less this one, signed. Nothing is judged here and no way is preferred; which rows
//! count was judged once, under the ways in force.

mod idle;
#[cfg(test)]
mod tests;
pub mod words;

use std::thread;

use crate::calc::{NodeId, Value};
use crate::checks::CheckedSubmission;
use crate::programme::Programme;
use crate::programme::readings::{Reading, Way};
use crate::records::Submission;
use crate::settlement::{self, Settled, Ways};
use crate::units::{DayRange, Money};

/// The prices of an edition's readings, in the edition's order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Prices {
    /// One entry a reading.
    pub readings: Vec<PricedReading>,
}

/// The ways of one reading that are not in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PricedReading {
    /// The reading as it was in force.
    pub reading: Reading,
    /// The other ways.
    pub ways: Vec<PricedWay>,
}

/// Another way and what it would change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PricedWay {
    /// Its word.
    pub word: &'static str,
    /// What it means, a Polish sentence.
    pub meaning: String,
    /// Its price.
    pub price: Price,
}

/// What a way would change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Price {
    /// Settled and compared.
    Known(Difference),
    /// It cannot change anything here; the message says why.
    Idle(&'static str),
    /// It cannot be settled from what was handed in; the message says why.
    Impossible(&'static str),
}

/// Other settlement less this one. None: not known in one of the two.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Difference {
    /// Co-financing in all.
    pub co_financing: Option<Money>,
    /// Own contribution in all.
    pub own_contribution: Option<Money>,
    /// To return in all.
    pub to_return: Option<Money>,
    /// Co-financing of the supplement.
    pub supplement: Option<Money>,
    /// Co-financing of the cost of employment.
    pub employment: Option<Money>,
    /// Cost of the task.
    pub task_cost: Option<Money>,
    /// Co-financing that passes from some persons, months or sources to others.
    pub moved: Option<Money>,
    /// Posts or averages of the form change.
    pub form: bool,
}

impl Prices {
    /// Settles once for each way that is not in force.
    pub fn of(checked: &CheckedSubmission, programme: &Programme, now: &Settled) -> Self {
        Self::of_facts(checked.submission(), checked.period(), programme, now)
    }

    /// As [`Self::of`], without workers: where many municipalities are settled side by side, each worker of a large one
    /// would hold one more settlement of it.
    pub fn alone(checked: &CheckedSubmission, programme: &Programme, now: &Settled) -> Self {
        Self::priced(checked.submission(), checked.period(), programme, now, 1)
    }

    /// As [`Self::of`], of facts that need no check because the program itself made them: a projection.
    pub fn of_facts(submission: &Submission, period: DayRange, programme: &Programme, now: &Settled) -> Self {
        let most = if submission.payments.len() < MANY_PAYMENTS { 1 } else { MOST_WORKERS };
        Self::priced(submission, period, programme, now, most)
    }

    fn priced(
        submission: &Submission,
        period: DayRange,
        programme: &Programme,
        now: &Settled,
        workers: usize,
    ) -> Self {
        // Its readings are watched, so it must be a copy that nobody has asked before.
        let watched = programme.clone();
        let ways = Ways::of(submission, &watched, period);
        let others = |reading: &Reading| -> Vec<Way> {
            reading.ways.iter().filter(|way| way.word != reading.in_force).cloned().collect()
        };
        let asked: Vec<(&Reading, Way)> = programme
            .readings
            .iter()
            .flat_map(|reading| others(reading).into_iter().map(move |way| (reading, way)))
            .collect();
        let each = |(reading, way): &(&Reading, Way)| PricedWay {
            word: way.word,
            meaning: way.meaning.clone(),
            price: price(submission, &ways, programme, now, reading, way.word),
        };
        let mut priced = side_by_side(&asked, workers, each).into_iter();
        let readings = programme.readings.iter().map(|reading| PricedReading {
            reading: reading.clone(),
            ways: priced.by_ref().take(others(reading).len()).collect(),
        });
        Self { readings: readings.collect() }
    }

    /// Returns the price of a reading.
    pub fn reading(&self, name: &str) -> Option<&PricedReading> {
        self.readings.iter().find(|priced| priced.reading.name == name)
    }

    /// Returns the readings, dearest first; equal ones keep the edition's order.
    pub fn by_size(&self) -> Vec<&PricedReading> {
        let mut sorted: Vec<&PricedReading> = self.readings.iter().collect();
        sorted.sort_by_key(|priced| std::cmp::Reverse(priced.size()));
        sorted
    }

    /// Returns the readings that no letter supports and that could change something here.
    pub fn without_letter(&self) -> impl Iterator<Item = &PricedReading> {
        self.readings.iter().filter(|priced| !priced.reading.has_letter() && !priced.is_idle())
    }

    /// Returns the dearest way of a reading without a letter, the first of equal ones, when it changes an amount.
    pub fn largest(&self) -> Option<(&PricedReading, &PricedWay)> {
        let mut best: Option<(&PricedReading, &PricedWay)> = None;
        for priced in self.without_letter() {
            for way in &priced.ways {
                let size = way.price.size();
                if size.0 > 0 && best.is_none_or(|(_, other)| size > other.price.size()) {
                    best = Some((priced, way));
                }
            }
        }
        best
    }
}

impl PricedReading {
    /// How much is at stake: the dearest of its ways.
    pub fn size(&self) -> (i64, i64) {
        self.ways.iter().map(|way| way.price.size()).max().unwrap_or_default()
    }

    /// Is there a way whose price is not known?
    pub fn is_in_doubt(&self) -> bool {
        self.ways.iter().any(|way| matches!(way.price, Price::Impossible(_)))
    }

    /// Can none of its ways change anything here?
    pub fn is_idle(&self) -> bool {
        self.ways.iter().all(|way| matches!(way.price, Price::Idle(_)))
    }
}

impl Price {
    /// How much is at stake, in grosze: what the programme pays or gets back, then what else moves.
    pub fn size(&self) -> (i64, i64) {
        let Self::Known(difference) = self else { return (0, 0) };
        let grosze = |amount: Option<Money>| amount.map_or(0, |money| money.grosze().saturating_abs());
        let programme = grosze(difference.co_financing).max(grosze(difference.to_return));
        let other = grosze(difference.own_contribution).max(grosze(difference.moved));
        (programme, other)
    }

    /// Would it change anything, or can that not be told?
    pub fn changes(&self) -> bool {
        match self {
            Self::Known(difference) => !difference.is_nothing(),
            Self::Idle(_) => false,
            Self::Impossible(_) => true,
        }
    }

    /// Returns the difference, where there is one.
    pub fn difference(&self) -> Option<&Difference> {
        match self {
            Self::Known(difference) => Some(difference),
            Self::Idle(_) | Self::Impossible(_) => None,
        }
    }
}

impl Difference {
    /// Returns the difference of two settlements with the same figures.
    fn nothing() -> Self {
        let nothing = Some(Money::ZERO);
        Self {
            co_financing: nothing,
            own_contribution: nothing,
            to_return: nothing,
            supplement: nothing,
            employment: nothing,
            task_cost: nothing,
            moved: nothing,
            form: false,
        }
    }

    /// Does nothing change, neither an amount nor the form?
    pub fn is_nothing(&self) -> bool {
        self.co_financing.is_some() && Price::Known(*self).size() == (0, 0) && !self.form
    }
}

/// More workers than this are not needed for forty settlements, and each holds a whole one.
const MOST_WORKERS: usize = 4;

/// With fewer rows of `Płace` the work is done sooner than a worker is started; a run over a country has workers of its
/// own, and each of its municipalities is small.
const MANY_PAYMENTS: usize = 240;

/// Works on several processors at once; results stand in the order of what was asked, so that the same input gives the
/// same bytes. Where the system gives no worker the work is done here.
fn side_by_side<T: Sync, R: Send>(asked: &[T], most_workers: usize, each: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let all = |part: &[T]| -> Vec<R> { part.iter().map(&each).collect() };
    let workers = thread::available_parallelism().map_or(1, usize::from).min(most_workers);
    if workers == 1 {
        return all(asked);
    }
    let all = &all;
    thread::scope(|scope| {
        let parts = asked.chunks(asked.len().div_ceil(workers).max(1));
        let start = |part| (part, thread::Builder::new().spawn_scoped(scope, move || all(part)));
        let started: Vec<_> = parts.map(start).collect();
        let finish = |(part, worker): (&[T], std::io::Result<thread::ScopedJoinHandle<'_, Vec<R>>>)| {
            let Ok(worker) = worker else { return all(part) };
            worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        started.into_iter().flat_map(finish).collect()
    })
}

fn price(
    facts: &Submission,
    ways: &Ways<'_>,
    programme: &Programme,
    now: &Settled,
    reading: &Reading,
    word: &'static str,
) -> Price {
    if let Some(reason) = idle::idle(reading.name, facts, programme) {
        return Price::Idle(reason);
    }
    if let Some(reason) = idle::impossible(reading.name, word, facts) {
        return Price::Impossible(reason);
    }
    if idle::is_beyond_amounts(reading.name) {
        return Price::Known(Difference::nothing());
    }
    let difference = if ways.matters(reading.name) {
        let Some(other) = programme.with_reading(reading.name, word, None) else {
            return Price::Impossible("reading-not-in-edition");
        };
        difference(now, &ways.under(&other, reading.name))
    } else {
        difference(now, ways.now())
    };
    // Without absences no month can gain hours, whatever the clause means: nothing was compared.
    if reading.name == "hours-worked"
        && difference.is_nothing()
        && facts.absences.iter().all(|absence| absence.rejected)
        && some_month_is_lost(now)
    {
        return Price::Impossible("reading-needs-absences");
    }
    Price::Known(difference)
}

/// Is a supplement paid in a month that does not meet the conditions?
fn some_month_is_lost(now: &Settled) -> bool {
    now.lines.iter().any(|line| {
        let fails = |node| matches!(now.model.value(node), Value::Number(n) if n.is_zero());
        line.qualifies.is_some_and(fails) && now.model.money(line.supplement_paid) > Money::ZERO
    })
}

fn difference(now: &Settled, other: &Settled) -> Difference {
    let less = |pick: fn(&settlement::Totals) -> NodeId| {
        subtract(known(other, pick(&other.totals))?, known(now, pick(&now.totals))?)
    };
    Difference {
        co_financing: less(|t| t.co_financing),
        own_contribution: less(|t| t.own_contribution),
        to_return: less(|t| t.to_return),
        supplement: less(|t| t.supplement_co_financing),
        employment: less(|t| t.employment_co_financing),
        task_cost: less(|t| t.task_cost),
        moved: moved(now, other),
        form: form(now) != form(other),
    }
}

fn known(settled: &Settled, node: NodeId) -> Option<Money> {
    matches!(settled.model.value(node), Value::Number(_)).then(|| settled.model.money(node))
}

fn subtract(a: Money, b: Money) -> Option<Money> {
    a.grosze().checked_sub(b.grosze()).map(Money::from_grosze)
}

/// What some persons, months or sources lose to others: the sum of all losses, or of all gains where it is smaller.
fn moved(now: &Settled, other: &Settled) -> Option<Money> {
    let (before, after) = (parts(now), parts(other));
    if before.len() != after.len() {
        return None;
    }
    let (mut gains, mut losses) = (0i64, 0i64);
    for (before, after) in before.iter().zip(&after) {
        let step = subtract(*after, *before)?.grosze();
        let sum = if step > 0 { &mut gains } else { &mut losses };
        *sum = sum.checked_add(step)?;
    }
    Some(Money::from_grosze(gains.min(losses.checked_neg()?)))
}

/// Co-financing in its smallest parts: of lines, and of the two sources where there are two.
fn parts(settled: &Settled) -> Vec<Money> {
    let lines = settled.lines.iter();
    let mut parts: Vec<NodeId> =
        lines.flat_map(|line| [line.supplement_co_financing, line.employment_co_financing]).collect();
    let components = settled.rounds.iter().flat_map(|r| [&r.supplement, &r.employment]).flatten();
    parts.extend(components.flat_map(|c| [c.state_budget_part, c.labour_fund_part]).flatten());
    parts.into_iter().map(|node| settled.model.money(node)).collect()
}

/// What the form shows beside amounts.
fn form(settled: &Settled) -> Vec<Value> {
    let m = &settled.municipality;
    let mut nodes = vec![m.average_heads, m.average_posts_employment, m.average_posts_service];
    nodes.extend(settled.lines.iter().map(|line| line.fte_shown));
    nodes.into_iter().map(|node| settled.model.value(node).clone()).collect()
}
