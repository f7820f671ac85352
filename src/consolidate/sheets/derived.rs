//! Figures of a municipality as a reader of the powiat sheets asks for them: both components together, by formula.
//!
//! A figure that the official form shows is taken from there. One that it does not show is put together from cells that
//! it shows, as long as that gives the figure handed in; else the figure handed in stands in `Dane gmin`.

use super::rows::Rows;
use crate::calc::{Expr, Format, Model, NodeId, Value};
use crate::consolidate::FigureKey;
use crate::consolidate::figures::PARTS;
use crate::records::HalfYear;
use crate::settlement::formulas::{left_to_return, unused};
use crate::units::Exact;

/// A figure of a municipality.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Figure {
    /// Assistants, each counted once.
    Assistants,
    /// Posts, mean of the period.
    Posts,
    /// Awarded.
    Awarded,
    /// Transferred.
    Transferred,
    /// Used: co-financing.
    Used,
    /// Own contribution.
    Own,
    /// To return, interest included.
    ToReturn,
    /// Interest in what is to return.
    Interest,
    /// Principal returned.
    Returned,
    /// Principal still to return; never below zero.
    Left,
}

/// All, in the order of columns.
pub const FIGURES: [Figure; 10] = [
    Figure::Assistants,
    Figure::Posts,
    Figure::Awarded,
    Figure::Transferred,
    Figure::Used,
    Figure::Own,
    Figure::ToReturn,
    Figure::Interest,
    Figure::Returned,
    Figure::Left,
];

impl Figure {
    /// Returns its place in [`FIGURES`].
    pub const fn at(self) -> usize {
        self as usize
    }

    /// Returns the heading of its column.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Assistants => "Asystenci",
            Self::Posts => "Etaty (średnio)",
            Self::Awarded => "Przyznano (zł)",
            Self::Transferred => "Przekazano (zł)",
            Self::Used => "Wykorzystano (zł)",
            Self::Own => "Wkład własny (zł)",
            Self::ToReturn => "Do zwrotu z odsetkami (zł)",
            Self::Interest => "w tym odsetki (zł)",
            Self::Returned => "Zwrócono bez odsetek (zł)",
            Self::Left => "Pozostało do zwrotu bez odsetek (zł)",
        }
    }

    /// Returns how it is shown.
    pub fn format(self) -> Format {
        match self {
            Self::Assistants => Format::Count,
            Self::Posts => Format::Posts,
            _ => Format::Money,
        }
    }
}

/// A figure as it is put together from what was handed in. It becomes cells only when it is chosen, so that no typed
/// figure stands in `Dane gmin` that nothing rests on.
#[derive(Clone)]
enum Term {
    /// A figure handed in.
    Key(FigureKey),
    /// A sum.
    Add(Vec<Term>),
    /// First minus second.
    Sub(Box<Term>, Box<Term>),
    /// Transferred and not used, never below zero.
    Unused(FigureKey, FigureKey),
}

/// A way to a figure.
struct Way {
    term: Term,
    /// Do all its cells stand on the official form?
    shown: bool,
}

/// Returns the figures of a row as nodes, blank ones where they are not known.
pub fn nodes(rows: &mut Rows<'_>, model: &mut Model, row: usize) -> [NodeId; FIGURES.len()] {
    let mut made: Vec<NodeId> = Vec::new();
    for figure in FIGURES {
        let id = match figure {
            Figure::Left => left(model, &made),
            _ => node(rows, model, row, figure),
        };
        made.push(id);
    }
    let blank = |model: &mut Model| model.parameter("", Format::General, Value::Blank);
    std::array::from_fn(|at| made.get(at).copied().unwrap_or_else(|| blank(model)))
}

/// The principal to return less the principal returned. Unknown where either is; interest that nobody tells is none.
fn left(model: &mut Model, made: &[NodeId]) -> NodeId {
    let of = |figure: Figure| made.get(figure.at()).copied();
    let known = |figure: Figure| of(figure).filter(|id| !model.value(*id).is_blank());
    let (heading, format) = (Figure::Left.heading(), Figure::Left.format());
    let Some((due, returned)) = known(Figure::ToReturn).zip(known(Figure::Returned)) else {
        return model.parameter(heading, format, Value::Blank);
    };
    model.formula(heading, format, left_to_return(due, known(Figure::Interest), returned))
}

/// Returns a figure of a row as a node; a blank one where it is not known.
pub fn node(rows: &mut Rows<'_>, model: &mut Model, row: usize, figure: Figure) -> NodeId {
    match expr(rows, model, row, figure) {
        Some(expr) => model.formula(figure.heading(), figure.format(), expr),
        None => model.parameter(figure.heading(), figure.format(), Value::Blank),
    }
}

/// Returns the formula of a figure of a row; none where it is not known.
pub fn expr(rows: &mut Rows<'_>, model: &mut Model, row: usize, figure: Figure) -> Option<Expr> {
    let of = Of { rows, row };
    let way = match figure {
        Figure::Assistants => of.typed("municipality.assistants"),
        Figure::Posts => of.posts(),
        Figure::Awarded => of.both("awarded", true, Of::plain),
        Figure::Transferred => of.both("transferred", true, Of::plain),
        Figure::Used => of.both("co_financing", false, Of::plain),
        Figure::Own => of.both("own_contribution", false, Of::own),
        Figure::ToReturn => of.both("return_total", true, Of::to_return),
        Figure::Interest => of.both("interest", false, Of::plain),
        Figure::Returned => of.both("returned", true, Of::plain),
        // Of figures of the sheet itself: see [`nodes`].
        Figure::Left => None,
    };
    way.map(|way| way.term.expr(rows, model, row))
}

impl Term {
    fn expr(&self, rows: &mut Rows<'_>, model: &mut Model, row: usize) -> Expr {
        match self {
            Self::Key(key) => Expr::Ref(rows.node(model, row, *key)),
            Self::Add(terms) => Expr::Add(terms.iter().map(|term| term.expr(rows, model, row)).collect()),
            Self::Sub(a, b) => Expr::sub(a.expr(rows, model, row), b.expr(rows, model, row)),
            Self::Unused(transferred, used) => {
                let transferred = rows.node(model, row, *transferred);
                unused(transferred, rows.node(model, row, *used))
            }
        }
    }
}

/// The figures of a row.
struct Of<'r, 'a> {
    rows: &'r Rows<'a>,
    row: usize,
}

impl Of<'_, '_> {
    fn figure(&self, key: FigureKey) -> Option<&Exact> {
        self.rows.all()[self.row].figure(key)
    }

    fn value(&self, term: &Term) -> Exact {
        let figure = |key: &FigureKey| self.figure(*key).cloned().unwrap_or_else(Exact::zero);
        match term {
            Term::Key(key) => figure(key),
            Term::Add(terms) => terms.iter().map(|term| self.value(term)).sum(),
            Term::Sub(a, b) => self.value(a) - self.value(b),
            Term::Unused(transferred, used) => (figure(transferred) - figure(used)).max(Exact::zero()),
        }
    }

    /// The sum of figures as handed in, those that are known.
    fn sum(&self, keys: &[FigureKey]) -> Option<Way> {
        let known: Vec<FigureKey> = keys.iter().copied().filter(|key| self.figure(*key).is_some()).collect();
        let shown = known.iter().all(|key| self.rows.is_shown(self.row, *key));
        let term = match known.as_slice() {
            [] => return None,
            [one] => Term::Key(*one),
            all => Term::Add(all.iter().copied().map(Term::Key).collect()),
        };
        Some(Way { term, shown })
    }

    /// A figure as handed in: of the whole period, or of its halves where the form shows those.
    fn typed(&self, name: &str) -> Option<Way> {
        let whole = FigureKey::named(name, None)?;
        let halves = halves(name);
        let added: Option<Exact> =
            halves.iter().filter_map(|key| self.figure(*key).cloned()).reduce(|a, b| a + b);
        let same = match (self.figure(whole), added) {
            (None, _) => return self.sum(&halves),
            (Some(whole), Some(added)) => *whole == added,
            (Some(_), None) => false,
        };
        let on_form = |key: &FigureKey| self.rows.is_shown(self.row, *key);
        if same && halves.iter().any(on_form) && !on_form(&whole) {
            self.sum(&halves)
        } else {
            self.sum(&[whole])
        }
    }

    /// Prefers what the form shows; then a formula that gives what was handed in; then what was handed in.
    fn prefer(&self, typed: Option<Way>, formula: Option<Term>) -> Option<Way> {
        let formula = formula.map(|term| Way { term, shown: true });
        match (typed, formula) {
            (Some(typed), Some(formula)) => {
                let same = self.value(&typed.term) == self.value(&formula.term);
                Some(if same && !typed.shown { formula } else { typed })
            }
            (typed, formula) => typed.or(formula),
        }
    }

    /// Both components together. A component that is in use and whose figure nobody knows makes the sum unknown.
    fn both(
        &self,
        field: &str,
        blank_is_unknown: bool,
        part: fn(&Self, &str, &str) -> Option<Way>,
    ) -> Option<Way> {
        let all = self.typed(&format!("all.{field}"));
        if all.as_ref().is_some_and(|way| way.shown) {
            return all;
        }
        let (mut terms, mut unknown) = (Vec::new(), false);
        for name in PARTS {
            match part(self, name, field) {
                Some(way) => terms.push(way.term),
                None => unknown |= blank_is_unknown && self.in_use(name),
            }
        }
        let formula = match terms.len() {
            _ if unknown => None,
            0 | 1 => terms.pop(),
            _ => Some(Term::Add(terms)),
        };
        self.prefer(all, formula)
    }

    fn in_use(&self, part: &str) -> bool {
        ["cost", "co_financing"].iter().any(|field| {
            let key = FigureKey::named(&format!("{part}.{field}"), None);
            key.and_then(|key| self.figure(key)).is_some_and(|n| !n.is_zero())
        })
    }

    fn plain(&self, part: &str, field: &str) -> Option<Way> {
        self.typed(&format!("{part}.{field}"))
    }

    fn own(&self, part: &str, field: &str) -> Option<Way> {
        let cost = self.plain(part, "cost").map(|way| way.term);
        let used = self.plain(part, "co_financing").map(|way| way.term);
        let formula = cost.zip(used).map(|(cost, used)| Term::Sub(Box::new(cost), Box::new(used)));
        self.prefer(self.plain(part, field), formula)
    }

    /// What came and was not used, misused money and interest; halves of the year are never set off.
    fn to_return(&self, part: &str, field: &str) -> Option<Way> {
        let half = |round: Option<HalfYear>| {
            let key = |field: &str| {
                let key = FigureKey::named(&format!("{part}.{field}"), round)?;
                self.figure(key).map(|_| key)
            };
            let unused = match key("transferred").zip(key("co_financing")) {
                Some((transferred, used)) => Term::Unused(transferred, used),
                None => Term::Key(key("unused")?),
            };
            let more = ["misused", "interest"].into_iter().filter_map(key).map(Term::Key);
            Some(Term::Add(std::iter::once(unused).chain(more).collect()))
        };
        let formula = match HalfYear::ALL.map(|of| half(Some(of))) {
            [Some(first), Some(second)] => Some(Term::Add(vec![first, second])),
            [Some(one), None] | [None, Some(one)] => Some(one),
            [None, None] => half(None),
        };
        self.prefer(self.plain(part, field), formula)
    }

    /// Posts under both forms of contract; the sum alone where only that is told.
    fn posts(&self) -> Option<Way> {
        let names = ["municipality.average_posts_employment", "municipality.average_posts_service"];
        let keys: Vec<FigureKey> = names.iter().filter_map(|name| FigureKey::named(name, None)).collect();
        let all = self.typed("municipality.average_posts");
        if all.as_ref().is_some_and(|way| way.shown) {
            return all;
        }
        // The form of 2023 asks for posts on its day of reference, and for no mean.
        let names = ["assistant.reference_posts_employment", "assistant.reference_posts_service"];
        let of_day: Vec<FigureKey> = names.iter().filter_map(|name| FigureKey::named(name, None)).collect();
        self.sum(&keys).or(all).or_else(|| self.sum(&of_day))
    }
}

/// Returns the sum of a column of such figures; blank where none of them is known, for no known figure is no zero.
pub fn sum(model: &mut Model, figure: Figure, column: Vec<NodeId>) -> NodeId {
    // Posts, money used and own contribution are divided by and into: they stay numbers.
    let may_be_blank = !matches!(figure, Figure::Posts | Figure::Used | Figure::Own);
    if may_be_blank && !column.is_empty() && column.iter().all(|id| model.value(*id).is_blank()) {
        return model.parameter(figure.heading(), figure.format(), Value::Blank);
    }
    model.formula(figure.heading(), figure.format(), Expr::Sum(column))
}

fn halves(name: &str) -> Vec<FigureKey> {
    HalfYear::ALL.into_iter().filter_map(|half| FigureKey::named(name, Some(half))).collect()
}

/// Returns the sum of a figure over all rows, over the cells that the official form has for it.
pub fn column_sum(rows: &mut Rows<'_>, model: &mut Model, name: &str) -> Expr {
    let Some(whole) = FigureKey::named(name, None) else { return Expr::Blank };
    let halves = halves(name);
    let shown = |key: &FigureKey| rows.on_form(*key).is_some();
    let known = |key: &FigureKey| rows.all().iter().any(|row| row.figure(*key).is_some());
    let by_halves =
        !shown(&whole) && (halves.iter().any(shown) || !known(&whole) && halves.iter().any(known));
    let keys = if by_halves { halves } else { vec![whole] };
    let mut terms = Vec::new();
    for key in keys {
        let cells = rows.on_form(key).cloned();
        terms.push(Expr::Sum(cells.unwrap_or_else(|| rows.column(model, key))));
    }
    match terms.len() {
        1 => terms.pop().unwrap_or(Expr::Blank),
        _ => Expr::Add(terms),
    }
}
