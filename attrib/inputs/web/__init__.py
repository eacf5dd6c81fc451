"""The words of a web page, and where each stands in its source."""
