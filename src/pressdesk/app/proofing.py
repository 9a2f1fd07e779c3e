"""All checkers as one: Kazakh in process, the others by LanguageTool, and what the facts themselves say.

Called from a worker thread; one at a time is enough, for each call is quick once warm. What cannot work now is a notice
and never "nothing found".
"""

import dataclasses
import datetime as dt
import threading
from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.app import against_facts, amending, gaps, names, shipped_names, style_file
from pressdesk.app.agreeing import Agreeing
from pressdesk.app.own_words import WORDS, OwnWords
from pressdesk.app.places import Places
from pressdesk.app.register.layers import Layers
from pressdesk.app.register.spelling import findings as misspelt_names
from pressdesk.data import languages
from pressdesk.errors import ProoferUnavailable
from pressdesk.grammar.names import NameForms
from pressdesk.language.language import Language
from pressdesk.language.language import load as load_language
from pressdesk.model.asides import sorted_out
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding
from pressdesk.model.register import Book
from pressdesk.model.release import Block, Release
from pressdesk.proof.agreement.versions import of_release
from pressdesk.proof.context.proofer import ContextProofer, joined
from pressdesk.proof.english import ENGLISH
from pressdesk.proof.english.proofer import EnglishProofer
from pressdesk.proof.languagetool.lock import default_folder
from pressdesk.proof.languagetool.proofer import LanguageToolProofer
from pressdesk.proof.overlaps import settled
from pressdesk.proof.russian import RUSSIAN
from pressdesk.proof.spelling import SpellingProofer
from pressdesk.proof.style import STYLE
from pressdesk.proof.style.proofer import StyleProofer
from pressdesk.text.messages import Messages
from pressdesk.text.spans import Span

if TYPE_CHECKING:
    from pressdesk.app.text_check import TextCheck
    from pressdesk.model.house import House
    from pressdesk.proof.russian.proofer import RussianProofer

SIGN_READING = "kk.sign-reading"  # how % is read by default; a house that reads it otherwise does not hear of it


@dataclass(frozen=True, slots=True)
class Proofed:
    """What was found, which checkers could not look, and what was found but set aside in the draft."""

    findings: tuple[Finding, ...]
    notices: tuple[ProoferUnavailable, ...] = ()
    aside: tuple[Finding, ...] = ()


class Proofing:
    """The checkers of one program. Close it: it owns LanguageTool's process.

    `style` names a ministry's style file in place of the one of the settings; it is read anew where it changed. A
    faulty one is a notice, and the shipped rules hold.
    """

    def __init__(self, places: Places, ui_language: str = "en", style: str | None = None) -> None:
        self._places = places
        self._own_words = OwnWords(places)
        self._style_named = style
        self._languagetool = LanguageToolProofer(default_folder(places.data), ui=ui_language)
        self._beside = ThreadPoolExecutor(1, "language")
        self._lock = threading.Lock()
        self._spelling: dict[str, tuple[SpellingProofer, ContextProofer]] = {}
        self._russian: dict[str, RussianProofer] = {}
        self._kept_names: dict[str, tuple[Book, list[names.Entry]]] = {}
        self._forms: dict[str, tuple[list[names.Entry], frozenset[str]]] = {}
        self._agreeing = Agreeing()
        self._names: dict[bool, _Names] = {}  # with a draft's names, and without

    def proof(self, draft: Draft, release: Release, ui_language: str = "en") -> Proofed:
        """Every finding of a release, in reading order, the more severe first where two begin together."""
        # LanguageTool is another process: the rest is done while it works
        language = self._beside.submit(self._language, draft, release, ui_language)
        layers = Layers.at(self._places)
        found = [*gaps.findings(draft, release, ui_language, layers), *amending.findings(release, ui_language)]
        found += misspelt_names(draft, release, layers, ui_language)
        found += against_facts.findings(draft, release, ui_language, dt.date.today())
        style, notices = self.house_style(ui_language)
        found += style.release(release)
        if release.language == RUSSIAN:
            found += self._russian_rules(ui_language).release(release)
        if release.language == ENGLISH:
            found += EnglishProofer.of(ui_language).release(release)
        try:
            found += language.result()
        except ProoferUnavailable as away:
            notices.append(away)
        notices += self.complaints(release.language)
        return _apart(found, release, draft, style.style.off, notices)

    def agree(self, draft: Draft, releases: Sequence[Release], ui_language: str = "en") -> dict[str, Proofed]:
        """What the releases of a draft say otherwise than one another, by language; empty for fewer than two.

        Each finding belongs to one release and names the others as its `elsewhere`.
        """
        versions = [of_release(release) for release in releases]
        found = self._agreeing.by_version(versions, ui_language, draft, Layers.at(self._places))
        off = self.house_style(ui_language)[0].style.off
        return {made.language: _apart(own, made, draft, off) for made, own in zip(releases, found, strict=True)}

    def text(
        self,
        language: str,
        blocks: Sequence[tuple[str | None, str]],
        ui_language: str = "en",
        spoken: Language | None = None,
    ) -> Proofed:
        """The findings of plain paragraphs: (block id or None, text). `spoken` is the language by the house.

        All of them are in one language; `pressdesk.app.text_check` tells languages apart.
        """
        style, notices = self.house_style(ui_language)
        found: list[Finding] = style.text(language, blocks)
        order = list(dict.fromkeys(block for block, _ in blocks))
        try:
            for block, text in blocks:
                own = self.paragraph(language, text, ui_language, spoken)
                found += [dataclasses.replace(f, block=block) for f in own]
        except ProoferUnavailable as away:
            notices.append(away)
            for block, text in blocks:  # what was found before it failed is found again, and settled
                found += [dataclasses.replace(f, block=block) for f in self.own_rules(language, text, ui_language)]
        notices += self.complaints(language)
        found = [f for f in found if f.rule not in style.style.off]
        return Proofed(tuple(settled(found, order)), tuple(notices))

    def complaints(self, language: str) -> list[ProoferUnavailable]:
        """What a checker has to say of itself though it could look: a damaged file of own rules, or of own words."""
        unread = self._own_words.complaint(language)
        told = [ProoferUnavailable(WORDS, str(unread).rstrip("."), "")] if unread is not None else []
        return [*self._languagetool.complaints(language), *told]

    def paragraph(
        self, language: str, text: str, ui_language: str = "en", spoken: Language | None = None
    ) -> list[Finding]:
        """What the language's own checker finds in one paragraph, without house style; `block` is None.

        The names that the user keeps in the register are known in all their forms, and so are the user's own words.
        German and French are checked where LanguageTool has them. ProoferUnavailable where nobody can look.
        """
        if language != "kk":
            speaks = language in languages()
            spoken = spoken or (load_language(language) if speaks else None)
            known = self._known_names(spoken) if spoken is not None else frozenset()
            theirs = self._languagetool.check(spoken.locale if spoken is not None else language, text, known)
            return [*self.own_rules(language, text, ui_language), *theirs]
        spelling, context = self._kazakh(ui_language)
        own = self._own_names(None)
        both = joined(spelling.text(text, own), context.text(text, own))
        read_so = spoken is not None and bool(spoken.percent_read)
        kept = [dataclasses.replace(f, language="kk") for f in both if not (read_so and f.rule == SIGN_READING)]
        return [*kept, *self.own_rules(language, text, ui_language)]

    def learn(self, language: str, texts: Sequence[str], spoken: Language | None = None) -> None:
        """Asks for many paragraphs of a language at once, so that `paragraph` has most of the answer at hand.

        `spoken` as in `paragraph`. A checker that works in this process learns nothing. ProoferUnavailable where
        nobody can look.
        """
        if self._languagetool.speaks(language):
            spoken = spoken or (load_language(language) if language in languages() else None)
            self._languagetool.learn(spoken.locale if spoken is not None else language, texts)

    def own_rules(self, language: str, text: str, ui_language: str = "en") -> list[Finding]:
        """What our Russian or English rules and the calendar find in one paragraph, whoever else cannot look."""
        rules = self._russian_rules(ui_language).text(text) if language == RUSSIAN else []
        rules += EnglishProofer.of(ui_language).text(text) if language == ENGLISH else []
        return [*rules, *against_facts.text_findings(language, [(None, text)], ui_language, dt.date.today())]

    def checks(self, language: str) -> bool:
        """Whether some checker is meant for a language."""
        return language == "kk" or self._languagetool.speaks(language)

    def text_check(self, ui_language: str = "en", manners: "House | None" = None) -> "TextCheck":
        """The checkers on texts that are no drafts."""
        from pressdesk.app.text_check import TextCheck  # which is made of this

        return TextCheck(self, ui_language, manners)

    def close(self) -> None:
        """Ends LanguageTool's process."""
        self._languagetool.close()

    def _language(self, draft: Draft, release: Release, ui_language: str) -> Sequence[Finding]:
        if release.language == "kk":
            spelling, context = self._kazakh(ui_language)
            own = self._own_names(draft)
            both = joined(spelling.proof(release, own), context.proof(release, own))
            return [f for f in both if not (release.percent_read and f.rule == SIGN_READING)]
        spoken = load_language(release.language)
        return self._languagetool.proof(release, names.all_forms(draft, spoken) | self._known_names(spoken))

    def _kazakh(self, ui_language: str) -> tuple[SpellingProofer, ContextProofer]:
        with self._lock:
            if ui_language not in self._spelling:
                grammar = load_language("kk").inflector
                spelling = SpellingProofer.of(grammar, ui_language)
                self._spelling[ui_language] = (spelling, ContextProofer.of(spelling.speller, ui_language))
            return self._spelling[ui_language]

    def _russian_rules(self, ui_language: str) -> "RussianProofer":
        from pressdesk.proof.russian.proofer import RussianProofer  # pymorphy3 and the tables are for Russian alone

        with self._lock:
            if ui_language not in self._russian:
                self._russian[ui_language] = RussianProofer.of(ui_language)
            return self._russian[ui_language]

    def house_style(self, ui_language: str) -> tuple[StyleProofer, list[ProoferUnavailable]]:
        """The rules that hold now, and a notice where the ministry's file cannot be taken."""
        path = style_file.style_file(self._places, self._style_named)
        chosen = style_file.choose(path)
        messages = Messages(ui_language)
        notices = []
        if chosen.complaint:
            notices.append(ProoferUnavailable(STYLE, chosen.complaint.rstrip("."), messages.say("style_file.mend")))
        return StyleProofer(chosen.style, messages), notices

    def _kept(self, tag: str) -> list[names.Entry]:
        """The names that the user keeps; the same list as long as the register's file is the same."""
        book = Layers.at(self._places).own
        with self._lock:
            made = self._kept_names.get(tag)
            if made is None or made[0] is not book:
                made = self._kept_names[tag] = (book, names.kept((record.what for record in book), tag))
            return made[1]

    def _known_names(self, language: Language) -> frozenset[str]:
        """The names that the user keeps and the user's own words, in all their forms in a language."""
        kept = self._kept(language.tag)
        with self._lock:
            made = self._forms.get(language.locale)
            if made is None or made[0] is not kept:
                made = self._forms[language.locale] = (kept, frozenset(names.forms_of(kept, language)))
        return made[1] | shipped_names.forms(language.tag) | self._own_words.forms(language.tag)

    def _own_names(self, draft: Draft | None) -> NameForms:
        """The forms of the names that the user keeps, and of the draft's; made anew only when a name changed."""
        kept, words = self._kept("kk"), self._own_words.readable("kk")[0]
        own = names.entries(draft, "kk") + names.phrases(draft, "kk") if draft is not None else []
        with self._lock:
            made = self._names.get(draft is not None)
            if made is not None and made.kept is kept and made.words == words and made.own == own:
                return made.forms
        known = {base for base, _ in own}  # what the draft stores of a name beats the register
        entries = [*own, *(entry for entry in kept if entry[0] not in known), *((word, {}) for word in words)]
        fresh = _Names(kept, words, own, NameForms.of(load_language("kk").inflector, entries))
        with self._lock:
            self._names[draft is not None] = fresh
        return fresh.forms


@dataclass(frozen=True, slots=True)
class _Names:
    """The forms of names, and what they were made of."""

    kept: list[names.Entry]
    words: tuple[str, ...]
    own: list[names.Entry]
    forms: NameForms


def _apart(
    found: Sequence[Finding], release: Release, draft: Draft, off: Collection[str],
    notices: Sequence[ProoferUnavailable] = (),
) -> Proofed:  # fmt: skip
    """The findings of a release that are shown, and those set aside in the draft; rules switched off are gone."""
    blocks = {block.id: block for block in release.blocks}
    found = [_with_field(f, blocks.get(f.block or ""), release.language) for f in found if f.rule not in off]
    parted = sorted_out(settled(found, list(blocks)), lambda f: blocks[f.block or ""].text, draft.ignored)
    return Proofed(parted.shown, tuple(notices), tuple(finding for finding, _ in parted.aside))


def _with_field(finding: Finding, block: Block | None, language: str) -> Finding:
    """The finding with the fact that its words come from; a whole block comes from more than one."""
    whole = block is not None and finding.span == Span(0, len(block.text))
    origin = block.origin_at(finding.span.start) if block and not whole else None
    return dataclasses.replace(
        finding, field=finding.field or (origin.field if origin else ""), language=finding.language or language
    )
