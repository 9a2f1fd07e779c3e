"""The languages of the open draft compared with one another, behind the typing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from pressdesk.app.agreeing import Agreeing
from pressdesk.app.amending import living, take_up, write
from pressdesk.app.samples import sample
from pressdesk.errors import ProoferUnavailable
from pressdesk.gui.bridge import Bridge
from pressdesk.model.amendments import Piece
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding
from pressdesk.model.release import Release
from pressdesk.proof.agreement.versions import of_release
from pressdesk.render.render import render

pytestmark = pytest.mark.slow  # one by one they take long; CI runs them

BridgeMaker = Callable[..., Bridge]


@dataclass(frozen=True)
class Checked:
    findings: tuple[Finding, ...] = ()
    notices: tuple[ProoferUnavailable, ...] = ()
    aside: tuple[Finding, ...] = ()


class OnlyCompares:
    """A checker that finds nothing in a text by itself, and compares them as the program does."""

    def __init__(self) -> None:
        self._agreeing = Agreeing()
        self.asked: list[tuple[str, ...]] = []

    def proof(self, draft: Draft, release: Release, ui_language: str) -> Checked:
        return Checked()

    def agree(self, draft: Draft, releases: Sequence[Release], ui_language: str) -> Mapping[str, Checked]:
        self.asked.append(tuple(release.language for release in releases))
        found = self._agreeing.by_version([of_release(r) for r in releases], ui_language, draft)
        return {r.language: Checked(tuple(own)) for r, own in zip(releases, found, strict=True)}


def done(qtbot: QtBot, bridge: Bridge) -> None:
    qtbot.waitUntil(lambda: not bridge.busy and len(bridge.releases) == len(bridge.languages), timeout=15000)


@pytest.fixture
def checker() -> OnlyCompares:
    return OnlyCompares()


def by_hand(draft: Draft, tag: str, was: str, now: str) -> Draft:
    """The draft with some words of one language written over by hand."""
    release = render(draft, tag)
    block = next(b for b in release.blocks if was in b.text)
    taken = take_up(draft, release, block, living(draft, tag))
    return write(draft, taken, (Piece(text=block.text.replace(was, now)),))


def test_a_difference_written_by_hand_is_shown_in_its_language_and_goes_with_its_words(
    qtbot: QtBot, make_bridge: BridgeMaker, checker: OnlyCompares
) -> None:
    clean = sample("salvania-minister")
    bridge = make_bridge(by_hand(clean, "ru", "Порту-Клару", "Лиссабоне"), "kk", checker)
    bridge.start()
    done(qtbot, bridge)

    assert [(f.text, f.rule) for f in bridge.findings["ru"]] == [("Лиссабоне", "agreement.name")]
    assert {place.language for place in bridge.findings["ru"][0].elsewhere} == {"kk", "en", "pt"}
    assert bridge.findings["kk"] == bridge.findings["en"] == ()

    bridge.change(clean, "as it was")
    done(qtbot, bridge)
    assert bridge.findings["ru"] == ()


def test_all_languages_are_compared_at_once_and_only_where_a_text_has_changed(
    qtbot: QtBot, make_bridge: BridgeMaker, checker: OnlyCompares
) -> None:
    bridge = make_bridge(sample("salvania-minister"), "kk", checker)
    bridge.start()
    done(qtbot, bridge)
    assert checker.asked == [("kk", "ru", "en", "pt")]

    bridge.put("photo.file", "")  # changes no text
    done(qtbot, bridge)
    assert len(checker.asked) == 1

    bridge.recheck()
    done(qtbot, bridge)
    assert len(checker.asked) == 2
