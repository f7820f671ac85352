//! What an edition pays for, on its page: shares, ceilings and amounts of each component.

use super::Writer;
use crate::finding::Fact;
use crate::programme::readings::{Readiness, Switch};
use crate::programme::{Component, ContractShare, Figure, Mark, OpenFigure, OwnShareScope, WageBase};
use crate::records::{ContractForm, Position};
use crate::units::{Exact, Money};

impl Writer<'_> {
    /// Adds a component.
    pub(super) fn component(&mut self, component: &Component) {
        match component {
            Component::WageShareUnderCeiling { base, by_contract, hired_from } => {
                self.heading("show-employment");
                for contract in by_contract {
                    self.contract(contract);
                }
                self.base(base);
                if let Some(hired) = hired_from {
                    let day = Fact::Text(self.day(hired.value));
                    self.told(hired, "show-hired-from", "day", day);
                }
            }
            Component::WageShare { base, ceiling, seen, months } => {
                self.heading("show-employment");
                let share = [("share", Fact::Percent(ceiling.value.clone()))];
                let words = self.locale.text("show-wage-share", &share);
                self.known_or_open(ceiling, "wages.share", &self.say("show-wage-share-unknown"), &words);
                if let Some(seen) = seen {
                    self.told(seen, "show-level-seen", "share", Fact::Percent(seen.value.clone()));
                }
                self.base(base);
                if let Some(months) = months {
                    let (first, last) = (self.month(months.first.month()), self.month(months.last.month()));
                    let facts = [("first", Fact::Text(first)), ("last", Fact::Text(last))];
                    let words = self.locale.text("show-months", &facts);
                    self.plain(&words);
                }
            }
            Component::OneOffSupplement {
                amount,
                reference_day,
                still_employed,
                share_of_cost,
                own_share_scope,
                fte_decimals,
                readiness,
            } => {
                self.heading("show-supplement");
                self.amount(amount, "show-one-off");
                let day = Fact::Text(self.day(reference_day.value));
                self.told(reference_day, "show-reference-day", "day", day);
                if let Some(days) = still_employed {
                    let (first, last) = (self.day(days.value.first), self.day(days.value.last));
                    self.told(days, "show-still-employed", "days", Fact::Text(format!("{first} - {last}")));
                }
                // Where it is left open the reading says so, with its mark.
                if *readiness && !self.readings.contains(&Readiness::NAME) {
                    let words = self.say("show-readiness");
                    self.plain(&words);
                }
                self.share_of_supplement(share_of_cost, own_share_scope);
                if let Some(places) = fte_decimals {
                    self.told(places, "show-post-decimals", "places", Fact::Count(places.value.into()));
                }
            }
            Component::MonthlySupplement { amount, hours, yearly, share_of_cost, own_share_scope } => {
                self.heading("show-supplement");
                self.amount(amount, "show-monthly");
                if let Some(yearly) = yearly {
                    self.told(yearly, "show-yearly", "amount", Fact::Amount(yearly.value));
                }
                let words = self.locale.text("show-hours", &[("hours", Fact::Number(hours.value.clone()))]);
                self.known_or_open(hours, "supplement.hours", &self.say("show-hours-unknown"), &words);
                self.share_of_supplement(share_of_cost, own_share_scope);
            }
            Component::FundedSupplement { amount } => {
                self.heading("show-supplement");
                self.amount(amount, "show-funded");
            }
        }
    }

    fn amount(&mut self, amount: &Figure<Money>, key: &str) {
        let words = self.locale.text(key, &[("amount", Fact::Amount(amount.value))]);
        self.known_or_open(amount, "supplement.amount", &self.say("show-amount-unknown"), &words);
    }

    fn contract(&mut self, contract: &ContractShare) {
        let form = self.say(match contract.form {
            ContractForm::Employment => "show-contract-employment",
            ContractForm::Service => "show-contract-service",
        });
        let position = self.say(match contract.position {
            Position::Assistant => "show-position-assistant",
            Position::Coordinator => "show-position-coordinator",
        });
        let who = [("position", Fact::Text(position)), ("form", Fact::Text(form))];
        let form = ("form", Fact::Text(self.locale.text("show-contract-of", &who)));
        let name = |key| OpenFigure::of_contract(contract.position, contract.form, key);
        let share = ("share", Fact::Percent(contract.share.value.clone()));
        let amount = ("amount", Fact::Amount(contract.ceiling.value));
        let (one, other) = (&contract.share, &contract.ceiling);
        if one.mark != Mark::Unknown && (one.mark, &one.source) == (other.mark, &other.source) {
            let words = self.locale.text("show-contract-both", &[form, share, amount]);
            self.figure(one, &words);
            // Two figures in one sentence count as two.
            *self.marks.entry(other.mark).or_default() += 1;
            return;
        }
        let words = self.locale.text("show-contract-share", &[form.clone(), share]);
        let unknown = self.locale.text("show-contract-share-unknown", std::slice::from_ref(&form));
        self.known_or_open(&contract.share, &name("share"), &unknown, &words);
        let words = self.locale.text("show-contract-ceiling", &[form.clone(), amount]);
        let unknown = self.locale.text("show-contract-ceiling-unknown", &[form]);
        self.known_or_open(&contract.ceiling, &name("ceiling"), &unknown, &words);
    }

    fn share_of_supplement(&mut self, share: &Figure<Exact>, scope: &Figure<OwnShareScope>) {
        let own = &Exact::whole(1) - &share.value;
        let facts = [("share", Fact::Percent(share.value.clone())), ("own", Fact::Percent(own))];
        let words = self.locale.text("show-share-of-supplement", &facts);
        let unknown = self.say("show-share-of-supplement-unknown");
        self.known_or_open(share, "supplement.share", &unknown, &words);
        let words = self.say(match scope.value {
            OwnShareScope::Municipality => "show-own-share-municipality",
            OwnShareScope::Assistant => "show-own-share-assistant",
            OwnShareScope::AssistantMonth => "show-own-share-assistant-month",
        });
        self.figure_or_reading(scope, &words);
    }

    fn base(&mut self, base: &Figure<WageBase>) {
        let words = self.say(match base.value {
            WageBase::GrossWithContributions => "show-base-gross-with-contributions",
            WageBase::Gross => "show-base-gross",
            WageBase::BaseAndSeniorityWithContributions => "show-base-seniority",
        });
        self.figure_or_reading(base, &words);
    }
}
