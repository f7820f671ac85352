//! Codes of the radar: what is near a limit.

use super::codes;

codes! {
    /// The day looked from is outside the days settled.
    RADAR_DAY_OUTSIDE = "radar-day-outside", Error;
    /// The tables are of another programme than the one asked for: its award would be compared with these rules.
    RADAR_OTHER_PROGRAMME = "radar-other-programme", Error;
}
