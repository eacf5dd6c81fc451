"""Finding words in text: patterns that are compiled late, phrases by automata, lists of the lexicon."""
