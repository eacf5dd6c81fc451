"""Drafts as files: what is found, what is read, and what is said of a file that cannot be."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib import inputs
from attrib.errors import InputError
from attrib.model import Document, Place, Span

ROOT_READS_ALL = hasattr(os, "geteuid") and os.geteuid() == 0


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Talks failed (AFP, May 3).\n", encoding="utf-8")


def found(folder: Path, *names: str) -> list[str]:
    return [os.path.relpath(path, folder) for path in inputs.find([str(folder / name) for name in names])]


# --- folders ----------------------------------------------------------------------------------------------------------


def test_a_folder_is_walked_in_order_for_known_endings(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.md", "c/D.TXT", "c/e.markdown", "f.py", "g", ".h.txt", ".git/i.txt")
    assert found(tmp_path, ".") == ["a.md", "b.txt", str(Path("c", "D.TXT")), str(Path("c", "e.markdown"))]


def test_a_file_named_is_taken_whatever_its_ending_and_once(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "draft.bul")
    assert found(tmp_path, "draft.bul", "a.txt", ".", "a.txt") == ["draft.bul", "a.txt"]


def test_standard_input_and_missing_files_are_passed_on() -> None:
    assert list(inputs.find(["-", "no-such-file.txt"])) == ["-", "no-such-file.txt"]


def test_a_folder_that_links_to_itself_is_walked_once(tmp_path: Path) -> None:
    make(tmp_path, "a/b.txt")
    try:
        (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no symbolic links")
    assert found(tmp_path, ".") == [str(Path("a", "b.txt"))]


def test_a_link_to_nothing_is_no_draft(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    assert found(tmp_path, ".") == ["a.txt"]


def test_a_folder_that_cannot_be_listed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(folder: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(inputs.os, "scandir", refuse)
    with pytest.raises(InputError, match="cannot be listed: Permission denied"):
        list(inputs.find([str(tmp_path)]))


# --- files ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.txt", "plain"),
        ("a.TEXT", "plain"),
        ("a.md", "markdown"),
        ("a.Markdown", "markdown"),
        ("a", "plain"),
        ("a.bul", "plain"),
    ],
)
def test_the_ending_tells_the_format(tmp_path: Path, name: str, format: str) -> None:
    make(tmp_path, name)
    document = inputs.read(tmp_path / name)
    assert (document.format, document.path, document.encoding) == (format, str(tmp_path / name), "utf-8")


@pytest.mark.parametrize(
    ("filename", "path", "format"), [(None, "<stdin>", "plain"), ("x/draft.md", "x/draft.md", "markdown")]
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, filename: str | None, path: str, format: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("# Où\n".encode("cp1252"))))
    document = inputs.read("-", stdin_filename=filename)
    assert (document.path, document.format, document.text, document.encoding) == (path, format, "# Où\n", "cp1252")


def test_standard_input_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        @property
        def buffer(self) -> Broken:
            return self

        def read(self, size: int) -> bytes:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(sys, "stdin", Broken())
    with pytest.raises(InputError, match="<stdin>: standard input cannot be read: Input/output error"):
        inputs.read("-")


def test_an_empty_file_is_an_empty_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.md").write_bytes(b"\xef\xbb\xbf")
    for name in ("a.txt", "b.md"):
        document = inputs.read(tmp_path / name)
        assert (document.text, document.prose, document.blocks, document.line_starts) == ("", "", (), (0,))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x7fELF\x02\x01\0\0\0\0\0\0\0\0\0\0\x03\0>\0", "holds binary data"),
        (b"\x01\x02\x03\x04 abc", "holds binary data"),
        (
            b"PK\x03\x04\x14\0",
            "a Word, ODT or zip file, not text; give its name an ending of its format, .docx or .odt",
        ),
        (b"%PDF-1.7\n", "a PDF file"),
        (b"\x89PNG\r\n\x1a\n", "is a picture, not text; attrib reads no scans"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture"),
        (b"{\\rtf1 Talks}", "an RTF file"),
        (b"\xff\xfeA", "begins as UTF-16-LE but byte 1 is not; save the draft as UTF-8 again"),
        (b"\xef\xbb\xbfabc\xff", "begins as UTF-8 but byte 4 is not"),
        ("Où? Là.\nÉté, dit".encode() + b" l\x92ambassadeur", "line 2 holds a byte that is not UTF-8, as the rest is"),
        (
            "東京の会談は延期された。".encode("shift_jis"),
            "in no encoding that attrib knows .*koi8_r.*save the draft as UTF-8",
        ),
    ],
)
def test_what_is_no_text_is_refused_with_the_fix(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=said) as error:
        inputs.read(path)
    assert str(error.value).startswith(f"{path}: ")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("gone.txt", "no such file; check the path"),
        (".", "is a folder"),
        ("a\0b", "cannot be read: embedded null byte"),
    ],
)
def test_what_cannot_be_opened_is_refused_with_the_fix(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        inputs.read(tmp_path / name)


def test_a_link_that_leads_nowhere_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("archive/a.txt")
    with pytest.raises(InputError, match=r"a\.txt: no such file; it is a link to archive/a\.txt, which is not there"):
        inputs.read(tmp_path / "a.txt")


def test_a_file_that_may_not_be_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "a.txt").chmod(0)
    if ROOT_READS_ALL:

        def refuse(name: str, mode: str) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(InputError, match=r"a\.txt: may not be read; .*chmod"):
        inputs.read(tmp_path / "a.txt")


def test_a_file_too_large_for_a_bulletin(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(inputs, "MOST_BYTES", 2**20)
    (tmp_path / "a.txt").write_bytes(b"a" * (2**20 + 1))
    with pytest.raises(InputError, match="larger than 1 MB"):
        inputs.read(tmp_path / "a.txt")


def test_a_format_that_is_not_known() -> None:
    for name in ("docx", "decoding"):
        with pytest.raises(InputError, match=f"no text format is called '{name}'; known are plain, html, markdown"):
            inputs.read_text("Text.", format=name)


# --- every text -------------------------------------------------------------------------------------------------------


def sound(document: Document) -> None:
    """What every later stage relies on."""
    text = document.text
    assert len(document.prose) == len(text)
    document.prose.encode()
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        inside = block.span.of(document.prose)
        assert inside == inside.strip() != ""
        assert not set(inside) & set("\n\r\t\v\f\x85\u2028\u2029\xa0")
        end = block.span.end
    for spans in ([link.span for link in document.hyperlinks], [comment.span for comment in document.comments]):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert spans == sorted(spans)
    assert all(link.span.holds(link.text) for link in document.hyperlinks)
    assert list(document.line_starts) == sorted(set(document.line_starts))
    for offset in {0, len(text) // 2, len(text)}:
        assert document.offset(*document.origin(offset)) == offset


WORDS = "a Reuters “é” . \U0001f600 \ud800 \ue000 \0 &amp; &lt &nbsp; http://x"
MARKS = "# > - 1. 12) * ** _ ` ``` ~~ | |- [ ] ( ) [^1] [^1]: ](http://x) ![ <b> </b> <!-- --> <div> {#id} <http://a.b> [r]: : \\"
RULES = "--- +++ === date: key= $ ~"
SPACES = [" ", "    ", "\t", "\n", "\n\n", "\r\n", "\r", "\u2028", "\u2029", "\f", "\v", "<!-- c --> ", "date: 1\n"]
MARKUP = st.lists(st.sampled_from([*WORDS.split(" "), *MARKS.split(" "), *RULES.split(" "), *SPACES]), max_size=40).map(
    "".join
)


@given(st.one_of(st.text(), MARKUP), st.sampled_from(["plain", "markdown"]))
def test_any_text_gives_a_sound_document(text: str, format: str) -> None:
    sound(inputs.read_text(text, format=format))


@given(
    st.one_of(
        st.binary(),
        st.text().map(lambda text: text.encode("utf-16", "surrogatepass")),
        MARKUP.map(lambda t: t.encode("cp1252", "ignore")),
    )
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text, encoding = inputs.decoding.decode(data, "a.txt")
    except InputError:
        return
    assert data.endswith(text.encode(encoding))
    sound(inputs.read_text(text))


def test_places_count_lines_as_editors_do() -> None:
    document = inputs.read_text("one\r\ntwo\rthree\n\nfive\u2028still five")
    assert [document.origin(document.text.index(word)) for word in ("two", "three", "five", "still")] == [
        Place(2, 1),
        Place(3, 1),
        Place(5, 1),
        Place(5, 6),
    ]
    assert Span(document.offset(3), document.offset(3, 6)).of(document.text) == "three"
