"""Facts files that others wrote: the phrases that each finished text must and must not hold.

The facts, `expect` and `must_not` of `data/fx*.json` and `data/own-*.json` are invented; of an expected slot any one
string will do. Compared are words: case, no-break spaces, kinds of dash and apostrophe, and ё or е make no difference.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from pressdesk.app.samples import from_facts_file
from pressdesk.render.render import render

FOLDER = Path(__file__).parent / "data"
ALIKE = str.maketrans({"\u00a0": " ", "\u202f": " ", "–": "-", "—": "-", "\u2011": "-", "’": "'", "ё": "е", "Ё": "Е"})


def plain(text: str) -> str:
    return text.translate(ALIKE).casefold()


def cases(part: str) -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        for language, wanted in raw[part].items():
            for item in wanted:
                name = item["slot"] if isinstance(item, dict) else item
                found.append(pytest.param(path, language, item, id=f"{path.stem}-{language}-{name}"))
    return found


def text_of(path: Path, language: str) -> str:
    return plain("\n".join(block.text for block in render(from_facts_file(path), language).blocks))


@pytest.mark.parametrize(("path", "language", "slot"), cases("expect"))
def test_the_text_says_what_is_expected(path: Path, language: str, slot: dict[str, Any]) -> None:
    text = text_of(path, language)

    assert any(plain(phrase) in text for phrase in slot["any"]), text


@pytest.mark.parametrize(("path", "language", "phrase"), cases("must_not"))
def test_the_text_does_not_hold_a_wrong_form(path: Path, language: str, phrase: str) -> None:
    assert plain(phrase) not in text_of(path, language)
