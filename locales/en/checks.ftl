# Findings of the checks: a sentence with the values (NAME), the basis (NAME-basis), what to do (NAME-hint).

duplicate-row = Row { $row } is the same as row { $first } ({ $place }); it is not counted again.
duplicate-row-hint = { $table ->
    [pay] If it is a slip, delete the second row. If these are two payments, give them different payroll numbers or days.
   *[other] Delete the second row, or correct what the two were to differ in.
 }

## Agreement

period-reversed = The settlement period ends on { $seen } and begins on { $expected }.
period-reversed-hint = Correct "Okres od" or "Okres do". Until then the whole edition is settled.
period-outside-edition = The period { $seen } lies outside the edition { $programme } ({ $expected }).
period-outside-edition-hint = Choose the programme of this year or correct the period.
period-cut = The period { $seen } reaches beyond the edition; only { $expected } counts.
period-cut-hint = Nothing to do if this was meant.
teryt-form = { $zero ->
    [yes] The TERYT code "{ $seen }" has lost its leading zero.
   *[no] "{ $seen }" is not the TERYT code of a municipality.
 }
teryt-form-basis = TERYT register: 6 digits, or 7 with the kind of municipality (1, 2, 3)
teryt-form-hint = Enter the code as text: 6 or 7 digits, with its leading zero if it has one. Only form and voivodeship are checked, not whether such a municipality exists.
teryt-voivodeship = The code begins with { $prefix }, which is { $expected }, but { $seen } was entered.
teryt-voivodeship-basis = TERYT register: first two digits of the code
teryt-voivodeship-hint = Correct the code or the voivodeship. Whether the municipality exists is not checked.
voivodeship-unknown = "{ $seen }" is not the name of a voivodeship.
voivodeship-unknown-basis = TERYT register: names of voivodeships
voivodeship-unknown-hint = Enter the name of the voivodeship, such as "wielkopolskie".
agreement-incomplete = Missing in the table "Umowa": { $fields }.
agreement-incomplete-basis = contract with the voivode
agreement-incomplete-hint = Fill these in before signing; no amount depends on them.
signatures-missing = Nobody is named for the signatures.
signatures-missing-basis = settlement form: signatures of authorised people
signatures-missing-hint = Say in the table "Umowa" who prepared and who signs the settlement, or write it on the print.
request-day-missing = The field "{ $field }" is missing; without it the supplements of { $period } are zero.
request-day-missing-basis = programme: assistant employed on the day the municipality filed its request
request-day-missing-hint = Enter the day on which the municipality filed its request with the voivode.
amendment-incomplete = There is an amendment, but the field "{ $field }" is blank.
amendment-incomplete-basis = the agreement with the voivode and its amendments
amendment-incomplete-hint = Enter number and day of the last amendment; no amount depends on them.
term-after-edition = { $what ->
    [completion] The agreement's day of completion is { $seen }, and the programme allows { $expected } at the latest.
    [agreement] The agreement is of { $seen }, and the money can be spent until { $expected } only.
    [report] The agreement's day of the report is { $seen }, and the programme allows { $expected } at the latest.
   *[return] The agreement's day of return is { $seen }, and the programme allows { $expected } at the latest.
 }
term-after-edition-hint = { $what ->
    [return] Check the day in the agreement. It is safe to give unused money back by the earlier day.
    [report] Check the day in the agreement. It is safe to file the report by the earlier day.
   *[other] Check the day in the agreement; if it is true, ask the voivode's office.
 }
return-in-future = The day of return { $seen } is later than the day of the settlement { $expected }; { $difference } does not count as returned yet.
return-in-future-basis = terms and interest run to the day on which the money came back
return-in-future-hint = Correct the day by the bank statement, or give the right day of the settlement (--as-of).
days-out-of-order = { $what ->
    [request] The agreement is of { $seen }, before the request ({ $expected }).
    [amendment] The amendment is of { $seen }, before the agreement ({ $expected }).
   *[money] The money came on { $seen }, before the agreement ({ $expected }).
 }
days-out-of-order-basis = order of the programme: request, agreement, amendment, transfer
days-out-of-order-hint = Check both days, the year above all; no amount depends on them.
received-in-future = The money was received on { $seen }, later than the day of the settlement { $expected }.
received-in-future-basis = money received is settled
received-in-future-hint = Check the day on the bank statement, or give the right day of the settlement (--as-of).
request-late = The request is of { $seen }, and municipalities filed requests until { $expected }.
request-late-hint = Check the day of the request. If it is right, ask the voivode's office whether it was accepted.
report-overdue = { $round ->
    [none] The report
   *[other] { $round }: the report
 } was due on { $expected }, and the settlement is of { $seen }.
report-overdue-basis = programme and agreement: day of the report
report-overdue-hint = If the report was filed in time and this is a correction, nothing need be done. Else file it soon and tell the voivode's office.
share-above-ceiling = The level of co-financing is { $seen }, and the highest allowed is { $expected }.
share-above-ceiling-hint = Check the level in the contract and correct the field, or clear it (then the highest allowed is used).
level-not-positive = The level given is { $seen }; the highest allowed is { $expected }, and zero means no co-financing.
level-not-positive-hint = Enter the level of the agreement, or clear the field (the highest allowed is then used).
period-two-years = The settlement ends on { $seen } and begins in { $year }; this programme is settled for each year by itself.
period-two-years-hint = Split the settlement: data and period of their own for each calendar year.
request-day-odd = The day of the request { $seen } is not in { $year }, or lies after the day of the settlement ({ $today }).
request-day-odd-basis = programme: assistant employed on the day the municipality filed its request
request-day-odd-hint = Check the day on the copy of the request.
absence-dates-reversed = Assistant { $assistant }: the absence ends on { $seen } and begins on { $expected }.
absence-dates-reversed-hint = Correct "Od" or "Do"; until then the row is not counted.
half-year-unused = The half-year { $seen } is given, and this edition does not divide the year; the amount is for the whole period.
half-year-unused-hint = Clear "Okres", or check that the programme is the right one.
determination-above-received = Component "{ $component }": "Ustalenia" add up to { $seen }, and { $expected } was received.
determination-above-received-basis = public finance act, art. 169: only money received is returned
determination-above-received-hint = Check the amounts and "Otrzymano (zł)".
assessment-in-future = The assessment of { $seen } is later than the day of the settlement { $expected }; families: { $families }.
assessment-in-future-basis = act on family support, art. 15 (1) 15
assessment-in-future-hint = Correct "Data ostatniej oceny"; no amount depends on it.
pay-given-twice = Assistant { $assistant }, { $month }: "{ $sum }" and "{ $part }" stand in one row, so the same amount would count twice. The row is not counted.
pay-given-twice-hint = Keep the sum or its parts, not both.
labour-fund-exempt = Assistant { $assistant }, { $month }: exempt from the Labour Fund contribution, and { $seen } was paid.
labour-fund-exempt-basis = Labour Fund contribution; exemptions by age, parental leave and others
labour-fund-exempt-hint = Since when does the exemption hold? Correct "Zwolnienie z FP" or the contribution. Said once, for the first such month.
level-misprint = The level is { $seen }. The form of this edition prints 20%, but the programme says { $expected }.
level-misprint-hint = Clear the field unless the contract sets 20%.
level-not-given = No level of co-financing of the employment cost is given; the highest, { $expected }, is used.
level-not-given-hint = If the minister set a lower level, enter it in the table "Umowa".
deadline-after-edition = The contract's payment day ({ $seen }) is later than the programme's ({ $expected }); the contract's day is used.
deadline-after-edition-hint = Check the day in the contract.
accident-rate-odd = The accident-insurance rate { $seen } is not between { $lowest } and { $highest }.
accident-rate-odd-basis = payers' accident-insurance rates; range assumed
accident-rate-odd-hint = Check the rate of the contribution year; it changes no amount of the settlement and serves only to check contributions.
reading-unknown = { $elsewhere ->
    [yes] This edition has no reading "{ $seen }"; it belongs to other years, so the row changes nothing.
   *[no] The edition knows no reading "{ $seen }". Nearest: "{ $nearest }".
 }
reading-unknown-hint = Use one of these names in the column „Nazwa”: { $expected }. All questions are printed by: rozlicz programmes readings.
reading-way-unknown = The reading "{ $name }" ({ $question }) knows no answer "{ $seen }". Nearest: "{ $nearest }".
reading-way-unknown-hint = Use one of these words in the column „Wartość”: { $expected }. Until then the default way is in force.
reading-twice = Two different ways are chosen for the reading "{ $name }": "{ $expected }" and "{ $seen }". The first counts.
reading-twice-hint = Keep one row: the one that the voivode's letter supports.
reading-overruled = Reading "{ $name }": the table „Odczytania” says "{ $seen }", the command line says "{ $expected }" and wins ({ $meaning })
reading-overruled-hint = Nothing to do if this is a trial. For a settlement to be signed, say the same in both places.
reading-without-letter = The reading "{ $name }" was changed from "{ $expected }" to "{ $seen }" and no letter is named. Question: { $question } Taken: { $meaning }
reading-without-letter-hint = Interpretation is the voivode's task. Name the letter of the voivode or the ministry with its day in the column „Podstawa”, and who accepted it in „Kto przyjął”.

## Money

received-above-award = Component "{ $component }": { $seen } received and { $expected } awarded, { $difference } too much.
received-above-award-basis = contract with the voivode; public finance act, art. 150 and 168
received-above-award-hint = { $annex ->
    [yes] If the amendment cut an award that was already transferred, what is above it is unused and goes back: change nothing. Otherwise check the bank statement and the last amendment.
   *[no] Check the bank statement and the last amendment. If the award was raised, correct "Przyznano (zł)".
 }
award-missing = Component "{ $component }": no award is given, so it limits nothing.
award-missing-basis = contract with the voivode
award-missing-hint = Enter "Przyznano (zł)" after the last amendment; without it the settlement cannot be signed.
received-missing = Component "{ $component }": nothing is said about what was received, so what must be returned is unknown.
received-missing-basis = contract with the voivode
received-missing-hint = Enter "Otrzymano (zł)"; if nothing came, enter 0.
received-day-missing = Component "{ $component }": { $seen } was received, and the day is not given.
received-day-missing-hint = Enter "Data otrzymania" from the statement; no amount depends on it.
negative-fund = Component "{ $component }": the amount { $seen } is negative.
negative-fund-hint = Enter the amount after all changes; returns stand in the table "Zwroty" without a minus.
fund-not-in-edition = The edition { $programme } has no component "{ $seen }".
fund-not-in-edition-hint = Correct the component or the programme; this row is not counted.
fund-round-outside = The row for { $seen } was skipped: the settlement period does not cover that half-year.
fund-round-outside-hint = Nothing to do if only the other half-year is settled.
fund-round-unclear = Component "{ $component }": it is not clear which half-year the row belongs to.
fund-round-unclear-basis = programme: each half-year has its own request, award and settlement
fund-round-unclear-hint = Enter I-VI or VII-XII in "Okres", one row for each half-year.
fund-twice = Component "{ $component }" has two rows for the same period and source; their amounts are added.
fund-twice-hint = "Przyznano (zł)" is the award after the last amendment. If the second row is an amendment, keep only the final amount.
refund-above-received = Component "{ $component }": { $seen } returned and { $expected } received.
refund-above-received-basis = contract with the voivode: return of unused money
refund-above-received-hint = Check "Zwroty" and "Środki": a payment entered twice or for the other component, or an amount received that is missing.

award-above-request = { $round ->
    [none] Component "{ $component }"
   *[other] { $round }, component "{ $component }"
 }: { $seen } was awarded and { $expected } was asked for, which is { $difference } less.
award-above-request-basis = programme: a municipality gets at most what it asked for
award-above-request-hint = Compare both amounts with the request and the agreement; the columns may be swapped.

## Employment

employment-dates-reversed = Assistant { $assistant }: the contract ends on { $seen } and begins on { $expected }.
employment-dates-reversed-hint = Correct "Zatrudniony od" or "Zatrudniony do"; until then the row is not counted.
contracts-overlap = Assistant { $assistant }: two contracts of the same form share { $days ->
    [0] days without an end
    [one] { $days } day
   *[other] { $days } days
 } from { $from }; their posts are added.
contracts-overlap-hint = If the terms changed, end the earlier contract on the day before the next. If the contracts are parallel, leave them.
fte-above-one = Assistant { $assistant }: { $seen } posts together on { $day }; at most { $expected } is counted.
fte-above-one-basis = programme: amounts for a full post (reading: one person is at most one post)
fte-above-one-hint = Check posts and days of this person's contracts.
fte-missing = Assistant { $assistant }: the post is missing.
fte-missing-hint = Enter "Wymiar etatu", such as 1, 0,5 or 3/4; until then the row is not counted.
fte-not-positive = Assistant { $assistant }: the post { $seen } is not above zero.
fte-not-positive-hint = Enter the post of the contract; until then the row is not counted.
qualification-missing = { $count ->
    [one] No basis of qualification is given for assistant { $assistants }.
   *[other] No basis of qualification is given for { $count } assistants: { $assistants }.
 }
qualification-missing-basis = family support act, art. 12 (1) point 1
qualification-missing-hint = Look into the personal files and enter letter a, b or c; no amount depends on it.
social-worker = Assistant { $assistant } is a social worker too.
social-worker-basis = family support act, art. 17 (3)
social-worker-hint = An assistant's work is not combined with social work in the same municipality. Explain it before signing; no amount depends on it.
seniority-rate = Assistant { $assistant }: the seniority allowance of { $seen } is no rate of the act (0, or 5 to 20%).
seniority-rate-basis = act on local-government employees, art. 38
seniority-rate-hint = Check the rate in the files; it serves only for checking.
replaced-unknown = Assistant { $assistant } replaces "{ $seen }", who is not in the table "Zatrudnienie".
replaced-unknown-hint = Correct the identifier or add a row for the replaced person.
pay-month-missing = Assistant { $assistant } was employed, and "Płace" has no { $count ->
    [one] row for
   *[other] rows for
 } { $months }.
pay-month-missing-basis = programme: costs borne for each month of employment
pay-month-missing-hint = Add the pay. If the assistant was not paid, enter the absence in "Nieobecności" or correct the contract's days.
assistant-without-pay = Assistant { $assistant } is in the table "Zatrudnienie" but not in "Płace".
assistant-without-pay-hint = Add the pay. If the assistant was on unpaid or parental leave, say so in "Nieobecności".

## Pay

assistant-not-employed = Assistant { $assistant } is not in the table "Zatrudnienie"; the pay ({ $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 }, { $sum }) is not counted.
assistant-not-employed-hint = Add the contract or correct the identifier: it must be the same in both tables.
pay-without-contract = Assistant { $assistant }, { $months }: { $difference } was paid for { $count ->
    [one] a month without a contract; the row is not counted.
   *[other] months without a contract; the rows are not counted.
 }
pay-without-contract-basis = programme: cost of employing an assistant (reading: only months under contract)
pay-without-contract-hint = Correct the contract's days, the month, or the form of contract in the pay row.
form-unclear = Assistant { $assistant }, { $month }: both forms of contract hold, and the row does not say which it belongs to.
form-unclear-hint = Add the column "Forma zatrudnienia" to the table "Płace" and say which contract the row belongs to.
pay-outside-period = { $rows ->
    [one] { $rows } row of pay was skipped
   *[other] { $rows } rows of pay were skipped
 } for months outside { $from } - { $to }.
pay-outside-period-hint = Nothing to do if the payroll covers the whole year.
pay-column-missing = "Płace" lacks { $count ->
    [one] the column
   *[other] the columns
 }: { $columns }.
pay-column-missing-basis = programme: components of the cost of employment; input layout
pay-column-missing-hint = Add it under that header, or rename the column that holds it. "Wynagrodzenie brutto (zł)" may stand for the components, "§ 4110 (zł)" and "§ 4120 (zł)" or "Pochodne razem (zł)" for the contributions.
pay-cell-blank = Assistant { $assistant }, { $months }: "{ $column }" is blank, and the cost cannot be computed without it. { $count ->
    [one] The row is not counted.
   *[other] The rows are not counted.
 }
pay-cell-blank-basis = programme: components of the cost of employment; a blank is not zero
pay-cell-blank-hint = Enter the amount of the payroll list; if there was none, enter 0.
negative-month = Assistant { $assistant }, { $month }: the sum of "{ $column }" is negative ({ $seen }).
negative-month-hint = A correction may be negative, but the month's sum may not. Is the row that it corrects missing?
cost-below-zero = Assistant { $assistant }, { $month }: the { $what ->
    [wage] wage cost
   *[supplement] supplement's cost
 } of the payments made in time is negative ({ $seen }); the month counts as zero.
cost-below-zero-basis = programme: cost borne; a correction cannot be larger than what it corrects
cost-below-zero-hint = Is the payment that the correction belongs to in the data, and was it paid in time?
benefit-in-pay = Column "{ $column }" holds { $rows ->
        [one] { $seen }
       *[other] { $rows } amounts, { $seen } in all
    }. It is a benefit of the social insurer, no cost of the employer. It is not counted.
benefit-in-pay-hint = Take the column out of "Płace" (or enter 0). If it is sick pay that the employer bears, call it "Wynagrodzenie chorobowe (zł)".
pay-row-empty = Assistant { $assistant }, { $month }: the row holds no amount.
pay-row-empty-hint = Fill in the amounts or delete the row.
payment-day-missing = Assistant { $assistant }, { $month }: the day of payment is missing, so the row is not counted.
payment-day-missing-basis = programme: cash principle; public finance act, art. 168 (4)
payment-day-missing-hint = Enter "Data zapłaty" from the bank statement.
paid-late = Assistant { $assistant }, { $month }: paid on { $seen }, after the last payment day { $expected }. The row is not counted; at most { $difference } is lost.
paid-late-basis = programme: cash principle; public finance act, art. 168 (4)
paid-late-hint = Check the bank statement and the contract's day. If both are right, the municipality bears the cost.
contributions-paid-late = Assistant { $assistant }, { $month }: contributions paid on { $seen }, after the last payment day { $expected }. Only the pay counts; at most { $difference } is lost.
contributions-paid-late-basis = programme: cash principle; public finance act, art. 168 (4)
contributions-paid-late-hint = Check the day of the transfer. If it is right, the municipality bears the contributions.
paid-in-future = Assistant { $assistant }, { $months }: { $count ->
    [one] the day of payment { $seen } is later
   *[other] days of payment (the first { $seen }) are later
 } than the day of the settlement { $expected }.
paid-in-future-basis = programme: cash principle; public finance act, art. 168 (4)
paid-in-future-hint = Correct the day, or the day of the settlement; only what was paid can be settled.
paid-before-month = Assistant { $assistant }, { $month }: the day of payment { $seen } is more than a month before the month it pays for.
paid-before-month-hint = Check year and month in both cells.
of-which-above-total = Assistant { $assistant }, { $month }: parts of the contributions ({ $seen } together) exceed all contributions ({ $expected }) by { $difference }.
of-which-above-total-hint = The columns "Pochodne od…" are parts of the contributions of this row. Correct them, or leave them blank to have them computed.
wage-base-below-zero = Assistant { $assistant }, { $month }: other public money ({ $seen }) exceeds the wage cost ({ $expected }) by { $difference }; the month counts as zero.
wage-base-below-zero-basis = programme: cost borne by the municipality; nothing is paid twice
wage-base-below-zero-hint = "Inne środki publiczne" is only that part of base pay and its contributions which another grant pays.
gross-as-base = "Wynagrodzenie brutto" ({ $seen }) is given without components; all of it is taken as base pay.
gross-as-base-basis = programme, chapter 7: base salary and seniority allowance only
gross-as-base-hint = Split the sum into components. Awards, function allowances, the motivation supplement and sick pay do not belong to the base.
components-left-out = Other components of pay are left out of the base: { $seen } (without contributions).
components-left-out-basis = programme, chapter 7: base salary and seniority allowance only
components-left-out-hint = Nothing to do.
service-pay-column = Assistant { $assistant }, { $months }: { $seen } of a service contract stands in a column for employment contracts.
service-pay-column-basis = input layout; § 4170 for service contracts, § 4010 for employment
service-pay-column-hint = Enter all pay of a service contract in "Wynagrodzenie zasadnicze (zł)".
seniority-paid = Assistant { $assistant }, { $month }: the seniority allowance { $seen } is not between 5% ({ $least }) and 20% ({ $most }) of base pay; it is { $share }.
seniority-paid-basis = act on local-government employees, art. 38
seniority-paid-hint = Does the column hold another allowance? Others do not belong to the base. Said once, for the first such month.
seniority-not-whole = Assistant { $assistant }, { $month }: the seniority allowance of { $seen } is { $share } of the base pay of { $base }, and the rate is always a whole percentage (5 to 20).
seniority-not-whole-basis = act on local-government employees, art. 38
seniority-not-whole-hint = Check whether the allowance was reckoned from this base pay and whether the column holds another allowance. Told once, for the first such month.
seniority-differs = Assistant { $assistant }, { $month }: the seniority allowance of { $seen } is not the { $share } of the base salary of { $base } that the table "Zatrudnienie" declares; that would be { $expected } (difference { $difference }).
seniority-differs-basis = act on local-government employees, art. 38
seniority-differs-hint = Which rate was due in the month? Correct "Dodatek stażowy (%)" or the amount. Said once, for the first such month.
motivation-in-base = Assistant { $assistant }, { $months }: the base pay of { $seen } is higher than another month's by exactly the motivation supplement ({ $supplement }), and no supplement is entered. It probably stands in the base pay ({ $difference } in all).
motivation-in-base-basis = programme, ch. 7: base salary and seniority allowance only; the motivation supplement is paid by another programme
motivation-in-base-hint = Move the motivation supplement to its column, or the same money will be paid by two programmes.
motivation-taken-off = Assistant { $assistant }, { $month }: "Inne środki publiczne" holds { $seen }, which is this row's motivation supplement. The base does not hold it anyway, so the base is { $difference } too low.
motivation-taken-off-basis = programme, ch. 7: the motivation supplement is not in the base
motivation-taken-off-hint = Clear "Inne środki publiczne". Only the part of base pay and its contributions that another grant pays belongs there.
earlier-edition-not-said = This edition makes up { $earlier }, and nothing is said of what that one paid for the same pay.
earlier-edition-not-said-hint = Enter the amounts of that edition in "Inne środki publiczne (zł)"; if the municipality had no part in it, enter 0.
claimed-twice = Assistant { $assistant }, { $month }: co-financing of { $programme } and other public money of { $public } are { $seen } together, and only { $expected } was paid. { $difference } would be paid twice.
claimed-twice-basis = public finance act, art. 169 (2): money beyond what the task needs
claimed-twice-hint = Check "Inne środki publiczne (zł)". If the amount is true, settle this cost in one programme.
motivation-service = Assistant { $assistant }, { $months }: a motivation supplement was paid under a service contract, and the programme funds employment contracts only; { $difference } is lost.
motivation-service-hint = Check the form of contract in "Zatrudnienie". If it is right, the municipality bears the supplement.
motivation-absence = Assistant { $assistant }: the motivation supplement for { $months } covers { $days ->
    [one] { $days } day
   *[other] { $days } days
 } of absence without a right to pay ({ $kinds }); at most { $difference } is at stake.
motivation-absence-basis = programme, part V: a supplement for time for which pay is due; incapacity is the exception
motivation-absence-hint = Was the supplement due for these days? If not, enter less; the program does not lower it.
motivation-blank = Assistant { $assistant }, { $months }: no motivation supplement is entered (funded up to { $most } for a post and month).
motivation-blank-basis = programme: motivation supplement for each month of an employment contract
motivation-blank-hint = Enter the supplement paid; if none was paid, enter 0.
supplement-blank = Assistant { $assistant }, { $months }: the work earns a supplement (co-financing up to { $most } for a post and month), and none is entered; at most { $difference } is at stake.
supplement-blank-basis = programme: supplement for each month worked
supplement-blank-hint = { $heaped ->
    [yes] Another row holds a large supplement. If it is that of several months, split it by month: each month is counted by itself. 
   *[no] { "" }
 }Enter the supplement paid; if none was paid, enter 0.
below-minimum-wage = Assistant { $assistant }, { $months }: pay of { $seen }{ $seniority ->
    [out] { " " }without the seniority allowance
   *[in] { "" }
 } for a post of { $fte } is below the minimum of { $expected }{ $count ->
    [one] { " " }by { $difference }.
   *[other] { "." } Amounts are of the first of these months; { $difference } is short in all.
 }
below-minimum-wage-basis = regulation on the minimum wage of that year{ $seniority ->
    [out] { "" }; from 2020 without the seniority allowance (Dz.U. 2019 poz. 1564)
   *[in] { "" }
 }
below-minimum-wage-hint = Check the post and the amounts. If the month was not full, enter the absence.
below-hourly-minimum = Assistant { $assistant }, { $months }: { $seen } for an hour is below the minimum of { $expected }{ $count ->
    [one] .
   *[other] { "." } The rate is of the first of these months; { $difference } is short in all.
 }
below-hourly-minimum-basis = regulation on the hourly minimum of that year
below-hourly-minimum-hint = Check hours and amount of the bill.

## Hours

hours-missing = Assistant { $assistant }, { $month }: the column "{ $column }" is blank; without it the month earns no supplement.
hours-missing-basis = programme: at least 120 hours in the month for a full post; posts of service contracts from hours
hours-missing-hint = { $which ->
    [nominal_hours] Enter the hours of a full post in that month (from the calendar, 168 for example).
   *[hours] Enter the hours of the time sheet or the bill. Under a contract of employment you may fill in "Nieobecności" instead: hours are reckoned from the calendar.
 }
hours-column-missing = "Płace" lacks the column "{ $column }"; without it { $which ->
    [nominal_hours] posts of service contracts
   *[hours] supplements
 } cannot be computed.
hours-column-missing-basis = programme: at least 120 hours in the month for a full post; posts of service contracts from hours
hours-column-missing-hint = { $which ->
    [nominal_hours] Add the column with the hours of a full post in each month (from the calendar).
   *[hours] Add the column with the hours of time sheets or bills. Under contracts of employment you may fill in "Nieobecności" instead: hours are reckoned from the calendar.
 }
hours-unequal = Assistant { $assistant }, { $month }: one row says { $seen } h, another { $expected } h.
hours-unequal-hint = Hours are entered once, or alike in every row of the month; they are not added.
nominal-hours-differ = Nominal working time ({ $month }): { $seen } h typed, and a full post had { $expected } h.{ $count ->
    [one] { "" }
   *[other] {" "}In { $count } months in all (typed → is): { $list }.
 }
nominal-hours-differ-basis = Labour Code, art. 130: 8 hours for each day from Monday to Friday, less 8 hours for a holiday not on Sunday
nominal-hours-differ-hint = Correct the hours or leave the column blank: the calendar's are taken. For a shorter norm say so in "Wyjaśnienia".
hours-above-presence = Assistant { $assistant }, { $month }: { $seen } h typed, and the post less absences ({ $away } h) makes { $expected } h. The month's supplement rests on it.
hours-above-presence-basis = programme: at least 120 hours worked in the month for a full post
hours-above-presence-hint = Correct the hours or the absences. If there was overtime, say so in "Wyjaśnienia"; the hours typed count.
hours-reckoned = Hours worked were reckoned from the calendar and "Nieobecności" for { $count ->
    [one] 1 month
   *[other] { $count } months
 } of work, since none were typed.
hours-reckoned-basis = Labour Code, arts. 130 and 140: in task-based time hours are nominal; an absence lowers them
hours-reckoned-hint = Check the sheet "Czas pracy" and have the unit's manager sign it. Hours typed in "Płace" prevail.
absence-assistant-unknown = An absence of assistant { $assistant }, who is not in "Zatrudnienie".
absence-assistant-unknown-hint = Correct the identifier or add the contract. Until then the absence changes nothing.
absences-overlap = Assistant { $assistant }: "{ $kind }" and "{ $other }" share the days from { $seen } to { $until }.
absences-overlap-basis = Labour Code, art. 165-167: sickness interrupts leave; for the other kinds assumed
absences-overlap-hint = Enter each day once. Until then shared days are days of sickness if one of the two is sickness, and otherwise belong to the absence that begins first.
absence-outside-contract = Assistant { $assistant }: { $seen } is a day of the absence "{ $kind }", and no contract covers it.
absence-outside-contract-hint = Correct the days of the absence or of the contract. Days without a contract change no hours.
absence-hours-odd = Assistant { $assistant }: { $seen } h of absence are given, and its working days ({ $days }) have at most { $expected } h.
absence-hours-odd-basis = Labour Code, art. 129: 8 hours a day
absence-hours-odd-hint = Correct the hours or leave them blank: they are reckoned from the calendar.
hours-implausible = Assistant { $assistant }, { $month }: { $seen } h is not between { $least } and { $most } h.
hours-implausible-basis = plausible range of a month's hours; assumed
hours-implausible-hint = Were columns swapped, or hours of several months entered?

## Contributions

contributions-missing = Assistant { $assistant }, { $month }: pay of { $pay }, and no contributions are given.
contributions-missing-basis = programme: the employment cost is pay with contributions
contributions-missing-hint = Enter the employer's contributions of this payroll; if there were none, enter 0.
contribution-differs = Assistant { $assistant }, { $month }: the contribution { $contribution } of { $seen } does not fit pay of { $pay }; it comes to { $expected } (difference { $difference }).
contribution-differs-basis = contribution rates on the day of payment, each item rounded to the grosz
contribution-differs-hint = Compare with the payroll: do the contributions also fall on sick pay, a jubilee award or severance, and is all pay of the month entered? Before April the accident contribution is compared with the rate of the other months.
contributions-implausible = Assistant { $assistant }, { $months }: contributions of { $seen } in all for pay of { $pay }; usual are { $least } to { $most }.
contributions-implausible-basis = usual employer contributions are 15 to 25% of pay; range assumed
contributions-implausible-hint = Does the sum hold all employer contributions, and those of this row only? { $count ->
    [one] { "" }
   *[other] Amounts are of the first of these months.
 }
contributions-grosz = { $items ->
    [one] { $items } contribution differs
   *[other] { $items } contributions differ
 } by a grosz from the computed one ({ $difference } together).
contributions-grosz-basis = rounding of the payroll
contributions-grosz-hint = Nothing to do.
labour-fund-zero = Assistant { $assistant }, { $month }: no Labour Fund contribution, and pay of { $pay } is not below the minimum of { $minimum }.
labour-fund-zero-basis = Labour Fund contribution due from the minimum wage up; exemptions for age, parental leave and others
labour-fund-zero-hint = If the assistant is exempt, enter TAK in "Zwolnienie z FP". Said once, for the first such month.
labour-fund-below-minimum = Assistant { $assistant }, { $month }: a Labour Fund contribution of { $seen } on pay of { $pay }, below the minimum of { $minimum }.
labour-fund-below-minimum-basis = Labour Fund contribution due when the base reaches the minimum wage
labour-fund-below-minimum-hint = Is the assistant insured elsewhere too? Then it is due. Said once, for the first such month.
fgsp-budget-unit = FGŚP ({ $seen }) is given, but budget units do not pay it.
fgsp-budget-unit-basis = FGŚP covers employers who are businesses (from practice)
fgsp-budget-unit-hint = Check the column. If another body employs the assistant, name it in "Pracodawca".
ppk-too-early = PPK ({ $seen }) is given for a time before 1 January 2021, when the public sector did not have it.
ppk-too-early-basis = PPK in the public sector from 1 January 2021
ppk-too-early-hint = Check the column and the day of payment.

ppk-odd = Assistant { $assistant }, { $months }: PPK of { $seen } on pay of { $pay }; the employer pays { $least } to { $most } or nothing.
ppk-odd-basis = PPK: the employer's basic payment of 1.5% and at most 2.5% more
ppk-odd-hint = Check whether the column holds the employer's payment only, not the employee's too. { $count ->
    [one] { "" }
   *[other] Amounts are of the first of these months.
 }

## Families

family-data-missing = There is no family data; its cells on the form stay empty.
family-data-missing-hint = Add the table "Rodziny" or "Rodziny - zestawienie".
family-dates-reversed = Family { $family }: the end { $seen } is before the beginning { $expected }.
family-dates-reversed-hint = Correct "Od" or "Do"; until then the row is not counted.
families-outside-period = { $rows ->
    [one] { $rows } family row was skipped
   *[other] { $rows } family rows were skipped
 } outside the settlement period.
families-outside-period-hint = Nothing to do.
family-assistant-unknown = Assistant { $assistant } is not in the table "Zatrudnienie" but has families ({ $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 }).
family-assistant-unknown-hint = Correct the identifier or add the contract.
family-outside-contract = Assistant { $assistant } has families on days without a contract: { $families }.
family-outside-contract-hint = Say when another assistant took the families over, or correct the contract's days.
family-two-assistants = Family { $family } has two assistants at once ({ $first } and { $second }) from { $from }, for { $days ->
    [one] { $days } day
   *[other] { $days } days
 }.
family-two-assistants-hint = If the family was handed over, end it with the first assistant on the day it begins with the second. Enter a substitution in "Zastępuje".
family-overlaps-itself = Family { $family } stands twice with assistant { $first } on the same days (from { $from }).
family-overlaps-itself-hint = Join the rows or correct the days; the family is counted once.
caseload-above-limit = Assistant { $assistant }: { $seen ->
    [one] { $seen } family
   *[other] { $seen } families
 } at one time ({ $day }), and at most { $expected } are allowed.
caseload-above-limit-basis = family support act, art. 15 (4)
caseload-above-limit-hint = Check the families' days. If they are right, prepare an explanation; no amount depends on it.
family-part-above-whole = { $who }: "{ $part }" is { $seen }, but "{ $whole }" only { $expected }.
family-part-above-whole-basis = settlement form: a part cannot be larger than its whole
family-part-above-whole-hint = Correct one of the numbers.
family-advice-unclear = Family { $family }: { $seen } children advised under "Za życiem", but the family has no advice (TAK).
family-advice-unclear-basis = settlement form: children in families advised
family-advice-unclear-hint = Enter TAK in "Porady "Za życiem"" or clear the number of children.
children-missing = The number of children is not given: { $families }.
children-missing-basis = settlement form: number of children
children-missing-hint = Fill in "Liczba dzieci"; without it the form's sum is too small.
family-ground-missing = The ground for the assistant is not given: { $families }.
family-ground-missing-hint = Fill in "Podstawa przydzielenia"; no amount depends on it.
family-category-missing = The category is not given: { $families }.
family-category-missing-hint = Fill in "Kategoria"; no amount depends on it.
end-reason-missing = { $rows ->
    [one] Work with { $rows } family ended without a reason given: { $families }.
   *[other] Work with { $rows } families ended without a reason given: { $families }.
 }
end-reason-missing-hint = Fill in "Przyczyna zakończenia"; no amount depends on it.
assessment-overdue = { $rows ->
    [one] { $rows } family has no assessment of the last half-year: { $families }.
   *[other] { $rows } families have no assessment of the last half-year: { $families }.
 }
assessment-overdue-basis = family support act, art. 15 (1) point 15: assessment at least every half-year
assessment-overdue-hint = Fill in "Data ostatniej oceny" or prepare an explanation; no amount depends on it.
plan-missing = { $rows ->
    [one] { $rows } family has no plan of work
   *[other] { $rows } families have no plan of work
 } though half a year went by or an assessment was made: { $families }.
plan-missing-basis = family support act, art. 15 (1): plan of work with the family (points 1 and 2), assessment at least every half-year (point 15)
plan-missing-hint = Fill in "Data planu pracy" or prepare an explanation; no amount depends on it.
assessment-before-plan = { $rows ->
    [one] { $rows } family has an assessment earlier than its plan of work
   *[other] { $rows } families have an assessment earlier than their plan of work
 } (the first: { $seen }): { $families }.
assessment-before-plan-basis = family support act, art. 15 (1): plan of work (points 1 and 2), assessment (point 15)
assessment-before-plan-hint = Check both days; the columns may be swapped. No amount depends on them.

## After the computation

hours-below-threshold = Assistant { $assistant }, { $month }: { $seen } h worked and { $expected } h needed. The supplement of the month is outside the programme; { $difference } is lost.{ $why ->
        [leave] {" "}With the holiday leave ({ $leave } h) the hours would do.
       *[other] {""}
    }
hours-below-threshold-basis =
    { $why ->
        [leave] programme: at least 120 hours worked for a full post. It does not say whether leave counts: taken that it does not (reading hours-worked)
       *[other] programme: at least 120 hours in the month for a full post
    }
hours-below-threshold-hint =
    { $why ->
        [leave] Check the days of leave in "Nieobecności". If the voivodeship office counts leave as hours worked, enter in "Odczytania": hours-worked, with-holiday-leave. The month then gives { $difference }.
        [reckoned] Check the days in "Nieobecności" and the sheet "Czas pracy". If they are right, the municipality bears the supplement.
       *[other] Check the hours typed. If they are right, the municipality bears the supplement.
    }
not-employed-on-reference-day = Assistant { $assistant } was not employed on { $day }, so there is no co-financing of the supplement{ $known ->
    [yes] ; { $difference } is lost.
   *[no] . The loss is not given: the post on that day cannot be told.
 }
not-employed-on-reference-day-basis = programme: employment on the set day
not-employed-on-reference-day-hint = Are all contracts of the assistant entered? If so, the municipality bears the supplement.
not-ready = Assistant { $assistant } is marked as not ready for "Za życiem" support, so there is no co-financing of the supplement; { $difference } is lost.
not-ready-basis = programme: readiness for "Za życiem" support
not-ready-hint = Check the assistant's statement; a blank cell means ready.
amount-ceiling-binds = { $round ->
    [none] The highest amount for a post
   *[other] { $round }: the highest amount for a post
 } lowers the co-financing of "{ $component }" by { $difference }.
amount-ceiling-binds-basis = programme: highest amount for a full post
amount-ceiling-binds-hint = Check the posts. If they are right, the municipality bears this amount.
amount-ceiling-reached = { $round ->
    [none] The supplement
   *[other] { $round }: the supplement
 } with its contributions costs so much that the co-financing reaches the highest amount for a post; { $difference } above it is left to the municipality.
amount-ceiling-reached-basis = programme: highest amount for a full post
amount-ceiling-reached-hint = Nothing needs to be done.
own-share-binds = { $round ->
    [none] The co-financing of supplements
   *[other] { $round }: the co-financing of supplements
 } is at most { $expected } of their cost; without that it would be { $difference } higher.
own-share-binds-basis = programme: the municipality's own share in the cost of supplements
own-share-binds-hint = Is the whole gross supplement entered, own share included? If so, the difference is lost.
award-binds = { $round ->
    [none] Component "{ $component }"
   *[other] { $round }, component "{ $component }"
 }: the rules give { $expected }, the award is { $seen }; { $difference } is lost.
award-binds-basis = contract with the voivode: the award is the most
award-binds-hint = Is this the award after the last amendment? The municipality bears the difference.
award-above-rule = { $round ->
    [none] Component "{ $component }"
   *[other] { $round }, component "{ $component }"
 }: { $seen } awarded, and the rules give { $expected }; { $difference } will stay unused.
award-above-rule-basis = programme: highest co-financing
award-above-rule-hint = Do the tables hold all costs and payments?
received-above-rule = { $round ->
    [none] Component "{ $component }"
   *[other] { $round }, component "{ $component }"
 }: { $seen } received, and { $expected } is due; { $difference } { $left ->
    [no] was returned
   *[yes] must be returned
 }.
received-above-rule-basis = programme and contract: return of unused money
received-above-rule-hint = { $left ->
    [no] The return stands in "Zwroty" already; nothing need be done.
   *[yes] Do the tables hold all costs and payments? If so, return the difference by the contract's day and enter the payment in "Zwroty".
 }
due-not-transferred = { $round ->
    [none] Component "{ $component }"
   *[other] { $round }, component "{ $component }"
 }: { $expected } is due and { $seen } was received; { $difference } has not come yet.
due-not-transferred-basis = contract with the voivode: the award
due-not-transferred-hint = Check the bank statements and "Otrzymano (zł)". The co-financing goes up to the amount received.
returned-too-much = Component "{ $component }": { $seen } returned, and { $expected } had to be; { $difference } too much.
returned-too-much-basis = contract with the voivode: return of unused money
returned-too-much-hint = Check the table "Zwroty"; ask the voivode's office about the overpayment.

award-not-posts = { $seen } was awarded, and the posts on the day of the announcement give { $expected } ({ $posts } × { $each }). The award is that of { $implied } posts.
award-not-posts-hint = Compare the posts with the request and the list of awards. If they are true, explain the difference of { $difference } to the voivode's office.
family-tables-differ = "{ $what }" ({ $who }): "Rodziny - zestawienie" has { $seen }, and "Rodziny" gives { $expected }. The form takes the number from "Rodziny".
family-tables-differ-basis = reliability of reports: the same numbers in every paper
family-tables-differ-hint = Find out which table is up to date and correct the other.

## Books

ledger-paragraph = Paragraph { $paragraph }{ $named ->
    [yes] { " " }({ $name })
   *[no] { "" }
 }: { $seen } of the programme is booked there, and { $reason ->
    [no-employment] nobody has an employment contract.
    [no-service] nobody has a service contract.
    [no-ppk] PPK in the public sector began in 2021.
    [only-2017] the paragraph existed from 26 July to 31 December 2017 only.
    [no-other-employer] no other employer is given (column "Pracodawca").
   *[not-pay] it is no paragraph of pay or contributions.
 }
ledger-paragraph-basis = budget classification: § 4010, 4110, 4120, 4170, 4710
ledger-paragraph-hint = Check the booking. An expense that is neither an assistant's pay nor a contribution does not belong to the programme.
ledger-parts = Paragraph { $paragraph }: programme and other people are { $seen } together, and the turnover is { $expected }; { $difference } too much.
ledger-parts-hint = Correct the parts in the table "Księgi".
booked-differs = The column "{ $column }" adds up to { $seen }, and the settlement gives { $expected } for this component ({ $component }). Difference: { $difference }.
booked-differs-hint = Mend the amounts so that they add up to { $expected }, or take "as-booked" out of Odczytania. Until then the last line takes the difference.
booked-missing = By the reading chosen, money is shared out as booked, and Płace has no amounts in the column "{ $column }". It was shared out in proportion to the limits.
booked-missing-hint = Write into the column what of each payment was booked on the programme's money ({ $expected } in all), or take "as-booked" out of Odczytania.
ledger-differs = The books have { $seen } of the programme, and the co-financing of the settlement is { $expected }: the books are { $difference } { $short ->
    [yes] short.
   *[no] too high.
 }
ledger-differs-basis = public finance act, art. 152: separate records of money and spending
ledger-differs-hint = Re-book the difference between the programme's and own money, or explain it.

## Returns and interest

interest-period = { $period_first } - { $period_last }, { $period_days ->
    [one] { $period_days } day
   *[other] { $period_days } days
 } at { $period_rate } a year
return-overdue = { $round ->
    [none] Component "{ $component }"
   *[other] { $round }, component "{ $component }"
 }: { $principal } unused was due back by { $expected } and has not come back by { $seen }. { $state ->
    [known] Interest up to that day: { $interest } ({ $periods }).
    [small] Interest up to that day is not above three registered letters, so none is due.
    [clause] The agreement asks for no such interest.
    [none] There is no interest: no day bears any.
   *[unknown] Interest was not computed: a rate or the day of transfer is missing.
 }
return-overdue-basis = { $regime ->
    [state] public finance act, art. 168 (1) and (3)
    [statute] family support act, art. 197 (8)-(10); public finance act, art. 168 (1) and (3)
   *[contract] agreement and programme; interest as for tax arrears is a reading
 }
return-overdue-hint = { $state ->
    [small] Give the amount back
    [clause] Give the amount back
    [none] Give the amount back
   *[known] Give the amount back with interest up to the day of payment
 } and enter it in "Zwroty". If it came back already, enter day and amount.
returned-late = { $round ->
    [none] Component "{ $component }"
   *[other] { $round }, component "{ $component }"
 }: { $principal } came back on { $seen }, and its last day was { $expected }. { $state ->
    [known] Interest up to the day of return: { $interest } ({ $periods }).
    [small] Interest up to the day of return is not above three registered letters, so none is due.
    [clause] The agreement asks for no such interest.
    [none] There is no interest: no day bears any.
   *[unknown] Interest was not computed: a rate or the day of transfer is missing.
 }{ $weekday ->
    [saturday] {" "}The last day was a Saturday; if days were counted up to the next working day (reading days-counted: next-working-day), the money came in time.
    [sunday] {" "}The last day was a Sunday; if days were counted up to the next working day (reading days-counted: next-working-day), the money came in time.
    [holiday] {" "}The last day was a public holiday; if days were counted up to the next working day (reading days-counted: next-working-day), the money came in time.
   *[working] { "" }
 }
returned-late-basis = { $regime ->
    [state] public finance act, art. 168 (1) and (3)
    [statute] family support act, art. 197 (8)-(10); public finance act, art. 168 (1) and (3)
   *[contract] agreement and programme; interest as for tax arrears is a reading
 }
returned-late-hint = { $settled ->
    [yes] The interest is paid; nothing need be done.
    [none] There is no interest; nothing need be done.
   *[no] Check the day on the bank statement and the term in the agreement. If the interest is not paid yet, pay it and enter it in "Zwroty".
 }
determination-overdue = { $round ->
    [none] Component "{ $component }"
   *[other] { $round }, component "{ $component }"
 }: { $principal } { $ground ->
    [misused] used against its purpose
   *[undue] undue or excessive
 } was due back by { $expected } and has not come back by { $seen }. { $state ->
    [known] Interest up to that day: { $interest } ({ $periods }).
    [small] Interest up to that day is not above three registered letters, so none is due.
    [clause] The agreement asks for no such interest.
    [none] There is no interest: no day bears any.
   *[unknown] Interest was not computed: a rate or the day of transfer is missing.
 }
determination-overdue-basis = { $regime ->
    [state] public finance act, art. 169 (1) and (5)
    [statute] family support act, art. 197 (8)-(10); public finance act, art. 169 (1) and (5)
   *[contract] agreement and programme; interest as for tax arrears is a reading
 }
determination-overdue-hint = { $state ->
    [small] Give the amount back
    [clause] Give the amount back
    [none] Give the amount back
   *[known] Give the amount back with interest up to the day of payment
 }; enter "Data zwrotu" in "Ustalenia" and the payment in "Zwroty".
determination-returned-late = { $round ->
    [none] Component "{ $component }"
   *[other] { $round }, component "{ $component }"
 }: { $principal } { $ground ->
    [misused] used against its purpose
   *[undue] undue or excessive
 } came back on { $seen }, and its last day was { $expected }. { $state ->
    [known] Interest up to the day of return: { $interest } ({ $periods }).
    [small] Interest up to the day of return is not above three registered letters, so none is due.
    [clause] The agreement asks for no such interest.
    [none] There is no interest: no day bears any.
   *[unknown] Interest was not computed: a rate or the day of transfer is missing.
 }{ $weekday ->
    [saturday] {" "}The last day was a Saturday; if days were counted up to the next working day (reading days-counted: next-working-day), the money came in time.
    [sunday] {" "}The last day was a Sunday; if days were counted up to the next working day (reading days-counted: next-working-day), the money came in time.
    [holiday] {" "}The last day was a public holiday; if days were counted up to the next working day (reading days-counted: next-working-day), the money came in time.
   *[working] { "" }
 }
determination-returned-late-basis = { $regime ->
    [state] public finance act, art. 169 (1) and (5)
    [statute] family support act, art. 197 (8)-(10); public finance act, art. 169 (1) and (5)
   *[contract] agreement and programme; interest as for tax arrears is a reading
 }
determination-returned-late-hint = { $settled ->
    [yes] The interest is paid; nothing need be done.
    [none] There is no interest; nothing need be done.
   *[no] Check the day on the bank statement. If the interest is not paid yet, pay it and enter it in "Zwroty".
 }
bank-interest-not-returned = "Umowa" gives bank interest of { $expected }, and { $seen } of it came back; { $difference } is to be returned.
bank-interest-not-returned-basis = guidelines for the agreement: unused money goes back with bank interest
bank-interest-not-returned-hint = Give back the bank interest on the unused part and enter it in "Zwroty". If the amount is of used money too, ask the voivode's office.
bank-interest-unknown = Unused money came back, and nothing is said of bank interest.
bank-interest-unknown-basis = guidelines for the agreement: unused money goes back with bank interest
bank-interest-unknown-hint = Enter the interest of the bank statement; if the account bore none, enter 0.
interest-differs = { $round ->
    [none] Component "{ $component }"
   *[other] { $round }, component "{ $component }"
 }: { $blank ->
    [yes] no interest is entered
   *[no] interest of { $seen } is entered
 }, and the formula gives { $expected } ({ $short ->
    [yes] { $difference } short
   *[no] { $difference } too much
 }){ $state ->
    [small] , since the sum is not above three registered letters.
    [clause] , since the agreement asks for no such interest.
   *[known] { $days ->
        [0] , since it came back in time.
       *[other] : { $periods }.
     }
 }
interest-differs-basis = Tax Ordinance, art. 53-56 and 63: amount × days × rate / 365 for each rate apart, the sum rounded once to whole złoty
interest-differs-hint = Compare days and amounts with the bank statement. Pay what is short; about what is too much ask the voivode's office. Bank interest has a column of its own.
interest-not-computed = { $round ->
    [none] Component "{ $component }"
   *[other] { $round }, component "{ $component }"
 }: interest cannot be computed, since { $reason ->
    [transfer] the day of transfer is not given.
    [contract] the contract asks for statutory interest, whose rates this program does not know.
    [large] the sum is too large.
   *[rate] the rate of { $seen } was not checked.
 }
interest-not-computed-basis = Tax Ordinance, art. 53-56
interest-not-computed-hint = { $reason ->
    [transfer] Enter "Data otrzymania" in "Środki".
    [contract] Compute it with "rozlicz interest" and give the rates: --rate DATE=PERCENT.
    [large] Check the amounts of "Środki" and "Ustalenia".
   *[rate] Compute it with the calculator of the Ministry of Finance.
 }
information-duty = { $seen } was awarded in all, which is above { $expected }: the municipality has information duties (poster and web page).
information-duty-basis = public finance act, art. 35a; Dz.U. 2021 poz. 953 (later changes of the threshold were not checked)
information-duty-hint = Check in the agreement and at the voivode's office what must be published and how long; no amount depends on it.

## The listing

findings-label-place = at
findings-label-related = see
findings-label-seen = seen
findings-label-expected = expected
findings-label-difference = difference
findings-label-basis = basis
findings-label-hint = hint
findings-none = No errors, warnings or notes.
findings-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
 }
findings-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
 }
findings-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
 }
findings-count = In all: { $errors }, { $warnings }, { $notes }.

lines-do-not-add-up = { $round ->
    [none] Component "{ $component }"
   *[other] { $round }, component "{ $component }"
 }: the sum { $seen } differs from { $expected } by { $difference }.
lines-do-not-add-up-basis = public finance act, art. 152
lines-do-not-add-up-hint = This is a fault of the program, not of the data. Do not sign this settlement, and report it.

## Checks that found nothing

passed-c01 = Amounts received, awarded and returned agree.
passed-c02 = Co-financing and own contribution make up the cost, in total and in every line.
passed-c03 = The co-financing of supplements stays within its share of their cost, and nothing is lost by it.
passed-c04 = The co-financing of the employment cost stays within the level allowed.
passed-c05 = Amounts for a post are not exceeded; supplements are entered for all months that earn one.
passed-c06 = Hours are given where they are needed and nowhere below the threshold.
passed-c07 = Assistants with a supplement were employed on the day the programme asks for.
passed-c08 = Months and days of payment lie within the terms.
passed-c09 = Contributions fit the pay in months without absence, arrears or change of terms.
passed-c10 = FP, FGŚP and PPK are given only where due.
passed-c11 = No motivation supplement, other component or other public money is in the base, and nothing is paid for twice.
passed-c12 = Pay of service contracts stands in its column, and the books are in the right paragraphs (where given).
passed-c13 = No assistant had more families at one time than the act allows.
passed-c14 = A basis of qualification is given for every assistant.
passed-c15 = Nobody is marked as a social worker.
passed-c16 = Plans of work and assessments of families are in time, where their days are given.
passed-c17 = Unused money came back in time, or its day is still to come.
passed-c18 = Amounts of "Ustalenia" came back within 15 days, or their day is still to come.
passed-c19 = Interest in "Zwroty" is that of the formula.
passed-c20 = No more was awarded than asked for, and the tables of families agree. Posts of the request and of the half-year report are not in the data, so they are not compared.
passed-c21 = The TERYT code has the right form and fits the voivodeship. Whether such a municipality exists is not checked.
passed-c22 = The award is posts times the amount, to the grosz.
passed-c23 = Request, agreement, amendment and money are in order, and no term of the agreement is later than the programme's.
passed-c24 = Pay of full months and hourly rates are not below the minimum.
passed-c25 = Agreement and amendment have numbers and days, and somebody is named for the signature.
findings-provisional = Amounts are provisional: mend the errors first.
