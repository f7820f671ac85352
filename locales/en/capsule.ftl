# The capsule: the record of a run from which it can be repeated.

cli-replay = A capsule, the file of settle --capsule: repeats the run recorded in it
cli-capsule = A file with everything needed to repeat this settlement; needs --as-of
cli-with-data = Puts the municipality's tables into the capsule (they name people; without this it holds their SHA-256 alone)
cli-written-capsule = Capsule written: { $path }

# Could not run

capsule-not-one = { $file } is no capsule of rozlicz.
capsule-not-one-hint = A capsule is written by: rozlicz settle INPUT… --capsule FILE --as-of DAY.
capsule-damaged = The capsule { $file } is damaged or was changed: a digest at its end or inside it does not agree.
capsule-damaged-hint = Take it from its source again; packed anew by another program it is not accepted either.
capsule-too-large = The capsule { $file } is larger than { $limit } MB and is not read.
capsule-too-large-hint = Take a capsule written without data, and give the data with --data.
capsule-newer = The capsule { $file } was written by a newer program (rozlicz { $program }): its format is { $format }, and this program knows { $known } at most.
capsule-newer-hint = Use a newer release of the program.
capsule-needs-data = The capsule does not hold the municipality's tables, only their digests. Cannot run.
capsule-needs-data-hint = Give these files with --data: { $files }.
capsule-data-missing = What was given with --data lacks: { $files }.
capsule-data-missing-hint = Give every file of that run; their digests stand in the capsule, in capsule.json.
capsule-input-too-large = { $file } is too large to be read, so there can be no capsule.
capsule-input-too-large-hint = Take out what is no data, or settle without --capsule.
capsule-data-too-large = With the municipality's tables the capsule would be larger than { $limit } MB.
capsule-data-too-large-hint = Write it without --with-data.

# The repetition

replay-head =
    Capsule: edition { $edition }, form { $form }, as of { $day }{ $draft ->
        [yes] , a draft
       *[no] {""}
    }; rozlicz { $version }.
    Workbook then: SHA-256 { $digest }
    Data then:
replay-document = { $file }: SHA-256 { $digest }
replay-verdict-reproduced = Verdict: reproduced byte for byte.
replay-verdict-figures-same = Verdict: figures and findings are the same, but it is not reproduced byte for byte.
replay-verdict-differs = Verdict: not reproduced, the results differ.

replay-input-differs = Data: { $file } is not the file of that run (another SHA-256).
replay-input-differs-hint = Give the file as it was on the day of the settlement. If only the way it was saved has changed, the amounts will be the same.
replay-input-unused = Data: { $file } was no part of that run and is left out.
replay-input-unused-hint = Nothing to do.
replay-input-renamed = Data: { $file } is now called { $now }; what it holds is the same.
replay-input-renamed-hint = Nothing to do.
replay-rules-other = Rules: { $built_in ->
    [unknown] this program does not have edition { $edition }; settled by the rules of the capsule.
   *[other] { $file } of edition { $edition } is not the one built into this program; settled by the rules of the capsule.
    }
replay-rules-other-hint = See where the rules of the capsule are from: a folder of the municipality (--programmes) or another release of the program.
replay-common-other = Rules: { $file } is not the one built into this program, and it was settled by the one built in.
replay-common-other-hint = If results differ, this file may be the cause: compare both, or use the release that wrote the capsule.
replay-form-other = Form: { $form } is not the one built into this program; the one of the capsule was filled.
replay-form-other-hint = Nothing to do, unless the municipality was to use the form built in.
replay-program-other = Program: then version { $expected }, now { $seen }.
replay-program-other-hint = The version is written into the workbook, so its bytes differ even where the figures are the same. Use that version to compare bytes.
replay-not-settled = Result: there is no settlement this time, the data has { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }.
replay-not-settled-hint = Check the data with: rozlicz check INPUT…
replay-figure-differs = Result: { $figure } is not as recorded.
replay-figure-differs-hint = Look for the cause among the differences above; if there is none, another program wrote the capsule.
replay-finding-differs = { $side ->
    [gone] Result: this finding is gone: { $message }
   *[new] Result: this finding is new: { $message }
    }
replay-finding-differs-hint = Look for the cause among the differences above.
replay-trace-unreadable = Result: the trace in the capsule differs and cannot be compared figure by figure (too large or unreadable).
replay-trace-unreadable-hint = Compare the workbooks: rozlicz audit WORKBOOK --data INPUT…
replay-cells-differ = Workbook: in this sheet { $count ->
        [one] { $count } cell differs
       *[other] { $count } cells differ
    }, the first of them is { $cell }.
replay-cells-differ-hint = Look for the cause among the differences above.
replay-more = There are more differences: { $hidden } are not listed.
replay-more-hint = Begin with those listed.
replay-workbook-differs = Workbook: { $which ->
    [to-send] the file to send (--to-send)
   *[workbook] the whole workbook (--out)
    } has other bytes than then.
replay-workbook-differs-hint = Look for the cause among the differences above.
