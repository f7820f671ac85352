//! Entries made up: 40 municipalities of Małopolskie a year, or a few in each voivodeship.

use rozlicz::consolidate::{AssistantRow, Entry, EntryFile, FigureKey, Kind, MonthRow, Remark};
use rozlicz::units::{Exact, Money};

/// Numbers that look random and are the same every time.
pub struct Seed(u64);

impl Seed {
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn money(&mut self, bound: u64) -> Money {
        Money::from_grosze(i64::try_from(self.below(bound)).expect("small"))
    }
}

fn sum(amounts: impl Iterator<Item = Money>) -> Money {
    amounts.fold(Money::ZERO, |sum, m| sum.checked_add(m).expect("small"))
}

fn set(entry: &mut Entry, name: &str, amount: Money) {
    entry.figures.set(FigureKey::parse(name).expect("a figure of a form"), amount.to_exact());
}

fn remark(severity: &str, code: &str, difference: &str) -> Remark {
    Remark {
        code: code.to_owned(),
        severity: severity.to_owned(),
        file: "dane.xlsx".to_owned(),
        sheet: "Płace".to_owned(),
        cell: "D7".to_owned(),
        message: "Kwota „1 250,00 zł”;\nnie zgadza się.".to_owned(),
        hint: String::new(),
        difference: difference.to_owned(),
    }
}

fn months(assistant: &str, year: i32, wages: bool, seed: &mut Seed) -> Vec<MonthRow> {
    let posts = [(1, 1), (1, 2), (1, 3), (3, 4)];
    let (n, d) = posts[usize::try_from(seed.below(4)).expect("small")];
    let form = if seed.below(4) == 0 { "service" } else { "employment" };
    let first = 1 + seed.below(3);
    (first..=12)
        .map(|month| {
            let supplement = seed.money(40_000);
            let (wage, share) = (seed.money(600_000), seed.money(300_000));
            MonthRow {
                assistant: assistant.to_owned(),
                month: format!("{year}-{month:02}"),
                form: form.to_owned(),
                posts: Exact::ratio(n, d).expect("a post"),
                wage_cost: wages.then_some(wage),
                supplement_cost: supplement,
                supplement_co_financing: Money::from_grosze(supplement.grosze() / 5 * 4),
                employment_co_financing: if wages { share } else { Money::ZERO },
                own_contribution: seed.money(90_000),
            }
        })
        .collect()
}

/// A municipality's report of a year.
fn report(teryt: &str, year: i32, seed: &mut Seed) -> Entry {
    let path = format!("gminy/{teryt}/rozliczenie-{year}.xlsx");
    let file = |path: String, n: u64| EntryFile {
        path,
        sha256: rozlicz::digest::sha256_hex(&n.to_le_bytes()),
        bytes: 9 + n,
    };
    let mut files = vec![file(path.clone(), seed.below(1 << 20))];
    let form = seed.below(5) == 0;
    if !form && seed.below(3) == 0 {
        files.push(file(format!("{path}.csv"), seed.below(1 << 20)));
    }
    let kind = if form { Kind::Form } else { Kind::Tables };
    let mut entry = Entry::of(files, kind);
    entry.edition = Some(format!("asystent-rodziny-{year}"));
    entry.rules_sha256 = rozlicz::digest::sha256_hex(year.to_string().as_bytes());
    entry.voivodeship = Some("małopolskie".to_owned());
    entry.teryt = Some(teryt.to_owned());
    entry.municipality = Some(format!("Gmina {teryt}"));
    entry.unit = (seed.below(2) == 0).then(String::new);
    entry.agreement = Some(format!("{teryt}/{year}"));
    entry.agreement_day = Some(format!("{year}-12-01"));
    entry.period = Some((format!("{year}-01-01"), format!("{year}-12-31")));
    let wages = year % 2 == 1;
    for n in 1..=1 + seed.below(3) {
        let id = format!("A{n}");
        entry.months.extend(months(&id, year, wages, seed));
        let families = (seed.below(6) > 0).then(|| 8 + u32::try_from(seed.below(9)).expect("small"));
        entry.assistants.push(AssistantRow { id, families });
    }
    figures(&mut entry, wages, seed);
    if form {
        entry.months.clear();
        entry.assistants.clear();
    }
    if seed.below(4) == 0 {
        entry.remarks.push(remark("warning", "pay-late", "1\u{a0}250,00\u{a0}zł"));
    }
    if seed.below(6) == 0 {
        entry.remarks.push(remark("note", "reading-open", ""));
    }
    entry.judge();
    entry
}

fn figures(entry: &mut Entry, wages: bool, seed: &mut Seed) {
    let months = entry.months.clone();
    let supplement = sum(months.iter().map(|m| m.supplement_co_financing));
    let employment = sum(months.iter().map(|m| m.employment_co_financing));
    set(entry, "supplement.cost", sum(months.iter().map(|m| m.supplement_cost)));
    set(entry, "supplement.co_financing", supplement);
    set(entry, "all.own_contribution", sum(months.iter().map(|m| m.own_contribution)));
    if wages {
        set(entry, "employment.cost", sum(months.iter().map(|m| m.wage_cost.unwrap_or_default())));
        set(entry, "employment.co_financing", employment);
    }
    let used = supplement.checked_add(employment).expect("small");
    let unused = seed.money(50_000);
    let awarded = used.checked_add(unused).expect("small");
    // Some forms know what was awarded in all, others by component.
    if seed.below(2) == 0 {
        set(entry, "all.awarded", awarded);
        set(entry, "all.transferred", awarded);
    } else {
        set(entry, "supplement.awarded", awarded);
        set(entry, "supplement.transferred@I-VI", seed.money(10_000));
        set(entry, "supplement.transferred", awarded);
    }
    set(entry, "supplement.unused", unused);
    let count = i64::try_from(entry.assistants.len()).expect("small");
    entry.figures.set(FigureKey::parse("municipality.assistants").expect("a figure"), Exact::whole(count));
    let third = Exact::ratio(count, 3).expect("posts");
    entry.figures.set(FigureKey::parse("municipality.average_heads").expect("a figure"), third);
}

fn letter(year: i32) -> Entry {
    let file = EntryFile { path: format!("gminy/pismo-{year}.pdf"), sha256: String::new(), bytes: 0 };
    let mut letter = Entry::of(vec![file], Kind::Unrelated);
    letter.remarks.push(remark("note", "file-unrelated", ""));
    letter.judge();
    letter
}

/// Forty municipalities of Małopolskie in a year, some missing, one rejected, and a letter.
pub fn year(year: i32, seed: &mut Seed) -> Vec<Entry> {
    let mut entries = Vec::new();
    for n in 0..40 {
        let teryt = format!("12{:02}{:02}{}", 1 + n / 8, 1 + n % 8, 1 + n % 3);
        // From year to year some do not take part.
        let missing = (n + year) % 11 == 0;
        let entry = report(&teryt, year, seed);
        if !missing {
            entries.push(entry);
        }
    }
    entries[7].remarks.insert(0, remark("error", "teryt-wrong", ""));
    entries[7].judge();
    entries.push(letter(year));
    entries.sort_by(|a, b| a.order().cmp(&b.order()));
    entries
}

/// Three municipalities in each voivodeship.
pub fn country(year: i32) -> Vec<Entry> {
    let mut seed = Seed::of(7);
    let mut entries: Vec<Entry> = (1..=16)
        .flat_map(|v| (1..=3).map(move |n| format!("{:02}0{n}0{n}{n}", 2 * v)))
        .map(|teryt| report(&teryt, year, &mut seed))
        .collect();
    entries.sort_by(|a, b| a.order().cmp(&b.order()));
    entries
}
