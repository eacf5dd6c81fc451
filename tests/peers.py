"""Programs of others that some tests drive: where one is missing the test is skipped, unless it must be there."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def missing(reason: str) -> NoReturn:
    """Skip the test; where ATTRIB_PEERS=all says that every program is installed, fail it."""
    if os.environ.get("ATTRIB_PEERS") == "all":
        pytest.fail(f"{reason}, and ATTRIB_PEERS=all says that it is there")
    pytest.skip(reason)
