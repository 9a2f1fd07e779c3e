"""In which spelling a name stands in a language that may lack it: its own, else one in Latin letters."""

from pressdesk.model.facts import Text
from pressdesk.render.words import clean

LATIN = ("en", "pt")
FOREIGN = {"en": "en-GB", "pt": "pt-PT", "ru": "ru-RU", "kk": "kk-KZ"}


def spelling(text: Text, tag: str) -> tuple[str, str]:
    """A name in a language, else in Latin letters; with the tag it was found under."""
    for candidate in (tag, *LATIN):
        words = clean(text.get(candidate, ""))
        if words:
            return words, candidate
    return next(((w, t) for t, w in ((t, clean(w)) for t, w in text.items()) if w and is_latin(w)), ("", ""))


def foreign(text: Text, shown: str, tag: str) -> str:
    """The BCP 47 tag of a name shown in Latin letters within a text that has others; "" where it is at home."""
    if tag in LATIN or not is_latin(shown):
        return ""
    return next((FOREIGN[t] for t in ("pt", "en") if text.get(t) == shown), FOREIGN["en"])


def is_latin(text: str) -> bool:
    """Whether every letter is a Latin one."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all(ord(c) < 0x250 for c in letters)
