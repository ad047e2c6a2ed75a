"""The signs on the badges, from the icon library the app is drawn with, as one sheet of symbols.

One small file that the browser keeps; a page that shows any badge would otherwise carry the
drawings of all of them. Run `python -m vt.badge_signs` after the catalogue gets a new picture; the
file is committed.
"""

import re
from pathlib import Path

from vel_tutor.content.badges import BADGES
from vel_tutor.core.settings import ROOT

SHEET = ROOT / "assets" / "badge-signs.svg"
PACKAGE = ROOT / ".web" / "node_modules" / "lucide-react"
MORE = ("circle-question-mark",)
_PART = re.compile(r'\[\s*"(\w+)",\s*\{(.*?)\}\s*\]', re.DOTALL)
_SAID = re.compile(r'(\w+):\s*"([^"]*)"')


def pictures() -> tuple[str, ...]:
    """The names of all signs the catalogue uses."""
    return tuple(sorted({badge.picture for badge in BADGES.values()} | set(MORE)))


def symbol(name: str) -> str:
    """One sign of the library, by its name."""
    source = (PACKAGE / "dist" / "esm" / "icons" / f"{name}.mjs").read_text(encoding="utf-8")
    parts = "".join(_element(tag, rest) for tag, rest in _PART.findall(source))
    return f'<symbol id="{name}" viewBox="0 0 24 24">{parts}</symbol>'


def _element(tag: str, rest: str) -> str:
    said = " ".join(f'{key}="{value}"' for key, value in _SAID.findall(rest) if key != "key")
    return f"<{tag} {said}/>"


def write(path: Path = SHEET) -> None:
    """Write the sheet."""
    symbols = "\n".join(symbol(name) for name in pictures())
    terms = (PACKAGE / "LICENSE").read_text(encoding="utf-8").partition("\n---")[0].strip()
    path.write_text(
        f"<!-- Signs of Lucide, https://lucide.dev\n\n{terms}\n-->\n"
        f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    write()
