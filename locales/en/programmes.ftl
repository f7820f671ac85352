# Rules of programmes: refusals of the loader and the page of "programmes show".
rules-not-toml = not a well-formed TOML file ({ $reason }). Look at quotes, brackets and repeated keys.
rules-not-a-table = a table belongs here, such as {"{"} value = "…", mark = "…", law = "…" {"}"}.
rules-not-a-list = "{ $key }" must be a list: write the heading in two brackets, [[{ $key }]].
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
rules-empty-folder = "{ $folder }" holds no folder with a programme.toml.
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

show-act = Act
show-period = Period
show-range = { $first } to { $last }
show-who = For whom
show-what = What and how much
show-when = Dates
show-payment = Last day of payment
show-payment-yearly = 31 December of the year settled, at the latest { $last }
show-report = Report
show-return = Return of unused money
show-days-after = { $days ->
    [one] at most { $days } day after the contract's day of completion
   *[other] at most { $days } days after the contract's day of completion
}
show-by-contract = the programme does not say; the contract decides
show-rounds = Settlement periods
show-budget = Budget classification
show-budget-line = division { $division }, chapter { $chapter }, revenue in § { $paragraph }
show-form = Form
show-readings = Readings: clauses that can be understood in several ways
show-digest = Digest of the rules file (SHA-256)
show-source = { $mark }; { $source }
show-one-off = One-off supplement: up to { $amount } per full post
show-reference-day = Day on which the assistant must be employed: { $day }
show-share-of-supplement = At most { $share } of the supplement's cost
show-own-share-municipality = The own share is measured for the municipality and period as a whole
show-own-share-assistant = The own share is measured for each assistant
show-own-share-assistant-month = The own share is measured for each assistant and month
show-post-decimals = Decimals of the post: { $places }
show-readiness = The assistant must be ready for support under the act "Za życiem"
show-monthly = Supplement: up to { $amount } for each month worked, per full post
show-hours = Hours required in a month of a full post: { $hours }
show-wage-share = Cost of employment: at most { $share }
show-months = For the months { $first } - { $last }
show-base-gross-with-contributions = The cost is all gross pay with contributions
show-base-gross = The cost is all gross pay without contributions
show-base-seniority = The cost is base salary and seniority allowance with contributions
show-wage-ceiling = Cost of employment up to a monthly ceiling
show-contract-employment = Employment contract
show-contract-service = Service contract
show-contract-share = { $form }: at most { $share } of the cost
show-contract-ceiling = { $form }: at most { $amount } a month per full post
show-funded = Supplement: { $amount } a month per full post, with contributions, wholly from the grant
