# Radar: co jest blisko granicy.
cli-radar = Pokazuje, co w trwającym roku jest blisko granicy, co przepadło i ile pieniędzy zostanie
cli-radar-usage = rozlicz radar [OPCJE] --as-of DZIEŃ DANE…
cli-radar-out = Skoroszyt, który ma powstać: radar z wykresami, kroki obliczeń i dane

radar-title = Radar roku, stan na { $day }
radar-money = Pieniądze
radar-bar = { $used } z { $all } zł
radar-no-award = Dotychczas { $used } zł; w arkuszu Środki nie ma przyznanej ani otrzymanej kwoty.
radar-unspent = jeszcze niewykorzystane (zł)
radar-planned = zaplanowane po dniu { $day } (zł)
radar-received-later = otrzymane po dniu { $day } (zł)
radar-forecast = do końca okresu przy obecnym tempie (zł)
radar-unused = zostanie z przyznanych (zł)
radar-to-return = do zwrotu z otrzymanych (zł)
radar-missing = zabraknie do przyznanych (zł)
radar-source = niewykorzystane, { $source } (zł)
radar-pace = Liczy się to, co zapłacono do dnia radaru (art. 168 ust. 4 ustawy o finansach publicznych); wiersze z późniejszą datą są zaplanowane. Tempo to średnia z miesięcy z wypłatami, które się zaczęły, także zaplanowanymi, przeniesiona na miesiące do końca okresu i zaokrąglona raz, do grosza. Jeśli dalsze miesiące będą inne, trzeba przeliczyć radar ponownie.
radar-months = Miesiące bez dodatku i miesiące blisko warunku godzin
radar-month = { $assistant }, { $month }, warte { $worth } zł: { $why }. { $remedy }
radar-families = Rodziny asystentów a limit
radar-none = nic
radar-more = { $count ->
    [one] i jeszcze { $count } miesiąc; wszystkie są w skoroszycie (--out) i w --json
    [few] i jeszcze { $count } miesiące; wszystkie są w skoroszycie (--out) i w --json
   *[many] i jeszcze { $count } miesięcy; wszystkie są w skoroszycie (--out) i w --json
}
radar-written = Zapisano radar: { $path }
radar-errors = W danych są błędy: powyższe liczby pomijają błędne wiersze, a skoroszyt nie powstał. Błędy pokaże polecenie rozlicz check.

radar-day-outside = { $seen } leży poza rozliczanym okresem (od { $expected } do { $last }).
radar-day-outside-hint = Podaj w --as-of dzień od { $expected } do { $last } albo tabele roku, o który chodzi.
radar-other-programme = Tabele są z programu { $seen }, a w --programme podano { $expected }: przyznane kwoty jednego programu nie mówią nic o drugim.
radar-other-programme-hint = Uruchom radar bez --programme albo podaj tabele programu { $expected }.

radar-narrow = warunek godzin spełniony, ale z małym zapasem: { $hours } h przy wymaganych { $needed } h, zapas { $missing } h
radar-reason-request-day = w dniu złożenia wniosku ta osoba nie była zatrudniona
radar-reason-no-post = w tym miesiącu etat wynosi zero
radar-reason-hours-unknown = nie podano przepracowanych godzin
radar-reason-hours = za mało godzin: { $hours } z wymaganych { $needed }, brakuje { $missing } h
radar-reason-hours-near = prawie wystarczająco godzin: { $hours } z wymaganych { $needed }, brakuje tylko { $missing } h
radar-reason-families = liczba rodzin przekroczyła limit, a przyjęte odczytanie odbiera wtedy pieniądze
radar-reason-no-pay = w arkuszu Płace nie ma wypłaty za ten miesiąc
radar-reason-no-supplement = nie wypłacono dodatku
radar-reason-paid-late = dodatek jest w arkuszu Płace, ale nie zapłacono go w terminie albo brakuje daty zapłaty
radar-reason-service-contract = umowa zlecenia nie daje dodatku w tej edycji
radar-reason-other = warunek edycji nie jest spełniony

radar-remedy-narrow-running = Warto pilnować godzin do końca miesiąca i sprawdzić ewidencję.
radar-remedy-narrow = Ewidencja czasu pracy musi te godziny potwierdzać.
radar-remedy-hours-running = Miesiąc jeszcze trwa: brakujące godziny można przepracować.
radar-remedy-hours = Jeśli ewidencja pomija jakieś godziny, trzeba ją poprawić i policzyć ponownie.
radar-remedy-request-day = Miesiąc nie da dodatku; wypłacony dodatek obciąża środki własne.
radar-remedy-no-post = Jeśli etat wpisano błędnie, trzeba poprawić arkusz Zatrudnienie.
radar-remedy-hours-unknown = Trzeba wpisać godziny w arkuszu Płace albo nieobecności w arkuszu Nieobecności.
radar-remedy-families = Trzeba przekazać rodziny innym asystentom albo zatrudnić kolejnego.
radar-remedy-no-pay = Jeśli pensję wypłacono, trzeba dopisać wiersz w arkuszu Płace.
radar-remedy-no-supplement = Dodatek można jeszcze przyznać i wypłacić do ostatniego dnia zapłaty z umowy.
radar-remedy-paid-late = Trzeba sprawdzić datę zapłaty; wypłata po terminie obciąża środki własne.
radar-remedy-service-contract = Nie trzeba nic robić.
radar-remedy-other = Trzeba sprawdzić nieobecności i terminy umów tej osoby.

radar-load-over = rodziny: { $now }, limit: { $limit } - za dużo (najwięcej w okresie: { $peak }). Trzeba przekazać rodziny innemu asystentowi.
radar-load-was-over = rodziny: { $now }, limit: { $limit }, ale w okresie było ich naraz { $peak } - limit był przekroczony. Warto mieć wyjaśnienie dla kontroli.
radar-load-at-limit = rodziny: { $now }, limit: { $limit } - następna rodzina przekroczy limit. Trzeba ją dać innemu asystentowi.
radar-load-near = rodziny: { $now }, limit: { $limit } - zostało jedno miejsce.
radar-load-below = rodziny: { $now }, limit: { $limit }.
radar-load-unknown = nie wiadomo, ile rodzin miał asystent albo jaki był limit. Liczbę rodzin podaje arkusz Rodziny.

sensitivity-title = Co przyniosłaby jedna zmiana (każdą rozliczono ponownie, reszta bez zmian)
sensitivity-head-limit = według zasad { $amount } zł
sensitivity-head-co-financing = dofinansowanie { $amount } zł
sensitivity-head-own = wkład własny { $amount } zł
sensitivity-note = Według zasad: zanim dofinansowanie ograniczy kwota przyznana i otrzymana.
sensitivity-quarter-post = Ćwierć etatu więcej dla { $assistant }: z { $from } na { $to } etatu, płaca i godziny w tej samej proporcji
sensitivity-quarter-post-hired = Nowa osoba na ćwierć etatu, z płacą i godzinami jak { $assistant }, w proporcji; bez FP, gdy płaca jest poniżej minimalnej
sensitivity-pay-percent = Płace wyższe o 1 % razem z pochodnymi, dodatki bez zmian
sensitivity-hours = { $hours } godzin więcej w każdym miesiącu każdej osoby, której godziny podano; przy umowie zlecenia rośnie też płaca z pochodnymi, w proporcji do godzin
sensitivity-reading = Odczytanie { $name } = { $way }: { $meaning }
