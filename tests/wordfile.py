"""Word files made for the tests, with what python-docx has no words for written as Word writes it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence

import docx
from docx.document import Document
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph

_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def saved(document: Document, **notes: Sequence[str]) -> bytes:
    """The bytes of a file; ``footnotes`` and ``endnotes`` are the texts of its notes, numbered from 1."""
    data = io.BytesIO()
    document.save(data)
    for kind, texts in notes.items():
        data = _with_part(data, kind, texts)
    return data.getvalue()


def draft(*paragraphs: str | Callable[[Paragraph], None], **notes: Sequence[str]) -> bytes:
    """A file of paragraphs: each the XML of its runs, a plain text, or what fills it."""
    document = docx.Document()
    for one in paragraphs:
        paragraph = document.add_paragraph()
        if callable(one):
            one(paragraph)
        elif one.startswith("<"):
            put(paragraph, one)
        else:
            paragraph.add_run(one)
    return saved(document, **notes)


def put(paragraph: Paragraph, xml: str) -> None:
    """Put elements at the end of a paragraph."""
    for element in parse_xml(f"<w:p {nsdecls('w', 'r')}>{xml}</w:p>"):
        paragraph._p.append(element)


def run(text: str, properties: str = "") -> str:
    """The XML of a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _with_part(data: io.BytesIO, kind: str, texts: Sequence[str]) -> io.BytesIO:
    one = kind[:-1]
    entries = "".join(
        f'<w:{one} w:id="{number}"><w:p>{run(text)}</w:p></w:{one}>' for number, text in enumerate(texts, 1)
    )
    part = f"<?xml version='1.0'?><w:{kind} {nsdecls('w')}>{entries}</w:{kind}>"
    made = io.BytesIO()
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            text = old.read(member)
            if member.filename == "word/_rels/document.xml.rels":
                relation = f'<Relationship Id="rId9{len(kind)}" Type="{_NOTES}{kind}" Target="{kind}.xml"/>'
                text = text.replace(b"</Relationships>", relation.encode() + b"</Relationships>")
            if member.filename == "[Content_Types].xml":
                override = f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPES}{kind}+xml"/>'
                text = text.replace(b"</Types>", override.encode() + b"</Types>")
            new.writestr(member, text)
        new.writestr(f"word/{kind}.xml", part)
    return made
