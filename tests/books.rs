//! The walk from the ledger to the form loses nothing: beside an empty ledger its rest is what the payroll paid in the
//! year, with the other sign, in every paragraph; and beside a ledger that holds just that it is nothing.
//!
//! What was paid is added up here from the typed payments, by rules of its own. Tried on every case of every edition
//! and on random submissions. Where paragraphs make up for each other, the second engine must find nothing in all, too.

mod support;

use rozlicz::pipeline::{self, Run};
use rozlicz::records::{ContractForm, Contribution, Payment};
use rozlicz::settlement::books::Kind;
use rozlicz::units::{Day, Exact, Money};
use std::collections::BTreeMap;
use support::generator;
use support::program::{polish, settle_tables};
use support::workbook::{Table, read_tables};

const PARAGRAPHS: [&str; 8] = ["4010", "4040", "4110", "4120", "4170", "4710", "FGŚP", "4440"];

type Sums = BTreeMap<String, Exact>;

/// The tables with a ledger in place of their own.
fn with_ledger(tables: &[Table], turnover: &Sums) -> Vec<Table> {
    let mut tables: Vec<Table> = tables.iter().filter(|t| t.rows[0][0] != "§").cloned().collect();
    let mut rows = vec![vec!["§".to_owned(), "Obroty (zł)".to_owned()]];
    rows.extend(PARAGRAPHS.map(|paragraph| {
        let amount =
            turnover.get(paragraph).map_or_else(|| "0,00".to_owned(), |n| n.to_fixed(2).replace('.', ","));
        vec![paragraph.to_owned(), amount]
    }));
    tables.push(Table { name: "Księgi".to_owned(), rows });
    tables
}

fn given(amount: Option<Money>) -> Exact {
    amount.map_or_else(Exact::zero, Money::to_exact)
}

/// What the payroll paid within the calendar year, by paragraph.
fn paid(run: &Run) -> Sums {
    let mut sums = Sums::new();
    let mut add = |paragraph: &str, amount: Exact| {
        let sum = sums.entry(paragraph.to_owned()).or_insert_with(Exact::zero);
        *sum = sum.clone() + amount;
    };
    let year = run.period.expect("a period").first.month().year;
    let in_year = |day: Option<Day>| day.is_some_and(|day| day.month().year == year);
    for payment in run.submission.payments.iter().filter(|p| !p.rejected) {
        let day = payment.paid_on.as_ref().map(|d| d.value);
        let service = form(run, payment) == ContractForm::Service;
        let pay = if service { "4170" } else { "4010" };
        if in_year(day) {
            let of = |given: &Option<rozlicz::source::Sourced<Money>>| given.as_ref().map(|m| m.value);
            let base = of(&payment.base).or(of(&payment.gross));
            for amount in [
                base,
                of(&payment.seniority),
                of(&payment.other_contributory),
                of(&payment.other_exempt),
                of(&payment.supplement),
                of(&payment.motivation),
            ] {
                add(pay, given(amount));
            }
            for (component, amount) in &payment.components {
                let Some(own) = component.paragraph else { continue };
                add(if own == "4040" && !service { own } else { pay }, amount.value.to_exact());
            }
        }
        let day = payment.contributions_paid_on.as_ref().map(|d| d.value).or(day);
        if in_year(day) {
            for (kind, amount) in &payment.contributions {
                let paragraph = match kind {
                    Contribution::LabourFund | Contribution::Paragraph4120 => "4120",
                    Contribution::Ppk | Contribution::Paragraph4710 => "4710",
                    Contribution::Fgsp => "FGŚP",
                    _ => "4110",
                };
                add(paragraph, amount.value.to_exact());
            }
        }
    }
    sums
}

/// The form of a payment: as said, of its line, of the contract then in force, or of any.
fn form(run: &Run, payment: &Payment) -> ContractForm {
    let place =
        run.submission.payments.iter().position(|p| p.at == payment.at).expect("a payment of the run");
    let settled = run.settled.as_ref().expect("figures");
    if let Some(line) = settled.lines.iter().find(|l| l.payments.contains(&place)) {
        return line.form;
    }
    if let Some(form) = &payment.form {
        return form.value;
    }
    let own = || {
        let own =
            |e: &&rozlicz::records::Employment| e.assistant.value.trim() == payment.assistant.value.trim();
        run.submission.employments.iter().filter(own)
    };
    let month = payment.month.value.days();
    let then =
        own().find(|e| e.from.value <= month.last && e.to.as_ref().is_none_or(|to| to.value >= month.first));
    then.or_else(|| own().next()).map_or(ContractForm::Employment, |e| e.form.value)
}

/// What is wrong with the walk of a submission; nothing to say where there are no figures. Settled a second time beside
/// its own turnover only where that is asked for.
fn wrong(tables: &[Table], twice: bool) -> Option<Vec<String>> {
    let empty = settle_tables(&with_ledger(tables, &Sums::new()), None).ok()?;
    empty.run.settled.as_ref()?;
    let sums = paid(&empty.run);
    let mut wrong = rests(&empty.run, &sums);
    if twice {
        match settle_tables(&with_ledger(tables, &sums), None) {
            Ok(full) => wrong.extend(rests(&full.run, &Sums::new())),
            Err(problem) => wrong.push(problem),
        }
    }
    Some(wrong)
}

/// Rests that are not the sums with the other sign.
fn rests(run: &Run, sums: &Sums) -> Vec<String> {
    let settled = run.settled.as_ref().expect("figures");
    let books = settled.books.as_ref().expect("a ledger was given");
    let rest = books.walk.step(Kind::Rest).expect("every walk ends in a rest");
    let mut wrong = Vec::new();
    for (column, id) in books.walk.columns.iter().zip(&rest.amounts) {
        let found = settled.model.number(id.expect("every rest is computed"));
        let own = PARAGRAPHS.iter().filter(|p| column.name.contains(*p));
        let mut paid: Exact = own.filter_map(|p| sums.get(*p).cloned()).sum();
        if column.name.contains("łącznie") {
            paid = paid + sums.get("FGŚP").cloned().unwrap_or_else(Exact::zero);
        }
        if found.clone() + paid.clone() != Exact::zero() {
            wrong.push(format!("{}: a rest of {found} where {paid} was paid", column.name));
        }
    }
    wrong
}

/// Tries every second case, from the first or from the second on.
fn cases(from: usize) {
    let (mut seen, mut all) = (0, Vec::new());
    for (name, folder) in support::case_folders().into_iter().skip(from).step_by(2) {
        let head = std::fs::read_to_string(folder.join("case.toml")).expect("every case has a head");
        // Rules that are not built in are of no use here.
        if head.contains("\nprogrammes") {
            continue;
        }
        let tables = read_tables(&folder.join("input")).expect("tables of a case");
        if let Some(wrong) = wrong(&tables, seen % 10 == 0) {
            seen += 1;
            all.extend(wrong.into_iter().map(|w| format!("{name}: {w}")));
        }
    }
    assert!(seen > 200, "only {seen} cases were tried");
    assert_eq!(all, Vec::<String>::new(), "{} of {seen}", all.len());
}

#[test]
fn the_walk_of_every_odd_case_accounts_for_every_grosz_of_the_payroll() {
    cases(0);
}

#[test]
fn the_walk_of_every_even_case_accounts_for_every_grosz_of_the_payroll() {
    cases(1);
}

#[test]
fn the_walk_of_random_submissions_accounts_for_every_grosz_of_the_payroll() {
    let tried = (0..100).map(|seed| (seed, wrong(&generator::case(seed).tables(), seed % 10 == 0)));
    let all: Vec<_> = tried.filter(|(_, wrong)| wrong.as_ref().is_none_or(|w| !w.is_empty())).collect();
    assert_eq!(all, Vec::new());
}

/// Moves grosze between three or more paragraphs; the sum of the turnovers stays. Drawn by a generator of its own, so
/// that the same seed moves the same.
fn shifted(sums: &Sums, seed: u64) -> Sums {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) + 1;
    let mut draw = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((state >> 33) % 5_000).expect("less than five thousand") - 2_500
    };
    let (mut shifted, mut left) = (sums.clone(), 0);
    let walked = ["4010", "4110", "4120", "4170"];
    for (n, paragraph) in walked.iter().enumerate() {
        let grosze = if n + 1 == walked.len() { left } else { draw() };
        left -= grosze;
        let sum = shifted.entry((*paragraph).to_owned()).or_insert_with(Exact::zero);
        *sum = sum.clone() + Exact::ratio(grosze, 100).expect("not by zero");
    }
    shifted
}

#[test]
fn the_second_engine_agrees_where_paragraphs_make_up_for_each_other() {
    let tables = read_tables(&support::root().join("tests/cases/reconciliation/ties-to-the-grosz/input"))
        .expect("tables of a case");
    let empty = settle_tables(&with_ledger(&tables, &Sums::new()), None).expect("a sound case");
    let sums = paid(&empty.run);
    let forms = pipeline::forms(None).expect("the forms built in are sound");
    let mut wrong = Vec::new();
    for seed in 0..50 {
        let full = settle_tables(&with_ledger(&tables, &shifted(&sums, seed)), None).expect("a sound case");
        let mut run = full.run;
        let settled = run.settled.as_ref().expect("figures");
        let walk = &settled.books.as_ref().expect("a ledger was given").walk;
        let rest = walk.step(Kind::Rest).expect("every walk ends in a rest");
        let of_one = rest.amounts.iter().flatten().filter(|id| !settled.model.number(**id).is_zero()).count();
        assert!(of_one > 2, "seed {seed}: only {of_one} paragraphs have a rest");
        assert!(settled.model.number(rest.total).is_zero(), "seed {seed}: a rest in all");
        let draft = run.has_errors();
        let papers = pipeline::papers(&mut run, &forms, draft).map_err(|e| e.text(polish()));
        let whole = papers.and_then(|p| p.expect("a workbook").whole().map_err(|e| e.text(polish())));
        wrong.extend(whole.err().map(|e| format!("seed {seed}: {e}")));
    }
    assert_eq!(wrong, Vec::<String>::new(), "{} of 50", wrong.len());
}
