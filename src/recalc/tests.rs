use super::*;
use crate::intake::book::{ReadCell, ReadSheet};
use crate::source::a1;
use crate::source::cell_at;

/// A book of one sheet `A` and one `Dane - Płace`; a text that begins with `=` is a formula.
fn book(cells: &[(&str, &str)]) -> ReadBook {
    let mut sheets = ["A", "Dane - Płace"]
        .map(|name| ReadSheet { name: name.to_owned(), ..ReadSheet::default() })
        .to_vec();
    for (place, holds) in cells {
        let (sheet, place) = place.strip_prefix("P!").map_or((0, *place), |place| (1, place));
        let at = cell_at(place).expect("an address");
        let number = Exact::parse_decimal(holds);
        let (formula, value) = match (holds.strip_prefix('='), number) {
            (Some(formula), _) => (Some(formula.to_owned()), ReadValue::Number(Exact::whole(777))),
            (None, Some(n)) => (None, ReadValue::Number(n)),
            (None, None) if *holds == "#N/A" => (None, ReadValue::Error("#N/A")),
            (None, None) => (None, ReadValue::Text((*holds).to_owned())),
        };
        sheets[sheet].cells.insert(at, ReadCell { formula, value });
    }
    ReadBook { sheets, ..ReadBook::default() }
}

const DATA: &[(&str, &str)] = &[
    ("A1", "10"),
    ("A2", "2.5"),
    ("A3", "tekst"),
    ("A5", "-4"),
    ("B1", "umowa"),
    ("B2", "UMOWA"),
    ("B5", "inna"),
    ("C1", "=IF(A9=\"\",\"\",A9)"),
    ("P!A1", "100"),
    ("P!A2", "0.6"),
];

/// What a formula in `Z9` gives: its value, or the name of the fault.
fn given(formula: &str) -> Result<Value, &'static str> {
    let mut cells = DATA.to_vec();
    let formula = format!("={formula}");
    cells.push(("Z9", &formula));
    let computed = of_book(&book(&cells));
    let at = cell_at("Z9").expect("an address");
    if let Some(fault) = computed.fault(0, at.0, at.1) {
        return Err(fault.kind.name());
    }
    let id = computed.node(0, at.0, at.1).expect("a filled cell");
    Ok(computed.model.value(id).clone())
}

fn number(text: &str) -> Value {
    Value::Number(Exact::parse_decimal(text).expect("a decimal"))
}

#[test]
fn formulas_mean_what_a_spreadsheet_means() {
    let cases = [
        ("A1+A2", "12.5"),
        ("+ A1 - A2 - 1 + 0.5", "7"),
        ("a1*$A$2/ 5", "5"),
        ("-A1*-2", "20"),
        ("--A1%", "0.1"),
        ("80%*A1", "8"),
        (".5*A1", "5"),
        ("1E+1+1e-1", "10.1"),
        ("A1-(A2-(1-2))", "6.5"),
        ("A1/A2/2", "2"),
        ("SUM(A1:A5)", "8.5"),
        ("SUM(A1:A2,SUM(A5,A2),1)", "12"),
        ("SUM($A1:A$1048576)", "8.5"),
        ("SUM('Dane - Płace'!A1:A2)+'dane - płace'!$A$1", "200.6"),
        ("MIN(A1:A9)", "-4"),
        ("MIN(A9,3)", "3"),
        ("MAX(A3,A5,-9)", "-4"),
        ("MAX(D1:D4)", "0"),
        ("A9+1", "1"),
        ("A9", "0"),
        ("ROUND(A2*A2*A2,2)", "15.63"),
        ("ROUND(-2.5,0)", "-3"),
        ("ROUNDDOWN(ROUND(A2/3,6),2)", "0.83"),
        ("rounddown(round(-A2/3,6),2)", "-0.83"),
        ("IF(A1>A2,1,2)", "1"),
        ("IF(AND(A1>=10,A2<=2.5,NOT(A5>0)),1,2)", "1"),
        ("IF(OR(A1<>10,A5<-4,A1<A2),1,2)", "2"),
        ("IF(B1=\"Umowa\",1,2)", "1"),
        ("IF(B1<>B2,1,2)", "2"),
        ("IF(B1=0,1,2)", "2"),
        ("IF(A9=0,1,2)", "1"),
        ("IF(A9=\"\",1,2)", "1"),
        ("IF(C1=\"\",1,2)", "1"),
        ("IF(C1=0,1,2)", "2"),
        ("IF(A3<>\"\",1,2)", "1"),
        ("IF(A1,1,2)", "1"),
        ("IF(TRUE(),1,2)+IF(false,1,2)", "3"),
        ("(A1>5)*3", "3"),
        ("IF(A9=0,0,A1/A9)", "0"),
        ("IF(A2=0,0,A1/A2)", "4"),
        ("IF(A9=0,5,A1/A9)", "5"),
        ("SUMIFS(A1:A5,B1:B5,\"umowa\")", "12.5"),
        ("SUMIFS(A1:A5,A1:A5,\"<=\"&A2)", "-1.5"),
        ("SUMIFS(A1:A5,A1:A5,\">=2.5\",B1:B5,B1)", "12.5"),
        ("SUMIFS(A1,B1,\"umowa\")", "10"),
        ("SUMPRODUCT(MAX((A1:A2<=5)*A1:A2))", "2.5"),
        ("SUMPRODUCT(MAX((A1:A2>=5)*(B1:B2=\"umowa\")*A1:A2))", "10"),
        ("(1/3)*3", "1"),
        ("_xlfn.SUM(A1\n,\tA2)", "12.5"),
    ];
    for (formula, expected) in cases {
        assert_eq!(given(formula), Ok(number(expected)), "{formula}");
    }
    let texts =
        [("B1", "umowa"), ("IF(A1>0,\"TAK \"\"!\"\"\",\"\")", "TAK \"!\""), ("IF(B1=\"\",\"\",B1)", "umowa")];
    for (formula, expected) in texts {
        assert_eq!(given(formula), Ok(Value::Text(expected.to_owned())), "{formula}");
    }
    for formula in ["IF(A9=\"\",\"\",A9)", "IF(A1>0,\"\",1)", "C1"] {
        assert_eq!(given(formula), Ok(Value::Blank), "{formula}");
    }
}

#[test]
fn what_cannot_be_computed_is_named() {
    let deep = format!("{}1{}", "(".repeat(200), ")".repeat(200));
    let long = format!("1{}", "+1".repeat(20_000));
    let cases = [
        ("VLOOKUP(A1,A1:A5,1)", "unknown-function"),
        ("AVERAGE(A1:A2)", "unknown-function"),
        ("A1^2", "unknown-function"),
        ("B1&B2", "unknown-function"),
        ("ROUNDDOWN(A1,2)", "unknown-function"),
        ("ROUNDUP(A1,2)", "unknown-function"),
        ("ROUND(A1,-2)", "unknown-function"),
        ("SUMPRODUCT(A1:A2,A1:A2)", "unknown-function"),
        ("SUMIFS(A1:A5,B1:B5,\"um*\")", "unknown-function"),
        ("A1+TODAY()", "volatile"),
        ("INDIRECT(\"A1\")", "volatile"),
        ("[1]Arkusz!A1", "external"),
        ("'[inny.xlsx]Arkusz 1'!A1+1", "external"),
        ("'file:///c:/x.xlsx'#$A.A1", "external"),
        ("Limit*2", "name"),
        ("Tabela[Kwota]", "name"),
        ("Brak!A1", "no-sheet"),
        ("SUM(A:A)", "unbounded"),
        ("SUM($1:3)", "unbounded"),
        ("SUM(1:3)", "unbounded"),
        ("A1:A2*2", "array"),
        ("{1,2}", "array"),
        ("@A1", "array"),
        ("SUMIFS(A1:A5,B1:B4,\"x\")", "array"),
        ("#REF!+1", "broken"),
        ("'Dane - Płace'!#REF!", "broken"),
        ("A1/A9", "division-by-zero"),
        ("A1/0", "division-by-zero"),
        ("A3+1", "not-a-number"),
        ("C1*2", "not-a-number"),
        ("A3>1", "not-a-number"),
        ("A1>1", "truth-value"),
        ("IF(A1>1000,5)", "truth-value"),
        ("A1 A2", "unreadable"),
        ("SUM(A1;A2)", "unreadable"),
        ("IF(A1", "unreadable"),
        ("\"abc", "unreadable"),
        ("", "unreadable"),
        (&deep, "too-deep"),
        (&long, "too-long"),
    ];
    for (formula, expected) in cases {
        let seen = given(formula);
        // A comparison of a text is both; either name is right.
        let seen = if formula == "A3>1" { seen.map_err(|_| "not-a-number") } else { seen };
        assert_eq!(seen, Err(expected), "{}", formula.chars().take(60).collect::<String>());
    }
}

#[test]
fn a_fault_in_the_branch_not_taken_does_not_matter() {
    assert_eq!(given("IF(A9<>0,A1/A9,7)"), Ok(number("7")));
    assert_eq!(given("IF(A1=10,7,A3*2)"), Ok(number("7")));
}

#[test]
fn circles_are_named_and_stand_as_stored() {
    let computed =
        of_book(&book(&[("A1", "=B1"), ("B1", "=C1+1"), ("C1", "=A1"), ("D1", "=A1*2"), ("E1", "=E1")]));
    let circle: Vec<String> = computed.faults.iter().map(|f| a1(f.at.row, f.at.column)).collect();
    assert_eq!(circle, ["A1", "B1", "C1", "E1"]);
    let Kind::Circular(cells) = &computed.faults[0].kind else { panic!("{:?}", computed.faults) };
    assert_eq!(cells.len(), 3);
    let id = computed.node(0, 0, 3).expect("D1");
    assert_eq!(*computed.model.value(id), Value::Number(Exact::whole(1554)));
}

#[test]
fn what_rests_on_a_fault_is_computed_from_the_stored_result() {
    let computed = of_book(&book(&[("A1", "=NOW()"), ("B1", "=A1+1"), ("C1", "#N/A")]));
    let names: Vec<&str> = computed.faults.iter().map(|fault| fault.kind.name()).collect();
    assert_eq!(names, ["volatile", "error-value"]);
    let id = computed.node(0, 0, 1).expect("B1");
    assert_eq!(*computed.model.value(id), Value::Number(Exact::whole(778)));
}

#[test]
fn a_chain_as_long_as_a_sheet_is_no_recursion() {
    let mut book = book(&[]);
    let count = 60_000;
    for row in 0..count {
        let formula = if row + 1 == count { "1".to_owned() } else { format!("A{}+1", row + 2) };
        let cell = ReadCell { formula: Some(formula), value: ReadValue::Blank };
        book.sheets[0].cells.insert((row, 0), cell);
    }
    let computed = of_book(&book);
    assert_eq!(computed.faults, []);
    let id = computed.node(0, 0, 0).expect("A1");
    assert_eq!(*computed.model.value(id), Value::Number(Exact::whole(i64::from(count))));
}

#[test]
fn sums_over_sums_without_end_stop_at_a_limit() {
    let mut book = book(&[]);
    for row in 0..6_000_u32 {
        let formula = if row == 0 { "1".to_owned() } else { format!("SUM(A$1:A{row})-SUM(A$1:A{row})") };
        let cell = ReadCell { formula: Some(formula), value: ReadValue::Number(Exact::zero()) };
        book.sheets[0].cells.insert((row, 0), cell);
    }
    let computed = of_book(&book);
    assert!(computed.faults.iter().any(|fault| fault.kind == Kind::TooMany));
}

#[test]
fn cells_are_called_by_their_addresses_and_know_their_places() {
    let computed = of_book(&book(&[("A1", "5"), ("P!B2", "=A!A1*2+C7")]));
    let id = computed.node(1, 1, 1).expect("B2");
    let node = computed.model.node(id);
    assert_eq!(&*node.label, "Dane - Płace › B2");
    let crate::calc::Origin::Formula(expr) = &node.origin else { panic!("a formula") };
    assert_eq!(crate::calc::words::with_labels(&computed.model, expr), "(A › A1 × 2 + Dane - Płace › C7)");
    let blank = computed.node(1, 6, 2).expect("C7 is referred to");
    assert_eq!(*computed.model.value(blank), Value::Blank);
    assert_eq!(computed.layout.homes.get(id), Some(Place { sheet: 1, row: 1, column: 1 }));
}

#[test]
fn a_book_too_large_to_compute_says_so_once_a_sheet() {
    let mut book = book(&[("P!A1", "=1")]);
    for row in 0..160_000 {
        let cell = ReadCell { formula: Some("1".to_owned()), value: ReadValue::Blank };
        book.sheets[0].cells.insert((row, 0), cell);
    }
    let computed = of_book(&book);
    assert!(computed.cut_off);
    assert_eq!((computed.faults.len(), computed.formulas), (2, 160_001));
    assert!(computed.node(0, 0, 0).is_none());
}
