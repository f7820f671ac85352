# Szacunek na następny rok.
