//! National series by day, from `programmes/national/*.csv`: minimum wages, contribution rates, the caseload limit,
//! interest on arrears, seniority allowance, budget classification.
//!
//! A value holds until the next row, never past the day up to which the series was checked. A series is read when it
//! is first asked for; [`super::series`] tells how.

use std::sync::OnceLock;

use super::reader::{budget_code, money, percentage};
use super::readings::HoursWorked;
use super::refusal::Refusal;
use super::series::{Series, SeriesFile, data_lines, fault, read_mark, unknown_word};
use super::{Figure, Mark};
use crate::records::Contribution;
use crate::units::{Day, Exact, Money, Month};

/// The national series compiled in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct National(());

/// Kind of payer of contributions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Payer {
    /// A unit of public finance: pays nothing to FGŚP.
    PublicUnit,
    /// Anybody else, such as a body under art. 190: FGŚP is due where it runs a business.
    Other,
}

/// Who is exempt from contributions to the Labour Fund, and how long.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LabourFundExemption {
    /// Women from this age, in years.
    WomenFromAge,
    /// Men from this age, in years.
    MenFromAge,
    /// Months after maternity, parental or childcare leave.
    MonthsAfterParentalLeave,
    /// Months for newly hired unemployed people over 50 or under 30.
    MonthsForHiredUnemployed,
}

/// The seniority allowance of local-government employees, in shares of monthly base pay.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeniorityAllowance {
    /// Years of work after which it begins.
    pub first_years: Figure<Exact>,
    /// Share after those years.
    pub first: Figure<Exact>,
    /// What each further year adds.
    pub step: Figure<Exact>,
    /// The highest share.
    pub highest: Figure<Exact>,
}

impl SeniorityAllowance {
    /// Returns the share after whole years of work.
    pub fn after_years(&self, years: u32) -> Exact {
        let further = &Exact::whole(i64::from(years)) - &self.first_years.value;
        if further.is_negative() {
            return Exact::zero();
        }
        let share = &self.first.value + &(&self.step.value * &further);
        share.min(self.highest.value.clone())
    }

    /// Can anybody have this share? Nothing, or one of the steps.
    pub fn allows(&self, share: &Exact) -> bool {
        if share.is_zero() {
            return true;
        }
        let steps = (share - &self.first.value).checked_div(&self.step.value);
        *share >= self.first.value && *share <= self.highest.value && steps.is_some_and(|s| s.is_whole())
    }
}

/// Where money of the programme stands in the budget.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Classification {
    /// Dział of the spending.
    Division,
    /// Rozdział of spending on assistants.
    Chapter,
    /// Revenue of Labour Fund money; none before 2018.
    LabourFundRevenue,
    /// Revenue of state-budget money for own tasks.
    StateBudgetRevenue,
    /// The paragraph of 2017 for coordination by the assistant; none outside July to December 2017.
    Coordination,
}

impl Classification {
    const fn key(self) -> &'static str {
        match self {
            Self::Division => "division",
            Self::Chapter => "chapter",
            Self::LabourFundRevenue => "labour_fund_revenue",
            Self::StateBudgetRevenue => "state_budget_revenue",
            Self::Coordination => "coordination",
        }
    }
}

/// What an absence of an employee is for the hours of a month.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum AbsenceKind {
    /// Work away from the usual place: training, a business trip.
    Work,
    /// Holiday leave.
    HolidayLeave,
    /// Another absence that the employer pays for.
    Paid,
    /// Incapacity for work.
    Sickness,
    /// An absence with a social-insurance benefit: care, maternity.
    Benefit,
    /// An absence without pay.
    Unpaid,
}

impl AbsenceKind {
    /// Does the absence count as hours worked, as the clause is read? Work does by any reading.
    pub fn counts(self, read: HoursWorked) -> bool {
        match self {
            Self::Work => true,
            Self::HolidayLeave => read != HoursWorked::WorkOnly,
            Self::Paid => read == HoursWorked::EveryPaidAbsence,
            Self::Sickness | Self::Benefit | Self::Unpaid => false,
        }
    }

    /// Does pay fall with the absence? Work, holiday leave and other paid days change neither pay nor what is due on it.
    pub fn lowers_pay(self) -> bool {
        matches!(self, Self::Sickness | Self::Benefit | Self::Unpaid)
    }
}

/// Declares a file compiled in, how its values are read, an example of one, and the keys of its rows.
macro_rules! series {
    ($($name:ident: $value:ty = $file:literal, $read:path, $example:literal, [$($key:literal),*];)*) => {
        $(fn $name() -> &'static Series<$value> {
            static SERIES: OnceLock<Series<$value>> = OnceLock::new();
            let file = SeriesFile {
                name: $file,
                text: include_str!(concat!("../../programmes/national/", $file)),
                keys: &[$($key),*],
                example: $example,
            };
            SERIES.get_or_init(|| Series::read(&file, $read))
        })*

        fn faults_of_series() -> Vec<Refusal> {
            [$($name().faults()),*].concat()
        }
    };
}

series! {
    caseload: u32 = "caseload-limit.csv", families, "15", [];
    monthly_minimum: Money = "minimum-wage.csv", amount, "4666.00", [];
    hourly: Money = "hourly-minimum.csv", amount, "30.50", [];
    contributions: Exact = "employer-contributions.csv", rate, "9.76%",
        ["emerytalna", "rentowa", "wypadkowa_do_9", "fp_fs", "fgsp", "fgsp_jednostka_publiczna", "ppk",
         "ppk_najwyzsza"];
    exemptions: u32 = "labour-fund-exemptions.csv", families, "55",
        ["women_from_age", "men_from_age", "months_after_parental_leave", "months_for_hired_unemployed"];
    arrears: Exact = "tax-arrears-interest.csv", percentage, "11.00%", [];
    letter_fee: Money = "registered-letter-fee.csv", amount, "2.90", [];
    interest_basis: String = "interest-basis.csv", words, "umowa",
        ["state_unused", "state_misused", "state_undue", "statute_unused", "statute_misused", "statute_undue",
         "contract_unused", "contract_misused", "contract_undue", "passed_on", "clause_tax_arrears",
         "clause_statutory", "clause_bank", "clause_nothing"];
    information: Money = "information-duty.csv", amount, "50000.00", [];
    seniority: Exact = "seniority-allowance.csv", share_or_years, "5.00%",
        ["first_years", "first", "step", "highest"];
    absences: AbsenceKind = "absences.csv", absence, "holiday-leave",
        ["urlop wypoczynkowy", "choroba", "opieka", "urlop bezpłatny", "macierzyński", "rodzicielski",
         "wychowawczy", "szkolenie", "delegacja", "inna płatna"];
    classification: String = "budget-classification.csv", code_or_none, "85504",
        ["division", "chapter", "labour_fund_revenue", "state_budget_revenue", "coordination"];
}

const VOIVODESHIPS: &str = include_str!("../../programmes/national/voivodeships.csv");
const BUDGET_NAMES: SeriesFile = SeriesFile {
    name: "budget-names.csv",
    text: include_str!("../../programmes/national/budget-names.csv"),
    keys: &["division", "chapter", "revenue", "expenditure"],
    example: "Rodzina",
};

fn families(text: &str) -> Option<u32> {
    text.parse().ok()
}

fn words(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}

/// Reads `4666.00`: the unit is the file's.
fn amount(text: &str) -> Option<Money> {
    money(&format!("{text} PLN"))
}

/// A rate of nothing is a rate: PPK before 2021.
fn rate(text: &str) -> Option<Exact> {
    if text == "0.00%" { Some(Exact::zero()) } else { percentage(text) }
}

fn share_or_years(text: &str) -> Option<Exact> {
    percentage(text).or_else(|| text.parse::<u32>().ok().map(|years| Exact::whole(i64::from(years))))
}

fn absence(text: &str) -> Option<AbsenceKind> {
    Some(match text {
        "work" => AbsenceKind::Work,
        "holiday-leave" => AbsenceKind::HolidayLeave,
        "paid" => AbsenceKind::Paid,
        "sickness" => AbsenceKind::Sickness,
        "benefit" => AbsenceKind::Benefit,
        "unpaid" => AbsenceKind::Unpaid,
        _ => return None,
    })
}

/// From this day there is no such code.
const NO_CODE: &str = "-";

/// Reads a code, or [`NO_CODE`].
fn code_or_none(text: &str) -> Option<String> {
    if text == NO_CODE { Some(text.to_owned()) } else { budget_code(text) }
}

impl National {
    /// Returns the series compiled in; none is read yet.
    pub fn built_in() -> Self {
        Self(())
    }

    /// Returns every fault of the files compiled in: file, line, key and what is accepted. A row with a fault gives
    /// no value.
    pub fn faults(&self) -> Vec<Refusal> {
        let names = data_lines(BUDGET_NAMES.text).filter_map(|(line, text)| name_fault(line, text));
        let holidays = self.calendar().faults().iter().cloned();
        let pay = super::pay_components::faults().iter().cloned();
        let awards = super::awards::faults();
        let duties = self.yearly_duties().faults().iter().cloned();
        let more = awards.into_iter().chain(duties);
        faults_of_series().into_iter().chain(names).chain(holidays).chain(pay).chain(more).collect()
    }

    /// Returns how many families one assistant may work with at one time (art. 15 (4) of the family support act).
    pub fn caseload_limit(&self, on: Day) -> Option<Figure<u32>> {
        caseload().on("", on)
    }

    /// Returns the minimum wage of a full post in a month.
    pub fn minimum_wage(&self, month: Month) -> Option<Figure<Money>> {
        monthly_minimum().on("", month.first())
    }

    /// Returns the lowest pay for an hour under a service contract.
    pub fn hourly_minimum(&self, on: Day) -> Option<Figure<Money>> {
        hourly().on("", on)
    }

    /// Returns the employer's rate of a contribution as a fraction of its base.
    ///
    /// Nothing for what the payer sets (accident, PPK) and for sums of several contributions.
    pub fn contribution_rate(&self, which: Contribution, on: Day) -> Option<Figure<Exact>> {
        self.contribution_rate_of(which, Payer::Other, on)
    }

    /// Returns the same rate for a kind of payer: a unit of public finance pays nothing to FGŚP.
    pub fn contribution_rate_of(&self, which: Contribution, payer: Payer, on: Day) -> Option<Figure<Exact>> {
        let key = match (which, payer) {
            (Contribution::Pension, _) => "emerytalna",
            (Contribution::Disability, _) => "rentowa",
            (Contribution::LabourFund, _) => "fp_fs",
            (Contribution::Fgsp, Payer::PublicUnit) => "fgsp_jednostka_publiczna",
            (Contribution::Fgsp, Payer::Other) => "fgsp",
            _ => return None,
        };
        contributions().on(key, on)
    }

    /// Returns the accident rate of a payer with at most nine insured; a greater payer has a rate of its own.
    pub fn accident_rate_of_small_payers(&self, on: Day) -> Option<Figure<Exact>> {
        contributions().on("wypadkowa_do_9", on)
    }

    /// Returns the employer's basic rate to PPK; nothing is due where nobody takes part.
    pub fn ppk_basic_rate(&self, on: Day) -> Option<Figure<Exact>> {
        contributions().on("ppk", on)
    }

    /// Returns the highest rate to PPK: the basic and the whole additional one.
    pub fn ppk_highest_rate(&self, on: Day) -> Option<Figure<Exact>> {
        contributions().on("ppk_najwyzsza", on)
    }

    /// Returns an age or a number of months that exempts from contributions to the Labour Fund.
    pub fn labour_fund_exemption(&self, which: LabourFundExemption, on: Day) -> Option<Figure<u32>> {
        let key = match which {
            LabourFundExemption::WomenFromAge => "women_from_age",
            LabourFundExemption::MenFromAge => "men_from_age",
            LabourFundExemption::MonthsAfterParentalLeave => "months_after_parental_leave",
            LabourFundExemption::MonthsForHiredUnemployed => "months_for_hired_unemployed",
        };
        exemptions().on(key, on)
    }

    /// Returns the yearly rate of interest for tax arrears as a fraction of one.
    pub fn tax_arrears_rate(&self, on: Day) -> Option<Figure<Exact>> {
        arrears().on("", on)
    }

    /// Returns the first day after `day` on which the rate of interest changes.
    pub fn next_tax_arrears_rate(&self, day: Day) -> Option<Day> {
        arrears().next_change("", day)
    }

    /// Returns the last day for which the rates of interest were checked.
    pub fn interest_checked_up_to(&self) -> Option<Day> {
        arrears().checked_up_to()
    }

    /// Returns the fee for a registered letter; three of them are the threshold of interest (Ordynacja podatkowa,
    /// art. 54 § 1 pkt 5).
    pub fn registered_letter_fee(&self, on: Day) -> Option<Figure<Money>> {
        letter_fee().on("", on)
    }

    /// Returns the provision, or the contract, that interest on money which goes back rests on; `key` is of the closed
    /// list of `national/interest-basis.csv`.
    pub fn interest_basis(&self, key: &str, on: Day) -> Option<Figure<String>> {
        interest_basis().on(key, on)
    }

    /// Returns the co-financing above which the municipality must inform about it (Dz.U. 2021 poz. 953).
    pub fn information_duty_above(&self, on: Day) -> Option<Figure<Money>> {
        information().on("", on)
    }

    /// Returns the seniority allowance of local-government employees.
    pub fn seniority_allowance(&self, on: Day) -> Option<SeniorityAllowance> {
        let of = |key| seniority().on(key, on);
        Some(SeniorityAllowance {
            first_years: of("first_years")?,
            first: of("first")?,
            step: of("step")?,
            highest: of("highest")?,
        })
    }

    /// Returns the code of the budget classification on a day; nothing when there was none.
    pub fn classification(&self, which: Classification, on: Day) -> Option<Figure<String>> {
        classification().on(which.key(), on).filter(|figure| figure.value != NO_CODE)
    }

    /// Returns what an absence with a word of `Nieobecności` is.
    pub fn absence_kind(&self, word: &str, on: Day) -> Option<Figure<AbsenceKind>> {
        absences().on(word, on)
    }

    /// Returns the voivodeships: the two digits that their codes begin with, and the name.
    pub fn voivodeships(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        data_lines(VOIVODESHIPS).filter_map(|(_, line)| line.split_once(';'))
    }

    /// Returns the name of the voivodeship whose codes begin with the two digits.
    pub fn voivodeship(&self, prefix: &str) -> Option<&'static str> {
        self.voivodeships().find(|(code, _)| *code == prefix).map(|v| v.1)
    }

    /// Returns a voivodeship's name as it is compared: `Województwo Śląskie` is `śląskie`.
    pub fn plain_voivodeship(typed: &str) -> String {
        let plain = typed.to_lowercase().replace("województwo", "").replace(['\u{2013}', '\u{2014}'], "-");
        plain.trim().to_owned()
    }

    /// Returns the name of a budget paragraph, division or chapter.
    pub fn paragraph_name(&self, code: &str) -> Option<&'static str> {
        budget_row(code)?.next()
    }

    /// Returns the same name with its mark and source.
    pub fn paragraph(&self, code: &str) -> Option<Figure<String>> {
        let mut fields = budget_row(code)?;
        let value = fields.next()?.to_owned();
        let mark: Mark = read_mark(fields.next()?)?;
        Some(Figure { value, mark, source: fields.next()?.to_owned(), law: None })
    }
}

/// Returns name, mark and source of a code.
fn budget_row(code: &str) -> Option<impl Iterator<Item = &'static str>> {
    data_lines(BUDGET_NAMES.text).find_map(|(_, line)| {
        let mut fields = line.split(';').skip(1);
        (fields.next()? == code).then_some(fields)
    })
}

/// What is wrong with a row `kind;code;name;mark;source`.
fn name_fault(line: usize, text: &str) -> Option<Refusal> {
    let fields: Vec<&str> = text.split(';').collect();
    let [kind, code, name, mark, source] = fields.as_slice() else {
        return Some(fault(&BUDGET_NAMES, line, "row", "rules-series-row", &[]));
    };
    if !BUDGET_NAMES.keys.contains(kind) {
        return Some(unknown_word(&BUDGET_NAMES, line, "kind", kind, &BUDGET_NAMES.keys.join(", ")));
    }
    if read_mark(mark).is_none() {
        return Some(unknown_word(&BUDGET_NAMES, line, "mark", mark, "confirmed, inferred, assumed"));
    }
    let empty = [("code", code), ("name", name), ("source", source)].into_iter().find(|(_, t)| t.is_empty());
    empty.map(|(key, _)| fault(&BUDGET_NAMES, line, key, "rules-empty", &[]))
}

#[cfg(test)]
mod tests;
