//! The queries of `docs/scale.md`, run with polars over exports of ten years and compared with totals of the entries.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use polars::prelude::{AnyValue, DataFrame, LazyFrame, PlRefPath, ScanArgsParquet};
use polars::sql::SQLContext;
use rozlicz::consolidate::{Entry, MonthRow};
use rozlicz::frames::export::export;
use rozlicz::frames::municipalities::whole;
use rozlicz::units::{Exact, Money};

use crate::country::{Seed, year};

/// Queries by the name in their first line.
fn queries() -> BTreeMap<String, String> {
    let page = include_str!("../../docs/scale.md");
    let block = |text: &str| {
        let (query, _) = text.split_once("```").expect("a block ends");
        let (name, _) =
            query.trim_start().strip_prefix("-- ").expect("a name").split_once('\n').expect("a query");
        (name.to_owned(), query.to_owned())
    };
    page.split("```sql\n").skip(1).map(block).collect()
}

/// Rows in words, sorted: engines order nulls each in their own way.
type Rows = Vec<Vec<String>>;

fn words(frame: &DataFrame) -> Rows {
    let word = |value: AnyValue<'_>| match value {
        AnyValue::Null => String::new(),
        AnyValue::String(text) => text.to_owned(),
        AnyValue::StringOwned(text) => text.to_string(),
        AnyValue::Float64(number) => format!("{number:.4}"),
        other => other.to_string(),
    };
    let row = |at: usize| frame.columns().iter().map(|c| word(c.get(at).expect("a value"))).collect();
    let mut rows: Rows = (0..frame.height()).map(row).collect();
    rows.sort();
    rows
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "parquet") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn scanned(folder: &Path) -> LazyFrame {
    let mut options = ScanArgsParquet::default();
    options.hive_options.enabled = Some(false);
    let paths: Vec<PlRefPath> = files(folder).iter().map(|p| PlRefPath::new(p.to_string_lossy())).collect();
    LazyFrame::scan_parquet_files(paths.into(), options).expect("Parquet files")
}

fn text(value: Option<&str>) -> String {
    value.unwrap_or_default().to_owned()
}

fn total(amounts: impl Iterator<Item = Option<Money>>) -> i64 {
    amounts.flatten().map(Money::grosze).sum()
}

/// Groups, in order.
fn groups<T>(of: impl Iterator<Item = T>, key: impl Fn(&T) -> Vec<String>) -> BTreeMap<Vec<String>, Vec<T>> {
    let mut groups: BTreeMap<Vec<String>, Vec<T>> = BTreeMap::new();
    for one in of {
        groups.entry(key(&one)).or_default().push(one);
    }
    groups
}

fn rows<T>(groups: BTreeMap<Vec<String>, Vec<T>>, sums: impl Fn(&[T]) -> Vec<String>) -> Rows {
    let mut rows: Rows = groups.into_iter().map(|(key, of)| [key, sums(&of)].concat()).collect();
    rows.sort();
    rows
}

/// Totals of entries, without a frame.
struct Plain<'e>(&'e [Entry]);

impl<'e> Plain<'e> {
    fn counting(&self) -> impl Iterator<Item = &'e Entry> {
        self.0.iter().filter(|e| e.counts())
    }

    fn months(&self) -> impl Iterator<Item = (&'e Entry, &'e MonthRow)> {
        self.counting().flat_map(|e| e.months.iter().map(move |m| (e, m)))
    }

    fn year(entry: &Entry) -> i64 {
        entry.period.as_ref().map_or(0, |(_, last)| last[..4].parse().expect("a year"))
    }

    fn edition(entry: &Entry) -> String {
        text(entry.edition.as_deref())
    }

    /// The first digits of the code.
    fn code(entry: &Entry, digits: usize) -> String {
        entry.teryt.as_deref().map_or_else(String::new, |t| t[..digits].to_owned())
    }

    fn whole(of: &[&Entry], figure: &str) -> i64 {
        total(of.iter().map(|e| whole(&e.figures, figure)))
    }

    fn figure(of: &[&Entry], name: &str) -> i64 {
        total(of.iter().map(|e| e.figures.money(name)))
    }

    fn posts(of: &[(&Entry, &MonthRow)]) -> i64 {
        let millionths = |m: &MonthRow| (&m.posts.round_half_up(6) * &Exact::whole(1_000_000)).to_i64();
        of.iter().map(|(_, m)| millionths(m).expect("small")).sum()
    }

    fn month(of: &[(&Entry, &MonthRow)], amount: impl Fn(&MonthRow) -> Option<Money>) -> i64 {
        total(of.iter().map(|(_, m)| amount(m)))
    }

    fn co_financing(of: &[(&Entry, &MonthRow)]) -> i64 {
        Self::month(of, |m| m.supplement_co_financing.checked_add(m.employment_co_financing))
    }

    fn by_municipality(&self, name: &str) -> Option<Rows> {
        let of = |key: fn(&&Entry) -> Vec<String>| groups(self.counting(), key);
        let said = |numbers: Vec<i64>| numbers.iter().map(i64::to_string).collect::<Vec<_>>();
        let count = |of: &[&Entry]| i64::try_from(of.len()).expect("small");
        Some(match name {
            "by voivodeship" => rows(of(|e| vec![Self::edition(e), Self::code(e, 2)]), |of| {
                let whole = |figure| Self::whole(of, figure);
                said(vec![
                    count(of),
                    whole("awarded"),
                    whole("transferred"),
                    whole("cost"),
                    whole("co_financing"),
                    whole("own_contribution"),
                ])
            }),
            "by powiat" => rows(of(|e| vec![Self::edition(e), Self::code(e, 4)]), |of| {
                let figure = |name| Self::figure(of, name);
                said(vec![count(of), figure("supplement.co_financing"), figure("employment.co_financing")])
            }),
            "by gmina type" => rows(of(|e| vec![Self::edition(e), kind(e)]), |of| {
                let assistants =
                    |e: &&Entry| e.figures.whole("municipality.assistants").and_then(Exact::to_i64);
                said(vec![count(of), of.iter().filter_map(assistants).sum(), Self::whole(of, "co_financing")])
            }),
            "by year" => rows(of(|e| vec![Self::year(e).to_string()]), |of| {
                let distinct: BTreeSet<_> = of.iter().map(|e| &e.teryt).collect();
                let distinct = i64::try_from(distinct.len()).expect("small");
                said(vec![count(of), distinct, Self::whole(of, "cost"), Self::whole(of, "co_financing")])
            }),
            "award against use" => rows(of(|e| vec![Self::edition(e), Self::code(e, 2)]), |of| {
                // As the page says: of the reports whose award is known.
                let known: Vec<&Entry> =
                    of.iter().copied().filter(|e| whole(&e.figures, "awarded").is_some()).collect();
                let (awarded, used) = (Self::whole(&known, "awarded"), Self::whole(&known, "co_financing"));
                let share = Exact::ratio(used, awarded).expect("something was awarded").to_fixed(4);
                [said(vec![awarded, used, awarded - used]), vec![share]].concat()
            }),
            _ => return None,
        })
    }

    fn by_month(&self, name: &str) -> Option<Rows> {
        type Row<'e> = (&'e Entry, &'e MonthRow);
        let said = |numbers: Vec<i64>| numbers.iter().map(i64::to_string).collect::<Vec<_>>();
        let count = |of: &[Row<'_>]| i64::try_from(of.len()).expect("small");
        Some(match name {
            "by contract" => {
                rows(groups(self.months(), |(e, m)| vec![Self::edition(e), m.form.clone()]), |of| {
                    said(vec![
                        count(of),
                        Self::posts(of),
                        Self::month(of, |m| Some(m.supplement_co_financing)),
                        Self::month(of, |m| Some(m.employment_co_financing)),
                        Self::month(of, |m| Some(m.own_contribution)),
                    ])
                })
            }
            "by month" => rows(groups(self.months(), |(_, m)| vec![m.month.clone()]), |of| {
                let wages = Self::month(of, |m| m.wage_cost);
                said(vec![
                    count(of),
                    Self::month(of, |m| Some(m.supplement_cost)),
                    wages,
                    Self::co_financing(of),
                ])
            }),
            "co-financing per FTE" => {
                rows(groups(self.months(), |(e, _)| vec![Self::edition(e), Self::code(e, 2)]), |of| {
                    let (money, posts) = (Self::co_financing(of), Self::posts(of));
                    let years = Exact::ratio(posts, 12_000_000).expect("posts");
                    let each = Exact::whole(money).checked_div(&years).expect("somebody worked");
                    [said(vec![money, posts]), vec![each.to_fixed(4)]].concat()
                })
            }
            _ => return None,
        })
    }

    fn others(&self, name: &str) -> Option<Rows> {
        let mut rows: Rows = match name {
            "findings by code" => {
                // A letter names no edition; it lies with the reports of its run.
                let edition = |e: &Entry| e.edition.clone().unwrap_or_else(|| letter_of(e));
                let found = self.0.iter().flat_map(|e| e.remarks.iter().map(move |r| (edition(e), r)));
                let key = |(edition, r): &(String, &rozlicz::consolidate::Remark)| {
                    vec![edition.clone(), r.code.clone(), r.severity.clone()]
                };
                rows(groups(found, key), |of| {
                    let stake = of.iter().filter(|(_, r)| !r.difference.is_empty()).count() * 125_000;
                    vec![of.len().to_string(), stake.to_string()]
                })
            }
            "unused money" => {
                let unused = |e: &Entry| whole(&e.figures, "unused").map(Money::grosze).filter(|m| *m > 0);
                self.counting()
                    .filter_map(|e| {
                        let unused = unused(e)?.to_string();
                        let teryt = text(e.teryt.as_deref());
                        Some(vec![
                            Self::edition(e),
                            teryt,
                            text(e.municipality.as_deref()),
                            unused.clone(),
                            unused,
                        ])
                    })
                    .collect()
            }
            "missing year on year" => {
                let came: BTreeSet<_> =
                    self.counting().map(|e| (Self::year(e), text(e.teryt.as_deref()))).collect();
                let last = came.iter().map(|(year, _)| *year).max().unwrap_or_default();
                came.iter()
                    .map(|(year, teryt)| (year + 1, teryt.clone()))
                    .filter(|next| next.0 <= last && !came.contains(next))
                    .map(|(year, teryt)| vec![year.to_string(), teryt])
                    .collect()
            }
            _ => return None,
        };
        rows.sort();
        Some(rows)
    }
}

fn kind(entry: &Entry) -> String {
    let digit = entry.teryt.as_deref().and_then(|t| t.chars().nth(6));
    match digit {
        Some('1') => "urban",
        Some('2') => "rural",
        _ => "mixed",
    }
    .to_owned()
}

fn letter_of(entry: &Entry) -> String {
    let year: String = entry.path().chars().filter(char::is_ascii_digit).collect();
    format!("asystent-rodziny-{year}")
}

#[test]
fn every_query_of_the_page_gives_the_totals_of_ten_years_to_the_grosz() {
    let root = tempfile::tempdir().expect("a folder");
    let mut seed = Seed::of(3);
    let mut entries = Vec::new();
    for of in 2016..=2025 {
        let of_year = year(of, &mut seed);
        export(&of_year, &[], root.path(), false).expect("an export");
        entries.extend(of_year);
    }
    let context = SQLContext::new();
    for (view, table) in
        [("gminy", "gminy"), ("asystento_miesiace", "asystento-miesiace"), ("uwagi", "uwagi")]
    {
        context.register(view, scanned(&root.path().join(table)));
    }
    let plain = Plain(&entries);
    let queries = queries();
    assert_eq!(queries.len(), 11, "{:?}", queries.keys());
    for (name, query) in &queries {
        let result = context.clone().execute(query).and_then(LazyFrame::collect);
        let result = result.unwrap_or_else(|e| panic!("{name}: {e}"));
        let expected =
            plain.by_municipality(name).or_else(|| plain.by_month(name)).or_else(|| plain.others(name));
        let expected = expected.unwrap_or_else(|| panic!("no total for {name:?}"));
        assert!(expected.len() > 3, "{name}: {} rows prove little", expected.len());
        assert_eq!(words(&result), expected, "{name}");
    }
}
