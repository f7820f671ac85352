# Korekty i druga tura.
