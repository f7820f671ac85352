# Publiczne wyniki liczone ponownie: „programmes conformance”.
conformance-heading-municipality = Gmina
conformance-heading-year = Rok
conformance-heading-figure = Kwota (zł)
conformance-heading-published = Ogłoszono
conformance-heading-computed = Obliczono
conformance-heading-difference = Różnica
conformance-heading-kind = Rodzaj
conformance-heading-inferred = Co przyjęto, żeby policzyć
conformance-supplement_co_financing = dofinansowanie dodatków
conformance-employment_co_financing = dofinansowanie zatrudnienia
conformance-state_budget = z tego budżet państwa
conformance-labour_fund = z tego Fundusz Pracy
conformance-co_financing = dofinansowanie razem
conformance-own_contribution = wkład własny
conformance-task_cost = koszt zadania
conformance-reproduced = odtworzony
conformance-consistent = zgodny
conformance-contradicting = sprzeczny
conformance-contradictions = Sprzeczne z zasadami:
conformance-contradiction =
    { $municipality } { $year }, { $figure }: ogłoszono { $published }, prawidłowo { $computed }, różnica { $difference }.
conformance-not-recomputed = Nie do odtworzenia:
conformance-counts =
    Odtworzone (wszystko ogłoszono): { $reproduced } z { $reproduced-all }. Zgodne (coś przyjęto): { $consistent } z { $consistent-all }. Sprzeczne z zasadami: { $contradicting } z { $contradicting-all }. Nie do odtworzenia: { $rest }.
conformance-troubles = Nie wyszło tak, jak zapisano:
conformance-differs = { $figure }: powinno wyjść { $recorded }, obliczono { $computed }.
conformance-finding-missing = nie pojawiła się uwaga { $code }.
conformance-award-binds = kwotę wyznaczyła sama umowa, nie zasady, a przypadek o tym nie mówi (award-binds): { $message }
conformance-error-found = nieoczekiwany błąd: { $message }
conformance-no-such-component = edycja nie płaci takiego składnika, wymaga tabel w folderze albo w wierszu brakuje kosztu zatrudnienia, bez którego nie ma czego sprawdzić.
conformance-cannot-run = nie udało się policzyć: { $reason }
conformance-verdict-good = Wszystkie przypadki ({ $count }) wyszły tak, jak je zapisano.
conformance-verdict-bad = Tak, jak zapisano, nie wyszło: { $count }. Popraw zapis przypadku albo zasady edycji.

conformance-nothing-there = w tym folderze nie ma ani case.toml w podfolderze, ani rows.csv, ani not-recomputed.csv.
conformance-no-tables = obok case.toml brakuje folderu input z tabelami.
conformance-not-a-table = plik nie jest tabelą CSV.
conformance-cell-without-heading = ta komórka nie ma nagłówka: w wierszu jest więcej średników niż w pierwszym. Tekst ze średnikiem weź w cudzysłów.
conformance-cost-not-published = „reproduced” znaczy, że ogłoszono wszystko, a w wierszu brakuje kosztu. Wpisz koszt albo „consistent”.
conformance-sources-need-award = gdy środki są z dwóch źródeł, dzieli je umowa. Wpisz w „award” słowo „binds”.
conformance-sources-differ = budżet państwa i Fundusz Pracy nie dają razem kwoty z „employment_grant”.

published-sums-differ =
    Ogłoszone kwoty nie zgadzają się ze sobą: { $first } i { $second } to razem { $expected }, a ogłoszono { $seen } (różnica { $difference }).
published-sums-differ-hint = Sprawdź u źródła, która z kwot jest błędna.
