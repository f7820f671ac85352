//! Random submissions from a seed: the same seed gives the same tables on every machine.
//!
//! Small on purpose (one to four assistants, a few months), but mean: fractions of posts, sums that fall on half a
//! grosz, terms that change in mid-month, two contract forms in one month, awards that bind, late payments, missing
//! optional columns. Everything generated is accepted without an error.

use super::workbook::Table;

/// A calendar day: year, month, day. Compared in that order.
pub type Date = (i32, u32, u32);

/// Shape of an edition's rules (calculation.md).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// Wage share under a monthly ceiling.
    A,
    /// One-off supplement.
    B,
    /// Supplement and share of two months.
    C,
    /// Monthly supplement and share of the year.
    D,
    /// Motivation supplement.
    E,
}

/// Columns of contributions in a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Columns {
    /// Four columns.
    Four,
    /// By paragraph.
    Paragraphs,
    /// One sum.
    Total,
}

/// A row of `Środki`.
#[derive(Clone, Debug)]
pub struct Fund {
    /// `dodatki` or not.
    pub supplement: bool,
    /// 1 or 2 for the half-years, 0 for the whole period.
    pub half: u32,
    /// From the state budget.
    pub state_budget: bool,
    /// Awarded, in grosze.
    pub awarded: Option<i64>,
    /// Received, in grosze.
    pub received: Option<i64>,
}

/// A row of `Zatrudnienie`.
#[derive(Clone, Debug)]
pub struct Contract {
    /// Assistant.
    pub id: String,
    /// Employment contract (else service).
    pub employment: bool,
    /// Post as numerator and denominator.
    pub fte: Option<(i64, i64)>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Option<Date>,
    /// Readiness, where stated.
    pub ready: Option<bool>,
}

/// A row of `Płace`; amounts in grosze.
#[derive(Clone, Debug, Default)]
pub struct Pay {
    /// Assistant.
    pub id: String,
    /// Year and month.
    pub month: (i32, u32),
    /// Form, where the month has two: employment or not.
    pub employment: Option<bool>,
    /// Nominal hours.
    pub nominal: Option<i64>,
    /// Hours in hundredths.
    pub hours: Option<i64>,
    /// Gross pay in place of components.
    pub gross: Option<i64>,
    /// Base salary.
    pub base: Option<i64>,
    /// Seniority allowance.
    pub seniority: Option<i64>,
    /// Other contributory pay.
    pub other: Option<i64>,
    /// Pay without contributions.
    pub exempt: Option<i64>,
    /// Programme supplement.
    pub supplement: Option<i64>,
    /// Motivation supplement.
    pub motivation: Option<i64>,
    /// Contributions in the columns of the table.
    pub contributions: Vec<i64>,
    /// Of which, where given.
    pub on_other: Option<i64>,
    /// Of which, where given.
    pub on_supplement: Option<i64>,
    /// Of which, where given.
    pub on_motivation: Option<i64>,
    /// Another grant's part.
    pub public: Option<i64>,
    /// Paid on.
    pub paid: Date,
    /// Contributions paid on.
    pub contributions_paid: Option<Date>,
}

/// A row of `Nieobecności` that is sickness, or another kind.
#[derive(Clone, Debug)]
pub struct Absence {
    /// Assistant.
    pub id: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Incapacity?
    pub sick: bool,
}

/// A refund of principal, in grosze.
#[derive(Clone, Debug)]
pub struct Refund {
    /// `dodatki` or not.
    pub supplement: bool,
    /// Half-year, as [`Fund::half`].
    pub half: u32,
    /// Principal.
    pub principal: i64,
}

/// A submission.
#[derive(Clone, Debug)]
pub struct Case {
    /// Seed it came from.
    pub seed: u64,
    /// Programme id.
    pub programme: &'static str,
    /// Its shape.
    pub shape: Shape,
    /// First day settled.
    pub from: Date,
    /// Last day settled.
    pub to: Date,
    /// Request day by half-year (or the only one).
    pub request: [Option<Date>; 2],
    /// Level in hundredths of a per cent.
    pub level: Option<i64>,
    /// Columns of contributions.
    pub columns: Columns,
    /// `Środki`.
    pub funds: Vec<Fund>,
    /// `Zatrudnienie`.
    pub contracts: Vec<Contract>,
    /// `Płace`.
    pub pays: Vec<Pay>,
    /// `Nieobecności`.
    pub absences: Vec<Absence>,
    /// `Zwroty`.
    pub refunds: Vec<Refund>,
}

/// SplitMix64: small, portable, good enough to vary tables.
pub struct Random(u64);

impl Random {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(0x1234_5678_9ABC_DEF1))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Returns a number from `low` to `high`, both inclusive.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = u64::try_from(high - low + 1).expect("low is not above high");
        low + i64::try_from(self.next() % span).expect("less than the span")
    }

    /// Returns true once in `n` times.
    pub fn once_in(&mut self, n: i64) -> bool {
        self.between(1, n) == 1
    }

    /// Picks one.
    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.between(0, i64::try_from(of.len()).expect("short") - 1))
            .expect("not negative")]
    }
}

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

/// Writes grosze as złoty with a comma.
pub fn zloty(grosze: i64) -> String {
    let sign = if grosze < 0 { "-" } else { "" };
    format!("{sign}{},{:02}", grosze.abs() / 100, grosze.abs() % 100)
}

fn day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.0, date.1, date.2)
}

/// Header, whether the column always stands, and its text.
type Column<'a, T> = (&'static str, bool, Box<dyn Fn(&T) -> String + 'a>);

fn col<'a, T>(header: &'static str, always: bool, text: impl Fn(&T) -> String + 'a) -> Column<'a, T> {
    (header, always, Box::new(text))
}

fn build<T>(name: &str, rows: &[T], columns: &[Column<'_, T>]) -> Table {
    // An optional column that no row uses is left out, as an office would.
    let cells: Vec<Vec<String>> =
        rows.iter().map(|row| columns.iter().map(|c| (c.2)(row)).collect()).collect();
    let used: Vec<usize> =
        (0..columns.len()).filter(|i| columns[*i].1 || cells.iter().any(|c| !c[*i].is_empty())).collect();
    let pick = |row: &[String]| used.iter().map(|i| row[*i].clone()).collect::<Vec<_>>();
    let header: Vec<String> = columns.iter().map(|c| c.0.to_owned()).collect();
    let all = std::iter::once(pick(&header)).chain(cells.iter().map(|c| pick(c))).collect();
    Table { name: name.to_owned(), rows: all }
}

impl Case {
    /// Returns the submission as readable tables.
    pub fn tables(&self) -> Vec<Table> {
        let mut tables = vec![self.agreement(), self.fund_table(), self.employment_table(), self.pay_table()];
        if !self.absences.is_empty() {
            tables.push(build(
                "nieobecnosci",
                &self.absences,
                &[
                    col("Identyfikator asystenta", true, |a: &Absence| a.id.clone()),
                    col("Od", true, |a: &Absence| day(a.from)),
                    col("Do", true, |a: &Absence| day(a.to)),
                    col("Rodzaj", true, |a: &Absence| {
                        if a.sick { "choroba" } else { "urlop wypoczynkowy" }.to_owned()
                    }),
                ],
            ));
        }
        if !self.refunds.is_empty() {
            let year = self.to.0 + 1;
            tables.push(build(
                "zwroty",
                &self.refunds,
                &[
                    col("Data", true, |_: &Refund| format!("{year}-01-15")),
                    col("Składnik", true, |r: &Refund| component(r.supplement)),
                    col("Okres", false, |r: &Refund| half(r.half)),
                    col("Kwota główna (zł)", true, |r: &Refund| zloty(r.principal)),
                ],
            ));
        }
        tables
    }

    fn agreement(&self) -> Table {
        let mut rows: Vec<(&str, String)> = vec![
            ("Pole", "Wartość".to_owned()),
            ("Województwo", "mazowieckie".to_owned()),
            ("Kod TERYT gminy", "1420992".to_owned()),
            ("Nazwa gminy", "Olszynki Dolne".to_owned()),
            ("Nazwa jednostki realizującej", "Gminny Ośrodek Pomocy Społecznej".to_owned()),
            ("Program", self.programme.to_owned()),
            ("Okres od", day(self.from)),
            ("Okres do", day(self.to)),
            ("Numer umowy", format!("{}/AR", self.seed)),
            ("Data umowy", day((self.to.0, 12, 10))),
        ];
        let two = self.programme == "asystent-rodziny-2024";
        let names = ["Data złożenia wniosku I-VI", "Data złożenia wniosku VII-XII"];
        for (i, request) in self.request.iter().enumerate() {
            let Some(request) = request else { continue };
            rows.push((if two { names[i] } else { "Data złożenia wniosku" }, day(*request)));
        }
        if let Some(level) = self.level {
            rows.push(("Poziom dofinansowania kosztów zatrudnienia (%)", format!("{}%", zloty(level))));
        }
        Table {
            name: "umowa".to_owned(),
            rows: rows.into_iter().map(|(a, b)| vec![a.to_owned(), b]).collect(),
        }
    }

    fn fund_table(&self) -> Table {
        let year = self.to.0;
        build(
            "srodki",
            &self.funds,
            &[
                col("Składnik", true, |f: &Fund| component(f.supplement)),
                col("Okres", false, |f: &Fund| half(f.half)),
                col("Źródło", false, |f: &Fund| {
                    if f.state_budget { "budżet państwa".to_owned() } else { String::new() }
                }),
                col("Przyznano (zł)", true, |f: &Fund| f.awarded.map_or_else(String::new, zloty)),
                col("Otrzymano (zł)", true, |f: &Fund| f.received.map_or_else(String::new, zloty)),
                col("Data otrzymania", true, |f: &Fund| {
                    f.received.map_or_else(String::new, |_| format!("{year}-12-20"))
                }),
            ],
        )
    }

    fn employment_table(&self) -> Table {
        build(
            "zatrudnienie",
            &self.contracts,
            &[
                col("Identyfikator asystenta", true, |c: &Contract| c.id.clone()),
                col("Forma zatrudnienia", true, |c: &Contract| form(c.employment)),
                col("Wymiar etatu", true, |c: &Contract| {
                    c.fte.map_or_else(String::new, |(n, d)| format!("{n}/{d}"))
                }),
                col("Zatrudniony od", true, |c: &Contract| day(c.from)),
                col("Zatrudniony do", true, |c: &Contract| c.to.map_or_else(String::new, day)),
                col("Gotowość \"Za życiem\"", false, |c: &Contract| {
                    c.ready.map_or_else(String::new, |r| if r { "TAK" } else { "NIE" }.to_owned())
                }),
            ],
        )
    }

    fn pay_table(&self) -> Table {
        let amount = |a: Option<i64>| a.map_or_else(String::new, zloty);
        let contribution =
            |i: usize| move |p: &Pay| p.contributions.get(i).map_or_else(String::new, |c| zloty(*c));
        let mut columns: Vec<Column<'_, Pay>> = vec![
            col("Identyfikator asystenta", true, |p: &Pay| p.id.clone()),
            col("Miesiąc", true, |p: &Pay| format!("{:04}-{:02}", p.month.0, p.month.1)),
            col("Forma zatrudnienia", false, |p: &Pay| p.employment.map_or_else(String::new, form)),
            col("Nominalny czas pracy (h)", false, |p: &Pay| {
                p.nominal.map_or_else(String::new, |n| n.to_string())
            }),
            col("Godziny przepracowane (h)", false, |p: &Pay| p.hours.map_or_else(String::new, zloty)),
            col("Wynagrodzenie brutto (zł)", false, |p: &Pay| amount(p.gross)),
            col("Wynagrodzenie zasadnicze (zł)", false, |p: &Pay| amount(p.base)),
            col("Dodatek za wieloletnią pracę (zł)", false, |p: &Pay| amount(p.seniority)),
            col("Inne składniki oskładkowane (zł)", false, |p: &Pay| amount(p.other)),
            col("Inne składniki nieoskładkowane (zł)", false, |p: &Pay| amount(p.exempt)),
            col("Dodatek z Programu - pełna kwota brutto (zł)", false, |p: &Pay| amount(p.supplement)),
            col("Dodatek motywacyjny (zł)", false, |p: &Pay| amount(p.motivation)),
        ];
        match self.columns {
            Columns::Four => columns.extend::<[Column<'_, Pay>; 4]>([
                col("Składka emerytalna pracodawcy (zł)", true, contribution(0)),
                col("Składka rentowa pracodawcy (zł)", true, contribution(1)),
                col("Składka wypadkowa (zł)", true, contribution(2)),
                col("Składka na FP i FS (zł)", true, contribution(3)),
            ]),
            Columns::Paragraphs => columns.extend::<[Column<'_, Pay>; 2]>([
                col("§ 4110 (zł)", true, contribution(0)),
                col("§ 4120 (zł)", true, contribution(1)),
            ]),
            Columns::Total => columns.push(col("Pochodne razem (zł)", true, contribution(0))),
        }
        columns.extend::<[Column<'_, Pay>; 6]>([
            col("Pochodne od innych składników (zł)", false, |p: &Pay| amount(p.on_other)),
            col("Pochodne od dodatku z Programu (zł)", false, |p: &Pay| amount(p.on_supplement)),
            col("Pochodne od dodatku motywacyjnego (zł)", false, |p: &Pay| amount(p.on_motivation)),
            col("Inne środki publiczne (zł)", false, |p: &Pay| amount(p.public)),
            col("Data zapłaty", true, |p: &Pay| day(p.paid)),
            col("Data zapłaty składek", false, |p: &Pay| {
                p.contributions_paid.map_or_else(String::new, day)
            }),
        ]);
        build("place", &self.pays, &columns)
    }
}

fn component(supplement: bool) -> String {
    if supplement { "dodatki" } else { "koszty zatrudnienia" }.to_owned()
}

fn half(half: u32) -> String {
    ["", "I-VI", "VII-XII"][half as usize].to_owned()
}

fn form(employment: bool) -> String {
    if employment { "umowa o pracę" } else { "umowa zlecenie" }.to_owned()
}
