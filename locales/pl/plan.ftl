# Plan na następny rok.
plan-year-without-rates = Na rok { $year } nie ma jeszcze ogłoszonych wartości: { $missing }. Ostatnie znane: { $newest }.
plan-year-without-rates-hint = Wpisz te wartości do tabeli „Założenia” (gotową tabelę daje polecenie init z opcją --plan). Ostatnie znane można przepisać jako własne założenie.
plan-nobody = W roku { $year } nikt nie jest zatrudniony: wszystkie umowy się kończą, a plan nikogo nie zatrudnia.
plan-nobody-hint = Sprawdź kolumnę „Zatrudniony do” w tabeli Zatrudnienie albo dopisz zatrudnienia w tabeli „Zmiany kadrowe”.
plan-no-pay = { $assistant }: nie wiadomo, ile będzie zarabiać ({ $form }), bo w tym roku nie ma żadnej wypłaty z wynagrodzeniem zasadniczym.
plan-no-pay-hint = Dopisz wypłaty do tabeli Płace albo podaj wynagrodzenie w tabeli „Zmiany kadrowe”: zdarzenie „zmiana warunków” od 1 stycznia.
plan-contract-ends = { $assistant }: umowa ({ $form }) kończy się { $seen }, a plan nie mówi, czy będzie następna. W prognozie tej osoby nie ma.
plan-contract-ends-hint = Jeśli umowa zostanie przedłużona, dopisz w tabeli „Zmiany kadrowe” zdarzenie „zatrudnienie” z dniem następnej umowy.
plan-lifted-to-minimum = { $assistant }, { $month }: wynagrodzenie { $seen } podniesiono do najniższego dopuszczalnego: { $expected }.
plan-lifted-to-minimum-hint = Jeśli podwyżka ma być wyższa, dopisz ją w tabeli „Podwyżki”.
