"""The checks that an item of the checklist may name. Start at `CHECKS`.

A check is given its item and what is known of the draft, and names the points that there are: none where the item does
not concern this draft. It knows no word of any language.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from pressdesk.app.checklist.lead import lead, reports
from pressdesk.app.checklist.points import Item, Known, Point
from pressdesk.app.checklist.quotes import quotes
from pressdesk.app.hindrances import errors_of, faults, gaps
from pressdesk.app.register.shipped import shipped
from pressdesk.language.language import load as load_language
from pressdesk.model import paths
from pressdesk.model.codec import encode
from pressdesk.model.draft import references
from pressdesk.model.facts import Person, Ref, Text
from pressdesk.model.findings import Finding, Severity
from pressdesk.model.release import BlockKind
from pressdesk.render.house import phrases_of

SHOWN = 3  # names of entries that a note tells; the rest are counted
Check = Callable[[Item, Known], Iterator[Point]]


# --- who and what a person has to look at ----------------------------------------------------------------------------


def partners(item: Item, known: Known) -> Iterator[Point]:
    """Every person of the other side whom the text names, with name and post in all languages."""
    named = _named(known)
    for index, person in enumerate(known.draft.facts.people):
        if f"people[{index}]" in named and not _ours(person, known):
            lines = [f"{tag}: {_name(person, tag)} · {_post(person, known, tag)}" for tag, _ in known.every()]
            label = {tag: _name(person, tag) for tag in (*known.releases, "kk", "ru", "en") if _name(person, tag)}
            about = f"people[{person.id or _name(person, 'en')}]"
            yield Point(about, "\n".join(lines), label=label, field=f"people[{index}].title")


def _named(known: Known) -> set[str]:
    """The people whom the texts name, by their paths."""
    fields = (o.field for _, release in known.shown() for block in release.blocks for o in block.origins)
    return {field.partition("]")[0] + "]" for field in fields if field.startswith("people[")}


def _ours(person: Person, known: Known) -> bool:
    """Whether a person stands for our own side: by the country of the post, or by that of its body."""
    facts, title = known.draft.facts, person.title
    body = next((o for o in facts.organisations if o.id == title.org), None)
    if title.org and title.org == facts.issuer.id:
        return True
    country = title.of or (body.country if body else "")
    return bool(facts.own) and country == facts.own


def _name(person: Person, tag: str) -> str:
    parts = [person.given.get(tag, ""), person.family.get(tag, "")]
    if person.name_order == "family_first":
        parts.reverse()
    return " ".join(part for part in parts if part)


def _post(person: Person, known: Known, tag: str) -> str:
    """A post as its parts: what it is called, of which country or body, where to."""
    facts, title = known.draft.facts, person.title
    countries = {country.id: country.name for country in facts.countries}
    bodies = {o.id: o.name for o in facts.organisations} | {facts.issuer.id: facts.issuer.name}
    roles = phrases_of(load_language(tag)).roles
    role = roles.get(f"{title.role}.{person.gender}") or roles.get(title.role, title.role)
    texts: list[Text] = [title.text or {tag: role}, countries.get(title.of, {}), countries.get(title.to, {})]
    texts += [bodies.get(title.org, {}), known.draft.text_of(title.district)]
    texts += [known.draft.text_of(part) for part in title.portfolio]
    return ", ".join(words for text in texts if (words := text.get(tag, "")))


def whole(item: Item, known: Known) -> Iterator[Point]:
    """The whole text in all languages: for whatever a person has to look at and no program can."""
    yield Point("release", "\n\n".join(release.plain() for _, release in known.every()))


# --- what must be filled ---------------------------------------------------------------------------------------------


def filled(item: Item, known: Known) -> Iterator[Point]:
    """That one of the item's facts is there, in every language where it is a text; one point where all lack it.

    A tick is about the facts: it lapses when one of them is filled otherwise.
    """
    fields = (*item.fields, *item.also.get(known.kind.id, ()))
    said = {tag: [_said(known, path, tag) for path in fields] for tag, _ in known.shown()}
    text = "\n".join(f"{path}: {encode(paths.get(known.draft.facts, path))}" for path in fields)
    lacking = {tag: not any(values) for tag, values in said.items()}
    if all(lacking.values()):
        yield Point(item.id, text, note="checklist.note.not_filled", field=known.asks(fields))
        return
    for tag, lacks in lacking.items():
        note = "checklist.note.not_filled" if lacks else ""
        yield Point(f"{item.id}.{tag}", text, not lacks, tag, note=note, field=known.asks(fields))


def _said(known: Known, path: str, tag: str) -> str:
    """A fact in a language, or in all of them where it is no text; "" where there is none."""
    value = paths.get(known.draft.facts, path)
    words = known.draft.text_of(value).get(tag, "") if isinstance(value, Mapping | Ref) else value
    return str(words or "").strip()


def photo(item: Item, known: Known) -> Iterator[Point]:
    """A credit where there is a photo, and words for those who cannot see it. Nothing where there is neither."""
    facts = known.draft.facts.photo
    if not facts.file and not facts.credit:
        return
    for tag, release in known.shown():
        credit = any(block.kind is BlockKind.CREDIT and block.text.strip() for block in release.blocks)
        lacking = [] if credit else ["credit"]
        if facts.file and not facts.alt.get(tag, "").strip():
            lacking.append("alt")
        field = f"photo.{lacking[0]}" if lacking else ""
        note = f"checklist.note.photo_{lacking[0]}" if lacking else ""
        text = f"{facts.file}: {facts.credit.get(tag, '')} / {facts.alt.get(tag, '')}"
        yield Point(f"photo.{tag}", text, not lacking, tag, note=note, field=field)


def disclaimer(item: Item, known: Known) -> Iterator[Point]:
    """That invented facts are told to be invented, in every language."""
    if known.draft.facts.invented:
        for tag, release in known.shown():
            there = bool(release.disclaimer.strip())
            note = "" if there else "checklist.note.not_filled"
            yield Point(f"disclaimer.{tag}", release.disclaimer, there, tag, note=note, field="disclaimer")


def embargo(item: Item, known: Known) -> Iterator[Point]:
    """That an embargo is not over, not further off than `days`, and of an announcement not later than its event."""
    until = known.draft.facts.embargo.until
    if until is None:
        return
    event, note = known.draft.facts.event, ""
    if until <= known.now:
        note = "checklist.note.embargo_over"
    elif item.days and until > known.now + dt.timedelta(days=item.days):
        note = "checklist.note.embargo_far"
    elif known.kind.ahead and event.date is not None:
        starts = dt.datetime.combine(event.date, event.time or dt.time(23, 59), until.tzinfo)
        note = "checklist.note.embargo_late" if until > starts else ""
    args = {"when": f"{until:%d.%m.%Y %H:%M %z}", "days": item.days}
    yield Point("embargo", until.isoformat(), not note, note=note, args=args, field="embargo.until")


# --- what the checkers found -----------------------------------------------------------------------------------------


def complete(item: Item, known: Known) -> Iterator[Point]:
    """That no language lacks a fact: a hole, or a Latin stand-in for a name."""
    for tag, _ in known.shown():
        for field, words in gaps(known, tag).items():
            yield Point(f"{tag}:{field}", words, False, tag, {"": words}, field=field)


def findings(item: Item, known: Known) -> Iterator[Point]:
    """What the checkers found. With rules named: whatever they found. Without: every error that no other item tells."""
    for tag, _ in known.shown():
        found = known.findings.get(tag, ())
        own = [f for f in found if f.rule.startswith(item.rules)] if item.rules else errors_of(found)
        for finding in own:
            if item.rules or not finding.rule.startswith(known.told):
                yield _finding_point(finding, tag)
        warnings = sum(f.severity is Severity.WARNING for f in found) if not item.rules else 0
        if warnings:
            yield Point(f"warnings.{tag}", "", True, tag, note="checklist.warnings", args={"n": warnings})
        for problem in faults(known, tag):
            if not item.rules and not problem.path.startswith(known.told):
                about = f"{problem.key}:{problem.path}"
                yield Point(about, problem.path, False, tag, note=problem.key, args=problem.args, field=problem.path)


def _finding_point(finding: Finding, tag: str) -> Point:
    return Point(
        finding.rule, finding.text, finding.severity in (Severity.HINT, Severity.NUANCE), tag,
        {"": f"«{finding.text}»"}, field=finding.field, finding=finding,
        blocks=finding.severity is Severity.ERROR,
    )  # fmt: skip


def checked(item: Item, known: Known) -> Iterator[Point]:
    """That every language was looked at by its checkers; where they are away, nothing found means nothing."""
    for tag, release in known.shown():
        away = tag in known.unchecked
        note = "checklist.note.unchecked" if away else ""
        yield Point(f"checked.{tag}", release.plain(), not away, tag, note=note)


def register(item: Item, known: Known) -> Iterator[Point]:
    """That somebody looked at the register's entries which the draft uses: shipped ones count, unless changed."""
    draft, layers = known.draft, known.layers
    waiting: dict[str, Text] = {}
    for ref in dict.fromkeys(references(draft.facts)):
        entry = draft.register.get(str(ref))
        if entry is None or entry.checked:
            continue
        record, ours = layers.own.records.get(entry.id), shipped().get(entry.id)
        seen = record is not None and bool(record.checked.by) and dict(record.names) == dict(entry.text)
        if not seen and not (ours is not None and dict(ours.text) == dict(entry.text)):
            waiting[entry.id] = entry.text
    facts = draft.facts
    for key in [t.id for t in facts.people] + [t.id for t in facts.organisations] + [t.id for t in facts.countries]:
        record = layers.own.records.get(key)
        if record is not None and not record.checked.by:
            waiting[key] = record.names
    if not waiting:
        yield Point("register", "", fine=True)
        return
    lines = [f"{key}: " + " / ".join(f"{tag} {words}" for tag, words in text.items()) for key, text in waiting.items()]
    named = tuple(waiting.values())[:SHOWN]
    args = {"n": len(waiting), "words": named}
    yield Point("register", "\n".join(lines), note="checklist.note.register", args=args)


CHECKS: dict[str, Check] = {
    "lead": lead,
    "reports": reports,
    "quotes": quotes,
    "partners": partners,
    "whole": whole,
    "filled": filled,
    "photo": photo,
    "disclaimer": disclaimer,
    "embargo": embargo,
    "complete": complete,
    "findings": findings,
    "checked": checked,
    "register": register,
}
SILENT_IS_FINE = frozenset(("complete", "findings"))
"""Checks that find nothing where all is well; of all others no point means that the draft is not concerned."""
BY_PROGRAM_ALONE = frozenset(("disclaimer", "complete", "findings"))
"""Checks whose points nobody can tick: what they tell is mended, or the release is forced."""
