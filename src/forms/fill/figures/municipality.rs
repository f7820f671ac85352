//! Figures of the municipality as a whole: averages, families, people, money that came back.

use std::collections::BTreeMap;

use super::{Figures, Shown, Shows, family};
use crate::calc::expr::Expr;
use crate::calc::{Format, NodeId};
use crate::forms::definition::PartOf;
use crate::forms::fields::{ComponentField, MunicipalityField};
use crate::records::Datum;
use crate::settlement::figures::{Settled, StepTable};

/// So many people are counted in one formula; a spreadsheet takes 8,192 characters, and each person about sixty.
const ONE_FORMULA: usize = 100;

impl Figures<'_> {
    pub(super) fn municipality(&mut self, field: MunicipalityField) -> Shown {
        use MunicipalityField as F;
        let Shows::Settlement(settled) = &self.shows else { return Shown::Nothing };
        let m = &settled.municipality;
        match field {
            F::Level => settled.level.map_or(Shown::Unused, Shown::Node),
            F::AverageHeads => Shown::Node(m.average_heads),
            F::AveragePostsEmployment => Shown::Node(m.average_posts_employment),
            F::AveragePostsService => Shown::Node(m.average_posts_service),
            F::AveragePosts => {
                let forms = vec![m.average_posts_employment, m.average_posts_service];
                self.sum(&forms, false, Format::Posts)
            }
            F::Families(count) => family(m.families.as_ref(), count),
            F::Assistants => self.count_assistants().map_or(Shown::Nothing, Shown::Node),
            F::SupplementMonths => {
                let ids: Vec<NodeId> = settled.lines.iter().filter_map(|l| l.qualifies).collect();
                self.sum(&ids, false, Format::Count)
            }
            F::ReturnedInYear => self.returned(true),
            F::ReturnedLater => self.returned(false),
            F::ReturnedLaterOn => {
                let year = settled.period.last.month().year;
                let later =
                    self.facts.refunds.iter().map(|r| &r.date).filter(|d| d.value.month().year > year);
                let last = later.max_by_key(|d| d.value).cloned();
                last.map_or(Shown::Nothing, |d| Shown::Node(self.input(d.at, Datum::Day(d.value))))
            }
            F::OtherPublic => {
                let ids = self.other_public();
                self.sum(&ids, false, Format::Money)
            }
            F::TotalCost => {
                let cost =
                    self.component(&[PartOf::Supplement, PartOf::Employment], ComponentField::Cost, None);
                let mut ids = self.other_public();
                if let Shown::Node(cost) = cost {
                    ids.insert(0, cost);
                }
                self.sum(&ids, false, Format::Money)
            }
            F::BankInterest => {
                let given = self.facts.agreement.bank_interest.clone();
                self.amounts(given.into_iter().collect())
            }
        }
    }

    /// Assistants under either form of contract. Where the forms are constants so is the count.
    fn count_assistants(&mut self) -> Option<NodeId> {
        let Shows::Settlement(settled) = &mut self.shows else { return None };
        let people = &settled.assistants;
        let model = &settled.model;
        let fixed =
            people.iter().all(|a| model.is_constant(a.has_employment) && model.is_constant(a.has_service));
        let one_each = assistant_count(settled);
        let (people, model) = (&settled.assistants, &settled.model);
        let count = if fixed {
            Expr::Number(one_each.number(model))
        } else if people.len() > ONE_FORMULA {
            assistants_in_column(settled)
        } else {
            one_each
        };
        Some(settled.model.formula("", Format::Count, count))
    }

    /// Other public money of every payment that names some, as far as the payment counts.
    fn other_public(&self) -> Vec<NodeId> {
        const KEY: &str = "other_public";
        let Shows::Settlement(settled) = &self.shows else { return Vec::new() };
        let model = &settled.model;
        let column = |table: &StepTable| table.steps.iter().position(|step| step.key == KEY);
        let found = settled.tables.iter().find_map(|table| Some((table, column(table)?)));
        let Some((table, position)) = found else { return Vec::new() };
        let of_rows = table.rows.iter().filter_map(|row| *row.get(position)?);
        of_rows.filter(|id| !model.is_constant(*id)).collect()
    }

    /// Principal returned by the last day of the settled year, or after it.
    fn returned(&mut self, in_year: bool) -> Shown {
        let Shows::Settlement(settled) = &self.shows else { return Shown::Nothing };
        let year = settled.period.last.month().year;
        let given = self
            .facts
            .refunds
            .iter()
            .filter(|r| (r.date.value.month().year <= year) == in_year)
            .map(|r| r.principal.clone())
            .collect();
        self.amounts(given)
    }
}

/// One for each assistant under a contract of either form.
pub fn assistant_count(settled: &Settled) -> Expr {
    Expr::add(settled.assistants.iter().map(|a| Expr::max(a.has_employment, a.has_service)))
}

/// A term a person would be longer than a cell takes: each gets a cell of the working table, and they are summed.
fn assistants_in_column(settled: &mut Settled) -> Expr {
    const LABEL: &str = "Umowa w którejkolwiek formie (1 - tak, 0 - nie)";
    let mut ones = BTreeMap::new();
    for assistant in &settled.assistants {
        let either = Expr::max(assistant.has_employment, assistant.has_service);
        ones.insert(assistant.has_employment, settled.model.formula(LABEL, Format::Count, either));
    }
    let holds = |table: &&mut StepTable| table.steps.iter().any(|step| step.key == "has_employment");
    if let Some(table) = settled.tables.iter_mut().find(holds) {
        table.steps.push(crate::settlement::Step {
            key: "has_any",
            label: LABEL.to_owned(),
            basis: String::new(),
            format: Format::Count,
        });
        for row in &mut table.rows {
            let own = row.iter().flatten().find_map(|id| ones.get(id).copied());
            row.push(own);
        }
    }
    Expr::Sum(ones.into_values().collect())
}
