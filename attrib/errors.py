"""What attrib says when it cannot go on: one line that names the place, what was found and what was expected."""

from __future__ import annotations


class AttribError(Exception):
    """Bad usage, configuration, rules or input. The message is for people; the command line prints it and exits 2."""


class InputError(AttribError):
    """A draft that is missing, unreadable, binary or undecodable."""


class RuleError(AttribError):
    """A mistake in a file of ``rules/`` or of a house's own rules."""


class ConfigError(AttribError):
    """A mistake in a file of settings, in what it extends, or in an option that stands above it."""
