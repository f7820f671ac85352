//! Interest on money that goes back: from files, or of one debt typed, to figures, findings and the F8 workbook.

use super::result::{HeadObject, MunicipalityObject};
use super::{CannotRun, Job, Run, Witnessed, witnessed};
use crate::calc::NodeId;
use crate::checks::returns;
use crate::checks::scope::Scope;
use crate::finding::code::checks::RETURNED_TOO_MUCH;
use crate::finding::render::{RenderedFinding, json, rendered_all};
use crate::finding::{self, Finding, Severity};
use crate::forms::definition::Paper;
use crate::forms::{FormFacts, Forms};
use crate::grid::Book;
use crate::interest::charges::{self, Asked, BankInterest, Charge, Computed, Typed, clause_word};
use crate::interest::paper;
use crate::locale::Locale;
use crate::programme::{Figure, National, Programme};
use crate::records::{FundComponent, HalfYear};
use crate::settlement::Settled;
use crate::source::Sources;
use crate::units::{Day, Money};
use serde::Serialize;

/// The form of the F8 sheet.
pub const FORM: &str = "f8-naliczenie-odsetek";

/// What was computed and from what.
#[derive(Debug)]
pub struct Interest {
    /// The run over files; none for a debt typed on the command line.
    pub run: Option<Run>,
    /// The edition.
    pub programme: Option<Programme>,
    /// The last day that may bear interest.
    pub as_of: Option<Day>,
    /// The debts; none where the data could not be settled.
    pub computed: Option<Computed>,
    /// Findings on interest and all errors, worst first.
    pub findings: Vec<Finding>,
}

/// Counts the interest of a submission.
pub fn of_inputs(job: &Job, asked: &Asked) -> Result<Interest, CannotRun> {
    let run = super::run(job)?;
    let about = |f: &&Finding| {
        f.severity == Severity::Error
            || f.code == &RETURNED_TOO_MUCH
            || f.code.check.is_some_and(|c| ["C17", "C18", "C19"].contains(&c))
    };
    let mut findings: Vec<Finding> = run.findings.iter().filter(about).cloned().collect();
    let mut computed = None;
    if let (Some(programme), Some(settled), Some(as_of)) = (&run.programme, &run.settled, run.as_of) {
        let scope = Scope::new(&run.submission, programme, &run.national, as_of);
        if asked.decides() {
            findings = judged_again(&scope, settled, asked, findings);
        }
        let counted = charges::of_submission(&scope, settled, asked);
        findings.extend(counted.findings.iter().cloned());
        computed = Some(counted);
    }
    finding::sort(&mut findings);
    Ok(Interest { programme: run.programme.clone(), as_of: run.as_of, run: Some(run), computed, findings })
}

/// The checks of what goes back speak of the same rules, clause and rates as the count beside them.
fn judged_again(scope: &Scope, settled: &Settled, asked: &Asked, before: Vec<Finding>) -> Vec<Finding> {
    let mut again = Vec::new();
    returns::judge_by(scope, settled, &asked.ruling(scope), &mut again);
    let (old, mut findings): (Vec<Finding>, Vec<Finding>) =
        before.into_iter().partition(|f| returns::CODES.contains(&f.code));
    for finding in again {
        let same = old.iter().find(|f| f.code == finding.code && f.at == finding.at);
        let explained = same.and_then(|f| f.explained.clone());
        let provisional = old.iter().any(|f| f.provisional);
        findings.push(Finding { provisional, explained, ..finding });
    }
    findings
}

/// Counts the interest on a debt typed on the command line; the job names the edition.
pub fn of_typed(typed: &Typed, job: &Job, asked: &Asked) -> Result<Interest, CannotRun> {
    let programme = super::edition(job)?;
    let computed = charges::of_typed(typed, &programme, &National::built_in(), asked);
    let mut findings = computed.findings.clone();
    finding::sort(&mut findings);
    let (programme, as_of) = (Some(programme), job.as_of.or(Some(typed.to)));
    Ok(Interest { run: None, programme, as_of, computed: Some(computed), findings })
}

impl Interest {
    /// Is there a finding of severity error?
    pub fn has_errors(&self) -> bool {
        finding::has_errors(&self.findings)
    }

    /// Returns the findings in words.
    pub fn rendered(&self, locale: &Locale) -> Vec<RenderedFinding> {
        rendered_all(&self.findings, self.sources(), locale)
    }

    fn sources(&self) -> &Sources {
        static NONE: Sources = Sources { files: Vec::new(), sheets: Vec::new() };
        self.run.as_ref().map_or(&NONE, |run| &run.submission.sources)
    }

    /// Fills the F8 workbook and has it computed by the second engine; nothing where there is no debt.
    pub fn workbook(&mut self, forms: &Forms) -> Result<Option<Witnessed>, CannotRun> {
        let form = forms.paper(FORM, Paper::Interest)?;
        let (Some(programme), Some(as_of)) = (&self.programme, self.as_of) else { return Ok(None) };
        let Some(computed) = self.computed.as_mut().filter(|c| !c.charges.is_empty()) else {
            return Ok(None);
        };
        let facts = match &self.run {
            Some(run) => FormFacts::new(&run.submission, programme, as_of),
            None => FormFacts {
                programme: programme.title.clone(),
                as_of: Some(as_of),
                sibling: programme.sibling,
                ..FormFacts::default()
            },
        };
        let sheets = paper::sheets(&form, &facts, computed);
        let book = Book { title: form.title.clone(), created: as_of, sheets };
        witnessed(&book, &computed.model).map(Some)
    }

    /// Returns the result for other programs.
    pub fn object(&self, locale: &Locale) -> InterestObject {
        let head = match &self.run {
            Some(run) => run.head(),
            None => HeadObject {
                programme: self.programme.as_ref().map(|p| p.id.clone()),
                municipality: MunicipalityObject { teryt: None, name: None },
                period: None,
                as_of: self.as_of.map(|day| day.to_string()),
            },
        };
        let computed = self.computed.as_ref();
        let debts = computed.iter().flat_map(|c| c.charges.iter().map(|charge| debt(c, charge))).collect();
        let bank = match computed.map(|c| &c.bank) {
            Some(BankInterest::Given(amount)) => Some(amount.to_string()),
            _ => None,
        };
        InterestObject {
            head,
            clause: computed.and_then(|c| c.clause).map(clause_word),
            debts,
            interest_due: computed.and_then(total).map(|sum| sum.to_string()),
            bank_interest_asked: computed.is_some_and(|c| c.bank != BankInterest::NotAsked),
            bank_interest: bank,
            second_engine: None,
            findings: json(&self.findings, self.sources(), locale),
        }
    }
}

/// Returns the interest due on all debts; none where one of them could not be counted.
pub fn total(computed: &Computed) -> Option<Money> {
    let free = computed.clause.is_some_and(|clause| {
        use crate::records::InterestClause::{Bank, Nothing};
        clause == Nothing || clause == Bank && computed.bank != BankInterest::NotGiven
    });
    let due = |charge: &Charge| if free { Some(Money::ZERO) } else { computed.due(charge) };
    computed.charges.iter().try_fold(Money::ZERO, |sum, charge| sum.checked_add(due(charge)?))
}

/// The result of `interest`. Amounts are text with two decimals, unrounded interest with up to six; days are ISO.
#[derive(Serialize, Debug)]
pub struct InterestObject {
    /// Programme, municipality, days.
    #[serde(flatten)]
    pub head: HeadObject,
    /// The clause of the contract that wins; null where none was given.
    pub clause: Option<&'static str>,
    /// The debts in order.
    pub debts: Vec<DebtObject>,
    /// Interest due on all of them; null where one could not be counted.
    pub interest_due: Option<String>,
    /// Does what the bank paid go back?
    pub bank_interest_asked: bool,
    /// What the bank paid; null where nobody asks for it or it was not given.
    pub bank_interest: Option<String>,
    /// The second engine that computed the workbook; null when none was written.
    pub second_engine: Option<super::result::SecondEngineObject>,
    /// Findings, worst first.
    pub findings: serde_json::Value,
}

/// A debt.
#[derive(Serialize, Debug)]
#[expect(missing_docs, reason = "the names are those of charges::Charge, documented there")]
pub struct DebtObject {
    pub ground: &'static str,
    pub component: Option<&'static str>,
    pub half_year: Option<&'static str>,
    pub source: Option<&'static str>,
    pub regime: &'static str,
    pub basis: Option<SourcedObject>,
    pub principal: String,
    pub transferred_on: Option<String>,
    pub due_on: Option<String>,
    pub bears_from: Option<String>,
    pub parts: Vec<PartObject>,
    pub sum: Option<String>,
    pub letter_fee: Option<SourcedObject>,
    pub threshold: Option<String>,
    pub rounded: Option<String>,
    pub due: Option<String>,
    pub principal_left: String,
}

/// A part of a debt.
#[derive(Serialize, Debug)]
pub struct PartObject {
    /// How much.
    pub principal: String,
    /// When it came back; null while it is owed.
    pub returned_on: Option<String>,
    /// Of the payment, what art. 55 § 2 counts as principal; null where it covers its own interest.
    pub in_proportion_principal: Option<String>,
    /// Of the payment, what it counts as interest.
    pub in_proportion_interest: Option<String>,
    /// The days of each rate.
    pub periods: Vec<PeriodObject>,
}

/// Days of one rate.
#[derive(Serialize, Debug)]
pub struct PeriodObject {
    /// First day.
    pub from: String,
    /// Last day, counted in.
    pub to: String,
    /// Number of days.
    pub days: i64,
    /// The yearly rate as a fraction of one, with mark and source.
    pub rate: SourcedObject,
    /// Interest, not rounded.
    pub interest: String,
}

/// A value with its mark and source.
#[derive(Serialize, Debug)]
pub struct SourcedObject {
    /// The value.
    pub value: String,
    /// How sure it is.
    pub mark: &'static str,
    /// Where it comes from.
    pub source: String,
}

fn sourced<T>(figure: &Figure<T>, shown: impl Fn(&T) -> String) -> SourcedObject {
    SourcedObject { value: shown(&figure.value), mark: figure.mark.word(), source: figure.source.clone() }
}

fn debt(computed: &Computed, charge: &Charge) -> DebtObject {
    let model = &computed.model;
    let amount = |id: NodeId| model.money(id).to_string();
    let steps = charge.steps.as_ref();
    let mut open = charge.parts.iter().filter(|p| p.back.is_none()).map(|p| p.principal);
    let left = open.try_fold(Money::ZERO, Money::checked_add);
    DebtObject {
        ground: charge.ground.word(),
        component: charge.component.map(FundComponent::word),
        half_year: charge.half_year.map(HalfYear::word),
        source: charge.source.map(crate::records::FundingSource::word),
        regime: charge.regime.word(),
        basis: charge.basis.as_ref().map(|figure| sourced(figure, String::clone)),
        principal: charge.principal.to_string(),
        transferred_on: charge.transferred.map(|day| day.to_string()),
        due_on: charge.due.map(|day| day.to_string()),
        bears_from: charge.bears_from.map(|day| day.to_string()),
        parts: (0..charge.parts.len()).map(|i| part(computed, charge, i)).collect(),
        sum: steps.map(|s| model.number(s.sum).to_short(6)),
        letter_fee: steps.and_then(|s| s.fee_figure.as_ref()).map(|f| sourced(f, Money::to_string)),
        threshold: steps.and_then(|s| s.threshold).map(amount),
        rounded: steps.map(|s| amount(s.rounded)),
        due: steps.map(|s| amount(s.due)),
        principal_left: left.unwrap_or(Money::ZERO).to_string(),
    }
}

fn part(computed: &Computed, charge: &Charge, index: usize) -> PartObject {
    let model = &computed.model;
    let part = &charge.parts[index];
    let steps = charge.steps.as_ref().and_then(|s| s.parts.get(index));
    let periods = steps.map_or(&[][..], |s| &s.periods).iter().map(|p| PeriodObject {
        from: p.range.first.to_string(),
        to: p.range.last.to_string(),
        days: p.range.len(),
        rate: sourced(&p.figure, |rate| rate.to_short(6)),
        interest: model.number(p.interest).to_short(6),
    });
    PartObject {
        principal: part.principal.to_string(),
        returned_on: part.back.map(|day| day.to_string()),
        in_proportion_principal: part.split.map(|(principal, _)| model.money(principal).to_string()),
        in_proportion_interest: part.split.map(|(_, interest)| model.money(interest).to_string()),
        periods: periods.collect(),
    }
}
