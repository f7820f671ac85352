//! What `programmes list`, `show` and `check` tell, as data and as text. Nothing is printed here.
//!
//! Every figure stands with its mark and source; the wording lives in `locales/*/programmes.ftl`.

use std::collections::BTreeMap;

use super::{
    About, Catalogue, Component, ContractShare, Figure, Mark, OwnShareScope, Programme, ProgrammeError,
    WageBase,
};
use crate::finding::Fact;
use crate::locale::Locale;
use crate::records::{ContractForm, Position};
use crate::units::{Day, DayRange};

/// A line of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    /// Id to give on the command line.
    pub id: String,
    /// Title, when the rules load.
    pub title: Option<String>,
    /// Days covered, when the rules load.
    pub period: Option<DayRange>,
}

/// Returns every edition with its title; one that is refused has its id alone.
pub fn list(catalogue: &Catalogue) -> Vec<Listed> {
    let listed = |id: &str| {
        let programme = catalogue.get(id).ok();
        let period = programme.as_ref().map(|p| p.period.value);
        Listed { id: id.to_owned(), title: programme.map(|p| p.title), period }
    };
    catalogue.ids().into_iter().map(listed).collect()
}

/// What a check of the rules found for one edition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Checked {
    /// The edition.
    pub id: String,
    /// Why it was refused; nothing when it loads.
    pub refused: Option<ProgrammeError>,
    /// How many figures and readings have each mark.
    pub marks: BTreeMap<Mark, usize>,
}

/// Loads every edition and counts its marks.
pub fn check(catalogue: &Catalogue) -> Vec<Checked> {
    let checked = |id: &str| {
        let (marks, refused) = match catalogue.edition(id) {
            Ok((programme, about)) => (marks(&programme, &about), None),
            Err(error) => (BTreeMap::new(), Some(error)),
        };
        Checked { id: id.to_owned(), refused, marks }
    };
    catalogue.ids().into_iter().map(checked).collect()
}

fn marks(programme: &Programme, about: &About) -> BTreeMap<Mark, usize> {
    let mut count = BTreeMap::new();
    let figures = figure_marks(programme).into_iter();
    let told = about.deadlines.iter().map(|d| d.term.mark).chain([about.who.mark]);
    for mark in figures.chain(told).chain(programme.readings.iter().map(|r| r.mark)) {
        *count.entry(mark).or_default() += 1;
    }
    count
}

/// Returns the mark of every figure that is computed with or printed.
fn figure_marks(programme: &Programme) -> Vec<Mark> {
    let mut all = vec![
        programme.period.mark,
        programme.payment_deadline.mark,
        programme.revenue_paragraph.mark,
        programme.division.mark,
        programme.chapter.mark,
    ];
    all.extend(programme.tops_up.iter().map(|f| f.mark));
    all.extend(programme.report_days.iter().chain(&programme.return_days).map(|f| f.mark));
    all.extend(programme.service_fte_from_hours.iter().map(|f| f.mark));
    for component in &programme.components {
        match component {
            Component::WageShareUnderCeiling { base, by_contract, hired_from } => {
                all.push(base.mark);
                all.extend(hired_from.iter().map(|f| f.mark));
                all.extend(by_contract.iter().flat_map(|c| [c.share.mark, c.ceiling.mark]));
            }
            Component::WageShare { base, ceiling, seen, .. } => {
                all.extend([base.mark, ceiling.mark]);
                all.extend(seen.iter().map(|f| f.mark));
            }
            Component::OneOffSupplement {
                amount,
                reference_day,
                still_employed,
                share_of_cost,
                own_share_scope,
                fte_decimals,
                ..
            } => {
                all.extend([amount.mark, reference_day.mark, share_of_cost.mark, own_share_scope.mark]);
                all.extend(fte_decimals.iter().map(|f| f.mark));
                all.extend(still_employed.iter().map(|f| f.mark));
            }
            Component::MonthlySupplement { amount, hours, share_of_cost, own_share_scope } => {
                all.extend([amount.mark, hours.mark, share_of_cost.mark, own_share_scope.mark]);
            }
            Component::FundedSupplement { amount } => all.push(amount.mark),
        }
    }
    all
}

/// Returns the page of an edition: who, what, how much, which share of what, by when, how sure.
pub fn page(programme: &Programme, about: &About, locale: &Locale) -> String {
    let mut page = Page { locale, text: String::new() };
    page.line(0, &programme.title);
    page.line(0, &programme.id);
    page.heading("show-act");
    page.line(1, &programme.act);
    page.heading("show-period");
    let period = page.range(programme.period.value);
    page.figure(&programme.period, &period);
    page.heading("show-who");
    page.figure(&about.who, &about.who.value);
    page.heading("show-what");
    for component in &programme.components {
        page.component(component);
    }
    if let Some(earlier) = &programme.tops_up {
        page.told(earlier, "show-tops-up", "earlier", Fact::Text(earlier.value.clone()));
    }
    page.open(programme);
    page.dates(programme, about);
    page.heading("show-budget");
    let text = |figure: &Figure<String>| Fact::Text(figure.value.clone());
    let budget = page.locale.text(
        "show-budget-line",
        &[
            ("division", text(&programme.division)),
            ("chapter", text(&programme.chapter)),
            ("paragraph", text(&programme.revenue_paragraph)),
        ],
    );
    page.figure(&programme.revenue_paragraph, &budget);
    page.heading("show-readings");
    for reading in &programme.readings {
        page.line(1, &format!("{} ({})", reading.question, reading.name));
        for way in &reading.ways {
            let mark = if way.word == reading.default { "[x]" } else { "[ ]" };
            page.line(2, &format!("{mark} {}: {}", way.word, way.meaning));
        }
        page.source(reading.mark, &reading.source);
    }
    page.heading("show-form");
    page.line(1, &programme.form);
    page.heading("show-digest");
    page.line(1, &programme.digest);
    page.text
}

/// The page as it grows.
struct Page<'a> {
    locale: &'a Locale,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, indent: usize, text: &str) {
        self.text.push_str(&"  ".repeat(indent));
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn heading(&mut self, key: &str) {
        self.text.push('\n');
        self.line(0, &self.locale.text(key, &[]));
    }

    fn source(&mut self, mark: Mark, source: &str) {
        let mark = self.locale.text(mark_key(mark), &[]);
        let facts = [("mark", Fact::Text(mark)), ("source", Fact::Text(source.to_owned()))];
        self.line(2, &format!("[{}]", self.locale.text("show-source", &facts)));
    }

    fn figure<T>(&mut self, figure: &Figure<T>, words: &str) {
        self.line(1, words);
        self.source(figure.mark, &figure.source);
    }

    /// Adds a figure worded by a message with one fact.
    fn told<T>(&mut self, figure: &Figure<T>, key: &str, name: &str, fact: Fact) {
        let fact = if figure.mark == Mark::Unknown { Fact::Text("?".to_owned()) } else { fact };
        let words = self.locale.text(key, &[(name, fact)]);
        self.figure(figure, &words);
    }

    fn range(&self, range: DayRange) -> String {
        self.locale.text("show-range", &[("first", Fact::Day(range.first)), ("last", Fact::Day(range.last))])
    }

    fn component(&mut self, component: &Component) {
        match component {
            Component::WageShareUnderCeiling { base, by_contract, hired_from } => {
                self.line(1, &self.locale.text("show-wage-ceiling", &[]));
                self.base(base);
                for contract in by_contract {
                    self.contract(contract);
                }
                if let Some(day) = hired_from {
                    self.told(day, "show-hired-from", "day", Fact::Day(day.value));
                }
            }
            Component::WageShare { base, ceiling, months, .. } => {
                self.told(ceiling, "show-wage-share", "share", Fact::Percent(ceiling.value.clone()));
                self.base(base);
                if let Some(months) = months {
                    let (first, last) = (months.first.month(), months.last.month());
                    let facts = [("first", Fact::Month(first)), ("last", Fact::Month(last))];
                    self.line(1, &self.locale.text("show-months", &facts));
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
                self.told(amount, "show-one-off", "amount", Fact::Amount(amount.value));
                self.told(reference_day, "show-reference-day", "day", Fact::Day(reference_day.value));
                if let Some(days) = still_employed {
                    let range = self.range(days.value);
                    self.told(days, "show-still-employed", "days", Fact::Text(range));
                }
                let share = Fact::Percent(share_of_cost.value.clone());
                self.told(share_of_cost, "show-share-of-supplement", "share", share);
                self.scope(own_share_scope);
                if let Some(places) = fte_decimals {
                    self.told(places, "show-post-decimals", "places", Fact::Count(places.value.into()));
                }
                if *readiness {
                    self.line(1, &self.locale.text("show-readiness", &[]));
                }
            }
            Component::MonthlySupplement { amount, hours, share_of_cost, own_share_scope } => {
                self.told(amount, "show-monthly", "amount", Fact::Amount(amount.value));
                self.told(hours, "show-hours", "hours", Fact::Number(hours.value.clone()));
                let share = Fact::Percent(share_of_cost.value.clone());
                self.told(share_of_cost, "show-share-of-supplement", "share", share);
                self.scope(own_share_scope);
            }
            Component::FundedSupplement { amount } => {
                self.told(amount, "show-funded", "amount", Fact::Amount(amount.value));
            }
        }
    }

    fn contract(&mut self, contract: &ContractShare) {
        let position = match contract.position {
            Position::Assistant => "show-position-assistant",
            Position::Coordinator => "show-position-coordinator",
        };
        let who = [
            ("position", Fact::Text(self.locale.text(position, &[]))),
            ("form", Fact::Text(self.locale.text(form_key(contract.form), &[]))),
        ];
        let form = Fact::Text(self.locale.text("show-contract-of", &who));
        let unknown =
            |figure: Mark, fact| if figure == Mark::Unknown { Fact::Text("?".to_owned()) } else { fact };
        let share = unknown(contract.share.mark, Fact::Percent(contract.share.value.clone()));
        let words = self.locale.text("show-contract-share", &[("form", form.clone()), ("share", share)]);
        self.figure(&contract.share, &words);
        let amount = unknown(contract.ceiling.mark, Fact::Amount(contract.ceiling.value));
        let words = self.locale.text("show-contract-ceiling", &[("form", form), ("amount", amount)]);
        self.figure(&contract.ceiling, &words);
    }

    /// Names the figures that the municipality has to give.
    fn open(&mut self, programme: &Programme) {
        for figure in &programme.open {
            let facts = [
                ("name", Fact::Text(figure.name.clone())),
                ("example", Fact::Text(figure.example.to_owned())),
            ];
            self.line(1, &self.locale.text("show-open", &facts));
        }
    }

    fn base(&mut self, base: &Figure<WageBase>) {
        let key = match base.value {
            WageBase::GrossWithContributions => "show-base-gross-with-contributions",
            WageBase::Gross => "show-base-gross",
            WageBase::BaseAndSeniorityWithContributions => "show-base-seniority",
        };
        self.figure(base, &self.locale.text(key, &[]));
    }

    fn scope(&mut self, scope: &Figure<OwnShareScope>) {
        let key = match scope.value {
            OwnShareScope::Municipality => "show-own-share-municipality",
            OwnShareScope::Assistant => "show-own-share-assistant",
            OwnShareScope::AssistantMonth => "show-own-share-assistant-month",
        };
        self.figure(scope, &self.locale.text(key, &[]));
    }

    fn dates(&mut self, programme: &Programme, about: &About) {
        self.heading("show-rounds");
        for round in &programme.rounds {
            let range = self.range(round.period);
            self.line(1, &range);
        }
        self.heading("show-when");
        for deadline in &about.deadlines {
            self.figure(&deadline.term, &format!("{}: {}", deadline.event, deadline.term.value));
        }
        let payment = self.payment(programme, programme.payment_deadline.value);
        self.figure(&programme.payment_deadline, &payment);
        for (key, days) in [("show-report", &programme.report_days), ("show-return", &programme.return_days)]
        {
            let what = self.locale.text(key, &[]);
            match days {
                Some(days) => {
                    let facts = [("days", Fact::Count(days.value.into()))];
                    let term = self.locale.text("show-days-after", &facts);
                    self.figure(days, &format!("{what}: {term}"));
                }
                // An edition settled by calendar year names its yearly days among the deadlines.
                None if programme.settled_yearly() => {}
                None => self.line(1, &format!("{what}: {}", self.locale.text("show-by-contract", &[]))),
            }
        }
    }

    fn payment(&self, programme: &Programme, last: Day) -> String {
        let what = self.locale.text("show-payment", &[]);
        let day = if programme.settled_yearly() {
            self.locale.text("show-payment-yearly", &[("last", Fact::Day(last))])
        } else {
            self.locale.fact(&Fact::Day(last))
        };
        format!("{what}: {day}")
    }
}

fn mark_key(mark: Mark) -> &'static str {
    match mark {
        Mark::Confirmed => "mark-confirmed",
        Mark::Inferred => "mark-inferred",
        Mark::Assumed => "mark-assumed",
        Mark::Unknown => "mark-unknown",
    }
}

fn form_key(form: ContractForm) -> &'static str {
    match form {
        ContractForm::Employment => "show-contract-employment",
        ContractForm::Service => "show-contract-service",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    fn page_of(id: &str, language: Language) -> String {
        let (programme, about) = Catalogue::built_in().edition(id).expect("an edition compiled in");
        page(&programme, &about, &Locale::new(language))
    }

    #[test]
    fn the_page_tells_who_what_how_much_and_how_sure() {
        let page = page_of("asystent-rodziny-2025", Language::Polish);
        for told in [
            "Dla kogo",
            "do 200,00\u{a0}zł za przepracowany miesiąc",
            "Najwyżej 80% kosztów dodatku",
            "najwyżej 30%",
            "[potwierdzone; M.P. 2025 poz. 1093, rozdziały 2 i 7.1]",
            "najpóźniej 15 dni po dniu wykonania umowy",
            "Ostatni dzień zapłaty: 31.12.2025",
            "założenie",
            "Wniosek za cały rok: 31 października 2025 r.",
        ] {
            assert!(page.contains(told), "{told} is missing from\n{page}");
        }
        assert!(
            page_of("asystent-rodziny-2019", Language::Polish).contains("program nie mówi; decyduje umowa")
        );
    }

    #[test]
    fn every_page_is_worded_in_both_languages() {
        for id in Catalogue::built_in().ids() {
            for language in [Language::Polish, Language::English] {
                let page = page_of(id, language);
                assert!(!page.contains("show-"), "a message is missing:\n{page}");
                assert!(!page.contains("mark-"), "a message is missing:\n{page}");
            }
        }
    }

    #[test]
    fn the_list_and_the_check_name_every_edition() {
        let catalogue = Catalogue::built_in();
        let listed = list(&catalogue);
        assert_eq!(listed.len(), 16);
        assert!(listed.iter().all(|edition| edition.title.is_some()));
        let checked = check(&catalogue);
        assert!(checked.iter().all(|edition| edition.refused.is_none()));
        let of_2025 =
            checked.iter().find(|edition| edition.id == "asystent-rodziny-2025").expect("compiled in");
        assert_eq!(of_2025.marks[&Mark::Unknown], 1, "how days are counted");
    }
}
