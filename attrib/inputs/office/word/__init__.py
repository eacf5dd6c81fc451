"""The words of a Word file, and where each stands in it."""
