# Remarks about a municipality's data in the collective report: what the voivode's office is to do, where the usual remedy
# is the municipality's.

office-explained = The municipality's explanation: { $said }
office-explained-hint = Read the municipality's explanation. If it does not do, call on the municipality to mend the report.

office-audit-trace-missing-hint = Ask the municipality for the whole workbook as the program wrote it, or for the tables it was made of.
office-audit-trace-damaged-hint = Ask the municipality for the whole workbook as the program wrote it, or for the tables it was made of.
office-audit-sheet-deleted-hint = Ask the municipality for the whole workbook as the program wrote it.
office-audit-macros-hint = Do not run the macros. Ask the municipality for a workbook without them: a settlement needs none.
office-audit-rules-other-hint = Ask the municipality where it has these rules from. What they change is told by the other remarks.
office-audit-law-unknown-hint = Name the folder with the rules of this edition (--programmes), or ask the municipality for the tables the settlement was made of.
office-annex-title-differs-hint = Ask the municipality to mend the year in the title. If the title is right, ask for the report on the form of that year.
office-annex-rounded-up-hint = The programme does not say how to round. If the office accepts rounding up, nothing is to be done; if not, ask the municipality to mend the amount by a grosz.
office-annex-below-level-hint = Ask the municipality whether it meant to show less, or was awarded less than it received. If neither, ask it to mend the amount.
office-annex-hidden-hint = Unhide it before judging the report. What is hidden was counted too.
office-due-not-transferred-hint = Check whether the office transferred the whole amount. If it did, ask the municipality to mend the amount received.
office-returned-too-much-hint = Check on the statement how much the municipality paid. If too much, agree with it on the overpayment; if not, ask it to mend the amount returned.
office-award-not-posts-hint = Compare the posts with the municipality's request and the list of awards, and clear up the difference with the municipality.
office-request-late-hint = Check on which day the request came to the office. If on another, ask the municipality to mend the day.
office-received-in-future-hint = Check whether the day of --as-of is right. If it is, ask the municipality to mend the day by its statement.
office-return-in-future-hint = Check whether the day of --as-of is right. If it is, ask the municipality to mend the day by its statement.
office-information-duty-hint = Nothing to do: no amount depends on this duty.
office-ledger-programme-split-hint = Nothing to do: no provision prescribes the division, and the co-financing does not depend on it.
office-reading-without-letter-hint = Check whether the office wrote such a letter to the municipality. If not, ask for a settlement without this change.

# Amounts that the rules take of a municipality or that it gives back: settled in a report that was handed in.
office-amount-ceiling-binds-hint = Nothing to be done: the municipality bears this amount.
office-own-share-binds-hint = Nothing to be done: the municipality bears this amount.
office-award-binds-hint = Nothing to be done: the municipality bears this amount.
office-award-above-rule-hint = Nothing to be done.
office-received-above-rule-hint = Nothing to be done. An amount that did not come back in its term has a remark of its own.
office-hours-below-threshold-hint = Nothing to be done: the municipality bears the supplement of this month.
office-not-employed-on-reference-day-hint = Nothing to be done: the municipality bears this supplement.
office-not-ready-hint = Nothing to be done: the municipality bears this supplement.
office-motivation-service-hint = Nothing to be done: the municipality bears this supplement.

# What is for the municipality to know and changes no amount.
office-bank-interest-unknown-hint = Nothing need be done if the municipality's account bore no interest. If it did, ask for the interest of the statement.
