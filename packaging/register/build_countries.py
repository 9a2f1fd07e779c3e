"""Builds resources/register/countries.tsv and cities/capitals.tsv: the countries of the world in four languages.

    python packaging/register/build_countries.py [--iso-codes /usr/share] [--into resources/register]

Short names are CLDR's, through Babel (`pip install Babel`; Unicode licence); official names are those of the package
iso-codes (`apt-get install iso-codes`; LGPL-2.1+). `corrections.tsv` says where they are not what diplomatic texts say,
`countries.tsv` what neither of them has: regions, adjectives, capitals, articles, traits. Edit those two and run it
again; the result is committed. A correction that corrects nothing is refused, so the table stays true.
"""

import argparse
import gettext
import json
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from babel import Locale, __version__  # type: ignore[import-not-found,unused-ignore]

from pressdesk.data import resources
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.table import read_table

HERE = Path(__file__).parent
TAGS = ("kk", "ru", "en", "pt")
LOCALES = {"kk": "kk", "ru": "ru", "en": "en", "pt": "pt_PT"}
BY_HAND = (
    "id", "region", *TAGS, "article", "capital_kk", "capital_ru", "capital_en", "capital_pt", "traits",
)  # fmt: skip
THINGS = ("id", "field", *TAGS, "traits", "source")
REPLACED = {"kk": {"Патшалығы": "Корольдігі", "патшалығы": "Корольдігі"}, "ru": {"\u0301": ""}, "en": {"'": "’"}}
SHAPES = {"kk": {"лар": "лық", "лер": "лік", "дар": "дық", "дер": "дік", "тар": "тық", "тер": "тік"}}
HAND = "entered by hand, read over in all four languages"

Words = dict[str, str]


def short_names() -> dict[str, Words]:
    """CLDR's name of every territory, by ISO code in small letters."""
    names: dict[str, Words] = {}
    for tag, locale in LOCALES.items():
        for code, name in Locale.parse(locale).territories.items():
            names.setdefault(code.lower(), {})[tag] = name
    return names


def official_names(share: Path) -> dict[str, Words]:
    """iso-codes' official name of every country that has one, translated where there is a translation."""
    listed = json.loads((share / "iso-codes/json/iso_3166-1.json").read_text(encoding="utf-8"))["3166-1"]
    catalogues = {tag: gettext.translation("iso_3166-1", share / "locale", [tag]) for tag in TAGS if tag != "en"}
    found: dict[str, Words] = {}
    for entry in listed:
        english = entry.get("official_name", "")
        if not english:
            continue
        words = {"en": english.removeprefix("the ")}
        for tag, catalogue in catalogues.items():
            words[tag] = catalogue.gettext(english)
        found[entry["alpha_2"].lower()] = {tag: tidied(tag, text) for tag, text in words.items()}
    return found


def tidied(tag: str, text: str) -> str:
    """Without stress marks and typewriter apostrophes, and kings called what the ministry calls them."""
    for old, new in REPLACED.get(tag, {}).items():
        text = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).replace(old, new))
    return text


def corrected(names: dict[str, Words], field: str) -> dict[str, str]:
    """Puts the corrections of a field into the names; gives the sources of those that it changed."""
    sources: dict[str, str] = {}
    for row in read_table(HERE / "corrections.tsv", ("id", "field", *TAGS, "source"), filled=("id", "source")):
        if row["field"] != field:
            continue
        words = names.setdefault(row["id"], {})
        given = {tag: row[tag] for tag in TAGS if row[tag]}
        if all(words.get(tag) == text for tag, text in given.items()):
            raise row.error("id", f"“{row['id']}” is so already: take the row out.")
        words.update(given)
        sources[row["id"]] = row["source"]
    return sources


def adjective(grammar: Grammar, name: str) -> str:
    """The adjective by the sounds of the name: its ending alternates as the plural's does (Непал, непалдық)."""
    plural = grammar.form(name, "PL").text
    return plural[:-3].lower() + SHAPES["kk"][plural[-3:]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--iso-codes", type=Path, default=Path("/usr/share"), help="where iso-codes is installed")
    parser.add_argument("--into", type=Path, default=resources("register"))
    arguments = parser.parse_args()
    grammar = Grammar.load(resources("kk"))
    short, official = short_names(), official_names(arguments.iso_codes)
    corrections = {"name": corrected(short, "name"), "official": corrected(official, "official")}
    regions = {row["id"]: row for row in read_table(HERE / "regions.tsv", ("id", *TAGS))}
    countries, capitals = [], []
    for row in read_table(HERE / "countries.tsv", BY_HAND, filled=("id", "ru", "en", "pt", "article")):
        own = row["id"]
        article = "none" if row["article"] == "-" else row["article"]
        traits = "; ".join(filter(None, (f"pt.article={article}", row["traits"])))
        adjectives = {tag: row[tag] for tag in TAGS}
        adjectives["kk"] = adjectives["kk"] or adjective(grammar, short[own]["kk"])
        capital = {tag: row[f"capital_{tag}"] for tag in TAGS}
        region = regions[row["region"]]
        countries += [
            line(own, "name", short[own], traits, corrections["name"].get(own, f"CLDR, Babel {__version__}")),
            line(own, "official", official[own], "", corrections["official"].get(own, "iso-codes")),
            line(own, "adjective", adjectives, "", HAND),
            line(own, "region", {tag: region[tag] for tag in TAGS}, "", "continents as releases name them"),
        ]
        if capital["kk"]:
            countries.append(line(own, "capital", capital, "", HAND))
            capitals.append((own, capital))
    write(arguments.into / "countries.tsv", countries)
    marks = {row["id"]: row["traits"] for row in read_table(HERE / "capitals.tsv", ("id", "traits"))}
    cities = [city(own, words, marks.pop(own, "")) for own, words in capitals]
    if marks:
        raise SystemExit(f"capitals.tsv: no country has the id {min(marks)}.")
    (arguments.into / "cities").mkdir(exist_ok=True)
    write(arguments.into / "cities" / "capitals.tsv", cities)


def city(own: str, words: Words, marks: str) -> str:
    """The row of a capital; in Portuguese it has no article unless the marks give it one."""
    article = "" if "pt.article" in marks else "pt.article=none"
    traits = "; ".join(filter(None, (f"type=city; country={own}", article, marks)))
    return line(f"capital.{own}", "name", words, traits, HAND)


def line(own: str, field: str, words: Mapping[str, str], traits: str, source: str) -> str:
    """A row of the register's tables. KeyError where a language is missing."""
    return "\t".join((own, field, *(words[tag] for tag in TAGS), traits, source))


def write(path: Path, lines: list[str]) -> None:
    """The table, with the line that says whose it is."""
    head = "# Built by packaging/register/build_countries.py: edit the tables there, not this one."
    path.write_text("\n".join((head, "\t".join(THINGS), *lines, "")), encoding="utf-8")


if __name__ == "__main__":
    main()
