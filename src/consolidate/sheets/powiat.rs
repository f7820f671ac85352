//! A sheet per powiat of a voivodeship, or per voivodeship where files of several were handed in.
//!
//! Cities that are a powiat each stand together on one sheet. Every figure rests by formula on the official form; the
//! sums are of the sheet's own rows.

use std::collections::BTreeMap;

use super::derived::{FIGURES, Figure, nodes, sum};
use super::rows::{Row, Rows};
use super::{BookFacts, names, words};
use crate::calc::{Expr, Format, Model, NodeId, Value};
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Role, Sheet};
use crate::programme::National;

/// Heading of the co-financing of a post.
const PER_POST: &str = "Dofinansowanie na etat (zł)";

/// The figures of a row.
type Figures = [NodeId; FIGURES.len()];

/// A sheet and what others show of it.
#[derive(Debug)]
pub struct Table {
    /// The sheet.
    pub sheet: Sheet,
    /// Its groups: itself, or each of its cities.
    pub groups: Vec<Group>,
    /// Figures of its municipalities, by the number of their row.
    pub lines: Vec<(usize, [NodeId; FIGURES.len()])>,
}

/// A powiat, a city with its rights, or a voivodeship.
#[derive(Clone, Debug)]
pub struct Group {
    /// What it is called.
    pub label: String,
    /// Municipalities with a row.
    pub rows: usize,
    /// Those whose figures count.
    pub counted: usize,
    /// Figures in the order of [`FIGURES`].
    pub figures: [NodeId; FIGURES.len()],
    /// Co-financing of a post.
    pub per_post: NodeId,
    /// Co-financing of a post in each municipality that tells it.
    pub spread: Vec<NodeId>,
}

/// What rows are gathered by; in the order of sheets.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Key {
    /// Four digits of a powiat, or two of a voivodeship.
    Code(String),
    /// Cities with the rights of a powiat.
    Cities,
    /// No code was given.
    Unknown,
}

/// A row of a table, made.
struct Made {
    figures: [NodeId; FIGURES.len()],
    per_post: NodeId,
}

/// Builds the sheets.
pub fn tables(rows: &mut Rows<'_>, facts: &BookFacts<'_>, model: &mut Model) -> Vec<Table> {
    let wide = several_voivodeships(rows);
    let mut groups: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (index, row) in rows.all().iter().enumerate() {
        let key = match (row.teryt(), wide) {
            ("", _) => Key::Unknown,
            (_, true) => Key::Code(row.voivodeship().to_owned()),
            (_, false) if row.is_city() => Key::Cities,
            (_, false) => Key::Code(row.powiat().to_owned()),
        };
        groups.entry(key).or_default().push(index);
    }
    groups.into_iter().map(|(key, of)| table(&key, &of, rows, facts, model)).collect()
}

/// What a group is called under a heading that says what it is: long words cannot be read below a chart.
fn label(key: &Key, facts: &BookFacts<'_>) -> String {
    match key {
        Key::Code(code) if code.len() == 2 => {
            National::built_in().voivodeship(code).map_or_else(|| code.clone(), str::to_owned)
        }
        Key::Code(code) => match facts.powiats.get(code) {
            Some(name) => format!("{code} {name}"),
            None => code.clone(),
        },
        Key::Cities => names::CITIES.to_owned(),
        Key::Unknown => "bez kodu TERYT".to_owned(),
    }
}

/// Do the figures come from more than one voivodeship?
pub fn several_voivodeships(rows: &Rows<'_>) -> bool {
    let counted = rows.all().iter().filter(|row| row.counts() && !row.teryt().is_empty());
    let mut codes = counted.map(Row::voivodeship);
    let first = codes.next();
    codes.any(|code| Some(code) != first)
}

fn title(key: &Key, facts: &BookFacts<'_>) -> (String, String) {
    match key {
        Key::Code(code) if code.len() == 2 => {
            let name = National::built_in().voivodeship(code);
            let called = name.map_or_else(|| code.clone(), |name| format!("{code} {name}"));
            (format!("Woj. {called}"), format!("Województwo {called}"))
        }
        Key::Code(code) => {
            let name = facts.powiats.get(code).map(|name| format!(" {name}")).unwrap_or_default();
            (format!("Powiat {code}"), format!("Powiat {code}{name}"))
        }
        Key::Cities => (names::CITIES.to_owned(), names::CITIES.to_owned()),
        Key::Unknown => ("Bez kodu TERYT".to_owned(), "Gminy bez kodu TERYT".to_owned()),
    }
}

fn table(key: &Key, of: &[usize], rows: &mut Rows<'_>, facts: &BookFacts<'_>, model: &mut Model) -> Table {
    let (name, title) = title(key, facts);
    let mut page = Page::new(&name, &[5, 9, 24, 9, 9, 14, 14, 14, 14, 12, 12, 12, 13, 14, 19]);
    page.line(Role::Title, &title);
    page.line(Role::Subtitle, "Kwoty pochodzą formułą ze sprawozdania wojewódzkiego; gminy z werdyktem „odrzucone” nie wchodzą do sum.");
    let top = page.row;
    let mut headings = vec!["Lp.", "TERYT", "Gmina"];
    headings.extend(FIGURES.map(Figure::heading));
    headings.extend(["Dofinansowanie na etat (zł)", "Werdykt"]);
    page.headings(&headings);
    page.keep(top, 3);
    let made: Vec<Made> = of.iter().map(|row| line(&mut page, *row, rows, model)).collect();
    let totals = std::array::from_fn(|at| {
        let column = made.iter().map(|line| line.figures[at]).collect();
        sum(model, FIGURES[at], column)
    });
    let figures: Vec<Figures> = made.iter().map(|line| line.figures).collect();
    let (all, lacking) = per_post_of(model, &totals, &figures);
    let mut cells = vec![Shown::Nothing, Shown::Nothing, Shown::from("Razem")];
    cells.extend(totals.map(Shown::Node));
    cells.extend([Shown::Node(all), Shown::Nothing]);
    page.cells(Role::Total, cells, Some(model));
    for text in not_whole(of, &made, &totals, rows, model) {
        page.line(Role::Note, &text);
    }
    if !lacking.is_empty() && !model.value(all).is_blank() {
        let names: Vec<&str> = lacking.iter().map(|at| rows.all()[of[*at]].name.as_str()).collect();
        let text = format!(
            "Dofinansowanie na etat w wierszu Razem nie obejmuje gmin, których kwoty albo etatów nie znamy: {}.",
            names.join(", ")
        );
        page.line(Role::Note, &text);
    }
    let spread = |lines: &[Made]| {
        let told = lines.iter().map(|line| line.per_post).filter(|id| !model.value(*id).is_blank());
        told.collect::<Vec<NodeId>>()
    };
    let counts = |row: usize| usize::from(rows.all()[row].counts());
    let groups = if *key == Key::Cities {
        let each = of.iter().zip(made.chunks(1));
        each.map(|(row, lines)| Group {
            label: format!("m. {}", rows.all()[*row].name),
            rows: 1,
            counted: counts(*row),
            figures: lines[0].figures,
            per_post: lines[0].per_post,
            spread: spread(lines),
        })
        .collect()
    } else {
        let counted = of.iter().map(|row| counts(*row)).sum();
        let spread = spread(&made);
        let label = label(key, facts);
        vec![Group { label, rows: of.len(), counted, figures: totals, per_post: all, spread }]
    };
    let lines = of.iter().zip(&made).map(|(row, line)| (*row, line.figures)).collect();
    Table { sheet: page.sheet, groups, lines }
}

/// Says which sums lack amounts of whom. Interest that nobody tells is none.
fn not_whole(
    of: &[usize],
    made: &[Made],
    totals: &[NodeId; FIGURES.len()],
    rows: &Rows<'_>,
    model: &Model,
) -> Vec<String> {
    let mut lacking: BTreeMap<Vec<&str>, Vec<&str>> = BTreeMap::new();
    for (at, figure) in FIGURES.into_iter().enumerate() {
        if figure == Figure::Interest || model.value(totals[at]).is_blank() {
            continue;
        }
        let blank = of
            .iter()
            .zip(made)
            .filter(|(row, line)| rows.all()[**row].counts() && model.value(line.figures[at]).is_blank());
        let names: Vec<&str> = blank.map(|(row, _)| rows.all()[*row].name.as_str()).collect();
        if !names.is_empty() {
            lacking.entry(names).or_default().push(figure.heading());
        }
    }
    let words = |(names, columns): (Vec<&str>, Vec<&str>)| {
        format!("Suma niepełna ({}); kwoty nie podały: {}.", columns.join(", "), names.join(", "))
    };
    lacking.into_iter().map(words).collect()
}

fn line(page: &mut Page, row: usize, rows: &mut Rows<'_>, model: &mut Model) -> Made {
    let number = i64::from(page.row.saturating_sub(page.sheet.freeze.map_or(0, |(first, _)| first))) + 1;
    let figures = nodes(rows, model, row);
    let per_post = per_post(model, &figures);
    let of = &rows.all()[row];
    let mut cells =
        vec![Shown::Number(number, Format::Count), Shown::from(of.teryt()), Shown::from(of.name.as_str())];
    cells.extend(figures.map(Shown::Node));
    cells.extend([Shown::Node(per_post), Shown::from(words::verdict(of.entry.verdict))]);
    let role = if of.counts() { Role::Body } else { Role::Error };
    page.cells(role, cells, Some(model));
    Made { figures, per_post }
}

/// Co-financing of a post over municipalities: money and posts of the same ones, those that tell both. Also returns the
/// places of those that tell one of them only.
pub fn per_post_of(model: &mut Model, totals: &Figures, each: &[Figures]) -> (NodeId, Vec<usize>) {
    let told =
        |ids: &Figures| [Figure::Used, Figure::Posts].map(|figure| !model.value(ids[figure.at()]).is_blank());
    let lacking: Vec<usize> =
        (0..).zip(each).filter(|(_, ids)| told(ids)[0] != told(ids)[1]).map(|(at, _)| at).collect();
    if lacking.is_empty() {
        return (per_post(model, totals), lacking);
    }
    let whole: Vec<&Figures> = each.iter().filter(|ids| told(ids) == [true, true]).collect();
    let column = |figure: Figure| whole.iter().map(|ids| ids[figure.at()]).collect::<Vec<NodeId>>();
    let (used, posts) = (column(Figure::Used), column(Figure::Posts));
    if posts.iter().all(|id| model.number(*id).is_zero()) {
        return (model.parameter(PER_POST, Format::Money, Value::Blank), lacking);
    }
    let mean = Expr::div(Expr::Sum(used), Expr::Sum(posts)).round2();
    (model.formula(PER_POST, Format::Money, mean), lacking)
}

/// Co-financing of a post; blank where either is not known.
fn per_post(model: &mut Model, figures: &[NodeId; FIGURES.len()]) -> NodeId {
    let [used, posts] = [Figure::Used, Figure::Posts].map(|figure| figures[figure.at()]);
    if model.value(used).is_blank() || model.number(posts).is_zero() {
        return model.parameter(PER_POST, Format::Money, Value::Blank);
    }
    model.formula(PER_POST, Format::Money, Expr::div(used, posts).round2())
}
