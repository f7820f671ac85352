//! A generated submission as plain data, and the readable tables it makes.

use super::components::{COLUMNS, Components};
use super::workbook::{Column, Table, build, col};

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
    /// Components of pay in columns of their own.
    pub components: Components,
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

/// Writes grosze as złoty with a comma.
pub fn zloty(grosze: i64) -> String {
    let sign = if grosze < 0 { "-" } else { "" };
    format!("{sign}{},{:02}", grosze.abs() / 100, grosze.abs() % 100)
}

fn day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.0, date.1, date.2)
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
        for (i, (header, _)) in COLUMNS.iter().enumerate() {
            columns.push(col(header, false, move |p: &Pay| amount(p.components[i])));
        }
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
