//! The voivode's official form: rows of municipalities handed to the form's file, which alone has the words.
//!
//! A municipality whose report is rejected has its name and nothing else.

mod silent;

use super::derived::{self, Figure};
use super::rows::{Row, Rows};
use super::{BookFacts, several_voivodeships, words};
use crate::calc::{Expr, Format, Model, NodeId, Value as Number};
use crate::consolidate::register::RegisterRow;
use crate::consolidate::{FigureKey, Kind};
use crate::forms::collected::{self, Collected, needed, stated, whole};
use crate::forms::definition::{FieldRef, FormDefinition, Paper, PartOf};
use crate::forms::fields::{AgreementField, Field, MunicipalityField};
use crate::forms::listed::Value;
use crate::forms::notes::collective_notes;
use crate::forms::{FormFacts, fill_collective};
use crate::grid::Sheet;
use crate::intake::register::Measure;
use crate::programme::National;
use crate::units::{Day, Exact, Money};

/// Decimals of a share, so that a percentage has two.
const SHARE_PLACES: u32 = 4;

/// Fills the forms; returns their sheets and what the sheet of notes says about them.
pub fn fill(
    forms: &[FormDefinition],
    facts: &BookFacts<'_>,
    rows: &mut Rows<'_>,
    model: &mut Model,
) -> (Vec<Sheet>, Vec<String>) {
    let (mut sheets, mut notes) = (Vec::new(), Vec::new());
    let form_facts =
        FormFacts { as_of: Some(facts.as_of), programme: facts.title.clone(), ..FormFacts::default() };
    for form in forms {
        let mut collected = Collected { once: once(facts, rows, model), ..Collected::default() };
        let fields = needed(form);
        let stated = stated(form);
        for at in 0..rows.all().len() {
            let mut row = collected::Row::default();
            for field in &fields {
                if let Some(value) = value(*field, at, facts, rows, model) {
                    row.values.insert(*field, value);
                }
            }
            // Made only where the form shows it: a figure beside the one computed would be a second truth.
            for (of, field) in &stated {
                let known = |field: &FieldRef| row.values.contains_key(field);
                // Of half-years one is enough to compute with; a difference needs both its parts.
                let halves = of.iter().all(|of| of.field == field.field);
                let computed = if halves { of.iter().any(known) } else { of.iter().all(known) };
                if !computed && let Some(value) = value(*field, at, facts, rows, model) {
                    row.values.insert(*field, value);
                }
            }
            row.also_uses = Some(PartOf::Employment).filter(|_| fills_families(&rows.all()[at]));
            collected.rows.push(row);
        }
        if lists_all_who_asked(&fields) {
            collected.rows.extend(silent::rows(&fields, facts, rows, model));
        }
        sheets.extend(fill_collective(form, model, &form_facts, &collected));
        notes.extend(collective_notes(form, model, &form_facts, &collected));
    }
    (sheets, notes)
}

/// Did it fill the part on families and posts by hand? That part speaks of money for employment, so its figures stand
/// in the official table and in `Przegląd` alike, also where the part with the money is not there.
fn fills_families(row: &Row<'_>) -> bool {
    let told = |(key, _): (FigureKey, &Exact)| match Field::by_name(key.name) {
        Some(Field::Municipality(of)) => matches!(
            of,
            MunicipalityField::Families(_)
                | MunicipalityField::AveragePosts
                | MunicipalityField::AveragePostsEmployment
                | MunicipalityField::AveragePostsService
        ),
        _ => false,
    };
    row.counts() && row.entry.kind == Kind::Form && row.entry.figures.iter().any(told)
}

/// Is it a list of all who asked for money, also of those who gave it up or sent no report?
fn lists_all_who_asked(fields: &[FieldRef]) -> bool {
    let of = |name: &str| collected::named(name).is_some_and(|field| fields.contains(&field));
    of("collective.resigned") || of("collective.requested_assistants")
}

/// What stands once on the form.
fn once(
    facts: &BookFacts<'_>,
    rows: &Rows<'_>,
    model: &mut Model,
) -> std::collections::BTreeMap<FieldRef, Value> {
    let mut once = std::collections::BTreeMap::new();
    let code =
        rows.all().iter().filter(|row| row.counts()).map(Row::voivodeship).find(|code| !code.is_empty());
    let name = if several_voivodeships(rows) {
        Some("kilka województw".to_owned())
    } else {
        code.and_then(|code| National::built_in().voivodeship(code)).map(str::to_owned)
    };
    if let Some(name) = name {
        once.insert(whole(Field::Agreement(AgreementField::Voivodeship)), Value::Text(name));
    }
    for (field, first) in [(AgreementField::PeriodFrom, true), (AgreementField::PeriodTo, false)] {
        let counted = rows.all().iter().filter(|row| row.counts());
        let mut days =
            counted.map(|row| row.entry.period.as_ref().map(|(from, to)| if first { from } else { to }));
        let day = days.next().flatten().filter(|day| days.all(|other| other == Some(day)));
        if let Some(day) = day.and_then(|day| Day::parse_iso(day)) {
            let value = crate::calc::model::day_value(day);
            let id = model.parameter("Okres rozliczeniowy", Format::Day, value);
            once.insert(whole(Field::Agreement(field)), Value::Node(id));
        }
    }
    if let (Some(last), Some(field)) = (facts.last_day(), collected::named("collective.year")) {
        let year = Exact::whole(i64::from(last.month().year));
        once.insert(field, Value::Node(model.parameter("Rok", Format::Count, Number::Number(year))));
    }
    once
}

fn value(
    field: FieldRef,
    at: usize,
    facts: &BookFacts<'_>,
    rows: &mut Rows<'_>,
    model: &mut Model,
) -> Option<Value> {
    let text = |text: &str| (!text.is_empty()).then(|| Value::Text(text.to_owned()));
    match field.field {
        Field::Agreement(of) => agreement(of, &rows.all()[at], facts, model),
        Field::Listed(listed) if listed.paper == Paper::Collective => {
            let row = &rows.all()[at];
            let digits = |from: usize, to: usize| row.teryt().get(from..to).and_then(text);
            match listed.name {
                "collective.number" => {
                    let number = i64::try_from(at).unwrap_or(i64::MAX).saturating_add(1);
                    let value = Number::Number(Exact::whole(number));
                    Some(Value::Node(model.parameter("Lp.", Format::Count, value)))
                }
                "collective.powiat" => {
                    let name = facts.powiats.get(row.powiat()).map_or(row.powiat(), String::as_str);
                    text(name)
                }
                "collective.kind" => {
                    text(&words::municipality_type(row).1).filter(|_| row.teryt().len() == 7)
                }
                "collective.wk" => digits(0, 2),
                "collective.pk" => digits(2, 4),
                "collective.gk" => digits(4, 6),
                "collective.kind_code" => digits(6, 7),
                "collective.status" => text(words::verdict(row.entry.verdict)),
                "collective.remarks" => {
                    let worst = row.entry.remarks.iter().find(|remark| remark.severity != "note");
                    worst.and_then(|remark| text(&remark.message))
                }
                "collective.share" => share(at, rows, model).map(Value::Node),
                "collective.return_principal" => principal(at, rows, model).map(Value::Node),
                "collective.unsettled" if row.counts() => unsettled(at, rows, model).map(Value::Node),
                "collective.unsettled_people" if row.counts() => {
                    let settled = unsettled(at, rows, model).is_some_and(|id| model.number(id).is_zero());
                    settled.then(|| people(Exact::zero(), model))
                }
                name => from_register(name, facts.register?.row_of(row.entry)?, model),
            }
        }
        _ => {
            let key = FigureKey::from(field);
            rows.all()[at].figure(key)?;
            Some(Value::Node(rows.node(model, at, key)))
        }
    }
}

/// What the office knows of a municipality and its report does not tell. Without a report that counts all money
/// transferred is not settled.
fn from_register(name: &str, known: &RegisterRow, model: &mut Model) -> Option<Value> {
    let day = |day: Day, label: &str, model: &mut Model| {
        Value::Node(model.parameter(label, Format::Day, crate::calc::model::day_value(day)))
    };
    let amount = |measure, label: &str, model: &mut Model| {
        let money = known.money(measure, None, None)?;
        Some(Value::Node(model.parameter(label, Format::Money, Number::Number(money.to_exact()))))
    };
    match name {
        "collective.requested" => amount(Measure::Requested, "Wnioskowano (zł)", model),
        "collective.granted_divided" => amount(Measure::Awarded, "Dotacja według podziału (zł)", model),
        "collective.posts_divided" => {
            let posts = Number::Number(known.posts()?.clone());
            Some(Value::Node(model.parameter("Etaty według podziału", Format::Posts, posts)))
        }
        "collective.accepted" => {
            known.accepted().map(|yes| Value::Text(if yes { "przyjęto" } else { "nie przyjęto" }.to_owned()))
        }
        "collective.resigned" => {
            known.accepted().map(|yes| Value::Text(if yes { "NIE" } else { "TAK" }.to_owned()))
        }
        "collective.unsettled" => amount(Measure::Transferred, "Nierozliczona kwota dotacji (zł)", model),
        "collective.unsettled_people" => {
            let got = known.money(Measure::Transferred, None, None).is_some_and(|money| money != Money::ZERO);
            known.assistants().filter(|_| got).cloned().map(|count| people(count, model))
        }
        "collective.received_on" => known.arrived(None).map(|found| day(found, "Data wpływu", model)),
        "collective.return_day" => known.returned_on().map(|found| day(found, "Data zwrotu", model)),
        _ => None,
    }
}

/// What is known of the agreement: the report's word, else the register's.
fn agreement(
    field: AgreementField,
    row: &Row<'_>,
    facts: &BookFacts<'_>,
    model: &mut Model,
) -> Option<Value> {
    use AgreementField as F;
    let entry = row.entry;
    let known = || facts.register?.row_of(entry);
    let text = match field {
        F::Municipality => Some(row.name.clone()),
        F::Teryt => Some(row.teryt().to_owned()).filter(|code| !code.is_empty()),
        F::Unit => entry.unit.clone(),
        F::Number => entry.agreement.clone().or_else(|| Some(known()?.agreement()?.to_owned())),
        F::Voivodeship => entry.voivodeship.clone(),
        F::Day => {
            let own = entry.agreement_day.as_deref().and_then(Day::parse_iso);
            let day = own.or_else(|| known()?.agreement_day()).filter(|_| row.counts())?;
            let value = crate::calc::model::day_value(day);
            return Some(Value::Node(model.parameter("Dzień umowy", Format::Day, value)));
        }
        _ => None,
    };
    text.map(Value::Text)
}

/// What goes back without interest: not used and misused.
fn principal(at: usize, rows: &mut Rows<'_>, model: &mut Model) -> Option<NodeId> {
    let keys = ["all.unused", "all.misused"].into_iter().filter_map(|name| FigureKey::named(name, None));
    let known: Vec<FigureKey> = keys.filter(|key| rows.all()[at].figure(*key).is_some()).collect();
    known.iter().find(|key| key.name == "all.unused")?;
    let nodes: Vec<NodeId> = known.into_iter().map(|key| rows.node(model, at, key)).collect();
    Some(model.formula("Do zwrotu bez odsetek", Format::Money, Expr::Sum(nodes)))
}

/// Money transferred that the settlement neither shows as used nor as going back.
fn unsettled(at: usize, rows: &mut Rows<'_>, model: &mut Model) -> Option<NodeId> {
    let transferred = derived::expr(rows, model, at, Figure::Transferred)?;
    let used = derived::expr(rows, model, at, Figure::Used)?;
    let back = principal(at, rows, model)?;
    let left = Expr::sub(Expr::sub(transferred, used), back);
    let left = Expr::max(Expr::whole(0), left);
    Some(model.formula("Nierozliczona kwota dotacji", Format::Money, left))
}

/// People whom a grant not settled concerns.
fn people(count: Exact, model: &mut Model) -> Value {
    Value::Node(model.parameter("Liczba osób", Format::Count, Number::Number(count)))
}

/// Co-financing over the cost of the task.
fn share(at: usize, rows: &mut Rows<'_>, model: &mut Model) -> Option<NodeId> {
    let used = derived::expr(rows, model, at, Figure::Used)?;
    let own = derived::expr(rows, model, at, Figure::Own)?;
    let share = Expr::div(used.clone(), Expr::Add(vec![used, own]));
    let share = Expr::RoundHalfUp(Box::new(share), SHARE_PLACES);
    Some(model.formula("Udział Programu", Format::Percent, share))
}
