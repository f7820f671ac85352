# Reguły programów: odmowy przy wczytywaniu i strona „programmes show”.
rules-not-toml = plik nie jest poprawnym plikiem TOML ({ $reason }). Sprawdź cudzysłowy, nawiasy i powtórzone klucze.
rules-not-a-table = tu powinna stać tabela, na przykład {"{"} value = "…", mark = "…", law = "…" {"}"}.
rules-not-a-list = „{ $key }” powinno być listą: pisz nagłówek w dwóch nawiasach, [[{ $key }]].
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
rules-empty-folder = w „{ $folder }” nie ma żadnego folderu z plikiem programme.toml.
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

show-act = Podstawa
show-period = Okres
show-range = od { $first } do { $last }
show-who = Dla kogo
show-what = Co i ile
show-when = Terminy
show-payment = Ostatni dzień zapłaty
show-payment-yearly = 31 grudnia rozliczanego roku, najpóźniej { $last }
show-report = Sprawozdanie
show-return = Zwrot niewykorzystanych środków
show-days-after = { $days ->
    [one] najpóźniej { $days } dzień po dniu wykonania umowy
   *[other] najpóźniej { $days } dni po dniu wykonania umowy
}
show-by-contract = program nie mówi; decyduje umowa
show-rounds = Okresy rozliczenia
show-budget = Klasyfikacja budżetowa
show-budget-line = dział { $division }, rozdział { $chapter }, dochód w § { $paragraph }
show-form = Formularz
show-readings = Odczytania, czyli miejsca, w których tekst można rozumieć różnie
show-digest = Skrót pliku reguł (SHA-256)
show-source = { $mark }; { $source }
show-one-off = Dodatek jednorazowy: do { $amount } na pełny etat
show-reference-day = Dzień, w którym asystent ma być zatrudniony: { $day }
show-share-of-supplement = Najwyżej { $share } kosztów dodatku
show-own-share-municipality = Wkład własny mierzy się dla gminy i okresu jako całości
show-own-share-assistant = Wkład własny mierzy się dla każdego asystenta
show-own-share-assistant-month = Wkład własny mierzy się dla każdego asystenta i miesiąca
show-post-decimals = Miejsca po przecinku w etacie: { $places }
show-readiness = Asystent ma być gotów do wsparcia z ustawy „Za życiem”
show-monthly = Dodatek: do { $amount } za przepracowany miesiąc na pełny etat
show-hours = Wymagane godziny w miesiącu na pełny etat: { $hours }
show-wage-share = Koszty zatrudnienia: najwyżej { $share }
show-months = Za miesiące { $first } - { $last }
show-base-gross-with-contributions = Koszt to całe wynagrodzenie brutto z pochodnymi
show-base-gross = Koszt to całe wynagrodzenie brutto, bez pochodnych
show-base-seniority = Koszt to wynagrodzenie zasadnicze i dodatek za wieloletnią pracę, z pochodnymi
show-wage-ceiling = Koszty zatrudnienia do miesięcznego pułapu
show-contract-employment = Umowa o pracę
show-contract-service = Umowa zlecenie
show-contract-share = { $form }: najwyżej { $share } kosztu
show-contract-ceiling = { $form }: najwyżej { $amount } miesięcznie na pełny etat
show-funded = Dodatek: { $amount } miesięcznie na pełny etat, ze składkami, w całości z dotacji
