//! All editions: those compiled in, or those of a folder given instead.

/// Editions by id.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {}
