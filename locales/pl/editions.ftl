# Ustalenia o tym, czego teksty edycji nie mówią i komu edycja płaci.

figure-unknown = Edycja { $programme } nie podaje kwoty lub udziału „{ $name }”; bez tej wartości nic nie jest liczone. Wiadomo tylko: { $reason }.
figure-unknown-hint = Dopisz wiersz w arkuszu „Odczytania”: Nazwa „{ $name }”, Wartość na przykład „{ $example }”, Podstawa (umowa albo pismo wojewody z datą) i Kto przyjął.
figure-unreadable = Wartości „{ $seen }” podanej dla „{ $name }” nie da się odczytać; bez niej nic nie jest liczone.
figure-unreadable-hint = Wpisz w arkuszu „Odczytania” przy nazwie „{ $name }” samą wartość, na przykład „{ $example }”.
figure-given-twice = Dla „{ $name }” podano dwie różne wartości: „{ $expected }” i „{ $seen }”.
figure-given-twice-hint = Zostaw w arkuszu „Odczytania” jeden wiersz o tej nazwie; do czasu poprawki liczona jest wartość z pierwszego wiersza.
figure-overruled = Dla „{ $name }” w arkuszu „Odczytania” jest „{ $seen }”, a w poleceniu podano „{ $expected }” i to ta wartość jest liczona.
figure-overruled-hint = Nic nie trzeba robić, jeśli to próba. W rozliczeniu do podpisu zostaw w poleceniu i w tabeli to samo.
figure-without-basis = Wartość „{ $seen }” dla „{ $name }” podano bez podstawy albo bez osoby, która ją przyjęła.
figure-without-basis-hint = Uzupełnij w arkuszu „Odczytania” kolumny „Podstawa” (umowa albo pismo z datą) i „Kto przyjął”; wartość podaną tylko w poleceniu dopisz tam w całości.
position-not-in-edition = { $assistant } to koordynator rodzinnej pieczy zastępczej, a edycja { $programme } obejmuje tylko asystentów; ta osoba nie jest liczona.
position-not-in-edition-hint = Sprawdź kolumnę „Stanowisko”. Jeśli jest prawidłowa, kosztów tej osoby nie można tu rozliczyć.
position-unclear = { $assistant } ma w miesiącu { $month } dwa stanowiska pod jednym identyfikatorem; nie wiadomo, której pracy dotyczy wypłata.
position-unclear-hint = Nadaj drugiemu stanowisku osobny identyfikator w tabelach „Zatrudnienie” i „Płace”. Do czasu poprawki praca koordynatora nie jest liczona.
hired-too-early = { $assistant } pracuje od { $seen }, a edycja obejmuje tylko zatrudnionych od { $expected }; koszty tej osoby nie są liczone.
hired-too-early-hint = Sprawdź dzień zatrudnienia. Jeśli jest prawidłowy, koszty tej osoby można było zgłosić w następnej edycji.
