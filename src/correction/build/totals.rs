//! Sums of the components before and after.

use super::Building;
use crate::calc::{Cond, Expr, Format, NodeId};
use crate::correction::Item;
use crate::correction::compare::{may_be_blank, unless_blank};
use crate::correction::measures::name;
use crate::records::FundComponent;

impl Building<'_> {
    /// A sum that is not known where one of its terms is not.
    pub(super) fn sum(&mut self, label: &str, ids: impl Iterator<Item = NodeId>) -> NodeId {
        let ids: Vec<NodeId> = ids.collect();
        let model = &mut *self.model;
        let unknown: Vec<Cond> =
            ids.iter().filter(|id| may_be_blank(model, **id)).map(|id| Cond::Blank(*id)).collect();
        let sum = if ids.is_empty() { Expr::whole(0) } else { Expr::Sum(ids) };
        let expr = if unknown.is_empty() { sum } else { Expr::when(Cond::Any(unknown), Expr::Blank, sum) };
        model.formula(label, Format::Money, expr)
    }

    /// Sums over the components, those taken over included: so a settlement of the second half-year alone still speaks
    /// of the whole year.
    pub(super) fn totals(&mut self, components: &[Item]) -> Vec<Item> {
        let [supplement, employment] =
            [FundComponent::Supplement, FundComponent::EmploymentCost].map(FundComponent::word);
        let rows: [(&'static str, &str, Option<&str>); 9] = [
            ("task_cost", "cost", None),
            ("supplement_co_financing", "co_financing", Some(supplement)),
            ("employment_co_financing", "co_financing", Some(employment)),
            ("co_financing", "co_financing", None),
            ("own_contribution", "own_contribution", None),
            ("transferred", "transferred", None),
            ("due_not_transferred", "due_not_transferred", None),
            ("to_return", "unused", None),
            ("returned", "returned", None),
        ];
        let mut totals: Vec<Item> = Vec::new();
        for (what, measure, component) in rows {
            let label = match what {
                "task_cost" => "Koszt zadania",
                "co_financing" => "Dofinansowanie razem",
                "to_return" => name("unused"),
                other => name(other),
            };
            let mine: Vec<&Item> = components
                .iter()
                .filter(|i| i.what == measure && component.is_none_or(|c| i.component.as_deref() == Some(c)))
                .collect();
            if mine.is_empty() {
                continue;
            }
            // A figure that was settled but not known makes the sum unknown, as does its difference.
            let lost = mine.iter().any(|i| i.before.is_none() && i.note.is_empty());
            let before = self.sum(&format!("{label}: przed"), mine.iter().filter_map(|i| i.before));
            let after = self.sum(&format!("{label}: po"), mine.iter().filter_map(|i| i.after));
            let difference = self.sum(&format!("{label}: różnica"), mine.iter().map(|i| i.difference));
            let sides = ((!lost).then_some(before), Some(after), difference);
            totals.push(Item::new(what, label, sides));
        }
        let left = self.left_to_return(&totals);
        totals.push(left);
        totals
    }

    fn left_to_return(&mut self, totals: &[Item]) -> Item {
        let label = name("left_to_return");
        let of = |what: &str| totals.iter().find(|i| i.what == what);
        let (unused, returned) = (of("to_return"), of("returned"));
        let mut less = |which: &str, pick: &dyn Fn(&Item) -> Option<NodeId>| {
            let (a, b) = (unused.and_then(pick)?, returned.and_then(pick)?);
            let expr = unless_blank(self.model, a, Expr::sub(a, b));
            Some(self.model.formula(&format!("{label}: {which}"), Format::Money, expr))
        };
        let before = less("przed", &|i| i.before);
        let after = less("po", &|i| i.after);
        let difference = less("różnica", &|i| Some(i.difference));
        let difference = difference
            .unwrap_or_else(|| self.model.formula(&format!("{label}: różnica"), Format::Money, Expr::Blank));
        Item::new("left_to_return", label, (before, after, difference))
    }
}
