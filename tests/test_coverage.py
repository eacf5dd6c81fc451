"""`attrib test --coverage`: which conditions of a rule its examples show, and which nobody has tried."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Ran, Run

HEAD = """
code = "S901"
summary = "News of a strike rests on one source"
on = "claim"
severity = "warning"
message = "one source"
why = "A strike has two sides."
authority = "The house, on labor news"
"""
WHEN = """
[when]
kind = "reported"
support = "single"
none = [{ figures = ">= 1" }]
any = [{ text = { matches = "strike" } }, { text = { matches = "walkout" }, quotation = false }]
"""
BAD = """
[[bad]]
text = "The miners' strike spread to Vorkuta on Monday (Interfax, May 4)."
"""
GOOD = """
[[good]]
text = "The miners' strike spread to Vorkuta on Monday (Interfax, AFP, May 4)."

[[good]]
text = "The harbor was closed on Monday (Interfax, May 4)."
"""
MORE = """
[[good]]
text = "The miners' strike cost 12 million rubles on Monday (Interfax, May 4). The strike may well spread to Gori."

[[bad]]
text = "A walkout of nurses began on Monday (Interfax, May 4)."

[[good]]
text = "The walkout goes on: “We have not been paid since the winter and we are tired of it,” the nurse Anna Belova said on Monday (Interfax, May 4)."
"""


def tried(command: Run, rule: str, *argv: str) -> Ran:
    Path("house").mkdir()
    Path("house/strike-news.toml").write_text(rule, "utf-8")
    return command("test", "house", *argv)


def conditions(command: Run, rule: str) -> dict[str, tuple[int, int]]:
    """Of each condition of how many claims it was true and false."""
    (entry,) = json.loads(tried(command, rule, "--output-format", "json").out)["rules"]
    return {one["key"]: (one["true"], one["false"]) for one in entry["conditions"]}


def test_every_condition_is_counted_true_and_false(command: Run) -> None:
    assert conditions(command, HEAD + WHEN + BAD + GOOD) == {
        "kind": (3, 0),
        "support": (2, 1),
        "none[0].figures": (0, 3),
        "any[0].text": (2, 1),
        "any[1]": (0, 3),
        "any[1].text": (0, 3),
        "any[1].quotation": (3, 0),
    }


def test_the_table_names_what_was_never_seen(command: Run) -> None:
    ran = tried(command, HEAD + WHEN + BAD + GOOD, "--coverage")
    assert (ran.status, ran.err) == (
        0,
        "attrib: 1 rule, 3 examples: all as they should be; 64 % of the conditions seen\n",
    )
    head, _, *rows = ran.out.splitlines()
    assert head == "code    name           bad    good    seen  never seen"
    assert rows[0] == 'S901    strike-news      1       2    64 %  false: kind = "reported"'
    assert [row.strip() for row in rows[1:]] == [
        'true: none[0].figures = ">= 1"',
        'true: any[1] = { text = { matches = "walkout" }, quotation =',
        "false }",
        'true: any[1].text = { matches = "walkout" }',
        "false: any[1].quotation = false",
    ]


def test_examples_for_each_condition_make_it_whole(command: Run) -> None:
    ran = tried(command, HEAD + WHEN + BAD + GOOD + MORE, "--coverage", "--min-coverage", "100")
    assert (ran.status, ran.err) == (
        0,
        "attrib: 1 rule, 6 examples: all as they should be; 100 % of the conditions seen\n",
    )
    assert ran.out.splitlines()[-1].split() == ["S901", "strike-news", "2", "4", "100", "%"]


def test_too_little_coverage_is_a_fault_where_some_is_asked_for(command: Run) -> None:
    ran = tried(command, HEAD + WHEN + BAD + GOOD, "--min-coverage", "65")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.splitlines()[-1] == "attrib: 64 % of the conditions are seen; 65 % must be"
    assert command("test", "house", "--min-coverage", "64").status == 0


def test_a_rule_without_examples_has_seen_nothing(command: Run) -> None:
    ran = tried(command, HEAD + WHEN, "--coverage")
    assert ran.status == 1
    assert ran.out.splitlines()[0] == (
        "house/strike-news.toml: S901 is met by none of its examples; give it a [[bad]] one"
    )
    assert ran.out.splitlines()[3].startswith("S901    strike-news      0       0     0 %  true or false: kind = ")
    assert ran.err == "attrib: 1 rule, 0 examples: 1 fault; 0 % of the conditions seen\n"


def test_a_fault_is_told_as_without_coverage(command: Run) -> None:
    wrong = BAD.replace("strike", "picnic")
    ran = tried(command, HEAD + WHEN + wrong, "--output-format", "json")
    assert ran.status == 1
    (entry,) = json.loads(ran.out)["rules"]
    assert entry["faults"] == ["house/strike-news.toml: bad example 1: S901 flags nothing, expected a finding"]
    assert (entry["bad"], entry["good"]) == (1, 0)


def test_words_of_a_rule_cannot_steer_a_terminal(command: Run) -> None:
    ran = tried(command, HEAD + '[when]\ntext = { matches = "\\u001b\\\\[31m" }\n' + BAD, "--coverage")
    assert "\x1b" not in ran.out


# --- which rules ------------------------------------------------------------------------------------------------------

SOURCES = '[[source]]\nid = "harbor-notices"\nname = "Harbor Notices"\nkind = "newspaper"\n'
OF_THE_HOUSE = (HEAD.replace("S901", "C901") + '[when]\nname = "Harbor Notices"\n').replace('"claim"', '"reference"')
NOTICED = '[[bad]]\ntext = "Crews walked out on Monday (Harbor Notices, May 4)."\n'


@pytest.fixture
def house(command: Run) -> None:
    """A desk with rules and sources of its own."""
    Path("rules").mkdir()
    Path("rules/notices.toml").write_text(OF_THE_HOUSE + NOTICED)
    Path("sources.toml").write_text(SOURCES)


@pytest.mark.usefixtures("house")
def test_sources_of_the_house_stand_in_examples(command: Run) -> None:
    assert command("test", "rules").status == 1
    assert command("test", "rules", "--registry", "sources.toml").status == 0
    Path("attrib.toml").write_text('registry = ["sources.toml"]\n')
    assert command("test", "rules").status == 0
    assert command("test", "rules", "--isolated").status == 1


@pytest.mark.usefixtures("house")
def test_without_a_folder_the_rules_of_the_configuration_are_tried(command: Run) -> None:
    Path("attrib.toml").write_text('registry = ["sources.toml"]\nrules = ["rules", "more"]\n')
    Path("more").mkdir()
    Path("more/strike-news.toml").write_text(HEAD + WHEN + BAD)
    ran = command("test")
    assert (ran.status, ran.err) == (0, "attrib: 2 rules, 2 examples: all as they should be\n")
    assert command("test", "more").err == "attrib: 1 rule, 1 example: all as they should be\n"


def test_rules_that_ship_can_be_measured_too(command: Run) -> None:
    said: dict[str, Any] = json.loads(command("test", "--isolated", "--output-format", "json").out)
    assert said["schema"] == "attrib/test/1"
    assert all(one["true"] for rule in said["rules"] for one in rule["conditions"] if "none[" not in one["key"])
