# Consolidate: settlements of many municipalities as one report of the voivode.
