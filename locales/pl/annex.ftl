# Kontrola sprawozdania, którego program nie sporządził: zdanie (NAZWA), co zrobić (NAZWA-hint).

## Sumy

annex-total = { $what }: wiersz „ogółem” nie jest sumą wierszy. { $cause ->
    [left-out] Suma nie obejmuje: { $lines }.
    [twice] Suma obejmuje dwa razy: { $lines }.
    [digits] Prawdopodobnie zamieniono miejscami dwie cyfry.
    [comma] Prawdopodobnie przesunięto przecinek.
    [sign] Prawdopodobnie zgubiono albo dodano znak minus.
    [rounding] Różnica mieści się w zaokrągleniach wierszy.
    [blank] Komórka jest pusta; powinno w niej być { $expected }.
    [blank-too] Komórka jest pusta, a najpierw trzeba wypełnić: { $lines }.
    [blank-lines] Wiersze tej kolumny są puste: { $lines }.
   *[unknown] Suma albo jeden z wierszy jest wpisany błędnie.
 }
annex-total-hint = Dodaj wiersze jeszcze raz. Jeśli suma jest dobra, błąd jest w jednym z wierszy tej kolumny.
annex-line = { $what }: kwota nie wynika z kolumn tego samego wiersza: { $formula }.{ $cause ->
    [digits] { " " }Prawdopodobnie zamieniono miejscami dwie cyfry.
    [comma] { " " }Prawdopodobnie przesunięto przecinek.
    [sign] { " " }Prawdopodobnie zgubiono albo dodano znak minus.
    [blank] { " " }Komórka jest pusta; powinno w niej być { $expected }.
    [blank-too] { " " }Komórka jest pusta, a najpierw trzeba wypełnić: { $lines }.
    [blank-lines] { " " }Wiersze tej kolumny są puste: { $lines }.
   *[other] { "" }
 }
annex-line-hint = Policz kwotę z kolumn, które podaje nagłówek, i popraw ją albo jedną z tych kolumn.
annex-parts = { $what }: kwota różni się od sumy miesięcy w drugiej części sprawozdania.{ $cause ->
    [left-out] { " " }Suma nie obejmuje: { $lines }.
    [twice] { " " }Suma obejmuje dwa razy: { $lines }.
    [digits] { " " }Prawdopodobnie zamieniono miejscami dwie cyfry.
    [comma] { " " }Prawdopodobnie przesunięto przecinek.
    [blank] { " " }Komórka jest pusta; powinno w niej być { $expected }.
   *[other] { "" }
 }
annex-parts-hint = Obie części mówią o tym samym asystencie: popraw tę, która nie zgadza się z listami płac.
annex-figure-twice = { $what }: ta sama wielkość stoi w sprawozdaniu drugi raz i jest inna.
annex-figure-twice-hint = Ustal, która liczba jest prawdziwa, i wpisz ją w obu miejscach.
annex-component = { $what }: kwota nie wynika z pozostałych kwot sprawozdania: { $formula }.{ $cause ->
    [blank] { " " }Komórka jest pusta; powinno w niej być { $expected }.
   *[other] { "" }
 }
annex-component-hint = Policz kwotę jeszcze raz i popraw ją albo jedną z kwot, z których wynika.
annex-cell = { $what }: tej liczbie przeczą { $count ->
    [one] { $count } inne miejsce
    [few] { $count } inne miejsca
   *[other] { $count } innych miejsc
 } sprawozdania, wszystkie o tę samą kwotę.{ $cause ->
    [digits] { " " }Prawdopodobnie zamieniono miejscami dwie cyfry.
    [comma] { " " }Prawdopodobnie przesunięto przecinek.
    [sign] { " " }Prawdopodobnie zgubiono albo dodano znak minus.
    [blank] { " " }Komórka jest pusta; powinno w niej być { $expected }.
    [blank-too] { " " }Komórka jest pusta, a najpierw trzeba wypełnić: { $lines }.
    [blank-lines] { " " }Wiersze tej kolumny są puste: { $lines }.
   *[other] { "" }
 }
annex-cell-hint = Sprawdź tę liczbę w dokumentach. Sumy wokół niej zgadzają się ze sobą, a z nią nie.
annex-within-rounding = { $what }: liczba różni się od sumy o tyle, ile mogą dać zaokrąglenia do dwóch miejsc.
annex-within-rounding-hint = Nic nie trzeba poprawiać, jeśli wymiar etatu zaokrąglono dopiero w sprawozdaniu.

## Granice

annex-above-post = { $what }: dofinansowanie { $seen } jest wyższe niż { $amount } za pełny etat przy wymiarze { $posts }, czyli { $expected }.
annex-above-post-hint = Sprawdź wymiar etatu i kwotę. Nadwyżkę ponad { $expected } gmina pokrywa sama, a otrzymaną zwraca.
annex-post-above-one = { $what }: wymiar etatu asystenta w miesiącu wynosi razem { $posts }, czyli więcej niż jeden etat.
annex-post-above-one-hint = Sprawdź wymiar etatu w umowach; dodatek należy się najwyżej za jeden etat.
annex-own-share = { $what }: dofinansowanie { $seen } przekracza { $share } kosztu dodatku ({ $cost }), czyli { $expected }.
annex-own-share-hint = Do kosztu { $cost } gmina musi dołożyć co najmniej o { $missing } więcej. Popraw podział kwoty albo wykaż zwrot.
annex-above-level = { $what }: dofinansowanie jest wyższe niż { $level } kosztu wynagrodzeń ({ $cost }).
annex-above-level-hint = Policz koszt × poziom, obetnij do grosza i popraw kwotę. Nadwyżka podlega zwrotowi.
annex-rounded-up = { $what }: dofinansowanie zaokrąglono w górę; { $level } z { $cost } obcięte do grosza to { $expected }.
annex-rounded-up-hint = Program nie mówi, jak zaokrąglać; obcięcie zgadza się z ogłoszonymi kwotami. Popraw kwotę o grosz albo zapytaj urząd wojewódzki.
annex-below-level = { $what }: dofinansowanie { $seen } jest niższe, niż wynika z poziomu { $level } i otrzymanych środków ({ $expected }).
annex-below-level-hint = Sprawdź, czy gmina świadomie wykazała mniej albo czy przyznano jej mniej, niż otrzymała. Jeśli nie, popraw kwotę.
annex-level-above = { $what }: poziom { $seen } jest wyższy niż najwyższy dopuszczalny { $expected }.
annex-level-above-hint = Wpisz poziom z listy lub z umowy, nie wyższy niż { $expected }; dalej liczono z { $expected }.
annex-level-slip = { $what }: wpisano { $seen }, czyli poziom wydrukowany we wzorze przez pomyłkę; program dopuszcza { $expected }.
annex-level-slip-hint = Sprawdź poziom w umowie z wojewodą. Dalej liczono z poziomu wpisanego.
annex-above-transfer = { $what }: wykorzystano { $seen }, a otrzymano { $expected }.
annex-above-transfer-hint = Ze środków programu nie można wykazać więcej, niż gmina otrzymała. Różnicę pokrywa gmina.
annex-above-award = { $what }: kwota { $seen } jest wyższa niż przyznana ({ $expected }).
annex-above-award-hint = Porównaj kwotę z umową i aneksami. Nadwyżka podlega zwrotowi.
annex-not-in-proportion = { $what }: dofinansowanie { $seen } nie jest tą samą częścią kosztu co u innych asystentów (byłoby { $expected }).
annex-not-in-proportion-hint = Nagłówek mnoży koszt każdego asystenta przez jeden poziom. Sprawdź koszt i dofinansowanie tego asystenta.
annex-unused = { $what }: środki niewykorzystane to otrzymane minus wykorzystane.
annex-unused-hint = Odejmij jeszcze raz i popraw kwotę.
annex-return-low = { $what }: do zwrotu wykazano { $seen }, a środki niewykorzystane z odsetkami to { $expected }.
annex-return-low-hint = Popraw kwotę do zwrotu; brakującą różnicę trzeba zwrócić.
annex-return-high = { $what }: do zwrotu wykazano { $seen }, czyli więcej niż środki niewykorzystane z odsetkami ({ $expected }).
annex-return-high-hint = Różnica może być kwotą wykorzystaną niezgodnie z przeznaczeniem, na którą formularz nie ma kolumny. Zapytaj gminę, skąd ona jest.
annex-interest-above-return = { $what }: odsetki { $seen } są wyższe niż cała kwota do zwrotu ({ $expected }).
annex-interest-above-return-hint = Odsetki są częścią kwoty do zwrotu. Sprawdź obie kwoty.
annex-interest-without-base = { $what }: są odsetki { $seen }, a kwota, od której się je liczy, wynosi zero.
annex-interest-without-base-hint = Sprawdź, za co są te odsetki: za spóźniony zwrot czy za środki wykorzystane niezgodnie z przeznaczeniem.
annex-returned-too-much = { $what }: zwrócono { $seen }, a do zwrotu było { $expected }.
annex-returned-too-much-hint = Sprawdź wyciągi; nadpłatę wyjaśnij z urzędem wojewódzkim.
annex-part-above-whole = { $what }: liczba { $seen } jest większa niż w kolumnie, której jest częścią ({ $expected }): { $other }.
annex-part-above-whole-hint = Policz rodziny i dzieci jeszcze raz według rejestru.
annex-not-one-or-zero = { $what }: wpisano { $seen }, a może być tylko 1 albo 0.
annex-not-one-or-zero-hint = Wpisz 1, jeśli asystent ma taką umowę, a 0, jeśli nie.
annex-post-without-contract = { $what }: wpisano 0, a podano wymiar etatu { $posts } z takiej umowy.
annex-post-without-contract-hint = Wpisz 1 przy tej formie zatrudnienia albo usuń wymiar etatu.
annex-posts-above-heads = { $what }: średnio { $expected } etatu przypada na { $seen } asystentów, a nikt nie ma więcej niż jednego etatu.
annex-posts-above-heads-hint = Policz średnie z miesięcy jeszcze raz.

## Zapis liczb

annex-number-as-text = { $what }: liczba „{ $seen }” jest wpisana jako tekst; arkusz jej nie dodaje.
annex-number-as-text-hint = Wpisz ją jako liczbę. W tej kontroli policzono ją tak, jak ją zapisano.
annex-unreadable = { $what }: „{ $seen }” nie jest liczbą.
annex-unreadable-hint = Wpisz liczbę, a gdy jej nie ma, zero. Sum z tą komórką nie sprawdzono.
annex-no-result = { $what }: wzór „{ $seen }” nie ma zapisanego wyniku.
annex-no-result-hint = Otwórz plik w programie kalkulacyjnym (np. LibreOffice albo Excel), zapisz go i prześlij ponownie. Sum z tą komórką nie sprawdzono.
annex-negative = { $what }: kwota { $seen } jest ujemna.
annex-negative-hint = W sprawozdaniu nie ma kwot ujemnych. Sprawdź znak.
annex-finer-than-grosz = { $what }: kwota { $seen } ma ułamek grosza.
annex-finer-than-grosz-hint = Zaokrąglij kwotę do grosza w tym miejscu, a nie dopiero na wydruku.
annex-beyond-belief = { $what }: { $seen } to więcej, niż może wynosić jakakolwiek liczba w sprawozdaniu gminy.
annex-beyond-belief-hint = Wpisz właściwą liczbę: pewnie dwie liczby się skleiły albo przybyło zer. Tak wielkich kwot arkusz nie doda co do grosza.
annex-not-whole = { $what }: { $seen } nie jest liczbą całkowitą.
annex-not-whole-hint = Rodziny, dzieci i asystentów liczy się w całości.
annex-blank = { $what }: komórka jest pusta, choć obok podano liczby z tej samej grupy.
annex-blank-hint = Wpisz liczbę, a gdy nie ma czego wpisać, zero: puste miejsce nie mówi, że było zero.
annex-filled-for-voivode = { $what }: wpisano „{ $seen }”, a tę kolumnę gmina zostawia pustą.
annex-filled-for-voivode-hint = Wypełnia ją wojewoda; liczby tej nie sprawdzano.

## Formularz

annex-part-missing = W skoroszycie nie ma części „{ $part }”.
annex-part-missing-hint = Jeśli gmina korzysta z tych środków, brakuje części sprawozdania. Części o innych środkach się nie składa.
annex-column-missing = Nie znaleziono kolumny: { $what }.
annex-column-missing-hint = Sprawdź nagłówki. Tego, co wynika z tej kolumny, nie sprawdzono.
annex-heading-changed = Nagłówek „{ $seen }” wzięto za kolumnę: { $expected }.
annex-heading-changed-hint = Jeśli to inna kolumna, przywróć jej nagłówek ze wzoru i powtórz kontrolę.
annex-total-missing = Część „{ $part }” nie ma wiersza „{ $expected }”.
annex-total-missing-hint = Dodaj wiersz z sumami; bez niego nie ma czego porównać z wierszami.
annex-title-differs = Tytuł mówi: „{ $seen }”, a nagłówki tabel są ze wzoru do programu „{ $expected }”. Liczby sprawdzono według nagłówków.
annex-title-differs-hint = Popraw rok w tytułach. Jeśli to tytuł jest dobry, wpisz liczby do wzoru z tego roku albo wskaż program opcją --programme.
annex-part-other-year = Część „{ $part }” ma w tytule: „{ $seen }”, a sprawozdanie jest z programu „{ $expected }”.
annex-part-other-year-hint = Jeśli to część z innego roku, wstaw właściwą. Jeśli liczby są dobre, popraw rok w tytule.
annex-numbering = Część „{ $part }”: numery asystentów nie idą po kolei; w tym wierszu powinien być { $expected }.
annex-numbering-hint = Ponumeruj asystentów od 1 tak samo we wszystkich częściach.
annex-assistant-twice = Część „{ $part }”: asystent nr { $number } ma dwa wiersze.
annex-assistant-twice-hint = Jeśli to ten sam asystent, zostaw jeden wiersz. Jeśli inny, daj mu następny numer.
annex-assistant-missing = Część „{ $part }”: nie ma asystenta nr { $number }, którego podano w innej części.
annex-assistant-missing-hint = Dodaj jego wiersz albo wyjaśnij, dlaczego go tu nie ma.
annex-municipality-missing = W sprawozdaniu nie podano nazwy gminy.
annex-municipality-missing-hint = Wpisz nazwę gminy nad tabelą.
annex-municipality-differs = Nazwa gminy „{ $seen }” różni się od podanej w innym miejscu: „{ $expected }”.
annex-municipality-differs-hint = Sprawdź, czy wszystkie części są z tej samej gminy.
annex-teryt = „{ $seen }” nie jest kodem TERYT gminy.
annex-teryt-hint = Kod ma 6 cyfr albo 7 z rodzajem gminy. Czy taka gmina istnieje, program nie sprawdza.
annex-hidden = Część „{ $part }”: { $what ->
    [sheet] cały arkusz jest ukryty.
    [row] wiersz tabeli jest ukryty.
   *[column] kolumna tabeli jest ukryta.
 }
annex-hidden-hint = Odkryj to przed oceną sprawozdania; w kontroli policzono także to, co ukryte.

## Dlaczego kontroli nie ma

annex-collective = To jest zbiorcze sprawozdanie wojewody (załącznik nr 3), a nie sprawozdanie gminy. Zbiorczych sprawozdań program nie sprawdza.
annex-collective-hint = Podaj sprawozdanie gminy (załącznik nr 2).
annex-edition-unclear = Nie wiadomo, którego programu dotyczy sprawozdanie. Pasują: { $editions }.
annex-edition-unclear-hint = Podaj program: --programme ID.
annex-unknown = W skoroszycie nie ma tabeli żadnego znanego sprawozdania. Szukano nagłówków takich jak „{ $looked }”; nic podobnego nie znaleziono.
annex-unknown-hint = Podaj sprawozdanie gminy w układzie załącznika nr 2 albo rozliczenia końcowego.
annex-unknown-nearest = W skoroszycie nie ma tabeli żadnego znanego sprawozdania. Szukano nagłówków takich jak „{ $looked }”. Najbliższy był „{ $seen }”, podobny do „{ $nearest }”.
annex-unknown-nearest-hint = Podaj sprawozdanie gminy w układzie załącznika nr 2 albo rozliczenia końcowego. Jeśli nagłówki zmieniono, przywróć je ze wzoru.

## Co sprawdzono

annex-recomputed-tables = { $count ->
    [one] { $count } tabela
    [few] { $count } tabele
   *[other] { $count } tabel
 } formularza
annex-recomputed-lines = { $count ->
    [one] { $count } wiersz
    [few] { $count } wiersze
   *[other] { $count } wierszy
 } sprawozdania
annex-recomputed-cells = { $count ->
    [one] { $count } liczba
    [few] { $count } liczby
   *[other] { $count } liczb
 }
annex-recomputed-sums = { $count ->
    [one] { $count } suma policzona
    [few] { $count } sumy policzone
   *[other] { $count } sum policzonych
 } jeszcze raz
annex-recomputed-limits = { $count ->
    [one] { $count } warunek sprawdzony
    [few] { $count } warunki sprawdzone
   *[other] { $count } warunków sprawdzonych
 } (stawki, udziały, limity, zwroty, liczby rodzin)

## Czego nie da się sprawdzić

annex-edition-told = Edycję wskazał kontrolujący ({ $edition }); czy sprawozdanie jej dotyczy, nie sprawdzano.
annex-edition-by-title = Edycję rozpoznano po tytule ({ $edition }); jeśli tytuł jest błędny, stawki i granice są z innej edycji.
annex-edition-by-headings = Edycję rozpoznano po nagłówkach kolumn ({ $edition }). Jeśli to inna edycja, podaj ją: --programme ID.
annex-unverified-supplement = Dodatki ({ $columns }): sprawozdanie nie pokazuje godzin pracy, zatrudnienia w dniu złożenia wniosku ani dnia wypłaty, więc nie widać, czy dodatek się należał i czy go wypłacono w terminie. Sprawdzono tylko stawkę, udział i sumy.
annex-unverified-wages = Koszty wynagrodzeń ({ $columns }): sprawozdanie nie pokazuje wynagrodzenia zasadniczego, stażu ani składek za miesiące, więc samego kosztu nie da się sprawdzić, a jego zmiana jest widoczna tylko wtedy, gdy zmienia wynik mnożenia przez poziom.
annex-unverified-posts = Wymiar etatu i forma zatrudnienia ({ $columns }): umów ani godzin w sprawozdaniu nie ma. Wymiar pokazano z dwoma miejscami po przecinku.
annex-unverified-families = Rodziny i dzieci ({ $columns }): bez rejestru rodzin nie widać, czy liczby są prawdziwe ani ile rodzin asystent miał naraz w miesiącu.
annex-unverified-averages = Średnie i liczby asystentów ({ $columns }): danych za miesiące w sprawozdaniu nie ma.
annex-unverified-level = Poziom dofinansowania ({ $columns }): sprawdzono tylko, że nie przekracza najwyższego; poziom z listy albo z umowy trzeba porównać z dokumentem.
annex-unverified-transfers = Środki przyznane i przekazane ({ $columns }): wynikają z umowy i wyciągów bankowych, których tu nie ma.
annex-unverified-returns = Zwroty, środki wykorzystane niezgodnie z przeznaczeniem i odsetki ({ $columns }): dni zwrotu, ustaleń kontroli ani obliczenia odsetek w sprawozdaniu nie ma.
annex-unverified-other-money = Inne środki publiczne ({ $columns }): sprawozdanie nie mówi, skąd pochodzą.
annex-unverified-left-blank = Kolumny, które gmina zostawia puste ({ $columns }): bez nich kwoty niewykorzystanej nie da się policzyć.
annex-unverified-extra = Kolumny spoza wzoru ({ $columns }): nie sprawdzano ich.
annex-unverified-no-lines = Sprawozdanie nie ma wierszy asystentów, więc sum nie ma z czym porównać.
annex-unverified-dates = Daty ({ $columns }): umowy, aneksów i wyciągów tu nie ma.
annex-unverified-always = Zmiany, która nie łamie żadnej sumy ani granicy, w samym sprawozdaniu nie widać: do porównania potrzebne są listy płac i umowa.
