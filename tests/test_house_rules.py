"""Rules of a house: the facts they may name, and the desk of examples/house-rules."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from conftest import Run

from attrib.facts import subject, subject_names

DESK = Path(__file__).resolve().parent.parent / "examples" / "house-rules"


@pytest.fixture
def desk(command: Run) -> None:
    """A copy of the desk, to work in."""
    shutil.copytree(DESK, ".", dirs_exist_ok=True)


@pytest.mark.usefixtures("desk")
def test_its_rules_and_its_source_hold_for_a_bare_check(command: Run) -> None:
    ran = command("check", "--output-format", "json")
    assert ran.status == 1
    found = {one["code"]: one["severity"] for one in json.loads(ran.out)["findings"]}
    assert found == {"S901": "warning", "I901": "error", "S111": "note", "C901": "note"}
    ran = command("check", "--isolated", "--select", "C109", "--output-format", "concise", "drafts")
    assert "the registry has no source “Harbor Notices”" in ran.out


@pytest.mark.usefixtures("desk")
def test_its_style_reads_its_header(command: Run) -> None:
    def read(*options: str) -> tuple[str, str | None]:
        (document,) = json.loads(command("links", "drafts", *options, "--output-format", "json").out)["documents"]
        return document["style"], document["date"]["value"]

    assert read() == ("harbor-watch", "2000-03-15")
    assert read("--isolated") == ("generic", None)


@pytest.mark.usefixtures("desk")
def test_its_source_is_found_and_there_alone(command: Run) -> None:
    told = command("sources", "Harbor Notices")
    assert (told.status, told.out.splitlines()[1].split()) == (0, ["id", "harbor-notices"])
    assert command("sources", "--check", "Port Notices", "--date", "2001-05-04").status == 0
    assert command("sources", "Harbor Notices", "--isolated").status == 2
    assert command("sources", "Harbor Notices", "--isolated", "--registry", "sources.toml").status == 0


@pytest.mark.usefixtures("desk")
def test_its_examples_show_all_of_its_conditions(command: Run) -> None:
    ran = command("test", "--min-coverage", "100")
    assert (ran.status, ran.err) == (0, "attrib: 3 rules, 12 examples: all as they should be\n")


@pytest.mark.usefixtures("desk")
def test_its_order_is_mended_once(command: Run) -> None:
    draft = Path("drafts/harbor.txt")
    command("check", "--fix")
    mended = draft.read_text()
    assert "(Itar-Tass, March 14; Reuters, March 15)" in mended
    ran = command("check", "--fix", "--fail-on", "never")
    assert ran.status == 0
    assert draft.read_text() == mended
    assert "C901" not in ran.out


@pytest.mark.parametrize(
    ("citation", "mended"),
    [
        # what is misspelt, untidy and out of order is mended in one run
        ("(reuters,March 15; Itar-Tass, March 14)", "(Itar-Tass, March 14; Reuters, March 15)"),
        ("(Reuters, March 15, Itar-Tass, March 14)", "(Itar-Tass, March 14; Reuters, March 15)"),
        ("(Reuters, March 15; Itar-Tass, March 14; Reuters, March 15)", "(Itar-Tass, March 14; Reuters, March 15)"),
        # sources that share a day stay together, equals stay as they stand, and a line end stays where it is
        ("(Trud, AFP, March 15;\nReuters, March 14; BBC, March 15)", "(Reuters, March 14;\nTrud, AFP, March 15; BBC, March 15)"),
        # what cannot be read whole, or has other words in it, is left alone
        ("(Reuters, March 15; , March 14)", None),
        ("(Reuters, March 15; see the Monitor, March 13; Itar-Tass, March 14)", None),
        ("(Reuters, March 15; Vremya, as cited by Interfax, March 14)", None),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("desk")
def test_fixes_of_the_house_and_ours_work_together(command: Run, citation: str, mended: str | None) -> None:
    draft = Path("drafts/harbor.txt")
    head = "Publication: Monitor Volume: 6 Issue: 53\nDate: March 16, 2000\n\nTwo tankers left for Rotterdam "
    draft.write_text(f"{head}{citation}.\n")
    command("check", "--fix")
    assert draft.read_text() == f"{head}{mended or citation}.\n"
    command("check", "--fix")
    assert draft.read_text() == f"{head}{mended or citation}.\n"


# --- the facts --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", subject_names())
def test_the_facts_of_a_subject_are_listed(command: Run, name: str) -> None:
    ran = command("rules", "--facts", name, "--output-format", "json")
    entries = json.loads(ran.out)
    assert {entry["fact"] for entry in entries} == set(subject(name).facts)
    assert {entry["on"] for entry in entries} == {name}
    assert all(entry["meaning"].strip() and "\n" not in entry["meaning"] for entry in entries)
    table = command("rules", "--facts", name).out
    assert all(f" {entry['fact']} " in table for entry in entries)


def test_a_list_of_facts_says_what_each_may_hold(command: Run) -> None:
    entries = {
        one["fact"]: one for one in json.loads(command("rules", "--facts", "claim", "--output-format", "json").out)
    }
    assert entries["kind"]["words"] == ["reported", "background", "analysis"]
    assert (entries["source_names"]["kind"], entries["source_names"]["several"]) == ("text", True)
    everything = json.loads(command("rules", "--facts", "all", "--output-format", "json").out)
    assert {entry["on"] for entry in everything} == set(subject_names())
    assert "did you mean “citation”?" in command("rules", "--facts", "citaton").err


def test_a_list_of_facts_is_a_table_for_people(command: Run) -> None:
    head, _, first, *_ = command("rules", "--facts", "gap").out.splitlines()
    assert head.split() == ["on", "fact", "holds", "meaning"]
    assert first.split()[:4] == ["gap", "span", "a", "span"]
    assert [one["code"] for one in json.loads(command("rules", "--select", "C119", "--output-format", "json").out)] == [
        "C119"
    ]
