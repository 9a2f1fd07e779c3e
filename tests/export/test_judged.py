"""The exported files before independent judges. Slow: needs what packaging/checks/install.sh installs."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.export import judges
from tests.export.samples import LOCALES, full, modest, photo, release_of

from pressdesk.export.exporter import EXPORTERS, ExportOptions
from pressdesk.model.release import Block, BlockKind, Photo, Release
from pressdesk.text.spans import Span

pytestmark = pytest.mark.slow

NOTO = {"NotoSans-Bold", "NotoSans-Regular", "NotoSerif-Regular"}


def odd() -> Release:
    """Text that nobody means to type."""
    return release_of(
        ("headline", "<b>&\"'</b> 🇰🇿 </script>"),
        ("paragraph", "سامح شكري мен \x00\x0b\ud83d Қазақстан ⟦meetings[0].with⟧"),
        ("paragraph", "ұзын" * 200),
        ("list_item", "жалғыз"),
        ("speaker", "дәйексөзсіз"),
        draft=True,
        photo=Photo("tower.png", photo(900, 1600), "", ""),
        disclaimer="\u202eтерс\u202c & <i>",
    )


def foreign() -> Release:
    """Languages that have no words of ours."""
    texts = [("ar", "سامح شكري"), ("de", "Auswärtiges Amt"), ("zh", "外交部")]
    blocks = [
        Block(tag, BlockKind.PARAGRAPH, f"– {text}", foreign=((Span(2, 2 + len(text)), tag),)) for tag, text in texts
    ]
    made = release_of(("headline", "Шет тілдер"))
    return replace(made, blocks=(*made.blocks, *blocks))


SAMPLES: dict[str, Release] = {
    **{f"full-{language}": full(language) for language in LOCALES},
    "draft": full("kk", draft=True),
    "modest": modest("kk"),
    "condolence": full("ru", kind="condolence"),
    "bare": release_of(("headline", "Тек тақырып")),
    "empty": release_of(),
    "odd": odd(),
    "foreign": foreign(),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("judged")


@pytest.fixture(scope="module")
def files(folder: Path) -> Mapping[str, Mapping[str, Path]]:
    """Every sample in Word's and the web's format, by format and name."""
    made: dict[str, dict[str, Path]] = {"docx": {}, "html": {}}
    for kind, paths in made.items():
        for name, release in SAMPLES.items():
            to = io.BytesIO()
            EXPORTERS[kind].write(release, to, ExportOptions(siblings=tuple(LOCALES)))
            paths[name] = folder / f"{name}.{kind}"
            paths[name].write_bytes(to.getvalue())
    return made


@pytest.fixture(scope="module")
def pdfs(files: Mapping[str, Mapping[str, Path]], folder: Path) -> Mapping[str, Path]:
    return judges.to_pdf(list(files["docx"].values()), folder)


def words(text: str) -> list[str]:
    """The words without the spaces and hyphens that a line end may move."""
    return text.replace("\u2011", "-").split()


@pytest.mark.parametrize("name", [f"full-{language}" for language in LOCALES])
def test_libreoffice_shows_every_word_in_the_house_fonts(pdfs: Mapping[str, Path], name: str) -> None:
    shown = "".join(words(judges.text(pdfs[name])))

    for made in SAMPLES[name].blocks:
        assert "".join(words(made.text)) in shown
    assert judges.fonts(pdfs[name]) == {*NOTO, "NotoSerif-Bold"}
    assert judges.pages(pdfs[name]) <= 2


@pytest.mark.parametrize("embed", [True, False])
def test_a_computer_without_the_fonts_takes_the_embedded_ones(tmp_path: Path, embed: bool) -> None:
    to = io.BytesIO()
    EXPORTERS["docx"].write(full("kk"), to, ExportOptions(embed_fonts=embed))
    (tmp_path / "release.docx").write_bytes(to.getvalue())
    other = "/usr/share/fonts/truetype/dejavu"
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(
        f"<fontconfig><dir>{other}</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>", encoding="utf-8"
    )
    pdf = judges.to_pdf([tmp_path / "release.docx"], tmp_path, FONTCONFIG_FILE=str(configuration))["release"]

    assert (judges.fonts(pdf) == {*NOTO, "NotoSerif-Bold"}) is embed


def test_the_first_page_has_the_letterhead_and_the_others_a_running_head(pdfs: Mapping[str, Path]) -> None:
    first, second = judges.text(pdfs["full-kk"]).replace("\u2011", "-").split("\f")[:2]

    assert "Министерство иностранных дел Республики Казахстан" in first
    assert "1-бет, барлығы 2" in first
    assert "Эмбарго: 14.09.2026, 15:00-ге дейін (UTC+5)" in second
    assert "2-бет, барлығы 2" in second
    assert "Министерство" not in second


@pytest.mark.parametrize("name", ["bare", "empty", "condolence"])
def test_a_short_release_takes_one_page(pdfs: Mapping[str, Path], name: str) -> None:
    assert judges.pages(pdfs[name]) == 1


def test_odd_text_opens_and_prints(pdfs: Mapping[str, Path]) -> None:
    shown = judges.text(pdfs["odd"])

    assert "</script>" in shown
    assert "⟦meetings[0].with⟧" in shown


@pytest.mark.parametrize("name", SAMPLES)
def test_the_word_file_is_valid_before_three_validators(files: Mapping[str, Mapping[str, Path]], name: str) -> None:
    file = files["docx"][name]

    assert judges.open_xml_sdk(file) == []
    assert judges.openxml_audit(file) == []
    assert judges.docx_integrity(file) == ""


def test_the_validators_do_find_a_planted_fault(files: Mapping[str, Mapping[str, Path]], tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(files["docx"]["bare"]) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:pPr>", b"<w:pPr><w:nonsense/>")
            target.writestr(name, content)

    assert judges.open_xml_sdk(broken) != []
    assert judges.openxml_audit(broken) != []


def test_the_pages_are_valid_html(files: Mapping[str, Mapping[str, Path]]) -> None:
    assert judges.nu_html_checker(list(files["html"].values())) == []


def test_the_html_checker_does_find_a_planted_fault(files: Mapping[str, Mapping[str, Path]], tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    broken.write_text(files["html"]["bare"].read_text(encoding="utf-8").replace("</h1>", "</h3>"), encoding="utf-8")

    assert judges.nu_html_checker([broken]) != []


def test_the_pages_are_accessible_in_light_and_dark_on_a_telephone_and_a_desk(
    files: Mapping[str, Mapping[str, Path]],
) -> None:
    chosen = ["full-kk", "full-pt", "draft", "modest", "condolence", "odd", "empty"]
    seen = judges.axe([files["html"][name] for name in chosen])

    assert len(seen) == 4 * len(chosen)
    assert [view for view in seen if view["violations"] or view["wide"] or view["remote"]] == []


def test_a_printed_page_is_a_sheet_of_paper_with_its_paragraphs_whole(
    files: Mapping[str, Mapping[str, Path]], folder: Path
) -> None:
    pdf = judges.printed(files["html"]["full-kk"], folder)
    first, second = judges.text(pdf).split("\f")[:2]

    assert judges.pages(pdf) == 2
    assert judges.fonts(pdf) == {*NOTO, "NotoSerif-Bold"}
    assert "Русский" not in first + second
    whole = ["".join(words(page)) for page in (first, second)]
    for made in SAMPLES["full-kk"].blocks:
        assert any("".join(words(made.text)) in page for page in whole), made.text


def test_axe_does_find_a_planted_fault(files: Mapping[str, Mapping[str, Path]], tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    page = files["html"]["full-kk"].read_text(encoding="utf-8")
    broken.write_text(page.replace("--ink:#1A1F24", "--ink:#E0E0E0"), encoding="utf-8")

    found = {violation["id"] for view in judges.axe([broken]) for violation in view["violations"]}
    assert "color-contrast" in found
