# The second program: computes every workbook anew before it is put in place.

witness-agrees = A second, independent program ({ $engine }) computed the workbook again: { $formulas ->
    [one] { $formulas } formula
    *[other] { $formulas } formulas
}, all results agree.
witness-agrees-to-send = A second, independent program ({ $engine }) computed the file to send again: { $formulas ->
    [one] { $formulas } formula
    *[other] { $formulas } formulas
}, all results agree.
witness-differs = The second program ({ $engine }), which computes the workbook again before it is written, found another result, so nothing was written. Sheet '{ $sheet }', cell { $cell }: rozlicz computed { $expected }, the second program { $found }. Formula: { $formula }{ $others ->
    [0] .
    *[other] . Other differences: { $others }.
}
witness-differs-hint = This is a fault of one of the programs, not of the data: the tables need no change. Send this message to the program's authors.
witness-count = The second program ({ $engine }), which computes the workbook again before it is written, found another number of formulas in it ({ $found }) than was written ({ $written }), so nothing was put on the disk.
witness-count-hint = This is a fault of the program, not of the data. Send this message to the program's authors.
witness-unable = The second program ({ $engine }), which computes the workbook again before it is written, could not do so ({ $reason }), so nothing was written.
witness-unable-hint = This is a fault of one of the programs, not of the data. Send this message to the program's authors.
