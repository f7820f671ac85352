//! Codes of findings made by the checks and by the settlement.

use super::codes;

codes! {
    /// The same row twice.
    DUPLICATE_ROW = "duplicate-row", Error;

    // The agreement.
    /// The settlement period ends before it begins.
    PERIOD_REVERSED = "period-reversed", Error;
    /// The settlement period lies wholly outside the edition.
    PERIOD_OUTSIDE_EDITION = "period-outside-edition", Error;
    /// The settlement period reaches beyond the edition and was cut.
    PERIOD_CUT = "period-cut", Note;
    /// The code of the municipality has not the form of one.
    TERYT_FORM = "teryt-form", Warning, "C21";
    /// The code belongs to another voivodeship.
    TERYT_VOIVODESHIP = "teryt-voivodeship", Warning, "C21";
    /// The name is no voivodeship's.
    VOIVODESHIP_UNKNOWN = "voivodeship-unknown", Warning, "C21";
    /// Number, day or unit of the agreement is missing.
    AGREEMENT_INCOMPLETE = "agreement-incomplete", Warning, "C25";
    /// Nobody is named for the signature block.
    SIGNATURES_MISSING = "signatures-missing", Warning, "C25";
    /// An amendment without its number or without its day.
    AMENDMENT_INCOMPLETE = "amendment-incomplete", Warning, "C25";
    /// A day of the agreement later than the edition allows.
    TERM_AFTER_EDITION = "term-after-edition", Warning, "C23";
    /// Request, agreement, amendment and money in an order that cannot be.
    DAYS_OUT_OF_ORDER = "days-out-of-order", Warning, "C23";
    /// Money received after the day of the settlement.
    RECEIVED_IN_FUTURE = "received-in-future", Warning, "C23";
    /// Money given back after the day of the settlement.
    RETURN_IN_FUTURE = "return-in-future", Warning, "C17";
    /// The request was filed after the day on which the edition closed.
    REQUEST_LATE = "request-late", Warning, "C23";
    /// The day of the report has gone by.
    REPORT_OVERDUE = "report-overdue", Warning, "C23";
    /// The day of the request is missing where the edition counts from it.
    REQUEST_DAY_MISSING = "request-day-missing", Error, "C07";
    /// The level of co-financing is above the edition's ceiling.
    SHARE_ABOVE_CEILING = "share-above-ceiling", Error, "C04";
    /// The level is zero or less.
    LEVEL_NOT_POSITIVE = "level-not-positive", Error, "C04";
    /// The settlement covers two calendar years where each is settled by itself.
    PERIOD_TWO_YEARS = "period-two-years", Error;
    /// The day of the request lies in another year or after the settlement.
    REQUEST_DAY_ODD = "request-day-odd", Warning, "C07";
    /// The level is the misprint of the official form of 2025.
    LEVEL_MISPRINT = "level-misprint", Warning, "C04";
    /// The minister may have set a level, and none is given.
    LEVEL_NOT_GIVEN = "level-not-given", Note;
    /// The contract's payment day lies after the edition's.
    DEADLINE_AFTER_EDITION = "deadline-after-edition", Warning, "C08";
    /// The accident-insurance rate is none that occurs.
    ACCIDENT_RATE_ODD = "accident-rate-odd", Warning;
    /// A reading is chosen that the edition does not know.
    READING_UNKNOWN = "reading-unknown", Error;
    /// A reading is answered in a way that the edition does not admit.
    READING_WAY_UNKNOWN = "reading-way-unknown", Error;
    /// Two ways are chosen for one reading.
    READING_TWICE = "reading-twice", Error;
    /// The command line chose another way than `Odczytania`.
    READING_OVERRULED = "reading-overruled", Note;
    /// A way other than the edition starts from rests on no letter.
    READING_WITHOUT_LETTER = "reading-without-letter", Warning;

    // The money.
    /// More was received than awarded.
    RECEIVED_ABOVE_AWARD = "received-above-award", Error, "C01";
    /// No award is given.
    AWARD_MISSING = "award-missing", Warning, "C01";
    /// Nothing is said about what was received.
    RECEIVED_MISSING = "received-missing", Warning, "C01";
    /// Money was received, and the day is not given.
    RECEIVED_DAY_MISSING = "received-day-missing", Warning;
    /// An award, a transfer or a return below zero.
    NEGATIVE_FUND = "negative-fund", Error, "C01";
    /// The edition has no such component.
    FUND_NOT_IN_EDITION = "fund-not-in-edition", Error;
    /// A row of a half-year that is not settled.
    FUND_ROUND_OUTSIDE = "fund-round-outside", Note;
    /// A row without a half-year where both half-years are settled.
    FUND_ROUND_UNCLEAR = "fund-round-unclear", Error;
    /// Several rows of one component, round and source.
    FUND_TWICE = "fund-twice", Warning;
    /// A half-year is given where the edition has none.
    HALF_YEAR_UNUSED = "half-year-unused", Warning;
    /// More is said to be misused than was received.
    DETERMINATION_ABOVE_RECEIVED = "determination-above-received", Error, "C01";
    /// More was returned than received.
    REFUND_ABOVE_RECEIVED = "refund-above-received", Warning, "C01";
    /// More was awarded than asked for.
    AWARD_ABOVE_REQUEST = "award-above-request", Warning, "C20";

    // Employment.
    /// An absence that ends before it begins.
    ABSENCE_DATES_REVERSED = "absence-dates-reversed", Error;
    /// A contract that ends before it begins.
    EMPLOYMENT_DATES_REVERSED = "employment-dates-reversed", Error;
    /// Two contracts of one person and form share days.
    CONTRACTS_OVERLAP = "contracts-overlap", Warning;
    /// A person has more than one post at a time.
    FTE_ABOVE_ONE = "fte-above-one", Warning;
    /// The post is blank where the edition needs it.
    FTE_MISSING = "fte-missing", Error;
    /// The post is zero or less.
    FTE_NOT_POSITIVE = "fte-not-positive", Error;
    /// Nothing is said about qualification.
    QUALIFICATION_MISSING = "qualification-missing", Warning, "C14";
    /// The assistant is also a social worker.
    SOCIAL_WORKER = "social-worker", Warning, "C15";
    /// The seniority allowance is none the law knows.
    SENIORITY_RATE = "seniority-rate", Warning;
    /// The replaced assistant is not known.
    REPLACED_UNKNOWN = "replaced-unknown", Warning;
    /// An assistant under contract without any pay.
    ASSISTANT_WITHOUT_PAY = "assistant-without-pay", Warning;
    /// Months under contract without a row of pay.
    PAY_MONTH_MISSING = "pay-month-missing", Warning;

    // Pay.
    /// An assistant in pay but not in employment.
    ASSISTANT_NOT_EMPLOYED = "assistant-not-employed", Error;
    /// Pay for a month without a contract.
    PAY_WITHOUT_CONTRACT = "pay-without-contract", Error;
    /// Both contract forms in a month, and the row does not say which.
    FORM_UNCLEAR = "form-unclear", Error;
    /// Months outside the settlement period.
    PAY_OUTSIDE_PERIOD = "pay-outside-period", Note, "C08";
    /// Columns of pay that the edition needs are not in the table.
    PAY_COLUMN_MISSING = "pay-column-missing", Error;
    /// A cell of pay that the edition needs is blank.
    PAY_CELL_BLANK = "pay-cell-blank", Error;
    /// The same pay or contributions are given in two ways in one row.
    PAY_GIVEN_TWICE = "pay-given-twice", Error;
    /// A sum of the month below zero.
    NEGATIVE_MONTH = "negative-month", Error;
    /// A cost of the month below zero over the rows that were paid in time.
    COST_BELOW_ZERO = "cost-below-zero", Error;
    /// A row that pays nothing.
    PAY_ROW_EMPTY = "pay-row-empty", Warning;
    /// A benefit of the social insurer stands among the pay.
    BENEFIT_IN_PAY = "benefit-in-pay", Error;
    /// No day of payment.
    PAYMENT_DAY_MISSING = "payment-day-missing", Error, "C08";
    /// Paid after the last payment day.
    PAID_LATE = "paid-late", Warning, "C08";
    /// Contributions paid after the last payment day.
    CONTRIBUTIONS_PAID_LATE = "contributions-paid-late", Warning, "C08";
    /// Paid later than the day of the settlement.
    PAID_IN_FUTURE = "paid-in-future", Warning, "C08";
    /// Paid long before the month it is due for.
    PAID_BEFORE_MONTH = "paid-before-month", Warning, "C08";
    /// Parts of the contributions above their total.
    OF_WHICH_ABOVE_TOTAL = "of-which-above-total", Error;
    /// The wage base of a month below zero.
    WAGE_BASE_BELOW_ZERO = "wage-base-below-zero", Error, "C11";
    /// Pay is given as one sum where only two components count.
    GROSS_AS_BASE = "gross-as-base", Warning, "C11";
    /// Components left out of the base.
    COMPONENTS_LEFT_OUT = "components-left-out", Note, "C11";
    /// A service contract's pay in a column of employment contracts.
    SERVICE_PAY_COLUMN = "service-pay-column", Warning, "C12";
    /// The seniority allowance paid is none the law knows.
    SENIORITY_PAID = "seniority-paid", Warning;
    /// The seniority allowance paid is no whole percentage of base pay.
    SENIORITY_NOT_WHOLE = "seniority-not-whole", Warning;
    /// The seniority allowance paid is not the one that `Zatrudnienie` declares.
    SENIORITY_DIFFERS = "seniority-differs", Warning;
    /// The motivation supplement of another programme inside the base pay.
    MOTIVATION_IN_BASE = "motivation-in-base", Warning, "C11";
    /// The motivation supplement taken off a base that does not hold it.
    MOTIVATION_TAKEN_OFF = "motivation-taken-off", Warning, "C11";
    /// The edition makes up an earlier one, and nothing is said of what that one paid.
    EARLIER_EDITION_NOT_SAID = "earlier-edition-not-said", Note, "C11";
    /// A motivation supplement under a service contract.
    MOTIVATION_SERVICE = "motivation-service", Warning, "C12";
    /// A motivation supplement for days of an absence without a right to pay.
    MOTIVATION_ABSENCE = "motivation-absence", Warning;
    /// No motivation supplement is given in a month under an employment contract.
    MOTIVATION_BLANK = "motivation-blank", Warning;
    /// No supplement is given in a month that would earn one.
    SUPPLEMENT_BLANK = "supplement-blank", Warning, "C05";
    /// Pay below the minimum wage.
    BELOW_MINIMUM_WAGE = "below-minimum-wage", Warning, "C24";
    /// A service contract's rate below the hourly minimum.
    BELOW_HOURLY_MINIMUM = "below-hourly-minimum", Warning, "C24";

    // Hours.
    /// Hours worked or nominal hours are blank where the edition needs them.
    HOURS_MISSING = "hours-missing", Error, "C06";
    /// The column of hours worked or of nominal hours is not in the table.
    HOURS_COLUMN_MISSING = "hours-column-missing", Error, "C06";
    /// Rows of one month give different hours.
    HOURS_UNEQUAL = "hours-unequal", Error, "C06";
    /// Nominal hours are not those of the month.
    NOMINAL_HOURS_DIFFER = "nominal-hours-differ", Warning, "C06";
    /// Hours typed earn a supplement that the absences would not leave.
    HOURS_ABOVE_PRESENCE = "hours-above-presence", Warning, "C06";
    /// Hours that were not given are reckoned from absences.
    HOURS_RECKONED = "hours-reckoned", Note;
    /// An absence of somebody who is not in employment.
    ABSENCE_ASSISTANT_UNKNOWN = "absence-assistant-unknown", Warning;
    /// Two absences of one person share days.
    ABSENCES_OVERLAP = "absences-overlap", Warning;
    /// An absence on days without a contract.
    ABSENCE_OUTSIDE_CONTRACT = "absence-outside-contract", Warning;
    /// More hours of absence than its working days have, or below zero.
    ABSENCE_HOURS_ODD = "absence-hours-odd", Warning;
    /// Hours that nobody works.
    HOURS_IMPLAUSIBLE = "hours-implausible", Warning, "C06";

    // Contributions.
    /// No contributions are given.
    CONTRIBUTIONS_MISSING = "contributions-missing", Error, "C09";
    /// A contribution does not fit the pay.
    CONTRIBUTION_DIFFERS = "contribution-differs", Warning, "C09";
    /// All contributions together are out of proportion to the pay.
    CONTRIBUTIONS_IMPLAUSIBLE = "contributions-implausible", Warning, "C09";
    /// Contributions differ by a grosz.
    CONTRIBUTIONS_GROSZ = "contributions-grosz", Note;
    /// No contribution to the Labour Fund though it looks due.
    LABOUR_FUND_ZERO = "labour-fund-zero", Warning, "C10";
    /// A contribution to the Labour Fund for somebody marked as exempt.
    LABOUR_FUND_EXEMPT = "labour-fund-exempt", Warning, "C10";
    /// A contribution to the Labour Fund below the minimum wage.
    LABOUR_FUND_BELOW_MINIMUM = "labour-fund-below-minimum", Warning, "C10";
    /// A contribution to the guaranteed benefits fund from a budget unit.
    FGSP_BUDGET_UNIT = "fgsp-budget-unit", Warning, "C10";
    /// PPK before the public sector had it.
    PPK_TOO_EARLY = "ppk-too-early", Warning, "C10";
    /// PPK at a rate that the law does not know.
    PPK_ODD = "ppk-odd", Warning, "C09";

    // Families.
    /// No family data.
    FAMILY_DATA_MISSING = "family-data-missing", Warning;
    /// A family's end lies before its beginning.
    FAMILY_DATES_REVERSED = "family-dates-reversed", Error;
    /// Families outside the settlement period.
    FAMILIES_OUTSIDE_PERIOD = "families-outside-period", Note;
    /// A family with an assistant who is not in employment.
    FAMILY_ASSISTANT_UNKNOWN = "family-assistant-unknown", Warning;
    /// A family with an assistant outside the days of the contract.
    FAMILY_OUTSIDE_CONTRACT = "family-outside-contract", Warning;
    /// A family with two assistants at once.
    FAMILY_TWO_ASSISTANTS = "family-two-assistants", Warning;
    /// A family twice with one assistant at the same time.
    FAMILY_OVERLAPS_ITSELF = "family-overlaps-itself", Warning;
    /// More families at one time than the law allows.
    CASELOAD_ABOVE_LIMIT = "caseload-above-limit", Warning, "C13";
    /// A part is larger than its whole in the family tables.
    FAMILY_PART_ABOVE_WHOLE = "family-part-above-whole", Warning;
    /// Children advised where no advice was given, or the reverse.
    FAMILY_ADVICE_UNCLEAR = "family-advice-unclear", Warning;
    /// Children are not given.
    CHILDREN_MISSING = "children-missing", Warning;
    /// The ground for the assistant is not given.
    FAMILY_GROUND_MISSING = "family-ground-missing", Warning;
    /// The category of the family is not given.
    FAMILY_CATEGORY_MISSING = "family-category-missing", Warning;
    /// Families ended without a reason.
    END_REASON_MISSING = "end-reason-missing", Warning;
    /// An assessment after the day of the settlement.
    ASSESSMENT_IN_FUTURE = "assessment-in-future", Warning, "C16";
    /// No assessment within half a year.
    ASSESSMENT_OVERDUE = "assessment-overdue", Warning, "C16";
    /// No plan of work though an assessment was made or half a year went by.
    PLAN_MISSING = "plan-missing", Warning, "C16";
    /// An assessment before the plan that it should judge.
    ASSESSMENT_BEFORE_PLAN = "assessment-before-plan", Warning, "C16";

    // The ledger.
    /// The programme's money in a paragraph that cannot hold it.
    LEDGER_PARAGRAPH = "ledger-paragraph", Warning, "C12";
    /// Parts of a paragraph above its turnover.
    LEDGER_PARTS = "ledger-parts", Warning;

    // What only the figures show.
    /// Lines and totals disagree: a fault of the program, never of the data.
    LINES_DO_NOT_ADD_UP = "lines-do-not-add-up", Error, "C02";
    /// The hours of a month are below the threshold.
    HOURS_BELOW_THRESHOLD = "hours-below-threshold", Warning, "C06";
    /// Not employed on the day that the edition asks for.
    NOT_EMPLOYED_ON_REFERENCE_DAY = "not-employed-on-reference-day", Warning, "C07";
    /// Marked as not ready for support.
    NOT_READY = "not-ready", Warning, "C07";
    /// The highest amount for a post cuts the money.
    AMOUNT_CEILING_BINDS = "amount-ceiling-binds", Warning, "C05";
    /// The amount for a post takes no more of a supplement than the own share and its contributions explain.
    AMOUNT_CEILING_REACHED = "amount-ceiling-reached", Note;
    /// The highest share of the supplement's cost cuts the money.
    OWN_SHARE_BINDS = "own-share-binds", Warning, "C03";
    /// The award is less than the rule gives.
    AWARD_BINDS = "award-binds", Warning, "C01";
    /// More was awarded than the rule gives.
    AWARD_ABOVE_RULE = "award-above-rule", Warning, "C04";
    /// More was received than the rule gives: the rest goes back.
    RECEIVED_ABOVE_RULE = "received-above-rule", Warning, "C03";
    /// Earned and awarded but not transferred.
    DUE_NOT_TRANSFERRED = "due-not-transferred", Warning, "C01";
    /// More was returned than had to be.
    RETURNED_TOO_MUCH = "returned-too-much", Warning, "C01";
    /// Other public money and the programme's together are above what was paid.
    CLAIMED_TWICE = "claimed-twice", Error, "C11";
    /// The award is not posts times the amount.
    AWARD_NOT_POSTS = "award-not-posts", Warning, "C22";
    /// Two tables of families count differently.
    FAMILY_TABLES_DIFFER = "family-tables-differ", Warning, "C20";
    /// What was booked on the payments is not the co-financing that is shared out as booked.
    BOOKED_DIFFERS = "booked-differs", Error;
    /// The reading shares money out as booked, and nothing was booked.
    BOOKED_MISSING = "booked-missing", Error;
    /// The programme's money in the books is not the co-financing.
    LEDGER_DIFFERS = "ledger-differs", Warning;
    /// Unused money that has not come back though its day is gone.
    RETURN_OVERDUE = "return-overdue", Warning, "C17";
    /// Unused money that came back after its day.
    RETURNED_LATE = "returned-late", Warning, "C17";
    /// Bank interest earned and not given back with the unused money.
    BANK_INTEREST_NOT_RETURNED = "bank-interest-not-returned", Warning, "C17";
    /// Unused money came back, and nothing is said of bank interest.
    BANK_INTEREST_UNKNOWN = "bank-interest-unknown", Note, "C17";
    /// Misused, undue or excessive money that has not come back in time.
    DETERMINATION_OVERDUE = "determination-overdue", Warning, "C18";
    /// Misused, undue or excessive money that came back too late.
    DETERMINATION_RETURNED_LATE = "determination-returned-late", Warning, "C18";
    /// The interest entered is not that of the formula.
    INTEREST_DIFFERS = "interest-differs", Warning, "C19";
    /// Interest cannot be computed: a rate or the day of transfer is not known.
    INTEREST_NOT_COMPUTED = "interest-not-computed", Note, "C19";
    /// Information duty: the award is above the threshold.
    INFORMATION_DUTY = "information-duty", Note;
}
