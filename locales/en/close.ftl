# Closing the year.
