//! The settlements of many municipalities as one report of the voivode.
//!
//! What a file gives is kept as an [`entry::Entry`]: small, so that a country fits in memory, and complete, so that the
//! report, the tables to export and the next run need nothing else of it. Entries hold figures of settlements and of
//! hand-filled forms; nothing here computes one. Files are read and settled in `pipeline::consolidate`.

pub mod cards;
pub mod change;
pub mod compare;
pub mod entry;
pub mod exported;
pub mod figures;
pub mod for_office;
mod group;
pub mod names;
pub mod own_papers;
pub mod register;
pub mod sheets;
pub mod store;
pub mod totals;
pub mod verdict;
pub mod walk;
pub mod work;

pub use entry::{AssistantRow, Entry, EntryFile, Kind, MonthRow, Remark, Verdict};
pub use figures::{FigureKey, Figures};
pub use register::{Register, RegisterRow};
