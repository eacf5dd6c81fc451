"""How long a keystroke takes in a bulletin of 10,000 words, from the change to the diagnostics in the editor."""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import time
from typing import Any

import bulletins
from lsprotocol import types
from pygls.lsp.client import LanguageClient

WORDS = 10_000
URI = "file:///draft.txt"


def draft() -> str:
    """A bulletin of so many words, in items with brackets."""
    writer = bulletins.Writer(7)
    parts: list[str] = []
    while sum(map(len, parts)) < WORDS * 6:
        parts.append(writer.bulletin("monitor", 8))
    return "\n\n".join(parts)


async def measure(keys: int) -> list[float]:
    """Milliseconds of so many keystrokes, one in each of as many places."""
    client = LanguageClient("benchmark", "1")
    news: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def published(params: types.PublishDiagnosticsParams) -> None:
        news.put_nowait(params)

    await client.start_io(sys.executable, "-m", "attrib", "server")
    await client.initialize_async(types.InitializeParams(types.ClientCapabilities()))
    client.initialized(types.InitializedParams())
    text = draft()
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(URI, "plaintext", 1, text)))
    found = await news.get()
    print(f"{len(text.split()):,} words, {len(text):,} characters, {len(found.diagnostics)} findings", file=sys.stderr)
    lines = [number for number, line in enumerate(text.split("\n")) if len(line) > 80]
    took = []
    for key in range(keys):
        at = types.Position(lines[key * len(lines) // keys], 40)
        change: Any = types.TextDocumentContentChangePartial(types.Range(at, at), "x")
        start = time.perf_counter()
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(key + 2, URI), [change])
        )
        while (await news.get()).version != key + 2:
            pass
        took.append((time.perf_counter() - start) * 1000)
        await asyncio.sleep(0.3)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=30)
    took = asyncio.run(measure(parser.parse_args().keys))
    print(f"keystroke: median {statistics.median(took):.0f} ms, slowest {max(took):.0f} ms (target 50)")


if __name__ == "__main__":
    main()
