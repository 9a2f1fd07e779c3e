"""The Word file as a package: properties, fonts, settings, theme."""

import io
import uuid
import zipfile
from datetime import UTC, date, datetime

import pytest
from PIL import ImageFont
from tests.export.samples import DAY, LOCALES, full, modest, release_of
from tests.export.writing import W, part, word, written

from pressdesk.data import resources
from pressdesk.export.exporter import ExportOptions
from pressdesk.export.word.parts import obfuscated

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FACES = ["NotoSans-Bold", "NotoSans-Regular", "NotoSerif-Bold", "NotoSerif-Regular"]


def names(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.namelist()


@pytest.mark.parametrize("language", LOCALES)
def test_the_properties_say_what_the_release_is(language: str) -> None:
    release = full(language)
    core = word(release).core_properties

    assert core.title == release.headline
    assert core.author == release.issuer.name
    assert core.language == LOCALES[language]
    assert core.comments == release.lead[:255]
    assert core.keywords == release.place
    assert core.identifier == "2026-09-14-visit-ponte-clara"
    assert core.content_status == "Final"
    assert core.created == core.modified == datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC)


def test_a_draft_says_so_in_its_properties() -> None:
    assert word(full("kk", draft=True)).core_properties.content_status == "Draft"


def test_a_release_without_a_date_claims_none() -> None:
    core = part(written(release_of(("headline", "Тақырып")), "docx"), "docProps/core.xml")

    assert not [child for child in core if str(child.tag).endswith(("created", "modified"))]


def test_the_embargo_is_a_property_and_without_one_there_is_no_such_part() -> None:
    custom = part(written(full("kk"), "docx"), "docProps/custom.xml")

    assert custom[0].get("name") == "EmbargoUntil"
    assert custom[0][0].text == "2026-09-14T15:00:00+05:00"
    assert "docProps/custom.xml" not in names(written(modest("kk"), "docx"))


def test_the_company_is_the_issuer() -> None:
    application = part(written(full("kk"), "docx"), "docProps/app.xml")

    assert [child.text for child in application] == ["PressDesk", "Қазақстан Республикасы Сыртқы істер министрлігі"]


def test_the_fonts_are_embedded_and_come_out_as_they_went_in() -> None:
    content = written(full("kk"), "docx", ExportOptions(embed_fonts=True))
    table = part(content, "word/fontTable.xml")
    relations = {r.get("Id"): r.get("Target") for r in part(content, "word/_rels/fontTable.xml.rels")}
    keys = {
        relations[face.get(f"{R}id")]: uuid.UUID(face.get(f"{W}fontKey").strip("{}"))
        for font in table
        for face in font
        if face.get(f"{W}fontKey")
    }

    assert sorted(keys) == [f"fonts/{face}.odttf" for face in FACES]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for target, key in keys.items():
            hidden = package.read(f"word/{target}")
            shipped = resources("fonts", target.removeprefix("fonts/").replace(".odttf", ".ttf")).read_bytes()
            assert hidden[:32] != shipped[:32]
            assert obfuscated(hidden, key) == shipped


def test_without_embedding_no_font_is_in_the_file() -> None:
    content = written(full("kk"), "docx", ExportOptions(embed_fonts=False))

    assert not [name for name in names(content) if name.endswith(".odttf")]
    assert part(content, "word/settings.xml").find(f"{W}embedTrueTypeFonts") is None


def test_the_font_table_names_fall_backs() -> None:
    table = part(written(full("kk"), "docx"), "word/fontTable.xml")

    assert {font.get(f"{W}name"): font.find(f"{W}altName").get(f"{W}val") for font in table} == {
        "Noto Serif": "Cambria,PT Serif,Times New Roman",
        "Noto Sans": "Segoe UI,PT Sans,Calibri,Arial",
    }


@pytest.mark.parametrize("face", FACES)
def test_the_shipped_fonts_have_every_letter(face: str) -> None:
    font = ImageFont.truetype(str(resources("fonts", f"{face}.ttf")), 40)
    unknown = bytes(font.getmask("\U000e0001"))
    needed = "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЩщЪъЭэÃãÇçÕõÉé₸€№«»„“”–—…•\u2011"

    assert [char for char in needed if bytes(font.getmask(char)) == unknown] == []


def test_hyphenation_is_off_and_the_file_is_of_word_2013_or_later() -> None:
    settings = part(written(full("kk"), "docx"), "word/settings.xml")
    compatibility = {s.get(f"{W}name"): s.get(f"{W}val") for s in settings.iter(f"{W}compatSetting")}

    assert settings.find(f"{W}autoHyphenation").get(f"{W}val") == "0"
    assert compatibility["compatibilityMode"] == "15"


def test_word_s_colour_menu_shows_the_house_colours() -> None:
    theme = part(written(full("kk"), "docx"), "word/theme/theme1.xml")
    a = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

    assert [colour.get("val") for colour in theme.find(f".//{a}accent1")] == ["00586A"]
    assert theme.find(f".//{a}minorFont/{a}latin").get("typeface") == "Noto Serif"


def test_nothing_of_the_stock_document_is_left() -> None:
    content = written(full("kk"), "docx")

    assert not [name for name in names(content) if "thumbnail" in name or "customXml" in name or "Effects" in name]
    assert "Table Grid" not in [style.name for style in word(full("kk")).styles]


def test_times_in_the_package_are_fixed() -> None:
    content = written(full("kk", date=date(2031, 1, 2)), "docx")

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"
