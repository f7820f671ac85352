# Findings about what the texts of an edition do not tell, and whom it pays.

figure-unknown = The edition { $programme } does not tell the figure "{ $name }"; without it nothing is computed. All that is known: { $reason }.
figure-unknown-hint = Add a row to the sheet "Odczytania": Nazwa "{ $name }", Wartość such as "{ $example }", Podstawa (the contract or the voivode's letter with its date) and Kto przyjął.
figure-unreadable = The value "{ $seen }" given for "{ $name }" cannot be read; without it nothing is computed.
figure-unreadable-hint = In the sheet "Odczytania", beside the name "{ $name }", write the value alone, such as "{ $example }".
figure-given-twice = Two different values are given for "{ $name }": "{ $expected }" and "{ $seen }".
figure-given-twice-hint = Leave one row of that name in the sheet "Odczytania"; until then the value of the first row is used.
figure-overruled = For "{ $name }" the sheet "Odczytania" says "{ $seen }", the command line says "{ $expected }" and wins.
figure-overruled-hint = Nothing to do if this is a trial. For a settlement to be signed, say the same in both places.
figure-without-basis = The value "{ $seen }" for "{ $name }" is given without its basis or without who accepted it.
figure-without-basis-hint = Fill in "Podstawa" (the contract or a letter with its date) and "Kto przyjął" in the sheet "Odczytania". Add there what was given on the command line alone.
position-not-in-edition = { $assistant } is a coordinator of family foster care, and the edition { $programme } pays for assistants only; this person does not count.
position-not-in-edition-hint = Check the column "Stanowisko". If it is right, this person's cost cannot be settled here.
position-unclear = { $assistant } holds two positions under one identifier in { $month }; nobody can tell which work a payment is for.
position-unclear-hint = Give the second position an identifier of its own in "Zatrudnienie" and "Płace". Until then the work as a coordinator does not count.
hired-too-early = { $assistant } has worked since { $seen }, and the edition pays only for people hired from { $expected } on; this person's cost does not count.
hired-too-early-hint = Check the day of hiring. If it is right, the cost could be claimed in the next edition.
