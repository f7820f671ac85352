# Kalendarz edycji.
