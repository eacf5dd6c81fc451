"""JUnit's XML, as GitLab and Jenkins show tests: a suite a bulletin, whose tests are its claims.

A finding that fails the run is a failed test, once. A claim that none of them touches is a passed test, and one that
needs no source a skipped one, so that the share of passed tests is what the bulletin is worth. Where a share must be
supported, that is one more test. Findings that fail nothing are in the suite's output: Jenkins would call a build
unstable for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from attrib.excerpt import plain, quoted
from attrib.model import Document, Finding, Span
from attrib.outputs import Options, Report, Unread
from attrib.outputs.concise import render as concise
from attrib.places import from_here
from attrib.summary import shortfalls, supported
from attrib.xmltext import document as xml
from attrib.xmltext import held

SHORTFALL = "min-supported"
WORDS = 80
"""Columns of the words in the name of a test."""


def render(reports: Sequence[Report], options: Options) -> str:
    root = Element("testsuites", name="attrib")
    root.extend(map(_unread, options.run.unread))
    root.extend(_suite(report) for report in reports)
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    return xml(root)


def _suite(report: Report) -> Element:
    path = held(from_here(report.path))
    suite = Element("testsuite", name=path)
    names: set[str] = set()
    for name, outcome in _cases(report):
        case = SubElement(suite, "testcase", classname=path, name=_unique(held(name), names), file=path)
        if outcome is not None:
            case.append(outcome)
    if report.least is not None and supported(report) is not None:
        name = _unique(f"{report.least:g} % of the claims are supported", names)
        case = SubElement(suite, "testcase", classname=path, name=name, file=path)
        for _, message in shortfalls([report]):
            SubElement(case, "failure", type=SHORTFALL, message=message).text = f"{path}: {message}"
    milder = tuple(finding for finding in report.findings if finding.severity not in report.failing)
    if milder:
        SubElement(suite, "system-out").text = _held_lines(concise([report._replace(findings=milder)], Options()))
    return _counted(suite)


def _cases(report: Report) -> Iterator[tuple[str, Element | None]]:
    """The names of the tests with what became of them, in the order of the text."""
    analysis, document = report.analysis, report.analysis.document
    failing = [finding for finding in report.findings if finding.severity in report.failing]
    cases: list[tuple[Span, str, Element | None]] = [
        (
            finding.span,
            f"{finding.code} {finding.name}: {quoted(document, finding.span, WORDS)}",
            _failure(finding, document),
        )
        for finding in failing
    ]
    for claim, support in zip(analysis.claims, analysis.supports, strict=True):
        if not any(finding.span.meets(claim.span) for finding in failing):
            exempt = Element("skipped", message="analysis needs no source") if support.level == "exempt" else None
            cases.append((claim.span, quoted(document, claim.span, WORDS), exempt))
    for _, name, outcome in sorted(cases, key=lambda case: case[:2]):
        yield name, outcome


def _failure(finding: Finding, document: Document) -> Element:
    place = document.origin(finding.span.start)
    failure = Element("failure", type=finding.severity, message=held(finding.message))
    whole = plain(document, finding.span)
    lines = (f"{from_here(document.path)}:{place.line}:{place.column}: {finding.message}", whole, finding.why)
    failure.text = "\n".join(map(held, lines))
    return failure


def _unread(draft: Unread) -> Element:
    path = held(from_here(draft.path))
    suite = Element("testsuite", name=path)
    case = SubElement(suite, "testcase", classname=path, name="the draft can be read", file=path)
    SubElement(case, "error", type="unread-draft", message=held(draft.message)).text = held(draft.message)
    return _counted(suite)


def _counted(suite: Element) -> Element:
    suite.set("tests", str(len(suite.findall("testcase"))))
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(attribute, str(len(suite.findall(f"testcase/{tag}"))))
    return suite


def _unique(name: str, names: set[str]) -> str:
    """Of two tests of one name GitLab counts the first alone (its manual, "Unit test reports")."""
    number, unique = 1, name
    while unique in names:
        number += 1
        unique = f"{name} ({number})"
    names.add(unique)
    return unique


def _held_lines(text: str) -> str:
    return "\n".join(map(held, text.splitlines()))
