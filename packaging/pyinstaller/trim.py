"""Takes out of an environment what the window never loads of Qt, so that PyInstaller does not see it.

    python trim.py SITE-PACKAGES

Plugins are dropped before PyInstaller looks for what they need: the GTK plugin alone brings thirty system libraries.
What stays is named in qt.tsv, with its reason. Started for the build's own environment only.
"""

import shutil
import sys
from pathlib import Path

TABLE = Path(__file__).with_name("qt.tsv")


def kept(table: Path = TABLE) -> dict[str, set[str]]:
    """The names that stay, by kind: a plugin folder, or `translations`."""
    names: dict[str, set[str]] = {}
    lines = [line for line in table.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        kind, name, _why = line.split("\t")
        names.setdefault(kind, set()).add(name)
    return names


def trim(qt: Path, names: dict[str, set[str]]) -> None:
    """Deletes below the folder `qt` all plugins and translations that are not in `names`.

    A name that Qt does not have (any more) ends the build: the table is then out of date.
    """
    for kind, wanted in names.items():
        folder = qt / kind if kind == "translations" else qt / "plugins" / kind
        there = {file.name for file in folder.iterdir()} if folder.is_dir() else set()
        if wanted - there:
            raise SystemExit(f"{TABLE}: Qt has no {kind}/{min(wanted - there)}; name what has taken its place")
        for name in there - wanted:
            (folder / name).unlink()
    for folder in (qt / "plugins").iterdir():
        if folder.name not in names:
            shutil.rmtree(folder)


if __name__ == "__main__":
    trim(Path(sys.argv[1]) / "PySide6" / "Qt", kept())
