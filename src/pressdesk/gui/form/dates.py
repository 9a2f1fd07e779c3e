"""A date, typed freely or chosen from a calendar."""

import datetime as dt
from functools import cache

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from pressdesk import data
from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.popover import Popover
from pressdesk.gui.form.simple import LineField
from pressdesk.gui.form.typed import read_date
from pressdesk.gui.kit.widgets import column
from pressdesk.language.language import languages
from pressdesk.language.settings import Settings, read
from pressdesk.model import paths
from pressdesk.model.fields import FieldSpec

_LOCALES = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}


class DateField(LineField):
    """A date. A text that is no date stays as it was typed and is no fact."""

    def __init__(self, context: FormContext, spec: FieldSpec, base: str = "") -> None:
        self._months = month_names()
        super().__init__(context, spec, base)
        tip = context.say("calendar")
        action = self.line.addAction(context.icons.icon("calendar", "text3"), self.line.ActionPosition.TrailingPosition)
        action.setToolTip(tip)
        action.triggered.connect(self.open_calendar)
        for button in self.line.findChildren(QToolButton):  # Qt gives the button in a line no name of its own
            button.setAccessibleName(tip)

    def shown(self, value: object) -> str:
        if not isinstance(value, dt.date):
            return ""
        return written(value, self.context.ui.language)

    def read(self, text: str) -> object:
        return read_date(text, self._months, dt.date.today())

    def sentence(self, text: str) -> str:
        return self.context.say("wrong.date", text=text)

    def open_calendar(self) -> None:
        """Shows a month to choose a day from (F4)."""
        value = paths.get(self.context.draft.facts, self.path)
        CalendarPopover(self.context, self, value if isinstance(value, dt.date) else dt.date.today()).open()

    def take(self, date: dt.date) -> None:
        """A day was chosen in the calendar."""
        self._wrong = ""
        self.context.put(self.path, date, typing=False)
        self.line.show_text(self.shown(date))
        self.complaints.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4:
            self.open_calendar()
        else:
            super().keyPressEvent(event)


class CalendarPopover(Popover):
    """One month."""

    def __init__(self, context: FormContext, field: DateField, date: dt.date) -> None:
        super().__init__(context, field.line, 330)
        self._field = field
        self.calendar = QCalendarWidget()
        self.calendar.setFont(context.theme.font("small"))
        self.calendar.setLocale(QLocale(_LOCALES.get(context.ui.language, "en-GB")))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.calendar.setSelectedDate(QDate(date.year, date.month, date.day))
        plain = QTextCharFormat()
        plain.setForeground(context.theme.color("text"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        self.calendar.setAccessibleName(field.name)
        self._name_buttons()
        self.calendar.activated.connect(self._chosen)
        self.calendar.clicked.connect(self._chosen)
        self.setLayout(column(self.calendar, margins=(8, 8, 8, 8)))

    def _name_buttons(self) -> None:
        for name, icon, key in (
            ("qt_calendar_prevmonth", "chevron-left", "month_before"),
            ("qt_calendar_nextmonth", "chevron-right", "month_after"),
        ):
            button = self.calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(self.context.icons.icon(icon, "text2"))
                button.setAccessibleName(self.context.say(key))
                button.setToolTip(self.context.say(key))

    def first_focus(self) -> None:
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _chosen(self, day: QDate) -> None:
        self._field.take(dt.date(day.year(), day.month(), day.day()))
        self.leave()


def month_names() -> tuple[tuple[str, ...], ...]:
    """For each month the names that any of the languages gives it, as they stand in a date."""
    tables = [_settings(tag).date.months for tag in languages()]
    return tuple(tuple(table[number] for table in tables) for number in range(12))


def written(date: dt.date, language: str) -> str:
    """The date in full, as the field shows it."""
    style, months = _settings(language).date.full, _settings(language).date.months
    named = {"day": date.day, "month": months[date.month - 1], "year": date.year}
    return style.format(**named, day2=f"{date.day:02}", month2=f"{date.month:02}")


@cache
def _settings(tag: str) -> Settings:
    # the settings alone: a form that only writes dates need not wait for a language's grammar
    return read(data.resources(tag, "language.toml"))
