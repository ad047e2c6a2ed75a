"""Whatever colours somebody wears, words can be read and controls seen, in light and dark."""

import re
from functools import cache
from pathlib import Path

import pytest

from vel_tutor.vocabulary import Theme

ASSETS = Path(__file__).resolve().parents[3] / "assets"
BASE = {"": ":root", ".dark": ".dark"}
HUES = ("grape", "mint", "coral", "honey", "sky")
TEXT = [
    *[(ink, surface) for ink in ("ink", "ink-soft") for surface in ("paper", "card")],
    *[(f"{hue}-ink", surface) for hue in HUES for surface in ("paper", "card")],
    *[("ink", f"{hue}-wash") for hue in HUES],
    ("grape-ink", "grape-wash"),
    ("ink", "line"),
    ("on-grape", "grape"),
]
CONTROLS = [
    ("edge", "card"),
    ("edge", "paper"),
    *[(hue, "card") for hue in HUES],
    ("grape", "paper"),
    ("grape", "grape-wash"),
]


@cache
def named(sheet: str, selector: str) -> dict[str, str]:
    """The hex colours of the block whose last selector is `selector`."""
    text = (ASSETS / sheet).read_text()
    block = re.search(rf"^{re.escape(selector)} \{{(.*?)^\}}", text, re.M | re.S)
    assert block, selector
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[1]))


def colours(theme: Theme, mode: str) -> dict[str, str]:
    """What is drawn with when the app wears `theme`: its own, over everybody's."""
    return named("app.css", BASE[mode]) | own(theme, mode)


def own(theme: Theme, mode: str) -> dict[str, str]:
    return named("shop.css", f'{mode} [data-swatch="{theme}"]'.strip())


def contrast(one: str, other: str) -> float:
    """The ratio WCAG defines, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("mode", ["", ".dark"], ids=["light", "dark"])
def test_words_can_be_read_in_whatever_colours_somebody_wears(theme, mode):
    worn = colours(theme, mode)

    pale = {(ink, on): contrast(worn[ink], worn[on]) for ink, on in TEXT}

    assert {pair: ratio for pair, ratio in pale.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("mode", ["", ".dark"], ids=["light", "dark"])
def test_controls_stand_out_in_whatever_colours_somebody_wears(theme, mode):
    worn = colours(theme, mode)

    faint = {(shape, on): contrast(worn[shape], worn[on]) for shape, on in CONTROLS}

    assert {pair: ratio for pair, ratio in faint.items() if ratio < 3} == {}


@pytest.mark.parametrize("mode", ["", ".dark"], ids=["light", "dark"])
def test_everybodys_own_colours_are_the_same_on_trial_as_in_the_app(mode):
    assert colours(Theme.HARBOUR, mode) == named("app.css", BASE[mode])


@pytest.mark.parametrize("theme", list(Theme))
def test_a_theme_is_worn_by_the_page_that_is_sent_the_page_that_knows_and_its_picture(theme):
    text = (ASSETS / "shop.css").read_text()

    for mode, root in (("", ":root"), (".dark", ".dark")):
        assert f'{root}[data-theme="{theme}"]:not(:has(' in text
        assert f'{root}:has([data-wears="{theme}"])' in text
        assert own(theme, mode).keys() == own(Theme.HARBOUR, "").keys()
