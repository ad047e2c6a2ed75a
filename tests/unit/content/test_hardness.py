"""Questions are placed by what they demand before anybody has answered them."""

from statistics import mean

from vel_tutor import content
from vel_tutor.content.hardness import GRADE_LEVEL
from vel_tutor.vocabulary import Subject


def placed(family_id):
    return mean(content.difficulty(content.instance(family_id, seed)) for seed in range(60))


def test_counts_are_read_off_the_question():
    item = content.instance("math.frac_add_unlike.sum", 3)

    found = content.features(item)

    assert (found.fractions, found.typed, found.negative, found.drawn) == (2, True, False, False)
    assert found.steps == len(item.steps)


def test_a_drawing_is_noticed():
    assert content.features(content.instance("math.area.l_shape", 1)).drawn


def test_numbers_below_zero_are_noticed():
    items = [content.instance("math.integers.add_subtract", seed) for seed in range(30)]

    assert all(content.features(item).negative for item in items)


def test_harder_things_are_placed_higher():
    climb = ("multiply.missing_factor", "frac_add_unlike.sum", "two_step.linear")

    levels = [placed(f"math.{family_id}") for family_id in (*climb, "systems.two_lines")]

    assert levels == sorted(levels)


def test_every_question_lands_within_reach_of_its_grade():
    for family in content.families():
        item = content.instance(family.id, 5)
        usual = placed_grade(item.subject, item.grade)
        assert abs(content.difficulty(item) - usual) < 2.5, family.id


def placed_grade(subject: Subject, grade: int) -> float:
    return GRADE_LEVEL[subject][grade]


def test_a_typed_answer_cannot_be_guessed_and_says_more():
    typed = content.prior(content.instance("math.frac_add_unlike.sum", 3))
    chosen = content.prior(content.instance("science.concepts.common", 1))

    assert (typed.c, typed.a) == (0.0, 1.35)
    assert (chosen.c, chosen.a) == (0.2, 1.15)
    assert typed.b == content.difficulty(content.instance("math.frac_add_unlike.sum", 3))
