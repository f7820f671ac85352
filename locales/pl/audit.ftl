# Kontrola skoroszytu: różnice, zdanie końcowe, pomoc polecenia.

audit-typed-over = { $blank ->
    [yes] Usunięto formułę{ $named ->
        [no] {""}
       *[yes] {" "}({ $what })
     }; komórka jest pusta, a formuła dawała „{ $expected }”.
   *[no] { $same ->
        [yes] Formułę zastąpiono wpisaną wartością „{ $seen }”; jest równa wynikowi, ale już się nie przelicza.
       *[no] Zamiast formuły wpisano wartość „{ $seen }”.
     }
 }
audit-typed-over-hint = Sprawdź, kto i dlaczego wpisał wartość. Przywróć formułę: ={ $was }
audit-formula-edited = Zmieniono formułę: jest ={ $formula }, a była ={ $was }.
audit-formula-edited-hint = Przywróć formułę zapisaną przez program albo sporządź rozliczenie ponownie z danych.
audit-formula-added = W komórce, w której program nie zapisał formuły, stoi formuła ={ $formula }.
audit-formula-added-hint = Usuń formułę i wpisz wartość zapisaną przez program.
audit-total-short = Suma pomija { $count ->
    [one] komórkę
    [few] { $count } komórki
   *[many] { $count } komórek
 } { $cells }: jest ={ $formula }, a była ={ $was }.
audit-total-short-hint = Przywróć pełny zakres sumy.
audit-parameter-changed = Zmieniono parametr „{ $what }”.
audit-parameter-changed-hint = Parametry wynikają z edycji programu i z umowy. Przywróć wartość; jeżeli jest błędna w samych zasadach, sporządź rozliczenie ponownie.
audit-input-changed = Zmieniono dane{ $named ->
    [no] {""}
   *[yes] {" "}w kolumnie „{ $what }”
 } skopiowane z tabel gminy{ $blank ->
    [yes] : komórkę wyczyszczono
   *[no] {""}
 }.
audit-input-changed-hint = Porównaj komórkę z dokumentem źródłowym. Jeżeli nowa wartość jest prawidłowa, popraw tabelę gminy i sporządź rozliczenie ponownie.
audit-value-changed = Zmieniono liczbę zapisaną przez program.
audit-value-changed-hint = Przywróć liczbę.
audit-text-changed = Zmieniono tekst.
audit-text-changed-hint = Sprawdź, czy zmiana tekstu nie zmienia znaczenia kwot obok.
audit-text-removed = Usunięto tekst.
audit-text-removed-hint = Sprawdź, co mówił usunięty tekst; uwagi i objaśnienia należą do rozliczenia.
audit-cell-added = Dopisano „{ $seen }” w komórce, która była pusta.
audit-cell-added-hint = Dopisek nie pochodzi z programu; wyjaśnij, kto go dodał.
audit-digest-changed = { $blank ->
    [yes] Usunięto sumę kontrolną SHA-256.
   *[no] Zmieniono sumę kontrolną SHA-256.
 }
audit-digest-changed-hint = Porównaj sumę kontrolną z plikiem, którego dotyczy; po zmianie nie wskazuje danych, z których sporządzono rozliczenie.
audit-row-added = Dodano wiersz { $row }{ $empty ->
    [yes] {" "}(pusty)
   *[no] : { $seen }
 }.
audit-row-added-hint = Wiersza nie zapisał program. Jeżeli wchodzi do sum, wyjaśnij kwotę; prawidłowe dane dopisuje się do tabel gminy.
audit-row-deleted = Usunięto albo wyczyszczono wiersz, który był wierszem { $was }{ $empty ->
    [yes] {" "}(pustym)
   *[no] : { $expected }
 }.
audit-row-deleted-hint = Przywróć wiersz albo sporządź rozliczenie ponownie z danych.
audit-row-moved = Przeniesiono wiersz: był { $was }, jest { $row } ({ $seen }).
audit-row-moved-hint = Kolejność wierszy nie zmienia sum, ale formuły spoza arkusza mogą wskazywać inny wiersz. Przywróć kolejność.
audit-column-added = Dodano kolumnę { $column }.
audit-column-added-hint = Kolumny nie zapisał program; sprawdź, czy formuły jej nie używają.
audit-column-deleted = Usunięto kolumnę, która była kolumną { $was }: { $expected }.
audit-column-deleted-hint = Przywróć kolumnę albo sporządź rozliczenie ponownie z danych.
audit-row-hidden = { $count ->
    [one] Ukryto wiersz { $lines }.
   *[other] Ukryto wiersze { $lines }.
 }
audit-row-hidden-hint = Pokaż ukryte wiersze; program żadnego nie ukrywa.
audit-column-hidden = { $count ->
    [one] Ukryto kolumnę { $lines }.
   *[other] Ukryto kolumny { $lines }.
 }
audit-column-hidden-hint = Pokaż ukryte kolumny; program żadnej nie ukrywa.
audit-sheet-hidden = Ukryto arkusz „{ $sheet }”.
audit-sheet-hidden-hint = Pokaż arkusz; program żadnego nie ukrywa.
audit-sheet-added = Dodano arkusz „{ $seen }”.
audit-sheet-added-hint = Arkusza nie zapisał program; jego treści nie sprawdzano.
audit-sheet-deleted = Usunięto arkusz „{ $expected }”.
audit-sheet-deleted-hint = Poproś o skoroszyt w całości.
audit-sheet-renamed = Arkusz „{ $expected }” nosi teraz nazwę „{ $seen }”.
audit-sheet-renamed-hint = Przywróć nazwę; poza tym arkusz sprawdzono jak zwykle.
audit-sheet-order = Arkusze stoją w innej kolejności; pierwszy przestawiony to „{ $seen }”.
audit-sheet-order-hint = Kolejność arkuszy nie zmienia kwot.
audit-stored-result = Zapisany wynik formuły ={ $formula } różni się od przeliczenia.
audit-stored-result-hint = Otwórz skoroszyt w arkuszu kalkulacyjnym i przelicz go; jeżeli różnica nie zniknie, sporządź rozliczenie ponownie.
audit-error-cell = Komórka pokazuje błąd { $error } (formuła ={ $formula }).
audit-error-cell-hint = Znajdź zmianę, po której formuła przestała działać, i ją cofnij.
audit-external-links = Skoroszyt odwołuje się do innych plików: { $seen }. Program ich nie otwierał.
audit-external-links-hint = Rozliczenie nie potrzebuje innych plików; usuń odwołania.
audit-macros = Skoroszyt zawiera makra. Program ich nie uruchamiał.
audit-macros-hint = Rozliczenie nie potrzebuje makr; poproś o skoroszyt bez nich.
audit-trace-missing = Skoroszyt wygląda na sporządzony przez ten program, ale nie ma w nim śladu (arkusza „Ślad”).
audit-trace-missing-hint = Bez śladu nie da się powiedzieć, co zmieniono. Podaj tabele gminy w opcji --data albo poproś o skoroszyt w całości.
audit-trace-damaged = Śladu nie da się odczytać ({ $reason ->
    [digest] suma kontrolna się nie zgadza
    [large] zapis jest zbyt duży
   *[damaged] zapis jest uszkodzony
 }): arkusz „Ślad” zmieniono.
audit-trace-damaged-hint = Bez śladu nie da się powiedzieć, co zmieniono. Podaj tabele gminy w opcji --data albo poproś o skoroszyt w całości.

## Co przeliczono

audit-recomputed-sheets = { $count ->
    [one] { $count } arkusz
    [few] { $count } arkusze
   *[many] { $count } arkuszy
 }
audit-recomputed-cells = { $count ->
    [one] { $count } komórka
    [few] { $count } komórki
   *[many] { $count } komórek
 }
audit-recomputed-formulas = { $count ->
    [one] { $count } formuła
    [few] { $count } formuły
   *[many] { $count } formuł
 }

## Zasady i dane

audit-rules-other = Rozliczenie sporządzono według innych zasad edycji „{ $edition }” niż wbudowane w program{ $built_in ->
    [no] {" "}(zasady z folderu)
   *[yes] {""}
 }.
audit-rules-other-hint = Wyjaśnij, skąd pochodziły zasady. Co z tego wynika dla kwot, mówią pozostałe różnice.
audit-law-parameter = Parametr „{ $what }” zapisany w śladzie różni się od zasad edycji.
audit-law-parameter-hint = Ślad albo zasady, z których go sporządzono, zmieniono. Sporządź rozliczenie ponownie z danych.
audit-law-figure = { $whole ->
    [yes] Kwota „{ $what }” zapisana w śladzie
   *[no] Kwota „{ $what }” ({ $of }) zapisana w śladzie
 } nie wynika z zapisanych danych i zasad; tak samo { $count ->
    [one] tylko ta jedna liczba
    [few] łącznie { $count } liczby
   *[many] łącznie { $count } liczb
 }.
audit-law-figure-hint = Skoroszyt zmieniono razem ze śladem albo sporządzono według innych zasad. Sporządź rozliczenie ponownie z danych.
audit-data-changed = Plik „{ $file }” nie jest tym, z którego sporządzono rozliczenie: ma inną sumę kontrolną.
audit-data-changed-hint = Porównaj plik z jego kopią z dnia rozliczenia; różnice w kwotach podano osobno.
audit-data-other = Plik „{ $file }” nie jest wymieniony w rozliczeniu.
audit-data-other-hint = Podaj te same pliki, z których sporządzono rozliczenie (arkusz „Źródła”).
audit-data-missing = Nie podano pliku „{ $file }”, z którego sporządzono rozliczenie.
audit-data-missing-hint = Podaj wszystkie pliki wymienione w arkuszu „Źródła”.
audit-recomputed-figures = { $count ->
    [one] { $count } wielkość policzona od nowa
    [few] { $count } wielkości policzone od nowa
   *[many] { $count } wielkości policzonych od nowa
 }
audit-unverified-no-results = Skoroszyt nie zawiera wyników formuł ({ $count }): zapisał go program, który nie liczy. Wyniki policzono z formuł.
audit-unverified-formulas = { $count ->
    [one] { $count } formuły
   *[other] { $count } formuł
 } nie dało się przeliczyć: używają funkcji, których ten program nie zapisuje, albo wskazują na siebie.
audit-unverified-too-large = Skoroszyt jest zbyt duży, aby przeliczyć formuły; porównano zapis komórek.
audit-unverified-law = Nie dało się policzyć rozliczenia od nowa z danych zapisanych w skoroszycie: { $reason }
audit-unverified-data = Z podanych danych nie dało się policzyć rozliczenia: są w nich błędy. Skoroszyt porównano z jego śladem.
audit-unverified-version = Skoroszyt sporządziła inna wersja programu ({ $version }); porównano wielkości, nie układ arkuszy.

## Zdanie końcowe

audit-clean = Skoroszyt zgodny ze śladem: sprawdzono { $what }.
audit-clean-data = Skoroszyt zgodny z danymi i ze śladem: sprawdzono { $what }.
audit-clean-foreign = W skoroszycie nie znaleziono różnic: sprawdzono { $what }.
audit-differs = Znaleziono { $count ->
    [one] { $count } różnicę
    [few] { $count } różnice
   *[many] { $count } różnic
 }; największa: { $largest } ({ $place }).
audit-differs-no-money = Znaleziono { $count ->
    [one] { $count } różnicę
    [few] { $count } różnice
   *[many] { $count } różnic
 }; żadna nie zmienia kwoty wprost. Pierwsza: { $place }.
audit-workbook-whole = skoroszyt jako całość
audit-heading = Kontrola skoroszytu „{ $file }” (SHA-256 { $sha256 }).
audit-heading-own = { $title }, stan na { $as_of }; sporządził program rozlicz { $program }, zasady „{ $edition }”.
audit-heading-checked = Sprawdzono: { $what }.
audit-heading-unverified = Nie można było sprawdzić:

## Nie udało się

audit-newer = Skoroszyt „{ $file }” sporządziła nowsza wersja programu (postać śladu { $shape }, ta wersja zna { $known }).
audit-newer-hint = Użyj nowszej wersji programu.
audit-nothing-asked = Nie podano skoroszytu do kontroli.
audit-nothing-asked-hint = Podaj plik: rozlicz audit PLIK.

## Pomoc

cli-audit = Sprawdza gotowy skoroszyt: co zmieniono i czy kwoty się zgadzają (po polsku: audyt)
cli-audit-usage = rozlicz audit [OPCJE] PLIK | --replay KAPSUŁA
cli-audit-after =
    Przykład: rozlicz audyt rozliczenie-2025.xlsx --data dane.xlsx
    Bez --data program porównuje skoroszyt z jego własnym śladem i z zasadami; niczego nie zapisuje i nie zmienia.
    Kod wyjścia: 0 – bez różnic, 1 – są różnice, 2 – nie udało się uruchomić.
cli-audit-workbook = Skoroszyt do kontroli (.xlsx)
cli-audit-data = Tabele gminy: program liczy z nich od nowa i porównuje wiersz po wierszu

## Ślad i zasady

audit-law-cell = Komórka zapisana w śladzie{ $named ->
    [yes] {" "}(„{ $what }”)
   *[no] {""}
 } różni się od tego, co dają zapisane dane i zasady: jest „{ $is }”, a powinno być „{ $should }”.
audit-law-cell-hint = Skoroszyt zmieniono razem ze śladem. Sporządź rozliczenie ponownie z danych.
audit-law-unknown = Kwot nie sprawdzono z zasadami (edycja „{ $edition }”): { $reason }
audit-law-unknown-hint = Podaj folder z zasadami tej edycji (--programmes) albo sporządź rozliczenie ponownie z danych; bez tego nie wiadomo, czy ślad jest prawdziwy.
audit-more = Nie wymieniono dalszych różnic: { $count }.
audit-more-hint = Najpierw wyjaśnij różnice największe; potem sprawdź skoroszyt ponownie.
audit-data-foreign = To nie są dane tego rozliczenia: TERYT { $teryt_seen } zamiast { $teryt }, edycja „{ $edition_seen }” zamiast „{ $edition }”. Skoroszyt porównano z jego śladem.
audit-data-foreign-hint = Podaj tabele, z których sporządzono to rozliczenie; ich nazwy i sumy kontrolne są w arkuszu „Źródła”.
audit-unverified-law-version = Ślad sporządziła inna wersja programu ({ $version }) albo inne zasady: z zasadami porównano wielkości, a nie każdą komórkę.
