"""Cases of cities, regions and countries of one word; start at `decline`. Longer ones are phrases."""

import re

from pressdesk.language.russian import endings
from pressdesk.language.russian.lists import Lists
from pressdesk.language.russian.words import PYMORPHY_CASE, Reading, in_shape_of, plain, readings
from pressdesk.model.forms import Form, How, Traits


def decline(word: str, case: str, traits: Traits, lists: Lists) -> Form:
    """A place name in a case; `gender` decides where the dictionary has two words or none."""
    if len(word.strip("-")) < 2 or not word[-1].isalpha():  # a letter, a dash, a sign: nothing takes an ending there
        return Form(word, How.GUESSED, f"guess.left {word}")
    stored = lists.stored(word, case)
    if stored is not None:
        return Form(in_shape_of(word, stored.lower()), How.LEXICON)
    listed = lists.places.get(plain(word), "")
    if listed == "fixed":
        return Form(word, How.LEXICON)
    if listed:
        return Form(endings.noun(word, listed, case, animate=False), How.LEXICON)
    gender = traits.get("gender", "")
    river = re.fullmatch(r"([^-]+)(-(?:на|над|под)-.+)", word)
    if river:
        return _with_tail(decline(river[1], case, traits, lists), river[2])
    reading = _reading(word, gender)
    if reading is not None:
        return _known(word, case, reading)
    if "-" in word:
        first, _, last = word.rpartition("-")
        made = decline(last, case, traits, lists)
        return Form(f"{first}-{made.text}", made.how, made.note)
    return _unknown(word, case, gender)


def _with_tail(made: Form, tail: str) -> Form:
    return Form(made.text + tail, made.how, made.note)


def _reading(word: str, gender: str) -> Reading | None:
    found = [r for r in readings(word) if r.known and r.has("NOUN", "nomn", "Geox")]
    fitting = [r for r in found if not gender or r.gender in ("", gender) or r.has("Fixd")]
    return fitting[0] if fitting else None


def _known(word: str, case: str, reading: Reading) -> Form:
    if reading.has("Fixd"):
        return Form(word, How.LEXICON)
    form = reading.inflect({PYMORPHY_CASE[case], "plur" if reading.has("plur") else "sing"})
    if form is None:
        return Form(word, How.GUESSED, f"guess.no-form {word}")
    return Form(in_shape_of(word, form, reading.word), How.LEXICON)


def _unknown(word: str, case: str, gender: str) -> Form:
    low = word.lower()
    if word.isupper() and len(word) > 1:
        return Form(word, How.RULE)
    if low[-1] in "уюэеёыи":
        plural = low[-1] in "ыи" and gender not in ("m", "f", "n")
        return Form(word, How.GUESSED, f"guess.indeclinable {word}") if plural else Form(word, How.RULE)
    if re.search(r"(?:[оеё]в|[иы]н)о$", low):
        made = endings.noun(word, "n", case, animate=False)
        return Form(made, How.GUESSED, f"guess.may-stay {word}")
    if low[-1] == "о" or re.search(r"[аеиоуы]а$", low):
        return Form(word, How.RULE)
    own = gender or ("f" if low[-1] in "ая" else "m")
    made = endings.noun(word, own, case, animate=False)
    if low[-1] == "ь" and not gender:
        return Form(made, How.GUESSED, f"guess.masculine {word}")
    return Form(made, How.RULE)
