//! Recomputes what somebody else hands over and says where it differs. Builds on traces (`trace`), whole workbooks
//! (`intake::book`) and settlements (`pipeline`); writes nothing and never changes what it reads.
//!
//! Every difference is a [`Finding`] at a cell of the audited workbook: words, remedies and JSON are those of all
//! findings.

pub mod against;
pub mod data;
pub mod foreign;
pub mod from_trace;
pub mod law;
pub mod own;
pub mod protocol;

use crate::finding::{Finding, Severity};
use crate::intake::book::ReadBook;
use crate::source::{CellRef, SheetId, Sources};
use crate::trace::{Document, Head};
use crate::units::Exact;

/// What kind of workbook was audited.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// Written by this program: it carries a trace.
    Own,
    /// Written by this program, but its trace is gone or damaged.
    OwnWithoutTrace,
    /// An official form filled by somebody else, or the file to send, which carries no trace.
    Foreign,
}

/// What an audit yields.
#[derive(Clone, Debug)]
pub struct Report {
    /// What kind of workbook it is.
    pub subject: Subject,
    /// The audited workbook as file 0 with its sheets in order; then other files that findings name.
    pub sources: Sources,
    /// What was settled, as the trace or the form says; blank fields where neither does.
    pub head: Head,
    /// What was gone through, in the order done.
    pub recomputed: Vec<Recomputed>,
    /// Differences, largest first.
    pub findings: Vec<Finding>,
    /// What could not be verified, and why.
    pub unverified: Vec<Unverified>,
    /// Files that the audit rests on, the audited workbook first.
    pub documents: Vec<Document>,
}

/// One thing gone through: a message key of the catalogues, and how many.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recomputed {
    /// Key of the message; its fact is `count`.
    pub key: &'static str,
    /// How many: cells, formulas, lines, figures.
    pub count: usize,
}

/// Something that could not be verified.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unverified {
    /// Key of the message that says what and why.
    pub key: &'static str,
    /// Its facts.
    pub facts: Vec<(&'static str, crate::finding::Fact)>,
}

/// How an audit ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Nothing differs.
    Clean,
    /// Something differs.
    Differs,
}

impl Report {
    /// Returns a report on a workbook with nothing found yet.
    pub fn on(book: &ReadBook, subject: Subject) -> Self {
        let mut sources = Sources::default();
        let file = book.file();
        let document = Document::of(&file);
        let file = sources.add_file(file);
        for sheet in &book.sheets {
            sources.add_sheet(file, &sheet.name);
        }
        Self {
            subject,
            sources,
            head: Head::default(),
            recomputed: Vec::new(),
            findings: Vec::new(),
            unverified: Vec::new(),
            documents: vec![document],
        }
    }

    /// Returns the verdict: notes alone are no difference.
    pub fn verdict(&self) -> Verdict {
        let differs = self.findings.iter().any(|f| f.severity != Severity::Note);
        if differs { Verdict::Differs } else { Verdict::Clean }
    }

    /// Keeps the largest differences, sorted before, and says how many more there are.
    pub fn cap(&mut self) {
        const MOST: usize = 2_000;
        let more = self.findings.len().saturating_sub(MOST);
        if more > 0 {
            self.findings.truncate(MOST);
            let more = crate::finding::Fact::Count(i64::try_from(more).unwrap_or(i64::MAX));
            self.findings.push(Finding::new(&crate::finding::code::audit::AUDIT_MORE).with("count", more));
        }
    }

    /// Sorts the findings: largest difference of money first, whatever its sign, then by severity and place.
    pub fn sort(&mut self) {
        self.findings.sort_by(|a, b| {
            // Data of another settlement explain everything else, so that comes first.
            let first = |f: &Finding| f.code != &crate::finding::code::audit::AUDIT_DATA_FOREIGN;
            let size = |f: &Finding| f.difference.map_or_else(Exact::zero, |d| d.to_exact().abs());
            first(a).cmp(&first(b)).then_with(|| size(b).cmp(&size(a))).then_with(|| {
                let key = |f: &Finding| (f.severity, f.at.is_none(), f.at, f.code.name);
                key(a).cmp(&key(b))
            })
        });
    }
}

/// Returns a cell of the audited workbook, by position of its sheet, row and column from zero.
pub fn cell(sheet: usize, row: u32, column: u32) -> CellRef {
    CellRef { sheet: SheetId(u16::try_from(sheet).unwrap_or(u16::MAX)), row, column }
}
