"""SARIF 2.1.0, as GitHub's code scanning reads it: each property that its manual lists, and each limit it sets.

The properties and limits are those of the manual's page "SARIF support for code scanning". Columns count code points
and ends are exclusive. Nothing in it depends on the machine or the hour, so that two runs can be compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any
from urllib.parse import quote

from attrib.excerpt import quoted
from attrib.linehashes import line_hashes
from attrib.model import Analysis, Document, Finding, Fix, Related, Span
from attrib.outputs import Options, Report, Run, Unread, as_json
from attrib.pages.rulehelp import help_markdown, help_text
from attrib.places import MARK, from_root, region
from attrib.ranking import counted, ranked
from attrib.rulebook import Rule, load_rulebook
from attrib.summary import Shortfall, shortfalls
from attrib.terminal import inert
from attrib.values import NamedTuple
from attrib.version import __version__
from attrib.withheld.suppression import Ignored
from attrib.wording import of_link, reference

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST = 5000
"""Results of a run that code scanning shows; of a run of more than 25,000 it takes none."""
MOST_RELATED = 100
"""Locations of a result that code scanning shows."""
ROOT = "%SRCROOT%"
UNREAD, SHORTFALL, LEFT_OUT = "unread-draft", "min-supported", "results-left-out"
PROBLEM_SEVERITY = {"error": "error", "warning": "warning", "note": "recommendation"}
PRECISION = {"citation": "very-high", "crossref": "very-high", "suppression": "very-high", "date": "high"}
"""By family: what form and calendar decide is sure; what hangs on links and speakers is `medium`."""

Json = dict[str, Any]
ASKS_RULES = True


def render(reports: Sequence[Report], options: Options) -> str:
    """One log with one run. Raises RuleError where no rules are given and those that ship cannot be loaded."""
    found = ranked(reports)
    rules = options.run.rules or load_rulebook().rules
    index = {rule.code: at for at, rule in enumerate(rules)}
    drafts = {id(report.analysis.document): _draft(report, at) for at, report in enumerate(reports)}
    left_out = counted(finding.severity for finding, _ in found[MOST:])
    results = [_result(finding, drafts[id(document)], index) for finding, document in found[:MOST]]
    kept_back = [
        {**_result(one.finding, draft, index), "suppressions": [_suppression(one.by, draft)]}
        for report in reports
        for draft in (drafts[id(report.analysis.document)],)
        for one in report.suppressed
    ]
    if kept_back:  # of a run, all results say whether they are suppressed, or none does (section 3.27.23)
        results = [*({**result, "suppressions": []} for result in results), *kept_back]
    run = {
        "tool": {"driver": _driver(rules)},
        "invocations": [_invocation(options.run, shortfalls(reports), left_out)],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository that holds the drafts."}}},
        "artifacts": [{"location": draft.address, "roles": ["analysisTarget"]} for draft in drafts.values()],
        "columnKind": "unicodeCodePoints",
        "results": results[:MOST],
    }
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


# --- the tool and its run ---------------------------------------------------------------------------------------------


def _driver(rules: Sequence[Rule]) -> Json:
    """The tool with all rules that were asked: GitHub wants the same rules from every run."""
    return {
        "name": "attrib",
        "fullName": f"attrib {__version__}",
        "version": __version__,
        "semanticVersion": __version__,
        "shortDescription": {"text": "Which statements of a bulletin have no source, a weak one, or several."},
        "rules": list(map(_descriptor, rules)),
        "notifications": [
            _notice(UNREAD, "A draft was not read.", "Nothing is known of it: mend the file, or leave it out."),
            _notice(
                SHORTFALL, "Too little of a draft is supported.", "Cite more, or lower the share that is asked for."
            ),
            _notice(LEFT_OUT, "Results were left out.", "Code scanning shows so many of a run: select fewer rules."),
        ],
    }


def _notice(id: str, summary: str, help: str) -> Json:
    text = {"text": f"{summary} {help}"}
    return {"id": id, "shortDescription": {"text": summary}, "fullDescription": text, "help": text}


def _descriptor(rule: Rule) -> Json:
    return {
        "id": rule.code,
        "name": rule.name[:255],
        "shortDescription": {"text": _stopped(rule.summary, 1024)},
        "fullDescription": {"text": _stopped(f"{rule.summary.rstrip('.')}. {rule.why}", 1024)},
        "help": {"text": help_text(rule), "markdown": help_markdown(rule)},
        **({"helpUri": rule.url} if rule.url else {}),
        "defaultConfiguration": {"level": rule.severity},
        "properties": {
            "tags": ["sourcing", rule.family],
            "precision": PRECISION.get(rule.family, "medium"),
            "problem.severity": PROBLEM_SEVERITY[rule.severity],
        },
    }


def _invocation(run: Run, too_little: Sequence[Shortfall], left_out: str) -> Json:
    notifications = [_notification(draft, UNREAD) for draft in run.unread]
    notifications += (_notification(draft, SHORTFALL) for draft in too_little)
    if left_out:
        text = f"{left_out} left out: code scanning shows {MOST} results of a run, and these are the worst."
        notifications.append({"descriptor": {"id": LEFT_OUT}, "level": "warning", "message": {"text": text}})
    invocation: Json = {"executionSuccessful": not run.unread and run.status != 2}
    if run.status is not None:
        invocation["exitCode"] = run.status
    return {**invocation, "toolExecutionNotifications": notifications}


def _notification(draft: Unread | Shortfall, id: str) -> Json:
    return {
        "descriptor": {"id": id},
        "level": "error",
        "message": {"text": _stopped(draft.message)},
        "locations": [{"physicalLocation": {"artifactLocation": _address(draft.path)}}],
    }


# --- results ----------------------------------------------------------------------------------------------------------


class _Draft(NamedTuple):
    """What the results of one bulletin share. ``hashes`` are those of its lines."""

    analysis: Analysis
    address: Json
    number: int
    hashes: tuple[str, ...]

    @property
    def document(self) -> Document:
        return self.analysis.document

    def location(self, span: Span) -> Json:
        return {
            "artifactLocation": {**self.address, "index": self.number},
            "region": {**_region(self.document, span), "snippet": {"text": span.of(self.document.text)}},
        }


def _draft(report: Report, number: int) -> _Draft:
    document = report.analysis.document
    hashes = line_hashes(_as_uploaded(document)) if report.findings or report.suppressed else ()
    return _Draft(report.analysis, _address(report.path), number, hashes)


def _as_uploaded(document: Document) -> str:
    """What the upload action reads: the file as UTF-8, its mark a letter, and U+FFFD for what is no UTF-8."""
    text = document.file_text
    if document.marked:
        return MARK + text
    if document.encoding.startswith("utf"):  # of UTF-16 it would see other lines than there are
        return text
    with suppress(LookupError, UnicodeError):
        return text.encode(document.encoding).decode("utf-8", "replace")
    return text


def _result(finding: Finding, draft: _Draft, index: Mapping[str, int]) -> Json:
    related = list(_related(finding, draft.analysis))[:MOST_RELATED]
    result: Json = {"ruleId": finding.code}
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    result |= {
        "level": finding.severity,
        "message": {"text": _message(finding, related, draft.document)},
        "locations": [{"physicalLocation": draft.location(finding.span)}],
        "partialFingerprints": {
            "primaryLocationLineHash": draft.hashes[draft.document.origin(finding.span.start).line - 1],
            "attribFinding/v1": finding.fingerprint,
        },
    }
    if related:
        result["relatedLocations"] = [
            {"id": at, "message": {"text": _stopped(one.message)}, "physicalLocation": draft.location(one.span)}
            for at, one in enumerate(related, 1)
        ]
    if finding.fix and not draft.document.extracted:
        result["fixes"] = [_fix(finding.fix, draft)]
    return result


def _suppression(by: Ignored, draft: _Draft) -> Json:
    """A comment of the draft is in the source, and an entry of a file beside it is not."""
    said = {"kind": "external" if by.sidecar else "inSource", "justification": inert(by.reason or "")}
    return said if by.sidecar else {**said, "location": {"physicalLocation": draft.location(by.comment)}}


def _related(finding: Finding, analysis: Analysis) -> Iterator[Related]:
    """The places the rule points at, then the references that were weighed for the claims it speaks of, each once."""
    seen = set()
    weighed = (
        Related(of_link(analysis, link).span, f"{reference(of_link(analysis, link))}: {verdict}")
        for claim, support in zip(analysis.claims, analysis.supports, strict=True)
        if claim.span.meets(finding.span)
        for links, verdict in ((support.links, "carries the claim"), (support.dropped, "cannot carry the claim"))
        for link in links
    )
    for one in (*finding.related, *weighed):
        if one.span not in seen:
            seen.add(one.span)
            yield one


def _message(finding: Finding, related: Sequence[Related], document: Document) -> str:
    """What is wrong, with a link to each place that the rule points at: code scanning shows no others."""
    links = [
        f"[{_label(quoted(document, one.span, 48))}]({at}) ({inert(one.message)})"
        for at, one in enumerate(related[: len(finding.related)], 1)
    ]
    said = _stopped(finding.message)
    return f"{said} See {', '.join(links)}." if links else said


def _fix(fix: Fix, draft: _Draft) -> Json:
    replacements = [
        {"deletedRegion": _region(draft.document, edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": f"A fix that is {fix.safety}."},
        "artifactChanges": [{"artifactLocation": draft.address, "replacements": replacements}],
    }


def _region(document: Document, span: Span) -> Json:
    line, column, end_line, end_column = region(document, span)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _address(path: str) -> Json:
    """A URI from the root of the repository; a whole one for a file that is not in it."""
    inside = from_root(path)
    if inside.startswith("/") or inside[1:2] == ":":
        return {"uri": f"file://{'' if inside.startswith('/') else '/'}{quote(inside, safe='/:')}"}
    return {"uri": quote(inside), "uriBaseId": ROOT}


def _stopped(text: str, most: int | None = None) -> str:
    """Text for people with a stop at its end, in which nothing is a link (SARIF 2.1.0, section 3.11.6)."""
    even = inert(text).replace("](", "]\u200b(").rstrip(".")
    return f"{even[: most - 1] if most else even}."


def _label(text: str) -> str:
    """The words of a link."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
