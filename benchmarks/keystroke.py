"""How long a keystroke takes in a bulletin of 10,000 words, from the change to the diagnostics at the editor."""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
import time
from typing import Any

import bulletins

WORDS = 10_000
URI = "file:///draft.txt"
PUBLISH = "textDocument/publishDiagnostics"


def draft() -> str:
    """A bulletin of so many words, in items with brackets."""
    writer = bulletins.Writer(7)
    parts: list[str] = []
    while sum(map(len, parts)) < WORDS * 6:
        parts.append(writer.bulletin("monitor", 8))
    return "\n\n".join(parts)


class Editor:
    """As much of an editor as the pipes need: a message is here when its last byte is, whatever is then made of it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        assert process.stdin is not None
        assert process.stdout is not None
        self._in, self._out = process.stdin, process.stdout

    async def send(self, method: str, params: Any, number: int | None = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        body = json.dumps(message if number is None else {**message, "id": number}).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        await self._in.drain()

    async def heard(self) -> bytes:
        head = await self._out.readuntil(b"\r\n\r\n")
        return await self._out.readexactly(int(head.lower().partition(b"content-length:")[2].split()[0]))

    async def published(self, version: int) -> tuple[float, list[Any]]:
        """When the findings of a version came, in seconds, and what they are."""
        while True:
            body = await self.heard()
            came, message = time.perf_counter(), json.loads(body)
            if message.get("method") == PUBLISH and message["params"]["version"] == version:
                return came, message["params"]["diagnostics"]


async def measure(keys: int) -> list[float]:
    """Milliseconds of so many keystrokes, one in each of as many places."""
    pipe = asyncio.subprocess.PIPE
    editor = Editor(
        await asyncio.create_subprocess_exec(sys.executable, "-m", "attrib", "server", stdin=pipe, stdout=pipe)
    )
    await editor.send("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1)
    await editor.heard()
    await editor.send("initialized", {})
    text = draft()
    item = {"uri": URI, "languageId": "plaintext", "version": 1, "text": text}
    await editor.send("textDocument/didOpen", {"textDocument": item})
    _, found = await editor.published(1)
    print(f"{len(text.split()):,} words, {len(text):,} characters, {len(found)} findings", file=sys.stderr)
    lines = [number for number, line in enumerate(text.split("\n")) if len(line) > 80]
    took = []
    for key in range(keys):
        at = {"line": lines[key * len(lines) // keys], "character": 40}
        changes = [{"range": {"start": at, "end": at}, "text": "x"}]
        start = time.perf_counter()
        await editor.send(
            "textDocument/didChange", {"textDocument": {"uri": URI, "version": key + 2}, "contentChanges": changes}
        )
        came, _ = await editor.published(key + 2)
        took.append((came - start) * 1000)
        await asyncio.sleep(0.3)
    await editor.send("shutdown", None, 2)
    await editor.heard()
    await editor.send("exit", None)
    await editor.process.wait()
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=30)
    took = asyncio.run(measure(parser.parse_args().keys))
    print(f"keystroke: median {statistics.median(took):.0f} ms, slowest {max(took):.0f} ms (target 50)")


if __name__ == "__main__":
    main()
