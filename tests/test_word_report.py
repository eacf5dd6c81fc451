"""The draft in Word with a comment at the words of every finding."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from conftest import Run
from wordfile import draft, put, run, saved

import attrib
from attrib.errors import InputError
from attrib.inputs.office.word.package import W
from attrib.report.word import reviewed

BOLD = "<w:b/>"
BODY = (
    run("Crowds gathered ") + run("in the square", BOLD) + run(" (AFP, May 4). The min") + run("ister resi", BOLD)
    + run("gned on Monday. Nobody came.")
)  # fmt: skip


def review(data: bytes, tmp_path: Path) -> bytes:
    (tmp_path / "draft.docx").write_bytes(data)
    analysis = attrib.analyse(attrib.read(tmp_path / "draft.docx"))
    return reviewed(data, analysis, attrib.check(analysis, attrib.load_rulebook()))


def body(data: bytes) -> list[tuple[str, str, bool]]:
    """The comments that a file has: who wrote it, the words it stands at, and whether its first line is in bold."""
    document = docx.Document(io.BytesIO(data))
    found = []
    for comment in document.comments:
        number = str(comment.comment_id)
        at: list[str] = []
        inside = False
        for element in document.element.body.iter():
            if element.get(f"{W}id") == number and element.tag == f"{W}commentRangeStart":
                inside = True
            elif element.get(f"{W}id") == number and element.tag == f"{W}commentRangeEnd":
                inside = False
            elif inside and element.tag in (f"{W}t", f"{W}footnoteReference"):
                at.append(element.text or "*")
        found.append((comment.author, "".join(at), any(one.bold for one in comment.paragraphs[0].runs)))
    return found


def typed(data: bytes) -> list[tuple[str, bool | None]]:
    """Every character of the body, and whether it is bold."""
    return [
        (character, one.bold)
        for paragraph in docx.Document(io.BytesIO(data)).paragraphs
        for one in paragraph.runs
        for character in one.text
    ]


def test_a_comment_stands_at_the_very_words(tmp_path: Path) -> None:
    data = draft(BODY)
    made = review(data, tmp_path)
    assert ("attrib", "The minister resigned on Monday.", True) in body(made)
    assert ("attrib", "Nobody came.", True) in body(made)
    assert typed(made) == typed(data)
    said = [c.text.splitlines() for c in docx.Document(io.BytesIO(made)).comments]
    assert [lines[0] for lines in said if lines[-1] == "error S101, uncited-statement"] == [
        "No citation and no named outlet supports this statement."
    ] * 2


def test_a_fix_is_said_in_words(tmp_path: Path) -> None:
    made = review(draft("Crowds gathered (interfax, May 4, 1999)."), tmp_path)
    assert any("Write “Interfax” for “interfax”." in c.text for c in docx.Document(io.BytesIO(made)).comments)


def test_once_more_replaces_its_own_comments_and_leaves_those_of_people(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    put(paragraph, BODY)
    document.add_comment(paragraph.runs[1:3], "Which square?", author="Editor")
    once = review(saved(document), tmp_path)
    twice = review(once, tmp_path)
    assert sorted(body(once)) == sorted(body(twice))
    assert [(who, words) for who, words, _ in body(twice) if who == "Editor"] == [
        ("Editor", "in the square (AFP, May 4). The min")
    ]
    document = docx.Document(io.BytesIO(once))
    (last,) = [one for one in document.paragraphs[0].runs if one.text == "Nobody came."]
    last.text = ""
    mended = io.BytesIO()
    document.save(mended)
    assert "Nobody came." not in [words for _, words, _ in body(review(mended.getvalue(), tmp_path))]


def test_an_answer_to_a_comment_stays(tmp_path: Path) -> None:
    once = review(draft(BODY), tmp_path)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
    relation = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    threads = (
        '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        '<w15:commentEx w15:paraId="0000AAAA" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0000BBBB" w15:paraIdParent="0000AAAA" w15:done="0"/></w15:commentsEx>'
    )
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(once)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/comments.xml":
                first = text.index(b"<w:p>") if b"<w:p>" in text else text.index(b"<w:p ")
                text = (
                    text[:first]
                    + b'<w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="0000AAAA"'
                    + text[first + 4 :]
                )
            elif name == "word/_rels/document.xml.rels":
                text = text.replace(
                    b"</Relationships>",
                    f'<Relationship Id="rId88" Type="{relation}" Target="commentsExtended.xml"/></Relationships>'.encode(),
                )
            elif name == "[Content_Types].xml":
                text = text.replace(
                    b"</Types>",
                    f'<Override PartName="/word/commentsExtended.xml" ContentType="{kind}"/></Types>'.encode(),
                )
            new.writestr(name, text)
        new.writestr("word/commentsExtended.xml", threads)
    with zipfile.ZipFile(io.BytesIO(review(made.getvalue(), tmp_path))) as again:
        left = again.read("word/commentsExtended.xml")
    assert b"0000AAAA" not in left
    assert b"0000BBBB" in left


SAID = "The minister resigned on Monday."
BOX = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>{run(SAID)}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"


@pytest.mark.parametrize(
    "xml",
    [
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run(SAID)}</w:sdtContent></w:sdt>",
        run("The ") + f'<w:smartTag w:uri="x" w:element="office">{run("minister")}</w:smartTag>' + run(" resigned on Monday."),
        run("The minister ") + f'<w:ins w:id="9" w:author="Ann">{run("resigned")}</w:ins>' + run(" on Monday."),
        run("The minister ") + f'<w:hyperlink w:anchor="a">{run("resigned")}</w:hyperlink>' + run(" on Monday."),
        BOX.replace("<w:pict>", '<w:pict xmlns:v="urn:schemas-microsoft-com:vml">'),
    ],
    ids=["control", "smart tag", "inserted", "link", "box"],
)  # fmt: skip
def test_words_are_marked_wherever_they_stand(tmp_path: Path, xml: str) -> None:
    made = review(draft("Crowds gathered (AFP, May 4).", xml), tmp_path)
    assert ("attrib", SAID, True) in body(made)
    assert body(review(made, tmp_path)) == body(made)


def test_words_of_a_cell_are_marked(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(1, 2).cell(0, 1).text = SAID
    assert ("attrib", SAID, True) in body(review(saved(document), tmp_path))


def test_words_of_a_note_are_marked_where_the_note_is_called(tmp_path: Path) -> None:
    xml = run("Twelve people drowned") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + run(" on Monday.")
    made = review(draft(xml, footnotes=["interfax, December 1, 1999."]), tmp_path)
    assert ("attrib", "*", True) in body(made)


def test_a_draft_that_changed_meanwhile_is_not_marked(tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(draft(BODY))
    analysis = attrib.analyse(attrib.read(tmp_path / "draft.docx"))
    with pytest.raises(InputError, match=r"draft\.docx: has changed since it was read"):
        reviewed(draft("Other words."), analysis, ())


def test_the_command_writes_the_reviewed_draft(tmp_path: Path, command: Run) -> None:
    Path("draft.docx").write_bytes(draft(BODY))
    ran = command("report", "draft.docx", "-o", "reviewed.docx")
    assert ran.status == 0
    assert ("attrib", "The minister resigned on Monday.", True) in body(Path("reviewed.docx").read_bytes())
    Path("draft.txt").write_text("Talks failed (AFP, May 4).\n\nThe minister resigned on Monday.")
    assert command("report", "draft.txt", "-o", "typed.docx").status == 0
    assert ("attrib", "The minister resigned on Monday.", True) in body(Path("typed.docx").read_bytes())
    ran = command("report", "draft.docx", "reviewed.docx", "-o", "both.docx")
    assert (ran.status, "one draft" in ran.err) == (2, True)


def test_comments_of_people_are_never_written_over(tmp_path: Path, command: Run) -> None:
    Path("draft.docx").write_bytes(draft(BODY))
    assert command("report", "draft.docx", "-o", "reviewed.docx").status == 0
    assert command("report", "draft.docx", "-o", "reviewed.docx").status == 0  # of nobody but attrib yet
    own = body(Path("reviewed.docx").read_bytes())
    document = docx.Document("reviewed.docx")
    document.add_comment(document.paragraphs[0].runs[0], "Which crowds?", author="Ann")
    document.save("reviewed.docx")
    ran = command("report", "draft.docx", "-o", "reviewed.docx")
    assert ran.status == 2
    assert "reviewed.docx: holds 1 comment by Ann that draft.docx has not; `attrib report reviewed.docx -o" in ran.err
    ran = command("report", "reviewed.docx", "-o", "reviewed.docx")  # as that message says
    assert ran.status == 0
    now = body(Path("reviewed.docx").read_bytes())
    assert [one for one in now if one[0] == "attrib"] == own
    assert [(author, words) for author, words, _ in now if author != "attrib"] == [("Ann", "Crowds gathered ")]
    Path("draft.txt").write_text("Talks failed (AFP, May 4).")
    assert "1 comment by Ann that draft.txt" in command("report", "draft.txt", "-o", "reviewed.docx").err
    Path("broken.docx").write_bytes(b"no Word file")
    ran = command(
        "report", "draft.docx", "broken.docx", "-o", "broken.docx"
    )  # a draft that could not be read is one, too
    assert (ran.status, "is a draft" in ran.err) == (2, True)
    assert command("report", "draft.docx", "-o", "broken.docx").status == 0


@pytest.mark.slow
def test_an_office_program_opens_it_and_shows_the_comments(tmp_path: Path, peer: Callable[[str, str], str]) -> None:
    import odfdo

    made = review(
        draft(BODY, run("Twelve drowned") + '<w:r><w:footnoteReference w:id="1"/></w:r>', footnotes=["AFP, May 4."]),
        tmp_path,
    )
    (tmp_path / "reviewed.docx").write_bytes(made)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        peer("soffice", "libreoffice-writer-nogui"),
        profile,
        "--headless",
        "--convert-to",
        "odt",
        "reviewed.docx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180, cwd=tmp_path)
    opened = odfdo.Document(tmp_path / "reviewed.odt")
    notes = [note for note in opened.body.get_annotations() if note.creator == "attrib"]
    assert len(notes) == len(body(made))
    assert any("No citation and no named outlet supports this statement." in note.text_recursive for note in notes)
