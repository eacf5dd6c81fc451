"""The encoding of a page: what its bytes show, then what it declares."""

from __future__ import annotations

import codecs
import re

from attrib.errors import InputError
from attrib.inputs import decoding

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,8}=\s{0,8}["']?\s{0,8}([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE
)
_XML = re.compile(rb"""\A\s{0,80}<\?xml[^>]{0,200}?encoding\s{0,8}=\s{0,8}["']([A-Za-z0-9_:.-]{1,40})""")
_LOOKED_AT = 4096
"""The declaration stands in the first kilobyte by the standard; pages are not that strict."""
_AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874"}
"""What the Encoding Standard (https://encoding.spec.whatwg.org) reads in place of what was declared."""


def decode(data: bytes, path: str) -> tuple[str, str]:
    """The text and its encoding. Raises InputError for what is no text.

    Unicode shows by its form and needs no declaration; of the encodings before it, the declared one is believed.
    """
    declared = _declared(data[:_LOOKED_AT])
    if declared is None or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decoding.decode(data, path)
    try:
        return decoding.checked(data.decode("utf-8"), path), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return decoding.checked(data.decode(declared), path), declared
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{path}: line {line} holds a byte that is not {declared}, which the page says it is written in; "
            "save the page as UTF-8"
        ) from None


def _declared(head: bytes) -> str | None:
    """The name by which Python knows the declared encoding; None where there is none, or one that it does not know."""
    found = _XML.match(head) or _DECLARED.search(head)
    if found is None:
        return None
    try:
        codec = codecs.lookup(found[1].decode("ascii"))
        b"a".decode(codec.name)  # "rot13" is a codec, and no encoding of text
    except (LookupError, UnicodeDecodeError):
        return None
    return _AS_BROWSERS_DO.get(codec.name, codec.name)
