//! The same facts with one thing changed: a quarter-post, a percent of pay, ten hours a month.
//!
//! Only rows that count are changed, in the table as read and in the typed list alike, since the settlement asks both.
//! Every changed amount is rounded by itself, half up to the grosz, as a payroll would pay it.

use std::collections::{BTreeMap, BTreeSet};

use crate::checks::scope::{contract_days, contributory_pay};
use crate::intake::typed;
use crate::programme::National;
use crate::programme::pay_components::{self, PayClass};
use crate::records::{ContractForm, Contribution, Datum, Employment, Row, Submission, TableId};
use crate::source::CellRef;
use crate::units::{Day, DayRange, Exact, Money, Month};

/// Who got the quarter-post.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum QuarterPost {
    /// The assistant with the smallest post that has room for it; pay and hours grow in proportion.
    Raised {
        /// Identifier.
        assistant: String,
        /// Post before.
        from: Exact,
        /// Post after.
        to: Exact,
    },
    /// Everybody is at a full post or nearly: somebody new, paid as the assistant with the smallest post, in proportion.
    Hired {
        /// Identifier of the assistant whose rows were copied.
        like: String,
    },
}

/// Identifier of the new assistant.
const NEW: &str = "nowy-ćwierć-etatu";

fn quarter() -> Exact {
    Exact::ratio(1, 4).expect("four is not zero")
}

/// One percent.
fn percent() -> Exact {
    Exact::ratio(1, 100).expect("a hundred is not zero")
}

/// Adds a quarter-post to the assistant with the smallest post under an employment contract in the period, by
/// identifier among equals; pay, supplements, contributions and hours grow in proportion.
pub fn quarter_post(submission: &Submission, period: DayRange) -> Option<(QuarterPost, Submission)> {
    let mut posts: Vec<(Exact, &str)> =
        last_posts(submission, period).into_iter().map(|(id, p)| (p, id)).collect();
    posts.sort();
    let room = |post: &Exact| post + &quarter() <= Exact::one();
    if let Some((post, id)) = posts.iter().find(|(post, _)| room(post)) {
        let change =
            QuarterPost::Raised { assistant: (*id).to_owned(), from: post.clone(), to: post + &quarter() };
        return Some((change, raised(submission, id, room)));
    }
    let (post, id) = posts.first()?;
    let change = QuarterPost::Hired { like: (*id).to_owned() };
    let part = quarter().checked_div(post)?;
    Some((change, hired(submission, id, &part)))
}

/// The post of each assistant under the last employment contract that touches the period.
fn last_posts(submission: &Submission, period: DayRange) -> BTreeMap<&str, Exact> {
    let mut last: BTreeMap<&str, (Day, Exact)> = BTreeMap::new();
    for row in contracts(submission).filter(|row| days(row, period).is_some()) {
        let Some(post) = row.fte.as_ref().filter(|post| post.value > Exact::zero()) else { continue };
        let id = row.assistant.value.trim();
        if last.get(id).is_none_or(|(from, _)| *from <= row.from.value) {
            last.insert(id, (row.from.value, post.value.clone()));
        }
    }
    last.into_iter().map(|(id, (_, post))| (id, post)).collect()
}

fn contracts(submission: &Submission) -> impl Iterator<Item = &Employment> {
    submission.employments.iter().filter(|row| !row.rejected && row.form.value == ContractForm::Employment)
}

fn days(row: &Employment, period: DayRange) -> Option<DayRange> {
    contract_days(row)?.overlap(&period)
}

/// Every contract of the assistant that has room grows, and the pay of its months with it.
fn raised(submission: &Submission, id: &str, room: impl Fn(&Exact) -> bool) -> Submission {
    let mut ways: Vec<(CellRef, DayRange, Exact, Exact)> = Vec::new();
    for row in contracts(submission).filter(|row| row.assistant.value.trim() == id) {
        let post = row.fte.as_ref().map(|post| post.value.clone());
        let (Some(days), Some(post)) = (contract_days(row), post.filter(|p| *p > Exact::zero() && room(p)))
        else {
            continue;
        };
        let new = &post + &quarter();
        let Some(part) = new.checked_div(&post) else { continue };
        ways.push((row.at, days, new, part));
    }
    let part_of = |month: Month| {
        let touching = ways.iter().filter(|(_, days, ..)| days.overlap(&month.days()).is_some());
        touching.max_by_key(|(_, days, ..)| days.first).map(|(.., part)| part)
    };
    edited(submission, |table, row| {
        if table == TableId::Employment {
            if let Some((_, _, new, _)) = ways.iter().find(|(at, ..)| *at == row.at) {
                set(row, "fte", Datum::Number(new.clone()));
            }
        } else if belongs(row, id)
            && let Some(part) = month(row).and_then(part_of)
        {
            scale(row, part);
        }
    })
}

/// The assistant's rows once more under a new identifier, a quarter-post large.
fn hired(submission: &Submission, id: &str, part: &Exact) -> Submission {
    let mut copy = submission.clone();
    let without = below_minimum(submission, id, part);
    for table in copy.tables.iter_mut().filter(|t| is_changed(t.id)) {
        let rows = table.rows.iter().filter(|row| !row.rejected && belongs(row, id));
        let mut new: Vec<Row> = rows.filter(|row| !is_service(row)).cloned().collect();
        for row in &mut new {
            set(row, "assistant", Datum::Text(NEW.to_owned()));
            if table.id == TableId::Employment {
                let post = row.fields.get("fte").and_then(|f| f.datum.clone());
                if let Some(Datum::Number(post)) = post {
                    set(row, "fte", Datum::Number(&post * part));
                }
            } else {
                scale(row, part);
                if month(row).is_some_and(|month| without.contains(&month)) {
                    times(row, Contribution::LabourFund.key(), &Exact::zero());
                }
            }
            // Cells are known by their place: the copies stand far below everything.
            row.at.row = moved(row.at.row);
            for field in row.fields.values_mut() {
                field.at.row = moved(field.at.row);
            }
        }
        table.rows.extend(new);
    }
    retyped(copy)
}

/// The months in which the part of a person's pay is below the minimum wage, and the whole of it is not: no Labour Fund is
/// due on that part, as in the projection of the coming year.
fn below_minimum(submission: &Submission, id: &str, part: &Exact) -> BTreeSet<Month> {
    let national = National::built_in();
    let mut pay: BTreeMap<Month, Exact> = BTreeMap::new();
    for row in submission.payments.iter().filter(|p| !p.rejected && p.assistant.value.trim() == id) {
        let sum = pay.entry(row.month.value).or_insert_with(Exact::zero);
        *sum = &*sum + &contributory_pay(row);
    }
    let falls = |(month, whole): (Month, Exact)| {
        let minimum = national.minimum_wage(month)?.value.to_exact();
        (whole >= minimum && &whole * part < minimum).then_some(month)
    };
    pay.into_iter().filter_map(falls).collect()
}

fn moved(row: u32) -> u32 {
    const BELOW: u32 = 100_000_000;
    row.saturating_add(BELOW)
}

/// Does a row that names no form belong to somebody with service contracts only?
fn only_service(submission: &Submission, row: &Row) -> bool {
    let named = row.fields.get("form").is_some_and(|f| f.datum.is_some());
    let mut own =
        submission.employments.iter().filter(|c| !c.rejected && belongs(row, c.assistant.value.trim()));
    !named && own.clone().next().is_some() && own.all(|c| c.form.value == ContractForm::Service)
}

fn is_service(row: &Row) -> bool {
    let form = row.fields.get("form").and_then(|f| f.datum.as_ref());
    matches!(form, Some(Datum::Choice(word)) if *word != ContractForm::Employment.word())
}

/// Raises pay by one percent: all pay but the two supplements, which the programme and the council fix, and the part of
/// the contributions that rests on that pay.
pub fn pay(submission: &Submission) -> Option<Submission> {
    submission.payments.iter().any(|p| !p.rejected).then(|| {
        let by = percent();
        edited(submission, |table, row| {
            if table == TableId::Pay {
                raise(row, &by);
            }
        })
    })
}

fn raise(row: &mut Row, by: &Exact) {
    let whole = &Exact::one() + by;
    let (pay, exempt) = pay_keys();
    let sum = |keys: &[&'static str]| keys.iter().filter_map(|key| amount(row, key)).sum::<Exact>();
    let contributory = sum(&pay);
    let fixed = sum(&["supplement", "motivation"]);
    // Contributions rest on pay and supplements; only the part on pay grows.
    let part = contributory.checked_div(&(&contributory + &fixed)).unwrap_or_else(Exact::zero);
    let on_pay = &Exact::one() + &(by * &part);
    let contributions = Contribution::ALL.map(Contribution::key);
    for key in pay.iter().chain(&exempt).copied().chain(["on_other"]) {
        times(row, key, &whole);
    }
    for key in contributions {
        times(row, key, &on_pay);
    }
}

/// Columns of pay that bear contributions, and those that do not; benefits are no pay.
fn pay_keys() -> (Vec<&'static str>, Vec<&'static str>) {
    let mut bearing = vec!["gross", "base", "seniority", "other_contributory"];
    let mut exempt = vec!["other_exempt"];
    for component in pay_components::built_in() {
        let list = match component.class {
            PayClass::Benefit => continue,
            class if class.bears_contributions() => &mut bearing,
            _ => &mut exempt,
        };
        let supplement = matches!(component.key, "supplement" | "motivation");
        if !supplement && !list.contains(&component.key) {
            list.push(component.key);
        }
    }
    (bearing, exempt)
}

/// Adds hours to every month in which hours are given. Nothing where none are. A service contract is paid by the hour, so
/// its pay grows with them, and the contributions on that pay; supplements stay.
pub fn hours(submission: &Submission, more: i64) -> Option<Submission> {
    let given = submission.payments.iter().any(|p| !p.rejected && p.hours.is_some());
    given.then(|| {
        edited(submission, |table, row| {
            let hours = row.fields.get("hours").and_then(|f| f.datum.clone());
            if let (TableId::Pay, Some(Datum::Number(hours))) = (table, hours) {
                let by_the_hour = is_service(row) || only_service(submission, row);
                if let Some(part) = Exact::whole(more).checked_div(&hours).filter(|_| by_the_hour) {
                    raise(row, &part);
                }
                set(row, "hours", Datum::Number(&hours + &Exact::whole(more)));
            }
        })
    })
}

/// Multiplies what a month pays and the hours worked.
fn scale(row: &mut Row, part: &Exact) {
    let keys: Vec<&'static str> = row.fields.keys().copied().collect();
    for key in keys {
        times(row, key, part);
    }
    let hours = row.fields.get("hours").and_then(|f| f.datum.clone());
    if let Some(Datum::Number(hours)) = hours {
        set(row, "hours", Datum::Number(&hours * part));
    }
}

/// Multiplies an amount; another kind of cell stays.
fn times(row: &mut Row, key: &'static str, by: &Exact) {
    let new = amount(row, key).and_then(|amount| Money::from_exact(&(&amount * by).round_half_up(2)));
    if let Some(new) = new {
        set(row, key, Datum::Amount(new));
    }
}

fn amount(row: &Row, key: &str) -> Option<Exact> {
    match row.fields.get(key)?.datum.as_ref()? {
        Datum::Amount(amount) => Some(amount.to_exact()),
        _ => None,
    }
}

fn set(row: &mut Row, key: &'static str, datum: Datum) {
    if let Some(field) = row.fields.get_mut(key) {
        field.datum = Some(datum);
    }
}

fn belongs(row: &Row, id: &str) -> bool {
    let datum = row.fields.get("assistant").and_then(|f| f.datum.as_ref());
    matches!(datum, Some(Datum::Text(text)) if text.trim() == id)
}

fn month(row: &Row) -> Option<Month> {
    match row.fields.get("month")?.datum.as_ref()? {
        Datum::Month(month) => Some(*month),
        _ => None,
    }
}

fn is_changed(table: TableId) -> bool {
    matches!(table, TableId::Employment | TableId::Pay)
}

fn edited(submission: &Submission, mut edit: impl FnMut(TableId, &mut Row)) -> Submission {
    let mut copy = submission.clone();
    for table in copy.tables.iter_mut().filter(|t| is_changed(t.id)) {
        for row in table.rows.iter_mut().filter(|row| !row.rejected) {
            edit(table.id, row);
        }
    }
    retyped(copy)
}

/// Types the changed tables anew; the other lists stay as they were judged.
fn retyped(mut submission: Submission) -> Submission {
    let tables = submission.tables.iter().filter(|t| is_changed(t.id)).cloned().collect();
    let mut typed_anew = Submission { tables, ..Submission::default() };
    typed::fill(&mut typed_anew, &mut Vec::new());
    submission.employments = typed_anew.employments;
    submission.payments = typed_anew.payments;
    submission
}
