"""JUnit read back by a library for it, and Checkstyle by a parser of XML."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from attrs import evolve
from handmade import analysis, findings, report
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, Skipped

from attrib.inputs import read_text
from attrib.model import Span
from attrib.outputs import Options, Report, Run, Unread, render

UNREAD = Options(run=Run(unread=(Unread("scan.txt", "scan.txt: is a PDF file, not text"),), status=2))


def one(text: str, message: str = "none", path: str = "a.txt") -> Report:
    """A bulletin that is one finding from end to end."""
    found = evolve(findings()[0], path=path, span=Span(0, len(text)), message=message, related=())
    return Report(evolve(analysis(), document=read_text(text, path), claims=(), supports=()), (found,))


def junit(*reports: Report, options: Options | None = None) -> JUnitXml:
    return JUnitXml.fromstring(render(reports, "junit", options).encode())


# --- JUnit ------------------------------------------------------------------------------------------------------------


def test_a_bulletin_is_a_suite_and_its_claims_are_tests() -> None:
    read = junit(report())
    assert (read.tests, read.failures, read.errors, read.skipped) == (4, 1, 0, 1)
    (suite,) = read
    assert suite.name == "drafts/harbor.txt"
    cases = list(suite)
    assert [[type(outcome) for outcome in case.result] for case in cases] == [[], [Failure], [Skipped], []]
    assert cases[0].name == "“The port of Vardo closed on Monday, the harbor master said”"
    (failure,) = cases[1].result
    assert cases[1].name.startswith("S101 uncited-statement: “The mayor blamed the ministry")
    assert failure.type == "error"
    assert failure.text.startswith("drafts/harbor.txt:3:114: no citation")
    assert "nobody in the capital would say who answers for the wreck." in failure.text
    assert "C110[note]" in (ElementTree.fromstring(suite.tostring()).findtext("system-out") or "")
    assert {case.classname for case in cases} == {"drafts/harbor.txt"}


def test_what_fails_a_draft_is_a_failed_test() -> None:
    strict = report()._replace(failing=("error", "warning", "note"))
    lenient = report()._replace(failing=())
    assert (junit(strict).tests, junit(strict).failures) == (5, 3)
    assert (junit(lenient).tests, junit(lenient).failures) == (4, 0)


def test_a_draft_that_was_not_read_is_an_error() -> None:
    read = junit(Report(analysis()), options=UNREAD)
    assert (read.tests, read.errors) == (5, 1)
    suite, _ = read
    (case,) = suite
    assert [type(outcome) for outcome in case.result] == [Error]
    assert case.result[0].message == "scan.txt: is a PDF file, not text"


def test_every_test_has_a_name_of_its_own() -> None:
    error = findings()[0]
    (suite,) = junit(Report(analysis(), (error, error, error)))
    names = [case.name for case in suite]
    assert len(set(names)) == len(names)
    assert sum(name.endswith("(3)") for name in names) == 1


# --- Checkstyle -------------------------------------------------------------------------------------------------------


def test_checkstyle_names_place_severity_and_rule() -> None:
    root = ElementTree.fromstring(render([report(), Report(analysis())], "checkstyle", UNREAD))
    assert [file.get("name") for file in root] == ["scan.txt", "drafts/harbor.txt", "drafts/harbor.txt"]
    unread, found, clean = root
    assert [error.attrib for error in unread] == [
        {"severity": "error", "message": "scan.txt: is a PDF file, not text", "source": "attrib.unread-draft"}
    ]
    assert [(e.get("line"), e.get("column"), e.get("severity"), e.get("source")) for e in found] == [
        ("3", "114", "error", "attrib.S101.uncited-statement"),
        ("5", "42", "warning", "attrib.A101.anonymous-plural"),
        ("5", "83", "info", "attrib.C110.misspelt-source"),
    ]
    assert len(clean) == 0


# --- any text ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["junit", "checkstyle"])
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("]]> <![CDATA[ &amp; <b>", "]]> <![CDATA[ &amp; <b>"),
        ("a\x00b\x1bc", "a\\x00b\\x1bc"),
        ("non-character \ufffe", "non-character \ufffd"),
        ("half \ud800", "half \\ud800"),
        ('"quoted" &#10;', '"quoted" &#10;'),
        ("<!ENTITY x SYSTEM 'file:///etc/passwd'> &x;", "<!ENTITY x SYSTEM 'file:///etc/passwd'> &x;"),
    ],
)
def test_words_come_back_as_words(format: str, text: str, shown: str) -> None:
    made = render([one(text, f"said {text}")], format)
    root = ElementTree.fromstring(made)
    assert made.isascii()
    messages = [element.get("message", "") for element in root.iter() if element.get("message")]
    assert all(message.startswith(f"said {shown}") for message in messages)


@pytest.mark.parametrize("format", ["junit", "checkstyle"])
@given(
    text=st.text(min_size=1, max_size=80),
    path=st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1, max_size=20),
)
def test_any_words_and_any_name_make_xml(format: str, text: str, path: str) -> None:
    assert len(ElementTree.fromstring(render([one(text, text, path)], format))) == 1
