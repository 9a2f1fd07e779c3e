import base64
import io
import json
import re
from dataclasses import replace

import pytest
from lxml.html import HtmlElement
from PIL import Image
from tests.export.samples import LOCALES, full, modest, photo, release_of
from tests.export.writing import page, web_lines, written

from pressdesk.errors import ExportError
from pressdesk.export.exporter import EXPORTERS, ExportOptions
from pressdesk.export.pieces import clean
from pressdesk.export.web.markup import json_data
from pressdesk.model.release import Block, BlockKind, Photo
from pressdesk.text.spans import Span

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<b>қою</b>",
    '" onload="alert(1)',
    "' & &amp; &lt;",
    "</title></style><!--",
    "<img src=x onerror=alert(1)>",
    "\u2028 \u2029 \x00 \ud83d",
]


def data(tree: HtmlElement) -> dict[str, object]:
    script = tree.find(".//script")
    assert script is not None
    found: dict[str, object] = json.loads(script.text_content())
    return found


def meta(tree: HtmlElement) -> dict[str, str]:
    return {m.get("name") or m.get("property"): m.get("content") for m in tree.iter("meta") if m.get("content")}


@pytest.mark.parametrize("language", LOCALES)
def test_no_text_is_lost_and_none_is_doubled(language: str) -> None:
    release = full(language)
    lines = web_lines(release)
    start = lines.index(release.headline)

    count = len(release.blocks)
    assert lines[start : start + count] == [block.text for block in release.blocks]
    assert lines[start + count :] == (["###"] if language == "en" else []) + [release.disclaimer]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", list(BlockKind))
def test_hostile_text_stays_text(kind: BlockKind, text: str) -> None:
    release = replace(release_of(), blocks=(Block("b", kind, text),))
    tree = page(release)

    assert clean(text) in web_lines(release)
    assert len(list(tree.iter("script"))) == 1
    assert not list(tree.iter("b", "img"))
    assert not tree.xpath("//@*[starts-with(name(), 'on')]")
    assert data(tree)["@type"] == "NewsArticle"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_facts_stay_text_in_the_head_too(text: str) -> None:
    release = full("kk", place=text, slug=text, disclaimer=text, labels={"label": text})
    issuer = replace(release.issuer, name=f"x{text}", short=text, second=f"x{text}", site=text)
    picture = Photo("p.jpg", photo(), text, text)
    tree = page(replace(release, issuer=issuer, photo=picture))

    assert len(list(tree.iter("script"))) == 1
    assert [image.get("alt") for image in tree.iter("img")] == [clean(text)]
    assert meta(tree)["dcterms.creator"] == f"x{clean(text)}"
    assert data(tree)["publisher"]["name"] == f"x{clean(text)}"
    assert not tree.xpath("//@*[starts-with(name(), 'on')]")


def test_the_data_block_cannot_be_closed_from_inside() -> None:
    written_as = json_data({"headline": "</script> <!-- & ]]>"})

    assert not set(written_as) & set("<>&")
    assert json.loads(written_as) == {"headline": "</script> <!-- & ]]>"}


def test_the_news_article_says_what_the_release_says() -> None:
    release = full("kk")
    found = data(page(release))

    assert found["headline"] == release.headline
    assert found["description"] == release.lead
    assert found["inLanguage"] == "kk-KZ"
    assert found["datePublished"] == "2026-09-14"
    assert found["identifier"] == "2026-09-14-visit-ponte-clara"
    assert found["publisher"] == {
        "@type": "GovernmentOrganization",
        "name": release.issuer.name,
        "url": "https://www.example.org",
    }
    assert found["image"] == [{"@type": "ImageObject", "caption": release.photo.alt, "creditText": "ҚР СІМ"}]


def test_what_a_release_does_not_have_leaves_no_trace() -> None:
    tree = page(release_of(("headline", "Тақырып"), ("paragraph", " \x00"), ("quote", "")))

    assert web_lines(release_of(("headline", "Тақырып"), ("paragraph", " "))) == ["Баспасөз хабарламасы", "Тақырып"]
    assert not list(tree.iter("header", "nav", "figure", "time", "img"))
    assert set(data(tree)) == {
        "@context",
        "@type",
        "headline",
        "inLanguage",
        "genre",
        "isAccessibleForFree",
        "identifier",
    }
    assert not [name for name in meta(tree) if name.startswith(("og:desc", "og:site", "dcterms.issued", "article:"))]


@pytest.mark.parametrize("language", LOCALES)
def test_head_and_open_graph_name_title_language_and_date(language: str) -> None:
    release = full(language)
    tree = page(release)
    found = meta(tree)

    assert tree.get("lang") == LOCALES[language]
    assert tree.findtext(".//title") == f"{release.headline} – {release.issuer.short}"
    assert found["og:title"] == found["dcterms.title"] == release.headline
    assert found["description"] == found["og:description"] == release.lead
    assert found["og:locale"] == LOCALES[language].replace("-", "_")
    assert found["article:published_time"] == found["dcterms.issued"] == "2026-09-14"
    assert found["dcterms.available"] == "2026-09-14T15:00:00+05:00"


def test_the_page_is_one_article_with_one_heading_of_the_first_level() -> None:
    tree = page(full("kk"))

    assert [found.tag for found in tree.iter("main", "article", "h1", "h2")] == ["main", "article", "h1", "h2"]


def test_a_page_without_a_headline_is_headed_by_its_label() -> None:
    assert [h.text_content() for h in page(release_of(("lead", "Кіріспе"))).iter("h1")] == ["Баспасөз хабарламасы"]


def test_items_quotes_and_photo_are_grouped_with_what_belongs_to_them() -> None:
    article = page(full("kk")).find(".//article")
    assert article is not None
    photo_figure, quote_figure = article.findall("figure")

    assert [child.tag for child in photo_figure] == ["img", "figcaption"]
    assert [child.tag for child in quote_figure] == ["blockquote", "figcaption"]
    assert [child.tag for child in article.findall("ul")[0]] == ["li", "li", "li"]
    assert [strong.text_content() for strong in article.iter("strong")] == ["Fiação do Rio", "Olaria Nova", "Rivermark"]


def test_a_speaker_alone_is_a_paragraph_and_two_quotes_are_one_figure() -> None:
    release = release_of(("speaker", "Бірінші"), ("quote", "«екі»"), ("quote", "«үш»"), ("speaker", "Төртінші"))
    article = page(release).find(".//article")
    assert article is not None

    assert [child.tag for child in article] == ["h1", "p", "figure"]
    assert [p.text for p in article.findall("figure/blockquote/p")] == ["«екі»", "«үш»"]


def test_the_date_is_a_time_element() -> None:
    times = list(page(full("kk")).iter("time"))

    assert [(time.get("datetime"), time.text) for time in times] == [("2026-09-14", "2026\u00a0жылғы 14\u00a0қыркүйек")]


def test_foreign_words_carry_their_language() -> None:
    spans = {span.text_content(): span.get("lang") for span in page(full("kk")).iter("span", "p") if span.get("lang")}

    assert spans == {
        "Министерство иностранных дел Республики Казахстан": "ru-RU",
        "Universidade de Ponte Clara": "pt-PT",
        "Fiação do Rio": "pt-PT",
        "Olaria Nova": "pt-PT",
        "Rivermark": "en-GB",
    }


def test_a_foreign_span_in_arabic_says_its_direction() -> None:
    text = "Министр سامح شكري келді"
    release = replace(release_of(), blocks=(Block("b", BlockKind.PARAGRAPH, text, foreign=((Span(8, 17), "ar"),)),))

    span = next(span for span in page(release).iter("span") if span.get("lang"))
    assert (span.text, span.get("lang"), span.get("dir")) == ("سامح شكري", "ar-SA", "rtl")


def test_endings_and_double_names_are_not_broken() -> None:
    bound = [span.text for span in page(full("kk")).find(".//article").iter("span") if span.get("class") == "bound"]

    assert bound == [
        "15:00-ге",
        "Понте-Клара",
        "Понте-Клара",
        "Понте-Клара",
        "ҚР-ның",
        "7,5%-ға",
        "70%-ын",
        "ЮНЕСКО-ға",
    ]


def test_the_photo_is_inside_the_page_and_no_wider_than_the_page_shows() -> None:
    image = next(page(full("kk")).iter("img"))
    kind, _, content = image.get("src").partition(";base64,")
    inside = Image.open(io.BytesIO(base64.b64decode(content)))

    assert kind == "data:image/jpeg"
    assert inside.size == (1360, 765) == (int(image.get("width")), int(image.get("height")))


def test_nothing_is_fetched_and_nothing_runs() -> None:
    text = written(full("kk", draft=True), "html", ExportOptions(siblings=tuple(LOCALES))).decode("utf-8")
    tree = page(full("kk", draft=True), ExportOptions(siblings=tuple(LOCALES)))

    sources = [found.get("src") for found in tree.iter("img", "script", "iframe", "video")]
    assert [source for source in sources if source and not source.startswith("data:")] == []
    assert [link.get("rel") for link in tree.iter("link")] == ["alternate"] * 4
    assert [script.get("type") for script in tree.iter("script")] == ["application/ld+json"]
    assert not re.search(r"url\(|@import", text)


def test_the_language_switch_leads_to_the_files_that_lie_beside_the_page() -> None:
    tree = page(full("kk"), ExportOptions(siblings=("kk", "ru", "pt")))
    nav = tree.find(".//nav")
    assert nav is not None

    assert [(a.text, a.get("href"), a.get("lang")) for a in nav.iter("a")] == [
        ("Русский", "2026-09-14-visit-ponte-clara-ru-embargo.html", "ru-RU"),
        ("Português", "2026-09-14-visit-ponte-clara-pt-embargo.html", "pt-PT"),
    ]
    assert [s.text for s in nav.iter("span") if s.get("aria-current")] == ["Қазақша"]


def test_a_page_without_siblings_links_to_none() -> None:
    assert not list(page(full("kk")).iter("nav", "link"))


def test_draft_and_embargo_can_be_read_and_copied() -> None:
    lines = web_lines(full("kk", draft=True))

    assert lines[:3] == [
        "Баспасөз хабарламасы",
        "Жоба – жариялауға арналмаған",
        "Эмбарго: 2026\u00a0жылғы 14\u00a0қыркүйекте сағат 15:00-ге дейін жариялауға болмайды (Астана уақыты, UTC+5).",
    ]


def test_the_style_sheet_uses_no_variable_that_it_does_not_set() -> None:
    style = page(full("kk")).findtext(".//style") or ""
    used = set(re.findall(r"var\((--[\w-]+)\)", style))
    in_print = style[style.index("@media print{:root") :]

    assert used - set(re.findall(r"(--[\w-]+):", style)) == set()
    assert "color-scheme:light;--ground:#FFFFFF" in in_print
    assert "prefers-color-scheme:dark" in style


def test_a_condolence_has_no_colour_and_no_photo() -> None:
    tree = page(full("kk", kind="condolence"))

    assert "00586A" not in (tree.findtext(".//style") or "")
    assert not list(tree.iter("img"))


def test_the_same_release_gives_the_same_bytes() -> None:
    assert written(modest("kk"), "html") == written(modest("kk"), "html")


def test_a_photo_that_cannot_be_read_writes_nothing() -> None:
    to = io.BytesIO()
    with pytest.raises(ExportError):
        EXPORTERS["html"].write(full("kk", photo=Photo("p.jpg", b"no", "", "")), to, ExportOptions())

    assert to.getvalue() == b""
