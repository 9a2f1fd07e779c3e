import pytest
from PySide6.QtGui import QColor, QFontMetrics, QRawFont

from pressdesk import data
from pressdesk.errors import DataMissingError
from pressdesk.gui.kit.icons import Icons
from pressdesk.gui.kit.theme import DARK, LIGHT, Theme, load_fonts, tokens

KAZAKH = "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя₸«»“”№"
GROUNDS = {
    "text": ("desk", "rail", "form", "card", "paper", "mark", "select", "accent_soft", "error_soft", "warn_soft"),
    "text2": ("desk", "rail", "form", "card", "paper", "accent_soft", "sunken"),
    "text3": ("desk", "rail", "form", "card", "paper", "sunken"),
    "accent": ("rail", "form", "card", "paper", "accent_soft"),
    "on_accent": ("accent", "accent_hover"),
    "error": ("form", "card", "paper", "error_soft"),
    "warn": ("form", "card", "paper", "warn_soft"),
    "hint": ("form", "card", "paper", "hint_soft"),
    "ok": ("rail", "card", "ok_soft"),
}
LINES = {"edge": ("form", "card"), "nuance": ("paper", "card", "mark"), "focus": ("form", "card", "rail")}


def luminance(color: QColor) -> float:
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", [LIGHT, DARK])
@pytest.mark.parametrize(("pairs", "least"), [(GROUNDS, 4.5), (LINES, 3.0)])
def test_every_text_and_line_can_be_told_from_its_ground(
    name: str, pairs: dict[str, tuple[str, ...]], least: float
) -> None:
    theme = Theme(name)
    weak = [
        f"{token} on {ground}"
        for token, grounds in pairs.items()
        for ground in grounds
        if contrast(theme.color(token), theme.color(ground)) < least
    ]
    assert weak == []


def test_both_themes_have_the_same_colours() -> None:
    assert tokens()[LIGHT].keys() == tokens()[DARK].keys()


def test_a_colour_that_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(DataMissingError, match="mauve"):
        Theme().color("mauve")


def test_the_style_sheet_has_no_colour_left_open(qapp: object) -> None:
    assert "@" not in Theme().style_sheet()


def test_the_style_sheet_grows_with_the_text_size_but_hairlines_do_not(qapp: object) -> None:
    sheet = Theme(scale=1.5).style_sheet()

    assert "min-height: 48px" in sheet  # a field of 32
    assert "1px solid" in sheet
    assert "2px solid" in sheet


def test_a_font_follows_the_text_size(qapp: object) -> None:
    assert Theme(scale=1.5).font("body").pixelSize() == 21


@pytest.mark.parametrize("name", ["Inter_400Regular", "Inter_500Medium", "Inter_600SemiBold", "Literata_400Regular",
                                  "Literata_400Regular_Italic", "Literata_600SemiBold"])  # fmt: skip
def test_every_shipped_font_has_all_kazakh_letters(qapp: object, name: str) -> None:
    font = QRawFont(str(data.resources("ui", "fonts", f"{name}.ttf")), 16)

    assert [c for c in KAZAKH if not font.supportsCharacter(ord(c))] == []


def test_text_is_set_in_the_shipped_fonts(theme: Theme) -> None:
    assert {"Inter", "Literata"} <= set(load_fonts())
    assert QFontMetrics(theme.font("doc")).horizontalAdvance("Қазақстан") > 0


def test_an_icon_is_drawn_in_the_colour_asked_for_and_at_the_screens_ratio(theme: Theme) -> None:
    pixmap = Icons(theme, 2.0).pixmap("dot", "error", 16)
    image = pixmap.toImage()

    assert (pixmap.width(), pixmap.devicePixelRatio()) == (32, 2.0)
    assert image.pixelColor(16, 16).name() == theme.color("error").name()
    assert image.pixelColor(0, 0).alpha() == 0


def test_an_icon_that_is_not_there_is_refused_by_name(theme: Theme) -> None:
    with pytest.raises(DataMissingError, match="unicorn"):
        Icons(theme).icon("unicorn")
