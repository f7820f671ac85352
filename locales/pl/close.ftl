# Zamknięcie roku.
