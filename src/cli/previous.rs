//! What a correction prints: against what, what is to be settled, and the totals before and after.

use super::terminal::table;
use crate::calc::{Model, NodeId, Value};
use crate::correction::{Correction, Item, Kind, Way};
use crate::finding::Fact;
use crate::locale::{Language, Locale};
use crate::pipeline::Run;
use crate::records::FundingSource;
use crate::units::Day;
use crate::units::money::polish_amount;

/// Returns the tables; nothing where no settlement went before.
pub fn told(run: &Run, locale: &Locale) -> Option<String> {
    let settled = run.settled.as_ref()?;
    let correction = settled.correction.as_ref()?;
    let model = &settled.model;
    let amounts = ["before", "after", "difference"].map(|column| heading(column, locale));
    let head = |first: &str, last: Option<String>| {
        let mut row = vec![heading(first, locale)];
        row.extend(amounts.clone());
        row.extend(last);
        row
    };
    let mut due = vec![head("what", Some(heading("meaning", locale)))];
    due.extend(correction.due.iter().map(|item| due_row(&part(item, locale), item, model, locale)));
    let total = locale.text("cli-previous-total", &[]);
    due.push(due_row(&total, &correction.due_total, model, locale));
    let mut totals = vec![head("total", None)];
    totals.extend(correction.totals.iter().map(|item| {
        let mut row = vec![locale.text(&format!("cli-previous-{}", item.what), &[])];
        row.extend(numbers(item, model, locale));
        row
    }));
    let right = [1, 2, 3];
    let title = title(correction, locale);
    let moves = moves(correction, model, locale);
    Some(format!("{title}\n{}{moves}\n{}", table(&due, &right), table(&totals, &right)))
}

/// What of it moves money: a difference that the money at hand covers is no claim to more.
fn moves(correction: &Correction, model: &Model, locale: &Locale) -> String {
    let after = |what: &str| {
        let node = correction.totals.iter().find(|item| item.what == what)?.after?;
        (!model.value(node).is_blank()).then(|| Fact::Amount(model.money(node)))
    };
    let (Some(settled), Some(received), Some(left)) =
        (after("co_financing"), after("transferred"), after("left_to_return"))
    else {
        return String::new();
    };
    let facts = [("settled", settled), ("received", received), ("left", left)];
    format!("\n{}\n", locale.text("cli-previous-moves", &facts))
}

fn heading(column: &str, locale: &Locale) -> String {
    locale.text(&format!("cli-previous-column-{column}"), &[])
}

fn title(correction: &Correction, locale: &Locale) -> String {
    let previous = &correction.previous;
    let day = |iso: &str| Day::parse_iso(iso).map_or_else(|| Fact::Text(iso.to_owned()), Fact::Day);
    let kinds =
        previous.kinds.iter().map(|kind| locale.text(&format!("cli-previous-kind-{}", kind.key()), &[]));
    let kinds: Vec<String> = kinds.collect();
    let facts = [
        ("number", Fact::Count(i64::from(correction.number()))),
        ("file", Fact::Text(previous.file.clone())),
        ("day", day(&previous.as_of)),
        ("from", day(&previous.period.0)),
        ("to", day(&previous.period.1)),
        ("kinds", Fact::Text(kinds.join(", "))),
    ];
    let second = previous.kinds == [Kind::SecondRound];
    locale.text(if second { "cli-previous-title-second" } else { "cli-previous-title" }, &facts)
}

/// `dodatki I-VI, FP`: a row must fit a hundred columns.
fn part(item: &Item, locale: &Locale) -> String {
    let component = item.component.as_deref().unwrap_or_default();
    let of = match &item.round {
        Some(round) => format!("{component} {round}"),
        None => component.to_owned(),
    };
    match item.source.as_deref() {
        Some(source) if source == FundingSource::StateBudget.word() => {
            format!("{of}, {}", locale.text("cli-previous-source-state", &[]))
        }
        Some(_) => format!("{of}, {}", locale.text("cli-previous-source-labour", &[])),
        None => format!("{of}, {}", locale.text("cli-previous-waiting", &[])),
    }
}

fn due_row(name: &str, item: &Item, model: &Model, locale: &Locale) -> Vec<String> {
    let mut row = vec![name.to_owned()];
    row.extend(numbers(item, model, locale));
    row.push(item.way(model).map_or_else(
        || "—".to_owned(),
        |way| {
            locale.text(
                match way {
                    Way::Refund => "cli-previous-way-refund",
                    Way::NothingBack => "cli-previous-way-nothing-back",
                    Way::Claim => "cli-previous-way-claim",
                    Way::None => "cli-previous-way-none",
                },
                &[],
            )
        },
    ));
    row
}

fn numbers(item: &Item, model: &Model, locale: &Locale) -> [String; 3] {
    let amount = |id: Option<NodeId>| match id.map(|id| model.value(id)) {
        Some(Value::Number(n)) => match locale.language() {
            Language::Polish => polish_amount(n, 2),
            Language::English => n.to_short(2),
        },
        _ => "—".to_owned(),
    };
    [amount(item.before), amount(item.after), amount(Some(item.difference))]
}
