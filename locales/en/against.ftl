# Comparing two settlements: `audit --against`.

against-tampered = Workbook “{ $file }” was changed after it was written. Changes: { $count }; the largest { $listed } are below.
against-tampered-hint = Explain these changes before using the comparison: it speaks of the settlements as they were written. All of them are told by: rozlicz audit FILE.
against-changed-since = WARNING: workbook “{ $file }” was changed after it was written: { $count ->
    [one] { $count } difference
   *[other] { $count } differences
} from its own record{ $money ->
    [yes] , the largest { $largest }
   *[no] {""}
}.
against-verdict-tampered = The comparison speaks only of the settlements as they were written, not of what stands in the files now.
against-kind-since = Changed in a workbook after it was written
against-row-added = New row in table “{ $table }”: { $row }.
against-row-added-hint = Check which document the row comes from.{ $told ->
    [yes] {" "}The difference is what this row alone does to the co-financing.
   *[no] {""}
}
against-row-removed = Table “{ $table }” no longer has the row: { $row }.
against-row-removed-hint = Check why the row was removed.{ $told ->
    [yes] {" "}The difference is what its removal alone does to the co-financing.
   *[no] {""}
}
against-row-changed = Changed row in table “{ $table }”: { $row }. { $changes }.
against-row-changed-hint = Compare with the source document.{ $told ->
    [yes] {" "}The difference is what this change alone does to the co-financing.
   *[no] {""}
}
against-rows-together = The other changed rows ({ $count }) were computed together.
against-rows-together-hint = The first { $limit } changes are computed one by one; all of them are listed above.
against-rows-interaction = Several changes at once give another result than the sum of those changes made one by one.
against-rows-interaction-hint = Nothing to do: this item makes the sum agree to the grosz.
against-edition = Another edition: was “{ $expected }”, is “{ $seen }”.
against-edition-hint = Differences are shown side by side, by assistant and number of the month; they are not parted into data and rules.
against-rules-text = The same edition { $name }, but its file of rules has another text.
against-rules-text-hint = Compare the parameters listed below with the act.{ $told ->
    [yes] {" "}The difference is what rules and readings together do to the co-financing.
   *[no] {""}
}
against-reading = A clause is read in another way (“{ $name }”): was “{ $expected }” ({ $before }), is “{ $seen }” ({ $now }).
against-reading-hint = Check on what basis the reading was changed.{ $told ->
    [yes] {" "}The difference is what this reading alone does to the co-financing.
   *[no] {""}
}
against-reading-grounds = Reading “{ $name }” is the same ({ $now }) on another basis: was “{ $expected }”, is “{ $seen }”.
against-reading-grounds-hint = Check that the letter is on file.
against-given = A figure given with the command (“{ $name }”): was “{ $expected }”, is “{ $seen }”.
against-given-hint = Check which letter the figure comes from.{ $told ->
    [yes] {" "}The difference is what this figure alone does to the co-financing.
   *[no] {""}
}
against-parameter = Parameter “{ $name }”: was “{ $expected }” ({ $before }), is “{ $seen }” ({ $now }).
against-parameter-hint = Check value and source on the sheet “Parametry” of both workbooks. The effect on amounts is part of the difference by rules.
against-rules-interaction = Changed rules acting together give another result than the sum of those changes made one by one.
against-rules-interaction-hint = Nothing to do: this item makes the sum agree to the grosz.
against-program = The same data and rules give another amount in another version of the program (was { $expected }, is { $seen }).
against-program-hint = Read in CHANGELOG what changed between the versions; compare the result with the act.
against-figures-alone = Figures changed ({ $count }), and the record shows no change of data or rules.
against-figures-alone-hint = Audit each workbook on its own: rozlicz audit FILE.
against-texts = Sheet “{ $sheet }”: other texts (new { $added }, removed { $removed }){ $examples }.
against-texts-hint = A change of look; it changes no amount.
against-formulas = Sheet “{ $sheet }”: formulas of another shape (new { $added }, removed { $removed }){ $examples }.
against-formulas-hint = { $version ->
    [other] Data and rules are the same, and the version of the program is another. Amounts are compared apart.
   *[same] Data, rules and version of the program are the same. Check whether somebody changed the record “Ślad”, and audit each workbook on its own: rozlicz audit FILE.
}
against-sheet = { $side ->
    [newer] Sheet “{ $sheet }” is in the newer workbook only.
   *[older] Sheet “{ $sheet }” is in the older workbook only.
}
against-sheet-hint = A change of layout; amounts are compared apart.
against-form = Another form: was “{ $expected }”, is “{ $seen }”.
against-form-hint = A change of look; amounts are compared apart.
against-version = Another version of the program: was { $expected }, is { $seen }.
against-version-hint = It changes no amount.

against-examples = , for example { $list }
against-none = not given
against-no-row = none
against-hidden = changed (personal data)
against-now-counted = the row was left out of the computation, now it counts
against-now-rejected = the row counted, now it is left out of the computation
against-field = { $column }: was { $before }, is { $now }
against-field-hidden = { $column }: { $change }
against-older-name = { $name } (older)

against-title = Comparison of settlements
against-newer = newer: { $file } ({ $edition }, { $from } - { $to }, program { $program })
against-older = older: { $file } ({ $edition }, { $from } - { $to }, program { $program })
against-head-figure = Amount
against-head-older = was
against-head-newer = is
against-head-difference = difference
against-head-rules = by rules
against-head-data = by data
against-head-program = by program
against-absent = none
against-more = …and { $count ->
    [one] { $count } more figure
   *[other] { $count } more figures
}; --json shows all.
against-section-totals = Amounts of the settlement
against-section-assistants = Assistants
against-section-lines = Months of assistants
against-kind-data = Changes of data
against-kind-rules = Changes of rules
against-kind-program = Change of the program
against-kind-look = Changes of look (no effect on amounts)
against-label-place = where
against-label-related = also
against-label-difference = difference
against-label-effect = effect on co-financing
against-label-hint = what to do
against-more-findings = …and { $count ->
    [one] { $count } more change
   *[other] { $count } more changes
}; --json shows all.
against-verdict-same = The settlements are the same: same data, rules and amounts.
against-verdict-look = Amounts, data and rules are the same; only the look differs.
against-verdict-differs = The settlements differ: changes of data { $data }, of rules { $rules }, figures changed { $figures }; co-financing: { $amount }.
against-verdict-unknown = one of the amounts is not given
against-recomputed-rows = { $count ->
    [one] { $count } row of data in both settlements
   *[other] { $count } rows of data in both settlements
}
against-recomputed-figures = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
}
against-recomputed-formulas = { $count ->
    [one] { $count } formula
   *[other] { $count } formulas
}
against-unverified-traces = What was compared is the record made when each was written (sheet “Ślad”). Each workbook was also compared with its own record; the records were not compared with the municipality's files (rozlicz audit FILE --data TABLES does that).
against-unverified-edition = Differences are not parted into data and rules: another edition. The data of one edition cannot be settled by the other.
against-unverified-rules = Differences are not parted into data and rules: this program does not have the rules by which these settlements were made (give them with --programmes).
against-unverified-settled = Differences are not parted into data and rules: the data of one settlement cannot be computed by the rules of the other.
against-unverified-older-rules = This program does not have the rules of the older settlement: a change of the program's version, if any, is part of the difference by rules.
against-unverified-newer-rules = This program does not have the rules of the newer settlement: a change of the program's version, if any, is part of the difference by rules.
against-unverified-formulas = The shape of formulas was not compared: data or rules changed, and formulas follow both.
against-unverified-look = The look was not compared: data or rules changed while program and form are the same, so other texts, formulas and sheets follow from data or rules.
against-unverified-data-rows = Another edition: rows were not compared one by one. Table “{ $table }”: was { $older }, is { $newer } rows.
against-no-trace = “{ $file }” has no sheet “Ślad”, so there is nothing to compare. Two workbooks written by rozlicz settle --out can be compared.
against-trace-unreadable = The record on sheet “Ślad” of “{ $file }” cannot be read, so there is nothing to compare. Audit the file: rozlicz audit FILE.

against-what = { $what ->
    [task_cost] cost of the task
    [supplement_cost] cost of supplements
    [employment_cost] cost of employment
    [supplement_co_financing] co-financing of supplements
    [employment_co_financing] co-financing of employment
    [co_financing] co-financing
    [own_contribution] own contribution
    [supplement_own] own contribution to supplements
    [employment_own] own contribution to employment
    [transferred] transferred
    [to_return] to return
    [left_to_return] left to return
    [due_not_transferred] due, not transferred
    [cost] cost
    [limit] limit
    [awarded] awarded
    [unused] unused
    [returned] returned
    [misused] determined for return
    [interest] interest
    [return_total] return in all
    [eligible_pay] eligible pay
    [eligible_contributions] eligible contributions
    [wage_cost] wage cost
    [supplement_paid] supplement paid with contributions
    [fte] post
    [share_of_month] share of the month
    [hours_counted] hours counted
    [qualifies] earns the supplement
   *[other] { $what }
}

cli-audit-against = An older workbook to compare with: what changed in data, rules and look, with its effect on amounts
cli-protocol = Also writes an audit protocol (.xlsx): scope, documents, differences, what was not verifiable, signatures
cli-protocol-day = Day of the protocol, e.g. 2026-01-10; without it a line is left to write it on
cli-written-protocol = Written, the audit protocol: { $path }
