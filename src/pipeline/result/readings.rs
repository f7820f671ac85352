//! Readings in the JSON result: the way in force, on what it rests, and what each other way would change.
//!
//! A difference is the other settlement less this one, signed; null where one of the two is not known.

use serde::Serialize;

use super::{Amount, HeadObject};
use crate::pipeline::prices::{Difference, Price, PricedReading, PricedWay, Prices};
use crate::programme::Programme;
use crate::programme::readings::{Reading, Way};

/// The result of `programmes readings`.
#[derive(Serialize, Debug)]
pub struct ReadingsObject {
    /// Programme, municipality, days.
    #[serde(flatten)]
    pub head: HeadObject,
    /// Readings of the edition, in its order.
    pub readings: Vec<ReadingObject>,
}

/// One reading.
#[derive(Serialize, Debug)]
pub struct ReadingObject {
    /// Stable name.
    pub name: &'static str,
    /// The question, in Polish.
    pub question: String,
    /// Word in force.
    pub in_force: &'static str,
    /// Word the edition starts from.
    pub default: &'static str,
    /// How sure the default is.
    pub mark: &'static str,
    /// On what the way in force rests.
    pub basis: BasisObject,
    /// All ways that the edition admits.
    pub ways: Vec<WayObject>,
    /// Prices of the ways not in force; null when they were not computed.
    pub prices: Option<Vec<PriceObject>>,
}

/// On what the way in force rests.
#[derive(Serialize, Debug)]
pub struct BasisObject {
    /// `default`, `submission` (the table `Odczytania`) or `command-line`.
    pub chosen: &'static str,
    /// The letter; null when none was named.
    pub letter: Option<String>,
    /// Who accepted it.
    pub by: Option<String>,
    /// Ground of the default.
    pub source: String,
}

/// One way.
#[derive(Serialize, Debug)]
pub struct WayObject {
    /// Its word.
    pub word: &'static str,
    /// What it means, in Polish.
    pub meaning: String,
}

/// What a way not in force would change.
#[derive(Serialize, Debug)]
pub struct PriceObject {
    /// Its word.
    pub way: &'static str,
    /// `known`, `does-not-apply` or `impossible`.
    pub kind: &'static str,
    /// Key of the message that says why there is no price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
    /// Co-financing in all.
    pub co_financing: Amount,
    /// Of which the supplement.
    pub supplement_co_financing: Amount,
    /// Of which the cost of employment.
    pub employment_co_financing: Amount,
    /// Own contribution.
    pub own_contribution: Amount,
    /// To return.
    pub to_return: Amount,
    /// Cost of the task.
    pub task_cost: Amount,
    /// Co-financing that passes between persons, months or sources.
    pub moved: Amount,
    /// Posts or averages of the form change.
    pub form: bool,
}

/// Returns the readings with their prices.
pub fn priced(prices: &Prices) -> Vec<ReadingObject> {
    let one = |priced: &PricedReading| ReadingObject {
        prices: Some(priced.ways.iter().map(price).collect()),
        ..object(&priced.reading)
    };
    prices.readings.iter().map(one).collect()
}

/// Returns the readings of an edition without prices.
pub fn readings_of(programme: &Programme) -> Vec<ReadingObject> {
    programme.readings.iter().map(object).collect()
}

fn object(reading: &Reading) -> ReadingObject {
    let choice = reading.choice.as_ref();
    let said = |text: Option<&String>| text.filter(|text| !text.is_empty()).cloned();
    let way = |way: &Way| WayObject { word: way.word, meaning: way.meaning.clone() };
    ReadingObject {
        name: reading.name,
        question: reading.question.clone(),
        in_force: reading.in_force,
        default: reading.default,
        mark: reading.mark.word(),
        basis: BasisObject {
            chosen: choice.map_or("default", |c| if c.at.is_some() { "submission" } else { "command-line" }),
            letter: said(choice.map(|c| &c.basis)),
            by: said(choice.map(|c| &c.by)),
            source: reading.source.clone(),
        },
        ways: reading.ways.iter().map(way).collect(),
        prices: None,
    }
}

fn price(way: &PricedWay) -> PriceObject {
    let (kind, reason) = match &way.price {
        Price::Known(_) => ("known", None),
        Price::Idle(reason) => ("does-not-apply", Some(*reason)),
        Price::Impossible(reason) => ("impossible", Some(*reason)),
    };
    let none = Difference::default();
    let d = way.price.difference().unwrap_or(&none);
    let amount = |amount: Option<crate::units::Money>| amount.map(|money| money.to_string());
    PriceObject {
        way: way.word,
        kind,
        reason,
        co_financing: amount(d.co_financing),
        supplement_co_financing: amount(d.supplement),
        employment_co_financing: amount(d.employment),
        own_contribution: amount(d.own_contribution),
        to_return: amount(d.to_return),
        task_cost: amount(d.task_cost),
        moved: amount(d.moved),
        form: d.form,
    }
}
