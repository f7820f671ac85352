//! `Paragrafy - kroki` and `Paragrafy - podział`: the steps of [`super::paragraph_steps`] as sheets.

use super::page::{Page, Shown};
use super::paragraph::{Paragraph, round_words};
use super::paragraph_parts::On;
use super::paragraph_steps::{PARTS, Shares};
use crate::calc::{Format, Model};
use crate::grid::{Role, Sheet};

/// Returns `Paragrafy - kroki` and `Paragrafy - podział`.
pub fn sheets(model: &Model, shares: &Shares) -> Vec<Sheet> {
    let kinds = kinds(shares);
    let mut widths = vec![16, 12, 15, 14, 14, 14, 14];
    widths
        .resize(7 + kinds.len() * (1 + shares.paragraphs.len()) + shares.paragraphs.len() * PARTS.len(), 14);
    let mut page = Page::new("Paragrafy - kroki", &widths);
    page.line(Role::Title, "Podział kosztów na paragrafy: kroki");
    page.line(
        Role::Subtitle,
        "To, czego podstawa nie obejmuje, odjęto od składek każdej wypłaty osobno (arkusz „Składki - kroki”); wynagrodzenie przejmuje resztę wiersza.",
    );
    let top = page.row;
    line_table(&mut page, model, shares, top);
    vec![payments(model, shares, &kinds), page.sheet, division(model, shares)]
}

/// On what contributions are paid anywhere, in order.
fn kinds(shares: &Shares) -> Vec<On> {
    On::ALL.into_iter().filter(|on| shares.lines.iter().any(|l| l.in_all.contains_key(on))).collect()
}

/// The paragraphs of contributions.
fn of_contributions(shares: &Shares) -> impl Iterator<Item = Paragraph> + Clone + '_ {
    shares.paragraphs.iter().copied().filter(|p| !p.is_pay())
}

/// Each payment's contributions, by what they are paid on and by paragraph.
fn payments(model: &Model, shares: &Shares, kinds: &[On]) -> Sheet {
    let mut widths = vec![16, 12, 10];
    widths.resize(3 + kinds.len() * shares.paragraphs.len(), 14);
    let mut page = Page::new("Składki - kroki", &widths);
    page.line(Role::Title, "Składki każdej wypłaty według paragrafów");
    page.line(
        Role::Subtitle,
        "Część obliczona: każda kolumna składek osobno, do grosza. Część podana jedną kwotą: w proporcji do kolumn tego samego wiersza.",
    );
    let top = page.row;
    let mut headings: Vec<String> =
        ["Identyfikator asystenta", "Miesiąc", "Wypłata"].map(str::to_owned).into();
    for on in kinds {
        headings.extend(of_contributions(shares).map(|p| format!("{}, § {}", on.words(), p.code())));
    }
    page.headings(&headings.iter().map(String::as_str).collect::<Vec<_>>());
    page.keep(top, 2);
    for line in &shares.lines {
        for (number, payment) in (1i64..).zip(&line.payments) {
            let month = Shown::Number(line.month.first().serial(), Format::Month);
            let mut cells: Vec<Shown> =
                vec![line.assistant.into(), month, Shown::Number(number, Format::Count)];
            for on in kinds {
                let own = of_contributions(shares).map(|p| payment.get(&(*on, p)).copied());
                cells.extend(own.map(Shown::from));
            }
            page.cells(Role::Body, cells, Some(model));
        }
    }
    page.sheet
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
    let kinds = kinds(shares);
    for on in &kinds {
        headings.extend(of_contributions(shares).map(|p| format!("{}, § {}", on.words(), p.code())));
        headings.push(format!("{} razem (zł)", on.words()));
    }
    for part in PARTS {
        headings.extend(shares.paragraphs.iter().map(|p| format!("{}, § {}", part.words(), p.code())));
    }
    page.headings(&headings.iter().map(String::as_str).collect::<Vec<_>>());
    page.keep(top, 2);
    for line in &shares.lines {
        let mut cells: Vec<Shown> =
            vec![line.assistant.into(), Shown::Number(line.month.first().serial(), Format::Month)];
        cells.extend(line.weights.map(Shown::from));
        for on in &kinds {
            let columns = of_contributions(shares).map(|p| line.columns.get(&(*on, p)).copied());
            cells.extend(columns.map(Shown::from));
            cells.push(line.in_all.get(on).copied().into());
        }
        for part in PARTS {
            cells.extend(shares.paragraphs.iter().map(|p| Shown::from(line.parts.get(&(part, *p)).copied())));
        }
        page.cells(Role::Body, cells, Some(model));
    }
}
