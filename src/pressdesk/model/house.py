"""What differs from ministry to ministry, as one value that is passed to rendering; `language.house` reads it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

POSITIONS = ("after_lead", "after_2", "none")
CAPITALS = ("as_written", "upper", "lower")
INITIALS = ("none", "nbsp")


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A ministry's manners. Each mapping is by the short tag of a language; a language that is not in it keeps its own.

    Attributes:
        position: where the text says who reports when the facts do not say where: one of POSITIONS.
        capitals: how a title begins, one of CAPITALS.
        percents: how the percent sign is read, and with it which endings it takes (kk).
        initials: what stands between an initial and the family name, one of INITIALS.
        varieties: the country whose spelling is followed: "GB" or "US", "PT" or "BR".
        end_marks: the last line of a document, "" for none.
    """

    position: str = POSITIONS[0]
    capitals: Mapping[str, str] = field(default_factory=dict)
    percents: Mapping[str, str] = field(default_factory=dict)
    initials: Mapping[str, str] = field(default_factory=dict)
    varieties: Mapping[str, str] = field(default_factory=dict)
    end_marks: Mapping[str, str] = field(default_factory=dict)
