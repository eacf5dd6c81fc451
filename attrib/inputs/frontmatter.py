"""Front matter: the ``---`` (YAML) or ``+++`` (TOML) block that opens a Markdown draft, read as strings only.

YAML would make ``NO`` false, ``5:23`` a number and ``1.10`` 1.1; a bulletin means what it writes.
"""

from __future__ import annotations

import re

from attrib.matching.patterns import pattern

_FENCED = pattern(
    r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n?|\n)(?P<inside>.*?)(?<![^\r\n])(?:(?P=fence)|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)",
    re.DOTALL,
)
_NAME = r"""(?P<indent>[ \t]*)(?P<key>"[^"]+"|'[^']+'|[^\s"'#:=\[{-][^:=]*?)[ \t]*"""
_KEY = {"---": re.compile(_NAME + r":(?:[ \t]+(?P<value>.*)|$)"), "+++": re.compile(_NAME + r"=[ \t]*(?P<value>.*)")}
_ITEM = pattern(r"[ \t]*-(?:[ \t]+(?P<value>.*)|$)")
_SECTION = pattern(r"\[+(?P<name>[^\[\]]+)\]+[ \t]*$")
_SCALAR = pattern(r"(?P<style>[|>])[+-]?\d?(?:[ \t]+#.*)?$")
_REMARK = pattern(r"(?:^|[ \t])#.*")
_QUOTED = pattern(r""""(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^']|'')*)'""")
_WORD = pattern(_QUOTED.pattern + r"""|(?P<bare>[^\s,"'][^,]*)""")
_ESCAPE = pattern(r"\\(?:u([0-9A-Fa-f]{4})|(.))")
_ESCAPED = {"n": "\n", "t": "\t"}


def split(text: str) -> tuple[dict[str, str], int]:
    """The values of the front matter, keys in lower case, and the offset where the draft itself begins.

    Lists are joined with ", ", the keys of a nested table with a dot (``issue.date``). A text that only opens with a
    rule has no front matter: every line of the block must be a key, an item, a remark or the indented rest of one.
    """
    fenced = _FENCED.match(text)
    if not fenced:
        return {}, 0
    lines = re.split(r"\r\n?|\n", fenced["inside"])
    key = _KEY[fenced["fence"]]
    if not lines[0].strip() or not all(_belongs(line, key) for line in lines):
        return {}, 0
    return {name: ", ".join(filter(None, map(_value, parts))) for name, parts in _parts(lines, key)}, fenced.end()


def _belongs(line: str, key: re.Pattern[str]) -> bool:
    return not line.strip() or line[0] in " \t#]}" or any(p.match(line) for p in (key, _ITEM, _SECTION))


def _parts(lines: list[str], key: re.Pattern[str]) -> list[tuple[str, list[str]]]:
    """Each key with its values as written: one, or one an item of its list. The last entry for a key holds."""
    section = ""
    above: list[tuple[int, str]] = []  # the keys that the line may stand under, with their indents
    found: dict[str, list[str]] = {}
    parts: list[str] = []
    scalar = ""
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if not line.strip():
            continue
        if scalar and indent > above[-1][0]:
            parts[0] += ("\n" if scalar == "|" and parts[0] else " ") + line.strip()
            continue
        scalar = ""
        if line.lstrip().startswith("#"):
            continue
        if head := _SECTION.match(line):
            section, above = head["name"].strip().lower() + ".", []
        elif entry := key.match(line):
            above = [(depth, name) for depth, name in above if depth < indent]
            above.append((indent, _value(entry["key"]).lower()))
            parts = found[section + ".".join(name for _, name in above)] = [entry["value"] or ""]
            if style := _SCALAR.match(parts[0]):
                scalar, parts[0] = style["style"], ""
        elif item := _ITEM.match(line):
            parts.append(item["value"] or "")
        elif parts:
            parts[-1] += " " + line.strip()
    return list(found.items())


def _value(written: str) -> str:
    """One value without its quotation marks, brackets or remark."""
    written = written.strip()
    if quoted := _QUOTED.match(written):
        return _unquoted(quoted)
    if written.startswith("["):
        return ", ".join(
            word["bare"].rstrip() if word["bare"] else _unquoted(word) for word in _WORD.finditer(written.strip("[] "))
        )
    return _REMARK.sub("", written).rstrip()


def _unquoted(quoted: re.Match[str]) -> str:
    if quoted["double"] is None:
        return quoted["single"].replace("''", "'")
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else _ESCAPED.get(m[2], m[2]), quoted["double"])
