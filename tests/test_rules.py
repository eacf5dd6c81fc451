"""Every rule that ships: its examples, its words, its place."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from attrib.facts import subject, subject_names
from attrib.rulebook import FAMILIES, Rule, Rulebook, load_rulebook
from attrib.rulebook.examples import examples, run_examples

BOOK: Rulebook = load_rulebook()
by_name = pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: f"{rule.code} {rule.name}")


@by_name
def test_its_examples_show_what_it_flags_and_what_it_leaves_alone(rule: Rule) -> None:
    trial = run_examples(BOOK, [rule])
    assert [outcome.fault for outcome in trial.failures] == []


@by_name
def test_it_has_two_bad_and_two_good_examples(rule: Rule) -> None:
    kinds = Counter(example.kind for example in examples(rule))
    assert kinds["bad"] >= 2
    assert kinds["good"] >= 2


def test_no_rule_is_silent() -> None:
    assert run_examples(BOOK).silent == ()


@by_name
def test_its_words_are_fit_to_print(rule: Rule) -> None:
    assert rule.file.parent.name == FAMILIES[rule.code[0]]
    assert rule.summary[0].isupper()
    assert not rule.summary.endswith(".")
    assert rule.why.endswith(".")
    assert not rule.message.endswith(".")
    assert len(rule.authority) > 10
    assert max(map(len, (rule.summary, rule.message, rule.why))) < 200


@by_name
def test_its_examples_are_its_own(rule: Rule) -> None:
    texts = [example.text for example in examples(rule)]
    assert len(set(texts)) == len(texts)


def test_there_is_a_rule_for_every_family_but_evidence() -> None:
    assert {rule.code[0] for rule in BOOK.rules} == set("SACDIXN")
    assert len(BOOK.rules) >= 36


def test_an_error_is_something_that_a_desk_must_mend() -> None:
    errors = {rule.name for rule in BOOK.rules if rule.severity == "error"}
    assert {"uncited-statement", "uncited-paragraph", "uncited-quotation", "impossible-date", "after-issue"} <= errors
    assert not errors & {rule.name for rule in BOOK.rules if rule.code[0] in "AI"}


def test_every_subject_has_a_rule_and_every_fact_says_what_it_is() -> None:
    assert {rule.on for rule in BOOK.rules} == set(subject_names())
    for name in subject_names():
        for fact in subject(name).facts.values():
            assert re.match(r"[A-Z].*[.;]", fact.about, re.DOTALL), f"{name}.{fact.name}"


def test_the_rulebook_that_ships_is_loaded_once() -> None:
    assert load_rulebook() is BOOK
