# Szacunek na następny rok.
cli-value-year = ROK
cli-estimate = Szacuje zapotrzebowanie na następny rok w trzech wariantach (po polsku: szacuj)
cli-estimate-usage = rozlicz estimate DANE… --for ROK --programme PROGRAM [OPCJE]
cli-estimate-after =
    Przykład: rozlicz szacuj dane-2025.xlsx --for 2026 --programme asystent-rodziny-2025 --plan plan.xlsx --out szacunek-2026.xlsx
    Bez planu: dzisiejsi asystenci bez zmian. Zasady roku, którego nikt nie ogłosił, są założeniem i skoroszyt mówi to na każdym arkuszu.
    Kod wyjścia: 0 – w porządku, 1 – w danych lub w planie są błędy (nic nie jest zapisywane), 2 – nie udało się uruchomić.
cli-estimate-for = Rok, na który składa się wniosek
cli-estimate-programme = Edycja, której zasady przyjąć, np. asystent-rodziny-2025
cli-estimate-plan = Plan na następny rok: podwyżki, zatrudnienia, odejścia, stawki
cli-estimate-out = Skoroszyt, który ma powstać: zapotrzebowanie, warianty, gotówka, założenia i obliczenia
cli-estimate-earlier = Dane wcześniejszego roku: plik albo folder; opcję można powtarzać
cli-estimate-as-of = Dzień, na który sporządza się szacunek, np. 2025-11-20 (domyślnie: ostatni dzień okresu w danych)
cli-written-estimate = Zapisano szacunek: { $path }
cli-estimate-nothing = W danych lub w planie są błędy, dlatego szacunek nie powstał: pominięty wiersz byłby osobą bez pieniędzy we wniosku. Popraw wskazane komórki i uruchom program ponownie.

estimate-title = Szacunek na { $year } r. (zł)
estimate-assumed = ZAŁOŻENIE: na { $year } r. przyjęto zasady edycji { $edition }, która jest edycją innego roku. Gdy program na { $year } r. jest ogłoszony, szacunek trzeba powtórzyć według niego.
estimate-plan-without-tables = W pliku albo folderze { $path } nie ma żadnej tabeli planu (Założenia, Podwyżki, Zmiany kadrowe).
estimate-plan-without-tables-hint = Wskaż plan. Pusty wzór tworzy polecenie: rozlicz init --plan.
estimate-careful = ostrożny
estimate-base = bazowy
estimate-ambitious = ambitny
estimate-row-task = Koszt zadania
estimate-row-asked-supplement = Wniosek: dodatki
estimate-row-asked-employment = Wniosek: koszty zatrudnienia
estimate-row-asked = WNIOSEK RAZEM
estimate-row-award = Oczekiwana kwota po cięciu
estimate-row-own = Wkład własny do zadania
estimate-row-outside = Koszt poza programem
estimate-row-thirteenth = Trzynastka z pochodnymi
estimate-row-to-vote = ŚRODKI WŁASNE DO UCHWALENIA
estimate-row-to-vote-part = WŁASNE ZA MIESIĄCE OBJĘTE PROGRAMEM
estimate-row-others = Z innych środków publicznych
estimate-row-laid-out = Najwięcej wyłożone do wpływu
estimate-row-families = Rodziny na koniec roku
estimate-row-per-family = Koszt na rodzinę
estimate-bars = Koszt według źródła: █ oczekiwana kwota, ▒ wniosek ponad nią, ░ środki własne
estimate-bar = { $award } z { $asked }, własne { $own }
estimate-years = Wnioskowano, przyznano i wykorzystano (zł)
estimate-year = Rok
estimate-year-asked = Wnioskowano
estimate-year-awarded = Przyznano
estimate-year-used = Wykorzystano
estimate-other-findings = Dane bieżącego roku mają też { $count ->
    [one] jedną uwagę, która dotyczy
    [few] { $count } uwagi, które dotyczą
   *[many] { $count } uwag, które dotyczą
    } ich własnego rozliczenia: pokazuje je polecenie check, a w skoroszycie arkusz Uwagi.
