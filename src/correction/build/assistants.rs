//! The figures of each assistant before and after.

use std::collections::BTreeMap;

use super::{Building, GONE};
use crate::calc::Format;
use crate::correction::Item;
use crate::correction::before::Before;
use crate::correction::compare::{Was, row};
use crate::correction::measures::{ASSISTANT, name};
use crate::settlement::AssistantFigures;

/// Note on the rows of one who was not in the settlement before.
const NEW: &str = "nowy w tym rozliczeniu";

impl Building<'_> {
    /// Assistants of either settlement. Not where a half-year was taken over: the settlement now then knows nothing of
    /// the months before.
    pub(super) fn assistants(&mut self) -> Vec<Item> {
        let known: Vec<String> = self.previous.figures.iter().filter_map(|f| f.assistant.clone()).collect();
        if !self.previous.whole || known.is_empty() {
            return Vec::new();
        }
        let now: BTreeMap<&str, &AssistantFigures> =
            self.settled.assistants.iter().map(|a| (a.id.as_str(), a)).collect();
        let mut ids: Vec<&str> = known.iter().map(String::as_str).chain(now.keys().copied()).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut items = Vec::new();
        for id in ids {
            let was_here = known.iter().any(|k| k == id);
            let note = match (was_here, now.contains_key(id)) {
                (true, false) => GONE,
                (false, true) => NEW,
                _ => "",
            };
            for (what, pick) in ASSISTANT {
                let of = |f: &Before| f.assistant.as_deref() == Some(id) && f.what == what;
                let was = Was::of(&self.previous, &self.before, of);
                let words = format!("{} ({id})", name(what));
                let sides = row(self.model, &words, Format::Money, was, now.get(id).map(|a| pick(a)));
                let assistant = Some(id.to_owned());
                items.push(Item { assistant, note, ..Item::new(what, name(what), sides) });
            }
        }
        items
    }
}
