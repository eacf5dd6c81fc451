"""The formats of `attrib links`: the claims with what supports them."""
