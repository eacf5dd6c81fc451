"""attrib."""
