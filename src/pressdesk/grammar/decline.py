"""A phrase and features to a form: only the last word changes, as its kind does. Start at `Decliner.form`.

Kinds: a word (known, or guessed by its ending), a figure or sign read aloud, an abbreviation, a Latin or quoted name.
All but words take a hyphen before the ending. A head that carries its possessive already («қаласы») goes on from there.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pressdesk.errors import FactsError
from pressdesk.grammar.analyse import Reader, Reading
from pressdesk.grammar.asked import why_not
from pressdesk.grammar.graph import Arc, Node
from pressdesk.grammar.lexicon import Lexeme, WordClass
from pressdesk.grammar.numbers import Readings, ends_latin, is_abbreviation
from pressdesk.grammar.sounds import HARMONIES
from pressdesk.model.forms import Form, How

BRACKET = re.compile(r"\s*\(([^()]*)\)$")
READING = re.compile(r"[^\s()A-Z]+")  # what may be a reading in brackets: one word, and no name
LAST_WORD = re.compile(r"[^\s\-‑–.«»\"“”„()/]+$")
QUOTES = '»”"“'
AFTER = ("So", "Sk", "Po", "Cf", "Mn", "Zs")  # what a name may be followed by: emoji, full stops, invisible signs
TYPED = "form:"
FAR = 2  # steps of commonness
NAME = "NP"  # the class that an unlisted name is taken for
PERSON = "person"  # the kind of a name that is no izafet, whatever it looks like


@dataclass(frozen=True, slots=True)
class Head:
    """What is inflected: `front` stays as it is, `word` is the last word in lower case, `node` where its chain begins.

    Attributes:
        spoken: the reading aloud, where the ending follows it and takes a hyphen; "" for a plain word.
        doubt: why the ending is a guess, "" where it is none.
        lexeme: the lexicon's entry, None for an unknown word.
        tags: what is left to be added to this head.
        patronymic: it ends in a possessive as part of a personal name (ұлы, қызы), and has a plural all the same.
        small: it is a name of which the tags make a word that is none, written small.
    """

    front: str
    word: str
    spoken: str
    doubt: str
    lexeme: Lexeme | None
    tags: tuple[str, ...]
    state: str
    harmony: str
    traits: frozenset[str]
    patronymic: bool = False
    small: bool = False


@dataclass(slots=True, eq=False, repr=False)
class Decliner:
    """Inflects phrases of one language with its tables."""

    reader: Reader
    readings: Readings
    fixed: Mapping[str, str]
    _tags: frozenset[str] = field(default=frozenset())

    def __post_init__(self) -> None:
        """Collects the tags that the tables know."""
        rows = (suffix for found in self.reader.graph.suffixes.values() for suffix in found)
        self._tags = frozenset(suffix.tag for suffix in rows)

    def form(self, base: str, features: str, traits: Mapping[str, str] | None = None) -> Form:
        """See Grammar.form."""
        traits = traits or {}
        if TYPED + features in traits:
            return Form(traits[TYPED + features], How.TYPED)
        base, traits = self._without_reading(base.strip(), self.told(base, traits))
        if features in ("", "NOM"):
            return Form(base, How.RULE)
        if features in self.fixed:
            return Form(self.fixed[features].format(base=base), How.RULE)
        tags = tuple(tag for tag in features.split("+") if tag != "NOM")
        if tags[0] == "ORD":
            if len(tags) > 1 and tags[1] not in self._tags:
                noun = self.form(tags[1], "+".join(tags[2:]))
                return Form(f"{base}{' ' if self.readings.roman(base) else '-'}{noun.text}", noun.how, noun.note)
            if self.readings.roman(base) and len(tags) == 1:
                return Form(base, How.RULE)  # a Roman number is an ordinal without any suffix
        for tag in tags:
            if tag not in self._tags:
                raise FactsError(f"The feature “{tag}” in “{features}” is unknown: see docs/grammar-tables.md.")
        if not any(c.isalnum() for c in base):
            return Form(base, How.GUESSED if base else How.RULE, "guess.no-word" if base else "")
        base, after = self._apart(self._in_full(base))
        made = self._inflect(base, tags, traits)
        return Form(made.text + after, made.how, made.note)

    def told(self, base: str, traits: Mapping[str, str]) -> Mapping[str, str]:
        """The traits, with the harmony that a typed form shows where no harmony is stored."""
        typed = {key.removeprefix(TYPED): form for key, form in traits.items() if key.startswith(TYPED)}
        if not typed or traits.get("harmony") in HARMONIES:
            return traits
        bare = {key: value for key, value in traits.items() if not key.startswith(TYPED)}
        for features, form in typed.items():
            try:
                shown = [h for h in HARMONIES if self.form(base, features, {**bare, "harmony": h}).text == form]
            except FactsError:
                continue
            if len(shown) == 1:
                return {**traits, "harmony": shown[0]}
        return traits

    def _in_full(self, base: str) -> str:
        """The base with its last word written out where that is shortened by a full stop: no ending follows that."""
        before, space, last = base.rpartition(" ")
        known = self.readings.stored.get(last, "") if last.endswith(".") else ""
        return f"{before}{space}{known}" if known else base

    def _apart(self, base: str) -> tuple[str, str]:
        """(what is inflected, what follows it unchanged): brackets, emoji, a full stop that ends no abbreviation."""
        end = len(base)
        while end > 0:
            bracket = BRACKET.search(base[:end])
            if bracket is not None and bracket.start() > 0:
                end = bracket.start()
            elif self._ends_name(base[:end]):
                break
            else:
                end -= 1
        return (base[:end], base[end:]) if any(c.isalnum() for c in base[:end]) else (base, "")

    def _ends_name(self, text: str) -> bool:
        last = text[-1]
        if last == ".":
            return not self._has_vowel(text.split()[-1])
        return last in self.readings.symbols or last in QUOTES or unicodedata.category(last) not in AFTER

    def _has_vowel(self, word: str) -> bool:
        classes = self.reader.graph.sounds.classes
        return any(classes.get(letter, "vowel" if letter.isdigit() else "") == "vowel" for letter in word.lower())

    def _without_reading(self, base: str, traits: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
        """Takes a reading in brackets off a figure, an abbreviation or a Latin name: one word, written small."""
        match = BRACKET.search(base)
        if match is None or not READING.fullmatch(match[1]) or not match[1].islower():
            return base, traits
        bare = base[: match.start()]
        if bare and bare[-1] not in QUOTES and self.spoken(bare, {})[0]:
            return bare, {"pronounced": match[1], **traits}
        return base, traits

    def spoken(self, base: str, traits: Mapping[str, str]) -> tuple[str, str]:
        """(how the base's end is read aloud, doubt) where its ending takes a hyphen; ("", "") for a word."""
        word = base.split()[-1] if base.split() else ""
        quoted = base[-1:] in QUOTES
        bare = base.rstrip(QUOTES).split()[-1] if quoted and base.rstrip(QUOTES) else word
        special = quoted or bare in self.readings.stored or ends_latin(bare) or not bare[-1:].isalpha()
        special = special or is_abbreviation(bare.split("-")[-1])
        if is_abbreviation(bare) and bare not in self.readings.stored and len(bare) > 5:
            special = bool(quoted)  # a headline in capitals rather than an abbreviation
        if not special:
            return "", ""
        if traits.get("pronounced"):
            return traits["pronounced"], ""
        for part in (base, bare, bare.split("-")[-1]):
            if part in self.readings.stored:
                return self.readings.stored[part], ""
        return self._read_aloud(base, bare)

    def _read_aloud(self, base: str, bare: str) -> tuple[str, str]:
        if base[-1] in self.readings.symbols:
            return self.readings.symbols[base[-1]][0], ""
        figure = self.readings.figure(base.rstrip(QUOTES))
        if figure is not None:
            return figure, ""
        number = self.readings.roman(bare)
        if number and (len(bare) > 1 or " " in base):
            return self.form(self.readings.unit(number), "ORD").text, ""
        if ends_latin(bare):
            return self.readings.latin_guess(re.split("[-.]", bare)[-1]), "guess.latin"
        part = bare.split("-")[-1]
        if is_abbreviation(part):
            return self.readings.spelt(part), "guess.abbreviation"
        return re.sub(r"\W+$", "", bare) or bare, ""

    def head(self, base: str, tags: tuple[str, ...], traits: Mapping[str, str]) -> Head:
        """What of `base` is inflected when the tags (at least one) are added, and how."""
        spoken, doubt = self.spoken(base, traits)
        match = LAST_WORD.search(spoken or base)
        last = match[0] if match else (spoken or base)
        front = "" if spoken else base[: len(base) - len(last)]
        own = frozenset(traits) & frozenset(self.reader.lexicon.traits)
        if traits.get("harmony") in HARMONIES:
            own |= {traits["harmony"]}
        lexeme = self._lexeme(base, last, spoken, tags)
        if lexeme is not None and front and self._rather_possessed(lexeme, last):
            lexeme = None
        if lexeme is not None and lexeme.lemma.lower() == base.lower() and not spoken:
            front, last = "", base
        name = last[:1].isupper() and not spoken
        if lexeme is None and tags[0] == "PL" and not spoken and self._is_plural(last):
            tags = tags[1:]
        if lexeme is not None:
            own |= lexeme.traits - (set(HARMONIES) if own & set(HARMONIES) else set())
        elif traits.get("kind") != PERSON and (not spoken or base[-1] in QUOTES):
            reading = self._possessed(last) if not spoken or " " in base else None
            if reading is not None and (_new_owner(tags) or "possessed" not in own):
                return self._possessed_head(front, last, spoken, reading, tags, own)
        ending = self.reader.lexicon.ending(last, name) if lexeme is None or name else None
        own |= ending.traits if ending and lexeme is None else frozenset()
        harmony, guess = self.reader.lexicon.harmony(self.reader.graph.sounds, last, own, name)
        patronymic = ending is not None and "possessed" in ending.traits and not ending.doubt
        cls = lexeme.cls if lexeme is not None else self.reader.lexicon.classes.get(NAME) if name else None
        state = self._begin(base, spoken, cls, tags)
        small = name and not front and cls is not None and cls.is_name and state not in cls.capital
        if "possessed" in own and _new_owner(tags) and not (patronymic or spoken):
            stem = self._unpossessed(last, harmony)
            rest = tags if tags[0] != "PL" or tags[1:2] == ("POSS3",) else ("PL", "POSS3", *tags[1:])
            return Head(front, stem or last, "", "guess.possessed", None, rest, "N", harmony, frozenset())
        if "possessed" in own and not (patronymic and tags[:1] == ("PL",)):
            state, tags = "P3", tags[1:] if tags[:1] == ("POSS3",) else tags
        told = traits.get("harmony") in HARMONIES or (
            "possessed" in traits and ending is not None and bool(ending.traits)
        )
        unsure = lexeme is None or (name and lexeme.cls.is_name and not own & {*HARMONIES, "both"})
        doubt = doubt or (guess if unsure and not told else "")
        return Head(front, last, spoken, doubt, lexeme, tags, state, harmony, own, patronymic, small and state != "P3")

    def _begin(self, base: str, spoken: str, cls: WordClass | None, tags: tuple[str, ...]) -> str:
        """The state where the chain of a head without a possessive begins."""
        if tags[:1] == ("ATTR",):
            return "ADV"
        if spoken and base[-1].isdecimal():
            return "FIG"
        return (self._state(cls, tags) if cls is not None else "") or "N"

    def _lexeme(self, base: str, last: str, spoken: str, tags: tuple[str, ...]) -> Lexeme | None:
        for text in (last,) if spoken else (base, last):
            found = self.reader.lexicon.get(text)
            name = text[:1].isupper()
            ranked = sorted(found, key=lambda x: (x.cls.is_name is not name, x.cls.states[0] != "N"))
            usable = [x for x in ranked if (name or spoken or not x.cls.is_name) and self._takes(x, tags)]
            if usable:
                return usable[0]
        return None

    def _is_plural(self, word: str) -> bool:
        """Whether the word is a plural already: «жас ғалымдар» has no other."""
        readings = self.reader.readings(word.lower(), word[:1].isupper())
        return any(r.cls and r.features.split("+")[-1] == "PL" for r in readings)

    def _rather_possessed(self, lexeme: Lexeme, last: str) -> bool:
        """Whether a far commoner noun with a possessive ends the phrase: банкі is a jar, but «даму банкі» is not."""
        if lexeme.cls.is_name or lexeme.lemma.lower() != last.lower():
            return False
        reading = self._possessed(last)
        return reading is not None and reading.common > lexeme.common + FAR

    def _takes(self, lexeme: Lexeme, tags: tuple[str, ...]) -> bool:
        """Whether a chain of this lexeme can begin with the first tag."""
        return bool(self._state(lexeme.cls, tags))

    def _state(self, cls: WordClass, tags: tuple[str, ...]) -> str:
        """The first state of the class that the first tag may leave, those without a capital first; "" where none."""
        states = sorted(cls.states, key=lambda state: state in cls.capital)
        return next((state for state in states if self._leaves(state, tags[0])), "")

    def _leaves(self, state: str, tag: str) -> bool:
        rows = self.reader.graph.suffixes.get(state, ())
        return any(row.tag == tag or (not row.tag and self._leaves(row.next, tag)) for row in rows)

    def _possessed(self, word: str) -> Reading | None:
        """A reading of the word as a known noun with the third person possessive, the longest noun first."""
        found = [
            r
            for r in self.reader.readings(word.lower(), word[:1].isupper())
            if r.features.split("+")[-1] == "POSS3" and r.cls and (r.cls != "V" or "VN" in r.features)
        ]
        return max(found, key=lambda r: len(r.lemma) - 10 * len(r.rows), default=None)

    def _unpossessed(self, word: str, harmony: str) -> str:
        """The word without its third person possessive, "" where it does not end in one."""
        graph = self.reader.graph
        for end in range(1, len(word)):
            node = graph.root(word[:end].lower(), "N", harmony, frozenset())
            sure = word[: end - len(node.tail.held)].lower()
            if any(sure + spell(node, chain) == word.lower() for chain in graph.chains(node, ("POSS3",))):
                return word[:end]
        return ""

    def _possessed_head(
        self, front: str, last: str, spoken: str, reading: Reading, tags: tuple[str, ...], own: frozenset[str]
    ) -> Head:
        """The head of an izafet: its possessive stays, or gives way to the plural or another person asked for."""
        if _new_owner(tags) and not spoken:
            before = reading.features.split("+")[:-1]
            extra = ("PL",) if tags[0] == "PL" and "PL" not in before else ()
            rest = tags[1:] if tags[0] == "PL" else tags
            rest = rest if rest and rest[0].startswith("POSS") else ("POSS3", *rest)
            lexeme = self.reader.lexicon.get(reading.lemma)[0]
            harmony, _ = self.reader.lexicon.harmony(
                self.reader.graph.sounds, reading.lemma.lower(), lexeme.traits, lexeme.cls.is_name
            )
            stem = last[: len(reading.lemma)] if last.lower().startswith(reading.lemma.lower()) else reading.lemma
            stem = stem if last[:1].islower() else stem[:1].upper() + stem[1:]
            tags = (*before, *extra, *rest)
            return Head(front, stem, "", "", lexeme, tags, lexeme.cls.states[0], harmony, lexeme.traits)
        rest = tags[1:] if tags[:1] == ("POSS3",) else tags
        harmony = self.reader.graph.sounds.last_harmony(last.lower()) or "back"
        lexeme = self.reader.lexicon.get(reading.lemma)[0]
        return Head(front, last, spoken, "", lexeme, rest, "P3", harmony, own | {"possessed"})

    def _inflect(self, base: str, tags: tuple[str, ...], traits: Mapping[str, str]) -> Form:
        head = self.head(base, tags, traits)
        irregular = None if head.spoken else self._irregular(head)
        if irregular is not None:
            return Form(head.front + _cased(irregular, head.word), How.LEXICON)
        if not head.tags:
            return Form(base, How.LEXICON if head.lexeme else How.RULE)
        text = self._write(base, head)
        if text is None:
            raise FactsError(why_not(self.reader, base, head.state, tags))
        if any(self._write(base, other) != text for other in choices(head)[1:]):
            return Form(text, How.GUESSED, head.doubt)
        return Form(text, How.LEXICON if head.lexeme else How.RULE)

    def _irregular(self, head: Head) -> str | None:
        """The form that irregular.tsv has for the longest beginning of the tags, and the rest of the chain after it."""
        graph = self.reader.graph
        for count in range(len(head.tags), 0, -1):
            found = self.reader.lexicon.stored.get((head.word.lower(), "+".join(head.tags[:count])))
            if found is None:
                continue
            harmony = graph.sounds.last_harmony(found.form.lower()) or head.harmony
            node = graph.root(found.form.lower(), found.state, harmony, frozenset())
            for chain in graph.chains(node, head.tags[count:]):
                return found.form[: len(found.form) - len(node.tail.held)] + spell(node, chain)
        return None

    def _write(self, base: str, head: Head) -> str | None:
        lower = head.word.lower()
        graph = self.reader.graph
        node = graph.root(lower, head.state, head.harmony, head.traits)
        for chain in graph.chains(node, head.tags):
            if all(arc.written for arc in chain):
                if head.spoken:
                    return _hyphened(base, chain)
                word = lower if head.small and not head.word.isupper() else head.word
                sure = word[: len(lower) - len(node.tail.held)]
                added = spell(node, chain)
                if len(head.word) > 1 and head.word.isupper():
                    added = added.upper()
                return head.front + sure + added
        return None


def choices(head: Head) -> tuple[Head, ...]:
    """The head, and where it is in doubt what it may be instead: no izafet, or a word of the other harmony."""
    if not head.doubt:
        return (head,)
    if head.state == "P3":
        return (head, replace(head, state="N"))
    return (head, replace(head, harmony=HARMONIES[1 - HARMONIES.index(head.harmony)]))


def _new_owner(tags: tuple[str, ...]) -> bool:
    """Whether the features replace a third person possessive, or put a plural before it."""
    return tags[:1] == ("PL",) or any(tag.startswith("POSS") and tag != "POSS3" for tag in tags[:1])


def spell(node: Node, chain: Iterable[Arc]) -> str:
    """What a chain adds after the stem's sure letters."""
    text = ""
    for arc in chain:
        text += arc.text
        node = arc.node
    return text + node.tail.held


def _hyphened(base: str, chain: Iterable[Arc]) -> str:
    ending = "".join(arc.ending for arc in chain)
    return base + ending if ending.startswith(" ") else f"{base}-{ending}"


def _cased(form: str, like: str) -> str:
    return form[:1].upper() + form[1:] if like[:1].isupper() else form
