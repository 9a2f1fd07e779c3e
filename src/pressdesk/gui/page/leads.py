"""Where in the form a piece of the text is asked for. Start at `lead`."""

from collections.abc import Iterable, Iterator

from pressdesk.gui.naming import section_of
from pressdesk.model import paths
from pressdesk.model.draft import Draft
from pressdesk.model.fields import FieldKind, FieldSpec, ReleaseType


def lead(draft: Draft, kind: ReleaseType, field: str) -> str:
    """The path that the form can open for the fact at `field`, "" where the form does not ask for it.

    A country has no card of its own: what leads to it is the first field in which it is chosen.
    """
    if not field or section_of(kind, field) is not None:
        return field
    steps = paths.parse(field)
    if steps[0] != "countries" or len(steps) < 2:
        return ""
    country = paths.get(draft.facts, paths.join(*steps[:2]))
    wanted = country.id if country is not None else ""
    chosen = (path for path in _countries(draft, kind.fields(), "") if paths.get(draft.facts, path) == wanted)
    return next(chosen, "") if wanted else ""


def _countries(draft: Draft, fields: Iterable[FieldSpec], above: str) -> Iterator[str]:
    for spec in fields:
        path = f"{above}.{spec.path}" if above else spec.path
        if spec.kind is FieldKind.COUNTRY:
            yield path
        value = paths.get(draft.facts, path)
        if spec.fields and isinstance(value, tuple):
            for index in range(len(value)):
                yield from _countries(draft, spec.fields, f"{path}[{index}]")
