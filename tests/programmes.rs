//! Every edition compiled in loads; every file that must fail fails with the words beside it.

#[path = "programmes/figures.rs"]
mod figures;

use std::fs;
use std::path::{Path, PathBuf};

use rozlicz::locale::{Language, Locale};
use rozlicz::programme::law::Law;
use rozlicz::programme::{Catalogue, Given, GivenFigure, OpenState, Origin, ProgrammeError, build};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programmes")
}

fn read(path: &Path) -> String {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    text.expect("a file of the tests")
}

#[test]
fn every_edition_compiled_in_loads() {
    let catalogue = Catalogue::built_in();
    assert_eq!(
        catalogue.ids(),
        [
            "asystent-rodziny-2012-1",
            "asystent-rodziny-2012-2",
            "asystent-rodziny-2013",
            "asystent-rodziny-2014",
            "asystent-rodziny-2015",
            "asystent-rodziny-2016",
            "asystent-rodziny-2017",
            "asystent-rodziny-2018",
            "asystent-rodziny-2019",
            "asystent-rodziny-2020",
            "asystent-rodziny-2021",
            "asystent-rodziny-2022",
            "asystent-rodziny-2023",
            "asystent-rodziny-2024",
            "asystent-rodziny-2025",
            "dodatek-motywacyjny-2024-2027",
        ]
    );
    let refused = catalogue.check_all();
    let told: Vec<String> = refused.iter().map(|(id, error)| format!("{id}: {error}")).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn every_label_used_stands_in_law_md_with_its_citation() {
    let catalogue = Catalogue::built_in();
    for id in catalogue.ids() {
        let programme = catalogue.get(id).expect("loads, as tested above");
        let law = Law::parse(catalogue.law(id).expect("an edition compiled in"));
        assert!(law.labels().count() >= 3, "{id} restates too little");
        for label in law.labels() {
            let provision = law.get(label).expect("a label it listed itself");
            assert!(!provision.citation.is_empty() && !provision.text.is_empty(), "{id}: {label}");
        }
        let label = programme.period.law.as_deref().or(programme.division.law.as_deref());
        assert!(label.is_some_and(|label| law.get(label).is_some()), "{id}");
    }
}

#[test]
fn a_folder_adds_to_the_editions_compiled_in_and_wins_over_one_of_the_same_id() {
    let folder = tempfile::tempdir().expect("a folder");
    let copy = |id: &str, to: &str| {
        let to = folder.path().join(to);
        fs::create_dir_all(&to).expect("a folder for the edition");
        for name in ["programme.toml", "law.md"] {
            let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("programmes").join(id).join(name);
            let own = to.file_name().unwrap_or_default().to_str().unwrap_or_default();
            let mut text = read(&from).replacen(id, own, 1);
            if own != id {
                // A copy that paid for the months of its original would be refused.
                text = text.replace("\"2025-", "\"2031-");
            }
            fs::write(to.join(name), text).expect("a copy");
        }
    };
    copy("asystent-rodziny-2024", "asystent-rodziny-2024");
    copy("asystent-rodziny-2025", "asystent-rodziny-2031");
    let (own, built_in) = (Catalogue::from_dir(folder.path()), Catalogue::built_in());
    assert_eq!(own.expect("two editions").ids(), ["asystent-rodziny-2024", "asystent-rodziny-2031"]);
    let both = Catalogue::with_dir(folder.path()).expect("two editions");
    assert_eq!(both.ids().len(), built_in.ids().len() + 1);
    for (id, origin) in [
        ("asystent-rodziny-2023", Origin::BuiltIn),
        ("asystent-rodziny-2024", Origin::FolderOverBuiltIn),
        ("asystent-rodziny-2031", Origin::Folder),
    ] {
        let mut edition = both.get(id).expect("loads");
        assert_eq!(edition.origin, origin, "{id}");
        if let Ok(original) = built_in.get(id) {
            edition.origin = original.origin;
            assert_eq!(edition, original, "{id}");
        }
    }
}

#[test]
fn a_rules_file_may_lie_beside_the_data_without_a_folder_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("programmes/asystent-rodziny-2025");
    let rules =
        read(&source.join("programme.toml")).replacen("asystent-rodziny-2025", "asystent-rodziny-2031", 1);
    let rules = rules.replace("\"2025-", "\"2031-");
    fs::write(folder.path().join("programme.toml"), &rules).expect("the rules");
    fs::copy(source.join("law.md"), folder.path().join("law.md")).expect("the law");
    let catalogue = Catalogue::with_dir(folder.path()).expect("one edition");
    assert_eq!(catalogue.get("asystent-rodziny-2031").map(|p| p.origin), Ok(Origin::Folder));
    fs::write(folder.path().join("programme.toml"), rules.replace("\"80%\"", "\"80\"")).expect("the rules");
    let catalogue = Catalogue::with_dir(folder.path()).expect("one edition");
    let error = catalogue.get("asystent-rodziny-2031").expect_err("a share without its sign");
    let told = error.text(&Locale::new(Language::Polish));
    assert!(told.starts_with("programme.toml:"), "{told}");
}

#[test]
fn a_missing_law_file_is_named_and_not_every_label_of_it() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("programme.toml"), read(&self::folder().join("accepted.toml")))
        .expect("written");
    let told = || {
        let catalogue = Catalogue::from_dir(folder.path()).expect("one edition");
        let error = catalogue.get("asystent-rodziny-2030").expect_err("no law.md");
        error.text(&Locale::new(Language::Polish))
    };
    assert!(told().starts_with("law.md:1: law.md: brakuje pliku law.md obok"), "{}", told());
    assert_eq!(told().lines().count(), 1, "{}", told());
    fs::write(folder.path().join("law.md.txt"), "## okres\n").expect("written");
    assert!(told().contains("law.md.txt"), "{}", told());
}

#[test]
fn a_form_that_nobody_knows_is_refused_at_its_line_with_those_known() {
    let rules = read(&folder().join("accepted.toml"))
        .replace("form    = \"asystent-rodziny-2025\"", "form    = \"f-2030\"");
    let catalogue =
        Catalogue::default().with_texts("asystent-rodziny-2030", &rules, &read(&folder().join("law.md")));
    let error = catalogue.refuse_unknown_form("asystent-rodziny-2030", &["f6"]).expect_err("no such form");
    let told = error.text(&Locale::new(Language::Polish));
    assert!(told.contains("programme.toml:4: form: nie ma formularza „f-2030”. Można wpisać: f6."), "{told}");
    assert!(catalogue.refuse_unknown_form("asystent-rodziny-2030", &["f-2030"]).is_ok());
}

#[test]
fn the_earlier_of_two_clashing_editions_knows_of_the_later() {
    let law = read(&folder().join("law.md"));
    let rules = read(&folder().join("accepted.toml"));
    let second = rules.replacen("asystent-rodziny-2030", "asystent-rodziny-2030-2", 1);
    let catalogue = Catalogue::default().with_texts("asystent-rodziny-2030", &rules, &law).with_texts(
        "asystent-rodziny-2030-2",
        &second,
        &law,
    );
    assert_eq!(catalogue.clashes("asystent-rodziny-2030").len(), 1);
    assert!(catalogue.clashes("asystent-rodziny-2031").is_empty());
}

#[test]
fn a_folder_without_an_edition_is_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("programmes");
    let nowhere = Catalogue::with_dir(&folder.join("nowhere")).expect_err("there is no such folder");
    assert!(matches!(nowhere, ProgrammeError::Unreadable { .. }));
    let empty = Catalogue::with_dir(&folder.join("national")).expect_err("no edition in there");
    assert!(matches!(empty, ProgrammeError::Empty { .. }));
}

#[test]
fn a_label_of_the_law_that_stands_twice_is_refused() {
    let rules = read(&folder().join("accepted.toml"));
    let law = read(&folder().join("law.md")) + "\n## okres\nŹródło: inne\n";
    let error = build::edition("x/programme.toml", &rules, &law).expect_err("a label twice");
    let told = error.text(&Locale::new(Language::Polish));
    assert!(told.starts_with("x/law.md:") && told.contains("okres"), "{told}");
}

/// Whatever stands in a file, it is refused or accepted; it never stops the program.
#[test]
fn no_cut_or_garbled_file_stops_the_program() {
    let rules = read(&folder().join("accepted.toml"));
    let law = read(&folder().join("law.md"));
    for (at, _) in rules.char_indices() {
        let cut = build::edition("cut.toml", &rules[..at], &law);
        assert!(cut.is_err() || rules[at..].trim().is_empty(), "cut at {at}");
        let garbled = format!("{}\u{0}\"[{}", &rules[..at], &rules[at..]);
        assert!(build::edition("garbled.toml", &garbled, &law).is_err(), "garbled at {at}");
    }
    let deep = format!("id = {}{}", "[".repeat(50_000), "]".repeat(50_000));
    assert!(build::edition("deep.toml", &deep, &law).is_err());
}

/// Faults are planted in copies of this file, so it must itself be sound.
#[test]
fn the_file_without_faults_is_accepted() {
    let rules = read(&folder().join("accepted.toml"));
    let built = build::edition("accepted.toml", &rules, &read(&folder().join("law.md")));
    assert_eq!(built.map(|(programme, _)| programme.components.len()), Ok(2));
}

#[test]
fn every_file_that_must_fail_fails_with_the_words_beside_it() {
    let law = read(&folder().join("law.md"));
    let polish = Locale::new(Language::Polish);
    let mut tried = 0;
    for entry in fs::read_dir(folder().join("must-fail")).expect("the folder of faults") {
        let path = entry.expect("an entry of the folder").path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let error = build::edition(&name, &read(&path), &law).expect_err(&name);
        let bless =
            std::env::var_os("ROZLICZ_BLESS").is_some_and(|v| v == "1") && std::env::var_os("CI").is_none();
        if bless {
            fs::write(path.with_extension("expected"), error.text(&polish) + "\n")
                .expect("a file of the tests");
        }
        let expected = read(&path.with_extension("expected"));
        assert_eq!(error.text(&polish), expected.trim_end(), "{name}");
        tried += 1;
    }
    assert!(tried >= 30, "only {tried} files were tried");
}

/// Folders of rules: `faults.expected` holds what the check says of them; without it they are sound.
#[test]
fn editions_of_one_programme_are_compared_over_a_whole_folder() {
    let polish = Locale::new(Language::Polish);
    let mut refused = 0;
    for entry in fs::read_dir(folder().join("catalogues")).expect("the folders of rules") {
        let path = entry.expect("an entry of the folder").path();
        let catalogue = Catalogue::from_dir(&path).expect("a folder of rules");
        let told: Vec<String> = catalogue.check_all().iter().map(|(_, error)| error.text(&polish)).collect();
        let expected = fs::read_to_string(path.join("faults.expected")).unwrap_or_default();
        assert_eq!(told.join("\n"), expected.trim_end(), "{}", path.display());
        refused += usize::from(!told.is_empty());
    }
    assert_eq!(refused, 2);
}

/// Whatever the rules leave unknown can be given by its name, as the example shows, and nothing else changes.
#[test]
fn every_unknown_figure_can_be_given_by_its_name() {
    let catalogue = Catalogue::built_in();
    let mut given_in_all = 0;
    for id in catalogue.ids() {
        let edition = catalogue.get(id).expect("loads, as tested above");
        let source = "podał wójt".to_owned();
        let given: Given = edition
            .open
            .iter()
            .map(|f| (f.name.clone(), GivenFigure { value: f.example.to_owned(), source: source.clone() }))
            .collect();
        let complete = catalogue.edition_with(id, &given).expect("the same edition").0;
        assert!(complete.open.iter().all(|f| f.state == OpenState::Given), "{id}: {:?}", complete.open);
        assert_eq!(edition.clone().with_given(&Given::new()), edition, "{id}");
        given_in_all += complete.open.len();
    }
    // 2015: six, 2017: two, 2018: four, 2020: two.
    assert_eq!(given_in_all, 14);
}

#[test]
fn a_year_nobody_covers_names_its_neighbours_and_borrows_nothing() {
    let catalogue = Catalogue::built_in();
    let neighbours = |id: &str| match catalogue.get(id) {
        Err(ProgrammeError::Unknown { neighbours, .. }) => neighbours,
        other => vec![format!("{other:?}")],
    };
    assert_eq!(neighbours("asystent-rodziny-2026"), ["asystent-rodziny-2025"]);
    assert_eq!(neighbours("2026"), ["asystent-rodziny-2025"]);
    assert_eq!(neighbours("Asystent rodziny 2026"), ["asystent-rodziny-2025"]);
    assert!(catalogue.get("Asystent-Rodziny-2025 ").is_ok_and(|p| p.id == "asystent-rodziny-2025"));
    assert!(matches!(
        catalogue.get("Asystent rodziny 2025"),
        Err(ProgrammeError::Unknown { nearest: Some(near), .. }) if near == "asystent-rodziny-2025"
    ));
    assert_eq!(neighbours("asystent-rodziny-2011"), ["asystent-rodziny-2012-1"]);
    // A year of two editions is asked for by its number.
    let two = ["asystent-rodziny-2012-1", "asystent-rodziny-2012-2", "asystent-rodziny-2013"];
    assert_eq!(neighbours("asystent-rodziny-2012"), two);
    assert_eq!(neighbours("dodatek-motywacyjny-2028"), ["dodatek-motywacyjny-2024-2027"]);
}

#[test]
fn a_misspelt_id_is_answered_with_the_nearest_one() {
    let error = Catalogue::built_in().get("asystnet-rodziny-2024").expect_err("misspelt");
    let told = error.text(&Locale::new(Language::Polish));
    assert!(told.contains("Czy chodzi o „asystent-rodziny-2024”?"), "{told}");
    let error = Catalogue::built_in().get("zupełnie co innego").expect_err("unlike any id");
    assert!(matches!(error, ProgrammeError::Unknown { nearest: None, .. }), "{error}");
}

/// The vocabulary is written for people who cannot look into the code.
#[test]
fn the_vocabulary_names_every_word_that_the_editions_use() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let vocabulary = read(&root.join("programmes/README.md"));
    for id in Catalogue::built_in().ids() {
        let rules = read(&root.join("programmes").join(id).join("programme.toml"));
        for line in rules.lines().filter(|line| !line.starts_with('#')) {
            let key = line.split('=').next().unwrap_or_default().trim();
            let key = key.trim_matches(['[', ']']).trim();
            assert!(key.is_empty() || vocabulary.contains(key), "{id}: {key} is not explained");
            for word in ["kind ", "half_year ", "role ", "settled "] {
                let Some((_, value)) = line.split_once('=').filter(|_| line.starts_with(word)) else {
                    continue;
                };
                let value = value.trim().trim_matches('"');
                assert!(vocabulary.contains(value), "{id}: {value} is not explained");
            }
        }
    }
}

#[test]
fn every_refusal_and_every_line_of_a_page_has_its_words() {
    let (polish, english) = (Locale::new(Language::Polish), Locale::new(Language::English));
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/programme");
    let mut keys = 0;
    let mut files = Vec::new();
    for folder in [sources.clone(), sources.join("build")] {
        for entry in fs::read_dir(folder).expect("the sources of this crate") {
            let path = entry.expect("an entry of the folder").path();
            files.extend(path.is_file().then_some(path));
        }
    }
    for text in files.iter().map(|path| read(path)) {
        for key in text.split('"').filter(|part| part.starts_with("rules-") || part.starts_with("show-")) {
            // A test asks for the prefix alone.
            if key.len() > "rules-".len() {
                assert!(polish.has(key) && english.has(key), "{key} has no words");
                keys += 1;
            }
        }
    }
    assert!(keys > 60, "only {keys} keys were seen");
}
