# Polecenie `close`: ostatnie dni roku.

cli-close = Zamyka rok: dodatki do przyznania, przelewy do wysłania, przeksięgowanie (po polsku: zamkniecie)
cli-close-usage = rozlicz close [OPCJE] DANE… --as-of DZIEŃ
cli-close-after =
    Liczy się tylko to, co zapłacono do ostatniego dnia z umowy (bez niego: z edycji).

    Przykład: rozlicz zamkniecie dane.xlsx --as-of 2025-12-19 --out zamkniecie-2025.xlsx
    Kod wyjścia: 0 – w porządku, 1 – czegoś brakuje albo jest za późno (nic nie jest zapisywane), 2 – nie udało się uruchomić.
cli-close-as-of = Dzień, na który sporządza się plan, np. 2025-12-19; to, co ma późniejszą datę zapłaty, jeszcze nie jest zapłacone
cli-close-out = Skoroszyt, który ma powstać: lista do zarządzenia, przelewy, zwrot i wkład własny, PK

close-days = Ostatni dzień zapłaty: { $deadline } ({ $whose }); ostatni dzień roboczy do niego: { $working }
close-deadline-agreement = z umowy
close-deadline-edition = według edycji
close-untold = Tabele mają jeszcze { $count ->
        [one] { $count } ostrzeżenie
        [few] { $count } ostrzeżenia
       *[other] { $count } ostrzeżeń
    } innego rodzaju: pokaże je „rozlicz check”.
close-written = Zapisano plan zamknięcia roku: { $path }
close-nothing-written = Nic nie zapisano: popraw albo uzupełnij to, co wskazano wyżej, i uruchom program ponownie.

close-column-blank = Kwoty w zł
close-column-all = lista zapłacona
close-column-nothing = nic więcej
close-column-assistant = Asystent
close-column-months = Miesiące
close-column-each = Brutto/mies.
close-column-each-once = Brutto
close-column-gross = Razem brutto
close-column-contributions = Składki
close-column-programme = Z Programu
close-column-own = Własne
close-column-transfer = Przelew
close-column-payroll = Lista płac
close-column-amount = Kwota
close-column-state = W tabelach
close-column-lost = Strata
close-column-paragraph = Paragraf
close-column-all-programme = lista: Program
close-column-all-own = lista: własne
close-column-nothing-programme = nic więcej: Program
close-column-nothing-own = nic więcej: własne
close-row-cost = Koszt zadania
close-row-supplement = Dofinansowanie dodatków
close-row-employment = Dofinansowanie kosztów zatrudnienia
close-row-co-financing = Dofinansowanie razem
close-row-own = Wkład własny
close-row-return-supplement = Spodziewany zwrot: dodatki
close-row-return-employment = Spodziewany zwrot: koszty zatrudnienia
close-row-return = Spodziewany zwrot razem

close-grants = DODATKI DO PRZYZNANIA (najmniejsze brutto, które daje całą dotację)
close-once = jednorazowo
close-tops-up = { " " }(dopłata)
close-differs = różnie
close-plain = { $assistant }: dodatek { $gross } brutto kosztuje { $cost } i daje { $grant }; o grosz mniejszy daje mniej. Brutto równe dotacji, czyli { $grant }, straciłoby { $lost }.
close-transfers = PRZELEWY DO WYSŁANIA (strata: o tyle mniejsze dofinansowanie, gdy ten jeden się spóźni)
close-no-transfers = Wszystko, co jest w tabelach, jest zapłacone; nie ma dodatków do przyznania.
close-more-transfers = { "  " }… i { $count ->
        [one] { $count } dalszy przelew
        [few] { $count } dalsze przelewy
       *[other] { $count } dalszych przelewów
    }: w skoroszycie (--out) i w --json.
close-transfers-note = ? – kwoty podatku nie ma w tabelach: wpisz ją ręcznie z listy płac (podstawa, czyli brutto listy, jest w skoroszycie). Podatek jest częścią brutto: gdy się spóźni, ta część wynagrodzenia nie jest zapłacona w terminie. Strat się nie dodaje: spóźniona wypłata zabiera też swoje składki.
close-kind-supplement = dodatek
close-kind-supplement-contributions = składki od dodatku
close-kind-pay = wynagrodzenie
close-kind-contributions = składki
close-kind-tax = zaliczka na podatek
close-state-too-late = po terminie: { $day }
close-state-no-day = bez daty
close-state-unconfirmed = bez daty składek
close-state-to-grant = do przyznania
close-state-planned = plan: { $day }
close-paragraphs = PROGRAM I ŚRODKI WŁASNE WEDŁUG PARAGRAFÓW (zł)
close-booking = PK: ze środków własnych na Program przechodzi razem { $total }; kwoty według miesięcy i paragrafów są w skoroszycie (--out) i w --json.

close-after-deadline = { $seen } jest po ostatnim dniu zapłaty ({ $expected }): w tym roku nic więcej się nie policzy.
close-after-deadline-hint = Sporządź rozliczenie: „rozlicz settle”. Jeżeli umowa ma późniejszy dzień, wpisz go w tabeli Umowa, w polu „Termin płatności”.
close-before-period = { $seen } jest przed pierwszym dniem rozliczanego okresu ({ $expected }).
close-before-period-hint = Podaj w --as-of dzień z okresu od { $expected } do { $last }.
close-no-working-day-left = Po { $seen } nie ma już dnia roboczego do ostatniego dnia zapłaty ({ $deadline }); ostatnim był { $expected }.
close-no-working-day-left-hint = Zapytaj bank o przelewy natychmiastowe. Kwoty niżej pokazują, co by dało zapłacenie w terminie.
close-accident-rate-missing = Nie podano stopy wypadkowej płatnika, a od niej zależy kwota brutto dodatku.
close-accident-rate-missing-hint = Wpisz ją w tabeli Umowa, w polu „Stopa wypadkowa (%)”: jest na deklaracji ZUS DRA. Płatnik, który zgłasza do 9 ubezpieczonych, ma { $small }.
close-no-supplement = Ta edycja nie ma dodatku z Programu albo gmina nie ma na niego środków: nie ma czego przyznawać.
close-no-supplement-hint = Nic nie trzeba robić; jeżeli gmina korzysta z dodatku, wpisz go w tabeli Środki.
close-supplement-funded = Dodatek motywacyjny tej edycji jest finansowany w całości razem ze składkami: nie trzeba szukać kwoty brutto.
close-supplement-funded-hint = Nic nie trzeba robić.
close-nobody-qualifies = Nikt w żadnym miesiącu nie spełnia warunków dodatku.
close-nobody-qualifies-hint = Sprawdź w tabelach godziny, daty zatrudnienia i „Data złożenia wniosku”. Jeżeli są prawdziwe, pieniądze na dodatki trzeba będzie zwrócić.
close-month-without-pay = Asystent { $assistant }, { $months }: w tabelach nie ma jeszcze wynagrodzenia, a umowa w tym czasie trwa. Plan pomija to wynagrodzenie, jego składki, przelewy i dodatek za ten czas.
close-month-without-pay-hint = Dopisz do tabeli Płace wynagrodzenie z pochodnymi i godzinami za te miesiące, bez daty zapłaty albo z datą planowaną, i uruchom program ponownie. Jeżeli wynagrodzenia nie będzie (urlop bezpłatny, zasiłek), nic nie trzeba robić.
close-hours-unknown = Asystent { $assistant }, { $months }: w tabelach nie ma godzin, więc nie wiadomo, czy należy się dodatek.
close-hours-unknown-hint = Wpisz „Godziny przepracowane (h)” za te miesiące (za grudzień: gdy będą znane) i uruchom program ponownie.
close-supplement-too-small = Asystent { $assistant }, { $months }: dodatek w tabelach jest za mały, żeby dać całą dotację; strata razem { $difference }.
close-supplement-too-small-hint = Dopłata, która to naprawia, jest na liście do zarządzenia (przyczyna: udział Programu liczy się od kosztu dodatku, więc brutto musi być większe od dotacji).
close-award-binds = Dodatki mogłyby dać { $seen }, a przyznano { $expected }: { $difference } zostanie po stronie gminy.
close-award-binds-hint = Kwoty brutto pozostają takie same; kolumna „z Programu” uwzględnia przyznaną kwotę. Gmina może przyznać mniejsze dodatki, jeżeli nie chce dopłacać.
close-planned-too-late = Asystent { $assistant }: { $what ->
        [pay] wypłata
       *[other] zapłata składek
    } jest zaplanowana na { $seen }, po ostatnim dniu zapłaty; to kosztuje { $difference } dofinansowania.
close-planned-too-late-hint = Zapłać najpóźniej { $expected } i popraw datę w tabeli Płace.
close-contributions-unconfirmed = Wypłaty tego miesiąca nie mają daty zapłaty składek ({ $count ->
        [one] { $count } przelew
        [few] { $count } przelewy
       *[other] { $count } przelewów
    }); ich ustawowy termin jest w następnym miesiącu, a liczą się tylko zapłacone do ostatniego dnia. W grze { $difference }.
close-contributions-unconfirmed-hint = Zapłać je najpóźniej { $expected } i wpisz „Data zapłaty składek” w tabeli Płace.
