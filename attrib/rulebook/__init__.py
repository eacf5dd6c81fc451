"""The rules: TOML to Rulebook, conditions checked against the facts when it loads, examples that are its tests."""

from attrib.rulebook.book import FAMILIES, Rule, Rulebook
from attrib.rulebook.loading import load_rulebook

__all__ = ["FAMILIES", "Rule", "Rulebook", "load_rulebook"]
