# Rejestr urzędu: umowy, kwoty przyznane i przekazane, lista rozstrzygnięcia.

register-no-table = W pliku rejestru „{ $file }” nie ma tabeli gmin: żaden wiersz nagłówków nie ma gminy (albo kodu TERYT, albo nazwy urzędu) i jeszcze jednej znanej kolumny, np. numeru umowy albo kwoty.
register-no-table-hint = Dopisz wiersz nagłówków, np.: Kod TERYT, Gmina, Numer umowy, Data umowy, Przyznano - dodatki (zł), Przekazano - dodatki (zł), Data wpływu sprawozdania.
register-sheet-passed = Arkusz „{ $sheet }” pliku rejestru nie ma tabeli gmin i nie został wczytany.
register-sheet-passed-hint = Nic nie trzeba robić, jeśli ten arkusz nie jest rejestrem.
register-columns-passed =
    { $count ->
        [one] Jedna kolumna rejestru nie jest wczytywana: { $seen }.
        [few] { $count } kolumny rejestru nie są wczytywane: { $seen }.
       *[other] { $count } kolumn rejestru nie jest wczytywanych: { $seen }.
    }
register-columns-passed-hint = Nic nie trzeba robić, jeśli to nie są umowy, kwoty ani daty. Nazwy kolumn, które program zna, są w opisie rejestru (docs/pl/zbiorcze.md).
register-column-twice = Kolumna „{ $seen }” znaczy to samo, co wcześniejsza. Wczytano wcześniejszą.
register-column-twice-hint = Zostaw jedną z tych kolumn albo zmień nagłówek drugiej (np. dopisz „I-VI” albo nazwę składnika).
register-amount-negative = „{ $seen }” w kolumnie „{ $column }” rejestru jest mniejsze od zera. Tej wartości nie wzięto.
register-amount-negative-hint = Wpisz w rejestrze kwotę bez minusa. Kwoty zwrócone mają własną kolumnę („Zwrócono”), też bez minusa.
register-row-of-nobody = Wiersz rejestru nie ma ani kodu TERYT, ani nazwy gminy. Został pominięty.
register-row-of-nobody-hint = Wpisz kod TERYT i nazwę gminy. Jeśli to wiersz sumy, napisz w nim „Razem”.
register-teryt-form = „{ $seen }” nie jest kodem TERYT gminy. Wiersz rejestru został pominięty.
register-teryt-form-hint = Wpisz kod gminy: 6 cyfr albo 7 cyfr z rodzajem gminy (1 miejska, 2 wiejska, 3 miejsko-wiejska), np. 1206042. Kolumnę sformatuj jako tekst, żeby nie znikało zero na początku.
register-rows-joined =
    { $differing ->
        [0] „{ $municipality }”: wierszy tej gminy w rejestrze: { $count }. Przyjęto stan po ostatnim aneksie.
       *[other] „{ $municipality }”: wierszy tej gminy w rejestrze: { $count }, a różnią się nie tylko kwotą przyznaną (np. { $before } i { $after }). Przyjęto stan po ostatnim aneksie; kwoty przekazane i zwrócone z różnych wierszy nie są dodawane.
    }
register-rows-joined-hint =
    { $differing ->
        [0] Nic nie trzeba robić. Jeśli to różne gminy, popraw kod TERYT.
       *[other] Jeśli wiersze są osobnymi przelewami, wpisz w ostatnim ich sumę. Jeśli to różne gminy, popraw kod TERYT.
    }
register-name-repeated =
    { $rows ->
        [0] Nazwa „{ $seen }” z listy pasuje do kilku gmin: { $candidates }. Program nie zgaduje, o którą chodzi.
       *[other] Nazwa „{ $seen }” stoi na liście więcej niż raz (pasujące sprawozdania: { $candidates }). Program nie zgaduje, który wiersz jest czyj.
    }
register-name-repeated-hint = Dopisz na liście kolumnę „Kod TERYT” i wpisz kod tej gminy.
register-name-unknown =
    { $near ->
        [0] Nazwa „{ $seen }” z listy nie pasuje do żadnego sprawozdania ani wiersza z kodem TERYT.
       *[other] Nazwa „{ $seen }” z listy nie pasuje do żadnego sprawozdania ani wiersza z kodem TERYT. Najbliższa: { $candidate }, ale to nie to samo.
    }
register-name-unknown-hint = Sprawdź, czy gmina przysłała sprawozdanie. Jeśli tak, wpisz na liście jej kod TERYT albo nazwę w mianowniku.
report-missing =
    { $numbered ->
        [no] { $municipality }: gmina jest w rejestrze, a jej sprawozdania nie ma.
        [list] „{ $municipality }”: gmina jest na liście, a sprawozdania ani wiersza z kodem TERYT o tej nazwie nie ma.
       *[other] { $municipality }, umowa { $agreement }: gmina jest w rejestrze, a jej sprawozdania nie ma.
    }
report-missing-hint =
    { $numbered ->
        [list] Wezwij gminę do złożenia sprawozdania. Jeśli jest ono w folderze pod inną nazwą, wpisz na liście jej kod TERYT albo nazwę w mianowniku.
       *[other] Wezwij gminę do złożenia sprawozdania. Jeśli zrezygnowała, wpisz w rejestrze „NIE” w kolumnie „Oświadczenie (TAK/NIE)”.
    }
report-not-in-register = { $municipality }: tej gminy nie ma w rejestrze, a jej sprawozdanie jest.
report-not-in-register-hint = Sprawdź kod TERYT w sprawozdaniu i w rejestrze. Jeśli gmina ma umowę, dopisz ją do rejestru.
report-after-refusal = { $municipality }: według rejestru gmina nie przyjęła środków, a przysłała sprawozdanie.
report-after-refusal-hint = Sprawdź oświadczenie gminy i popraw rejestr albo wyjaśnij z gminą, skąd wydatki.
report-code-missing = Sprawozdanie ({ $municipality }) nie ma kodu TERYT, a nazwa nie wystarcza, żeby go ustalić.
report-code-missing-hint = Zacznij nazwę pliku kodem gminy, np. „1206042 sprawozdanie.xlsx”, i podaj rejestr z kodami (--register).
report-namesake = Sprawozdanie ({ $municipality }) nie ma kodu TERYT, a tę samą nazwę gminy ma: { $files }. Jeśli to ta sama gmina, jej kwoty weszłyby do sum dwa razy, więc to sprawozdanie do sum nie wchodzi.
report-namesake-hint = Jeśli to ta sama gmina, zostaw w folderze plik, który obowiązuje. Jeśli inna o tej samej nazwie, zacznij nazwę pliku jej kodem TERYT i podaj rejestr (--register) albo poproś gminę o kod w arkuszu Umowa.
report-file-code =
    { $why ->
        [name] W nazwie pliku jest kod { $seen }, który ma w rejestrze inna gmina: { $expected }. Sprawozdanie jest z gminy: { $municipality }. Kodu z nazwy pliku nie wzięto.
        [kind] W nazwie pliku jest kod { $seen }, a w rejestrze ta gmina ma kod { $expected } (ostatnia cyfra to rodzaj gminy). Kodu z nazwy pliku nie wzięto.
        [unknown] W nazwie pliku jest kod { $seen }, a w rejestrze takiego nie ma. Sprawozdanie jest z gminy: { $municipality }. Kodu z nazwy pliku nie wzięto.
       *[unproved] W nazwie pliku jest kod { $seen }, ale bez rejestru nie wiadomo, czy to kod gminy: { $municipality }. Kodu z nazwy pliku nie wzięto.
    }
report-file-code-hint =
    { $why ->
        [unproved] Podaj rejestr urzędu z kodami (--register).
       *[other] Sprawdź, z której gminy jest plik, i popraw kod w jego nazwie albo w rejestrze.
    }
report-code-form = „{ $seen }” nie jest kodem TERYT gminy.
report-code-form-hint = Kod gminy ma 6 cyfr albo 7 cyfr z rodzajem gminy, np. 1206042. Poproś gminę o poprawienie.
report-code-found =
    { $by ->
        [file] Sprawozdanie ({ $municipality }) nie ma kodu TERYT. Kod { $code } wzięto z nazwy pliku i potwierdzono w rejestrze.
       *[name] Sprawozdanie ({ $municipality }) nie ma kodu TERYT. Kod { $code } wzięto z rejestru: tylko jedna gmina ma tam tę nazwę.
    }
report-code-found-hint = Nic nie trzeba robić, jeśli gmina się zgadza.
report-name-repeated = Sprawozdanie ({ $seen }) nie ma kodu TERYT, a tę nazwę ma w rejestrze kilka gmin: { $candidates }. Program nie zgaduje, o którą chodzi.
report-name-repeated-hint = Zacznij nazwę pliku kodem gminy, np. „1206042 sprawozdanie.xlsx”.
report-kind-differs = Rodzaj gminy się różni: w sprawozdaniu kod { $seen }, w rejestrze { $expected } (ostatnia cyfra: 1 miejska, 2 wiejska, 3 miejsko-wiejska).
report-kind-differs-hint = Sprawdź kod w wykazie GUS. Po nadaniu praw miejskich ostatnia cyfra się zmienia.
report-name-differs = Nazwa gminy się różni: w sprawozdaniu „{ $seen }”, w rejestrze „{ $expected }”. Kod TERYT jest ten sam.
report-name-differs-hint = Sprawdź, czy kod TERYT w sprawozdaniu należy do tej gminy.
report-other-voivodeship = Kod TERYT { $code } leży w województwie „{ $seen }”, a sprawozdanie zbiorcze jest dla województwa „{ $expected }”. Plik nie wchodzi do sum.
report-other-voivodeship-hint = Sprawdź kod TERYT. Jeśli gmina jest z innego województwa, przekaż plik właściwemu urzędowi.
reports-of-one = { $municipality }: jest jeszcze inny plik tej gminy: { $files }. Nie wiadomo, który obowiązuje, więc żaden nie wchodzi do sum.
reports-of-one-hint = Zostaw w folderze plik, który obowiązuje; a gdy sprawozdania są za półrocza, po jednym za każde półrocze. Korekta zrobiona tym programem wskazuje poprawiany plik i zastępuje go sama.
report-beside-rejected = { $municipality }: jest jeszcze inny plik tej gminy, który nie wchodzi do sum: { $files }. Liczy się ten.
report-beside-rejected-hint = Sprawdź, który plik obowiązuje, i usuń drugi z folderu.
report-corrected = To rozliczenie zastępuje późniejsze: „{ $other }”. Nie wchodzi do sum.
report-corrected-hint = Nic nie trzeba robić.
register-agreement-differs = Numer umowy się różni: w sprawozdaniu „{ $seen }”, w rejestrze „{ $expected }”.
register-agreement-differs-hint = Sprawdź umowę i popraw numer tam, gdzie jest błędny.
register-agreement-day-differs = Data umowy się różni: w sprawozdaniu { $seen }, w rejestrze { $expected }.
register-agreement-day-differs-hint = Sprawdź umowę i popraw datę tam, gdzie jest błędna.
register-amount-differs =
    { $what ->
        [awarded] Kwota przyznana
        [transferred] Kwota przekazana
       *[returned] Kwota zwrócona
    }{ $component ->
        [supplement] {" "}na dodatki
        [employment] {" "}na koszty zatrudnienia
       *[other] {" "}razem
    }{ $round ->
        [I-VI] {" "}za I-VI
        [VII-XII] {" "}za VII-XII
       *[other] {""}
    }: w sprawozdaniu { $seen }, w rejestrze { $expected }, różnica { $difference }.
register-amount-differs-hint = Sprawdź umowę z aneksami i wyciągi bankowe, potem popraw rejestr albo wezwij gminę do korekty. W sumach zostaje kwota ze sprawozdania.
report-used-more =
    Więcej wykorzystano, niż przekazano{ $component ->
        [supplement] {" "}na dodatki
        [employment] {" "}na koszty zatrudnienia
       *[other] {" "}razem
    }{ $round ->
        [I-VI] {" "}za I-VI
        [VII-XII] {" "}za VII-XII
       *[other] {""}
    }: w sprawozdaniu wykorzystano { $seen }, a według rejestru przekazano { $expected }, różnica { $difference }.
report-used-more-hint = Sprawdź w wyciągach, ile przekazano. Jeśli rejestr jest dobry, wezwij gminę do korekty: ponad kwotę przekazaną nic nie jest dofinansowaniem.
report-unused-differs =
    Środki niewykorzystane{ $component ->
        [supplement] {" "}na dodatki
        [employment] {" "}na koszty zatrudnienia
       *[other] {" "}razem
    }{ $round ->
        [I-VI] {" "}za I-VI
        [VII-XII] {" "}za VII-XII
       *[other] {""}
    }: w sprawozdaniu { $seen }, a kwota przekazana według rejestru ({ $transferred }) minus wykorzystana ({ $used }) daje { $expected }, różnica { $difference }.
report-unused-differs-hint = Sprawdź w wyciągach, ile przekazano i ile gmina zwróciła. Jeśli rejestr jest dobry, wezwij gminę do korekty; jeśli nie, popraw rejestr.
register-return-differs = Zwrot: według sprawozdania gmina ma zwrócić { $seen } (bez odsetek), w rejestrze zwrócono { $expected }, różnica { $difference }.
register-return-differs-hint = Sprawdź wyciągi bankowe. Jeśli gmina nie zwróciła całości, wezwij ją do zwrotu; jeśli rejestr się myli, popraw rejestr.
report-return-overdue =
    Do { $expected } było do zwrotu { $principal } (bez odsetek), { $told ->
        [report] a według sprawozdania zwrócono { $returned }; pozostało { $difference }.
        [register] a ani sprawozdanie, ani rejestr nie mówi, że ta kwota wróciła.
       *[none] a sprawozdanie nie mówi, czy ta kwota wróciła.
    }
report-return-overdue-hint = Sprawdź wyciągi bankowe i termin zwrotu w umowie. Jeśli kwota wróciła, wpisz ją w rejestrze („Zwrócono (zł)”, „Data zwrotu”); jeśli nie, wezwij gminę do zwrotu z odsetkami.
report-return-late = Według rejestru { $principal } wróciło { $seen }, a termin minął { $expected }.
report-return-late-hint = Sprawdź termin w umowie i to, czy należą się odsetki i czy gmina je zapłaciła.
register-amounts-taken =
    { $count ->
        [one] Jedną kwotę, której sprawozdanie nie podaje, wzięto z rejestru
        [few] { $count } kwoty, których sprawozdanie nie podaje, wzięto z rejestru
       *[other] { $count } kwot, których sprawozdanie nie podaje, wzięto z rejestru
    }: { $figures }.
register-amounts-taken-hint = Nic nie trzeba robić: tych kolumn gmina nie wypełnia.
report-late =
    { $round ->
        [I-VI] Sprawozdanie za I-VI wpłynęło
       *[other] Sprawozdanie wpłynęło
    } { $seen }, a termin minął { $expected } ({ $days ->
        [one] jeden dzień po terminie
       *[other] { $days } dni po terminie
    }).
report-late-hint = Sprawdź termin w umowie. Jeśli umowa wyznacza inny dzień, wpisz go w rejestrze w kolumnie „Termin sprawozdania”.

consolidate-voivodeship-unknown = Nie ma województwa „{ $voivodeship }”.
consolidate-voivodeship-unknown-hint = Podaj nazwę (np. małopolskie) albo dwie pierwsze cyfry kodu TERYT (np. 12).
register-too-large = Plik rejestru „{ $path }” jest za duży.
register-too-large-hint = Zapisz sam arkusz z umowami w osobnym pliku.
register-names-unknown = Na liście jest { $count } nazw, które nie pasują do żadnego sprawozdania, np.: { $seen }.
register-names-unknown-hint = Nic nie trzeba robić, jeśli lista obejmuje cały kraj. Gminy bez sprawozdania wymienia rejestr z kodami TERYT.

cli-consolidate-cards = Folder na karty weryfikacji, jedną na gminę, i ich wykaz
cli-consolidate-cards-unwritten = Kart weryfikacji nie zapisano albo zapisano nie wszystkie (folder { $path }). { $reason } Sprawozdanie zbiorcze od kart nie zależy i jest gotowe. Żeby dostać karty, usuń tę przyczynę albo podaj inny folder w --cards i uruchom zbieranie jeszcze raz z --force.
cli-consolidate-cards-written =
    { $count ->
        [one] Zapisano jeden plik kart weryfikacji w folderze: { $path }
        [few] Zapisano { $count } pliki kart weryfikacji w folderze: { $path }
       *[other] Zapisano { $count } plików kart weryfikacji w folderze: { $path }
    }
