"""Events and quotations of a sentence: the frame lexicon and how it is matched."""
