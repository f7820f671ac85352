# Audit of a workbook: differences, verdict, help of the command.

audit-typed-over = { $blank ->
    [yes] The formula{ $named ->
        [no] {""}
       *[yes] {" "}({ $what })
     } was removed; the cell is empty and the formula gave "{ $expected }".
   *[no] { $same ->
        [yes] The formula was replaced by the typed value "{ $seen }"; it equals the result but no longer recalculates.
       *[no] The value "{ $seen }" was typed over a formula.
     }
 }
audit-typed-over-hint = Find out who typed the value and why. Restore the formula: ={ $was }
audit-formula-edited = The formula was changed: it is ={ $formula } and was ={ $was }.
audit-formula-edited-hint = Restore the formula that the program wrote, or settle again from the data.
audit-formula-added = A formula, ={ $formula }, stands where the program wrote none.
audit-formula-added-hint = Remove the formula and restore the value that the program wrote.
audit-total-short = The total leaves out { $count ->
    [one] the cell
   *[other] { $count } cells
 } { $cells }: it is ={ $formula } and was ={ $was }.
audit-total-short-hint = Restore the full range of the total.
audit-parameter-changed = The parameter "{ $what }" was changed.
audit-parameter-changed-hint = Parameters follow from the edition and the agreement. Restore the value; if the rules themselves are wrong, settle again.
audit-input-changed = The municipality's data{ $named ->
    [no] {""}
   *[yes] {" "}in column "{ $what }"
 } were changed{ $blank ->
    [yes] : the cell was cleared
   *[no] {""}
 }.
audit-input-changed-hint = Compare the cell with the source document. If the new value is right, correct the municipality's table and settle again.
audit-value-changed = A number that the program wrote was changed.
audit-value-changed-hint = Restore the number.
audit-text-changed = A text was changed.
audit-text-changed-hint = See whether the change alters what the amounts beside it mean.
audit-text-removed = A text was removed.
audit-text-removed-hint = See what the text said; notes and remarks belong to the settlement.
audit-cell-added = "{ $seen }" was written into a cell that was empty.
audit-cell-added-hint = The program did not write it; find out who did.
audit-digest-changed = { $blank ->
    [yes] A SHA-256 digest was removed.
   *[no] A SHA-256 digest was changed.
 }
audit-digest-changed-hint = Compare the digest with the file it belongs to; as it stands, it does not name the data that were settled.
audit-row-added = Row { $row } was added{ $empty ->
    [yes] {" "}(empty)
   *[no] : { $seen }
 }.
audit-row-added-hint = The program did not write the row. If it enters totals, explain the amount; correct data belong into the municipality's tables.
audit-row-deleted = What was row { $was } was deleted or cleared{ $empty ->
    [yes] {" "}(empty)
   *[no] : { $expected }
 }.
audit-row-deleted-hint = Restore the row, or settle again from the data.
audit-row-moved = A row was moved: it was { $was } and is { $row } ({ $seen }).
audit-row-moved-hint = The order of rows does not change totals, but formulas elsewhere may point to another row. Restore the order.
audit-column-added = Column { $column } was added.
audit-column-added-hint = The program did not write the column; see that no formula uses it.
audit-column-deleted = What was column { $was } was deleted: { $expected }.
audit-column-deleted-hint = Restore the column, or settle again from the data.
audit-row-hidden = { $count ->
    [one] Row { $lines } is hidden.
   *[other] Rows { $lines } are hidden.
 }
audit-row-hidden-hint = Show the hidden rows; the program hides none.
audit-column-hidden = { $count ->
    [one] Column { $lines } is hidden.
   *[other] Columns { $lines } are hidden.
 }
audit-column-hidden-hint = Show the hidden columns; the program hides none.
audit-sheet-hidden = Sheet "{ $sheet }" is hidden.
audit-sheet-hidden-hint = Show the sheet; the program hides none.
audit-sheet-added = Sheet "{ $seen }" was added.
audit-sheet-added-hint = The program did not write the sheet; what it holds was not audited.
audit-sheet-deleted = Sheet "{ $expected }" was deleted.
audit-sheet-deleted-hint = Ask for the whole workbook.
audit-sheet-renamed = Sheet "{ $expected }" is now called "{ $seen }".
audit-sheet-renamed-hint = Restore the name; otherwise the sheet was audited as usual.
audit-sheet-order = The sheets stand in another order; the first one moved is "{ $seen }".
audit-sheet-order-hint = The order of sheets changes no amount.
audit-stored-result = The stored result of the formula ={ $formula } is not what it gives when recalculated.
audit-stored-result-hint = Open the workbook in a spreadsheet and recalculate it; if the difference stays, settle again.
audit-error-cell = The cell shows the error { $error } (formula ={ $formula }).
audit-error-cell-hint = Find the change after which the formula stopped working, and undo it.
audit-external-links = The workbook points to other files: { $seen }. The program did not open them.
audit-external-links-hint = A settlement needs no other files; remove the links.
audit-macros = The workbook holds macros. The program did not run them.
audit-macros-hint = A settlement needs no macros; ask for the workbook without them.
audit-trace-missing = The workbook looks like one of this program's, but its trace (sheet "Ślad") is gone.
audit-trace-missing-hint = Without the trace nobody can say what was changed. Give the municipality's tables with --data, or ask for the whole workbook.
audit-trace-damaged = The trace cannot be read ({ $reason ->
    [digest] its digest differs
    [large] it is too large
   *[damaged] it is damaged
 }): sheet "Ślad" was changed.
audit-trace-damaged-hint = Without the trace nobody can say what was changed. Give the municipality's tables with --data, or ask for the whole workbook.

## What was recomputed

audit-recomputed-sheets = { $count ->
    [one] { $count } sheet
   *[other] { $count } sheets
 }
audit-recomputed-cells = { $count ->
    [one] { $count } cell
   *[other] { $count } cells
 }
audit-recomputed-formulas = { $count ->
    [one] { $count } formula
   *[other] { $count } formulas
 }

## Rules and data

audit-rules-other = The settlement was made with other rules of edition "{ $edition }" than those built in{ $built_in ->
    [no] {" "}(rules of a folder)
   *[yes] {""}
 }.
audit-rules-other-hint = Find out where the rules came from. What follows for amounts, the other differences say.
audit-law-parameter = The parameter "{ $what }" kept in the trace is not that of the edition.
audit-law-parameter-hint = The trace, or the rules it was made with, were changed. Settle again from the data.
audit-law-figure = { $whole ->
    [yes] The figure "{ $what }" kept in the trace
   *[no] The figure "{ $what }" ({ $of }) kept in the trace
 } does not follow from the recorded data and the rules; { $count ->
    [one] it is the only one
   *[other] { $count } figures in all do not
 }.
audit-law-figure-hint = The workbook was changed together with its trace, or made with other rules. Settle again from the data.
audit-data-changed = File "{ $file }" is not the one that was settled: its digest differs.
audit-data-changed-hint = Compare the file with its copy of the day of settlement; differences of amounts are told by themselves.
audit-data-other = File "{ $file }" is not named by the settlement.
audit-data-other-hint = Give the files that were settled (sheet "Źródła").
audit-data-missing = File "{ $file }", which was settled, was not given.
audit-data-missing-hint = Give all files named on sheet "Źródła".
audit-recomputed-figures = { $count ->
    [one] { $count } figure settled again
   *[other] { $count } figures settled again
 }
audit-unverified-no-results = The workbook holds no results of formulas ({ $count }): a program saved it that does not compute. Results were computed from the formulas.
audit-unverified-formulas = { $count ->
    [one] { $count } formula
   *[other] { $count } formulas
 } could not be computed: functions that this program does not write, or references in a circle.
audit-unverified-too-large = The workbook is too large to compute its formulas; the content of cells was compared.
audit-unverified-law = The data kept in the workbook could not be settled again: { $reason }
audit-unverified-data = The data given could not be settled: they hold errors. The workbook was compared with its own trace.
audit-unverified-version = Another version of the program ({ $version }) wrote the workbook; figures were compared, not the layout of sheets.

## Verdict

audit-clean = The workbook agrees with its trace: { $what } gone through.
audit-clean-data = The workbook agrees with the data and with its trace: { $what } gone through.
audit-clean-foreign = No difference was found in the workbook: { $what } gone through.
audit-differs = { $count ->
    [one] { $count } difference
   *[other] { $count } differences
 } found; the largest: { $largest } ({ $place }).
audit-differs-no-money = { $count ->
    [one] { $count } difference
   *[other] { $count } differences
 } found; none changes an amount by itself. The first: { $place }.
audit-workbook-whole = the workbook as a whole
audit-heading = Audit of workbook "{ $file }" (SHA-256 { $sha256 }).
audit-heading-own = { $title }, as of { $as_of }; written by rozlicz { $program }, rules "{ $edition }".
audit-heading-checked = Gone through: { $what }.
audit-heading-unverified = Could not be verified:

## Could not run

audit-newer = Workbook "{ $file }" was written by a newer version of the program (shape of trace { $shape }; this version knows { $known }).
audit-newer-hint = Use a newer version of the program.
audit-nothing-asked = No workbook was given.
audit-nothing-asked-hint = Give a file: rozlicz audit FILE.

## Help

cli-audit = Audits a finished workbook: what was changed, and do the amounts hold
cli-audit-usage = rozlicz audit [OPTIONS] FILE | --replay CAPSULE
cli-audit-after =
    Example: rozlicz audit settlement-2025.xlsx --data data.xlsx
    Without --data the workbook is compared with its own trace and with the rules; nothing is written or changed.
    Exit code: 0 no difference, 1 differences, 2 could not run.
cli-audit-workbook = Workbook to audit (.xlsx)
cli-audit-data = The municipality's tables: everything is settled again from them and compared line by line

## Trace and rules

audit-law-cell = A cell kept in the trace{ $named ->
    [yes] {" "}("{ $what }")
   *[no] {""}
 } is not what the kept data and rules give: it holds "{ $is }" and should hold "{ $should }".
audit-law-cell-hint = The workbook was changed together with its trace. Settle again from the data.
audit-law-unknown = The amounts were not verified against the rules (edition "{ $edition }"): { $reason }
audit-law-unknown-hint = Give the folder with the rules of this edition (--programmes) or settle again from the data; without it nobody knows whether the trace is genuine.
audit-more = Differences not named here: { $count }.
audit-more-hint = Explain the largest differences first, then audit again.
audit-data-foreign = These are not the data of this settlement: TERYT { $teryt_seen } instead of { $teryt }, edition "{ $edition_seen }" instead of "{ $edition }". The workbook was compared with its trace.
audit-data-foreign-hint = Give the tables that this settlement was made from; sheet "Źródła" has their names and digests.
audit-unverified-law-version = Another version of the program ({ $version }) or other rules wrote the trace: figures were compared with the rules, not every cell.
