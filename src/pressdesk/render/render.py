"""render(draft, language) -> Release: the only way from facts to text."""

import re

from pressdesk.language.house import default, speak
from pressdesk.language.transliteration import latin
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Facts, Text
from pressdesk.model.house import House
from pressdesk.model.release import Block, Gap, Issuer, Photo, Release, Source
from pressdesk.render.amend import amended
from pressdesk.render.blocks import blocks_of, fallbacks
from pressdesk.render.environment import load
from pressdesk.render.living import Living
from pressdesk.render.pack import pack_folder
from pressdesk.render.view import View

SECOND = {"kk": "ru"}  # the letterhead's second language: Russian below Kazakh, Kazakh below every other


def render(draft: Draft, language: str, house: House | None = None) -> Release:
    """The finished release in one language. Never refuses a language that has a template: what is missing is a gap.

    `house` is the ministry's manners, the shipped ones where none are given.

    PackError where the pack has no template for the language or the template is refused.
    """
    house = house or default()
    spoken = speak(language, house)
    folder = pack_folder(draft.facts.type)
    template = load(folder, language, spoken)
    view = View(draft, spoken, house).build()
    output = template.output(view)
    generated = blocks_of(output, language, spoken.wording)
    blocks = generated
    stand_ins: tuple[Gap, ...] = ()
    if any(a.language == language for a in draft.amendments):
        blocks, stand_ins = amended(draft, spoken, generated, Living(draft, spoken, view))
    facts = draft.facts
    return Release(
        language=language,
        locale=spoken.locale,
        kind=facts.type,
        blocks=blocks,
        gaps=_gaps(blocks, output, language, stand_ins),
        date=facts.dateline.date or facts.event.date,
        place=facts.dateline.city.get(language) or facts.dateline.city.get("en", ""),
        slug=slug(facts),
        draft=not draft.final,
        embargo=facts.embargo.until.isoformat() if facts.embargo.until else "",
        disclaimer=_disclaimer(facts, language),
        issuer=_issuer(facts, language),
        photo=_photo(draft, language),
        languages=tuple(facts.languages),
        labels={"end_mark": house.end_marks.get(language, "")},
        locales={tag: speak(tag, house).locale for tag in facts.languages},
        percent_read=spoken.percent_read,
        attribution=facts.attribution.position or house.position,
    )


def _gaps(blocks: tuple[Block, ...], output: str, language: str, stand_ins: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """What the text lacks: holes, and names in Latin letters. What a rewritten block no longer says is not lacking."""
    found = [
        Gap(o.field, language, o.span.of(b.text), fallback=False)
        for b in blocks
        for o in b.origins
        if o.source is Source.GAP
    ]
    shown = {o.field for b in blocks if b.hand is None for o in b.origins}
    found += [Gap(a.field, language, a.base or a.text, fallback=True) for a in fallbacks(output) if a.field in shown]
    found += stand_ins
    return tuple(dict.fromkeys(found))


def _disclaimer(facts: Facts, language: str) -> str:
    if not facts.invented:
        return ""
    if isinstance(facts.disclaimer, str):
        return facts.disclaimer
    return pick(facts.disclaimer, language)


def pick(text: Text, language: str) -> str:
    """A text in a language, else in Latin letters, else whatever there is."""
    return text.get(language) or text.get("en") or next(iter(text.values()), "")


def _issuer(facts: Facts, language: str) -> Issuer:
    second = SECOND.get(language, "kk")
    issuer = facts.issuer
    return Issuer(
        name=pick(issuer.name, language),
        short=pick(issuer.short, language),
        second=issuer.name.get(second, ""),
        second_language=second if issuer.name.get(second) else "",
        address=pick(issuer.address, language),
        site=issuer.site,
    )


def _photo(draft: Draft, language: str) -> Photo | None:
    photo = draft.facts.photo
    content = draft.images.get(photo.file)
    if content is None:
        return None
    return Photo(photo.file, content, pick(photo.alt, language), pick(photo.credit, language))


def slug(facts: Facts) -> str:
    """ASCII words of the release for file names: its type and the place in Latin letters."""
    place = facts.event.place.name
    named = next((place[t] for t in ("en", "pt") if place.get(t)), "")
    if not named:
        tag, word = next(((t, w) for t, w in place.items() if w), ("en", ""))
        named = latin(word, tag)
    words = f"{facts.type.replace('_', '-')}-{latin(named, 'pt')}".lower()
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")[:60] or "release"
