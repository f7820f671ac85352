# Skoroszyt podany do audytu albo wyjaśnienia.

book-not-a-file = „{ $path }” nie jest plikiem.
book-not-a-file-hint = Podaj jeden skoroszyt .xlsx.
book-lock-file = „{ $file }” to plik pomocniczy, który arkusz kalkulacyjny tworzy obok otwartego skoroszytu.
book-lock-file-hint = Podaj sam skoroszyt: plik o tej nazwie bez początku „~$” albo „.~lock.”.
book-other-format = Plik „{ $file }” nie jest skoroszytem .xlsx; w jego formacie nie zachowuje się wszystko, co trzeba sprawdzić.
book-other-format-hint = Otwórz go w arkuszu kalkulacyjnym, zapisz jako .xlsx i podaj tę kopię.
book-not-a-workbook = Plik „{ $file }” nie jest skoroszytem.
book-not-a-workbook-hint = Podaj skoroszyt .xlsx.
book-encrypted = Skoroszyt „{ $file }” jest zabezpieczony hasłem.
book-encrypted-hint = Zapisz kopię bez hasła do otwarcia i podaj tę kopię.
book-damaged = Skoroszyt „{ $file }” jest uszkodzony albo ucięty, więc niczego nie sprawdzono.
book-damaged-hint = Poproś o plik jeszcze raz. Jeśli otwiera się w arkuszu kalkulacyjnym, zapisz go ponownie jako .xlsx.
book-too-large =
    { $limit ->
        [bytes] Skoroszyt „{ $file }” jest za duży ({ $seen } bajtów, granica to 48 MB).
        [cells] Skoroszyt „{ $file }” ma ponad 5 milionów komórek ({ $seen }).
        [filled] Skoroszyt „{ $file }” ma ponad milion wypełnionych komórek ({ $seen }).
        [texts] W skoroszycie „{ $file }” jest za dużo tekstu ({ $seen }).
        [sheets] Skoroszyt „{ $file }” ma za dużo arkuszy ({ $seen }).
       *[other] Skoroszyt „{ $file }” po rozpakowaniu jest za duży ({ $seen }).
    }
book-too-large-hint = Rozliczenie gminy jest wielokrotnie mniejsze: sprawdź, czy to właściwy plik.
