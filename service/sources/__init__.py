"""One module for each kind of input: read, transform, hand on as claim records."""
