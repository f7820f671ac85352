//! The lists themselves: every table with its columns, in the order in which `init` and the workbook show them.

mod families;

use super::{ColumnSchema, Kind, Presence, TableId, TableSchema};
pub use families::END_REASONS;
use families::{FAMILIES, FAMILY_TOTALS};

use crate::records::plan::{EVENT_CHOICES, SCENARIO_CHOICES};

use Kind::{Amount, Choice, Code, Count, Day, Fte, Hours, Month, Percent, Text, YesNo};
use Presence::{Conditional, Optional, Required};

const fn col(
    key: &'static str,
    header: &'static str,
    kind: Kind,
    presence: Presence,
    aliases: &'static [&'static str],
) -> ColumnSchema {
    ColumnSchema { key, header, kind, presence, aliases }
}

const ID_ALIASES: &[&str] = &["ID asystenta", "Identyfikator", "Asystent", "Nr asystenta"];
/// Contract forms in canonical spelling.
pub const CONTRACT_FORMS: &[&str] = &["umowa o pracę", "umowa zlecenie", "umowa o świadczenie usług"];
/// Components of the programme's money.
pub const COMPONENTS: &[&str] = &["dodatki", "koszty zatrudnienia"];
/// What a contract says of interest.
pub const INTEREST_CLAUSES: &[&str] = &["jak od zaległości podatkowych", "ustawowe", "bankowe", "brak"];
/// Half-years.
pub const HALF_YEARS: &[&str] = &["I-VI", "VII-XII"];

/// The tables with their canonical columns; the columns of components of pay are added to `Płace`.
pub const CANONICAL: &[TableSchema] = &[
    TableSchema { id: TableId::Agreement, sheet: "Umowa", columns: AGREEMENT, recognised_by: &[] },
    TableSchema {
        id: TableId::Funds,
        sheet: "Środki",
        columns: FUNDS,
        recognised_by: &["component", "awarded"],
    },
    TableSchema {
        id: TableId::Employment,
        sheet: "Zatrudnienie",
        columns: EMPLOYMENT,
        recognised_by: &["assistant", "form", "from"],
    },
    TableSchema {
        id: TableId::Pay,
        sheet: "Płace",
        columns: PAY,
        recognised_by: &["assistant", "month", "paid_on"],
    },
    TableSchema {
        id: TableId::Absences,
        sheet: "Nieobecności",
        columns: ABSENCES,
        recognised_by: &["assistant", "kind", "from", "to"],
    },
    TableSchema {
        id: TableId::Families,
        sheet: "Rodziny",
        columns: FAMILIES,
        recognised_by: &["family", "assistant", "from"],
    },
    TableSchema {
        id: TableId::FamilyTotals,
        sheet: "Rodziny - zestawienie",
        columns: FAMILY_TOTALS,
        recognised_by: &["assistant", "families", "children"],
    },
    TableSchema {
        id: TableId::FamilyPeaks,
        sheet: "Rodziny - miesiące",
        columns: FAMILY_PEAKS,
        recognised_by: &["assistant", "month", "peak"],
    },
    TableSchema {
        id: TableId::Refunds,
        sheet: "Zwroty",
        columns: REFUNDS,
        recognised_by: &["date", "component", "principal"],
    },
    TableSchema {
        id: TableId::Determinations,
        sheet: "Ustalenia",
        columns: DETERMINATIONS,
        recognised_by: &["date", "component", "kind", "amount"],
    },
    TableSchema {
        id: TableId::Readings,
        sheet: "Odczytania",
        columns: READINGS,
        recognised_by: &["name", "value", "basis"],
    },
    TableSchema {
        id: TableId::Explanations,
        sheet: "Wyjaśnienia",
        columns: EXPLANATIONS,
        recognised_by: &["code", "text"],
    },
    TableSchema {
        id: TableId::Ledger,
        sheet: "Księgi",
        columns: LEDGER,
        recognised_by: &["paragraph", "turnover"],
    },
    TableSchema {
        id: TableId::PlanFigures,
        sheet: "Założenia",
        columns: PLAN_FIGURES,
        recognised_by: &["figure", "base"],
    },
    TableSchema {
        id: TableId::PlanRaises,
        sheet: "Podwyżki",
        columns: PLAN_RAISES,
        recognised_by: &["raise_from"],
    },
    TableSchema {
        id: TableId::PlanStaff,
        sheet: "Zmiany kadrowe",
        columns: PLAN_STAFF,
        recognised_by: &["assistant", "event"],
    },
];

const AGREEMENT: &[ColumnSchema] = &[
    col("voivodeship", "Województwo", Text, Conditional, &[]),
    col("teryt", "Kod TERYT gminy", Code, Conditional, &["TERYT", "Kod TERYT"]),
    col("municipality", "Nazwa gminy", Text, Required, &["Gmina"]),
    col("unit", "Nazwa jednostki realizującej", Text, Conditional, &["Jednostka realizująca"]),
    col("programme", "Program", Text, Required, &["Identyfikator programu"]),
    col("period_from", "Okres od", Day, Required, &[]),
    col("period_to", "Okres do", Day, Required, &[]),
    col("request_day", "Data złożenia wniosku", Day, Conditional, &[]),
    col("request_day_1", "Data złożenia wniosku I-VI", Day, Conditional, &[]),
    col("request_day_2", "Data złożenia wniosku VII-XII", Day, Conditional, &[]),
    col("agreement_number", "Numer umowy", Code, Conditional, &[]),
    col("agreement_day", "Data umowy", Day, Conditional, &[]),
    col("amendment_number", "Numer aneksu", Code, Optional, &[]),
    col("amendment_day", "Data aneksu", Day, Optional, &[]),
    col(
        "level",
        "Poziom dofinansowania kosztów zatrudnienia (%)",
        Percent,
        Optional,
        &["Poziom dofinansowania (%)", "Ustalony poziom dofinansowania"],
    ),
    col("payment_deadline", "Termin płatności", Day, Optional, &[]),
    col("completion_day", "Dzień wykonania zadania", Day, Optional, &[]),
    col("report_deadline", "Termin sprawozdania", Day, Optional, &[]),
    col("return_deadline", "Termin zwrotu", Day, Optional, &[]),
    col("accident_rate", "Stopa wypadkowa (%)", Percent, Optional, &[]),
    col("bank_interest", "Odsetki bankowe (zł)", Amount, Optional, &[]),
    col("interest_clause", "Odsetki według umowy", Choice(INTEREST_CLAUSES), Optional, &[]),
    col("prepared_by", "Sporządził", Text, Optional, &[]),
    col("chief_accountant", "Główny księgowy", Text, Optional, &["Skarbnik"]),
    col("head_of_unit", "Kierownik jednostki", Text, Optional, &["Dyrektor jednostki"]),
    col("mayor", "Wójt/Burmistrz/Prezydent", Text, Optional, &["Wójt", "Burmistrz", "Prezydent"]),
];

const FUNDS: &[ColumnSchema] = &[
    col("component", "Składnik", Choice(COMPONENTS), Required, &[]),
    col("half_year", "Okres", Choice(HALF_YEARS), Optional, &[]),
    col("source", "Źródło", Choice(&["Fundusz Pracy", "budżet państwa"]), Optional, &[]),
    col("requested", "Wnioskowano (zł)", Amount, Optional, &[]),
    col("awarded", "Przyznano (zł)", Amount, Conditional, &["Kwota przyznana (zł)"]),
    col("received", "Otrzymano (zł)", Amount, Conditional, &["Kwota otrzymana (zł)"]),
    col("received_on", "Data otrzymania", Day, Conditional, &["Data wpływu"]),
];

const EMPLOYMENT: &[ColumnSchema] = &[
    col("assistant", "Identyfikator asystenta", Text, Required, ID_ALIASES),
    col("name", "Imię i nazwisko", Text, Optional, &["Nazwisko i imię"]),
    col(
        "position",
        "Stanowisko",
        Choice(&["asystent rodziny", "koordynator rodzinnej pieczy zastępczej"]),
        Optional,
        &[],
    ),
    col("form", "Forma zatrudnienia", Choice(CONTRACT_FORMS), Required, &["Rodzaj umowy"]),
    col("fte", "Wymiar etatu", Fte, Conditional, &["Etat", "Wymiar zatrudnienia", "Wymiar czasu pracy"]),
    col("from", "Zatrudniony od", Day, Required, &["Data zatrudnienia", "Zatrudnienie od", "Umowa od"]),
    col("to", "Zatrudniony do", Day, Optional, &["Zatrudnienie do", "Umowa do"]),
    col("ready", "Gotowość \"Za życiem\"", YesNo, Optional, &["Gotowość Za życiem"]),
    col(
        "qualification",
        "Podstawa kwalifikacji",
        Choice(&[
            "art. 12 ust. 1 pkt 1 lit. a",
            "art. 12 ust. 1 pkt 1 lit. b",
            "art. 12 ust. 1 pkt 1 lit. c",
        ]),
        Optional,
        &[],
    ),
    col("social_worker", "Pracownik socjalny", YesNo, Optional, &[]),
    col("seniority_rate", "Dodatek stażowy (%)", Percent, Optional, &["Dodatek za wieloletnią pracę (%)"]),
    col("fp_exempt", "Zwolnienie z FP", YesNo, Optional, &[]),
    col("employer", "Pracodawca", Text, Optional, &[]),
    col("replaces", "Zastępuje", Text, Optional, &[]),
];

const PAY: &[ColumnSchema] = &[
    col("assistant", "Identyfikator asystenta", Text, Required, ID_ALIASES),
    col("month", "Miesiąc", Month, Required, &["Za miesiąc"]),
    col("form", "Forma zatrudnienia", Choice(CONTRACT_FORMS), Optional, &[]),
    col("nominal_hours", "Nominalny czas pracy (h)", Hours, Optional, &["Wymiar czasu pracy (h)"]),
    col(
        "hours",
        "Godziny przepracowane (h)",
        Hours,
        Conditional,
        &["Przepracowane godziny (h)", "Liczba godzin przepracowanych"],
    ),
    col("gross", "Wynagrodzenie brutto (zł)", Amount, Conditional, &["Brutto (zł)"]),
    col("base", "Wynagrodzenie zasadnicze (zł)", Amount, Conditional, &[]),
    col("seniority", "Dodatek za wieloletnią pracę (zł)", Amount, Conditional, &[]),
    col("other_contributory", "Inne składniki oskładkowane (zł)", Amount, Optional, &[]),
    col("other_exempt", "Inne składniki nieoskładkowane (zł)", Amount, Optional, &[]),
    col(
        "supplement",
        "Dodatek z Programu - pełna kwota brutto (zł)",
        Amount,
        Conditional,
        &["Dodatek z Programu (zł)"],
    ),
    col("motivation", "Dodatek motywacyjny (zł)", Amount, Optional, &[]),
    col(
        "pension",
        "Składka emerytalna pracodawcy (zł)",
        Amount,
        Conditional,
        &["Składka emerytalna (zł)", "Skł. emerytalna (zł)", "Emerytalna (zł)"],
    ),
    col(
        "disability",
        "Składka rentowa pracodawcy (zł)",
        Amount,
        Conditional,
        &["Składka rentowa (zł)", "Skł. rentowa (zł)", "Rentowa (zł)"],
    ),
    col(
        "accident",
        "Składka wypadkowa (zł)",
        Amount,
        Conditional,
        &["Składka wypadkowa pracodawcy (zł)", "Skł. wypadkowa (zł)", "Wypadkowa (zł)"],
    ),
    col(
        "labour_fund",
        "Składka na FP i FS (zł)",
        Amount,
        Conditional,
        &[
            "Składka na FP (zł)",
            "Składka FP (zł)",
            "Skł. FP (zł)",
            "FP (zł)",
            "FP i FS (zł)",
            "Składka na Fundusz Pracy (zł)",
        ],
    ),
    col("fgsp", "FGŚP (zł)", Amount, Optional, &["Składka na FGŚP (zł)", "Składka FGŚP (zł)"]),
    col("ppk", "PPK pracodawcy (zł)", Amount, Optional, &["PPK (zł)", "Wpłata na PPK (zł)"]),
    col("par_4110", "§ 4110 (zł)", Amount, Conditional, &[]),
    col("par_4120", "§ 4120 (zł)", Amount, Conditional, &[]),
    col("par_4710", "§ 4710 (zł)", Amount, Optional, &[]),
    col("contributions", "Pochodne razem (zł)", Amount, Conditional, &["Składki pracodawcy razem (zł)"]),
    col("on_other", "Pochodne od innych składników (zł)", Amount, Optional, &[]),
    col("on_supplement", "Pochodne od dodatku z Programu (zł)", Amount, Optional, &[]),
    col("on_motivation", "Pochodne od dodatku motywacyjnego (zł)", Amount, Optional, &[]),
    col("other_public", "Inne środki publiczne (zł)", Amount, Optional, &[]),
    col("booked_supplement", "Zaksięgowano z Programu - dodatek (zł)", Amount, Optional, &[]),
    col("booked_employment", "Zaksięgowano z Programu - koszty zatrudnienia (zł)", Amount, Optional, &[]),
    col("payroll", "Numer listy płac", Code, Optional, &["Lista płac"]),
    col("paid_on", "Data zapłaty", Day, Conditional, &["Data wypłaty", "Data wypłaty wynagrodzenia"]),
    col("contributions_paid_on", "Data zapłaty składek", Day, Optional, &[]),
];

const ABSENCES: &[ColumnSchema] = &[
    col("assistant", "Identyfikator asystenta", Text, Required, ID_ALIASES),
    col("from", "Od", Day, Required, &[]),
    col("to", "Do", Day, Required, &[]),
    col(
        "kind",
        "Rodzaj",
        Choice(&[
            "urlop wypoczynkowy",
            "choroba",
            "opieka",
            "urlop bezpłatny",
            "macierzyński",
            "rodzicielski",
            "wychowawczy",
            "szkolenie",
            "delegacja",
            "inna płatna",
        ]),
        Required,
        &["Rodzaj nieobecności"],
    ),
    col("hours", "Godziny", Hours, Optional, &[]),
];

const FAMILY_PEAKS: &[ColumnSchema] = &[
    col("assistant", "Identyfikator asystenta", Text, Required, ID_ALIASES),
    col("month", "Miesiąc", Month, Required, &[]),
    col("peak", "Najwyższa liczba rodzin", Count, Required, &[]),
];

const REFUNDS: &[ColumnSchema] = &[
    col("date", "Data", Day, Required, &["Data zwrotu"]),
    col("component", "Składnik", Choice(COMPONENTS), Required, &[]),
    col("half_year", "Okres", Choice(HALF_YEARS), Optional, &[]),
    col("principal", "Kwota główna (zł)", Amount, Required, &[]),
    col("interest", "Odsetki (zł)", Amount, Optional, &[]),
    col("bank_interest", "Odsetki bankowe (zł)", Amount, Optional, &[]),
    col("title", "Tytuł", Text, Optional, &[]),
    col("statement", "Numer wyciągu", Code, Optional, &[]),
];

const DETERMINATIONS: &[ColumnSchema] = &[
    col("date", "Data ustalenia", Day, Required, &[]),
    col("by", "Kto ustalił", Text, Required, &[]),
    col("component", "Składnik", Choice(COMPONENTS), Required, &[]),
    col("half_year", "Okres", Choice(HALF_YEARS), Optional, &[]),
    col("assistant", "Identyfikator asystenta", Text, Optional, ID_ALIASES),
    col("month", "Miesiąc", Month, Optional, &[]),
    col(
        "kind",
        "Rodzaj",
        Choice(&["niezgodnie z przeznaczeniem", "nienależnie", "w nadmiernej wysokości"]),
        Required,
        &[],
    ),
    col("amount", "Kwota (zł)", Amount, Required, &[]),
    col("refunded_on", "Data zwrotu", Day, Optional, &[]),
];

const READINGS: &[ColumnSchema] = &[
    col("name", "Nazwa", Text, Required, &[]),
    col("value", "Wartość", Text, Required, &[]),
    col("basis", "Podstawa", Text, Optional, &["Podstawa (pismo i data)"]),
    col("by", "Kto przyjął", Text, Optional, &[]),
];

const EXPLANATIONS: &[ColumnSchema] = &[
    col("code", "Kod", Text, Required, &[]),
    col("assistant", "Identyfikator asystenta", Text, Optional, ID_ALIASES),
    col("month", "Miesiąc", Month, Optional, &[]),
    col("text", "Wyjaśnienie", Text, Required, &[]),
    col("by", "Kto", Text, Required, &[]),
    col("date", "Data", Day, Required, &[]),
];

const LEDGER: &[ColumnSchema] = &[
    col("paragraph", "§", Code, Required, &["Paragraf"]),
    col("turnover", "Obroty (zł)", Amount, Required, &[]),
    col("programme", "z tego Program (zł)", Amount, Optional, &[]),
    col("others", "z tego inne osoby (zł)", Amount, Optional, &[]),
];

/// The values of a row are read as the figure of the row asks ([`crate::records::plan::PLAN_FIGURES`]).
const PLAN_FIGURES: &[ColumnSchema] = &[
    col("figure", "Założenie", Text, Required, &[]),
    col("careful", "Ostrożny", Text, Optional, &["Scenariusz ostrożny"]),
    col("base", "Bazowy", Text, Optional, &["Scenariusz bazowy"]),
    col("ambitious", "Ambitny", Text, Optional, &["Scenariusz ambitny"]),
    col("source", "Skąd wiadomo", Text, Optional, &[]),
];

const PLAN_RAISES: &[ColumnSchema] = &[
    col("assistant", "Identyfikator asystenta", Text, Optional, ID_ALIASES),
    col("raise_from", "Podwyżka od miesiąca", Month, Required, &[]),
    col("percent", "Podwyżka w procentach (%)", Percent, Optional, &["Podwyżka (%)"]),
    col("amount", "Podwyżka na pełny etat (zł)", Amount, Optional, &["Podwyżka (zł)"]),
    col("scenarios", "Scenariusze", Choice(SCENARIO_CHOICES), Optional, &["Scenariusz"]),
];

const PLAN_STAFF: &[ColumnSchema] = &[
    col(
        "assistant",
        "Identyfikator asystenta",
        Text,
        Required,
        &["ID asystenta", "Identyfikator", "Asystent", "Nr asystenta", "Identyfikator asystenta albo wakatu"],
    ),
    col("event", "Zdarzenie", Choice(EVENT_CHOICES), Required, &[]),
    col("from", "Od dnia", Day, Required, &["Dzień", "Dzień zdarzenia"]),
    col("form", "Forma zatrudnienia", Choice(CONTRACT_FORMS), Optional, &["Rodzaj umowy"]),
    col("fte", "Wymiar etatu", Fte, Optional, &["Etat", "Wymiar zatrudnienia", "Wymiar czasu pracy"]),
    col("base", "Wynagrodzenie zasadnicze (zł)", Amount, Optional, &[]),
    col("seniority_rate", "Dodatek stażowy (%)", Percent, Optional, &["Dodatek za wieloletnią pracę (%)"]),
    col("hourly_rate", "Stawka godzinowa (zł)", Amount, Optional, &[]),
    col("hours", "Godziny miesięcznie (h)", Hours, Optional, &[]),
    col("scenarios", "Scenariusze", Choice(SCENARIO_CHOICES), Optional, &["Scenariusz"]),
];
