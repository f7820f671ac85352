# Czytanie plików: co program znalazł i co z tym zrobić.

intake-path-unreadable = Nie można otworzyć „{ $path }”: { $reason }.
intake-nothing-to-read = W „{ $path }” nie ma żadnego pliku, który program czyta (.xlsx, .xlsm, .xls, .xlsb, .ods, .csv).

not-a-workbook = Plik „{ $file }” nie jest skoroszytem ani tabelą tekstową.
not-a-workbook-hint = Otwórz go w programie, w którym powstał, i zapisz jako .xlsx, .ods albo .csv.
encrypted-workbook = Plik „{ $file }” jest zabezpieczony hasłem.
encrypted-workbook-hint = Zapisz kopię bez hasła do otwarcia i podaj tę kopię.
damaged-workbook = Plik „{ $file }” jest uszkodzony albo ucięty.
damaged-workbook-hint = Otwórz go w arkuszu kalkulacyjnym i zapisz ponownie albo pobierz jeszcze raz ze źródła.
file-too-large =
    { $limit ->
        [bytes] Plik „{ $file }” jest za duży ({ $seen }).
        [cells] Plik „{ $file }” ma ponad 5 milionów komórek albo komórkę bardzo daleko od pozostałych ({ $seen }).
        [filled] Plik „{ $file }” ma ponad milion wypełnionych komórek (granica: { $seen }).
        [texts] W pliku „{ $file }” jest za dużo tekstu: ponad 32 MB (granica: { $seen }).
        [sheets] Plik „{ $file }” ma za dużo arkuszy ({ $seen }).
       *[other] Plik „{ $file }” po rozpakowaniu jest za duży ({ $seen }).
    }
file-too-large-hint = Zostaw w nim tylko tabele do rozliczenia: skopiuj je do nowego pliku i podaj ten plik.
too-many-rows = Dane mają więcej niż { $limit } wierszy; dalszych wierszy program nie czyta.
too-many-rows-hint = Usuń z tabeli wiersze osób i lat, których rozliczenie nie dotyczy.
too-many-errors = W tabeli „{ $table }” jest ponad { $limit } uwag; wierszy od tego miejsca program nie czyta.
too-many-errors-hint = Sprawdź, czy kolumny nie są przesunięte, i popraw najpierw wskazane wyżej komórki.
file-unreadable = Pliku „{ $file }” nie można odczytać: { $reason }.
file-unreadable-hint = Sprawdź, czy plik nie jest otwarty w innym programie i czy masz prawo go czytać.
file-skipped = Plik „{ $file }” został pominięty: program nie czyta plików tego rodzaju.
file-skipped-hint = Jeśli są w nim dane do rozliczenia, zapisz je jako .xlsx, .ods albo .csv.
same-file-twice = Plik „{ $file }” ma tę samą zawartość co plik już wczytany; został pominięty.
same-file-twice-hint = Nic nie trzeba robić; zbędną kopię można usunąć.
own-output = Plik „{ $file }” utworzył ten program (rozliczenie albo wykaz uwag); został pominięty.
own-output-hint = Podaj pliki z danymi, a nie wynik programu.
no-table-in-file = W pliku „{ $file }” nie ma żadnej znanej tabeli.
no-table-in-file-hint = Porównaj nagłówki z pustym skoroszytem, który tworzy polecenie „rozlicz nowy”.
empty-sheet = Arkusz jest pusty.
empty-sheet-hint = Nic nie trzeba robić; pusty arkusz można usunąć.
sheet-without-table = Na arkuszu „{ $sheet }” nie ma tabeli do rozliczenia; został pominięty.
sheet-without-table-hint = Jeśli miała tu być tabela, porównaj jej nagłówki z pustym skoroszytem, który tworzy polecenie „rozlicz nowy”.
table-not-recognised = Arkusz nazywa się jak tabela „{ $table }”, ale nie ma jej wiersza nagłówków.
table-not-recognised-hint = Wpisz nad danymi nagłówki, na przykład: { $expected }.
missing-table = Brakuje tabeli „{ $table }”.
missing-table-hint = Dodaj tabelę z nagłówkami, po których program ją poznaje: { $expected }.
missing-header =
    { $likely ->
        [0] W tabeli „{ $table }” brakuje kolumny „{ $expected }”.
       *[other] W tabeli „{ $table }” brakuje kolumny „{ $expected }”; najbardziej podobna jest „{ $seen }”.
    }
missing-header-hint =
    { $likely ->
        [0] Dodaj kolumnę z nagłówkiem „{ $expected }”.
       *[other] Jeśli o nią chodzi, zmień nagłówek „{ $seen }” na „{ $expected }”.
    }
duplicate-header = W tabeli „{ $table }” nagłówek „{ $seen }” oznacza kolumnę, która już jest.
duplicate-header-hint = Zostaw jedną z tych kolumn albo zmień nagłówek drugiej.
similar-header = W tabeli „{ $table }” nazwa „{ $seen }” nie jest znana; czy chodzi o „{ $expected }”?
similar-header-hint = Jeśli tak, popraw nazwę na „{ $expected }”: dopóki tak nie jest, wartości spod „{ $seen }” nie są wczytywane. Jeśli to coś innego, zmień nazwę na wyraźnie inną.
unknown-columns =
    { $count ->
        [one] W tabeli „{ $table }” jedna kolumna nie jest wczytywana: { $seen }.
        [few] W tabeli „{ $table }” { $count } kolumny nie są wczytywane: { $seen }.
       *[other] W tabeli „{ $table }” { $count } kolumn nie jest wczytywanych: { $seen }.
    }
unknown-columns-hint = Nic nie trzeba robić, jeśli te kolumny nie są potrzebne do rozliczenia.
unread-amounts =
    { $count ->
        [one] W tabeli „{ $table }” jest kolumna z kwotami, której program nie zna: { $seen }. Te kwoty nie liczą się nigdzie.
       *[other] W tabeli „{ $table }” są kolumny z kwotami, których program nie zna: { $seen }. Te kwoty nie liczą się nigdzie.
    }
unread-amounts-hint = Jeśli to składnik wynagrodzenia, nadaj kolumnie nazwę z arkusza „Instrukcja” albo dodaj kwoty do „Innych składników”. Jeśli to nie jest koszt pracodawcy, nic nie trzeba robić.
unknown-fields = W tabeli „Umowa” są pola, których program nie zna: { $seen }.
unknown-fields-hint = Nic nie trzeba robić, jeśli te pola nie są potrzebne do rozliczenia.
missing-field =
    { $likely ->
        [0] W tabeli „Umowa” brakuje pola „{ $expected }”.
       *[other] W tabeli „Umowa” brakuje pola „{ $expected }”; najbardziej podobne jest „{ $seen }”.
    }
missing-field-hint = Dodaj wiersz „{ $expected }” i wpisz obok wartość.
field-given-twice = To samo pole umowy jest podane dwa razy: tu „{ $seen }”, a wcześniej „{ $expected }”.
field-given-twice-hint = Zostaw jedną wartość albo wpisz w obu miejscach tę samą.
total-rows-skipped =
    { $count ->
        [one] W tabeli „{ $table }” pominięto wiersz z sumą.
        [few] W tabeli „{ $table }” pominięto { $count } wiersze z sumami.
       *[other] W tabeli „{ $table }” pominięto { $count } wierszy z sumami.
    }
total-rows-skipped-hint = Nic nie trzeba robić: sumy program liczy sam.
lone-text-skipped =
    { $count ->
        [one] W tabeli „{ $table }” pominięto wiersz, w którym jest tylko dopisek.
        [few] W tabeli „{ $table }” pominięto { $count } wiersze, w których są tylko dopiski.
       *[other] W tabeli „{ $table }” pominięto { $count } wierszy, w których są tylko dopiski.
    }
lone-text-skipped-hint = Nic nie trzeba robić, jeśli to dopiski; wiersz z danymi uzupełnij.
required-blank =
    { $field ->
        [0] Komórka w kolumnie „{ $column }” jest pusta, a musi być wypełniona.
       *[other] Pole „{ $column }” jest puste, a musi być wypełnione.
    }
required-blank-hint =
    { $examples ->
        [0] Wpisz wartość.
       *[other] Wpisz wartość, na przykład: { $example }.
    }
text-too-long = Tekst w kolumnie „{ $column }” jest dłuższy niż { $limit } znaków; reszta nie została wczytana.
text-too-long-hint = Skróć tekst w tej komórce.
error-cell = W komórce kolumny „{ $column }” jest błąd formuły: { $seen }.
error-cell-hint = Popraw formułę albo wpisz wartość; jeśli nic tu nie ma być, zostaw komórkę pustą.
formula-without-result = W komórce kolumny „{ $column }” jest formuła bez zapisanego wyniku.
formula-without-result-hint = Otwórz plik w arkuszu kalkulacyjnym, przelicz go, zapisz i podaj ponownie.
unreadable-amount = „{ $seen }” w kolumnie „{ $column }” nie jest kwotą.
unreadable-amount-hint = Wpisz kwotę w złotych, na przykład: { $example }.
amount-finer-than-grosz = Kwota { $seen } w kolumnie „{ $column }” ma ułamek grosza.
amount-finer-than-grosz-hint = Wpisz kwotę z dokładnością do grosza; po zaokrągleniu byłoby { $expected }.
amount-too-large = Kwota { $seen } w kolumnie „{ $column }” jest większa niż jakakolwiek wypłata gminy.
amount-too-large-hint = Sprawdź, czy w kwocie nie brakuje przecinka.
ambiguous-number = „{ $seen }” w kolumnie „{ $column }” może znaczyć { $small } albo { $large }.
ambiguous-number-hint = Wpisz liczbę tak, żeby nie było wątpliwości: { $small } albo { $large }.
unreadable-day = „{ $seen }” w kolumnie „{ $column }” nie jest datą.
unreadable-day-hint = Wpisz datę z rokiem z czterech cyfr, na przykład: { $example }.
unreadable-month = „{ $seen }” w kolumnie „{ $column }” nie jest miesiącem.
unreadable-month-hint = Wpisz rok i miesiąc, na przykład: { $example }.
unreadable-fte = „{ $seen }” w kolumnie „{ $column }” nie jest wymiarem etatu.
unreadable-fte-hint = Wpisz część etatu, na przykład 1, 0,5 albo { $example }.
fte-is-a-date = Arkusz zamienił wymiar etatu na datę { $seen }.
fte-is-a-date-hint = Najpewniej miało być { $expected }. Ustaw format komórki na tekst i wpisz wymiar jeszcze raz.
unreadable-hours = „{ $seen }” w kolumnie „{ $column }” nie jest liczbą godzin.
unreadable-hours-hint = Wpisz liczbę godzin, na przykład { $example } albo 160:30.
unreadable-percent = „{ $seen }” w kolumnie „{ $column }” nie jest procentem, którego można być pewnym.
unreadable-percent-hint = Wpisz liczbę ze znakiem procentu, na przykład { $example }.
unreadable-count = „{ $seen }” w kolumnie „{ $column }” nie jest liczbą całkowitą.
unreadable-count-hint = Wpisz liczbę całkowitą od zera, na przykład { $example }.
unreadable-yes-no = „{ $seen }” w kolumnie „{ $column }” to ani TAK, ani NIE.
unreadable-yes-no-hint = Wpisz TAK albo NIE; pusta komórka znaczy, że nie podano.
unknown-word = „{ $seen }” w kolumnie „{ $column }” nie jest żadnym z przyjmowanych słów.
unknown-word-hint =
    { $near ->
        [0] Przyjmowane słowa: { $choices }.
       *[other] Najbliższe: { $expected }. Przyjmowane słowa: { $choices }.
    }
formula-residue =
    { $count ->
        [one] W tabeli „{ $table }” w jednej kwocie usunięto resztę z obliczeń, dużo mniejszą od grosza.
        [few] W tabeli „{ $table }” w { $count } kwotach usunięto resztę z obliczeń, dużo mniejszą od grosza.
       *[other] W tabeli „{ $table }” w { $count } kwotach usunięto resztę z obliczeń, dużo mniejszą od grosza.
    }
formula-residue-hint = Nic nie trzeba robić: kwoty nie zmieniły się o grosz.
dash-read-as-blank =
    { $count ->
        [one] W tabeli „{ $table }” kreska w jednej komórce została wczytana jako brak wartości.
        [few] W tabeli „{ $table }” kreski w { $count } komórkach zostały wczytane jako brak wartości.
       *[other] W tabeli „{ $table }” kreski w { $count } komórkach zostały wczytane jako brak wartości.
    }
dash-read-as-blank-hint = Jeśli kreska miała znaczyć zero, wpisz 0.
teryt-lost-zero = Kod TERYT { $seen } stracił zero na początku; wczytano { $expected }.
teryt-lost-zero-hint = Ustaw format komórki na tekst i wpisz { $expected }.
teryt-maybe-lost-zero = Kod TERYT { $seen } jest zapisany jako liczba i mógł stracić zero na początku ({ $expected }).
teryt-maybe-lost-zero-hint = Ustaw format komórki na tekst i wpisz właściwy kod.
code-is-a-date = Arkusz zamienił numer na datę; wczytano „{ $expected }”.
code-is-a-date-hint = Ustaw format komórki na tekst i wpisz numer jeszcze raz.
