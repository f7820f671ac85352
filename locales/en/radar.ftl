# Radar: what is near a limit.
cli-radar = Shows what is near a limit in the running year, what is lost, and what money will be left
cli-radar-usage = rozlicz radar [OPTIONS] --as-of DAY INPUT…
cli-radar-out = The workbook to write: the radar with charts, the steps and the data

radar-title = Radar of the year as of { $day }
radar-money = Money
radar-bar = { $used } of { $all } PLN
radar-no-award = { $used } PLN so far; Środki gives neither an award nor a transfer.
radar-unspent = not yet used (PLN)
radar-planned = planned after { $day } (PLN)
radar-received-later = received after { $day } (PLN)
radar-forecast = to the end of the period at this pace (PLN)
radar-unused = left of the award (PLN)
radar-to-return = to return of what was received (PLN)
radar-missing = missing above the award (PLN)
radar-source = not yet used, { $source } (PLN)
radar-pace = What was paid by the day of the radar counts (art. 168 (4) of the public finance act); rows with a later day are planned. The pace is the mean of the months with pay, carried to the months left and rounded once, to the grosz. If later months differ, run the radar again.
radar-months = Months without a supplement, and months near the condition of hours
radar-month = { $assistant }, { $month }, worth { $worth } PLN: { $why }. { $remedy }
radar-families = Families of assistants against the limit
radar-none = nothing
radar-more = { $count ->
    [one] and { $count } month more; all are in the workbook (--out) and in --json
   *[other] and { $count } months more; all are in the workbook (--out) and in --json
}
radar-written = Radar written: { $path }
radar-errors = The data has errors: the figures above leave those rows out, and no workbook was written. rozlicz check lists the errors.

radar-day-outside = { $seen } is outside the days settled (from { $expected } to { $last }).
radar-day-outside-hint = Give a day from { $expected } to { $last } as --as-of, or the tables of the year meant.
radar-other-programme = The tables are of programme { $seen }, and --programme says { $expected }: the award of one says nothing of the other.
radar-other-programme-hint = Run radar without --programme, or give the tables of programme { $expected }.

radar-narrow = the condition of hours is met, but narrowly: { $hours } h of { $needed } h needed, { $missing } h to spare
radar-reason-request-day = not employed on the day the request was filed
radar-reason-no-post = the post of this month is zero
radar-reason-hours-unknown = the hours worked are not given
radar-reason-hours = too few hours: { $hours } of { $needed } needed, { $missing } h missing
radar-reason-hours-near = almost enough hours: { $hours } of { $needed } needed, only { $missing } h missing
radar-reason-families = more families than the limit, and the reading in force takes the money away then
radar-reason-no-pay = Płace has no pay of this month
radar-reason-no-supplement = no supplement was paid
radar-reason-paid-late = the supplement is in Płace, but was not paid in time or has no day of payment
radar-reason-service-contract = a service contract earns no supplement in this edition
radar-reason-other = a condition of the edition is not met

radar-remedy-narrow-running = Watch the hours to the end of the month and check the register.
radar-remedy-narrow = The register of hours must prove them.
radar-remedy-hours-running = The month is still running: the missing hours can be worked.
radar-remedy-hours = If the register leaves hours out, correct it and run again.
radar-remedy-request-day = The month earns no supplement; one that was paid is borne by the municipality.
radar-remedy-no-post = If the post is a slip, correct Zatrudnienie.
radar-remedy-hours-unknown = Give the hours in Płace or the absences in Nieobecności.
radar-remedy-families = Hand families over to other assistants, or hire another.
radar-remedy-no-pay = If the pay was paid, add its row to Płace.
radar-remedy-no-supplement = A supplement can still be granted and paid until the last payment day of the contract.
radar-remedy-paid-late = Check the day of payment; what is paid late is borne by the municipality.
radar-remedy-service-contract = Nothing needs doing.
radar-remedy-other = Check the absences and contract days of this person.

radar-load-over = families: { $now }, limit: { $limit } - too many (most in the period: { $peak }). Hand families over to another assistant.
radar-load-was-over = families: { $now }, limit: { $limit }, but { $peak } at one time in the period: the limit was exceeded. Keep an explanation for an inspection.
radar-load-at-limit = families: { $now }, limit: { $limit } - the next one is above it. Give it to another assistant.
radar-load-near = families: { $now }, limit: { $limit } - one place left.
radar-load-below = families: { $now }, limit: { $limit }.
radar-load-unknown = the number of families or the limit is not known. Rodziny gives the families.

sensitivity-title = What one change would bring (each settled again, everything else as it is)
sensitivity-head-limit = by the rules { $amount } PLN
sensitivity-head-co-financing = co-financing { $amount } PLN
sensitivity-head-own = own share { $amount } PLN
sensitivity-note = By the rules: before award and transfer cut the co-financing.
sensitivity-quarter-post = A quarter-post more for { $assistant }: from { $from } to { $to } of a post, pay and hours in proportion
sensitivity-quarter-post-hired = Somebody new on a quarter-post, with pay and hours as { $assistant }, in proportion; no Labour Fund where that pay is below the minimum wage
sensitivity-pay-percent = Pay 1 % higher with its contributions, supplements unchanged
sensitivity-hours = { $hours } hours more in every month of everybody whose hours are given; under a service contract pay and contributions grow with the hours
sensitivity-reading = Reading { $name } = { $way }: { $meaning }
