"""What an inflector is told of a name, drawn from the facts: the traits of each language as one flat mapping."""

from dataclasses import fields

from pressdesk.model.facts import Person
from pressdesk.model.traits import KazakhTraits, PlainTraits, RussianTraits, Traits


def traits_of(value: object, language: str, kind: str = "") -> dict[str, str]:
    """The traits of a name in a language: {"possessed": "", "harmony": "back", "form:GEN": "…", "gender": "f", ...}."""
    out: dict[str, str] = {"kind": kind} if kind else {}
    if isinstance(value, Traits):
        own = getattr(value, language, None)
        if isinstance(own, KazakhTraits | RussianTraits | PlainTraits):
            for f in fields(own):
                inner = getattr(own, f.name)
                if f.name == "forms":
                    out.update({f"form:{feature}": text for feature, text in inner.items()})
                elif f.name == "prepositions":
                    out.update({f"preposition:{usual}": own for usual, own in inner.items()})
                elif inner is True:
                    out[f.name] = ""
                elif inner:
                    out[f.name] = str(inner)
    if isinstance(value, Person):
        if value.gender:
            out["gender"] = value.gender
        if value.name_order:
            out["name_order"] = value.name_order
    return out
