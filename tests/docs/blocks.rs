//! The fenced blocks of a document, as steps. What they mean stands at the head of `tests/docs.rs`.

/// A step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Block {
    /// Commands to run.
    Commands(Vec<String>),
    /// A file to write.
    File {
        /// Where, from the folder in which the reader works.
        path: String,
        /// Its whole text.
        text: String,
    },
    /// A slip: lines of a file replaced until the next command has run.
    Slip {
        /// Which file.
        path: String,
        /// Lines of the sound file.
        old: String,
        /// Lines in their place.
        new: String,
    },
    /// What the last command says.
    Said(Vec<String>),
}

/// Returns the steps of a document. Other fenced blocks are pictures, not steps.
pub fn blocks(document: &str) -> Vec<Block> {
    let mut all = Vec::new();
    let mut open: Option<(&str, Vec<&str>)> = None;
    for line in document.lines() {
        match (line.trim_start().strip_prefix("```"), &mut open) {
            (Some(info), None) => open = Some((info.trim(), Vec::new())),
            (Some(_), Some((info, lines))) => {
                all.extend(step(info, lines));
                open = None;
            }
            (None, Some((_, lines))) => lines.push(line),
            (None, None) => {}
        }
    }
    all
}

fn step(info: &str, lines: &[&str]) -> Option<Block> {
    let (kind, path) = info.split_once(' ').unwrap_or((info, ""));
    let spoken = || lines.iter().map(|line| one_line(line)).filter(|line| !line.is_empty());
    match (kind, path) {
        ("console", "") => Some(Block::Commands(spoken().collect())),
        ("text", "") => Some(Block::Said(spoken().collect())),
        ("toml" | "csv" | "markdown", path) if !path.is_empty() => {
            Some(Block::File { path: path.to_owned(), text: whole(lines.iter().copied()) })
        }
        ("diff", path) if !path.is_empty() => {
            let side = |sign: char| whole(lines.iter().filter_map(move |line| line.strip_prefix(sign)));
            Some(Block::Slip { path: path.to_owned(), old: side('-'), new: side('+') })
        }
        _ => None,
    }
}

fn whole<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Returns a text with every run of spaces and line ends as one space.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
