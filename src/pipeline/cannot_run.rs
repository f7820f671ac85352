//! Why a run could not take place: a message key and its facts, worded when printed.

use crate::finding::Fact;
use crate::forms::FormError;
use crate::intake::IntakeError;
use crate::intake::book::BookError;
use crate::locale::Locale;
use crate::output::OutputError;
use crate::programme::ProgrammeError;
use crate::trace::SHAPE;
use crate::witness::Refusal;

/// A reason to stop that lies outside the municipality's data: a path, a rule, a form, the disk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CannotRun {
    /// A message of the catalogue.
    Said {
        /// Its key.
        key: &'static str,
        /// Its facts.
        facts: Vec<(&'static str, Fact)>,
    },
    /// Rules of a programme, which may have many faults at once.
    Programme(ProgrammeError),
}

impl CannotRun {
    /// Returns the reason with the message of a key.
    pub fn new(key: &'static str) -> Self {
        Self::Said { key, facts: Vec::new() }
    }

    /// Returns that a workbook was written by a newer program; `shape` is that of its trace.
    pub fn newer(file: &str, shape: u32) -> Self {
        Self::new("audit-newer").with("file", file).with("shape", shape).with("known", SHAPE)
    }

    /// Returns that a path the caller named is not there or may not be read.
    pub fn missing(path: String, reason: std::io::ErrorKind) -> Self {
        let facts = vec![("path", Fact::Text(path)), ("reason", Fact::System(reason))];
        Self::Said { key: "intake-path-unreadable", facts }
    }

    /// Adds a fact as text.
    #[must_use]
    pub fn with(mut self, name: &'static str, text: impl std::fmt::Display) -> Self {
        if let Self::Said { facts, .. } = &mut self {
            facts.push((name, Fact::Text(format!("{text}"))));
        }
        self
    }

    /// Returns the message.
    pub fn text(&self, locale: &Locale) -> String {
        match self {
            Self::Said { key, facts } => {
                let hint = format!("{key}-hint");
                let remedy = if locale.has(&hint) { locale.text(&hint, facts) } else { String::new() };
                format!("{} {remedy}", locale.text(key, facts)).trim_end().to_owned()
            }
            Self::Programme(error) => error.text(locale),
        }
    }
}

impl From<ProgrammeError> for CannotRun {
    fn from(error: ProgrammeError) -> Self {
        Self::Programme(error)
    }
}

impl From<FormError> for CannotRun {
    fn from(error: FormError) -> Self {
        match error {
            FormError::Unreadable { path, source } => Self::Said {
                key: "intake-path-unreadable",
                facts: vec![("path", Fact::Text(path)), ("reason", Fact::System(source.kind()))],
            },
            other => Self::new("form-unusable").with("reason", other),
        }
    }
}

impl From<IntakeError> for CannotRun {
    fn from(error: IntakeError) -> Self {
        let (key, facts) = error.message();
        Self::Said { key, facts }
    }
}

impl From<BookError> for CannotRun {
    fn from(error: BookError) -> Self {
        let (key, facts) = error.message();
        Self::Said { key, facts }
    }
}

impl From<OutputError> for CannotRun {
    fn from(error: OutputError) -> Self {
        let (key, facts) = error.message();
        Self::Said { key, facts }
    }
}

impl From<Refusal> for CannotRun {
    fn from(refusal: Refusal) -> Self {
        let (key, facts) = refusal.message();
        Self::Said { key, facts }
    }
}
