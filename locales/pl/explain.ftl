# Polecenie `explain`: skąd się wzięła kwota.

cli-explain = Wyjaśnia kwotę: od komórki skoroszytu w dół, krok po kroku, do danych wejściowych.
cli-explain-usage = rozlicz explain SKOROSZYT ARKUSZ!KOMÓRKA [opcje]
    rozlicz explain --assistant IDENTYFIKATOR [--month MIESIĄC] DANE… [opcje]
cli-explain-after = Skoroszyt musi być zapisany poleceniem „rozlicz settle --out”: arkusz „Ślad” zawiera wszystko, czego
    trzeba, także po latach i bez tabel gminy.

    Przykłady:
      rozlicz explain rozliczenie.xlsx "Część 1!D12"
      rozlicz wyjasnij rozliczenie.xlsx "Obliczenia R9" --json
      rozlicz wyjasnij --assistant A01 --month 2025-03 dane/
cli-explain-what = Skoroszyt i komórka, np. rozliczenie.xlsx "Formularz!D7"; z --assistant: dane gminy albo skoroszyt
cli-explain-assistant = Wyjaśnia kwoty asystenta o tym identyfikatorze
cli-explain-month = Tylko ten miesiąc, np. 2025-03 albo 03.2025
cli-explain-depth = Najwyżej tyle kroków w dół od kwoty
cli-explain-full = Wypisuje wszystkie wiersze każdego kroku (zwykle pierwsze 12)
cli-value-what = SKOROSZYT ARKUSZ!KOMÓRKA
cli-value-assistant = IDENTYFIKATOR
cli-value-month = MIESIĄC
cli-value-depth = LICZBA

explain-settlement = { $municipality } · stan na { $day } · rozlicz { $version }
explain-draft = PROJEKT: rozliczenie nie było gotowe do podpisu.
explain-changed = UWAGA: { $count ->
        [one] komórka, z której wynika ta kwota, różni się od zapisanej przy sporządzaniu skoroszytu.
        [few] { $count } komórki, z których wynika ta kwota, różnią się od zapisanych przy sporządzaniu skoroszytu.
       *[other] { $count } komórek, z których wynika ta kwota, różni się od zapisanych przy sporządzaniu skoroszytu.
    } Poniżej wyjaśniono to, co zapisano.
explain-changed-cell = { $cell }: zapisano { $recorded }, teraz jest { $now }.
explain-changed-audit = Wszystkie zmiany i ich skutek pokaże: rozlicz audit SKOROSZYT
explain-changed-nothing = nic
explain-repeats = Powtarza kwotę z komórki { $cell }.
explain-is-step = Obliczenie zaczyna się w kroku { $mark }.
explain-is-data = To wartość z danych: { $mark }.
explain-is-parameter = To wartość ustalona: { $mark }.
explain-is-left = Nie rozwinięto (zob. --depth).
explain-steps = KROKI, OD KWOTY W DÓŁ
explain-formula = Wzór:
explain-rounding = Zaokrąglenie:
explain-basis = Podstawa:
explain-reading = Odczytanie:
explain-before-rounding = (przed zaokrągleniem { $value })
explain-holds = bo { $condition }
explain-holds-not = bo nie zachodzi: { $condition }
explain-and-others = { $of } i { $count ->
        [one] { $count } dalszy wiersz
        [few] { $count } dalsze wiersze
       *[other] { $count } dalszych wierszy
    }
explain-uses = z komórek:
explain-data = DANE
explain-copies = kopia w skoroszycie: { $sheet }
explain-blank = puste:
explain-datum = { $cell }: { $value } · kopia { $copy }
explain-parameters = WARTOŚCI USTALONE
explain-mark = Pewność:
explain-no-mark = Wynika z tabel (nie jest liczbą z przepisów).
explain-source = Źródło:
explain-read-as = Odczytano:
explain-readings = ODCZYTANIA
explain-reading-basis = Podstawa odczytania:
explain-more = … i jeszcze { $count } (wszystko: --full albo --json)
explain-not-followed = Nie rozwinięto komórek: { $count } (oznaczone […]). Głębiej: większe --depth.

explain-two-words = Trzeba podać skoroszyt i komórkę, np. rozlicz explain rozliczenie.xlsx "Formularz!D7".
explain-no-trace = { $file }: w tym skoroszycie nie ma arkusza „Ślad”, więc nie zapisano, skąd wzięły się kwoty.
explain-no-trace-hint = Ślad ma tylko skoroszyt z „rozlicz settle --out”; nie ma go plik do wysłania ani formularz wypełniony ręcznie. Mając tabele gminy: rozlicz explain --assistant IDENTYFIKATOR DANE
explain-damaged-trace = { $file }: arkusz „Ślad” jest uszkodzony albo zmieniony ({ $reason }), więc nie można mu wierzyć.
explain-damaged-trace-hint = Proszę użyć skoroszytu w postaci, w jakiej go zapisano, albo rozliczyć dane jeszcze raz.
explain-newer-trace = { $file }: ten skoroszyt zapisała nowsza wersja programu (postać zapisu { $shape }, ta wersja zna { $known }).
explain-newer-trace-hint = Proszę użyć nowszej wersji programu.
explain-cell-unreadable = Nie wiadomo, o którą komórkę chodzi: „{ $typed }”.
explain-cell-unreadable-hint = Proszę podać arkusz i adres, np. "Formularz!D7" albo "Formularz D7".
explain-no-sheet = W skoroszycie nie ma arkusza „{ $sheet }”.
explain-no-sheet-near = W skoroszycie nie ma arkusza „{ $sheet }”. Czy chodzi o „{ $nearest }”?
explain-no-sheet-hint = Arkusze: { $sheets }.
explain-cell-empty = Komórka { $cell } jest pusta: niczego w niej nie zapisano.
explain-cell-empty-near = Komórka { $cell } jest pusta: niczego w niej nie zapisano. Najbliższa kwota: { $nearest }.
explain-cell-text = W komórce { $cell } jest napis, a nie kwota: „{ $text }”.
explain-cell-bare = Liczba w komórce { $cell } należy do układu arkusza (np. numer kolumny); nie ma czego wyjaśniać.
explain-no-assistant = W rozliczeniu nie ma asystenta „{ $assistant }”.
explain-no-assistant-hint = Są: { $known }.
explain-no-month = Asystent „{ $assistant }” nie ma w rozliczeniu miesiąca { $month }.
explain-no-month-hint = Są: { $known }.
explain-not-settled = Danych nie można rozliczyć, więc nie ma czego wyjaśniać. Co poprawić: rozlicz check DANE
