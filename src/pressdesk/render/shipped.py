"""Which words of a draft are the shipped register's: a house's variety may put its own in their place.

A draft keeps copies of the entries it uses, so a text counts as shipped when it is, letter for letter, one of the
texts of `resources/register/`.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from pressdesk import data
from pressdesk.grammar.table import table_text
from pressdesk.language.language import Language
from pressdesk.model.facts import Text


@cache
def shipped_words(tag: str) -> frozenset[str]:
    """Every text of the shipped register in a language. Read only where a variety is asked for."""
    folder = data.resources("register")
    found: set[str] = set()
    for path in folder.rglob("*.toml"):
        found |= set(_texts(tomllib.loads(table_text(path)), tag))
    for path in folder.rglob("*.tsv"):
        rows = [line.split("\t") for line in table_text(path).split("\n") if line and not line.startswith("#")]
        column = rows[0].index(tag) if rows and tag in rows[0] else None
        found |= {row[column].strip() for row in rows[1:] if column is not None and column < len(row)}
    return frozenset(found - {""})


def worded(text: Text, language: Language) -> Text:
    """A text of the register in the words of the house's variety; what somebody wrote or changed stays as it is."""
    own = text.get(language.tag, "")
    if not own or not language.variety or own not in shipped_words(language.tag):
        return text
    return {**text, language.tag: language.wording.put(own)}


def _texts(thing: Any, tag: str) -> Iterator[str]:
    """The texts under a tag, wherever they stand in a file."""
    if isinstance(thing, dict):
        for key, value in thing.items():
            if key == tag and isinstance(value, str):
                yield value
            else:
                yield from _texts(value, tag)
    elif isinstance(thing, list):
        for item in thing:
            yield from _texts(item, tag)
