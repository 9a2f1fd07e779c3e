"""Capitals of the names of institutions and of seas, islands and regions. Start at `institutions`.

Tables institutions.tsv, words.tsv. Правила русской орфографии и пунктуации (2006), §§ 165–171, 189–196.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pressdesk.proof.russian.morph import forms, lemmas
from pressdesk.proof.russian.phrases import Hit, joined, runs
from pressdesk.proof.russian.sentence import Sentence, Sort, Token
from pressdesk.proof.russian.tables import Tables


def institutions(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«Международный Валютный Фонд»: each word of a name begins as institutions.tsv says."""
    for run in runs(sentence.tokens):
        told = 0
        for place, token in enumerate(run):
            if token.sort is not Sort.WORD or place < told:
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
                    told = place + len(words)  # a name within a name is told with it
                    yield Hit(joined(words[0], words[-1]), (put,))
                break


def offices(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«министерство культуры Республики Казахстан»: with its country it is a name and begins with a capital."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run):
            if token.capital or not tables.among("offices", token.lemmas()):
                continue
            end = _country(run, place, tables)
            if end is None:
                continue
            after = run[end + 1 : end + 3]  # «министерства обороны Казахстана и Китая»
            several = len(after) > 1 and after[0].low in tables.lists["and"] and after[1].capital
            if not several:
                yield Hit(token.span, (token.text.capitalize(),))


def _country(run: Sequence[Token], place: int, tables: Tables) -> int | None:
    """Where the country's name stands that a ministry's name ends with; what the ministry is for comes between."""
    for at in range(place + 1, min(place + LONGEST_NAME, len(run))):
        token = run[at]
        if token.capital and tables.among("republic", token.lemmas()) and at > place + 1:
            return at
        if token.capital and token.adjective and at + 1 < len(run) and run[at + 1].capital:
            continue  # «Португальской Республики»
        if token.capital and token.forms and any(f.has("Geox") and f.case == "GEN" for f in token.forms):
            return at if at > place + 1 else None
        if token.low not in tables.lists["both"] and (token.function or "GEN" not in token.cases() or token.capital):
            return None
    return None


LONGEST_NAME = 9
"""Words of «министерство труда и социальной защиты населения Республики Казахстан», and one."""


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
