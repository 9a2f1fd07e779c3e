"""Facts that name people, organisations or countries of the register by their ids alone. Pure; start at `adopt`."""

import dataclasses

from pressdesk.app.register.bring import LISTS, day_of, with_references
from pressdesk.app.register.layers import Layers
from pressdesk.model import paths
from pressdesk.model.draft import Draft
from pressdesk.model.edits import named_ids
from pressdesk.model.facts import Country, Organisation, Person


def adopt(draft: Draft, layers: Layers) -> Draft:
    """The draft with everybody whom its facts name by an id that stands in none of its lists, but in the register.

    They keep that id, a person has the title of the event's day, and what their records name comes too. An id that
    the register does not know either is left for `check` to find.
    """
    for name in dict.fromkeys(named_ids(draft.facts)):
        record = None if name in _listed(draft) else layers.record(name)
        if record is None or not isinstance(record.what, Person | Organisation | Country):
            continue
        what = record.what
        if isinstance(what, Person):
            what = dataclasses.replace(what, title=record.title(day_of(draft)))
        draft, made = with_references(draft, what, layers)
        shelf = LISTS[type(made)]
        grown = (*getattr(draft.facts, shelf), dataclasses.replace(made, id=name))
        draft = draft.with_facts(paths.put(draft.facts, shelf, grown))
    return draft


def _listed(draft: Draft) -> set[str]:
    facts = draft.facts
    return {facts.issuer.id} | {item.id for shelf in LISTS.values() for item in getattr(facts, shelf)}
