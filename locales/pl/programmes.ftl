# Reguły programów: odmowy przy wczytywaniu i strona „programmes show”.
rules-not-toml = plik nie jest poprawnym plikiem TOML ({ $reason }). Sprawdź cudzysłowy, nawiasy i powtórzone klucze.
rules-not-a-table = tu powinna stać tabela, na przykład {"{"} value = "…", mark = "…", law = "…" {"}"}.
rules-not-a-list = „{ $key }” powinno być listą: pisz nagłówek w dwóch nawiasach, [[{ $key }]].
rules-not-a-list-of-texts = „{ $key }” powinno być listą tekstów: { $key } = ["…", "…"].
rules-reading-of-one = odczytanie ma najmniej dwa sposoby. Do wyboru: { $accepted }.
rules-figure-and-reading = „{ $seen }” jest rozstrzygnięte tutaj, a zarazem zostawione odczytaniu „{ $reading }”. Zostaw jedno.
rules-figure-or-reading = brak „{ $missing }”. Podaj tę wartość ze źródłem albo, jeśli przepis jest otwarty, dodaj odczytanie „{ $reading }”.
rules-reading-missing = brak odczytania „{ $missing }”: składniki tej edycji zostawiają tę kwestię otwartą. Dopisz [[reading]] z name = "{ $missing }"; w readings mogą stać: { $accepted }.
rules-reading-without-effect = odczytanie „{ $seen }” niczego w tej edycji nie zmienia. Tutaj można pisać: { $accepted }.
rules-seen-without-reading = klucz „seen” (drugi ogłoszony poziom) i odczytanie „{ $reading }” występują tylko razem.
rules-not-text = tu powinien stać jeden tekst w cudzysłowie.
rules-unknown-key = nieznany klucz „{ $seen }”. Tutaj można pisać: { $accepted }.
rules-missing-key = brakuje „{ $missing }”. Dopisz: nic nie jest brane z innego roku.
rules-missing-word = brakuje „{ $missing }”. Można wpisać: { $accepted }.
rules-no-mark = wartość nie ma znaku pewności „mark”. Można wpisać: { $accepted }.
rules-no-base = procent bez podstawy. Dopisz, od czego się liczy: of = "{ $accepted }".
rules-no-last-day = brakuje ostatniego dnia („last”). Okres bez końca nie jest przyjmowany.
rules-empty = pusty tekst. Wpisz wartość albo usuń klucz.
rules-not-in-quotes = { $seen } stoi bez cudzysłowu. Każdą wartość pisz w cudzysłowie, z jednostką: "200.00 PLN", "80%", "120 h", "15 days", "2025-12-31".
rules-unknown-word = „{ $seen }” nie jest tu znane. Można wpisać: { $accepted }.
rules-not-readable = „{ $seen }” nie daje się odczytać. Pisz tak: "{ $example }".
rules-no-source = wartość nie ma ani „law” (etykiety z law.md), ani „source” (źródła). Dopisz jedno z nich.
rules-no-such-label = w law.md nie ma nagłówka „## { $seen }”. Są: { $accepted }.
rules-label-without-citation = w law.md pod nagłówkiem „## { $seen }” brakuje wiersza „Źródło: …”.
rules-backward-range = ostatni dzień wypada przed pierwszym.
rules-settled-against-period = „settled” nie zgadza się z okresem: „calendar-year” jest dla programu trwającego dłużej niż rok, „whole-period” dla pozostałych.
rules-no-round = brakuje okresu rozliczenia. Dopisz przynajmniej jeden [[round]].
rules-round-outside-period = ten okres rozliczenia wychodzi poza okres programu.
rules-rounds-overlap = ten okres rozliczenia zachodzi na { $other }.
rules-rounds-leave-gap = okresy rozliczenia nie obejmują wszystkich dni programu.
rules-no-component = brakuje składnika. Dopisz przynajmniej jeden [[component]] rodzaju: { $accepted }.
rules-component-twice = „{ $seen }” to drugi składnik tej samej części. Program może mieć jeden dodatek i jedną część kosztów zatrudnienia.
rules-no-contract = brakuje udziału i pułapu dla umów. Dopisz przynajmniej jeden [[component.contract]].
rules-contract-twice = ta forma umowy jest już opisana wyżej.
rules-months-outside-period = te miesiące wychodzą poza okres programu.
rules-day-outside-period = ten dzień leży poza okresem programu.
rules-reading-twice = odczytanie „{ $seen }” jest już opisane wyżej.
rules-label-twice = ten nagłówek stoi w law.md drugi raz. Połącz oba postanowienia albo nazwij je różnie.
rules-deadline-before-period = ostatni dzień zapłaty wypada przed początkiem programu.
rules-rounds-not-told-apart = gdy okresów rozliczenia jest kilka, każdy ma inne „half_year”: I-VI albo VII-XII.
rules-month-paid-twice = ten program płaci za te same miesiące co { $other } ({ $days }). Popraw okres albo dopisz, że uzupełnia tamtą edycję: tops_up = {"{"} value = "{ $other }", mark = "…", law = "…" {"}"}.
rules-tops-up-nothing = „{ $seen }” nie jest wcześniejszą edycją tego programu za te same miesiące. Można wpisać: { $accepted }.
rules-yearly-below-months = kwota roczna jest niższa niż dwanaście kwot miesięcznych. Program ogranicza tylko miesiące, więc takiej edycji nie umie rozliczyć.
rules-tops-up-nobody = „{ $seen }” nie jest wcześniejszą edycją tego programu za te same miesiące, a innej takiej edycji nie ma. Usuń „tops_up” albo popraw okres.
rules-key-twice = klucz stoi tu drugi raz. Zostaw jeden wiersz z tym kluczem.
rules-wrong-quotes = wartość stoi w cudzysłowach z edytora tekstu („ ”). Wpisz zwykłe cudzysłowy: "…".
rules-no-quotes = wartość stoi bez cudzysłowów. Wpisz ją w zwykłych cudzysłowach: "…".
rules-months-not-whole = „months” to pełne miesiące: od pierwszego dnia miesiąca do ostatniego.
rules-half-year-against-days = półrocze nie zgadza się z dniami { $days }. I-VI to dni od stycznia do czerwca, VII-XII od lipca do grudnia jednego roku; „none”, gdy okres nie jest półroczem.
rules-code-not-classified = klasyfikacja budżetowa pierwszego dnia okresu nie zna tu „{ $seen }”. Można wpisać: { $accepted }.
rules-no-law-file = brakuje pliku law.md obok programme.toml. Dopisz go: pod nagłówkiem „## etykieta” streszczenie przepisu i wiersz „Źródło: …”.
rules-law-file-as-txt = brakuje pliku law.md; obok stoi law.md.txt. Zmień jego nazwę na law.md.
rules-no-such-form = nie ma formularza „{ $seen }”. Można wpisać: { $accepted }.
rules-series-not-checked = brakuje wiersza „# checked-up-to: …” z dniem, do którego sprawdzono dane. Dalej dane nie są używane.
rules-series-fields = pól jest { $seen }, a powinno być { $expected }. Pola rozdziela średnik, w źródle średnika być nie może.
rules-series-row = wiersz ma mieć pięć pól rozdzielonych średnikiem: kind;code;name;mark;source.
rules-name-twice = „{ $seen }” stoi w pliku drugi raz. Każdy klucz i każda nazwa mogą stać raz.
rules-series-order = ten dzień nie jest późniejszy od poprzedniego wiersza. Uporządkuj wiersze według dni, każdy dzień raz.
rules-empty-folder = w „{ $folder }” nie ma pliku programme.toml ani folderu z takim plikiem. Nazwa musi być dokładnie taka, bez „.txt” na końcu.
rules-id-is-not-folder = w pliku stoi „{ $seen }”, a folder nazywa się „{ $folder }”. Nazwij je tak samo.
rules-unreadable = nie można odczytać „{ $file }”: { $reason }.
rules-no-such-year =
    nie ma edycji „{ $asked }”. Nie bierz kwot z innego roku: każdy rok ma własne zasady.
    Najbliższe edycje: { $neighbours }.
    Jeżeli masz tekst programu na ten rok, opisz jego zasady w pliku programme.toml i podaj folder z tym plikiem: --programmes FOLDER.
    Wszystkie edycje wypisze: rozlicz programy lista
rules-no-such-id-near = nie ma programu „{ $asked }”. Czy chodzi o „{ $nearest }”? Wszystkie: { $known }.
rules-no-such-id = nie ma programu „{ $asked }”. Są: { $known }.

mark-confirmed = potwierdzone
mark-inferred = wywnioskowane
mark-assumed = założenie
mark-unknown = nieznane

show-id = id w programie: { $id }
show-signs = Znaki przed wierszem: ~ wywnioskowane, ? założenie, ! nieznane; bez znaku: potwierdzone.
show-unknown = Czego nie wiadomo (musi to podać gmina albo wojewoda)
show-day =
    { $day } { $month ->
        [1] stycznia
        [2] lutego
        [3] marca
        [4] kwietnia
        [5] maja
        [6] czerwca
        [7] lipca
        [8] sierpnia
        [9] września
        [10] października
        [11] listopada
       *[other] grudnia
    } { $year } r.
show-month =
    { $month ->
        [1] styczeń
        [2] luty
        [3] marzec
        [4] kwiecień
        [5] maj
        [6] czerwiec
        [7] lipiec
        [8] sierpień
        [9] wrzesień
        [10] październik
        [11] listopad
       *[other] grudzień
    } { $year } r.
show-range = od { $first } do { $last }
show-who = Dla kogo są te pieniądze
show-supplement = Dodatek do wynagrodzenia
show-employment = Koszty zatrudnienia
show-posts = Etat na umowie zlecenia
show-service-post-hours = Godziny przepracowane w miesiącu podzielone przez godziny pełnego etatu w tym miesiącu.
show-service-post-contract = Etat zapisany w umowie.
show-when = Jaki okres i do kiedy
show-period = Okres programu: { $period }
show-payment = Ostatni dzień zapłaty: { $last }
show-payment-yearly = Ostatni dzień zapłaty: 31 grudnia rozliczanego roku, nie później niż { $last }
show-report = Sprawozdanie
show-return = Zwrot niewykorzystanych środków
show-days-after =
    { $days ->
        [one] najpóźniej { $days } dzień po dniu wykonania określonym w umowie
       *[other] w ciągu { $days } dni od dnia wykonania określonego w umowie
    }
show-by-contract = program nie mówi; decyduje umowa
show-rounds = Rozlicza się osobno okresy: { $rounds }
show-budget = Klasyfikacja budżetowa
show-revenue = Dochód gminy w paragrafie { $paragraph }
show-division = Dział { $division }
show-chapter = Rozdział { $chapter }
show-readings = Gdzie tekst można rozumieć różnie
show-readings-intro = Wykładnia należy do wojewody. Poniżej: pytanie i odpowiedź, którą program przyjmuje, dopóki nie podano innej: w tabeli Odczytania albo opcją --reading NAZWA=SŁOWO, z pismem, na którym się opiera. Ile złotych zmienia każda odpowiedź w danych gminy: rozlicz programy odczytania { $id } --data DANE
show-by-reading = (można to rozumieć inaczej: { $name }, niżej)
show-level-seen = Ogłoszono też inny poziom: { $share }.
show-way-taken = przyjęto:
show-way-other = albo:
show-certainty = Jak pewna jest ta strona
show-count-confirmed = potwierdzone: { $count } (przeczytane w akcie albo w urzędowym ogłoszeniu)
show-count-inferred = wywnioskowane: { $count } (z ogłoszonych kwot albo z sąsiedniego przepisu)
show-count-assumed = założenia: { $count } (tekst milczy, ktoś musiał wybrać)
show-count-unknown = nieznane: { $count } (bez odpowiedzi gminy albo wojewody nie wiadomo)
show-not-reviewed = Nikt poza autorami nie sprawdził tych zasad. Przed podpisaniem porównaj je z tekstem programu i z umową.
show-form = Formularz: { $form }
show-digest = Suma SHA-256 pliku zasad: { $digest }
show-source = { $mark }: { $source }
show-one-off = Jednorazowo do { $amount } na pełny etat, na część etatu proporcjonalnie mniej.
show-reference-day = Asystent musi być zatrudniony w dniu: { $day }
show-share-of-supplement = Program pokrywa najwyżej { $share } kosztów dodatku; gmina co najmniej { $own }.
show-own-share-municipality = Ten podział mierzy się dla gminy i okresu jako całości.
show-own-share-assistant = Ten podział mierzy się dla każdego asystenta.
show-own-share-assistant-month = Ten podział mierzy się dla każdego asystenta i miesiąca.
show-post-decimals = Etat zaokrągla się do miejsc po przecinku: { $places }
show-readiness = Asystent ma być gotów do wsparcia z ustawy „Za życiem”.
show-monthly = Do { $amount } za każdy przepracowany miesiąc na pełny etat, na część etatu proporcjonalnie mniej.
show-yearly = Na asystenta w roku najwyżej { $amount }. Dwanaście miesięcy pełnego etatu nigdy nie daje więcej, więc rozliczenie ogranicza same miesiące.
show-hours = Warunek: w tym miesiącu przepracowano na pełnym etacie co najmniej { $hours } godzin, na części etatu odpowiednio mniej.
show-wage-share = Program pokrywa najwyżej { $share } kosztów zatrudnienia.
show-months = Liczą się miesiące: { $first } - { $last }
show-base-gross-with-contributions = Koszt to całe wynagrodzenie brutto z pochodnymi (składkami pracodawcy).
show-base-gross = Koszt to całe wynagrodzenie brutto, bez pochodnych (składek pracodawcy).
show-base-seniority = Koszt to wynagrodzenie zasadnicze i dodatek za wieloletnią pracę, z pochodnymi (składkami pracodawcy).
show-contract-employment = umowa o pracę
show-contract-service = umowa zlecenie
show-position-assistant = Asystent rodziny
show-position-coordinator = Koordynator rodzinnej pieczy zastępczej
show-contract-of = { $position }, { $form }
show-still-employed = Asystent ma być nadal zatrudniony w dniach: { $days }.
show-hired-from = Liczą się tylko osoby zatrudnione { $day } albo później.
show-tops-up = Ta edycja uzupełnia edycję { $earlier }: kwoty z niej otrzymane pomniejszają limit tych samych miesięcy.
show-open = Podaje się to w tabeli Odczytania: Nazwa „{ $name }”, Wartość na przykład „{ $example }”, z podstawą.
show-amount-unknown = Nie wiadomo, ile najwyżej wynosi dodatek na pełny etat.
show-hours-unknown = Nie wiadomo, ile godzin trzeba przepracować w miesiącu.
show-share-of-supplement-unknown = Nie wiadomo, jaką część kosztów dodatku pokrywa program.
show-wage-share-unknown = Nie wiadomo, jaką część kosztów zatrudnienia pokrywa program.
show-contract-share-unknown = { $form }: nie wiadomo, jaką część kosztu pokrywa program.
show-contract-ceiling-unknown = { $form }: nie wiadomo, ile najwyżej miesięcznie na pełny etat.
show-contract-both = { $form }: program pokrywa najwyżej { $share } kosztu, nie więcej niż { $amount } miesięcznie na pełny etat.
show-contract-share = { $form }: program pokrywa najwyżej { $share } kosztu.
show-contract-ceiling = { $form }: nie więcej niż { $amount } miesięcznie na pełny etat.
show-funded = { $amount } miesięcznie na pełny etat, ze składkami pracodawcy, w całości z dotacji.
