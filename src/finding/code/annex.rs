//! Codes of an official annex that somebody filled by hand, audited from its own lines.

use super::codes;

codes! {
    /// A total is not the sum of its lines.
    ANNEX_TOTAL = "annex-total", Error;
    /// A column computed from its own row is not what the row gives.
    ANNEX_LINE = "annex-line", Error;
    /// A figure of one part is not the sum of another part's months.
    ANNEX_PARTS = "annex-parts", Error;
    /// One figure stands in two places and differs.
    ANNEX_FIGURE_TWICE = "annex-figure-twice", Error;
    /// Figures of a component do not hang together.
    ANNEX_COMPONENT = "annex-component", Error;
    /// A cell that several sums contradict by the same amount.
    ANNEX_CELL = "annex-cell", Error;
    /// A sum of rounded figures is out by no more than their rounding.
    ANNEX_WITHIN_ROUNDING = "annex-within-rounding", Note;
    /// A supplement above the amount for the post.
    ANNEX_ABOVE_POST = "annex-above-post", Error;
    /// More than one post of one assistant.
    ANNEX_POST_ABOVE_ONE = "annex-post-above-one", Warning;
    /// Less own contribution than the edition asks for.
    ANNEX_OWN_SHARE = "annex-own-share", Error;
    /// Co-financing of wages above the level.
    ANNEX_ABOVE_LEVEL = "annex-above-level", Error;
    /// Co-financing of wages rounded up where the rules cut.
    ANNEX_ROUNDED_UP = "annex-rounded-up", Warning;
    /// Co-financing of wages below what the level and the money received give.
    ANNEX_BELOW_LEVEL = "annex-below-level", Warning;
    /// A level above the edition's highest.
    ANNEX_LEVEL_ABOVE = "annex-level-above", Error;
    /// The level that the form prints by mistake.
    ANNEX_LEVEL_SLIP = "annex-level-slip", Warning;
    /// More used than came.
    ANNEX_ABOVE_TRANSFER = "annex-above-transfer", Error;
    /// More used or received than was awarded.
    ANNEX_ABOVE_AWARD = "annex-above-award", Error;
    /// Assistants have different parts of their cost.
    ANNEX_NOT_IN_PROPORTION = "annex-not-in-proportion", Warning;
    /// What is unused is not what came less what was used.
    ANNEX_UNUSED = "annex-unused", Error;
    /// Less to return than was left, with interest.
    ANNEX_RETURN_LOW = "annex-return-low", Error;
    /// More to return than was left, with interest: the rest would be misused money.
    ANNEX_RETURN_HIGH = "annex-return-high", Note;
    /// Interest above the whole that holds it.
    ANNEX_INTEREST_ABOVE_RETURN = "annex-interest-above-return", Error;
    /// Interest on misused money, and no misused money.
    ANNEX_INTEREST_WITHOUT_BASE = "annex-interest-without-base", Note;
    /// More given back than had to be.
    ANNEX_RETURNED_TOO_MUCH = "annex-returned-too-much", Note;
    /// A part is larger than what it is a part of.
    ANNEX_PART_ABOVE_WHOLE = "annex-part-above-whole", Error;
    /// Neither 1 nor 0.
    ANNEX_NOT_ONE_OR_ZERO = "annex-not-one-or-zero", Error;
    /// A post under a contract that is said not to be.
    ANNEX_POST_WITHOUT_CONTRACT = "annex-post-without-contract", Warning;
    /// More posts than heads.
    ANNEX_POSTS_ABOVE_HEADS = "annex-posts-above-heads", Warning;
    /// A figure typed as text: no spreadsheet adds it up.
    ANNEX_NUMBER_AS_TEXT = "annex-number-as-text", Note;
    /// No figure where one belongs.
    ANNEX_UNREADABLE = "annex-unreadable", Error;
    /// A formula whose result was never stored.
    ANNEX_NO_RESULT = "annex-no-result", Error;
    /// An amount below zero.
    ANNEX_NEGATIVE = "annex-negative", Error;
    /// An amount with a fraction of a grosz.
    ANNEX_FINER_THAN_GROSZ = "annex-finer-than-grosz", Error;
    /// An amount or a count so large that no spreadsheet adds it up to the grosz.
    ANNEX_BEYOND_BELIEF = "annex-beyond-belief", Error;
    /// A count that is no whole number.
    ANNEX_NOT_WHOLE = "annex-not-whole", Error;
    /// A blank beside figures that are told together with it.
    ANNEX_BLANK = "annex-blank", Warning;
    /// A column that the municipality leaves to the voivode is filled.
    ANNEX_FILLED_FOR_VOIVODE = "annex-filled-for-voivode", Note;
    /// A part of the form is not in the workbook.
    ANNEX_PART_MISSING = "annex-part-missing", Note;
    /// A column of the form is missing.
    ANNEX_COLUMN_MISSING = "annex-column-missing", Warning;
    /// A heading is not word for word the form's.
    ANNEX_HEADING_CHANGED = "annex-heading-changed", Note;
    /// A table has no total row.
    ANNEX_TOTAL_MISSING = "annex-total-missing", Warning;
    /// The titles name one edition, the headings are another's.
    ANNEX_TITLE_DIFFERS = "annex-title-differs", Warning;
    /// The title over one part names another year than the report's.
    ANNEX_PART_OTHER_YEAR = "annex-part-other-year", Error;
    /// Lines are not numbered one after another.
    ANNEX_NUMBERING = "annex-numbering", Warning;
    /// Two lines of one assistant.
    ANNEX_ASSISTANT_TWICE = "annex-assistant-twice", Error;
    /// An assistant of one part is not in another.
    ANNEX_ASSISTANT_MISSING = "annex-assistant-missing", Warning;
    /// Nobody says which municipality reports.
    ANNEX_MUNICIPALITY_MISSING = "annex-municipality-missing", Warning;
    /// Two names of the municipality.
    ANNEX_MUNICIPALITY_DIFFERS = "annex-municipality-differs", Warning;
    /// A code that is no TERYT code of a municipality.
    ANNEX_TERYT = "annex-teryt", Warning;
    /// Rows, columns or a sheet of the report are hidden.
    ANNEX_HIDDEN = "annex-hidden", Warning;
}
