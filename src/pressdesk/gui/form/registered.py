"""The register within the form: what it offers while a name is typed, and «Add to the register»."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QSizePolicy

from pressdesk.app.register.bring import bring, day_of
from pressdesk.app.register.fill import fill, kinds_at
from pressdesk.app.register.layers import Layers
from pressdesk.app.register.learn import learn
from pressdesk.app.register.own import OwnRegister
from pressdesk.errors import PressDeskError
from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.offers import Offer
from pressdesk.gui.kit.widgets import restyle
from pressdesk.model import paths
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Country, Organisation, Person, Place, Text
from pressdesk.model.register import Record

ICONS = {"person": "user", "organisation": "building-2", "country": "globe", "place": "map-pin"}
LEAST = 2  # letters before names are offered within a cell
MOST = 40  # offers at once: more is no choice
QUIET = 300  # milliseconds after the last keystroke


def offers_at(context: FormContext, path: str, query: str, step: str) -> Sequence[Offer]:
    """What the register has for a name being typed at a path; choosing one brings the whole record."""
    kinds = kinds_at(path)
    if not kinds or len(query) < LEAST:
        return ()
    layers = context.layers()
    found = layers.find(query, kinds)[:MOST]
    return [_offer(context, layers, record, partial(_fill, context, path, record, step)) for record in found]


def party_offers(
    context: FormContext, kinds: Sequence[str], query: str, chosen: Callable[[Draft, str], Draft], step: str
) -> list[Offer]:
    """People, organisations or countries of the register that the draft does not have yet.

    `chosen` puts the id of whoever has come into the draft where it was asked for.
    """
    layers, draft = context.layers(), context.draft
    made: list[Offer] = []
    for record in layers.find(query, tuple(kinds)):
        grown, _ = bring(draft, record, layers, day_of(draft))
        if grown is draft:
            continue  # somebody of the draft, who is offered already

        def choose(record: Record = record) -> None:
            def change(now: Draft) -> Draft:
                return chosen(*bring(now, record, layers, day_of(now)))

            context.change(change, step)

        made.append(_offer(context, layers, record, choose))
        if len(made) == MOST:
            break
    return made


def _offer(context: FormContext, layers: Layers, record: Record, choose: Callable[[], object]) -> Offer:
    shown = context.describer().words(record.names)
    return Offer(shown, choose, note_of(context, layers, record), ICONS.get(record.kind, "book-open"))


def note_of(context: FormContext, layers: Layers, record: Record) -> str:
    """Which of several that are called alike: a person's post and organisation, a city's country."""
    words, what = context.describer().words, record.what
    parts: list[Text] = []
    if isinstance(what, Person):
        title = record.title(day_of(context.draft))
        parts = [title.text, _names(layers, title.org or title.of)]
    elif isinstance(what, Organisation):
        parts = [what.short]
    elif isinstance(what, Place):
        parts = [_names(layers, what.country)]
    shown = words(record.names)
    return " · ".join(said for said in map(words, parts) if said and said != shown)


def _names(layers: Layers, record_id: str) -> Text:
    record = layers.record(record_id) if record_id else None
    return record.names if record is not None else {}


def _fill(context: FormContext, path: str, record: Record, step: str) -> None:
    layers = context.layers()
    context.change(lambda draft: fill(draft, path, record, layers), step)


class KeepButton(QPushButton):
    """«Add to the register» for what stands at a path; says «Update» or «In the register» where it is known."""

    def __init__(self, context: FormContext, path: Callable[[], str], kind: str = "") -> None:
        super().__init__()
        self._context, self._path, self._kind = context, path, kind
        self.setProperty("kind", "quiet")
        self.setFont(context.theme.font("label", 500))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.clicked.connect(self._keep)
        self._later = QTimer(self, singleShot=True, interval=QUIET)
        self._later.timeout.connect(self.restate)
        context.bridge.draft_changed.connect(self._heard)
        context.bridge.findings_ready.connect(self._heard)  # after the register was left, all is checked anew
        self._state = ""
        self.restate()

    def _heard(self, *_: object) -> None:
        self._later.start()

    def restate(self) -> None:
        """Looks again whether the register knows this, and just so."""
        state = self._known()
        if state == self._state:
            return
        self._state = state
        say = self._context.say
        self.setText(say(f"keep.{state}"))
        self.setToolTip(say(f"keep_tip.{state}"))
        icon = "check" if state == "known" else "book-plus"
        self.setIcon(self._context.icons.icon(icon, "text2", 16, disabled="text3"))
        self.setEnabled(state in ("new", "changed"))
        restyle(self)

    def _known(self) -> str:
        """ "new", "changed", "known", or "nothing" where no name was typed yet."""
        layers = self._context.layers()
        try:
            book, record = learn(self._context.draft, self._path(), layers, dt.date.today(), self._kind)
        except (KeyError, PressDeskError):
            return "nothing"
        if book == layers.own or layers.record(record.id) == record:
            return "known"
        return "changed" if layers.record(record.id) is not None else "new"

    def _keep(self) -> None:
        draft, path = self._context.draft, self._path()
        today = dt.date.today()
        try:
            OwnRegister(self._context.bridge.desk.places).change(
                lambda book: learn(draft, path, Layers(book), today, self._kind)[0]
            )
        except PressDeskError as error:
            self._context.fail(error)
        self.restate()


def keepable(path: str, draft: Draft) -> bool:
    """Whether what stands at a path can be an entry of the register of its own."""
    return isinstance(paths.get(draft.facts, path), Person | Organisation | Country)
