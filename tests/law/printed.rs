//! `figures.csv`: figures that are only printed, written by hand from the texts. No settlement can notice them.

use crate::support;
use rozlicz::programme::{Component, Figure, Programme};

/// Keys of the rules whose figures no amount depends on.
pub const KEYS: &[&str] =
    &["report_days", "return_days", "revenue_paragraph", "division", "chapter", "yearly"];

/// Says which printed figure of an edition is not the one written by hand.
pub fn wrong(programme: &Programme, id: &str) -> Result<Option<String>, String> {
    let path = support::root().join("tests/law/figures.csv");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .comment(Some(b'#'))
        .from_path(&path)
        .map_err(|e| e.to_string())?;
    let days =
        |f: &Option<Figure<u32>>| f.as_ref().map_or_else(|| "none".to_owned(), |f| f.value.to_string());
    let seen = [
        ("report_days", days(&programme.report_days)),
        ("return_days", days(&programme.return_days)),
        ("revenue_paragraph", programme.revenue_paragraph.value.clone()),
        ("division", programme.division.value.clone()),
        ("chapter", programme.chapter.value.clone()),
        ("yearly", yearly(programme)),
    ];
    for record in reader.records() {
        let record = record.map_err(|e| e.to_string())?;
        let fields: Vec<&str> = record.iter().collect();
        let [edition, figure, value, citation] = fields[..] else {
            return Err(format!("figures.csv: a line has four fields: {record:?}"));
        };
        if citation.len() < 10 || !KEYS.contains(&figure) {
            return Err(format!("figures.csv: no citation, or no such figure: {record:?}"));
        }
        if edition != id {
            continue;
        }
        if let Some((_, actual)) = seen.iter().find(|(key, actual)| *key == figure && actual != value) {
            return Ok(Some(format!("{figure}: {value} by hand, {actual} in the rules")));
        }
    }
    Ok(None)
}

fn yearly(programme: &Programme) -> String {
    let of = |c: &Component| match c {
        Component::MonthlySupplement { yearly, .. } => yearly.as_ref().map(|y| y.value.to_string()),
        _ => None,
    };
    programme.components.iter().find_map(of).unwrap_or_else(|| "none".to_owned())
}
