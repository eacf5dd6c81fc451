"""The language server: what attrib finds, shown at the words while they are written.

Only this package knows of the protocol's positions, which count lines from 0 and columns in units of UTF-16.
"""
