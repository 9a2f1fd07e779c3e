"""Builds resources/kk/lexicon/geography.tsv: names of places and peoples from the Kazakh translations of open packages.

    python packaging/lexicon/build_places_kk.py --catalogue kgeography-data FILE.mo --catalogue libgweather FILE.mo \
        --evidence FORMS kaz.words --capitals CASES [--cldr] [--into FOLDER] [--without SOURCE]

Run it after build_kk.py. A name is taken in when two packages agree on its spelling or running text has it, when it
is no form of a known word, and when no far commoner word is one letter away, so that at the start of a sentence
it hides no misspelling. refused_kk.tsv names what is none (class NP). Both harmonies are read where letters do not
tell.
"""

import argparse
import gettext
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from build_kk import write
from builder import Builder, Row, restored
from evidence import Evidence, load_capitals, load_counts, load_list

from pressdesk.data import resources
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.table import read_table

NAME = re.compile("[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+(?:-[А-ЯЁӘҒҚҢӨҰҮҺІ]?[а-яёәғқңөұүһі]+)*")
PEOPLE = re.compile("([а-яёәғқңөұүһі]{4,})(?: тілі| жазуы)")
CONTEXT = "\x04"  # parts the place in a program from the message
PLACES = {"kgeography-data"}  # catalogues whose names carry a context, and whose other messages are the program's
LEAST, BOOKS = 4, 2  # letters; books that hold a name
TABLE = "geography.tsv"
CLDR = "CLDR"


def catalogue(package: str, path: Path) -> Iterator[str]:
    """The translations in a compiled message catalogue that are names of places."""
    with path.open("rb") as file:
        messages: dict[str, str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    for key, text in messages.items():
        if isinstance(key, str) and key and (package not in PLACES or CONTEXT in key):
            yield text


def cldr() -> tuple[list[str], list[str]]:
    """(names of territories and cities, names of languages and scripts) of CLDR in Kazakh, through Babel."""
    from babel import Locale  # type: ignore[import-not-found,unused-ignore]  # only where it is asked for: pip install Babel

    locale = Locale("kk")
    cities = [zone["city"] for zone in locale.time_zones.values() if "city" in zone]
    return [*locale.territories.values(), *cities], [*locale.languages.values(), *locale.scripts.values()]


class Chooser:
    """Asks of each candidate whether it is a name, and how it is inflected."""

    def __init__(self, builder: Builder, listed: frozenset[str]) -> None:
        """`listed`: words that a list has with a capital, in lower case."""
        self.builder, self.listed = builder, listed
        rows = read_table(resources("kk", "grammar", "variants.tsv"), ("letter", "read as", "example", "source"))
        self.read_as = {ord(row["letter"]): row["read as"] for row in rows}

    def row(self, name: str, sources: list[str], capital: bool = True) -> Row | None:
        """The lexicon's row of a name, of a people if `capital` is not set; None for what is not taken in."""
        name = name.translate(self.read_as)  # a lemma stands as it is read: «Крайстчерч», which finds «Крайстчёрч» too
        builder, low = self.builder, name.lower()
        cls = "NP" if capital else "N"
        if len(low) < LEAST or (low, cls) in builder.refused or builder.reader.accepts(low, True):
            return None
        if len(sources) < 2 and builder.evidence[low] < BOOKS and low not in self.listed:
            return None
        if builder.near(low) or any(builder.reader.accepts(word, False) for word in restored(low)):
            return None
        traits = builder.noun_traits(low)
        ending = builder.lexicon.ending(low, capital)
        if not traits and ending is not None and ending.doubt:
            traits = ["both"]
        return builder.add(name, cls, traits, sources[0])


def collect(chooser: Chooser, texts: dict[str, Iterable[str]], peoples: Iterable[str]) -> list[Row]:
    """The rows of all names, those that most packages have first."""
    found: dict[str, list[str]] = defaultdict(list)
    for source, strings in texts.items():
        for name in sorted({name for text in strings for name in NAME.findall(text)}):
            found[name].append(source)
    order = sorted(found, key=lambda n: (-len(found[n]), -chooser.builder.evidence[n.lower()], n))
    rows = [chooser.row(name, found[name]) for name in order]
    rows += [chooser.row(people, [CLDR], False) for people in sorted(set(peoples))]
    return [row for row in rows if row is not None]


def main() -> None:
    """Builds the table, in place or into another folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--catalogue", nargs=2, action="append", default=[], metavar=("PACKAGE", "FILE"))
    parser.add_argument("--cldr", action="store_true", help="take names from CLDR too; needs Babel")
    parser.add_argument("--tesseract", type=Path, required=True, help="the unpacked word list, as evidence")
    parser.add_argument("--evidence", type=Path, nargs="+", required=True)
    parser.add_argument("--capitals", type=Path, help="form, times with a capital in mid-sentence, times without")
    parser.add_argument("--without", action="append", default=[], metavar="SOURCE")
    parser.add_argument("--language", type=Path, default=resources("kk"), help="the folder of grammar/ and lexicon/")
    parser.add_argument("--into", type=Path, help="where to write; the folder's lexicon, if not given")
    arguments = parser.parse_args()
    into: Path = arguments.into or arguments.language / "lexicon"
    (into / TABLE).unlink(missing_ok=True)
    reader = Grammar.load(arguments.language).reader
    books = Evidence(reader.graph, load_counts(arguments.evidence))
    table = read_table(Path(__file__).with_name("refused_kk.tsv"), ("stem", "class", "because"))
    refused = frozenset((row["stem"], row["class"]) for row in table)
    small, capital = load_list(arguments.tesseract)
    capitals = load_capitals(arguments.capitals) if arguments.capitals else {}
    builder = Builder(reader, reader.lexicon, books, capitals, small, refused)
    texts: dict[str, Iterable[str]] = {}
    for package, path in arguments.catalogue:
        texts[package] = [*texts.get(package, ()), *catalogue(package, Path(path))]
    territories, languages = cldr() if arguments.cldr and CLDR not in arguments.without else ([], [])
    texts[CLDR] = territories
    peoples = [people for text in languages for people in PEOPLE.findall(text)]
    wanted = {source: strings for source, strings in texts.items() if source not in arguments.without}
    write(into / TABLE, collect(Chooser(builder, capital), wanted, peoples))


if __name__ == "__main__":
    main()
