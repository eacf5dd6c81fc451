"""`check`: the rules over the facts of a bulletin; what they find, in order of place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from attrib import suppression
from attrib.facts import Subject
from attrib.facts.view import View
from attrib.model import Analysis, Edit, Finding, Fix, Related, Span
from attrib.rulebook.book import Plan, Rule, Rulebook
from attrib.values import evolve

if TYPE_CHECKING:
    from attrib.registry import Registry
    from attrib.suppression import Ignored, Suppressed


def check(
    analysis: Analysis, rulebook: Rulebook, *, registry: Registry | None = None, ignored: Sequence[Ignored] = ()
) -> tuple[Finding, ...]:
    """The findings of a bulletin, ordered by span, those that the draft suppresses left out.

    ``registry`` is the one the analysis was made with, if not the one that ships; ``ignored`` are suppressions that
    stand elsewhere than in the draft. Raises RuleError where a pattern of a rule takes too long.

    >>> from attrib import analyse, load_rulebook, read_text
    >>> analysis = analyse(read_text("Crews walked out on Monday (Interfax, May 4. Nobody was hurt."))
    >>> [finding.message for finding in check(analysis, load_rulebook()) if finding.code == "C103"]
    ['the closing bracket of this citation is missing']
    """
    view = View(analysis, registry)
    findings = _of_text(view, rulebook)
    suppressed = (*suppression.read(analysis, rulebook.known), *ignored)
    if not suppressed:
        return findings
    kept, suppressed = suppression.apply(findings, suppressed, frozenset(rule.code for rule in rulebook.rules))
    judged = _found(
        evolve(view, ignored=suppressed), (plan for plan in rulebook.plans if plan.subject.name == "suppression")
    )
    return _ordered([*kept, *judged])


def suppressed(
    analysis: Analysis, rulebook: Rulebook, *, registry: Registry | None = None, ignored: Sequence[Ignored] = ()
) -> tuple[Suppressed, ...]:
    """What `check` leaves out, ordered by span, each with what keeps it back. Raises as `check` does."""
    found = _of_text(View(analysis, registry), rulebook)
    return suppression.held(found, (*suppression.read(analysis, rulebook.known), *ignored))


def _of_text(view: View, rulebook: Rulebook) -> tuple[Finding, ...]:
    """What the rules find that judge the text itself, and not its suppressions."""
    return _found(view, (plan for plan in rulebook.plans if plan.subject.name != "suppression"))


def _found(view: View, plans: Iterable[Plan]) -> tuple[Finding, ...]:
    met = sorted(
        (
            (rule.at.value(view, index) or plan.subject.span(view, index), rule, plan.subject, index)
            for plan in plans
            for rule, index in _met(view, plan)
        ),
        key=lambda entry: (entry[0], entry[1].code),
    )
    seen: set[tuple[str, Span]] = set()
    equals: Counter[tuple[str, str]] = Counter()
    findings = []
    for span, rule, subject, index in met:
        if (rule.code, span) in seen:
            continue
        seen.add((rule.code, span))
        words = _words(view, subject, index)
        equals[rule.code, words.casefold()] += 1
        findings.append(_finding(view, rule, index, span, words, equals[rule.code, words.casefold()]))
    return tuple(findings)


def _met(view: View, plan: Plan) -> Iterator[tuple[Rule, int]]:
    """The rules of one subject that are met, with the subject's index."""
    for index in range(plan.subject.count(view)):
        for rule, meets in plan.open(view, index):
            if meets(view, index):
                yield rule, index


def _finding(view: View, rule: Rule, index: int, span: Span, words: str, ordinal: int) -> Finding:
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        path=view.analysis.document.path,
        span=span,
        message=rule.text.fill(view, index),
        why=rule.why,
        words=words,
        related=tuple(_related(view, rule, index)),
        fix=_fix(view, rule, index),
        ordinal=ordinal,
    )


def _related(view: View, rule: Rule, index: int) -> Iterator[Related]:
    for fact, message in rule.related:
        places = fact.value(view, index)
        for place in places if fact.kind.many else [places]:
            if place is not None:
                yield Related(place, message)


def _fix(view: View, rule: Rule, index: int) -> Fix | None:
    """The edit of a rule's template; ``None`` where a fact that it needs is not known."""
    if rule.change is None:
        return None
    at, text = rule.change.at.value(view, index), rule.change.text.fill_known(view, index)
    return None if at is None or text is None else Fix(rule.change.safety, (Edit(at, text),))


def _words(view: View, subject: Subject, index: int) -> str:
    """The subject's words, blanks made even; of a bulletin none, for it is the same whatever it says."""
    if subject.name == "bulletin":
        return ""
    return " ".join(subject.span(view, index).of(view.prose).split())


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.span, finding.code)))
