//! The same facts settled in many ways, for the amounts alone: what is alike in all of them is settled once.
//!
//! Which readings a settlement asks for, and whether before or after its lines are made, is not known beforehand: it is
//! watched ([`Programme::was_asked`]). A reading that is never asked for changes nothing; one that is asked for by the
//! components alone leaves the lines as they are. Nothing is guessed here and no figure has a second definition.

use super::figures::Settled;
use super::settle::{UpToLines, amounts_alone, components, up_to_lines};
use super::work::{Inputs, Work};
use crate::calc::Model;
use crate::programme::Programme;
use crate::records::Submission;
use crate::units::DayRange;

/// Facts settled under the ways in force, ready to be settled under others.
pub struct Ways<'a> {
    inputs: Inputs,
    lines: UpToLines<'a>,
    asked_by_lines: Vec<&'static str>,
    asked: Vec<&'static str>,
    now: Settled,
}

impl<'a> Ways<'a> {
    /// Settles under the ways in force. The edition must be a copy that nobody has asked yet, or readings count as asked
    /// for that were not.
    pub fn of(facts: &'a Submission, programme: &'a Programme, period: DayRange) -> Self {
        let inputs = Inputs::over(Model::of_values(), facts).shared();
        let mut lines = up_to_lines(Work::over(inputs.clone(), facts, programme, period));
        lines.work.model = lines.work.model.shared();
        let asked_by_lines = asked(programme);
        let now = from_lines(&lines, programme);
        Self { inputs, lines, asked_by_lines, asked: asked(programme), now }
    }

    /// The amounts under the ways in force.
    pub fn now(&self) -> &Settled {
        &self.now
    }

    /// Can another way of the reading change anything at all?
    pub fn matters(&self, reading: &str) -> bool {
        self.asked.contains(&reading)
    }

    /// Settles under an edition in which the reading alone is understood in another way.
    pub fn under(&self, other: &Programme, reading: &str) -> Settled {
        if self.asked_by_lines.contains(&reading) {
            let (facts, period) = (self.lines.work.submission, self.lines.work.period);
            let lines = up_to_lines(Work::over(self.inputs.clone(), facts, other, period));
            return from_lines(&lines, other);
        }
        from_lines(&self.lines, other)
    }
}

fn from_lines<'a>(lines: &UpToLines<'a>, programme: &'a Programme) -> Settled {
    let mut work = lines.work.clone();
    work.programme = programme;
    let mut table = lines.table.clone();
    let earned = components(&mut work, &mut table, &lines.lined);
    amounts_alone(work, lines.lined.level, earned)
}

fn asked(programme: &Programme) -> Vec<&'static str> {
    programme.reading_names().into_iter().filter(|name| programme.was_asked(name)).collect()
}
