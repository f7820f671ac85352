//! Codes of the office's register: what it cannot be read for, and where reports differ from it.

use super::codes;

codes! {
    /// A file without any table of municipalities.
    REGISTER_NO_TABLE = "register-no-table", Error;
    /// A sheet of the register without such a table.
    REGISTER_SHEET_PASSED = "register-sheet-passed", Note;
    /// Columns that are not read.
    REGISTER_COLUMNS_PASSED = "register-columns-passed", Note;
    /// Two columns that mean the same; the first is read.
    REGISTER_COLUMN_TWICE = "register-column-twice", Error;
    /// An amount below nothing; it is not taken.
    REGISTER_AMOUNT_NEGATIVE = "register-amount-negative", Error;
    /// A row that names no municipality.
    REGISTER_ROW_OF_NOBODY = "register-row-of-nobody", Warning;
    /// A code that is no TERYT code of a municipality; the row is left out.
    REGISTER_TERYT_FORM = "register-teryt-form", Error;
    /// Rows of one municipality joined.
    REGISTER_ROWS_JOINED = "register-rows-joined", Note;
    /// A row of the register whose name several municipalities have.
    REGISTER_NAME_REPEATED = "register-name-repeated", Warning;
    /// A row of the register without a code whose name nobody has.
    REGISTER_NAME_UNKNOWN = "register-name-unknown", Warning;
    /// Many such rows, as of a list of the whole country.
    REGISTER_NAMES_UNKNOWN = "register-names-unknown", Note;
    /// A municipality of the register that sent nothing.
    REPORT_MISSING = "report-missing", Warning;
    /// A report of a municipality that the register does not have.
    REPORT_NOT_IN_REGISTER = "report-not-in-register", Warning;
    /// A report of a municipality that refused the award.
    REPORT_AFTER_REFUSAL = "report-after-refusal", Warning;
    /// A report without a code that nothing else could tell.
    REPORT_CODE_MISSING = "report-code-missing", Warning;
    /// A report without a code that has the name of another report that counts.
    REPORT_NAMESAKE = "report-namesake", Error;
    /// The code in the name of a file contradicts the register, the report, or cannot be confirmed.
    REPORT_FILE_CODE = "report-file-code", Warning;
    /// A report whose code is no TERYT code of a municipality.
    REPORT_CODE_FORM = "report-code-form", Warning;
    /// A report without a code, with the code found by its name or by the name of its file.
    REPORT_CODE_FOUND = "report-code-found", Note;
    /// A report without a code whose name several municipalities have.
    REPORT_NAME_REPEATED = "report-name-repeated", Warning;
    /// Report and register tell different kinds of one municipality.
    REPORT_KIND_DIFFERS = "report-kind-differs", Warning;
    /// Report and register name one municipality differently.
    REPORT_NAME_DIFFERS = "report-name-differs", Note;
    /// A municipality of another voivodeship.
    REPORT_OTHER_VOIVODESHIP = "report-other-voivodeship", Error;
    /// Two files of one municipality, and nothing tells which holds.
    REPORTS_OF_ONE = "reports-of-one", Error;
    /// Another file of the municipality is in no total.
    REPORT_BESIDE_REJECTED = "report-beside-rejected", Warning;
    /// A settlement that a later one corrects.
    REPORT_CORRECTED = "report-corrected", Note;
    /// The number of the agreement differs.
    REGISTER_AGREEMENT_DIFFERS = "register-agreement-differs", Warning;
    /// The day of the agreement differs.
    REGISTER_AGREEMENT_DAY_DIFFERS = "register-agreement-day-differs", Warning;
    /// An amount awarded, transferred or returned differs.
    REGISTER_AMOUNT_DIFFERS = "register-amount-differs", Warning;
    /// More used than the register says was transferred.
    REPORT_USED_MORE = "report-used-more", Error;
    /// What the report says of money not used is not what was transferred less what was used.
    REPORT_UNUSED_DIFFERS = "report-unused-differs", Warning;
    /// The register tells another return than the report says is due.
    REGISTER_RETURN_DIFFERS = "register-return-differs", Warning;
    /// Amounts that the report leaves blank, taken from the register.
    REGISTER_AMOUNTS_TAKEN = "register-amounts-taken", Note;
    /// Money that the report says is to be returned, and that nobody says is back though its day has passed.
    REPORT_RETURN_OVERDUE = "report-return-overdue", Warning;
    /// Money that came back after its day, as the register tells.
    REPORT_RETURN_LATE = "report-return-late", Warning;
    /// A report that came in late.
    REPORT_LATE = "report-late", Warning;
}
