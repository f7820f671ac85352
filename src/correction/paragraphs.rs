//! Spending by budget paragraph before and after. It stands on papers only, so it is added when the papers are made.

use std::collections::BTreeMap;

use super::Item;
use super::before::{Before, number};
use super::compare::{Was, row};
use super::measures::{PARAGRAPH, name};
use crate::calc::Format;
use crate::programme::Programme;
use crate::records::Submission;
use crate::settlement::Settled;
use crate::settlement::paragraph_steps::{Shares, Spending};

/// Returns what the settlement before spent by paragraph. `settled` is that settlement made again; its division is kept
/// in it for its papers.
pub fn before_of_paragraphs(
    settled: &mut Settled,
    submission: &Submission,
    programme: &Programme,
    file: &str,
) -> Vec<Before> {
    let shares = Shares::of(settled, submission, programme);
    let mut all = Vec::new();
    for spending in &shares.spending {
        for (what, pick) in PARAGRAPH {
            let value = number(settled.model.value(pick(spending)));
            let row = Some(spending.paragraph.code().to_owned());
            let place = format!("{file} › Paragrafy");
            all.push(Before { row, ..Before::new(what, Format::Money, value, place) });
        }
    }
    settled.division = Some(shares);
    all
}

/// Sets spending by paragraph against that of the settlement before.
pub(crate) fn add_paragraphs(settled: &mut Settled, shares: &Shares) {
    let Some(mut correction) = settled.correction.take() else { return };
    correction.paragraphs.clear();
    let known = correction.previous.figures.iter().any(|f| f.what.starts_with("paragraph_"));
    if correction.previous.whole && known {
        let now: BTreeMap<String, &Spending> =
            shares.spending.iter().map(|s| (s.paragraph.code().to_owned(), s)).collect();
        let figures = correction.previous.figures.iter().filter(|f| f.what.starts_with("paragraph_"));
        let mut paragraphs: Vec<String> =
            figures.filter_map(|f| f.row.clone()).chain(now.keys().cloned()).collect();
        paragraphs.sort();
        paragraphs.dedup();
        for paragraph in paragraphs {
            for (what, pick) in PARAGRAPH {
                let of = |f: &Before| f.what == what && f.row.as_ref() == Some(&paragraph);
                let was = Was::of(&correction.previous, &correction.before, of);
                let after = now.get(&paragraph).map(|spending| pick(spending));
                let words = format!("{} (§ {paragraph})", name(what));
                let sides = row(&mut settled.model, &words, Format::Money, was, after);
                let row = Some(paragraph.clone());
                correction.paragraphs.push(Item { row, ..Item::new(what, name(what), sides) });
            }
        }
    }
    settled.correction = Some(correction);
}
