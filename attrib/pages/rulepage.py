"""The page of a rule, for people: what it asks, why, and its examples with the words it flags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrib.excerpt import underlined
from attrib.model import Span
from attrib.outputs import Options
from attrib.rulebook import Rule
from attrib.rulebook.examples import Example, examples
from attrib.terminal import glyphs, inert, paint, severity_color, wrapped
from attrib.wording import day

LABELS = 11
"""Columns of the labels at the left."""


def page(rule: Rule, options: Options) -> str:
    """The page as text. Raises RuleError where an example of the rule is malformed."""
    return "\n".join(line.rstrip() for line in _page(rule, options)) + "\n"


def _page(rule: Rule, options: Options) -> Iterator[str]:
    head = f"{rule.code} {rule.name}"
    yield f"{paint(head, 'bold', severity_color(rule.severity)) if options.color else head}"
    yield f"  {inert(rule.summary)}"
    yield ""
    yield from _labelled("severity", rule.severity, options)
    yield from _labelled("family", rule.family, options)
    yield from _labelled("asked of", f"every {rule.on}", options)
    for at, (key, value) in enumerate(rule.when.items()):
        yield from _labelled("" if at else "met where", f"{key} = {as_toml(value)}", options)
    if rule.yields_to:
        yield from _labelled("yields to", ", ".join(rule.yields_to), options)
    yield from _labelled("message", rule.message, options)
    if rule.fixable:
        yield from _labelled("fix", rule.fixable, options)
    yield from _labelled("why", rule.why, options)
    yield from _labelled("authority", rule.authority, options)
    if rule.url:
        yield from _labelled("page", rule.url, options)
    for kind, title in (("bad", "flagged"), ("good", "left alone")):
        for example in (one for one in examples(rule) if one.kind == kind):
            yield ""
            yield f"  {title}{_setting(example)}"
            yield from _shown(rule, example, options)


def _labelled(label: str, text: str, options: Options) -> Iterator[str]:
    blank = " " * (2 + LABELS)
    for at, line in enumerate(wrapped(inert(text), max(20, options.width - len(blank)))):
        yield (blank if at or not label else f"  {label:{LABELS}}") + line


def _setting(example: Example) -> str:
    """What the example sets besides its text."""
    parts = [day(example.date) if example.date else "", f"style {example.style}" if example.style else ""]
    parts.append(example.format if example.format != "plain" else "")
    said = ", ".join(filter(None, parts))
    return f" ({said})" if said else ""


def _shown(rule: Rule, example: Example, options: Options) -> Iterator[str]:
    spans = []
    start = 0
    for words in example.flag:
        start = example.text.find(words, start) if words in example.text[start:] else example.text.index(words)
        spans.append(Span(start, start + len(words)))
        start += len(words)
    bar = glyphs(options.encoding).bar
    shift = 0
    for line in example.text.split("\n"):
        own = [
            Span(max(s.start - shift, 0), s.end - shift) for s in spans if s.start < shift + len(line) and s.end > shift
        ]
        for row in underlined(line, own, options.width - 6) if line.strip() else [None]:
            yield f"  {bar} {row.text if row else ''}"
            if row and row.carets:
                carets = row.carets
                if options.color:
                    indent = len(carets) - len(carets.lstrip())
                    carets = carets[:indent] + paint(carets[indent:], severity_color(rule.severity), "bold")
                yield f"  {bar} {carets}"
        shift += len(line) + 1


def as_toml(value: object) -> str:
    """A value of a condition as its file has it."""
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {as_toml(own)}" for key, own in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return str(value)
