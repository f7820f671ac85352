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
