# Radar: co jest blisko granicy.
