"""What counts as right, as a known slip, and as not yet an answer."""

import pytest

from vel_tutor import content
from vel_tutor.content import marking

SUM = next(
    item
    for seed in range(5000)
    if (item := content.instance("math.frac_add_unlike.sum", seed)).key == "5/6"
)


@pytest.mark.parametrize("answer", ["5/6", " 5 / 6 ", "10/12", "-5/-6", "5\u20446", "⅚", "+5/6"])
def test_every_spelling_of_the_right_fraction_is_right(answer):
    assert content.check(SUM, answer).right


@pytest.mark.parametrize(
    "answer", ["", "   ", "five sixths", "5/0", "5//6", "x", "5/6 cm", "9" * 90]
)
def test_what_is_no_answer_is_not_counted(answer):
    verdict = content.check(SUM, answer)

    assert (verdict.right, verdict.counted) == (False, False)
    assert verdict.feedback


def test_a_known_slip_gets_its_own_feedback():
    verdict = content.check(SUM, "2/5")

    assert (verdict.right, verdict.counted) == (False, True)
    assert verdict.misconception == "adds_tops_and_bottoms"


def test_an_unknown_slip_gets_the_first_hint():
    assert SUM.hints[0] in content.check(SUM, "77").feedback


def test_the_choice_at_the_position_is_marked():
    item = content.instance("math.perimeter.rectangle", 1)

    verdicts = [content.check(item, str(place)) for place in range(4)]

    assert [v.right for v in verdicts] == [choice.right for choice in item.choices]
    assert all(v.counted for v in verdicts)


@pytest.mark.parametrize("answer", ["", "4", "-1", "A", "1.0", "²", "99999"])
def test_a_position_that_is_not_there_is_not_counted(answer):
    assert not content.check(content.instance("math.perimeter.rectangle", 1), answer).counted


def test_empty_has_a_kind_word():
    assert content.check(SUM, "").feedback == marking.EMPTY
