//! Figures of a municipality as a reader of the powiat sheets asks for them: both components together, by formula.
//!
//! A figure that the official form shows is taken from there. One that it does not show is put together from cells that
//! it shows, as long as that gives the figure handed in; else the figure handed in stands in `Dane gmin`.

use super::rows::Rows;
use crate::calc::{Expr, Format, Model, NodeId, Value};
use crate::consolidate::FigureKey;
use crate::records::HalfYear;
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
}

/// All, in the order of columns.
pub const FIGURES: [Figure; 7] = [
    Figure::Assistants,
    Figure::Posts,
    Figure::Awarded,
    Figure::Transferred,
    Figure::Used,
    Figure::Own,
    Figure::ToReturn,
];

impl Figure {
    /// Returns the heading of its column.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Assistants => "Asystenci",
            Self::Posts => "Etaty (średnio)",
            Self::Awarded => "Przyznano (zł)",
            Self::Transferred => "Przekazano (zł)",
            Self::Used => "Wykorzystano (zł)",
            Self::Own => "Wkład własny (zł)",
            Self::ToReturn => "Do zwrotu (zł)",
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

/// Components.
const PARTS: [&str; 2] = ["supplement", "employment"];
/// Halves of the year.
const HALVES: [HalfYear; 2] = [HalfYear::First, HalfYear::Second];

/// A way to a figure.
struct Way {
    expr: Expr,
    /// Do all its cells stand on the official form?
    shown: bool,
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
    let mut of = Of { rows, model, row };
    match figure {
        Figure::Assistants => of.typed("municipality.assistants").map(|way| way.expr),
        Figure::Posts => of.posts(),
        Figure::Awarded => of.both("awarded", true, Of::plain),
        Figure::Transferred => of.both("transferred", true, Of::plain),
        Figure::Used => of.both("co_financing", false, Of::plain),
        Figure::Own => of.both("own_contribution", false, Of::own),
        Figure::ToReturn => of.both("return_total", true, Of::to_return),
    }
}

struct Of<'r, 'a> {
    rows: &'r mut Rows<'a>,
    model: &'r mut Model,
    row: usize,
}

impl Of<'_, '_> {
    fn value(&self, key: FigureKey) -> Option<Exact> {
        self.rows.all()[self.row].figure(key).cloned()
    }

    /// The sum of figures as handed in, those that are known.
    fn sum(&mut self, keys: &[FigureKey]) -> Option<Way> {
        let known: Vec<FigureKey> = keys.iter().copied().filter(|key| self.value(*key).is_some()).collect();
        let shown = known.iter().all(|key| self.rows.is_shown(self.row, *key));
        let ids: Vec<NodeId> = known.iter().map(|key| self.rows.node(self.model, self.row, *key)).collect();
        match ids.as_slice() {
            [] => None,
            [one] => Some(Way { expr: Expr::Ref(*one), shown }),
            _ => Some(Way { expr: Expr::add(ids), shown }),
        }
    }

    /// A figure as handed in: of the whole period, or of its halves where the form shows those.
    fn typed(&mut self, name: &str) -> Option<Way> {
        let whole = FigureKey::named(name, None)?;
        let halves: Vec<FigureKey> =
            HALVES.iter().filter_map(|half| FigureKey::named(name, Some(*half))).collect();
        let added: Option<Exact> = halves.iter().filter_map(|key| self.value(*key)).reduce(|a, b| a + b);
        let same = match (self.value(whole), added) {
            (None, _) => return self.sum(&halves),
            (Some(whole), Some(added)) => whole == added,
            (Some(_), None) => false,
        };
        let on_form = |of: &Self, key: &FigureKey| of.rows.is_shown(of.row, *key);
        let halves_shown = halves.iter().any(|key| on_form(self, key));
        if same && halves_shown && !on_form(self, &whole) { self.sum(&halves) } else { self.sum(&[whole]) }
    }

    /// Prefers what the form shows; then a formula that gives what was handed in; then what was handed in.
    fn prefer(&self, typed: Option<Way>, formula: Option<Expr>) -> Option<Way> {
        match (typed, formula) {
            (Some(typed), Some(formula)) => {
                let differs = formula.number(self.model) != typed.expr.number(self.model);
                let own = typed.shown || differs;
                Some(if own { typed } else { Way { expr: formula, shown: true } })
            }
            (typed, formula) => typed.or(formula.map(|expr| Way { expr, shown: true })),
        }
    }

    /// Both components together. A component that is in use and whose figure nobody knows makes the sum unknown.
    fn both(
        &mut self,
        field: &str,
        blank_is_unknown: bool,
        part: fn(&mut Self, &str, &str) -> Option<Way>,
    ) -> Option<Expr> {
        let all = self.typed(&format!("all.{field}"));
        if let Some(Way { expr, shown: true }) = all {
            return Some(expr);
        }
        let (mut terms, mut unknown) = (Vec::new(), false);
        for name in PARTS {
            match part(self, name, field) {
                Some(way) => terms.push(way.expr),
                None => unknown |= blank_is_unknown && self.in_use(name),
            }
        }
        let formula = match terms.len() {
            _ if unknown => None,
            0 => None,
            1 => terms.pop(),
            _ => Some(Expr::Add(terms)),
        };
        self.prefer(all, formula).map(|way| way.expr)
    }

    fn in_use(&self, part: &str) -> bool {
        ["cost", "co_financing"].iter().any(|field| {
            let key = FigureKey::named(&format!("{part}.{field}"), None);
            key.and_then(|key| self.value(key)).is_some_and(|n| !n.is_zero())
        })
    }

    fn plain(&mut self, part: &str, field: &str) -> Option<Way> {
        self.typed(&format!("{part}.{field}"))
    }

    fn own(&mut self, part: &str, field: &str) -> Option<Way> {
        let typed = self.plain(part, field);
        let cost = self.plain(part, "cost").map(|way| way.expr);
        let used = self.plain(part, "co_financing").map(|way| way.expr);
        let formula = cost.zip(used).map(|(cost, used)| Expr::sub(cost, used));
        self.prefer(typed, formula)
    }

    /// What came and was not used, misused money and interest; halves of the year are never set off.
    fn to_return(&mut self, part: &str, field: &str) -> Option<Way> {
        let typed = self.plain(part, field);
        let half = |of: &mut Self, round: Option<HalfYear>| {
            let mut key = |field: &str| {
                let key = FigureKey::named(&format!("{part}.{field}"), round)?;
                of.value(key).is_some().then(|| of.rows.node(of.model, of.row, key))
            };
            let unused = crate::settlement::formulas::unused(key("transferred")?, key("co_financing")?);
            let more = ["misused", "interest"].into_iter().filter_map(key);
            Some(Expr::Add(std::iter::once(unused).chain(more.map(Expr::Ref)).collect()))
        };
        let halves = [half(self, Some(HALVES[0])), half(self, Some(HALVES[1]))];
        let formula = match halves {
            [Some(first), Some(second)] => Some(Expr::Add(vec![first, second])),
            [Some(one), None] | [None, Some(one)] => Some(one),
            [None, None] => half(self, None),
        };
        self.prefer(typed, formula)
    }

    fn posts(&mut self) -> Option<Expr> {
        let names = ["municipality.average_posts_employment", "municipality.average_posts_service"];
        let keys: Vec<FigureKey> = names.iter().filter_map(|name| FigureKey::named(name, None)).collect();
        self.sum(&keys).map(|way| way.expr)
    }
}

/// Returns the sum of a figure over all rows, over the cells that the official form has for it.
pub fn column_sum(rows: &mut Rows<'_>, model: &mut Model, name: &str) -> Expr {
    let Some(whole) = FigureKey::named(name, None) else { return Expr::Blank };
    let halves: Vec<FigureKey> =
        HALVES.iter().filter_map(|half| FigureKey::named(name, Some(*half))).collect();
    let count = rows.all().len();
    let shown = |key: &FigureKey| (0..count).any(|row| rows.is_shown(row, *key));
    let known = |key: &FigureKey| rows.all().iter().any(|row| row.figure(*key).is_some());
    let by_halves =
        !shown(&whole) && (halves.iter().any(shown) || !known(&whole) && halves.iter().any(known));
    let keys = if by_halves { halves } else { vec![whole] };
    let columns = keys.into_iter().map(|key| Expr::Sum(rows.column(model, key)));
    let mut terms: Vec<Expr> = columns.collect();
    match terms.len() {
        1 => terms.pop().unwrap_or(Expr::Blank),
        _ => Expr::Add(terms),
    }
}
