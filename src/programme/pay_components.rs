//! Components of pay from `programmes/national/pay-components.csv`: the names of payrolls, and how each one counts.
//!
//! The file is plain, as all national series. A row that cannot be understood is refused with its line. What a component adds to a settlement is computed
//! elsewhere; which columns a table has is the schema's matter, which takes the names from here.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::readings::{HolidayPay, SickPay};
use super::refusal::Refusal;
use super::series::{SeriesFile, data_lines, fault, field_count, read_mark, unknown_word, unreadable};
use super::{Figure, Mark, Programme};
use crate::finding::Fact;

/// The file as compiled in.
const FILE: SeriesFile = SeriesFile {
    name: "pay-components.csv",
    text: include_str!("../../programmes/national/pay-components.csv"),
    keys: &[],
    example: "",
};

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

impl PayClass {
    /// Do its components bear contributions?
    pub fn bears_contributions(self) -> bool {
        matches!(self, Self::Base | Self::Seniority | Self::OtherContributory)
    }
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

/// Components read, and the rows that could not be.
struct Read {
    components: Vec<PayComponent>,
    faults: Vec<Refusal>,
}

fn compiled_in() -> &'static Read {
    static READ: LazyLock<Read> = LazyLock::new(|| read(&FILE));
    &READ
}

/// Returns the components compiled in.
pub fn built_in() -> &'static [PayComponent] {
    &compiled_in().components
}

/// Returns what is wrong with the file, line by line. A row that cannot be read gives no component.
pub fn faults() -> &'static [Refusal] {
    &compiled_in().faults
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

fn read(file: &SeriesFile) -> Read {
    let mut read = Read { components: Vec::new(), faults: Vec::new() };
    let mut known = Known::default();
    for (line, text) in data_lines(file.text) {
        match row(file, line, text, &mut known) {
            Ok(component) => read.components.push(component),
            Err(fault) => read.faults.push(fault),
        }
    }
    read
}

/// Keys and names of the rows above.
#[derive(Default)]
struct Known {
    keys: BTreeSet<&'static str>,
    names: BTreeSet<String>,
}

fn row(
    file: &SeriesFile,
    line: usize,
    text: &'static str,
    known: &mut Known,
) -> Result<PayComponent, Refusal> {
    let fields: Vec<&'static str> = text.split(';').map(str::trim).collect();
    let [key, name, others, class, base, base_mark, base_source, bears, bears_mark, bears_source, paragraph] =
        fields[..]
    else {
        return Err(field_count(file, line, fields.len(), 11));
    };
    let twice = |field, seen: &str| {
        fault(file, line, field, "rules-name-twice", &[("seen", Fact::Text(seen.to_owned()))])
    };
    if key.is_empty() || key.contains(char::is_whitespace) {
        return Err(unreadable(file, line, "key", key, "sick_pay"));
    }
    if !known.keys.insert(key) {
        return Err(twice("key", key));
    }
    let mut names = vec![name];
    names.extend(others.split('|').map(str::trim).filter(|n| !n.is_empty()));
    if name.is_empty() {
        return Err(fault(file, line, "name", "rules-empty", &[]));
    }
    // A text that begins with a digit is a header to intake only with words in it.
    let odd = |n: &&&str| {
        n.starts_with(|c: char| c.is_ascii_digit()) && n.chars().filter(|c| c.is_alphabetic()).count() < 3
    };
    if let Some(odd) = names.iter().find(odd) {
        return Err(unreadable(file, line, "names", odd, "Trzynastka"));
    }
    if let Some(again) = names.iter().find(|n| !known.names.insert(n.to_lowercase())) {
        return Err(twice("names", again));
    }
    let class = class_of(class).ok_or_else(|| {
        let accepted = "base, seniority, other-contributory, other-exempt, benefit";
        unknown_word(file, line, "class", class, accepted)
    })?;
    let in_base =
        in_base_of(base, class).map_err(|accepted| unknown_word(file, line, "base", base, accepted))?;
    let contributory = match (bears, class.bears_contributions()) {
        ("yes", true) => true,
        ("no", false) => false,
        (_, true) => return Err(unknown_word(file, line, "contributory", bears, "yes")),
        (_, false) => return Err(unknown_word(file, line, "contributory", bears, "no")),
    };
    let cited = |[mark_field, source_field]: [&str; 2], mark: &str, source: &str| {
        let mark = read_mark(mark)
            .ok_or_else(|| unknown_word(file, line, mark_field, mark, "confirmed, inferred, assumed"))?;
        if source.is_empty() {
            return Err(fault(file, line, source_field, "rules-empty", &[]));
        }
        Ok((mark, source.to_owned()))
    };
    let base: (Mark, String) = cited(["base_mark", "base_source"], base_mark, base_source)?;
    let bears = cited(["contributory_mark", "contributory_source"], bears_mark, bears_source)?;
    let code = paragraph.len() == 4 && paragraph.bytes().all(|b| b.is_ascii_digit());
    let paragraph = match (paragraph, class == PayClass::Benefit) {
        ("-", true) => None,
        (_, true) => return Err(unknown_word(file, line, "paragraph", paragraph, "-")),
        (_, false) if code => Some(paragraph),
        (_, false) => return Err(unreadable(file, line, "paragraph", paragraph, "4010")),
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

fn class_of(word: &str) -> Option<PayClass> {
    Some(match word {
        "base" => PayClass::Base,
        "seniority" => PayClass::Seniority,
        "other-contributory" => PayClass::OtherContributory,
        "other-exempt" => PayClass::OtherExempt,
        "benefit" => PayClass::Benefit,
        _ => return None,
    })
}

/// Reads whether the base holds a component, or returns the words that its class admits: a class that chapter 7 names
/// cannot be out of the base, and one that it does not name can only be in it by a reading.
fn in_base_of(word: &str, class: PayClass) -> Result<InBase, &'static str> {
    match (word, class) {
        ("in", PayClass::Base | PayClass::Seniority) => Ok(InBase::In),
        ("reading-holiday-pay", PayClass::Base) => Ok(InBase::HolidayPay),
        ("reading-sick-pay", PayClass::OtherExempt) => Ok(InBase::SickPay),
        ("out", PayClass::OtherContributory | PayClass::OtherExempt | PayClass::Benefit) => Ok(InBase::Out),
        (_, PayClass::Base) => Err("in, reading-holiday-pay"),
        (_, PayClass::Seniority) => Err("in"),
        (_, PayClass::OtherExempt) => Err("out, reading-sick-pay"),
        (_, PayClass::OtherContributory | PayClass::Benefit) => Err("out"),
    }
}

#[cfg(test)]
mod tests;
