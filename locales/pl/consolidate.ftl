# Zbiorczo: rozliczenia wielu gmin w jednym sprawozdaniu wojewody.
