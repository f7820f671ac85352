# Sprawozdania za półrocza (edycja 2024: sprawozdanie składa się dwa razy na jednym wzorze).

report-of-half = To sprawozdanie za { $round }. Gmina złożyła też sprawozdanie za cały rok („{ $other }”), które zawiera oba półrocza: pod uwagę wzięto tamto.
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
report-half-missing =
    { $municipality }: brak sprawozdania za { $missing }. W tym pliku są tylko kwoty za { $round } i tylko one wchodzą do sum.{ $rejected ->
        [yes] {" "}Sprawozdanie, w którym jest { $missing }, odrzucono: { $files }.
       *[no] {""}
    }
report-half-missing-hint =
    { $rejected ->
        [yes] Poproś gminę o poprawienie odrzuconego pliku: jego przyczyny są w arkuszu Uwagi. Tego pliku nie usuwaj, bo potrzebne są oba półrocza.
       *[no] Poproś gminę o sprawozdanie za { $missing } albo za cały rok. Jeżeli w { $missing } nie było żadnych kosztów, niech gmina wpisze w tych kolumnach 0,00.
    }
