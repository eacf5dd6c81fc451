"""From marked-up bulletins (``NNN.src``) to text and annotation (``NNN.txt`` or ``NNN.md``, and ``NNN.json``).

Offsets are never typed by hand: they follow from where the marks stand. ``python build.py`` writes all outputs,
``python build.py --check`` tells which of them differ. The markup is described in README.md beside this file.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
FAMILIES = ("monitor", "edm", "newsline", "notes", "markdown", "generic")
KINDS = {"M": "masthead", "H": "headline", "R": "reported", "B": "background", "A": "analysis", "T": None}
FORMS = ("note", "footnote", "link", "inline")
BRACKETS = {"x": "cross-reference", "acronym": "acronym", "gloss": "gloss", "currency": "currency", "date": "date",
            "enumerator": "enumerator", "other": "other"}  # fmt: skip
MARK = re.compile(r"\{([^{}]*)\}")
LINE = re.compile(r"([+/]?)([MHRBAT]) (.*)")
CLASSES = ("outlet", "person", "role", "collective", "anonymous", "agentless", "own-interview")


class MarkupError(Exception):
    """A mistake in a source file, with its place."""


@dataclass
class Bulletin:
    """What one source file gives: the text and the annotation of it."""

    head: dict[str, str]
    text: str = ""
    sentences: list[dict[str, Any]] = field(default_factory=list)
    citations: list[dict[str, Any]] = field(default_factory=list)
    parentheses: list[dict[str, Any]] = field(default_factory=list)


def days(written: str, year: str) -> list[list[str]]:
    """``06-29,06-30`` is two days, ``11-15/11-16`` a range; without a year the bulletin's is meant."""
    whole = lambda day: day if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else f"{year}-{day}"  # noqa: E731
    ranges = [part.split("/") for part in written.split(",")] if written else []
    return [[whole(part[0]), whole(part[-1])] for part in ranges]


def references(written: str, year: str) -> Iterator[dict[str, Any]]:
    """``Interfax 05-03; Vremya 05-04 via Interfax; Trud; ? 05-04``: the third without a date, the last without a name."""
    for part in filter(None, map(str.strip, written.split(";"))):
        name, _, via = part.partition(" via ")
        found = re.fullmatch(r"(.*?)(?: ([\d][-\d,/]+))?", name)
        assert found is not None
        yield {"source": None if found[1] == "?" else found[1], "dates": days(found[2] or "", year), "via": via or None}


def place(bulletin: Bulletin, marked: str, strict: bool = True) -> tuple[int, int]:
    """Append marked-up text, note the brackets and citations in it; the span it takes.

    ``strict``: no bracket may stand unmarked (the labels of a list of notes are no brackets of the text).
    """
    start, at = len(bulletin.text), 0
    for mark in MARK.finditer(marked):
        plain = marked[at : mark.start()]
        if strict and (unmarked := re.search(r"[()\[\]]", plain)):
            raise MarkupError(f"a bracket without a mark: ...{plain[: unmarked.end()][-40:]}")
        bulletin.text += plain
        inside, _, listed = mark[1].partition("|")
        word, _, rest = inside.partition(" ")
        first = len(bulletin.text)
        kind = BRACKETS.get(word)
        if word in FORMS or kind is not None or word == "plain":
            inside = rest
        bulletin.text += inside
        span = {"start": first, "end": len(bulletin.text)}
        if word == "plain":  # no bracket that counts: around a link, a link to a place of the bulletin
            pass
        elif kind is not None:
            bulletin.parentheses.append({**span, "kind": kind})
        else:
            form = word if word in FORMS else "parenthetical"
            named = list(references(listed, bulletin.head["year"]))
            bulletin.citations.append({**span, "form": form, "references": named})
            if form in ("parenthetical", "note"):
                bulletin.parentheses.append({**span, "kind": "citation" if form == "parenthetical" else "note"})
        at = mark.end()
    bulletin.text += marked[at:]
    return start, _stop(bulletin, start)


def _stop(bulletin: Bulletin, start: int) -> int:
    """Where the sentence that begins at ``start`` ends: before a note or citation that stands after its stop."""
    chain = end = len(bulletin.text)
    for citation in reversed(bulletin.citations):
        if citation["end"] != chain:
            break
        before = bulletin.text[start : citation["start"]].rstrip()
        chain = start + len(before)
        if re.search(r"[.!?][\"”’]?$", before):
            end = chain
    return end


def attributions(notes: list[str]) -> Iterator[dict[str, Any]]:
    """``@outlet Interfax`` names who speaks in the sentence; ``@outlet? Trud`` where a careful reader may differ."""
    for note in notes:
        word, _, name = note[1:].partition(" ")
        if word.rstrip("?") not in CLASSES:
            raise MarkupError(f"no class of attribution: {word}")
        yield {"class": word.rstrip("?"), "name": name, **({"optional": True} if word.endswith("?") else {})}


def passage_rule(bulletin: Bulletin) -> None:
    """Fill ``support_rule``: a citation covers what stands before it, back to the last one or the paragraph's start.

    A note, a footnote, a link and an inline citation cover the sentence that they stand in.
    """
    for sentence in bulletin.sentences:
        sentence["support_rule"] = []
    body = [s for s in bulletin.sentences if s["paragraph"]]
    last = -1
    for index, citation in enumerate(bulletin.citations):
        before = [s for s in body if s["start"] < citation["end"]]
        if not before:
            continue
        home = before[-1]
        if citation["form"] == "parenthetical":
            covered = [s for s in before if s["paragraph"] == home["paragraph"] and s["end"] > last]
            last = citation["end"] + 1
        else:
            covered = [home]
        for sentence in covered or [home]:
            sentence["support_rule"].append(index)


def wrapped(text: str, width: int) -> str:
    """The text with lines of at most ``width`` where a blank allows it; blanks become line ends, so offsets stay."""
    lines = []
    for line in text.split("\n"):
        while len(line) > width and (cut := line.rfind(" ", 0, width + 1)) > 0:
            lines.append(line[:cut])
            line = line[cut + 1 :]
        lines.append(line)
    return "\n".join(lines)


def read(path: Path) -> tuple[str, dict[str, Any]]:
    """The text of a source file and its annotation. Raises MarkupError, naming the file and line."""
    head_part, _, body_part = path.read_text("utf-8").partition("\n====\n")
    head = dict(line.split(": ", 1) for line in head_part.splitlines())
    if head["family"] not in FAMILIES:
        raise MarkupError(f"{path.name}: no family: {head['family']}")
    bulletin = Bulletin(head)
    given: list[str | None] = []
    paragraph, gap, fresh = 0, "", True
    parting = "\n" if head.get("parted") == "line" else "\n\n"
    for number, line in enumerate(body_part.splitlines(), head_part.count("\n") + 3):
        if not line.strip():
            gap, fresh = parting, True
            continue
        found = LINE.fullmatch(line)
        if not found:
            raise MarkupError(f"{path.name}:{number}: no kind of line: {line[:40]}")
        glue, letter, rest = found.groups()
        marked, _, noted = rest.replace("\\n", "\n").partition(" || ")
        notes = [n.strip() for n in noted.split(";") if n.strip()]
        kind = KINDS[letter]
        if bulletin.text:
            bulletin.text += gap or {"+": "", "/": "\n", "": " "}[glue]
        gap = ""
        if letter in "RBA" and fresh:
            paragraph, fresh = paragraph + 1, False
        try:
            if letter == "T":
                place(bulletin, marked, strict=False)
                continue
            seen = len(bulletin.parentheses)
            start, end = place(bulletin, marked)
            inline = any(b["kind"] == "cross-reference" for b in bulletin.parentheses[seen:])
            speakers = list(attributions([n for n in notes if n.startswith("@")]))
            crossed = next((n[5:] for n in notes if n.startswith("xref ")), "inline" if inline else "-")
        except MarkupError as error:
            raise MarkupError(f"{path.name}:{number}: {error}") from None
        inside = letter in "RBA"
        bulletin.sentences.append(
            {"start": start, "end": end, "paragraph": paragraph if inside else 0, "kind": kind,
             "xref": None if crossed == "-" else crossed, "attributions": speakers}
        )  # fmt: skip
        given.append(next((n for n in notes if not n.startswith(("@", "xref "))), "*"))
    passage_rule(bulletin)
    for sentence, support in zip(bulletin.sentences, given, strict=True):
        rule = sentence["support_rule"]
        sentence["support"] = rule if support == "*" else [] if support == "-" else [int(n) for n in support.split()]
        if any(n >= len(bulletin.citations) for n in sentence["support"]):
            raise MarkupError(f"{path.name}: support {support} of {len(bulletin.citations)} citations")
        basis = "none" if not sentence["support"] else "passage" if sentence["support"] == rule else "other"
        sentence["support_basis"] = basis
    numeral = lambda key: int(head[key]) if key in head else None  # noqa: E731
    annotation = {
        "id": path.stem, "held_out": int(path.stem) % 2 == 0, "family": head["family"], "ending": head.get("ending", "txt"),
        "publication": head.get("publication"), "volume": numeral("volume"), "issue": numeral("issue"),
        "year": int(head["year"]), "date": head.get("date"), "sentences": bulletin.sentences,
        "citations": bulletin.citations, "parentheses": bulletin.parentheses,
    }  # fmt: skip
    text = wrapped(bulletin.text, int(head["wrap"])) if "wrap" in head else bulletin.text
    return text + "\n", annotation


def as_json(annotation: dict[str, Any]) -> str:
    """One line a sentence, citation or bracket, so that a change shows as one line."""
    rows = []
    for key, value in annotation.items():
        if isinstance(value, list) and value:
            inner = ",\n  ".join(json.dumps(v, ensure_ascii=False) for v in value)
            rows.append(f' "{key}": [\n  {inner}]')
        else:
            rows.append(f' "{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(rows) + "\n}\n"


def outputs(folder: Path = FOLDER) -> Iterator[tuple[Path, str]]:
    """Every output with what it should hold."""
    for path in sorted(folder.glob("*.src")):
        text, annotation = read(path)
        yield path.with_suffix("." + annotation["ending"]), text
        yield path.with_suffix(".json"), as_json(annotation)


def main() -> int:
    """Write the outputs, or with ``--check`` name those that differ (status 1)."""
    try:
        wanted = list(outputs())
    except MarkupError as error:
        print(error, file=sys.stderr)
        return 2
    stale = [p for p, content in wanted if not p.exists() or p.read_bytes() != content.encode()]
    if "--check" in sys.argv[1:]:
        print(*(f"not as built: {p.name}" for p in stale), sep="\n", end="\n" if stale else "")
        return 1 if stale else 0
    for path, content in wanted:
        path.write_bytes(content.encode())
    print(f"{len(wanted) // 2} bulletins, {len(stale)} outputs changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
