"""Files that are zip archives (Word, OpenDocument): opened only when they are what they say, and no larger."""

from __future__ import annotations

import io
import zipfile

from attrib.errors import InputError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
MOST_UNPACKED = 256 * 1024 * 1024
"""A long bulletin with pictures unpacks to some 20 MB; an archive that claims more is broken or a trap."""
MOST_XML = 48 * 1024 * 1024
"""One part of XML; a 10,000-word bulletin has half a megabyte."""
_MOST_MEMBERS = 10_000


def opened(data: bytes, path: str, kind: str, must_have: str) -> zipfile.ZipFile:
    """The archive. Raises InputError for what is none, is encrypted, lacks a member or unpacks to too much.

    ``kind`` names the format in messages, ``must_have`` the member that makes the archive one of its kind. No member
    is unpacked here, and none unpacks later to more than it claims.
    """
    if data.startswith(_OLE):
        raise InputError(
            f"{path}: is encrypted, or in the format of Word before 2007 (.doc); "
            f"save it without a password as {kind} and try again"
        )
    if not data.startswith(_ZIP):
        raise InputError(f"{path}: is no {kind} file, whatever its ending says; save the draft as {kind} again")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise InputError(f"{path}: is a damaged {kind} file ({error}); save the draft again") from None
    if any(member.flag_bits & 1 for member in members):
        raise InputError(f"{path}: is encrypted; save it without a password and try again")
    if must_have not in archive.namelist():
        raise InputError(f"{path}: is no {kind} file: it has no {must_have}; save the draft as {kind} again")
    unpacked = sum(member.file_size for member in members)
    largest = max((m.file_size for m in members if m.filename.endswith((".xml", ".rels"))), default=0)
    if unpacked > MOST_UNPACKED or largest > MOST_XML or len(members) > _MOST_MEMBERS:
        raise InputError(
            f"{path}: unpacks to {unpacked / 2**20:,.0f} MB in {len(members):,} parts, which no bulletin does; "
            "it is damaged, or made to fill the memory"
        )
    return archive
