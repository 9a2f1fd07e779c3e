"""`spell` stays small however long the text is: what is remembered has an end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

NEWS = Path(__file__).parents[1] / "data" / "kazakh" / "news.tsv"
MOST = 80  # megabytes
# the peak of the process's own memory; rusage would count that of the process which started it
PROGRAM = """
import sys
from pressdesk.cli.main import main
main(sys.argv[1:])
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(int(peak.split()[1]) / 1000, file=sys.stderr)
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="only Linux tells the peak in this way"),
]


def words() -> list[str]:
    """Words of the news."""
    return [line.split("\t")[0] for line in NEWS.read_text(encoding="utf-8").splitlines()]


def peak(how: str, text: str) -> float:
    """Megabytes of a `spell` that was given the text."""
    command = [sys.executable, "-c", PROGRAM, "spell", "--lang", "kk", how]
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=True)
    return float(done.stderr)


def test_the_words_of_the_news_and_as_many_misspellings_are_checked_in_80_megabytes() -> None:
    known = words()

    assert peak("--check", "\n".join((*known, *(word + word[-1] for word in known), *map(str.upper, known)))) < MOST


def test_a_text_with_more_different_words_than_are_remembered_is_listed_in_80_megabytes() -> None:
    known = words()
    joined = (f"{first}-{second}" for shift in range(1, 6) for first, second in zip(known, known[shift:], strict=False))

    assert peak("--list", " \n".join((*known, *joined, *known))) < MOST


def test_five_hundred_lists_of_suggestions_are_made_in_80_megabytes() -> None:
    slips = [word[:2] + word[3:] for word in words() if len(word) > 5]

    assert peak("--suggest", "\n".join(slips[:500])) < MOST
