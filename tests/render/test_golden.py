"""The samples read word for word as they did when somebody last read them; `golden.py` says how to write them anew."""

from pathlib import Path

import pytest
from tests.render import golden

KEPT = [(sample, language) for sample in golden.samples(golden.kinds()) for language in golden.LANGUAGES]


@pytest.mark.parametrize(("sample", "language"), KEPT, ids=[golden.name(*one) for one in KEPT])
def test_a_sample_reads_as_it_was_last_read(sample: Path, language: str) -> None:
    kept = golden.FOLDER / golden.name(sample, language)

    assert kept.is_file(), f"write it by  python -m tests.render.golden {sample.parents[1].name}"
    assert golden.text(sample, language) == kept.read_text(encoding="utf-8")


def test_no_text_is_kept_of_a_sample_that_is_gone() -> None:
    assert {path.name for path in golden.FOLDER.glob("*.txt")} == {golden.name(*one) for one in KEPT}
