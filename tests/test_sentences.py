"""Sentences, where a stop may stand before a citation, behind it, on both sides or nowhere."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attrib import segment
from attrib.analysis import analyse
from attrib.inputs import read_text
from attrib.model import Span


def sentences(text: str, format: str = "plain") -> list[str]:
    """The sentences of a text, one blank for each stretch of white space."""
    found = analyse(read_text(text, format=format), date=dt.date(1999, 12, 2)).sentences
    return [" ".join(s.span.of(text).split()) for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the habit since autumn 1998: citation, then stop
        (
            "Talks failed. The envoys left (AFP, May 3). Nobody knows why.",
            ["Talks failed.", "The envoys left (AFP, May 3).", "Nobody knows why."],
        ),
        # the habit of 1996-98: stop, then citation
        (
            "Talks failed. The envoys left. (AFP, May 3) Nobody knows why.",
            ["Talks failed.", "The envoys left.", "Nobody knows why."],
        ),
        ("The envoys left.(AFP, May 3) Nobody knows why.", ["The envoys left.", "Nobody knows why."]),
        ("The envoys left. (AFP, May 3)", ["The envoys left."]),
        ("The envoys left. (AFP, May 3) (Interfax, May 4) They flew.", ["The envoys left.", "They flew."]),
        # a stop on both sides
        ("The envoys left. (AFP, May 3). Nobody knows why.", ["The envoys left.", "Nobody knows why."]),
        # none at all
        (
            "The envoys left the talks in Riga (AFP, May 3) Nobody knows why.",
            ["The envoys left the talks in Riga (AFP, May 3)", "Nobody knows why."],
        ),
        (
            "The envoys left the talks in Riga (AFP, May 3)“We know why,” one said.",
            ["The envoys left the talks in Riga (AFP, May 3)", "“We know why,” one said."],
        ),
        ("The envoys left the talks in Riga (AFP, May 3)", ["The envoys left the talks in Riga (AFP, May 3)"]),
        # in the middle
        (
            "The envoys left (AFP, May 3) and flew home (Interfax, May 4).",
            ["The envoys left (AFP, May 3) and flew home (Interfax, May 4)."],
        ),
        (
            "The envoys left Riga (AFP, May 3) The talks failed.",
            ["The envoys left Riga (AFP, May 3)", "The talks failed."],
        ),
        ("His aide (AFP, May 3) Petrov left.", ["His aide (AFP, May 3) Petrov left."]),
        # cross-references behave as citations do
        (
            "The envoys left (see the Monitor, May 3). They flew.",
            ["The envoys left (see the Monitor, May 3).", "They flew."],
        ),
        ("The envoys left. (See the Monitor, May 3.) They flew.", ["The envoys left.", "They flew."]),
        ("The envoys left [AFP, May 3]. They flew.", ["The envoys left [AFP, May 3].", "They flew."]),
        # a doubled mark belongs to the citation
        ("The envoys left (AFP, May 3)). They flew.", ["The envoys left (AFP, May 3)).", "They flew."]),
        # any other bracket does not
        ("The union (known as U.N.I.T.E.) met. It left.", ["The union (known as U.N.I.T.E.) met.", "It left."]),
    ],
)
def test_citation_and_stop(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks failed [1]. They left [2].", ["Talks failed [1].", "They left [2]."]),
        ("Talks failed.[1] They left.[2]", ["Talks failed.", "They left."]),
        ("Talks failed. [1] They left. [2]", ["Talks failed.", "They left."]),
        ("Talks failed.[1][2] They left.", ["Talks failed.", "They left."]),
        ("Talks failed (1). They left. (2) Some stayed.", ["Talks failed (1).", "They left.", "Some stayed."]),
        ("Talks failed [1] and they left [2].", ["Talks failed [1] and they left [2]."]),
        ("“We left.”[1] Then they flew.[2]", ["“We left.”", "Then they flew."]),
    ],
)
def test_note_markers_and_stop(text: str, expected: list[str]) -> None:
    assert sentences(f"{text}\n\nNotes\n\n1. AFP, May 3\n2. Interfax, May 4") == expected


def test_footnotes_of_markdown() -> None:
    text = "Talks failed.[^1] They left[^2].\n\n[^1]: AFP, May 3\n[^2]: Interfax, May 4"
    assert sentences(text, "markdown") == ["Talks failed.", "They left[^2]."]


# Written with a bar where a sentence ends.
@pytest.mark.parametrize(
    "text",
    [
        # titles and initials
        "Gen. A. B. Petrov met Mr. Jones. |He left.",
        "Yu. M. Luzhkov and Dr. Berzins flew to St. Petersburg. |They met.",
        "Lt. Gen. Ozols and Col. V. Kalnins left. |Nobody followed.",
        "It was signed by J. R. Smith Jr. and others. |It failed.",
        # abbreviations that may close a sentence
        "He lives in the U.S. |The visit ended.",
        "He came from the U.S. Senate. |It was late.",
        "The aid came from the U.S. and the E.U. last year. |It is spent.",
        "Talks began at 5 p.m. |They ended at 7 p.m. Moscow time.",
        "Oil, gas, etc. were sold. |Coal was not.",
        "Baltic Oil Inc. won. |Northern Gas Ltd. lost.",
        "The buyer is Baltic Oil Co. |He paid in cash.",
        "He was born in Washington, D.C. |His father was a smith.",
        "It was Peter I. |He ruled long.",
        "It fell under Nicholas II. |Nobody wept.",
        # days, numbers, ordinals
        "They met on Jan. 5. |They parted on Sept. 6.",
        "Prices rose 3.5 percent. |Wages fell by 2.1 percent.",
        "The No. 2 party won. |It has 3.000 members.",
        "On the 3. of May they met. |They talked.",
        "It cost $1.5 million. |He paid.",
        "The year was 1999. |Nobody knew.",
        # quotations with stops inside
        "“We came. We saw. We left,” he said. |The crowd went home.",
        '"We came. We saw. We left," he said. |The crowd went home.',
        "«We came. We left,» he said. |The crowd went home.",
        "He said: “We came. We left.” |The crowd went home.",
        "He called it “a farce.” |The crowd went home.",
        "“We came,” he said. |“We left.”",
        "He said that “it is over. It is done” and left. |The crowd went home.",
        # questions and exclamations in quotation marks
        "“Why did they leave?” Petrov asked. |Nobody knew.",
        "“Why did they leave?” the deputy asked. |Nobody knew.",
        "“Never!” General Ivan Petrov shouted. |Nobody moved.",
        "“We left.” Petrov said. |Nobody moved.",
        "“We left.” |He added that nobody had followed them. |Nobody moved.",
        "“Who is to blame?” |Petrov said he did not know.",
        "“We left.” Petrov told Interfax on Monday. |Nobody moved.",
        "He was “no longer wanted.” |Petrov said so in Brussels. |Nobody moved.",
        "“Why did they leave?” |Nobody knew.",
        "“Never!” |The crowd went home, and nobody at all said a word.",
        "“Never!” |The crowd and all those who had followed it from the square were silent, he said.",
        "“We left.” |The crowd went home.",
        "He asked “Who is to blame?” and left. |Nobody knew.",
        "Is it “over”? |Yes. |He said so.",
        "Who is to blame? |The cabinet! |Nobody says so.",
        # a quotation and, behind a dash, who said it
        "“We left.” -- Deputy Ivan Petrov, to Trud. |“We did not.” — Minister Berzins. |Nobody moved.",
        '"Who is to blame?" -- Envoy Janis Berzins. |Nobody knew.',
        "“We left.” |-- The crowd went home.",
        "They left. |-- Deputy Petrov went home.",
        # ellipses
        "They waited... |Then they left.",
        "They waited… |Then they left.",
        "They waited ... and left.",
        "They waited. . . and left.",
        # datelines
        "RIGA, May 3 (AFP) -- The envoys left. |They flew.",
        "RIGA -- The envoys left. |They flew.",
        "RIGA. The envoys left. |They flew.",
        "Minsk. The envoys left. |They flew.",
        "Riga, May 3. The envoys left. |They flew.",
        "BONN, Germany, 3 May. The envoys left. |They flew.",
        "They left Minsk. |They flew.",
        "Silence. |They flew.",
        # list numbers
        "1. The bill was late. |They knew.",
        "(a) The bill was late. |They knew.",
        "They want three things: (1) talks; (2) a vote; (3) peace. |They wait.",
        "They want: 1. talks; 2. a vote. |They wait.",
        # small letters and marks
        "The site news.lv. was down. |It is up.",
        "The envoys left [sic]. |They flew.",
        "The envoys left.”",
        "The envoys left?! |They flew.",
        "The envoys left",
    ],
)
def test_where_sentences_end(text: str) -> None:
    assert sentences(text.replace("|", "")) == [s.strip() for s in text.split("|")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The law was made in the U.S. (AFP, May 3). It failed.",
            ["The law was made in the U.S. (AFP, May 3).", "It failed."],
        ),
        (
            "The buyer is Baltic Oil Inc. (AFP, May 3). It paid.",
            ["The buyer is Baltic Oil Inc. (AFP, May 3).", "It paid."],
        ),
        ("They serve the U.S. (AFP, May 3).", ["They serve the U.S. (AFP, May 3)."]),
        ("They serve the U.S. (AFP, May 3) They left.", ["They serve the U.S.", "They left."]),
    ],
)
def test_an_abbreviation_before_a_citation(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_wrapped_lines_do_not_end_sentences() -> None:
    text = "The envoys left Riga, where\r\nthey had met Gen.\r\nPetrov for a week. They\r\nflew (AFP,\r\nMay 3)."
    assert sentences(text) == [
        "The envoys left Riga, where they had met Gen. Petrov for a week.",
        "They flew (AFP, May 3).",
    ]


def test_headlines_mastheads_and_notes_are_no_sentences() -> None:
    text = (
        "Publication: Monitor Volume: 5 Issue: 223\n\nTALKS FAIL. The talks failed [1].\n\nARMY LEAVES.\n\nIt left.\n\n"
        "[1] AFP, May 3. Page 2."
    )
    assert sentences(text) == ["The talks failed [1].", "It left."]


def test_sentences_have_their_paragraph_and_quotations() -> None:
    text = "Talks failed.\n\n“We left,” he said, “at once.” He “flew.”"
    found = analyse(read_text(text)).sentences
    assert [s.paragraph for s in found] == [1, 2, 2]
    assert [[q.of(text) for q in s.quotations] for s in found] == [[], ["“We left,”", "“at once.”"], ["“flew.”"]]


PIECES = st.lists(
    st.sampled_from(
        [
            *"The envoys left Mr. U.S. 3.5 (AFP, May 3) [1] (1) . ? ! … ... “ ” \" ' ( ) [ ] , He p.m. A. “Why?” said".split(
                " "
            ),
            "\n",
            "\n\n",
            "(Interfax, May 4)",
            "TALKS FAIL.",
            "[1] AFP",
        ]
    ),
    max_size=25,
)


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=100) | PIECES.map(" ".join) | PIECES.map("".join))
def test_any_text_gives_sentences_in_order_and_apart(text: str) -> None:
    analysis = analyse(read_text(text), date=dt.date(1999, 12, 2))
    end = 0
    for sentence in analysis.sentences:
        assert end <= sentence.span.start < sentence.span.end <= len(analysis.document.text)
        assert (
            analysis.document.prose[sentence.span.end - 1].strip()
            or not sentence.span.of(analysis.document.text).strip()
        )
        assert all(sentence.span.holds(q) for q in sentence.quotations)
        end = sentence.span.end


def test_a_long_paragraph_takes_no_longer_by_the_word() -> None:
    words = "“We left.” Talks failed. (AFP, May 3) "
    starts = range(0, len(words) * 20_000, len(words))
    found = segment.sentences(
        words * 20_000,
        Span(0, len(words) * 20_000),
        1,
        [Span(start + 25, start + 37) for start in starts],
        [Span(start, start + 10) for start in starts],
        segment.default_abbreviations(),
    )
    assert len(found) == 40_000


def test_brackets_that_meet_count_as_one() -> None:
    text = "Talks failed. (AFP, [1] May 3) They left."
    found = segment.sentences(
        text, Span(0, len(text)), 1, [Span(14, 30), Span(20, 23)], (), segment.default_abbreviations()
    )
    assert [s.span.of(text) for s in found] == ["Talks failed.", "They left."]


def test_a_stop_behind_the_blanks_of_a_long_address():
    first = "Talks failed, according to [Reuters](https://www.reuters.com/world/2025/10/01/ferry-talks/)."
    text = f"{first} The ministry kept silent."
    found = analyse(read_text(text, format="markdown")).sentences
    assert [s.span.of(text) for s in found] == [first, "The ministry kept silent."]
