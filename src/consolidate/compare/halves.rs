//! Reports by half-year: the edition of 2024 is reported on twice on one form, after the first half-year with its columns
//! only, and at the end with all of them (M.P. 2023 poz. 1462, chapter 8 part III and guideline 7).
//!
//! So a municipality may well hand in two files. The one at the end says all: the first is set aside, and where its
//! half-year reads otherwise that is told. Two forms each of which has its own half-year only are put together. Whatever
//! overlaps in another way is left to the office. A half-year alone is no year: after its end the other one is missed.

use std::collections::BTreeMap;

use super::alike::{fullness, says_all};
use super::{Office, called, identify, is_report, remark, set_aside, set_aside_with, text};
use crate::consolidate::figures::PARTS;
use crate::consolidate::sheets::words;
use crate::consolidate::{Entry, FigureKey, Figures, Kind, Remark, names};
use crate::finding::code::consolidate::ROLLUP_SAME_FIGURES;
use crate::finding::code::halves as code;
use crate::finding::{Fact, Finding, Severity};
use crate::forms::fields::{ComponentField as Part, Field};
use crate::intake::register::Measure;
use crate::locale::{Language, Locale};
use crate::programme::Programme;
use crate::records::HalfYear;
use crate::source::Sources;
use crate::units::{Exact, Money};

/// Which half-years a report speaks of: a half-year of blanks and zeros is not reported on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Speaks {
    Of(HalfYear),
    OfBoth,
    OfNeither,
}

/// Sets aside reports of the first half-year beside one of the whole, and puts two halves together. Entries without a code
/// get theirs first, where the register tells it; entries stand in the order of their paths.
pub fn settle(entries: &mut Vec<Entry>, office: &Office<'_>) {
    identify::codes(entries, office.register);
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| is_report(entry) && entry.counts()) {
        if let Some(number) = entry.teryt.as_deref().and_then(names::number_of) {
            groups.entry(number.to_owned()).or_default().push(at);
        }
    }
    let basis = office.programme.and_then(report_twice).unwrap_or_default();
    let mut gone: Vec<usize> = Vec::new();
    for same in groups.values_mut().filter(|same| same.len() > 1) {
        once(entries, same);
        let half = |half| same.iter().copied().find(|at| speaks(&entries[*at]) == Speaks::Of(half));
        let halves = HalfYear::ALL.map(half);
        if let Some(whole) = whole(entries, same) {
            early(entries, same, whole, basis);
        } else if let ([Some(first), Some(second)], [_, _]) = (halves, same.as_slice())
            && let Some(joined) = joined(&entries[first], &entries[second])
        {
            entries[second] = joined;
            gone.push(first);
        }
    }
    gone.sort_unstable();
    for at in gone.into_iter().rev() {
        entries.remove(at);
    }
    missed(entries, office, basis);
}

/// Leaves one of the files that say the same of the same half-year: a copy must not make two halves three reports.
fn once(entries: &mut [Entry], same: &mut Vec<usize>) {
    let mut by_fullness = same.clone();
    by_fullness.sort_by_key(|at| fullness(entries, *at));
    let mut kept: Vec<usize> = Vec::new();
    for at in by_fullness {
        let of = speaks(&entries[at]);
        let twin = |by: &usize| speaks(&entries[*by]) == of && says_all(&entries[*by], &entries[at]);
        match kept.iter().copied().find(twin) {
            Some(by) if matches!(of, Speaks::Of(_)) => {
                let other = entries[by].path().to_owned();
                set_aside(&mut entries[at], &ROLLUP_SAME_FIGURES, &other);
            }
            _ => kept.push(at),
        }
    }
    same.retain(|at| kept.contains(at));
}

/// Says which half-year a report lacks, once the year is over or a report of that half-year was rejected. Where the
/// register knows that no money came for it, nothing is missed.
fn missed(entries: &mut [Entry], office: &Office<'_>, basis: &str) {
    let Some(programme) = office.programme.filter(|programme| report_twice(programme).is_some()) else {
        return;
    };
    let over = office.as_of.is_some_and(|day| day > programme.period.value.last);
    for at in 0..entries.len() {
        let entry = &entries[at];
        let Some(missing) = lacks(entry).filter(|_| is_report(entry) && entry.counts()) else { continue };
        let nothing_came = office.register.and_then(|register| register.row_of(entry)).is_some_and(|row| {
            row.money(Measure::Transferred, None, Some(missing)).is_some_and(|amount| amount == Money::ZERO)
        });
        let rejected: Vec<&str> =
            entries.iter().filter(|by| rejected_with(by, entry, missing)).map(Entry::path).collect();
        if (rejected.is_empty() && !over) || nothing_came {
            continue;
        }
        let finding = Finding::new(&code::REPORT_HALF_MISSING)
            .with("municipality", text(called(entry)))
            .with("missing", text(missing.word()))
            .with("round", text(other(missing).word()))
            .with("rejected", text(if rejected.is_empty() { "no" } else { "yes" }))
            .with("files", text(rejected.join("; ")));
        remark(&mut entries[at], &resting(finding, basis), &Sources::default());
        entries[at].judge();
    }
}

/// Is it a rejected report of the half-year that the municipality's other report lacks, of it alone or of the year?
pub fn rejected_with(by: &Entry, entry: &Entry, missing: HalfYear) -> bool {
    let number = |entry: &Entry| entry.teryt.as_deref().and_then(names::number_of).map(str::to_owned);
    let same = || number(by).is_some() && number(by) == number(entry) && by.edition == entry.edition;
    !by.counts() && is_report(by) && same() && [Speaks::Of(missing), Speaks::OfBoth].contains(&speaks(by))
}

/// Returns the half-year that a report says nothing of, where it speaks of the other. Zeros for what it used in the other
/// half-year are a report of nothing used; and a settlement of July to December has the agreement's word for its start.
pub fn lacks(entry: &Entry) -> Option<HalfYear> {
    let Speaks::Of(said) = speaks(entry) else { return None };
    let missing = other(said);
    let by_agreement = said == HalfYear::Second && entry.kind != Kind::Form;
    let uses = |part: &str, half: HalfYear, zero: bool| {
        let key = FigureKey::named(&format!("{part}.co_financing"), Some(half));
        key.and_then(|key| own(entry).find(|(known, _)| *known == key))
            .is_some_and(|(_, n)| zero || !n.is_zero())
    };
    let parts = PARTS.into_iter().filter(|part| uses(part, said, false));
    let told = parts.clone().count() > 0 && parts.clone().all(|part| uses(part, missing, true));
    (!told && !by_agreement).then_some(missing)
}

/// Returns the half-year that a report speaks of where it lacks the other.
pub fn alone(entry: &Entry) -> Option<HalfYear> {
    lacks(entry).map(other)
}

fn other(half: HalfYear) -> HalfYear {
    match half {
        HalfYear::First => HalfYear::Second,
        HalfYear::Second => HalfYear::First,
    }
}

/// The figures that the report gave itself.
fn own(entry: &Entry) -> impl Iterator<Item = (FigureKey, &Exact)> {
    entry.figures.iter().filter(|(key, _)| entry.filled.is_empty() || !entry.filled.contains(&key.text()))
}

/// Where the programme says that a report is due after the first half-year too.
fn report_twice(programme: &Programme) -> Option<&str> {
    let first = programme.rounds.iter().find(|round| round.half_year == Some(HalfYear::First))?;
    Some(first.report_days.as_ref()?.source.as_str())
}

fn speaks(entry: &Entry) -> Speaks {
    let says = |half| own(entry).any(|(key, value)| key.round == Some(half) && !value.is_zero());
    match HalfYear::ALL.map(says) {
        [true, true] => Speaks::OfBoth,
        [true, false] => Speaks::Of(HalfYear::First),
        [false, true] => Speaks::Of(HalfYear::Second),
        [false, false] => Speaks::OfNeither,
    }
}

/// The report of both half-years, the fullest that nothing corrects.
fn whole(entries: &[Entry], same: &[usize]) -> Option<usize> {
    let of_both = same.iter().copied().filter(|at| speaks(&entries[*at]) == Speaks::OfBoth);
    of_both.filter(|at| corrected_by(entries, same, *at).is_none()).min_by_key(|at| fullness(entries, *at))
}

/// Which of the files corrects this one?
fn corrected_by(entries: &[Entry], same: &[usize], at: usize) -> Option<usize> {
    let digest = entries[at].files.first().map(|file| &file.sha256).filter(|digest| !digest.is_empty())?;
    same.iter().copied().find(|other| entries[*other].corrects.as_ref() == Some(digest))
}

/// Reports of a half-year beside one of the whole. What that one corrects is told as corrected, elsewhere. The second
/// half-year is not filed by itself: it is set aside only where the whole says the same of it, else the office must choose.
fn early(entries: &mut [Entry], same: &[usize], whole: usize, basis: &str) {
    let by: Vec<Option<usize>> = same.iter().map(|at| corrected_by(entries, same, *at)).collect();
    for (at, by) in same.iter().copied().zip(by) {
        let other = entries[whole].edition != entries[at].edition || by == Some(whole);
        let Speaks::Of(half) = speaks(&entries[at]) else { continue };
        if other {
            continue;
        }
        let changed = changed(&entries[at].figures, &entries[whole].figures, half);
        if half == HalfYear::Second && !changed.is_empty() {
            continue;
        }
        if by.is_none()
            && let Some((key, before, after)) = changed.first()
        {
            let finding = Finding::new(&code::REPORT_HALF_CHANGED)
                .with("municipality", text(called(&entries[whole])))
                .with("file", text(entries[at].path()))
                .with("figure", text(words::figure(*key)))
                .with("more", count(changed.len() - 1))
                .with("blank", text(if after.is_none() { "yes" } else { "no" }))
                .with_seen(after.as_ref().map_or_else(|| text(""), amount))
                .with_expected(amount(before));
            let finding = resting(finding, basis);
            remark(&mut entries[whole], &finding, &Sources::default());
            entries[whole].judge();
        }
        let other = entries[whole].path().to_owned();
        let why =
            Finding::new(&code::REPORT_OF_HALF).with("round", text(half.word())).with("other", text(other));
        set_aside_with(&mut entries[at], &resting(why, basis));
    }
}

fn resting(finding: Finding, basis: &str) -> Finding {
    if basis.is_empty() { finding } else { finding.with_basis(basis) }
}

/// Figures that only follow from others of the form: told, they would be one difference twice.
const FOLLOWING: [&str; 2] = ["supplement.cost", "employment.own_contribution"];

/// What an early report says of its half-year otherwise than the one of the whole: what was said, and what is. What the
/// Fund paid comes first.
fn changed(early: &Figures, whole: &Figures, half: HalfYear) -> Vec<(FigureKey, Exact, Option<Exact>)> {
    let follows = |name: &str| name.starts_with("all.") || FOLLOWING.contains(&name);
    let of_half = early.iter().filter(|(key, _)| key.round == Some(half) && !follows(key.name));
    let other = of_half.filter_map(|(key, before)| {
        let after = whole.get(key);
        // A blank beside a zero is no other figure.
        let same = after.is_some_and(|after| after == before) || (after.is_none() && before.is_zero());
        (!same).then(|| (key, before.clone(), after.cloned()))
    });
    let mut other: Vec<_> = other.collect();
    other.sort_by_key(|(key, ..)| !key.name.ends_with(".co_financing"));
    other
}

/// Puts two forms together, the second in place of both; none where one is more than a form.
fn joined(first: &Entry, second: &Entry) -> Option<Entry> {
    let is_form = |entry: &Entry| entry.kind == Kind::Form && entry.corrects.is_none();
    let lists = |entry: &Entry| !entry.months.is_empty() || !entry.assistants.is_empty();
    if first.edition != second.edition || !is_form(first) || !is_form(second) || lists(first) || lists(second)
    {
        return None;
    }
    let (figures, mut doubtful) = together(&first.figures, &second.figures);
    // Money first; counts of the municipality are what people know, those by assistant follow.
    doubtful.sort_by_key(|(key, ..)| (!is_awarded(*key), key.name.starts_with("assistant.")));
    let mut entry = Entry { figures, ..second.clone() };
    entry.files = first.files.iter().chain(&second.files).cloned().collect();
    entry.files.sort();
    let or = |own: &mut Option<String>, other: &Option<String>| *own = own.take().or_else(|| other.clone());
    or(&mut entry.voivodeship, &first.voivodeship);
    or(&mut entry.municipality, &first.municipality);
    or(&mut entry.unit, &first.unit);
    or(&mut entry.agreement, &first.agreement);
    or(&mut entry.agreement_day, &first.agreement_day);
    for told in &first.remarks {
        if !entry.remarks.contains(told) {
            entry.remarks.push(told.clone());
        }
    }
    entry.remarks.sort_by_key(Remark::rank);
    let in_doubt = doubtful.len();
    let mut finding = Finding::new(&code::REPORTS_PUT_TOGETHER)
        .with("municipality", text(called(second)))
        .with("first", text(first.path()))
        .with("second", text(second.path()))
        .with("doubtful", count(in_doubt))
        .with("awarded", text(if doubtful.iter().any(|(key, ..)| is_awarded(*key)) { "yes" } else { "no" }))
        .with("more", count(in_doubt.saturating_sub(SHOWN)))
        .with("figures", text(shown(&doubtful)));
    if in_doubt == 0 {
        finding = finding.with_severity(Severity::Note);
    }
    remark(&mut entry, &finding, &Sources::default());
    entry.judge();
    Some(entry)
}

/// A figure told once for the year, as the first form and as the second tells it.
type Doubtful = (FigureKey, Exact, Exact);

/// How many of them are shown.
const SHOWN: usize = 4;

/// `Rodziny: 15 i 17; Średnia liczba asystentów: 2 i 1,67`.
fn shown(doubtful: &[Doubtful]) -> String {
    let number = |value: &Exact| Locale::of(Language::Polish).fact(&Fact::Number(value.clone()));
    let one = |(key, a, b): &Doubtful| format!("{}: {} i {}", words::figure(*key), number(a), number(b));
    doubtful.iter().take(SHOWN).map(one).collect::<Vec<_>>().join("; ")
}

fn is_awarded(key: FigureKey) -> bool {
    matches!(Field::by_name(key.name), Some(Field::Component(_, Part::Awarded) | Field::All(Part::Awarded)))
}

/// Figures of each half-year from its own form; what a form tells once for the year where both say the same or one is
/// silent. Where they differ the later form's counts and means stand and are named; an amount awarded stays open, for
/// neither form's is known to be the year's.
fn together(first: &Figures, second: &Figures) -> (Figures, Vec<Doubtful>) {
    let mut figures = Figures::default();
    for (half, form) in HalfYear::ALL.into_iter().zip([first, second]) {
        for (key, value) in form.iter().filter(|(key, _)| key.round == Some(half)) {
            figures.set(key, value.clone());
        }
    }
    let mut doubtful = Vec::new();
    let once = first.iter().chain(second.iter()).filter(|(key, _)| key.round.is_none());
    let known: BTreeMap<FigureKey, &Exact> = once.collect();
    for (key, later) in known {
        let of_component = matches!(Field::by_name(key.name), Some(Field::Component(..) | Field::All(_)));
        // What a component costs and gets in the year is the sum of its halves: a form of one half does not know it.
        if of_component && !is_awarded(key) {
            continue;
        }
        let two = first.get(key).zip(second.get(key)).filter(|(a, b)| a != b);
        if let Some((a, b)) = two {
            doubtful.push((key, a.clone(), b.clone()));
        }
        if two.is_none() || !is_awarded(key) {
            figures.set(key, later.clone());
        }
    }
    figures.complete();
    (figures, doubtful)
}

fn amount(value: &Exact) -> Fact {
    Money::from_exact(value).map_or_else(|| Fact::Number(value.clone()), Fact::Amount)
}

fn count(count: usize) -> Fact {
    Fact::Count(i64::try_from(count).unwrap_or(i64::MAX))
}
