"""The whole page around the article: head, letterhead, language switch."""

from pressdesk.data import resources
from pressdesk.export.look import Look
from pressdesk.export.names import file_name
from pressdesk.export.options import ExportOptions
from pressdesk.export.order import lines
from pressdesk.export.pieces import clean
from pressdesk.export.tables import read_text
from pressdesk.export.web.article import Article
from pressdesk.export.web.markup import attribute, element, json_data, line
from pressdesk.export.web.style import style_sheet
from pressdesk.export.words import Words, embargo_until, locale_in, own_name, web_address
from pressdesk.model.release import Release

_SUFFIX = ".html"


def page(release: Release, words: Words, look: Look, options: ExportOptions) -> str:
    """One self-contained page: nothing is fetched, nothing runs."""
    article = element("article", "\n" + Article(release, words, look).markup(lines(release, words, look)) + "\n")
    body = _letterhead(release) + _switch(release, words, options) + element("main", article)
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{attribute(release.locale)}" prefix="og: https://ogp.me/ns# article: https://ogp.me/ns/article#">\n'
        f"<head>\n{_head(release, words, look, options)}\n</head>\n"
        f'<body><div class="page">\n{body}\n</div></body>\n</html>\n'
    )


def _head(release: Release, words: Words, look: Look, options: ExportOptions) -> str:
    title = " – ".join(text for text in (release.headline or words.texts["label"], release.issuer.short) if text)
    return "\n".join(
        [
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            element("title", attribute(title)),
            *_named(release, words),
            *_open_graph(release, words, options),
            *_alternates(release, options),
            f'<script type="application/ld+json">{json_data(news_article(release, words))}</script>',
            f"<style>\n{style_sheet(look)}</style>",
        ]
    )


def _named(release: Release, words: Words) -> list[str]:
    """Description and Dublin Core."""
    until = embargo_until(release)
    entries = {
        "description": release.lead,
        "dcterms.title": release.headline,
        "dcterms.creator": release.issuer.name,
        "dcterms.language": release.locale,
        "dcterms.issued": str(release.date or ""),
        "dcterms.available": until.isoformat() if until else "",
        "dcterms.type": words.texts["label"],
        "dcterms.identifier": identifier(release),
    }
    return [
        f'<meta name="{name}" content="{attribute(text)}">' for name, text in entries.items() if clean(text).strip()
    ]


def _open_graph(release: Release, words: Words, options: ExportOptions) -> list[str]:
    entries = [
        ("og:type", "article"),
        ("og:title", release.headline or words.texts["label"]),
        ("og:description", release.lead),
        ("og:site_name", release.issuer.name),
        ("og:locale", release.locale.replace("-", "_")),
        *[("og:locale:alternate", locale_in(release, tag).replace("-", "_")) for tag in _siblings(release, options)],
        ("article:published_time", str(release.date or "")),
    ]
    return [f'<meta property="{name}" content="{attribute(text)}">' for name, text in entries if clean(text).strip()]


def _siblings(release: Release, options: ExportOptions) -> list[str]:
    return [tag for tag in options.siblings if tag != release.language]


def _alternates(release: Release, options: ExportOptions) -> list[str]:
    found = _siblings(release, options)
    return [
        f'<link rel="alternate" hreflang="{attribute(tag)}" href="{file_name(release, _SUFFIX, tag)}">'
        for tag in ([release.language, *found] if found else [])
    ]


def _letterhead(release: Release) -> str:
    """Emblem and names; an issuer without a name has none."""
    issuer = release.issuer
    if not clean(issuer.name).strip():
        return ""
    emblem = read_text(resources("documents", "emblem.svg")).replace(
        "<svg ", '<svg aria-hidden="true" focusable="false" ', 1
    )
    names = element("p", line(issuer.name, release.locale), class_="issuer")
    if clean(issuer.second).strip():
        tag = locale_in(release, issuer.second_language) if issuer.second_language else ""
        names += element("p", line(issuer.second, release.locale), class_="second", lang=tag)
    return element("header", emblem + element("div", names), class_="head") + "\n"


def _switch(release: Release, words: Words, options: ExportOptions) -> str:
    """Links to the same release in the languages that lie beside this page; none, no switch."""
    if not _siblings(release, options):
        return ""
    items = ""
    for tag in [release.language, *_siblings(release, options)]:
        name, locale = attribute(own_name(tag)), locale_in(release, tag)
        if tag == release.language:
            items += f'<li><span lang="{locale}" aria-current="page">{name}</span></li>'
        else:
            target = file_name(release, _SUFFIX, tag)
            items += f'<li><a href="{target}" lang="{locale}" hreflang="{locale}">{name}</a></li>'
    label = attribute(words.texts["languages"])
    return f'<nav class="langs" aria-label="{label}"><ul>{items}</ul></nav>\n'


def identifier(release: Release) -> str:
    """Date and slug: the same in every language and format."""
    return "-".join(part for part in (str(release.date or ""), release.slug) if part)


def news_article(release: Release, words: Words) -> dict[str, object]:
    """schema.org's NewsArticle. What the release does not say is left out."""
    issuer: dict[str, str] = {"@type": "GovernmentOrganization", "name": release.issuer.name}
    if release.issuer.site:
        issuer["url"] = web_address(release.issuer.site)
    image: dict[str, str] = {}
    if release.photo:
        image = {"@type": "ImageObject", "caption": release.photo.alt, "creditText": release.photo.credit}
    day = str(release.date or "")
    entries: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": release.headline,
        "description": release.lead,
        "inLanguage": release.locale,
        "datePublished": day,
        "dateModified": day,
        "image": [image] if image else [],
        "author": issuer if issuer["name"] else {},
        "publisher": issuer if issuer["name"] else {},
        "contentLocation": {"@type": "City", "name": release.place} if release.place else {},
        "genre": words.texts["label"],
        "isAccessibleForFree": True,
        "identifier": identifier(release),
    }
    return {key: value for key, value in entries.items() if value}
