# Consolidate: settlements of many municipalities as one report of the voivode.

cli-consolidate = Gathers the settlements of many municipalities into one report of the voivode (in Polish: zbiorczo)
cli-consolidate-usage = rozlicz consolidate [OPTIONS] INPUT… --as-of DATE --out FILE
cli-consolidate-out = The collective workbook: the voivode's report, overview, files and remarks
cli-consolidate-verdicts = Accepted: { $accepted }, accepted with remarks: { $remarks }, rejected: { $rejected }, files passed over: { $skipped }.
cli-consolidate-written = The collective report is written: { $path }
