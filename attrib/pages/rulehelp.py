"""What a rule says of itself beside a finding, as text and as Markdown: why, on whose authority, and an example."""

from __future__ import annotations

from collections.abc import Iterator

from attrib.errors import RuleError
from attrib.outputs.markdown import escaped
from attrib.rulebook import Rule
from attrib.rulebook.examples import Example, examples
from attrib.terminal import inert


def help_text(rule: Rule) -> str:
    """Plain paragraphs."""
    parts = [rule.summary, rule.why, f"Authority: {rule.authority}"]
    parts += (f"{title}: {_even(example.text)}" for title, example in _shown(rule))
    return "\n\n".join(map(inert, parts)) + "\n"


def help_markdown(rule: Rule) -> str:
    """The same with the flagged words of the example in bold."""
    parts = [f"**{rule.code} {rule.name}**: {escaped(rule.summary)}", escaped(rule.why)]
    parts.append(f"*Authority:* {escaped(rule.authority)}")
    parts += (f"{title}:\n\n> {_bold(example)}" for title, example in _shown(rule))
    return "\n\n".join(parts) + "\n"


def _shown(rule: Rule) -> Iterator[tuple[str, Example]]:
    """The first example of either kind; none where the rule's file has gone or is malformed."""
    try:
        known = examples(rule)
    except RuleError:
        return
    for kind, title in (("bad", "Flagged"), ("good", "Left alone")):
        yield from ((title, example) for example in [one for one in known if one.kind == kind][:1])


def _bold(example: Example) -> str:
    text, shown, at = example.text, "", 0
    for flagged in example.flag:
        if (start := text.find(flagged, at)) >= 0:
            shown += f"{escaped(text[at:start])}**{escaped(flagged.strip())}**"
            at = start + len(flagged)
    return " ".join((shown + escaped(text[at:])).split())


def _even(text: str) -> str:
    return " ".join(text.split())
