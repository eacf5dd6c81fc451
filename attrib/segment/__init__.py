"""From a document to its masthead, headlines, paragraphs, notes and sentences."""

from attrib.segment.layout import Layout, layout
from attrib.segment.sentences import Abbreviations, sentences

__all__ = ["Abbreviations", "Layout", "layout", "sentences"]
