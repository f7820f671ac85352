//! A price in words: `dofinansowanie +200,00 zł, wkład własny −200,00 zł`.

use super::{Difference, Price, Prices};
use crate::finding::Fact;
use crate::locale::{Language, Locale};
use crate::programme::Programme;
use crate::programme::readings::Reading;
use crate::units::Money;
use crate::units::money::polish_amount;

/// Returns what a way would change, in words.
pub fn price(price: &Price, locale: &Locale) -> String {
    match price {
        Price::Known(difference) => known(difference, locale),
        Price::Idle(reason) => locale.text(reason, &[]),
        Price::Impossible(reason) => {
            locale.text("price-impossible", &[("reason", Fact::Text(locale.text(reason, &[])))])
        }
    }
}

fn known(difference: &Difference, locale: &Locale) -> String {
    let mut parts = Vec::new();
    let mut add = |key: &str, amount: Option<Money>| {
        if let Some(amount) = amount.filter(|amount| amount.grosze() != 0) {
            parts.push(locale.text(key, &[("amount", Fact::Text(signed(amount, locale)))]));
        }
    };
    add("price-co-financing", difference.co_financing);
    // One component alone changed: its name says all.
    let both = [difference.supplement, difference.employment]
        .iter()
        .all(|part| part.is_some_and(|amount| amount.grosze() != 0));
    if both {
        add("price-supplement", difference.supplement);
        add("price-employment", difference.employment);
    }
    add("price-own", difference.own_contribution);
    add("price-return", difference.to_return);
    // Where the whole changes its parts do; only where it does not is their change news.
    let whole = difference.co_financing.is_some_and(|amount| amount.grosze() != 0);
    if let Some(amount) = difference.moved.filter(|amount| amount.grosze() != 0 && !whole) {
        parts.push(locale.text("price-moved", &[("amount", Fact::Amount(amount))]));
    }
    if difference.form {
        parts.push(locale.text("price-form", &[]));
    }
    if difference.co_financing.is_none() {
        parts.push(locale.text("price-not-known", &[]));
    }
    if parts.is_empty() { locale.text("price-nothing", &[]) } else { parts.join(", ") }
}

/// Says what a reading touches that no amount of the settlement shows; nothing when there is no such thing.
pub fn beyond_amounts(reading: &Reading, locale: &Locale) -> Option<String> {
    let key = match reading.name {
        "return-regime" | "interest-first-day" | "days-counted" => "reading-touches-interest",
        "paragraph-shares" => "reading-touches-paragraphs",
        _ => return None,
    };
    Some(locale.text(key, &[]))
}

/// Writes an amount with its sign: `+200,00 zł`.
pub fn signed(amount: Money, locale: &Locale) -> String {
    let sign = if amount.grosze() > 0 { "+" } else { "" };
    match locale.language() {
        Language::Polish => format!("{sign}{}\u{a0}zł", polish_amount(&amount.to_exact(), 2)),
        Language::English => format!("{sign}{amount} PLN"),
    }
}

/// Says on what the way in force rests: a letter, a choice without one, or the ground of the default.
pub fn basis(reading: &Reading, locale: &Locale) -> String {
    let text = |words: &str| Fact::Text(words.to_owned());
    let Some(choice) = &reading.choice else {
        let mark = locale.text(&format!("mark-{}", reading.mark.word()), &[]);
        return locale
            .text("reading-by-default", &[("mark", Fact::Text(mark)), ("source", text(&reading.source))]);
    };
    let by = if choice.by.is_empty() {
        String::new()
    } else {
        locale.text("reading-accepted-by", &[("by", text(&choice.by))])
    };
    let key = match (choice.basis.is_empty(), choice.at.is_some()) {
        (false, _) => "reading-by-letter",
        (true, true) => "reading-by-table",
        (true, false) => "reading-by-command",
    };
    locale.text(key, &[("letter", text(&choice.basis)), ("by", Fact::Text(by))])
}

/// Says how many readings stand without a letter, and the dearest of them.
pub fn summary(prices: &Prices, programme: &Programme, locale: &Locale) -> String {
    let doubtful = i64::try_from(prices.without_letter().count()).unwrap_or(i64::MAX);
    let doubtful = ("count", Fact::Count(doubtful));
    let Some((dearest, way)) = prices.largest() else {
        return locale.text("readings-none-cost", &[doubtful]);
    };
    let difference = way.price.difference().copied().unwrap_or_default();
    let nothing = |amount: &Money| amount.grosze() != 0;
    let amount = difference.co_financing.filter(nothing).or(difference.to_return).unwrap_or(Money::ZERO);
    let facts = [
        doubtful,
        ("amount", Fact::Text(signed(amount, locale))),
        ("name", Fact::Text(format!("{}={}", dearest.reading.name, way.word))),
        ("programme", Fact::Text(programme.id.clone())),
        ("question", Fact::Text(dearest.reading.question.clone())),
    ];
    locale.text("readings-cost", &facts)
}
