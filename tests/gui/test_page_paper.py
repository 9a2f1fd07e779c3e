"""The sheet of paper: what it shows, what a click and a key mean, and what stays where it is."""

import dataclasses

import pytest
from PySide6.QtCore import QBuffer, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import press
from tests.gui.page_samples import block, finding, release, span_of

from pressdesk.gui.kit.theme import DARK, Theme
from pressdesk.gui.page.geometry import stretches
from pressdesk.gui.page.paper import Paper
from pressdesk.gui.page.spots import spots_of
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Severity
from pressdesk.model.release import Block, BlockKind, Origin, Photo, Release, Source
from pressdesk.text.spans import Span

LONG = "Кездесуде ынтымақтастықтың ең перспективалық бағыттары қаралды, екі елдің өңірлері туралы айтылды. " * 4


def text(name: str = "Брагада", topic: str = "гылым") -> Release:
    return release(
        block("h", f"{name}ғы сапар", (name, "event.place.name"), kind=BlockKind.HEADLINE),
        block("p0", f"Ана Соуза {name} болды 😀 және {topic} туралы айтты.", ("Ана Соуза", "people[0]"),
              (name, "event.place.name"), (topic, "programme[0].topics[0]")),
        *(block(f"p{n}", LONG) for n in range(1, 8)),
        block("end", "Соңында Ана Соуза кетті.", ("Ана Соуза", "people[0]")),
    )  # fmt: skip


@pytest.fixture
def paper(theme: Theme, qtbot: QtBot) -> Paper:
    paper = Paper(theme)
    qtbot.addWidget(paper)
    paper.resize(640, 480)
    paper.show()
    paper.show_release(text())
    return paper


def point_of(paper: Paper, name: str, words: str) -> QPoint:
    """The middle of the words' first line, in the viewport."""
    shown = paper.release
    assert shown is not None
    index = next(i for i, b in enumerate(shown.blocks) if b.id == name)
    line = next(stretches(paper.sheet, index, span_of(shown.blocks[index].text, words)))
    x, y = (line.left + line.right) / 2, (line.top + line.bottom) / 2 - paper.verticalScrollBar().value()
    return QPoint(round(x), round(y))


def click(paper: Paper, where: QPoint) -> None:
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        buttons = Qt.MouseButton.LeftButton if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        at = QPointF(where)
        event = QMouseEvent(
            kind, at, paper.viewport().mapToGlobal(at), Qt.MouseButton.LeftButton, buttons, Qt.KeyboardModifier(0)
        )
        QApplication.sendEvent(paper.viewport(), event)


# --- what it shows ---------------------------------------------------------------------------------------------------


def test_every_block_stands_on_the_page_letter_for_letter(paper: Paper) -> None:
    shown = text()

    for index, expected in enumerate(shown.blocks):
        assert paper.sheet.block(index).text() == expected.text


def test_a_changed_word_is_replaced_in_place_and_no_block_is_made_anew(paper: Paper) -> None:
    before = paper.sheet.block(3).layout()

    paper.show_release(text(name="Гимарайншта", topic="ғылым 𝔸"))

    assert paper.sheet.block(0).text() == "Гимарайнштағы сапар"
    assert paper.sheet.block(1).text().startswith("Ана Соуза Гимарайншта болды 😀")
    assert paper.sheet.block(1).text().endswith("ғылым 𝔸 туралы айтты.")
    assert paper.sheet.block(3).layout() is before


def test_the_last_letter_of_a_block_can_change(paper: Paper) -> None:
    one, two = release(block("p", "Қала")), release(block("p", ""))

    for shown in (one, two, one):
        paper.show_release(shown)
        assert paper.sheet.block(0).text() == shown.blocks[0].text


def test_the_page_stays_where_the_reader_is_when_the_text_above_grows(paper: Paper) -> None:
    paper.verticalScrollBar().setValue(paper.verticalScrollBar().maximum() // 2)
    before = point_of(paper, "p5", "Кездесуде")

    longer = text()
    more = dataclasses.replace(longer.blocks[2], text=longer.blocks[2].text + LONG)
    paper.show_release(dataclasses.replace(longer, blocks=(*longer.blocks[:2], more, *longer.blocks[3:])))

    assert point_of(paper, "p5", "Кездесуде") == before


def test_the_page_stays_where_the_reader_is_when_a_paragraph_comes_in_above(paper: Paper) -> None:
    paper.verticalScrollBar().setValue(paper.verticalScrollBar().maximum() // 2)
    before = point_of(paper, "p5", "Кездесуде")

    longer = text()
    paper.show_release(dataclasses.replace(longer, blocks=(*longer.blocks[:2], block("new", LONG), *longer.blocks[2:])))

    assert point_of(paper, "p5", "Кездесуде") == before


def test_another_language_opens_at_the_same_paragraph(paper: Paper) -> None:
    paper.verticalScrollBar().setValue(600)
    before = paper._reading.anchor()

    other = dataclasses.replace(text(), language="ru")
    paper.show_release(other)

    assert paper._reading.anchor() == before


def test_a_page_opens_at_its_beginning(theme: Theme, qtbot: QtBot) -> None:
    paper = Paper(theme)
    qtbot.addWidget(paper)
    paper.show_release(text())
    paper.resize(640, 480)
    paper.show()

    assert paper.verticalScrollBar().value() == 0
    assert paper.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize(("width", "margin"), [(400, 24), (640, 40), (1200, 40)])
def test_the_paper_keeps_its_widest_width_and_its_margin(paper: Paper, width: int, margin: int) -> None:
    paper.resize(width, 480)

    frame = paper.document().rootFrame().frameFormat()
    inner = paper.viewport().width() - frame.leftMargin() - frame.rightMargin()

    assert inner + 2 * margin == min(640, paper.viewport().width() - 32)


def test_the_photo_stands_right_after_the_headline_and_above_its_credit(paper: Paper, theme: Theme) -> None:
    paper.show_release(with_photo(1600, 900))

    picture = paper.sheet.block(0).next()
    assert "\ufffc" in picture.text()
    assert picture.next().text() == "Сурет: Akorda"
    shape = picture.begin().fragment().charFormat().toImageFormat()
    assert shape.width() == pytest.approx(paper.sheet.document.textWidth() - 2 * 16 - 2 * 40, abs=1)
    assert shape.height() == pytest.approx(shape.width() * 9 / 16, abs=1)


def test_an_upright_photo_does_not_push_the_text_off_the_page(paper: Paper) -> None:
    paper.show_release(with_photo(400, 1600))

    shape = paper.sheet.block(0).next().begin().fragment().charFormat().toImageFormat()
    assert shape.height() <= 420


def test_a_photo_that_is_none_leaves_the_text_whole(paper: Paper) -> None:
    paper.show_release(dataclasses.replace(with_photo(4, 4), photo=Photo("x.jpg", b"no picture", "", "")))

    assert paper.sheet.block(0).next().text() == "Сурет: Akorda"


def with_photo(width: int, height: int) -> Release:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    blocks = (
        block("h", "Сапар", kind=BlockKind.HEADLINE),
        block("c", "Сурет: Akorda", kind=BlockKind.CREDIT),
        block("p", LONG),
    )
    return dataclasses.replace(release(*blocks), photo=Photo("a.png", bytes(buffer.data().data()), "Қала", ""))


def test_the_disclaimer_is_shown_and_belongs_to_no_block(paper: Paper) -> None:
    paper.show_release(dataclasses.replace(text(), disclaimer="Бәрі ойдан шығарылған."))

    assert paper.document().lastBlock().text() == "Бәрі ойдан шығарылған."
    assert paper.sheet.index_of(paper.document().lastBlock()) == -1


# --- what is painted -------------------------------------------------------------------------------------------------


def colors_near(paper: Paper, where: QPoint, wide: int = 6, high: int = 16) -> set[str]:
    image = paper.viewport().grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(where.x() - wide, where.x() + wide)
        for y in range(max(0, where.y() - high), where.y() + high)
    }


def closest(color: QColor, found: set[str]) -> int:
    """How far the nearest of some colours is: smoothed edges rarely have the very colour."""
    return min(
        abs(color.red() - c.red()) + abs(color.green() - c.green()) + abs(color.blue() - c.blue())
        for c in map(QColor, found)
    )


def test_the_focused_field_s_words_are_tinted_and_no_others(paper: Paper, theme: Theme) -> None:
    shown = paper.release
    assert shown is not None
    mark = theme.color("mark").name()

    paper.light_up(spots_of(shown, Draft(), "people[0].given.kk"), scroll=False)

    assert mark in colors_near(paper, point_of(paper, "p0", "Ана Соуза"))
    assert mark not in colors_near(paper, point_of(paper, "p0", "болды"))


def test_the_paragraph_of_the_focused_field_has_a_bar_in_the_margin(paper: Paper, theme: Theme) -> None:
    shown = paper.release
    assert shown is not None
    words = point_of(paper, "p0", "Ана Соуза")
    margin = QPoint(round(paper._box.left + paper._box.margin - 14), words.y())
    assert theme.color("accent").name() not in colors_near(paper, margin, 3)

    paper.light_up(spots_of(shown, Draft(), "people[0]"), scroll=False)

    assert theme.color("accent").name() in colors_near(paper, margin, 3)


@pytest.mark.parametrize(
    ("severity", "token"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warn"), (Severity.HINT, "hint"), (Severity.NUANCE, "nuance")],
)
def test_each_severity_has_its_line_under_the_words(paper: Paper, theme: Theme, severity: Severity, token: str) -> None:
    shown = paper.release
    assert shown is not None
    where = point_of(paper, "p0", "гылым")
    line = theme.color(token)
    before = closest(line, colors_near(paper, where, 16, 20))

    paper.show_findings([finding(shown, "гылым", severity)])

    after = closest(line, colors_near(paper, where, 16, 20))
    assert after < 40 < before or (severity is Severity.NUANCE and after == 0)  # grey occurs at the letters' edges too


def test_a_slot_is_a_box_without_brackets(paper: Paper, theme: Theme) -> None:
    shown = release(Block("p", BlockKind.PARAGRAPH, "Елшісі ⟦қай қалаға⟧ барды",
                          (Origin(Span(7, 19), "event.place.name", Source.GAP),)))  # fmt: skip
    paper.show_release(shown)
    where = point_of(paper, "p", "⟦қай қалаға⟧")

    assert theme.color("sunken").name() in colors_near(paper, where)
    assert paper.sheet.block(0).text() == "Елшісі \u00a0қай қалаға\u00a0 барды"


def test_white_paper_is_white_on_a_dark_desk(theme: Theme, qtbot: QtBot) -> None:
    dark = Theme(DARK)
    paper = Paper(dark)
    qtbot.addWidget(paper)
    paper.resize(640, 480)
    paper.show()
    paper.show_release(text())
    where = point_of(paper, "p0", "болды")
    assert "#ffffff" not in colors_near(paper, where)

    paper.set_white(True)

    assert "#ffffff" in colors_near(paper, where)
    assert dark.color("desk").name() in colors_near(paper, QPoint(8, 200), 4, 4)

    paper.set_white(False)

    assert "#ffffff" not in colors_near(paper, where)


# --- findings --------------------------------------------------------------------------------------------------------


def test_a_finding_of_an_older_text_is_not_underlined(paper: Paper) -> None:
    old = text(topic="ұзақ тақырып гылым")
    paper.show_findings([finding(old, "гылым"), finding(text(), "болды")])

    assert [f.text for f in paper.findings] == ["болды"]


def test_findings_of_an_unchanged_paragraph_stay_while_another_is_typed(paper: Paper) -> None:
    paper.show_findings([finding(text(), "гылым"), finding(text(), "Соңында")])

    paper.show_release(text(topic="ғылым"))

    assert [f.text for f in paper.findings] == ["Соңында"]


# --- mouse -----------------------------------------------------------------------------------------------------------


def test_a_click_on_a_fact_wants_its_field(paper: Paper, qtbot: QtBot) -> None:
    with qtbot.waitSignal(paper.field_wanted) as wanted:
        click(paper, point_of(paper, "p0", "Соуза"))

    assert wanted.args == ["people[0]"]


def test_a_click_behind_a_wide_letter_still_finds_its_word(paper: Paper, qtbot: QtBot) -> None:
    with qtbot.waitSignal(paper.field_wanted) as wanted:
        click(paper, point_of(paper, "p0", "гылым"))

    assert wanted.args == ["programme[0].topics[0]"]


def test_a_click_on_the_template_s_words_says_that_they_have_no_field(paper: Paper, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(paper.field_wanted), qtbot.waitSignal(paper.formula_clicked):
        click(paper, point_of(paper, "p0", "болды"))


def test_a_click_beside_the_words_means_nothing(paper: Paper, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(paper.field_wanted), qtbot.assertNotEmitted(paper.formula_clicked):
        click(paper, QPoint(30, 470))
        click(paper, QPoint(paper.viewport().width() - 60, point_of(paper, "h", "сапар").y()))


def test_a_click_on_an_underlined_word_gives_the_finding_too(paper: Paper, qtbot: QtBot) -> None:
    slip = finding(text(), "гылым")
    paper.show_findings([slip])

    with qtbot.waitSignals([paper.field_wanted, paper.finding_clicked]):
        click(paper, point_of(paper, "p0", "гылым"))


def test_hovering_says_where_words_come_from(paper: Paper) -> None:
    paper.explain = lambda origin: f"өріс: {origin.field}"
    where = point_of(paper, "p0", "Соуза")

    QApplication.sendEvent(
        paper.viewport(), QHelpEvent(QEvent.Type.ToolTip, where, paper.viewport().mapToGlobal(where))
    )

    assert QToolTip.text() == "өріс: people[0]"


def test_hovering_an_underlined_word_says_what_was_found(paper: Paper) -> None:
    paper.explain = lambda origin: f"өріс: {origin.field}"
    paper.show_findings([finding(text(), "гылым")])
    where = point_of(paper, "p0", "гылым")

    QApplication.sendEvent(
        paper.viewport(), QHelpEvent(QEvent.Type.ToolTip, where, paper.viewport().mapToGlobal(where))
    )

    assert QToolTip.text() == "«гылым» сөздікте жоқ\nөріс: programme[0].topics[0]"


# --- keys ------------------------------------------------------------------------------------------------------------


def here(paper: Paper) -> str:
    ring, shown = paper.marks.ring, paper.release
    assert ring is not None
    assert shown is not None
    return ring.span.of(shown.blocks[ring.block].text)


def test_arrows_go_from_fact_to_fact_and_enter_wants_the_field(paper: Paper, qtbot: QtBot) -> None:
    walked = []
    for _ in range(4):
        press(paper, Qt.Key.Key_Right)
        walked.append(here(paper))
    assert walked == ["Брагада", "Ана Соуза", "Брагада", "гылым"]

    press(paper, Qt.Key.Key_Left)
    with qtbot.waitSignal(paper.field_wanted) as wanted:
        press(paper, Qt.Key.Key_Return)

    assert wanted.args == ["event.place.name"]


def test_up_and_down_go_to_the_nearest_fact_of_another_line(paper: Paper) -> None:
    press(paper, Qt.Key.Key_Right)
    press(paper, Qt.Key.Key_Down)
    assert here(paper) == "Ана Соуза"

    press(paper, Qt.Key.Key_Up)
    assert here(paper) == "Брагада"


def test_the_first_arrow_begins_at_the_focused_field(paper: Paper) -> None:
    paper.light_up(spots_of(text(), Draft(), "programme[0].topics[0]"), scroll=False)

    press(paper, Qt.Key.Key_Left)

    assert here(paper) == "гылым"


def test_the_keyboard_stays_on_its_fact_while_the_text_changes(paper: Paper) -> None:
    press(paper, Qt.Key.Key_Right)
    press(paper, Qt.Key.Key_Right)

    paper.show_release(text(name="Гимарайншта"))

    assert here(paper) == "Ана Соуза"


def test_copying_takes_the_paragraph_with_its_slots_as_written(paper: Paper) -> None:
    shown = release(
        Block("p", BlockKind.PARAGRAPH, "Елшісі ⟦кім⟧ барды", (Origin(Span(7, 12), "people[0]", Source.GAP),))
    )
    paper.show_release(shown)

    press(paper, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QApplication.clipboard().text() == "Елшісі ⟦кім⟧ барды"


def test_copying_selected_words_takes_them_as_the_release_has_them(paper: Paper) -> None:
    gap = Origin(Span(7, 12), "people[0]", Source.GAP)
    paper.show_release(release(Block("p", BlockKind.PARAGRAPH, "Елшісі ⟦кім⟧ 😀 70%-ын", (gap,)), block("q", "Соңы")))
    paper.selectAll()

    press(paper, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QApplication.clipboard().text() == "Елшісі ⟦кім⟧ 😀 70%-ын\nСоңы"


def test_alt_enter_asks_for_the_popover_of_the_words_stood_on(paper: Paper, qtbot: QtBot) -> None:
    paper.show_findings([finding(text(), "Ана Соуза"), finding(text(), "гылым")])
    paper.light_up(spots_of(text(), Draft(), "programme[0].topics[0]"), scroll=False)
    press(paper, Qt.Key.Key_Right)

    with qtbot.waitSignal(paper.popover_wanted) as wanted:
        press(paper, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)

    assert wanted.args[0].text == "гылым"


def test_tab_leaves_the_page(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    paper, after = Paper(theme), QLineEdit()
    layout.addWidget(paper)
    layout.addWidget(after)
    window.show()
    paper.setFocus()
    assert window.focusWidget() is paper

    press(paper, Qt.Key.Key_Tab)

    assert window.focusWidget() is after


# --- scrolling -------------------------------------------------------------------------------------------------------


def test_words_out_of_sight_are_brought_to_a_third_of_the_height(paper: Paper, qtbot: QtBot) -> None:
    spots = [s for s in spots_of(text(), Draft(), "people[0]") if s.block > 5]

    paper.resize(640, 300)
    paper.light_up(spots)
    qtbot.waitUntil(lambda: paper._reading._glide.state() == paper._reading._glide.State.Stopped)

    y = point_of(paper, "end", "Соуза").y()
    bar = paper.verticalScrollBar()
    assert y == pytest.approx(100, abs=14) or bar.value() == bar.maximum()
    assert 0 < y < paper.viewport().height()


def test_words_comfortably_in_sight_do_not_scroll_the_page(paper: Paper, qtbot: QtBot) -> None:
    paper.light_up([s for s in spots_of(text(), Draft(), "people[0]") if s.block == 1])
    qtbot.wait(30)

    assert paper.verticalScrollBar().value() == 0


def test_of_two_places_the_one_that_was_clicked_stays_in_sight(paper: Paper, qtbot: QtBot) -> None:
    paper.verticalScrollBar().setValue(paper.verticalScrollBar().maximum())
    click(paper, point_of(paper, "end", "Соуза"))
    before = paper.verticalScrollBar().value()

    paper.light_up(spots_of(text(), Draft(), "people[0]"))
    qtbot.wait(260)

    assert abs(paper.verticalScrollBar().value() - before) < paper.viewport().height()
    assert 0 < point_of(paper, "end", "Соуза").y() < paper.viewport().height()
