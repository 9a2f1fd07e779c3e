"""Portuguese forms: contractions of preposition and article, plural, women's titles. Start at `Portuguese.form`.

Features: NOM, O (with its article: "o Cazaquistão"), DE ("do Cazaquistão"), EM, A, POR, PL, FEM ("Embaixadora"); joined
as in FEM+DE. Traits: article=o|a|os|as|none, gender=m|f, kind=person|title|place|city|org|phrase, form:FEATURES.
With gender=f a title (kind=title) is put in the feminine by every feature but NOM. The tables are `resources/pt/*.tsv`.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pressdesk.grammar.table import read_table
from pressdesk.language import features as feature
from pressdesk.model.forms import Form, How, Traits

FEATURES = ("NOM", "PL", "FEM", "O", "DE", "EM", "A", "POR")
ARTICLES = ("o", "a", "os", "as", "none")
_TAIL = re.compile(r" (?:de|do|da|dos|das|em|no|na|nos|nas|a|ao|à|aos|às|para|por|com|sobre|entre|pelo|pela)(?= )")
_FEMININE = re.compile(r"(?:a|ção|são|dade|tude|gem|ência|ância)$")
_MASCULINE = re.compile(r"(?:o|mento|or|ês|al|el|il|um|im|om)$")
_PLURAL_ARTICLE = {"o": "os", "a": "as", "um": "uns", "uma": "umas"}
_OWN_ARTICLE = re.compile(r"(o|a|os|as|um|uma|uns|umas) (?=\S)")
_SINGULARS = (("ões$", "ão"), ("ães$", "ão"), ("ais$", "al"), ("[ée]is$", "el"), ("óis$", "ol"), ("ns$", "m"))


@cache
def _pairs(path: Path, columns: tuple[str, ...]) -> Mapping[str, str]:
    """The first column's words with the second's. An article outside `ARTICLES` is a TableError."""
    rows = list(read_table(path, columns))
    for row in rows:
        allowed = (*ARTICLES, "skip") if columns[0] == "head" else ARTICLES
        if columns[1] == "article" and row["article"] not in allowed:
            raise row.error("article", f"An article is one of {', '.join(allowed)}, not “{row['article']}”.")
    return MappingProxyType({row[columns[0]]: row[columns[1]] for row in rows})


@cache
def _contractions(path: Path) -> Mapping[tuple[str, str], str]:
    rows = read_table(path, ("preposition", "article", "form", "source"))
    return MappingProxyType({(row["preposition"], row["article"]): row["form"] for row in rows})


class Portuguese:
    """The Portuguese inflector. `folder` is resources/pt."""

    def __init__(self, folder: Path) -> None:
        self._contractions = _contractions(folder / "contractions.tsv")
        self._articles = _pairs(folder / "articles.tsv", ("name", "article", "source"))
        self._heads = _pairs(folder / "heads.tsv", ("head", "article", "source"))
        self._feminines = _pairs(folder / "feminines.tsv", ("masculine", "feminine", "source"))
        self._plurals = _pairs(folder / "plurals.tsv", ("word", "plural", "source"))

    def form(self, base: str, features: str, traits: Traits | None = None) -> Form:
        """See `Inflector.form`. An article that the base begins with is its article: "a inovação", DE "da inovação"."""
        traits = traits or {}
        stored = feature.typed(features, traits)
        if stored is not None:
            return stored
        parts = feature.parse(features, FEATURES, "Portuguese")
        if parts == ("NOM",):
            return Form(base, How.RULE)
        own, text = _own_article(base)
        if "FEM" in parts or (traits.get("gender") == "f" and traits.get("kind") == "title"):
            text = _each_head_word(text, self._feminine, self._feminines)
            traits = {"article": "a", **traits}
        article, how, note = (own, How.RULE, "") if own else self._article(text, traits)
        if "PL" in parts:
            text = _each_head_word(text, self._plural, self._plurals)
            article = _PLURAL_ARTICLE.get(article, article)
        prefix = [part for part in parts if part in ("O", "DE", "EM", "A", "POR")]
        if not prefix and not own:
            return Form(text, How.RULE)
        if not prefix or prefix[0] == "O":
            joined = "" if article == "none" else article
        else:
            joined = self._contractions[prefix[0], article]
        return Form(f"{joined} {text}".strip(), how, note)

    def animate(self, noun: str) -> bool:
        """No Portuguese form depends on it."""
        return False

    def gender_of(self, noun: str) -> str:
        """The gender of the noun a phrase is about: m, f, or "" where neither the tables nor its ending tell."""
        article = self._articles.get(noun) or self._head(self._noun(noun)) or self._head(noun.rpartition("-")[2])
        return {"o": "m", "os": "m", "a": "f", "as": "f"}.get(article, "")

    def plural(self, noun: str) -> bool:
        """Whether the phrase itself is plural, by the article that its name or its head takes: "os Estados Unidos"."""
        return (self._articles.get(noun) or self._head(self._noun(noun))) in ("os", "as")

    def _article(self, text: str, traits: Traits) -> tuple[str, How, str]:
        """The article, how it is known, and what was guessed."""
        if traits.get("article") in ARTICLES:
            return traits["article"], How.TYPED, ""
        if text in self._articles:
            return self._articles[text], How.LEXICON, ""
        if traits.get("kind") in ("person", "city") or self._infinitive(text):
            return "none", How.RULE, ""  # formal prose names people without an article, and cities that no table lists
        noun = self._noun(text)
        if traits.get("kind") == "country" and " " not in text and not self._listed(noun):
            return "a" if noun.endswith("a") else "o", How.GUESSED, f"guess.article {text}"  # nearly all take one
        if text[:1].isupper() and " " not in text and not self._listed(noun):
            return "none", How.GUESSED, f"guess.article {text}"
        article = self._head(noun)
        if traits.get("gender") in ("m", "f") and traits.get("kind") in ("title", "phrase", "role"):
            plural = article in ("os", "as")
            article = {"f": "as" if plural else "a", "m": "os" if plural else "o"}[traits["gender"]]
        if article:
            return article, How.RULE, ""
        return "os" if noun.endswith("s") else "o", How.GUESSED, f"guess.gender {text}"

    def _infinitive(self, text: str) -> bool:
        first, _, rest = text.partition(" ")
        return bool(rest) and bool(re.search("[a-zç](?:ar|er|ir)$", first)) and not self._listed(first)

    def _noun(self, text: str) -> str:
        """The noun that decides: the first word that is no adjective of one shape for both genders ("grandes")."""
        words = text.split() or [text]
        return next((word for word in words if self._heads.get(word.lower()) != "skip"), words[0])

    def _listed(self, noun: str) -> str:
        """The article of a noun by the table, "" where it is not there."""
        found = (self._heads.get(shape, "skip") for shape in (noun, noun.lower(), noun.capitalize()))
        return next((article for article in found if article != "skip"), "")

    def _head(self, noun: str) -> str:
        """o, a, os or as by the table or the noun's ending; "" where neither tells."""
        if self._listed(noun):
            return self._listed(noun)
        if not noun.endswith("s") or noun.lower().endswith("ês"):
            return {"m": "o", "f": "a", "": ""}[gender_by_ending(noun)]
        singular = _singular(noun)
        gender = {"o": "m", "a": "f"}.get(self._listed(singular)) or gender_by_ending(singular)
        return {"m": "os", "f": "as", "": ""}[gender]

    def _feminine(self, word: str) -> str:
        if word in self._feminines:
            return self._feminines[word]
        if word.lower() in ("e", "vice", "ex") or not re.search(r"(?:or|o|ês)$", word):
            return word
        return re.sub("ês$", "esa", re.sub("o$", "a", re.sub("or$", "ora", word)))

    def _plural(self, word: str) -> str:
        stored = self._plurals.get(word) or self._plurals.get(word.lower())
        if stored:
            return stored[:1].upper() + stored[1:] if word[:1].isupper() else stored
        if word.lower() in ("e", "vice", "ex"):
            return word
        for ending, plural in (
            ("ão$", "ões"), ("m$", "ns"), ("al$", "ais"), ("el$", "éis"), ("ol$", "óis"), ("ul$", "uis"), ("il$", "is"),
            ("ês$", "eses"), ("([rzn])$", r"\1es"), ("([aeiouãéóáê])$", r"\1s"),
        ):  # fmt: skip
            if re.search(ending, word):
                return re.sub(ending, plural, word)
        return word


def _each_head_word(text: str, change: Callable[[str], str], stored: Mapping[str, str]) -> str:
    """Changes the words before the first preposition; a hyphened one by its parts, unless it is stored whole."""
    end = _TAIL.search(text)
    head, tail = (text[: end.start()], text[end.start() :]) if end else (text, "")
    words = []
    for word in head.split(" "):
        whole = word in stored or word.lower() in stored
        words.append(change(word) if whole else "-".join(change(part) for part in word.split("-")))
    return " ".join(words) + tail


def _own_article(base: str) -> tuple[str, str]:
    """The article that the base begins with, "" where it has none, and the rest."""
    found = _OWN_ARTICLE.match(base)
    return (found[1], base[found.end() :]) if found else ("", base)


def _singular(noun: str) -> str:
    for ending, singular in _SINGULARS:
        if re.search(ending, noun):
            return re.sub(ending, singular, noun)
    return noun[:-2] if re.search("[rz]es$", noun) else noun[:-1]


def gender_by_ending(word: str) -> str:
    """m, f, or "" where the ending does not tell."""
    if _FEMININE.search(word):
        return "f"
    return "m" if _MASCULINE.search(word) else ""
