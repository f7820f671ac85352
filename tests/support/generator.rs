//! Random submissions from a seed: the same seed gives the same tables on every machine.
//!
//! Small on purpose (one to four assistants, a few months), but mean: fractions of posts, sums that fall on half a
//! grosz, terms that change in mid-month, two contract forms in one month, awards that bind, late payments, missing
//! optional columns. Everything generated is accepted without an error.

use super::random::Random;
use super::submission::{Absence, Case, Columns, Contract, Date, Fund, Pay, Refund, Shape};

const POSTS: &[(i64, i64)] =
    &[(1, 1), (1, 1), (1, 1), (1, 2), (3, 4), (1, 3), (2, 3), (23, 50), (1, 8), (7, 8), (1, 7), (29, 100)];
const EDITIONS: &[(&str, Shape)] = &[
    ("asystent-rodziny-2019", Shape::A),
    ("asystent-rodziny-2021", Shape::B),
    ("asystent-rodziny-2022", Shape::B),
    ("asystent-rodziny-2023", Shape::C),
    ("asystent-rodziny-2024", Shape::D),
    ("asystent-rodziny-2025", Shape::D),
    ("dodatek-motywacyjny-2024-2027", Shape::E),
];

/// Last day of a month.
pub fn last_day(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Returns the submission of a seed. Editions take turns.
pub fn case(seed: u64) -> Case {
    let turn = usize::try_from(seed % EDITIONS.len() as u64).expect("a small remainder");
    let (programme, shape) = EDITIONS[turn];
    let mut random = Random::new(seed);
    let r = &mut random;
    let (year, first, last) = match programme {
        "asystent-rodziny-2021" => (2021, 10, 12),
        "asystent-rodziny-2022" => (2022, 11, 12),
        "asystent-rodziny-2023" => (2023, 11, 12),
        "asystent-rodziny-2019" => window(r, 2019),
        "asystent-rodziny-2024" => {
            if r.once_in(3) {
                window(r, 2024)
            } else {
                (2024, 5, 8)
            }
        }
        _ => window(r, 2025),
    };
    let from = match programme {
        "asystent-rodziny-2021" => (2021, 10, 22),
        "asystent-rodziny-2022" => (2022, 11, 18),
        _ => (year, first, 1),
    };
    let to = (year, last, last_day(year, last));
    let mut case = Case {
        seed,
        programme,
        shape,
        from,
        to,
        request: requests(r, programme),
        level: level(r, programme),
        columns: r.pick(&[Columns::Four, Columns::Four, Columns::Paragraphs, Columns::Total]),
        funds: Vec::new(),
        contracts: Vec::new(),
        pays: Vec::new(),
        absences: Vec::new(),
        refunds: Vec::new(),
    };
    let gross_table = shape == Shape::A && r.once_in(2);
    // Equal assistants make shares that fall on half a grosz.
    let twins = r.once_in(4).then(|| r.between(150_000, 700_000));
    for n in 0..r.between(1, 4) {
        let id = r.pick(&["A", "10", "9", "K-", "Z"]).to_owned() + &n.to_string();
        assistant(r, &mut case, &id, (year, first, last), gross_table, twins);
    }
    funds(r, &mut case);
    super::components::take_apart(&mut case);
    if case.pays.is_empty() {
        // Nobody was paid anything: not a submission. The next seed of the same edition is.
        return self::case(seed + 700_000_007);
    }
    case
}

fn window(r: &mut Random, year: i32) -> (i32, u32, u32) {
    let first = r.between(1, 12);
    let last = (first + r.between(0, 2)).min(12);
    (year, u32::try_from(first).expect("a month"), u32::try_from(last).expect("a month"))
}

fn requests(r: &mut Random, programme: &str) -> [Option<Date>; 2] {
    match programme {
        "asystent-rodziny-2024" => [
            Some((2024, 6, r.pick(&[14, 15, 28]))),
            Some((2024, r.pick(&[8, 10]), r.pick(&[14, 15, 16, 30]))),
        ],
        "asystent-rodziny-2025" => [Some((2025, 10, r.pick(&[14, 15, 16, 31]))), None],
        _ => [None, None],
    }
}

fn level(r: &mut Random, programme: &str) -> Option<i64> {
    let ceiling = match programme {
        "asystent-rodziny-2023" => 8000,
        "asystent-rodziny-2024" | "asystent-rodziny-2025" => 3000,
        _ => return None,
    };
    match r.between(0, 3) {
        0 => None,
        1 => Some(ceiling),
        _ => Some(ceiling - r.between(1, 999)),
    }
}

fn assistant(
    r: &mut Random,
    case: &mut Case,
    id: &str,
    (year, first, last): (i32, u32, u32),
    gross_table: bool,
    twins: Option<i64>,
) {
    if case.contracts.iter().any(|c| c.id == id) {
        return;
    }
    let employment = !r.once_in(3);
    let by_hours = !employment && case.shape == Shape::D;
    let mut post = || if by_hours { None } else { Some(r.pick(POSTS)) };
    let (one, two) = (post(), post());
    let ready = (case.shape == Shape::B).then(|| !r.once_in(6));
    let contract =
        |employment, fte, from, to| Contract { id: id.to_owned(), employment, fte, from, to, ready };
    let month = u32::try_from(r.between(i64::from(first), i64::from(last))).expect("a month");
    let day = u32::try_from(r.between(2, 27)).expect("a day");
    let long_ago = (2015, 3, 1);
    match r.between(0, 7) {
        // Hired in mid-month.
        0 => case.contracts.push(contract(employment, one, (year, month, day), None)),
        // Left in mid-month.
        1 => case.contracts.push(contract(employment, one, long_ago, Some((year, month, day)))),
        // The post changes in mid-month.
        2 => {
            case.contracts.push(contract(employment, one, long_ago, Some((year, month, day))));
            case.contracts.push(contract(employment, two, (year, month, day + 1), None));
        }
        // Employment until mid-month, then a service contract.
        3 if case.shape != Shape::C => {
            let service = if case.shape == Shape::D { None } else { Some(r.pick(POSTS)) };
            case.contracts.push(contract(true, Some(r.pick(POSTS)), long_ago, Some((year, month, day))));
            case.contracts.push(contract(false, service, (year, month, day + 1), None));
        }
        // Two parts of a post at once.
        4 if employment => {
            case.contracts.push(contract(true, Some((1, 2)), long_ago, None));
            case.contracts.push(contract(true, Some(r.pick(&[(1, 4), (1, 3), (1, 2)])), (2018, 1, 1), None));
        }
        _ => case.contracts.push(contract(employment, one, long_ago, None)),
    }
    for m in first..=last {
        pays_of_month(r, case, id, (year, m), gross_table, twins);
    }
}

fn pays_of_month(
    r: &mut Random,
    case: &mut Case,
    id: &str,
    (year, month): (i32, u32),
    gross_table: bool,
    twins: Option<i64>,
) {
    let start = (year, month, 1);
    let end = (year, month, last_day(year, month));
    let of_month: Vec<Contract> = case
        .contracts
        .iter()
        .filter(|c| c.id == id && c.from <= end && c.to.is_none_or(|to| to >= start))
        .cloned()
        .collect();
    let mut forms: Vec<bool> = of_month.iter().map(|c| c.employment).collect();
    forms.sort_unstable();
    forms.dedup();
    let two = forms.len() > 1;
    for employment in forms {
        let mut pay = Pay { id: id.to_owned(), month: (year, month), ..Pay::default() };
        pay.employment = two.then_some(employment);
        hours(r, case, &mut pay, employment, &of_month);
        amounts(r, case, &mut pay, employment, gross_table, twins);
        if case.shape == Shape::B && pay.supplement.is_none() {
            // A row without any amount is no payment.
            continue;
        }
        paid(r, &mut pay);
        let correction = r.once_in(9).then(|| correction(r, &pay));
        let contributory: i64 =
            [pay.gross, pay.base, pay.seniority, pay.other, pay.supplement, pay.motivation]
                .iter()
                .flatten()
                .sum();
        pay.contributions = contributions(case.columns, contributory);
        parts(r, &mut pay, contributory);
        case.pays.push(pay);
        if let Some(mut row) = correction {
            row.contributions =
                contributions(case.columns, row.gross.or(row.base).or(row.supplement).unwrap_or(0));
            case.pays.push(row);
        }
    }
    if case.shape == Shape::E && r.once_in(4) {
        let from = u32::try_from(r.between(1, 28)).expect("a day");
        let to = u32::try_from(r.between(i64::from(from), 28)).expect("a day");
        let (from, to) = ((year, month, from), (year, month, to));
        case.absences.push(Absence { id: id.to_owned(), from, to, sick: !r.once_in(4) });
    }
}

fn hours(r: &mut Random, case: &Case, pay: &mut Pay, employment: bool, contracts: &[Contract]) {
    if case.shape != Shape::D {
        return;
    }
    pay.nominal = Some(r.pick(&[144, 152, 160, 168, 176, 184]));
    pay.hours = Some(if employment {
        // Around the boundary of 120 hours a post: a hundredth of an hour either side, and well above.
        let (n, d) = contracts.iter().find(|c| c.employment).and_then(|c| c.fte).unwrap_or((1, 1));
        let exact = 12_000 * n / d;
        r.pick(&[exact - 1, exact, exact + 1, exact + 3_000, exact + 4_000])
    } else {
        r.between(20, 190) * 100 + r.pick(&[0, 25, 50])
    });
}

fn amounts(
    r: &mut Random,
    case: &Case,
    pay: &mut Pay,
    employment: bool,
    gross_table: bool,
    twins: Option<i64>,
) {
    let base = twins.unwrap_or_else(|| r.between(150_000, 700_000));
    if case.shape != Shape::B {
        if gross_table {
            pay.gross = Some(base);
        } else {
            pay.base = Some(base);
            if employment {
                pay.seniority = r.once_in(2).then(|| r.between(5, 20) * base / 100);
                pay.other = r.once_in(5).then(|| r.between(10_000, 90_000));
                pay.exempt = r.once_in(6).then(|| r.between(5_000, 40_000));
            }
        }
        if case.shape != Shape::E {
            pay.public = r.once_in(8).then(|| r.between(100, base / 2));
        }
    }
    pay.supplement = match case.shape {
        Shape::B => (!r.once_in(4)).then(|| r.between(20_000, 320_000)),
        Shape::C => r.once_in(2).then(|| r.between(20_000, 320_000)),
        Shape::D => (!r.once_in(5)).then(|| r.pick(&[20_900, 10_450, 20_000, 6_967, 15_675, 25_000])),
        Shape::A | Shape::E => None,
    };
    pay.motivation = match case.shape {
        Shape::E if employment => Some(r.pick(&[100_000, 50_000, 33_333, 75_001, 120_000])),
        Shape::C | Shape::D if employment => r.once_in(4).then_some(100_000),
        _ => None,
    };
}

fn paid(r: &mut Random, pay: &mut Pay) {
    let (year, month) = pay.month;
    pay.paid = (year, month, 28);
    if r.once_in(25) {
        pay.paid = (year + 1, 1, r.between(2, 9).try_into().expect("a day"));
    } else if month == 12 && r.once_in(4) {
        pay.paid = (year, 12, 31);
    }
    if month == 12 && r.once_in(4) {
        pay.contributions_paid = Some(((year + 1).max(pay.paid.0), 1, 12));
    }
}

fn correction(r: &mut Random, of: &Pay) -> Pay {
    let less = -r.between(100, 40_000);
    let mut row = Pay { id: of.id.clone(), month: of.month, employment: of.employment, ..Pay::default() };
    if of.base.is_some() {
        row.base = Some(less);
    } else if of.gross.is_some() {
        row.gross = Some(less);
    } else {
        // A second instalment.
        row.supplement = of.supplement.map(|_| r.between(1, 9_999));
    }
    row.paid = of.paid;
    row
}

/// Contributions on an amount: 9.76 + 6.50 + 1.67 + 2.45 per cent, each to the grosz.
fn contributions(columns: Columns, contributory: i64) -> Vec<i64> {
    let one = |rate: i64| {
        let exact = contributory * rate;
        exact.signum() * ((exact.abs() + 5_000) / 10_000)
    };
    let [pension, disability, accident, fund] = [976, 650, 167, 245].map(one);
    match columns {
        Columns::Four => vec![pension, disability, accident, fund],
        Columns::Paragraphs => vec![pension + disability + accident, fund],
        Columns::Total => vec![pension + disability + accident + fund],
    }
}

fn parts(r: &mut Random, pay: &mut Pay, contributory: i64) {
    let total: i64 = pay.contributions.iter().sum();
    let mut given =
        |part: Option<i64>| part.filter(|_| r.once_in(3)).map(|p| total * p / contributory.max(1));
    pay.on_other = given(pay.other);
    pay.on_supplement = given(pay.supplement);
    pay.on_motivation = given(pay.motivation);
}

fn funds(r: &mut Random, case: &mut Case) {
    let halves: &[u32] = match case.programme {
        "asystent-rodziny-2024" => match (case.from.1 <= 6, case.to.1 > 6) {
            (true, true) => &[1, 2],
            (true, false) => &[1],
            _ => &[2],
        },
        _ => &[0],
    };
    let (supplement, wages) = match case.shape {
        Shape::A => (false, true),
        Shape::B | Shape::E => (true, false),
        Shape::C | Shape::D => match r.between(0, 7) {
            0 => (true, false),
            1 => (false, true),
            _ => (true, true),
        },
    };
    for half in halves {
        for is_supplement in [true, false] {
            if (is_supplement && !supplement) || (!is_supplement && !wages) {
                continue;
            }
            let high = if is_supplement { 120_000 } else { 900_000 };
            let purses: &[bool] =
                if case.shape == Shape::A && r.once_in(3) { &[true, false] } else { &[false] };
            for state_budget in purses {
                let awarded = match r.between(0, 9) {
                    0 => None,
                    1 => Some(0),
                    2..=5 => Some(r.between(1, high)),
                    _ => Some(r.between(high, 4 * high)),
                };
                let received = match (r.between(0, 5), awarded) {
                    (0, _) => None,
                    (1, Some(a)) => Some(a - a / 3),
                    (_, Some(a)) => Some(a),
                    (_, None) => Some(r.between(1, high)),
                };
                let state_budget = *state_budget || case.shape == Shape::E;
                case.funds.push(Fund {
                    supplement: is_supplement,
                    half: *half,
                    state_budget,
                    awarded,
                    received,
                });
            }
            if r.once_in(5) {
                case.refunds.push(Refund {
                    supplement: is_supplement,
                    half: *half,
                    principal: r.between(1, 5_000),
                });
            }
        }
    }
}
