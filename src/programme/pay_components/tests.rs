use super::*;

const HEAD: &str = "# uwaga\nkey;name;names;class;base;base_mark;base_source;contributory;contributory_mark;contributory_source;paragraph\n";

fn told(rows: &str) -> Vec<String> {
    let text: &'static str = format!("{HEAD}{rows}\n").leak();
    let read = read(&SeriesFile { text, ..FILE });
    read.faults.iter().map(|f| format!("{}:{} {} {}", f.file, f.line, f.key, f.problem)).collect()
}

/// Reads one row under a heading and returns what is wrong with it.
fn refused(row: &str) -> String {
    let mut told = told(row);
    assert_eq!(told.len(), 1, "one fault, one refusal: {row}");
    told.remove(0)
}

#[test]
fn the_file_compiled_in_is_read_whole() {
    assert_eq!(faults(), []);
    assert_eq!(built_in().len(), data_lines(FILE.text).count());
}

#[test]
fn a_bad_row_is_refused_with_its_line_and_field() {
    let rows = [
        ("a;A;;base;in;confirmed;x;yes;confirmed;x", "row rules-series-fields"),
        ("a b;A;;base;in;confirmed;x;yes;confirmed;x;4010", "key rules-not-readable"),
        ("a;;;base;in;confirmed;x;yes;confirmed;x;4010", "name rules-empty"),
        ("a;A;13. PL;base;in;confirmed;x;yes;confirmed;x;4010", "names rules-not-readable"),
        ("a;A;B|a;base;in;confirmed;x;yes;confirmed;x;4010", "names rules-name-twice"),
        ("a;A;;salary;in;confirmed;x;yes;confirmed;x;4010", "class rules-unknown-word"),
        ("a;A;;base;out;confirmed;x;yes;confirmed;x;4010", "base rules-unknown-word"),
        ("a;A;;other-contributory;in;confirmed;x;yes;confirmed;x;4010", "base rules-unknown-word"),
        ("a;A;;benefit;reading-sick-pay;confirmed;x;no;confirmed;x;-", "base rules-unknown-word"),
        ("a;A;;base;in;sure;x;yes;confirmed;x;4010", "base_mark rules-unknown-word"),
        ("a;A;;base;in;confirmed;;yes;confirmed;x;4010", "base_source rules-empty"),
        ("a;A;;other-exempt;out;confirmed;x;yes;confirmed;x;4010", "contributory rules-unknown-word"),
        ("a;A;;base;in;confirmed;x;no;confirmed;x;4010", "contributory rules-unknown-word"),
        ("a;A;;base;in;confirmed;x;yes;unknown;x;4010", "contributory_mark rules-unknown-word"),
        ("a;A;;base;in;confirmed;x;yes;confirmed;;4010", "contributory_source rules-empty"),
        ("a;A;;base;in;confirmed;x;yes;confirmed;x;401", "paragraph rules-not-readable"),
        ("a;A;;base;in;confirmed;x;yes;confirmed;x;-", "paragraph rules-not-readable"),
        ("a;A;;benefit;out;confirmed;x;no;confirmed;x;4010", "paragraph rules-unknown-word"),
    ];
    for (row, what) in rows {
        assert_eq!(refused(row), format!("national/pay-components.csv:3 {what}"), "{row}");
    }
    assert_eq!(told("a;A;;base;in;confirmed;x;yes;confirmed;x;4010"), [] as [String; 0]);
}

#[test]
fn a_key_or_name_that_stands_twice_is_refused_where_it_stands_again() {
    let first = "a;A;;base;in;confirmed;x;yes;confirmed;x;4010\n";
    let again = |row: &str| refused(&format!("{first}{row};;base;in;confirmed;x;yes;confirmed;x;4010"));
    assert_eq!(again("a;B"), "national/pay-components.csv:4 key rules-name-twice");
    assert_eq!(again("b;A"), "national/pay-components.csv:4 names rules-name-twice");
}

#[test]
fn what_chapter_seven_leaves_in_the_base_is_confirmed_and_all_else_is_out_or_a_reading() {
    let of = |key: &str| built_in().iter().find(|c| c.key == key).expect("in the file");
    for key in ["base", "seniority"] {
        assert_eq!((of(key).in_base.value, of(key).in_base.mark), (InBase::In, Mark::Confirmed), "{key}");
    }
    let inside = built_in().iter().filter(|c| c.in_base.value != InBase::Out).map(|c| c.key);
    assert_eq!(inside.collect::<Vec<_>>(), ["base", "seniority", "holiday_pay", "sick_pay"]);
    assert_eq!(of("sick_pay").in_base.value, InBase::SickPay);
    assert_eq!(of("holiday_pay").in_base.value, InBase::HolidayPay);
    assert_eq!(of("thirteenth").paragraph, Some("4040"));
}

#[test]
fn sick_pay_jubilee_and_severance_bear_no_contributions_and_benefits_are_no_cost() {
    let free = built_in().iter().filter(|c| !c.contributory.value && c.class != PayClass::Benefit);
    assert_eq!(
        free.map(|c| c.key).collect::<Vec<_>>(),
        ["sick_pay", "jubilee", "retirement_severance", "severance"]
    );
    let benefits: Vec<_> = built_in().iter().filter(|c| c.class == PayClass::Benefit).collect();
    assert_eq!(benefits.len(), 6);
    assert!(benefits.iter().all(|c| c.paragraph.is_none() && c.in_base.value == InBase::Out));
}

#[test]
fn every_name_of_a_component_is_a_column_of_its_own() {
    let award = of_column("Nagroda roczna").expect("a column");
    assert_eq!(award.key, "award");
    let columns: Vec<_> = award.columns().take(2).collect();
    assert_eq!(columns, [("award", "Nagroda (zł)"), ("Nagrody", "Nagrody (zł)")]);
    assert!(of_column("base").is_none(), "a canonical column is no component's own");
}
