"""Citations in running text, the habit of the newsline style: the outlet, its verb and the day."""

from __future__ import annotations

import datetime as dt

import pytest

from attrib.analysis import analyse
from attrib.inputs import read_text
from attrib.model import Analysis, Reference

ISSUE = dt.date(1999, 12, 3)


def newsline(text: str) -> Analysis:
    return analyse(read_text(text), date=ISSUE, style="newsline")


def shown(text: str) -> list[tuple[str, list[str]]]:
    got = newsline(text)
    assert all(c.form == "inline" for c in got.citations)
    return [(c.span.of(text), [f"{r.written} {_days(r.dates)}" for r in c.references]) for c in got.citations]


def _days(dates: object) -> str:
    return " ".join(f"{d.first:%d.%m}" for d in dates)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "head",
    [
        "FERRY SINKS [1 DEC]\n\n",
        "[1 Dec] FERRY SINKS\n\n",
        "FERRY SINKS (December 1)\n\n",
        "FERRY SINKS\n\nRIGA, 1 December (AFP) -- The harbor is closed. ",
        "FERRY SINKS\n\nRIGA/TALLINN, December 1 -- The harbor is closed. ",
    ],
)
def test_the_day_that_heads_an_item_is_that_of_what_it_cites_without_one(head: str) -> None:
    text = (
        f"{head}The ferry sank (Interfax). It was old (Trud, 30 November).\n\nMINERS STRIKE\n\nThey struck (Interfax)."
    )
    *_, first, second, other = analyse(read_text(text), date=ISSUE).citations
    assert [_days(c.references[0].dates) for c in (first, second, other)] == ["01.12", "30.11", ""]


@pytest.mark.parametrize("head", ["3-9 May", "[3-9 MAY]", "Press review (3-9 May)", "3 and 4 May"])
def test_a_period_in_a_heading_is_no_day_of_what_is_cited_below_it(head: str) -> None:
    (citation,) = analyse(read_text(f"# {head}\n\nThe ferry sank (Interfax).", "a.md"), date=ISSUE).citations
    assert citation.references[0].dates == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (  # the day of whom it was told, in a bracket of its own
            "The mayor told Interfax (1 December) that the ferry sank, and the daily Trud (2 December).",
            [("told Interfax (1 December)", ["Interfax 01.12"])],
        ),
        (  # what speaks for an outlet
            "The ferry sank, AFP's Moscow bureau reported on 2 December.",
            [("AFP's Moscow bureau reported on 2 December", ["AFP's Moscow bureau 02.12"])],
        ),
        (
            "The mayor told RFE/RL's Yerevan bureau on 1 December that it sank, and told Severny News two days later how.",
            [
                ("told RFE/RL's Yerevan bureau on 1 December", ["RFE/RL's Yerevan bureau 01.12"]),
                ("told Severny News two days later", ["Severny News 03.12"]),
            ],
        ),
        (
            "The mayor told Reuters' Tirana office on 1 December that it sank.",
            [("told Reuters' Tirana office on 1 December", ["Reuters' Tirana office 01.12"])],
        ),
        (
            "The ferry sank, an RFE/RL correspondent in Riga reported on 2 December.",
            [("RFE/RL correspondent in Riga reported on 2 December", ["RFE/RL 02.12"])],
        ),
        (
            "AFP's correspondents in Riga and Ventspils reported on 2 December that it sank.",
            [("AFP's correspondents in Riga and Ventspils reported on 2 December", ["AFP's correspondents 02.12"])],
        ),
        (
            "The mayor told a Reuters reporter in Riga on 2 December that it sank.",
            [("told a Reuters reporter in Riga on 2 December", ["Reuters 02.12"])],
        ),
        (
            "RFE/RL's correspondent Anna Berzina reported from Riga on 2 December that it sank.",
            [
                (
                    "RFE/RL's correspondent Anna Berzina reported from Riga on 2 December",
                    ["RFE/RL's correspondent 02.12"],
                )
            ],
        ),
        (
            "On 2 December, an AFP correspondent in Riga reported that it sank.",
            [("On 2 December, an AFP correspondent in Riga reported", ["AFP 02.12"])],
        ),
        ("A BBC correspondent in Riga was arrested on 2 December.", []),
        ("A former RFE/RL correspondent said on 2 December that he was ill.", []),
        ('"Trud" Ivan Petrov reported on 2 December that it sank.', []),
        (  # what an outlet brought out
            'The bill had been leaked by "Vedomosti" on 1 December. It was first revealed by the daily "Trud" on 2 December.',
            [
                ('leaked by "Vedomosti" on 1 December', ["Vedomosti 01.12"]),
                ('revealed by the daily "Trud" on 2 December', ["Trud 02.12"]),
            ],
        ),
        ('The bill was disclosed by "Harmony" on 1 December.', []),  # a party
        ("The bill was leaked by the ministry on 1 December.", []),
        (  # papers that did more than say
            'Interfax reported on 1 December that it sank. "Trud" the same day put the loss at 20 million, while "Izvestia" '
            "on 2 December could find no more than 9.",
            [
                ("Interfax reported on 1 December", ["Interfax 01.12"]),
                ('"Trud" the same day', ["Trud 01.12"]),
                ('"Izvestia" on 2 December', ["Izvestia 02.12"]),
            ],
        ),
        ('"Trud" on 2 December was closed by a court.', []),
        ('"Trud" on 2 December misstated the length of the ferry.', []),  # a correction, and no report
        (  # the outlets named before
            "Interfax and AFP reported on 1 December that it sank. The two agencies reported the next day that it rose.",
            [
                ("Interfax and AFP reported on 1 December", ["Interfax 01.12", "AFP 01.12"]),
                ("The two agencies reported the next day", ["Interfax 02.12", "AFP 02.12"]),
            ],
        ),
        (
            '"Trud" reported on 1 December that it sank. The paper said on 2 December that it rose.',
            [('"Trud" reported on 1 December', ["Trud 01.12"]), ("The paper said on 2 December", ["Trud 02.12"])],
        ),
        (
            "AFP reported on 1 December that it sank. The paper said on 2 December that it rose.",
            [("AFP reported on 1 December", ["AFP 01.12"])],
        ),
        (
            "It sank, according to a 2 December report by Interfax. A 1 December report on NTV said that it was old.",
            [
                ("2 December report by Interfax", ["Interfax 02.12"]),
                ("1 December report on NTV", ["NTV 01.12"]),
            ],
        ),
        (
            "On 1 and 2 December, AFP and Reuters reported respectively that it sank and that it rose.",
            [("On 1 and 2 December, AFP and Reuters reported", ["AFP 01.12", "Reuters 02.12"])],
        ),
        (
            "The ferry sank on 1 December, ITAR-TASS reported on 2 December.",
            [("ITAR-TASS reported on 2 December", ["ITAR-TASS 02.12"])],
        ),
        (
            "Interfax on 2 December quoted the mayor as saying that the ferry sank.",
            [("Interfax on 2 December", ["Interfax 02.12"])],
        ),
        ("According to Interfax on 2 December, it sank.", [("According to Interfax on 2 December", ["Interfax 02.12"])]),
        (
            "The mayor told Interfax on 2 December that the ferry was old.",
            [("told Interfax on 2 December", ["Interfax 02.12"])],
        ),
        (
            "It sank on 1 December, ITAR-TASS reported the same evening.",
            [("ITAR-TASS reported the same evening", ["ITAR-TASS 01.12"])],
        ),
        (
            "It sank on 1 December, ITAR-TASS reported the same day.",
            [("ITAR-TASS reported the same day", ["ITAR-TASS 01.12"])],
        ),
        (
            "It sank on 1 December, ITAR-TASS reported the next day.",
            [("ITAR-TASS reported the next day", ["ITAR-TASS 02.12"])],
        ),
        (
            "It was raised on 2 December. ITAR-TASS had reported the previous day that it sank.",
            [("ITAR-TASS had reported the previous day", ["ITAR-TASS 01.12"])],
        ),
        (
            "Interfax reported on 1 December and ITAR-TASS on 2 December that the ferry sank.",
            [("Interfax reported on 1 December and ITAR-TASS on 2 December", ["Interfax 01.12", "ITAR-TASS 02.12"])],
        ),
        (
            'The daily "Izvestiya" wrote on 2 December that the ferry was old.',
            [('"Izvestiya" wrote on 2 December', ["Izvestiya 02.12"])],
        ),
        (
            "Ekho Moskvy radio reported on 2 December that the ferry was old.",
            [("Ekho Moskvy radio reported on 2 December", ["Ekho Moskvy radio 02.12"])],
        ),
        (  # a blank is lost
            "The captain told Interfax on2 December that the ferry was old.",
            [("told Interfax on2 December", ["Interfax 02.12"])],
        ),
    ],
)  # fmt: skip
def test_outlets_with_their_day(text: str, found: list[tuple[str, list[str]]]) -> None:
    assert shown(text) == found


@pytest.mark.parametrize(
    ("text", "span", "references"),
    [
        # several outlets of one verb
        ("Interfax and RIA Novosti reported on 2 December that it sank.", "Interfax and RIA Novosti reported on 2 December", "Interfax 02.12, RIA Novosti 02.12"),
        ("Interfax, ITAR-TASS, and AP reported on 2 December that it sank.", "Interfax, ITAR-TASS, and AP reported on 2 December", "Interfax 02.12, ITAR-TASS 02.12, AP 02.12"),
        ("It sank, Interfax and ITAR-TASS reported on 1 and 2 December, respectively.", "Interfax and ITAR-TASS reported on 1 and 2 December", "Interfax 01.12, ITAR-TASS 02.12"),
        ('"Trud" and "Izvestiya" wrote on 2 December that it sank.', '"Trud" and "Izvestiya" wrote on 2 December', "Trud 02.12, Izvestiya 02.12"),
        ("The mayor told ITAR-TASS and Interfax on 2 December that it sank.", "told ITAR-TASS and Interfax on 2 December", "ITAR-TASS 02.12, Interfax 02.12"),
        # the day in other places
        ("On 2 December, ITAR-TASS reported that it sank.", "On 2 December, ITAR-TASS reported", "ITAR-TASS 02.12"),
        ("It sank. But on 2 December Interfax quoted the owner as saying it did not.", "on 2 December Interfax quoted", "Interfax 02.12"),
        ("Reuters reported from Omsk late on 2 December that it sank.", "Reuters reported from Omsk late on 2 December", "Reuters 02.12"),
        ("Interfax, citing the owner, reported on 2 December that it sank.", "Interfax, citing the owner, reported on 2 December", "Interfax 02.12"),
        ('"Izvestiya," the Moscow daily, reported on 2 December that it sank.', '"Izvestiya," the Moscow daily, reported on 2 December', "Izvestiya 02.12"),
        ('"Izvestiya" of 2 December reported that it sank.', '"Izvestiya" of 2 December', "Izvestiya 02.12"),
        ("Interfax's 2 December report says that it sank.", "Interfax's 2 December", "Interfax 02.12"),
        ("A 2 December Interfax report says that it sank.", "2 December Interfax", "Interfax 02.12"),
        ('In its 2 December issue, "Kommersant-Daily" published his letter.', 'In its 2 December issue, "Kommersant-Daily" published', "Kommersant-Daily 02.12"),
        ('In an interview published in the 2 December issue of "Trud," he denied it.', 'published in the 2 December issue of "Trud,"', "Trud 02.12"),
        ('In an interview with "Trud" published on 2 December, he denied it.', 'interview with "Trud" published on 2 December', "Trud 02.12"),
        ('In a letter published on 2 December in "Trud," he denied it.', 'published on 2 December in "Trud,"', "Trud 02.12"),
        ('Writing in "Trud" on 2 December, he denied it.', 'Writing in "Trud" on 2 December', "Trud 02.12"),
        ("The owner, as quoted by Interfax on 2 December, denied it.", "quoted by Interfax on 2 December", "Interfax 02.12"),
        # days that are told
        ("It sank, Interfax reported on Thursday.", "Interfax reported on Thursday", "Interfax 02.12"),
        ("It sank, Interfax reported on Friday.", "Interfax reported on Friday", "Interfax 03.12"),
        ("It sank, Interfax reported on Saturday.", "Interfax reported on Saturday", "Interfax 27.11"),
        ("It sank, Interfax reported yesterday.", "Interfax reported yesterday", "Interfax 02.12"),
        ('He denied it in an interview in yesterday\'s "Trud".', 'interview in yesterday\'s "Trud"', "Trud 02.12"),
        ("It sank on 30 November. The next day, Interfax reported that it was raised.", "The next day, Interfax reported", "Interfax 01.12"),
        ("It sank on 1 December. ITAR-TASS reported the previous day that it was old.", "ITAR-TASS reported the previous day", "ITAR-TASS 30.11"),
        ("On 2 December he said it will sail on 12 December, Interfax reported the same day.", "Interfax reported the same day", "Interfax 02.12"),
        # relays
        ("AP reported on 2 December, citing Interfax, that it sank.", "AP reported on 2 December, citing Interfax", "Interfax 02.12 via AP"),
        ("AP, citing Interfax, reported on 2 December that it sank.", "AP, citing Interfax, reported on 2 December", "Interfax 02.12 via AP"),
        ('The owner wrote in "Trud," as quoted by Interfax on 2 December, that it sank.', '"Trud," as quoted by Interfax on 2 December', "Trud 02.12 via Interfax"),
        ('AP reported on 2 December, citing "525 Gazet."', 'AP reported on 2 December, citing "525 Gazet."', "525 Gazet 02.12 via AP"),
        ('AP reported on 2 December, citing "Trud."', 'AP reported on 2 December, citing "Trud."', "Trud 02.12 via AP"),
        # where somebody said it on
        ("The owner said on Hungarian Radio on 2 December that it sank.", "said on Hungarian Radio on 2 December", "Hungarian Radio 02.12"),
        ("The owner said on NTV television on 2 December that it sank.", "said on NTV television on 2 December", "NTV television 02.12"),
        ("The owner announced on the private NTV on 2 December that it sank.", "announced on the private NTV on 2 December", "NTV 02.12"),
        # papers that nobody knows
        ('The newspaper "Vechernyaya Pravda" reported on 2 December that it sank.', '"Vechernyaya Pravda" reported on 2 December', "Vechernyaya Pravda 02.12"),
        ('"Zarya" wrote on 2 December that it sank.', '"Zarya" wrote on 2 December', "Zarya 02.12"),
        ("The weekly Severnaya Zarya wrote on 2 December that it sank.", "Severnaya Zarya wrote on 2 December", "Severnaya Zarya 02.12"),
        ('He told "Zarya" on 2 December that it sank.', 'told "Zarya" on 2 December', "Zarya 02.12"),
    ],
)  # fmt: skip
def test_habits(text: str, span: str, references: str) -> None:
    (citation,) = newsline(text).citations
    assert citation.span.of(text) == span
    assert ", ".join(map(_short, citation.references)) == references


def _short(reference: Reference) -> str:
    return f"{reference.written} {_days(reference.dates)}" + (f" via {reference.via}" if reference.via else "")


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank, Interfax reported.",
        "The ferry sank on 1 December.",
        "The ferry sank on 1 December, Interfax reported.",
        "On 1 December, the ferry sank, Interfax reported.",
        "On 1 December, Interfax said, the ferry will sail.",
        "Interfax reported that the ferry sank on 1 December.",
        "Interfax reported the arrest of its master on 1 December.",
        "Interfax quoted the owner as saying the ferry sank on 1 December.",
        "According to Interfax, on 1 December the ferry sank.",
        "The owner told Interfax that the ferry sank on 1 December.",
        "The owner said on NTV that the ferry sank on 1 December.",
        "The owner said on state television on 1 December that the ferry sank.",
        'The owner said on Monday that "40 Days" will run on 1 December.',
        "The editor of Interfax said on 1 December that the ferry sank.",
        "The office of Interfax burned on 1 December, the agency reported.",
        "NTV will broadcast the film on 12 December.",
        "Interfax has a new chief; he told guests on 2 December that he was glad.",
        "Interfax moved to a new house on 2 December.",
        "The session, Today said nothing, met on 2 December.",
        "Interfax, which had said nothing of the ferry for several weeks in spite of what all the other"
        " agencies of the country had to tell of it, moved on 2 December.",
        "It sank in December 1999, and ITAR-TASS reported the same day that it was old.",
        "ITAR-TASS reported the same day that it was old.",
        '"Yabloko" announced on 1 December that the ferry sank.',
        'The cruiser "Varyag" reported on 1 December that the ferry sank.',
        '"The ferry sank," said the owner on 1 December.',
        'The foundation "Memorial" said on 1 December that the ferry sank.',
    ],
)
def test_no_citation_without_verb_and_day(text: str) -> None:
    assert shown(text) == []


def test_the_same_day_goes_back_to_the_paragraph_before_but_not_to_another_item() -> None:
    story = "FERRY SINKS.\nIt sank on 1 December.\n\nITAR-TASS reported the same day that it was old."
    other = "FERRY RAISED.\nITAR-TASS reported the same day that it was raised."
    found = newsline(f"{story}\n\n{other}").citations
    assert [_days(c.references[0].dates) for c in found] == ["01.12"]


def test_without_a_year_a_day_is_told_all_the_same() -> None:
    text = (
        "It sank on 30 November. Interfax reported the next day that it was raised. AP reported on Friday that it sank."
    )
    found = analyse(read_text(text), style="newsline").citations
    assert [c.references[0].written for c in found] == ["Interfax"]
    assert found[0].references[0].written_dates[0].ranges[0][0][1:] == (12, 1)


def test_brackets_are_no_running_text() -> None:
    got = newsline("The ferry sank (Interfax, 2 December).")
    assert [c.form for c in got.citations] == ["parenthetical"]


def test_other_styles_have_none() -> None:
    text = "Crowds gathered (AP, December 1). The ferry sank, ITAR-TASS reported on 2 December."
    got = analyse(read_text(text), date=ISSUE, style="monitor")
    assert [c.form for c in got.citations] == ["parenthetical"]


def test_an_inline_citation_carries_its_own_sentence() -> None:
    got = newsline("The ferry sank on 1 December, ITAR-TASS reported on 2 December. It will be raised in spring.")
    assert got.supports[0].level == "single"
    assert not got.supports[1].links


def test_what_the_house_of_the_bulletin_reported_is_no_interview_of_the_bulletin() -> None:
    said = newsline("The ferry sank, RFE/RL's Riga correspondent reported on 2 December.").attributions[0]
    assert said.outlet
    assert (said.outlet.name, said.own_interview) == ("RFE/RL", False)
    said = newsline("The mayor told RFE/RL Newsline that the ferry sank.").attributions[0]
    assert said.own_interview
