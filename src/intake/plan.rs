//! `Założenia`: each row has a kind of value of its own, told by the name of its figure.

use super::headers::Match;
use super::raw::{RawCell, RawValue};
use super::words;
use crate::records::plan::{PLAN_FIGURES, PlanFigure};
use crate::records::{ColumnSchema, Presence, TableId};

/// Returns the figure of a plan that a row names.
pub fn figure(name: &str) -> Option<&'static PlanFigure> {
    let normal = words::normal(name);
    let bare = |text: &str| words::without_unit(text).to_owned();
    PLAN_FIGURES.iter().find(|f| words::normal(f.label) == normal).or_else(|| {
        // Without its unit a name may still say which is meant, unless two figures differ by their units only.
        let mut alike = PLAN_FIGURES.iter().filter(|f| bare(&words::normal(f.label)) == bare(&normal));
        alike.next().filter(|_| alike.next().is_none())
    })
}

/// Is this a column of values?
pub fn is_value(key: &str) -> bool {
    matches!(key, "careful" | "base" | "ambitious")
}

/// Returns how the values of a row are read; nothing in other tables, and where nobody knows the figure.
pub fn column_kind(header: &Match, cells: &[RawCell]) -> Option<ColumnSchema> {
    let figure = named(header, &cells.iter().collect::<Vec<_>>())?;
    // The key tells how a small rate is read.
    Some(ColumnSchema {
        key: figure.key,
        header: figure.label,
        kind: figure.kind,
        presence: Presence::Optional,
        aliases: &[],
    })
}

/// Is this a row of figures, and so no remark under the table? A name that nobody knows needs a value beside it, so that
/// the plan's checks can tell of it.
pub fn is_row(header: &Match, cells: &[&RawCell]) -> bool {
    let valued =
        || header.columns.iter().any(|(h, c)| is_value(c.key) && cells.iter().any(|x| x.column == h.column));
    header.schema.id == TableId::PlanFigures && (named(header, cells).is_some() || valued())
}

fn named(header: &Match, cells: &[&RawCell]) -> Option<&'static PlanFigure> {
    if header.schema.id != TableId::PlanFigures {
        return None;
    }
    let (head, _) = header.columns.iter().find(|(_, c)| c.key == "figure")?;
    let cell = cells.iter().find(|c| c.column == head.column)?;
    match &cell.value {
        RawValue::Text(text) => figure(text),
        _ => None,
    }
}
