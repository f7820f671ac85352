//! Which workbooks of this program are no municipality's report, by the names of their sheets. Reads no file.

use crate::audit::protocol;
use crate::finding::Code;
use crate::finding::code::consolidate as codes;
use crate::intake::look::Look;

/// Sheets by which papers of this program are known that are no municipality's report: a protocol, a request for the
/// year to come, the radar, interest, a statement, a list of documents, the closing of the year.
const PAPERS: [&str; 10] = [
    protocol::SHEET,
    "Warianty",
    "Podstawy prognozy",
    "Wrażliwość",
    "Radar",
    "Źródła odsetek",
    "Zapotrzebowanie",
    "Oświadczenie",
    "Zestawienie dokumentów",
    "Zamknięcie roku",
];

/// The only sheet of a verification card, and of the list of all cards.
const CARDS: [&str; 2] = ["Karta", "Karty"];

/// Do its sheets say that this program wrote it, though its trace is gone?
pub fn is_ours(look: &Look) -> bool {
    ["Źródła", "Parametry", "Obliczenia", "Kontrole"].iter().filter(|name| look.has(name)).count() >= 2
}

/// Papers of this program that are no municipality's report.
pub fn paper(look: &Look) -> Option<&'static Code> {
    if ["Pliki", "Przegląd"].iter().all(|name| look.has(name)) {
        return Some(&codes::ROLLUP_COLLECTIVE);
    }
    let alone = |sheet: &str| look.sheets.len() == 1 && look.has(sheet);
    let named = || PAPERS.iter().any(|name| look.has(name));
    // Somebody's own workbook may have such a sheet beside the tables; this program's has them as `Dane - …`, beside its
    // own working. A settlement without its trace has the parts of its form too: that one is to be told.
    let form = || look.sheets.iter().any(|name| name.starts_with("Część 1"));
    let made = || is_ours(look) && look.sheets.iter().any(|name| name.starts_with("Dane - ")) && !form();
    let interest = || look.sheets.iter().all(|name| name.starts_with("Odsetki") || name == "Źródła odsetek");
    let card = CARDS.into_iter().any(alone) && !look.is_whole();
    let known = || named() && (look.tables.is_empty() || made() || interest());
    (alone("Uwagi") || card || known()).then_some(&codes::ROLLUP_OWN_PAPER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::TableId;

    fn look(sheets: &[&str]) -> Look {
        let sheets = sheets.iter().map(|name| (*name).to_owned()).collect();
        Look { sheets, tables: vec![TableId::Agreement], near: true, ..Look::default() }
    }

    #[test]
    fn own_papers_are_known_though_tables_or_what_looks_like_them_stand_in_them() {
        let data = ["Obliczenia", "Dane - Umowa", "Dane - Płace", "Parametry", "Źródła"];
        let of = |first: &[&'static str]| look(&[first, &data[..]].concat());
        for paper_of in [
            of(&["Zestawienie dokumentów", "Wykaz imienny", "Część rzeczowa"]),
            of(&["Radar", "Radar - wykresy"]),
            of(&["Zamknięcie roku", "Przelewy"]),
            of(&["Zapotrzebowanie", "Warianty"]),
            look(&["Odsetki 1", "Odsetki 2", "Źródła odsetek"]),
            look(&["Karta"]),
        ] {
            let told = paper(&paper_of).map(|code| code.name);
            assert_eq!(told, Some("rollup-own-paper"), "{:?}", paper_of.sheets);
        }
        assert_eq!(paper(&of(&["Część 1", "Część 2"])), None, "a settlement without its trace");
        assert_eq!(
            paper(&of(&["Część 1", "Zestawienie dokumentów"])),
            None,
            "nor one with a paper beside it"
        );
        assert_eq!(paper(&look(&["Umowa", "Płace", "Oświadczenie"])), None, "somebody's own workbook");
    }
}
