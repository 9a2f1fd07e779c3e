"""What a caller may choose about an export."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Choices that are the caller's, none of them about the text.

    Attributes:
        embed_fonts: put the house fonts into a Word file (about 270 KB more), so that it looks the same everywhere.
        diagonal: the large pale word across the pages of a draft in Word; the draft mark in the text stays in any case.
        siblings: short tags of the languages written to the same folder under `file_name`. A page links to these alone,
            so that no link leads nowhere.
    """

    embed_fonts: bool = True
    diagonal: bool = True
    siblings: tuple[str, ...] = ()
