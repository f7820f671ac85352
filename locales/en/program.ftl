# The program's own words: help, messages, the summary of a run.

severity-error = error
severity-warning = warning
severity-note = note

# Which programme

programme-missing = The table Umowa names no programme.
programme-missing-hint = Write one of these in the row "Program": { $known }; or give it with --programme.
programme-unknown = There is no edition "{ $seen }".
programme-unknown-hint = { $near ->
    [no] Write one of these in the cell: { $known }.
   *[yes] Is "{ $nearest }" meant? Write one of these in the cell: { $known }.
    }
programme-year-unknown = There is no edition "{ $seen }". The rules and figures of another year do not stand in for it.
programme-year-unknown-hint = Nearest editions: { $neighbours }. If the year is a slip, correct this cell. If you have the text of that year's programme, describe its rules in a programme.toml and give the folder that holds it: --programmes FOLDER.

# Checks that found nothing

passed-c01 = Money: not more was received than awarded; refunds lie within what was received.
passed-c03 = The own share of the supplements is not lower than the edition asks.
passed-c04 = The co-financing of the employment cost lies within the level the edition allows.
passed-c05 = The supplements lie within the amount per post that the edition allows.
passed-c06 = The hours asked for were worked in every month with a supplement.
passed-c07 = Assistants with a supplement were employed on the day the edition names.
passed-c08 = Pay and contributions were paid in time; every month lies in the settlement period.
passed-c09 = Contributions fit their base.
passed-c10 = Contributions to the Labour Fund, FGŚP and PPK raise no doubt.
passed-c11 = What other sources pay is outside the base.
passed-c12 = Budget paragraphs fit the form of contract.
passed-c13 = No assistant had more families at one time than the act allows.
passed-c14 = The grounds of the assistants' qualification are given and valid.
passed-c15 = No assistant is a social worker at the same time.
passed-c21 = The TERYT code has a valid form and fits the voivodeship. Whether such a municipality exists was not checked.
passed-c24 = Pay is not below the minimum.

# Help

cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-options = Options
cli-heading-arguments = Arguments

cli-value-command = COMMAND
cli-value-language = LANGUAGE
cli-value-inputs = INPUT
cli-value-day = DATE
cli-value-programme = PROGRAMME
cli-value-folder = FOLDER
cli-value-file = FILE
cli-value-reading = NAME=VALUE

cli-program =
    rozlicz – settles the Polish "Asystent rodziny" programme from a municipality's tables.
    Reads spreadsheets (.xlsx, .xls, .xlsb, .ods, .csv), names every wrong cell and writes the settlement workbook.
cli-program-usage = rozlicz [OPTIONS] COMMAND
cli-program-after =
    Exit code: 0 done, 1 errors in the data, 2 could not run.
    More about a command: rozlicz COMMAND --help

cli-init = Writes an empty input workbook to fill in (in Polish: nowy)
cli-init-usage = rozlicz init PROGRAMME [--plan [--for YEAR]] --out FILE
cli-check = Checks the data and lists what is wrong; writes no workbook (in Polish: sprawdz)
cli-check-usage = rozlicz check [OPTIONS] INPUT…
cli-settle = Computes the settlement and writes the workbook (in Polish: policz)
cli-settle-usage = rozlicz settle [OPTIONS] INPUT…
cli-settle-after =
    Example: rozlicz settle data.xlsx --out settlement-2025.xlsx --as-of 2026-01-10
    Exit code: 0 done, 1 errors in the data (nothing is written without --draft), 2 could not run.
cli-programmes = Editions of the programme: list, show, readings, check, conformance (in Polish: programy)
cli-programmes-usage = rozlicz programmes COMMAND
cli-programmes-list = Lists the editions (in Polish: lista)
cli-programmes-list-usage = rozlicz programmes list [OPTIONS]
cli-programmes-show = Shows the rules of an edition: figures, dates, sources (in Polish: pokaz)
cli-programmes-show-usage = rozlicz programmes show PROGRAMME [OPTIONS]
cli-programmes-check = Checks the files of rules (in Polish: sprawdz)
cli-programmes-check-usage = rozlicz programmes check [FOLDER]
cli-programmes-conformance = Settles again what municipalities published and compares to the grosz (in Polish: zgodnosc)
cli-programmes-conformance-usage = rozlicz programmes conformance [OPTIONS]
cli-programmes-readings = Shows the readings of an edition and, given data, what each would change (in Polish: odczytania)
cli-programmes-readings-usage = rozlicz programmes readings PROGRAMME [--data INPUT…] [OPTIONS]
cli-programmes-readings-after =
    Example: rozlicz programmes readings asystent-rodziny-2025 --data data.xlsx
cli-forms = Forms: list, check (in Polish: formularze)
cli-forms-usage = rozlicz forms COMMAND
cli-forms-list = Lists the forms (in Polish: lista)
cli-forms-list-usage = rozlicz forms list [OPTIONS]
cli-forms-check = Checks the files of forms (in Polish: sprawdz)
cli-forms-check-usage = rozlicz forms check [FOLDER]

cli-help = Shows this help
cli-version = Shows the program's version
cli-lang = Language of messages: pl (default) or en; workbooks are always Polish
cli-inputs = Files or a folder with the municipality's data; several files are one submission
cli-out = The workbook to write: the official form and the working sheets
cli-to-send = A second file with the form alone, for the voivode (also: --do-wysylki)
cli-as-of = Day the settlement speaks of, such as 2026-01-10; required with --out and --to-send (elsewhere by default: the last day of the period)
cli-use-programme = Edition of the programme, where the table Umowa does not name it or another is wanted
cli-programmes-dir = Folder with your own editions, beside those built in; the folder wins over an edition of the same id
cli-cases-dir = Folder with published results to use instead of those built in
cli-reading = A reading other than the default, such as hours-worked=with-holiday-leave; may be repeated, wins over the table Odczytania
cli-forms-dir = Folder with forms to use instead of those built in
cli-folder = Folder to check; without it, the files built in
cli-draft = Writes in spite of errors: every sheet is marked PROJEKT, the errors stand in Kontrole
cli-json = Prints the result as JSON
cli-table = File for the list of findings, to tick off (.xlsx or .csv)
cli-data = Data of a municipality: every way is settled by itself and priced
cli-frames = Folder for the tables of assistant-months (CSV)
cli-force = Replaces a file that exists
cli-init-programme = Edition of the programme, such as asystent-rodziny-2025 (list: rozlicz programmes list)
cli-init-out = The workbook to write
cli-show-programme = Edition of the programme

# Wrong usage

cli-error = Could not run:
cli-did-you-mean = Did you mean: { $word }?
cli-allowed = Allowed: { $word }.
cli-see-help = Help: { $command } --lang en --help
cli-unknown-command = there is no command "{ $argument }".
cli-unknown-argument = there is no option "{ $argument }".
cli-invalid-value = "{ $value }" does not fit { $argument }.
cli-number-between = Give a whole number from { $from } to { $to }.
cli-day-form = Give a day, such as 2026-01-10 or 10.01.2026.
cli-missing-argument = missing: { $argument }.
cli-missing-command = a COMMAND is missing.
cli-conflict = { $argument } was given twice or does not go with { $value }.
cli-wrong-usage = these arguments are not understood.

# Could not run

reading-asked-badly = "{ $seen }" given to --reading is not NAME=VALUE.
reading-asked-badly-hint = Names in this edition: { $accepted }.
reading-asked-unknown = The edition { $programme } knows no reading "{ $seen }" given to --reading. Nearest: "{ $nearest }".
reading-asked-unknown-hint = Names in this edition: { $accepted }.
reading-asked-way = The reading "{ $name }" knows no answer "{ $seen }" given to --reading. Nearest: "{ $nearest }".
reading-asked-way-hint = Accepted: { $accepted }.
reading-asked-twice = Two different ways of the reading "{ $name }" were given.
readings-other-edition = The data are for the edition "{ $seen }" (table Umowa), the command line names "{ $programme }".
readings-other-edition-hint = Name the edition that stands in the table Umowa, or give the data of the right year.
figure-asked-twice = Two different values of "{ $name }" were given.
figure-asked-twice-hint = Please keep one --reading of this name.
reading-asked-twice-hint = Please keep one --reading of this name.

output-twice = { $file } was given twice.
output-twice-hint = Give each output a name of its own.
output-is-input = { $file } is an input and will not be overwritten.
output-is-input-hint = Give another name.
output-among-inputs = { $file } would stand in the input folder { $folder } and be read as data next time.
output-among-inputs-hint = Give a place outside it.

frames-failed = The tables could not be made: { $reason }
form-unusable = The form cannot be used: { $reason }

# The run

cli-files-read = Read:
cli-file-read =
    { $file }: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }
cli-programme-used = Programme: { $title } ({ $id })
cli-rules-of-folder = The rules come from the folder given as --programmes; this edition is not built in.
cli-rules-of-folder-over-built-in = The rules come from the folder given as --programmes, not from the program, which has this edition too.
cli-period = Period: { $from } – { $to }, as of { $day }

cli-column-component = Component (PLN)
cli-column-cost = Cost
cli-column-limit = Limit
cli-column-awarded = Awarded
cli-column-transferred = Received
cli-column-co-financing = Co-financing
cli-column-own = Own contribution
cli-column-unused = To return
cli-component-supplement = supplements
cli-component-employment = employment cost
cli-total = total
cli-to-return = Left to return: { $left } PLN. Due and not transferred: { $due } PLN.

cli-written-workbook = Settlement written: { $path }
cli-written-to-send = File to send written: { $path }
cli-written-findings = List of findings written: { $path }
cli-written-blank = Empty input workbook written: { $path }
cli-written-frames = Tables written: { $path }
cli-draft-made = This is a DRAFT, not to be signed.
cli-draft-with-errors = This is a DRAFT: there are errors in the data, and rows with errors are left out of the figures. Do not sign it.
cli-nothing-written = There are errors in the data, so no settlement was made. Correct the cells named and run again; --draft writes a draft in spite of errors.

cli-column-edition = Edition
cli-column-title = Title
cli-column-period = Period
cli-column-confirmed = conf.
cli-column-inferred = inf.
cli-column-assumed = ass.
cli-column-unknown = unkn.
cli-list-from = { $day }
cli-list-to = to { $day }
cli-list-unknown = What is not known (the municipality or the voivode must say):
cli-list-after =
    The numbers say how many figures and readings are confirmed, inferred, assumed and unknown.
    For the whole page of an edition: rozlicz programmes show EDITION
cli-rules-of-folder-short = (of the folder)
cli-rules-of-folder-over-built-in-short = (of the folder, not the one built in)
cli-rules-refused = (rules refused: rozlicz programmes check)
cli-mark-confirmed = confirmed:
cli-mark-inferred = inferred:
cli-mark-assumed = assumed:
cli-mark-unknown = unknown:
cli-programmes-sound =
    Sound: { $count ->
        [one] { $count } edition
       *[other] { $count } editions
    } of the programme.
cli-forms-sound =
    Sound: { $count ->
        [one] { $count } form
       *[other] { $count } forms
    }.
