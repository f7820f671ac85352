## Uzgodnienie z księgami

ledger-does-not-tie = Paragraf { $paragraph }: z ksiąg wychodzi { $seen } kosztu kwalifikowanego, a w rozliczeniu jest { $expected }. { $short ->
    [yes] W księgach brakuje { $difference }
   *[no] W księgach jest o { $difference } za dużo
 }. Obroty { $turnover }{ $others_given ->
    [yes] { "; inne osoby " }{ $others }
   *[no] { "" }
 }{ $previous_given ->
    [yes] { "; za poprzedni rok " }{ $previous }
   *[no] { "" }
 }{ $unpaid_given ->
    [yes] { "; niezapłacone do końca roku " }{ $unpaid }
   *[no] { "" }
 }{ $left_out_given ->
    [yes] { "; poza kosztem kwalifikowanym " }{ $left_out }
   *[no] { "" }
 }.
ledger-does-not-tie-basis = ustawa o finansach publicznych, art. 152: wyodrębniona ewidencja środków i wydatków
ledger-does-not-tie-hint = { $cause ->
    [other-paragraph] Ta sama kwota, z odwrotnym znakiem, została w { $cause_name }: sprawdź, czy wydatku nie zaksięgowano w niewłaściwym paragrafie.
    [step] Reszta jest równa pozycji „{ $cause_name }”: sprawdź, czy księgi ją zawierają tak jak lista płac.
    [payment] Reszta jest równa kwocie asystenta { $cause_who } za { $cause_month }: sprawdź, czy i kiedy ją zaksięgowano.
    [month] Reszta jest równa wszystkim kwotom tego paragrafu za { $cause_month }: sprawdź, czy i kiedy je zaksięgowano.
    [person] Reszta jest równa wszystkim kwotom asystenta { $cause_who }: sprawdź, czy księgowano go w tym rozdziale.
    [sign] Reszta jest równa podwojonej pozycji „{ $cause_name }”: sprawdź, czy nie ujęto jej z odwrotnym znakiem.
   *[none] Sprawdź kolumnę „z tego inne osoby (zł)”, wypłaty spoza tabeli Płace i daty zapłaty.
 } Jeśli różnica jest słuszna, wpisz do tabeli Wyjaśnienia kod „ledger-does-not-tie § { $paragraph }”. Wszystkie kroki pokazuje arkusz Uzgodnienie.
ledger-paragraph-missing = Tabela Księgi nie podaje obrotów: { $paragraphs }. W rozliczeniu jest tam { $seen } kosztu; { $count ->
    [one] tego paragrafu nie uzgodniono.
   *[other] tych paragrafów nie uzgodniono.
 }
ledger-paragraph-missing-hint = Dopisz do tabeli Księgi wiersz z obrotami każdego z nich.
ledger-paragraphs-together = Składki podano jedną kwotą, bez podziału na paragrafy: § 4110, 4120 i 4710 uzgodniono łącznie.
ledger-paragraphs-together-hint = Aby uzgodnić każdy z nich osobno, podaj składki w osobnych kolumnach tabeli Płace.
ledger-programme-split = Środki Programu zgadzają się w sumie, ale { $difference } zaksięgowano w innych paragrafach, niż wynika z podziału według kosztu: { $paragraphs }.
ledger-programme-split-hint = Podziału na paragrafy przepisy nie narzucają, to odczytanie programu komputerowego. Jeśli umowa mówi inaczej, zostaw księgi bez zmian; możesz to zapisać w tabeli Wyjaśnienia.

## Wyjaśnienia

explanation-of-error = Wyjaśnienie dotyczy błędu „{ $seen }”. Błędu nie można wyjaśnić, trzeba go poprawić.
explanation-of-error-hint = Popraw dane, o których mówi błąd, i usuń ten wiersz z tabeli Wyjaśnienia.
explanation-matches-nothing = Wyjaśnienie „{ $seen }” niczego nie wyjaśnia: { $reason ->
    [no-such-code] nie ma takiego kodu.
    [other-place] jest taka uwaga, ale o innym asystencie, miesiącu albo paragrafie.
   *[not-found] tym razem nie ma takiej uwagi.
 }
explanation-matches-nothing-hint = { $reason ->
    [no-such-code] { $near ->
        [none] Przepisz kod z arkusza Kontrole.
       *[other] Czy chodziło o „{ $near }”? Przepisz kod z arkusza Kontrole.
     }
    [other-place] Porównaj asystenta, miesiąc i paragraf z arkuszem Kontrole. Puste pole oznacza „wszystkie”.
   *[not-found] Usuń ten wiersz, jeśli pochodzi z poprzedniego roku albo uwaga już znikła.
 }
findings-label-explained = odpowiada
findings-explained-by = { $who }, { $when }: { $text }
findings-explained-word = wyjaśnione
findings-count-explained = { $count } Ostrzeżenia wyjaśnione: { $explained }.
