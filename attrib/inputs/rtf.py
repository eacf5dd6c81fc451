"""RTF, as older systems and some mail programs save drafts: paragraphs, footnotes, links."""

from __future__ import annotations

from attrib.errors import InputError
from attrib.inputs.extras import parser
from attrib.model import Document

ENDINGS = (".rtf",)
_MAGIC = b"{\\rtf"


def unpacked(data: bytes, path: str) -> Document:
    """The draft. Raises InputError for a file that is no RTF, is broken or a trap, or without striprtf."""
    parser("striprtf.striprtf", "rtf", path, "an RTF file")
    if not data.lstrip().startswith(_MAGIC):
        raise InputError(f"{path}: is no RTF file, whatever its ending says; save the draft as RTF again")
    from attrib.inputs import extract
    from attrib.inputs.printed import confined

    return extract.document(path, "rtf", "rtf", confined.parts("attrib.inputs.printed.rtf", data, path, "RTF"))
