"""Takes every word that came from a source out of all tables of the lexicon.

    python packaging/lexicon/withdraw.py SOURCE [--language FOLDER]

The source is named as in the tables' column `source` (hunspell-kk, CLDR, ...; resources/kk/SOURCES.md lists them). What
another source would have given instead comes back when the tables are built anew: `build.sh --without SOURCE`.
"""

import argparse
from pathlib import Path

from pressdesk.data import resources


def withdraw(source: str, folder: Path) -> dict[str, int]:
    """Rewrites the tables of the folder without the source's rows; the tables' names to how many rows went."""
    gone = {}
    for path in sorted(folder.glob("*.tsv")):
        lines = path.read_text(encoding="utf-8").split("\n")
        column = next(line for line in lines if not line.startswith("#")).split("\t").index("source")
        kept = [line for line in lines if line.startswith("#") or line.split("\t")[column : column + 1] != [source]]
        if len(kept) < len(lines):
            path.write_text("\n".join(kept), encoding="utf-8")
            gone[path.name] = len(lines) - len(kept)
    return gone


def main() -> None:
    """Does it and says what went; a source that no row names is an error."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source")
    parser.add_argument("--language", type=Path, default=resources("kk"), help="the folder that holds lexicon/")
    arguments = parser.parse_args()
    gone = withdraw(arguments.source, arguments.language / "lexicon")
    for name, rows in gone.items():
        print(f"{name}: {rows} rows")
    if not gone:
        parser.error(f"no row names the source {arguments.source}")


if __name__ == "__main__":
    main()
