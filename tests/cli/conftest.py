"""The command line as a person meets it: a process of its own, an exit code, two streams."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


@pytest.fixture
def pressdesk(tmp_path: Path) -> Run:
    """Runs `pressdesk ARGS` in an empty folder and an empty home, in a locale without UTF-8."""
    environment = {**os.environ, "PRESSDESK_HOME": str(tmp_path / "home"), "LC_ALL": "C", "PYTHONUTF8": "0"}
    environment.pop("DISPLAY", None)

    def run(*arguments: str, stdin: str = "") -> Done:
        return subprocess.run(
            [sys.executable, "-m", "pressdesk", *arguments],
            cwd=tmp_path,
            env=environment,
            input=stdin,
            encoding="utf-8",
            capture_output=True,
            check=False,
        )

    return run
