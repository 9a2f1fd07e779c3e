"""Draws the neutral sun of the letterhead (SVG and PNG): .venv/bin/python packaging/documents/emblem.py

No state emblem is imitated. A ministry that has its own puts files of the same names into resources/documents.
In the SVG the colours are CSS variables with the light ones as defaults, so that a dark page can turn it round.
"""

import math
import tomllib
from pathlib import Path

from PIL import Image, ImageDraw

TARGET = Path(__file__).parents[2] / "resources" / "documents"
SIDE = 480  # pixels of the PNG: 15.5 mm at 787 dpi
RAYS = 28
DISC, RING, SUN = 48.0, 43.6, 13.2  # radii on a field of 100 x 100
NEAR, LONG, SHORT = 16.4, 37.0, 30.5


def rays() -> list[list[tuple[float, float]]]:
    """The rays as kites on the field of 100 x 100, long and short by turns."""
    found = []
    for index in range(RAYS):
        angle, far = math.tau * index / RAYS, LONG if index % 2 == 0 else SHORT
        half = math.tau / RAYS * 0.24
        middle = NEAR + (far - NEAR) * 0.35
        corners = [(NEAR, angle), (middle, angle - half), (far, angle), (middle, angle + half)]
        found.append([(50 + radius * math.sin(turn), 50 - radius * math.cos(turn)) for radius, turn in corners])
    return found


def svg(colour: str) -> str:
    """The drawing as text."""
    path = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ray) + "z" for ray in rays())
    light = "var(--ground,#fff)"
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">\n'
        f'<circle cx="50" cy="50" r="{DISC}" style="fill:var(--accent,#{colour})"/>\n'
        f'<circle cx="50" cy="50" r="{RING}" style="fill:none;stroke:{light};stroke-width:1.2"/>\n'
        f'<circle cx="50" cy="50" r="{SUN}" style="fill:{light}"/>\n'
        f'<path style="fill:{light}" d="{path}"/>\n'
        "</svg>\n"
    )


def png(colour: str) -> Image.Image:
    """The drawing as a picture, drawn four times as large and scaled down for smooth edges."""
    scale = 4 * SIDE / 100
    image = Image.new("RGBA", (4 * SIDE, 4 * SIDE), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)

    def circle(radius: float) -> tuple[float, float, float, float]:
        return ((50 - radius) * scale, (50 - radius) * scale, (50 + radius) * scale, (50 + radius) * scale)

    draw.ellipse(circle(DISC), fill=f"#{colour}")
    draw.ellipse(circle(RING + 0.6), outline="white", width=round(1.2 * scale))
    draw.ellipse(circle(SUN), fill="white")
    for ray in rays():
        draw.polygon([(x * scale, y * scale) for x, y in ray], fill="white")
    small = image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
    return small.quantize(64, method=Image.Quantize.FASTOCTREE)


def main() -> None:
    """Writes the SVG and a PNG in the accent colour and one in ink, for sober releases."""
    colours = tomllib.loads((TARGET / "look.toml").read_text(encoding="utf-8"))["colours"]["light"]
    (TARGET / "emblem.svg").write_text(svg(colours["accent"]), encoding="utf-8")
    png(colours["accent"]).save(TARGET / "emblem.png", optimize=True)
    png(colours["ink"]).save(TARGET / "emblem-ink.png", optimize=True)


if __name__ == "__main__":
    main()
