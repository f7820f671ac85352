//! The plan over a small municipality: what each finding is called forth by, and that the sums are the settlement's.

use super::transfers::Kind;
use super::*;
use crate::finding::Code;
use crate::finding::code::close as code;
use crate::programme::Catalogue;
use crate::records::TableId::{self, Agreement, Employment, Funds, Pay};
use crate::settlement::testing::submission;
use crate::units::{Exact, Money};

const AGREEMENT: &str = "municipality period_from period_to request_day accident_rate payment_deadline\n\
                         Nowa 2025-01-01 2025-12-31 2025-10-20 0.0167 2025-12-31";
const FUNDS: &str =
    "component awarded received\ndodatki 9000.00 9000.00\nkoszty_zatrudnienia 50000.00 50000.00";
const PEOPLE: &str =
    "assistant form fte from\nA1 umowa_o_pracę 1 2018-01-01\nA2 umowa_o_pracę 1/2 2018-01-01";
const PAY: &str = "assistant month nominal_hours hours base seniority supplement pension disability accident labour_fund payroll paid_on contributions_paid_on\n\
    A1 2025-10 184 176 6000.00 600.00 - 644.16 429.00 110.22 161.70 LP10 2025-10-28 -\n\
    A2 2025-10 184 88 3000.00 - - 292.80 195.00 50.10 - LP10 2025-10-28 -\n\
    A1 2025-11 144 144 6000.00 600.00 - 644.16 429.00 110.22 161.70 LP11 2025-11-28 -\n\
    A2 2025-11 144 72 3000.00 - - 292.80 195.00 50.10 - LP11 2025-11-28 -\n\
    A1 2025-12 168 160 6000.00 600.00 - 644.16 429.00 110.22 161.70 LP12 - -\n\
    A2 2025-12 168 50 3000.00 - - 292.80 195.00 50.10 - LP12 - -";

struct Case {
    programme: &'static str,
    tables: Vec<(TableId, String)>,
    as_of: &'static str,
    reading: Option<(&'static str, &'static str)>,
}

fn ordinary() -> Case {
    let tables = [(Agreement, AGREEMENT), (Funds, FUNDS), (Employment, PEOPLE), (Pay, PAY)];
    let tables = tables.map(|(id, text)| (id, text.to_owned())).to_vec();
    Case { programme: "asystent-rodziny-2025", tables, as_of: "2025-12-19", reading: None }
}

impl Case {
    fn edit(mut self, table: TableId, old: &str, new: &str) -> Self {
        let text = &mut self.tables.iter_mut().find(|(id, _)| *id == table).expect("the table").1;
        assert!(text.contains(old), "{old} is in {text}");
        *text = text.replace(old, new);
        self
    }

    fn on(mut self, day: &'static str) -> Self {
        self.as_of = day;
        self
    }

    fn of(mut self, programme: &'static str) -> Self {
        self.programme = programme;
        self
    }

    fn with<T>(&self, then: impl FnOnce(&Year<'_>, Closing) -> T) -> T {
        let mut programme = Catalogue::built_in().get(self.programme).expect("an edition");
        if let Some((name, way)) = self.reading {
            programme = programme.with_reading(name, way, None).expect("a reading");
        }
        let tables: Vec<(TableId, &str)> = self.tables.iter().map(|(id, t)| (*id, t.as_str())).collect();
        let facts = submission(&tables);
        let period = facts.agreement.period_from.as_ref().zip(facts.agreement.period_to.as_ref());
        let period = period.and_then(|(a, b)| DayRange::new(a.value, b.value)).expect("a period");
        let period = period.overlap(&programme.period.value).expect("days of the edition");
        let as_of = Day::parse_iso(self.as_of).expect("a day");
        let national = National::built_in();
        let year = Year { facts: &facts, programme: &programme, national: &national, period, as_of };
        then(&year, close(&year))
    }

    fn planned<T>(&self, then: impl FnOnce(&Year<'_>, &Closing, &Plan) -> T) -> T {
        self.with(|year, closing| {
            let plan = closing.plan.as_ref().expect("a plan");
            then(year, &closing, plan)
        })
    }

    fn codes(&self) -> Vec<&'static str> {
        self.with(|_, closing| closing.findings.iter().map(|f| f.code.name).collect())
    }
}

fn money(text: &str) -> Money {
    Money::from_exact(&Exact::parse_decimal(text).expect("a decimal")).expect("grosze")
}

#[test]
fn an_ordinary_december_has_nothing_to_find() {
    assert!(ordinary().codes().is_empty(), "{:?}", ordinary().codes());
}

#[test]
fn every_code_has_a_fault_that_calls_it_forth() {
    let y2021 = || {
        ordinary()
            .of("asystent-rodziny-2021")
            .on("2021-12-20")
            .edit(
                Agreement,
                "2025-01-01 2025-12-31 2025-10-20 0.0167 2025-12-31",
                "2021-10-22 2021-12-31 - - 2021-12-31",
            )
            .edit(Pay, "2025-", "2021-")
    };
    let faults: Vec<(&Code, Case)> = vec![
        (&code::CLOSE_AFTER_DEADLINE, ordinary().on("2026-01-02")),
        (&code::CLOSE_BEFORE_PERIOD, ordinary().on("2024-12-20")),
        (
            &code::CLOSE_NO_WORKING_DAY_LEFT,
            ordinary().edit(Agreement, "0.0167 2025-12-31", "0.0167 2025-12-28").on("2025-12-28"),
        ),
        (&code::CLOSE_ACCIDENT_RATE_MISSING, ordinary().edit(Agreement, "0.0167", "-")),
        (&code::CLOSE_ACCIDENT_RATE_MISSING, y2021()),
        (&code::CLOSE_NO_SUPPLEMENT, ordinary().edit(Funds, "dodatki 9000.00 9000.00\n", "")),
        (
            &code::CLOSE_SUPPLEMENT_FUNDED,
            ordinary().of("dodatek-motywacyjny-2024-2027").edit(
                Funds,
                "koszty_zatrudnienia 50000.00 50000.00",
                "",
            ),
        ),
        (&code::CLOSE_NOBODY_QUALIFIES, ordinary().edit(Agreement, "2025-10-20", "-")),
        (&code::CLOSE_HOURS_UNKNOWN, ordinary().edit(Pay, "A1 2025-12 168 160", "A1 2025-12 168 -")),
        (&code::CLOSE_MONTH_WITHOUT_PAY, december_not_in_the_tables()),
        (
            &code::CLOSE_SUPPLEMENT_TOO_SMALL,
            ordinary().edit(
                Pay,
                "A1 2025-11 144 144 6000.00 600.00 -",
                "A1 2025-11 144 144 6000.00 600.00 200.00",
            ),
        ),
        (&code::CLOSE_AWARD_BINDS, ordinary().edit(Funds, "9000.00 9000.00", "500.00 500.00")),
        (
            &code::CLOSE_PLANNED_TOO_LATE,
            ordinary().edit(Pay, "110.22 161.70 LP12 -", "110.22 161.70 LP12 2026-01-02"),
        ),
        (
            &code::CLOSE_CONTRIBUTIONS_UNCONFIRMED,
            ordinary().edit(Pay, "110.22 161.70 LP12 -", "110.22 161.70 LP12 2025-12-18"),
        ),
    ];
    for (code, case) in &faults {
        assert!(case.codes().contains(&code.name), "{}: {:?}", code.name, case.codes());
    }
    let called: std::collections::BTreeSet<&str> = faults.iter().map(|(code, _)| code.name).collect();
    for code in code::CODES {
        assert!(called.contains(code.name), "{} has no fault", code.name);
    }
}

/// The payroll of December is not made yet.
fn december_not_in_the_tables() -> Case {
    ordinary()
        .edit(Pay, "\nA1 2025-12 168 160 6000.00 600.00 - 644.16 429.00 110.22 161.70 LP12 - -", "")
        .edit(Pay, "\nA2 2025-12 168 50 3000.00 - - 292.80 195.00 50.10 - LP12 - -", "")
}

#[test]
fn december_that_is_not_in_the_tables_is_asked_for_at_each_contract() {
    december_not_in_the_tables().with(|year, closing| {
        let asked = closing.findings.iter().filter(|f| f.code.name == "close-month-without-pay");
        let cells: Vec<_> = asked.map(|f| f.at).collect();
        assert_eq!(cells, year.facts.employments.iter().map(|c| Some(c.at)).collect::<Vec<_>>());
    });
    let left = december_not_in_the_tables().edit(
        Employment,
        "assistant form fte from\nA1 umowa_o_pracę 1 2018-01-01\nA2 umowa_o_pracę 1/2 2018-01-01",
        "assistant form fte from to\nA1 umowa_o_pracę 1 2018-01-01 2025-11-30\nA2 umowa_o_pracę 1/2 2018-01-01 -",
    );
    let asked = left.codes().iter().filter(|code| **code == "close-month-without-pay").count();
    assert_eq!(asked, 1, "who has left has no December");
    // Nor has the one who left other pay in the month of payment: no Labour Fund.
    left.planned(|_, _, plan| {
        let rates = &plan.grants.iter().find(|g| g.id == "A1").expect("a grant").rates;
        assert!(rates.iter().all(|r| r.which != crate::records::Contribution::LabourFund), "{rates:?}");
    });
}

#[test]
fn the_labour_fund_is_judged_by_the_ordinary_months_where_december_is_not_in_the_tables() {
    december_not_in_the_tables().planned(|_, _, plan| {
        let of =
            |id: &str| -> Vec<Money> { plan.grants.iter().filter(|g| g.id == id).map(|g| g.gross).collect() };
        // 6,600.00 a month bears it, 3,000.00 does not: as in the months that were paid.
        assert_eq!(of("A1"), [money("207.67"), money("207.67")]);
        assert_eq!(of("A2"), [money("106.00"), money("106.00")]);
    });
}

#[test]
fn what_must_be_put_right_first_leaves_no_plan() {
    for case in
        [ordinary().on("2026-01-02"), ordinary().on("2024-12-20"), ordinary().edit(Agreement, "0.0167", "-")]
    {
        case.with(|_, closing| assert!(closing.plan.is_none()));
    }
}

#[test]
fn the_gross_follows_the_post_the_hours_and_the_rates_of_the_person() {
    ordinary().planned(|_, _, plan| {
        let of = |id: &str| -> Vec<(u32, Money)> {
            plan.grants.iter().filter(|g| g.id == id).map(|g| (g.month.number, g.gross)).collect()
        };
        assert_eq!(of("A1"), [(10, money("207.67")), (11, money("207.67")), (12, money("207.67"))]);
        // Half a post below the minimum wage bears no Labour Fund: 106.00 + 10.35 + 6.89 + 1.77 = 125.01, and 105.99 costs
        // 124.99. In December 50 hours are less than 60.
        assert_eq!(of("A2"), [(10, money("106.00")), (11, money("106.00"))]);
        for (grant, f) in plan.grants.iter().zip(&plan.figures) {
            let model = &plan.all.model;
            assert_eq!(model.money(f.of_cost), model.money(f.whole), "{}", grant.id);
            assert!(model.number(f.of_less) < model.number(f.whole), "one grosz less earns less");
        }
        let first = &plan.figures[0];
        let model = &plan.all.model;
        assert_eq!(model.money(first.cost), money("250.00"));
        assert_eq!(first.plain.map(|id| model.money(id)), [money("192.60"), money("7.40")]);
    });
}

#[test]
fn pay_that_a_supplement_lifts_to_the_minimum_wage_bears_the_labour_fund() {
    // 4,600.00 in December and two supplements of about 104 reach 4,666.00. 103.85 + 10.14 + 6.75 + 1.73 + 2.54 = 125.01,
    // and 103.84 costs 124.99.
    let case = ordinary().edit(
        Pay,
        "A2 2025-12 168 50 3000.00 - - 292.80 195.00 50.10",
        "A2 2025-12 168 50 4600.00 - - 448.96 299.00 76.82",
    );
    case.planned(|_, _, plan| {
        let rates = &plan.grants.iter().find(|g| g.id == "A2").expect("a grant").rates;
        assert!(rates.iter().any(|r| r.which == crate::records::Contribution::LabourFund), "{rates:?}");
        let own: Vec<Money> = plan.grants.iter().filter(|g| g.id == "A2").map(|g| g.gross).collect();
        assert_eq!(own, [money("103.85"), money("103.85")]);
    });
}

#[test]
fn the_re_booking_is_the_co_financing_by_paragraph_and_in_all() {
    for case in [
        ordinary(),
        ordinary().edit(Funds, "9000.00 9000.00", "333.33 333.33").edit(
            Funds,
            "50000.00 50000.00",
            "10000.01 10000.01",
        ),
    ] {
        case.planned(|_, _, plan| {
            let model = &plan.all.model;
            let sum =
                |ids: &[crate::calc::NodeId]| ids.iter().map(|id| model.money(*id).grosze()).sum::<i64>();
            let whole = model.money(plan.all.totals.co_financing).grosze();
            assert_eq!(sum(&plan.booking.by_month), whole);
            assert_eq!(sum(&plan.booking.by_paragraph), whole);
            assert_eq!(model.money(plan.booking.control), Money::ZERO);
            for (row, booked) in plan.booking.shares.spending.iter().zip(&plan.booking.by_paragraph) {
                assert_eq!(sum(&[row.employment_grant, row.supplement_grant]), model.money(*booked).grosze());
            }
            assert!(plan.booking.cells.values().all(|id| model.money(*id) >= Money::ZERO));
        });
    }
}

#[test]
fn a_late_transfer_costs_what_settling_without_it_shows() {
    ordinary().planned(|year, closing, plan| {
        let whole = plan.all.model.money(plan.all.totals.co_financing).grosze();
        assert!(
            plan.transfers.iter().any(|t| t.granted)
                && plan.transfers.iter().any(|t| t.kind == Kind::Contributions)
        );
        for transfer in &plan.transfers {
            let Some(lost) = transfer.lost else {
                assert_eq!(transfer.kind, Kind::Tax, "the tables tell no tax");
                continue;
            };
            // Settled again from the facts, the rows written by hand.
            let mut facts = plan.facts.submission.clone();
            let late = |row: &mut crate::records::Payment| match transfer.kind {
                Kind::Contributions => row.contributions.clear(),
                _ => row.rejected = true,
            };
            for index in &transfer.payments {
                let row = &mut facts.payments[*index];
                late(row);
                let at = row.at;
                for read in facts.tables.iter_mut().flat_map(|t| &mut t.rows).filter(|r| r.at == at) {
                    if transfer.kind == Kind::Contributions {
                        for key in ["pension", "disability", "accident", "labour_fund"] {
                            if let Some(field) = read.fields.get_mut(key) {
                                field.datum = None;
                            }
                        }
                    } else {
                        let day = read.fields.get_mut("paid_on").expect("a day");
                        day.datum = Some(crate::records::Datum::Day(closing.days.too_late()));
                    }
                }
                facts.payments[*index].rejected = false;
            }
            let other = settle_over(Model::default(), &facts, year.programme, year.period);
            assert_eq!(
                lost.grosze(),
                whole - other.model.money(other.totals.co_financing).grosze(),
                "{transfer:?}"
            );
        }
    });
}

#[test]
fn transfers_stand_dearest_first() {
    ordinary().planned(|_, _, plan| {
        let lost: Vec<Money> = plan.transfers.iter().filter_map(|t| t.lost).collect();
        assert!(lost.windows(2).all(|pair| pair[0] >= pair[1]), "{lost:?}");
        assert!(
            plan.transfers.iter().rev().take_while(|t| t.kind == Kind::Tax).count() > 0,
            "tax stands last"
        );
    });
}

#[test]
fn a_last_payment_day_on_a_sunday_asks_for_the_friday_before() {
    let sunday = Day::new(2023, 12, 31).expect("a day");
    assert_eq!(days::last_working_day(&National::built_in(), sunday), Day::new(2023, 12, 29).expect("a day"));
    // The second day of Christmas is a holiday, and 27 and 28 December 2025 are a weekend.
    let boxing_day = Day::new(2025, 12, 26).expect("a day");
    let eve_of_eve = days::last_working_day(&National::built_in(), boxing_day);
    assert!(eve_of_eve < Day::new(2025, 12, 25).expect("a day"), "{eve_of_eve}");
}

#[test]
fn paid_rows_and_rows_to_come_are_told_apart_by_the_day() {
    ordinary().on("2025-11-28").planned(|_, closing, plan| {
        let november = plan.transfers.iter().find(|t| t.payroll == "LP11").expect("its contributions");
        assert_eq!((november.kind, november.when), (Kind::Contributions, days::When::Unconfirmed));
        assert_eq!(closing.days.last_working, Day::new(2025, 12, 31).expect("a day"));
        assert!(plan.transfers.iter().all(|t| t.payroll != "LP10"), "October was paid, contributions too");
    });
}

#[test]
fn without_a_column_of_hours_nobody_is_said_to_have_been_absent_on_the_day() {
    use super::grants::State;
    use super::units::Reason;
    let mut case = ordinary();
    let pay = &mut case.tables.iter_mut().find(|(id, _)| *id == Pay).expect("the table").1;
    let without = |line: &str| {
        let cells: Vec<&str> = line.split_whitespace().collect();
        [&cells[..2], &cells[4..]].concat().join(" ")
    };
    *pay = pay.lines().map(without).collect::<Vec<_>>().join("\n");
    case.planned(|_, closing, plan| {
        let unknown = plan.states.iter().filter(|s| s.state == State::NotMet(Reason::HoursUnknown));
        assert_eq!(unknown.count(), 6, "three months of two people have pay");
        assert!(closing.findings.iter().any(|f| f.code.name == code::CLOSE_HOURS_UNKNOWN.name));
    });
}

#[test]
fn a_month_that_a_reading_takes_away_for_its_families_is_not_laid_to_the_day_of_the_request() {
    use super::grants::State;
    use super::units::Reason;
    let mut case = ordinary();
    case.reading = Some(("caseload-money", "month-excluded"));
    case.tables.push((TableId::FamilyPeaks, "assistant month peak\nA1 2025-11 16".to_owned()));
    case.planned(|_, _, plan| {
        let over = plan.states.iter().filter(|s| s.state == State::NotMet(Reason::TooManyFamilies));
        let over: Vec<_> = over.map(|s| (s.assistant, s.month.number)).collect();
        assert_eq!(over, [(0, 11)]);
    });
}
