//! The same facts settled in many ways, for the amounts alone: what is alike in all of them is settled once.
//!
//! Which readings a settlement asks for, and at which of its stages, is not known beforehand: it is watched
//! ([`Programme::was_asked`]). A reading that is never asked for changes nothing; every other way of a reading is settled
//! from the first stage that asks for it, over what the stages before it made. Nothing is guessed here and no figure has
//! a second definition.

use std::sync::Arc;

use super::figures::Settled;
use super::lines::payments_alone;
use super::payments::{KnownPayment, Payments};
use super::settle::{Contracted, UpToLines, amounts_alone, components, contracted, up_to_lines};
use super::work::{Inputs, Work};
use crate::calc::Model;
use crate::programme::Programme;
use crate::records::Submission;
use crate::units::DayRange;

/// Facts settled under the ways in force, ready to be settled under others.
pub struct Ways<'a> {
    inputs: Inputs,
    contracted: Contracted,
    paid: Arc<[KnownPayment]>,
    /// Its model holds the nodes of all stages up to the lines, so each later settlement may begin with it.
    lines: UpToLines<'a>,
    asked: Asked,
    now: Settled,
}

/// The readings that each stage asks for.
struct Asked {
    contracts: Vec<&'static str>,
    payments: Vec<&'static str>,
    lines: Vec<&'static str>,
    components: Vec<&'static str>,
}

impl<'a> Ways<'a> {
    /// Settles under the ways in force. The edition must be a copy that nobody has asked yet, or readings count as asked
    /// for that were not.
    pub fn of(facts: &'a Submission, programme: &'a Programme, period: DayRange) -> Self {
        let inputs = Inputs::over(Model::of_values(), facts).shared();
        let mut work = Work::over(inputs.clone(), facts, programme, period);
        let contracted = contracted(&mut work);
        let by_contracts = asked(programme);
        let paid = payments_alone(&mut work, &contracted.people, &contracted.days).into();
        let by_payments = asked(programme);
        let payments = Payments::new(&work).knowing(&paid);
        let mut lines = up_to_lines(work, &contracted, payments);
        lines.work.model = lines.work.model.shared();
        let by_lines = asked(programme);
        let now = from_lines(&lines, &contracted, programme);
        let asked = Asked {
            contracts: by_contracts,
            payments: by_payments,
            lines: by_lines,
            components: asked(programme),
        };
        Self { inputs, contracted, paid, lines, asked, now }
    }

    /// The amounts under the ways in force.
    pub fn now(&self) -> &Settled {
        &self.now
    }

    /// Can another way of the reading change anything at all?
    pub fn matters(&self, reading: &str) -> bool {
        let Asked { contracts, payments, lines, components } = &self.asked;
        [contracts, payments, lines, components].iter().any(|stage| stage.contains(&reading))
    }

    /// Settles under an edition in which the reading alone is understood in another way.
    pub fn under(&self, other: &Programme, reading: &str) -> Settled {
        let (facts, period) = (self.lines.work.submission, self.lines.work.period);
        if self.asked.contracts.contains(&reading) {
            let mut work = Work::over(self.inputs.clone(), facts, other, period);
            let contracted = contracted(&mut work);
            let payments = Payments::new(&work);
            return from_lines(&up_to_lines(work, &contracted, payments), &contracted, other);
        }
        let by_payments = self.asked.payments.contains(&reading);
        if by_payments || self.asked.lines.contains(&reading) {
            let mut work = self.lines.work.clone();
            work.programme = other;
            let payments = Payments::new(&work);
            let payments = if by_payments { payments } else { payments.knowing(&self.paid) };
            return from_lines(&up_to_lines(work, &self.contracted, payments), &self.contracted, other);
        }
        from_lines(&self.lines, &self.contracted, other)
    }
}

fn from_lines<'a>(lines: &UpToLines<'a>, contracted: &Contracted, programme: &'a Programme) -> Settled {
    let mut work = lines.work.clone();
    work.programme = programme;
    let mut table = lines.table.clone();
    let earned = components(&mut work, &mut table, contracted, &lines.lined);
    amounts_alone(work, lines.lined.level, earned)
}

/// Returns the readings asked for since the stage before, and begins to watch the next.
fn asked(programme: &Programme) -> Vec<&'static str> {
    let names = programme.reading_names().into_iter().filter(|name| programme.was_asked(name)).collect();
    programme.forget_asked();
    names
}
