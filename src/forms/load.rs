//! Reads form files: the one door to TOML for forms. Refuses what it does not understand and says where it stands.
//!
//! Forms are compiled into the program and parsed when first asked for, so that a run pays for the one form it fills. The
//! messages are for the person who edits the file: file, line, key and what would be accepted.

mod raw;
mod validate;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use include_dir::{Dir, include_dir};

use super::definition::{FormDefinition, Paper, Status};
use crate::digest::Running;
use crate::programme::Mark;

static COMPILED_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/report-templates");

/// Why a form could not be had.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// No such form.
    #[error("no form `{id}`; there are: {}", known.join(", "))]
    Unknown {
        /// The id asked for.
        id: String,
        /// The ids there are.
        known: Vec<String>,
    },
    /// A paper beside the settlement where a form of settlement is wanted.
    #[error("form `{id}` is a paper beside the settlement (paper = \"{}\"), not a form of settlement", paper.word())]
    NotASettlement {
        /// The id asked for.
        id: String,
        /// What it is.
        paper: Paper,
    },
    /// A form of settlement, or another paper, where a paper is wanted.
    #[error("form `{id}` is not the paper \"{}\"", paper.word())]
    NotThePaper {
        /// The id asked for.
        id: String,
        /// What is wanted.
        paper: Paper,
    },
    /// The folder or file cannot be read.
    #[error("{path}: {source}")]
    Unreadable {
        /// File or folder.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file says something that is not understood.
    #[error("{file}:{line}: {problem}")]
    Invalid {
        /// File, from the templates' folder on.
        file: String,
        /// Line from 1.
        line: usize,
        /// Key, what is wrong and what is accepted.
        problem: String,
    },
}

/// Where forms come from.
#[derive(Clone, Debug)]
pub struct Forms {
    texts: BTreeMap<String, Text>,
}

/// A form's text, and the form once it was asked for: a run over a country fills one form thousands of times.
#[derive(Clone, Debug)]
struct Text {
    text: String,
    read: Arc<OnceLock<FormDefinition>>,
}

impl Text {
    fn new(text: String) -> Self {
        Self { text, read: Arc::default() }
    }
}

/// A line of the list of forms.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormSummary {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Official or reconstructed.
    pub status: Status,
    /// How sure its words are.
    pub mark: Mark,
    /// The act it follows.
    pub act: String,
    /// Programmes it serves.
    pub programmes: Vec<String>,
    /// The paper beside the settlement that it is.
    pub paper: Option<Paper>,
    /// Names of its sheets.
    pub sheets: Vec<String>,
}

impl Forms {
    /// Returns the forms compiled into the program.
    pub fn built_in() -> Self {
        let texts = COMPILED_IN
            .dirs()
            .filter_map(|dir| {
                let id = dir.path().to_str()?;
                let text = COMPILED_IN.get_file(dir.path().join("form.toml"))?.contents_utf8()?;
                Some((id.to_owned(), Text::new(text.to_owned())))
            })
            .collect();
        Self { texts }
    }

    /// Reads the forms of a folder: every folder in it with a `form.toml`.
    pub fn from_dir(folder: &Path) -> Result<Self, FormError> {
        let trouble =
            |path: &Path, source| FormError::Unreadable { path: path.display().to_string(), source };
        let mut texts = BTreeMap::new();
        for entry in std::fs::read_dir(folder).map_err(|e| trouble(folder, e))? {
            let inner: PathBuf = entry.map_err(|e| trouble(folder, e))?.path();
            let file = inner.join("form.toml");
            if let (true, Some(id)) = (file.is_file(), inner.file_name().and_then(|n| n.to_str())) {
                let text = std::fs::read_to_string(&file).map_err(|e| trouble(&file, e))?;
                texts.insert(id.to_owned(), Text::new(text));
            }
        }
        Ok(Self { texts })
    }

    /// Returns forms of texts that are in memory, by id.
    pub fn of_texts(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        Self { texts: texts.into_iter().map(|(id, text)| (id, Text::new(text))).collect() }
    }

    /// Returns the text of a form.
    pub fn text(&self, id: &str) -> Option<&str> {
        self.texts.get(id).map(|text| text.text.as_str())
    }

    /// Returns a digest of all forms.
    pub fn digest(&self) -> String {
        let mut digest = Running::default();
        for part in self.texts.iter().flat_map(|(id, text)| [id, &text.text]) {
            digest.add_text(part);
        }
        digest.hex()
    }

    /// Returns the ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }

    /// Reads a form of settlement.
    pub fn get(&self, id: &str) -> Result<FormDefinition, FormError> {
        let form = self.read(id)?;
        match form.paper {
            None => Ok(form),
            Some(paper) => Err(FormError::NotASettlement { id: id.to_owned(), paper }),
        }
    }

    /// Reads the form of a paper beside the settlement.
    pub fn paper(&self, id: &str, paper: Paper) -> Result<FormDefinition, FormError> {
        let form = self.read(id)?;
        if form.paper == Some(paper) {
            Ok(form)
        } else {
            Err(FormError::NotThePaper { id: id.to_owned(), paper })
        }
    }

    /// Reads the voivode's collective forms of an edition, in the order of their names: those that name it, else those
    /// that name none.
    pub fn collective_for(&self, edition: &str) -> Result<Vec<FormDefinition>, FormError> {
        // Most forms are read for nothing otherwise; the word stands in every collective one.
        let likely = self.texts.iter().filter(|(_, text)| text.text.contains(Paper::Collective.word()));
        let mut all = likely.map(|(id, _)| self.read(id)).collect::<Result<Vec<_>, FormError>>()?;
        all.retain(|form| form.paper == Some(Paper::Collective));
        let of_edition = |form: &FormDefinition| form.programmes.iter().any(|p| p == edition);
        let named = all.iter().any(of_edition);
        all.retain(|form| if named { of_edition(form) } else { form.programmes.is_empty() });
        Ok(all)
    }

    fn read(&self, id: &str) -> Result<FormDefinition, FormError> {
        let text = self.texts.get(id).ok_or_else(|| FormError::Unknown {
            id: id.to_owned(),
            known: self.ids().map(str::to_owned).collect(),
        })?;
        if let Some(form) = text.read.get() {
            return Ok(form.clone());
        }
        let form = parse(id, &text.text)?;
        Ok(text.read.get_or_init(|| form).clone())
    }

    /// Reads all forms and says what each is, or what is wrong with it.
    pub fn check(&self) -> Vec<(String, Result<FormSummary, FormError>)> {
        self.ids().map(|id| (id.to_owned(), self.read(id).map(summary))).collect()
    }
}

fn summary(form: FormDefinition) -> FormSummary {
    FormSummary {
        sheets: form.sheets.into_iter().map(|s| s.name).collect(),
        id: form.id,
        title: form.title,
        status: form.status,
        mark: form.mark,
        act: form.act,
        programmes: form.programmes,
        paper: form.paper,
    }
}

fn parse(id: &str, text: &str) -> Result<FormDefinition, FormError> {
    let file = format!("{id}/form.toml");
    let invalid = |at: usize, problem: String| FormError::Invalid {
        file: file.clone(),
        line: text[..at.min(text.len())].matches('\n').count() + 1,
        problem,
    };
    let form: raw::Form = toml::from_str(text)
        .map_err(|e| invalid(e.span().map_or(0, |s| s.start), e.message().trim().to_owned()))?;
    validate::form(id, form).map_err(|trouble| invalid(trouble.at, trouble.problem))
}

#[cfg(test)]
mod tests;
