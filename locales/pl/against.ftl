# Porównanie dwóch rozliczeń: `audit --against`.

against-tampered = Skoroszyt „{ $file }” zmieniono po sporządzeniu. Zmian: { $count }; niżej największych: { $listed }.
against-tampered-hint = Wyjaśnij te zmiany, zanim użyjesz porównania: mówi ono o rozliczeniach w chwili sporządzenia. Wszystkie zmiany wypisuje: rozlicz audyt PLIK.
against-changed-since = UWAGA: skoroszyt „{ $file }” zmieniono po sporządzeniu: { $count ->
    [one] { $count } różnica
    [few] { $count } różnice
   *[many] { $count } różnic
} z jego własnym zapisem{ $money ->
    [yes] , największa { $largest }
   *[no] {""}
}.
against-verdict-tampered = Porównanie mówi tylko o rozliczeniach w chwili sporządzenia, a nie o tym, co stoi w plikach teraz.
against-kind-since = Zmienione w skoroszycie po jego sporządzeniu
against-row-added = Nowy wiersz w tabeli „{ $table }”: { $row }.
against-row-added-hint = Sprawdź, z jakiego dokumentu pochodzi wiersz.{ $told ->
    [yes] {" "}Różnica to wpływ samego tego wiersza na dofinansowanie.
   *[no] {""}
}
against-row-removed = W tabeli „{ $table }” nie ma już wiersza: { $row }.
against-row-removed-hint = Sprawdź, dlaczego wiersz usunięto.{ $told ->
    [yes] {" "}Różnica to wpływ samego usunięcia na dofinansowanie.
   *[no] {""}
}
against-row-changed = Zmieniony wiersz w tabeli „{ $table }”: { $row }. { $changes }.
against-row-changed-hint = Porównaj z dokumentem źródłowym.{ $told ->
    [yes] {" "}Różnica to wpływ samej tej zmiany na dofinansowanie.
   *[no] {""}
}
against-rows-together = Pozostałe zmienione wiersze ({ $count }) policzono razem.
against-rows-together-hint = Osobno liczonych jest pierwszych { $limit } zmian; lista wszystkich jest wyżej.
against-rows-interaction = Kilka zmian naraz daje inny wynik niż suma tych zmian wprowadzonych osobno.
against-rows-interaction-hint = Nic nie trzeba robić: to pozycja wyrównująca, dzięki której suma zgadza się co do grosza.
against-edition = Inna edycja programu: było „{ $expected }”, jest „{ $seen }”.
against-edition-hint = Różnice kwot pokazano obok siebie, według asystenta i numeru miesiąca; nie rozdzielono ich na dane i zasady.
against-rules-text = Ta sama edycja { $name }, ale plik zasad ma inną treść.
against-rules-text-hint = Porównaj parametry wymienione niżej z aktem prawnym.{ $told ->
    [yes] {" "}Różnica to wpływ zasad i odczytań razem na dofinansowanie.
   *[no] {""}
}
against-reading = Przepis odczytano inaczej („{ $name }”): było „{ $expected }” ({ $before }), jest „{ $seen }” ({ $now }).
against-reading-hint = Sprawdź, na jakiej podstawie zmieniono odczytanie.{ $told ->
    [yes] {" "}Różnica to wpływ samego tego odczytania na dofinansowanie.
   *[no] {""}
}
against-reading-grounds = Odczytanie „{ $name }” jest to samo ({ $now }), ale ma inną podstawę: było „{ $expected }”, jest „{ $seen }”.
against-reading-grounds-hint = Sprawdź, czy pismo jest w aktach.
against-given = Wartość podana w poleceniu („{ $name }”): było „{ $expected }”, jest „{ $seen }”.
against-given-hint = Sprawdź, z jakiego pisma pochodzi wartość.{ $told ->
    [yes] {" "}Różnica to wpływ samej tej wartości na dofinansowanie.
   *[no] {""}
}
against-parameter = Parametr „{ $name }”: było „{ $expected }” ({ $before }), jest „{ $seen }” ({ $now }).
against-parameter-hint = Sprawdź wartość i źródło w arkuszu „Parametry” obu skoroszytów. Wpływ na kwoty jest w różnicy zasad.
against-rules-interaction = Zmiany zasad działające razem dają inny wynik niż suma tych zmian wprowadzonych osobno.
against-rules-interaction-hint = Nic nie trzeba robić: to pozycja wyrównująca, dzięki której suma zgadza się co do grosza.
against-program = Te same dane i zasady dają inną kwotę w innej wersji programu (było { $expected }, jest { $seen }).
against-program-hint = Przeczytaj w CHANGELOG, co zmieniono między wersjami; wynik porównaj z aktem prawnym.
against-figures-alone = Zmieniły się kwoty ({ $count }), a zapis nie pokazuje żadnej zmiany danych ani zasad.
against-figures-alone-hint = Sprawdź każdy ze skoroszytów osobno: rozlicz audyt PLIK.
against-texts = Arkusz „{ $sheet }”: inne teksty (nowych { $added }, usuniętych { $removed }){ $examples }.
against-texts-hint = To zmiana wyglądu; kwot nie zmienia.
against-formulas = Arkusz „{ $sheet }”: inna postać formuł (nowych { $added }, usuniętych { $removed }){ $examples }.
against-formulas-hint = { $version ->
    [other] Dane i zasady są te same, a wersja programu inna. Kwoty porównano osobno.
   *[same] Dane, zasady i wersja programu są te same. Sprawdź, czy nikt nie zmienił zapisu „Ślad”, i oba skoroszyty osobno: rozlicz audyt PLIK.
}
against-sheet = { $side ->
    [newer] Arkusz „{ $sheet }” jest tylko w nowszym skoroszycie.
   *[older] Arkusz „{ $sheet }” jest tylko w starszym skoroszycie.
}
against-sheet-hint = To zmiana układu; kwoty porównano osobno.
against-form = Inny formularz: było „{ $expected }”, jest „{ $seen }”.
against-form-hint = To zmiana wyglądu; kwoty porównano osobno.
against-version = Inna wersja programu: było { $expected }, jest { $seen }.
against-version-hint = Kwot to nie zmienia.

against-examples = , na przykład { $list }
against-none = nie podano
against-no-row = nie było
against-hidden = zmieniono (dane osobowe)
against-now-counted = wiersz był pominięty w obliczeniach, teraz jest liczony
against-now-rejected = wiersz był liczony, teraz jest pominięty w obliczeniach
against-field = { $column }: było { $before }, jest { $now }
against-field-hidden = { $column }: { $change }
against-older-name = { $name } (starszy)

against-title = Porównanie rozliczeń
against-newer = nowsze: { $file } ({ $edition }, { $from } - { $to }, program { $program })
against-older = starsze: { $file } ({ $edition }, { $from } - { $to }, program { $program })
against-head-figure = Kwota
against-head-older = było
against-head-newer = jest
against-head-difference = różnica
against-head-rules = z zasad
against-head-data = z danych
against-head-program = z programu
against-absent = brak
against-more = …i jeszcze { $count ->
    [one] { $count } kwota
    [few] { $count } kwoty
   *[many] { $count } kwot
}; wszystkie pokazuje --json.
against-section-totals = Kwoty rozliczenia
against-section-assistants = Asystenci
against-section-lines = Miesiące asystentów
against-kind-data = Zmiany danych
against-kind-rules = Zmiany zasad
against-kind-program = Zmiana programu
against-kind-look = Zmiany wyglądu (bez wpływu na kwoty)
against-label-place = gdzie
against-label-related = także
against-label-difference = różnica
against-label-effect = wpływ na dofinansowanie
against-label-hint = co zrobić
against-more-findings = …i jeszcze { $count ->
    [one] { $count } zmiana
    [few] { $count } zmiany
   *[many] { $count } zmian
}; wszystkie pokazuje --json.
against-verdict-same = Rozliczenia są takie same: te same dane, zasady i kwoty.
against-verdict-look = Kwoty, dane i zasady są takie same; różni się tylko wygląd.
against-verdict-differs = Rozliczenia się różnią: zmian danych { $data }, zmian zasad { $rules }, zmienionych kwot { $figures }; dofinansowanie: { $amount }.
against-verdict-unknown = nie podano jednej z kwot
against-recomputed-rows = { $count ->
    [one] { $count } wiersz danych w obu rozliczeniach
    [few] { $count } wiersze danych w obu rozliczeniach
   *[many] { $count } wierszy danych w obu rozliczeniach
}
against-recomputed-figures = { $count ->
    [one] { $count } kwotę lub wielkość
    [few] { $count } kwoty i wielkości
   *[many] { $count } kwot i wielkości
}
against-recomputed-formulas = { $count ->
    [one] { $count } formułę
    [few] { $count } formuły
   *[many] { $count } formuł
}
against-unverified-traces = Porównano zapisy z chwili sporządzenia (arkusz „Ślad”). Każdy skoroszyt sprawdzono też z jego własnym zapisem; samych zapisów z aktami gminy nie porównano (to robi: rozlicz audyt PLIK --data TABELE).
against-unverified-edition = Różnic kwot nie rozdzielono na dane i zasady: inna edycja. Danych jednej edycji nie da się rozliczyć według drugiej.
against-unverified-rules = Różnic kwot nie rozdzielono na dane i zasady: ten program nie ma zasad, według których sporządzono te rozliczenia (podaj je przez --programmes).
against-unverified-settled = Różnic kwot nie rozdzielono na dane i zasady: danych jednego rozliczenia nie da się policzyć według zasad drugiego.
against-unverified-older-rules = Zasad starszego rozliczenia nie ma w tym programie: zmiana wersji programu, jeśli była, jest w różnicy z zasad.
against-unverified-newer-rules = Zasad nowszego rozliczenia nie ma w tym programie: zmiana wersji programu, jeśli była, jest w różnicy z zasad.
against-unverified-formulas = Postaci formuł nie porównano: zmieniły się dane albo zasady, a formuły idą za nimi.
against-unverified-look = Wyglądu nie porównano: zmieniły się dane albo zasady, a program i formularz są te same, więc inne teksty, formuły i arkusze wynikają z danych albo zasad.
against-unverified-data-rows = Inna edycja: wierszy nie porównano po kolei. Tabela „{ $table }”: było { $older }, jest { $newer } wierszy.
against-no-trace = „{ $file }” nie ma arkusza „Ślad”, więc nie ma czego porównać. Porównać można dwa skoroszyty zapisane przez rozlicz settle --out.
against-trace-unreadable = Zapisu w arkuszu „Ślad” pliku „{ $file }” nie da się odczytać, więc nie ma czego porównać. Sprawdź plik: rozlicz audyt PLIK.

against-what = { $what ->
    [task_cost] koszt zadania
    [supplement_cost] koszt dodatków
    [employment_cost] koszt zatrudnienia
    [supplement_co_financing] dofinansowanie dodatków
    [employment_co_financing] dofinansowanie zatrudnienia
    [co_financing] dofinansowanie
    [own_contribution] wkład własny
    [supplement_own] wkład własny do dodatków
    [employment_own] wkład własny do zatrudnienia
    [transferred] przekazano
    [to_return] do zwrotu
    [left_to_return] pozostaje do zwrotu
    [due_not_transferred] należne, nieprzekazane
    [cost] koszt
    [limit] limit
    [awarded] przyznano
    [unused] niewykorzystane
    [returned] zwrócono
    [misused] ustalone do zwrotu
    [interest] odsetki
    [return_total] zwrot razem
    [eligible_pay] wynagrodzenie kwalifikowane
    [eligible_contributions] pochodne kwalifikowane
    [wage_cost] koszt wynagrodzenia
    [supplement_paid] wypłacony dodatek z pochodnymi
    [fte] etat
    [share_of_month] część miesiąca
    [hours_counted] godziny liczone
    [qualifies] prawo do dodatku
   *[other] { $what }
}

cli-audit-against = Starszy skoroszyt, z którym porównać: co zmieniło się w danych, zasadach i wyglądzie, z wpływem na kwoty
cli-protocol = Zapisuje też protokół audytu (.xlsx): zakres, dokumenty, różnice, czego nie sprawdzono, podpisy (także: --protokol)
cli-protocol-day = Data protokołu, np. 2026-01-10; bez niej zostaje miejsce na wpisanie
cli-written-protocol = Zapisano protokół audytu: { $path }
