"""The licence texts that travel with the folder: of every Python package in it, of Python, of the system's libraries.

Start at `copy_all`. What is under which licence, and why the whole is GPL-3.0, stands in NOTICE.md.
"""

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)


def distributions(root: str = "pressdesk") -> list[Distribution]:
    """`root` and all it needs to run here, without extras, by name. PackageNotFoundError when one is not installed."""
    found: dict[str, Distribution] = {}
    names = [root]
    while names:
        name = re.sub(r"[-_.]+", "-", names.pop()).lower()
        if name in found:
            continue
        found[name] = distribution(name)
        wanted = [Requirement(line) for line in found[name].requires or []]
        names.extend(one.name for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""}))
    return [found[name] for name in sorted(found)]


def texts_of(package: Distribution) -> list[Path]:
    """The licence files in a package's metadata; some packages have none."""
    return [
        Path(str(file.locate()))
        for file in package.files or []
        if ".dist-info" in str(file) and LICENCE_FILE.search(file.name)
    ]


def copy_all(target: Path, binaries: Iterable[Path], ours: Path) -> None:
    """Fills `target`: a folder a package, `python`, and `system` with the copyright file of every library's package.

    `binaries`: the files that were taken into the program. `ours`: the folder whose files belong to Python packages.
    """
    for package in distributions():
        folder = target / package.metadata["Name"]
        for text in texts_of(package):
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, folder / text.name)
    own = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if own.is_file():
        (target / "python").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(own, target / "python" / own.name)
    _copy_of_system(target / "system", sorted({file for file in binaries if ours not in file.parents}))


def _copy_of_system(target: Path, libraries: list[Path]) -> None:
    """One copyright file a Debian package, and a table of which library is from which; a blank where nobody knows."""
    target.mkdir(parents=True, exist_ok=True)
    rows = ["library\tpackage"]
    for library in libraries:
        package = _package_of(library)
        rows.append(f"{library.name}\t{package}")
        text = Path("/usr/share/doc") / package.partition(":")[0] / "copyright"
        if package and text.is_file():
            shutil.copyfile(text, target / f"{package.partition(':')[0]}.txt")
    (target / "libraries.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def _package_of(library: Path) -> str:
    """The Debian package of a file, "" for none. dpkg knows some files by their path before /usr was merged."""
    real = str(library.resolve())
    if not shutil.which("dpkg-query") or Path(sys.base_prefix) / "bin" in library.parents:
        return ""
    for path in (real, real.removeprefix("/usr"), str(library)):
        said = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True, check=False)
        if said.returncode == 0:
            return said.stdout.split(": ")[0].split(",")[0]
    return ""
