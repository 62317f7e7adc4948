"""The parse of a sentence and the grammatical arguments in it."""
