# Odczytania i ich ceny

price-co-financing = dofinansowanie { $amount }
price-supplement = w tym dodatki { $amount }
price-employment = w tym koszty zatrudnienia { $amount }
price-own = wkład własny { $amount }
price-return = do zwrotu { $amount }
price-moved = między osobami, miesiącami lub źródłami przechodzi { $amount }
price-form = zmieniają się etaty lub liczby w sprawozdaniu
price-not-known = dofinansowania nie da się policzyć
price-nothing = bez zmian
price-impossible = nie da się wycenić: { $reason }

reading-needs-booked = tabela Płace nie ma kolumn „Zaksięgowano z Programu”
reading-not-in-edition = edycja nie zna tego sposobu
reading-idle-no-supplement = nie dotyczy: gmina nie rozlicza dodatków
reading-idle-no-employment = nie dotyczy: gmina nie rozlicza kosztów zatrudnienia
reading-idle-no-service = nie dotyczy: nie ma umów zlecenia
reading-idle-one-contract = nie dotyczy: nikt nie ma dwóch umów
reading-idle-one-source = nie dotyczy: każdy składnik ma jedno źródło
reading-idle-level-given = nie dotyczy: poziom podano w tabeli Umowa
reading-idle-no-families = nie dotyczy: nie podano rodzin
reading-idle-whole-cost = nie dotyczy: program płaci dodatek w całości

reading-touches-interest = dotyczy terminu zwrotu i odsetek
reading-touches-paragraphs = dotyczy podziału na paragrafy

reading-by-default = sposób domyślny ({ $mark }): { $source }
reading-by-letter = { $letter }{ $by }
reading-by-table = wybrano w tabeli Odczytania, bez podania pisma{ $by }
reading-by-command = wybrano w poleceniu (--reading), bez pisma
reading-accepted-by = ; przyjął(-ęła): { $by }

readings-cost = Odczytania bez pisma: { $count }. Największa różnica: { $amount } ({ $name }: { $question }) Wszystkie: rozlicz programy odczytania { $programme } --data DANE
readings-none-cost = Odczytania bez pisma: { $count }. Żadne z nich nie zmieniłoby kwot tej gminy.

readings-title = Odczytania edycji { $programme }
readings-about = Miejsca, w których tekst można rozumieć na kilka sposobów. Wyjaśnianie należy do wojewody; program niczego nie przesądza.
readings-about-prices = Każdy sposób policzono osobno, gdy pozostałe odczytania zostają bez zmian. Kwoty to różnica wobec tego rozliczenia: „+” znaczy więcej, „-” mniej.
readings-about-choice = Inny sposób wybiera się w tabeli Odczytania (Nazwa, Wartość, Podstawa, Kto przyjął) albo opcją --reading NAZWA=WARTOŚĆ.
readings-provisional = W danych są błędy, a wiersze z błędami nie weszły do kwot: różnice są wstępne. Uwagi wypisze: rozlicz check DANE
readings-nothing-settled = Nie ma czego wycenić: danych nie udało się rozliczyć.
readings-now = Teraz:
readings-basis = Podstawa:
readings-other = Inaczej:
readings-default-way = domyślnie
readings-impossible = Nie da się wycenić
readings-open-figures = Teksty tej edycji nie podają wartości poniżej. Bez nich nic nie jest liczone; podaje się je w tabeli Odczytania.
readings-open-figure = { $name } (na przykład „{ $example }”): { $known }
reading-needs-absences = nie podano nieobecności (tabela Nieobecności)
readings-zero = Bez wpływu na kwoty tej gminy
