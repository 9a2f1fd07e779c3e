"""A name that stands in a text, into the user's own register: «Add to the register» of a finding. Start at `pick`."""

import dataclasses
import datetime as dt
import re

from pressdesk.app.register.first_form import first_form
from pressdesk.app.register.layers import Layers
from pressdesk.app.register.learn import learn, new_id
from pressdesk.model import paths
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Person, Place
from pressdesk.model.register import Book, Record, of

_CARD = re.compile(r"^(?:people|organisations|countries)\[\d+\]")
_PLACE = re.compile(r"^(?:event|cause)\.place(?=\.|$)")


def pick(draft: Draft, field: str, words: str, language: str, layers: Layers, today: dt.date) -> tuple[Book, Record]:
    """The user's register with whom the words name, and the record there.

    Words of a person, body or country of the draft bring it as the form has it, in every language; those of a place
    bring the place. Any other words become a person of that name in one language, for somebody to complete.

    Args:
        field: the path of the fact that the words come from, "" where they come from none.
        words: as they stand in the text, perhaps in a case.
        language: the tag of the text.
    """
    card = _CARD.match(field)
    if card:
        try:
            return learn(draft, card[0], layers, today)
        except KeyError:
            pass  # a card without a name
    place = _PLACE.match(field)
    thing = paths.get(draft.facts, place[0]) if place else None
    if isinstance(thing, Place) and thing.name:
        return _kept(thing, layers, today)
    return pick_name(words, language, layers, today)


def pick_name(words: str, language: str, layers: Layers, today: dt.date) -> tuple[Book, Record]:
    """The user's register with a person of a name that stands in a text, perhaps in a case, and the record there."""
    named = first_form(words, language)
    given = {language: named.given} if named.given else {}
    family = {language: named.family} if named.family else {}
    person = Person(given=given, family=family)
    return _kept(dataclasses.replace(person, gender=named.gender) if named.gender else person, layers, today)


def _kept(what: Person | Place, layers: Layers, today: dt.date) -> tuple[Book, Record]:
    record = dataclasses.replace(of(what, new_id(what, layers.own)), changed=today)
    return layers.own.with_record(record), record
