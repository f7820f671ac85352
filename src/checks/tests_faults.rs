//! The fault that calls forth each finding of the first checks; those of later ones stand with their tests.

use super::testing::{Case, ordinary};
use super::tests::{LETTER, two_assistants};
use crate::finding::Code;
use crate::finding::code::checks as code;
use crate::records::TableId::{
    Absences, Agreement, Determinations, Employment, Families, Funds, Pay, Refunds,
};

/// The fault that calls forth each finding.
pub(super) fn faults() -> Vec<(&'static Code, Case)> {
    let base = || ordinary(2025);
    let y2021 = || ordinary(2021);
    let y2023 = || ordinary(2023);
    let half = |rows: &str| {
        base()
            .programme("asystent-rodziny-2024")
            .table(
                Agreement,
                "municipality period_from period_to request_day_1 request_day_2\nW 2024-01-01 2024-12-31 2024-06-20 2024-10-20",
            )
            .table(Funds, rows)
    };
    let second = "A1 2025-06 160 160 5000.00 500.00 250.00";
    let families = |n: u32| {
        let rows: Vec<String> = (1..=n).map(|i| format!("R{i} A1 2025-03-0{} 1", i % 3 + 1)).collect();
        format!("family assistant from children\n{}", rows.join("\n"))
    };
    vec![
        (&code::DUPLICATE_ROW, base().row(Families, "R1 A1 2025-01-01 2")),
        (&code::PERIOD_REVERSED, base().edit(Agreement, "2025-12-31", "2024-12-31")),
        (
            &code::PERIOD_OUTSIDE_EDITION,
            base().edit(Agreement, "2025-01-01 2025-12-31", "2023-01-01 2023-12-31"),
        ),
        (&code::PERIOD_CUT, base().edit(Agreement, "2025-01-01 2025-12-31", "2024-12-01 2025-12-31")),
        (&code::TERYT_FORM, base().edit(Agreement, "3030052", "30300")),
        (&code::TERYT_VOIVODESHIP, base().edit(Agreement, "3030052", "1230052")),
        (&code::VOIVODESHIP_UNKNOWN, base().edit(Agreement, "wielkopolskie", "wielkopolska")),
        (&code::AGREEMENT_INCOMPLETE, base().edit(Agreement, "PS-1", "-")),
        (&code::SIGNATURES_MISSING, base().edit(Agreement, "Nowa", "-")),
        (&code::REQUEST_DAY_MISSING, base().edit(Agreement, "2025-10-28", "-")),
        (&code::SHARE_ABOVE_CEILING, base().column(Agreement, "level", "0.31")),
        (&code::LEVEL_NOT_POSITIVE, base().column(Agreement, "level", "0")),
        (
            &code::PERIOD_TWO_YEARS,
            base().programme("dodatek-motywacyjny-2024-2027").edit(
                Agreement,
                "2025-01-01 2025-12-31",
                "2025-01-01 2026-12-31",
            ),
        ),
        (&code::REQUEST_DAY_ODD, base().edit(Agreement, "2025-10-28", "2024-10-28")),
        (&code::HOURS_RECKONED, base().edit(Pay, "160 160", "160 -")),
        (&code::ABSENCE_ASSISTANT_UNKNOWN, base().row(Absences, "A9 2025-05-05 2025-05-07 choroba")),
        (&code::ABSENCES_OVERLAP, base().row(Absences, "A1 2025-07-07 2025-07-08 choroba")),
        (
            &code::ABSENCE_OUTSIDE_CONTRACT,
            base()
                .edit(Employment, "2018-01-01", "2025-01-02")
                .row(Absences, "A1 2025-01-01 2025-01-01 choroba"),
        ),
        (&code::ABSENCE_HOURS_ODD, base().column(Absences, "hours", "2000")),
        (&code::ABSENCE_DATES_REVERSED, base().row(Absences, "A1 2025-05-07 2025-05-05 choroba")),
        (
            &code::HALF_YEAR_UNUSED,
            base().table(Funds, "component half_year awarded received\ndodatki I-VI 400 400"),
        ),
        (
            &code::DETERMINATION_ABOVE_RECEIVED,
            base().table(
                Determinations,
                "date by component kind amount\n2026-01-05 wojewoda dodatki nienależnie 401",
            ),
        ),
        (&code::RECEIVED_DAY_MISSING, base().column(Funds, "received_on", "-")),
        (&code::FAMILY_GROUND_MISSING, base().column(Families, "ground", "-")),
        (&code::FAMILY_CATEGORY_MISSING, base().column(Families, "category", "-")),
        (&code::ASSESSMENT_IN_FUTURE, base().column(Families, "assessment_day", "2026-03-01")),
        (
            &code::MOTIVATION_SERVICE,
            base()
                .programme("dodatek-motywacyjny-2024-2027")
                .edit(Employment, "umowa_o_pracę", "umowa_zlecenie")
                .column(Pay, "motivation", "1000.00"),
        ),
        (
            &code::MOTIVATION_ABSENCE,
            base()
                .programme("dodatek-motywacyjny-2024-2027")
                .column(Pay, "motivation", "1000.00")
                .row(Absences, "A1 2025-05-12 2025-05-16 opieka"),
        ),
        (&code::MOTIVATION_BLANK, base().programme("dodatek-motywacyjny-2024-2027")),
        (
            &code::CONTRIBUTIONS_IMPLAUSIBLE,
            base().edit(Pay, "561.20 373.75 96.03 140.88", "- - - -").column(Pay, "contributions", "500.00"),
        ),
        (&code::PAY_GIVEN_TWICE, base().column(Pay, "gross", "5600.00")),
        (&code::BENEFIT_IN_PAY, base().column(Pay, "sickness_benefit", "850.00")),
        (&code::LABOUR_FUND_EXEMPT, base().column(Employment, "fp_exempt", "TAK")),
        (&code::LEVEL_MISPRINT, base().column(Agreement, "level", "0.2")),
        (&code::LEVEL_NOT_GIVEN, y2023().edit(Agreement, "0.8", "-")),
        (&code::DEADLINE_AFTER_EDITION, base().column(Agreement, "payment_deadline", "2026-01-15")),
        (&code::ACCIDENT_RATE_ODD, base().edit(Agreement, "0.0167", "0.167")),
        (&code::READING_UNKNOWN, base().reading(["nie-ma-takiego", "inaczej", ""])),
        (&code::READING_WAY_UNKNOWN, base().reading(["hours-worked", "inaczej", ""])),
        (
            &code::READING_TWICE,
            base().reading(["hours-worked", "work-only", ""]).reading([
                "hours-worked",
                "with-holiday-leave",
                LETTER,
            ]),
        ),
        (
            &code::READING_OVERRULED,
            base()
                .reading(["hours-worked", "with-holiday-leave", LETTER])
                .asked("hours-worked", "every-paid-absence"),
        ),
        (&code::READING_WITHOUT_LETTER, base().reading(["hours-worked", "with-holiday-leave", ""])),
        (&code::RECEIVED_ABOVE_AWARD, base().edit(Funds, "400 400", "400 401")),
        (&code::AWARD_MISSING, base().edit(Funds, "400 400", "- 400")),
        (&code::RECEIVED_MISSING, base().edit(Funds, "400 400", "400 -")),
        (&code::NEGATIVE_FUND, base().edit(Funds, "400 400", "400 -400")),
        (&code::FUND_NOT_IN_EDITION, y2021().row(Funds, "koszty_zatrudnienia 1 1")),
        (
            &code::FUND_ROUND_OUTSIDE,
            half("component half_year awarded received\ndodatki I-VI 200 200\ndodatki VII-XII 1 1").edit(
                Agreement,
                "2024-12-31",
                "2024-06-30",
            ),
        ),
        (&code::FUND_ROUND_UNCLEAR, half("component awarded received\ndodatki 200 200")),
        (&code::FUND_TWICE, base().row(Funds, "dodatki 1 1")),
        (
            &code::REFUND_ABOVE_RECEIVED,
            base().table(Refunds, "date component principal\n2026-01-05 dodatki 401"),
        ),
        (&code::EMPLOYMENT_DATES_REVERSED, base().column(Employment, "to", "2017-01-01")),
        (
            &code::CONTRACTS_OVERLAP,
            base()
                .edit(Employment, "A1 umowa_o_pracę 1", "A1 umowa_o_pracę 1/2")
                .row(Employment, "A1 umowa_o_pracę 1/2 2025-03-01 art._12_ust._1_pkt_1_lit._a"),
        ),
        (
            &code::FTE_ABOVE_ONE,
            base().row(Employment, "A1 umowa_o_pracę 1/4 2025-03-01 art._12_ust._1_pkt_1_lit._a"),
        ),
        (&code::FTE_MISSING, base().edit(Employment, "umowa_o_pracę 1 ", "umowa_o_pracę - ")),
        (&code::FTE_NOT_POSITIVE, base().edit(Employment, "umowa_o_pracę 1 ", "umowa_o_pracę 0 ")),
        (&code::QUALIFICATION_MISSING, base().edit(Employment, "art._12_ust._1_pkt_1_lit._a", "-")),
        (&code::SOCIAL_WORKER, base().column(Employment, "social_worker", "TAK")),
        (&code::SENIORITY_RATE, base().column(Employment, "seniority_rate", "0.03")),
        (&code::REPLACED_UNKNOWN, base().column(Employment, "replaces", "A9")),
        (
            &code::ASSISTANT_WITHOUT_PAY,
            base().row(Employment, "A2 umowa_o_pracę 1 2020-01-01 art._12_ust._1_pkt_1_lit._b"),
        ),
        (&code::ASSISTANT_NOT_EMPLOYED, base().edit(Pay, second, &second.replace("A1", "A7"))),
        (&code::PAY_WITHOUT_CONTRACT, base().column(Employment, "to", "2025-05-31")),
        (
            &code::FORM_UNCLEAR,
            base().row(Employment, "A1 umowa_zlecenie - 2025-06-01 art._12_ust._1_pkt_1_lit._a"),
        ),
        (&code::PAY_OUTSIDE_PERIOD, base().edit(Agreement, "2025-01-01 2025-12-31", "2025-06-01 2025-12-31")),
        (&code::PAY_MONTH_MISSING, base().edit(Absences, "2025-04-30", "2025-03-31")),
        (&code::PAY_COLUMN_MISSING, base().edit(Pay, " base ", " other_exempt ")),
        (&code::PAY_CELL_BLANK, base().edit(Pay, "5000.00", "-")),
        (&code::NEGATIVE_MONTH, base().edit(Pay, second, "A1 2025-06 160 160 -5000.00 500.00 250.00")),
        (
            &code::COST_BELOW_ZERO,
            base()
                .edit(Pay, "2025-06-28", "2026-01-02")
                .row(Pay, "A1 2025-06 160 160 -10.00 0.00 - - - - - 2025-07-28"),
        ),
        (&code::PAY_ROW_EMPTY, base().row(Pay, "A1 2025-07 160 160 - - - - - - - 2025-07-28")),
        (&code::PAYMENT_DAY_MISSING, base().edit(Pay, "2025-06-28", "-")),
        (&code::PAID_LATE, base().edit(Pay, "2025-06-28", "2026-01-02")),
        (&code::CONTRIBUTIONS_PAID_LATE, base().column(Pay, "contributions_paid_on", "2026-01-05")),
        (&code::PAID_IN_FUTURE, base().on("2025-06-01")),
        (&code::PAID_BEFORE_MONTH, base().edit(Pay, "2025-06-28", "2024-06-28")),
        (&code::OF_WHICH_ABOVE_TOTAL, base().edit(Pay, "2025-05-28 0.00", "2025-05-28 9000.00")),
        (&code::WAGE_BASE_BELOW_ZERO, base().column(Pay, "other_public", "9000.00")),
        (&code::GROSS_AS_BASE, base().edit(Pay, " base ", " gross ")),
        (&code::COMPONENTS_LEFT_OUT, base().column(Pay, "other_exempt", "100.00")),
        (&code::SERVICE_PAY_COLUMN, base().edit(Employment, "umowa_o_pracę", "umowa_zlecenie")),
        (&code::SENIORITY_PAID, base().edit(Pay, "5000.00 500.00", "5000.00 1100.00")),
        (&code::SUPPLEMENT_BLANK, base().edit(Pay, "250.00", "-")),
        (&code::BELOW_MINIMUM_WAGE, base().edit(Pay, "5000.00 500.00", "4000.00 400.00")),
        (
            &code::BELOW_HOURLY_MINIMUM,
            base().edit(Employment, "umowa_o_pracę", "umowa_zlecenie").edit(Pay, "5000.00", "3000.00"),
        ),
        (&code::HOURS_MISSING, base().without(Absences).edit(Pay, "160 160", "160 -")),
        (
            &code::HOURS_COLUMN_MISSING,
            base().without(Absences).edit(Pay, "nominal_hours hours", "nominal_hours other_exempt"),
        ),
        (&code::HOURS_UNEQUAL, base().row(Pay, "A1 2025-05 160 150 1.00 - - - - - - 2025-06-28")),
        (
            &code::NOMINAL_HOURS_DIFFER,
            base()
                .row(Employment, "A2 umowa_o_pracę 1 2020-01-01 art._12_ust._1_pkt_1_lit._b")
                .row(Pay, "A2 2025-05 168 168 5000.00 - 250.00 512.40 341.25 87.68 128.63 2025-05-28"),
        ),
        (&code::HOURS_IMPLAUSIBLE, base().edit(Pay, "160 160", "160 320")),
        (&code::CONTRIBUTIONS_MISSING, base().edit(Pay, "561.20 373.75 96.03 140.88", "- - - -")),
        (&code::CONTRIBUTION_DIFFERS, base().edit(Pay, "561.20", "551.20")),
        (&code::CONTRIBUTIONS_GROSZ, base().edit(Pay, "561.20", "561.21")),
        (&code::LABOUR_FUND_ZERO, base().edit(Pay, "140.88", "0.00")),
        (
            &code::LABOUR_FUND_BELOW_MINIMUM,
            base().edit(Employment, "umowa_o_pracę 1 ", "umowa_o_pracę 1/2 ").edit(
                Pay,
                "5000.00 500.00 250.00 561.20 373.75 96.03 140.88",
                "2500.00 250.00 - 268.40 178.75 45.93 67.38",
            ),
        ),
        (&code::FGSP_BUDGET_UNIT, base().column(Pay, "fgsp", "5.75")),
        (&code::PPK_TOO_EARLY, ordinary(2019).column(Pay, "ppk", "82.50")),
        (&code::FAMILY_DATA_MISSING, base().without(Families)),
        (&code::FAMILY_DATES_REVERSED, base().column(Families, "to", "2024-12-01")),
        (&code::FAMILIES_OUTSIDE_PERIOD, base().row(Families, "R2 A1 2026-01-02 1")),
        (&code::FAMILY_ASSISTANT_UNKNOWN, base().row(Families, "R2 A9 2025-03-01 1")),
        (&code::FAMILY_OUTSIDE_CONTRACT, base().column(Employment, "to", "2025-11-30")),
        (&code::FAMILY_TWO_ASSISTANTS, two_assistants().row(Families, "R1 A2 2025-06-14 2 -")),
        (&code::FAMILY_OVERLAPS_ITSELF, base().row(Families, "R1 A1 2025-06-14 2")),
        (&code::CASELOAD_ABOVE_LIMIT, base().table(Families, &families(16))),
        (&code::FAMILY_PART_ABOVE_WHOLE, base().column(Families, "children_in_care", "3")),
        (&code::FAMILY_ADVICE_UNCLEAR, base().column(Families, "children_advised", "1")),
        (&code::CHILDREN_MISSING, base().edit(Families, "2025-01-01 2", "2025-01-01 -")),
        (
            &code::END_REASON_MISSING,
            base().column(Families, "to", "2025-08-31").column(Families, "end_reason", "-"),
        ),
        (&code::ASSESSMENT_OVERDUE, base().column(Families, "assessment_day", "2025-03-01")),
        (&code::LINES_DO_NOT_ADD_UP, base().tampered()),
        (&code::HOURS_ABOVE_PRESENCE, base().row(Absences, "A1 2025-05-05 2025-05-12 urlop_wypoczynkowy")),
        (&code::HOURS_BELOW_THRESHOLD, base().edit(Pay, "160 160", "160 119")),
        (&code::NOT_EMPLOYED_ON_REFERENCE_DAY, base().column(Employment, "to", "2025-10-27")),
        (&code::NOT_READY, y2021().column(Employment, "ready", "NIE")),
        (&code::AMOUNT_CEILING_BINDS, base().edit(Pay, "250.00", "300.00")),
        (&code::AMOUNT_CEILING_REACHED, base().edit(Pay, "2025-05-28 0.00", "2025-05-28 50.00")),
        (&code::OWN_SHARE_BINDS, base().edit(Pay, "250.00", "200.00")),
        (&code::AWARD_BINDS, base().edit(Funds, "400 400", "399 399")),
        (&code::AWARD_ABOVE_RULE, base().edit(Funds, "400 400", "500 -")),
        (&code::RECEIVED_ABOVE_RULE, base().edit(Funds, "400 400", "500 500")),
        (&code::DUE_NOT_TRANSFERRED, base().edit(Funds, "400 400", "400 300")),
        (&code::RETURNED_TOO_MUCH, base().table(Refunds, "date component principal\n2026-01-05 dodatki 10")),
    ]
}
