# Dokumenty obok rozliczenia.

cli-documents = Sporządza dokumenty obok rozliczenia: oświadczenie, zestawienie dokumentów, dane do CAS (po polsku: dokumenty)
cli-documents-usage = rozlicz documents [OPCJE] DANE… --as-of DATA --out PLIK
cli-documents-after =
    Przykład: rozlicz dokumenty dane.xlsx --out dokumenty-2025.xlsx --as-of 2026-01-10
    Kod wyjścia: 0 – w porządku, 1 – są błędy (bez --draft nic nie jest zapisywane), 2 – nie udało się uruchomić.
cli-documents-out = Skoroszyt z dokumentami; za nimi arkusze robocze z krokami
cli-documents-kind = Dokument: statement (oświadczenie), documents (zestawienie dokumentów), half-year (dane do CAS); można powtórzyć, domyślnie wszystkie
cli-documents-half = Półrocze: I-VI albo VII-XII; domyślnie ostatnie w rozliczanym okresie
cli-documents-refuse = Oświadczenie o nieprzyjęciu dofinansowania
cli-documents-correction = Numer korekty do pola „Wersja” w oświadczeniu i zestawieniu; bez tej opcji pole jest puste, do wpisania ręcznie
cli-value-number = NUMER
documents-refuse-without-statement = Opcja --refuse dotyczy oświadczenia, a wśród wybranych dokumentów (--kind) go nie ma.
documents-refuse-without-statement-hint = Dodaj --kind statement albo usuń --refuse.
cli-value-kind = DOKUMENT
cli-value-half = PÓŁROCZE
cli-documents-statement = Oświadczenie: termin – { $term }
cli-documents-statement-late = Ten termin minął { $due }, { $days ->
    [one] { $days } dzień temu
   *[many] { $days } dni temu
 }: zapytaj wojewodę, czy oświadczenie jeszcze przyjmie.
cli-documents-list = Zestawienie dokumentów: { $count ->
    [one] { $count } wiersz
    [few] { $count } wiersze
   *[many] { $count } wierszy
 }, z Programu { $amount }.
cli-documents-report = Dane do sprawozdania w CAS za { $half }: termin { $due }, { $days ->
    [0] mija dziś
    [one] pozostał { $days } dzień
   *[many] pozostało { $days } dni
 }. To dane do przepisania, nie formularz.
cli-documents-report-late = Dane do sprawozdania w CAS za { $half }: termin { $due } minął { $days ->
    [one] { $days } dzień temu
   *[many] { $days } dni temu
 }. To dane do przepisania, nie formularz.
cli-documents-written = Zapisano dokumenty: { $path }
cli-documents-nothing = Nie zapisano żadnego dokumentu; powody są wyżej.

## Oświadczenie

no-statement = Ta edycja nie przewiduje oświadczenia o przyjęciu dofinansowania. { $kind ->
    [refusal] Oświadczenie składa tylko gmina, która rezygnuje ({ $term }).
   *[none] W opisie edycji nie ma takiego dokumentu ani terminu.
 }
no-statement-hint = { $kind ->
    [refusal] Aby zrezygnować, uruchom polecenie z opcją --refuse. W pozostałych przypadkach niczego nie trzeba składać.
   *[none] Jeśli wojewoda prosi o oświadczenie, użyj wzoru, który przekazał.
 }
statement-after-contract = { $kind ->
    [forbidden] Umowa jest już podpisana ({ $seen }), a w tej edycji oświadczenie o rezygnacji składa się tylko przed jej zawarciem.
   *[doubtful] Oświadczenie odmawia dofinansowania, a umowa jest już podpisana ({ $seen }). Jeśli umowa obejmuje tę kwotę, samo oświadczenie jej nie rozwiązuje.
 }
statement-after-contract-hint = { $kind ->
    [forbidden] Aby zrezygnować, wypowiedz umowę. Jeśli umowy jeszcze nie ma, usuń „Data umowy” z arkusza „Umowa”.
   *[doubtful] Sprawdź w umowie, czego dotyczy. Aby z niej zrezygnować, wypowiedz ją albo zawrzyj aneks, a otrzymane pieniądze zwróć.
 }
statement-without-award = W arkuszu „Środki” nie ma kwoty przyznanej, więc oświadczenie nie miałoby kwoty.
statement-without-award-hint = Wpisz kwoty z rozstrzygnięcia do kolumny „Przyznano (zł)”.

## Zestawienie dokumentów

document-without-number = W zestawieniu dokumentów { $count ->
    [one] { $count } wiersz nie ma numeru listy płac ani rachunku.
    [few] { $count } wiersze nie mają numeru listy płac ani rachunku.
   *[many] { $count } wierszy nie ma numeru listy płac ani rachunku.
 }
document-without-number-hint = Wpisz numery do kolumny „Numer listy płac” w arkuszu „Płace” albo uzupełnij je ręcznie na wydruku.

## Dane do sprawozdania półrocznego

half-year-outside = Półrocze { $half } leży poza rozliczanym okresem ({ $first } – { $last }), więc nie ma z czego policzyć danych do sprawozdania.
half-year-outside-hint = Wybierz drugie półrocze opcją --half albo podaj tabele za to półrocze.
half-year-partial = Tabele obejmują tylko część półrocza { $half }: od { $first } do { $last }. Liczby rodzin i wydatki są za tę część.
half-year-partial-hint = Dopisz do tabel pozostałe miesiące półrocza albo uzupełnij sprawozdanie w CAS z ewidencji.
half-year-not-over = Półrocze { $half } kończy się { $expected }, a dane są na { $seen }: stan na ostatni dzień i wydatki mogą się jeszcze zmienić.
half-year-not-over-hint = Sporządź dane ponownie po ostatnim dniu półrocza.
half-year-no-families = Nie ma tabeli „Rodziny”, więc liczby rodzin i dzieci w danych do sprawozdania pozostały puste.
half-year-no-families-hint = Dodaj tabelę „Rodziny” albo podaj te liczby w CAS z ewidencji.
half-year-no-day = W arkuszu „Środki” jest kwota otrzymana bez dnia wpływu, więc nie wiadomo, w którym półroczu wydano te pieniądze. Podział wydatków według źródeł pozostał pusty.
half-year-no-day-hint = Wpisz dzień wpływu do kolumny „Data otrzymania” w arkuszu „Środki”.
