"""English forms: possessive, articles, plural. Start at `English.form`; the exceptions lie in `resources/en/*.tsv`.

Features: NOM, PL, THE ("the United States"), A ("an honorary consul"), POSS ("Kazakhstan’s"). They may be joined:
PL+POSS, THE+POSS. Traits: article=the|none, kind=person|country|city|org|title|phrase, plural, form:FEATURES.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pressdesk.grammar.table import read_table
from pressdesk.language import features as feature
from pressdesk.model.forms import Form, How, Traits

FEATURES = ("NOM", "PL", "THE", "A", "POSS")
# words that leave no room for an article: "the city", "Kazakhstan’s economy", "one of", "to visit"
_DETERMINED = re.compile(r"(?:[Tt]he|[Aa]n?|one of|this|these|its|our|their|to) |[A-Z]\w+[’'](?:s\b)? ")
_PLURAL_ALREADY = re.compile(r"[^sui]s$")  # systems, and words in -s that have no plural: logistics
_HEAD_ENDS = re.compile(r" (?:of|for|in|on|at|to|with|by|from|and)(?= )")


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern of articles.tsv or sounds.tsv with its article; `plural` where the name is one."""

    pattern: re.Pattern[str]
    article: str
    plural: bool = False


@cache
def _plurals(path: Path) -> Mapping[str, str]:
    return MappingProxyType({row["word"]: row["plural"] for row in read_table(path, ("word", "plural", "source"))})


@cache
def _rules(path: Path, columns: tuple[str, ...], articles: tuple[str, ...]) -> tuple[_Rule, ...]:
    """The rows of a table of patterns, in order; a pattern or an article that cannot be is a TableError."""
    rules = []
    for row in read_table(path, columns):
        if row["article"] not in articles:
            raise row.error("article", f"An article is one of {', '.join(articles)}, not “{row['article']}”.")
        try:
            pattern = re.compile(row[columns[0]])
        except re.error as error:
            raise row.error(columns[0], f"This is not a regular expression: {error}.") from error
        rules.append(_Rule(pattern, row["article"], row.cells.get("number") == "pl"))
    return tuple(rules)


class English:
    """The English inflector. `folder` is resources/en."""

    def __init__(self, folder: Path) -> None:
        self._plurals = _plurals(folder / "plurals.tsv")
        columns = ("pattern", "article", "number", "example", "source")
        self._articles = _rules(folder / "articles.tsv", columns, ("the", "none"))
        self._sounds = _rules(folder / "sounds.tsv", ("beginning", "article", "example", "source"), ("a", "an"))

    def form(self, base: str, features: str, traits: Traits | None = None) -> Form:
        """See `Inflector.form`."""
        traits = traits or {}
        stored = feature.typed(features, traits)
        if stored is not None:
            return stored
        parts = feature.parse(features, FEATURES, "English")
        made: list[Form] = []
        text = base
        for part in sorted(parts, key=("NOM", "PL", "THE", "A", "POSS").index):
            form = self._one(text, part, {**traits, "plural": ""} if "PL" in parts else traits)
            made.append(form)
            text = form.text
        return feature.worst(made, text) if parts != ("NOM",) else Form(base, How.RULE)

    def _one(self, text: str, part: str, traits: Traits) -> Form:
        match part:
            case "PL":
                return self._plural(text, traits)
            case "POSS":
                return Form(self._possessive(text, traits), How.RULE)
            case "THE":
                return self._the(text, traits)
            case "A":
                bare = _DETERMINED.match(text) or _PLURAL_ALREADY.search(_head(text)[0])
                return Form(text if bare else f"{self._indefinite(text)} {text}", How.RULE)
        return Form(text, How.RULE)

    def _possessive(self, text: str, traits: Traits) -> str:
        """New Hart's Rules: ’s also after a singular -s (James’s), ’ alone after a plural -s (the United States’)."""
        bare = text.removeprefix("the ")
        plural = "plural" in traits or any(rule.plural and rule.pattern.search(bare) for rule in self._articles)
        return f"{text}’" if plural and text.endswith("s") else f"{text}’s"

    def _the(self, text: str, traits: Traits) -> Form:
        if _DETERMINED.match(text):
            return Form(text, How.RULE)
        article, how = (traits["article"], How.TYPED) if traits.get("article") else self._article_of(text)
        note = "guess.the" if how is How.GUESSED and not _plain(traits) else ""
        if how is How.GUESSED and _plain(traits):
            article, how = ("none" if traits["kind"] in ("person", "country", "city") else "the"), How.RULE
        return Form(text if article == "none" else f"the {text}", how, note)

    def _article_of(self, text: str) -> tuple[str, How]:
        for rule in self._articles:
            if rule.pattern.search(text):
                return rule.article, How.LEXICON
        if not text[:1].isupper():
            return "the", How.RULE  # a common noun that the text has named before
        return "none", How.GUESSED

    def _indefinite(self, text: str) -> str:
        for rule in self._sounds:
            if rule.pattern.match(text):
                return rule.article
        return "an" if text[:1].lower() in "aeiouáéíóúâêôãõäöü" else "a"

    def _plural(self, text: str, traits: Traits) -> Form:
        """The plural of the head: the last word before "of", "for" and the like."""
        head, tail = _head(text)
        before, _, word = head.rpartition(" ")
        lead = f"{before} " if before else ""
        stored = self._plurals.get(word) or self._plurals.get(word.lower())
        if stored:
            shaped = stored[:1].upper() + stored[1:] if word[:1].isupper() else stored
            return Form(f"{lead}{shaped}{tail}", How.LEXICON)
        return Form(f"{lead}{_regular(word)}{tail}", How.RULE)


def _head(text: str) -> tuple[str, str]:
    """The text up to its head noun, and what follows ("of understanding")."""
    end = _HEAD_ENDS.search(text)
    return (text[: end.start()], text[end.start() :]) if end else (text, "")


def _plain(traits: Traits) -> bool:
    return traits.get("kind", "") in ("person", "country", "city", "title", "phrase")


def _regular(word: str) -> str:
    if _PLURAL_ALREADY.search(word):
        return word
    if re.search(r"(?:[sxz]|ch|sh)$", word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + "s"
