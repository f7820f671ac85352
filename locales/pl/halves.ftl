# Sprawozdania za półrocza (edycja 2024: sprawozdanie składa się dwa razy na jednym wzorze).

report-of-half = To sprawozdanie za I-VI. Gmina złożyła też sprawozdanie za cały rok („{ $other }”), które zawiera oba półrocza: policzono tamto.
report-of-half-hint = Nic nie trzeba robić: pierwsze sprawozdanie składa się po pierwszym półroczu, drugie, z wszystkimi kolumnami, po zakończeniu zadania.
report-half-changed =
    { $municipality }: za I-VI sprawozdanie za cały rok mówi co innego niż złożone wcześniej „{ $file }”. { $figure }: było { $expected }, jest { $blank ->
        [yes] puste pole
       *[other] { $seen }
    }.{ $more ->
        [0] {""}
        [one] {" "}Różni się jeszcze jedna liczba.
        [few] {" "}Różnią się jeszcze { $more } liczby.
       *[other] {" "}Różni się jeszcze { $more } liczb.
    } Do sum weszło sprawozdanie za cały rok.
report-half-changed-hint = Zapytaj gminę, co zmieniła za I-VI i dlaczego. Jeśli poprawka jest słuszna, nic więcej nie trzeba; jeśli nie, wezwij do korekty sprawozdania za cały rok.
reports-put-together =
    { $municipality }: sprawozdanie złożono z dwóch plików, za I-VI z „{ $first }”, za VII-XII z „{ $second }”.{ $doubtful ->
        [0] {""}
       *[other] {" "}Liczby podawane raz za cały rok są w obu inne ({ $figures }{ $more ->
            [0] {""}
            [one] {""}; i jeszcze jedna
            [few] {""}; i jeszcze { $more }
           *[other] {""}; i jeszcze { $more }
        }). { $awarded ->
            [yes] Kwoty przyznanej nie wzięto z żadnego, reszta jest z drugiego pliku.
           *[no] Wzięto je z drugiego pliku.
        }
    }
reports-put-together-hint = Sprawdź, czy w drugim pliku rodziny i średnie są za cały rok. Jeśli nie, poproś gminę o jedno sprawozdanie za cały rok: po zakończeniu zadania wypełnia się wszystkie kolumny wzoru.
