"""Cuts the fonts in resources/fonts from Debian's Noto (package fonts-noto-core): python packaging/fonts/build.py

Needs fonttools (4.50 or later; not a dependency of PressDesk, the cut fonts are kept in the repository). Kept: Latin
with all its extensions, Cyrillic with all its extensions (so every Kazakh letter), punctuation, currency signs, arrows.
The same fonts and the same fonttools give the same bytes.
"""

import argparse
import sys
from pathlib import Path

try:
    from fontTools import subset
    from fontTools.ttLib import TTFont
except ImportError:
    sys.exit("fonttools is missing: pip install fonttools")

FACES = ("NotoSerif-Regular", "NotoSerif-Bold", "NotoSans-Regular", "NotoSans-Bold")
KEPT = (
    "U+0020-024F,U+0300-036F,U+0400-052F,U+1E00-1EFF,U+2000-206F,U+2070-209F,U+20A0-20C0,U+2116,U+2122,"
    "U+2190-2193,U+2212,U+25CC,U+27E6,U+27E7,U+FFFD"
)
FEATURES = "kern,liga,mark,mkmk,ccmp,locl,lnum,tnum"
# what a release in our four languages cannot do without
NEEDED = (
    "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя"
    "ÁáÀàÂâÃãÇçÉéÊêÍíÓóÔôÕõÚúÜü₸€£$№«»„“”‘’–—…•·\u00a0\u2011\u202f"
)


def cut(source: Path, target: Path) -> None:
    """Writes the subset of a font and makes sure that nothing needed is missing."""
    subset.main(
        [
            str(source),
            f"--unicodes={KEPT}",
            f"--layout-features={FEATURES}",
            "--no-hinting",
            "--no-recalc-timestamp",
            f"--output-file={target}",
        ]
    )
    with TTFont(target) as font:
        missing = [char for char in NEEDED if ord(char) not in font.getBestCmap()]
    if missing:
        sys.exit(f"{source} has no {' '.join(missing)}: take a newer Noto.")


def main() -> None:
    """Cuts every face."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=Path, default=Path("/usr/share/fonts/truetype/noto"))
    parser.add_argument("--target", type=Path, default=Path(__file__).parents[2] / "resources" / "fonts")
    asked = parser.parse_args()
    for face in FACES:
        source, target = asked.source / f"{face}.ttf", asked.target / f"{face}.ttf"
        if not source.is_file():
            sys.exit(f"{source} is missing: apt-get install fonts-noto-core")
        cut(source, target)
        print(f"{face}: {source.stat().st_size // 1024} KB -> {target.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
