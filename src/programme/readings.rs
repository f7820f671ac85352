//! Readings: the open and inferred clauses of the editions, each a switch with a name and a closed list of ways to
//! understand it.
//!
//! The closed list lives here, because each way is a branch of the settlement. Which readings an edition has, which of
//! them it starts from, with what certainty and on what ground, is data of its rules file; the words for people stand
//! in `programmes/readings.toml`. Interpretation is the voivode's task: nothing here prefers a reading.

use std::sync::OnceLock;

use super::Mark;
use super::load::{self, Value};
use crate::source::CellRef;

/// A switch: a type whose values are the ways to read one clause.
pub trait Switch: Copy + PartialEq + 'static {
    /// Name in rules files, in `Odczytania` and on the command line.
    const NAME: &'static str;
    /// Every way with its word; the first stands where an edition does not have the reading.
    const WORDS: &'static [(&'static str, Self)];
}

macro_rules! switches {
    ($($(#[$about:meta])* $name:ident $key:literal { $($(#[$way:meta])* $value:ident $word:literal,)+ })+) => {
        $(
            $(#[$about])*
            #[derive(Clone, Copy, PartialEq, Eq, Debug)]
            pub enum $name { $($(#[$way])* $value,)+ }

            impl Switch for $name {
                const NAME: &'static str = $key;
                const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$value),)+];
            }
        )+

        /// Name and words of every switch.
        pub const SWITCHES: &[(&str, &[&str])] = &[$(($key, &[$($word,)+]),)+];
    };
}

switches! {
    /// Over what the share of a supplement's cost is measured.
    OwnShareScope "own-share-measured" {
        /// For each assistant and month.
        AssistantMonth "assistant-month",
        /// For each assistant.
        Assistant "assistant",
        /// For the municipality and period as a whole.
        Municipality "municipality",
    }
    /// What the cost of a supplement holds.
    SupplementCost "supplement-cost" {
        /// The supplement and the employer's contributions on it.
        WithContributions "with-contributions",
        /// The gross supplement alone.
        Gross "gross",
    }
    /// What counts as hours worked in the condition of hours.
    HoursWorked "hours-worked" {
        /// Work alone.
        WorkOnly "work-only",
        /// Work and holiday leave.
        WithHolidayLeave "with-holiday-leave",
        /// Every paid absence but sickness.
        EveryPaidAbsence "every-paid-absence",
    }
    /// How the condition of hours is met under a service contract.
    ServiceHours "service-hours" {
        /// By definition: its post is those hours.
        ByDefinition "by-definition",
        /// Hours of a full post, scaled by the post typed in the contract.
        ScaledByPost "scaled-by-post",
    }
    /// Decimals of a post before it is multiplied.
    PostRounding "post-rounding" {
        /// The exact fraction.
        Exact "exact",
        /// Two decimals, half up.
        TwoDecimals "two-decimals",
    }
    /// In which months the form shows posts.
    PostsShown "posts-shown" {
        /// Months for which a supplement was granted.
        GrantedMonths "granted-months",
        /// Every month under contract.
        ContractMonths "contract-months",
    }
    /// How a month is split when terms change in the middle of it.
    MidMonthChange "mid-month-change" {
        /// By calendar days.
        Days "days",
        /// By working hours of the calendar.
        Hours "hours",
        /// The post held on the reference day.
        ReferenceDay "reference-day",
    }
    /// What parallel contracts of one person make.
    ParallelContracts "parallel-contracts" {
        /// Their posts add up.
        AddUp "add-up",
        /// The largest post counts.
        Largest "largest",
    }
    /// For how many posts one person may count.
    PostCap "post-cap" {
        /// At most one.
        One "one",
        /// As many as the contracts make.
        None "none",
    }
    /// Where the post of a service contract comes from.
    ServicePost "service-post" {
        /// The contract; hours worked where it names no post.
        Contract "contract",
        /// Hours worked over the hours of a full post.
        HoursOfMonth "hours-of-month",
    }
    /// Whether pay under a service contract counts, which knows no base salary.
    ServicePay "service-pay" {
        /// The whole of it.
        Whole "whole",
        /// None of it.
        Out "out",
    }
    /// The employer's sick pay in the cost of employment.
    SickPay "sick-pay" {
        /// Outside.
        Out "out",
        /// Inside.
        In "in",
    }
    /// Holiday pay in the cost of employment.
    HolidayPay "holiday-pay" {
        /// Continued base salary.
        Base "base",
        /// Outside.
        Out "out",
    }
    /// Contributions on components of pay that are outside the cost.
    ExcludedContributions "contributions-on-excluded-pay" {
        /// Outside as well.
        Out "out",
        /// Inside: the text excludes pay, not contributions.
        In "in",
    }
    /// What "gross pay" holds.
    WageBase "wage-base" {
        /// All gross pay (2017-2019).
        Gross "gross",
        /// All gross pay and contributions (2012-2016).
        GrossWithContributions "gross-with-contributions",
        /// Base salary, seniority allowance and their contributions (2023-2025).
        BaseAndSeniorityWithContributions "base-and-seniority-with-contributions",
    }
    /// Where and how the supplement is rounded.
    SupplementRounding "supplement-rounding" {
        /// Each limit is cut to the grosz.
        CutEach "cut-each",
        /// Each limit is rounded half up.
        HalfUpEach "half-up-each",
        /// The sum is cut to the grosz.
        CutTotal "cut-total",
        /// The sum is rounded half up.
        HalfUpTotal "half-up-total",
    }
    /// Where and how the share of wages is rounded.
    EmploymentRounding "employment-rounding" {
        /// The sum is cut to the grosz.
        CutTotal "cut-total",
        /// The sum is rounded half up.
        HalfUpTotal "half-up-total",
        /// Each assistant-month is cut to the grosz.
        CutEach "cut-each",
        /// Each assistant-month is rounded half up.
        HalfUpEach "half-up-each",
    }
    /// How money is shared out to lines when an award binds.
    BindingAward "binding-award" {
        /// In proportion to the limits.
        InProportion "in-proportion",
        /// In the order of months until it runs out.
        InTimeOrder "in-time-order",
        /// As the office booked it.
        AsBooked "as-booked",
    }
    /// How co-financing is shared out to budget paragraphs.
    ParagraphShares "paragraph-shares" {
        /// In proportion to their eligible cost.
        ByCost "by-cost",
        /// In the order of paragraphs until it runs out.
        InOrder "in-order",
    }
    /// How two sources of one component are settled.
    TwoSources "two-sources" {
        /// In the proportion of their awards.
        InProportion "in-proportion",
        /// The state budget first.
        StateBudgetFirst "state-budget-first",
        /// The Labour Fund first.
        LabourFundFirst "labour-fund-first",
    }
    /// What a caseload above the limit does to the money.
    CaseloadMoney "caseload-money" {
        /// Nothing: no text says that it does.
        NoEffect "no-effect",
        /// The assistant's month earns nothing.
        MonthExcluded "month-excluded",
    }
    /// On which day an assistant must be employed when there were two requests.
    RequestDays "request-days" {
        /// For each half-year the day of its own request.
        EachHalfYear "each-half-year",
        /// For both the day of the first request.
        FirstRequest "first-request",
    }
    /// A month without any pay in the averages of the form.
    UnpaidMonth "unpaid-month" {
        /// Neither the person nor the post counts.
        NotCounted "not-counted",
        /// Both count while the contract lasts.
        Counted "counted",
    }
    /// Which level stands where none is given.
    LevelNotGiven "level-not-given" {
        /// The highest that the edition allows.
        Ceiling "ceiling",
        /// The other one that was published.
        Seen "seen",
    }
    /// Pay of the settled months that was paid before the announcement.
    EarlyPay "early-pay" {
        /// Counts.
        Counts "counts",
        /// Does not count.
        Out "out",
    }
    /// Whether readiness for "Za życiem" support is a condition.
    Readiness "readiness" {
        /// It is.
        Required "required",
        /// It is not.
        NotRequired "not-required",
    }
    /// An assistant whose readiness was not stated.
    BlankReadiness "blank-readiness" {
        /// Is ready.
        Ready "ready",
        /// Is not.
        NotReady "not-ready",
    }
    /// Contributions when the supplement paid is above the funded amount.
    FundedContributions "funded-contributions" {
        /// In proportion to the funded part.
        InProportion "in-proportion",
        /// All of them.
        Whole "whole",
    }
    /// Who says how money is returned and with what interest.
    ReturnRegime "return-regime" {
        /// Statute: art. 197 (8)-(10) of the family support act, arts. 168-169 of the public finance act.
        Statute "statute",
        /// The contract and the programme, with bank interest.
        Contract "contract",
    }
    /// From which day interest runs.
    InterestFirstDay "interest-first-day" {
        /// From the day itself that the article names.
        SameDay "same-day",
        /// From the day after it.
        NextDay "next-day",
    }
    /// What becomes of a term whose last day is free of work.
    DaysCounted "days-counted" {
        /// Nothing: calendar days.
        Calendar "calendar",
        /// It moves to the next working day.
        NextWorkingDay "next-working-day",
    }
}

/// One way to read a clause, in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Way {
    /// Its word.
    pub word: &'static str,
    /// What it means, a Polish sentence.
    pub meaning: String,
}

/// Whose reading is in force instead of the default.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choice {
    /// The letter it rests on, with its day; empty when none was given.
    pub basis: String,
    /// Who accepted it; empty when not said.
    pub by: String,
    /// The cell of `Odczytania`; none when it came from the command line.
    pub at: Option<CellRef>,
}

/// A clause that can be read in several ways, and the way in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    /// Stable name.
    pub name: &'static str,
    /// The question, in Polish.
    pub question: String,
    /// The ways that this edition admits, at least two.
    pub ways: Vec<Way>,
    /// The word the edition starts from.
    pub default: &'static str,
    /// The word in force.
    pub in_force: &'static str,
    /// How sure the default is.
    pub mark: Mark,
    /// Ground of the default, in words.
    pub source: String,
    /// Who chose the word in force, when somebody did.
    pub choice: Option<Choice>,
}

impl Reading {
    /// Returns the way in force, in words.
    pub fn used(&self) -> &str {
        self.ways.iter().find(|way| way.word == self.in_force).map_or("", |way| &way.meaning)
    }

    /// Returns how sure the way in force is and on what it rests, in Polish.
    pub fn basis(&self) -> (&'static str, String) {
        let Some(choice) = &self.choice else { return (self.mark.polish(), self.source.clone()) };
        let mut text = match (choice.basis.is_empty(), choice.at.is_some()) {
            (false, _) => choice.basis.clone(),
            (true, true) => "wybór gminy w arkuszu Odczytania; nie podano pisma".to_owned(),
            (true, false) => "wybór w poleceniu (--reading); nie podano pisma".to_owned(),
        };
        if !choice.by.is_empty() {
            text.push_str("; przyjęcie: ");
            text.push_str(&choice.by);
        }
        (if choice.basis.is_empty() { "bez pisma" } else { "pismo" }, text)
    }

    /// Does a letter stand behind the way in force?
    pub fn has_letter(&self) -> bool {
        self.choice.as_ref().is_some_and(|choice| !choice.basis.is_empty())
    }
}

/// Returns the name and the words of a switch, as the program knows them.
pub fn switch(name: &str) -> Option<(&'static str, &'static [&'static str])> {
    SWITCHES.iter().find(|(key, _)| *key == name).copied()
}

/// Returns the question of a switch and what each of its words means, in Polish.
pub fn words(name: &str) -> Option<(&'static str, Vec<(&'static str, &'static str)>)> {
    let (_, question, ways) = vocabulary().iter().find(|(key, ..)| *key == name)?;
    Some((question, ways.iter().map(|(word, meaning)| (*word, meaning.as_str())).collect()))
}

type Vocabulary = Vec<(&'static str, String, Vec<(&'static str, String)>)>;

/// The words for people. What the file lacks stays empty; a test forbids it.
fn vocabulary() -> &'static Vocabulary {
    static WORDS: OnceLock<Vocabulary> = OnceLock::new();
    WORDS.get_or_init(|| {
        let tree = load::parse(include_str!("../../programmes/readings.toml")).ok();
        let text = |table: &str, key: &str| {
            let Some(Value::Table(root)) = tree.as_ref().map(|node| &node.value) else {
                return String::new();
            };
            let Some(Value::Table(table)) = root.get(table).map(|node| &node.value) else {
                return String::new();
            };
            match table.get(key).map(|node| &node.value) {
                Some(Value::Text(text)) => text.clone(),
                _ => String::new(),
            }
        };
        let ways =
            |name: &str, words: &[&'static str]| words.iter().map(|word| (*word, text(name, word))).collect();
        SWITCHES.iter().map(|(name, all)| (*name, text(name, "question"), ways(name, all))).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_switch_has_a_question_and_every_way_a_sentence() {
        for (name, words) in SWITCHES {
            let (question, ways) = super::words(name).expect("a switch has words");
            assert!(question.ends_with('?'), "{name}: {question}");
            assert_eq!(ways.len(), words.len());
            for (word, meaning) in ways {
                assert!(meaning.ends_with('.'), "{name} {word}: {meaning}");
            }
        }
    }

    #[test]
    fn the_file_of_words_knows_no_other_switch_or_way() {
        let tree =
            load::parse(include_str!("../../programmes/readings.toml")).expect("readings.toml is TOML");
        let Value::Table(root) = tree.value else { panic!("readings.toml is a table") };
        for (name, node) in root {
            let (_, words) = switch(&name).unwrap_or_else(|| panic!("no such switch: {name}"));
            let Value::Table(table) = node.value else { panic!("{name} is a table") };
            for key in table.keys() {
                assert!(key == "question" || words.contains(&key.as_str()), "{name}.{key}");
            }
        }
    }
}
