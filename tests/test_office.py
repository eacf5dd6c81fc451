"""Drafts of office programs, saved by a real one: the same text whatever it was saved as."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

import attrib
from attrib.errors import InputError
from attrib.inputs.printed import confined
from attrib.model import Document

FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1">
<style:list-level-properties text:space-before="0.5cm"/></text:list-level-style-number></text:list-style>
</office:automatic-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>x</dc:creator>
<dc:date>2020-01-01T00:00:00</dc:date></office:change-info><text:p>Nobody came. </text:p></text:deletion>
</text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">Ferry sinks off the coast</text:h>
<text:p>Twelve people drowned<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation>
<text:note-body><text:p>Reuters, December 1, 1999.</text:p></text:note-body></text:note> on Monday.
<text:change text:change-id="c1"/>The <text:span text:style-name="B">coast guard</text:span> searched all night (AFP, December 1).</text:p>
<text:p>The owner fled, <text:a xlink:href="https://www.reuters.com/1999/12/02/x">it was said</text:a>.</text:p>
<text:list text:style-name="L"><text:list-item><text:p>The first boat was late.</text:p></text:list-item>
<text:list-item><text:p>The second came.</text:p></text:list-item></text:list>
<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell><text:p>Dead</text:p>
</table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document>
"""
SAID = [
    "Ferry sinks off the coast",
    "Twelve people drowned[^1] on Monday. The coast guard searched all night (AFP, December 1).",
    "The owner fled, it was said.",
    "1. The first boat was late.",
    "2. The second came.",
    "Dead 12",
    "Reuters, December 1, 1999.",
]


@pytest.fixture(scope="module")
def saved(peer: Callable[[str, str], str], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The draft above, saved by LibreOffice in a format."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "draft.fodt").write_text(FLAT)

    def save(ending: str) -> Path:
        program = peer("soffice", "libreoffice-writer-nogui")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            program,
            profile,
            "--headless",
            "--convert-to",
            ending,
            "--outdir",
            str(folder),
            str(folder / "draft.fodt"),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return folder / f"draft.{ending}"

    return save


def said(document: Document) -> list[str]:
    return [" ".join(block.span.of(document.text).split()) for block in document.blocks]


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["odt", "docx", "rtf"])
def test_the_same_text_whatever_it_was_saved_as(saved: Callable[[str], Path], ending: str) -> None:
    document = attrib.read(saved(ending))
    assert document.format == ending
    assert said(document) == SAID
    assert [(link.text.of(document.text), link.url) for link in document.hyperlinks] == [
        ("it was said", "https://www.reuters.com/1999/12/02/x")
    ]
    analysis = attrib.analyse(document)
    assert [p.kind for p in analysis.paragraphs] == ["headline", *["prose"] * 4, "row", "note"]
    assert [(c.form, c.references[0].name) for c in analysis.citations] == [
        ("footnote", "Reuters"), ("parenthetical", "AFP"), ("link", "Reuters"),
    ]  # fmt: skip


@pytest.mark.slow
def test_a_pdf_has_its_paragraphs_and_notes_again(saved: Callable[[str], Path]) -> None:
    document = attrib.read(saved("pdf"))
    assert [text for text in said(document) if text[0].isalpha()][:2] == [
        "Ferry sinks off the coast",
        # On paper what was deleted is shown, struck out.
        "Twelve people drowned¹ on Monday. Nobody came. The coast guard searched all night (AFP, December 1).",
    ]
    assert [(c.form, c.references[0].name) for c in attrib.analyse(document).citations] == [
        ("note", "Reuters"), ("parenthetical", "AFP"),
    ]  # fmt: skip


# --- RTF --------------------------------------------------------------------------------------------------------------


def rtf(body: str) -> bytes:
    return rf"{{\rtf1\ansi\ansicpg1252{{\fonttbl{{\f0\fcharset0 Times;}}}}\f0 {body}}}".encode("latin-1")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"Caf\'e9 \u8211 ?closed\par Nobody came.\par", "Café –closed\n\nNobody came."),
        (r"A smile: \u-10179 ?\u-8704 ?.", "A smile: 😀."),
        (r"He {\deleted did not }went {\v unseen }home.", "He went home."),
        (
            r"Twelve drowned{\super\chftn}{\footnote \pard {\super\chftn} Reuters, May 3.} there.",
            "Twelve drowned[^1] there.\n\nReuters, May 3.",
        ),
        (r"Dead\cell 12\cell\row", "Dead\t12"),
        (r"{\pict\pngblip 89504e47}Text.", "Text."),
    ],
)
def test_rtf(tmp_path: Path, body: str, text: str) -> None:
    (tmp_path / "draft.rtf").write_bytes(rtf(body))
    assert attrib.read(tmp_path / "draft.rtf").text.strip() == text


# --- files that are no drafts -----------------------------------------------------------------------------------------


def test_a_table_of_an_odt_is_read_once_and_without_its_head(tmp_path: Path) -> None:
    def table(rows: str) -> str:
        return f"<table:table>{rows}</table:table>"

    def row(cell: str) -> str:
        return f"<table:table-row><table:table-cell>{cell}</table:table-cell></table:table-row>"

    inner = table(f"<table:table-rows>{row('<text:p>Within.</text:p>')}</table:table-rows>")
    head = f"<table:table-header-rows>{row('<text:p>Port</text:p>')}</table:table-header-rows>"
    body = table(head + row(f"<text:p>Outside.</text:p>{inner}") + row("<text:p>Last.</text:p>"))
    names = " ".join(
        f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "text", "table")
    )
    whole = f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    (tmp_path / "a.odt").write_bytes(odt(whole.encode()))
    assert attrib.read(tmp_path / "a.odt").text == "Outside.\n\nWithin.\n\nLast."


def odt(content: bytes, manifest: bytes = b"<manifest/>") -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("META-INF/manifest.xml", manifest)
        made.writestr("content.xml", content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.odt", b"Text.", "is no OpenDocument text .* file, whatever its ending says"),
        ("a.odt", odt(b"<a/>", b"<manifest><encryption-data/></manifest>"), "is encrypted"),
        ("a.odt", odt(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "declares entities of its own"),
        ("a.odt", odt(b"<a"), "is a damaged OpenDocument file"),
        ("a.rtf", b"Text.", "is no RTF file, whatever its ending says"),
        ("a.pdf", b"Text.", "is no PDF file, whatever its ending says"),
        ("a.pdf", b"%PDF-1.7\nnothing", "is a damaged PDF file|holds no text"),
    ],
)
def test_a_file_that_is_broken_says_so(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=rf"{name}: ({said})"):
        attrib.read(tmp_path / name)


def test_a_file_that_takes_forever_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "SECONDS", 0.001)
    (tmp_path / "a.rtf").write_bytes(rtf("Text."))
    with pytest.raises(InputError, match=r"a\.rtf: reading it took more than"):
        attrib.read(tmp_path / "a.rtf")


def bomb() -> bytes:
    """A PDF whose one page unpacks to three gigabytes."""
    import zlib

    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b" " * 2**24) for _ in range(192)) + packer.flush()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(data), data),
    ]
    pdf, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(pdf))
        pdf += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return pdf + b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>startxref\n%d\n%%%%EOF" % (
        table,
        len(pdf),
    )


@pytest.mark.slow
def test_a_pdf_that_unpacks_without_end_costs_itself_alone(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(bomb())
    with pytest.raises(InputError, match=r"a\.pdf: (is a damaged PDF file, or takes too much memory|holds no text)"):
        attrib.read(tmp_path / "a.pdf")


def test_fixes_are_shown_and_the_file_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from attrib.cli import main

    path = tmp_path / "page.html"
    path.write_text("<p>Crowds came (interfax, May 4, 1999).</p>")
    main(["check", str(path), "--fix"])
    assert path.read_text() == "<p>Crowds came (interfax, May 4, 1999).</p>"
    assert "fixes are made in text and Markdown only" in capsys.readouterr().err
