# Command `explain`: where an amount comes from.

cli-explain = Explains an amount: from a cell of the workbook down, step by step, to the input.
cli-explain-usage = rozlicz explain WORKBOOK SHEET!CELL [options]
    rozlicz explain --assistant ID [--month MONTH] INPUT… [options]
cli-explain-after = The workbook must be one written by "rozlicz settle --out": its sheet "Ślad" holds all that is needed, years
    later and without the municipality's tables.

    Examples:
      rozlicz explain rozliczenie.xlsx "Część 1!D12"
      rozlicz explain rozliczenie.xlsx "Obliczenia R9" --json
      rozlicz explain --assistant A01 --month 2025-03 data/
cli-explain-what = Workbook and cell, such as rozliczenie.xlsx "Formularz!D7"; with --assistant: the input or a workbook
cli-explain-assistant = Explains the amounts of the assistant with this identifier
cli-explain-month = This month only, such as 2025-03 or 03.2025
cli-explain-depth = At most so many steps down from the amount
cli-explain-full = Prints all rows of every step (else the first 12)
cli-value-what = WORKBOOK SHEET!CELL
cli-value-assistant = ID
cli-value-month = MONTH
cli-value-depth = NUMBER

explain-settlement = { $municipality } · as of { $day } · rozlicz { $version }
explain-draft = DRAFT: the settlement was not ready to be signed.
explain-changed = NOTE: { $count ->
        [one] a cell that this amount rests on differs from what was recorded when the workbook was written.
       *[other] { $count } cells that this amount rests on differ from what was recorded when the workbook was written.
    } What was recorded is explained below.
explain-changed-cell = { $cell }: recorded { $recorded }, now { $now }.
explain-changed-audit = All changes and what they do: rozlicz audit WORKBOOK
explain-changed-nothing = nothing
explain-repeats = Repeats the amount of cell { $cell }.
explain-is-step = The computation begins at step { $mark }.
explain-is-data = This is a value of the input: { $mark }.
explain-is-parameter = This is a set value: { $mark }.
explain-is-left = Not followed (see --depth).
explain-steps = STEPS, FROM THE AMOUNT DOWN
explain-formula = Formula:
explain-rounding = Rounding:
explain-basis = Basis:
explain-reading = Reading:
explain-before-rounding = (before rounding { $value })
explain-holds = because { $condition }
explain-holds-not = because this does not hold: { $condition }
explain-and-others = { $of } and { $count ->
        [one] { $count } further row
       *[other] { $count } further rows
    }
explain-uses = from cells:
explain-data = INPUT
explain-copies = copy in the workbook: { $sheet }
explain-blank = blank:
explain-datum = { $cell }: { $value } · copy { $copy }
explain-parameters = SET VALUES
explain-mark = Certainty:
explain-no-mark = Follows from the tables (not a figure of the rules).
explain-source = Source:
explain-read-as = Read as:
explain-readings = READINGS
explain-reading-basis = Ground of the reading:
explain-more = … and { $count } more (all: --full or --json)
explain-not-followed = Cells not followed: { $count } (marked […]). Deeper: a larger --depth.

explain-two-words = Give a workbook and a cell, such as: rozlicz explain rozliczenie.xlsx "Formularz!D7".
explain-no-trace = { $file }: this workbook has no sheet "Ślad", so it does not tell where its amounts come from.
explain-no-trace-hint = Only a workbook of "rozlicz settle --out" has the trace; the file to send and a form filled by hand have none. With the municipality's tables: rozlicz explain --assistant ID INPUT
explain-damaged-trace = { $file }: the sheet "Ślad" is damaged or changed ({ $reason }) and cannot be trusted.
explain-damaged-trace-hint = Use the workbook as it was written, or settle the data again.
explain-newer-trace = { $file }: this workbook was written by a newer version of the program (shape { $shape }, this version knows { $known }).
explain-newer-trace-hint = Use a newer version of the program.
explain-cell-unreadable = Which cell is meant by "{ $typed }" is not clear.
explain-cell-unreadable-hint = Give sheet and address, such as "Formularz!D7" or "Formularz D7".
explain-no-sheet = The workbook has no sheet "{ $sheet }".
explain-no-sheet-near = The workbook has no sheet "{ $sheet }". Is "{ $nearest }" meant?
explain-no-sheet-hint = Sheets: { $sheets }.
explain-cell-empty = Cell { $cell } is empty: nothing was written there.
explain-cell-empty-near = Cell { $cell } is empty: nothing was written there. Nearest amount: { $nearest }.
explain-cell-text = Cell { $cell } holds a text, no amount: "{ $text }".
explain-cell-bare = The number in cell { $cell } belongs to the layout of the sheet (such as the number of a column); there is nothing to explain.
explain-no-assistant = The settlement has no assistant "{ $assistant }".
explain-no-assistant-hint = There are: { $known }.
explain-no-month = Assistant "{ $assistant }" has no month { $month } in the settlement.
explain-no-month-hint = There are: { $known }.
explain-not-settled = The data cannot be settled, so there is nothing to explain. What to correct: rozlicz check INPUT
