//! The office's register: how it is read, to whom its rows belong, and what it says against the reports.

use std::collections::BTreeSet;

use rozlicz::consolidate::cards::{Facts, card, file_names, list};
use rozlicz::consolidate::compare::{Office, compare, voivodeship_named};
use rozlicz::consolidate::{Entry, EntryFile, FigureKey, Kind, Register, Remark, Verdict};
use rozlicz::finding::render::rendered;
use rozlicz::finding::{Finding, Severity};
use rozlicz::grid::{Book, Content};
use rozlicz::intake::register::{Measure, read};
use rozlicz::locale::{Language, Locale};
use rozlicz::pipeline::witnessed;
use rozlicz::programme::{Catalogue, Programme};
use rozlicz::records::{FundComponent, HalfYear};
use rozlicz::units::{Day, Exact, Money};

const SUPPLEMENT: Option<FundComponent> = Some(FundComponent::Supplement);
const EMPLOYMENT: Option<FundComponent> = Some(FundComponent::EmploymentCost);

fn register(text: &str) -> Register {
    Register::of(read("rejestr.csv", text.as_bytes()))
}

/// Reads a workbook of sheets, each of rows of texts.
fn of_sheets(sheets: &[(&str, &[&[&str]])]) -> Register {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).expect("a name");
        for (row, cells) in (0..).zip(*rows) {
            for (column, text) in (0..).zip(*cells) {
                sheet.write(row, column, *text).expect("written");
            }
        }
    }
    Register::of(read("rejestr.xlsx", &book.save_to_buffer().expect("a workbook")))
}

fn entry(path: &str, teryt: Option<&str>, name: &str) -> Entry {
    let file = EntryFile { path: path.to_owned(), sha256: format!("digest of {path}"), bytes: 1 };
    let mut entry = Entry::of(vec![file], Kind::Form);
    entry.teryt = teryt.map(str::to_owned);
    entry.municipality = Some(name.to_owned());
    entry
}

fn with(mut entry: Entry, figures: &[(&str, i64)]) -> Entry {
    for (name, grosze) in figures {
        let key = FigureKey::parse(name).expect("a figure of a form");
        entry.figures.set(key, Money::from_grosze(*grosze).to_exact());
    }
    entry
}

fn figure(entry: &Entry, name: &str) -> Option<String> {
    let key = FigureKey::parse(name).expect("a figure of a form");
    entry.figures.get(key).map(|value| value.to_fixed(2))
}

fn codes(entry: &Entry) -> Vec<&str> {
    entry.remarks.iter().map(|r| r.code.as_str()).collect()
}

fn names(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|f| f.code.name).collect()
}

fn message(register: &Register, finding: &Finding) -> String {
    rendered(finding, &register.sources, Locale::of(Language::Polish)).message.replace('\u{a0}', " ")
}

fn against(entries: &mut [Entry], register: &Register) -> Vec<Finding> {
    compare(entries, &Office { register: Some(register), ..Office::default() })
}

fn edition(id: &str) -> Programme {
    Catalogue::built_in().edition(id).expect("a programme built in").0
}

const PLAIN: &str = "\
Kod TERYT;Powiat;Gmina;Numer umowy;Data umowy;Przyznano - dodatki (zł);Przyznano - koszty zatrudnienia (zł);Przekazano - dodatki (zł);Przekazano - koszty zatrudnienia (zł);Zwrócono (zł);Data wpływu sprawozdania
1206042;krakowski;Gmina Przykładowa;6/AR/FP/2025;18.12.2025;7 200,00;20 000,50;7 200,00;20 000,50;150,25;10.01.2026
1213062;oświęcimski;Osiek;7/AR/FP/2025;2025-12-18;2 400;;2 400;;;20 stycznia 2026 r.
";

#[test]
fn a_register_in_csv_gives_amounts_days_and_words() {
    let register = register(PLAIN);
    assert_eq!(names(&register.findings), Vec::<&str>::new());
    let row = register.row_of_code("120604").expect("six digits find seven");
    assert_eq!(row.county(), Some("krakowski"));
    assert_eq!(row.agreement(), Some("6/AR/FP/2025"));
    assert_eq!(row.agreement_day(), Day::new(2025, 12, 18));
    assert_eq!(row.money(Measure::Awarded, EMPLOYMENT, None), Some(Money::from_grosze(2_000_050)));
    assert_eq!(row.money(Measure::Awarded, None, None), Some(Money::from_grosze(2_720_050)));
    assert_eq!(row.money(Measure::Returned, None, None), Some(Money::from_grosze(15_025)));
    let other = register.row_of_code("1213062").expect("a row");
    assert_eq!(other.arrived(None), Day::new(2026, 1, 20));
    assert_eq!(other.money(Measure::Awarded, None, None), None, "a blank component is not nothing");
    assert_eq!(register.voivodeship(), Some("12"));
}

#[test]
fn a_workbook_with_headers_over_several_rows_and_notes_is_read() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Umowy 2024").expect("a name");
    sheet.write(0, 0, "Rejestr umów - Asystent rodziny w 2024 r.").expect("written");
    for (column, text) in [
        (0, "Lp."),
        (1, "TERYT"),
        (2, "Nazwa\ngminy"),
        (3, "Opiekun"),
        (4, "Przekazano na dodatki"),
        (6, "Przyznana kwota na koszty zatrudnienia [zł]"),
    ] {
        sheet.write(2, column, text).expect("written");
    }
    for (column, text) in [(4, "I-VI"), (5, "VII - XII")] {
        sheet.write(3, column, text).expect("written");
    }
    for column in 0..7_u16 {
        sheet.write(4, column, column + 1).expect("written");
    }
    sheet.write(5, 0, 1).expect("written");
    sheet.write(5, 1, 402_092).expect("written");
    sheet.write(5, 2, "Osiek").expect("written");
    sheet.write(5, 4, 1234.5).expect("written");
    sheet.write(5, 5, "1.200,00 zł").expect("written");
    sheet.write(5, 6, "dużo").expect("written");
    sheet.write(6, 0, "Razem").expect("written");
    sheet.write(6, 4, 1234.5).expect("written");
    let bytes = book.save_to_buffer().expect("a workbook");
    let register = Register::of(read("rejestr.xlsx", &bytes));
    assert_eq!(register.rows.len(), 1);
    let row = register.row_of_code("0402092").expect("the lost zero is put back");
    let sent = |round| row.money(Measure::Transferred, SUPPLEMENT, round);
    assert_eq!(sent(Some(HalfYear::First)), Some(Money::from_grosze(123_450)));
    assert_eq!(sent(None), Some(Money::from_grosze(243_450)), "both half-years are known");
    assert_eq!(row.money(Measure::Awarded, EMPLOYMENT, None), None, "what cannot be read is not given");
    let found: BTreeSet<&str> = names(&register.findings).into_iter().collect();
    let wanted = ["register-columns-passed", "unreadable-amount", "teryt-lost-zero", "total-rows-skipped"];
    assert_eq!(found, wanted.into_iter().collect());
    let amount = register.findings.iter().find(|f| f.code.name == "unreadable-amount").expect("told");
    let words = rendered(amount, &register.sources, Locale::of(Language::Polish));
    assert_eq!(words.place, "rejestr.xlsx › Umowy 2024 › G6");
}

#[test]
fn every_fault_of_the_register_itself_is_told_with_its_cell() {
    for (text, code, cell) in [
        ("Data;Opis\n2025;nic\n", "register-no-table", ""),
        ("Kod TERYT;Gmina;Numer umowy;Telefon\n1206042;P;1;2\n", "register-columns-passed", "D1"),
        ("TERYT;Kod TERYT;Numer umowy\n1206042;1206042;1\n", "register-column-twice", "B1"),
        ("Kod TERYT;Gmina;Numer umowy;Zwrócono\n;;1/2025;5,00\n", "register-row-of-nobody", "C2"),
        ("Kod TERYT;Gmina;Numer umowy\n12060;P;1\n", "register-teryt-form", "A2"),
        ("Kod TERYT;Gmina;Zwrócono\n1206042;P;267474490000000\n", "amount-too-large", "C2"),
        ("Kod TERYT;Gmina;Przyznano - dodatki\n1206042;P;-1400,00\n", "register-amount-negative", "C2"),
        ("Nazwa;Liczba asystentów;Liczba etatów;Kwota\nUM P;-1;1;5\n", "unreadable-count", "B2"),
        ("Kod TERYT;Numer umowy\n1206042;1\n1206042;1\n", "register-rows-joined", "A2"),
    ] {
        let register = register(text);
        let found = register.findings.iter().find(|f| f.code.name == code);
        let found = found.unwrap_or_else(|| panic!("{code}: {:?}", names(&register.findings)));
        let words = rendered(found, &register.sources, Locale::of(Language::Polish));
        assert_eq!(words.cell, cell, "{code}");
    }
    let empty = {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().set_name("Uwagi").and_then(|s| s.write(0, 0, "nic tu nie ma")).expect("written");
        Register::of(read("rejestr.xlsx", &book.save_to_buffer().expect("a workbook")))
    };
    assert_eq!(names(&empty.findings), ["register-sheet-passed", "register-no-table"]);
    assert_eq!(names(&Register::of(read("rejestr.xlsx", b"no workbook")).findings), ["not-a-workbook"]);
}

#[test]
fn the_last_amendment_holds_and_separate_transfers_are_not_added_up_unasked() {
    let register = register(
        "Kod TERYT;Gmina;Numer umowy;Numer aneksu;Data aneksu;Przyznano - dodatki;Przekazano - dodatki\n\
         1206042;P;6/2025;1;2025-12-20;2 400;2 400\n\
         1206042;P;6/2025;;;2 000;2 000\n",
    );
    let row = register.row_of_code("1206042").expect("one row");
    assert_eq!(register.rows.len(), 1);
    assert_eq!(row.money(Measure::Awarded, SUPPLEMENT, None), Some(Money::from_grosze(240_000)));
    assert_eq!(row.amendments, [(Some("1".to_owned()), Day::new(2025, 12, 20))]);
    assert_eq!(register.findings[0].severity, Severity::Warning);
    let told = message(&register, &register.findings[0]);
    assert!(told.contains("nie są dodawane") && told.contains("G3 i G2"), "{told}");
}

#[test]
fn rows_for_half_years_and_components_become_one_municipality() {
    let register = register(
        "Kod TERYT;Półrocze;Składnik;Przekazano\n\
         1206042;I-VI;dodatki;100\n1206042;VII-XII;dodatki;200\n1206042;I-VI;koszty zatrudnienia;300\n",
    );
    let row = register.row_of_code("1206042").expect("one row");
    assert_eq!(row.money(Measure::Transferred, SUPPLEMENT, None), Some(Money::from_grosze(30_000)));
    let first = row.money(Measure::Transferred, EMPLOYMENT, Some(HalfYear::First));
    assert_eq!(first, Some(Money::from_grosze(30_000)));
    assert_eq!(register.findings[0].severity, Severity::Note);
}

#[test]
fn blank_columns_are_filled_and_own_figures_are_compared() {
    let register = register(PLAIN);
    let form = with(entry("a.xlsx", Some("1206042"), "Gmina Przykładowa"), &[("supplement.co_financing", 1)]);
    let own = with(
        entry("b.xlsx", Some("1213062"), "Osiek"),
        &[("supplement.awarded", 240_000), ("supplement.transferred", 230_000)],
    );
    let mut entries = [form, own];
    let run = against(&mut entries, &register);
    assert_eq!(names(&run), Vec::<&str>::new());
    assert_eq!(codes(&entries[0]), ["register-amounts-taken"]);
    assert_eq!(entries[0].verdict, Verdict::Accepted, "a note changes no verdict");
    assert_eq!(figure(&entries[0], "employment.awarded").as_deref(), Some("20000.50"));
    assert_eq!(figure(&entries[0], "supplement.transferred").as_deref(), Some("7200.00"));
    assert_eq!(figure(&entries[0], "all.awarded").as_deref(), Some("27200.50"));
    assert_eq!(
        figure(&entries[1], "supplement.transferred").as_deref(),
        Some("2300.00"),
        "never overwritten"
    );
    assert_eq!(figure(&entries[1], "employment.awarded"), None, "the register does not know it either");
    assert_eq!(codes(&entries[1]), ["register-amount-differs"]);
    assert_eq!(entries[1].verdict, Verdict::Remarks);
    let told = entries[1].remarks[0].message.replace('\u{a0}', " ");
    assert_eq!(
        told.replace(['\u{2068}', '\u{2069}'], ""),
        "Kwota przekazana na dodatki: w sprawozdaniu 2 300,00 zł, w rejestrze 2 400,00 zł, różnica 100,00 zł."
    );
    assert_eq!(entries[1].remarks[0].cell, "H3");
}

const MONEY: &str = "Kod TERYT;Gmina;Przekazano - dodatki (zł);Przekazano - koszty zatrudnienia (zł);Zwrócono (zł)\n\
1206042;P;6300;80000;765,90\n";

#[test]
fn money_not_used_is_compared_with_what_the_register_transferred() {
    let register = register(MONEY);
    let figures = |unused: i64, used: i64| {
        [
            ("supplement.co_financing", 553_410),
            ("supplement.unused", unused),
            ("employment.co_financing", used),
            ("employment.return_total", 0),
        ]
    };
    let told = |unused: i64, used: i64| {
        let mut one = [with(entry("a.xlsx", Some("1206042"), "P"), &figures(unused, used))];
        against(&mut one, &register);
        let [one] = one;
        one
    };
    let differs = |entry: &Entry| {
        let found = entry.remarks.iter().filter(|r| r.code == "report-unused-differs");
        found.map(|r| r.difference.replace('\u{a0}', " ")).collect::<Vec<_>>()
    };
    let right = told(76_590, 8_000_000);
    assert_eq!(differs(&right), Vec::<String>::new(), "6 300,00 less 5 534,10");
    assert_eq!(codes(&right), ["register-amounts-taken"]);
    assert_eq!(differs(&told(76_589, 8_000_000)), ["0,01 zł"]);
    let unseen = told(76_590, 7_850_000);
    assert_eq!(differs(&unseen), ["1 500,00 zł"], "78 500 used of 80 000, and nothing to return");
    assert_eq!(unseen.verdict, Verdict::Remarks);
    assert!(unseen.remarks[0].message.contains("koszty zatrudnienia"), "{}", unseen.remarks[0].message);
}

#[test]
fn more_used_than_transferred_is_an_error() {
    let register = register(MONEY);
    let mut one = [with(
        entry("a.xlsx", Some("1206042"), "P"),
        &[("supplement.co_financing", 683_410), ("employment.co_financing", 1)],
    )];
    against(&mut one, &register);
    assert_eq!((codes(&one[0])[0], one[0].verdict), ("report-used-more", Verdict::Rejected));
    assert_eq!(one[0].remarks[0].difference.replace('\u{a0}', " "), "534,10 zł");
}

#[test]
fn the_return_of_the_register_is_compared_with_what_the_form_says_is_due() {
    let register = register(MONEY);
    let told = |due: i64, interest: i64| {
        let own = [("all.return_total", due), ("all.interest", interest)];
        let mut one = [with(entry("a.xlsx", Some("1206042"), "P"), &own)];
        against(&mut one, &register);
        codes(&one[0]).contains(&"register-return-differs")
    };
    assert!(!told(76_590, 0));
    assert!(!told(76_690, 100), "interest goes back beside the principal");
    assert!(told(76_591, 0));
}

#[test]
fn a_return_is_compared_without_interest_and_the_difference_is_what_is_left() {
    let register = register("Kod TERYT;Gmina;Zwrócono (zł)\n1206042;P;300,00\n");
    let own = [("all.return_total", 69_400), ("all.interest", 1_567)];
    let mut one = [with(entry("a.xlsx", Some("1206042"), "P"), &own)];
    against(&mut one, &register);
    let told = one[0].remarks.iter().find(|r| r.code == "register-return-differs").expect("told");
    assert_eq!(told.difference.replace('\u{a0}', " "), "378,33 zł", "694,00 less 15,67 interest less 300,00");
    assert!(told.message.replace('\u{a0}', " ").contains("678,33 zł"), "{}", told.message);
}

const BACK: &str = "Kod TERYT;Gmina;Zwrócono (zł);Data zwrotu\n\
1206042;P;161,05;29.01.2026\n1206053;C;;\n1213062;O;161,05;12.01.2026\n";

/// Verdict and warnings of one entry against that register, on a day of the roll-up.
fn on(one: Entry, day: Option<Day>) -> (Entry, Vec<String>) {
    let (register, programme) = (register(BACK), edition("asystent-rodziny-2025"));
    let office =
        Office { register: Some(&register), programme: Some(&programme), as_of: day, ..Office::default() };
    let mut one = [one];
    compare(&mut one, &office);
    let [one] = one;
    let told = one.remarks.iter().filter(|r| r.severity != "note" && r.code.contains("return"));
    let told = told.map(|r| r.code.clone()).collect();
    (one, told)
}

#[test]
fn a_form_whose_money_nobody_says_is_back_is_asked_about_after_its_term() {
    let form = |code: &str| with(entry("a.xlsx", Some(code), "P"), &[("all.return_total", 16_105)]);
    let (open, told) = on(form("1206053"), Day::new(2026, 1, 30));
    assert_eq!((open.verdict, told), (Verdict::Remarks, vec!["report-return-overdue".to_owned()]));
    let words = open.remarks[0].message.replace('\u{a0}', " ").replace(['\u{2068}', '\u{2069}'], "");
    assert!(words.starts_with("Do 15.01.2026 było do zwrotu 161,05 zł"), "{words}");
    assert_eq!((open.remarks[0].file.as_str(), open.remarks[0].cell.as_str()), ("rejestr.csv", "A3"));
    assert_eq!(on(form("1206053"), Day::new(2026, 1, 15)).1, Vec::<String>::new(), "still in its term");
    assert_eq!(on(form("1206053"), None).1, Vec::<String>::new(), "no day was given");
    assert_eq!(on(form("1213062"), Day::new(2026, 1, 30)).1, Vec::<String>::new(), "back in its term");
    assert_eq!(on(form("1206042"), Day::new(2026, 1, 30)).1, ["report-return-late"]);
    let none = with(entry("a.xlsx", Some("1206053"), "P"), &[("all.return_total", 0)]);
    assert_eq!(on(none, Day::new(2026, 1, 30)).1, Vec::<String>::new(), "nothing was to be returned");
}

#[test]
fn a_settlement_silent_on_returns_takes_the_register_s_and_is_not_dunned_for_it() {
    let settled = |code: &str, untold: bool| {
        let figures = [
            ("supplement.return_total", 16_105),
            ("supplement.returned", 0),
            ("employment.return_total", 0),
            ("employment.returned", 0),
            ("all.return_total", 16_105),
            ("all.returned", 0),
        ];
        let mut one = with(entry("a.xlsx", Some(code), "P"), &figures);
        one.kind = Kind::Settlement;
        one.returns_untold = untold;
        one.return_due = Some("2026-01-15".to_owned());
        let (code, severity) = ("return-overdue".to_owned(), "warning".to_owned());
        one.remarks.push(Remark { code, severity, ..Remark::default() });
        one
    };
    let day = Day::new(2026, 2, 5);
    let (back, told) = on(settled("1213062", true), day);
    assert_eq!(figure(&back, "all.returned").as_deref(), Some("161.05"), "silence is no nought");
    assert_eq!((back.verdict, told), (Verdict::Accepted, Vec::new()));
    assert_eq!(on(settled("1206042", true), day).1, ["report-return-late"], "back on 29 January");
    let (open, told) = on(settled("1206053", true), day);
    assert_eq!(told, ["return-overdue"], "the register is silent too");
    assert_eq!(figure(&open, "all.returned").as_deref(), Some("0.00"));
    let (own, told) = on(settled("1213062", false), day);
    assert_eq!(figure(&own, "all.returned").as_deref(), Some("0.00"), "its own word stays and is compared");
    assert!(told.contains(&"return-overdue".to_owned()), "{told:?}");
    assert!(own.remarks.iter().any(|r| r.code == "register-amount-differs"), "{:?}", codes(&own));
}

#[test]
fn a_sum_of_the_registers_amounts_is_no_amount_of_the_report() {
    let register = register(
        "Kod TERYT;Gmina;Przyznano - dodatki (zł);Przyznano - koszty zatrudnienia (zł);Przyznano razem (zł)\n\
         1206042;P;6300;78500;84800\n",
    );
    let mut one = [with(entry("a.xlsx", Some("1206042"), "P"), &[("employment.awarded", 7_850_000)])];
    against(&mut one, &register);
    assert_eq!(codes(&one[0]), ["register-amounts-taken"]);
    assert_eq!(figure(&one[0], "all.awarded").as_deref(), Some("84800.00"));
    assert_eq!(one[0].filled, ["supplement.awarded", "all.awarded"]);
}

#[test]
fn half_years_are_compared_one_by_one_and_filled_with_their_sum() {
    let register = register(
        "Kod TERYT;Gmina;Przekazano - dodatki I-VI (zł);Przekazano - dodatki VII-XII (zł)\n1206042;P;100;200\n",
    );
    let own = with(
        entry("a.xlsx", Some("1206042"), "P"),
        &[
            ("supplement.transferred@I-VI", 10_000),
            ("supplement.transferred@VII-XII", 20_100),
            ("supplement.transferred", 30_100),
        ],
    );
    let mut entries = [own, entry("b.xlsx", Some("1206053"), "R")];
    against(&mut entries, &register);
    assert_eq!(codes(&entries[0]), ["register-amount-differs"], "told once, for the half-year");
    assert!(entries[0].remarks[0].message.contains("za VII-XII"));
    let mut blank = [entry("a.xlsx", Some("1206042"), "P")];
    against(&mut blank, &register);
    assert_eq!(figure(&blank[0], "supplement.transferred@I-VI").as_deref(), Some("100.00"));
    assert_eq!(figure(&blank[0], "supplement.transferred").as_deref(), Some("300.00"));
}

#[test]
fn words_that_differ_from_the_register_are_remarks() {
    let register = register(PLAIN);
    let mut other = entry("a.xlsx", Some("1206043"), "Gmina Inna");
    other.agreement = Some("8/AR/FP/2025".to_owned());
    other.agreement_day = Some("2025-12-19".to_owned());
    let mut entries =
        [other, entry("b.xlsx", Some("1206082"), "Obca"), entry("c.xlsx", Some("12060"), "Zła")];
    let run = against(&mut entries, &register);
    let all: BTreeSet<&str> = codes(&entries[0]).into_iter().collect();
    let wanted = [
        "report-kind-differs",
        "register-agreement-differs",
        "register-agreement-day-differs",
        "report-name-differs",
        "register-amounts-taken",
    ];
    assert_eq!(all, wanted.into_iter().collect());
    assert_eq!(codes(&entries[1]), ["report-not-in-register"]);
    assert_eq!(codes(&entries[2]), ["report-code-form"]);
    assert_eq!(names(&run), ["report-missing"]);
    assert!(message(&register, &run[0]).contains("Osiek (1213062), umowa 7/AR/FP/2025"));
}

#[test]
fn a_number_written_with_other_spaces_is_the_same_agreement() {
    let register = register(PLAIN);
    let mut own = entry("a.xlsx", Some("1206042"), "PRZYKŁADOWA");
    own.agreement = Some("Nr 6 / ar / FP / 2025".to_owned());
    let mut entries = [own];
    against(&mut entries, &register);
    assert_eq!(codes(&entries[0]), ["register-amounts-taken"]);
}

#[test]
fn who_refused_or_was_awarded_nothing_owes_no_report() {
    let register = register(
        "Kod TERYT;Gmina;Oświadczenie (TAK/NIE);Przyznano (zł)\n\
         1206042;P;NIE;100\n1206052;R;rezygnacja;\n1206062;S;TAK;0\n1206072;T;przyjęto;5\n1206082;U;;\n",
    );
    let mut entries = [entry("a.xlsx", Some("1206042"), "P")];
    let run = against(&mut entries, &register);
    assert!(codes(&entries[0]).contains(&"report-after-refusal"));
    assert_eq!(run.len(), 2, "{:?}", names(&run));
    assert!(message(&register, &run[0]).contains("T (1206072)"));
    assert!(message(&register, &run[1]).contains("U (1206082)"));
}

/// Four municipalities are called Osiek; the minister's list knows offices only.
const OSIEKS: &str = "\
Kod TERYT;Powiat;Gmina;Numer umowy
1213062;oświęcimski;Osiek;1
0402092;brodnicki;Osiek;2
2213072;starogardzki;Osiek;3
2612043;staszowski;Osiek;4
2606042;ostrowiecki;Waśniów;5
";

#[test]
fn a_repeated_name_is_never_guessed() {
    let register = register(OSIEKS);
    let mut entries = [
        entry("a.xlsx", None, "Gmina Osiek"),
        entry("b.xlsx", None, "UMiG Osiek"),
        entry("c.xlsx", None, "UG Waśniów"),
    ];
    // One by one: beside each other the first two may be one municipality, see `a_form_without_a_code_never_counts_…`.
    for entry in &mut entries {
        against(std::slice::from_mut(entry), &register);
    }
    for repeated in &entries[..2] {
        assert_eq!(codes(repeated), ["report-name-repeated"]);
        assert_eq!(repeated.teryt, None);
        for code in ["1213062", "0402092", "2213072", "2612043"] {
            assert!(repeated.remarks[0].message.contains(code), "{}", repeated.remarks[0].message);
        }
    }
    assert_eq!(entries[2].teryt.as_deref(), Some("2606042"), "one Waśniów only can be meant");
    assert_eq!(codes(&entries[2]), ["report-code-found"]);
}

#[test]
fn the_code_in_the_name_of_a_file_decides_where_the_name_agrees() {
    let register = register(OSIEKS);
    let mut entries = [
        entry("osiek/2612043 sprawozdanie.xlsx", None, "Osiek"),
        entry("2606042_sprawozdanie.xlsx", None, "Osiek"),
        entry("d.xlsx", None, "w Osieku"),
    ];
    against(&mut entries, &register);
    assert_eq!(entries[0].teryt.as_deref(), Some("2612043"));
    let second = ["report-namesake", "report-file-code", "report-name-repeated"];
    assert_eq!(codes(&entries[1]), second, "the code is that of another municipality");
    assert_eq!((entries[1].teryt.as_deref(), entries[1].verdict), (None, Verdict::Rejected));
    assert!(entries[0].counts(), "the one with the code stays");
    assert_eq!(codes(&entries[2]), ["report-code-missing"], "a declined form is not undone");
}

#[test]
fn a_code_in_the_name_of_a_file_that_contradicts_is_told_and_not_taken() {
    let register = register(OSIEKS);
    let of = |path: &str, name: &str| {
        let mut entries = [entry(path, None, name)];
        against(&mut entries, &register);
        let [entry] = entries;
        entry
    };
    let kind = of("2606043 sprawozdanie.xlsx", "Waśniów");
    assert_eq!(codes(&kind), ["report-file-code", "report-code-found"]);
    assert!(kind.remarks[0].message.contains("2606043") && kind.remarks[0].message.contains("2606042"));
    assert!(kind.remarks[1].message.contains("tylko jedna gmina"), "{}", kind.remarks[1].message);
    let name = of("2606042 sprawozdanie.xlsx", "Krzywda");
    assert_eq!((codes(&name), name.teryt.clone()), (vec!["report-file-code"], None));
    assert!(name.remarks[0].message.contains("Waśniów") && name.remarks[0].message.contains("Krzywda"));
    let elsewhere = of("0201011 sprawozdanie.xlsx", "Krzywda");
    assert_eq!((codes(&elsewhere), elsewhere.verdict), (vec!["report-file-code"], Verdict::Remarks));
    assert_eq!(codes(&of("202501 sprawozdanie.xlsx", "Krzywda")), ["report-code-missing"], "a month");
    let blank = of("2606042 sprawozdanie.xlsx", "");
    assert_eq!(blank.teryt.as_deref(), Some("2606042"), "nothing contradicts");
}

#[test]
fn a_form_without_a_code_never_counts_beside_a_report_of_its_name() {
    let one = |path: &str, code: Option<&str>, name: &str, cost: i64| {
        with(entry(path, code, name), &[("all.cost", cost)])
    };
    let mut bare = [one("a.xlsx", None, "Gmina Krzywda", 100), one("b.xlsx", None, "UG Krzywda", 200)];
    compare(&mut bare, &Office::default());
    for (entry, other) in bare.iter().zip(["b.xlsx", "a.xlsx"]) {
        assert_eq!((entry.verdict, codes(entry)[0]), (Verdict::Rejected, "report-namesake"));
        assert!(entry.remarks[0].message.contains(other), "{}", entry.remarks[0].message);
    }
    let mut coded = [one("a.xlsx", Some("0611052"), "Krzywda", 100), one("b.xlsx", None, "GMINA KRZYWDA", 7)];
    compare(&mut coded, &Office::default());
    assert_eq!(coded.each_ref().map(Entry::counts), [true, false]);
    let mut apart = [one("a.xlsx", None, "UM Nowy Targ", 100), one("b.xlsx", None, "UG Nowy Targ", 7)];
    compare(&mut apart, &Office::default());
    assert!(apart.iter().all(Entry::counts), "a town and what lies around it");
    let mut osieks =
        [Some("1213062"), Some("2213072")].map(|code| one(code.unwrap_or_default(), code, "Osiek", 5));
    compare(&mut osieks, &Office::default());
    assert!(osieks.iter().all(Entry::counts), "codes tell them apart");
}

#[test]
fn what_was_set_aside_or_is_no_report_is_not_judged_again() {
    let warned = |mut entry: Entry, code: &str| {
        let told = rozlicz::consolidate::Remark {
            code: code.to_owned(),
            severity: "warning".to_owned(),
            file: String::new(),
            sheet: String::new(),
            cell: String::new(),
            message: "kwoty".to_owned(),
            hint: String::new(),
            difference: String::new(),
        };
        entry.remarks.push(told);
        entry
    };
    // The word about an export as such is no municipality.
    let mut export = warned(entry("PLIKI.sha256", None, ""), "export-copy-changed");
    (export.kind, export.verdict, export.municipality) = (Kind::Export, Verdict::Skipped, None);
    // What is of another year leaves this year's report alone.
    let mut other = entry("rok.xlsx", Some("1206042"), "R");
    other = warned(other, "rollup-other-edition");
    other.verdict = Verdict::Rejected;
    let first = warned(entry("b.xlsx", Some("1206042"), "R"), "annex-above-transfer");
    let mut later = entry("b-korekta.xlsx", Some("1206042"), "R");
    later.corrects = Some(first.files[0].sha256.clone());
    let mut entries = [export, other, first, later];
    compare(&mut entries, &Office::default());
    assert_eq!((entries[0].verdict, codes(&entries[0])), (Verdict::Skipped, vec!["export-copy-changed"]));
    assert_eq!(entries[1].verdict, Verdict::Rejected);
    assert_eq!(codes(&entries[2]), ["report-corrected", "annex-above-transfer"], "the reason comes first");
    assert_eq!((entries[3].verdict, codes(&entries[3])), (Verdict::Accepted, vec![]));
}

#[test]
fn the_ministers_list_finds_reports_by_the_names_of_offices() {
    let list = register(
        "Lp.;Nazwa;Liczba asystentów;Liczba etatów;Kwota\n\
         1;MGOPS Miechów;3;2,5;7 500,00\n2;UG Osiek;1;1;3 000\n3;GOPS Osiek;2;1/2;1 500\n4;UG Nieznana;1;1;3 000\n\
         5;UM Nowy Targ;1;1;1 000\n6;UG Nowy Targ;2;2;2 000\n;Razem;9;8;18 000\n",
    );
    let mut entries = [
        entry("a.xlsx", Some("1208043"), "Gmina i Miasto Miechów"),
        entry("b.xlsx", Some("1213062"), "Osiek"),
        entry("c.xlsx", Some("1211011"), "Miasto Nowy Targ"),
        entry("d.xlsx", Some("1211112"), "Gmina Nowy Targ"),
    ];
    let run = against(&mut entries, &list);
    assert_eq!(figure(&entries[0], "all.awarded").as_deref(), Some("7500.00"));
    assert_eq!(figure(&entries[2], "all.awarded").as_deref(), Some("1000.00"));
    assert_eq!(figure(&entries[3], "all.awarded").as_deref(), Some("2000.00"));
    assert_eq!(codes(&entries[1]), ["report-not-in-register"], "two rows are called Osiek");
    assert_eq!(figure(&entries[1], "all.awarded"), None);
    assert_eq!(names(&run), ["register-name-repeated", "register-name-repeated", "report-missing"]);
    assert!(message(&list, &run[2]).contains("„UG Nieznana”: gmina jest na liście, a sprawozdania"));
    assert!(message(&list, &run[0]).contains("Osiek (1213062)"));
    assert_eq!(list.rows[2].posts(), Exact::ratio(1, 2).as_ref());
}

#[test]
fn a_name_on_the_list_without_a_report_is_missing_unless_an_open_report_has_nearly_that_name() {
    let list =
        register("Nazwa;Liczba asystentów;Kwota\nUG Deszczno;1;3 000\nUG Radzymin;1;2 000\nUG Pusta;0;0\n");
    let mut near =
        [entry("a.xlsx", Some("1206042"), "Deszcno"), entry("b.xlsx", Some("1213062"), "Radzymin")];
    let run = against(&mut near, &list);
    assert_eq!(names(&run), ["register-name-unknown"], "without an award nothing is owed");
    assert!(message(&list, &run[0]).contains("Najbliższa: Deszcno"), "{}", message(&list, &run[0]));
    let run = against(&mut near[1..], &list);
    assert_eq!((names(&run), run[0].at), (vec!["report-missing"], Some(list.rows[0].at)));
    let words = rendered(&run[0], &list.sources, Locale::of(Language::Polish));
    assert!(words.hint.starts_with("Wezwij gminę") && words.hint.contains("na liście"), "{}", words.hint);
    let mut taken = [entry("b.xlsx", Some("1213062"), "Radzymin")];
    let other = register("Nazwa;Liczba asystentów;Kwota\nUG Radzymin;1;2 000\nUG Radzynin;1;3 000\n");
    assert_eq!(names(&against(&mut taken, &other)), ["report-missing"], "the near report has its own row");
}

#[test]
fn a_list_on_a_second_sheet_is_compared_though_the_register_agrees() {
    let register = of_sheets(&[
        (
            "Rejestr",
            &[
                &["Kod TERYT", "Gmina", "Przyznano - dodatki", "Przyznano - koszty zatrudnienia"],
                &["1208043", "Miechów", "1500", "6000"],
                &["1213062", "Osiek", "1500", "6000"],
            ],
        ),
        (
            "Wykaz",
            &[
                &["Nazwa urzędu", "Liczba asystentów", "Kwota (zł)"],
                &["UMiG Miechów", "3", "7501"],
                &["UG Osiek", "3", "7500"],
            ],
        ),
    ]);
    let own = [("supplement.awarded", 150_000), ("employment.awarded", 600_000)];
    let mut entries = [
        with(entry("a.xlsx", Some("1208043"), "Miechów"), &own),
        with(entry("b.xlsx", Some("1213062"), "Osiek"), &own),
    ];
    against(&mut entries, &register);
    assert_eq!((codes(&entries[0]), codes(&entries[1])), (vec!["register-amount-differs"], vec![]));
    let remark = &entries[0].remarks[0];
    assert_eq!((remark.sheet.as_str(), remark.cell.as_str()), ("Wykaz", "C2"));
    assert!(remark.message.replace('\u{a0}', " ").contains("7 501,00"), "{}", remark.message);
}

#[test]
fn an_amount_whose_half_year_cannot_be_read_is_not_the_whole_year_s() {
    let register = register(
        "Kod TERYT;Gmina;Półrocze;Przyznano - dodatki\n1206042;P;pierwsze i drugie;1 700\n1213062;Osiek;I-VI;900\n",
    );
    assert_eq!(names(&register.findings), ["unknown-word"]);
    let mut entries = [with(entry("a.xlsx", Some("1206042"), "P"), &[("supplement.awarded", 355_000)])];
    against(&mut entries, &register);
    assert_eq!(codes(&entries[0]), Vec::<&str>::new());
    let other = register.row_of_code("1213062").expect("a row");
    assert_eq!(
        other.money(Measure::Awarded, SUPPLEMENT, Some(HalfYear::First)),
        Some(Money::from_grosze(90_000))
    );
}

#[test]
fn a_list_beside_a_register_gives_its_rows_what_they_lack() {
    let register = of_sheets(&[
        ("Umowy", &[&["Kod TERYT", "Gmina", "Numer umowy"], &["1208043", "Miechów", "1"]]),
        ("Lista", &[&["Nazwa urzędu", "Liczba asystentów", "Kwota (zł)"], &["UMiG Miechów", "3", "7500"]]),
    ]);
    assert_eq!(register.rows.len(), 1);
    assert_eq!(register.rows[0].assistants(), Some(&Exact::whole(3)));
    assert_eq!(register.rows[0].money(Measure::Awarded, None, None), Some(Money::from_grosze(750_000)));
}

#[test]
fn a_municipality_of_another_voivodeship_enters_no_total() {
    let mut entries = [entry("a.xlsx", Some("1206042"), "P"), entry("b.xlsx", Some("2606042"), "Waśniów")];
    let prefix = voivodeship_named("Województwo małopolskie").expect("a voivodeship");
    assert_eq!(voivodeship_named("12").as_deref(), Some("12"));
    assert_eq!(voivodeship_named("galicyjskie"), None);
    compare(&mut entries, &Office { voivodeship: Some(&prefix), ..Office::default() });
    assert_eq!(codes(&entries[1]), ["report-other-voivodeship"]);
    assert_eq!(entries[1].verdict, Verdict::Rejected);
    assert_eq!(entries[0].verdict, Verdict::Accepted);
}

#[test]
fn two_files_of_one_municipality_stay_out_until_the_office_chooses() {
    let mut entries = [entry("a.xlsx", Some("1206042"), "P"), entry("b.xlsx", Some("120604"), "P")];
    compare(&mut entries, &Office::default());
    assert!(entries.iter().all(|e| e.verdict == Verdict::Rejected && codes(e) == ["reports-of-one"]));
    assert!(entries[0].remarks[0].message.contains("b.xlsx"));
}

#[test]
fn a_form_that_says_less_is_set_aside_whatever_the_files_are_called() {
    let more = [("supplement.co_financing", 5), ("employment.co_financing", 7)];
    for (part, whole) in [("a.xlsx", "b.xlsx"), ("b.xlsx", "a.xlsx")] {
        let mut entries = [(part, &more[..1]), (whole, &more[..])]
            .map(|(path, own)| with(entry(path, Some("1206042"), "P"), own));
        entries.sort_by(|a, b| a.path().cmp(b.path()));
        compare(&mut entries, &Office::default());
        let counting: Vec<&str> = entries.iter().filter(|e| e.counts()).map(Entry::path).collect();
        assert_eq!(counting, [whole], "{:?}", entries.each_ref().map(codes));
    }
}

#[test]
fn a_correction_counts_in_place_of_what_it_corrects() {
    let first = entry("b.xlsx", Some("1206042"), "R");
    let mut later = entry("b-korekta.xlsx", Some("1206042"), "R");
    later.corrects = Some(first.files[0].sha256.clone());
    let mut entries = [first, later];
    compare(&mut entries, &Office::default());
    assert_eq!(entries.each_ref().map(|e| e.verdict), [Verdict::Skipped, Verdict::Accepted]);
    assert_eq!(codes(&entries[0]), ["report-corrected"]);
}

#[test]
fn a_file_beside_a_rejected_one_counts_and_is_told() {
    let mut bad = entry("a.xlsx", Some("1206042"), "P");
    bad.remarks.push(rozlicz::consolidate::Remark {
        code: "cannot-run".to_owned(),
        severity: "error".to_owned(),
        file: String::new(),
        sheet: String::new(),
        cell: String::new(),
        message: "nie".to_owned(),
        hint: String::new(),
        difference: String::new(),
    });
    let mut entries = [bad, entry("b.xlsx", Some("1206042"), "P")];
    compare(&mut entries, &Office::default());
    assert_eq!(entries[0].verdict, Verdict::Rejected);
    assert_eq!((entries[1].verdict, codes(&entries[1])), (Verdict::Remarks, vec!["report-beside-rejected"]));
}

#[test]
fn a_late_report_is_told_with_its_day_and_the_term_of_the_edition() {
    let programme = edition("asystent-rodziny-2025");
    let register = register(PLAIN);
    let mut entries =
        [entry("a.xlsx", Some("1206042"), "Gmina Przykładowa"), entry("b.xlsx", Some("1213062"), "Osiek")];
    compare(
        &mut entries,
        &Office { register: Some(&register), programme: Some(&programme), ..Office::default() },
    );
    assert!(!codes(&entries[0]).contains(&"report-late"), "15 days from 31 December are 15 January");
    let late = entries[1].remarks.iter().find(|r| r.code == "report-late").expect("20 January is late");
    assert!(late.message.contains("5 dni po terminie"), "{}", late.message);
    assert_eq!(late.cell, "K3");
}

#[test]
fn a_report_compared_once_more_is_told_the_same_things_once() {
    let programme = edition("asystent-rodziny-2025");
    let register = register(PLAIN);
    let office = Office { register: Some(&register), programme: Some(&programme), ..Office::default() };
    let mut entries = [with(entry("b.xlsx", Some("1213062"), "Osiek"), &[("supplement.awarded", 1)])];
    compare(&mut entries, &office);
    let first: Vec<String> = codes(&entries[0]).into_iter().map(str::to_owned).collect();
    assert!(
        first.contains(&"report-late".to_owned()) && first.contains(&"register-amount-differs".to_owned())
    );
    // As an export brings it back.
    compare(&mut entries, &office);
    assert_eq!(codes(&entries[0]), first);
}

#[test]
fn in_2024_each_half_year_has_its_own_day() {
    let programme = edition("asystent-rodziny-2024");
    let register = register(
        "Kod TERYT;Gmina;Data przekazania I-VI;Data wpływu sprawozdania I-VI;Data wpływu sprawozdania VII-XII;Termin sprawozdania VII-XII\n\
         1206042;P;2024-10-07;2024-11-07;2025-01-20;2025-01-25\n",
    );
    let mut entries = [entry("a.xlsx", Some("1206042"), "P")];
    compare(
        &mut entries,
        &Office { register: Some(&register), programme: Some(&programme), ..Office::default() },
    );
    assert_eq!(codes(&entries[0]), ["report-late"], "the contract's own day wins for the second");
    let told = &entries[0].remarks[0].message;
    assert!(
        told.contains("I-VI") && told.contains("jeden dzień po terminie"),
        "30 days from 7 October: {told}"
    );
}

#[test]
fn the_voivodeship_of_the_office_tells_a_lost_zero_from_another_code() {
    let register = register("Kod TERYT;Gmina;Numer umowy\n201011;Bolesławiec;1\n200101;Inna;2\n");
    assert!(register.row_of_code("0201011").is_none(), "six digits may be a code of podlaskie");
    let own = register.clone().in_voivodeship("02");
    assert!(own.row_of_code("0201011").is_some());
    assert!(own.row_of_code("0200101").is_some());
    assert!(register.in_voivodeship("20").row_of_code("201011").is_some());
}

#[test]
fn a_list_that_names_no_voivodeship_is_told_in_one_line_and_of_the_country_s_own_rows_each_is_missing() {
    let mut text = "Województwo;Nazwa urzędu;Liczba asystentów;Kwota\n".to_owned();
    for n in 0..12 {
        for (voivodeship, name) in [("małopolskie", "Nieznana"), ("śląskie", "Obca")] {
            text.extend([voivodeship, ";UG ", name, &n.to_string(), ";1;100\n"]);
        }
    }
    let list = register(&text);
    let mut entries = [entry("a.xlsx", Some("1206042"), "Znana")];
    let run = compare(
        &mut entries,
        &Office { register: Some(&list), voivodeship: Some("12"), ..Office::default() },
    );
    // Rows that name the office's own voivodeship are told one by one: each owes a report.
    assert_eq!(names(&run), ["report-missing"; 12]);
    let all: Vec<String> = run.iter().map(|finding| message(&list, finding)).collect();
    assert!(all[0].contains("UG Nieznana0") && !all.concat().contains("Obca"), "{all:?}");
    let list =
        register(&text.replace("małopolskie;", "").replace("śląskie;", "").replace("Województwo;", ""));
    let run = against(&mut entries, &list);
    assert_eq!(names(&run), ["register-names-unknown"]);
    let told = message(&list, &run[0]);
    assert!(told.contains("24") && told.contains("UG Nieznana0"), "{told}");
}

#[test]
fn cards_show_both_sides_and_compute_differences_and_days_late_alive() {
    let programme = edition("asystent-rodziny-2025");
    let register = register(PLAIN);
    let own = with(entry("b.xlsx", Some("1213062"), "Osiek"), &[("supplement.transferred", 230_000)]);
    let mut entries = [own, entry("a.xlsx", Some("1206042"), "Gmina Przykładowa")];
    compare(
        &mut entries,
        &Office { register: Some(&register), programme: Some(&programme), ..Office::default() },
    );
    let as_of = Day::new(2026, 1, 30).expect("a day");
    let facts = Facts { programme: Some(&programme), register: Some(&register), as_of };
    let files = file_names(&entries);
    assert_eq!(files[0].as_deref(), Some("karta-1213062-osiek.xlsx"));
    assert_eq!(files[1].as_deref(), Some("karta-1206042-gmina-przykladowa.xlsx"));
    let made = card(&entries[0], "karta.xlsx", &facts);
    let done = witnessed(&made.book, &made.model).expect("the second engine agrees");
    assert_eq!(done.agreement().formulas, 2, "five days late, a hundred złoty of difference");
    let text = texts(&made.book);
    for part in [
        "Karta weryfikacji sprawozdania gminy",
        "oświęcimski",
        "rejestr.csv › rejestr › H3",
        "rozdział 8 część II pkt 9",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert!(!text.contains("Dowód zwrotu"), "nothing went back");
    let filled = texts(&card(&entries[1], "karta.xlsx", &facts).book);
    assert!(filled.contains("do sum wzięto ją z rejestru"));
    let missing =
        [rozlicz::consolidate::sheets::Missing { teryt: "1206052".to_owned(), municipality: "R".to_owned() }];
    let list = texts(&list(&entries, &files, &missing, &facts).book);
    assert!(list.contains("brak sprawozdania") && list.contains("karta-1213062-osiek.xlsx"));
}

#[test]
fn names_of_cards_are_safe_and_never_the_same() {
    let mut odd = entry("x.xlsx", Some("../12"), "Łąka/„Zła”: Ćma");
    let twin = odd.clone();
    odd.kind = Kind::Tables;
    let gone = Entry::of(Vec::new(), Kind::Unrelated);
    let names = file_names(&[odd, twin, gone, entry("y.xlsx", None, "")]);
    assert_eq!(names[0].as_deref(), Some("karta-12-laka-zla-cma.xlsx"));
    assert_eq!(names[1].as_deref(), Some("karta-12-laka-zla-cma-plik-2.xlsx"));
    assert_eq!(names[2], None);
    assert_eq!(names[3].as_deref(), Some("karta-bez-kodu-gmina.xlsx"));
}

fn texts(book: &Book) -> String {
    let cells = book.sheets.iter().flat_map(|sheet| sheet.cells.values());
    let text = |cell: &rozlicz::grid::Cell| match &cell.content {
        Content::Text(text) => Some(text.clone()),
        _ => None,
    };
    cells.filter_map(text).collect::<Vec<_>>().join("\n")
}

/// Sources of tests: the files of `tests`, and what stands behind `cfg(test)` in `src`.
fn tests_of(folder: &std::path::Path, all: &mut String) {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            tests_of(&path, all);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source");
            let inside = folder.starts_with(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))
                && path.file_stem().is_some_and(|stem| stem != "tests");
            all.push_str(if inside {
                text.split_once("#[cfg(test)]").map_or("", |(_, own)| own)
            } else {
                &text
            });
        }
    }
}

#[test]
fn every_code_of_the_roll_up_is_named_by_a_test() {
    use rozlicz::finding::code::{consolidate, halves, register};
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = String::new();
    tests_of(&root.join("tests"), &mut all);
    tests_of(&root.join("src/consolidate"), &mut all);
    tests_of(&root.join("src/pipeline/consolidate"), &mut all);
    let codes = consolidate::CODES.iter().chain(register::CODES).chain(halves::CODES);
    let constant = |name: &str| name.to_uppercase().replace('-', "_");
    let named = |name: &str| {
        [format!("\"{name}"), format!("{name}\""), constant(name)]
            .iter()
            .any(|way| all.contains(way.as_str()))
    };
    let missing: Vec<&str> = codes.map(|code| code.name).filter(|name| !named(name)).collect();
    assert_eq!(missing, Vec::<&str>::new(), "no test makes these findings");
}

#[test]
fn a_negative_amount_of_the_register_is_told_and_not_taken() {
    let known =
        register("Kod TERYT;Gmina;Przyznano - dodatki (zł);Zwrócono (zł)\n1206022;Dolna;-1400,00;0,00\n");
    assert_eq!(names(&known.findings), ["register-amount-negative"]);
    let told = message(&known, &known.findings[0]);
    assert!(told.contains("Przyznano - dodatki (zł)") && told.contains("„-1400,00”"), "{told}");
    let mut entries =
        [with(entry("a.xlsx", Some("1206022"), "Dolna"), &[("supplement.co_financing", 90_000)])];
    against(&mut entries, &known);
    assert_eq!(figure(&entries[0], "supplement.awarded"), None, "not in the voivode's report");
    assert_eq!(figure(&entries[0], "all.returned").as_deref(), Some("0.00"), "a zero is an amount");
}

#[test]
fn equal_amounts_under_another_name_without_a_code_are_told() {
    let used = [("supplement.co_financing", 90_001), ("supplement.own_contribution", 30_007)];
    let other = [("supplement.co_financing", 90_001), ("supplement.own_contribution", 30_008)];
    let mut entries = [
        with(entry("a.xlsx", Some("1206022"), "Gmina Torfowiec"), &used),
        with(entry("b.xlsx", None, "Gminny Ośrodek Pomocy Społecznej w Torfowcu"), &used),
        with(entry("c.xlsx", None, "Gmina Inna"), &other),
    ];
    compare(&mut entries, &Office::default());
    let told = |entry: &Entry| codes(entry).contains(&"rollup-same-amounts");
    assert_eq!([told(&entries[0]), told(&entries[1]), told(&entries[2])], [false, true, false]);
    assert_eq!(entries[1].verdict, Verdict::Remarks);
    let said = entries[1].remarks.iter().find(|r| r.code == "rollup-same-amounts").expect("told");
    assert!(said.message.contains("„a.xlsx”: Gmina Torfowiec (1206022)"), "{}", said.message);
}

#[test]
fn what_is_wrong_in_the_register_is_for_the_office_to_mend() {
    use rozlicz::calc::Model;
    use rozlicz::consolidate::Remark;
    use rozlicz::consolidate::sheets::{self, BookFacts};
    let known =
        register("Kod TERYT;Gmina;Data umowy;Przyznano - dodatki (zł)\n1206022;Dolna;32.13.2025;brak\n");
    let remarks: Vec<Remark> = known.findings.iter().map(|found| Remark::of(found, &known.sources)).collect();
    assert_eq!(names(&known.findings), ["unreadable-day", "unreadable-amount"]);
    let entries = [entry("a.xlsx", Some("1206022"), "Dolna")];
    let mut facts = BookFacts::of(&entries, Day::new(2026, 1, 30).expect("a day"));
    facts.findings = &remarks;
    let book = sheets::book(&facts, &mut Model::default());
    let sheet = book.sheets.iter().find(|sheet| sheet.name == "Uwagi").expect("the sheet");
    for row in [1, 2] {
        assert_eq!(sheet.cells[&(row, 7)].content, Content::Text("urząd".to_owned()));
    }
}

#[test]
fn a_list_that_tells_another_sum_than_the_register_s_components_is_compared_with_the_report() {
    let of = |amount: &str| {
        let known = of_sheets(&[
            (
                "Rejestr",
                &[
                    &[
                        "Kod TERYT",
                        "Gmina",
                        "Przyznano - dodatki (zł)",
                        "Przyznano - koszty zatrudnienia (zł)",
                    ],
                    &["1208043", "Miechów", "1000", "6500"],
                ],
            ),
            (
                "Wykaz",
                &[&["Nazwa urzędu", "Liczba asystentów", "Kwota (zł)"], &["UMiG Miechów", "3", amount]],
            ),
        ]);
        let own = [("supplement.awarded", 100_000), ("employment.awarded", 650_000)];
        let mut entries = [with(entry("a.xlsx", Some("1208043"), "Miechów"), &own)];
        against(&mut entries, &known);
        let told = entries[0].remarks.iter().find(|remark| remark.code == "register-amount-differs");
        told.map(|told| (told.sheet.clone(), told.message.replace('\u{a0}', " ")))
    };
    assert_eq!(of("7500"), None, "the list tells the sum of both");
    let (sheet, told) = of("7501").expect("told");
    assert!(told.contains("razem") && told.contains("7 500,00") && told.contains("7 501,00"), "{told}");
    assert_eq!(sheet, "Wykaz");
}
