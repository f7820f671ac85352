//! All editions: those compiled in, or those of a folder given instead.
//!
//! Nothing is parsed until an edition is asked for. A year that nobody covers is an error that names its neighbours;
//! no edition ever stands in for another.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use include_dir::{Dir, include_dir};

use super::overlaps::{self, Span, neighbours};
use super::{About, Given, Programme, ProgrammeError, build};

/// The rules as they were when the program was built, and beside them the published cases.
pub(crate) static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/programmes");

/// Editions by id, as texts.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    editions: BTreeMap<String, Texts>,
    compiled_in: bool,
}

/// Both texts of an edition.
#[derive(Clone, Debug)]
struct Texts {
    rules: Cow<'static, str>,
    law: Cow<'static, str>,
}

impl Catalogue {
    /// Returns the editions compiled in.
    pub fn built_in() -> Self {
        let text = |dir: &'static Dir<'_>, name: &str| {
            dir.get_file(dir.path().join(name)).and_then(include_dir::File::contents_utf8)
        };
        let mut editions = BTreeMap::new();
        for dir in BUILT_IN.dirs() {
            let Some(rules) = text(dir, "programme.toml") else { continue };
            let law = text(dir, "law.md").unwrap_or_default();
            let id = dir.path().to_string_lossy().into_owned();
            editions.insert(id, Texts { rules: Cow::Borrowed(rules), law: Cow::Borrowed(law) });
        }
        Self { editions, compiled_in: true }
    }

    /// Reads the editions of a folder: each folder in it that holds a `programme.toml`.
    pub fn from_dir(folder: &Path) -> Result<Self, ProgrammeError> {
        let unreadable = |path: &Path, error: std::io::Error| ProgrammeError::Unreadable {
            file: path.display().to_string(),
            reason: error.kind(),
        };
        let mut editions = BTreeMap::new();
        for entry in fs::read_dir(folder).map_err(|e| unreadable(folder, e))? {
            let path = entry.map_err(|e| unreadable(folder, e))?.path();
            let (rules, law) = (path.join("programme.toml"), path.join("law.md"));
            if !rules.is_file() {
                continue;
            }
            let rules = fs::read_to_string(&rules).map_err(|e| unreadable(&rules, e))?;
            let law = match fs::read_to_string(&law) {
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
                other => other.map_err(|e| unreadable(&law, e))?,
            };
            let id = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            editions.insert(id, Texts { rules: Cow::Owned(rules), law: Cow::Owned(law) });
        }
        if editions.is_empty() {
            return Err(ProgrammeError::Empty { folder: folder.display().to_string() });
        }
        Ok(Self { editions, compiled_in: false })
    }

    /// Returns the ids in alphabetical order.
    pub fn ids(&self) -> Vec<&str> {
        self.editions.keys().map(String::as_str).collect()
    }

    /// Loads an edition.
    pub fn get(&self, id: &str) -> Result<Programme, ProgrammeError> {
        self.edition(id).map(|(programme, _)| programme)
    }

    /// Loads an edition with what a reader wants to know beside its rules.
    pub fn edition(&self, id: &str) -> Result<(Programme, About), ProgrammeError> {
        self.edition_with(id, &Given::new())
    }

    /// Loads an edition with the figures that the municipality gives where its rules say `unknown`.
    ///
    /// What is still not given, or cannot be read, stands in [`Programme::open`]; a name that the edition does not
    /// know is no fault here.
    pub fn edition_with(&self, id: &str, given: &Given) -> Result<(Programme, About), ProgrammeError> {
        let Some(texts) = self.editions.get(id) else { return Err(self.unknown(id)) };
        let file = format!("{id}/programme.toml");
        let (programme, about) = build::edition_with(&file, &texts.rules, &texts.law, given)?;
        if programme.id != id {
            return Err(build::wrong_id(&file, &texts.rules, &programme.id, id));
        }
        let spans = self.spans();
        let own = spans.iter().find(|span| span.id == id);
        let refusals = own.map(|own| overlaps::refusals(&file, own, &spans)).unwrap_or_default();
        if refusals.is_empty() { Ok((programme, about)) } else { Err(ProgrammeError::Refused(refusals)) }
    }

    /// The days of all editions; those compiled in are read once.
    fn spans(&self) -> Cow<'static, [Span]> {
        static COMPILED_IN: OnceLock<Vec<Span>> = OnceLock::new();
        let read =
            || self.editions.iter().filter_map(|(id, texts)| overlaps::span(id, &texts.rules)).collect();
        if self.compiled_in {
            return Cow::Borrowed(COMPILED_IN.get_or_init(read));
        }
        Cow::Owned(read())
    }

    /// Loads every edition and returns what was refused, by id.
    pub fn check_all(&self) -> Vec<(String, ProgrammeError)> {
        self.ids().into_iter().filter_map(|id| Some((id.to_owned(), self.get(id).err()?))).collect()
    }

    /// Returns the text of an edition's `law.md`.
    pub fn law(&self, id: &str) -> Option<&str> {
        self.editions.get(id).map(|texts| texts.law.as_ref())
    }

    fn unknown(&self, asked: &str) -> ProgrammeError {
        let known: Vec<String> = self.editions.keys().cloned().collect();
        let neighbours = neighbours(asked, &known);
        let near = |id: &&String| (strsim::damerau_levenshtein(asked, id), (*id).clone());
        let nearest = known.iter().min_by_key(near).filter(|id| near(id).0 <= id.len() / 3).cloned();
        ProgrammeError::Unknown { asked: asked.to_owned(), nearest, neighbours, known }
    }
}
