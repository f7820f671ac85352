//! Papers beside the settlement: rows handed over, halves and totals over the form's own cells.

use std::collections::BTreeMap;

use super::*;
use crate::calc::Value;
use crate::calc::words::value_words;
use crate::forms::Forms;
use crate::forms::sample::facts;
use crate::units::Exact;

/// A paper of months: number, month, posts (mean), amount (sum).
fn months_paper(amounts: usize) -> (Model, Vec<Sheet>) {
    use crate::forms::listed::Value as Given;
    let text = r#"id = "probe"
title = "Probe"
status = "reconstructed"
act = "none"
footer = "ours"
paper = "request"
[[sheet]]
name = "One"
[[sheet.block]]
kind = "field"
label = "Scenario"
field = "request.scenario"
[[sheet.block]]
kind = "table"
rows = "month"
total = "RAZEM"
half_totals = ["I-VI", "VII-XII"]
column = [
  { number = "1", heading = "Lp.", width = 5, field = "request.number", no_total = true },
  { number = "2", heading = "Uwagi", width = 12, left_blank = true },
  { number = "3", heading = "Etaty", width = 9, field = "request.posts", total_mean = true },
  { number = "4", heading = "Kwota", width = 9, field = "request.total" },
]
"#;
    let forms = Forms::of_texts([("probe".to_owned(), text.to_owned())]);
    let form = forms.paper("probe", crate::forms::definition::Paper::Request).expect("loads");
    let mut model = Model::default();
    let number = |n: usize| Value::Number(Exact::whole(i64::try_from(n).expect("small")));
    let mut listed = Listed::default();
    listed.once.insert("request.scenario", Given::Text("bazowy".to_owned()));
    for n in 1..=12 {
        let mut row = BTreeMap::new();
        row.insert("request.number", Given::Node(model.parameter("n", Format::Count, number(n))));
        row.insert("request.posts", Given::Node(model.parameter("posts", Format::Posts, number(n % 2))));
        if n <= amounts {
            row.insert("request.total", Given::Node(model.parameter("zł", Format::Money, number(100 * n))));
        }
        listed.rows.push(row);
    }
    let sheets = fill_listed(&form, &mut model, &facts(), &listed);
    (model, sheets)
}

fn shown(model: &Model, sheet: &Sheet, row: u32, column: u32) -> String {
    match sheet.cells.get(&(row, column)).map(|c| &c.content) {
        Some(Content::Node(id)) => value_words(model.value(*id), model.node(*id).format),
        Some(Content::Text(text)) => text.clone(),
        Some(Content::Number(n)) => n.to_string(),
        Some(Content::Blank) | None => String::new(),
    }
}

#[test]
fn a_paper_of_months_adds_up_halves_and_the_year_from_its_own_cells() {
    let (model, sheets) = months_paper(12);
    let [sheet] = sheets.as_slice() else { unreachable!("one sheet") };
    assert_eq!(shown(&model, sheet, 0, 2), "bazowy");
    // Headings in rows 2 and 3, months 1 to 6 from row 4, their sum in row 10, the rest, its sum and the total.
    let label = |row| shown(&model, sheet, row, 0);
    assert_eq!([label(10), label(17), label(18)], ["I-VI", "VII-XII", "RAZEM"]);
    let amount = |row| shown(&model, sheet, row, 3);
    assert_eq!([amount(10), amount(17), amount(18)], ["2\u{a0}100,00", "5\u{a0}700,00", "7\u{a0}800,00"]);
    assert_eq!(shown(&model, sheet, 18, 2), "0,5");
    // The label has the room of the columns without a total.
    assert!(sheet.merges.contains(&(18, 0, 18, 1)), "{:?}", sheet.merges);
}

#[test]
fn a_figure_that_was_not_handed_over_is_no_zero() {
    let (model, sheets) = months_paper(3);
    let amount = |row| shown(&model, &sheets[0], row, 3);
    assert_eq!([amount(9), amount(10), amount(17), amount(18)], ["", "600,00", "", "600,00"]);
    let (model, sheets) = months_paper(0);
    assert_eq!(shown(&model, &sheets[0], 18, 3), "");
}
