"""What the window's process and the checkers' process say to each other: pickled values, each with its length before.

Both ends are this program, one started by the other over a pipe that nobody else can write to.
"""

import dataclasses
import pickle
import struct
from dataclasses import dataclass
from typing import IO, Any

from pressdesk.model.draft import Draft
from pressdesk.model.release import Release

_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Begin:
    """The first message: the user's folders, and the window's language."""

    places: Any
    ui_language: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A question: a method of `target` with its arguments."""

    target: Any
    method: str
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it: a value, or an error that the checkers raise, or the words of a mistake of the program."""

    value: Any = None
    error: BaseException | None = None
    broken: str = ""


def write(stream: IO[bytes], message: object) -> None:
    """Sends one message. OSError where nobody reads any more."""
    packed = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(packed)))
    stream.write(packed)
    stream.flush()


def read(stream: IO[bytes]) -> Any:
    """The next message. EOFError where the other end is gone."""
    head = _exactly(stream, _LENGTH.size)
    return pickle.loads(_exactly(stream, _LENGTH.unpack(head)[0]))


def _exactly(stream: IO[bytes], count: int) -> bytes:
    found = stream.read(count)
    if found is None or len(found) < count:
        raise EOFError("the other process is gone")
    return found


def light(value: object) -> Any:
    """A value without the bytes of its pictures, which no checker looks at and which would take long to send."""
    if isinstance(value, Draft) and value.images:
        return dataclasses.replace(value, images=dict.fromkeys(value.images, b""))
    if isinstance(value, Release) and value.photo is not None:
        return dataclasses.replace(value, photo=dataclasses.replace(value.photo, content=b""))
    if isinstance(value, tuple) and any(isinstance(item, Release) for item in value):
        return tuple(light(item) for item in value)
    return value
