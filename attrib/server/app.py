"""The server: drafts as they are opened and changed, and the answers to what an editor asks of them."""

from __future__ import annotations

import asyncio
import json
import os
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol
from pygls.uris import to_fs_path

from attrib.cli.house import House
from attrib.errors import AttribError
from attrib.keeping.reuse import Memo
from attrib.server import completion, diagnostics, drafts, hover, jumps, margins
from attrib.server.diagnostics import Published
from attrib.server.drafts import Draft
from attrib.server.positions import Positions
from attrib.values import evolve
from attrib.version import __version__

PAUSE = 0.002
"""Seconds that a change waits for the next: a fast typist's keys, and the many changes of one command, come as one."""
_KINDS = (types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll)

Answer = TypeVar("Answer")


class Protocol(LanguageServerProtocol):
    """As its parent, but what is JSON already goes out as it is: with many findings, half of a keystroke's answer."""

    def tell(self, method: str, params: str) -> None:
        body = f'{{"jsonrpc": "{self.VERSION}", "method": "{method}", "params": {params}}}'.encode()
        assert self.writer is not None
        sent = self.writer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        if sent is not None:
            asyncio.ensure_future(sent)  # noqa: RUF006  # as the parent does


class Server(LanguageServer):
    """A language server that keeps the drafts that are open, each read by the settings of the folder it works in."""

    protocol: Protocol

    def __init__(self, settings: Callable[[], House]) -> None:
        """``settings`` gives what holds now, the very same where nothing has changed. Raises AttribError as they do."""
        super().__init__("attrib", __version__, protocol_cls=Protocol)
        self._settings = settings
        self._house: House | None = None
        self._fault = ""
        self._drafts: dict[str, Draft] = {}
        self._published: defaultdict[str, Published] = defaultdict(Published)

    def enter(self, folder: str | None) -> None:
        """Work in the folder that the editor has open: settings are looked for from there."""
        if folder and Path(folder).is_dir():
            os.chdir(folder)

    @property
    def house(self) -> House:
        if self._house is None:
            self._house = self._settings()
            self._fault = ""
        return self._house

    def look(self) -> None:
        """Something was saved: every open draft is looked at again, by what holds now."""
        before, self._house = self._house, None
        try:
            _ = self.house
        except AttribError as error:
            self._blame(str(error))
        # What was read in paragraphs holds no longer than the sources that it was read by.
        kept = self._drafts if self._house is before else {}
        self._drafts = {uri: evolve(draft, version=None) for uri, draft in kept.items()}
        for uri in list(self.workspace.text_documents):
            if not uri.endswith(".toml"):
                self.publish(uri)

    def draft(self, uri: str) -> Draft:
        """The draft as it stands in the editor. Raises AttribError at a mistake in the settings."""
        text = self.workspace.get_text_document(uri)
        kept = self._drafts.get(uri)
        if kept is None or (kept.version, kept.document.file_text) != (text.version, text.source):
            path = to_fs_path(uri) or uri
            document = drafts.read(text.source, path, text.language_id)
            memo = kept.memo if kept else Memo()
            kept = Draft(uri, text.version, document, self.house, Positions(str(self._encoding)), memo)
            self._drafts[uri] = kept
        return kept

    def close(self, uri: str) -> None:
        self._drafts.pop(uri, None)
        self._published.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def publish(self, uri: str) -> None:
        """Send what is found in a draft."""
        found = self.answer(uri, self._published[uri].diagnostics, "[]")
        version = self.workspace.get_text_document(uri).version
        of_version = "" if version is None else f', "version": {version}'
        told = f'{{"uri": {json.dumps(uri)}{of_version}, "diagnostics": {found}}}'
        self.protocol.tell(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, told)

    def answer(self, uri: str, ask: Callable[[Draft], Answer], otherwise: Answer) -> Answer:
        """What is said of a draft; at a mistake in the settings that, once, in the editor's own way, and nothing."""
        try:
            return ask(self.draft(uri))
        except AttribError as error:
            self._blame(str(error))
            return otherwise

    def _blame(self, fault: str) -> None:
        """Tell of a mistake; an editor asks at every key, and its user need not read it as often."""
        if fault != self._fault:
            self._fault = fault
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, fault))

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
        server.look()  # many editors do not tell of files that others write, so that a draft saved is told of all

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(params: types.DidChangeWatchedFilesParams) -> None:
        server.look()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)


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
