//! Which edition a strange workbook reports on: as told, by its title, or by the form whose headings it bears.
//!
//! Never guessed: where two editions are as likely, the auditor must say which.

use super::headings::Likeness;
use super::locate::{self, Found};
use super::page::Page;
use crate::forms::{FormDefinition, Forms};
use crate::intake::words;
use crate::pipeline::CannotRun;
use crate::programme::{Catalogue, Programme};

/// The edition and its form.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// Rules.
    pub programme: Programme,
    /// Form.
    pub form: FormDefinition,
    /// Key of the message that says how it was told.
    pub how: &'static str,
    /// The edition that the titles name, where the headings are another's.
    pub titled: Option<String>,
}

/// Likeness from which a text is worth naming beside a heading that was looked for, in thousandths.
const ALIKE: u32 = 550;

/// Words that only a voivode's collective report bears, as compared.
const COLLECTIVE: [&str; 5] = [
    "wojewodzkiesprawozdanie",
    "sprawozdaniewojewodzkie",
    "nazwawojewodztwa",
    "zbiorczainformacjakoncowa",
    "zbiorczezapotrzebowanie",
];

/// Says which edition the workbook is of.
pub fn choose(
    pages: &[Page],
    programme: Option<&str>,
    catalogue: &Catalogue,
    forms: &Forms,
    likeness: &mut Likeness,
) -> Result<Chosen, CannotRun> {
    let texts: Vec<String> =
        pages.iter().flat_map(Page::texts).map(|(_, text)| words::normal(text)).collect();
    if texts.iter().any(|text| COLLECTIVE.iter().any(|word| text.starts_with(word))) {
        return Err(CannotRun::new("annex-collective"));
    }
    if let Some(id) = programme {
        return with_form(catalogue.get(id)?, forms, "annex-edition-told");
    }
    // The year of an edition stands in its title: those of other years need not be read to say that they do not fit.
    let said = |id: &&str| {
        let mut years = id.split(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 4);
        years.any(|year| texts.iter().any(|text| text.contains(year)))
    };
    let likely: Vec<&str> = catalogue.ids().into_iter().filter(said).collect();
    let load = |ids: Vec<&str>| -> Vec<Programme> {
        ids.into_iter().filter_map(|id| catalogue.get(id).ok()).collect()
    };
    let known = load(likely);
    let mut named = titled(&texts, &known, forms);
    if named.len() > 1 {
        named = best_by_headings(pages, named, forms, likeness);
    }
    match named.as_slice() {
        [one] => {
            let chosen = with_form((*one).clone(), forms, "annex-edition-by-title")?;
            if word_for_word(pages, &chosen.form, likeness) {
                return Ok(chosen);
            }
            // A title is one line, often left from the year before; headings are many.
            let all = load(catalogue.ids());
            let borne = best_by_headings(pages, all.iter().collect(), forms, likeness);
            match borne.as_slice() {
                [] => Ok(chosen),
                [other] if other.form != chosen.programme.form => {
                    let by_headings = with_form((*other).clone(), forms, "annex-edition-by-headings")?;
                    Ok(Chosen { titled: Some(chosen.programme.title), ..by_headings })
                }
                several if several.iter().any(|p| p.form == chosen.programme.form) => Ok(chosen),
                several => Err(unclear(several)),
            }
        }
        [] => {
            let all = load(catalogue.ids());
            match best_by_headings(pages, all.iter().collect(), forms, likeness).as_slice() {
                [] => Err(unknown(pages, &all, forms, likeness)),
                [one] => with_form((*one).clone(), forms, "annex-edition-by-headings"),
                several => Err(unclear(several)),
            }
        }
        several => Err(unclear(several)),
    }
}

fn with_form(programme: Programme, forms: &Forms, how: &'static str) -> Result<Chosen, CannotRun> {
    let form = forms.get(&programme.form)?;
    Ok(Chosen { programme, form, how, titled: None })
}

fn unclear(several: &[&Programme]) -> CannotRun {
    let ids: Vec<&str> = several.iter().map(|p| p.id.as_str()).collect();
    CannotRun::new("annex-edition-unclear").with("editions", ids.join(", "))
}

/// Returns the editions whose title, or the part of it in quotation marks, stands in the workbook; the whole title wins.
fn titled<'p>(texts: &[String], known: &'p [Programme], forms: &Forms) -> Vec<&'p Programme> {
    let stands = |title: &str| {
        let title = words::normal(title);
        !title.is_empty() && texts.iter().any(|text| text.contains(&title))
    };
    let of_form = |p: &Programme| {
        forms.get(&p.form).is_ok_and(|form| form.programmes.len() == 1 && stands(&form.title))
    };
    let whole: Vec<&Programme> = known.iter().filter(|p| stands(&p.title) || of_form(p)).collect();
    if !whole.is_empty() {
        return whole;
    }
    let quoted = |p: &&Programme| {
        let inner =
            p.title.split_once('„').and_then(|(_, rest)| rest.split_once('”')).map(|(inner, _)| inner);
        inner.is_some_and(stands)
    };
    known.iter().filter(quoted).collect()
}

/// Returns the editions whose form the workbook bears most of; several when they share that form or come out alike.
fn best_by_headings<'p>(
    pages: &[Page],
    editions: Vec<&'p Programme>,
    forms: &Forms,
    likeness: &mut Likeness,
) -> Vec<&'p Programme> {
    let mut ids: Vec<&str> = editions.iter().map(|p| p.form.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut scores: Vec<(usize, &str)> = Vec::new();
    for id in ids {
        let Ok(form) = forms.get(id) else { continue };
        let matched: usize = locate::find(&form, pages, likeness).iter().map(exact_columns).sum();
        scores.push((matched + super::list::rows_found(&form, pages), id));
    }
    let best = scores.iter().map(|(score, _)| *score).max().unwrap_or(0);
    // A heading or two in common tell nothing.
    if best < 4 {
        return Vec::new();
    }
    let alike = |form: &str| scores.iter().any(|(score, id)| *id == form && *score == best);
    editions.into_iter().filter(|p| alike(&p.form)).collect()
}

/// Does the workbook bear a form's tables as they are printed, every column and no other?
fn word_for_word(pages: &[Page], form: &FormDefinition, likeness: &mut Likeness) -> bool {
    let found = locate::find(form, pages, likeness);
    let printed =
        |f: &Found<'_>| f.changed.is_empty() && f.extra.is_empty() && f.columns.iter().all(Option::is_some);
    !found.is_empty() && found.iter().all(printed)
}

fn exact_columns(found: &Found<'_>) -> usize {
    2 * found.columns.iter().flatten().count() - found.changed.len()
}

/// Says which headings of one form were looked for and which came nearest.
pub fn unknown_form(pages: &[Page], form: &FormDefinition, likeness: &mut Likeness) -> CannotRun {
    let mut wanted: Vec<String> = Vec::new();
    collect(form, &mut wanted);
    nearest(pages, &wanted, likeness)
}

/// Says which headings of all forms were looked for and which came nearest.
fn unknown(pages: &[Page], known: &[Programme], forms: &Forms, likeness: &mut Likeness) -> CannotRun {
    let mut wanted: Vec<String> = Vec::new();
    for id in known.iter().map(|p| p.form.as_str()) {
        if let Ok(form) = forms.get(id) {
            collect(&form, &mut wanted);
        }
    }
    nearest(pages, &wanted, likeness)
}

fn collect(form: &FormDefinition, wanted: &mut Vec<String>) {
    let of_tables =
        locate::tables(form).into_iter().flat_map(|(_, table)| &table.columns).map(|c| &c.heading);
    let of_lists = super::list::lists(form).flat_map(|(_, list)| &list.rows).map(|row| &row.label);
    for heading in of_tables.chain(of_lists) {
        if !wanted.contains(heading) {
            wanted.push(heading.clone());
        }
    }
}

fn nearest(pages: &[Page], wanted: &[String], likeness: &mut Likeness) -> CannotRun {
    let mut best: Option<(u32, String, &String)> = None;
    let headings =
        pages.iter().flat_map(Page::texts).filter(|(_, text)| (8..300).contains(&text.chars().count()));
    for (_, text) in headings.take(400) {
        for heading in wanted {
            let (a, b) = (words::normal(text), words::normal(heading));
            let score =
                likeness.of(&a, &b).max(if a.len() * 2 < b.len() { 0 } else { words::likeness(&a, &b) });
            if score >= ALIKE && best.as_ref().is_none_or(|(s, ..)| score > *s) {
                best = Some((score, text.to_owned(), heading));
            }
        }
    }
    // The telling ones: what no other table of an office has.
    let telling = ["wkładu własnego", "ze środków Funduszu Pracy", "asystenta rodziny"];
    let mut looked: Vec<&str> = telling
        .iter()
        .filter_map(|word| wanted.iter().find(|h| h.contains(word)))
        .map(String::as_str)
        .collect();
    if looked.is_empty() {
        looked = wanted.iter().take(3).map(String::as_str).collect();
    }
    let cannot = CannotRun::new(if best.is_some() { "annex-unknown-nearest" } else { "annex-unknown" })
        .with("looked", looked.join("”, „"));
    match best {
        Some((_, seen, heading)) => cannot.with("seen", seen).with("nearest", heading),
        None => cannot,
    }
}
