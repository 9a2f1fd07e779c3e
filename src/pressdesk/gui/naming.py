"""What the window calls a place in the facts: `programme[0].topics[2]` is «Бағдарлама 1»."""

from collections.abc import Iterator

from pressdesk.model.fields import FieldSpec, ReleaseType, Section
from pressdesk.model.paths import parse
from pressdesk.text.messages import Messages


def section_of(kind: ReleaseType, path: str) -> Section | None:
    """The section of the form in which a fact is asked for; the most precise one where several would do."""
    found = _best(kind, path)
    return found[0] if found else None


def field_of(kind: ReleaseType, path: str) -> FieldSpec | None:
    """The most precise field of the form for a fact: within a list the row's own field."""
    found = _best(kind, path)
    return found[1] if found else None


def place_name(kind: ReleaseType, path: str, ui: Messages) -> str:
    """The section and, in a list, the number of the row counted from 1: «Адамдар 4». The path itself for neither."""
    section = section_of(kind, path)
    if section is None:
        return path
    number = next((step for step in parse(path) if isinstance(step, int)), None)
    name = ui.pick(section.label)
    return name if number is None else f"{name}\u00a0{number + 1}"


def full_name(kind: ReleaseType, path: str, ui: Messages) -> str:
    """The place and the field: «Адамдар 4 · Лауазымы»."""
    spec = field_of(kind, path)
    place = place_name(kind, path, ui)
    if spec is None or ui.pick(spec.label) in ("", place):
        return place
    return f"{place} · {ui.pick(spec.label)}"


def _best(kind: ReleaseType, path: str) -> tuple[Section, FieldSpec] | None:
    steps = parse(path)
    best: tuple[int, Section, FieldSpec] | None = None
    for section in kind.sections:
        for prefix, spec in _places(section.fields, ()):
            shared = _shared(prefix, steps)
            if shared and (best is None or shared > best[0]):
                best = (shared, section, spec)
    return (best[1], best[2]) if best else None


def _places(
    fields: tuple[FieldSpec, ...], above: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], FieldSpec]]:
    """Every field with its path; the number of a row is left out as "*"."""
    for spec in fields:
        here = (*above, *parse(spec.path))
        yield here, spec
        inner = spec.fields + tuple(f for step in spec.steps for f in step.fields)
        yield from _places(inner, (*here, "*"))


def _shared(prefix: tuple[str | int, ...], steps: tuple[str | int, ...]) -> int:
    """How many steps of the path the field's whole path covers; 0 where it does not lead there."""
    if len(prefix) > len(steps):
        return 0
    for mine, theirs in zip(prefix, steps, strict=False):
        if mine != theirs and not (mine == "*" and isinstance(theirs, int)):
            return 0
    return len(prefix)
