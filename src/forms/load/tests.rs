use super::*;
use crate::forms::definition::{Block, RowUnit};

/// A form with one table; `change` edits the text.
fn parse_changed(from: &str, to: &str) -> Result<FormDefinition, FormError> {
    let text = r#"id = "probe"
title = "Probe"
status = "official"
act = "none"
programmes = []

[[sheet]]
name = "One"

[[sheet.block]]
kind = "table"
rows = "assistant"
total = "sum"

[[sheet.block.column]]
number = "1"
heading = "Number"
width = 9
field = "assistant.number"

[[sheet.block.column]]
number = "2"
heading = "Cost"
width = 9
field = "assistant.supplement_cost"
"#;
    assert!(text.contains(from), "the probe has no such text: {from}");
    parse("probe", &text.replacen(from, to, 1))
}

fn message(from: &str, to: &str) -> String {
    parse_changed(from, to).expect_err("must be refused").to_string()
}

#[test]
fn every_compiled_in_form_loads() {
    let checked = Forms::built_in().check();
    let ids: Vec<&str> = checked.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "asystent-rodziny-2023",
            "asystent-rodziny-2023-zbiorcze",
            "asystent-rodziny-2024",
            "asystent-rodziny-2024-zbiorcze",
            "asystent-rodziny-2025",
            "asystent-rodziny-2025-zbiorcze",
            "dodatek-motywacyjny-2024-2027-informacja-koncowa",
            "dodatek-motywacyjny-2024-2027-zapotrzebowanie",
            "f1-zapotrzebowanie",
            "f2-oswiadczenie",
            "f5-zestawienie-dokumentow",
            "f6-rozliczenie-koncowe",
            "f7-zestawienie-wojewody",
            "f8-naliczenie-odsetek",
        ]
    );
    for (id, outcome) in checked {
        let form = outcome.unwrap_or_else(|e| panic!("{e}"));
        let expected = if id.starts_with('f') { Status::Reconstructed } else { Status::Official };
        assert_eq!(form.status, expected, "{id}");
    }
}

#[test]
fn sheets_are_those_of_the_acts() {
    let forms = Forms::built_in();
    let names = |id: &str| -> Vec<String> {
        forms.get(id).expect("loads").sheets.into_iter().map(|s| s.name).collect()
    };
    assert_eq!(names("asystent-rodziny-2023"), ["Sprawozdanie 2023"]);
    assert_eq!(
        names("asystent-rodziny-2024"),
        ["Część 1.1", "Część 1.2 (I-VI)", "Część 1.2 (VII-XII)", "Część 2", "Część 3", "Część 4"]
    );
    assert_eq!(names("asystent-rodziny-2025"), ["Część 1", "Część 1.2", "Część 2", "Część 3", "Część 4"]);
}

/// The headings of a form as `headings.txt` writes them, without the part.
fn headings(form: &FormDefinition) -> Vec<String> {
    let mut found = Vec::new();
    for block in form.sheets.iter().flat_map(|s| &s.blocks) {
        let Block::Table(table) = block else { continue };
        for c in &table.columns {
            let group = c.group.clone().unwrap_or_default();
            let group = c.month.as_ref().map_or(group.clone(), |m| format!("{group} › {m}"));
            found.push(format!("{}\t{group}\t{}", c.number, c.heading));
        }
    }
    found
}

#[test]
fn headings_are_word_for_word_those_of_the_acts() {
    let forms = Forms::built_in();
    for (id, columns) in
        [("asystent-rodziny-2023", 20), ("asystent-rodziny-2024", 100), ("asystent-rodziny-2025", 84)]
    {
        let reference = COMPILED_IN
            .get_file(format!("{id}/headings.txt"))
            .and_then(|f| f.contents_utf8())
            .expect("stands beside the form");
        let mut expected: Vec<&str> = Vec::new();
        for line in reference.lines().filter(|l| !l.starts_with('#')) {
            let (_, rest) = line.split_once('\t').expect("part, tab, the rest");
            expected.push(rest);
        }
        let found = headings(&forms.get(id).expect("loads"));
        assert_eq!(found, expected, "{id}");
        assert_eq!(found.len(), columns, "{id}");
    }
}

#[test]
fn headings_of_collective_forms_are_word_for_word_those_of_the_acts() {
    let forms = [
        ("asystent-rodziny-2023-zbiorcze", 20),
        ("asystent-rodziny-2024-zbiorcze", 49),
        ("asystent-rodziny-2025-zbiorcze", 35),
        ("dodatek-motywacyjny-2024-2027-informacja-koncowa", 16),
        ("dodatek-motywacyjny-2024-2027-zapotrzebowanie", 9),
        ("f7-zestawienie-wojewody", 24),
    ];
    for (id, columns) in forms {
        let reference = COMPILED_IN.get_file(format!("{id}/headings.txt")).and_then(|f| f.contents_utf8());
        let lines = reference.expect("stands beside the form").lines().filter(|l| !l.starts_with('#'));
        let expected: Vec<&str> = lines.filter_map(|l| Some(l.split_once('\t')?.1)).collect();
        let form = Forms::built_in().paper(id, Paper::Collective).expect("loads");
        assert_eq!(headings(&form), expected, "{id}");
        assert_eq!(expected.len(), columns, "{id}");
    }
}

#[test]
fn every_edition_has_its_collective_forms() {
    let forms = Forms::built_in();
    let ids = |edition: &str| -> Vec<String> {
        forms.collective_for(edition).expect("loads").into_iter().map(|form| form.id).collect()
    };
    assert_eq!(ids("asystent-rodziny-2025"), ["asystent-rodziny-2025-zbiorcze"]);
    assert_eq!(
        ids("dodatek-motywacyjny-2024-2027"),
        ["dodatek-motywacyjny-2024-2027-informacja-koncowa", "dodatek-motywacyjny-2024-2027-zapotrzebowanie"]
    );
    for edition in crate::programme::Catalogue::built_in().ids() {
        let found = ids(edition);
        assert!(!found.is_empty(), "{edition}");
        let reconstructed = found == ["f7-zestawienie-wojewody"];
        let own = ["2023", "2024", "2025", "2024-2027"].iter().any(|year| edition.ends_with(year));
        assert_eq!(reconstructed, !own, "{edition}: {found:?}");
    }
}

#[test]
fn words_read_from_a_doubled_text_layer_are_marked_as_assumed() {
    use crate::programme::Mark;
    for (id, form) in Forms::built_in().check() {
        let form = form.expect("loads");
        let expected = match (form.status, id.starts_with("dodatek-")) {
            (Status::Official, false) => Mark::Confirmed,
            _ => Mark::Assumed,
        };
        assert_eq!(form.mark, expected, "{id}");
    }
}

#[test]
fn a_collective_form_says_which_editions_it_serves_and_shows_what_municipalities_have() {
    let text = r#"id = "probe"
title = "Probe"
status = "official"
act = "none"
paper = "collective"
programmes = ["x"]
[[sheet]]
name = "One"
[[sheet.block]]
kind = "table"
rows = "settled-municipality"
component = "supplement"
total = "sum"
column = [
  { number = "1", heading = "Name", width = 9, field = "agreement.municipality" },
  { number = "2", heading = "Came", width = 9, field = "supplement.transferred", round = "I-VI" },
  { number = "3", heading = "Used", width = 9, field = "supplement.co_financing" },
  { number = "4", heading = "Left", width = 9, difference = ["2", "3"] },
  { number = "5", heading = "All", width = 9, sum = ["3", "4"], total_text = "x" },
]
"#;
    let read = |from: &str, to: &str| {
        assert!(text.contains(from), "the probe has no such text: {from}");
        parse("probe", &text.replacen(from, to, 1))
    };
    let refused = |from: &str, to: &str| read(from, to).expect_err("must be refused").to_string();
    assert_eq!(read("Probe", "Probe").expect("loads").paper, Some(Paper::Collective));
    assert!(read("supplement.co_financing", "assistant.families").is_ok(), "the total over assistants");
    assert!(refused("programmes = [\"x\"]", "").contains("needs `programmes`"));
    assert!(
        refused("rows = \"settled-municipality\"", "rows = \"assistant\"").contains("settled-municipality")
    );
    for other in ["assistant.supplement_cost", "assistant.number", "month.supplement_own", "statement.posts"]
    {
        assert!(refused("supplement.co_financing", other).contains("no figure of a municipality"), "{other}");
    }
    assert!(refused("sum = [\"3\", \"4\"]", "sum = [\"3\", \"5\"]").contains("not left of it"));
    assert!(refused("total_text = \"x\"", "total_text = \"x\", no_total = true").contains("at most one"));
}

#[test]
fn headings_of_papers_are_word_for_word_those_of_the_layout() {
    let papers = [("f2-oswiadczenie", Paper::Statement), ("f5-zestawienie-dokumentow", Paper::Documents)];
    for (id, paper) in papers {
        let reference = COMPILED_IN.get_file(format!("{id}/headings.txt")).and_then(|f| f.contents_utf8());
        let lines = reference.expect("stands beside the form").lines().filter(|l| !l.starts_with('#'));
        let expected: Vec<&str> = lines.filter_map(|l| Some(l.split_once('\t')?.1)).collect();
        let form = Forms::built_in().paper(id, paper).expect("loads");
        assert_eq!(headings(&form), expected, "{id}");
    }
}

#[test]
fn numbering_slip_of_part_1_2_is_kept() {
    for id in ["asystent-rodziny-2024", "asystent-rodziny-2025"] {
        let form = Forms::built_in().get(id).expect("loads");
        let found = headings(&form);
        assert_eq!(found.iter().filter(|h| h.starts_with("62\t")).count(), 2, "{id}");
        assert!(!found.iter().any(|h| h.starts_with("66\t")), "{id}");
    }
}

#[test]
fn a_plain_form_is_read() {
    let form = parse_changed("Probe", "Probe").expect("loads");
    let Block::Table(table) = &form.sheets[0].blocks[0] else { unreachable!("the probe has a table") };
    assert_eq!((table.rows, table.columns.len()), (RowUnit::Assistant, 2));
}

#[test]
fn refusals_name_file_line_key_and_what_is_accepted() {
    let unknown_field = message("assistant.supplement_cost", "assistant.suplement_cost");
    assert_eq!(
        unknown_field,
        "probe/form.toml:25: no field \"assistant.suplement_cost\"; nearest: \"assistant.supplement_cost\""
    );
    assert_eq!(
        message("kind = \"table\"", "kind = \"tabel\""),
        "probe/form.toml:11: `kind` is \"tabel\"; accepted: heading, field, table, list, signature, footnote, section"
    );
    let unknown_key = message("width = 9", "widht = 9");
    assert!(unknown_key.starts_with("probe/form.toml:18:"), "{unknown_key}");
    assert!(unknown_key.contains("widht") && unknown_key.contains("width"), "{unknown_key}");
    assert!(message("rows = \"assistant\"", "rows = \"municipality\"").contains("cannot stand here"));
    assert!(message("width = 9", "width = 900").contains("3 to 120"));
    assert!(message("name = \"One\"", "name = \"One/Two\"").contains("31 characters"));
    assert!(message("status = \"official\"", "status = \"reconstructed\"").contains("footer"));
    assert!(
        message("field = \"assistant.supplement_cost\"", "sum = [\"1\", \"3\"]").contains("there are: 1, 2")
    );
    assert!(message("id = \"probe\"", "id = \"other\"").contains("folder"));
}

/// A paper with one table of its own rows; `change` edits the text.
fn paper_changed(from: &str, to: &str) -> Result<FormDefinition, FormError> {
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
label = "Year"
field = "request.year"

[[sheet.block]]
kind = "table"
rows = "month"
total = "sum"
half_totals = ["first", "second"]

[[sheet.block.column]]
number = "1"
heading = "Month"
width = 9
field = "request.month"
no_total = true
"#;
    assert!(text.contains(from), "the probe has no such text: {from}");
    parse("probe", &text.replacen(from, to, 1))
}

#[test]
fn a_paper_has_rows_and_fields_of_its_own_and_no_others() {
    let form = paper_changed("Probe", "Probe").expect("loads");
    assert_eq!(form.paper, Some(Paper::Request));
    let refused = |from: &str, to: &str| paper_changed(from, to).expect_err("must be refused").to_string();
    assert_eq!(
        refused("rows = \"month\"", "rows = \"document\""),
        "probe/form.toml:18: `rows` is \"document\"; accepted: municipality, month"
    );
    assert_eq!(
        refused("field = \"request.month\"", "field = \"document.month\""),
        "probe/form.toml:26: field \"document.month\" needs paper = \"documents\""
    );
    assert!(refused("request.month", "assistant.number").contains("a paper has none"));
    assert!(refused("\"request.year\"", "\"request.month\"").contains("cannot stand here"));
    assert!(refused("[\"first\", \"second\"]", "[\"first\"]").contains("two labels"));
    assert!(refused("paper = \"request\"", "paper = \"requests\"").contains("request, statement"));
    assert!(
        refused("paper = \"request\"", "paper = \"request\"\nprogrammes = [\"x\"]").contains("serves every")
    );
    assert!(refused("paper = \"request\"", "programmes = []").contains("needs paper"));
    assert!(refused("no_total = true", "no_total = true\ntotal_mean = true").contains("at most one of"));
    let settlement = message("programmes = []", "paper = \"interest\"");
    assert!(settlement.contains("accepted: municipality, interest-period"), "{settlement}");
}

#[test]
fn a_paper_is_no_form_of_settlement() {
    let forms = Forms::built_in();
    let error = forms.get("f2-oswiadczenie").expect_err("a paper").to_string();
    assert!(error.contains("paper = \"statement\""), "{error}");
    assert!(forms.paper("f2-oswiadczenie", Paper::Statement).is_ok());
    assert!(forms.paper("f2-oswiadczenie", Paper::Interest).is_err());
    assert!(forms.paper("f6-rozliczenie-koncowe", Paper::Interest).is_err());
}

#[test]
fn an_unknown_form_names_those_there_are() {
    let error = Forms::built_in().get("asystent-rodziny-2020").expect_err("there is none").to_string();
    assert!(error.contains("asystent-rodziny-2023"), "{error}");
}

#[test]
fn a_folder_of_forms_replaces_those_compiled_in() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::create_dir(folder.path().join("mine")).expect("is made");
    let text = COMPILED_IN
        .get_file("f6-rozliczenie-koncowe/form.toml")
        .and_then(|f| f.contents_utf8())
        .expect("is compiled in")
        .replace("id = \"f6-rozliczenie-koncowe\"", "id = \"mine\"");
    std::fs::write(folder.path().join("mine/form.toml"), text).expect("is written");
    let forms = Forms::from_dir(folder.path()).expect("is read");
    assert_eq!(forms.ids().collect::<Vec<_>>(), ["mine"]);
    assert_eq!(forms.get("mine").expect("loads").status, Status::Reconstructed);
}
