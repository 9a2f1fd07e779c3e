"""Capitals of the names of institutions and of seas, islands and regions. Start at `institutions`.

Tables institutions.tsv, words.tsv. Правила русской орфографии и пунктуации (2006), §§ 165–171, 189–196.
"""

from collections.abc import Iterator
from itertools import pairwise

from pressdesk.proof.russian.morph import forms, lemmas
from pressdesk.proof.russian.phrases import Hit, joined, runs
from pressdesk.proof.russian.sentence import Sentence, Sort, Token
from pressdesk.proof.russian.tables import Tables


def institutions(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«Международный Валютный Фонд»: each word of a name begins as institutions.tsv says."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run):
            if token.sort is not Sort.WORD:
                continue
            rows = [row for lemma in lemmas(token.low) for row in tables.institutions.get(lemma, ())]
            for row in sorted(rows, key=lambda row: -len(row.lemmas)):
                words = run[place : place + len(row.lemmas)]
                if len(words) < len(row.lemmas) or not all(
                    lemma in lemmas(word.low) or lemma == word.low.replace("ё", "е")
                    for lemma, word in zip(row.lemmas, words, strict=True)
                ):
                    continue
                put = " ".join(_as(word, capital) for word, capital in zip(words, row.capitals, strict=True))
                if put != " ".join(word.text for word in words) and not _shouted(words[0]):
                    yield Hit(joined(words[0], words[-1]), (put,))
                break


def _as(word: Token, capital: bool | None) -> str:
    if capital is None or (word.first and not capital):
        return word.text
    first = word.text[0].upper() if capital else word.text[0].lower()
    return first + word.text[1:]


def _shouted(word: Token) -> bool:
    """Whether a word is in capitals throughout, as in a headline."""
    return len(word.text) > 1 and word.text.isupper()


def places(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«Азорских Островов», «Мангистауская Область»: what sort of place it is begins small."""
    if not sentence.whole:
        return
    for run in runs(sentence.tokens):
        for before, token in pairwise(run):
            if not token.capital or _shouted(token) or not tables.among("place_sorts", lemmas(token.low)):
                continue
            named = before.capital and not _shouted(before) and _adjective(before)
            if named and not tables.among("state_names", lemmas(before.low)):
                yield Hit(joined(before, token), (f"{before.text} {token.low}",))


def _adjective(token: Token) -> bool:
    found = forms(token.low)
    return bool(found) and all(form.part == "ADJF" for form in found)
