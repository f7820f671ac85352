# Odsetki od środków, które wracają.

cli-interest = Liczy odsetki od zwracanych środków i zapisuje naliczenie F8 (po polsku: odsetki)
cli-interest-usage = rozlicz interest DANE… --as-of DATA [--out PLIK] [opcje]
    rozlicz interest --principal KWOTA --ground PRZYCZYNA --from DATA --to DATA --programme PROGRAM [opcje]
cli-interest-after = Zasady zwrotu wynikają z edycji i źródła środków. Klauzula umowy (pole „Odsetki według umowy” w tabeli
    Umowa albo --clause) ma przed nimi pierwszeństwo. Po ostatnim sprawdzonym dniu stawek trzeba je podać.

    Przykłady:
      rozlicz odsetki dane.xlsx --as-of 2026-02-14 --out odsetki.xlsx
      rozlicz odsetki --principal 1000,00 --ground late --from 2026-01-16 --to 2026-02-14 \
        --programme asystent-rodziny-2025
    Kod wyjścia: 0 – w porządku, 1 – są błędy (nic nie jest zapisywane), 2 – nie udało się uruchomić.
cli-interest-principal = Liczy odsetki od tej kwoty zamiast z tabel, np. 1000,00
cli-interest-ground = Dlaczego środki wracają: late albo po-terminie (niewykorzystane), misused albo niezgodnie (z przeznaczeniem), undue albo nienaleznie (też w nadmiernej wysokości)
cli-interest-from = Pierwszy dzień odsetek, wliczony; po terminie to dzień następny po ostatnim dniu zwrotu
cli-interest-to = Dzień zapłaty, wliczony
cli-interest-rate = Stawka roczna od dnia, którego jeszcze nie sprawdzono, np. 2026-09-29=10,25; można powtarzać
cli-interest-letter-fee = Opłata za list polecony w dniu, którego jeszcze nie sprawdzono, np. 2,90
cli-interest-clause = Co o odsetkach mówi umowa: tax-arrears (jak od zaległości podatkowych), statutory (ustawowe; podaj --rate), bank (bankowe), none (brak)
cli-interest-regime = Zasady zwrotu zamiast wynikających z edycji: state-budget, statute, contract
cli-interest-out = Zapisuje naliczenie odsetek (F8) do tego skoroszytu
cli-interest-written = Zapisano naliczenie odsetek: { $path }
cli-value-amount = KWOTA
cli-value-ground = PRZYCZYNA
cli-value-rate = DATA=PROCENT
cli-value-clause = KLAUZULA
cli-value-regime = ZASADY

interest-no-debts = Nie ma środków do zwrotu, więc nie ma od czego liczyć odsetek.
interest-debt = { $number }. { $component ->
    [supplement] Dodatki
    [employment] Koszty zatrudnienia
   *[none] Kwota
 }{ $round ->
    [none] { "" }
   *[other] {" "}{ $round }
 }{ $source ->
    [none] { "" }
   *[other] , { $source }
 }: { $ground ->
    [unused] środki niewykorzystane
    [misused] środki wykorzystane niezgodnie z przeznaczeniem
   *[undue] środki nienależne lub w nadmiernej wysokości
 }, { $principal }
interest-rules = Podstawa: { $basis } ({ $mark }).
interest-due-day = Ostatni dzień zwrotu bez zwłoki: { $day }.
interest-column-principal = należność
interest-column-from = od
interest-column-to = do
interest-column-days = dni
interest-column-rate = stawka
interest-column-interest = odsetki
interest-column-state = zwrot
interest-part-open = nie zwrócono
interest-part-returned = { $day }
interest-sum = { $state ->
    [none] Odsetek nie ma: żaden dzień ich nie nalicza.
    [small] Suma { $sum } zł nie przekracza { $threshold } (trzech opłat za list polecony), więc odsetek się nie płaci.
    [grosz] Suma { $sum } zł, do zapłaty { $due }.
   *[whole] Suma { $sum } zł, po zaokrągleniu do pełnych złotych do zapłaty { $due }.
 }
interest-total = Odsetki do zapłaty razem: { $sum }
interest-total-unknown = Sumy odsetek nie podano, bo części z nich nie da się policzyć.
interest-bank = Odsetki bankowe do przekazania razem ze zwrotem: { $sum }
interest-bank-not-given = Odsetki bankowe wracają razem ze zwrotem, ale w tabeli Umowa nie podano ich kwoty.

interest-rate-not-known = { $missing ->
    [fee] Opłaty za list polecony na dzień { $seen } nikt jeszcze nie sprawdził, więc nie wiadomo, czy odsetki się płaci.
   *[other] { $early ->
        [yes] Na dzień { $seen } program komputerowy nie zna stawki odsetek: stawki w jego danych zaczynają się { $begins }.
       *[no] Stawki odsetek na dzień { $seen } nikt jeszcze nie sprawdził: ostatni sprawdzony dzień to { $checked }.
    }
 }
interest-rate-not-known-basis = art. 56-56d Ordynacji podatkowej (stawkę ogłasza się w Monitorze Polskim)
interest-rate-not-known-hint = { $missing ->
    [fee] Sprawdź opłatę w cenniku operatora wyznaczonego i podaj ją: --letter-fee 2,90.
    [rate] Sprawdź stawkę w Monitorze Polskim i podaj ją: --rate { $option }=PROCENT. Bez tego nic nie zostanie zapisane.
   *[both] Sprawdź stawkę w Monitorze Polskim i opłatę u operatora i podaj obie: --rate { $option }=PROCENT --letter-fee KWOTA. Bez tego nic nie zostanie zapisane.
 }
interest-rate-known = Na dzień { $day } podano stawkę { $seen }, a w danych programu komputerowego jest sprawdzona stawka { $expected }.
interest-rate-known-hint = Stawki są sprawdzone do { $checked }. Usuń tę opcję --rate albo podaj w niej późniejszy dzień.
interest-rate-of-contract-missing = Umowa przewiduje odsetki ustawowe, a na dzień { $seen } nie podano ich stawki.
interest-rate-of-contract-missing-hint = Podaj stawki, po jednej na każdą zmianę: --rate { $option }=PROCENT.
interest-return-before-transfer = { $round ->
    [none] Składnik „{ $component }”
   *[other] { $round }, składnik „{ $component }”
 }: środki przekazano { $expected }, a zwrot ma wcześniejszą datę { $seen }.
interest-return-before-transfer-hint = Sprawdź na wyciągu datę zwrotu i „Datę otrzymania” w tabeli „Środki”.
interest-days-out-of-order = { $what ->
    [option] Ostatni dzień odsetek ({ $seen }) jest wcześniejszy niż pierwszy ({ $expected }).
    [edition] Pierwszy dzień odsetek ({ $seen }) jest wcześniejszy niż pierwszy dzień edycji ({ $expected }).
   *[finding] Ustalenie ma datę { $seen }, wcześniejszą niż dzień przekazania środków ({ $expected }).
 }
interest-days-out-of-order-hint = { $what ->
    [option] Popraw opcje --from i --to.
    [edition] Popraw opcję --from albo --programme.
   *[finding] Sprawdź datę ustalenia i „Datę otrzymania” w tabeli „Środki”.
 }
interest-principal-not-positive = Należność główna { $seen } nie jest większa od zera, więc nie ma od czego liczyć odsetek.
interest-principal-not-positive-hint = Wpisz kwotę, która wraca, bez znaku minus.
interest-principal-above-transfer = { $round ->
    [none] Składnik „{ $component }”
   *[other] { $round }, składnik „{ $component }”
 }: ustalono do zwrotu { $seen }, a przekazano { $expected }.
interest-principal-above-transfer-hint = Sprawdź kwotę ustalenia i „Otrzymano (zł)” w tabeli „Środki”: zwrócić można najwyżej to, co przekazano.
interest-transfer-day-missing = { $round ->
    [none] Składnik „{ $component }”
   *[other] { $round }, składnik „{ $component }”
 }: { $seen } wykorzystano niezgodnie z przeznaczeniem, a odsetki biegną od dnia przekazania, którego nie podano.
interest-transfer-day-missing-hint = Wpisz „Datę otrzymania” w tabeli „Środki”.
interest-term-not-known = { $round ->
    [none] Składnik „{ $component }”
   *[other] { $round }, składnik „{ $component }”
 }: { $seen } nie wykorzystano, a terminu zwrotu nie podaje ani umowa, ani edycja, więc odsetek nie policzono.
interest-term-not-known-hint = Wpisz „Termin zwrotu” z umowy w tabeli „Umowa”.
interest-regime-not-in-force = { $regime ->
    [statute] Art. 197 ust. 8-10 ustawy o wspieraniu rodziny nie obowiązywał jeszcze w tej edycji.
   *[other] Wybrane zasady nie obowiązywały w tej edycji.
 }
interest-regime-not-in-force-hint = Usuń opcję --regime albo wybierz contract lub state-budget.
interest-paid-in-part = Wpłata { $seen } z { $day } nie pokrywa odsetek od zwracanej części. Licząc w proporcji, przypada z niej { $principal } na należność główną i { $interest } na odsetki.
interest-paid-in-part-basis = art. 55 § 2 Ordynacji podatkowej
interest-paid-in-part-hint = Naliczenie trzyma się tabeli Zwroty: cała wpłata jest w nim należnością główną, a odsetki pozostają do zapłaty. Jeżeli wojewoda policzy wpłatę w proporcji, wpisz w tabeli te dwie kwoty.
interest-money-passed-on = Część środków gmina przekazała dalej („{ $seen }”). Naliczenie dotyczy tylko rozliczenia gminy z wojewodą.
interest-money-passed-on-hint = Zwrot od tego podmiotu liczy się osobno: niewykorzystane do 15 dni albo do 31 stycznia, nienależne i nadmierne z odsetkami od dnia po terminie zwrotu.
interest-rate-twice = Na dzień { $day } podano dwie stawki, drugą { $seen }.
interest-rate-twice-hint = Zostaw jedną opcję --rate z tym dniem.
interest-bank-amount-missing = Umowa przewiduje odsetki bankowe, a ich kwoty nie podano, więc sumy odsetek nie ma.
interest-bank-amount-missing-hint = Wpisz kwotę z wyciągu w pole „Odsetki bankowe (zł)” tabeli „Umowa”; jeśli rachunek nie był oprocentowany, wpisz 0.
interest-finding-in-future = { $round ->
    [none] Składnik „{ $component }”
   *[other] { $round }, składnik „{ $component }”
 }: ustalenie ma datę { $seen }, późniejszą niż dzień naliczenia ({ $expected }).
interest-finding-in-future-hint = Sprawdź datę ustalenia albo podaj późniejszy dzień w --as-of.
interest-mark-typed = podane w poleceniu
cli-interest-ambiguous = To może znaczyć { $small } albo { $large }. Wpisz kwotę tak, żeby nie było wątpliwości.
interest-total-refused = Sumy odsetek nie podano, bo są błędy. Nic nie zapisano.
