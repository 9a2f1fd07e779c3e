"""The checkers' process: answers questions until its standard input ends. Start at `main`; `process.py` starts it."""

import contextlib
import os
import pickle
import signal
import sys
import traceback
from typing import IO

from pressdesk.app.beside.messages import Answer, Ask, Begin, read, write
from pressdesk.app.proofing import Proofing
from pressdesk.app.text_check import TextCheck
from pressdesk.errors import PressDeskError

FLAG = "--checkers"
"""A frozen program has no interpreter to run this module: it starts itself with this flag, which entry.py answers."""
KINDNESS = 5  # Unix's "nice": whoever types goes before whoever checks


def main() -> int:
    """Reads questions from standard input and writes answers to standard output."""
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not stand between the answers
    with contextlib.suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the window, whose end ends this too
    with contextlib.suppress(AttributeError, OSError):
        os.nice(KINDNESS)
    try:
        begin = read(questions)
        if isinstance(begin, Begin):
            _serve(begin, questions, answers)
    except (EOFError, OSError):
        return 0
    return 1


def _serve(begin: Begin, questions: IO[bytes], answers: IO[bytes]) -> None:
    proofing = Proofing(begin.places, begin.ui_language)
    texts: dict[str, TextCheck] = {}
    try:
        while True:
            ask = read(questions)
            write(answers, _answer(ask, proofing, texts))
    finally:
        proofing.close()


def _answer(ask: Ask, proofing: Proofing, texts: dict[str, TextCheck]) -> Answer:
    try:
        target: object = proofing
        if ask.target is not None:
            key = repr(ask.target)  # a house holds tables by language, which have no hash
            target = texts.setdefault(key, proofing.text_check(*ask.target))
        return Answer(getattr(target, ask.method)(*ask.arguments))
    except PressDeskError as error:
        return Answer(error=_portable(error))
    except Exception:  # noqa: BLE001  (a mistake of the program: it is seen where the window's own mistakes are)
        return Answer(broken=traceback.format_exc())


def _portable(error: PressDeskError) -> PressDeskError:
    """The error, or one with the same sentence where it cannot be sent as it is."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # noqa: BLE001  (whatever its constructor asks for)
        return PressDeskError(str(error))
    return error


if __name__ == "__main__":
    sys.exit(main())
