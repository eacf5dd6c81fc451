"""Links: which citation carries which claim, and why."""

from __future__ import annotations

import datetime as dt

import pytest

from attrib.analysis import analyse
from attrib.inputs import read_text
from attrib.model import Analysis, Link, Support

ISSUE = dt.date(1999, 12, 2)


def read(text: str, date: dt.date = ISSUE, style: str | None = None) -> Analysis:
    return analyse(read_text(text), date=date, style=style)


def support(got: Analysis, words: str) -> Support:
    """The support of the one claim that holds these words."""
    found = [s for c, s in zip(got.claims, got.supports, strict=True) if words in c.span.of(got.document.text)]
    assert len(found) == 1, (words, [c.span.of(got.document.text) for c in got.claims])
    return found[0]


def named(got: Analysis, links: tuple[Link, ...]) -> list[str]:
    return [got.citations[link.citation].references[link.reference].written for link in links]


def carried(text: str, words: str, date: dt.date = ISSUE) -> tuple[str, list[str]]:
    """The basis of the claim's links, and whom they name."""
    got = read(text, date)
    links = support(got, words).links
    bases = {link.basis for link in links}
    assert len(bases) <= 1
    return next(iter(bases), "none"), named(got, links)


# --- the passage ------------------------------------------------------------------------------------------------------

TWO_PASSAGES = (
    "The ferry sank off the cape. All forty men aboard were saved (AP, December 1)."
    " The port was closed to all ships. The mayor promised help (Interfax, December 1)."
)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        (TWO_PASSAGES, "ferry sank", ("passage", ["AP"])),
        (TWO_PASSAGES, "forty men", ("passage", ["AP"])),
        (TWO_PASSAGES, "port was closed", ("passage", ["Interfax"])),
        (TWO_PASSAGES, "mayor promised", ("passage", ["Interfax"])),
        # behind a bracket, "the paper" is its outlet, as who speaks and as who is told
        ("The ferry sank (Trud, December 1). The paper said that it was icy. It was late.", "icy", ("earlier", ["Trud"])),
        ("The ferry sank (Trud, December 1). It was icy, its master told the paper. It was late.", "icy", ("earlier", ["Trud"])),
        # the citation of a dateline carries its paragraph, but for what another closes
        ("RIGA, December 1 (BNS) -- The ferry sank. Nobody was hurt.", "sank", ("passage", ["BNS"])),
        ("RIGA (BNS) -- The ferry sank. Nobody was hurt.", "Nobody", ("passage", ["BNS"])),
        ("RIGA (BNS) -- The ferry sank. The port was closed (AFP, December 1). It was icy.", "closed", ("passage", ["AFP"])),
        ("RIGA (BNS) -- The ferry sank. The port was closed (AFP, December 1). It was icy.", "icy", ("passage", ["BNS"])),
        # the citation behind the stop
        ("The ferry sank off the cape. (AP, December 1) The port was closed. (Interfax, December 1)", "sank", ("passage", ["AP"])),
        ("The ferry sank off the cape. (AP, December 1) The port was closed. (Interfax, December 1)", "port", ("passage", ["Interfax"])),
        # a citation in mid-sentence ends one claim and begins the next
        ("The ferry sank off the cape (AP, December 1), and the port was closed to ships (Interfax, December 1).", "sank", ("passage", ["AP"])),
        ("The ferry sank off the cape (AP, December 1), and the port was closed to ships (Interfax, December 1).", "port", ("passage", ["Interfax"])),
        # a citation right behind another shares its passage
        ("The ferry sank off the cape (AP, December 1) (Interfax, December 1).", "sank", ("passage", ["AP", "Interfax"])),
        # nothing behind the last citation
        ("The ferry sank off the cape (AP, December 1). The port was closed to all ships.", "port", ("none", [])),
        # paragraphs are apart
        ("The port was closed to all ships.\n\nThe ferry sank off the cape (AP, December 1).", "port", ("none", [])),
        ("The ferry sank off the cape (AP, December 1).\n\nThe port was closed to all ships.", "port", ("none", [])),
        # what a cross-reference closes leans on the issue it refers to
        ("The bank closed its doors (see the Monitor, November 5). The ferry sank (AP, December 1).", "bank", ("none", [])),
        ("The bank closed its doors (see the Monitor, November 5). The ferry sank (AP, December 1).", "ferry", ("passage", ["AP"])),
        # an empty citation carries nothing, and ends the passage
        ("The port was closed to all ships (). The ferry sank off the cape (AP, December 1).", "port", ("none", [])),
    ],
)  # fmt: skip
def test_passages(text: str, words: str, found: tuple[str, list[str]]) -> None:
    assert carried(text, words) == found


def test_a_comment_behind_a_citation_in_mid_paragraph_is_nobodys() -> None:
    got = read(
        "The ferry sank off the cape (AP, December 1). This apparently means that the line is finished."
        " The owner told reporters that he will sell his ships (Interfax, December 1)."
    )
    comment = support(got, "apparently")
    assert (comment.level, comment.links) == ("exempt", ())
    assert named(got, support(got, "sell his ships").links) == ["Interfax"]


# --- days -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "kept", "dropped"),
    [
        # an event of the 16th is beyond an item of the 13th
        ("The ferry sank on November 16 (Reuters, November 13; AP, November 16).", "sank", ["AP"], ["Reuters"]),
        ("The ferry sank on November 16 (Reuters, November 13; AP, November 15-16).", "sank", ["AP"], ["Reuters"]),
        ("The ferry sank yesterday (Itar-Tass, November 30; AP, December 1).", "sank", ["AP"], ["Itar-Tass"]),
        # where none can carry it, all stay
        ("The ferry sank on November 16 (Reuters, November 13).", "sank", ["Reuters"], []),
        ("The ferry sank on November 16 (Reuters, November 13; AP, November 14).", "sank", ["Reuters", "AP"], []),
        # a day that is planned happened nowhere yet
        ("The envoys will meet on December 9 (Reuters, November 13; AP, December 1).", "meet", ["Reuters", "AP"], []),
        (
            "A session is scheduled for tomorrow (Reuters, November 13; AP, December 1).",
            "session",
            ["Reuters", "AP"],
            [],
        ),
        # without a day a reference may carry anything
        ("The ferry sank on November 16 (Reuters; AP, November 16).", "sank", ["Reuters", "AP"], []),
        # no event, no judgement
        ("The ferry sank off the cape (Reuters, November 13; AP, November 16).", "sank", ["Reuters", "AP"], []),
    ],
)
def test_the_day_rule(text: str, words: str, kept: list[str], dropped: list[str]) -> None:
    got = read(text)
    found = support(got, words)
    assert (named(got, found.links), named(got, found.dropped)) == (kept, dropped)
    assert {link.basis for link in found.links} == {"dated" if dropped else "passage"}
    assert all(link.reasons for link in (*found.links, *found.dropped))


def test_the_days_of_the_next_citation_reach_back() -> None:
    text = (
        "A storm broke over the bay on November 28 and tore the roofs from the sheds.\n\n"
        "Divers found the ferry on November 29 (BNS, November 28; Itar-Tass, November 29)."
    )
    got = read(text)
    assert "BNS" in named(got, support(got, "storm").links)
    assert {link.basis for link in support(got, "storm").links} == {"dated"}


# --- to another passage -----------------------------------------------------------------------------------------------

NAMED_AHEAD = (
    "Interfax reported that the mayor of the port had resigned.\n\n"
    "The governor accepted the resignation at once (AP, December 1). Ships lay idle all day (Interfax, December 1)."
)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        (NAMED_AHEAD, "resigned", ("named", ["Interfax"])),
        (
            "The ferry sank off the cape (AP, Interfax, December 1).\n\nInterfax reported that the mayor had resigned.",
            "resigned",
            ("named", ["Interfax"]),
        ),
        # an outlet that nobody cites names its own report and no more
        ("Trud reported that the mayor had resigned.\n\nThe ferry sank (AP, December 1).", "resigned", ("none", [])),
        # the story goes on with its people
        (
            "Mayor Ivan Orlov told reporters that the port was closed.\n\n"
            "Orlov said that the ferry had been overloaded (AP, December 1).",
            "port was closed",
            ("later", ["AP"]),
        ),
        (
            "Mayor Ivan Orlov told reporters that the port was closed (AP, December 1).\n\n"
            "Orlov said that the ferry had been overloaded.",
            "overloaded",
            ("earlier", ["AP"]),
        ),
        # one citation closes the whole item
        (
            "The mayor announced that the port was closed.\n\nDivers found the ferry near the cape.\n\n"
            "Its owner was arrested at the airport (AP, Interfax, Reuters, December 1).",
            "port was closed",
            ("later", ["AP", "Interfax", "Reuters"]),
        ),
    ],
)
def test_other_passages(text: str, words: str, found: tuple[str, list[str]]) -> None:
    assert carried(text, words) == found


def test_an_outlet_that_is_named_and_not_cited_attributes() -> None:
    got = read("Trud reported that the mayor had resigned.\n\nThe ferry sank (AP, December 1).")
    assert support(got, "resigned").level == "attributed"


def test_a_person_is_no_support() -> None:
    got = read("Mayor Ivan Orlov said that the port was closed.\n\nThe ferry sank (AP, December 1).")
    assert support(got, "port was closed").level == "none"


def test_a_collective_is_no_support() -> None:
    got = read("Local media reported that the port was closed.\n\nThe ferry sank (AP, December 1).")
    assert support(got, "port was closed").level == "none"


def test_the_speaker_of_an_inline_citation_goes_on() -> None:
    got = read(
        "Mayor Ivan Orlov told Interfax on 1 December that the port was closed."
        " Orlov added that the ferry had been overloaded.",
        style="newsline",
    )
    found = support(got, "overloaded")
    assert (named(got, found.links), found.links[0].basis) == (["Interfax"], "earlier")


def test_another_speaker_is_not_told_on() -> None:
    got = read(
        "Mayor Ivan Orlov told Interfax on 1 December that the port was closed."
        " Governor Petr Sokolov added that the ferry had been overloaded.",
        style="newsline",
    )
    assert support(got, "overloaded").links == ()


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        # past a paragraph in between that cites nothing
        (
            "Mayor Ivan Orlov told reporters that the port was closed.\n\n"
            "Orlov said that divers were at work near the cape.\n\n"
            "Orlov said that the ferry had been overloaded (AP, December 1).",
            "port was closed",
            ("later", ["AP"]),
        ),
        (
            "Mayor Ivan Orlov told reporters that the port was closed (AP, December 1).\n\n"
            "Governor Petr Sokolov said that divers were at work (Interfax, December 1).\n\n"
            "Orlov said that the ferry had been overloaded.",
            "overloaded",
            ("earlier", ["AP"]),
        ),
        # whom a cited paragraph began a sentence with, and who speaks on in the next
        (
            "Mayor Ivan Orlov spent the night on the quay (AP, December 1).\n\n"
            "Orlov said that the ferry had been overloaded.",
            "overloaded",
            ("earlier", ["AP"]),
        ),
        # "he" is the one with whose name the paragraph began
        (
            "Mayor Ivan Orlov told reporters that the port was closed (AP, December 1).\n\n"
            "Orlov spoke for an hour. He said that the ferry had been overloaded.",
            "overloaded",
            ("earlier", ["AP"]),
        ),
        # of two citations the one behind his words
        (
            "Mayor Ivan Orlov told reporters that the port was closed (AP, December 1). Trud had foretold it (Trud, November 30).\n\n"
            "Orlov made two further points. He said that the ferry had been overloaded.",
            "overloaded",
            ("earlier", ["AP"]),
        ),
        # who adds to what closed the paragraph above
        (
            "The farms will be sold by the summer, a deputy minister announced (Trud, December 1).\n\n"
            "The money, he went on, is to house officers.",
            "house officers",
            ("earlier", ["Trud"]),
        ),
        # nobody goes on
        (
            "Mayor Ivan Orlov told reporters that the port was closed.\n\n"
            "Governor Petr Sokolov said that divers were at work (Interfax, December 1).",
            "port was closed",
            ("none", []),
        ),
        # the first citation of an item draws on several reports, whatever is cited further down
        (
            "The mayor closed the port on November 28 and sent for divers.\n\n"
            "Repairs will cost a million (AP, AFP, November 29; Trud, November 30).\n\n"
            "The price of power goes up in May (Interfax, December 1).",
            "closed the port",
            ("later", ["AP", "AFP", "Trud"]),
        ),
        (
            "The mayor closed the port on November 28 and sent for divers.\n\n"
            "Repairs will cost a million (AP, November 29; Trud, November 30).\n\n"
            "The price of power goes up in May (Interfax, December 1).",
            "closed the port",
            ("none", []),
        ),
        # a lead, and a second paragraph that goes on with a thing of it
        (
            "The council voted to exempt the ferries from the levy.\n\n"
            "The exemption was called a gift by the owners of the trains (AP, December 1).\n\n"
            "The price of power goes up in May (Interfax, December 1).",
            "to exempt",
            ("later", ["AP"]),
        ),
        (
            "The mayor told reporters that the port was closed.\n\n"
            "The union told reporters that nobody had been paid (AP, December 1).\n\n"
            "The price of power goes up in May (Interfax, December 1).",
            "port was closed",
            ("none", []),
        ),
        # but no later paragraph leads so
        (
            "The price of power goes up in May (Interfax, December 1).\n\n"
            "The council voted to exempt the ferries from the levy.\n\n"
            "The exemption was called a gift by the owners of the trains (AP, December 1).",
            "to exempt",
            ("none", []),
        ),
        # one citation that closes an item and names all its days
        (
            "The mayor closed the port on November 28 and sent for divers.\n\n"
            "The owner was arrested at the airport on November 29 (AP, November 28-29).",
            "closed the port",
            ("later", ["AP"]),
        ),
    ],
)
def test_who_goes_on(text: str, words: str, found: tuple[str, list[str]]) -> None:
    assert carried(text, words) == found


def test_the_bulletins_own_interview_attributes() -> None:
    got = read(
        "Publication: Monitor Volume: 5 Issue: 223\n\nMayor Ivan Orlov told the Monitor that the port was closed."
    )
    assert support(got, "port was closed").level == "attributed"


# --- who goes on telling ----------------------------------------------------------------------------------------------

INLINE = "Dockers in Mombasa emptied two holds on 1 December, Reuters reported the same day."


@pytest.mark.parametrize(
    "words",
    [
        "They carried the coffee to the mayor's door.",
        "Some of them wore masks.",
        "Minister Ivan Orlov told them that the port will stay shut.",
        "No ship was damaged, the agency said.",
        "The dockers were back at work by noon.",
        "Two cranes fell into the water.",
        "The vote among the crews was 38 to 11.",
    ],
)
def test_an_inline_citation_carries_what_goes_on_with_it(words: str) -> None:
    got = read(f"{INLINE} {words}", style="newsline")
    found = support(got, words)
    assert (named(got, found.links), {link.basis for link in found.links}) == (["Reuters"], {"earlier"})


@pytest.mark.parametrize(
    "words",
    [
        "Governor Petr Sokolov called the strike a disgrace.",
        "The harbor police declined to comment.",
        "In Lamu the port stayed open.",
        "Meanwhile, two cranes fell into the water at Lamu.",
        "Under the law the port belongs to the state.",
    ],
)
def test_an_inline_citation_does_not_carry_another_matter(words: str) -> None:
    assert support(read(f"{INLINE} {words}", style="newsline"), words).links == ()


def test_the_newspaper_is_no_radio() -> None:
    text = (
        'RFE/RL reported on 1 December that a court closed the weekly "Maritime Herald." '
        "The newspaper had alleged that coal was resold abroad."
    )
    assert support(read(text, style="newsline"), "had alleged").links == ()


def test_an_inline_citation_carries_what_comes_of_whom_it_told() -> None:
    got = read(
        "Premier Ivan Orlov met with Governor Petr Sokolov on 1 December, Reuters reported the same day."
        " Orlov promised to pay. Sokolov promised to open the port. The union of dockers was not asked.",
        style="newsline",
    )
    (link,) = support(got, "to open").links
    assert link.basis == "earlier"
    assert "Sokolov" in link.reasons[0]
    assert support(got, "union").links == ()


def test_what_goes_on_ends_with_the_first_sentence_that_does_not() -> None:
    got = read(f"{INLINE} Governor Petr Sokolov called it a disgrace. He left by sea.", style="newsline")
    assert support(got, "left by sea").links == ()


def test_a_link_carries_what_its_speaker_adds() -> None:
    text = (
        "The mayor [told El Espectador](https://www.elespectador.com/1) that the taps stay shut."
        " He washes in a bucket, he added. Growers outside the city draw from wells.\n"
    )
    got = analyse(read_text(text, format="markdown"), date=ISSUE)
    assert [link.basis for link in support(got, "bucket").links] == ["earlier"]
    assert support(got, "wells").links == ()


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        # the outlet goes on by name, or as "the paper", and not with the bracket behind it
        (
            "The governor sold the dam (Interfax, November 30). He told Interfax that he needed the money."
            " The price of power goes up in May (AP, December 1).",
            "needed the money",
            ("named", ["Interfax"]),
        ),
        (
            "So far two miles of road are paved (Severny Vestnik, November 30). The paper adds that one leads to a hotel.",
            "hotel",
            ("earlier", ["Severny Vestnik"]),
        ),
        (
            "So far two miles of road are paved (Severny Vestnik, November 30). The paper adds that one leads to a hotel."
            " The price of power goes up in May (AP, December 1).",
            "hotel",
            ("earlier", ["Severny Vestnik"]),
        ),
        # so it does where it is cited above
        (
            "The governor sold the dam (Interfax, November 30).\n\nAccording to Interfax, he needed the money."
            " The price of power goes up in May (AP, December 1).",
            "needed the money",
            ("named", ["Interfax"]),
        ),
        (
            "The governor sold the dam (Interfax, November 30).\n\nNobody bid for it (Trud, December 1).\n\n"
            "According to Interfax, he needed the money. The price of power goes up in May (AP, December 1).",
            "needed the money",
            ("named", ["Interfax"]),
        ),
        # what a bracket stands right behind is that bracket's
        (
            "The governor sold the dam (AP, November 30). The paper names the buyer (Severny Vestnik, December 1).",
            "buyer",
            ("passage", ["Severny Vestnik"]),
        ),
        # of several outlets "the paper" may be any
        (
            "The road is paved (Severny Vestnik, Trud, November 30). The paper of the region adds that it leads nowhere.",
            "nowhere",
            ("none", []),
        ),
        # who adds to what was just cited
        (
            "A harbor official closed the port (AP, December 1). The official added that divers were at work.",
            "divers",
            ("earlier", ["AP"]),
        ),
        ("Mayor Ivan Orlov closed the port (AP, December 1). He also said that it would rain.", "rain", ("earlier", ["AP"])),
        ("Mayor Ivan Orlov closed the port (AP, December 1). Governor Petr Sokolov added that it would rain.", "rain", ("none", [])),
        (
            "Mayor Ivan Orlov closed the port (AP, December 1). He added that it would rain (Trud, December 2).",
            "rain",
            ("passage", ["Trud"]),
        ),
        # a bracket carries nobody on who only speaks again
        (
            "Mayor Ivan Orlov closed the port (AP, December 1). He would not say for how long.",
            "how long",
            ("none", []),
        ),
    ],
)  # fmt: skip
def test_the_outlet_of_the_bracket_before_goes_on(text: str, words: str, found: tuple[str, list[str]]) -> None:
    assert carried(text, words) == found


@pytest.mark.parametrize(
    ("text", "level", "found"),
    [
        ("Trud wrote on November 30 that the port was closed. The mayor disagreed (AP, December 1).", "attributed", []),
        ("According to Trud of November 30, the port was closed. The mayor disagreed (AP, December 1).", "attributed", []),
        ("Envoys told Interfax on November 30 that the port was closed. Nobody else knew (AP, December 1).", "attributed", []),
        # without a day neither, where the bracket is of others alone and closes another claim
        ("Trud wrote that the port was closed. The mayor disagreed (AP, December 1).", "attributed", []),
        ("Envoys told Interfax that the port was closed. Nobody else knew (AP, December 1).", "attributed", []),
        ("Trud wrote that the port was closed. The mayor disagreed (Russian media, December 1).", "single", ["Russian media"]),
        ("Trud wrote that the port was closed. The mayor disagreed (Portovy Vestnik, December 1).", "attributed", []),
        ("Trud wrote that the port was closed. The mayor disagreed (Trud Severa, December 1).", "single", ["Trud Severa"]),
        ("Trud quoted AP as saying that the port was closed. The mayor disagreed (AP, December 1).", "single", ["AP"]),
        # an outlet that is part of the news tells nothing
        ("That the port was closed he denied by giving Trud an interview. Nobody knew (AP, December 1).", "single", ["AP"]),
        # where it is cited too, the bracket carries it
        ("Trud wrote on November 30 that the port was closed. The mayor agreed (Trud, November 30).", "single", ["Trud"]),
        # nor where a bracket stands right behind it: of the two one is wrong, and a rule says so
        ("The mayor disagreed. Trud wrote on November 30 that the port was closed (AP, December 1).", "single", ["AP"]),
        ("The port was closed on November 30, Trud wrote. The mayor disagreed (AP, December 1).", "attributed", []),
        # the day in a bracket behind whom it was told, listed or not
        ("The port was closed, its owner told Izvestia (November 30). The mayor disagreed (AP, December 1).", "attributed", []),
        ("The port was closed, its owner told the port daily Trud (30 November). The mayor disagreed (AP, December 1).", "attributed", []),
        ("The port was closed, its owner told Portovy Vestnik (November 30). The mayor disagreed (AP, December 1).", "attributed", []),
        ("The port was closed, its owner told Голос Порта (November 30). The mayor disagreed (AP, December 1).", "attributed", []),
        ("The port was closed, its owner told Portovy Vestnik. The mayor disagreed (AP, December 1).", "single", ["AP"]),
        ("The port was closed, its owner told Captain Ivanov (who was there). The mayor disagreed (AP, December 1).", "single", ["AP"]),
    ],
)  # fmt: skip
def test_an_outlet_with_a_day_of_its_own_is_in_no_bracket_of_another(text: str, level: str, found: list[str]) -> None:
    got = read(text)
    carried_by = support(got, "port was closed")
    assert (carried_by.level, named(got, carried_by.links)) == (level, found)


def test_an_interview_of_its_own_is_not_swept_into_the_next_citation() -> None:
    got = read(
        "Publication: Monitor Volume: 5 Issue: 223\n\nMayor Ivan Orlov told the Monitor that the port was closed."
        " He would open it, he said, in spring. The ferry sank off the cape (AP, December 1)."
    )
    for words in ("port was closed", "in spring"):
        found = support(got, words)
        assert (found.level, found.links) == ("attributed", ())
    assert named(got, support(got, "ferry").links) == ["AP"]


@pytest.mark.parametrize(
    "text",
    [
        "An inspector told this newsletter that the pumps had been sold.",
        "“The pumps are gone,” an inspector told the author.",
        "Two engineers interviewed for this report think that the pumps have been sold.",
        "A driver interviewed by the Delta Letter at the border last week had waited for two days.",
        "In an interview with the Delta Letter, Mayor Ivan Orlov denied that the pumps had been sold.",
        "Speaking to this writer in May, Orlov denied it.",
    ],
)
def test_whom_the_bulletin_asked_itself(text: str) -> None:
    got = read_text(
        f"---\npublication: Delta Letter\n---\n\n{text} The ferry sank off the cape (AP, December 1).\n",
        format="markdown",
    )
    found = analyse(got, date=ISSUE)
    assert [(s.level, len(s.links)) for s in found.supports] == [("attributed", 0), ("single", 1)]


def test_who_told_another_author_told_nothing_to_the_bulletin() -> None:
    got = read("Orlov told the author of the bill that it was late.")
    assert support(got, "late").level == "none"


# --- items ------------------------------------------------------------------------------------------------------------

ITEMS = """FERRY SINKS OFF THE CAPE.

Mayor Ivan Orlov told reporters that the port was closed. Interfax reported that forty men had been saved.

GOVERNOR SELLS HIS HOUSE.

Orlov said that the house had been too large (AP, Interfax, Reuters, December 1).
"""


@pytest.mark.parametrize("words", ["port was closed", "forty men"])
def test_links_never_cross_from_item_to_item(words: str) -> None:
    got = read(ITEMS)
    assert len({p.item for p in got.paragraphs if p.kind == "prose"}) == 2
    assert support(got, words).links == ()


def test_the_same_text_without_headlines_is_linked() -> None:
    got = read("\n\n".join(line for line in ITEMS.splitlines() if line and not line.isupper()))
    assert support(got, "forty men").links[0].basis == "named"
    assert support(got, "port was closed").links[0].basis == "later"


# --- notes and links --------------------------------------------------------------------------------------------------


def test_notes_carry_what_they_stand_behind() -> None:
    got = read(
        "The ferry sank off the cape.[1] The port was closed.[2]\n\nNotes\n\n"
        "[1] Interfax, November 30, 1999\n[2] AP, December 1, 1999"
    )
    first, second = support(got, "ferry"), support(got, "port")
    assert (named(got, first.links), named(got, second.links)) == (["Interfax"], ["AP"])
    assert {link.basis for link in (*first.links, *second.links)} == {"note"}


def test_a_note_carries_its_own_sentence_and_no_other() -> None:
    got = read(
        "The ferry sank off the cape.[1] Its owner has moved to Malta. The port was closed.[2]\n\nNotes\n\n"
        "[1] Interfax, November 30, 1999\n[2] AP, December 1, 1999"
    )
    assert support(got, "Malta").links == ()
    assert named(got, support(got, "port").links) == ["AP"]


def test_a_note_that_names_no_known_source_still_vouches() -> None:
    got = read("The ferry sank off the cape.[1] The port was closed.\n\nNotes\n\n[1] Photographs seen on the quay.")
    assert [(s.level, s.links) for s in got.supports] == [("attributed", ()), ("none", ())]


def test_the_one_note_at_the_end_of_a_paragraph_stands_for_all_of_it() -> None:
    got = read("The ferry sank off the cape. The port was closed.[1]\n\nNotes\n\n[1] Interfax, November 30, 1999")
    assert named(got, support(got, "ferry").links) == ["Interfax"]


def test_a_link_carries_its_own_sentence() -> None:
    text = "The port was closed. The ferry sank, [Interfax reported](https://www.interfax.ru/1). It was old.\n"
    got = analyse(read_text(text, format="markdown"), date=ISSUE)
    (link,) = support(got, "ferry").links
    assert (link.basis, got.citations[link.citation].form) == ("passage", "link")
    assert support(got, "It was old").links == ()
    assert support(got, "port was closed").links == ()


# --- support ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "level", "origins"),
    [
        ("The ferry sank off the cape (AP, December 1).", "single", 1),
        ("The ferry sank off the cape (AP, Interfax, December 1).", "multiple", 2),
        ("The ferry sank off the cape (Itar-Tass, RIA Novosti, December 1).", "single", 1),
        ("The ferry sank off the cape (Itar-Tass, Russian agencies, December 1).", "single", 1),
        ("The ferry sank off the cape (AFP, citing Interfax, December 1; Interfax, December 1).", "single", 1),
        ("The ferry sank yesterday (AP, November 30; Interfax, Reuters, December 1).", "multiple", 2),
        ("The ferry sank off the cape.", "none", 0),
    ],
)
def test_levels_of_support(text: str, level: str, origins: int) -> None:
    (found,) = read(text).supports
    assert (found.level, found.origins) == (level, origins)


def test_judgement_is_exempt_whatever_its_links() -> None:
    got = read("The line seems to be finished, which may well suit the governor. The ferry sank (AP, December 1).")
    found = support(got, "seems")
    assert (found.level, named(got, found.links)) == ("exempt", ["AP"])


def test_a_last_paragraph_without_a_claim_hides_no_closing_citation():
    text = "The bridge fell on May 2.\n\nIt was closed yesterday (AFP, May 2-3).\n\n(see below)"
    found = analyse(read_text(text), date=dt.date(1999, 5, 4))
    assert [[link.basis for link in support.links] for support in found.supports] == [["later"], ["passage"]]


BOTH = "(Trud, Vremya MN, December 1)"

# --- told one outlet ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        (f"The owner told Trud that the ships sank {BOTH}.", "sank", ("single", ["Trud"])),
        (f'"They sank by night," the owner told Trud {BOTH}.', "sank", ("single", ["Trud"])),
        # an outlet speaks, and another bears it out
        (f"Trud reported that the ships sank {BOTH}.", "sank", ("multiple", ["Trud", "Vremya MN"])),
        # more is said than he was heard to say
        (
            f"The ships sank; the owner told Trud that they were old {BOTH}.",
            "sank",
            ("multiple", ["Trud", "Vremya MN"]),
        ),
        # nobody cites whom he told
        (f"The owner told Izvestia that the ships sank {BOTH}.", "sank", ("multiple", ["Trud", "Vremya MN"])),
    ],
)
def test_what_was_told_one_outlet_is_not_carried_by_the_others_of_the_bracket(
    text: str, words: str, found: tuple[str, list[str]]
) -> None:
    got = read(text)
    assert (support(got, words).level, named(got, support(got, words).links)) == found


# --- one newspaper, another daily -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        (
            f"One newspaper said that the ships sank. Another daily said that they ran {BOTH}.",
            "sank",
            ("single", ["Trud"]),
        ),
        (
            f"One newspaper said that the ships sank. Another daily said that they ran {BOTH}.",
            "ran",
            ("single", ["Vremya MN"]),
        ),
        (
            f"One newspaper said that the ships sank, while another said that they ran {BOTH}.",
            "sank",
            ("single", ["Trud", "Vremya MN"]),
        ),
        (
            f"One paper reported the loss, and a second confirmed it {BOTH}.",
            "loss",
            ("multiple", ["Trud", "Vremya MN"]),
        ),
        # a third outlet that nobody speaks for: which is which cannot be told
        (
            "One paper said that the ships sank (Trud, Vremya MN, Izvestia, May 3).",
            "sank",
            ("multiple", ["Trud", "Vremya MN", "Izvestia"]),
        ),
        # the other one is named
        (f"Trud said that the ships sank. Another daily said that they ran {BOTH}.", "ran", ("single", ["Vremya MN"])),
        # by their names, each with something of its own
        (
            f"According to Trud the ships sank; the owner told Vremya MN that they ran {BOTH}.",
            "sank",
            ("single", ["Trud", "Vremya MN"]),
        ),
        (f"Trud reported the loss, and Vremya MN confirmed it {BOTH}.", "loss", ("multiple", ["Trud", "Vremya MN"])),
        (f"Trud and Vremya MN reported the loss {BOTH}.", "loss", ("multiple", ["Trud", "Vremya MN"])),
        # its name stands right behind it
        (f"One Russian daily (Kommersant) said that the ships sank. The crew swam {BOTH}.", "sank", ("attributed", [])),
        (
            f"One daily (Trud) said that the ships sank. Another daily said that they ran {BOTH}.",
            "ran",
            ("single", ["Vremya MN"]),
        ),
        # no outlet of that kind
        ("One station said that the ships sank (Trud, December 1).", "sank", ("single", ["Trud"])),
    ],
)
def test_papers_without_their_names_are_told_by_the_bracket_behind_them(
    text: str, words: str, found: tuple[str, list[str]]
) -> None:
    got = read(text)
    assert (support(got, words).level, named(got, support(got, words).links)) == found


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Ivan Ozols resigned, Interfax reported. He said that he was tired of it.", "attributed"),
        ("Ivan Ozols resigned, Interfax reported. Ozols said that he was tired of it.", "attributed"),
        ("Ivan Ozols resigned, Interfax reported. The mayor said that he was tired of it.", "none"),
        ("Ivan Ozols resigned on Monday. He said that he was tired of it.", "none"),
    ],
)
def test_an_outlet_of_the_text_answers_for_what_goes_on_with_its_news(text: str, level: str) -> None:
    assert support(read(text), "tired").level == level


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The ferry sank.\n\n(AP, December 1)", "sank", ["AP"]),
        ("The ferry sank.\n\nIt was old.\n\n(AP, December 1)", "sank", ["AP"]),
        ("The ferry sank (BNS, December 1). It was old.\n\n(AP, December 1)", "sank", ["BNS"]),
        ("The ferry sank (BNS, December 1). It was old.\n\n(AP, December 1)", "old", ["AP"]),
        ("The ferry sank.\n\nThe port was shut (BNS, December 1).\n\n(AP, December 1)", "sank", []),
        ("The ferry sank.\n\nA HEADLINE\n\n(AP, December 1)", "sank", []),
    ],
)
def test_a_citation_in_a_paragraph_of_its_own_closes_those_before_it(text: str, words: str, found: list[str]) -> None:
    got = read(text)
    assert named(got, support(got, words).links) == found


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        (
            "Sources: [Reuters](https://www.reuters.com/1), [AFP’s story](https://www.afp.com/2) and [BNS](https://bns.lt/3).",
            3,
        ),
        ("Read more at [Reuters](https://www.reuters.com/1) | [BNS](https://bns.lt/3)", 2),
        ("[1](https://www.reuters.com/1)", 1),
        ("[Subscribe](https://house.example/subscribe)", 0),
    ],
)
def test_a_line_of_links_closes_what_stands_before_it(sources: str, found: int) -> None:
    for gap in (" ", "\n\n") if "[1]" not in sources else (" ", ""):
        got = analyse(read_text(f"The ferry sank. It was old.{gap}{sources}\n", format="markdown"), date=ISSUE)
        assert [len(s.links) for s in got.supports[:2]] == [found, found], gap


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        # what leads to words stands before the bracket, and the words behind it
        ("AFP reported (AFP, December 1) that ferries are old. They burned (Interfax, December 2).", ["AFP", "Interfax"]),
        ("According to AFP (AFP, December 1), ferries are old. They burned (Interfax, December 2).", ["AFP", "Interfax"]),
        ("AFP reported (AFP, December 1) that ferries are old (Interfax, December 2).", ["Interfax"]),
        ("The mayor denied it (AFP, December 1), and two ferries sank. They burned (Interfax, December 2).", ["Interfax"] * 2),
    ],
)  # fmt: skip
def test_a_bracket_behind_what_leads_to_words_carries_these(text: str, carried: list[str]) -> None:
    got = read(text)
    links = [[got.citations[at.citation].references[at.reference].written for at in s.links] for s in got.supports[1:]]
    assert links == [[name] for name in carried]
