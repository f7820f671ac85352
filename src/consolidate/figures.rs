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

/// Components, as the names of their figures begin.
pub const PARTS: [&str; 2] = ["supplement", "employment"];
/// Amounts of a component that add up, over half-years and over components.
const ADDED: [&str; 10] = [
    "cost",
    "awarded",
    "transferred",
    "co_financing",
    "own_contribution",
    "unused",
    "misused",
    "interest",
    "return_total",
    "returned",
];

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

    /// Is any figure of a component known, `supplement` or `employment`? A municipality may use one alone.
    pub fn uses(&self, part: &str) -> bool {
        self.0.iter().any(|(key, _)| key.name.strip_prefix(part).is_some_and(|rest| rest.starts_with('.')))
    }

    /// Adds what the figures stated decide and the form does not print by itself: cost and own contribution of a
    /// component as the form adds them, the whole period of both half-years, money to return, and both components
    /// together. Nothing stated is changed, and nothing follows from a part that is not known. Returns what was added.
    pub fn complete(&mut self) -> Vec<FigureKey> {
        let mut added = Vec::new();
        for round in HalfYear::ALL.map(Some) {
            self.complete_parts(round, &mut added);
        }
        for name in PARTS.iter().chain(&["all"]).flat_map(|part| ADDED.map(|field| format!("{part}.{field}")))
        {
            let [first, second] = HalfYear::ALL.map(|half| self.of(&name, Some(half)));
            self.add(&name, None, first.zip(second).map(|(a, b)| a + b), &mut added);
        }
        self.complete_parts(None, &mut added);
        added
    }

    fn complete_parts(&mut self, round: Option<HalfYear>, added: &mut Vec<FigureKey>) {
        for part in PARTS {
            let name = |field: &str| format!("{part}.{field}");
            let of = |figures: &Self, field: &str| figures.of(&name(field), round);
            let used = of(self, "co_financing");
            let cost = used.clone().zip(of(self, "own_contribution")).map(|(a, b)| a + b);
            self.add(&name("cost"), round, cost, added);
            let own = of(self, "cost").zip(used.clone()).map(|(cost, used)| cost - used);
            self.add(&name("own_contribution"), round, own, added);
            let unused = of(self, "transferred").zip(used).map(|(a, b)| (a - b).max(Exact::zero()));
            // What goes back may hold misused money: it does not tell how much was not used.
            if of(self, "return_total").is_none() {
                self.add(&name("unused"), round, unused, added);
            }
            let more = ["misused", "interest"].iter().filter_map(|field| of(self, field)).sum::<Exact>();
            let back = of(self, "unused").map(|unused| unused + more);
            self.add(&name("return_total"), round, back, added);
        }
        for field in ADDED {
            let parts = |part: &str| self.of(&format!("{part}.{field}"), round);
            let both = self.both(parts, |a, b| Some(a + b));
            self.add(&format!("all.{field}"), round, both, added);
        }
    }

    /// Puts both components together; nothing where that of a component in use is not known.
    pub fn both<T>(&self, of: impl Fn(&str) -> Option<T>, add: impl Fn(T, T) -> Option<T>) -> Option<T> {
        let [a, b] = PARTS.map(of);
        match PARTS.map(|part| self.uses(part)) {
            [true, true] => a.zip(b).and_then(|(a, b)| add(a, b)),
            [true, false] => a,
            [false, true] => b,
            [false, false] => None,
        }
    }

    fn of(&self, name: &str, round: Option<HalfYear>) -> Option<Exact> {
        self.get(FigureKey::named(name, round)?).cloned()
    }

    fn add(&mut self, name: &str, round: Option<HalfYear>, value: Option<Exact>, added: &mut Vec<FigureKey>) {
        if let Some((key, value)) = FigureKey::named(name, round).zip(value)
            && self.get(key).is_none()
        {
            self.set(key, value);
            added.push(key);
        }
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

    fn of(given: &[(&str, i64)]) -> Figures {
        let mut figures = Figures::default();
        for (name, value) in given {
            figures.set(FigureKey::parse(name).expect("a figure of a form"), Exact::whole(*value));
        }
        figures
    }

    fn whole(figures: &Figures, name: &str) -> Option<i64> {
        figures.whole(name).and_then(Exact::to_i64)
    }

    #[test]
    fn a_form_gives_costs_and_totals_of_both_components_only_where_both_are_known() {
        let mut both = of(&[
            ("supplement.co_financing", 55),
            ("supplement.own_contribution", 14),
            ("supplement.unused", 8),
            ("employment.cost", 267),
            ("employment.co_financing", 78),
            ("employment.return_total", 2),
        ]);
        both.complete();
        assert_eq!(whole(&both, "supplement.cost"), Some(69));
        assert_eq!(whole(&both, "all.cost"), Some(336));
        assert_eq!(whole(&both, "all.own_contribution"), Some(14 + 189));
        assert_eq!(whole(&both, "all.return_total"), Some(10));
        assert_eq!(whole(&both, "all.transferred"), None, "nobody tells it");
        let mut part = of(&[("supplement.co_financing", 55), ("employment.cost", 267)]);
        part.complete();
        assert_eq!(whole(&part, "all.cost"), None, "the cost of supplements is not known");
        let mut one = of(&[("employment.cost", 267), ("employment.co_financing", 78)]);
        one.complete();
        assert_eq!(whole(&one, "all.own_contribution"), Some(189), "the only component in use is the whole");
    }

    #[test]
    fn the_whole_period_is_both_half_years_or_unknown() {
        let mut figures = of(&[
            ("supplement.co_financing@I-VI", 30),
            ("supplement.own_contribution@I-VI", 5),
            ("supplement.co_financing@VII-XII", 20),
            ("supplement.unused@I-VI", 7),
        ]);
        figures.complete();
        assert_eq!(whole(&figures, "supplement.co_financing"), Some(50));
        assert_eq!(whole(&figures, "supplement.cost"), None, "of the second half-year it is not known");
        assert_eq!(whole(&figures, "supplement.unused"), None);
    }
}
