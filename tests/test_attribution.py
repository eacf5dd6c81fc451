"""Who said it, the words that say so, what was said: sentence by sentence."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attrib.analysis import analyse
from attrib.attribution import Context, default_cues, find
from attrib.attribution.quotations import quotations
from attrib.attribution.speeches import joined
from attrib.inputs import read_text
from attrib.model import Attribution, Mention, Paragraph, Sentence, Source, Span

OUTLETS = {
    "Interfax": Source("interfax", "Interfax", "agency"),
    "Itar-Tass": Source("itar-tass", "Itar-Tass", "agency"),
    "Izvestia": Source("izvestia", "Izvestia", "newspaper"),
    "Segodnya": Source("segodnya", "Segodnya", "newspaper"),
    "Kommersant": Source("kommersant", "Kommersant", "newspaper"),
    "NTV": Source("ntv", "NTV", "broadcaster"),
    "BBC": Source("bbc", "BBC", "broadcaster"),
    "Time": Source("time", "Time", "magazine", common_word=True),
    "Monitor": Source("monitor", "Monitor", "magazine", common_word=True),
    "Russian agencies": Source("russian-agencies", "Russian agencies", "agency", collective=True, common_word=True),
    "Carnegie": Source("carnegie", "Carnegie", "institution"),
}
_NAME = re.compile(r"\b(?:" + "|".join(map(re.escape, OUTLETS)) + r")\b")
_SENTENCE = re.compile(r"[^.?!]+(?:[.?!](?=\S)[^.?!]*)*[.?!]?[\"”]?")


def attributions(*paragraphs: str, masked: str = "") -> tuple[str, list[Attribution]]:
    """The attributions of paragraphs whose sentences are split by `` | ``."""
    out: list[Attribution] = []
    context = Context()
    prose = "\n\n".join(paragraphs)
    at = first = 0
    for number, text in enumerate(paragraphs, 1):
        span = Span(at, at + len(text))
        sentences = []
        start = at
        for part in text.split(" | "):
            sentences.append(Sentence(Span(start, start + len(part)), number))
            start += len(part) + 3
        mentions = [Mention(Span(*m.span()), (OUTLETS[m.group()],)) for m in _NAME.finditer(prose, *span)]
        holes = [Span(*m.span()) for m in re.finditer(masked, prose)] if masked else []
        said, context = find(
            prose, Paragraph(span, "prose", number), sentences, first, mentions, holes, default_cues(), context
        )
        out += said
        first += len(sentences)
        at = span.end + 2
    return prose, out


def shown(prose: str, found: Attribution) -> tuple[str | None, str | None, str]:
    return (
        found.source and found.source.of(prose),
        found.cue and found.cue.of(prose),
        " ... ".join(c.of(prose) for c in found.content),
    )


# sentence, source, cue, content
FRAMES = [
    # that-clauses and bare clauses
    ("The minister said that prices would rise.", "The minister", "said", "that prices would rise"),
    ("The minister said prices would rise.", "The minister", "said", "prices would rise"),
    ("Petrov has repeatedly said that he will go.", "Petrov", "has repeatedly said", "that he will go"),
    ("Petrov said on Monday that he would go.", "Petrov", "said", "that he would go"),
    ("Petrov said, however, that he would go.", "Petrov", "said", "that he would go"),
    ("Analysts believe that the bank is broke.", "Analysts", "believe", "that the bank is broke"),
    ("They say he'd resign.", "They", "say", "he'd resign"),
    ("The agency pointed out that the mine was shut.", "The agency", "pointed out", "that the mine was shut"),
    ("A report published on Monday said the mine was shut.", "A report", "said", "the mine was shut"),
    # hearers
    ("Petrov told reporters yesterday that he would go.", "Petrov", "told", "that he would go"),
    ("Petrov told reporters in Minsk that he would go.", "Petrov", "told", "that he would go"),
    ("Petrov told them he would go.", "Petrov", "told", "he would go"),
    ('Petrov told reporters: "We will go."', "Petrov", "told", '"We will go."'),
    ("Petrov told the court about the loan.", "Petrov", "told", "the loan"),
    ("Petrov asked whether the road was open.", "Petrov", "asked", "whether the road was open"),
    # infinitives and urging
    ("The rebels promised to free the captives.", "The rebels", "promised", "to free the captives"),
    ("The premier urged both sides to talk.", "The premier", "urged", "to talk"),
    ("The premier called on both sides to talk.", "The premier", "called on", "to talk"),
    # noun phrases
    ("Petrov denied the charges.", "Petrov", "denied", "the charges"),
    ("The ministry announced a recall.", "The ministry", "announced", "a recall"),
    ("The union called for a strike.", "The union", "called for", "a strike"),
    ("The envoy warned of new floods.", "The envoy", "warned of", "new floods"),
    ("The envoy accused the army of looting.", "The envoy", "accused", "the army of looting"),
    ("The envoy described the talks as useful.", "The envoy", "described", "the talks as useful"),
    ("The envoy called the talks a farce.", "The envoy", "called", "the talks a farce"),
    ("The envoy expressed concern about the truce.", "The envoy", "expressed concern about", "the truce"),
    ("The envoy is confident that the truce will hold.", "The envoy", "is confident", "that the truce will hold"),
    ("The envoy was critical of the truce.", "The envoy", "was critical of", "the truce"),
    # inverted, interposed, postposed
    ("“We will go,” said Petrov.", "Petrov", "said", "“We will go,”"),
    ("“We will go,” Petrov said.", "Petrov", "said", "“We will go,”"),
    ("“We will go,” Petrov said, “and soon.”", "Petrov", "said", "“We will go,” ... “and soon.”"),
    ("“We will go,” said Petrov, the mayor. “And soon.”", "Petrov", "said", "“We will go,” ... “And soon.”"),
    ("The road was closed, officials said.", "officials", "said", "The road was closed"),
    ("The road was closed, said the police.", "the police", "said", "The road was closed"),
    ("The road, officials said, was closed.", "officials", "said", "The road ... was closed"),
    ("The road was closed, he said in an interview.", "he", "said", "The road was closed"),
    ("As Petrov noted, the road was closed.", "Petrov", "noted", "the road was closed"),
    ("Petrov said: “We will go.”", "Petrov", "said", "“We will go.”"),
    # with the hearer behind the cue
    ("The road was closed, Petrov told reporters.", "Petrov", "told", "The road was closed"),
    ("The road was closed, Petrov told Interfax on Monday.", "Petrov", "told", "The road was closed"),
    ("The road, Petrov told the council, was closed.", "Petrov", "told", "The road ... was closed"),
    ("“We will go,” Petrov told the council, after a vote.", "Petrov", "told", "“We will go,”"),
    ("He will go, he told Trud, and “the sooner the better.”", "he", "told", "He will go ... “the sooner the better.”"),
    ("In Minsk on Monday, Petrov told the council.", "Petrov", "told", ""),
    ("Petrov told a hastily called press briefing that he would go.", "Petrov", "told", "that he would go"),
    ("Petrov said the truce was “a farce.”", "Petrov", "said", "the truce was “a farce.”"),
    # appositions and relative clauses
    ("Petrov, the deputy minister, said that he would go.", "Petrov", "said", "that he would go"),
    ("Petrov, a hawk and head of the board, said that he would go.", "Petrov", "said", "that he would go"),
    ("Speaking in Minsk, Petrov said that he would go.", "Petrov", "said", "that he would go"),
    ("The mayor of the town said that he would go.", "The mayor of the town", "said", "that he would go"),
    ("Petrov himself said that he would go.", "Petrov", "said", "that he would go"),
    ("The minister herself would say only that she would go.", "The minister", "would say", "that she would go"),
    # behind a preposition and its object
    ("At the meeting with the deputies Petrov said that he would go.", "Petrov", "said", "that he would go"),
    ("Before the deputies Petrov also denied the charges.", "Petrov", "denied", "the charges"),
    ("At a lunch for reporters Petrov said that he would go.", "Petrov", "said", "that he would go"),
    ("In Minsk the ministry said that he would go.", "the ministry", "said", "that he would go"),
    ("In Minsk the council of state said that he would go.", "the council of state", "said", "that he would go"),
    ("For five weeks the mayor denied the charges.", "the mayor", "denied", "the charges"),
    ("Later the analyst Petrov said that he would go.", "the analyst Petrov", "said", "that he would go"),
    ("The ruling party's leader said that he would go.", "The ruling party's leader", "said", "that he would go"),
    ("A mine near the leading port said that it would go.", "A mine near the leading port", "said", "that it would go"),
    # fixed phrases
    ("According to the ministry, the road is open.", "the ministry", "According to", "the road is open"),
    ("The road is open, according to the ministry.", "the ministry", "according to", "The road is open"),
    ("The road, according to the ministry, is open.", "the ministry", "according to", "The road ... is open"),
    ("In the words of the mayor, the road is a grave.", "the mayor", "In the words of", "the road is a grave"),
    ("In the mayor's view, the road is a grave.", "the mayor", "In the mayor's view", "the road is a grave"),
    ("In his view, the road is a grave.", "his", "In his view", "the road is a grave"),
    # passives
    ("Petrov was quoted as saying that he would go.", "Petrov", "was quoted as saying", "that he would go"),
    ("The road would close, Petrov was quoted as saying.", "Petrov", "was quoted as saying", "The road would close"),
    ("The plan was announced by the ministry.", "the ministry", "was announced by", "The plan"),
    ("The plan announced by the ministry failed.", "the ministry", "announced by", "The plan"),
    ("The army is said to have left.", None, "is said", "The army ... to have left"),
    ("The army is expected to leave.", None, "is expected", "The army ... to leave"),
    ("It was announced that the army had left.", None, "was announced", "that the army had left"),
    ("A recall was announced.", None, "was announced", "A recall"),
    ("He was told that the army had left.", None, "was told", "that the army had left"),
    ("The truce is described as a farce.", None, "is described as", "The truce ... a farce"),
    ("The army was accused of looting.", None, "was accused of", "The army ... looting"),
    ("The army has reportedly left.", None, "reportedly", "The army has ... left"),
    (
        "The minister was warned by the army that it was late.",
        "the army",
        "was warned by",
        "The minister ... that it was late",
    ),
    ("A man identified as a guard, fled.", None, "identified as", "A man ... a guard"),
    ("He is known as a hard man.", None, "is known as", "He ... a hard man"),
    ("The mayor was asked to resign.", None, "was asked", "to resign"),
    ("There are rumors that the bank is broke.", None, "rumors", "that the bank is broke"),
    ("There are fears that the bank is broke.", None, "fears", "that the bank is broke"),
    (
        "The army confirmed his fears that spring would come.",
        "The army",
        "confirmed",
        "his fears that spring would come",
    ),
    ("The army was condemned for haste.", None, "was condemned for", "The army ... haste"),
    ("The mayor was warned that it was late.", None, "was warned", "that it was late"),
    ("The plan, announced by the ministry, failed.", "the ministry", "announced by", "The plan"),
    # other places of the verb
    ("He kept saying that it was late.", "He", "saying", "that it was late"),
    ("He is saying that it was late.", "He", "is saying", "that it was late"),
    ("He left after saying that it was late.", "He", "saying", "that it was late"),
    ("A letter saying that it was late came.", "A letter", "saying", "that it was late came"),
    ("The dam, according to men who saw it, was late.", "men", "according to", "The dam ... was late"),
    ("The mayor claims he was late.", "The mayor", "claims", "he was late"),
    ("By his own account it was late.", "his", "By his own account", "it was late"),
    ("It was late, by the ministry's count.", "the ministry", "by the ministry's count", "It was late"),
    ("By the reckoning of an officer, it was late.", "an officer", "By the reckoning of", "it was late"),
    ("He went on to say that it was late.", "He", "went on to say", "that it was late"),
    ("He refused to leave the house.", "He", "refused", "to leave the house"),
    ("He would not say whether it was late.", "He", "would not say", "whether it was late"),
    ("He did not say whether it was late.", "He", "did not say", "whether it was late"),
    ("They don't believe that it is late.", "They", "don't believe", "that it is late"),
    ("The union petitioned for a pause.", "The union", "petitioned for", "a pause"),
    ("The mine, the ministry said in a letter, was shut.", "the ministry", "said", "The mine ... was shut"),
    ("Still, he said, it was late.", "he", "said", "Still ... it was late"),
    ("What officials said was a lie.", "officials", "said", "What ... was a lie"),
    ("The town left and the mayor said that it was late.", "the mayor", "said", "that it was late"),
    ("The mayor left and said that it was late.", "The mayor", "said", "that it was late"),
    ("The mayor revised his plans, saying that it was late.", "The mayor", "saying", "that it was late"),
    (
        "The mayor, who left yesterday, revised his plans, saying that it was late.",
        "The mayor",
        "saying",
        "that it was late",
    ),
    ("Some in the town say that it was late.", "Some in the town", "say", "that it was late"),
    ("The minister, who is confident that it will hold, left.", "who", "is confident", "that it will hold"),
    ("The minister, a hawk, is confident that it will hold.", "The minister", "is confident", "that it will hold"),
    ("The mayor was aware of the loan.", "The mayor", "was aware of", "the loan"),
    ("Petrov asked the court if it was late.", "Petrov", "asked", "if it was late"),
    ("Petrov told them, however, that it was late.", "Petrov", "told", "that it was late"),
    ("Petrov told reporters “it is late” and left.", "Petrov", "told", "“it is late” and left"),
    ("He criticized the army for looting.", "He", "criticized", "the army for looting"),
    ("He said so.", "He", "said", "so"),
    ("Petrov: “We will go.”", "Petrov", ":", "“We will go.”"),
    ("Pressed about the loan, the mayor left.", None, "Pressed about", "the loan"),
    (
        "The road is closed; it was built, according to the mayor, in haste.",
        "the mayor",
        "according to",
        "it was built ... in haste",
    ),
    # a subject before its own clause, a time, a quantity or those it is like
    ("Petrov on Tuesday said that he would go.", "Petrov", "said", "that he would go"),
    ("The council this week announced a recall.", "The council", "announced", "a recall"),
    ("Voters who watched the debate said that it was dull.", "Voters", "said", "that it was dull"),
    ("People close to Petrov say that he will go.", "People close to Petrov", "say", "that he will go"),
    ("Critics like Petrov say that it is late.", "Critics like Petrov", "say", "that it is late"),
    ("One in five say that it is late.", "One in five", "say", "that it is late"),
    ("About 42% say that it is late.", "42%", "say", "that it is late"),
    ("Kelly said that it was late.", "Kelly", "said", "that it was late"),
    ("“It is late,” said Will Petrov, a miner.", "Will Petrov", "said", "“It is late,”"),
    ("“It is late,” said a man close to the mayor.", "a man close to the mayor", "said", "“It is late,”"),
    ("But, he said, it was late.", "he", "said", "it was late"),
    ("And as Petrov noted, it was late.", "Petrov", "noted", "it was late"),
    ("Bankers do not exclude that it is late.", "Bankers", "do not exclude", "that it is late"),
    ("Women in Riga see no reason to wait.", "Women in Riga", "see no reason", "to wait"),
    ("Fishermen see little sign of ice.", "Fishermen", "see little sign of", "ice"),
    ("The quay is rumored to be for sale.", None, "is rumored", "The quay ... to be for sale"),
    ("Two quays are quietly rumoured to be his.", None, "are quietly rumoured", "Two quays ... to be his"),
    ("The quay is whispered to be his.", None, "is whispered", "The quay ... to be his"),
    ("It is an open secret in Riga that the quay is his.", None, "open secret", "that the quay is his"),
    ("That the quay is his is an open secret.", None, "open secret", "That the quay is his"),
    ("Rumor has it that the quay is his.", None, "Rumor has it", "that the quay is his"),
    ("The mayor of Riga, on the ice: “It will hold.”", "The mayor of Riga", ":", "“It will hold.”"),
    ("The port commission: “It will hold until March.”", "The port commission", ":", "“It will hold until March.”"),
    ("Berzina on the ice: “It will hold.”", "Berzina", ":", "“It will hold.”"),
    ("Prime Minister Anna Berzina – “It will hold.”", "Prime Minister Anna Berzina", "–", "“It will hold.”"),
    ("Latvia: Prime Minister Anna Berzina – “It will hold”.", "Prime Minister Anna Berzina", "–", "“It will hold”"),
    ("• Latvia: Berzina on the ice: “It will hold.”", "Berzina", ":", "“It will hold.”"),
    ("Anna Berzina, after the vote -- “It will hold”.", "Anna Berzina", "--", "“It will hold”"),
    ("He said of the talks: “It is late.”", "He", "said", "“It is late.”"),
    ("Petrov told her she was late.", "Petrov", "told", "she was late"),
    # nouns
    ("The claim that the army left is false.", None, "claim", "that the army left is false"),
    ("The mayor's criticism of the army was mild.", "The mayor", "criticism of", "the army was mild"),
    # a light verb and a noun of saying
    ("Petrov made several kind remarks about the mine.", "Petrov", "made several kind remarks about", "the mine"),
    (
        "The ministry issued a warning that the road would flood.",
        "The ministry",
        "issued a warning",
        "that the road would flood",
    ),
    ("He made it clear that he would go.", "He", "made it clear", "that he would go"),
    ("The mayor made clear on Monday that he would go.", "The mayor", "made clear", "that he would go"),
    ("Petrov called Tuesday for a recount.", "Petrov", "called Tuesday for", "a recount"),
    ("Petrov made several complaints that day.", "Petrov", "made", "several complaints that day"),
    ("The guard did: “All of them.”", "The guard", "did", "“All of them.”"),
    # nothing was said
    ("The mayor declined to comment on the loan.", "The mayor", "declined to comment", ""),
    ("The ministry refused to say whether it was late.", "The ministry", "refused to say", ""),
    ("The mayor refused to leave.", "The mayor", "refused", "to leave"),
    # for and against, and what somebody means to do
    ("Petrov backed the truce.", "Petrov", "backed", "the truce"),
    ("Petrov opposes raising the fare.", "Petrov", "opposes", "raising the fare"),
    ("The governor wants to close the mine.", "The governor", "wants", "to close the mine"),
    ("The party prefers a later date.", "The party", "prefers", "a later date"),
    ("Petrov would embrace a truce.", "Petrov", "would embrace", "a truce"),
    ("She spoke in favor of the truce.", "She", "spoke in favor of", "the truce"),
    ("It was a road he said was closed.", "he", "said", "road ... was closed"),
    ("The affidavit cited talks with miners he knew.", "The affidavit", "cited", "talks with miners he knew"),
    ("Schlafly also said that it was late.", "Schlafly", "said", "that it was late"),
    ("It rose, according to a publishing executive.", "a publishing executive", "according to", "It rose"),
    ("Petrov, who calls it a “shame,” said it would close.", "who", "calls", "it a “shame,”"),
    ("Petrov: We will go.", "Petrov", ":", "We will go"),
    # names in -s, pointed words, and names of what was named
    ("Boris Andrews calls it a shame.", "Boris Andrews", "calls", "it a shame"),
    ("Petrov called that report a lie.", "Petrov", "called", "that report a lie"),
    ("Petrov called what he saw a disgrace.", "Petrov", "called", "what he saw a disgrace"),
    ("Those surveyed say that it is late.", "Those", "say", "that it is late"),
    ("People familiar with the plan say that it is late.", "People familiar with the plan", "say", "that it is late"),
    ("The mine is shut, according to one of his aides.", "one of his aides", "according to", "The mine is shut"),
    ("The mine is shut, according to someone in the town.", "someone in the town", "according to", "The mine is shut"),
    ("The mine is shut, said Ivan Petrov, who owns it.", "Ivan Petrov", "said", "The mine is shut"),
    ("Petrov has since said that it was late.", "Petrov", "has since said", "that it was late"),
    ("Petrov spoke to miners about the loan.", "Petrov", "spoke to miners about", "the loan"),
    ("The mayor left after denouncing the truce.", "The mayor", "denouncing", "the truce"),
    ("After denouncing the truce, the mayor left.", "the mayor", "denouncing", "the truce"),
    ("Asked a question about the loan, he left.", None, "Asked", "a question about the loan"),
    ("Petrov Denies Taking Bribes From Loggers.", "Petrov", "Denies", "Taking Bribes From Loggers"),
    ("The road was closed, Petrov reported the same day.", "Petrov", "reported", "The road was closed"),
    # findings
    ("The poll shows that few trust him.", "The poll", "shows", "that few trust him"),
    ("A survey found Petrov in the lead.", "A survey", "found", "Petrov in the lead"),
    # figures
    ("Interfax put the number of wounded at 40.", "Interfax", "put", "the number of wounded at 40"),
    ("Interfax, for its part, puts the toll at close to 40.", "Interfax", "puts", "the toll at close to 40"),
    ("Segodnya, by contrast, gives the share as 12 percent.", "Segodnya", "gives", "the share as 12 percent"),
    (
        "The newspaper Segodnya gives a figure of 12 percent.",
        "The newspaper Segodnya",
        "gives a figure of",
        "12 percent",
    ),
    ("A ministry spokesman put the damage at $3 million.", "A ministry spokesman", "put", "the damage at $3 million"),
    ("Finance Minister Petrov put it at 5 percent.", "Finance Minister Petrov", "put", "it at 5 percent"),
    ("Estimates put the toll at 200.", "Estimates", "put", "the toll at 200"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), FRAMES, ids=[row[0][:50] for row in FRAMES])
def test_each_frame(text: str, source: str | None, cue: str, content: str) -> None:
    prose, found = attributions(text)
    assert shown(prose, found[0]) == (source, cue, content)


# sentences that attribute nothing
SILENT = [
    "The army left the town.",
    "The precedent explains why the army left.",
    "The reported attack on the town failed.",
    "Two states claim the island's oil, a state report.",
    "The talks will tell.",
    "He saw the mayor.",
    "The widely expected move came late.",
    "The mine may say nothing.",
    "The ministry was burnt.",
    "Said.",
    "Told of it.",
    "MOSCOW, Dec. 3 -- The rouble fell.",
    "It is certain that spring will come.",
    "Time will tell.",
    "He repelled their attack on the army.",
    "The troops attacked the town.",
    "The mayor left without saying why.",
    "The general put 40 men at the gate.",
    "The general put his men at risk.",
    "The mayor put the flag at half-mast.",
    "The latest deaths put the toll at 200.",
    "This puts the total at 40.",
    "The deal puts the company's value at 3 billion dollars.",
    "The president gave the order as planned.",
    "Petrov gave the miners 30 days.",
    "The figures support nobody.",
    "The mayor could not be reached.",
    "Petrov was not available for comment.",
    "Petrov made several chairs that day.",
    "By attacking the town, the army lost the war.",
    "Asked.",
    "The rumor of the sale died.",
    "He keeps the secret open.",
    "The said.",
    # a colon or a dash behind what speaks not
    "The slogan of the day: “We want bread.”",
    "She has one answer: “We want bread.”",
    "The mayor’s favorite song – “We want bread” – was sung.",
    "It is late, he hopes to.",
    "The towns near the mine state nothing.",
    "According to.",
    "In the paper's words.",
    "It was clear that he lied.",
    "He is to confirm the plan.",
    "The plan could be announced soon.",
    # what something is called
    "The plan, known as the Oak Plan, failed.",
    "They left in an operation known as Sapphire.",
    "Petrov is known as the Wolf.",
    "The town is known as “Little Riga.”",
    # a deed, its purpose, and what it stirred
    "Miners marched to demand that the mine stay open.",
    "Miners struck in Riga to demand that wages be paid.",
    "The closure seems to confirm fears that the mine is broke.",
    "The raid reinforced suspicions that the mine was sold.",
    "The sale will feed fears that the bank is broke.",
    # a participle and its time
    "They sent a third of the sum promised last year.",
    "The money pledged in 1998 was spent.",
    "The reforms announced last week are popular.",
    "The bridge promised on Monday has its money.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_nobody_says(text: str) -> None:
    assert attributions(text)[1] == []


# a sentence with several cues: (source, cue, content) of each
SEVERAL = [
    (
        "Petrov said the road was closed, adding that it would open.",
        [("Petrov", "said", "the road was closed"), ("Petrov", "adding", "that it would open")],
    ),
    (
        "Petrov said the road was closed and called it a grave.",
        [("Petrov", "said", "the road was closed"), ("Petrov", "called", "it a grave")],
    ),
    (
        "Petrov, citing the police, said the road was closed.",
        [("Petrov", "citing", "the police"), ("Petrov", "said", "the road was closed")],
    ),
    (
        "Citing the police, Petrov said the road was closed.",
        [("Petrov", "Citing", "the police"), ("Petrov", "said", "the road was closed")],
    ),
    (
        "Petrov, who said the road was closed, urged drivers to wait.",
        [("who", "said", "the road was closed"), ("Petrov", "urged", "to wait")],
    ),
    (
        "In the house, deputies demanded emergency rule.",
        [("deputies", "demanded", "emergency rule")],
    ),
    (
        "Asked whether he would go, Petrov said no.",
        [(None, "Asked", "whether he would go"), ("Petrov", "said", "no")],
    ),
    (
        "Petrov made a promise to leave; Ivanov said he lied.",
        [("Petrov", "made a promise", "to leave"), ("Ivanov", "said", "he lied")],
    ),
    (  # what is part of another's words has no speaker of its own, a whole proposition has
        "Petrov said that Ivanov believed the story.",
        [("Petrov", "said", "that Ivanov believed the story")],
    ),
    (
        "Petrov said that Ivanov had told him that it was late.",
        [("Petrov", "said", "that Ivanov had told him that it was late"), ("Ivanov", "had told", "that it was late")],
    ),
    (
        "Interfax said that Ivanov had denounced the truce.",
        [("Interfax", "said", "that Ivanov had denounced the truce"), ("Ivanov", "had denounced", "the truce")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[row[0][:50] for row in SEVERAL])
def test_several_cues(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    prose, found = attributions(text)
    assert [shown(prose, a) for a in found] == expected


# source, class
CLASSES = [
    ("Petrov", "person"),
    ("The vice-premier", "role"),
    ("Either of them", "anonymous"),
    ("Moscow mayor Yuri Petrov", "person"),
    ("The FSB", "collective"),
    ("Defense Minister Igor Petrov", "person"),
    ("Igor Petrov, a deputy minister,", "person"),
    ("He", "person"),
    ("A top general", "role"),
    ("A spokesman for the ministry", "role"),
    ("A Russian envoy to NATO", "role"),
    ("A Western attache in Riga", "role"),
    ("An Uzbek cartographer in Riga", "role"),
    ("The Uzbek deal", "collective"),
    ("Labor Minister Issa al-Nuaimi", "person"),
    ("The Kremlin", "collective"),
    ("Moscow", "collective"),
    ("The ministry", "collective"),
    ("The Russian Foreign Ministry", "collective"),
    ("One newspaper", "collective"),
    ("A weekly tabloid", "collective"),
    ("Russian officials", "collective"),
    ("Russian agencies", "collective"),
    ("Interfax", "outlet"),
    ("The daily Kommersant", "outlet"),
    ("An article in Izvestia", "outlet"),
    ("Villagers", "anonymous"),
    ("Sources", "anonymous"),
    ("A source in the ministry", "anonymous"),
    ("An unnamed official", "anonymous"),
    ("A man close to the minister", "anonymous"),
    ("A daily close to the minister", "collective"),
    ("Observers", "anonymous"),
    ("Some", "anonymous"),
    ("The NTV director Igor Petrov", "person"),
    ("It", "collective"),
    ("They", "collective"),
    ("The Ministries", "collective"),
    ("The grid operator Elering", "collective"),
    ("Russian pipeline monopoly Transneft", "collective"),
    ("The Moscow bank Menatep", "collective"),
    ("Sibneft", "collective"),
    ("Opposition leader Petrov", "person"),
    ("The company president Petrov", "person"),
    ("The army Colonel-General Petrov", "person"),
]


@pytest.mark.parametrize(("source", "kind"), CLASSES)
def test_classes(source: str, kind: str) -> None:
    verb = "claim" if source in ("They",) else "claimed"
    _, found = attributions(f"{source} {verb} that the army had left.")
    assert [a.kind for a in found] == [kind]


# text (sentences split by " | "), the outlet of each attribution
CARRIERS = [
    ("“It is late,” Petrov told Interfax.", ["interfax"]),
    ("“It is late”, Petrov told Interfax on Monday.", ["interfax"]),
    ("“It is late,” he told the BBC, “and dark.”", ["bbc"]),
    ("Petrov told Interfax that he would go.", ["interfax"]),
    # "said ..., to": told
    ("“It is late,” said Petrov, the deputy head of the harbor board, to Izvestia.", ["izvestia"]),
    ("“It is late,” said Petrov, to the “Izvestia” of Moscow.", ["izvestia"]),
    ("“It is late.” -- Harbor Master Petrov, to NTV", ["ntv"]),
    ("“It is late,” -- a deputy, in an interview with NTV.", ["ntv"]),
    ("“It is late.” -- Harbor Master Petrov", [None]),
    ("Petrov said that the board gave its hall, to NTV.", [None]),
    ("The board gave its hall, to NTV.", []),
    ("Petrov said in an interview with NTV that he would go.", ["ntv"]),
    ("Speaking on NTV, Petrov denied the charges.", ["ntv"]),
    ("In Izvestia, Petrov denied the charges.", ["izvestia"]),
    ("The premier calmed the market by giving Interfax an interview.", ["interfax"]),
    ("The exile turned up with an interview in Izvestia.", ["izvestia"]),
    ("The vote is off, said its speaker, Ivan Petrov, on NTV.", ["ntv"]),
    # the name in the bracket behind what is said of it
    ("One Moscow daily (Kommersant) says that it was late.", ["kommersant"]),
    ("Another source (Interfax) says that it was late.", ["interfax"]),
    ("The mayor (Kommersant) says that it was late.", [None]),
    ("Petrov was quoted by Interfax as saying that he would go.", ["interfax"]),
    ("NTV quoted Petrov as saying that he would go.", ["ntv", "ntv"]),
    ("The story, published by Kommersant, cost him his post.", ["kommersant"]),
    ("The newspaper Segodnya, close to the bank, today doubted the figures.", ["segodnya"]),
    ("Kommersant ran the photographs.", ["kommersant"]),
    ("Interfax long hid that the text was old, then conceded that it was.", ["interfax"]),
    (
        "Kommersant wrote that the mine was shut. | According to the paper, nobody was paid.",
        ["kommersant", "kommersant"],
    ),
    ("Kommersant wrote that the mine was shut. | Petrov told the paper that he knew.", ["kommersant", "kommersant"]),
    # "the paper" of one that was brought in without a name
    ("NTV said that police shut a radio station. | The station said that it would appeal.", ["ntv", None]),
    ("Kommersant wrote that a paper in Riga was shut. | Petrov told the paper that he knew.", ["kommersant", None]),
    ("Kommersant wrote that one small daily was shut. | According to the daily, it paid.", ["kommersant", None]),
    ("NTV said that a market was shut. | The station said that it would open.", ["ntv", "ntv"]),
    ("NTV said that a train left the station. | The station said that it was empty.", ["ntv", "ntv"]),
    ("The road was closed, Itar-Tass reported.", ["itar-tass"]),
    ("Police raided NTV and fined Kommersant.", []),
    ("The town ran the mine.", []),
    ("Time said that he would go.", [None]),
    ("NTV's Minsk bureau reported that the mine was shut.", ["ntv"]),
    # who writes in an outlet is heard through it
    ("Commentators in Segodnya expect a quiet term.", ["segodnya"]),
    ("Commentators in the Segodnya expect a quiet term.", ["segodnya"]),
    ("A columnist in Izvestia argued that the miners were right.", ["izvestia"]),
    ("Analysts on NTV said that the miners were right.", ["ntv"]),
    ("Commentators in Minsk expect a quiet term.", [None]),
    ("Critics of Segodnya expect a quiet term.", [None]),
    ("Deputies in Segodnya's camp expect a quiet term.", [None]),
    ("Workers at NTV expect a quiet term.", [None]),
    ("Kommersant has found a letter that bears his name.", ["kommersant"]),
    ("The colonel replied in a fax to Izvestia.", ["izvestia"]),
    # what it did not report is nobody's word
    ("NTV did not report the find.", []),
    ("NTV never mentioned the find.", []),
    ("NTV said nothing of the find.", []),
    ("NTV refused to comment on the find.", []),
    ("Neither Kommersant nor NTV reported the find.", []),
    ("NTV did not explain why it had run the photographs.", ["ntv"]),
    ("NTV reported no damage.", ["ntv"]),
    # what somebody hands to it
    ("Petrov conceded to Izvestia yesterday that the mine was shut.", ["izvestia"]),
    ("The premier complained to NTV that the mine was shut.", ["ntv"]),
    ("Petrov conceded to the ministry that the mine was shut.", [None]),
    # the word beside its name makes an outlet of one that nobody knows
    ("The Cable, an online newspaper, adds that the mine was shut.", ["the-cable"]),
    ("The Insider, an investigative website based in Riga, says that it is so.", ["the-insider"]),
    ("The weekly Severnaya Zarya claims that the mine was shut.", ["severnaya-zarya"]),
    ("The independent newspaper “Severnaya Zarya” says that the mine was shut.", ["severnaya-zarya"]),
    ("According to the news agency Severinform, the mine was shut.", ["severinform"]),
    ("Petrov told the weekly Severnaya Zarya that the mine was shut.", ["severnaya-zarya"]),
    # so does a word in it that outlets bear
    ("Radio Severomorsk said that the mine was shut.", ["radio-severomorsk"]),
    ("According to Taiga News, the mine was shut.", ["taiga-news"]),
    ("The Taiga Observer quoted the governor as saying that the mine was shut.", ["taiga-observer", "taiga-observer"]),
    ("Petrov told Radio Severomorsk that the mine was shut.", ["radio-severomorsk"]),
    ("Petrov told the Taiga Observer that the mine was shut.", ["taiga-observer"]),
    ("Press Secretary Petrov said that the mine was shut.", [None]),
    ("The Radio Committee said that the mine was shut.", [None]),
    ("The Times Square Committee said that the mine was shut.", [None]),
    ("Its Moscow namesake, a paper of the bank, learned that the mine was shut.", [None]),
    ("Alfa Group, a media company, said that the mine was shut.", [None]),
    ("Rostur, a federal agency, said that the mine was shut.", [None]),
    ("Ignalina, a nuclear power station, said that the mine was shut.", [None]),
    ("Ivan Petrov, a newspaper magnate, said that the mine was shut.", [None]),
    ("Ivan Petrov, editor of a newspaper, said that the mine was shut.", [None]),
    ("The newspaper editor Ivan Petrov said that the mine was shut.", [None]),
    ("The newspaper's Ivan Petrov said that the mine was shut.", [None]),
    ("A study by Carnegie showed that he would go.", [None]),
    ("The paper said that the mine was shut.", [None]),
]


@pytest.mark.parametrize(("text", "outlets"), CARRIERS, ids=[row[0][:50] for row in CARRIERS])
def test_outlets(text: str, outlets: list[str | None]) -> None:
    _, found = attributions(text)
    assert [a.outlet and a.outlet.id for a in found] == outlets


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        # what is cited is an outlet in the text too, though no registry lists it
        ("Severnaya Zarya doubts that he knew. The mine was shut (Severnaya Zarya, May 3).", ["severnaya-zarya"]),
        ("The mine was shut (Severnaya Zarya, May 3). Petrov told Severnaya Zarya that he knew.", ["severnaya-zarya"]),
        ("Petrov told [The Cable](https://thecable.example/1) that the mine was shut.", ["the-cable"]),
        ("Severnaya Zarya's owner said that he knew. The mine was shut (Severnaya Zarya, May 3).", [None]),
        ("The Severnaya Zarya mine was shut, Petrov said (Severnaya Zarya, May 3).", [None]),
        # the registry's Trud is only a part of it
        ("According to Trud Severa, the mine was shut (Trud Severa, May 3).", ["trud-severa"]),
        # who is no outlet, cited or not
        ("The Mining Ministry said that it was shut (Mining Ministry, May 3).", [None]),
        ("Severnaya Zarya doubts that he knew. The mine was shut (AFP, May 3).", [None]),
    ],
)
def test_outlets_that_only_a_citation_names(text: str, outlets: list[str | None]) -> None:
    read = read_text(text, "draft.md", "markdown")
    assert [a.outlet and a.outlet.id for a in analyse(read, date=dt.date(1999, 5, 5)).attributions] == outlets


@pytest.mark.parametrize(
    "text",
    [
        "Petrov told the Monitor that he would go.",
        "Petrov told Jamestown that he would go.",
        "Petrov told this publication that he would go.",
        "Petrov told us that he would go.",
        "A guard told me that he would go.",
    ],
)
def test_own_interview(text: str) -> None:
    _, found = attributions(text)
    assert found[0].own_interview
    assert found[0].outlet is None


@pytest.mark.parametrize(
    "text",
    [
        "Pictures seen by this author show that the mine was shut.",
        "The lists, obtained by this newsletter, say that the mine was shut.",
    ],
)
def test_what_the_bulletin_has_seen_itself(text: str) -> None:
    found = analyse(read_text(text), date=dt.date(1999, 5, 5))
    assert [a.own_interview for a in found.attributions] == [True]
    assert found.supports[0].level in ("attributed", "exempt")


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        # between commas stands which one it is
        ("One Moscow paper, Trud, says that the mine was shut.", ["Trud"]),
        ("One of them, Komsomolskaya pravda, says that the mine was shut.", ["Komsomolskaya pravda"]),
        ("The mayor, Trud, and AFP said that the mine was shut.", ["AFP"]),
        ("Ivan Petrov, Trud, said that the mine was shut.", [None]),
        # a capital article in the midst of a sentence is of a name
        ("The mine, The Guardian writes, was shut.", ["The Guardian"]),
        ("The mine, the guardian writes, was shut.", [None]),
    ],
)
def test_outlets_by_the_marks_around_them(text: str, outlets: list[str | None]) -> None:
    found = analyse(read_text(text), date=dt.date(1999, 5, 5))
    assert [a.outlet and a.outlet.name for a in found.attributions] == outlets


def test_the_bulletin_by_the_last_word_of_its_name() -> None:
    head = "Publication: Karelia Brief Volume: 2 Issue: 3\n\nMay 5, 2012\n\n"
    for told, own in (("the Brief", True), ("the brief", False), ("the Committee", False)):
        (one,) = analyse(read_text(f"{head}Petrov told {told} that he would go.")).attributions
        assert one.own_interview is own, told


def test_not_every_hearer_is_the_bulletin() -> None:
    assert not attributions("Petrov told Interfax that he would go.")[1][0].own_interview


# paragraphs, the speaker of each attribution
SPEAKERS = [
    (["Colonel General Igor Petrov said that he would go. | He added that it was late."], ["Igor Petrov"] * 2),
    (["Igor Petrov, a general, said no.", "Petrov added that it was late."], ["Igor Petrov"] * 2),
    (["Igor Petrov, a general, said no. | The general added that it was late."], ["Igor Petrov"] * 2),
    (["Igor Petrov left the town. | Petrov said that it was late."], ["Igor Petrov"]),
    (["The general said that it was late."], [None]),
    (["Petrov said that it was late."], ["Petrov"]),
    (["Igor Petrov said no. | A spokesman said yes. | He added that it was late."], ["Igor Petrov", None, None]),
    (["Igor Petrov, who said that it was late, left."], ["Igor Petrov"]),
]


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("“Nobody rang,” says their chairman, Rosa de Wit, who keeps the books.", "person", "Rosa de Wit"),
        ("The governor of Riga, Anna Berzina, said that the ice would hold.", "person", "Anna Berzina"),
        ("The ice, its chief engineer, Pavel Novák, said, would hold.", "person", "Pavel Novák"),
        ("The ice would hold, said a spokesman for the fleet, Jon Moe.", "person", "Jon Moe"),
        ("The governor of Riga, a former sailor, said that the ice would hold.", "role", None),
        ("The governor, Riga's longest serving, said that the ice would hold.", "role", None),
        ("A spokesman, Interior Ministry officials said, had been seen.", "collective", None),
        ("A spokesman for the bank, Central Bank, said that the ice would hold.", "role", None),
    ],
)
def test_a_name_behind_an_office_is_the_speakers(text: str, kind: str, speaker: str | None) -> None:
    assert [(a.kind, a.speaker) for a in attributions(text)[1]] == [(kind, speaker)]


@pytest.mark.parametrize(("paragraphs", "speakers"), SPEAKERS, ids=[row[0][0][:50] for row in SPEAKERS])
def test_speakers(paragraphs: list[str], speakers: list[str | None]) -> None:
    assert [a.speaker for a in attributions(*paragraphs)[1]] == speakers


# paragraphs, office and body of each attribution's speaker
POSTS = [
    (
        ["Defense Ministry spokesman Ivan Petrov said no. | He left it at that, he added."],
        [("spokesman", "Defense Ministry")] * 2,
    ),
    (["Ivan Petrov, head of the central bank, said no."], [("head", "the central bank")]),
    (["“No,” said Igor Petrov, a deputy minister of trade."], [("deputy minister", "trade")]),
    (["A spokesman for the ministry said no."], [("spokesman", "the ministry")]),
    (["The Interior Ministry's spokesman said no."], [("spokesman", "Interior Ministry")]),
    (["A top general said no."], [("top general", None)]),
    (["Mr. Petrov said no."], [(None, None)]),
    (["Igor Petrov (the governor) said no."], [("governor", None)]),
    (["Colonel General Igor Petrov said no.", "Petrov added that it was late."], [("Colonel General", None)] * 2),
    (["Moscow mayor Yuri Petrov said no. | The mayor added that it was late."], [("mayor", "Moscow")] * 2),
    (["The Kremlin said no."], [(None, None)]),
    # who is named behind his office is named
    (["“No,” says her deputy, Rosa de Wit, who was there."], [("deputy", None)]),
    (["The governor of Riga, Anna Berzina, said no."], [("governor", "Riga")]),
    # a rank goes with any office; that of one among many does not stand for it
    (["General Ivan Petrov, commander of the Baltic Fleet, said no."], [("commander", "the Baltic Fleet")]),
    (["“No,” said Colonel Petrov, head of the garrison."], [("head", "the garrison")]),
    (["Gen. Petrov, Russia's deputy defense minister, said no."], [("deputy defense minister", "Russia")]),
    (["Senator Petrov, chairman of the committee, said no."], [("chairman", "the committee")]),
    (["General Petrov, a veteran of two wars, said no."], [("General", None)]),
    (["President Petrov, head of the council, said no."], [("President", None)]),
    (
        ["General Petrov said no. | Petrov, who is the commander of the fort, added that it was late."],
        [("General", None), ("commander", "the fort")],
    ),
]


@pytest.mark.parametrize(("paragraphs", "posts"), POSTS, ids=[row[0][0][:50] for row in POSTS])
def test_what_the_speaker_is(paragraphs: list[str], posts: list[tuple[str | None, str | None]]) -> None:
    assert [(a.office, a.body) for a in attributions(*paragraphs)[1]] == posts


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Reuters on 4 December reported that the road was closed.", "Reuters"),
        ("The daily Diena on 3 and 4 December reported that it was late.", "The daily Diena"),
        ("Diena of 4 December wrote that it was late.", "Diena"),
        ("BNS in Vilnius on 4 December reported that it was late.", "BNS in Vilnius"),
        ("The ministry on 4 December said that it was late.", "The ministry"),
        ("Interfax on December 4 reported that it was late.", "Interfax"),
        ("Channel 4 reported that it was late.", "Channel 4"),
    ],
)
def test_a_day_is_no_part_of_who_speaks(text: str, source: str) -> None:
    _, (found,) = attributions(text)
    assert found.source is not None
    assert found.source.of(text) == source


ACTS = [
    ("Petrov said that it was late.", "speech"),
    ("Petrov believes that it is late.", "thought"),
    ("Petrov opposes the truce.", "stance"),
    ("The poll shows that few trust him.", "finding"),
    ("Estimates put the toll at 200.", "finding"),
    ("The ministry put the toll at 200.", "speech"),
    ("Kommersant ran the photographs.", "speech"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_what_was_done(text: str, act: str) -> None:
    assert [a.act for a in attributions(text)[1]] == [act]


def test_a_quotation_goes_on_in_the_next_sentence() -> None:
    prose, found = attributions("“We will go,” Petrov said. | “And we will go soon.”")
    assert [shown(prose, a) for a in found] == [("Petrov", "said", "“We will go,” ... “And we will go soon.”")]


def test_a_quotation_of_several_sentences_belongs_to_its_cue() -> None:
    prose, found = attributions("“We will go. | It is late,” Petrov said.")
    assert shown(prose, found[-1]) == ("Petrov", "said", "“We will go. | It is late,”")


def test_a_quotation_split_into_sentences_is_joined() -> None:
    prose, found = attributions("Petrov said: “We will go. | It is late for us.”")
    assert [shown(prose, a) for a in found] == [("Petrov", "said", "“We will go. | It is late for us.”")]


def test_a_paragraph_of_speech_goes_on_with_its_speaker() -> None:
    _, found = attributions("“We will go,” Igor Petrov said. | “And it is late.", "“We will never come back here.”")
    assert (found[-1].source, found[-1].cue, found[-1].speaker) == (None, None, "Igor Petrov")
    assert found[-1].quotation == "direct"


def test_a_speech_of_several_paragraphs_is_one_attribution() -> None:
    prose, found = attributions("“We will go,” Igor Petrov said. | “And it is late.", "“We will never come back here.”")
    one = joined(found)
    assert [(a.speaker, len(a.content)) for a in one] == [("Igor Petrov", 3)]
    assert one[0].content[-1].of(prose) == "“We will never come back here.”"


def test_a_quotation_without_anybody() -> None:
    _, found = attributions("“We will never come back to this town.”")
    assert [(a.cue, a.kind) for a in found] == [(None, "agentless")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will go,” Petrov said.", "direct"),
        ("Petrov said that he would go.", "indirect"),
        ("Petrov said that he would “never” go.", "mixed"),
    ],
)
def test_how_it_is_quoted(text: str, kind: str) -> None:
    assert attributions(text)[1][0].quotation == kind


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“We will go.” -- Deputy Ivan Petrov, to Trud.", "Deputy Ivan Petrov"),
        ("“We will go!” — a deputy of the lower house.", "a deputy of the lower house"),
        ("“We will go,” – Petrov, May 3", "Petrov"),
        ("“We will go.” -- Petrov left the hall, and nobody followed.", None),
    ],
)
def test_who_signs_a_quotation(text: str, source: str | None) -> None:
    prose, found = attributions(text)
    assert [a.source and a.source.of(prose) for a in found if a.content] == [source] * bool(source)


def test_citations_are_no_part_of_content() -> None:
    prose, found = attributions("Petrov said that he would go (Interfax, May 3).", masked=r"\(.*\)")
    assert shown(prose, found[0]) == ("Petrov", "said", "that he would go")
    assert found[0].outlet is None


def test_a_bracket_in_the_source_is_passed_over() -> None:
    prose, found = attributions("Igor Petrov (Minsk) said that he would go.")
    assert shown(prose, found[0]) == ("Igor Petrov", "said", "that he would go")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('He said "yes" twice.', ['"yes"']),
        ("He said ''yes'' twice.", ["''yes''"]),
        ("He said ‘it’s late,’ and left.", ["‘it’s late,’"]),
        ("The agencies’ reports weren’t new.", []),
        ("He said «yes».", ["«yes»"]),
        ("“We go on", ["“We go on"]),
        ("“We go on. “And on.”", ["“We go on. ", "“And on.”"]),
        ('“It is late," he said. "We know,” she said.', ['“It is late,"', '"We know,”']),
        ('“We "all" know,” he said.', ['“We "all" know,”']),
        ('A 5" pipe', []),
        ("“", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [q.of(text) for q in quotations(text, Span(0, len(text)))] == expected


_WORDS = st.sampled_from(
    'Petrov said told that , . “ ” " : ; the minister he who which according to by was asked as saying quoted reporters '
    "( ) ' - and in its claim Interfax NTV paper is expected reportedly poll shows , then of called for not will 10 Asked Citing whether his view “no,” | ''".split()
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.lists(_WORDS, max_size=40).map(" ".join), st.text(max_size=80)))
def test_never_raises_and_stays_inside(text: str) -> None:
    prose, found = attributions(text)
    last = -1
    for attribution in found:
        spans = [s for s in (attribution.source, attribution.cue, *attribution.content) if s is not None]
        assert all(0 <= s.start < s.end <= len(prose) for s in spans)
        assert list(attribution.content) == sorted(attribution.content)
        place = (attribution.cue or attribution.content[0]).start
        assert place >= last
        last = place


def test_a_weekday_in_the_name_of_a_paper_is_no_day() -> None:
    text = "The Sunday Telegraph had asserted that three sets were shipped."
    (said,) = analyse(read_text(text)).attributions
    assert (said.source and said.source.of(text), said.outlet and said.outlet.name) == ("The Sunday Telegraph",) * 2


def test_it_is_the_paper_where_only_papers_do_so() -> None:
    text = (
        "Trud counted forty plants without an owner. It recalls that six had been sold twice. "
        "Shares, it wrote, may go to the banks. The ministry told Trud that the list was old. It noted that two had burned."
    )
    told = [
        (a.source.of(text), a.outlet.name if a.outlet else None)
        for a in analyse(read_text(text)).attributions
        if a.source
    ]
    assert told == [("Trud", "Trud"), ("It", "Trud"), ("it", "Trud"), ("The ministry", "Trud"), ("It", None)]
