//! Components of pay from `programmes/national/pay-components.csv`: the names of payrolls, and how each one counts.
//!
//! The file is plain, as all national series: comment lines with `#`, one heading, fields divided by semicolons, no
//! quotes. A row that cannot be understood is refused with its line. What a component adds to a settlement is computed
//! elsewhere; which columns a table has is the schema's matter, which takes the names from here.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::LazyLock;

use super::readings::{HolidayPay, SickPay};
use super::{Figure, Mark, Programme};

/// The file as compiled in.
const TEXT: &str = include_str!("../../programmes/national/pay-components.csv");
/// Its name, as refusals give it.
const FILE: &str = "national/pay-components.csv";

/// What a component adds to, in the table of pay.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PayClass {
    /// Base salary, and what continues it.
    Base,
    /// The seniority allowance.
    Seniority,
    /// Other components that bear contributions.
    OtherContributory,
    /// Other components without contributions.
    OtherExempt,
    /// A benefit of the social insurer, which is no cost of the employer: counts nowhere.
    Benefit,
}

/// Whether a component is in the wage base of 2023-2025 (base salary and seniority allowance).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InBase {
    /// In.
    In,
    /// Out.
    Out,
    /// As the reading of sick pay says.
    SickPay,
    /// As the reading of holiday pay says.
    HolidayPay,
}

/// One component of pay.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PayComponent {
    /// Stable key. Where it is the key of a canonical column, the names are further headers of that column.
    pub key: &'static str,
    /// Names on payrolls, the usual one first.
    pub names: Vec<&'static str>,
    /// The same as headers of columns.
    headers: Vec<String>,
    /// What it adds to.
    pub class: PayClass,
    /// Whether the base of 2023-2025 holds it, by which provision.
    pub in_base: Figure<InBase>,
    /// Whether it bears contributions, by which provision.
    pub contributory: Figure<bool>,
    /// Paragraph of spending under an employment contract; none: no cost of the employer.
    pub paragraph: Option<&'static str>,
}

/// Why a row was refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BadRow {
    /// Line in the file, from 1.
    pub line: usize,
    /// The field that cannot be understood; empty when their number is wrong.
    pub field: &'static str,
    /// What stands there.
    pub seen: String,
    /// What would be accepted.
    pub accepted: &'static str,
}

impl fmt::Display for BadRow {
    /// Writes the place and the field without wording.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{FILE}:{}: {}: \"{}\" ({})", self.line, self.field, self.seen, self.accepted)
    }
}

/// Returns the components compiled in.
pub fn built_in() -> &'static [PayComponent] {
    static ALL: LazyLock<Vec<PayComponent>> =
        LazyLock::new(|| parse(TEXT).expect("the file compiled in has no bad row: a test reads it"));
    &ALL
}

/// Returns the component to which a column of the table of pay belongs, by the column's key. The canonical columns of
/// the same name are not meant.
pub fn of_column(key: &str) -> Option<&'static PayComponent> {
    built_in().iter().filter(|c| !c.is_canonical()).find(|c| c.columns().any(|(column, _)| column == key))
}

impl PayComponent {
    /// Does the wage base of 2023-2025 hold it, by the readings in force?
    pub fn in_base(&self, programme: &Programme) -> bool {
        match self.in_base.value {
            InBase::In => true,
            InBase::Out => false,
            InBase::SickPay => programme.reads::<SickPay>() == SickPay::In,
            InBase::HolidayPay => programme.reads::<HolidayPay>() == HolidayPay::Base,
        }
    }

    /// Do its names belong to a canonical column?
    pub fn is_canonical(&self) -> bool {
        matches!(self.key, "base" | "seniority")
    }

    /// Returns the columns of the component: key and header. Each name is a column of its own, so that two of them side
    /// by side add up and each keeps its cell.
    pub fn columns(&'static self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let keys = std::iter::once(self.key).chain(self.names.iter().skip(1).copied());
        keys.zip(self.headers.iter().map(String::as_str))
    }
}

/// Reads the file; every bad row is named.
pub fn parse(text: &'static str) -> Result<Vec<PayComponent>, Vec<BadRow>> {
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.starts_with('#')).skip(1);
    let (mut read, mut bad) = (Vec::new(), Vec::new());
    let (mut keys, mut names) = (BTreeSet::new(), BTreeSet::new());
    for (line, text) in lines {
        match row(line, text, &mut keys, &mut names) {
            Ok(component) => read.push(component),
            Err(one) => bad.push(one),
        }
    }
    if bad.is_empty() { Ok(read) } else { Err(bad) }
}

fn row(
    line: usize,
    text: &'static str,
    keys: &mut BTreeSet<&'static str>,
    known: &mut BTreeSet<String>,
) -> Result<PayComponent, BadRow> {
    let refuse = |field, seen: &str, accepted| BadRow { line, field, seen: seen.to_owned(), accepted };
    let fields: Vec<&'static str> = text.split(';').map(str::trim).collect();
    let [key, name, others, class, base, base_mark, base_source, bears, bears_mark, bears_source, paragraph] =
        fields[..]
    else {
        return Err(refuse("", text, "11 fields"));
    };
    if key.is_empty() || key.contains(char::is_whitespace) || !keys.insert(key) {
        return Err(refuse("key", key, "one word, once in the file"));
    }
    let mut names = vec![name];
    names.extend(others.split('|').map(str::trim).filter(|n| !n.is_empty()));
    if let Some(twice) = names.iter().find(|n| n.is_empty() || !known.insert(n.to_lowercase())) {
        return Err(refuse("names", twice, "a name, once in the file"));
    }
    let class = match class {
        "base" => PayClass::Base,
        "seniority" => PayClass::Seniority,
        "other-contributory" => PayClass::OtherContributory,
        "other-exempt" => PayClass::OtherExempt,
        "benefit" => PayClass::Benefit,
        _ => {
            let accepted = "base, seniority, other-contributory, other-exempt, benefit";
            return Err(refuse("class", class, accepted));
        }
    };
    let in_base = match (base, class) {
        ("in", PayClass::Base | PayClass::Seniority) => InBase::In,
        ("reading-holiday-pay", PayClass::Base) => InBase::HolidayPay,
        ("reading-sick-pay", PayClass::OtherExempt) => InBase::SickPay,
        ("out", PayClass::OtherContributory | PayClass::OtherExempt | PayClass::Benefit) => InBase::Out,
        _ => {
            let accepted = "base: in, reading-holiday-pay; seniority: in; other-contributory, benefit: out; \
                            other-exempt: out, reading-sick-pay";
            return Err(refuse("base", base, accepted));
        }
    };
    let contributory = match (bears, class) {
        ("yes", PayClass::Base | PayClass::Seniority | PayClass::OtherContributory) => true,
        ("no", PayClass::OtherExempt | PayClass::Benefit) => false,
        _ => return Err(refuse("contributory", bears, "yes or no, as the class says")),
    };
    let cited = |mark_field, mark: &str, source_field, source: &str| {
        let mark = match mark {
            "confirmed" => Mark::Confirmed,
            "inferred" => Mark::Inferred,
            "assumed" => Mark::Assumed,
            _ => return Err(refuse(mark_field, mark, "confirmed, inferred, assumed")),
        };
        if source.is_empty() {
            Err(refuse(source_field, source, "a source"))
        } else {
            Ok((mark, source.to_owned()))
        }
    };
    let base = cited("base_mark", base_mark, "base_source", base_source)?;
    let bears = cited("contributory_mark", bears_mark, "contributory_source", bears_source)?;
    let paragraph = match (paragraph, class) {
        ("-", PayClass::Benefit) => None,
        (code, class) if class != PayClass::Benefit && is_code(code) => Some(code),
        _ => return Err(refuse("paragraph", paragraph, "four digits; - for a benefit")),
    };
    Ok(PayComponent {
        key,
        headers: names.iter().map(|name| format!("{name} (zł)")).collect(),
        names,
        class,
        in_base: Figure { value: in_base, mark: base.0, source: base.1, law: None },
        contributory: Figure { value: contributory, mark: bears.0, source: bears.1, law: None },
        paragraph,
    })
}

fn is_code(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests;
