use std::fs;
use std::path::PathBuf;

use super::*;
use crate::consolidate::{Kind, Remark};
use crate::units::Exact;

struct Desk {
    folder: tempfile::TempDir,
    conditions: Conditions,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { folder, conditions: Conditions::of(["program", "rules"]) }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("zbiorcze.pamiec")
    }

    fn open(&self) -> Store {
        Store::open(&self.path(), &self.conditions)
    }

    fn write(&self, entries: &[Entry], whole: bool) -> bool {
        let made = entries.iter().filter(|entry| self.get(entry).is_none()).count();
        let run = Run { conditions: &self.conditions, entries, passing: &["passing"], made, whole };
        write(&self.path(), &self.open(), run).expect("written")
    }

    fn get(&self, entry: &Entry) -> Option<Entry> {
        self.open().get(&self.conditions, &entry.files)
    }
}

fn entry(path: &str, sha256: &str) -> Entry {
    let file = EntryFile { path: path.to_owned(), sha256: sha256.to_owned(), bytes: 17 };
    let mut entry = Entry::of(vec![file], Kind::Tables);
    entry.municipality = Some("Gmina „Żółta\"\n".to_owned());
    let key = crate::consolidate::FigureKey::parse("supplement.cost@I-VI").expect("a figure of a form");
    entry.figures.set(key, Exact::ratio(1, 3).expect("a third"));
    entry.remarks.push(Remark {
        code: "pay-missing".to_owned(),
        severity: "warning".to_owned(),
        file: path.to_owned(),
        sheet: "Płace".to_owned(),
        cell: "C7".to_owned(),
        message: "Brak kwoty.".to_owned(),
        hint: String::new(),
        difference: String::new(),
    });
    entry.judge();
    entry
}

#[test]
fn an_entry_comes_back_as_it_was_for_the_same_bytes_only() {
    let desk = Desk::new();
    let kept = [entry("a.xlsx", &"1".repeat(64)), entry("b.xlsx", &"2".repeat(64))];
    assert_eq!(desk.open().found(), Found::Nothing);
    assert!(desk.write(&kept, true));
    let store = desk.open();
    assert_eq!((store.found(), store.len()), (Found::Usable, 2));
    assert_eq!(desk.get(&kept[1]).as_ref(), Some(&kept[1]));
    assert_eq!(desk.get(&entry("b.xlsx", &"3".repeat(64))), None, "other bytes");
    assert_eq!(
        desk.get(&entry("c.xlsx", &"2".repeat(64))),
        None,
        "another name, which remarks would not say"
    );
}

#[test]
fn other_rules_program_or_questions_find_no_entry_but_know_the_paths() {
    let desk = Desk::new();
    let kept = [entry("a.xlsx", &"1".repeat(64))];
    desk.write(&kept, true);
    let other = Conditions::of(["program", "other rules"]);
    let store = Store::open(&desk.path(), &other);
    assert_eq!((store.found(), store.is_empty()), (Found::OtherConditions, true));
    assert_eq!(store.get(&other, &kept[0].files), None);
    assert_eq!(store.before().change(&kept[0]), Some(super::super::change::Change::Same));
    assert_ne!(Conditions::of(["ab", "c"]), Conditions::of(["a", "bc"]), "parts do not run together");
}

#[test]
fn any_changed_byte_makes_the_whole_store_useless_and_it_is_written_anew() {
    let desk = Desk::new();
    let kept = [entry("a.xlsx", &"1".repeat(64))];
    desk.write(&kept, true);
    let whole = fs::read(desk.path()).expect("the store");
    let first = whole.iter().position(|b| *b == b'\n').expect("lines");
    for at in first + 1..whole.len() {
        let mut spoilt = whole.clone();
        spoilt[at] ^= 1;
        fs::write(desk.path(), &spoilt).expect("spoilt");
        assert_eq!(desk.open().found(), Found::Damaged, "byte {at}");
    }
    for length in [0, 40, first, first + 1, whole.len() / 2, whole.len() - 1] {
        fs::write(desk.path(), &whole[..length]).expect("cut off");
        assert_eq!(desk.open().found(), Found::Damaged, "cut to {length}");
    }
    let mut longer = whole.clone();
    longer.extend_from_slice(b"{\"key\":\"\n");
    fs::write(desk.path(), &longer).expect("longer");
    assert_eq!(desk.open().found(), Found::Damaged);
    assert!(desk.write(&kept, true));
    assert_eq!(fs::read(desk.path()).expect("the store"), whole, "the same run, the same bytes");
}

#[test]
fn a_file_that_is_no_store_is_neither_read_nor_overwritten() {
    let desk = Desk::new();
    for foreign in [
        "\n",
        "umowa\n",
        "{\"store\":\"rozl",
        "{\"store\":\"inny\",\"shape\":1,\"conditions\":\"\",\"whole\":true}\n",
    ] {
        fs::write(desk.path(), foreign).expect("a file");
        assert_eq!(desk.open().found(), Found::Foreign);
        assert!(!desk.write(&[entry("a.xlsx", &"1".repeat(64))], true));
        assert_eq!(fs::read_to_string(desk.path()).expect("the file"), foreign);
    }
    let folder = Store::open(desk.folder.path(), &desk.conditions);
    assert_eq!(folder.found(), Found::Foreign);
}

#[test]
fn a_store_of_another_version_is_passed_over() {
    let desk = Desk::new();
    desk.write(&[entry("a.xlsx", &"1".repeat(64))], true);
    let text = fs::read_to_string(desk.path()).expect("the store");
    fs::write(desk.path(), text.replacen("\"shape\":2", "\"shape\":9", 1)).expect("another version");
    assert_eq!(desk.open().found(), Found::Damaged);
}

#[test]
fn a_stopped_run_loses_nothing_and_leaves_the_last_whole_run_the_last() {
    let desk = Desk::new();
    let [a, b, c] = ["a.xlsx", "b.xlsx", "c.xlsx"].map(|name| entry(name, &"1".repeat(64)));
    desk.write(&[a.clone(), b.clone()], true);
    assert!(desk.write(std::slice::from_ref(&c), false), "stopped after c");
    for one in [&a, &b, &c] {
        assert_eq!(desk.get(one).as_ref(), Some(one));
    }
    let paths = desk.open().before().0.clone().expect("a whole run");
    assert_eq!(paths.keys().collect::<Vec<_>>(), ["a.xlsx", "b.xlsx"]);
    assert!(desk.write(std::slice::from_ref(&a), true));
    assert_eq!(desk.open().len(), 1, "a whole run keeps what it saw");
}

#[test]
fn a_run_that_was_stopped_first_of_all_knows_no_run_before() {
    let desk = Desk::new();
    let a = entry("a.xlsx", &"1".repeat(64));
    desk.write(std::slice::from_ref(&a), false);
    let store = desk.open();
    assert_eq!((store.len(), store.before().0.as_ref()), (1, None));
}

#[test]
fn a_run_that_changes_nothing_does_not_write_the_store_again() {
    let desk = Desk::new();
    let kept = [entry("a.xlsx", &"1".repeat(64)), entry("b.xlsx", &"2".repeat(64))];
    assert!(desk.write(&kept, true));
    assert!(!desk.write(&kept, true));
    assert!(desk.write(&kept[..1], true), "a path is gone");
    let kept = [kept[0].clone(), entry("nie-do-odczytu.xlsx", "")];
    assert!(desk.write(&kept, true));
    assert_eq!(desk.get(&kept[1]), None, "what could not be read is not kept");
    let mut full = entry("pelny-dysk.xlsx", &"2".repeat(64));
    full.remarks[0].code = "passing".to_owned();
    assert!(desk.write(std::slice::from_ref(&full), true));
    assert_eq!(desk.get(&full), None, "a full disk says nothing of the file");
}

/// Writes the store with other text in it, and the digest at its end made to fit.
fn forged(desk: &Desk, was: &str, now: &str) {
    let text = fs::read_to_string(desk.path()).expect("the store").replacen(was, now, 1);
    let end = text.rfind("{\"end\":").expect("the last line");
    let mut digest = Running::default();
    digest.add(&text.as_bytes()[..end]);
    fs::write(desk.path(), format!("{}{{\"end\":\"{}\"}}\n", &text[..end], digest.hex())).expect("forged");
}

#[test]
fn an_edited_line_is_not_taken_though_the_digest_of_the_file_was_mended() {
    let desk = Desk::new();
    let kept = [entry("a.xlsx", &"1".repeat(64)), entry("b.xlsx", &"2".repeat(64))];
    desk.write(&kept, true);
    forged(&desk, "\"supplement.cost@I-VI\":\"1/3\"", "\"supplement.cost@I-VI\":\"9/3\"");
    assert_eq!(desk.open().found(), Found::Usable, "the forger knew how the store ends");
    let taken = kept.each_ref().map(|entry| desk.get(entry));
    assert_eq!(taken.iter().filter(|entry| entry.is_none()).count(), 1, "the edited one is verified again");
    assert!(taken.iter().flatten().all(|entry| kept.contains(entry)), "the other is as it was");
    assert!(desk.write(&[entry("c.xlsx", &"3".repeat(64))], false), "stopped after a third file");
    assert_eq!(desk.open().len(), 2, "what is sound is handed on, the edited line is not");
}

#[test]
fn an_entry_cannot_stand_in_anothers_place() {
    let desk = Desk::new();
    let kept = [entry("a.xlsx", &"1".repeat(64)), entry("b.xlsx", &"2".repeat(64))];
    desk.write(&kept, true);
    let keys = kept.each_ref().map(|entry| desk.conditions.key(&entry.files).expect("a key"));
    forged(&desk, &keys[0], &"0".repeat(64));
    forged(&desk, &keys[1], &keys[0]);
    assert_eq!(desk.open().found(), Found::Usable);
    assert_eq!(kept.each_ref().map(|entry| desk.get(entry)), [None, None]);
}

#[test]
fn a_line_edited_after_the_store_was_opened_is_not_taken() {
    let desk = Desk::new();
    let kept = [entry("a.xlsx", &"1".repeat(64))];
    desk.write(&kept, true);
    let store = desk.open();
    let mut text = fs::read_to_string(desk.path()).expect("the store");
    let at = text.find("\"1/3\"").expect("the figure");
    text.replace_range(at..at + 5, "\"2/3\"");
    // In place, as an editor of bytes does: the open file sees it.
    let mut file = fs::OpenOptions::new().write(true).open(desk.path()).expect("opened");
    std::io::Write::write_all(&mut file, text.as_bytes()).expect("written");
    assert_eq!(store.get(&desk.conditions, &kept[0].files), None);
}
