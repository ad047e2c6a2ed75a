"""The map of skills says in shape and words what its colours say."""

from typing import Any
from xml.etree import ElementTree

import pytest

from vel_tutor.media import heatmap
from vel_tutor.media.heatmap import HeatCell

SVG = "{http://www.w3.org/2000/svg}"
STRONG = HeatCell("Number", "Place value: about 91%, from 3 questions", 91, True, "/practice?a=1&b")
GUESSED = HeatCell("Number", "Rounding: likely known", 86, False, "/practice")
UNKNOWN = HeatCell("Algebra", 'Slope "m": not known yet', -1, False, "/practice")


def drawing(cells, columns=6) -> Any:
    return ElementTree.fromstring(heatmap.draw(cells, columns, "test"))  # noqa: S314  (our own)


def test_each_skill_is_a_link_with_its_own_words():
    links = drawing([STRONG, GUESSED, UNKNOWN]).findall(f"{SVG}a")

    assert [link.get("aria-label") for link in links] == [
        STRONG.words,
        GUESSED.words,
        UNKNOWN.words,
    ]
    assert links[0].get("href") == STRONG.href


@pytest.mark.parametrize(
    ("cell", "label", "step"), [(STRONG, "91", "3"), (GUESSED, "~86", "3"), (UNKNOWN, "?", "none")]
)
def test_what_is_measured_guessed_and_unknown_differs_without_colour(cell, label, step):
    link = drawing([cell]).find(f"{SVG}a")

    assert link.find(f"{SVG}text").text == label
    assert f"heat-{step}" in link.find(f"{SVG}rect").get("class")
    assert (len(link.findall(f"{SVG}rect")) == 2) == (cell is GUESSED)


def test_areas_have_their_names_and_rows_break_at_the_edge():
    picture = drawing([STRONG] * 7 + [UNKNOWN], columns=6)

    assert [text.text for text in picture.findall(f"{SVG}text")] == ["Number", "Algebra"]
    left = [link.find(f"{SVG}rect").get("x") for link in picture.findall(f"{SVG}a")]
    assert (left[0], left[5], left[6]) == ("0", "300", "0")


def test_nothing_known_draws_nothing():
    assert drawing([]).findall(f"{SVG}a") == []
