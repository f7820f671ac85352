# A year started from the last.
cli-init-from-year = Data of the year that ends (files or a folder): the new workbook takes over people, terms, rates, families, readings and headings (in Polish: --z-roku)
cli-init-coming = Edition of the next year; without it: the edition of the same name, if it is known already; with --from-year
carry-edition = The workbook is for { $year }, edition { $id }.
carry-no-edition = The workbook is for { $year }. The program knows no edition of that year, so "Program" and the period in "Umowa" are blank. Fill them in when the edition is announced; the sheets are laid out as in the year that ends.
carry-counts = Carried: terms of employment: { $contracts }, families: { $families }, absences that go on: { $absences }, readings: { $readings }, explanations: { $explanations }. No amounts.
carry-ended = Left out { $who }: contract until { $last }. If it goes on, add a row in "Zatrudnienie".
carry-orphaned = Families whose assistant has left: { $names }. Fill in the new assistant or the day of the end.
carry-left-readings = Not carried from "Odczytania": { $names }. They are figures of the year that ends, or readings that the new edition does not have.
carry-confirm = Readings and explanations are marked "do potwierdzenia" (to be confirmed). When confirmed, fill in the new letter; delete the rows that are not.
carry-rejected =
    { $count ->
        [one] Left out { $count } row with an error. It is listed by: rozlicz check DATA
       *[other] Left out { $count } rows with errors. They are listed by: rozlicz check DATA
    }
carry-not-started = Nobody can tell which edition these data are of, so no workbook was written.
carry-other-year = the edition "{ $id }" does not cover { $year }, and the new workbook is for that year.
carry-other-year-hint = Name an edition of { $year }, or leave --programme out: "Program" is blank then.
carry-written = Wrote the workbook of the next year: { $path }
