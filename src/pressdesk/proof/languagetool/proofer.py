"""LanguageTool's answers as Findings. Start at `LanguageToolProofer.proof`.

Always true: it returns findings or raises ProoferUnavailable, and an empty list means that there was nothing to find;
no text is written anywhere. What a sentence shows is asked once a block, all unknown blocks in one request, and kept by
(variant, block text), so a keystroke sends one block; what only the text at large shows is asked of the whole, which
costs little, for LanguageTool keeps the sentences.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pressdesk.errors import ProoferUnavailable
from pressdesk.model.findings import Finding, Kind, Severity, Suggestion
from pressdesk.model.release import Block, Release, Source
from pressdesk.proof.languagetool.known import Known
from pressdesk.proof.languagetool.lock import Lock, read_lock
from pressdesk.proof.languagetool.offers import MOST_OFFERS, offers_for
from pressdesk.proof.languagetool.requests import APART, LONGEST, parts, pieces
from pressdesk.proof.languagetool.server import IDLE_AFTER, Run, Server
from pressdesk.proof.languagetool.tables import (
    Messages,
    NeverOffered,
    Said,
    Severities,
    read_compounds,
    read_rules_off,
    read_words,
)
from pressdesk.proof.languagetool.unknown import in_no_dictionary, perhaps_name
from pressdesk.text.messages import Messages as WindowMessages
from pressdesk.text.spans import Span
from pressdesk.text.words import LOOKED_BACK

if TYPE_CHECKING:
    from pressdesk.proof.languagetool.client import Client, Match

NAME = "languagetool"
SENTENCES, WHOLE = "allButTextLevelOnly", "textLevelOnly"
"""LanguageTool's modes: the rules that see one sentence, and those that see the text at large."""

LOCALES = {"ru": "ru-RU", "en": "en-GB", "pt": "pt-PT"}
"""The variant in which each language of a release is checked where the text does not say it itself."""
MORE_LOCALES = {"de": "de-DE", "fr": "fr-FR"}
"""Languages that no release is made in: texts from elsewhere, after `pressdesk setup --languages de,fr`."""
_SPOKEN = LOCALES | MORE_LOCALES
VARIANTS = frozenset({*_SPOKEN.values(), "en-US", "pt-BR", "de-AT", "de-CH"})
"""The variants that a text may be written in; they lie in the same jars."""

ANSWER_WITHIN = 20.0
"""Seconds for a check; 2,000 words take 0.7."""
FIRST_ANSWER_WITHIN = 60.0
"""Seconds for the first check of a language after a start; it loads the dictionaries, 4.5 on two cores."""
BATCH = 8_000
"""Code points of unknown blocks that go into one request."""
MOST_CACHED = 4_000
"""Blocks whose answers are kept."""


class LanguageToolProofer:
    """Checks Russian, English, Portuguese, and where they are installed German and French, on this machine.

    One per program: it owns a process. Safe to call from any thread; requests wait for each other. Close it, or let
    Python's exit do so.
    """

    name = NAME

    def __init__(
        self,
        folder: Path,
        *,
        ui: str = "en",
        lock: Lock | None = None,
        idle_after: float = IDLE_AFTER,
        answer_within: float = ANSWER_WITHIN,
        own_rules: Path | None = None,
    ) -> None:
        """Starts nothing yet.

        Args:
            folder: where `pressdesk setup` put the jars (lock.default_folder).
            ui: the window's language, for the sentences of ProoferUnavailable.
            lock: another lock file than the shipped one.
            idle_after: seconds without a request after which the process is stopped.
            answer_within: seconds for a check; the first one of a language gets a minute.
            own_rules: another folder of own rules (ownrules.py) than the shipped one.
        """
        self._messages = Messages(ui)
        self._window = WindowMessages(ui)
        self._severities, self._sentences = Severities(), Said()
        self._rules_off = read_rules_off()
        self._compounds = read_compounds()
        self._words = read_words()
        self._never_offered = NeverOffered()
        self.server = Server(folder, lock or read_lock(), self._messages, idle_after=idle_after, own_rules=own_rules)
        self._answer_within = answer_within
        self._turn = threading.Lock()
        self._cache: OrderedDict[tuple[str, str, str], tuple[Match, ...]] = OrderedDict()
        self._client: tuple[int, Client] | None = None
        self._warm: set[tuple[int, str]] = set()
        self._last_known: tuple[frozenset[str], Known] = (frozenset(), Known(()))

    def speaks(self, tag: str) -> bool:
        """Whether it is meant for this language ("ru", "en-GB"); not whether its files are installed."""
        return _short(tag) in _SPOKEN

    def proof(self, release: Release, names: Iterable[str] = ()) -> list[Finding]:
        """The findings of a release, block by block.

        Args:
            release: in one of the languages it speaks.
            names: the draft's and the register's names in every form they may stand in, and the user's own words;
                spelling findings that consist of them are left out.

        Raises:
            ProoferUnavailable: no Java, files missing or damaged, it died, it hangs, a language it does not check.
        """
        language = self._spoken(release.language)
        locale = _variant(release.locale, language)
        known = self._known_words(language, names)
        found: list[Finding] = []
        texts = [block.text for block in release.blocks]
        self._learn(locale, texts)
        for block, more in zip(release.blocks, self._at_large(locale, texts), strict=True):
            closed = _not_ours(block)
            for match in (*self._matches(locale, block.text), *more):
                if not any(match.span.overlaps(span) for span in closed):
                    found.append(self._finding(match, block.text, language, block))
        return [finding for finding in found if not self._false_alarm(finding, known)]

    def check(self, language: str, text: str, names: Iterable[str] = ()) -> list[Finding]:
        """The findings of a plain text; `block` is None and spans count from the text's start. Raises as `proof`.

        `language` may be a whole tag ("en-US"): the text is then checked in that variant.
        """
        tag, language = language, self._spoken(language)
        locale = _variant(tag, language)
        known = self._known_words(language, names)
        found: list[Finding] = []
        for start, piece in pieces(text):
            matches = (*self._matches(locale, piece), *self._at_large(locale, [piece])[0])
            found.extend(self._finding(match, piece, language, None, start) for match in matches)
        return [finding for finding in found if not self._false_alarm(finding, known)]

    def learn(self, language: str, texts: Sequence[str]) -> None:
        """Asks for many paragraphs at once, so that `check` has the answers at hand. Raises as `proof`."""
        short = self._spoken(language)
        self._learn(_variant(language, short), texts)

    def complaints(self, language: str) -> list[ProoferUnavailable]:
        """What is to be said though the check went through: own rules of this language that could not be read."""
        fault = self.server.faults.get(_short(language))
        if fault is None:
            return []
        return [self._messages.unavailable(fault.state, file=fault.file, line=fault.line, language=fault.language)]

    def close(self) -> None:
        """Ends the process, also in the middle of a request, which then raises ProoferUnavailable."""
        self.server.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def _spoken(self, tag: str) -> str:
        if not self.speaks(tag):
            raise self._messages.unavailable("language", language=tag)
        return _short(tag)

    def _known_words(self, language: str, names: Iterable[str]) -> Known:
        # a draft's names stay the same over many keystrokes, and splitting thousands of forms takes 20 ms
        wanted = self._words.get(language, frozenset()).union(names)
        last = self._last_known
        if wanted != last[0]:
            last = self._last_known = (wanted, Known(wanted))
        return last[1]

    def _matches(self, locale: str, text: str) -> tuple[Match, ...]:
        """What the sentences of a text show."""
        return self._kept(locale, text, SENTENCES)

    def _kept(self, locale: str, text: str, mode: str) -> tuple[Match, ...]:
        if not text.strip():
            return ()
        key = (locale, text, mode)
        with self._turn:
            if key in self._cache:
                self._cache.move_to_end(key)
                return self._cache[key]
            return self._keep(key, self._asked(locale, text, mode))

    def _keep(self, key: tuple[str, str, str], found: Iterable[Match]) -> tuple[Match, ...]:
        answer = self._cache[key] = tuple(found)
        if len(self._cache) > MOST_CACHED:
            self._cache.popitem(last=False)
        return answer

    def _learn(self, locale: str, texts: Iterable[str]) -> None:
        """Has what the sentences of these texts show at hand, by as few requests as may be."""
        unknown = [t for t in dict.fromkeys(texts) if t.strip() and (locale, t, SENTENCES) not in self._cache]
        while unknown:
            some = [unknown.pop(0)]
            while unknown and sum(map(len, some)) + len(unknown[0]) <= BATCH:
                some.append(unknown.pop(0))
            if len(some) > 1:
                with self._turn:
                    for text, found in zip(some, self._parted(locale, some, SENTENCES), strict=True):
                        self._keep((locale, text, SENTENCES), found)

    def _at_large(self, locale: str, texts: Sequence[str]) -> list[list[Match]]:
        """What only the text at large shows, by its blocks; a text too long to send at once is asked block by block."""
        filled = [text for text in texts if text.strip()]
        if sum(len(text) + len(APART) for text in filled) > LONGEST:
            return [list(self._kept(locale, text, WHOLE)) if len(text) <= LONGEST else [] for text in texts]
        by_text = iter(parts(filled, self._kept(locale, APART.join(filled), WHOLE)))
        return [next(by_text) if text.strip() else [] for text in texts]

    def _parted(self, locale: str, texts: Sequence[str], mode: str) -> list[list[Match]]:
        return parts(texts, self._asked(locale, APART.join(texts), mode))

    def _asked(self, locale: str, text: str, mode: str) -> list[Match]:
        """Asks the server, once more when it died under the request."""
        from pressdesk.proof.languagetool.client import NoAnswer

        for last in (False, True):
            try:
                with self.server.in_use() as run:
                    return self._ask(run, locale, text, mode)
            except NoAnswer:
                if last:
                    raise self._messages.unavailable("died") from None
        raise AssertionError("unreachable")

    def _ask(self, run: Run, locale: str, text: str, mode: str) -> list[Match]:
        """One request. Raises NoAnswer when the server died and another try may help, else ProoferUnavailable."""
        from pressdesk.proof.languagetool.client import Client, NoAnswer, Refused, TooLate, UnknownLanguage

        language = _short(locale)
        if language not in run.languages:
            raise self._messages.unavailable("no_dictionary", language=language)
        if self._client is None or self._client[0] != run.number:
            self._client = (run.number, Client(run.url))
        warm = (run.number, locale) in self._warm
        within = self._answer_within if warm else max(self._answer_within, FIRST_ANSWER_WITHIN)
        try:
            answer = self._client[1].check(locale, text, self._rules_off.get(language, ()), within, mode)
        except TooLate:
            self.server.lost(run, hung=True)
            raise self._messages.unavailable("hangs", seconds=round(within)) from None
        except UnknownLanguage:
            raise self._messages.unavailable("no_dictionary", language=language) from None
        except Refused:
            if not warm and self.server.set_aside(run, language):
                raise  # one more try, without the own rules
            raise self._messages.unavailable("refused") from None
        except NoAnswer:
            if self.server.lost(run):
                raise
            raise self._messages.unavailable("refused") from None
        self._warm.add((run.number, locale))
        return answer

    def _finding(self, match: Match, text: str, language: str, block: Block | None, shift: int = 0) -> Finding:
        weight = self._severities.of(match.rule, match.category, match.issue_type)
        word = match.span.of(text)
        after = text[match.span.end :][:LOOKED_BACK]
        name = weight.kind is Kind.SPELLING and perhaps_name(
            text[: match.span.start],
            word,
            match.replacements[:MOST_OFFERS],
            language,
            after,
            partial(self._right, language),
        )
        origin = block.origin_at(match.span.start) if block else None
        offers = self._never_offered.without(language, offers_for(match, text, language, name))
        offers = tuple(offer for offer in offers if offer != word)  # LanguageTool offers some words as they stand
        return Finding(
            block=block.id if block else None,
            span=Span(match.span.start + shift, match.span.end + shift),
            text=word,
            rule=f"lt.{language}.{match.rule}",
            kind=weight.kind,
            severity=Severity.HINT if name else weight.severity,
            message=self._said(match, word, language, name),
            suggestions=tuple(Suggestion(offer, NAME) for offer in offers),
            proofer=NAME,
            field=origin.field if origin else "",
            language=language,
        )

    def _said(self, match: Match, word: str, language: str, name: bool) -> str:
        """A sentence in the window's language, with LanguageTool's own behind it where that is in another one."""
        if name or in_no_dictionary(match.rule):
            return self._window.say("spelling.perhaps_name" if name else "spelling.unknown", word=word)
        if language == self._window.language:
            return match.message
        ours = self._window.say(f"lt.said.{self._sentences.of(match.rule, match.category)}")
        return self._window.say("lt.said.both", ours=ours, said=match.message.rstrip("."))

    def _false_alarm(self, finding: Finding, known: Known) -> bool:
        """Whether a spelling finding is a name or a word of the user, or a right compound of right words."""
        return finding.kind is Kind.SPELLING and (
            known.covers(finding.text) or self._right_compound(finding.language, finding.text)
        )

    def _right_compound(self, language: str, word: str) -> bool:
        *firsts, last = word.split("-")
        right = self._compounds.get(language, frozenset())
        if not firsts or not last or not all(part.lower() in right for part in firsts):
            return False
        # the last part is judged by LanguageTool too: «торгово-экономческой» stays a mistake
        return self._right(language, last)

    def _right(self, language: str, word: str) -> bool:
        """Whether a word by itself is in the dictionary."""
        matches = self._matches(_SPOKEN[language], word)
        return not any(self._severities.of(m.rule, m.category, m.issue_type).kind is Kind.SPELLING for m in matches)


def _short(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()


def _variant(tag: str, language: str) -> str:
    """The variant to check a text in: the one of its own tag where that is known, else the language's usual one."""
    return tag if tag in VARIANTS and _short(tag) == language else _SPOKEN[language]


def _not_ours(block: Block) -> list[Span]:
    """What LanguageTool cannot judge in a block: words in another language, and visible holes."""
    return [span for span, _ in block.foreign] + [o.span for o in block.origins if o.source is Source.GAP]
