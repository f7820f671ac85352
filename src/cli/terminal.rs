//! What is printed, collected first: a closed pipe must not end in a panic, and tests read it.

use std::fmt::Write as _;
use std::io::ErrorKind;
use std::process::ExitCode;

use super::COULD_NOT_RUN;
use crate::locale::Locale;

/// Text for both streams and the exit code.
#[derive(Debug, Default)]
pub struct Report {
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
    /// Exit code.
    pub code: u8,
}

impl Report {
    /// Returns the report of a run that could not take place.
    pub fn failed(message: &str, locale: &Locale) -> Self {
        let mut report = Self { code: COULD_NOT_RUN, ..Self::default() };
        // Writing to a string does not fail.
        let _infallible = writeln!(report.err, "{} {message}", locale.text("cli-error", &[]));
        report
    }

    /// Adds a line to standard output.
    pub fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// Prints and returns the exit code. A result that did not reach its reader is no success.
    pub fn print(&self) -> std::io::Result<ExitCode> {
        written(&mut std::io::stdout(), &self.out)?;
        written(&mut std::io::stderr(), &self.err)?;
        Ok(ExitCode::from(self.code))
    }
}

/// Writes all and flushes: a full disk may say so only then. A reader that closed the pipe has read enough.
fn written(stream: &mut impl std::io::Write, text: &str) -> std::io::Result<()> {
    match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Lays out rows of words as columns, all to the left.
pub fn words(rows: &[Vec<String>]) -> String {
    table(rows, &[])
}

/// Lays out rows of amounts as columns: the first to the left, all others to the right.
pub fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    table(rows, &(1..count).collect::<Vec<_>>())
}

/// Lays out rows as columns: those at the given positions to the right, all others to the left.
pub fn table(rows: &[Vec<String>], right: &[usize]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |i: usize| rows.iter().filter_map(|r| r.get(i)).map(|c| c.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (i, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let _infallible = if right.contains(&i) {
                write!(line, "  {cell:>width$}")
            } else {
                write!(line, "  {cell:<width$}")
            };
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Columns of text that a manager's window and a printed page both hold.
const WIDTH: usize = 90;

/// Breaks text between words into lines of at most 90 letters: the first begins with `first`, the others are set in
/// as deep.
pub fn wrapped(first: &str, text: &str) -> String {
    let indent = first.chars().count();
    let mut lines: Vec<String> = vec![first.to_owned()];
    let mut length = indent;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let letters = word.chars().count();
        if length > indent && length + 1 + letters > WIDTH {
            lines.push(" ".repeat(indent));
            length = indent;
        }
        let Some(line) = lines.last_mut() else { break };
        if length > indent {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += letters;
    }
    lines.join("\n").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_broken_between_words_and_set_in() {
        let text = wrapped("   Teraz: ", &"słowo ".repeat(30));
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
        assert!(text.lines().skip(1).all(|line| line.starts_with("          słowo")), "{text}");
        assert_eq!(text.matches("słowo").count(), 30);
        assert_eq!(wrapped("a ", ""), "a");
    }

    #[test]
    fn columns_line_up() {
        let rows =
            vec![vec!["a".to_owned(), "1,00".to_owned()], vec!["żółć".to_owned(), "100,00".to_owned()]];
        assert_eq!(columns(&rows), "  a       1,00\n  żółć  100,00\n");
    }
}
