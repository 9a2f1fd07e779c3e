"""Countries and cities of the shipped register, for the checkers: «между Астаной и Лиссабоном» holds no mistake."""

from functools import cache

from pressdesk.app import names
from pressdesk.app.register.layers import shipped_records
from pressdesk.language.language import load
from pressdesk.model.facts import Country, Place

_PLACES = (Country, Place)


@cache
def forms(tag: str) -> frozenset[str]:
    """The names of all countries and places that are shipped, in every form of a language; 0.8 s for Russian, once."""
    shipped = (record.what for record in shipped_records().values())
    return frozenset(names.forms_of(names.kept((it for it in shipped if isinstance(it, _PLACES)), tag), load(tag)))
