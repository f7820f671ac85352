//! `Przegląd`: key figures, the powiats side by side, and four charts over cells of the sheet.
//!
//! Every amount is a formula over the powiat sheets and the official form; counts of files and of municipalities are
//! typed, because they count files and not cells.

mod charts;

use super::derived::{FIGURES, Figure, column_sum, sum};
use super::partial::Partial;
use super::powiat::{Group, Table, per_post_of};
use super::rows::{Rows, code};
use super::{BookFacts, names, several_voivodeships};
use crate::calc::{Expr, Format, Model, NodeId};
use crate::consolidate::{Entry, FigureKey, Verdict};
use crate::forms::fields::Field;
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Role, Sheet};
use crate::records::HalfYear;

/// Widths of the columns; the table of groups takes all of them.
const WIDTHS: [u32; 14] = [41, 14, 10, 10, 10, 14, 14, 14, 14, 12, 12, 12, 13, 14];
/// Last column of the table of groups.
const LAST: u32 = 13;
/// Names told before the rest is left to the sheets.
const NAMED: usize = 25;
/// Decimals of a share, so that a percentage has two.
const SHARE_PLACES: u32 = 4;

/// The figures of a row.
type Figures = [NodeId; FIGURES.len()];

/// Builds the sheet.
pub fn sheet(
    rows: &mut Rows<'_>,
    (tables, partial): (&[Table], &[Partial]),
    facts: &BookFacts<'_>,
    model: &mut Model,
) -> Sheet {
    let groups: Vec<Group> = tables.iter().flat_map(|table| table.groups.iter().cloned()).collect();
    let mut page = Page::new(names::OVERVIEW, &WIDTHS);
    page.line(Role::Title, "Przegląd");
    page.line(Role::Subtitle, &subtitle(facts));
    // The sums stand below, so they are made first and shown twice.
    let linked = linked(&groups, model);
    let totals = totals(&linked, model);
    counts(&mut page, rows, facts);
    not_whole(&mut page, rows, partial);
    let each: Vec<Figures> = tables.iter().flat_map(|table| &table.lines).map(|(_, ids)| *ids).collect();
    figures(&mut page, rows, (&totals, &each), model);
    page.space();
    page.sheet.page_breaks.insert(page.row);
    let spans = of_groups(&mut page, &groups, &linked, &totals, several_voivodeships(rows), model);
    charts::put(&mut page, spans, &groups, facts, model);
    page.sheet
}

fn subtitle(facts: &BookFacts<'_>) -> String {
    format!(
        "Stan na dzień {}. Kwoty są formułami nad sprawozdaniem i arkuszami powiatów; odrzucone rozliczenia nie wchodzą do żadnej sumy.",
        facts.as_of.polish()
    )
}

/// Figures of each group as cells of this sheet.
fn linked(groups: &[Group], model: &mut Model) -> Vec<[NodeId; FIGURES.len() + 1]> {
    let mut link = |id: NodeId| {
        if model.value(id).is_blank() {
            return id;
        }
        let (label, format) = (model.node(id).label.to_string(), model.node(id).format);
        model.formula(&label, format, Expr::Ref(id))
    };
    let each = groups.iter().map(|group| {
        let mut ids = [group.per_post; FIGURES.len() + 1];
        ids[..FIGURES.len()].copy_from_slice(&group.figures);
        ids.map(&mut link)
    });
    each.collect()
}

fn totals(linked: &[[NodeId; FIGURES.len() + 1]], model: &mut Model) -> [NodeId; FIGURES.len()] {
    std::array::from_fn(|at| {
        let column = linked.iter().map(|ids| ids[at]).collect();
        sum(model, FIGURES[at], column)
    })
}

/// How many reported, and whose figures the totals lack.
fn counts(page: &mut Page, rows: &Rows<'_>, facts: &BookFacts<'_>) {
    page.space();
    page.line(Role::Section, "Gminy i rozliczenia");
    heading(page, &["Co", "Liczba", "Wyjaśnienie"]);
    let verdict = |of: Verdict| rows.all().iter().filter(|row| row.entry.verdict == of).count();
    let rejected: Vec<String> = named(
        rows.all().iter().filter(|row| !row.counts()).map(|row| (row.name.clone(), row.teryt().to_owned())),
    );
    let missing: Vec<String> =
        named(facts.missing.unwrap_or_default().iter().map(|m| (m.municipality.clone(), m.teryt.clone())));
    let taken = rows.all().iter().filter(|row| row.counts()).count();
    if let Some(missing) = facts.missing {
        line(
            page,
            "Gminy w rejestrze urzędu i gminy spoza niego z rozliczeniem",
            rows.all().len() + missing.len(),
            "",
        );
    }
    line(page, "Gminy, od których wpłynęło rozliczenie", rows.all().len(), "");
    line(page, "– ujęte w sumach", taken, "rozliczenia przyjęte, także z uwagami");
    line(page, "– w tym przyjęte z uwagami", verdict(Verdict::Remarks), "uwagi: arkusze Pliki i Uwagi");
    let whose = |names: &[String], why: &str| match names {
        [] => String::new(),
        names => format!("{why} {}.", list(names)),
    };
    let halves = rows.all().iter().filter(|row| row.lacks_half());
    let halves = named(halves.map(|row| (row.name.clone(), row.teryt().to_owned())));
    if !halves.is_empty() {
        let why = whose(&halves, "Sumy nie obejmują brakującego półrocza gmin:");
        line(page, "– w tym ze sprawozdaniem tylko za jedno półrocze", halves.len(), &why);
    }
    line(page, "– odrzucone, poza sumami", rejected.len(), &whose(&rejected, "Sumy nie obejmują gmin:"));
    if facts.missing.is_some() {
        line(
            page,
            "Gminy z rejestru bez rozliczenia",
            missing.len(),
            &whose(&missing, "Sumy nie obejmują gmin:"),
        );
    }
    let nobody = |entry: &&Entry| {
        let named = entry.municipality.is_some() || !code(entry).is_empty();
        entry.verdict == Verdict::Rejected && !named
    };
    let nobody = facts.entries.iter().filter(nobody).count();
    if nobody > 0 {
        let why = "nie dało się ich odczytać albo nie podają gminy: arkusz Pliki";
        line(page, "Odrzucone pliki, o których nie wiadomo, czyje są", nobody, why);
    }
    let other = facts.entries.iter().filter(|entry| entry.verdict == Verdict::Skipped).count();
    line(page, "Inne pliki, pominięte", other, "pliki, które nie są rozliczeniem: arkusz Pliki");
}

/// Totals of the report that lack amounts which municipalities did not give: nobody shall sign them unawares.
fn not_whole(page: &mut Page, rows: &Rows<'_>, partial: &[Partial]) {
    if partial.is_empty() {
        return;
    }
    page.space();
    page.line(Role::Section, "Sumy niepełne w sprawozdaniu");
    heading(page, &["Gdzie", "Gminy", "Czyich kwot brakuje"]);
    for one in partial {
        let lacking = one.rows.iter().filter_map(|row| rows.all().get(*row));
        let lacking = named(lacking.map(|row| (row.name.clone(), row.teryt().to_owned())));
        let place = format!("{}, {}", one.sheet, one.words());
        line(page, &place, lacking.len(), &format!("Gmina nie podała kwoty: {}.", list(&lacking)));
        if let Some(cell) = page.row.checked_sub(1).and_then(|row| page.sheet.cells.get_mut(&(row, 0))) {
            cell.role = Role::Warning;
        }
    }
    page.line(
        Role::Note,
        "Puste pole to nie zero: suma jest za mała o kwoty, których gmina nie podała. Kwoty przyznane i przekazane uzupełnia rejestr urzędu.",
    );
}

fn named(all: impl Iterator<Item = (String, String)>) -> Vec<String> {
    all.map(|(name, teryt)| if teryt.is_empty() { name } else { format!("{name} ({teryt})") }).collect()
}

fn list(names: &[String]) -> String {
    let shown = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    match names.len().checked_sub(NAMED) {
        Some(more) if more > 0 => format!("{shown} i {more} dalszych"),
        _ => shown,
    }
}

fn heading(page: &mut Page, words: &[&str; 3]) {
    page.cells(Role::Heading, words.iter().map(|word| Shown::from(*word)).collect(), None);
    page.merge_last(2, LAST);
}

fn line(page: &mut Page, label: &str, count: usize, note: &str) {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let cells = vec![label.into(), Shown::Number(count, Format::Count), note.into()];
    page.cells(Role::Body, cells, None);
    page.merge_last(2, LAST);
}

/// Key figures, each a formula.
fn figures(page: &mut Page, rows: &mut Rows<'_>, (totals, each): (&Figures, &[Figures]), model: &mut Model) {
    let taken = rows.all().iter().filter(|row| row.counts()).count();
    page.space();
    page.line(Role::Section, "Najważniejsze liczby (gminy ujęte w sumach)");
    heading(page, &["Co", "Wartość", "Wyjaśnienie"]);
    let of = |figure: Figure| totals[figure.at()];
    let (used, own) = (of(Figure::Used), of(Figure::Own));
    let part = |label: &str, name: &str, rows: &mut Rows<'_>, model: &mut Model| {
        let sum = column_sum(rows, model, name);
        let format = Field::by_name(name).map_or(Format::Money, Field::format);
        (model.formula(label, format, sum), told(rows, name))
    };
    let mut show = |label: &str, id: NodeId, note: &str, model: &mut Model| {
        let expr = Expr::Ref(id);
        let format = model.node(id).format;
        let shown = if model.is_constant(id) || model.value(id).is_blank() {
            id
        } else {
            model.formula(label, format, expr)
        };
        page.cells(Role::Body, vec![label.into(), Shown::Node(shown), note.into()], Some(model));
        page.merge_last(2, LAST);
        shown
    };
    show("Asystenci rodziny", of(Figure::Assistants), &told(rows, "municipality.assistants"), model);
    let posts = each.iter().filter(|ids| !model.value(ids[Figure::Posts.at()]).is_blank()).count();
    let note = partly(posts, taken, "umowy o pracę i umowy zlecenia w przeliczeniu na etaty");
    show("Etaty (suma średnich gmin)", of(Figure::Posts), &note, model);
    for (label, name) in [
        ("Rodziny pod opieką", "municipality.families"),
        ("Dzieci w tych rodzinach", "municipality.children"),
    ] {
        if rows
            .all()
            .iter()
            .any(|row| FigureKey::named(name, None).is_some_and(|key| row.figure(key).is_some()))
        {
            let (id, note) = part(label, name, rows, model);
            show(label, id, &note, model);
        }
    }
    for (label, figure, field, note) in [
        ("Przyznano (zł)", Figure::Awarded, "awarded", "kwoty z umów z wojewodą"),
        ("Przekazano (zł)", Figure::Transferred, "transferred", "przez wojewodę, bez odejmowania zwrotów"),
    ] {
        let summed = each.iter().filter(|ids| !model.value(ids[figure.at()]).is_blank()).count();
        show(label, of(figure), &noted(rows, summed, field, note), model);
    }
    let mut parts = Vec::new();
    for (label, name) in [
        ("Wykorzystano na dodatki (zł)", "supplement.co_financing"),
        ("Wykorzystano na koszty zatrudnienia (zł)", "employment.co_financing"),
    ] {
        // A component that the programme does not have, or that nobody speaks of, is not 0,00.
        if is_told(rows, name) {
            let (id, note) = part(label, name, rows, model);
            parts.push(show(label, id, &note, model));
        }
    }
    let used = show("Wykorzystano razem (zł)", used, "suma z arkuszy powiatów", model);
    let own = show("Wkład własny gmin (zł)", own, "koszt ponad dofinansowanie", model);
    let share = Expr::div(used, Expr::add([used, own]));
    let share = model.formula(
        "Udział Programu w koszcie",
        Format::Percent,
        Expr::RoundHalfUp(Box::new(share), SHARE_PLACES),
    );
    show("Udział Programu w koszcie", share, "wykorzystano ÷ (wykorzystano + wkład własny)", model);
    show(
        "Do zwrotu (zł)",
        of(Figure::ToReturn),
        "niewykorzystane, wykorzystane niezgodnie z przeznaczeniem i odsetki",
        model,
    );
    for (label, figure, note) in [
        ("– w tym odsetki (zł)", Figure::Interest, ""),
        (
            "Zwrócono, bez odsetek (zł)",
            Figure::Returned,
            "z rozliczeń, a gdzie o tym milczą, z rejestru urzędu",
        ),
        (
            "Pozostało do zwrotu, bez odsetek (zł)",
            Figure::Left,
            "do zwrotu − odsetki − zwrócono, osobno w każdej gminie: nadpłata jednej nie zmniejsza należności innej",
        ),
    ] {
        let known = each.iter().filter(|ids| !model.value(ids[figure.at()]).is_blank()).count();
        show(label, of(figure), &partly(known, taken, note), model);
    }
    let (mean, lacking) = per_post_of(model, totals, each);
    let note = match lacking.len() {
        0 => "wykorzystano razem ÷ etaty".to_owned(),
        n => partly(
            taken.saturating_sub(n),
            taken,
            "wykorzystano ÷ etaty tych gmin, które podały jedno i drugie",
        ),
    };
    show("Dofinansowanie na etat (zł)", mean, &note, model);
    let check = Expr::sub(used, Expr::Sum(parts));
    let check = model.formula("Kontrola", Format::Money, check);
    show("Kontrola: arkusze powiatów − sprawozdanie (zł)", check, "powinno być 0,00", model);
}

/// Does any municipality in the sums tell a figure, of the period or of a half-year?
fn is_told(rows: &Rows<'_>, name: &str) -> bool {
    known(rows, &[name]).0 > 0
}

/// Says from how many municipalities a figure is known, where not from all.
fn told(rows: &Rows<'_>, name: &str) -> String {
    let (known, of) = known(rows, &[name]);
    partly(known, of, "")
}

/// Adds to a note from how many municipalities an amount of both components is in the sum, where not from all, and why the
/// report may show more: one that tells the amount of one component of two has it there only.
fn noted(rows: &Rows<'_>, summed: usize, field: &str, note: &str) -> String {
    let names = ["all", "supplement", "employment"].map(|part| format!("{part}.{field}"));
    let (told, of) = known(rows, &names.each_ref().map(String::as_str));
    let note = partly(summed, of, note);
    match told.saturating_sub(summed) {
        0 => note,
        part => format!(
            "{note}; gmin z kwotą tylko jednego składnika: {part} (ta kwota jest w sprawozdaniu, tutaj nie)"
        ),
    }
}

fn partly(known: usize, of: usize, note: &str) -> String {
    match (known == of, note) {
        (true, note) => note.to_owned(),
        (false, "") => format!("podały {known} z {of} gmin"),
        (false, note) => format!("{note}; znane dla {known} z {of} gmin"),
    }
}

/// Counts the municipalities that give any of the figures, for the period or a half-year, and those in the sums.
fn known(rows: &Rows<'_>, names: &[&str]) -> (usize, usize) {
    let rounds = || std::iter::once(None).chain(HalfYear::ALL.map(Some));
    let of_name = |name| rounds().filter_map(move |round| FigureKey::named(name, round));
    let keys: Vec<FigureKey> = names.iter().copied().flat_map(of_name).collect();
    let counted = rows.all().iter().filter(|row| row.counts());
    let known = counted.clone().filter(|row| keys.iter().any(|key| row.figure(*key).is_some()));
    (known.count(), counted.count())
}

/// Rows of the groups on the sheet: first and last.
#[derive(Clone, Copy, Debug)]
pub struct Rectangle {
    /// First row.
    pub first: u32,
    /// Last row.
    pub last: u32,
}

fn of_groups(
    page: &mut Page,
    groups: &[Group],
    linked: &[[NodeId; FIGURES.len() + 1]],
    totals: &[NodeId; FIGURES.len()],
    voivodeships: bool,
    model: &mut Model,
) -> Option<Rectangle> {
    let what = if voivodeships { "Województwo" } else { "Powiat" };
    page.line(
        Role::Section,
        if voivodeships { "Województwa" } else { "Powiaty i miasta na prawach powiatu" },
    );
    let mut headings = vec![what, "Gminy z rozliczeniem", "Ujęte w sumach"];
    headings.extend(FIGURES.map(Figure::heading));
    headings.push("Dofinansowanie na etat (zł)");
    page.headings(&headings);
    let first = page.row;
    let count = |n: usize| Shown::Number(i64::try_from(n).unwrap_or(i64::MAX), Format::Count);
    for (group, ids) in groups.iter().zip(linked) {
        let mut cells = vec![Shown::from(group.label.as_str()), count(group.rows), count(group.counted)];
        cells.extend(ids.map(Shown::Node));
        page.cells(Role::Body, cells, Some(model));
    }
    let last = page.row.checked_sub(1).filter(|last| *last >= first);
    let sum = |of: fn(&Group) -> usize| count(groups.iter().map(of).sum());
    let mut cells = vec![Shown::from("Razem"), sum(|g| g.rows), sum(|g| g.counted)];
    cells.extend(totals.map(Shown::Node));
    cells.push(Shown::Nothing);
    page.cells(Role::Total, cells, Some(model));
    last.map(|last| Rectangle { first, last })
}
