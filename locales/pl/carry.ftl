# Nowy rok z poprzedniego.
