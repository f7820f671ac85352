# Reading files: what was found and what to do about it.

intake-path-unreadable = Cannot open "{ $path }": { $reason }.
intake-nothing-to-read = There is no file in "{ $path }" that the program reads (.xlsx, .xlsm, .xls, .xlsb, .ods, .csv).

not-a-workbook = The file "{ $file }" is neither a workbook nor a text table.
not-a-workbook-hint = Open it in the program that made it and save it as .xlsx, .ods or .csv.
encrypted-workbook = The file "{ $file }" is protected with a password.
encrypted-workbook-hint = Save a copy without the password and hand in the copy.
damaged-workbook = The file "{ $file }" is damaged or cut off ({ $reason }).
damaged-workbook-hint = Open it in a spreadsheet and save it again, or fetch it again from its source.
file-too-large =
    { $limit ->
        [bytes] The file "{ $file }" is too large ({ $seen }).
        [cells] The file "{ $file }" has more than 5 million cells or a cell very far from the others ({ $seen }).
        [filled] The file "{ $file }" has more than a million filled cells (limit reached at { $seen }).
        [texts] The file "{ $file }" has too much text: more than 32 MB (limit reached at { $seen }).
        [sheets] The file "{ $file }" has too many sheets ({ $seen }).
       *[other] The file "{ $file }" is too large once unpacked ({ $seen }).
    }
file-too-large-hint = Keep only the tables to be settled: copy them to a new file and hand that in.
too-many-rows = The data has more than { $limit } rows; the rows from here on are not read.
too-many-rows-hint = Remove rows of people and years that this settlement does not concern.
too-many-errors = The table "{ $table }" has more than { $limit } findings; the rows from here on are not read.
too-many-errors-hint = Check whether columns are shifted, and mend the cells named above first.
file-unreadable = The file "{ $file }" cannot be read: { $reason }.
file-unreadable-hint = Check that no other program holds it open and that you may read it.
file-skipped = The file "{ $file }" was skipped: the program does not read files of this kind.
file-skipped-hint = If it holds data to be settled, save it as .xlsx, .ods or .csv.
same-file-twice = The file "{ $file }" has the same content as one already read; it was skipped.
same-file-twice-hint = Nothing needs doing; the spare copy may be removed.
own-output = The file "{ $file }" was made by this program (a settlement or a list of findings); it was skipped.
own-output-hint = Hand in the files with data, not the finished settlement.
no-table-in-file = There is no known table in the file "{ $file }".
no-table-in-file-hint = Compare the headers with the empty workbook that "rozlicz init" makes.
empty-sheet = The sheet is empty.
empty-sheet-hint = Nothing needs doing; the empty sheet may be removed.
sheet-without-table = There is no table to settle on the sheet "{ $sheet }"; it was skipped.
sheet-without-table-hint = If there should be one, compare its headers with the empty workbook that "rozlicz init" makes.
table-not-recognised = The sheet is named like the table "{ $table }" but has no header row of it.
table-not-recognised-hint = Write headers above the data, such as: { $expected }.
missing-table = The table "{ $table }" is missing.
missing-table-hint = Add a table with the headers it is known by: { $expected }.
missing-header =
    { $likely ->
        [0] The table "{ $table }" lacks the column "{ $expected }".
       *[other] The table "{ $table }" lacks the column "{ $expected }"; the one most like it is "{ $seen }".
    }
missing-header-hint =
    { $likely ->
        [0] Add a column with the header "{ $expected }".
       *[other] If that is the one, change the header "{ $seen }" to "{ $expected }".
    }
duplicate-header = In the table "{ $table }" the header "{ $seen }" names a column that is already there.
duplicate-header-hint = Keep one of the columns or change the header of the other.
similar-header = In the table "{ $table }" the name "{ $seen }" is not known; is it "{ $expected }"?
similar-header-hint = If so, correct the name to "{ $expected }": until then the values under "{ $seen }" are not read. If it is something else, give it a clearly different name.
unknown-columns =
    { $count ->
        [one] In the table "{ $table }" one column is not read: { $seen }.
       *[other] In the table "{ $table }" { $count } columns are not read: { $seen }.
    }
unknown-columns-hint = Nothing needs doing if the settlement does not need these columns.
unread-amounts =
    { $count ->
        [one] In the table "{ $table }" one column of amounts is not known: { $seen }. These amounts count nowhere.
       *[other] In the table "{ $table }" { $count } columns of amounts are not known: { $seen }. These amounts count nowhere.
    }
unread-amounts-hint = If it is a component of pay, name the column as the sheet "Instrukcja" does, or add the amounts to the other components. If it is no cost of the employer, nothing needs doing.
unknown-fields = The table "Umowa" has fields that are not known: { $seen }.
unknown-fields-hint = Nothing needs doing if the settlement does not need these fields.
missing-field =
    { $likely ->
        [0] The table "Umowa" lacks the field "{ $expected }".
       *[other] The table "Umowa" lacks the field "{ $expected }"; the one most like it is "{ $seen }".
    }
missing-field-hint = Add a row "{ $expected }" with the value beside it.
field-given-twice = The same field of the agreement is given twice: here "{ $seen }", before "{ $expected }".
field-given-twice-hint = Keep one value, or write the same in both places.
total-rows-skipped =
    { $count ->
        [one] In the table "{ $table }" a row with a total was skipped.
       *[other] In the table "{ $table }" { $count } rows with totals were skipped.
    }
total-rows-skipped-hint = Nothing needs doing: the program adds up by itself.
lone-text-skipped =
    { $count ->
        [one] In the table "{ $table }" a row with nothing but a remark was skipped.
       *[other] In the table "{ $table }" { $count } rows with nothing but a remark were skipped.
    }
lone-text-skipped-hint = Nothing needs doing if these are remarks; fill in a row that is data.
required-blank =
    { $field ->
        [0] A cell of the column "{ $column }" is blank but must be filled in.
       *[other] The field "{ $column }" is blank but must be filled in.
    }
required-blank-hint =
    { $examples ->
        [0] Enter a value.
       *[other] Enter a value, for example: { $example }.
    }
text-too-long = The text in the column "{ $column }" is longer than { $limit } characters; the rest was not read.
text-too-long-hint = Shorten the text in this cell.
error-cell = The cell of the column "{ $column }" holds a formula error: { $seen }.
error-cell-hint = Mend the formula or write the value; leave the cell blank if nothing belongs here.
formula-without-result = The cell of the column "{ $column }" holds a formula that was saved without its result.
formula-without-result-hint = Open the file in a spreadsheet, recalculate, save and hand it in again.
unreadable-amount = "{ $seen }" in the column "{ $column }" is not an amount.
unreadable-amount-hint = Write an amount in złoty, such as: { $example }.
amount-finer-than-grosz = The amount { $seen } in the column "{ $column }" has a fraction of a grosz.
amount-finer-than-grosz-hint = Write the amount to the grosz; rounded it would be { $expected }.
amount-too-large = The amount { $seen } in the column "{ $column }" is larger than anything a municipality pays.
amount-too-large-hint = Check whether a decimal comma is missing.
ambiguous-number = "{ $seen }" in the column "{ $column }" may mean { $small } or { $large }.
ambiguous-number-hint = Write the number so that there is no doubt: { $small } or { $large }.
unreadable-day = "{ $seen }" in the column "{ $column }" is not a date.
unreadable-day-hint = Write a date with a year of four digits, such as: { $example }.
unreadable-month = "{ $seen }" in the column "{ $column }" is not a month.
unreadable-month-hint = Write year and month, such as: { $example }.
unreadable-fte = "{ $seen }" in the column "{ $column }" is not a part of a post.
unreadable-fte-hint = Write the part of a post, such as 1, 0,5 or { $example }.
fte-is-a-date = The spreadsheet turned the part of a post into the date { $seen }.
fte-is-a-date-hint = It was most likely { $expected }. Set the cell's format to text and write it again.
unreadable-hours = "{ $seen }" in the column "{ $column }" is not a number of hours.
unreadable-hours-hint = Write the number of hours, such as { $example } or 160:30.
unreadable-percent = "{ $seen }" in the column "{ $column }" is not a percentage beyond doubt.
unreadable-percent-hint = Write a number with a per cent sign, such as { $example }.
unreadable-count = "{ $seen }" in the column "{ $column }" is not a whole number.
unreadable-count-hint = Write a whole number from zero, such as { $example }.
unreadable-yes-no = "{ $seen }" in the column "{ $column }" is neither TAK nor NIE.
unreadable-yes-no-hint = Write TAK or NIE; a blank cell means not given.
unknown-word = "{ $seen }" in the column "{ $column }" is none of the words taken there.
unknown-word-hint =
    { $near ->
        [0] Accepted words: { $choices }.
       *[other] The nearest: { $expected }. Accepted words: { $choices }.
    }
formula-residue =
    { $count ->
        [one] In the table "{ $table }" one amount lost a residue of a calculation far below a grosz.
       *[other] In the table "{ $table }" { $count } amounts lost a residue of a calculation far below a grosz.
    }
formula-residue-hint = Nothing needs doing: no amount changed by a grosz.
dash-read-as-blank =
    { $count ->
        [one] In the table "{ $table }" a dash in one cell was read as no value.
       *[other] In the table "{ $table }" dashes in { $count } cells were read as no value.
    }
dash-read-as-blank-hint = If a dash means zero, write 0.
teryt-lost-zero = The TERYT code { $seen } had lost its leading zero; { $expected } was read.
teryt-lost-zero-hint = Set the cell's format to text and write { $expected }.
teryt-maybe-lost-zero = The TERYT code { $seen } stands as a number and may have lost its leading zero ({ $expected }).
teryt-maybe-lost-zero-hint = Set the cell's format to text and write the right code.
code-is-a-date = The spreadsheet turned a number of a document into a date; "{ $expected }" was read.
code-is-a-date-hint = Set the cell's format to text and write the number again.
