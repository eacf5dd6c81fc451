"""Claims: where they begin and end, what kind they are, what they count and name."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attrib.analysis import analyse
from attrib.inputs import read_text
from attrib.model import Analysis

THURSDAY = dt.date(1999, 12, 2)


def read(text: str, date: dt.date | None = THURSDAY) -> Analysis:
    return analyse(read_text(text), date=date)


def claims(text: str) -> list[str]:
    return [claim.span.of(text) for claim in read(text).claims]


# --- where they begin and end -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks failed. The envoys left.", ["Talks failed.", "The envoys left."]),
        ("The envoys left (AFP, May 3).", ["The envoys left"]),
        ("The envoys left. (AFP, May 3)", ["The envoys left."]),
        # a citation in mid-sentence ends one claim and begins the next
        (
            "The envoys left Riga (AFP, May 3), and the army stayed on (Interfax, May 4).",
            ["The envoys left Riga", "and the army stayed on"],
        ),
        # but for a tail too short to assert anything
        ("The envoys left Riga (AFP, May 3) again.", ["The envoys left Riga"]),
        ("The envoys left Riga (AFP, May 3) on Monday.", ["The envoys left Riga"]),
        # a cross-reference or gloss ends none
        (
            "The union (known as Sojuz) met in Riga (see the Monitor, May 3) and left.",
            ["The union (known as Sojuz) met in Riga (see the Monitor, May 3) and left."],
        ),
        ("- The envoys left.", ["The envoys left."]),
        ("", []),
    ],
)
def test_a_claim_is_a_stretch_of_one_sentence(text: str, expected: list[str]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Moscow, May 4. The envoys left Riga.", "The envoys left Riga."),
        ("MOSCOW, May 4 -- The envoys left Riga.", "The envoys left Riga."),
        ("KYIV. The envoys left Riga.", "The envoys left Riga."),
        ("RIGA, May 3 (BNS) -- The envoys left.", "The envoys left."),
        ("Moscow -- its patience at an end -- walked out.", "Moscow -- its patience at an end -- walked out."),
        ("Moscow: the envoys left Riga.", "Moscow: the envoys left Riga."),
    ],
)
def test_a_dateline_is_no_part_of_a_claim(text: str, claim: str) -> None:
    assert claims(text) == [claim]


def test_notes_do_not_cut_a_sentence() -> None:
    text = "The envoys left [1] and the army stayed [2].\n\n[1] AFP, May 3\n[2] Interfax, May 4"
    assert claims(text) == ["The envoys left [1] and the army stayed [2]."]


def test_a_claim_knows_its_sentence_and_paragraph() -> None:
    found = read("Talks failed.\n\nThe envoys left Riga (AFP, May 3), and the army stayed on.").claims
    assert [(c.sentence, c.paragraph) for c in found] == [(0, 1), (1, 2), (1, 2)]


# --- kinds ------------------------------------------------------------------------------------------------------------


def kinds(text: str) -> list[str]:
    return [claim.kind for claim in read(text).claims]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # news
        ("The envoys left Riga yesterday (AFP, December 1).", "reported"),
        ("Police arrested forty miners on Monday.", "reported"),
        ("The minister resigned.", "reported"),
        ("Ozols said on Tuesday that the bill may fail (AFP, December 1).", "reported"),  # another's hedge
        ("“Perhaps we shall apparently lose,” Ozols said yesterday.", "reported"),
        ("The cabinet will meet in Riga on December 9 (AFP, December 1).", "reported"),
        # settled fact
        ("The port was built in 1936.", "background"),
        ("The two states have long shared a railway.", "background"),
        ("The treaty was signed on March 3, 1995.", "background"),
        ("The union is running out of money.", "reported"),  # so a bulletin begins with its news
        # the author's own
        ("The vote apparently means that the cabinet may fall.", "analysis"),
        ("It remains to be seen whether the truce, which seems weak, will hold.", "analysis"),
        ("All this suggests that the army might well be the real winner.", "analysis"),
    ],
)
def test_the_kind_of_a_claim(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        # the author sums up, compares, weighs what somebody stands to win, or turns the order of words into an argument
        "Strikes, in other words, were not needed.",
        "The truce is more than a pause.",
        "Baku needs the pipeline, and it needs the loan even more.",
        "What is missing is a buyer.",
        "That is why the harbor matters more than the town.",
        "Their hold over the port is not.",
        "The gesture costs little.",
        # what would be, and what must have been, said by nobody
        "Another strike would suit the governor well.",
        "One of the two must be wrong.",
        "He can hardly have acted alone.",
        # a habit of speech, a speech that is only named, the author as a speaker
        "The police sometimes know this, yet they always say that they do not.",
        "What both sides said beforehand only brought out those differences.",
        "So, one suspects, is the ministry.",
        "Moscow clearly wants to keep both doors open.",
        "Whoever holds the roads holds the mines.",
        "Gold is not the point.",
        "It would be naive to expect more.",
        "The stakes are high.",
        "That is unlikely to work.",
        "Bratislava is playing with fire.",
        # images, states of mind that nobody tells, who is strong and who is weak
        "Kuchma has painted himself into a corner.",
        "Nobody in Vilnius is laughing.",
        "Russia’s generals resent the cuts but fear the auditors more.",
        "The ruble’s fall has left the government with little room for maneuver.",
        "The Taliban now face a choice between their guests and their grain.",
        "Few observers expect the commission to find anything.",
        "By sacking the general, Yeltsin has shown who is master in the house.",
        "Moscow’s answer was silence.",
        "The minister has a talent for bad timing.",
        "For Rabat, the deal is a way of buying time.",
        "That leaves the Chinese.",
        "What Nairobi will do next is anybody’s guess.",
        "The bridge is finished; the road to it is not.",
        # of what was just told, or of any, it says something in the present
        "It is a treaty for another age.",
        "He has friends at both ends of the corridor.",
        "None of this has moved the bank, and none of it has helped the crown.",
        "A minister without money is a guest.",
        "When a prosecutor finds a thief in the palace, the palace has one friend fewer.",
        # not this but that
        "Roadblocks do not stop smugglers; they stop grandmothers.",
        "The speech bought him time with the voters, not with the banks.",
        "The coalition is not a marriage, it is a queue.",
        "The premier was less sure.",
        "Sofia took the verdict badly.",
        # what is read in a mind, what nobody has said yet, and what a thing "says"
        "The left will blame the right, and for once it has a point.",
        "The bases have no military value.",
        "Brussels wants a signature, and it wants it badly.",
        "It admits everything and promises nothing.",
        # the past that only says which one is meant
        "That is a bigger gift than it was a year ago.",
        "He is the only one who knew the price.",
        # a verdict on what is past, and advice to those who govern
        "It was, sadly, a foolish journey.",
        "The visit achieved nothing.",
        "The talks were doomed from the outset.",
        "The cabinet had only itself to blame.",
        "Parliament missed its chance.",
        "The reform was half measure and half theater.",
        "The court’s ruling was both brave and overdue.",
        "The minister handled the crisis badly.",
        "The president’s tour did little for the miners and less for his party.",
        "Three failures should have taught it something about the price.",
        "The minister should resign.",
        "Parliament should never have passed the law.",
        "Surviving is not governing.",
        "The president cannot dismiss him without uniting his opponents.",
        "For a country that buys from a single seller, this is a small revolution.",
        # who only says which one is meant has said nothing
        "The newspaper may have been used by those who wish to see the two men quarrel.",
        "That the two met at all says a good deal about the price.",
        "The ruling means in practice that nobody can sell.",
        "The vote was never in doubt; what deserves attention is the haste.",
        "Neglect at home has contributed at least as much.",
        "The skepticism of the miners is warranted.",
        "The quarrel gives the cabinet a welcome pretext.",
        # the day of the press is no day of news
        "Reactions in this morning’s press differ.",
    ],
)
def test_a_comment_in_plain_words(text: str) -> None:
    assert kinds(text) == ["analysis"]


@pytest.mark.parametrize(
    "text",
    [
        "Eleven took money.",
        "No reason was given.",
        "The ministry would not say in which.",
        "Neither side would give details, but the talks would apparently go on.",
        "Ozols said that one of them must be wrong.",
        "The governor wants a fifth of the coal.",
        "The court took the same line.",
        "A curfew is in force in the city.",
        "The president has canceled his trip.",
        "The commission will hold its next session in Minsk.",
        "The bank’s depositors have not been paid.",
        "Relatives of the missing are camping outside the barracks.",
        "Nobody was hurt.",
        "The draft still has to pass the upper house.",
        "Under the bill, judges would serve for life.",
        "The refinery is running at half capacity.",
        "The dam was never finished.",
        "Officials said that the talks may fail.",
        # words that a commentator uses too, in plain news
        "At least forty miners are trapped underground.",
        "Gazprom holds a stake in the refinery.",
        "Interest is paid in dollars.",
        "The pipeline carries natural gas to Bratislava.",
        "The trade fair is closed to the public.",
        "Refugees are housed in two camps.",
        "The village lies in ruins.",
        "The troops advanced as much as ten miles.",
        "The ambassador has presented his credentials.",
        "Health care is free of charge.",
        "The pilot survived.",
        "The graves were opened.",
        "A message of thanks was read out.",
        "The winner of the first round has withdrawn.",
        "The so-called council meets weekly.",
        "Soldiers answered with fire.",
        "Police checked passengers at all stations.",
        "The replies came on paper.",
        "The accord provides for the exchange of prisoners.",
        "The law should enter into force in May.",
        "The fund needs the signatures of both ministers.",
        "The army still holds the pass.",
        "A strong earthquake shook the town.",
        "The alliance has no plans to send troops.",
        "For the army, the ministry has ordered new boots.",
        "The prosecutor has opened cases against eleven directors.",
        "The mayor was quicker by two hours on Monday.",
        # what anybody can measure, what is due, and what people are told to do
        "The harvest was poor.",
        "The turnout was low.",
        "The train should arrive at noon.",
        "Voters should bring a passport.",
        "Drivers must carry chains.",
        "The minister should resign, the deputies demanded.",
        "The minister said that the visit achieved nothing.",
        "The search turned up nothing.",
        "The mission failed.",
        "The border remains open.",
        "The council is elected every four years.",
        # news in the present, and what can be looked up
        "Meanwhile the ferry is out of order.",
        "The miners demand their back pay.",
        "Police are searching for the driver.",
        "Two of the ships remain in port.",
        "The plant belongs to the ministry.",
        "The Baltic states are still part of the ring.",
        "He leads the smaller of the two parties.",
        "Each family may buy a sack of flour.",
        "Under the 1994 accord either side may close the bridge.",
        "A commission is to report in March.",
        "They need visas.",
        "It is the only refinery in the Baltic states.",
        "The river has burst its banks.",
        "Auditors have until March.",
    ],
)
def test_a_short_statement_is_no_comment(text: str) -> None:
    assert kinds(text) != ["analysis"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Brokers in Riga do not exclude that the bank might fold.", "reported"),
        ("Millers see no reason to sell.", "reported"),
        ("Fishermen see no sign of the herring.", "reported"),
        ("A nurse in the ward confirms it.", "reported"),
        ("A policeman on the quay confirms the story.", "reported"),
        # a body or a capital sees through the author's eyes, and a thing confirms by his
        ("Minsk sees no need to hurry.", "analysis"),
        ("The silence confirms it.", "analysis"),
        ("One cannot exclude that the bank might fold.", "analysis"),
    ],
)
def test_what_others_see_and_confirm_is_no_analysis(text: str, kind: str) -> None:
    assert read(f"The bank shut on Monday (AFP, May 3). {text}").claims[1].kind == kind


def test_what_has_been_so_since_an_older_time_is_background_whatever_its_adverb() -> None:
    told = "Since the end of the war Riga has pointedly limited its trade with the port."
    assert [claim.kind for claim in read(told).claims] == ["background"]
    assert [claim.kind for claim in read("Riga is pointedly deaf to the miners.").claims] == ["analysis"]


def test_what_a_citation_stands_right_behind_somebody_reported() -> None:
    hedged = "The cabinet seems to have fallen"
    assert kinds(f"{hedged} (AFP, December 1).") == ["reported"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # what ends a paragraph behind its citations is a comment where it is in the present, and may be news in the past
        ("The plant was sold (AFP, December 1). The buyer has no money.", "analysis"),
        ("The plant was sold (AFP, December 1). Nobody came.", "reported"),
        ("The plant was sold (AFP, December 1). It employs miners from three towns.", "background"),
        (
            "The lists were closed (AFP, December 1). They include the acting president and Ivan Petrov, who signed the accords.",
            "background",
        ),
        # an item that an outlet tells goes on with news; the same words behind a bracket are the author's
        ("The plant was sold, Interfax reported. The buyer has no money.", "background"),
        # advice is the author's own wherever it stands
        ("The minister should resign. Police found the money in his car on Monday (AFP, December 1).", "reported"),
        ("Police found the money in his car, Interfax reported. The minister should resign.", "analysis"),
        # somebody's very words are no judgement of the author's, and what is to be today is news
        ("Ozols was blunt. “We will not pay.”", "reported"),
        ("Ozols is to meet the president of Latvia today.", "reported"),
        (
            "The plant was sold, Interfax reported. It is a gift to its rivals.",
            "analysis",
        ),
    ],
)
def test_the_end_of_a_cited_paragraph(text: str, kind: str) -> None:
    assert kinds(text)[-1] == kind


CITED = "The envoys met in Riga (AFP, December 1)."


@pytest.mark.parametrize(
    "comment",
    [
        "The march was as much about bread as about the premier.",
        "The speech was long on history and short on money.",
        "The truce looks good on paper.",
        "It was a telling slip.",
        "The reform benefited only the banks.",
        "The raid will weaken the hand of anyone in the cabinet who warns against another war.",
        "The strike comes at a bad moment for the premier, who promised last year that coal would suffice.",
        "The ruling is awkward for three ministers, who signed the contract in March.",
        "Both sides have found it convenient to wait.",
        "It seems to have given up the northern ports.",
        "The answer was polite by his usual standards.",
        "The verdict is long overdue.",
        "The war is too near in most minds for anyone to speak of it.",
        "What such visits do achieve is to keep the premier in the papers.",
        "He has won few such cases.",
        "It hurts the fishermen of the north as well.",
        "Few in the port believe in the storm.",
        "There is no telling who paid for it.",
        "The strike is usually explained as a quarrel over bread.",
        "It has turned out to be a gift to the importers.",
        "At this pace the bridge would take until the next century.",
        "That it was sold at night suggests that somebody was in a hurry.",
        "Every ton promised to the north is one that the mines do not have.",
        "The cabinet had every reason to wait.",
        "His name carries little weight in the provinces.",
        "What the next cabinet needs is a success.",
        "The verdict comes as no surprise to the bar.",
        "Few disputes have split the coalition so deeply.",
        "That is less alarming than it looks.",
        "The purpose is plain: to win back what was lost at sea.",
        "Men who voted for him hold the key.",
        "The Latvian offer suggests that Riga is in a hurry.",
        "The ministry’s silence suggests that it was not asked.",
    ],
)
def test_a_comment_is_told_by_its_main_clause(comment: str) -> None:
    assert kinds(f"{CITED} {comment}")[-1] == "analysis"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # what is to come is news, and so is what has been done
        ("A second bridge is to be built by the autumn.", "reported"),
        ("The premier is expected in Riga in early May.", "reported"),
        ("The union has already drawn up a list of mines.", "reported"),
        ("The company has hired two lawyers.", "reported"),
        ("Two banks are said to be preparing offers.", "reported"),
        ("The ministry is to supply drugs for the north.", "reported"),
        # words that are no cue: suits at law, a share, a step of procedure
        ("Ten suits of this kind are pending.", "background"),
        ("Gas accounts for a third of the exports of Latvia.", "background"),
        ("The bill must still pass the upper house.", "background"),
        ("Police had reason to suspect arson.", "reported"),
        # an older time
        ("The three previous rounds of talks failed.", "background"),
        ("In 1996 the miners struck. The army broke the strike.", "background"),
        ("The treaty was never ratified.", "background"),
        ("A similar strike was broken up earlier this year.", "background"),
        ("He ran the harbor under Brezhnev.", "background"),
        ("Accords reached at Riga, Minsk and Tartu have all lapsed since.", "background"),
        # a guess that only marks out whom
        ("Two guards who might have seen the men were sent home.", "reported"),
        # who marks out whom is no speaker, but a witness is one
        ("Those who warned the cabinet were dismissed.", "reported"),
        ("The plant supplies electricity to Riga.", "background"),
    ],
)
def test_what_is_news_and_what_is_settled(text: str, kind: str) -> None:
    assert kinds(f"{CITED} {text}")[-1] == kind


@pytest.mark.parametrize(
    "text",
    [
        # the odds that the author gives are his, whoever is to do it
        "It seems improbable that Riga expects to win the vote.",
        "It is unlikely ever to become law.",
        "Most probably the minister was reminded that an election is near.",
        "Whether the miners go back will depend on the price of coal.",
        "The trouble with the plan is that nobody pays for it.",
        "It is the irony of the affair that the customs men were the thieves.",
        "If the river freezes early, the barges will lie at Riga until the spring.",
        "Both claims are true.",
    ],
)
def test_the_odds_are_the_authors(text: str) -> None:
    assert kinds(f"{CITED} {text}")[-1] == "analysis"


@pytest.mark.parametrize(
    "text",
    [
        "In our last issue we said that the ferry had been fined.",
        "We wrongly reported on Monday that the mine was shut.",
        "The Monitor erred in saying that the bank was sold; we regret the error.",
    ],
)
def test_a_correction_is_the_bulletins_own(text: str) -> None:
    assert kinds(f"{CITED} {text}")[-1] == "analysis"


@pytest.mark.parametrize(
    "text",
    [
        "Ozols said it was improbable that Riga would win the vote.",
        "Perhaps for that reason the minister told Interfax that he would stay.",
        "The problem was raised at the talks.",
    ],
)
def test_no_odds(text: str) -> None:
    assert kinds(f"{CITED} {text}")[-1] == "reported"


@pytest.mark.parametrize(
    "text",
    [
        # an older time in it only names something, or is that of another clause: the sentence is news all the same
        "Police searched the flat of a former deputy minister.",
        "The court sentenced him to ten years in prison.",
        "The cabinet dismissed the former head of customs.",
        "Residents of the village buried a soldier who had served in Chechnya for years.",
        "Customs officers seized three trucks of cigarettes, the largest haul since the war.",
        "The hryvnia fell to 2.06 to the dollar, its lowest since the reform of 1996.",
        "Deputies elected a speaker for the first time since the crisis began.",
        "The president received the miners' leaders after weeks of refusing to meet them.",
        "A former mayor of Odessa has been charged with fraud.",
        "The opposition ended a boycott that had lasted for months.",
        "The two presidents met for the first time in years.",
        "Parliament ratified the treaty after long debate.",
        "The patriarch blessed the reconstructed church, once a storehouse.",
        "The minister signed a loan agreement for 1999.",
        "The two sides signed a five-year agreement on gas at the end of long talks.",
        "Police detained the editor of the opposition paper, which has long been a thorn in the mayor's side.",
        "Troops fired at a bus near the village, killing four passengers.",
        "A bomb exploded in a market that was once a monastery.",
        "The port, which was privatized in 1996, stopped work.",
        "The governor flew to Moscow for talks with his long-time rival.",
        "The Constitutional Court overturned the language law of 1995.",
        "A previously unknown group claimed to have planted the bomb.",
        "The mayor unveiled a monument to the victims of the 1933 famine.",
        "Veterans of the 1992 war marched through the town.",
        "The government raised pensions for the first time in two years.",
        "The bank cut its rate to 30 percent, the lowest level in 18 months.",
        "He told the deputies that the reforms begun in 1992 had failed.",
        "The union rejected the offer, which was lower than last year's.",
        "Inflation reached 4 percent, twice the figure for the previous month.",
        "The parliament's former speaker was elected head of the new party.",
        "The two countries opened a border crossing that had been closed since 1989.",
        "Deputies voted down a bill to return property confiscated under Stalin.",
        "Several thousand people gathered to mark the anniversary of the 1956 uprising.",
        "Gunmen abducted an aid worker who had lived in the town for three years.",
        "The commission registered the party, which had been banned in 1994.",
        "Workers walked out at a plant that has not paid wages for seven months.",
        "The ministry ordered the factory, idle since 1997, to be sold.",
        "The army withdrew the last of the units stationed there since 1945.",
        "Two former ministers fled to Austria.",
        "Inflation rose to 4 percent from 3 percent in the previous month.",
        "The court annulled an earlier decision.",
        "The company, founded in 1993, filed for bankruptcy.",
        "The general, who commanded the garrison in 1991, was found dead in his flat.",
        "Rescuers recovered two bodies from the wreck of a ship that sank in 1944.",
        "The cabinet extended the lease signed in 1995 by ten years.",
        "Prices have risen by half since the ban took effect.",
        "Thousands have fled the district since Friday.",
        "The deputies have adopted a law on land after years of debate.",
        "The ministry has confirmed that two of its former employees were detained.",
        "A crowd stormed the building of the former KGB.",
        "The army has shelled the village for the third day.",
        "Several thousand people marked the day of the massacre of 1937.",
        "Late in the evening he told the deputies that the accord signed in 1992 had failed.",
    ],
)
def test_news_that_names_something_old(text: str) -> None:
    assert kinds(f"{CITED} The strike has paralyzed the port. {text}")[-1] == "reported"


@pytest.mark.parametrize(
    "text",
    [
        "The region formerly belonged to Sweden.",
        "The reactor was shut down in 1996.",
        "The two states fought a brief war over the island in 1974.",
        "Under Soviet rule the plant made tank engines.",
        "For years the two ministries quarreled over who should pay.",
        "The party won only 3 percent of the vote in the last election.",
        "The dam was built in the 1960s by prisoners.",
        "Until recently the mine was the largest employer in the district.",
        "The first talks collapsed five years ago.",
        "The treaty was signed in Helsinki in May 1993.",
        "Since independence the country has had eleven prime ministers.",
        "He was once a deputy of the Soviet prime minister.",
        "Between 1993 and 1995 the republic was ruled by decree.",
        "The law was adopted last spring over the president's veto.",
        "In the early 1990s most of the Germans left for the West.",
        "Originally the pipeline was to have run through Georgia.",
        "The privatization of 1995 made a handful of bankers very rich.",
        "The war of 1992 cost some 50,000 lives.",
        "Moscow recognized the government in January and withdrew its recognition in March.",
        "The general commanded a division in Afghanistan in the 1980s.",
        "The base was closed under Gorbachev.",
        "The island was ceded to Japan in 1905 and taken back forty years later.",
        "Last year the harvest was the worst in a generation.",
        "The colony was founded by Mennonites two centuries ago.",
        "The bridge had stood since the time of Catherine.",
        "Before the war half of the town was Serb.",
        "The two men were rivals for a decade.",
        "An earlier attempt ended in a brawl.",
        "The two presidents signed the accord when they met in Helsinki in 1992.",
        "The city had its own currency until 1994.",
        "The party has not held a congress since 1993.",
        "Ukraine has been the largest customer since independence.",
        "The Bolsheviks had blown up the old cathedral in 1937, when Kyiv had just been made the capital.",
        "In 1962 the two presidents agreed that Finland should rent for fifty years what it had once owned.",
        "The canal was dug between 1845 and 1856 by a grand duchy.",
        "Tens of thousands fled the district in the fighting of October and November 1992.",
        "Such assemblies have met before: in March 1991 another one proclaimed self-rule.",
        "The manifesto of 1763 promised the colonists freedom from conscription.",
        "Iran has always said no.",
    ],
)
def test_what_was_in_an_older_time(text: str) -> None:
    assert kinds(f"{CITED} The strike has paralyzed the port. {text}")[-1] == "background"


def test_the_reasons_name_the_cues() -> None:
    (claim,) = read("The vote apparently means that the cabinet may fall.").claims
    assert any("apparently" in reason for reason in claim.kind_reasons)
    (claim,) = read("Ozols said yesterday that he was ill.").claims
    assert any("said" in reason for reason in claim.kind_reasons)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "17 November. Shelling kills two men in Narva. The port is closed.",
            "17 November. Shelling kills two men in Narva.",
        ),
        (
            "Nov. 17 -- Shelling kills two men in Narva. The port is closed.",
            "Nov. 17 -- Shelling kills two men in Narva.",
        ),
        (
            "Wednesday, 17 November: Narva elects a mayor. He is sworn in.",
            "Wednesday, 17 November: Narva elects a mayor.",
        ),
    ],
)
def test_what_a_chronology_tells_in_the_present_is_news(text: str, claim: str) -> None:
    found = read(f"{CITED}\n\n{text}").claims[-2:]
    assert [one.kind for one in found] == ["reported", "reported"]
    assert found[0].span.of(f"{CITED}\n\n{text}") == claim
    assert found[0].events[0].days.first == dt.date(1999, 11, 17)


def test_without_an_issue_date_kinds_are_told_by_words() -> None:
    found = read("The port was built in 1936. Miners met on May 3. It was sold on May 3, 1995.", None).claims
    assert [c.kind for c in found] == ["background", "reported", "reported"]


# --- what they count and name -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Some 1,500 miners met.", ["1,500"]),
        ("Prices rose 3.5 percent and wages 2 per cent.", ["3.5 percent", "2 per cent"]),
        ("It cost $1.5 million.", ["$1.5 million"]),
        ("It cost US$ 40.", ["US$ 40"]),
        ("It cost 12 billion rubles, or €400,000.", ["12 billion", "€400,000"]),
        ("Forty died, 12.", ["12"]),
        ("In 1998 it was sold.", []),
        ("It has been closed since 1998.", []),
        ("It was sold in November 1998.", []),
        ("They met on November 30.", []),
        ("They met on November 29 with 30 envoys.", ["30"]),
        ("They want (1) a ferry, (2) a pier and (3) 40 buses.", ["40"]),
        ("Petrov (56) left.", ["56"]),
        ("Output will double by 2010.", []),
        ("By 2010 output will double.", []),
        ("They signed a lease through 2010, and one until 2015.", []),
        ("Output rose by 2000 tons, or by 1950 people’s worth.", ["2000", "1950"]),
        ("They met.", []),
        ("They met[2].\n\n[2] AFP, May 3, 1999", []),
    ],
)
def test_figures(text: str, figures: list[str]) -> None:
    claim = read(text).claims[0]
    assert [figure.of(text) for figure in claim.figures] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The envoys left Riga on May 4.", []),
        ("The envoys left Riga on 4 May and came back on June 7-9.", []),
        ("The envoys paid 40 lats on May 4.", ["40"]),
        ("Since May 1998 the envoys have paid 40 lats.", ["40"]),
    ],
)
def test_a_day_is_no_figure_in_a_bulletin_without_a_date(text: str, figures: list[str]) -> None:
    (claim,) = read(text, None).claims
    assert [figure.of(text) for figure in claim.figures] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("They met [[2]](https://www.reuters.com/a).", []),
        ("They met for 3 days [2](https://www.reuters.com/a).", ["3"]),
        ("They [met for 2 days](https://www.reuters.com/a).", ["2"]),
    ],
)
def test_a_number_that_is_all_the_words_of_a_link_counts_nothing(text: str, figures: list[str]) -> None:
    claim = analyse(read_text(text, format="markdown"), date=THURSDAY).claims[0]
    assert [figure.of(text) for figure in claim.figures] == figures


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The envoys met Ivan Petrov in Riga.", ("Ivan Petrov", "Riga")),
        ("Ivan Petrov’s aide met Anna van Berg.", ("Ivan Petrov", "Anna van Berg")),
        ("In Riga, Ivan A. Petrov left.", ("Riga", "Ivan A. Petrov")),
        ("On Monday they met in May.", ()),
        ("The Latvians met the Latvians.", ("Latvians",)),
        ("they met.", ()),
    ],
)
def test_proper_names(text: str, names: tuple[str, ...]) -> None:
    (claim,) = read(text).claims
    assert claim.names == names


def test_who_says_it_is_kept_with_the_claim_it_is_said_in() -> None:
    text = "Ozols said the talks had failed (AFP, May 3), and Petrov said the army had left (Interfax, May 4)."
    analysis = read(text)
    cues = [
        [cue.of(text) for i in claim.attributions if (cue := analysis.attributions[i].cue)] for claim in analysis.claims
    ]
    assert cues == [["said"], ["said"]]


# --- any text ---------------------------------------------------------------------------------------------------------

PIECES = st.lists(
    st.sampled_from(
        "The envoys left Riga may apparently said yesterday , . ? “ ” (AFP, May 3) (Interfax; on Monday $5 3.5 1999 will on May 9 [1]".split(
            " "
        )
    ),
    max_size=25,
).map(" ".join)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=80) | PIECES, st.sampled_from([None, THURSDAY]))
def test_any_text_gives_claims_in_order_inside_their_sentences(text: str, date: dt.date | None) -> None:
    analysis = read(text, date)
    end = 0
    for claim in analysis.claims:
        assert end <= claim.span.start < claim.span.end
        assert analysis.sentences[claim.sentence].span.holds(claim.span)
        assert all(claim.span.holds(event.span) for event in claim.events)
        assert all(claim.span.holds(figure) for figure in claim.figures)
        end = claim.span.end
