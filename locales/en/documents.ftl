# Papers beside the settlement.

cli-documents = Makes the papers beside the settlement: statement, list of documents, figures for CAS (in Polish: dokumenty)
cli-documents-usage = rozlicz documents [OPTIONS] INPUT… --as-of DATE --out FILE
cli-documents-after =
    Example: rozlicz documents data.xlsx --out documents-2025.xlsx --as-of 2026-01-10
    Exit code: 0 – all right, 1 – there are errors (without --draft nothing is written), 2 – could not run.
cli-documents-out = Workbook with the papers; the working sheets with the steps stand behind
cli-documents-kind = Paper: statement, documents (list of documents), half-year (figures for CAS); may be repeated, all by default
cli-documents-half = Half-year: I-VI or VII-XII; by default the last one settled
cli-documents-refuse = The statement refuses the award
cli-documents-correction = Number of the correction, for the field „Wersja” of the statement and the list; without it the field is left for the pen
cli-value-number = NUMBER
documents-refuse-without-statement = --refuse is about the statement, and the papers chosen (--kind) have none.
documents-refuse-without-statement-hint = Add --kind statement or leave out --refuse.
cli-value-kind = PAPER
cli-value-half = HALF-YEAR
cli-documents-statement = Statement: due – { $term }
cli-documents-statement-late = That day, { $due }, was { $days ->
    [one] { $days } day
   *[other] { $days } days
 } ago: ask the voivode whether the statement is still taken.
cli-documents-list = List of documents: { $count ->
    [one] { $count } row
   *[other] { $count } rows
 }, from the programme { $amount }.
cli-documents-report = Figures for the report in CAS for { $half }: due { $due }, { $days ->
    [0] today
    [one] { $days } day left
   *[other] { $days } days left
 }. Figures to copy, not the form.
cli-documents-report-late = Figures for the report in CAS for { $half }: was due { $due }, { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
 }. Figures to copy, not the form.
cli-documents-written = Papers written: { $path }
cli-documents-nothing = No paper was written; the reasons stand above.

## Statement

no-statement = This edition asks for no statement of acceptance. { $kind ->
    [refusal] Only a municipality that leaves sends one ({ $term }).
   *[none] The edition's description has no such paper and no date for it.
 }
no-statement-hint = { $kind ->
    [refusal] To leave, run the command with --refuse. Otherwise nothing has to be sent.
   *[none] If the voivode asks for a statement, use the form they gave.
 }
statement-after-contract = { $kind ->
    [forbidden] The contract is signed ({ $seen }), and this edition takes a statement of refusal before the contract only.
   *[doubtful] The statement refuses the award, and the contract is signed already ({ $seen }). If the contract holds this amount, a statement alone does not end it.
 }
statement-after-contract-hint = { $kind ->
    [forbidden] To leave, terminate the contract. If there is no contract yet, remove „Data umowy” from the sheet „Umowa”.
   *[doubtful] See in the contract what it is about. To leave it, terminate or amend it, and return the money received.
 }
statement-without-award = The sheet „Środki” has no amount awarded, so the statement would have no amount.
statement-without-award-hint = Enter the amounts of the award in the column „Przyznano (zł)”.

## List of documents

document-without-number = In the list of documents { $count ->
    [one] { $count } row has no number of a payroll or bill.
   *[other] { $count } rows have no number of a payroll or bill.
 }
document-without-number-hint = Enter the numbers in the column „Numer listy płac” of „Płace”, or write them on the printed list.

## Figures for the half-year report

half-year-outside = The half-year { $half } is outside of the days settled ({ $first } – { $last }), so there are no figures for the report.
half-year-outside-hint = Choose the other half-year with --half, or give the tables of this one.
half-year-partial = The tables hold a part of the half-year { $half } only: { $first } to { $last }. Families and spending are those of that part.
half-year-partial-hint = Add the other months to the tables, or complete the report in CAS from your records.
half-year-not-over = The half-year { $half } ends on { $expected } and the data are of { $seen }: the state on the last day and the spending may still change.
half-year-not-over-hint = Make the figures again after the last day of the half-year.
half-year-no-families = There is no table „Rodziny”, so families and children are left empty in the figures for the report.
half-year-no-families-hint = Add the table „Rodziny”, or enter these numbers in CAS from your records.
half-year-no-day = The sheet „Środki” has an amount received without its day, so it is not known in which half-year the money was spent. Spending by source is left empty.
half-year-no-day-hint = Enter the day of receipt in the column „Data otrzymania” of „Środki”.
