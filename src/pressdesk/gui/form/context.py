"""What every editor of the form is given: the bridge, the languages, the latest draft and texts."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint

from pressdesk.app.register.layers import Layers
from pressdesk.errors import PressDeskError
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.form.describe import Describer
from pressdesk.gui.kit.icons import Icons
from pressdesk.gui.kit.theme import Theme
from pressdesk.model.check import Problem
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Entry
from pressdesk.model.fields import FieldKind, ReleaseType
from pressdesk.model.findings import Finding
from pressdesk.model.release import Release
from pressdesk.text.messages import Messages


class FormContext:
    """Passed down to every editor. It knows no widget.

    Attributes:
        bridge: the way to the desk.
        kind: the release type that the form is made from.
        make: builds small widgets.
        open_path: asks the form to show and focus the field at a path (a person's chip opens the person).
        reveal: asks the form to scroll on while something is dragged to its edge; a place on the screen.
    """

    def __init__(self, bridge: Bridge, kind: ReleaseType) -> None:
        self.bridge, self.kind = bridge, kind
        self.make = bridge.make
        self.open_path: Callable[[str], object] = lambda path: None
        self.reveal: Callable[[QPoint], object] = lambda spot: None
        self._told = ""

    @property
    def draft(self) -> Draft:
        """The draft as it stands."""
        return self.bridge.desk.draft

    @property
    def ui(self) -> Messages:
        """The window's sentences."""
        return self.bridge.ui

    @property
    def theme(self) -> Theme:
        """Colours and sizes."""
        return self.bridge.theme

    @property
    def icons(self) -> Icons:
        """Icons in the theme's colours."""
        return self.bridge.icons

    @property
    def releases(self) -> Mapping[str, Release]:
        """The latest text by language, for «Мәтінде»."""
        return self.bridge.releases

    @property
    def findings(self) -> Mapping[str, tuple[Finding, ...]]:
        """The latest findings by language."""
        return self.bridge.findings

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the draft is made in, in its own order; those of the release type where it names none."""
        return self.draft.facts.languages or self.bridge.languages

    @property
    def primary(self) -> str:
        """The language shown where there is room for one: the window's, else the draft's first."""
        languages = self.languages
        return self.ui.language if self.ui.language in languages else languages[0]

    def say(self, key: str, **args: object) -> str:
        """A sentence of the form, in the window's language."""
        return self.ui.say(f"form.{key}", **args)

    def sentence(self, problem: Problem) -> str:
        """What a problem says, in the window's language."""
        args = {k: self.ui.pick(v) if isinstance(v, Mapping) else v for k, v in problem.args.items()}
        return self.ui.say(problem.key, **args)

    def reason(self, note: str) -> str:
        """Why a form was guessed, in the window's language."""
        return self.ui.reason(note)

    def register(self, kind: str, query: str) -> list[Entry]:
        """Entries of the register for what is typed; a register that cannot be read is told once and offers nothing."""
        try:
            return self.layers().offers(kind, query, self.draft)
        except PressDeskError as error:
            self.fail(error)
            return []

    def layers(self) -> Layers:
        """The register as it is now. Why the user's own cannot be read is told once, the shipped one offers on."""
        layers = Layers.at(self.bridge.desk.places)
        if layers.complaint is not None and str(layers.complaint) != self._told:
            self._told = str(layers.complaint)
            self.fail(layers.complaint)
        return layers

    def has_list(self, name: str) -> bool:
        """Whether the form has a list of its own for people, organisations or countries."""
        return any(f.path == name and f.kind is FieldKind.LIST for f in self.kind.fields())

    def describer(self, draft: Draft | None = None) -> Describer:
        """Describes facts of the draft."""
        return Describer(draft or self.draft, self.ui, self.languages)

    def put(self, path: str, value: object, *, typing: bool = True) -> None:
        """Sets the fact at a path; keystrokes in one field are one step of undo."""
        self.bridge.put(path, value, typing=typing)

    def change(self, change: Callable[[Draft], Draft], step: str, merge: str = "") -> None:
        """Changes several places in one step of undo."""
        self.bridge.change(change(self.draft), step, merge)

    def fail(self, error: PressDeskError) -> None:
        """Hands an error to the window."""
        self.bridge.failed.emit(error)
