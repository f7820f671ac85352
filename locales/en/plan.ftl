# Plan for the coming year.
plan-year-without-rates = Not yet announced for { $year }: { $missing }. Newest known: { $newest }.
plan-year-without-rates-hint = Enter the values in the table "Założenia" (`init --plan` writes it). The newest known ones may be entered as your own assumption.
plan-nobody = Nobody is employed in { $year }: all contracts end and the plan hires nobody.
plan-nobody-hint = Check the column "Zatrudniony do" of Zatrudnienie, or add hires in "Zmiany kadrowe".
plan-no-pay = { $assistant }: pay is not known ({ $form }); this year has no payment with base pay.
plan-no-pay-hint = Add payments to Płace, or give the pay in "Zmiany kadrowe" as a change of terms from 1 January.
plan-contract-ends = { $assistant }: the contract ({ $form }) ends on { $seen }, and the plan does not say whether another follows. The person is not in the forecast.
plan-contract-ends-hint = If it will be renewed, add a hire in "Zmiany kadrowe" with the first day of the next contract.
plan-lifted-to-minimum = { $assistant }, { $month }: pay of { $seen } was lifted to the lowest allowed: { $expected }.
plan-lifted-to-minimum-hint = If the raise is to be higher, add it in "Podwyżki".
