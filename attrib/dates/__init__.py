"""Days: as written, as spoken ("yesterday"), and the day a bulletin is dated."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""Both as English writes them, which Python's own calendar does only where no program has set another language."""
