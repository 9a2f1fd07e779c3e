"""What people put their name to: ticks of the checklist before a release, and the record of final releases.

Start at `Tick`. A tick names the thing it is about by what it is, never by its place, and keeps a digest of the very
text that was looked at: when that changes, the tick no longer counts. A record is only added to.
"""

import datetime as dt
from dataclasses import dataclass
from hashlib import sha256

LENGTH = 16  # hexadecimal digits of a digest: 64 bits, which no two texts of one draft will share


@dataclass(frozen=True, kw_only=True)
class Tick:
    """One thing that somebody looked at and found right.

    Attributes:
        item: the checklist's item, "quotes".
        about: the thing within the item, "people[sal-amb]".
        digest: of the text that was looked at; see `digest`.
        text: that text itself, so that one can see later what it was.
        by: who, by name.
        at: when, in local time with its zone.
    """

    item: str = ""
    about: str = ""
    digest: str = ""
    text: str = ""
    by: str = ""
    at: dt.datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Unmet:
    """Something that still stood open when a release was made final all the same.

    Attributes:
        item: the checklist's item, "findings".
        about: the thing within the item; "" for the item as a whole.
        language: the tag of the version, "" for all.
        text: the words that it was about, such as those of a finding.
    """

    item: str = ""
    about: str = ""
    language: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Issued:
    """One final release: who made it, when, of which languages and formats.

    Attributes:
        by, at: who, by name, and when, in local time with its zone.
        languages, formats: short tags, and names of exporters ("docx").
        reason: why it was made final although something stood open; "" where nothing did.
        unmet: what stood open.
    """

    by: str = ""
    at: dt.datetime | None = None
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    reason: str = ""
    unmet: tuple[Unmet, ...] = ()

    @property
    def forced(self) -> bool:
        """Whether something stood open."""
        return bool(self.unmet)


def digest(text: str) -> str:
    """A short name of a text that changes with any change of it, spaces and quotation marks included."""
    return sha256(text.encode()).hexdigest()[:LENGTH]
