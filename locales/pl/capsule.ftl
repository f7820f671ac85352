# Kapsuła: zapis przebiegu, z którego można go powtórzyć.

cli-replay = Kapsuła, czyli plik z opcji settle --capsule: powtarza zapisany w niej przebieg
cli-capsule = Plik ze wszystkim, czego trzeba, aby powtórzyć to rozliczenie; wymaga --as-of (także: --kapsula)
cli-with-data = Wkłada do kapsuły także dane gminy (zawierają dane osób; bez tej opcji są tam tylko ich skróty SHA-256)
cli-written-capsule = Zapisano kapsułę: { $path }

# Nie udało się

capsule-not-one = Plik { $file } nie jest kapsułą programu rozlicz.
capsule-not-one-hint = Kapsułę zapisuje polecenie: rozlicz settle DANE… --capsule PLIK --as-of DATA.
capsule-damaged = Kapsuła { $file } jest uszkodzona albo ktoś ją zmienił: nie zgadza się skrót zapisany na jej końcu lub w niej samej.
capsule-damaged-hint = Proszę wziąć ją jeszcze raz ze źródła; przepakowana innym programem też nie zostanie przyjęta.
capsule-too-large = Kapsuła { $file } jest większa niż { $limit } MB i nie zostanie odczytana.
capsule-too-large-hint = Proszę wziąć kapsułę zapisaną bez danych i podać dane w opcji --data.
capsule-newer = Kapsułę { $file } zapisał nowszy program (rozlicz { $program }): ma format { $format }, a ten program zna najwyżej { $known }.
capsule-newer-hint = Proszę użyć nowszego wydania programu.
capsule-needs-data = W kapsule nie ma danych gminy, są tylko ich skróty. Nie można powtórzyć przebiegu.
capsule-needs-data-hint = Proszę podać w opcji --data pliki: { $files }.
capsule-data-missing = Wśród danych podanych w opcji --data nie ma: { $files }.
capsule-data-missing-hint = Proszę podać wszystkie pliki, z których liczono; ich skróty są w kapsule, w pliku capsule.json.
capsule-input-too-large = Plik { $file } jest za duży, aby go odczytać, więc kapsuła nie powstanie.
capsule-input-too-large-hint = Proszę usunąć z pliku to, co nie jest danymi, albo liczyć bez --capsule.
capsule-data-too-large = Z danymi gminy kapsuła byłaby większa niż { $limit } MB.
capsule-data-too-large-hint = Proszę ją zapisać bez opcji --with-data.

# Powtórzenie

replay-head =
    Kapsuła: edycja { $edition }, formularz { $form }, na dzień { $day }{ $draft ->
        [yes] , projekt
       *[no] {""}
    }; rozlicz { $version }.
    Skoroszyt wtedy: SHA-256 { $digest }
    Dane wtedy:
replay-document = { $file }: SHA-256 { $digest }
replay-verdict-reproduced = Wynik: odtworzono co do bajtu.
replay-verdict-figures-same = Wynik: kwoty i uwagi są te same, ale nie odtworzono co do bajtu.
replay-verdict-differs = Wynik: nie odtworzono, wyniki są inne.

replay-input-differs = Dane: plik { $file } nie jest tym, z którego liczono (inny skrót SHA-256).
replay-input-differs-hint = Proszę podać plik z dnia rozliczenia. Jeżeli zmienił się tylko sposób zapisu, kwoty będą te same.
replay-input-unused = Dane: plik { $file } nie należał do tego przebiegu i został pominięty.
replay-input-unused-hint = Nic nie trzeba robić.
replay-input-renamed = Dane: plik { $file } nazywa się teraz { $now }; treść jest ta sama.
replay-input-renamed-hint = Nic nie trzeba robić.
replay-rules-other = Zasady: { $built_in ->
    [unknown] edycji { $edition } nie ma w tym programie; policzono według zasad z kapsuły.
   *[other] { $file } edycji { $edition } jest inny niż wbudowany w ten program; policzono według zasad z kapsuły.
    }
replay-rules-other-hint = Proszę sprawdzić, skąd są zasady w kapsule: mogą pochodzić z folderu gminy (--programmes) albo z innego wydania programu.
replay-common-other = Zasady: plik { $file } jest inny niż wbudowany w ten program, a liczono według wbudowanego.
replay-common-other-hint = Jeżeli wyniki się różnią, przyczyną może być ten plik: proszę porównać oba albo użyć wydania programu, które zapisało kapsułę.
replay-form-other = Formularz: { $form } jest inny niż wbudowany w ten program; wypełniono ten z kapsuły.
replay-form-other-hint = Nic nie trzeba robić, chyba że gmina miała użyć formularza wbudowanego.
replay-program-other = Program: liczono wtedy w wersji { $expected }, a teraz w { $seen }.
replay-program-other-hint = Wersja jest wpisana do skoroszytu, więc jego bajty są inne, nawet gdy kwoty są te same. Aby porównać bajty, proszę użyć tamtej wersji.
replay-not-settled = Wynik: tym razem rozliczenie nie powstało, { $errors ->
        [one] w danych jest { $errors } błąd
        [few] w danych są { $errors } błędy
       *[many] w danych jest { $errors } błędów
    }.
replay-not-settled-hint = Proszę sprawdzić dane poleceniem: rozlicz check DANE…
replay-figure-differs = Wynik: { $figure } jest inny niż zapisany.
replay-figure-differs-hint = Przyczyny proszę szukać w różnicach wymienionych wyżej; jeżeli żadnej nie ma, kapsułę zapisał inny program.
replay-finding-differs = { $side ->
    [gone] Wynik: nie ma już uwagi: { $message }
   *[new] Wynik: nowa uwaga: { $message }
    }
replay-finding-differs-hint = Przyczyny proszę szukać w różnicach wymienionych wyżej.
replay-trace-unreadable = Wynik: ślad zapisany w kapsule jest inny, a nie da się go porównać kwota po kwocie (za duży albo nieczytelny).
replay-trace-unreadable-hint = Proszę porównać skoroszyty: rozlicz audyt SKOROSZYT --data DANE…
replay-cells-differ = Skoroszyt: w arkuszu { $count ->
        [one] jest inna { $count } komórka
        [few] są inne { $count } komórki
       *[many] jest innych { $count } komórek
    }, pierwsza z nich to { $cell }.
replay-cells-differ-hint = Przyczyny proszę szukać w różnicach wymienionych wyżej.
replay-more = Różnic jest więcej: nie wymieniono { $hidden }.
replay-more-hint = Proszę zacząć od wymienionych.
replay-workbook-differs = Skoroszyt: { $which ->
    [to-send] plik do wysłania (--to-send)
   *[workbook] cały skoroszyt (--out)
    } ma inne bajty niż wtedy.
replay-workbook-differs-hint = Przyczyny proszę szukać w różnicach wymienionych wyżej.
