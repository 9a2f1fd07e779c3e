"""Mending all signs at once: each place is shown, a tick decides, one step does it and one step takes it back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.conftest import WindowMaker, settled

from pressdesk.app.amending import living, take_up, write
from pressdesk.app.fixes import Fix, plan
from pressdesk.app.samples import sample
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.main_window import MainWindow
from pressdesk.gui.shell.fix_sheet import FixSheet
from pressdesk.model.amendments import Piece
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding
from pressdesk.model.mend import Outcome
from pressdesk.model.release import Release
from pressdesk.proof.style.proofer import StyleProofer
from pressdesk.render.render import render
from pressdesk.text.messages import Messages

pytestmark = pytest.mark.slow

RUDE = "Көрме 17 - 18 тамызда өтті, 2.5 млн теңге жиналды , деп хабарлайды баспасөз қызметі ."
FINE = "Көрме 17–18 тамызда өтті, 2,5 млн теңге жиналды, деп хабарлайды баспасөз қызметі."


PROOFER = StyleProofer.of(ui_language="kk")


class StyleAlone:
    """House style by itself as the window's checker."""

    class Found:
        """What the window asks of an answer."""

        def __init__(self, findings: list[Finding]) -> None:
            self.findings = tuple(findings)
            self.notices = ()
            self.aside = ()

    def proof(self, draft: Draft, release: Release, ui_language: str = "en") -> "StyleAlone.Found":
        return self.Found(PROOFER.release(release))

    def warm_up(self, languages: object) -> None:
        """Nothing to warm."""


def rude() -> Draft:
    """vila-serena with a Kazakh lead written by hand, without a single fact."""
    draft = sample("vila-serena")
    block = next(b for b in render(draft, "kk").blocks if b.id == "lead")
    taken = take_up(draft, render(draft, "kk"), block, living(draft, "kk"))
    return write(draft, taken, [Piece(text=RUDE)])


def opened(make_window: WindowMaker, qtbot: QtBot) -> tuple[MainWindow, Bridge]:
    window = make_window(checker=StyleAlone())
    window.bring_sample("vila-serena")
    assert window.bridge is not None
    window.bridge.change(rude(), "by hand")
    settled(qtbot, window)
    return window, window.bridge


def sheet_of(window: MainWindow) -> FixSheet:
    window.run("fix_all")
    sheet = window.findChild(FixSheet)
    assert sheet is not None
    return sheet


def lead(bridge: Bridge) -> str:
    return next(b.text for b in bridge.releases["kk"].blocks if b.id == "lead").replace("\u00a0", " ")


def test_the_button_above_the_findings_leads_to_all_places_and_one_step_mends_them(
    make_window: WindowMaker, qtbot: QtBot
) -> None:
    window, bridge = opened(make_window, qtbot)
    assert window.desk_view is not None
    button = window.desk_view.findings.head.fix
    assert "4" in button.text()
    button.click()
    sheet = window.findChild(FixSheet)
    assert sheet is not None
    said = [row.tick.accessibleName() for row in sheet.rows if row.fix.finding.block == "lead"]

    assert len(said) == 4
    assert all(words in " ".join(said) for words in ("17–18", "2,5", "жиналды,"))
    sheet.go.click()
    qtbot.waitUntil(lambda: lead(bridge) == FINE)
    settled(qtbot, window)
    assert not [f for f in bridge.findings["kk"] if f.rule == "style.space-before-mark"]
    bridge.undo()
    qtbot.waitUntil(lambda: lead(bridge).replace("–", "-") == RUDE)


@pytest.mark.slow
def test_what_is_not_ticked_stays_and_without_a_tick_nothing_can_be_done(
    make_window: WindowMaker, qtbot: QtBot
) -> None:
    window, bridge = opened(make_window, qtbot)
    sheet = sheet_of(window)
    sheet.all.click()
    assert (sheet.wanted, sheet.go.isEnabled()) == ((), False)
    comma = next(row for row in sheet.rows if row.fix.old == "2.5")
    QTest.mouseClick(comma.words, Qt.MouseButton.LeftButton)
    assert sheet.wanted == (comma.fix,)
    sheet.go.click()

    qtbot.waitUntil(lambda: "2,5 млн" in lead(bridge))
    assert lead(bridge).endswith("қызметі .")


@pytest.mark.slow
def test_where_nothing_is_to_be_mended_no_sheet_opens(make_window: WindowMaker, qtbot: QtBot) -> None:
    window = make_window(checker=StyleAlone())
    window.bring_sample("vila-serena")
    settled(qtbot, window)
    window.run("fix_all")

    assert window.findChild(FixSheet) is None
    assert window.desk_view is not None
    assert not window.desk_view.findings.head.fix.isVisible()


def test_signs_that_cannot_be_seen_are_drawn_and_a_row_that_cannot_be_done_says_why(
    make_window: WindowMaker,
) -> None:
    window = make_window()
    text = "школа № 5"
    found = PROOFER.text("ru", [(None, text)])
    (fix,) = plan(found, {("ru", None): text})
    fixes: list[Fix] = [fix, replace(fix, why=Outcome.FORMULA)]
    sheet = FixSheet(window, window.make, Messages("ru"), fixes)

    assert "⍽" in sheet.rows[0].words.text()
    assert (sheet.rows[1].tick.isEnabled(), sheet.rows[1].about.text()) == (
        False,
        "Это слова самого шаблона, здесь их не исправить",
    )
    assert sheet.wanted == (fix,)
