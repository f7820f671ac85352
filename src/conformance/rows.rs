//! A published case told in one row: who, which edition, how many posts, what was granted.
//!
//! The columns are named in the first row, in any order; a column that nobody fills may be left out. Nothing is
//! computed here: [`super::submission`] makes tables of a row.

use std::collections::BTreeMap;

use super::case::{Case, Data, Kind, NotRecomputed, PublishedFigure, Quantity};
use super::fields::{Fields, number};
use crate::finding::code::checks::AWARD_BINDS;
use crate::intake;
use crate::programme::ProgrammeError;
use crate::programme::refusal::Refusal;
use crate::records::{ContractForm, HalfYear};
use crate::units::{Exact, Money};

/// What a row says of a submission.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Municipality.
    pub municipality: String,
    /// Voivodeship.
    pub voivodeship: String,
    /// Edition.
    pub programme: String,
    /// Half-year, where the edition has two rounds.
    pub half_year: Option<HalfYear>,
    /// Form of contract of everybody.
    pub form: ContractForm,
    /// Posts, one for each person.
    pub posts: Vec<Exact>,
    /// Cost of the supplement with contributions; not published when none.
    pub supplement_cost: Option<Money>,
    /// Wage cost; not published when none.
    pub employment_cost: Option<Money>,
    /// Level of co-financing of the wage cost, as text of `Umowa`.
    pub level: Option<String>,
    /// Granted for the supplement.
    pub supplement_grant: Option<Money>,
    /// Granted for the wage cost.
    pub employment_grant: Option<Money>,
    /// Of that, from the state budget and from the Labour Fund, where there are two sources.
    pub two_sources: Option<(Money, Money)>,
    /// Is less granted than the rules give? Only then is the grant entered as the award; else the rules alone must
    /// lead to it, or a figure published too low would bear itself out.
    pub award_binds: bool,
    /// Names and values for `Odczytania`: figures that the edition does not know, readings.
    pub given: Vec<(String, String)>,
}

/// The grant is what the rules give.
const BY_RULES: &str = "by-rules";
/// The grant is less than the rules give.
const BINDS: &str = "binds";

/// People in one row: a nation has three thousand.
const MOST_PEOPLE: i64 = 10_000;

/// Reads `rows.csv`.
pub fn cases(file: &str, bytes: &[u8]) -> Result<Vec<Case>, ProgrammeError> {
    records(file, bytes)?
        .into_iter()
        .map(|(line, values)| case(file, line, Fields::new(file, line, values)))
        .collect()
}

/// Reads `not-recomputed.csv`.
pub fn not_recomputed(file: &str, bytes: &[u8]) -> Result<Vec<NotRecomputed>, ProgrammeError> {
    let one = |(line, values)| {
        let mut fields = Fields::new(file, line, values);
        let found = NotRecomputed {
            municipality: fields.required("municipality"),
            year: fields.required("year"),
            published: fields.required("published"),
            reason: fields.required("reason"),
            source: fields.required("source"),
        };
        fields.done().map(|()| found)
    };
    records(file, bytes)?.into_iter().map(one).collect()
}

type Record = (usize, BTreeMap<String, (usize, String)>);

/// Returns the rows below the heading with their lines; blank rows and rows that begin with `#` are no data.
fn records(file: &str, bytes: &[u8]) -> Result<Vec<Record>, ProgrammeError> {
    let refused = |line: usize, key: &str, problem: &'static str| {
        let refusal =
            Refusal { file: file.to_owned(), line, key: key.to_owned(), problem, facts: Vec::new() };
        ProgrammeError::Refused(vec![refusal])
    };
    let rows = intake::text_rows(bytes).ok_or_else(|| refused(1, "", "conformance-not-a-table"))?;
    let data = |row: &Vec<String>| {
        row.iter().any(|cell| !cell.is_empty()) && !row.first().is_some_and(|cell| cell.starts_with('#'))
    };
    let mut rows = (1_usize..).zip(rows).filter(|(_, row)| data(row));
    let Some((_, heading)) = rows.next() else { return Ok(Vec::new()) };
    let mut records = Vec::new();
    for (line, row) in rows {
        if let Some(stray) = row.iter().skip(heading.len()).find(|cell| !cell.is_empty()) {
            return Err(refused(line, stray, "conformance-cell-without-heading"));
        }
        let named = heading.iter().cloned().zip(row).map(|(name, cell)| (name, (line, cell)));
        records.push((line, named.collect()));
    }
    Ok(records)
}

fn case(file: &str, line: usize, mut fields: Fields) -> Result<Case, ProgrammeError> {
    let kind = fields.kind();
    // A contradiction has a right amount and a finding of its own: that is told in a folder.
    if kind == Some(Kind::Contradicting) {
        let accepted = [Kind::Reproduced, Kind::Consistent].map(Kind::word).join(", ");
        fields.refuse("kind", "rules-unknown-word", &[("seen", "contradicting"), ("accepted", &accepted)]);
    }
    let row = row(&mut fields);
    let figures = [
        (Quantity::SupplementCoFinancing, row.supplement_grant),
        (Quantity::EmploymentCoFinancing, row.employment_grant),
        (Quantity::StateBudget, row.two_sources.map(|(state, _)| state)),
        (Quantity::LabourFund, row.two_sources.map(|(_, fund)| fund)),
        (Quantity::OwnContribution, fields.money("own_contribution")),
    ];
    let figures: Vec<PublishedFigure> = figures
        .into_iter()
        .filter_map(|(quantity, published)| {
            Some(PublishedFigure { quantity, published: published?, right: None })
        })
        .collect();
    if row.supplement_grant.is_none() && row.employment_grant.is_none() {
        fields.refuse("supplement_grant", "rules-missing-key", &[("missing", "supplement_grant")]);
    }
    let unpublished_cost = row.supplement_grant.is_some() && row.supplement_cost.is_none()
        || row.employment_grant.is_some() && row.employment_cost.is_none();
    if kind == Some(Kind::Reproduced) && unpublished_cost {
        fields.refuse("kind", "conformance-cost-not-published", &[]);
    }
    // Money of two sources is shared out by their awards, so there they must stand.
    if row.two_sources.is_some() && !row.award_binds {
        fields.refuse("award", "conformance-sources-need-award", &[]);
    }
    let findings = if row.award_binds { vec![AWARD_BINDS.name.to_owned()] } else { Vec::new() };
    let case = Case {
        place: format!("{file}:{line}"),
        municipality: row.municipality.clone(),
        year: fields.required("year"),
        programme: row.programme.clone(),
        kind: kind.unwrap_or(Kind::Consistent),
        figures,
        findings,
        inferred: fields.text("inferred").unwrap_or_default(),
        source: fields.required("source"),
        data: Data::Row(Box::new(row)),
    };
    fields.done().map(|()| case)
}

fn row(fields: &mut Fields) -> Row {
    let forms = [ContractForm::Employment, ContractForm::Service];
    let form = fields.word("contract", &forms.map(ContractForm::word), true);
    let halves = [HalfYear::First, HalfYear::Second];
    let half = fields.text("half_year").is_some();
    let half = half.then(|| fields.word("half_year", &halves.map(HalfYear::word), true)).flatten();
    let two_sources = (fields.money("state_budget"), fields.money("labour_fund"));
    let row = Row {
        municipality: fields.required("municipality"),
        voivodeship: fields.text("voivodeship").unwrap_or_default(),
        programme: fields.required("programme"),
        half_year: halves.into_iter().find(|h| Some(h.word()) == half),
        form: forms.into_iter().find(|f| Some(f.word()) == form).unwrap_or(ContractForm::Employment),
        posts: posts(fields),
        supplement_cost: fields.money("supplement_cost"),
        employment_cost: fields.money("employment_cost"),
        level: fields.text("level"),
        supplement_grant: fields.money("supplement_grant"),
        employment_grant: fields.money("employment_grant"),
        two_sources: match two_sources {
            (Some(state), Some(fund)) => Some((state, fund)),
            _ => None,
        },
        award_binds: fields.word("award", &[BY_RULES, BINDS], true) == Some(BINDS),
        given: given(fields),
    };
    if let (Some((state, fund)), grant) = (row.two_sources, row.employment_grant)
        && state.checked_add(fund) != grant
    {
        fields.refuse("state_budget", "conformance-sources-differ", &[]);
    }
    row
}

/// Reads `1 + 0,20` or `2948 x 1 + 0,69`: people and the post of each.
fn posts(fields: &mut Fields) -> Vec<Exact> {
    let text = fields.required("posts");
    let all = people(&text);
    if all.is_none() && !text.is_empty() {
        fields.refuse("posts", "rules-not-readable", &[("seen", &text), ("example", "2 x 1 + 0,50")]);
    }
    all.unwrap_or_default()
}

fn people(text: &str) -> Option<Vec<Exact>> {
    let mut all = Vec::new();
    for term in text.split('+') {
        let (count, post) = term.split_once('x').unwrap_or(("1", term));
        let count: i64 = number(count)?.to_i64().filter(|n| (1..=MOST_PEOPLE).contains(n))?;
        let post = number(post).filter(|p| !p.is_negative() && !p.is_zero())?;
        all.extend((0..count).map(|_| post.clone()));
    }
    (i64::try_from(all.len()).ok()? <= MOST_PEOPLE).then_some(all)
}

/// Reads `supplement.amount = 1700,00 zł | other = x`.
fn given(fields: &mut Fields) -> Vec<(String, String)> {
    let Some(text) = fields.text("given") else { return Vec::new() };
    let pairs: Option<Vec<(String, String)>> = text
        .split('|')
        .map(|pair| {
            let (name, value) = pair.split_once('=')?;
            Some((name.trim().to_owned(), value.trim().to_owned()))
        })
        .collect();
    if pairs.is_none() {
        fields.refuse(
            "given",
            "rules-not-readable",
            &[("seen", &text), ("example", "supplement.amount = 1700,00 zł")],
        );
    }
    pairs.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_are_people_one_by_one() {
        let half = Exact::ratio(1, 2).expect("a half");
        assert_eq!(people("2 x 1 + 0,50"), Some(vec![Exact::one(), Exact::one(), half.clone()]));
        assert_eq!(people("0.5"), Some(vec![half]));
        for wrong in ["", "x", "0", "-1", "1 +", "20000 x 1", "1,5 x 1"] {
            assert_eq!(people(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_row_is_refused_with_its_line_and_column() {
        let refused = |text: &str| cases("rows.csv", text.as_bytes()).err().map(|e| e.to_string());
        let heading = "year;municipality;programme;posts;supplement_grant;kind;inferred;source";
        let told = refused(&format!("# słowo\n{heading}\n2022;X;p;1;12,345;consistent;koszt;y\n"));
        assert!(told.as_ref().is_some_and(|t| t.contains("rows.csv:3: supplement_grant")), "{told:?}");
        let told = refused(&format!("{heading}\n2022;X;p;1;12,34;consistent;;y\n"));
        assert!(
            told.as_ref().is_some_and(|t| t.contains("inferred")),
            "what was inferred must be said: {told:?}"
        );
        let told = refused(&format!("{heading}\n2022;X;p;1;12,34;reproduced;;y\n"));
        assert!(told.as_ref().is_some_and(|t| t.contains("cost-not-published")), "{told:?}");
        let told = refused(&format!("{heading};colour\n2022;X;p;1;12,34;consistent;a;y;red\n"));
        assert!(told.as_ref().is_some_and(|t| t.contains("rules-unknown-key")), "{told:?}");
    }
}
