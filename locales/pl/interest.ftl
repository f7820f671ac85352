# Odsetki.
