//! Further tables of the workbook: by powiat, kind of municipality, form of contract, month.
//!
//! Every table ends with its sum, the sum of the official form's rows, and the difference, which is 0,00. Forms filled
//! by hand have no months: they stand in a row of their own, so that the table still ties.

use std::collections::BTreeMap;

use super::derived::{Figure, column_sum, node};
use super::powiat::Table;
use super::rows::{Row, Rows};
use super::{BookFacts, words};
use crate::calc::{Expr, Format, Model, NodeId, Value};
use crate::consolidate::{FigureKey, MonthRow};
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Role, Sheet};
use crate::programme::National;
use crate::records::HalfYear;
use crate::units::{Exact, Money};

/// What a table is by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum By {
    /// Powiats.
    Powiat,
    /// Kinds of municipality.
    MunicipalityType,
    /// Forms of contract.
    Contract,
    /// Months.
    Month,
}

impl By {
    /// All.
    pub const ALL: [Self; 4] = [Self::Powiat, Self::MunicipalityType, Self::Contract, Self::Month];

    /// The word typed.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Powiat => "powiat",
            Self::MunicipalityType => "gmina-type",
            Self::Contract => "contract",
            Self::Month => "month",
        }
    }

    /// Reads the word.
    pub fn typed(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.word() == word)
    }

    /// Name of the sheet.
    pub const fn sheet(self) -> &'static str {
        match self {
            Self::Powiat => "Wg powiatów",
            Self::MunicipalityType => "Wg typów gmin",
            Self::Contract => "Wg form zatrudnienia",
            Self::Month => "Wg miesięcy",
        }
    }

    const fn heading(self) -> &'static str {
        match self {
            Self::Powiat => "Powiat",
            Self::MunicipalityType => "Typ gminy",
            Self::Contract => "Forma zatrudnienia",
            Self::Month => "Miesiąc",
        }
    }
}

/// Figures that have a month.
const NAMES: [&str; 4] =
    ["supplement.cost", "supplement.co_financing", "employment.cost", "employment.co_financing"];
/// Columns: posts times months, the four figures, own contribution.
const COLUMNS: usize = 6;
/// Their headings and the one of the sum of both co-financings.
const HEADINGS: [&str; 7] = [
    "Etatomiesiące",
    "Koszt dodatków (zł)",
    "Dofinansowanie dodatków (zł)",
    "Koszty zatrudnienia (zł)",
    "Dofinansowanie kosztów zatrudnienia (zł)",
    "Wkład własny (zł)",
    "Dofinansowanie razem (zł)",
];

/// A group: sums of its columns; a column of which nothing is known stays blank.
type Sums = [Option<Exact>; COLUMNS];

/// A table as figures, for programs that read no workbook.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ByTable {
    /// What it is by.
    pub by: By,
    /// Groups in order: name and figures in the order of [`KEYS`]; none where nothing is known.
    pub groups: Vec<(String, Vec<Option<Exact>>)>,
}

/// Names of the figures of a group, as forms know them; posts are added up over months.
pub const KEYS: [&str; COLUMNS] = [
    "post_months",
    "supplement.cost",
    "supplement.co_financing",
    "employment.cost",
    "employment.co_financing",
    "all.own_contribution",
];

/// Returns the figures of the tables asked for: those that the workbook shows.
pub fn figures(facts: &BookFacts<'_>) -> Vec<ByTable> {
    let mut rows = Rows::of(facts.entries);
    let mut model = Model::default();
    // Only what the tables show is made: the official form is not needed for it.
    let own: Vec<Option<NodeId>> =
        (0..rows.all().len()).map(|row| Some(node(&mut rows, &mut model, row, Figure::Own))).collect();
    let of = |by: By| {
        let groups = groups(by, &rows, &own, facts, &model);
        let groups = groups.into_iter().map(|(label, sums)| (label, sums.to_vec())).collect();
        ByTable { by, groups }
    };
    By::ALL.into_iter().filter(|by| facts.by.contains(by)).map(of).collect()
}

/// Builds the tables asked for, in one order whatever the order of asking.
pub fn sheets(rows: &mut Rows<'_>, tables: &[Table], facts: &BookFacts<'_>, model: &mut Model) -> Vec<Sheet> {
    let asked = By::ALL.into_iter().filter(|by| facts.by.contains(by));
    let own = own_nodes(rows, tables);
    asked.map(|by| sheet(by, rows, &own, facts, model)).collect()
}

/// Own contribution of each row.
fn own_nodes(rows: &Rows<'_>, tables: &[Table]) -> Vec<Option<NodeId>> {
    let mut own = vec![None; rows.all().len()];
    for (row, figures) in tables.iter().flat_map(|table| &table.lines) {
        own[*row] = Some(figures[Figure::Own.at()]);
    }
    own
}

fn sheet(
    by: By,
    rows: &mut Rows<'_>,
    own: &[Option<NodeId>],
    facts: &BookFacts<'_>,
    model: &mut Model,
) -> Sheet {
    let groups = groups(by, rows, own, facts, model);
    let mut page = Page::new(by.sheet(), &[38, 16, 18, 18, 18, 20, 18, 18]);
    page.line(Role::Title, by.sheet());
    page.line(Role::Subtitle, subtitle(by));
    let top = page.row;
    let mut headings = vec![by.heading()];
    headings.extend(HEADINGS);
    page.headings(&headings);
    page.keep(top, 1);
    let mut columns: Vec<Vec<NodeId>> = vec![Vec::new(); COLUMNS + 1];
    for (label, sums) in groups {
        let mut ids: Vec<NodeId> = Vec::new();
        for (at, sum) in sums.into_iter().enumerate() {
            let value = sum.map_or(Value::Blank, Value::Number);
            ids.push(model.parameter(HEADINGS[at], format(at), value));
        }
        ids.push(model.formula(HEADINGS[COLUMNS], Format::Money, Expr::add([ids[2], ids[4]])));
        for (column, id) in columns.iter_mut().zip(&ids) {
            column.push(*id);
        }
        let cells = std::iter::once(Shown::Text(label)).chain(ids.into_iter().map(Shown::Node));
        page.cells(Role::Body, cells.collect(), Some(model));
    }
    ties(&mut page, columns, rows, own, model);
    page.sheet
}

/// The sum, the sum of the report, and the difference.
fn ties(
    page: &mut Page,
    columns: Vec<Vec<NodeId>>,
    rows: &mut Rows<'_>,
    own: &[Option<NodeId>],
    model: &mut Model,
) {
    let mut totals = Vec::new();
    for (at, column) in columns.into_iter().enumerate() {
        totals.push(model.formula("Razem", format(at), Expr::Sum(column)));
    }
    let mut reported: Vec<Option<NodeId>> = vec![None];
    for name in NAMES {
        let sum = reported_sum(rows, model, name);
        reported.push(Some(model.formula("Według sprawozdania", Format::Money, sum)));
    }
    let own_sum = Expr::Sum(own.iter().copied().flatten().collect());
    reported.push(Some(model.formula("Według sprawozdania", Format::Money, own_sum)));
    let both: Vec<NodeId> = [reported[2], reported[4]].into_iter().flatten().collect();
    reported.push(Some(model.formula("Według sprawozdania", Format::Money, Expr::add(both))));
    let mut differences = Vec::new();
    for (total, reported) in totals.iter().zip(&reported) {
        let difference = reported.map(|id| Expr::sub(*total, id));
        differences.push(difference.map(|expr| model.formula("Różnica", Format::Money, expr)));
    }
    let some = |ids: Vec<Option<NodeId>>, label: &str| {
        std::iter::once(Shown::from(label)).chain(ids.into_iter().map(Shown::from)).collect::<Vec<_>>()
    };
    let totals: Vec<Option<NodeId>> = totals.into_iter().map(Some).collect();
    page.cells(Role::Total, some(totals, "Razem"), Some(model));
    page.cells(Role::Body, some(reported, "Według sprawozdania wojewódzkiego"), Some(model));
    page.cells(Role::Body, some(differences, "Różnica (powinna być 0,00)"), Some(model));
}

/// What the official form says of a figure. A cost for which it has no cell of its own is what it adds up from
/// co-financing and own contribution, so that a figure mended there shows here; unless a municipality gave another one.
fn reported_sum(rows: &mut Rows<'_>, model: &mut Model, name: &str) -> Expr {
    let parts = name
        .strip_suffix(".cost")
        .map(|part| [format!("{part}.co_financing"), format!("{part}.own_contribution")]);
    let shown = |name: &str| {
        let rounds = std::iter::once(None).chain(HalfYear::ALL.map(Some));
        let mut keys = rounds.filter_map(|round| FigureKey::named(name, round));
        keys.any(|key| rows.on_form(key).is_some())
    };
    let Some([used, own]) = parts.filter(|parts| !shown(name) && parts.iter().all(|part| shown(part))) else {
        return column_sum(rows, model, name);
    };
    let same = |row: &Row<'_>| {
        let [cost, used, own] = [name, &used, &own].map(|name| figure(row, name).unwrap_or_else(Exact::zero));
        cost == used + own
    };
    if rows.all().iter().all(same) {
        Expr::Add(vec![column_sum(rows, model, &used), column_sum(rows, model, &own)])
    } else {
        column_sum(rows, model, name)
    }
}

fn subtitle(by: By) -> &'static str {
    match by {
        By::Powiat | By::MunicipalityType => {
            "Kwoty z rozliczeń gmin ujętych w sumach. Etatomiesiące podają tylko rozliczenia z miesiącami."
        }
        By::Contract | By::Month => {
            "Kwoty z miesięcy rozliczeń gmin ujętych w sumach. Formularze wypełnione ręcznie nie mają miesięcy i mają swój wiersz."
        }
    }
}

fn format(at: usize) -> Format {
    if at == 0 { Format::Posts } else { Format::Money }
}

/// The groups in order, with their sums.
fn groups(
    by: By,
    rows: &Rows<'_>,
    own: &[Option<NodeId>],
    facts: &BookFacts<'_>,
    model: &Model,
) -> Vec<(String, Sums)> {
    let mut groups: BTreeMap<(u8, String), Sums> = BTreeMap::new();
    for (row, own) in rows.all().iter().zip(own).filter(|(row, _)| row.counts()) {
        let monthly = matches!(by, By::Contract | By::Month) && !row.entry.months.is_empty();
        if monthly {
            for month in &row.entry.months {
                add(groups.entry(of_month(by, month)).or_default(), &month_sums(month));
            }
        } else {
            let own = own.filter(|id| !model.value(*id).is_blank()).map(|id| model.number(id));
            add(groups.entry(of_row(by, row, facts)).or_default(), &row_sums(row, own));
        }
    }
    let worded = |label: String| if by == By::Month { month_words(&label).unwrap_or(label) } else { label };
    groups.into_iter().map(|((_, label), sums)| (worded(label), sums)).collect()
}

/// Turns `2025-03` into `03.2025`; none for other words.
fn month_words(label: &str) -> Option<String> {
    let (year, month) = label.split_once('-')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (digits(year) && digits(month)).then(|| format!("{month}.{year}"))
}

fn add(sums: &mut Sums, more: &Sums) {
    for (sum, more) in sums.iter_mut().zip(more) {
        if let Some(more) = more {
            *sum = Some(sum.take().map_or_else(|| more.clone(), |sum| sum + more.clone()));
        }
    }
}

fn of_month(by: By, month: &MonthRow) -> (u8, String) {
    if by == By::Contract {
        return match month.form.as_str() {
            "employment" => (0, "umowa o pracę".to_owned()),
            _ => (1, "umowa zlecenia (świadczenie usług)".to_owned()),
        };
    }
    // Written as `2025-03`, which sorts by time.
    (0, month.month.clone())
}

fn of_row(by: By, row: &Row<'_>, facts: &BookFacts<'_>) -> (u8, String) {
    match by {
        By::Contract | By::Month => (9, "tylko formularz (bez miesięcy)".to_owned()),
        By::Powiat if row.teryt().is_empty() => (9, "bez kodu TERYT".to_owned()),
        By::Powiat if row.is_city() => (0, format!("{} m. {}", row.powiat(), row.name)),
        By::Powiat => {
            let name = facts.powiats.get(row.powiat()).map(|name| format!(" {name}")).unwrap_or_default();
            let of = National::built_in().voivodeship(row.voivodeship()).unwrap_or("");
            (0, format!("{}{name} ({of})", row.powiat()))
        }
        By::MunicipalityType => words::municipality_type(row),
    }
}

fn month_sums(month: &MonthRow) -> Sums {
    [
        Some(month.posts.clone()),
        Some(month.supplement_cost.to_exact()),
        Some(month.supplement_co_financing.to_exact()),
        month.wage_cost.map(Money::to_exact),
        Some(month.employment_co_financing.to_exact()),
        Some(month.own_contribution.to_exact()),
    ]
}

fn row_sums(row: &Row<'_>, own: Option<Exact>) -> Sums {
    let mut sums = Sums::default();
    if !row.entry.months.is_empty() {
        sums[0] = Some(row.entry.months.iter().map(|month| month.posts.clone()).sum());
    }
    for (at, name) in NAMES.into_iter().enumerate() {
        sums[at + 1] = figure(row, name);
    }
    sums[5] = own;
    sums
}

/// A figure of the whole period, from its halves where only those are known.
fn figure(row: &Row<'_>, name: &str) -> Option<Exact> {
    let of = |round| FigureKey::named(name, round).and_then(|key| row.figure(key).cloned());
    of(None).or_else(|| HalfYear::ALL.into_iter().filter_map(|half| of(Some(half))).reduce(|a, b| a + b))
}
