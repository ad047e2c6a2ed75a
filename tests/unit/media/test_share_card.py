"""Share cards say a score and nothing about a person."""

import dataclasses
from io import BytesIO

import pytest
from PIL import Image

from vel_tutor.media import qr, share_card
from vel_tutor.media.share_card import ShareCardFacts
from vel_tutor.vocabulary import CardTemplate, Subject


def card(skill: str = "Adding fractions", percent: int = 85, **facts) -> bytes:
    return share_card.render(
        ShareCardFacts(
            template=facts.get("template", CardTemplate.CHALLENGE),
            subject=facts.get("subject", Subject.MATH),
            skill=skill,
            percent=percent,
        )
    )


@pytest.mark.parametrize("template", CardTemplate)
@pytest.mark.parametrize("subject", Subject)
def test_every_card_has_the_size_previews_expect_and_travels_light(template, subject):
    png = card("Multiplying and dividing decimals, grade 6", template=template, subject=subject)

    picture = Image.open(BytesIO(png))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(png) <= share_card.MOST_BYTES
    assert not picture.info.keys() - {"transparency"}, "no metadata"


def test_a_card_has_no_room_for_a_person():
    fields = {field.name for field in dataclasses.fields(ShareCardFacts)}

    assert fields == {"template", "subject", "skill", "percent", "count"}


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Adding fractions", "Adding fractions"),
        ("Z̷̢͝a̶l̵g̴o", "Zalgo"),
        ("fun 🎉 maths", "fun maths"),
        ("\u202eevil", "evil"),
        ("one\n two\ttabs", "one two tabs"),
        ("<b>bold</b>", "bbold/b"),
        ("word " * 2000, "word word word word word word word word word"),
        ("x" * 10_000, "x" * 48),
        ("", ""),
    ],
)
def test_only_plain_letters_reach_the_card(name, printed):
    assert share_card.printable(name) == printed


@pytest.mark.parametrize("percent", [-5, 0, 100, 1000])
def test_no_score_breaks_the_ring(percent):
    assert card(percent=percent)


def test_the_same_facts_are_the_same_picture():
    assert card() is card()
    assert card() != card(percent=86)


def test_a_qr_code_is_a_small_picture_of_an_address():
    svg = qr.svg("http://127.0.0.1:8000/s/abc?utm_source=qr").decode()

    assert svg.startswith(("<?xml", "<svg"))
    assert "<script" not in svg
    assert len(svg) < 10_000
