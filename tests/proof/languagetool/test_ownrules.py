"""The folder of own rules: what is put on the class path, and what is left out with its file and line."""

from pathlib import Path

from pressdesk.proof.languagetool.java import command
from pressdesk.proof.languagetool.ownrules import own_rules_folder, read_own_rules, rule_files

RULES = '<?xml version="1.0"?>\n<rules lang="{0}">\n</rules>\n'


def put(root: Path, language: str, text: str, name: str = "grammar_custom.xml") -> Path:
    file = root / language / "org" / "languagetool" / "rules" / language / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_each_language_has_a_folder_of_its_own_before_the_jars(tmp_path: Path) -> None:
    put(tmp_path, "en", RULES.format("en"))
    put(tmp_path, "ru", RULES.format("ru"))

    own = read_own_rules(tmp_path)
    words = command(Path("java"), [Path("a.jar")], 1, tuple(own.folders.values()))

    assert own.folders == {"en": tmp_path / "en", "ru": tmp_path / "ru"}
    assert not own.faults
    assert words[words.index("-cp") + 1].split(":") == [str(tmp_path / "en"), str(tmp_path / "ru"), "a.jar"]


def test_a_damaged_file_leaves_out_its_language_alone_and_is_named_with_its_line(tmp_path: Path) -> None:
    file = put(tmp_path, "en", RULES.format("en").replace("</rules>", "<rule>"))
    put(tmp_path, "ru", RULES.format("ru"))

    own = read_own_rules(tmp_path)

    assert list(own.folders) == ["ru"]
    (fault,) = own.faults
    assert (fault.language, fault.file, fault.line, fault.state) == ("en", file, 4, "rules_damaged")


def test_what_is_no_rule_file_is_left_out_too(tmp_path: Path) -> None:
    put(tmp_path, "en", '<?xml version="1.0"?>\n<rows/>\n')
    put(tmp_path, "ru", "")
    put(tmp_path, "pt", RULES.format("pt"), "mine.xml")

    states = {fault.language: fault.state for fault in read_own_rules(tmp_path).faults}

    assert states == {"en": "rules_damaged", "ru": "rules_damaged", "pt": "rules_name"}


def test_a_folder_that_is_not_there_holds_no_rules(tmp_path: Path) -> None:
    assert read_own_rules(tmp_path / "none").folders == {}


def test_the_shipped_rules_can_all_be_read() -> None:
    own = read_own_rules(own_rules_folder())

    assert not own.faults
    assert {"en", "pt"} <= set(own.folders)
    assert all(rule_files(own_rules_folder(), language) for language in own.folders)
