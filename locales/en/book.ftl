# A workbook handed in for an audit or an explanation.

book-not-a-file = “{ $path }” is not a file.
book-not-a-file-hint = Name one .xlsx workbook.
book-lock-file = “{ $file }” is the helper file that a spreadsheet program keeps beside an open workbook.
book-lock-file-hint = Name the workbook itself: the file of that name without the leading “~$” or “.~lock.”.
book-other-format = “{ $file }” is not an .xlsx workbook; its format does not keep everything that must be verified.
book-other-format-hint = Open it in a spreadsheet program, save it as .xlsx and name that copy.
book-not-a-workbook = “{ $file }” is not a workbook.
book-not-a-workbook-hint = Name an .xlsx workbook.
book-encrypted = The workbook “{ $file }” is protected with a password.
book-encrypted-hint = Save a copy without the password for opening and name that copy.
book-damaged = The workbook “{ $file }” is damaged or cut off, so nothing was verified.
book-damaged-hint = Ask for the file again. If a spreadsheet program opens it, save it anew as .xlsx.
book-too-large =
    { $limit ->
        [bytes] The workbook “{ $file }” is too large ({ $seen } bytes, the limit is 48 MB).
        [cells] The workbook “{ $file }” has more than 5 million cells ({ $seen }).
        [filled] The workbook “{ $file }” has more than a million filled cells ({ $seen }).
        [texts] The workbook “{ $file }” holds too much text ({ $seen }).
        [sheets] The workbook “{ $file }” has too many sheets ({ $seen }).
       *[other] The workbook “{ $file }” is too large once unpacked ({ $seen }).
    }
book-too-large-hint = A municipality's settlement is many times smaller: check that this is the right file.
