## Reconciliation with the ledger

ledger-does-not-tie = Paragraph { $paragraph }: the ledger leads to an eligible cost of { $seen }, the settlement has { $expected }. { $short ->
    [yes] The ledger is { $difference } short
   *[no] The ledger has { $difference } too much
 }. Turnover { $turnover }{ $others_given ->
    [yes] { "; other people " }{ $others }
   *[no] { "" }
 }{ $previous_given ->
    [yes] { "; last year's items " }{ $previous }
   *[no] { "" }
 }{ $unpaid_given ->
    [yes] { "; unpaid at the year's end " }{ $unpaid }
   *[no] { "" }
 }{ $left_out_given ->
    [yes] { "; outside the eligible cost " }{ $left_out }
   *[no] { "" }
 }.
ledger-does-not-tie-basis = public finance act, art. 152: separate records of the money and of its spending
ledger-does-not-tie-hint = { $cause ->
    [other-paragraph] The same amount with the opposite sign is left in { $cause_name }: check whether it was booked in the wrong paragraph.
    [step] The rest equals the item “{ $cause_name }”: check that the ledger has it as the payroll does.
    [payment] The rest equals the amount of assistant { $cause_who } for { $cause_month }: check whether and when it was booked.
    [month] The rest equals all amounts of this paragraph for { $cause_month }: check whether and when they were booked.
    [person] The rest equals all amounts of assistant { $cause_who }: check whether they were booked in this chapter.
    [sign] The rest equals twice the item “{ $cause_name }”: check whether it was taken with the wrong sign.
   *[none] Check the column “z tego inne osoby (zł)”, payments that are not in Płace, and the days of payment.
 } If the difference is right, put the code “ledger-does-not-tie § { $paragraph }” into the table Wyjaśnienia. The sheet Uzgodnienie shows every step.
ledger-paragraph-missing = The table Księgi gives no turnover of { $paragraphs }. The settlement has a cost of { $seen } there; { $count ->
    [one] the paragraph was not reconciled.
   *[other] the paragraphs were not reconciled.
 }
ledger-paragraph-missing-hint = Add a row with the turnover of each of them to the table Księgi.
ledger-paragraphs-together = Contributions are given as one sum, not by paragraph: § 4110, 4120 and 4710 were reconciled as one.
ledger-paragraphs-together-hint = To reconcile each of them, give the contributions in columns of their own in the table Płace.
ledger-programme-split = The programme's money agrees in all, but { $difference } was booked in other paragraphs than the division by cost gives: { $paragraphs }.
ledger-programme-split-hint = No provision prescribes the division; it is a reading of this program. If the contract says otherwise, leave the books as they are; you may note it in the table Wyjaśnienia.

## Explanations

explanation-of-error = The explanation is of the error “{ $seen }”. An error cannot be explained, it must be put right.
explanation-of-error-hint = Put right the data that the error speaks of, and delete this row of the table Wyjaśnienia.
explanation-matches-nothing = The explanation “{ $seen }” explains nothing: { $reason ->
    [no-such-code] there is no such code.
    [other-place] there is such a finding, but of another assistant, month or paragraph.
   *[not-found] there is no such finding this time.
 }
explanation-matches-nothing-hint = { $reason ->
    [no-such-code] { $near ->
        [none] Copy the code from the sheet Kontrole.
       *[other] Did you mean “{ $near }”? Copy the code from the sheet Kontrole.
     }
    [other-place] Compare assistant, month and paragraph with the sheet Kontrole. A blank field means “all”.
   *[not-found] Delete the row if it is last year's or the finding has gone.
 }
findings-label-explained = explained
findings-explained-by = { $who }, { $when }: { $text }
findings-explained-word = explained
findings-count-explained = { $count } Explained warnings: { $explained }.
