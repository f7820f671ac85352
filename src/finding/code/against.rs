//! Codes of comparing two settlements: data, rules and look, kept apart.

use super::codes;

codes! {
    /// A workbook that was changed after it was written.
    AGAINST_TAMPERED = "against-tampered", Error;
    /// A row that only the newer settlement has.
    AGAINST_ROW_ADDED = "against-row-added", Warning;
    /// A row that only the older settlement has.
    AGAINST_ROW_REMOVED = "against-row-removed", Warning;
    /// A row that is not the same in both.
    AGAINST_ROW_CHANGED = "against-row-changed", Warning;
    /// Rows of which the effect was computed together.
    AGAINST_ROWS_TOGETHER = "against-rows-together", Warning;
    /// What several changed rows do by acting on each other.
    AGAINST_ROWS_INTERACTION = "against-rows-interaction", Warning;
    /// Another edition.
    AGAINST_EDITION = "against-edition", Warning;
    /// The same edition, its rules in another text.
    AGAINST_RULES_TEXT = "against-rules-text", Warning;
    /// A clause read in another way.
    AGAINST_READING = "against-reading", Warning;
    /// A clause read in the same way on another basis.
    AGAINST_READING_GROUNDS = "against-reading-grounds", Warning;
    /// A figure that somebody gave with the command.
    AGAINST_GIVEN = "against-given", Warning;
    /// A figure of the rules.
    AGAINST_PARAMETER = "against-parameter", Warning;
    /// What changed rules do together beyond what each does alone.
    AGAINST_RULES_INTERACTION = "against-rules-interaction", Warning;
    /// The same data and rules give another figure in another version of the program.
    AGAINST_PROGRAM = "against-program", Warning;
    /// Figures differ, and nothing recorded says why.
    AGAINST_FIGURES_ALONE = "against-figures-alone", Warning;
    /// Texts on a sheet.
    AGAINST_TEXTS = "against-texts", Note;
    /// The shape of formulas on a sheet.
    AGAINST_FORMULAS = "against-formulas", Note;
    /// A sheet that only one has.
    AGAINST_SHEET = "against-sheet", Note;
    /// Another form.
    AGAINST_FORM = "against-form", Note;
    /// Another version of the program, which changes no figure.
    AGAINST_VERSION = "against-version", Note;
}
