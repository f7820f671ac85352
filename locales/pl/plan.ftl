# Plan na następny rok.
plan-year-without-rates = Na rok { $year } nie ma jeszcze ogłoszonych wartości: { $missing }. Ostatnie znane: { $newest }.
plan-year-without-rates-hint = Wpisz te wartości do tabeli „Założenia” (gotową tabelę daje polecenie init z opcją --plan). Ostatnie znane można przepisać jako własne założenie.
plan-year-over = Prognoza na { $year } r. nie ma sensu: podane tabele są za { $seen } r.
plan-year-over-hint = Podaj w opcji --for rok następny po roku tabel.
plan-year-skipped = Tabele są za { $seen } r., a szacunek dotyczy { $year } r. Roku { $before } nikt nie policzył: trzynastka za { $before } r. jest założeniem, dzisiejszą płacą przez cały rok, a jego podwyżek i zmian kadrowych szacunek nie zna.
plan-year-skipped-hint = Najpierw oszacuj { $before } r.; gdy się skończy, podaj jego tabele.
plan-nobody = W roku { $year } nikt nie jest zatrudniony: wszystkie umowy się kończą, a plan nikogo nie zatrudnia.
plan-nobody-hint = Sprawdź kolumnę „Zatrudniony do” w tabeli Zatrudnienie albo dopisz zatrudnienia w tabeli „Zmiany kadrowe”.
plan-no-pay = Asystent { $assistant }: nie wiadomo, ile będzie zarabiać ({ $form }), bo w tym roku nie ma żadnej wypłaty z wynagrodzeniem zasadniczym.
plan-no-pay-hint = Dopisz wypłaty do tabeli Płace albo podaj wynagrodzenie w tabeli „Zmiany kadrowe”: zdarzenie „zmiana warunków” od 1 stycznia.
plan-figure-unknown = Założenia „{ $seen }” program nie zna, więc wpisana wartość na nic nie wpłynie.{ $likely ->
    [0] { "" }
   *[other] { " " }Może chodzi o „{ $expected }”.
 }
plan-figure-unknown-hint = Popraw nazwę na jedną z tabeli, którą daje polecenie init z opcją --plan, albo usuń wiersz.
plan-raise-outside-year = Podwyżka jest od miesiąca { $seen }, a plan dotyczy { $year } r.
plan-raise-outside-year-hint = Wpisz miesiąc { $year } r. Podwyżki z tego roku widać już w tabeli Płace.
plan-raise-empty = Wiersz podwyżki nie ma ani procentu, ani kwoty, więc niczego nie zmienia.
plan-raise-empty-hint = Wpisz procent albo kwotę na pełny etat, albo usuń wiersz.
plan-assistant-unknown = Planu nie da się wykonać: nikogo z identyfikatorem „{ $seen }” nie ma w tabeli Zatrudnienie ani wśród planowanych zatrudnień. Znane: { $known }.
plan-assistant-unknown-hint = Popraw identyfikator albo dopisz wiersz „zatrudnienie” dla tej osoby lub wakatu.
plan-not-employed = Asystent { $assistant }: dnia { $seen } żadna umowa tej osoby nie obowiązuje, więc nie ma czego { $departure ->
    [0] zmienić
   *[other] zakończyć
 }.{ $hired ->
    [brak] { "" }
   *[other] { " " }Plan zatrudnia ją dopiero od { $hired }.
 }
plan-not-employed-hint = Sprawdź dzień i identyfikator oraz wiersze planu o tej samej osobie.
plan-hire-employed = Asystent { $assistant }: plan zatrudnia tę osobę od { $seen }, a jej umowa ({ $form }) już wtedy obowiązuje.
plan-hire-employed-hint = Jeśli zmieniają się warunki, wpisz zdarzenie „zmiana warunków”. Jeśli to ktoś inny, nadaj mu własny identyfikator, np. WAKAT1.
plan-hire-before-year = Asystent { $assistant }: dzień { $seen } jest przed rokiem planu ({ $year }).
plan-hire-before-year-hint = Co zmienia się jeszcze w tym roku, wpisz do tabeli Zatrudnienie; w planie podaj dzień { $year } r.
plan-day-after-year = Asystent { $assistant }: dzień { $seen } jest po roku planu ({ $year }).
plan-day-after-year-hint = Podaj dzień { $year } r. albo usuń wiersz.
plan-post-impossible = Asystent { $assistant }: wymiar etatu { $seen } { $impossible ->
    [0] jest większy niż cały etat.
   *[other] nie jest możliwy.
 }
plan-post-impossible-hint = Podaj wymiar od części etatu do 1, np. 1/2. Odejście wpisuje się jako zdarzenie „odejście”, a nie etat 0.
plan-hire-incomplete = Asystent { $assistant }: bez kolumny „{ $expected }” nie da się policzyć kosztu tego zatrudnienia.
plan-hire-incomplete-hint = Wpisz tę wartość. Przy umowie zlecenie płatnej od godziny potrzebne są stawka i godziny miesięcznie, w innych umowach wynagrodzenie i wymiar etatu.
plan-pay-contradicts = Asystent { $assistant }: { $twice ->
    [0] przy umowie o pracę podano godziny albo stawkę godzinową ({ $seen }), a wynagrodzenie tej umowy jest miesięczne.
   *[other] podano i wynagrodzenie miesięczne, i stawkę godzinową ({ $seen }); nie wiadomo, które obowiązuje.
}
plan-pay-contradicts-hint = { $twice ->
    [0] Wyczyść „Stawkę godzinową” i „Godziny miesięcznie”; kwotę za miesiąc wpisz w „Wynagrodzenie zasadnicze”. Jeśli to umowa zlecenie, wpisz jej formę.
   *[other] Zostaw jedną z tych wartości. Przy stawce godzinowej potrzebne są też godziny miesięcznie.
}
plan-value-impossible = Wartość { $seen } jest poza zakresem: { $ends ->
    [0] najmniej { $from }
   *[other] od { $from } do { $to }
 }.
plan-value-impossible-hint = Sprawdź wartość, jej znak i przecinek. Szacunek z niemożliwą wartością nie powstaje.
plan-changes-nothing = Asystent { $assistant }: ten wiersz planu niczego nie zmienia, bo { $why ->
    [amount] kwota podwyżki jest na pełny etat miesięcznie, a ta osoba jest opłacana inaczej (od godziny albo ryczałtem)
    [post] przy zleceniu opłacanym od godziny o dodatku decydują godziny, a nie wymiar etatu
   *[empty] nie podano w nim żadnego nowego warunku
 }.
plan-changes-nothing-hint = Przy umowie płatnej od godziny podaj podwyżkę w procentach albo nową stawkę i godziny w tabeli „Zmiany kadrowe”. Pusty wiersz uzupełnij albo usuń.
plan-part-of-year = { $wages ->
    [0] Edycja płaci tylko jednorazowe dodatki; kosztów zatrudnienia nie dofinansowuje, więc zadanie i środki własne w szacunku ich nie obejmują.
   *[other] Edycja płaci za miesiące od { $first } do { $last }. Koszt zadania i środki własne w szacunku obejmują tylko te miesiące, a nie cały rok.
 }
plan-part-of-year-hint = Wynagrodzenia pozostałych miesięcy zaplanuj w budżecie gminy osobno: szacunek ich nie liczy.
plan-rows-contradict = Dwa wiersze planu mówią o tym samym ({ $seen }), a nie wiadomo, który obowiązuje.
plan-rows-contradict-hint = Zostaw jeden z nich albo rozdziel je kolumną „Scenariusze”.
plan-contract-ends = Asystent { $assistant }: umowa ({ $form }) kończy się { $seen }, a plan nie mówi, czy będzie następna. Po tym dniu w prognozie tej osoby nie ma.
plan-contract-ends-hint = Jeśli umowa zostanie przedłużona, dopisz w tabeli „Zmiany kadrowe” zdarzenie „zatrudnienie” z pierwszym dniem następnej umowy.
plan-lifted-to-minimum = Asystent { $assistant }, { $month }: { $seen } to mniej niż najniższe dopuszczalne wynagrodzenie albo stawka, więc prognoza przyjmuje { $expected }.
plan-lifted-to-minimum-hint = Jeśli podwyżka ma być wyższa, dopisz ją w tabeli „Podwyżki”.
plan-not-settled = Tabela „{ $seen }” należy do planu następnego roku. Rozliczenie jej nie używa; używa jej polecenie estimate.
plan-not-settled-hint = Nie trzeba nic robić.

## Polecenie init --plan

cli-init-plan = Zapisuje skoroszyt planu na następny rok: założenia, podwyżki, zmiany kadrowe
cli-init-for = Rok planu; bez niego rok po edycji
cli-value-plan-year = ROK
cli-written-plan = Zapisano skoroszyt planu: { $path }
