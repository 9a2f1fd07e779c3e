"""The exported dictionary: what Hunspell and LibreOffice make of it, and what is in the packages."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.export import judges
from tests.export.office import Office

from pressdesk.data import resources
from pressdesk.errors import ExportError, TableError
from pressdesk.export.dictionary.chains import Chains
from pressdesk.export.dictionary.hunspell import Dictionary, build
from pressdesk.export.dictionary.packages import TARGETS, write
from pressdesk.export.dictionary.parts import part
from pressdesk.export.dictionary.settings import load
from pressdesk.grammar.grammar import Grammar

pytestmark = pytest.mark.slow  # one by one they take long; CI runs them

WRONG_BESIDES = ["португалия", "тұмандан", "2021-ті", "авиақатынастиң"]


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar.load(resources("kk"))


@pytest.fixture(scope="module")
def dictionary(grammar: Grammar) -> Dictionary:
    return build(grammar)


@pytest.fixture(scope="module")
def folder(dictionary: Dictionary, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dictionary")
    write(dictionary, "hunspell", path)
    return path


def rejected(folder: Path, words: list[str]) -> list[str]:
    """What the real hunspell rejects, each word on a line of its own."""
    command = shutil.which("hunspell")
    assert command, "hunspell is missing: sh packaging/checks/install.sh"
    text = "".join(f"{word}\n" for word in words)
    done = subprocess.run(
        [command, "-i", "UTF-8", "-d", str(folder / "kk_KZ"), "-l"],
        input=text,
        capture_output=True,
        text=True,
        check=True,
    )
    assert not done.stderr
    return done.stdout.split()


def pressdesk(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pressdesk", "language", "export", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8")


def column(name: str, number: int) -> list[str]:
    lines = resources("kk", "examples", name).read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [row[number] for row in rows[1:]]


def test_a_made_up_form_of_a_class_is_one_that_the_grammar_reads(grammar: Grammar) -> None:
    chains = Chains(grammar.reader.graph, {}, frozenset({"N", "PART"}), 0.2, 0.3, 0.0, 0.0, 10)
    for stem in grammar.reader.stems_of("мектеп"):
        number = chains.outer(stem.node)
        affixes = next(found for found, own in chains.classes.items() if own == number)
        forms = ["мектеп"[: len("мектеп") - len(a.strip)] + a.add for a in affixes]

        assert {"мектебі", "мектептің", "мектептерінде"} <= set(forms)
        assert [form for form in forms if not grammar.accepts(form)] == []


def test_a_class_is_its_pieces_and_no_affix_stands_twice(grammar: Grammar) -> None:
    chains = Chains(grammar.reader.graph, {}, frozenset({"N", "PART"}), 0.2, 0.2, 0.0, 0.0, 10)
    for lemma in ("мектеп", "бала", "үй", "кел", "сал"):
        for stem in grammar.reader.stems_of(lemma):
            chains.outer(stem.node)
            chains.inner(stem.node)
    parts = part(chains.classes, 10)
    every = [affix for piece in parts.pieces.values() for affix in piece]

    assert len(chains.classes) > 10
    assert len(set(every)) == len(every)
    for affixes, number in chains.classes.items():
        assert sorted(a for flag in parts.flags({number}) for a in parts.pieces[flag]) == sorted(affixes)


def test_every_piece_and_every_list_that_is_named_is_there(dictionary: Dictionary) -> None:
    lines = [line.split() for line in dictionary.aff.split("\n")]
    affixes = [parts for parts in lines if parts and parts[0] in ("SFX", "PFX")]
    there = {parts[1] for parts in affixes}
    lists = [parts[1] for parts in lines if parts and parts[0] == "AF"][1:]  # the first counts them
    named = {parts[3].partition("/")[2] for parts in affixes if len(parts) == 5}
    named |= {line.partition("/")[2] for line in dictionary.dic.split("\n")[1:]}

    assert named - {""} == {str(number) for number in range(1, len(lists) + 1)}
    flags = {flag for flags in lists for flag in flags.split(",")}
    assert there <= flags
    assert flags - there == {"1", "2", "4", "5", "6", "7", "8"}  # the special flags


def test_words_made_up_from_the_file_are_words_of_the_grammar(grammar: Grammar, dictionary: Dictionary) -> None:
    """Stem, affix, affix, as Hunspell puts them together, from 3,000 entries drawn by chance."""
    lists, affixes = [], dict[str, list[tuple[str, str, str]]]()
    for parts in (line.split() for line in dictionary.aff.split("\n")):
        if parts and parts[0] == "AF":
            lists.append(parts[1].split(","))
        elif len(parts) == 5 and parts[0] == "SFX":
            add, _, then = parts[3].partition("/")
            affixes.setdefault(parts[1], []).append((parts[2].replace("0", ""), add.replace("0", ""), then))
    draw = random.Random(4)

    def grown(word: str, then: str) -> Iterator[str]:
        flags = lists[int(then)] if then else []  # the first list counts them
        choices = [affix for flag in flags for affix in affixes.get(flag, ())]
        if "1" not in flags:
            yield word
        if choices:
            strip, add, more = draw.choice(choices)
            assert word.endswith(strip)
            yield from grown(word[: len(word) - len(strip)] + add, more)

    entries = [
        line.partition("/")[::2] for line in dictionary.dic.split("\n")[1:] if line[:1].isalpha() and "-" not in line
    ]
    words = [word for entry, then in draw.sample(entries, 3000) for word in grown(entry, then)]
    words = [w for w in words if w[1:].islower() and w.isalpha()]  # abbreviations (АҚШ, ауд.) are read elsewhere

    assert len(words) > 6000
    assert [word for word in words if not grammar.accepts(word)] == []


def test_what_ends_no_word_needs_its_second_suffix(dictionary: Dictionary) -> None:
    lists = [line.split()[1].split(",") for line in dictionary.aff.split("\n") if line.startswith("AF ")]
    affixes = [line.split()[3] for line in dictionary.aff.split("\n") if line.startswith("SFX ") and line.endswith(".")]
    made = {text: lists[int(number)] for text, _, number in (affix.partition("/") for affix in affixes) if number}

    assert "1" in made["дан"]  # тұмандан- is no word, тұманданып is
    assert "1" not in made["лық"]


def test_the_file_has_a_size_that_programs_load_quickly(dictionary: Dictionary) -> None:
    """Where this fails, a new suffix multiplies chains: give it a row in weights.tsv, or lower `inner`."""
    affixes = dictionary.aff.count("\nSFX ")

    assert 10_000 < affixes < 80_000


def test_the_first_line_of_the_dic_counts_the_entries(dictionary: Dictionary) -> None:
    first, *entries = dictionary.dic.rstrip("\n").split("\n")

    assert int(first) == len(entries) == len({entry.partition("/")[0] for entry in entries})


def test_names_are_entered_with_a_capital_only(dictionary: Dictionary) -> None:
    entries = dict(line.partition("/")[::2] for line in dictionary.dic.split("\n"))
    lists = [line.split()[1] for line in dictionary.aff.split("\n") if line.startswith("AF ")]

    assert "Қазақстан" in entries
    assert "1" in lists[int(entries["қазақстан"])].split(",")  # needs a suffix: қазақстандық


@pytest.mark.slow
def test_the_same_tables_give_the_same_bytes(grammar: Grammar, dictionary: Dictionary, tmp_path: Path) -> None:
    again = build(Grammar.load(grammar.folder))
    for target in ("oxt", "xpi"):
        write(dictionary, target, tmp_path / f"a.{target}")
        write(again, target, tmp_path / f"b.{target}")

        assert (tmp_path / f"a.{target}").read_bytes() == (tmp_path / f"b.{target}").read_bytes()


def test_the_sources_and_the_licence_go_with_every_package(dictionary: Dictionary, tmp_path: Path) -> None:
    assert dictionary.aff.startswith("# ")
    assert "hunspell-kk" in dictionary.aff.split("SET UTF-8")[0]
    for target in TARGETS:
        path = tmp_path / f"kk.{target}.zip"
        write(dictionary, target, path)
        with zipfile.ZipFile(path) as packed:
            texts = {name: packed.read(name).decode() for name in packed.namelist()}

        assert "GNU GENERAL PUBLIC LICENSE" in texts["LICENSE"]
        assert "Apache License" in texts["LICENSES/Apache-2.0.txt"]
        assert "UNICODE LICENSE V3" in texts["LICENSES/Unicode-3.0.txt"]
        assert any("Apache-2.0" in text for name, text in texts.items() if name.startswith("README"))


def test_the_firefox_manifest_points_to_files_that_are_there(tmp_path: Path) -> None:
    path = tmp_path / "kk.xpi"

    assert pressdesk("kk", "--to", "xpi", "-o", str(path)).returncode == 0
    with zipfile.ZipFile(path) as packed:
        manifest = json.loads(packed.read("manifest.json"))
        names = set(packed.namelist())
    dic = manifest["dictionaries"]["kk-KZ"]

    assert {dic, dic.removesuffix("dic") + "aff"} <= names
    gecko = manifest["browser_specific_settings"]["gecko"]
    assert re.fullmatch(r"[\w.-]+@[\w.-]+", gecko["id"])  # Mozilla asks for an id wherever there is a dictionary
    assert gecko["strict_min_version"] == "61.0"
    assert not {"background", "content_scripts", "permissions"} & set(manifest)


def test_the_xml_of_the_office_extension_is_well_formed(dictionary: Dictionary, tmp_path: Path) -> None:
    path = tmp_path / "kk.oxt"
    write(dictionary, "oxt", path)
    with zipfile.ZipFile(path) as packed:
        for name in ("META-INF/manifest.xml", "description.xml", "dictionaries.xcu"):
            ElementTree.fromstring(packed.read(name))
        assert b"%origin%/kk_KZ.aff %origin%/kk_KZ.dic" in packed.read("dictionaries.xcu")


def test_a_language_without_tables_is_refused(tmp_path: Path) -> None:
    done = pressdesk("ru", "--to", "oxt", "-o", str(tmp_path / "ru.oxt"))

    assert done.returncode == 2
    assert "choose kk" in done.stderr
    assert not (tmp_path / "ru.oxt").exists()


def test_a_place_that_cannot_be_written_is_named(dictionary: Dictionary, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        write(dictionary, "oxt", tmp_path / "missing" / "kk.oxt")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("hung = 0.5", "hung = 0.5\noutre = 1", "The key “outre” is unknown"),
        ("hung = 0.5", "", "The key “hung” is missing"),
        ("hung = 0.5", "hung = 0,5", "This is no TOML"),
        ("hung = 0.5", "hung = -1", "The key “hung” is a number from 0 to 4, not -1"),
        ("hung = 0.5", "hung = nan", "a number from 0 to 4, not nan"),
        ("hung = 0.5", "hung = 40", "a number from 0 to 4, not 40"),
        ("hung = 0.5", 'hung = "0.5"', "a number from 0 to 4, not 0.5"),
        ('cuts = ["N",', 'cuts = ["NN",', "names the state “NN”, which is not in states.tsv"),
    ],
)
def test_a_fault_in_the_settings_is_named_with_its_line(
    grammar: Grammar, tmp_path: Path, old: str, new: str, said: str
) -> None:
    path = tmp_path / "dictionary.toml"
    text = resources("kk", "dictionary.toml").read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(TableError, match=re.escape(said)) as fault:
        load(tmp_path, grammar.reader.graph.states)
    key = new.partition("=")[0].strip()
    if fault.value.line < len(text.split("\n")):
        assert key.split("\n")[-1] in path.read_text(encoding="utf-8").split("\n")[fault.value.line - 1]


@pytest.mark.parametrize("wrong", ["0,3", "-1", "nan", ""])
def test_a_weight_that_is_no_cost_is_named_with_its_row(tmp_path: Path, wrong: str) -> None:
    folder = tmp_path / "kk"
    shutil.copytree(resources("kk"), folder)
    table = folder / "grammar" / "weights.tsv"
    lines = table.read_text(encoding="utf-8").split("\n")
    row = next(number for number, line in enumerate(lines) if line.startswith("POSS1PL\t"))
    lines[row] = lines[row].replace("0.3", wrong, 1)
    table.write_text("\n".join(lines), encoding="utf-8")

    with pytest.raises(TableError, match=f"A cost is a number.*not “{wrong}”") as fault:
        build(Grammar.load(folder))
    assert (fault.value.path, fault.value.line) == (table, row + 1)


@pytest.mark.slow
def test_hunspell_accepts_the_examples(folder: Path) -> None:
    assert rejected(folder, column("forms.tsv", 2)) == []


@pytest.mark.slow
def test_a_word_and_a_suffix_entered_in_the_tables_are_in_the_next_dictionary(tmp_path: Path) -> None:
    kk = tmp_path / "kk"
    shutil.copytree(resources("kk"), kk)
    with (kk / "lexicon" / "words.tsv").open("a", encoding="utf-8") as table:
        table.write("бырқшоқ\tN\t\tattested\t4\n")
    with (kk / "grammar" / "suffixes.tsv").open("a", encoding="utf-8") as table:
        table.write("N\tMADEUP\tзыфа\tEND\t\t\t\tбырқшоқзыфа\ttest\n")
    write(build(Grammar.load(kk)), "hunspell", tmp_path / "made")

    assert rejected(tmp_path / "made", ["бырқшоқтың", "бырқшоқзыфа", "бырқшоқзыфы"]) == ["бырқшоқзыфы"]


@pytest.mark.slow
def test_hunspell_accepts_figures_abbreviations_and_prefixes(folder: Path) -> None:
    right = ["2021-де", "10-ға", "5000-нан", "АҚШ-тың", "ҚҰЖ-ның", "авиақатынастың", "қазақстандықтар", "ҚАЗАҚСТАН"]

    assert rejected(folder, right) == []


@pytest.mark.slow
def test_hunspell_rejects_what_is_no_word(folder: Path) -> None:
    wrong = [word for word in column("refused.tsv", 0) if "-" not in word]

    assert sorted(set(wrong) - set(rejected(folder, wrong))) == []
    assert rejected(folder, WRONG_BESIDES) == WRONG_BESIDES


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("карап", "қарап"),  # a letter that a Russian keyboard lacks
        ("ақшатан", "ақшадан"),  # another shape of the ending
        ("мектептерда", "мектептерде"),
        ("жаца", "жаңа"),  # the key below
    ],
)
def test_hunspell_suggests_at_once_what_was_meant(folder: Path, typed: str, meant: str) -> None:
    command = ["hunspell", "-i", "UTF-8", "-d", str(folder / "kk_KZ"), "-a"]
    done = subprocess.run(command, input=f"^{typed}\n", capture_output=True, text=True, check=True)

    assert meant in done.stdout.split("\n")[1].partition(": ")[2].split(", ")[:2]


@pytest.mark.slow
def test_mozillas_own_check_finds_nothing(dictionary: Dictionary, tmp_path: Path) -> None:
    whole, broken = tmp_path / "kk.xpi", tmp_path / "broken.xpi"
    write(dictionary, "xpi", whole)
    with zipfile.ZipFile(whole) as packed, zipfile.ZipFile(broken, "w") as made:
        for name in packed.namelist():
            if not name.endswith(".aff"):
                made.writestr(name, packed.read(name))

    assert judges.addons_linter(whole) == []
    assert [found["code"] for found in judges.addons_linter(broken)] == ["MANIFEST_DICT_NOT_FOUND"]


@pytest.mark.slow
def test_libreoffice_lists_the_extension_and_spells_with_it(dictionary: Dictionary) -> None:
    wrong = {"министрлыгінің": "министрлігінің", "қазақстан": "Қазақстан", "АҚШ-тин": "", "мектептерда": "мектептерде"}
    wrong |= {"карап": "қарап", "Нысандың": "Нысанның"}  # these the dictionary of 2009 takes, if it is there too
    right = ["министрлігінің", "АҚШ-тың", "бара", "жаңғыртылатын", "волонтерлерге"]  # and the last two it refuses
    with tempfile.TemporaryDirectory() as place:
        os.chmod(place, 0o777)
        path = Path(place) / "kk.oxt"
        write(dictionary, "oxt", path)
        path.chmod(0o644)
        office = Office(Path(place))
        listed = office.install(path)
        found = office.spell("kk", "KZ", [*right, *wrong])

    assert "kk-KZ@dictionaries.pressdesk.org" in listed
    assert "is registered: yes" in listed
    assert [word for word in right if found[word] is not None] == []
    for word, meant in wrong.items():
        assert found[word] is not None, f"{word} is taken"
        assert not meant or meant in (found[word] or [])
