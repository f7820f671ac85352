# Consolidate: settlements of many municipalities as one report of the voivode.

cli-consolidate = Gathers the settlements of many municipalities into one report of the voivode (in Polish: zbiorczo)
cli-consolidate-usage = rozlicz consolidate [OPTIONS] INPUT… --as-of DATE --out FILE
cli-consolidate-out = The collective workbook: the voivode's report, overview, files and remarks
cli-consolidate-verdicts = Accepted: { $accepted }, accepted with remarks: { $remarks }, rejected: { $rejected }, files passed over: { $skipped }.
cli-consolidate-written = The collective report is written: { $path }

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
