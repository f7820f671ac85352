//! LibreOffice as a second opinion: recalculates workbooks and compares every formula cell with its stored result.
//!
//! The profile forces a full recalculation on load; without it LibreOffice shows the stored results and would agree
//! with anything. `tests/witness.rs` proves that with a planted fault before it trusts a comparison.

use calamine::{Data, Reader, Xlsx, open_workbook};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Greatest difference between numbers that is still the same figure: far below a grosz, above the noise of doubles.
const TOLERANCE: f64 = 1e-6;

/// Is LibreOffice installed?
pub fn present() -> bool {
    let run = Command::new("soffice").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    run.is_ok_and(|s| s.success())
}

/// Recalculates workbooks into `out`, in `workers` processes at a time, each with a profile of its own.
pub fn recalculate(files: &[PathBuf], out: &Path, workers: usize) -> Result<(), String> {
    fs::create_dir_all(out).map_err(|e| e.to_string())?;
    let share = files.len().div_ceil(workers.max(1)).max(1);
    std::thread::scope(|scope| {
        let running: Vec<_> = files
            .chunks(share)
            .map(|part| scope.spawn(move || part.chunks(120).try_for_each(|few| convert(few, out))))
            .collect();
        running.into_iter().try_for_each(|r| r.join().map_err(|_| "a conversion broke off".to_owned())?)
    })
}

fn convert(files: &[PathBuf], out: &Path) -> Result<(), String> {
    let profile = tempfile::tempdir().map_err(|e| e.to_string())?;
    let user = profile.path().join("user");
    fs::create_dir_all(&user).map_err(|e| e.to_string())?;
    fs::write(user.join("registrymodifications.xcu"), ALWAYS_RECALCULATE).map_err(|e| e.to_string())?;
    let run = Command::new("soffice")
        .args(["--headless", "--norestore", "--nologo"])
        .arg(format!("-env:UserInstallation=file://{}", profile.path().display()))
        .args(["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .arg(out)
        .args(files)
        .output()
        .map_err(|e| e.to_string())?;
    let missing: Vec<String> =
        files.iter().filter(|f| !recalculated(f, out).is_file()).map(|f| f.display().to_string()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(format!("LibreOffice left out {}\n{}", missing.join(", "), String::from_utf8_lossy(&run.stderr)))
}

const ALWAYS_RECALCULATE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// Where the recalculated copy of a file lies.
pub fn recalculated(file: &Path, out: &Path) -> PathBuf {
    out.join(file.file_name().unwrap_or_default())
}

/// Opens a workbook.
pub fn open(path: &Path) -> Result<Xlsx<BufReader<fs::File>>, String> {
    open_workbook(path).map_err(|e: calamine::XlsxError| format!("{}: {e}", path.display()))
}

/// Compares the stored result of every formula of `written` with `recalculated`. Returns the number of formulas and
/// the cells that differ or hold an error.
pub fn compare(written: &Path, recalculated: &Path) -> Result<(usize, Vec<String>), String> {
    let (mut ours, mut theirs) = (open(written)?, open(recalculated)?);
    let (mut count, mut wrong) = (0, Vec::new());
    for sheet in ours.sheet_names() {
        let formulas = ours.worksheet_formula(&sheet).map_err(|e| e.to_string())?;
        let stored = ours.worksheet_range(&sheet).map_err(|e| e.to_string())?;
        let Ok(computed) = theirs.worksheet_range(&sheet) else {
            wrong.push(format!("{sheet}: missing after recalculation"));
            continue;
        };
        let (top, left) = formulas.start().unwrap_or((0, 0));
        for (row, column, formula) in formulas.used_cells() {
            let at = (top + u32::try_from(row).unwrap_or(0), left + u32::try_from(column).unwrap_or(0));
            let get = |range: &calamine::Range<Data>| range.get_value(at).cloned().unwrap_or(Data::Empty);
            let (a, b) = (get(&stored), get(&computed));
            count += 1;
            if !same(&a, &b) {
                let cell = rozlicz::source::a1(at.0, at.1);
                wrong.push(format!("{sheet}!{cell}: stored {a:?}, recalculated {b:?}, formula ={formula}"));
            }
        }
    }
    Ok((count, wrong))
}

/// Are two results the same figure, text or blank?
pub fn same(a: &Data, b: &Data) -> bool {
    let blank = |d: &Data| matches!(d, Data::Empty) || matches!(d, Data::String(s) if s.is_empty());
    match (number(a), number(b)) {
        (Some(a), Some(b)) => {
            // Written without arithmetic on floats elsewhere in the project; here it is the point.
            #[allow(clippy::float_arithmetic)]
            let near = (a - b).abs() <= TOLERANCE;
            near
        }
        (None, None) => match (a, b) {
            (Data::String(a), Data::String(b)) => a == b,
            (Data::Bool(a), Data::Bool(b)) => a == b,
            _ => blank(a) && blank(b),
        },
        _ => false,
    }
}

fn number(data: &Data) -> Option<f64> {
    match data {
        Data::Int(n) => n.to_string().parse().ok(),
        Data::Float(n) => Some(*n),
        Data::DateTime(d) => Some(d.as_f64()),
        _ => None,
    }
}

/// Copies a workbook with one wrong stored result: the first numeric one of the first sheet that has any. Returns the
/// value that stood there.
pub fn plant(from: &Path, to: &Path) -> Result<String, String> {
    let text = |e: &dyn std::fmt::Display| e.to_string();
    let mut archive =
        zip::ZipArchive::new(fs::File::open(from).map_err(|e| text(&e))?).map_err(|e| text(&e))?;
    let mut parts: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for i in 0..archive.len() {
        let mut entry = archive.by_index(i).map_err(|e| text(&e))?;
        let name = entry.name().map_err(|e| text(&e))?.into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(|e| text(&e))?;
        parts.insert(name, bytes);
    }
    let mut planted = None;
    for (name, bytes) in &mut parts {
        if planted.is_some() || !name.starts_with("xl/worksheets/sheet") {
            continue;
        }
        let xml = String::from_utf8_lossy(bytes).into_owned();
        let Some((start, end)) = first_number(&xml) else { continue };
        planted = Some(xml[start..end].to_owned());
        let mut changed = String::with_capacity(xml.len());
        let _ = write!(changed, "{}987654.32{}", &xml[..start], &xml[end..]);
        *bytes = changed.into_bytes();
    }
    let mut writer = zip::ZipWriter::new(fs::File::create(to).map_err(|e| text(&e))?);
    for (name, bytes) in parts {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).map_err(|e| text(&e))?;
        writer.write_all(&bytes).map_err(|e| text(&e))?;
    }
    writer.finish().map_err(|e| text(&e))?;
    planted.ok_or_else(|| "no formula with a number".to_owned())
}

/// Span of the first number that stands as a formula's result (a text result's cell says `t="str"`).
fn first_number(xml: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(found) = xml[from..].find("</f><v>") {
        let start = from + found + "</f><v>".len();
        let end = start + xml[start..].find("</v>")?;
        if xml[start..end].parse::<f64>().is_ok() {
            return Some((start, end));
        }
        from = end;
    }
    None
}
