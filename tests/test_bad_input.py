"""Files that are broken, locked or traps, of every format: a clear error or inert text, in bounded memory and time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from wordfile import draft as word

if not hasattr(os, "wait4"):
    pytest.skip("Windows does not tell what a process took", allow_module_level=True)

SECONDS, MEGABYTES = 20, 600
"""What a whole check of a trap may take of the processor and of memory; a bulletin takes half a second and 60 MB."""
MISTAKE = "attrib made a mistake"


class Ended(NamedTuple):
    status: int
    said: str
    seconds: float
    megabytes: float


def checked(folder: Path, name: str, data: bytes) -> Ended:
    """How a check of one file ends, in a process of its own, with what it took and its parsers with it."""
    (folder / name).write_bytes(data)
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "attrib", "check", "--no-cache", "--output-format", "concise", name],
            cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
        )  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    text = (folder / "said").read_text("utf-8", "replace")
    return Ended(process.returncode, text, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def odt(body: bytes, before: bytes = b"", manifest: bytes = b"<manifest/>") -> bytes:
    names = b" ".join(
        b'xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (one, one)
        for one in (b"office", b"text", b"table")
    )
    content = b"%s<office:document-content %s><office:body><office:text>%s</office:text></office:body>" % (
        before, names, body,
    )  # fmt: skip
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("META-INF/manifest.xml", manifest)
        made.writestr("content.xml", content + b"</office:document-content>")
    return data.getvalue()


def pdf(content: bytes, trailer: bytes = b"") -> bytes:
    """A file of one page."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R%s>>startxref\n%d\n%%%%EOF" % (
        table, trailer, len(made),
    )  # fmt: skip


LOCKED = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"11" * 32, b"22" * 32)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"\0" * 1000, "holds binary data, not text"),
        ("a.txt", b"\xff\xfe" + b"\xd8\xd8" * 100, "begins as UTF-16-LE but"),
        ("a.txt", b"a" * (65 * 2**20), "larger than 64 MB, which no bulletin is"),
        ("a.md", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is a picture, not text"),
        ("a.html", b"%PDF-1.7" + bytes(range(256)) * 9, "is a PDF file, not text"),
        ("a.docx", word("Talks failed.")[:-300], "is a damaged Word"),
        ("a.docx", b"PK\x03\x04" + bytes(range(256)), "is a damaged Word"),
        ("a.odt", odt(b"<text:p>x</text:p>")[:-60], "is a damaged OpenDocument"),
        ("a.odt", odt(b"", manifest=b"<manifest><encryption-data/></manifest>"), "is encrypted; save it without a password"),
        ("a.odt", odt(b"<text:p>&b;</text:p>", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'), "declares entities"),
        ("a.odt", odt(b"", b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'), "declares entities"),
        ("a.odt", odt(b"<text:p>" + b" " * (60 * 2**20) + b"</text:p>"), "unpacks to 60 MB .*made to fill the memory"),
        ("a.odt", odt(b"<text:section>" * 9000 + b"</text:section>" * 9000), "is a damaged OpenDocument"),
        ("a.pdf", pdf(b"BT /F 12 Tf (Nobody came.) Tj ET", LOCKED), "is encrypted; save it without a password"),
        ("a.pdf", pdf(b"BT ET")[:-200], "is a damaged PDF|holds no text"),
        ("a.rtf", b"{\\rtx", "is no RTF file, whatever its ending says"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    ended = checked(tmp_path, name, data)
    assert ended.status == 2
    assert re.search(rf"^attrib: error: {name}: ({said})", ended.said), ended.said
    assert MISTAKE not in ended.said
    assert ended.seconds < SECONDS
    assert ended.megabytes < MEGABYTES


MANY = 100_000
TRAPS = {
    "one sentence.txt": b"The mayor fled " * MANY,
    "one paragraph.txt": b"The mayor fled on Monday. " * 30_000,
    "one paragraph of people.txt": b"Mayor Ivan Petrov said on May 3 that he would flee. " * 10_000 + b"(AFP, May 4)",
    "brackets.txt": b"(" * MANY + b"Interfax, May 4" + b")" * MANY,
    "open brackets.txt": b"(Interfax, " * 20_000,
    "one bracket of many sources.txt": b"(Interfax; " + b"AFP, May 4; " * 20_000 + b").",
    "a bracket without blanks.txt": b"((((" * 20_000 + b"Interfax, May 4" + b"))))" * 20_000,
    "initials.txt": b"A. " * 50_000,
    "figures.txt": b"(Interfax, May " + b"1" * MANY + b").",
    "quotation marks.txt": '"“«'.encode() * MANY,
    "quotes.md": b">" * MANY + b" x",
    "links.md": b"[" * MANY + b"x" + b"]" * MANY,
    "stars.md": b"*a " * MANY,
    "lists.md": b"".join(b" " * n + b"- x\n" for n in range(1000)),
    "comments.md": b"<!-- " * MANY,
    "front matter.md": b"---\n" + b"a:\n " * 50_000 + b"\n---\nNobody came.\n",
    "anchors.md": b"---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\nNobody came.\n",
    "tags.html": b"<div>" * MANY + b"Nobody came.",
    "attributes.html": b'<p x="' * MANY,
    "entities.html": b'<!DOCTYPE a [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]><p>&a; Nobody came.',
    "groups.rtf": b"{\\rtf1 " + b"{" * MANY + b"Nobody came." + b"}" * MANY + b"}",
    "never closed.rtf": b"{\\rtf1 " + b"{" * 10 * MANY,
    "a picture without end.rtf": b"{\\rtf1 Nobody came.{\\pict\\bin999999999 abc}}",
    "skipped.rtf": b"{\\rtf1\\uc999999999 \\u65 Nobody came.}",
    "blanks.odt": odt(b'<text:p>Nobody came.<text:s text:c="999999999"/></text:p>'),
    "cells.odt": odt(
        b'<table:table><table:table-row table:number-rows-repeated="99999999"><table:table-cell '
        b'table:number-columns-repeated="99999999"><text:p>Nobody came.</text:p></table:table-cell></table:table-row></table:table>'
    ),
    "sections.odt": odt(b"<text:section>" * 150 + b"<text:p>Nobody came.</text:p>" + b"</text:section>" * 150),
    "operators.pdf": pdf(b"BT /F 12 Tf (Nobody came.) Tj ET " + b"q " * MANY),
    "arrays.pdf": pdf(b"[" * MANY),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_takes_no_more_than_a_long_bulletin(tmp_path: Path, name: str) -> None:
    ended = checked(tmp_path, name, TRAPS[name])
    assert ended.status in (0, 1, 2)
    assert MISTAKE not in ended.said
    assert "Traceback" not in ended.said
    assert ended.said.splitlines()[-1].startswith("attrib: ")
    assert ended.seconds < SECONDS
    assert ended.megabytes < MEGABYTES


SCRIPT = "The mayor <script>alert(1)</script> fled on Monday."


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", SCRIPT.encode()),
        ("a.html", b"<p>" + SCRIPT.replace("<", "&lt;").encode()),
        ("a.docx", word(SCRIPT)),
        ("a.odt", odt(b"<text:p>" + SCRIPT.replace("<", "&lt;").encode() + b"</text:p>")),
        ("a.rtf", b"{\\rtf1\\ansi " + SCRIPT.encode() + b"\\par}"),
        (
            "a.pdf",
            pdf(b"BT /F 12 Tf 50 700 Td (" + SCRIPT.replace("(", "\\(").replace(")", "\\)").encode() + b") Tj ET"),
        ),
    ],
    ids=["txt", "html", "docx", "odt", "rtf", "pdf"],
)
def test_a_script_in_a_draft_is_words_in_the_report(tmp_path: Path, name: str, data: bytes) -> None:
    from attrib.cli import main

    (tmp_path / name).write_bytes(data)
    start = time.process_time()
    assert main(["report", str(tmp_path / name), "-o", str(tmp_path / "report.html")]) == 0
    assert time.process_time() - start < SECONDS
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "The mayor &lt;script&gt;alert(1)&lt;/script&gt; fled" in page
    assert "<script>alert" not in page
