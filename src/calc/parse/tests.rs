//! Formulas as people and programs write them.
