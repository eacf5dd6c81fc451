"""Word (.docx): headings, lists, tables, notes, links; tracked changes read as accepted."""

from __future__ import annotations

from attrib.inputs.extras import parser
from attrib.model import Document

ENDINGS = (".docx",)


def unpacked(data: bytes, path: str) -> Document:
    """The draft. Raises InputError for a file that is broken, encrypted or too large, or without python-docx."""
    parser("docx", "word", path, "a Word file")
    from attrib.inputs import extract
    from attrib.inputs.office.word import package, parts

    opened = package.opened(data, path)
    return extract.document(path, "docx", "docx", parts.parts(opened).parts, meta=package.meta(opened))
