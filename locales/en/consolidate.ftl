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
cli-consolidate-office = For the office to clear up:
cli-consolidate-more-remarks = { "  " }… and { $count } more. All stand on the sheet Uwagi.
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
rollup-broke-down = The program broke down over this file: an error of the program, not of the municipality. The other files are verified.
rollup-broke-down-hint = Please report it to the authors of the program; until then the report is to be verified by hand.

cli-progress-files = Files
cli-progress-rate = a second
cli-progress-left = left
cli-progress-line = Verified { $done } of { $of } ({ $percent } %).

rollup-lock-file = "{ $file }" is a lock file: somebody has the workbook open. It holds no data.
rollup-lock-file-hint = Close the workbook if it is open, so that nothing unsaved is missed. The lock file may stay.
rollup-hidden-file = "{ $file }" is hidden or kept by the system: left out.
rollup-hidden-file-hint = If it holds a municipality's data, save them under a name that does not begin with a dot.
rollup-other-file = "{ $file }" is neither a workbook nor a table (.xlsx, .xlsm, .xls, .xlsb, .ods, .csv): left out.
rollup-other-file-hint = If a municipality sent its report in it (a scan, a letter), ask for an .xlsx file.
rollup-no-report = "{ $file }" holds neither tables to settle nor a form of the programme: left out.
rollup-no-report-hint = If it was meant as a report, ask the municipality for its form (annex 2) or for tables.
rollup-own-paper = "{ $file }" is a protocol or a list of findings of this program, no settlement: left out.
rollup-own-paper-hint = A municipality's settlement is the workbook written with --out or --to-send.
rollup-collective = "{ $file }" is a voivode's collective report, not a municipality's: left out.
rollup-collective-hint = Reports of municipalities are collected. If a municipality filled in the voivode's form, ask for its own.
rollup-same-file = "{ $file }" is the same file as "{ $first }", byte for byte: counted once.
rollup-same-file-hint = Nothing to do. If something else was meant under the second name (a correction, another municipality), ask for it.
rollup-link-back = The link "{ $file }" leads to what was read already: left out.
rollup-link-back-hint = Nothing to do: every file is read once.
rollup-not-a-file = "{ $file }" is no regular file: left out.
rollup-not-a-file-hint = If it holds a municipality's data, save them as a regular file.
rollup-folder-unreadable = The folder "{ $file }" cannot be listed: { $reason }. What files are in it is not known.
rollup-folder-unreadable-hint = Ask for the right to read the folder and run again.
rollup-file-unreadable = The file "{ $file }" cannot be read: { $reason }.
rollup-file-unreadable-hint = Check the right to read it and that it is still there, then run again.
rollup-file-changed = The file "{ $file }" changed while it was read: somebody was saving or copying it. It enters no total.
rollup-file-changed-hint = Wait until it is saved and run again.
rollup-draft = This is a draft of a settlement, no settlement: made to look at the figures.
rollup-draft-hint = Ask the municipality for the workbook made without --draft, once the data have no errors.
rollup-other-edition = This report is of the edition { $seen }; { $expected } is being collected.
rollup-other-edition-hint = Editions are collected apart: move the file to the folder of its own. If the municipality mistook the programme, ask for the right report.
rollup-not-taken = The file cannot be verified. { $reason }
rollup-not-taken-hint = It enters no total until the municipality sends a mended one.
rollup-not-written = The settlement workbook of this municipality was not written. { $reason }
rollup-not-written-hint = Free some space or name another folder with --settlements, and run again.
rollup-more-remarks = { $count ->
    [one] There is one more remark that is not listed here.
   *[other] There are { $count } more remarks that are not listed here.
}
rollup-more-remarks-hint = All are listed by `rozlicz check` (tables) or `rozlicz audit` (a workbook) for this one file.

rollup-several-editions = The files are of several editions: { $editions }.
rollup-several-editions-hint = A collective report is of one: name it with --programme. Files of the others are then rejected, with the reason.
