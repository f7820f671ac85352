//! Where a click on a cell leads: from an amount to the step that it repeats, from a step to what it rests on. No cell
//! changes its look or content for it.

use super::{Book, Cell, Content, Holds};
use crate::calc::print::{Layout, Place};
use crate::calc::{Model, Origin};

impl Book {
    /// Returns the cell behind a cell: the home of the figure it repeats; at home, the first input cell of its formula,
    /// or else the first cell of another sheet. Nothing for values and for sums of the sheet's own cells.
    pub fn link(
        &self,
        model: &Model,
        layout: &Layout,
        sheet: usize,
        at: (u32, u32),
        cell: &Cell,
    ) -> Option<Place> {
        let Content::Node(id) = cell.content else { return None };
        let home = layout.homes.get(id)?;
        if home != (Place { sheet, row: at.0, column: at.1 }) {
            return Some(home);
        }
        let Origin::Formula(expr) = &model.node(id).origin else { return None };
        let (mut input, mut other) = (None, None);
        expr.refs(&mut |used| {
            if input.is_some() {
                return;
            }
            let Some(place) = layout.homes.get(used).filter(|place| place.sheet != sheet) else { return };
            // A cell in which nothing was given explains nothing.
            let node = model.node(used);
            if node.value.is_blank() {
                return;
            }
            let inputs = self.sheets.get(place.sheet).is_some_and(|sheet| sheet.holds == Holds::Inputs);
            if inputs && matches!(node.origin, Origin::Input(_)) {
                input = Some(place);
            }
            other = other.or(Some(place));
        });
        input.or(other)
    }
}
