"""A ministry's style file: which one holds, and what switching a rule off and on writes into it."""

from collections import Counter
from pathlib import Path

import pytest

from pressdesk.app import settings, style_file
from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.app.settings import Settings
from pressdesk.errors import HouseError
from pressdesk.model.findings import Severity

OURS = """# what the board decided
[headline-length]   # in May
limit.kk = 110

[languagetool]
off.en = ["A_RULE", # a false alarm
  "ANOTHER"]
"""
RULES = ("style.dash", "style.headline-length", "lt.en.THIRD", "lt.ru.COMMA", "kk.doubled-word", "agreement.order")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    found = Places.at(tmp_path)
    found.config.mkdir(parents=True)
    return found


def ours(places: Places, text: str = OURS) -> Path:
    path = places.config / "style.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_rule_that_is_switched_off_is_listed_and_one_that_is_switched_on_again_leaves_no_trace(
    places: Places,
) -> None:
    path = ours(places)
    for rule in RULES:
        style_file.switch_off(places, rule)

    assert set(style_file.switched_off(places)) == {*RULES, "lt.en.A_RULE", "lt.en.ANOTHER"}
    text = path.read_text(encoding="utf-8")
    assert all(line in text.split("\n") for line in OURS.split("\n")[:3])
    for rule in RULES:
        style_file.switch_off(places, rule, on=True)

    assert path.read_text(encoding="utf-8") == OURS


def test_the_first_switch_begins_a_file_and_the_last_one_back_removes_it(places: Places) -> None:
    path = style_file.switch_off(places, "lt.pt.A_RULE")
    style_file.switch_off(places, "style.first-person")

    assert path == places.config / "style.toml"
    style_file.switch_off(places, "lt.pt.A_RULE", on=True)
    style_file.switch_off(places, "style.first-person", on=True)

    assert not path.exists()


def test_switching_off_twice_is_switching_off_once(places: Places) -> None:
    path = style_file.switch_off(places, "kk.doubled-word")
    once = path.read_text(encoding="utf-8")
    style_file.switch_off(places, "kk.doubled-word")

    assert path.read_text(encoding="utf-8") == once
    style_file.switch_off(places, "kk.other", on=True)
    assert path.read_text(encoding="utf-8") == once


@pytest.mark.parametrize("rule", ["facts.gap", "register.name", "amendment.stale", "style.no-such", "lt.COMMA", ""])
def test_what_the_facts_say_and_what_is_no_rule_is_not_switched_off(places: Places, rule: str) -> None:
    with pytest.raises(HouseError):
        style_file.switch_off(places, rule)

    assert style_file.style_file(places) is None


def test_a_faulty_file_is_not_written_to(places: Places) -> None:
    path = ours(places, "[dash\n")
    with pytest.raises(HouseError) as refused:
        style_file.switch_off(places, "style.dash")

    assert refused.value.line == 1
    assert path.read_text(encoding="utf-8") == "[dash\n"


def test_a_file_with_a_faulty_list_of_rules_is_not_written_to_either(places: Places) -> None:
    path = ours(places, '[languagetool]\noff = ["A_RULE"]\n')
    with pytest.raises(HouseError, match=r"off\.en = "):
        style_file.switch_off(places, "lt.en.THIRD")

    assert path.read_text(encoding="utf-8") == '[languagetool]\noff = ["A_RULE"]\n'


def test_the_file_of_the_settings_is_the_one_written_to(places: Places, tmp_path: Path) -> None:
    shared = tmp_path / "share" / "ours.toml"
    settings.save(Settings(style=str(shared)), places)

    assert style_file.switch_off(places, "style.dash") == shared
    assert "off = true" in shared.read_text(encoding="utf-8")
    assert not (places.config / "style.toml").exists()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[languagetool]\noff = ["A"]\n', 2, "off.en ="),
        ("[languagetool]\noff.en = [1]\n", 2, "off.en ="),
        ('# x\n[rules]\noff = ["facts.gap"]\n', 3, "no rule that may stand here"),
        ('[rules]\non = ["kk.x"]\n', 2, "knows “off” alone"),
    ],
)
def test_a_fault_among_the_switches_is_named_with_its_line(places: Places, text: str, line: int, said: str) -> None:
    path = ours(places, text)
    chosen = style_file.choose(path)

    assert f"{path}:{line}: " in chosen.complaint
    assert said in chosen.complaint


def test_a_rule_that_is_off_is_not_heard_of_and_comes_back_with_the_file(places: Places) -> None:
    proofing = Proofing(places)

    def found() -> set[str]:
        return {f.rule for f in proofing.text("kk", [(None, "Біз 5 кітаптар алдық - жаңа.")]).findings}

    try:
        before = found()
        for rule in before:
            style_file.switch_off(places, rule)
        without = found()
        for rule in before:
            style_file.switch_off(places, rule, on=True)
        assert {"style.first-person", "style.dash"} <= before
        assert any(rule.startswith("kk.") for rule in before)
        assert without == set()
        assert found() == before
    finally:
        proofing.close()


def test_a_real_release_has_no_error_but_its_quotation_marks_and_hyphens(places: Places) -> None:
    release = Path(__file__).parents[1] / "proof" / "data" / "release-kk-2025-12-22.txt"
    text = release.read_text(encoding="utf-8").strip().removeprefix("date 2025-12-22").strip()
    proofing = Proofing(places)
    try:
        found = proofing.text("kk", [(None, text)]).findings
    finally:
        proofing.close()
    errors = Counter(finding.rule for finding in found if finding.severity is Severity.ERROR)

    assert errors == {"style.quotes": 2, "style.dash": 3}


def test_a_faulty_file_is_one_notice_and_the_shipped_rules_go_on(places: Places) -> None:
    path = ours(places, "[dash]\nlimt = 3\n")
    proofing = Proofing(places)
    try:
        faulty = proofing.text("kk", [(None, "Біз кітап алдық.")])
        path.write_text("[first-person]\noff = true\n", encoding="utf-8")
        mended = proofing.text("kk", [(None, "Біз кітап алдық.")])
    finally:
        proofing.close()

    assert [f"{path}:2: [dash]" in str(notice) for notice in faulty.notices] == [True]
    assert "style.first-person" in {f.rule for f in faulty.findings}
    assert mended.notices == ()
    assert "style.first-person" not in {f.rule for f in mended.findings}


def test_a_full_disk_is_named_and_leaves_the_file_as_it_was(places: Places) -> None:
    resource = pytest.importorskip("resource")  # a file may grow no further, as on a full disk
    path = places.config / style_file.NAME
    path.write_text(OURS, encoding="utf-8")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        with pytest.raises(HouseError, match="not saved"):
            style_file.switch_off(places, "style.dash")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert path.read_text(encoding="utf-8") == OURS
    assert [each.name for each in places.config.glob(".pressdesk-*")] == []
