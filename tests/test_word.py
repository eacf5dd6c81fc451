"""What a Word file says: its words as a reader sees them with all changes accepted, and the claims in them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from wordfile import draft, put, run, saved

import attrib
from attrib.errors import InputError
from attrib.inputs import extras
from attrib.model import Document

Blocks = list[tuple[str, str]]


def read(data: bytes, tmp_path: Path, name: str = "draft.docx") -> Document:
    (tmp_path / name).write_bytes(data)
    return attrib.read(tmp_path / name)


def blocks(document: Document) -> Blocks:
    return [(block.label or block.kind, block.span.of(document.text)) for block in document.blocks]


LINK = '<w:hyperlink r:id="{}">' + run("said so") + "</w:hyperlink>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://tass.com/a" </w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("TASS said")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (run("Crews ") + run("walked out.", "<w:b/>"), "Crews walked out."),
        (run("He did ") + f'<w:del w:id="1" w:author="a"><w:r><w:delText>not </w:delText></w:r></w:del>{run("go.")}', "He did go."),
        (run("He did ") + f'<w:ins w:id="1" w:author="a">{run("not ")}</w:ins>' + run("go."), "He did not go."),
        (f'<w:moveFrom w:id="1" w:author="a">{run("Here. ")}</w:moveFrom>' + run("There."), "There."),
        (f'<w:moveTo w:id="1" w:author="a">{run("Here. ")}</w:moveTo>' + run("There."), "Here. There."),
        (run("Seen. ") + run("Unseen. ", "<w:vanish/>") + run("Seen."), "Seen. Seen."),
        (run("Seen. ") + run("Seen again.", '<w:vanish w:val="0"/>'), "Seen. Seen again."),
        ("<w:r><w:t>north</w:t><w:noBreakHyphen/><w:t>east</w:t><w:tab/><w:t>5</w:t></w:r>", "north\u2011east\t5"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('In a control.')}</w:sdtContent></w:sdt>", "In a control."),
        (f'<w:smartTag w:uri="x" w:element="place">{run("Moscow")}</w:smartTag>' + run(" fell."), "Moscow fell."),
        (FIELD + run(" so."), "TASS said so."),
        (f'<w:fldSimple w:instr=" PAGE ">{run("7")}</w:fldSimple>', "7"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:font="Arial" w:char="2013"/><w:t>5</w:t></w:r>', "–5"),
        ("<w:r><w:t>One.</w:t><w:br/><w:t>Two.</w:t></w:r>", "One.\nTwo."),
    ],
)  # fmt: skip
def test_the_words_of_a_paragraph_are_those_that_a_reader_sees(tmp_path: Path, xml: str, text: str) -> None:
    assert blocks(read(draft(xml), tmp_path)) == [("paragraph", text)]


def test_two_line_breaks_in_a_row_part_two_paragraphs(tmp_path: Path) -> None:
    xml = "<w:r><w:t>One.</w:t><w:br/><w:br/><w:t>Two.</w:t></w:r>"
    assert blocks(read(draft(xml, "Three."), tmp_path)) == [
        ("paragraph", "One."),
        ("paragraph", "Two."),
        ("paragraph", "Three."),
    ]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path: Path) -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    data = draft(mark + run("The talks "), "failed.", "Nobody came.")
    assert blocks(read(data, tmp_path)) == [("paragraph", "The talks failed."), ("paragraph", "Nobody came.")]


def test_headings_by_style_by_outline_and_by_a_line_in_bold(tmp_path: Path) -> None:
    document = docx.Document()
    house = document.styles.add_style("Slug", WD_STYLE_TYPE.PARAGRAPH)
    house.base_style = document.styles["Heading 2"]
    document.add_heading("Talks fail", 1)
    document.add_paragraph("In a style of the house", style="Slug")
    put(document.add_paragraph(), '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>' + run("Outlined"))
    document.add_paragraph().add_run("In bold").bold = True
    document.add_paragraph().add_run("A whole statement in bold.").bold = True
    document.add_paragraph("Plain")
    assert [kind for kind, _ in blocks(read(saved(document), tmp_path))] == [*["heading"] * 4, *["paragraph"] * 2]


def test_a_list_has_the_numbers_that_word_shows(tmp_path: Path) -> None:
    document = docx.Document()
    for text in ("Reuters, May 3.", "AFP, May 4."):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("A point.", style="List Bullet")
    said = [text for _, text in blocks(read(saved(document), tmp_path))]
    assert said == ["1. Reuters, May 3.", "2. AFP, May 4.", "A point."]


def test_a_row_is_a_paragraph_and_a_column_of_paragraphs_stays_one(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ("Region", "Dead", "North", "12"), strict=True):
        cell.text = text
    column = document.add_table(1, 1).cell(0, 0)
    column.text = "One."
    column.add_paragraph("Two.")
    assert [text for _, text in blocks(read(saved(document), tmp_path))] == [
        "Region\tDead",
        "North\t12",
        "One.",
        "Two.",
    ]


def test_a_row_that_heads_the_columns_of_every_page_states_nothing(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 1)
    table.cell(0, 0).text, table.cell(1, 0).text = "Port", "Eleven men struck."
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    assert [text for _, text in blocks(read(saved(document), tmp_path))] == ["Eleven men struck."]


def test_notes_are_citations(tmp_path: Path) -> None:
    xml = (
        run("Twelve people drowned") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" on Monday. The guard left.")
        + '<w:r><w:endnoteReference w:id="1"/></w:r>'
    )  # fmt: skip
    data = draft(xml, footnotes=["Never cited.", "Reuters, December 1, 1999."], endnotes=["AFP, December 2, 1999."])
    document = read(data, tmp_path)
    assert blocks(document) == [
        ("paragraph", "Twelve people drowned[^1] on Monday. The guard left.[^i]"),
        ("1", "Reuters, December 1, 1999."),
        ("i", "AFP, December 2, 1999."),
    ]
    analysis = attrib.analyse(document)
    assert [(c.form, [r.name for r in c.references]) for c in analysis.citations] == [
        ("footnote", ["Reuters"]),
        ("footnote", ["AFP"]),
    ]
    assert [support.level for support in analysis.supports] == ["single", "single"]


def test_links_are_citations(tmp_path: Path) -> None:
    document = docx.Document()
    key = document.part.relate_to(
        "https://www.interfax.ru/world/1", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, True
    )
    put(document.add_paragraph(), run("The strike is over, Interfax ") + LINK.format(key) + run("."))
    put(document.add_paragraph(), FIELD + run(" that it is not."))
    read_back = read(saved(document), tmp_path)
    assert [(link.text.of(read_back.text), link.url) for link in read_back.hyperlinks] == [
        ("said so", "https://www.interfax.ru/world/1"),
        ("TASS said", "https://tass.com/a"),
    ]
    cited = attrib.analyse(read_back).citations
    assert [(c.form, c.references[0].name) for c in cited] == [("link", "Interfax"), ("link", "TASS")]


def test_a_place_is_the_paragraph_and_the_character_in_it(tmp_path: Path) -> None:
    document = read(draft("Talks failed (Interfax, May 4).", "", "The minister resigned."), tmp_path)
    found = document.text.index("minister")
    assert document.origin(found) == (2, 5)
    assert document.offset(2, 5) == found


def test_a_comment_of_word_suppresses_in_its_paragraph(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Crowds gathered (AFP, May 4). The dam broke.")
    noted = document.add_paragraph("Crowds gathered (AFP, May 4). The minister resigned.")
    document.add_comment(noted.runs, "attrib: ignore[S101] he told the desk", author="Ed")
    _, findings = _checked(saved(document), tmp_path)
    assert [f.span.of(_.document.text) for f in findings if f.code == "S101"] == ["The dam broke."]


def _checked(data: bytes, tmp_path: Path) -> tuple[attrib.Analysis, tuple[attrib.Finding, ...]]:
    analysis = attrib.analyse(read(data, tmp_path))
    return analysis, attrib.check(analysis, attrib.load_rulebook())


def test_properties_of_the_file_stand_for_front_matter(tmp_path: Path) -> None:
    data = io.BytesIO(draft("Talks failed (Interfax, May 4)."))
    custom = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:v="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Date"><v:lpwstr>1999-05-05</v:lpwstr></property>'
        "</Properties>"
    )
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    made = io.BytesIO()
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "_rels/.rels":
                text = text.replace(
                    b"</Relationships>",
                    f'<Relationship Id="rId77" Type="{relation}" Target="docProps/custom.xml"/></Relationships>'.encode(),
                )
            if name == "[Content_Types].xml":
                text = text.replace(
                    b"</Types>", f'<Override PartName="/docProps/custom.xml" ContentType="{kind}"/></Types>'.encode()
                )
            new.writestr(name, text)
        new.writestr("docProps/custom.xml", custom)
    document = read(made.getvalue(), tmp_path)
    assert document.meta == {"date": "1999-05-05"}
    assert str(attrib.analyse(document).date.value) == "1999-05-05"


# --- files that are no drafts -----------------------------------------------------------------------------------------


def archive(**members: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in members.items():
            made.writestr(name, text)
    return data.getvalue()


def with_body(xml: bytes) -> bytes:
    """A Word file whose main part is this."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(draft("x"))) as old, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "word/document.xml" else old.read(name))
    return data.getvalue()


W = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 50 + b'"><!ENTITY c "' + b"&b;" * 50
    + b'">]><w:document xmlns:w="' + W + b'"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>'
)  # fmt: skip
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="' + W
    + b'"><w:body><w:p><w:r><w:t>A word.</w:t><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'
)  # fmt: skip
DEEP = (
    b'<?xml version="1.0"?><w:document xmlns:w="' + W + b'"><w:body>' + b"<w:sdt><w:sdtContent>" * 5000
    + b"</w:sdtContent></w:sdt>" * 5000 + b"</w:body></w:document>"
)  # fmt: skip


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Plain words.", "is no Word .* file, whatever its ending says"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is encrypted, or in the format of Word before 2007"),
        (draft("Talks failed.")[:-400], "is a damaged Word"),
        (archive(a=b"x"), "is no Word .* it has no .Content_Types"),
        (archive(**{"[Content_Types].xml": b"<Types/>"}), "is (no|a damaged) Word file"),
        (with_body(b"<not xml"), "is a damaged Word file"),
        (with_body(b"<a/>"), "is no Word file that can be read"),
        (with_body(DEEP), "is a damaged Word file"),
        (with_body(b" " * (60 * 2**20)), "unpacks to 6. MB .*made to fill the memory"),
    ],
    ids=["text", "ole", "cut", "zip", "empty", "broken", "other", "deep", "bomb"],
)
def test_a_file_that_is_broken_or_a_trap_says_so(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=rf"draft\.docx: {said}"):
        read(data, tmp_path)


@pytest.mark.parametrize(("xml", "text"), [(LAUGHS, ""), (OUTSIDE, "A word.")], ids=["laughs", "outside"])
def test_entities_are_left_alone(tmp_path: Path, xml: bytes, text: str) -> None:
    assert read(with_body(xml), tmp_path).text == text


def test_the_extra_is_named_where_a_parser_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name=name)

    monkeypatch.setattr(extras, "import_module", missing)
    for name, package, extra in [
        ("a.docx", "docx", "word"), ("a.odt", "odfdo", "odt"), ("a.rtf", "striprtf", "rtf"), ("a.pdf", "pdfminer", "pdf"),
    ]:  # fmt: skip
        with pytest.raises(InputError, match=rf"{name}: reading .* needs the package {package}.*'attrib\[{extra}\]'"):
            read(b"", tmp_path, name)
