"""`check`: the rules over the facts of a bulletin; what they find, in order of place."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from attrib import exactness
from attrib.exactness import Met
from attrib.facts import Subject, reach
from attrib.facts.view import View
from attrib.garbage import uncollected
from attrib.keeping.reuse import Memo, Start
from attrib.model import Analysis, Edit, Finding, Fix, Related, Span
from attrib.rulebook.book import Change, Rule, Rulebook
from attrib.rulebook.plans import Plan
from attrib.values import evolve
from attrib.withheld import suppression

if TYPE_CHECKING:
    from attrib.registry import Registry
    from attrib.withheld.suppression import Ignored, Suppressed


@uncollected
def check(
    analysis: Analysis,
    rulebook: Rulebook,
    *,
    registry: Registry | None = None,
    ignored: Sequence[Ignored] = (),
    memo: Memo | None = None,
) -> tuple[Finding, ...]:
    """The findings of a bulletin, ordered by span, those that the draft suppresses left out.

    ``registry`` is the one the analysis was made with, if not the one that ships; ``ignored`` are suppressions that
    stand elsewhere than in the draft. ``memo``, the one that the analysis was made with, keeps what is found in an item
    for the next version. Raises RuleError where a pattern of a rule takes too long.

    >>> from attrib import analyse, load_rulebook, read_text
    >>> analysis = analyse(read_text("Crews walked out on Monday (Interfax, May 4. Nobody was hurt."))
    >>> [finding.message for finding in check(analysis, load_rulebook()) if finding.code == "C103"]
    ['the closing bracket of this citation is missing']
    """
    view = View(analysis, registry)
    findings = _of_text(view, rulebook, memo)
    suppressed = (*suppression.read(analysis, rulebook.known), *ignored)
    if not suppressed:
        return findings
    kept, suppressed = suppression.apply(findings, suppressed, frozenset(rule.code for rule in rulebook.rules))
    view = evolve(view, ignored=suppressed)
    judged = _found(view, _all(view, (plan for plan in rulebook.plans if plan.subject.name == "suppression")))
    return _ordered([*kept, *judged])


def suppressed(
    analysis: Analysis, rulebook: Rulebook, *, registry: Registry | None = None, ignored: Sequence[Ignored] = ()
) -> tuple[Suppressed, ...]:
    """What `check` leaves out, ordered by span, each with what keeps it back. Raises as `check` does."""
    found = _of_text(View(analysis, registry), rulebook)
    return suppression.held(found, (*suppression.read(analysis, rulebook.known), *ignored))


def _of_text(view: View, rulebook: Rulebook, memo: Memo | None = None) -> tuple[Finding, ...]:
    """What the rules find that judge the text itself, and not its suppressions."""
    plans = [plan for plan in rulebook.plans if plan.subject.name != "suppression"]
    if memo and (items := reach.items(view, memo)):
        return _of_items(view, plans, rulebook, items, memo)
    return _found(view, _all(view, plans))


Asked = Iterable[tuple[Plan, Iterable[int]]]
"""The subjects, by index, that each plan is asked of."""


def _all(view: View, plans: Iterable[Plan]) -> Asked:
    return ((plan, range(plan.subject.count(view))) for plan in plans)


def _of_items(
    view: View, plans: Sequence[Plan], rulebook: Rulebook, items: Sequence[reach.Item], memo: Memo
) -> tuple[Finding, ...]:
    """The same, but the items in which nothing is changed that a rule could look at are not asked again."""
    told = "findings", memo.same(rulebook), *reach.whole(view)
    keys = [(*told, *item.seen) for item in items]
    view = evolve(view, known=tuple([item.span for item, key in zip(items, keys, strict=True) if memo.knows(key)]))
    asked = _by_item(view, plans, [item.span for item in items])
    found = list(_found(view, asked.get(None, ())))
    for item, key in zip(items, keys, strict=True):
        found += memo.of(key, Start(item.span.start, item.first), partial(_found, view, asked.get(item.span, ())))
    return _numbered(_ordered(found))


def _by_item(view: View, plans: Sequence[Plan], items: Sequence[Span]) -> Mapping[Span | None, Asked]:
    """What is to be asked in each item, and outside of them all; in those of which all is known, nothing."""
    starts = [span.start for span in items]
    known = frozenset(view.known)
    asked: dict[Span | None, list[tuple[Plan, Sequence[int]]]] = defaultdict(list)
    for plan in plans:
        home, every = reach.home(plan.subject), range(plan.subject.count(view))
        if home is None:
            asked[None].append((plan, every))
            continue
        here: dict[Span | None, list[int]] = defaultdict(list)
        for index in every:
            start = home(view, index).start
            before = bisect_right(starts, start) - 1
            item = items[before] if before >= 0 and start < items[before].end else None
            if item not in known:
                here[item].append(index)
        for span, indices in here.items():
            asked[span].append((plan, indices))
    return asked


def _numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each with the how manieth of the whole bulletin it is."""
    equals: Counter[tuple[str, str]] = Counter()
    numbered = []
    for finding in findings:
        key = finding.code, finding.words.casefold()
        equals[key] += 1
        numbered.append(finding if finding.ordinal == equals[key] else evolve(finding, ordinal=equals[key]))
    return tuple(numbered)


def _found(view: View, asked: Asked) -> tuple[Finding, ...]:
    met: list[Met] = []
    for plan, indices in asked:
        for rule, index in plan.met(view, indices):
            span = rule.at.value(view, index) or rule.subject.span(view, index)
            met.append(Met(span, rule.code, len(met), rule, index))
    met.sort()
    met, severities = exactness.kept(view, met)
    before = None
    equals: dict[tuple[str, str], int] = {}
    findings = []
    for span, code, _, rule, index in met:
        if (span, code) == before:
            continue
        before = span, code
        words = _words(view, rule.subject, index)
        key = code, words.casefold()
        equals[key] = equals.get(key, 0) + 1
        finding = _finding(view, rule, index, span, words, equals[key])
        severity = severities.get((code, index), rule.severity) if severities else rule.severity
        findings.append(finding if severity == rule.severity else evolve(finding, severity=severity))
    return tuple(findings)


def _finding(view: View, rule: Rule, index: int, span: Span, words: str, ordinal: int) -> Finding:
    return Finding(
        rule.code,
        rule.name,
        rule.severity,
        view.analysis.document.path,
        span,
        rule.text.fill(view, index),
        rule.why,
        words,
        _related(view, rule, index) if rule.related else (),
        _fix(view, rule.change, index) if rule.change else None,
        ordinal,
    )


def _related(view: View, rule: Rule, index: int) -> tuple[Related, ...]:
    found: list[Related] = []
    for fact, message in rule.related:
        places = fact.value(view, index)
        if fact.kind.many:
            found += [Related(place, message) for place in places]
        elif places is not None:
            found.append(Related(places, message))
    return tuple(found)


def _fix(view: View, change: Change, index: int) -> Fix | None:
    """The edit of a rule's template; ``None`` where a fact that it needs is not known."""
    at, text = change.at.value(view, index), change.text.fill_known(view, index)
    return None if at is None or text is None else Fix(change.safety, (Edit(at, text),))


def _words(view: View, subject: Subject, index: int) -> str:
    """The subject's words, blanks made even; of a bulletin none, for it is the same whatever it says."""
    if subject.name == "bulletin":
        return ""
    return " ".join(subject.span(view, index).of(view.prose).split())


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.span, finding.code)))
