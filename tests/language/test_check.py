"""What `language check` finds wrong with a language."""

import shutil
from pathlib import Path

import pytest

from pressdesk.data import resources
from pressdesk.language.check import faults, faults_in
from pressdesk.language.language import languages


@pytest.mark.parametrize("tag", languages())
def test_the_shipped_languages_are_whole(tag: str) -> None:
    assert faults(tag) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("language.toml", "[time]", "[tyme]", "“tyme”"),
        ("language.toml", '"об" = "[аиоуэ]"', '"об" = "[аиоуэ"', "“об” has a pattern that cannot be"),
        ("names.tsv", "\tstressed\t", "\tstrest\t", "not “strest”"),
        ("forms.tsv", "base\tfeatures", "word\tfeatures", "must name the columns"),
        ("typography.tsv", "А.⍽Смадияров", "А. Смадияров", "the rule “initial” makes"),
        ("typography.tsv", "range-years\t", "range-years\t(", "not a regular expression"),
    ],
)
def test_a_fault_is_one_sentence(tmp_path: Path, file: str, old: str, new: str, sentence: str) -> None:
    folder = tmp_path / "ru"
    shutil.copytree(resources("ru"), folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    found = faults_in(folder)

    assert len(found) == 1
    assert sentence in found[0]
    assert file in found[0]


def test_a_language_without_its_file_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    assert "cannot be read" in faults_in(tmp_path)[0]
