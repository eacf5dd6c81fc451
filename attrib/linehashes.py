"""The hash of each line by which code scanning knows a place again when the lines above it have moved.

GitHub's upload action and Microsoft's SARIF tools compute it from the file and complain of any other value. Its
definition is the action's: github/codeql-action, `src/fingerprints.ts`.
"""

from __future__ import annotations

from collections import Counter

WINDOW = 100
"""So many UTF-16 units from the start of a line make its hash; blanks and tabs are skipped, line ends count."""
FACTOR, BITS = 37, (1 << 64) - 1
END = 0xFFFF
"""Stands behind the last character; zeros follow."""


def line_hashes(text: str) -> tuple[str, ...]:
    """The hash of every line, in hexadecimal, with the number of its occurrence: ``b8f56a07c9de4b2:1``.

    Lines end at ``\\n``, ``\\r\\n`` or a lone ``\\r``.
    """
    even = text.replace("\r\n", "\n").replace("\r", "\n").translate({ord(" "): None, ord("\t"): None})
    code = even.encode("utf-16-le", "surrogatepass")
    wide = [code[at] | code[at + 1] << 8 for at in range(0, len(code), 2)]
    units = [*wide, END, *[0] * WINDOW]
    starts = [0, *(at + 1 for at, unit in enumerate(wide) if unit == ord("\n"))]
    seen: Counter[str] = Counter()
    hashes = []
    for start in starts:
        value = 0
        for unit in units[start : start + WINDOW]:
            value = value * FACTOR + unit
        digits = f"{value & BITS:x}"
        seen[digits] += 1
        hashes.append(f"{digits}:{seen[digits]}")
    return tuple(hashes)
