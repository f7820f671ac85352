//! Figures that the texts read do not tell, as a municipality gives them: name, value as typed, who says so.
//!
//! A figure is written in two spellings: that of the rules (`1700.00 PLN`) and that of an office (`1 700,00 zł`). Both
//! are read here, by kind of figure. Nothing here asks for a figure or fills one in.

use std::collections::BTreeMap;

use super::reader::{hours, money, percentage};
use super::{Component, Figure, OpenFigure, OpenState, Programme};
use crate::units::{Exact, Money};

/// What was given for a figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GivenFigure {
    /// The value as typed.
    pub value: String,
    /// Who gave it and on what letter, in Polish words.
    pub source: String,
}

/// Figures given, by name.
pub type Given = BTreeMap<String, GivenFigure>;

/// How a kind of figure is written.
#[derive(Clone, Copy, Debug)]
pub struct Spelling<T> {
    /// Reads the spelling of the rules.
    pub rules: fn(&str) -> Option<T>,
    /// An example of it.
    pub example: &'static str,
    /// Reads the spelling of an office, or that of the rules.
    pub typed: fn(&str) -> Option<T>,
    /// An example of an office's spelling.
    pub typed_example: &'static str,
    /// What stands in place of a figure that nobody gave: zero, so that it could never pass for a figure.
    pub none: fn() -> T,
}

/// Złoty.
pub const MONEY: Spelling<Money> = Spelling {
    rules: money,
    example: "200.00 PLN",
    typed: typed_money,
    // Not a figure that anybody guessed for some year: an example is easily copied.
    typed_example: "1000,00 zł",
    none: || Money::ZERO,
};

/// A share.
pub const SHARE: Spelling<Exact> = Spelling {
    rules: percentage,
    example: "80%",
    typed: typed_share,
    typed_example: "50%",
    none: Exact::zero,
};

/// Hours.
pub const HOURS: Spelling<Exact> = Spelling {
    rules: hours,
    example: "120 h",
    typed: typed_hours,
    typed_example: "120 h",
    none: Exact::zero,
};

/// The place of a figure in the rules, by its kind.
enum Place<'a> {
    Money(&'a mut Figure<Money>),
    Share(&'a mut Figure<Exact>),
    Hours(&'a mut Figure<Exact>),
}

impl Programme {
    /// Returns the edition with the figures given in force: each keeps its mark, and its source says who gave it.
    ///
    /// A figure that the rules know is never replaced, and a name that they do not have is no fault here.
    #[must_use]
    pub fn with_given(mut self, given: &Given) -> Self {
        for figure in &mut self.open {
            let Some(own) = given.get(&figure.name) else { continue };
            let source = || format!("{}; w znalezionych tekstach: {}", own.source, figure.known);
            let typed = own.value.trim();
            let read = match place(&mut self.components, &figure.name) {
                Some(Place::Money(at)) => put(at, (MONEY.typed)(typed), source),
                Some(Place::Share(at)) => put(at, (SHARE.typed)(typed), source),
                Some(Place::Hours(at)) => put(at, (HOURS.typed)(typed), source),
                None => false,
            };
            figure.state = if read { OpenState::Given } else { OpenState::Unreadable(own.value.clone()) };
        }
        self
    }
}

/// Puts a value that could be read into its place; says whether it could.
fn put<T>(at: &mut Figure<T>, value: Option<T>, source: impl Fn() -> String) -> bool {
    let Some(value) = value else { return false };
    at.value = value;
    at.source = source();
    true
}

fn place<'a>(components: &'a mut [Component], name: &str) -> Option<Place<'a>> {
    components.iter_mut().find_map(|component| match component {
        Component::WageShareUnderCeiling { by_contract, .. } => by_contract.iter_mut().find_map(|rule| {
            let own = |key| OpenFigure::of_contract(rule.position, rule.form, key);
            if name == own("share") {
                Some(Place::Share(&mut rule.share))
            } else {
                (name == own("ceiling")).then_some(Place::Money(&mut rule.ceiling))
            }
        }),
        Component::WageShare { ceiling, seen, .. } => match name {
            "wages.share" => Some(Place::Share(ceiling)),
            "wages.seen" => seen.as_mut().map(Place::Share),
            _ => None,
        },
        Component::OneOffSupplement { amount, share_of_cost, .. } => match name {
            "supplement.amount" => Some(Place::Money(amount)),
            "supplement.share" => Some(Place::Share(share_of_cost)),
            _ => None,
        },
        Component::MonthlySupplement { amount, hours, share_of_cost, .. } => match name {
            "supplement.amount" => Some(Place::Money(amount)),
            "supplement.hours" => Some(Place::Hours(hours)),
            "supplement.share" => Some(Place::Share(share_of_cost)),
            _ => None,
        },
        Component::FundedSupplement { amount } => {
            (name == "supplement.amount").then_some(Place::Money(amount))
        }
    })
}

/// Returns the digits with a decimal point, without the blanks that part thousands; nothing where a point or comma
/// could part thousands too (`1.700`).
fn digits(text: &str) -> Option<String> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.replace(',', ".");
    let decimals = plain.split_once('.').map_or(0, |(_, after)| after.len());
    let digits = plain.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    (digits && decimals <= 2 && !plain.ends_with('.')).then_some(plain)
}

/// Returns the text without its unit, whatever blanks stand before it.
fn without<'a>(text: &'a str, units: &[&str]) -> Option<&'a str> {
    units.iter().find_map(|unit| text.trim().strip_suffix(unit)).map(str::trim_end)
}

/// Do both texts say the same figure? `1700` and `1 700,00 zł` do; what cannot be read is compared as typed.
pub fn same_value(one: &str, other: &str) -> bool {
    fn same<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
        one.is_some() && one == other
    }
    one.trim() == other.trim()
        || same(typed_money(one).as_ref(), typed_money(other).as_ref())
        || same(typed_share(one).as_ref(), typed_share(other).as_ref())
        || same(typed_hours(one).as_ref(), typed_hours(other).as_ref())
}

/// Reads `1 700,00 zł`, `1700.00 PLN` or a plain `1700`: above nothing.
fn typed_money(text: &str) -> Option<Money> {
    let number = digits(without(text, &["zł", "zl", "PLN"]).unwrap_or(text))?;
    Money::from_exact(&Exact::parse_decimal(&number)?).filter(|amount| *amount > Money::ZERO)
}

/// Reads `60%` or `66,67 %`; without the sign nobody can tell 1 from 100 %.
fn typed_share(text: &str) -> Option<Exact> {
    percentage(&format!("{}%", digits(without(text, &["%"])?)?))
}

/// Reads `120 h` or a plain `120`: above nothing.
fn typed_hours(text: &str) -> Option<Exact> {
    let number = digits(without(text, &["h", "godz."]).unwrap_or(text))?;
    Exact::parse_decimal(&number).filter(|hours| !hours.is_zero())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_given_figure_is_read_in_the_spellings_of_an_office() {
        for text in ["1700,00 zł", "1 700,00 zł", "1\u{a0}700 zł", "1700.00 PLN", "1700", " 1700,0zł "] {
            assert_eq!(typed_money(text), Some(Money::from_grosze(170_000)), "{text}");
        }
        for text in ["60%", "60 %", "60,0%", " 60.00 % "] {
            assert_eq!(typed_share(text), Exact::parse_decimal("0.6"), "{text}");
        }
        assert_eq!(
            (typed_hours("120 h"), typed_hours("120")),
            (Some(Exact::whole(120)), Some(Exact::whole(120)))
        );
    }

    #[test]
    fn one_figure_in_two_spellings_is_one_figure() {
        assert!(same_value("1700", "1 700,00 zł") && same_value("60%", "60,0 %") && same_value("40 h", "40"));
        assert!(!same_value("1700", "1701") && !same_value("60%", "60") && !same_value("dużo", "wiele"));
    }

    #[test]
    fn what_could_mean_two_things_or_nothing_is_no_figure() {
        for text in ["", "zł", "1.700", "1.700,00 zł", "0", "-5 zł", "1700,001 zł", "ok. 1700 zł", "1700,"]
        {
            assert_eq!(typed_money(text), None, "{text}");
        }
        for text in ["", "60", "0,6", "0%", "101%", "%", "-1%"] {
            assert_eq!(typed_share(text), None, "{text}");
        }
        for text in ["", "h", "0 h", "dużo"] {
            assert_eq!(typed_hours(text), None, "{text}");
        }
    }
}
