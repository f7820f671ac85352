//! Takes tables: settles them, and writes the municipality's settlement workbook where a folder for them is given.

use super::{Context, cannot, other_edition, settled};
use crate::consolidate::{Entry, EntryFile, verdict};
use crate::digest::sha256_hex;
use crate::finding::code::consolidate as codes;
use crate::finding::{Fact, Finding};
use crate::intake::{self, Document, Documents};
use crate::locale::{Language, Locale};
use crate::pipeline::{self, CannotRun, Run, run_read};

/// Takes tables.
pub fn take(mut entry: Entry, files: Vec<Document>, context: &Context) -> Entry {
    let documents = Documents { files, skipped: Vec::new() };
    let read = intake::read_documents(&documents);
    drop(documents);
    // A wrong name is told at its cell; only where there is none, the office's word stands in for it.
    let asked = context.asked.as_deref().filter(|_| read.submission.agreement.programme.is_none());
    let programme = asked.map(|id| context.catalogue.get(id)).transpose();
    let run = programme
        .map_err(CannotRun::from)
        .and_then(|programme| run_read(read, &context.catalogue, programme, context.job.as_of, &[]));
    together(&mut entry);
    match run {
        Ok(mut run) => {
            let seen = run.programme.as_ref().map(|programme| programme.id.clone());
            if let (Some(seen), Some(asked)) = (seen, context.asked.as_deref())
                && seen != asked
            {
                settled::of_agreement(&run.submission, &mut entry);
                verdict::say(&mut entry, other_edition(&seen, asked));
                entry.edition = Some(seen);
                return entry;
            }
            if let Err(unwritten) = write(&mut run, &mut entry, context) {
                verdict::say(&mut entry, unwritten.finding());
            }
            settled::of_run(&mut run, &mut entry);
        }
        Err(error) => verdict::say(&mut entry, cannot(&error)),
    }
    entry
}

/// Names the workbooks that were read as one submission: each may be a municipality's whole one, and only the office can
/// see that two of them are of two. Tables in text files are one a file, and say nothing by being many.
fn together(entry: &mut Entry) {
    let workbook =
        |path: &&str| !path.to_lowercase().ends_with(".csv") && !path.to_lowercase().ends_with(".tsv");
    let all: Vec<&str> = entry.files.iter().map(|file| file.path.as_str()).filter(workbook).collect();
    if all.len() > 1 {
        let finding = Finding::new(&codes::ROLLUP_TOGETHER).with("files", Fact::Text(all.join("; ")));
        verdict::say(entry, finding);
    }
}

/// Why a municipality's settlement workbook is not in the folder.
#[derive(Debug)]
enum Unwritten {
    /// It could not be made, or the second engine computed something else: its figures are in doubt, and enter no total.
    Unsound(CannotRun),
    /// It was made and witnessed, and the disk refused it: nothing is wrong with the figures.
    Refused(CannotRun),
}

impl Unwritten {
    fn finding(&self) -> Finding {
        let (code, error) = match self {
            Self::Unsound(error) => (&codes::ROLLUP_WORKBOOK_REFUSED, error),
            Self::Refused(error) => (&codes::ROLLUP_NOT_WRITTEN, error),
        };
        Finding::new(code).with("reason", Fact::Text(error.text(Locale::of(Language::Polish))))
    }
}

/// Whatever refuses before there are bytes to write.
impl From<CannotRun> for Unwritten {
    fn from(error: CannotRun) -> Self {
        Self::Unsound(error)
    }
}

/// Writes the settlement workbook of a municipality without errors, where a folder is given.
fn write(run: &mut Run, entry: &mut Entry, context: &Context) -> Result<(), Unwritten> {
    let Some(folder) = &context.job.settlements else { return Ok(()) };
    if !run.may_be_written(false) {
        return Ok(());
    }
    run.price_alone();
    let agreement = &run.submission.agreement;
    let text = |given: &crate::records::submission::Given<String>| given.as_ref().map(|t| t.value.clone());
    let (teryt, name) = (text(&agreement.teryt), text(&agreement.municipality));
    let Some(papers) = pipeline::papers(run, &context.forms, false)? else { return Ok(()) };
    let bytes = papers.into_bytes(!context.job.unwitnessed)?;
    let digest = digest(&entry.files);
    let force = context.job.force;
    let put = context.names.put(folder, teryt.as_deref(), name.as_deref(), &digest, &bytes, force);
    let name = put.map_err(Unwritten::Refused)?;
    entry.settlement = Some(EntryFile {
        path: name,
        sha256: sha256_hex(&bytes),
        bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
    });
    Ok(())
}

/// Does the settlement workbook of an entry made before still stand in the folder, byte for byte? An entry that had none
/// needs none. Its name is taken, as if it had been written now.
pub fn stands(entry: &Entry, context: &Context) -> bool {
    let (Some(folder), Some(written)) = (&context.job.settlements, &entry.settlement) else { return true };
    let Ok(bytes) = std::fs::read(folder.join(&written.path)) else { return false };
    if sha256_hex(&bytes) != written.sha256 {
        return false;
    }
    let (teryt, name) = (entry.teryt.as_deref(), entry.municipality.as_deref());
    let digest = digest(&entry.files);
    context.names.put(folder, teryt, name, &digest, &bytes, context.job.force).is_ok()
}

/// One digest of all files of a submission, whatever they are called.
pub fn digest(files: &[EntryFile]) -> String {
    let mut all: Vec<&str> = files.iter().map(|file| file.sha256.as_str()).collect();
    all.sort_unstable();
    sha256_hex(all.join("\n").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consolidate::{Kind, Verdict};
    use crate::witness::Refusal;

    fn told(unwritten: &Unwritten) -> Entry {
        let file = EntryFile { path: "gmina/tabele.xlsx".to_owned(), sha256: String::new(), bytes: 1 };
        let mut entry = Entry::of(vec![file], Kind::Tables);
        verdict::say(&mut entry, unwritten.finding());
        verdict::done(&mut entry);
        entry
    }

    #[test]
    fn a_workbook_that_the_second_engine_refuses_rejects_its_file_alone_and_names_it() {
        let refused = told(&CannotRun::from(Refusal::Count { written: 7, found: 6 }).into());
        assert_eq!((refused.verdict, refused.remarks.len()), (Verdict::Rejected, 1));
        let remark = &refused.remarks[0];
        assert_eq!((remark.code.as_str(), remark.file.as_str()), ("rollup-workbook-refused", "tabele.xlsx"));
        assert!(remark.message.contains('7') && remark.message.contains('6'), "{}", remark.message);
    }

    #[test]
    fn a_disk_that_refuses_the_copy_leaves_the_figures_in_the_totals() {
        let full = crate::output::OutputError::Unwritable {
            file: "rozliczenia/x.xlsx".into(),
            reason: std::io::ErrorKind::StorageFull,
        };
        let entry = told(&Unwritten::Refused(full.into()));
        assert_eq!(entry.verdict, Verdict::Remarks);
        let remark = entry.unwritten().expect("the remark");
        assert!(remark.message.contains("na dysku nie ma miejsca"), "{}", remark.message);
    }
}
