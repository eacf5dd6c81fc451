"""Days: as written, as spoken ("yesterday"), and the day a bulletin is dated."""
