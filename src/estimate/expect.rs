//! What an estimate assumes beside the plan: the share of the request that is awarded, when the money comes, families.
//!
//! Shares and months are those seen in past years ([`crate::programme::awards`]); which scenario takes which is decided
//! in docs/decisions.md, and every cell may be changed in the workbook. A share of the plan wins over those seen.

use super::AssumptionRow;
use crate::calc::{Format, Model, NodeId, Value};
use crate::programme::awards::{self, Arrival, Cut};
use crate::programme::{Mark, Programme};
use crate::records::{FundComponent, HalfYear};
use crate::units::Exact;

/// Decimals of a share seen in the past: a product with grosze then stays exact enough to be cut to the grosz.
pub const SHARE_PLACES: u32 = 5;

/// The nodes that scenarios read, as [`super::Scenario::ALL`].
#[derive(Clone, Debug)]
pub struct Assumed {
    /// Share of the requested supplements that is awarded.
    pub supplement: [NodeId; 3],
    /// Share of the requested co-financing of employment cost that is awarded.
    pub employment: [NodeId; 3],
    /// Month in which the money of each round comes.
    pub arrival: Vec<[NodeId; 3]>,
    /// Rows for the assumptions sheet.
    pub rows: Vec<AssumptionRow>,
}

/// Takes the plan's share where there is one, else what was seen.
pub fn assume(model: &mut Model, programme: &Programme, planned: &[AssumptionRow]) -> Assumed {
    let mut rows = Vec::new();
    let planned = planned.iter().find(|row| row.key == "award_share").map(|row| row.values);
    let (supplement, employment) = if let Some(share) = planned {
        (share, share)
    } else {
        let mut of = |component, key, label: &str| share(model, component, key, label, &mut rows);
        let supplement = of(FundComponent::Supplement, "award_share_supplement", SUPPLEMENT);
        (supplement, of(FundComponent::EmploymentCost, "award_share_employment", EMPLOYMENT))
    };
    let rounds: Vec<Option<HalfYear>> = programme.rounds.iter().map(|round| round.half_year).collect();
    let arrival = rounds.into_iter().map(|half| arrival(model, half, &mut rows)).collect();
    Assumed { supplement, employment, arrival, rows }
}

const SUPPLEMENT: &str = "Przyznana część wnioskowanych dodatków";
const EMPLOYMENT: &str = "Przyznana część wnioskowanych kosztów zatrudnienia";

/// Careful: the worst cut of any component. Base: the last cut seen of this component, none where there was none.
/// Ambitious: no cut.
fn share(
    model: &mut Model,
    component: FundComponent,
    key: &'static str,
    label: &str,
    rows: &mut Vec<AssumptionRow>,
) -> [NodeId; 3] {
    let cuts = awards::cuts();
    let worst = cuts.iter().min_by_key(|cut| cut.share());
    let last = cuts.iter().rev().find(|cut| cut.component == component && cut.share() < Exact::one());
    let of = |cut: Option<&Cut>| cut.map_or_else(Exact::one, |cut| cut.share().round_half_up(SHARE_PLACES));
    let mut put = |share: Exact| model.parameter(label, Format::Percent, Value::Number(share));
    let values = [put(of(worst)), put(of(last)), put(Exact::one())];
    let said = |cut: Option<&Cut>| {
        cut.map_or_else(
            || "bez cięcia: takiego nie znaleziono".to_owned(),
            |cut| format!("{} ({})", cut.given.source, cut.given.mark.polish()),
        )
    };
    let source = format!(
        "Założenie z doświadczenia. Ostrożny: najgłębsze znane cięcie – {}. Bazowy: ostatnie znane cięcie tego składnika – {}. Ambitny: bez cięcia.",
        said(worst),
        said(last)
    );
    rows.push(AssumptionRow {
        key,
        label: label.to_owned(),
        format: Format::Percent,
        values,
        mark: Mark::Assumed,
        source,
    });
    values
}

/// Careful: the latest month seen of any year. Base: that of the last year of the same kind of round. Ambitious: the
/// earliest month seen of the same half-year, or of any where the edition has one round.
fn arrival(model: &mut Model, half: Option<HalfYear>, rows: &mut Vec<AssumptionRow>) -> [NodeId; 3] {
    let all = awards::arrivals();
    let of_kind = || all.iter().filter(|a| a.round == half);
    let latest = all.iter().rev().max_by_key(|a| a.month.value);
    let last = of_kind().next_back();
    let earliest = all.iter().filter(|a| half.is_none() || a.round == half).min_by_key(|a| a.month.value);
    let (key, label) = match half {
        None => ("arrival_month", "Miesiąc wpływu środków (numer miesiąca)"),
        Some(HalfYear::First) => ("arrival_month_1", "Miesiąc wpływu środków za I-VI (numer miesiąca)"),
        Some(HalfYear::Second) => ("arrival_month_2", "Miesiąc wpływu środków za VII-XII (numer miesiąca)"),
    };
    // Without any year seen the money is taken to come at the end.
    let mut put = |seen: Option<&Arrival>| {
        let month = seen.map_or(12, |a| a.month.value);
        model.parameter(label, Format::Count, Value::Number(Exact::whole(i64::from(month))))
    };
    let values = [put(latest), put(last), put(earliest)];
    let said =
        |seen: Option<&Arrival>| seen.map_or_else(|| "nie wiadomo".to_owned(), |a| a.month.source.clone());
    let source = format!(
        "Założenie z doświadczenia. Ostrożny – {}. Bazowy – {}. Ambitny – {}.",
        said(latest),
        said(last),
        said(earliest)
    );
    let label = label.to_owned();
    rows.push(AssumptionRow { key, label, format: Format::Count, values, mark: Mark::Assumed, source });
    values
}
