//! Submissions for tests, written as short text tables. Not part of the program.

use std::collections::BTreeMap;

use crate::records::{
    Absence, ContractForm, Contribution, Datum, Employment, Family, Field, Fund, FundComponent,
    FundingSource, HalfYear, Kind, Payment, Row, Submission, Table, TableId, schema,
};
use crate::source::{CellRef, SheetId, SourceFile, Sourced, Sources};
use crate::units::{Day, Exact, Money, Month};

/// Returns a submission from `("Płace", "key key\nvalue value")` tables; `-` is a blank cell.
pub fn submission(tables: &[(TableId, &str)]) -> Submission {
    let mut sources = Sources::default();
    let file = sources.add_file(SourceFile { name: "dane.xlsx".into(), sha256: String::new(), bytes: 0 });
    let mut result = Submission::default();
    for (id, text) in tables {
        let sheet = sources.add_sheet(file, schema::table(*id).sheet);
        result.tables.push(table(*id, sheet, text));
    }
    result.sources = sources;
    for table in result.tables.clone() {
        for row in &table.rows {
            typed(&mut result, table.id, row);
        }
    }
    result
}

fn table(id: TableId, sheet: SheetId, text: &str) -> Table {
    let spec = schema::table(id);
    let mut lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
    let keys: Vec<&'static str> = lines
        .next()
        .unwrap_or("")
        .split_whitespace()
        .map(|k| spec.column(k).unwrap_or_else(|| panic!("no column {k} in {}", spec.sheet)).key)
        .collect();
    let mut rows = Vec::new();
    for (n, line) in lines.enumerate() {
        let row = u32::try_from(n).expect("few rows") + 1;
        let mut fields = BTreeMap::new();
        for (c, (key, cell)) in keys.iter().zip(line.split_whitespace()).enumerate() {
            let at = CellRef { sheet, row, column: u32::try_from(c).expect("few columns") };
            let kind = spec.column(key).expect("checked above").kind;
            let datum = (cell != "-").then(|| datum(kind, cell));
            fields.insert(*key, Field { at, datum, seen: cell.to_owned() });
        }
        rows.push(Row { at: CellRef { sheet, row, column: 0 }, fields, rejected: false });
    }
    Table { id, header_at: CellRef { sheet, row: 0, column: 0 }, columns: keys, rows }
}

fn datum(kind: Kind, text: &str) -> Datum {
    let number = || {
        let (a, b) = text.split_once('/').unwrap_or((text, "1"));
        let part = |t: &str| Exact::parse_decimal(t).expect("a decimal in a test table");
        part(a).checked_div(&part(b)).expect("no zero denominator in a test table")
    };
    match kind {
        Kind::Text | Kind::Code => Datum::Text(text.to_owned()),
        Kind::Amount => Datum::Amount(Money::from_exact(&number()).expect("grosze in a test table")),
        Kind::Day => Datum::Day(Day::parse_iso(text).expect("a day in a test table")),
        Kind::Month => {
            Datum::Month(Day::parse_iso(&format!("{text}-01")).expect("a month in a test table").month())
        }
        Kind::Fte | Kind::Hours | Kind::Percent | Kind::Count => Datum::Number(number()),
        Kind::YesNo => Datum::Yes(text == "TAK"),
        Kind::Choice(words) => Datum::Choice(
            words
                .iter()
                .find(|w| w.replace(' ', "_") == text)
                .expect("a word of the column, with underscores"),
        ),
    }
}

struct Get<'a>(&'a Row);

impl Get<'_> {
    fn map<T>(&self, key: &str, pick: impl Fn(&Datum) -> Option<T>) -> Option<Sourced<T>> {
        let field = self.0.fields.get(key)?;
        Some(Sourced::new(pick(field.datum.as_ref()?)?, field.at))
    }
    fn text(&self, key: &str) -> Option<Sourced<String>> {
        self.map(key, |d| match d {
            Datum::Text(t) => Some(t.clone()),
            Datum::Choice(t) => Some((*t).to_owned()),
            _ => None,
        })
    }
    fn money(&self, key: &str) -> Option<Sourced<Money>> {
        self.map(key, |d| if let Datum::Amount(m) = d { Some(*m) } else { None })
    }
    fn day(&self, key: &str) -> Option<Sourced<Day>> {
        self.map(key, |d| if let Datum::Day(m) = d { Some(*m) } else { None })
    }
    fn month(&self, key: &str) -> Option<Sourced<Month>> {
        self.map(key, |d| if let Datum::Month(m) = d { Some(*m) } else { None })
    }
    fn number(&self, key: &str) -> Option<Sourced<Exact>> {
        self.map(key, |d| if let Datum::Number(m) = d { Some(m.clone()) } else { None })
    }
    fn yes(&self, key: &str) -> Option<Sourced<bool>> {
        self.map(key, |d| if let Datum::Yes(m) = d { Some(*m) } else { None })
    }
    fn form(&self) -> Option<Sourced<ContractForm>> {
        let word = self.text("form")?;
        let form =
            if word.value == "umowa o pracę" { ContractForm::Employment } else { ContractForm::Service };
        Some(Sourced::new(form, word.at))
    }
}

fn typed(all: &mut Submission, id: TableId, row: &Row) {
    let get = Get(row);
    match id {
        TableId::Agreement => {}
        TableId::Funds => all.funds.push(fund(row, &get)),
        TableId::Employment => all.employments.push(employment(row, &get)),
        TableId::Pay => all.payments.push(payment(row, &get)),
        TableId::Absences => all.absences.push(Absence {
            at: row.at,
            rejected: false,
            assistant: get.text("assistant").expect("given"),
            from: get.day("from").expect("given"),
            to: get.day("to").expect("given"),
            kind: get.map("kind", |d| if let Datum::Choice(c) = d { Some(*c) } else { None }).expect("given"),
            hours: None,
        }),
        TableId::Families => all.families.push(family(row, &get)),
        other => panic!("test tables of {other:?} are not built"),
    }
}

fn family(row: &Row, get: &Get<'_>) -> Family {
    let word = |key| get.map(key, |d| if let Datum::Choice(c) = d { Some(*c) } else { None });
    Family {
        at: row.at,
        rejected: false,
        family: get.text("family").expect("given"),
        assistant: get.text("assistant").expect("given"),
        from: get.day("from").expect("given"),
        to: get.day("to"),
        ground: word("ground"),
        category: word("category"),
        children: get.number("children"),
        children_in_care: get.number("children_in_care"),
        advised: get.yes("advised"),
        children_advised: get.number("children_advised"),
        endangered_pregnancy: get.yes("endangered_pregnancy"),
        coordination: get.yes("coordination"),
        plan_day: get.day("plan_day"),
        assessment_day: get.day("assessment_day"),
        end_reason: word("end_reason"),
        monitored_until: get.day("monitored_until"),
    }
}

fn fund(row: &Row, get: &Get<'_>) -> Fund {
    let word = get.text("component").expect("given");
    let component =
        if word.value == "dodatki" { FundComponent::Supplement } else { FundComponent::EmploymentCost };
    let source = get.text("source").map(|s| {
        let source =
            if s.value == "Fundusz Pracy" { FundingSource::LabourFund } else { FundingSource::StateBudget };
        Sourced::new(source, s.at)
    });
    Fund {
        at: row.at,
        rejected: false,
        component: Sourced::new(component, word.at),
        half_year: get.text("half_year").map(|h| {
            let half = if h.value == "I-VI" { HalfYear::First } else { HalfYear::Second };
            Sourced::new(half, h.at)
        }),
        source,
        requested: None,
        awarded: get.money("awarded"),
        received: get.money("received"),
        received_on: None,
    }
}

fn employment(row: &Row, get: &Get<'_>) -> Employment {
    Employment {
        at: row.at,
        rejected: false,
        assistant: get.text("assistant").expect("given"),
        name: None,
        position: get.text("position"),
        form: get.form().expect("given"),
        fte: get.number("fte"),
        from: get.day("from").expect("given"),
        to: get.day("to"),
        ready: get.yes("ready"),
        qualification: None,
        social_worker: None,
        seniority_rate: None,
        fp_exempt: None,
        employer: None,
        replaces: None,
    }
}

fn payment(row: &Row, get: &Get<'_>) -> Payment {
    let columns = [
        ("pension", Contribution::Pension),
        ("disability", Contribution::Disability),
        ("accident", Contribution::Accident),
        ("labour_fund", Contribution::LabourFund),
        ("fgsp", Contribution::Fgsp),
        ("ppk", Contribution::Ppk),
        ("contributions", Contribution::Total),
    ];
    Payment {
        at: row.at,
        rejected: false,
        assistant: get.text("assistant").expect("given"),
        month: get.month("month").expect("given"),
        form: get.form(),
        nominal_hours: get.number("nominal_hours"),
        hours: get.number("hours"),
        gross: get.money("gross"),
        base: get.money("base"),
        seniority: get.money("seniority"),
        other_contributory: get.money("other_contributory"),
        other_exempt: get.money("other_exempt"),
        supplement: get.money("supplement"),
        motivation: get.money("motivation"),
        contributions: columns.iter().filter_map(|(k, c)| Some((*c, get.money(k)?))).collect(),
        on_other: get.money("on_other"),
        on_supplement: get.money("on_supplement"),
        on_motivation: get.money("on_motivation"),
        other_public: get.money("other_public"),
        payroll: None,
        paid_on: get.day("paid_on"),
        contributions_paid_on: get.day("contributions_paid_on"),
    }
}
