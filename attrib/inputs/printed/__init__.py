"""Parsers of files made for printing; each runs in a process of its own (attrib/inputs/printed/confined.py)."""
