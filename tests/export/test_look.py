from pathlib import Path
from shutil import copytree

import pytest

from pressdesk.data import resources
from pressdesk.errors import DataMissingError, TableError
from pressdesk.export.look import house_look, read_look


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(resources("documents"), tmp_path / "documents"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("kind", ["working_visit", "condolence"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_of_text_is_readable_on_its_ground(kind: str, theme: str) -> None:
    look = house_look().for_kind(kind)
    colours = look.light if theme == "light" else look.dark

    for name in ("ink", "grey", "accent", "red"):
        assert contrast(colours[name], colours["ground"]) >= 4.5, name
    assert contrast(colours["red"], colours["pale"]) >= 4.5


def test_lines_are_wide_enough_for_the_accents_of_a_fallback_font() -> None:
    # Noto's own line is 1.36 times its size; "at least" gives way to it, so 1.3 keeps the rhythm with every font
    for style in house_look().styles.values():
        if style.line_rule == "least":
            assert style.line >= 1.3 * style.size, style.role


def test_a_condolence_has_no_colour_and_another_release_has() -> None:
    sober, usual = house_look().for_kind("condolence"), house_look().for_kind("working_visit")

    assert (sober.light["accent"], sober.light["red"]) == (sober.light["ink"], sober.light["ink"])
    assert usual.light["accent"] != usual.light["ink"]


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("look.toml", 'accent = "00586A"', 'accent = "petrol"', "petrol.*no colour"),
        ("look.toml", "top = 28\n", "", "missing"),
        ("look.toml", "top = 28\n", "top = 28\nfarbe = 1\n", "farbe"),
        ("look.toml", "[page]", "[page", "not TOML"),
        ("styles.tsv", "\tsans\t18\t", "\tsans\tbig\t", "big"),
        ("styles.tsv", "bold keep-next keep-lines level-1", "bold italic", "italic"),
        ("styles.tsv", "heading 1\t-\tlead\t", "heading 1\t-\tleed\t", "leed"),
        ("styles.tsv", "headline\theading 1\t-\t", "headline\t", "columns"),
        ("styles.tsv", "Release Lead\t-\tbody\ttext", "Release Lead\t-\tbody\tserif", "serif"),
    ],
)
def test_a_mistake_in_the_tables_is_named_with_its_place(
    folder: Path, file: str, old: str, new: str, sentence: str
) -> None:
    change(folder / file, old, new)

    with pytest.raises(TableError, match=rf"{file}:\d+:\d+: .*{sentence}"):
        read_look(folder)


def test_a_table_that_is_gone_is_named(folder: Path) -> None:
    (folder / "styles.tsv").unlink()

    with pytest.raises(DataMissingError, match=r"styles\.tsv"):
        read_look(folder)


def test_a_changed_number_reaches_the_look(folder: Path) -> None:
    change(folder / "styles.tsv", "\tsans\t18\t24\t", "\tsans\t20\t26\t")

    assert read_look(folder).styles["headline"].size == 20
