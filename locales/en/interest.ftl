# Interest on money that goes back.

cli-interest = Counts interest on money that goes back and writes the F8 sheet (in Polish: odsetki)
cli-interest-usage = rozlicz interest INPUT… --as-of DATE [--out FILE] [options]
    rozlicz interest --principal AMOUNT --ground GROUND --from DATE --to DATE --programme ID [options]
cli-interest-after = The rules follow from the edition and the source of the money. A clause of the contract (field "Odsetki według
    umowy" of Umowa, or --clause) wins over them. Past the last checked day of the rates they must be given.

    Examples:
      rozlicz interest data.xlsx --as-of 2026-02-14 --out interest.xlsx
      rozlicz interest --principal 1000,00 --ground late --from 2026-01-16 --to 2026-02-14 \
        --programme asystent-rodziny-2025
    Exit code: 0 – fine, 1 – errors (nothing is written), 2 – could not run.
cli-interest-principal = Counts interest on this amount instead of the tables', such as 1000,00
cli-interest-ground = Why the money goes back: late (unused, after its term), misused, undue (undue or excessive)
cli-interest-from = First day of interest, counted in; of late money the day after the last day of return
cli-interest-to = Day of payment, counted in
cli-interest-rate = Yearly rate from a day that nobody checked yet, such as 2026-09-29=10.25; may be repeated
cli-interest-letter-fee = Fee for a registered letter on a day that nobody checked yet, such as 2.90
cli-interest-clause = What the contract says of interest: tax-arrears, statutory (give --rate), bank, none
cli-interest-regime = Rules of return in place of the edition's: state-budget, statute, contract
cli-interest-out = Writes the count of interest (F8) to this workbook
cli-interest-written = Wrote the count of interest: { $path }
cli-value-amount = AMOUNT
cli-value-ground = GROUND
cli-value-rate = DATE=PERCENT
cli-value-clause = CLAUSE
cli-value-regime = RULES

interest-no-debts = There is no money to return, so nothing bears interest.
interest-debt = { $number }. { $component ->
    [supplement] Supplements
    [employment] Employment costs
   *[none] Amount
 }{ $round ->
    [none] { "" }
   *[other] {" "}{ $round }
 }{ $source ->
    [none] { "" }
   *[other] , { $source }
 }: { $ground ->
    [unused] unused money
    [misused] misused money
   *[undue] undue or excessive money
 }, { $principal }
interest-rules = Basis: { $basis } ({ $mark }).
interest-due-day = Last day of return without delay: { $day }.
interest-column-principal = principal
interest-column-from = from
interest-column-to = to
interest-column-days = days
interest-column-rate = rate
interest-column-interest = interest
interest-column-state = returned
interest-part-open = not returned
interest-part-returned = { $day }
interest-sum = { $state ->
    [none] There is no interest: no day bears any.
    [small] The sum of { $sum } PLN is not above { $threshold } (three registered letters), so no interest is paid.
    [grosz] Sum { $sum } PLN, to pay { $due }.
   *[whole] Sum { $sum } PLN, rounded to whole złoty, to pay { $due }.
 }
interest-total = Interest to pay in all: { $sum }
interest-total-unknown = No total of interest, since some of it cannot be counted.
interest-bank = Bank interest to pass on with the return: { $sum }
interest-bank-not-given = Bank interest goes back with the return, but Umowa does not say how much it is.

interest-rate-not-known = { $missing ->
    [fee] Nobody has checked the fee for a registered letter on { $seen }, so it is not known whether interest is paid.
   *[other] { $early ->
        [yes] The program has no rate of interest for { $seen }: its rates begin on { $begins }.
       *[no] Nobody has checked the rate of interest on { $seen }: the last checked day is { $checked }.
    }
 }
interest-rate-not-known-basis = Tax Ordinance, art. 56-56d (the rate is announced in Monitor Polski)
interest-rate-not-known-hint = { $missing ->
    [fee] Look the fee up in the operator's price list and give it: --letter-fee 2.90.
    [rate] Look the rate up in Monitor Polski and give it: --rate { $option }=PERCENT. Until then nothing is written.
   *[both] Look up the rate in Monitor Polski and the operator's fee and give both: --rate { $option }=PERCENT --letter-fee AMOUNT. Until then nothing is written.
 }
interest-rate-known = For { $day } the rate { $seen } was given, while the program has the checked rate { $expected }.
interest-rate-known-hint = Rates are checked up to { $checked }. Take this --rate away or give a later day in it.
interest-rate-of-contract-missing = The contract asks for statutory interest, and its rate on { $seen } was not given.
interest-rate-of-contract-missing-hint = Give the rates, one for each change: --rate { $option }=PERCENT.
interest-return-before-transfer = { $round ->
    [none] Component "{ $component }"
   *[other] { $round }, component "{ $component }"
 }: the money was transferred on { $expected }, and the return has the earlier day { $seen }.
interest-return-before-transfer-hint = Check the day of return on the statement, and "Data otrzymania" in "Środki".
interest-days-out-of-order = { $what ->
    [option] The last day of interest ({ $seen }) is earlier than the first ({ $expected }).
    [edition] The first day of interest ({ $seen }) is earlier than the first day of the edition ({ $expected }).
   *[finding] The finding has the day { $seen }, earlier than the transfer of the money ({ $expected }).
 }
interest-days-out-of-order-hint = { $what ->
    [option] Correct --from and --to.
    [edition] Correct --from or --programme.
   *[finding] Check the day of the finding, and "Data otrzymania" in "Środki".
 }
interest-principal-not-positive = The principal { $seen } is not above zero, so nothing bears interest.
interest-principal-not-positive-hint = Enter the amount that goes back, without a minus sign.
interest-principal-above-transfer = { $round ->
    [none] Component "{ $component }"
   *[other] { $round }, component "{ $component }"
 }: { $seen } was determined for return, and { $expected } was transferred.
interest-principal-above-transfer-hint = Check the amount of the finding and "Otrzymano (zł)" in "Środki": no more can go back than came.
interest-transfer-day-missing = { $round ->
    [none] Component "{ $component }"
   *[other] { $round }, component "{ $component }"
 }: { $seen } was misused, and interest runs from the transfer, whose day is not given.
interest-transfer-day-missing-hint = Enter "Data otrzymania" in "Środki".
interest-term-not-known = { $round ->
    [none] Component "{ $component }"
   *[other] { $round }, component "{ $component }"
 }: { $seen } was not used, and neither contract nor edition says by when it comes back, so no interest was counted.
interest-term-not-known-hint = Enter the contract's "Termin zwrotu" in "Umowa".
interest-regime-not-in-force = { $regime ->
    [statute] Art. 197 (8)-(10) of the family support act was not yet in force in this edition.
   *[other] The chosen rules were not in force in this edition.
 }
interest-regime-not-in-force-hint = Take --regime away, or choose contract or state-budget.
interest-paid-in-part = The payment of { $seen } on { $day } does not cover the interest of the part that came back. In proportion, { $principal } of it is principal and { $interest } is interest.
interest-paid-in-part-basis = Tax Ordinance, art. 55 § 2
interest-paid-in-part-hint = The count keeps to Zwroty: all of the payment is principal there, and the interest stays to be paid. If the voivode counts in proportion, enter these two amounts.
interest-money-passed-on = The municipality passed part of the money on ("{ $seen }"). This is about its settlement with the voivode alone.
interest-money-passed-on-hint = That body's return is counted by itself: unused money within 15 days or by 31 January, undue and excessive money with interest from the day after the term of return.
interest-rate-twice = Two rates were given for { $day }, the second { $seen }.
interest-rate-twice-hint = Keep one --rate with that day.
interest-bank-amount-missing = The agreement asks for bank interest, and its amount was not given, so there is no sum of interest.
interest-bank-amount-missing-hint = Enter the amount of the statement in "Odsetki bankowe (zł)" of "Umowa"; if the account bore no interest, enter 0.
interest-finding-in-future = { $round ->
    [none] Component "{ $component }"
   *[other] { $round }, component "{ $component }"
 }: the finding has the day { $seen }, later than the day of the count ({ $expected }).
interest-finding-in-future-hint = Check the day of the finding, or give a later day in --as-of.
interest-mark-typed = given with the command
cli-interest-ambiguous = This may mean { $small } or { $large }. Write the amount so that there is no doubt.
interest-total-refused = No total of interest, since there are errors. Nothing was written.
