"""Words into other forms: heads inflected, lists joined, patterns filled. The only place that asks an inflector."""

import dataclasses
from collections.abc import Mapping
from functools import lru_cache

from pressdesk.errors import FactsError
from pressdesk.language.language import Language, dialect
from pressdesk.language.typography import NO_BREAK
from pressdesk.model.forms import Form, How
from pressdesk.model.release import Source
from pressdesk.render.house import Slot, phrases
from pressdesk.render.words import Atom, Words, glue

LONGEST = 2000  # code points of a name or phrase


def compose(pattern: tuple[Slot, ...], parts: Mapping[str, Words], where: str, language: Language) -> Words:
    """The atoms of a pattern with its slots filled; heads stay where the pattern has a star."""
    atoms: list[Atom] = []
    for slot in pattern:
        if slot.literal:
            atoms.append(glue(slot.text))
            continue
        words = parts.get(slot.text, Words())
        if slot.own_word:
            words = Words((Atom(slot.text, where, Source.FIELD, slot.text, head=True),))
        made = inflect(words, slot.features, language)
        if slot.preposition:
            made = preceded(made, slot.preposition, language)
        atoms += [dataclasses.replace(a, head=a.head and slot.head) for a in made.atoms]
    return Words(tuple(atoms))


def preceded(words: Words, preposition: str, language: Language) -> Words:
    """The words after a preposition: the one that the name itself takes («на Кубе») in the shape that the next word
    asks for («во Франции»)."""
    if not words.atoms:
        return words
    own = words.atoms[0].traits.get(f"preposition:{preposition.lower()}", preposition)
    own = own.capitalize() if preposition[:1].isupper() else own
    return words.with_atoms([glue(language.preposition(own, words.plain) + " "), *words.atoms])


def spaced(pattern: tuple[Slot, ...], initials: str | None) -> tuple[Slot, ...]:
    """A pattern whose initial stands before the name as the house wants it; None is as the language has it."""
    if initials is None:
        return pattern
    space = "" if initials == "none" else NO_BREAK
    return tuple(
        dataclasses.replace(slot, text=slot.text.strip(f" {NO_BREAK}") + space) if before == "initial" else slot
        for before, slot in zip(("", *(s.text for s in pattern)), pattern, strict=False)
    )


def inflect(words: Words, features: str, language: Language) -> Words:
    """Each head of the words in the form `features`; what it had already (a possessive) stays in front of it."""
    if not features:
        return words
    return words.with_atoms([_inflected(a, features, language) if a.head else a for a in words.atoms])


@lru_cache(maxsize=20_000)
def _form(tag: str, percent: str, base: str, features: str, traits: tuple[tuple[str, str], ...]) -> Form:
    """A form, made once: a keystroke changes one fact, and every other form of the release is as it was.

    `percent` is how the house reads that sign, "" as the language does."""
    if len(base) > LONGEST:  # somebody pasted a text into a name: nothing to inflect, and it would take long
        return Form(base, How.GUESSED, "guess.too-long")
    try:
        return dialect(tag, "", percent).inflector.form(base, features, dict(traits))
    except FactsError as error:  # rendering never refuses: a form that cannot be made is shown as a guess to mend
        return Form(base, How.GUESSED, str(error))


def _inflected(atom: Atom, features: str, language: Language) -> Atom:
    asked = "+".join(part for part in (atom.prefix, features) if part)
    if atom.source is Source.GAP:
        question = phrases(language.tag).question(atom.ask, asked)
        return dataclasses.replace(atom, text=f"⟦{question}⟧", prefix=asked, features=asked)
    form = _form(language.tag, language.percent_read, atom.base, asked, tuple(sorted(atom.traits.items())))
    told = form.guessed and atom.note != "fallback"  # a Latin stand-in is the graver thing to say
    note = form.note or "guess.unsaid" if told else atom.note
    source = Source.INFLECTED if atom.source is Source.FIELD and form.text != atom.base else atom.source
    text = form.text
    if atom.text[:1].isupper() and atom.base[:1].islower():
        text = text[:1].upper() + text[1:]
    return dataclasses.replace(atom, text=text, source=source, prefix=asked, features=asked, note=note)


def join(items: list[Words], style: str, features: str, language: Language) -> Words:
    """A list in words: "and", "with" (мен/бен/пен), "comma", "or"; the ending on the last or on all of them."""
    last_only = phrases(language.tag).list_inflects == "last"
    last = len(items) - 1
    # number and possessive are every member's, the case is the last one's: зертханалары мен кітапханаларын
    shared = "+".join(part for part in features.split("+") if part == "PL" or part.startswith("POSS"))
    made = [inflect(w, features if not last_only or i == last else shared, language) for i, w in enumerate(items)]
    separators = language.join([w.plain for w in made], style)
    atoms: list[Atom] = []
    for index, words in enumerate(made):
        inner = words.atoms
        if last_only and index != last:
            inner = tuple(dataclasses.replace(a, head=False) for a in inner)
        atoms += inner
        if index != last:
            atoms.append(glue(separators[index]))
    return Words(tuple(atoms), present=bool(items))
