"""The rulebook: conditions, the mistakes it refuses, selection, examples."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from attrib.analysis import analyse
from attrib.errors import RuleError
from attrib.findings import check
from attrib.inputs import read_text
from attrib.rulebook import Rulebook, load_rulebook
from attrib.rulebook.examples import Example, analysis_of, run_examples
from attrib.rulebook.examples import examples as examples_of

HEAD = """
code = "S901"
summary = "A trial"
on = "claim"
severity = "error"
message = "trial"
why = "To try."
authority = "A house's own"
"""

Write = Callable[..., Path]


@pytest.fixture
def rule_file(tmp_path: Path) -> Write:
    """Writes a rule file and gives its folder: the head above with some lines changed, then the rest."""

    def write(rest: str, *, name: str = "trial", folder: str = "", **changed: str) -> Path:
        lines = [line for line in HEAD.strip().splitlines() if line.split(" = ")[0] not in changed]
        lines += [f"{key} = {value}" for key, value in changed.items() if value]
        where = tmp_path / "house" / folder
        where.mkdir(parents=True, exist_ok=True)
        (where / f"{name}.toml").write_text("\n".join(lines) + "\n" + rest, encoding="utf-8")
        return tmp_path / "house"

    return write


TEXT = """The presidents met in Batumi yesterday (Itar-Tass, Reuters, May 4). Eleven guards were killed on the way (AFP).

Trucks rolled north on Monday (Interfax, 12 May). The crossing may well stay open."""


def flagged(folder: Path, text: str = TEXT, date: dt.date | None = dt.date(1999, 5, 5)) -> list[str]:
    analysis = analyse(read_text(text), date=date)
    return [finding.span.of(text) for finding in check(analysis, load_rulebook(folder))]


PRESIDENTS = "The presidents met in Batumi yesterday"
GUARDS = "Eleven guards were killed on the way"
TRUCKS = "Trucks rolled north on Monday"
CROSSING = "The crossing may well stay open."


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ('support = "multiple"', [PRESIDENTS]),
        ('support = ["multiple", "exempt"]', [PRESIDENTS, CROSSING]),
        ('support = { not = "single" }', [PRESIDENTS, CROSSING]),
        ('support = { not = ["single", "exempt"] }', [PRESIDENTS]),
        ('support = ["multiple", { matches = "^ex" }]', [PRESIDENTS, CROSSING]),
        ("casualties = true", [GUARDS]),
        ("casualties = { not = true }", [PRESIDENTS, TRUCKS, CROSSING]),
        ("casualties = [true, false]", [PRESIDENTS, GUARDS, TRUCKS, CROSSING]),
        ("origins = 2", [PRESIDENTS]),
        ("origins = [0, 2]", [PRESIDENTS, CROSSING]),
        ('origins = ">= 2"', [PRESIDENTS]),
        ('origins = "< 2"', [GUARDS, TRUCKS, CROSSING]),
        ('origins = ["> 1", "== 7"]', [PRESIDENTS]),
        ('origins = { not = "!= 2" }', [PRESIDENTS]),
        ('text = { matches = "(?i)^the " }', [PRESIDENTS, CROSSING]),
        ('text = { not = { matches = "(?i)^the " } }', [GUARDS, TRUCKS]),
        (f'text = "{GUARDS}"', [GUARDS]),
        (f'text = ["{GUARDS}", "{TRUCKS}"]', [GUARDS, TRUCKS]),
        ("event_at = { known = true }", [PRESIDENTS, TRUCKS]),
        ("harm_at = { known = true }", [GUARDS]),
        ("age = { known = false }", [GUARDS, CROSSING]),
        ('age = { not = "<= 1" }', []),  # a fact without a value meets no test but known = false
        ('source_names = "Reuters"', [PRESIDENTS]),
        ('source_names = ["Reuters", "AFP"]', [PRESIDENTS, GUARDS]),
        ('source_names = { matches = "^I" }', [PRESIDENTS, TRUCKS]),
        ('source_names = { not = "Reuters" }', [GUARDS, TRUCKS, CROSSING]),
        ("figures_at = { known = false }", [PRESIDENTS, GUARDS, TRUCKS, CROSSING]),
        ("all = [{ casualties = true }, { support = 'single' }]", [GUARDS]),
        ("any = [{ casualties = true }, { support = 'multiple' }]", [PRESIDENTS, GUARDS]),
        ("none = [{ casualties = true }, { support = 'multiple' }]", [TRUCKS, CROSSING]),
        ("none = [{ any = [{ casualties = true }] }]\nsupport = 'single'", [TRUCKS]),
    ],
)
def test_a_condition(rule_file: Write, when: str, expected: list[str]) -> None:
    assert flagged(rule_file(f"[when]\n{when}\n")) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("day = 1999-05-04", ["Itar-Tass", "Reuters, May 4"]),
        ('day = "> 1999-05-04"', ["Interfax, 12 May"]),
        ('day = ["1999-05-12"]', ["Interfax, 12 May"]),
        ('date_form = "day-month"', ["Interfax, 12 May"]),
        ("dated = false", ["AFP"]),
    ],
)
def test_a_condition_on_references(rule_file: Write, when: str, expected: list[str]) -> None:
    assert flagged(rule_file(f"[when]\n{when}\n", on='"reference"')) == expected


@pytest.mark.parametrize(
    ("changed", "rest", "said"),
    [
        ({"code": ""}, "[when]\nfigures = 1", "code is missing"),
        ({"code": '"S1"'}, "[when]\nfigures = 1", "code: found “S1”, expected a letter and three figures"),
        ({"code": '"Q101"'}, "[when]\nfigures = 1", "found “Q101”, expected a letter"),
        ({"on": '"clam"'}, "[when]\nfigures = 1", "on: found “clam”; did you mean “claim”?"),
        ({"on": '"../claim"'}, "[when]\nfigures = 1", "on: found “../claim”; did you mean “claim”?"),
        ({"on": '"zzz"'}, "[when]\nfigures = 1", "on: found “zzz”; expected one of: attribution, bracket"),
        ({"severity": '"eror"'}, "[when]\nfigures = 1", "severity: found “eror”; did you mean “error”?"),
        ({"why": '" "'}, "[when]\nfigures = 1", "why: found ' ', expected a text"),
        ({"why": "7"}, "[when]\nfigures = 1", "why: found 7, expected a text"),
        ({"mesage": '"x"'}, "[when]\nfigures = 1", "unknown key “mesage”; did you mean “message”?"),
        (
            {"message": '"{figure}"'},
            "[when]\nfigures = 1",
            "message: a claim has no fact “figure”; did you mean “figures”?",
        ),
        ({"message": '"{figures"'}, "[when]\nfigures = 1", "message: a stray “{”"),
        ({"message": '"figures}"'}, "[when]\nfigures = 1", "message: a stray “}”"),
        ({"at": '"figures_at"'}, "[when]\nfigures = 1", "at: “figures_at” is several, each a span"),
        ({"at": '"harms_at"'}, "[when]\nfigures = 1", "at: found “harms_at”; did you mean “harm_at”?"),
        ({"at": '"figures"'}, "[when]\nfigures = 1", "at: “figures” is a whole number, expected a span: accusation_at"),
        ({"when": "7"}, "", "when: expected a table"),
        ({}, "[when]\n", "when: expected a table of at least one fact"),
        ({}, "[when]\nsuport = 'none'", "when.suport: a claim has no fact “suport”; did you mean “support”?"),
        ({}, "[when]\nsupport = 'non'", "when.support: found “non”; did you mean “none”?"),
        ({}, "[when]\nsupport = ['none', 'singel']", "when.support[1]: found “singel”; did you mean “single”?"),
        ({}, "[when]\nsupport = true", "when.support: found true, expected one of multiple, single"),
        ({}, "[when]\nsupport = []", "when.support: an empty list is never met"),
        ({}, "[when]\nsupport = [['none']]", "when.support[0]: found an array"),
        ({}, "[when]\nquotation = 'yes'", "when.quotation: found “yes”, expected true or false"),
        ({}, "[when]\nfigures = true", "when.figures: found true, expected a whole number or a comparison such as"),
        ({}, "[when]\nfigures = '>= many'", "when.figures: found “many”, expected a whole number"),
        ({}, "[when]\nfigures = '=> 2'", "when.figures: found “=> 2”, expected a whole number"),
        (
            {},
            "[when]\nfigures = { matches = '2' }",
            "figures.matches: a pattern fits a text, but this fact is a whole number",
        ),
        ({}, "[when]\nfigure_at = 3", "when.figure_at: found 3, but a span meets only { known = true }"),
        ({}, "[when]\ntext = { matches = '(' }", "when.text.matches: “(” is not a pattern: missing )"),
        ({}, "[when]\ntext = { matches = 3 }", "when.text.matches: found 3, expected a pattern"),
        ({}, "[when]\ntext = { match = 'x' }", "when.text: unknown key “match”; did you mean “matches”?"),
        (
            {},
            "[when]\ntext = { matches = 'x', not = 'y' }",
            "when.text: found 2 keys, expected one of: matches, not, known",
        ),
        ({}, "[when]\ntext = { known = 'yes' }", "when.text.known: found “yes”, expected true or false"),
        ({}, "[when]\ntext = { not = { known = true } }", "when.text.not: write known = true or known = false"),
        ({}, "[when]\nany = { figures = 1 }", "when.any: found a table, expected an array of tables"),
        ({}, "[when]\nany = []", "when.any: found an array, expected an array of tables"),
        ({}, "[when]\nany = [{ figure = 1 }]", "when.any[0].figure: a claim has no fact “figure”"),
        ({"on": '"reference"'}, "[when]\nday = '> May'", "when.day: found “May”, expected a date"),
        ({}, "fix = 'x'\n[when]\nfigures = 1", "fix: found 'x', expected a table"),
        ({}, "[when]\nfigures = 1\n[fix]\ntext = 'x'", "fix.safety: found None, expected safe or unsafe"),
        ({}, "[when]\nfigures = 1\n[fix]\nsafety = 'safe'", "fix.text: found None"),
        ({}, "[when]\nfigures = 1\n[fix]\ntxt = 'x'", "fix: unknown key “txt”; did you mean “text”?"),
        ({}, "[when]\nfigures = 1\n[fix]\ntext = '{x}'\nsafety = 'safe'", "fix.text: a claim has no fact “x”"),
        ({}, "yields_to = 'S101'\n[when]\nfigures = 1", "yields_to: found 'S101', expected codes of rules"),
        ({}, "yields_to = ['speaker']\n[when]\nfigures = 1", "yields_to: found ['speaker'], expected codes of rules"),
        ({}, "related = 7\n[when]\nfigures = 1", "related: expected a table of span facts"),
        ({}, "[related]\nfigures = 'x'\n[when]\nfigures = 1", "related: “figures” is a whole number, expected a span"),
    ],
)
def test_a_mistake_is_refused_when_the_rulebook_loads(
    rule_file: Write, changed: dict[str, str], rest: str, said: str
) -> None:
    folder = rule_file(rest, **changed)
    with pytest.raises(RuleError) as error:
        load_rulebook(folder)
    assert str(folder / "trial.toml") in str(error.value)
    assert said in str(error.value)


def test_the_folder_and_the_file_name_are_checked(rule_file: Write, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="rules of the folder date begin with D"):
        load_rulebook(rule_file("[when]\nfigures = 1", folder="date"))
    with pytest.raises(RuleError, match="small letters, figures and hyphens"):
        load_rulebook(rule_file("[when]\nfigures = 1", folder="a", name="My_Rule"))
    with pytest.raises(RuleError, match="no such folder"):
        load_rulebook(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    with pytest.raises(RuleError, match="no rule in it"):
        load_rulebook(tmp_path / "empty")


def test_a_broken_file_names_its_place(rule_file: Write) -> None:
    folder = rule_file("[when\n")
    with pytest.raises(RuleError, match=r"trial\.toml: not valid TOML"):
        load_rulebook(folder)


def test_the_data_of_a_house_are_no_rules(rule_file: Write) -> None:
    folder = rule_file("[when]\nfigures = 1")
    (folder / "registry").mkdir()
    (folder / "registry" / "ours.toml").write_text("[[source]]\n")
    assert [rule.code for rule in load_rulebook(folder).rules] == ["S901"]


def test_two_rules_of_one_code_or_name_are_refused(rule_file: Write) -> None:
    rule_file("[when]\nfigures = 1")
    folder = rule_file("[when]\nfigures = 2", name="other")
    with pytest.raises(RuleError, match="code: “S901” is taken by"):
        load_rulebook(folder)


def test_house_rules_join_those_that_ship(rule_file: Write) -> None:
    house = load_rulebook(rule_file("[when]\nfigures = 1"))
    book = load_rulebook().joined(house)
    assert book.get("s901") == house.rules[0]
    assert book.get("trial") == house.rules[0]
    with pytest.raises(RuleError, match="taken by"):
        book.joined(house)


def test_rules_are_found_by_code_prefix_family_name_and_all() -> None:
    book = load_rulebook()
    assert [rule.name for rule in book.find("S101")] == ["uncited-statement"]
    assert [rule.code for rule in book.find("uncited-statement")] == ["S101"]
    assert {rule.code[:2] for rule in book.find("s1")} == {"S1"}
    assert {rule.code[0] for rule in book.find("D")} == {"D"}
    assert book.find("date") == book.find("D")
    assert book.find("all") == book.rules
    assert book.get("Q999") is None


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("uncited-statment", "did you mean “uncited-statement”?"),
        ("S1O1", "did you mean “S101”?"),
        ("§", "begins with “§”"),
        ("", "begins with"),
    ],
)
def test_an_unknown_selection_is_answered_with_the_nearest_word(word: str, said: str) -> None:
    with pytest.raises(RuleError) as error:
        load_rulebook().find(word)
    assert said in str(error.value)


def test_a_rule_can_be_given_another_severity() -> None:
    book = load_rulebook()
    rule = evolve(book.find("S111")[0], severity="error")
    analysis = analyse(
        read_text("The presidents met in Batumi yesterday (Itar-Tass, Reuters, May 4)."), date=dt.date(1999, 5, 5)
    )
    (finding,) = check(analysis, book.only([rule]))
    assert finding.severity == "error"


def test_a_pattern_that_runs_away_stops(rule_file: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("attrib.rulebook.conditions._TIME_LIMIT", 0.05)
    folder = rule_file("[when]\ntext = { matches = '(.*a.*a.*a.*a.*a.*a.*a)+b$' }")
    with pytest.raises(RuleError, match=r"trial.toml: when.text.matches: the pattern .* took more than 0.05 s"):
        flagged(folder, "Trains " + "and " * 400 + "rolled.")


def test_a_message_fills_facts_and_keeps_braces(rule_file: Write) -> None:
    folder = rule_file(
        "[when]\ncasualties = true",
        message='"{{{text}}} {origins} {age} {source_names} {casualties} {accusation} {harm_at}"',
    )
    (finding,) = check(analyse(read_text(TEXT), date=dt.date(1999, 5, 5)), load_rulebook(folder))
    assert finding.message == f"{{{GUARDS}}} 1 unknown AFP yes no killed"


def test_behind_a_one_a_noun_is_in_the_singular(rule_file: Write) -> None:
    folder = rule_file("[when]\ncasualties = true", message='"{origins} origins, and {casualties} losses"')
    (finding,) = check(analyse(read_text(TEXT), date=dt.date(1999, 5, 5)), load_rulebook(folder))
    assert finding.message == "1 origin, and yes losses"


def test_a_message_names_several_and_days(rule_file: Write) -> None:
    folder = rule_file("[when]\nday = 1999-05-04\nname = 'Reuters'", on='"reference"', message='"{day}"')
    (finding,) = check(analyse(read_text(TEXT), date=dt.date(1999, 5, 5)), load_rulebook(folder))
    assert finding.message == "May 4, 1999"
    folder = rule_file("[when]\nsupport = 'multiple'", message='"{source_names}"')
    (finding,) = check(analyse(read_text(TEXT), date=dt.date(1999, 5, 5)), load_rulebook(folder))
    assert finding.message == "Itar-Tass and Reuters"


# --- examples ---------------------------------------------------------------------------------------------------------

CASUALTIES = "[when]\ncasualties = true\n"


@pytest.mark.parametrize(
    ("example", "said"),
    [
        (
            "[[bad]]\ntext = 'Eleven guards were killed.'\nflag = ['Eleven']",
            "S901 flags “Eleven guards were killed.”, expected “Eleven”",
        ),
        ("[[bad]]\ntext = 'Trucks rolled north.'", "bad example 1: S901 flags nothing, expected a finding"),
        ("[[bad]]\ntext = 'Trucks rolled north.'\nflag = ['Trucks']", "flags nothing, expected “Trucks”"),
        (
            "[[good]]\ntext = 'Eleven guards were killed.'",
            "good example 1: S901 flags “Eleven guards were killed.”, expected nothing",
        ),
        ("[[good]]\ntext = 'Eleven guards rested.'\nstyle = 'mnitor'", "good example 1"),
    ],
)
def test_an_example_that_fails_says_how(rule_file: Write, example: str, said: str) -> None:
    book = load_rulebook(rule_file(CASUALTIES + example))
    (failure,) = run_examples(book).failures
    assert failure.fault is not None
    assert said in failure.fault


@pytest.mark.parametrize(
    ("example", "said"),
    [
        ("[[bad]]\ntxt = 'x'", "bad example 1: unknown key “txt”; did you mean “text”?"),
        ("[[bad]]\nflag = ['x']", "bad example 1: text is missing"),
        ("[[bad]]\ntext = 3", "bad example 1: text: found 3, expected a text"),
        ("[[bad]]\ntext = 'x'\ndate = '1999-05-05'", "date: found '1999-05-05', expected a day such as 1999-12-02"),
        ("[[bad]]\ntext = 'x'\ndate = 1999-05-05T10:00:00", "expected a day"),
        ("[[bad]]\ntext = 'x'\nflag = 'x'", "flag: expected an array"),
        ("[[bad]]\ntext = 'x'\nflag = ['y']", "flag: “y” does not stand in the text"),
        ("[[good]]\ntext = 'x'\nflag = ['x']", "a good example flags nothing"),
        ("[good]\ntext = 'x'", "good: expected an array of tables"),
    ],
)
def test_a_malformed_example_is_refused(rule_file: Write, example: str, said: str) -> None:
    book = load_rulebook(rule_file(CASUALTIES + example))
    with pytest.raises(RuleError) as error:
        run_examples(book)
    assert said in str(error.value)


def test_a_rule_that_no_example_fires_is_silent(rule_file: Write) -> None:
    book: Rulebook = load_rulebook(rule_file(CASUALTIES + "[[good]]\ntext = 'Trucks rolled north.'"))
    trial = run_examples(book)
    assert trial.silent == book.rules
    assert trial.failures == ()
    (outcome,) = trial.outcomes
    assert (outcome.flagged, outcome.fault) == ((), None)
    assert str(outcome.example) == "good example 1"


def test_an_example_is_read_in_its_format_date_and_style(rule_file: Write) -> None:
    text = "---\\ntitle: x\\n---\\n\\nEleven guards *were killed*."
    example = f"[[bad]]\ntext = \"{text}\"\ndate = 2001-03-15\nstyle = 'edm'\nformat = 'markdown'"
    book = load_rulebook(rule_file(CASUALTIES + example))
    (found,) = examples_of(book.rules[0])
    assert found == Example("bad", 1, text.replace("\\n", "\n"), (), dt.date(2001, 3, 15), "edm", "markdown")
    analysis = analysis_of(found)
    assert (analysis.date.value, analysis.style, analysis.document.format) == (dt.date(2001, 3, 15), "edm", "markdown")
    assert run_examples(book).failures == ()
