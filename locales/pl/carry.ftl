# Nowy rok z poprzedniego.
cli-init-from-year = Dane kończącego się roku (pliki albo folder): nowy skoroszyt przejmuje osoby, warunki, stopy, rodziny, odczytania i nagłówki (po polsku: --z-roku)
cli-init-coming = Edycja następnego roku; bez niej: edycja o tej samej nazwie, jeżeli jest już znana; z --from-year
carry-edition = Skoroszyt jest na { $year } r., edycja { $id }.
carry-no-edition = Skoroszyt jest na { $year } r. Edycji na ten rok program nie zna, więc pole „Program” i okres w arkuszu „Umowa” są puste. Gdy edycja będzie ogłoszona, wpisz je; układ arkuszy jest jak w kończącym się roku.
carry-counts = Przeniesiono: okresy zatrudnienia: { $contracts }, rodziny: { $families }, trwające nieobecności: { $absences }, odczytania: { $readings }, wyjaśnienia: { $explanations }. Kwot nie przeniesiono.
carry-ended = Pominięto { $who }: umowa do { $last }. Jeżeli trwa dalej, dopisz wiersz w arkuszu „Zatrudnienie”.
carry-orphaned = Rodziny, których asystent już nie pracuje: { $names }. Wpisz nowego asystenta albo dzień zakończenia.
carry-left-readings = Nie przeniesiono z arkusza „Odczytania”: { $names }. To wartości tylko na kończący się rok albo odczytania, których nowa edycja nie ma.
carry-confirm = Odczytania i wyjaśnienia mają dopisek „do potwierdzenia”. Po potwierdzeniu wpisz nowe pismo, a niepotwierdzone wiersze usuń.
carry-rejected =
    { $count ->
        [one] Pominięto { $count } wiersz z błędem. Wypisze go: rozlicz check DANE
        [few] Pominięto { $count } wiersze z błędami. Wypisze je: rozlicz check DANE
       *[other] Pominięto { $count } wierszy z błędami. Wypisze je: rozlicz check DANE
    }
carry-not-started = Nie wiadomo, jakiej edycji są te dane, więc nowego skoroszytu nie zapisano.
carry-other-year = edycja „{ $id }” nie obejmuje { $year } r., a na ten rok jest nowy skoroszyt.
carry-other-year-hint = Podaj edycję na { $year } r. albo pomiń --programme: pole „Program” zostanie wtedy puste.
carry-written = Zapisano skoroszyt na następny rok: { $path }
