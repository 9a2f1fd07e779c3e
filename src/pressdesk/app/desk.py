"""The desk: one draft, its history, and the four things one does with it. The window and the command line call this.

A draft is a value, so undo is keeping the old ones, and rendering is a function that may run in any thread.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pressdesk.app.places import Places
from pressdesk.model import paths
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Facts
from pressdesk.model.fields import ReleaseType
from pressdesk.model.house import House
from pressdesk.model.release import Release
from pressdesk.model.signoff import Issued
from pressdesk.render.pack import load_type, pack_folder
from pressdesk.render.render import render
from pressdesk.store.draft_file import open_draft, save_draft


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done outside the draft (a word kept, a rule switched off) that undo takes back all the same.

    Both raise a PressDeskError where they cannot, and have then done nothing.
    """

    do: Callable[[], object]
    undo: Callable[[], object]


@dataclass(frozen=True, slots=True)
class _Moment:
    draft: Draft
    step: str  # what led here, in the user's words
    merge: str  # edits with the same non-empty key become one step of undo
    deed: Deed | None = None  # what was done outside the draft


class Desk:
    """One open draft with its history.

    Attributes:
        path: the draft's file, None as long as it was never saved.
        places: the user's folders.
        house: the ministry's manners, None for the shipped ones.
    """

    def __init__(self, places: Places, draft: Draft | None = None, path: Path | None = None) -> None:
        self.places = places
        self.path = path
        self.house: House | None = None
        self._past: list[_Moment] = [_Moment(draft or Draft(), "", "")]
        self._future: list[_Moment] = []
        self._saved = self.draft if path else None
        self._brought = len(self.draft.record)  # the record of a draft without a file: nothing of it is new

    @property
    def draft(self) -> Draft:
        """The draft as it stands."""
        return self._past[-1].draft

    @property
    def kind(self) -> ReleaseType:
        """The draft's release type."""
        return load_type(pack_folder(self.draft.facts.type))

    @property
    def modified(self) -> bool:
        """Whether something was typed since the last save."""
        return self.draft is not self._saved

    @classmethod
    def open(cls, places: Places, path: Path) -> "Desk":
        """A desk with the draft of a file. DraftFileError says what is wrong with the file."""
        return cls(places, open_draft(path), path)

    def save(self, path: Path | None = None) -> None:
        """Writes the draft to its file, or to another that becomes its file."""
        target = path or self.path
        if target is None:
            raise ValueError("a draft that was never saved needs a path")
        save_draft(self.draft, target)
        self.path, self._saved = target, self.draft

    # --- editing -----------------------------------------------------------------------------------------------

    def change(self, draft: Draft, step: str, merge: str = "") -> None:
        """Makes `draft` the present. `step` names it for undo; the same `merge` key as before folds into one step.

        The record of final releases stays as it is, whatever draft comes: only `record` adds to it.
        """
        last = self._past[-1]
        if draft.record != last.draft.record:
            draft = dataclasses.replace(draft, record=last.draft.record)
        moment = _Moment(draft, step, merge)
        if merge and last.merge == merge and not self._future:
            self._past[-1] = moment
        else:
            self._past.append(moment)
        self._future.clear()

    def act(self, deed: Deed, step: str) -> None:
        """Does something outside the draft, as a step of its own. What it raises is raised, and there is no step."""
        deed.do()
        self._past.append(_Moment(self.draft, step, "", deed))
        self._future.clear()

    def record(self, release: Issued) -> None:
        """Adds a final release to the record of every step, those taken back included: undo never takes it away.

        What has gone out has gone out: undoing an edit that was made before must not make it look as if it had not.
        """

        def with_it(moment: _Moment) -> _Moment:
            draft = dataclasses.replace(moment.draft, record=(*moment.draft.record, release))
            return dataclasses.replace(moment, draft=draft)

        self._past = [with_it(moment) for moment in self._past]
        self._future = [with_it(moment) for moment in self._future]

    @property
    def owes_record(self) -> bool:
        """Whether a final release was recorded since the last save."""
        return len(self.draft.record) > (len(self._saved.record) if self._saved is not None else self._brought)

    def edit(self, change: Callable[[Facts], Facts], step: str, merge: str = "") -> None:
        """Changes the facts by a function."""
        self.change(self.draft.with_facts(change(self.draft.facts)), step, merge)

    def put(self, path: str, value: object, step: str = "", *, typing: bool = True) -> None:
        """Sets the fact at a path. Keystrokes in one field (`typing`) are one step of undo."""
        self.edit(lambda facts: paths.put(facts, path, value), step or path, merge=path if typing else "")

    def insert(self, path: str, value: object, step: str = "") -> None:
        """One more item in a list, at the place the path names."""
        self.edit(lambda facts: paths.insert(facts, path, value), step or path)

    def remove(self, path: str, step: str = "") -> None:
        """Takes an item out of its list."""
        self.edit(lambda facts: paths.remove(facts, path), step or path)

    def move(self, path: str, to: int, step: str = "") -> None:
        """Moves an item within its list."""
        self.edit(lambda facts: paths.move(facts, path, to), step or path)

    def seal(self) -> None:
        """Ends the running step of undo: the next keystroke begins another (a field lost the focus)."""
        last = self._past[-1]
        self._past[-1] = _Moment(last.draft, last.step, "", last.deed)

    @property
    def undo_step(self) -> str | None:
        """What undo would take back, None where there is nothing."""
        return self._past[-1].step if len(self._past) > 1 else None

    @property
    def redo_step(self) -> str | None:
        """What redo would bring again."""
        return self._future[-1].step if self._future else None

    def undo(self) -> None:
        """Takes the last step back. Raises what a deed outside the draft raises; then nothing is taken back."""
        if len(self._past) > 1:
            deed = self._past[-1].deed
            if deed is not None:
                deed.undo()
            self._future.append(self._past.pop())

    def redo(self) -> None:
        """Brings the step back that undo took. Raises as `undo` does."""
        if self._future:
            deed = self._future[-1].deed
            if deed is not None:
                deed.do()
            self._past.append(self._future.pop())

    # --- the finished text ---------------------------------------------------------------------------------------

    def release(self, language: str) -> Release:
        """The draft in one language. Pure and quick; safe in any thread when the draft is taken first."""
        return render(self.draft, language, self.house)
