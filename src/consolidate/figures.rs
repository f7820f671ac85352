//! Figures of a municipality by the names that forms know them under.
//!
//! The names are the closed list of `forms::fields`, so the collective form, the exports and the municipality's own
//! form speak of the same figures. A figure that is not known is absent: blank is not zero.

use serde::de::Error as _;
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::forms::definition::FieldRef;
use crate::forms::fields;
use crate::records::HalfYear;
use crate::units::{Exact, Money};

/// A field of a municipality, of the whole period or of one round.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct FigureKey {
    /// Name of the field, such as `supplement.co_financing`.
    pub name: &'static str,
    /// The round; none: all.
    pub round: Option<HalfYear>,
}

impl FigureKey {
    /// Returns the key of a field that forms know; none for another name.
    pub fn named(name: &str, round: Option<HalfYear>) -> Option<Self> {
        let known = fields::all().find(|f| f.name == name)?;
        Some(Self { name: known.name, round })
    }

    /// Writes `supplement.co_financing` or `supplement.co_financing@I-VI`.
    pub fn text(self) -> String {
        match self.round {
            Some(round) => format!("{}@{}", self.name, round.word()),
            None => self.name.to_owned(),
        }
    }

    /// Reads what [`Self::text`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once('@') {
            Some((name, round)) => Self::named(name, Some(HalfYear::typed(round)?)),
            None => Self::named(text, None),
        }
    }
}

impl From<FieldRef> for FigureKey {
    fn from(field: FieldRef) -> Self {
        Self { name: field.field.name(), round: field.round }
    }
}

/// Figures by key, sorted; a vector, because ten thousand of these are kept.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Figures(Vec<(FigureKey, Exact)>);

impl Figures {
    /// Sets a figure.
    pub fn set(&mut self, key: FigureKey, value: Exact) {
        match self.0.binary_search_by_key(&key, |(known, _)| *known) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// Takes a figure out.
    pub fn remove(&mut self, key: FigureKey) {
        self.0.retain(|(known, _)| *known != key);
    }

    /// Returns a figure; none when it is not known.
    pub fn get(&self, key: FigureKey) -> Option<&Exact> {
        self.0.binary_search_by_key(&key, |(known, _)| *known).ok().map(|at| &self.0[at].1)
    }

    /// Returns a figure of the whole period by name.
    pub fn whole(&self, name: &str) -> Option<&Exact> {
        self.0.iter().find(|(key, _)| key.name == name && key.round.is_none()).map(|(_, value)| value)
    }

    /// Returns an amount of the whole period in whole grosze; none when it is not known.
    pub fn money(&self, name: &str) -> Option<Money> {
        self.whole(name).and_then(Money::from_exact)
    }

    /// Goes through the figures in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (FigureKey, &Exact)> {
        self.0.iter().map(|(key, value)| (*key, value))
    }

    /// Is nothing known?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(&key.text(), value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Figures {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = std::collections::BTreeMap::<String, Exact>::deserialize(deserializer)?;
        let mut figures = Self::default();
        for (text, value) in read {
            let key = FigureKey::parse(&text).ok_or_else(|| D::Error::custom(format!("figure {text}")))?;
            figures.set(key, value);
        }
        Ok(figures)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_come_back_from_text_as_they_were() {
        let mut figures = Figures::default();
        let first = FigureKey::parse("supplement.co_financing@I-VI").expect("a figure of a form");
        let whole = FigureKey::parse("supplement.co_financing").expect("a figure of a form");
        figures.set(whole, Exact::whole(30));
        figures.set(first, Exact::ratio(1, 3).expect("a third"));
        let text = serde_json::to_string(&figures).expect("text");
        let back: Figures = serde_json::from_str(&text).expect("figures");
        assert_eq!(back, figures);
        assert_eq!(back.get(first), Some(&Exact::ratio(1, 3).expect("a third")));
        assert_eq!(back.money("supplement.co_financing").map(|m| m.to_string()).as_deref(), Some("30.00"));
        assert_eq!(back.whole("supplement.cost"), None, "unknown is not zero");
        assert!(serde_json::from_str::<Figures>("{\"supplement.cofinancing\":\"1\"}").is_err());
    }
}
