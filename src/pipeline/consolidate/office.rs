//! What the office knows beside the files: its register and its voivodeship, and how the reports stand against them.

use std::collections::{BTreeMap, BTreeSet};

use super::ConsolidateJob;
use crate::consolidate::compare::{self, voivodeship_named};
use crate::consolidate::register::Register;
use crate::consolidate::sheets::Missing;
use crate::consolidate::{Entry, Remark};
use crate::finding::code::register as code;
use crate::finding::{Fact, Finding};
use crate::intake::register as reader;
use crate::pipeline::CannotRun;
use crate::programme::Programme;
use crate::source::CellRef;
use crate::units::Day;

/// What the office knows, and what was found.
#[derive(Clone, Debug, Default)]
pub struct Office {
    /// Its register.
    pub register: Option<Register>,
    /// Two digits of its voivodeship, where it was named or all of the register lies in one.
    pub voivodeship: Option<String>,
    /// What is wrong with the register, and what concerns no single report; places are the register's.
    pub findings: Vec<Finding>,
}

impl Office {
    /// Reads the register and the voivodeship's name: before any work, since nobody should wait for a typing slip.
    pub fn read(job: &ConsolidateJob) -> Result<Self, CannotRun> {
        let named = job.voivodeship.as_deref().map(|text| {
            let unknown = || CannotRun::new("consolidate-voivodeship-unknown").with("voivodeship", text);
            voivodeship_named(text).ok_or_else(unknown)
        });
        let voivodeship = named.transpose()?;
        let Some(path) = &job.register else { return Ok(Self { voivodeship, ..Self::default() }) };
        let refused = |reason: std::io::ErrorKind| {
            let path = Fact::Text(path.display().to_string());
            CannotRun::Said {
                key: "intake-path-unreadable",
                facts: vec![("path", path), ("reason", Fact::System(reason))],
            }
        };
        let size = std::fs::metadata(path).map_err(|e| refused(e.kind()))?.len();
        if size > crate::intake::MAX_FILE_BYTES {
            return Err(CannotRun::new("register-too-large").with("path", path.display()));
        }
        let bytes = std::fs::read(path).map_err(|e| refused(e.kind()))?;
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let mut register = Register::of(reader::read(&name, &bytes));
        if let Some(prefix) = &voivodeship {
            register = register.in_voivodeship(prefix);
        }
        let voivodeship = voivodeship.or_else(|| register.voivodeship().map(str::to_owned));
        Ok(Self { register: Some(register), voivodeship, findings: Vec::new() })
    }

    /// Compares the reports with each other and with the register.
    pub fn compare(&mut self, entries: &mut Vec<Entry>, programme: Option<&Programme>, as_of: Option<Day>) {
        let known = compare::Office {
            register: self.register.as_ref(),
            voivodeship: self.voivodeship.as_deref(),
            programme,
            as_of,
        };
        compare::settle_halves(entries, &known);
        let found = compare::compare(entries, &known);
        // The form and the cards ask for what the list tells of a municipality too.
        let by_name = compare::rows_by_name(entries, &known);
        if let Some(register) = &mut self.register {
            register.learn(by_name);
        }
        let own = self.register.iter().flat_map(|register| register.findings.iter().cloned());
        self.findings = own.chain(found).collect();
        // The register gave codes to some that had none.
        entries.sort_by(|a, b| a.order().cmp(&b.order()));
    }

    /// Returns the findings that concern no single report, in the words of the workbook.
    pub fn remarks(&self) -> Vec<Remark> {
        let nothing = Register::default();
        let sources = &self.register.as_ref().unwrap_or(&nothing).sources;
        self.findings.iter().map(|finding| Remark::of(finding, sources)).collect()
    }

    /// Returns the municipalities of the register whose report is missing; none without a register.
    pub fn missing(&self) -> Option<Vec<Missing>> {
        let register = self.register.as_ref()?;
        let told = self.findings.iter().filter(|finding| finding.code.name == code::REPORT_MISSING.name);
        let cells: BTreeSet<CellRef> = told.filter_map(|finding| finding.at).collect();
        let missing = register.rows.iter().filter(|row| cells.contains(&row.at)).map(|row| Missing {
            teryt: row.teryt.clone().unwrap_or_default(),
            municipality: row.name().unwrap_or_default().to_owned(),
        });
        Some(missing.collect())
    }

    /// Returns the names of powiats by their four digits, as far as the register tells them.
    pub fn counties(&self) -> BTreeMap<String, String> {
        let rows = self.register.iter().flat_map(|register| &register.rows);
        rows.filter_map(|row| Some((row.teryt.as_deref()?.get(..4)?.to_owned(), row.county()?.to_owned())))
            .collect()
    }
}
