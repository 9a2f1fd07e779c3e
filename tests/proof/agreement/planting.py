"""Figures of a text changed one by one, for tests that ask whether the change is found."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pressdesk.language.language import load
from pressdesk.proof.agreement.figures import Label, What
from pressdesk.proof.agreement.reading import mentions
from pressdesk.proof.agreement.versions import Version


def planted(version: Version) -> Iterator[tuple[Version, str, str]]:
    """The version with one figure changed, what stood there, what stands there now; each figure, each month once."""
    for number, piece in enumerate(version.pieces):
        for was, now, text in _changes(piece.text, version.language):
            pieces = list(version.pieces)
            pieces[number] = replace(piece, text=text, foreign=())
            yield Version(version.language, version.source, tuple(pieces)), was, now


def _changes(text: str, language: str) -> Iterator[tuple[str, str, str]]:
    months = load(language).settings.date.months
    for mention in mentions(text, language):
        if not mention.claims:
            continue
        runs = list(re.finditer(r"\d+", mention.text))
        for run in runs[-1:] if isinstance(mention.value, Label) else runs:
            other = str(int(run[0]) + 1 if int(run[0]) != 12 else 15)  # "12–13" does not become "13–13"
            start = mention.span.start + run.start()
            yield run[0], other, text[:start] + other + text[start + len(run[0]) :]
        if mention.what is not What.DATE:
            continue
        for index, month in enumerate(months):
            if month in mention.text:
                now = mention.text.replace(month, months[(index + 1) % 12])
                yield month, now, text[: mention.span.start] + now + text[mention.span.end :]
