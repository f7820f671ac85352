//! Every form of every kind of value.

use super::*;
use crate::units::{Day, Month};

fn text(t: &str) -> RawValue {
    RawValue::Text(t.into())
}

fn number(kind: Kind, cell: &RawValue) -> Option<Exact> {
    match read(kind, "", cell) {
        Outcome::Read(Datum::Number(n)) => Some(n),
        _ => None,
    }
}

fn code_of(kind: Kind, cell: &RawValue) -> &'static str {
    match read(kind, "", cell) {
        Outcome::Wrong(w) => w.code.name,
        other => panic!("{other:?} should have been refused"),
    }
}

#[test]
fn an_amount_is_whole_grosze_or_refused() {
    let grosze = |g| Outcome::Read(Datum::Amount(Money::from_grosze(g)));
    assert_eq!(read(Kind::Amount, "", &RawValue::Number(1234.56)), grosze(123_456));
    assert_eq!(read(Kind::Amount, "", &text("58.892 zł")), grosze(5_889_200));
    let residue = RawValue::Number(1_000.100_000_000_000_1);
    assert_eq!(
        read(Kind::Amount, "", &residue),
        Outcome::Tidied(Datum::Amount(Money::from_grosze(100_010)), Tidied::Residue)
    );
    assert_eq!(code_of(Kind::Amount, &RawValue::Number(12.345)), "amount-finer-than-grosz");
    assert_eq!(code_of(Kind::Amount, &text("12,345")), "amount-finer-than-grosz");
    assert_eq!(code_of(Kind::Amount, &text("2.000")), "ambiguous-number");
    assert_eq!(code_of(Kind::Amount, &RawValue::Error("#N/A")), "error-cell");
    assert_eq!(code_of(Kind::Amount, &RawValue::Bool(true)), "unreadable-amount");
    assert_eq!(code_of(Kind::Amount, &RawValue::Number(1e300)), "unreadable-amount");
    assert_eq!(code_of(Kind::Amount, &RawValue::Number(1e15)), "amount-too-large");
    assert_eq!(code_of(Kind::Amount, &RawValue::Number(f64::NAN)), "unreadable-amount");
}

#[test]
fn a_post_is_an_exact_fraction() {
    for (cell, (n, d)) in [
        (text("1"), (1, 1)),
        (text("0,5"), (1, 2)),
        (text("0.46"), (23, 50)),
        (text("1/2"), (1, 2)),
        (text("3/4 etatu"), (3, 4)),
        (text("pełny etat"), (1, 1)),
        (RawValue::Number(0.333_333_333_333_333_3), (1, 3)),
        (RawValue::Number(0.875), (7, 8)),
        (RawValue::Number(0.3333), (3333, 10_000)),
    ] {
        assert_eq!(number(Kind::Fte, &cell), Exact::ratio(n, d), "{cell:?}");
    }
    assert_eq!(code_of(Kind::Fte, &text("1/0")), "unreadable-fte");
}

#[test]
fn a_post_that_became_a_date_offers_the_fraction() {
    let first_of_february = Day::new(2025, 2, 1).expect("a day").serial();
    let cell = RawValue::Date(f64::from(i32::try_from(first_of_february).expect("small")));
    match read(Kind::Fte, "", &cell) {
        Outcome::Wrong(w) => assert_eq!(w.expected, Some(Fact::Text("1/2".to_owned()))),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_fraction_offered_is_never_more_than_a_post() {
    for ((month, day), fraction) in [((3, 4), "3/4"), ((4, 3), "3/4"), ((1, 2), "1/2"), ((1, 1), "1/1")] {
        let serial = Day::new(2025, month, day).expect("a day").serial();
        let cell = RawValue::Date(f64::from(i32::try_from(serial).expect("small")));
        match read(Kind::Fte, "", &cell) {
            Outcome::Wrong(w) => assert_eq!(w.expected, Some(Fact::Text(fraction.to_owned()))),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn contracts_and_qualifications_are_read_as_offices_write_them() {
    let forms = crate::records::schema::CONTRACT_FORMS;
    for (seen, index) in [
        ("umowa-zlecenie", 1),
        ("Umowa – zlecenie", 1),
        ("umowa zlecenia", 1),
        ("o pracę", 0),
        ("umowa o pracę na czas nieokreślony", 0),
        ("umowa o pracę (na czas określony)", 0),
    ] {
        assert_eq!(
            read(Kind::Choice(forms), "", &text(seen)),
            Outcome::Read(Datum::Choice(forms[index])),
            "{seen}"
        );
    }
    assert_eq!(code_of(Kind::Choice(forms), &text("umowa o pracę i umowa zlecenie")), "unknown-word");
    let employment = crate::records::schema::table(crate::records::TableId::Employment);
    let kind = employment.column("qualification").expect("a column").kind;
    let Kind::Choice(letters) = kind else { panic!("{kind:?}") };
    for seen in ["a", "lit. a", "lit.a)", "Art.12 ust.1 pkt 1 lit.a ustawy o wspieraniu rodziny"] {
        assert_eq!(read(kind, "", &text(seen)), Outcome::Read(Datum::Choice(letters[0])), "{seen}");
    }
    let halves = crate::records::schema::HALF_YEARS;
    assert_eq!(code_of(Kind::Choice(halves), &text("VI")), "unknown-word");
}

#[test]
fn a_percentage_needs_a_sign_or_a_form_that_leaves_no_doubt() {
    let third = Exact::ratio(3, 10);
    assert_eq!(number(Kind::Percent, &text("30 %")), third);
    assert_eq!(number(Kind::Percent, &text("30")), third);
    assert_eq!(number(Kind::Percent, &RawValue::Number(30.0)), third);
    assert_eq!(number(Kind::Percent, &RawValue::Percent(0.3)), third);
    assert_eq!(number(Kind::Percent, &RawValue::Number(1.67)), Exact::ratio(167, 10_000));
    assert_eq!(code_of(Kind::Percent, &RawValue::Number(0.3)), "unreadable-percent");
    assert_eq!(code_of(Kind::Percent, &text("130%")), "unreadable-percent");
}

#[test]
fn hours_may_be_a_duration() {
    assert_eq!(number(Kind::Hours, &RawValue::Duration(6.666_666_666_666_667)), Some(Exact::whole(160)));
    assert_eq!(number(Kind::Hours, &text("160:30")), Exact::ratio(321, 2));
    assert_eq!(number(Kind::Hours, &text("7,5 h")), Exact::ratio(15, 2));
    assert_eq!(code_of(Kind::Hours, &RawValue::Date(45_352.0)), "unreadable-hours");
}

#[test]
fn yes_and_no_are_read_in_every_case() {
    for (cell, said) in [
        (text("TAK"), true),
        (text("tak"), true),
        (text("T"), true),
        (RawValue::Bool(false), false),
        (text(" Nie "), false),
    ] {
        assert_eq!(read(Kind::YesNo, "", &cell), Outcome::Read(Datum::Yes(said)));
    }
    assert_eq!(code_of(Kind::YesNo, &text("może")), "unreadable-yes-no");
}

#[test]
fn dates_and_months_come_from_date_cells_and_text() {
    assert_eq!(
        read(Kind::Day, "", &RawValue::Date(45_352.75)),
        Outcome::Read(Datum::Day(Day::new(2024, 3, 1).expect("a day")))
    );
    assert_eq!(
        read(Kind::Month, "", &RawValue::Date(45_366.0)),
        Outcome::Read(Datum::Month(Month::new(2024, 3).expect("a month")))
    );
    assert_eq!(code_of(Kind::Day, &RawValue::Number(45_352.0)), "unreadable-day");
}

#[test]
fn a_fixed_word_may_be_shortened_as_long_as_it_is_the_only_one() {
    let forms = crate::records::schema::CONTRACT_FORMS;
    let kind = Kind::Choice(forms);
    assert_eq!(read(kind, "", &text("UMOWA O PRACE")), Outcome::Read(Datum::Choice(forms[0])));
    assert_eq!(read(kind, "", &text("zlecenie")), Outcome::Read(Datum::Choice(forms[1])));
    assert_eq!(code_of(kind, &text("umowa")), "unknown-word");
    assert_eq!(code_of(kind, &text("umowa o dzieło")), "unknown-word");
}

#[test]
fn a_code_keeps_or_regains_its_zero() {
    let read_code = |cell| read(Kind::Code, "teryt", &cell);
    assert_eq!(
        read_code(RawValue::Number(402_042.0)),
        Outcome::Tidied(Datum::Text("0402042".to_owned()), Tidied::LeadingZero)
    );
    assert_eq!(read_code(RawValue::Number(1_206_042.0)), Outcome::Read(Datum::Text("1206042".to_owned())));
    assert_eq!(
        read_code(RawValue::Number(206_042.0)),
        Outcome::Tidied(Datum::Text("206042".to_owned()), Tidied::MaybeLeadingZero)
    );
}

#[test]
fn an_accident_rate_below_one_is_a_percentage_and_another_field_is_asked_about() {
    let rate = Exact::parse_decimal("0.0093").expect("a decimal");
    for cell in [text("0,93"), text("0,93%")] {
        assert_eq!(read(Kind::Percent, "accident_rate", &cell), Outcome::Read(Datum::Number(rate.clone())));
    }
    for (key, seen) in [("level", "0,93"), ("accident_rate", "0,0093")] {
        let Outcome::Wrong(wrong) = read(Kind::Percent, key, &text(seen)) else { panic!("{key} {seen}") };
        assert_eq!(wrong.code.name, "unreadable-percent");
    }
}

#[test]
fn words_that_offices_use_for_absences_are_read() {
    let kind =
        crate::records::schema::table(crate::records::TableId::Absences).column("kind").expect("a column");
    for (seen, word) in [
        ("urlop", "urlop wypoczynkowy"),
        ("Urlop na żądanie", "urlop wypoczynkowy"),
        ("L4", "choroba"),
        ("zwolnienie lekarskie", "choroba"),
        ("chorobowe", "choroba"),
        ("urlop okolicznościowy", "inna płatna"),
        ("krwiodawstwo", "inna płatna"),
        ("urlop bezpłatny", "urlop bezpłatny"),
    ] {
        assert_eq!(read(kind.kind, "kind", &text(seen)), Outcome::Read(Datum::Choice(word)), "{seen}");
    }
    for seen in ["opieka nad dzieckiem", "ojcowski"] {
        assert!(matches!(read(kind.kind, "kind", &text(seen)), Outcome::Wrong(_)), "{seen}");
    }
}
