"""A verb that stands far from its subject. Start at `far`.

The subject opens its clause: a determiner and a noun, or a plural. From the noun the reading goes on over prepositional
phrases, participles, infinitives, lists and asides to the first verb. Whatever it does not know ends it.
"""

from collections.abc import Iterator

from pressdesk.proof.english.phrase import ADJECTIVAL, MANY, ONE, Hit, Reader, is_word
from pressdesk.proof.english.sentence import Sentence
from pressdesk.proof.english.tables import TO_PLURAL, Tables

FARTHEST = 24
"""Tokens from the head to its verb."""
LONGEST = 7
"""Words of a noun phrase before its head."""
_FINITE = frozenset(("had", "did", "be", "been", "can"))
_AFTER_ADVERB = ("ed", "ing", "ant", "ent", "ful", "ous", "ive", "al")
_TIME = frozenset(("after", "before", "since"))
_DISTRIBUTIVE = frozenset(("each", "every", "no"))
_ONE_OF = frozenset(("one", "each"))


def far(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """Verbs that disagree with the noun that opens their clause."""
    if sentence[-1].text == "?":
        return
    reader = Walk(sentence, tables)
    seen: set[int] = set()
    for start in reader.openings():
        index = reader.verb_of(start)
        if index is not None and index not in seen:
            seen.add(index)
            yield reader.hit(index)


class Walk(Reader):
    """The way from a subject to its verb."""

    def openings(self) -> Iterator[int]:
        """Where a subject may begin: the sentence, what follows its opening phrase, a clause after “that”."""
        if not self.tokens[0].word:
            return
        yield 0
        if self.of("opening", 0) or self.adverb(0):
            comma = next((n for n in range(1, min(16, len(self.tokens))) if self.low(n) == ","), None)
            if comma is not None:
                yield comma + 1
        for index in range(1, len(self.tokens) - 2):
            that = self.low(index) == "that" and (self.of("reporting", index - 1) or self.of("reporting", index - 2))
            if that or (
                index > 1 and self.of("linking", index) and self.low(index) not in ("as", "and", "but", "where")
            ):
                yield index + 1

    def verb_of(self, start: int) -> int | None:
        """The verb that disagrees with the subject beginning here."""
        if start >= len(self.tokens) - 2 or not self.tokens[start].word:
            return None
        if self.low(start) in _ONE_OF and self.low(start + 1) == "of":
            return self._walk(start + 1, ONE, False)
        found = self._head(start)
        if found is None:
            return self._of_two(start)
        head, number = found
        return self._walk(head + 1, number, self.of("person", head))

    def _of_two(self, start: int) -> int | None:
        """The singular verb of two subjects that each have an article: “the minister and his deputy was”."""
        at = start
        for turn in range(2):
            sort, begun = self.determiner(at), at + 1
            if sort not in ("one", "any") or self.low(at) in _DISTRIBUTIVE:
                return None
            at = begun
            while at < min(begun + 4, len(self.tokens)) and self.tokens[at].word and not self._ends(at, begun):
                at += 1
            plain = at > begun and at < len(self.tokens) - 1 and self.number(at - 1, sort) == ONE
            if not plain or any(self._unlike(n, begun, True) for n in range(begun, at)):
                return None
            if turn == 0 and self.low(at) != "and":
                return None
            at += 1 - turn
        return at if self.low(at) in TO_PLURAL and self.wrong(at, MANY) else None

    def _head(self, start: int) -> tuple[int, str] | None:
        sort, index = self.determiner(start), start
        while index < len(self.tokens) and (own := self.determiner(index)):
            sort, index = (own if own == MANY or not sort or sort == "any" else sort), index + 1
        first, joined = index, False
        while index < min(first + LONGEST, len(self.tokens)) and is_word(self.tokens[index]):
            if self.low(index) == "and" and index > first and not self.determiner(index + 1):
                joined = True
            elif self._ends(index, first):
                break
            if self._unlike(index, first, bool(sort)):
                return None
            index += 1
        head = index - 1
        if head < first or index >= len(self.tokens) or self.low(head) == "and":
            return None
        number = self.number(head, sort)
        if number == ONE and (joined or self.low(index) == "and"):
            return None
        if not sort and not self._bare(first, head, number):
            return None
        return (head, number) if number else None

    def _ends(self, index: int, first: int) -> bool:
        if self.preposition(index) or self.of("stop", index) or self.of("modal", index):
            return True
        if index == first:
            return self.low(index) in _FINITE
        if self.participle(index) or self.low(index) in _FINITE or self.adverb(index):
            return not self.low(index - 1).endswith("ly") and not self._adverb_inside(index)
        return self.wrong(index, ONE) is not None or (
            self.low(index).endswith("ing") and bool(self.determiner(index + 1))
        )

    def _unlike(self, index: int, first: int, determined: bool) -> bool:
        """Whether the word shows that this is no plain noun phrase."""
        low, before = self.low(index), self.low(index - 1)
        if low == "united" or low.endswith("n't") or (low.endswith("ing") and index > first and not determined):
            return True
        if index == first or not (low.endswith("ed") or self.of("past", index)):
            return False
        return not (before.endswith("ly") or "-" in low or ADJECTIVAL.search(before))

    def _adverb_inside(self, index: int) -> bool:
        return self.adverb(index) and self.low(index + 1).endswith(
            ("ed", "ing", "ant", "ent", "ful", "ous", "ive", "al")
        )

    def _bare(self, first: int, head: int, number: str | None) -> bool:
        low = self.low(first)
        if self.preposition(first) or self.of("stop", first) or self.of("modal", first) or self.of("opening", first):
            return False
        if low.endswith(("ed", "ly")) or (low.endswith("ing") and low not in ("funding", "training")):
            return False
        if any(self.tokens[n].capital for n in range(first + 1, head + 1)):
            return False
        if number == ONE:
            return self.of("bare_mass", head) and self.preposition(head + 1)
        return number == MANY and (head > first or self.preposition(head + 1) or self.participle(head + 1))

    def _walk(self, index: int, number: str, person: bool) -> int | None:
        """The first verb after a head, where it disagrees."""
        last = min(index + FARTHEST, len(self.tokens))
        begun = index
        while index < last:
            if self.tokens[index].kind in ("mark", "skip"):
                after = self._over_comma(index, number, person) if self.low(index) == "," else None
                if after is None:
                    return None
                if self.low(after - 1) == ",":
                    return after if self.wrong(after, number, True) else None
                index = after
                continue
            wrong = self.wrong(index, number)
            if wrong is not None:
                near = number == ONE and all(self.adverb(n) for n in range(begun, index))
                return index if wrong and not (near and self._perhaps_many(begun - 1)) else None
            after = self._step(index, begun, number, person)
            if after is None:
                return None
            index = after
        return None

    def _perhaps_many(self, head: int) -> bool:
        """Whether a word beside its verb may mean many: “the young are”, “the Artillery are”."""
        low = self.low(head)
        if self.tokens[head].capital and not self.of("person", head) and low not in ("embassy", "ministry"):
            return True
        return not (self.of("person", head) or low.endswith(tuple(self.tables.sorts["noun_suffix"])))

    def _step(self, index: int, begun: int, number: str, person: bool) -> int | None:
        """The place after what stands between a subject and its verb; None where the clause goes another way."""
        low = self.low(index)
        if low in ("that", "which", "who"):
            return self._relative(index)
        if low in _TIME and not self.determiner(index + 1):  # “no refunds after boarding has begun”
            return None
        if low == "and":
            return self._and(index, begun, number, person)
        if self.of("modal", index) or self.of("stop", index) or low in _FINITE or low.endswith("n't"):
            return None
        if low == "to" and (self.low(index + 1) in self.tables.bases or self.low(index + 1) == "be"):
            return index + 2
        if (low.endswith("ed") or self.of("past", index)) and not self.participle(index):
            return index + 1 if self._opens(index) else None
        if self.determiner(index) and not self._opens(index) and self.tokens[index].kind == "word":
            return None
        return index + 1

    def _opens(self, index: int) -> bool:
        """Whether a new noun phrase may begin here: after a preposition, an infinitive, a participle."""
        before = self.low(index - 1)
        if self.preposition(index - 1) or self.determiner(index - 1) or self.adverb(index - 1):
            return True
        return before in ("and", "to") or before.endswith(("ing", "ed")) or self.low(index - 2) == "to"

    def _relative(self, index: int) -> int | None:
        """Past “that was discussed in”: a passive clause that has no object."""
        at = index + 1
        if self.low(at) in ("has", "have", "had") and self.low(at + 1) == "been":
            at += 1
        elif self.low(at) not in ("is", "are", "was", "were"):
            return None
        at += 1
        while self.adverb(at):
            at += 1
        return at + 1 if self.participle(at) and self.preposition(at + 1) else None

    def _and(self, index: int, begun: int, number: str, person: bool) -> int | None:
        if any(self.low(n) == "between" for n in range(max(begun, index - 8), index)):
            return index + 1
        return self._listed(index, number, person)

    def _listed(self, index: int, number: str, person: bool) -> int | None:
        """Past “, transport and education” before a verb, where these go on with the phrase before them."""
        if person or not self._bare_before(index):
            return None
        model = self.tokens[index - 1]
        last = False
        at = index
        while self.low(at) in (",", "and"):
            last = last or self.low(at) == "and"
            at += 2 if self.low(at) == "," and self.low(at + 1) == "and" else 1
            begun = at
            while at < min(begun + 3, len(self.tokens)) and self._plain(at, model.capital):
                if at > begun and self.wrong(at, number) is not None:
                    break
                at += 1
            if at == begun:
                return None
        same = self.low(at - 1).endswith("s") == model.low.endswith("s")
        verb = at < len(self.tokens) and self.wrong(at, number) is not None
        return at if last and verb and (same or number == MANY) else None

    def _plain(self, index: int, capital: bool) -> bool:
        token = self.tokens[index]
        if not token.word or token.capital is not capital or token.possessive or self.of("person", index):
            return False
        return not (
            self.determiner(index) or self.preposition(index) or self.of("stop", index) or self.of("modal", index)
        )

    def _bare_before(self, index: int) -> bool:
        for at in range(index - 1, max(-1, index - 5), -1):
            if self.preposition(at):
                return True
            if self.determiner(at) or not self.tokens[at].word:
                return False
        return False

    def _over_comma(self, index: int, number: str, person: bool) -> int | None:
        """Past a list, or past an aside and its closing comma."""
        listed = self._listed(index, number, person)
        if listed is not None:
            return listed
        low = self.low(index + 1)
        name = person and number == ONE and index + 1 < len(self.tokens) and self.tokens[index + 1].capital
        if not (self.of("aside", index + 1) or name or (low.endswith("ed") and self.participle(index + 1))):
            return None
        if low in ("a", "an", "the") and number == MANY:
            return None
        closing = next((n for n in range(index + 2, min(index + 22, len(self.tokens))) if self.low(n) == ","), None)
        return closing + 1 if closing is not None and closing + 1 < len(self.tokens) else None
