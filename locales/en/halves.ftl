# Reports by half-year (edition 2024: reported on twice, on one form).

report-of-half = This is the report for { $round }. The municipality also sent the report for the whole year ("{ $other }"), which has both half-years: that one was taken.
report-of-half-hint = Nothing need be done: the first report is due after the first half-year, the second, with all columns, after the end of the task.
report-half-changed =
    { $municipality }: of I-VI the report for the whole year says otherwise than "{ $file }" sent before. { $figure }: { $expected } then, { $blank ->
        [yes] a blank
       *[other] { $seen }
    } now.{ $more ->
        [0] {""}
        [one] {" "}One more figure differs.
       *[other] {" "}{ $more } more figures differ.
    } The totals hold the report for the whole year.
report-half-changed-hint = Ask the municipality what it changed for I-VI and why. If the change is right, nothing more need be done; if not, call for a correction of the report for the whole year.
reports-put-together =
    { $municipality }: the report was put together from two files, I-VI from "{ $first }", VII-XII from "{ $second }".{ $doubtful ->
        [0] {""}
       *[other] {" "}What the form tells once for the whole year differs between them ({ $figures }{ $more ->
            [0] {""}
           *[other] {""}; and { $more } more
        }). { $awarded ->
            [yes] The amount awarded was taken from neither, the rest is the second file's.
           *[no] They are the second file's.
        }
    }
reports-put-together-hint = Check that families and means in the second file are those of the whole year. If not, ask for one report for the whole year: after the end of the task all columns of the form are filled.
report-half-missing =
    { $municipality }: no report for { $missing }. This file has amounts of { $round } only, and only they enter the totals.{ $rejected ->
        [yes] {" "}The report that has { $missing } was rejected: { $files }.
       *[no] {""}
    }
report-half-missing-hint =
    { $rejected ->
        [yes] Ask the municipality to mend the rejected file: its reasons stand on the sheet Uwagi. Do not delete this one, both half-years are needed.
       *[no] Ask the municipality for the report of { $missing } or of the whole year. If { $missing } had no costs, 0,00 belongs in those columns.
    }
