# Audit of a report that the program did not make: a sentence (NAME), what to do (NAME-hint).

## Sums

annex-total = { $what }: the total row is not the sum of its lines. { $cause ->
    [left-out] It leaves out: { $lines }.
    [twice] It takes twice: { $lines }.
    [digits] Two digits have probably changed places.
    [comma] The decimal comma has probably moved.
    [sign] A minus sign has probably been lost or added.
    [rounding] The difference is within the rounding of the lines.
    [blank] The cell is blank; it should hold { $expected }.
    [blank-too] The cell is blank, and these come first: { $lines }.
    [blank-lines] The lines of this column are blank: { $lines }.
   *[unknown] The total or one of the lines is wrong.
 }
annex-total-hint = Add the lines again. If the total is right, one line of this column is wrong.
annex-line = { $what }: the figure does not follow from its own row: { $formula }.{ $cause ->
    [digits] { " " }Two digits have probably changed places.
    [comma] { " " }The decimal comma has probably moved.
    [sign] { " " }A minus sign has probably been lost or added.
    [blank] { " " }The cell is blank; it should hold { $expected }.
    [blank-too] { " " }The cell is blank, and these come first: { $lines }.
    [blank-lines] { " " }The lines of this column are blank: { $lines }.
   *[other] { "" }
 }
annex-line-hint = Compute it from the columns that the heading names and correct it or one of those columns.
annex-parts = { $what }: the figure is not the sum of the months in the other part of the report.{ $cause ->
    [left-out] { " " }It leaves out: { $lines }.
    [twice] { " " }It takes twice: { $lines }.
    [digits] { " " }Two digits have probably changed places.
    [comma] { " " }The decimal comma has probably moved.
    [blank] { " " }The cell is blank; it should hold { $expected }.
   *[other] { "" }
 }
annex-parts-hint = Both parts speak of the same assistant: correct the one that does not agree with the payroll.
annex-figure-twice = { $what }: the same figure stands in the report a second time and differs.
annex-figure-twice-hint = Find out which is true and write it in both places.
annex-component = { $what }: the figure does not follow from the report's other figures: { $formula }.{ $cause ->
    [blank] { " " }The cell is blank; it should hold { $expected }.
   *[other] { "" }
 }
annex-component-hint = Compute it again and correct it or one of the figures it follows from.
annex-cell = { $what }: { $count ->
    [one] { $count } other place of the report contradicts
   *[other] { $count } other places of the report contradict
 } this figure by the same amount.{ $cause ->
    [digits] { " " }Two digits have probably changed places.
    [comma] { " " }The decimal comma has probably moved.
    [sign] { " " }A minus sign has probably been lost or added.
    [blank] { " " }The cell is blank; it should hold { $expected }.
    [blank-too] { " " }The cell is blank, and these come first: { $lines }.
    [blank-lines] { " " }The lines of this column are blank: { $lines }.
   *[other] { "" }
 }
annex-cell-hint = Check this figure in the documents. The sums around it agree with each other and not with it.
annex-within-rounding = { $what }: the figure differs from the sum by what rounding to two decimals may give.
annex-within-rounding-hint = Nothing needs correcting if the posts were rounded only for the report.

## Bounds

annex-above-post = { $what }: the co-financing of { $seen } is above { $amount } for a full post at { $posts } of a post, which is { $expected }.
annex-above-post-hint = Check the post and the amount. The municipality bears what is above { $expected } and returns what it received for it.
annex-post-above-one = { $what }: the assistant's posts of the month are { $posts } together, more than one post.
annex-post-above-one-hint = Check the posts in the contracts; the supplement is due for one post at most.
annex-own-share = { $what }: the co-financing of { $seen } is above { $share } of the supplement's cost ({ $cost }), which is { $expected }.
annex-own-share-hint = At a cost of { $cost } the municipality must bear at least { $missing } more. Correct the division or show a return.
annex-above-level = { $what }: the co-financing is above { $level } of the wage cost ({ $cost }).
annex-above-level-hint = Compute cost × level, cut it to the grosz and correct the amount. The excess goes back.
annex-rounded-up = { $what }: the co-financing is rounded up; { $level } of { $cost } cut to the grosz is { $expected }.
annex-rounded-up-hint = The programme does not say how to round; cutting agrees with the published amounts. Correct it by a grosz or ask the voivode.
annex-below-level = { $what }: the co-financing of { $seen } is below what the level of { $level } and the money received give ({ $expected }).
annex-below-level-hint = Check whether the municipality meant to claim less or was awarded less than it received. If not, correct the amount.
annex-level-above = { $what }: the level of { $seen } is above the highest, { $expected }.
annex-level-above-hint = Write the level of the list or the agreement, at most { $expected }; { $expected } was used from here on.
annex-level-slip = { $what }: { $seen } is the level printed on the form by mistake; the programme allows { $expected }.
annex-level-slip-hint = Check the level in the agreement with the voivode. The level as typed was used from here on.
annex-above-transfer = { $what }: { $seen } was used and { $expected } received.
annex-above-transfer-hint = No more can be charged to the programme than was received. The municipality bears the difference.
annex-above-award = { $what }: { $seen } is above the award ({ $expected }).
annex-above-award-hint = Compare it with the agreement and its amendments. The excess goes back.
annex-not-in-proportion = { $what }: the co-financing of { $seen } is not the same part of the cost as with other assistants (it would be { $expected }).
annex-not-in-proportion-hint = The heading multiplies every assistant's cost by one level. Check this assistant's cost and co-financing.
annex-unused = { $what }: unused money is what was received less what was used.
annex-unused-hint = Subtract again and correct the amount.
annex-return-low = { $what }: { $seen } is to be returned, but unused money with interest is { $expected }.
annex-return-low-hint = Correct the amount; the difference must be returned.
annex-return-high = { $what }: { $seen } is to be returned, more than unused money with interest ({ $expected }).
annex-return-high-hint = The difference may be misused money, for which the form has no column. Ask the municipality where it comes from.
annex-interest-above-return = { $what }: the interest of { $seen } is above the whole amount to return ({ $expected }).
annex-interest-above-return-hint = Interest is a part of what is returned. Check both amounts.
annex-interest-without-base = { $what }: there is interest of { $seen } and the amount that bears it is zero.
annex-interest-without-base-hint = Check what the interest is for: a late return or misused money.
annex-returned-too-much = { $what }: { $seen } was returned and { $expected } had to be.
annex-returned-too-much-hint = Check the bank statements and settle the excess with the voivode.
annex-part-above-whole = { $what }: { $seen } is more than in the column it is a part of ({ $expected }): { $other }.
annex-part-above-whole-hint = Count families and children again from the register.
annex-not-one-or-zero = { $what }: { $seen } stands where only 1 or 0 may.
annex-not-one-or-zero-hint = Write 1 if the assistant has such a contract and 0 if not.
annex-post-without-contract = { $what }: 0 stands here, but { $posts } of a post under such a contract is reported.
annex-post-without-contract-hint = Write 1 for this form of employment or take the post out.
annex-posts-above-heads = { $what }: { $expected } posts on average for { $seen } assistants, and nobody holds more than one post.
annex-posts-above-heads-hint = Work out the averages over the months again.

## How figures are written

annex-number-as-text = { $what }: the figure “{ $seen }” is typed as text; a spreadsheet does not add it up.
annex-number-as-text-hint = Type it as a number. This audit has taken it as it reads.
annex-unreadable = { $what }: “{ $seen }” is no figure.
annex-unreadable-hint = Type a figure, or zero where there is none. Sums with this cell were not checked.
annex-no-result = { $what }: the formula “{ $seen }” has no stored result.
annex-no-result-hint = Open the file in a spreadsheet program, save it and send it again. Sums with this cell were not checked.
annex-negative = { $what }: the amount { $seen } is below zero.
annex-negative-hint = The report has no amounts below zero. Check the sign.
annex-finer-than-grosz = { $what }: the amount { $seen } has a fraction of a grosz.
annex-finer-than-grosz-hint = Round it to the grosz here, not only in print.
annex-beyond-belief = { $what }: { $seen } is more than any figure of a municipality's report can be.
annex-beyond-belief-hint = Type the right figure: two figures may have run together, or zeros were added. No spreadsheet adds up amounts as large as this to the grosz.
annex-not-whole = { $what }: { $seen } is no whole number.
annex-not-whole-hint = Families, children and assistants are counted whole.
annex-blank = { $what }: the cell is blank although figures of the same group stand beside it.
annex-blank-hint = Write the number, or zero where there is nothing to write: a blank does not say zero.
annex-filled-for-voivode = { $what }: “{ $seen }” stands in a column that the municipality leaves blank.
annex-filled-for-voivode-hint = The voivode fills it; the figure was not checked.

## The form

annex-part-missing = The workbook has no part “{ $part }”.
annex-part-missing-hint = If the municipality uses this money, a part of the report is missing. Parts about other money are not filed.
annex-column-missing = Column not found: { $what }.
annex-column-missing-hint = Check the headings. What follows from this column was not checked.
annex-heading-changed = The heading “{ $seen }” was taken for the column: { $expected }.
annex-heading-changed-hint = If it is another column, put the form's heading back and audit again.
annex-total-missing = Part “{ $part }” has no row “{ $expected }”.
annex-total-missing-hint = Add a row of sums; without it there is nothing to compare with the lines.
annex-title-differs = The title says “{ $seen }”, but the headings of the tables are those of the form of “{ $expected }”. The figures were audited by the headings.
annex-title-differs-hint = Correct the year in the titles. If the title is right, use that year's form or name the programme with --programme.
annex-part-other-year = The part “{ $part }” has the title “{ $seen }”, and the report is of the programme “{ $expected }”.
annex-part-other-year-hint = If the part is another year's, put in the right one. If its figures are right, mend the year in the title.
annex-numbering = Part “{ $part }”: assistants are not numbered one after another; this row should be { $expected }.
annex-numbering-hint = Number the assistants from 1 in the same way in all parts.
annex-assistant-twice = Part “{ $part }”: assistant no. { $number } has two lines.
annex-assistant-twice-hint = If it is the same assistant, leave one line. If another, give the next number.
annex-assistant-missing = Part “{ $part }”: assistant no. { $number } of another part is not here.
annex-assistant-missing-hint = Add the line or explain why it is not here.
annex-municipality-missing = The report does not name the municipality.
annex-municipality-missing-hint = Write its name above the table.
annex-municipality-differs = The municipality's name “{ $seen }” differs from that in another place: “{ $expected }”.
annex-municipality-differs-hint = Check that all parts are of the same municipality.
annex-teryt = “{ $seen }” is no TERYT code of a municipality.
annex-teryt-hint = The code has 6 digits, or 7 with the kind of municipality. Whether it exists is not checked.
annex-hidden = Part “{ $part }”: { $what ->
    [sheet] the whole sheet is hidden.
    [row] a row of the table is hidden.
   *[column] a column of the table is hidden.
 }
annex-hidden-hint = Show it before judging the report; the audit has computed with what is hidden as well.

## Why there is no audit

annex-collective = This is a voivode's collective report (annex 3), not a municipality's. Collective settlements are not verified here.
annex-collective-hint = Give a municipality's report (annex 2).
annex-edition-unclear = It is not clear which programme the report is of. These fit: { $editions }.
annex-edition-unclear-hint = Name the programme: --programme ID.
annex-unknown = The workbook has no table of any known report. Headings such as “{ $looked }” were looked for; nothing like them was found.
annex-unknown-hint = Give a municipality's report laid out as annex 2 or as the final settlement.
annex-unknown-nearest = The workbook has no table of any known report. Headings such as “{ $looked }” were looked for. The nearest was “{ $seen }”, like “{ $nearest }”.
annex-unknown-nearest-hint = Give a municipality's report laid out as annex 2 or as the final settlement. If headings were changed, put the form's back.

## What was checked

annex-recomputed-tables = { $count ->
    [one] { $count } table
   *[other] { $count } tables
 } of the form
annex-recomputed-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
 } of the report
annex-recomputed-cells = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
 }
annex-recomputed-sums = { $count ->
    [one] { $count } sum
   *[other] { $count } sums
 } computed again
annex-recomputed-limits = { $count ->
    [one] { $count } condition
   *[other] { $count } conditions
 } tested (rates, shares, limits, returns, families)

## What cannot be verified

annex-edition-told = The auditor named the edition ({ $edition }); whether the report is of it was not checked.
annex-edition-by-title = The edition was told by the title ({ $edition }); if the title is wrong, rates and bounds are those of another edition.
annex-edition-by-headings = The edition was told by the headings ({ $edition }). If it is another, name it: --programme ID.
annex-unverified-supplement = Supplements ({ $columns }): the report shows no hours, no employment on the day of the request and no day of payment, so nobody can see whether the supplement was due and paid in time. Only rate, share and sums were checked.
annex-unverified-wages = Wage costs ({ $columns }): the report shows no base pay, seniority allowance or contributions by month, so the cost itself cannot be verified, and a change of it shows only when it changes the product with the level.
annex-unverified-posts = Posts and forms of employment ({ $columns }): contracts and hours are not in the report. Posts are shown to two decimals.
annex-unverified-families = Families and children ({ $columns }): without the register of families nobody can see whether the counts are true, nor how many families an assistant had at a time in a month.
annex-unverified-averages = Averages and numbers of assistants ({ $columns }): the report has no figures by month.
annex-unverified-level = Level of co-financing ({ $columns }): only that it is not above the highest was checked; compare it with the list or the agreement.
annex-unverified-transfers = Money awarded and transferred ({ $columns }): follows from the agreement and bank statements, which are not here.
annex-unverified-returns = Returns, misused money and interest ({ $columns }): days of return, determinations and the computing of interest are not in the report.
annex-unverified-other-money = Other public money ({ $columns }): the report does not say where it comes from.
annex-unverified-left-blank = Columns that the municipality leaves blank ({ $columns }): without them the unused amount cannot be computed.
annex-unverified-extra = Columns that are not of the form ({ $columns }): not checked.
annex-unverified-no-lines = The report has no lines of assistants, so there is nothing to compare sums with.
annex-unverified-dates = Days ({ $columns }): the agreement, its amendments and bank statements are not here.
annex-unverified-always = A change that breaks no sum and no bound does not show in the report alone: payroll and agreement are needed for that.
