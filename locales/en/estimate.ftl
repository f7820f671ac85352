# Next year's estimate.
