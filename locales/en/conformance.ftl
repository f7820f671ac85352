# Published results settled again: "programmes conformance".
conformance-heading-municipality = Municipality
conformance-heading-year = Year
conformance-heading-figure = Amount (PLN)
conformance-heading-published = Published
conformance-heading-computed = Computed
conformance-heading-difference = Difference
conformance-heading-kind = Kind
conformance-heading-inferred = What was inferred to compute it
conformance-supplement_co_financing = co-financing of supplements
conformance-employment_co_financing = co-financing of employment
conformance-state_budget = of which state budget
conformance-labour_fund = of which Labour Fund
conformance-co_financing = co-financing in all
conformance-own_contribution = own contribution
conformance-task_cost = cost of the task
conformance-reproduced = reproduced
conformance-consistent = consistent
conformance-contradicting = contradicting
conformance-contradictions = Contradicting the rules:
conformance-contradiction =
    { $municipality } { $year }, { $figure }: published { $published }, right { $computed }, difference { $difference }.
conformance-not-recomputed = Not to be computed again:
conformance-counts =
    Reproduced (everything was published): { $reproduced } of { $reproduced-all }. Consistent (something was inferred): { $consistent } of { $consistent-all }. Contradicting the rules: { $contradicting } of { $contradicting-all }. Not to be computed again: { $rest }.
conformance-troubles = Not as recorded:
conformance-differs = { $figure }: { $recorded } should come out, { $computed } did.
conformance-finding-missing = the finding { $code } did not come out.
conformance-award-binds = the award alone made the amount, not the rules, and the case does not say so (award-binds): { $message }
conformance-error-found = an error that was not foreseen: { $message }
conformance-no-such-component = the edition pays no such component, or needs the tables of a folder, or the row lacks the cost of employment, without which nothing can be tested.
conformance-cannot-run = it could not be computed: { $reason }
conformance-verdict-good = All cases ({ $count }) came out as recorded.
conformance-verdict-bad = Not as recorded: { $count }. Correct the record of the case or the rules of the edition.

conformance-nothing-there = this folder holds no case.toml in a folder of its own, no rows.csv and no not-recomputed.csv.
conformance-no-tables = the folder input with the tables is missing beside case.toml.
conformance-not-a-table = the file is no CSV table.
conformance-cell-without-heading = this cell has no heading: the row has more semicolons than the first one. Put a text with a semicolon into quotes.
conformance-cost-not-published = "reproduced" says that everything was published, but the row has no cost. Give the cost, or write "consistent".
conformance-sources-need-award = money of two sources is shared out by their awards. Write "binds" in "award".
conformance-sources-differ = state budget and Labour Fund do not add up to "employment_grant".

published-sums-differ =
    The published amounts do not agree: { $first } and { $second } make { $expected }, but { $seen } was published (difference { $difference }).
published-sums-differ-hint = Ask the source which of them is wrong.
