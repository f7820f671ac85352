# Consolidate: settlements of many municipalities as one report of the voivode.

cli-consolidate = Gathers the settlements of many municipalities into one report of the voivode (in Polish: zbiorczo)
cli-consolidate-usage = rozlicz consolidate [OPTIONS] INPUT… --as-of DATE --out FILE
cli-consolidate-out = The collective workbook: the voivode's report, overview, files and remarks
cli-consolidate-verdicts = Accepted: { $accepted }, accepted with remarks: { $remarks }, rejected: { $rejected }, files passed over: { $skipped }.
cli-consolidate-written = The collective report is written: { $path }

cli-value-voivodeship = VOIVODESHIP
cli-value-count = NUMBER
cli-consolidate-after =
    Exit code: 0 – all reports accepted (with remarks too), 1 – something rejected or missing, or no report at all,
    2 – could not run, 130 – stopped by Ctrl-C.
cli-consolidate-voivodeship = The office's voivodeship (its name or two digits): a municipality of another is an error
cli-consolidate-register = The office's register of agreements, or the ministry's list of awards
cli-consolidate-settlements = Folder for the settlement workbooks of municipalities that sent only tables
cli-consolidate-threads = How many files to verify at once; without it as many as the computer has cores
cli-consolidate-store = File that keeps verified work; without it beside the result, ending in .pamiec
cli-consolidate-no-store = Verifies everything again and keeps nothing
cli-consolidate-quiet = Shows no progress
cli-consolidate-work = Handed in: { $tasks }; verified now: { $made }, unchanged since the run before: { $kept }.
cli-consolidate-unknown = * Without municipalities whose report does not give this amount (at most { $count }).
cli-consolidate-rejected = To be mended before they enter the totals:
cli-consolidate-more = { "  " }… and { $count } more. All stand on the sheet Pliki.
cli-consolidate-same = No file changed since the run before.
cli-consolidate-changed = Changed since the run before ({ $count }): { $paths }
cli-consolidate-new = New since the run before ({ $count }): { $paths }
cli-consolidate-gone = Were there before and are no more ({ $count }): { $paths }
cli-consolidate-empty = There is no file in the folders given, so there is nothing to gather.
cli-consolidate-nothing-written = No collective report is written, because no file is a report.
cli-consolidate-stopping = Finishing the files under way. Ctrl-C once more ends at once.
cli-consolidate-stopped = Stopped after { $done } of { $of }. No collective report is written. What is verified is kept: the same command goes on from here.
cli-consolidate-stopped-without-store = Stopped after { $done } of { $of }. No collective report is written. Nothing is kept, so the same command begins anew.
cli-consolidate-store-damaged = The store of verified work is damaged or of another version of the program and was not used: everything was verified again.
cli-consolidate-store-foreign = The file in the place of the store is not a store of this program or cannot be read. It is left as it is and this run is not kept; --store names another place.
cli-consolidate-store-other = The program, the rules or the options changed since the run before, so everything was verified again.
cli-consolidate-store-unwritten = The store of verified work could not be written, so the next run verifies everything again. { $reason }
consolidate-broke-down = The program broke down over this file: an error of the program, not of the municipality. The other files are verified.
consolidate-broke-down-hint = Please report it to the authors of the program; until then the report is to be verified by hand.

cli-progress-files = Files
cli-progress-rate = a second
cli-progress-left = left
cli-progress-line = Verified { $done } of { $of } ({ $percent } %).
