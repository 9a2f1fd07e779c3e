"""What is missing or odd in a draft: what the facts alone show, and what takes a grammar to see."""

from collections.abc import Iterator

from pressdesk.language.language import load as load_language
from pressdesk.model.check import Problem, problems
from pressdesk.model.draft import Draft
from pressdesk.model.fields import ReleaseType
from pressdesk.model.findings import Severity
from pressdesk.model.forms import Inflector

# Only endings that names themselves hardly have: -ды ends Сатыбалды, -да Фарида, -тан Қазақстан, -ке Сәке.
ENDINGS = {
    "GEN": ("ның", "нің", "дың", "дің", "тың", "тің"),
    "DAT": ("ға", "ге", "қа", "на", "не"),
    "INS": ("мен", "бен", "пен"),
}
SHORTEST = 4  # letters that must be left: Армен is no Ар with an ending


def all_problems(draft: Draft, kind: ReleaseType) -> list[Problem]:
    """Everything missing or odd, in the order of the form; names that seem to stand in an oblique case come last."""
    return [*problems(draft, kind), *oblique(draft)]


def oblique(draft: Draft) -> Iterator[Problem]:
    """Kazakh names that were typed with a case ending, each with the nominative to write instead."""
    inflector = load_language("kk").inflector
    facts = draft.facts
    named = [("event.place.name", facts.event.place.name.get("kk", ""))]
    for index, person in enumerate(facts.people):
        named.append((f"people[{index}].given", person.given.get("kk", "")))
        named.append((f"people[{index}].family", person.family.get("kk", "")))
    for index, country in enumerate(facts.countries):
        named.append((f"countries[{index}].name", country.name.get("kk", "")))
    for path, name in named:
        base = nominative(name, inflector)
        if base:
            args = {"word": name, "base": base}
            yield Problem(f"{path}.kk", "problem.oblique", Severity.WARNING, args, "kk", base)


def nominative(name: str, inflector: Inflector) -> str:
    """The nominative of a name that carries a case ending, "" where it seems to stand in the nominative already.

    The ending is one only where the rest, put into that case, gives the very name back: Брагаға, but not Ольга.
    """
    if len(name) > 100:  # no name is; asking for its forms would take long
        return ""
    last = name.split()[-1] if name.split() else ""
    for case, endings in ENDINGS.items():
        for ending in endings:
            base = name.removesuffix(ending)
            if base != name and len(last) - len(ending) >= SHORTEST and inflector.form(base, case, {}).text == name:
                return base
    return ""
