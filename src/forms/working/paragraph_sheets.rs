//! `Paragrafy - kroki` and `Paragrafy - podział`: the steps of [`super::paragraph_steps`] as sheets.

use super::page::{Page, Shown};
use super::paragraph::round_words;
use super::paragraph_steps::{PARTS, Shares};
use crate::calc::{Format, Model};
use crate::grid::{Role, Sheet};

/// Returns `Paragrafy - kroki` and `Paragrafy - podział`.
pub fn sheets(model: &Model, shares: &Shares) -> Vec<Sheet> {
    let mut widths = vec![16, 12, 15, 14, 14, 14, 14];
    widths.resize(8 + shares.paragraphs.len() * (1 + PARTS.len()), 14);
    let mut page = Page::new("Paragrafy - kroki", &widths);
    page.line(Role::Title, "Podział kosztów na paragrafy: kroki");
    page.line(
        Role::Subtitle,
        "To, czego podstawa nie obejmuje, odjęto od składek proporcjonalnie; wynagrodzenie przejmuje resztę wiersza.",
    );
    let top = page.row;
    line_table(&mut page, model, shares, top);
    vec![page.sheet, division(model, shares)]
}

/// Each part of each round over the paragraphs.
fn division(model: &Model, shares: &Shares) -> Sheet {
    let mut page = Page::new("Paragrafy - podział", &[14, 22, 20, 20, 20, 18, 18]);
    page.line(Role::Title, "Koszt i dofinansowanie według paragrafów");
    page.line(
        Role::Subtitle,
        "Zaokrąglanie narastające, w kolejności paragrafów; ostatni paragraf przejmuje resztę, więc sumy są sumami rozliczenia.",
    );
    let top = page.row;
    page.headings(&[
        "Okres",
        "Część",
        "§",
        "Koszt bez zaokrąglenia",
        "Narastająco",
        "Koszt (zł)",
        "Dofinansowanie (zł)",
    ]);
    page.keep(top, 0);
    for block in &shares.blocks {
        let round = round_words(shares.rounds.get(block.round).copied().flatten());
        for row in &block.rows {
            let mut cells: Vec<Shown> =
                vec![round.into(), block.part.words().into(), row.paragraph.code().into()];
            cells.extend([row.exact.into(), row.running.into(), row.cost.into(), Shown::from(row.grant)]);
            page.cells(Role::Body, cells, Some(model));
        }
    }
    page.sheet
}

fn line_table(page: &mut Page, model: &Model, shares: &Shares, top: u32) {
    let mut headings: Vec<String> = [
        "Identyfikator asystenta",
        "Miesiąc",
        "Wynagrodzenie w podstawie (zł)",
        "Składki w podstawie (zł)",
        "Dodatek w zadaniu z pochodnymi (zł)",
        "Dodatek brutto (zł)",
        "Inne środki publiczne (zł)",
    ]
    .map(str::to_owned)
    .to_vec();
    headings
        .extend(shares.paragraphs.iter().filter(|p| !p.is_pay()).map(|p| format!("Składki, § {}", p.code())));
    headings.push("Składki razem (zł)".to_owned());
    for part in PARTS {
        headings.extend(shares.paragraphs.iter().map(|p| format!("{}, § {}", part.words(), p.code())));
    }
    page.headings(&headings.iter().map(String::as_str).collect::<Vec<_>>());
    page.keep(top, 2);
    for line in &shares.lines {
        let mut cells: Vec<Shown> =
            vec![line.assistant.into(), Shown::Number(line.month.first().serial(), Format::Month)];
        cells.extend(line.weights.map(Shown::from));
        let columns = shares.paragraphs.iter().filter(|p| !p.is_pay());
        cells.extend(columns.map(|p| Shown::from(line.columns.get(p).copied())));
        cells.push(line.all_contributions.into());
        for part in PARTS {
            cells.extend(shares.paragraphs.iter().map(|p| Shown::from(line.parts.get(&(part, *p)).copied())));
        }
        page.cells(Role::Body, cells, Some(model));
    }
}
