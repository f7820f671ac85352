//! Which contributions the employer bears for an assistant: what was paid on today's pay is due next year.

use std::collections::BTreeSet;

use super::build::Build;
use super::today::contributory;
use crate::records::{Contribution, Payment, TableId};
use crate::units::Exact;

/// Which contributions an assistant bears.
#[allow(clippy::struct_excessive_bools)] // Independent facts of one person.
#[derive(Clone, Copy, Debug)]
pub struct Dues {
    /// Pension and disability and accident.
    pub social: bool,
    /// Accident, which may be due alone.
    pub accident: bool,
    /// The Labour Fund.
    pub labour_fund: LabourFund,
    /// FGŚP: budget units pay none.
    pub fgsp: bool,
    /// Takes part in PPK.
    pub ppk: bool,
}

/// Whether contributions to the Labour Fund are due.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LabourFund {
    /// From the minimum wage up.
    FromMinimum,
    /// Whatever the pay: it was paid below the minimum too.
    Always,
    /// Never.
    Exempt,
}

impl Dues {
    /// What is due on the pay of somebody new.
    pub const NEW: Self =
        Self { social: true, accident: true, labour_fund: LabourFund::FromMinimum, fgsp: false, ppk: false };

    /// Every contribution in the order of the columns of `Płace`, and whether it is due.
    pub const fn each(self) -> [(Contribution, bool); 6] {
        [
            (Contribution::Pension, self.social),
            (Contribution::Disability, self.social),
            (Contribution::Accident, self.accident),
            (Contribution::LabourFund, !matches!(self.labour_fund, LabourFund::Exempt)),
            (Contribution::Fgsp, self.fgsp),
            (Contribution::Ppk, self.ppk),
        ]
    }
}

/// What was paid on today's pay is due next year.
pub fn of(build: &Build<'_>, rows: &[usize], payments: &[&Payment]) -> Dues {
    let columns = build.now.tables.iter().filter(|t| t.id == TableId::Pay).flat_map(|t| &t.columns);
    let columns: BTreeSet<&str> = columns.copied().collect();
    let paid = |which: Contribution| {
        payments.iter().flat_map(|p| &p.contributions).any(|(c, m)| *c == which && m.value.grosze() > 0)
    };
    let asked = |which: Contribution| columns.contains(which.key());
    let total = paid(Contribution::Total);
    let social = if asked(Contribution::Pension) {
        paid(Contribution::Pension)
    } else {
        total || paid(Contribution::Paragraph4110)
    };
    let accident = if asked(Contribution::Accident) { paid(Contribution::Accident) } else { social };
    let fund = if asked(Contribution::LabourFund) {
        paid(Contribution::LabourFund)
    } else {
        total || paid(Contribution::Paragraph4120)
    };
    // No column tells it: as everybody else.
    let untold = !Contribution::ALL.iter().any(|c| asked(*c));
    let minimum = payments.first().and_then(|p| build.national.minimum_wage(p.month.value));
    let pay: Exact = payments.iter().map(|p| contributory(p)).sum();
    let reaches = minimum.is_some_and(|m| pay >= m.value.to_exact());
    let exempt = rows.iter().any(|i| build.now.employments[*i].fp_exempt.as_ref().is_some_and(|e| e.value));
    let labour_fund = match (exempt, fund, reaches) {
        (true, _, _) => LabourFund::Exempt,
        _ if untold => LabourFund::FromMinimum,
        (_, false, true) => LabourFund::Exempt,
        (_, true, false) => LabourFund::Always,
        _ => LabourFund::FromMinimum,
    };
    Dues {
        social: social || untold,
        accident: accident || untold,
        labour_fund,
        fgsp: paid(Contribution::Fgsp),
        ppk: paid(Contribution::Ppk) || paid(Contribution::Paragraph4710),
    }
}
