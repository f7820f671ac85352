//! All editions: those compiled in, and those of a folder given beside them.
//!
//! A municipality puts one new year beside its data and goes on using the others, so a folder adds to what is
//! compiled in; its own edition wins over one of the same id, and says so ([`Origin`]). Nothing is parsed until an edition is asked for,
//! and then once. A year that nobody covers is an error that names its neighbours;
//! no edition ever stands in for another.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use include_dir::{Dir, include_dir};

use super::overlaps::{self, Span, neighbours};
use super::refusal::Refusal;
use super::{About, Given, Origin, Programme, ProgrammeError, build};
use crate::digest::Running;
use crate::finding::Fact;

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
    /// The rules file as messages name it.
    file: String,
    origin: Origin,
    /// Why there is no law.md, the name of a message.
    no_law: Option<&'static str>,
    /// The edition, once it was asked for: a run over a country asks for the same one thousands of times.
    built: Arc<OnceLock<(Programme, About)>>,
}

impl Texts {
    /// Reads the edition of a rules file and the `law.md` beside it; without the latter no label is known.
    fn read(path: &Path, file: String) -> Result<Self, ProgrammeError> {
        let rules = fs::read_to_string(path).map_err(|e| unreadable(path, &e))?;
        let beside = path.with_file_name("law.md");
        let (law, no_law) = match fs::read_to_string(&beside) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                // Some editors add an ending of their own, which the system does not show.
                let as_txt = path.with_file_name("law.md.txt").is_file();
                let problem = if as_txt { "rules-law-file-as-txt" } else { "rules-no-law-file" };
                (String::new(), Some(problem))
            }
            other => (other.map_err(|e| unreadable(&beside, &e))?, None),
        };
        let (rules, law) = (Cow::Owned(rules), Cow::Owned(law));
        Ok(Self { rules, law, file, origin: Origin::Folder, no_law, built: Arc::default() })
    }
}

impl Texts {
    /// Returns the edition, built when it is first asked for; a fault is told anew each time.
    fn edition(&self) -> Result<(Programme, About), ProgrammeError> {
        if let Some(built) = self.built.get() {
            return Ok(built.clone());
        }
        let built = self.build()?;
        Ok(self.built.get_or_init(|| built).clone())
    }

    /// Builds the edition. Without a law.md the file is named instead of every label that it would hold.
    fn build(&self) -> Result<(Programme, About), ProgrammeError> {
        match (build::edition(&self.file, &self.rules, &self.law), self.no_law) {
            (Err(ProgrammeError::Refused(mut all)), Some(problem)) => {
                let before = all.len();
                all.retain(|refusal| refusal.problem != "rules-no-such-label");
                if all.len() < before {
                    let file = self.file.replace("programme.toml", "law.md");
                    let key = "law.md".to_owned();
                    all.insert(0, Refusal { file, line: 1, key, problem, facts: Vec::new() });
                }
                Err(ProgrammeError::Refused(all))
            }
            (built, _) => built,
        }
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> ProgrammeError {
    ProgrammeError::Unreadable { file: path.display().to_string(), reason: error.kind() }
}

/// Writes what a person typed as an id would be: `Asystent rodziny 2026` and `2026` speak of one programme and year.
fn as_id(typed: &str) -> String {
    let words: Vec<String> = typed.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
    let id = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    let year = id.len() == 4 && id.starts_with("20") && id.bytes().all(|b| b.is_ascii_digit());
    if year { format!("asystent-rodziny-{id}") } else { id }
}

/// Returns the id a rules file gives itself, found even where the file is not well-formed: its faults are told when
/// the edition is asked for.
fn own_id(rules: &str) -> Option<String> {
    let value = |line: &str| line.strip_prefix("id")?.trim_start().strip_prefix('=').map(str::to_owned);
    // Some editors begin a file with a mark of their own.
    let id = rules.trim_start_matches('\u{feff}').lines().find_map(value)?;
    Some(id.split('"').nth(1)?.to_owned())
}

/// Returns the files compiled in that every edition rests on, by name: the national series and the words of readings.
pub fn common_files() -> BTreeMap<String, &'static str> {
    let national = BUILT_IN.get_dir("national").into_iter().flat_map(Dir::files);
    let all = national.chain(BUILT_IN.get_file("readings.toml"));
    all.filter_map(|file| {
        let name = file.path().components().map(|part| part.as_os_str().to_string_lossy());
        Some((name.collect::<Vec<_>>().join("/"), file.contents_utf8()?))
    })
    .collect()
}

impl Catalogue {
    /// Returns the editions compiled in; all copies share what was built of them.
    pub fn built_in() -> Self {
        static COMPILED_IN: OnceLock<Catalogue> = OnceLock::new();
        COMPILED_IN.get_or_init(Self::compiled_in).clone()
    }

    fn compiled_in() -> Self {
        let text = |dir: &'static Dir<'_>, name: &str| {
            dir.get_file(dir.path().join(name)).and_then(include_dir::File::contents_utf8)
        };
        let mut editions = BTreeMap::new();
        for dir in BUILT_IN.dirs() {
            let Some(rules) = text(dir, "programme.toml") else { continue };
            let law = text(dir, "law.md").unwrap_or_default();
            let id = dir.path().to_string_lossy().into_owned();
            let file = format!("{id}/programme.toml");
            let (rules, law) = (Cow::Borrowed(rules), Cow::Borrowed(law));
            let texts =
                Texts { rules, law, file, origin: Origin::BuiltIn, no_law: None, built: Arc::default() };
            editions.insert(id, texts);
        }
        Self { editions, compiled_in: true }
    }

    /// Reads the editions of a folder alone: each folder in it that holds a `programme.toml`, and one that lies in the
    /// folder itself.
    pub fn from_dir(folder: &Path) -> Result<Self, ProgrammeError> {
        let mut editions = BTreeMap::new();
        for entry in fs::read_dir(folder).map_err(|e| unreadable(folder, &e))? {
            let path = entry.map_err(|e| unreadable(folder, &e))?.path();
            let rules = path.join("programme.toml");
            if rules.is_file() {
                let id = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let texts = Texts::read(&rules, format!("{id}/programme.toml"))?;
                editions.insert(id, texts);
            }
        }
        let lone = folder.join("programme.toml");
        if lone.is_file() {
            let texts = Texts::read(&lone, "programme.toml".to_owned())?;
            let id = own_id(&texts.rules).unwrap_or_else(|| "programme.toml".to_owned());
            editions.entry(id).or_insert(texts);
        }
        if editions.is_empty() {
            return Err(ProgrammeError::Empty { folder: folder.display().to_string() });
        }
        Ok(Self { editions, compiled_in: false })
    }

    /// Returns the catalogue with other texts for one edition, known or new.
    #[must_use]
    pub fn with_texts(mut self, id: &str, rules: &str, law: &str) -> Self {
        let texts = Texts {
            rules: Cow::Owned(rules.to_owned()),
            law: Cow::Owned(law.to_owned()),
            file: format!("{id}/programme.toml"),
            origin: Origin::BuiltIn,
            no_law: None,
            built: Arc::default(),
        };
        self.editions.insert(id.to_owned(), texts);
        self.compiled_in = false;
        self
    }

    /// Says where the texts of an edition come from, for texts that were kept since.
    #[must_use]
    pub fn with_origin(mut self, id: &str, origin: Origin) -> Self {
        if let Some(texts) = self.editions.get_mut(id) {
            texts.origin = origin;
        }
        self
    }

    /// Returns the editions compiled in with those of a folder, which win.
    pub fn with_dir(folder: &Path) -> Result<Self, ProgrammeError> {
        let mut all = Self::built_in();
        for (id, mut texts) in Self::from_dir(folder)?.editions {
            if all.editions.contains_key(&id) {
                texts.origin = Origin::FolderOverBuiltIn;
            }
            all.editions.insert(id, texts);
            all.compiled_in = false;
        }
        Ok(all)
    }

    /// Returns a digest of all editions, where they come from included: what was worked out under other rules must not
    /// pass for worked out under these.
    pub fn digest(&self) -> String {
        let mut digest = Running::default();
        for (id, texts) in &self.editions {
            let origin = format!("{:?} {:?}", texts.origin, texts.no_law);
            for part in [id.as_str(), &texts.rules, &texts.law, &texts.file, &origin] {
                digest.add_text(part);
            }
        }
        digest.hex()
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
        let typed = self.id_typed(id).map(|known| (known, self.editions.get(known)));
        let Some((id, Some(texts))) = typed else { return Err(self.unknown(id)) };
        let (mut programme, about) = texts.edition()?;
        programme.origin = texts.origin;
        if programme.id != id {
            return Err(build::wrong_id(&texts.file, &texts.rules, &programme.id, id));
        }
        let spans = self.spans();
        let own = spans.iter().find(|span| span.id == id);
        let refusals = own.map(|own| overlaps::refusals(&texts.file, own, &spans)).unwrap_or_default();
        if refusals.is_empty() {
            Ok((programme.with_given(given), about))
        } else {
            Err(ProgrammeError::Refused(refusals))
        }
    }

    /// Refuses an edition whose `form` is none of those known; an edition that is unsound is refused when it is loaded.
    pub fn refuse_unknown_form(&self, id: &str, known: &[&str]) -> Result<(), ProgrammeError> {
        let Some(texts) = self.editions.get(id) else { return Ok(()) };
        let Ok((programme, _)) = texts.edition() else { return Ok(()) };
        if known.contains(&programme.form.as_str()) {
            return Ok(());
        }
        let fact = |text: &str| Fact::Text(text.to_owned());
        let line = texts.rules.lines().position(|line| line.starts_with("form")).map_or(1, |at| at + 1);
        Err(ProgrammeError::Refused(vec![Refusal {
            file: texts.file.clone(),
            line,
            key: "form".to_owned(),
            problem: "rules-no-such-form",
            facts: vec![("seen", fact(&programme.form)), ("accepted", fact(&known.join(", ")))],
        }]))
    }

    /// Returns the id that was typed, whatever its case; nothing else is taken for an id.
    pub fn id_typed(&self, typed: &str) -> Option<&str> {
        let typed = typed.trim().to_lowercase();
        self.editions.keys().map(String::as_str).find(|id| *id == typed)
    }

    /// Returns where the rules of an edition were found.
    pub fn origin(&self, id: &str) -> Option<Origin> {
        self.editions.get(id).map(|texts| texts.origin)
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

    /// Returns what is wrong with other editions of the folder because of this one: one of the two pays a month that the
    /// other pays, and the later of them is refused when it is asked for.
    pub fn clashes(&self, id: &str) -> Vec<Refusal> {
        let spans = self.spans();
        let of = |span: &Span| {
            let file = self.editions.get(&span.id).map(|texts| texts.file.clone()).unwrap_or_default();
            overlaps::refusals(&file, span, &spans)
        };
        let about = |refusal: &Refusal| {
            let this = |(name, fact): &(&str, Fact)| *name == "other" && *fact == Fact::Text(id.to_owned());
            refusal.facts.iter().any(this)
        };
        spans.iter().filter(|span| span.id != id).flat_map(of).filter(about).collect()
    }

    /// Loads every edition and returns what was refused, by id.
    pub fn check_all(&self) -> Vec<(String, ProgrammeError)> {
        self.ids().into_iter().filter_map(|id| Some((id.to_owned(), self.get(id).err()?))).collect()
    }

    /// Returns the text of an edition's `programme.toml`.
    pub fn rules(&self, id: &str) -> Option<&str> {
        self.editions.get(id).map(|texts| texts.rules.as_ref())
    }

    /// Returns the text of an edition's `law.md`.
    pub fn law(&self, id: &str) -> Option<&str> {
        self.editions.get(id).map(|texts| texts.law.as_ref())
    }

    fn unknown(&self, asked: &str) -> ProgrammeError {
        let known: Vec<String> = self.editions.keys().cloned().collect();
        let plain = as_id(asked);
        let neighbours = neighbours(&plain, &known).into_iter();
        // The year is there and only the spelling is not: then its editions are offered, not those around it.
        let neighbours = if self.editions.contains_key(&plain) { Vec::new() } else { neighbours.collect() };
        let near = |id: &&String| (strsim::damerau_levenshtein(&plain, id), (*id).clone());
        let nearest = known.iter().min_by_key(near).filter(|id| near(id).0 <= id.len() / 3).cloned();
        ProgrammeError::Unknown { asked: asked.to_owned(), nearest, neighbours, known }
    }
}
