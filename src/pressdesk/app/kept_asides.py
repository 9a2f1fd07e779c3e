"""What somebody ignored in texts that came from files, remembered by the file. Start at `KeptAsides`.

A small file beside the crash copies: for each text its path, the rules and the few words that tell each place again
(`model/asides.py`), and nothing else of the text. The path "" is the text that the crash copy keeps.
"""

import contextlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pressdesk.app.places import Places
from pressdesk.errors import DraftFileError, FactsError
from pressdesk.model.asides import Aside
from pressdesk.model.codec import decode, encode
from pressdesk.store import atomic
from pressdesk.store.lock import held

FORMAT = 1
MOST = 200  # files; those that were not looked at for longest are forgotten
_Texts = dict[str, list[Any]]


class KeptAsides:
    """What is ignored in each text. It is a convenience: where the file cannot be read or written nothing is said."""

    def __init__(self, places: Places) -> None:
        self.path: Path = places.recovery / "ignored.json"

    def of(self, text: Path | None) -> tuple[Aside, ...]:
        """What is ignored in the text of a file; None for the text of the crash copy."""
        try:
            return tuple(decode(Aside, raw) for raw in self._read().get(_key(text), []))
        except FactsError:
            return ()

    def keep(self, text: Path | None, asides: Sequence[Aside]) -> None:
        """Remembers what is ignored in a text, in the place of what was."""
        key = _key(text)

        def change(texts: _Texts) -> None:
            texts.pop(key, None)
            if asides:
                texts[key] = [encode(aside) for aside in asides]

        self._change(change)

    def _change(self, change: Callable[[_Texts], None]) -> None:
        with contextlib.suppress(OSError, DraftFileError), held(self.path):
            before = self._read()
            texts = dict(before)
            change(texts)
            if texts == before:
                return
            for old in list(texts)[:-MOST]:
                del texts[old]
            made = {"format": FORMAT, "texts": [{"path": path, "ignored": some} for path, some in texts.items()]}
            atomic.write(self.path, (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))

    def _read(self) -> _Texts:
        """By path, the one changed last at the end; {} where there is nothing, or nothing that can be read."""
        try:
            raw = json.loads(self.path.read_text(encoding="utf-8"))
            if raw["format"] != FORMAT:
                return {}
            return {str(text["path"]): list(text["ignored"]) for text in raw["texts"]}
        except (OSError, ValueError, KeyError, TypeError):
            return {}


def _key(text: Path | None) -> str:
    return str(text.absolute()) if text is not None else ""
