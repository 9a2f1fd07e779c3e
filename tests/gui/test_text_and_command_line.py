"""The window of any text and `pressdesk check` say the same of the same text."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.gui.main_window import MainWindow

pytestmark = pytest.mark.slow

MIXED = """Елші Порту қаласына барды

Кездесу соңында тараптар гылым саласындагы байланыстарды "жаңа деңгейге" көтеруге уағдаласты.

Посол посетил город Порту с рабочим визитом

Стороны обсудили проект "Зелёный город" , а также торговлю в ходе встречи с мэром.

Ambassador of Kazakhstan pays a working visit to Porto

The sides discussed trade -  and the current state of transport and logistics at the meeting.
"""


def test_a_mixed_text_has_the_same_findings_in_the_window_and_on_the_command_line(
    make_window: Callable[..., MainWindow],
    places: Places,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    path = tmp_path / "mixed.txt"
    path.write_text(MIXED, encoding="utf-8")
    checker = Proofing(places, "kk")
    try:
        window = make_window(checker=checker)
        window.run("text")
        view = window.text.view
        assert view is not None
        view.show_text(MIXED)
        lanes = view.checking
        assert lanes is not None
        qtbot.waitUntil(lambda: not (view._quiet.isActive() or lanes.busy or view._list.isActive()), timeout=20000)
        rows = [(f.text, f.rule, f.language, f.severity.value) for _, f in view.rows()]
    finally:
        checker.close()

    command = [sys.executable, "-m", "pressdesk", "--home", str(tmp_path / "home"), "check", str(path)]
    done = subprocess.run([*command, "--format", "json"], capture_output=True, check=False)

    told = json.loads(done.stdout)["findings"]
    assert sorted(rows) == sorted((f["text"], f["rule"], f["language"], f["severity"]) for f in told)
    assert len(rows) > 4
