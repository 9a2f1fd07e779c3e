"""What stands beside the tables: titles over time, stored exceptions, where the entry is used, the two versions."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from pressdesk.app.register.merge import Take, differences
from pressdesk.gui.kit.widgets import FlowLayout, Make, column, holder, row
from pressdesk.gui.register.keeper import Keeper
from pressdesk.gui.register.rows import title_line
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Title
from pressdesk.model.register import Card, Post, Record, Rival
from pressdesk.render.pack import load_type, pack_folder
from pressdesk.text.messages import Messages


def card(make: Make, title: str, *spots: object, note: str = "") -> QFrame:
    """A card with a heading and what stands below it."""
    head = row(make.label(title, "strong"), None, *([make.label(note, "small", "text2")] if note else []))
    return make.frame(column(head, *spots, spacing=6, margins=(14, 10, 14, 12)), card=True)  # type: ignore[arg-type]


class PostsCard(QFrame):
    """A person's titles with their days.

    Signals:
        changed(Record): a title was added, taken out, or its days changed.
    """

    changed = Signal(object)

    def __init__(self, make: Make, ui: Messages, record: Record, keeper: Keeper) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._make, self._ui, self._record = make, ui, record
        self.add = make.button(ui.say("register.add_post"), "ghost", "plus", self._add)
        body = column(
            row(make.label(ui.say("register.posts"), "strong"), None, self.add), spacing=6, margins=(14, 10, 14, 12)
        )
        for number, post in enumerate(record.posts):
            body.addWidget(self._post(number, post, title_line(record, keeper, ui, number)))
        self.setLayout(body)

    def _post(self, number: int, post: Post, line: str) -> QFrame:
        make, say = self._make, self._ui.say
        tag = self._ui.language
        words = QLineEdit(post.title.text.get(tag, "") or line)
        words.setProperty("cell", True)
        words.setFont(make.theme.font("body"))
        words.setCursorPosition(0)
        words.setAccessibleName(f"{say('register.post_text')}, {tag}")
        words.setToolTip(line)
        words.editingFinished.connect(lambda: self._worded(number, tag, words.text(), line))
        days = [
            self._day(number, "from_", post.from_, say("register.from")),
            self._day(number, "until", post.until, say("register.until")),
        ]
        drop = make.icon_button(
            "x",
            say("form.remove", what=line or say("register.posts")),
            partial(self._drop, number),
            size=26,
            icon_size=12,
        )
        grey = [make.label(line, "small", "text2", wrap=True)] if line and line != words.text() else []
        when = row(days[0], make.label("–", "small", "text2"), days[1], None, drop, spacing=6)
        return make.frame(column(words, *grey, when, spacing=2))

    def _day(self, number: int, name: str, value: dt.date | None, label: str) -> QLineEdit:
        edit = QLineEdit(value.isoformat() if value else "")
        edit.setProperty("cell", True)
        edit.setFont(self._make.theme.font("small"))
        edit.setPlaceholderText(self._ui.say("register.day_hint"))
        edit.setAccessibleName(label)
        edit.setFixedWidth(self._make.theme.px(102))
        edit.editingFinished.connect(lambda: self._dated(number, name, edit))
        return edit

    def _dated(self, number: int, name: str, edit: QLineEdit) -> None:
        text = edit.text().strip()
        try:
            day = dt.date.fromisoformat(text) if text else None
        except ValueError:
            edit.setProperty("state", "error")
            edit.setToolTip(self._ui.say("register.day_wrong", text=text))
            edit.setAccessibleDescription(edit.toolTip())
            edit.style().polish(edit)
            return
        changes: dict[str, dt.date | None] = {name: day}
        self._put(number, dataclasses.replace(self._record.posts[number], **changes))  # type: ignore[arg-type]

    def _worded(self, number: int, tag: str, text: str, line: str) -> None:
        post, words = self._record.posts[number], " ".join(text.split())
        if words == line and not post.title.text.get(tag):
            return
        said = {**post.title.text, tag: words} if words else {k: v for k, v in post.title.text.items() if k != tag}
        self._put(number, dataclasses.replace(post, title=dataclasses.replace(post.title, text=said)))

    def _add(self) -> None:
        self._give((Post(title=Title()), *self._record.posts))

    def _drop(self, number: int) -> None:
        self._give(tuple(post for at, post in enumerate(self._record.posts) if at != number))

    def _put(self, number: int, post: Post) -> None:
        posts = self._record.posts
        if posts[number] != post:
            self._give((*posts[:number], post, *posts[number + 1 :]))

    def _give(self, posts: tuple[Post, ...]) -> None:
        self._record = dataclasses.replace(self._record, posts=posts)
        self.changed.emit(self._record)


def exceptions_card(make: Make, ui: Messages, record: Record, changed: Callable[[Record], object]) -> QFrame | None:
    """The stored exceptions as chips, each with a ×; None where there are none."""
    what = record.what
    if isinstance(what, Card):
        return None
    flow = FlowLayout(6)
    for tag in ("kk", "ru", "en", "pt"):
        traits = getattr(what, tag)
        for f in dataclasses.fields(traits):
            value = getattr(traits, f.name)
            items = value.items() if f.name in ("forms", "prepositions") else [("", value)]
            for key, words in items:
                if words in ("", False, None):
                    continue
                name = f"{tag} {key or f.name}" + ("" if words is True else f": {words}")
                without = {k: v for k, v in value.items() if k != key} if key else type(value)()
                fresh = dataclasses.replace(what, **{tag: dataclasses.replace(traits, **{f.name: without})})
                chip = make.chip(name, removable=True, remove_name=ui.say("form.remove", what=name))
                chip.removed.connect(partial(changed, record.with_what(fresh)))
                flow.addWidget(chip)
    if not flow.count():
        return None
    return card(make, ui.say("register.exceptions"), holder(flow))


def used_card(
    make: Make, ui: Messages, drafts: Iterable[tuple[Path | None, Draft]], wanted: Callable[[Path | None], object]
) -> QFrame:
    """The drafts that name the entry; a click opens one."""
    from pressdesk.gui.shell.titles import draft_title

    found = list(drafts)
    links = []
    for path, draft in found:
        title = draft_title(draft, load_type(pack_folder(draft.facts.type)), ui)
        link = make.button(title, "link", clicked=partial(wanted, path))
        link.setToolTip(str(path or ""))
        links.append(row(link, None))
    none = [] if links else [make.label(ui.say("register.unused"), "small", "text2", wrap=True)]
    note = ui.say("register.drafts", n=len(found)) if found else ""
    return card(make, ui.say("register.used"), *links, *none, note=note)


def _place(path: str, ui: Messages) -> str:
    """A place within a record in the window's words: `person.given.ru` is «Имя, ru»; unknown ones stay as they are."""
    parts = [part for part in path.split(".") if part != "text"]
    for number, part in enumerate(parts):
        key = next((k for k in (f"register.column.{part}", f"register.{part}") if ui.has(k)), "")
        if key:
            return ", ".join((ui.say(key), *parts[number + 1 :]))
    return path


class RivalBox(QFrame):
    """Two versions of an entry side by side, to choose from.

    Signals:
        chosen(Take): what was chosen.
    """

    chosen = Signal(object)

    def __init__(self, make: Make, ui: Messages, record: Record, rival: Rival) -> None:
        super().__init__()
        self.setObjectName("harmony")
        say = ui.say
        lines = []
        for place, mine, theirs in differences(record, rival.record):
            empty = say("register.empty_value")
            words = f"{_place(place, ui)}:  {mine or empty}  →  {theirs or empty}"
            lines.append(make.label(words, "small", wrap=True))
        takes = (("mine", Take.MINE, ""), ("theirs", Take.THEIRS, ""), ("both", Take.BOTH, ""))
        buttons = [
            make.button(say(f"register.{key}"), kind, clicked=partial(self.chosen.emit, take))
            for key, take, kind in takes
        ]
        title = make.label(say("register.conflict", origin=rival.origin), "strong", wrap=True)
        head = row(make.icon_label("triangle-alert", "warn", 16), title)
        head.setStretchFactor(title, 1)
        self.setLayout(column(head, *lines, row(*buttons, None), spacing=6, margins=(14, 10, 14, 12)))
        self.setAccessibleName(title.text())
