"""`style check`: a press officer who writes a style file is told what is wrong, with file and line."""

from pathlib import Path

from tests.cli.conftest import Run

OURS = """[our-building]
check = "pattern"
severity = "hint"
kind = "style"
languages = ["en"]
pattern = '\\bHouse of Ministries\\b'
put = "Government House"
message.en = "“{text}” is called “{put}”"
bad.en = ["in the House of Ministries"]
good.en = ["in Government House"]
source = "our own"
"""


def test_a_file_that_holds_is_told_by_the_exit_code(pressdesk: Run, tmp_path: Path) -> None:
    path = tmp_path / "style.toml"
    path.write_text(OURS + '[first-person]\noff = true\n[calque]\nseverity = "error"\n', encoding="utf-8")

    done = pressdesk("style", "check", str(path))

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_examples_that_do_not_hold_are_named_with_their_lines(pressdesk: Run, tmp_path: Path) -> None:
    path = tmp_path / "style.toml"
    text = OURS.replace('bad.en = ["in the House', 'bad.en = ["in a House').replace("in Government House", "x")
    path.write_text(
        text.replace("bHouse of Ministries", "bHouse of Minstries") + "[headline-length]\nlimit = 5\n", "utf-8"
    )

    done = pressdesk("style", "check", str(path))

    assert done.returncode == 1
    assert f"{path}:9: [our-building] en: the bad example is not found: “in a House of Ministries”." in done.stdout
    assert (
        f"{path}:12: [headline-length]: changed without examples of its own, so it was not tried. (hint)" in done.stdout
    )


def test_a_fault_is_a_finding_and_a_file_that_is_not_there_is_refused(pressdesk: Run, tmp_path: Path) -> None:
    path = tmp_path / "style.toml"
    path.write_text("[dash]\nlimt = 3\n", encoding="utf-8")

    faulty, gone = pressdesk("style", "check", str(path)), pressdesk("style", "check", str(tmp_path / "gone.toml"))

    assert faulty.returncode == 1
    assert faulty.stdout.startswith(f"{path}:2: [dash]: the check “pattern” knows no “limt”; it takes")
    assert gone.returncode == 2
    assert "there is no such file; name a style file." in gone.stderr
