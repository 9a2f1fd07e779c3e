"""Findings in the window: groups, all languages at a glance, what is set aside, menus, the other version, why."""

import dataclasses
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import BridgeMaker, press, settled
from tests.gui.page_samples import Pencil, Proofed, finding

from pressdesk.app import why
from pressdesk.app.register.own import OwnRegister
from pressdesk.app.samples import sample
from pressdesk.app.style_file import switched_off
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.findings.languages import State
from pressdesk.gui.findings.menu import reachable, there
from pressdesk.gui.findings.model import Group, Role
from pressdesk.gui.findings.panel import FindingsPanel
from pressdesk.gui.kit.widgets import column
from pressdesk.gui.main_window import MainWindow
from pressdesk.gui.page.view import PageView
from pressdesk.gui.shell.keys_sheet import KeysSheet
from pressdesk.gui.shell.rule_sheet import RuleSheet
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Elsewhere, Finding, Kind, Severity
from pressdesk.model.release import Release
from pressdesk.text.spans import Span

pytestmark = pytest.mark.slow

MANY = (
    ("туризм", Severity.ERROR, ("тур",)),
    ("өнеркәсіп", Severity.ERROR, ()),
    ("назарында", Severity.WARNING, ()),
    ("Мұндай бағыттар", Severity.HINT, ()),
    ("бағыттары", Severity.HINT, ()),
    ("сапармен", Severity.HINT, ()),
    ("барысында", Severity.NUANCE, ()),
    ("кездесуде", Severity.NUANCE, ()),
)
RULES = {Severity.ERROR: Kind.SPELLING, Severity.WARNING: Kind.STYLE}


class Marker(Pencil):
    """As the pencil, with rules of house style; in Russian it says where the Kazakh text has something else."""

    def proof(self, draft: Draft, release: Release, ui_language: str) -> Proofed:
        found = super().proof(draft, release, ui_language)
        if release.language == "ru":
            one = finding(release, "Португалии", Severity.ERROR, kind=Kind.FACTS, rule="agreement.topic")
            return Proofed((dataclasses.replace(one, elsewhere=(self.there,)),))
        return dataclasses.replace(found, findings=tuple(map(self._styled, found.findings)))

    def _styled(self, found: Finding) -> Finding:
        kind = RULES.get(found.severity, Kind.GRAMMAR)
        return dataclasses.replace(found, kind=kind, rule="style.headline-length" if kind is Kind.STYLE else found.rule)

    there = Elsewhere("kk", "", "p1", Span(0, 4), "Құжа")


Opener = Callable[..., tuple[Bridge, "Both"]]


class Both(QWidget):
    """The page and the findings below it, joined as the desk joins them."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.page, self.findings = PageView(bridge), FindingsPanel(bridge)
        self.page.finding_wanted.connect(self.findings.select)
        self.findings.finding_wanted.connect(self.page.show_finding)
        self.findings.place_wanted.connect(self.page.show_place)
        self.setLayout(column(self.page, self.findings, spacing=0))


@pytest.fixture
def desk(make_bridge: BridgeMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Opener:
    """`desk(*wanted)`: page and findings of the sample, checked by a marker of these words."""
    monkeypatch.setattr("pressdesk.gui.bridge.RENDER_QUIET", 0)
    monkeypatch.setattr("pressdesk.gui.bridge.PROOF_QUIET", 0)
    kept: list[QWidget] = []

    def open_desk(*wanted: tuple[str, Severity, tuple[str, ...]]) -> tuple[Bridge, Both]:
        draft = sample("guimaraes")
        draft = draft.with_facts(dataclasses.replace(draft.facts, languages=("kk", "ru")))
        bridge = make_bridge(draft, "kk", Marker(*wanted))
        view = Both(bridge)
        qtbot.addWidget(view)
        kept.append(view)
        view.resize(700, 800)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        bridge.start()
        qtbot.waitUntil(lambda: not bridge.busy and len(bridge.findings) == 2, timeout=20_000)
        return bridge, view

    return open_desk


def said(panel: FindingsPanel) -> list[str]:
    return [
        f"[{i.severity.value} {i.kind.value} {i.count}]" if isinstance(i, Group) else i.text for i in panel.model.items
    ]


def entries(menu: QMenu) -> dict[str, QAction]:
    return {action.text().partition("\t")[0]: action for action in menu.actions() if not action.isSeparator()}


def opened_menu(parent: QWidget) -> QMenu:
    return next(m for m in parent.findChildren(QMenu) if m.isVisible())


def right_click(widget: QWidget, where: QPoint, reason: QContextMenuEvent.Reason) -> None:
    QApplication.sendEvent(widget, QContextMenuEvent(reason, where, widget.mapToGlobal(where)))


# --- groups and languages --------------------------------------------------------------------------------------------


def test_many_findings_stand_in_groups_of_one_severity_and_kind(desk: Opener) -> None:
    _, view = desk(*MANY)

    assert said(view.findings) == [
        "[error spelling 2]", "өнеркәсіп", "туризм",
        "[warning style 1]", "назарында",
        "[hint grammar 3]", "сапармен", "бағыттары", "Мұндай бағыттар",
        "[nuance grammar 2]", "кездесуде", "барысында",
    ]  # fmt: skip
    head = view.findings.model.index(0)
    assert view.findings.model.data(head, Qt.ItemDataRole.DisplayRole) == "Қате · Орфография"
    assert view.findings.model.data(head, Qt.ItemDataRole.AccessibleTextRole) == "Қате · Орфография, 2, ашық"
    assert view.findings.model.data(head, Role.FINDING) is None


def test_few_findings_need_no_groups(desk: Opener) -> None:
    _, view = desk(*MANY[:4])

    assert not any(isinstance(item, Group) for item in view.findings.model.items)


def test_a_group_folds_by_key_and_the_next_finding_opens_it_again(desk: Opener) -> None:
    _, view = desk(*MANY)
    panel = view.findings
    panel.list.setCurrentIndex(panel.model.index(0))

    press(panel.list, Qt.Key.Key_Left)
    assert said(panel)[:2] == ["[error spelling 2]", "[warning style 1]"]
    assert panel.current is None
    press(panel.list, Qt.Key.Key_F8)  # a key of the window, not of the list
    assert said(panel)[:2] == ["[error spelling 2]", "[warning style 1]"]
    panel.step(1)

    assert panel.current is not None
    assert panel.current.severity is Severity.ERROR
    assert len(said(panel)) == 12
    press(panel.list, Qt.Key.Key_Delete)
    assert panel.model.counts()[Severity.ERROR] == 1


def test_next_and_previous_go_across_groups_and_round(desk: Opener) -> None:
    _, view = desk(*MANY)
    seen = []

    for _ in range(9):
        view.findings.step(1)
        assert view.findings.current is not None
        seen.append(view.findings.current.text)

    assert seen[:8] == [f.text for f in view.findings.model.rows]
    assert seen[8] == seen[0]
    view.findings.step(-1)
    assert view.findings.current.text == seen[7]


def test_every_language_is_counted_at_a_glance_and_a_click_shows_its_text(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk(*MANY)
    languages = view.findings.languages.buttons

    assert {s: n for s, n in languages["kk"].counts.items() if n} == {
        Severity.ERROR: 2, Severity.WARNING: 1, Severity.HINT: 3, Severity.NUANCE: 2,
    }  # fmt: skip
    assert languages["ru"].counts[Severity.ERROR] == 1
    assert languages["ru"].accessibleName() == "Русский: 1 қате"
    assert languages["kk"].isChecked()
    qtbot.mouseClick(languages["ru"], Qt.MouseButton.LeftButton)
    assert bridge.language == "ru"
    assert languages["ru"].isChecked()
    assert not languages["kk"].isChecked()


def test_a_language_not_checked_is_not_said_to_be_clean(desk: Opener) -> None:
    _, view = desk()
    button = view.findings.languages.buttons["ru"]

    button.show_counts({}, State.CHECKED)
    assert button.accessibleName() == "Русский: ескертпе жоқ"
    button.show_counts({}, State.AWAY)
    assert button.accessibleName() == "Русский: тексеру жұмыс істемейді"
    button.show_counts({}, State.WAITS)
    assert button.accessibleName() == "Русский: әлі тексерілген жоқ"


# --- set aside -------------------------------------------------------------------------------------------------------


def test_what_is_set_aside_is_listed_and_brought_back(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk(*MANY)
    panel = view.findings
    for _ in range(2):
        bridge.judge.ignore(panel.model.rows[0])
    qtbot.waitUntil(lambda: not bridge.busy)

    assert panel.languages.aside.text() == "Елемегендер (2)"
    panel.languages.aside.click()
    assert [f.text for f in panel.model.rows] == ["өнеркәсіп", "туризм"]
    assert panel.model.data(panel.model.index(0), Role.ASIDE) is True
    panel.list.setCurrentIndex(panel.model.index(0))
    press(panel.list, Qt.Key.Key_Delete)
    assert [f.text for f in panel.model.rows] == ["туризм"]
    assert panel.languages.aside.text() == "Елемегендер (1)"
    bridge.undo()
    assert len(panel.model.rows) == 2
    panel.languages.aside.click()
    assert len(panel.model.rows) == 6


def test_the_list_of_what_is_set_aside_ends_with_its_last_row(desk: Opener) -> None:
    bridge, view = desk(*MANY)
    panel = view.findings
    bridge.judge.ignore(panel.model.rows[0])
    panel.languages.aside.click()
    panel.list.setCurrentIndex(panel.model.index(0))

    press(panel.list, Qt.Key.Key_Return)

    assert len(panel.model.rows) == 8
    assert not panel.languages.aside.isVisible()
    assert bridge.draft.ignored == ()


def test_rules_that_are_off_are_named_and_switched_on_from_the_panel(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk(*MANY)
    style = next(f for f in view.findings.model.rows if f.rule.startswith("style."))
    assert not view.findings.languages.rules.isVisible()

    bridge.judge.switch_off(style.rule)
    assert view.findings.languages.rules.text() == "Өшірілген ережелер (1)"
    view.findings.languages.rules.click()
    menu = opened_menu(view.findings.languages)
    menu.actions()[0].trigger()

    assert switched_off(bridge.desk.places) == ()
    assert not view.findings.languages.rules.isVisible()


# --- menus, the other version, why -----------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_the_menu_of_the_page_offers_what_may_be_done_about_the_words(
    desk: Opener, reason: QContextMenuEvent.Reason
) -> None:
    bridge, view = desk(*MANY)
    paper = view.page.paper
    one = next(f for f in paper.findings if f.text == "туризм")
    paper.choose(one)
    QApplication.processEvents()
    box = paper.words_box(one)
    assert box is not None

    right_click(paper.viewport(), box.center(), reason)
    offered = entries(opened_menu(view.page))

    assert {"тур", "Осы жолы елемеу", "Осы жобада елемеу", "Сөздігіме қосу", "Неге?"} <= set(offered)
    assert "Тізілімге қосу…" not in offered  # «туризм» is no name
    assert "Бұл ережені өшіру" not in offered, "it would silence the whole spelling"
    offered["Осы жобада елемеу"].trigger()
    assert [aside.here for aside in bridge.draft.ignored] == [False]
    assert "туризм" not in [f.text for f in paper.findings]


def test_the_menu_of_plain_words_has_nothing_of_findings(desk: Opener) -> None:
    _, view = desk()

    right_click(view.page.paper.viewport(), QPoint(200, 120), QContextMenuEvent.Reason.Mouse)

    assert "Осы жолы елемеу" not in entries(opened_menu(view.page))


def test_a_row_of_the_list_has_the_same_menu(desk: Opener) -> None:
    bridge, view = desk(*MANY)
    panel = view.findings
    panel.step(1)

    right_click(panel.list.viewport(), QPoint(5, 5), QContextMenuEvent.Reason.Keyboard)
    entries(opened_menu(panel))["Осы жолы елемеу"].trigger()

    assert [aside.here for aside in bridge.draft.ignored] == [True]


def test_a_rule_that_is_no_whole_check_is_switched_off_from_the_menu_and_named_in_the_notice(
    make_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = make_window(checker=Marker(*MANY))
    window.bring_sample("guimaraes")
    settled(qtbot, window)
    assert window.desk_view is not None
    panel = window.desk_view.findings
    panel.select(next(f for f in panel.model.rows if f.rule.startswith("style.")))

    right_click(panel.list.viewport(), QPoint(5, 5), QContextMenuEvent.Reason.Keyboard)
    entries(opened_menu(panel))["Бұл ережені өшіру"].trigger()

    assert "Тақырыпта … таңба бар" in window.banner.text
    assert str(window.places.config / "style.toml") in window.banner.text
    assert window.banner.mend_button is not None
    window.banner.mend_button.click()
    assert switched_off(window.places) == ()


def test_a_finding_leads_to_the_words_of_the_other_version(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk()
    kazakh = next(b for b in bridge.releases["kk"].blocks if "өнеркәсіп" in b.text)
    at = kazakh.text.index("өнеркәсіп")
    Marker.there = Elsewhere("kk", "", kazakh.id, Span(at, at + 9), "өнеркәсіп")
    bridge.recheck()
    settled_bridge(qtbot, bridge)
    bridge.show_language("ru")
    one = view.findings.model.rows[0]
    view.page.show_finding(one, popover=True)
    link = "Қазақша: «өнеркәсіп»"
    qtbot.waitUntil(lambda: any(b.text() == link for b in view.page.popover.findChildren(QPushButton)), timeout=5000)

    next(b for b in view.page.popover.findChildren(QPushButton) if b.text() == link).click()

    assert bridge.language == "kk"
    active = view.page.paper.marks.active
    assert active is not None
    assert active[1].span == Span(at, at + 9)


def settled_bridge(qtbot: QtBot, bridge: Bridge) -> None:
    qtbot.waitUntil(lambda: not bridge.busy, timeout=20000)


def test_where_the_other_version_lacks_something_the_paragraph_in_front_of_it_is_shown(desk: Opener) -> None:
    bridge, view = desk()
    lead = bridge.releases["ru"].blocks[2]
    gap = Elsewhere("ru", "", lead.id, Span(len(lead.text), len(lead.text)), "")

    view.page.show_place(finding(bridge.releases["kk"], "туризм"), gap)

    active = view.page.paper.marks.active
    assert bridge.language == "ru"
    assert active is not None
    assert active[1].span == Span(0, len(lead.text))


def test_a_place_in_another_file_is_told_and_leads_nowhere(desk: Opener) -> None:
    bridge, _ = desk()
    place = Elsewhere("pt", "visita.docx", None, Span(0, 4), "2026")

    assert there(bridge, place) == "Португалша (visita.docx): «2026»"
    assert not reachable(bridge, place)
    assert there(bridge, Elsewhere("ru", "", "p1", Span(0, 0), "")) == "Орысша: бұл жоқ"


@pytest.mark.parametrize(
    ("key", "mods", "here"),
    [
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier, False),
    ],
)
def test_the_keys_of_the_popover_set_aside_here_or_everywhere(
    desk: Opener, qtbot: QtBot, key: Qt.Key, mods: Qt.KeyboardModifier, here: bool
) -> None:
    bridge, view = desk(*MANY)
    view.page.show_finding(view.findings.model.rows[0], popover=True)
    qtbot.waitUntil(view.page.popover.isVisible, timeout=5000)

    press(view.page.popover, key, mods)

    assert [aside.here for aside in bridge.draft.ignored] == [here]
    assert not view.page.popover.isVisible()


def test_f1_on_a_row_wants_the_page_of_its_rule(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk(*MANY)
    view.findings.step(1)

    with qtbot.waitSignal(bridge.why_wanted) as wanted:
        press(view.findings.list, Qt.Key.Key_F1)

    assert wanted.args == [view.findings.current]


def test_the_page_of_a_rule_says_all_and_switches_it_off(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk()
    page = why.page("style.headline-length", "kk", bridge.desk.places)
    assert page is not None
    sheet = RuleSheet(view, bridge.make, bridge.ui, page, "Тақырып тым ұзын")
    sheet.present(sheet.close_button)

    words = [label.text() for label in sheet.findChildren(QLabel)]
    assert {"Неге?", "Тақырып тым ұзын", "style.headline-length", "[headline-length]\noff = true"} <= set(words)
    assert any("structure.toml" in text for text in words)
    assert isinstance(sheet.switch, QPushButton)
    with qtbot.waitSignal(sheet.switch_wanted) as wanted:
        sheet.switch.click()
    assert wanted.args == ["style.headline-length", False]


def test_a_rule_of_facts_has_a_page_without_a_switch(desk: Opener) -> None:
    bridge, view = desk()
    page = why.page("facts.gap", "kk", bridge.desk.places)
    assert page is not None

    sheet = RuleSheet(view, bridge.make, bridge.ui, page)

    assert sheet.switch is None
    assert page.sentence in [label.text() for label in sheet.findChildren(QLabel)]


@pytest.mark.slow
def test_in_the_window_why_opens_over_the_desk_and_its_switch_takes_the_findings_away(
    make_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = make_window(checker=Marker(*MANY))
    window.bring_sample("guimaraes")
    settled(qtbot, window)
    assert window.desk_view is not None
    panel = window.desk_view.findings
    style = next(f for f in panel.model.rows if f.rule.startswith("style."))
    panel.select(style)

    press(panel.list, Qt.Key.Key_F1)
    sheet = window.findChild(RuleSheet)
    assert sheet is not None
    assert isinstance(sheet.switch, QPushButton)
    sheet.switch.click()

    assert switched_off(window.places) == ("style.headline-length",)
    assert style.text not in [f.text for f in panel.model.rows]


@pytest.mark.slow
def test_in_the_window_a_name_is_shown_in_the_register_and_undo_takes_it_out_again(
    make_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = make_window(checker=Marker(("Араужумен", Severity.HINT, ())))
    window.bring_sample("guimaraes")
    settled(qtbot, window)
    assert window.bridge is not None
    assert window.desk_view is not None
    name = dataclasses.replace(window.desk_view.findings.model.rows[0], kind=Kind.SPELLING)

    window.bridge.judge.add_to_register(name)
    view = window.register.view
    assert view is not None
    assert view.detail.record is not None
    assert view.detail.record.names["pt"] == "Ricardo Araújo"
    window.register.leave()
    window.run("undo")

    assert OwnRegister(window.places).book().records == {}


@pytest.mark.slow
def test_f1_on_the_words_of_a_finding_explains_its_rule_and_elsewhere_shows_all_keys(
    make_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = make_window(checker=Marker(*MANY))
    window.bring_sample("guimaraes")
    settled(qtbot, window)
    assert window.desk_view is not None
    paper = window.desk_view.page.paper
    paper.setFocus()
    paper.choose(next(f for f in paper.findings if f.rule.startswith("style.")))

    window.run("keys")
    assert window.findChild(RuleSheet) is not None
    window.findChild(RuleSheet).accept()
    qtbot.waitUntil(lambda: window.findChild(RuleSheet) is None, timeout=5000)
    window.desk_view.findings.list.setFocus()
    window.run("keys")
    assert window.findChild(KeysSheet) is not None
