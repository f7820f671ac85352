//! The figures that are set against each other: their stable names, what they are called, and where a settlement has
//! them. Compares nothing.

use crate::calc::NodeId;
use crate::settlement::paragraph_steps::Spending;
use crate::settlement::{AssistantFigures, ComponentFigures};

/// A stable name, and the figure of that name.
pub(super) type Measure<Of, Found> = (&'static str, fn(&Of) -> Found);

/// Of a component; the parts of two sources are there only where two pay.
pub(super) const COMPONENT: [Measure<ComponentFigures, Option<NodeId>>; 11] = [
    ("cost", |c| Some(c.cost)),
    ("limit", |c| Some(c.limit)),
    ("awarded", |c| Some(c.awarded)),
    ("transferred", |c| Some(c.transferred)),
    ("co_financing", |c| Some(c.co_financing)),
    ("state_budget_part", |c| c.state_budget_part),
    ("labour_fund_part", |c| c.labour_fund_part),
    ("own_contribution", |c| Some(c.own_contribution)),
    ("due_not_transferred", |c| Some(c.due_not_transferred)),
    ("unused", |c| Some(c.unused)),
    ("returned", |c| Some(c.returned)),
];

/// Of an assistant.
pub(super) const ASSISTANT: [Measure<AssistantFigures, NodeId>; 5] = [
    ("supplement_cost", |a| a.total.supplement_cost),
    ("supplement_co_financing", |a| a.total.supplement_co_financing),
    ("employment_cost", |a| a.total.employment_cost),
    ("employment_co_financing", |a| a.total.employment_co_financing),
    ("own_contribution", |a| a.own_contribution),
];

/// Of a budget paragraph.
pub(super) const PARAGRAPH: [Measure<Spending, NodeId>; 4] = [
    ("paragraph_employment_cost", |s| s.employment_cost),
    ("paragraph_employment_grant", |s| s.employment_grant),
    ("paragraph_supplement_cost", |s| s.supplement_cost),
    ("paragraph_supplement_grant", |s| s.supplement_grant),
];

/// Is it a part of one source, which is there only where two pay?
pub(super) fn is_source_part(what: &str) -> bool {
    what.ends_with("_part")
}

/// Polish name of a figure.
pub(super) fn name(what: &str) -> &'static str {
    match what {
        "cost" => "Koszt w zadaniu",
        "limit" => "Limit według zasad edycji",
        "awarded" => "Przyznano",
        "transferred" => "Otrzymano",
        "co_financing" => "Dofinansowanie",
        "state_budget_part" => "z tego budżet państwa",
        "labour_fund_part" => "z tego Fundusz Pracy",
        "own_contribution" => "Wkład własny",
        "due_not_transferred" => "Należne, lecz nieprzekazane",
        "unused" => "Środki niewykorzystane (do zwrotu)",
        "returned" => "Zwrócono (kwota główna)",
        "left_to_return" => "Pozostało do zwrotu",
        "supplement_cost" => "Koszt dodatków",
        "supplement_co_financing" => "Dofinansowanie dodatków",
        "employment_cost" | "paragraph_employment_cost" => "Koszt zatrudnienia",
        "employment_co_financing" => "Dofinansowanie kosztów zatrudnienia",
        "due" => "Do rozliczenia",
        "form" => "Wiersz razem formularza",
        "paragraph_employment_grant" => "z tego Program: koszty zatrudnienia",
        "paragraph_supplement_cost" => "Dodatki",
        "paragraph_supplement_grant" => "z tego Program: dodatki",
        _ => "Kwota",
    }
}
