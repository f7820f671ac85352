//! What is to be settled: by half-year, component and source of money, and in all, with the word of each difference.

use super::{Building, Part};
use crate::calc::{Cond, Expr, Format, NodeId};
use crate::correction::Item;
use crate::correction::compare::{Was, may_be_blank, row, unless_blank};
use crate::correction::measures::name;
use crate::correction::sources::sources_of;
use crate::records::FundingSource;

/// Note on a row of money that was not transferred yet.
const WAITING: &str = "należne, lecz jeszcze nieprzekazane";

/// With which difference of co-financing money goes back.
#[derive(Clone, Copy)]
enum Fallen {
    /// It was never transferred.
    Never,
    /// With this one; with the difference itself where there is none.
    With(Option<NodeId>),
}

impl Building<'_> {
    /// What is to be settled of a part: entitled now less entitled before, by source where there are two. Both sides are
    /// the same quantity, co-financing and what is due and not transferred, so that a claim is made once only.
    pub(super) fn due(&mut self, part: &Part, rows: &[Item]) -> Vec<Item> {
        let settled = rows.iter().find(|r| r.what == "co_financing").cloned();
        let waiting = rows.iter().find(|r| r.what == "due_not_transferred").cloned();
        let (Some(settled), Some(waiting)) = (settled, waiting) else { return Vec::new() };
        let (before, now) = (self.sources_before(part), self.sources_now(part));
        let mut sources = before.clone();
        sources.extend(now.iter().filter(|s| !before.contains(s)).cloned());
        if sources.len() < 2 {
            return vec![self.due_of_one(part, sources.pop(), &settled, &waiting)];
        }
        sources.sort();
        let mut items = Vec::new();
        for source in sources {
            let key = if source == FundingSource::StateBudget.word() {
                "state_budget_part"
            } else {
                "labour_fund_part"
            };
            let share = rows.iter().find(|r| r.what == key);
            let alone = |sources: &[String]| *sources == [source.clone()];
            let was = match share.and_then(|r| r.before) {
                Some(node) => Was::Known(node),
                None if alone(&before) => self.was(part, "co_financing"),
                None => Was::Nothing,
            };
            let own = share.and_then(|r| r.after);
            let after = if alone(&now) { settled.after } else { own };
            items.push(self.due_item(part, Some(source), was, after, settled.note, Fallen::With(None)));
        }
        let was = match (self.was(part, "due_not_transferred"), &settled.before) {
            // Where the transfer was not known nothing waited; the difference of the sources still is.
            (Was::Unknown, Some(_)) => Was::Nothing,
            (was, _) => was,
        };
        items.push(self.due_item(part, None, was, waiting.after, WAITING, Fallen::Never));
        items
    }

    /// What is to be settled of a part that one source pays, or that no source is known of.
    fn due_of_one(&mut self, part: &Part, source: Option<String>, settled: &Item, waiting: &Item) -> Item {
        let words = part.words();
        let after = settled.after.map(|co_financing| {
            let label = format!("Należne według zasad ({words})");
            self.entitled(&label, co_financing, waiting.after)
        });
        let was = match self.was(part, "co_financing") {
            Was::Known(co_financing) => {
                let label = format!("Należne według poprzedniego rozliczenia ({words})");
                Was::Known(self.entitled(&label, co_financing, waiting.before))
            }
            was => was,
        };
        let fallen = Fallen::With(Some(settled.difference));
        self.due_item(part, source, was, after, settled.note, fallen)
    }

    /// The smaller of limit and award: co-financing and what is due and not transferred, which is blank where the
    /// transfer is not known and the co-financing is all there is.
    fn entitled(&mut self, label: &str, co_financing: NodeId, waiting: Option<NodeId>) -> NodeId {
        let Some(waiting) = waiting else { return co_financing };
        let both = Expr::add([co_financing, waiting]);
        let expr = if may_be_blank(self.model, waiting) {
            Expr::when(Cond::Blank(waiting), co_financing, both)
        } else {
            both
        };
        self.model.formula(label, Format::Money, expr)
    }

    fn due_item(
        &mut self,
        part: &Part,
        source: Option<String>,
        was: Was,
        after: Option<NodeId>,
        note: &'static str,
        fallen: Fallen,
    ) -> Item {
        let of = source.as_ref().map(|s| format!(", {s}")).unwrap_or_default();
        let words = format!("Do rozliczenia ({}{of})", part.words());
        let sides = row(self.model, &words, Format::Money, was, after);
        let meaning = Some(self.meaning(&words, sides.2, fallen));
        Item { source, meaning, note, ..part.item(Item::new("due", name("due"), sides)) }
    }

    /// The word of a difference. Below zero it goes back only as far as co-financing, which never exceeds what came, has
    /// fallen: a claim that is gone takes nothing from anybody.
    fn meaning(&mut self, words: &str, difference: NodeId, fallen: Fallen) -> NodeId {
        let [refund, claim, none, nothing_back] = self.words;
        let zero = || Expr::whole(0);
        // A difference of sums that is nothing may be a hair off nothing in binary arithmetic, and has no word then.
        let whole = |amount: NodeId| Expr::Ref(amount).round2();
        let refund = match fallen {
            Fallen::Never => Expr::Ref(nothing_back),
            Fallen::With(None) => Expr::Ref(refund),
            Fallen::With(Some(paid)) => Expr::when(Cond::Greater(zero(), whole(paid)), refund, nothing_back),
        };
        let below = Cond::Greater(zero(), whole(difference));
        let above = Cond::Greater(whole(difference), zero());
        let expr = Expr::when(below, refund, Expr::when(above, claim, none));
        let expr = unless_blank(self.model, difference, expr);
        self.model.formula(&format!("{words}: co to znaczy"), Format::Text, expr)
    }

    /// Sources by the award: of two, each has a part of the co-financing; one pays all of it.
    fn sources_now(&self, part: &Part) -> Vec<String> {
        if self.now(part).is_none() {
            return Vec::new();
        }
        let sources = sources_of(self.submission, part.round.as_deref(), &part.component);
        sources.into_iter().map(|source| source.word().to_owned()).collect()
    }

    fn sources_before(&self, part: &Part) -> Vec<String> {
        let parts = self.previous.figures.iter().filter(|f| part.has(f));
        let mut sources: Vec<String> = parts
            .filter_map(|f| match f.what.as_str() {
                "state_budget_part" => Some(FundingSource::StateBudget.word().to_owned()),
                "labour_fund_part" => Some(FundingSource::LabourFund.word().to_owned()),
                "co_financing" => f.source.clone(),
                _ => None,
            })
            .collect();
        sources.dedup();
        sources
    }

    pub(super) fn due_total(&mut self, due: &[Item], co_financing: Option<NodeId>) -> Item {
        let words = "Do rozliczenia razem";
        let before =
            self.sum(&format!("{words}: rozliczone poprzednio"), due.iter().filter_map(|i| i.before));
        let after = self.sum(&format!("{words}: należne teraz"), due.iter().filter_map(|i| i.after));
        let difference = self.sum(&format!("{words}: różnica"), due.iter().map(|i| i.difference));
        let meaning = Some(self.meaning(words, difference, Fallen::With(co_financing)));
        Item { meaning, ..Item::new("due", "Razem", (Some(before), Some(after), difference)) }
    }
}
