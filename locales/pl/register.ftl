# Rejestr urzędu: umowy, kwoty przyznane i przekazane, lista rozstrzygnięcia.
