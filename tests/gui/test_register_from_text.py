"""«Add to the register» on an inflected name: the entry opens in the nominative, ready to be typed in, and says so."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from pressdesk.gui.main_window import MainWindow
from pressdesk.model.facts import Person
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.text.spans import Span


def test_an_inflected_name_opens_in_the_nominative_with_the_keyboard_in_its_first_field(
    make_window: Callable[..., MainWindow],
) -> None:
    window = make_window(language="ru")
    window.run("text")
    finding = Finding(
        None, Span(0, 9), "Батыржана", "lt.ru.MORFOLOGIK_RULE_RU_RU", Kind.SPELLING, Severity.HINT, "", (), "lt",
        language="ru",
    )  # fmt: skip

    assert window.text.judge.add_to_register(finding)

    view = window.register.view
    assert view is not None
    record = view.detail.record
    assert record is not None
    assert isinstance(record.what, Person)
    assert record.what.given == {"ru": "Батыржан"}
    assert view.detail.words is not None
    assert QApplication.focusWidget() is next(iter(view.detail.words.fields.values()))
    assert "«Батыржана»" in window.banner.text, "that it stood in a case is told"
