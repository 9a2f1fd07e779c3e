"""German and French, for texts from elsewhere: brought by one option, checked like the others, and never demanded."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressdesk.errors import ProoferUnavailable
from pressdesk.proof.languagetool.lock import default_folder, read_lock
from pressdesk.proof.languagetool.proofer import LanguageToolProofer

pytestmark = [pytest.mark.slow, pytest.mark.languagetool]


@pytest.fixture(scope="module")
def home(jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home after `pressdesk setup --languages de,fr`; what the other languages share was there before."""
    place = tmp_path_factory.mktemp("home")
    folder = default_folder(place / "data")
    folder.mkdir(parents=True)
    for jar in read_lock().needed(["en"]):
        (folder / jar.name).symlink_to(jars / jar.name)
    words = ["--home", str(place), "setup", "--languages", "de,fr"]
    done = subprocess.run([sys.executable, "-m", "pressdesk", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return place


@pytest.fixture(scope="module")
def german_and_french(home: Path) -> Iterator[LanguageToolProofer]:
    with LanguageToolProofer(default_folder(home / "data")) as proofer:
        yield proofer


def test_a_german_and_a_french_text_are_checked(german_and_french: LanguageToolProofer) -> None:
    german = german_and_french.check("de", "Die Minister hat gesprochen.")
    french = german_and_french.check("fr", "Les ministre ont reçu l’ambassadeur.")
    assert [f.text for f in german] == ["Minister hat"]
    assert [f.text for f in french] == ["Les ministre"]


def test_a_language_that_was_not_brought_is_named_with_its_mend(german_and_french: LanguageToolProofer) -> None:
    with pytest.raises(ProoferUnavailable, match="setup --languages ru"):
        german_and_french.check("ru", "Посол прибыл.")


def test_a_language_that_nobody_checks_is_refused(german_and_french: LanguageToolProofer) -> None:
    with pytest.raises(ProoferUnavailable, match="does not check the language “zh”"):
        german_and_french.check("zh", "大使到了。")
