"""OpenDocument text (.odt): headings, lists, tables, notes, links; tracked changes read as accepted."""

from __future__ import annotations

from attrib.inputs.extras import parser
from attrib.model import Document

ENDINGS = (".odt",)


def unpacked(data: bytes, path: str) -> Document:
    """The draft. Raises InputError for a file that is broken, encrypted or too large, or without odfdo."""
    parser("odfdo", "odt", path, "an OpenDocument file")
    from attrib.inputs import extract
    from attrib.inputs.office.opendocument import opened, parts

    return extract.document(path, "odt", "odt", parts(opened(data, path)))
