"""Who is named: the gazetteer, its mentions in a text, and what nouns and pronouns refer to."""
