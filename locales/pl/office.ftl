# Uwagi do danych gminy w sprawozdaniu zbiorczym: co ma zrobić urząd wojewódzki, gdy zwykła rada jest dla gminy.

office-explained = Wyjaśnienie gminy: { $said }
office-explained-hint = Przeczytaj wyjaśnienie gminy. Jeśli nie wystarcza, wezwij gminę do poprawienia sprawozdania.

office-audit-trace-missing-hint = Poproś gminę o skoroszyt w całości, tak jak go zapisał program, albo o tabele, z których powstał.
office-audit-trace-damaged-hint = Poproś gminę o skoroszyt w całości, tak jak go zapisał program, albo o tabele, z których powstał.
office-audit-sheet-deleted-hint = Poproś gminę o skoroszyt w całości, tak jak go zapisał program.
office-audit-macros-hint = Nie uruchamiaj makr. Poproś gminę o skoroszyt bez nich: rozliczenie ich nie potrzebuje.
office-audit-rules-other-hint = Zapytaj gminę, skąd ma te zasady. Co z nich wynika dla kwot, mówią pozostałe uwagi.
office-audit-law-unknown-hint = Podaj folder z zasadami tej edycji (--programmes) albo poproś gminę o tabele, z których powstało rozliczenie.
office-annex-title-differs-hint = Poproś gminę o poprawienie roku w tytule. Jeśli to tytuł jest dobry, o sprawozdanie na wzorze z tego roku.
office-annex-rounded-up-hint = Program nie mówi, jak zaokrąglać. Jeśli urząd przyjmuje zaokrąglenie w górę, nic nie trzeba robić; jeśli nie, poproś gminę o poprawienie kwoty o grosz.
office-annex-below-level-hint = Zapytaj gminę, czy świadomie wykazała mniej albo czy przyznano jej mniej, niż otrzymała. Jeśli nie, poproś o poprawienie kwoty.
office-annex-hidden-hint = Odkryj to przed oceną sprawozdania. Policzono także to, co ukryte.
office-due-not-transferred-hint = Sprawdź, czy urząd przekazał gminie całą kwotę. Jeśli tak, poproś gminę o poprawienie kwoty otrzymanej.
office-returned-too-much-hint = Sprawdź na wyciągu, ile gmina wpłaciła. Jeśli za dużo, uzgodnij z nią nadpłatę; jeśli nie, poproś o poprawienie kwoty zwrotu.
office-award-not-posts-hint = Porównaj wymiary etatów z wnioskiem gminy i z listą dofinansowanych gmin, a różnicę wyjaśnij z gminą.
office-request-late-hint = Sprawdź, którego dnia wniosek wpłynął do urzędu. Jeśli innego, poproś gminę o poprawienie daty.
office-received-in-future-hint = Sprawdź, czy dzień podany w --as-of jest właściwy. Jeśli tak, poproś gminę o poprawienie daty według wyciągu.
office-return-in-future-hint = Sprawdź, czy dzień podany w --as-of jest właściwy. Jeśli tak, poproś gminę o poprawienie daty według wyciągu.
office-information-duty-hint = Nic nie trzeba robić: od tego obowiązku kwoty nie zależą.
office-ledger-programme-split-hint = Nic nie trzeba robić: podziału na paragrafy przepisy nie narzucają, a kwota dofinansowania od niego nie zależy.
office-reading-without-letter-hint = Sprawdź, czy urząd wydał gminie takie pismo. Jeśli nie, poproś o rozliczenie bez tej zmiany.

# Kwoty, które gmina traci albo oddaje z mocy zasad: w złożonym sprawozdaniu są rozstrzygnięte.
office-amount-ceiling-binds-hint = Nic nie trzeba robić: tę kwotę ponosi gmina.
office-own-share-binds-hint = Nic nie trzeba robić: tę kwotę ponosi gmina.
office-award-binds-hint = Nic nie trzeba robić: tę kwotę ponosi gmina.
office-award-above-rule-hint = Nic nie trzeba robić.
office-received-above-rule-hint = Nic nie trzeba robić. O kwocie, która nie wróciła w terminie, mówi osobna uwaga.
office-hours-below-threshold-hint = Nic nie trzeba robić: dodatek za ten miesiąc ponosi gmina.
office-not-employed-on-reference-day-hint = Nic nie trzeba robić: ten dodatek ponosi gmina.
office-not-ready-hint = Nic nie trzeba robić: ten dodatek ponosi gmina.
office-motivation-service-hint = Nic nie trzeba robić: ten dodatek ponosi gmina.

# Wiadomości dla gminy, które nie zmieniają kwot.
office-bank-interest-unknown-hint = Nic nie trzeba robić, jeśli rachunek gminy nie był oprocentowany. Jeśli był, zapytaj gminę o odsetki z wyciągu.
