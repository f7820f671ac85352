//! `programme.toml` → [`super::Programme`]. The one door to TOML for rules.
