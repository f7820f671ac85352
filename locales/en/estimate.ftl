# Estimate for the coming year.
cli-value-year = YEAR
cli-estimate = Estimates the request for the coming year in three scenarios (in Polish: szacuj)
cli-estimate-usage = rozlicz estimate INPUT… --for YEAR --programme PROGRAMME [OPTIONS]
cli-estimate-after =
    Example: rozlicz estimate data-2025.xlsx --for 2026 --programme asystent-rodziny-2025 --plan plan.xlsx --out estimate-2026.xlsx
    Without a plan: today's assistants unchanged. Rules of a year that nobody announced are an assumption, and every sheet says so.
    Exit code: 0 – in order, 1 – errors in the data or in the plan (nothing is written), 2 – could not run.
cli-estimate-for = Year of the request
cli-estimate-programme = Edition whose rules are taken, such as asystent-rodziny-2025
cli-estimate-plan = Plan of the coming year: raises, hires, departures, rates
cli-estimate-out = The workbook to write: request, scenarios, cash, assumptions and steps
cli-estimate-earlier = An earlier year's data: a file or folder; may be repeated
cli-estimate-as-of = Day the estimate is of, such as 2025-11-20 (by default: the last day of the period in the data)
cli-written-estimate = Estimate written: { $path }
cli-estimate-nothing = There are errors in the data or in the plan, so nothing was estimated: a row left out would be a person without money in the request. Correct the cells named and run again.

estimate-title = Estimate for { $year } (PLN)
estimate-assumed = ASSUMPTION: the rules of the edition { $edition }, which is that of another year, are taken for { $year }. Once the programme for { $year } is announced the estimate must be repeated under it.
estimate-plan-without-tables = There is no table of a plan (Założenia, Podwyżki, Zmiany kadrowe) in { $path }.
estimate-plan-without-tables-hint = Name the plan. The command rozlicz init --plan makes a blank one.
estimate-careful = careful
estimate-base = base
estimate-ambitious = ambitious
estimate-row-task = Cost of the task
estimate-row-asked-supplement = Request: supplements
estimate-row-asked-employment = Request: employment costs
estimate-row-asked = REQUEST IN ALL
estimate-row-award = Expected award after a cut
estimate-row-own = Own contribution to the task
estimate-row-outside = Cost outside the programme
estimate-row-thirteenth = Thirteenth salary, contributions
estimate-row-to-vote = OWN MONEY TO BE VOTED
estimate-row-to-vote-part = OWN MONEY OF THE MONTHS COVERED
estimate-row-others = From other public money
estimate-row-laid-out = Most laid out until it comes
estimate-row-families = Families at the year's end
estimate-row-per-family = Cost per family
estimate-bars = Cost by source: █ expected award, ▒ request above it, ░ own money
estimate-bar = { $award } of { $asked }, own { $own }
estimate-years = Requested, awarded and used (PLN)
estimate-year = Year
estimate-year-asked = Requested
estimate-year-awarded = Awarded
estimate-year-used = Used
estimate-other-findings = This year's data also have { $count ->
    [one] one finding that concerns
   *[other] { $count } findings that concern
    } their own settlement: the command check shows them, and the sheet Uwagi of the workbook.
