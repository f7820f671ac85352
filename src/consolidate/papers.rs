//! Papers of this program that lie among the reports and are none: known by the names of their sheets, so that neither is
//! one rejected as a report nor are its sheets joined with somebody's tables. Opens no file.

use crate::audit::protocol;
use crate::intake::look::Look;

/// Sheets by which papers are known: a protocol, a request for the year to come, the radar, interest, the close of the
/// year, a list of documents.
const SHEETS: [&str; 8] = [
    protocol::SHEET,
    "Warianty",
    "Podstawy prognozy",
    "Wrażliwość",
    "Radar",
    "Źródła odsetek",
    "Zamknięcie roku",
    "Zestawienie dokumentów",
];

/// Forms on their own. A settlement of the sibling programme has a sheet of the first name, too.
const FORMS: [&str; 2] = ["Zapotrzebowanie", "Oświadczenie"];

/// Papers of one sheet: findings, and the card of a municipality.
const ALONE: [&str; 2] = ["Uwagi", "Karta"];

/// Do its sheets say that this program wrote it?
pub fn is_ours(look: &Look) -> bool {
    ["Źródła", "Parametry", "Obliczenia", "Kontrole"].iter().filter(|name| look.has(name)).count() >= 2
}

/// Is it a collective workbook?
pub fn is_collective(look: &Look) -> bool {
    ["Pliki", "Przegląd"].iter().all(|name| look.has(name))
}

/// Is it a paper that is no municipality's report?
pub fn is_paper(look: &Look) -> bool {
    let any = |names: &[&str]| names.iter().any(|name| look.has(name));
    // Somebody's own workbook may have a sheet of such a name beside the tables; the copies of tables in a paper, and the
    // lists of interest, look like tables.
    let own = look.tables.is_empty();
    let alone = look.sheets.len() == 1 && any(&ALONE);
    alone || look.has("Źródła odsetek") || (any(&SHEETS) && (own || is_ours(look))) || (own && any(&FORMS))
}
