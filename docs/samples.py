"""Writes docs/samples: every sample of every release type, as it reads in each language, a page a type.

    .venv/bin/python docs/samples.py             every type
    .venv/bin/python docs/samples.py signing     one

A test compares these pages with what the templates give today. Look at the difference before you commit it: each
changed line is a sentence that somebody reads.
"""

import sys
from pathlib import Path

from pressdesk import data
from pressdesk.app.samples import from_facts_file
from pressdesk.render.pack import packs
from pressdesk.render.render import render

FOLDER = Path(__file__).parent / "samples"
LANGUAGES = {"kk": "Қазақша", "ru": "По-русски", "en": "In English", "pt": "Em português"}


def kinds() -> tuple[str, ...]:
    """The release types, in the order in which the desk offers them."""
    return tuple(kind.id for kind in packs())


def samples(kind: str) -> list[Path]:
    """The facts files of a type's samples."""
    return sorted(data.templates(kind, "samples").glob("*.json"))


def text(sample: Path, language: str) -> str:
    """A sample's section in one language: its heading, then a block a paragraph."""
    release = render(from_facts_file(sample), language)
    blocks = "\n\n".join(line for line in release.plain().splitlines() if line.strip())
    return f"### {LANGUAGES[language]}\n\n{blocks}\n"


def page(kind: str) -> str:
    """The whole page of a type."""
    title = next(pack.label["en"] for pack in packs() if pack.id == kind)
    parts = [f"# {title}", f"Made by `docs/samples.py` of `templates/{kind}/samples`."]
    for sample in samples(kind):
        parts += [f"## {sample.stem}", *(text(sample, language).rstrip("\n") for language in LANGUAGES)]
    return "\n\n".join(parts) + "\n"


def main(wanted: tuple[str, ...]) -> None:
    """Writes the pages of these types, or of all."""
    FOLDER.mkdir(exist_ok=True)
    for kind in wanted or kinds():
        (FOLDER / f"{kind}.md").write_text(page(kind), encoding="utf-8")


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))
