//! Links of a workbook lead where they should: from an amount to the cell that computes it, from a step to a cell of its
//! formula. The file that is sent has none.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use rozlicz::calc::{Origin, Value};
use rozlicz::forms::Forms;
use rozlicz::intake::book;
use rozlicz::pipeline::{self, Job};
use rozlicz::recalc;
use rozlicz::trace::{Held, Purpose, Trace, sheet};

type At = (usize, u32, u32);

/// Writes both workbooks of a sample.
fn written(sample: &str, folder: &Path) -> (PathBuf, PathBuf) {
    let inputs = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data").join(sample)];
    let mut run = pipeline::run(&Job { inputs, ..Job::default() }).expect("the sample is read");
    let papers = pipeline::papers(&mut run, &Forms::built_in(), false).expect("sound").expect("figures");
    let (whole, sent) = (folder.join("calosc.xlsx"), folder.join("do-wysylki.xlsx"));
    papers.write(&whole, false).expect("written");
    papers.write_to_send(&sent, false).expect("written");
    (whole, sent)
}

/// The links of each sheet: cell and target, as written.
fn links(path: &Path) -> Vec<Vec<(String, String)>> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).expect("a file")).expect("an archive");
    let mut all = Vec::new();
    for number in 1.. {
        let mut text = String::new();
        let Ok(mut part) = archive.by_name(&format!("xl/worksheets/sheet{number}.xml")) else { break };
        part.read_to_string(&mut text).expect("text");
        let tags = text.split("<hyperlink ").skip(1);
        let of = |tag: &str, name: &str| {
            let rest = tag.split_once(&format!("{name}=\"")).expect("the attribute").1;
            rest.split_once('"').expect("a closed attribute").0.replace("&apos;", "'")
        };
        all.push(tags.map(|tag| (of(tag, "ref"), of(tag, "location"))).collect());
    }
    all
}

fn cell(address: &str) -> (u32, u32) {
    let at = address.find(|c: char| c.is_ascii_digit()).expect("a row");
    let column = address[..at].chars().fold(0, |all, c| all * 26 + (c as u32 - 'A' as u32 + 1));
    (address[at..].parse::<u32>().expect("a row") - 1, column - 1)
}

fn targets(trace: &Trace, path: &Path) -> BTreeMap<At, At> {
    let mut all = BTreeMap::new();
    for (index, links) in links(path).into_iter().enumerate() {
        assert!(links.len() <= 65_530);
        for (from, to) in links {
            let (name, address) = to.rsplit_once('!').expect("a sheet and a cell");
            let name = name.trim_matches('\'').replace("''", "'");
            let sheet = trace.sheets.iter().position(|sheet| sheet.name == name);
            let ((row, column), (r, c)) = (cell(&from), cell(address));
            all.insert((index, row, column), (sheet.expect("a sheet of the workbook"), r, c));
        }
    }
    all
}

#[test]
fn a_click_on_an_amount_leads_to_its_step_and_from_a_step_to_what_it_rests_on() {
    for sample in ["gmina-2025", "redziny-2019", "wrzesnia-2021"] {
        let folder = tempfile::tempdir().expect("a folder");
        let (whole, sent) = written(sample, folder.path());
        let bytes = std::fs::read(&whole).expect("read");
        let read = book::read("calosc.xlsx", &bytes).expect("a workbook");
        let trace = sheet::found(&read).expect("a trace").expect("sound");
        let model = recalc::of_trace(&trace);
        let targets = targets(&trace, &whole);
        assert!(targets.len() > 50, "{sample}: {}", targets.len());
        for (from, to) in &targets {
            let node = |at: &At| model.node(at.0, at.1, at.2).expect("a filled cell");
            let Origin::Formula(expr) = &model.model.node(node(from)).origin else {
                panic!("{sample} {from:?}: only formulas have links");
            };
            let mut used = false;
            expr.refs(&mut |id| used |= id == node(to));
            assert!(used, "{sample} {from:?} → {to:?} is no part of its formula");
        }
        for (index, sheet) in trace.sheets.iter().enumerate() {
            for cell in &sheet.cells {
                let at = (index, cell.row, cell.column);
                let repeats = cell.meaning.is_none();
                if let Held::Formula(formula, Value::Number(_)) = &cell.holds
                    && repeats
                {
                    let to = targets.get(&at).unwrap_or_else(|| panic!("{sample} {at:?}: {formula}"));
                    let home = trace.sheets[to.0].cell(to.1, to.2).expect("the home is filled");
                    assert!(home.meaning.is_some(), "{sample} {at:?}: {formula}");
                }
            }
        }
        assert!(targets.keys().any(|at| trace.sheets[at.0].purpose == Purpose::Official));
        assert_eq!(links(&sent).concat(), Vec::new(), "{sample}: nothing of ours is sent");
    }
}
