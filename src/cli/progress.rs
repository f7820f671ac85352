//! How far a long run is, on standard error: a bar on a terminal, a line for every tenth elsewhere. The one door to
//! indicatif.
//!
//! Nothing of it reaches a result: the clock that the bar asks for the time left is the terminal's business alone.

use std::fmt::Write as _;
use std::io::{IsTerminal as _, Write as _};

use indicatif::{ProgressBar, ProgressState, ProgressStyle};

use crate::finding::Fact;
use crate::locale::{Language, Locale};

/// Fewer tasks than these are over before anybody asks.
const FEW: usize = 10;

/// What is shown while a run goes on.
pub enum Shown<'a> {
    /// Nothing: other programs read the output.
    Nothing,
    /// A bar in one line of at most 80 columns.
    Bar(ProgressBar),
    /// A line for every tenth.
    Lines {
        /// The last tenth told.
        told: usize,
        /// Language.
        locale: &'a Locale,
    },
}

impl<'a> Shown<'a> {
    /// Chooses by where standard error goes.
    pub fn new(quiet: bool, locale: &'a Locale) -> Self {
        if quiet {
            Self::Nothing
        } else if std::io::stderr().is_terminal() {
            Self::Bar(bar(locale))
        } else {
            Self::Lines { told: 0, locale }
        }
    }

    /// Shows that so many of all are done.
    pub fn at(&mut self, done: usize, of: usize) {
        match self {
            Self::Nothing => {}
            Self::Bar(bar) => {
                bar.set_length(of as u64);
                bar.set_position(done as u64);
            }
            Self::Lines { told, locale } => {
                if let Some(line) = tenth(done, of, told, locale) {
                    // Without a standard error there is nobody to tell.
                    let _nobody_reads = writeln!(std::io::stderr(), "{line}");
                }
            }
        }
    }

    /// Takes the bar away, so that the summary stands in its place.
    pub fn end(self) {
        if let Self::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}

/// Returns the line for a tenth that was not told yet.
fn tenth(done: usize, of: usize, told: &mut usize, locale: &Locale) -> Option<String> {
    let now = done.saturating_mul(10) / of.max(1);
    if of < FEW || now <= *told {
        return None;
    }
    *told = now;
    let count = |n: usize| Fact::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let facts = [("done", count(done)), ("of", count(of)), ("percent", count(now * 10))];
    Some(locale.text("cli-progress-line", &facts))
}

fn bar(locale: &Locale) -> ProgressBar {
    let polish = locale.language() == Language::Polish;
    let rate = move |state: &ProgressState, out: &mut dyn std::fmt::Write| {
        let rate = format!("{:.1}", state.per_sec());
        let _infallible = out.write_str(&if polish { rate.replace('.', ",") } else { rate });
    };
    let words = |key: &str| locale.text(key, &[]);
    let mut template = String::new();
    // 8 + 26 + 16 + 15 + 24 columns at most, the words with them: narrower than a window of 80 with five-digit counts.
    let _infallible = write!(
        template,
        "{} [{{bar:20}}] {{pos}}/{{len}}  {{rate}} {}  {} {{eta_precise}}",
        words("cli-progress-files"),
        words("cli-progress-rate"),
        words("cli-progress-left"),
    );
    let style = ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::new(0);
    bar.set_style(style.with_key("rate", rate).progress_chars("=> "));
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_told_for_every_tenth_and_none_for_a_handful() {
        for language in [Language::Polish, Language::English] {
            let locale = Locale::of(language);
            let mut told = 0;
            let lines: Vec<String> =
                (1..=2_479).filter_map(|done| tenth(done, 2_479, &mut told, locale)).collect();
            assert_eq!(lines.len(), 10, "{lines:?}");
            assert!(lines[0].contains("248") && lines[9].contains("100"), "{lines:?}");
            let mut told = 0;
            assert_eq!((1..=3).filter_map(|done| tenth(done, 3, &mut told, locale)).count(), 0);
        }
    }

    #[test]
    fn the_bar_keeps_to_eighty_columns_in_both_languages() {
        for language in [Language::Polish, Language::English] {
            let locale = Locale::of(language);
            let words = ["cli-progress-files", "cli-progress-rate", "cli-progress-left"];
            let words: usize = words.iter().map(|key| locale.text(key, &[]).chars().count()).sum();
            // Bar and brackets, counts of five digits, a rate of thousands, hours, and the spaces between.
            let rest = 22 + 11 + 6 + 8 + 8;
            assert!(words + rest <= 80, "{}", words + rest);
        }
    }
}
