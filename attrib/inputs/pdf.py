"""PDF: the running text of its pages, without page numbers and running heads. A PDF of pictures has no text."""

from __future__ import annotations

from attrib.errors import InputError
from attrib.inputs.extras import parser
from attrib.model import Document

ENDINGS = (".pdf",)
_MAGIC = b"%PDF-"
_LEAD = 1024
"""Readers look for the mark in so many first bytes."""


def unpacked(data: bytes, path: str) -> Document:
    """The draft. Raises InputError for what is no PDF, is encrypted, broken or a trap, or without pdfminer.six."""
    parser("pdfminer.high_level", "pdf", path, "a PDF file")
    if _MAGIC not in data[:_LEAD]:
        raise InputError(f"{path}: is no PDF file, whatever its ending says; save the draft as PDF again")
    from attrib.inputs import extract
    from attrib.inputs.printed import confined

    found = confined.parts("attrib.inputs.printed.pdf", data, path, "PDF")
    if not found:
        raise InputError(f"{path}: holds no text, only pictures of pages; save the draft itself, not a scan of it")
    return extract.document(path, "pdf", "pdf", found)
