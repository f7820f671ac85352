//! The names of findings: kebab-case, unique, never used again for something else.
//!
//! Each code has a message `NAME` and a remedy `NAME-hint` in every catalogue under `locales/`.

pub mod against;
pub mod annex;
pub mod audit;
pub mod carry;
pub mod checks;
pub mod close;
pub mod consolidate;
pub mod documents;
pub mod editions;
pub mod halves;
pub mod intake;
pub mod interest;
pub mod plan;
pub mod previous;
pub mod program;
pub mod radar;
pub mod reconciliation;
pub mod register;
pub mod replay;

use super::Severity;

/// A kind of finding.
#[derive(PartialEq, Eq, Debug)]
pub struct Code {
    /// Kebab-case name.
    pub name: &'static str,
    /// Severity unless the place says otherwise.
    pub severity: Severity,
    /// Number of the check in the list of practice (`C01` …), if it implements one.
    pub check: Option<&'static str>,
}

/// Returns every code there is.
pub fn all() -> impl Iterator<Item = &'static Code> {
    intake::CODES
        .iter()
        .chain(checks::CODES)
        .chain(program::CODES)
        .chain(editions::CODES)
        .chain(reconciliation::CODES)
        .chain(replay::CODES)
        .chain(audit::CODES)
        .chain(annex::CODES)
        .chain(against::CODES)
        .chain(carry::CODES)
        .chain(radar::CODES)
        .chain(documents::CODES)
        .chain(interest::CODES)
        .chain(previous::CODES)
        .chain(close::CODES)
        .chain(plan::CODES)
        .chain(consolidate::CODES)
        .chain(register::CODES)
        .chain(halves::CODES)
        .copied()
}

macro_rules! codes {
    ($($(#[$doc:meta])* $ident:ident = $name:literal, $severity:ident $(, $check:literal)?;)*) => {
        $($(#[$doc])* pub static $ident: $crate::finding::Code = $crate::finding::Code {
            name: $name,
            severity: $crate::finding::Severity::$severity,
            check: codes!(@check $($check)?),
        };)*
        /// All codes of this file.
        pub static CODES: &[&$crate::finding::Code] = &[$(&$ident),*];
    };
    (@check) => { None };
    (@check $check:literal) => { Some($check) };
}
pub(crate) use codes;
