//! Every command printed in the README and the guides runs, in the order printed, in a folder of its own.
//!
//! Fenced blocks marked `console` are commands, one a line. `rozlicz …` and `cargo run -- …` run the built program;
//! other cargo commands are checked for their shape only, since a test must not build the project again. A comment
//! `# 1` or `# 2` at the end of a line names the exit code it must have.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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

/// Returns the commands of a document.
fn commands(document: &Path) -> Vec<String> {
    let text = fs::read_to_string(document).expect("a document");
    let mut commands = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            inside = !inside && line.trim() == "```console";
        } else if inside && !line.trim().is_empty() {
            commands.push(line.trim().to_owned());
        }
    }
    commands
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

/// Runs one command and says what went wrong, if anything did.
fn trouble(command: &str, folder: &Path) -> Option<String> {
    let (line, code) = command.split_once(" # ").unwrap_or((command, "0"));
    let words: Vec<&str> = line.split_whitespace().collect();
    let arguments = match words.as_slice() {
        ["rozlicz", rest @ ..] | ["cargo", "run", "--", rest @ ..] => rest,
        ["cargo", sub, ..] if CARGO.contains(sub) => return None,
        [".ci/run" | "scripts/forbid", ..] => return None,
        _ => return Some(format!("{command}: a document may not print this")),
    };
    let run = Command::new(env!("CARGO_BIN_EXE_rozlicz"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the built program starts");
    let expected: i32 = code.trim().parse().expect("an exit code stands behind the hash");
    (run.status.code() != Some(expected)).then(|| {
        let told = [run.stdout, run.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        format!("{command}: ended with {}, expected {expected}\n{}", run.status, told.concat())
    })
}

#[test]
fn every_command_in_the_documents_runs() {
    let mut troubles = Vec::new();
    let mut count = 0;
    for document in documents() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["sample-data", "programmes", "report-templates"] {
            copy(&root().join(name), &folder.path().join(name));
        }
        for command in commands(&document) {
            count += 1;
            troubles.extend(trouble(&command, folder.path()).map(|t| format!("{}: {t}", document.display())));
        }
    }
    assert!(troubles.is_empty(), "{}", troubles.join("\n\n"));
    assert!(count > 10, "the documents print commands: {count}");
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
