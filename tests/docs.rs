//! What is printed in the README and the guides works, followed word for word in a folder of its own.
//!
//! A document is a row of fenced blocks, taken in their order:
//!
//! - `console`: commands, one a line. `rozlicz …` and `cargo run -- …` run the built program; other cargo commands are
//!   checked for their shape only, since a test must not build the project again. `# 1` or `# 2` at the end of a line
//!   names the exit code it must have.
//! - `toml PATH`, `csv PATH`, `markdown PATH`: the file is written.
//! - `diff PATH`: the lines with `-` are replaced by those with `+`, until the next command has run; then the file is
//!   as before. So a guide shows what a slip leads to.
//! - `text` after a command: each of its lines is said by the last command.

#[path = "docs/blocks.rs"]
mod blocks;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use blocks::{Block, blocks};

/// Cargo commands a document may print.
const CARGO: [&str; 6] = ["build", "test", "clippy", "fmt", "bench", "doc"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn documents() -> Vec<PathBuf> {
    let mut all = vec![root().join("README.md"), root().join("CONTRIBUTING.md")];
    for folder in [root().join("docs"), root().join("docs").join("pl")] {
        let entries = fs::read_dir(&folder).expect("the folder of documents");
        let files = entries.map(|e| e.expect("an entry").path());
        all.extend(files.filter(|p| p.extension().is_some_and(|e| e == "md")));
    }
    all.sort();
    all
}

fn blocks_of(document: &Path) -> Vec<Block> {
    blocks(&fs::read_to_string(document).expect("a document"))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a new folder");
    for entry in fs::read_dir(from).expect("a folder to copy") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

/// Someone who does what a document says.
struct Reader {
    folder: tempfile::TempDir,
    /// What the last command said.
    told: String,
    /// Files as they were before the slip shown last.
    before_slip: Vec<(PathBuf, String)>,
    commands: usize,
    troubles: Vec<String>,
}

impl Reader {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["sample-data", "programmes", "report-templates"] {
            copy(&root().join(name), &folder.path().join(name));
        }
        Self { folder, told: String::new(), before_slip: Vec::new(), commands: 0, troubles: Vec::new() }
    }

    fn follow(&mut self, block: &Block) {
        match block {
            Block::Commands(lines) => {
                for line in lines {
                    self.run(line);
                }
                for (path, text) in self.before_slip.drain(..) {
                    fs::write(path, text).expect("the file as it was");
                }
            }
            Block::File { path, text } => {
                let path = self.folder.path().join(path);
                fs::create_dir_all(path.parent().expect("a path in the folder")).expect("its folder");
                fs::write(path, text).expect("the file");
            }
            Block::Slip { path, old, new } => {
                let path = self.folder.path().join(path);
                let text = fs::read_to_string(&path).expect("a file written before");
                if text.matches(old.as_str()).count() != 1 {
                    self.troubles.push(format!("these lines do not stand once in the file:\n{old}"));
                }
                fs::write(&path, text.replacen(old.as_str(), new, 1)).expect("the file with the slip");
                self.before_slip.push((path, text));
            }
            Block::Said(lines) => {
                for line in lines {
                    if !self.told.contains(line) {
                        self.troubles.push(format!("the program did not say „{line}” but\n{}", self.told));
                    }
                }
            }
        }
    }

    fn run(&mut self, command: &str) {
        self.commands += 1;
        let (line, code) = command.split_once(" # ").unwrap_or((command, "0"));
        let words: Vec<&str> = line.split_whitespace().collect();
        let arguments = match words.as_slice() {
            ["rozlicz", rest @ ..] | ["cargo", "run", "--", rest @ ..] => rest,
            ["cargo", sub, ..] if CARGO.contains(sub) => return,
            [".ci/run" | "scripts/forbid", ..] => return,
            _ => return self.troubles.push(format!("{command}: a document may not print this")),
        };
        let run = Command::new(env!("CARGO_BIN_EXE_rozlicz"))
            .args(arguments)
            .current_dir(self.folder.path())
            .output()
            .expect("the built program starts");
        let told =
            [run.stdout, run.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        let expected: i32 = code.trim().parse().expect("an exit code stands behind the hash");
        if run.status.code() != Some(expected) {
            self.troubles.push(format!("{command}: ended with {}, expected {expected}\n{told}", run.status));
        }
        // A guide breaks long lines where it likes.
        self.told = blocks::one_line(&told);
    }
}

#[test]
fn what_every_document_says_can_be_done_and_comes_out_as_it_says() {
    let mut troubles = Vec::new();
    let mut commands = 0;
    for document in documents() {
        let mut reader = Reader::new();
        for block in blocks_of(&document) {
            reader.follow(&block);
        }
        commands += reader.commands;
        troubles.extend(reader.troubles.iter().map(|t| format!("{}: {t}", document.display())));
    }
    assert!(troubles.is_empty(), "{}", troubles.join("\n\n"));
    assert!(commands > 40, "the documents print commands: {commands}");
}

/// The guide for contributors and the one for the municipality tell the same steps; what is copied from them must not
/// drift apart.
#[test]
fn a_new_year_is_added_with_the_same_files_in_both_languages() {
    let files = |name: &str| -> Vec<Block> {
        let all = blocks_of(&root().join("docs").join(name));
        all.into_iter().filter(|block| matches!(block, Block::File { .. } | Block::Slip { .. })).collect()
    };
    let english = files("add-a-programme.md");
    assert!(english.len() > 10, "the guide holds every file and the slips: {}", english.len());
    assert_eq!(english, files("pl/nowy-rok.md"));
}

#[test]
fn the_guide_to_the_collective_report_speaks_of_every_option() {
    let guide = fs::read_to_string(root().join("docs/pl/zbiorcze.md")).expect("the guide");
    let help = Command::new(env!("CARGO_BIN_EXE_rozlicz")).args(["consolidate", "--help"]).output();
    let help = String::from_utf8(help.expect("the built program starts").stdout).expect("text");
    let options = help.lines().filter_map(|line| line.split_whitespace().find(|word| word.starts_with("--")));
    let options: Vec<&str> = options.collect();
    assert!(options.len() > 15, "{options:?}");
    let untold: Vec<&&str> = options.iter().filter(|option| !guide.contains(**option)).collect();
    assert!(untold.is_empty(), "{untold:?}");
}

#[test]
fn every_link_between_the_documents_leads_to_a_file() {
    let mut broken = Vec::new();
    for document in documents() {
        let text = fs::read_to_string(&document).expect("a document");
        for piece in text.split("](").skip(1) {
            let target = piece.split(')').next().unwrap_or_default();
            let file = target.split('#').next().unwrap_or_default();
            if file.is_empty() || file.contains("://") {
                continue;
            }
            let folder = document.parent().expect("a document lies in a folder");
            if !folder.join(file).exists() {
                broken.push(format!("{}: {target}", document.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
