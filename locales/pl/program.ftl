# Słowa programu: pomoc, komunikaty, podsumowanie przebiegu.

severity-error = błąd
severity-warning = ostrzeżenie
severity-note = uwaga

# Który program

programme-missing = W tabeli Umowa nie podano programu.
programme-missing-hint = Wpisz w wierszu „Program” jedną z edycji: { $known }, albo podaj ją w opcji --programme.
programme-unknown = Nie ma edycji programu „{ $seen }”.
programme-unknown-hint = { $near ->
    [no] Wpisz w tej komórce jedną z edycji: { $known }.
   *[yes] Czy chodzi o „{ $nearest }”? Wpisz w tej komórce jedną z edycji: { $known }.
    }
programme-year-unknown = Nie ma edycji „{ $seen }”. Zasady i kwoty innego roku jej nie zastąpią.
programme-year-unknown-hint = Najbliższe edycje: { $neighbours }. Jeżeli rok wpisano przez pomyłkę, popraw tę komórkę. Jeżeli masz tekst programu na ten rok, opisz jego zasady w pliku programme.toml i podaj folder z tym plikiem: --programmes FOLDER.

# Sprawdzenia, które nic nie znalazły

passed-c01 = Środki: otrzymano nie więcej, niż przyznano; zwroty mieszczą się w otrzymanych środkach.
passed-c03 = Udział własny w kosztach dodatków nie jest niższy, niż wymaga edycja.
passed-c04 = Dofinansowanie kosztów zatrudnienia mieści się w poziomie dopuszczonym przez edycję.
passed-c05 = Dodatki mieszczą się w kwocie na etat dopuszczonej przez edycję.
passed-c06 = W miesiącach z dodatkiem przepracowano wymagane godziny.
passed-c07 = Asystenci z dodatkiem byli zatrudnieni w dniu, którego wymaga edycja.
passed-c08 = Wypłaty i składki zapłacono w terminie; każdy miesiąc mieści się w okresie rozliczenia.
passed-c09 = Składki odpowiadają podstawie.
passed-c10 = Składki na FP i FS, FGŚP i PPK nie budzą wątpliwości.
passed-c11 = Składniki finansowane z innych źródeł są poza podstawą.
passed-c12 = Paragrafy odpowiadają formie zatrudnienia.
passed-c13 = Żaden asystent nie miał naraz więcej rodzin, niż dopuszcza ustawa.
passed-c14 = Podstawy kwalifikacji asystentów są podane i prawidłowe.
passed-c15 = Żaden asystent nie jest jednocześnie pracownikiem socjalnym.
passed-c21 = Kod TERYT ma prawidłową postać i zgadza się z województwem. Nie sprawdzano, czy taka gmina istnieje.
passed-c24 = Wynagrodzenia nie są niższe od minimalnych.

# Pomoc

cli-heading-usage = Użycie:
cli-heading-commands = Polecenia
cli-heading-options = Opcje
cli-heading-arguments = Argumenty

cli-value-command = POLECENIE
cli-value-language = JĘZYK
cli-value-inputs = DANE
cli-value-day = DATA
cli-value-programme = PROGRAM
cli-value-folder = FOLDER
cli-value-file = PLIK
cli-value-reading = NAZWA=WARTOŚĆ

cli-program =
    rozlicz – rozliczenie programu „Asystent rodziny” z tabel gminy.
    Czyta arkusze (.xlsx, .xls, .xlsb, .ods, .csv), wskazuje błędne komórki i zapisuje skoroszyt z rozliczeniem.
cli-program-usage = rozlicz [OPCJE] POLECENIE
cli-program-after =
    Kod wyjścia: 0 – w porządku, 1 – w danych są błędy, 2 – nie udało się uruchomić.
    Więcej o poleceniu: rozlicz POLECENIE --help

cli-init = Zapisuje pusty skoroszyt na dane do wypełnienia (po polsku: nowy)
cli-init-usage = rozlicz init PROGRAM [--plan [--for ROK]] --out PLIK
cli-check = Sprawdza dane i wypisuje, co jest nie tak; niczego nie zapisuje (po polsku: sprawdz)
cli-check-usage = rozlicz check [OPCJE] DANE…
cli-settle = Liczy rozliczenie i zapisuje skoroszyt (po polsku: policz)
cli-settle-usage = rozlicz settle [OPCJE] DANE…
cli-settle-after =
    Przykład: rozlicz policz dane.xlsx --out rozliczenie-2025.xlsx --as-of 2026-01-10
    Kod wyjścia: 0 – w porządku, 1 – w danych są błędy (bez --draft nic nie jest zapisywane), 2 – nie udało się uruchomić.
cli-programmes = Edycje programu: lista, treść, odczytania, kontrola, zgodność (po polsku: programy)
cli-programmes-usage = rozlicz programmes POLECENIE
cli-programmes-list = Wypisuje edycje (po polsku: lista)
cli-programmes-list-usage = rozlicz programmes list [OPCJE]
cli-programmes-show = Pokazuje zasady edycji: kwoty, terminy, źródła (po polsku: pokaz)
cli-programmes-show-usage = rozlicz programmes show PROGRAM [OPCJE]
cli-programmes-check = Sprawdza pliki z zasadami (po polsku: sprawdz)
cli-programmes-check-usage = rozlicz programmes check [FOLDER]
cli-programmes-conformance = Liczy ponownie to, co ogłosiły gminy, i porównuje co do grosza (po polsku: zgodnosc)
cli-programmes-conformance-usage = rozlicz programmes conformance [OPCJE]
cli-programmes-readings = Pokazuje odczytania edycji, a z danymi gminy także ich ceny (po polsku: odczytania)
cli-programmes-readings-usage = rozlicz programmes readings PROGRAM [--data DANE…] [OPCJE]
cli-programmes-readings-after =
    Przykład: rozlicz programy odczytania asystent-rodziny-2025 --data dane.xlsx
cli-forms = Formularze: lista, kontrola (po polsku: formularze)
cli-forms-usage = rozlicz forms POLECENIE
cli-forms-list = Wypisuje formularze (po polsku: lista)
cli-forms-list-usage = rozlicz forms list [OPCJE]
cli-forms-check = Sprawdza pliki formularzy (po polsku: sprawdz)
cli-forms-check-usage = rozlicz forms check [FOLDER]

cli-help = Pokazuje tę pomoc
cli-version = Pokazuje wersję programu
cli-lang = Język komunikatów: pl (domyślny) albo en; skoroszyty są zawsze po polsku
cli-inputs = Pliki albo folder z danymi gminy; kilka plików to jedno rozliczenie
cli-out = Skoroszyt, który ma powstać: formularz urzędowy i arkusze robocze
cli-to-send = Drugi plik, tylko z formularzem, do wysłania wojewodzie (także: --do-wysylki)
cli-as-of = Dzień, na który sporządza się rozliczenie, np. 2026-01-10; wymagany z --out i --to-send (gdzie indziej domyślnie: ostatni dzień okresu)
cli-use-programme = Edycja programu, gdy nie podaje jej tabela Umowa albo ma być inna
cli-programmes-dir = Folder z własnymi zasadami edycji, obok wbudowanych; przy tym samym id wygrywa folder
cli-cases-dir = Folder z ogłoszonymi wynikami zamiast wbudowanych
cli-reading = Odczytanie przepisu inne niż domyślne, np. hours-worked=with-holiday-leave; można powtarzać, wygrywa z tabelą Odczytania
cli-forms-dir = Folder z formularzami zamiast wbudowanych
cli-folder = Folder do sprawdzenia; bez niego: pliki wbudowane
cli-draft = Zapisuje mimo błędów: każdy arkusz ze znakiem PROJEKT, błędy wypisane w Kontrole
cli-json = Wypisuje wynik jako JSON
cli-table = Plik z listą uwag do odhaczania (.xlsx albo .csv)
cli-data = Dane gminy: każdy sposób zostanie policzony osobno i wyceniony
cli-frames = Folder na tabele asystento-miesięcy (CSV)
cli-force = Zastępuje plik, który już istnieje
cli-init-programme = Edycja programu, np. asystent-rodziny-2025 (lista: rozlicz programy lista)
cli-init-out = Skoroszyt, który ma powstać
cli-show-programme = Edycja programu

# Błędne wywołanie

cli-error = Nie udało się:
cli-did-you-mean = Czy chodziło o: { $word }?
cli-allowed = Można podać: { $word }.
cli-see-help = Pomoc: { $command } --help
cli-unknown-command = nie ma polecenia „{ $argument }”.
cli-unknown-argument = nie ma opcji „{ $argument }”.
cli-invalid-value = wartość „{ $value }” nie pasuje do { $argument }.
cli-number-between = Proszę podać liczbę całkowitą od { $from } do { $to }.
cli-day-form = Proszę podać dzień, np. 2026-01-10 albo 10.01.2026.
cli-missing-argument = brakuje: { $argument }.
cli-missing-command = brakuje słowa POLECENIE.
cli-conflict = opcja { $argument } została podana dwa razy albo nie pasuje do { $value }.
cli-wrong-usage = nie rozumiem tego wywołania.

# Nie udało się uruchomić

reading-asked-badly = „{ $seen }” w opcji --reading nie ma postaci NAZWA=WARTOŚĆ.
reading-asked-badly-hint = Nazwy w tej edycji: { $accepted }.
reading-asked-unknown = Edycja { $programme } nie zna odczytania „{ $seen }” podanego w opcji --reading. Najbliższe: „{ $nearest }”.
reading-asked-unknown-hint = Nazwy w tej edycji: { $accepted }.
reading-asked-way = Odczytanie „{ $name }” nie zna odpowiedzi „{ $seen }” podanej w opcji --reading. Najbliższa: „{ $nearest }”.
reading-asked-way-hint = Można podać: { $accepted }.
reading-asked-twice = Odczytanie „{ $name }” podano w poleceniu dwa razy różnie.
readings-other-edition = Dane są do edycji „{ $seen }” (tabela Umowa), a w poleceniu podano „{ $programme }”.
readings-other-edition-hint = Proszę podać tę edycję, którą wpisano w tabeli Umowa, albo dane właściwego roku.
figure-asked-twice = Wartość „{ $name }” podano w poleceniu dwa razy różnie.
figure-asked-twice-hint = Proszę zostawić jedną opcję --reading dla tej nazwy.
reading-asked-twice-hint = Proszę zostawić jedną opcję --reading dla tej nazwy.

output-twice = Plik { $file } podano dwa razy.
output-twice-hint = Proszę podać inną nazwę dla każdego pliku wynikowego.
output-is-input = Plik { $file } to plik z danymi i nie zostanie nadpisany.
output-is-input-hint = Proszę podać inną nazwę.
output-among-inputs = Plik { $file } powstałby w folderze z danymi { $folder } i następnym razem zostałby wczytany jako dane.
output-among-inputs-hint = Proszę podać miejsce poza tym folderem.

frames-failed = Nie udało się sporządzić tabel: { $reason }
form-unusable = Nie można użyć formularza: { $reason }

# Przebieg

cli-files-read = Wczytano:
cli-file-read =
    { $file }: { $rows ->
        [one] { $rows } wiersz
        [few] { $rows } wiersze
       *[many] { $rows } wierszy
    }
cli-programme-used = Program: { $title } ({ $id })
cli-rules-of-folder = Zasady pochodzą z folderu podanego w --programmes; w programie tej edycji nie ma.
cli-rules-of-folder-over-built-in = Zasady pochodzą z folderu podanego w --programmes, a nie z programu, choć ma on tę edycję.
cli-period = Okres: { $from } – { $to }, stan na { $day }

cli-column-component = Składnik (zł)
cli-column-cost = Koszt
cli-column-limit = Limit
cli-column-awarded = Przyznano
cli-column-transferred = Otrzymano
cli-column-co-financing = Dofinansowanie
cli-column-own = Wkład własny
cli-column-unused = Do zwrotu
cli-component-supplement = dodatki
cli-component-employment = koszty zatrudnienia
cli-total = razem
cli-to-return = Pozostało do zwrotu: { $left } zł. Należne, a nieprzekazane: { $due } zł.

cli-written-workbook = Zapisano rozliczenie: { $path }
cli-written-to-send = Zapisano plik do wysłania: { $path }
cli-written-findings = Zapisano listę uwag: { $path }
cli-written-blank = Zapisano pusty skoroszyt na dane: { $path }
cli-written-frames = Zapisano tabele: { $path }
cli-draft-made = To jest PROJEKT, nie do podpisu.
cli-draft-with-errors = To jest PROJEKT: w danych są błędy, a wiersze z błędami nie weszły do kwot. Nie podpisuj tego rozliczenia.
cli-nothing-written = W danych są błędy, dlatego rozliczenie nie powstało. Popraw wskazane komórki i uruchom program ponownie; --draft zapisze projekt mimo błędów.

cli-column-edition = Edycja
cli-column-title = Tytuł
cli-column-period = Okres
cli-column-confirmed = potw.
cli-column-inferred = wywn.
cli-column-assumed = zał.
cli-column-unknown = niezn.
cli-list-from = od { $day }
cli-list-to = do { $day }
cli-list-unknown = Czego nie wiadomo (musi to podać gmina albo wojewoda):
cli-list-after =
    Liczby mówią, ile wartości i odczytań jest potwierdzonych, wywnioskowanych, założonych i nieznanych.
    Całą stronę edycji pokaże: rozlicz programy pokaz EDYCJA
cli-rules-of-folder-short = (z folderu)
cli-rules-of-folder-over-built-in-short = (z folderu, zamiast wbudowanej)
cli-rules-refused = (zasady odrzucone: rozlicz programy sprawdz)
cli-mark-confirmed = potwierdzone:
cli-mark-inferred = wywnioskowane:
cli-mark-assumed = założenia:
cli-mark-unknown = nieznane:
cli-programmes-sound =
    W porządku: { $count ->
        [one] { $count } edycja
        [few] { $count } edycje
       *[many] { $count } edycji
    } programu.
cli-forms-sound =
    W porządku: { $count ->
        [one] { $count } formularz
        [few] { $count } formularze
       *[many] { $count } formularzy
    }.
