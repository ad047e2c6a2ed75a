"""The colours of the stylesheet can be read, in both themes (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from functools import cache
from pathlib import Path

import pytest

SHEET = Path(__file__).resolve().parents[3] / "assets" / "app.css"
HUES = ("grape", "mint", "coral", "honey", "sky")
SURFACES = ("paper", "card")

TEXT = [
    *[(ink, surface) for ink in ("ink", "ink-soft") for surface in SURFACES],
    *[(f"{hue}-ink", surface) for hue in HUES for surface in SURFACES],
    *[(f"{hue}-ink", f"{hue}-wash") for hue in HUES],
    *[("ink", f"{hue}-wash") for hue in HUES],
    ("ink", "line"),
    ("on-grape", "grape"),
    ("on-mint", "mint-fill"),
    ("on-coral", "coral-fill"),
]
CONTROLS = [
    ("edge", "card"),
    ("edge", "paper"),
    *[(hue, "card") for hue in HUES],
    ("grape", "paper"),
    ("mint", "mint-wash"),
    ("coral", "coral-wash"),
    ("grape", "grape-wash"),
]


@cache
def tokens(theme: str) -> dict[str, str]:
    """The hex colours of a theme, by name."""
    block = re.search(rf"^{re.escape(theme)} \{{(.*?)^\}}", SHEET.read_text(), re.M | re.S)
    assert block
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[1]))


def contrast(one: str, other: str) -> float:
    """The ratio WCAG defines, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def test_black_on_white_has_the_greatest_contrast():
    assert round(contrast("#000000", "#ffffff"), 2) == 21


@pytest.mark.parametrize("theme", [":root", ".dark"])
@pytest.mark.parametrize(("words", "surface"), TEXT)
def test_words_can_be_read_on_every_surface_they_stand_on(theme, words, surface):
    colours = tokens(theme)

    assert contrast(colours[words], colours[surface]) >= 4.5


@pytest.mark.parametrize("theme", [":root", ".dark"])
@pytest.mark.parametrize(("shape", "surface"), CONTROLS)
def test_controls_stand_out_from_what_they_lie_on(theme, shape, surface):
    colours = tokens(theme)

    assert contrast(colours[shape], colours[surface]) >= 3


def test_both_themes_name_the_same_colours():
    assert tokens(":root").keys() == tokens(".dark").keys()
