"""Links: claim to reference, by passage first, then as the evidence moves it."""

from attrib.linking.link import link

__all__ = ["link"]
