"""From text to sentences and grammar: paragraphs, sentences as trees of words, the arguments of a word."""
