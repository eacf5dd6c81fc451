"""Who said it, the words that say so, and what was said.

A stage of its own: it sees one paragraph, the names of the registry in it, and what the paragraphs before left in the
`Context`.
"""

from __future__ import annotations

from attrib.attribution.cues import Cues, default_cues
from attrib.attribution.finding import find
from attrib.attribution.speakers import Context, Looked

__all__ = ["Context", "Cues", "Looked", "default_cues", "find"]
