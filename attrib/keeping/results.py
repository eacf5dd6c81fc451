"""What was found in drafts, kept for the next run under all that it depends on: draft, rules, sources, settings, code.

A result that is damaged, or of another state of anything, is no result. Two runs at once do not disturb each other: a
file is replaced whole, and what one of them prunes the other finds again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrib.errors import AttribError
from attrib.keeping import kept
from attrib.keeping.packing import packed, unpacked
from attrib.keeping.saving import replace
from attrib.model import Analysis, Document, Finding
from attrib.registry import Registry
from attrib.values import NamedTuple

MOST = 4096
"""So many results are kept; a desk's archive of some years. They take some 10 kB each."""
_DIGEST = 32

Found = tuple[Analysis, tuple[Finding, ...]]


class Results(NamedTuple):
    """The results in a folder that were found in one state of rules, sources, settings and code."""

    folder: str
    state: bytes
    registry: Registry

    def get(self, document: Document, context: str) -> Found | None:
        """What was found in a draft; None where that is not known. ``context`` is what holds for this draft alone."""
        file = self._file(document, context)
        try:
            data = file.read_bytes()
        except OSError:
            return None
        if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
            return None
        try:
            found = unpacked(data[_DIGEST:], document, self.registry)
        except ValueError:
            return None
        with contextlib.suppress(OSError):
            os.utime(file)  # what is used is pruned last
        return found

    def put(self, found: Found, context: str) -> None:
        """Keep what was found; where the folder cannot be written, nothing is kept."""
        analysis, findings = found
        data = packed(analysis, findings, self.registry)
        with contextlib.suppress(AttribError, OSError):
            replace(self._file(analysis.document, context), hashlib.sha256(data).digest() + data)

    def prune(self) -> None:
        """Take out the results that were not used for longest, where there are too many."""
        with contextlib.suppress(OSError):
            if len(os.listdir(self.folder)) <= MOST:
                return
            files = [(entry.stat().st_mtime, entry.path) for entry in os.scandir(self.folder) if entry.is_file()]
            for _, path in sorted(files)[: max(0, len(files) - MOST * 3 // 4)]:
                with contextlib.suppress(OSError):
                    Path(path).unlink()

    def _file(self, document: Document, context: str) -> Path:
        key = hashlib.sha256(self.state)
        for part in (context, *_identity(document)):
            key.update(f"{len(part)}\0{part}".encode("utf-8", "surrogatepass"))
        return Path(self.folder) / key.hexdigest()


def folder(chosen: str | None) -> str:
    """Where results are kept."""
    return chosen or f"{kept.folder()}/results"


def state(settings: Iterable[str], files: Iterable[str]) -> bytes:
    """All that results depend on but the draft: settings as text, files and folders of a house, and attrib itself."""
    key = hashlib.sha256(f"{sys.platform}\0{kept.shipped()}".encode("utf-8", "surrogatepass"))
    for one in settings:
        key.update(f"\0{one}".encode("utf-8", "surrogatepass"))
    for place in files:
        for signature in sorted(kept.signatures(place)):
            key.update(f"\0{signature}".encode("utf-8", "surrogatepass"))
    return key.digest()


def _identity(document: Document) -> Iterator[str]:
    yield document.path
    yield f"{document.format} {document.encoding}"
    yield document.file_text
    if document.extracted and document.extract is None:  # a Word file is more than its text
        yield repr((document.blocks, document.hyperlinks, document.comments, sorted(document.meta.items())))
