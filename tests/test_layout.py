"""The parts of a page: masthead, headlines and items, bylines, paragraphs, notes."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib import styles
from attrib.analysis import analyse
from attrib.inputs import read_text
from attrib.segment import default_abbreviations, layout
from attrib.segment.layout import Layout


def page(text: str, format: str = "plain") -> Layout:
    return layout(read_text(text, format=format), styles.default(), default_abbreviations().imprint, ["AFP"].count)


def parts(text: str, format: str = "plain") -> list[tuple[str, str]]:
    """Each paragraph by its kind and its words, one blank for each stretch of white space."""
    return [(p.kind, " ".join(p.span.of(text).split())) for p in page(text, format).paragraphs]


# --- masthead ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "publication", "volume", "issue", "style"),
    [
        ("Publication: Monitor Volume: 5 Issue: 223", "Monitor", 5, 223, "monitor"),
        ("Publication: Eurasia Daily Monitor Volume: 4 Issue: 12", "Eurasia Daily Monitor", 4, 12, "edm"),
        ("publication: monitor   volume: 5   issue: 223", "monitor", 5, 223, "monitor"),
        ("Publication: Monitor\nVolume: 5\nIssue: 223", "Monitor", 5, 223, "monitor"),
        ("RFE/RL Newsline Vol. 3, No. 233, Part I", "RFE/RL Newsline", 3, 233, "newsline"),
        ("Publication: Newsline Volume: 3 Issue: 233", "Newsline", 3, 233, "newsline"),
        ("Publication: Northern Courier Volume: 2 Issue: 7", "Northern Courier", 2, 7, None),
        ("Northern Courier, Vol. 2, No. 7", "Northern Courier", 2, 7, None),
        ("Northern Courier Volume 2 Issue 7", "Northern Courier", 2, 7, None),
        ("Monitor, Vol. V, No. 88", "Monitor", 5, 88, "monitor"),
        ("Northern Courier, Volume XIV, Issue 7", "Northern Courier", 14, 7, None),
        ("MONITOR\nVolume 5, Issue 223", "MONITOR", 5, 223, "monitor"),
        ("Northern Courier\nVol. 2, No. 7", "Northern Courier", 2, 7, None),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_masthead(line: str, publication: str, volume: int, issue: int, style: str | None, end: str) -> None:
    text = f"{line}\n\nTalks failed.\n".replace("\n", end)
    found = page(text)
    assert found.masthead
    assert found.masthead.span
    assert (found.masthead.publication, found.masthead.volume, found.masthead.issue) == (publication, volume, issue)
    assert (found.style.name if found.style else None) == style
    assert found.masthead.span == (0, text.index(f"{end}{end}"))
    assert parts(text) == [("prose", "Talks failed.")]


@pytest.mark.parametrize(
    "text",
    [
        "Publication: Monitor Volume: 5 Issue: 223\nTALKS FAIL AGAIN\nThe talks failed.",
        "Publication: Monitor Volume: 5 Issue: 223\n\nTALKS FAIL AGAIN\n\nThe talks failed.",
        "TALKS FAIL AGAIN\n\nPublication: Monitor Volume: 5 Issue: 223\n\nThe talks failed.",
        "TALKS FAIL AGAIN\n\nDecember 2, 1999\n\nThe talks failed.",
        "TALKS FAIL AGAIN\nDecember 2, 1999\n\nThe talks failed.",
        "December 2, 1999\n\nTALKS FAIL AGAIN\n\nThe talks failed.",
    ],
)
def test_the_lines_of_a_masthead_are_no_paragraphs(text: str) -> None:
    assert parts(text) == [("headline", "TALKS FAIL AGAIN"), ("prose", "The talks failed.")]


def test_text_may_follow_a_masthead_in_its_line() -> None:
    assert parts("Publication: Monitor Volume: 5 Issue: 223 The talks failed.") == [("prose", "The talks failed.")]


def test_front_matter_is_a_masthead_and_goes_before_the_page() -> None:
    text = "---\npublication: Monitor\nissue: 224\n---\n\nPublication: Monitor Volume: 5 Issue: 223\n\nTalks failed."
    found = page(text, "markdown")
    assert found.masthead
    assert found.style
    assert (found.masthead.publication, found.masthead.volume, found.masthead.issue) == ("Monitor", 5, 224)
    assert found.style.name == "monitor"
    assert parts(text, "markdown") == [("prose", "Talks failed.")]


@pytest.mark.parametrize(
    ("meta", "style"),
    [
        ("publication: The Monitor", "monitor"),
        ("publication: eurasia daily monitor", "edm"),
        ("style: newsline", "newsline"),
        ("publication: Monitor\nstyle: notes", "notes"),
        ("publication: Northern Courier", None),
        ("style: unheard-of", None),
    ],
)
def test_front_matter_names_the_style(meta: str, style: str | None) -> None:
    found = page(f"---\n{meta}\n---\n\nTalks failed.", "markdown").style
    assert (found.name if found else None) == style


def test_what_stands_in_running_text_is_no_masthead() -> None:
    text = "The talks failed.\n\nNorthern Courier, Vol. 2, No. 7"
    assert page(text).masthead is None
    assert page("").masthead is None


# --- headlines, bylines, items ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "headline", "prose"),
    [
        ("TALKS FAIL AGAIN\n\nThe talks failed.", "TALKS FAIL AGAIN", "The talks failed."),
        ("TALKS FAIL AGAIN.\n\nThe talks failed.", "TALKS FAIL AGAIN.", "The talks failed."),
        ("Talks Fail Again\n\nThe talks failed.", "Talks Fail Again", "The talks failed."),
        ("Talks fail again in Riga\n\nThe talks failed.", "Talks fail again in Riga", "The talks failed."),
        # run into the paragraph
        ("TALKS FAIL AGAIN. The talks failed.", "TALKS FAIL AGAIN.", "The talks failed."),
        ("TALKS FAIL AGAIN? The talks failed.", "TALKS FAIL AGAIN?", "The talks failed."),
        ("TALKS FAIL AGAIN: The talks failed.", "TALKS FAIL AGAIN:", "The talks failed."),
        ("TALKS FAIL AGAIN... The talks failed.", "TALKS FAIL AGAIN...", "The talks failed."),
        ("TALKS FAIL AGAIN...The talks failed.", "TALKS FAIL AGAIN...", "The talks failed."),
        ("TALKS FAIL AGAIN -- The talks failed.", "TALKS FAIL AGAIN --", "The talks failed."),
        ("U.S. AND LATVIA SIGN. A treaty was signed.", "U.S. AND LATVIA SIGN.", "A treaty was signed."),
        ("FERRY OWNER FINED. A Riga court met.", "FERRY OWNER FINED.", "A Riga court met."),
        ("THE “PARTY OF WAR” WINS. “We won,” he said.", "THE “PARTY OF WAR” WINS.", "“We won,” he said."),
        ("TALKS FAIL. They did.", "TALKS FAIL.", "They did."),
        ("PRIME MINISTER RESIGNS The talks failed.", "PRIME MINISTER RESIGNS", "The talks failed."),
        (
            "BELARUS: TWO JOURNALISTS FREED. A Hrodna court let them go.",
            "BELARUS: TWO JOURNALISTS FREED.",
            "A Hrodna court let them go.",
        ),
        ("LATVIA’S 5TH CABINET FALLS. It fell.", "LATVIA’S 5TH CABINET FALLS.", "It fell."),
        # the story begins with capitals itself
        ("TALKS FAIL AGAIN. UN special envoys left.", "TALKS FAIL AGAIN.", "UN special envoys left."),
        ("TALKS FAIL. EU officials left Riga.", "TALKS FAIL.", "EU officials left Riga."),
        ("NATO SHIPS VISIT RIGA. U.S. sailors landed.", "NATO SHIPS VISIT RIGA.", "U.S. sailors landed."),
        ("NATO SHIPS VISIT RIGA. U.S. Ambassador Ray came.", "NATO SHIPS VISIT RIGA.", "U.S. Ambassador Ray came."),
        ("ARMY LEAVES. A UN convoy left.", "ARMY LEAVES.", "A UN convoy left."),
        ("ARMY LEAVES. NATO-led forces left.", "ARMY LEAVES.", "NATO-led forces left."),
        ("STATION CLOSED? NTV showed the gates.", "STATION CLOSED?", "NTV showed the gates."),
        ("CAMP SHELLED. BETA, citing police, reported it.", "CAMP SHELLED.", "BETA, citing police, reported it."),
        ("2. PORT SOLD TO UNION. The port was sold.", "2. PORT SOLD TO UNION.", "The port was sold."),
        ("PORT SOLD... AFP on 4 May had the price.", "PORT SOLD...", "AFP on 4 May had the price."),
        ("PORT SOLD. RFE/RL's bureau reported it.", "PORT SOLD.", "RFE/RL's bureau reported it."),
        ("FUND PAYS. IMF Managing Director Ozols said so.", "FUND PAYS.", "IMF Managing Director Ozols said so."),
        ("TALKS FAIL. EU ENVOYS LEAVE. They left.", "TALKS FAIL. EU ENVOYS LEAVE.", "They left."),
        ("TALKS FAIL... AND EU ENVOYS GO. UN staff left.", "TALKS FAIL... AND EU ENVOYS GO.", "UN staff left."),
    ],
)
def test_a_headline(text: str, headline: str, prose: str) -> None:
    assert parts(text) == [("headline", headline), ("prose", prose)]


@pytest.mark.parametrize(
    "text",
    [
        "The talks failed",  # a last line without a stop is text that lost it
        "NATO and the OSCE met.",
        "IMF CHIEF Ozols left.",
        "IMF officials left. NATO officials stayed.",
        "NATO AND UN officials met.",
        "EU HAILS NATO AND OSCE envoys.",
        "ITAR-TASS reported. UN envoys stayed.",
        "RIGA, May 13 (Interfax) -- The talks failed.",
        "RIGA, MAY 13 (INTERFAX) -- The talks failed.",
        "RIGA/TALLINN, MAY 13 -- The talks failed.",
        "SANTIAGO -- The talks failed.",
        "UNIAN AND ITAR-TASS, 24 January 2006, had the text.",
        "RIGA AND TALLINN, 24 January (Interfax): The talks failed.",
        "The talks in Riga failed. They may go on",  # two sentences, the last without its stop
    ],
)
def test_no_headline(text: str) -> None:
    assert parts(text) == [("prose", text)]


@pytest.mark.parametrize(
    "line",
    [
        "The envoys gave three reasons:",
        "“Nobody came to the talks”",
        "(Continued)",
        "- talks in Riga",
        "o Talks in Riga",
        "1. talks in Riga",
        "A line of many words that goes on and on for as long as no headline ever would, and then on",
        "The talks, which had begun in the spring of the year before and had been broken off twice, were over, the envoys of both s",
    ],
)
def test_a_line_above_text_that_is_no_headline(line: str) -> None:
    assert parts(f"{line}\n\nThe talks failed.")[0] == ("prose", line)


@pytest.mark.parametrize("figures", ["12 000 000 000", "1.", "12", "* * * 12 * * *", "- 4 -"])
def test_figures_alone_are_the_number_of_a_page_or_of_an_item(figures: str) -> None:
    assert parts(f"{figures}\n\nThe talks failed.") == [("prose", "The talks failed.")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1. Exit without permit", "headline"),
        ("II. The price of grain", "headline"),
        ("1. talks in Riga", "prose"),
        ("1. The talks failed.", "prose"),
        ("1. Danas, 3 May", "prose"),
    ],
)
def test_a_numbered_headline(text: str, kind: str) -> None:
    below = "Workers need a permit to leave the country, and have to ask for it a month before they go."
    assert parts(f"{text}\n\n{below}") == [(kind, text), ("prose", below)]


def test_the_entries_of_a_list_are_no_headlines() -> None:
    text = "They want two things.\n\n1. A bridge\n\n2. A ferry that runs in winter as well as in the summer months"
    assert [kind for kind, _ in parts(text)] == ["prose", "prose", "prose"]


@pytest.mark.parametrize(
    ("text", "signature"),
    [
        ("The talks failed. -- Juhan Saarma", "-- Juhan Saarma"),
        ("The talks failed. — J.S.", "— J.S."),
        ("The talks failed (AFP, May 3). LB", "LB"),
        ("“The talks failed.” J.S.", "J.S."),
        ("The talks failed.\n-- Anna Berzina", "-- Anna Berzina"),
        ("The talks failed (AFP, May 3). JAC", "JAC"),
        ("The talks failed.\nJAC", "JAC"),
        ("The talks failed.  JAC", "JAC"),
        ("“The talks failed.” JAC", "JAC"),
        ("The talks failed in 1999. JAC", "JAC"),
        ("The talks failed. (Anna Berzina,\nwith Ivan Petrov)", "(Anna Berzina, with Ivan Petrov)"),
        ("“The talks failed.” (Anna Berzina and Ivan Petrov)", "(Anna Berzina and Ivan Petrov)"),
        ("The talks failed. (Kyiv Courier)", ""),  # may be whose report it is
        ("The talks failed (Anna Berzina and Ivan Petrov)", ""),
        ("The talks failed. AFP", ""),
        ("He is an aide to the U.S. FBI", ""),
        ("He never cared for the FBI", ""),
        ("The talks failed at the FBI.", ""),
        ("Who was it? The FBI", ""),
        ("The talks failed. -- Reuters", ""),  # may be whose report it is
        ("The talks failed in the U.S.", ""),
        ("He joined the UN", ""),
    ],
)
def test_who_signed_an_item(text: str, signature: str) -> None:
    below = "\n\nMINERS STRIKE\n\nThe miners went on strike."
    found = [words for kind, words in parts(text + below) if kind == "byline"]
    assert found == ([signature] if signature else [])


@pytest.mark.parametrize(
    "text", ["The talks failed. (JS)", "The talks failed. (Anna Berzina)", "The talks failed (AFP, May 3). (J.S.)"]
)
def test_initials_in_a_bracket_behind_the_last_stop_are_no_sentence(text: str) -> None:
    assert len(analyse(read_text(f"{text}\n\nMINERS STRIKE\n\nThe miners went on strike.")).sentences) == 2


@pytest.mark.parametrize(
    "line",
    [
        "By Ivan Petrov",
        "by Anna Berzina and Ivan Petrov",
        "BY IVAN PETROV",
        "By A. B. Petrov, Anna Berzina",
        "By Jan van Dyk",
        "From Our Correspondent",
        "-- Anna Berzina",
        "— Ivan Petrov",
        "By Anna Berzina, with additional reporting by Ivan Petrov",
        "By Anna Berzina and Ivan Petrov, translated by A. Ozols",
        "(Anna Berzina)",
        "(Anna Berzina, with Ivan Petrov)",
        "(Anna Berzina, Ivan Petrov and A. Ozols)",
    ],
)
def test_a_byline(line: str) -> None:
    assert parts(f"Talks Fail\n\n{line}\n\nThe talks failed.")[1] == ("byline", line)


def test_initials_in_a_line_of_their_own_close_the_last_item() -> None:
    assert parts("Talks Fail\n\nThe talks failed.\n\nJS")[-1] == ("byline", "JS")
    assert parts("The talks failed.\n\nAFP") == [("prose", "The talks failed."), ("prose", "AFP")]
    assert parts("EU\n\nThe talks failed.")[0] == ("headline", "EU")


@pytest.mark.parametrize(
    "line",
    [
        "By the end of the week",
        "From here to the border",
        "- The talks failed.",
        "(Danas, Politika)",
        "(Anna Berzina, AFP)",
        "(Continued)",
        "(Anna Berzina, May 4)",
    ],
)
def test_no_byline(line: str) -> None:
    assert parts(f"{line}\n\nThe talks failed.")[0][0] != "byline"


def test_a_byline_that_almost_fits_is_told_quickly() -> None:
    assert parts("By " + "A" * 110 + "!\n\nThe talks failed.")[0][0] == "prose"


def test_headlines_part_the_items_and_prose_is_counted() -> None:
    text = (
        "NEWS OF THE DAY\n\nTALKS FAIL\n\nThe talks failed.\n\nNobody came.\n\n"
        "ARMY LEAVES RIGA. The army left.\n\nVote Is Near\n\nBy Ivan Petrov\n\nA vote is near."
    )
    found = [(p.kind, p.number, p.item) for p in page(text).paragraphs]
    assert found == [
        ("headline", 0, 0),
        ("headline", 0, 0),
        ("prose", 1, 0),
        ("prose", 2, 0),
        ("headline", 0, 1),
        ("prose", 3, 1),
        ("headline", 0, 2),
        ("byline", 0, 2),
        ("prose", 4, 2),
    ]


def test_headings_of_markdown_are_headlines_and_short_paragraphs_are_none() -> None:
    text = "# Talks fail\n\nNobody came\n\nThe talks failed."
    assert [kind for kind, _ in parts(text, "markdown")] == ["headline", "prose", "prose"]


def test_a_paragraph_of_code_is_none() -> None:
    assert parts("`make`\n\nThe talks failed.", "markdown") == [("prose", "The talks failed.")]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_lines_are_one_paragraph(end: str) -> None:
    text = end.join(["The talks failed in Riga, where", "the envoys had met for a week, and", "nobody knows why."])
    assert parts(text) == [("prose", " ".join(text.split()))]


# --- notes ------------------------------------------------------------------------------------------------------------

MARKED = "The talks failed [1]. Nobody came [2]."


@pytest.mark.parametrize(
    "listed",
    [
        "[1] Interfax, May 3\n[2] AFP, May 4",
        "[1] Interfax, May 3\n\n[2] AFP, May 4",
        "1. Interfax, May 3\n2. AFP, May 4",
        "1) Interfax, May 3\n2) AFP, May 4",
        "(1) Interfax, May 3\n(2) AFP, May 4",
        "Notes\n\n[1] Interfax, May 3\n[2] AFP, May 4",
        "Notes\n1. Interfax, May 3\n2. AFP, May 4",
        "Sources:\n(1) Interfax, May 3\n(2) AFP, May 4",
        "REFERENCES\n\n[1] Interfax,\nMay 3\n[2] AFP, May 4",
    ],
)
def test_a_closing_list_that_the_text_refers_to_is_notes(listed: str) -> None:
    text = f"{MARKED}\n\n{listed}"
    notes = [(p.label, " ".join(p.span.of(text).split())) for p in page(text).notes]
    assert notes == [("1", "Interfax, May 3"), ("2", "AFP, May 4")]
    assert [p.number for p in page(text).prose] == [1]


@pytest.mark.parametrize(
    "text",
    [
        # no marker anywhere
        "The envoys gave two reasons:\n\n1. The bill was late.\n\n2. The money was gone.",
        # a list in running text
        "The envoys gave (1) a reason.\n\n1. The bill was late.\n\n2. The money was gone.\n\nThey left.",
        # one marker of four
        "The envoys (1) left.\n\n1. The bill.\n\n2. The money.\n\n3. The vote.\n\n4. The war.",
        "Sources\n\nThe sources were silent.",
        "1. The bill was late.\n\n2. The money was gone.",
        "The envoys left.\n\nSources",
    ],
)
def test_no_notes(text: str) -> None:
    assert page(text).notes == ()


def test_what_has_no_label_under_a_heading_stays_as_it_is() -> None:
    text = f"{MARKED}\n\nNotes\n\n[1] Interfax, May 3\n[2] AFP, May 4\n\nThe desk thanks its readers."
    assert parts(text)[-1] == ("prose", "The desk thanks its readers.")
    text = f"{MARKED}\n\nNotes\n\n[1] Interfax, May 3\n[2] AFP, May 4\n\nIMPRINT\n\nThe desk thanks its readers."
    assert [kind for kind, _ in parts(text)] == ["prose", "headline", "note", "note", "headline", "prose"]


def test_footnotes_of_markdown_are_notes() -> None:
    text = "The talks failed.[^a]\n\n[^a]: Interfax, May 3."
    assert [(p.label, p.span.of(text)) for p in page(text, "markdown").notes] == [("a", "Interfax, May 3.")]


# --- any text ---------------------------------------------------------------------------------------------------------

LINES = st.sampled_from(
    "Publication: Monitor Volume: 5 Issue: 223|December 2, 1999|TALKS FAIL. They failed.|By Ivan Petrov|Notes|[1] AFP, May 3"
    "|1. AFP|(2) AFP|Talks [1] failed (2).|# Head|---|* * *|Vol. 1, No. 2||A b".split("|")
)


@given(st.text(max_size=120) | st.lists(LINES, max_size=9).map("\n".join), st.sampled_from(["plain", "markdown"]))
def test_any_text_gives_paragraphs_in_order_and_apart(text: str, format: str) -> None:
    document = read_text(text, format=format)
    end = 0
    for paragraph in layout(document, styles.default(), default_abbreviations().imprint, bool).paragraphs:
        assert end <= paragraph.span.start < paragraph.span.end <= len(document.text)
        end = paragraph.span.end


# --- imprint ----------------------------------------------------------------------------------------------------------

POSTED = """\
RFE/RL NEWSLINE Vol 1, No. 131, Part I, 3 October 1997

A daily report of events in Northland, the Sound and the Isles,
prepared by the staff of the Sound radio.

This is Part I, a compilation of news on Northland. Back issues of the
Newsline are online at http://www.sound.example/newsline

xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
Headlines, Part I

* DOCKERS WALK OUT

xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx

NORTHLAND

DOCKERS WALK OUT. Some 400 dockers on 2 October walked out, AFP
reported. LB

The union sold the back issues of its paper. All rights reserved to
the owner were waived.

The harbor is closed.

TO SUBSCRIBE

To subscribe, send a message to the address above.

Copyright (c) 1997 Sound Radio, Inc.
All rights reserved.
"""


def test_what_a_bulletin_says_of_itself_is_no_news() -> None:
    assert [kind for kind, _ in parts(POSTED)] == [
        "imprint",
        "imprint",
        "headline",
        "headline",
        "headline",
        "headline",
        "prose",
        "byline",
        "prose",
        "prose",
        "headline",
        "imprint",
        "imprint",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The Monitor is a publication of the Sound Foundation. It is written under the direction of two analysts.",
        "This digest is compiled on weekdays from the press of the Sound.",
        "© 2004 Sound Foundation",
        "The views expressed in this digest do not necessarily reflect those of the Foundation.",
        "Unauthorized reproduction or redistribution is strictly prohibited.",
        "If you no longer wish to get it, write back with the word UNSUBSCRIBE.",
        "This briefing was updated on 6 May at 15:00.",
        "An earlier version of this article had the wrong day.",
        "The Monitor will not appear on March 8.",
    ],
)
def test_an_imprint_behind_the_last_item(line: str) -> None:
    assert parts(f"Talks failed (AFP, May 4).\n\n{line}\n")[-1] == ("imprint", line)


@pytest.mark.parametrize(
    "line",
    [
        "The law on copyright passed its second reading.",
        "Shareholders refused to subscribe to the new issue.",
        "The daily is published in Riga.",
        "He subscribed to the view that the talks had failed.",
    ],
)
def test_news_at_the_foot_is_no_imprint(line: str) -> None:
    assert parts(f"Talks failed (AFP, May 4).\n\n{line}\n")[-1][0] == "prose"


@pytest.mark.parametrize(
    "line",
    [
        "Correction: In our issue of February 26 we had the wrong year of the harvest.",
        "Corrections and clarifications: the harvest was that of 1998.",
        "Editor’s note: Ms. Berzina is on leave.",
        "Photo: A ferry in Riga. Credit: AFP",
        "Photo: Reuters",
        "Last updated: 6 May 2024",
        "Updated May 6, 2024, at 3:15 p.m.",
        "Published on 6 May 2024 at 15:00 GMT",
        "Reading time: 5 minutes",
    ],
)
def test_a_line_with_a_label_is_an_imprint_wherever_it_stands(line: str) -> None:
    assert parts(f"Talks failed (AFP, May 4).\n\n{line}\n\nTrains run (AFP, May 4).")[1] == ("imprint", line)


def test_the_label_in_strong_type_is_no_headline() -> None:
    text = "Talks failed (AFP, May 4).\n\n> **Correction:** an earlier version gave a wrong day.\n\n*Photo: AFP*\n\nTrains run.\n"
    assert [kind for kind, _ in parts(text, "markdown")] == ["prose", "imprint", "imprint", "prose"]
    assert [p.item for p in page(text, "markdown").prose] == [0, 0]


@pytest.mark.parametrize(
    "line",
    [
        "Updated figures show that 5 people died.",
        "Published on Monday, the 12 letters tell of talks.",
        "Correction of the border was what Riga asked for.",
        "Photos of the ferry showed 3 men.",
        "The digest was compiled from agency reports.",  # of another, in the middle of a bulletin
    ],
)
def test_news_that_begins_as_an_imprint_does(line: str) -> None:
    assert parts(f"Talks failed (AFP, May 4).\n\n{line}\n\nTrains run (AFP, May 4).")[1] == ("prose", line)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(Compiled from agency reports. Sources: Reuters, AP, dpa.)", "imprint"),
        ("Compiled from news agency and press reports", "imprint"),
        ("(Compiled from agency reports: Reuters, May 4; AP, May 3)", "prose"),  # a citation: it gives days
        ("(Compiled from Reuters and AP)", "prose"),
    ],
)
def test_a_credit_for_a_whole_bulletin_is_neither_citation_nor_statement(line: str, kind: str) -> None:
    assert parts(f"Talks failed (AFP, May 4).\n\n{line}\n")[-1] == (kind, line)


@pytest.mark.parametrize("rule", ["xxxxxxxxxx", "+++++++++++", "oooooooooo", "=-=-=-=-=", "* * *", "____________"])
def test_a_rule_parts_paragraphs_and_is_none(rule: str) -> None:
    assert parts(f"Talks failed.\n{rule}\nTrains run.\n") == [("prose", "Talks failed."), ("prose", "Trains run.")]


# --- tables -----------------------------------------------------------------------------------------------------------


def test_a_row_of_labels_and_figures_states_nothing() -> None:
    table = "| Port | Ships |\n|---|---|\n| Aden | 14 |\n| Port Sudan | 102 |\n| Aden | Nobody came on Monday. |\n"
    assert parts(f"Ships pass again.\n\n{table}", "markdown") == [
        ("prose", "Ships pass again."),
        ("row", "Aden | 14"),
        ("row", "Port Sudan | 102"),
        ("prose", "Aden | Nobody came on Monday."),
    ]
    assert parts("Ships pass again.\n\nAden\t14\n\nPort Sudan\t102\t(AFP, May 4)") == [
        ("prose", "Ships pass again."),
        ("row", "Aden 14"),
        ("prose", "Port Sudan 102 (AFP, May 4)"),
    ]


SHIPS = "Ships pass again (AFP, May 4)."
ROWS = [
    ("Port", "Share of all ships of 1999", "Losses (t)"),
    ("Aden", "14", "AFP, May 4"),
    ("Port Sudan", "102", "BBC, May 3"),
]


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("plain", f"{SHIPS}\n\n" + "\n\n".join("\t".join(row) for row in ROWS)),
        ("plain", f"{SHIPS}\n\n" + "\n\n".join(" | ".join(row) for row in ROWS)),
        ("plain", f"{SHIPS}\n\n" + "\n".join(" | ".join(row) for row in ROWS)),
        ("plain", f"{SHIPS}\n\n" + "\n".join("\t".join(row) for row in ROWS)),
        (
            "html",
            f"<p>{SHIPS}<table>"
            + "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in ROWS)
            + "</table>",
        ),
        (
            "html",
            f"<p>{SHIPS}<table><tr><td><b>{'<td><b>'.join(ROWS[0])}</b>"
            + "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in ROWS[1:])
            + "</table><p>They are many.",
        ),
        (
            "markdown",
            f"{SHIPS}\n\n| {' | '.join(ROWS[0])} |\n|---|---|---|\n"
            + "\n".join(f"| {' | '.join(r)} |" for r in ROWS[1:]),
        ),
        (
            "markdown",
            f"{SHIPS}\n\n| Port | Ships | Source |\n|---|---|---|\n| Aden | 14 | [AFP, May 4](https://afp.example/1) |\n",
        ),
    ],
)
def test_a_table_states_nothing_in_any_format_nor_does_what_heads_its_columns(format: str, text: str) -> None:
    found = page(text, format).paragraphs
    assert {p.kind for p in found[1:]} <= {"row", "prose"}
    assert [p.kind for p in found[:2]] == ["prose", "row"]
    assert len([p for p in found if p.kind == "prose"]) == 1 + ("They are many" in text)
    assert {p.item for p in found} == {0}


@pytest.mark.parametrize(
    "row",
    [
        "Aden\tNobody came to the port on Monday.",
        "Aden\t14 (AFP, May 4)",
        "Aden\t14 ships (AFP)",
        "Ships of all sizes waited off Aden\tNobody knew for how long it would last",
    ],
)
def test_a_row_that_says_something_or_cites_is_read(row: str) -> None:
    assert parts(f"{SHIPS}\n\n{row}\n\nThey left.")[1] == ("prose", " ".join(row.split()))


def test_a_headline_of_two_parts_is_no_row() -> None:
    assert parts("PORTS | Ships pass again\n\nShips passed on Monday.")[0] == ("headline", "PORTS | Ships pass again")


@pytest.mark.parametrize(
    "above",
    [
        "*** RESEND -- CORRECTS the name in item 2; ADDS item 4 ***\n*** This replaces the file sent at 9:40 ***",
        "CORRECTED COPY",
        "2nd lead, with the minister's answer",
        "ATTENTION EDITORS: please kill the earlier version",
        "EMBARGOED until noon",
    ],
)
def test_a_slug_above_the_masthead(above: str) -> None:
    text = f"{above}\n\nMONITOR\nVol. V, No. 12\nThursday, December 2, 1999\n\nThe dam broke (Interfax, December 1)."
    found = analyse(read_text(text))
    assert found.date.value == dt.date(1999, 12, 2)
    assert [claim.span.of(text) for claim in found.claims] == ["The dam broke"]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("From: Night desk\nTo: Copy\nSubject: Ports", None),
        ("From: Night desk <night@example.org>\nDate: Thu, 2 Dec 1999 22:10:05 +0300", dt.date(1999, 12, 2)),
        ("From: Night desk\nSent: Thursday, December 2, 1999 10:10 PM\nTo: Copy;\n    Pictures", dt.date(1999, 12, 2)),
        ("-----Original Message-----\nFrom: Night desk\nSubject: FW: Ports", None),
    ],
)
def test_the_head_of_a_mail_states_nothing_and_says_when_it_was_sent(head: str, day: dt.date | None) -> None:
    text = f"{head}\n\nThe dam of Narva broke by night. The town lies under water."
    found = analyse(read_text(text))
    assert found.date.value == day
    assert [claim.sentence for claim in found.claims] == [0, 1]
    dated = analyse(read_text(f"{head}\n\nMonitor, Vol. 5, No. 222\nDecember 1, 1999\n\nThe dam broke."))
    assert (dated.date.value, dated.style) == (dt.date(1999, 12, 1), "monitor")


@pytest.mark.parametrize("line", ["To: all who fish", "From Omsk: the dam broke.\nTo be told: the dam of Narva broke."])
def test_what_is_no_head_of_a_mail(line: str) -> None:
    assert parts(f"{line}\n\nThe dam of Narva broke by night.")[0][1] == " ".join(line.split())


@pytest.mark.parametrize("mark", ["ENDS", "Ends. ENDS -- duty ed.: pls kill earlier version", "More follows"])
def test_an_end_mark_states_nothing(mark: str) -> None:
    text = f"The dam broke (Interfax, December 1).\n\n{mark}"
    assert len(analyse(read_text(text)).claims) == 1


@pytest.mark.parametrize(
    "text", ["Ends meet nowhere in Narva.", "Urgent repairs were begun.", "More follows from this than he says."]
)
def test_a_sentence_is_no_slug(text: str) -> None:
    assert len(analyse(read_text(f"The dam broke (Interfax, December 1).\n\n{text}")).claims) == 2


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Minister calls the talks “useful”", "headline"),
        ("Minister calls the talks “useful.”", "prose"),
        ("“We shall win”", "prose"),
    ],
)
def test_a_headline_may_end_with_a_quotation_that_has_no_stop(line: str, kind: str) -> None:
    assert parts(f"{line}\n\nThe envoys left Riga by night (AFP, May 3). They were tired.")[0] == (kind, line)
