//! A comparison for machines: figures with what their differences are made of, changes with their own effects.
//!
//! Amounts are strings with two decimals and a point, other numbers strings with up to six; what is not known is null.

use serde_json::{Map, Value as Json, json};

use super::figures::{FigureChange, Key, Known, Part};
use super::report::report;
use super::{Comparison, Effect, Effects, Side};
use crate::audit::Verdict;
use crate::calc::{Format, Value};
use crate::finding::render;
use crate::locale::Locale;
use crate::trace::Head;
use crate::units::Exact;

/// Names of the parts, in the order of reports.
pub const PARTS: [(Part, &str); 3] =
    [(Part::Rules, "rules"), (Part::Data, "data"), (Part::Program, "program")];

/// Returns the comparison. Keys are a promise, as those of [`crate::pipeline::result`].
pub fn object(compared: &Comparison, newer: &Side, older: &Side, locale: &Locale) -> Json {
    let report = report(compared, newer, older, locale);
    let verdict = match report.verdict() {
        Verdict::Clean if compared.look.is_same() => "same",
        Verdict::Clean => "look",
        Verdict::Differs => "differs",
    };
    let unverified: Vec<Json> = report
        .unverified
        .iter()
        .map(|u| json!({"code": u.key, "message": locale.text(u.key, &u.facts)}))
        .collect();
    let findings = render::json(&report.findings, &report.sources, locale);
    json!({
        "verdict": verdict,
        "newer": side(newer),
        "older": side(older),
        "figures": compared.figures.iter().map(figure).collect::<Vec<_>>(),
        "effects": {
            "data": effects(&compared.data_effects),
            "rules": effects(&compared.rule_effects),
        },
        "look": {
            "sheets_added": compared.look.sheets_added,
            "sheets_removed": compared.look.sheets_removed,
            "texts": compared.look.texts.iter().map(|s| s.added + s.removed).sum::<usize>(),
            "formulas": compared.look.formulas_compared.then(|| {
                compared.look.formulas.iter().map(|s| s.added + s.removed).sum::<usize>()
            }),
        },
        "findings": findings,
        "unverified": unverified,
    })
}

fn side(side: &Side) -> Json {
    let head: &Head = &side.trace.head;
    json!({
        "file": side.file.name,
        "sha256": side.file.sha256,
        "programme": head.edition,
        "program_version": head.program,
        "rules_sha256": head.rules_sha256,
        "municipality": {"teryt": head.teryt, "name": head.municipality},
        "period": {"from": head.period.0, "to": head.period.1},
        "as_of": head.as_of,
    })
}

fn of_key(key: &Key) -> Map<String, Json> {
    let all = [
        ("what", Some(&key.what)),
        ("round", key.round.as_ref()),
        ("component", key.component.as_ref()),
        ("assistant", key.assistant.as_ref()),
        ("month", key.month.as_ref()),
        ("form", key.form.as_ref()),
    ];
    all.into_iter().filter_map(|(name, word)| Some((name.to_owned(), Json::from(word?.as_str())))).collect()
}

fn figure(change: &FigureChange) -> Json {
    let money = change.is_money();
    let mut object = of_key(&change.key);
    object.insert("older".to_owned(), known(change.older.as_ref()));
    object.insert("newer".to_owned(), known(change.newer.as_ref()));
    object
        .insert("difference".to_owned(), change.difference.as_ref().map_or(Json::Null, |n| number(n, money)));
    for (part, name) in PARTS {
        let amount = change.parts.as_ref().map(|parts| parts.get(&part).cloned().unwrap_or_else(Exact::zero));
        object.insert(name.to_owned(), amount.map_or(Json::Null, |n| number(&n, money)));
    }
    Json::Object(object)
}

fn known(known: Option<&Known>) -> Json {
    match known.map(|known| (&known.value, known.format)) {
        Some((Value::Number(n), format)) => number(n, format == Format::Money),
        Some((Value::Text(text), _)) => Json::from(text.as_str()),
        Some((Value::Blank, _)) | None => Json::Null,
    }
}

fn number(n: &Exact, money: bool) -> Json {
    Json::from(if money { n.to_fixed(2) } else { n.to_short(6) })
}

fn effects(effects: &Effects) -> Json {
    json!({
        "changes": effects.own.iter().map(|own| own.as_ref().map(effect)).collect::<Vec<_>>(),
        "together": effects.rest.as_ref().map(effect),
        "interaction": effect(&effects.interaction),
        "whole": effect(&effects.whole),
    })
}

/// The figures that a change moves.
fn effect(effect: &Effect) -> Json {
    let one = |(key, amount): (&Key, &Exact)| {
        let mut object = of_key(key);
        object.insert("amount".to_owned(), number(amount, true));
        Json::Object(object)
    };
    Json::Array(effect.iter().map(one).collect())
}
