# Zbiorczo: rozliczenia wielu gmin w jednym sprawozdaniu wojewody.

cli-consolidate = Zbiera rozliczenia wielu gmin w jedno sprawozdanie wojewody (po polsku: zbiorczo)
cli-consolidate-usage = rozlicz consolidate [OPCJE] DANE… --as-of DATA --out PLIK
cli-consolidate-out = Skoroszyt zbiorczy: sprawozdanie wojewody, przegląd, pliki i uwagi
cli-consolidate-verdicts = Przyjęte: { $accepted }, przyjęte z uwagami: { $remarks }, odrzucone: { $rejected }, pominięte pliki: { $skipped }.
cli-consolidate-written = Zapisano sprawozdanie zbiorcze: { $path }

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
consolidate-broke-down = Program nie poradził sobie z tym plikiem: to błąd programu, nie gminy. Pozostałe pliki są sprawdzone.
consolidate-broke-down-hint = Prosimy zgłosić to autorom programu; do tego czasu sprawozdanie tej gminy trzeba sprawdzić ręcznie.

cli-progress-files = Pliki
cli-progress-rate = na sekundę
cli-progress-left = zostało
cli-progress-line = Sprawdzono { $done } z { $of } ({ $percent } %).
