"""What may stand where a language lacks a fact: the register's words for it, or the spelling of its sister language.

A gap asks for words («⟦лауазымы⟧»); whoever fills it should not have to type what the register says already.
"""

from collections.abc import Mapping
from functools import lru_cache

from pressdesk.app.register.layers import Layers, texts_of
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
    wanted = {folded(words) for words in text.values() if words}
    own = [record for record in layers.own if wanted & _folded(record)]
    shipped = [record for record in layers if not layers.is_own(record.id) and wanted & _folded(record)]
    return [*own, *shipped]


@lru_cache(maxsize=4096)
def _texts(record_id: str, texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(folded, texts))


def _folded(record: Record) -> frozenset[str]:
    return _texts(record.id, tuple(texts_of(record)))


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
