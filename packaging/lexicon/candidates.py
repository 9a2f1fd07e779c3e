"""What may be a stem: the entries of a dictionary, the stems of verbal nouns, and what many forms of a list share."""

import re
from collections.abc import Iterable
from pathlib import Path

from builder import Builder

from pressdesk.grammar.sounds import HARMONIES

WORD = re.compile("[а-яәғқңөұүһіё]+(-[а-яәғқңөұүһіё]+)*")
PERFECT = ("ған", "ген", "қан", "кен")
VOICED = "бгғ"  # no verb ends in these: бағады comes from бақ
LONGEST_CHAIN = 12  # letters
LEAST_STEM = 3  # letters
LEAST_FORMS = 4  # forms of a list that share a verb which the list does not have


def hunspell_stems(path: Path) -> list[str]:
    """The lower-case entries of a Hunspell dictionary."""
    lines = path.read_text(encoding="utf-8-sig").split("\n")[1:]
    words = (line.strip().partition("/")[0] for line in lines)
    return sorted({word for word in words if WORD.fullmatch(word)}, key=lambda s: (len(s), s))


def verb_stems(word: str) -> list[str]:
    """What may be the stem of a verbal noun: оқу is оқ- or оқы-, қою is қой-, шығу is шық-."""
    body, end = word[:-1], word[-1]
    if end == "ю":
        return [body + "й"] if body[-1:] != "и" else [body, body + "й"]
    if end != "у" or len(body) < 2:
        return []
    unvoiced = body[:-1] + {"б": "п", "г": "к", "ғ": "қ"}.get(body[-1], body[-1])
    return [unvoiced, body + "ы", body + "і"]


def participle(word: str) -> list[str]:
    """The stem of a word that looks like a perfect participle."""
    return [word[:-3]] if word.endswith(PERFECT) else []


def shared_verbs(builder: Builder, words: Iterable[str]) -> list[str]:
    """The verbs of which a list has several forms that nothing explains, though it lacks the stem: салбырап."""
    graph = builder.reader.graph
    found: dict[str, int] = {}
    for word in words:
        if builder.reader.accepts(word, False):
            continue
        for end in range(max(LEAST_STEM, len(word) - LONGEST_CHAIN), len(word)):
            stem = word[:end]
            if stem[-1] in VOICED:
                continue
            for harmony in HARMONIES:
                node = graph.root(stem, "V", harmony, frozenset())
                sure = stem[: len(stem) - len(node.tail.held)]
                if graph.accepts(node, word[len(sure) :]):
                    found[stem] = found.get(stem, 0) + 1
                    break
    return [stem for stem, forms in found.items() if forms >= LEAST_FORMS]
