"""What a draft, a language and a moment are called in the window."""

from datetime import datetime, timedelta

from pressdesk.model.draft import Draft
from pressdesk.model.fields import ReleaseType
from pressdesk.text.messages import Messages


def draft_title(draft: Draft, kind: ReleaseType, ui: Messages) -> str:
    """The event's own title, else the place or the person and the kind of release, else the kind and the day, else
    «Атауы жоқ жоба»."""
    facts = draft.facts
    own = ui.pick(facts.event.title)
    if own:
        return own
    label = ui.pick(kind.label)
    people = {person.id: person for person in facts.people}
    who = people.get(facts.counterpart) or people.get(facts.actor) or next(iter(facts.people), None)
    about = ui.pick(facts.event.place.name) or (ui.pick(who.family) if who else "")
    if about:
        return f"{about} – {label[:1].lower()}{label[1:]}"
    day = facts.event.date or facts.notice.from_ or facts.dateline.date
    return f"{label}, {day:%d.%m.%Y}" if day else ui.say("shell.untitled")


def language_name(tag: str, ui: Messages) -> str:
    """A language by its own name: «Қазақша», "English". A language without one is called by its tag."""
    key = f"shell.lang.name_{tag}"
    return ui.say(key) if ui.has(key) else tag


def moment(when: datetime, now: datetime, ui: Messages) -> str:
    """«бүгін 14:32», «кеше 18:05», 2025-12-22 18:05."""
    time = when.strftime("%H:%M")
    if when.date() == now.date():
        return ui.say("shell.start.today", time=time)
    if when.date() == (now - timedelta(days=1)).date():
        return ui.say("shell.start.yesterday", time=time)
    return f"{when:%d.%m.%Y} {time}"


def hindrance_words(errors: int, gaps: int, ui: Messages) -> str:
    """«1 қате, 2 олқылық»; "" where nothing hinders."""
    parts = [ui.say("shell.export.errors", n=errors)] if errors else []
    parts += [ui.say("shell.export.gaps", n=gaps)] if gaps else []
    return ", ".join(parts)
