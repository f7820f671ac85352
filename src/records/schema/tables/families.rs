//! The tables of families: one by one, or as totals by assistant.

use super::{ColumnSchema, ID_ALIASES, col};
use crate::records::schema::Kind::{Choice, Count, Day, Text, YesNo};
use crate::records::schema::Presence::{Conditional, Optional, Required};

/// Why work with a family ended.
pub const END_REASONS: &[&str] = &[
    "cel osiągnięty",
    "rezygnacja rodziny",
    "brak współpracy",
    "zmiana metody",
    "przeprowadzka",
    "zgon",
    "umieszczenie dzieci w pieczy",
    "pełnoletność dzieci",
    "inna",
];

pub(super) const FAMILIES: &[ColumnSchema] = &[
    col("family", "Identyfikator rodziny", Text, Required, &["ID rodziny"]),
    col("assistant", "Identyfikator asystenta", Text, Required, ID_ALIASES),
    col("from", "Od", Day, Required, &["Objęta od"]),
    col("to", "Do", Day, Optional, &["Objęta do"]),
    col(
        "ground",
        "Podstawa przydzielenia",
        Choice(&[
            "wniosek pracownika socjalnego",
            "postanowienie sądu",
            "wniosek rodzica",
            "Za życiem",
            "inna",
        ]),
        Conditional,
        &[],
    ),
    col(
        "category",
        "Kategoria",
        Choice(&[
            "trudności opiekuńczo-wychowawcze",
            "ciąża i połóg",
            "zaświadczenie \"Za życiem\"",
            "dziecko z niepełnosprawnością",
            "dziecko w pieczy zastępczej",
        ]),
        Conditional,
        &[],
    ),
    col("children", "Liczba dzieci", Count, Conditional, &[]),
    col("children_in_care", "Dzieci w pieczy", Count, Optional, &[]),
    col("advised", "Porady \"Za życiem\"", YesNo, Optional, &["Porady Za życiem"]),
    col("children_advised", "Dzieci objęte poradami \"Za życiem\"", Count, Optional, &[]),
    col("endangered_pregnancy", "Kobieta w zagrożonej ciąży", YesNo, Optional, &[]),
    col("coordination", "Koordynacja wsparcia \"Za życiem\"", YesNo, Optional, &[]),
    col("plan_day", "Data planu pracy", Day, Optional, &[]),
    col("assessment_day", "Data ostatniej oceny", Day, Optional, &[]),
    col("end_reason", "Przyczyna zakończenia", Choice(END_REASONS), Optional, &[]),
    col("monitored_until", "Monitorowanie do", Day, Optional, &[]),
];

pub(super) const FAMILY_TOTALS: &[ColumnSchema] = &[
    col("assistant", "Identyfikator asystenta", Text, Required, ID_ALIASES),
    col("families", "Liczba rodzin", Count, Required, &[]),
    col("children", "Liczba dzieci", Count, Required, &[]),
    col("advised", "Rodziny z poradami \"Za życiem\"", Count, Optional, &[]),
    col("children_advised", "Dzieci w tych rodzinach", Count, Optional, &[]),
    col("endangered_pregnancy", "Kobieta w zagrożonej ciąży", Count, Optional, &[]),
    col("coordination", "Koordynacja wsparcia", Count, Optional, &[]),
];
