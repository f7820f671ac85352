# Interest.
