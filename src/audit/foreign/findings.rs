//! What an audit of a strange workbook gathers on its way: findings, counts, and columns nobody can verify.

use crate::finding::Finding;
use crate::source::CellRef;
use crate::units::Money;

/// Gathers.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// Differences and remarks.
    pub findings: Vec<Finding>,
    /// Lines read.
    pub lines: usize,
    /// Cells computed again and compared.
    pub recomputed: usize,
    /// Limits and conditions tested.
    pub tested: usize,
}

impl Told {
    /// Takes a finding in.
    pub fn finding(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Counts lines.
    pub fn lines_read(&mut self, lines: usize) {
        self.lines += lines;
    }

    /// Is something said of the cell already?
    pub fn speaks_of(&self, at: CellRef) -> bool {
        self.findings.iter().any(|f| f.at == Some(at))
    }

    /// Puts the largest difference first; of equals the worse, then by place.
    pub fn sorted(mut self) -> Vec<Finding> {
        for finding in &mut self.findings {
            let at = finding.at;
            finding.related.retain(|related| Some(*related) != at);
        }
        let size = |f: &Finding| f.difference.map_or(0, |d: Money| d.grosze().saturating_abs());
        self.findings.sort_by(|a, b| {
            size(b)
                .cmp(&size(a))
                .then(a.severity.cmp(&b.severity))
                .then(a.at.cmp(&b.at))
                .then_with(|| a.code.name.cmp(b.code.name))
        });
        self.findings
    }
}
