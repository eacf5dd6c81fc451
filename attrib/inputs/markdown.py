"""Markdown."""

from __future__ import annotations

from attrib.inputs import plain
from attrib.model import Document

ENDINGS = (".md", ".markdown")


def document(text: str, path: str, encoding: str) -> Document:
    return plain.document(text, path, encoding)
