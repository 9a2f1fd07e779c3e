"""What may stand where a language lacks a fact: the register's words for it, or the spelling of its sister language.

A gap asks for words («⟦лауазымы⟧»); whoever fills it should not have to type what the register says already.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pressdesk.app.register.layers import Layers, Whole, shipped_records, texts_of
from pressdesk.app.register.search import folded
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Text
from pressdesk.model.paths import get
from pressdesk.model.register import Record

SISTERS = {"en": "pt", "pt": "en"}  # Latin letters: a name is mostly spelt alike
NAMES = ("given", "family")
MOST = 3


def offers(draft: Draft, field: str, language: str, layers: Layers) -> tuple[str, ...]:
    """Words in `language` for the fact at a path, the likeliest first; () where nothing is known."""
    text = get(draft.facts, field)
    if not isinstance(text, Mapping) or not any(text.values()):
        return ()
    found = [words for record in _named_alike(text, layers) if (words := _said(record, text, language))]
    sister = text.get(SISTERS.get(language, ""), "")
    if sister and field.rpartition(".")[2] in NAMES:
        found.append(sister)
    return tuple(dict.fromkeys(found))[:MOST]


def _named_alike(text: Text, layers: Layers) -> list[Record]:
    """The records that have one of these words, the user's own first."""
    wanted = [folded(words) for words in text.values() if words]
    own, shipped = _own(Whole(layers.own)), _shipped()
    found = {record.id: record for word in wanted for record in own.get(word, ())}
    for record in (record for word in wanted for record in shipped.get(word, ())):
        if not layers.is_own(record.id):
            found.setdefault(record.id, record)
    return list(found.values())


@lru_cache(maxsize=1)
def _shipped() -> Mapping[str, list[Record]]:
    return _index(shipped_records().values())


@lru_cache(maxsize=4)
def _own(book: Whole) -> Mapping[str, list[Record]]:
    return _index(book.book)


def _index(records: Iterable[Record]) -> Mapping[str, list[Record]]:
    """The records by each of their words: a draft with one language asks for dozens of gaps at every check."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        for word in dict.fromkeys(map(folded, texts_of(record))):
            found[word].append(record)
    return found


def _said(record: Record, text: Text, language: str) -> str:
    """The record's words in a language, of the name, short name or title that agrees with what is given."""
    what = record.what
    texts = [record.names]
    texts += [words for name in ("short", "official") if isinstance(words := getattr(what, name, None), Mapping)]
    texts += [post.title.text for post in record.posts]
    for words in texts:
        same = [tag for tag in words if words[tag] and text.get(tag) and folded(words[tag]) == folded(text[tag])]
        if same:
            return words.get(language, "")
    return ""
