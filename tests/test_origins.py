"""Origins: which references are independent of one another."""

from __future__ import annotations

import datetime as dt

import pytest

from attrib.analysis import analyse
from attrib.inputs import read_text
from attrib.linking.origins import groups
from attrib.registry import default


def origins(content: str, issue: str = "1999-12-02") -> list[list[str]]:
    text = f"The ferry sank off the northern cape ({content})."
    (citation,) = analyse(read_text(text), date=dt.date.fromisoformat(issue)).citations
    return [[citation.references[i].written for i in group] for group in groups(citation.references, default())]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        # independent
        ("Interfax, Reuters, December 1", [["Interfax"], ["Reuters"]]),
        ("AP, December 1; AFP, November 30; Interfax, December 1", [["AP"], ["AFP"], ["Interfax"]]),
        ("Severny Vestnik, Yuzhny Vestnik, December 1", [["Severny Vestnik"], ["Yuzhny Vestnik"]]),
        # one outlet
        ("Interfax, December 1; Interfax, November 30", [["Interfax", "Interfax"]]),
        ("Itar-Tass, December 1; TASS, November 30", [["Itar-Tass", "TASS"]]),
        ("Severny Vestnik, December 1; Severny vestnik, November 30", [["Severny Vestnik", "Severny vestnik"]]),
        # a listed name misspelt
        ("Interfax, December 1; Intrefax, November 30", [["Interfax", "Intrefax"]]),
        ("Reuters citing Intrefax, December 1; Interfax, AFP, November 30", [["Intrefax", "Interfax"], ["AFP"]]),
        ("Severny Kurier, Severny Kuryer, December 1", [["Severny Kurier"], ["Severny Kuryer"]]),
        ("Interfax, Interpax News, December 1", [["Interfax"], ["Interpax News"]]),
        # a state and the one party that it admits
        ("Xinhua, People's Daily, May 3", [["Xinhua", "People's Daily"]]),
        ("VNA, Nhan Dan, May 3", [["VNA", "Nhan Dan"]]),
        ("Xinhua, Nhan Dan, May 3", [["Xinhua"], ["Nhan Dan"]]),
        # one state
        ("Itar-Tass, RIA Novosti, Rossiiskaya gazeta, December 1", [["Itar-Tass", "RIA Novosti", "Rossiiskaya gazeta"]]),
        ("Itar-Tass, Xinhua, December 1", [["Itar-Tass"], ["Xinhua"]]),
        ("Itar-Tass, AP, RIA Novosti, December 1", [["Itar-Tass", "RIA Novosti"], ["AP"]]),
        # one owner
        ("The Wall Street Journal, Far Eastern Economic Review, December 1", [["The Wall Street Journal", "Far Eastern Economic Review"]]),
        # relays
        ("AFP, citing Interfax, December 1; Interfax, December 1", [["Interfax", "Interfax"]]),
        ("Vremya MN, as cited by Interfax, December 1; Interfax, December 1", [["Vremya MN"], ["Interfax"]]),
        # collectives are nobody new where they may be somebody named
        ("Itar-Tass, Russian agencies, December 1", [["Itar-Tass", "Russian agencies"]]),
        ("Russian agencies, Itar-Tass, December 1", [["Russian agencies", "Itar-Tass"]]),
        ("AFP, Russian agencies, December 1", [["AFP"], ["Russian agencies"]]),
        ("Russian agencies, Russian media, December 1", [["Russian agencies", "Russian media"]]),
        ("Interfax, local media, December 1", [["Interfax", "local media"]]),
        ("Itar-Tass, Western agencies, December 1", [["Itar-Tass"], ["Western agencies"]]),
        ("Reuters, Western agencies, December 1", [["Reuters", "Western agencies"]]),
        # a source lost from its date
        (", November 30; AP, December 1", [["", "AP"]]),
    ],
)  # fmt: skip
def test_origins(content: str, found: list[list[str]]) -> None:
    assert origins(content) == found


def test_nothing_has_no_origin() -> None:
    assert groups((), default()) == ()
