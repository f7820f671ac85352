# Rules of programmes: refusals of the loader and the page of "programmes show".
rules-not-toml = not a well-formed TOML file ({ $reason }). Look at quotes, brackets and repeated keys.
rules-not-a-table = a table belongs here, such as {"{"} value = "…", mark = "…", law = "…" {"}"}.
rules-not-a-list = "{ $key }" must be a list: write the heading in two brackets, [[{ $key }]].
rules-not-a-list-of-texts = "{ $key }" must be a list of texts: { $key } = ["…", "…"].
rules-reading-of-one = a reading has at least two ways. Accepted: { $accepted }.
rules-figure-and-reading = "{ $seen }" is settled here and also left to the reading "{ $reading }". Keep one of them.
rules-figure-or-reading = "{ $missing }" is missing. Give the value with its source or, where the clause is open, add the reading "{ $reading }".
rules-reading-missing = the reading "{ $missing }" is missing: the components of this edition leave the question open. Add a [[reading]] with name = "{ $missing }"; its readings may hold: { $accepted }.
rules-reading-without-effect = the reading "{ $seen }" changes nothing in this edition. Accepted here: { $accepted }.
rules-seen-without-reading = the key "seen" (another published level) and the reading "{ $reading }" stand only together.
rules-not-text = one text in quotes belongs here.
rules-unknown-key = unknown key "{ $seen }". Accepted here: { $accepted }.
rules-missing-key = "{ $missing }" is missing. Add it: nothing is borrowed from another year.
rules-missing-word = "{ $missing }" is missing. Accepted: { $accepted }.
rules-no-mark = the value has no "mark" of certainty. Accepted: { $accepted }.
rules-no-base = a percentage without its base. Say of what it is taken: of = "{ $accepted }".
rules-no-last-day = the last day ("last") is missing. A period without an end is not accepted.
rules-empty = empty text. Write a value or take the key away.
rules-not-in-quotes = { $seen } stands without quotes. Write every value in quotes, with its unit: "200.00 PLN", "80%", "120 h", "15 days", "2025-12-31".
rules-unknown-word = "{ $seen }" is not known here. Accepted: { $accepted }.
rules-not-readable = "{ $seen }" cannot be read. Write it like this: "{ $example }".
rules-no-source = the value has neither "law" (a label of law.md) nor "source". Add one of them.
rules-no-such-label = law.md has no heading "## { $seen }". It has: { $accepted }.
rules-label-without-citation = law.md lacks a line "Źródło: …" under "## { $seen }".
rules-backward-range = the last day lies before the first.
rules-settled-against-period = "settled" does not fit the period: "calendar-year" is for a programme longer than a year, "whole-period" for the others.
rules-no-round = no settlement period. Add at least one [[round]].
rules-round-outside-period = this settlement period reaches outside the programme's period.
rules-rounds-overlap = this settlement period overlaps { $other }.
rules-rounds-leave-gap = the settlement periods do not cover all days of the programme.
rules-no-component = no component. Add at least one [[component]] of a kind: { $accepted }.
rules-component-twice = "{ $seen }" is a second component of the same part. A programme may have one supplement and one part for the cost of employment.
rules-no-contract = no share and ceiling by contract. Add at least one [[component.contract]].
rules-contract-twice = this form of contract was described above.
rules-months-outside-period = these months reach outside the programme's period.
rules-day-outside-period = this day lies outside the programme's period.
rules-reading-twice = the reading "{ $seen }" was described above.
rules-label-twice = this heading stands in law.md a second time. Join both provisions or name them differently.
rules-deadline-before-period = the last day of payment lies before the programme begins.
rules-rounds-not-told-apart = where there are several settlement periods, each has another "half_year": I-VI or VII-XII.
rules-month-paid-twice = this programme pays for the same months as { $other } ({ $days }). Mend the period, or say that it makes that edition up: tops_up = {"{"} value = "{ $other }", mark = "…", law = "…" {"}"}.
rules-tops-up-nothing = "{ $seen }" is no earlier edition of this programme for the same months. Write one of: { $accepted }.
rules-yearly-below-months = the yearly amount is below twelve monthly amounts. The program limits months only and cannot settle such an edition.
rules-tops-up-nobody = "{ $seen }" is no earlier edition of this programme for the same months, and there is no other. Take "tops_up" out or correct the period.
rules-key-twice = the key stands here a second time. Leave one line with it.
rules-wrong-quotes = the value stands in the quotes of a word processor. Write plain ones: "…".
rules-no-quotes = the value stands without quotes. Write it in plain quotes: "…".
rules-months-not-whole = "months" are whole months: from the first day of a month to the last of one.
rules-half-year-against-days = the half-year does not fit the days { $days }. I-VI is January to June, VII-XII July to December of one year; "none" where the period is no half-year.
rules-code-not-classified = the budget classification of the first day of the period does not have "{ $seen }" here. Accepted: { $accepted }.
rules-no-law-file = there is no law.md beside programme.toml. Add it: under a heading "## label" the provision restated and a line "Źródło: …".
rules-law-file-as-txt = there is no law.md, but a law.md.txt. Rename it to law.md.
rules-no-such-form = there is no form "{ $seen }". Accepted: { $accepted }.
rules-series-not-checked = the line "# checked-up-to: …" with the day up to which the data were checked is missing. Data are not used past it.
rules-series-fields = there are { $seen } fields and should be { $expected }. Fields are divided by semicolons; a source must not hold one.
rules-series-row = a row has five fields divided by semicolons: kind;code;name;mark;source.
rules-name-twice = "{ $seen }" stands in the file a second time. Each key and each name may stand once.
rules-series-order = this day is not later than that of the row before. Put the rows in order of days, each day once.
rules-empty-folder = "{ $folder }" holds neither a programme.toml nor a folder with one. The name must be just that, without ".txt" at its end.
rules-id-is-not-folder = the file says "{ $seen }", its folder is called "{ $folder }". Give both one name.
rules-unreadable = cannot read "{ $file }": { $reason }.
rules-no-such-year =
    there is no edition "{ $asked }". Do not take the figures of another year: each year has rules of its own.
    Nearest editions: { $neighbours }.
    If you have the text of that year's programme, describe its rules in a programme.toml and give the folder that holds it: --programmes FOLDER.
    All editions: rozlicz programmes list
rules-no-such-id-near = there is no programme "{ $asked }". Did you mean "{ $nearest }"? All: { $known }.
rules-no-such-id = there is no programme "{ $asked }". There are: { $known }.

mark-confirmed = confirmed
mark-inferred = inferred
mark-assumed = assumed
mark-unknown = unknown

show-id = id in the program: { $id }
show-signs = Signs before a line: ~ inferred, ? assumed, ! unknown; none: confirmed. Words of the rules are Polish.
show-unknown = What is not known (the municipality or the voivode must say)
show-day =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[other] December
    } { $year }
show-month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[other] December
    } { $year }
show-range = { $first } to { $last }
show-who = Whom the money is for
show-supplement = Supplement to pay
show-employment = Cost of employment
show-posts = Post of a service contract
show-service-post-hours = Hours worked in the month divided by the hours of a full post in that month.
show-service-post-contract = The post written in the contract.
show-when = Which period and by when
show-period = Period of the programme: { $period }
show-payment = Last day of payment: { $last }
show-payment-yearly = Last day of payment: 31 December of the year settled, at the latest { $last }
show-report = Report
show-return = Return of unused money
show-days-after =
    { $days ->
        [one] within { $days } day of the day of completion named in the contract
       *[other] within { $days } days of the day of completion named in the contract
    }
show-by-contract = the programme does not say; the contract decides
show-rounds = Settled apart: { $rounds }
show-budget = Budget classification
show-revenue = Revenue of the municipality in paragraph { $paragraph }
show-division = Division { $division }
show-chapter = Chapter { $chapter }
show-readings = Where the text can be understood in several ways
show-readings-intro = Interpretation is the voivode's task. Below: the question, and the answer the program takes until another is given: in the table Odczytania or as --reading NAME=WORD, with the letter it rests on. What each answer changes in złoty for a municipality: rozlicz programmes readings { $id } --data INPUT
show-by-reading = (open to another reading: { $name }, below)
show-level-seen = Another level was published too: { $share }.
show-way-taken = taken:
show-way-other = or:
show-certainty = How sure this page is
show-count-confirmed = confirmed: { $count } (read in the act or an official notice)
show-count-inferred = inferred: { $count } (from published figures or a neighbouring rule)
show-count-assumed = assumed: { $count } (the text is silent, someone had to choose)
show-count-unknown = unknown: { $count } (not known until the municipality or the voivode answers)
show-not-reviewed = Nobody but the authors has reviewed these rules. Compare them with the text of the programme and the contract before signing.
show-form = Form: { $form }
show-digest = SHA-256 of the rules: { $digest }
show-source = { $mark }: { $source }
show-one-off = One-off, up to { $amount } per full post, proportionally less for part of a post.
show-reference-day = The assistant must be employed on: { $day }
show-share-of-supplement = The programme covers at most { $share } of the supplement's cost; the municipality at least { $own }.
show-own-share-municipality = This division is measured for the municipality and period as a whole.
show-own-share-assistant = This division is measured for each assistant.
show-own-share-assistant-month = This division is measured for each assistant and month.
show-post-decimals = The post is rounded to decimals: { $places }
show-readiness = The assistant must be ready for support under the act "Za życiem".
show-monthly = Up to { $amount } for each month worked, per full post, proportionally less for part of a post.
show-yearly = At most { $amount } a year for an assistant. Twelve months of a full post never give more, so the settlement limits the months alone.
show-hours = Condition: at least { $hours } hours worked in that month on a full post, correspondingly fewer on part of a post.
show-wage-share = The programme covers at most { $share } of the cost of employment.
show-months = Months that count: { $first } - { $last }
show-base-gross-with-contributions = The cost is all gross pay with the employer's contributions.
show-base-gross = The cost is all gross pay without the employer's contributions.
show-base-seniority = The cost is base salary and seniority allowance with the employer's contributions.
show-contract-employment = employment contract
show-contract-service = service contract
show-position-assistant = Family assistant
show-position-coordinator = Coordinator of family foster care
show-contract-of = { $position }, { $form }
show-still-employed = The assistant must still be employed on the days: { $days }.
show-hired-from = Only people hired on { $day } or later count.
show-tops-up = This edition makes up the edition { $earlier }: money received from it lowers the limit of the same months.
show-open = It is given in the table Odczytania: Nazwa "{ $name }", Wartość such as "{ $example }", with its basis.
show-amount-unknown = Nobody knows how much the supplement for a full post is at most.
show-hours-unknown = Nobody knows how many hours must be worked in a month.
show-share-of-supplement-unknown = Nobody knows which share of the supplement's cost the programme covers.
show-wage-share-unknown = Nobody knows which share of the cost of employment the programme covers.
show-contract-share-unknown = { $form }: nobody knows which share of the cost the programme covers.
show-contract-ceiling-unknown = { $form }: nobody knows how much a month a full post gets at most.
show-contract-both = { $form }: the programme covers at most { $share } of the cost, no more than { $amount } a month per full post.
show-contract-share = { $form }: the programme covers at most { $share } of the cost.
show-contract-ceiling = { $form }: no more than { $amount } a month per full post.
show-funded = { $amount } a month per full post, with the employer's contributions, wholly from the grant.
