# Tabele do eksportu i zestawienia.
