"""Habits of citing as data, and what is said of a style file that is not sound."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from attrib import styles
from attrib.analysis import analyse, library
from attrib.errors import RuleError
from attrib.findings import check
from attrib.inputs import read_text
from attrib.resources import tables
from attrib.rulebook import load_rulebook
from attrib.values import evolve


def test_the_styles_that_ship() -> None:
    assert {"monitor", "edm", "newsline", "notes", "generic"} <= set(styles.default().by_name)
    assert {"Monitor", "Eurasia Daily Monitor", "Newsline"} <= set(styles.default().publications())
    assert all(style.summary for style in styles.default().by_name.values())


@pytest.mark.parametrize(("name", "volume", "year"), [("monitor", 1, 1995), ("edm", 1, 2004), ("newsline", 1, 1997)])
def test_the_first_volume(name: str, volume: int, year: int) -> None:
    base = styles.default().get(name).year_base
    assert base is not None
    assert base + volume == year


def test_an_unknown_style_names_those_there_are() -> None:
    with pytest.raises(RuleError, match=r"'moniter' is unknown; there are .*monitor"):
        styles.default().get("moniter")
    with pytest.raises(RuleError, match="unknown"):
        analyse(read_text("Talks failed."), style="moniter")


@pytest.mark.parametrize(
    ("publication", "style"),
    [("Monitor", "monitor"), ("the monitor", "monitor"), ("EDM", "edm"), ("Northern Courier", None)],
)
def test_the_style_of_a_publication(publication: str, style: str | None) -> None:
    found = styles.default().of_publication(publication)
    assert (found.name if found else None) == style


def test_the_style_of_its_own_masthead_goes_before_the_generic_one() -> None:
    found = styles.default().masthead("Publication: Monitor Volume: 5 Issue: 223 and more")
    assert found is not None
    style, match = found
    assert (style.name, match["volume"], match["issue"]) == ("monitor", "5", "223")
    assert styles.default().masthead("Talks failed.") is None


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("Publication: Monitor Volume: 5 Issue: 223\n\nTalks failed.", "monitor"),
        ("Talks failed (AFP, May 3).", "generic"),
        ("Talks failed [1].\n\n[1] AFP, May 3", "notes"),
        ("Talks failed, Interfax reported on 3 May.", "newsline"),
    ],
)
def test_the_style_that_a_text_shows(text: str, style: str) -> None:
    assert analyse(read_text(text), date=dt.date(1999, 5, 4)).style == style


def test_the_style_asked_for_goes_before_the_masthead() -> None:
    text = "Publication: Monitor Volume: 5 Issue: 223\n\nTalks failed."
    assert analyse(read_text(text), style="edm").style == "edm"


def test_a_house_checks_by_a_style_of_its_own() -> None:
    courier = styles.load({"styles/courier.toml": {"name": "courier", "inline": True}})
    known = library()
    house = evolve(known, styles=styles.Styles({**known.styles.by_name, **courier.by_name}))
    got = analyse(read_text("Talks failed, Interfax reported on 3 May."), style="courier", library=house)
    assert got.style == "courier"
    assert "S101" not in {finding.code for finding in check(got, load_rulebook())}


SOUND = {
    "name": "house",
    "publications": ["Northern Courier"],
    "mastheads": ["Courier (?P<issue>\\d+)"],
    "year_base": 1990,
}


def test_a_house_style() -> None:
    style = styles.load({"styles/house.toml": SOUND}).get("house")
    assert (style.publications, style.year_base, style.inline) == (("Northern Courier",), 1990, False)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"nmae": "house"}, "styles/house.toml: key 'nmae' is unknown; expected one of .*name"),
        ({"name": "hause"}, "styles/house.toml: name is 'hause', expected 'house' like the file"),
        ({"name": 5}, "styles/house.toml: name is 5, expected str"),
        ({"year_base": "1990"}, "styles/house.toml: year_base is '1990', expected int"),
        ({"year_base": True}, "styles/house.toml: year_base is True, expected int"),
        ({"inline": "no"}, "styles/house.toml: inline is 'no', expected bool"),
        ({"mastheads": "Courier"}, "styles/house.toml: mastheads is 'Courier', expected a list of strings"),
        ({"first_issue": "in May"}, "styles/house.toml: first_issue is 'in May', expected a day like 1995-05-01"),
        ({"publications": [1]}, r"styles/house.toml: publications is \[1\], expected a list of strings"),
        ({"mastheads": ["Courier ("]}, r"styles/house.toml: masthead 'Courier \(' is no pattern: "),
    ],
)
def test_what_is_wrong_with_a_style_file(change: dict[str, Any], message: str) -> None:
    with pytest.raises(RuleError, match=message):
        styles.load({"styles/house.toml": {**SOUND, **change}})


def test_a_style_file_needs_its_name() -> None:
    with pytest.raises(RuleError, match="name is None"):
        styles.load({"styles/house.toml": {}})


def test_every_file_of_styles_is_loaded() -> None:
    assert set(tables("styles")) == set(styles.default().by_name)
