"""What the files of a release are called."""

import re

from pressdesk.model.release import Release

LONGEST = 80  # characters, suffix included: room for a folder on every system and in mail


def file_name(release: Release, suffix: str, language: str = "") -> str:
    """{date}-{slug}-{language}[-draft or -embargo].{suffix}: ASCII, lower case, no spaces, at most 80 characters.

    Args:
        release: date, slug and state; a release without a date leaves it out.
        suffix: `.docx` or `docx`.
        language: a short tag, "" for the release's own.
    """
    state = "-draft" if release.draft else "-embargo" if release.embargo else ""
    end = f"-{_plain(language or release.language)}{state}.{suffix.lstrip('.').lower()}"
    slug = _plain(release.slug) or "release"
    start = f"{release.date.isoformat()}-{slug}" if release.date else slug
    return start[: LONGEST - len(end)].rstrip("-") + end


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
