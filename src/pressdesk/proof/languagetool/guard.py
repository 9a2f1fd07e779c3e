"""Starts one program and ends it when the starter is gone, even after kill -9: our end of its pipe then closes.

Run as a script by the plain interpreter, so it imports nothing of PressDesk: `python guard.py PROGRAM ARGUMENT...`.
The program's process id is the one line it prints; exit code 127 and no line: the program could not be started.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import NoReturn

NOT_STARTED = 127
FLAG = "--languagetool-guard"
"""A frozen program has no interpreter to run this file: it is started itself with this flag, which entry.py answers."""


def main(command: list[str]) -> int:
    """Starts `command`, waits until it or our standard input ends, and returns its exit code."""
    with contextlib.suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the starter; the program gets its own
    quiet = subprocess.DEVNULL  # what the program prints may hold words of the text
    try:
        program = subprocess.Popen(
            command,
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            preexec_fn=_die_with_the_guard(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return NOT_STARTED
    with contextlib.suppress(OSError):
        os.write(1, b"%d\n" % program.pid)
    signal.signal(signal.SIGTERM, lambda *_: program.kill())
    threading.Thread(target=_watch, args=(program,), daemon=True).start()
    return program.wait()


def _watch(program: "subprocess.Popen[bytes]") -> None:
    with contextlib.suppress(OSError):
        while os.read(0, 4096):
            pass
    program.kill()  # it has nothing to save, and a stopped one would not heed a gentler word


def _die_with_the_guard() -> Callable[[], object] | None:
    """On Linux the kernel ends the program when the guard is killed as well (`killall -9 python3` takes both)."""
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    pr_set_pdeathsig = 1  # <sys/prctl.h>
    library = ctypes.CDLL(None)
    return lambda: library.prctl(pr_set_pdeathsig, signal.SIGKILL)


def run_and_leave(command: list[str]) -> NoReturn:
    """`main`, then out at once: the watching thread still sits in read(), and nothing here wants flushing."""
    os._exit(main(command) & 0xFF)


if __name__ == "__main__":
    run_and_leave(sys.argv[1:])
