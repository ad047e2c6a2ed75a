"""Progress cards say what a week came to, and of a person at most a first name."""

import dataclasses
from io import BytesIO

import pytest
from PIL import Image

from vel_tutor.media import proud_card
from vel_tutor.media.proud_card import NOBODY, ProudCardFacts

FULL = ProudCardFacts(
    first_name="Emma",
    when="in the week of 9 November",
    improved=12,
    minutes=1000,
    answers=999,
    streak=365,
    skills=("Adding and subtracting fractions with unlike denominators",) * 5,
)


def test_a_full_card_has_the_size_previews_expect_and_travels_light():
    png = proud_card.render(FULL)

    picture = Image.open(BytesIO(png))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(png) <= 60_000
    assert not picture.info.keys() - {"transparency"}, "no metadata"


def test_an_empty_card_can_be_drawn():
    assert proud_card.render(ProudCardFacts())


def test_there_is_no_room_for_more_of_a_person_than_a_first_name():
    fields = {field.name for field in dataclasses.fields(ProudCardFacts)}

    assert fields == {"first_name", "when", "improved", "minutes", "answers", "streak", "skills"}


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Emma", "Emma"),
        ("Mary Jane", "Mary Jane"),
        ("O'Neil", "O'Neil"),
        ("", NOBODY),
        ("Zo\u00eb", NOBODY),
        ("\u674e", NOBODY),
        ("\u202eevil", NOBODY),
        ("E" * 21, NOBODY),
        ("Emma\nSmith", NOBODY),
    ],
    ids=str,
)
def test_a_name_is_printed_whole_or_not_at_all(name, printed):
    assert proud_card.name_for(name) == printed


def test_switching_the_name_off_changes_the_picture():
    assert proud_card.render(FULL) != proud_card.render(dataclasses.replace(FULL, first_name=""))
