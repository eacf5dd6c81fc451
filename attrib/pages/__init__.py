"""Pages for people: why a claim stands as it does, what a rule asks, what the registry knows of a source."""
