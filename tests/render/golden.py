"""The finished text of every sample in every language, kept as files that a reader can go through.

`python -m tests.render.golden signing` writes those of a release type anew, without a name those of all
types that have some. Look at the difference before you commit it: each changed line is a sentence that somebody reads.
"""

import sys
from pathlib import Path

from pressdesk import data
from pressdesk.app.samples import from_facts_file
from pressdesk.render.render import render

FOLDER = Path(__file__).parent / "data" / "golden"
LANGUAGES = ("kk", "ru", "en", "pt")


def name(sample: Path, language: str) -> str:
    """The file of a sample's text: signing.salvania-papers.kk.txt."""
    return f"{sample.parents[1].name}.{sample.stem}.{language}.txt"


def samples(kinds: tuple[str, ...]) -> list[Path]:
    """The samples of these release types."""
    return [path for kind in kinds for path in sorted(data.templates(kind, "samples").glob("*.json"))]


def kinds() -> tuple[str, ...]:
    """The release types that have such files."""
    return tuple(sorted({path.name.partition(".")[0] for path in FOLDER.glob("*.txt")}))


def text(sample: Path, language: str) -> str:
    """What a sample reads like, a block a line."""
    return render(from_facts_file(sample), language).plain().rstrip("\n") + "\n"


def main(wanted: tuple[str, ...]) -> None:
    """Writes the files of these release types, or of all that have some."""
    FOLDER.mkdir(exist_ok=True)
    for sample in samples(wanted or kinds()):
        for language in LANGUAGES:
            (FOLDER / name(sample, language)).write_text(text(sample, language), encoding="utf-8")


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))
