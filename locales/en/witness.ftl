# The second engine: computes every workbook anew before it is put in place.

witness-agrees = Computed again by a second engine ({ $engine }): { $formulas } formulas, all results agree.
witness-agrees-to-send = The file to send was computed again by a second engine ({ $engine }): { $formulas } formulas, all results agree.
witness-differs = The second engine ({ $engine }) found another result than the program, so nothing was written. Cell '{ $sheet }'!{ $cell }: the program computed { $expected }, the second engine { $found }. Formula: { $formula }{ $others ->
    [0] .
    *[other] . Other differences: { $others }.
}
witness-differs-hint = This is a fault of the program or of the second engine, not of the data. Send this message to the program's authors; the data need no change.
witness-count = The second engine ({ $engine }) found another number of formulas ({ $found }) than the program wrote ({ $written }), so nothing was written.
witness-count-hint = This is a fault of the program, not of the data. Send this message to the program's authors.
witness-unable = The second engine ({ $engine }) could not compute the workbook ({ $reason }), so nothing was written.
witness-unable-hint = This is a fault of the program or of the second engine, not of the data. Send this message to the program's authors.
