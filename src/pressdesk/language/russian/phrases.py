"""Cases of titles, organisations, events, topics; start at `decline`.

Adjectives and the noun they agree with move; what depends on the noun (genitives, prepositional groups, quoted names)
stays. Nouns in a row («наука и технологии») all move.
"""

import re
from dataclasses import dataclass

from pressdesk.language.russian import common, persons
from pressdesk.language.russian.common import Head, Target
from pressdesk.language.russian.lists import Lists
from pressdesk.language.russian.words import GENDERS, Reading, readings
from pressdesk.model.forms import Form, How, Traits

_TOKEN = re.compile(r"«[^»]*»|“[^”]*”|„[^“]*“|\"[^\"]*\"|\([^)]*\)|[,;:!?]|[^\s,;:!?]+|\s+")
_JOINERS = frozenset({",", ";", "и", "или", "либо", "–", "—", "-", "да"})
_CASES = frozenset({"gent", "datv", "accs", "ablt", "loct", "gen2", "loc2"})


@dataclass(frozen=True, slots=True)
class _Group:
    """A nominative group within the tokens: places of its adjectives, its head and where the head stands."""

    adjectives: tuple[int, ...]
    at: int
    head: Head


def decline(base: str, target: Target, traits: Traits, lists: Lists) -> Form:
    """The phrase in a form. Traits: gender (of the head noun), marked ("[круглый] [стол] чего")."""
    if "marked" in traits:
        return _by_marks(base, target, traits, lists)
    if traits.get("kind") == "adjective" and common.adjectives(base):
        return _adjective(base, target, traits)
    walker = _Walker(_TOKEN.findall(base), target, traits, lists)
    return walker.walk(base)


class _Walker:
    """Walks through the words once, changing those that move."""

    def __init__(self, tokens: list[str], target: Target, traits: Traits, lists: Lists) -> None:
        self.tokens, self.target, self.traits, self.lists = tokens, target, traits, lists
        self.out = list(tokens)
        self.notes: list[str] = []
        self.animate: bool | None = None

    def walk(self, base: str) -> Form:
        if not any(_cyrillic(token) and not _quoted(token) for token in self.tokens):
            return Form(base, How.RULE)
        if any(_finite_verb(token) for token in self.tokens):
            return Form(base, How.GUESSED, f"guess.sentence {base}")
        group = self.group(0)
        if group is None:
            return Form(base, How.GUESSED, f"guess.no-noun {base}")
        last = group
        while group is not None:
            self.apply(group)
            last = group
            group = self.next_group(group.at + 1)
        if last.head.animate and not (self.target.plural or self.target.paucal):
            self.person_after(last.at + 1)
        return Form("".join(self.out), How.GUESSED if self.notes else How.LEXICON, "; ".join(self.notes))

    def apply(self, group: _Group) -> None:
        for at in group.adjectives:
            self.put(at, common.adjective(self.tokens[at], group.head, self.target))
        if group.at not in group.adjectives:
            self.put(group.at, common.noun(group.head, self.target, self.lists))
            self.doubt(group)
            self.postposed(group)
        self.animate = group.head.animate

    def doubt(self, group: _Group) -> None:
        """A noun that no dictionary has may be no noun, so what was concluded of the words around it is a guess."""
        unknown = group.head.reading is not None and not group.head.reading.known and "-" not in group.head.word
        if unknown and len(self.tokens) > 1 and group.head.word[:1].isupper():
            self.put(group.at, (self.out[group.at], f"“{group.head.word}” is in no dictionary"))

    def postposed(self, group: _Group) -> None:
        """An adjective right after its noun: «папа римский», «дом отдыха» has none."""
        at = group.at + 2
        if at >= len(self.tokens) or not _cyrillic(self.tokens[at]) or self.is_noun(self.tokens[at]):
            return
        known = any(r.known for r in common.adjectives(self.tokens[at]))
        agrees = group.head.reading is not None and _agrees(self.tokens[at], group.head.reading)
        if known and agrees and not self.nominative_after(at):
            self.put(at, common.adjective(self.tokens[at], group.head, self.target))

    def put(self, at: int, made: tuple[str, str]) -> None:
        self.out[at] = made[0]
        if made[1] and made[1] not in self.notes:
            self.notes.append(made[1])

    def group(self, start: int) -> _Group | None:
        """The nominative group that begins at a token, or None."""
        found: list[int] = []
        at = start
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.isspace() or self.passes(token) or (found and token in (",", "и") and self.adjective_after(at)):
                at += 1
                continue
            if self.moves_as_adjective(at):
                found.append(at)
                at += 1
                continue
            head = self.head(token, found)
            if head is not None:
                return _Group(tuple(found), at, head)
            break
        return self.substantive(found)

    def passes(self, token: str) -> bool:
        """Figures, № and adverbs before the noun stay as they are."""
        if re.fullmatch(r"№|[IVXLC]+|\d[\d.,]*%?", token):
            return True
        found = readings(token) if _cyrillic(token) else ()
        return bool(found) and found[0].known and found[0].has("ADVB")

    def moves_as_adjective(self, at: int) -> bool:
        token = self.tokens[at]
        if common.ORDINAL.fullmatch(token):
            return True
        if not _cyrillic(token) or _abbreviation(token) or not common.adjectives(token):
            return False
        # «рабочий», «дежурный» are nouns too: an adjective is one that something nominative follows
        return not self.is_noun(token) or self.nominative_after(at)

    def is_noun(self, token: str) -> bool:
        found = [r for r in common.nominatives(token, self.lists) if r.known]
        # «Римский» is a family name too, but with a small letter it is none
        return any(not r.proper for r in found) if token[:1].islower() else bool(found)

    def nominative_after(self, at: int) -> bool:
        rest = [t for t in self.tokens[at + 1 :] if not t.isspace()]
        return bool(rest) and _cyrillic(rest[0]) and (bool(common.adjectives(rest[0])) or self.is_noun(rest[0]))

    def adjective_after(self, at: int) -> bool:
        following = next((i for i in range(at + 1, len(self.tokens)) if not self.tokens[i].isspace()), None)
        if following is None or not _cyrillic(self.tokens[following]):
            return False
        found = common.adjectives(self.tokens[following])
        return bool(found) and found[0].known

    def head(self, token: str, adjectives: list[int]) -> Head | None:
        if not _cyrillic(token) or _quoted(token):
            return None
        if _abbreviation(token) or self.lists.stored(token, "*") is not None:
            return Head(token, None, False, "m", False)
        if any(r.has(part) for r in readings(token)[:2] for part in ("PREP", "CONJ", "PRCL")):
            return None  # «по» is also an indeclinable noun
        found = common.nominatives(token, self.lists)
        fitting = [r for r in found if all(_agrees(self.tokens[at], r) for at in adjectives)]
        wanted = self.traits.get("gender", "")
        preferred = [r for r in fitting if r.gender == wanted and not r.has("plur")] or fitting
        if preferred:
            chosen = preferred[0]
            return Head(token, chosen, chosen.has("plur"), _gender(chosen, self.tokens, adjectives), chosen.has("anim"))
        return None

    def substantive(self, found: list[int]) -> _Group | None:
        """An adjective that stands for a noun: «временный поверенный», «заведующий», or «…, направленный на …»."""
        if not found:
            return None
        last = self.tokens[found[-1]]
        reading = common.adjectives(last)[0] if common.adjectives(last) else None
        if reading is None:
            return None
        animate = True if self.animate is None else self.animate
        head = Head(last, reading, reading.has("plur"), reading.gender, animate)
        return _Group(tuple(found), found[-1], head)

    def next_group(self, start: int) -> _Group | None:
        """The next group in the row, after a comma, «и» or a dash; what lies between depends on the one before."""
        cases: frozenset[str] = frozenset()
        preposition = False
        for at in range(start, len(self.tokens)):
            token = self.tokens[at]
            if token.isspace():
                continue
            if token in _JOINERS:
                group = self.group(at + 1)
                if group is not None and not self.depends(at + 1, cases):
                    return group
                continue
            found = readings(token) if _cyrillic(token) and not _quoted(token) else ()
            if found and found[0].has("CONJ") and found[0].known and token not in _JOINERS:
                return None  # a clause of its own begins
            preposition = preposition or any(r.has("PREP") for r in found[:1])
            own = frozenset(g for r in found for g in r.grammemes if g in _CASES)
            cases = own if preposition else own & {"gent", "ablt", "datv", "gen2"}
        return None

    def person_after(self, start: int) -> None:
        """A name after the title: «Президент Казахстана Касым-Жомарт Токаев»."""
        for at in range(start, len(self.tokens)):
            if self.tokens[at].isspace():
                continue
            name = self.tokens[at:]
            words = [token for token in name if not token.isspace()]
            if any(r.has("PREP") for r in readings(self.tokens[at])[:1]):
                return
            named = [r for r in readings(self.tokens[at]) if r.known and r.has("Name", "nomn", "sing")]
            unknown = not any(r.known for r in readings(self.tokens[at]))
            if not (named or unknown) or len(words) < 2 or not all(w[:1].isupper() for w in words):
                continue
            made = persons.decline("".join(name), self.target.case, self.traits, self.lists)
            if not named and not self.lists.marked(self.tokens[at], "given"):
                self.notes.append(f"guess.name {''.join(name)}")
            self.out[at:] = [made.text]
            if made.guessed and made.note not in self.notes:
                self.notes.append(made.note)
            return

    def depends(self, start: int, cases: frozenset[str]) -> bool:
        """Whether the words after a joiner go with the dependent words before it: «министр культуры и информации»."""
        if not cases:
            return False
        token = next((t for t in self.tokens[start:] if not t.isspace()), "")
        return any(r.grammemes & cases for r in readings(token)) if _cyrillic(token) else False


def _adjective(base: str, target: Target, traits: Traits) -> Form:
    """An adjective on its own, in the gender of the noun that follows it: казахстанской, казахстанские."""
    gender = traits.get("gender", "m")
    head = Head(base, None, False, gender, "animate" in traits)
    text, note = common.adjective(base, head, target)
    return Form(text, How.GUESSED if note else How.LEXICON, note)


def _by_marks(base: str, target: Target, traits: Traits, lists: Lists) -> Form:
    """The phrase with the words in brackets moved: "[заместитель] министра"; ~ stands for a no-break space."""
    marked = traits["marked"]
    if marked.replace("[", "").replace("]", "").replace("~", " ") != base.replace("\u00a0", " "):
        return Form(base, How.GUESSED, f"guess.marks {marked}")
    notes: list[str] = []
    moving = re.findall(r"\[([^\]]*)\]", marked)
    inner = _Walker(_TOKEN.findall(" ".join(moving)), target, traits, lists)
    made = inner.walk(" ".join(moving))
    words = iter(made.text.split(" "))
    text = re.sub(r"\[[^\]]*\]", lambda _: next(words, ""), marked).replace("~", " ")
    if made.note:
        notes.append(made.note)
    return Form(text, made.how, "; ".join(notes))


def _cyrillic(token: str) -> bool:
    return bool(re.search("[а-яё]", token.lower()))


def _quoted(token: str) -> bool:
    return token[:1] in '«“„"('


def _abbreviation(token: str) -> bool:
    """МИД, ООН, ЕАЭС: two capitals or more and nothing else; a figure may be among them."""
    return bool(re.fullmatch(r"[А-ЯЁ][А-ЯЁ\d]+|[А-ЯЁ][а-яё]?[А-ЯЁ]{2,}", token))


def _finite_verb(token: str) -> bool:
    """A form of a verb that can be nothing else: «приняла», but not «стали», which is a metal too."""
    if not _cyrillic(token) or _quoted(token) or not token[:1].islower():
        return False
    found = readings(token)
    return all(r.known and r.has("VERB") for r in found)


def _agrees(adjective: str, noun: Reading) -> bool:
    if common.ORDINAL.fullmatch(adjective):
        return True
    number = "plur" if noun.has("plur") else GENDERS.get(noun.gender, "")
    return any(r.has(number or "sing") for r in common.adjectives(adjective))


def _gender(noun: Reading, tokens: list[str], adjectives: list[int]) -> str:
    """The noun's gender; one of both (глава, судья, коллега) takes its adjective's."""
    if noun.gender or not adjectives:
        return noun.gender
    for reading in common.adjectives(tokens[adjectives[0]]):
        if reading.gender:
            return reading.gender
    return ""
