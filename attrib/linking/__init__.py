"""Links: claim to reference, by passage first, then as the evidence moves it."""

from attrib.linking.link import link
from attrib.linking.words import LinkWords, default_words

__all__ = ["LinkWords", "default_words", "link"]
