//! Rows of tables as typed records.
//!
//! A row whose required cells could be read becomes a record even when it is rejected, so that the checks see it; one
//! without them stays in its table only.

use crate::finding::code::intake as codes;
use crate::finding::{Fact, Finding};
use crate::programme::pay_components::{self, PayComponent};
use crate::records::plan::{EVENT_CHOICES, SCENARIO_WORDS};
use crate::records::schema::{COMPONENTS, CONTRACT_FORMS, HALF_YEARS, INTEREST_CLAUSES};
use crate::records::submission::Given;
use crate::records::{
    Absence, Agreement, CaseloadMonth, ContractForm, Contribution, Datum, Determination, Employment,
    Explanation, Family, FamilyTotals, Fund, FundComponent, FundingSource, HalfYear, InterestClause,
    LedgerLine, Payment, PlannedFigure, PlannedRaise, ReadingChoice, Refund, Row, StaffChange, StaffEvent,
    Submission, Table, TableId,
};
use crate::source::Sourced;
use crate::units::{Day, Exact, Money, Month};

/// Fills the typed records of a submission from its tables.
pub fn fill(submission: &mut Submission, findings: &mut Vec<Finding>) {
    let tables = std::mem::take(&mut submission.tables);
    submission.agreement = agreement(tables.iter().filter(|t| t.id == TableId::Agreement), findings);
    for table in &tables {
        for row in &table.rows {
            add(submission, table.id, row);
        }
    }
    submission.tables = tables;
}

fn add(submission: &mut Submission, id: TableId, row: &Row) {
    match id {
        TableId::Agreement => {}
        TableId::Funds => submission.funds.extend(fund(row)),
        TableId::Employment => submission.employments.extend(employment(row)),
        TableId::Pay => submission.payments.extend(payment(row)),
        TableId::Absences => submission.absences.extend(absence(row)),
        TableId::Families => submission.families.extend(family(row)),
        TableId::FamilyTotals => submission.family_totals.extend(family_totals(row)),
        TableId::FamilyPeaks => submission.caseload_months.extend(caseload_month(row)),
        TableId::Refunds => submission.refunds.extend(refund(row)),
        TableId::Determinations => submission.determinations.extend(determination(row)),
        TableId::Readings => submission.readings.extend(reading(row)),
        TableId::Explanations => submission.explanations.extend(explanation(row)),
        TableId::Ledger => submission.ledger.extend(ledger_line(row)),
        TableId::PlanFigures => submission.plan.figures.extend(planned_figure(row)),
        TableId::PlanRaises => submission.plan.raises.extend(planned_raise(row)),
        TableId::PlanStaff => submission.plan.changes.extend(staff_change(row)),
    }
}

/// A value of one type out of a datum.
trait FromDatum: Sized {
    fn from_datum(datum: &Datum) -> Option<Self>;
}

macro_rules! from_datum {
    ($($type:ty: $variant:ident),*) => {$(
        impl FromDatum for $type {
            fn from_datum(datum: &Datum) -> Option<Self> {
                match datum {
                    Datum::$variant(value) => Some(value.clone()),
                    _ => None,
                }
            }
        }
    )*};
}
from_datum!(Money: Amount, Day: Day, Month: Month, Exact: Number, bool: Yes, &'static str: Choice);

impl FromDatum for String {
    fn from_datum(datum: &Datum) -> Option<Self> {
        match datum {
            Datum::Text(text) => Some(text.clone()),
            Datum::Choice(word) => Some((*word).to_owned()),
            _ => None,
        }
    }
}

macro_rules! from_choice {
    ($type:ty: $($word:expr => $value:expr),*) => {
        impl FromDatum for $type {
            fn from_datum(datum: &Datum) -> Option<Self> {
                match datum {
                    $(Datum::Choice(word) if *word == $word => Some($value),)*
                    _ => None,
                }
            }
        }
    };
}
from_choice!(FundComponent: COMPONENTS[0] => Self::Supplement, COMPONENTS[1] => Self::EmploymentCost);
from_choice!(HalfYear: HALF_YEARS[0] => Self::First, HALF_YEARS[1] => Self::Second);
from_choice!(InterestClause: INTEREST_CLAUSES[0] => Self::TaxArrears, INTEREST_CLAUSES[1] => Self::Statutory,
    INTEREST_CLAUSES[2] => Self::Bank, INTEREST_CLAUSES[3] => Self::Nothing);
from_choice!(FundingSource: "Fundusz Pracy" => Self::LabourFund, "budżet państwa" => Self::StateBudget);
from_choice!(ContractForm:
    CONTRACT_FORMS[0] => Self::Employment, CONTRACT_FORMS[1] => Self::Service, CONTRACT_FORMS[2] => Self::Service);

from_choice!(StaffEvent:
    EVENT_CHOICES[0] => Self::Hire, EVENT_CHOICES[1] => Self::Departure, EVENT_CHOICES[2] => Self::Change);

fn get<T: FromDatum>(row: &Row, key: &str) -> Given<T> {
    let field = row.fields.get(key)?;
    Some(Sourced::new(T::from_datum(field.datum.as_ref()?)?, field.at))
}

/// The first value of each field; a second one that differs is an error, since only a person knows which holds.
fn agreement<'a>(tables: impl Iterator<Item = &'a Table>, findings: &mut Vec<Finding>) -> Agreement {
    let mut all = Row {
        at: crate::source::CellRef { sheet: crate::source::SheetId(0), row: 0, column: 0 },
        fields: std::collections::BTreeMap::new(),
        rejected: false,
    };
    for (key, field) in tables.flat_map(|t| &t.rows).flat_map(|r| &r.fields) {
        let Some(datum) = &field.datum else { continue };
        match all.fields.get(key) {
            Some(first) if first.datum.as_ref() == Some(datum) => {}
            Some(first) => findings.push(
                Finding::at(&codes::FIELD_GIVEN_TWICE, field.at)
                    .with_related(first.at)
                    .with_seen(Fact::Text(field.seen.clone()))
                    .with_expected(Fact::Text(first.seen.clone())),
            ),
            None => {
                all.fields.insert(key, field.clone());
            }
        }
    }
    let row = &all;
    Agreement {
        voivodeship: get(row, "voivodeship"),
        teryt: get(row, "teryt"),
        municipality: get(row, "municipality"),
        unit: get(row, "unit"),
        programme: get(row, "programme"),
        period_from: get(row, "period_from"),
        period_to: get(row, "period_to"),
        request_day: get(row, "request_day"),
        request_day_1: get(row, "request_day_1"),
        request_day_2: get(row, "request_day_2"),
        agreement_number: get(row, "agreement_number"),
        agreement_day: get(row, "agreement_day"),
        amendment_number: get(row, "amendment_number"),
        amendment_day: get(row, "amendment_day"),
        level: get(row, "level"),
        payment_deadline: get(row, "payment_deadline"),
        completion_day: get(row, "completion_day"),
        report_deadline: get(row, "report_deadline"),
        return_deadline: get(row, "return_deadline"),
        accident_rate: get(row, "accident_rate"),
        bank_interest: get(row, "bank_interest"),
        interest_clause: get(row, "interest_clause"),
        prepared_by: get(row, "prepared_by"),
        chief_accountant: get(row, "chief_accountant"),
        head_of_unit: get(row, "head_of_unit"),
        mayor: get(row, "mayor"),
    }
}

fn fund(row: &Row) -> Option<Fund> {
    Some(Fund {
        at: row.at,
        rejected: row.rejected,
        component: get(row, "component")?,
        half_year: get(row, "half_year"),
        source: get(row, "source"),
        requested: get(row, "requested"),
        awarded: get(row, "awarded"),
        received: get(row, "received"),
        received_on: get(row, "received_on"),
    })
}

fn employment(row: &Row) -> Option<Employment> {
    Some(Employment {
        at: row.at,
        rejected: row.rejected,
        assistant: get(row, "assistant")?,
        name: get(row, "name"),
        position: get(row, "position"),
        form: get(row, "form")?,
        fte: get(row, "fte"),
        from: get(row, "from")?,
        to: get(row, "to"),
        ready: get(row, "ready"),
        qualification: get(row, "qualification"),
        social_worker: get(row, "social_worker"),
        seniority_rate: get(row, "seniority_rate"),
        fp_exempt: get(row, "fp_exempt"),
        employer: get(row, "employer"),
        replaces: get(row, "replaces"),
    })
}

fn payment(row: &Row) -> Option<Payment> {
    Some(Payment {
        at: row.at,
        rejected: row.rejected,
        assistant: get(row, "assistant")?,
        month: get(row, "month")?,
        form: get(row, "form"),
        nominal_hours: get(row, "nominal_hours"),
        hours: get(row, "hours"),
        gross: get(row, "gross"),
        base: get(row, "base"),
        seniority: get(row, "seniority"),
        other_contributory: get(row, "other_contributory"),
        other_exempt: get(row, "other_exempt"),
        components: components(row),
        supplement: get(row, "supplement"),
        motivation: get(row, "motivation"),
        contributions: Contribution::ALL
            .iter()
            .filter_map(|kind| Some((*kind, get(row, kind.key())?)))
            .collect(),
        on_other: get(row, "on_other"),
        on_supplement: get(row, "on_supplement"),
        on_motivation: get(row, "on_motivation"),
        other_public: get(row, "other_public"),
        payroll: get(row, "payroll"),
        paid_on: get(row, "paid_on"),
        contributions_paid_on: get(row, "contributions_paid_on"),
    })
}

/// The amounts of components of pay that have a column of their own, in the schema's order.
fn components(row: &Row) -> Vec<(&'static PayComponent, Sourced<Money>)> {
    let own = pay_components::built_in().iter().filter(|c| !c.is_canonical());
    own.flat_map(|component| component.columns().map(move |(key, _)| (component, key)))
        .filter_map(|(component, key)| Some((component, get(row, key)?)))
        .collect()
}

fn absence(row: &Row) -> Option<Absence> {
    Some(Absence {
        at: row.at,
        rejected: row.rejected,
        assistant: get(row, "assistant")?,
        from: get(row, "from")?,
        to: get(row, "to")?,
        kind: get(row, "kind")?,
        hours: get(row, "hours"),
    })
}

fn family(row: &Row) -> Option<Family> {
    Some(Family {
        at: row.at,
        rejected: row.rejected,
        family: get(row, "family")?,
        assistant: get(row, "assistant")?,
        from: get(row, "from")?,
        to: get(row, "to"),
        ground: get(row, "ground"),
        category: get(row, "category"),
        children: get(row, "children"),
        children_in_care: get(row, "children_in_care"),
        advised: get(row, "advised"),
        children_advised: get(row, "children_advised"),
        endangered_pregnancy: get(row, "endangered_pregnancy"),
        coordination: get(row, "coordination"),
        plan_day: get(row, "plan_day"),
        assessment_day: get(row, "assessment_day"),
        end_reason: get(row, "end_reason"),
        monitored_until: get(row, "monitored_until"),
    })
}

fn family_totals(row: &Row) -> Option<FamilyTotals> {
    let keys =
        ["families", "children", "advised", "children_advised", "endangered_pregnancy", "coordination"];
    Some(FamilyTotals {
        at: row.at,
        rejected: row.rejected,
        assistant: get(row, "assistant")?,
        counts: keys.map(|key| get(row, key)),
    })
}

fn caseload_month(row: &Row) -> Option<CaseloadMonth> {
    Some(CaseloadMonth {
        at: row.at,
        assistant: get(row, "assistant")?,
        month: get(row, "month")?,
        peak: get(row, "peak")?,
    })
}

fn refund(row: &Row) -> Option<Refund> {
    Some(Refund {
        at: row.at,
        rejected: row.rejected,
        date: get(row, "date")?,
        component: get(row, "component")?,
        half_year: get(row, "half_year"),
        principal: get(row, "principal")?,
        interest: get(row, "interest"),
        bank_interest: get(row, "bank_interest"),
    })
}

fn determination(row: &Row) -> Option<Determination> {
    Some(Determination {
        at: row.at,
        rejected: row.rejected,
        date: get(row, "date")?,
        component: get(row, "component")?,
        half_year: get(row, "half_year"),
        assistant: get(row, "assistant"),
        month: get(row, "month"),
        kind: get(row, "kind")?,
        amount: get(row, "amount")?,
        refunded_on: get(row, "refunded_on"),
    })
}

fn reading(row: &Row) -> Option<ReadingChoice> {
    Some(ReadingChoice {
        name: get(row, "name")?,
        value: get(row, "value")?,
        basis: get(row, "basis"),
        by: get(row, "by"),
    })
}

fn explanation(row: &Row) -> Option<Explanation> {
    Some(Explanation {
        code: get(row, "code")?,
        assistant: get(row, "assistant"),
        month: get(row, "month"),
        text: get(row, "text")?,
        by: get(row, "by")?,
        date: get(row, "date")?,
    })
}

fn ledger_line(row: &Row) -> Option<LedgerLine> {
    Some(LedgerLine {
        paragraph: get(row, "paragraph")?,
        turnover: get(row, "turnover")?,
        programme: get(row, "programme"),
        others: get(row, "others"),
    })
}

/// A row whose figure nobody knows stays in its table only; the plan's checks name it.
fn planned_figure(row: &Row) -> Option<PlannedFigure> {
    let name: Sourced<String> = get(row, "figure")?;
    let value = |key: &str| {
        let field = row.fields.get(key)?;
        field.datum.clone().map(|datum| Sourced::new(datum, field.at))
    };
    Some(PlannedFigure {
        at: row.at,
        rejected: row.rejected,
        key: super::plan::figure(&name.value)?.key,
        values: ["careful", "base", "ambitious"].map(value),
    })
}

fn planned_raise(row: &Row) -> Option<PlannedRaise> {
    Some(PlannedRaise {
        at: row.at,
        rejected: row.rejected,
        assistant: get(row, "assistant"),
        from: get(row, "raise_from")?,
        percent: get(row, "percent"),
        amount: get(row, "amount"),
        scenarios: scenarios(row),
    })
}

fn staff_change(row: &Row) -> Option<StaffChange> {
    Some(StaffChange {
        at: row.at,
        rejected: row.rejected,
        assistant: get(row, "assistant")?,
        event: get(row, "event")?,
        day: get(row, "from")?,
        form: get(row, "form"),
        fte: get(row, "fte"),
        base: get(row, "base"),
        seniority_rate: get(row, "seniority_rate"),
        hourly_rate: get(row, "hourly_rate"),
        hours: get(row, "hours"),
        scenarios: scenarios(row),
    })
}

/// A blank means every scenario.
fn scenarios(row: &Row) -> [bool; 3] {
    let word: Given<&'static str> = get(row, "scenarios");
    let known = word.and_then(|w| SCENARIO_WORDS.iter().find(|(known, _)| *known == w.value));
    known.map_or([true; 3], |(_, which)| *which)
}
