"""What `style fix` does with a draft and with a text: both need house style alone, and no LanguageTool."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from pressdesk.app import fixes, house, settings, style_file
from pressdesk.app.fixes import Fix
from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.app.text_check import TextCheck
from pressdesk.errors import FactsError
from pressdesk.language.language import languages
from pressdesk.model.asides import sorted_out
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding
from pressdesk.model.passage import Passage, lines_of, place_in
from pressdesk.model.release import Release
from pressdesk.proof.style.checks import CHECKS
from pressdesk.proof.style.proofer import StyleProofer
from pressdesk.proof.style.rules import load
from pressdesk.render.render import render
from pressdesk.store import atomic
from pressdesk.store.draft_file import open_draft, save_draft
from pressdesk.text.messages import Messages

TEXT = ".txt"
ROUNDS = 5
"""How often at most a text is gone over: of two findings at one sign the first is mended, and the other seen then."""


def mend_draft(arguments: argparse.Namespace, named: str | None) -> list[tuple[str, Fix]]:
    """What is to mend in a draft, in the languages asked for, each with its place; with -o the draft is written."""
    draft, places = open_draft(Path(arguments.file)), Places.at(arguments.home)
    manners = house.load(places, settings.load(places).settings.house)
    proofer = _proofer(places, named)

    def made(of: Draft, language: str) -> Release:
        return render(of, language, manners)

    wanted = [_known(arguments.lang)] if arguments.lang else list(draft.facts.languages)
    told: list[Fix] = []
    for _ in range(ROUNDS):
        releases = {tag: made(draft, tag) for tag in wanted}
        found = [finding for release in releases.values() for finding in _open(draft, release, proofer)]
        planned = fixes.plan_draft(draft, releases, found)
        mended = fixes.in_draft(draft, planned, made)
        left = {(*fix.where, fix.finding.span): fix for fix in mended.left}
        told += [left.get((*fix.where, fix.finding.span), fix) for fix in planned if fix.possible or not told]
        if mended.draft == draft:
            break
        draft = mended.draft
    if arguments.output:
        save_draft(draft, Path(arguments.output))
    return [(":".join(part for part in fix.where if part), fix) for fix in told]


def _open(draft: Draft, release: Release, proofer: StyleProofer) -> Sequence[Finding]:
    """What house style finds in a release, without what somebody has set aside in the draft."""
    texts = {block.id: block.text for block in release.blocks}
    return sorted_out(proofer.release(release), lambda finding: texts[finding.block or ""], draft.ignored).shown


def mend_text(arguments: argparse.Namespace, named: str | None) -> list[tuple[str, Fix]]:
    """What is to mend in a text file, each with its place; with -o the mended text is written."""
    path = Path(arguments.file)
    if path.suffix.lower() != TEXT:
        raise FactsError(f"{path}: only a draft or a {TEXT} file can be mended; save it as one.")
    tag = _known(arguments.lang) if arguments.lang else ""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FactsError(f"{path}: this cannot be read as UTF-8 text ({error}).") from None
    found: list[tuple[str, Fix]] = []
    for _ in range(ROUNDS):
        lines = lines_of(text)
        planned = _planned(text, lines, tag, Places.at(arguments.home), named)
        if not planned:
            break
        found += [(f"{fix.finding.language}:{place_in(lines, fix.finding.span.start)}", fix) for fix in planned]
        text = fixes.in_text(text, planned)
    if arguments.output:
        atomic.write(Path(arguments.output), text.encode("utf-8"))
    return found


def _planned(text: str, lines: Sequence[Passage], tag: str, places: Places, named: str | None) -> list[Fix]:
    """What is to mend in a text, in reading order, each line in its own language as `check` tells it, or all in `tag`.

    HouseError where the style file is faulty; FactsError where no language can be told.
    """
    _proofer(places, named)  # a faulty file is refused here and not passed over
    proofing = Proofing(places, "en", named)
    try:
        check = TextCheck(proofing)
        told = check.told(lines, dict.fromkeys(range(len(lines)), tag) if tag else {})
        found = check.style(told)
    finally:
        proofing.close()
    tags = dict.fromkeys(one.language for one in told)
    if lines and not set(tags) & set(languages()):
        raise FactsError(f"the language of the text cannot be told; name it with --lang: {', '.join(languages())}.")
    planned = fixes.plan(found, {(language, None): text for language in tags})
    return sorted(planned, key=lambda fix: fix.finding.span)


def _known(tag: str) -> str:
    if tag not in languages():
        raise FactsError(f"--lang {tag}: PressDesk has no such language; choose {', '.join(languages())}.")
    return tag


def _proofer(places: Places, named: str | None) -> StyleProofer:
    path = style_file.style_file(places, named)
    return StyleProofer(load(CHECKS, path), Messages("en"))
