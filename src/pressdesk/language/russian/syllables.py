"""Tells Chinese, Korean and Vietnamese names by their syllables; start at `family_first`.

In such a name the family name comes first and only the last part takes an ending: Си Цзиньпином, Ким Ён Чжу.
"""

import re
from collections.abc import Sequence

from pressdesk.language.russian.lists import Lists

_CHINESE = r"(?:чж|цз|[бпмфдтнлгкхцсчшжйв])?(?:юа|уа|уо|уэ|уи|юэ|яо|ао|оу|[аеёиоуыэюя])(?:нь|эр|[нй])?"
_CHINESE_GIVEN = re.compile(f"(?:{_CHINESE}){{1,2}}")
_ONE_SYLLABLE = re.compile(r"(?:[бвгджзйклмнпрстфхцчшщь]|ъ){0,3}(?:[аеёиоуыэюя]{1,2})(?:нь|нг|ль|ть|тх|[нмкптйлг])?")


def family_first(words: Sequence[str], lists: Lists, told: bool) -> bool:
    """Whether the words are such a name; `told` is that the register says that the family name comes first."""
    if len(words) < 2:
        return False
    rest = [part for word in words[1:] for part in word.lower().split("-")]
    chinese = len(words) == 2 and bool(_CHINESE_GIVEN.fullmatch(words[1].lower()))
    syllables = all(_ONE_SYLLABLE.fullmatch(part) for part in rest) and len(rest) <= 3
    known = lists.marked(words[0], "family")
    if told:
        return (chinese or syllables) and (known or bool(_ONE_SYLLABLE.fullmatch(words[0].lower())))
    return known and (chinese or (syllables and len(rest) >= 2))
