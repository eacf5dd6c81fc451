"""One module a subject; see ``attrib.facts``."""
