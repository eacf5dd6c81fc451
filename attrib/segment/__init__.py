"""From a document to its masthead, headlines, paragraphs, notes and sentences."""

from attrib.segment.layout import Layout, layout
from attrib.segment.sentences import Abbreviations, abbreviations_for, default_abbreviations, sentences

__all__ = ["Abbreviations", "Layout", "abbreviations_for", "default_abbreviations", "layout", "sentences"]
