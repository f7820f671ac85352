//! The queries of `docs/scale.md`.
