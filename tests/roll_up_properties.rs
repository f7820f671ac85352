//! What must hold of every roll-up, tried on random ones: sums are the same however municipalities are parted and ordered,
//! a blank is never a zero, and the register changes no figure of a report.

use proptest::prelude::*;
use rozlicz::consolidate::compare::{Office, compare, figure_of, settle_halves};
use rozlicz::consolidate::register::COMPONENTS;
use rozlicz::consolidate::totals::{Total, total};
use rozlicz::consolidate::{Entry, EntryFile, FigureKey, Figures, Kind, Register, Verdict};
use rozlicz::intake::register::{Measure, read};
use rozlicz::records::HalfYear;
use rozlicz::units::{Exact, Money};

/// Amounts of a component and half-year, in grosze.
type Amounts = [u16; 6];

/// A municipality as it is drawn: amounts, which figures are known, verdict, voivodeship.
type Drawn = ([[Amounts; 2]; 2], Vec<bool>, usize, usize);

/// Names of [`Amounts`]: what the rest follows from.
const STATED: [&str; 6] = ["co_financing", "own_contribution", "misused", "interest", "awarded", "more"];

fn key(name: &str, round: Option<HalfYear>) -> FigureKey {
    FigureKey::named(name, round).expect("a figure of a form")
}

fn grosze(amount: i64) -> Exact {
    Money::from_grosze(amount).to_exact()
}

/// The figures of a form without a fault: every sum on it is right.
fn form(parts: &[[Amounts; 2]; 2]) -> Figures {
    let mut figures = Figures::default();
    for (part, halves) in ["supplement", "employment"].into_iter().zip(parts) {
        for (half, amounts) in HalfYear::ALL.into_iter().zip(halves) {
            let [used, own, misused, interest, _, left] = amounts.map(i64::from);
            let mut set = |field: &str, amount: i64| {
                figures.set(key(&format!("{part}.{field}"), Some(half)), grosze(amount));
            };
            for (field, amount) in STATED.iter().zip(amounts).take(4) {
                set(field, i64::from(*amount));
            }
            set("cost", used + own);
            set("transferred", used + left);
            set("unused", left);
            set("return_total", left + misused + interest);
        }
        figures
            .set(key(&format!("{part}.awarded"), None), grosze(halves.iter().map(|a| i64::from(a[4])).sum()));
    }
    figures.complete();
    figures
}

fn amounts() -> impl Strategy<Value = [[Amounts; 2]; 2]> {
    prop::array::uniform2(prop::array::uniform2(prop::array::uniform6(1_u16..)))
}

/// A form of which only some figures are known.
fn known(whole: &Figures, mask: &[bool], always: impl Fn(FigureKey) -> bool) -> Figures {
    let mut figures = Figures::default();
    for (number, (key, value)) in whole.iter().enumerate() {
        if mask[number % mask.len()] || always(key) {
            figures.set(key, value.clone());
        }
    }
    figures
}

fn entry(number: usize, teryt: &str, figures: Figures) -> Entry {
    let path = format!("{number:03}.xlsx");
    let file = EntryFile { sha256: format!("digest of {path}"), path, bytes: 1 };
    let mut entry = Entry::of(vec![file], Kind::Form);
    (entry.teryt, entry.edition) = (Some(teryt.to_owned()), Some("asystent-rodziny-2024".to_owned()));
    entry.figures = figures;
    entry
}

const VERDICTS: [Verdict; 4] = [Verdict::Accepted, Verdict::Remarks, Verdict::Rejected, Verdict::Skipped];

/// Names of all figures of whole periods that a form may give.
const NAMES: [&str; 8] = [
    "supplement.cost",
    "supplement.transferred",
    "employment.co_financing",
    "employment.awarded",
    "all.cost",
    "all.awarded",
    "all.return_total",
    "municipality.families",
];

/// Entries with some figures each, of any verdict.
fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let one = (amounts(), prop::collection::vec(any::<bool>(), 60), 0_usize..4, 0_usize..16);
    prop::collection::vec(one, 0..12).prop_map(|all| {
        let of = |(number, (parts, mask, verdict, place)): (usize, Drawn)| {
            let figures = known(&form(&parts), &mask, |_| false);
            let mut entry = entry(number, &format!("{:02}01{:02}2", 2 * (place + 1), number + 1), figures);
            entry.verdict = VERDICTS[verdict];
            entry
        };
        all.into_iter().enumerate().map(of).collect()
    })
}

/// The sum of two sums: what is not known of either is not known of both.
fn plus(a: Total, b: Total) -> Total {
    let sum = match (a.sum, b.sum) {
        (Some(a), Some(b)) => Some(a + b),
        (a, b) => a.or(b),
    };
    Total { sum, unknown: a.unknown + b.unknown }
}

/// The totals of what counts after comparing.
fn totals(mut entries: Vec<Entry>, office: &Office<'_>) -> Vec<Total> {
    settle_halves(&mut entries, office);
    compare(&mut entries, office);
    NAMES.iter().map(|name| total(&entries, name)).collect()
}

/// A register of one municipality with an amount or a blank in each column.
fn register(amounts: &[Option<u16>; 9]) -> Register {
    let cell = |amount: &Option<u16>| {
        amount.map_or_else(String::new, |grosze| {
            Money::from_grosze(i64::from(grosze)).to_string().replace('.', ",")
        })
    };
    let cells: Vec<String> = amounts.iter().map(cell).collect();
    let text = format!(
        "Kod TERYT;Gmina;Numer umowy;Przyznano - dodatki;Przyznano - koszty zatrudnienia;Przekazano - dodatki I-VI;\
         Przekazano - dodatki VII-XII;Przekazano - koszty zatrudnienia I-VI;Przekazano - koszty zatrudnienia VII-XII;\
         Zwrócono;Zwrócono - dodatki;Przyznano razem\n0201012;P;1/2024;{}\n",
        cells.join(";")
    );
    Register::of(read("rejestr.csv", text.as_bytes()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_whole_is_the_sum_of_its_voivodeships_however_they_are_drawn(
        entries in entries(),
        cut in prop::collection::vec(0_usize..16, 12),
    ) {
        for name in NAMES {
            let whole = total(&entries, name);
            let of = |inside: &dyn Fn(usize, &Entry) -> bool| {
                let part: Vec<Entry> =
                    entries.iter().enumerate().filter(|(at, e)| inside(*at, e)).map(|(_, e)| e.clone()).collect();
                total(&part, name)
            };
            let codes = (1..=16).map(|n| format!("{:02}", 2 * n));
            let by_code = codes.map(|code| of(&|_, e: &Entry| e.teryt.as_deref().is_some_and(|t| t.starts_with(&code))));
            prop_assert_eq!(&by_code.fold(Total::default(), plus), &whole, "{}", name);
            let drawn = (0..16).map(|n| of(&|at, _: &Entry| cut[at] == n));
            prop_assert_eq!(&drawn.fold(Total::default(), plus), &whole, "{}", name);
        }
    }

    #[test]
    fn the_order_and_the_names_of_files_change_no_total(
        forms in prop::collection::vec((amounts(), prop::collection::vec(any::<bool>(), 60), 0_usize..4), 1..6),
        shift in 0_usize..6,
        halves in any::<bool>(),
    ) {
        // Every other file is of the first's municipality and says a part of what that says.
        let same = form(&forms[0].0);
        let of = |number: usize| {
            let (own, mask, place) = &forms[number];
            let is_part = number.is_multiple_of(2);
            let whole = if is_part { same.clone() } else { form(own) };
            let both: Vec<bool> = mask.iter().zip(&forms[0].1).map(|(a, b)| *a && *b).collect();
            let place = if is_part { &forms[0].2 } else { place };
            let mut figures = known(&whole, if is_part { &both } else { mask }, |_| false);
            if halves {
                let keep = if mask[0] { HalfYear::First } else { HalfYear::Second };
                let gone: Vec<FigureKey> = figures.iter().map(|(key, _)| key).filter(|k| k.round != Some(keep)).collect();
                for key in gone {
                    figures.remove(key);
                }
            }
            (figures, format!("020{place}012"))
        };
        let made = |order: Vec<usize>| {
            let named = order.into_iter().enumerate().map(|(name, number)| {
                let (figures, teryt) = of(number);
                entry(name, &teryt, figures)
            });
            totals(named.collect(), &Office::default())
        };
        let count = forms.len();
        let first = made((0..count).collect());
        prop_assert_eq!(&made((0..count).rev().collect()), &first);
        prop_assert_eq!(&made((0..count).map(|n| (n + shift) % count).collect()), &first);
    }

    #[test]
    fn what_a_form_leaves_blank_is_left_open_or_follows_from_what_it_says(
        parts in amounts(),
        mask in prop::collection::vec(any::<bool>(), 60),
    ) {
        let whole = form(&parts);
        // Whether a component is used, and misused money and its interest, which are blank on a form where there are none.
        let always = |key: FigureKey| key.name.ends_with("misused") || key.name.ends_with("interest");
        let stated = known(&whole, &mask, always);
        let mut figures = stated.clone();
        let added = figures.complete();
        for (key, value) in figures.iter() {
            prop_assert_eq!(Some(value), whole.get(key), "{} was made of less than it takes", key.text());
        }
        prop_assert_eq!(figures.iter().count(), stated.iter().count() + added.len());
        prop_assert!(added.iter().all(|key| stated.get(*key).is_none()));
    }

    #[test]
    fn the_register_fills_blanks_alone_and_only_with_what_it_knows(
        parts in amounts(),
        mask in prop::collection::vec(any::<bool>(), 60),
        amounts in prop::array::uniform9(prop::option::of(any::<u16>())),
    ) {
        let stated = known(&form(&parts), &mask, |_| false);
        let register = register(&amounts);
        let row = register.row_of_code("0201012").expect("its row");
        let mut entries = [entry(0, "0201012", stated.clone())];
        compare(&mut entries, &Office { register: Some(&register), ..Office::default() });
        let [one] = entries;
        for (key, value) in stated.iter() {
            prop_assert_eq!(one.figures.get(key), Some(value), "{} of the report was changed", key.text());
            prop_assert!(!one.filled.contains(&key.text()), "{} is the report's own", key.text());
        }
        let amount = |measure, component, round| {
            figure_of(measure, component, round).zip(row.money(measure, component, round))
        };
        let rounds = [None, Some(HalfYear::First), Some(HalfYear::Second)];
        for measure in [Measure::Awarded, Measure::Transferred, Measure::Returned] {
            for component in COMPONENTS {
                for (key, known) in rounds.iter().filter_map(|round| amount(measure, Some(component), *round)) {
                    // What the report leaves blank and the register knows of a component is filled, to the grosz.
                    let given = stated.get(key).cloned().unwrap_or_else(|| known.to_exact());
                    prop_assert_eq!(one.figures.get(key), Some(&given), "{}", key.text());
                }
            }
        }
        if amounts.iter().all(Option::is_none) {
            prop_assert!(one.filled.is_empty());
            prop_assert_eq!(&one.figures, &stated, "a blank register knows nothing");
        }
    }
}
