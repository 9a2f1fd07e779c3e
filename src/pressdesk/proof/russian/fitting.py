"""Whether a word that may be put into a Russian sentence fits there. Start at `price`.

The rules of this package are the judge: «Стороны договорилсь» may be «договорилась» or «договорились» by its letters,
and only the second leaves the sentence without a finding. The words that the tables name are those of official prose,
so they are likelier than others.
"""

import re
from collections.abc import Callable
from functools import cache

from pressdesk.language.russian.words import known, readings
from pressdesk.proof.russian import tables
from pressdesk.proof.russian.proofer import RussianProofer

WRONG, STRANGE, UNUSUAL = 0.5, 0.6, 0.3
"""Prices of a form that the rules mark, of a name or an order in small letters, and of a word that no table has."""
ODD = frozenset(("impr", "Abbr", "V-be", "V-bi", "V-ey", "V-oy", "V-ie", "Cmp2", "Arch", "Infr", "Slng", "Erro"))
"""OpenCorpora's marks of orders, abbreviations, and of forms that are not written in official prose: «развитью»."""
UNKNOWN = "ъъъ"  # no word: what the sentence is marked for though nobody knows what stands here
_ENDS = re.compile(r"[.!?…]\s")


def price(before: str, after: str) -> Callable[[str], float]:
    """What it costs to put a word between two texts: 0 where it fits, more where it does not."""
    left = before[max((match.end() for match in _ENDS.finditer(before)), default=0) :]
    end = _ENDS.search(after)
    right = after[: end.start() + 1] if end else after
    return lambda word: _price(left, word, right)


def _price(left: str, word: str, right: str) -> float:
    if " " in word or not known(word):
        return WRONG
    found = [reading for reading in readings(word) if reading.known]
    odd = word[:1].islower() and all(r.proper or not ODD.isdisjoint(r.grammemes) for r in found)
    usual = any(str(reading.entry.normal_form).replace("ё", "е") in _usual() for reading in found)
    return (STRANGE if odd else 0.0) + (0.0 if usual else UNUSUAL) + (WRONG if _marked(left, word, right) else 0.0)


def _marked(left: str, word: str, right: str) -> bool:
    proofer = _proofer()
    return len(proofer.text(f"{left}{word}{right}")) > len(proofer.text(f"{left}{UNKNOWN}{right}"))


@cache
def _proofer() -> RussianProofer:
    return RussianProofer.of()


@cache
def _usual() -> frozenset[str]:
    """The words of the tables of resources/ru/proof."""
    shipped = tables.load()
    named = [*shipped.lists.values(), shipped.cases, shipped.links, shipped.pairs, shipped.idioms]
    phrases = [*shipped.prepositions, *(row.lemmas for rows in shipped.institutions.values() for row in rows)]
    return frozenset(word for group in (*named, *phrases) for word in group)
