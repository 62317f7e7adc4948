"""The questions over HTTP: strict parameters in, one envelope or one problem out."""
