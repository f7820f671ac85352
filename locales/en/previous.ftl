# Corrections and the second round.
