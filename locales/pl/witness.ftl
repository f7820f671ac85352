# Drugi program obliczeniowy: przelicza każdy skoroszyt, zanim zostanie zapisany.

witness-agrees = Skoroszyt przeliczył drugi, niezależny program ({ $engine }): { $formulas ->
    [one] { $formulas } wzór
    [few] { $formulas } wzory
    *[many] { $formulas } wzorów
}, wszystkie wyniki zgodne.
witness-agrees-to-send = Plik do wysłania przeliczył drugi, niezależny program ({ $engine }): { $formulas ->
    [one] { $formulas } wzór
    [few] { $formulas } wzory
    *[many] { $formulas } wzorów
}, wszystkie wyniki zgodne.
witness-differs = Drugi program ({ $engine }), który przelicza skoroszyt przed zapisem, otrzymał inny wynik, dlatego niczego nie zapisano. Arkusz „{ $sheet }”, komórka { $cell }: rozlicz obliczył { $expected }, drugi program { $found }. Wzór: { $formula }{ $others ->
    [0] .
    *[other] . Innych różnic: { $others }.
}
witness-differs-hint = To błąd jednego z programów, a nie danych: w tabelach nie trzeba nic poprawiać. Proszę przesłać tę wiadomość autorom programu.
witness-count = Drugi program ({ $engine }), który przelicza skoroszyt przed zapisem, znalazł w nim inną liczbę wzorów ({ $found }) niż zapisano ({ $written }), dlatego niczego nie zapisano na dysku.
witness-count-hint = To błąd programu, a nie danych. Proszę przesłać tę wiadomość autorom programu.
witness-unable = Drugi program ({ $engine }), który przelicza skoroszyt przed zapisem, nie mógł tego zrobić ({ $reason }), dlatego niczego nie zapisano.
witness-unable-hint = To błąd jednego z programów, a nie danych. Proszę przesłać tę wiadomość autorom programu.
