//! Codes of findings made while reading.

use super::codes;

codes! {
    /// A file is neither a workbook nor a text table.
    NOT_A_WORKBOOK = "not-a-workbook", Error;
    /// A file is protected with a password.
    ENCRYPTED_WORKBOOK = "encrypted-workbook", Error;
    /// A file is cut off or broken.
    DAMAGED_WORKBOOK = "damaged-workbook", Error;
    /// A file holds more than the program takes.
    FILE_TOO_LARGE = "file-too-large", Error;
    /// A table has more rows than the program takes.
    TOO_MANY_ROWS = "too-many-rows", Error;
    /// A table has so many errors that the rest of it was not read.
    TOO_MANY_ERRORS = "too-many-errors", Error;
    /// A file cannot be opened.
    FILE_UNREADABLE = "file-unreadable", Error;
    /// A file of a folder was left out, with the reason.
    FILE_SKIPPED = "file-skipped", Note;
    /// The same file was given twice.
    SAME_FILE_TWICE = "same-file-twice", Note;
    /// A file is a settlement made by this program.
    OWN_OUTPUT = "own-output", Error;
    /// No sheet of a file holds a table that is known.
    NO_TABLE_IN_FILE = "no-table-in-file", Error;
    /// A sheet holds nothing.
    EMPTY_SHEET = "empty-sheet", Note;
    /// A sheet holds no table that is known.
    SHEET_WITHOUT_TABLE = "sheet-without-table", Note;
    /// A sheet looks like a table but its header row is not recognised.
    TABLE_NOT_RECOGNISED = "table-not-recognised", Error;
    /// A table that every settlement needs was not handed in.
    MISSING_TABLE = "missing-table", Error;
    /// A required column is missing.
    MISSING_HEADER = "missing-header", Error;
    /// The same header stands twice in one table.
    DUPLICATE_HEADER = "duplicate-header", Error;
    /// An unknown header resembles one of the table's.
    SIMILAR_HEADER = "similar-header", Warning;
    /// Columns that are not read.
    UNKNOWN_COLUMNS = "unknown-columns", Note;
    /// Columns of the table of pay that are not read, although they hold amounts.
    UNREAD_AMOUNTS = "unread-amounts", Warning;
    /// Fields of the agreement that are not read.
    UNKNOWN_FIELDS = "unknown-fields", Note;
    /// A required field of the agreement has no row.
    MISSING_FIELD = "missing-field", Error;
    /// A field of the agreement is given twice with different values.
    FIELD_GIVEN_TWICE = "field-given-twice", Error;
    /// Total rows were skipped.
    TOTAL_ROWS_SKIPPED = "total-rows-skipped", Note;
    /// Rows with nothing but a remark were skipped.
    LONE_TEXT_SKIPPED = "lone-text-skipped", Note;
    /// A required cell is blank.
    REQUIRED_BLANK = "required-blank", Error;
    /// A text is longer than what is kept of it.
    TEXT_TOO_LONG = "text-too-long", Warning;
    /// An error such as `#N/A` stands where a value belongs.
    ERROR_CELL = "error-cell", Error;
    /// A formula was saved without its result.
    FORMULA_WITHOUT_RESULT = "formula-without-result", Error;
    /// A cell where an amount belongs cannot be read as one.
    UNREADABLE_AMOUNT = "unreadable-amount", Error;
    /// An amount has a fraction of a grosz.
    AMOUNT_FINER_THAN_GROSZ = "amount-finer-than-grosz", Error;
    /// An amount is beyond anything a municipality pays.
    AMOUNT_TOO_LARGE = "amount-too-large", Error;
    /// A number may mean two things.
    AMBIGUOUS_NUMBER = "ambiguous-number", Error;
    /// A cell where a day belongs cannot be read as one.
    UNREADABLE_DAY = "unreadable-day", Error;
    /// A cell where a month belongs cannot be read as one.
    UNREADABLE_MONTH = "unreadable-month", Error;
    /// A cell where a post belongs cannot be read as one.
    UNREADABLE_FTE = "unreadable-fte", Error;
    /// A post was turned into a date by the spreadsheet.
    FTE_IS_A_DATE = "fte-is-a-date", Error;
    /// A cell where hours belong cannot be read as such.
    UNREADABLE_HOURS = "unreadable-hours", Error;
    /// A cell where a percentage belongs cannot be read as one.
    UNREADABLE_PERCENT = "unreadable-percent", Error;
    /// A cell where a whole number belongs cannot be read as one.
    UNREADABLE_COUNT = "unreadable-count", Error;
    /// A cell where TAK or NIE belongs holds something else.
    UNREADABLE_YES_NO = "unreadable-yes-no", Error;
    /// A cell holds none of the column's words.
    UNKNOWN_WORD = "unknown-word", Error;
    /// Residues of formulas far below a grosz were dropped.
    FORMULA_RESIDUE = "formula-residue", Note;
    /// Dashes were read as blank.
    DASH_READ_AS_BLANK = "dash-read-as-blank", Note;
    /// A territorial code had lost its leading zero.
    TERYT_LOST_ZERO = "teryt-lost-zero", Warning;
    /// A territorial code typed as a number may have lost its leading zero.
    TERYT_MAYBE_LOST_ZERO = "teryt-maybe-lost-zero", Warning;
    /// A number of a document was turned into a date by the spreadsheet.
    CODE_IS_A_DATE = "code-is-a-date", Warning;
}
