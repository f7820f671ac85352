# Plan for the coming year.
plan-year-without-rates = Not yet announced for { $year }: { $missing }. Newest known: { $newest }.
plan-year-without-rates-hint = Enter the values in the table "Założenia" (`init --plan` writes it). The newest known ones may be entered as your own assumption.
plan-year-over = An estimate for { $year } makes no sense: the tables are those of { $seen }.
plan-year-over-hint = Give the year after that of the tables in --for.
plan-year-skipped = The tables are of { $seen } and the estimate is of { $year }. Nobody has computed { $before }: the thirteenth salary for { $before } is an assumption, today's pay throughout the year, and raises and changes of staff of that year are not known.
plan-year-skipped-hint = Estimate { $before } first; when it is over, give its tables.
plan-nobody = Nobody is employed in { $year }: all contracts end and the plan hires nobody.
plan-nobody-hint = Check the column "Zatrudniony do" of Zatrudnienie, or add hires in "Zmiany kadrowe".
plan-no-pay = Assistant { $assistant }: pay is not known ({ $form }); this year has no payment with base pay.
plan-no-pay-hint = Add payments to Płace, or give the pay in "Zmiany kadrowe" as a change of terms ("zmiana warunków") from 1 January.
plan-figure-unknown = The assumption "{ $seen }" is not known, so its value would change nothing.{ $likely ->
    [0] { "" }
   *[other] { " " }Perhaps "{ $expected }" is meant.
 }
plan-figure-unknown-hint = Use a name of the table that `init --plan` writes, or remove the row.
plan-raise-outside-year = The raise is from { $seen }, and the plan is for { $year }.
plan-raise-outside-year-hint = Give a month of { $year }. Raises of this year are seen in Płace already.
plan-raise-empty = The row of a raise has neither percent nor amount, so it changes nothing.
plan-raise-empty-hint = Give a percentage or an amount for a full post, or remove the row.
plan-assistant-unknown = The plan cannot be followed: nobody has the identifier "{ $seen }" in Zatrudnienie or among the planned hires. Known: { $known }.
plan-assistant-unknown-hint = Correct the identifier, or add a hire ("zatrudnienie") of that person or vacancy.
plan-not-employed = Assistant { $assistant }: no contract is in force on { $seen }, so there is nothing to { $departure ->
    [0] change
   *[other] end
 }.{ $hired ->
    [brak] { "" }
   *[other] { " " }The plan hires from { $hired } only.
 }
plan-not-employed-hint = Check the day, the identifier and the other rows of the plan about that person.
plan-hire-employed = Assistant { $assistant }: the plan hires from { $seen }, but a contract ({ $form }) is in force then already.
plan-hire-employed-hint = Where terms change, enter "zmiana warunków". Somebody else needs an identifier of their own, such as WAKAT1.
plan-hire-before-year = Assistant { $assistant }: { $seen } is before the year of the plan ({ $year }).
plan-hire-before-year-hint = What changes this year belongs in Zatrudnienie; in the plan give a day of { $year }.
plan-day-after-year = Assistant { $assistant }: { $seen } is after the year of the plan ({ $year }).
plan-day-after-year-hint = Give a day of { $year }, or remove the row.
plan-post-impossible = Assistant { $assistant }: a post of { $seen } { $impossible ->
    [0] is more than a whole one.
   *[other] is not possible.
 }
plan-post-impossible-hint = Give a part of a post up to 1, such as 1/2. A departure is the event "odejście", not a post of 0.
plan-hire-incomplete = Assistant { $assistant }: without "{ $expected }" the cost of this hire cannot be computed.
plan-hire-incomplete-hint = Enter it. A service contract paid by the hour needs rate and hours a month, other contracts pay and post.
plan-pay-contradicts = Assistant { $assistant }: { $twice ->
    [0] hours or pay for an hour ({ $seen }) stand under an employment contract, which is paid by the month.
   *[other] both monthly pay and pay for an hour ({ $seen }) are given, and nobody knows which holds.
}
plan-pay-contradicts-hint = { $twice ->
    [0] Clear "Stawka godzinowa" and "Godziny miesięcznie" and enter the pay of a month as "Wynagrodzenie zasadnicze". If it is a service contract, enter its form.
   *[other] Keep one of them. Pay for an hour needs hours a month too.
}
plan-value-impossible = The value { $seen } is out of range: { $ends ->
    [0] at least { $from }
   *[other] from { $from } to { $to }
 }.
plan-value-impossible-hint = Check the value, its sign and its decimal comma. There is no estimate with an impossible value.
plan-changes-nothing = Assistant { $assistant }: this row of the plan changes nothing, because { $why ->
    [amount] the amount of a raise is for a full post and month, and this person is paid otherwise (by the hour or a lump sum)
    [post] under a service contract paid by the hour hours decide on the supplement, not the post
   *[empty] it gives no new term
 }.
plan-changes-nothing-hint = Under a contract paid by the hour give the raise in percent, or a new rate and hours in Zmiany kadrowe. Fill an empty row or delete it.
plan-part-of-year = { $wages ->
    [0] The edition pays one-off supplements only; it refunds no employment cost, so task and own money of the estimate leave it out.
   *[other] The edition pays for the months from { $first } to { $last }. The cost of the task and own money of the estimate cover those months only, not the whole year.
 }
plan-part-of-year-hint = Plan the pay of the other months in the municipality's budget by itself: the estimate leaves it out.
plan-rows-contradict = Two rows of the plan speak of the same thing ({ $seen }), and nobody knows which holds.
plan-rows-contradict-hint = Keep one of them, or part them by the column "Scenariusze".
plan-contract-ends = Assistant { $assistant }: the contract ({ $form }) ends on { $seen }, and the plan does not say whether another follows. After that day the person is not in the forecast.
plan-contract-ends-hint = If it will be renewed, add a hire ("zatrudnienie") in "Zmiany kadrowe" with the first day of the next contract.
plan-lifted-to-minimum = Assistant { $assistant }, { $month }: { $seen } is below the lowest pay or rate allowed, so the forecast takes { $expected }.
plan-lifted-to-minimum-hint = If the raise is to be higher, add it in "Podwyżki".
plan-not-settled = The table "{ $seen }" belongs to the plan of the coming year. A settlement does not use it; the command estimate does.
plan-not-settled-hint = Nothing needs to be done.

## The command init --plan

cli-init-plan = Writes the workbook of a plan for the coming year: assumptions, raises, changes of staff
cli-init-for = Year of the plan; without it the year after the edition
cli-value-plan-year = YEAR
cli-written-plan = Workbook of a plan written: { $path }
