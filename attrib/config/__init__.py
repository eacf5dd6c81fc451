"""The configuration: ``attrib.toml`` and its kin, the profiles that ship, and what the command line says above both."""

from __future__ import annotations

import os

from attrib.config.layers import COMMAND_LINE, Layer, Settings
from attrib.config.loading import find, profile, read
from attrib.errors import ConfigError

__all__ = ["COMMAND_LINE", "Layer", "Settings", "settings"]


def settings(
    folder: str = ".", *, file: str | None = None, isolated: bool = False, profile_name: str | None = None
) -> Settings:
    """What holds in a folder: the closest file of settings there or above, or ``file``; none where ``isolated``.

    A profile named here stands above the file. Raises ConfigError that names the file, the key and what is wrong.
    """
    if file is not None and not os.path.isfile(file):
        raise ConfigError(f"{file}: no such file of settings")
    path = None if isolated else file or find(folder)
    layers = read(path) if path else ()
    if profile_name is not None:
        layers += (profile(profile_name, "--profile"),)
    return Settings(layers)
