"""XML that every reader takes and no log obeys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrib.terminal import inert

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FORBIDDEN = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""What is no character of XML 1.0, section 2.2, not even by its number."""


def admitted(text: str) -> str:
    """As many code points: what XML cannot hold is U+FFFD."""
    return re.sub(_FORBIDDEN, "\ufffd", text)


def held(text: str) -> str:
    """Words of a draft on one line: what steers a terminal is written out, what XML cannot hold is U+FFFD."""
    return admitted(inert(text))


def document(root: Element) -> str:
    """The whole document; letters beyond ASCII by their number, so that it is the same in every encoding."""
    from xml.etree.ElementTree import indent, tostring

    indent(root)
    text = tostring(root, encoding="us-ascii", xml_declaration=False).decode()
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'
