//! The words people read, in Polish and English. The one door to Fluent.
//!
//! Catalogues are compiled in from `locales/pl` and `locales/en`; both hold the same keys (tested). Facts are
//! formatted here, so that a comma or a no-break space is decided in one place.

pub mod wrap;

use std::io::ErrorKind;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::finding::Fact;
use crate::units::money::polish_amount;

/// The language of messages. Workbooks are always Polish.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    /// Polish, the default.
    #[default]
    Polish,
    /// English.
    English,
}

/// A catalogue of messages.
pub struct Locale {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

macro_rules! catalogues {
    ($($name:literal),* $(,)?) => {
        /// File names and both texts of every catalogue.
        pub const CATALOGUES: &[(&str, &str, &str)] = &[$((
            $name,
            include_str!(concat!("../locales/pl/", $name, ".ftl")),
            include_str!(concat!("../locales/en/", $name, ".ftl")),
        )),*];
    };
}
catalogues!(
    "intake",
    "checks",
    "editions",
    "program",
    "output",
    "programmes",
    "conformance",
    "readings",
    "against",
    "witness",
    "reconciliation",
    "book",
    "capsule",
    "audit",
    "annex",
    "explain",
    "plan",
    "estimate",
    "radar",
    "close",
    "previous",
    "interest",
    "documents",
    "calendar",
    "carry",
    "consolidate",
    "office",
    "register",
    "country",
    "halves",
);

impl Locale {
    /// Returns the catalogue of a language, loaded once: a run words its messages and its workbook.
    pub fn of(language: Language) -> &'static Self {
        static POLISH: OnceLock<Locale> = OnceLock::new();
        static ENGLISH: OnceLock<Locale> = OnceLock::new();
        let loaded = if language == Language::Polish { &POLISH } else { &ENGLISH };
        loaded.get_or_init(|| Self::new(language))
    }

    /// Loads the catalogue of a language.
    pub fn new(language: Language) -> Self {
        let tag = if language == Language::Polish { "pl-PL" } else { "en-GB" };
        let mut bundle =
            FluentBundle::new_concurrent(vec![tag.parse().expect("a language tag written in this file")]);
        bundle.set_use_isolating(false);
        for (name, polish, english) in CATALOGUES {
            let text = if language == Language::Polish { polish } else { english };
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partial, errors)| {
                debug_assert!(errors.is_empty(), "catalogue {name}: {errors:?}");
                partial
            });
            let _duplicates_are_caught_by_a_test = bundle.add_resource(resource);
        }
        Self { language, bundle }
    }

    /// Returns the language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Is there a message with the key?
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// Returns the message with its facts put in; the key itself when there is no such message.
    pub fn text(&self, key: &str, facts: &[(&str, Fact)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return key.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, fact) in facts {
            let value = match fact {
                Fact::Count(n) => FluentValue::from(*n),
                other => FluentValue::from(self.fact(other)),
            };
            args.set((*name).to_owned(), value);
        }
        let mut errors = Vec::new();
        let shown = self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        // A fact that nobody gave is printed by its name. What a person typed may look like that.
        let typed = facts.iter().any(|(_, fact)| matches!(fact, Fact::Text(text) if text.contains("{$")));
        debug_assert!(typed || !shown.contains("{$"), "{key}: a fact is missing: {shown}");
        shown
    }

    /// Returns a fact as people read it.
    pub fn fact(&self, fact: &Fact) -> String {
        let polish = self.language == Language::Polish;
        let decimal = |text: String| if polish { text.replace('.', ",") } else { text };
        match fact {
            Fact::Text(text) => text.clone(),
            Fact::Count(n) => n.to_string(),
            Fact::Amount(amount) if polish => format!("{}\u{a0}zł", polish_amount(&amount.to_exact(), 2)),
            Fact::Amount(amount) => format!("{amount} PLN"),
            Fact::Number(n) => decimal(n.to_short(4)),
            Fact::Percent(n) => decimal(format!("{}%", (n * &crate::units::Exact::whole(100)).to_short(4))),
            Fact::Day(day) if polish => day.polish(),
            Fact::Day(day) => day.to_string(),
            Fact::Month(month) if polish => month.polish(),
            Fact::Month(month) => month.to_string(),
            Fact::System(kind) => self.system(*kind),
        }
    }

    /// The system speaks English whatever the locale: its common answers have words of their own here.
    fn system(&self, kind: ErrorKind) -> String {
        let key = match kind {
            ErrorKind::NotFound => "system-not-found",
            ErrorKind::PermissionDenied => "system-permission-denied",
            ErrorKind::ReadOnlyFilesystem => "system-read-only",
            ErrorKind::AlreadyExists => "system-already-exists",
            ErrorKind::StorageFull => "system-storage-full",
            ErrorKind::QuotaExceeded => "system-quota-exceeded",
            ErrorKind::FileTooLarge => "system-file-too-large",
            ErrorKind::IsADirectory => "system-is-a-directory",
            ErrorKind::NotADirectory => "system-not-a-directory",
            ErrorKind::InvalidFilename => "system-invalid-filename",
            ErrorKind::InvalidData => "system-invalid-data",
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "system-busy",
            ErrorKind::UnexpectedEof => "system-cut-off",
            ErrorKind::Interrupted | ErrorKind::WouldBlock => "system-interrupted",
            ErrorKind::OutOfMemory => "system-out-of-memory",
            ErrorKind::Unsupported => "system-unsupported",
            ErrorKind::DirectoryNotEmpty => "system-folder-not-empty",
            ErrorKind::CrossesDevices => "system-other-disk",
            ErrorKind::TooManyLinks => "system-link-loop",
            ErrorKind::TimedOut
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::NotConnected
            | ErrorKind::ConnectionRefused
            | ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::StaleNetworkFileHandle => "system-network",
            // A kind that the library has no name for yet, but words: a link that leads round to itself.
            _ if format!("{kind:?}") == "FilesystemLoop" => "system-link-loop",
            // What the system said follows in its own words, for whoever looks after the computer.
            _ => return self.text("system-other", &[("kind", Fact::Text(kind.to_string()))]),
        };
        self.text(key, &[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<&str> {
        let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_alphabetic());
        let mut keys: Vec<&str> =
            text.lines().filter(begins).filter_map(|line| Some(line.split_once(" =")?.0)).collect();
        keys.sort_unstable();
        keys
    }

    #[test]
    fn both_languages_have_the_same_messages_and_each_once() {
        for (name, polish, english) in CATALOGUES {
            let mut seen = keys(polish);
            assert_eq!(seen, keys(english), "{name}");
            let all = seen.len();
            seen.dedup();
            assert_eq!(seen.len(), all, "{name}: a key stands twice, and the second text is never shown");
        }
    }

    #[test]
    fn what_the_system_said_is_worded_in_the_language() {
        let full = Fact::System(ErrorKind::StorageFull);
        assert_eq!(Locale::of(Language::Polish).fact(&full), "na dysku nie ma miejsca");
        assert_eq!(Locale::of(Language::English).fact(&full), "the disk is full");
        let rare = Locale::of(Language::Polish).fact(&Fact::System(ErrorKind::Deadlock));
        assert!(rare.starts_with("system odmówił") && rare.contains("deadlock"), "{rare}");
        let network = Locale::of(Language::Polish).fact(&Fact::System(ErrorKind::TimedOut));
        assert!(network.contains("dysk sieciowy"), "{network}");
    }
}
