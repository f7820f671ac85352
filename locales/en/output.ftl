# Writing files.

output-exists = The file { $file } exists already and was left as it is.
output-exists-hint = Give another name, or add --force to replace this file.
output-is-folder = { $file } is a folder, not a file.
output-is-folder-hint = Give the name of a file in that folder.
output-no-folder = The folder for { $file } does not exist.
output-no-folder-hint = Make that folder, or give another.
output-folder-denied = The folder { $file } may not be made.
output-folder-denied-hint = Name a folder that may be written to.
output-denied = { $file } may not be written.
output-denied-hint = The file may be open in another program: close it and try again. If it is not, choose another folder.
output-unwritable = { $file } could not be written ({ $reason }).
output-unwritable-hint = See whether the disk has room, and try again.
output-extension = The name { $file } ends in neither .xlsx nor .csv.
output-extension-hint = Give a name that ends in .xlsx or .csv.
output-not-workbook = The name { $file } does not end in .xlsx.
output-not-workbook-hint = Give a name that ends in .xlsx.
output-not-regular = { $file } is not an ordinary file.
output-not-regular-hint = Give the name of a new file.
output-screen = The result could not be printed: { $reason }.
output-sheet-name = The sheet name "{ $sheet }" is not allowed or occurs twice.
output-sheet-name-hint = Correct the form's description: at most 31 characters, none of [ ] : * ? / \, no name twice.
output-text-too-long = The text in cell { $cell } of sheet "{ $sheet }" has more than 32,767 characters and does not fit into the file.
output-text-too-long-hint = Shorten that text in the data file.
output-formula-too-long = The formula in cell { $cell } of sheet "{ $sheet }" is too long for an Excel file.
output-formula-too-long-hint = Split the data into smaller parts, and tell the program's authors.
output-number-too-large = The number in cell { $cell } of sheet "{ $sheet }" is too large for an Excel file.
output-number-too-large-hint = Look at the amounts in the data file.
output-layout = Sheet "{ $sheet }" cannot be written: { $reason }.
output-layout-hint = Correct the form's description, or tell the program's authors.

# What the system said.

system-not-found = no such file or folder
system-permission-denied = permission denied
system-read-only = the disk is read-only
system-already-exists = the file exists already
system-storage-full = the disk is full
system-quota-exceeded = the disk quota is used up
system-file-too-large = the file is too large for this disk
system-is-a-directory = it is a folder
system-not-a-directory = a part of the path is not a folder
system-invalid-filename = the file name is not allowed or too long
system-invalid-data = the file is not text in UTF-8
system-busy = the file is in use by another program
system-cut-off = the file ends before its end
system-interrupted = the system interrupted reading or writing; try again
system-out-of-memory = the computer is out of memory
system-unsupported = this disk does not allow it
system-folder-not-empty = the folder is not empty
system-other-disk = it is another disk
system-link-loop = the link leads round to itself
system-network = the network drive does not answer or was disconnected
system-other = the system refused ({ $kind })
