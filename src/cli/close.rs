//! `close`: what must be granted, paid and booked in the last days of the year.

use clap::{ArgMatches, Command};

use super::summary::{self, amount as shown};
use super::terminal::{Report, columns, table, wrapped};
use super::{DONE, ERRORS_FOUND, arguments, settle};
use crate::calc::NodeId;
use crate::close::days::When;
use crate::close::findings::months_numbers;
use crate::close::order;
use crate::close::sheets::money::{of_paragraph, rows};
use crate::close::transfers::{Kind, Transfer};
use crate::close::{Closing, Plan, Way, Year};
use crate::finding::{Fact, render};
use crate::locale::Locale;
use crate::pipeline::close::{self as closing, ClosingRun, result};
use crate::pipeline::{self, CannotRun};
use crate::units::{Day, Money};

/// Transfers shown; the workbook and the JSON result hold all.
const SHOWN: usize = 15;

/// Describes the command.
pub fn command(locale: &Locale) -> Command {
    let [as_of, programme, programmes, reading] = arguments::rules(locale);
    arguments::command("close", &["close"], locale)
        .alias("zamkniecie")
        .arg(arguments::inputs(locale))
        .arg(as_of.required(true).help(locale.text("cli-close-as-of", &[])))
        .arg(arguments::path_option("out", "file", "cli-close-out", locale))
        .args([programme, programmes, reading])
        .arg(arguments::switch("json", "cli-json", locale))
        .arg(arguments::force(locale))
}

/// Runs the command.
pub fn run(matches: &ArgMatches, locale: &Locale) -> Result<Report, CannotRun> {
    let job = settle::job(matches);
    let out = arguments::path(matches, "out");
    let force = matches.get_flag("force");
    let outputs: Vec<_> = out.iter().map(AsRef::as_ref).collect();
    pipeline::outputs::check(&outputs, &job.inputs, force)?;
    pipeline::outputs::workbooks(&outputs)?;
    let Some(as_of) = matches.get_one::<Day>("as-of").copied() else {
        return Ok(Report::default());
    };
    let mut run = closing::close(&job, as_of)?;
    let mut written = None;
    if let Some(path) = &out
        && !run.has_errors()
        && let Some(workbook) = run.workbook(as_of)?
    {
        workbook.put(path, force)?;
        written = Some((path, workbook.agreement()));
    }
    let code = if run.has_errors() { ERRORS_FOUND } else { DONE };
    let mut report = Report { code, ..Report::default() };
    if matches.get_flag("json") {
        report.line(&summary::json(&result::result(&mut run, locale)));
        return Ok(report);
    }
    told(&mut run, &mut report, locale);
    if let Some((path, agreement)) = written {
        report.line(&summary::written("close-written", path, locale));
        report.line(&summary::agreed("witness-agrees", agreement, locale));
    } else if run.has_errors() {
        report.line(&locale.text("close-nothing-written", &[]));
    }
    Ok(report)
}

fn told(run: &mut ClosingRun, report: &mut Report, locale: &Locale) {
    report.line(&summary::files(&run.run, locale));
    if let (Some(closing), Some(programme), Some(period)) =
        (&mut run.closing, &run.run.programme, run.run.period)
    {
        days(closing, report, locale);
        if let Some(mut plan) = closing.plan.take() {
            let (facts, national, as_of) = (&run.run.submission, &run.run.national, closing.days.as_of);
            let year = Year { facts, programme, national, period, as_of };
            money(&mut plan, report, locale);
            grants(&year, closing, &mut plan, report, locale);
            transfers(&plan, report, locale);
            paragraphs(&mut plan, report, locale);
            closing.plan = Some(plan);
        }
    }
    report.line(render::text(&run.rendered(locale), locale).trim_end());
    if run.untold > 0 {
        let count = Fact::Count(i64::try_from(run.untold).unwrap_or(i64::MAX));
        report.line(&wrapped("", &locale.text("close-untold", &[("count", count)])));
    }
}

fn days(closing: &Closing, report: &mut Report, locale: &Locale) {
    let whose = if closing.own_deadline { "close-deadline-agreement" } else { "close-deadline-edition" };
    let facts = [
        ("deadline", Fact::Day(closing.days.deadline)),
        ("working", Fact::Day(closing.days.last_working)),
        ("whose", Fact::Text(locale.text(whose, &[]))),
    ];
    report.line(&locale.text("close-days", &facts));
    report.line("");
}

fn heading(keys: &[&str], locale: &Locale) -> Vec<String> {
    keys.iter().map(|key| locale.text(&format!("close-column-{key}"), &[])).collect()
}

fn money(plan: &mut Plan, report: &mut Report, locale: &Locale) {
    let mut lines = vec![heading(&["blank", "all", "nothing"], locale)];
    for row in rows(&mut plan.all, &plan.nothing) {
        let half = row.half.map_or_else(String::new, |h| format!(" {}", h.word()));
        let name = format!("{}{half}", locale.text(&format!("close-row-{}", row.key), &[]));
        let nothing = row.nothing.map_or_else(|| "—".to_owned(), |m| shown(m, locale));
        lines.push(vec![name, shown(plan.all.model.money(row.all), locale), nothing]);
    }
    report.line(&columns(&lines));
}

fn grants(year: &Year<'_>, closing: &Closing, plan: &mut Plan, report: &mut Report, locale: &Locale) {
    if plan.grants.is_empty() {
        return;
    }
    let order = order::order(year, plan);
    let money = |id: NodeId| shown(plan.all.model.money(id), locale);
    report.line(&locale.text("close-grants", &[]));
    let each = if closing.way == Way::OneOff { "each-once" } else { "each" };
    let mut lines =
        vec![heading(&["assistant", "months", each, "gross", "contributions", "programme", "own"], locale)];
    for row in &order.rows {
        let first = &plan.grants[row.grants[0]];
        let months = match closing.way {
            Way::OneOff => locale.text("close-once", &[]),
            _ => months_numbers(&row.months),
        };
        let tops_up = if first.tops_up { locale.text("close-tops-up", &[]) } else { String::new() };
        let each = row.each.map_or_else(|| locale.text("close-differs", &[]), |m| shown(m, locale));
        let [gross, on_it, _, programme, own] = row.sums.map(money);
        lines.push(vec![format!("{}{tops_up}", first.id), months, each, gross, on_it, programme, own]);
    }
    let [gross, on_it, _, programme, own] = order.total.map(money);
    lines.push(vec![
        locale.text("cli-total", &[]),
        String::new(),
        String::new(),
        gross,
        on_it,
        programme,
        own,
    ]);
    report.line(&table(&lines, &[2, 3, 4, 5, 6]));
    if let Some((grant, f)) = plan.grants.iter().zip(&plan.figures).find(|(grant, _)| !grant.tops_up) {
        let amount = |id: NodeId| Fact::Amount(plan.all.model.money(id));
        let facts = [
            ("assistant", Fact::Text(grant.id.clone())),
            ("gross", amount(f.gross)),
            ("cost", amount(f.cost)),
            ("grant", amount(f.whole)),
            ("lost", amount(f.plain[1])),
        ];
        report.line(&wrapped("", &locale.text("close-plain", &facts)));
        report.line("");
    }
}

fn transfers(plan: &Plan, report: &mut Report, locale: &Locale) {
    if plan.transfers.is_empty() {
        report.line(&locale.text("close-no-transfers", &[]));
        report.line("");
        return;
    }
    report.line(&locale.text("close-transfers", &[]));
    let mut lines =
        vec![heading(&["transfer", "payroll", "assistant", "months", "amount", "state", "lost"], locale)];
    for transfer in plan.transfers.iter().take(SHOWN) {
        lines.push(transfer_line(transfer, locale));
    }
    report.line(table(&lines, &[4, 6]).trim_end());
    let more = plan.transfers.len().saturating_sub(SHOWN);
    if more > 0 {
        let count = Fact::Count(i64::try_from(more).unwrap_or(i64::MAX));
        report.line(&locale.text("close-more-transfers", &[("count", count)]));
    }
    report.line(&wrapped("  ", &locale.text("close-transfers-note", &[])));
    report.line("");
}

fn transfer_line(transfer: &Transfer, locale: &Locale) -> Vec<String> {
    let kind = match (transfer.kind, transfer.granted) {
        (Kind::Pay, true) => "supplement",
        (Kind::Contributions, true) => "supplement-contributions",
        (Kind::Pay, false) => "pay",
        (Kind::Contributions, false) => "contributions",
        (Kind::Tax, _) => "tax",
    };
    let state = match transfer.when {
        When::TooLate(_) => "too-late",
        When::Blank => "no-day",
        When::Unconfirmed => "unconfirmed",
        When::ToGrant => "to-grant",
        When::Planned(_) | When::Done => "planned",
    };
    let day = match transfer.when {
        When::TooLate(day) | When::Planned(day) => locale.fact(&Fact::Day(day)),
        _ => String::new(),
    };
    let who: Vec<&str> = transfer.assistants.iter().map(String::as_str).collect();
    let who = if who.len() > 3 { format!("{}…", who[..3].join(", ")) } else { who.join(", ") };
    let months: Vec<_> = transfer.months.iter().copied().collect();
    let amount = if transfer.kind == Kind::Tax { "?".to_owned() } else { shown(transfer.amount, locale) };
    vec![
        locale.text(&format!("close-kind-{kind}"), &[]),
        transfer.payroll.clone(),
        who,
        months_numbers(&months),
        amount,
        locale.text(&format!("close-state-{state}"), &[("day", Fact::Text(day))]),
        transfer.lost.map_or_else(|| "?".to_owned(), |m| shown(m, locale)),
    ]
}

fn paragraphs(plan: &mut Plan, report: &mut Report, locale: &Locale) {
    report.line(&locale.text("close-paragraphs", &[]));
    let mut lines =
        vec![heading(&["paragraph", "all-programme", "all-own", "nothing-programme", "nothing-own"], locale)];
    let nothing = plan.nothing_shares.spending.clone();
    for row in plan.booking.shares.spending.clone() {
        let [_, supplement, employment, own] = of_paragraph(&mut plan.all.model, &row);
        let model = &plan.all.model;
        let sum = |a: Money, b: Money| a.checked_add(b).unwrap_or(a);
        let programme = sum(model.money(supplement), model.money(employment));
        let mut line = vec![
            format!("§ {}", row.paragraph.code()),
            shown(programme, locale),
            shown(model.money(own), locale),
        ];
        let other = nothing.iter().find(|n| n.paragraph == row.paragraph);
        let (programme, own) = other.map_or((Money::ZERO, Money::ZERO), |other| {
            let nodes = of_paragraph(&mut plan.nothing.model, other);
            let model = &plan.nothing.model;
            (sum(model.money(nodes[1]), model.money(nodes[2])), model.money(nodes[3]))
        });
        line.extend([shown(programme, locale), shown(own, locale)]);
        lines.push(line);
    }
    report.line(&columns(&lines));
    let total = Fact::Amount(plan.all.model.money(plan.booking.total));
    report.line(&wrapped("", &locale.text("close-booking", &[("total", total)])));
    report.line("");
}
