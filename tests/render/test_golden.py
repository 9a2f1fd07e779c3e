"""The samples read word for word as they did when somebody last read them; `docs/samples.py` writes them anew."""

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "docs" / "samples.py"


@cache
def script() -> Any:
    spec = importlib.util.spec_from_file_location("docs_samples", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def kept(kind: str) -> str:
    path = script().FOLDER / f"{kind}.md"
    assert path.is_file(), f"write it by  .venv/bin/python docs/samples.py {kind}"
    return str(path.read_text(encoding="utf-8"))


CASES = [
    pytest.param(kind, sample, language, id=f"{kind}-{sample.stem}-{language}")
    for kind in script().kinds()
    for sample in script().samples(kind)
    for language in script().LANGUAGES
]


@pytest.mark.parametrize(("kind", "sample", "language"), CASES)
def test_a_sample_reads_as_it_was_last_read(kind: str, sample: Path, language: str) -> None:
    section = kept(kind).split(f"\n## {sample.stem}\n", 1)[1].split("\n## ", 1)[0]

    assert script().text(sample, language).strip() in section


def test_a_page_holds_every_sample_of_its_type_and_no_other() -> None:
    for kind in script().kinds():
        shown = [line[3:] for line in kept(kind).splitlines() if line.startswith("## ")]
        assert shown == [sample.stem for sample in script().samples(kind)]


def test_no_page_is_kept_of_a_type_that_is_gone() -> None:
    assert {path.stem for path in script().FOLDER.glob("*.md")} == set(script().kinds())
