//! Codes of what an edition leaves open, whom it pays, and what must be known before anything is computed.

use super::codes;

codes! {
    /// The texts read do not tell a figure, and the municipality has not given it: nothing is computed.
    FIGURE_UNKNOWN = "figure-unknown", Error;
    /// What was given for such a figure is no figure of its kind.
    FIGURE_UNREADABLE = "figure-unreadable", Error;
    /// Two values were given for one figure.
    FIGURE_GIVEN_TWICE = "figure-given-twice", Error;
    /// The command line gives another value than `Odczytania` and wins.
    FIGURE_OVERRULED = "figure-overruled", Note;
    /// A figure was given without saying who accepted it or on what letter it rests.
    FIGURE_WITHOUT_BASIS = "figure-without-basis", Warning;
    /// A coordinator in an edition that pays for assistants only.
    POSITION_NOT_IN_EDITION = "position-not-in-edition", Warning;
    /// One identifier holds two positions in one month.
    POSITION_UNCLEAR = "position-unclear", Error;
    /// Hired before the first day from which the edition pays for people hired.
    HIRED_TOO_EARLY = "hired-too-early", Warning;
}
