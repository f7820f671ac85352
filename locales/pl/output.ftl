# Zapis plików.

output-exists = Plik { $file } już istnieje i nie został zmieniony.
output-exists-hint = Proszę podać inną nazwę albo dodać --force, żeby zastąpić ten plik.
output-is-folder = { $file } to folder, a nie plik.
output-is-folder-hint = Proszę podać nazwę pliku w tym folderze.
output-no-folder = Nie ma folderu, w którym miał powstać plik { $file }.
output-no-folder-hint = Proszę założyć ten folder albo podać inny.
output-folder-denied = Nie wolno założyć folderu { $file }.
output-folder-denied-hint = Proszę podać folder, w którym wolno zapisywać.
output-denied = Nie wolno zapisać pliku { $file }.
output-denied-hint = Plik może być otwarty w innym programie: proszę go zamknąć i powtórzyć. Jeżeli nie jest otwarty, proszę wybrać inny folder.
output-unwritable = Nie udało się zapisać pliku { $file } ({ $reason }).
output-unwritable-hint = Proszę sprawdzić, czy na dysku jest miejsce, i powtórzyć.
output-extension = Nazwa pliku { $file } nie kończy się na .xlsx ani .csv.
output-extension-hint = Proszę podać nazwę z końcówką .xlsx albo .csv.
output-not-workbook = Nazwa pliku { $file } nie kończy się na .xlsx.
output-not-workbook-hint = Proszę podać nazwę z końcówką .xlsx.
output-not-regular = { $file } nie jest zwykłym plikiem.
output-not-regular-hint = Proszę podać nazwę nowego pliku.
output-screen = Nie udało się wypisać wyniku: { $reason }.
output-sheet-name = Nazwa arkusza „{ $sheet }” jest niedozwolona albo się powtarza.
output-sheet-name-hint = Proszę poprawić opis formularza: nazwa ma najwyżej 31 znaków, bez znaków [ ] : * ? / \ i bez powtórzeń.
output-text-too-long = Tekst w komórce { $cell } arkusza „{ $sheet }” ma więcej niż 32 767 znaków i nie zmieści się w pliku.
output-text-too-long-hint = Proszę skrócić ten tekst w pliku z danymi.
output-formula-too-long = Wzór w komórce { $cell } arkusza „{ $sheet }” jest za długi dla pliku Excel.
output-formula-too-long-hint = Proszę podzielić dane na mniejsze części i zgłosić to autorom programu.
output-number-too-large = Liczba w komórce { $cell } arkusza „{ $sheet }” jest za duża dla pliku Excel.
output-number-too-large-hint = Proszę sprawdzić kwoty w pliku z danymi.
output-layout = Arkusza „{ $sheet }” nie można zapisać: { $reason }.
output-layout-hint = Proszę poprawić opis formularza albo zgłosić to autorom programu.

# Co powiedział system.

system-not-found = nie ma takiego pliku ani folderu
system-permission-denied = brak uprawnień
system-read-only = dysk jest tylko do odczytu
system-already-exists = plik już istnieje
system-storage-full = na dysku nie ma miejsca
system-quota-exceeded = przekroczono przydział miejsca na dysku
system-file-too-large = plik jest za duży dla tego dysku
system-is-a-directory = to jest folder
system-not-a-directory = część ścieżki nie jest folderem
system-invalid-filename = nazwa pliku jest niedozwolona albo za długa
system-invalid-data = plik nie jest tekstem w kodowaniu UTF-8
system-busy = plik jest używany przez inny program
system-cut-off = plik urywa się przed końcem
system-interrupted = system przerwał odczyt albo zapis; proszę powtórzyć
system-out-of-memory = zabrakło pamięci komputera
system-unsupported = ten dysk na to nie pozwala
system-folder-not-empty = folder nie jest pusty
system-other-disk = to inny dysk
system-link-loop = dowiązanie prowadzi w kółko
system-network = dysk sieciowy nie odpowiada albo został odłączony
system-other = system odmówił ({ $kind })
