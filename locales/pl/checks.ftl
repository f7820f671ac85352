# Ustalenia kontroli: zdanie z wartościami (NAZWA), podstawa (NAZWA-basis), co zrobić (NAZWA-hint).

duplicate-row = Wiersz { $row } jest taki sam jak wiersz { $first } ({ $place }); drugi raz nie jest liczony.
duplicate-row-hint = { $table ->
    [pay] Jeśli to pomyłka, usuń powtórzony wiersz. Jeśli to dwie różne wypłaty, wpisz różne numery list płac albo daty.
   *[other] Usuń powtórzony wiersz albo popraw to, czym oba wiersze miały się różnić.
 }

## Umowa

period-reversed = Okres rozliczenia kończy się { $seen }, a zaczyna { $expected }.
period-reversed-hint = Popraw pole „Okres od” lub „Okres do”. Do czasu poprawki liczony jest cały okres edycji.
period-outside-edition = Okres { $seen } leży poza okresem edycji { $programme } ({ $expected }).
period-outside-edition-hint = Wybierz program właściwy dla tego roku albo popraw okres rozliczenia.
period-cut = Okres { $seen } wykracza poza okres edycji; liczone są tylko dni { $expected }.
period-cut-hint = Nic nie trzeba robić, jeśli okres wpisano świadomie.
teryt-form = { $zero ->
    [yes] Kod TERYT „{ $seen }” stracił zero na początku.
   *[no] „{ $seen }” nie jest kodem TERYT gminy.
 }
teryt-form-basis = rejestr TERYT: 6 cyfr albo 7 z rodzajem gminy (1, 2, 3)
teryt-form-hint = Wpisz kod jako tekst: 6 lub 7 cyfr, z zerem na początku, jeśli kod je ma. Program sprawdza tylko budowę kodu i numer województwa, nie to, czy taka gmina istnieje.
teryt-voivodeship = Kod zaczyna się od { $prefix }, czyli województwo { $expected }, a wpisano { $seen }.
teryt-voivodeship-basis = rejestr TERYT: pierwsze dwie cyfry kodu
teryt-voivodeship-hint = Popraw kod TERYT albo nazwę województwa. Czy gmina o tym kodzie istnieje, program nie sprawdza.
voivodeship-unknown = „{ $seen }” nie jest nazwą województwa.
voivodeship-unknown-basis = rejestr TERYT: nazwy województw
voivodeship-unknown-hint = Wpisz nazwę województwa, na przykład „wielkopolskie”.
agreement-incomplete = W tabeli „Umowa” brakuje: { $fields }.
agreement-incomplete-basis = umowa z wojewodą
agreement-incomplete-hint = Uzupełnij te pola przed podpisaniem rozliczenia; kwoty od nich nie zależą.
signatures-missing = Nie podano żadnej osoby do podpisu.
signatures-missing-basis = formularz rozliczenia: podpisy osób upoważnionych
signatures-missing-hint = Wpisz w tabeli „Umowa”, kto sporządził i kto podpisze rozliczenie, albo dopisz to ręcznie na wydruku.
request-day-missing = Brakuje pola „{ $field }”; bez niego dodatki za okres { $period } wynoszą zero.
request-day-missing-basis = program: asystent zatrudniony w dniu złożenia wniosku przez gminę
request-day-missing-hint = Wpisz dzień, w którym gmina złożyła wniosek do wojewody.
amendment-incomplete = Podano aneks, ale pole „{ $field }” jest puste.
amendment-incomplete-basis = umowa z wojewodą i aneksy
amendment-incomplete-hint = Wpisz numer i datę ostatniego aneksu; kwoty od nich nie zależą.
term-after-edition = { $what ->
    [completion] Dzień wykonania zadania z umowy to { $seen }, a program pozwala najpóźniej { $expected }.
    [agreement] Umowę zawarto { $seen }, a środki można wydać tylko do { $expected }.
    [report] Termin sprawozdania z umowy to { $seen }, a program pozwala najpóźniej { $expected }.
   *[return] Termin zwrotu z umowy to { $seen }, a program pozwala najpóźniej { $expected }.
 }
term-after-edition-hint = { $what ->
    [return] Sprawdź datę w umowie. Bezpiecznie jest oddać niewykorzystane środki w terminie wcześniejszym.
    [report] Sprawdź datę w umowie. Bezpiecznie jest złożyć sprawozdanie w terminie wcześniejszym.
   *[other] Sprawdź datę w umowie z wojewodą; jeśli jest prawdziwa, wyjaśnij to z urzędem wojewódzkim.
 }
return-in-future = Data zwrotu { $seen } jest późniejsza niż dzień rozliczenia { $expected }; kwota { $difference } nie liczy się jeszcze jako zwrócona.
return-in-future-basis = termin zwrotu i odsetki liczy się od dnia, w którym środki zwrócono
return-in-future-hint = Popraw datę według wyciągu albo podaj właściwy dzień rozliczenia (--as-of).
days-out-of-order = { $what ->
    [request] Umowę zawarto { $seen }, zanim złożono wniosek ({ $expected }).
    [amendment] Aneks ma datę { $seen }, wcześniejszą niż umowa ({ $expected }).
   *[money] Środki wpłynęły { $seen }, zanim zawarto umowę ({ $expected }).
 }
days-out-of-order-basis = kolejność z programu: wniosek, umowa, aneks, przekazanie środków
days-out-of-order-hint = Sprawdź obie daty, zwłaszcza rok; kwoty od nich nie zależą.
received-in-future = Data otrzymania środków { $seen } jest późniejsza niż dzień rozliczenia { $expected }.
received-in-future-basis = rozlicza się środki otrzymane
received-in-future-hint = Sprawdź datę na wyciągu albo podaj właściwy dzień rozliczenia (--as-of).
request-late = Wniosek ma datę { $seen }, a gminy składały wnioski do { $expected }.
request-late-hint = Sprawdź datę wniosku. Jeśli jest prawdziwa, wyjaśnij z urzędem wojewódzkim, czy wniosek przyjęto.
report-overdue = { $round ->
    [none] Sprawozdanie
   *[other] { $round }: sprawozdanie
 } było do złożenia { $expected }, a rozliczenie jest z dnia { $seen }.
report-overdue-basis = program i umowa: termin sprawozdania
report-overdue-hint = Jeśli sprawozdanie złożono w terminie, a to jest korekta, nic nie trzeba robić. Inaczej złóż je jak najszybciej i uprzedź urząd wojewódzki.
share-above-ceiling = Wpisano poziom dofinansowania { $seen }, a najwyższy dozwolony to { $expected }.
share-above-ceiling-hint = Sprawdź poziom w umowie z wojewodą i popraw pole albo je wyczyść (wtedy liczony jest najwyższy dozwolony).
level-not-positive = Wpisano poziom dofinansowania { $seen }; najwyższy dozwolony to { $expected }, a zero znaczy brak dofinansowania.
level-not-positive-hint = Wpisz poziom z umowy z wojewodą albo wyczyść pole (wtedy liczony jest najwyższy dozwolony).
period-two-years = Okres rozliczenia kończy się { $seen }, a zaczyna w { $year } roku; ten program rozlicza się za każdy rok osobno.
period-two-years-hint = Podziel rozliczenie: osobne dane i osobny okres dla każdego roku kalendarzowego.
request-day-odd = Dzień złożenia wniosku { $seen } nie mieści się w { $year } roku albo jest późniejszy niż dzień rozliczenia ({ $today }).
request-day-odd-basis = program: asystent zatrudniony w dniu złożenia wniosku przez gminę
request-day-odd-hint = Sprawdź datę na kopii wniosku.
absence-dates-reversed = Asystent { $assistant }: nieobecność kończy się { $seen }, a zaczyna { $expected }.
absence-dates-reversed-hint = Popraw „Od” lub „Do”; do tego czasu wiersz nie jest liczony.
half-year-unused = Podano półrocze { $seen }, a ta edycja nie dzieli roku; kwota jest za cały okres.
half-year-unused-hint = Wyczyść kolumnę „Okres” albo sprawdź, czy wybrano właściwy program.
determination-above-received = Składnik „{ $component }”: w tabeli „Ustalenia” jest razem { $seen }, a otrzymano { $expected }.
determination-above-received-basis = ustawa o finansach publicznych, art. 169: zwrot dotyczy środków otrzymanych
determination-above-received-hint = Sprawdź kwoty ustaleń i kolumnę „Otrzymano (zł)”.
assessment-in-future = Ocena z datą { $seen } jest późniejsza niż dzień rozliczenia { $expected }; rodziny: { $families }.
assessment-in-future-basis = ustawa o wspieraniu rodziny, art. 15 ust. 1 pkt 15
assessment-in-future-hint = Popraw „Data ostatniej oceny”; kwoty od niej nie zależą.
pay-given-twice = Asystent { $assistant }, { $month }: „{ $sum }” i „{ $part }” stoją w jednym wierszu, więc ta sama kwota liczyłaby się dwa razy. Wiersz nie jest liczony.
pay-given-twice-hint = Zostaw sumę albo jej składniki, nie jedno i drugie.
labour-fund-exempt = Asystent { $assistant }, { $month }: jest zwolniony ze składki na FP i FS, a zapłacono { $seen }.
labour-fund-exempt-basis = składka na Fundusz Pracy; zwolnienia ze względu na wiek, urlop rodzicielski i inne
labour-fund-exempt-hint = Sprawdź, od kiedy trwa zwolnienie, i popraw „Zwolnienie z FP” albo składkę. Uwaga podana raz, za pierwszy taki miesiąc.
level-misprint = Wpisano poziom { $seen }. Formularz tej edycji drukuje 20%, ale program mówi o { $expected }.
level-misprint-hint = Jeśli umowa nie ustala 20%, wyczyść to pole.
level-not-given = Nie podano ustalonego poziomu dofinansowania kosztów zatrudnienia; przyjęto najwyższy, { $expected }.
level-not-given-hint = Jeśli minister ustalił niższy poziom, wpisz go w tabeli „Umowa”.
deadline-after-edition = Termin płatności z umowy ({ $seen }) jest późniejszy niż w programie ({ $expected }); liczy się termin z umowy.
deadline-after-edition-hint = Sprawdź termin w umowie z wojewodą.
accident-rate-odd = Stopa wypadkowa { $seen } nie mieści się między { $lowest } a { $highest }.
accident-rate-odd-basis = stopy wypadkowe płatników składek; zakres przyjęty
accident-rate-odd-hint = Sprawdź stopę na rok składkowy; kwot rozliczenia ona nie zmienia, służy tylko do sprawdzenia składek.
reading-unknown = { $elsewhere ->
    [yes] W tej edycji nie ma odczytania „{ $seen }”; dotyczy ono innych lat, dlatego wiersz niczego nie zmienia.
   *[no] Edycja nie zna odczytania „{ $seen }”. Najbliższe: „{ $nearest }”.
 }
reading-unknown-hint = Wpisz w kolumnie „Nazwa” jedną z nazw: { $expected }. Wszystkie pytania wypisze: rozlicz programy odczytania.
reading-way-unknown = Odczytanie „{ $name }” ({ $question }) nie zna odpowiedzi „{ $seen }”. Najbliższa: „{ $nearest }”.
reading-way-unknown-hint = Wpisz w kolumnie „Wartość” jedno ze słów: { $expected }. Do czasu poprawki obowiązuje sposób domyślny.
reading-twice = Odczytanie „{ $name }” wybrano dwa razy różnie: „{ $expected }” i „{ $seen }”. Liczy się pierwsze.
reading-twice-hint = Zostaw jeden wiersz: ten, który wynika z pisma wojewody.
reading-overruled = Odczytanie „{ $name }”: w tabeli „Odczytania” jest „{ $seen }”, a w poleceniu podano „{ $expected }” i to ono obowiązuje ({ $meaning })
reading-overruled-hint = Nic nie trzeba robić, jeśli to próba. W rozliczeniu do podpisu zostaw w poleceniu i w tabeli to samo.
reading-without-letter = Odczytanie „{ $name }” zmieniono z „{ $expected }” na „{ $seen }” bez podania pisma. Pytanie: { $question } Przyjęto: { $meaning }
reading-without-letter-hint = Wyjaśnianie programu należy do wojewody. Wpisz w kolumnie „Podstawa” pismo wojewody lub ministerstwa z datą, a w kolumnie „Kto przyjął” osobę, która je przyjęła.

## Środki i zwroty

received-above-award = Składnik „{ $component }”: otrzymano { $seen }, a przyznano { $expected }, czyli o { $difference } za dużo.
received-above-award-basis = umowa z wojewodą; ustawa o finansach publicznych, art. 150 i 168
received-above-award-hint = { $annex ->
    [yes] Jeżeli aneks obniżył kwotę już przekazaną, nadwyżka jest niewykorzystana i podlega zwrotowi: nic nie poprawiaj. W innym razie sprawdź kwotę z wyciągu i ostatni aneks.
   *[no] Sprawdź kwotę z wyciągu i ostatni aneks. Jeśli aneks podniósł kwotę, popraw „Przyznano (zł)”.
 }
award-missing = Składnik „{ $component }”: nie podano kwoty przyznanej, więc nie ogranicza ona dofinansowania.
award-missing-basis = umowa z wojewodą
award-missing-hint = Wpisz „Przyznano (zł)” po ostatnim aneksie; bez niej rozliczenia nie można podpisać.
received-missing = Składnik „{ $component }”: nie podano kwoty otrzymanej, więc nie wiadomo, ile zwrócić.
received-missing-basis = umowa z wojewodą
received-missing-hint = Wpisz „Otrzymano (zł)”; jeśli nic nie wpłynęło, wpisz 0.
received-day-missing = Składnik „{ $component }”: otrzymano { $seen }, a nie podano daty.
received-day-missing-hint = Wpisz „Data otrzymania” z wyciągu; kwoty od niej nie zależą.
negative-fund = Składnik „{ $component }”: kwota { $seen } jest ujemna.
negative-fund-hint = Wpisz kwotę po zmianach; zwroty wpisuje się w tabeli „Zwroty” bez minusa.
fund-not-in-edition = Edycja { $programme } nie ma składnika „{ $seen }”.
fund-not-in-edition-hint = Popraw składnik albo program; ten wiersz nie jest liczony.
fund-round-outside = Wiersz za { $seen } pominięto: tego półrocza nie obejmuje okres rozliczenia.
fund-round-outside-hint = Nic nie trzeba robić, jeśli rozliczasz tylko drugie z półroczy.
fund-round-unclear = Składnik „{ $component }”: nie wiadomo, którego półrocza dotyczy wiersz.
fund-round-unclear-basis = program: każde półrocze ma własny wniosek, kwotę i rozliczenie
fund-round-unclear-hint = W kolumnie „Okres” wpisz I-VI albo VII-XII, osobny wiersz dla każdego półrocza.
fund-twice = Składnik „{ $component }” ma dwa wiersze za ten sam okres i z tego samego źródła; kwoty są dodawane.
fund-twice-hint = „Przyznano (zł)” to kwota po ostatnim aneksie. Jeśli drugi wiersz to aneks, zostaw tylko kwotę po zmianie.
refund-above-received = Składnik „{ $component }”: zwrócono { $seen }, a otrzymano { $expected }.
refund-above-received-basis = umowa z wojewodą: zwrot niewykorzystanych środków
refund-above-received-hint = Sprawdź tabele „Zwroty” i „Środki”: wpłatę wpisano dwa razy, do innego składnika, albo brakuje kwoty otrzymanej.

award-above-request = { $round ->
    [none] Składnik „{ $component }”
   *[other] { $round }, składnik „{ $component }”
 }: przyznano { $seen }, a wnioskowano o { $expected }, czyli o { $difference } mniej.
award-above-request-basis = program: gmina dostaje najwyżej to, o co wnioskowała
award-above-request-hint = Porównaj obie kwoty z wnioskiem i umową; być może zamieniono kolumny.
## Zatrudnienie

employment-dates-reversed = Asystent { $assistant }: umowa kończy się { $seen }, a zaczyna { $expected }.
employment-dates-reversed-hint = Popraw „Zatrudniony od” lub „Zatrudniony do”; do tego czasu wiersz nie jest liczony.
contracts-overlap = Asystent { $assistant }: dwie umowy tej samej formy trwają jednocześnie ({ $days ->
    [0] bez daty końca
    [one] { $days } dzień
    [few] { $days } dni
   *[many] { $days } dni
 }, od { $from }); etaty są dodawane.
contracts-overlap-hint = Jeśli to zmiana warunków, wpisz koniec wcześniejszej umowy na dzień przed następną. Jeśli umowy są równoległe, zostaw jak jest.
fte-above-one = Asystent { $assistant }: { $day } ma razem { $seen } etatu; liczony jest najwyżej { $expected }.
fte-above-one-basis = program: kwoty na pełny etat asystenta (odczytanie: jedna osoba to najwyżej jeden etat)
fte-above-one-hint = Sprawdź wymiary i daty umów tej osoby.
fte-missing = Asystent { $assistant }: brakuje wymiaru etatu.
fte-missing-hint = Wpisz „Wymiar etatu”, na przykład 1, 0,5 lub 3/4; do tego czasu wiersz nie jest liczony.
fte-not-positive = Asystent { $assistant }: wymiar etatu { $seen } nie jest większy od zera.
fte-not-positive-hint = Wpisz wymiar z umowy; do tego czasu wiersz nie jest liczony.
qualification-missing = { $count ->
    [one] Asystent { $assistants } nie ma podanej podstawy kwalifikacji.
    [few] Podstawy kwalifikacji nie podano dla { $count } asystentów: { $assistants }.
   *[many] Podstawy kwalifikacji nie podano dla { $count } asystentów: { $assistants }.
 }
qualification-missing-basis = ustawa o wspieraniu rodziny, art. 12 ust. 1 pkt 1
qualification-missing-hint = Sprawdź w aktach osobowych i wpisz lit. a, b lub c; kwoty od tego nie zależą.
social-worker = Asystent { $assistant } jest też pracownikiem socjalnym.
social-worker-basis = ustawa o wspieraniu rodziny, art. 17 ust. 3
social-worker-hint = Pracy asystenta nie łączy się z pracą socjalną w tej samej gminie. Wyjaśnij to przed podpisaniem; kwoty od tego nie zależą.
seniority-rate = Asystent { $assistant }: dodatek za wieloletnią pracę { $seen } nie jest stawką z ustawy (0 albo od 5 do 20%).
seniority-rate-basis = ustawa o pracownikach samorządowych, art. 38
seniority-rate-hint = Sprawdź stawkę w aktach; służy ona tylko do kontroli.
replaced-unknown = Asystent { $assistant } zastępuje „{ $seen }”, którego nie ma w tabeli „Zatrudnienie”.
replaced-unknown-hint = Popraw identyfikator albo dodaj wiersz zastępowanej osoby.
pay-month-missing = Asystent { $assistant } był zatrudniony, a w tabeli „Płace” nie ma { $count ->
    [one] miesiąca
   *[other] miesięcy
 }: { $months }.
pay-month-missing-basis = program: koszty ponoszone za każdy miesiąc zatrudnienia
pay-month-missing-hint = Dopisz brakujące płace. Jeśli asystent nie dostał wynagrodzenia, wpisz nieobecność w tabeli „Nieobecności” albo popraw daty umowy.
assistant-without-pay = Asystent { $assistant } jest w tabeli „Zatrudnienie”, a nie ma go w tabeli „Płace”.
assistant-without-pay-hint = Dopisz jego płace. Jeśli był na urlopie bezpłatnym lub rodzicielskim, wpisz to w tabeli „Nieobecności”.

## Płace

assistant-not-employed = Asystenta { $assistant } nie ma w tabeli „Zatrudnienie”; jego płace ({ $rows ->
    [one] { $rows } wiersz
    [few] { $rows } wiersze
   *[many] { $rows } wierszy
 }, { $sum }) nie są liczone.
assistant-not-employed-hint = Dopisz jego umowę albo popraw identyfikator: w obu tabelach musi być taki sam.
pay-without-contract = Asystent { $assistant }, { $months }: { $difference } zapłacono za { $count ->
    [one] miesiąc bez umowy; wiersz nie jest liczony.
   *[other] miesiące bez umowy; wiersze nie są liczone.
 }
pay-without-contract-basis = program: koszt zatrudnienia asystenta (odczytanie: tylko za miesiące z umową)
pay-without-contract-hint = Popraw daty umowy, miesiąc albo formę zatrudnienia w wierszu płac.
form-unclear = Asystent { $assistant }, { $month }: trwają obie formy umowy, a wiersz nie mówi, której dotyczy.
form-unclear-hint = Dodaj w tabeli „Płace” kolumnę „Forma zatrudnienia” i wpisz, do której umowy należy wiersz.
pay-outside-period = { $rows ->
    [one] Pominięto { $rows } wiersz płac
    [few] Pominięto { $rows } wiersze płac
   *[many] Pominięto { $rows } wierszy płac
 } za miesiące poza okresem { $from } - { $to }.
pay-outside-period-hint = Nic nie trzeba robić, jeśli lista płac obejmuje cały rok.
pay-column-missing = W tabeli „Płace” { $count ->
    [one] brakuje kolumny
   *[other] brakuje kolumn
 }: { $columns }.
pay-column-missing-basis = program: składniki kosztu zatrudnienia; układ danych
pay-column-missing-hint = Dodaj z takim nagłówkiem. Jeśli kolumna jest, a nazywa się inaczej, zmień jej nagłówek. Zamiast składników można podać „Wynagrodzenie brutto (zł)”, zamiast składek „§ 4110 (zł)” i „§ 4120 (zł)” albo „Pochodne razem (zł)”.
pay-cell-blank = Asystent { $assistant }, { $months }: kolumna „{ $column }” jest pusta, a bez niej nie da się policzyć kosztu. { $count ->
    [one] Wiersz nie jest liczony.
   *[other] Wiersze nie są liczone.
 }
pay-cell-blank-basis = program: składniki kosztu zatrudnienia; puste pole to nie zero
pay-cell-blank-hint = Wpisz kwotę z listy płac; jeśli jej nie było, wpisz 0.
negative-month = Asystent { $assistant }, { $month }: suma kolumny „{ $column }” jest ujemna ({ $seen }).
negative-month-hint = Korekta może być ujemna, ale suma miesiąca nie. Sprawdź, czy w danych jest też wiersz, którego korekta dotyczy.
cost-below-zero = Asystent { $assistant }, { $month }: { $what ->
    [wage] koszt zatrudnienia
   *[supplement] koszt dodatku
 } z wypłat dokonanych w terminie jest ujemny ({ $seen }); miesiąc liczony jest jako zero.
cost-below-zero-basis = program: koszt poniesiony; korekta nie może być większa od tego, co poprawia
cost-below-zero-hint = Sprawdź, czy wypłata, której dotyczy korekta, jest w danych i czy zapłacono ją w terminie.
benefit-in-pay = { $rows ->
        [one] W kolumnie „{ $column }” jest kwota { $seen }
        [few] W kolumnie „{ $column }” są { $rows } kwoty, razem { $seen }
       *[many] W kolumnie „{ $column }” jest { $rows } kwot, razem { $seen }
    }. To świadczenie z ubezpieczenia społecznego, a nie koszt pracodawcy. Nie jest liczone.
benefit-in-pay-hint = Usuń tę kolumnę z tabeli „Płace” (albo wpisz w niej 0). Jeżeli to wynagrodzenie za czas choroby płacone przez pracodawcę, zmień nagłówek na „Wynagrodzenie chorobowe (zł)”.
pay-row-empty = Asystent { $assistant }, { $month }: wiersz nie zawiera żadnej kwoty.
pay-row-empty-hint = Uzupełnij kwoty albo usuń wiersz.
payment-day-missing = Asystent { $assistant }, { $month }: brakuje daty zapłaty, więc wiersz nie jest liczony.
payment-day-missing-basis = program: zasada kasowości; ustawa o finansach publicznych, art. 168 ust. 4
payment-day-missing-hint = Wpisz „Data zapłaty” z wyciągu bankowego.
paid-late = Asystent { $assistant }, { $month }: zapłacono { $seen }, po ostatnim dniu płatności { $expected }. Wiersz nie jest liczony; strata najwyżej { $difference }.
paid-late-basis = program: zasada kasowości; ustawa o finansach publicznych, art. 168 ust. 4
paid-late-hint = Sprawdź datę na wyciągu i termin w umowie. Jeśli są prawdziwe, koszt ponosi gmina.
contributions-paid-late = Asystent { $assistant }, { $month }: składki zapłacono { $seen }, po ostatnim dniu płatności { $expected }. Liczy się sama płaca; strata najwyżej { $difference }.
contributions-paid-late-basis = program: zasada kasowości; ustawa o finansach publicznych, art. 168 ust. 4
contributions-paid-late-hint = Sprawdź datę przelewu do ZUS. Jeśli jest prawdziwa, składki ponosi gmina.
paid-in-future = Asystent { $assistant }, { $months }: { $count ->
    [one] data zapłaty { $seen } jest późniejsza
   *[other] daty zapłaty (pierwsza { $seen }) są późniejsze
 } niż dzień rozliczenia { $expected }.
paid-in-future-basis = program: zasada kasowości; ustawa o finansach publicznych, art. 168 ust. 4
paid-in-future-hint = Popraw datę albo dzień rozliczenia; rozliczyć można tylko to, co zapłacono.
paid-before-month = Asystent { $assistant }, { $month }: data zapłaty { $seen } jest o ponad miesiąc wcześniejsza niż miesiąc, za który jest płaca.
paid-before-month-hint = Sprawdź rok i miesiąc w obu komórkach.
of-which-above-total = Asystent { $assistant }, { $month }: części pochodnych (razem { $seen }) przekraczają wszystkie pochodne ({ $expected }) o { $difference }.
of-which-above-total-hint = Kolumny „Pochodne od…” to część składek z tego wiersza. Popraw je albo zostaw puste, wtedy program je obliczy.
wage-base-below-zero = Asystent { $assistant }, { $month }: inne środki publiczne ({ $seen }) przekraczają koszt zatrudnienia ({ $expected }) o { $difference }; miesiąc liczony jest jako zero.
wage-base-below-zero-basis = program: koszt poniesiony przez gminę; tego samego nie płaci się dwa razy
wage-base-below-zero-hint = „Inne środki publiczne” to tylko ta część płacy zasadniczej i jej pochodnych, którą płaci inna dotacja.
gross-as-base = Podano „Wynagrodzenie brutto” ({ $seen }) bez podziału na składniki; całość przyjęto jako płacę zasadniczą.
gross-as-base-basis = program, rozdz. 7: tylko wynagrodzenie zasadnicze i dodatek za wieloletnią pracę
gross-as-base-hint = Podziel kwotę na składniki. Nagrody, dodatki funkcyjne, dodatek motywacyjny i wynagrodzenie chorobowe nie należą do podstawy.
components-left-out = Poza podstawą dofinansowania zostawiono inne składniki płac: { $seen } (bez pochodnych).
components-left-out-basis = program, rozdz. 7: tylko wynagrodzenie zasadnicze i dodatek za wieloletnią pracę
components-left-out-hint = Nic nie trzeba robić.
service-pay-column = Asystent { $assistant }, { $months }: kwota z umowy zlecenia ({ $count ->
    [one] { $seen }
   *[other] za pierwszy z tych miesięcy { $seen }
 }) stoi w kolumnie dla umów o pracę.
service-pay-column-basis = układ danych; § 4170 dla umów zlecenia, § 4010 dla umów o pracę
service-pay-column-hint = Wynagrodzenie z umowy zlecenia wpisz w całości w „Wynagrodzenie zasadnicze (zł)”.
seniority-paid = Asystent { $assistant }, { $month }: dodatek za wieloletnią pracę { $seen } nie mieści się między 5% ({ $least }) a 20% ({ $most }) płacy zasadniczej; to { $share }.
seniority-paid-basis = ustawa o pracownikach samorządowych, art. 38
seniority-paid-hint = Sprawdź, czy w kolumnie nie ma innego dodatku; inne dodatki nie należą do podstawy. Uwaga podana raz, za pierwszy taki miesiąc.
seniority-not-whole = Asystent { $assistant }, { $month }: dodatek za wieloletnią pracę { $seen } to { $share } płacy zasadniczej { $base }, a stawka jest zawsze w pełnych procentach (od 5 do 20).
seniority-not-whole-basis = ustawa o pracownikach samorządowych, art. 38
seniority-not-whole-hint = Sprawdź, czy dodatek policzono od tej płacy zasadniczej i czy w kolumnie nie ma innego dodatku. Uwaga podana raz, za pierwszy taki miesiąc.
seniority-differs = Asystent { $assistant }, { $month }: dodatek za wieloletnią pracę { $seen } to nie { $share } płacy zasadniczej { $base }, jak podano w tabeli „Zatrudnienie”; z obliczenia wychodzi { $expected } (różnica { $difference }).
seniority-differs-basis = ustawa o pracownikach samorządowych, art. 38
seniority-differs-hint = Sprawdź w aktach, jaka stawka należała się w tym miesiącu, i popraw „Dodatek stażowy (%)” albo kwotę. Uwaga podana raz, za pierwszy taki miesiąc.
motivation-in-base = Asystent { $assistant }, { $months }: płaca zasadnicza { $seen } jest wyższa dokładnie o dodatek motywacyjny ({ $supplement }) niż w innym miesiącu, a dodatku nie wpisano. Prawdopodobnie wliczono go do płacy zasadniczej (razem { $difference }).
motivation-in-base-basis = program, rozdz. 7: tylko wynagrodzenie zasadnicze i dodatek za wieloletnią pracę; dodatek motywacyjny płaci inny program
motivation-in-base-hint = Przenieś dodatek motywacyjny do jego kolumny, bo inaczej ta sama kwota będzie opłacona z dwóch programów.
motivation-taken-off = Asystent { $assistant }, { $month }: w „Inne środki publiczne” wpisano { $seen }, czyli dodatek motywacyjny z tego wiersza. Podstawa i tak go nie zawiera, więc jest zaniżona o { $difference }.
motivation-taken-off-basis = program, rozdz. 7: dodatek motywacyjny nie należy do podstawy
motivation-taken-off-hint = Wyczyść „Inne środki publiczne”. Wpisuje się tam tylko część płacy zasadniczej i jej pochodnych, którą płaci inna dotacja.
earlier-edition-not-said = Ta edycja uzupełnia edycję { $earlier }, a nie podano, ile z niej otrzymano na te same płace.
earlier-edition-not-said-hint = Kwoty z tamtej edycji wpisz w kolumnie „Inne środki publiczne (zł)”; jeśli gmina w niej nie uczestniczyła, wpisz 0.
claimed-twice = Asystent { $assistant }, { $month }: dofinansowanie { $programme } i inne środki publiczne { $public } to razem { $seen }, a zapłacono tylko { $expected }. Kwota { $difference } byłaby opłacona dwa razy.
claimed-twice-basis = ustawa o finansach publicznych, art. 169 ust. 2: środki ponad to, co potrzebne na zadanie
claimed-twice-hint = Sprawdź „Inne środki publiczne (zł)”. Jeśli kwota jest prawdziwa, ten koszt rozlicz w jednym programie.
motivation-service = Asystent { $assistant }, { $months }: dodatek motywacyjny wypłacono z umowy zlecenia, a program finansuje tylko umowy o pracę; strata { $difference }.
motivation-service-hint = Sprawdź formę umowy w tabeli „Zatrudnienie”. Jeśli jest prawdziwa, dodatek ponosi gmina.
motivation-absence = Asystent { $assistant }: dodatek motywacyjny za { $months } obejmuje { $days ->
    [one] { $days } dzień
   *[many] { $days } dni
 } nieobecności bez prawa do wynagrodzenia ({ $kinds }); w grze jest najwyżej { $difference }.
motivation-absence-basis = program, część V: dodatek za czas, za który należy się wynagrodzenie; wyjątkiem jest niezdolność do pracy
motivation-absence-hint = Sprawdź, czy dodatek za te dni się należał. Jeśli nie, wpisz niższą kwotę; program sam jej nie zmniejsza.
motivation-blank = Asystent { $assistant }, { $months }: nie wpisano dodatku motywacyjnego (finansowanie do { $most } na etat i miesiąc).
motivation-blank-basis = program: dodatek motywacyjny za każdy miesiąc umowy o pracę
motivation-blank-hint = Wpisz wypłacony dodatek; jeśli go nie wypłacono, wpisz 0.
supplement-blank = Asystent { $assistant }, { $months }: praca daje prawo do dodatku (dofinansowanie do { $most } na etat i miesiąc), a kwoty dodatku nie wpisano; w grze jest najwyżej { $difference }.
supplement-blank-basis = program: dodatek za każdy przepracowany miesiąc
supplement-blank-hint = { $heaped ->
    [yes] W innym wierszu stoi wysoki dodatek. Jeśli to dodatek za kilka miesięcy, rozpisz dodatek na miesiące: w każdym wierszu wpisz kwotę za jego miesiąc, bo liczony jest każdy miesiąc osobno. 
   *[no] { "" }
 }Wpisz wypłacony dodatek; jeśli go nie wypłacono, wpisz 0.
below-minimum-wage = Asystent { $assistant }, { $months }: płaca { $seen }{ $seniority ->
    [out] { " " }bez dodatku za wieloletnią pracę
   *[in] { "" }
 } (etat: { $fte }) jest niższa od minimalnej { $expected }{ $count ->
    [one] { " " }o { $difference }.
   *[other] { "." } Kwoty są za pierwszy z tych miesięcy; razem brakuje { $difference }.
 }
below-minimum-wage-basis = rozporządzenie o minimalnym wynagrodzeniu na ten rok{ $seniority ->
    [out] { "" }; od 2020 r. bez dodatku za wieloletnią pracę (Dz.U. 2019 poz. 1564)
   *[in] { "" }
 }
below-minimum-wage-hint = Sprawdź wymiar etatu i kwoty. Jeśli miesiąc był niepełny, wpisz nieobecność.
below-hourly-minimum = Asystent { $assistant }, { $months }: stawka { $seen } za godzinę jest niższa od minimalnej { $expected }{ $count ->
    [one] .
   *[other] { "." } Stawka jest za pierwszy z tych miesięcy; razem brakuje { $difference }.
 }
below-hourly-minimum-basis = rozporządzenie o minimalnej stawce godzinowej na ten rok
below-hourly-minimum-hint = Sprawdź liczbę godzin i kwotę z rachunku.

## Godziny

hours-missing = Asystent { $assistant }, { $month }: brakuje wartości w kolumnie „{ $column }”; bez niej miesiąc nie daje dodatku.
hours-missing-basis = program: co najmniej 120 godzin w miesiącu na pełny etat; przy zleceniu etat z godzin
hours-missing-hint = { $which ->
    [nominal_hours] Wpisz, ile godzin miał w tym miesiącu pełny etat (z kalendarza, na przykład 168).
   *[hours] Wpisz godziny z ewidencji czasu pracy albo rachunku. Przy umowie o pracę możesz zamiast tego wypełnić tabelę „Nieobecności”: program policzy godziny z kalendarza.
 }
hours-column-missing = W tabeli „Płace” brakuje kolumny „{ $column }”; bez niej nie da się policzyć { $which ->
    [nominal_hours] etatu z umowy zlecenia.
   *[hours] dodatków.
 }
hours-column-missing-basis = program: co najmniej 120 godzin w miesiącu na pełny etat; przy zleceniu etat z godzin
hours-column-missing-hint = { $which ->
    [nominal_hours] Dodaj kolumnę i wpisz, ile godzin miał w każdym miesiącu pełny etat (z kalendarza).
   *[hours] Dodaj kolumnę i wpisz godziny z ewidencji czasu pracy albo rachunków. Przy umowach o pracę możesz zamiast tego wypełnić tabelę „Nieobecności”: program policzy godziny z kalendarza.
 }
hours-unequal = Asystent { $assistant }, { $month }: w jednym wierszu jest { $seen } h, w innym { $expected } h.
hours-unequal-hint = Godziny wpisuje się raz, albo tak samo w każdym wierszu miesiąca; nie są dodawane.
nominal-hours-differ = Nominalny czas pracy ({ $month }): wpisano { $seen } h, a pełny etat miał { $expected } h.{ $count ->
    [one] { "" }
   *[other] {" "}Razem w { $count } miesiącach (wpisano → jest): { $list }.
 }
nominal-hours-differ-basis = Kodeks pracy, art. 130: 8 godzin za każdy dzień od poniedziałku do piątku, mniej 8 godzin za święto poza niedzielą
nominal-hours-differ-hint = Popraw godziny albo zostaw kolumnę pustą: program weźmie je z kalendarza. Przy skróconej normie czasu pracy opisz to w „Wyjaśnieniach”.
hours-above-presence = Asystent { $assistant }, { $month }: wpisano { $seen } h, a etat mniej nieobecności ({ $away } h) daje { $expected } h. Od tego zależy dodatek za ten miesiąc.
hours-above-presence-basis = program: co najmniej 120 godzin przepracowanych w miesiącu na pełny etat
hours-above-presence-hint = Popraw godziny albo nieobecności. Jeśli asystent pracował więcej (nadgodziny), opisz to w „Wyjaśnieniach”; liczą się godziny wpisane.
hours-reckoned = Godziny przepracowane policzono z kalendarza i tabeli „Nieobecności” za { $count ->
    [one] 1 miesiąc
    [few] { $count } miesiące
   *[many] { $count } miesięcy
 } pracy, bo ich nie wpisano.
hours-reckoned-basis = Kodeks pracy, art. 130 i 140: przy zadaniowym czasie pracy godziny są nominalne; nieobecność je obniża
hours-reckoned-hint = Sprawdź arkusz „Czas pracy” i daj go do podpisu kierownikowi jednostki. Godziny wpisane w „Płacach” mają pierwszeństwo.
absence-assistant-unknown = Nieobecność asystenta { $assistant }, którego nie ma w tabeli „Zatrudnienie”.
absence-assistant-unknown-hint = Popraw identyfikator albo dopisz umowę. Do tego czasu nieobecność niczego nie zmienia.
absences-overlap = Asystent { $assistant }: „{ $kind }” i „{ $other }” zachodzą na siebie od { $seen } do { $until }.
absences-overlap-basis = Kodeks pracy, art. 165-167: choroba przerywa urlop; co do pozostałych rodzajów przyjęto
absences-overlap-hint = Każdy dzień wpisz raz. Do tego czasu wspólne dni liczą się jako choroba, jeśli jedna z tych nieobecności jest chorobą, a w innym razie do tej, która zaczyna się wcześniej.
absence-outside-contract = Asystent { $assistant }: { $seen } jest dniem nieobecności „{ $kind }”, a nie obejmuje go żadna umowa.
absence-outside-contract-hint = Popraw daty nieobecności albo umowy. Dni bez umowy nie zmieniają godzin.
absence-hours-odd = Asystent { $assistant }: podano { $seen } h nieobecności, a jej dni robocze ({ $days }) mają najwyżej { $expected } h.
absence-hours-odd-basis = Kodeks pracy, art. 129: 8 godzin na dobę
absence-hours-odd-hint = Popraw godziny albo zostaw je puste: program policzy je z kalendarza.
hours-implausible = Asystent { $assistant }, { $month }: { $seen } h nie mieści się między { $least } a { $most } h.
hours-implausible-basis = rozsądny zakres godzin miesiąca; przyjęty
hours-implausible-hint = Sprawdź, czy nie zamieniono kolumn lub nie wpisano godzin z kilku miesięcy.

## Składki

contributions-missing = Asystent { $assistant }, { $month }: płaca { $pay }, a nie podano żadnych pochodnych.
contributions-missing-basis = program: koszt zatrudnienia to wynagrodzenie z pochodnymi
contributions-missing-hint = Wpisz składki pracodawcy z tej listy płac; jeśli ich nie było, wpisz 0.
contribution-differs = Asystent { $assistant }, { $month }: składka { $contribution } { $seen } nie pasuje do płacy { $pay }; z obliczenia wychodzi { $expected } (różnica { $difference }).
contribution-differs-basis = stopy składek na dzień wypłaty, każda składka zaokrąglona do grosza
contribution-differs-hint = Porównaj z listą płac: czy składki nie naliczono także od wynagrodzenia chorobowego, nagrody jubileuszowej albo odprawy, i czy wpisano wszystkie płace tego miesiąca. Składkę wypadkową sprzed kwietnia porównano ze stopą z innych miesięcy.
contributions-implausible = Asystent { $assistant }, { $months }: pochodne razem { $seen } przy płacy { $pay }; zwykle jest to od { $least } do { $most }.
contributions-implausible-basis = zwykłe składki pracodawcy to 15-25% płacy; zakres przyjęty
contributions-implausible-hint = Sprawdź, czy suma obejmuje wszystkie składki pracodawcy i tylko z tego wiersza. { $count ->
    [one] { "" }
   *[other] Kwoty są za pierwszy z tych miesięcy.
 }
contributions-grosz = { $items ->
    [one] { $items } składka różni się
    [few] { $items } składki różnią się
   *[many] { $items } składek różni się
 } od obliczonej o grosz (razem { $difference }).
contributions-grosz-basis = zaokrąglenia listy płac
contributions-grosz-hint = Nic nie trzeba robić.
labour-fund-zero = Asystent { $assistant }, { $month }: składka na FP i FS wynosi zero, a płaca { $pay } nie jest niższa od minimalnej { $minimum }.
labour-fund-zero-basis = składka na Fundusz Pracy należna od minimalnego wynagrodzenia; zwolnienia ze względu na wiek, urlop rodzicielski i inne
labour-fund-zero-hint = Jeśli asystent jest zwolniony, wpisz TAK w kolumnie „Zwolnienie z FP”. Uwaga podana raz, za pierwszy taki miesiąc.
labour-fund-below-minimum = Asystent { $assistant }, { $month }: składka na FP i FS { $seen } przy płacy { $pay }, niższej od minimalnej { $minimum }.
labour-fund-below-minimum-basis = składka na Fundusz Pracy należna, gdy podstawa sięga minimalnego wynagrodzenia
labour-fund-below-minimum-hint = Sprawdź, czy asystent ma inny tytuł ubezpieczenia; wtedy składka jest należna. Uwaga podana raz, za pierwszy taki miesiąc.
fgsp-budget-unit = Podano FGŚP ({ $seen }), a jednostki budżetowe tej składki nie płacą.
fgsp-budget-unit-basis = FGŚP obejmuje pracodawców będących przedsiębiorcami (z praktyki)
fgsp-budget-unit-hint = Sprawdź kolumnę. Jeśli asystenta zatrudnia inny podmiot, wpisz go w kolumnie „Pracodawca”.
ppk-too-early = Podano PPK ({ $seen }) za czas przed 1 stycznia 2021 r., gdy sektor publiczny jeszcze go nie miał.
ppk-too-early-basis = PPK w sektorze publicznym od 1 stycznia 2021 r.
ppk-too-early-hint = Sprawdź kolumnę i datę zapłaty.

ppk-odd = Asystent { $assistant }, { $months }: PPK { $seen } przy płacy { $pay }; wpłata pracodawcy to od { $least } do { $most } albo nic.
ppk-odd-basis = PPK: wpłata podstawowa pracodawcy 1,5% i dodatkowa najwyżej 2,5%
ppk-odd-hint = Sprawdź, czy w kolumnie jest tylko wpłata pracodawcy, a nie razem z wpłatą pracownika. { $count ->
    [one] { "" }
   *[other] Kwoty są za pierwszy z tych miesięcy.
 }
## Rodziny

family-data-missing = Nie ma danych o rodzinach; ich pola na formularzu zostaną puste.
family-data-missing-hint = Dołącz tabelę „Rodziny” albo „Rodziny - zestawienie”.
family-dates-reversed = Rodzina { $family }: koniec { $seen } jest przed początkiem { $expected }.
family-dates-reversed-hint = Popraw „Od” lub „Do”; do tego czasu wiersz nie jest liczony.
families-outside-period = { $rows ->
    [one] Pominięto { $rows } wiersz rodzin
    [few] Pominięto { $rows } wiersze rodzin
   *[many] Pominięto { $rows } wierszy rodzin
 } spoza okresu rozliczenia.
families-outside-period-hint = Nic nie trzeba robić.
family-assistant-unknown = Asystenta { $assistant } nie ma w tabeli „Zatrudnienie”, a ma rodziny ({ $rows ->
    [one] { $rows } wiersz
    [few] { $rows } wiersze
   *[many] { $rows } wierszy
 }).
family-assistant-unknown-hint = Popraw identyfikator albo dopisz umowę tego asystenta.
family-outside-contract = Asystent { $assistant } ma rodziny w dniach bez umowy: { $families }.
family-outside-contract-hint = Wpisz, kiedy rodziny przejął inny asystent, albo popraw daty umowy.
family-two-assistants = Rodzina { $family } ma jednocześnie dwóch asystentów ({ $first } i { $second }) od { $from }, przez { $days ->
    [one] { $days } dzień
    [few] { $days } dni
   *[many] { $days } dni
 }.
family-two-assistants-hint = Jeśli rodzinę przekazano, wpisz koniec u pierwszego asystenta w dniu, w którym zaczyna drugi. Zastępstwo wpisz w kolumnie „Zastępuje”.
family-overlaps-itself = Rodzina { $family } jest u asystenta { $first } wpisana dwa razy na te same dni (od { $from }).
family-overlaps-itself-hint = Połącz wiersze albo popraw daty; w liczbach rodzina jest liczona raz.
caseload-above-limit = Asystent { $assistant }: { $seen ->
    [one] { $seen } rodzina
    [few] { $seen } rodziny
   *[many] { $seen } rodzin
 } jednocześnie ({ $day }), a dozwolone jest najwyżej { $expected }.
caseload-above-limit-basis = ustawa o wspieraniu rodziny, art. 15 ust. 4
caseload-above-limit-hint = Sprawdź daty rodzin. Jeśli są prawdziwe, przygotuj wyjaśnienie; kwoty od tego nie zależą.
family-part-above-whole = { $who }: „{ $part }” wynosi { $seen }, a „{ $whole }” tylko { $expected }.
family-part-above-whole-basis = formularz rozliczenia: część nie może być większa od całości
family-part-above-whole-hint = Popraw jedną z liczb.
family-advice-unclear = Rodzina { $family }: { $seen } dzieci objęto poradami „Za życiem”, a rodzina nie ma porad (TAK).
family-advice-unclear-basis = formularz rozliczenia: dzieci w rodzinach objętych poradami
family-advice-unclear-hint = Wpisz TAK w kolumnie „Porady "Za życiem"” albo usuń liczbę dzieci.
children-missing = Nie podano liczby dzieci: { $families }.
children-missing-basis = formularz rozliczenia: liczba dzieci
children-missing-hint = Uzupełnij kolumnę „Liczba dzieci”; bez niej suma na formularzu jest za mała.
family-ground-missing = Nie podano podstawy przydzielenia: { $families }.
family-ground-missing-hint = Uzupełnij „Podstawa przydzielenia”; kwoty od niej nie zależą.
family-category-missing = Nie podano kategorii: { $families }.
family-category-missing-hint = Uzupełnij „Kategoria”; kwoty od niej nie zależą.
end-reason-missing = { $rows ->
    [one] Praca z rodziną zakończyła się bez podanej przyczyny: { $families }.
    [few] Praca z { $rows } rodzinami zakończyła się bez podanej przyczyny: { $families }.
   *[many] Praca z { $rows } rodzinami zakończyła się bez podanej przyczyny: { $families }.
 }
end-reason-missing-hint = Uzupełnij „Przyczyna zakończenia”; kwoty od niej nie zależą.
assessment-overdue = { $rows ->
    [one] Rodzina { $families } nie ma oceny z ostatniego półrocza.
    [few] { $rows } rodziny nie mają oceny z ostatniego półrocza: { $families }.
   *[many] { $rows } rodzin nie ma oceny z ostatniego półrocza: { $families }.
 }
assessment-overdue-basis = ustawa o wspieraniu rodziny, art. 15 ust. 1 pkt 15: ocena nie rzadziej niż co pół roku
assessment-overdue-hint = Uzupełnij „Data ostatniej oceny” albo przygotuj wyjaśnienie; kwoty od tego nie zależą.
plan-missing = { $rows ->
    [one] { $rows } rodzina nie ma planu pracy
    [few] { $rows } rodziny nie mają planu pracy
   *[many] { $rows } rodzin nie ma planu pracy
 }, choć minęło pół roku albo wpisano ocenę: { $families }.
plan-missing-basis = ustawa o wspieraniu rodziny, art. 15 ust. 1: plan pracy z rodziną (pkt 1 i 2), ocena nie rzadziej niż co pół roku (pkt 15)
plan-missing-hint = Uzupełnij „Data planu pracy” albo przygotuj wyjaśnienie; kwoty od tego nie zależą.
assessment-before-plan = { $rows ->
    [one] { $rows } rodzina ma ocenę wcześniejszą niż plan pracy
    [few] { $rows } rodziny mają ocenę wcześniejszą niż plan pracy
   *[many] { $rows } rodzin ma ocenę wcześniejszą niż plan pracy
 } (pierwsza { $seen }): { $families }.
assessment-before-plan-basis = ustawa o wspieraniu rodziny, art. 15 ust. 1: plan pracy z rodziną (pkt 1 i 2), ocena (pkt 15)
assessment-before-plan-hint = Sprawdź obie daty; być może zamieniono kolumny. Kwoty od nich nie zależą.

## Po obliczeniu

hours-below-threshold =
    Asystent { $assistant }, { $month }: { $seen } h, a potrzeba { $expected } h. Dodatek za ten miesiąc jest poza Programem; strata { $difference }.{ $why ->
        [leave] {" "}Z urlopem wypoczynkowym ({ $leave } h) godzin by wystarczyło.
       *[other] {""}
    }
hours-below-threshold-basis =
    { $why ->
        [leave] program: co najmniej 120 godzin przepracowanych na pełny etat. Nie mówi, czy liczy się urlop: przyjęto, że nie (odczytanie hours-worked)
       *[other] program: co najmniej 120 godzin w miesiącu na pełny etat
    }
hours-below-threshold-hint =
    { $why ->
        [leave] Sprawdź dni urlopu w tabeli „Nieobecności”. Jeśli urząd wojewódzki liczy urlop do godzin przepracowanych, wpisz w tabeli „Odczytania”: hours-worked, with-holiday-leave. Wtedy ten miesiąc daje { $difference }.
        [reckoned] Sprawdź dni w tabeli „Nieobecności” i arkusz „Czas pracy”. Jeśli są prawdziwe, dodatek ponosi gmina.
       *[other] Sprawdź wpisane godziny. Jeśli są prawdziwe, dodatek ponosi gmina.
    }
not-employed-on-reference-day = Asystent { $assistant } nie był zatrudniony { $day }, więc nie ma dofinansowania dodatku{ $known ->
    [yes] ; strata { $difference }.
   *[no] . Straty nie podano, bo etatu w tym dniu nie da się ustalić.
 }
not-employed-on-reference-day-basis = program: warunek zatrudnienia w oznaczonym dniu
not-employed-on-reference-day-hint = Sprawdź w aktach, czy wpisano wszystkie umowy asystenta. Jeśli tak, dodatek ponosi gmina.
not-ready = Asystent { $assistant } ma wpisaną gotowość „Za życiem” NIE, więc nie ma dofinansowania dodatku; strata { $difference }.
not-ready-basis = program: gotowość do wsparcia „Za życiem”
not-ready-hint = Sprawdź oświadczenie asystenta; puste pole znaczy, że jest gotowy.
amount-ceiling-binds = { $round ->
    [none] Najwyższa kwota na etat
   *[other] { $round }: najwyższa kwota na etat
 } zmniejsza dofinansowanie składnika „{ $component }” o { $difference }.
amount-ceiling-binds-basis = program: najwyższa kwota na pełny etat
amount-ceiling-binds-hint = Sprawdź wymiary etatów. Jeśli są prawdziwe, tę kwotę ponosi gmina.
amount-ceiling-reached = { $round ->
    [none] Dodatek
   *[other] { $round }: dodatek
 } z pochodnymi kosztuje tyle, że dofinansowanie sięga najwyższej kwoty na etat; ponad nią zostaje { $difference } i ponosi to gmina.
amount-ceiling-reached-basis = program: najwyższa kwota na pełny etat
amount-ceiling-reached-hint = Nic nie trzeba robić.
own-share-binds = { $round ->
    [none] Dofinansowanie dodatków
   *[other] { $round }: dofinansowanie dodatków
 } to najwyżej { $expected } ich kosztu; bez tej granicy byłoby wyższe o { $difference }.
own-share-binds-basis = program: wkład własny gminy w koszcie dodatków
own-share-binds-hint = Sprawdź, czy wpisano pełną kwotę brutto dodatku, razem z wkładem własnym. Jeśli tak, różnicy nie da się odzyskać.
award-binds = { $round ->
    [none] Składnik „{ $component }”
   *[other] { $round }, składnik „{ $component }”
 }: z zasad wynika { $expected }, a przyznano { $seen }; gmina traci { $difference }.
award-binds-basis = umowa z wojewodą: kwota przyznana jest najwyższą
award-binds-hint = Sprawdź, czy wpisano kwotę po ostatnim aneksie. Różnicę ponosi gmina.
award-above-rule = { $round ->
    [none] Składnik „{ $component }”
   *[other] { $round }, składnik „{ $component }”
 }: przyznano { $seen }, a z zasad wynika { $expected }; { $difference } zostanie niewykorzystane.
award-above-rule-basis = program: najwyższe dofinansowanie
award-above-rule-hint = Sprawdź, czy tabele zawierają wszystkie koszty i wypłaty.
received-above-rule = { $round ->
    [none] Składnik „{ $component }”
   *[other] { $round }, składnik „{ $component }”
 }: otrzymano { $seen }, a należy się { $expected }; { $left ->
    [no] niewykorzystane { $difference } zwrócono
   *[yes] do zwrotu { $difference }
 }.
received-above-rule-basis = program i umowa: zwrot niewykorzystanych środków
received-above-rule-hint = { $left ->
    [no] Zwrot jest już wpisany w tabeli „Zwroty”; nic nie trzeba robić.
   *[yes] Sprawdź, czy tabele zawierają wszystkie koszty i wypłaty. Jeśli tak, zwróć różnicę w terminie z umowy i wpisz wpłatę w tabeli „Zwroty”.
 }
due-not-transferred = { $round ->
    [none] Składnik „{ $component }”
   *[other] { $round }, składnik „{ $component }”
 }: należy się { $expected }, a otrzymano { $seen }; { $difference } jeszcze nie wpłynęło.
due-not-transferred-basis = umowa z wojewodą: kwota przyznana
due-not-transferred-hint = Sprawdź wyciągi i kolumnę „Otrzymano (zł)”. Dofinansowanie liczone jest do kwoty otrzymanej.
returned-too-much = Składnik „{ $component }”: zwrócono { $seen }, a do zwrotu jest { $expected }; nadpłacono { $difference }.
returned-too-much-basis = umowa z wojewodą: zwrot niewykorzystanych środków
returned-too-much-hint = Sprawdź tabelę „Zwroty”; o nadpłatę zapytaj urząd wojewódzki.

award-not-posts = Przyznano { $seen }, a z etatów w dniu ogłoszenia wychodzi { $expected } ({ $posts } × { $each }). Przyznanej kwocie odpowiada liczba etatów: { $implied }.
award-not-posts-hint = Porównaj wymiary etatów z wnioskiem i z listą dofinansowanych gmin. Jeśli etaty są prawdziwe, wyjaśnij różnicę { $difference } z urzędem wojewódzkim.
family-tables-differ = „{ $what }” ({ $who }): w tabeli „Rodziny - zestawienie” jest { $seen }, a z tabeli „Rodziny” wychodzi { $expected }. Do formularza idzie liczba z tabeli „Rodziny”.
family-tables-differ-basis = rzetelność sprawozdań: te same liczby w każdym dokumencie
family-tables-differ-hint = Ustal, która tabela jest aktualna, i popraw drugą.

## Księgi

ledger-paragraph = Paragraf { $paragraph }{ $named ->
    [yes] { " " }({ $name })
   *[no] { "" }
 }: zaksięgowano w nim { $seen } z Programu, a { $reason ->
    [no-employment] nikt nie ma umowy o pracę.
    [no-service] nikt nie ma umowy zlecenia.
    [no-ppk] PPK w sektorze publicznym jest dopiero od 2021 r.
    [only-2017] ten paragraf istniał tylko od 26 lipca do 31 grudnia 2017 r.
    [no-other-employer] nie podano innego pracodawcy (kolumna „Pracodawca”).
   *[not-pay] nie jest to paragraf wynagrodzeń ani składek.
 }
ledger-paragraph-basis = klasyfikacja budżetowa: § 4010, 4110, 4120, 4170, 4710
ledger-paragraph-hint = Sprawdź dekretację. Jeśli wydatek nie jest wynagrodzeniem asystenta ani składką, nie należy do Programu.
ledger-parts = Paragraf { $paragraph }: Program i inne osoby to razem { $seen }, a obroty wynoszą { $expected }; o { $difference } za dużo.
ledger-parts-hint = Popraw podział obrotów w tabeli „Księgi”.
booked-differs = Kolumna „{ $column }” ma razem { $seen }, a rozliczenie daje na ten składnik ({ $component }) { $expected }. Różnica: { $difference }.
booked-differs-hint = Popraw kwoty w tej kolumnie, aby razem dały { $expected }, albo usuń z Odczytań sposób „as-booked”. Do tego czasu różnicę bierze ostatni wiersz.
booked-missing = Według wybranego odczytania dofinansowanie dzieli się tak, jak zaksięgowano, a tabela Płace nie ma kwot w kolumnie „{ $column }”. Podzielono w proporcji do limitów.
booked-missing-hint = Wpisz w tej kolumnie, ile z każdej wypłaty zaksięgowano ze środków Programu (razem { $expected }), albo usuń z Odczytań sposób „as-booked”.
ledger-differs = W księgach jest { $seen } z Programu, a dofinansowanie z rozliczenia to { $expected }: w księgach { $short ->
    [yes] brakuje { $difference }.
   *[no] jest o { $difference } za dużo.
 }
ledger-differs-basis = ustawa o finansach publicznych, art. 152: wyodrębniona ewidencja środków i wydatków
ledger-differs-hint = Przeksięguj różnicę między środkami Programu a własnymi albo wyjaśnij ją.
## Zwroty i odsetki

interest-period = { $period_first } - { $period_last }, { $period_days ->
    [one] { $period_days } dzień
    [few] { $period_days } dni
   *[many] { $period_days } dni
 } po { $period_rate } rocznie
return-overdue = { $round ->
    [none] Składnik „{ $component }”
   *[other] { $round }, składnik „{ $component }”
 }: niewykorzystane { $principal } było do zwrotu do { $expected }, a do { $seen } nie wróciło. { $state ->
    [known] Odsetki do tego dnia: { $interest } ({ $periods }).
    [small] Odsetki do tego dnia nie przekraczają trzykrotności opłaty za list polecony, więc się ich nie płaci.
    [clause] Umowa nie przewiduje tych odsetek.
    [none] Odsetek nie ma: żaden dzień ich nie nalicza.
   *[unknown] Odsetek nie policzono: brak stawki albo daty przekazania.
 }
return-overdue-basis = { $regime ->
    [state] ustawa o finansach publicznych, art. 168 ust. 1 i 3
    [statute] ustawa o wspieraniu rodziny, art. 197 ust. 8-10; ustawa o finansach publicznych, art. 168 ust. 1 i 3
   *[contract] umowa i program; odsetki jak od zaległości podatkowych to odczytanie
 }
return-overdue-hint = { $state ->
    [small] Zwróć kwotę
    [clause] Zwróć kwotę
    [none] Zwróć kwotę
   *[known] Zwróć kwotę razem z odsetkami na dzień wpłaty
 } i wpisz wpłatę w tabeli „Zwroty”. Jeśli już ją zwrócono, wpisz datę i kwotę.
returned-late = { $round ->
    [none] Składnik „{ $component }”
   *[other] { $round }, składnik „{ $component }”
 }: { $principal } zwrócono { $seen }, a termin minął { $expected }. { $state ->
    [known] Odsetki do dnia zwrotu: { $interest } ({ $periods }).
    [small] Odsetki do dnia zwrotu nie przekraczają trzykrotności opłaty za list polecony, więc się ich nie płaci.
    [clause] Umowa nie przewiduje tych odsetek.
    [none] Odsetek nie ma: żaden dzień ich nie nalicza.
   *[unknown] Odsetek nie policzono: brak stawki albo daty przekazania.
 }{ $weekday ->
    [saturday] {" "}Termin wypadał w sobotę; jeśli dni liczyć do następnego dnia roboczego (odczytanie days-counted: next-working-day), zwrot był w terminie.
    [sunday] {" "}Termin wypadał w niedzielę; jeśli dni liczyć do następnego dnia roboczego (odczytanie days-counted: next-working-day), zwrot był w terminie.
    [holiday] {" "}Termin wypadał w święto; jeśli dni liczyć do następnego dnia roboczego (odczytanie days-counted: next-working-day), zwrot był w terminie.
   *[working] { "" }
 }
returned-late-basis = { $regime ->
    [state] ustawa o finansach publicznych, art. 168 ust. 1 i 3
    [statute] ustawa o wspieraniu rodziny, art. 197 ust. 8-10; ustawa o finansach publicznych, art. 168 ust. 1 i 3
   *[contract] umowa i program; odsetki jak od zaległości podatkowych to odczytanie
 }
returned-late-hint = { $settled ->
    [yes] Odsetki już zapłacono; nic nie trzeba robić.
    [none] Odsetek nie ma; nic nie trzeba robić.
   *[no] Sprawdź datę na wyciągu i termin w umowie. Jeśli odsetek jeszcze nie zapłacono, dopłać je i wpisz w tabeli „Zwroty”.
 }
determination-overdue = { $round ->
    [none] Składnik „{ $component }”
   *[other] { $round }, składnik „{ $component }”
 }: { $principal } { $ground ->
    [misused] wykorzystane niezgodnie z przeznaczeniem
   *[undue] pobrane nienależnie lub w nadmiernej wysokości
 } było do zwrotu do { $expected }, a do { $seen } nie wróciło. { $state ->
    [known] Odsetki do tego dnia: { $interest } ({ $periods }).
    [small] Odsetki do tego dnia nie przekraczają trzykrotności opłaty za list polecony, więc się ich nie płaci.
    [clause] Umowa nie przewiduje tych odsetek.
    [none] Odsetek nie ma: żaden dzień ich nie nalicza.
   *[unknown] Odsetek nie policzono: brak stawki albo daty przekazania.
 }
determination-overdue-basis = { $regime ->
    [state] ustawa o finansach publicznych, art. 169 ust. 1 i 5
    [statute] ustawa o wspieraniu rodziny, art. 197 ust. 8-10; ustawa o finansach publicznych, art. 169 ust. 1 i 5
   *[contract] umowa i program; odsetki jak od zaległości podatkowych to odczytanie
 }
determination-overdue-hint = { $state ->
    [small] Zwróć kwotę
    [clause] Zwróć kwotę
    [none] Zwróć kwotę
   *[known] Zwróć kwotę razem z odsetkami na dzień wpłaty
 } i wpisz „Data zwrotu” w tabeli „Ustalenia” oraz wpłatę w tabeli „Zwroty”.
determination-returned-late = { $round ->
    [none] Składnik „{ $component }”
   *[other] { $round }, składnik „{ $component }”
 }: { $principal } { $ground ->
    [misused] wykorzystane niezgodnie z przeznaczeniem
   *[undue] pobrane nienależnie lub w nadmiernej wysokości
 } zwrócono { $seen }, a termin minął { $expected }. { $state ->
    [known] Odsetki do dnia zwrotu: { $interest } ({ $periods }).
    [small] Odsetki do dnia zwrotu nie przekraczają trzykrotności opłaty za list polecony, więc się ich nie płaci.
    [clause] Umowa nie przewiduje tych odsetek.
    [none] Odsetek nie ma: żaden dzień ich nie nalicza.
   *[unknown] Odsetek nie policzono: brak stawki albo daty przekazania.
 }{ $weekday ->
    [saturday] {" "}Termin wypadał w sobotę; jeśli dni liczyć do następnego dnia roboczego (odczytanie days-counted: next-working-day), zwrot był w terminie.
    [sunday] {" "}Termin wypadał w niedzielę; jeśli dni liczyć do następnego dnia roboczego (odczytanie days-counted: next-working-day), zwrot był w terminie.
    [holiday] {" "}Termin wypadał w święto; jeśli dni liczyć do następnego dnia roboczego (odczytanie days-counted: next-working-day), zwrot był w terminie.
   *[working] { "" }
 }
determination-returned-late-basis = { $regime ->
    [state] ustawa o finansach publicznych, art. 169 ust. 1 i 5
    [statute] ustawa o wspieraniu rodziny, art. 197 ust. 8-10; ustawa o finansach publicznych, art. 169 ust. 1 i 5
   *[contract] umowa i program; odsetki jak od zaległości podatkowych to odczytanie
 }
determination-returned-late-hint = { $settled ->
    [yes] Odsetki już zapłacono; nic nie trzeba robić.
    [none] Odsetek nie ma; nic nie trzeba robić.
   *[no] Sprawdź datę na wyciągu. Jeśli odsetek jeszcze nie zapłacono, dopłać je i wpisz w tabeli „Zwroty”.
 }
bank-interest-not-returned = W arkuszu „Umowa” podano odsetki bankowe { $expected }, a zwrócono z nich { $seen }; do zwrotu { $difference }.
bank-interest-not-returned-basis = wytyczne do umowy: niewykorzystane środki wracają wraz z odsetkami bankowymi
bank-interest-not-returned-hint = Zwróć odsetki bankowe od niewykorzystanej części i wpisz je w tabeli „Zwroty”. Jeśli kwota z umowy dotyczy też środków wykorzystanych, zapytaj urząd wojewódzki.
bank-interest-unknown = Zwrócono niewykorzystane środki, a nie podano odsetek bankowych.
bank-interest-unknown-basis = wytyczne do umowy: niewykorzystane środki wracają wraz z odsetkami bankowymi
bank-interest-unknown-hint = Wpisz odsetki z wyciągu; jeśli rachunek nie był oprocentowany, wpisz 0.
interest-differs = { $round ->
    [none] Składnik „{ $component }”
   *[other] { $round }, składnik „{ $component }”
 }: { $blank ->
    [yes] odsetek nie wpisano
   *[no] wpisano odsetki { $seen }
 }, a z obliczenia wychodzi { $expected } ({ $short ->
    [yes] brakuje { $difference }
   *[no] za dużo o { $difference }
 }){ $state ->
    [small] , bo suma nie przekracza trzykrotności opłaty za list polecony.
    [clause] , bo umowa nie przewiduje tych odsetek.
   *[known] { $days ->
        [0] , bo zwrócono w terminie.
       *[other] : { $periods }.
     }
 }
interest-differs-basis = Ordynacja podatkowa, art. 53-56 i 63: kwota × dni × stawka / 365 dla każdej stawki osobno, suma zaokrąglona raz do pełnych złotych
interest-differs-hint = Porównaj daty i kwoty z wyciągiem. Niedopłatę wpłać, o nadpłatę zapytaj urząd wojewódzki. Odsetki bankowe mają własną kolumnę.
interest-not-computed = { $round ->
    [none] Składnik „{ $component }”
   *[other] { $round }, składnik „{ $component }”
 }: odsetek nie da się policzyć, bo { $reason ->
    [transfer] nie podano dnia przekazania środków.
    [contract] umowa przewiduje odsetki ustawowe, a ich stawek ten program komputerowy nie zna.
    [large] suma jest za duża.
   *[rate] stawki na dzień { $seen } nie sprawdzono.
 }
interest-not-computed-basis = Ordynacja podatkowa, art. 53-56
interest-not-computed-hint = { $reason ->
    [transfer] Wpisz „Data otrzymania” w tabeli „Środki”.
    [contract] Policz je poleceniem „rozlicz interest”, podając stawki: --rate DATA=PROCENT.
    [large] Sprawdź kwoty w tabelach „Środki” i „Ustalenia”.
   *[rate] Policz odsetki w kalkulatorze Ministerstwa Finansów.
 }
information-duty = Przyznano razem { $seen }, czyli więcej niż { $expected }: gmina ma obowiązki informacyjne (plakat i strona internetowa).
information-duty-basis = ustawa o finansach publicznych, art. 35a; Dz.U. 2021 poz. 953 (późniejszych zmian progu nie sprawdzono)
information-duty-hint = Sprawdź w umowie i w urzędzie wojewódzkim, co trzeba zamieścić i jak długo; kwoty od tego nie zależą.

## Wypis

findings-label-place = gdzie
findings-label-related = też
findings-label-seen = jest
findings-label-expected = ma być
findings-label-difference = różnica
findings-label-basis = podstawa
findings-label-hint = co zrobić
findings-none = Nie znaleziono błędów ani ostrzeżeń.
findings-errors = { $count ->
    [one] { $count } błąd
    [few] { $count } błędy
   *[many] { $count } błędów
 }
findings-warnings = { $count ->
    [one] { $count } ostrzeżenie
    [few] { $count } ostrzeżenia
   *[many] { $count } ostrzeżeń
 }
findings-notes = { $count ->
    [one] { $count } uwaga
    [few] { $count } uwagi
   *[many] { $count } uwag
 }
findings-count = Razem: { $errors }, { $warnings }, { $notes }.

lines-do-not-add-up = { $round ->
    [none] Składnik „{ $component }”
   *[other] { $round }, składnik „{ $component }”
 }: suma { $seen } różni się od { $expected } o { $difference }.
lines-do-not-add-up-basis = ustawa o finansach publicznych, art. 152
lines-do-not-add-up-hint = To błąd programu, nie danych. Nie podpisuj tego rozliczenia i zgłoś go autorom.

## Kontrole bez zastrzeżeń

passed-c01 = Kwoty otrzymane, przyznane i zwrócone zgadzają się ze sobą.
passed-c02 = Dofinansowanie i wkład własny dają razem koszt, w sumie i w każdym wierszu.
passed-c03 = Dofinansowanie dodatków nie przekracza dozwolonej części ich kosztu i nic przez to nie przepada.
passed-c04 = Dofinansowanie kosztów zatrudnienia nie przekracza dozwolonego poziomu.
passed-c05 = Kwoty na etat nie są przekroczone, dodatki wpisano za wszystkie miesiące, które je dają.
passed-c06 = Godziny podano tam, gdzie są potrzebne, i nigdzie nie są poniżej progu.
passed-c07 = Asystenci z dodatkiem byli zatrudnieni w dniu, którego wymaga program.
passed-c08 = Miesiące i daty zapłaty mieszczą się w terminach.
passed-c09 = Składki pasują do płac w miesiącach bez nieobecności, wyrównań i zmian warunków.
passed-c10 = FP, FGŚP i PPK podano tylko tam, gdzie są należne.
passed-c11 = Do podstawy nie weszły dodatek motywacyjny, inne składniki ani inne środki publiczne i żadna kwota nie jest opłacona dwa razy.
passed-c12 = Płace z umów zlecenia stoją we właściwej kolumnie, a księgi we właściwych paragrafach (jeśli je podano).
passed-c13 = Żaden asystent nie miał jednocześnie więcej rodzin, niż pozwala ustawa.
passed-c14 = Podstawę kwalifikacji podano dla wszystkich asystentów.
passed-c15 = Nikogo nie wskazano jako pracownika socjalnego.
passed-c16 = Plany pracy i oceny rodzin są w terminie, o ile podano ich daty.
passed-c17 = Niewykorzystane środki wróciły w terminie albo termin jeszcze nie minął.
passed-c18 = Kwoty z tabeli „Ustalenia” wróciły w ciągu 15 dni albo termin jeszcze nie minął.
passed-c19 = Odsetki w tabeli „Zwroty” są takie, jak z obliczenia.
passed-c20 = Nie przyznano więcej, niż wnioskowano, a tabele rodzin zgadzają się ze sobą. Etatów z wniosku i ze sprawozdania półrocznego nie ma w danych, więc nie są porównane.
passed-c21 = Kod TERYT ma właściwą budowę i pasuje do województwa. Czy gmina o tym kodzie istnieje, nie jest sprawdzane.
passed-c22 = Kwota przyznana to etaty razy kwota na etat, co do grosza.
passed-c23 = Daty wniosku, umowy, aneksu i wpływu środków są po kolei, a terminy z umowy nie są późniejsze niż w programie.
passed-c24 = Płace pełnych miesięcy i stawki godzinowe nie są niższe od minimalnych.
passed-c25 = Podano numery i daty umowy i aneksu oraz osobę do podpisu.
findings-provisional = Kwoty są tymczasowe: najpierw popraw błędy.
