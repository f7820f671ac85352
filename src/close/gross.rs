//! The smallest gross supplement that earns the whole grant.
//!
//! Every contribution on it is rounded to the grosz, so the answer is searched grosz by grosz with the very expressions
//! that settle: dividing by one plus the rates is off by a grosz now and then. More gross never costs less, so halving
//! finds the first amount that is enough, and one grosz less is not.

use crate::calc::{Expr, Model, NodeId};
use crate::settlement::cells::settled_round;
use crate::settlement::formulas;
use crate::settlement::rounding::Rounding;
use crate::units::{Exact, Money};

/// A supplement above this (ten million złoty) is no answer: the rules name no share of the cost.
const MOST: i64 = 1_000_000_000;

/// A contribution on a gross amount, to the grosz.
pub fn contribution(rate: impl Into<Expr>, gross: impl Into<Expr>) -> Expr {
    settled_round(Expr::mul(rate, gross))
}

/// What a supplement costs: what was paid already, the gross, the contributions that the edition counts.
pub fn cost(already: impl Into<Expr>, gross: impl Into<Expr>, contributions: Vec<Expr>) -> Expr {
    let mut terms = vec![already.into(), gross.into()];
    terms.extend(contributions);
    Expr::Add(terms)
}

/// What a cost earns by its share, as a line of the settlement.
pub fn earned(rounding: Rounding, share: NodeId, cost: impl Into<Expr>) -> Expr {
    rounding.line(formulas::of_cost(share, cost))
}

/// The whole grant of the posts, as a line of the settlement.
pub fn whole_grant(rounding: Rounding, amount: NodeId, posts: impl Into<Expr>) -> Expr {
    rounding.line(formulas::by_post(amount, posts))
}

/// A question: which gross earns the target?
pub struct Search<'a> {
    /// Holds the share.
    pub model: &'a Model,
    /// How lines are rounded.
    pub rounding: Rounding,
    /// Highest share of the cost.
    pub share: NodeId,
    /// Cost of what was paid already.
    pub already: Exact,
    /// What is to be earned.
    pub target: Exact,
    /// Rates of the contributions that count as cost, as fractions of one.
    pub rates: Vec<Exact>,
}

impl Search<'_> {
    /// Returns the cost of a gross supplement.
    pub fn cost(&self, gross: Money) -> Exact {
        let given = || Expr::Number(gross.to_exact());
        let each = self.rates.iter().map(|rate| contribution(Expr::Number(rate.clone()), given())).collect();
        cost(Expr::Number(self.already.clone()), given(), each).number(self.model)
    }

    /// Returns what a gross supplement earns; more than the target is cut by the settlement, not here.
    pub fn earned(&self, gross: Money) -> Exact {
        earned(self.rounding, self.share, Expr::Number(self.cost(gross))).number(self.model)
    }

    /// Returns the smallest gross that earns the target; nothing where none does.
    pub fn smallest(&self) -> Option<Money> {
        first(|gross| self.earned(gross) >= self.target)
    }
}

/// Returns the first amount, from nothing up, that is enough; of a larger one it must be true as well.
pub fn first(enough: impl Fn(Money) -> bool) -> Option<Money> {
    let enough = |grosze: i64| enough(Money::from_grosze(grosze));
    if enough(0) {
        return Some(Money::ZERO);
    }
    let mut high = 1;
    while !enough(high) {
        high *= 2;
        if high > MOST {
            return None;
        }
    }
    let mut low = high / 2;
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if enough(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(Money::from_grosze(high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calc::{Format, Value};
    use crate::programme::Catalogue;

    fn number(text: &str) -> Exact {
        Exact::parse_decimal(text).expect("a decimal")
    }

    fn grosze(text: &str) -> Money {
        Money::from_exact(&number(text)).expect("grosze")
    }

    /// Asks for the whole grant of a post, at 200.00 a full one and 80 % of the cost.
    fn asked(posts: &Exact, rates: &[&str], then: impl Fn(&Search<'_>)) {
        let programme = Catalogue::built_in().get("asystent-rodziny-2025").expect("the edition");
        let rounding = Rounding::of_supplement(&programme);
        let mut model = Model::default();
        let of = |model: &mut Model, text| model.parameter("x", Format::General, Value::Number(number(text)));
        let (share, amount) = (of(&mut model, "0.8"), of(&mut model, "200"));
        let target = whole_grant(rounding, amount, Expr::Number(posts.clone())).number(&model);
        let rates = rates.iter().map(|rate| number(rate)).collect();
        then(&Search { model: &model, rounding, share, already: Exact::zero(), target, rates });
    }

    const USUAL: [&str; 4] = ["0.0976", "0.065", "0.0167", "0.0245"];

    #[test]
    fn at_20_38_percent_a_gross_of_207_67_costs_250_00_and_earns_200_00() {
        asked(&Exact::one(), &USUAL, |search| {
            assert_eq!(search.smallest(), Some(grosze("207.67")));
            assert_eq!(search.cost(grosze("207.67")), number("250.00"));
            assert_eq!(search.earned(grosze("207.67")), number("200.00"));
            assert_eq!(search.earned(grosze("207.66")), number("199.99"), "one grosz less earns less");
        });
    }

    #[test]
    fn a_plain_200_gross_earns_192_60_and_loses_7_40_a_month() {
        asked(&Exact::one(), &USUAL, |search| {
            assert_eq!(search.cost(grosze("200.00")), number("240.76"));
            assert_eq!(search.earned(grosze("200.00")), number("192.60"));
            assert_eq!(&search.target - &search.earned(grosze("200.00")), number("7.40"));
        });
    }

    #[test]
    fn one_grosz_less_never_earns_the_grant_whatever_the_post_and_the_rates() {
        let posts = [(1, 1), (1, 2), (3, 4), (23, 50), (1, 3), (7, 8), (96, 168), (1, 100)];
        let rates: [&[&str]; 6] = [
            &USUAL,
            &["0.0976", "0.065", "0.0167", "0.0245", "0.015"],
            &["0.0976", "0.065", "0.0167"],
            &["0.0976", "0.065", "0.0093", "0.0245", "0.025", "0.001"],
            &["0.0976", "0.065", "0.0333", "0.0245"],
            &[],
        ];
        for (n, d) in posts {
            let post = Exact::ratio(n, d).expect("a post");
            for rates in rates {
                asked(&post, rates, |search| {
                    let found = search.smallest().expect("an answer");
                    assert!(search.earned(found) >= search.target, "{n}/{d} {rates:?} {found}");
                    let less = Money::from_grosze(found.grosze() - 1);
                    assert!(search.earned(less) < search.target, "{n}/{d} {rates:?} {found}");
                    // Halving rests on this: a grosz more never earns less.
                    for grosze in found.grosze() - 60..found.grosze() + 60 {
                        let of = |g| search.earned(Money::from_grosze(g));
                        assert!(of(grosze.max(0)) <= of(grosze.max(0) + 1), "{grosze}");
                    }
                });
            }
        }
    }

    #[test]
    fn what_was_paid_already_lowers_what_is_missing() {
        asked(&Exact::one(), &USUAL, |search| {
            let more = Search {
                already: number("240.76"),
                rates: search.rates.clone(),
                target: search.target.clone(),
                ..*search
            };
            let found = more.smallest().expect("an answer");
            assert!(more.earned(found) >= more.target);
            assert!(more.earned(Money::from_grosze(found.grosze() - 1)) < more.target);
            assert_eq!(found, grosze("7.67"), "7.67 + 0.75 + 0.50 + 0.13 + 0.19 = 9.24 makes 250.00");
        });
    }

    #[test]
    fn a_share_of_nothing_has_no_answer() {
        let programme = Catalogue::built_in().get("asystent-rodziny-2025").expect("the edition");
        let mut model = Model::default();
        let share = model.parameter("x", Format::General, Value::Number(Exact::zero()));
        let rounding = Rounding::of_supplement(&programme);
        let (already, target) = (Exact::zero(), Exact::one());
        assert_eq!(
            Search { model: &model, rounding, share, already, target, rates: Vec::new() }.smallest(),
            None
        );
    }
}
