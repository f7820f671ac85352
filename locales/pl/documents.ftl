# Dokumenty obok rozliczenia.
