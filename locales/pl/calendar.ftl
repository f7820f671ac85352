# Kalendarz edycji.
rules-deadline-and-figure = termin „{ $seen }” jest tu liczony („when”), a ten sam termin podaje „{ $figure }”. Zostaw jedno.
cli-show-calendar = Pokazuje wszystkie daty i terminy edycji w jednym zestawieniu (po polsku: --kalendarz)
cli-show-data = Dane gminy, z których bierze się jej dni: złożenia wniosku, umowy, wpływu, wykonania i terminy z umowy; z --calendar
cli-show-event = Dzień, którego program nie zna, na przykład lista.I-VI=2024-09-10 (lista, wplyw, wykonanie, ogloszenie); z --calendar
cli-value-event = ZDARZENIE=DZIEŃ
calendar-other-edition = dane nazywają program „{ $other }”, a kalendarz ma być edycji „{ $id }”. Dni jednej edycji nic nie mówią o drugiej.
calendar-other-edition-hint = Podaj tę samą edycję: rozlicz programmes show { $other } --calendar --data …
calendar-bad-event = „{ $seen }” nie daje się odczytać jako zdarzenie i dzień.
calendar-bad-event-hint = Pisz tak: --event award=2024-09-10, a gdy każde półrocze ma swój dzień: --event award.I-VI=2024-09-10. Zdarzenia: { $known }.
calendar-as-of = Stan na { $day }.
calendar-errors =
    { $count ->
        [one] W danych jest { $count } błąd: dnia z komórki, której nie dało się odczytać, tu nie ma. Wypisze go: rozlicz check DANE
        [few] W danych są { $count } błędy: dni z komórek, których nie dało się odczytać, tu nie ma. Wypisze je: rozlicz check DANE
       *[other] W danych jest { $count } błędów: dni z komórek, których nie dało się odczytać, tu nie ma. Wypisze je: rozlicz check DANE
    }
calendar-known = Daty i terminy
calendar-unknown = Terminy bez dnia
calendar-what-reference-day = Dzień, w którym asystent musi być zatrudniony
calendar-what-request = Wniosek gminy
calendar-what-payment = Ostatni dzień zapłaty
calendar-what-completion = Dzień wykonania zadania według umowy
calendar-what-return = Zwrot niewykorzystanych środków
calendar-what-report = Sprawozdanie gminy
calendar-event-announcement = ogłoszenie programu
calendar-event-request-until = koniec przyjmowania wniosków
calendar-event-award = lista gmin z kwotami
calendar-event-money = wpływ środków
calendar-event-completion = dzień wykonania zadania
calendar-days =
    { $days ->
        [one] { $days } dzień
       *[other] { $days } dni
    }
calendar-working-days =
    { $days ->
        [one] { $days } dzień roboczy
        [few] { $days } dni robocze
       *[other] { $days } dni roboczych
    }
calendar-counted = { $term } od { $from } ({ $event })
calendar-counted-latest = { $term } od { $from }: w „Umowa” nie ma pola „Dzień wykonania zadania”, więc przyjęto ostatni dzień zapłaty, czyli najpóźniejszy możliwy
calendar-missing-announcement = { $term } od zdarzenia „{ $event }”, którego dnia nie znaleziono. Podaj go: { $option }
calendar-missing-request-until = { $term } od zdarzenia „{ $event }”, którego dnia nie znaleziono. Podaj go: { $option }
calendar-missing-award = { $term } od zdarzenia „{ $event }”. Dzień jest na stronie ministerstwa albo wojewody; podaj go: { $option }
calendar-missing-money = { $term } od zdarzenia „{ $event }”. Wpisz „Data otrzymania” w tabeli „Środki” i podaj dane (--data) albo sam dzień: { $option }
calendar-missing-completion = { $term } od zdarzenia „{ $event }”. Wpisz „Dzień wykonania zadania” w tabeli „Umowa” albo podaj: { $option }
calendar-words = tekst mówi: { $term }. Dnia nie da się z tego wyliczyć
calendar-words-event = tekst mówi: { $term }. Gdy znasz dzień, podaj go: { $option }
calendar-own-request = dzień złożenia wniosku z tabeli „Umowa”
calendar-no-request = jest nim dzień złożenia wniosku przez gminę. Wpisz go w tabeli „Umowa” i podaj dane: --data
calendar-contract = program nie mówi; decyduje umowa. Wpisz termin w tabeli „Umowa” i podaj dane: --data
calendar-source-contract = umowa z wojewodą
calendar-own-alone = tak stanowi umowa: { $own }
calendar-own-wins = umowa: { $own }, i to ona rozstrzyga; zasady edycji: { $text }
calendar-own-earlier = umowa: { $own }, zasady edycji najpóźniej { $text }; wiąże dzień wcześniejszy
calendar-own-later = umowa: { $own }, ale zasady edycji najpóźniej { $text }; wiąże dzień wcześniejszy. Wyjaśnij to z wojewodą
calendar-holiday = święto ({ $name })
calendar-free-not-moved = { $day } to { $name }. Teksty nie mówią, czy termin się wtedy przesuwa. Tu się nie przesuwa: tak stanowi przyjęte odczytanie „days-counted”. Następny dzień roboczy: { $working }
calendar-free-moved = { $day } to { $name }. Teksty nie mówią, czy termin się wtedy przesuwa. Tu mija w następny dzień roboczy, { $working }: tak stanowi wybrane odczytanie „days-counted”
calendar-free-silent = { $day } to { $name }. Teksty nie mówią, czy termin się wtedy przesuwa; tu się nie przesuwa. Następny dzień roboczy: { $working }
calendar-free-payment = { $day } to { $name }. Liczy się dzień zapłaty, więc przelew wyślij wcześniej: bank może go wykonać dopiero { $working }
calendar-today = dziś
calendar-left =
    { $days ->
        [one] za { $days } dzień
       *[other] za { $days } dni
    }
calendar-past =
    { $days ->
        [one] minął wczoraj
       *[other] minął { $days } dni temu
    }
calendar-done = zrobione
calendar-done-on = zrobione { $day }
calendar-done-late = zrobione { $day }, po tym dniu
calendar-weekday-1 = pn
calendar-weekday-2 = wt
calendar-weekday-3 = śr
calendar-weekday-4 = czw
calendar-weekday-5 = pt
calendar-weekday-6 = sob
calendar-weekday-7 = nd
calendar-weekday-name-1 = poniedziałek
calendar-weekday-name-2 = wtorek
calendar-weekday-name-3 = środa
calendar-weekday-name-4 = czwartek
calendar-weekday-name-5 = piątek
calendar-weekday-name-6 = sobota
calendar-weekday-name-7 = niedziela
calendar-day-shape = RRRR-MM-DD
