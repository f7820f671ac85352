# Drugi silnik obliczeniowy: przelicza każdy skoroszyt, zanim zostanie zapisany.

witness-agrees = Sprawdzono drugim silnikiem ({ $engine }): wzory { $formulas }, wszystkie wyniki zgodne.
witness-agrees-to-send = Sprawdzono drugim silnikiem ({ $engine }) plik do wysłania: wzory { $formulas }, wszystkie wyniki zgodne.
witness-differs = Drugi silnik obliczeniowy ({ $engine }) otrzymał inny wynik niż program, dlatego niczego nie zapisano. Komórka „{ $sheet }”!{ $cell }: program obliczył { $expected }, drugi silnik { $found }. Wzór: { $formula }{ $others ->
    [0] .
    *[other] . Innych różnic: { $others }.
}
witness-differs-hint = To błąd programu albo drugiego silnika, nie danych. Proszę przesłać tę wiadomość autorom programu; rozliczenia nie trzeba poprawiać.
witness-count = Drugi silnik obliczeniowy ({ $engine }) znalazł w skoroszycie inną liczbę wzorów ({ $found }) niż zapisał program ({ $written }), dlatego niczego nie zapisano.
witness-count-hint = To błąd programu, nie danych. Proszę przesłać tę wiadomość autorom programu.
witness-unable = Drugi silnik obliczeniowy ({ $engine }) nie mógł przeliczyć skoroszytu ({ $reason }), dlatego niczego nie zapisano.
witness-unable-hint = To błąd programu albo drugiego silnika, nie danych. Proszę przesłać tę wiadomość autorom programu.
