//! `interest`: interest on money that goes back, of a submission or of one debt, and the F8 sheet.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command};

use super::terminal::{Report, columns, wrapped};
use super::{DONE, ERRORS_FOUND, arguments, settle, summary};
use crate::checks::debts::Ground;
use crate::checks::terms::Regime;
use crate::finding::{Fact, render};
use crate::intake::number::{self, TextNumber};
use crate::interest::charges::{Asked, BankInterest, Charge, ChargePart, Computed, Typed, clause_word};
use crate::interest::rates::GivenRate;
use crate::locale::{Language, Locale};
use crate::pipeline::interest::{self, Interest};
use crate::pipeline::result::second_engine;
use crate::pipeline::{self, CannotRun};
use crate::records::{FundComponent, InterestClause};
use crate::units::{Day, Exact, Money};

const GROUNDS: [(&str, &str, Ground); 3] = [
    ("late", "po-terminie", Ground::Unused),
    ("misused", "niezgodnie", Ground::Misused),
    ("undue", "nienaleznie", Ground::Undue),
];
const CLAUSES: [(&str, &str, InterestClause); 4] = [
    ("tax-arrears", "podatkowe", InterestClause::TaxArrears),
    ("statutory", "ustawowe", InterestClause::Statutory),
    ("bank", "bankowe", InterestClause::Bank),
    ("none", "brak", InterestClause::Nothing),
];
const REGIMES: [(&str, &str, Regime); 3] = [
    ("state-budget", "budzet", Regime::StateBudget),
    ("statute", "ustawa", Regime::ByStatute),
    ("contract", "umowa", Regime::ByContract),
];

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    let value = |name: &'static str, value: &str| {
        arguments::option(name, value, &format!("cli-interest-{name}"), locale)
    };
    let language = locale.language();
    let amount = move |text: &str| money(text, language);
    arguments::command("interest", &["interest"], locale)
        .alias("odsetki")
        .arg(arguments::inputs(locale).required(false))
        .arg(value("principal", "amount").alias("kwota").value_parser(amount).allow_negative_numbers(true))
        .arg(value("ground", "ground").alias("przyczyna").value_parser(words(&GROUNDS)))
        .arg(value("from", "day").alias("od").value_parser(arguments::day_or_word(locale)))
        .arg(value("to", "day").alias("do").value_parser(arguments::day_or_word(locale)))
        .group(ArgGroup::new("what").args(["inputs", "principal"]).required(true))
        .group(
            ArgGroup::new("typed")
                .args(["ground", "from", "to"])
                .multiple(true)
                .requires("principal")
                .conflicts_with("inputs"),
        )
        .arg(value("rate", "rate").alias("stawka").value_parser(rate).action(ArgAction::Append))
        .arg(value("letter-fee", "amount").alias("oplata").value_parser(amount))
        .arg(value("clause", "clause").alias("klauzula").value_parser(words(&CLAUSES)))
        .arg(value("regime", "regime").alias("zasady").value_parser(words(&REGIMES)))
        .arg(arguments::path_option("out", "file", "cli-interest-out", locale))
        .args(arguments::rules(locale))
        .arg(arguments::path_option("forms", "folder", "cli-forms-dir", locale))
        .arg(arguments::switch("json", "cli-json", locale))
        .arg(arguments::force(locale))
        .mut_arg("principal", |a: Arg| a.requires_all(["ground", "from", "to", "programme"]))
        .mut_arg("inputs", |a: Arg| a.requires("as-of"))
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let job = settle::job(matches);
    let out = arguments::path(matches, "out");
    let outputs: Vec<_> = out.iter().map(AsRef::as_ref).collect();
    let force = matches.get_flag("force");
    pipeline::outputs::check(&outputs, &job.inputs, force)?;
    pipeline::outputs::workbooks(&outputs)?;
    let forms = pipeline::forms(arguments::path(matches, "forms").as_deref())?;
    let asked = Asked {
        rates: matches.get_many("rate").map(|all| all.cloned().collect()).unwrap_or_default(),
        letter_fee: matches.get_one("letter-fee").copied(),
        clause: matches.get_one("clause").copied(),
        regime: matches.get_one("regime").copied(),
    };
    let mut done = match typed(matches) {
        Some(typed) => interest::of_typed(&typed, &job, &asked)?,
        None => interest::of_inputs(&job, &asked)?,
    };
    // A workbook is computed again before anything is said, and put in place only then.
    let mut agreement = None;
    let mut written: Option<PathBuf> = None;
    if let Some(path) = out.filter(|_| !done.has_errors())
        && let Some(workbook) = done.workbook(&forms)?
    {
        workbook.put(&path, force)?;
        agreement = Some(workbook.agreement());
        written = Some(path);
    }
    let mut report =
        Report { code: if done.has_errors() { ERRORS_FOUND } else { DONE }, ..Report::default() };
    if matches.get_flag("json") {
        let mut object = done.object(locale);
        object.second_engine = second_engine(agreement, None);
        report.line(&summary::json(&object));
        return Ok(report);
    }
    report.line(&told(&done, locale));
    report.line(&render::text(&done.rendered(locale), locale));
    if let Some(path) = written {
        report.line(&summary::written("cli-interest-written", &path, locale));
    }
    if let Some(agreement) = agreement {
        report.line(&summary::agreed("witness-agrees", agreement, locale));
    }
    Ok(report)
}

fn typed(matches: &ArgMatches) -> Option<Typed> {
    Some(Typed {
        principal: *matches.get_one("principal")?,
        ground: *matches.get_one("ground")?,
        from: *matches.get_one("from")?,
        to: *matches.get_one("to")?,
    })
}

/// The debts one after another, then what is due in all.
fn told(done: &Interest, locale: &Locale) -> String {
    let mut text = done.run.as_ref().map(|run| summary::files(run, locale)).unwrap_or_default();
    let Some(computed) = &done.computed else { return text };
    for (i, charge) in computed.charges.iter().enumerate() {
        text.push('\n');
        text.push_str(&debt(computed, charge, i + 1, locale));
    }
    text.push('\n');
    let say = |key: &str, facts: &[(&str, Fact)]| format!("{}\n", locale.text(key, facts));
    if computed.charges.is_empty() {
        text.push_str(&say("interest-no-debts", &[]));
        return text;
    }
    // A sum beside errors would be taken for the answer.
    if done.has_errors() {
        text.push_str(&say("interest-total-refused", &[]));
        return text;
    }
    match interest::total(computed) {
        Some(sum) => text.push_str(&say("interest-total", &[("sum", Fact::Amount(sum))])),
        None => text.push_str(&say("interest-total-unknown", &[])),
    }
    match &computed.bank {
        BankInterest::NotAsked => {}
        BankInterest::NotGiven => text.push_str(&say("interest-bank-not-given", &[])),
        BankInterest::Given(sum) => text.push_str(&say("interest-bank", &[("sum", Fact::Amount(*sum))])),
    }
    text
}

fn debt(computed: &Computed, charge: &Charge, number: usize, locale: &Locale) -> String {
    let word = |text: &str| Fact::Text(text.to_owned());
    let component = match charge.component {
        None => "none",
        Some(FundComponent::Supplement) => "supplement",
        Some(FundComponent::EmploymentCost) => "employment",
    };
    let facts = [
        ("number", Fact::Text(number.to_string())),
        ("component", word(component)),
        ("round", word(charge.half_year.map_or("none", |h| h.word()))),
        ("source", word(charge.source.map_or("none", crate::records::FundingSource::word))),
        ("ground", word(charge.ground.word())),
        ("principal", Fact::Amount(charge.principal)),
    ];
    let mut lines = vec![wrapped("", &locale.text("interest-debt", &facts))];
    if let Some(basis) = &charge.basis {
        let mark = if computed.clause_typed {
            locale.text("interest-mark-typed", &[])
        } else {
            locale.text(&format!("mark-{}", basis.mark.word()), &[])
        };
        let facts = [
            ("basis", Fact::Text(basis.value.clone())),
            ("mark", Fact::Text(mark)),
            ("regime", word(charge.regime.word())),
            ("clause", word(computed.clause.map_or("none", clause_word))),
        ];
        lines.push(wrapped("   ", &locale.text("interest-rules", &facts)));
    }
    if let Some(due) = charge.due {
        lines.push(wrapped("   ", &locale.text("interest-due-day", &[("day", Fact::Day(due))])));
    }
    let mut text = lines.join("\n");
    text.push('\n');
    text.push_str(&table(computed, charge, locale));
    let Some(steps) = &charge.steps else { return text };
    let model = &computed.model;
    let facts = [
        ("sum", Fact::Number(model.number(steps.sum))),
        ("due", Fact::Amount(model.money(steps.due))),
        ("threshold", Fact::Amount(steps.threshold.map_or(Money::ZERO, |id| model.money(id)))),
        ("state", word(state(computed, charge))),
    ];
    text.push_str(&wrapped("   ", &locale.text("interest-sum", &facts)));
    text.push('\n');
    text
}

/// Nothing to pay since no day bears interest, since the sum is small, or something.
fn state(computed: &Computed, charge: &Charge) -> &'static str {
    let Some(steps) = &charge.steps else { return "none" };
    let (sum, due) = (computed.model.number(steps.sum), computed.model.money(steps.due));
    match (sum.is_zero(), due == Money::ZERO, steps.threshold.is_some()) {
        (true, ..) => "none",
        (false, true, true) => "small",
        (_, _, true) => "whole",
        (_, _, false) => "grosz",
    }
}

fn table(computed: &Computed, charge: &Charge, locale: &Locale) -> String {
    let heading = |name: &str| locale.text(&format!("interest-column-{name}"), &[]);
    let mut rows =
        vec![["principal", "from", "to", "days", "rate", "interest", "state"].map(heading).to_vec()];
    let bare = |fact: Fact| locale.fact(&fact);
    for (i, part) in charge.parts.iter().enumerate() {
        let steps = charge.steps.as_ref().and_then(|s| s.parts.get(i));
        let periods = steps.map_or(&[][..], |s| &s.periods);
        let state = returned(part, locale);
        for (n, p) in periods.iter().enumerate() {
            rows.push(vec![
                bare(Fact::Amount(part.principal)),
                bare(Fact::Day(p.range.first)),
                bare(Fact::Day(p.range.last)),
                p.range.len().to_string(),
                bare(Fact::Percent(p.figure.value.clone())),
                bare(Fact::Number(computed.model.number(p.interest))),
                if n == 0 { state.clone() } else { String::new() },
            ]);
        }
        if periods.is_empty() {
            let mut row = vec![bare(Fact::Amount(part.principal))];
            row.extend(std::iter::repeat_n("—".to_owned(), 5));
            row.push(state);
            rows.push(row);
        }
    }
    // Of an amount typed on the command line nobody knows when it came back.
    if charge.component.is_none() {
        for row in &mut rows {
            row.truncate(6);
        }
    }
    columns(&rows)
}

fn returned(part: &ChargePart, locale: &Locale) -> String {
    match part.back {
        None => locale.text("interest-part-open", &[]),
        Some(day) => locale.text("interest-part-returned", &[("day", Fact::Day(day))]),
    }
}

/// Reads one of a closed list of words, English or Polish; another word is answered with the list.
fn words<T: Copy + Send + Sync>(known: &'static [(&str, &str, T)]) -> impl TypedValueParser<Value = T> {
    let all = known.iter().flat_map(|(english, polish, _)| [*english, *polish]);
    PossibleValuesParser::new(all).try_map(|text| {
        let found = known.iter().find(|(english, polish, _)| [*english, *polish].contains(&text.as_str()));
        found.map(|(_, _, value)| *value).ok_or(std::fmt::Error)
    })
}

/// Reads an amount as the tables' are read: `2.000` is asked about.
fn money(text: &str, language: Language) -> Result<Money, String> {
    match number::amount(text) {
        TextNumber::Exactly(n) => Money::from_exact(&n).ok_or_else(String::new),
        TextNumber::Ambiguous(small, large) => {
            let facts = [("small", Fact::Number(small)), ("large", Fact::Number(large))];
            Err(Locale::of(language).text("cli-interest-ambiguous", &facts))
        }
        TextNumber::No => Err(String::new()),
    }
}

fn decimal(text: &str) -> Option<Exact> {
    let bare: String = text.chars().filter(|c| ![' ', '\u{a0}', '\u{202f}'].contains(c)).collect();
    Exact::parse_decimal(&bare.replace(',', "."))
}

/// Reads `2026-09-29=10,25`: from which day which percentage, with at most two decimals.
fn rate(text: &str) -> Result<GivenRate, String> {
    let read = || {
        let (day, percent) = text.split_once('=')?;
        let percent = decimal(percent.trim().trim_end_matches('%'))?;
        let sound =
            !percent.is_negative() && percent <= Exact::whole(100) && Money::from_exact(&percent).is_some();
        let from: Day = arguments::day(day.trim()).ok()?;
        let rate = percent.checked_div(&Exact::whole(100))?;
        sound.then(|| GivenRate { from, rate, typed: text.to_owned() })
    };
    read().ok_or_else(String::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_a_day_and_a_percentage_with_two_decimals() {
        let read = |text: &str| rate(text).ok().map(|g| (g.from.to_string(), g.rate.to_short(6)));
        let expected = Some(("2026-09-29".to_owned(), "0.1025".to_owned()));
        for typed in ["2026-09-29=10,25", "29.09.2026=10.25%", "2026-09-29 = 10,25"] {
            assert_eq!(read(typed), expected, "{typed}");
        }
        for typed in ["10,25", "2026-09-29=", "2026-09-29=-1", "2026-09-29=101", "2026-09-29=10,255", "x=1"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn an_amount_is_read_with_comma_point_and_spaces() {
        for typed in ["1000,00", "1000.00", "1 000,00", "1\u{a0}000", "1000"] {
            assert_eq!(money(typed, Language::Polish).ok(), Some(Money::from_grosze(100_000)), "{typed}");
        }
        let said = |typed| money(typed, Language::Polish).expect_err("it is no amount");
        assert!(said("1000,005").is_empty() && said("tysiąc").is_empty());
        assert!(said("2.000").contains("2000"), "a dot with three digits is asked about: {}", said("2.000"));
    }
}
