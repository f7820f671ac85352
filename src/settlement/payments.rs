//! What of each payment counts: one row for each row of `Płace` that belongs to a line.
//!
//! Nothing is rounded here but the contributions computed on a part of pay, each column to the grosz. A payment made
//! after the last payment day, or without a day, counts as zero.

use std::sync::Arc;

use super::cells;
use super::figures::StepTable;
use super::paragraph_parts::On;
use super::pay_columns::{PayColumn, PayColumns};
use super::table::TableBuilder;
use super::work::Work;
use crate::calc::{Cond, Expr, Format, NodeId};
use crate::programme::pay_components::PayClass;
use crate::programme::readings::{EarlyPay, ExcludedContributions, ServicePay, SupplementCost};
use crate::programme::{Component, WageBase};
use crate::records::{ContractForm, Contribution};
use crate::source::CellRef;

/// A part of a payment's contributions that the base leaves out: what it is paid on, and how much.
#[derive(Clone, Debug)]
pub struct OutsidePart {
    /// On what the contributions are paid.
    pub on: On,
    /// The amounts they are paid on.
    pub of: Vec<NodeId>,
    /// The cell that may give the part as one amount.
    pub given: Option<NodeId>,
    /// The part, as given or computed.
    contributions: NodeId,
}

/// What one payment adds to its line.
#[derive(Clone, Debug)]
pub struct PaymentNodes {
    /// Pay in the base.
    pub eligible_pay: NodeId,
    /// Contributions in the base.
    pub eligible_contributions: NodeId,
    /// Pay and contributions in the base, less other public money.
    pub wage: NodeId,
    /// Other public money taken out of `wage`.
    pub other_public: NodeId,
    /// Programme supplement with its contributions.
    pub supplement: NodeId,
    /// Motivation supplement.
    pub motivation: NodeId,
    /// Contributions on the motivation supplement.
    pub on_motivation: NodeId,
    /// All contributions on other components, on holiday pay that a reading leaves out, and on the programme's
    /// supplement, whether they count or not.
    pub on_other: NodeId,
    /// See `on_other`; none where no holiday pay is left out.
    pub on_holiday_pay: Option<NodeId>,
    /// See `on_other`.
    pub on_supplement: NodeId,
    /// Contributions on the motivation supplement, whether they count or not.
    pub on_motivation_paid: NodeId,
    /// Does the base hold base salary and seniority allowance only, and so leave components out by name?
    pub narrow: bool,
    /// What the base leaves out of the contributions.
    pub outside: Vec<OutsidePart>,
    /// All contributions, and what they are reckoned from.
    pub all_contributions: [NodeId; 2],
    /// Does the base hold contributions at all?
    pub base_holds_contributions: bool,
    /// 1 when the pay counts, and 1 when the contributions count.
    pub counted: (NodeId, NodeId),
}

/// Builds the table of payments.
pub struct Payments {
    table: TableBuilder,
    base: Option<WageBase>,
    columns: PayColumns,
    known: Arc<[KnownPayment]>,
    next: usize,
}

/// What a payment adds, where another settlement of the same facts worked it out.
pub type KnownPayment = (usize, ContractForm, Arc<PaymentNodes>);

impl Payments {
    /// Returns an empty table for an edition.
    pub fn new(work: &Work<'_>) -> Self {
        let rule = work.wage_rule().and_then(|c| match c {
            Component::WageShareUnderCeiling { base, .. } | Component::WageShare { base, .. } => Some(base),
            _ => None,
        });
        let basis = rule.map_or_else(String::new, |f| f.source.clone());
        let cash = "zasada kasowości: ustawa o finansach publicznych, art. 168 ust. 4; termin z umowy";
        let table = TableBuilder::new(
            "Obliczenia - wypłaty",
            "Kwoty uwzględniane z każdej wypłaty",
            &[
                ("assistant", "Identyfikator asystenta", "", Format::Text),
                ("month", "Miesiąc", "", Format::Month),
                ("paid_on", "Data zapłaty", "", Format::Day),
                ("counted", "Wypłata w terminie (1 - tak, 0 - nie)", cash, Format::Count),
                ("contributions_counted", "Pochodne w terminie (1 - tak, 0 - nie)", cash, Format::Count),
                ("contributions", "Pochodne razem", "", Format::Money),
                ("contributory", "Podstawa pochodnych", "", Format::Money),
                ("on_other", "Pochodne od innych składników", "", Format::Money),
                ("on_holiday_pay", "Pochodne od wynagrodzenia urlopowego", "", Format::Money),
                ("on_supplement", "Pochodne od dodatku z Programu", "", Format::Money),
                ("on_motivation", "Pochodne od dodatku motywacyjnego", "", Format::Money),
                ("eligible_pay", "Wynagrodzenie uwzględniane", &basis, Format::Money),
                ("eligible_contributions", "Pochodne uwzględniane", &basis, Format::Money),
                ("other_public", "Inne środki publiczne", "", Format::Money),
                ("wage", "Koszt wynagrodzenia", &basis, Format::Money),
                ("supplement", "Dodatek z Programu z pochodnymi", "", Format::Money),
                ("motivation", "Dodatek motywacyjny zapłacony", "", Format::Money),
                ("on_motivation_counted", "Pochodne od dodatku motywacyjnego zapłacone", "", Format::Money),
            ],
        );
        let columns = PayColumns::of(work.submission, work.programme);
        Self { table, base: rule.map(|f| f.value), columns, known: Arc::default(), next: 0 }
    }

    /// Lets payments that come in the same order be taken from those known, whose nodes the model holds; they have no
    /// rows in the table. For settlements that differ in nothing that a payment or a contract asks for.
    #[must_use]
    pub fn knowing(self, known: &Arc<[KnownPayment]>) -> Self {
        Self { known: Arc::clone(known), next: 0, ..self }
    }

    /// Returns the columns of pay that the submission has.
    pub fn columns(&self) -> &PayColumns {
        &self.columns
    }

    /// Returns the finished table.
    pub fn finish(self) -> StepTable {
        self.table.finish()
    }

    /// Adds a payment that belongs to a line of the given form; it counts while a contract of the form is in force.
    pub fn add(
        &mut self,
        work: &mut Work<'_>,
        index: usize,
        form: ContractForm,
        in_force: &Cond,
    ) -> Arc<PaymentNodes> {
        self.next += 1;
        match self.known.get(self.next - 1) {
            Some((of, under, nodes)) if (*of, *under) == (index, form) => Arc::clone(nodes),
            _ => Arc::new(self.nodes(work, index, form, in_force)),
        }
    }

    fn nodes(
        &mut self,
        work: &mut Work<'_>,
        index: usize,
        form: ContractForm,
        in_force: &Cond,
    ) -> PaymentNodes {
        let at = work.submission.payments[index].at;
        let row = self.table.row();
        for key in ["assistant", "month", "paid_on"] {
            if let Some(node) = work.cell(at, key) {
                self.table.put(row, key, node);
            }
        }
        let (counted, contributions_counted) = self.counted(work, row, at, in_force);
        let columns: Vec<NodeId> =
            Contribution::ALL.iter().filter_map(|kind| work.cell(at, kind.key())).collect();
        let contributions =
            self.table.formula(&mut work.model, row, "contributions", Expr::Sum(columns.clone()));
        let of = Parts { at, row, columns, counted, contributions_counted, contributions };
        let pay = base_pay(work, at);
        let contributory = self.contributory(work, &of, &pay);
        let other = self.columns.cells(work, at, PayColumn::is(PayClass::OtherContributory));
        let other = self.of_which(work, &of, On::Other, other, contributory);
        let [supplement, motivation] =
            [(On::Supplement, "supplement"), (On::Motivation, "motivation")].map(|(on, part)| {
                let cells: Vec<NodeId> = work.cell(at, part).into_iter().collect();
                self.of_which(work, &of, on, cells, contributory)
            });
        let [on_other, on_supplement, on_motivation] =
            [&other, &supplement, &motivation].map(|part| part.contributions);
        let by_component = self.base == Some(WageBase::BaseAndSeniorityWithContributions);
        let narrow = by_component && form == ContractForm::Employment;
        let left_out = by_component && !narrow && work.programme.reads::<ServicePay>() == ServicePay::Out;
        let base = self.base.filter(|_| !left_out);
        let eligible_pay = self.eligible_pay(work, &of, &pay, base, narrow);
        let mut outside = vec![supplement, motivation];
        let mut on_holiday_pay = None;
        if narrow && work.programme.reads::<ExcludedContributions>() == ExcludedContributions::Out {
            outside.push(other);
            let holiday = self.on_holiday_pay(work, &of, contributory);
            on_holiday_pay = holiday.as_ref().map(|part| part.contributions);
            outside.extend(holiday);
        }
        let on_motivation_paid = on_motivation;
        let eligible_contributions = self.eligible_contributions(work, &of, base, &outside);
        let other = work.cell(at, "other_public").map_or(Expr::whole(0), |n| Expr::mul(counted, n));
        let other = self.table.formula(&mut work.model, row, "other_public", other);
        let wage = Expr::sub(Expr::add([eligible_pay, eligible_contributions]), other);
        let other_public = other;
        let wage = self.table.formula(&mut work.model, row, "wage", wage);
        let supplement = with_contributions(work, &of, "supplement", on_supplement);
        let supplement = self.table.formula(&mut work.model, row, "supplement", supplement);
        let paid = work.cell(at, "motivation").map_or(Expr::whole(0), |n| Expr::mul(counted, n));
        let motivation = self.table.formula(&mut work.model, row, "motivation", paid);
        let on = Expr::mul(contributions_counted, on_motivation);
        let on_motivation = self.table.formula(&mut work.model, row, "on_motivation_counted", on);
        PaymentNodes {
            eligible_pay,
            eligible_contributions,
            wage,
            other_public,
            supplement,
            motivation,
            on_motivation,
            on_other,
            on_holiday_pay,
            on_supplement,
            on_motivation_paid,
            narrow,
            outside,
            all_contributions: [contributions, contributory],
            base_holds_contributions: holds_contributions(base),
            counted: (counted, contributions_counted),
        }
    }

    fn counted(&mut self, work: &mut Work<'_>, row: usize, at: CellRef, in_force: &Cond) -> (NodeId, NodeId) {
        let deadline = work.deadline;
        let earliest = announcement(work);
        let in_time = |day: NodeId| Cond::AtLeast(deadline.into(), day.into());
        let counted = work.cell(at, "paid_on").map_or(Expr::whole(0), |day| {
            let mut good = vec![Cond::given(day), in_time(day), in_force.clone()];
            good.extend(earliest.map(|first| Cond::AtLeast(day.into(), first.into())));
            Expr::when(Cond::All(good), Expr::whole(1), Expr::whole(0))
        });
        let counted = self.table.formula(&mut work.model, row, "counted", counted);
        let contributions = work.cell(at, "contributions_paid_on").map_or(Expr::Ref(counted), |day| {
            let late = Cond::All(vec![Cond::given(day), Cond::Greater(day.into(), deadline.into())]);
            Expr::when(late, Expr::whole(0), counted)
        });
        (counted, self.table.formula(&mut work.model, row, "contributions_counted", contributions))
    }

    fn contributory(&mut self, work: &mut Work<'_>, of: &Parts, pay: &[Expr]) -> NodeId {
        let mut parts = pay.to_vec();
        for class in [PayClass::Base, PayClass::OtherContributory] {
            parts.extend(self.columns.cells(work, of.at, PayColumn::is(class)).into_iter().map(Expr::Ref));
        }
        for key in ["supplement", "motivation"] {
            parts.extend(work.cell(of.at, key).map(Expr::Ref));
        }
        self.table.formula(&mut work.model, of.row, "contributory", Expr::Add(parts))
    }

    /// A part of the contributions: as given, else computed column by column, each rounded to the grosz.
    fn of_which(
        &mut self,
        work: &mut Work<'_>,
        of: &Parts,
        on: On,
        part: Vec<NodeId>,
        contributory: NodeId,
    ) -> OutsidePart {
        let computed = computed_part(&of.columns, &part, contributory);
        let given = work.cell(of.at, on.key());
        let expr = given.map_or(computed.clone(), |given| Expr::when(Cond::Blank(given), computed, given));
        let contributions = self.table.formula(&mut work.model, of.row, on.key(), expr);
        OutsidePart { on, of: part, given, contributions }
    }

    /// The contributions on holiday pay, where a reading takes both out of the base.
    fn on_holiday_pay(
        &mut self,
        work: &mut Work<'_>,
        of: &Parts,
        contributory: NodeId,
    ) -> Option<OutsidePart> {
        let left = |c: &PayColumn| c.class == PayClass::Base && !c.in_base;
        let cells = self.columns.cells(work, of.at, left);
        (!cells.is_empty()).then(|| self.of_which(work, of, On::HolidayPay, cells, contributory))
    }

    fn eligible_pay(
        &mut self,
        work: &mut Work<'_>,
        of: &Parts,
        pay: &[Expr],
        base: Option<WageBase>,
        narrow: bool,
    ) -> NodeId {
        // A service contract has no base salary: its pay counts whole (reading). Before 2023 all pay counts.
        let counts = |c: &PayColumn| c.is_pay() && (c.in_base || !narrow);
        let mut parts = pay.to_vec();
        parts.extend(self.columns.cells(work, of.at, counts).into_iter().map(Expr::Ref));
        let expr = match base {
            Some(_) => Expr::mul(of.counted, Expr::Add(parts)),
            None => Expr::whole(0),
        };
        self.table.formula(&mut work.model, of.row, "eligible_pay", expr)
    }

    /// All contributions but those on what is `outside` of the base.
    fn eligible_contributions(
        &mut self,
        work: &mut Work<'_>,
        of: &Parts,
        base: Option<WageBase>,
        outside: &[OutsidePart],
    ) -> NodeId {
        let expr = if holds_contributions(base) {
            let outside = Expr::add(outside.iter().map(|part| part.contributions));
            Expr::mul(of.contributions_counted, Expr::sub(of.contributions, outside))
        } else {
            Expr::whole(0)
        };
        self.table.formula(&mut work.model, of.row, "eligible_contributions", expr)
    }
}

/// The contributions of the columns on a part of pay: column by column, each rounded to the grosz.
pub(super) fn computed_part(columns: &[NodeId], part: &[NodeId], contributory: NodeId) -> Expr {
    let part = match part {
        [] => return Expr::whole(0),
        [one] => Expr::Ref(*one),
        many => Expr::Sum(many.to_vec()),
    };
    let each = |column: &NodeId| Expr::div(Expr::mul(*column, part.clone()), contributory).round2();
    Expr::Add(columns.iter().map(each).collect())
}

fn holds_contributions(base: Option<WageBase>) -> bool {
    base.is_some_and(|base| base != WageBase::Gross)
}

/// What the steps of one payment share.
struct Parts {
    at: CellRef,
    row: usize,
    columns: Vec<NodeId>,
    counted: NodeId,
    contributions_counted: NodeId,
    contributions: NodeId,
}

/// The day of the announcement, where pay made before it does not count (reading of 2023). The edition takes it as the
/// reference day of its supplement.
fn announcement(work: &mut Work<'_>) -> Option<NodeId> {
    let Some(Component::OneOffSupplement { reference_day, .. }) = work.supplement_rule() else { return None };
    (work.programme.reads::<EarlyPay>() == EarlyPay::Out).then(|| {
        work.day("Dzień ogłoszenia programu", reference_day.value, reference_day.mark, &reference_day.source)
    })
}

/// Base salary and seniority allowance; where the table has only gross pay, that.
fn base_pay(work: &Work<'_>, at: CellRef) -> Vec<Expr> {
    cells::base_pay(|key| work.cell(at, key))
}

fn with_contributions(work: &Work<'_>, of: &Parts, key: &'static str, on: NodeId) -> Expr {
    let paid = work.cell(of.at, key).map_or(Expr::whole(0), |n| Expr::mul(of.counted, n));
    match work.programme.reads::<SupplementCost>() {
        SupplementCost::WithContributions => Expr::Add(vec![paid, Expr::mul(of.contributions_counted, on)]),
        SupplementCost::Gross => paid,
    }
}
