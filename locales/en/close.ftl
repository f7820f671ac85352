# The command `close`: the last days of the year.

cli-close = Closes the year: supplements to grant, transfers to send, re-booking (in Polish: zamkniecie)
cli-close-usage = rozlicz close [OPTIONS] INPUT… --as-of DAY
cli-close-after =
    Only what is paid by the last payment day of the agreement (else of the edition) counts.

    Example: rozlicz close data.xlsx --as-of 2025-12-19 --out closing-2025.xlsx
    Exit code: 0 – fine, 1 – something is missing or it is too late (nothing is written), 2 – could not run.
cli-close-as-of = The day the plan speaks of, such as 2025-12-19; what has a later day of payment is not paid yet
cli-close-out = The workbook to write: list for the order, transfers, return and own share, re-booking

close-days = Last payment day: { $deadline } ({ $whose }); last working day up to it: { $working }
close-deadline-agreement = of the agreement
close-deadline-edition = of the edition
close-untold = The tables have { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    } of other kinds: “rozlicz check” shows them.
close-written = Closing plan written: { $path }
close-nothing-written = Nothing was written: correct or complete what is named above and run the program again.

close-column-blank = Amounts in PLN
close-column-all = list paid
close-column-nothing = nothing more
close-column-assistant = Assistant
close-column-months = Months
close-column-each = Gross/month
close-column-each-once = Gross
close-column-gross = Gross in all
close-column-contributions = Contributions
close-column-programme = Programme
close-column-own = Own
close-column-transfer = Transfer
close-column-payroll = Payroll
close-column-amount = Amount
close-column-state = In the tables
close-column-lost = Loss
close-column-paragraph = Paragraph
close-column-all-programme = list: programme
close-column-all-own = list: own
close-column-nothing-programme = nothing more: programme
close-column-nothing-own = nothing more: own
close-row-cost = Cost of the task
close-row-supplement = Co-financing of supplements
close-row-employment = Co-financing of employment cost
close-row-co-financing = Co-financing in all
close-row-own = Own contribution
close-row-return-supplement = Expected return: supplements
close-row-return-employment = Expected return: employment cost
close-row-return = Expected return in all

close-grants = SUPPLEMENTS TO GRANT (the smallest gross that earns the whole grant)
close-once = once
close-tops-up = { " " }(more)
close-differs = differs
close-plain = { $assistant }: a supplement of { $gross } gross costs { $cost } and earns { $grant }; one grosz less earns less. A gross equal to the grant, { $grant }, would lose { $lost }.
close-transfers = TRANSFERS TO SEND (loss: so much less co-financing when this one is late)
close-no-transfers = Everything in the tables is paid; there are no supplements to grant.
close-more-transfers = { "  " }… and { $count ->
        [one] { $count } further transfer
       *[other] { $count } further transfers
    }: in the workbook (--out) and in --json.
close-transfers-note = ? – the tables do not tell the tax: take it from the payroll by hand (the gross it is a part of is in the workbook). Tax is a part of the gross: where it is late, that part of the pay is not paid in time. Losses do not add up: late pay takes its contributions with it.
close-kind-supplement = supplement
close-kind-supplement-contributions = contributions on it
close-kind-pay = pay
close-kind-contributions = contributions
close-kind-tax = advance of tax
close-state-too-late = too late: { $day }
close-state-no-day = no day
close-state-unconfirmed = contributions: no day
close-state-to-grant = to be granted
close-state-planned = planned: { $day }
close-paragraphs = PROGRAMME AND OWN MONEY BY PARAGRAPH (PLN)
close-booking = Re-booking: { $total } passes from own money to the programme; amounts by month and paragraph are in the workbook (--out) and in --json.

close-after-deadline = { $seen } is after the last payment day ({ $expected }): nothing more will count this year.
close-after-deadline-hint = Settle: “rozlicz settle”. If the agreement has a later day, put it into table Umowa, field “Termin płatności”.
close-before-period = { $seen } is before the first day settled ({ $expected }).
close-before-period-hint = Give a day from { $expected } to { $last } as --as-of.
close-no-working-day-left = After { $seen } there is no working day left up to the last payment day ({ $deadline }); the last one was { $expected }.
close-no-working-day-left-hint = Ask the bank for instant transfers. The amounts below show what payment in time would bring.
close-accident-rate-missing = The payer's accident rate is not given, and the gross supplement rests on it.
close-accident-rate-missing-hint = Put it into table Umowa, field “Stopa wypadkowa (%)”: the ZUS DRA return shows it. A payer with up to 9 insured has { $small }.
close-no-supplement = This edition has no supplement, or the municipality has no money for it: there is nothing to grant.
close-no-supplement-hint = Nothing need be done; if the municipality uses the supplement, put it into table Środki.
close-supplement-funded = The motivation supplement of this edition is paid in full with its contributions: no gross need be searched.
close-supplement-funded-hint = Nothing need be done.
close-nobody-qualifies = Nobody meets the conditions of the supplement in any month.
close-nobody-qualifies-hint = Check hours, dates of employment and “Data złożenia wniosku”. If they are true, the money for supplements must be returned.
close-month-without-pay = Assistant { $assistant }, { $months }: the tables hold no pay yet, though the contract runs. The plan leaves this pay, its contributions, transfers and the supplement of that time out.
close-month-without-pay-hint = Add the pay of these months to table Płace, with contributions and hours, without a day of payment or with the planned one, and run the program again. If there will be no pay (unpaid leave, benefit), nothing need be done.
close-hours-unknown = Assistant { $assistant }, { $months }: the tables hold no hours, so it is not known whether a supplement is due.
close-hours-unknown-hint = Fill in “Godziny przepracowane (h)” for these months (December: once known) and run the program again.
close-supplement-too-small = Assistant { $assistant }, { $months }: the supplement in the tables is too small to earn the whole grant; { $difference } is lost in all.
close-supplement-too-small-hint = What makes it up is on the list for the order (the programme pays a share of the cost, so the gross must exceed the grant).
close-award-binds = The supplements could earn { $seen }, and { $expected } was awarded: { $difference } stays with the municipality.
close-award-binds-hint = The gross amounts stay as they are; the column “z Programu” takes the award into account. The municipality may grant less if it does not want to pay the rest.
close-planned-too-late = Assistant { $assistant }: { $what ->
        [pay] pay
       *[other] contributions
    } planned for { $seen }, after the last payment day; that costs { $difference } of co-financing.
close-planned-too-late-hint = Pay by { $expected } and correct the day in table Płace.
close-contributions-unconfirmed = Pay of this month has no day on which its contributions were paid ({ $count ->
        [one] { $count } transfer
       *[other] { $count } transfers
    }); they are due next month, and only what is paid by the last day counts. { $difference } is at stake.
close-contributions-unconfirmed-hint = Pay them by { $expected } and fill in “Data zapłaty składek” in table Płace.
