"""Features as written on the command line and in templates ("PL+GEN"), and the traits that stand for stored forms."""

from collections.abc import Iterable

from pressdesk.errors import FactsError
from pressdesk.model.forms import Form, How, Traits


def parse(features: str, known: Iterable[str], language: str) -> tuple[str, ...]:
    """The parts of "PL+GEN" in the order given; "" is NOM. An unknown part raises FactsError with the known ones."""
    parts = tuple(part for part in features.strip().split("+") if part) or ("NOM",)
    names = tuple(known)
    for part in parts:
        if part not in names:
            raise FactsError(f"“{part}” in “{features}” is no form of {language}; there are {', '.join(names)}.")
    return parts


def typed(features: str, traits: Traits) -> Form | None:
    """The form that a person stored for exactly these features, under the trait `form:GEN`; it beats every rule."""
    stored = traits.get(f"form:{features}")
    return Form(stored, How.TYPED) if stored else None


def worst(forms: Iterable[Form], text: str) -> Form:
    """One form made of several: a guess in any of them is a guess, and keeps its reason."""
    notes = []
    how = How.TYPED
    order = (How.TYPED, How.LEXICON, How.RULE, How.GUESSED)
    for form in forms:
        if order.index(form.how) > order.index(how):
            how = form.how
        if form.guessed and form.note and form.note not in notes:
            notes.append(form.note)
    return Form(text, how, "; ".join(notes))
