"""The page's style sheet: variables from the look, then resources/documents/page.css."""

from collections.abc import Mapping

from pressdesk.data import resources
from pressdesk.export.look import Look, TextStyle
from pressdesk.export.tables import read_text


def style_sheet(look: Look) -> str:
    """Light and dark colours by the reader's choice; print always takes the light ones and the sizes of paper."""
    screen = [style for style in look.styles.values() if style.web_size]
    fonts = "".join(f"--{name}-font:{font.web};" for name, font in look.fonts.items())
    light = _colours(look.light)
    return (
        f":root{{color-scheme:light dark;{light}{fonts}{''.join(map(_on_screen, screen))}}}\n"
        f"@media (prefers-color-scheme:dark){{:root{{{_colours(look.dark)}}}}}\n"
        f"@media print{{:root{{color-scheme:light;{light}{''.join(map(_on_paper, screen))}}}}}\n"
        f"{read_text(resources('documents', 'page.css'))}"
    )


def _colours(colours: Mapping[str, str]) -> str:
    return "".join(f"--{name}:#{colour};" for name, colour in colours.items())


def _variable(style: TextStyle) -> str:
    return "--" + style.role.replace("_", "-")


def _on_screen(style: TextStyle) -> str:
    # pixels become rem, so that the reader's own text size counts
    size = f"{float(style.web_size) / 16:g}rem" if style.web_size.replace(".", "", 1).isdigit() else style.web_size
    return f"{_variable(style)}-size:{size};{_variable(style)}-line:{style.web_line};"


def _on_paper(style: TextStyle) -> str:
    name = _variable(style)
    return f"{name}-size:{style.size:g}pt;{name}-line:{style.line:g}pt;{name}-after:{style.after:g}pt;"
