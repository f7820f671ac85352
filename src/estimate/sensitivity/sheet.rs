//! `Wrażliwość`: each change with its figures before and after, and the differences as formulas.

use super::{Change, QuarterPost, Sensitivity};
use crate::calc::{Expr, Format, Model, NodeId, Value};
use crate::finding::Fact;
use crate::forms::working::page::{Page, Shown};
use crate::grid::{Holds, Role, Sheet};
use crate::locale::{Language, Locale};
use crate::units::Money;

/// Name of the sheet.
pub const NAME: &str = "Wrażliwość";

/// What a change is, in words.
pub fn told(change: &Change, locale: &Locale) -> String {
    let text = |text: &str| Fact::Text(text.to_owned());
    let facts = match change {
        Change::QuarterPost(QuarterPost::Raised { assistant, from, to }) => vec![
            ("assistant", text(assistant)),
            ("from", Fact::Number(from.clone())),
            ("to", Fact::Number(to.clone())),
        ],
        Change::QuarterPost(QuarterPost::Hired { like }) => vec![("assistant", text(like))],
        Change::Hours => vec![("hours", Fact::Count(super::HOURS))],
        Change::Pay => Vec::new(),
        Change::Reading(reading) => {
            vec![
                ("name", text(reading.name)),
                ("way", text(reading.way)),
                ("meaning", text(&reading.meaning)),
            ]
        }
    };
    locale.text(&format!("sensitivity-{}", change.word()), &facts)
}

/// Builds the sheet; adds its figures and differences to the model.
pub fn sheet(sensitivity: &Sensitivity, model: &mut Model) -> Sheet {
    let mut page = Page::new(NAME, &[58, 15, 15, 15, 15, 15, 15, 15, 15, 15, 22]);
    page.line(Role::Title, "Wrażliwość: co przynosi jedna zmiana");
    page.line(
        Role::Subtitle,
        "Każda zmiana osobno, reszta bez zmian. Kwoty przed zmianą i po niej pochodzą z ponownego rozliczenia i nie przeliczają się w skoroszycie: po zmianie danych lub założeń trzeba uruchomić program ponownie. Różnice są formułami.",
    );
    page.line(
        Role::Note,
        "„Według zasad” to dofinansowanie, zanim ograniczy je kwota przyznana i otrzymana. Różnica 0,00 w dofinansowaniu przy różnicy „według zasad” oznacza, że ogranicza je przyznana kwota.",
    );
    let top = page.row;
    page.headings(&[
        "Zmiana",
        "Według zasad teraz (zł)",
        "Według zasad po zmianie (zł)",
        "Różnica (zł)",
        "Dofinansowanie teraz (zł)",
        "Dofinansowanie po zmianie (zł)",
        "Różnica (zł)",
        "Wkład własny teraz (zł)",
        "Wkład własny po zmianie (zł)",
        "Różnica (zł)",
        "Skąd kwoty",
    ]);
    page.keep(top, 0);
    let locale = Locale::of(Language::Polish);
    for outcome in &sensitivity.outcomes {
        let (before, after) = (&outcome.before, &outcome.after);
        let mut cells = vec![Shown::from(told(&outcome.change, locale))];
        cells.extend(pair(model, "Według zasad", before.limit, after.limit));
        cells.extend(pair(model, "Dofinansowanie", Some(before.co_financing), Some(after.co_financing)));
        cells.extend(pair(
            model,
            "Wkład własny",
            Some(before.own_contribution),
            Some(after.own_contribution),
        ));
        cells.push("rozliczono ponownie".into());
        page.cells(Role::Body, cells, Some(model));
    }
    if sensitivity.outcomes.is_empty() {
        page.line(Role::Note, "W danych nie ma niczego, co dałoby się tak zmienić.");
    }
    page.sheet.holds = Holds::Inputs;
    page.sheet
}

/// Before, after and their difference.
fn pair(model: &mut Model, label: &str, before: Option<Money>, after: Option<Money>) -> [Shown; 3] {
    let (Some(before), Some(after)) = (before, after) else {
        return [Shown::Nothing, Shown::Nothing, Shown::Nothing];
    };
    let mut figure = |when: &str, amount: Money| -> NodeId {
        model.parameter(&format!("{label} {when}"), Format::Money, Value::Number(amount.to_exact()))
    };
    let (before, after) = (figure("przed zmianą", before), figure("po zmianie", after));
    let difference = model.formula(&format!("{label}: różnica"), Format::Money, Expr::sub(after, before));
    [before.into(), after.into(), difference.into()]
}
