"""Answers in several parts: all must be right, and what is missing is not counted."""

import pytest

from vel_tutor import content
from vel_tutor.content import answers, bank
from vel_tutor.vocabulary import ItemFormat

IN_PARTS = [family.id for family in content.families() if content.instance(family.id, 1).parts]
PRODUCTS = "math.facts.all_products"
ORDER = "math.decimals.in_order"
PAIRS = "math.decimals_fractions.pairs"
PRICES = "math.proportion.price_table"
GAPS = "math.integers.line_words"


def marked(family_id, answer, seed=3):
    return content.check(content.instance(family_id, seed), answer)


@pytest.mark.parametrize("family_id", [PRODUCTS, ORDER, PAIRS, PRICES, GAPS])
def test_who_knows_it_is_right_and_who_does_not_is_told_why(family_id):
    item = content.instance(family_id, 3)

    right, wrong = (
        content.check(item, content.right_answer(item)),
        content.check(item, content.wrong_answer(item)),
    )

    assert (right.right, right.counted) == (True, True)
    assert (wrong.right, wrong.counted) == (False, True)
    assert len(wrong.feedback) > 20


@pytest.mark.parametrize("family_id", [PRODUCTS, ORDER, PAIRS, PRICES, GAPS])
@pytest.mark.parametrize("answer", ["", "|", "0|", "x|y", "99|98|97", "0|1|2|3|4|5|6|7", "²|0"])
def test_what_is_not_filled_in_does_not_count(family_id, answer):
    assert not marked(family_id, answer).counted


def test_one_right_choice_is_not_all_of_them():
    item = content.instance(PRODUCTS, 3)
    first = content.right_answer(item).split("|")[0]

    verdict = content.check(item, first)

    assert (verdict.right, verdict.counted) == (False, True)
    assert "more that is right" in verdict.feedback


def test_a_wrong_choice_among_right_ones_names_its_slip():
    item = content.instance(PRODUCTS, 3)
    wrong = next(at for at, choice in enumerate(item.choices) if not choice.right)

    verdict = content.check(item, f"{content.right_answer(item)}|{wrong}")

    assert verdict.misconception == item.choices[wrong].misconception


def test_the_order_of_ticks_does_not_matter():
    item = content.instance(PRODUCTS, 3)
    backwards = "|".join(reversed(content.right_answer(item).split("|")))

    assert content.check(item, backwards).right


def test_two_in_one_place_is_asked_again():
    assert "Two of yours are the same" in marked(ORDER, "0|0|1|2").feedback


def test_an_order_the_wrong_way_round_is_noticed():
    item = content.instance(ORDER, 3)
    right = content.right_answer(item).split("|")

    assert content.check(item, "|".join(reversed(right))).misconception == "largest_first"


def test_some_right_parts_are_counted_out_loud():
    item = content.instance(PRICES, 3)
    first = content.right_answer(item).split("|")[0]

    assert content.check(item, f"{first}|1").feedback.startswith("1 of 2 parts are right.")


def test_a_word_in_a_number_box_is_asked_again():
    assert "number into every box" in marked(PRICES, "many|12").feedback


def test_an_answer_in_parts_can_be_told():
    item = content.instance(PRICES, 3)

    assert content.in_words(item, content.right_answer(item)) == item.key


def test_things_are_never_shown_in_the_right_order():
    for seed in range(60):
        item = content.instance(ORDER, seed)
        assert not content.check(item, "0|1|2|3").right


@pytest.mark.parametrize("family_id", IN_PARTS)
def test_every_answer_in_parts_can_be_told_back(family_id):
    for seed in range(20):
        item = content.instance(family_id, seed)
        assert answers.in_words(item, answers.right_answer(item)) == item.key


def test_a_guess_is_worth_what_chance_makes_it_worth():
    assert content.prior(content.instance(ORDER, 1)).c == pytest.approx(1 / 24)
    assert content.prior(content.instance(PRICES, 1)).c == 0
    gaps = content.instance(GAPS, 1)
    assert content.prior(gaps).c == pytest.approx(1 / (2 * 2 * len(gaps.parts[2].options)))


def test_every_format_has_a_family():
    assert {bank.family(family.id).format for family in content.families()} == set(ItemFormat)
