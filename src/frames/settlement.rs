//! The assistant-months of one settlement, as `settle --frames` writes them.

use polars::prelude::{Column, CsvWriter, DataFrame, DataType, SerWriter as _, SortMultipleOptions};

use super::{FrameError, room};
use crate::calc::NodeId;
use crate::records::ContractForm;
use crate::settlement::{Line, Settled};
use crate::units::Money;

/// Columns of money, in grosze.
pub const MONEY: [&str; 6] = [
    "wage_cost",
    "supplement_cost",
    "supplement_co_financing",
    "employment_co_financing",
    "co_financing",
    "own_contribution",
];

/// What to add up by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// Edition and municipality.
    Municipality,
    /// Edition, municipality and assistant.
    Assistant,
    /// Edition, municipality and month.
    Month,
}

impl By {
    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Municipality => &["programme", "teryt"],
            Self::Assistant => &["programme", "teryt", "assistant"],
            Self::Month => &["programme", "teryt", "month"],
        }
    }
}

/// Assistant-months, or sums over them.
#[derive(Clone, Debug)]
pub struct Months {
    frame: DataFrame,
}

impl Months {
    /// Makes a row of every line of a settlement.
    pub fn of(settled: &Settled, programme: &str, teryt: &str) -> Result<Self, FrameError> {
        let lines = &settled.lines;
        let same = |text: &str| vec![text.to_owned(); lines.len()];
        let texts = |make: &dyn Fn(&Line) -> String| lines.iter().map(make).collect::<Vec<String>>();
        let id = |l: &Line| settled.assistants.get(l.assistant).map_or_else(String::new, |a| a.id.clone());
        let mut columns = vec![
            Column::new("programme".into(), same(programme)),
            Column::new("teryt".into(), same(teryt)),
            Column::new("assistant".into(), texts(&id)),
            Column::new("month".into(), texts(&|l| l.month.to_string())),
            Column::new("form".into(), texts(&|l| form(l.form).to_owned())),
            Column::new("posts".into(), texts(&|l| settled.model.number(l.fte).to_short(6))),
        ];
        for column in MONEY {
            columns.push(Column::new(column.into(), grosze(settled, column)?));
        }
        Ok(Self { frame: DataFrame::new(lines.len(), columns)? })
    }

    /// Puts the rows of several municipalities or editions under one another.
    pub fn stack(parts: impl IntoIterator<Item = Self>) -> Result<Option<Self>, FrameError> {
        let mut all: Option<DataFrame> = None;
        for part in parts {
            all = Some(match all {
                None => part.frame,
                Some(so_far) => so_far.vstack(&part.frame)?,
            });
        }
        let Some(frame) = all else { return Ok(None) };
        let stacked = Self { frame };
        for column in MONEY {
            let values = stacked.values(column)?;
            room(column, values.iter().copied())?;
        }
        Ok(Some(stacked))
    }

    /// Returns the number of rows.
    pub fn len(&self) -> usize {
        self.frame.height()
    }

    /// Is there no row?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds up the money, sorted by what it is added up by.
    #[allow(deprecated)] // The eager sum: the lazy engine would make the build several times as long.
    pub fn totals(&self, by: By) -> Result<Self, FrameError> {
        let keys = by.keys().iter().copied();
        let mut sums = self.frame.group_by(keys.clone())?.select(MONEY).sum()?;
        for column in MONEY {
            sums.rename(&format!("{column}_sum"), column.into())?;
        }
        Ok(Self { frame: sums.sort(keys, SortMultipleOptions::default())? })
    }

    /// Returns the sum of a money column.
    pub fn sum(&self, column: &'static str) -> Result<Money, FrameError> {
        let mut total = Money::ZERO;
        for grosze in self.values(column)? {
            total = total
                .checked_add(Money::from_grosze(grosze))
                .ok_or(FrameError::TooLarge { column: column.to_owned() })?;
        }
        Ok(total)
    }

    /// Compares the sums with the settlement that the rows came from.
    pub fn check(&self, settled: &Settled) -> Result<(), FrameError> {
        let totals = &settled.totals;
        let wages_are_settled = settled.rounds.iter().any(|r| r.employment.is_some());
        let expected: [(&'static str, Option<NodeId>); 6] = [
            ("wage_cost", wages_are_settled.then_some(totals.employment_cost)),
            ("supplement_cost", Some(totals.supplement_cost)),
            ("supplement_co_financing", Some(totals.supplement_co_financing)),
            ("employment_co_financing", Some(totals.employment_co_financing)),
            ("co_financing", Some(totals.co_financing)),
            ("own_contribution", Some(totals.own_contribution)),
        ];
        for (column, node) in expected {
            let Some(node) = node else { continue };
            let (frame, settled) = (self.sum(column)?, settled.model.money(node));
            if frame != settled {
                return Err(FrameError::Differs { column: column.to_owned(), frame, settled });
            }
        }
        Ok(())
    }

    /// Returns the rows as CSV: semicolons and a byte-order mark, as a Polish spreadsheet expects; money in grosze.
    pub fn csv(&self) -> Result<Vec<u8>, FrameError> {
        let mut bytes = Vec::new();
        let mut rows = self.frame.clone();
        CsvWriter::new(&mut bytes).include_bom(true).with_separator(b';').finish(&mut rows)?;
        Ok(bytes)
    }

    fn values(&self, column: &str) -> Result<Vec<i64>, FrameError> {
        let column = self.frame.column(column)?.cast(&DataType::Int64)?;
        Ok(column.i64()?.iter().map(Option::unwrap_or_default).collect())
    }
}

fn form(form: ContractForm) -> &'static str {
    match form {
        ContractForm::Employment => "employment",
        ContractForm::Service => "service",
    }
}

fn grosze(settled: &Settled, column: &'static str) -> Result<Vec<i64>, FrameError> {
    let parts = |line: &Line| -> Vec<NodeId> {
        match column {
            "wage_cost" => vec![line.wage_cost],
            "supplement_cost" => vec![line.supplement_cost],
            "supplement_co_financing" => vec![line.supplement_co_financing],
            "employment_co_financing" => vec![line.employment_co_financing],
            "co_financing" => vec![line.supplement_co_financing, line.employment_co_financing],
            _ => vec![line.supplement_own, line.employment_own],
        }
    };
    let amount = |line: &Line| {
        let sum = parts(line).into_iter().map(|id| settled.model.number(id)).sum();
        Money::from_exact(&sum).map(Money::grosze).ok_or(FrameError::TooLarge { column: column.to_owned() })
    };
    let values = settled.lines.iter().map(amount).collect::<Result<Vec<i64>, _>>()?;
    room(column, values.iter().copied())?;
    Ok(values)
}

#[cfg(test)]
mod tests;
