//! Why rules were refused, as values: file, line, key and what was expected instead.
//!
//! The wording lives in `locales/*/programmes.ftl`; nothing here prints.

use std::fmt;

use crate::finding::Fact;
use crate::locale::Locale;

/// One thing wrong in a rules file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// File as the catalogue knows it: `asystent-rodziny-2024/programme.toml`.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Key with its tables: `component.amount.mark`.
    pub key: String,
    /// Name of the message.
    pub problem: &'static str,
    /// Facts of the message.
    pub facts: Vec<(&'static str, Fact)>,
}

impl Refusal {
    /// Returns the message with its place.
    pub fn text(&self, locale: &Locale) -> String {
        format!("{}:{}: {}: {}", self.file, self.line, self.key, locale.text(self.problem, &self.facts))
    }
}

impl fmt::Display for Refusal {
    /// Writes the place, the message's name and its facts, without wording.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.file, self.line, self.key, self.problem)?;
        for (name, fact) in &self.facts {
            write!(f, " {name}={fact:?}")?;
        }
        Ok(())
    }
}

/// Why an edition cannot be had.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ProgrammeError {
    /// There is no edition of that name.
    #[error("no programme {asked}; nearest {nearest:?}, neighbours {neighbours:?}, known {known:?}")]
    Unknown {
        /// What was asked for.
        asked: String,
        /// The known id nearest in spelling, when one is near.
        nearest: Option<String>,
        /// For a year that nobody covers: the editions just before and just after.
        neighbours: Vec<String>,
        /// All ids.
        known: Vec<String>,
    },
    /// The rules file was refused.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Refused(Vec<Refusal>),
    /// The folder holds no edition.
    #[error("{folder}: no folder with a programme.toml")]
    Empty {
        /// Which.
        folder: String,
    },
    /// A file of the folder cannot be read.
    #[error("{file}: {reason}")]
    Unreadable {
        /// Which.
        file: String,
        /// What the system said.
        reason: std::io::ErrorKind,
    },
}

impl ProgrammeError {
    /// Returns the message in the language of the locale, one problem a line.
    pub fn text(&self, locale: &Locale) -> String {
        let fact = |text: &str| Fact::Text(text.to_owned());
        match self {
            Self::Refused(all) => all.iter().map(|r| r.text(locale)).collect::<Vec<_>>().join("\n"),
            Self::Empty { folder } => locale.text("rules-empty-folder", &[("folder", fact(folder))]),
            Self::Unreadable { file, reason } => {
                locale.text("rules-unreadable", &[("file", fact(file)), ("reason", Fact::System(*reason))])
            }
            Self::Unknown { asked, nearest, neighbours, known } => {
                let asked = ("asked", fact(asked));
                let known = ("known", fact(&known.join(", ")));
                match nearest {
                    _ if !neighbours.is_empty() => {
                        let near = ("neighbours", fact(&neighbours.join(", ")));
                        locale.text("rules-no-such-year", &[asked, near, known])
                    }
                    Some(id) => locale.text("rules-no-such-id-near", &[asked, ("nearest", fact(id)), known]),
                    None => locale.text("rules-no-such-id", &[asked, known]),
                }
            }
        }
    }
}
