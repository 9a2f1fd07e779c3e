"""Short texts to compare."""

from collections.abc import Mapping

from pressdesk.app.agreeing import Agreeing
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding
from pressdesk.proof.agreement.versions import Version, of_paragraphs

ALL = Agreeing()


def version(language: str, *paragraphs: str) -> Version:
    """A text of some paragraphs."""
    return of_paragraphs(language, f"{language}.txt", [(None, "\n".join(paragraphs))])


def compared(texts: Mapping[str, str], draft: Draft | None = None) -> list[Finding]:
    """What is told of texts of one language each; paragraphs are parted by line ends."""
    return ALL.findings([version(tag, *text.split("\n")) for tag, text in texts.items()], "en", draft)


def rules(texts: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """(language, rule without "agreement.", underlined text) of everything that is told."""
    return [(f.language, f.rule.partition(".")[2], f.text) for f in compared(texts)]
