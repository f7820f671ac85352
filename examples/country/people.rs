//! Assistants of a municipality: terms of work, pay of every month, absences.

use super::money::{Grosze, cut, share};
use super::random::Random;
use super::register::Agreement;
use super::year::{Date, Edition, last_day, later};

/// Form of a contract.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Employment.
    Employment,
    /// Mandate.
    Mandate,
    /// Provision of services.
    Services,
}

/// A period of unchanged terms.
#[derive(Clone, Debug)]
pub struct Terms {
    /// Part of a post.
    pub fte: (i64, i64),
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Option<Date>,
}

/// A payment; amounts in grosze, 0 where the cell stays blank.
#[derive(Clone, Debug, Default)]
pub struct Pay {
    /// Month it is due for.
    pub month: u32,
    /// Nominal hours; 0 in a row that pays the supplement alone.
    pub nominal: i64,
    /// Hours worked, where they are typed.
    pub hours: Option<i64>,
    /// Base salary, or a service contract's pay.
    pub base: Grosze,
    /// Seniority allowance.
    pub seniority: Grosze,
    /// An award.
    pub other: Grosze,
    /// Employer's sick pay.
    pub exempt: Grosze,
    /// Supplement of the programme.
    pub supplement: Grosze,
    /// Motivation supplement.
    pub motivation: Grosze,
    /// Pension, disability, accident, labour fund.
    pub contributions: [Grosze; 4],
    /// Payroll.
    pub list: String,
    /// Day paid.
    pub paid: Date,
}

impl Pay {
    /// What bears contributions.
    pub fn contributory(&self) -> Grosze {
        self.base + self.seniority + self.other + self.supplement + self.motivation
    }
}

/// An absence within one month.
#[derive(Clone, Debug)]
pub struct Absence {
    /// Month.
    pub month: u32,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Kind.
    pub kind: &'static str,
    /// Hours.
    pub hours: i64,
}

/// An assistant.
#[derive(Clone, Debug)]
pub struct Assistant {
    /// Identifier.
    pub id: String,
    /// Invented name.
    pub name: String,
    /// Form of all contracts.
    pub form: Form,
    /// Letter of the provision on qualification.
    pub qualification: char,
    /// Seniority allowance, in per cent.
    pub seniority: i64,
    /// Terms in order.
    pub terms: Vec<Terms>,
    /// Payments, by month and then by payroll.
    pub pays: Vec<Pay>,
    /// Absences, as they are reported or as hours already lack them.
    pub absences: Vec<Absence>,
    /// Hours worked by month; none without a contract.
    pub hours: [Option<i64>; 12],
}

const NAMES: [&str; 16] = [
    "Honorata",
    "Fabian",
    "Lidia",
    "Malwina",
    "Żaneta",
    "Gracjan",
    "Teofil",
    "Bogna",
    "Dobrawa",
    "Cyryl",
    "Eliza",
    "Jarogniew",
    "Kalina",
    "Luiza",
    "Otylia",
    "Zbysława",
];
const SURNAMES: [&str; 4] = ["Wymyślon", "Zmyślon", "Przykładn", "Umown"];

/// Makes up an assistant and a year of pay.
pub fn assistant(r: &mut Random, edition: &Edition, agreement: &Agreement, number: usize) -> Assistant {
    let form = match r.between(1, 100) {
        1..=82 => Form::Employment,
        83..=96 => Form::Mandate,
        _ => Form::Services,
    };
    let name = r.pick(&NAMES);
    let end = if name.ends_with('a') { 'a' } else { 'y' };
    let mut assistant = Assistant {
        id: format!("A{number:03}"),
        name: format!("{name} {}{end}", r.pick(&SURNAMES)),
        form,
        qualification: r.pick(&['a', 'a', 'b', 'c']),
        seniority: if form == Form::Employment { r.between(0, 20) } else { 0 },
        terms: terms(r, edition, form),
        pays: Vec::new(),
        absences: Vec::new(),
        hours: [None; 12],
    };
    if assistant.seniority < 5 {
        // The allowance is due from the fifth year of work.
        assistant.seniority = 0;
    }
    if form == Form::Employment && edition.months().contains(&7) {
        absences(r, edition, &mut assistant);
    }
    work(r, edition, agreement, &mut assistant);
    assistant
}

fn terms(r: &mut Random, edition: &Edition, form: Form) -> Vec<Terms> {
    let year = edition.year;
    let fte = match r.between(1, 100) {
        1..=72 => (1, 1),
        73..=88 => (1, 2),
        89..=95 => (3, 4),
        _ => (1, 4),
    };
    let month = |r: &mut Random, first, last| u32::try_from(r.between(first, last)).unwrap_or(1);
    let whole_year = edition.first_month == 1;
    let from = if whole_year && r.percent(18) {
        (year, month(r, 2, 10), if form == Form::Employment { r.pick(&[1, 1, 16]) } else { 1 })
    } else {
        (year - i32::try_from(r.between(1, 8)).unwrap_or(1), month(r, 1, 9), 1)
    };
    let mut terms = vec![Terms { fte, from, to: None }];
    let earlier = from < (year, 1, 2);
    if whole_year && earlier && form == Form::Employment && r.percent(7) {
        let changed = month(r, 4, 11);
        terms[0].to = Some((year, changed - 1, last_day(year, changed - 1)));
        let fte = if fte == (1, 1) { (1, 2) } else { (1, 1) };
        terms.push(Terms { fte, from: (year, changed, 1), to: None });
    } else if whole_year && earlier && r.percent(6) {
        let last = month(r, 3, 11);
        terms[0].to = Some((year, last, last_day(year, last)));
    }
    terms
}

/// A week or two of leave in July; a few days of sickness in March.
fn absences(r: &mut Random, edition: &Edition, assistant: &mut Assistant) {
    let year = edition.year;
    // A Monday.
    let monday = if year == 2024 { 8 } else { 7 };
    let mut add = |month: u32, day: u32, days: i64, last: u32, kind| {
        let from = (year, month, day);
        let to = (year, month, last);
        let Some(terms) = assistant.terms.iter().find(|t| t.covers(from) && t.covers(to)) else { return };
        let hours = 8 * days * terms.fte.0 / terms.fte.1;
        assistant.absences.push(Absence { month, from, to, kind, hours });
    };
    if r.percent(12) {
        // Two working days in either year: Tuesday and Wednesday, or Wednesday and Thursday.
        add(3, 12, 2, 13, "choroba");
    }
    match r.between(1, 100) {
        1..=40 => add(7, monday, 5, monday + 4, "urlop wypoczynkowy"),
        41..=55 => add(7, monday, 10, monday + 11, "urlop wypoczynkowy"),
        _ => {}
    }
}

impl Terms {
    /// Does the contract cover the day?
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

impl Assistant {
    /// Terms in force at the end of a month, or those that ended in it.
    pub fn terms_of(&self, year: i32, month: u32) -> Option<&Terms> {
        let (first, last) = ((year, month, 1), (year, month, last_day(year, month)));
        self.terms.iter().rev().find(|t| t.from <= last && t.to.is_none_or(|to| to >= first))
    }

    /// Part of a post in a month: hours of the nominal ones under a service contract.
    pub fn fte(&self, edition: &Edition, month: u32) -> (i64, i64) {
        let Some(terms) = self.terms_of(edition.year, month) else { return (0, 1) };
        if self.form == Form::Employment || edition.one_off() {
            return terms.fte;
        }
        let hours = self.hours.get(month as usize - 1).copied().flatten().unwrap_or(0);
        (hours.min(edition.nominal(month)), edition.nominal(month))
    }

    /// Types the hours of every month into its pay.
    pub fn type_hours(&mut self) {
        for pay in self.pays.iter_mut().filter(|pay| pay.nominal > 0) {
            pay.hours = self.hours.get(pay.month as usize - 1).copied().flatten();
        }
    }

    /// Is the supplement of a month within the programme?
    pub fn qualifies(&self, edition: &Edition, agreement_day: Date, month: u32) -> bool {
        let employed = self.terms.iter().any(|t| t.covers(agreement_day));
        let (n, d) = self.fte(edition, month);
        let hours = self.hours.get(month as usize - 1).copied().flatten();
        employed && (self.form != Form::Employment || hours.is_some_and(|h| h * d >= 120 * n))
    }
}

fn work(r: &mut Random, edition: &Edition, agreement: &Agreement, assistant: &mut Assistant) {
    // A full month of a full post, or an hour of a service contract.
    let rate = match assistant.form {
        Form::Employment => r.between(98, 144) * 5_000,
        _ => r.between(40, 66) * 100,
    };
    let usual_hours = r.between(7, 14) * 10;
    let mut arrears = Vec::new();
    for month in edition.months() {
        let Some(terms) = assistant.terms_of(edition.year, month).cloned() else { continue };
        let mut pay = if assistant.form == Form::Employment {
            employed(r, edition, agreement, assistant, &terms, month, rate)
        } else {
            serving(r, edition, assistant, month, rate, usual_hours)
        };
        let supplement = supplement(edition, agreement, assistant, month);
        if supplement > 0 && month <= agreement.arrears_until {
            let list = format!("LP/12D/{}", edition.year);
            let mut row = Pay { month, supplement, list, paid: (edition.year, 12, 29), ..Pay::default() };
            row.contributions = contributions(agreement, &terms, assistant.form, row.contributory());
            arrears.push(row);
        } else {
            pay.supplement = supplement;
        }
        pay.contributions = contributions(agreement, &terms, assistant.form, pay.contributory());
        assistant.pays.push(pay);
    }
    assistant.pays.extend(arrears);
}

fn employed(
    r: &mut Random,
    edition: &Edition,
    agreement: &Agreement,
    assistant: &mut Assistant,
    terms: &Terms,
    month: u32,
    rate: Grosze,
) -> Pay {
    let (n, d) = terms.fte;
    let nominal = edition.nominal(month);
    let half = terms.from == (edition.year, month, 16);
    let parts = if half { 2 } else { 1 };
    let absent: Vec<&Absence> = assistant.absences.iter().filter(|a| a.month == month).collect();
    let hours = nominal * n / d / parts - absent.iter().map(|a| a.hours).sum::<i64>();
    let mut base = share(rate, n, d * parts);
    let mut exempt = 0;
    if absent.iter().any(|a| a.kind == "choroba") {
        let lost = share(base, 2, 30);
        base -= lost;
        exempt = share(lost, 80, 100);
    }
    assistant.hours[month as usize - 1] = Some(hours);
    // Who works by tasks keeps no register of hours: they follow from the absences.
    let typed = half || !agreement.tasks;
    let award = month == 12 && r.percent(15);
    Pay {
        month,
        nominal,
        hours: typed.then_some(hours),
        base,
        seniority: share(base, assistant.seniority, 100),
        other: if award { r.between(2, 12) * 10_000 } else { 0 },
        exempt,
        motivation: if agreement.motivation && (edition.year, month) >= (2024, 7) {
            share(100_000, n, d * parts)
        } else {
            0
        },
        list: format!("LP/{month:02}/{}", edition.year),
        paid: paid(edition, month),
        ..Pay::default()
    }
}

fn serving(
    r: &mut Random,
    edition: &Edition,
    assistant: &mut Assistant,
    month: u32,
    rate: Grosze,
    usual: i64,
) -> Pay {
    let nominal = edition.nominal(month);
    let hours = (usual + r.between(-12, 12)).min(nominal);
    assistant.hours[month as usize - 1] = Some(hours);
    Pay {
        month,
        nominal,
        hours: Some(hours),
        base: rate * hours,
        list: format!("RU/{month:02}/{}", edition.year),
        paid: paid(edition, month),
        ..Pay::default()
    }
}

fn paid(edition: &Edition, month: u32) -> Date {
    let day = if month == 12 { 22 } else { 26 };
    later((edition.year, month, day), month % 3)
}

/// What the office pays for a month: within the programme only, since it knows its rules by then.
fn supplement(edition: &Edition, agreement: &Agreement, assistant: &Assistant, month: u32) -> Grosze {
    let request = agreement.request[edition.round(month)];
    if edition.one_off() {
        let employed = assistant.terms.iter().any(|t| t.covers(request));
        let (n, d) = assistant.fte(edition, month);
        return if month == 12 && employed { cut(10 * agreement.supplement, n, d) } else { 0 };
    }
    if !assistant.qualifies(edition, request, month) {
        return 0;
    }
    let (n, d) = assistant.fte(edition, month);
    cut(agreement.supplement, n, d)
}

fn contributions(agreement: &Agreement, terms: &Terms, form: Form, contributory: Grosze) -> [Grosze; 4] {
    // The funds are due from the minimum wage on: whoever earns less here has none.
    let funds = if form == Form::Employment && terms.fte == (1, 1) { 245 } else { 0 };
    [976, 650, agreement.accident, funds].map(|rate| share(contributory, rate, 10_000))
}
