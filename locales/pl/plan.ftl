# Plan na następny rok.
