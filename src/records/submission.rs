//! The facts of one municipality, typed, each value with its cell.
//!
//! Built by intake from the rows of [`super::Table`]. A row with `rejected` set carries an error and must be left out
//! of every figure; it stays here so that the input copy and the checks still see it.

use super::kinds::{
    ContractForm, Contribution, FundComponent, FundingSource, HalfYear, InterestClause, Position,
};
use super::{Table, TableId};
use crate::programme::pay_components::PayComponent;
use crate::source::{CellRef, Sourced, Sources};
use crate::units::{Day, Exact, Money, Month};

/// A value that may not have been given.
pub type Given<T> = Option<Sourced<T>>;

/// `Umowa`.
#[derive(Clone, Debug, Default)]
pub struct Agreement {
    /// Województwo.
    pub voivodeship: Given<String>,
    /// Kod TERYT, as typed.
    pub teryt: Given<String>,
    /// Nazwa gminy.
    pub municipality: Given<String>,
    /// Nazwa jednostki.
    pub unit: Given<String>,
    /// Programme id.
    pub programme: Given<String>,
    /// First day settled.
    pub period_from: Given<Day>,
    /// Last day settled.
    pub period_to: Given<Day>,
    /// Day the request was filed.
    pub request_day: Given<Day>,
    /// Day the first half-year's request was filed.
    pub request_day_1: Given<Day>,
    /// Day the second half-year's request was filed.
    pub request_day_2: Given<Day>,
    /// Numer umowy.
    pub agreement_number: Given<String>,
    /// Data umowy.
    pub agreement_day: Given<Day>,
    /// Numer aneksu.
    pub amendment_number: Given<String>,
    /// Data aneksu.
    pub amendment_day: Given<Day>,
    /// Level of co-financing of the employment cost, as a fraction of one.
    pub level: Given<Exact>,
    /// Last payment day of the contract.
    pub payment_deadline: Given<Day>,
    /// Day of completion.
    pub completion_day: Given<Day>,
    /// Report due.
    pub report_deadline: Given<Day>,
    /// Return due.
    pub return_deadline: Given<Day>,
    /// Payer's accident-insurance rate, as a fraction of one.
    pub accident_rate: Given<Exact>,
    /// Bank interest earned on the money.
    pub bank_interest: Given<Money>,
    /// What the contract says of interest.
    pub interest_clause: Given<InterestClause>,
    /// Sporządził.
    pub prepared_by: Given<String>,
    /// Główny księgowy.
    pub chief_accountant: Given<String>,
    /// Kierownik jednostki.
    pub head_of_unit: Given<String>,
    /// Wójt, burmistrz or prezydent.
    pub mayor: Given<String>,
}

impl Agreement {
    /// Returns the day of a half-year's own request; none for a round that is the whole year.
    pub fn request_of(&self, half_year: Option<HalfYear>) -> Option<&Sourced<Day>> {
        match half_year? {
            HalfYear::First => self.request_day_1.as_ref(),
            HalfYear::Second => self.request_day_2.as_ref(),
        }
    }
}

/// A row of `Środki`.
#[derive(Clone, Debug)]
pub struct Fund {
    /// The row's first cell.
    pub at: CellRef,
    /// Left out of figures.
    pub rejected: bool,
    /// Which component.
    pub component: Sourced<FundComponent>,
    /// Which half-year; none: the whole settlement period.
    pub half_year: Given<HalfYear>,
    /// Who pays; none: the Labour Fund.
    pub source: Given<FundingSource>,
    /// Requested.
    pub requested: Given<Money>,
    /// Awarded after the last amendment; none: does not bind.
    pub awarded: Given<Money>,
    /// Received.
    pub received: Given<Money>,
    /// Day received.
    pub received_on: Given<Day>,
}

impl Fund {
    /// Returns who pays: the Labour Fund where the row does not say.
    pub fn paid_by(&self) -> FundingSource {
        self.source.as_ref().map_or(FundingSource::LabourFund, |source| source.value)
    }
}

/// A row of `Zatrudnienie`: a period of unchanged terms.
#[derive(Clone, Debug)]
pub struct Employment {
    /// The row's first cell.
    pub at: CellRef,
    /// Left out of figures.
    pub rejected: bool,
    /// Identifikator.
    pub assistant: Sourced<String>,
    /// Imię i nazwisko.
    pub name: Given<String>,
    /// Stanowisko.
    pub position: Given<String>,
    /// Form of contract.
    pub form: Sourced<ContractForm>,
    /// Post.
    pub fte: Given<Exact>,
    /// First day.
    pub from: Sourced<Day>,
    /// Last day; none: still employed.
    pub to: Given<Day>,
    /// Ready for "Za życiem" support.
    pub ready: Given<bool>,
    /// Podstawa kwalifikacji.
    pub qualification: Given<String>,
    /// Also a social worker.
    pub social_worker: Given<bool>,
    /// Seniority allowance, as a fraction of one.
    pub seniority_rate: Given<Exact>,
    /// Exempt from the Labour Fund contribution.
    pub fp_exempt: Given<bool>,
    /// Employer under art. 190.
    pub employer: Given<String>,
    /// Replaced assistant.
    pub replaces: Given<String>,
}

impl Employment {
    /// Returns what the person is employed as; an assistant where nothing is given.
    pub fn employed_as(&self) -> Position {
        match &self.position {
            Some(given) if given.value == Position::Coordinator.word() => Position::Coordinator,
            _ => Position::Assistant,
        }
    }
}

/// A row of `Płace`: a payment.
#[derive(Clone, Debug)]
pub struct Payment {
    /// The row's first cell.
    pub at: CellRef,
    /// Left out of figures.
    pub rejected: bool,
    /// Identyfikator.
    pub assistant: Sourced<String>,
    /// Month the pay is due for.
    pub month: Sourced<Month>,
    /// Form of contract, where a person has both.
    pub form: Given<ContractForm>,
    /// Hours of a full post in the month.
    pub nominal_hours: Given<Exact>,
    /// Hours worked.
    pub hours: Given<Exact>,
    /// All pay without the two supplements, where the table has no components.
    pub gross: Given<Money>,
    /// Base salary; a service contract's pay.
    pub base: Given<Money>,
    /// Seniority allowance.
    pub seniority: Given<Money>,
    /// Other components that bear contributions.
    pub other_contributory: Given<Money>,
    /// Other components without contributions.
    pub other_exempt: Given<Money>,
    /// Components of pay with a column of their own that have a value, in the schema's order.
    pub components: Vec<(&'static PayComponent, Sourced<Money>)>,
    /// The programme's supplement, whole gross.
    pub supplement: Given<Money>,
    /// Motivation supplement.
    pub motivation: Given<Money>,
    /// Contribution columns that have a value, in the schema's order.
    pub contributions: Vec<(Contribution, Sourced<Money>)>,
    /// Of which on other components.
    pub on_other: Given<Money>,
    /// Of which on the programme's supplement.
    pub on_supplement: Given<Money>,
    /// Of which on the motivation supplement.
    pub on_motivation: Given<Money>,
    /// Part that another grant pays.
    pub other_public: Given<Money>,
    /// Numer listy płac.
    pub payroll: Given<String>,
    /// Day paid.
    pub paid_on: Given<Day>,
    /// Day the contributions were paid; none: as `paid_on`.
    pub contributions_paid_on: Given<Day>,
}

/// A row of `Nieobecności`.
#[derive(Clone, Debug)]
pub struct Absence {
    /// The row's first cell.
    pub at: CellRef,
    /// Left out of figures.
    pub rejected: bool,
    /// Identyfikator.
    pub assistant: Sourced<String>,
    /// First day.
    pub from: Sourced<Day>,
    /// Last day.
    pub to: Sourced<Day>,
    /// Kind, in canonical spelling.
    pub kind: Sourced<&'static str>,
    /// Hours.
    pub hours: Given<Exact>,
}

/// A row of `Rodziny`.
#[derive(Clone, Debug)]
pub struct Family {
    /// The row's first cell.
    pub at: CellRef,
    /// Left out of figures.
    pub rejected: bool,
    /// Family code.
    pub family: Sourced<String>,
    /// Identyfikator asystenta.
    pub assistant: Sourced<String>,
    /// First day.
    pub from: Sourced<Day>,
    /// Last day; none: still open.
    pub to: Given<Day>,
    /// Podstawa przydzielenia.
    pub ground: Given<&'static str>,
    /// Kategoria.
    pub category: Given<&'static str>,
    /// Liczba dzieci.
    pub children: Given<Exact>,
    /// Dzieci w pieczy.
    pub children_in_care: Given<Exact>,
    /// Porady "Za życiem".
    pub advised: Given<bool>,
    /// Dzieci objęte poradami.
    pub children_advised: Given<Exact>,
    /// Kobieta w zagrożonej ciąży.
    pub endangered_pregnancy: Given<bool>,
    /// Koordynacja wsparcia.
    pub coordination: Given<bool>,
    /// Data planu pracy.
    pub plan_day: Given<Day>,
    /// Data ostatniej oceny.
    pub assessment_day: Given<Day>,
    /// Przyczyna zakończenia.
    pub end_reason: Given<&'static str>,
    /// Monitorowanie do.
    pub monitored_until: Given<Day>,
}

/// A row of `Rodziny - zestawienie` with counts; assistant `gmina` is the distinct total.
#[derive(Clone, Debug)]
pub struct FamilyTotals {
    /// The row's first cell.
    pub at: CellRef,
    /// Left out of figures.
    pub rejected: bool,
    /// Identyfikator, or `gmina`.
    pub assistant: Sourced<String>,
    /// Counts in the order of the schema: families, children, advised, children advised, endangered pregnancy,
    /// coordination.
    pub counts: [Given<Exact>; 6],
}

/// A row of the monthly caseload list.
#[derive(Clone, Debug)]
pub struct CaseloadMonth {
    /// The row's first cell.
    pub at: CellRef,
    /// Identyfikator.
    pub assistant: Sourced<String>,
    /// Month.
    pub month: Sourced<Month>,
    /// Highest number of families at one time.
    pub peak: Sourced<Exact>,
}

/// A row of `Zwroty`.
#[derive(Clone, Debug)]
pub struct Refund {
    /// The row's first cell.
    pub at: CellRef,
    /// Left out of figures.
    pub rejected: bool,
    /// Day returned.
    pub date: Sourced<Day>,
    /// Component.
    pub component: Sourced<FundComponent>,
    /// Half-year.
    pub half_year: Given<HalfYear>,
    /// Principal.
    pub principal: Sourced<Money>,
    /// Interest.
    pub interest: Given<Money>,
    /// Bank interest.
    pub bank_interest: Given<Money>,
}

/// A row of `Ustalenia`.
#[derive(Clone, Debug)]
pub struct Determination {
    /// The row's first cell.
    pub at: CellRef,
    /// Left out of figures.
    pub rejected: bool,
    /// Day of finding.
    pub date: Sourced<Day>,
    /// Component.
    pub component: Sourced<FundComponent>,
    /// Half-year.
    pub half_year: Given<HalfYear>,
    /// Identyfikator asystenta.
    pub assistant: Given<String>,
    /// Month.
    pub month: Given<Month>,
    /// Kind, in canonical spelling.
    pub kind: Sourced<&'static str>,
    /// Amount.
    pub amount: Sourced<Money>,
    /// Data zwrotu.
    pub refunded_on: Given<Day>,
}

impl Determination {
    /// Returns the half-year that the finding speaks of: as given, else the one its month lies in.
    pub fn speaks_of(&self) -> Option<HalfYear> {
        let of_month = || self.month.as_ref().map(|month| HalfYear::of(month.value));
        self.half_year.as_ref().map(|half| half.value).or_else(of_month)
    }
}

/// A row of `Odczytania`.
#[derive(Clone, Debug)]
pub struct ReadingChoice {
    /// Name of the reading.
    pub name: Sourced<String>,
    /// Value chosen.
    pub value: Sourced<String>,
    /// Letter and date.
    pub basis: Given<String>,
    /// Who accepted it.
    pub by: Given<String>,
}

/// A row of `Wyjaśnienia`.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// Finding code.
    pub code: Sourced<String>,
    /// Identyfikator asystenta.
    pub assistant: Given<String>,
    /// Month.
    pub month: Given<Month>,
    /// Text.
    pub text: Sourced<String>,
    /// Who.
    pub by: Sourced<String>,
    /// When.
    pub date: Sourced<Day>,
}

/// A row of `Księgi`.
#[derive(Clone, Debug)]
pub struct LedgerLine {
    /// Budget paragraph.
    pub paragraph: Sourced<String>,
    /// Turnover.
    pub turnover: Sourced<Money>,
    /// Of which the programme.
    pub programme: Given<Money>,
    /// Of which other people.
    pub others: Given<Money>,
}

/// The header row of a table as the office wrote it, in the order of its sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Headings {
    /// Which table.
    pub table: TableId,
    /// Texts as typed, each with the key of its column; none: a column that the program does not read.
    pub columns: Vec<(Option<&'static str>, String)>,
}

/// Everything a municipality handed in.
#[derive(Clone, Debug, Default)]
pub struct Submission {
    /// Files and sheets.
    pub sources: Sources,
    /// All tables as read, in the order of the schema, for the input copy.
    pub tables: Vec<Table>,
    /// `Umowa`.
    pub agreement: Agreement,
    /// `Środki`.
    pub funds: Vec<Fund>,
    /// `Zatrudnienie`.
    pub employments: Vec<Employment>,
    /// `Płace`.
    pub payments: Vec<Payment>,
    /// `Nieobecności`.
    pub absences: Vec<Absence>,
    /// `Rodziny`.
    pub families: Vec<Family>,
    /// `Rodziny - zestawienie`, counts.
    pub family_totals: Vec<FamilyTotals>,
    /// `Rodziny - zestawienie`, months.
    pub caseload_months: Vec<CaseloadMonth>,
    /// `Zwroty`.
    pub refunds: Vec<Refund>,
    /// `Ustalenia`.
    pub determinations: Vec<Determination>,
    /// `Odczytania`.
    pub readings: Vec<ReadingChoice>,
    /// `Wyjaśnienia`.
    pub explanations: Vec<Explanation>,
    /// `Księgi`.
    pub ledger: Vec<LedgerLine>,
    /// Header rows as the office wrote them, to start its next year with; no figure looks at them.
    pub headings: Vec<Headings>,
    /// Plan of the coming year; no settlement looks at it.
    pub plan: super::Plan,
}

impl Submission {
    /// Returns the first table of a kind as read.
    pub fn table(&self, id: super::TableId) -> Option<&Table> {
        self.tables.iter().find(|t| t.id == id)
    }
}
