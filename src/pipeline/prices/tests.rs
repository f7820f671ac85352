//! Prices against settlements made apart from them.

use std::path::Path;

use super::*;
use crate::locale::{Language, Locale};
use crate::pipeline::{Job, Run, run};
use crate::programme::readings::Choice;

const SAMPLES: [&str; 4] = ["redziny-2019", "wrzesnia-2021", "gmina-2024", "gmina-2025"];

fn sample(name: &str, readings: &[&str]) -> Run {
    let inputs = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data").join(name)];
    let readings = readings.iter().map(|reading| (*reading).to_owned()).collect();
    let mut run = run(&Job { inputs, readings, ..Job::default() }).expect("the sample is read");
    run.price();
    run
}

fn prices(run: &Run) -> &Prices {
    run.prices.as_ref().expect("the sample is settled and priced")
}

type Pick = fn(&settlement::Totals) -> NodeId;

#[test]
fn a_price_is_what_choosing_the_way_on_the_command_line_changes() {
    let now = sample("gmina-2025", &[]);
    let total = |run: &Run, pick: Pick| {
        let settled = run.settled.as_ref().expect("settled");
        settled.model.money(pick(&settled.totals)).grosze()
    };
    let mut compared = 0;
    for priced in &prices(&now).readings {
        for way in priced.ways.iter().filter(|way| way.price.size() > (0, 0)) {
            let name = format!("{}={}", priced.reading.name, way.word);
            let other = sample("gmina-2025", &[&name]);
            let told = way.price.difference().expect("an amount has a difference");
            let picks: [(Pick, Option<Money>); 4] = [
                (|t| t.co_financing, told.co_financing),
                (|t| t.own_contribution, told.own_contribution),
                (|t| t.to_return, told.to_return),
                (|t| t.task_cost, told.task_cost),
            ];
            for (pick, told) in picks {
                let real = Money::from_grosze(total(&other, pick) - total(&now, pick));
                assert_eq!(told, Some(real), "{name}");
            }
            compared += 1;
        }
    }
    assert!(compared > 5, "the sample has readings that cost something: {compared}");
}

#[test]
fn a_way_said_to_change_nothing_changes_nothing_when_it_is_settled() {
    let mut idle = 0;
    for name in SAMPLES {
        let run = sample(name, &[]);
        let (facts, programme) = (run.checked.as_ref(), run.programme.as_ref());
        let (facts, programme) = (facts.expect("checked"), programme.expect("an edition"));
        let now = run.settled.as_ref().expect("settled");
        for priced in &prices(&run).readings {
            let beyond = idle::is_beyond_amounts(priced.reading.name);
            for way in priced.ways.iter().filter(|way| beyond || matches!(way.price, Price::Idle(_))) {
                let other = programme.with_reading(priced.reading.name, way.word, None).expect("a way");
                let real = difference(now, &settlement::settle(facts, &other));
                assert!(real.is_nothing(), "{name}: {}={}: {real:?}", priced.reading.name, way.word);
                idle += 1;
            }
        }
    }
    assert!(idle > 0, "some ways of the samples cannot matter");
}

/// Lines are settled once for many ways, and a reading that is never asked for not at all: every price must come out as
/// if the municipality had been settled from the beginning.
#[test]
fn a_price_is_the_same_as_of_a_settlement_from_the_beginning() {
    let (mut compared, mut never_asked) = (0, 0);
    for name in SAMPLES {
        let run = sample(name, &[]);
        let (facts, programme) = (run.checked.as_ref(), run.programme.as_ref());
        let (facts, programme) = (facts.expect("checked"), programme.expect("an edition"));
        let now = run.settled.as_ref().expect("settled");
        let watched = programme.clone();
        let ways = Ways::of(facts.submission(), &watched, facts.period());
        for priced in &prices(&run).readings {
            let reading = priced.reading.name;
            never_asked += usize::from(!ways.matters(reading));
            for way in &priced.ways {
                let other = programme.with_reading(reading, way.word, None).expect("a way");
                let whole = difference(now, &settlement::settle(facts, &other));
                assert_eq!(difference(now, &ways.under(&other, reading)), whole, "{name}: {reading}");
                if !ways.matters(reading) {
                    assert_eq!(difference(now, ways.now()), whole, "{name}: {reading}");
                }
                compared += 1;
            }
        }
    }
    assert!(compared > 60 && never_asked > 4, "{compared} ways, {never_asked} readings never asked for");
}

#[test]
fn the_dearest_reading_stands_first_and_a_letter_takes_it_off_the_list_of_doubts() {
    let run = sample("gmina-2025", &[]);
    let prices = prices(&run);
    let sizes: Vec<(i64, i64)> = prices.by_size().iter().map(|priced| priced.size()).collect();
    assert!(sizes.is_sorted_by(|a, b| a >= b), "{sizes:?}");
    let (dearest, _) = prices.largest().expect("a reading of the sample costs something");
    let name = dearest.reading.name;
    assert_eq!(prices.by_size()[0].reading.name, name);
    let choice = Choice { basis: "pismo wojewody z 3 czerwca 2025".to_owned(), ..Choice::default() };
    let mut lettered = prices.clone();
    for priced in lettered.readings.iter_mut().filter(|priced| priced.reading.name == name) {
        priced.reading.choice = Some(choice.clone());
    }
    assert_eq!(lettered.without_letter().count(), prices.without_letter().count() - 1);
    assert!(lettered.largest().is_none_or(|(other, _)| other.reading.name != name));
    let locale = Locale::of(Language::Polish);
    let words = words::basis(&lettered.reading(name).expect("it is still there").reading, locale);
    assert_eq!(words, "pismo wojewody z 3 czerwca 2025");
}

#[test]
fn booking_cannot_be_priced_where_nothing_was_booked_and_the_reason_is_said() {
    let run = sample("gmina-2025", &[]);
    let award = prices(&run).reading("binding-award").expect("the edition has the reading");
    let booked = award.ways.iter().find(|way| way.word == "as-booked").expect("a way");
    let said = words::price(&booked.price, Locale::of(Language::Polish));
    assert!(said.starts_with("nie da się wycenić: tabela Płace"), "{said}");
}

#[test]
fn every_reason_and_every_price_has_words_in_both_languages() {
    for language in [Language::Polish, Language::English] {
        let locale = Locale::of(language);
        for name in SAMPLES {
            let run = sample(name, &[]);
            for priced in &prices(&run).readings {
                let basis = words::basis(&priced.reading, locale);
                assert!(!basis.contains("{ $") && !basis.starts_with("reading-"), "{basis}");
                for way in &priced.ways {
                    let said = words::price(&way.price, locale);
                    assert!(!said.contains("{ $") && !said.contains("price-"), "{said}");
                    assert!(!said.contains("reading-"), "{said}");
                }
            }
        }
    }
}
