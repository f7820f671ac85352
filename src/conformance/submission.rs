//! Makes the tables of a submission from one row, for any edition with a supplement, a share of wages or both.
//!
//! What a municipality does not publish is filled in the least favourable way that still bears out the figure: a cost
//! that is not known is the lowest at which the granted amount can be reached. Names of tables and columns come from
//! the schema, so that a renamed column needs no change here.

use std::borrow::Cow;

use super::rows::Row;
use crate::intake::MemoryFile;
use crate::programme::{Component, ContractShare, Programme, WageBase};
use crate::records::schema::{self, TableId};
use crate::records::{FundComponent, FundingSource, Position};
use crate::units::{DayRange, Exact, Money, Month};

/// A row of cells by the key of their column.
type Cells = Vec<(&'static str, String)>;

/// Makes the tables; nothing when the edition has no component to which the row's amounts belong.
pub fn tables(row: &Row, programme: &Programme) -> Option<Vec<MemoryFile>> {
    let period = match row.half_year {
        Some(half) => programme.rounds.iter().find(|r| r.half_year == Some(half))?.period,
        None => programme.period.value,
    };
    let mut pay = Vec::new();
    if row.employment_grant.is_some() {
        pay.extend(wages(row, programme, period)?);
    }
    if row.supplement_grant.is_some() {
        pay.extend(supplements(row, programme, period)?);
    }
    let mut files = vec![
        agreement(row, programme),
        table(TableId::Funds, &funds(row)),
        table(TableId::Employment, &employment(row, programme)),
        table(TableId::Pay, &pay),
    ];
    if !row.given.is_empty() {
        let given = row.given.iter().map(|(name, value)| {
            vec![("name", name.clone()), ("value", value.clone()), ("basis", row.municipality.clone())]
        });
        files.push(table(TableId::Readings, &given.collect::<Vec<Cells>>()));
    }
    Some(files)
}

fn agreement(row: &Row, programme: &Programme) -> MemoryFile {
    let period = programme.period.value;
    // Rounds have a day of request each; where there is one round, its own field is read.
    let mut cells: Cells = vec![
        ("voivodeship", row.voivodeship.clone()),
        ("municipality", row.municipality.clone()),
        ("programme", row.programme.clone()),
        ("period_from", period.first.to_string()),
        ("period_to", period.last.to_string()),
    ];
    let days = ["request_day_1", "request_day_2"];
    if programme.rounds.len() == 1 {
        cells.push(("request_day", period.last.to_string()));
    } else {
        cells.extend(days.iter().zip(&programme.rounds).map(|(key, r)| (*key, r.period.last.to_string())));
    }
    cells.extend(row.level.clone().map(|level| ("level", level)));
    // `Umowa` stands upright: a field and its value to a row.
    let schema = schema::table(TableId::Agreement);
    let fields = cells.iter().filter_map(|(key, value)| Some([schema.column(key)?.header, value.as_str()]));
    let lines: Vec<String> =
        std::iter::once(["Pole", "Wartość"]).chain(fields).map(|cells| line(&cells)).collect();
    file(schema.sheet, &lines)
}

fn funds(row: &Row) -> Vec<Cells> {
    let one = |component: FundComponent, source: Option<FundingSource>, amount: Money| -> Cells {
        let awarded = if row.award_binds { typed(amount) } else { String::new() };
        let mut cells = vec![("component", component.word().to_owned()), ("awarded", awarded)];
        cells.extend(row.half_year.map(|half| ("half_year", half.word().to_owned())));
        cells.extend(source.map(|source| ("source", source.word().to_owned())));
        cells
    };
    let mut rows = Vec::new();
    rows.extend(row.supplement_grant.map(|amount| one(FundComponent::Supplement, None, amount)));
    match (row.two_sources, row.employment_grant) {
        (Some((state, fund)), _) => {
            rows.push(one(FundComponent::EmploymentCost, Some(FundingSource::StateBudget), state));
            rows.push(one(FundComponent::EmploymentCost, Some(FundingSource::LabourFund), fund));
        }
        (None, grant) => rows.extend(grant.map(|amount| one(FundComponent::EmploymentCost, None, amount))),
    }
    rows
}

fn employment(row: &Row, programme: &Programme) -> Vec<Cells> {
    let from = programme.period.value.first.plus_days(-365);
    let person = |(id, post): (String, &Exact)| {
        vec![
            ("assistant", id),
            ("form", row.form.word().to_owned()),
            ("fte", decimal(post)),
            ("from", from.to_string()),
            ("ready", "TAK".to_owned()),
        ]
    };
    people(row).map(person).collect()
}

/// Identifiers and posts.
fn people(row: &Row) -> impl Iterator<Item = (String, &Exact)> {
    (1_usize..).zip(&row.posts).map(|(n, post)| (format!("A{n:05}"), post))
}

fn wages(row: &Row, programme: &Programme, period: DayRange) -> Option<Vec<Cells>> {
    let component = programme.components.iter().find(|c| !c.is_supplement())?;
    let (base, months) = match component {
        Component::WageShareUnderCeiling { base, .. } => (base.value, period),
        Component::WageShare { base, months, .. } => (base.value, months.unwrap_or(period)),
        _ => return None,
    };
    let slots: Vec<(String, &Exact, Month)> = months
        .months()
        .into_iter()
        .flat_map(|month| people(row).map(move |(id, post)| (id, post, month)))
        .collect();
    let weights: Vec<&Exact> = slots.iter().map(|(_, post, _)| *post).collect();
    let amounts = match row.employment_cost {
        Some(cost) => shared(cost, &weights)?,
        None => lowest_wages(row, component, &weights)?,
    };
    let hours = monthly_hours(programme);
    let one = |((id, post, month), cost): ((String, &Exact, Month), Money)| -> Option<Cells> {
        let (gross, contributions) = match base {
            // Contributions lie outside the base there; something must stand in their place all the same.
            WageBase::Gross => (cost, fifth(cost)?),
            _ => split(cost)?,
        };
        let key = match base {
            WageBase::BaseAndSeniorityWithContributions => "base",
            WageBase::Gross | WageBase::GrossWithContributions => "gross",
        };
        let mut cells = paid(id, month);
        cells.extend([(key, typed(gross)), ("contributions", typed(contributions))]);
        if hours {
            cells.extend(worked(post));
        }
        Some(cells)
    };
    slots.into_iter().zip(amounts).map(one).collect()
}

/// Returns the wage cost of each month at which the most that the rules give is just reached; nothing where they set no
/// ceiling in złoty.
fn lowest_wages(row: &Row, component: &Component, posts: &[&Exact]) -> Option<Vec<Money>> {
    match component {
        // The share reaches the ceiling, month by month.
        Component::WageShareUnderCeiling { by_contract, .. } => {
            let of_form = |c: &&ContractShare| c.position == Position::Assistant && c.form == row.form;
            let rule = by_contract.iter().find(of_form)?;
            let full = rule.ceiling.value.to_exact().checked_div(&rule.share.value)?;
            posts.iter().map(|post| up_to_grosz(&(&full * *post))).collect()
        }
        // A cost worked back from the grant would bear out any grant.
        _ => None,
    }
}

fn supplements(row: &Row, programme: &Programme, period: DayRange) -> Option<Vec<Cells>> {
    let component = programme.components.iter().find(|c| c.is_supplement())?;
    let (amount, share, months) = match component {
        Component::OneOffSupplement { amount, share_of_cost, .. } => {
            (amount.value, &share_of_cost.value, vec![period.last.month()])
        }
        Component::MonthlySupplement { amount, share_of_cost, .. } => {
            (amount.value, &share_of_cost.value, period.months())
        }
        _ => return None,
    };
    let slots: Vec<(String, &Exact, Month)> =
        months.into_iter().flat_map(|month| people(row).map(move |(id, post)| (id, post, month))).collect();
    let amounts = if let Some(cost) = row.supplement_cost {
        shared(cost, &slots.iter().map(|(_, post, _)| *post).collect::<Vec<_>>())?
    } else {
        let lowest = |(_, post, _): &(String, &Exact, Month)| {
            up_to_grosz(&(&amount.to_exact() * *post).checked_div(share)?)
        };
        slots.iter().map(lowest).collect::<Option<_>>()?
    };
    // Hours stand once a month: with the wages where there are any.
    let hours = monthly_hours(programme) && row.employment_grant.is_none();
    let one = |((id, post, month), cost): ((String, &Exact, Month), Money)| -> Option<Cells> {
        let (gross, contributions) = split(cost)?;
        let mut cells = paid(id, month);
        cells.extend([
            ("supplement", typed(gross)),
            ("contributions", typed(contributions)),
            ("on_supplement", typed(contributions)),
        ]);
        if hours {
            cells.extend(worked(post));
        }
        Some(cells)
    };
    slots.into_iter().zip(amounts).map(one).collect()
}

/// Does the edition ask for hours worked?
fn monthly_hours(programme: &Programme) -> bool {
    programme.components.iter().any(|c| matches!(c, Component::MonthlySupplement { .. }))
}

/// Every hour of a month of 160, in proportion to the post.
fn worked(post: &Exact) -> Cells {
    let hours = decimal(&(&Exact::whole(160) * post));
    vec![("nominal_hours", "160".to_owned()), ("hours", hours)]
}

fn paid(id: String, month: Month) -> Cells {
    vec![("assistant", id), ("month", month.to_string()), ("paid_on", month.last().to_string())]
}

/// Shares out a total in proportion to weights, by cumulative rounding: the parts add up to it.
fn shared(total: Money, weights: &[&Exact]) -> Option<Vec<Money>> {
    let all = weights.iter().fold(Exact::zero(), |sum, weight| &sum + *weight);
    let (mut running, mut before) = (Exact::zero(), Money::ZERO);
    let mut parts = Vec::new();
    for weight in weights {
        running = &running + *weight;
        let up_to = (&total.to_exact() * &running).checked_div(&all)?.round_half_up(2);
        let up_to = Money::from_exact(&up_to)?;
        parts.push(Money::from_grosze(up_to.grosze() - before.grosze()));
        before = up_to;
    }
    Some(parts)
}

/// Splits a cost with contributions into gross pay and contributions of 20 % of it, about what employers pay.
fn split(cost: Money) -> Option<(Money, Money)> {
    let gross = (&cost.to_exact() * &Exact::ratio(5, 6)?).round_half_up(2);
    let gross = Money::from_exact(&gross)?;
    Some((gross, Money::from_grosze(cost.grosze() - gross.grosze())))
}

fn fifth(gross: Money) -> Option<Money> {
    Money::from_exact(&(&gross.to_exact() * &Exact::ratio(1, 5)?).round_half_up(2))
}

fn up_to_grosz(amount: &Exact) -> Option<Money> {
    let down = amount.cut_down(2);
    let part = i64::from(down != *amount);
    Some(Money::from_grosze(Money::from_exact(&down)?.grosze() + part))
}

/// Writes an amount as an office does: `1140,00`.
fn typed(amount: Money) -> String {
    amount.to_string().replace('.', ",")
}

fn decimal(number: &Exact) -> String {
    number.to_short(6).replace('.', ",")
}

/// Writes rows under the headings of the columns that any of them fills, in the order of the schema.
fn table(id: TableId, rows: &[Cells]) -> MemoryFile {
    let schema = schema::table(id);
    let filled = |key: &str| rows.iter().any(|row| row.iter().any(|(k, _)| *k == key));
    let columns: Vec<_> = schema.columns.iter().filter(|c| filled(c.key)).collect();
    let mut lines = vec![line(&columns.iter().map(|c| c.header).collect::<Vec<_>>())];
    for row in rows {
        let cell = |key: &str| row.iter().find(|(k, _)| *k == key).map_or("", |(_, text)| text.as_str());
        lines.push(line(&columns.iter().map(|c| cell(c.key)).collect::<Vec<_>>()));
    }
    file(schema.sheet, &lines)
}

fn line(cells: &[&str]) -> String {
    let quoted = |cell: &&str| {
        if cell.contains([';', '"', '\n']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            (*cell).to_owned()
        }
    };
    cells.iter().map(quoted).collect::<Vec<_>>().join(";")
}

fn file(sheet: &str, lines: &[String]) -> MemoryFile {
    let text = format!("{}\n", lines.join("\n"));
    MemoryFile { name: format!("{sheet}.csv"), bytes: Cow::Owned(text.into_bytes()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_to_the_total() {
        let third = Exact::ratio(1, 3).expect("a third");
        let parts = shared(Money::from_grosze(100), &[&third, &third, &third]).expect("shares");
        assert_eq!(parts, [33, 34, 33].map(Money::from_grosze));
    }

    #[test]
    fn a_cost_is_rounded_up_so_that_the_amount_can_be_reached() {
        let amount = Exact::parse_decimal("1.001").expect("a number");
        assert_eq!(up_to_grosz(&amount), Some(Money::from_grosze(101)));
        assert_eq!(up_to_grosz(&Exact::one()), Some(Money::from_grosze(100)));
    }

    #[test]
    fn a_text_with_the_separator_is_quoted() {
        assert_eq!(line(&["a;b", "c"]), "\"a;b\";c");
    }
}
