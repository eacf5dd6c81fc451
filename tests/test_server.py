"""The language server as an editor drives it: over pipes, by the protocol."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from lsprotocol import types
from pygls.lsp.client import LanguageClient

import attrib
from attrib.cli.house import House
from attrib.config import Settings
from attrib.model import Span
from attrib.server import completion, drafts
from attrib.server.drafts import Draft
from attrib.server.positions import Positions

URI = "file:///draft.md"
TEXT = """\
Publication: Monitor Volume: 5 Issue: 223

Crowds gathered 😀 in the square (interfax, December 1). The minister resigned on Monday.

Miners struck (Interfax, Reuters, December 1).
"""


class Editor(LanguageClient):
    """A client that keeps what the server sends of its own accord."""

    def __init__(self) -> None:
        super().__init__("editor", "1")
        self.diagnostics: dict[str, list[types.Diagnostic]] = {}
        self.messages: list[str] = []
        self._news = asyncio.Event()

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.diagnostics[params.uri] = list(params.diagnostics)
            self._news.set()

        @self.feature(types.WINDOW_SHOW_MESSAGE)
        def shown(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)

    async def open(self, text: str, uri: str = URI, language: str = "markdown") -> list[types.Diagnostic]:
        item = types.TextDocumentItem(uri, language, 1, text)
        self._news.clear()
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await asyncio.wait_for(self._news.wait(), 60)
        return self.diagnostics[uri]

    async def change(self, version: int, *changes: types.TextDocumentContentChangeEvent) -> list[types.Diagnostic]:
        self._news.clear()
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(version, URI), list(changes))
        )
        await asyncio.wait_for(self._news.wait(), 60)
        return self.diagnostics[URI]


def session(tmp_path: Path, drive: Callable[[Editor], Awaitable[None]], encodings: list[Any] | None = None) -> Editor:
    """Start a server, let an editor drive it, and end both as the protocol says."""

    async def run() -> Editor:
        editor = Editor()
        await editor.start_io(sys.executable, "-m", "attrib", "server", "--stdio")
        general = types.GeneralClientCapabilities(position_encodings=encodings) if encodings else None
        await editor.initialize_async(
            types.InitializeParams(types.ClientCapabilities(general=general), root_uri=tmp_path.as_uri())
        )
        editor.initialized(types.InitializedParams())
        await drive(editor)
        await editor.shutdown_async(None)
        editor.exit(None)
        await asyncio.wait_for(editor._server.wait(), 30)  # type: ignore[attr-defined]
        await editor.stop()
        return editor

    with ThreadPoolExecutor(1) as pool:  # in this thread the browser of other tests has its own loop
        return pool.submit(lambda: asyncio.run(run())).result()


def place(text: str, words: str) -> types.Position:
    """Where words begin, in units of UTF-16."""
    before = text[: text.index(words)]
    line = before.rpartition("\n")[2]
    return types.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)


def words(text: str, where: types.Range) -> str:
    """The words at a range of one line."""
    line = text.splitlines()[where.start.line].encode("utf-16-le")
    return line[2 * where.start.character : 2 * where.end.character].decode("utf-16-le")


IDENTIFIER = types.TextDocumentIdentifier(URI)


def test_what_is_found_is_shown_at_its_words_while_they_are_written(tmp_path: Path) -> None:
    async def drive(editor: Editor) -> None:
        found = await editor.open(TEXT)
        assert {(one.code, words(TEXT, one.range)) for one in found} >= {
            ("S101", "The minister resigned on Monday."),
            ("C111", "interfax"),
        }
        assert {one.source for one in found} == {"attrib"}
        end = place(TEXT, " on Monday.")
        typed = types.TextDocumentContentChangePartial(types.Range(end, end), " (AFP, December 1)")
        found = await editor.change(2, typed)
        assert "S101" not in {one.code for one in found}
        editor.text_document_did_close(types.DidCloseTextDocumentParams(IDENTIFIER))

    assert session(tmp_path, drive).diagnostics[URI] == []


def test_a_fix_is_one_key_away(tmp_path: Path) -> None:
    async def drive(editor: Editor) -> None:
        found = await editor.open(TEXT)
        (misspelt,) = [one for one in found if one.code == "C111"]
        asked = types.CodeActionParams(IDENTIFIER, misspelt.range, types.CodeActionContext([misspelt]))
        actions = await editor.text_document_code_action_async(asked) or []
        fix, all_at_once = actions
        assert isinstance(fix, types.CodeAction)
        assert isinstance(all_at_once, types.CodeAction)
        assert (fix.title, fix.kind, fix.is_preferred) == ("Write “Interfax” for “interfax”", "quickfix", True)
        assert fix.edit
        assert fix.edit.changes
        assert list(fix.edit.changes[URI]) == [types.TextEdit(misspelt.range, "Interfax")]
        assert all_at_once.kind == "source.fixAll"
        asked.context.only = [types.CodeActionKind.Source]
        assert [one.title for one in await editor.text_document_code_action_async(asked) or []] == [all_at_once.title]
        asked.context.only = [types.CodeActionKind.Refactor]
        assert not await editor.text_document_code_action_async(asked)

    session(tmp_path, drive)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (
            "Interfax, Reuters",
            ["**Interfax, December 1, 1999**", "agency, RU", "**Reuters, December 1, 1999**", "owner"],
        ),
        ("Miners", ["**support** multiple: carried by sources of more than one origin", "it closes the passage"]),
        ("minister", ["**support** none: nothing carries it", "uncited\\-statement"]),
    ],
)
def test_words_are_explained_under_the_pointer(tmp_path: Path, at: str, said: list[str]) -> None:
    async def drive(editor: Editor) -> None:
        await editor.open(TEXT)
        shown = await editor.text_document_hover_async(types.HoverParams(IDENTIFIER, place(TEXT, at)))
        assert shown
        assert isinstance(shown.contents, types.MarkupContent)
        for part in said:
            assert part in shown.contents.value
        nothing = await editor.text_document_hover_async(types.HoverParams(IDENTIFIER, types.Position(1, 0)))
        assert nothing is None

    session(tmp_path, drive)


def test_from_a_claim_to_its_citation_and_back(tmp_path: Path) -> None:
    async def drive(editor: Editor) -> None:
        await editor.open(TEXT)

        async def jumped(at: str) -> list[str]:
            found = await editor.text_document_definition_async(types.DefinitionParams(IDENTIFIER, place(TEXT, at)))
            return [words(TEXT, one.range) for one in found or [] if isinstance(one, types.Location)]

        assert await jumped("Miners") == ["(Interfax, Reuters, December 1)"]
        assert await jumped("(Interfax") == ["Miners struck"]
        assert await jumped("minister") == []

    session(tmp_path, drive)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("Miners struck (Interf", "Interfax"),
        ("Miners struck (AFP, May 4; Kommers", "Kommersant"),
        ("Miners struck (AFP, May 4;\nKommers", "Kommersant"),
        ("Miners struck [Interf", "Interfax"),
        ("Miners struck (Interfax, ", "December 1"),
        ("Miners struck (Interfax,\n", "December 1"),
        ("Miners struck (Interfax, Dec", "December 2"),
    ],
)
def test_sources_and_days_are_completed_in_a_bracket(tmp_path: Path, typed: str, offered: str) -> None:
    async def drive(editor: Editor) -> None:
        text = TEXT + "\n" + typed
        await editor.open(text)
        at = types.Position(text.count("\n"), len(typed.rpartition("\n")[2]))
        found = await editor.text_document_completion_async(types.CompletionParams(IDENTIFIER, at))
        assert isinstance(found, types.CompletionList)
        edits = [one.text_edit.new_text for one in found.items if one.text_edit]
        assert offered in edits[:5]
        outside = types.CompletionParams(IDENTIFIER, place(text, "minister"))
        found = await editor.text_document_completion_async(outside)
        assert isinstance(found, types.CompletionList)
        assert not found.items

    session(tmp_path, drive)


@pytest.mark.parametrize(
    "typed", ["Miners struck [1", "Miners struck[^2", "Miners [struck](Interf", "Miners (AFP) Interf"]
)
def test_nothing_is_offered_where_nothing_is_cited(typed: str) -> None:
    draft = drafts.read(TEXT + typed, "/draft.md", "markdown")
    here = Draft(URI, 1, draft, House(Settings()), Positions())
    found = completion.completions(here, here.positions.at(draft, len(TEXT + typed)))
    assert not found.items


def test_a_paragraph_and_a_claim_say_what_they_stand_on(tmp_path: Path) -> None:
    async def drive(editor: Editor) -> None:
        await editor.open(TEXT)
        lenses = await editor.text_document_code_lens_async(types.CodeLensParams(IDENTIFIER)) or []
        assert [(one.range.start.line, one.command and one.command.title) for one in lenses] == [
            (2, "2 statements: 1 single source, 1 unsupported"),
            (4, "1 statement: 1 multiply sourced"),
        ]
        whole = types.Range(types.Position(0, 0), types.Position(5, 0))
        hints = await editor.text_document_inlay_hint_async(types.InlayHintParams(IDENTIFIER, whole)) or []
        assert [(one.position, one.label) for one in hints] == [
            (types.Position(2, len(TEXT.splitlines()[2]) + 1), "no source")  # the face is two units
        ]

    session(tmp_path, drive)


def test_settings_are_read_again_when_they_change(tmp_path: Path) -> None:
    settings = tmp_path / "attrib.toml"
    settings.write_text('ignore = ["S101"]\n')

    async def drive(editor: Editor) -> None:
        assert "S101" not in {one.code for one in await editor.open(TEXT)}
        settings.write_text("ignore = []\n")
        change = types.FileEvent(settings.as_uri(), types.FileChangeType.Changed)
        editor._news.clear()
        editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
        await asyncio.wait_for(editor._news.wait(), 60)
        assert "S101" in {one.code for one in editor.diagnostics[URI]}
        settings.write_text("ignroe = []\n")
        editor._news.clear()
        editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
        await asyncio.wait_for(editor._news.wait(), 60)
        assert editor.diagnostics[URI] == []

    (message,) = session(tmp_path, drive).messages
    assert "attrib.toml" in message
    assert "ignore" in message


def test_a_draft_that_is_saved_is_looked_at_by_what_holds_now(tmp_path: Path) -> None:
    settings, beside = tmp_path / "attrib.toml", tmp_path / "attrib-ignore.toml"
    uri = (tmp_path / "draft.md").as_uri()
    settings.write_text('ignore = ["S101"]\n')

    async def drive(editor: Editor) -> None:
        async def saved() -> set[object]:
            editor._news.clear()
            editor.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
            await asyncio.wait_for(editor._news.wait(), 60)
            return {one.code for one in editor.diagnostics[uri]}

        assert "S101" not in {one.code for one in await editor.open(TEXT, uri)}
        settings.unlink()  # by another program, of which no news comes
        assert "S101" in await saved()
        beside.write_text(
            '[[ignore]]\nfile = "draft.md"\nrule = "S101"\n'
            'text = "The minister resigned on Monday."\nreason = "heard on the telephone"\n'
        )
        assert "S101" not in await saved()
        settings.write_text("ignroe = []\n")
        for _ in range(2):
            assert await saved() == set()
        for _ in range(3):
            at = types.TextDocumentIdentifier(uri)
            assert await editor.text_document_hover_async(types.HoverParams(at, types.Position(2, 3))) is None
        settings.unlink()
        assert "S111" in await saved()
        settings.write_text("ignroe = []\n")
        await saved()

    assert len(session(tmp_path, drive).messages) == 2  # each time that it went wrong, and not at each key


def test_without_its_extra_it_says_what_to_install(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("attrib.server")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls.lsp.server", None)
    ran = command("server")
    assert ran.status == 2
    assert "the language server needs the package pygls, which is not installed; run " in ran.err
    assert ran.err.endswith(" -m pip install 'attrib[server]'\n")


NEOVIM = """
vim.cmd("luafile " .. vim.env.SNIPPET)
vim.cmd("edit draft.txt")
vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 50)
vim.cmd("edit other.txt")
vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 50)
vim.cmd("buffer draft.txt")
for _, one in ipairs(vim.diagnostic.get(0)) do
  io.stdout:write(one.code .. " " .. one.lnum .. ":" .. one.col .. "-" .. one.end_col .. "\\n")
end
io.stdout:write(#vim.lsp.get_active_clients() .. " server\\n")
vim.cmd("qall!")
"""


@pytest.mark.slow
def test_neovim_shows_the_same(tmp_path: Path, peer: Callable[[str, str], str]) -> None:
    text = "Crowds gathered 😀 (AFP, May 4). Öl fell.\n"
    (tmp_path / "draft.txt").write_text(text)
    (tmp_path / "other.txt").write_text(text)
    (tmp_path / "attrib.toml").write_text('select = ["S101"]\n')
    (tmp_path / "run.lua").write_text(NEOVIM)
    snippet = Path(__file__).parent.parent / "editors" / "neovim.lua"
    there = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        [peer("nvim", "neovim"), "--headless", "-u", "NONE", "-c", "filetype on", "-c", "luafile run.lua"],
        cwd=tmp_path, capture_output=True, text=True, timeout=90, check=False,
        env={**os.environ, "PATH": there, "SNIPPET": str(snippet), "XDG_STATE_HOME": str(tmp_path)},
    )  # fmt: skip
    start = len(text[: text.index("Öl")].encode())  # Neovim counts bytes
    found = f"S101 0:{start}-{start + len('Öl fell.'.encode())}"
    assert ran.stdout.splitlines() == [found, "1 server"], ran.stderr  # one for all drafts of a folder


@pytest.mark.parametrize("encoding", list(types.PositionEncodingKind))
def test_columns_count_as_was_agreed(encoding: types.PositionEncodingKind) -> None:
    text = "Ölpreis 😀 fällt (AFP).\r\nNächstes."
    document = attrib.read_text(text)
    positions = Positions(encoding.value)
    codec = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[encoding.value]
    width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding.value]
    at = text.index("fällt")
    assert positions.at(document, at) == types.Position(0, len(text[:at].encode(codec)) // width)
    for offset in [*range(text.index("\r")), text.index("N"), len(text)]:
        assert positions.offset(document, positions.at(document, offset)) == offset
    assert positions.offset(document, types.Position(0, 999)) == text.index("\r")
    assert positions.offset(document, types.Position(9, 0)) == len(text)
    assert positions.range(document, Span(0, 1)).end.character == len("Ö".encode(codec)) // width
