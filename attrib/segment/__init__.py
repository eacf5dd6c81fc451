"""From a document to its masthead, headlines, paragraphs, notes and sentences."""

from attrib.segment.layout import Layout, layout
from attrib.segment.sentences import Abbreviations, default_abbreviations, sentences

__all__ = ["Abbreviations", "Layout", "default_abbreviations", "layout", "sentences"]
