"""Under which name somebody ticks and makes final. Start at `signer`."""

import getpass
from contextlib import suppress


def signer(named: str, reviewer: str = "") -> str:
    """The name given, else the reviewer of the settings, else what this machine calls its user; "" for nobody."""
    for name in (named, reviewer):
        if plain := " ".join(name.split()):
            return plain
    with suppress(OSError, KeyError, ImportError):  # a machine that does not know its user
        return getpass.getuser()
    return ""
