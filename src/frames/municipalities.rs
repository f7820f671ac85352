//! `gminy`: a row an entry, with its identity, verdict and every figure that a form knows.

use super::figures::{self, FigureColumn};
use super::place::{gmina_type, powiat};
use super::{Cell, ColumnInfo, Frame, FrameError, Kind, Numbered, Read, Table};
use crate::consolidate::{self, Entry, EntryFile, FigureKey, Figures, Verdict};
use crate::units::Money;

/// Name of the table.
pub const NAME: &str = consolidate::exported::MUNICIPALITIES;

/// Sums a municipality is compared by, whatever its form shows: the figure of both components together where it is
/// known, else the components' own added up. Name of the column, name of the figures after the stop, meaning.
pub const WHOLE: [(&str, &str, &str); 8] = [
    ("cost_gr", "cost", "cost of the task"),
    ("awarded_gr", "awarded", "awarded"),
    ("transferred_gr", "transferred", "transferred"),
    ("co_financing_gr", "co_financing", "co-financing used"),
    ("own_contribution_gr", "own_contribution", "own contribution"),
    ("due_not_transferred_gr", "due_not_transferred", "earned but not transferred"),
    ("unused_gr", "unused", "transferred and not used"),
    ("returned_gr", "returned", "principal returned"),
];

/// What was handed in, by word.
pub const KINDS: [(consolidate::Kind, &str); 5] = [
    (consolidate::Kind::Settlement, "settlement"),
    (consolidate::Kind::Form, "form"),
    (consolidate::Kind::Tables, "tables"),
    (consolidate::Kind::Export, "export"),
    (consolidate::Kind::Unrelated, "unrelated"),
];

/// Verdicts by word.
pub const VERDICTS: [(Verdict, &str); 4] = [
    (Verdict::Accepted, "accepted"),
    (Verdict::Remarks, "remarks"),
    (Verdict::Rejected, "rejected"),
    (Verdict::Skipped, "skipped"),
];

/// Finds the word of a value.
pub fn word<T: Copy + PartialEq>(words: &[(T, &'static str)], value: T) -> &'static str {
    words.iter().find(|(known, _)| *known == value).map_or("", |(_, word)| word)
}

/// Finds the value of a word.
pub fn meant<T: Copy>(words: &[(T, &'static str)], text: &str) -> Option<T> {
    words.iter().find(|(_, word)| *word == text).map(|(value, _)| *value)
}

/// The columns that every table begins with: whose row it is.
pub fn keys() -> Vec<ColumnInfo> {
    vec![
        ColumnInfo::maybe(
            "programme",
            Kind::Text,
            "id of the edition, as in the path; of the others where a file tells none",
        ),
        ColumnInfo::maybe(
            "voivodeship",
            Kind::Text,
            "two digits, text, as in the path; of the others where the code tells none",
        ),
        ColumnInfo::always(
            "entry",
            Kind::Whole,
            "number of the entry in its programme and voivodeship, from 1",
        ),
        ColumnInfo::maybe("teryt", Kind::Text, "TERYT code as handed in, six or seven digits"),
    ]
}

/// Returns the cells of [`keys`].
pub fn key_cells(numbered: &Numbered<'_>) -> Vec<Cell> {
    vec![
        Cell::Text(numbered.place.programme.clone()),
        Cell::Text(numbered.place.voivodeship.clone()),
        Cell::Whole(Some(numbered.number)),
        Cell::Text(numbered.entry.teryt.clone()),
    ]
}

/// Describes the table.
pub fn table() -> Table {
    let text = |name, meaning| ColumnInfo::maybe(name, Kind::Text, meaning);
    let mut columns = keys();
    columns.extend([
        ColumnInfo::maybe("year", Kind::Whole, "year of the last day settled"),
        text("edition", "id of the edition as the files tell it"),
        text("municipality", "name of the municipality as handed in"),
        text("powiat", "four digits of the powiat, text"),
        text("gmina_type", "`urban`, `rural` or `mixed`, by the seventh digit of the code"),
        text("voivodeship_name", "voivodeship as handed in"),
        text("unit", "implementing unit as handed in"),
        text("agreement", "number of the agreement"),
        text("agreement_day", "day of the agreement, `2025-12-18`"),
        text("period_from", "first day settled"),
        text("period_to", "last day settled"),
        text(
            "return_due",
            "day by which money should have come back that had not, as far as the municipality tells",
        ),
        ColumnInfo::always("returns_untold", Kind::Flag, "do its tables say nothing of money returned?"),
        ColumnInfo::always("kind", Kind::Text, "`settlement`, `form`, `tables`, `export` or `unrelated`"),
        ColumnInfo::always("verdict", Kind::Text, "`accepted`, `remarks`, `rejected` or `skipped`"),
        ColumnInfo::always("counts", Kind::Flag, "do its figures enter totals? no when rejected or skipped"),
        ColumnInfo::always("path", Kind::Text, "its first file"),
        ColumnInfo::always("sha256", Kind::Text, "digest of that file; empty when it could not be read"),
        ColumnInfo::always("rules_sha256", Kind::Text, "digest of the rules used; empty where none were"),
        text("corrects", "digest of the settlement that it corrects or goes on with"),
        text("settlement_path", "settlement workbook written of its tables"),
        text("settlement_sha256", "digest of that workbook"),
        ColumnInfo::maybe("settlement_bytes", Kind::Whole, "its size"),
    ]);
    columns.extend(WHOLE.iter().map(|(name, figure, meaning)| {
        let meaning =
            format!("{meaning}: `all_{figure}_gr`, or the two components together where only they are known");
        ColumnInfo::maybe(name, Kind::Grosze, &meaning)
    }));
    columns.extend(figures::described());
    Table { name: NAME, meaning: "a row for everything handed in: identity, verdict, figures", columns }
}

/// Returns the year that a day or month begins with.
pub fn year(text: &str) -> Option<i64> {
    text.split('-').next()?.parse().ok()
}

/// Makes the frame.
pub fn frame(entries: &[Numbered<'_>]) -> Result<Frame, FrameError> {
    let columns = figures::columns();
    let rows: Vec<_> = entries.iter().map(|n| row(n, &columns)).collect();
    Frame::of(table(), &rows)
}

fn row(numbered: &Numbered<'_>, columns: &[FigureColumn]) -> Vec<Cell> {
    let entry = numbered.entry;
    let (from, to) = entry.period.clone().unzip();
    let mut cells = key_cells(numbered);
    cells.extend([
        Cell::Whole(entry.period.as_ref().and_then(|(_, last)| year(last))),
        Cell::Text(entry.edition.clone()),
        Cell::Text(entry.municipality.clone()),
        Cell::Text(powiat(entry)),
        Cell::Text(gmina_type(entry).map(str::to_owned)),
        Cell::Text(entry.voivodeship.clone()),
        Cell::Text(entry.unit.clone()),
        Cell::Text(entry.agreement.clone()),
        Cell::Text(entry.agreement_day.clone()),
        Cell::Text(from),
        Cell::Text(to),
        Cell::Text(entry.return_due.clone()),
        Cell::Flag(entry.returns_untold),
        Cell::text(word(&KINDS, entry.kind)),
        Cell::text(word(&VERDICTS, entry.verdict)),
        Cell::Flag(entry.counts()),
        Cell::text(entry.path()),
        Cell::text(entry.files.first().map_or("", |file| file.sha256.as_str())),
        Cell::text(&entry.rules_sha256),
        Cell::Text(entry.corrects.clone()),
        Cell::Text(entry.settlement.as_ref().map(|file| file.path.clone())),
        Cell::Text(entry.settlement.as_ref().map(|file| file.sha256.clone())),
        Cell::Whole(entry.settlement.as_ref().map(|file| i64::try_from(file.bytes).unwrap_or(i64::MAX))),
    ]);
    cells.extend(WHOLE.iter().map(|(_, figure, _)| Cell::money(whole(&entry.figures, figure))));
    cells.extend(figures::cells(&entry.figures, columns));
    cells
}

/// Returns a figure of both components together: as known, else the sum of the components, where that of each component
/// in use is known.
pub fn whole(figures: &Figures, figure: &str) -> Option<Money> {
    let of = |part: &str| figures.money(&format!("{part}.{figure}"));
    of("all").or_else(|| figures.both(of, Money::checked_add))
}

/// Compares the sums of the frame with those of the entries, added up without polars.
pub fn check(frame: &Frame, entries: &[Numbered<'_>]) -> Result<(), FrameError> {
    let counting = || entries.iter().map(|n| n.entry).filter(|e| e.counts());
    for column in figures::columns().iter().filter(|c| c.kind == Kind::Grosze) {
        let key: FigureKey = column.key;
        compare(
            frame,
            &column.name,
            counting().filter_map(|e| e.figures.get(key).and_then(Money::from_exact)),
        )?;
    }
    for (column, figure, _) in WHOLE {
        compare(frame, column, counting().filter_map(|e| whole(&e.figures, figure)))?;
    }
    Ok(())
}

/// Compares the sum of a column with amounts.
pub fn compare(
    frame: &Frame,
    column: &str,
    mut amounts: impl Iterator<Item = Money>,
) -> Result<(), FrameError> {
    let settled = amounts
        .try_fold(Money::ZERO, Money::checked_add)
        .ok_or_else(|| FrameError::TooLarge { column: column.to_owned() })?;
    let sum = frame.sum(column)?;
    if sum == settled {
        Ok(())
    } else {
        Err(FrameError::Differs { column: column.to_owned(), frame: sum, settled })
    }
}

/// Reads an entry back, without its files, months, assistants and findings; none when a word or number is not ours.
pub fn entry(read: &Read, row: usize, columns: &[FigureColumn]) -> Option<Entry> {
    let text = |column| read.text(row, column);
    let mut entry = Entry::of(Vec::new(), meant(&KINDS, &text("kind")?)?);
    entry.edition = text("edition");
    entry.rules_sha256 = text("rules_sha256")?;
    entry.voivodeship = text("voivodeship_name");
    entry.teryt = text("teryt");
    entry.municipality = text("municipality");
    entry.unit = text("unit");
    entry.agreement = text("agreement");
    entry.agreement_day = text("agreement_day");
    entry.period = text("period_from").zip(text("period_to"));
    entry.return_due = text("return_due");
    entry.returns_untold = read.flag(row, "returns_untold")?;
    entry.corrects = text("corrects");
    entry.settlement = text("settlement_path").map(|path| EntryFile {
        path,
        sha256: text("settlement_sha256").unwrap_or_default(),
        bytes: read.whole(row, "settlement_bytes").and_then(|n| u64::try_from(n).ok()).unwrap_or_default(),
    });
    entry.verdict = meant(&VERDICTS, &text("verdict")?)?;
    entry.figures = figures::figures(read, row, columns)?;
    // The flag says what the verdict says: a table where it says otherwise was changed.
    (read.flag(row, "counts")? == entry.counts()).then_some(entry)
}
