"""How near `analyse` comes to annotated bulletins: ``gold.py [FOLDER] [--json] [--wrong] [--only NNN]``.

FOLDER (default: tests/gold) holds ``NNN.json`` with ``NNN.txt`` or ``NNN.md``; tests/gold/README.md describes the
annotation. Figures are given for all and for each family of styles, for both halves, the tuned and the held-out one.
``--wrong`` lists what went wrong in the tuned half; the held-out half keeps its secrets.

What is counted:
sentences    ends of sentences, F1, two characters of slack; before or after a closing citation are both right
citations    spans, F1, two characters of slack; of inline citations and links, half of either span is enough
references   (citation, source, days), F1; the source by its name in the registry or as written
brackets     share whose kind is right: citation, cross-reference or anything else
links        (reported sentence, citation), F1 against the careful reader
rule         the same for the plain passage rule, for comparison
analysis     Matthews correlation of analysis against statement, over sentences
background   F1 of background among the sentences that neither the reader nor the tool calls analysis
unsupported  reported sentences that nothing carries and no outlet answers for, F1
outlets      (sentence, outlet named in the running text), F1
date         share of bulletins whose issue date is right
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tabulate import tabulate

from attrib.analysis import analyse
from attrib.inputs import read
from attrib.model import Analysis

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold"
COUNTED = (
    "sentences",
    "citations",
    "references",
    "brackets",
    "links",
    "rule",
    "analysis",
    "background",
    "unsupported",
    "outlets",
    "date",
)
SHARES = ("brackets", "date")

Spanned = tuple[int, int]


@dataclass
class Tally:
    """Counts by figure, and what was wrong in words. ``said``, ``wanted`` and ``right`` make precision and recall."""

    right: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    table: Counter[tuple[bool, bool]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def count(self, figure: str, right: int, said: int, wanted: int) -> None:
        self.right[figure] += right
        self.said[figure] += said
        self.wanted[figure] += wanted

    def figure(self, name: str) -> float | None:
        """The value of a figure; None where there was nothing to find and nothing was said."""
        if name == "analysis":
            return _matthews(self.table)
        right, said, wanted = self.right[name], self.said[name], self.wanted[name]
        if name in SHARES:
            return right / wanted if wanted else None
        return 2 * right / (said + wanted) if said + wanted else None


def _matthews(table: Counter[tuple[bool, bool]]) -> float | None:
    """Of (said, wanted) pairs; None where either never varies."""
    tp, fp, fn, tn = table[True, True], table[True, False], table[False, True], table[False, False]
    product = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)
    return (tp * tn - fp * fn) / math.sqrt(product) if product else None


def folded(name: str | None) -> str:
    """Letters and figures alone; no article, and no ``www.`` of a site."""
    words = re.sub(r"\W+", " ", (name or "").casefold()).strip()
    return words.removeprefix("the ").removeprefix("www ")


def shared(one: Spanned, other: Spanned) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def span_of(row: dict[str, Any]) -> Spanned:
    return row["start"], row["end"]


def pairs(said: Sequence[Spanned], wanted: Sequence[dict[str, Any]]) -> dict[int, int]:
    """Which wanted citation each said one is; each is used once."""

    def same(span: Spanned, row: dict[str, Any]) -> bool:
        start, end = span_of(row)
        return abs(span[0] - start) <= 2 and abs(span[1] - end) <= 2

    def near(span: Spanned, row: dict[str, Any]) -> bool:
        goal = span_of(row)
        return row["form"] in ("inline", "link") and 2 * shared(span, goal) >= min(span[1] - span[0], goal[1] - goal[0])

    found: dict[int, int] = {}
    for test in (same, near):
        for i, span in enumerate(said):
            free = (j for j in range(len(wanted)) if j not in found.values() and test(span, wanted[j]))
            if i not in found and (j := next(free, None)) is not None:
                found[i] = j
    return found


def _sentences(gold: dict[str, Any], body: Sequence[dict[str, Any]], got: Analysis, tally: Tally) -> None:
    text = got.document.text
    ends: dict[int, int] = {s["end"]: s["end"] for s in body}
    for s in body:  # a sentence may end on either side of its closing citation
        for cited in gold["citations"]:
            if 0 <= cited["start"] - s["end"] <= 2 or 0 <= s["end"] - cited["end"] <= 2:
                ends.setdefault(cited["end"], s["end"])
    left, extra = {s["end"] for s in body}, []
    for sentence in got.sentences:
        near = (ends[e] for e in range(sentence.span.end - 2, sentence.span.end + 3) if e in ends and ends[e] in left)
        if (goal := next(near, None)) is None:
            extra.append(sentence.span)
        else:
            left.discard(goal)
    tally.count("sentences", len(body) - len(left), len(got.sentences), len(body))
    tally.wrong += [f"sentence ends here? ...{text[max(0, s.end - 60) : s.end]!r}" for s in extra]
    tally.wrong += [f"sentence end missed: ...{text[max(0, e - 60) : e]!r}" for e in sorted(left)]


def _citations(gold: dict[str, Any], got: Analysis, tally: Tally) -> dict[int, int]:
    text, wanted = got.document.text, gold["citations"]
    met = pairs([c.span for c in got.citations], wanted)
    tally.count("citations", len(met), len(got.citations), len(wanted))
    for j, row in enumerate(wanted):
        if j not in met.values():
            tally.wrong.append(f"citation missed: {text[slice(*span_of(row))]!r}")
    right = 0
    for i, citation in enumerate(got.citations):
        if i not in met:
            tally.wrong.append(f"no citation: {citation.span.of(text)!r}")
            continue
        left = [({folded(r["source"])} - {""}, sorted(map(tuple, r["dates"]))) for r in wanted[met[i]]["references"]]
        for reference in citation.references:
            names = {folded(reference.name), folded(reference.written)} - {""}
            days = sorted((d.first.isoformat(), d.last.isoformat()) for d in reference.dates)
            fits = (x for x in left if (x[0] & names or x[0] == names) and x[1] == days)
            if (fit := next(fits, None)) is None:
                tally.wrong.append(f"reference {reference.written!r} {days} in {citation.span.of(text)!r}")
            else:
                left.remove(fit)
                right += 1
        tally.wrong += [f"reference missed: {n} {d} in {citation.span.of(text)!r}" for n, d in left]
    tally.count(
        "references", right, sum(len(c.references) for c in got.citations), sum(len(c["references"]) for c in wanted)
    )
    return met


def _brackets(gold: dict[str, Any], got: Analysis, tally: Tally) -> None:
    def coarse(kind: str) -> str:
        return kind if kind in ("citation", "cross-reference") else "other"

    for row in gold["parentheses"]:
        over = (b.kind for b in got.brackets if shared(b.span, span_of(row)))
        kind = next(over, "other")
        tally.count("brackets", coarse(kind) == coarse(row["kind"]), 1, 1)
        if coarse(kind) != coarse(row["kind"]):
            tally.wrong.append(f"bracket is {row['kind']}, not {kind}: {got.document.text[slice(*span_of(row))]!r}")


def _claims(body: Sequence[dict[str, Any]], got: Analysis, met: dict[int, int], tally: Tally) -> None:
    text = got.document.text
    for row in body:
        span, news = span_of(row), row["kind"] == "reported"
        mine = [k for k, c in enumerate(got.claims) if 2 * shared(c.span, span) > c.span.end - c.span.start]
        words = repr(text[span[0] : min(span[1], span[0] + 90)])
        if news:
            said = {met.get(link.citation, -1 - link.citation) for k in mine for link in got.supports[k].links}
            wanted, rule = set(row["support"]), set(row["support_rule"])
            tally.count("links", len(said & wanted), len(said), len(wanted))
            tally.count("rule", len(rule & wanted), len(rule), len(wanted))
            if said != wanted:
                tally.wrong.append(f"linked to {sorted(said)}, not {sorted(wanted)}: {words}")
        inferred = bool(mine) and all(got.claims[k].kind == "analysis" for k in mine)
        tally.table[inferred, row["kind"] == "analysis"] += 1
        if inferred != (row["kind"] == "analysis"):
            tally.wrong.append(f"{row['kind']}, not {[got.claims[k].kind for k in mine]}: {words}")
        if mine and not inferred and row["kind"] != "analysis":
            settled = all(got.claims[k].kind != "reported" for k in mine)
            tally.count("background", settled and not news, settled, not news)
            if settled == news:
                tally.wrong.append(f"{row['kind']}, not {[got.claims[k].kind for k in mine]}: {words}")
        if not row["xref"]:
            named = any(a["class"] in ("outlet", "own-interview") for a in row["attributions"])
            bare = any(got.supports[k].level == "none" for k in mine)
            if news:
                want = not row["support"] and not named
                tally.count("unsupported", bare and want, bare, want)
                if bare != want:
                    tally.wrong.append(
                        f"{'unsupported, not supported' if want else 'supported, not unsupported'}: {words}"
                    )
            elif row["kind"] == "analysis":
                tally.count("unsupported", 0, bare, 0)


def _outlets(body: Sequence[dict[str, Any]], got: Analysis, tally: Tally) -> None:
    for row in body:
        rows = [a for a in row["attributions"] if a["class"] in ("outlet", "own-interview")]
        wanted = {folded(a["name"]) for a in rows if a["class"] == "outlet" and not a.get("optional")}
        welcome = {folded(a["name"]) for a in rows} - wanted
        said: dict[str, set[str]] = defaultdict(set)
        for a in got.attributions:
            where = a.cue or a.source
            if where and a.outlet and row["start"] <= where.start < row["end"]:
                written = a.source.of(got.document.text) if a.source else ""
                names = (a.outlet.id, a.outlet.name, *a.outlet.aliases, written)
                said[a.outlet.id] |= {folded(name) for name in names} - {""}
        right = {w for w in wanted if any(_within(w, n) for names in said.values() for n in names)}
        excused = sum(any(_within(w, n) for w in welcome for n in names) for names in said.values())
        tally.count("outlets", len(right), max(len(said) - excused, 0), len(wanted))
        if right != wanted or len(said) - excused > len(wanted):
            words = got.document.text[row["start"] : min(row["end"], row["start"] + 90)]
            tally.wrong.append(f"outlets {sorted(said)}, not {sorted(wanted)}: {words!r}")


def _within(one: str, other: str) -> bool:
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def tally_of(gold: dict[str, Any], got: Analysis) -> Tally:
    """All counts for one bulletin: its annotation against what `analyse` made of it."""
    tally = Tally()
    body = [s for s in gold["sentences"] if s["kind"] not in ("masthead", "headline")]
    _sentences(gold, body, got, tally)
    met = _citations(gold, got, tally)
    _brackets(gold, got, tally)
    _claims(body, got, met, tally)
    _outlets(body, got, tally)
    if gold["date"]:
        day = got.date.value.isoformat() if got.date.value else None
        tally.count("date", day == gold["date"], 1, 1)
        if day != gold["date"]:
            tally.wrong.append(f"dated {day}, not {gold['date']}")
    return tally


def bulletins(folder: Path = GOLD) -> Iterator[tuple[dict[str, Any], Path]]:
    """Every annotation of a folder with the path of its bulletin."""
    for annotation in sorted(folder.glob("*.json")):
        gold = json.loads(annotation.read_text("utf-8"))
        yield gold, annotation.with_suffix("." + gold.get("ending", "txt"))


def total(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for tally in tallies:
        for mine, other in ((whole.right, tally.right), (whole.said, tally.said), (whole.wanted, tally.wanted)):
            mine.update(other)
        whole.table.update(tally.table)
    return whole


def measured(folder: Path = GOLD) -> list[tuple[dict[str, Any], Tally]]:
    """Every bulletin of a folder, read and counted."""
    return [(gold, tally_of(gold, analyse(read(path)))) for gold, path in bulletins(folder)]


HALVES = {"both": (False, True), "tuned": (False,), "held out": (True,)}
FAMILIES = ("all", "monitor", "edm", "newsline", "notes", "markdown", "generic")

Figures = dict[str, float | int | None]


def figures(rows: Sequence[tuple[dict[str, Any], Tally]]) -> dict[str, dict[str, Figures]]:
    """Family, half, measure: value. The key ``bulletins`` is how many there are; a half without any is left out."""
    table: dict[str, dict[str, Figures]] = {}
    for family in FAMILIES:
        for half, held in HALVES.items():
            mine = [t for g, t in rows if family in ("all", g.get("family")) and bool(g.get("held_out")) in held]
            if mine:
                whole = total(mine)
                values: Figures = {"bulletins": len(mine), **{name: whole.figure(name) for name in COUNTED}}
                table.setdefault(family, {})[half] = values
    return table


def as_table(table: dict[str, dict[str, Figures]]) -> str:
    """All in three lines, every family in two."""
    lines = [
        [family, half, values["bulletins"], *(values[name] for name in COUNTED)]
        for family, halves in table.items()
        for half, values in halves.items()
        if family == "all" or half != "both"
    ]
    formats = ("", "", "", *(".3f" for _ in COUNTED))
    return tabulate(lines, ("family", "half", "n", *COUNTED), "simple", floatfmt=formats, missingval="-")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path, default=GOLD)
    arguments.add_argument("--json", action="store_true", help="the figures as JSON: family, half, measure")
    arguments.add_argument("--wrong", action="store_true", help="list what went wrong in the tuned half")
    arguments.add_argument("--only", metavar="NNN", help="this bulletin alone")
    options = arguments.parse_args()
    rows = [(g, t) for g, t in measured(options.folder) if options.only in (None, g["id"])]
    table = figures(rows)
    print(json.dumps(table, indent=1) if options.json else as_table(table))
    if options.wrong:
        for gold, tally in rows:
            if not gold.get("held_out") and tally.wrong:
                print(f"\n{gold['id']}:", *tally.wrong, sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
