"""`attrib sources`: what is listed and left out, what a name was on a day, and what is said to a mistake."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from typing import Any

import pytest
from handmade import golden

from attrib import analyse, read_text
from attrib.cli import main


class Asked:
    """A command line of `attrib sources` and how it ended."""

    def __init__(self, capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]) -> None:
        self.status = main(["sources", *argv])
        self.out, self.err = capsys.readouterr()

    @property
    def ids(self) -> set[str]:
        return {entry["id"] for entry in json.loads(self.out)}


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("COLUMNS", "100")
    return lambda *argv: Asked(capsys, argv)


@pytest.mark.parametrize(
    ("argv", "within", "without"),
    [
        (["--country", "md"], ["moldpres", "timpul"], ["bta"]),
        (["--region", "baltics"], ["elta", "bns"], ["pap"]),
        (["--region", "baltics", "--kind", "agency"], ["elta", "leta"], ["diena"]),
        (["--country", "RU", "--control", "state", "--date", "1999-12-02"], ["itar-tass", "ort"], ["ntv", "tass"]),
        (["--country", "RU", "--control", "state", "--date", "2003-12-02"], ["ntv"], ["ort"]),
        (["--owner", "Boris Berezovsky", "--date", "2000-05-05"], ["kommersant", "tv-6"], ["ntv"]),
        (["--owner", "boris-berezovsky", "--date", "2007-05-05"], [], ["kommersant"]),
        (["--owner", "vladimir gusinsky"], ["ntv", "segodnya-moscow", "newsru-com"], ["ort"]),
        (["Segodnya", "--country", "UA"], ["segodnya-kyiv"], ["segodnya-moscow"]),
        (["Segodnya", "--date", "1994-03-01"], ["segodnya-moscow"], ["segodnya-kyiv"]),
        (["moscow", "--kind", "newspaper"], ["moscow-times"], ["radio-moscow"]),
        (["kommers"], ["kommersant", "kommersant-dengi"], []),
        (["mosc time"], ["moscow-times"], []),
        (["euter"], [], ["reuters"]),  # a part begins a word
    ],
)
def test_sources_that_fit(ask: Any, argv: list[str], within: list[str], without: list[str]) -> None:
    asked = ask(*argv, "--output-format", "json")
    if within:
        assert asked.status == 0
        assert set(within) <= asked.ids
        assert not asked.ids & set(without)
    else:
        assert asked.status == 2


@pytest.mark.parametrize(
    ("name", "argv"),
    [
        ("sources-ntv", ["NTV", "--country", "RU"]),
        ("sources-list", ["--region", "baltics", "--kind", "agency", "--date", "1999-12-02"]),
        ("sources-check-one", ["--check", "Kommersant", "--date", "2000-05-05"]),
        ("sources-check-several", ["--check", "Segodnya", "--date", "1999-12-02"]),
        ("sources-check-none", ["--check", "TASS", "--date", "1995-01-09"]),
        ("sources-check-other-years", ["--check", "TASS", "--date", "2020-01-09"]),
        ("sources-check-kinds", ["--check", "Rossiya", "--date", "2003-05-05"]),
        (
            "sources-check-json",
            ["--check", "NTV", "--country", "RU", "--date", "2001-04-14", "--output-format", "json"],
        ),
    ],
)
def test_sources_read_as_they_were_read_last(ask: Any, name: str, argv: list[str]) -> None:
    golden(f"{name}.txt", ask(*argv).out)


@pytest.mark.parametrize(
    ("argv", "status"),
    [
        (["--check", "Kommersant", "--date", "2000-05-05"], 0),
        (["--check", "Nezavisimaya", "gazeta", "--date", "2000-05-05"], 0),
        (["--check", "Kommersant"], 0),
        (["--check", "NTV", "--country", "RU", "--date", "2000-05-05"], 0),
        (["--check", "NTV", "--date", "2000-05-05"], 1),
        (["--check", "Itar-Tass", "--date", "2020-05-05"], 1),
        (["--check", "Intrefax", "--date", "2000-05-05"], 2),
        (["--check", "Kommersant", "--country", "BG"], 2),
    ],
)
def test_the_status_of_a_name(ask: Any, argv: list[str], status: int) -> None:
    assert ask(*argv).status == status


def test_a_name_on_a_day_for_a_program(ask: Any) -> None:
    argv = ("--check", "NTV", "--country", "RU", "--output-format", "json", "--date")
    day = {day: json.loads(ask(*argv, day).out) for day in ("2001-04-13", "2001-04-14")}
    assert [(then["sources"][0]["control"][0]["value"], then["verdict"]) for then in day.values()] == [
        ("private", "one"),
        ("state", "one"),
    ]
    assert [owner["name"] for owner in day["2001-04-13"]["sources"][0]["owners"]] == ["Media-MOST", "Vladimir Gusinsky"]


def test_the_registry_as_tables_for_programs(ask: Any) -> None:
    argv = ("--region", "caucasus", "--output-format")
    lines = [json.loads(line) for line in ask(*argv, "jsonl").out.splitlines()]
    rows = list(csv.DictReader(io.StringIO(ask(*argv, "csv").out)))
    assert lines == json.loads(ask(*argv, "json").out)
    assert [row["id"] for row in rows] == [line["id"] for line in lines]
    (imedi,) = (row for row in rows if row["id"] == "imedi")
    assert imedi["owner"].startswith("Badri Patarkatsishvili (2001 to February 2008); Joseph Kay (February 2008 to")
    assert imedi["aliases"] == "Imedi TV; Imedi television"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--country", "UK"], "no source is of “UK”; expected an ISO 3166-1 code such as RU or GB"),
        (["--region", "rusia"], "“rusia” is no region; did you mean “russia”?"),
        (["--region", "x"], "“x” is no region; expected one of africa, asia, baltics"),
        (["--owner", "Berezovski"], "the registry has no owner “Berezovski”; did you mean “Boris Berezovsky”?"),
        (["--kind", "papr"], "“papr” is unknown; expected agency, newspaper"),
        (["--control", "stat"], "did you mean “state”?"),
        (["--date", "1999-02-30"], "“1999-02-30” is no day of the calendar"),
        (["--country", "BG", "--region", "asia"], "no source of the registry fits all of these options"),
        (["Interfax", "--country", "BG"], "no source named “Interfax” fits all of these options"),
        (["--check", "Intrefax"], "the registry has no source “Intrefax”; did you mean “Interfax”?"),
        (["Interfax", "--check", "Reuters"], "--check asks about one name, and “Interfax” is another"),
        (["--check", "Reuters", "--output-format", "csv"], "--check answers as table or json, and not as csv"),
    ],
)
def test_what_is_said_to_a_mistake(ask: Any, argv: list[str], said: str) -> None:
    asked = ask(*argv)
    assert (asked.status, asked.out) == (2, "")
    assert said in asked.err


# --- in a bulletin ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The lower house (Duma) adopted it (Itar-Tass, December 1).", [("Itar-Tass", "itar-tass")]),
        ("It was adopted (Duma, December 1; Itar-Tass, December 1).", [("Duma", None), ("Itar-Tass", "itar-tass")]),
        ("It was adopted (Duma, BTA, December 1).", [("Duma", "duma-sofia"), ("BTA", "bta")]),
        ("It was adopted (the daily Duma, December 1).", [("daily Duma", "duma-sofia")]),
        ("He left (Pravda, Itar-Tass, December 1).", [("Pravda", "pravda-moscow"), ("Itar-Tass", "itar-tass")]),
        ("He left (Pravda, TASR, December 1).", [("Pravda", "pravda-bratislava"), ("TASR", "tasr")]),
        ("He left (Trud, BTA, December 1).", [("Trud", "trud-sofia"), ("BTA", "bta")]),
        ("He left (Trud, Interfax, December 1).", [("Trud", "trud-moscow"), ("Interfax", "interfax")]),
        ("He left (Den, UNIAN, December 1).", [("Den", "den-kyiv"), ("UNIAN", "unian")]),
        ("He left (Dnevnik, STA, December 1).", [("Dnevnik", "dnevnik-ljubljana"), ("STA", "sta")]),
    ],
)
def test_plain_words_that_are_papers(text: str, sources: list[tuple[str, str | None]]) -> None:
    analysis = analyse(read_text(text), date=dt.date(1999, 12, 2))
    read = [(r.written, r.source.id if r.source else None) for c in analysis.citations for r in c.references]
    assert read == sources


def test_a_parliament_is_no_paper_that_reports() -> None:
    text = "The Duma said that it would vote. It voted (Itar-Tass, December 1). The party lost, Duma reported."
    analysis = analyse(read_text(text), date=dt.date(1999, 12, 2))
    assert [said.outlet for said in analysis.attributions if said.outlet] == []


@pytest.mark.parametrize(
    ("bracket", "date", "level"),
    [
        ("NTV, Itar-Tass, April 12", dt.date(2001, 4, 13), "multiple"),
        ("NTV, Itar-Tass, April 14", dt.date(2001, 4, 15), "single"),  # the state's since that day
        ("NTV, Segodnya, Ekho Moskvy, April 12", dt.date(2001, 4, 13), "single"),  # of one house
        ("Kommersant, Nezavisimaya gazeta, May 5", dt.date(1998, 5, 6), "multiple"),
        ("Kommersant, Nezavisimaya gazeta, May 5", dt.date(2000, 5, 6), "single"),  # Berezovsky's
        ("Kommersant, Nezavisimaya gazeta, May 5", dt.date(2007, 5, 6), "multiple"),
    ],
)
def test_origins_are_counted_by_the_owners_of_the_day(bracket: str, date: dt.date, level: str) -> None:
    analysis = analyse(read_text(f"The minister resigned in Moscow ({bracket})."), date=date)
    assert [support.level for support in analysis.supports] == [level]
