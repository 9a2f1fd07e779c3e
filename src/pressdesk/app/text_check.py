"""Checks any text: every paragraph in its own language, words of another language in theirs. Start at `TextCheck`.

The command line checks a file at one go (`TextCheck.check`); the window tells, checks paragraph by paragraph as they
come into sight, and asks house style last.
"""

import contextlib
import dataclasses
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pressdesk.app.proofing import Proofing
from pressdesk.data import languages
from pressdesk.errors import ProoferUnavailable
from pressdesk.language.house import speak
from pressdesk.language.language import Language
from pressdesk.model.findings import Finding, Kind
from pressdesk.model.house import House
from pressdesk.model.passage import Passage
from pressdesk.model.release import BlockKind
from pressdesk.proof.overlaps import settled
from pressdesk.proof.style.checks import LEAST_PROSE
from pressdesk.proof.style.text import Piece
from pressdesk.proof.telling.runs import UNTOLD, Run, foreign
from pressdesk.proof.telling.telling import teller
from pressdesk.text.messages import Messages
from pressdesk.text.spans import Span
from pressdesk.text.words import words

LEAST_CHECKED = 4  # words; a shorter run in another language is left alone: a name, a title
MEMORY = 4_000  # paragraphs whose findings are kept
TELLING = "telling"
OPENS, CLOSES = tuple('«“„"'), tuple('»”“"')
STOPS = ".!?…,"
_Key = tuple[str, str, bool, tuple[Run, ...]]
TOGETHER = 8  # paragraphs that are learnt at once: each by itself costs a question, and too many keep the first waiting


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph with its language ("" where nothing tells it) and its runs in other languages."""

    passage: Passage
    language: str
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class TextChecked:
    """What was found, which checkers could not look, and what language each paragraph was taken for."""

    findings: tuple[Finding, ...]
    notices: tuple[ProoferUnavailable, ...]
    told: tuple[Told, ...]


class TextCheck:
    """The checkers on texts that are no drafts. Safe in one thread at a time; answers are kept by paragraph."""

    def __init__(self, proofing: Proofing, ui_language: str = "en", manners: House | None = None) -> None:
        """`manners`: the house by which a language is spelt; the language's own manners where there is none."""
        self._proofing, self._ui, self._manners = proofing, ui_language, manners
        self._runs: dict[tuple[str, str], tuple[Run, ...]] = {}
        self._kept: OrderedDict[_Key, tuple[Finding, ...]] = OrderedDict()

    def check(self, passages: Sequence[Passage], language: str = "") -> TextChecked:
        """Every finding of a text, in reading order.

        Args:
            passages: in reading order.
            language: of the whole text; "" has each paragraph told.
        """
        told = self.told(passages, dict.fromkeys(range(len(passages)), language) if language else {})
        _, notices = self._proofing.house_style(self._ui)
        found = self.style(told)
        for some in chunks(told):
            self.learn(some)
            for one in some:
                own, away = self.passage(one)
                found += own
                notices += away
        notices += self.unchecked(told)
        order = list(dict.fromkeys(passage.id for passage in passages))
        once = {str(notice): notice for notice in notices}
        return TextChecked(tuple(settled(found, order)), tuple(once.values()), tuple(told))

    def told(self, passages: Sequence[Passage], chosen: Mapping[int, str] | None = None) -> list[Told]:
        """The language of each paragraph, and what in it is in another one.

        `chosen`: languages that somebody said, by the paragraph's number from 0; they hold, and its neighbours hear.
        """
        chosen = chosen or {}
        found = teller().languages_of([p.text for p in passages], [p.language for p in passages], chosen)
        return [
            Told(passage, tag, self._foreign(passage.text, tag)) for passage, tag in zip(passages, found, strict=True)
        ]

    def _foreign(self, text: str, language: str) -> tuple[Run, ...]:
        if not language:
            return ()
        if (text, language) not in self._runs:
            if len(self._runs) > MEMORY:
                self._runs.clear()
            self._runs[text, language] = foreign(text, language)
        return self._runs[text, language]

    def tell_lines(self, lines: Sequence[str], chosen: Mapping[int, str]) -> list[tuple[str, tuple[Run, ...]]]:
        """As `told`, of the lines of a plain text: (language, runs) of each. Little to send to another process."""
        return [(one.language, one.runs) for one in self.told([Passage(None, line) for line in lines], chosen)]

    def style_lines(self, lines: Sequence[str], chosen: Mapping[int, str]) -> list[tuple[int, Finding]]:
        """As `style`, of the lines of a plain text: (line's number, finding), counted from the line's start."""
        told = self.told([Passage(str(number), line) for number, line in enumerate(lines)], chosen)
        return [(int(f.block or 0), dataclasses.replace(f, block=None)) for f in self.style(told)]

    def passage(self, told: Told) -> tuple[list[Finding], list[ProoferUnavailable]]:
        """What the languages' own checkers find in one paragraph, and which of them could not look."""
        key = _key(told)
        notices: list[ProoferUnavailable] = []
        found = self._kept.get(key)
        if found is None:
            found = tuple(self._found(told, notices))
        if not notices:  # what a checker could not look at is looked at anew the next time
            self._kept[key] = found
            self._kept.move_to_end(key)
            if len(self._kept) > MEMORY:
                self._kept.popitem(last=False)
        off = self._proofing.house_style(self._ui)[0].style.off
        return [_moved(finding, told.passage) for finding in found if finding.rule not in off], notices

    def learn(self, told: Iterable[Told]) -> None:
        """Asks for many paragraphs at once, so that `passage` has most of their answers at hand.

        A checker that cannot look says so to `passage`.
        """
        texts: dict[str, list[str]] = {}
        for one in told:
            if _key(one) not in self._kept and not _is_furniture(one.passage):
                texts.setdefault(one.language, []).append(one.passage.text)
                for run, piece in _to_check(one):
                    texts.setdefault(run.language, []).append(piece)
        for language, some in texts.items():
            if self._proofing.checks(language):
                with contextlib.suppress(ProoferUnavailable):
                    self._proofing.learn(language, some, self._spoken(language))

    def forget(self) -> None:
        """Has every paragraph checked anew: names or words have changed, or a checker has come."""
        self._kept.clear()

    def style(self, told: Sequence[Told]) -> list[Finding]:
        """What house style finds, in each language of the text as in a text by itself.

        Empty lines count for nothing: the headline of a language is its first line with words.
        """
        style, _ = self._proofing.house_style(self._ui)
        found: list[Finding] = []
        full = [one for one in told if one.passage.text.strip() and not one.passage.beside]
        for tag in dict.fromkeys(one.language for one in full if one.language in languages()):
            ours = [one for one in full if one.language == tag]
            found += style.pieces(tag, [_piece(one) for one in ours])
        return [finding for finding in found if finding.rule not in style.style.off]

    def unchecked(self, told: Iterable[Told]) -> list[ProoferUnavailable]:
        """That there are paragraphs in a language that no checker is meant for."""
        tags = dict.fromkeys(one.language for one in told if one.language and not self._proofing.checks(one.language))
        if not tags:
            return []
        say = Messages(self._ui)
        named = [say.say(f"proof.lang.name_{tag}") if say.has(f"proof.lang.name_{tag}") else tag for tag in tags]
        reason = say.say("proof.unchecked", languages=", ".join(named))
        return [ProoferUnavailable(TELLING, reason, say.say("proof.unchecked_mend"))]

    def _found(self, told: Told, notices: list[ProoferUnavailable]) -> list[Finding]:
        text = told.passage.text
        if _is_furniture(told.passage):
            return []
        ours = self._paragraph(told.language, text, notices)
        if _is_item(told.passage):
            ours = [finding for finding in ours if not _wants_capital(finding, text)]
        found = [finding for finding in ours if not any(_about(finding, run.span) for run in told.runs)]
        for run, piece in _to_check(told):
            quoted = _is_quoted(text, run.span)
            theirs = self._paragraph(run.language, piece, notices)
            found += [_shifted(f, run.span.start) for f in theirs if _holds(f, piece, quoted)]
        return found

    def _paragraph(self, language: str, text: str, notices: list[ProoferUnavailable]) -> list[Finding]:
        if not self._proofing.checks(language):
            return []
        try:
            found = self._proofing.paragraph(language, text, self._ui, self._spoken(language))
        except ProoferUnavailable as away:
            notices.append(away)
            found = self._proofing.own_rules(language, text, self._ui)
        return [finding if finding.language else dataclasses.replace(finding, language=language) for finding in found]

    def _spoken(self, language: str) -> Language | None:
        """A language by the house; None where it has no say."""
        return speak(language, self._manners) if self._manners is not None and language in languages() else None


def chunks(told: Sequence[Told]) -> Iterator[Sequence[Told]]:
    """Paragraphs by TOGETHER, each to be learnt at once."""
    return (told[start : start + TOGETHER] for start in range(0, len(told), TOGETHER))


def _key(told: Told) -> _Key:
    return told.language, told.passage.text, _is_item(told.passage), told.runs


def _is_item(passage: Passage) -> bool:
    """Whether it is an item of a list, which may begin with a small letter: by the file, or as such lines look."""
    text = passage.text.strip()
    short = text[:1].islower() and len(text.split()) < LEAST_PROSE
    return passage.kind is BlockKind.LIST_ITEM or text.endswith(";") or short


def _wants_capital(finding: Finding, text: str) -> bool:
    """Whether a finding asks for nothing but a capital at the beginning of the text."""
    begins = not text[: finding.span.start].strip()
    return begins and any(s.text == finding.text[:1].upper() + finding.text[1:] for s in finding.suggestions)


def _is_furniture(passage: Passage) -> bool:
    """Whether it is a page's number, a date, the name of a file."""
    return passage.beside and any(char.isdigit() for char in passage.text)


def _to_check(told: Told) -> Iterator[tuple[Run, str]]:
    """The runs in another language that are long enough to be checked in it, with their words."""
    for run in told.runs:
        piece = run.span.of(told.passage.text)
        if run.language != UNTOLD and len(words(piece)) >= LEAST_CHECKED:
            yield run, piece


def _is_quoted(text: str, span: Span) -> bool:
    """Whether the words are all that stands between two quotation marks."""
    return text[: span.start][-1:] in OPENS and text[span.end :].lstrip(STOPS)[:1] in CLOSES


def _holds(finding: Finding, piece: str, quoted: bool) -> bool:
    """Whether what is found in words of another language holds of them where they stand.

    A quotation is a clause or more, but its first letter and its last sign are the sentence's around it. Other runs
    may begin and end anywhere, so that of them only misspelt words are told.
    """
    if finding.kind is Kind.SPELLING:
        return True
    begins = not finding.span.start and not piece[:1].isupper()
    ends = finding.kind is not Kind.GRAMMAR and finding.span.end == len(piece)
    return quoted and not begins and not ends


def _about(finding: Finding, span: Span) -> bool:
    """Whether a finding is about words in another language: it lies in them, or calls one of them misspelt."""
    inside = span.start <= finding.span.start and finding.span.end <= span.end
    return inside or (finding.kind is Kind.SPELLING and finding.span.overlaps(span))


def _shifted(finding: Finding, by: int) -> Finding:
    return dataclasses.replace(finding, span=Span(finding.span.start + by, finding.span.end + by))


def _moved(finding: Finding, passage: Passage) -> Finding:
    return dataclasses.replace(_shifted(finding, passage.offset), block=passage.id)


def _piece(told: Told) -> Piece:
    """The paragraph without the spaces around it, as house style wants it."""
    passage = told.passage
    start = len(passage.text) - len(passage.text.lstrip())
    alien = tuple(Span(max(0, run.span.start - start), run.span.end - start) for run in told.runs)
    return Piece(passage.id, passage.kind, passage.text.strip(), passage.offset + start, alien)


__all__ = ["Passage", "TextCheck", "TextChecked", "Told"]
