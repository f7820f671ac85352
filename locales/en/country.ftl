# Tables to export and add up.
