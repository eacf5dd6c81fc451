"""The server: drafts as they are opened and changed, and the answers to what an editor asks of them."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from attrib.cli.house import House
from attrib.errors import AttribError
from attrib.reuse import Memo
from attrib.server import completion, diagnostics, drafts, hover, jumps, margins
from attrib.server.drafts import Draft
from attrib.server.positions import Positions
from attrib.version import __version__

PAUSE = 0.002
"""Seconds that a change waits for the next: a fast typist's keys, and the many changes of one command, come as one."""
_KINDS = (types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll)
_SETTINGS = ("attrib.toml", ".attrib.toml", "pyproject.toml", "attrib-ignore.toml")

Answer = TypeVar("Answer")


class Server(LanguageServer):
    """A language server that keeps the drafts that are open, each read by the settings of the folder it works in."""

    def __init__(self, settings: Callable[[], House]) -> None:
        """``settings`` reads them; it is asked again when a file of settings changes. Raises AttribError as they do."""
        super().__init__("attrib", __version__)
        self._settings = settings
        self._house: House | None = None
        self._drafts: dict[str, Draft] = {}

    def enter(self, folder: str | None) -> None:
        """Work in the folder that the editor has open: settings are looked for from there."""
        if folder and Path(folder).is_dir():
            os.chdir(folder)

    @property
    def house(self) -> House:
        if self._house is None:
            self._house = self._settings()
        return self._house

    def forget(self) -> None:
        """Read settings, rules and sources again at the next need."""
        self._house = None
        self._drafts.clear()

    def draft(self, uri: str) -> Draft:
        """The draft as it stands in the editor. Raises AttribError at a mistake in the settings."""
        text = self.workspace.get_text_document(uri)
        kept = self._drafts.get(uri)
        if kept is None or kept.version != text.version or kept.document.file_text != text.source:
            path = to_fs_path(uri) or uri
            document = drafts.read(text.source, path, text.language_id)
            memo = kept.memo if kept else Memo()
            kept = Draft(uri, text.version, document, self.house, Positions(str(self._encoding)), memo)
            self._drafts[uri] = kept
        return kept

    def close(self, uri: str) -> None:
        self._drafts.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def publish(self, uri: str) -> None:
        """Send what is found in a draft."""
        none: list[types.Diagnostic] = []
        found = self.answer(uri, diagnostics.diagnostics, none)
        version = self.workspace.get_text_document(uri).version
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version=version))

    def answer(self, uri: str, ask: Callable[[Draft], Answer], otherwise: Answer) -> Answer:
        """What is said of a draft; at a mistake in the settings that, in the editor's own way, and nothing."""
        try:
            return ask(self.draft(uri))
        except AttribError as error:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, str(error)))
            return otherwise

    @property
    def _encoding(self) -> str:
        agreed = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        return agreed.value if isinstance(agreed, types.PositionEncodingKind) else agreed


def server(settings: Callable[[], House]) -> Server:
    """A server that answers; `start_io` runs it."""
    made = Server(settings)
    _synchronise(made)
    _answer(made)
    return made


def _synchronise(server: Server) -> None:
    @server.feature(types.INITIALIZE)
    def start(params: types.InitializeParams) -> None:
        folders = params.workspace_folders or []
        uri = folders[0].uri if folders else params.root_uri
        server.enter(to_fs_path(uri) if uri else None)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        uri, version = params.text_document.uri, params.text_document.version
        await asyncio.sleep(PAUSE)
        if uri in server.workspace.text_documents and server.workspace.get_text_document(uri).version == version:
            server.publish(uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        if params.text_document.uri.endswith(".toml"):
            _again(server)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(params: types.DidChangeWatchedFilesParams) -> None:
        if any(change.uri.endswith(".toml") for change in params.changes):
            _again(server)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)


def _again(server: Server) -> None:
    """Settings have changed: every open draft is looked at anew."""
    server.forget()
    for uri in list(server.workspace.text_documents):
        if not uri.endswith(".toml"):
            server.publish(uri)


def _answer(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=list(_KINDS)))
    def fixes(params: types.CodeActionParams) -> list[types.CodeAction]:
        def ask(draft: Draft) -> list[types.CodeAction]:
            return list(diagnostics.actions(draft, params.range, params.context.only))

        return server.answer(params.text_document.uri, ask, [])

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def said(params: types.HoverParams) -> types.Hover | None:
        return server.answer(params.text_document.uri, lambda draft: hover.hover(draft, params.position), None)

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def jump(params: types.DefinitionParams) -> list[types.Location]:
        return server.answer(params.text_document.uri, lambda draft: jumps.counterparts(draft, params.position), [])

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def references(params: types.ReferenceParams) -> list[types.Location]:
        return server.answer(params.text_document.uri, lambda draft: jumps.counterparts(draft, params.position), [])

    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=list(completion.TRIGGERS))
    )
    def complete(params: types.CompletionParams) -> types.CompletionList:
        def ask(draft: Draft) -> types.CompletionList:
            return completion.completions(draft, params.position)

        return server.answer(params.text_document.uri, ask, types.CompletionList(False, []))

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    def lenses(params: types.CodeLensParams) -> list[types.CodeLens]:
        return server.answer(params.text_document.uri, lambda draft: list(margins.lenses(draft)), [])

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    def hints(params: types.InlayHintParams) -> list[types.InlayHint]:
        return server.answer(params.text_document.uri, lambda draft: list(margins.hints(draft, params.range)), [])
