# Zbiorczo: rozliczenia wielu gmin w jednym sprawozdaniu wojewody.

cli-consolidate = Zbiera rozliczenia wielu gmin w jedno sprawozdanie wojewody (po polsku: zbiorczo)
cli-consolidate-usage = rozlicz consolidate [OPCJE] DANE… --as-of DATA --out PLIK
cli-consolidate-out = Skoroszyt zbiorczy: sprawozdanie wojewody, przegląd, pliki i uwagi
cli-consolidate-verdicts = Przyjęte: { $accepted }, przyjęte z uwagami: { $remarks }, odrzucone: { $rejected }, pominięte pliki: { $skipped }.
cli-consolidate-written = Zapisano sprawozdanie zbiorcze: { $path }

rollup-lock-file = „{ $file }” to plik blokady: znak, że ktoś ma skoroszyt otwarty w programie biurowym. Nie ma w nim danych.
rollup-lock-file-hint = Zamknij skoroszyt, jeżeli jest otwarty, żeby nie czytać niezapisanego. Pliku blokady nie trzeba usuwać.
rollup-hidden-file = „{ $file }” to plik lub folder ukryty albo systemowy: pominięto go.
rollup-hidden-file-hint = Jeżeli są w nim dane gminy, zapisz je pod nazwą, która nie zaczyna się od kropki.
rollup-other-file = „{ $file }” nie jest skoroszytem ani tabelą (.xlsx, .xlsm, .xls, .xlsb, .ods, .csv): pominięto go.
rollup-other-file-hint = Jeżeli gmina przysłała w nim sprawozdanie (skan, pismo), poproś o plik .xlsx.
rollup-no-report = W „{ $file }” nie ma ani tabel do rozliczenia, ani formularza sprawozdania z programu: pominięto go.
rollup-no-report-hint = Jeżeli to miało być sprawozdanie, poproś gminę o formularz gminy (załącznik nr 2) na wzorze z programu albo o tabele.
rollup-own-paper = „{ $file }” to protokół albo lista uwag z tego programu, a nie rozliczenie: pominięto go.
rollup-own-paper-hint = Rozliczenie gminy to skoroszyt zapisany opcją --out albo --to-send.
rollup-collective = „{ $file }” to sprawozdanie zbiorcze województwa, a nie sprawozdanie gminy: pominięto go.
rollup-collective-hint = Zbiera się sprawozdania gmin. Jeżeli gmina wypełniła wzór dla województwa, poproś ją o formularz gminy.
rollup-same-file = „{ $file }” to ten sam plik co „{ $first }”, co do bajtu: policzono go raz.
rollup-same-file-hint = Nic nie trzeba robić. Jeżeli pod drugą nazwą miało przyjść co innego (korekta, inna gmina), poproś o właściwy plik.
rollup-link-back = Dowiązanie „{ $file }” prowadzi do tego, co już przeczytano: pominięto je.
rollup-link-back-hint = Nic nie trzeba robić: każdy plik czytany jest raz.
rollup-not-a-file = „{ $file }” nie jest zwykłym plikiem: pominięto go.
rollup-not-a-file-hint = Jeżeli są w nim dane gminy, zapisz je jako zwykły plik.
rollup-folder-unreadable = Nie da się przejrzeć folderu „{ $file }”: { $reason }. Nie wiadomo, jakie pliki w nim są.
rollup-folder-unreadable-hint = Poproś o prawo do odczytu tego folderu i uruchom zbieranie jeszcze raz.
rollup-file-unreadable = Nie da się odczytać pliku „{ $file }”: { $reason }.
rollup-file-unreadable-hint = Sprawdź prawo do odczytu i czy plik nadal tam jest, a potem uruchom zbieranie jeszcze raz.
rollup-file-changed = Plik „{ $file }” zmienił się w czasie czytania: ktoś go właśnie zapisywał albo kopiował. Nie wzięto go do sum.
rollup-file-changed-hint = Poczekaj, aż zapis się skończy, i uruchom zbieranie jeszcze raz.
rollup-draft = To projekt rozliczenia, nie rozliczenie: gmina sporządziła go, żeby obejrzeć kwoty.
rollup-draft-hint = Poproś gminę o skoroszyt sporządzony bez --draft, kiedy w danych nie ma już błędów.
rollup-other-edition = To sprawozdanie z edycji { $seen }, a zbierana jest edycja { $expected }.
rollup-other-edition-hint = Edycje zbiera się osobno: przełóż plik do folderu tamtej edycji. Jeżeli gmina pomyliła program, poproś o sprawozdanie z właściwego.
rollup-not-taken = Pliku nie da się sprawdzić. { $reason }
rollup-not-taken-hint = Plik nie wchodzi do sum, dopóki gmina nie przyśle poprawionego.
rollup-not-written = Nie zapisano skoroszytu rozliczenia tej gminy. { $reason }
rollup-not-written-hint = Zwolnij miejsce albo podaj inny folder w --settlements i uruchom zbieranie jeszcze raz.
rollup-more-remarks = { $count ->
    [one] Jest jeszcze jedna uwaga, której tu nie wypisano.
    [few] Są jeszcze { $count } uwagi, których tu nie wypisano.
   *[other] Jest jeszcze { $count } uwag, których tu nie wypisano.
}
rollup-more-remarks-hint = Wszystkie wypisze polecenie „rozlicz check” (tabele) albo „rozlicz audit” (skoroszyt) dla tego jednego pliku.

rollup-several-editions = Pliki są z różnych edycji: { $editions }.
rollup-several-editions-hint = Sprawozdanie zbiorcze sporządza się dla jednej: podaj ją opcją --programme. Pliki pozostałych edycji zostaną odrzucone z podaniem powodu.
cli-value-voivodeship = WOJEWÓDZTWO
cli-value-count = LICZBA
cli-consolidate-after =
    Kod wyjścia: 0 – wszystkie sprawozdania przyjęte (także z uwagami), 1 – coś odrzucono, czegoś brakuje albo nie ma
    żadnego sprawozdania, 2 – nie można było pracować, 130 – przerwano klawiszami Ctrl-C.
cli-consolidate-voivodeship = Województwo urzędu (nazwa albo dwie cyfry): gmina z innego jest błędem
cli-consolidate-register = Rejestr umów urzędu albo wykaz przyznanych środków z ministerstwa
cli-consolidate-settlements = Folder na skoroszyty rozliczeń gmin, które przysłały same tabele
cli-consolidate-threads = Ile plików sprawdzać naraz; bez tej opcji tyle, ile rdzeni ma komputer
cli-consolidate-store = Plik pamięci przebiegu; bez tej opcji obok wyniku, z końcówką .pamiec
cli-consolidate-no-store = Sprawdza wszystko od nowa i niczego nie zapamiętuje
cli-consolidate-quiet = Nie pokazuje postępu
cli-consolidate-work = Zgłoszenia: { $tasks }; sprawdzone teraz: { $made }, bez zmian od poprzedniego przebiegu: { $kept }.
cli-consolidate-unknown = * Bez gmin, których sprawozdanie nie podaje tej kwoty (najwięcej: { $count }).
cli-consolidate-rejected = Do poprawienia, zanim wejdą do sum:
cli-consolidate-more = { "  " }… i dalsze: { $count }. Wszystkie są w arkuszu Pliki.
cli-consolidate-same = Od poprzedniego przebiegu nie zmienił się żaden plik.
cli-consolidate-changed = Zmienione od poprzedniego przebiegu ({ $count }): { $paths }
cli-consolidate-new = Nowe od poprzedniego przebiegu ({ $count }): { $paths }
cli-consolidate-gone = Były poprzednio, a teraz ich nie ma ({ $count }): { $paths }
cli-consolidate-empty = We wskazanych folderach nie ma żadnego pliku, więc nie ma czego zebrać.
cli-consolidate-nothing-written = Nie zapisano sprawozdania zbiorczego, bo żaden plik nie jest sprawozdaniem.
cli-consolidate-stopping = Kończę pliki, które są w toku. Jeszcze raz Ctrl-C: koniec natychmiast.
cli-consolidate-stopped = Przerwano po { $done } z { $of } zgłoszeń. Nie zapisano sprawozdania zbiorczego. To, co sprawdzone, jest w pamięci przebiegu: to samo polecenie dokończy pracę od tego miejsca.
cli-consolidate-stopped-without-store = Przerwano po { $done } z { $of } zgłoszeń. Nie zapisano sprawozdania zbiorczego. Bez pamięci przebiegu to samo polecenie zacznie od początku.
cli-consolidate-store-damaged = Pamięć przebiegu jest uszkodzona albo z innej wersji programu, więc jej nie użyto: wszystko sprawdzono od nowa.
cli-consolidate-store-foreign = Plik w miejscu pamięci przebiegu nie jest pamięcią tego programu albo nie da się go odczytać. Pozostał bez zmian, a przebieg nie został zapamiętany; inne miejsce wskazuje --store.
cli-consolidate-store-other = Od poprzedniego przebiegu zmienił się program, reguły albo opcje, więc wszystko sprawdzono od nowa.
cli-consolidate-store-unwritten = Pamięci przebiegu nie zapisano, więc następny przebieg sprawdzi wszystko od nowa. { $reason }

cli-progress-files = Pliki
cli-progress-rate = na sekundę
cli-progress-left = zostało
cli-progress-line = Sprawdzono { $done } z { $of } ({ $percent } %).

# Eksport: tabele wielu gmin w plikach Parquet i CSV.
export-file-changed = Plik { $file } eksportu jest inny, niż zapisał program, albo go nie ma. Z tego eksportu nie wzięto nic.
export-file-changed-hint = Proszę skopiować cały folder eksportu jeszcze raz od nadawcy i nie zmieniać w nim plików.
export-copy-changed = Plik { $file } eksportu jest inny, niż zapisał program, albo go nie ma. Liczby wzięto z plików Parquet, których to nie dotyczy.
export-copy-changed-hint = Jeśli zmiana w pliku miała coś poprawić, trzeba poprawić rozliczenie gminy i zapisać eksport jeszcze raz.
export-file-unlisted = W eksporcie leży plik { $file }, którego program w nim nie zapisał. Z tego eksportu nie wzięto nic.
export-file-unlisted-hint = Eksporty proszę podać jako osobne foldery, bez kopiowania plików z jednego do drugiego.
export-schema = Eksport ma układ tabel numer { $seen }, a ten program czyta układ numer { $expected }. Z tego eksportu nie wzięto nic.
export-schema-hint = Proszę zapisać eksport tą samą wersją programu, którą jest teraz czytany.
export-unreadable = Pliku { $file } eksportu nie da się odczytać jako tabeli opisanej w schemat.json. Z tego eksportu nie wzięto nic.
export-unreadable-hint = Proszę zapisać eksport jeszcze raz z rozliczeń gmin.
export-unsupported = To jest eksport tabel, a ten program zbudowano bez funkcji, która go czyta (analytics).
export-unsupported-hint = Proszę użyć pełnej wersji programu albo podać rozliczenia gmin zamiast eksportu.
cli-value-by = WEDŁUG
cli-consolidate-export = Folder, do którego zapisać tabele wielu gmin w plikach Parquet i CSV
cli-consolidate-by = Dodatkowe sumy: powiat, gmina-type (rodzaj gminy), contract (forma umowy) albo month (miesiąc); można podać kilka razy
cli-consolidate-exported = Zapisano tabele w folderze: { $path }
cli-consolidate-outside = { $file }: jest kwota, która nie jest pełną liczbą groszy; w tabelach stoi osobno (kolumna figures_other) i nie wchodzi do sum.
cli-by-powiat = Sumy według powiatów
cli-by-gmina-type = Sumy według rodzaju gminy
cli-by-contract = Sumy według formy umowy
cli-by-month = Sumy według miesięcy
cli-by-column-programme = program
cli-by-column-voivodeship = województwo
cli-by-column-key = według
cli-by-column-reports = rozliczenia
cli-by-column-assistant-months = asystento-miesiące
cli-by-column-awarded-gr = przyznano
cli-by-column-transferred-gr = przekazano
cli-by-column-cost-gr = koszt zadania
cli-by-column-co-financing-gr = dofinansowanie
cli-by-column-own-contribution-gr = wkład własny
cli-by-column-unused-gr = niewykorzystane
cli-by-column-wage-cost-gr = koszt zatrudnienia
cli-by-column-supplement-cost-gr = koszt dodatków
cli-by-column-supplement-co-financing-gr = dofinansowanie dodatków
cli-by-column-employment-co-financing-gr = dofinansowanie zatrudnienia
cli-by-key-urban = miejska
cli-by-key-rural = wiejska
cli-by-key-mixed = miejsko-wiejska
cli-by-key-employment = umowa o pracę
cli-by-key-service = umowa zlecenie
cli-by-key-beyond = bez podziału (same formularze)
cli-by-key-unknown = nie wiadomo
output-not-folder = { $file } nie jest folderem.
output-not-folder-hint = Proszę podać folder, istniejący albo nowy.
rollup-broke-down = Program nie poradził sobie z tym plikiem: to błąd programu, nie gminy. Pozostałe pliki są sprawdzone.
rollup-broke-down-hint = Prosimy zgłosić to autorom programu; do tego czasu sprawozdanie tej gminy trzeba sprawdzić ręcznie.
