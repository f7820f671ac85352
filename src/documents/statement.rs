//! The statement that an award is taken or refused (F2).
//!
//! Whether an edition asks for one, and by when, is read from its deadlines; nothing here knows a year.

use super::staff::Staff;
use super::version;
use crate::calc::model::day_value;
use crate::calc::{Expr, Format, Model, NodeId, Value};
use crate::finding::code::documents::{NO_STATEMENT, STATEMENT_AFTER_CONTRACT, STATEMENT_WITHOUT_AWARD};
use crate::finding::{Fact, Finding, Severity};
use crate::forms::listed::{Listed, Value as Shows};
use crate::programme::National;
use crate::programme::rules::{About, Deadline};
use crate::programme::when::{Event, What, When};
use crate::records::{HalfYear, Submission};
use crate::settlement::cells::sum_of;
use crate::settlement::{RoundFigures, Settled};
use crate::source::Sourced;
use crate::units::money::polish_amount;
use crate::units::{Day, Exact};

/// The events that ask for a statement begin with this word.
const STATEMENT: &str = "Oświadczenie";
/// An event that names this asks for acceptance, not for refusal alone.
const ACCEPTANCE: &str = "przyjęci";

/// What an edition asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked<'a> {
    /// A statement of acceptance or refusal.
    Either(&'a Deadline),
    /// No statement but of refusal, before the contract.
    Refusal(&'a Deadline),
    /// None.
    Nothing,
}

impl<'a> Asked<'a> {
    /// Reads the edition's deadlines.
    pub fn of(about: &'a About) -> Self {
        let statement = about.deadlines.iter().find(|d| d.event.starts_with(STATEMENT));
        match statement {
            Some(deadline) if deadline.event.contains(ACCEPTANCE) => Self::Either(deadline),
            Some(deadline) => Self::Refusal(deadline),
            None => Self::Nothing,
        }
    }
}

/// What the municipality wants to state.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// Refuse the award.
    pub refuse: bool,
    /// Of which half-year, where the edition has two rounds.
    pub half: Option<HalfYear>,
    /// Number of the correction; none: whoever signs writes the version by hand.
    pub correction: Option<u32>,
    /// Was the statement asked for by name? Else it is left out without a word of blame.
    pub by_name: bool,
}

/// The statement.
#[derive(Clone, Debug)]
pub struct Statement {
    /// What the form shows.
    pub listed: Listed,
    /// Persons and posts.
    pub staff: Staff,
    /// By when it must be sent, in words.
    pub term: Option<String>,
    /// The last day, where it can be computed.
    pub due: Option<Day>,
}

/// Makes the statement, or says why there is none.
pub fn build(
    settled: &mut Settled,
    submission: &Submission,
    about: &About,
    (wish, as_of): (Wish, Day),
) -> (Option<Statement>, Vec<Finding>) {
    let (deadline, only_refusal) = match Asked::of(about) {
        Asked::Either(deadline) => (deadline, false),
        Asked::Refusal(deadline) if wish.refuse => (deadline, true),
        Asked::Refusal(deadline) => return (None, vec![none_asked(wish, Some(deadline))]),
        Asked::Nothing => return (None, vec![none_asked(wish, None)]),
    };
    if let Some(signed) = submission.agreement.agreement_day.as_ref().filter(|_| only_refusal) {
        return (None, vec![after_contract(signed, true, deadline)]);
    }
    let round = settled
        .rounds
        .iter()
        .find(|r| r.half_year.is_some() && r.half_year == wish.half)
        .or_else(|| settled.rounds.last())
        .cloned();
    let awards = round.as_ref().map(awards).unwrap_or_default();
    if awards.iter().flatten().all(|id| settled.model.value(*id).is_blank()) {
        return (None, vec![Finding::new(&STATEMENT_WITHOUT_AWARD)]);
    }
    let half = round.as_ref().and_then(|r| r.half_year);
    // The contract may be about the other half-year only: told, not forbidden.
    let signed = submission.agreement.agreement_day.as_ref().filter(|day| wish.refuse && day.value <= as_of);
    let findings =
        signed.map(|signed| after_contract(signed, false, deadline).with_severity(Severity::Warning));
    let mut made = made(settled, submission, (deadline, half, awards), (wish, as_of));
    made.due = last_day(about, deadline);
    (Some(made), findings.into_iter().collect())
}

/// A refusal after the contract; `forbidden` where the edition takes it before the contract only.
fn after_contract(signed: &Sourced<Day>, forbidden: bool, deadline: &Deadline) -> Finding {
    let kind = if forbidden { "forbidden" } else { "doubtful" };
    let finding = Finding::at(&STATEMENT_AFTER_CONTRACT, signed.at).with_seen(Fact::Day(signed.value));
    finding.with("kind", Fact::Text(kind.to_owned())).with_basis(&deadline.term.source)
}

/// The last day, where the edition names it or the day from which it is counted.
fn last_day(about: &About, deadline: &Deadline) -> Option<Day> {
    match deadline.when? {
        When::On(day) => Some(day),
        When::After { event: Event::Award, days, working } => {
            let same = |d: &&Deadline| d.what == What::Award && d.half_year == deadline.half_year;
            let Some(When::On(from)) = about.deadlines.iter().find(same)?.when else { return None };
            When::last_day(National::built_in().calendar(), from, days, working)
        }
        When::After { .. } | When::NextYear(..) => None,
    }
}

/// The edition asks for none: blame only whoever asked for it by name.
fn none_asked(wish: Wish, refusal: Option<&Deadline>) -> Finding {
    let finding = Finding::new(&NO_STATEMENT);
    let finding = if wish.by_name { finding } else { finding.with_severity(Severity::Note) };
    let term = refusal.map(|d| d.term.value.clone()).unwrap_or_default();
    let kind = if refusal.is_some() { "refusal" } else { "none" };
    let finding = finding.with("kind", Fact::Text(kind.to_owned())).with("term", Fact::Text(term));
    match refusal {
        Some(deadline) => finding.with_basis(&deadline.term.source),
        None => finding,
    }
}

/// Awarded for supplements and for employment costs.
fn awards(round: &RoundFigures) -> [Option<NodeId>; 2] {
    [round.supplement.as_ref().map(|c| c.awarded), round.employment.as_ref().map(|c| c.awarded)]
}

/// Persons and posts are those of the day of the request, as far as it is given.
fn day_of_request(submission: &Submission, half: Option<HalfYear>, as_of: Day) -> Day {
    let agreement = &submission.agreement;
    agreement.request_of(half).or(agreement.request_day.as_ref()).map_or(as_of, |day| day.value)
}

fn made(
    settled: &mut Settled,
    submission: &Submission,
    (deadline, half, awards): (&Deadline, Option<HalfYear>, [Option<NodeId>; 2]),
    (wish, as_of): (Wish, Day),
) -> Statement {
    let model = &mut settled.model;
    let day = day_of_request(submission, half, as_of);
    let day = model.parameter("Dzień, na który podano liczbę asystentów", Format::Day, day_value(day));
    let staff = Staff::on(model, submission, day);
    let given: Vec<NodeId> = awards.into_iter().flatten().collect();
    let awarded = sum_of(model, "Kwota przyznana razem", Format::Money, &given);
    let taken = match awarded.filter(|_| !wish.refuse) {
        Some(awarded) => model.formula("Kwota przyjmowana", Format::Money, Expr::Ref(awarded)),
        None => model.parameter("Kwota przyjmowana", Format::Money, Value::Number(Exact::zero())),
    };
    let mut listed = Listed::default();
    let one = model.parameter("Lp.", Format::Count, Value::Number(Exact::whole(1)));
    let sentence = sentence(model, awarded, (wish.refuse, half));
    let said = model.parameter("Data oświadczenia", Format::Day, day_value(as_of));
    let node = |id: NodeId| Shows::Node(id);
    let fields = &mut listed.once;
    fields.insert("statement.number", node(one));
    fields.extend(awards[0].map(|id| ("statement.awarded_supplements", node(id))));
    fields.extend(awards[1].map(|id| ("statement.awarded_employment", node(id))));
    fields.extend(awarded.map(|id| ("statement.awarded", node(id))));
    fields.insert("statement.accepted", Shows::Text(if wish.refuse { "NIE" } else { "TAK" }.to_owned()));
    fields.insert("statement.accepted_amount", node(taken));
    fields.insert("statement.assistants", node(staff.persons));
    fields.insert("statement.posts", node(staff.posts));
    fields.insert("statement.day", node(said));
    fields.insert("statement.sentence", Shows::Text(sentence));
    fields.insert("statement.deadline", Shows::Text(deadline.term.value.clone()));
    fields.extend(wish.correction.map(|number| ("statement.version", Shows::Text(version(number)))));
    Statement { listed, staff, term: Some(deadline.term.value.clone()), due: None }
}

/// The statement in one sentence, for whoever signs it.
fn sentence(model: &Model, awarded: Option<NodeId>, (refuse, half): (bool, Option<HalfYear>)) -> String {
    let amount = awarded.map(|id| polish_amount(&model.number(id), 2)).unwrap_or_default();
    let period = half.map(|h| format!(" za okres {}", h.word())).unwrap_or_default();
    if refuse {
        // Whoever refuses one half-year stays in the programme with the other.
        let scope = if half.is_some() { " w tym okresie" } else { "" };
        format!(
            "Nie przyjmuję dofinansowania{period} w kwocie {amount} zł i rezygnuję z udziału w Programie{scope}."
        )
    } else {
        format!("Przyjmuję dofinansowanie{period} w kwocie {amount} zł na warunkach Programu.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_refuses_one_half_year_does_not_leave_the_programme() {
        let model = Model::default();
        let of = |half| sentence(&model, None, (true, half));
        assert!(of(Some(HalfYear::First)).ends_with("rezygnuję z udziału w Programie w tym okresie."));
        assert!(of(None).ends_with("rezygnuję z udziału w Programie."));
    }
}
