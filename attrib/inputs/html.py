"""HTML: the words of the article; scripts, styles, navigation and what is hidden are no text of it."""

from __future__ import annotations

from attrib.model import Document

ENDINGS = (".html", ".htm", ".xhtml")


def unpacked(data: bytes, path: str) -> Document:
    """The draft in a file, in the encoding that it declares. Raises InputError for what is no text."""
    from attrib.inputs.web import charset

    text, encoding = charset.decode(data, path)
    return document(text, path, encoding)


def document(text: str, path: str, encoding: str) -> Document:
    """The words as a Document, whose places are those of the file; dates and publication that it states are its meta.

    Where the page marks its article (``<article>``, ``<main>``), the rest of the page is left out.
    """
    from attrib.inputs import extract
    from attrib.inputs.web import page

    read = page.read(text)
    return extract.document(path, "html", encoding, read.parts, meta=read.meta, written=text)
