//! The head of a card: whose report it is, under which agreement, and which file.

use super::super::register::{Register, RegisterRow};
use super::super::sheets::{is_city, words};
use super::super::{Entry, Kind};
use super::Facts;
use crate::forms::working::page::{Page, Shown};
use crate::grid::Role;
use crate::units::Day;

/// Writes the lines above the tables.
pub fn lines(page: &mut Page, entry: &Entry, row: Option<&RegisterRow>, facts: &Facts<'_>) {
    page.line(Role::Title, "Karta weryfikacji sprawozdania gminy");
    if let Some(programme) = facts.programme {
        page.line(Role::Subtitle, &programme.title);
    }
    let own_day = entry.agreement_day.as_deref().and_then(Day::parse_iso);
    let files: Vec<String> =
        entry.files.iter().map(|file| format!("{} (SHA-256: {})", file.path, file.sha256)).collect();
    let mut fields = vec![
        ("Gmina", words::municipality(entry)),
        ("Kod TERYT", entry.teryt.clone().unwrap_or_default()),
        ("Powiat", powiat(entry, row, facts.register)),
        ("Jednostka realizująca", entry.unit.clone().unwrap_or_default()),
    ];
    let own = dated(entry.agreement.as_deref(), own_day);
    if let Some(row) = row {
        let registered = dated(row.agreement(), row.agreement_day());
        if own == registered {
            fields.push(("Umowa (sprawozdanie i rejestr)", own));
        } else {
            fields.extend([("Umowa według sprawozdania", own), ("Umowa według rejestru", registered)]);
        }
        let amendments = amendments(row);
        // No line to be filled in by hand: of an amendment that there was not nothing is to be written.
        if !amendments.is_empty() {
            fields.push(("Aneksy według rejestru", amendments));
        }
    } else {
        fields.push(("Umowa według sprawozdania", own));
    }
    fields.push((file_label(entry.kind), files.join("; ")));
    fields.push(("Stan na dzień", facts.as_of.polish()));
    for (label, value) in fields {
        page.cells(Role::Label, vec![label.into()], None);
        page.row -= 1;
        page.cell(page.row, 1, Role::FieldValue, Shown::Text(value), None);
        page.row += 1;
        page.merge_last(1, 4);
    }
}

/// A file and what kind of one it is.
fn file_label(kind: Kind) -> &'static str {
    match kind {
        Kind::Settlement => "Plik (rozliczenie programu)",
        Kind::Form => "Plik (tylko formularz)",
        Kind::Tables => "Plik (tabele gminy)",
        Kind::Export => "Plik (eksport)",
        Kind::Unrelated => "Plik",
    }
}

/// The powiat: the four digits that the code begins with, and the name as far as the register tells it, of this
/// municipality or of another one of the powiat.
fn powiat(entry: &Entry, row: Option<&RegisterRow>, register: Option<&Register>) -> String {
    let four = |teryt: Option<&str>| {
        let code = teryt?.trim().get(..6)?;
        code.bytes().all(|b| b.is_ascii_digit()).then(|| code.get(..4).map(str::to_owned))?
    };
    let of = |row: &RegisterRow| row.teryt.clone();
    let code = four(entry.teryt.as_deref()).or_else(|| four(row.and_then(of).as_deref()));
    let same = |other: &&RegisterRow| code.is_some() && four(other.teryt.as_deref()) == code;
    let name = row.and_then(RegisterRow::county).or_else(|| {
        let rows = register.map(|register| register.rows.as_slice()).unwrap_or_default();
        rows.iter().filter(same).find_map(RegisterRow::county)
    });
    match (code, name) {
        (Some(code), Some(name)) => format!("{code} {name}"),
        (Some(code), None) if is_city(&code) => format!("{code} (miasto na prawach powiatu)"),
        (Some(code), None) => format!("{code} (kod powiatu z kodu TERYT)"),
        (None, name) => name.unwrap_or_default().to_owned(),
    }
}

fn amendments(row: &RegisterRow) -> String {
    let all = row.amendments.iter().map(|(number, day)| dated(number.as_deref(), *day));
    all.collect::<Vec<_>>().join("; ")
}

/// `6/2025 z 18.12.2025`, as far as it is known.
fn dated(number: Option<&str>, day: Option<Day>) -> String {
    let day = day.map(|day| format!("z {}", day.polish()));
    [number.map(str::to_owned), day].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
