# Zbiorczo: rozliczenia wielu gmin w jednym sprawozdaniu wojewody.

cli-consolidate = Zbiera rozliczenia wielu gmin w jedno sprawozdanie wojewody (po polsku: zbiorczo)
cli-consolidate-usage = rozlicz consolidate [OPCJE] DANE… --as-of DATA --out PLIK
cli-consolidate-out = Skoroszyt zbiorczy: sprawozdanie wojewody, przegląd, pliki i uwagi
cli-consolidate-verdicts = Przyjęte: { $accepted }, przyjęte z uwagami: { $remarks }, odrzucone: { $rejected }, pominięte pliki: { $skipped }.
cli-consolidate-written = Zapisano sprawozdanie zbiorcze: { $path }
