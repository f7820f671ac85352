# Radar: what is near a limit.
