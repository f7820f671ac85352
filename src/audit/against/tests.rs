//! Two settlements of one sample, one of them corrected.

use std::borrow::Cow;
use std::path::Path;

use super::*;
use crate::finding::{Fact, Severity};
use crate::intake::MemoryFile;
use crate::locale::{Language, Locale};
use crate::pipeline;
use crate::units::Money;

type Files = Vec<(String, String)>;

/// The sample of 2025 with an award that does not bind: every złoty of cost is felt.
fn with_room() -> Files {
    with(&sample("gmina-2025"), "srodki.csv", "78500,00;78500,00", "99500,00;99500,00")
}

/// The readable tables of a sample.
fn sample(name: &str) -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/samples").join(name);
    let mut files: Files = std::fs::read_dir(folder)
        .expect("the sample is there")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "csv"))
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).expect("a table"))
        })
        .collect();
    files.sort();
    files
}

/// Changes a text that must be there.
fn with(files: &Files, file: &str, from: &str, to: &str) -> Files {
    let mut files = files.clone();
    let (_, text) = files.iter_mut().find(|(name, _)| name == file).expect("the file");
    assert!(text.contains(from), "{from} in {file}");
    *text = text.replacen(from, to, 1);
    files
}

fn side(name: &str, files: &Files, given: &[&str]) -> Side {
    let memory: Vec<MemoryFile> = files
        .iter()
        .map(|(name, text)| MemoryFile { name: name.clone(), bytes: Cow::Owned(text.clone().into_bytes()) })
        .collect();
    let given: Vec<String> = given.iter().map(|g| (*g).to_owned()).collect();
    let read = crate::intake::read_memory(&memory);
    let run = pipeline::run_read(read, &Catalogue::built_in(), None, None, &given);
    let mut run = run.unwrap_or_else(|e| panic!("{}", e.text(Locale::of(Language::Polish))));
    let forms = crate::forms::Forms::built_in();
    let papers = pipeline::papers(&mut run, &forms, true).expect("the form is sound").expect("figures");
    let trace = papers.trace().clone();
    Side { file: SourceFile { name: name.to_owned(), sha256: String::new(), bytes: 0 }, trace, own: None }
}

fn compared(newer: &Side, older: &Side) -> Comparison {
    compare(newer, older, &Catalogue::built_in())
}

/// Whatever changed: the parts of every figure come to its difference, and single effects to those of all.
fn adds_up(compared: &Comparison) {
    let mut parted = 0;
    for figure in &compared.figures {
        let Some(parts) = &figure.parts else {
            assert!(figure.difference.is_none() || compared.inseparable.is_some(), "{figure:?}");
            continue;
        };
        let sum: Exact = parts.values().cloned().sum();
        assert_eq!(Some(sum), figure.difference, "{figure:?}");
        parted += 1;
    }
    assert!(parted > 0 || compared.figures.is_empty() || compared.inseparable.is_some());
    for effects in [&compared.data_effects, &compared.rule_effects] {
        if effects.own.iter().all(Option::is_none) {
            continue;
        }
        let mut sum = Effect::new();
        for (key, amount) in
            effects.own.iter().flatten().chain(&effects.rest).chain([&effects.interaction]).flatten()
        {
            let entry = sum.entry(key.clone()).or_insert_with(Exact::zero);
            *entry = &*entry + amount;
        }
        sum.retain(|_, amount| !amount.is_zero());
        assert_eq!(sum, effects.whole, "single effects and their interaction come to the whole");
    }
}

fn total<'a>(compared: &'a Comparison, what: &str) -> &'a FigureChange {
    let is = |f: &&FigureChange| f.key.level == Level::Total && f.key.what == what;
    compared.figures.iter().find(is).unwrap_or_else(|| panic!("{what} changed"))
}

fn part(change: &FigureChange, part: Part) -> Money {
    let parts = change.parts.as_ref().expect("parted");
    Money::from_exact(parts.get(&part).unwrap_or(&Exact::zero())).expect("whole grosze")
}

fn codes(compared: &Comparison, newer: &Side, older: &Side) -> Vec<&'static str> {
    let report = report::report(compared, newer, older, Locale::of(Language::Polish));
    report.findings.iter().map(|f| f.code.name).collect()
}

#[test]
fn a_settlement_compared_with_itself_is_the_same() {
    let side = side("a.xlsx", &sample("gmina-2025"), &[]);
    let compared = compared(&side, &side);
    assert!(!compared.differs() && compared.look.is_same(), "{compared:?}");
    assert!(compared.look.formulas_compared);
    assert_eq!(codes(&compared, &side, &side), Vec::<&str>::new());
    assert!(compared.figures_compared.0 > 50);
}

#[test]
fn one_corrected_cell_is_one_change_and_all_of_the_difference_is_of_the_data() {
    let files = with_room();
    let older = side("a.xlsx", &files, &[]);
    let corrected = with(&files, "place.csv", "A02;2025-06;160;160;5900,00", "A02;2025-06;160;160;5800,00");
    let newer = side("b.xlsx", &corrected, &[]);
    let compared = compared(&newer, &older);
    adds_up(&compared);
    assert_eq!(codes(&compared, &newer, &older), ["against-row-changed"]);
    let grant = total(&compared, "co_financing");
    // 30 % of 100 zł and of the contributions on them: with less base, of 1490.40 zł of contributions the motivation
    // supplement takes 1000/7213 in place of 1000/7313, so 1283.77 zł are left for 1286.60 zł; (100 + 2.83) × 0.3.
    assert_eq!(part(grant, Part::Data), Money::from_grosze(-3_084));
    assert_eq!(part(grant, Part::Rules), Money::ZERO);
    let report = report::report(&compared, &newer, &older, Locale::of(Language::Polish));
    let finding = &report.findings[0];
    assert_eq!(finding.difference, Some(Money::from_grosze(-3_084)));
    assert_eq!(finding.seen, Some(Fact::Amount(Money::from_grosze(580_000))));
    assert_eq!(finding.expected, Some(Fact::Amount(Money::from_grosze(590_000))));
    assert_eq!((finding.assistant.as_deref(), finding.month.map(|m| m.number)), (Some("A02"), Some(6)));
    let place = |at| report.sources.place(at);
    let at = finding.at.map(place).expect("a cell");
    assert!(at.starts_with("b.xlsx › Dane - Płace › E"), "{at}");
    let before: Vec<String> = finding.related.iter().map(|at| place(*at)).collect();
    assert_eq!(before.len(), 1);
    assert!(before[0].starts_with("a.xlsx › Dane - Płace › E"), "{before:?}");
    // Told where it happened: A02 in June, and in no other month.
    let months: Vec<_> = compared.figures.iter().filter(|f| f.key.level == Level::Line).collect();
    let cost: Vec<_> = months.iter().filter(|f| f.key.what == "wage_cost").collect();
    assert_eq!(cost.len(), 1);
    assert_eq!(
        (cost[0].key.assistant.as_deref(), cost[0].key.month.as_deref()),
        (Some("A02"), Some("2025-06"))
    );
}

#[test]
fn rows_added_removed_and_changed_have_their_own_effects_and_add_up() {
    let files = sample("gmina-2025");
    let older = side("a.xlsx", &files, &[]);
    let one = with(&files, "place.csv", "A01;2025-03;168;168;6200,00", "A01;2025-03;168;168;7000,00");
    let two = with(
        &one,
        "place.csv",
        "A03;2025-12;160;100;6200,00;;;;;605,12;403,00;103,54;151,90;RU/12/2025;2025-12-22\n",
        "",
    );
    let three = with(
        &two,
        "place.csv",
        "A02;2025-03;168;88;3090,48",
        "A02;2025-04;;;100,00;;;;;9,76;6,50;1,67;2,45;LP/13/2025;2025-04-30\nA02;2025-03;168;88;3090,48",
    );
    let newer = side("b.xlsx", &three, &[]);
    let compared = compared(&newer, &older);
    adds_up(&compared);
    let mut found = codes(&compared, &newer, &older);
    found.retain(|code| code.starts_with("against-row-"));
    found.sort_unstable();
    // Removing a month's pay also leaves its supplement without hours: that row no longer counts, and is told.
    found.dedup();
    assert_eq!(found, ["against-row-added", "against-row-changed", "against-row-removed"]);
    assert!(compared.data_effects.own.iter().all(Option::is_some));
    assert!(
        !compared.look.formulas_compared && !compared.look.texts_compared,
        "texts and formulas follow the rows"
    );
    let told = codes(&compared, &newer, &older);
    assert!(told.iter().all(|code| code.starts_with("against-row")), "nothing of it is look: {told:?}");
    // With another program too, what the program alone writes is compared; its formulas still follow the rows.
    let mut other = newer.clone();
    other.trace.head.program = "9.9.9".to_owned();
    let look = self::compared(&other, &older).look;
    assert!(look.texts_compared && !look.formulas_compared && look.formulas.is_empty());
}

#[test]
fn another_reading_is_a_rule_and_not_data() {
    let files = sample("gmina-2025");
    let older = side("a.xlsx", &files, &[]);
    let newer = side("b.xlsx", &files, &["service-pay=out"]);
    let compared = compared(&newer, &older);
    adds_up(&compared);
    assert!(compared.data.is_empty());
    let grant = total(&compared, "co_financing");
    // What `programmes readings` prices the way at.
    assert_eq!(part(grant, Part::Rules), Money::from_grosze(-2_669_382));
    assert_eq!(part(grant, Part::Data), Money::ZERO);
    let report = report::report(&compared, &newer, &older, Locale::of(Language::Polish));
    let finding = report.findings.iter().find(|f| f.code.name == "against-reading").expect("the reading");
    assert_eq!(finding.difference, Some(Money::from_grosze(-2_669_382)));
}

#[test]
fn readings_and_data_changed_at_once_are_kept_apart_and_their_interaction_is_named() {
    let files = sample("gmina-2025");
    let older = side("a.xlsx", &files, &["supplement-cost=gross"]);
    let corrected = with(&files, "place.csv", "A03;2025-02;160;104;6448,00", "A03;2025-02;160;104;9448,00");
    let corrected = with(&corrected, "umowa.csv", "(%);30%", "(%);25%");
    let newer = side("b.xlsx", &corrected, &["service-pay=out", "caseload-money=month-excluded"]);
    let compared = compared(&newer, &older);
    adds_up(&compared);
    let found = codes(&compared, &newer, &older);
    assert_eq!(found.iter().filter(|code| **code == "against-reading").count(), 3, "{found:?}");
    assert_eq!(found.iter().filter(|code| **code == "against-row-changed").count(), 2, "{found:?}");
    let grant = total(&compared, "co_financing");
    assert!(part(grant, Part::Rules).is_negative() && part(grant, Part::Data).is_negative(), "{grant:?}");
    assert!(!compared.rule_effects.interaction.is_empty(), "a month excluded has no supplement to read");
}

#[test]
fn more_changes_than_are_computed_one_by_one_still_add_up() {
    let files = sample("gmina-2025");
    let older = side("a.xlsx", &files, &[]);
    let mut corrected = files.clone();
    let (_, text) = corrected.iter_mut().find(|(name, _)| name == "place.csv").expect("pay");
    *text = text.replace(";209,00;;20,40", ";199,00;;19,42").replace(";168;6200,00", ";168;6100,00");
    *text = text.replace(";RU/", ";RZ/").replace(";LP/0", ";LQ/0");
    let newer = side("b.xlsx", &corrected, &[]);
    let compared = compared(&newer, &older);
    assert!(compared.data.len() > ONE_BY_ONE, "{}", compared.data.len());
    adds_up(&compared);
    assert!(compared.data_effects.rest.is_some());
    assert!(codes(&compared, &newer, &older).contains(&"against-rows-together"));
}

#[test]
fn two_years_are_compared_side_by_side_and_not_parted() {
    let older = side("a.xlsx", &sample("gmina-2024"), &[]);
    let newer = side("b.xlsx", &sample("gmina-2025"), &[]);
    let compared = compared(&newer, &older);
    assert_eq!(compared.inseparable, Some(Inseparable::OtherEdition));
    assert!(compared.other_edition && compared.figures.iter().all(|f| f.parts.is_none()));
    let lines: Vec<_> = compared.figures.iter().filter(|f| f.key.level == Level::Line).collect();
    assert!(
        lines.iter().any(|f| f.key.month.as_deref() == Some("03") && f.older.is_some() && f.newer.is_some())
    );
    let grant = total(&compared, "co_financing");
    let value = |side: &Side| {
        let is = |f: &&crate::trace::Figure| {
            f.what == "co_financing" && f.round.is_none() && f.assistant.is_none()
        };
        match side.trace.figures.iter().find(|f| is(f) && f.component.is_none()).map(|f| f.value.clone()) {
            Some(crate::calc::Value::Number(n)) => n,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(grant.difference, Some(&value(&newer) - &value(&older)));
    let report = report::report(&compared, &newer, &older, Locale::of(Language::Polish));
    assert!(report.findings.iter().any(|f| f.code.name == "against-edition"));
    assert!(report.findings.iter().any(|f| f.code.name == "against-parameter"));
    assert!(report.unverified.iter().any(|u| u.key == "against-unverified-edition"));
}

#[test]
fn another_text_is_look_and_ends_clean() {
    let older = side("a.xlsx", &sample("gmina-2025"), &[]);
    let mut newer = older.clone();
    newer.trace.head.program = "9.9.9".to_owned();
    let sheet = newer.trace.sheets.iter_mut().find(|s| s.purpose == crate::trace::Purpose::Official);
    let cell =
        sheet.and_then(|s| s.cells.iter_mut().find(|c| matches!(c.holds, crate::trace::Held::Text(_))));
    cell.expect("a text").holds = crate::trace::Held::Text("=cmd|' /C calc'!A0".to_owned());
    let last = newer.trace.sheets.len() - 1;
    newer.trace.sheets[last].name = "Inny".to_owned();
    let calculations = newer.trace.sheets.iter_mut().find(|s| s.name == "Obliczenia").expect("steps");
    let formula = calculations.cells.iter_mut().find_map(|c| match &mut c.holds {
        crate::trace::Held::Formula(formula, _) => Some(formula),
        _ => None,
    });
    formula.expect("a formula").push_str("+0*B1");
    let compared = compared(&newer, &older);
    assert!(!compared.differs(), "{compared:?}");
    let report = report::report(&compared, &newer, &older, Locale::of(Language::Polish));
    assert_eq!(report.verdict(), crate::audit::Verdict::Clean);
    assert!(report.findings.iter().all(|f| f.severity == Severity::Note && f.difference.is_none()));
    let found = codes(&compared, &newer, &older);
    assert_eq!(
        found,
        ["against-version", "against-sheet", "against-sheet", "against-texts", "against-formulas"]
    );
}

#[test]
fn what_another_version_of_the_program_does_is_neither_data_nor_rule() {
    let newer = side("b.xlsx", &sample("gmina-2025"), &[]);
    let mut older = newer.clone();
    older.trace.head.program = "0.0.1".to_owned();
    let figure = older.trace.figures.iter_mut().find(|f| f.what == "co_financing").expect("a total");
    let crate::calc::Value::Number(n) = &mut figure.value else { panic!("an amount") };
    *n = &*n - &Exact::ratio(1, 100).expect("a grosz");
    let compared = compared(&newer, &older);
    adds_up(&compared);
    assert_eq!(part(total(&compared, "co_financing"), Part::Program), Money::from_grosze(1));
    assert!(codes(&compared, &newer, &older).contains(&"against-program"));
}

#[test]
fn rules_that_this_program_does_not_have_are_said_and_nothing_is_parted() {
    let files = with_room();
    let mut older = side("a.xlsx", &files, &[]);
    let corrected = with(&files, "place.csv", "A02;2025-06;160;160;5900,00", "A02;2025-06;160;160;5800,00");
    let mut newer = side("b.xlsx", &corrected, &[]);
    older.trace.head.rules_sha256 = "0".repeat(64);
    let parted = compared(&newer, &older);
    adds_up(&parted);
    assert_eq!(parted.inseparable, None, "the newer rules are enough");
    assert!(codes(&parted, &newer, &older).contains(&"against-rules-text"));
    newer.trace.head.rules_sha256 = "1".repeat(64);
    let unknown = compared(&newer, &older);
    assert_eq!(unknown.inseparable, Some(Inseparable::RulesUnknown));
    assert!(unknown.figures.iter().all(|f| f.parts.is_none() && f.difference.is_some()));
    newer.trace.head.rules_sha256 = "0".repeat(64);
    let mut figures_alone = older.clone();
    figures_alone.trace.figures.retain(|f| f.assistant.as_deref() != Some("A03"));
    assert!(
        codes(&compared(&older, &figures_alone), &older, &figures_alone).contains(&"against-figures-alone")
    );
    // The other way round: the older rules are known, the newer are not.
    older = side("a.xlsx", &files, &[]);
    let other_way = compared(&newer, &older);
    adds_up(&other_way);
    assert_eq!(part(total(&other_way, "co_financing"), Part::Data), Money::from_grosze(-3_084));
}

#[test]
fn a_name_is_never_repeated() {
    let files = sample("gmina-2025");
    let older = side("a.xlsx", &files, &[]);
    let renamed = with(&files, "zatrudnienie.csv", "Fabian Zmyślony", "Fabian Przemianowany");
    let renamed = with(&renamed, "umowa.csv", "Malwina Przykładna", "Ktoś Inny");
    let newer = side("a.xlsx", &renamed, &[]);
    let compared = compared(&newer, &older);
    assert_eq!(compared.data.len(), 2);
    let locale = Locale::of(Language::Polish);
    let report = report::report(&compared, &newer, &older, locale);
    let words = crate::finding::render::rendered_all(&report.findings, &report.sources, locale);
    let told = format!("{words:?} {}", told::object(&compared, &newer, &older, locale));
    for name in ["Zmyślony", "Przemianowany", "Malwina", "Ktoś Inny"] {
        assert!(!told.contains(name), "{name}");
    }
    assert!(told.contains("Imię i nazwisko: zmieniono"), "{told}");
    assert!(told.contains("a.xlsx (starszy)"), "two files of one name are told apart");
    assert!(report.findings.iter().all(|f| f.difference == Some(Money::ZERO)));
}

#[test]
fn a_corrected_key_is_one_changed_row() {
    let files = sample("gmina-2025");
    let older = side("a.xlsx", &files, &[]);
    let moved = with(
        &files,
        "zatrudnienie.csv",
        "A02;Fabian Zmyślony;umowa o pracę;1;2025-03-17",
        "A02;Fabian Zmyślony;umowa o pracę;1;2025-03-18",
    );
    let newer = side("b.xlsx", &moved, &[]);
    let compared = compared(&newer, &older);
    adds_up(&compared);
    assert_eq!(compared.data.len(), 1);
    assert_eq!(compared.data[0].fields.len(), 1);
    assert_eq!(compared.data[0].fields[0].column.key, "from");
}

#[test]
fn figures_given_and_other_bases_are_told() {
    let side = side("a.xlsx", &sample("gmina-2025"), &[]);
    let mut newer = side.clone();
    newer.trace.head.given = vec!["supplement.amount=1000".to_owned()];
    newer.trace.head.readings[0].basis = "pismo z 3 marca".to_owned();
    newer.trace.head.form = "inny".to_owned();
    let changes = rules::changes(&side.trace, &newer.trace);
    let kinds: Vec<RuleKind> = changes.iter().map(|c| c.kind).collect();
    assert_eq!(kinds, [RuleKind::Basis, RuleKind::Given]);
    let compared = compared(&newer, &side);
    let found = codes(&compared, &newer, &side);
    for code in ["against-given", "against-reading-grounds", "against-form"] {
        assert!(found.contains(&code), "{found:?}");
    }
}
