"""A Word file opened: its main part, and the parts that hold its notes, comments, styles and numbering."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from attrib.errors import InputError
from attrib.inputs.office import archive

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_KIND = "Word (.docx)"
_PARTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's own elements and attributes."""


def opened(data: bytes, path: str) -> WordDocument:
    """The file as python-docx has it. Raises InputError for one that is broken, encrypted or made to fill memory."""
    import docx
    from lxml import etree

    members = archive.opened(data, path, _KIND, "[Content_Types].xml")
    try:
        broken = members.testzip()
        if broken:
            raise InputError(f"{path}: is a damaged Word file: {broken} cannot be unpacked; save the draft again")
        document = docx.Document(io.BytesIO(data))
        assert document.element.body is not None
        return document
    except InputError:
        raise
    except (etree.XMLSyntaxError, BadZipFile, KeyError, ValueError, OSError, EOFError) as error:
        raise InputError(f"{path}: is a damaged Word file ({_one_line(error)}); save the draft again") from None
    except Exception as error:  # noqa: BLE001  # python-docx has no class for a package that breaks its rules
        raise InputError(
            f"{path}: is no Word file that can be read ({type(error).__name__}: {_one_line(error)}); save it again"
        ) from None


def meta(document: WordDocument) -> dict[str, str]:
    """What stands in the properties of the file as front matter does in Markdown.

    A custom property (File, Properties, Advanced) called ``date``, ``publication``, ``volume``, ``issue`` or ``style``
    counts; the days that Word itself keeps are those of the file, not of the issue.
    """
    custom = next((part for part in _related(document.part) if part.partname == "/docProps/custom.xml"), None)
    if custom is None:
        return {}
    from lxml import etree

    try:
        root = etree.fromstring(custom.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return {}
    return {
        str(one.get("name")).casefold(): "".join(one.itertext()).strip()
        for one in root
        if one.get("name") and "".join(one.itertext()).strip()
    }


def part_of(document: WordDocument, kind: str) -> Any:
    """The root element of a part (``footnotes``, ``numbering``); None where the file has none or it is damaged.

    A part that python-docx has parsed already is that very element, so that what is put into it is saved.
    """
    from docx.oxml.parser import parse_xml
    from lxml import etree

    for relation in document.part.rels.values():
        if relation.reltype == _PARTS + kind and not relation.is_external:
            part = relation.target_part
            if hasattr(part, "element"):
                return part.element
            try:
                return parse_xml(part.blob)
            except etree.XMLSyntaxError:
                return None
    return None


def _related(part: Any) -> Iterator[Any]:
    for relation in part.package.rels.values():
        if not relation.is_external:
            yield relation.target_part


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
