# The office's register: agreements, amounts awarded and transferred, the award list.

register-no-table = The register file "{ $file }" has no table of municipalities: no header row has a municipality (or a TERYT code, or the name of an office) and one more known column, such as the number of the agreement or an amount.
register-no-table-hint = Add a header row, such as: Kod TERYT, Gmina, Numer umowy, Data umowy, Przyznano - dodatki (zł), Przekazano - dodatki (zł), Data wpływu sprawozdania.
register-sheet-passed = The sheet "{ $sheet }" of the register has no table of municipalities and was not read.
register-sheet-passed-hint = Nothing need be done if that sheet is no register.
register-columns-passed =
    { $count ->
        [one] One column of the register is not read: { $seen }.
       *[other] { $count } columns of the register are not read: { $seen }.
    }
register-columns-passed-hint = Nothing need be done unless they hold agreements, amounts or days. The column names known to the program stand in docs/pl/zbiorcze.md.
register-column-twice = The column "{ $seen }" means the same as an earlier one. The earlier one was read.
register-column-twice-hint = Keep one of them, or change the header of the other (add "I-VI", for example, or the component).
register-amount-negative = "{ $seen }" in the column "{ $column }" of the register is below zero. It was not taken.
register-amount-negative-hint = Enter the amount without the minus. Amounts returned have a column of their own ("Zwrócono"), without a minus too.
register-row-of-nobody = A row of the register has neither a TERYT code nor the name of a municipality. It was left out.
register-row-of-nobody-hint = Enter code and name. If it is a row of sums, write "Razem" in it.
register-teryt-form = "{ $seen }" is no TERYT code of a municipality. The row of the register was left out.
register-teryt-form-hint = Enter 6 digits, or 7 with the kind of municipality (1 urban, 2 rural, 3 mixed), such as 1206042. Format the column as text to keep a leading zero.
register-rows-joined =
    { $differing ->
        [0] Municipality "{ $municipality }" has { $count } rows in the register. The state after the last amendment was taken.
       *[other] Municipality "{ $municipality }" has { $count } rows in the register, which differ in more than the award ({ $before } and { $after }, for example). The state after the last amendment was taken; amounts transferred and returned in different rows are not added up.
    }
register-rows-joined-hint =
    { $differing ->
        [0] Nothing need be done. If these are different municipalities, mend the TERYT code.
       *[other] If the rows are separate transfers, enter their sum in the last one. If these are different municipalities, mend the TERYT code.
    }
register-name-repeated =
    { $rows ->
        [0] The name "{ $seen }" of the list may mean several municipalities: { $candidates }. The program does not guess.
       *[other] The name "{ $seen }" stands in the list more than once (reports that fit: { $candidates }). The program does not guess whose row is whose.
    }
register-name-repeated-hint = Add a column "Kod TERYT" to the list and enter the code of this municipality.
register-name-unknown =
    { $near ->
        [0] The name "{ $seen }" of the list fits no report and no row with a TERYT code.
       *[other] The name "{ $seen }" of the list fits no report and no row with a TERYT code. The nearest is { $candidate }, but it is not the same.
    }
register-name-unknown-hint = See whether the municipality sent a report. If so, enter its TERYT code in the list, or its name undeclined.
report-missing =
    { $numbered ->
        [no] { $municipality }: in the register, and its report is not there.
        [list] "{ $municipality }": on the list, and there is neither a report nor a row with a TERYT code of that name.
       *[other] { $municipality }, agreement { $agreement }: in the register, and its report is not there.
    }
report-missing-hint =
    { $numbered ->
        [list] Call for the report. If it is in the folder under another name, enter its TERYT code or its plain name on the list.
       *[other] Call for the report. If the municipality resigned, enter "NIE" in the column "Oświadczenie (TAK/NIE)" of the register.
    }
report-not-in-register = { $municipality }: not in the register, and its report is here.
report-not-in-register-hint = Check the TERYT code in report and register. If the municipality has an agreement, add it to the register.
report-after-refusal = { $municipality }: refused the award by the register, and sent a report.
report-after-refusal-hint = Check the statement and mend the register, or ask the municipality what it spent.
report-code-missing = A report ({ $municipality }) has no TERYT code, and its name is not enough to tell it.
report-code-missing-hint = Begin the name of the file with the code, such as "1206042 sprawozdanie.xlsx", and give a register with codes (--register).
report-namesake = The report ({ $municipality }) has no TERYT code, and this file has the same name of a municipality: { $files }. If they are one municipality its amounts would be counted twice, so this report enters no total.
report-namesake-hint = If it is the same municipality, leave the file that holds in the folder. If it is another of that name, begin the file's name with its TERYT code and give the register (--register), or ask the municipality for the code in the sheet Umowa.
report-file-code =
    { $why ->
        [name] The file's name has the code { $seen }, which in the register is another municipality's: { $expected }. The report is of: { $municipality }. The code was not taken.
        [kind] The file's name has the code { $seen }, and in the register this municipality has { $expected } (the last digit is its kind). The code was not taken.
        [unknown] The file's name has the code { $seen }, which the register does not have. The report is of: { $municipality }. The code was not taken.
       *[unproved] The file's name has the code { $seen }, but without a register nobody knows whether it is that of: { $municipality }. The code was not taken.
    }
report-file-code-hint =
    { $why ->
        [unproved] Give the office's register with codes (--register).
       *[other] Find out whose file it is, and mend the code in its name or in the register.
    }
report-code-form = "{ $seen }" is no TERYT code of a municipality.
report-code-form-hint = A code has 6 digits, or 7 with the kind of municipality, such as 1206042. Ask the municipality to mend it.
report-code-found =
    { $by ->
        [file] A report ({ $municipality }) has no TERYT code. Code { $code } was taken from the name of the file and found in the register.
       *[name] A report ({ $municipality }) has no TERYT code. Code { $code } was taken from the register, where one municipality only has this name.
    }
report-code-found-hint = Nothing need be done if it is that municipality.
report-name-repeated = A report ({ $seen }) has no TERYT code, and several municipalities of the register have its name: { $candidates }. The program does not guess.
report-name-repeated-hint = Begin the name of the file with the code, such as "1206042 sprawozdanie.xlsx".
report-kind-differs = The kind of municipality differs: code { $seen } in the report, { $expected } in the register (last digit: 1 urban, 2 rural, 3 mixed).
report-kind-differs-hint = Look the code up at Statistics Poland. The last digit changes when a place becomes a town.
report-name-differs = The name differs: "{ $seen }" in the report, "{ $expected }" in the register. The TERYT code is the same.
report-name-differs-hint = Check that the TERYT code of the report is that of this municipality.
report-other-voivodeship = TERYT code { $code } lies in the voivodeship "{ $seen }", and the report is that of "{ $expected }". The file enters no total.
report-other-voivodeship-hint = Check the TERYT code. If the municipality is of another voivodeship, pass the file on to its office.
reports-of-one = { $municipality }: there is another file of this municipality: { $files }. Nothing tells which holds, so neither enters a total.
reports-of-one-hint = Leave the file that holds in the folder; of reports by half-year, one of each half-year. A correction made with this program names the file it corrects and takes its place.
report-beside-rejected = { $municipality }: there is another file of this municipality, which enters no total: { $files }. This one counts.
report-beside-rejected-hint = Check which file holds and take the other out of the folder.
report-corrected = A later settlement takes the place of this one: "{ $other }". It enters no total.
report-corrected-hint = Nothing need be done.
register-agreement-differs = The number of the agreement differs: "{ $seen }" in the report, "{ $expected }" in the register.
register-agreement-differs-hint = Look at the agreement and mend the number where it is wrong.
register-agreement-day-differs = The day of the agreement differs: { $seen } in the report, { $expected } in the register.
register-agreement-day-differs-hint = Look at the agreement and mend the day where it is wrong.
register-amount-differs =
    { $what ->
        [awarded] Awarded
        [transferred] Transferred
       *[returned] Returned
    }{ $component ->
        [supplement] {" "}for supplements
        [employment] {" "}for employment costs
       *[other] {" "}in all
    }{ $round ->
        [I-VI] {" "}for I-VI
        [VII-XII] {" "}for VII-XII
       *[other] {""}
    }: { $seen } in the report, { $expected } in the register, difference { $difference }.
register-amount-differs-hint = Look at the agreement with its amendments and at the bank statements, then mend the register or call for a correction. The totals keep the report's amount.
report-used-more =
    More used than transferred{ $component ->
        [supplement] {" "}for supplements
        [employment] {" "}for employment costs
       *[other] {" "}in all
    }{ $round ->
        [I-VI] {" "}for I-VI
        [VII-XII] {" "}for VII-XII
       *[other] {""}
    }: the report used { $seen }, the register transferred { $expected }, difference { $difference }.
report-used-more-hint = Look at the bank statements for what was transferred. If the register is right, call for a correction: nothing above the amount transferred is co-financing.
report-unused-differs =
    Money not used{ $component ->
        [supplement] {" "}for supplements
        [employment] {" "}for employment costs
       *[other] {" "}in all
    }{ $round ->
        [I-VI] {" "}for I-VI
        [VII-XII] {" "}for VII-XII
       *[other] {""}
    }: { $seen } in the report, but transferred in the register ({ $transferred }) less used ({ $used }) is { $expected }, difference { $difference }.
report-unused-differs-hint = Look at the bank statements for what was transferred and returned. If the register is right, call for a correction; else mend the register.
register-return-differs = Return: the report says { $seen } is to be returned (without interest), the register has { $expected }, difference { $difference }.
register-return-differs-hint = Look at the bank statements. If not all was returned, call for the rest; if the register is wrong, mend it.
report-return-overdue =
    { $principal } (without interest) was to be back by { $expected }, { $told ->
        [report] and the report says that { $returned } was returned; { $difference } is left.
        [register] and neither report nor register says that it is back.
       *[none] and the report does not say whether it is back.
    }
report-return-overdue-hint = Look at the bank statements and at the term in the agreement. If the money is back, enter it in the register ("Zwrócono (zł)", "Data zwrotu"); if not, call for it with interest.
report-return-late = By the register { $principal } came back on { $seen }; its term ended on { $expected }.
report-return-late-hint = Look at the term in the agreement, and whether interest is due and was paid.
register-amounts-taken =
    { $count ->
        [one] One amount that the report does not give was taken from the register
       *[other] { $count } amounts that the report does not give were taken from the register
    }: { $figures }.
register-amounts-taken-hint = Nothing need be done: municipalities leave these columns blank.
report-late =
    { $round ->
        [I-VI] The report for I-VI came in on
       *[other] The report came in on
    } { $seen }; it was due on { $expected } ({ $days ->
        [one] one day late
       *[other] { $days } days late
    }).
report-late-hint = Check the term in the agreement. If it names another day, enter it in the column "Termin sprawozdania" of the register.

consolidate-voivodeship-unknown = There is no voivodeship "{ $voivodeship }".
consolidate-voivodeship-unknown-hint = Give its name (such as małopolskie) or the first two digits of its TERYT codes (such as 12).
register-too-large = The register file "{ $path }" is too large.
register-too-large-hint = Save the sheet with the agreements as a file of its own.
register-names-unknown = The list has { $count } names that fit no report, such as: { $seen }.
register-names-unknown-hint = Nothing need be done if the list is of the whole country. Municipalities without a report are named by a register with TERYT codes.

cli-consolidate-cards = Folder for verification cards, one a municipality, and their list
cli-consolidate-cards-unwritten = The verification cards were not written, or not all of them (folder { $path }). { $reason } The collective report does not depend on them and is done. To get the cards, remove the cause or name another folder with --cards, and run again with --force.
cli-consolidate-cards-written =
    { $count ->
        [one] Wrote one file of verification cards to: { $path }
       *[other] Wrote { $count } files of verification cards to: { $path }
    }
